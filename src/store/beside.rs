//! New files beside the one that they are to replace: written whole and read back, held while they
//! are worked on, and cleared away when the program that wrote them is gone.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::disk::{Disk, Held, Rights, folder_of};
use super::folders::shortened;
use super::open::LIMIT;
use super::save::SaveStep;

/// The most bytes in a name of a new file where the document's own name is shorter. Where it is
/// longer it has room on that disk, and the new file's may be as long.
const NAME: usize = 64;

/// The bytes of `.`, `.4294967295-4294967295` and `.tmp`.
const AROUND: usize = 27;

/// A new file beside its target, whole and verified.
pub(super) struct Fresh {
    /// Where it is.
    pub(super) path: PathBuf,
    held: Held,
}

impl Fresh {
    /// Removes it. That it cannot be removed changes nothing for its target.
    pub(super) fn discard(self, disk: &dyn Disk) {
        let Self { path, held } = self;
        let _ = disk.remove(&path);
        drop(held);
    }
}

/// Writes a new file beside `target`, waits until it is on the disk, and reads it back. A failure
/// leaves nothing of it, where the disk still removes files.
///
/// # Errors
/// The step that failed, with what the system said.
pub(super) fn write(
    target: &Path,
    bytes: &[u8],
    rights: Rights,
    disk: &dyn Disk,
) -> Result<Fresh, (SaveStep, io::Error)> {
    let (path, written) = loop {
        let path = name_beside(target);
        match disk.write_new(&path, bytes, rights) {
            // An earlier program of the same number left it: it is not ours to touch.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => break (path, written),
        }
    };
    let verified = written
        .map_err(|e| (SaveStep::Write, e))
        .and_then(|held| verify(&path, bytes, disk).map(|()| held));
    match verified {
        Ok(held) => Ok(Fresh { path, held }),
        Err(failed) => {
            let _ = disk.remove(&path);
            Err(failed)
        }
    }
}

fn verify(path: &Path, bytes: &[u8], disk: &dyn Disk) -> Result<(), (SaveStep, io::Error)> {
    disk.sync(path).map_err(|e| (SaveStep::Sync, e))?;
    let back = disk
        .read(path, u64::MAX)
        .map_err(|e| (SaveStep::Verify, e))?;
    if back == bytes {
        Ok(())
    } else {
        let told = "the disk gave back other bytes than were written";
        Err((SaveStep::Verify, io::Error::other(told)))
    }
}

/// What the names of new files beside `target` begin with.
fn beginning(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    let room = name.len().max(NAME) - AROUND;
    format!(".{}.", shortened(&name.to_string_lossy(), room))
}

/// A name beside `target` that no other save of this program uses.
fn name_beside(target: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}{}-{next}.tmp", beginning(target), std::process::id());
    target.with_file_name(name)
}

/// Whether `path` has the name of a new file beside `target`.
fn is_beside(path: &Path, target: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    name.as_deref()
        .and_then(|name| name.strip_prefix(&beginning(target))?.strip_suffix(".tmp"))
        .and_then(|middle| middle.split_once('-'))
        .is_some_and(|(process, next)| number(process) && number(next))
}

/// Clears away what saves that were cut off left beside a file: those that no living save holds and
/// that are torn, or are what stands in the file anyway. Whole ones that differ stay, as somebody
/// may want them; they are given back. A disk that fails changes nothing: the rest stays.
pub fn sweep(path: &Path, disk: &dyn Disk) -> Vec<PathBuf> {
    let Ok(entries) = disk.list(folder_of(path)) else {
        return Vec::new();
    };
    let mut left: Vec<PathBuf> = entries
        .into_iter()
        .filter(|entry| is_beside(entry, path))
        .collect();
    if !left.is_empty() {
        let present = disk.read(path, LIMIT).ok();
        let removed = remove_where(&left, disk, |bytes| {
            is_torn(bytes) || present.as_deref() == Some(bytes)
        });
        left.retain(|path| !removed.contains(path));
    }
    left
}

/// Removes those of the files that nobody holds and whose bytes are to go; gives the removed ones.
pub(super) fn remove_where(
    paths: &[PathBuf],
    disk: &dyn Disk,
    go: impl Fn(&[u8]) -> bool,
) -> Vec<PathBuf> {
    let removed = paths.iter().filter(|path| {
        let Ok(Some(held)) = disk.hold(path) else {
            return false;
        };
        // A file that is held in this way cannot be read by another handle on Windows.
        let held = cfg!(unix).then_some(held);
        let gone = disk.read(path, LIMIT).is_ok_and(|bytes| go(&bytes));
        let gone = gone && disk.remove(path).is_ok();
        drop(held);
        gone
    });
    removed.cloned().collect()
}

/// Removes all new files in a folder of the program's own that nobody holds.
pub(super) fn remove_all(entries: &[PathBuf], disk: &dyn Disk) {
    let left: Vec<PathBuf> = entries
        .iter()
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with('.') && path.extension() == Some(&OsString::from("tmp"))
        })
        .cloned()
        .collect();
    remove_where(&left, disk, |_| true);
}

/// Whether bytes are not those of a whole dataset in its canonical form. A crash can cut a file
/// off, and on some disks fill it up with zeros.
fn is_torn(bytes: &[u8]) -> bool {
    !bytes.starts_with(b"(\n") || !bytes.ends_with(b"\n)\n") || bytes.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;
    use crate::store::format;

    #[test]
    fn a_new_file_s_name_is_known_again_and_no_other_is() {
        let target = Path::new("/a/book.ron");
        assert!(is_beside(&name_beside(target), target));
        assert!(!is_beside(
            &name_beside(Path::new("/a/book.ron.old")),
            target
        ));
        for other in [
            "book.ron",
            ".book.ron.tmp",
            ".book.ron.1-x.tmp",
            ".book.ron.-1.tmp",
        ] {
            assert!(!is_beside(&target.with_file_name(other), target), "{other}");
        }
    }

    #[test]
    fn the_longest_name_has_room_for_a_new_file_beside_it() {
        for name in ["a.ron", &"є".repeat(125), &"n".repeat(255), &"n".repeat(65)] {
            let target = Path::new("/a").join(name);
            let fresh = name_beside(&target);
            let len = fresh.file_name().unwrap().len();
            assert!(len <= name.len().max(NAME), "{len} for {}", name.len());
            assert!(is_beside(&fresh, &target));
        }
    }

    #[test]
    fn a_whole_canonical_file_is_not_torn_and_any_part_of_it_is() {
        let text = format::write(&Dataset::default());
        assert!(!is_torn(text.as_bytes()));
        for end in 0..text.len() {
            assert!(is_torn(&text.as_bytes()[..end]), "{end}");
        }
        let zeros = text.replace("schema", "\0\0\0\0\0\0");
        assert!(is_torn(zeros.as_bytes()));
    }
}
