//! Backups: which stay, that they are what was stored, and that no failure costs an older one.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use pledgebook::report::Report;
use pledgebook::store::backup::{
    Backup, BackupError, BackupStep, Backups, Documented, Keep, documents,
};
use pledgebook::store::disk::{Disk, FailingDisk, RealDisk};
use pledgebook::store::folders::document_key;
use pledgebook::text::{Lang, Texts};
use proptest::prelude::*;

use super::entries;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn later(from: Timestamp, minutes: i64) -> Timestamp {
    from + SignedDuration::from_mins(minutes)
}

struct Place {
    folder: tempfile::TempDir,
    path: PathBuf,
    backups: Backups,
}

fn place(keep: Keep) -> Place {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Моя книга.ron");
    let backups = Backups::of(&path, &folder.path().join("data"), keep);
    Place {
        folder,
        path,
        backups,
    }
}

impl Place {
    fn add(&self, text: &str, at: Timestamp) -> Option<Backup> {
        let bytes = text.as_bytes();
        self.backups.add(&self.path, bytes, at, &RealDisk).unwrap()
    }

    /// The texts of all, newest first; each must be what was stored.
    fn texts(&self) -> Vec<String> {
        let all = self.backups.list(&RealDisk).unwrap();
        let read = |backup: &Backup| self.backups.read(backup, &RealDisk).unwrap();
        all.iter()
            .map(|backup| String::from_utf8(read(backup)).unwrap())
            .collect()
    }
}

#[test]
fn each_version_is_stored_once_and_reads_back() {
    let place = place(Keep::default());
    let day = at("2026-11-27T05:41:20.1234Z");
    let first = place.add("as it was", day).unwrap();
    let name = first.path.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("2026-11-27T05-41-20.123Z-"), "{name}");
    assert_eq!(first.at, at("2026-11-27T05:41:20.123Z"));
    assert_eq!(first.bytes, 9);
    // Before and after a save, in the same millisecond.
    assert!(place.add("as it was", day).is_none());
    let second = place.add("as it is", day).unwrap();
    assert!(second.at > first.at);
    assert!(place.add("as it is", later(day, 5)).is_none());
    // Back to what it once was: that is a version of its own.
    assert!(place.add("as it was", later(day, 9)).is_some());
    assert_eq!(place.texts(), ["as it was", "as it is", "as it was"]);
    let listed = place.backups.list(&RealDisk).unwrap();
    assert_eq!(listed[2], first);
    assert_eq!(listed[1], second);
}

#[test]
fn a_backup_that_was_tampered_with_is_told_and_does_not_count_as_stored() {
    let place = place(Keep::default());
    let day = at("2026-11-27T05:41:20Z");
    let backup = place.add("whole", day).unwrap();
    fs::write(&backup.path, "who").unwrap();
    let error = place.backups.read(&backup, &RealDisk).unwrap_err();
    assert!(matches!(error, BackupError::Damaged { .. }));
    let told = Report::of_backup(&error, Texts::new(Lang::En));
    assert!(told.message.contains("is not what was once stored"));
    assert!(place.add("whole", later(day, 1)).is_some());
    let listed = place.backups.list(&RealDisk).unwrap();
    assert_eq!(place.backups.read(&listed[0], &RealDisk).unwrap(), b"whole");
}

#[test]
fn backups_of_a_document_that_is_gone_are_found() {
    let place = place(Keep::default());
    let data = place.folder.path().join("data");
    assert_eq!(documents(&data, &RealDisk).unwrap(), []);
    assert_eq!(place.backups.list(&RealDisk).unwrap(), []);
    fs::write(&place.path, "one").unwrap();
    place.add("one", at("2026-11-27T05:41:20Z"));
    fs::remove_file(&place.path).unwrap();
    let found = documents(&data, &RealDisk).unwrap();
    let folder = data.join("backups").join(document_key(&place.path));
    let expected = Documented {
        path: Some(place.path.clone()),
        folder: folder.clone(),
    };
    assert_eq!(found, [expected]);
    let again = Backups::in_folder(folder.clone(), Keep::default());
    assert_eq!(again.list(&RealDisk).unwrap().len(), 1);
    fs::remove_file(folder.join("path.txt")).unwrap();
    assert_eq!(documents(&data, &RealDisk).unwrap()[0].path, None);
}

#[cfg(unix)]
#[test]
fn backups_are_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = place(Keep::default());
    let backup = place.add("private", at("2026-11-27T05:41:20Z")).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&backup.path), 0o600);
    assert_eq!(mode(&place.backups.folder().join("path.txt")), 0o600);
    assert_eq!(mode(place.backups.folder()), 0o700);
    assert_eq!(mode(&place.folder.path().join("data")), 0o700);
}

#[test]
fn a_clock_that_was_wrong_once_costs_no_new_backup() {
    let place = place(Keep { saves: 2, days: 3 });
    for n in 0..5 {
        place.add(&format!("future {n}"), later(at("2099-01-01T00:00:00Z"), n));
    }
    for n in 0..5 {
        place.add(&format!("now {n}"), later(at("2026-11-27T05:41:20Z"), n));
        assert!(place.texts().contains(&format!("now {n}")));
    }
    assert_eq!(place.texts(), ["future 4", "future 3", "now 4", "now 3"]);
}

#[test]
fn at_least_the_newest_stays_whatever_the_settings_say() {
    let place = place(Keep { saves: 0, days: 0 });
    let day = at("2026-11-27T05:41:20Z");
    place.add("one", day);
    place.add("two", later(day, 1));
    assert_eq!(place.texts(), ["two"]);
    let huge = Keep {
        saves: usize::MAX,
        days: usize::MAX,
    };
    let all = Backups::in_folder(place.backups.folder().to_owned(), huge);
    assert_eq!(all.prune(later(day, 2), &RealDisk).unwrap(), 0);
}

#[test]
fn what_a_cut_off_program_left_goes_and_what_is_no_backup_stays() {
    let place = place(Keep::default());
    let day = at("2026-11-27T05:41:20Z");
    place.add("one", day);
    let folder = place.backups.folder().to_owned();
    for name in [
        ".2026-11-27T05-41-20.123Z-ba7816bf8f01.ron.7-0.tmp",
        ".path.txt.7-1.tmp",
    ] {
        fs::write(folder.join(name), "half").unwrap();
    }
    for name in [
        "notes.ron",
        "2026-13-27T05-41-20.123Z-ba7816bf8f01.ron",
        "a-ba7816bf8f01.ron",
    ] {
        fs::write(folder.join(name), "mine").unwrap();
    }
    place.add("two", later(day, 1));
    assert_eq!(place.texts(), ["two", "one"]);
    assert_eq!(entries(&folder).len(), 2 + 1 + 3);
}

/// Stores a third version, where two are kept, on a disk that fails.
fn fails(disk: &FailingDisk) -> (Place, Result<Option<Backup>, BackupError>) {
    let place = place(Keep { saves: 2, days: 0 });
    let day = at("2026-11-27T05:41:20Z");
    place.add("one", day);
    place.add("two", later(day, 1));
    let path = place.path.with_extension("moved.ron");
    let added = place.backups.add(&path, b"three", later(day, 2), disk);
    (place, added)
}

/// Whatever failed: what is listed is whole, and there are at least as many as are to be kept.
fn nothing_is_lost(place: &Place, added: &Result<Option<Backup>, BackupError>) {
    let texts = place.texts();
    assert_eq!(texts.iter().filter(|text| *text == "two").count(), 1);
    let has = |text: &str| texts.iter().any(|has| has == text);
    if !has("three") {
        assert!(
            has("one"),
            "an older one went before the new one was stored"
        );
    }
    let stored = match added {
        Ok(_) => true,
        Err(BackupError::Disk { step, .. }) => {
            matches!(step, BackupStep::Note | BackupStep::Prune)
        }
        Err(BackupError::Damaged { .. }) => false,
    };
    assert!(has("three") || !stored, "{added:?}");
}

#[test]
fn a_backup_that_fails_at_any_step_costs_no_older_one() {
    let mut told = Vec::new();
    for step in 0.. {
        let disk = FailingDisk::once_at(step);
        let (place, added) = fails(&disk);
        nothing_is_lost(&place, &added);
        if let Err(error) = &added {
            let report = Report::of_backup(error, Texts::new(Lang::Uk));
            assert_eq!(report.causes, ["the disk failed"]);
            let BackupError::Disk { step, .. } = error else {
                panic!("nothing was read back: {error}");
            };
            if !told.contains(step) {
                told.push(*step);
            }
        }
        // The next one finds everything in order again.
        place.add("four", at("2026-12-01T00:00:00Z"));
        assert_eq!(place.texts()[0], "four");
        assert_eq!(entries(place.backups.folder()).len(), 2 + 1);
        if !disk.has_failed() {
            assert!(added.unwrap().is_some());
            break;
        }
    }
    let steps = [
        BackupStep::Folder,
        BackupStep::List,
        BackupStep::Write,
        BackupStep::Note,
        BackupStep::Prune,
    ];
    assert_eq!(told, steps);
}

#[test]
fn a_disk_that_stays_broken_costs_no_backup_either() {
    for step in 0.. {
        let disk = FailingDisk::for_ever_from(step);
        let (place, added) = fails(&disk);
        nothing_is_lost(&place, &added);
        if !disk.has_failed() {
            assert!(step > 15);
            break;
        }
    }
}

/// A disk that does not wait: the rotation is tried over many files.
struct Hasty;

impl Disk for Hasty {
    fn sync(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Which of the saves, given in minutes from the start, are to be there at the end.
fn kept_by_the_rule(saves: &[i64]) -> BTreeSet<i64> {
    let day = |minute: i64| minute.div_euclid(24 * 60);
    let today = day(saves[saves.len() - 1]);
    let mut kept: BTreeSet<i64> = saves.iter().rev().take(10).copied().collect();
    for one in today - 29..=today {
        kept.extend(saves.iter().rfind(|minute| day(**minute) == one));
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_last_ten_and_one_a_day_for_thirty_days_stay_and_nothing_else(
        saves in proptest::collection::btree_set(0..60 * 24 * 60_i64, 1..60),
    ) {
        let place = place(Keep::default());
        let start = at("2026-09-28T00:00:00Z");
        let saves: Vec<i64> = saves.into_iter().collect();
        for minute in &saves {
            let text = minute.to_string();
            let now = later(start, *minute);
            place.backups.add(&place.path, text.as_bytes(), now, &Hasty).unwrap();
        }
        let found: BTreeSet<i64> = place.texts().iter().map(|text| text.parse().unwrap()).collect();
        prop_assert_eq!(found, kept_by_the_rule(&saves));
    }
}

#[test]
fn forty_days_of_work_every_hour_leaves_ten_saves_and_thirty_days() {
    let place = place(Keep::default());
    let start = at("2026-09-28T00:30:00Z");
    for hour in 0..24 * 40_i64 {
        let text = hour.to_string();
        let now = later(start, hour * 60);
        place
            .backups
            .add(&place.path, text.as_bytes(), now, &Hasty)
            .unwrap();
    }
    let texts = place.texts();
    assert_eq!(texts.len(), 10 + 29);
    assert_eq!(texts[0], "959");
    assert_eq!(texts[9], "950");
    assert_eq!(texts[10], "935");
}
