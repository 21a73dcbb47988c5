//! The aid chart and its table.

use eframe::egui::accesskit::Toggled;
use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use pledgebook::exchange::picture::words::{self, Words};
use pledgebook::model::{PartyId, Stage, Year};
use pledgebook::text::Lang;
use pledgebook::text::Texts;
use pledgebook::ui::Linked as _;
use pledgebook::ui::panes::ChartPane;
use pledgebook::ui::panes::chart::{Shows, Who};
use pledgebook::ui::{Action, Place};
use pledgebook::views::{ChartKind, ChartMark, ChartOrder, ChartRequest, chart};

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

/// What the marks of a request are told as, with ordinary spaces.
fn told(request: &ChartRequest, lang: Lang) -> Vec<String> {
    let (ledger, texts) = (sample(), Texts::new(lang));
    let chart = chart(&ledger, request);
    let chart = chart.named_in(lang).unwrap_or(chart);
    let words = Words::new(&chart, &ledger, texts);
    let marks = chart.marks.iter();
    marks
        .map(|mark| plain(&words.told(mark).join("; ")))
        .collect()
}

fn request(window: &Window) -> ChartRequest {
    window.state().pane.settings.request.clone()
}

fn presses(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.key_press(*key);
        window.run();
    }
}

fn is_on(window: &Window, role: Role, name: &str) -> bool {
    let node = window.get_by_role_and_label(role, name);
    node.accesskit_node().toggled() == Some(Toggled::True)
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
    assert_eq!(
        lines[2],
        "Name\tallocated, EUR, at least\tallocated, EUR, at most\tallocated, EUR\tBasis"
    );
    let cells: Vec<&str> = lines[3].split('\t').collect();
    let low = "164043319563.14";
    assert_eq!(cells[..3], ["United States", low, low]);
    assert_eq!(plain(cells[3]), "€164 043 319 563.14");
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
    let list = window.get_by_role(Role::List).accesskit_node();
    let told = list.description().unwrap_or_default();
    assert!(told.contains("outline: promised, solid: arrived"), "{told}");
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
        let value = bar.split("; ").next().unwrap_or_default();
        assert!(value.contains(" %") || value.ends_with("n/d"), "{bar}");
        assert!(bar.contains("; GDP €"), "{bar}");
    }
}

fn every_kind_is_chosen_and_told(lang: Lang) {
    let texts = Texts::new(lang);
    let mut window = chart_in(lang, egui::Theme::Light, 600.0);
    let mut now = ChartKind::Ranked;
    for kind in ChartKind::ALL {
        let (from, to) = (words::kind(now, texts), words::kind(kind, texts));
        chooses(&mut window, &from, &to);
        now = kind;
        let asked = request(&window);
        assert_eq!(asked.kind, kind);
        let year = (kind == ChartKind::PromisedAgainstArrived).then_some(2024);
        if year.is_some() {
            assert_eq!(asked.year.map(|year| i64::from(year.get())), year);
            // The year stays for the charts that follow, until another one is chosen.
            let all = texts.get("chart-all-years");
            assert_eq!(names(&window, Role::ListItem), told(&asked, lang));
            chooses(&mut window, "2024", &all);
        }
        let asked = request(&window);
        assert_eq!(
            names(&window, Role::ListItem),
            told(&asked, lang),
            "{kind:?}"
        );
        let list = window.get_by_role(Role::List).accesskit_node();
        assert!(list.label().is_some_and(|label| !label.is_empty()));
        assert!(
            list.description().is_some_and(|alt| alt.contains(&to)),
            "{kind:?}"
        );
    }
}

#[test]
fn each_kind_is_chosen_from_the_menu_and_every_mark_is_told_in_english() {
    every_kind_is_chosen_and_told(Lang::En);
}

#[test]
fn each_kind_is_chosen_from_the_menu_and_every_mark_is_told_in_ukrainian() {
    every_kind_is_chosen_and_told(Lang::Uk);
}

#[test]
fn the_legend_lets_a_part_stand_out_and_all_again() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    chooses(&mut window, "Ranked", "By type");
    let parts = names(&window, Role::CheckBox);
    let all = [
        "military",
        "financial",
        "humanitarian",
        "mixed",
        "not itemised",
    ];
    assert_eq!(parts, all);
    for part in ["military", "financial"] {
        window.get_by_role_and_label(Role::CheckBox, part).click();
        window.run();
        let on = all.map(|part| is_on(&window, Role::CheckBox, part));
        assert_eq!(on, all.map(|other| other == part));
    }
    window
        .get_by_role_and_label(Role::CheckBox, "financial")
        .focus();
    window.run();
    presses(&mut window, &[Key::Space]);
    assert!(all.iter().all(|part| !is_on(&window, Role::CheckBox, part)));
    // Every mark is told as before: nothing is taken out of the chart.
    assert_eq!(
        names(&window, Role::ListItem),
        told(&request(&window), Lang::En)
    );
}

#[test]
fn promises_are_ordered_by_gap_by_share_and_by_name() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    chooses(&mut window, "Ranked", "Promised and arrived");
    let mut seen = Vec::new();
    let mut now = "by size";
    for (name, order) in [
        ("by gap", ChartOrder::Gap),
        ("by share", ChartOrder::Share),
        ("by name", ChartOrder::Name),
        ("by size", ChartOrder::Value),
    ] {
        chooses(&mut window, now, name);
        now = name;
        assert_eq!(request(&window).order, order);
        let bars = names(&window, Role::ListItem);
        assert_eq!(bars, told(&request(&window), Lang::En));
        assert!(!seen.contains(&bars), "{name}");
        seen.push(bars);
    }
    // An order that another kind does not have is left.
    chooses(&mut window, "by size", "by gap");
    chooses(&mut window, "Promised and arrived", "Ranked");
    assert_eq!(request(&window).order, ChartOrder::Value);
}

#[test]
fn the_chart_is_of_all_of_one_or_of_chosen_parties() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 700.0);
    let party = |bar: &String| bar.split(": ").next().unwrap_or_default().to_owned();
    let shown = |window: &Window| -> Vec<String> {
        names(window, Role::ListItem).iter().map(party).collect()
    };
    assert!(shown(&window).len() > 15);
    chooses(&mut window, "all parties", "only the selected party");
    assert_eq!(shown(&window), ["Lithuania"]);
    // Another one is selected: the chart is of that one.
    window.state_mut().place.party = PartyId::new("DK").ok();
    window.run();
    assert_eq!(shown(&window), ["Denmark"]);
    let chip = "only the selected party";
    window.get_by_role_and_label(Role::Button, chip).click();
    window.run();
    for name in ["Canada", "Belgium"] {
        window.get_by_role_and_label(Role::CheckBox, name).click();
        window.run();
    }
    presses(&mut window, &[Key::Escape]);
    let mut two = shown(&window);
    two.sort();
    assert_eq!(two, ["Belgium", "Canada"]);
    window.get_by_role_and_label(Role::List, "Aid allocated: 2 parties");
    chooses(&mut window, "2 parties", "all parties");
    assert!(shown(&window).len() > 15);
}

#[test]
fn chart_table_or_both_are_shown() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    let there = |window: &Window, role| window.query_all_by_role(role).count() == 1;
    for (choice, chart, table) in [
        ("table", false, true),
        ("both", true, true),
        ("chart", true, false),
    ] {
        window.get_by_role_and_label(Role::Button, choice).click();
        window.run();
        assert_eq!(there(&window, Role::List), chart, "{choice}");
        assert_eq!(there(&window, Role::Table), table, "{choice}");
        let copies = window.query_by_role_and_label(Role::Button, "Copy the table");
        assert_eq!(copies.is_some(), table, "{choice}");
    }
}

#[test]
fn the_slider_is_moved_by_keyboard_from_signing_to_signing() {
    let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
    let slider = "As known on";
    let node = window.get_by_role_and_label(Role::Slider, slider);
    assert_eq!(
        node.accesskit_node()
            .value()
            .as_deref()
            .map(plain)
            .as_deref(),
        Some("25 Nov 2026")
    );
    node.focus();
    window.run();
    let asked = |window: &mut Window, key| {
        window.state_mut().host.actions.clear();
        presses(window, &[key]);
        let actions = &window.state().host.actions;
        actions.iter().find_map(|action| match action {
            Action::Assume(assumptions) => Some(assumptions.cutoff),
            _ => None,
        })
    };
    let data = sample();
    let signed = || data.dataset().agreements.values().map(|a| a.signed);
    let last = signed().max();
    assert_eq!(asked(&mut window, Key::ArrowLeft), Some(last));
    assert_eq!(asked(&mut window, Key::ArrowDown), Some(last));
    assert_eq!(
        asked(&mut window, Key::PageDown),
        Some(Some(date(2026, 10, 25)))
    );
    let first = asked(&mut window, Key::Home).flatten().unwrap();
    assert!(signed().all(|day| day >= first), "{first}");
    // It stands at its end already.
    assert_eq!(asked(&mut window, Key::End), None);
    assert_eq!(asked(&mut window, Key::ArrowRight), None);
    // A screen reader's own way to move it, wherever the focus is.
    window.state_mut().host.actions.clear();
    window
        .get_by_role_and_label(Role::Slider, slider)
        .decrement_accesskit();
    window.run();
    let actions = &window.state().host.actions;
    let moved = |action: &Action| matches!(action, Action::Assume(of) if of.cutoff == last);
    assert!(actions.iter().any(moved), "{actions:?}");
}

#[test]
fn the_arrows_walk_the_marks_of_every_kind_and_enter_explains() {
    for kind in ChartKind::ALL {
        let mut window = chart_in(Lang::En, egui::Theme::Light, 600.0);
        window.state_mut().pane.show(&ChartRequest {
            kind,
            ..ChartRequest::default()
        });
        window.run();
        let ledger = sample();
        let marks = chart(&ledger, &request(&window)).marks;
        assert!(marks.len() > 1, "{kind:?}");
        window.get_by_role(Role::List).focus();
        window.run();
        presses(
            &mut window,
            &[Key::End, Key::ArrowLeft, Key::ArrowDown, Key::ArrowUp],
        );
        // What is stood on is what a screen reader reads.
        let here = &marks[marks.len() - 2];
        let list = window.get_by_role(Role::List).accesskit_node();
        let spoken = list.active_descendant().and_then(|node| node.label());
        let asked = told(&request(&window), Lang::En);
        let spoken = spoken.map(|label| plain(&label));
        assert_eq!(spoken.as_ref(), asked.get(marks.len() - 2), "{kind:?}");
        presses(&mut window, &[Key::Enter]);
        let actions = &window.state().host.actions;
        let explained = actions.iter().find_map(|action| match action {
            Action::Explain(tree) => Some(tree.clone()),
            _ => None,
        });
        assert_eq!(explained, Some(here.derivation.of(&ledger)), "{kind:?}");
    }
}

#[test]
fn the_settings_of_the_chart_go_into_a_link_and_come_out_of_one() {
    let mut pane = ChartPane::default();
    assert_eq!(pane.query(), "");
    for query in [
        "kind=by-month",
        "kind=ranked&of=one",
        "kind=over-time&stage=delivered&type=military&of=listed",
        "kind=fulfilment&stage=pledged&year=2025&parties=DK,LT&order=share",
        "kind=multiples&parties=LT",
        "",
    ] {
        pane.set_query(query);
        assert_eq!(pane.query(), query);
        let settings = pane.settings.clone();
        let mut other = ChartPane::default();
        other.set_query(query);
        assert_eq!(other.settings, settings);
    }
    // What cannot be read is passed over: the chart is as it begins.
    pane.set_query("kind=pie&of=one");
    assert_eq!(pane.query(), "kind=ranked&of=one");
    pane.set_query("of=listed");
    assert_eq!(pane.settings.who, Who::Listed);
    assert_eq!(pane.settings.shows, Shows::Chart);
}

/// The charts of kinds as they are seen.
fn pictures_of(kinds: &[ChartKind], theme: egui::Theme, name: &str) {
    let mut window = chart_in(Lang::En, theme, 560.0);
    for kind in kinds {
        let bullet = *kind == ChartKind::PromisedAgainstArrived;
        window.state_mut().pane.show(&ChartRequest {
            kind: *kind,
            year: bullet.then(|| Year::new(2024).unwrap()),
            ..ChartRequest::default()
        });
        window.run();
        picture::picture(&mut window, &format!("chart-{}-{name}", short(*kind)));
    }
}

#[test]
fn every_kind_by_day() {
    pictures_of(&ChartKind::ALL, egui::Theme::Light, "light");
}

#[test]
fn some_kinds_by_night() {
    let kinds = [
        ChartKind::Ranked,
        ChartKind::PromisedAgainstArrived,
        ChartKind::OverTime,
        ChartKind::ByType,
        ChartKind::Promises,
    ];
    pictures_of(&kinds, egui::Theme::Dark, "dark");
}

fn short(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::ByType => "type",
        ChartKind::ByInstrument => "instrument",
        ChartKind::PerHead => "head",
        ChartKind::PromisedAgainstArrived => "bullet",
        ChartKind::OverTime => "time",
        ChartKind::ByYear => "year",
        ChartKind::ByMonth => "month",
        other => other.key(),
    }
}
