//! Earlier versions, and files used lately.

use std::fs;

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::text::Lang;
use pledgebook::ui::chooser::{Ask, Choice};
use pledgebook::ui::recent::Found;

use super::saving::{ENTRY, OTHER, another_program_writes, summary};
use crate::common::user::{Habits, User};

/// A document that was saved three times since it was made: `1`, `2`, `3`.
fn saved_thrice(habits: Habits) -> User {
    let mut user = User::with(habits, None);
    user.saves_a_copy();
    for n in 1..4 {
        user.changes(ENTRY, &n.to_string());
        if n == 3 {
            user.changes(OTHER, "Another");
        }
        user.presses_with(Modifiers::COMMAND, Key::S).waits();
    }
    user
}

fn an_earlier_version_comes_back(lang: Lang, restore: &str) {
    let mut user = saved_thrice(Habits {
        lang,
        ..Habits::default()
    });
    user.chooses("menu-file", "menu-backups").waits();
    let as_now = user.text("backups-same");
    user.sees("copy.ron").sees(&as_now);
    // Newest first: 3, 2, 1, and the first save.
    let names = user.names_of_buttons(restore);
    assert_eq!(names.len(), 4, "{names:?}");
    user.clicks_nth(&names[1], 1).waits();
    assert_eq!(user.app().session().dataset().aid[ENTRY].summary, "2");
    assert_ne!(user.app().session().dataset().aid[OTHER].summary, "Another");
    // It is one step, which can be taken back.
    assert_eq!(user.app().session().changes(), 1);
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(user.app().session().dataset().aid[ENTRY].summary, "3");
    assert_eq!(user.app().session().dataset().aid[OTHER].summary, "Another");
    assert!(!user.app().session().is_modified());
}

#[test]
fn an_earlier_version_comes_back_as_one_step() {
    an_earlier_version_comes_back(Lang::En, "Restore the version of 1 Mar 2026, 14:30:00");
    an_earlier_version_comes_back(Lang::Uk, "Повернути версію: 1 бер. 2026, 14:30:00");
}

#[test]
fn an_earlier_version_can_be_looked_at_and_saved_elsewhere() {
    let mut user = saved_thrice(Habits::default());
    user.chooses("menu-file", "menu-backups").waits();
    let looks = user.names_of_buttons("Look at the version of ");
    user.clicks_nth(&looks[1], 1).waits();
    user.sees("What is otherwise in that version: 2 records");
    user.sees("changed: summary");
    user.presses(Key::Escape);
    let elsewhere = user.folder().join("old.ron");
    user.will_choose(Choice::Chosen(elsewhere.clone()));
    let saves = user.names_of_buttons("Save the version of ");
    user.clicks_nth(&saves[2], 2).waits();
    assert_eq!(user.was_asked(), [Ask::SaveAs, Ask::SaveVersion]);
    assert_eq!(summary(&elsewhere, ENTRY), "1");
    assert_eq!(user.app().title(), "Pledgebook — copy.ron");
    // But never over the open file.
    user.will_choose(Choice::Chosen(user.folder().join("copy.ron")));
    user.clicks_nth(&saves[2], 2).waits();
    assert_eq!(summary(&user.folder().join("copy.ron"), ENTRY), "3");
}

#[test]
fn how_many_versions_are_kept_is_up_to_the_user() {
    let mut user = saved_thrice(Habits::default());
    user.chooses("menu-file", "menu-backups").waits();
    user.sees("Saves kept");
    user.raises("Saves kept");
    assert_eq!(user.app().prefs().backup_saves, 11);
    user.raises("Days of which the last version is kept");
    assert_eq!(user.app().prefs().backup_days, 31);
}

#[test]
fn a_backup_that_fails_stops_no_save_and_is_told() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let backups = user.folder().join("data/backups");
    fs::remove_dir_all(&backups).unwrap();
    another_program_writes(&backups, "in the way");
    user.changes(ENTRY, "One");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    user.sees("Saved, but no earlier version could be kept");
    assert_eq!(summary(&user.folder().join("copy.ron"), ENTRY), "One");
    assert!(!user.app().session().is_modified());
}

#[test]
fn there_are_no_earlier_versions_of_what_is_in_no_file() {
    let mut user = User::opens_sample();
    let menu = user.text("menu-file");
    user.clicks_the(Role::Button, &menu);
    let backups = user.text("menu-backups");
    assert!(!user.is_enabled(Role::MenuItem, &backups));
}

#[test]
fn files_used_lately_are_offered_and_missing_ones_say_so() {
    let mut user = User::opens_sample();
    for name in ["one.ron", "two.ron", "three.ron"] {
        let path = user.folder().join(name);
        user.will_choose(Choice::Chosen(path));
        user.chooses("menu-file", "menu-save-as").waits();
    }
    fs::remove_file(user.folder().join("one.ron")).unwrap();
    let (menu, recent) = (user.text("menu-file"), user.text("menu-open-recent"));
    user.clicks_the(Role::Button, &menu).waits();
    user.clicks_the(Role::MenuItem, &recent);
    // The open one is not among them.
    let found: Vec<(String, Found)> = user
        .app()
        .recent_files()
        .into_iter()
        .map(|file| (file.words().0, file.found))
        .collect();
    assert_eq!(
        found,
        [
            ("two.ron".to_owned(), Found::Here),
            ("one.ron".to_owned(), Found::Missing)
        ]
    );
    assert!(!user.is_enabled(Role::MenuItem, "one.ron, missing"));
    user.clicks_what_begins(Role::MenuItem, "two.ron").waits();
    assert_eq!(user.app().title(), "Pledgebook — two.ron");
    // They are in the list of commands too.
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::P)
        .waits();
    user.types_here("recent three");
    user.presses(Key::Enter).waits();
    assert_eq!(user.app().title(), "Pledgebook — three.ron");
    // And can be forgotten.
    user.clicks_the(Role::Button, &menu).waits();
    user.clicks_the(Role::MenuItem, &recent);
    let clear = user.text("menu-clear-recent");
    user.clicks_the(Role::MenuItem, &clear);
    assert_eq!(user.app().recent_files(), []);
    let path = user.folder().join("three.ron");
    assert_eq!(user.app().prefs().recent_files, [path]);
}

#[test]
fn a_last_file_that_is_gone_is_told_beside_the_sample() {
    let gone = std::path::PathBuf::from("/nowhere/at/all/book.ron");
    let last = pledgebook::ui::First::Last(gone);
    let mut user = User::starts(Habits::default(), None, |setup| setup.open = Some(last));
    user.waits();
    user.sees("book.ron is not there any more; this is the sample.");
    assert!(user.app().title().ends_with("(sample)"));
}

fn picture_of_the_versions(dark: bool, name: &str) {
    let mut user = saved_thrice(Habits {
        dark,
        ..Habits::default()
    });
    user.chooses("menu-file", "menu-backups").waits();
    user.picture(name);
}

#[test]
fn the_list_of_earlier_versions_by_day() {
    picture_of_the_versions(false, "backups-light");
}

#[test]
fn the_list_of_earlier_versions_by_night() {
    picture_of_the_versions(true, "backups-dark");
}
