//! Files of the field become aid entries. A *layout* (columns mapped by hand or by a profile, a release
//! of the Kiel tracker, FTS, IATI, our own tables) turns rows into *drafts* and tells of each row that
//! it leaves out why; what the drafts have in common is judged against the book afterwards: whose they
//! are, what is here already, which ids they get. Then all is one command.

pub mod draft;
pub mod fts;
pub mod recipient;
mod watched;

pub use draft::{Doubt, Draft, Place, Skip, Skipped, Told};
