//! Places: the way back and forward by name, links that are copied and followed.

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::edit::{Key as RecordKey, Kind};
use pledgebook::model::PartyId;
use pledgebook::text::Lang;
use pledgebook::ui::{Dock, Page, Verb};

use crate::common::user::{Habits, User};

fn party(id: &str) -> Option<PartyId> {
    PartyId::new(id).ok()
}

/// Opens the dialog, types a link and presses Enter.
fn goes_to(user: &mut User, link: &str) {
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.types_here(link);
    user.presses(Key::Enter);
}

#[test]
fn the_way_back_and_forward_stands_beside_the_pages_and_names_the_places() {
    let mut user = User::opens_sample();
    let first = user.app().place().party.clone();
    let (back, forward, places) = (
        user.text("menu-back"),
        user.text("menu-forward"),
        user.text("menu-places"),
    );
    // There is no place to go to yet, and nothing happens.
    user.clicks_the(Role::Button, &back);
    user.presses_with(Modifiers::COMMAND, Key::Num5);
    user.presses_with(Modifiers::COMMAND, Key::Num4);
    user.clicks_the(Role::Button, &back);
    assert_eq!(user.app().place().page, Page::Sources);
    user.clicks_the(Role::Button, &forward);
    assert_eq!(user.app().place().page, Page::Dates);
    user.clicks_the(Role::Button, &places);
    let (sources, dates) = (user.text("page-sources"), user.text("page-dates"));
    let named = user.named(Role::MenuItem, "");
    assert_eq!(named[..2], [dates, sources]);
    assert_eq!(named.len(), 3);
    user.clicks_the(Role::MenuItem, &named[2]);
    assert_eq!(user.app().place().page, Page::Party);
    assert_eq!(user.app().place().party, first);
    user.clicks_the(Role::Button, &forward);
    assert_eq!(user.app().place().page, Page::Sources);
}

#[test]
fn the_buttons_of_the_mouse_lead_back_and_forward() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num5);
    user.presses_the_mouse(eframe::egui::PointerButton::Extra1);
    assert_eq!(user.app().place().page, Page::Party);
    user.presses_the_mouse(eframe::egui::PointerButton::Extra2);
    assert_eq!(user.app().place().page, Page::Sources);
}

#[test]
fn a_link_to_any_place_leads_there_again() {
    let mut user = User::opens_sample();
    for link in [
        "#party/LT",
        "#party/LT/lt-a03?dock=record",
        "#party/LT/lt-a03?form=lt-s01",
        "#party/LT?dock=history",
        "#party/LT?detail=yes",
        "#chart/DK",
        "#explain/pledged:LT:2024",
        "#explain/fulfilment:LT:2024:allocated",
        "#party/LT?explain=pledged:2024:military",
        "#commitments",
        "#ledger?form=lt-a03",
        "#dates?kinds=review,end&when=past&of=LT&order=party&turned=yes",
        "#sources?unused=yes&unarchived=yes&kind=press&language=en&search=žemė%20a&order=published",
        "#problems?severities=warning,note&check=source-unused&accepted=yes&order=record&turned=yes",
    ] {
        goes_to(&mut user, "#party/SE?dock=derivation");
        goes_to(&mut user, link);
        let place = user.app().place().clone();
        let copied = user.copies(Verb::CopyLink);
        assert_eq!(copied.as_deref(), Some(link));
        goes_to(&mut user, "#party/SE?dock=derivation");
        goes_to(&mut user, link);
        assert_eq!(*user.app().place(), place, "{link}");
    }
}

#[test]
fn what_a_link_names_that_is_not_there_is_told() {
    let mut user = User::opens_sample();
    goes_to(&mut user, "#party/XX/lt-a999");
    user.sees("“XX” is not in this document. “lt-a999” is not in this document.");
    let here = user.app().place().clone();
    // A page that there is not cannot be gone to: the dialog says which there are.
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.types_here("#kitchen");
    user.sees("There is no page “kitchen”");
    user.presses(Key::Enter);
    user.sees("There is no page “kitchen”");
    user.presses(Key::Escape);
    assert_eq!(*user.app().place(), here);
}

#[test]
fn a_link_of_a_file_leads_into_that_file() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a #1 book.ron");
    std::fs::copy("tests/files/small.ron", &book).unwrap();
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.types_here(&format!("{}#party/LT/lt-a01?dock=record", book.display()));
    user.sees("The link is of another file: a #1 book.ron");
    let open = user.text("link-open-file");
    user.clicks_the(Role::Button, &open);
    user.waits();
    assert_eq!(user.app().session().path(), Some(book.as_path()));
    let place = user.app().place();
    assert_eq!(place.party, party("LT"));
    assert_eq!(place.form, Some(RecordKey::new(Kind::Aid, "lt-a01")));
    assert_eq!(place.dock, Dock::Record);
    // The link that is copied there names the file; it is followed where the file is open.
    let copied = user.copies(Verb::CopyLink);
    let link = format!("{}#party/LT/lt-a01?dock=record", book.display());
    assert_eq!(copied, Some(link));
    goes_to(&mut user, &format!("{}#dates", book.display()));
    assert_eq!(user.app().place().page, Page::Dates);
}

#[test]
fn the_program_opens_at_the_place_that_it_is_started_with() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.ron");
    std::fs::copy("tests/files/small.ron", &book).unwrap();
    let starts = |open, place: &str| {
        let place = Some(place.to_owned());
        let own = tempfile::tempdir().unwrap();
        let mut user = User::starts_in(own, Habits::default(), open, |setup| setup.place = place);
        user.waits();
        user
    };
    let user = starts(Some(book), "sources?search=pres");
    assert_eq!(user.app().place().page, Page::Sources);
    let search = user.text("sources-search");
    assert!(user.can_see(&search));
    let user = starts(None, "explain/pledged:LT:2024");
    assert_eq!(user.app().place().party, party("LT"));
    assert!(user.app().place().derivation.is_some());
}

#[test]
fn links_speak_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    user.presses_with(Modifiers::COMMAND, Key::L);
    user.sees("Перейти за посиланням");
    user.types_here("#кухня");
    user.sees("Сторінки «кухня» немає");
    user.presses(Key::Escape);
    user.chooses("menu-view", "menu-copy-link");
    user.sees("Посилання скопійовано");
}
