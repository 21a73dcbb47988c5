//! Saving: to where, when, and what when it fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::session::Session;
use pledgebook::store::disk::RealDisk;
use pledgebook::text::Lang;
use pledgebook::ui::chooser::{Ask, Choice};

use crate::common::slow::{SlowDisk, Writing};
use crate::common::user::{Habits, User};

/// The aid entry that stories change, and another one.
pub(super) const ENTRY: &str = "lv-a02";
pub(super) const OTHER: &str = "lv-a03";

/// What the aid entry of a file says.
pub(super) fn summary(path: &Path, id: &str) -> String {
    let session = Session::open(path, &RealDisk).unwrap();
    session.dataset().aid[id].summary.clone()
}

#[expect(
    clippy::disallowed_methods,
    reason = "other programs write as they like"
)]
pub(super) fn another_program_writes(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

/// A book of its own in a file, opened on a disk that is up to the story.
fn on_a_slow_disk() -> (User, SlowDisk, PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    Session::sample()
        .save_as(&path, pledgebook::session::Unread::Refuse, &RealDisk)
        .unwrap();
    let disk = SlowDisk::below(folder.path());
    let its = disk.clone();
    let mut user = User::starts(Habits::default(), Some(path.clone()), |setup| {
        setup.disk = Arc::new(its);
    });
    user.waits();
    (user, disk, path, folder)
}

fn a_change_is_saved(lang: Lang) {
    let mut user = User::opens_a_copy_in(lang);
    let path = user.folder().join("copy.ron");
    let changes = match lang {
        Lang::En => ["1 change", "2 changes"],
        Lang::Uk => ["1 зміна", "2 зміни"],
    };
    user.changes(ENTRY, "One").sees(changes[0]);
    user.changes(OTHER, "Two").sees(changes[1]);
    assert!(user.app().title().starts_with("• "));
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert!(!user.app().title().starts_with("• "));
    user.sees_not(changes[1]);
    user.sees("14:30");
    assert_eq!(summary(&path, ENTRY), "One");
    assert_eq!(summary(&path, OTHER), "Two");
    // Taking it back is a change again, and doing it again is none.
    user.presses_with(Modifiers::COMMAND, Key::Z)
        .sees(changes[0]);
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(!user.app().session().is_modified());
}

#[test]
fn a_change_is_saved_by_key_and_the_window_says_what_is_not_in_the_file() {
    a_change_is_saved(Lang::En);
    a_change_is_saved(Lang::Uk);
}

#[test]
fn saving_the_sample_or_a_new_book_asks_for_a_file() {
    let mut user = User::opens_sample();
    user.will_choose(Choice::Cancelled);
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    user.chooses("menu-file", "menu-new").waits();
    user.sees("Untitled");
    let path = user.folder().join("new.ron");
    user.will_choose(Choice::Chosen(path.clone()));
    user.chooses("menu-file", "menu-save").waits();
    assert_eq!(user.was_asked(), [Ask::SaveAs, Ask::SaveAs]);
    assert_eq!(user.app().title(), "Pledgebook — new.ron");
    assert!(path.exists());
}

#[test]
fn a_second_save_waits_for_the_first_and_editing_goes_on_meanwhile() {
    let (mut user, disk, path, _folder) = on_a_slow_disk();
    disk.writing(Writing::Waits);
    user.changes(ENTRY, "One");
    user.presses_with(Modifiers::COMMAND, Key::S);
    let saving = user.text("status-saving");
    user.sees(&saving);
    user.changes(OTHER, "Two");
    user.presses_with(Modifiers::COMMAND, Key::S);
    assert_ne!(summary(&path, ENTRY), "One");
    disk.writing(Writing::Goes);
    user.waits();
    assert!(!user.app().session().is_modified());
    assert_eq!(summary(&path, ENTRY), "One");
    assert_eq!(summary(&path, OTHER), "Two");
}

#[test]
fn what_is_changed_while_a_save_runs_stays_changed() {
    let (mut user, disk, path, _folder) = on_a_slow_disk();
    disk.writing(Writing::Waits);
    user.changes(ENTRY, "One");
    user.presses_with(Modifiers::COMMAND, Key::S);
    user.changes(ENTRY, "Two");
    disk.writing(Writing::Goes);
    user.waits();
    assert_eq!(summary(&path, ENTRY), "One");
    assert!(user.app().session().is_modified());
    user.sees("1 change");
    // Back to what is in the file: nothing is changed any more.
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert!(!user.app().session().is_modified());
}

#[test]
fn a_failed_save_leaves_the_document_modified_and_says_what_to_do() {
    let (mut user, disk, path, _folder) = on_a_slow_disk();
    let before = fs::read(&path).unwrap();
    disk.writing(Writing::IsRefused);
    user.changes(ENTRY, "One");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let head = user.text("dialog-trouble-save");
    user.sees(&head);
    user.sees("The disk is full: make room");
    assert!(user.app().session().is_modified());
    assert_eq!(fs::read(&path).unwrap(), before);
    let close = user.text("dialog-close");
    user.clicks(&close);
    // And when there is room again it is saved.
    disk.writing(Writing::Goes);
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert!(!user.app().session().is_modified());
    assert_eq!(summary(&path, ENTRY), "One");
}

#[test]
fn a_copy_is_saved_and_the_document_stays_where_it_is_and_modified() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let copy = user.folder().join("another.ron");
    user.changes(ENTRY, "One");
    user.will_choose(Choice::Chosen(copy.clone()));
    user.chooses("menu-file", "menu-save-copy").waits();
    assert_eq!(user.was_asked(), [Ask::SaveAs, Ask::SaveCopy]);
    user.sees("A copy is in");
    assert_eq!(summary(&copy, ENTRY), "One");
    assert_eq!(user.app().title(), "• Pledgebook — copy.ron");
    assert!(user.app().session().is_modified());
    assert_ne!(summary(&user.folder().join("copy.ron"), ENTRY), "One");
}

#[test]
fn a_name_that_only_the_extension_makes_one_that_stands_is_asked_about() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let other = user.folder().join("other.ron");
    fs::copy(user.folder().join("copy.ron"), &other).unwrap();
    user.changes(ENTRY, "One");
    user.will_choose(Choice::Unasked(other.clone()));
    user.chooses("menu-file", "menu-save-as").waits();
    let stands = user.text("dialog-save-stands");
    user.sees(&stands);
    assert_ne!(summary(&other, ENTRY), "One");
    let replace = user.text("dialog-replace");
    user.clicks(&replace).waits();
    assert_eq!(summary(&other, ENTRY), "One");
}

#[test]
fn comments_in_the_file_are_asked_about_once_and_kept_when_thought_better_of() {
    let user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    let text = fs::read_to_string(&path).unwrap();
    another_program_writes(&path, &format!("// By hand.\n{text}"));
    let mut user = User::opens(&path);
    user.changes(ENTRY, "One");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let title = user.text("dialog-loses-title");
    user.sees(&title);
    user.presses(Key::Escape);
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .starts_with("// By hand.")
    );
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let save = user.text("dialog-loses-save");
    user.clicks_the(Role::Button, &save).waits();
    assert_eq!(summary(&path, ENTRY), "One");
    user.changes(ENTRY, "Two");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    user.sees_not(&title);
    assert_eq!(summary(&path, ENTRY), "Two");
}

#[test]
fn reading_the_file_again_asks_first_and_names_what_would_be_dropped() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "One").changes(OTHER, "Two");
    user.presses_with(Modifiers::COMMAND, Key::R);
    user.sees("2 changes are not in the file");
    let cancel = user.text("dialog-cancel");
    user.clicks(&cancel);
    assert_eq!(user.app().session().dataset().aid[ENTRY].summary, "One");
    user.presses_with(Modifiers::COMMAND, Key::R);
    user.clicks("Drop 2 changes").waits();
    assert_ne!(user.app().session().dataset().aid[ENTRY].summary, "One");
    assert!(!user.app().session().is_modified());
    // With nothing to drop nothing is asked.
    user.presses_with(Modifiers::COMMAND, Key::R).waits();
    let again = user.text("notice-reloaded");
    user.sees(&again);
}
