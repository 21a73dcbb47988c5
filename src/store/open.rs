//! Opening: the bytes of a file, read whole while it does not change, then as a dataset.

use std::io;
use std::path::{Path, PathBuf};

use super::damage::ReadError;
use super::disk::Disk;
use super::read::{ReadFile, read};

/// The largest file that is read, in bytes: 512 MiB, some five hundred times the bundled dataset.
pub const LIMIT: u64 = 512 * 1024 * 1024;

/// Why a file cannot be opened.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {why}")]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// Why not.
    #[source]
    pub why: OpenProblem,
    /// Its text, where a place in it is to be shown.
    pub text: Option<String>,
}

/// Why a file cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenProblem {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is a folder.
    #[error("this is a folder")]
    Folder,
    /// The system does not let it be read.
    #[error("no permission")]
    Permission,
    /// It is larger than [`LIMIT`].
    #[error("{bytes} bytes are too many")]
    TooLarge {
        /// How large it is.
        bytes: u64,
    },
    /// It changed while it was read, twice.
    #[error("it changes while it is read")]
    Changing,
    /// Anything else that the system said.
    #[error("{0}")]
    Io(io::Error),
    /// Its bytes are no dataset.
    #[error("{0}")]
    Read(ReadError),
}

impl From<io::Error> for OpenProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::PermissionDenied => Self::Permission,
            _ => Self::Io(error),
        }
    }
}

/// Reads a file as a dataset, with its text.
///
/// # Errors
/// When there is nothing to read, or nothing of it can be read as a dataset.
pub fn open(path: &Path, disk: &dyn Disk) -> Result<(ReadFile, Vec<u8>), Box<OpenError>> {
    let bytes = bytes_of(path, disk).map_err(|why| {
        Box::new(OpenError {
            path: path.to_owned(),
            why,
            text: None,
        })
    })?;
    let file = parse(path, &bytes)?;
    Ok((file, bytes))
}

/// Reads bytes that came from `path` (or from standard input) as a dataset.
///
/// # Errors
/// When nothing of them can be read as a dataset.
pub fn parse(path: &Path, bytes: &[u8]) -> Result<ReadFile, Box<OpenError>> {
    read(bytes).map_err(|error| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let why = OpenProblem::Read(error);
        Box::new(OpenError {
            path: path.to_owned(),
            why,
            text: Some(text),
        })
    })
}

/// The bytes of a file that did not change while they were read; it is tried twice.
fn bytes_of(path: &Path, disk: &dyn Disk) -> Result<Vec<u8>, OpenProblem> {
    for _ in 0..2 {
        let before = disk.stamp(path)?;
        if before.folder {
            return Err(OpenProblem::Folder);
        }
        if before.len > LIMIT {
            return Err(OpenProblem::TooLarge { bytes: before.len });
        }
        let bytes = disk.read(path, LIMIT + 1)?;
        let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        // What is no file on a disk (a pipe, a device) tells no length: its bytes are taken as they come.
        let special = before.len == 0 && read > 0;
        if read > LIMIT {
            return Err(OpenProblem::TooLarge { bytes: read });
        }
        if special || (disk.stamp(path)? == before && read == before.len) {
            return Ok(bytes);
        }
    }
    Err(OpenProblem::Changing)
}
