//! Several rows are chosen, changed, copied and taken out at once.

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::model::{PartyId, SourceId, Stage};
use pledgebook::text::Lang;
use pledgebook::ui::{Action, Pane};

use crate::common::user::{Habits, User};

/// Goes to the row of a record of Latvia.
fn shows(user: &mut User, record: &str) {
    let latvia = PartyId::new("LV").unwrap();
    user.does(Action::Show(Pane::Detail));
    user.does(Action::ShowRecord(latvia, record.to_owned()));
}

fn ticks(user: &mut User, record: &str) {
    let name = mark(user, record);
    user.clicks_the(Role::CheckBox, &name);
}

/// What the mark of a row is called.
fn mark(user: &User, record: &str) -> String {
    user.texts()
        .with("several-choose", &[("id", record.into())])
}

fn is_chosen(user: &User, record: &str) -> bool {
    user.is_ticked(Role::CheckBox, &mark(user, record))
}

#[test]
fn a_field_of_several_entries_is_changed_in_one_step() {
    let mut user = User::opens_a_copy_in(Lang::En);
    shows(&mut user, "lv-a02");
    user.sees_not("chosen");
    ticks(&mut user, "lv-a02");
    user.sees("1 aid entry chosen");
    ticks(&mut user, "lv-a13");
    ticks(&mut user, "lv-a11");
    user.sees("3 aid entries chosen");
    user.clicks("Change…");
    user.sees("Change 3 aid entries");
    user.picks("Field", "Stage");
    user.picks("New value", "allocated");
    user.sees("pledged → allocated");
    user.sees("as it is: allocated");
    user.clicks("Change 2 records");
    let stages = |user: &User| {
        let data = user.app().session().dataset();
        ["lv-a02", "lv-a13", "lv-a11"].map(|id| data.aid[id].stage)
    };
    assert_eq!(stages(&user), [Stage::Allocated; 3]);
    let menu = user.text("menu-edit");
    user.clicks_the(Role::Button, &menu);
    user.clicks_the(Role::MenuItem, "Undo change of 3 aid entries: stage");
    assert_eq!(
        stages(&user),
        [Stage::Pledged, Stage::Pledged, Stage::Allocated]
    );
    assert!(!user.app().session().is_modified());
}

#[test]
fn what_is_typed_for_several_records_is_read_back_and_asked_about() {
    let mut user = User::opens_a_copy_in(Lang::En);
    shows(&mut user, "lv-a02");
    ticks(&mut user, "lv-a02");
    ticks(&mut user, "lv-a13");
    user.clicks("Change…");
    user.picks("Field", "Amount");
    user.types("New value", "soon");
    user.sees("is not understood");
    user.types_anew("New value", "1.500 EUR");
    user.sees("Which is meant?");
    user.clicks_what_begins(Role::RadioButton, "€1 500");
    user.sees("→ €1 500");
    user.clicks("Change 2 records");
    let data = user.app().session().dataset();
    assert_eq!(
        data.aid["lv-a02"].figure.amount,
        data.aid["lv-a13"].figure.amount
    );
    // A field that need not hold anything can be emptied; one that must, not.
    user.clicks("Change…");
    user.picks("Field", "Date");
    user.types("New value", "2024");
    user.types_anew("New value", "");
    user.sees("The field will be empty.");
    user.clicks("Change 2 records");
    assert_eq!(user.app().session().dataset().aid["lv-a13"].date, None);
}

#[test]
fn rows_are_chosen_with_keys_held_and_by_the_keyboard_alone() {
    let mut user = User::opens_a_copy_in(Lang::En);
    shows(&mut user, "lv-a04");
    let order: Vec<String> = user.named(Role::CheckBox, "Choose lv-a");
    let ids: Vec<&str> = order.iter().map(|name| &name["Choose ".len()..]).collect();
    assert!(ids.len() > 4, "{ids:?}");
    user.stands_on(Role::CheckBox, &order[0]);
    user.presses(Key::Space);
    user.presses_with(Modifiers::SHIFT, Key::ArrowDown);
    user.presses_with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(ids[..3].iter().all(|id| is_chosen(&user, id)));
    user.sees("3 aid entries chosen");
    user.presses(Key::ArrowDown);
    user.presses(Key::Space);
    assert!(is_chosen(&user, ids[3]));
    user.presses(Key::Escape);
    user.sees_not("chosen");
    user.presses_with(Modifiers::COMMAND, Key::A);
    let all = user.app().session().dataset().aid.values();
    let all = all.filter(|entry| entry.party.as_str() == "LV").count();
    user.sees(&format!("{all} aid entries chosen"));
    user.clicks("Choose nothing");
    // The words of a row take it, a range with Shift, one more with Ctrl.
    let summary = |user: &User, id: &str| user.app().session().dataset().aid[id].summary.clone();
    let (first, third) = (summary(&user, ids[0]), summary(&user, ids[2]));
    user.clicks(&first);
    user.sees("1 aid entry chosen");
    user.clicks_with(Modifiers::SHIFT, &third);
    user.sees("3 aid entries chosen");
    user.clicks_with(Modifiers::COMMAND, &first);
    user.sees("2 aid entries chosen");
    assert!(!is_chosen(&user, ids[0]));
    // Another page begins with nothing chosen.
    shows(&mut user, "lv-2024-c01");
    user.sees_not("chosen");
}

#[test]
fn several_rows_are_duplicated_taken_out_and_copied() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let before = user.app().session().dataset().aid.len();
    shows(&mut user, "lv-a02");
    ticks(&mut user, "lv-a02");
    ticks(&mut user, "lv-a13");
    user.clicks("Copy");
    user.sees("Copied.");
    user.clicks("Duplicate");
    assert_eq!(user.app().session().dataset().aid.len(), before + 2);
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(user.app().session().dataset().aid.len(), before);
    user.clicks("Delete…");
    let data = user.app().session().dataset();
    assert!(!data.aid.contains_key("lv-a02") && !data.aid.contains_key("lv-a13"));
    user.sees_not("chosen");
    let menu = user.text("menu-edit");
    user.clicks_the(Role::Button, &menu);
    user.clicks_the(Role::MenuItem, "Undo removal of 2 aid entries");
    assert!(!user.app().session().is_modified());
}

#[test]
fn commitments_are_changed_together_too() {
    let mut user = User::opens_a_copy_in(Lang::En);
    shows(&mut user, "lv-2024-c01");
    ticks(&mut user, "lv-2024-c01");
    ticks(&mut user, "lv-2024-c02");
    user.clicks("Change…");
    user.picks("Field", "Wording");
    user.picks("New value", "shall");
    user.clicks("Change 2 records");
    user.sees("2 commitments chosen");
    // A link is picked from the records, as in the form.
    user.clicks("Change…");
    user.picks("Field", "Citation › source");
    user.picks("New value", "lv-s02");
    user.sees("→ lv-s02");
    user.clicks("Change 2 records");
    let data = user.app().session().dataset();
    for id in ["lv-2024-c01", "lv-2024-c02"] {
        let source = data.commitments[id].cite.source.as_ref();
        assert_eq!(source.map(SourceId::as_str), Some("lv-s02"), "{id}");
    }
}

fn picture_of_several(lang: Lang, dark: bool, name: &str) {
    let mut user = User::opens_a_copy_with(Habits { lang, dark });
    shows(&mut user, "lv-a02");
    ticks(&mut user, "lv-a02");
    ticks(&mut user, "lv-a11");
    user.picture(name);
}

#[test]
fn the_change_of_several_by_day() {
    let mut user = User::opens_a_copy_in(Lang::En);
    shows(&mut user, "lv-a02");
    for record in ["lv-a02", "lv-a13", "lv-a11"] {
        ticks(&mut user, record);
    }
    user.clicks("Change…");
    user.picks("Field", "Stage");
    user.picks("New value", "allocated");
    user.picture("several-change-light");
}

#[test]
fn several_chosen_by_day() {
    picture_of_several(Lang::En, false, "several-light");
}

#[test]
fn several_chosen_by_night_in_ukrainian() {
    picture_of_several(Lang::Uk, true, "several-dark-uk");
}
