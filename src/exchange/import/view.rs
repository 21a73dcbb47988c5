//! A page of a book that was exported as a table is no table of records: its rows show sums that the
//! ledger made, with running totals among them and some money in several rows. Read by columns, they
//! would become money that nobody gave; so they are known by their headings, and refused.

use std::io::Read as _;

use crate::exchange::export::flat;
use crate::exchange::table::{Cell, Format, Opened, TableError};
use crate::model::Area;
use crate::task::TaskLine;
use crate::text::{Lang, Texts, words};

/// In how many rows the headings are looked for.
const HEAD: usize = 5;

/// Whether a file is what a page showed, exported by this program in any language.
///
/// # Errors
/// When it cannot be read, or it was cancelled.
pub(super) fn is_view(opened: &Opened, line: &TaskLine) -> Result<bool, TableError> {
    if opened.format() == Format::Json {
        return is_json(opened, line);
    }
    for sheet in 0..opened.sheets().len() {
        let rows = match opened.rows(sheet, line) {
            Ok(rows) => rows,
            Err(TableError::Cancelled) => return Err(TableError::Cancelled),
            Err(_) => continue,
        };
        // What cannot be read is told by whoever reads it.
        for row in rows.take(HEAD).map_while(Result::ok) {
            let names: Vec<String> = row.cells.iter().map(Cell::raw).collect();
            if flat::has_bounds(names.iter().map(String::as_str)) || is_other(&names) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The pages without sums: the matrix, the problems, the sources.
fn is_other(names: &[String]) -> bool {
    let has = |wanted: &str| names.iter().any(|name| name.trim() == wanted);
    let by_id = |ids: &[&str]| ids.iter().all(|id| has(id));
    let mut langs = Lang::ALL.iter().map(|lang| Texts::new(*lang));
    let by_words = |texts: Texts| {
        let told = |ids: &[&'static str]| ids.iter().all(|id| has(&texts.get(id)));
        let areas = [Area::MilitaryAssistance, Area::Land, Area::DefenceIndustry];
        areas.iter().all(|of| has(&words::area(*of, texts)))
            || told(&[
                "problems-column-check",
                "problems-column-problem",
                "problems-column-hint",
            ])
            || told(&["sources-column-address", "sources-column-cited"])
    };
    by_id(&["party", "signed", "military_assistance", "land"])
        || by_id(&["severity", "check", "record", "message"])
        || by_id(&["id", "publisher", "cited_by", "records"])
        || langs.any(by_words)
}

/// An export as JSON names its place at its beginning: `"place": "#ledger"`.
fn is_json(opened: &Opened, line: &TaskLine) -> Result<bool, TableError> {
    let mut head = Vec::new();
    let reader = opened.path_or_bytes().reader(line)?;
    let read = reader.take(4096).read_to_end(&mut head);
    read.map_err(|error| TableError::Io {
        cause: error.to_string(),
    })?;
    let head: String = String::from_utf8_lossy(&head).split_whitespace().collect();
    let place = head.contains("\"place\":\"#");
    Ok(place && head.contains("\"dataset\":{") && head.starts_with("{\"title\":"))
}
