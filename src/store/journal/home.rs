//! Where journals are: a folder a document, which one window at a time holds.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::edit::Event;
use crate::model::Dataset;
use crate::store::disk::{Disk, Held};
use crate::store::folders::document_key;
use crate::store::hash::FileHash;

use super::error::{JournalError, JournalStep, failed};
use super::read::{self, Kept, generations, is_missing};
use super::state::State;
use super::write::{Journal, Place};

/// The longest that a log may become, in bytes, before it is begun anew.
const LOG_LIMIT: u64 = 16 * 1024 * 1024;

/// How many journals without anything unsaved stay.
const KEPT: usize = 50;

/// How long a journal with something unsaved stays at least.
const UNSAVED_STAYS: Duration = Duration::from_hours(180 * 24);

/// How many windows may have a journal for the same document.
const MOST_WINDOWS: u32 = 100;

/// In a journal's folder: held by the window that writes the journal.
const LOCK: &str = "lock";

/// The journals of all documents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Journals {
    folder: PathBuf,
    limit: u64,
}

/// What became of taking hold of a journal.
pub(super) enum Hold {
    /// No other window writes it. None: the disk knows no locks, and nobody can tell.
    Free(Option<Held>),
    /// Another window does.
    Taken,
}

impl Journals {
    /// Those in a data folder.
    pub fn new(data_folder: &Path) -> Self {
        Self {
            folder: data_folder.join("journals"),
            limit: LOG_LIMIT,
        }
    }

    /// The same, with logs that are begun anew from so many bytes on.
    #[must_use]
    pub fn with_logs_up_to(self, limit: u64) -> Self {
        Self { limit, ..self }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn limit(&self) -> u64 {
        self.limit
    }

    /// What the journal of this name holds, whether a window writes it now or not; none: there is
    /// no such journal.
    ///
    /// # Errors
    /// When the disk refuses, or nothing of it can be read.
    pub fn read(&self, key: &str, disk: &dyn Disk) -> Result<Option<State>, JournalError> {
        let kept = read::read(&self.folder.join(key), disk)?;
        Ok(kept.map(|kept| kept.state))
    }

    /// The journal of the document at `path`, opened just now with this content, to be gone on with:
    /// one that nobody holds, and whose history ends in what the file holds. None: there is none, or
    /// it has something unsaved that is not in the file.
    pub fn resume(
        &self,
        path: &Path,
        hash: FileHash,
        dataset: &Arc<Dataset>,
        disk: &dyn Disk,
    ) -> Option<Journal> {
        let key = document_key(path);
        let folders = (1..=MOST_WINDOWS).map(|n| self.place(&key, n));
        folders
            .take_while(|folder| disk.stamp(folder).is_ok())
            .find_map(|folder| {
                let found = self.resume_in(&folder, &key, path, hash, dataset, disk);
                found.unwrap_or_else(|error| {
                    tracing::warn!(%error, "a journal is not gone on with");
                    None
                })
            })
    }

    fn resume_in(
        &self,
        folder: &Path,
        key: &str,
        path: &Path,
        hash: FileHash,
        dataset: &Arc<Dataset>,
        disk: &dyn Disk,
    ) -> Result<Option<Journal>, JournalError> {
        if generations(folder, disk)?.is_empty() {
            return Ok(None);
        }
        let Hold::Free(held) = hold(folder, disk)? else {
            return Ok(None);
        };
        let Some(kept) = read::read(folder, disk)? else {
            return Ok(None);
        };
        let state = &kept.state;
        let same = state.dataset() == dataset;
        if state.is_unsaved() && !(same && state.drafts().is_empty()) {
            return Ok(None);
        }
        let mut events: Vec<Event> = state.no_drafts().collect();
        if same {
            // The program may have ended between saving and noting it.
            if state.hash() != Some(hash) || state.history().is_modified() {
                events.push(State::saved_as(path, hash));
            }
        } else if state.hash() == Some(hash)
            && let Some(back) = state.back_to_saved()
        {
            events.extend(back);
        } else {
            return Ok(None);
        }
        let place = Place::of(folder.to_owned(), key.to_owned(), held, &kept);
        let mut journal = Journal::at(self, kept.state, place);
        journal.note(events)?;
        // A history that did not lead to what the file holds is none of its.
        Ok(Some(journal).filter(|journal| journal.state().dataset() == dataset))
    }

    /// Takes hold of a folder for a new journal of the document with this key: the first that
    /// nobody holds and in which nothing is unsaved. With the number of its newest generation.
    pub(super) fn claim(
        &self,
        key: &str,
        disk: &dyn Disk,
    ) -> Result<(PathBuf, Option<Held>, u32), JournalError> {
        for number in 1..=MOST_WINDOWS {
            let folder = self.place(key, number);
            disk.create_folder(&folder)
                .map_err(failed(JournalStep::Folder, &folder))?;
            if let Hold::Free(held) = hold(&folder, disk)? {
                let newest = generations(&folder, disk)?.first().copied();
                if newest.is_none() || is_settled(&folder, disk)? {
                    return Ok((folder, held, newest.unwrap_or(0)));
                }
            }
        }
        let full = std::io::Error::other("too many windows have this document open");
        Err(failed(JournalStep::Folder, &self.place(key, 1))(full))
    }

    fn place(&self, key: &str, number: u32) -> PathBuf {
        self.folder.join(match number {
            1 => key.to_owned(),
            _ => format!("{key}+{number}"),
        })
    }

    /// The folders of all journals.
    pub(super) fn all(&self, disk: &dyn Disk) -> Result<Vec<PathBuf>, JournalError> {
        match disk.list(&self.folder) {
            Err(error) if is_missing(&error) => Ok(Vec::new()),
            listed => listed.map_err(failed(JournalStep::List, &self.folder)),
        }
    }

    /// Whether there may be something unsaved to offer. Quick: only the ends of logs are read.
    pub fn may_have_unsaved(&self, disk: &dyn Disk) -> bool {
        let folders = self.all(disk).unwrap_or_default();
        folders.iter().any(|folder| may_be_unsaved(folder, disk))
    }

    /// Removes journals that are no longer kept: without anything unsaved, and older than the fifty
    /// latest of these; with something unsaved, when it is half a year old and there are fifty later
    /// ones. How many went.
    pub fn prune(&self, now: Timestamp, disk: &dyn Disk) -> usize {
        let folders = self.all(disk).unwrap_or_default();
        let mut old: Vec<(Timestamp, bool, PathBuf)> = folders
            .into_iter()
            .filter_map(|folder| {
                let (at, unsaved) = age(&folder, disk)?;
                Some((at, unsaved, folder))
            })
            .collect();
        old.sort_by_key(|found| std::cmp::Reverse(found.0));
        let goes = |(at, unsaved, _): &(Timestamp, bool, PathBuf)| {
            let gone_by = Duration::try_from(now.duration_since(*at)).unwrap_or_default();
            !unsaved || gone_by >= UNSAVED_STAYS
        };
        let going = old.iter().skip(KEPT).filter(|found| goes(found));
        let removed = going.filter(|(_, _, folder)| match hold(folder, disk) {
            Ok(Hold::Free(held)) => {
                remove(folder, disk);
                drop(held);
                true
            }
            _ => false,
        });
        removed.count()
    }
}

/// When something happened last in a journal, and whether it may be unsaved; none: it is no journal.
fn age(folder: &Path, disk: &dyn Disk) -> Option<(Timestamp, bool)> {
    let newest = *generations(folder, disk).ok()?.first()?;
    if let Ok(Some(mark)) = read::left(folder, disk) {
        return Some((mark.at, mark.unsaved));
    }
    let stamp = disk.stamp(&read::log_in(folder, newest)).ok()?;
    let at = Timestamp::try_from(stamp.modified?).ok()?;
    Some((at, true))
}

/// Takes hold of a journal's folder, which is there.
pub(super) fn hold(folder: &Path, disk: &dyn Disk) -> Result<Hold, JournalError> {
    let lock = folder.join(LOCK);
    match disk.create_private(&lock) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(failed(JournalStep::Folder, &lock)(error));
        }
        _ => {}
    }
    match disk.hold(&lock) {
        Ok(Some(held)) => Ok(Hold::Free(Some(held))),
        Ok(None) => Ok(Hold::Taken),
        Err(error) if error.kind() == std::io::ErrorKind::Unsupported => Ok(Hold::Free(None)),
        Err(error) => Err(failed(JournalStep::Folder, &lock)(error)),
    }
}

/// Whether the end of a journal leaves open that something is unsaved.
pub(super) fn may_be_unsaved(folder: &Path, disk: &dyn Disk) -> bool {
    match read::left(folder, disk) {
        Ok(Some(mark)) => mark.unsaved,
        Ok(None) => generations(folder, disk).is_ok_and(|found| !found.is_empty()),
        Err(_) => true,
    }
}

/// Whether the journal in a folder has nothing unsaved. One that cannot be read may have.
fn is_settled(folder: &Path, disk: &dyn Disk) -> Result<bool, JournalError> {
    if !may_be_unsaved(folder, disk) {
        return Ok(true);
    }
    match read::read(folder, disk) {
        Ok(kept) => Ok(!kept.is_some_and(|Kept { state, .. }| state.is_unsaved())),
        Err(JournalError::Damaged { .. } | JournalError::Newer { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Removes the files of a journal's folder but those to be kept. Logs go first, and where one cannot,
/// its base stays, too. What stays harms nobody.
pub(super) fn clear(folder: &Path, keep: &[PathBuf], disk: &dyn Disk) {
    let mut entries = disk.list(folder).unwrap_or_default();
    let is_log = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "jsonl");
    entries.sort_by_key(|path| !is_log(path));
    let lock = folder.join(LOCK);
    let mut going = entries
        .iter()
        .filter(|entry| **entry != lock && !keep.contains(entry));
    let removed = going.try_for_each(|entry| disk.remove(entry));
    if let Err(error) = removed {
        tracing::warn!(%error, folder = %folder.display(), "old parts of a journal stay");
    }
}

/// Removes a journal, which is held.
pub(super) fn remove(folder: &Path, disk: &dyn Disk) {
    clear(folder, &[], disk);
    let gone = disk
        .remove(&folder.join(LOCK))
        .and_then(|()| disk.remove_folder(folder));
    if let Err(error) = gone {
        tracing::warn!(%error, folder = %folder.display(), "a journal is not removed");
    }
}
