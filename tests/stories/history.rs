//! What was done has names: on the menu and in the history.

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::edit::{Command, Key as RecordKey, Kind, Path, field};
use pledgebook::model::Dataset;
use pledgebook::text::Lang;
use pledgebook::ui::Action;
use serde_json::json;

use crate::common::user::{Habits, User};

/// A change of a field of a record.
fn change(data: &Dataset, kind: Kind, id: &str, path: &str, value: &str) -> Command {
    let path: Path = path.parse().unwrap();
    field::set(data, &RecordKey::new(kind, id), &path, Some(json!(value))).unwrap()
}

fn changes(user: &mut User, kind: Kind, id: &str, path: &str, value: &str) {
    let command = change(user.app().session().dataset(), kind, id, path, value);
    user.does(Action::Change(Box::new(command)));
}

#[test]
fn the_menu_names_what_undo_and_redo_would_do() {
    for (lang, undo, redo) in [
        (
            Lang::En,
            "Undo change of Latvia’s 2024 pledge: summary",
            "Redo change of Latvia’s 2024 pledge: summary",
        ),
        (
            Lang::Uk,
            "Скасувати зміну: Латвія, обіцянка 2024 року — зміст",
            "Повторити зміну: Латвія, обіцянка 2024 року — зміст",
        ),
    ] {
        let mut user = User::opens_a_copy_in(lang);
        changes(&mut user, Kind::Aid, "lv-a02", "summary", "Something else");
        let menu = user.text("menu-edit");
        user.clicks_the(Role::Button, &menu);
        user.clicks_the(Role::MenuItem, undo);
        assert!(!user.app().session().is_modified());
        user.clicks_the(Role::Button, &menu);
        user.clicks_the(Role::MenuItem, redo);
        assert!(user.app().session().is_modified());
        user.presses_with(Modifiers::COMMAND, Key::Z);
        assert!(!user.app().session().is_modified());
    }
}

/// The states that the panel lists, from the top.
fn states(user: &User) -> Vec<String> {
    let all = user.rows().into_iter();
    all.filter(|row| row.contains("lv-a") || row.contains("opened"))
        .collect()
}

fn three_changes(user: &mut User) {
    changes(user, Kind::Aid, "lv-a02", "summary", "First");
    changes(user, Kind::Aid, "lv-a09", "stage", "committed");
    changes(user, Kind::Aid, "lv-a13", "summary", "Third");
    user.presses_with(Modifiers::COMMAND, Key::H);
}

#[test]
fn the_history_lists_every_step_and_jumps_to_any_of_them() {
    let mut user = User::opens_a_copy_in(Lang::En);
    three_changes(&mut user);
    let lines = [
        "Change of Latvia’s 2025 pledge, Summary · lv-a13, now",
        "Change of Latvia’s 2024 pledge, Stage · lv-a09",
        "Change of Latvia’s 2024 pledge, Summary · lv-a02",
        "As it was opened, saved",
    ];
    assert_eq!(states(&user), lines);
    user.clicks_the(Role::ListBoxOption, lines[2]);
    assert_eq!(
        states(&user),
        [
            "Change of Latvia’s 2025 pledge, Summary · lv-a13, undone",
            "Change of Latvia’s 2024 pledge, Stage · lv-a09, undone",
            "Change of Latvia’s 2024 pledge, Summary · lv-a02, now",
            "As it was opened, saved",
        ]
    );
    let data = user.app().session().dataset();
    assert_eq!(data.aid["lv-a02"].summary, "First");
    assert_ne!(data.aid["lv-a13"].summary, "Third");
    user.clicks_the(Role::ListBoxOption, "As it was opened, saved");
    assert!(!user.app().session().is_modified());
    user.clicks_what_begins(Role::ListBoxOption, "Change of Latvia’s 2025 pledge");
    assert_eq!(states(&user), lines);
}

#[test]
fn the_history_is_walked_by_the_keyboard() {
    let mut user = User::opens_a_copy_in(Lang::En);
    three_changes(&mut user);
    let name = user.text("history-name");
    user.stands_on(Role::ListBox, &name);
    user.presses(Key::ArrowDown);
    user.presses(Key::ArrowDown);
    // Walking changes nothing; Enter does.
    assert!(states(&user)[0].ends_with("now"));
    user.presses(Key::Enter);
    assert!(states(&user)[2].ends_with("now"));
    user.presses(Key::Home);
    user.presses(Key::Enter);
    assert!(states(&user)[0].ends_with("now"));
}

#[test]
fn the_saved_state_moves_with_saving_and_is_left_behind_by_new_changes() {
    let mut user = User::opens_a_copy_in(Lang::En);
    three_changes(&mut user);
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert!(states(&user)[0].ends_with("now, saved"));
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert!(states(&user)[0].ends_with("saved, undone"));
    changes(&mut user, Kind::Aid, "lv-a09", "summary", "Another");
    assert!(states(&user).iter().all(|state| !state.contains("saved")));
    // The key hides the panel again.
    user.presses_with(Modifiers::COMMAND, Key::H);
    assert!(states(&user).is_empty());
}

#[test]
fn a_long_history_lays_out_only_what_is_in_view() {
    let mut user = User::opens_a_copy_in(Lang::En);
    for number in 0..60 {
        let command = change(
            user.app().session().dataset(),
            Kind::Aid,
            "lv-a02",
            "summary",
            &number.to_string(),
        );
        user.does(Action::Change(Box::new(command)));
    }
    user.presses_with(Modifiers::COMMAND, Key::H);
    let shown = states(&user).len();
    assert!((5..40).contains(&shown), "{shown}");
    let name = user.text("history-name");
    user.stands_on(Role::ListBox, &name);
    user.presses(Key::End);
    user.presses(Key::Enter);
    assert!(!user.app().session().is_modified());
    user.sees("As it was opened");
}

#[test]
fn nothing_done_is_said() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::H);
    user.sees("Nothing was changed yet.");
}

fn picture_of_the_history(lang: Lang, dark: bool, name: &str) {
    let mut user = User::opens_a_copy_with(Habits { lang, dark });
    three_changes(&mut user);
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    user.presses_with(Modifiers::COMMAND, Key::Z);
    user.picture(name);
}

#[test]
fn the_history_by_day() {
    picture_of_the_history(Lang::En, false, "history-light");
}

#[test]
fn the_history_by_night_in_ukrainian() {
    picture_of_the_history(Lang::Uk, true, "history-dark-uk");
}
