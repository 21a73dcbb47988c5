//! The page of problems: gone to, fixed, accepted.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use pledgebook::edit::{Key as RecordKey, Kind};
use pledgebook::model::PartyId;
use pledgebook::text::{Lang, Texts};
use pledgebook::ui::panes::ProblemsPane;
use pledgebook::ui::{Action, Dock, Page, Place, ProblemAsk};

use super::detail::sample;
use crate::common::user::{Habits, User};
use crate::common::{Alone, alone};

/// A small book with a link that leads nowhere, spaces around a text, and entries without a date.
fn opens_book() -> (User, tempfile::TempDir) {
    let small = include_str!("../files/small.ron");
    let text = small.replacen("summary: \"Drones.\"", "summary: \" Drones.\"", 1);
    let end = "cite: (source: \"lt-s01\"),\n            ),\n        ),\n    ],";
    let broken = end.replacen(
        "),\n        ),",
        "),\n            part_of: \"lt-a99\",\n        ),",
        1,
    );
    let text = text.replacen(end, &broken, 1);
    assert!(text.contains("lt-a99") && text.contains("\" Drones"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    write(&path, &text);
    let mut user = User::opens(&path);
    user.presses_with(Modifiers::COMMAND, Key::Num6);
    (user, folder)
}

fn write(path: &Path, text: &str) {
    let mut file = std::fs::File::create(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

/// What the command line says of a file.
fn check(file: &Path) -> Vec<serde_json::Value> {
    let program = env!("CARGO_BIN_EXE_pledgebook");
    let output = Command::new(program)
        .args(["check", "--format", "json"])
        .arg(file)
        .env("PLEDGEBOOK_LANG", "en")
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_problem_is_a_way_to_its_record_and_back() {
    let mut user = User::opens_sample();
    let first = user.app().place().party.clone();
    user.clicks_what_begins(Role::Link, "9 problems");
    user.sees("away from the preferred one");
    user.clicks_the(Role::Link, "es-a04");
    let place = user.app().place();
    assert_eq!(place.page, Page::Party);
    assert_eq!(place.party, PartyId::new("ES").ok());
    assert_eq!(place.record.as_deref(), Some("es-a04"));
    assert_eq!(place.dock, Dock::Record);
    assert_eq!(place.form, Some(RecordKey::new(Kind::Aid, "es-a04")));
    // The keys are those of the field now; the menu still leads back.
    user.chooses("menu-view", "menu-back");
    assert_eq!(user.app().place().page, Page::Problems);
    user.chooses("menu-view", "menu-back");
    assert_eq!(user.app().place().page, Page::Party);
    assert_eq!(user.app().place().party, first);
}

#[test]
fn the_mark_of_a_party_in_the_list_leads_to_its_problems_alone() {
    let mut user = User::opens_sample();
    user.clicks_what_begins(Role::Link, "Germany: ");
    assert_eq!(user.app().place().page, Page::Problems);
    user.sees("de-a13");
    user.sees_not("es-a04");
    user.clicks_what_begins(Role::Link, "9 problems");
    user.sees("es-a04");
}

#[test]
fn the_sample_says_why_nothing_can_be_fixed_or_accepted() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num6);
    let done = user.app().session().history().done();
    user.clicks_first_that_says("Accept… ");
    let reason = user.text("accept-reason");
    user.sees_not(&reason);
    assert_eq!(user.app().session().history().done(), done);
}

#[test]
fn what_is_safe_is_fixed_at_once_and_undone_at_once() {
    let (mut user, _folder) = opens_book();
    user.sees("Refers to lt-a99")
        .sees("A text begins or ends with a space.");
    let all = user.text("problems-fix-all");
    user.clicks(&all);
    user.sees("2 problems were fixed.");
    user.sees_not("Refers to lt-a99")
        .sees_not("begins or ends with a space");
    assert_eq!(user.app().session().history().done(), 1);
    let entry = user.app().session().dataset().aid["lt-a02"].clone();
    assert_eq!((entry.part_of, entry.summary.as_str()), (None, "Drones."));
    user.presses_with(Modifiers::COMMAND, Key::Z);
    user.sees("Refers to lt-a99")
        .sees("A text begins or ends with a space.");
    assert!(!user.app().session().is_modified());
}

#[test]
fn a_fix_is_named_before_it_is_done() {
    let (mut user, _folder) = opens_book();
    user.clicks_the(Role::Button, "Fix lt-a02: Cut the link to lt-a99");
    user.sees_not("Refers to lt-a99");
    user.sees("A text begins or ends with a space.");
    user.chooses("menu-edit", "menu-undo");
    user.sees("Refers to lt-a99");
}

#[test]
fn a_problem_is_accepted_with_a_reason_that_is_saved_and_shown_by_check() {
    let (mut user, folder) = opens_book();
    let before = user.app().session().dataset().header.clone();
    user.clicks_the(Role::Button, "Accept… lt-a01: No date");
    let accept = user.text("accept-do");
    // Without a reason nothing is accepted.
    user.clicks_the(Role::Button, &accept);
    user.sees("Accept a problem");
    let reason = user.text("accept-reason");
    user.types(&reason, "the page has no date");
    user.presses(Key::Enter);
    user.sees_not("Accept a problem");
    user.sees("Accepted 1");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let found = check(&folder.path().join("book.ron"));
    let accepted: Vec<_> = found.iter().filter(|p| p["accepted"].is_string()).collect();
    assert_eq!(accepted.len(), 1, "{accepted:?}");
    assert_eq!(accepted[0]["record"], "lt-a01");
    assert_eq!(accepted[0]["accepted"], "the page has no date");
    // It is shown when asked for, and accepted no longer when asked for.
    user.clicks_chip("Accepted 1");
    user.sees("Accepted: the page has no date");
    let undo = format!("{} lt-a01: No date", user.text("problems-unaccept"));
    user.clicks_the(Role::Button, &undo);
    user.sees_not("Accepted: the page has no date");
    assert_eq!(user.app().session().dataset().header, before);
    user.presses_with(Modifiers::COMMAND, Key::Z);
    user.sees("Accepted: the page has no date");
}

#[test]
fn several_are_accepted_with_one_reason_as_one_step() {
    let (mut user, _folder) = opens_book();
    user.clicks_chip("Warning ");
    let all = user.text("problems-choose-all");
    user.clicks(&all);
    let open = user.app().session().dataset().header.accepted.len();
    user.clicks_what_begins(Role::Button, "Accept 5…");
    user.sees("Accept 5 problems");
    let reason = user.text("accept-reason");
    user.types(&reason, "seen and left");
    let accept = user.text("accept-do");
    user.clicks_the(Role::Button, &accept);
    let accepted = &user.app().session().dataset().header.accepted;
    assert_eq!(accepted.len(), open + 5);
    assert!(accepted.iter().all(|a| a.reason == "seen and left"));
    assert_eq!(user.app().session().history().done(), 1);
    user.sees("No problem matches");
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert!(user.app().session().dataset().header.accepted.is_empty());
}

#[test]
fn a_book_without_problems_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.ron");
    let text = "(\n    schema: 1,\n    title: \"An empty book\",\n    cutoff: \"2026-03-01\",\n)\n";
    write(&path, text);
    let mut user = User::opens(&path);
    user.presses_with(Modifiers::COMMAND, Key::Num6);
    let none = user.text("problems-none");
    user.sees(&none);
    user.chooses("menu-view", "page-party");
    assert_eq!(user.app().place().page, Page::Party);
}

#[test]
fn the_page_speaks_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    user.clicks_what_begins(Role::Link, "9 проблем");
    user.sees("Проблеми").sees("від обраного на");
    user.sees_not("problems-").sees_not("problem-");
}

type Window = Harness<'static, Alone<ProblemsPane>>;

fn page_alone() -> Window {
    let pane = ProblemsPane::default();
    let (size, theme) = (egui::vec2(900.0, 700.0), egui::Theme::Light);
    let mut window = alone(
        pane,
        sample(),
        Place::default(),
        size,
        theme,
        ProblemsPane::ui,
    );
    window.state_mut().host.texts = Texts::new(Lang::En);
    window.run();
    window
}

/// What was asked for of problems, and what was copied.
fn asked(window: &mut Window) -> Vec<Action> {
    std::mem::take(&mut window.state_mut().host.actions)
}

#[test]
fn a_click_on_a_row_gives_the_keys_to_the_table() {
    let mut window = page_alone();
    let row = window.get_all_by_role(Role::Row).nth(3).unwrap().rect();
    // Below its button, where nothing else is.
    let pos = row.right_bottom() - egui::vec2(6.0, 6.0);
    window.event(egui::Event::PointerMoved(pos));
    window.run();
    for pressed in [true, false] {
        window.event(egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
    let mut opened = Vec::new();
    for key in [Key::Enter, Key::ArrowDown, Key::Enter] {
        window.key_press(key);
        window.run();
        opened.extend(asked(&mut window));
    }
    let [Action::Problems(this), Action::Problems(next)] = opened.as_slice() else {
        panic!("{opened:?}")
    };
    assert_ne!(this, next);
}

#[test]
fn the_page_is_walked_chosen_fixed_and_accepted_by_keyboard_alone() {
    let mut window = page_alone();
    window.get_by_role(Role::Table).focus();
    window.run();
    window.key_press(Key::ArrowDown);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let opened = asked(&mut window);
    let Some(Action::Problems(ask)) = opened.first() else {
        panic!("{opened:?}")
    };
    assert!(matches!(**ask, ProblemAsk::Open(_)), "{ask:?}");
    for key in [Key::Space, Key::ArrowDown, Key::Space, Key::A] {
        window.key_press(key);
        window.run();
    }
    let accepts = asked(&mut window);
    let Some(Action::Problems(ask)) = accepts.first() else {
        panic!("{accepts:?}")
    };
    let ProblemAsk::Accept(both) = &**ask else {
        panic!("{ask:?}")
    };
    assert_eq!(both.len(), 2);
    // The last is a source that nothing cites.
    for key in [Key::End, Key::F] {
        window.key_press(key);
        window.run();
    }
    let fixes = asked(&mut window);
    assert!(
        matches!(fixes.first(), Some(Action::Problems(ask)) if matches!(**ask, ProblemAsk::Fix(..))),
        "{fixes:?}"
    );
}

#[test]
fn chosen_rows_or_all_are_copied_as_a_table() {
    let mut window = page_alone();
    window.get_by_role(Role::Table).focus();
    window.run();
    let copied = |window: &mut Window| {
        window.event(egui::Event::Copy);
        window.run();
        let actions = asked(window);
        let copied = actions.into_iter().find_map(|action| match action {
            Action::CopyText(text) => Some(text),
            _ => None,
        });
        copied.expect("the table is copied")
    };
    let all = copied(&mut window);
    assert!(all.lines().count() > 60, "{}", all.lines().count());
    let first = all.lines().next().unwrap();
    assert!(
        first.starts_with("Severity\tCheck\tRecord\tParty\tField\t"),
        "{first}"
    );
    window.key_press(Key::Space);
    window.run();
    let one = copied(&mut window);
    assert_eq!(one.lines().count(), 2);
    assert!(
        one.lines().nth(1).unwrap().starts_with("Warning\t"),
        "{one}"
    );
}

#[test]
fn a_column_orders_the_rows_and_again_turns_them_round() {
    let mut window = page_alone();
    let first = |window: &Window| {
        let table = window.get_by_role(Role::Table);
        let row = table.query_all_by_role(Role::Row).nth(1).unwrap();
        let link = row.query_all_by_role(Role::Link).next().unwrap();
        egui_kittest::kittest::NodeT::accesskit_node(&link)
            .label()
            .unwrap_or_default()
    };
    window.get_by_role_and_label(Role::Button, "Record").click();
    window.run();
    let least = first(&window);
    window.get_by_role_and_label(Role::Button, "Record").click();
    window.run();
    assert!(least < first(&window), "{least} and {}", first(&window));
}

fn picture_of_the_page(dark: bool, name: &str) {
    let habits = Habits {
        dark,
        ..Habits::default()
    };
    let mut user = User::with(habits, None);
    user.presses_with(Modifiers::COMMAND, Key::Num6);
    user.picture(name);
}

#[test]
fn the_page_by_day() {
    picture_of_the_page(false, "problems-light");
}

#[test]
fn the_page_by_night() {
    picture_of_the_page(true, "problems-dark");
}
