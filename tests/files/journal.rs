//! Journals on the disk: what is written, that no cut, no damage and no failing disk costs what
//! was there before.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use pledgebook::edit::{Event, Key, Kind, field};
use pledgebook::model::Dataset;
use pledgebook::session::{Session, Unread};
use pledgebook::store::disk::{Disk, FailingDisk, RealDisk};
use pledgebook::store::journal::{Journal, JournalError, Journals, State};
use serde_json::Value;

use super::{SMALL, entries};

/// A small book in a file, and a place for journals.
pub(super) struct Book {
    pub(super) folder: tempfile::TempDir,
    pub(super) path: PathBuf,
    pub(super) journals: Journals,
}

impl Book {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        fs::write(&path, SMALL).unwrap();
        let journals = Journals::new(&folder.path().join("data"));
        Self {
            folder,
            path,
            journals,
        }
    }

    pub(super) fn opens(&self) -> (Session, Journal) {
        let mut session = Session::open(&self.path, &RealDisk).unwrap();
        let journal = session.journal(&self.journals, &RealDisk);
        (session, journal)
    }

    /// Opens the book, changes the summary to each of these, and ends without a word.
    pub(super) fn leaves_unsaved(&self, summaries: &[&str]) -> PathBuf {
        let (mut session, mut journal) = self.opens();
        for summary in summaries {
            says(&mut session, summary);
            tell(&mut session, &mut journal);
        }
        journal.folder().unwrap().to_owned()
    }

    pub(super) fn left(&self) -> Vec<pledgebook::store::journal::Left> {
        let found = self.journals.left(now(), &RealDisk).unwrap();
        assert!(found.unreadable.is_empty(), "{:?}", found.unreadable);
        found.left
    }
}

pub(super) fn now() -> Timestamp {
    "2026-03-01T10:00:00Z".parse().unwrap()
}

/// Changes the summary of the first entry.
pub(super) fn says(session: &mut Session, summary: &str) {
    let key = Key::new(Kind::Aid, "lt-a01");
    let path = "summary".parse().unwrap();
    let value = Some(Value::from(summary));
    let command = field::set(session.dataset(), &key, &path, value).unwrap();
    session.apply(command).unwrap();
}

pub(super) fn said(dataset: &Dataset) -> &str {
    &dataset.aid["lt-a01"].summary
}

pub(super) fn tell(session: &mut Session, journal: &mut Journal) {
    journal
        .log(session.take_events(), now(), &RealDisk)
        .unwrap();
}

fn name(folder: &Path) -> &str {
    folder.file_name().unwrap().to_str().unwrap()
}

fn read(journals: &Journals, folder: &Path) -> Result<Option<State>, JournalError> {
    journals.read(name(folder), &RealDisk)
}

#[test]
fn nothing_is_written_before_there_is_something_to_keep() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    session
        .save_as(&book.path, Unread::Refuse, &RealDisk)
        .unwrap();
    session.throw_away();
    tell(&mut session, &mut journal);
    assert!(!book.journals.folder().exists());
    says(&mut session, "a");
    tell(&mut session, &mut journal);
    let folder = journal.folder().unwrap();
    assert_eq!(entries(folder), ["base-1.ron", "lock", "log-1.jsonl"]);
    // The base is the document as it was before the first change.
    let base = fs::read_to_string(folder.join("base-1.ron")).unwrap();
    assert_eq!(base, fs::read_to_string(&book.path).unwrap());
}

#[cfg(unix)]
#[test]
fn a_journal_is_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let book = Book::new();
    let folder = book.leaves_unsaved(&["a", "b"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(book.journals.folder()), 0o700);
    assert_eq!(mode(&folder), 0o700);
    for name in entries(&folder) {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
}

#[test]
fn a_log_tells_what_it_is_about_in_words_that_people_can_read() {
    let book = Book::new();
    let folder = book.leaves_unsaved(&["a"]);
    let log = fs::read_to_string(folder.join("log-1.jsonl")).unwrap();
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(&line[9..]).unwrap())
        .collect();
    let header = &lines[0]["journal"];
    assert_eq!(header["version"], 1);
    assert_eq!(header["program"], env!("CARGO_PKG_VERSION"));
    assert_eq!(header["title"], "A small book");
    assert_eq!(header["started"], "2026-03-01T10:00:00Z");
    assert_eq!(header["document"]["path"], book.path.to_str().unwrap());
    assert_eq!(header["document"]["hash"].as_str().unwrap().len(), 64);
    assert_eq!(lines[1]["begun"]["unsaved"], false);
    assert_eq!(lines[2]["event"]["unsaved"], true);
    assert!(lines[2]["event"]["event"]["did"]["changes"].is_array());
    assert_eq!(lines.len(), 3);
}

/// A copy of a journal's folder with other bytes in one of its files.
fn with_bytes(journals: &Journals, folder: &Path, file: &str, bytes: &[u8]) -> PathBuf {
    let copy = journals.folder().join("copy");
    let _ = fs::remove_dir_all(&copy);
    fs::create_dir(&copy).unwrap();
    for name in entries(folder) {
        fs::copy(folder.join(&name), copy.join(&name)).unwrap();
    }
    fs::write(copy.join(file), bytes).unwrap();
    copy
}

fn lines_in(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

/// Words of an `i`-th change.
const WORDS: [&str; 5] = ["one", "two", "three", "four", "five"];

#[test]
fn a_journal_cut_at_any_byte_gives_all_that_was_whole_before() {
    let book = Book::new();
    let folder = book.leaves_unsaved(&WORDS);
    let log = fs::read(folder.join("log-1.jsonl")).unwrap();
    for cut in 0..=log.len() {
        let copy = with_bytes(&book.journals, &folder, "log-1.jsonl", &log[..cut]);
        let whole = lines_in(&log[..cut]);
        let kept = read(&book.journals, &copy);
        if whole == 0 {
            assert!(matches!(kept, Err(JournalError::Damaged { .. })), "{cut}");
            continue;
        }
        let state = kept.unwrap().unwrap();
        let changes = whole.saturating_sub(2);
        assert_eq!(state.history().done(), changes, "{cut}");
        if changes > 0 {
            assert_eq!(said(state.dataset()), WORDS[changes - 1]);
        }
        // Once held, it goes on where it was cut.
        if cut % 97 == 0 && changes > 0 {
            let found = book.journals.left(now(), &RealDisk).unwrap();
            let left = found.left.into_iter().find(|left| left.key() == "copy");
            let left = left.unwrap();
            assert_eq!(left.lost(), 0);
            let mut journal = left.go_on();
            journal.log(vec![Event::Undid], now(), &RealDisk).unwrap();
            let state = read(&book.journals, &copy).unwrap().unwrap();
            assert_eq!(
                (state.history().done(), state.history().undone()),
                (changes - 1, 1)
            );
        }
    }
}

#[test]
fn a_damaged_byte_costs_what_comes_after_it_and_is_told() {
    let book = Book::new();
    let folder = book.leaves_unsaved(&WORDS);
    let log = fs::read(folder.join("log-1.jsonl")).unwrap();
    let line_of = |at: usize| lines_in(&log[..at]);
    for at in 0..log.len() {
        let mut bent = log.clone();
        bent[at] ^= 0x40;
        let copy = with_bytes(&book.journals, &folder, "log-1.jsonl", &bent);
        let (line, is_end) = (line_of(at), log[at] == b'\n');
        let Ok(kept) = read(&book.journals, &copy) else {
            assert!(line == 0, "{at}: only the header is needed");
            continue;
        };
        let state = kept.unwrap();
        // The line that says that the journal is whole up to there is not needed.
        let expected = if line == 1 && !is_end {
            5
        } else {
            line.saturating_sub(2)
        };
        let sum_in_capitals = state.history().done() == 5;
        assert!(
            state.history().done() == expected || sum_in_capitals,
            "{at}"
        );
    }
    // A line in the middle: those behind it are lost, and counted.
    let third = log
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .nth(2)
        .unwrap()
        .0;
    let mut bent = log.clone();
    bent[third + 30] ^= 0x40;
    with_bytes(&book.journals, &folder, "log-1.jsonl", &bent);
    let found = book.journals.left(now(), &RealDisk).unwrap();
    let left = found.left.iter().find(|left| left.key() == "copy").unwrap();
    assert_eq!(left.lost(), 4);
    assert_eq!(said(left.state().dataset()), "one");
}

#[test]
fn a_damaged_base_is_told_and_nothing_is_removed() {
    let book = Book::new();
    let folder = book.leaves_unsaved(&["a"]);
    let mut base = fs::read(folder.join("base-1.ron")).unwrap();
    base[200] ^= 1;
    fs::write(folder.join("base-1.ron"), &base).unwrap();
    let found = book.journals.left(now(), &RealDisk).unwrap();
    assert!(found.left.is_empty());
    assert!(matches!(
        found.unreadable[0].error,
        JournalError::Damaged { .. }
    ));
    assert_eq!(found.unreadable[0].key, name(&folder));
    // The next time the document is changed, that is kept beside it.
    let beside = book.leaves_unsaved(&["b"]);
    assert_eq!(name(&beside), format!("{}+2", name(&folder)));
    assert_eq!(entries(&folder).len(), 3);
    book.journals
        .remove_unreadable(name(&folder), &RealDisk)
        .unwrap();
    assert!(!folder.exists());
}

#[test]
fn a_journal_of_a_newer_program_is_left_alone() {
    let book = Book::new();
    let folder = book.leaves_unsaved(&["a"]);
    let json = br#"{"journal":{"version":2,"in":"other words"}}"#;
    let line = format!(
        "{:08x} {}\n",
        crc32fast::hash(json),
        std::str::from_utf8(json).unwrap()
    );
    fs::write(folder.join("log-1.jsonl"), &line).unwrap();
    let found = book.journals.left(now(), &RealDisk).unwrap();
    assert!(matches!(
        found.unreadable[0].error,
        JournalError::Newer { version: 2, .. }
    ));
    let beside = book.leaves_unsaved(&["b"]);
    assert_ne!(beside, folder);
    assert_eq!(
        fs::read_to_string(folder.join("log-1.jsonl")).unwrap(),
        line
    );
}

/// Changes, saves under another name, undoes: what begins journals, appends to them, begins them
/// anew and moves them. What is told is noted with whether it was acknowledged.
fn works(book: &Book, disk: &dyn Disk) -> Worked {
    let journals = book.journals.clone().with_logs_up_to(3_000);
    let mut session = Session::open(&book.path, &RealDisk).unwrap();
    let mut journal = session.journal(&journals, disk);
    let mut worked = Worked {
        sure: Arc::clone(session.dataset()),
        after: Vec::new(),
        behind: false,
        failed: false,
    };
    for (number, word) in WORDS.iter().chain(&WORDS).chain(&WORDS).enumerate() {
        says(&mut session, &format!("{word} {number}"));
        if number == 4 || number == 9 {
            session.undo().unwrap();
        }
        if number == 7 {
            let other = book.folder.path().join("other.ron");
            session.save_as(&other, Unread::Refuse, &RealDisk).unwrap();
        }
        worked.after.push(Arc::clone(session.dataset()));
        let time = now() + SignedDuration::from_secs(i64::try_from(number).unwrap());
        match journal.log(session.take_events(), time, disk) {
            Ok(()) => {
                worked.sure = Arc::clone(session.dataset());
                worked.after.clear();
            }
            Err(_) => worked.failed = true,
        }
    }
    // The window tries again by itself, too.
    if journal.write(now(), disk).is_ok() {
        worked.sure = Arc::clone(session.dataset());
        worked.after.clear();
    }
    worked.behind = journal.is_behind();
    worked
}

struct Worked {
    /// What was on the disk for sure.
    sure: Arc<Dataset>,
    /// What came after it and may be.
    after: Vec<Arc<Dataset>>,
    behind: bool,
    failed: bool,
}

/// The newest state that any journal of a book has, offered or not.
fn newest(book: &Book) -> Option<State> {
    let folder = book.journals.folder();
    let names = if folder.exists() {
        entries(folder)
    } else {
        Vec::new()
    };
    let kept = names
        .iter()
        .map(|name| book.journals.read(name, &RealDisk).unwrap());
    kept.flatten().max_by_key(State::at)
}

#[test]
fn a_disk_that_fails_once_at_any_step_costs_nothing() {
    let (mut step, mut seen, mut twice) = (0, 0, 0);
    loop {
        let book = Book::new();
        let disk = FailingDisk::once_at(step);
        let worked = works(&book, &disk);
        seen += usize::from(worked.failed);
        assert!(
            !worked.behind,
            "{step}: what could not be written is written with the next"
        );
        let state = newest(&book).unwrap();
        assert_eq!(said(state.dataset()), said(&worked.sure), "{step}");
        assert_eq!(state.dataset(), &worked.sure, "{step}");
        let offered = book.left();
        // Where the old place cannot be removed, it is offered beside the new one.
        assert!((1..=2).contains(&offered.len()), "{step}");
        assert_eq!(offered[0].state().dataset(), &worked.sure);
        twice += offered.len() - 1;
        if !disk.has_failed() {
            let files = entries(&book.journals.folder().join(offered[0].key()));
            assert!(
                files.iter().all(|file| !file.contains("-1.")),
                "{files:?}: begun anew"
            );
            break;
        }
        step += 1;
    }
    assert!(step > 50 && seen > 30, "{step} steps, {seen} of them told");
    assert!(twice <= 1, "{twice}");
}

#[test]
fn a_disk_that_fails_for_ever_keeps_what_was_on_it() {
    for step in (0..).step_by(3) {
        let book = Book::new();
        let disk = FailingDisk::for_ever_from(step);
        let worked = works(&book, &disk);
        match newest(&book) {
            Some(state) => {
                let may_be = worked.after.contains(state.dataset());
                let told = (said(state.dataset()), said(&worked.sure));
                assert!(
                    may_be || *state.dataset() == worked.sure,
                    "{step}: {told:?}"
                );
            }
            // Before the first change is acknowledged there is nothing.
            None => assert_eq!(said(&worked.sure), "For the Czech ammunition initiative."),
        }
        if !disk.has_failed() {
            break;
        }
        assert!(worked.failed, "{step}: it is told");
    }
}

#[test]
fn a_journal_that_somebody_removes_is_begun_anew_with_all_that_it_had() {
    let book = Book::new();
    let (mut session, mut journal) = book.opens();
    says(&mut session, "a");
    tell(&mut session, &mut journal);
    fs::remove_dir_all(book.journals.folder()).unwrap();
    says(&mut session, "b");
    tell(&mut session, &mut journal);
    let state = read(&book.journals, journal.folder().unwrap())
        .unwrap()
        .unwrap();
    assert_eq!((state.history().done(), said(state.dataset())), (2, "b"));
}

#[test]
fn two_windows_on_a_document_have_a_journal_each() {
    let book = Book::new();
    let (mut first, mut first_journal) = book.opens();
    says(&mut first, "first");
    tell(&mut first, &mut first_journal);
    let (mut second, mut second_journal) = book.opens();
    says(&mut second, "second");
    tell(&mut second, &mut second_journal);
    assert_ne!(first_journal.folder(), second_journal.folder());
    assert!(book.left().is_empty(), "both are alive");
    drop(first_journal);
    let left = book.left();
    assert_eq!(left.len(), 1);
    assert_eq!(said(left[0].state().dataset()), "first");
    assert!(book.left().is_empty(), "it is offered once at a time");
    drop((left, second_journal));
    assert_eq!(book.left().len(), 2);
}

#[test]
fn old_journals_go_but_none_with_something_young_and_unsaved() {
    let book = Book::new();
    let begin = now();
    let day = |n: i64| begin + SignedDuration::from_hours(24 * n);
    for number in 0..60_i64 {
        let path = book.folder.path().join(format!("{number}.ron"));
        fs::write(&path, SMALL).unwrap();
        let mut session = Session::open(&path, &RealDisk).unwrap();
        let mut journal = session.journal(&book.journals, &RealDisk);
        says(&mut session, "a");
        journal
            .log(session.take_events(), day(number), &RealDisk)
            .unwrap();
        // Every third stays unsaved.
        if number % 3 != 0 {
            session.throw_away();
            journal
                .log(session.take_events(), day(number), &RealDisk)
                .unwrap();
        }
    }
    let held = book.left();
    assert_eq!(
        book.journals.prune(day(60), &RealDisk),
        6,
        "those saved, of the ten oldest"
    );
    assert_eq!(book.journals.prune(day(186), &RealDisk), 0, "they are held");
    drop(held);
    assert_eq!(
        book.journals.prune(day(186), &RealDisk),
        3,
        "half a year old"
    );
    assert_eq!(entries(book.journals.folder()).len(), 51);
}
