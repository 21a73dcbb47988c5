//! Saving: whatever fails, at whatever step, the old or the new file is whole.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use pledgebook::report::{Exit, Report};
use pledgebook::session::SaveProblem;
use pledgebook::store::disk::{Disk, FailingDisk, RealDisk, Rights, Step};
use pledgebook::store::hash::FileHash;
use pledgebook::store::save::{Expected, SaveError, SaveStep, Saved, save, sweep};
use pledgebook::text::{Lang, Texts};

use super::{Scripted, entries};

pub(super) const OLD: &str = "(\n    schema: 1,\n    title: \"Old\",\n)\n";
pub(super) const NEW: &str = "(\n    schema: 1,\n    title: \"New, and longer than the old\",\n)\n";
const OTHER: &str = "(\n    schema: 1,\n    title: \"Another\",\n)\n";

pub(super) fn report(error: SaveError) -> Report {
    let report = Report::of_save(&SaveProblem::Disk(error), Texts::new(Lang::En));
    assert_eq!(report.exit, Exit::File);
    report
}

fn hint(error: SaveError) -> String {
    let hints = report(error).hints;
    assert!(!hints.is_empty());
    hints.join(" ")
}

pub(super) fn file_with(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    // As the steps of the disk name it, where the system's folder for such files is a link.
    let path = fs::canonicalize(folder.path()).unwrap().join("book.ron");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn save_new(path: &Path, disk: &dyn Disk) -> Result<Saved, SaveError> {
    save(path, NEW, Expected::Anything, disk)
}

/// A place to save to, with the file that is there or without, and what a save then expects.
pub(super) fn place(old: Option<&str>) -> (tempfile::TempDir, PathBuf, Expected) {
    let (folder, path) = file_with(old.unwrap_or_default());
    if let Some(old) = old {
        return (folder, path, Expected::Hash(FileHash::of(old.as_bytes())));
    }
    fs::remove_file(&path).unwrap();
    (folder, path, Expected::Nothing)
}

/// Saves over `old` (or none) on a disk that fails at each step in turn; gives the steps that were
/// told as failing, in order.
fn fail_at_each_step(old: Option<&str>) -> Vec<SaveStep> {
    let mut told = Vec::new();
    for step in 0.. {
        let (folder, path, expected) = place(old);
        let disk = FailingDisk::once_at(step);
        let saved = save(&path, NEW, expected, &disk);
        let found = fs::read_to_string(&path).ok();
        let mut left = entries(folder.path());
        left.retain(|name| name != "book.ron");
        match saved {
            // Also where what failed was only the look for leftovers.
            Ok(saved) => {
                assert_eq!(saved.hash, FileHash::of(NEW.as_bytes()));
                assert_eq!(found.as_deref(), Some(NEW), "step {step}");
            }
            Err(error) => {
                let expected = match error.step {
                    SaveStep::SyncFolder => Some(NEW),
                    _ => old,
                };
                assert_eq!(found.as_deref(), expected, "step {step}");
                assert_eq!(error.kept.is_some(), error.step == SaveStep::Replace);
                if let Some(kept) = &error.kept {
                    assert_eq!(fs::read_to_string(kept).unwrap(), NEW);
                    assert_eq!(left.pop().as_deref(), kept.file_name().unwrap().to_str());
                }
                if told.last() != Some(&error.step) {
                    told.push(error.step);
                }
                assert!(!hint(error).is_empty());
            }
        }
        assert!(left.is_empty(), "step {step}: {left:?}");
        if !disk.has_failed() {
            break;
        }
    }
    told
}

#[test]
fn the_old_file_stands_when_any_step_of_a_save_fails() {
    let told = fail_at_each_step(Some(OLD));
    let steps = [
        SaveStep::Find,
        SaveStep::Compare,
        SaveStep::Write,
        SaveStep::Sync,
        SaveStep::Verify,
        SaveStep::Permissions,
        SaveStep::Compare,
        SaveStep::Replace,
        SaveStep::SyncFolder,
    ];
    assert_eq!(told, steps);
}

#[test]
fn nothing_is_left_behind_when_a_first_save_fails() {
    let told = fail_at_each_step(None);
    assert!(told.contains(&SaveStep::Write) && told.contains(&SaveStep::Replace));
    assert!(!told.contains(&SaveStep::Permissions));
}

#[test]
fn a_disk_that_stays_broken_leaves_one_of_the_files_whole_and_the_next_save_clears_up() {
    for step in 0.. {
        let (folder, path, expected) = place(Some(OLD));
        let disk = FailingDisk::for_ever_from(step);
        let saved = save(&path, NEW, expected, &disk);
        let found = fs::read_to_string(&path).unwrap();
        match &saved {
            Ok(_) => assert_eq!(found, NEW, "step {step}"),
            Err(error) if error.step == SaveStep::SyncFolder => assert_eq!(found, NEW),
            Err(_) => assert_eq!(found, OLD, "step {step}"),
        }
        save_new(&path, &RealDisk).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
        assert_eq!(entries(folder.path()), ["book.ron"], "step {step}");
        if !disk.has_failed() {
            assert!(step > 10);
            break;
        }
    }
}

#[test]
fn a_save_into_nowhere_or_over_a_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("gone/book.ron");
    let told = hint(save_new(&nowhere, &RealDisk).unwrap_err());
    assert!(told.starts_with("The folder is not there"), "{told}");
    let told = hint(save_new(folder.path(), &RealDisk).unwrap_err());
    assert!(told.starts_with("This is a folder"), "{told}");
}

#[test]
fn a_read_only_file_is_not_written_over() {
    let (_folder, path) = file_with(OLD);
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let told = hint(save_new(&path, &RealDisk).unwrap_err());
    assert!(told.contains("read-only"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
}

/// What is told when this step is refused for this reason, and what became of the file.
fn refused(step: Step, reason: ErrorKind) -> (SaveError, String) {
    let (_folder, path) = file_with(OLD);
    let disk = Scripted(move |now, _: &Path| {
        let refused = (now == step).then(|| io::Error::from(reason));
        refused.map_or(Ok(()), Err)
    });
    let error = save_new(&path, &disk).unwrap_err();
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
    let again = save_new(&path, &disk).unwrap_err();
    (error, hint(again))
}

#[test]
fn each_trouble_is_told_with_what_to_do_about_it() {
    for (step, reason, begins) in [
        (Step::WriteNew, ErrorKind::StorageFull, "The disk is full"),
        (Step::Sync, ErrorKind::QuotaExceeded, "The disk is full"),
        (
            Step::WriteNew,
            ErrorKind::PermissionDenied,
            "No new file may be made",
        ),
        (
            Step::WriteNew,
            ErrorKind::ReadOnlyFilesystem,
            "No new file may be made",
        ),
        (
            Step::Sync,
            ErrorKind::StaleNetworkFileHandle,
            "The network drive",
        ),
        (Step::Resolve, ErrorKind::TimedOut, "The network drive"),
        (Step::Rename, ErrorKind::NotConnected, "The network drive"),
        (
            Step::Rename,
            ErrorKind::ResourceBusy,
            "Another program holds the file",
        ),
        (
            Step::Rename,
            ErrorKind::PermissionDenied,
            "The folder does not let a file be replaced",
        ),
        (
            Step::Rename,
            ErrorKind::CrossesDevices,
            "The folder does not let a file be replaced",
        ),
        (
            Step::WriteNew,
            ErrorKind::InvalidFilename,
            "The system does not take this name",
        ),
        (Step::Read, ErrorKind::Other, "Try again"),
    ] {
        let (error, told) = refused(step, reason);
        assert!(told.starts_with(begins), "{step:?} {reason:?}: {told}");
        assert_eq!(error.kept.is_some(), step == Step::Rename);
    }
}

#[test]
fn a_folder_that_forbids_replacing_keeps_the_new_text_once_and_says_where() {
    let (folder, path) = file_with(OLD);
    let disk = Scripted(|step, _: &Path| match step {
        Step::Rename => Err(ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    });
    let mut kept = PathBuf::new();
    for _ in 0..3 {
        let error = save_new(&path, &disk).unwrap_err();
        assert_eq!(error.step, SaveStep::Replace);
        kept = error.kept.clone().unwrap();
        assert_eq!(fs::read_to_string(&kept).unwrap(), NEW);
        assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
        assert_eq!(
            entries(folder.path()).len(),
            2,
            "the same text is kept once"
        );
        let told = hint(error);
        assert!(told.contains(&kept.display().to_string()), "{told}");
    }
    // Another text is another matter: the one that was kept is somebody's.
    save(&path, OTHER, Expected::Anything, &RealDisk).unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), NEW);
    save_new(&path, &RealDisk).unwrap();
    assert_eq!(entries(folder.path()), ["book.ron"]);
}

#[test]
fn a_file_that_is_held_for_a_moment_is_waited_for() {
    let (_folder, path) = file_with(OLD);
    let tries = AtomicUsize::new(0);
    let disk = Scripted(|step, _: &Path| match step {
        Step::Rename if tries.fetch_add(1, Ordering::SeqCst) < 3 => {
            Err(ErrorKind::ResourceBusy.into())
        }
        _ => Ok(()),
    });
    save_new(&path, &disk).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(tries.load(Ordering::SeqCst), 4);
}

/// A network drive that replaces the file and loses the answer.
struct Forgetful;

impl Disk for Forgetful {
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        Err(ErrorKind::TimedOut.into())
    }
}

#[test]
fn a_file_that_was_replaced_is_saved_also_where_the_drive_lost_the_answer() {
    let (folder, path) = file_with(OLD);
    save_new(&path, &Forgetful).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(entries(folder.path()), ["book.ron"]);
}

#[test]
fn a_new_file_that_somebody_took_away_is_not_said_to_be_kept() {
    let (folder, path) = file_with(OLD);
    let disk = Scripted(|step, _: &Path| {
        if step == Step::Rename {
            for name in entries(folder.path()) {
                if name != "book.ron" {
                    fs::remove_file(folder.path().join(name))?;
                }
            }
        }
        Ok(())
    });
    let error = save_new(&path, &disk).unwrap_err();
    assert_eq!(error.step, SaveStep::Replace);
    assert_eq!(error.kept, None);
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);
}

#[test]
fn leftovers_go_when_they_are_torn_or_superfluous_and_nobody_holds_them() {
    let (folder, path) = file_with(OLD);
    let beside = |name: &str| folder.path().join(name);
    for (name, text) in [
        (".book.ron.1-0.tmp", &NEW[..NEW.len() / 2]),
        (".book.ron.1-1.tmp", ""),
        (".book.ron.1-2.tmp", OLD),
        (".book.ron.1-3.tmp", OTHER),
        (".other.ron.1-0.tmp", ""),
        ("book.ron.tmp", ""),
    ] {
        fs::write(beside(name), text).unwrap();
    }
    let living = beside(".book.ron.1-4.tmp");
    let held = RealDisk.write_new(&living, b"(\n", Rights::Usual).unwrap();
    let left = sweep(&path, &RealDisk);
    assert_eq!(left, [beside(".book.ron.1-3.tmp"), living.clone()]);
    let all = [
        ".book.ron.1-3.tmp",
        ".book.ron.1-4.tmp",
        ".other.ron.1-0.tmp",
    ];
    assert_eq!(entries(folder.path())[..3], all);
    drop(held);
    save_new(&path, &RealDisk).unwrap();
    assert!(!living.exists());
    let all = [
        ".book.ron.1-3.tmp",
        ".other.ron.1-0.tmp",
        "book.ron",
        "book.ron.tmp",
    ];
    assert_eq!(entries(folder.path()), all);
}

#[test]
fn two_saves_at_once_do_not_clear_away_each_other_s_new_file() {
    let (folder, path) = file_with(OLD);
    let inner = Scripted(|step, fresh: &Path| {
        if step == Step::Sync {
            // Not yet verified, perhaps torn; but a living save holds it.
            assert!(sweep(&path, &RealDisk).contains(&fresh.to_owned()));
            save(&path, OTHER, Expected::Anything, &RealDisk).unwrap();
        }
        Ok(())
    });
    save_new(&path, &inner).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(entries(folder.path()), ["book.ron"]);
}

#[test]
fn the_longest_name_can_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["n".repeat(255), "є".repeat(127)] {
        let path = folder.path().join(name);
        save_new(&path, &RealDisk).unwrap();
        save(
            &path,
            OTHER,
            Expected::Hash(FileHash::of(NEW.as_bytes())),
            &RealDisk,
        )
        .unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), OTHER);
    }
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_save_keeps_the_permissions_and_nobody_reads_the_new_file_before() {
        let (_folder, path) = file_with(OLD);
        for rights in [0o640, 0o600, 0o664, 0o755] {
            fs::set_permissions(&path, fs::Permissions::from_mode(rights)).unwrap();
            let disk = Scripted(|step, fresh: &Path| {
                if step == Step::Sync {
                    assert_eq!(mode(fresh), 0o600);
                }
                Ok(())
            });
            save_new(&path, &disk).unwrap();
            assert_eq!(mode(&path), rights);
        }
    }

    #[test]
    fn a_new_file_has_the_usual_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let (usual, path) = (folder.path().join("usual"), folder.path().join("book.ron"));
        fs::write(&usual, "").unwrap();
        save_new(&path, &RealDisk).unwrap();
        assert_eq!(mode(&path), mode(&usual));
    }

    #[test]
    fn owner_and_group_stay_where_the_system_lets() {
        let (_folder, path) = file_with(OLD);
        // Only root may give files away; for others this is a save of their own file.
        let given = chown(&path, Some(1), Some(1)).is_ok();
        let before = fs::metadata(&path).unwrap();
        save_new(&path, &RealDisk).unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()));
        assert_eq!(given, after.uid() == 1);
    }

    #[test]
    fn links_are_followed_however_many_and_also_to_a_file_that_is_not_there_yet() {
        let (folder, path) = file_with(OLD);
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("far")).unwrap();
        symlink("book.ron", at("one.ron")).unwrap();
        symlink("../one.ron", at("far/two.ron")).unwrap();
        let saved = save_new(&at("far/two.ron"), &RealDisk).unwrap();
        assert_eq!(saved.target, fs::canonicalize(&path).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
        symlink("far/nothing-yet.ron", at("three.ron")).unwrap();
        symlink("three.ron", at("four.ron")).unwrap();
        save(&at("four.ron"), NEW, Expected::Nothing, &RealDisk).unwrap();
        assert_eq!(fs::read_to_string(at("far/nothing-yet.ron")).unwrap(), NEW);
        for link in ["one.ron", "far/two.ron", "three.ron", "four.ron"] {
            assert!(
                fs::symlink_metadata(at(link)).unwrap().is_symlink(),
                "{link}"
            );
        }
        assert_eq!(entries(&at("far")), ["nothing-yet.ron", "two.ron"]);
        symlink("round.ron", at("round.ron")).unwrap();
        let error = save_new(&at("round.ron"), &RealDisk).unwrap_err();
        assert_eq!(error.step, SaveStep::Find);
    }

    #[test]
    fn other_names_of_a_file_keep_the_old_text_and_are_counted() {
        let (folder, path) = file_with(OLD);
        let other = folder.path().join("same.ron");
        fs::hard_link(&path, &other).unwrap();
        let saved = save_new(&path, &RealDisk).unwrap();
        assert_eq!(saved.other_names, 1);
        assert_eq!(fs::read_to_string(&other).unwrap(), OLD);
        assert_eq!(save_new(&path, &RealDisk).unwrap().other_names, 0);
    }

    #[test]
    fn what_is_no_ordinary_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _socket = UnixListener::bind(&path).unwrap();
        let told = hint(save_new(&path, &RealDisk).unwrap_err());
        assert!(told.starts_with("This is a device or a pipe"), "{told}");
        assert_eq!(entries(folder.path()), ["socket"]);
    }
}
