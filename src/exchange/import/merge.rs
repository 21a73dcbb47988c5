//! Records of another book, or of our own exports, come into a book: what is new is added, what is the
//! same stays, what has the same id and says otherwise is told and left as it is unless wished.

use crate::edit::{AnyRecord, Change, Command, Deed, Key, Kind, Label};
use crate::model::Dataset;

/// What becomes of records that have the id of one that says otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Differing {
    /// The book's own stays.
    #[default]
    Keep,
    /// The one that comes takes its place.
    Replace,
}

/// What becomes of records that come into a book.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Merge {
    /// New ones.
    pub added: Vec<Key>,
    /// Those that the book has, word for word.
    pub same: usize,
    /// Those whose id the book has for something else.
    pub differing: Vec<Key>,
    /// Those that cannot come in, because another kind of record has their id.
    pub taken: Vec<Key>,
    changes: Vec<Change>,
}

/// Holds records against a book. What the file says of itself comes in only where the book is empty.
#[must_use]
pub fn merge(dataset: &Dataset, records: Vec<AnyRecord>, differing: Differing) -> Merge {
    let is_empty = is_empty(dataset);
    let mut merge = Merge::default();
    for record in records {
        let key = record.key();
        let before = AnyRecord::of(dataset, &key);
        if before.as_ref() == Some(&record) {
            merge.same += 1;
            continue;
        }
        let twin = match key.kind {
            Kind::Commitment => Some(Kind::Aid),
            Kind::Aid => Some(Kind::Commitment),
            _ => None,
        };
        if twin.is_some_and(|twin| AnyRecord::is_in(dataset, &Key::new(twin, &key.id))) {
            merge.taken.push(key);
            continue;
        }
        let comes = match before {
            None => true,
            Some(_) if key.kind == Kind::Header => is_empty,
            Some(_) => false,
        };
        if comes {
            merge.added.push(key);
        } else {
            merge.differing.push(key);
            if differing == Differing::Keep {
                continue;
            }
        }
        merge.changes.push(Change::Put(Box::new(record)));
    }
    merge
}

fn is_empty(dataset: &Dataset) -> bool {
    let mut kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Header);
    kinds.all(|kind| AnyRecord::keys(dataset, *kind).is_empty())
}

impl Merge {
    /// The command that does it, in one step; none where nothing changes. `file` is the name of the file
    /// that the records come from.
    #[must_use]
    pub fn command(self, file: &str) -> Option<Command> {
        let mut keys = self.changes.iter().map(Change::key);
        let first = keys.find(|key| key.kind != Kind::Header);
        let first = first.or_else(|| self.changes.first().map(Change::key))?;
        let label = Label {
            file: Some(file.to_owned()),
            ..Label::new(Deed::Imported, first).counting(self.changes.len())
        };
        Some(Command {
            label,
            changes: self.changes,
            group: None,
        })
    }
}

/// Every record of a book, what it says of itself first.
#[must_use]
pub fn records_of(dataset: &Dataset) -> Vec<AnyRecord> {
    let header = std::iter::once(Key::header());
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Header);
    let keys = header.chain(kinds.flat_map(|kind| AnyRecord::keys(dataset, *kind)));
    keys.filter_map(|key| AnyRecord::of(dataset, &key))
        .collect()
}
