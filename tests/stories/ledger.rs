//! The page of aid entries: ordered, narrowed, chosen, summed, copied, laid out.

use std::sync::Arc;

use eframe::egui::accesskit::SortDirection::{Ascending, Descending};
use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use pledgebook::edit::{Key as RecordKey, Kind};
use pledgebook::ledger::{Assumptions, Ledger, Step};
use pledgebook::model::{PartyId, Stage};
use pledgebook::text::{Lang, Texts};
use pledgebook::ui::panes::LedgerPane;
use pledgebook::ui::{Action, Dock, Page, Place};
use pledgebook::views::{LedgerColumn, LedgerView};

use super::detail::sample;
use crate::common::user::{Habits, User, plain};
use crate::common::{Alone, alone, generate};

type Window = Harness<'static, Alone<LedgerPane>>;

fn page_over(ledger: Arc<Ledger>) -> Window {
    let pane = LedgerPane::default();
    let (size, theme) = (egui::vec2(1400.0, 700.0), egui::Theme::Light);
    let place = Place::default();
    let mut window = alone(pane, ledger, place, size, theme, LedgerPane::ui);
    window.state_mut().host.texts = Texts::new(Lang::En);
    window.run();
    window
}

fn page() -> Window {
    page_over(sample())
}

fn looked_at(view: &str) -> Window {
    let mut window = page();
    window.state_mut().pane.view = LedgerView::from_text(view).unwrap();
    window.run();
    window
}

fn asked(window: &mut Window) -> Vec<Action> {
    std::mem::take(&mut window.state_mut().host.actions)
}

fn focus(window: &mut Window) {
    window.get_by_role(Role::Grid).focus();
    window.run();
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// The cells of a row in view, from the first row below the header.
fn cells(window: &Window, row: usize) -> Vec<String> {
    let rows = window.get_all_by_role(Role::Row);
    let rows: Vec<_> = rows
        .filter(|row| row.query_all_by_role(Role::Cell).next().is_some())
        .collect();
    let cells = rows[row].query_all_by_role(Role::Cell);
    cells
        .map(|cell| plain(&cell.accesskit_node().label().unwrap_or_default()))
        .collect()
}

fn copied(window: &mut Window) -> String {
    window.event(egui::Event::Copy);
    window.run();
    let actions = asked(window);
    let text = actions.into_iter().find_map(|action| match action {
        Action::CopyText(text) => Some(text),
        _ => None,
    });
    text.unwrap()
}

fn sees(window: &Window, words: &str) -> bool {
    let by = egui_kittest::kittest::By::new().predicate(|node| {
        let said = [node.label(), node.value()];
        let mut said = said.into_iter().flatten();
        said.any(|text| plain(&text).contains(words))
    });
    window.query_all(by).next().is_some()
}

fn one_stage_has_a_sum_that_opens(lang: Lang, stage: Stage) {
    let mut user = User::opens_sample_in(lang);
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    let choose_one = match lang {
        Lang::En => "No sum: these are of 5 stages, which never mix.",
        Lang::Uk => "Суми немає: тут 5 стадій, а вони не змішуються.",
    };
    user.sees(choose_one);
    let name = pledgebook::text::words::stage(stage, user.texts());
    user.clicks_chip(&name);
    user.sees_not(choose_one);
    let opens = match lang {
        Lang::En => "82 shown, open derivation",
        Lang::Uk => "Показано 82",
    };
    user.clicks_first_that_says(opens);
    let place = user.app().place().clone();
    assert_eq!((place.page, place.dock), (Page::Ledger, Dock::Derivation));
    let tree = place.derivation.unwrap();
    assert!(
        matches!(tree.step, Step::Chosen { stage: its, entries: 82, .. } if its == stage),
        "{:?}",
        tree.step
    );
}

#[test]
fn several_stages_have_no_sum_and_one_has_a_sum_that_opens_its_derivation() {
    one_stage_has_a_sum_that_opens(Lang::En, Stage::Allocated);
    one_stage_has_a_sum_that_opens(Lang::Uk, Stage::Allocated);
}

#[test]
fn running_totals_are_said_not_to_be_added() {
    let mut window = looked_at("stage=delivered");
    assert!(sees(&window, "not added: 76 running totals"));
    window.state_mut().pane.view = LedgerView::from_text("stage=pledged&record=package").unwrap();
    window.run();
    assert!(!sees(&window, "running totals"));
}

#[test]
fn a_click_orders_and_with_shift_adds_an_order_whose_rank_is_shown() {
    let mut window = page();
    let stage = window.get_by_role_and_label(Role::Button, "Stage");
    stage.click();
    window.run();
    let amount = window.get_by_role_and_label(Role::Button, "Amount, EUR");
    amount.click_modifiers(Modifiers::SHIFT);
    window.run();
    assert_eq!(window.state().pane.view.to_text(), "sort=stage,-amount");
    let first = cells(&window, 0);
    assert_eq!(first[4], "pledged", "{first:?}");
    let of = |name: &str| {
        let headers = window.get_all_by_role(Role::ColumnHeader);
        let mut of_name = headers.filter(|h| h.accesskit_node().label().as_deref() == Some(name));
        of_name.next().unwrap().accesskit_node().sort_direction()
    };
    assert_eq!(of("Stage"), Some(Ascending));
    assert_eq!(of("Amount, EUR"), Some(Descending));
    assert_eq!(of("Party"), None);
}

#[test]
fn the_table_is_walked_chosen_copied_and_opened_by_keyboard_alone() {
    let mut window = looked_at("sort=id&columns=id,party,amount");
    focus(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Space);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert!(sees(&window, "2 selected"));
    let text = copied(&mut window);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert_eq!(
        lines[0],
        "Id\tParty\tAmount, EUR: at least\tAmount, EUR: at most\tAmount"
    );
    assert!(lines[1].starts_with("be-a02\tBelgium\t"), "{text}");
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert!(sees(&window, "336 selected"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!sees(&window, "selected"));
    press(&mut window, Modifiers::NONE, Key::Home);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let opened = asked(&mut window);
    let key = RecordKey::new(Kind::Aid, "be-a01");
    assert_eq!(opened, [Action::OpenRecord(key, None)]);
    // From the amount the keys lead to where it comes from.
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    let explained = asked(&mut window);
    assert!(
        matches!(explained.as_slice(), [Action::Explain(_)]),
        "{explained:?}"
    );
    // And they order by the column that they stand on.
    press(&mut window, Modifiers::NONE, Key::S);
    assert_eq!(
        window.state().pane.view.rank(LedgerColumn::Amount),
        Some((1, true))
    );
}

#[test]
fn a_click_chooses_a_row_and_its_words_lead_on() {
    let mut window = looked_at("sort=id&columns=id,party,amount,summary");
    let cell = |window: &Window, words: &str| {
        let cells = window.get_all_by_role(Role::Cell);
        let mut with = cells.filter(|c| c.accesskit_node().label().as_deref() == Some(words));
        with.next().unwrap().rect()
    };
    let at = cell(&window, "be-a01");
    let click = |window: &mut Window, pos: egui::Pos2| {
        window.event(egui::Event::PointerMoved(pos));
        window.run();
        for pressed in [true, false] {
            window.event(egui::Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        window.run();
    };
    // Beside the words the row is chosen.
    click(&mut window, at.right_center() - egui::vec2(4.0, 0.0));
    assert!(sees(&window, "1 selected"));
    assert!(asked(&mut window).is_empty());
    // The keys go on from where it was clicked.
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert!(sees(&window, "2 selected"));
    click(&mut window, at.left_center() + egui::vec2(14.0, 0.0));
    let opened = asked(&mut window);
    let key = RecordKey::new(Kind::Aid, "be-a01");
    assert_eq!(opened, [Action::OpenRecord(key, None)]);
    let party = cell(&window, "Belgium");
    click(&mut window, party.left_center() + egui::vec2(14.0, 0.0));
    let shown = asked(&mut window);
    assert_eq!(shown, [Action::SelectParty(PartyId::new("BE").unwrap())]);
}

#[test]
fn chosen_entries_stay_chosen_in_another_order_and_are_let_go_when_they_are_hidden() {
    let mut window = looked_at("sort=id");
    focus(&mut window);
    press(&mut window, Modifiers::NONE, Key::Space);
    assert!(sees(&window, "1 selected"));
    window.state_mut().pane.view = LedgerView::from_text("sort=-amount").unwrap();
    window.run();
    assert!(sees(&window, "1 selected"));
    window.state_mut().pane.view = LedgerView::from_text("party=LT").unwrap();
    window.run();
    assert!(!sees(&window, "selected"));
}

#[test]
fn a_column_is_narrowed_by_words_and_the_filter_is_taken_back() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    user.clicks_the(Role::Button, "Filter Id");
    user.types("Words in: Id", "lt-a1");
    user.sees("of 336 entries");
    user.presses(Key::Escape);
    user.clicks_what_begins(Role::Button, "Take the filter away: Id");
    user.sees("336 entries").sees_not("of 336 entries");
}

#[test]
fn the_page_has_a_search_of_its_own_that_folds_letters() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    user.presses_with(Modifiers::COMMAND, Key::F);
    user.types_here("ЛИТВА");
    user.sees("of 336 entries").sees("lt-a01");
    // What nobody wrote is found nowhere; the page says how to go on.
    user.types_anew("Find in the table", "qqq");
    user.sees("No entry matches");
    user.clicks("Show all entries");
    user.sees("336 entries");
}

#[test]
fn the_table_follows_the_country_list_where_it_is_asked_to() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    user.types("Search parties", "lithua");
    user.sees_not("of 336 entries");
    user.clicks_chip("Parties in the list (1)");
    user.sees("of 336 entries");
    let cells = user.named(Role::Cell, "Germany");
    assert!(cells.is_empty(), "{cells:?}");
}

#[test]
fn columns_are_hidden_moved_and_widened_and_stay_so() {
    let mut user = User::opens_sample();
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    user.clicks_the(Role::Button, "Columns");
    user.clicks_the(Role::CheckBox, "Id");
    user.clicks_the(Role::Button, "Move Stage up");
    user.clicks_the(Role::Button, "Make Party wider");
    user.clicks_the(Role::Button, "Keep one more column in view");
    user.presses(Key::Escape);
    let headers = user.named(Role::ColumnHeader, "");
    assert_eq!(headers[..4], ["Party", "Announced", "Stage", "Amount, EUR"]);
    user.does(Action::Do(pledgebook::ui::action::Verb::LanguageEnglish));
    let layout = &user.app().prefs().ledger;
    assert!(!layout.columns.contains(&LedgerColumn::Id));
    assert_eq!(layout.frozen, 2);
    assert!(layout.widths[&LedgerColumn::Party] > 140.0);
}

#[test]
fn a_border_is_dragged_and_two_clicks_put_it_back() {
    let mut window = page();
    let rect = window
        .get_by_role_and_label(Role::ColumnHeader, "Party")
        .rect();
    let from = egui::pos2(rect.right(), rect.center().y);
    let button = |window: &mut Window, pos, pressed| {
        window.event(egui::Event::PointerMoved(pos));
        window.event(egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.run();
    };
    window.event(egui::Event::PointerMoved(from));
    window.run();
    button(&mut window, from, true);
    button(&mut window, from + egui::vec2(60.0, 0.0), false);
    let layout = window.state().pane.layout();
    let wide = layout.widths.get(&LedgerColumn::Party).copied();
    assert!(wide.is_some_and(|wide| wide > 180.0), "{wide:?}");
    assert!(window.state().pane.view.rank(LedgerColumn::Party).is_none());
}

#[test]
fn of_a_large_book_only_the_rows_in_view_are_laid_out() {
    let dataset = Arc::new(generate::dataset(5_000));
    let assumptions = Assumptions::of(&dataset);
    let mut window = page_over(Arc::new(Ledger::new(dataset, assumptions)));
    assert!(sees(&window, "5 000 entries"));
    let rows = window.get_all_by_role(Role::Row).count();
    assert!((10..60).contains(&rows), "{rows}");
    focus(&mut window);
    press(&mut window, Modifiers::NONE, Key::End);
    let grid = window.get_by_role(Role::Grid);
    assert_eq!(grid.accesskit_node().data().row_count(), Some(5_000));
    let last = window.get_all_by_role(Role::Row).count();
    assert!((10..60).contains(&last), "{last}");
    let indices = window.get_all_by_role(Role::Row);
    let indices = indices.filter_map(|row| row.accesskit_node().data().row_index());
    assert_eq!(indices.max(), Some(4_999));
}

#[test]
fn a_book_without_aid_says_so() {
    let book = Arc::new(pledgebook::model::Dataset::default());
    let assumptions = Assumptions::of(&book);
    let window = page_over(Arc::new(Ledger::new(book, assumptions)));
    assert!(sees(&window, "No aid entry is recorded"));
}

#[test]
fn the_page_speaks_ukrainian() {
    let mut user = User::opens_sample_in(Lang::Uk);
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    user.sees("336 записів").sees("Клацання обирає рядок");
    user.sees_not("ledger-");
}

fn picture_of_the_page(habits: Habits, stage: &str, name: &str) {
    let mut user = User::with(habits, None);
    user.presses_with(Modifiers::COMMAND, Key::Num3);
    if !stage.is_empty() {
        user.clicks_chip(stage);
    }
    user.picture(name);
}

#[test]
fn the_page_by_day() {
    picture_of_the_page(Habits::default(), "", "ledger-light");
}

#[test]
fn the_page_by_night_in_ukrainian() {
    let habits = Habits {
        lang: Lang::Uk,
        dark: true,
    };
    picture_of_the_page(habits, "виділено", "ledger-dark-uk");
}
