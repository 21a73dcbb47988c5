//! Backups: earlier versions of a document, in the user's data folder, a folder a document.
//!
//! Each version is stored once: what is the same as the newest backup is not stored again. So a
//! caller hands in the file as it was before a save, and the version just saved, and only what is
//! new is written. After that, and only then, older ones go: the last saves stay (ten), and the last
//! version of each of the last days (thirty, counted in UTC).
//!
//! The name of a backup is its index: `2026-11-27T05-41-20.123Z-ba7816bf8f01.ron` tells when it was
//! stored and how its hash begins. A file `path.txt` beside them says whose they are, so that
//! backups of a document that is gone can be found.
//!
//! Nothing here stops or spoils a save: what fails is told by an error of its own.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::beside::{remove_all, write};
use super::disk::{Disk, Rights};
use super::folders::document_key;
use super::hash::FileHash;

/// How many backups stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keep {
    /// So many of the last saves; at least one.
    pub saves: usize,
    /// The last version of each of so many days, today included.
    pub days: usize,
}

impl Default for Keep {
    fn default() -> Self {
        Self {
            saves: 10,
            days: 30,
        }
    }
}

/// The backups of one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backups {
    folder: PathBuf,
    keep: Keep,
}

/// A backup.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was stored, to the millisecond.
    pub at: Timestamp,
    /// Its length in bytes.
    pub bytes: u64,
    /// The first twelve hexadecimal digits of its hash.
    pub hash: String,
}

/// A document that has backups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Documented {
    /// Its path; none where it was not noted.
    pub path: Option<PathBuf>,
    /// The folder of its backups.
    pub folder: PathBuf,
}

/// What was done when a backup failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackupStep {
    /// Making the folder.
    Folder,
    /// Looking at the backups that there are.
    List,
    /// Writing the new one.
    Write,
    /// Noting whose the backups are. The new one is stored.
    Note,
    /// Removing those that are no longer kept. The new one is stored.
    Prune,
    /// Reading one.
    Read,
}

/// Why a backup was not stored, or cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The system refused.
    #[error("{path}: {step:?} failed: {source}")]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What was done.
        step: BackupStep,
        /// What the system said.
        source: io::Error,
    },
    /// The bytes of the backup are not those that were stored.
    #[error("{path} is not what was stored")]
    Damaged {
        /// The backup.
        path: PathBuf,
    },
}

fn failed(step: BackupStep, path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    move |source| BackupError::Disk {
        path: path.to_owned(),
        step,
        source,
    }
}

/// In a document's folder: its path.
const NOTE: &str = "path.txt";

/// How the time stands in a name.
const TIME: &str = "%Y-%m-%dT%H-%M-%S%.3fZ";

fn all_of(data_folder: &Path) -> PathBuf {
    data_folder.join("backups")
}

/// The documents that have backups, by the names of their folders.
///
/// # Errors
/// When the folder of backups cannot be listed. That there is none is no error.
pub fn documents(data_folder: &Path, disk: &dyn Disk) -> Result<Vec<Documented>, BackupError> {
    let all = all_of(data_folder);
    let folders = match disk.list(&all) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed.map_err(failed(BackupStep::List, &all))?,
    };
    let documents = folders.into_iter().map(|folder| {
        let note = disk.read(&folder.join(NOTE), 64 * 1024).ok();
        Documented {
            path: note.and_then(path_from),
            folder,
        }
    });
    Ok(documents.collect())
}

impl Backups {
    /// Those of the document at `path`.
    pub fn of(path: &Path, data_folder: &Path, keep: Keep) -> Self {
        let folder = all_of(data_folder).join(document_key(path));
        Self { folder, keep }
    }

    /// Those in the folder of a [`Documented`].
    pub fn in_folder(folder: PathBuf, keep: Keep) -> Self {
        Self { folder, keep }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Stores a version of the document at `path`, then removes those that are no longer kept. None:
    /// it is the newest one already. Two that are stored in the same millisecond keep their order.
    ///
    /// # Errors
    /// What failed; the version is stored all the same where the step is [`BackupStep::Note`] or
    /// [`BackupStep::Prune`].
    pub fn add(
        &self,
        path: &Path,
        bytes: &[u8],
        at: Timestamp,
        disk: &dyn Disk,
    ) -> Result<Option<Backup>, BackupError> {
        let folder = &self.folder;
        disk.create_folder(folder)
            .map_err(failed(BackupStep::Folder, folder))?;
        let stored = self.list(disk)?;
        // A clock that was set back leaves some that seem to be of the future.
        let newest = stored.iter().find(|backup| backup.at <= at);
        let hash = FileHash::of(bytes).short();
        let same = newest.filter(|newest| newest.hash == hash);
        if same.is_some_and(|same| self.read(same, disk).is_ok_and(|stored| stored == bytes)) {
            return Ok(None);
        }
        let mut at = to_millisecond(at);
        while stored.iter().any(|backup| backup.at == at) {
            at = Timestamp::from_millisecond(at.as_millisecond() + 1).unwrap_or(Timestamp::MAX);
        }
        let target = folder.join(format!("{}-{hash}.ron", at.strftime(TIME)));
        self.put(&target, bytes, disk)
            .map_err(failed(BackupStep::Write, &target))?;
        self.note(path, disk)?;
        self.prune(at, disk)?;
        Ok(Some(Backup {
            path: target,
            at,
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            hash,
        }))
    }

    /// All, newest first.
    ///
    /// # Errors
    /// When the folder cannot be listed. That there is none is no error.
    pub fn list(&self, disk: &dyn Disk) -> Result<Vec<Backup>, BackupError> {
        let entries = self.entries(disk)?;
        let mut backups = Vec::new();
        for path in entries {
            if let Some((at, hash)) = told_by_name(&path) {
                let stamp = disk.stamp(&path);
                let bytes = stamp.map_err(failed(BackupStep::List, &path))?.len;
                backups.push(Backup {
                    path,
                    at,
                    bytes,
                    hash,
                });
            }
        }
        backups.reverse();
        Ok(backups)
    }

    /// The bytes of one, which are those that were stored.
    ///
    /// # Errors
    /// When it cannot be read, or has changed since.
    pub fn read(&self, backup: &Backup, disk: &dyn Disk) -> Result<Vec<u8>, BackupError> {
        let Backup { path, hash, .. } = backup;
        let read = disk.read(path, u64::MAX);
        let bytes = read.map_err(failed(BackupStep::Read, path))?;
        if FileHash::of(&bytes).short() == *hash {
            Ok(bytes)
        } else {
            Err(BackupError::Damaged { path: path.clone() })
        }
    }

    /// Removes those that are no longer kept, and what was left by programs that were cut off; says
    /// how many backups went.
    ///
    /// # Errors
    /// When one cannot be removed; the others that are no longer kept may then still be there.
    pub fn prune(&self, now: Timestamp, disk: &dyn Disk) -> Result<usize, BackupError> {
        let backups = self.list(disk)?;
        let kept = kept(&backups, self.keep, now);
        let mut gone = 0;
        for backup in &backups {
            if !kept.contains(&backup.path) {
                disk.remove(&backup.path)
                    .map_err(failed(BackupStep::Prune, &backup.path))?;
                gone += 1;
            }
        }
        remove_all(&self.entries(disk)?, disk);
        Ok(gone)
    }

    fn entries(&self, disk: &dyn Disk) -> Result<Vec<PathBuf>, BackupError> {
        match disk.list(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            listed => listed.map_err(failed(BackupStep::List, &self.folder)),
        }
    }

    fn note(&self, path: &Path, disk: &dyn Disk) -> Result<(), BackupError> {
        let note = self.folder.join(NOTE);
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let bytes = bytes_of(&whole);
        if disk.read(&note, 64 * 1024).is_ok_and(|old| old == bytes) {
            return Ok(());
        }
        self.put(&note, &bytes, disk)
            .map_err(failed(BackupStep::Note, &note))
    }

    /// Writes a file whole or not at all.
    fn put(&self, target: &Path, bytes: &[u8], disk: &dyn Disk) -> io::Result<()> {
        let fresh = write(target, bytes, Rights::Private, disk).map_err(|(_, error)| error)?;
        if let Err(error) = disk.rename(&fresh.path, target) {
            fresh.discard(disk);
            return Err(error);
        }
        disk.sync_folder(&self.folder)
    }
}

/// The paths of those that stay. `backups` stand newest first.
fn kept(backups: &[Backup], keep: Keep, now: Timestamp) -> BTreeSet<PathBuf> {
    let Keep { saves, days } = keep;
    let saves = saves.max(1);
    // Those that seem to be of the future, as the clock was wrong once, have a count of their own:
    // else they would stand for the last saves for ever, and new ones would go at once.
    let ahead = backups.iter().filter(|backup| backup.at > now).take(saves);
    let known = || backups.iter().filter(|backup| backup.at <= now);
    let first_day = day_of(now).saturating_sub(i64::try_from(days).unwrap_or(i64::MAX));
    let mut day_before = None;
    let last_of_days = known()
        .take_while(|backup| day_of(backup.at) > first_day)
        .filter(|backup| day_before.replace(day_of(backup.at)) != Some(day_of(backup.at)));
    ahead
        .chain(known().take(saves))
        .chain(last_of_days)
        .map(|backup| backup.path.clone())
        .collect()
}

/// The number of a moment's day in UTC.
fn day_of(at: Timestamp) -> i64 {
    at.as_second().div_euclid(24 * 60 * 60)
}

fn to_millisecond(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// When a backup was stored and how its hash begins; none: the file is no backup.
fn told_by_name(path: &Path) -> Option<(Timestamp, String)> {
    let (time, hash) = path
        .file_name()?
        .to_str()?
        .strip_suffix(".ron")?
        .rsplit_once('-')?;
    let at = DateTime::strptime(TIME, time).ok()?;
    let at = at.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp();
    let digits = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    (hash.len() == 12 && hash.bytes().all(digits)).then(|| (at, hash.to_owned()))
}

#[cfg(unix)]
fn bytes_of(path: &Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec()
}

#[cfg(unix)]
fn path_from(bytes: Vec<u8>) -> Option<PathBuf> {
    let path: std::ffi::OsString = std::os::unix::ffi::OsStringExt::from_vec(bytes);
    (!path.is_empty()).then(|| path.into())
}

#[cfg(not(unix))]
fn bytes_of(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(not(unix))]
fn path_from(bytes: Vec<u8>) -> Option<PathBuf> {
    let path = String::from_utf8(bytes).ok()?;
    (!path.is_empty()).then(|| path.into())
}
