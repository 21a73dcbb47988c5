//! Two states of a document beside each other, record by record: what was added, taken out, changed
//! in which fields; and what two people did to the same state.
//!
//! Invariants: nothing that differs is left out, and nothing that is the same is told. What is found
//! can be done: [`diff::becoming`] gives the changes that make the one state the other.

pub mod diff;
pub mod onto;
pub mod words;

pub use diff::{ChangeKind, Difference, RecordChange, Sides, becoming, diff, sides};
pub use onto::{Conflict, Onto, Side};
