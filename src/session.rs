//! The open document: one owner of the dataset, its history, its file and its revision, for window
//! and command line alike. It is changed by [`Session::apply`], [`Session::undo`] and
//! [`Session::redo`] alone; what happens to it is told as [`Event`]s, for the journal.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use crate::edit::Revision;
use crate::edit::history::Entered;
use crate::edit::{self, Command, EditError, Event, History, Key};
use crate::model::{Dataset, Header};
use crate::store::disk::Disk;
use crate::store::format::{self, Damage, FileNotes, ReadFile};
use crate::store::hash::FileHash;
use crate::store::journal::{Drafts, Journal, Journals, State};
use crate::store::open::{OpenError, open, parse};
use crate::store::save::{Expected, SaveError, Saved, save};

/// The dataset that comes with the program.
const SAMPLE: &[u8] = include_bytes!("../assets/dataset/pledgebook.ron");

/// Why a document cannot be changed where it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadOnly {
    /// It came with the program.
    Sample,
    /// Parts of the file could not be read: writing it again would lose them.
    Damaged,
    /// The file is of a newer version of the program, with this schema.
    NewerSchema(u32),
    /// The system forbids writing to the file.
    Permission,
}

/// What becomes of the parts of a file that could not be read when it is saved as another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unread {
    /// There must be none.
    Refuse,
    /// They are left out: the user was told and agreed.
    LeaveOut,
}

/// Why a document was not saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveProblem {
    /// Parts of it could not be read and would be lost.
    #[error("{0} parts could not be read and would be left out")]
    Unread(usize),
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] SaveError),
}

/// Why a document was not changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeError {
    /// It cannot be changed where it is.
    #[error("the document is read-only")]
    ReadOnly(ReadOnly),
    /// The change cannot be done.
    #[error(transparent)]
    Edit(#[from] EditError),
}

/// Where a document comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Origin {
    /// It came with the program.
    Sample,
    /// It was begun, and is in no file yet.
    New,
    /// This file.
    File(PathBuf),
}

/// The open document.
#[derive(Clone, Debug)]
pub struct Session {
    dataset: Arc<Dataset>,
    history: History,
    origin: Origin,
    file: FileFacts,
    /// What stands in the file, or in a book that was begun.
    saved: Arc<Dataset>,
    drafts: Drafts,
    events: Vec<Event>,
}

/// A document to be written, ready for a thread of its own.
#[derive(Clone, Debug)]
pub struct SaveJob {
    dataset: Arc<Dataset>,
    revision: Revision,
    path: PathBuf,
    expected: Expected,
    unread: usize,
}

/// A document that was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// To this file.
    pub path: PathBuf,
    /// What the disk says of it.
    pub saved: Saved,
    revision: Revision,
    file: FileFacts,
    dataset: Arc<Dataset>,
}

impl SaveJob {
    /// The same, where the file on the disk must be this one.
    #[must_use]
    pub fn expecting(self, expected: Expected) -> Self {
        Self { expected, ..self }
    }

    /// What the file on the disk must be.
    pub fn expected(&self) -> Expected {
        self.expected
    }

    /// The text to write.
    pub fn text(&self) -> String {
        format::write(&self.dataset)
    }

    /// Writes it.
    ///
    /// # Errors
    /// When parts of the document would be lost, the file on the disk is not the expected one, or
    /// the disk refuses; the file is then as it was.
    pub fn run(&self, disk: &dyn Disk) -> Result<Written, SaveProblem> {
        if self.unread > 0 {
            return Err(SaveProblem::Unread(self.unread));
        }
        let text = self.text();
        let saved = save(&self.path, &text, self.expected, disk)?;
        let (_, file) = format::read(text.as_bytes())
            .map(|file| FileFacts::of(file, text.as_bytes()))
            .unwrap_or_default();
        Ok(Written {
            path: self.path.clone(),
            saved,
            revision: self.revision,
            file,
            dataset: Arc::clone(&self.dataset),
        })
    }
}

/// What the file was like when it was read.
#[derive(Clone, Debug, Default)]
struct FileFacts {
    damage: Vec<Damage>,
    lines: std::collections::BTreeMap<String, usize>,
    notes: FileNotes,
    newer_schema: Option<u32>,
    forbidden: bool,
    /// Of its bytes; none: there is no file.
    hash: Option<FileHash>,
    /// The text, kept where a place in it is to be shown.
    text: Option<Arc<str>>,
}

impl FileFacts {
    fn of(file: ReadFile, bytes: &[u8]) -> (Dataset, Self) {
        let ReadFile {
            dataset,
            damage,
            lines,
            notes,
            newer_schema,
        } = file;
        let text = (!damage.is_empty()).then(|| String::from_utf8_lossy(bytes).into());
        let facts = Self {
            damage,
            lines,
            notes,
            newer_schema,
            forbidden: false,
            hash: Some(FileHash::of(bytes)),
            text,
        };
        (dataset, facts)
    }
}

impl Session {
    fn of(dataset: Dataset, origin: Origin, file: FileFacts) -> Self {
        let dataset = Arc::new(dataset);
        Self {
            saved: Arc::clone(&dataset),
            dataset,
            history: History::new(),
            origin,
            file,
            drafts: BTreeMap::new(),
            events: Vec::new(),
        }
    }

    /// The dataset that comes with the program, to look at.
    pub fn sample() -> Self {
        let read = format::read(SAMPLE).map(|file| FileFacts::of(file, SAMPLE));
        // A test reads it, so there is always something; an empty book is better than no window.
        let (dataset, file) = read.unwrap_or_default();
        Self::of(dataset, Origin::Sample, file)
    }

    /// A book with nothing in it, in no file yet. Nothing is lost when it is left as it is.
    pub fn new_book(title: &str) -> Self {
        let dataset = Dataset {
            header: Header {
                title: title.to_owned(),
                ..Header::default()
            },
            ..Dataset::default()
        };
        Self::of(dataset, Origin::New, FileFacts::default())
    }

    /// Opens a file.
    ///
    /// # Errors
    /// When nothing of it can be read. A damaged file opens with what can be read, read-only.
    pub fn open(path: &Path, disk: &dyn Disk) -> Result<Self, Box<OpenError>> {
        let (file, bytes) = open(path, disk)?;
        let (dataset, mut facts) = FileFacts::of(file, &bytes);
        facts.forbidden = disk.stamp(path).is_ok_and(|stamp| stamp.read_only);
        Ok(Self::of(dataset, Origin::File(path.to_owned()), facts))
    }

    /// A document out of bytes that are in no file of their own, such as standard input.
    ///
    /// # Errors
    /// When nothing of them can be read.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Box<OpenError>> {
        let path = PathBuf::from(name);
        let (dataset, facts) = FileFacts::of(parse(&path, bytes)?, bytes);
        Ok(Self::of(dataset, Origin::File(path), facts))
    }

    /// The same file as it is now. Where that is what was saved last, the history stays, and what
    /// was done since can be done again.
    ///
    /// # Errors
    /// As [`Session::open`]; the sample and a new book are always there.
    pub fn reload(&self, disk: &dyn Disk) -> Result<Self, Box<OpenError>> {
        match &self.origin {
            Origin::File(path) => {
                let mut again = Self::open(path, disk)?;
                let mut back = self.clone();
                if let Some(saved) = self.history.saved_position()
                    && back.jump(saved).is_ok()
                    && back.dataset == again.dataset
                {
                    again.history = back.history;
                }
                Ok(again)
            }
            Origin::New => Ok(Self::new_book(&self.dataset.header.title)),
            Origin::Sample => Ok(Self::sample()),
        }
    }

    /// Changes the document by a command.
    ///
    /// # Errors
    /// When it is read-only, or the change cannot be done; it is then as it was.
    pub fn apply(&mut self, command: Command) -> Result<Entered, ChangeError> {
        if let Some(why) = self.read_only() {
            return Err(ChangeError::ReadOnly(why));
        }
        let told = Event::Did(Box::new(command.clone()));
        let entered = self
            .history
            .apply(command, Arc::make_mut(&mut self.dataset))?;
        if entered != Entered::Nothing {
            self.events.push(told);
        }
        Ok(entered)
    }

    /// Takes the last step back. Whether there was one.
    ///
    /// # Errors
    /// When it cannot be taken back.
    pub fn undo(&mut self) -> Result<bool, ChangeError> {
        if self.history.done() == 0 {
            return Ok(false);
        }
        let undone = self.history.undo(Arc::make_mut(&mut self.dataset))?;
        self.events.push(Event::Undid);
        Ok(undone)
    }

    /// Does the next step again. Whether there was one.
    ///
    /// # Errors
    /// When it cannot be done again.
    pub fn redo(&mut self) -> Result<bool, ChangeError> {
        if self.history.undone() == 0 {
            return Ok(false);
        }
        let redone = self.history.redo(Arc::make_mut(&mut self.dataset))?;
        self.events.push(Event::Redid);
        Ok(redone)
    }

    /// Takes steps back or does them again until `done` of them are done.
    ///
    /// # Errors
    /// When one of them cannot be.
    pub fn jump(&mut self, done: usize) -> Result<(), ChangeError> {
        while self.history.done() > done && self.undo()? {}
        while self.history.done() < done && self.redo()? {}
        Ok(())
    }

    /// A field that was typed into is left: what comes next is a step of its own.
    pub fn leave_field(&mut self) {
        let joins = self
            .history
            .next_undo()
            .is_some_and(|step| step.group.is_some());
        if joins {
            self.history.leave_group();
            self.events.push(Event::LeftField);
        }
    }

    /// What is typed into a field and is not a change yet; none: nothing any more. The journal keeps
    /// it, so that a crash does not lose it.
    pub fn draft(&mut self, key: &Key, path: &edit::Path, text: Option<String>) {
        let field = (key.clone(), path.clone());
        let before = match text.clone() {
            Some(text) => self.drafts.insert(field, text),
            None => self.drafts.remove(&field),
        };
        if before != text {
            self.events.push(Event::Drafted {
                key: key.clone(),
                path: path.clone(),
                text,
            });
        }
    }

    /// What is typed and is not a change yet, by record and field.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// What is not saved is given up, by the user's own word: it is not offered again. To be said
    /// when nothing can keep the document from being left any more.
    pub fn throw_away(&mut self) {
        if self.is_modified() || !self.drafts.is_empty() {
            self.events.push(Event::ThrownAway);
        }
    }

    /// The journal of this document. A history that was kept from before, and ends in what the file
    /// now holds, is the document's again.
    pub fn journal(&mut self, journals: &Journals, disk: &dyn Disk) -> Journal {
        if let (Origin::File(path), Some(hash)) = (&self.origin, self.file.hash)
            && self.read_only().is_none()
            && let Some(journal) = journals.resume(path, hash, &self.dataset, disk)
        {
            self.history = journal.state().history().clone();
            return journal;
        }
        let path = self.path().map(Path::to_owned);
        let dataset = Arc::clone(&self.dataset);
        let state = State::new(dataset, self.history.clone(), path, self.file.hash);
        Journal::new(journals, state)
    }

    /// The document, just opened, with what a journal kept of it: its history and what was not
    /// saved.
    #[must_use]
    pub fn recovered(self, state: &State) -> Self {
        Self {
            dataset: Arc::clone(state.dataset()),
            history: state.history().clone(),
            drafts: state.drafts().clone(),
            ..self
        }
    }

    /// A document that is in no file any more, or never was, out of what a journal kept of it.
    pub fn recovered_alone(state: &State) -> Self {
        let dataset = Dataset::default();
        let mut session = Self::of(dataset, Origin::New, FileFacts::default()).recovered(state);
        session.history.mark_unsaved();
        session
    }

    /// What happened since this was last asked, in order.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// What was done and taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether it holds something that is not in its file.
    pub fn is_modified(&self) -> bool {
        self.history.is_modified()
    }

    /// The document to be written to a file. Its own file must still be the one that is known;
    /// another one is written over.
    pub fn save_job(&self, path: &Path, unread: Unread) -> SaveJob {
        SaveJob {
            dataset: Arc::clone(&self.dataset),
            revision: self.revision(),
            path: path.to_owned(),
            expected: match self.file.hash {
                Some(hash) if self.path() == Some(path) => Expected::Hash(hash),
                _ => Expected::Anything,
            },
            unread: match unread {
                Unread::Refuse => self.file.damage.len(),
                Unread::LeaveOut => 0,
            },
        }
    }

    /// The document was written to a file, which is the open one from now on. What was changed
    /// while it was written stays changed.
    pub fn written(&mut self, written: Written) {
        let Written {
            path,
            saved,
            revision,
            file,
            dataset,
        } = written;
        self.history.mark_saved(revision);
        let count = |steps: usize| i64::try_from(steps).unwrap_or(i64::MAX);
        let position = self.history.saved_position();
        self.events.push(Event::Saved {
            path: path.clone(),
            hash: saved.hash.to_string(),
            since: position.map(|position| count(self.history.done()) - count(position)),
        });
        self.origin = Origin::File(path);
        self.file = file;
        self.saved = dataset;
    }

    /// Writes the document to a file, which is then the open one.
    ///
    /// # Errors
    /// When parts of it could not be read and `unread` refuses to leave them out, or when the disk
    /// refuses; the document and the file are then as they were.
    pub fn save_as(
        &mut self,
        path: &Path,
        unread: Unread,
        disk: &dyn Disk,
    ) -> Result<(), SaveProblem> {
        let written = self.save_job(path, unread).run(disk)?;
        self.written(written);
        Ok(())
    }

    /// The dataset.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// Its state.
    pub fn revision(&self) -> Revision {
        self.history.now()
    }

    /// The file; none: the sample, or a new book.
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) => Some(path),
            Origin::Sample | Origin::New => None,
        }
    }

    /// The hash of the file as it was read or written last; none: there is no file.
    pub fn file_hash(&self) -> Option<FileHash> {
        self.file.hash
    }

    /// The hash of the canonical text of the dataset as it is now, saved or not.
    pub fn dataset_hash(&self) -> FileHash {
        FileHash::of(format::write(&self.dataset).as_bytes())
    }

    /// Whether it is the dataset that came with the program.
    pub fn is_sample(&self) -> bool {
        self.origin == Origin::Sample
    }

    /// Why it cannot be changed where it is; none: it can.
    pub fn read_only(&self) -> Option<ReadOnly> {
        if self.is_sample() {
            Some(ReadOnly::Sample)
        } else if let Some(schema) = self.file.newer_schema {
            Some(ReadOnly::NewerSchema(schema))
        } else if !self.file.damage.is_empty() {
            Some(ReadOnly::Damaged)
        } else if self.file.forbidden {
            Some(ReadOnly::Permission)
        } else {
            None
        }
    }

    /// The parts of the file that could not be read.
    pub fn damage(&self) -> &[Damage] {
        &self.file.damage
    }

    /// The text of the file, kept where a place in it is to be shown.
    pub fn text(&self) -> Option<&str> {
        self.file.text.as_deref()
    }

    /// Byte order mark, line ends, comments.
    pub fn notes(&self) -> &FileNotes {
        &self.file.notes
    }

    /// The line on which a record begins.
    pub fn line_of(&self, record: &str) -> Option<usize> {
        self.file.lines.get(record).copied()
    }

    /// The file has these bytes now, though the document is not known to be safe in it.
    pub fn know_file(&mut self, hash: FileHash) {
        self.file.hash = Some(hash);
    }

    /// The document as it is in its file; for one that is in no file, as it began.
    pub fn saved_dataset(&self) -> &Arc<Dataset> {
        &self.saved
    }

    /// By how many steps it differs from its file.
    pub fn changes(&self) -> usize {
        self.history.changes()
    }
}
