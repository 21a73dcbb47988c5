//! The aid chart and its table.

use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pledgebook::model::{PartyId, Stage};
use pledgebook::text::Lang;
use pledgebook::text::Texts;
use pledgebook::ui::panes::ChartPane;
use pledgebook::ui::{Action, Place};
use pledgebook::views::{ChartKind, ChartMark, ChartRequest, chart};

use super::detail::sample;
use crate::common::user::plain;
use crate::common::{Alone, alone, picture};

type Window = Harness<'static, Alone<ChartPane>>;

fn chart_in(lang: Lang, theme: egui::Theme, height: f32) -> Window {
    let place = Place {
        party: Some(PartyId::new("LT").unwrap()),
        ..Place::default()
    };
    let size = egui::vec2(656.0, height);
    let pane = ChartPane::default();
    let mut window = alone(pane, sample(), place, size, theme, ChartPane::ui);
    window.state_mut().host.texts = Texts::new(lang);
    window.run();
    window
}

/// The names of all nodes of a role, with ordinary spaces.
fn names(window: &Window, role: Role) -> Vec<String> {
    window
        .query_all_by_role(role)
        .filter_map(|node| node.accesskit_node().label())
        .map(|label| plain(&label))
        .collect()
}

fn ranked() -> Vec<ChartMark> {
    let request = ChartRequest {
        kind: ChartKind::Ranked,
        stage: Stage::Allocated,
        aid_type: None,
        year: None,
        parties: None,
        ..ChartRequest::default()
    };
    chart(&sample(), &request).marks
}

fn chooses(window: &mut Window, chip: &str, choice: &str) {
    window.get_by_role_and_label(Role::Button, chip).click();
    window.run();
    window
        .get_by_role_and_label(Role::RadioButton, choice)
        .click();
    window.run();
    window.key_press(Key::Escape);
    window.run();
}

#[test]
fn every_bar_tells_its_value_in_words() {
    let window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    window.get_by_role_and_label(Role::List, "Aid allocated: all parties");
    let bars = names(&window, Role::ListItem);
    let marks = ranked();
    assert_eq!(bars.len(), marks.len());
    for (bar, mark) in bars.iter().zip(&marks) {
        let name = &mark.party.as_ref().unwrap().1.en;
        assert!(bar.starts_with(&format!("{name}: ")), "{bar}");
        let undisclosed = !mark.value.has_number() && mark.value.undisclosed > 0;
        assert_eq!(
            undisclosed,
            bar.starts_with(&format!("{name}: n/d")),
            "{bar}"
        );
    }
}

fn the_table_shows_what_the_chart_shows(lang: Lang) {
    let mut window = chart_in(lang, egui::Theme::Light, 900.0);
    let first = |told: String| told.split("; ").next().unwrap_or_default().to_owned();
    let bars: Vec<String> = names(&window, Role::ListItem)
        .into_iter()
        .map(first)
        .collect();
    assert!(bars.len() > 15, "{bars:?}");
    let table = Texts::new(lang).get("chart-as-table");
    window.get_by_role_and_label(Role::Button, &table).click();
    window.run();
    let table = window.get_by_role(Role::Table);
    let cells: Vec<String> = table
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .map(|label| plain(&label))
        .filter(|label| label.contains(": "))
        .collect();
    assert_eq!(cells, bars);
}

#[test]
fn the_table_shows_the_numbers_of_the_chart() {
    the_table_shows_what_the_chart_shows(Lang::En);
    the_table_shows_what_the_chart_shows(Lang::Uk);
}

#[test]
fn the_bars_are_walked_by_keyboard_and_enter_explains() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 400.0);
    window.get_by_role(Role::List).focus();
    window.run();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter] {
        window.key_press(key);
        window.run();
    }
    let marks = ranked();
    let second = &marks[1];
    let actions = &window.state().host.actions;
    let party = second.party.as_ref().unwrap().0.clone();
    assert!(actions.contains(&Action::SelectParty(party)), "{actions:?}");
    let explained = actions.iter().find_map(|action| match action {
        Action::Explain(derivation) => Some(derivation),
        _ => None,
    });
    assert_eq!(explained, second.derivation.made());
}

#[test]
fn a_click_on_a_bar_opens_its_derivation() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    window.get_by_label_contains("Germany: ").click();
    window.run();
    let actions = &window.state().host.actions;
    assert!(
        actions
            .iter()
            .any(|action| matches!(action, Action::Explain(_))),
        "{actions:?}"
    );
}

#[test]
fn the_table_is_sorted_by_its_headers_and_copied_with_its_unit() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 900.0);
    window.get_by_role_and_label(Role::Button, "table").click();
    window.run();
    let first = |window: &Window| {
        let table = window.get_by_role(Role::Table);
        let row = table.query_all_by_role(Role::Row).nth(1).unwrap();
        let cell = row.query_all_by_role(Role::Label).next().unwrap();
        let node = cell.accesskit_node();
        node.value().or(node.label()).unwrap_or_default()
    };
    assert_eq!(first(&window), "United States");
    window.get_by_role_and_label(Role::Button, "Name").click();
    window.run();
    assert_eq!(first(&window), "Belgium");
    window.get_by_role_and_label(Role::Button, "Name").click();
    window.run();
    assert_eq!(first(&window), "United States");
    window.get_by_role(Role::Table).focus();
    window.run();
    window.event(egui::Event::Copy);
    window.run();
    let copied = window
        .state()
        .host
        .actions
        .iter()
        .find_map(|action| match action {
            Action::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    let copied = copied.expect("the table is copied");
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "Aid allocated: all parties");
    assert_eq!(lines[2], "Name\tallocated, EUR\tBasis");
    assert!(lines[3].starts_with("United States\t€"), "{}", lines[3]);
}

#[test]
fn a_promise_stands_beside_what_arrived_of_it() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    chooses(&mut window, "Ranked", "Promised and arrived");
    let bars = names(&window, Role::ListItem);
    let lithuania = bars.iter().find(|bar| bar.starts_with("Lithuania: "));
    let lithuania = lithuania.expect("Lithuania promised a sum for 2024");
    assert!(lithuania.contains("€35 m"), "{lithuania}");
    assert!(lithuania.contains("promised €196 032 500"), "{lithuania}");
    assert!(lithuania.contains("18 % of the promise"), "{lithuania}");
    window.get_by_label_contains("outline: promised, solid: arrived");
    window.get_by_role_and_label(Role::Button, "table").click();
    window.run();
    window
        .get_by_role_and_label(Role::Button, "Promised")
        .click();
    window.run();
    // The greatest promise of 2024 comes first.
    let table = window.get_by_role(Role::Table);
    let first = table.query_all_by_role(Role::Row).nth(1).unwrap();
    let said: Vec<String> = first
        .query_all_by_role(Role::Label)
        .filter_map(|node| node.accesskit_node().value())
        .collect();
    assert_eq!(
        said.first().map(String::as_str),
        Some("Germany"),
        "{said:?}"
    );
}

#[test]
fn per_cent_of_gdp_names_the_gdp_and_its_year() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    chooses(&mut window, "Ranked", "% of GDP");
    let bars = names(&window, Role::ListItem);
    assert!(!bars.is_empty());
    for bar in bars {
        assert!(
            bar.contains(" %; GDP ") || bar.contains("n/d; GDP "),
            "{bar}"
        );
    }
}

fn picture_of(kind: Option<&str>, theme: egui::Theme, name: &str) {
    let mut window = chart_in(Lang::En, theme, 360.0);
    if let Some(kind) = kind {
        chooses(&mut window, "Ranked", kind);
        window.remove_cursor();
        window.run();
    }
    picture::picture(&mut window, name);
}

#[test]
fn ranked_by_day() {
    picture_of(None, egui::Theme::Light, "chart-ranked-light");
}

#[test]
fn ranked_by_night() {
    picture_of(None, egui::Theme::Dark, "chart-ranked-dark");
}

#[test]
fn promises_by_day() {
    picture_of(
        Some("Promised and arrived"),
        egui::Theme::Light,
        "chart-bullet-light",
    );
}

#[test]
fn promises_by_night() {
    picture_of(
        Some("Promised and arrived"),
        egui::Theme::Dark,
        "chart-bullet-dark",
    );
}

#[test]
fn over_time_by_day() {
    picture_of(Some("Over time"), egui::Theme::Light, "chart-time-light");
}

#[test]
fn over_time_by_night() {
    picture_of(Some("Over time"), egui::Theme::Dark, "chart-time-dark");
}
