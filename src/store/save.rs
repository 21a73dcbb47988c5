//! Saving: either the old or the new file is whole, always.
//!
//! In this order: write a new file beside the old one, wait until it is on the disk, read it back
//! and compare, give it the old one's permissions, put it in the old one's place, wait until the
//! folder is on the disk. A failure before the rename leaves the old file as it was.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::disk::Disk;

/// Which step of a save failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveStep {
    /// Finding the file behind its links.
    Find,
    /// Writing the new file beside the old one.
    Write,
    /// Waiting until it is on the disk.
    Sync,
    /// Reading it back.
    Verify,
    /// Giving it the old one's permissions.
    Permissions,
    /// Putting it in the old one's place.
    Replace,
    /// Waiting until the folder is on the disk. The new file is in place.
    SyncFolder,
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
}

/// Writes `text` to `path`, whole or not at all.
///
/// # Errors
/// The step that failed, with what the system said.
pub fn save(path: &Path, text: &str, disk: &dyn Disk) -> Result<(), SaveError> {
    let failed = |step: SaveStep| {
        move |source: io::Error| SaveError {
            path: path.to_owned(),
            step,
            source,
        }
    };
    let old = match disk.stamp(path) {
        Ok(stamp) if stamp.folder => {
            return Err(failed(SaveStep::Find)(io::ErrorKind::IsADirectory.into()));
        }
        Ok(stamp) if stamp.read_only => {
            return Err(failed(SaveStep::Find)(
                io::ErrorKind::PermissionDenied.into(),
            ));
        }
        Ok(_) => Some(disk.resolve(path).map_err(failed(SaveStep::Find))?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(SaveStep::Find)(error)),
    };
    let target = old.clone().unwrap_or_else(|| path.to_owned());
    let fresh = beside(&target);
    let written = write_checked(&fresh, text, disk)
        .and_then(|()| match &old {
            Some(old) => disk
                .copy_permissions(old, &fresh)
                .map_err(|e| (SaveStep::Permissions, e)),
            None => Ok(()),
        })
        .and_then(|()| {
            disk.rename(&fresh, &target)
                .map_err(|e| (SaveStep::Replace, e))
        });
    if let Err((step, source)) = written {
        // What is left of the new file is of no use; that it cannot be removed changes nothing.
        let _ = disk.remove(&fresh);
        return Err(failed(step)(source));
    }
    let folder = target
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    disk.sync_folder(folder)
        .map_err(failed(SaveStep::SyncFolder))
}

fn write_checked(path: &Path, text: &str, disk: &dyn Disk) -> Result<(), (SaveStep, io::Error)> {
    disk.write_new(path, text.as_bytes())
        .map_err(|e| (SaveStep::Write, e))?;
    disk.sync(path).map_err(|e| (SaveStep::Sync, e))?;
    let back = disk
        .read(path, u64::MAX)
        .map_err(|e| (SaveStep::Verify, e))?;
    if back == text.as_bytes() {
        Ok(())
    } else {
        Err((
            SaveStep::Verify,
            io::Error::other("the disk gave back other bytes than were written"),
        ))
    }
}

/// A name beside the file that no other save uses.
fn beside(target: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}-{next}.tmp", std::process::id()))
}
