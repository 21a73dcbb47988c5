//! `chart`: the numbers of a chart, or the chart as a picture.

use serde_json::{Map, Value, json};

use super::args::{Chart as Asked, Format};
use super::chart_picture::{other_dataset, picture};
use super::context::Context;
use super::output::{Cell, Column, Sheet, ids, pretty};
use super::{Done, Outcome, no_ron};
use crate::exchange::picture::FigureView;
use crate::report::Report;
use crate::text::words;
use crate::views::{Chart, ChartRequest, chart};

/// Runs `chart`: what is asked for, or what a picture shows.
pub(super) fn run(context: &Context, asked: &Asked, from: Option<&FigureView>) -> Outcome {
    let request = match from {
        Some(view) => view.chart.clone(),
        None => request(context, asked)?,
    };
    let words: Vec<String> = from
        .and_then(|view| other_dataset(context, view))
        .into_iter()
        .collect();
    let data = match &asked.output {
        Some(output) => {
            picture(context, asked, (request, from), output)?;
            String::new()
        }
        None => numbers(context, &request)?,
    };
    Ok(Done {
        words,
        ..Done::fine(data)
    })
}

fn request(context: &Context, asked: &Asked) -> Result<ChartRequest, Box<Report>> {
    let parties = asked.parties.iter().map(|id| context.known_party(id));
    let parties = parties.collect::<Result<Vec<_>, _>>()?;
    let usual = ChartRequest::default();
    Ok(ChartRequest {
        kind: asked.kind.unwrap_or(usual.kind),
        stage: asked.stage.unwrap_or(usual.stage),
        aid_type: asked.aid_type,
        year: asked.year,
        parties: (!parties.is_empty()).then_some(parties),
        order: asked.order.unwrap_or_default(),
    })
}

/// The numbers of a chart.
fn numbers(context: &Context, request: &ChartRequest) -> Result<String, Box<Report>> {
    let chart = chart(&context.ledger, request);
    let sheet = sheet(context, &chart);
    Ok(match context.format {
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
    })
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
