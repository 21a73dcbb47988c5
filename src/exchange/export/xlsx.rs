//! A workbook: real numbers and dates, a frozen row of headings with filters, the sums as formulas that
//! come to the ledger's own, and sheets of notes and sources.
//!
//! A workbook keeps fifteen digits of a number. One with more stands as text, in full, where it is one
//! of a record; a sum stands as a number, and the notes say so.

use std::io::{self, Cursor, Seek, SeekFrom, Write};

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Url, Workbook, Worksheet, XlsxError,
};

use crate::task::TaskLine;
use crate::text::Texts;

use super::error::ExportError;
use super::flat::{self, Flat, FlatColumn, Labels};
use super::guard::{Home, guarded};
use super::sheets::{About, Sheets};
use super::table::{Kind, Table, Total};

/// The most rows of a sheet.
pub const MOST_ROWS: usize = 1_048_576;
/// The most columns of a sheet.
pub const MOST_COLUMNS: usize = 16_384;
/// The most characters of a cell.
pub const MOST_CHARACTERS: usize = 32_767;
/// How many digits of a number are kept.
const DIGITS: usize = 15;
/// How many cells of a sheet lead somewhere when they are pressed; further ones are text.
const MOST_LINKS: usize = 60_000;
/// The longest address that a cell can lead to.
const LONGEST_LINK: usize = 2_000;
/// The widest column, in characters.
const WIDEST: usize = 60;
/// So many rows are looked at to see how wide a column is.
const LOOKED_AT: usize = 200;

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
        };
        filled.fill(&mut sheet, self.line)?;
        self.rounded += filled.rounded;
        self.formulas |= table.totals.iter().any(|total| table.adds_up(total));
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

fn link(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    address: &str,
    links: &mut usize,
) -> Result<(), XlsxError> {
    let opens = address.starts_with("https://") || address.starts_with("http://");
    if opens && address.len() <= LONGEST_LINK && *links < MOST_LINKS {
        *links += 1;
        sheet.write_url_with_text(row, column, Url::new(address), address)?;
    } else {
        sheet.write_string(row, column, guarded(address, Home::Workbook))?;
    }
    Ok(())
}

/// How many digits of a number count.
fn digits(number: &Decimal) -> usize {
    let plain = number.normalize().mantissa().unsigned_abs().to_string();
    plain.trim_end_matches('0').len().max(1)
}

struct Filling<'a> {
    table: &'a Table,
    columns: &'a [FlatColumn],
    formats: &'a Formats,
    labels: Labels,
    texts: Texts,
    widths: Vec<usize>,
    links: usize,
    rounded: usize,
}

impl Filling<'_> {
    fn fill(&mut self, sheet: &mut Worksheet, line: &TaskLine) -> Result<(), ExportError> {
        let table = self.table;
        for (at, column) in self.columns.iter().enumerate() {
            let heading = &column.heading;
            sheet
                .write_string_with_format(0, small(at), heading, &self.formats.head)
                .map_err(|error| make(&error))?;
        }
        for at in 0..table.len() {
            if at.is_multiple_of(256) {
                super::tell(line, at, table.len())?;
            }
            let row = flat::row(table, table.row(at), self.labels, self.texts);
            for (column, cell) in row.iter().enumerate() {
                self.cell(sheet, at + 1, column, cell)?;
            }
        }
        for (at, total) in table.totals.iter().enumerate() {
            self.total(sheet, table.len() + 2 + at, total)?;
        }
        self.shape(sheet).map_err(|error| make(&error))
    }

    /// Frozen headings, filters, widths.
    fn shape(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_freeze_panes(1, 0)?;
        if !self.columns.is_empty() && !self.table.is_empty() {
            let last = small(self.columns.len() - 1);
            sheet.autofilter(0, 0, large(self.table.len()), last)?;
        }
        for (at, width) in self.widths.iter().enumerate() {
            let width = large((*width).clamp(8, WIDEST) + 2);
            sheet.set_column_width(small(at), width)?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        sheet: &mut Worksheet,
        row: usize,
        at: usize,
        cell: &Flat,
    ) -> Result<(), ExportError> {
        let Some(column) = self.columns.get(at) else {
            return Ok(());
        };
        let place = (large(row), small(at));
        let mut width = 10;
        let written = match cell {
            Flat::Blank => return Ok(()),
            Flat::Text(text) => {
                let text = guarded(text, Home::Workbook);
                width = text.lines().next().unwrap_or_default().chars().count();
                self.text(sheet, place, column, &text)?;
                Ok(())
            }
            Flat::Link(address) => {
                width = 40;
                link(sheet, place, address, &mut self.links)
            }
            Flat::Number(number) => {
                width = digits(number) + 4;
                self.number(sheet, place, column, number)
            }
            Flat::Flag(flag) => sheet.write_boolean(place.0, place.1, *flag).map(|_| ()),
            Flat::Day(day) => self.day(sheet, place, *day),
            Flat::Date(date) => sheet
                .write_string(place.0, place.1, date.to_string())
                .map(|_| ()),
        };
        if row <= LOOKED_AT
            && let Some(widest) = self.widths.get_mut(at)
        {
            *widest = (*widest).max(width);
        }
        written.map_err(|error| make(&error))
    }

    fn text(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        column: &FlatColumn,
        text: &str,
    ) -> Result<(), ExportError> {
        let characters = text.encode_utf16().count();
        if characters > MOST_CHARACTERS {
            return Err(ExportError::LongText {
                table: self.table.name.clone(),
                row: usize::try_from(row).unwrap_or_default() + 1,
                column: column.heading.clone(),
                characters,
            });
        }
        let written = if column.kind == Kind::Prose {
            sheet.write_string_with_format(row, at, text, &self.formats.wrap)
        } else {
            sheet.write_string(row, at, text)
        };
        written.map(|_| ()).map_err(|error| make(&error))
    }

    fn number(
        &mut self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        column: &FlatColumn,
        number: &Decimal,
    ) -> Result<(), XlsxError> {
        let long = digits(number) > DIGITS;
        // A sum stays a number; what a record says stays what it says.
        if long && column.unit.is_none() {
            sheet.write_string(row, at, number.to_string())?;
            return Ok(());
        }
        self.rounded += usize::from(long);
        let format = match (column.kind, column.unit.as_deref()) {
            (Kind::Count, _) => Some(&self.formats.count),
            (Kind::Number, Some(_)) => Some(&self.formats.money),
            (Kind::Number, None) if self.is_ratio(at) => Some(&self.formats.ratio),
            _ => None,
        };
        match format {
            Some(format) => sheet.write_with_format(row, at, *number, format)?,
            None => sheet.write(row, at, *number)?,
        };
        Ok(())
    }

    /// Whether a column is one end of a part of one.
    fn is_ratio(&self, at: u16) -> bool {
        let id = self
            .columns
            .get(usize::from(at))
            .map(|column| column.id.as_str());
        let ratios = self
            .table
            .columns
            .iter()
            .filter(|column| column.kind == Kind::Ratio);
        let mut ids = ratios.flat_map(|of| [format!("{}_low", of.id), format!("{}_high", of.id)]);
        ids.any(|known| Some(known.as_str()) == id)
    }

    fn day(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        day: Date,
    ) -> Result<(), XlsxError> {
        let date = u16::try_from(day.year()).ok().filter(|year| *year >= 1901);
        let parts = date.zip(
            u8::try_from(day.month())
                .ok()
                .zip(u8::try_from(day.day()).ok()),
        );
        match parts {
            Some((year, (month, day))) => {
                let date = ExcelDateTime::from_ymd(year, month, day)?;
                sheet.write_datetime_with_format(row, at, &date, &self.formats.day)?;
            }
            // Before the calendar of workbooks begins.
            None => {
                sheet.write_string(row, at, day.to_string())?;
            }
        }
        Ok(())
    }

    /// A sum under the rows: by a formula where the rows come to it, else as a number.
    fn total(
        &mut self,
        sheet: &mut Worksheet,
        row: usize,
        total: &Total,
    ) -> Result<(), ExportError> {
        let Some(at) = flat::place(self.table, &total.column) else {
            return Ok(());
        };
        let adds_up = self.table.adds_up(total);
        let low = (at, Some(total.bounds.low));
        let high = (at + 1, total.bounds.high);
        let made = |sheet: &mut Worksheet| -> Result<(), XlsxError> {
            let label = if at == 0 {
                small(self.columns.len())
            } else {
                0
            };
            sheet.write_string_with_format(
                large(row),
                label,
                &total.label,
                &self.formats.strong,
            )?;
            for (column, sum) in [low, high] {
                let place = (large(row), small(column));
                match sum.filter(|_| total.bounds.has_number()) {
                    None if total.bounds.has_number() => {
                        let open = self.texts.get("export-part-open");
                        sheet.write_string_with_format(
                            place.0,
                            place.1,
                            open,
                            &self.formats.strong,
                        )?;
                    }
                    None => {}
                    Some(sum) if adds_up => {
                        let formula = self.formula(column, total);
                        let formula = Formula::new(formula).set_result(sum.normalize().to_string());
                        sheet.write_formula_with_format(
                            place.0,
                            place.1,
                            formula,
                            &self.formats.strong_money,
                        )?;
                    }
                    Some(sum) => {
                        sheet.write_with_format(
                            place.0,
                            place.1,
                            sum,
                            &self.formats.strong_money,
                        )?;
                    }
                }
            }
            Ok(())
        };
        made(sheet).map_err(|error| make(&error))?;
        self.rounded += usize::from(digits(&total.bounds.low) > DIGITS);
        Ok(())
    }

    /// The rows of a column added up: all of them, or those of the total's stage. Cents are cents.
    fn formula(&self, column: usize, total: &Total) -> String {
        let last = self.table.len() + 1;
        let range = |column: usize| {
            let letters = letters(column);
            format!("{letters}2:{letters}{last}")
        };
        let stage = total
            .only
            .as_deref()
            .and_then(|id| flat::place(self.table, id));
        let sum = match stage {
            None => format!("SUM({})", range(column)),
            Some(at) => {
                let word = match self.labels {
                    Labels::Ids => total.stage.key().to_owned(),
                    Labels::Words => crate::text::words::stage(total.stage, self.texts),
                };
                format!("SUMIF({},\"{word}\",{})", range(at), range(column))
            }
        };
        format!("=ROUND({sum},2)")
    }
}

/// The letters of a column: A, B … Z, AA.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        let letter = u8::try_from(left % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        for (at, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(at), name);
        }
    }

    #[test]
    fn digits_are_those_that_count() {
        for (number, count) in [
            ("0", 1),
            ("100000", 1),
            ("1.50", 2),
            ("123456789012345.6", 16),
        ] {
            assert_eq!(digits(&number.parse().unwrap()), count, "{number}");
        }
    }
}
