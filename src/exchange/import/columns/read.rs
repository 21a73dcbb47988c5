//! Rows by their columns become drafts. The rows are gone through twice: first to decide for each column
//! what stands first in its dates and before its decimals, then to read them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::row::Reader;
use super::{Column, Mapping};
use crate::exchange::import::draft::{Doubt, Place, Skip, Skipped, Told};
use crate::exchange::import::fields::Field;
use crate::exchange::import::sums::{self, Magnitude, Mark, Marks, Sum};
use crate::exchange::import::when::{DayMonth, Order};
use crate::exchange::table::{Cell, Row, TableError};
use crate::model::Currency;
use crate::task::TaskLine;

/// Where a table stands in its file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// The sheet, where the file has sheets.
    pub sheet: Option<String>,
    /// How many rows stand before the first row of data: titles and headings.
    pub before: usize,
}

/// Reads the rows of a table; `rows` begins them anew each time, from the first row of the sheet.
///
/// # Errors
/// When the file cannot be read, or it was cancelled.
pub fn read<I>(
    table: &Table,
    mapping: &Mapping,
    any_recipient: bool,
    rows: impl Fn() -> Result<I, TableError>,
    line: &TaskLine,
) -> Result<Told, TableError>
where
    I: Iterator<Item = Result<Row, TableError>>,
{
    let mut looked = Looked::new(mapping);
    for row in rows()?.skip(table.before) {
        cancelled(line)?;
        looked.look(&row?, mapping);
    }
    let decided = looked.decided(mapping);
    let mut reader = Reader::new(table, mapping, any_recipient, decided);
    let mut told = Told::default();
    for row in rows()?.skip(table.before) {
        cancelled(line)?;
        let row = row?;
        told.rows += 1;
        match reader.row(&row) {
            Ok(draft) => told.drafts.push(draft),
            Err(why) => told.skipped.push(Skipped {
                place: Place {
                    sheet: table.sheet.clone(),
                    row: row.number,
                    ..Place::default()
                },
                why,
            }),
        }
    }
    told.doubts = looked.doubts(mapping);
    told.doubts.extend(left_open(mapping, &told));
    Ok(told)
}

fn cancelled(line: &TaskLine) -> Result<(), TableError> {
    if line.is_cancelled() {
        return Err(TableError::Cancelled);
    }
    Ok(())
}

/// What neither a column nor a person told.
fn left_open(mapping: &Mapping, told: &Told) -> Vec<Doubt> {
    let count = told.drafts.len().to_string();
    let open = |field, known: bool| mapping.column(field).is_none() && !known && count != "0";
    let mut doubts = Vec::new();
    let stage = mapping
        .constants
        .stage
        .or_else(|| mapping.stage_of_heading());
    let aid_type = mapping.constants.aid_type;
    let aid_type = aid_type.or_else(|| mapping.type_of_heading());
    if open(Field::Stage, stage.is_some()) {
        doubts.push(Doubt::Told {
            id: "import-doubt-no-stage",
            what: count.clone(),
        });
    }
    if open(Field::Type, aid_type.is_some()) {
        doubts.push(Doubt::Told {
            id: "import-doubt-no-type",
            what: count.clone(),
        });
    }
    doubts
}

/// What was seen in the columns at the first look.
struct Looked {
    order: Order,
    marks: BTreeMap<usize, Marks>,
    magnitude: Magnitude,
    /// How many cells of the date's column hold dates, and how many numbers.
    dates: (usize, usize),
    no_results: usize,
    /// Whether a cell of the currencies' column names another one than the heading of the sums.
    other_currency: bool,
    /// How many numbers stand in columns of sums that are not read.
    others: BTreeMap<usize, usize>,
    /// The greatest sum that names its own currency and no scale, under a heading that names one.
    bare: Option<(Decimal, String)>,
}

/// What was decided for the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Decided {
    pub(super) order: DayMonth,
    pub(super) marks: BTreeMap<usize, Mark>,
    /// Numbers in the date's column are days of a spreadsheet.
    pub(super) serials: bool,
}

impl Looked {
    fn new(mapping: &Mapping) -> Self {
        let numbers = [Field::Amount, Field::Quantity];
        let columns = numbers
            .into_iter()
            .filter_map(|field| mapping.column(field));
        Self {
            order: Order::default(),
            marks: columns.map(|at| (at, Marks::default())).collect(),
            magnitude: Magnitude::default(),
            dates: (0, 0),
            no_results: 0,
            other_currency: false,
            others: mapping.other_sums().map(|(at, _)| (at, 0)).collect(),
            bare: None,
        }
    }

    /// Looks at a sum that names its own currency, where the scale is named by the heading.
    fn look_at_bare(&mut self, text: &str, column: &Column) {
        let found = column.unit.scale.and_then(|_| sums::bare(text));
        let Some(number) = found else { return };
        let is_greater = self.bare.as_ref().is_none_or(|(most, _)| number > *most);
        if is_greater {
            self.bare = Some((number, text.trim().to_owned()));
        }
    }

    fn look(&mut self, row: &Row, mapping: &Mapping) {
        for (at, count) in &mut self.others {
            let is_number = match row.cell(*at) {
                Cell::Number(number) => !number.is_zero(),
                Cell::Text(text) => {
                    sums::number(text, Mark::Point).is_some_and(|number| !number.is_zero())
                }
                _ => false,
            };
            *count += usize::from(is_number);
        }
        for (at, column) in mapping.columns.iter().enumerate() {
            let cell = row.cell(at);
            let Some(field) = column.field else { continue };
            self.no_results += usize::from(*cell == Cell::NoResult);
            match (field, cell) {
                (Field::Date, Cell::Text(text)) => {
                    self.order.look(text);
                    let is_number = text.trim().bytes().all(|b| b.is_ascii_digit());
                    let is_date = !is_number && text.contains(|c: char| c.is_ascii_digit());
                    self.dates.0 += usize::from(is_date);
                    self.dates.1 += usize::from(is_number);
                }
                (Field::Date, Cell::Date(_)) => self.dates.0 += 1,
                (Field::Date, Cell::Number(_)) => self.dates.1 += 1,
                (Field::Amount | Field::Quantity, Cell::Text(text)) => {
                    if let Some(marks) = self.marks.get_mut(&at) {
                        marks.look(text);
                    }
                    if field == Field::Amount {
                        self.look_at_bare(text, column);
                    }
                    // How great it is, is told well enough without the column's mark.
                    if field == Field::Amount
                        && let Ok(Sum::Number(number)) = sums::read(cell, Mark::Point, None)
                    {
                        self.magnitude.look(number, || text.trim().to_owned());
                    }
                }
                (Field::Currency, Cell::Text(text)) => {
                    let named = named(mapping);
                    let told = sums::currency(text, named);
                    self.other_currency |= named.is_some() && told.is_some() && told != named;
                }
                (Field::Amount, Cell::Number(number)) => {
                    self.magnitude.look(*number, || cell.raw());
                }
                _ => {}
            }
        }
    }

    fn decided(&self, mapping: &Mapping) -> Decided {
        let constants = &mapping.constants;
        let of = |marks: &Marks| constants.mark.unwrap_or_else(|| marks.decided());
        let marks = self.marks.iter().map(|(at, marks)| (*at, of(marks)));
        Decided {
            order: constants.order.unwrap_or_else(|| self.order.decided()),
            marks: marks.collect(),
            serials: self.dates.0 > 0,
        }
    }

    /// That there are more sums than are read; a few of them by name.
    fn other_sums(&self, mapping: &Mapping) -> Option<Doubt> {
        mapping.column(Field::Amount)?;
        let filled = self.others.iter().filter(|(_, count)| **count > 0);
        let name = |at: usize| match mapping.columns.get(at).map(|c| c.name.as_str()) {
            None | Some("") => format!("#{}", at + 1),
            Some(name) => name.to_owned(),
        };
        let mut names: Vec<String> = filled.map(|(at, _)| name(*at)).collect();
        if names.len() > 6 {
            names.truncate(5);
            names.push("…".to_owned());
        }
        (!names.is_empty()).then(|| Doubt::Told {
            id: "import-doubt-other-sums",
            what: names.join("; "),
        })
    }

    fn doubts(&self, mapping: &Mapping) -> Vec<Doubt> {
        let constants = &mapping.constants;
        let name = |at: usize| {
            let column = mapping.columns.get(at);
            match column.map_or("", |column: &Column| column.name.as_str()) {
                // As it is called where columns are mapped by hand.
                "" => format!("#{}", at + 1),
                name => name.to_owned(),
            }
        };
        let mut doubts = Vec::new();
        if constants.order.is_none()
            && let Some(at) = mapping.column(Field::Date)
        {
            doubts.extend(self.order.doubt(&name(at)));
        }
        if constants.mark.is_none() {
            let all = self.marks.iter();
            doubts.extend(all.filter_map(|(at, marks)| marks.doubt(&name(*at))));
        }
        if let Some(at) = mapping.column(Field::Amount)
            && let Some(column) = mapping.columns.get(at)
            && mapping.column(Field::Scale).is_none()
            && constants.scale.is_none()
        {
            let currency = constants.currency.or(column.unit.currency);
            let doubt = self.magnitude.doubt(&name(at), &column.unit, currency);
            // Ten thousand of a million each are more than a cell means that names its own currency.
            let bare = self.bare.as_ref();
            let bare = bare.filter(|(number, _)| *number >= Decimal::from(10_000));
            doubts.extend(doubt.or_else(|| {
                Some(Doubt::Scale {
                    column: name(at),
                    unit: column.unit.named(currency),
                    greatest: bare?.1.clone(),
                })
            }));
        }
        doubts.extend(self.other_sums(mapping));
        if self.other_currency
            && let Some(at) = mapping.column(Field::Amount)
        {
            doubts.push(Doubt::Told {
                id: "import-doubt-currency",
                what: name(at),
            });
        }
        if self.no_results > 0 {
            let cells = self.no_results;
            doubts.push(Doubt::NoResults { cells });
        }
        doubts
    }
}

/// The currency that the heading of the sums names.
fn named(mapping: &Mapping) -> Option<Currency> {
    let at = mapping.column(Field::Amount)?;
    mapping.columns.get(at)?.named
}

/// Why a row that says nothing is left out.
pub(super) fn blank(row: &Row) -> Option<Skip> {
    row.cells.iter().all(Cell::is_blank).then_some(Skip::Blank)
}
