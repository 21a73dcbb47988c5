//! A workbook: real numbers and dates, a frozen row of headings with filters, the sums as formulas that
//! come to the ledger's own, and sheets of notes and sources.
//!
//! A workbook keeps fifteen digits of a number. One with more stands as text, in full, where it is one
//! of a record; a sum stands as a number, and the notes say so.

mod sheet;

use std::io::{self, Cursor, Seek, SeekFrom, Write};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use crate::task::TaskLine;
use crate::text::Texts;

use super::error::ExportError;
use super::flat::{self, Labels};
use super::sheets::{About, Sheets};
use super::table::Table;
use sheet::{Filling, link};

/// The most rows of a sheet.
pub const MOST_ROWS: usize = 1_048_576;
/// The most columns of a sheet.
pub const MOST_COLUMNS: usize = 16_384;
/// The most characters of a cell.
pub const MOST_CHARACTERS: usize = 32_767;

/// What goes out of a place as a workbook. The same gives the same bytes.
///
/// # Errors
/// When a sheet cannot hold it, or it was cancelled.
pub fn write(
    sheets: &Sheets,
    labels: Labels,
    texts: Texts,
    line: &TaskLine,
) -> Result<Vec<u8>, ExportError> {
    let mut book = Book::new(labels, texts, line);
    for table in &sheets.tables {
        book.table(table)?;
    }
    book.notes(&sheets.about)?;
    book.sources(&sheets.about)?;
    book.finish(&sheets.about.title)
}

/// Tables of records as a workbook, a sheet each, under the names that machines know.
///
/// # Errors
/// When a sheet cannot hold it, or it was cancelled.
pub fn write_tables(
    tables: &[Table],
    title: &str,
    texts: Texts,
    line: &TaskLine,
) -> Result<Vec<u8>, ExportError> {
    let mut book = Book::new(Labels::Ids, texts, line);
    for table in tables {
        book.table(table)?;
    }
    book.finish(title)
}

struct Formats {
    head: Format,
    wrap: Format,
    money: Format,
    count: Format,
    ratio: Format,
    day: Format,
    strong: Format,
    strong_money: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: plain().set_bold().set_text_wrap(),
            wrap: plain().set_text_wrap(),
            money: plain().set_num_format("#,##0.00"),
            count: plain().set_num_format("0"),
            ratio: plain().set_num_format("0.0%"),
            day: plain().set_num_format("yyyy-mm-dd"),
            strong: plain().set_bold(),
            strong_money: plain().set_bold().set_num_format("#,##0.00"),
        }
    }
}

struct Book<'a> {
    workbook: Workbook,
    formats: Formats,
    names: Vec<String>,
    labels: Labels,
    texts: Texts,
    line: &'a TaskLine,
    /// Sums with more digits than are kept.
    rounded: usize,
    /// Whether a sum stands as a formula.
    formulas: bool,
}

fn make(error: &XlsxError) -> ExportError {
    ExportError::Make(error.to_string())
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn large(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl<'a> Book<'a> {
    fn new(labels: Labels, texts: Texts, line: &'a TaskLine) -> Self {
        Self {
            workbook: Workbook::new(),
            formats: Formats::new(),
            names: Vec::new(),
            labels,
            texts,
            line,
            rounded: 0,
            formulas: false,
        }
    }

    /// A name that a sheet can have, and no other has.
    fn name(&mut self, wanted: &str) -> String {
        let clean: String = wanted
            .chars()
            .map(|c| {
                if "[]:*?/\\'".contains(c) || c.is_control() {
                    ' '
                } else {
                    c
                }
            })
            .collect();
        let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
        let clean = clean.as_str();
        let clean = if clean.is_empty() { "Sheet" } else { clean };
        let mut count = 1;
        loop {
            let tail = if count == 1 {
                String::new()
            } else {
                format!(" ({count})")
            };
            let room = 31 - tail.len();
            let name: String = clean.chars().take(room).collect::<String>() + &tail;
            let folded = name.to_lowercase();
            if !self.names.contains(&folded) {
                self.names.push(folded);
                return name;
            }
            count += 1;
        }
    }

    fn table(&mut self, table: &Table) -> Result<(), ExportError> {
        let columns = flat::columns(table, self.labels, self.texts);
        // Below the rows: a blank one, and the sums.
        let rows = table.len() + 1;
        if rows + 1 + table.totals.len() > MOST_ROWS {
            let table = table.name.clone();
            return Err(ExportError::TooManyRows { table, rows });
        }
        if columns.len() > MOST_COLUMNS {
            return Err(ExportError::TooManyColumns {
                table: table.name.clone(),
                columns: columns.len(),
            });
        }
        let wanted = match self.labels {
            Labels::Ids => &table.name,
            Labels::Words => &table.title,
        };
        let name = self.name(wanted);
        let mut sheet = Worksheet::new();
        sheet.set_name(name).map_err(|error| make(&error))?;
        let mut filled = Filling {
            table,
            columns: &columns,
            formats: &self.formats,
            labels: self.labels,
            texts: self.texts,
            widths: columns
                .iter()
                .map(|of| of.heading.chars().count().min(24))
                .collect(),
            links: 0,
            rounded: 0,
            formulas: false,
        };
        filled.fill(&mut sheet, self.line)?;
        self.rounded += filled.rounded;
        self.formulas |= filled.formulas;
        self.workbook.push_worksheet(sheet);
        Ok(())
    }

    /// Two columns of text.
    fn pairs(&mut self, name: &str, rows: &[(String, String)]) -> Result<(), ExportError> {
        let name = self.name(name);
        let sheet = self.workbook.add_worksheet();
        let made = || -> Result<(), XlsxError> {
            sheet.set_name(name)?;
            sheet.set_column_width(0, 28)?;
            sheet.set_column_width(1, 100)?;
            for (at, (left, right)) in rows.iter().enumerate() {
                sheet.write_string_with_format(large(at), 0, cut(left), &self.formats.strong)?;
                sheet.write_string_with_format(large(at), 1, cut(right), &self.formats.wrap)?;
            }
            Ok(())
        };
        made().map_err(|error| make(&error))
    }

    fn notes(&mut self, about: &About) -> Result<(), ExportError> {
        let texts = self.texts;
        let mut rows = about.facts.clone();
        let mut notes = about.notes.clone();
        if self.formulas {
            notes.push(texts.get("export-note-formulas"));
        }
        if self.rounded > 0 {
            let args = [
                ("count", self.rounded.into()),
                ("shown", self.rounded.to_string().into()),
            ];
            notes.push(texts.with("export-note-digits", &args));
        }
        rows.extend(
            notes
                .into_iter()
                .map(|note| (texts.get("export-note"), note)),
        );
        self.pairs(&texts.get("export-sheet-notes"), &rows)
    }

    fn sources(&mut self, about: &About) -> Result<(), ExportError> {
        let texts = self.texts;
        let name = self.name(&texts.get("export-sheet-sources"));
        let sheet = self.workbook.add_worksheet();
        let formats = &self.formats;
        let heads = [
            ("№".to_owned(), 6),
            (texts.get("sources-column-id"), 18),
            (texts.get("sources-column-title"), 60),
            (texts.get("sources-column-publisher"), 32),
            (texts.get("sources-column-published"), 14),
            (texts.get("sources-column-address"), 60),
            (texts.get("field-licence"), 24),
        ];
        let made = || -> Result<(), XlsxError> {
            sheet.set_name(name)?;
            for (at, (head, width)) in heads.iter().enumerate() {
                sheet.write_string_with_format(0, small(at), head, &formats.head)?;
                sheet.set_column_width(small(at), *width)?;
            }
            sheet.set_freeze_panes(1, 0)?;
            for (row, numbered) in (1..).zip(&about.sources) {
                let of = &numbered.source;
                sheet.write_number_with_format(row, 0, large(numbered.number), &formats.count)?;
                let published = of.published.map(|date| date.to_string());
                let licence = of.licence.clone().unwrap_or_default();
                let cells = [of.id.to_string(), of.title.clone(), of.publisher.clone()];
                for (column, text) in (1..).zip(cells) {
                    sheet.write_string_with_format(row, column, cut(&text), &formats.wrap)?;
                }
                sheet.write_string(row, 4, published.unwrap_or_default())?;
                link(sheet, (row, 5), &of.url, &mut 0)?;
                sheet.write_string(row, 6, cut(&licence))?;
            }
            Ok(())
        };
        made().map_err(|error| make(&error))
    }

    fn finish(mut self, title: &str) -> Result<Vec<u8>, ExportError> {
        // One day for all, so that the same numbers give the same bytes.
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| make(&error))?;
        let properties = DocProperties::new()
            .set_title(title)
            .set_comment("Pledgebook")
            .set_creation_datetime(&made);
        self.workbook.set_properties(&properties);
        let mut out = Guarded {
            inner: Cursor::new(Vec::new()),
            line: self.line.clone(),
        };
        let saved = self.workbook.save_to_writer(&mut out);
        if self.line.is_cancelled() {
            return Err(ExportError::Cancelled);
        }
        saved.map_err(|error| make(&error))?;
        Ok(out.inner.into_inner())
    }
}

/// Bytes that stop coming when the work is cancelled.
struct Guarded {
    inner: Cursor<Vec<u8>>,
    line: TaskLine,
}

impl Write for Guarded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.line.is_cancelled() {
            return Err(io::Error::other("cancelled"));
        }
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl Seek for Guarded {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// A text that a cell of notes can hold: notes are ours, and short, but titles of sources are not.
fn cut(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}
