//! Records are read and changed in their form and where they stand.

use std::path::PathBuf;

use eframe::egui::{Key, Modifiers, Role};
use pledgebook::edit::{AnyRecord, Key as RecordKey, Kind, field};
use pledgebook::text::Lang;
use pledgebook::ui::chooser::Choice;
use serde_json::Value;

use crate::common::user::{Habits, User};

/// The bundled dataset in a file of the user's own.
fn editing_in(habits: Habits) -> User {
    let mut user = User::with(habits, None);
    let path: PathBuf = user.folder().join("book.ron");
    user.will_choose(Choice::Chosen(path));
    let save = user.text("status-save-copy");
    user.clicks(&save).waits();
    user
}

fn editing() -> User {
    editing_in(Habits::default())
}

/// Opens the form of a record by its id, with the keyboard.
fn opens_form(user: &mut User, id: &str) {
    user.presses_with(Modifiers::COMMAND, Key::G);
    user.types_here(id);
    user.presses(Key::Enter);
}

/// What stands in the document.
fn stands(user: &User, kind: Kind, id: &str, path: &str) -> Value {
    let record = AnyRecord::of(user.app().session().dataset(), &RecordKey::new(kind, id));
    let tree = record.unwrap().to_tree();
    let path = path.parse().unwrap();
    field::value(&tree, &path).cloned().unwrap_or_default()
}

fn is_there(user: &User, kind: Kind, id: &str) -> bool {
    AnyRecord::is_in(user.app().session().dataset(), &RecordKey::new(kind, id))
}

fn steps(user: &User) -> usize {
    user.app().session().history().done()
}

#[test]
fn a_summary_is_typed_into_the_document_as_one_step_that_undo_takes_back() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    let before = stands(&user, Kind::Aid, "lt-a03", "summary");
    user.types_anew("Summary", "Support");
    user.rests_for(0.7);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "summary"), "Support");
    user.types_here(" of two years");
    user.rests_for(0.7);
    assert_eq!(
        stands(&user, Kind::Aid, "lt-a03", "summary"),
        "Support of two years"
    );
    assert_eq!(steps(&user), 1);
    // The field still has the focus, and holds nothing that the document does not.
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "summary"), before);
    assert_eq!(user.field("Summary").as_deref(), before.as_str());
}

#[test]
fn while_a_text_is_typed_undo_belongs_to_it() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    user.types_anew("Amount", "12 mln EUR");
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(steps(&user), 0);
    assert_ne!(user.field("Amount").as_deref(), Some("12 mln EUR"));
}

#[test]
fn escape_brings_back_what_stood_before_also_what_was_put_in_while_typing() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    let before = stands(&user, Kind::Aid, "lt-a03", "summary");
    user.types_anew("Summary", "Something else");
    user.rests_for(0.7);
    user.presses(Key::Escape);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "summary"), before);
    user.types_anew("Amount", "1 EUR");
    user.presses(Key::Escape);
    assert_eq!(user.app().session().drafts().len(), 0);
    assert_eq!(steps(&user), 0);
}

#[test]
fn an_amount_is_read_back_before_it_counts() {
    let mut user = editing();
    opens_form(&mut user, "se-a01");
    let before = stands(&user, Kind::Aid, "se-a01", "figure.amount");
    user.types_anew("Amount", "1,5 mlrd kr");
    user.sees("= SEK 1.5 bn · exact · ");
    assert_eq!(stands(&user, Kind::Aid, "se-a01", "figure.amount"), before);
    user.presses(Key::Enter);
    let amount = stands(&user, Kind::Aid, "se-a01", "figure.amount");
    assert!(amount.to_string().contains("1 500 000 000 SEK"), "{amount}");
    assert_eq!(steps(&user), 1);
}

#[test]
fn an_ambiguous_amount_is_asked_about_and_counts_when_it_is_answered() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    let before = stands(&user, Kind::Aid, "lt-a03", "figure.amount");
    user.types_anew("Amount", "1.500 EUR");
    let question = user.text("record-which");
    user.sees(&question);
    user.presses(Key::Enter);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "figure.amount"), before);
    user.clicks_first_that_says("€1 500 ");
    let amount = stands(&user, Kind::Aid, "lt-a03", "figure.amount");
    assert!(amount.to_string().contains("1 500 EUR"), "{amount}");
    user.sees_not(&question);
    assert!(user.app().session().drafts().is_empty());
}

#[test]
fn a_text_that_cannot_be_read_is_kept_and_is_there_after_other_records_and_undo() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    user.types_anew("Amount", "a lot of money");
    user.presses(Key::Tab);
    user.sees("1 unfinished text");
    assert_eq!(user.app().drafts().len(), 1);
    opens_form(&mut user, "lt-a04");
    user.types_anew("Summary", "Other words");
    user.presses(Key::Enter);
    user.presses_with(Modifiers::COMMAND, Key::Z);
    let derivation = user.text("dock-derivation");
    user.clicks(&derivation);
    user.chooses("menu-view", "menu-language-ukrainian");
    user.clicks("1 незавершений текст");
    assert_eq!(user.field("Сума").as_deref(), Some("a lot of money"));
    user.sees("lt-a03");
}

#[test]
fn what_is_typed_survives_a_reload() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    user.types_anew("Amount", "a lot of money");
    user.presses(Key::Tab);
    user.presses_with(Modifiers::COMMAND, Key::R).waits();
    user.clicks("1 unfinished text");
    assert_eq!(user.field("Amount").as_deref(), Some("a lot of money"));
    assert_eq!(user.app().session().drafts().len(), 1);
    user.clicks("Throw the text away");
    assert!(user.app().session().drafts().is_empty());
}

#[test]
fn what_is_being_typed_is_in_the_file_when_it_is_saved() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    user.types_anew("Amount", "77 mln EUR 2024");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let text = std::fs::read_to_string(user.folder().join("book.ron")).unwrap();
    assert!(text.contains("77 000 000 EUR"), "the file lacks the amount");
}

#[test]
fn a_status_is_added_with_its_evidence() {
    let mut user = editing();
    opens_form(&mut user, "lt-2024-c02");
    user.reaches(Role::Button, "Add: status");
    user.picks("New: status › how far it got", "fulfilled");
    user.types("New: status › as of", "31 Dec 2024");
    user.types(
        "New: status › summary",
        "More was sent than the year before.",
    );
    user.presses(Key::Tab);
    user.reaches(Role::Button, "Add");
    let status = stands(&user, Kind::Commitment, "lt-2024-c02", "status");
    assert_eq!(status.as_array().unwrap().len(), 1, "{status}");
    assert_eq!(status[0]["date"], "2024-12-31");
    assert_eq!(steps(&user), 1);
    assert!(user.app().session().drafts().is_empty());
    // Its evidence.
    user.reaches(Role::Button, "Add: citation");
    user.picks("Status 1 › citation › source", "lt-s02");
    let source = stands(
        &user,
        Kind::Commitment,
        "lt-2024-c02",
        "status[0].cite.source",
    );
    assert_eq!(source, "lt-s02");
}

#[test]
fn an_entry_fulfils_a_commitment_with_a_share() {
    let mut user = editing();
    opens_form(&mut user, "lt-a09");
    let before = stands(&user, Kind::Aid, "lt-a09", "fulfils");
    let count = before.as_array().map_or(0, Vec::len);
    user.reaches(Role::Button, "Add: fulfils");
    user.picks("New: fulfils › commitment", "lt-2024-c03");
    user.reaches(Role::Button, "Add");
    let share = format!("Fulfils {} › share", count + 1);
    user.types_anew(&share, "40 %");
    user.presses(Key::Enter);
    let path = format!("fulfils[{count}]");
    let fulfils = stands(&user, Kind::Aid, "lt-a09", &path);
    assert_eq!(fulfils["commitment"], "lt-2024-c03");
    assert_eq!(fulfils["share"], "40");
}

#[test]
fn figures_that_disagree_are_told_with_the_reason_for_the_preferred_one() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    user.reaches(Role::Button, "Add: other figure");
    user.types("New: other figure › amount", "450 mln EUR 2022–2024");
    user.presses(Key::Enter);
    user.reaches(Role::Button, "Add");
    user.types("Why this figure", "The agreement itself says so.");
    user.presses(Key::Enter);
    let other = stands(&user, Kind::Aid, "lt-a03", "other_figures[0].figure.amount");
    assert!(other.to_string().contains("450 000 000 EUR"), "{other}");
    let why = stands(&user, Kind::Aid, "lt-a03", "preferred_because");
    assert_eq!(why, "The agreement itself says so.");
}

#[test]
fn a_package_becomes_a_running_total_and_back() {
    let mut user = editing();
    opens_form(&mut user, "lt-a08");
    let package = stands(&user, Kind::Aid, "lt-a08", "record");
    assert_eq!(package, "package");
    user.picks("Package or running total", "running total");
    user.types_anew("As counted on", "31.12.2024");
    user.presses(Key::Enter);
    let counted = stands(&user, Kind::Aid, "lt-a08", "record.as_counted_on");
    assert_eq!(counted, "2024-12-31");
    user.presses_with(Modifiers::COMMAND, Key::Z);
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(stands(&user, Kind::Aid, "lt-a08", "record"), package);
}

#[test]
fn a_new_aid_entry_says_what_must_be_known_and_guesses_nothing() {
    let mut user = editing();
    opens_form(&mut user, "LT");
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(user.field("Party").as_deref(), Some("LT · Lithuania"));
    assert_eq!(user.field("Stage").as_deref(), Some("Choose…"));
    user.sees("Still needed: package or running total, stage, type of aid, summary, amount");
    // The page that is shown was only a proposal: nothing is unfinished yet.
    user.sees_not("unfinished");
    user.picks("Package or running total", "package");
    user.picks("Stage", "pledged");
    user.picks("Type of aid", "military");
    user.types("Summary", "Ten thousand drones.");
    user.types("Amount", "€10m 2026");
    user.presses(Key::Enter);
    user.reaches(Role::Button, "Add");
    assert_eq!(steps(&user), 1);
    let form = user.app().place().form.clone().unwrap();
    assert!(form.id.starts_with("lt-a"), "{form}");
    assert_eq!(stands(&user, Kind::Aid, &form.id, "aid_type"), "military");
    assert!(user.app().session().drafts().is_empty());
    user.sees("Ten thousand drones.");
}

#[test]
fn a_record_that_is_half_made_is_kept() {
    let mut user = editing();
    user.chooses("menu-record", "menu-new-source");
    user.types("Title", "A speech");
    user.presses(Key::Tab);
    opens_form(&mut user, "lt-a03");
    user.sees("1 unfinished text");
    user.chooses("menu-record", "menu-new-source");
    assert_eq!(user.field("Title").as_deref(), Some("A speech"));
    let forget = user.text("record-make-forget");
    user.clicks(&forget);
    user.sees_not("unfinished");
}

#[test]
fn a_duplicate_has_an_id_of_its_own_and_opens() {
    let mut user = editing();
    opens_form(&mut user, "lt-a03");
    user.presses(Key::Escape);
    user.presses_with(Modifiers::COMMAND, Key::J);
    let form = user.app().place().form.clone().unwrap();
    assert_ne!(form.id, "lt-a03");
    assert_eq!(
        stands(&user, Kind::Aid, &form.id, "summary"),
        stands(&user, Kind::Aid, "lt-a03", "summary")
    );
}

#[test]
fn deleting_what_others_refer_to_asks_and_cuts_the_links_as_one_step() {
    let mut user = editing();
    let before = user.app().session().dataset().clone();
    opens_form(&mut user, "lt-s02");
    user.clicks_the(Role::Button, "Delete record…");
    user.sees("Delete source lt-s02?");
    user.sees("links lead there:");
    user.clicks_the(Role::Button, "Cancel");
    assert!(is_there(&user, Kind::Source, "lt-s02"));
    user.clicks_the(Role::Button, "Delete record…");
    user.clicks_the(Role::Button, "Cut the links and delete");
    assert!(!is_there(&user, Kind::Source, "lt-s02"));
    assert_eq!(steps(&user), 1);
    user.sees("source lt-s02 was deleted");
    user.presses_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(*user.app().session().dataset(), before);
}

#[test]
fn links_to_what_is_deleted_can_lead_to_another_record() {
    let mut user = editing();
    let cites = |user: &User, id: &str| {
        let all = &user.app().session().dataset().aid;
        let of = |entry: &&pledgebook::model::AidEntry| {
            entry
                .figure
                .cite
                .source
                .as_ref()
                .is_some_and(|s| s.as_str() == id)
        };
        all.values().filter(of).count()
    };
    let (one, two) = (cites(&user, "lt-s01"), cites(&user, "lt-s02"));
    assert!(one > 0);
    opens_form(&mut user, "lt-s01");
    user.clicks_the(Role::Button, "Delete record…");
    user.picks("Let them lead to", "lt-s02");
    user.clicks_the(Role::Button, "Move to lt-s02 and delete");
    assert!(!is_there(&user, Kind::Source, "lt-s01"));
    assert_eq!(cites(&user, "lt-s02"), one + two);
    assert_eq!(steps(&user), 1);
}

#[test]
fn what_nobody_refers_to_goes_without_a_question() {
    let mut user = editing();
    opens_form(&mut user, "lt-a09");
    user.clicks_the(Role::Button, "Delete record…");
    assert!(!is_there(&user, Kind::Aid, "lt-a09"));
    user.sees("aid entry lt-a09 was deleted");
}

#[test]
fn a_value_is_changed_where_it_stands() {
    let mut user = editing();
    user.clicks_what_begins(Role::ListBoxOption, "Lithuania");
    user.clicks_chip("Commitments ");
    user.double_clicks("Military aid for 2024 is to grow");
    user.types_here("!");
    user.presses(Key::Enter);
    let summary = stands(&user, Kind::Commitment, "lt-2024-c02", "summary");
    assert!(summary.as_str().unwrap().ends_with('!'), "{summary}");
    // Its form is not needed for that.
    assert_eq!(user.app().place().form, None);
}

#[test]
fn the_pencil_of_a_row_opens_its_form() {
    let mut user = editing();
    user.clicks_what_begins(Role::ListBoxOption, "Lithuania");
    user.clicks_chip("Sources ");
    user.clicks_the(Role::Button, "Edit source lt-s01");
    assert_eq!(
        user.app().place().form,
        Some(RecordKey::new(Kind::Source, "lt-s01"))
    );
    user.presses(Key::Escape);
    user.presses_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(user.app().place().form, None);
}

#[test]
fn the_sample_shows_its_records_and_offers_a_copy_to_edit() {
    let mut user = User::opens_sample();
    opens_form(&mut user, "lt-a03");
    user.sees("The sample is read-only");
    let summary = user.field("Summary").unwrap();
    user.types("Summary", "x");
    assert_eq!(user.field("Summary"), Some(summary));
    user.double_clicks("Total Lithuanian military support");
    let copies = user.counts("Save a copy to edit");
    assert!(copies >= 2, "{copies}");
}

#[test]
fn everything_is_done_by_the_keyboard_alone() {
    let mut user = editing();
    // A record is found, and its first field has the focus.
    opens_form(&mut user, "lt-a03");
    // Party, open party, record, since, as counted on, stage.
    for _ in 0..5 {
        user.presses(Key::Tab);
    }
    user.presses(Key::ArrowDown);
    user.presses(Key::ArrowUp);
    user.presses(Key::Enter);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "stage"), "allocated");
    user.presses(Key::Tab);
    user.presses(Key::Enter);
    user.presses(Key::ArrowDown);
    user.presses(Key::Enter);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "aid_type"), "financial");
    // In the page: the pencil of a row, F2, the value, Tab, the next value.
    user.presses_with(Modifiers::COMMAND, Key::Z);
    user.presses_with(Modifiers::COMMAND, Key::Z);
    user.focuses("Edit aid entry lt-a03");
    user.presses(Key::F2);
    user.presses_with(Modifiers::COMMAND, Key::A);
    user.types_here("May 2024");
    user.presses(Key::Tab);
    assert_eq!(stands(&user, Kind::Aid, "lt-a03", "date"), "2024-05");
    user.presses_with(Modifiers::COMMAND, Key::A);
    user.types_here("What was sent");
    user.presses(Key::Enter);
    assert_eq!(
        stands(&user, Kind::Aid, "lt-a03", "summary"),
        "What was sent"
    );
    // The row has the focus again.
    user.focuses("Edit aid entry lt-a09");
    user.presses(Key::Delete);
    assert!(!is_there(&user, Kind::Aid, "lt-a09"));
}

#[test]
fn records_are_edited_in_ukrainian() {
    let habits = Habits {
        lang: Lang::Uk,
        dark: false,
    };
    let mut user = editing_in(habits);
    user.presses_with(Modifiers::COMMAND, Key::G);
    user.types_here("литва безп");
    user.presses(Key::Escape);
    opens_form(&mut user, "lt-a03");
    user.types_anew("Сума", "до 3 млрд євро");
    user.sees("= ≤ 3 млрд € · до · ");
    user.presses(Key::Enter);
    let amount = stands(&user, Kind::Aid, "lt-a03", "figure.amount");
    assert!(amount.to_string().contains("3 000 000 000"), "{amount}");
}

fn form_of_an_entry(habits: Habits) -> User {
    let mut user = editing_in(habits);
    user.rests_for(7.0);
    opens_form(&mut user, "lt-a03");
    user.presses(Key::Escape);
    user
}

fn night_in_ukrainian() -> Habits {
    Habits {
        lang: Lang::Uk,
        dark: true,
    }
}

#[test]
fn a_form_by_day() {
    let mut user = form_of_an_entry(Habits::default());
    user.types_anew("Amount", "1.500 EUR");
    user.picture("record-light");
}

#[test]
fn a_form_by_night_in_ukrainian() {
    form_of_an_entry(night_in_ukrainian()).picture("record-dark-uk");
}

#[test]
fn a_list_to_pick_from_by_day() {
    let mut user = form_of_an_entry(Habits::default());
    user.reaches(Role::ComboBox, "Citation › source");
    user.types_here("president");
    user.picture("record-pick-light");
}

#[test]
fn a_new_record_by_night_in_ukrainian() {
    let mut user = editing_in(night_in_ukrainian());
    user.rests_for(7.0);
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    user.picture("record-new-dark-uk");
}

#[test]
fn what_becomes_of_links_is_asked_by_day() {
    let mut user = editing();
    user.rests_for(7.0);
    opens_form(&mut user, "lt-s02");
    user.clicks_the(Role::Button, "Delete record…");
    user.picture("record-delete-light");
}

#[test]
fn a_value_where_it_stands_by_day() {
    let mut user = editing();
    user.rests_for(7.0);
    user.clicks_what_begins(Role::ListBoxOption, "Lithuania");
    user.clicks_chip("Aid ");
    user.focuses("Edit aid entry lt-a03");
    user.presses(Key::F2);
    user.types_here("June 2024");
    user.picture("record-in-place-light");
}
