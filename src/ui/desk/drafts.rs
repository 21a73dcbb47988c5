//! Drafts: what is typed into fields and is no change yet. They are the window's own, so that they
//! outlive a click elsewhere, another record, another tab, a reload, undoing.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::edit::{FieldError, Key, Part, Path};

/// A field of a record; of one without an id: of a record that is being made.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Spot {
    /// The record.
    pub key: Key,
    /// The field.
    pub path: Path,
}

impl Spot {
    /// The field at a path of a record.
    pub fn new(key: &Key, path: &Path) -> Self {
        Self {
            key: key.clone(),
            path: path.clone(),
        }
    }

    fn field(&self) -> (Key, Path) {
        (self.key.clone(), self.path.clone())
    }
}

/// How far a draft has come.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Stand {
    /// It is being typed.
    Typing,
    /// It was left and is no change: it cannot be read, has several meanings, or belongs to
    /// something that is still being made.
    Kept,
    /// It was given where something is made, and nothing was typed yet.
    Given,
    /// It was asked for as a change; the field will hold this.
    Sent(Option<Value>),
    /// It is in the document, as this, and the field still has the focus.
    In(Option<Value>),
}

/// What is typed into a field.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// Why the record does not take it, where it was tried.
    pub refused: Option<FieldError>,
    pub(super) stand: Stand,
    /// When it was typed into last, in seconds.
    pub(super) since: f64,
}

impl Draft {
    /// Whether the document does not hold it.
    pub fn is_open(&self) -> bool {
        matches!(self.stand, Stand::Typing | Stand::Kept)
    }

    /// Whether it was left unfinished.
    pub fn is_left(&self) -> bool {
        self.stand == Stand::Kept
    }
}

/// What is typed into fields, by field.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    all: BTreeMap<Spot, Draft>,
}

/// What a document's journal knows of drafts.
pub(super) type Known = crate::store::journal::Drafts;

/// So long after the last key a draft is told to the journal, in seconds.
const TOLD_AFTER: f64 = 0.5;

impl Drafts {
    /// The draft of a field.
    pub fn get(&self, spot: &Spot) -> Option<&Draft> {
        self.all.get(spot)
    }

    pub(super) fn get_mut(&mut self, spot: &Spot) -> Option<&mut Draft> {
        self.all.get_mut(spot)
    }

    pub(super) fn put(&mut self, spot: &Spot, text: String, stand: Stand, since: f64) {
        let draft = Draft {
            text,
            refused: None,
            stand,
            since,
        };
        self.all.insert(spot.clone(), draft);
    }

    pub(super) fn take(&mut self, spot: &Spot) -> Option<Draft> {
        self.all.remove(spot)
    }

    /// Every draft that the document does not hold, in the order of records and fields.
    pub fn open(&self) -> impl Iterator<Item = (&Spot, &Draft)> {
        self.all.iter().filter(|(_, draft)| draft.is_open())
    }

    /// Those that were left unfinished.
    pub fn left(&self) -> impl Iterator<Item = (&Spot, &Draft)> {
        self.all.iter().filter(|(_, draft)| draft.is_left())
    }

    /// Whether something unfinished stands in a part of a record.
    pub fn any_within(&self, key: &Key, whole: &Path) -> bool {
        self.open()
            .any(|(spot, _)| spot.key == *key && spot.path.is_within(whole))
    }

    /// The texts that stand in a part of a record, by their path from there on.
    pub fn within(&self, key: &Key, whole: &Path) -> Vec<(Path, &str)> {
        let inside = self.all.iter().filter(|(spot, _)| {
            let Spot { key: own, path } = spot;
            own == key && path.is_within(whole)
        });
        inside
            .map(|(spot, draft)| (from_there(&spot.path, whole), draft.text.as_str()))
            .collect()
    }

    /// Throws away what stands in a part of a record.
    pub(super) fn forget_within(&mut self, key: &Key, whole: &Path) {
        self.all
            .retain(|spot, _| !(spot.key == *key && spot.path.is_within(whole)));
    }

    /// The drafts of a list follow its items, which come to other places: `to` tells where the item
    /// at a place is now. Drafts of an item that is gone go with it.
    pub(super) fn follow(&mut self, key: &Key, list: &Path, to: impl Fn(usize) -> Option<usize>) {
        let of_list = |spot: &Spot| spot.key == *key && spot.path.is_within(list);
        let (moving, staying): (BTreeMap<_, _>, BTreeMap<_, _>) = std::mem::take(&mut self.all)
            .into_iter()
            .partition(|(spot, _)| of_list(spot));
        self.all = staying;
        for (spot, draft) in moving {
            let inner = from_there(&spot.path, list);
            let place = match inner.parts().first() {
                Some(Part::At(place)) => place.parse::<usize>().ok(),
                _ => None,
            };
            let Some(place) = place else {
                self.all.insert(spot, draft);
                continue;
            };
            if let Some(now) = to(place) {
                let path = joined(&list.at(now), &inner.parts()[1..]);
                self.all.insert(Spot::new(key, &path), draft);
            }
        }
    }

    /// The drafts of an entry of a table follow it to another key.
    pub(super) fn rename(&mut self, key: &Key, table: &Path, from: &str, to: &str) {
        let entry = table.at(from);
        let moving: Vec<Spot> = self
            .all
            .keys()
            .filter(|spot| spot.key == *key && spot.path.is_within(&entry))
            .cloned()
            .collect();
        for spot in moving {
            if let Some(draft) = self.all.remove(&spot) {
                let inner = from_there(&spot.path, &entry);
                let path = joined(&table.at(to), inner.parts());
                self.all.insert(Spot::new(key, &path), draft);
            }
        }
    }

    /// What the document's journal does not know yet: a text, or that there is none any more.
    pub(super) fn untold(&self, known: &Known, now: f64) -> Vec<(Spot, Option<String>)> {
        let mut news = Vec::new();
        for (spot, draft) in self.all.iter().filter(|(_, draft)| draft.is_open()) {
            let settled = draft.is_left() || now - draft.since >= TOLD_AFTER;
            if settled && known.get(&spot.field()) != Some(&draft.text) {
                news.push((spot.clone(), Some(draft.text.clone())));
            }
        }
        for (key, path) in known.keys() {
            let spot = Spot::new(key, path);
            if !self.all.get(&spot).is_some_and(Draft::is_open) {
                news.push((spot, None));
            }
        }
        news
    }

    /// The drafts that are asked for as changes, or are in the document.
    pub(super) fn committed(&self) -> Vec<Spot> {
        let committed = self
            .all
            .iter()
            .filter(|(_, draft)| matches!(draft.stand, Stand::Sent(_) | Stand::In(_)));
        committed.map(|(spot, _)| spot.clone()).collect()
    }

    /// Those that are being typed.
    pub(super) fn typing(&self) -> impl Iterator<Item = (&Spot, &Draft)> {
        self.all
            .iter()
            .filter(|(_, draft)| draft.stand == Stand::Typing)
    }
}

/// A path from what holds it on.
fn from_there(path: &Path, whole: &Path) -> Path {
    let rest = path.parts().get(whole.parts().len()..).unwrap_or_default();
    joined(&Path::default(), rest)
}

/// A path with more parts behind it.
pub fn joined(path: &Path, parts: &[Part]) -> Path {
    parts.iter().fold(path.clone(), |path, part| match part {
        Part::Field(name) => path.field(name),
        Part::At(place) => path.at(place),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Kind;

    fn spot(path: &str) -> Spot {
        Spot::new(&Key::new(Kind::Commitment, "c"), &path.parse().unwrap())
    }

    fn drafts(paths: &[&str]) -> Drafts {
        let mut drafts = Drafts::default();
        for path in paths {
            drafts.put(&spot(path), (*path).to_owned(), Stand::Kept, 0.0);
        }
        drafts
    }

    fn texts(drafts: &Drafts) -> Vec<(String, String)> {
        let all = drafts.open();
        all.map(|(spot, draft)| (spot.path.to_string(), draft.text.clone()))
            .collect()
    }

    #[test]
    fn drafts_go_with_their_item_when_a_list_changes() {
        let mut drafts = drafts(&[
            "status[0].date",
            "status[2].date",
            "status[new].date",
            "summary",
        ]);
        let key = Key::new(Kind::Commitment, "c");
        // The item in the middle is taken out.
        drafts.follow(&key, &"status".parse().unwrap(), |place| match place {
            1 => None,
            0 => Some(0),
            place => Some(place - 1),
        });
        let now = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        assert_eq!(
            texts(&drafts),
            [
                now("status[0].date", "status[0].date"),
                now("status[1].date", "status[2].date"),
                now("status[new].date", "status[new].date"),
                now("summary", "summary"),
            ]
        );
        drafts.follow(&key, &"status".parse().unwrap(), |place| {
            (place != 1).then_some(place)
        });
        assert_eq!(texts(&drafts).len(), 3);
    }

    #[test]
    fn the_journal_is_told_what_is_typed_when_the_typing_rests_and_when_it_is_gone() {
        let mut drafts = drafts(&["summary"]);
        let here = spot("summary");
        let told = |text: Option<&str>| vec![(here.clone(), text.map(str::to_owned))];
        let mut known = Known::new();
        assert_eq!(drafts.untold(&known, 0.0), told(Some("summary")));
        known.insert(here.field(), "summary".to_owned());
        assert_eq!(drafts.untold(&known, 9.0), []);
        drafts.put(&here, "more".to_owned(), Stand::Typing, 9.0);
        assert_eq!(drafts.untold(&known, 9.1), []);
        assert_eq!(drafts.untold(&known, 9.6), told(Some("more")));
        drafts.take(&here);
        assert_eq!(drafts.untold(&known, 9.7), told(None));
    }

    #[test]
    fn what_stands_in_a_part_of_a_record_is_found_by_its_path_from_there_on() {
        let drafts = drafts(&["fulfils[new].share", "fulfils[new].commitment", "stage"]);
        let key = Key::new(Kind::Commitment, "c");
        let part: Path = "fulfils[new]".parse().unwrap();
        let inside = drafts.within(&key, &part);
        let names: Vec<String> = inside.iter().map(|(path, _)| path.to_string()).collect();
        assert_eq!(names, ["commitment", "share"]);
        assert!(drafts.any_within(&key, &"fulfils".parse().unwrap()));
        assert!(!drafts.any_within(&key, &"status".parse().unwrap()));
    }
}
