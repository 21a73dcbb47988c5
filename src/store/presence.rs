//! Who has a document open: two windows of the program on one file know of each other.
//!
//! In the state folder, each open document has a file that its window holds locked. The system lets
//! go of the lock when the program ends, however it ends, so a crash leaves nothing to clear away.
//! A second file beside it says who holds it: on Windows a locked file cannot be read by others.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::disk::{Disk, Held, RealDisk};
use super::folders::{document_key, private_folder};

/// What became of a claim.
#[derive(Debug)]
pub enum Presence {
    /// No other window has the document open; others are told that this one has, until the guard
    /// is dropped.
    Alone(Guard),
    /// Another window has it open; none: it has only just opened it and has not said who it is.
    Taken(Option<Holder>),
}

/// Who has a document open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Holder {
    /// The number of its process.
    pub pid: u32,
    /// When it opened the document.
    pub since: Timestamp,
}

/// Holds a document as open in this window.
#[derive(Debug)]
pub struct Guard {
    said: PathBuf,
    #[expect(dead_code, reason = "the system lets go of the lock when it is closed")]
    held: Held,
}

impl Drop for Guard {
    fn drop(&mut self) {
        // While the lock is still held, so that it is never the next one's that goes. One that
        // stays says nothing as long as nobody holds the lock.
        let _ = RealDisk.remove(&self.said);
    }
}

impl Presence {
    /// Claims the document at `path` for this window, opened at `now`, in the state folder.
    ///
    /// # Errors
    /// When the state folder cannot be written, or lies on a disk that knows no locks.
    pub fn claim(path: &Path, state_folder: &Path, now: Timestamp) -> io::Result<Self> {
        let folder = state_folder.join("open");
        private_folder(&folder)?;
        let key = document_key(path);
        let lock = folder.join(format!("{key}.lock"));
        let said = folder.join(format!("{key}.who"));
        match RealDisk.create_private(&lock) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let Some(held) = RealDisk.hold(&lock)? else {
            return Ok(Self::Taken(holder(&said)));
        };
        let guard = Guard { said, held };
        say(&guard.said, now)?;
        Ok(Self::Alone(guard))
    }
}

fn say(said: &Path, since: Timestamp) -> io::Result<()> {
    match RealDisk.create_private(said) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => RealDisk.truncate(said, 0)?,
        made => made?,
    }
    let line = format!("{} {since}\n", std::process::id());
    RealDisk.append(said, line.as_bytes())
}

fn holder(said: &Path) -> Option<Holder> {
    let bytes = RealDisk.read(said, 200).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    // A line without its end is still being written.
    let (pid, since) = text.strip_suffix('\n')?.split_once(' ')?;
    Some(Holder {
        pid: pid.parse().ok()?,
        since: since.parse().ok()?,
    })
}
