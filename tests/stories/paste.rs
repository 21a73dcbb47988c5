//! Rows from a spreadsheet are looked through before they become records.

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::text::Lang;

use crate::common::user::{Habits, User};

/// A sheet with a bad row, an ambiguous column and a row that the book has already.
const ROWS: &str = "Country|Stage|Type|Amount|Date|Description
Latvia|pledged|military|1.500 EUR|2025-03-01|Boots for the infantry
Литва|виділено|військова|20 mln EUR|1 May 2025|Drones of the second lot
Atlantis|pledged|military|€5 m|2025|Tridents
Latvia|pledged|military|2.250 EUR|2025-03-02|Helmets for the infantry
Latvia|pledged|military|112 mln EUR in 2024|2024-11-14|Told a second time
Latvia|pledged|military|some|2025|Something";

fn rows() -> String {
    ROWS.replace('|', "\t")
}

#[test]
fn good_rows_become_records_in_one_step_and_the_others_stay_with_their_reason() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let before = user.app().session().dataset().aid.len();
    user.pastes(&rows());
    user.sees("Each row: aid entry");
    user.sees("new 1");
    user.sees("known already 1");
    user.sees("to be answered 2");
    user.sees("cannot be read 2");
    user.sees("Says what lv-a02 says already.");
    user.clicks("cannot be read 2");
    user.sees("Country: There is no party “Atlantis”.");
    user.sees("Amount: There is no number in it.");
    user.sees_not("Says what lv-a02 says already.");
    user.clicks("all 6");
    user.sees("“1.500 EUR” in “Amount”, and alike in 2 cells");
    user.clicks_what_begins(Role::RadioButton, "€1 500");
    user.sees("new 3");
    user.clicks("Paste 3 rows");
    let data = user.app().session().dataset();
    assert_eq!(data.aid.len(), before + 3);
    // What could not be taken is still there, and says why.
    user.sees("3 rows are pasted. What is left says why.");
    user.sees("known already 1");
    user.sees("cannot be read 2");
    user.sees("Row 4");
    user.clicks("Close");
    user.sees_not("Paste rows");
    let menu = user.text("menu-edit");
    user.clicks_the(Role::Button, &menu);
    user.clicks_the(Role::MenuItem, "Undo paste of 3 aid entries");
    assert_eq!(user.app().session().dataset().aid.len(), before);
    assert!(!user.app().session().is_modified());
}

#[test]
fn a_row_that_the_book_has_already_is_taken_only_when_it_is_ticked() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let before = user.app().session().dataset().aid.len();
    user.pastes(&rows());
    user.clicks_the(Role::CheckBox, "Row 6");
    user.clicks_the(Role::CheckBox, "Row 3");
    user.clicks("Paste 1 row");
    let data = user.app().session().dataset();
    assert_eq!(data.aid.len(), before + 1);
    assert!(data.aid.values().any(|e| e.summary == "Told a second time"));
    assert!(
        data.aid
            .values()
            .all(|e| e.summary != "Drones of the second lot")
    );
}

#[test]
fn columns_can_be_told_otherwise_and_what_no_column_gives_is_asked_once() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.pastes("Latvia\t35\tSomething for the defence\nLithuania\t20\tSomething else for it");
    // What all cells can be read as is proposed.
    user.sees("Column 1: Party");
    user.sees("Column 2: Amount");
    user.sees("2 of 2 cells can be read so");
    user.types("Read behind each sum", "mln EUR");
    user.clicks("Column 3: Summary");
    user.clicks_the(Role::RadioButton, "Leave out");
    user.sees("“Summary” must not be empty.");
    user.types("Summary", "Told in the sheet of May");
    user.clicks("Stage: not chosen");
    user.clicks_the(Role::RadioButton, "allocated");
    user.sees("Stage: allocated");
    user.clicks("Type of aid: not chosen");
    user.clicks_the(Role::RadioButton, "military");
    user.sees("new 2");
    user.sees("Latvia · allocated · military · €35 m · Told in the sheet of May");
    user.clicks("Paste 2 rows");
    user.sees("2 rows pasted.");
    user.sees_not("What the columns hold");
}

#[test]
fn the_menu_opens_a_field_to_paste_into() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.chooses("menu-edit", "menu-paste-rows");
    let field = user.text("paste-field");
    user.sees(&field);
    user.pastes(" \n\t\n");
    user.sees("Nothing is written there.");
    user.pastes(&rows());
    user.sees("Each row: aid entry");
    user.presses(Key::Escape);
    user.sees_not("Each row: aid entry");
    assert!(!user.app().session().is_modified());
}

#[test]
fn what_is_no_rows_or_cannot_be_changed_is_said() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.pastes("one word");
    user.sees("What is on the clipboard is no rows of cells.");
    user.presses_with(Modifiers::COMMAND, Key::F);
    user.pastes("Lat");
    user.sees_not("Each row");
    let mut user = User::opens_sample();
    user.pastes(&rows());
    user.sees("This document cannot be changed where it is");
    user.sees_not("Each row: aid entry");
}

fn picture_of_the_paste(lang: Lang, dark: bool, name: &str) {
    let mut user = User::opens_a_copy_with(Habits { lang, dark });
    user.pastes(&rows());
    user.picture(name);
}

#[test]
fn the_paste_by_day() {
    picture_of_the_paste(Lang::En, false, "paste-light");
}

#[test]
fn the_paste_by_night_in_ukrainian() {
    picture_of_the_paste(Lang::Uk, true, "paste-dark-uk");
}
