//! The country list.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Role};
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::model::PartyId;
use pledgebook::session::Session;
use pledgebook::text::Lang;
use pledgebook::ui::Place;
use pledgebook::ui::panes::PartiesPane;

use crate::common::user::User;
use crate::common::{alone, picture};

fn search_brings_lithuania(lang: Lang, letters: &str, name: &str) {
    let mut user = User::opens_sample_in(lang);
    let search = user.text("list-search");
    user.types(&search, letters);
    let rows = user.rows();
    assert_eq!(rows.len(), 1, "{rows:?}");
    user.clicks_what_begins(Role::ListBoxOption, name);
    assert_eq!(user.app().place().party.as_ref().unwrap().as_str(), "LT");
    assert!(user.chosen_row().unwrap().starts_with(name));
}

#[test]
fn a_few_letters_find_lithuania_in_either_language() {
    search_brings_lithuania(Lang::En, "lithua", "Lithuania");
    search_brings_lithuania(Lang::Uk, "ЛИТВ", "Литва");
    search_brings_lithuania(Lang::Uk, "lithua", "Литва");
}

fn picture_of_the_list(theme: egui::Theme, name: &str) {
    let session = Session::sample();
    let assumptions = Assumptions::of(session.dataset());
    let ledger = Arc::new(Ledger::new(Arc::clone(session.dataset()), assumptions));
    let place = Place {
        party: Some(PartyId::new("LT").unwrap()),
        ..Place::default()
    };
    let size = egui::vec2(320.0, 800.0);
    let pane = PartiesPane::default();
    let mut window = alone(pane, ledger, place, size, theme, PartiesPane::ui);
    window.run();
    picture::picture(&mut window, name);
}

#[test]
fn the_list_by_day() {
    picture_of_the_list(egui::Theme::Light, "list-light");
}

#[test]
fn the_list_by_night() {
    picture_of_the_list(egui::Theme::Dark, "list-dark");
}

#[test]
fn a_row_says_in_words_what_it_shows() {
    let mut user = User::opens_sample();
    let search = user.text("list-search");
    user.types(&search, "lithuania");
    let row = user.rows().remove(0);
    assert!(row.starts_with("Lithuania, signed 27 "), "{row}");
    assert!(row.contains("2024"), "{row}");
    assert!(row.contains("€"), "{row}");
}

#[test]
fn lithuania_is_reached_by_keyboard_alone() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::F);
    user.types_here("li");
    user.presses(Key::Enter);
    // The list has the focus now: its letters and arrows work.
    user.presses_with(Modifiers::COMMAND, Key::F);
    user.presses_with(Modifiers::COMMAND, Key::A);
    user.presses(Key::Backspace);
    user.presses(Key::ArrowDown);
    user.types_here("lit");
    assert!(user.chosen_row().unwrap().starts_with("Lithuania"));
    user.presses(Key::ArrowDown);
    assert!(!user.chosen_row().unwrap().starts_with("Lithuania"));
    user.presses(Key::ArrowUp);
    assert!(user.chosen_row().unwrap().starts_with("Lithuania"));
    user.presses(Key::Home);
    assert!(user.chosen_row().unwrap().starts_with("Albania"));
    user.presses(Key::End);
    let last = user.chosen_row().expect("the last row is in view");
    assert!(!last.starts_with("Albania"));
}

#[test]
fn properties_narrow_the_list_and_letting_go_widens_it() {
    let mut user = User::opens_sample();
    user.clicks_chip("G7 ");
    let rows = user.rows();
    assert_eq!(rows.len(), 7, "{rows:?}");
    assert!(rows.iter().any(|row| row.starts_with("Japan")));
    assert!(!rows.iter().any(|row| row.starts_with("Lithuania")));
    user.clicks_chip("EU ");
    // Of the seven, three are members of the EU.
    let both = user.rows();
    assert_eq!(both.len(), 3, "{both:?}");
    assert!(!both.iter().any(|row| row.starts_with("Japan")));
    user.clicks_chip("EU ");
    user.clicks_chip("G7 ");
    assert!(user.rows().len() > rows.len());
}

#[test]
fn a_search_that_finds_nothing_says_what_to_do() {
    let mut user = User::opens_sample();
    let search = user.text("list-search");
    user.types(&search, "atlantis");
    user.sees("No party matches “atlantis”");
    let all = user.text("list-show-all");
    user.clicks(&all);
    assert!(user.rows().len() > 10);
}

#[test]
fn the_next_party_and_the_way_back() {
    let mut user = User::opens_sample();
    let first = user.chosen_row().unwrap();
    user.presses_with(Modifiers::ALT, Key::ArrowDown);
    let second = user.chosen_row().unwrap();
    assert_ne!(first, second);
    user.presses_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(user.chosen_row().unwrap(), first);
    user.presses_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(user.chosen_row().unwrap(), second);
}

#[test]
fn two_clicks_lead_from_the_list_to_how_a_number_came_about() {
    let mut user = User::opens_sample();
    user.clicks_what_begins(Role::ListBoxOption, "Lithuania");
    user.sees("Click any number");
    user.clicks_first_that_says("promised 2024, open derivation");
    user.sees_not("Click any number");
    user.sees("lt-2024-c");
    // And back again.
    user.presses_with(Modifiers::ALT, Key::ArrowLeft);
    user.sees("Click any number");
    assert!(user.chosen_row().unwrap().starts_with("Lithuania"));
}
