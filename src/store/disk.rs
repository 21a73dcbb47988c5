//! The disk as a save or a read sees it: a few steps, each of which can fail. The real one, and one
//! that fails at a chosen step.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

/// What tells whether a file is still the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// Its length in bytes.
    pub len: u64,
    /// When it was last changed, where the system says.
    pub modified: Option<SystemTime>,
    /// Whether it is a folder.
    pub folder: bool,
    /// Whether the system forbids writing to it.
    pub read_only: bool,
}

/// The steps of reading and saving. Each does one thing, so that a test can let each fail.
pub trait Disk: Send + Sync {
    /// What a path leads to.
    fn stamp(&self, path: &Path) -> io::Result<Stamp>;
    /// All bytes of a file, but not more than `limit`.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;
    /// The file itself, behind any links.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;
    /// Writes a file that is not there yet.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Waits until a file's bytes are on the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Gives a file the permissions of another.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts a file in the place of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until a folder's entries are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let data = fs::metadata(path)?;
        Ok(Stamp {
            len: data.len(),
            modified: data.modified().ok(),
            folder: data.is_dir(),
            read_only: data.permissions().readonly(),
        })
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = fs::File::options()
            .write(true)
            .create_new(true)
            .open(path)?;
        file.write_all(bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        fs::File::options().write(true).open(path)?.sync_all()
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows has no way to sync a folder, and writes its entries through.
        if cfg!(unix) {
            fs::File::open(folder)?.sync_all()
        } else {
            Ok(())
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// A disk that does as the real one up to a step and fails there, writing half of what it should.
#[derive(Debug)]
pub struct FailingDisk {
    fails_at: usize,
    steps: AtomicUsize,
    for_ever: bool,
}

impl FailingDisk {
    /// Fails once, at the step with this number, counted from zero.
    pub fn once_at(step: usize) -> Self {
        Self {
            fails_at: step,
            steps: AtomicUsize::new(0),
            for_ever: false,
        }
    }

    /// Fails at the step with this number and at all that follow.
    pub fn for_ever_from(step: usize) -> Self {
        Self {
            for_ever: true,
            ..Self::once_at(step)
        }
    }

    /// Whether the step at which it fails was reached.
    pub fn has_failed(&self) -> bool {
        self.steps.load(Ordering::SeqCst) > self.fails_at
    }

    fn step(&self) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        if step == self.fails_at || self.for_ever && step > self.fails_at {
            return Err(io::Error::other("the disk failed"));
        }
        Ok(())
    }
}

impl Disk for FailingDisk {
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.step()?;
        RealDisk.stamp(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.step()?;
        RealDisk.read(path, limit)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.step()?;
        RealDisk.resolve(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let failed = self.step();
        if failed.is_err() {
            RealDisk.write_new(path, bytes.get(..bytes.len() / 2).unwrap_or_default())?;
        }
        failed?;
        RealDisk.write_new(path, bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync(path)
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.copy_permissions(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.remove(path)
    }
}
