//! `show`: a party with everything about it, or one record.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::args::Format;
use super::context::Context;
use super::output::{Cell, Column, Sheet, pretty, sum};
use super::{Done, Outcome, fulfilment, list, tree};
use crate::ledger::{StagedTotal, check};
use crate::model::{Amount, Dataset, MoneyRecord, Party, PartyId, Stage};
use crate::store::format;
use crate::text::{dates, derivation, numbers, words};
use crate::views::{MoneyRow, PartyDetail, ProblemsByRecord, detail, link_to};

/// Runs `show`.
pub(super) fn run(context: &Context, id: &str) -> Outcome {
    let dataset = context.dataset();
    let part = match context.party(id) {
        Some(party) => {
            let problems = ProblemsByRecord::new(&check(&context.ledger));
            // Days left are not told here, so that the same command says the same tomorrow.
            let day = context.ledger.assumptions().cutoff.unwrap_or(Date::MAX);
            if let Some(found) = detail(&context.ledger, &party, day, &problems) {
                return Ok(Done::fine(of_party(context, &party, &found)));
            }
            None
        }
        None => only(dataset, id),
    };
    let part = part.ok_or_else(|| context.unknown(id))?;
    Ok(Done::fine(of_record(context, id, &part)))
}

/// A dataset with nothing but the record of that id; none where there is none.
fn only(dataset: &Dataset, id: &str) -> Option<Dataset> {
    macro_rules! pick {
        ($($map:ident).+ => $part:ident) => {
            if let Some((key, record)) = dataset.$($map).+.get_key_value(id) {
                let mut $part = header(dataset);
                $part.$($map).+.insert(key.clone(), record.clone());
                return Some($part);
            }
        };
    }
    pick!(agreements => part);
    pick!(commitments => part);
    pick!(aid => part);
    pick!(sources => part);
    pick!(reference.gdp => part);
    pick!(reference.fx => part);
    pick!(reference.population => part);
    pick!(reference.eu_shares => part);
    None
}

fn header(dataset: &Dataset) -> Dataset {
    Dataset {
        header: dataset.header.clone(),
        ..Dataset::default()
    }
}

/// A dataset with nothing but what belongs to a party.
fn only_party(context: &Context, party: &PartyId, found: &PartyDetail) -> Dataset {
    let dataset = context.dataset();
    let mut part = header(dataset);
    part.parties.insert(party.clone(), found.party.clone());
    for agreement in dataset.agreements_of(party) {
        part.agreements
            .insert(agreement.id.clone(), agreement.clone());
    }
    for commitment in dataset.commitments.values() {
        if part.agreements.contains_key(&commitment.agreement) {
            part.commitments
                .insert(commitment.id.clone(), commitment.clone());
        }
    }
    for entry in dataset.aid.values().filter(|entry| entry.party == *party) {
        part.aid.insert(entry.id.clone(), entry.clone());
    }
    for row in &found.sources {
        part.sources
            .insert(row.source.id.clone(), row.source.clone());
    }
    part
}

fn of_party(context: &Context, party: &PartyId, found: &PartyDetail) -> String {
    match context.format {
        Format::Table => party_for_people(context, found),
        Format::Csv => records(context, found).counted_csv(context.ledger.assumptions()),
        Format::Json => pretty(&party_object(context, found)),
        Format::Ron => format::write(&only_party(context, party, found)),
    }
}

fn party_for_people(context: &Context, found: &PartyDetail) -> String {
    let texts = context.texts;
    let Party { id, name, .. } = &found.party;
    let mut out = format!("{} ({id})\n", words::name(name, texts));
    for facts in &found.agreements {
        let agreement = &facts.agreement;
        let mut parts = vec![
            agreement.id.to_string(),
            agreement.title.clone(),
            texts.with(
                "cli-signed",
                &[("date", dates::day(agreement.signed, texts).into())],
            ),
        ];
        if !agreement.place.is_empty() {
            parts.push(agreement.place.clone());
        }
        if let Some(day) = facts.review {
            parts.push(texts.with("cli-review", &[("date", dates::day(day, texts).into())]));
        }
        if let Some(day) = facts.expires {
            parts.push(texts.with("cli-expires", &[("date", dates::day(day, texts).into())]));
        }
        out.push_str(&parts.join(" · "));
        out.push('\n');
    }
    let mut section = |title: String, sheet: &Sheet| {
        if !sheet.rows.is_empty() {
            out.push_str(&["\n", &title, "\n", &sheet.table(texts)].concat());
        }
    };
    section(texts.get("cli-money"), &money(context, &found.money));
    section(texts.get("cli-records"), &records(context, found));
    section(texts.get("cli-sources"), &sources(context, found));
    out.push('\n');
    out.push_str(&context.assumptions_line());
    out
}

/// A row a year: what was promised, each stage, and how much of the promise that is.
fn money(context: &Context, rows: &[MoneyRow]) -> Sheet {
    let texts = context.texts;
    let mut columns = vec![
        Column::new("year", texts.get("cli-column-year")),
        Column::new("promised", texts.get("cli-promised")),
    ];
    for stage in Stage::ALL {
        columns.push(Column::new(stage.key(), words::stage(*stage, texts)));
    }
    columns.push(Column::new("ratio", texts.get("cli-column-fulfilment")));
    let told = rows.iter().map(|row| {
        let year = row
            .year
            .map_or_else(|| texts.get("date-not-split"), |year| year.to_string());
        let promised = match row.fulfilment.promised.as_slice() {
            [] => Cell::Text("–".to_owned()),
            [one] => Cell::Amount(one.clone()),
            // Of several stages there is no sum (R1): each is told.
            several => Cell::Text(
                several
                    .iter()
                    .map(|of| staged(context, of))
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        };
        let ratio = list::furthest(&row.fulfilment).map(|(_, ratio)| ratio);
        let stages = row.stages.iter().map(|total| Cell::Amount(total.clone()));
        [Cell::Text(year), promised]
            .into_iter()
            .chain(stages)
            .chain([Cell::Ratio(ratio)])
            .collect()
    });
    Sheet {
        columns,
        rows: told.collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn staged(context: &Context, total: &StagedTotal) -> String {
    let texts = context.texts;
    let sum = numbers::bounds_short(total.bounds(), total.unit(), texts);
    format!("{sum} {}", words::stage(total.stage(), texts))
}

/// The commitments, then the aid entries, a row each.
fn records(context: &Context, found: &PartyDetail) -> Sheet {
    let texts = context.texts;
    let columns = vec![
        Column::new("id", texts.get("cli-column-id")),
        Column::new("date", texts.get("cli-column-date")),
        Column::new("stage", texts.get("cli-column-stage")),
        Column::new("type", texts.get("cli-column-type")),
        Column::new("original", texts.get("cli-column-original")),
        Column::new("amount", texts.get("cli-column-amount")),
        Column::new("summary", texts.get("cli-column-summary")).cut(60),
        Column::data("phrase"),
        Column::data("link"),
        Column::data("ids"),
    ];
    let commitments = found.commitments.iter().flat_map(|group| &group.rows);
    let commitments = commitments.map(|row| (row.commitment.id.as_str(), &row.money));
    let aid = found
        .aid
        .iter()
        .map(|row| (row.entry.id.as_str(), &row.money));
    let rows = commitments.chain(aid).filter_map(|(id, money)| {
        let record = context.dataset().money(id)?;
        let date = record.date().map_or(Cell::Nothing, |date| {
            Cell::Told(date.to_string(), dates::date(date, texts))
        });
        let original = record.amount().map_or(Cell::Nothing, |amount| {
            let told = numbers::form(&amount.form, texts);
            Cell::Told(numbers::form_exact(&amount.form, texts), told)
        });
        let (stage, aid_type) = (record.stage(), record.aid_type());
        let phrase = record.cite().phrase.as_ref();
        let optional = |text: Option<String>| text.map_or(Cell::Nothing, Cell::Text);
        Some(vec![
            Cell::Text(id.to_owned()),
            date,
            Cell::Word(stage.key(), words::stage(stage, texts)),
            match record.amount() {
                Some(_) => Cell::Word(aid_type.key(), words::aid_type(aid_type, texts)),
                None => Cell::Nothing,
            },
            original,
            money
                .as_ref()
                .map_or(Cell::Nothing, |money| Cell::Amount(money.clone())),
            Cell::Text(record.summary().to_owned()),
            optional(phrase.map(|phrase| phrase.0.clone())),
            optional(link_to(context.dataset(), record.cite())),
            Cell::Ids(vec![id.to_owned()]),
        ])
    });
    Sheet {
        columns,
        rows: rows.collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn sources(context: &Context, found: &PartyDetail) -> Sheet {
    let texts = context.texts;
    let columns = vec![
        Column::new("id", texts.get("cli-column-id")),
        Column::new("title", texts.get("cli-column-title")).cut(60),
        Column::new("publisher", texts.get("cli-column-publisher")).cut(30),
        Column::new("link", texts.get("cli-column-link")),
    ];
    let rows = found.sources.iter().map(|row| {
        let source = &row.source;
        vec![
            Cell::Text(source.id.to_string()),
            Cell::Text(source.title.clone()),
            Cell::Text(source.publisher.clone()),
            Cell::Text(source.url.clone()),
        ]
    });
    Sheet {
        columns,
        rows: rows.collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn value(record: &impl Serialize) -> Value {
    serde_json::to_value(record).unwrap_or(Value::Null)
}

/// A record for programs: as its fields stand in the file, but each amount in it is an object in the
/// form of its source, named `original`, as `amount` is what is counted.
fn data(record: &impl Serialize) -> Value {
    let mut value = value(record);
    original_amounts(&mut value);
    value
}

fn original_amounts(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, mut its) in std::mem::take(object) {
                let amount = (key == "amount")
                    .then(|| serde_json::from_value::<Amount>(its.clone()).ok())
                    .flatten();
                if let Some(amount) = amount {
                    let mut told = tree::form(&amount.form);
                    told["period"] = its.get("period").cloned().unwrap_or(Value::Null);
                    object.insert("original".to_owned(), told);
                } else {
                    original_amounts(&mut its);
                    object.insert(key, its);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(original_amounts),
        _ => {}
    }
}

fn party_object(context: &Context, found: &PartyDetail) -> Value {
    let records = |rows: Vec<(Value, &Option<StagedTotal>, &Option<String>, String)>| -> Value {
        rows.into_iter()
            .map(|(record, money, link, id)| {
                let mut object = Map::new();
                object.insert("id".to_owned(), json!(id));
                if let Some(money) = money {
                    object.extend(sum(money));
                } else {
                    object.insert("ids".to_owned(), json!([id]));
                }
                object.insert("link".to_owned(), json!(link));
                object.insert("record".to_owned(), record);
                Value::Object(object)
            })
            .collect()
    };
    let commitments = found.commitments.iter().flat_map(|group| &group.rows);
    let commitments = commitments.map(|row| {
        let id = row.commitment.id.to_string();
        (data(&row.commitment), &row.money, &row.link, id)
    });
    let aid = found.aid.iter().map(|row| {
        let id = row.entry.id.to_string();
        (data(&row.entry), &row.money, &row.link, id)
    });
    let money = found.money.iter().map(|row| {
        let mut object = Map::new();
        object.insert("year".to_owned(), json!(row.year));
        fulfilment::members(&row.fulfilment, &mut object);
        let stages = row.stages.iter().map(|total| Value::Object(sum(total)));
        object.insert("stages".to_owned(), stages.collect());
        Value::Object(object)
    });
    let totals = found.all_time.iter().map(|total| Value::Object(sum(total)));
    let problems = found.problems.iter().map(|problem| {
        json!({ "id": problem.check, "record": problem.record, "accepted": problem.accepted })
    });
    json!({
        "id": found.party.id.as_str(),
        "name": found.party.name.en,
        "name_uk": found.party.name.uk,
        "assumptions": context.ledger.assumptions(),
        "record": data(&found.party),
        "agreements": found.agreements.iter().map(|facts| json!({
            "id": facts.agreement.id.as_str(),
            "review": facts.review.map(|day| day.to_string()),
            "expires": facts.expires.map(|day| day.to_string()),
            "record": data(&facts.agreement),
        })).collect::<Value>(),
        "money": money.collect::<Value>(),
        "totals": totals.collect::<Value>(),
        "commitments": records(commitments.collect()),
        "aid": records(aid.collect()),
        "sources": found.sources.iter().map(|row| data(&row.source)).collect::<Value>(),
        "problems": problems.collect::<Value>(),
    })
}

/// The record as the file's own types tell it.
fn raw(part: &Dataset) -> Value {
    let Dataset {
        header: _,
        parties,
        agreements,
        commitments,
        aid,
        sources,
        reference,
    } = part;
    parties
        .values()
        .map(value)
        .chain(agreements.values().map(value))
        .chain(commitments.values().map(value))
        .chain(aid.values().map(value))
        .chain(sources.values().map(value))
        .chain(reference.gdp.values().map(value))
        .chain(reference.fx.values().map(value))
        .chain(reference.population.values().map(value))
        .chain(reference.eu_shares.values().map(value))
        .next()
        .unwrap_or(Value::Null)
}

fn of_record(context: &Context, id: &str, part: &Dataset) -> String {
    if context.format == Format::Ron {
        return format::write(part);
    }
    let record = context.dataset().money(id);
    let total = record.and_then(|record| context.ledger.record(&record.id()));
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(id));
    if let Some(record) = record {
        object.insert("party".to_owned(), json!(record.party().as_str()));
        object.insert(
            "link".to_owned(),
            json!(link_to(context.dataset(), record.cite())),
        );
    }
    match &total {
        Some(total) => object.extend(sum(total)),
        None => {
            object.insert("ids".to_owned(), json!([id]));
        }
    }
    let mut record_value = raw(part);
    match context.format {
        Format::Json => {
            if let Some(amount) = record.and_then(|record| record.amount()) {
                object.insert("original".to_owned(), tree::form(&amount.form));
            }
            original_amounts(&mut record_value);
            object.insert("record".to_owned(), record_value);
            pretty(&Value::Object(object))
        }
        Format::Csv => facts_csv(context, &record_value),
        Format::Table | Format::Ron => {
            let mut out = record
                .map(|record| heading(context, record))
                .unwrap_or_default();
            out.push_str(&facts(&record_value, 0));
            if let Some(total) = &total {
                out.push('\n');
                out.push_str(&derivation::plain(
                    total.derivation(),
                    context.dataset(),
                    context.texts,
                ));
                out.push_str(&context.assumptions_line());
            }
            out
        }
    }
}

fn heading(context: &Context, record: MoneyRecord<'_>) -> String {
    let party = context.dataset().parties.get(record.party());
    let name = party.map(|party| words::name(&party.name, context.texts));
    format!("{} · {}\n", name.unwrap_or_default(), record.id())
}

/// The fields of a record by their names in the file, a line each.
fn facts(value: &Value, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let mut out = String::new();
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::Object(_) | Value::Array(_) => {
                        out.push_str(&[&indent, key, ":\n", &facts(value, depth + 1)].concat());
                    }
                    _ => out.push_str(&[&indent, key, ": ", &facts(value, 0)].concat()),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                out.push_str(&facts(item, depth));
            }
        }
        Value::String(text) => out.push_str(&[&indent, text.as_str(), "\n"].concat()),
        other => out.push_str(&[&indent, &other.to_string(), "\n"].concat()),
    }
    out
}

/// The fields of a record by their names in the file, as two columns.
fn facts_csv(context: &Context, value: &Value) -> String {
    let rows = value.as_object().into_iter().flatten().map(|(key, value)| {
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        vec![Cell::Text(key.clone()), Cell::Text(text)]
    });
    let sheet = Sheet {
        columns: vec![Column::data("field"), Column::data("value")],
        rows: rows.collect(),
        unit: context.ledger.assumptions().currency,
    };
    sheet.csv()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_a_record_become_objects_wherever_they_stand() {
        let mut value = json!({
            "figure": {"amount": {"form": {"about": "80 000 000 EUR"}, "period": {"year": 2024}}},
            "others": [{"amount": {"form": {"undisclosed": null}}}],
            "amount": "no amount of money",
        });
        original_amounts(&mut value);
        assert_eq!(value["figure"]["original"]["value"], "80000000");
        assert_eq!(value["figure"]["original"]["period"]["year"], 2024);
        assert_eq!(value["others"][0]["original"]["form"], "undisclosed");
        assert_eq!(value["amount"], "no amount of money");
    }
}
