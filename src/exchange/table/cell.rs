//! What stands in a row.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// A cell as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Cell {
    /// Nothing stands there.
    #[default]
    Empty,
    /// Text, as it stands: nothing is trimmed.
    Text(String),
    /// A number of a workbook or of JSON. In CSV all is text.
    Number(Decimal),
    /// A day of a workbook.
    Date(Date),
    /// True or false.
    Flag(bool),
    /// A mistake of a formula: `#NAME?`.
    Mistake(String),
    /// A formula of which the file keeps no result: it is missing, not zero.
    NoResult,
}

impl Cell {
    /// What is kept as the raw text of the cell: the text itself, a number in plain decimals, a day
    /// as `2022-03-10`.
    pub fn raw(&self) -> String {
        match self {
            Self::Empty | Self::NoResult => String::new(),
            Self::Text(text) | Self::Mistake(text) => text.clone(),
            Self::Number(number) => number.normalize().to_string(),
            Self::Date(day) => day.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }

    /// Whether nothing can be read there: nothing at all, white space, no result.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty | Self::NoResult => true,
            Self::Text(text) => text.trim_matches(|c: char| c.is_whitespace()).is_empty(),
            _ => false,
        }
    }
}

/// A row, with its number from 1 as a spreadsheet shows it; in a text file records are numbered, so
/// a line break inside quotes does not count. The names of the fields of JSON objects come as a row 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// Its number.
    pub number: u64,
    /// Its cells from the first column on.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in a column from 0; beyond the last cell nothing stands.
    pub fn cell(&self, column: usize) -> &Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.cells.get(column).unwrap_or(EMPTY)
    }
}
