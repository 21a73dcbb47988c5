//! Saving: whatever fails, at whatever step, the old or the new file is whole.

use std::fs;
use std::path::Path;

use pledgebook::report::{Exit, Report};
use pledgebook::session::SaveProblem;
use pledgebook::store::disk::{FailingDisk, RealDisk};
use pledgebook::store::save::{SaveError, SaveStep, save};
use pledgebook::text::{Lang, Texts};

const OLD: &str = "(schema: 1, title: \"Old\")\n";
const NEW: &str = "(schema: 1, title: \"New, and longer than the old one\")\n";

fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn hint(error: SaveError) -> String {
    let report = Report::of_save(&SaveProblem::Disk(error), Texts::new(Lang::En));
    assert_eq!(report.exit, Exit::File);
    report.hints.join(" ")
}

/// Saves over `old` (or none) on a disk that fails at each step in turn.
fn fail_at_each_step(old: Option<&str>) {
    let mut steps = 0;
    loop {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        if let Some(old) = old {
            fs::write(&path, old).unwrap();
        }
        let disk = FailingDisk::once_at(steps);
        let saved = save(&path, NEW, &disk);
        let found = fs::read_to_string(&path).ok();
        if !disk.has_failed() {
            saved.unwrap();
            assert_eq!(found.as_deref(), Some(NEW));
            break;
        }
        let error = saved.unwrap_err();
        let expected = match error.step {
            SaveStep::SyncFolder => Some(NEW),
            _ => old,
        };
        assert_eq!(found.as_deref(), expected, "step {steps}");
        let left: &[&str] = if expected.is_some() {
            &["book.ron"]
        } else {
            &[]
        };
        assert_eq!(entries(folder.path()), left, "step {steps}");
        assert!(!hint(error).is_empty());
        steps += 1;
    }
    assert!(steps >= 6, "only {steps} steps can fail");
}

#[test]
fn the_old_file_stands_when_any_step_of_a_save_fails() {
    fail_at_each_step(Some(OLD));
}

#[test]
fn nothing_is_left_behind_when_a_first_save_fails() {
    fail_at_each_step(None);
}

#[test]
fn a_disk_that_stays_broken_leaves_one_of_the_files_whole() {
    for step in 0..12 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        fs::write(&path, OLD).unwrap();
        let _ = save(&path, NEW, &FailingDisk::for_ever_from(step));
        let found = fs::read_to_string(&path).unwrap();
        assert!(found == OLD || found == NEW, "step {step}: {found}");
    }
}

#[test]
fn a_save_into_nowhere_or_over_a_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("gone/book.ron");
    let told = hint(save(&nowhere, NEW, &RealDisk).unwrap_err());
    assert!(told.starts_with("The folder is not there"), "{told}");
    let told = hint(save(folder.path(), NEW, &RealDisk).unwrap_err());
    assert!(told.starts_with("This is a folder"), "{told}");
}

#[test]
fn a_read_only_file_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    fs::write(&path, OLD).unwrap();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let told = hint(save(&path, NEW, &RealDisk).unwrap_err());
    assert!(told.contains("read-only"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
}

#[cfg(unix)]
#[test]
fn a_save_keeps_the_permissions_and_goes_through_links() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().unwrap();
    let (path, link) = (
        folder.path().join("book.ron"),
        folder.path().join("link.ron"),
    );
    fs::write(&path, OLD).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&path, &link).unwrap();
    save(&link, NEW, &RealDisk).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(entries(folder.path()), ["book.ron", "link.ron"]);
}
