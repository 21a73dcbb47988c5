//! The page of dates: what comes, what is overdue, and the way to each.

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pledgebook::edit::{Key as RecordKey, Kind};
use pledgebook::model::PartyId;
use pledgebook::text::Lang;
use pledgebook::ui::panes::DatesPane;
use pledgebook::ui::{Action, Dock, Linked as _, Page, Place};

use super::detail::sample;
use crate::common::user::{Habits, User, plain};
use crate::common::{Alone, alone};

type Window = Harness<'static, Alone<DatesPane>>;

fn page_alone(query: &str) -> Window {
    let mut pane = DatesPane::default();
    pane.set_query(query);
    let (size, theme) = (egui::vec2(900.0, 700.0), egui::Theme::Light);
    let mut window = alone(pane, sample(), Place::default(), size, theme, DatesPane::ui);
    window.run();
    window
}

fn asked(window: &mut Window) -> Vec<Action> {
    std::mem::take(&mut window.state_mut().host.actions)
}

/// The first row of the table, as it is read out.
fn first_row(window: &Window) -> String {
    let table = window.get_by_role(Role::Table);
    let row = table.query_all_by_role(Role::Row).nth(1).unwrap();
    let words = row.query_all_by_role(Role::Label);
    let words = words.filter_map(|node| node.accesskit_node().value());
    plain(&words.collect::<Vec<String>>().join(" "))
}

#[test]
fn what_comes_next_stands_first_with_the_days_left() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num4);
    assert_eq!(user.app().place().page, Page::Dates);
    let window = page_alone("");
    let first = first_row(&window);
    assert!(
        first.contains("31 Dec 2026") && first.contains("in 305 days"),
        "{first}"
    );
}

#[test]
fn a_day_leads_to_its_record_and_its_party() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num4);
    user.clicks_chip("Overdue ");
    user.clicks_last_the(Role::Link, "lt-2024-c01");
    let place = user.app().place();
    assert_eq!(place.page, Page::Party);
    assert_eq!(place.party, PartyId::new("LT").ok());
    assert_eq!(place.record.as_deref(), Some("lt-2024-c01"));
    user.chooses("menu-view", "menu-back");
    assert_eq!(user.app().place().page, Page::Dates);
    // The page is as it was left.
    user.sees("18 % arrived");
}

#[test]
fn the_page_is_walked_by_keyboard_alone() {
    let mut window = page_alone("of=LT&order=date");
    window.get_by_role(Role::Table).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let key = RecordKey::new(Kind::Commitment, "lt-2024-c01");
    assert_eq!(asked(&mut window), [Action::OpenRecord(key, None)]);
    window.key_press(Key::End);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let opened = asked(&mut window);
    assert!(
        matches!(&opened[..], [Action::OpenRecord(key, None)] if key.id.starts_with("lt-2024")),
        "{opened:?}"
    );
    window.event(egui::Event::Copy);
    window.run();
    let copied = asked(&mut window);
    let Some(Action::CopyText(text)) = copied.first() else {
        panic!("{copied:?}")
    };
    let mut lines = text.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("Date\tDays left\tStands\tWhat\tParty\t")
    );
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("2024-12-31\t-425\tOverdue\tYear closes\tLithuania\tlt-2024-c01\t")
    );
}

/// How many marks of the line of time are in view.
fn marks(window: &Window) -> usize {
    let line = window.get_by_role_and_label(Role::List, "Line of time");
    line.query_all_by_role(Role::ListItem).count()
}

#[test]
fn the_line_of_time_is_walked_opened_and_scaled_by_keyboard() {
    let mut window = page_alone("of=LT");
    window
        .get_by_role_and_label(Role::List, "Line of time")
        .focus();
    window.run();
    let all = marks(&window);
    assert!(all >= 3, "{all}");
    // The first step stands on what comes next; what it is, is told in full.
    window.key_press(Key::ArrowRight);
    window.run();
    let line = window.get_by_role_and_label(Role::List, "Line of time");
    let told: Vec<String> = line
        .query_all_by_role(Role::ListItem)
        .filter_map(|node| node.accesskit_node().label())
        .map(|label| plain(&label))
        .collect();
    assert!(
        told.iter()
            .any(|mark| mark.starts_with("Lithuania · ") && mark.contains("31 Dec 2026")),
        "{told:?}"
    );
    window.key_press(Key::Home);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let key = RecordKey::new(Kind::Commitment, "lt-2024-c01");
    assert_eq!(asked(&mut window), [Action::OpenRecord(key, None)]);
    for _ in 0..5 {
        window.event(egui::Event::Text("+".to_owned()));
        window.run();
    }
    assert!(marks(&window) < all, "{} of {all}", marks(&window));
    window.event(egui::Event::Text("0".to_owned()));
    window.run();
    assert_eq!(marks(&window), all);
}

#[test]
fn enter_opens_the_form_and_with_shift_the_page_of_the_party() {
    let mut window = page_alone("when=coming&kind=last-year");
    window.get_by_role(Role::Table).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let opened = asked(&mut window);
    assert!(matches!(opened[..], [Action::OpenRecord(..)]), "{opened:?}");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    window.run();
    let gone = asked(&mut window);
    assert!(matches!(gone[..], [Action::ShowRecord(..)]), "{gone:?}");
}

#[test]
fn a_promise_opens_its_derivation() {
    let mut user = User::opens_sample();
    user.does(pledgebook::ui::Verb::DatesPage);
    user.clicks_chip("Overdue ");
    user.clicks_what_begins(Role::Button, "18 % arrived");
    let place = user.app().place();
    assert_eq!((place.page, place.dock), (Page::Dates, Dock::Derivation));
    assert!(place.derivation.is_some());
}

#[test]
fn nothing_that_matches_and_nothing_at_all_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.ron");
    std::fs::copy("tests/files/small.ron", &path).unwrap();
    let mut user = User::opens(&path);
    user.presses_with(Modifiers::COMMAND, Key::Num4);
    user.clicks_chip("Overdue 0");
    let none = user.text("dates-none-here");
    user.sees(&none);
    let all = user.text("dates-show-all");
    user.clicks_the(Role::Button, &all);
    user.sees_not(&none);
}

#[test]
fn the_page_speaks_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    user.presses_with(Modifiers::COMMAND, Key::Num4);
    user.sees("за 305 днів")
        .sees("Завершення")
        .sees("Прострочено");
    user.sees_not("dates-");
}

fn picture_of_the_page(habits: Habits, name: &str) {
    let mut user = User::with(habits, None);
    user.presses_with(Modifiers::COMMAND, Key::Num4);
    user.presses_with(Modifiers::COMMAND, Key::D);
    user.picture(name);
}

#[test]
fn the_page_by_day() {
    picture_of_the_page(Habits::default(), "dates-light");
}

#[test]
fn the_page_by_night_in_ukrainian() {
    let habits = Habits {
        dark: true,
        lang: Lang::Uk,
    };
    picture_of_the_page(habits, "dates-dark-uk");
}
