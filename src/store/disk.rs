//! The disk as the program sees it: a few steps, each of which can fail. The real one, and one that
//! fails at a chosen step.

use std::fs;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

/// What tells whether a file may still be the same, and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// Its length in bytes.
    pub len: u64,
    /// When it was last changed, where the system says.
    pub modified: Option<SystemTime>,
    /// Whether it is a folder.
    pub folder: bool,
    /// Whether it is neither folder nor file: a device, a pipe.
    pub special: bool,
    /// Whether the system forbids writing to it.
    pub read_only: bool,
    /// Under how many names it stands on the disk (hard links); 1 where the system does not say.
    pub names: u64,
}

/// Who may read and write a new file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rights {
    /// Whoever may by the user's settings.
    Usual,
    /// The user alone. On Windows that is up to the folder.
    Private,
}

/// The steps, by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is the method of the same name")]
pub enum Step {
    Stamp,
    Read,
    Resolve,
    WriteNew,
    CreatePrivate,
    Append,
    Truncate,
    Sync,
    CopyPermissions,
    Rename,
    SyncFolder,
    Remove,
    CreateFolder,
    List,
    Hold,
}

/// A file that the program holds locked until this is dropped or the program ends, however it ends.
/// Another program that asks by [`Disk::hold`] is told so.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "the system lets go when it is closed")] fs::File);

/// The steps of reading, saving and keeping. Each does one thing on the disk of this machine, so
/// that a test can let each fail, by [`Disk::before`] for any and by a method of its own for one.
pub trait Disk: Send + Sync {
    /// Comes before each step. Where it gives an error, the step fails with it: a step that writes
    /// has then written half, any other has done nothing.
    fn before(&self, step: Step, path: &Path) -> io::Result<()> {
        let _ = (step, path);
        Ok(())
    }

    /// What a path leads to.
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.before(Step::Stamp, path)?;
        let data = fs::metadata(path)?;
        Ok(Stamp {
            len: data.len(),
            modified: data.modified().ok(),
            folder: data.is_dir(),
            special: !data.is_dir() && !data.is_file(),
            read_only: data.permissions().readonly(),
            names: names_of(&data),
        })
    }

    /// All bytes of a file, but not more than `limit`.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.before(Step::Read, path)?;
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The last bytes of a file, but not more than `limit`.
    fn read_end(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.before(Step::Read, path)?;
        let mut file = fs::File::open(path)?;
        let len = file.metadata()?.len();
        file.seek(io::SeekFrom::Start(len.saturating_sub(limit)))?;
        let mut bytes = Vec::new();
        file.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The file itself, behind any links. It need not be there, but its folder must.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.before(Step::Resolve, path)?;
        behind_links(path)
    }

    /// Writes a file that is not there yet, and holds it. It can be read meanwhile.
    fn write_new(&self, path: &Path, bytes: &[u8], rights: Rights) -> io::Result<Held> {
        if let Err(error) = self.before(Step::WriteNew, path) {
            write_new(path, half(bytes), rights)?;
            return Err(error);
        }
        write_new(path, bytes, rights)
    }

    /// Makes an empty file that is not there yet, for the user alone.
    fn create_private(&self, path: &Path) -> io::Result<()> {
        self.before(Step::CreatePrivate, path)?;
        create_new(path, Rights::Private).map(drop)
    }

    /// Adds to the end of a file that is there.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let allowed = self.before(Step::Append, path);
        let mut file = fs::File::options().append(true).open(path)?;
        if let Err(error) = allowed {
            file.write_all(half(bytes))?;
            return Err(error);
        }
        file.write_all(bytes)
    }

    /// Cuts a file to so many bytes.
    fn truncate(&self, path: &Path, len: u64) -> io::Result<()> {
        self.before(Step::Truncate, path)?;
        fs::File::options().write(true).open(path)?.set_len(len)
    }

    /// Waits until a file's bytes are on the disk.
    fn sync(&self, path: &Path) -> io::Result<()> {
        self.before(Step::Sync, path)?;
        fs::File::options().write(true).open(path)?.sync_all()
    }

    /// Gives a file the permissions of another, and its owner and group as far as the system lets.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.before(Step::CopyPermissions, to)?;
        copy_permissions(from, to)
    }

    /// Puts a file in the place of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.before(Step::Rename, to)?;
        fs::rename(from, to)
    }

    /// Waits until a folder's entries are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.before(Step::SyncFolder, folder)?;
        // Windows has no way to sync a folder, and writes its entries through.
        if cfg!(unix) {
            fs::File::open(folder)?.sync_all()
        } else {
            Ok(())
        }
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.before(Step::Remove, path)?;
        fs::remove_file(path)
    }

    /// Makes a folder and those above it where they are missing, for the user alone.
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.before(Step::CreateFolder, path)?;
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(path)
    }

    /// Removes a folder in which nothing lies.
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.before(Step::Remove, path)?;
        fs::remove_dir(path)
    }

    /// What lies in a folder, by name.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.before(Step::List, folder)?;
        let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = entries.collect::<io::Result<Vec<PathBuf>>>()?;
        paths.sort();
        Ok(paths)
    }

    /// Holds a file that is there; none: somebody else holds it. On Windows it can be read by nobody
    /// meanwhile, so what is to be read stands in another file.
    fn hold(&self, path: &Path) -> io::Result<Option<Held>> {
        self.before(Step::Hold, path)?;
        let file = fs::File::options().read(true).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Held(file))),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

/// The folder that a path lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// What [`Disk::resolve`] does, for those who need no disk that fails.
pub(super) fn behind_links(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::canonicalize(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            found => return found,
        }
        if let Ok(to) = fs::read_link(&path) {
            path = folder_of(&path).join(to);
        } else {
            let name = path.file_name().ok_or(io::ErrorKind::NotFound)?;
            return Ok(fs::canonicalize(folder_of(&path))?.join(name));
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}

fn half(bytes: &[u8]) -> &[u8] {
    bytes.get(..bytes.len() / 2).unwrap_or_default()
}

fn create_new(path: &Path, rights: Rights) -> io::Result<fs::File> {
    let mut options = fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if rights == Rights::Private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = rights;
    options.open(path)
}

fn write_new(path: &Path, bytes: &[u8], rights: Rights) -> io::Result<Held> {
    let mut file = create_new(path, rights)?;
    // Some network drives know no locks. Then nobody can ask who holds it, and all goes on.
    let _ = file.try_lock();
    file.write_all(bytes)?;
    if cfg!(windows) {
        // There, a lock of this kind keeps everybody else from reading, also this program when it
        // reads back what it wrote.
        let _ = file.unlock();
        let _ = file.try_lock_shared();
    }
    Ok(Held(file))
}

#[cfg(unix)]
fn names_of(data: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(data)
}

#[cfg(not(unix))]
fn names_of(_: &fs::Metadata) -> u64 {
    1
}

#[cfg(unix)]
fn copy_permissions(from: &Path, to: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};

    let (old, new) = (fs::metadata(from)?, fs::metadata(to)?);
    let mut same_group = old.gid() == new.gid();
    if old.uid() != new.uid() || !same_group {
        // Only root may give a file away; to a group of one's own anybody may.
        let given = chown(to, Some(old.uid()), Some(old.gid()))
            .or_else(|_| chown(to, None, Some(old.gid())));
        same_group |= given.is_ok();
    }
    let mode = mode_for(old.mode() & 0o7777, same_group);
    // A drive that knows no permissions (FAT) refuses to set them, but shows the same for all.
    if fs::metadata(to)?.mode() & 0o7777 == mode {
        return Ok(());
    }
    fs::set_permissions(to, fs::Permissions::from_mode(mode))
}

/// The mode of a file that replaces one of this mode. In another group than the old one's, the
/// group may do no more than all others: else people could read on who could not before.
#[cfg(unix)]
fn mode_for(mode: u32, same_group: bool) -> u32 {
    if same_group {
        mode
    } else {
        (mode & 0o707) | (((mode & 0o007) << 3) & mode)
    }
}

#[cfg(not(unix))]
fn copy_permissions(from: &Path, to: &Path) -> io::Result<()> {
    fs::set_permissions(to, fs::metadata(from)?.permissions())
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

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
}

impl Disk for FailingDisk {
    fn before(&self, _: Step, _: &Path) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        if step == self.fails_at || self.for_ever && step > self.fails_at {
            return Err(io::Error::other("the disk failed"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_group_that_is_not_the_old_one_may_do_no_more_than_all_others() {
        assert_eq!(mode_for(0o660, true), 0o660);
        assert_eq!(mode_for(0o660, false), 0o600);
        assert_eq!(mode_for(0o644, false), 0o644);
        assert_eq!(mode_for(0o604, false), 0o604);
        assert_eq!(mode_for(0o2664, false), 0o644);
    }

    #[test]
    fn every_step_can_fail_and_one_that_writes_leaves_half() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let there = at("there");
        RealDisk.write_new(&there, b"1234", Rights::Usual).unwrap();
        let read = |path: &Path| RealDisk.read(path, 100).unwrap();
        let disk = FailingDisk::for_ever_from(0);
        assert!(disk.stamp(&there).is_err() && disk.read(&there, 9).is_err());
        assert!(disk.resolve(&there).is_err() && disk.sync(&there).is_err());
        assert!(disk.truncate(&there, 0).is_err() && disk.remove(&there).is_err());
        assert!(disk.hold(&there).is_err() && disk.copy_permissions(&there, &there).is_err());
        assert!(disk.rename(&there, &at("moved")).is_err());
        assert!(disk.sync_folder(folder.path()).is_err() && disk.list(folder.path()).is_err());
        assert!(disk.create_folder(&at("folder")).is_err());
        assert!(disk.create_private(&at("private")).is_err());
        assert_eq!(read(&there), b"1234");
        assert!(disk.append(&there, b"abcd").is_err());
        assert_eq!(read(&there), b"1234ab");
        assert!(
            disk.write_new(&at("new"), b"abcd", Rights::Private)
                .is_err()
        );
        assert_eq!(read(&at("new")), b"ab");
        assert_eq!(RealDisk.list(folder.path()).unwrap(), [at("new"), there]);
    }

    #[test]
    fn a_file_is_held_by_one_until_it_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("held");
        let held = RealDisk.write_new(&path, b"1234", Rights::Private).unwrap();
        assert!(RealDisk.hold(&path).unwrap().is_none());
        assert_eq!(RealDisk.read(&path, 9).unwrap(), b"1234", "it can be read");
        drop(held);
        let again = RealDisk.hold(&path).unwrap();
        assert!(again.is_some());
        assert!(RealDisk.hold(&path).unwrap().is_none());
    }

    #[test]
    fn what_is_added_stands_at_the_end_and_what_is_cut_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/er/log");
        RealDisk.create_folder(path.parent().unwrap()).unwrap();
        assert!(
            RealDisk.append(&path, b"a").is_err(),
            "it is not made by the way"
        );
        RealDisk.create_private(&path).unwrap();
        assert!(RealDisk.create_private(&path).is_err(), "it is not emptied");
        RealDisk.append(&path, b"one").unwrap();
        RealDisk.append(&path, b"two").unwrap();
        assert_eq!(RealDisk.read(&path, 9).unwrap(), b"onetwo");
        RealDisk.truncate(&path, 3).unwrap();
        assert_eq!(RealDisk.read(&path, 9).unwrap(), b"one");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            assert_eq!(mode(path.parent().unwrap()), 0o700);
            assert_eq!(mode(&folder.path().join("deep")), 0o700);
        }
    }
}
