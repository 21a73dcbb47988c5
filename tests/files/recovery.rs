//! What is offered after a crash, and that a history outlives a restart.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use pledgebook::compare::Side;
use pledgebook::edit::{AnyRecord, Change, Command, Deed, Key, Kind, Label, Path};
use pledgebook::session::{Session, Unread};
use pledgebook::store::disk::{FailingDisk, RealDisk};
use pledgebook::store::format;
use pledgebook::store::hash::FileHash;
use pledgebook::store::journal::{DocumentNow, JournalWriter};

use super::journal::{Book, now, said, says, tell};
use super::{Scripted, read};

#[test]
fn what_was_not_saved_is_offered_with_its_history() {
    let book = Book::new();
    book.leaves_unsaved(&["a", "b", "c"]);
    let mut left = book.left();
    let left = left.remove(0);
    assert_eq!(left.document(), &DocumentNow::AsItWas);
    assert_eq!(left.state().at(), Some(now()));
    assert_eq!(left.state().path(), Some(book.path.as_path()));
    assert_eq!(left.state().unsaved().done.len(), 3);
    let opened = Session::open(&book.path, &RealDisk).unwrap();
    let mut session = opened.recovered(left.state());
    assert_eq!(said(session.dataset()), "c");
    assert!(session.is_modified());
    // It goes on in the same journal, so that another crash offers it again.
    let mut journal = left.go_on();
    session.undo().unwrap();
    tell(&mut session, &mut journal);
    drop(journal);
    assert_eq!(said(book.left()[0].state().dataset()), "b");
    session.jump(0).unwrap();
    assert!(!session.is_modified());
}

#[test]
fn what_was_saved_or_undone_or_thrown_away_is_not_offered() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    says(&mut session, "a");
    session
        .save_as(&book.path, Unread::Refuse, &RealDisk)
        .unwrap();
    tell(&mut session, &mut journal);
    drop(journal);
    assert!(book.left().is_empty());

    let (mut session, mut journal) = book.opens();
    says(&mut session, "b");
    session.undo().unwrap();
    tell(&mut session, &mut journal);
    drop(journal);
    assert!(book.left().is_empty());

    let (mut session, mut journal) = book.opens();
    says(&mut session, "b");
    says(&mut session, "a");
    tell(&mut session, &mut journal);
    drop(journal);
    assert!(book.left().is_empty(), "what cancels itself is no loss");

    let (mut session, mut journal) = book.opens();
    says(&mut session, "c");
    session.throw_away();
    tell(&mut session, &mut journal);
    drop(journal);
    assert!(book.left().is_empty());
    assert!(!book.journals.may_have_unsaved(&RealDisk));

    book.leaves_unsaved(&["d"]);
    let mut left = book.left();
    left[0].throw_away(now(), &RealDisk).unwrap();
    drop(left);
    assert!(book.left().is_empty());
}

#[test]
fn the_history_outlives_saving_and_a_restart() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    says(&mut session, "a");
    says(&mut session, "b");
    session
        .save_as(&book.path, Unread::Refuse, &RealDisk)
        .unwrap();
    tell(&mut session, &mut journal);
    drop(journal);

    let (mut session, mut journal) = book.opens();
    assert_eq!(session.history().done(), 2);
    assert!(!session.is_modified());
    session.undo().unwrap();
    assert!(session.is_modified());
    tell(&mut session, &mut journal);
    session
        .save_as(&book.path, Unread::Refuse, &RealDisk)
        .unwrap();
    tell(&mut session, &mut journal);
    drop(journal);

    let (mut session, _) = book.opens();
    assert_eq!(
        (session.history().done(), session.history().undone()),
        (1, 1)
    );
    session.redo().unwrap();
    assert_eq!(said(session.dataset()), "b");
}

#[test]
fn what_was_thrown_away_can_still_be_done_again_when_the_document_is_opened_next() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    says(&mut session, "a");
    session.draft(
        &Key::header(),
        &Path::default().field("about"),
        Some("typed".into()),
    );
    session.throw_away();
    tell(&mut session, &mut journal);
    drop(journal);
    let (mut session, mut journal) = book.opens();
    assert_eq!(
        (session.history().done(), session.history().undone()),
        (0, 1)
    );
    assert!(!session.is_modified() && session.drafts().is_empty());
    session.redo().unwrap();
    tell(&mut session, &mut journal);
    drop(journal);
    let left = book.left();
    assert_eq!(said(left[0].state().dataset()), "a");
    assert!(left[0].state().drafts().is_empty());
}

#[test]
fn a_file_that_is_another_one_begins_a_history_of_its_own() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    says(&mut session, "a");
    session
        .save_as(&book.path, Unread::Refuse, &RealDisk)
        .unwrap();
    tell(&mut session, &mut journal);
    drop(journal);
    let text = fs::read_to_string(&book.path).unwrap();
    fs::write(&book.path, text.replace("Drones.", "More drones.")).unwrap();
    let (mut session, mut journal) = book.opens();
    assert_eq!(session.history().steps().count(), 0);
    // Its journal takes the old one's place.
    says(&mut session, "b");
    tell(&mut session, &mut journal);
    assert_eq!(super::entries(book.journals.folder()).len(), 1);
    assert_eq!(
        super::entries(journal.folder().unwrap()),
        ["base-2.ron", "lock", "log-2.jsonl"]
    );
}

#[test]
fn a_document_saved_elsewhere_takes_its_history_with_it() {
    let book = Book::new();
    let mut session = Session::new_book("A new book");
    let mut journal = session.journal(&book.journals, &RealDisk);
    let mut header = session.dataset().header.clone();
    header.about = "About".into();
    let command = Command {
        label: Label::new(Deed::Changed, Key::header()),
        changes: vec![Change::put(AnyRecord::Header(header))],
        group: None,
    };
    session.apply(command).unwrap();
    tell(&mut session, &mut journal);
    let untitled = journal.folder().unwrap().to_owned();
    assert!(
        untitled
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("untitled-")
    );
    let path = book.folder.path().join("new.ron");
    session.save_as(&path, Unread::Refuse, &RealDisk).unwrap();
    tell(&mut session, &mut journal);
    assert!(!untitled.exists());
    drop(journal);
    assert!(book.left().is_empty());
    let mut session = Session::open(&path, &RealDisk).unwrap();
    let journal = session.journal(&book.journals, &RealDisk);
    assert_eq!(session.history().done(), 1);
    assert!(journal.folder().is_some());
}

#[test]
fn a_program_that_ends_between_saving_and_noting_it_offers_nothing() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    says(&mut session, "a");
    tell(&mut session, &mut journal);
    session
        .save_as(&book.path, Unread::Refuse, &RealDisk)
        .unwrap();
    drop(journal);
    // Opened at once, or looked for first: both find it.
    let (opened, journal) = book.opens();
    assert_eq!(opened.history().done(), 1);
    assert!(!opened.is_modified());
    drop(journal);
    assert!(book.journals.may_have_unsaved(&RealDisk));
    assert!(book.left().is_empty());
    assert!(!book.journals.may_have_unsaved(&RealDisk));
    let (opened, _) = book.opens();
    assert_eq!(opened.history().done(), 1);
}

#[test]
fn a_document_that_moved_or_changed_or_broke_is_told() {
    let book = Book::new();
    book.leaves_unsaved(&["a"]);
    let text = fs::read_to_string(&book.path).unwrap();
    let mut left = book.left().remove(0);
    fs::remove_file(&book.path).unwrap();
    assert!(left.look(&RealDisk));
    assert_eq!(left.document(), &DocumentNow::Gone);
    fs::write(&book.path, "roses are red").unwrap();
    assert!(left.look(&RealDisk));
    assert_eq!(left.document(), &DocumentNow::Unreadable);
    fs::write(&book.path, text.replace("\"EUR\"", "\"E1R\"")).unwrap();
    assert!(!left.look(&RealDisk), "in part is not whole");
    fs::write(&book.path, text.replace("Drones.", "More drones.")).unwrap();
    assert!(left.look(&RealDisk));
    let onto = left.onto().unwrap();
    assert!(onto.conflicts.is_empty());
    assert_eq!(onto.clean.len(), 1);
    fs::write(&book.path, &text).unwrap();
    assert!(left.look(&RealDisk));
    assert_eq!(left.document(), &DocumentNow::AsItWas);
    assert!(left.onto().is_none());
}

#[test]
fn a_record_that_was_changed_on_both_sides_is_a_conflict_and_the_user_chooses() {
    let book = Book::new();
    book.leaves_unsaved(&["mine"]);
    let text = fs::read_to_string(&book.path).unwrap();
    let theirs = text
        .replace("For the Czech ammunition initiative.", "theirs")
        .replace("Drones.", "More drones.");
    fs::write(&book.path, &theirs).unwrap();
    let left = book.left().remove(0);
    let onto = left.onto().unwrap();
    assert!(onto.clean.is_empty());
    assert_eq!(onto.conflicts.len(), 1);
    let conflict = &onto.conflicts[0];
    let summary = |record: &Option<AnyRecord>| match record {
        Some(AnyRecord::Aid(entry)) => entry.summary.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(conflict.key, Key::new(Kind::Aid, "lt-a01"));
    assert_eq!(
        summary(&conflict.before),
        "For the Czech ammunition initiative."
    );
    assert_eq!(summary(&conflict.mine), "mine");
    assert_eq!(summary(&conflict.theirs), "theirs");
    let (mut session, _) = book.opens();
    assert!(onto.command(&[Side::Theirs], session.dataset()).is_none());
    let command = onto.command(&[Side::Mine], session.dataset()).unwrap();
    assert_eq!(command.label.deed, Deed::Recovered);
    session.apply(command).unwrap();
    assert_eq!(said(session.dataset()), "mine");
    assert_eq!(session.dataset().aid["lt-a02"].summary, "More drones.");
    session.undo().unwrap();
    assert_eq!(
        format::write(session.dataset()),
        format::write(&read(&theirs))
    );
}

#[test]
fn a_second_crash_while_a_lost_document_is_recovered_loses_nothing() {
    for step in 0.. {
        let book = Book::new();
        book.leaves_unsaved(&["a"]);
        fs::remove_file(&book.path).unwrap();
        let mut left = book.left().remove(0);
        let disk = FailingDisk::for_ever_from(step);
        let gone_on = left.go_on_alone(&book.journals, now(), &disk);
        let is_done = gone_on.is_ok();
        drop((gone_on, left));
        // A program that a test beside this one starts holds the files of this one until it runs.
        let looks = (0..100).map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(20));
            book.left()
        });
        let found = std::iter::once(book.left()).chain(looks);
        let found = found.into_iter().find(|found| !found.is_empty());
        let found = found.unwrap_or_default();
        assert!(!found.is_empty(), "{step}");
        assert!(found.iter().all(|left| said(left.state().dataset()) == "a"));
        if is_done {
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].document(), &DocumentNow::NeverSaved);
            break;
        }
    }
}

#[test]
fn what_was_typed_and_is_no_change_yet_is_offered_too() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    let (key, path) = (Key::header(), Path::default().field("about"));
    for text in ["3", "35", "35 mln"] {
        session.draft(&key, &path, Some(text.to_owned()));
    }
    tell(&mut session, &mut journal);
    drop(journal);
    let left = book.left().remove(0);
    assert_eq!(left.state().unsaved().count(), 0);
    assert_eq!(
        left.state().drafts()[&(key.clone(), path.clone())],
        "35 mln"
    );
    let opened = Session::open(&book.path, &RealDisk).unwrap();
    let mut session = opened.recovered(left.state());
    assert_eq!(session.drafts().len(), 1);
    session.draft(&key, &path, None);
    let mut journal = left.go_on();
    tell(&mut session, &mut journal);
    drop(journal);
    assert!(book.left().is_empty());
}

#[test]
fn a_copy_that_was_saved_elsewhere_settles_it() {
    let book = Book::new();
    book.leaves_unsaved(&["a"]);
    let mut left = book.left().remove(0);
    let copy = book.folder.path().join("copy.ron");
    let text = format::write(left.state().dataset());
    fs::write(&copy, &text).unwrap();
    let hash = FileHash::of(text.as_bytes());
    left.saved_to(&copy, hash, now(), &RealDisk).unwrap();
    drop(left);
    assert!(book.left().is_empty());
}

#[test]
fn the_window_writes_beside_its_thread_and_tells_once_when_it_cannot() {
    let book = Book::new();
    let (mut session, journal) = book.opens();
    let full = Arc::new(AtomicBool::new(false));
    let is_full = Arc::clone(&full);
    let disk = Scripted(move |_, _: &std::path::Path| {
        let full = is_full.load(Ordering::SeqCst);
        if full {
            Err(std::io::ErrorKind::StorageFull.into())
        } else {
            Ok(())
        }
    });
    let (wake, woken) = mpsc::channel();
    let writer = JournalWriter::start(journal, Arc::new(disk), crate::common::now, move || {
        let _ = wake.send(());
    })
    .unwrap();
    says(&mut session, "a");
    writer.log(session.take_events());
    assert!(writer.flush());
    full.store(true, Ordering::SeqCst);
    for word in ["b", "c"] {
        says(&mut session, word);
        writer.log(session.take_events());
        assert!(!writer.flush());
    }
    assert!(writer.trouble().is_some());
    woken.recv().unwrap();
    assert!(woken.try_recv().is_err(), "it is told once");
    full.store(false, Ordering::SeqCst);
    // Nothing needs to happen: it is tried again.
    woken.recv_timeout(Duration::from_secs(20)).unwrap();
    assert!(writer.trouble().is_none());
    drop(writer);
    let left = book.left();
    assert_eq!(left[0].state().history().done(), 3, "all of it, in order");
    assert_eq!(said(left[0].state().dataset()), "c");
}

#[test]
fn an_event_is_on_the_disk_well_within_a_second() {
    let book = Book::new();
    let (mut session, journal) = book.opens();
    let writer =
        JournalWriter::start(journal, Arc::new(RealDisk), crate::common::now, || ()).unwrap();
    let mut times = Vec::new();
    for number in 0..50 {
        says(&mut session, &format!("{number}"));
        let begun = std::time::Instant::now();
        writer.log(session.take_events());
        assert!(writer.flush());
        times.push(begun.elapsed());
    }
    times.sort();
    println!("median {:?}, longest {:?}", times[25], times[49]);
    assert!(times[25] < Duration::from_secs(1), "{times:?}");
}
