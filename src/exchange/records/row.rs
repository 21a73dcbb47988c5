//! Records as rows.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::Value as Tree;

use crate::edit::shape::{Leaf, Need, Shape};
use crate::edit::{AnyRecord, Key, Kind, field};
use crate::exchange::export::table::{Column, Kind as Sort, Table, Value};
use crate::model::{Amount, Dataset};
use crate::task::TaskLine;
use crate::text::{Texts, fields};

use super::amount::{AmountPart, Parts};
use super::columns::{Extent, Layout, of_entries};
use super::place::{Holds, PathColumn};
use super::sheet::RecordSheet;

/// Every table of a book that has rows; series apart. None: it was cancelled.
pub fn tables(dataset: &Arc<Dataset>, texts: Texts, line: &TaskLine) -> Option<Vec<Table>> {
    let mut all = Vec::new();
    for sheet in RecordSheet::all() {
        if line.is_cancelled() {
            return None;
        }
        let keys = AnyRecord::keys(dataset, sheet.kind);
        let table = match sheet.entries() {
            None => table(dataset, sheet.kind, keys, Layout::Apart, texts),
            Some((key, of)) => entries(dataset, sheet, &keys, (key, of), texts),
        };
        if !table.is_empty() {
            all.push(table);
        }
    }
    Some(all)
}

/// The table of these records, which are of one kind, in this order.
pub fn table(
    dataset: &Arc<Dataset>,
    kind: Kind,
    keys: Vec<Key>,
    layout: Layout,
    texts: Texts,
) -> Table {
    let sheet = RecordSheet::of(kind);
    let mut extent = Extent::default();
    for record in keys.iter().filter_map(|key| AnyRecord::of(dataset, key)) {
        extent.take(sheet, &record.to_tree());
    }
    let columns = extent.columns(sheet, layout);
    let heads = columns.iter().map(|column| head(kind, column, texts));
    let title = fields::kinds(kind.key(), keys.len(), texts);
    let heads = heads.collect();
    let dataset = Arc::clone(dataset);
    Table::lazy(sheet.name(), title, heads, keys.len(), move |at| {
        let record = keys.get(at).and_then(|key| AnyRecord::of(&dataset, key));
        record.map_or_else(Vec::new, |record| row(&record.to_tree(), &columns))
    })
}

/// The table of the entries of series, a row an entry.
fn entries(
    dataset: &Dataset,
    sheet: RecordSheet,
    keys: &[Key],
    (key, of): (Leaf, &'static Shape),
    texts: Texts,
) -> Table {
    let kind = sheet.kind;
    let series = sheet.series.unwrap_or_default();
    let columns = of_entries(of);
    let mut heads = vec![
        Column::new(sheet.owner(), fields::kind(kind.key(), texts), Sort::Text),
        Column::new(
            RecordSheet::key_column(key),
            fields::item(kind.key(), series, texts),
            if key == Leaf::Year {
                Sort::Count
            } else {
                Sort::Text
            },
        ),
    ];
    heads.extend(columns.iter().map(|column| {
        let head = head(kind, column, texts);
        let inner = column.path.last_field();
        let place = inner.map_or_else(|| series.to_owned(), |inner| format!("{series}.{inner}"));
        Column {
            label: fields::name(kind.key(), &place, texts),
            ..head
        }
    }));
    let mut rows = Vec::new();
    for record in keys.iter().filter_map(|key| AnyRecord::of(dataset, key)) {
        let id = record.key().id;
        let tree = record.to_tree();
        let Some(Tree::Object(map)) = tree.get(series) else {
            continue;
        };
        for (entry_key, entry) in map {
            let mut row = vec![
                Value::Text(id.clone()),
                plain(key, &Tree::from(entry_key.as_str())),
            ];
            row.extend(columns.iter().map(|column| cell(entry, column)));
            rows.push(row);
        }
    }
    let outer = fields::kind(kind.key(), texts);
    let inner = fields::small(&fields::name(kind.key(), series, texts));
    let args = [("outer", outer.into()), ("inner", inner.into())];
    let title = texts.with("field-inside", &args);
    Table::of(sheet.name(), title, heads, rows)
}

fn head(kind: Kind, column: &PathColumn, texts: Texts) -> Column {
    let label = fields::path(kind.key(), &column.path.to_string(), texts);
    let (label, sort) = match column.holds {
        Holds::Amount(part) => {
            let part_label = amount_label(part, texts);
            let sort = match part {
                AmountPart::Form | AmountPart::Currency | AmountPart::Period => Sort::Word,
                AmountPart::Value | AmountPart::ValueTo => Sort::Number,
                AmountPart::From | AmountPart::To => Sort::Date,
            };
            let args = [("outer", label.into()), ("inner", part_label.into())];
            (texts.with("field-inside", &args), sort)
        }
        Holds::Variant(_) => (label, Sort::Word),
        Holds::Leaf(leaf) => (label, sort_of(leaf)),
    };
    Column::new(column.name(), label, sort)
}

fn amount_label(part: AmountPart, texts: Texts) -> String {
    texts.get(match part {
        AmountPart::Form => "export-amount-form",
        AmountPart::Value => "export-amount-value",
        AmountPart::ValueTo => "export-amount-value-to",
        AmountPart::Currency => "export-amount-currency",
        AmountPart::Period => "export-amount-period",
        AmountPart::From => "export-amount-from",
        AmountPart::To => "export-amount-to",
    })
}

fn sort_of(leaf: Leaf) -> Sort {
    match leaf {
        Leaf::LongText | Leaf::Phrase => Sort::Prose,
        Leaf::Url => Sort::Link,
        Leaf::Date | Leaf::Day => Sort::Date,
        Leaf::Year | Leaf::Count(_) => Sort::Count,
        Leaf::Decimal | Leaf::Percent => Sort::Number,
        Leaf::Flag => Sort::Flag,
        Leaf::Choice(_) | Leaf::Currency | Leaf::Country => Sort::Word,
        Leaf::Id | Leaf::Text | Leaf::Language | Leaf::Month | Leaf::Link(_) | Leaf::Amount => {
            Sort::Text
        }
    }
}

/// The row of a record.
fn row(tree: &Tree, columns: &[PathColumn]) -> Vec<Value> {
    columns.iter().map(|column| cell(tree, column)).collect()
}

fn cell(tree: &Tree, column: &PathColumn) -> Value {
    let found = field::value(tree, &column.path);
    match (column.holds, found) {
        (Holds::Variant(_), Some(value)) => {
            let word = field::variant_of(value).unwrap_or_default().to_owned();
            Value::Word(word.clone(), word)
        }
        (Holds::Amount(part), Some(value)) => amount(part, value),
        (Holds::Leaf(leaf), Some(value)) if !value.is_null() => plain(leaf, value),
        // What is meant where nothing stands is told, where there is something to say it of.
        (Holds::Leaf(leaf), _) => match column.need {
            Need::Defaults(meant) if holder_stands(tree, column) => meant_value(leaf, meant),
            _ => Value::Nothing,
        },
        _ => Value::Nothing,
    }
}

/// Whether the group that a value would stand in says anything at all.
fn holder_stands(tree: &Tree, column: &PathColumn) -> bool {
    let Some((holder, _)) = column.path.split_last() else {
        return false;
    };
    let group = field::value(tree, &holder);
    group.is_some_and(|group| match group {
        Tree::Object(map) => !map.is_empty(),
        _ => false,
    })
}

fn meant_value(leaf: Leaf, meant: &str) -> Value {
    match leaf {
        Leaf::Flag => Value::Flag(meant == "true"),
        leaf => plain(leaf, &Tree::from(meant)),
    }
}

fn amount(part: AmountPart, value: &Tree) -> Value {
    let Ok(amount) = serde_json::from_value::<Amount>(value.clone()) else {
        return Value::Nothing;
    };
    let parts = Parts::of(&amount);
    let word =
        |word: Option<String>| word.map_or(Value::Nothing, |word| Value::Word(word.clone(), word));
    let number = |number: Option<Decimal>| number.map_or(Value::Nothing, Value::Number);
    let date = |date| match date {
        None => Value::Nothing,
        Some(date) => Value::Date(date),
    };
    match part {
        AmountPart::Form => word(parts.form),
        AmountPart::Value => number(parts.value),
        AmountPart::ValueTo => number(parts.value_to),
        AmountPart::Currency => word(parts.currency),
        AmountPart::Period => word(parts.period),
        AmountPart::From => date(parts.from),
        AmountPart::To => date(parts.to),
    }
}

/// One value of the file. What does not read as its leaf stands as it is written.
fn plain(leaf: Leaf, value: &Tree) -> Value {
    let text = match value {
        Tree::String(text) => text.clone(),
        Tree::Bool(flag) => return Value::Flag(*flag),
        other => other.to_string(),
    };
    let read = match leaf {
        Leaf::Url => Some(Value::Link(text.clone())),
        Leaf::Date => text.parse().ok().map(Value::Date),
        Leaf::Day => text.parse().ok().map(Value::Day),
        Leaf::Year | Leaf::Count(_) | Leaf::Decimal | Leaf::Percent => {
            Decimal::from_str_exact(&text).ok().map(Value::Number)
        }
        Leaf::Choice(_) | Leaf::Currency | Leaf::Country => {
            Some(Value::Word(text.clone(), text.clone()))
        }
        _ => None,
    };
    read.unwrap_or(Value::Text(text))
}
