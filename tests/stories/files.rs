//! Files: opened, saved, broken.

use std::io::Write as _;
use std::path::PathBuf;

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::ui::chooser::{Ask, Choice};

use crate::common::user::User;

fn file(user: &User, name: &str, text: &str) -> PathBuf {
    let path = user.folder().join(name);
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    path
}

#[test]
fn the_program_begins_with_the_sample_and_says_that_it_is_read_only() {
    let mut user = User::opens_sample();
    assert!(user.app().title().ends_with("(sample)"));
    user.sees("The sample is read-only");
    user.sees("Save a copy to edit");
}

#[test]
fn a_broken_file_is_told_and_the_document_stays() {
    let mut user = User::opens_sample();
    let rows = user.rows();
    let path = file(&user, "poem.ron", "roses are red");
    user.will_choose(Choice::Chosen(path));
    user.chooses("menu-file", "menu-open").waits();
    let head = user.text("dialog-trouble-open");
    user.sees(&head);
    user.sees("poem.ron");
    let close = user.text("dialog-close");
    user.clicks(&close);
    user.sees_not(&head);
    assert_eq!(user.rows(), rows);
    assert!(user.app().title().ends_with("(sample)"));
}

#[test]
fn a_missing_file_is_told_and_the_document_stays() {
    let mut user = User::opens_sample();
    let path = user.folder().join("nowhere.ron");
    user.will_choose(Choice::Chosen(path));
    user.presses_with(Modifiers::COMMAND, Key::O).waits();
    user.sees("nowhere.ron");
    assert_eq!(user.was_asked(), [Ask::Open]);
}

#[test]
fn a_copy_of_the_sample_is_saved_and_can_be_edited() {
    let mut user = User::opens_sample();
    let path = user.folder().join("copy.ron");
    user.will_choose(Choice::Chosen(path.clone()));
    user.clicks("Save a copy to edit").waits();
    assert_eq!(user.was_asked(), [Ask::SaveAs]);
    assert!(path.exists());
    user.sees("copy.ron");
    user.sees_not("read-only");
    assert_eq!(user.app().title(), "Pledgebook — copy.ron");
    assert_eq!(
        user.app().prefs().last_file.as_deref(),
        Some(path.as_path())
    );
    // The copy holds everything, and opens again the same.
    let bytes = std::fs::read(&path).unwrap();
    user.presses_with(Modifiers::COMMAND, Key::R).waits();
    let reloaded = user.text("notice-reloaded");
    user.sees(&reloaded);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn thinking_better_of_it_changes_nothing() {
    let mut user = User::opens_sample();
    user.will_choose(Choice::Cancelled);
    user.clicks("Save a copy to edit").waits();
    user.sees("The sample is read-only");
}

#[test]
fn without_file_dialogs_the_window_asks_for_the_path_itself() {
    let mut user = User::opens_sample();
    let path = user.folder().join("typed.ron");
    user.will_choose(Choice::NoDialog);
    user.clicks("Save a copy to edit").waits();
    let field = user.text("dialog-save-path");
    user.types_anew(&field, &path.display().to_string());
    let save = user.text("dialog-save");
    user.clicks_the(Role::Button, &save).waits();
    assert!(path.exists());
    assert_eq!(user.app().title(), "Pledgebook — typed.ron");
}

#[test]
fn a_damaged_file_opens_read_only_and_lists_what_could_not_be_read() {
    let mut user = User::opens_sample();
    let copy = user.folder().join("copy.ron");
    user.will_choose(Choice::Chosen(copy.clone()));
    user.clicks("Save a copy to edit").waits();
    let text = std::fs::read_to_string(&copy).unwrap();
    let broken = text.replacen("currency: \"ALL\"", "currency: \"A1L\"", 1);
    assert_ne!(text, broken);
    let path = file(&user, "broken.ron", &broken);
    let mut user = User::opens(&path);
    user.sees("Read-only: parts could not be read");
    user.sees("1 part of this file could not be read");
    let show = user.text("banner-show");
    user.clicks(&show);
    user.sees("AL");
    assert!(!user.rows().iter().any(|row| row.starts_with("Albania")));
}
