//! Which row holds the headings, and which sheet the data: proposals, with how sure they are.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cell, Row};
use super::open::Opened;
use crate::task::TaskLine;

/// So many first rows are looked at.
const LOOKED_AT: usize = 50;
/// Longer texts are no headings.
const LONGEST: usize = 200;

/// Where the headings of a table stand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Heading {
    /// The index of the first row of headings, among the rows that were looked at.
    pub first: usize,
    /// How many rows they take: 1, or 2 where groups of columns stand above or units below.
    pub rows: usize,
    /// The heading of each column, without blanks round it, and told apart as `Name`, `Name (2)`;
    /// empty where there is none.
    pub names: Vec<String>,
    /// What stands below the heading of each column in a second row: a unit. Empty where nothing
    /// does.
    pub units: Vec<String>,
    /// The first column with a heading, from 0.
    pub first_column: usize,
    /// How sure this is, in per cent.
    pub confidence: u8,
}

impl Heading {
    /// The headings as they stand in a row that somebody chose; `rows` is 1, or 2 with a row of units
    /// below. None where there is no such row.
    pub fn at(looked_at: &[Row], first: usize, rows: usize) -> Option<Self> {
        let row = looked_at.get(first)?;
        let below = if rows > 1 {
            looked_at.get(first + 1)
        } else {
            None
        };
        let cells = row.cells.len().max(below.map_or(0, |row| row.cells.len()));
        let text = |row: &Row, column: usize| tidy(&row.cell(column).raw());
        let above: Vec<String> = (0..cells).map(|column| text(row, column)).collect();
        let below: Option<Vec<String>> =
            below.map(|row| (0..cells).map(|column| text(row, column)).collect());
        let (names, units) = match below {
            None => (above, vec![String::new(); cells]),
            Some(below) => joined(&above, &below),
        };
        let first_column = names.iter().position(|name| !name.is_empty()).unwrap_or(0);
        Some(Self {
            first,
            rows: rows.clamp(1, 2),
            names: told_apart(names),
            units,
            first_column,
            confidence: 100,
        })
    }
}

/// Proposes which of the first rows holds the headings. None where none looks like it.
pub fn heading(rows: &[Row]) -> Option<Heading> {
    let rows = rows.get(..LOOKED_AT).unwrap_or(rows);
    if rows.first().is_some_and(|row| row.number == 0) {
        // The names of the fields of JSON objects: there is nothing to find out.
        return Heading::at(rows, 0, 1);
    }
    let ranked = (0..rows.len()).filter_map(|at| Some((rank(rows, at)?, std::cmp::Reverse(at))));
    let (confidence, std::cmp::Reverse(first)) = ranked.max()?;
    let count = if has_second(rows, first) { 2 } else { 1 };
    let mut found = Heading::at(rows, first, count)?;
    found.confidence = confidence;
    Some(found)
}

/// How well a row serves as headings, in per cent.
fn rank(rows: &[Row], at: usize) -> Option<u8> {
    let row = rows.get(at)?;
    let filled: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_blank()).collect();
    let names = filled.iter().filter(|cell| is_name(cell)).count();
    let distinct: BTreeSet<String> = filled.iter().map(|cell| cell.raw()).collect();
    if names == 0 {
        return None;
    }
    let below = rows.get(at + 1..).unwrap_or_default();
    let below = below.get(..20).unwrap_or(below);
    // The widest row below tells how many headings there should be.
    let width = |row: &Row| row.cells.iter().filter(|cell| !cell.is_blank()).count();
    let widest = below.iter().map(width).max().unwrap_or(0);
    if filled.len() == 1 && widest > 1 {
        return None;
    }
    // Headings without rows can only stand below titles, not below rows that are as wide.
    let above = rows.iter().take(at).map(width).max().unwrap_or(0);
    if below.is_empty() && above >= filled.len() {
        return None;
    }
    let share = |part: usize, whole: usize| part.min(whole) * 100 / whole.max(1);
    let share_of_names = share(names, filled.len());
    let apart = share(distinct.len(), filled.len());
    let covers = if below.is_empty() {
        60
    } else {
        share(filled.len(), widest)
    };
    let mut values = below.iter().flat_map(|row| &row.cells);
    let has_values = if below.is_empty() || values.any(is_value) {
        100
    } else {
        70
    };
    let mut score = share_of_names * covers / 100 * (50 + apart / 2) / 100 * has_values / 100;
    // Values above values of the same kind are a first row of data.
    let alike = alike(row, below);
    if alike * 3 >= filled.len() {
        return None;
    }
    if alike > 0 {
        score /= 2;
    }
    let score = u8::try_from(score.min(100)).ok()?;
    (score >= 20).then_some(score)
}

/// In how many columns a row has a value and most rows below have one as well.
fn alike(row: &Row, below: &[Row]) -> usize {
    let columns = row.cells.iter().enumerate();
    let alike = columns.filter(|(column, cell)| {
        let filled = below.iter().map(|row| row.cell(*column));
        let filled: Vec<&Cell> = filled.filter(|cell| !cell.is_blank()).collect();
        let same =
            |other: &&&Cell| std::mem::discriminant(**other) == std::mem::discriminant(*cell);
        let values = filled.iter().filter(|other| is_value(other)).filter(same);
        is_value(cell) && !is_year(cell) && values.count() * 2 > filled.len()
    });
    alike.count()
}

/// Whether a cell could name a column.
fn is_name(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => text.trim().chars().count() <= LONGEST && !looks_like_value(text),
        _ => is_year(cell),
    }
}

/// A year heads a column as often as it stands in one.
fn is_year(cell: &Cell) -> bool {
    let text = cell.raw();
    let century = text.starts_with("19") || text.starts_with("20");
    century && text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a cell holds a value: a number, a day, or a text of that kind.
fn is_value(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => looks_like_value(text),
        Cell::Empty | Cell::NoResult => false,
        _ => true,
    }
}

/// Whether the row below a heading still belongs to it: units, or the names below names of groups.
fn has_second(rows: &[Row], first: usize) -> bool {
    let (Some(above), Some(below)) = (rows.get(first), rows.get(first + 1)) else {
        return false;
    };
    let filled = below.cells.iter().filter(|cell| !cell.is_blank());
    let filled: Vec<&Cell> = filled.collect();
    let is_unit = |cell: &&&Cell| matches!(cell, Cell::Text(text) if looks_like_unit(text));
    let units = filled.iter().filter(is_unit).count();
    let follows = rows.get(first + 2).is_some();
    follows
        && !filled.is_empty()
        && units * 2 > filled.len()
        && units >= 1
        && above.cells.iter().filter(|cell| !cell.is_blank()).count() > 1
}

/// Names and units of two rows.
fn joined(above: &[String], below: &[String]) -> (Vec<String>, Vec<String>) {
    let each = above.iter().zip(below);
    each.map(|(above, below)| {
        if above.is_empty() && !looks_like_unit(below) {
            (below.clone(), String::new())
        } else {
            (above.clone(), below.clone())
        }
    })
    .unzip()
}

/// Whether a text is a number, an amount, a date or a link rather than a name.
fn looks_like_value(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = text.chars().filter(|sign| !sign.is_whitespace()).count();
    let year = digits == 4 && signs == 4 && (text.starts_with("19") || text.starts_with("20"));
    digits * 2 > signs && !year || text.starts_with("http://") || text.starts_with("https://")
}

/// Whether a text names a unit: `billion EUR`, `€`, `in % of GDP`, `US$`.
fn looks_like_unit(text: &str) -> bool {
    const WORDS: [&str; 24] = [
        "€", "$", "£", "%", "eur", "usd", "gbp", "uah", "billion", "million", "thousand", "bn",
        "mln", "percent", "per cent", "share", "млрд", "млн", "тис", "грн", "mio", "mrd", "units",
        "штук",
    ];
    let text = text.trim().to_lowercase();
    let short = text.chars().count() <= 40;
    short && WORDS.iter().any(|word| text.contains(word))
}

/// A heading in one line, with single spaces.
fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split(|sign: char| sign.is_whitespace()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_matches('\u{feff}').to_owned()
}

fn told_apart(names: Vec<String>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let taken: BTreeSet<String> = names.iter().cloned().collect();
    let mut told = Vec::with_capacity(names.len());
    for name in names {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        if name.is_empty() || *count == 1 {
            told.push(name);
            continue;
        }
        let mut number = *count;
        let mut other = format!("{name} ({number})");
        while taken.contains(&other) {
            number += 1;
            other = format!("{name} ({number})");
        }
        *count = number;
        told.push(other);
    }
    told
}

/// The sheet that holds the data, where that is clear; else the first that is shown. Only the first
/// rows of each are read.
pub fn likely_sheet(opened: &Opened, line: &TaskLine) -> usize {
    let shown = |sheet: &usize| {
        !opened
            .sheets()
            .get(*sheet)
            .is_some_and(|sheet| sheet.hidden)
    };
    let shown: Vec<usize> = (0..opened.sheets().len()).filter(shown).collect();
    let first = shown.first().copied().unwrap_or(0);
    if shown.len() < 2 {
        return first;
    }
    let ranked = shown.into_iter().filter_map(|sheet| {
        let rows = opened.rows(sheet, line).ok()?;
        let rows: Vec<Row> = rows.flatten().take(LOOKED_AT).collect();
        let heading = heading(&rows)?;
        let names = heading.names.iter().filter(|name| !name.is_empty()).count();
        if names < 2 {
            return None;
        }
        let name = opened
            .sheets()
            .get(sheet)?
            .name
            .as_deref()
            .unwrap_or_default();
        let weight = if name.to_lowercase().contains("data") {
            4
        } else {
            1
        };
        let rank = opened.weight(sheet) * u64::from(heading.confidence) * weight;
        Some((rank, std::cmp::Reverse(sheet)))
    });
    ranked
        .max()
        .map_or(first, |(_, std::cmp::Reverse(sheet))| sheet)
}
