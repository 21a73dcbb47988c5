//! JSON: an object with what is shown, what it rests on, and the rows, an object each. Sums stand as on
//! the command line: decimals in strings, in whole units.

use serde_json::{Map, Value as Json, json};

use crate::ledger::Bounds;
use crate::model::Stage;
use crate::task::TaskLine;

use super::error::ExportError;
use super::sheets::{Numbered, Sheets};
use super::table::{Column, Kind, Table, Total, Value};

/// What goes out of a place, as JSON.
///
/// # Errors
/// When it was cancelled.
pub fn write(sheets: &Sheets, line: &TaskLine) -> Result<Vec<u8>, ExportError> {
    let about = &sheets.about;
    let facts = about
        .facts
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }));
    let mut tables = Vec::new();
    for of in &sheets.tables {
        tables.push(table(of, line)?);
    }
    let whole = json!({
        "title": about.title,
        "place": format!("#{}", about.place),
        "dataset": about.dataset,
        "assumptions": about.assumptions_json(),
        "facts": facts.collect::<Vec<_>>(),
        "notes": about.notes,
        "tables": tables,
        "sources": about.sources.iter().map(source).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    Ok(text.into_bytes())
}

fn source(of: &Numbered) -> Json {
    json!({
        "number": of.number,
        "id": of.source.id.as_str(),
        "title": of.source.title,
        "publisher": of.source.publisher,
        "url": of.source.url,
        "published": of.source.published.map(|date| date.to_string()),
        "licence": of.source.licence,
    })
}

fn table(table: &Table, line: &TaskLine) -> Result<Json, ExportError> {
    let mut rows = Vec::with_capacity(table.len());
    for (at, row) in table.rows().enumerate() {
        if at.is_multiple_of(256) {
            super::tell(line, at, table.len())?;
        }
        let cells = table.columns.iter().zip(row);
        let object: Map<String, Json> = cells
            .map(|(column, value)| (column.id.clone(), cell(column, value)))
            .collect();
        rows.push(Json::Object(object));
    }
    let columns = table.columns.iter().map(|column| {
        json!({ "id": column.id, "label": column.label, "unit": column.unit, "kind": kind(column.kind) })
    });
    let totals = table.totals.iter().map(|of| total(table, of));
    Ok(json!({
        "name": table.name,
        "title": table.title,
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows,
        "totals": totals.collect::<Vec<_>>(),
    }))
}

fn total(table: &Table, of: &Total) -> Json {
    let column = table.place(&of.column).and_then(|at| table.columns.get(at));
    let unit = column.and_then(|column| column.unit.as_deref());
    json!({
        "label": of.label,
        "column": of.column,
        "amount": bounds(&of.bounds, unit, of.stage),
    })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Prose => "prose",
        Kind::Word => "word",
        Kind::Number => "number",
        Kind::Count => "count",
        Kind::Flag => "flag",
        Kind::Date => "date",
        Kind::Amount => "amount",
        Kind::Ratio => "ratio",
        Kind::Ids => "ids",
        Kind::Link => "link",
    }
}

fn cell(column: &Column, value: Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Text(text) | Value::Link(text) => json!(text),
        Value::Word(key, _) => json!(key),
        // A count is a number; other numbers keep their decimals in a string.
        Value::Number(number) if column.kind == Kind::Count => {
            i64::try_from(number).map_or_else(|_| json!(number.to_string()), |n| json!(n))
        }
        Value::Number(number) => json!(number.normalize().to_string()),
        Value::Flag(flag) => json!(flag),
        Value::Date(date) => json!(date.to_string()),
        Value::Day(day) => json!(day.to_string()),
        Value::Amount(of, _) if of.is_nothing() => Json::Null,
        Value::Amount(of, stage) => bounds(&of, column.unit.as_deref(), stage),
        Value::Ratio(ratio) => json!({
            "low": ratio.low.normalize().to_string(),
            "high": ratio.high.map(|high| high.normalize().to_string()),
        }),
        Value::Ids(ids) => json!(ids),
    }
}

fn bounds(of: &Bounds, unit: Option<&str>, stage: Stage) -> Json {
    let mut object = json!({
        "low": of.low.normalize().to_string(),
        "high": of.high.map(|high| high.normalize().to_string()),
        "about": of.about,
        "undisclosed": of.undisclosed,
        "unit": unit,
        "stage": stage.key(),
        "estimate": of.estimate,
    });
    if of.not_converted > 0 {
        object["not_converted"] = json!(of.not_converted);
    }
    object
}
