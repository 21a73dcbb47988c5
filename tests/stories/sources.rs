//! The page of sources: found, narrowed, opened, and the way to what hangs on each.

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pledgebook::edit::{Key as RecordKey, Kind};
use pledgebook::model::PartyId;
use pledgebook::text::Lang;
use pledgebook::ui::panes::SourcesPane;
use pledgebook::ui::{Action, Dock, Linked as _, Page, Place, Verb};

use super::detail::sample;
use crate::common::user::{Habits, User};
use crate::common::{Alone, alone};

type Window = Harness<'static, Alone<SourcesPane>>;

fn page_alone(query: &str) -> Window {
    let mut pane = SourcesPane::default();
    pane.set_query(query);
    let (size, theme) = (egui::vec2(900.0, 700.0), egui::Theme::Light);
    let mut window = alone(
        pane,
        sample(),
        Place::default(),
        size,
        theme,
        SourcesPane::ui,
    );
    window.run();
    window
}

fn asked(window: &mut Window) -> Vec<Action> {
    std::mem::take(&mut window.state_mut().host.actions)
}

fn presses(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.key_press(*key);
        window.run();
    }
}

#[test]
fn a_source_is_found_by_words_and_leads_to_what_hangs_on_it() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num5);
    assert_eq!(user.app().place().page, Page::Sources);
    let search = user.text("sources-search");
    user.types(&search, "lt-s01");
    user.sees("1 of 307 sources");
    user.clicks_what_begins(Role::Button, "lt-s01: ");
    user.clicks_the(Role::Link, "lt-2024-c05");
    let place = user.app().place();
    assert_eq!(place.page, Page::Party);
    assert_eq!(place.party, PartyId::new("LT").ok());
    assert_eq!(place.record.as_deref(), Some("lt-2024-c05"));
    // Back is where the search still stands.
    user.chooses("menu-view", "menu-back");
    user.sees("1 of 307 sources");
    user.clicks_the(Role::Link, "lt-s01");
    let place = user.app().place();
    assert_eq!((place.page, place.dock), (Page::Sources, Dock::Record));
    assert_eq!(place.form, Some(RecordKey::new(Kind::Source, "lt-s01")));
}

#[test]
fn what_is_unused_or_undated_is_found_with_a_click() {
    let mut user = User::opens_sample();
    user.does(Verb::SourcesPage);
    user.clicks_chip("Unused 23");
    user.sees("23 of 307 sources");
    user.clicks_chip("Undated ");
    user.sees("no date").sees("Unused");
    user.clicks_chip("Oldest first");
    user.sees_not("Close all groups");
}

#[test]
fn the_page_is_walked_folded_and_opened_by_keyboard_alone() {
    let mut window = page_alone("search=lt-s01");
    window.get_by_role(Role::Table).focus();
    window.run();
    let rows = |window: &Window| {
        let table = window.get_by_role(Role::Table);
        table.accesskit_node().data().row_count()
    };
    assert_eq!(rows(&window), Some(2));
    // Enter on the head of a group closes it, and opens it again.
    presses(&mut window, &[Key::Home, Key::Enter]);
    window.run();
    assert_eq!(rows(&window), Some(1));
    presses(&mut window, &[Key::Enter]);
    window.run();
    assert_eq!(rows(&window), Some(2));
    presses(&mut window, &[Key::End, Key::Enter, Key::O]);
    let key = RecordKey::new(Kind::Source, "lt-s01");
    let actions = asked(&mut window);
    assert_eq!(actions[0], Action::OpenRecord(key, None));
    assert!(
        matches!(&actions[1], Action::OpenLink(url) if url.starts_with("https://")),
        "{actions:?}"
    );
}

#[test]
fn sources_are_copied_as_a_table_also_those_of_closed_groups() {
    let mut window = page_alone("unused=yes");
    window.get_by_role(Role::Table).focus();
    window.run();
    presses(&mut window, &[Key::Home, Key::Enter]);
    window.event(egui::Event::Copy);
    window.run();
    let copied = asked(&mut window);
    let Some(Action::CopyText(text)) = copied.first() else {
        panic!("{copied:?}")
    };
    assert_eq!(text.lines().count(), 24);
    assert!(
        text.starts_with("Id\tSource\tPublisher\tPublished\t"),
        "{text}"
    );
}

#[test]
fn a_book_without_sources_says_what_to_do() {
    let mut user = User::opens_sample();
    user.chooses("menu-file", "menu-new");
    user.waits();
    user.does(Verb::SourcesPage);
    let none = user.text("sources-none");
    user.sees(&none);
    let new = user.text("menu-new-source");
    user.clicks_the(Role::Button, &new);
    assert_eq!(user.app().place().dock, Dock::Record);
}

#[test]
fn the_page_speaks_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    user.presses_with(Modifiers::COMMAND, Key::Num5);
    user.sees("307 джерел")
        .sees("Не вжито 23")
        .sees("За видавцем");
    user.sees_not("sources-");
}

fn picture_of_the_page(habits: Habits, name: &str) {
    let mut user = User::with(habits, None);
    user.presses_with(Modifiers::COMMAND, Key::Num5);
    user.picture(name);
}

#[test]
fn the_page_by_day() {
    picture_of_the_page(Habits::default(), "sources-light");
}

#[test]
fn the_page_by_night_in_ukrainian() {
    let habits = Habits {
        dark: true,
        lang: Lang::Uk,
    };
    picture_of_the_page(habits, "sources-dark-uk");
}
