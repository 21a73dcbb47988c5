//! Files: the text form of a dataset, and how it gets on and off the disk whole.
//!
//! Invariants: reading never loses a record in silence (what cannot be read is told with line and
//! column); writing is canonical (the same dataset gives the same bytes); a save leaves either the
//! old or the new file whole, and never writes over what another program wrote unseen.

mod beside;
mod damage;
mod migrate;
mod read;
mod record;
mod salvage;
mod scan;
mod section;
mod write;

pub mod backup;
pub mod disk;
pub mod folders;
pub mod format;
pub mod hash;
pub mod journal;
pub mod open;
pub mod presence;
pub mod save;
pub mod trouble;
pub mod watch;
