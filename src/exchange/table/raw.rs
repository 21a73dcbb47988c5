//! The bytes of a file: kept where they are few, read again from the disk where they are many.

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::error::TableError;
use crate::task::TaskLine;

/// Up to so many bytes a file is kept in memory: 16 MiB.
const KEPT: u64 = 16 << 20;
/// So many bytes are read at once; between two pieces it is asked whether to go on.
pub(super) const PIECE: usize = 64 << 10;

/// The bytes of a file, to be read as often as needed. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Raw {
    /// They are in memory.
    Kept(Arc<Vec<u8>>),
    /// They are on the disk.
    File {
        /// Where.
        path: PathBuf,
        /// How many.
        bytes: u64,
        /// When the file was last changed, as it was opened.
        changed: Option<SystemTime>,
    },
}

impl Raw {
    /// The bytes of a file. One of up to 16 MiB is read here.
    ///
    /// # Errors
    /// Where there is no such file, or it must not be read.
    pub fn of_file(path: &Path, line: &TaskLine) -> Result<Self, TableError> {
        let of_io = |error: io::Error| TableError::of_io(&error);
        let about = fs::metadata(path).map_err(of_io)?;
        if about.is_dir() {
            return Err(TableError::Folder);
        }
        if !about.is_file() {
            return Err(TableError::NotAFile);
        }
        let raw = Self::File {
            path: path.to_owned(),
            bytes: about.len(),
            changed: about.modified().ok(),
        };
        if about.len() > KEPT {
            return Ok(raw);
        }
        let mut kept = Vec::new();
        // One byte more than told shows a file that grows meanwhile.
        let mut reader = raw.reader(line)?.take(about.len() + 1);
        reader.read_to_end(&mut kept).map_err(of_io)?;
        if u64::try_from(kept.len()) == Ok(about.len()) {
            Ok(Self::Kept(Arc::new(kept)))
        } else {
            Err(TableError::Changed)
        }
    }

    /// How many bytes there are.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Kept(kept) => u64::try_from(kept.len()).unwrap_or(u64::MAX),
            Self::File { bytes, .. } => *bytes,
        }
    }

    /// Reads them from the first on. The reader ends with an error that [`TableError`] tells of when
    /// the work is cancelled.
    ///
    /// # Errors
    /// Where the file was changed since it was opened, or can no longer be read.
    pub fn reader(&self, line: &TaskLine) -> Result<RawReader, TableError> {
        let source = match self {
            Self::Kept(kept) => Source::Kept(Cursor::new(Kept(Arc::clone(kept)))),
            Self::File {
                path,
                bytes,
                changed,
            } => {
                let file = File::open(path).map_err(|error| TableError::of_io(&error))?;
                let about = file.metadata().map_err(|error| TableError::of_io(&error))?;
                if about.len() != *bytes || about.modified().ok() != *changed {
                    return Err(TableError::Changed);
                }
                Source::File(file)
            }
        };
        Ok(RawReader {
            source,
            line: line.clone(),
        })
    }

    /// The first bytes, at most so many.
    pub(super) fn head(&self, most: usize, line: &TaskLine) -> Result<Vec<u8>, TableError> {
        let mut head = Vec::new();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        let mut reader = self.reader(line)?.take(most);
        reader
            .read_to_end(&mut head)
            .map_err(|error| TableError::of_io(&error))?;
        Ok(head)
    }

    /// All bytes at once, where they are at most so many.
    pub(super) fn whole(&self, most: u64, line: &TaskLine) -> Result<Arc<Vec<u8>>, TableError> {
        if self.bytes() > most {
            return Err(TableError::TooLarge {
                bytes: self.bytes(),
                limit: most,
            });
        }
        match self {
            Self::Kept(kept) => Ok(Arc::clone(kept)),
            Self::File { .. } => {
                let most = usize::try_from(most).unwrap_or(usize::MAX);
                self.head(most, line).map(Arc::new)
            }
        }
    }

    /// Hands every piece over in turn, telling how far it is.
    pub(super) fn each_piece(
        &self,
        line: &TaskLine,
        mut piece: impl FnMut(&[u8]) -> Result<(), TableError>,
    ) -> Result<(), TableError> {
        let mut reader = self.reader(line)?;
        let mut buffer = vec![0; PIECE];
        let (mut done, all) = (0, self.bytes());
        loop {
            let read = match reader.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(TableError::of_io(&error)),
            };
            piece(buffer.get(..read).unwrap_or_default())?;
            done += u64::try_from(read).unwrap_or(0);
            line.progress(percent(done, all));
        }
    }
}

/// How many of all, in per cent.
pub(super) fn percent(done: u64, all: u64) -> u8 {
    let percent = done.saturating_mul(100).checked_div(all).unwrap_or(100);
    u8::try_from(percent.min(100)).unwrap_or(100)
}

/// Reads the bytes of a [`Raw`].
#[derive(Debug)]
pub struct RawReader {
    source: Source,
    line: TaskLine,
}

#[derive(Debug)]
enum Source {
    Kept(Cursor<Kept>),
    File(File),
}

#[derive(Debug)]
struct Kept(Arc<Vec<u8>>);

impl AsRef<[u8]> for Kept {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Read for RawReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.line.is_cancelled() {
            return Err(TableError::Cancelled.into_io());
        }
        match &mut self.source {
            Source::Kept(kept) => kept.read(buffer),
            Source::File(file) => file.read(buffer),
        }
    }
}

impl Seek for RawReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.source {
            Source::Kept(kept) => kept.seek(to),
            Source::File(file) => file.seek(to),
        }
    }
}
