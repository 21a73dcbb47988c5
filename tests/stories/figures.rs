//! Charts written to files and opened again.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::exchange::picture::{PictureFormat, Scale, read};
use pledgebook::model::{Currency, Stage};
use pledgebook::store::disk::FailingDisk;
use pledgebook::text::Lang;
use pledgebook::ui::chooser::{Ask, Choice};
use pledgebook::ui::{Page, Pane, Verb};
use pledgebook::views::{ChartKind, ChartRequest};

use crate::common::user::{Habits, User};

const PROGRAM: &str = env!("CARGO_BIN_EXE_pledgebook");

/// The picture that the command line makes.
fn written(typed: &[&str], lang: &str, output: &Path) -> Vec<u8> {
    let mut command = Command::new(PROGRAM);
    command.arg("chart").args(typed).arg("-o").arg(output);
    let done = command.env("PLEDGEBOOK_LANG", lang).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    std::fs::read(output).unwrap()
}

/// Opens a link by keyboard.
fn goes_to(user: &mut User, link: &str) {
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.types_here(link);
    user.presses(Key::Enter);
}

fn opens_dialog(user: &mut User) {
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    let title = user.text("figure-title");
    user.sees(&title);
}

/// Opens a picture by the menu.
fn opens_figure(user: &mut User, path: &Path) {
    user.will_choose(Choice::Chosen(path.to_owned()));
    user.chooses("menu-file", "menu-open-figure").waits();
}

#[test]
fn a_picture_is_set_and_written_by_keyboard_and_is_the_one_of_the_command_line() {
    let mut user = User::opens_sample();
    goes_to(
        &mut user,
        "#chart?kind=by-type&stage=delivered&parties=DE,SE,LT",
    );
    opens_dialog(&mut user);
    let folder = user.folder().to_owned();
    let title = user.text("figure-own-title");
    user.tabs_to(&title);
    user.presses_with(Modifiers::COMMAND, Key::A);
    user.types_here("Three of them");
    user.presses(Key::Tab).types_here("Read on Monday");
    for name in ["figure-size-square", "figure-dark"] {
        let name = user.text(name);
        user.tabs_to(&name).presses(Key::Space);
    }
    user.tabs_to("PNG 1×").presses(Key::Space);
    let grey = user.text("figure-vision-grey");
    user.tabs_to(&grey).presses(Key::Space);
    let path = folder.join("three.png");
    user.will_choose(Choice::Chosen(path.clone()));
    let export = user.text("figure-export");
    user.tabs_to(&export).presses(Key::Enter);
    user.waits();
    assert_eq!(
        user.was_asked(),
        [Ask::SaveFigure(PictureFormat::Png(Scale::One))]
    );
    user.sees("Picture saved: ").sees("three.png");
    // How it is seen in the preview is not how it is written.
    let typed = [
        "by-type",
        "--stage",
        "delivered",
        "--party",
        "DE",
        "--party",
        "SE",
        "--party",
        "LT",
        "--title",
        "Three of them",
        "--note",
        "Read on Monday",
        "--size",
        "square",
        "--dark",
        "--scale",
        "1",
    ];
    let same = written(&typed, "en", &folder.join("same.png"));
    assert!(same == std::fs::read(path).unwrap(), "not the same picture");
}

#[test]
fn a_picture_is_set_and_written_in_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    goes_to(&mut user, "#chart?kind=over-time&parties=PL");
    user.chooses("menu-file", "menu-export-figure");
    user.sees("Експортувати рисунок")
        .sees("Примітка, перед приміткою програми");
    user.sees_not("figure-");
    let (size, folder) = (user.text("figure-size-slide"), user.folder().to_owned());
    user.clicks(&size).sees("960 × 540 пунктів");
    for format in ["SVG", "PDF"] {
        let name = format!("pl.{}", format.to_lowercase());
        let path = folder.join(&name);
        if format == "PDF" {
            // Size and ground are kept for the next one.
            user.chooses("menu-file", "menu-export-figure");
            user.sees("960 × 540 пунктів");
        }
        user.clicks(format)
            .will_choose(Choice::Chosen(path.clone()));
        let export = user.text("figure-export");
        user.clicks(&export).waits();
        user.sees("Рисунок збережено: ").dismisses();
        let typed = ["over-time", "--party", "PL", "--size", "slide"];
        let same = written(&typed, "uk", &folder.join(format!("same-{name}")));
        assert!(
            same == std::fs::read(path).unwrap(),
            "{format}: not the same"
        );
    }
}

#[test]
fn the_dialog_proposes_the_finding_and_tells_the_picture() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#chart?kind=ranked&parties=DE");
    opens_dialog(&mut user);
    let title = user.text("figure-own-title");
    let proposed = user.field(&title).unwrap();
    assert!(proposed.starts_with("Germany: ") && proposed.ends_with(" allocated"));
    user.sees(&format!("Preview: {proposed}. Chart “Ranked”"));
    user.types_anew(&title, "Mine").sees("Preview: Mine. Chart");
    // A title that is emptied is the proposed one again.
    user.types(&title, "");
    user.presses_with(Modifiers::COMMAND, Key::A)
        .presses(Key::Backspace);
    user.sees(&format!("Preview: {proposed}. "));
    let free = user.text("figure-size-free");
    user.clicks(&free);
    let (wide, high) = (user.text("figure-width"), user.text("figure-height"));
    user.raises(&wide).raises(&high);
    // A click beside it does not throw away what was typed; Escape does.
    user.presses(Key::Escape).presses(Key::Escape);
    let export = user.text("figure-export");
    user.sees_not(&export);
    assert!(user.was_asked().is_empty());
}

#[test]
fn a_picture_that_is_opened_restores_chart_stage_parties_and_assumptions() {
    let mut user = User::opens_sample();
    let folder = user.folder().to_owned();
    for ending in ["svg", "png", "pdf"] {
        let path = folder.join(format!("view.{ending}"));
        let typed = [
            "fulfilment",
            "--stage",
            "delivered",
            "--party",
            "DK",
            "--party",
            "LT",
            "--year",
            "2025",
            "--order",
            "gap",
            "--currency",
            "USD",
            "--as-of",
            "2025-06-30",
            "--title",
            "Two of them",
            "--size",
            "column",
        ];
        written(&typed, "en", &path);
        goes_to(&mut user, "#problems");
        opens_figure(&mut user, &path);
        let place = user.app().place().clone();
        assert_eq!((place.page, place.pane), (Page::Party, Pane::Chart));
        let link = user.copies(Verb::CopyLink).unwrap();
        let asked = "#chart/";
        assert!(link.starts_with(asked), "{link}");
        let asked = "kind=fulfilment&stage=delivered&year=2025&parties=DK,LT&order=gap";
        assert!(link.contains(asked), "{link}");
        let bars = user.named(Role::ListItem, "");
        assert!(
            bars.iter().any(|bar| bar.starts_with("Lithuania: ")),
            "{bars:?}"
        );
        // Its words and its size come back with it.
        opens_dialog(&mut user);
        let title = user.text("figure-own-title");
        assert_eq!(user.field(&title).as_deref(), Some("Two of them"));
        user.sees("340 × 440 points")
            .sees("as known on 30 Jun 2025");
        user.sees("· USD · ").presses(Key::Escape);
        let reset = user.text("assumptions-reset");
        user.clicks(&reset).waits();
    }
}

#[test]
fn a_picture_of_other_data_is_shown_and_told() {
    let mut user = User::opens_sample();
    let folder = user.folder().to_owned();
    let path = folder.join("small.svg");
    let mut command = Command::new(PROGRAM);
    let small = [
        "--file",
        "tests/files/small.ron",
        "chart",
        "gdp",
        "--stage",
        "pledged",
        "-o",
    ];
    command.args(small).arg(&path).env("PLEDGEBOOK_LANG", "en");
    let done = command.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    opens_figure(&mut user, &path);
    user.sees("The picture was made of other data: ");
    let link = user.copies(Verb::CopyLink).unwrap();
    assert!(link.contains("kind=gdp&stage=pledged"), "{link}");
}

#[test]
fn a_file_that_is_no_picture_of_ours_is_told_and_changes_nothing() {
    let mut user = User::opens_sample();
    let folder = user.folder().to_owned();
    let here = user.app().place().clone();
    let whole = written(&["ranked"], "en", &folder.join("whole.png"));
    let cases: [(&str, &[u8], &str); 4] = [
        (
            "letter.txt",
            b"Dear reader",
            "is neither SVG nor PNG nor PDF",
        ),
        (
            "others.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "does not hold the view that it shows",
        ),
        ("cut.png", &whole[..400], "is damaged"),
        ("empty.pdf", b"", "is neither SVG nor PNG nor PDF"),
    ];
    for (name, bytes, words) in cases {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        opens_figure(&mut user, &path);
        user.sees("The picture was not opened")
            .sees(words)
            .sees(name);
        user.presses(Key::Escape).sees_not(words);
        assert_eq!(*user.app().place(), here, "{name}");
    }
    opens_figure(&mut user, &folder.join("nowhere.svg"));
    user.sees("The picture was not opened").sees("nowhere.svg");
}

#[test]
fn a_file_that_is_no_picture_of_ours_is_told_in_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    let path = user.folder().join("letter.txt");
    std::fs::write(&path, "Шановні").unwrap();
    opens_figure(&mut user, &path);
    user.sees("Рисунок не відкрито").sees("letter.txt");
    user.sees_not("figure-");
}

#[test]
fn a_disk_that_fails_leaves_the_old_picture_or_none() {
    let exports = |user: &mut User, path: &Path| {
        opens_dialog(user);
        user.will_choose(Choice::Chosen(path.to_owned()));
        let export = user.text("figure-export");
        user.clicks(&export).waits();
    };
    let mut failed = 0;
    for step in 0..12 {
        let disk = Arc::new(FailingDisk::once_at(step));
        let its = Arc::clone(&disk);
        let own = tempfile::tempdir().unwrap();
        let mut user = User::starts_in(own, Habits::default(), None, |setup| setup.disk = its);
        let folder = user.folder().join("pictures");
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("old.svg");
        std::fs::write(&path, "the old one").unwrap();
        exports(&mut user, &path);
        let after = std::fs::read(&path).unwrap();
        if after != b"the old one" {
            read::view(&after).unwrap();
            continue;
        }
        failed += 1;
        user.sees("The picture was not written").sees("old.svg");
        // What is left beside it is whole, and where it is is told.
        let files = std::fs::read_dir(&folder).unwrap().flatten();
        for file in files.filter(|file| file.file_name() != "old.svg") {
            read::view(&std::fs::read(file.path()).unwrap()).unwrap();
            user.sees(&file.file_name().to_string_lossy());
        }
    }
    assert!(failed > 2, "{failed}");
}

#[test]
fn a_name_that_ends_otherwise_asks_for_that_format() {
    let mut user = User::opens_sample();
    let path = user.folder().join("chart.pdf");
    goes_to(&mut user, "#chart?kind=share");
    opens_dialog(&mut user);
    user.clicks("SVG").will_choose(Choice::Chosen(path.clone()));
    let export = user.text("figure-export");
    user.clicks(&export).waits();
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    let view = read::view(&bytes).unwrap();
    let asked = ChartRequest {
        kind: ChartKind::Share,
        ..ChartRequest::default()
    };
    assert_eq!(view.chart, asked);
    assert_eq!(view.chart.stage, Stage::Allocated);
    assert_eq!(view.assumptions.currency, Currency::EUR);
}

fn picture_of_the_dialog(habits: Habits, name: &str) {
    let mut user = User::with(habits, None);
    goes_to(&mut user, "#chart?kind=by-type");
    opens_dialog(&mut user);
    user.picture(name);
}

#[test]
fn the_export_by_day() {
    picture_of_the_dialog(Habits::default(), "figure-dialog-light");
}

#[test]
fn the_export_by_night_in_ukrainian() {
    let habits = Habits {
        lang: Lang::Uk,
        dark: true,
    };
    picture_of_the_dialog(habits, "figure-dialog-dark-uk");
}
