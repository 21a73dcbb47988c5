//! What others do to a file between reading and saving is never written over unseen.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use pledgebook::store::disk::{RealDisk, Step};
use pledgebook::store::hash::FileHash;
use pledgebook::store::save::{Expected, Outside, SaveError, SaveStep, save};

use super::saving::{NEW, OLD, file_with, place, report};
use super::{Scripted, entries};

const THEIRS: &str = "(\n    schema: 1,\n    title: \"Theirs\",\n)\n";

fn hash(text: &str) -> FileHash {
    FileHash::of(text.as_bytes())
}

/// The save was refused for this reason, and the file is as others left it.
fn refused(error: SaveError, folder: &Path, outside: Outside, left: Option<&str>) {
    assert_eq!(error.step, SaveStep::Changed);
    assert_eq!(error.outside, Some(outside));
    assert_eq!(error.kept, None);
    let found = fs::read_to_string(folder.join("book.ron")).ok();
    assert_eq!(found.as_deref(), left);
    assert_eq!(entries(folder).len(), usize::from(left.is_some()));
    let report = report(error);
    let told = match outside {
        Outside::Changed(_) => "was changed by another program",
        Outside::Gone => "was removed or renamed by another program",
        Outside::Appeared(_) => "made by another program",
    };
    assert!(report.message.contains(told), "{}", report.message);
    assert!(report.causes.is_empty(), "the system said nothing");
    assert!(report.hints[0].contains("save a copy"));
}

#[test]
fn a_file_that_others_changed_removed_or_made_is_left_as_it_is() {
    let (folder, path) = file_with(THEIRS);
    let known = Expected::Hash(hash(OLD));
    let error = save(&path, NEW, known, &RealDisk).unwrap_err();
    refused(
        error,
        folder.path(),
        Outside::Changed(hash(THEIRS)),
        Some(THEIRS),
    );
    let error = save(&path, NEW, Expected::Nothing, &RealDisk).unwrap_err();
    refused(
        error,
        folder.path(),
        Outside::Appeared(hash(THEIRS)),
        Some(THEIRS),
    );
    fs::remove_file(&path).unwrap();
    let error = save(&path, NEW, known, &RealDisk).unwrap_err();
    refused(error, folder.path(), Outside::Gone, None);
}

/// Does something to the file when the new one is already written and verified.
fn at_the_last_moment(
    old: Option<&str>,
    deed: impl Fn(&Path) + Send + Sync,
) -> (tempfile::TempDir, SaveError) {
    let (folder, path, expected) = place(old);
    let disk = Scripted(|step, at: &Path| {
        if step == Step::Read && at != path {
            deed(&path);
        }
        Ok(())
    });
    let error = save(&path, NEW, expected, &disk).unwrap_err();
    (folder, error)
}

#[test]
fn the_last_look_is_right_before_the_replacing() {
    let theirs = |path: &Path| fs::write(path, THEIRS).unwrap();
    let (folder, error) = at_the_last_moment(Some(OLD), theirs);
    refused(
        error,
        folder.path(),
        Outside::Changed(hash(THEIRS)),
        Some(THEIRS),
    );
    let (folder, error) = at_the_last_moment(None, theirs);
    refused(
        error,
        folder.path(),
        Outside::Appeared(hash(THEIRS)),
        Some(THEIRS),
    );
}

#[test]
fn a_file_that_vanishes_while_it_is_saved_does_not_come_back_unasked() {
    let (_folder, path) = file_with(OLD);
    let looks = AtomicUsize::new(0);
    let disk = Scripted(|step, at: &Path| {
        if step == Step::Read && at == path && looks.fetch_add(1, Ordering::SeqCst) == 1 {
            fs::remove_file(&path).unwrap();
        }
        Ok(())
    });
    let error = save(&path, NEW, Expected::Hash(hash(OLD)), &disk).unwrap_err();
    assert_eq!(error.outside, Some(Outside::Gone));
    assert!(!path.exists());
}

#[test]
fn a_file_of_the_same_length_and_time_is_seen_to_differ() {
    let (_folder, path) = file_with(OLD);
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    let same_length = OLD.replace("Old", "Odd");
    fs::write(&path, &same_length).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(before).unwrap();
    let known = Expected::Hash(hash(OLD));
    let error = save(&path, NEW, known, &RealDisk).unwrap_err();
    assert_eq!(error.outside, Some(Outside::Changed(hash(&same_length))));
}

#[test]
fn who_was_asked_and_agreed_may_write_over_anything() {
    let (_folder, path) = file_with(THEIRS);
    let saved = save(&path, NEW, Expected::Anything, &RealDisk).unwrap();
    assert_eq!(saved.hash, hash(NEW));
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    save(&path, OLD, Expected::Hash(saved.hash), &RealDisk).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
}
