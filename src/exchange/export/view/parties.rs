//! The country list.

use std::sync::Arc;

use crate::edit::{Key, Kind as Record};
use crate::exchange::export::error::ExportError;
use crate::exchange::export::table::{Column, Kind, Table, Value};
use crate::ledger::{Fulfilment, Ledger, Ratio, Span, check};
use crate::model::{AidType, Area, Stage, Status, Year};
use crate::text::{Texts, words};
use crate::views::{
    Facet, Measure, PartyFilter, PartyIndex, PartyRow, PartySort, ProblemIndex, area_names, pairs,
    parties, query,
};

use super::{LIST, Made, ukrainian, word};

/// What the list measures where nothing else is said.
pub(super) fn usual_measure() -> Measure {
    Measure {
        stage: Stage::Pledged,
        aid_type: None,
    }
}

const SORTS: [(&str, PartySort); 4] = [
    ("name", PartySort::Name),
    ("signed", PartySort::Signed),
    ("measure", PartySort::Measure),
    ("problems", PartySort::Problems),
];

fn facet_key(facet: Facet) -> String {
    match facet {
        Facet::Eu => "eu".to_owned(),
        Facet::Nato => "nato".to_owned(),
        Facet::G7 => "g7".to_owned(),
        Facet::HasMoney => "money".to_owned(),
        Facet::Signed(year) => format!("signed:{year}"),
        Facet::Area(area) => format!("area:{}", area.key()),
        Facet::Status(status) => {
            let key = serde_json::json!(status);
            format!("status:{}", key.as_str().unwrap_or_default())
        }
    }
}

fn facet_of(key: &str) -> Option<Facet> {
    match key.split_once(':') {
        None => [Facet::Eu, Facet::Nato, Facet::G7, Facet::HasMoney]
            .into_iter()
            .find(|facet| facet_key(*facet) == key),
        Some(("signed", year)) => {
            let year = year.parse().ok().and_then(|year| Year::new(year).ok());
            year.map(Facet::Signed)
        }
        Some(("area", area)) => {
            let mut all = Area::ALL.iter().copied();
            all.find(|of| of.key() == area).map(Facet::Area)
        }
        Some(("status", _)) => {
            let mut all = Status::ALL.iter().map(|of| Facet::Status(*of));
            all.find(|facet| facet_key(*facet) == key)
        }
        Some(_) => None,
    }
}

/// The list that words behind `?` mean.
pub(super) fn of_query(text: &str) -> Result<super::View, ExportError> {
    let mut measure = usual_measure();
    let mut filter = PartyFilter::default();
    for (name, value) in pairs(text) {
        let bad = || ExportError::Place(format!("{name}={value}"));
        match name.as_str() {
            "search" => filter.search.clone_from(&value),
            "stage" => {
                let mut all = Stage::ALL.iter().copied();
                measure.stage = all.find(|of| of.key() == value).ok_or_else(bad)?;
            }
            "type" => {
                let mut all = AidType::ALL.iter().copied();
                let found = all.find(|of| of.key() == value).ok_or_else(bad)?;
                measure.aid_type = Some(found);
            }
            "sort" => {
                let found = SORTS.iter().find(|(key, _)| *key == value);
                filter.sort = found.map(|(_, of)| *of).ok_or_else(bad)?;
            }
            "with" => {
                let all: Option<_> = value.split(',').map(facet_of).collect();
                filter.facets = all.ok_or_else(bad)?;
            }
            _ => return Err(bad()),
        }
    }
    Ok(super::View::Parties(measure, filter))
}

/// The list as a place: `list?stage=allocated&with=eu`.
pub(super) fn place(measure: Measure, filter: &PartyFilter) -> String {
    let usual = usual_measure();
    let stage = if measure.stage == usual.stage {
        ""
    } else {
        measure.stage.key()
    };
    let sort = SORTS
        .iter()
        .find(|(_, of)| *of == filter.sort && *of != PartySort::default());
    let facets: Vec<String> = filter.facets.iter().map(|of| facet_key(*of)).collect();
    let words = query([
        ("stage", stage.to_owned()),
        ("type", measure.aid_type.map_or("", AidType::key).to_owned()),
        ("search", filter.search.trim().to_owned()),
        ("sort", sort.map_or("", |(key, _)| key).to_owned()),
        ("with", facets.join(",")),
    ]);
    if words.is_empty() {
        LIST.to_owned()
    } else {
        format!("{LIST}?{words}")
    }
}

/// The list.
pub(super) fn made(
    ledger: &Arc<Ledger>,
    measure: Measure,
    filter: &PartyFilter,
    texts: Texts,
) -> Made {
    let problems = ProblemIndex::new(ledger, &Arc::new(check(ledger)));
    let index = PartyIndex::new(ledger, &problems, &area_names);
    let filter = PartyFilter {
        ukrainian: ukrainian(texts),
        ..filter.clone()
    };
    let list = parties(ledger, &index, measure, &filter);
    let unit = ledger.assumptions().currency.code().to_owned();
    let stage = words::stage(measure.stage, texts);
    let aid_type = words::aid_type_or_all(measure.aid_type, texts);
    let columns = vec![
        Column::new("id", texts.get("cli-column-id"), Kind::Text),
        Column::new("name", texts.get("cli-column-party"), Kind::Text),
        Column::new("signed", texts.get("cli-column-signed"), Kind::Date),
        Column::new("measure", format!("{stage}, {aid_type}"), Kind::Amount).of(unit),
        Column::new("fulfilled", texts.get("cli-column-fulfilment"), Kind::Ratio),
        Column::new(
            "fulfilled_stage",
            texts.get("cli-column-of-stage"),
            Kind::Word,
        ),
        Column::new("fulfilled_year", texts.get("cli-column-year"), Kind::Count),
        Column::new("problems", texts.get("cli-column-problems"), Kind::Count),
        Column::new("member_of", texts.get("export-column-with"), Kind::Ids),
    ];
    let records: Vec<Key> = list
        .rows
        .iter()
        .map(|row| Key::new(Record::Party, &row.id))
        .collect();
    let trees = list.rows.iter().map(|row| row.measure.derivation());
    let sources = trees.flat_map(|tree| {
        let leaves = tree.leaves().into_iter();
        leaves
            .filter_map(|(leaf, _)| leaf.source.clone())
            .collect::<Vec<_>>()
    });
    let sources = sources.collect();
    let rows = list.rows.iter().map(|row| cells(row, texts)).collect();
    Made {
        tables: vec![Table::of(
            "parties",
            texts.get("export-title-parties"),
            columns,
            rows,
        )],
        records,
        sources,
        notes: Vec::new(),
    }
}

/// The ratio that is told first: of the stage that got furthest among those that have one.
fn furthest(fulfilment: &Fulfilment) -> Option<(Stage, Ratio)> {
    const ORDER: [Stage; 5] = [
        Stage::Delivered,
        Stage::Allocated,
        Stage::Committed,
        Stage::Unclear,
        Stage::Pledged,
    ];
    ORDER.into_iter().find_map(|stage| {
        let mut arrived = fulfilment.arrived.iter();
        let of_stage = arrived.find(|(total, _)| total.stage() == stage);
        of_stage.and_then(|(_, ratio)| ratio.map(|ratio| (stage, ratio)))
    })
}

fn cells(row: &PartyRow, texts: Texts) -> Vec<Value> {
    let told = row.fulfilment.as_ref().and_then(furthest);
    let year = row.fulfilment.as_ref().map(|fulfilment| fulfilment.span);
    let member_of = [Facet::Eu, Facet::Nato, Facet::G7].into_iter();
    let member_of = member_of.filter(|facet| row.facets.contains(facet));
    vec![
        Value::Text(row.id.to_string()),
        Value::text(words::name(&row.name, texts)),
        row.signed.map_or(Value::Nothing, Value::Day),
        Value::Amount(*row.measure.bounds(), row.measure.stage()),
        told.map_or(Value::Nothing, |(_, ratio)| Value::Ratio(ratio)),
        told.map_or(Value::Nothing, |(stage, _)| {
            word(stage.key(), words::stage(stage, texts))
        }),
        match year {
            Some(Span::Year(year)) => Value::Number(year.get().into()),
            _ => Value::Nothing,
        },
        Value::count(row.problems),
        Value::Ids(member_of.map(facet_key).collect()),
    ]
}
