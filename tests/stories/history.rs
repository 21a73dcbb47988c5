//! What was done has names: on the menu and in the history.

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::edit::{Command, Key as RecordKey, Kind, Path, field};
use pledgebook::model::Dataset;
use pledgebook::text::Lang;
use pledgebook::ui::Action;
use serde_json::json;

use crate::common::user::User;

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
