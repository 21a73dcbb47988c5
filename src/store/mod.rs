//! Files: the text form of a dataset, and how it gets on and off the disk whole.
//!
//! Invariants: reading never loses a record in silence (what cannot be read is told with line and
//! column); writing is canonical (the same dataset gives the same bytes); a save leaves either the
//! old or the new file whole. `std::fs` is used in [`disk`] alone.

mod damage;
mod migrate;
mod read;
mod record;
mod salvage;
mod scan;
mod section;
mod write;

pub mod disk;
pub mod format;
pub mod open;
pub mod save;
