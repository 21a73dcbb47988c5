//! CSV: RFC 4180, UTF-8, one row of headings with the units, decimals with a point, dates as ISO 8601
//! writes them. Texts that a spreadsheet would run as formulas are guarded; see [`super::guard`].

use crate::task::TaskLine;
use crate::text::Texts;

use super::error::ExportError;
use super::flat::{self, Flat, Labels};
use super::guard::{Home, guarded};
use super::table::Table;

/// So many rows are written between two looks at whether it was cancelled.
const STRETCH: usize = 256;

/// The rows of a table as CSV.
///
/// # Errors
/// When it was cancelled.
pub fn write(
    table: &Table,
    labels: Labels,
    texts: Texts,
    line: &TaskLine,
) -> Result<Vec<u8>, ExportError> {
    let mut out = Vec::new();
    let columns = flat::columns(table, labels, texts);
    record(
        &mut out,
        columns
            .iter()
            .map(|column| guarded(&column.heading, Home::Csv)),
    );
    for at in 0..table.len() {
        if at.is_multiple_of(STRETCH) {
            super::tell(line, at, table.len())?;
        }
        let row = flat::row(table, table.row(at), labels, texts);
        record(&mut out, row.iter().map(cell));
    }
    Ok(out)
}

/// What stands in a cell.
pub(super) fn cell(flat: &Flat) -> std::borrow::Cow<'_, str> {
    match flat {
        Flat::Blank => "".into(),
        Flat::Text(text) | Flat::Link(text) => guarded(text, Home::Csv),
        Flat::Number(number) => number.to_string().into(),
        Flat::Flag(yes) => if *yes { "true" } else { "false" }.into(),
        Flat::Day(day) => day.to_string().into(),
        Flat::Date(date) => date.to_string().into(),
    }
}

/// A record, ended by CRLF. A record of one blank cell is quoted: a blank line would be none.
fn record<'a>(out: &mut Vec<u8>, values: impl ExactSizeIterator<Item = std::borrow::Cow<'a, str>>) {
    let alone = values.len() == 1;
    for (at, cell) in values.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        let edge = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let quoted = cell.contains(['"', ',', ';', '\n', '\r', '\t'])
            || edge(cell.chars().next())
            || edge(cell.chars().next_back())
            || (alone && cell.is_empty());
        if quoted {
            out.push(b'"');
            out.extend(cell.replace('"', "\"\"").bytes());
            out.push(b'"');
        } else {
            out.extend(cell.bytes());
        }
    }
    out.extend(b"\r\n");
}
