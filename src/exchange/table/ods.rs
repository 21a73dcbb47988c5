//! Workbooks of LibreOffice's form, OpenDocument. All sheets lie in one part, one behind the other;
//! cells and rows that are alike are written once with how often they are repeated, also a million
//! empty ones to the end of the sheet.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::cell::{Cell, Row};
use super::error::{TableError, TableNote};
use super::number::{day_of_iso, decimal};
use super::rows::RowSource;
use super::seen::Seen;
use super::xml::{Xml, attribute, bounded, push_text};
use super::zipped::Archive;
use super::{MOST_CELL, MOST_COLUMNS, MOST_REPEATED, MOST_SHEET_ROWS};
use crate::task::TaskLine;

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// A workbook that was opened.
#[derive(Debug)]
pub(super) struct Book {
    archive: Archive,
    pub(super) sheets: Vec<About>,
}

/// A sheet.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) name: String,
    pub(super) hidden: bool,
}

impl Book {
    /// Looks which sheets there are.
    pub(super) fn open(archive: Archive, line: &TaskLine) -> Result<Self, TableError> {
        if archive.has(MANIFEST) {
            let mut manifest = Xml::of_part(&archive, MANIFEST, line)?;
            loop {
                match manifest.next()? {
                    Event::Start(element) if element.local_name().as_ref() == "encryption-data" => {
                        return Err(TableError::Protected);
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
        let sheets = sheets(&archive, line)?;
        if sheets.is_empty() {
            return Err(TableError::NoSheets);
        }
        Ok(Self { archive, sheets })
    }
}

fn sheets(archive: &Archive, line: &TaskLine) -> Result<Vec<About>, TableError> {
    let mut xml = Xml::of_part(archive, CONTENT, line)?;
    let mut found = Vec::new();
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = None;
    loop {
        let is_table = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => {
                    style = attribute(&element, "name");
                    false
                }
                "table-properties" => {
                    let shown = attribute(&element, "display");
                    if shown.as_deref() == Some("false") {
                        hidden.extend(style.take());
                    }
                    false
                }
                "table" => {
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    found.push(About {
                        name: attribute(&element, "name").unwrap_or_default(),
                        hidden: hidden.contains(&style),
                    });
                    true
                }
                _ => false,
            },
            Event::Eof => return Ok(found),
            _ => false,
        };
        if is_table {
            xml.skip()?;
        }
    }
}

/// The rows of a sheet.
#[derive(Debug)]
pub(super) struct OdsRows {
    xml: Xml,
    name: String,
    /// The number of the row that was handed over last.
    number: u64,
    /// A row that comes again, and how often.
    again: Option<(Row, u64)>,
    repeated: u64,
    seen: Seen,
    ended: bool,
}

impl OdsRows {
    /// Opens a sheet by its index.
    pub(super) fn new(book: &Book, sheet: usize, line: &TaskLine) -> Result<Self, TableError> {
        let about = book.sheets.get(sheet);
        let about = about.ok_or(TableError::NoSuchSheet { number: sheet })?;
        let mut xml = Xml::of_part(&book.archive, CONTENT, line)?;
        let mut before = sheet;
        loop {
            let is_table = match xml.next()? {
                Event::Start(element) => element.local_name().as_ref() == "table",
                Event::Eof => return Err(TableError::NoSuchSheet { number: sheet }),
                _ => false,
            };
            if is_table && before == 0 {
                break;
            }
            if is_table {
                before -= 1;
                xml.skip()?;
            }
        }
        Ok(Self {
            xml,
            name: about.name.clone(),
            number: 0,
            again: None,
            repeated: 0,
            seen: Seen::default(),
            ended: false,
        })
    }

    fn count_repeated(&mut self, cells: usize, times: u64) -> Result<(), TableError> {
        self.repeated = self
            .repeated
            .saturating_add((cells as u64).saturating_mul(times));
        if self.repeated > MOST_REPEATED {
            return Err(TableError::Repeats {
                sheet: self.name.clone(),
                row: self.number + 1,
            });
        }
        Ok(())
    }

    /// Reads the cells of the row that began last.
    fn cells(&mut self) -> Result<Vec<Cell>, TableError> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut column: usize = 0;
        loop {
            let begun = match self.xml.next()? {
                Event::Start(element) => Begun::of(&element),
                Event::End(_) | Event::Eof => return Ok(cells),
                _ => continue,
            };
            let Some(begun) = begun else {
                self.xml.skip()?;
                continue;
            };
            self.seen.merged += u64::from(begun.spans);
            let at = |error: TableError| error.at_cell(&self.name, self.number + 1, column + 1);
            let text = text_of(&mut self.xml).map_err(at)?;
            let cell = begun.cell(text, &mut self.seen);
            let end = column.saturating_add(begun.times);
            if cell != Cell::Empty {
                if end > MOST_COLUMNS {
                    return Err(TableError::TooManyColumns {
                        sheet: Some(self.name.clone()),
                        row: self.number + 1,
                    });
                }
                self.count_repeated(begun.times - 1, 1)?;
                cells.resize(column, Cell::Empty);
                cells.resize(end, cell);
            }
            column = end;
        }
    }
}

impl RowSource for OdsRows {
    fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        if let Some((row, times)) = self.again.take() {
            self.number += 1;
            if times > 1 {
                self.again = Some((row.clone(), times - 1));
            }
            return Ok(Some(Row {
                number: self.number,
                ..row
            }));
        }
        while !self.ended {
            let times = match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        let times = times(&element, "number-rows-repeated");
                        self.seen.hidden_rows += if is_hidden(&element) { times } else { 0 };
                        times
                    }
                    "table-column" if is_hidden(&element) => {
                        let columns = times(&element, "number-columns-repeated");
                        self.seen.hidden_columns += columns.min(MOST_COLUMNS as u64);
                        continue;
                    }
                    // Drawings and what they hold are no rows.
                    "shapes" | "forms" | "table" => {
                        self.xml.skip()?;
                        continue;
                    }
                    _ => continue,
                },
                Event::End(element) => {
                    self.ended = element.local_name().as_ref() == "table";
                    continue;
                }
                Event::Eof => {
                    self.ended = true;
                    continue;
                }
                _ => continue,
            };
            let cells = self.cells()?;
            if cells.is_empty() {
                self.number = self.number.saturating_add(times);
                continue;
            }
            self.count_repeated(cells.len(), times - 1)?;
            self.number += 1;
            if self.number > MOST_SHEET_ROWS {
                return Err(TableError::NoSuchCell {
                    sheet: self.name.clone(),
                    cell: self.number.to_string(),
                });
            }
            let row = Row {
                number: self.number,
                cells,
            };
            self.again = (times > 1).then(|| (row.clone(), times - 1));
            return Ok(Some(row));
        }
        Ok(None)
    }

    fn notes(&self) -> Vec<TableNote> {
        self.seen.notes()
    }
}

/// How often something is repeated: once, if it does not say.
fn times(element: &BytesStart<'_>, name: &str) -> u64 {
    let told = attribute(element, name);
    told.and_then(|told| told.parse().ok()).unwrap_or(1).max(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(
        attribute(element, "visibility").as_deref(),
        Some("collapse" | "filter")
    )
}

/// What the beginning of a cell says.
#[derive(Debug, Default)]
struct Begun {
    kind: String,
    value: Option<String>,
    is: Is,
    formula: bool,
    spans: bool,
    times: usize,
}

/// What a cell is besides its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Is {
    #[default]
    Plain,
    /// Covered by a merged one.
    Covered,
    /// The mistake of a formula.
    Mistake,
}

impl Begun {
    /// None where it is no cell.
    fn of(element: &BytesStart<'_>) -> Option<Self> {
        let is = match element.local_name().as_ref() {
            "table-cell" => Is::Plain,
            "covered-table-cell" => Is::Covered,
            _ => return None,
        };
        let mut begun = Self {
            is,
            times: 1,
            ..Self::default()
        };
        let mut all = element.attributes();
        all.with_checks(false);
        for one in all.flatten() {
            let many = || one.value.parse::<usize>().is_ok_and(|number| number > 1);
            let text = || one.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            match one.key.as_ref() {
                "calcext:value-type" if is == Is::Plain && &*one.value == "error" => {
                    begun.is = Is::Mistake;
                }
                "office:value-type" => begun.kind = one.value.into_owned(),
                "office:value"
                | "office:date-value"
                | "office:boolean-value"
                | "office:string-value" => {
                    begun.value = text().ok().map(std::borrow::Cow::into_owned);
                }
                "table:formula" => begun.formula = true,
                "table:number-columns-repeated" => {
                    begun.times = one.value.parse().unwrap_or(1).max(1);
                }
                "table:number-columns-spanned" | "table:number-rows-spanned" => {
                    begun.spans |= many();
                }
                _ => {}
            }
        }
        Some(begun)
    }

    fn cell(&self, text: String, seen: &mut Seen) -> Cell {
        // What merged cells cover is not seen, so it does not stand there.
        if self.is == Is::Covered {
            return Cell::Empty;
        }
        seen.formulas += u64::from(self.formula);
        let said = |text: String| {
            if text.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(text)
            }
        };
        if self.is == Is::Mistake {
            seen.mistakes += 1;
            return Cell::Mistake(text);
        }
        let value = self.value.as_deref();
        match self.kind.as_str() {
            "string" => {
                let text = value.map_or(text, str::to_owned);
                seen.empty_results += u64::from(self.formula && text.is_empty());
                said(text)
            }
            "float" | "percentage" | "currency" if value.is_some() => {
                let number = value.and_then(decimal).map(Cell::Number);
                number.unwrap_or_else(|| said(text))
            }
            "date" if value.is_some() => {
                let day = value.and_then(day_of_iso).map(Cell::Date);
                day.unwrap_or_else(|| said(text))
            }
            "boolean" if value.is_some() => Cell::Flag(value == Some("true")),
            _ if self.formula && text.is_empty() => {
                seen.no_results += 1;
                Cell::NoResult
            }
            _ => said(text),
        }
    }
}

/// The text of the cell that began last: a line for each paragraph; remarks and drawings left out.
fn text_of(xml: &mut Xml) -> Result<String, TableError> {
    let mut text = String::new();
    let (mut inside, mut paragraphs) = (1, 0);
    while inside > 0 {
        let skipped = match xml.next()? {
            Event::Start(element) => {
                inside += 1;
                match element.local_name().as_ref() {
                    "p" | "h" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        false
                    }
                    "s" => {
                        let spaces = usize::try_from(times(&element, "c")).unwrap_or(1);
                        text.extend(std::iter::repeat_n(' ', spaces.min(MOST_CELL)));
                        false
                    }
                    "tab" => {
                        text.push('\t');
                        false
                    }
                    "line-break" => {
                        text.push('\n');
                        false
                    }
                    "span" | "a" => false,
                    _ => true,
                }
            }
            Event::End(_) => {
                inside -= 1;
                false
            }
            Event::Eof => break,
            // White space between the paragraphs is no text.
            event if inside > 1 => {
                push_text(&mut text, &event, CONTENT)?;
                false
            }
            _ => false,
        };
        if skipped {
            xml.skip()?;
            inside -= 1;
        }
        bounded(&text, CONTENT)?;
    }
    Ok(text)
}
