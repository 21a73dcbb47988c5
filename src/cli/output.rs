//! One sheet of rows, written for people, as CSV or as JSON: a value is given once.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::exchange::export::guard::{Home, guarded};
use crate::ledger::{Assumptions, Basis, Bounds, Derivation, Ratio, StagedTotal};
use crate::model::{Currency, MoneyId, Stage};
use crate::text::{Texts, numbers, words};

/// What stands in one place of a sheet.
pub(super) enum Cell {
    /// Nothing: `null` in JSON, empty in CSV.
    Nothing,
    /// A text, the same everywhere.
    Text(String),
    /// A name of the file (`pledged`), and its word for people.
    Word(&'static str, String),
    /// A text for machines, and another for people.
    Told(String, String),
    /// How many.
    Count(u64),
    /// Whether; people are not told.
    Flag(bool),
    /// How many, or how many less than none.
    Whole(i64),
    /// A sum.
    Amount(StagedTotal),
    /// A figure in a sum of that stage.
    Part(Bounds, Currency, Stage),
    /// Bounds in a unit of that name, and what people are told.
    Value(Bounds, String, Stage, String),
    /// A number that is known, and what people are told.
    Number(Decimal, String),
    /// What a sum rests on.
    Basis(Basis),
    /// The records it came from.
    Ids(Vec<String>),
    /// A fulfilment.
    Ratio(Option<Ratio>),
}

/// A column of a sheet.
pub(super) struct Column {
    /// Its name in JSON and CSV.
    key: &'static str,
    /// The object that it stands in, in JSON.
    group: Option<&'static str>,
    /// Its heading for people; none: people are not shown it.
    title: Option<String>,
    /// At most so many characters for people.
    limit: usize,
}

impl Column {
    /// A column that everybody sees.
    pub(super) fn new(key: &'static str, title: String) -> Self {
        Self {
            key,
            group: None,
            title: Some(title),
            limit: usize::MAX,
        }
    }

    /// A column for machines alone.
    pub(super) fn data(key: &'static str) -> Self {
        Self {
            key,
            group: None,
            title: None,
            limit: usize::MAX,
        }
    }

    /// The same inside an object of the row.
    pub(super) fn inside(self, group: &'static str) -> Self {
        Self {
            group: Some(group),
            ..self
        }
    }

    /// The same, cut for people.
    pub(super) fn cut(self, limit: usize) -> Self {
        Self { limit, ..self }
    }
}

/// Rows under columns. Every row has a cell for each column.
pub(super) struct Sheet {
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// The rows.
    pub(super) rows: Vec<Vec<Cell>>,
    /// The currency of its sums.
    pub(super) unit: Currency,
}

impl Sheet {
    /// For people: aligned by the width of characters, numbers to the right.
    pub(super) fn table(&self, texts: Texts) -> String {
        let shown: Vec<usize> = (0..self.columns.len())
            .filter(|at| self.columns[*at].title.is_some())
            .collect();
        let headings = shown.iter().map(|at| {
            let title = self.columns[*at].title.clone();
            (title.unwrap_or_default(), false)
        });
        let mut grid: Vec<Vec<(String, bool)>> = vec![headings.collect()];
        for row in &self.rows {
            let cells = shown.iter().filter_map(|at| Some((row.get(*at)?, *at)));
            grid.push(
                cells
                    .map(|(cell, at)| {
                        let text = cut(&cell.for_people(texts), self.columns[at].limit);
                        (text, cell.is_number())
                    })
                    .collect(),
            );
        }
        let width = |at: usize| {
            let cells = grid.iter().filter_map(|row| row.get(at));
            cells
                .map(|(text, _)| text.chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..shown.len()).map(width).collect();
        let right: Vec<bool> = (0..shown.len())
            .map(|at| {
                grid.iter()
                    .skip(1)
                    .any(|row| row.get(at).is_some_and(|c| c.1))
            })
            .collect();
        let mut out = String::new();
        for row in &grid {
            let mut line = String::new();
            for (at, (text, _)) in row.iter().enumerate() {
                let blank = " ".repeat(widths[at].saturating_sub(text.chars().count()));
                if at > 0 {
                    line.push_str("  ");
                }
                if right[at] {
                    line.push_str(&blank);
                    line.push_str(text);
                } else {
                    line.push_str(text);
                    line.push_str(&blank);
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    /// As CSV (RFC 4180): one row of headings, with the units of sums.
    pub(super) fn csv(&self) -> String {
        self.csv_with(&[])
    }

    /// The same with the assumptions that the numbers were counted under in the last columns of
    /// every row: a number does not go without them.
    pub(super) fn counted_csv(&self, assumptions: &Assumptions) -> String {
        let fields = json!(assumptions);
        let fields = fields.as_object().into_iter().flatten();
        let fields: Vec<(String, String)> = fields
            .map(|(name, value)| (name.clone(), setting(value)))
            .collect();
        self.csv_with(&fields)
    }

    fn csv_with(&self, beside: &[(String, String)]) -> String {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        // The widest cell of a column tells what it holds.
        let kind = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.map(Cell::csv_kind).max().unwrap_or(CsvKind::Plain)
        };
        let kinds: Vec<CsvKind> = (0..self.columns.len()).map(kind).collect();
        let mut headings: Vec<String> = Vec::new();
        for (column, kind) in self.columns.iter().zip(&kinds) {
            headings.extend(kind.headings(column.key, self.unit));
        }
        headings.extend(beside.iter().map(|(name, _)| name.clone()));
        // Writing to memory cannot fail.
        let _ = writer.write_record(&headings);
        for row in &self.rows {
            let mut record: Vec<String> = Vec::new();
            for (cell, kind) in row.iter().zip(&kinds) {
                let mut fields = cell.csv_fields();
                // A cell with nothing in it fills all fields of its column.
                fields.resize(kind.width(), String::new());
                record.extend(fields);
            }
            record.extend(beside.iter().map(|(_, value)| value.clone()));
            let _ = writer.write_record(&record);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// As JSON: an object a row.
    pub(super) fn json(&self) -> Vec<Value> {
        self.rows.iter().map(|row| self.object(row)).collect()
    }

    fn object(&self, row: &[Cell]) -> Value {
        let mut object = Map::new();
        for (column, cell) in self.columns.iter().zip(row) {
            let place = match column.group {
                None => &mut object,
                Some(group) => {
                    let inner = object.entry(group).or_insert_with(|| json!({}));
                    match inner.as_object_mut() {
                        Some(inner) => inner,
                        None => continue,
                    }
                }
            };
            place.insert(column.key.to_owned(), cell.for_json());
            match cell {
                Cell::Amount(total) => put_not_converted(place, column.key, total.bounds()),
                Cell::Value(its, ..) => put_not_converted(place, column.key, its),
                _ => {}
            }
        }
        Value::Object(object)
    }
}

fn cut(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(limit.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// A decimal in whole units: plain, without exponent or grouping.
pub(super) fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

/// An assumption in a field: `year_average`, `fixed_year 2024`; empty: not set.
fn setting(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(object) => {
            let told = object.iter().map(|(key, value)| format!("{key} {value}"));
            told.collect::<Vec<String>>().join(" ")
        }
        other => other.to_string(),
    }
}

/// What a column of CSV holds, by how many fields it takes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum CsvKind {
    Plain,
    Ratio,
    Basis,
    Amount,
    Value,
}

impl CsvKind {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Plain => &[],
            Self::Ratio => &["low", "high"],
            Self::Basis => &["kind", "record", "as_counted_on", "packages_after"],
            Self::Amount => &[
                "low",
                "high",
                "about",
                "undisclosed",
                "not_converted",
                "estimate",
                "stage",
            ],
            Self::Value => &[
                "low",
                "high",
                "about",
                "undisclosed",
                "not_converted",
                "estimate",
                "stage",
                "unit",
            ],
        }
    }

    fn width(self) -> usize {
        self.names().len().max(1)
    }

    fn headings(self, key: &str, unit: Currency) -> Vec<String> {
        if self == Self::Plain {
            return vec![key.to_owned()];
        }
        let name = |name: &&str| match (self, *name) {
            (Self::Amount, "low" | "high") => format!("{key}_{name} ({unit})"),
            (_, name) => format!("{key}_{name}"),
        };
        self.names().iter().map(name).collect()
    }
}

fn amount_fields(bounds: &Bounds, stage: Stage) -> [String; 7] {
    let known = |value: Option<Decimal>| {
        // Nothing known is an empty field: it is not zero.
        value
            .filter(|_| bounds.has_number())
            .map(decimal)
            .unwrap_or_default()
    };
    [
        known(Some(bounds.low)),
        known(bounds.high),
        bounds.about.to_string(),
        bounds.undisclosed.to_string(),
        bounds.not_converted.to_string(),
        bounds.estimate.to_string(),
        stage.key().to_owned(),
    ]
}

impl Cell {
    fn is_number(&self) -> bool {
        matches!(
            self,
            Self::Count(_)
                | Self::Whole(_)
                | Self::Amount(_)
                | Self::Part(..)
                | Self::Value(..)
                | Self::Number(..)
                | Self::Ratio(_)
        )
    }

    fn for_people(&self, texts: Texts) -> String {
        match self {
            Self::Nothing | Self::Flag(_) | Self::Ratio(None) => String::new(),
            Self::Text(text)
            | Self::Word(_, text)
            | Self::Told(_, text)
            | Self::Value(_, _, _, text)
            | Self::Number(_, text) => text.clone(),
            Self::Count(count) => numbers::count(*count, texts),
            Self::Whole(number) => numbers::number((*number).into(), texts),
            Self::Amount(total) => numbers::bounds_short(total.bounds(), total.unit(), texts),
            Self::Part(bounds, unit, _) => numbers::bounds_short(bounds, *unit, texts),
            Self::Basis(basis) => words::basis(basis, texts),
            Self::Ids(ids) => ids.join(" "),
            Self::Ratio(Some(ratio)) => numbers::ratio(ratio, texts),
        }
    }

    fn csv_kind(&self) -> CsvKind {
        match self {
            Self::Amount(_) | Self::Part(..) => CsvKind::Amount,
            Self::Value(..) => CsvKind::Value,
            Self::Basis(_) => CsvKind::Basis,
            Self::Ratio(_) => CsvKind::Ratio,
            _ => CsvKind::Plain,
        }
    }

    fn csv_fields(&self) -> Vec<String> {
        match self {
            Self::Nothing | Self::Ratio(None) => Vec::new(),
            Self::Text(text) | Self::Told(text, _) if text.is_empty() => vec![String::new()],
            Self::Text(text) | Self::Told(text, _) => {
                vec![guarded(text, Home::Csv).into_owned()]
            }
            Self::Word(key, _) => vec![(*key).to_owned()],
            Self::Count(count) => vec![count.to_string()],
            Self::Flag(flag) => vec![flag.to_string()],
            Self::Whole(number) => vec![number.to_string()],
            Self::Amount(total) => amount_fields(total.bounds(), total.stage()).into(),
            Self::Part(bounds, _, stage) => amount_fields(bounds, *stage).into(),
            Self::Value(bounds, unit, stage, _) => {
                let fields = amount_fields(bounds, *stage).into_iter();
                fields.chain([unit.clone()]).collect()
            }
            Self::Number(number, _) => vec![decimal(*number)],
            Self::Basis(basis) => {
                let object = basis_object(basis);
                let fields = object.as_object().into_iter().flatten();
                fields.map(|(_, value)| setting(value)).collect()
            }
            Self::Ids(ids) => vec![ids.join(" ")],
            Self::Ratio(Some(ratio)) => vec![
                decimal(ratio.low),
                ratio.high.map(decimal).unwrap_or_default(),
            ],
        }
    }

    fn for_json(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) | Self::Told(text, _) => json!(text),
            Self::Word(key, _) => json!(key),
            Self::Count(count) => json!(count),
            Self::Flag(flag) => json!(flag),
            Self::Whole(number) => json!(number),
            Self::Amount(total) => amount(total),
            Self::Part(its, unit, stage) => bounds(its, unit.code(), *stage),
            Self::Value(its, unit, stage, _) => bounds(its, unit, *stage),
            Self::Number(number, _) => json!(decimal(*number)),
            Self::Basis(basis) => basis_object(basis),
            Self::Ids(ids) => json!(ids),
            Self::Ratio(found) => found.as_ref().map_or(Value::Null, ratio),
        }
    }
}

/// What a sum rests on, as JSON.
pub(super) fn basis_object(basis: &Basis) -> Value {
    let plain = |kind: &str| json!({ "kind": kind, "record": null, "as_counted_on": null, "packages_after": null });
    match basis {
        Basis::Nothing => plain("nothing"),
        Basis::Packages => plain("packages"),
        Basis::PerParty => plain("per_party"),
        Basis::RunningTotal {
            record,
            as_counted_on,
            packages_after,
        } => json!({
            "kind": "running_total",
            "record": record.as_str(),
            "as_counted_on": as_counted_on.map(|day| day.to_string()),
            "packages_after": packages_after,
        }),
    }
}

/// A sum as JSON.
pub(super) fn amount(total: &StagedTotal) -> Value {
    bounds(total.bounds(), total.unit().code(), total.stage())
}

/// Bounds of one stage as JSON: decimals as strings in whole units.
pub(super) fn bounds(bounds: &Bounds, unit: &str, stage: Stage) -> Value {
    json!({
        "low": decimal(bounds.low),
        "high": bounds.high.map(decimal),
        "about": bounds.about,
        "undisclosed": bounds.undisclosed,
        "unit": unit,
        "stage": stage.key(),
        "estimate": bounds.estimate,
    })
}

/// A fulfilment as JSON: parts of one.
pub(super) fn ratio(ratio: &Ratio) -> Value {
    json!({ "low": decimal(ratio.low), "high": ratio.high.map(decimal) })
}

/// Beside an amount: how many of its entries could not be converted, where there are any.
pub(super) fn put_not_converted(place: &mut Map<String, Value>, key: &str, bounds: &Bounds) {
    if bounds.not_converted > 0 {
        let name = if key == "amount" {
            "not_converted".to_owned()
        } else {
            format!("{key}_not_converted")
        };
        place.insert(name, json!(bounds.not_converted));
    }
}

/// The ids of the records under a number.
pub(super) fn ids(derivation: &Derivation) -> Vec<String> {
    derivation
        .records()
        .iter()
        .map(MoneyId::to_string)
        .collect()
}

/// A sum with its basis and ids, as the members of a JSON object.
pub(super) fn sum(total: &StagedTotal) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("amount".to_owned(), amount(total));
    put_not_converted(&mut object, "amount", total.bounds());
    object.insert("basis".to_owned(), basis_object(total.basis()));
    object.insert("ids".to_owned(), json!(ids(total.derivation())));
    object
}

/// JSON for people and machines: indented, with a line break at the end.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            columns: vec![
                Column::new("name", "Name".to_owned()).cut(8),
                Column::new("count", "Count".to_owned()),
                Column::data("ids"),
            ],
            rows: vec![
                vec![
                    Cell::Text("Україна".to_owned()),
                    Cell::Count(7),
                    Cell::Ids(vec!["a".to_owned(), "b".to_owned()]),
                ],
                vec![
                    Cell::Text("A name, \"long\"".to_owned()),
                    Cell::Count(12345),
                    Cell::Nothing,
                ],
            ],
            unit: Currency::EUR,
        }
    }

    #[test]
    fn columns_align_by_characters_and_numbers_stand_to_the_right() {
        let table = sheet().table(Texts::default()).replace('\u{202f}', " ");
        assert_eq!(
            table,
            "Name       Count\nУкраїна        7\nA name,…  12 345\n"
        );
    }

    #[test]
    fn csv_quotes_what_needs_it_and_keeps_whole_texts() {
        let csv = sheet().csv();
        assert_eq!(
            csv,
            "name,count,ids\r\nУкраїна,7,a b\r\n\"A name, \"\"long\"\"\",12345,\r\n"
        );
    }

    #[test]
    fn json_keeps_lists_and_tells_nothing_from_empty() {
        let rows = sheet().json();
        assert_eq!(
            rows[0],
            json!({ "name": "Україна", "count": 7, "ids": ["a", "b"] })
        );
        assert_eq!(rows[1]["ids"], Value::Null);
    }

    #[test]
    fn a_decimal_is_plain() {
        let value: Decimal = "196032567.5000".parse().unwrap();
        assert_eq!(decimal(value), "196032567.5");
        assert_eq!(
            decimal(Decimal::from(1_000_000_000_000_u64)),
            "1000000000000"
        );
    }
}
