//! What was left unsaved: journals that no living window writes, with something that no file holds.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::compare::Onto;
use crate::edit::Event;
use crate::model::Dataset;
use crate::store::disk::Disk;
use crate::store::format::ReadFile;
use crate::store::hash::FileHash;
use crate::store::open::{OpenProblem, open};

use super::error::JournalError;
use super::home::{Hold, Journals, hold, may_be_unsaved, remove};
use super::read::{self, Kept};
use super::state::State;
use super::write::{Journal, Place};

/// What was left unsaved, latest first.
#[derive(Debug, Default)]
pub struct Found {
    /// What can be offered.
    pub left: Vec<Left>,
    /// The journals that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// A journal that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// The name of its folder.
    pub key: String,
    /// Why not.
    pub error: JournalError,
}

/// A document with something unsaved, held until this is dropped: no other window offers it.
#[derive(Debug)]
pub struct Left {
    journal: Journal,
    key: String,
    lost: usize,
    document: DocumentNow,
}

/// What became of a document's file since the journal was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentNow {
    /// It was never in a file.
    NeverSaved,
    /// It is as it was.
    AsItWas,
    /// It was changed since.
    Changed {
        /// Its hash now.
        hash: FileHash,
        /// What it holds now.
        dataset: Arc<Dataset>,
    },
    /// It is not there: moved, renamed or deleted.
    Gone,
    /// It is there, but cannot be read whole.
    Unreadable,
}

impl Journals {
    /// What was left unsaved and no living window holds. Where the program ended between saving a
    /// document and noting it, that is noted now, and nothing is offered.
    ///
    /// # Errors
    /// When the folder of journals cannot be listed.
    pub fn left(&self, now: Timestamp, disk: &dyn Disk) -> Result<Found, JournalError> {
        let mut found = Found::default();
        for folder in self.all(disk)? {
            match self.left_in(&folder, now, disk) {
                Ok(left) => found.left.extend(left),
                Err(error) => found.unreadable.push(Unreadable {
                    key: name_of(&folder),
                    error,
                }),
            }
        }
        found
            .left
            .sort_by_key(|left| std::cmp::Reverse(left.state().at()));
        Ok(found)
    }

    fn left_in(
        &self,
        folder: &Path,
        now: Timestamp,
        disk: &dyn Disk,
    ) -> Result<Option<Left>, JournalError> {
        if !may_be_unsaved(folder, disk) {
            return Ok(None);
        }
        let Hold::Free(held) = hold(folder, disk)? else {
            return Ok(None);
        };
        let Some(kept) = read::read(folder, disk)? else {
            return Ok(None);
        };
        if !kept.state.is_unsaved() {
            return Ok(None);
        }
        let key = name_of(folder);
        let document_key = key.split('+').next().unwrap_or_default().to_owned();
        let place = Place::of(folder.to_owned(), document_key, held, &kept);
        let Kept { lost, state, .. } = kept;
        let mut left = Left {
            document: DocumentNow::NeverSaved,
            journal: Journal::at(self, state, place),
            key,
            lost,
        };
        left.look(disk);
        if let DocumentNow::Changed { hash, dataset } = &left.document
            && dataset == left.state().dataset()
            && left.state().drafts().is_empty()
            && let Some(path) = left.state().path()
        {
            let noted = State::saved_as(path, *hash);
            left.journal.log(vec![noted], now, disk)?;
            return Ok(None);
        }
        Ok(Some(left))
    }

    /// Removes a journal that cannot be read.
    ///
    /// # Errors
    /// When another window holds it, or the disk refuses.
    pub fn remove_unreadable(&self, key: &str, disk: &dyn Disk) -> Result<(), JournalError> {
        let folder = self.folder().join(key);
        if let Hold::Free(held) = hold(&folder, disk)? {
            remove(&folder, disk);
            drop(held);
        }
        Ok(())
    }
}

impl Left {
    /// The name of its journal.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The document as it was left.
    pub fn state(&self) -> &State {
        self.journal.state()
    }

    /// What became of its file.
    pub fn document(&self) -> &DocumentNow {
        &self.document
    }

    /// How many lines of its journal could not be used, damaged ones and those behind them.
    pub fn lost(&self) -> usize {
        self.lost
    }

    /// Looks anew what became of its file. Whether that is something else than before.
    pub fn look(&mut self, disk: &dyn Disk) -> bool {
        let now = self.document_now(disk);
        let before = std::mem::replace(&mut self.document, now);
        before != self.document
    }

    fn document_now(&self, disk: &dyn Disk) -> DocumentNow {
        let Some(path) = self.state().path() else {
            return DocumentNow::NeverSaved;
        };
        let (file, bytes) = match open(path, disk) {
            Ok(opened) => opened,
            Err(error) if matches!(error.why, OpenProblem::Missing) => return DocumentNow::Gone,
            Err(_) => return DocumentNow::Unreadable,
        };
        let hash = FileHash::of(&bytes);
        if self.state().hash() == Some(hash) {
            return DocumentNow::AsItWas;
        }
        let ReadFile {
            dataset,
            damage,
            newer_schema,
            ..
        } = file;
        if !damage.is_empty() || newer_schema.is_some() {
            return DocumentNow::Unreadable;
        }
        DocumentNow::Changed {
            hash,
            dataset: Arc::new(dataset),
        }
    }

    /// What is to be put onto the file as it is now; none: it was not changed, or cannot be.
    pub fn onto(&self) -> Option<Onto> {
        let DocumentNow::Changed { dataset, .. } = &self.document else {
            return None;
        };
        let before = self.state().on_disk().map(Arc::as_ref);
        Some(Onto::new(before, self.state().dataset(), dataset))
    }

    /// Notes that it was thrown away: it is not offered again.
    ///
    /// # Errors
    /// When the disk refuses; it is then offered again.
    pub fn throw_away(&mut self, now: Timestamp, disk: &dyn Disk) -> Result<(), JournalError> {
        self.journal.log(vec![Event::ThrownAway], now, disk)
    }

    /// Notes that all of it was written to a file: it is not offered again.
    ///
    /// # Errors
    /// When the disk refuses; it is then offered again.
    pub fn saved_to(
        &mut self,
        path: &Path,
        hash: FileHash,
        now: Timestamp,
        disk: &dyn Disk,
    ) -> Result<(), JournalError> {
        let mut events: Vec<Event> = self.state().no_drafts().collect();
        events.push(State::saved_as(path, hash));
        self.journal.log(events, now, disk)
    }

    /// The journal, to go on with.
    pub fn go_on(self) -> Journal {
        self.journal
    }

    /// A journal of its own for the document as one that is in no file, on the disk already. This
    /// one is settled then.
    ///
    /// # Errors
    /// When the disk refuses; this one then stays.
    pub fn go_on_alone(
        &mut self,
        journals: &Journals,
        now: Timestamp,
        disk: &dyn Disk,
    ) -> Result<Journal, JournalError> {
        let mut alone = Journal::new(journals, self.state().clone().without_file());
        alone.begin(now, disk)?;
        self.throw_away(now, disk)?;
        Ok(alone)
    }
}

fn name_of(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
