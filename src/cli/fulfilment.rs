//! `fulfilment`: what was promised, what arrived of it by stage, and how much of it that is (R9).

use serde_json::{Map, Value, json};

use super::args::Format;
use super::context::Context;
use super::list::furthest;
use super::output::{Cell, Column, Sheet, amount, ids, pretty, put_not_converted, ratio, sum};
use super::{Done, Outcome, no_ron};
use crate::ledger::{Fulfilment, Span};
use crate::model::{CommitmentId, PartyId, Year};
use crate::report::Report;
use crate::text::{dates, words};

/// What a fulfilment is asked of.
pub(super) struct Promise {
    /// Whose.
    pub(super) party: PartyId,
    /// Which commitments.
    pub(super) commitments: Vec<CommitmentId>,
    /// For what time.
    pub(super) span: Span,
}

/// The commitments of a party for a time, or one of them.
pub(super) fn promise(
    context: &Context,
    id: &str,
    year: Option<Year>,
) -> Result<Promise, Box<Report>> {
    let span = year.map_or(Span::All, Span::Year);
    if let Some(party) = context.party(id) {
        let commitments = context.ledger.money_commitments(&party, span);
        return Ok(Promise {
            party,
            commitments,
            span,
        });
    }
    let dataset = context.dataset();
    let commitment = dataset.commitments.get(id);
    let found = commitment.and_then(|c| Some((c, dataset.agreements.get(&c.agreement)?)));
    match found {
        Some((commitment, agreement)) => Ok(Promise {
            party: agreement.party.clone(),
            commitments: vec![commitment.id.clone()],
            span,
        }),
        None => context.known_party(id).map(|party| Promise {
            party,
            commitments: Vec::new(),
            span,
        }),
    }
}

/// Runs `fulfilment` of a party or commitment; none: of every party that promised a sum.
pub(super) fn run(context: &Context, id: Option<&str>, year: Option<Year>) -> Outcome {
    let Some(id) = id else {
        return of_all(context, year);
    };
    let promise = promise(context, id, year)?;
    let ledger = &context.ledger;
    let all = ledger.fulfilment(&promise.party, &promise.commitments, promise.span);
    let each: Vec<Fulfilment> = promise
        .commitments
        .iter()
        .map(|id| ledger.fulfilment(&promise.party, std::slice::from_ref(id), promise.span))
        .collect();
    let data = match context.format {
        Format::Table => {
            let mut text = heading(context, &promise);
            text.push_str(&sheet(context, &all, &each).table(context.texts));
            text.push_str(&context.assumptions_line());
            text
        }
        Format::Csv => sheet(context, &all, &each).counted_csv(ledger.assumptions()),
        Format::Json => pretty(&object(context, &promise, year, &all, &each)),
        Format::Ron => return Err(no_ron(context.texts, "fulfilment")),
    };
    Ok(Done::fine(data))
}

/// Every party that promised a sum for that time.
fn of_all(context: &Context, year: Option<Year>) -> Outcome {
    let ledger = &context.ledger;
    let span = year.map_or(Span::All, Span::Year);
    let parties = context.dataset().parties.keys();
    let found: Vec<Fulfilment> = parties
        .map(|party| ledger.fulfilment(party, &ledger.money_commitments(party, span), span))
        .filter(|found| !found.promised.is_empty())
        .collect();
    let mut sheet = Sheet {
        columns: columns(context, "party", context.texts.get("cli-column-party")),
        rows: Vec::new(),
        unit: ledger.assumptions().currency,
    };
    for found in &found {
        let name = party_name(context, &found.party);
        add_rows(context, &mut sheet, found, found.party.as_str(), &name);
    }
    let assumptions = ledger.assumptions();
    let data = match context.format {
        Format::Table => sheet.table(context.texts) + &context.assumptions_line(),
        Format::Csv => sheet.counted_csv(assumptions),
        Format::Json => {
            let row = |found: &Fulfilment| {
                let mut row = Map::new();
                row.insert("party".to_owned(), json!(found.party.as_str()));
                let name = party_name(context, &found.party);
                row.insert("name".to_owned(), json!(name));
                members(found, &mut row);
                row.insert("ids".to_owned(), json!(all_ids(found)));
                Value::Object(row)
            };
            let rows: Vec<Value> = found.iter().map(row).collect();
            pretty(&json!({ "year": year, "assumptions": assumptions, "rows": rows }))
        }
        Format::Ron => return Err(no_ron(context.texts, "fulfilment")),
    };
    Ok(Done::fine(data))
}

fn heading(context: &Context, promise: &Promise) -> String {
    let texts = context.texts;
    let name = party_name(context, &promise.party);
    format!("{name} · {}\n", dates::span(promise.span, texts))
}

fn party_name(context: &Context, id: &PartyId) -> String {
    let party = context.dataset().parties.get(id);
    party.map_or_else(
        || id.to_string(),
        |party| words::name(&party.name, context.texts).to_owned(),
    )
}

/// The columns, the first with the name of what a row is of.
fn columns(context: &Context, key: &'static str, title: String) -> Vec<Column> {
    let texts = context.texts;
    vec![
        Column::new(key, title),
        Column::new("what", texts.get("cli-column-what")),
        Column::new("stage", texts.get("cli-column-stage")),
        Column::new("amount", texts.get("cli-column-amount")),
        Column::new("ratio", texts.get("cli-column-ratio")),
        Column::new("basis", texts.get("cli-column-basis")),
        Column::data("ids"),
    ]
}

/// A row a stage: the promise, then what arrived with its ratio.
fn add_rows(context: &Context, sheet: &mut Sheet, of: &Fulfilment, key: &str, name: &str) {
    let texts = context.texts;
    let promised = of.promised.iter().map(|total| ("promised", total, None));
    let arrived = of.arrived.iter();
    let arrived = arrived.map(|(total, ratio)| ("arrived", total, *ratio));
    for (what, total, ratio) in promised.chain(arrived) {
        let word = match what {
            "promised" => texts.get("cli-promised"),
            _ => texts.get("cli-arrived"),
        };
        let stage = total.stage();
        sheet.rows.push(vec![
            Cell::Told(key.to_owned(), name.to_owned()),
            Cell::Word(what, word),
            Cell::Word(stage.key(), words::stage(stage, texts)),
            Cell::Amount(total.clone()),
            Cell::Ratio(ratio),
            Cell::Basis(total.basis().clone()),
            Cell::Ids(ids(total.derivation())),
        ]);
    }
}

/// First of all commitments, then of each.
fn sheet(context: &Context, all: &Fulfilment, each: &[Fulfilment]) -> Sheet {
    let texts = context.texts;
    let mut sheet = Sheet {
        columns: columns(context, "commitment", texts.get("cli-column-commitment")),
        rows: Vec::new(),
        unit: context.ledger.assumptions().currency,
    };
    // One alone is all of them.
    if each.len() != 1 {
        add_rows(context, &mut sheet, all, "", &texts.get("cli-row-all"));
    }
    for fulfilment in each {
        let id = fulfilment.commitments.first().map(ToString::to_string);
        let id = id.unwrap_or_default();
        add_rows(context, &mut sheet, fulfilment, &id, &id);
    }
    sheet
}

/// The ids of all records in it, each once.
fn all_ids(fulfilment: &Fulfilment) -> Vec<String> {
    let arrived = fulfilment.arrived.iter().map(|(total, _)| total);
    let mut found: Vec<String> = Vec::new();
    for total in fulfilment.promised.iter().chain(arrived) {
        for id in ids(total.derivation()) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

/// Promise, arrivals and the ratio that is told first, as members of an object.
pub(super) fn members(fulfilment: &Fulfilment, object: &mut Map<String, Value>) {
    let promised = match fulfilment.promised.as_slice() {
        [one] => {
            put_not_converted(object, "promised", one.bounds());
            amount(one)
        }
        // Of several stages there is no sum (R1).
        _ => Value::Null,
    };
    object.insert("promised".to_owned(), promised);
    let by_stage = fulfilment
        .promised
        .iter()
        .map(|total| Value::Object(sum(total)));
    object.insert("promised_by_stage".to_owned(), by_stage.collect());
    let arrived = fulfilment.arrived.iter().map(|(total, of)| {
        let mut row = Map::new();
        row.insert("stage".to_owned(), json!(total.stage().key()));
        row.extend(sum(total));
        row.insert("ratio".to_owned(), of.as_ref().map_or(Value::Null, ratio));
        Value::Object(row)
    });
    object.insert("arrived".to_owned(), arrived.collect());
    let first = furthest(fulfilment).map(|(stage, of)| {
        let mut first = ratio(&of);
        first["stage"] = json!(stage.key());
        first
    });
    object.insert("ratio".to_owned(), first.unwrap_or(Value::Null));
}

fn object(
    context: &Context,
    promise: &Promise,
    year: Option<Year>,
    all: &Fulfilment,
    each: &[Fulfilment],
) -> Value {
    let mut object = Map::new();
    object.insert("party".to_owned(), json!(promise.party.as_str()));
    object.insert(
        "name".to_owned(),
        json!(party_name(context, &promise.party)),
    );
    object.insert("year".to_owned(), json!(year));
    object.insert(
        "assumptions".to_owned(),
        json!(context.ledger.assumptions()),
    );
    members(all, &mut object);
    let commitments = each.iter().filter_map(|fulfilment| {
        let id = fulfilment.commitments.first()?;
        let commitment = context.dataset().commitments.get(id)?;
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(id.as_str()));
        row.insert("summary".to_owned(), json!(commitment.summary));
        members(fulfilment, &mut row);
        row.insert("ids".to_owned(), json!(all_ids(fulfilment)));
        Some(Value::Object(row))
    });
    object.insert("commitments".to_owned(), commitments.collect());
    object.insert("ids".to_owned(), json!(all_ids(all)));
    Value::Object(object)
}
