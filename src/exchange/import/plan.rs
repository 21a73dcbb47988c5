//! What is going to be imported: what becomes of each row, counted and summed up, and the one command
//! that does it.

mod command;
mod summary;

use std::sync::Arc;

pub use self::command::command;
pub use self::summary::{Counted, Group, Reason, Summary};
use super::draft::{Doubt, Draft, Place, Skip, Told};
use super::file::FileFacts;
use super::judge::Giver;
use super::parties::State;
use crate::model::{AidId, PartyId};

/// What becomes of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// A new entry, of that giver.
    New(usize),
    /// A new entry that restates the sum of an entry of the book.
    Voice(usize, AidId),
    /// None.
    Out(Skip),
}

/// What is going to be imported. Nothing is done yet.
#[derive(Clone, Debug)]
pub struct Plan {
    file: FileFacts,
    told: Arc<Told>,
    givers: Vec<Giver>,
    fates: Vec<Fate>,
    likely: Vec<(usize, AidId)>,
    doubts: Vec<Doubt>,
}

/// What becomes of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome<'a> {
    /// A new entry of that party.
    New(&'a PartyId),
    /// A new entry of that party that restates the sum of this entry of the book.
    Voice(&'a PartyId, &'a AidId),
    /// None, and why.
    Skipped(&'a Skip),
}

/// A row and what becomes of it. A row of which several entries are made is told several times.
#[derive(Clone, Debug)]
pub struct RowTold<'a> {
    /// Where it stands.
    pub place: &'a Place,
    /// What was read there, where an entry could be made of it.
    pub draft: Option<&'a Draft>,
    /// What becomes of it.
    pub outcome: Outcome<'a>,
}

impl Plan {
    pub(super) fn new(
        file: FileFacts,
        told: Arc<Told>,
        givers: Vec<Giver>,
        fates: Vec<Fate>,
        likely: Vec<(usize, AidId)>,
        doubts: Vec<Doubt>,
    ) -> Self {
        Self {
            file,
            told,
            givers,
            fates,
            likely,
            doubts,
        }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &FileFacts {
        &self.file
    }

    /// What the layout told, to be judged again by other choices.
    #[must_use]
    pub fn told(&self) -> &Arc<Told> {
        &self.told
    }

    /// What a person should look at.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// The drafts that are likely the same as an entry of the book, by their number, and which: also
    /// those that are taken in or left out for it by choice.
    #[must_use]
    pub fn likely(&self) -> &[(usize, AidId)] {
        &self.likely
    }

    /// A draft by its number.
    #[must_use]
    pub fn draft(&self, at: usize) -> Option<&Draft> {
        self.told.drafts.get(at)
    }

    /// How many rows were read, headings not counted.
    #[must_use]
    pub fn rows_read(&self) -> u64 {
        self.told.rows
    }

    /// How many entries are made.
    #[must_use]
    pub fn entries(&self) -> usize {
        let is_made = |fate: &&Fate| !matches!(fate, Fate::Out(_));
        self.fates.iter().filter(is_made).count()
    }

    /// The states that become parties, each once, by id.
    #[must_use]
    pub fn new_parties(&self) -> Vec<&'static State> {
        let made = self.fates.iter().filter_map(|fate| match fate {
            Fate::New(giver) | Fate::Voice(giver, _) => self.givers.get(*giver)?.new,
            Fate::Out(_) => None,
        });
        let mut states: Vec<&'static State> = made.collect();
        states.sort_by_key(|state| state.id);
        states.dedup_by_key(|state| state.id);
        states
    }

    /// Whether nothing is imported.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fates.iter().all(|fate| matches!(fate, Fate::Out(_)))
    }

    /// What becomes of a draft, by its number.
    #[must_use]
    pub fn outcome(&self, at: usize) -> Option<Outcome<'_>> {
        let party = |giver: &usize| self.givers.get(*giver).map(|giver| &giver.party);
        Some(match self.fates.get(at)? {
            Fate::New(giver) => Outcome::New(party(giver)?),
            Fate::Voice(giver, id) => Outcome::Voice(party(giver)?, id),
            Fate::Out(why) => Outcome::Skipped(why),
        })
    }

    /// Every row with what becomes of it: by row where the file has one sheet, else first what was
    /// drafted and then what the layout left out. None is built up: they are told one by one.
    pub fn rows(&self) -> impl Iterator<Item = RowTold<'_>> {
        let drafts = self.told.drafts.iter().enumerate();
        let mut drafted = drafts
            .filter_map(|(at, draft)| {
                Some(RowTold {
                    place: &draft.place,
                    draft: Some(draft),
                    outcome: self.outcome(at)?,
                })
            })
            .peekable();
        let skipped = self.told.skipped.iter();
        let mut skipped = skipped
            .map(|skipped| RowTold {
                place: &skipped.place,
                draft: None,
                outcome: Outcome::Skipped(&skipped.why),
            })
            .peekable();
        std::iter::from_fn(move || {
            let first = match (drafted.peek(), skipped.peek()) {
                (Some(a), Some(b)) => a.place.sheet != b.place.sheet || a.place.row <= b.place.row,
                (Some(_), None) => true,
                (None, _) => false,
            };
            if first {
                drafted.next()
            } else {
                skipped.next()
            }
        })
    }
}
