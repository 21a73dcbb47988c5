//! The desk: what is being edited. It holds the document as it is now (the numbers shown may still
//! be those of before), what is typed and is no change yet, which field has the focus. Fields of the
//! form and fields opened in place share it, so that a text is the same wherever it is seen.

mod drafts;
mod make;
mod records;
mod told;
mod typing;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui;
use serde_json::Value;

use crate::edit::{AnyRecord, Group, Key, Kind, Leaf, Need, Part, Path, Shape, Variant, field};
use crate::model::{Dataset, PartyId};
use crate::session::{ReadOnly, Revision, Session};
use crate::text::{Lang, Texts};

use super::widgets::pick::Pick;

pub use drafts::{Draft, Drafts, Spot, joined};
pub use make::{Made, Needed, is_key, key_of, needed, variant};
pub use records::{RecordIndex, RecordRow};
pub use told::{error, named, reading, value};
pub use typing::Said;
pub(in crate::ui) use typing::Tended;

/// A visit to a field: from getting the focus to losing it.
#[derive(Clone, Debug)]
struct Visit {
    spot: Spot,
    number: u64,
    /// The frame in which the field was painted with the focus last.
    seen: u64,
    /// Whether something was put into the document during it.
    committed: bool,
}

impl Visit {
    fn group(&self) -> Group {
        Group {
            key: self.spot.key.clone(),
            path: self.spot.path.clone(),
            visit: self.number,
        }
    }
}

/// A field that is to have the focus when it is painted next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The record.
    pub key: Key,
    /// The field; none: the first that can be changed.
    pub path: Option<Path>,
}

/// A value that is edited where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InPlace {
    /// Which.
    pub spot: Spot,
    /// Whether its field had the focus already.
    pub begun: bool,
}

impl InPlace {
    /// A value that begins to be edited.
    pub fn new(spot: &Spot) -> Self {
        Self {
            spot: spot.clone(),
            begun: false,
        }
    }
}

/// What is being edited.
#[derive(Debug)]
pub struct Desk {
    book: Arc<Dataset>,
    revision: Option<Revision>,
    read_only: Option<ReadOnly>,
    lang: Lang,
    /// The party whose page is shown.
    party: Option<PartyId>,
    drafts: Drafts,
    visit: Option<Visit>,
    /// Fields that lost the focus to another one and are to be left.
    left_before: Vec<Visit>,
    visits: u64,
    painted: u64,
    trees: BTreeMap<Key, Rc<Value>>,
    rows: BTreeMap<Key, Option<Rc<RecordRow>>>,
    index: Option<Rc<RecordIndex>>,
    /// The list that is open to pick from, by the widget that opened it.
    pub pick: Option<(egui::Id, Pick)>,
    /// The field that is to have the focus.
    pub wanted: Option<Wanted>,
    /// The value that is edited where it stands.
    pub in_place: Option<InPlace>,
    /// The values of the row that is painted that can be edited in place, in the order painted.
    pub row: Vec<Spot>,
    /// Those of them that are not shown.
    pub hidden: Vec<Spot>,
    /// Tab in a value that is edited in place: so many values on.
    pub step: Option<isize>,
    /// The record whose row is to have the focus.
    pub wanted_row: Option<Key>,
    /// The record whose row has the focus.
    pub focused_row: Option<Key>,
}

impl Desk {
    /// A desk over a book.
    pub fn new(book: &Arc<Dataset>) -> Self {
        Self {
            book: Arc::clone(book),
            revision: None,
            read_only: None,
            lang: Lang::default(),
            party: None,
            drafts: Drafts::default(),
            visit: None,
            left_before: Vec::new(),
            visits: 0,
            painted: 0,
            trees: BTreeMap::new(),
            rows: BTreeMap::new(),
            index: None,
            pick: None,
            wanted: None,
            in_place: None,
            row: Vec::new(),
            hidden: Vec::new(),
            step: None,
            wanted_row: None,
            focused_row: None,
        }
    }

    /// Follows the document, the language and the page shown.
    pub fn follow(&mut self, session: &Session, lang: Lang, party: Option<&PartyId>) {
        if self.revision != Some(session.revision()) || !Arc::ptr_eq(&self.book, session.dataset())
        {
            self.book = Arc::clone(session.dataset());
            self.revision = Some(session.revision());
            self.trees.clear();
            self.rows.clear();
            self.index = None;
        }
        if self.lang != lang {
            self.lang = lang;
            self.rows.clear();
            self.index = None;
        }
        self.read_only = session.read_only();
        if self.party.as_ref() != party {
            self.party = party.cloned();
        }
    }

    /// Another document is open: what was typed into the one before is gone with it, and what its
    /// journal kept is there again.
    pub fn take(&mut self, session: &Session) {
        self.drafts = Drafts::default();
        self.leave_all();
        for ((key, path), text) in session.drafts() {
            self.hold(&Spot::new(key, path), text.clone());
        }
    }

    /// The same document was read again: what was typed stays.
    pub fn keep(&mut self) {
        self.leave_all();
    }

    fn leave_all(&mut self) {
        self.visit = None;
        self.left_before.clear();
        self.in_place = None;
        self.pick = None;
        self.wanted = None;
    }

    /// The document as it is now.
    pub fn book(&self) -> &Arc<Dataset> {
        &self.book
    }

    /// Why it cannot be changed; none: it can.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// The party whose page is shown.
    pub fn party(&self) -> Option<&PartyId> {
        self.party.as_ref()
    }

    /// What is typed and is no change yet.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// Whether a record has anything that was left unfinished.
    pub fn is_left(&self, key: &Key) -> bool {
        self.drafts.left().any(|(spot, _)| spot.key == *key)
    }

    /// A record as a tree; made once for a state of the document. Nothing where it is not there.
    pub fn tree(&mut self, key: &Key) -> Rc<Value> {
        if let Some(tree) = self.trees.get(key) {
            return Rc::clone(tree);
        }
        let record = AnyRecord::of(&self.book, key);
        let tree = Rc::new(record.map(|record| record.to_tree()).unwrap_or_default());
        self.trees.insert(key.clone(), Rc::clone(&tree));
        tree
    }

    /// What may stand in a field.
    pub fn slot(&mut self, spot: &Spot) -> Option<field::Slot> {
        let tree = self.tree(&spot.key);
        field::slot(spot.key.kind, &tree, &real(&spot.path))
    }

    /// The leaf in a field, with whether something must stand there.
    pub fn leaf(&mut self, spot: &Spot) -> Option<(Leaf, Need)> {
        if is_new(&spot.key) && spot.path.to_string() == "id" {
            // Only a party's id is typed: it is its code.
            return Some((Leaf::Country, Need::Required));
        }
        if let (true, Some((table, _))) = (is_key(&spot.path), spot.path.split_last()) {
            return match self.slot(&Spot::new(&spot.key, &table))?.shape {
                Shape::Table(leaf, _) => Some((leaf, Need::Required)),
                _ => None,
            };
        }
        match self.slot(spot)? {
            field::Slot {
                shape: Shape::Leaf(leaf),
                need,
            } => Some((leaf, need)),
            _ => None,
        }
    }

    /// Whether there is such a field, or something is being made there.
    pub fn is_field(&mut self, spot: &Spot) -> bool {
        if is_key(&spot.path) {
            return true;
        }
        let here = self.slot(spot);
        let is_value = |here: field::Slot| matches!(here.shape, Shape::Leaf(_) | Shape::OneOf(_));
        if !here.is_some_and(is_value) {
            return false;
        }
        let tree = self.tree(&spot.key);
        let mut reached = Path::default();
        spot.path.parts().iter().all(|part| {
            reached = joined(&reached, std::slice::from_ref(part));
            match part {
                Part::At(place) if place != NEW => field::value(&tree, &reached).is_some(),
                _ => true,
            }
        })
    }

    /// What a field may be one of, where it may be one of several.
    pub(super) fn variants(&mut self, spot: &Spot) -> Option<&'static [Variant]> {
        match self.slot(spot)?.shape {
            Shape::OneOf(variants) => Some(variants),
            _ => None,
        }
    }

    /// A record with a few words; made once for a state of the document.
    pub fn record(&mut self, key: &Key) -> Option<Rc<RecordRow>> {
        if let Some(row) = self.rows.get(key) {
            return row.clone();
        }
        let row = RecordRow::of(&self.book, key, Texts::new(self.lang)).map(Rc::new);
        self.rows.insert(key.clone(), row.clone());
        row
    }

    /// Every record, to be found by its words; made once for a state of the document.
    pub fn records(&mut self) -> Rc<RecordIndex> {
        if let Some(index) = &self.index {
            return Rc::clone(index);
        }
        let index = Rc::new(RecordIndex::of(&self.book, self.lang));
        self.index = Some(Rc::clone(&index));
        index
    }
}

/// The place of an item that is still being made, in a list or table.
pub const NEW: &str = "new";

/// Whether a key is that of a record that is still being made.
pub fn is_new(key: &Key) -> bool {
    key.id.is_empty() && key.kind != Kind::Header
}

/// A path whose places can be looked up: an item that is being made stands behind all others.
fn real(path: &Path) -> Path {
    let parts: Vec<Part> = path
        .parts()
        .iter()
        .map(|part| match part {
            Part::At(place) if place == NEW => Part::At(u32::MAX.to_string()),
            part => part.clone(),
        })
        .collect();
    drafts::joined(&Path::default(), &parts)
}

impl Desk {
    /// An item or entry was taken out: what was typed into it goes with it.
    pub(super) fn item_taken(&mut self, key: &Key, list: &Path, place: &str) {
        self.drafts.forget_within(key, &list.at(place));
        let is_list = self
            .slot(&Spot::new(key, list))
            .is_some_and(|slot| matches!(slot.shape, Shape::List(_)));
        if let (true, Ok(taken)) = (is_list, place.parse::<usize>()) {
            self.drafts
                .follow(key, list, |place| match place.cmp(&taken) {
                    std::cmp::Ordering::Less => Some(place),
                    std::cmp::Ordering::Equal => None,
                    std::cmp::Ordering::Greater => Some(place - 1),
                });
        }
    }

    /// An item was moved: what was typed into it goes with it.
    pub(super) fn item_moved(&mut self, key: &Key, list: &Path, from: usize, to: usize) {
        self.drafts.follow(key, list, |place| {
            Some(match place {
                place if place == from => to,
                place if from < place && place <= to => place - 1,
                place if to <= place && place < from => place + 1,
                place => place,
            })
        });
    }

    /// An entry has another key: what was typed into it goes with it.
    pub(super) fn renamed(&mut self, key: &Key, table: &Path, from: &str, to: &str) {
        self.drafts.rename(key, table, from, to);
    }
}
