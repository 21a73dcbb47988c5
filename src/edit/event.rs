//! What happens to a document, in order: enough to have its history again.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::command::Command;
use super::path::Path;
use super::record::Key;

/// Something that happened to a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A command was done (or joined the step before).
    Did(Box<Command>),
    /// The last step was taken back.
    Undid,
    /// The next step was done again.
    Redid,
    /// A field that was typed into was left.
    LeftField,
    /// A state is on the disk.
    Saved {
        /// In this file.
        path: PathBuf,
        /// With this SHA-256, in hex.
        hash: String,
        /// How many steps were done since that state; fewer than none: so many were taken back.
        /// None: that state was left behind.
        #[serde(default)]
        since: Option<i64>,
    },
    /// What is typed into a field and is not a change yet; none: nothing any more.
    Drafted {
        /// The record.
        key: Key,
        /// The field.
        path: Path,
        /// The text.
        text: Option<String>,
    },
    /// What was not saved was thrown away, by the user's own word: the state is the one on the disk.
    ThrownAway,
}
