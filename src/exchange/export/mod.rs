//! What goes out: exactly the rows, columns and order that a view shows, under its assumptions, as
//! CSV, as a workbook, as JSON, as a smaller book, or as a data package.
//!
//! [`View`] says which page and how it is looked at; [`View::sheets`] gives its tables with what they
//! rest on; [`write()`] makes the bytes of a file of them. Window and command line call the same three.

pub mod csv;
pub mod error;
pub mod flat;
pub mod guard;
pub mod iati;
pub mod json;
pub mod notes;
pub mod package;
pub mod sheets;
pub mod subset;
pub mod table;
pub mod view;
pub mod write;
pub mod xlsx;

pub use error::ExportError;
pub use flat::Labels;
pub use sheets::{About, Numbered, Sheets};
pub use table::{Column, Kind, Table, Total, Value};
pub use view::{Reader, View};
pub use write::{Format, How, NotesAt, Written, notes_beside, write};

use crate::task::TaskLine;

/// Says how far it is, and asks whether to go on.
fn tell(line: &TaskLine, done: usize, of: usize) -> Result<(), ExportError> {
    if line.is_cancelled() {
        return Err(ExportError::Cancelled);
    }
    let percent = done.saturating_mul(100) / of.max(1);
    line.progress(u8::try_from(percent).unwrap_or(100));
    Ok(())
}
