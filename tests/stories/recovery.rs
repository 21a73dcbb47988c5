//! After a crash: what was not saved is offered, and nothing is lost by looking at it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{self, Key, Modifiers, Role};
use pledgebook::edit;
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::report::recovery::{Became, ConflictInWords, LeftInWords, TypedText};
use pledgebook::session::Session;
use pledgebook::store::disk::{Disk, RealDisk, Step};
use pledgebook::text::{Lang, Texts};
use pledgebook::ui::chooser::{Ask, Choice};
use pledgebook::ui::dialogs::{Dialog, Dialogs, RecoveryDialog};
use pledgebook::ui::{PaneCtx, Place, Verb};

use super::saving::{ENTRY, OTHER, summary};
use crate::common::alone;
use crate::common::picture::picture;
use crate::common::user::{Habits, User};

fn copy(user: &User) -> PathBuf {
    user.folder().join("copy.ron")
}

fn said(user: &User, id: &str) -> String {
    user.app().session().dataset().aid[id].summary.clone()
}

/// Two changes of a copy of the sample, the first of which is saved, and the end.
fn left_unsaved(lang: Lang) -> User {
    let mut user = User::opens_a_copy_in(lang);
    user.changes(ENTRY, "Saved");
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    user.changes(ENTRY, "Not saved").changes(OTHER, "Neither");
    user.crashes_and_starts_again()
}

fn presses_button(user: &mut User, id: &str) {
    let name = user.text(id);
    user.clicks_the(Role::Button, &name).waits();
}

fn a_crash_loses_nothing(lang: Lang) {
    let mut user = left_unsaved(lang);
    let (title, listed) = match lang {
        Lang::En => ("copy.ron was not saved", "2 changes are not saved"),
        Lang::Uk => ("copy.ron не збережено", "Не збережено 2 зміни"),
    };
    user.sees(title).sees(listed);
    let as_it_was = user.text("recovery-as-it-was");
    user.sees(&as_it_was);
    presses_button(&mut user, "recovery-apply");
    user.sees_not(title);
    assert_eq!(said(&user, ENTRY), "Not saved");
    assert_eq!(said(&user, OTHER), "Neither");
    assert!(user.app().title().starts_with("• "));
    assert!(user.app().title().ends_with("copy.ron"));
    // The history is there, also that of what was saved.
    assert_eq!(user.app().session().history().done(), 3);
    for _ in 0..2 {
        user.presses_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(said(&user, ENTRY), "Saved");
    assert!(!user.app().session().is_modified());
    for _ in 0..2 {
        user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    let path = copy(&user);
    assert_eq!(summary(&path, OTHER), "Neither");
    // What is saved is not offered; the history is there all the same.
    let mut user = user.crashes_and_starts_again();
    user.sees_not(title);
    user.does(pledgebook::ui::Action::OpenFile(path)).waits();
    assert_eq!(user.app().session().history().done(), 3);
    assert!(!user.app().session().is_modified());
}

#[test]
fn what_was_not_saved_before_a_crash_is_offered_and_applied_with_its_history() {
    a_crash_loses_nothing(Lang::En);
    a_crash_loses_nothing(Lang::Uk);
}

#[test]
fn another_crash_after_applying_offers_it_again() {
    let mut user = left_unsaved(Lang::En);
    presses_button(&mut user, "recovery-apply");
    user.changes(OTHER, "One more");
    let mut user = user.crashes_and_starts_again();
    user.sees("3 changes are not saved");
    presses_button(&mut user, "recovery-apply");
    assert_eq!(said(&user, OTHER), "One more");
}

#[test]
fn later_means_at_the_next_start_or_by_the_menu() {
    let mut user = left_unsaved(Lang::En);
    user.presses(Key::Escape).waits();
    user.sees_not("was not saved");
    user.chooses("menu-file", "menu-recover").waits();
    user.sees("copy.ron was not saved");
    user.presses(Key::Escape).waits();
    let mut user = user.crashes_and_starts_again();
    user.sees("copy.ron was not saved");
    // By keyboard alone.
    user.presses(Key::Enter).waits();
    assert_eq!(said(&user, OTHER), "Neither");
}

#[test]
fn the_open_document_is_not_offered_to_itself_nor_to_another_window() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "Not saved").waits();
    user.does(Verb::Recover).waits();
    let nothing = user.text("notice-nothing-left");
    user.sees(&nothing);
}

#[test]
fn what_is_thrown_away_is_not_offered_again() {
    let mut user = left_unsaved(Lang::En);
    presses_button(&mut user, "recovery-throw-away");
    user.sees_not("was not saved");
    let user = user.crashes_and_starts_again();
    assert!(!user.can_see("was not saved"));
    let path = copy(&user);
    assert_eq!(summary(&path, ENTRY), "Saved");
}

#[test]
fn leaving_without_saving_leaves_nothing_to_offer() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "Not saved");
    user.chooses("menu-file", "menu-open-sample").waits();
    presses_button(&mut user, "leave-drop");
    assert!(user.app().session().is_sample());
    let path = copy(&user);
    let mut user = user.crashes_and_starts_again();
    user.sees_not("was not saved");
    // Opened again, it can still be done again.
    user.does(pledgebook::ui::Action::OpenFile(path)).waits();
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(said(&user, ENTRY), "Not saved");
}

#[test]
fn reading_the_file_again_keeps_the_history_to_be_done_again() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "Not saved");
    user.chooses("menu-file", "menu-revert").waits();
    let drop = user.text("revert-title");
    assert!(!drop.is_empty());
    user.clicks_what_begins(Role::Button, "Drop").waits();
    assert!(!user.app().session().is_modified());
    user.presses_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(said(&user, ENTRY), "Not saved");
    let mut user = user.crashes_and_starts_again();
    user.sees("1 change is not saved");
}

#[test]
fn a_copy_of_what_was_not_saved_leaves_the_document_as_it_is() {
    let mut user = left_unsaved(Lang::En);
    user.will_choose(Choice::Cancelled);
    presses_button(&mut user, "recovery-save-copy");
    user.sees("copy.ron was not saved");
    let other = user.folder().join("other.ron");
    user.will_choose(Choice::Chosen(other.clone()));
    presses_button(&mut user, "recovery-save-copy");
    let asked = user.was_asked();
    assert_eq!(asked, [Ask::SaveRecovered, Ask::SaveRecovered]);
    user.sees_not("was not saved");
    assert_eq!(summary(&other, OTHER), "Neither");
    assert_eq!(summary(&copy(&user), ENTRY), "Saved");
    let user = user.crashes_and_starts_again();
    assert!(!user.can_see("was not saved"));
}

#[test]
fn a_document_that_is_gone_comes_back_unsaved() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "Not saved");
    let folder = user.crashes();
    fs::remove_file(folder.path().join("copy.ron")).unwrap();
    let mut user = User::starts_in(folder, Habits::default(), None, |_| {});
    user.waits();
    let gone = user.text("recovery-gone");
    user.sees(&gone);
    presses_button(&mut user, "recovery-apply");
    assert_eq!(said(&user, ENTRY), "Not saved");
    assert_eq!(user.app().session().path(), None);
    assert!(user.app().title().starts_with("• "));
    // And again after another crash, until it is saved somewhere.
    let mut user = user.crashes_and_starts_again();
    let never = user.text("recovery-never-saved");
    user.sees(&never);
    presses_button(&mut user, "recovery-apply");
    let path = user.folder().join("again.ron");
    user.will_choose(Choice::Chosen(path.clone()));
    user.presses_with(Modifiers::COMMAND, Key::S).waits();
    assert_eq!(summary(&path, ENTRY), "Not saved");
    let user = user.crashes_and_starts_again();
    assert!(!user.can_see("was not saved"));
}

/// Changes a value of an entry in a file, as another program.
fn changed_by_another(path: &Path, id: &str, text: &str) {
    let mut session = Session::open(path, &RealDisk).unwrap();
    let key = edit::Key::new(edit::Kind::Aid, id);
    let value = Some(serde_json::Value::from(text));
    let field = "summary".parse().unwrap();
    let command = edit::field::set(session.dataset(), &key, &field, value).unwrap();
    session.apply(command).unwrap();
    let unread = pledgebook::session::Unread::Refuse;
    session.save_as(path, unread, &RealDisk).unwrap();
}

fn changed_since(theirs: &[(&str, &str)]) -> User {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "Mine");
    let folder = user.crashes();
    for (id, text) in theirs {
        changed_by_another(&folder.path().join("copy.ron"), id, text);
    }
    let mut user = User::starts_in(folder, Habits::default(), None, |_| {});
    user.waits();
    user
}

#[test]
fn changes_are_put_onto_a_file_that_another_program_changed() {
    let mut user = changed_since(&[(OTHER, "Theirs")]);
    let changed = user.text("recovery-changed");
    user.sees(&changed);
    presses_button(&mut user, "recovery-apply");
    assert_eq!(said(&user, ENTRY), "Mine");
    assert_eq!(said(&user, OTHER), "Theirs");
    assert_eq!(user.app().session().history().done(), 1, "as one step");
    let mut user = user.crashes_and_starts_again();
    user.sees("1 change is not saved");
    presses_button(&mut user, "recovery-apply");
    assert_eq!(said(&user, ENTRY), "Mine");
}

#[test]
fn where_both_changed_a_record_the_user_chooses() {
    for (side, expected) in [("Mine", "Mine"), ("The file’s", "Theirs")] {
        let mut user = changed_since(&[(ENTRY, "Theirs"), (OTHER, "Theirs too")]);
        user.sees("1 record was changed by you and in the file");
        presses_button(&mut user, "recovery-apply");
        user.sees("copy.ron was not saved");
        user.clicks_what_begins(Role::RadioButton, side);
        presses_button(&mut user, "recovery-apply");
        assert_eq!(said(&user, ENTRY), expected);
        assert_eq!(said(&user, OTHER), "Theirs too");
        let user = user.crashes_and_starts_again();
        assert_eq!(user.can_see("was not saved"), expected == "Mine");
    }
}

#[test]
fn several_documents_are_offered_one_after_the_other_and_none_replaces_another_unasked() {
    let mut user = User::opens_a_copy_in(Lang::En);
    user.changes(ENTRY, "First");
    let folder = user.crashes();
    let second = folder.path().join("second.ron");
    fs::copy(folder.path().join("copy.ron"), &second).unwrap();
    let mut user = User::starts_in(folder, Habits::default(), Some(second), |_| {});
    user.waits().presses(Key::Escape).waits();
    user.changes(ENTRY, "Second");
    let mut user = user.crashes_and_starts_again();
    user.sees("1 more document was not saved");
    user.sees("second.ron was not saved");
    presses_button(&mut user, "recovery-apply");
    assert_eq!(said(&user, ENTRY), "Second");
    user.sees("copy.ron was not saved");
    presses_button(&mut user, "recovery-apply");
    user.sees("Save the changes to second.ron?");
    let cancel = user.text("dialog-cancel");
    user.clicks_the(Role::Button, &cancel).waits();
    assert_eq!(said(&user, ENTRY), "Second");
    user.sees("copy.ron was not saved");
    presses_button(&mut user, "recovery-apply");
    presses_button(&mut user, "leave-save");
    assert_eq!(said(&user, ENTRY), "First");
    let second = user.folder().join("second.ron");
    assert_eq!(summary(&second, ENTRY), "Second");
}

#[test]
fn what_was_typed_and_is_no_value_yet_comes_back_into_its_field() {
    let mut user = User::opens_a_copy_in(Lang::En);
    let opens_form = |user: &mut User| {
        user.presses_with(Modifiers::COMMAND, Key::G);
        user.types_here(ENTRY);
        user.presses(Key::Enter);
    };
    opens_form(&mut user);
    user.types_anew("Amount", "12 somethings");
    user.rests_for(2.0);
    let mut user = user.crashes_and_starts_again();
    user.sees("12 somethings");
    presses_button(&mut user, "recovery-apply");
    opens_form(&mut user);
    assert_eq!(user.field("Amount").as_deref(), Some("12 somethings"));
    // And it is not forgotten by being looked at.
    user.rests_for(2.0);
    let mut user = user.crashes_and_starts_again();
    user.sees("12 somethings");
}

/// A disk on which the journals' folder is full, as long as the story says so.
struct FullDisk(Arc<AtomicBool>);

impl Disk for FullDisk {
    fn before(&self, step: Step, path: &Path) -> io::Result<()> {
        let of_journals = path.components().any(|part| part.as_os_str() == "journals");
        let writes = !matches!(step, Step::Stamp | Step::Read | Step::List);
        if of_journals && writes && self.0.load(Ordering::SeqCst) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}

#[test]
fn that_changes_are_not_protected_is_told_and_also_when_they_are_again() {
    let full = Arc::new(AtomicBool::new(true));
    let disk = FullDisk(Arc::clone(&full));
    let mut user = User::starts(Habits::default(), None, |setup| {
        setup.disk = Arc::new(disk);
    });
    user.saves_a_copy();
    user.changes(ENTRY, "One")
        .waits_for("changes are not protected");
    full.store(false, Ordering::SeqCst);
    user.changes(ENTRY, "Two");
    let again = user.text("notice-protected-again");
    user.waits_for(&again);
    let mut user = user.crashes_and_starts_again();
    user.sees("2 changes are not saved");
}

/// The question about a document of which much was left.
fn question(conflicts: usize) -> RecoveryDialog {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let conflict = |record: &str| ConflictInWords {
        record: record.to_owned(),
        mine: "changed: amount, summary".to_owned(),
        theirs: "removed".to_owned(),
    };
    let all = [
        "Latvia’s 2024 pledge (lv-a02)",
        "Latvia’s 2025 pledge (lv-a03)",
    ];
    let conflicts: Vec<ConflictInWords> = all.into_iter().take(conflicts).map(conflict).collect();
    RecoveryDialog {
        left: LeftInWords {
            name: "угоди.ron".to_owned(),
            path: Some("C:\\Users\\Olena\\Documents\\угоди.ron".to_owned()),
            at: None,
            became: if conflicts.is_empty() {
                Became::AsItWas
            } else {
                Became::Changed
            },
            done: words(&[
                "Change of Latvia’s 2024 pledge: amount",
                "Change of Latvia’s 2024 pledge: summary",
                "Removal of 3 aid entries",
            ]),
            taken_back: words(&["New source"]),
            earlier: true,
            typed: vec![TypedText {
                record: "Latvia’s 2025 pledge (lv-a03)".to_owned(),
                field: "Date".to_owned(),
                text: "mid June".to_owned(),
            }],
            lost: 2,
        },
        when: Some("1 Mar 2026, 14:30".to_owned()),
        sides: vec![None; conflicts.len()],
        conflicts,
        more: 1,
    }
}

fn picture_of_the_question(lang: Lang, theme: egui::Theme, conflicts: usize, name: &str) {
    let mut dialogs = Dialogs::default();
    dialogs.push(Dialog::Recovery(Box::new(question(conflicts))));
    let session = Session::sample();
    let assumptions = Assumptions::of(session.dataset());
    let ledger = Arc::new(Ledger::new(Arc::clone(session.dataset()), assumptions));
    let size = egui::vec2(820.0, 640.0);
    let paint = |dialogs: &mut Dialogs, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>| {
        dialogs.ui(ui.ctx(), ctx.texts, ctx.theme);
    };
    let mut window = alone(dialogs, ledger, Place::default(), size, theme, paint);
    window.state_mut().host.texts = Texts::new(lang);
    window.run();
    picture(&mut window, name);
}

#[test]
fn the_question_about_what_was_not_saved_and_what_another_program_changed() {
    picture_of_the_question(Lang::En, egui::Theme::Light, 2, "recovery-light");
}

#[test]
fn the_question_about_what_was_not_saved() {
    picture_of_the_question(Lang::Uk, egui::Theme::Dark, 0, "recovery-uk-dark");
}
