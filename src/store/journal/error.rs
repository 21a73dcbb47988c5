//! What goes wrong with journals.

use std::io;
use std::path::{Path, PathBuf};

use super::state::EventError;

/// What was done when a journal failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JournalStep {
    /// Making its folder, or taking hold of it.
    Folder,
    /// Looking at what there is.
    List,
    /// Reading one.
    Read,
    /// Beginning one.
    Begin,
    /// Writing what happened.
    Append,
    /// Removing what is no longer kept.
    Remove,
}

/// Why a journal is not written, or cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The system refused.
    #[error("{path}: {step:?} failed: {source}")]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What was done.
        step: JournalStep,
        /// What the system said.
        source: io::Error,
    },
    /// Nothing of it can be read.
    #[error("{path} is damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program wrote it.
    #[error("{path} is of version {version}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its form.
        version: u32,
    },
    /// What it was told cannot have happened.
    #[error("the journal was told of something that cannot have happened: {0}")]
    Diverged(#[from] EventError),
    /// There is no thread to write it on.
    #[error("there is no thread to write the journal on")]
    NoThread,
}

pub(super) fn failed(step: JournalStep, path: &Path) -> impl FnOnce(io::Error) -> JournalError {
    move |source| JournalError::Disk {
        path: path.to_owned(),
        step,
        source,
    }
}
