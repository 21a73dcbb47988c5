//! The page of commitments: the matrix, the texts behind a cell, side by side.

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pledgebook::edit::{Key as RecordKey, Kind};
use pledgebook::ledger::Assumptions;
use pledgebook::model::{Area, PartyId};
use pledgebook::text::{Lang, Texts};
use pledgebook::ui::panes::CommitmentsPane;
use pledgebook::ui::{Action, Dock, Page, Place, Verb};
use pledgebook::views::{MatrixOrder, MatrixSettings, ReadingRows};

use super::detail::sample;
use crate::common::user::{Habits, User};
use crate::common::{Alone, alone};

fn opens_page(lang: Lang) -> User {
    let mut user = User::opens_sample_in(lang);
    user.presses_with(Modifiers::COMMAND, Key::Num2);
    user
}

/// The names of the parties, as their rows stand.
fn rows(user: &User) -> Vec<String> {
    let heads = user.named(Role::RowHeader, "");
    let name = |head: &String| head.split(',').next().unwrap_or_default().to_owned();
    heads.iter().map(name).collect()
}

#[test]
fn a_cell_opens_the_texts_behind_it_and_their_record() {
    let mut user = opens_page(Lang::En);
    user.sees_not("set on further financial contributions");
    user.clicks_what_begins(
        Role::Cell,
        "Lithuania, Macro-financial support: may or reaffirms",
    );
    user.sees("Lithuania · Macro-financial support");
    user.sees("set on further financial contributions");
    user.clicks_the(Role::Link, "lt-2024-c25");
    let place = user.app().place();
    assert_eq!((place.page, place.dock), (Page::Commitments, Dock::Record));
    let form = RecordKey::new(Kind::Commitment, "lt-2024-c25");
    assert_eq!(place.form, Some(form));
    let page = user.text("matrix-to-party");
    user.clicks_the(Role::Link, &page);
    let place = user.app().place();
    assert_eq!(place.page, Page::Party);
    assert_eq!(place.record.as_deref(), Some("lt-2024-c25"));
}

#[test]
fn none_and_not_coded_are_told_apart_in_words_with_the_reason() {
    let mut user = opens_page(Lang::En);
    user.clicks_what_begins(Role::Cell, "France, Hybrid threats: none");
    user.sees("text was read and holds no commitment");
    let close = user.text("matrix-close");
    user.clicks(&close);
    user.sees_not("text was read and holds no commitment");
    // The text of Greece's agreement could not be read: what the reports leave out is not none.
    user.clicks_what_begins(Role::Cell, "Greece, Cyber: not coded");
    user.sees("It was coded from reports, not from the text");
}

#[test]
fn rows_stand_by_date_by_name_by_likeness_or_by_one_area() {
    let mut user = opens_page(Lang::En);
    assert_eq!(rows(&user)[..3], ["United Kingdom", "France", "Germany"]);
    user.clicks_chip("By name");
    assert_eq!(rows(&user)[..3], ["Albania", "Belgium", "Canada"]);
    user.clicks_chip("By similarity");
    let first = rows(&user);
    assert_eq!(first.len(), 29);
    assert_ne!(first[..3], ["Albania", "Belgium", "Canada"]);
    user.clicks_chip("By name").clicks_chip("By similarity");
    assert_eq!(rows(&user), first, "the same parties have the same order");
    user.clicks_what_begins(Role::ColumnHeader, "Space, 8 parties");
    let strong = user.named(Role::Cell, "Belgium, Space: will or shall");
    assert_eq!(strong.len(), 1);
    assert!(
        rows(&user)[..8].contains(&"Belgium".to_owned()),
        "{:?}",
        rows(&user)
    );
    user.clicks_what_begins(Role::ColumnHeader, "Space, 8 parties");
    assert_eq!(rows(&user)[..3], ["United Kingdom", "France", "Germany"]);
}

#[test]
fn the_matrix_follows_the_list_and_the_cut_off() {
    let mut user = opens_page(Lang::En);
    user.clicks_chip("G7 ");
    assert_eq!(rows(&user).len(), 7);
    user.clicks_chip("The list shows 7 of 29");
    assert_eq!(rows(&user).len(), 29);
    let dataset = std::sync::Arc::clone(user.app().session().dataset());
    let mut assumptions = Assumptions::of(&dataset);
    assumptions.cutoff = Some("2024-02-28".parse().unwrap());
    user.does(Action::Assume(Box::new(assumptions.clone())))
        .waits();
    let there = rows(&user);
    assert_eq!(
        there,
        [
            "United Kingdom",
            "France",
            "Germany",
            "Denmark",
            "Canada",
            "Italy"
        ]
    );
    user.sees("23 parties signed after 28 Feb 2024 and are not here");
    assumptions.cutoff = Some("2023-12-31".parse().unwrap());
    user.does(Action::Assume(Box::new(assumptions))).waits();
    user.sees("Nothing was signed by 31 Dec 2023");
}

#[test]
fn a_search_without_any_match_says_so_and_is_lifted() {
    let mut user = opens_page(Lang::En);
    let search = user.text("list-search");
    user.types(&search, "qqqq");
    user.sees("None of the parties that the list shows is here");
    let all = user.text("matrix-show-all");
    user.clicks_last_the(Role::Button, &all);
    assert_eq!(rows(&user).len(), 29);
}

#[test]
fn two_to_four_are_read_side_by_side_with_what_one_has_and_the_other_lacks() {
    let mut user = opens_page(Lang::En);
    user.clicks_the(Role::CheckBox, "Read Lithuania side by side");
    let one = user.text("matrix-side");
    user.clicks("Read 1 side by side");
    user.sees_not(&one);
    user.clicks_with(Modifiers::COMMAND, &head(&user, "France"));
    user.clicks("Read 2 side by side");
    user.sees(&one).sees("only Lithuania");
    user.sees("Lithuania is set on further financial contributions");
    user.clicks_chip("Where they differ ");
    user.sees("only Lithuania");
    user.sees_not("Lithuania's government aims to give security");
    let add = user.text("matrix-side-add");
    user.clicks(&add).clicks_the(Role::Button, "Greece");
    // Nobody says that Greece lacks it.
    user.sees("not coded").sees("lacking: France");
    user.sees_not("only Lithuania");
    user.clicks("Take Greece out");
    let back = user.text("matrix-back");
    user.clicks(&back);
    assert!(user.is_ticked(Role::CheckBox, "Read France side by side"));
    assert_eq!(rows(&user).len(), 29);
}

fn head(user: &User, name: &str) -> String {
    user.named(Role::RowHeader, name).remove(0)
}

#[test]
fn the_page_speaks_ukrainian() {
    let mut user = opens_page(Lang::Uk);
    user.sees("Зобов’язання").sees("не внесено");
    user.clicks_the(Role::CheckBox, "Читати поруч: Литва");
    user.clicks_the(Role::CheckBox, "Читати поруч: Франція");
    user.clicks_what_begins(
        Role::Cell,
        "Литва, Макрофінансова підтримка: може або підтверджує",
    );
    user.sees("Литва · Макрофінансова підтримка")
        .sees("підтверджує");
    user.clicks("Читати поруч: 2");
    user.sees("лише Литва").sees_not("matrix-");
}

type Window = Harness<'static, Alone<CommitmentsPane>>;

fn page_alone(settings: MatrixSettings) -> Window {
    let mut pane = CommitmentsPane::default();
    pane.settings = settings;
    let (size, theme) = (egui::vec2(900.0, 760.0), egui::Theme::Light);
    let mut window = alone(
        pane,
        sample(),
        Place::default(),
        size,
        theme,
        CommitmentsPane::ui,
    );
    window.state_mut().host.texts = Texts::new(Lang::En);
    window.run();
    window
}

/// What was asked for.
fn asked(window: &mut Window) -> Vec<Action> {
    std::mem::take(&mut window.state_mut().host.actions)
}

fn press(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.key_press(*key);
        window.run();
    }
}

fn cell(window: &Window) -> Option<(String, Area)> {
    let cell = window.state().pane.settings.cell.clone();
    cell.map(|(party, area)| (party.to_string(), area))
}

#[test]
fn the_matrix_is_walked_opened_and_read_by_keyboard_alone() {
    let mut window = page_alone(MatrixSettings::default());
    window.get_by_role(Role::Grid).focus();
    window.run();
    press(&mut window, &[Key::ArrowDown]);
    assert_eq!(
        cell(&window),
        Some(("GB".to_owned(), Area::MilitaryAssistance))
    );
    press(&mut window, &[Key::ArrowRight, Key::ArrowDown, Key::End]);
    assert_eq!(cell(&window), Some(("FR".to_owned(), Area::TermAndReview)));
    press(&mut window, &[Key::Enter]);
    let opened = asked(&mut window);
    let Some(Action::OpenRecord(key, None)) = opened.first() else {
        panic!("{opened:?}")
    };
    let all = sample();
    let of = &all.dataset().commitments[key.id.as_str()];
    assert_eq!(
        (of.agreement.as_str(), of.area),
        ("fr-2024", Area::TermAndReview)
    );
    // Beyond the first cell stands the head of the row.
    press(
        &mut window,
        &[
            Key::Home,
            Key::ArrowLeft,
            Key::Space,
            Key::ArrowDown,
            Key::Space,
        ],
    );
    press(&mut window, &[Key::Enter]);
    let went = asked(&mut window);
    assert_eq!(went, [Action::SelectParty(PartyId::new("DE").unwrap())]);
    // Above the first cell stands the head of the column, which orders.
    press(
        &mut window,
        &[
            Key::ArrowRight,
            Key::PageUp,
            Key::ArrowUp,
            Key::ArrowRight,
            Key::Enter,
        ],
    );
    let order = window.state().pane.settings.order;
    assert_eq!(order, MatrixOrder::Area(Area::Land));
    press(&mut window, &[Key::ArrowDown, Key::Escape]);
    assert_eq!(cell(&window), None);
    window.get_by_label("Read 2 side by side").focus();
    window.run();
    press(&mut window, &[Key::Enter]);
    let compared = &window.state().pane.settings.compare;
    let compared: Vec<&str> = compared.iter().map(PartyId::as_str).collect();
    assert_eq!(compared, ["FR", "DE"]);
    press(&mut window, &[Key::Escape, Key::Escape]);
    assert!(window.state().pane.settings.compare.is_empty());
}

#[test]
fn the_matrix_and_the_texts_side_by_side_are_copied_as_tables() {
    let mut window = page_alone(MatrixSettings::default());
    window.get_by_role(Role::Grid).focus();
    window.run();
    window.event(egui::Event::Copy);
    window.run();
    let copied = copied(&mut window);
    assert_eq!(copied.lines().count(), 31);
    let first = copied.lines().next().unwrap();
    assert!(
        first.starts_with("Id\tParty\tSigned\tMilitary assistance\t"),
        "{first}"
    );
    let norway = copied
        .lines()
        .find(|line| line.starts_with("NO\t"))
        .unwrap();
    for words in [
        "none",
        "may or reaffirms",
        "seeks or intends",
        "will or shall",
    ] {
        assert!(
            norway.contains(&format!("\t{words}\t")),
            "{words}: {norway}"
        );
    }
    let greece = copied
        .lines()
        .find(|line| line.starts_with("GR\t"))
        .unwrap();
    assert!(
        greece.contains("\tnot coded\t") && !greece.contains("\tnone\t"),
        "{greece}"
    );

    let settings = MatrixSettings::from_text("compare=GB,LT&rows=differing").unwrap();
    let mut window = page_alone(settings);
    window.get_by_label("Copy as a table").click();
    window.run();
    let copied = self::copied(&mut window);
    let first = copied.lines().next().unwrap();
    assert_eq!(first, "Group\tArea\tUnited Kingdom\tLithuania");
    let space = copied
        .lines()
        .find(|line| line.contains("\tSpace\t"))
        .unwrap();
    assert!(
        space.contains("\tnone\twill: ") && space.contains("lt-2024-c"),
        "{space}"
    );
    assert!(!copied.contains("\tCyber\t"), "both have something there");
}

fn copied(window: &mut Window) -> String {
    let actions = asked(window);
    let copied = actions.into_iter().find_map(|action| match action {
        Action::CopyText(text) => Some(text),
        _ => None,
    });
    copied.unwrap()
}

#[test]
fn a_link_shows_what_it_tells() {
    let text = "order=similarity&areas=similarity&cell=NO:cyber";
    let window = page_alone(MatrixSettings::from_text(text).unwrap());
    window.get_by_label_contains("Norway · Cyber");
    let chip = window.get_by_role_and_label(Role::Button, "By similarity");
    assert_eq!(
        chip.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True)
    );
    // A party that is not in the book is let go of.
    let gone = MatrixSettings::from_text("compare=GB,QQ&cell=QQ:cyber").unwrap();
    let window = page_alone(gone);
    let settings = &window.state().pane.settings;
    assert!(settings.compare.is_empty() && settings.cell.is_none());
    window.get_by_role(Role::Grid);
}

#[test]
fn a_book_without_parties_says_what_a_matrix_needs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.ron");
    let text = "(\n    schema: 1,\n    title: \"An empty book\",\n    cutoff: \"2026-03-01\",\n)\n";
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), text.as_bytes()).unwrap();
    let mut user = User::opens(&path);
    user.does(Verb::CommitmentsPage);
    user.sees("There are no parties yet");
    let new = user.text("menu-new-party");
    user.clicks_the(Role::Button, &new);
    assert_eq!(user.app().place().dock, Dock::Record);
}

fn picture_of_the_page(habits: Habits, name: &str) {
    let mut user = User::with(habits, None);
    user.presses_with(Modifiers::COMMAND, Key::Num2);
    if habits.lang == Lang::En {
        user.clicks_what_begins(Role::Cell, "Norway, Training: ");
    }
    user.picture(name);
}

#[test]
fn the_page_by_day() {
    picture_of_the_page(Habits::default(), "commitments-light");
}

#[test]
fn the_page_by_night_in_ukrainian() {
    let habits = Habits {
        lang: Lang::Uk,
        dark: true,
    };
    picture_of_the_page(habits, "commitments-dark");
}

#[test]
fn three_side_by_side() {
    let settings = MatrixSettings {
        compare: ["GB", "LT", "GR"]
            .map(|id| PartyId::new(id).unwrap())
            .into(),
        rows: ReadingRows::Differing,
        ..MatrixSettings::default()
    };
    let mut window = page_alone(settings);
    crate::common::picture::picture(&mut window, "commitments-side-by-side");
}
