//! `chart`: the numbers of a chart, or the chart as a picture.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::args::Format;
use super::chart_picture::picture;
use super::context::Context;
use super::output::{Cell, Column, Sheet, ids, pretty};
use super::{Done, Outcome, no_ron};
use crate::model::{AidType, Stage, Year};
use crate::text::words;
use crate::views::{Chart, ChartKind, ChartOrder, ChartRequest, chart};

/// What chart is asked for.
pub(super) struct Asked<'a> {
    /// What it shows.
    pub(super) kind: ChartKind,
    /// Of which stage; none: as a chart without one.
    pub(super) stage: Option<Stage>,
    /// Of which parties; empty: all.
    pub(super) parties: &'a [String],
    /// Of which type.
    pub(super) aid_type: Option<AidType>,
    /// For which year.
    pub(super) year: Option<Year>,
    /// How rows follow each other; none: by value.
    pub(super) order: Option<ChartOrder>,
    /// Where the picture goes; none: its numbers are printed.
    pub(super) output: Option<&'a Path>,
}

/// Runs `chart`.
pub(super) fn run(context: &Context, asked: &Asked<'_>) -> Outcome {
    let parties = asked.parties.iter().map(|id| context.known_party(id));
    let parties = parties.collect::<Result<Vec<_>, _>>()?;
    let usual = ChartRequest::default();
    let request = ChartRequest {
        kind: asked.kind,
        stage: asked.stage.unwrap_or(usual.stage),
        aid_type: asked.aid_type,
        year: asked.year,
        parties: (!parties.is_empty()).then_some(parties),
        order: asked.order.unwrap_or_default(),
    };
    if let Some(output) = asked.output {
        return picture(context, &request, output);
    }
    let chart = chart(&context.ledger, &request);
    let sheet = sheet(context, &chart);
    let data = match context.format {
        Format::Table => sheet.table(context.texts) + &context.assumptions_line(),
        Format::Csv => sheet.counted_csv(context.ledger.assumptions()),
        Format::Ron => return Err(no_ron(context.texts, "chart")),
        Format::Json => {
            let mut object = Map::new();
            object.insert("kind".to_owned(), json!(request.kind.key()));
            object.insert(
                "assumptions".to_owned(),
                json!(context.ledger.assumptions()),
            );
            object.insert("rows".to_owned(), Value::Array(sheet.json()));
            pretty(&Value::Object(object))
        }
    };
    Ok(Done::fine(data))
}

fn sheet(context: &Context, chart: &Chart) -> Sheet {
    let texts = context.texts;
    let currency = context.ledger.assumptions().currency;
    let row = |mark: &crate::views::ChartMark| {
        let (id, name) = mark.party.as_ref().map_or_else(
            || (Cell::Nothing, String::new()),
            |(id, name)| {
                let id = Cell::Text(id.to_string());
                (id, words::name(name, texts).to_owned())
            },
        );
        vec![
            id,
            Cell::Text(name),
            Cell::Part(mark.value, currency, mark.stage),
            Cell::Basis(mark.basis.clone()),
            Cell::Ids(ids(&mark.derivation.of(&context.ledger))),
        ]
    };
    Sheet {
        columns: vec![
            Column::data("party"),
            Column::new("name", texts.get("cli-column-party")),
            Column::new("amount", words::stage(chart.request.stage, texts)),
            Column::new("basis", texts.get("cli-column-basis")),
            Column::data("ids"),
        ],
        rows: chart.marks.iter().map(row).collect(),
        unit: currency,
    }
}
