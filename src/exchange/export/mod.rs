//! What goes out: exactly the rows, columns and order that a view shows, under its assumptions, as
//! CSV, as a workbook, as JSON, as a smaller book, or as a data package.

pub mod csv;
pub mod error;
pub mod flat;
pub mod guard;
pub mod table;

pub use error::ExportError;
pub use flat::Labels;
pub use table::{Column, Kind, Table, Total, Value};

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
