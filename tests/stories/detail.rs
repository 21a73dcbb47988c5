//! The detail of one party.

use std::sync::Arc;

use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::model::PartyId;
use pledgebook::session::Session;
use pledgebook::text::Lang;
use pledgebook::ui::panes::DetailPane;
use pledgebook::ui::{Action, Place};

use crate::common::user::{User, plain};
use crate::common::{Alone, alone, picture};

/// The bundled dataset, made ready.
pub(super) fn sample() -> Arc<Ledger> {
    let session = Session::sample();
    let assumptions = Assumptions::of(session.dataset());
    Arc::new(Ledger::new(Arc::clone(session.dataset()), assumptions))
}

fn detail_of(party: &str, theme: egui::Theme) -> Harness<'static, Alone<DetailPane>> {
    let place = Place {
        party: Some(PartyId::new(party).unwrap()),
        ..Place::default()
    };
    let size = egui::vec2(656.0, 560.0);
    let pane = DetailPane::default();
    let mut window = alone(pane, sample(), place, size, theme, DetailPane::ui);
    window.run();
    window
}

fn two_clicks_to_the_share_of_gdp(lang: Lang, party: &str, number: &str, share: &str) {
    let mut user = User::opens_sample_in(lang);
    user.clicks_what_begins(Role::ListBoxOption, party);
    user.clicks_first_that_says(number);
    user.sees(share);
    user.sees("IMF WEO");
    user.sees("will seek annually to provide security and defence support");
    user.sees("lt-2024-c01");
    user.sees("R6");
}

#[test]
fn two_clicks_from_the_start_show_how_a_share_of_gdp_became_a_sum() {
    two_clicks_to_the_share_of_gdp(
        Lang::En,
        "Lithuania",
        "promised 2024, open derivation",
        "0.25 % × GDP of Lithuania in 2024",
    );
    two_clicks_to_the_share_of_gdp(
        Lang::Uk,
        "Литва",
        "обіцяно за угодою 2024, показати виведення",
        "0,25 %",
    );
}

#[test]
fn a_commitment_shows_its_force_place_and_words() {
    let mut user = User::opens_sample();
    user.clicks_what_begins(Role::ListBoxOption, "Lithuania");
    user.clicks_chip("Commitments ");
    user.sees("Military assistance");
    user.sees("seeks: ");
    user.sees("Part III, 9");
    user.sees("« will seek annually to provide security and defence support to Ukraine »");
}

#[test]
fn a_phrase_opens_its_source_at_the_passage() {
    let mut window = detail_of("LT", egui::Theme::Light);
    window.get_by_label_contains("Commitments ").click();
    window.run();
    let phrase = window.get_by_role_and_label(
        Role::Link,
        "«\u{a0}will seek annually to provide security and defence support to Ukraine\u{a0}»",
    );
    phrase.click();
    window.run();
    let opened = window
        .state()
        .host
        .actions
        .iter()
        .find_map(|action| match action {
            Action::OpenLink(address) => Some(address.clone()),
            _ => None,
        });
    let address = opened.expect("the link opens");
    assert!(address.starts_with("https://"), "{address}");
    assert!(
        address.contains("#:~:text=will%20seek%20annually"),
        "{address}"
    );
}

#[test]
fn money_by_year_is_a_table_to_a_screen_reader() {
    let window = detail_of("LT", egui::Theme::Light);
    let table = window.get_by_role_and_label(Role::Table, "Money by year: Lithuania");
    let titles: Vec<String> = table
        .query_all_by_role(Role::ColumnHeader)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(
        titles,
        [
            "Year",
            "promised",
            "committed",
            "allocated",
            "delivered",
            "unclear"
        ]
    );
    let rows = table.query_all_by_role(Role::Row).count();
    // The header, 2024, 2025, the years without a sum, what is not split, all time.
    assert_eq!(rows, 6);
    let year = table.query_all_by_role(Role::Row).nth(1).unwrap();
    assert_eq!(year.query_all_by_role(Role::Cell).count(), 6);
    let said: Vec<String> = year
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .map(|label| plain(&label))
        .collect();
    assert!(
        said.contains(&"€35 m allocated 2024, open derivation".to_owned()),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|name| name.starts_with("≈ €80 m unclear 2024")),
        "{said:?}"
    );
}

#[test]
fn a_number_is_opened_by_the_keyboard() {
    let mut window = detail_of("LT", egui::Theme::Light);
    window
        .get_by_label_contains("promised 2024, open derivation")
        .focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let explained = &window.state().host.actions;
    assert!(
        matches!(explained.as_slice(), [Action::Explain(_)]),
        "{explained:?}"
    );
}

#[test]
fn years_for_which_no_sum_is_named_stand_in_one_row_that_opens() {
    let mut window = detail_of("LT", egui::Theme::Light);
    assert!(window.query_by_label("2027").is_none());
    window.get_by_label("2026–2033").click();
    window.run();
    window.get_by_label("2027");
    assert!(window.query_by_label("2026–2033").is_none());
}

#[test]
fn aid_tells_its_record_stage_verb_and_what_it_is_a_part_of() {
    let mut window = detail_of("DE", egui::Theme::Light);
    window.get_by_label_contains("Aid ").click();
    window.run();
    let told = |words: &str| {
        let mut found = window.query_all(By::new().predicate(|node| {
            let said = [node.label(), node.value()];
            said.into_iter().flatten().any(|text| text.contains(words))
        }));
        assert!(found.next().is_some(), "{words:?} is not in the tab");
    };
    for words in ["military", "· package", "· pledged", "(“will amount to”)"] {
        told(words);
    }
    told("running total to ");
    told("part of");
    told("fulfils");
}

#[test]
fn what_the_sources_tell_of_all_agreements_is_told_with_them() {
    let mut user = User::opens_sample();
    user.clicks_what_begins(Role::ListBoxOption, "Lithuania");
    user.clicks_chip("Commitments ");
    user.sees("Told with it of all agreements");
    user.sees("Vilnius");
    user.clicks_chip("Conflicts ");
    user.sees("Where sources disagree");
    user.sees("Looked for in vain");
}

#[test]
fn the_title_opens_the_text_of_the_agreement() {
    let mut window = detail_of("LT", egui::Theme::Light);
    let title = "Agreement on Security Cooperation between Ukraine and the Republic of Lithuania";
    window.get_by_role_and_label(Role::Link, title).click();
    window.run();
    let actions = &window.state().host.actions;
    assert!(
        matches!(actions.as_slice(), [Action::OpenLink(address)] if address.starts_with("https://")),
        "{actions:?}"
    );
}

fn picture_of(tab: Option<&str>, theme: egui::Theme, name: &str) {
    let mut window = detail_of("LT", theme);
    if let Some(tab) = tab {
        window.get_by_label_contains(tab).click();
        window.run();
        window.remove_cursor();
        window.run();
    }
    picture::picture(&mut window, name);
}

#[test]
fn money_by_day() {
    picture_of(None, egui::Theme::Light, "detail-money-light");
}

#[test]
fn money_by_night() {
    picture_of(None, egui::Theme::Dark, "detail-money-dark");
}

#[test]
fn commitments_by_day() {
    picture_of(
        Some("Commitments "),
        egui::Theme::Light,
        "detail-commitments-light",
    );
}

#[test]
fn commitments_by_night() {
    picture_of(
        Some("Commitments "),
        egui::Theme::Dark,
        "detail-commitments-dark",
    );
}

#[test]
fn aid_by_day() {
    picture_of(Some("Aid "), egui::Theme::Light, "detail-aid-light");
}
