//! Text files whose cells are parted by a sign: CSV, TSV and their kin, by RFC 4180 and with some
//! forbearance.

use super::cell::{Cell, Row};
use super::dialect;
use super::error::{TableError, TableNote};
use super::raw::Raw;
use super::rows::RowSource;
use super::text::{Decoding, TextEncoding};
use super::{MOST_CELL, MOST_COLUMNS, MOST_ROW};
use crate::task::TaskLine;

/// So many ragged rows are told one by one.
const TOLD: usize = 20;

/// How a text file is to be taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delimited {
    /// What stands between two cells.
    pub delimiter: char,
    /// What stands round a cell in which delimiters or line breaks stand; none: nothing does. Only
    /// signs of ASCII can.
    pub quote: Option<char>,
    /// How its characters are written.
    pub encoding: TextEncoding,
}

/// Where in a cell the reading is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside quotes, and so many spaces.
    Behind(usize),
}

/// Takes text apart into rows, handed over piece by piece.
#[derive(Debug)]
pub(super) struct Splitter {
    delimiter: String,
    quote: Option<u8>,
    /// At which bytes of a plain cell something can happen.
    stops: [bool; 256],
    state: State,
    cell: String,
    cells: Vec<Cell>,
    width: usize,
    held: usize,
    /// Spaces before the opening quote.
    before: usize,
    after_return: bool,
    /// The row that is being read, from 1.
    pub(super) row: u64,
    line: u64,
    cell_line: u64,
    /// Cells in quotes.
    pub(super) quoted: u64,
    /// Cells with quotes where none should be.
    pub(super) bare: u64,
    bare_line: u64,
    bare_here: bool,
}

impl Splitter {
    pub(super) fn new(delimiter: char, quote: Option<char>) -> Self {
        let delimiter = delimiter.to_string();
        let quote = quote.and_then(|quote| u8::try_from(quote).ok().filter(u8::is_ascii));
        let mut stops = [false; 256];
        let first = delimiter.bytes().next();
        for stop in [Some(b'\n'), Some(b'\r'), quote, first]
            .into_iter()
            .flatten()
        {
            stops[usize::from(stop)] = true;
        }
        Self {
            delimiter,
            quote,
            stops,
            state: State::Start,
            cell: String::new(),
            cells: Vec::new(),
            width: 0,
            held: 0,
            before: 0,
            after_return: false,
            row: 1,
            line: 1,
            cell_line: 1,
            quoted: 0,
            bare: 0,
            bare_line: 0,
            bare_here: false,
        }
    }

    /// Reads on in a text. Tells how many bytes were taken and whether a row is complete.
    pub(super) fn take(&mut self, text: &str) -> Result<(usize, bool), TableError> {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if std::mem::take(&mut self.after_return) && byte == b'\n' {
                at += 1;
                continue;
            }
            let rest = &text[at..];
            let ends = matches!(byte, b'\n' | b'\r');
            match self.state {
                State::Start if Some(byte) == self.quote => {
                    self.open();
                    at += 1;
                }
                State::Start => self.state = State::Plain,
                State::Quoted => at += self.take_quoted(rest)?,
                State::Behind(_) if Some(byte) == self.quote && self.state == State::Behind(0) => {
                    self.cell.push(char::from(byte));
                    self.state = State::Quoted;
                    at += 1;
                }
                State::Plain | State::Behind(_) if ends => {
                    self.end_cell()?;
                    self.line += 1;
                    self.after_return = byte == b'\r';
                    return Ok((at + 1, true));
                }
                State::Plain | State::Behind(_) if rest.starts_with(&self.delimiter) => {
                    self.end_cell()?;
                    at += self.delimiter.len();
                }
                State::Behind(spaces) if byte == b' ' => {
                    self.state = State::Behind(spaces + 1);
                    at += 1;
                }
                State::Behind(spaces) => self.reopen(spaces)?,
                State::Plain => at += self.take_plain(rest)?,
            }
        }
        Ok((at, false))
    }

    /// Ends the text: whether a last row without a line end is complete.
    pub(super) fn finish(&mut self) -> Result<bool, TableError> {
        if self.state == State::Quoted {
            return Err(self.never_closed());
        }
        let begun = self.state != State::Start || self.width > 0;
        if begun {
            self.end_cell()?;
        }
        Ok(begun)
    }

    /// The row that was completed, and how many cells it had.
    pub(super) fn row(&mut self) -> (Row, usize) {
        let row = Row {
            number: self.row,
            cells: std::mem::take(&mut self.cells),
        };
        self.cells.reserve(row.cells.len());
        self.row += 1;
        self.held = 0;
        self.cell_line = self.line;
        (row, std::mem::take(&mut self.width))
    }

    fn open(&mut self) {
        self.state = State::Quoted;
        self.cell_line = self.line;
        self.before = self.cell.len();
        self.cell.clear();
    }

    fn take_quoted(&mut self, rest: &str) -> Result<usize, TableError> {
        let quote = self.quote;
        let end = rest.bytes().position(|byte| Some(byte) == quote);
        let inner = &rest[..end.unwrap_or(rest.len())];
        self.push(inner)?;
        self.line += inner.bytes().filter(|byte| *byte == b'\n').count() as u64;
        if end.is_some() {
            self.state = State::Behind(0);
        }
        Ok(inner.len() + usize::from(end.is_some()))
    }

    fn take_plain(&mut self, rest: &str) -> Result<usize, TableError> {
        let mut signs = rest.char_indices();
        let first = signs.next().map_or('\0', |(_, sign)| sign);
        let is_quote = Some(first) == self.quote.map(char::from);
        if is_quote && self.cell.bytes().all(|byte| byte == b' ') {
            self.open();
            return Ok(1);
        }
        self.bare_here |= is_quote;
        // The first was looked at already: a quote, or the beginning of a longer delimiter.
        let from = first.len_utf8();
        let stop = rest.as_bytes().iter().skip(from);
        let stop = stop.take_while(|byte| !self.stops[usize::from(**byte)]);
        let taken = from + stop.count();
        self.push(&rest[..taken])?;
        Ok(taken)
    }

    /// Text stands behind a closing quote, so that it was none: the cell is kept as it stands.
    fn reopen(&mut self, spaces: usize) -> Result<(), TableError> {
        if self.cell.contains(['\n', '\r']) {
            return Err(self.never_closed());
        }
        let quote = self.quote.map_or('"', char::from);
        let mut whole = " ".repeat(self.before);
        whole.push(quote);
        whole.push_str(&self.cell);
        whole.push(quote);
        whole.push_str(&" ".repeat(spaces));
        self.cell = whole;
        self.bare_here = true;
        self.state = State::Plain;
        Ok(())
    }

    fn push(&mut self, text: &str) -> Result<(), TableError> {
        self.cell.push_str(text);
        self.held += text.len();
        if self.cell.len() > MOST_CELL || self.held > MOST_ROW {
            return Err(TableError::HugeCell {
                sheet: None,
                row: self.row,
                column: self.width + 1,
                line: Some(self.cell_line),
                limit: MOST_CELL,
            });
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        if matches!(self.state, State::Behind(_)) {
            self.quoted += 1;
        }
        if std::mem::take(&mut self.bare_here) {
            self.bare += 1;
            if self.bare == 1 {
                self.bare_line = self.cell_line;
            }
        }
        self.width += 1;
        if self.width > MOST_COLUMNS {
            return Err(TableError::TooManyColumns {
                sheet: None,
                row: self.row,
            });
        }
        self.cells.push(if self.cell.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(std::mem::take(&mut self.cell))
        });
        self.state = State::Start;
        self.cell_line = self.line;
        Ok(())
    }

    fn never_closed(&self) -> TableError {
        TableError::OpenQuote {
            line: self.cell_line,
            row: self.row,
            column: self.width + 1,
        }
    }
}

/// The rows of a text file.
#[derive(Debug)]
pub(super) struct DelimitedRows {
    decoding: Decoding,
    encoding: TextEncoding,
    delimiter: char,
    at: usize,
    splitter: Splitter,
    /// Whether the first row only names the delimiter.
    names_delimiter: bool,
    usual: usize,
    ragged: u64,
    first_ragged: Vec<(u64, usize)>,
    widest: usize,
    other_delimiters: bool,
    ended: bool,
}

impl DelimitedRows {
    pub(super) fn new(raw: &Raw, how: Delimited, line: &TaskLine) -> Result<Self, TableError> {
        let sample = dialect::sample(raw, how.encoding, line)?;
        Ok(Self {
            decoding: Decoding::new(raw, how.encoding, line)?,
            encoding: how.encoding,
            delimiter: how.delimiter,
            at: 0,
            splitter: Splitter::new(how.delimiter, how.quote),
            names_delimiter: dialect::named(&sample).is_some(),
            usual: dialect::usual_width(&sample, how),
            ragged: 0,
            first_ragged: Vec::new(),
            widest: 0,
            other_delimiters: false,
            ended: false,
        })
    }

    fn seen(&mut self, row: &Row, width: usize) {
        let blank = row.cells.iter().all(|cell| *cell == Cell::Empty);
        let full = row.cells.iter().rposition(|cell| *cell != Cell::Empty);
        let full = full.map_or(0, |last| last + 1);
        // Delimiters behind the last cell are no cells too many.
        let told = if full <= self.usual {
            width.min(self.usual)
        } else {
            full
        };
        if !blank && told != self.usual {
            self.ragged += 1;
            if self.first_ragged.len() < TOLD {
                self.first_ragged.push((row.number, told));
            }
        }
        self.widest = self.widest.max(width);
        if width == 1 && !self.other_delimiters {
            self.other_delimiters = matches!(
                row.cell(0),
                Cell::Text(text) if text.contains([',', ';', '\t', '|'])
            );
        }
    }
}

impl RowSource for DelimitedRows {
    fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        while !self.ended {
            let rest = &self.decoding.text()[self.at..];
            let (taken, complete) = self.splitter.take(rest)?;
            self.at += taken;
            if !complete {
                self.at = 0;
                if self.decoding.advance()? {
                    continue;
                }
                self.ended = true;
                if !self.splitter.finish()? {
                    break;
                }
            }
            let (row, width) = self.splitter.row();
            if std::mem::take(&mut self.names_delimiter) {
                self.splitter.row = 1;
                continue;
            }
            self.seen(&row, width);
            return Ok(Some(row));
        }
        Ok(None)
    }

    fn notes(&self) -> Vec<TableNote> {
        let encoding = self.encoding.name();
        let not_decoded = self.decoding.replaced;
        let not_decoded = not_decoded.then_some(TableNote::NotDecoded { encoding });
        let ragged = (self.ragged > 0).then(|| TableNote::Ragged {
            usual: self.usual,
            rows: self.ragged,
            first: self.first_ragged.clone(),
        });
        let bare = (self.splitter.bare > 0).then_some(TableNote::BareQuotes {
            cells: self.splitter.bare,
            line: self.splitter.bare_line,
        });
        let one = (self.widest == 1 && self.other_delimiters).then_some(TableNote::OneColumn {
            delimiter: self.delimiter,
        });
        [not_decoded, ragged, bare, one]
            .into_iter()
            .flatten()
            .collect()
    }
}
