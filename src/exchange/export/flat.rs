//! A table without groups: a sum between bounds as several columns. Blank is not zero: a sum of which
//! nothing is recorded leaves all its columns blank, one that is not disclosed (n/d) counts under
//! `undisclosed`, one without an upper end says so under `open`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::Bounds;
use crate::model::{PartialDate, Stage};
use crate::text::{Lang, Texts, words};

use super::table::{Column, Kind, Table, Value};

/// How headings and words of closed lists are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Labels {
    /// As machines name them: they stay the same from version to version and in every language.
    #[default]
    Ids,
    /// As people read them in their language.
    Words,
}

/// A value that takes one cell.
#[derive(Clone, PartialEq, Debug)]
pub enum Flat {
    /// Nothing.
    Blank,
    /// A text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// Yes or no.
    Flag(bool),
    /// A whole day.
    Day(Date),
    /// A part of a date, or a span of days, as ISO 8601-2 writes it.
    Date(PartialDate),
    /// An address.
    Link(String),
}

/// A column that takes one cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FlatColumn {
    /// What stands above it.
    pub heading: String,
    /// Its name for machines.
    pub id: String,
    /// What stands in it; never a group.
    pub kind: Kind,
    /// The unit of its numbers.
    pub unit: Option<String>,
}

/// The parts of a sum, in the order of their columns.
const AMOUNT: [(&str, Kind); 8] = [
    ("low", Kind::Number),
    ("high", Kind::Number),
    ("open", Kind::Flag),
    ("about", Kind::Count),
    ("undisclosed", Kind::Count),
    ("not_converted", Kind::Count),
    ("estimate", Kind::Flag),
    ("stage", Kind::Word),
];
const RATIO: [(&str, Kind); 2] = [("low", Kind::Number), ("high", Kind::Number)];

/// How many cells a value of a kind takes.
fn parts(kind: Kind) -> &'static [(&'static str, Kind)] {
    match kind {
        Kind::Amount => &AMOUNT,
        Kind::Ratio => &RATIO,
        _ => &[],
    }
}

/// The columns of a table, each of one cell.
pub fn columns(table: &Table, labels: Labels, texts: Texts) -> Vec<FlatColumn> {
    table
        .columns
        .iter()
        .flat_map(|column| flattened(column, labels, texts))
        .collect()
}

/// The place of the first cell of a column.
pub fn place(table: &Table, id: &str) -> Option<usize> {
    let at = table.place(id)?;
    let before = table.columns.iter().take(at);
    Some(before.map(|column| parts(column.kind).len().max(1)).sum())
}

fn flattened(column: &Column, labels: Labels, texts: Texts) -> Vec<FlatColumn> {
    let parts = parts(column.kind);
    if parts.is_empty() {
        let name = match labels {
            Labels::Ids => &column.id,
            Labels::Words => &column.label,
        };
        return vec![FlatColumn {
            heading: with_unit(name, column.unit.as_deref()),
            id: column.id.clone(),
            kind: column.kind,
            unit: column.unit.clone(),
        }];
    }
    let part = |(part, kind): &(&str, Kind)| {
        let id = format!("{}_{part}", column.id);
        let unit = column.unit.as_deref().filter(|_| *kind == Kind::Number);
        let name = match labels {
            Labels::Ids => id.clone(),
            Labels::Words => {
                let args = [
                    ("column", column.label.as_str().into()),
                    ("part", part_label(part, texts).into()),
                ];
                texts.with("export-part", &args)
            }
        };
        FlatColumn {
            heading: with_unit(&name, unit),
            id,
            kind: *kind,
            unit: unit.map(str::to_owned),
        }
    };
    parts.iter().map(part).collect()
}

/// Whether headings are of a table that is written here with sums between bounds, in any language: at least
/// half of the parts of one sum stand side by side. Tables of records never have them.
pub fn has_bounds<'a>(headings: impl IntoIterator<Item = &'a str>) -> bool {
    let texts: Vec<Texts> = Lang::ALL.iter().map(|lang| Texts::new(*lang)).collect();
    let ends: Vec<String> = AMOUNT
        .iter()
        .flat_map(|(part, _)| {
            let told = texts.iter().map(|texts| {
                let args = [
                    ("column", "".into()),
                    ("part", part_label(part, *texts).into()),
                ];
                texts.with("export-part", &args)
            });
            std::iter::once(format!("_{part}")).chain(told)
        })
        .collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for heading in headings {
        let name = heading.trim();
        // The unit behind the name: `amount_low (EUR)`, never that of `not disclosed (n/d)`.
        let bare = name.rsplit_once(" (").map(|(name, _)| name);
        let mut names = std::iter::once(name).chain(bare);
        let column = names.find_map(|name| {
            let mut before = ends
                .iter()
                .filter_map(|end| name.strip_suffix(end.as_str()));
            before.find(|column| !column.is_empty())
        });
        if let Some(column) = column {
            *seen.entry(column).or_default() += 1;
        }
    }
    seen.values().any(|parts| parts * 2 >= AMOUNT.len())
}

fn with_unit(name: &str, unit: Option<&str>) -> String {
    unit.map_or_else(|| name.to_owned(), |unit| format!("{name} ({unit})"))
}

fn part_label(part: &str, texts: Texts) -> String {
    texts.get(match part {
        "low" => "export-part-low",
        "high" => "export-part-high",
        "open" => "export-part-open",
        "about" => "export-part-about",
        "undisclosed" => "export-part-undisclosed",
        "not_converted" => "export-part-not-converted",
        "estimate" => "export-part-estimate",
        _ => "export-part-stage",
    })
}

/// A row of a table, a value a cell.
pub fn row(table: &Table, row: Vec<Value>, labels: Labels, texts: Texts) -> Vec<Flat> {
    let mut cells = Vec::with_capacity(row.len());
    for (column, value) in table.columns.iter().zip(row) {
        let width = parts(column.kind).len().max(1);
        let before = cells.len();
        match value {
            Value::Nothing => {}
            Value::Amount(bounds, stage) => cells.extend(amount(&bounds, stage, labels, texts)),
            Value::Ratio(ratio) => {
                cells.push(Flat::Number(ratio.low));
                cells.push(ratio.high.map_or(Flat::Blank, Flat::Number));
            }
            Value::Text(text) => cells.push(Flat::Text(text)),
            Value::Word(key, told) => cells.push(Flat::Text(match labels {
                Labels::Ids => key,
                Labels::Words => told,
            })),
            Value::Number(number) => cells.push(Flat::Number(number)),
            Value::Flag(flag) => cells.push(Flat::Flag(flag)),
            Value::Date(PartialDate::Day(day)) | Value::Day(day) => cells.push(Flat::Day(day)),
            Value::Date(date) => cells.push(Flat::Date(date)),
            Value::Ids(ids) if ids.is_empty() => {}
            Value::Ids(ids) => cells.push(Flat::Text(ids.join(" "))),
            Value::Link(link) => cells.push(Flat::Link(link)),
        }
        cells.resize(before + width, Flat::Blank);
    }
    cells
}

fn amount(bounds: &Bounds, stage: Stage, labels: Labels, texts: Texts) -> Vec<Flat> {
    if bounds.is_nothing() {
        return Vec::new();
    }
    let number = bounds.has_number();
    let known = |value: Option<Decimal>| {
        let value = value.filter(|_| number);
        value.map_or(Flat::Blank, |value| Flat::Number(value.normalize()))
    };
    let count = |count: u32| Flat::Number(count.into());
    let stage = match labels {
        Labels::Ids => stage.key().to_owned(),
        Labels::Words => words::stage(stage, texts),
    };
    vec![
        known(Some(bounds.low)),
        known(bounds.high),
        if number {
            Flat::Flag(bounds.high.is_none())
        } else {
            Flat::Blank
        },
        count(bounds.about),
        count(bounds.undisclosed),
        count(bounds.not_converted),
        Flat::Flag(bounds.estimate),
        Flat::Text(stage),
    ]
}
