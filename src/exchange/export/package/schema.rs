//! `datapackage.json`: what each table and column holds, in the words of the Table Schema.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value as Json, json};

use crate::edit::Kind;
use crate::edit::shape::Leaf;
use crate::exchange::export::error::ExportError;
use crate::exchange::export::table::{Column, Table, Value};
use crate::exchange::records::{AmountPart, FORMS, Holds, PERIODS, PathColumn, RecordSheet};
use crate::model::Dataset;
use crate::task::TaskLine;
use crate::text::{Texts, fields};

use super::Part;

/// The description of a package.
pub(super) fn package(
    dataset: &Dataset,
    parts: &[Part],
    texts: Texts,
    line: &TaskLine,
) -> Result<Json, ExportError> {
    let ids = ids(parts);
    let mut resources = Vec::new();
    for part in parts {
        if line.is_cancelled() {
            return Err(ExportError::Cancelled);
        }
        resources.push(resource(part, &ids, texts));
    }
    let header = &dataset.header;
    let mut whole = Map::new();
    whole.insert("profile".to_owned(), json!("tabular-data-package"));
    whole.insert("name".to_owned(), json!(slug(&header.title)));
    whole.insert("title".to_owned(), json!(header.title));
    if !header.about.is_empty() {
        whole.insert("description".to_owned(), json!(header.about));
    }
    if let Some(day) = header.cutoff {
        whole.insert("created".to_owned(), json!(format!("{day}T00:00:00Z")));
    }
    if !header.licence.is_empty() {
        let name = licence_name(&header.licence);
        let licence = json!({ "name": name, "title": header.licence, "path": "LICENSE.md" });
        whole.insert("licenses".to_owned(), json!([licence]));
    }
    let credits = super::papers::credits(dataset);
    let credits = credits.iter().map(|source| {
        let mut credit = json!({ "title": source.title });
        if source.url.starts_with("http") {
            credit["path"] = json!(source.url);
        }
        credit
    });
    let credits: Vec<Json> = credits.collect();
    if !credits.is_empty() {
        whole.insert("sources".to_owned(), json!(credits));
    }
    whole.insert("resources".to_owned(), Json::Array(resources));
    Ok(Json::Object(whole))
}

/// A licence as names of licences are written: `CC-BY-4.0`. What is said beside it is left out.
pub(super) fn licence_name(licence: &str) -> String {
    let licence = licence.split([';', ',']).next().unwrap_or_default();
    let words = licence.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.'));
    let words = words.filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A name that a package can have.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase);
    let name = words.collect::<Vec<_>>().join("-");
    if name.is_empty() {
        "pledgebook".to_owned()
    } else {
        name
    }
}

/// The ids of each table of records.
type Ids = BTreeMap<String, HashSet<String>>;

fn ids(parts: &[Part]) -> Ids {
    let of = |part: &Part| {
        let at = part.table.place("id")?;
        let ids = part.table.rows().filter_map(|row| match row.get(at) {
            Some(Value::Text(id)) => Some(id.clone()),
            _ => None,
        });
        Some((part.table.name.clone(), ids.collect()))
    };
    parts.iter().filter_map(of).collect()
}

fn resource(part: &Part, ids: &Ids, texts: Texts) -> Json {
    let table = &part.table;
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": part.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": part.bytes.len(),
        "hash": format!("sha256:{}", part.sha256),
        "dialect": { "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": schema(table, ids, texts),
    })
}

fn schema(table: &Table, ids: &Ids, texts: Texts) -> Json {
    let Some(sheet) = RecordSheet::named(&table.name) else {
        return json!({});
    };
    let columns = table
        .columns
        .iter()
        .map(|column| described(sheet, column, texts));
    let mut schema = json!({
        "fields": columns.collect::<Vec<_>>(),
        "missingValues": [""],
    });
    let keys: Vec<Json> = foreign_keys(table, sheet, ids);
    match sheet.entries() {
        Some((key, _)) => {
            schema["primaryKey"] = json!([sheet.owner(), RecordSheet::key_column(key)]);
        }
        None if sheet.kind == Kind::Header => {}
        None => schema["primaryKey"] = json!("id"),
    }
    if !keys.is_empty() {
        schema["foreignKeys"] = Json::Array(keys);
    }
    schema
}

/// The columns that lead to one other table. A link that leads nowhere is a problem of the dataset, and
/// its column is left without a key: a package should not promise what does not hold. So is one that
/// can lead to either of two tables.
fn foreign_keys(table: &Table, sheet: RecordSheet, ids: &Ids) -> Vec<Json> {
    let columns = table.columns.iter().enumerate();
    let leading = columns.filter_map(|(at, column)| {
        let target = RecordSheet::of(leads_to(sheet, column)?).name();
        let known = ids.get(&target)?;
        Some((at, target, known))
    });
    let mut leading: Vec<(usize, String, &HashSet<String>)> = leading.collect();
    for row in table.rows() {
        leading.retain(|(at, _, known)| match row.get(*at) {
            Some(Value::Text(id)) => known.contains(id),
            _ => true,
        });
    }
    let key = |(at, target, _): (usize, String, &HashSet<String>)| {
        let column = table.columns.get(at)?;
        let reference = json!({ "resource": target, "fields": "id" });
        Some(json!({ "fields": column.id, "reference": reference }))
    };
    leading.into_iter().filter_map(key).collect()
}

/// The one kind of record that a column can lead to.
fn leads_to(sheet: RecordSheet, column: &Column) -> Option<Kind> {
    if sheet.series.is_some() {
        return (column.id == sheet.owner()).then_some(sheet.kind);
    }
    match PathColumn::named(sheet.kind, &column.id)?.holds {
        Holds::Leaf(Leaf::Link(to)) => match to.kinds() {
            [only] => Some(*only),
            _ => None,
        },
        _ => None,
    }
}

/// What a column holds.
pub(super) fn holds(sheet: RecordSheet, column: &Column) -> Option<(Holds, bool)> {
    if let Some((key, of)) = sheet.entries() {
        if column.id == sheet.owner() {
            return Some((Holds::Leaf(Leaf::Text), true));
        }
        if column.id == RecordSheet::key_column(key) {
            return Some((Holds::Leaf(key), true));
        }
        let found = PathColumn::of_entry(of, &column.id)?;
        return Some((found.holds, found.always));
    }
    let found = PathColumn::named(sheet.kind, &column.id)?;
    Some((found.holds, found.always))
}

fn described(sheet: RecordSheet, column: &Column, texts: Texts) -> Json {
    let mut field = Map::new();
    field.insert("name".to_owned(), json!(column.id));
    field.insert("title".to_owned(), json!(column.label));
    let Some((holds, always)) = holds(sheet, column) else {
        return Json::Object(field);
    };
    let (kind, mut limits) = typed(holds);
    field.insert("type".to_owned(), json!(kind));
    if let Some(meaning) = meaning(sheet, column, holds, texts) {
        field.insert("description".to_owned(), json!(meaning));
    }
    // A text that must stand may be empty.
    let may_be_empty = matches!(holds, Holds::Leaf(Leaf::Text | Leaf::LongText));
    if always && !may_be_empty {
        limits.insert("required".to_owned(), json!(true));
    }
    if sheet.series.is_none() && column.id == "id" {
        limits.insert("unique".to_owned(), json!(true));
    }
    if !limits.is_empty() {
        field.insert("constraints".to_owned(), Json::Object(limits));
    }
    Json::Object(field)
}

/// What a field means beyond its name.
pub(super) fn meaning(
    sheet: RecordSheet,
    column: &Column,
    holds: Holds,
    texts: Texts,
) -> Option<String> {
    if let Holds::Amount(part) = holds {
        return Some(texts.get(match part {
            AmountPart::Form => "export-amount-form-tip",
            AmountPart::Value => "export-amount-value-tip",
            AmountPart::ValueTo => "export-amount-value-to-tip",
            AmountPart::Currency => "export-amount-currency-tip",
            AmountPart::Period => "export-amount-period-tip",
            AmountPart::From => "export-amount-from-tip",
            AmountPart::To => "export-amount-to-tip",
        }));
    }
    let inner = match sheet.series {
        Some(series) => format!("{series}.{}", column.id),
        None => column.id.clone(),
    };
    fields::tip(sheet.kind.key(), &inner, texts)
}

/// The type and the constraints of what stands in a column.
fn typed(holds: Holds) -> (&'static str, Map<String, Json>) {
    let mut limits = Map::new();
    let mut limit = |name: &str, value: Json| {
        limits.insert(name.to_owned(), value);
    };
    let kind = match holds {
        Holds::Variant(variants) => {
            let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
            limit("enum", json!(names));
            "string"
        }
        Holds::Amount(part) => match part {
            AmountPart::Form => {
                limit("enum", json!(FORMS));
                "string"
            }
            AmountPart::Period => {
                limit("enum", json!(PERIODS));
                "string"
            }
            AmountPart::Value | AmountPart::ValueTo => {
                limit("minimum", json!("0"));
                "number"
            }
            AmountPart::Currency => {
                limit("pattern", json!("[A-Z]{3}"));
                "string"
            }
            AmountPart::From | AmountPart::To => {
                limit("pattern", json!(DATE));
                "string"
            }
        },
        Holds::Leaf(leaf) => match leaf {
            Leaf::Flag => "boolean",
            Leaf::Decimal => "number",
            Leaf::Percent => {
                limit("minimum", json!("0"));
                limit("maximum", json!("100"));
                "number"
            }
            Leaf::Count(_) => {
                limit("minimum", json!(0));
                "integer"
            }
            Leaf::Year => {
                limit("minimum", json!(1990));
                limit("maximum", json!(2100));
                "integer"
            }
            Leaf::Day => "date",
            Leaf::Date => {
                limit("pattern", json!(DATE));
                "string"
            }
            Leaf::Month => {
                limit("pattern", json!("[0-9]{4}-[0-9]{2}"));
                "string"
            }
            Leaf::Choice(words) => {
                limit("enum", json!(words));
                "string"
            }
            Leaf::Currency => {
                limit("pattern", json!("[A-Z]{3}"));
                "string"
            }
            _ => "string",
        },
    };
    (kind, limits)
}

/// A year, a month, a day, or a span of days of which one end may be open.
const DATE: &str = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|([0-9]{4}-[0-9]{2}-[0-9]{2}|\\.\\.)/([0-9]{4}-[0-9]{2}-[0-9]{2}|\\.\\.)";
