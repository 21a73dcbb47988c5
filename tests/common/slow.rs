//! A disk on which saving can be held up, or refused as if it were full.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};

use pledgebook::store::disk::{Disk, Step};

/// What happens when a new file is to be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Writing {
    /// It is written.
    Goes,
    /// It waits.
    Waits,
    /// The disk is full.
    IsRefused,
}

/// The disk of this machine, where writing new files below a folder is up to the story.
#[derive(Clone)]
pub(crate) struct SlowDisk {
    below: PathBuf,
    state: Arc<(Mutex<Writing>, Condvar)>,
}

impl SlowDisk {
    pub(crate) fn below(folder: &Path) -> Self {
        Self {
            below: folder.to_owned(),
            state: Arc::new((Mutex::new(Writing::Goes), Condvar::new())),
        }
    }

    pub(crate) fn writing(&self, now: Writing) {
        *self.state.0.lock().unwrap() = now;
        self.state.1.notify_all();
    }
}

impl Disk for SlowDisk {
    fn before(&self, step: Step, path: &Path) -> io::Result<()> {
        if step != Step::WriteNew || !path.starts_with(&self.below) {
            return Ok(());
        }
        let waits = |now: &mut Writing| *now == Writing::Waits;
        let now = self
            .state
            .1
            .wait_while(self.state.0.lock().unwrap(), waits)
            .unwrap();
        match *now {
            Writing::IsRefused => Err(io::ErrorKind::StorageFull.into()),
            Writing::Goes | Writing::Waits => Ok(()),
        }
    }
}
