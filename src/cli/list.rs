//! `list`: the parties with their agreements, totals by stage, fulfilment and problems.

use std::sync::Arc;

use serde_json::Value;

use super::Done;
use super::args::Format;
use super::context::Context;
use super::output::{Cell, Column, Sheet, pretty};
use crate::ledger::{Fulfilment, Query, Ratio, check};
use crate::model::{Dataset, PartyId, Stage};
use crate::store::format;
use crate::text::{Lang, dates, words};
use crate::views::{Measure, PartyFilter, PartyIndex, PartyRow, ProblemIndex, parties};

/// Runs `list`.
pub(super) fn run(context: &Context) -> Done {
    let ledger = &context.ledger;
    let problems = ProblemIndex::new(ledger, &Arc::new(check(ledger)));
    let index = PartyIndex::new(ledger, &problems, &|area| words::area(area, context.texts));
    let measure = Measure {
        stage: Stage::Pledged,
        aid_type: None,
    };
    let filter = PartyFilter {
        ukrainian: context.texts.lang() == Lang::Uk,
        ..PartyFilter::default()
    };
    let rows = parties(ledger, &index, measure, &filter).rows;
    let data = match context.format {
        Format::Table => sheet(context, &rows).table(context.texts) + &context.assumptions_line(),
        Format::Csv => sheet(context, &rows).counted_csv(ledger.assumptions()),
        Format::Json => pretty(&Value::Array(sheet(context, &rows).json())),
        Format::Ron => format::write(&Dataset {
            header: context.dataset().header.clone(),
            parties: context.dataset().parties.clone(),
            ..Dataset::default()
        }),
    };
    Done::fine(data)
}

/// The ratio that is told first: of the stage that got furthest among those that have one.
pub(super) fn furthest(fulfilment: &Fulfilment) -> Option<(Stage, Ratio)> {
    const ORDER: [Stage; 5] = [
        Stage::Delivered,
        Stage::Allocated,
        Stage::Committed,
        Stage::Unclear,
        Stage::Pledged,
    ];
    ORDER.into_iter().find_map(|stage| {
        let of_stage = fulfilment
            .arrived
            .iter()
            .find(|(total, _)| total.stage() == stage);
        of_stage.and_then(|(_, ratio)| ratio.map(|ratio| (stage, ratio)))
    })
}

fn sheet(context: &Context, rows: &[PartyRow]) -> Sheet {
    let texts = context.texts;
    let mut columns = vec![
        Column::new("id", texts.get("cli-column-id")),
        Column::data("name"),
        Column::data("name_uk"),
        Column::new("shown", texts.get("cli-column-party")),
        Column::new("signed", texts.get("cli-column-signed")),
        Column::data("agreements"),
    ];
    // People are told the name in their language once; machines both.
    columns.remove(3);
    if texts.lang() == Lang::Uk {
        columns[2] = Column::new("name_uk", texts.get("cli-column-party"));
    } else {
        columns[1] = Column::new("name", texts.get("cli-column-party"));
    }
    for stage in Stage::ALL {
        columns.push(Column::new(stage.key(), words::stage(*stage, texts)).inside("totals"));
    }
    columns.extend([
        Column::new("ratio", texts.get("cli-column-fulfilment")).inside("fulfilment"),
        Column::new("stage", texts.get("cli-column-of-stage")).inside("fulfilment"),
        Column::data("year").inside("fulfilment"),
        Column::new("problems", texts.get("cli-column-problems")),
        Column::data("ids"),
    ]);
    Sheet {
        columns,
        rows: rows.iter().map(|row| cells(context, row)).collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn cells(context: &Context, row: &PartyRow) -> Vec<Cell> {
    let texts = context.texts;
    let agreements = context.dataset().agreements_of(&row.id);
    let signed = row.signed.map_or(Cell::Nothing, |day| {
        Cell::Told(day.to_string(), dates::day(day, texts))
    });
    let mut cells = vec![
        Cell::Text(row.id.to_string()),
        Cell::Text(row.name.en.clone()),
        Cell::Text(row.name.uk.clone()),
        signed,
        Cell::Ids(
            agreements
                .map(|agreement| agreement.id.to_string())
                .collect(),
        ),
    ];
    for stage in Stage::ALL {
        let query = Query::all(*stage).of(&row.id);
        cells.push(Cell::Amount(context.ledger.total(&query)));
    }
    let told = row.fulfilment.as_ref().and_then(furthest);
    cells.push(Cell::Ratio(told.map(|(_, ratio)| ratio)));
    cells.push(told.map_or(Cell::Nothing, |(stage, _)| {
        Cell::Word(stage.key(), words::stage(stage, texts))
    }));
    let year = row.fulfilment.as_ref().map(|fulfilment| fulfilment.span);
    cells.push(match year {
        Some(crate::ledger::Span::Year(year)) => Cell::Text(year.to_string()),
        _ => Cell::Nothing,
    });
    cells.push(Cell::Count(u64::try_from(row.problems).unwrap_or(u64::MAX)));
    cells.push(Cell::Ids(records_of(context, &row.id)));
    cells
}

/// The ids of everything with money that a party has.
fn records_of(context: &Context, party: &PartyId) -> Vec<String> {
    let records = context.dataset().money_records();
    let own = records.filter(|record| record.party() == party && record.amount().is_some());
    own.map(|record| record.id().to_string()).collect()
}
