//! Records as rows of tables: what a spreadsheet user reads and edits, and what comes back as the same
//! records. Every kind has a table; a column is a path into the record, as scripts name it
//! (`figure.cite.source`, `fulfils[0].share`). An amount is seven columns: `figure.amount.form`, `value`,
//! `value_to`, `currency`, `period`, `from`, `to`. The values of a series stand in a table of their own,
//! a row a year or a month (`gdp_years`).
//!
//! All of it follows from the shapes of the records ([`crate::edit::shape`]), so that a new field is
//! written and read without a word here.

mod amount;
mod build;
mod columns;
mod place;
mod read;
mod row;
mod sheet;

pub use amount::{AmountPart, FORMS, PERIODS, Parts as AmountParts};
pub use build::Wrong;
pub use columns::Layout;
pub use place::{Holds, PathColumn};
pub use read::{ReadRecords, RowTrouble, is_ours, read, sheet_of};
pub use row::{table, tables};
pub use sheet::RecordSheet;
