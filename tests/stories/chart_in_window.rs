//! The aid chart among the list, the detail and the places around it.

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::model::PartyId;
use pledgebook::text::Lang;
use pledgebook::ui::Verb;

use crate::common::user::User;

/// Opens a link by keyboard.
fn goes_to(user: &mut User, link: &str) {
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.types_here(link);
    user.presses(Key::Enter);
}

/// The parties of the chart's marks, each once.
fn charted(user: &User) -> Vec<String> {
    let party = |told: String| told.split([',', ':']).next().unwrap_or_default().to_owned();
    let mut all: Vec<String> = user
        .named(Role::ListItem, "")
        .into_iter()
        .map(party)
        .collect();
    all.dedup();
    all
}

#[test]
fn the_chart_is_of_the_list_as_it_is_narrowed() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#chart?kind=ranked&of=listed");
    let all = charted(&user).len();
    assert!(all > 15, "{all}");
    user.types("Search parties", "lithua");
    assert_eq!(charted(&user), ["Lithuania"]);
    user.sees("1 party in the list");
    user.types_anew("Search parties", "");
    user.presses(Key::Escape);
    assert_eq!(charted(&user).len(), all);
}

#[test]
fn chart_and_list_select_each_other() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#chart?kind=ranked");
    user.clicks_what_begins(Role::ListItem, "Germany: ");
    assert_eq!(user.app().place().party, PartyId::new("DE").ok());
    assert!(user.chosen_row().unwrap().starts_with("Germany"));
    assert_eq!(user.selected(Role::ListItem).len(), 1);
    user.clicks_what_begins(Role::ListBoxOption, "Denmark");
    let selected = user.selected(Role::ListItem);
    assert!(selected[0].starts_with("Denmark: "), "{selected:?}");
    assert_eq!(selected.len(), 1);
}

#[test]
fn list_detail_and_chart_follow_the_slider() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#party/LT");
    goes_to(&mut user, "#chart/LT?kind=ranked&of=one&stage=delivered");
    let before = user.named(Role::ListItem, "Lithuania: ");
    let row = user
        .rows()
        .into_iter()
        .find(|row| row.starts_with("Lithuania"));
    user.stands_on(Role::Slider, "As known on");
    user.presses(Key::Home).waits();
    let day = user.value(Role::Slider, "As known on");
    user.sees(&format!("As known on {day}"));
    assert_ne!(user.named(Role::ListItem, "Lithuania: "), before);
    let now = user
        .rows()
        .into_iter()
        .find(|row| row.starts_with("Lithuania"));
    assert_ne!(now, row);
    user.presses(Key::End).waits();
    assert_eq!(user.named(Role::ListItem, "Lithuania: "), before);
    let now = user
        .rows()
        .into_iter()
        .find(|row| row.starts_with("Lithuania"));
    assert_eq!(now, row);
}

#[test]
fn a_link_to_the_chart_leads_there_again() {
    let mut user = User::opens_sample_in(Lang::Uk);
    for link in [
        "#chart/DK?kind=ranked&of=one",
        "#chart/DK?kind=by-year&stage=delivered&of=listed",
        "#chart/DK?kind=fulfilment&year=2024&parties=DK,LT&order=gap",
        "#chart/DK?kind=over-time&stage=delivered&type=military",
        "#chart/DK",
    ] {
        goes_to(&mut user, "#party/SE?dock=derivation");
        goes_to(&mut user, link);
        let copied = user.copies(Verb::CopyLink);
        // What stands beside it is a part of the link too.
        let copied = copied.map(|copied| copied.replace("&dock=derivation", ""));
        assert_eq!(copied.as_deref(), Some(link));
    }
}
