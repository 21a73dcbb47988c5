//! The text of a clipboard as rows of cells.

use std::collections::BTreeSet;

/// Why a text is no sheet that can be pasted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SheetError {
    /// Nothing stands in it.
    #[error("there is nothing in it")]
    Empty,
    /// More rows than can be looked through.
    #[error("{0} rows are more than {most}", most = Sheet::MOST_ROWS)]
    TooManyRows(usize),
    /// More columns than can be looked through.
    #[error("{0} columns are more than {most}", most = Sheet::MOST_COLUMNS)]
    TooManyColumns(usize),
}

/// Rows of cells, as they were copied.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet {
    rows: Vec<Row>,
    width: usize,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Row {
    number: usize,
    cells: Vec<String>,
}

impl Sheet {
    /// The most rows that are taken at once.
    pub const MOST_ROWS: usize = 5_000;
    /// The most columns that are taken at once.
    pub const MOST_COLUMNS: usize = 60;

    /// Reads a text whose cells are parted by tabs, semicolons or commas. Rows in which nothing
    /// stands are passed over.
    ///
    /// # Errors
    /// When nothing stands in it, or more than can be looked through.
    pub fn read(text: &str) -> Result<Self, SheetError> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        // The bytes are a text and rows may be of any length: there is nothing to fail at.
        let records = reader.records().flatten();
        let rows = records.enumerate().map(|(index, record)| Row {
            number: index + 1,
            cells: record.iter().map(clean).collect(),
        });
        let last = |row: &Row| row.cells.iter().rposition(|cell| !cell.is_empty());
        let rows: Vec<Row> = rows.filter(|row| last(row).is_some()).collect();
        // Spreadsheets copy empty columns beside the full ones.
        let width = rows
            .iter()
            .filter_map(last)
            .max()
            .map_or(0, |last| last + 1);
        if rows.is_empty() {
            Err(SheetError::Empty)
        } else if rows.len() > Self::MOST_ROWS {
            Err(SheetError::TooManyRows(rows.len()))
        } else if width > Self::MOST_COLUMNS {
            Err(SheetError::TooManyColumns(width))
        } else {
            Ok(Self { rows, width })
        }
    }

    /// How many rows there are, headings included.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The text of a cell; empty where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let row = self.rows.get(row);
        let cell = row.and_then(|row| row.cells.get(column));
        cell.map_or("", String::as_str)
    }

    /// The number of a row from 1, as it was copied.
    pub fn number(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.number)
    }

    /// Leaves rows out, by their numbers.
    pub fn leave_out(&mut self, numbers: &BTreeSet<usize>) {
        self.rows.retain(|row| !numbers.contains(&row.number));
    }

    /// The cells of a column from a row on.
    pub fn column(&self, column: usize, from: usize) -> impl Iterator<Item = &str> {
        (from..self.rows.len()).map(move |row| self.cell(row, column))
    }
}

/// Whether a text is more than one cell.
pub fn looks_like_rows(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    text.trim_matches(['\n', '\r']).contains('\t') || lines.count() > 1
}

fn clean(cell: &str) -> String {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    cell.replace("\r\n", "\n").replace('\r', "\n")
}

/// What parts the cells: tabs where there are any, else what stands in every line; semicolons before
/// commas, which also stand in numbers.
fn delimiter(text: &str) -> u8 {
    if text.contains('\t') {
        return b'\t';
    }
    let in_every_line = |sign: char| {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.all(|line| line.contains(sign))
    };
    if in_every_line(';') {
        b';'
    } else if in_every_line(',') {
        b','
    } else {
        b'\t'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let sheet = Sheet::read(text).unwrap();
        let row = |row| {
            (0..sheet.width())
                .map(|column| sheet.cell(row, column).to_owned())
                .collect()
        };
        (0..sheet.len()).map(row).collect()
    }

    #[test]
    fn cells_are_parted_as_spreadsheets_part_them() {
        for (text, expected) in [
            ("a\tb\r\nc\td\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a;b,5\nc;1", vec![vec!["a", "b,5"], vec!["c", "1"]]),
            ("a,b\nc,\"d, e\"", vec![vec!["a", "b"], vec!["c", "d, e"]]),
            (
                "one line, alone\nand another",
                vec![vec!["one line, alone"], vec!["and another"]],
            ),
            // A cell with lines and quotes, an empty row, empty columns behind.
            (
                "a\t\"b\nc \"\"d\"\"\"\t\n\t\t\ne\t\t",
                vec![vec!["a", "b\nc \"d\""], vec!["e", ""]],
            ),
            ("\u{feff}a\tb", vec![vec!["a", "b"]]),
            ("a\t\u{a0}b \nc", vec![vec!["a", "b"], vec!["c", ""]]),
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        assert_eq!(Sheet::read(" \n\t\n"), Err(SheetError::Empty));
        assert_eq!(Sheet::read(""), Err(SheetError::Empty));
        let long = "a\n".repeat(Sheet::MOST_ROWS + 1);
        assert_eq!(Sheet::read(&long), Err(SheetError::TooManyRows(5_001)));
        let wide = "a\t".repeat(Sheet::MOST_COLUMNS) + "b";
        assert_eq!(Sheet::read(&wide), Err(SheetError::TooManyColumns(61)));
    }

    #[test]
    fn a_word_or_sentence_is_no_rows() {
        for text in ["Latvia", "€35 m, for 2024", "one line\n", "\n"] {
            assert!(!looks_like_rows(text), "{text:?}");
        }
        for text in ["a\tb", "a;b\nc;d"] {
            assert!(looks_like_rows(text), "{text:?}");
        }
    }
}
