//! `total`: sums of one stage, by party, type, year or month.

use serde_json::{Map, Value, json};

use super::args::Format;
use super::context::Context;
use super::output::{Cell, Column, Sheet, ids, pretty, sum};
use super::{Done, Outcome, no_ron};
use crate::ledger::{Query, Span, StagedTotal};
use crate::model::{AidType, Stage, Year};
use crate::text::{dates, words};
use crate::views::{By, TotalRow, totals};

/// What sums are asked for.
pub(super) struct Asked<'a> {
    /// Of which stage.
    pub(super) stage: Stage,
    /// What the rows are.
    pub(super) by: Option<By>,
    /// Of which parties; empty: all.
    pub(super) parties: &'a [String],
    /// Of which type.
    pub(super) aid_type: Option<AidType>,
    /// For which year.
    pub(super) year: Option<Year>,
}

/// Runs `total`.
pub(super) fn run(context: &Context, asked: &Asked<'_>) -> Outcome {
    let parties = asked.parties.iter().map(|id| context.known_party(id));
    let parties = parties.collect::<Result<Vec<_>, _>>()?;
    let query = Query {
        stage: asked.stage,
        parties: (!parties.is_empty()).then_some(parties),
        aid_type: asked.aid_type,
        instrument: None,
        span: asked.year.map_or(Span::All, Span::Year),
    };
    let table = totals(&context.ledger, &query, asked.by);
    let sheet = sheet(context, asked.by, &table.rows, &table.total);
    let data = match context.format {
        Format::Table => sheet.table(context.texts) + &context.assumptions_line(),
        Format::Csv => sheet.counted_csv(context.ledger.assumptions()),
        Format::Ron => return Err(no_ron(context.texts, "total")),
        Format::Json => {
            let mut object = Map::new();
            object.insert("stage".to_owned(), json!(asked.stage.key()));
            object.insert(
                "assumptions".to_owned(),
                json!(context.ledger.assumptions()),
            );
            object.insert("total".to_owned(), Value::Object(sum(&table.total)));
            // The last row of the sheet is the total itself.
            let mut rows = sheet.json();
            rows.truncate(table.rows.len());
            object.insert("rows".to_owned(), Value::Array(rows));
            pretty(&Value::Object(object))
        }
    };
    Ok(Done::fine(data))
}

fn sheet(
    context: &Context,
    by: Option<By>,
    rows: &[(TotalRow, StagedTotal)],
    total: &StagedTotal,
) -> Sheet {
    let texts = context.texts;
    let (key, title) = match by {
        None | Some(By::Party) => ("party", texts.get("cli-column-party")),
        Some(By::Type) => ("type", texts.get("cli-column-type")),
        Some(By::Year) => ("year", texts.get("cli-column-year")),
        Some(By::Month) => ("month", texts.get("cli-column-month")),
    };
    let columns = vec![
        Column::data(key),
        Column::new("name", title),
        Column::new("amount", words::stage(total.stage(), texts)),
        Column::new("basis", texts.get("cli-column-basis")),
        Column::data("ids"),
    ];
    let row = |key: Cell, name: String, total: &StagedTotal| {
        vec![
            key,
            Cell::Text(name),
            Cell::Amount(total.clone()),
            Cell::Basis(total.basis().clone()),
            Cell::Ids(ids(total.derivation())),
        ]
    };
    let mut told: Vec<Vec<Cell>> = rows
        .iter()
        .map(|(of, total)| {
            let (key, name) = name(context, of);
            row(key, name, total)
        })
        .collect();
    told.push(row(Cell::Nothing, texts.get("cli-row-total"), total));
    Sheet {
        columns,
        rows: told,
        unit: total.unit(),
    }
}

fn name(context: &Context, row: &TotalRow) -> (Cell, String) {
    let texts = context.texts;
    match row {
        TotalRow::Party(id) => {
            let party = context.dataset().parties.get(id);
            let name = party.map_or_else(
                || id.to_string(),
                |party| words::name(&party.name, texts).to_owned(),
            );
            (Cell::Text(id.to_string()), name)
        }
        TotalRow::Type(aid_type) => {
            let name = words::aid_type(*aid_type, texts);
            (Cell::Word(aid_type.key(), name.clone()), name)
        }
        TotalRow::Year(year) => (Cell::Text(year.to_string()), year.to_string()),
        TotalRow::NotSplit => (Cell::Nothing, texts.get("date-not-split")),
        TotalRow::Month(year, month) => (
            Cell::Text(format!("{year}-{month:02}")),
            dates::month(*year, *month, texts),
        ),
    }
}
