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

/// Whether another window has a document open too.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Other {
    /// None has.
    #[default]
    Nobody,
    /// One has; who, where it has said so.
    Window(Option<Holder>),
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
        Seat::of(path, state_folder, FIRST)?.take(now)
    }

    /// Tells the window that has the document open that this one has it too, until the guard of
    /// [`Presence::Alone`] is dropped. Of several others one is told.
    ///
    /// # Errors
    /// As [`Presence::claim`].
    pub fn join(path: &Path, state_folder: &Path, now: Timestamp) -> io::Result<Self> {
        Seat::of(path, state_folder, SECOND)?.take(now)
    }

    /// Asks, as the window that holds the document, whether another one has it open too.
    ///
    /// # Errors
    /// As [`Presence::claim`].
    pub fn joined(path: &Path, state_folder: &Path) -> io::Result<Other> {
        let seat = Seat::of(path, state_folder, SECOND)?;
        Ok(match seat.hold()? {
            Some(_) => Other::Nobody,
            None => Other::Window(holder(&seat.said)),
        })
    }
}

/// The place of the first window that has a document open.
const FIRST: &str = "";
/// The place of another one.
const SECOND: &str = ".also";

/// A place that one window can take.
struct Seat {
    lock: PathBuf,
    said: PathBuf,
}

impl Seat {
    fn of(path: &Path, state_folder: &Path, which: &str) -> io::Result<Self> {
        let folder = state_folder.join("open");
        private_folder(&folder)?;
        let key = document_key(path);
        Ok(Self {
            lock: folder.join(format!("{key}{which}.lock")),
            said: folder.join(format!("{key}{which}.who")),
        })
    }

    fn hold(&self) -> io::Result<Option<Held>> {
        match RealDisk.create_private(&self.lock) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        RealDisk.hold(&self.lock)
    }

    fn take(self, now: Timestamp) -> io::Result<Presence> {
        let Some(held) = self.hold()? else {
            return Ok(Presence::Taken(holder(&self.said)));
        };
        let guard = Guard {
            said: self.said,
            held,
        };
        say(&guard.said, now)?;
        Ok(Presence::Alone(guard))
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
