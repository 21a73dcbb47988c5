//! The tree under a number.

use std::sync::Arc;

use eframe::egui::{self, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use pledgebook::ledger::{Query, Span};
use pledgebook::model::{PartyId, Stage, Year};
use pledgebook::ui::panes::DerivationPane;
use pledgebook::ui::{Action, Place, Verb};

use super::detail::sample;
use crate::common::user::plain;
use crate::common::{Alone, alone, picture};

type Window = Harness<'static, Alone<DerivationPane>>;

fn tree_under(query: Option<&Query>, theme: egui::Theme) -> Window {
    let ledger = sample();
    let derivation = query.map(|query| Arc::clone(ledger.total(query).derivation()));
    let place = Place {
        derivation,
        ..Place::default()
    };
    let size = egui::vec2(300.0, 1400.0);
    let pane = DerivationPane::default();
    let mut window = alone(pane, ledger, place, size, theme, DerivationPane::ui);
    window.run();
    window
}

fn pledged_for_2024() -> Query {
    let year = Year::new(2024).unwrap();
    Query::all(Stage::Pledged)
        .of(&PartyId::new("LT").unwrap())
        .over(Span::Year(year))
}

fn items(window: &Window) -> Vec<String> {
    window
        .query_all_by_role(Role::TreeItem)
        .filter_map(|node| node.accesskit_node().label())
        .map(|label| plain(&label))
        .collect()
}

#[test]
fn without_a_number_the_panel_says_how_to_get_one() {
    let window = tree_under(None, egui::Theme::Light);
    window.get_by_label_contains("Click any number");
    assert!(items(&window).is_empty());
}

#[test]
fn the_tree_goes_down_to_rule_figure_phrase_and_link() {
    let mut window = tree_under(Some(&pledged_for_2024()), egui::Theme::Light);
    let told = items(&window);
    let has = |words: &str| {
        assert!(
            told.iter().any(|line| line.contains(words)),
            "{words:?}: {told:#?}"
        );
    };
    has("0.25 % × GDP of Lithuania in 2024");
    has("« will seek annually to provide security and defence support");
    has("€196 032 500");
    window.get_all_by_label("R6").next().unwrap();
    let source = "Agreement on Security Cooperation between Ukraine and the Republic of Lithuania";
    let by = By::new().role(Role::Link).label_contains(source);
    window.get_all(by).next().unwrap().click();
    window.run();
    let actions = &window.state().host.actions;
    let opened = actions.iter().any(
        |action| matches!(action, Action::OpenLink(address) if address.contains("#:~:text=will%20")),
    );
    assert!(opened, "{actions:?}");
}

#[test]
fn a_figure_leads_to_its_record() {
    let mut window = tree_under(Some(&pledged_for_2024()), egui::Theme::Light);
    window
        .get_all_by_role_and_label(Role::Link, "lt-2024-c01")
        .next()
        .unwrap()
        .click();
    window.run();
    let lithuania = PartyId::new("LT").unwrap();
    let wanted = Action::ShowRecord(lithuania, "lt-2024-c01".to_owned());
    assert!(window.state().host.actions.contains(&wanted));
}

#[test]
fn a_sum_over_all_parties_begins_with_the_parties_and_unfolds() {
    let mut window = tree_under(Some(&Query::all(Stage::Allocated)), egui::Theme::Light);
    let closed = items(&window);
    assert!(
        closed
            .iter()
            .any(|line| line.starts_with("Lithuania · allocated"))
    );
    assert!(
        !closed.iter().any(|line| line.starts_with("lt-a")),
        "{closed:#?}"
    );
    let line = window.get_by(|node| {
        node.role() == Role::TreeItem
            && node
                .label()
                .is_some_and(|label| label.starts_with("Lithuania"))
    });
    line.get_by_role_and_label(Role::Button, "Unfold").click();
    window.run();
    let open = items(&window);
    assert!(
        open.iter().any(|line| line.starts_with("lt-a")),
        "{open:#?}"
    );
    assert!(open.len() > closed.len());
}

#[test]
fn many_records_left_out_are_counted_and_shown_when_asked_for() {
    let ledger = sample();
    let parties = ledger.dataset().parties.keys();
    let queries = parties.flat_map(|party| {
        let stages = Stage::ALL.iter();
        stages.map(|stage| Query::all(*stage).of(party))
    });
    let query = queries
        .into_iter()
        .find(|query| ledger.total(query).derivation().excluded.len() > 6)
        .expect("some sum leaves out many records");
    let mut window = tree_under(Some(&query), egui::Theme::Light);
    let closed = items(&window);
    let counted = closed
        .iter()
        .find(|line| line.ends_with("records not in the sum"))
        .expect("what is left out is counted");
    assert!(
        !closed
            .iter()
            .any(|line| line.starts_with("Not in the sum: "))
    );
    let line = window.get_by_role_and_label(Role::TreeItem, counted);
    line.get_by_role_and_label(Role::Button, "Unfold").click();
    window.run();
    let open = items(&window);
    assert!(
        open.iter().any(|line| line.starts_with("Not in the sum: ")),
        "{open:#?}"
    );
}

#[test]
fn the_tree_is_copied_as_text() {
    let mut window = tree_under(Some(&pledged_for_2024()), egui::Theme::Light);
    window
        .get_by_role_and_label(Role::Button, "Copy as text")
        .click();
    window.run();
    let actions = &window.state().host.actions;
    assert_eq!(actions.as_slice(), [Action::Do(Verb::CopyDerivation)]);
}

fn picture_of(theme: egui::Theme, name: &str) {
    let mut window = tree_under(Some(&pledged_for_2024()), theme);
    picture::picture(&mut window, name);
}

#[test]
fn the_derivation_by_day() {
    picture_of(egui::Theme::Light, "derivation-light");
}

#[test]
fn the_derivation_by_night() {
    picture_of(egui::Theme::Dark, "derivation-dark");
}
