//! The rows of one sheet, one by one.

use super::cell::{Cell, Row};
use super::error::{TableError, TableNote};
use crate::task::TaskLine;

/// What hands rows over.
pub(super) trait RowSource {
    /// The next row, blank ones as well.
    fn next_row(&mut self) -> Result<Option<Row>, TableError>;
    /// What was seen so far that a person should know.
    fn notes(&self) -> Vec<TableNote>;
}

/// The rows of one sheet, one by one. After an error nothing follows.
pub struct Rows<'a> {
    source: Box<dyn RowSource + Send + 'a>,
    line: TaskLine,
    done: u64,
    ended: bool,
}

impl std::fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows")
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl<'a> Rows<'a> {
    pub(super) fn new(source: impl RowSource + Send + 'a, line: &TaskLine) -> Self {
        Self {
            source: Box::new(source),
            line: line.clone(),
            done: 0,
            ended: false,
        }
    }

    /// What was seen in the rows so far that a person should know; all of it after the last.
    pub fn notes(&self) -> Vec<TableNote> {
        self.source.notes()
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.source.next_row() {
                Ok(Some(mut row)) => {
                    let last = row.cells.iter().rposition(|cell| *cell != Cell::Empty);
                    row.cells.truncate(last.map_or(0, |last| last + 1));
                    if !row.cells.is_empty() {
                        self.done += 1;
                        self.line.count(self.done);
                        return Some(Ok(row));
                    }
                }
                Ok(None) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
