//! Typing: from the first key in a field to a change of the document, or to a draft that is kept.

use serde_json::Value;

use crate::edit::typed::{self, About};
use crate::edit::{AnyRecord, FieldError, Group, Kind, Leaf, Need, Path, field};
use crate::model::PartyId;
use crate::session::Session;
use crate::text::typed::{Reading, Unread};
use crate::ui::edit::Edit;

use super::drafts::Stand;
use super::{Desk, Draft, Spot, Visit, is_new, make};

/// Texts are put into the document this long after the last key, in seconds.
const SETTLED: f64 = 0.6;

/// What a typed text is taken for.
#[derive(Clone, PartialEq, Debug)]
pub enum Said {
    /// This value; none: the field is emptied.
    Sure(Option<Value>),
    /// One of these: the reader is asked.
    Choose(Vec<Option<Value>>),
    /// It cannot be read.
    Not(Unread),
    /// The record does not take it.
    Refused(FieldError),
}

/// Whether a leaf is plain text, which is put into the document while it is typed.
fn is_text(leaf: Leaf) -> bool {
    matches!(leaf, Leaf::Text | Leaf::LongText | Leaf::Phrase)
}

impl Desk {
    /// A field is painted with the focus. Whether it has only now got it.
    pub fn visit(&mut self, spot: &Spot) -> bool {
        if let Some(visit) = self.visit.as_mut().filter(|visit| visit.spot == *spot) {
            visit.seen = self.painted;
            return false;
        }
        // The one before is left when the next frame begins: it was not painted with the focus.
        let left = self.visit.take();
        self.visits += 1;
        self.visit = Some(Visit {
            spot: spot.clone(),
            number: self.visits,
            seen: self.painted,
            committed: false,
        });
        if let Some(left) = left {
            self.left_before.push(left);
        }
        true
    }

    /// Whether the field with the focus holds something that the document does not.
    pub fn holds_typing(&self) -> bool {
        let visited = self
            .visit
            .as_ref()
            .and_then(|visit| self.drafts.get(&visit.spot));
        visited.is_some_and(Draft::is_open)
    }

    /// Whether a field of a record has the focus.
    pub fn is_visited(&self) -> bool {
        self.visit.is_some()
    }

    /// Whether a field that had the focus was not painted with it any more.
    pub fn is_left_behind(&self) -> bool {
        let left = self
            .visit
            .as_ref()
            .is_some_and(|visit| visit.seen != self.painted);
        left || !self.left_before.is_empty()
    }

    /// A text was typed.
    pub fn typed(&mut self, spot: &Spot, text: String, now: f64) {
        self.drafts.put(spot, text, Stand::Typing, now);
    }

    /// A value was chosen for something that is still being made, in the words of the file.
    pub fn hold(&mut self, spot: &Spot, text: String) {
        self.drafts.put(spot, text, Stand::Kept, 0.0);
    }

    /// Throws away what is typed into a part of a record.
    pub fn forget(&mut self, spot: &Spot) {
        self.drafts.forget_within(&spot.key, &spot.path);
    }

    /// What is known where something is typed.
    fn about(&mut self, spot: &Spot) -> About {
        if !is_new(&spot.key) {
            return About::of(&self.book, &spot.key, self.lang);
        }
        let held = |name: &str| {
            let path = Path::default().field(name);
            self.drafts
                .get(&Spot::new(&spot.key, &path))
                .map(|draft| draft.text.clone())
        };
        let party = match spot.key.kind {
            Kind::Commitment => {
                let agreement = held("agreement");
                let agreement = agreement.and_then(|id| self.book.agreements.get(id.as_str()));
                agreement.map(|agreement| agreement.party.clone())
            }
            _ => held("party").and_then(|id| PartyId::new(&id).ok()),
        };
        let party = party.or_else(|| self.party.clone());
        About::of_party(&self.book, party.as_ref(), self.lang)
    }

    /// What the draft of a field is taken for; none where there is none.
    pub fn said(&mut self, spot: &Spot) -> Option<Said> {
        let draft = self.drafts.get(spot)?;
        if let Some(error) = &draft.refused {
            return Some(Said::Refused(error.clone()));
        }
        let text = draft.text.clone();
        if let Some(variants) = self.variants(spot) {
            return Some(match make::variant(variants, &text) {
                Some(value) => Said::Sure(Some(value)),
                None => Said::Not(Unread::UnknownWord(text)),
            });
        }
        let (leaf, need) = self.leaf(spot)?;
        let about = self.about(spot);
        Some(match typed::read(leaf, &text, &about) {
            Reading::Sure(value) => Said::Sure(emptied(leaf, need, value)),
            Reading::Choose(all) => Said::Choose(all),
            Reading::Not(why) => Said::Not(why),
        })
    }

    /// The change that a draft stands for, where it can be read. Otherwise the draft is kept.
    pub(in crate::ui) fn commit(&mut self, spot: &Spot) -> Option<Edit> {
        let draft = self.drafts.get(spot).filter(|draft| draft.is_open())?;
        if draft.refused.is_some() {
            return self.leave_lying(spot, None);
        }
        match self.said(spot) {
            Some(Said::Sure(value)) => self.send(spot, value),
            _ => self.leave_lying(spot, None),
        }
    }

    /// The change that puts a value into a field, in the place of its draft if it has one.
    pub(in crate::ui) fn send(&mut self, spot: &Spot, value: Option<Value>) -> Option<Edit> {
        if self.read_only.is_some() {
            return self.leave_lying(spot, None);
        }
        if self.making(spot).is_some() {
            if let (Some((leaf, _)), Some(value)) = (self.leaf(spot), &value) {
                // What was asked about is written so that it need not be asked again.
                let asked = matches!(self.said(spot), Some(Said::Choose(_)));
                if asked || self.drafts.get(spot).is_none() {
                    self.hold(spot, typed::text_in(leaf, value, self.lang));
                }
            }
            return self.leave_lying(spot, None);
        }
        let Some(record) = AnyRecord::of(&self.book, &spot.key) else {
            return self.leave_lying(spot, None);
        };
        let after = match field::changed(&record, &spot.path, value.clone()) {
            Ok(after) => after.to_tree(),
            Err(error) => return self.leave_lying(spot, Some(error)),
        };
        let expected = field::value(&after, &spot.path).cloned();
        let before = self.tree(&spot.key);
        let group = self.group_of(spot);
        if expected.as_ref() == field::value(&before, &spot.path) {
            self.stand(spot, Stand::In(expected));
            return None;
        }
        self.stand(spot, Stand::Sent(expected));
        if let Some(visit) = self.visit.as_mut().filter(|visit| visit.spot == *spot) {
            visit.committed = true;
        }
        Some(Edit::Set {
            key: spot.key.clone(),
            path: spot.path.clone(),
            value,
            group,
        })
    }

    fn group_of(&self, spot: &Spot) -> Option<Group> {
        let mut visits = self.visit.iter().chain(&self.left_before);
        visits.find(|visit| visit.spot == *spot).map(Visit::group)
    }

    fn stand(&mut self, spot: &Spot, stand: Stand) {
        if let Some(draft) = self.drafts.get_mut(spot) {
            draft.stand = stand;
        }
    }

    fn leave_lying(&mut self, spot: &Spot, refused: Option<FieldError>) -> Option<Edit> {
        if let Some(draft) = self.drafts.get_mut(spot) {
            draft.stand = Stand::Kept;
            if refused.is_some() {
                draft.refused = refused;
            }
        }
        None
    }

    /// Esc: the field holds again what it held before it was visited.
    pub(in crate::ui) fn revert(&mut self, spot: &Spot) -> Option<Edit> {
        self.drafts.take(spot);
        let visit = self.visit.take_if(|visit| visit.spot == *spot)?;
        visit.committed.then(|| Edit::Back(visit.group()))
    }

    /// What is typed into the field with the focus becomes a change, where it can be read.
    pub(in crate::ui) fn finish(&mut self) -> Option<Edit> {
        let spot = self.visit.as_ref()?.spot.clone();
        self.commit(&spot)
    }

    /// Between two frames: fields that lost the focus are left, texts that settled become changes.
    pub(in crate::ui) fn tend(&mut self, now: f64) -> Vec<Tended> {
        let mut done = Vec::new();
        let gone = |visit: &mut Visit| visit.seen != self.painted;
        let gone = self.visit.take_if(gone);
        self.painted += 1;
        self.left_before.extend(gone);
        for visit in self.left_before.clone() {
            let edit = self.commit(&visit.spot);
            if edit.is_some() || visit.committed {
                done.extend(edit.map(Tended::Edit));
                done.push(Tended::Left);
            }
        }
        self.left_before.clear();
        let visited = self.visit.as_ref().map(|visit| visit.spot.clone());
        let typing: Vec<(Spot, f64)> = self
            .drafts
            .typing()
            .map(|(spot, draft)| (spot.clone(), draft.since))
            .collect();
        for (spot, since) in typing {
            let is_here = visited.as_ref() == Some(&spot);
            let settled =
                now - since >= SETTLED && self.leaf(&spot).is_some_and(|(leaf, _)| is_text(leaf));
            if !is_here || settled {
                done.extend(self.commit(&spot).map(Tended::Edit));
            }
        }
        done
    }

    /// After how many seconds [`Self::tend`] has something to do although nobody touches anything.
    pub(in crate::ui) fn waits(&self, now: f64) -> Option<f64> {
        let until = self
            .drafts
            .typing()
            .map(|(_, draft)| draft.since + SETTLED - now);
        until.reduce(f64::min).map(|wait| wait.max(0.05))
    }

    /// What the document's journal does not know of the drafts yet.
    pub(in crate::ui) fn untold(&self, session: &Session, now: f64) -> Vec<(Spot, Option<String>)> {
        self.drafts.untold(session.drafts(), now)
    }

    /// After all that was asked for is done: drafts that became changes are no drafts any more, those
    /// whose change did not come about are.
    pub(in crate::ui) fn settle(&mut self) {
        for spot in self.drafts.committed() {
            let tree = self.tree(&spot.key);
            let now = field::value(&tree, &spot.path);
            let visited = self.visit.as_ref().is_some_and(|visit| visit.spot == spot);
            let Some(draft) = self.drafts.get_mut(&spot) else {
                continue;
            };
            match &draft.stand {
                Stand::Sent(sent) if sent.as_ref() != now => draft.stand = Stand::Kept,
                Stand::Sent(sent) if visited => draft.stand = Stand::In(sent.clone()),
                // What the document holds now came otherwise: by undoing, or by another hand.
                Stand::In(held) if visited && held.as_ref() == now => {}
                Stand::Typing | Stand::Kept | Stand::Given => {}
                Stand::Sent(_) | Stand::In(_) => {
                    self.drafts.take(&spot);
                }
            }
        }
    }
}

/// What tending the desk asks for.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::ui) enum Tended {
    /// A change.
    Edit(Edit),
    /// A field was left.
    Left,
}

/// Text that need not be there is not there when it is emptied.
fn emptied(leaf: Leaf, need: Need, value: Option<Value>) -> Option<Value> {
    let empty = is_text(leaf) && value.as_ref().and_then(Value::as_str) == Some("");
    value.filter(|_| !(empty && need != Need::Required))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Key, Shape, shape};

    /// The place of every leaf of a record that stands in it.
    fn leaves(shape: Shape, value: &Value, path: &Path, found: &mut Vec<(Path, Leaf)>) {
        match (shape, value) {
            (Shape::Leaf(leaf), _) => found.push((path.clone(), leaf)),
            (Shape::Fields(all), Value::Object(map)) => {
                for own in all.iter().filter(|own| map.contains_key(own.name)) {
                    leaves(own.shape, &map[own.name], &path.field(own.name), found);
                }
            }
            (Shape::List(of), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    leaves(*of, item, &path.at(index), found);
                }
            }
            (Shape::Table(_, of), Value::Object(map)) => {
                for (key, entry) in map {
                    leaves(*of, entry, &path.at(key), found);
                }
            }
            (Shape::OneOf(variants), value) => {
                let name = field::variant_of(value).unwrap();
                let variant = variants.iter().find(|own| own.name == name).unwrap();
                if let Some(inner) = value.get(name) {
                    leaves(Shape::Fields(variant.fields), inner, path, found);
                }
            }
            (shape, value) => panic!("{path}: {shape:?} {value}"),
        }
    }

    #[test]
    fn leaving_a_field_as_it_is_changes_nothing_in_any_record() {
        let session = Session::sample();
        let mut desk = Desk::new(session.dataset());
        let mut seen = 0;
        for kind in Kind::ALL {
            let keys = AnyRecord::keys(session.dataset(), *kind);
            // Of each kind some: all would take a minute.
            let step = (keys.len() / 60).max(1);
            for key in keys.into_iter().step_by(step) {
                let tree = desk.tree(&key);
                let mut found = Vec::new();
                let whole = Shape::Fields(shape::fields(*kind));
                leaves(whole, &tree, &Path::default(), &mut found);
                // Of the same list some: they are of one make.
                for (path, leaf) in found.into_iter().take(120) {
                    if leaf == Leaf::Id {
                        continue;
                    }
                    seen += 1;
                    let spot = Spot::new(&key, &path);
                    let value = field::value(&tree, &path).unwrap();
                    desk.typed(&spot, typed::text_of(leaf, value), 0.0);
                    assert_eq!(desk.commit(&spot), None, "{key} {path}");
                    let draft = desk.drafts().get(&spot);
                    assert!(draft.is_some_and(|draft| !draft.is_open()), "{key} {path}");
                    desk.forget(&spot);
                }
            }
        }
        assert!(seen > 3000, "{seen}");
    }

    #[test]
    fn an_item_that_is_made_is_held_until_all_is_known_that_must_be() {
        let session = Session::sample();
        let mut desk = Desk::new(session.dataset());
        let key = Key::new(Kind::Commitment, "lt-2024-c02");
        let root: Path = "status[new]".parse().unwrap();
        let shape = desk.shape(&key, &root).unwrap();
        let hold = |desk: &mut Desk, field: &str, text: &str| {
            let spot = Spot::new(&key, &root.field(field));
            desk.typed(&spot, text.to_owned(), 0.0);
            assert_eq!(desk.commit(&spot), None);
        };
        assert_eq!(desk.missing(&key, &root, shape).len(), 3);
        hold(&mut desk, "status", "fulfilled");
        hold(&mut desk, "date", "3/4/2024");
        hold(&mut desk, "summary", "Done.");
        // The date has two meanings.
        assert_eq!(desk.missing(&key, &root, shape), [root.field("date")]);
        assert_eq!(desk.made(&key, &root), None);
        let date = Spot::new(&key, &root.field("date"));
        let Some(Said::Choose(all)) = desk.said(&date) else {
            panic!("the date is not asked about");
        };
        assert_eq!(desk.send(&date, all[0].clone()), None);
        let made = desk.made(&key, &root).unwrap();
        assert_eq!(made.values.len(), 3);
        assert_eq!(desk.unfinished().len(), 1);
    }
}
