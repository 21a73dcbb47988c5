//! Saving: either the old or the new file is whole, always, and nothing that another program wrote
//! is written over unseen.
//!
//! In this order: see that the file on the disk is still the one that is known, by its full hash;
//! write a new file beside it, wait until that is on the disk, read it back and compare, give it
//! the old one's permissions; see once more that the old one is still the known one; put the new
//! one in its place; wait until the folder is on the disk. A failure before the last but one leaves
//! the old file as it was. Between the last look and the replacing lies the time of one system
//! call: so much, and no less, can slip through unseen.
//!
//! Links are followed, also several in a row, also to a file that is not there yet. Of a file that
//! stands under several names (hard links) only the saved name gets the new text: the others keep
//! the old one, and [`Saved::other_names`] says how many. Writing into the old file instead would
//! serve all names, but a crash would tear it. Access lists and other marks that a system keeps
//! beside the permissions are not carried over.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use super::beside::sweep;

use super::beside::{self, Fresh};
use super::disk::{Disk, Rights, Stamp, folder_of};
use super::hash::FileHash;
use super::open::LIMIT;
use super::trouble::Trouble;

/// What the file on the disk must be for a save to go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// Whatever it is: the user was asked and agreed.
    Anything,
    /// No file.
    Nothing,
    /// The file with this hash.
    Hash(FileHash),
}

/// How the file on the disk differs from the expected one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outside {
    /// It was changed, and is now this one.
    Changed(FileHash),
    /// It was removed.
    Gone,
    /// There was none, and now there is this one.
    Appeared(FileHash),
}

/// Which step of a save failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveStep {
    /// Finding the file behind its links.
    Find,
    /// Reading the file on the disk, to see whether it is the expected one.
    Compare,
    /// The file on the disk is not the expected one: [`SaveError::outside`] says how.
    Changed,
    /// Writing the new file beside the old one.
    Write,
    /// Waiting until it is on the disk.
    Sync,
    /// Reading it back.
    Verify,
    /// Giving it the old one's permissions.
    Permissions,
    /// Putting it in the old one's place. The new file is whole and is kept, unless somebody took
    /// it away: [`SaveError::kept`] says where.
    Replace,
    /// Waiting until the folder is on the disk. The new file is in place.
    SyncFolder,
}

/// A file was saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    /// The hash of what now stands in it.
    pub hash: FileHash,
    /// The file itself, behind any links.
    pub target: PathBuf,
    /// How many other names of the old file (hard links) keep its old text.
    pub other_names: u64,
}

/// Why a save failed. Unless the step is [`SaveStep::SyncFolder`], the old file is as it was.
#[derive(Debug, thiserror::Error)]
#[error("saving {path} failed at {step:?}")]
pub struct SaveError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// Where it failed.
    pub step: SaveStep,
    /// What the system said.
    pub source: io::Error,
    /// How the file on the disk differs, where the step is [`SaveStep::Changed`].
    pub outside: Option<Outside>,
    /// A whole copy of the new text, where it could be written but not put in place.
    pub kept: Option<PathBuf>,
}

/// A failure on the way: what is to be told of it but the path.
struct Failure {
    step: SaveStep,
    source: io::Error,
    outside: Option<Outside>,
    kept: Option<PathBuf>,
}

impl From<(SaveStep, io::Error)> for Failure {
    fn from((step, source): (SaveStep, io::Error)) -> Self {
        Self {
            step,
            source,
            outside: None,
            kept: None,
        }
    }
}

/// Writes `text` to `path`, whole or not at all, where the file there is as expected. What earlier
/// saves that were cut off left beside it is cleared away.
///
/// # Errors
/// The step that failed, with what the system said.
pub fn save(
    path: &Path,
    text: &str,
    expected: Expected,
    disk: &dyn Disk,
) -> Result<Saved, SaveError> {
    save_bytes(path, text.as_bytes(), expected, disk)
}

/// The same for what is no text.
///
/// # Errors
/// The step that failed, with what the system said.
pub fn save_bytes(
    path: &Path,
    bytes: &[u8],
    expected: Expected,
    disk: &dyn Disk,
) -> Result<Saved, SaveError> {
    let saved = find(path, disk).and_then(|(target, old)| {
        let left = sweep(&target, disk);
        let saving = Saving {
            target,
            old,
            bytes,
            expected,
            disk,
        };
        saving.run(&left)
    });
    saved.map_err(|failure| {
        let Failure {
            step,
            source,
            outside,
            kept,
        } = failure;
        SaveError {
            path: path.to_owned(),
            step,
            source,
            outside,
            kept,
        }
    })
}

/// The file itself, and what it is; none: there is no such file yet.
fn find(path: &Path, disk: &dyn Disk) -> Result<(PathBuf, Option<Stamp>), Failure> {
    let failed = |source: io::Error| Failure::from((SaveStep::Find, source));
    let target = disk.resolve(path).map_err(failed)?;
    match disk.stamp(&target) {
        Ok(stamp) if stamp.folder => Err(failed(io::ErrorKind::IsADirectory.into())),
        Ok(stamp) if stamp.special => Err(failed(io::ErrorKind::InvalidInput.into())),
        Ok(stamp) if stamp.read_only => Err(failed(io::ErrorKind::PermissionDenied.into())),
        Ok(stamp) => Ok((target, Some(stamp))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((target, None)),
        Err(error) => Err(failed(error)),
    }
}

/// A save on its way.
struct Saving<'a> {
    target: PathBuf,
    old: Option<Stamp>,
    bytes: &'a [u8],
    expected: Expected,
    disk: &'a dyn Disk,
}

impl Saving<'_> {
    fn run(self, left: &[PathBuf]) -> Result<Saved, Failure> {
        self.compare()?;
        let rights = match self.old {
            Some(_) => Rights::Private,
            None => Rights::Usual,
        };
        let fresh = beside::write(&self.target, self.bytes, rights, self.disk)?;
        if let Err(failure) = self.ready(&fresh) {
            fresh.discard(self.disk);
            return Err(failure);
        }
        beside::remove_where(left, self.disk, |bytes| bytes == self.bytes);
        self.replace(fresh)?;
        self.disk
            .sync_folder(folder_of(&self.target))
            .map_err(|e| (SaveStep::SyncFolder, e))?;
        Ok(Saved {
            hash: FileHash::of(self.bytes),
            other_names: self.old.map_or(0, |old| old.names.saturating_sub(1)),
            target: self.target,
        })
    }

    /// The last steps before the new file may take the old one's place.
    fn ready(&self, fresh: &Fresh) -> Result<(), Failure> {
        if self.old.is_some() {
            self.disk
                .copy_permissions(&self.target, &fresh.path)
                .map_err(|e| (SaveStep::Permissions, e))?;
        }
        self.compare()
    }

    /// Sees that the file on the disk is the expected one.
    fn compare(&self) -> Result<(), Failure> {
        let expected = match self.expected {
            Expected::Anything => return Ok(()),
            Expected::Nothing => None,
            Expected::Hash(hash) => Some(hash),
        };
        let read = patiently(|| self.disk.read(&self.target, LIMIT + 1));
        let found = match read {
            Ok(bytes) => Some(FileHash::of(&bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err((SaveStep::Compare, error).into()),
        };
        let outside = match (expected, found) {
            (None, None) => return Ok(()),
            (Some(expected), Some(found)) if expected == found => return Ok(()),
            (Some(_), Some(found)) => Outside::Changed(found),
            (Some(_), None) => Outside::Gone,
            (None, Some(found)) => Outside::Appeared(found),
        };
        let source = io::Error::other("the file is not the one that was read");
        Err(Failure {
            outside: Some(outside),
            ..Failure::from((SaveStep::Changed, source))
        })
    }

    /// Puts the new file in the old one's place, or keeps it where it is.
    fn replace(&self, fresh: Fresh) -> Result<(), Failure> {
        let renamed = patiently(|| self.disk.rename(&fresh.path, &self.target));
        let Err(source) = renamed else {
            return Ok(());
        };
        let left = self.disk.stamp(&fresh.path);
        let is_gone = left.is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        // A network drive may do it and then lose the answer.
        if is_gone && self.is_replaced() {
            return Ok(());
        }
        Err(Failure {
            kept: (!is_gone).then_some(fresh.path),
            ..Failure::from((SaveStep::Replace, source))
        })
    }

    fn is_replaced(&self) -> bool {
        let found = self.disk.read(&self.target, LIMIT + 1);
        found.is_ok_and(|found| found == self.bytes)
    }
}

/// Does a step again, a few times within a third of a second, while the trouble may pass.
fn patiently<T>(mut step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for wait in [10, 20, 40, 80, 160] {
        match step() {
            Err(error) if Trouble::of(&error).may_pass() => {
                std::thread::sleep(Duration::from_millis(wait));
            }
            done => return done,
        }
    }
    step()
}
