//! Changes of a document: what can be changed, how, and how it is taken back.
//!
//! Invariants: every change is a [`Command`] of whole-record [`Change`]s; applying one gives its
//! inverse, so undoing all that was done gives the exact dataset back. A change that cannot be done
//! changes nothing. What is typed goes through [`field`]: a path into a record, the shape of what
//! stands there, the model's own types as the judge of what may stand there.

pub mod command;
pub mod event;
pub mod field;
pub mod fix;
pub mod history;
pub mod ids;
pub mod label;
pub mod links;
pub mod make;
pub mod paste;
pub mod path;
pub mod record;
pub mod refusal;
pub mod script;
pub mod several;
pub mod shape;
pub mod typed;
pub mod words;

pub use command::{Change, Command, EditError, apply};
pub use event::Event;
pub use field::FieldError;
pub use fix::FixName;
pub use history::{Group, History, Revision, Step};
pub use label::{Deed, Label};
pub use path::{Part, Path};
pub use record::{AnyRecord, Key, Kind};
pub use shape::{Field, Leaf, LinkTo, Need, Shape, Variant};
