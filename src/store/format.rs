//! The file: canonical RON, readable and editable by hand. Header fields first, then the sections,
//! records sorted by id; a record a block, fields in the order of the model, defaults left out.

pub use super::damage::{Damage, DamageKind, Place, ReadError, ValueProblem};
pub use super::read::{Comments, FileNotes, ReadFile, read};
pub use super::section::Section;
pub use super::write::write;
