//! The one entry for window and command line: what a place shows, as the bytes of a file.

use std::path::{Path, PathBuf};

use crate::task::TaskLine;
use crate::text::{Texts, numbers};

use super::error::ExportError;
use super::flat::Labels;
use super::sheets::Sheets;
use super::table::{Table, Total};
use super::{csv, json, notes, xlsx};

/// In which format.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// Comma-separated values: one table.
    Csv,
    /// A workbook: a sheet a table.
    Xlsx,
    /// JSON: all tables.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format that a file's name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| format.ending() == ending)
    }
}

/// Where the notes of a table of CSV stand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum NotesAt {
    /// In a file beside it.
    #[default]
    Beside,
    /// Above the rows, in lines that begin with `#`.
    Above,
    /// Nowhere.
    Nowhere,
}

/// How it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct How {
    /// Headings and words of closed lists.
    pub labels: Labels,
    /// Of CSV: whether it begins with the mark by which Excel knows UTF-8.
    pub bom: bool,
    /// Of CSV: where its notes stand.
    pub notes: NotesAt,
}

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The bytes of the file of notes beside it, where there is to be one.
    pub beside: Option<Vec<u8>>,
}

/// The file of notes beside a file: `ledger.csv.notes.txt`.
pub fn notes_beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".notes.txt");
    PathBuf::from(name)
}

/// What a place shows as the bytes of a file.
///
/// # Errors
/// When the format cannot hold it, or it was cancelled.
pub fn write(
    sheets: &Sheets,
    format: Format,
    how: How,
    texts: Texts,
    line: &TaskLine,
) -> Result<Written, ExportError> {
    let alone = |bytes| Written {
        bytes,
        beside: None,
    };
    match format {
        Format::Xlsx => xlsx::write(sheets, how.labels, texts, line).map(alone),
        Format::Json => json::write(sheets, line).map(alone),
        Format::Csv => {
            let [table] = sheets.tables.as_slice() else {
                let names = sheets.tables.iter().map(|table| table.name.clone());
                return Err(ExportError::WhichTable(names.collect()));
            };
            let lines = notes::lines(&sheets.about, &totals(table, texts), texts);
            let mut bytes = Vec::new();
            if how.bom {
                bytes.extend("\u{feff}".bytes());
            }
            if how.notes == NotesAt::Above {
                bytes.extend(notes::leading(&lines));
            }
            bytes.extend(csv::write(table, how.labels, texts, line)?);
            let beside = how.notes == NotesAt::Beside;
            Ok(Written {
                bytes,
                beside: beside.then(|| notes::text(&lines)),
            })
        }
    }
}

/// The sums of a table, as people read them.
fn totals(table: &Table, texts: Texts) -> Vec<(String, &Total)> {
    let told = |total: &Total| {
        let at = table.place(&total.column)?;
        let unit = table.columns.get(at)?.unit.as_deref()?;
        let unit = unit.parse().ok()?;
        Some(numbers::bounds_exact(&total.bounds, unit, texts))
    };
    let totals = table.totals.iter();
    totals
        .map(|total| (told(total).unwrap_or_default(), total))
        .collect()
}
