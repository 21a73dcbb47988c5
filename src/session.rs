//! The open document: one owner of the dataset, its file and its revision, for window and command
//! line alike.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::model::Dataset;
use crate::store::disk::Disk;
use crate::store::format::{self, Damage, FileNotes, ReadFile};
use crate::store::open::{OpenError, open, parse};
use crate::store::save::{Expected, SaveError, save};

/// The dataset that comes with the program.
const SAMPLE: &[u8] = include_bytes!("../assets/dataset/pledgebook.ron");

/// A state of a document. No two states of a run have the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Revision(u64);

impl Revision {
    fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

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

/// The open document.
#[derive(Clone, Debug)]
pub struct Session {
    dataset: Arc<Dataset>,
    revision: Revision,
    path: Option<PathBuf>,
    file: FileFacts,
}

/// What the file was like when it was read.
#[derive(Clone, Debug, Default)]
struct FileFacts {
    damage: Vec<Damage>,
    lines: std::collections::BTreeMap<String, usize>,
    notes: FileNotes,
    newer_schema: Option<u32>,
    forbidden: bool,
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
            text,
        };
        (dataset, facts)
    }
}

impl Session {
    fn of(dataset: Dataset, path: Option<PathBuf>, file: FileFacts) -> Self {
        Self {
            dataset: Arc::new(dataset),
            revision: Revision::next(),
            path,
            file,
        }
    }

    /// The dataset that comes with the program, to look at.
    pub fn sample() -> Self {
        let read = format::read(SAMPLE).map(|file| FileFacts::of(file, SAMPLE));
        // A test reads it, so there is always something; an empty book is better than no window.
        let (dataset, file) = read.unwrap_or_default();
        Self::of(dataset, None, file)
    }

    /// Opens a file.
    ///
    /// # Errors
    /// When nothing of it can be read. A damaged file opens with what can be read, read-only.
    pub fn open(path: &Path, disk: &dyn Disk) -> Result<Self, Box<OpenError>> {
        let (file, bytes) = open(path, disk)?;
        let (dataset, mut facts) = FileFacts::of(file, &bytes);
        facts.forbidden = disk.stamp(path).is_ok_and(|stamp| stamp.read_only);
        Ok(Self::of(dataset, Some(path.to_owned()), facts))
    }

    /// A document out of bytes that are in no file of their own, such as standard input.
    ///
    /// # Errors
    /// When nothing of them can be read.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Box<OpenError>> {
        let path = PathBuf::from(name);
        let (dataset, facts) = FileFacts::of(parse(&path, bytes)?, bytes);
        Ok(Self::of(dataset, Some(path), facts))
    }

    /// The same file as it is now.
    ///
    /// # Errors
    /// As [`Session::open`]; the sample is always there.
    pub fn reload(&self, disk: &dyn Disk) -> Result<Self, Box<OpenError>> {
        match &self.path {
            Some(path) => Self::open(path, disk),
            None => Ok(Self::sample()),
        }
    }

    /// Writes the document to a file, which is then the open one.
    ///
    /// # Errors
    /// When parts of it could not be read and `unread` refuses to leave them out, or when the disk
    /// refuses; the document and the file are then as they were.
    pub fn save_as(
        &self,
        path: &Path,
        unread: Unread,
        disk: &dyn Disk,
    ) -> Result<Self, SaveProblem> {
        if unread == Unread::Refuse && !self.file.damage.is_empty() {
            return Err(SaveProblem::Unread(self.file.damage.len()));
        }
        let text = format::write(&self.dataset);
        save(path, &text, Expected::Anything, disk)?;
        let (_, facts) = format::read(text.as_bytes())
            .map(|file| FileFacts::of(file, text.as_bytes()))
            .unwrap_or_default();
        Ok(Self {
            dataset: Arc::clone(&self.dataset),
            revision: self.revision,
            path: Some(path.to_owned()),
            file: facts,
        })
    }

    /// The dataset.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// Its state.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The file; none: the sample.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether it is the dataset that came with the program.
    pub fn is_sample(&self) -> bool {
        self.path.is_none()
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
}
