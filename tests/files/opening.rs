//! Opening: what the disk can do to a reader, and what a document knows of its file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use pledgebook::report::{Exit, Report};
use pledgebook::session::{ReadOnly, SaveProblem, Session, Unread};
use pledgebook::store::disk::{Disk, FailingDisk, RealDisk, Stamp};
use pledgebook::text::{Lang, Texts};

use super::{SMALL, read};

/// What the open file does to its reader.
enum Trick {
    /// Changes all the time.
    Changes,
    /// Changes once.
    ChangesOnce,
    /// Is so large.
    Large(u64),
    /// May not be read.
    Forbidden,
}

/// A disk on which one file plays a trick.
struct TrickDisk {
    trick: Trick,
    reads: AtomicU64,
}

impl TrickDisk {
    fn new(trick: Trick) -> Self {
        Self {
            trick,
            reads: AtomicU64::new(0),
        }
    }
}

impl Disk for TrickDisk {
    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let mut stamp = RealDisk.stamp(path)?;
        let time = |reads: u64| std::time::UNIX_EPOCH + std::time::Duration::from_secs(reads);
        let reads = self.reads.load(Ordering::SeqCst);
        match self.trick {
            Trick::Changes => stamp.modified = Some(time(reads)),
            Trick::ChangesOnce => stamp.modified = Some(time(reads.min(1))),
            Trick::Large(bytes) => stamp.len = bytes,
            Trick::Forbidden => {}
        }
        Ok(stamp)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        if matches!(self.trick, Trick::Forbidden) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        RealDisk.read(path, limit)
    }
}

fn small_file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    fs::write(&path, SMALL).unwrap();
    (folder, path)
}

/// What people are told when a file does not open.
fn refused(path: &Path, disk: &dyn Disk) -> String {
    let texts = Texts::new(Lang::En);
    let report = Report::of_open(&Session::open(path, disk).unwrap_err(), texts);
    assert_eq!(report.exit, Exit::File);
    assert!(!report.hints.is_empty(), "{}", report.message);
    let told = report.plain(texts);
    assert!(told.contains(&path.display().to_string()), "{told}");
    report.message.replace(&path.display().to_string(), "FILE")
}

#[test]
fn what_cannot_be_opened_is_told_with_a_remedy() {
    let (folder, path) = small_file();
    let missing = folder.path().join("nowhere.ron");
    assert_eq!(refused(&missing, &RealDisk), "FILE does not exist");
    let told = refused(folder.path(), &RealDisk);
    assert_eq!(told, "FILE is a folder, not a file");
    let forbidden = TrickDisk::new(Trick::Forbidden);
    assert_eq!(refused(&path, &forbidden), "FILE may not be read");
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let (_folder, path) = small_file();
    let disk = TrickDisk::new(Trick::Large(600 * 1024 * 1024));
    let told = refused(&path, &disk);
    assert_eq!(told, "FILE has 600 MiB; at most 512 MiB are read");
    assert_eq!(disk.reads.load(Ordering::SeqCst), 0);
}

#[test]
fn a_file_that_changes_while_it_is_read_is_read_once_more() {
    let (_folder, path) = small_file();
    let once = TrickDisk::new(Trick::ChangesOnce);
    assert_eq!(
        **Session::open(&path, &once).unwrap().dataset(),
        read(SMALL)
    );
    assert_eq!(once.reads.load(Ordering::SeqCst), 2);
    let always = TrickDisk::new(Trick::Changes);
    assert_eq!(refused(&path, &always), "FILE changes while it is read");
}

#[test]
fn a_disk_that_fails_while_a_file_is_read_is_told() {
    let (_folder, path) = small_file();
    for step in 0.. {
        let disk = FailingDisk::once_at(step);
        let opened = Session::open(&path, &disk);
        if !disk.has_failed() {
            assert!(step >= 3);
            break;
        }
        // What comes after the reading itself is only whether the file may be written.
        if let Err(error) = opened {
            let told = Report::of_open(&error, Texts::new(Lang::En));
            assert_eq!(told.causes, ["the disk failed"], "step {step}");
        } else {
            assert_eq!(**opened.unwrap().dataset(), read(SMALL), "step {step}");
        }
    }
}

#[test]
fn a_large_file_of_something_else_is_refused_without_ado() {
    let text = "(\n".to_owned() + &"    name: \"Window\",\n".repeat(200_000) + ")\n";
    let error = Session::from_bytes("large.ron", text.as_bytes()).unwrap_err();
    let told = Report::of_open(&error, Texts::new(Lang::En)).message;
    assert!(told.contains("not a dataset of Pledgebook"), "{told}");
}

#[test]
fn the_sample_is_whole_and_read_only() {
    let sample = Session::sample();
    assert!(sample.is_sample());
    assert_eq!(sample.read_only(), Some(ReadOnly::Sample));
    assert_eq!(sample.damage(), []);
    assert_eq!(sample.dataset().parties.len(), 29);
    assert!(sample.line_of("lt-a02").unwrap() > 1);
    assert_eq!(sample.line_of("nobody"), None);
}

#[test]
fn a_reloaded_file_is_as_it_is_now_and_another_revision() {
    let (_folder, path) = small_file();
    let before = Session::open(&path, &RealDisk).unwrap();
    assert_eq!(before.read_only(), None);
    fs::write(&path, SMALL.replace("Drones.", "Thirty drones.")).unwrap();
    let after = before.reload(&RealDisk).unwrap();
    assert_eq!(after.dataset().aid["lt-a02"].summary, "Thirty drones.");
    assert_eq!(before.dataset().aid["lt-a02"].summary, "Drones.");
    assert_ne!(after.revision(), before.revision());
    fs::remove_file(&path).unwrap();
    assert!(after.reload(&RealDisk).is_err());
}

#[test]
fn what_could_not_be_read_is_not_lost_unless_people_agree() {
    let (folder, path) = small_file();
    let broken = SMALL.replace("8 000 000 EUR", "8 000 000 EURO");
    fs::write(&path, &broken).unwrap();
    let mut saved = Session::open(&path, &RealDisk).unwrap();
    assert_eq!(saved.read_only(), Some(ReadOnly::Damaged));
    let copy = folder.path().join("copy.ron");
    let refused = saved.save_as(&copy, Unread::Refuse, &RealDisk);
    assert!(matches!(refused, Err(SaveProblem::Unread(1))));
    assert!(!copy.exists());
    saved.save_as(&copy, Unread::LeaveOut, &RealDisk).unwrap();
    assert_eq!(saved.path(), Some(copy.as_path()));
    assert_eq!(saved.read_only(), None);
    assert_eq!(saved.dataset().aid.len(), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
}
