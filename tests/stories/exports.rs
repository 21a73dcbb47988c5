//! What a page shows goes out as a file, the same as the command line's.

use std::path::Path;
use std::process::Command;

use eframe::egui::{Key, Modifiers};
use pledgebook::exchange::export::Format;
use pledgebook::text::Lang;
use pledgebook::ui::Verb;
use pledgebook::ui::chooser::{Ask, Choice};
use pledgebook::ui::exporting::ExportKind;

use crate::common::user::{Habits, User};

const PROGRAM: &str = env!("CARGO_BIN_EXE_pledgebook");

/// The file that the command line makes.
fn written(typed: &[&str], lang: &str, output: &Path) -> Vec<u8> {
    let mut command = Command::new(PROGRAM);
    command.arg("export").args(typed).arg("-o").arg(output);
    let done = command.env("PLEDGEBOOK_LANG", lang).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    std::fs::read(output).unwrap()
}

fn goes_to(user: &mut User, link: &str) {
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.types_here(link);
    user.presses(Key::Enter);
}

#[test]
fn the_ledger_as_it_is_narrowed_goes_out_as_the_command_line_writes_it() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#ledger?stage=delivered");
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    user.sees("Export data").clicks("CSV");
    let ids = user.text("exporter-labels-ids");
    user.clicks(&ids);
    let folder = user.folder().to_owned();
    let path = folder.join("delivered.csv");
    user.will_choose(Choice::Chosen(path.clone()));
    user.clicks("Save…").waits();
    assert_eq!(
        user.was_asked(),
        [Ask::SaveData(ExportKind::Table(Format::Csv))]
    );
    user.sees("Written to ").sees("delivered.csv");
    let same = written(
        &["csv", "ledger?stage=delivered"],
        "en",
        &folder.join("same.csv"),
    );
    assert!(same == std::fs::read(&path).unwrap(), "not the same rows");
    // Title, assumptions and sources stand beside it.
    assert!(folder.join("delivered.csv.notes.txt").exists());
}

#[test]
fn the_whole_dataset_goes_out_as_a_package_from_any_page() {
    let mut user = User::opens_sample_in(Lang::Uk);
    user.chooses("menu-file", "menu-export-data");
    let package = user.text("exporter-package");
    user.clicks(&package);
    let whole = user.text("exporter-whole");
    user.sees(&whole);
    let path = user.folder().join("book.zip");
    user.will_choose(Choice::Chosen(path.clone()));
    let save = user.text("exporter-save");
    user.clicks(&save).waits();
    let bytes = std::fs::read(path).unwrap();
    assert!(bytes.starts_with(b"PK"));
}

#[test]
fn a_table_of_a_page_with_several_is_chosen() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#party/LT");
    user.does(Verb::ExportData).clicks("CSV");
    let which = user.text("exporter-table");
    user.sees(&which);
}

fn picture_of_the_export(lang: Lang, dark: bool, name: &str) {
    let mut user = User::opens_a_copy_with(Habits { lang, dark });
    user.does(Verb::ExportData).clicks("CSV");
    user.picture(name);
}

#[test]
fn the_export_by_day() {
    picture_of_the_export(Lang::En, false, "export-light");
}

#[test]
fn the_export_by_night_in_ukrainian() {
    picture_of_the_export(Lang::Uk, true, "export-dark-uk");
}
