//! Leaving a document, for another one or for good: nothing is lost without a word.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::edit;
use pledgebook::session::{Session, Unread};
use pledgebook::store::disk::RealDisk;
use pledgebook::text::Lang;
use pledgebook::ui::Action;
use pledgebook::ui::chooser::Choice;
use pledgebook::ui::prefs::Prefs;

use super::saving::{ENTRY, OTHER, summary};
use crate::common::user::{Habits, User};

fn another_file(user: &User) -> PathBuf {
    let path = user.folder().join("another.ron");
    Session::sample()
        .save_as(&path, Unread::Refuse, &RealDisk)
        .unwrap();
    path
}

fn asks(user: &mut User) {
    user.sees("Save the changes to copy.ron?");
    user.sees("1 change is not in the file.");
}

/// Goes on to another document.
type Way = fn(&mut User, &Path);

/// Every way to leave the document, and the title of the window where it leads.
const WAYS: [(Way, &str); 5] = [
    (
        |user, _| {
            user.presses_with(Modifiers::COMMAND, Key::N);
        },
        "Untitled",
    ),
    (
        |user, file| {
            user.will_choose(Choice::Chosen(file.to_owned()));
            user.presses_with(Modifiers::COMMAND, Key::O).waits();
        },
        "another.ron",
    ),
    (
        |user, _| {
            user.chooses("menu-file", "menu-open-sample").waits();
        },
        "(sample)",
    ),
    (
        |user, file| {
            user.does(Action::OpenFile(file.to_owned())).waits();
        },
        "another.ron",
    ),
    (
        |user, _| {
            let (menu, recent) = (user.text("menu-file"), user.text("menu-open-recent"));
            user.clicks_the(Role::Button, &menu).waits();
            user.clicks_the(Role::MenuItem, &recent);
            user.clicks_what_begins(Role::MenuItem, "another.ron")
                .waits();
        },
        "another.ron",
    ),
];

/// Opens the form of a record by its id, with the keyboard.
fn opens_form(user: &mut User, id: &str) {
    user.presses_with(Modifiers::COMMAND, Key::G);
    user.types_here(id);
    user.presses(Key::Enter);
}

fn with_one_change() -> (User, PathBuf) {
    let mut user = User::opens_sample();
    let another = another_file(&user);
    user.does(Action::OpenFile(another.clone())).waits();
    let copy = user.folder().join("copy.ron");
    user.will_choose(Choice::Chosen(copy));
    user.chooses("menu-file", "menu-save-as").waits();
    user.changes(ENTRY, "One");
    (user, another)
}

#[test]
fn leaving_for_another_document_can_be_thought_better_of() {
    for (way, _) in WAYS {
        let (mut user, another) = with_one_change();
        way(&mut user, &another);
        asks(&mut user);
        let cancel = user.text("dialog-cancel");
        user.clicks(&cancel).waits();
        assert_eq!(user.app().title(), "• Pledgebook — copy.ron");
        assert_eq!(user.app().session().dataset().aid[ENTRY].summary, "One");
    }
}

#[test]
fn leaving_for_another_document_saves_first_where_that_is_wanted() {
    for (way, title) in WAYS {
        let (mut user, another) = with_one_change();
        way(&mut user, &another);
        asks(&mut user);
        let save = user.text("leave-save");
        user.clicks_the(Role::Button, &save).waits();
        assert!(
            user.app().title().ends_with(title),
            "{}",
            user.app().title()
        );
        assert_eq!(summary(&user.folder().join("copy.ron"), ENTRY), "One");
    }
}

#[test]
fn leaving_for_another_document_drops_what_the_user_agreed_to_drop() {
    for (way, title) in WAYS {
        let (mut user, another) = with_one_change();
        way(&mut user, &another);
        asks(&mut user);
        let drop = user.text("leave-drop");
        user.clicks_the(Role::Button, &drop).waits();
        assert!(
            user.app().title().ends_with(title),
            "{}",
            user.app().title()
        );
        assert_ne!(summary(&user.folder().join("copy.ron"), ENTRY), "One");
    }
}

#[test]
fn nothing_is_asked_where_nothing_would_be_lost() {
    for (way, title) in WAYS {
        let (mut user, another) = with_one_change();
        user.presses_with(Modifiers::COMMAND, Key::Z);
        way(&mut user, &another);
        user.waits();
        assert!(
            user.app().title().ends_with(title),
            "{}",
            user.app().title()
        );
    }
    let mut user = User::opens_sample();
    assert!(user.closes_the_window());
}

fn closing(lang: Lang) {
    let mut user = User::opens_a_copy_in(lang);
    let path = user.folder().join("copy.ron");
    user.changes(ENTRY, "One");
    assert!(!user.closes_the_window());
    let (save, cancel) = (user.text("leave-save"), user.text("dialog-cancel"));
    user.sees("copy.ron");
    user.clicks_the(Role::Button, &cancel);
    assert!(!user.app().is_closing());
    assert!(!user.closes_the_window());
    user.clicks_the(Role::Button, &save).waits();
    assert!(user.app().is_closing());
    assert!(user.closes_the_window());
    assert_eq!(summary(&path, ENTRY), "One");
}

#[test]
fn closing_the_window_asks_and_saves() {
    closing(Lang::En);
    closing(Lang::Uk);
}

#[test]
fn quitting_by_key_asks_and_enter_saves() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    user.changes(ENTRY, "One");
    user.presses_with(Modifiers::COMMAND, Key::Q);
    asks(&mut user);
    user.presses(Key::Enter).waits();
    assert!(user.app().is_closing());
    assert_eq!(summary(&path, ENTRY), "One");
}

#[test]
fn quitting_without_saving_throws_away_what_the_user_said() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "One").changes(OTHER, "Two");
    user.chooses("menu-file", "menu-quit");
    user.sees("2 changes are not in the file.");
    let drop = user.text("leave-drop");
    user.clicks_the(Role::Button, &drop);
    assert!(user.app().is_closing());
    assert!(user.closes_the_window());
    assert_ne!(summary(&user.folder().join("copy.ron"), ENTRY), "One");
}

#[test]
fn a_save_that_fails_or_is_cancelled_keeps_the_window_open() {
    // The file became read-only meanwhile.
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    user.changes(ENTRY, "One");
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    user.presses_with(Modifiers::COMMAND, Key::Q);
    let save = user.text("leave-save");
    user.clicks_the(Role::Button, &save).waits();
    user.sees("The file is read-only");
    assert!(!user.app().is_closing());
    assert!(user.app().session().is_modified());

    // A new book has no file yet, and none is chosen.
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::N).waits();
    let title = edit::field::set(
        user.app().session().dataset(),
        &edit::Key::header(),
        &"title".parse().unwrap(),
        Some("Mine".into()),
    );
    user.does(Action::Change(Box::new(title.unwrap())));
    user.presses_with(Modifiers::COMMAND, Key::Q);
    user.will_choose(Choice::Cancelled);
    user.clicks_the(Role::Button, &save).waits();
    assert!(!user.app().is_closing());
    // What was waiting for the save is forgotten: a later save closes nothing.
    let path = user.folder().join("mine.ron");
    user.will_choose(Choice::Chosen(path.clone()));
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert!(path.exists());
    assert!(!user.app().is_closing());
}

#[test]
fn what_is_being_typed_counts_before_its_field_is_left() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("copy.ron");
    opens_form(&mut user, ENTRY);
    user.types_anew("Summary", "Typed");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert_eq!(summary(&path, ENTRY), "Typed");
    user.types_anew("Summary", "Typed on");
    assert!(!user.closes_the_window());
    asks(&mut user);
    let save = user.text("leave-save");
    user.clicks_the(Role::Button, &save).waits();
    assert!(user.app().is_closing());
    assert_eq!(summary(&path, ENTRY), "Typed on");
}

#[test]
fn a_text_that_is_no_value_yet_is_not_lost_without_a_word() {
    let mut user = User::opens_a_copy_in(Lang::En);
    opens_form(&mut user, ENTRY);
    user.types_anew("Amount", "a lot of money");
    assert!(!user.closes_the_window());
    user.sees("Leave copy.ron?");
    user.sees("1 field holds a text that is no value yet; it would be lost.");
    // There is no value that could be saved.
    let save = user.text("leave-save");
    assert!(!user.can_click(Role::Button, &save));
    user.presses(Key::Escape);
    assert_eq!(user.field("Amount").as_deref(), Some("a lot of money"));
    // Reading the file again leaves it where it is, and asks nothing.
    user.presses_with(Modifiers::COMMAND, Key::R).waits();
    assert_eq!(user.app().drafts().len(), 1);
    assert!(!user.closes_the_window());
    let leave = user.text("leave-anyway");
    user.clicks_the(Role::Button, &leave);
    assert!(user.app().is_closing());
}

#[test]
fn the_end_of_the_session_closes_at_once_and_keeps_the_settings() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "One");
    user.chooses("menu-view", "menu-toggle-chart");
    user.session_ends();
    assert!(user.app().is_closing());
    assert!(user.closes_the_window());
    let (kept, _) = Prefs::read(user.folder());
    assert!(!kept.panes.chart_shown);
    // Nobody said that the change may go: it is not thrown away.
    assert!(user.app().session().is_modified());
}

fn picture_of_the_question(habits: Habits, name: &str) {
    let mut user = User::with(habits, None);
    user.saves_a_copy();
    user.changes(ENTRY, "One").changes(OTHER, "Two");
    user.presses_with(Modifiers::COMMAND, Key::Q);
    user.picture(name);
}

#[test]
fn the_question_before_leaving_by_day() {
    picture_of_the_question(Habits::default(), "leave-light");
}

#[test]
fn the_question_before_leaving_by_night_in_ukrainian() {
    let habits = Habits {
        lang: Lang::Uk,
        dark: true,
    };
    picture_of_the_question(habits, "leave-uk-dark");
}
