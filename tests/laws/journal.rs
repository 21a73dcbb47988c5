//! Journals: what was told reads back as the document and its history, whatever happened and
//! however often the log was begun anew.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use pledgebook::compare::{Onto, Side, becoming};
use pledgebook::edit::{Key, Path, Step, apply};
use pledgebook::session::Session;
use pledgebook::store::disk::RealDisk;
use pledgebook::store::journal::{Journal, Journals, State};
use proptest::prelude::*;

use super::edit::{Do, act, deeds, small_session};

fn time(after: usize) -> Timestamp {
    let begin: Timestamp = "2026-03-01T10:00:00Z".parse().unwrap();
    begin + SignedDuration::from_secs(i64::try_from(after).unwrap())
}

struct Told {
    _folder: tempfile::TempDir,
    journals: Journals,
    session: Session,
    journal: Journal,
}

/// Tells a journal what happens in a session.
fn told(deeds: &[Do], limit: u64) -> Told {
    let folder = tempfile::tempdir().unwrap();
    let journals = Journals::new(folder.path()).with_logs_up_to(limit);
    let mut session = small_session();
    let mut journal = session.journal(&journals, &RealDisk);
    for (number, deed) in deeds.iter().enumerate() {
        act(&mut session, deed);
        if number % 3 == 0 {
            let text = (number % 2 == 0).then(|| format!("35 m{number}"));
            session.draft(&Key::header(), &Path::default().field("about"), text);
        }
        let events = session.take_events();
        journal.log(events, time(number), &RealDisk).unwrap();
    }
    Told {
        _folder: folder,
        journals,
        session,
        journal,
    }
}

impl Told {
    /// What stands on the disk; none: nothing was worth it.
    fn read_back(&self) -> Option<State> {
        let folder = self.journal.folder()?;
        let key = folder.file_name().unwrap().to_str().unwrap();
        self.journals.read(key, &RealDisk).unwrap()
    }
}

fn steps(state: &pledgebook::edit::History) -> Vec<&Step> {
    state.steps().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_journal_reads_back_as_the_document_and_its_history(deeds in deeds()) {
        let told = told(&deeds, 1 << 30);
        let Some(state) = told.read_back() else {
            prop_assert!(!told.session.is_modified());
            return Ok(());
        };
        let (kept, live) = (state.history(), told.session.history());
        prop_assert_eq!(state.dataset(), told.session.dataset());
        prop_assert_eq!(steps(kept), steps(live));
        prop_assert_eq!(kept.done(), live.done());
        prop_assert_eq!(kept.saved_position(), live.saved_position());
        prop_assert_eq!(kept.is_modified(), live.is_modified());
        prop_assert_eq!(state.drafts(), told.session.drafts());
        // What is known of the file leads back to what the history says of it.
        if let Some(saved) = kept.saved_position() {
            let mut back = Session::recovered_alone(&state);
            back.jump(saved).unwrap();
            prop_assert_eq!(Some(back.dataset()), state.on_disk());
            let unsaved = state.unsaved();
            prop_assert_eq!(unsaved.count(), saved.abs_diff(live.done()));
        }
    }

    #[test]
    fn a_short_log_costs_old_steps_and_nothing_else(deeds in deeds()) {
        let told = told(&deeds, 30_000);
        let Some(state) = told.read_back() else {
            prop_assert!(!told.session.is_modified());
            return Ok(());
        };
        prop_assert_eq!(state.dataset(), told.session.dataset());
        prop_assert_eq!(state.drafts(), told.session.drafts());
        let (kept, live) = (state.history(), told.session.history());
        let missing = live.done() - kept.done();
        let all = steps(live);
        let there = steps(kept);
        let rest = &all[missing..missing + there.len()];
        prop_assert_eq!(there.as_slice(), rest, "the latest steps are there");
        let saved = live.saved_position().and_then(|saved| saved.checked_sub(missing));
        let there = saved.filter(|saved| *saved <= rest.len());
        prop_assert_eq!(kept.saved_position(), there);
        if !live.is_modified() && state.drafts().is_empty() {
            prop_assert!(!state.is_unsaved());
        }
        // And what is kept can be taken back and done again.
        let mut session = Session::recovered_alone(&state);
        session.jump(0).unwrap();
        session.jump(usize::MAX).unwrap();
        session.jump(kept.done()).unwrap();
        prop_assert_eq!(session.dataset(), state.dataset());
        let files = std::fs::read_dir(told.journal.folder().unwrap()).unwrap().count();
        prop_assert_eq!(files, 3, "lock, base, log");
    }

    #[test]
    fn changes_put_onto_a_changed_file_keep_both_sides(mine in deeds(), theirs in deeds()) {
        let mut session = small_session();
        let before = Arc::clone(session.dataset());
        for deed in &mine {
            act(&mut session, deed);
        }
        let mut other = small_session();
        for deed in &theirs {
            act(&mut other, deed);
        }
        let onto = Onto::new(Some(&before), session.dataset(), other.dataset());
        let put = |onto: &Onto, side: Side| {
            let sides = vec![side; onto.conflicts.len()];
            let mut data = pledgebook::model::Dataset::clone(other.dataset());
            if let Some(command) = onto.command(&sides, &data) {
                // Two new records of the same id and of different kinds cannot both be.
                if apply(&command.changes, &mut data).is_err() {
                    return None;
                }
            }
            Some(data)
        };
        if let Some(data) = put(&onto, Side::Mine) {
            for change in becoming(&before, session.dataset()) {
                let key = change.key();
                let of = |data| pledgebook::edit::AnyRecord::of(data, &key);
                prop_assert_eq!(of(&data), of(session.dataset()), "all of mine is there");
            }
        }
        if let Some(data) = put(&onto, Side::Theirs) {
            for change in becoming(&before, other.dataset()) {
                let key = change.key();
                let of = |data| pledgebook::edit::AnyRecord::of(data, &key);
                prop_assert_eq!(of(&data), of(other.dataset()), "all of theirs is there");
            }
        }
        // Where nobody else changed anything, nothing is asked and all of mine is there.
        let alone = Onto::new(Some(&before), session.dataset(), &before);
        prop_assert!(alone.conflicts.is_empty());
        let mut data = pledgebook::model::Dataset::clone(&before);
        if let Some(command) = alone.command(&[], &data) {
            apply(&command.changes, &mut data).unwrap();
        }
        prop_assert_eq!(&data, session.dataset().as_ref());
    }
}
