//! Files of the Kiel Institute's tracker: what their rows come to in a ledger, held against the sums that
//! the publisher states itself. Made-up files of each layout always run; the real ones where the folder
//! that holds them is named.

mod derived;
mod made_up;
mod real;

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

use pledgebook::edit;
use pledgebook::exchange::import::kiel::{self, Found, KielError, Wish};
use pledgebook::exchange::import::{self, Choices, Doubt, FileFacts, Plan, Skip, Told};
use pledgebook::exchange::table::{self, Opened};
use pledgebook::ledger::{Assumptions, Ledger, Query};
use pledgebook::model::{AidType, Dataset, PartyId, Stage};
use pledgebook::task::TaskLine;
use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A file as its bytes.
fn opened(name: &str, bytes: Vec<u8>) -> Result<Opened> {
    Ok(table::open_bytes(name, bytes, &TaskLine::default())?)
}

/// The sheet that comes first, read.
fn told(opened: &Opened, wish: &Wish) -> std::result::Result<Told, KielError> {
    let line = TaskLine::default();
    match kiel::find(opened, &line)?.first() {
        Some(found) => kiel::read(opened, found, wish, &line),
        None => Ok(Told::default()),
    }
}

/// The layout that comes first.
fn found(opened: &Opened) -> Result<Found> {
    let all = kiel::find(opened, &TaskLine::default())?;
    Ok(all.into_iter().next().ok_or("no layout comes near")?)
}

/// The drafts taken into an empty book as one step, and its ledger in euro.
fn ledger(opened: &Opened, told: &Told) -> Result<Ledger> {
    let (book, plan) = (Dataset::default(), plan(opened, told, &Dataset::default())?);
    let mut book = book;
    if let Some(command) = import::command(plan, &book) {
        edit::command::apply(&command.changes, &mut book)?;
    }
    let assumptions = Assumptions::of(&book);
    Ok(Ledger::new(Arc::new(book), assumptions))
}

/// What is going to be imported into a book.
fn plan(opened: &Opened, told: &Told, book: &Dataset) -> Result<Plan> {
    let contract = found(opened)?.fit.contract;
    let file = FileFacts {
        name: opened.name().to_owned(),
        sha256: opened.sha256().to_owned(),
        about: contract.about(opened.name()),
    };
    let told = Arc::new(told.clone());
    let line = TaskLine::default();
    Ok(import::judge(
        book,
        &file,
        told,
        &Choices::default(),
        &line,
    )?)
}

/// What a party comes to at a stage, in euro; of one type or of all.
fn total(ledger: &Ledger, party: &str, stage: Stage, aid_type: Option<AidType>) -> Result<Decimal> {
    let query = Query::all(stage).of(&PartyId::new(party)?).typed(aid_type);
    Ok(ledger.total(&query).bounds().low)
}

/// Rows in, entries out by stage, rows left out by reason: a line of the table of files.
fn counts(told: &Told) -> String {
    let mut stages: BTreeMap<&str, usize> = BTreeMap::new();
    for draft in &told.drafts {
        *stages.entry(draft.stage.key()).or_default() += 1;
    }
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for skipped in &told.skipped {
        *reasons.entry(skipped.why.key()).or_default() += 1;
    }
    let list = |counts: BTreeMap<&str, usize>| {
        let words: Vec<String> = counts.iter().map(|(k, n)| format!("{n} {k}")).collect();
        words.join(", ")
    };
    format!(
        "{} rows → {} entries ({}); left out {} ({})",
        told.rows,
        told.drafts.len(),
        list(stages),
        told.skipped.len(),
        list(reasons)
    )
}

/// Writes rows from a row and column on, cells parted by `|`: what can be a number is one,
/// `2022-03-10` is a day, nothing is an empty cell.
fn write(sheet: &mut Worksheet, row: u32, column: u16, rows: &str) -> Result<()> {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (line, at) in rows.lines().zip(row..) {
        for (text, column) in line.split('|').zip(column..) {
            if text.is_empty() {
                continue;
            }
            let is_day = text.len() == 10 && text.starts_with("20");
            if let Ok(number) = text.parse::<f64>() {
                sheet.write_number(at, column, number)?;
            } else if let Ok(date) = ExcelDateTime::parse_from_str(text)
                && is_day
            {
                sheet.write_datetime_with_format(at, column, &date, &day)?;
            } else {
                sheet.write_string(at, column, text)?;
            }
        }
    }
    Ok(())
}

fn workbook(sheets: &[(&str, u32, u16, &str)]) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    for (name, row, column, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name)?;
        write(sheet, *row, *column, rows)?;
    }
    Ok(book.save_to_buffer()?)
}

fn csv(lines: &[&str]) -> Vec<u8> {
    lines.join("\r\n").into_bytes()
}

fn rows_skipped(told: &Told) -> Vec<(u64, Skip)> {
    let skipped = told.skipped.iter();
    skipped.map(|s| (s.place.row, s.why.clone())).collect()
}

fn messages(told: &Told) -> Vec<(&'static str, String)> {
    let doubts = told.doubts.iter().filter_map(|doubt| match doubt {
        Doubt::Told { id, what } => Some((*id, what.clone())),
        _ => None,
    });
    doubts.collect()
}
