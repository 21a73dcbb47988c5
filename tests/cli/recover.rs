//! `recover` writes what was not saved where it is told to, once, and never over anything else.

use std::path::{Path, PathBuf};
use std::process::Output;

use jiff::Timestamp;
use pledgebook::edit::{Key, Kind, Path as Field, field};
use pledgebook::session::{Session, Unread};
use pledgebook::store::disk::RealDisk;
use pledgebook::store::journal::{Journal, Journals};
use serde_json::Value;

struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
}

fn now() -> Timestamp {
    "2026-03-01T10:00:00Z".parse().unwrap()
}

fn summary(path: &Path) -> String {
    let session = Session::open(path, &RealDisk).unwrap();
    session.dataset().aid["lv-a02"].summary.clone()
}

impl Desk {
    /// A book with an unsaved change, and a text that was typed, of a window that is no more.
    fn left(text: &str) -> Self {
        let desk = Self::open();
        drop(desk.changes(text));
        desk
    }

    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let mut sample = Session::sample();
        sample.save_as(&path, Unread::Refuse, &RealDisk).unwrap();
        Self { folder, path }
    }

    fn changes(&self, text: &str) -> Journal {
        let mut session = Session::open(&self.path, &RealDisk).unwrap();
        let mut journal = session.journal(&Journals::new(self.folder.path()), &RealDisk);
        let key = Key::new(Kind::Aid, "lv-a02");
        let summary: Field = "summary".parse().unwrap();
        let value = Some(Value::from(text));
        let command = field::set(session.dataset(), &key, &summary, value).unwrap();
        session.apply(command).unwrap();
        session.draft(&key, &"date".parse().unwrap(), Some("mid June".to_owned()));
        let events = session.take_events();
        journal.log(events, now(), &RealDisk).unwrap();
        journal
    }

    fn recover(&self, typed: &[&str]) -> Output {
        let mut command = super::command(&[&["recover"], typed].concat());
        command.env("PLEDGEBOOK_CONFIG_DIR", self.folder.path());
        command.current_dir(self.folder.path());
        command.output().unwrap()
    }

    #[track_caller]
    fn ends(&self, code: i32, typed: &[&str]) -> String {
        let output = self.recover(typed);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{typed:?}: {said}");
        said
    }
}

#[test]
fn applying_writes_the_document_once_and_keeps_its_history() {
    let desk = Desk::left("Recovered");
    desk.ends(1, &[]);
    let said = desk.ends(0, &["book.ron", "--apply"]);
    assert!(said.contains("mid June"), "typed text is told: {said}");
    assert_eq!(summary(&desk.path), "Recovered");
    desk.ends(0, &[]);
    desk.ends(2, &["book.ron", "--apply"]);
    let mut session = Session::open(&desk.path, &RealDisk).unwrap();
    session.journal(&Journals::new(desk.folder.path()), &RealDisk);
    assert_eq!(session.history().done(), 1);
    assert!(!session.is_modified());
}

#[test]
fn a_new_file_is_written_and_the_document_stays_as_it_is() {
    let desk = Desk::left("Recovered");
    let before = summary(&desk.path);
    desk.ends(3, &["book.ron", "--output", "book.ron"]);
    desk.ends(0, &["book.ron", "--output", "copy.ron"]);
    assert_eq!(summary(&desk.folder.path().join("copy.ron")), "Recovered");
    assert_eq!(summary(&desk.path), before);
    desk.ends(0, &[]);
}

#[test]
fn a_document_that_changed_since_is_not_written_over() {
    let desk = Desk::left("Mine");
    let mut session = Session::open(&desk.path, &RealDisk).unwrap();
    let header = Key::header();
    let title = "title".parse().unwrap();
    let value = Some(Value::from("Another title"));
    let command = field::set(session.dataset(), &header, &title, value).unwrap();
    session.apply(command).unwrap();
    let path = session.path().unwrap().to_owned();
    session.save_as(&path, Unread::Refuse, &RealDisk).unwrap();
    let before = std::fs::read(&desk.path).unwrap();
    desk.ends(3, &["book.ron", "--apply"]);
    assert_eq!(std::fs::read(&desk.path).unwrap(), before);
    desk.ends(1, &[]);
}

#[test]
fn comments_are_dropped_only_where_that_is_agreed() {
    let desk = Desk::open();
    let text = std::fs::read_to_string(&desk.path).unwrap();
    let with_comment = format!("// Ours.\n{text}");
    std::fs::File::create(&desk.path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, with_comment.as_bytes()))
        .unwrap();
    drop(desk.changes("Recovered"));
    desk.ends(3, &["book.ron", "--apply"]);
    desk.ends(0, &["book.ron", "--apply", "--drop-comments"]);
    assert_eq!(summary(&desk.path), "Recovered");
}

#[test]
fn what_is_discarded_is_not_listed_again() {
    let desk = Desk::left("Thrown away");
    let before = summary(&desk.path);
    desk.ends(0, &["book.ron", "--discard"]);
    desk.ends(0, &[]);
    assert_eq!(summary(&desk.path), before);
    // One that cannot be read, too.
    drop(desk.changes("Damaged"));
    let journals = desk.folder.path().join("journals");
    let journal = std::fs::read_dir(&journals)
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    for file in std::fs::read_dir(journal.path()).unwrap() {
        std::fs::File::create(file.unwrap().path()).unwrap();
    }
    desk.ends(1, &[]);
    desk.ends(0, &[journal.file_name().to_str().unwrap(), "--discard"]);
    desk.ends(0, &[]);
}

#[test]
fn a_document_that_is_open_in_a_window_is_not_touched() {
    let desk = Desk::open();
    let journal = desk.changes("Still open");
    desk.ends(0, &[]);
    desk.ends(2, &["book.ron", "--apply"]);
    drop(journal);
    desk.ends(1, &[]);
}
