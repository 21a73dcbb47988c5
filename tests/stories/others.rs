//! What others do to the open file: another program changes or removes it, another window opens it.
//! It is told, and never written over in silence.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::session::{Session, Unread};
use pledgebook::store::disk::RealDisk;
use pledgebook::text::Lang;
use pledgebook::ui::chooser::Choice;

use super::saving::{ENTRY, OTHER, another_program_writes, summary};
use crate::common::user::{Habits, User};

/// Another program changes entries of a file.
fn another_program_changes(path: &Path, changes: &[(&str, &str)]) {
    let session = Session::open(path, &RealDisk).unwrap();
    let mut text = pledgebook::store::format::write(session.dataset());
    for (id, summary) in changes {
        let old = &session.dataset().aid[*id].summary;
        text = text.replacen(&format!("{old:?}"), &format!("{summary:?}"), 1);
    }
    another_program_writes(path, &text);
    for (id, wanted) in changes {
        assert_eq!(summary(path, id), *wanted);
    }
}

/// Both changed the file, and the user pressed “Save”.
fn both_changed(lang: Lang) -> (User, PathBuf) {
    let mut user = User::opens_a_copy_in(lang);
    let path = user.folder().join("copy.ron");
    user.changes(ENTRY, "Mine");
    another_program_changes(&path, &[(ENTRY, "Theirs"), (OTHER, "Theirs too")]);
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let title = user.text("outside-changed");
    user.sees(&title);
    (user, path)
}

#[test]
fn a_file_that_another_program_changed_is_not_written_over() {
    let (mut user, path) = both_changed(Lang::En);
    assert_eq!(summary(&path, ENTRY), "Theirs");
    user.presses(Key::Escape).waits();
    assert!(user.app().session().is_modified());
    assert_eq!(summary(&path, ENTRY), "Theirs");
    // Not by trying again, either.
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert_eq!(summary(&path, ENTRY), "Theirs");
}

fn looking_at_the_differences(lang: Lang, both: &str, there: &str) {
    let (mut user, path) = both_changed(lang);
    let look = user.text("outside-look");
    user.clicks_the(Role::Button, &look).waits();
    user.sees(both).sees(there).sees("lv-a02").sees("lv-a03");
    // Only here, and never as the first choice, can theirs be replaced; it is kept.
    let replace = user.text("outside-replace");
    user.clicks_the(Role::Button, &replace).waits();
    assert_eq!(summary(&path, ENTRY), "Mine");
    assert!(!user.app().session().is_modified());
    let kept = fs::read_dir(user.folder().join("data/backups"))
        .unwrap()
        .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .any(|text| text.contains("Theirs too"));
    assert!(kept);
}

#[test]
fn theirs_is_replaced_only_after_looking_and_is_kept() {
    looking_at_the_differences(
        Lang::En,
        "Changed on both sides: 1 record",
        "Changed in the file: 1 record",
    );
    looking_at_the_differences(
        Lang::Uk,
        "Змінено з обох боків: 1 запис",
        "Змінено у файлі: 1 запис",
    );
}

#[test]
fn theirs_that_changes_again_after_the_look_is_not_replaced() {
    let (mut user, path) = both_changed(Lang::En);
    let look = user.text("outside-look");
    user.clicks_the(Role::Button, &look).waits();
    another_program_changes(&path, &[(ENTRY, "Theirs, later")]);
    let replace = user.text("outside-replace");
    user.clicks_the(Role::Button, &replace).waits();
    assert_eq!(summary(&path, ENTRY), "Theirs, later");
    let told = user.text("outside-changed");
    user.sees(&told);
}

#[test]
fn mine_is_saved_as_a_copy_beside_theirs() {
    let (mut user, path) = both_changed(Lang::En);
    let copy = user.folder().join("mine.ron");
    user.will_choose(Choice::Chosen(copy.clone()));
    user.clicks_the(Role::Button, "Save mine as a copy…")
        .waits();
    assert_eq!(summary(&copy, ENTRY), "Mine");
    assert_eq!(summary(&path, ENTRY), "Theirs");
    assert!(user.app().session().is_modified());
}

#[test]
fn theirs_is_taken_only_after_asking_what_becomes_of_mine() {
    let (mut user, path) = both_changed(Lang::En);
    user.clicks_the(Role::Button, "Read the file again").waits();
    user.sees("1 change is not in the file.");
    user.clicks("Drop 1 change").waits();
    assert_eq!(user.app().session().dataset().aid[ENTRY].summary, "Theirs");
    assert!(!user.app().session().is_modified());
    // And from now on theirs is the one that is known.
    user.changes(ENTRY, "Mine again");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert_eq!(summary(&path, ENTRY), "Mine again");
}

#[test]
fn a_change_outside_is_told_while_the_file_is_open_and_read_at_once_where_nothing_is_lost() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    let told = user.text("banner-changed");
    user.sees_not(&told);
    another_program_changes(&path, &[(ENTRY, "Theirs")]);
    user.will_see(&told);
    user.picture("changed-outside-banner");
    user.clicks("Read the file again").waits();
    user.sees_not(&told);
    assert_eq!(user.app().session().dataset().aid[ENTRY].summary, "Theirs");
}

#[test]
fn a_change_outside_that_is_taken_back_is_no_matter_any_more() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    let (text, told) = (
        fs::read_to_string(&path).unwrap(),
        user.text("banner-changed"),
    );
    another_program_changes(&path, &[(ENTRY, "Theirs")]);
    user.will_see(&told);
    let later = user.text("banner-not-now");
    user.clicks(&later).sees_not(&told);
    another_program_changes(&path, &[(ENTRY, "Theirs again")]);
    user.will_see(&told);
    another_program_writes(&path, &text);
    user.will_not_see(&told);
    user.changes(ENTRY, "Mine");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert_eq!(summary(&path, ENTRY), "Mine");
}

#[test]
fn saving_oneself_is_never_taken_for_a_change_by_others() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let told = user.text("banner-changed");
    for n in 0..3 {
        user.changes(ENTRY, &format!("Change {n}"));
        user.presses_with(Modifiers::COMMAND, Key::S).waits();
    }
    // Longer than the watcher waits for quiet.
    std::thread::sleep(std::time::Duration::from_millis(600));
    user.idles().sees_not(&told);
}

#[test]
fn a_file_that_was_removed_is_told_and_written_again_after_asking() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    fs::remove_file(&path).unwrap();
    let told = user.text("banner-gone");
    user.will_see(&told);
    // Nothing was changed, but what is shown is in no file any more.
    assert!(!user.closes_the_window());
    let gone = user.text("leave-gone");
    user.sees(&gone);
    user.presses(Key::Escape);
    assert!(!path.exists());
    user.clicks("Write it again").waits();
    assert!(path.exists());
    user.sees_not(&told);
    assert!(user.closes_the_window());
}

#[test]
fn a_file_that_was_removed_unseen_is_asked_about_when_it_is_saved() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    user.changes(ENTRY, "Mine");
    fs::remove_file(&path).unwrap();
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    // The watcher may have told before: then there is nothing left to ask.
    if !path.exists() {
        user.sees("copy.ron is not there any more");
        user.clicks_the(Role::Button, "Write it again").waits();
    }
    assert_eq!(summary(&path, ENTRY), "Mine");
}

#[test]
fn a_file_that_is_no_dataset_any_more_can_be_replaced_after_a_look() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    user.changes(ENTRY, "Mine");
    another_program_writes(&path, "roses are red");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let look = user.text("outside-look");
    user.clicks_the(Role::Button, &look).waits();
    let told = user.text("differences-no-dataset");
    user.sees(&told);
    let replace = user.text("outside-replace");
    user.clicks_the(Role::Button, &replace).waits();
    assert_eq!(summary(&path, ENTRY), "Mine");
}

#[test]
fn two_windows_on_one_file_know_of_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let (path, state) = (folder.path().join("book.ron"), folder.path().join("state"));
    Session::sample()
        .save_as(&path, Unread::Refuse, &RealDisk)
        .unwrap();
    let window = || {
        let mut user = User::starts(Habits::default(), Some(path.clone()), |setup| {
            setup.state_folder = Some(state.clone());
        });
        user.waits();
        user
    };
    let told = "This file is also open in another window, since 1 Mar 2026, 14:30.";
    let mut first = window();
    first.sees_not(told);
    let mut second = window();
    second.sees(told);
    first.comes_back().sees(told);
    // What one saves is not written over by the other.
    first.changes(ENTRY, "First");
    first.presses_with(Modifiers::COMMAND, Key::S).waits();
    second.changes(ENTRY, "Second");
    second.presses_with(Modifiers::COMMAND, Key::S).waits();
    let changed = second.text("outside-changed");
    second.sees(&changed);
    assert_eq!(summary(&path, ENTRY), "First");
    second.presses(Key::Escape);
    drop(first);
    second.comes_back().sees_not(told);
}

#[test]
fn the_question_about_another_program_s_version_and_the_differences() {
    let (mut user, _) = both_changed(Lang::En);
    user.picture("changed-outside-dialog");
    let look = user.text("outside-look");
    user.clicks_the(Role::Button, &look).waits();
    user.picture("differences");
}
