//! Journals: what happens to a document, on the disk within a second, outside the document's folder,
//! so that a crash loses nothing and the history outlives a restart.
//!
//! In the data folder each document has a folder of its own, `journals/<key>`, for the user alone:
//!
//! - `base-N.ron`: a state of the document, whole, so that nothing else is needed to read it back.
//! - `log-N.jsonl`: what the log is about (versions, the document's path, the hash of its file, of
//!   the base), the steps that led to the base, `begun`; then, as it happens, an event a line. Each
//!   line begins with its CRC-32, so that a torn or damaged one is seen; all before it counts.
//! - `lock`: held by the window that writes the journal. A second window on the same document has a
//!   journal of its own, `<key>+2`.
//!
//! Nothing is written before there is something to keep. A log that grew too long is begun anew as
//! generation N + 1, with the base as it is now and the latest steps; it is written whole under
//! another name, and takes effect when it is renamed. Generation N goes only when that is on the
//! disk. So at any moment one generation is whole.
//!
//! A journal whose document was saved stays, for its history, as long as it is among the latest; one
//! that has something unsaved, for half a year at least.

mod error;
mod found;
mod home;
mod line;
mod read;
mod state;
mod write;
mod writer;

pub use error::{JournalError, JournalStep};
pub use found::{DocumentNow, Found, Left, Unreadable};
pub use home::Journals;
pub use state::{Drafts, EventError, State, Unsaved};
pub use write::Journal;
pub use writer::JournalWriter;
