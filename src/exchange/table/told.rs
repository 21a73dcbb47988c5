//! What is wrong with a file of tables, and what is to be known of it, in words.

use super::error::{Stranger, TableError, TableNote};
use super::{MOST_COLUMNS, MOST_REPEATED};
use crate::text::numbers::count;
use crate::text::{Arg, Texts};

/// Ragged rows are told one by one up to here.
const TOLD: usize = 5;

/// What went wrong, and what to do about it: two sentences. The file itself is not named.
pub fn told(error: &TableError, texts: Texts) -> (String, String) {
    (message(error, texts), remedy(error, texts))
}

fn message(error: &TableError, texts: Texts) -> String {
    match error {
        TableError::Missing => texts.get("table-missing"),
        TableError::Folder => texts.get("table-folder"),
        TableError::NotAFile => texts.get("table-not-a-file"),
        TableError::Permission => texts.get("table-permission"),
        TableError::Io { cause } => texts.with("table-io", &[("cause", cause.into())]),
        TableError::Cancelled => texts.get("table-cancelled"),
        TableError::Changed => texts.get("table-changed"),
        TableError::Empty => texts.get("table-empty"),
        TableError::TooLarge { bytes, limit } => texts.with(
            "table-too-large",
            &[("size", mib(*bytes).into()), ("limit", mib(*limit).into())],
        ),
        TableError::NotATable(what) => stranger(*what, texts).0,
        TableError::Protected => texts.get("table-protected"),
        TableError::BrokenArchive { .. }
        | TableError::Bomb { .. }
        | TableError::NoPart { .. }
        | TableError::Doctype { .. }
        | TableError::Xml { .. }
        | TableError::Json { .. }
        | TableError::HugePart { .. }
        | TableError::Xls { .. } => form_message(error, texts),
        TableError::Nul { line, byte } => texts.with(
            "table-nul",
            &[
                ("line", count(*line, texts).into()),
                ("byte", count(*byte, texts).into()),
            ],
        ),
        TableError::HugeCell { .. }
        | TableError::OpenQuote { .. }
        | TableError::TooManyColumns { .. }
        | TableError::NoSuchCell { .. }
        | TableError::Repeats { .. } => cell_message(error, texts),
        TableError::NoSheets => texts.get("table-no-sheets"),
        TableError::NoSuchSheet { number } => {
            let number = (number + 1).to_string();
            texts.with("table-no-such-sheet", &[("number", number.into())])
        }
        TableError::NoRows => texts.get("table-no-rows"),
        TableError::NoTable => texts.get("table-no-table"),
    }
}

/// What is wrong with the form of a file.
fn form_message(error: &TableError, texts: Texts) -> String {
    match error {
        TableError::BrokenArchive { part, cause } => match part {
            Some(part) => texts.with(
                "table-broken-part",
                &[("part", part.into()), ("cause", cause.into())],
            ),
            None => texts.with("table-broken", &[("cause", cause.into())]),
        },
        TableError::Bomb {
            part,
            packed,
            unpacked,
        } => texts.with(
            "table-bomb",
            &[
                ("part", part.into()),
                ("packed", mib(*packed).into()),
                ("unpacked", mib(*unpacked).into()),
            ],
        ),
        TableError::NoPart { part } => texts.with("table-no-part", &[("part", part.into())]),
        TableError::Doctype { part, byte } => {
            let byte = count(*byte, texts);
            match part {
                Some(part) => texts.with(
                    "table-doctype-part",
                    &[("part", part.into()), ("byte", byte.into())],
                ),
                None => texts.with("table-doctype", &[("byte", byte.into())]),
            }
        }
        TableError::Xml { part, byte, cause } => texts.with(
            "table-xml",
            &[
                ("part", part.into()),
                ("byte", count(*byte, texts).into()),
                ("cause", cause.into()),
            ],
        ),
        TableError::HugePart { part, byte, limit } => texts.with(
            "table-huge-part",
            &[
                ("part", part.into()),
                ("byte", count(*byte, texts).into()),
                ("limit", mib(*limit as u64).into()),
            ],
        ),
        TableError::Json {
            line,
            column,
            cause,
        } => texts.with(
            "table-json",
            &[
                ("line", line.to_string().into()),
                ("column", column.to_string().into()),
                ("cause", cause.into()),
            ],
        ),
        TableError::Xls { cause } => texts.with("table-xls", &[("cause", cause.into())]),
        other => other.to_string(),
    }
}

/// What is wrong at a cell or row.
fn cell_message(error: &TableError, texts: Texts) -> String {
    match error {
        TableError::HugeCell {
            sheet,
            row,
            column,
            line,
            limit,
        } => {
            let place = place(sheet.as_deref(), *row, Some(*column), texts);
            let limit = mib(*limit as u64);
            match line {
                Some(line) => texts.with(
                    "table-huge-cell-line",
                    &[
                        ("line", count(*line, texts).into()),
                        ("place", place.into()),
                        ("limit", limit.into()),
                    ],
                ),
                None => texts.with(
                    "table-huge-cell",
                    &[("place", place.into()), ("limit", limit.into())],
                ),
            }
        }
        TableError::OpenQuote { line, row, column } => texts.with(
            "table-open-quote",
            &[
                ("line", count(*line, texts).into()),
                ("place", place(None, *row, Some(*column), texts).into()),
            ],
        ),
        TableError::TooManyColumns { sheet, row } => texts.with(
            "table-too-many-columns",
            &[
                ("place", place(sheet.as_deref(), *row, None, texts).into()),
                ("limit", count(MOST_COLUMNS as u64, texts).into()),
            ],
        ),
        TableError::NoSuchCell { sheet, cell } => texts.with(
            "table-no-such-cell",
            &[("sheet", sheet.into()), ("cell", cell.into())],
        ),
        TableError::Repeats { sheet, row } => texts.with(
            "table-repeats",
            &[
                ("place", place(Some(sheet), *row, None, texts).into()),
                ("limit", count(MOST_REPEATED, texts).into()),
            ],
        ),
        other => other.to_string(),
    }
}

/// What to do.
fn remedy(error: &TableError, texts: Texts) -> String {
    match error {
        TableError::Missing => texts.get("table-missing-hint"),
        TableError::Folder | TableError::NotAFile => texts.get("table-folder-hint"),
        TableError::Permission => texts.get("table-permission-hint"),
        TableError::Io { .. } => texts.get("table-io-hint"),
        TableError::Cancelled => texts.get("table-cancelled-hint"),
        TableError::Changed => texts.get("table-changed-hint"),
        TableError::Empty | TableError::NoSheets => texts.get("table-empty-hint"),
        TableError::TooLarge { .. } => texts.get("table-too-large-hint"),
        TableError::NotATable(what) => stranger(*what, texts).1,
        TableError::Protected => texts.get("table-protected-hint"),
        TableError::BrokenArchive { .. }
        | TableError::NoPart { .. }
        | TableError::Xml { .. }
        | TableError::NoSuchCell { .. } => texts.get("table-broken-hint"),
        TableError::Bomb { .. } | TableError::Doctype { .. } => texts.get("table-unsound-hint"),
        TableError::Nul { .. } => texts.get("table-nul-hint"),
        TableError::HugeCell { line: Some(_), .. } | TableError::OpenQuote { .. } => {
            texts.get("table-open-quote-hint")
        }
        TableError::HugePart { .. } | TableError::HugeCell { line: None, .. } => {
            texts.get("table-huge-cell-hint")
        }
        TableError::TooManyColumns { .. } => texts.get("table-too-many-columns-hint"),
        TableError::Repeats { .. } => texts.get("table-repeats-hint"),
        TableError::NoSuchSheet { .. } => texts.get("table-no-such-sheet-hint"),
        TableError::NoRows => texts.get("table-no-rows-hint"),
        TableError::Json { .. } => texts.get("table-json-hint"),
        TableError::NoTable => texts.get("table-no-table-hint"),
        TableError::Xls { .. } => texts.get("table-xls-hint"),
    }
}

/// What a file is instead, and what to do with it.
fn stranger(what: Stranger, texts: Texts) -> (String, String) {
    match what {
        Stranger::Pdf => (texts.get("table-is-pdf"), texts.get("table-is-pdf-hint")),
        Stranger::Picture => (
            texts.get("table-is-picture"),
            texts.get("table-is-picture-hint"),
        ),
        Stranger::WebPage => (
            texts.get("table-is-web-page"),
            texts.get("table-is-web-page-hint"),
        ),
        Stranger::Document => (
            texts.get("table-is-document"),
            texts.get("table-is-document-hint"),
        ),
        Stranger::Slides => (
            texts.get("table-is-slides"),
            texts.get("table-is-document-hint"),
        ),
        Stranger::Xlsb => (
            texts.get("table-is-xlsb"),
            texts.get("table-is-workbook-hint"),
        ),
        Stranger::Numbers => (
            texts.get("table-is-numbers"),
            texts.get("table-is-workbook-hint"),
        ),
        Stranger::Archive => (
            texts.get("table-is-archive"),
            texts.get("table-is-archive-hint"),
        ),
        Stranger::Database => (
            texts.get("table-is-database"),
            texts.get("table-is-csv-hint"),
        ),
        Stranger::Columns => (
            texts.get("table-is-columns"),
            texts.get("table-is-csv-hint"),
        ),
        Stranger::Program => (
            texts.get("table-is-program"),
            texts.get("table-is-csv-hint"),
        ),
        Stranger::Binary => (texts.get("table-is-binary"), texts.get("table-is-csv-hint")),
    }
}

/// Where in a table, in words: sheet, row and column, as far as they are known.
fn place(sheet: Option<&str>, row: u64, column: Option<usize>, texts: Texts) -> String {
    let row = count(row, texts);
    let column = column.map(|column| column.to_string());
    match (sheet.filter(|sheet| !sheet.is_empty()), column) {
        (None, None) => texts.with("table-at-row", &[("row", row.into())]),
        (None, Some(column)) => texts.with(
            "table-at-cell",
            &[("row", row.into()), ("column", column.into())],
        ),
        (Some(sheet), None) => texts.with(
            "table-at-sheet-row",
            &[("sheet", sheet.into()), ("row", row.into())],
        ),
        (Some(sheet), Some(column)) => texts.with(
            "table-at-sheet-cell",
            &[
                ("sheet", sheet.into()),
                ("row", row.into()),
                ("column", column.into()),
            ],
        ),
    }
}

fn mib(bytes: u64) -> String {
    bytes.div_ceil(1 << 20).to_string()
}

/// What is to be known of a file or sheet, in a sentence.
pub fn noted(note: &TableNote, texts: Texts) -> String {
    let shown = |number: u64| count(number, texts);
    match note {
        TableNote::Decoded { encoding } => {
            texts.with("table-note-decoded", &[("encoding", (*encoding).into())])
        }
        TableNote::NotDecoded { encoding } => texts.with(
            "table-note-not-decoded",
            &[("encoding", (*encoding).into())],
        ),
        TableNote::HiddenSheets { names } => texts.with(
            "table-note-hidden-sheets",
            &[("names", names.join(", ").into())],
        ),
        TableNote::Hidden { rows, columns } => texts.with(
            "table-note-hidden",
            &[
                ("rows", shown(*rows).into()),
                ("columns", shown(*columns).into()),
            ],
        ),
        TableNote::NoResults { cells, formulas } => texts.with(
            "table-note-no-results",
            &[
                ("count", Arg::Count(*cells)),
                ("shown", shown(*cells).into()),
                ("formulas", shown(*formulas).into()),
            ],
        ),
        TableNote::EmptyResults { cells, formulas } => texts.with(
            "table-note-empty-results",
            &[
                ("count", Arg::Count(*cells)),
                ("shown", shown(*cells).into()),
                ("formulas", shown(*formulas).into()),
            ],
        ),
        TableNote::Merged { areas } => texts.with(
            "table-note-merged",
            &[
                ("count", Arg::Count(*areas)),
                ("shown", shown(*areas).into()),
            ],
        ),
        TableNote::Mistakes { cells } => texts.with(
            "table-note-mistakes",
            &[
                ("count", Arg::Count(*cells)),
                ("shown", shown(*cells).into()),
            ],
        ),
        TableNote::Ragged { usual, rows, first } => ragged(*usual, *rows, first, texts),
        TableNote::BareQuotes { cells, line } => texts.with(
            "table-note-bare-quotes",
            &[
                ("count", Arg::Count(*cells)),
                ("shown", shown(*cells).into()),
                ("line", shown(*line).into()),
            ],
        ),
        TableNote::OneColumn { delimiter } => {
            let sign = sign(*delimiter, texts);
            texts.with("table-note-one-column", &[("sign", sign.into())])
        }
    }
}

fn ragged(usual: usize, rows: u64, first: &[(u64, usize)], texts: Texts) -> String {
    let each = first.iter().take(TOLD).map(|(row, cells)| {
        texts.with(
            "table-note-ragged-row",
            &[
                ("row", count(*row, texts).into()),
                ("cells", cells.to_string().into()),
            ],
        )
    });
    let each: Vec<String> = each.collect();
    texts.with(
        "table-note-ragged",
        &[
            ("count", Arg::Count(rows)),
            ("shown", count(rows, texts).into()),
            ("usual", usual.to_string().into()),
            ("rows", each.join(", ").into()),
        ],
    )
}

/// A delimiter by its name where it cannot be seen.
fn sign(delimiter: char, texts: Texts) -> String {
    match delimiter {
        '\t' => texts.get("table-sign-tab"),
        ' ' => texts.get("table-sign-space"),
        other => other.to_string(),
    }
}
