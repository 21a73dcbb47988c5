//! Files of the field become aid entries. A *layout* (columns mapped by hand or by a profile, a release
//! of the Kiel tracker, FTS, IATI, our own tables) turns rows into *drafts* and tells of each row that
//! it leaves out why; what the drafts have in common is judged against the book afterwards: whose they
//! are, what is here already, which ids they get. Then all is one command.

pub mod columns;
pub mod draft;
pub mod fields;
pub mod file;
pub mod fts;
pub mod iati;
pub mod judge;
pub mod kiel;
pub mod layout;
pub mod merge;
pub mod parties;
pub mod plan;
pub mod profile;
pub mod recipient;
mod statement;
pub mod sums;
pub mod told;
mod view;
mod watched;
pub mod when;

pub use draft::{Doubt, Draft, Place, Skip, Skipped, Told};
pub use file::{About, FileFacts};
pub use judge::{Choices, Likely, judge};
pub use layout::{Candidate, ImportError, Layout, Setup, facts, find, mapped, read, sample};
pub use merge::{Differing, Merge, merge, records_of};
pub use plan::{Plan, command};
pub use profile::Profile;

/// The work was cancelled by the person who asked for it: nothing is changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// The beginning of a text, for an error or a summary: at most `longest` characters.
fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
