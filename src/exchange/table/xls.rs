//! Workbooks of Excel before 2007, and the container that they lie in. They are small and are read
//! as a whole; a formula without a result cannot be told from an empty cell in them.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{Data, Range, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use jiff::civil::Date;

use super::MOST_XLS;
use super::cell::{Cell, Row};
use super::error::{Stranger, TableError, TableNote};
use super::number::decimal;
use super::raw::Raw;
use super::rows::RowSource;
use crate::task::TaskLine;

/// The sheets of an old workbook.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) sheets: Vec<About>,
}

/// A sheet with its cells.
#[derive(Debug)]
pub(super) struct About {
    pub(super) name: String,
    pub(super) hidden: bool,
    range: Arc<Range<Data>>,
}

impl About {
    /// The number of the last row.
    pub(super) fn rows(&self) -> u64 {
        self.range.end().map_or(0, |(row, _)| u64::from(row) + 1)
    }
}

impl Book {
    pub(super) fn open(raw: &Raw, line: &TaskLine) -> Result<Self, TableError> {
        match held(raw, line)? {
            Held::Workbook => {}
            Held::Encrypted => return Err(TableError::Protected),
            Held::Stranger(what) => return Err(TableError::NotATable(what)),
        }
        let bytes = raw.whole(MOST_XLS, line)?;
        // The reader of this old form is another's; should it stumble over a broken file, that is an
        // error of the file.
        let read = catch_unwind(AssertUnwindSafe(|| sheets(&bytes)));
        let sheets = read.unwrap_or_else(|_| {
            Err(TableError::Xls {
                cause: "it is broken".to_owned(),
            })
        })?;
        if sheets.is_empty() {
            return Err(TableError::NoSheets);
        }
        Ok(Self { sheets })
    }

    pub(super) fn rows(&self, sheet: usize) -> Result<XlsRows, TableError> {
        let about = self.sheets.get(sheet);
        let about = about.ok_or(TableError::NoSuchSheet { number: sheet })?;
        Ok(XlsRows {
            range: Arc::clone(&about.range),
            next: 0,
            mistakes: 0,
        })
    }
}

fn sheets(bytes: &[u8]) -> Result<Vec<About>, TableError> {
    let of_xls = |error: XlsError| match error {
        XlsError::Password => TableError::Protected,
        other => TableError::Xls {
            cause: other.to_string(),
        },
    };
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(of_xls)?;
    let about = book.sheets_metadata().to_vec();
    let tables = about
        .into_iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let mut found = Vec::new();
    for sheet in tables {
        let range = book.worksheet_range(&sheet.name).map_err(of_xls)?;
        found.push(About {
            hidden: sheet.visible != SheetVisible::Visible,
            name: sheet.name,
            range: Arc::new(range),
        });
    }
    Ok(found)
}

/// What lies in the container.
enum Held {
    Workbook,
    Encrypted,
    Stranger(Stranger),
}

/// What lies in the container, by the names in its directory.
fn held(raw: &Raw, line: &TaskLine) -> Result<Held, TableError> {
    let wide = |name: &str| -> Vec<u8> {
        let units = name.encode_utf16().flat_map(u16::to_le_bytes);
        // A name ends in a zero, so that `Book` is not found in `Workbook` alone.
        units.chain([0, 0]).collect()
    };
    let names = [
        "EncryptedPackage",
        "Workbook",
        "Book",
        "WordDocument",
        "PowerPoint Document",
    ]
    .map(wide);
    let mut found = [false; 5];
    let mut kept: Vec<u8> = Vec::new();
    raw.each_piece(line, |piece| {
        kept.extend_from_slice(piece);
        for (name, found) in names.iter().zip(&mut found) {
            *found |= kept.windows(name.len()).any(|window| window == name);
        }
        // A name can lie across two pieces.
        kept.drain(..kept.len().saturating_sub(64));
        Ok(())
    })?;
    Ok(match found {
        [true, ..] => Held::Encrypted,
        [_, _, _, true, _] => Held::Stranger(Stranger::Document),
        [_, _, _, _, true] => Held::Stranger(Stranger::Slides),
        [_, true, ..] | [_, _, true, ..] => Held::Workbook,
        _ => Held::Stranger(Stranger::Binary),
    })
}

/// The rows of a sheet.
#[derive(Debug)]
pub(super) struct XlsRows {
    range: Arc<Range<Data>>,
    next: usize,
    mistakes: u64,
}

impl XlsRows {
    fn cell(&mut self, data: &Data) -> Cell {
        match data {
            Data::Empty => Cell::Empty,
            Data::String(text) if text.is_empty() => Cell::Empty,
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                Cell::Text(text.clone())
            }
            Data::Int(number) => Cell::Number((*number).into()),
            Data::Float(number) => number_cell(&number.to_string()),
            Data::Bool(flag) => Cell::Flag(*flag),
            Data::Error(mistake) => {
                self.mistakes += 1;
                Cell::Mistake(mistake.to_string())
            }
            Data::DateTime(time) => {
                let (year, month, day, ..) = time.to_ymd_hms_milli();
                let day = || {
                    let year = i16::try_from(year).ok()?;
                    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
                };
                let is_day = time.is_datetime() && time.as_f64() >= 1.0;
                let day = if is_day { day() } else { None };
                day.map_or_else(|| number_cell(&time.as_f64().to_string()), Cell::Date)
            }
        }
    }
}

fn number_cell(text: &str) -> Cell {
    decimal(text).map_or_else(|| Cell::Text(text.to_owned()), Cell::Number)
}

impl RowSource for XlsRows {
    fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        let range = Arc::clone(&self.range);
        let (first, before) = range.start().unwrap_or_default();
        let index = self.next;
        let Some(row) = range.rows().nth(index) else {
            return Ok(None);
        };
        self.next += 1;
        let before = usize::try_from(before).unwrap_or(0);
        let mut cells = vec![Cell::Empty; before];
        for data in row {
            cells.push(self.cell(data));
        }
        Ok(Some(Row {
            number: u64::from(first) + index as u64 + 1,
            cells,
        }))
    }

    fn notes(&self) -> Vec<TableNote> {
        let cells = self.mistakes;
        let mistakes = (cells > 0).then_some(TableNote::Mistakes { cells });
        mistakes.into_iter().collect()
    }
}
