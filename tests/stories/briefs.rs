//! Briefs written from the window.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use pledgebook::exchange::brief::BriefFormat;
use pledgebook::store::disk::FailingDisk;
use pledgebook::text::Lang;
use pledgebook::ui::chooser::{Ask, Choice};

use crate::common::user::{Habits, User};

const PROGRAM: &str = env!("CARGO_BIN_EXE_pledgebook");

/// The brief that the command line makes.
fn written(parties: &[&str], lang: &str, output: &Path) -> Vec<u8> {
    let mut command = Command::new(PROGRAM);
    command.args(["export", "brief"]).args(parties);
    command.arg("-o").arg(output).env("PLEDGEBOOK_LANG", lang);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    std::fs::read(output).unwrap()
}

#[test]
fn a_brief_is_chosen_and_written_by_keyboard_and_is_the_one_of_the_command_line() {
    let mut user = User::opens_sample();
    let folder = user.folder().to_owned();
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    let title = user.text("brief-dialog-title");
    user.sees(&title);
    // The party that is shown is chosen; one more stands beside it.
    user.tabs_to("Norway").presses(Key::Space);
    let html = user.text("brief-dialog-html");
    user.tabs_to(&html).presses(Key::Space);
    let path = folder.join("two.html");
    user.will_choose(Choice::Chosen(path.clone()));
    let export = user.text("figure-export");
    user.tabs_to(&export).presses(Key::Enter);
    user.waits();
    assert_eq!(user.was_asked(), [Ask::SaveBrief(BriefFormat::Html)]);
    user.sees("Brief saved: ").sees("two.html");
    let page = std::fs::read_to_string(&path).unwrap();
    let first = page.split("<title>").nth(1).unwrap();
    let first = first.split(',').next().unwrap().to_owned();
    let same = written(&[&first, "NO"], "en", &folder.join("same.html"));
    assert!(same == page.into_bytes(), "not the same brief");
}

#[test]
fn a_brief_is_written_in_ukrainian_and_the_kind_follows_the_name() {
    let mut user = User::opens_sample_in(Lang::Uk);
    let folder = user.folder().to_owned();
    user.chooses("menu-file", "menu-export-brief");
    user.sees_not("brief-");
    for name in ["Польща", "Данія"] {
        user.tabs_to(name).presses(Key::Space);
    }
    user.will_choose(Choice::Chosen(folder.join("some.html")));
    let export = user.text("figure-export");
    user.clicks(&export).waits();
    user.sees("Зведення збережено: ").dismisses();
    let page = std::fs::read_to_string(folder.join("some.html")).unwrap();
    assert!(page.contains("<html lang=\"uk\">") && page.contains("Польща, Данія"));
}

#[test]
fn a_failing_disk_leaves_the_old_file_whole() {
    let mut failed = 0;
    for step in 0..12 {
        let disk = Arc::new(FailingDisk::once_at(step));
        let own = tempfile::tempdir().unwrap();
        let mut user = User::starts_in(own, Habits::default(), None, |setup| setup.disk = disk);
        let path = user.folder().join("old.html");
        puts(&path);
        user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
        user.will_choose(Choice::Chosen(path.clone()));
        let export = user.text("figure-export");
        user.tabs_to(&export).presses(Key::Enter);
        user.waits();
        let after = std::fs::read(&path).unwrap();
        if after == b"the old one" {
            failed += 1;
            user.sees("The brief was not written").sees("old.html");
        } else {
            assert!(after.starts_with(b"<!DOCTYPE html>"));
        }
    }
    assert!(failed > 2, "{failed}");
}

/// A file that somebody else wrote.
#[expect(
    clippy::disallowed_methods,
    reason = "the file of another program is no document of this one"
)]
fn puts(path: &Path) {
    std::fs::write(path, b"the old one").unwrap();
}
