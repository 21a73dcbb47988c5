//! The rows of a sheet of a workbook, from its XML as it is unpacked.

use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::book::Book;
use super::strings::{Strings, rich_text, unescaped};
use super::styles::Styles;
use crate::exchange::table::cell::{Cell, Row};
use crate::exchange::table::error::{TableError, TableNote};
use crate::exchange::table::number::{Days, day_of_iso, decimal};
use crate::exchange::table::rows::RowSource;
use crate::exchange::table::seen::Seen;
use crate::exchange::table::xml::{Xml, attribute, is_set};
use crate::exchange::table::{MOST_COLUMNS, MOST_SHEET_ROWS};
use crate::task::TaskLine;

/// The rows of a sheet.
#[derive(Debug)]
pub(in crate::exchange::table) struct SheetRows {
    xml: Xml,
    name: String,
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    days: Days,
    row: u64,
    seen: Seen,
    ended: bool,
}

/// What the beginning of a cell says.
#[derive(Debug, Default)]
struct Begun {
    place: Option<String>,
    style: usize,
    kind: Kind,
}

/// How the value of a cell is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Flag,
    Mistake,
    Day,
}

impl Begun {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut begun = Self::default();
        let mut all = element.attributes();
        all.with_checks(false);
        for one in all.flatten() {
            match one.key.as_ref() {
                "r" => begun.place = Some(one.value.into_owned()),
                "s" => begun.style = one.value.parse().unwrap_or(0),
                "t" => {
                    begun.kind = match &*one.value {
                        "s" => Kind::Shared,
                        "str" => Kind::Text,
                        "inlineStr" => Kind::Inline,
                        "b" => Kind::Flag,
                        "e" => Kind::Mistake,
                        "d" => Kind::Day,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        begun
    }
}

impl SheetRows {
    /// Opens a sheet by its index.
    pub(in crate::exchange::table) fn new(
        book: &Book,
        sheet: usize,
        line: &TaskLine,
    ) -> Result<Self, TableError> {
        let about = book.sheets.get(sheet);
        let about = about.ok_or(TableError::NoSuchSheet { number: sheet })?;
        let (strings, styles) = book.aside(line)?;
        Ok(Self {
            xml: Xml::of_part(&book.archive, &about.part, line)?,
            name: about.name.clone(),
            strings,
            styles,
            days: book.days,
            row: 0,
            seen: Seen::default(),
            ended: false,
        })
    }

    /// Where a cell stands, from 0.
    fn column(&self, place: &str) -> Result<usize, TableError> {
        let wrong = || TableError::NoSuchCell {
            sheet: self.name.clone(),
            cell: place.chars().take(20).collect(),
        };
        let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
        let column = letters.take(4).fold(0, |column: usize, letter| {
            column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
        });
        match column.checked_sub(1) {
            Some(column) if column < MOST_COLUMNS => Ok(column),
            _ => Err(wrong()),
        }
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        let told = attribute(element, "r");
        let number = told.as_ref().and_then(|told| told.trim().parse().ok());
        self.row = number.unwrap_or(self.row + 1);
        self.seen.hidden_rows += u64::from(is_set(element, "hidden"));
        if self.row == 0 || self.row > MOST_SHEET_ROWS {
            return Err(TableError::NoSuchCell {
                sheet: self.name.clone(),
                cell: self.row.to_string(),
            });
        }
        Ok(())
    }

    /// Reads the cells of the row that began last.
    fn cells(&mut self) -> Result<Vec<Cell>, TableError> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut next = 0;
        loop {
            let begun = match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "c" => {
                    Begun::of(&element)
                }
                Event::Start(_) => {
                    self.xml.skip()?;
                    continue;
                }
                Event::End(_) | Event::Eof => return Ok(cells),
                _ => continue,
            };
            let column = match &begun.place {
                Some(place) => self.column(place)?,
                None => next,
            };
            if column >= MOST_COLUMNS {
                return Err(TableError::TooManyColumns {
                    sheet: Some(self.name.clone()),
                    row: self.row,
                });
            }
            next = column + 1;
            let at = |error: TableError| error.at_cell(&self.name, self.row, column + 1);
            let cell = read_cell(&mut self.xml, &begun, &mut self.seen).map_err(at)?;
            let cell = self.valued(cell, &begun)?;
            if cell != Cell::Empty {
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                if let Some(place) = cells.get_mut(column) {
                    *place = cell;
                }
            }
        }
    }

    fn valued(&mut self, read: Read, begun: &Begun) -> Result<Cell, TableError> {
        let text = match read {
            Read::Nothing => return Ok(Cell::Empty),
            Read::NoResult => return Ok(Cell::NoResult),
            Read::Text(text) => text,
        };
        let said = || {
            if text.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(text.clone())
            }
        };
        Ok(match begun.kind {
            Kind::Shared => {
                let number = text.trim().parse().ok();
                let shared = number.and_then(|number| self.strings.get(number));
                let shared =
                    shared.ok_or_else(|| self.xml.ill("it refers to a text that is not there"))?;
                if shared.is_empty() {
                    Cell::Empty
                } else {
                    Cell::Text(shared.to_owned())
                }
            }
            Kind::Text | Kind::Inline => said(),
            Kind::Flag => Cell::Flag(matches!(text.trim(), "1" | "true" | "TRUE")),
            Kind::Mistake => {
                self.seen.mistakes += 1;
                Cell::Mistake(text)
            }
            Kind::Day => day_of_iso(&text).map_or_else(said, Cell::Date),
            Kind::Number => match decimal(&text) {
                Some(number) if self.styles.shows_days(begun.style) => self.days.cell(number),
                Some(number) => Cell::Number(number),
                None => said(),
            },
        })
    }

    /// What stands behind the rows: which cells are merged.
    fn finish(&mut self) -> Result<(), TableError> {
        loop {
            match self.xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "mergeCell" => {
                    self.seen.merged += 1;
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

/// What stands in a cell, before it is known what is meant.
enum Read {
    Nothing,
    NoResult,
    Text(String),
}

fn read_cell(xml: &mut Xml, begun: &Begun, seen: &mut Seen) -> Result<Read, TableError> {
    let (mut formula, mut value) = (false, None);
    loop {
        let name = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "f" => 'f',
                "v" => 'v',
                "is" => 'i',
                _ => '?',
            },
            Event::End(_) | Event::Eof => break,
            _ => continue,
        };
        match name {
            'f' => {
                formula = true;
                xml.skip()?;
            }
            'v' if begun.kind == Kind::Text => value = Some(unescaped(xml.text()?)),
            'v' if begun.kind != Kind::Inline => value = Some(xml.text()?),
            'i' => value = Some(rich_text(xml)?),
            _ => xml.skip()?,
        }
    }
    seen.formulas += u64::from(formula);
    let is_text = matches!(begun.kind, Kind::Text | Kind::Inline);
    Ok(match value {
        Some(value) if !value.is_empty() => Read::Text(value),
        // A text without letters is a result, as of `=""`; a number without digits is none.
        Some(_) if formula && is_text => {
            seen.empty_results += 1;
            Read::Nothing
        }
        _ if formula => {
            seen.no_results += 1;
            Read::NoResult
        }
        _ => Read::Nothing,
    })
}

impl RowSource for SheetRows {
    fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        while !self.ended {
            // A row is begun outside of the match, as the event is lent by the reader.
            let row = match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => Some(element.into_owned()),
                    "col" if is_set(&element, "hidden") => {
                        let number = |name: &str| {
                            let told = attribute(&element, name);
                            told.and_then(|told| told.parse::<u64>().ok()).unwrap_or(0)
                        };
                        let columns = number("max").saturating_sub(number("min")) + 1;
                        self.seen.hidden_columns += columns.min(MOST_COLUMNS as u64);
                        None
                    }
                    _ => None,
                },
                Event::End(element) => {
                    if element.local_name().as_ref() == "sheetData" {
                        self.finish()?;
                        self.ended = true;
                    }
                    None
                }
                Event::Eof => {
                    self.ended = true;
                    None
                }
                _ => None,
            };
            if let Some(row) = row {
                self.begin_row(&row)?;
                let cells = self.cells()?;
                return Ok(Some(Row {
                    number: self.row,
                    cells,
                }));
            }
        }
        Ok(None)
    }

    fn notes(&self) -> Vec<TableNote> {
        self.seen.notes()
    }
}
