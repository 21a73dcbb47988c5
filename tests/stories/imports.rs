//! Files of the field are looked at, set, and taken in as one step.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::model::Stage;
use pledgebook::text::Lang;
use pledgebook::ui::chooser::{Ask, Choice};

use crate::common::user::{Habits, User};

/// A made-up table: a row that cannot be read, a total, a giver that the book does not have.
const TABLE: &str = "Donor;Date;Type;Status;Amount, EUR million;What for
Lithuania;24.02.2031;military;delivered;12,5;Made-up boots
Exampleland;03.04.2031;military;delivered;1;Nobody gives this
Australia;13.04.2031;humanitarian;pledged;1 250,75;Made-up generators
Latvia;05.05.2031;military;committed;n/d;Made-up secrets
Total;;;;1 264,25;
";

#[expect(
    clippy::disallowed_methods,
    reason = "the file of another program is no document of this one"
)]
fn puts(path: &Path, text: &[u8]) {
    std::fs::write(path, text).unwrap();
}

fn table_in(user: &User) -> PathBuf {
    let path = user.folder().join("aid.csv");
    puts(&path, TABLE.as_bytes());
    path
}

fn looks_at(user: &mut User, path: &Path) {
    user.will_choose(Choice::Chosen(path.to_owned()));
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    user.waits();
}

#[test]
fn a_table_is_looked_at_and_comes_in_as_one_step_that_can_be_taken_back() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let before = user.app().session().dataset().aid.len();
    let path = table_in(&user);
    looks_at(&mut user, &path);
    assert_eq!(user.was_asked().last(), Some(&Ask::Import));
    user.sees("Import aid.csv")
        .sees("3 entries from 5 rows.")
        .sees("1 new party")
        .sees("New 3");
    user.clicks("Cannot be read 1");
    user.sees("“Exampleland” is no state or union that is known");
    user.clicks("Left out 1").sees("it sums up other rows");
    user.clicks("All 5");
    user.sees("It stands there as: 12,5 · 24.02.2031");
    user.clicks("Import 3 entries").waits();
    user.sees("3 records imported from aid.csv.");
    let session = user.app().session();
    let data = session.dataset();
    assert_eq!(data.aid.len(), before + 3);
    assert!(data.parties.contains_key("AU"));
    let came: Vec<_> = data
        .aid
        .values()
        .filter(|entry| entry.origin.is_some())
        .collect();
    let rows: Vec<u64> = came
        .iter()
        .filter_map(|entry| Some(entry.origin.as_ref()?.row))
        .collect();
    assert_eq!(rows.len(), 3);
    assert!([2, 4, 5].iter().all(|row| rows.contains(row)), "{rows:?}");
    let source = came
        .iter()
        .find_map(|entry| data.sources.get(&entry.origin.as_ref()?.file))
        .unwrap();
    assert_eq!(source.archived.as_ref().unwrap().path, "aid.csv");
    user.presses_with(Modifiers::COMMAND, Key::Z).waits();
    let session = user.app().session();
    assert_eq!(session.dataset().aid.len(), before);
    assert!(!session.is_modified());
}

#[test]
fn what_came_in_once_does_not_come_in_again() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = table_in(&user);
    looks_at(&mut user, &path);
    user.clicks("Import 3 entries").waits();
    let before = user.app().session().dataset().aid.len();
    looks_at(&mut user, &path);
    user.sees("0 entries from 5 rows.").sees("Left out 4");
    user.sees("it is in the book already");
    assert!(!user.is_enabled(Role::Button, "Import 0 entries"));
    user.presses(Key::Escape).waits();
    assert_eq!(user.app().session().dataset().aid.len(), before);
}

#[test]
fn columns_and_what_rows_do_not_say_are_set_by_hand() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("bare.csv");
    puts(
        &path,
        b"who,how much,when\nLithuania,5000000,2031-01-02\nLatvia,7000000,2031-01-03\n",
    );
    looks_at(&mut user, &path);
    user.clicks("stage: as it stands");
    user.clicks_the(Role::RadioButton, "committed").waits();
    user.clicks("type of aid: as it stands");
    user.clicks_the(Role::RadioButton, "military").waits();
    user.types("currency", "EUR").waits();
    user.sees("stage: committed").sees("2 entries from 2 rows.");
    user.clicks("Import 2 entries").waits();
    let data = user.app().session().dataset();
    let came = data.aid.values().filter(|entry| entry.origin.is_some());
    assert!(came.clone().count() == 2 && came.into_iter().all(|it| it.stage == Stage::Committed));
}

#[test]
fn what_is_no_table_is_refused_with_what_to_do_and_changes_nothing() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = user.folder().join("report.csv");
    puts(&path, b"%PDF-1.7\nmade up\n");
    looks_at(&mut user, &path);
    user.sees("PDF").sees("What to do: ");
    user.clicks("Cancel").waits();
    user.sees_not("What to do: ");
    assert!(!user.app().session().is_modified());
    // Where the document cannot be changed, that is said before.
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    user.sees_not("Import aid.csv");
    assert_eq!(user.was_asked(), []);
}

#[test]
fn a_party_that_is_not_in_the_book_can_be_left_out() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let path = table_in(&user);
    looks_at(&mut user, &path);
    user.clicks("1 new party");
    user.clicks_the(Role::CheckBox, "Australia").waits();
    user.sees("2 entries from 5 rows.")
        .sees("“Australia” is left out");
}

fn picture_of_the_import(lang: Lang, dark: bool, name: &str) {
    let mut user = User::opens_a_copy_with(Habits { lang, dark });
    let path = table_in(&user);
    looks_at(&mut user, &path);
    user.picture(name);
}

#[test]
fn the_import_by_day() {
    picture_of_the_import(Lang::En, false, "import-light");
}

#[test]
fn the_import_by_night_in_ukrainian() {
    picture_of_the_import(Lang::Uk, true, "import-dark-uk");
}
