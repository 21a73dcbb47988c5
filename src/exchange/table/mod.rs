//! Tables as they stand in files: CSV and its kin, workbooks, JSON. A file is opened once, its sheets
//! are told, and the rows of one are handed over one by one, each with its number as a spreadsheet
//! shows it. Nothing is read into a meaning here: that is [`super::import`]'s.
//!
//! Rows in which nothing stands are passed over, which their numbers tell; a row ends at its last
//! cell in which something stands.
//!
//! # Decisions
//! - **XLSX is read by a reader of our own, row by row from the packed bytes.** calamine, which reads
//!   the old `.xls` here, was tried in its place (0.38). It streams too, tells a formula without a
//!   stored result from an empty cell, and knows days. What it cannot do:
//!   - Safety: it makes room for as many shared texts as the file claims, so that a workbook of 3 KB
//!     ends the program, which cannot be caught; it copies a font for each style that uses it, so that
//!     another of 3 KB takes 2 GB. Limits on unpacked bytes help against neither.
//!   - `#SPILL!`, `#CALC!`, `#GETTING_DATA` and cells with an extension end the sheet there, and the
//!     place is not told.
//!   - Numbers pass through binary fractions: a whole number of more than 15 digits, such as an
//!     identifier, comes out as another.
//!   - Texts and styles are looked for under their usual names, not where the workbook says that they
//!     lie: under another name, days silently become numbers. A workbook with a macro sheet is refused.
//!   - Hidden rows and columns are not told.
//!
//!   Its texts and styles are not to be had apart from its cells, so it is all or nothing; and a guard
//!   before it would walk through the same XML as the reader does. `tests/files/tables_reasons.rs`
//!   holds these reasons against calamine: once one of them fails, this is to be looked at again.
//! - **ODS is read by a reader of our own**, as calamine reads all sheets whole when it opens a workbook,
//!   and writes out every cell and row that is said to be repeated.
//! - **A file is read through once when it is opened**: for its hash, and so that a text is known to
//!   be UTF-8 or not, and free of NUL, before its first row is handed over.
//! - **Small files are kept**, large ones are read again from the disk for their rows; one that was
//!   changed in between is refused.

mod cell;
mod delimited;
mod dialect;
mod error;
mod heading;
mod json;
mod number;
mod ods;
mod open;
mod raw;
mod rows;
mod seen;
mod sniff;
mod text;
mod told;
mod xls;
mod xlsx;
mod xml;
mod zipped;

pub use cell::{Cell, Row};
pub use delimited::Delimited;
pub use error::{Stranger, TableError, TableNote};
pub use heading::{Heading, heading, likely_sheet};
pub use open::{Format, Opened, SheetInfo, open, open_bytes};
pub use raw::{Raw, RawReader};
pub use rows::Rows;
pub use text::TextEncoding;
pub use told::{noted, told};

/// The most bytes of text in one cell: 16 MiB. A spreadsheet holds 32,767 characters; more than this
/// is a quote that nobody closed, or made to fill the memory.
pub const MOST_CELL: usize = 16 << 20;
/// The most bytes of text in one row: 64 MiB.
pub const MOST_ROW: usize = 64 << 20;
/// The most columns, as many as a workbook can have.
pub const MOST_COLUMNS: usize = 16_384;
/// The most rows of a sheet of a workbook. A text file can have more.
pub const MOST_SHEET_ROWS: u64 = 1_048_576;
/// The most bytes that one part of an archive may unpack to: 4 GiB. Parts are read piece by piece,
/// so this bounds time, not memory.
pub const MOST_UNPACKED: u64 = 4 << 30;
/// Up to here a part may unpack to any multiple of its size: 64 MiB.
pub const FREE_UNPACKED: u64 = 64 << 20;
/// Beyond [`FREE_UNPACKED`] a part may unpack to at most this multiple of its packed size. Sheets of
/// a workbook reach 10 to 60; the highest that the packing can reach is about 1,030.
pub const MOST_RATIO: u64 = 150;
/// The most bytes of the texts that a workbook keeps aside for its cells: 256 MiB. They are held in
/// memory while the workbook is open.
pub const MOST_SHARED: usize = 256 << 20;
/// The largest JSON file: 32 MiB. It is held in memory as a whole, and takes many times as much there.
pub const MOST_JSON: u64 = 32 << 20;
/// The most tables that are looked for in one JSON file.
pub const MOST_JSON_TABLES: usize = 200;
/// The largest part of a data package that is unpacked at once: 256 MiB.
pub const MOST_PART: u64 = 256 << 20;
/// The most cells that a sheet of an ODS workbook may fill by saying that others are repeated.
pub const MOST_REPEATED: u64 = 4_000_000;
/// The largest workbook of the old binary format: 64 MiB. It is held in memory as a whole.
pub const MOST_XLS: u64 = 64 << 20;
