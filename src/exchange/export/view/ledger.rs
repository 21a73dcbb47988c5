//! The page of aid entries, with the columns that it shows, and what each row adds to the sum.

use std::collections::HashMap;
use std::sync::Arc;

use crate::edit::{Key, Kind as Record};
use crate::exchange::export::table::{Column, Kind, Table, Total, Value};
use crate::exchange::records::AmountParts;
use crate::ledger::{Bounds, ChosenSum, Ledger, StagedTotal};
use crate::model::{AidEntry, AidId, Instrument, MoneyId, PartyId, Period, SourceId, Stage};
use crate::text::{Texts, dates, words};
use crate::views::{LedgerColumn, LedgerIndex, LedgerRequest, LedgerRow, LedgerView, link_to};

use super::{Made, word};

/// The column of what a row adds to the sum.
pub(super) const COUNTS: &str = "counts";

/// The page.
pub(super) fn made(
    ledger: &Arc<Ledger>,
    view: &LedgerView,
    listed: Option<Arc<[PartyId]>>,
    texts: Texts,
) -> Made {
    let index = Arc::new(LedgerIndex::new(ledger));
    let request = LedgerRequest {
        filter: view.filter.clone(),
        sort: view.sort.clone(),
        lang: texts.lang(),
        listed,
    };
    let list = index.list(&request);
    let entries = list.rows.iter().filter_map(|place| index.entry(*place));
    let (mut records, mut sources) = (Vec::new(), Vec::new());
    for entry in entries {
        records.push(Key::new(Record::Aid, &entry.id));
        sources.extend(cited(entry));
    }
    let mut notes = Vec::new();
    if index.beyond_cutoff() > 0 {
        let count = index.beyond_cutoff();
        let args = [("count", count.into()), ("shown", count.to_string().into())];
        notes.push(texts.with("export-note-later", &args));
    }
    let table = table(&index, list.rows, view, &mut notes, texts);
    Made {
        tables: vec![table],
        records,
        sources,
        notes,
    }
}

/// The sources of an entry's figures.
fn cited(entry: &AidEntry) -> impl Iterator<Item = SourceId> {
    let also = entry
        .figure
        .cite
        .also_in
        .iter()
        .map(|voice| voice.source.clone());
    let own = entry.figure.cite.source.clone().into_iter();
    own.chain(also)
}

/// The sums of the rows, one for each stage: stages never mix (R1).
fn sums(ledger: &Ledger, index: &LedgerIndex, rows: &[usize]) -> Vec<StagedTotal> {
    let of_stage = |stage: Stage| {
        let rows = rows.iter().filter_map(|place| index.row(*place));
        let ids: Vec<&AidId> = rows
            .filter(|row| row.stage == stage)
            .map(|row| &row.id)
            .collect();
        match ledger.chosen(ids) {
            ChosenSum::Sum(total) => Some(total),
            ChosenSum::Nothing | ChosenSum::SeveralStages(_) => None,
        }
    };
    Stage::ALL
        .iter()
        .filter_map(|stage| of_stage(*stage))
        .collect()
}

fn table(
    index: &Arc<LedgerIndex>,
    rows: Vec<usize>,
    view: &LedgerView,
    notes: &mut Vec<String>,
    texts: Texts,
) -> Table {
    let ledger = Arc::clone(index.ledger());
    let unit = ledger.assumptions().currency;
    let sums = sums(&ledger, index, &rows);
    let mut adds: HashMap<MoneyId, Bounds> = HashMap::new();
    let mut left_out = 0;
    for sum in &sums {
        adds.extend(sum.derivation().by_record());
        let (totals, others) = sum.left_out();
        left_out += totals + others;
    }
    if left_out > 0 {
        let args = [
            ("count", left_out.into()),
            ("shown", left_out.to_string().into()),
        ];
        notes.push(texts.with("export-note-left-out", &args));
    }
    let shown = view.columns.clone();
    let mut columns: Vec<Column> = shown
        .iter()
        .flat_map(|of| heads(*of, unit.code(), texts))
        .collect();
    columns
        .push(Column::new(COUNTS, texts.get("export-column-counts"), Kind::Amount).of(unit.code()));
    let several = sums.len() > 1;
    let stage_shown = shown.contains(&LedgerColumn::Stage);
    if several && !stage_shown {
        notes.push(texts.get("export-note-several-stages"));
    }
    let totals = sums
        .iter()
        .filter(|_| !several || stage_shown)
        .map(|sum| Total {
            label: total_label(sum, texts),
            stage: sum.stage(),
            bounds: *sum.bounds(),
            column: COUNTS.to_owned(),
            only: several.then(|| "stage".to_owned()),
        });
    let totals = totals.collect();
    let index = Arc::clone(index);
    let len = rows.len();
    let mut table = Table::lazy(
        "ledger",
        texts.get("page-ledger"),
        columns,
        len,
        move |at| {
            let place = rows.get(at).copied();
            let found = place.and_then(|place| index.row(place).zip(index.entry(place)));
            let Some((row, entry)) = found else {
                return Vec::new();
            };
            let cells = shown.iter();
            let mut cells: Vec<Value> = cells
                .flat_map(|of| cell(*of, &index, row, entry, texts))
                .collect();
            let adds = adds.get(entry.id.as_str());
            cells.push(adds.map_or(Value::Nothing, |bounds| Value::Amount(*bounds, row.stage)));
            cells
        },
    );
    table.totals = totals;
    table
}

fn total_label(sum: &StagedTotal, texts: Texts) -> String {
    let stage = words::stage(sum.stage(), texts);
    texts.with("export-total", &[("stage", stage.into())])
}

fn heads(column: LedgerColumn, unit: &str, texts: Texts) -> Vec<Column> {
    let one = |id: &str, label: String, kind| vec![Column::new(id, label, kind)];
    match column {
        LedgerColumn::Party => one("party", texts.get("ledger-column-party"), Kind::Word),
        LedgerColumn::Id => one("id", texts.get("ledger-column-id"), Kind::Text),
        LedgerColumn::Announced => one(
            "announced",
            texts.get("ledger-column-announced"),
            Kind::Date,
        ),
        LedgerColumn::Amount => {
            vec![Column::new("amount", texts.get("ledger-column-amount"), Kind::Amount).of(unit)]
        }
        LedgerColumn::Stage => one("stage", texts.get("ledger-column-stage"), Kind::Word),
        LedgerColumn::Type => one("type", texts.get("ledger-column-type"), Kind::Word),
        LedgerColumn::Summary => one("summary", texts.get("ledger-column-summary"), Kind::Prose),
        LedgerColumn::Record => vec![
            Column::new("record", texts.get("ledger-column-record"), Kind::Word),
            Column::new(
                "as_counted_on",
                texts.get("field-as-counted-on"),
                Kind::Date,
            ),
        ],
        LedgerColumn::Original => {
            let label = texts.get("ledger-column-original");
            let part = |id: &str, part: String, kind| {
                let args = [("column", label.as_str().into()), ("part", part.into())];
                Column::new(id, texts.with("export-part", &args), kind)
            };
            vec![
                part("original_form", texts.get("export-amount-form"), Kind::Word),
                part(
                    "original_value",
                    texts.get("export-amount-value"),
                    Kind::Number,
                ),
                part(
                    "original_value_to",
                    texts.get("export-amount-value-to"),
                    Kind::Number,
                ),
                part(
                    "original_currency",
                    texts.get("export-amount-currency"),
                    Kind::Word,
                ),
            ]
        }
        LedgerColumn::Instrument => one(
            "instrument",
            texts.get("ledger-column-instrument"),
            Kind::Word,
        ),
        LedgerColumn::Verb => one("verb", texts.get("ledger-column-verb"), Kind::Text),
        LedgerColumn::Period => vec![
            Column::new("period", texts.get("ledger-column-period"), Kind::Text),
            Column::new(
                "period_as_written",
                texts.get("field-period-as-written"),
                Kind::Text,
            ),
        ],
        LedgerColumn::PartOf => one("part_of", texts.get("ledger-column-part-of"), Kind::Text),
        LedgerColumn::CountedIn => one(
            "counted_in",
            texts.get("ledger-column-counted-in"),
            Kind::Text,
        ),
        LedgerColumn::Fulfils => one("fulfils", texts.get("ledger-column-fulfils"), Kind::Ids),
        LedgerColumn::Source => vec![
            Column::new("source", texts.get("ledger-column-source"), Kind::Text),
            Column::new(
                "source_title",
                texts.get("sources-column-title"),
                Kind::Text,
            ),
            Column::new(
                "publisher",
                texts.get("sources-column-publisher"),
                Kind::Text,
            ),
            Column::new("phrase", texts.get("field-phrase"), Kind::Prose),
            Column::new("link", texts.get("cli-column-link"), Kind::Link),
        ],
    }
}

fn cell(
    column: LedgerColumn,
    index: &LedgerIndex,
    row: &LedgerRow,
    entry: &AidEntry,
    texts: Texts,
) -> Vec<Value> {
    let dataset = index.ledger().dataset();
    let id = |id: &Option<MoneyId>| {
        id.as_ref()
            .map_or(Value::Nothing, |id| Value::Text(id.to_string()))
    };
    let date = |date: Option<_>| date.map_or(Value::Nothing, Value::Date);
    let one = match column {
        LedgerColumn::Party => super::party(dataset, &entry.party, texts),
        LedgerColumn::Id => Value::Text(entry.id.to_string()),
        LedgerColumn::Announced => date(row.announced),
        LedgerColumn::Amount => Value::Amount(row.bounds, row.stage),
        LedgerColumn::Stage => word(entry.stage.key(), words::stage(entry.stage, texts)),
        LedgerColumn::Type => word(entry.aid_type.key(), words::aid_type(entry.aid_type, texts)),
        LedgerColumn::Summary => Value::text(&entry.summary),
        LedgerColumn::Record => {
            let (told, counted) = match entry.record {
                crate::model::Record::Package => (texts.get("detail-package"), None),
                crate::model::Record::RunningTotal { as_counted_on, .. } => {
                    (texts.get("detail-running-total"), as_counted_on)
                }
            };
            return vec![word(row.record.key(), told), date(counted)];
        }
        LedgerColumn::Original => {
            let parts = AmountParts::of(&entry.figure.amount);
            let number = |number: Option<_>| number.map_or(Value::Nothing, Value::Number);
            let form = parts.form.unwrap_or_default();
            return vec![
                word(&form, form.clone()),
                number(parts.value),
                number(parts.value_to),
                parts
                    .currency
                    .map_or(Value::Nothing, |code| word(&code, code.clone())),
            ];
        }
        LedgerColumn::Instrument if entry.instrument == Instrument::Unknown => Value::Nothing,
        LedgerColumn::Instrument => word(
            entry.instrument.key(),
            words::instrument(entry.instrument, texts),
        ),
        LedgerColumn::Verb => Value::maybe(entry.figure.as_reported.as_deref()),
        LedgerColumn::Period => {
            let period = &entry.figure.amount.period;
            let told = match period {
                Period::Unstated => String::new(),
                stated => dates::period(stated, texts),
            };
            return vec![
                Value::text(&told),
                Value::maybe(entry.period_as_written.as_deref()),
            ];
        }
        LedgerColumn::PartOf => id(&entry.part_of),
        LedgerColumn::CountedIn => id(&entry.counted_in),
        LedgerColumn::Fulfils => {
            let ids = entry.fulfils.iter().map(|of| of.commitment.to_string());
            Value::Ids(ids.collect())
        }
        LedgerColumn::Source => {
            let cite = &entry.figure.cite;
            let source = cite.source.as_ref().and_then(|id| dataset.sources.get(id));
            return vec![
                cite.source
                    .as_ref()
                    .map_or(Value::Nothing, |id| Value::Text(id.to_string())),
                Value::maybe(source.map(|source| source.title.as_str())),
                Value::maybe(source.map(|source| source.publisher.as_str())),
                Value::maybe(cite.phrase.as_ref().map(|phrase| phrase.0.as_str())),
                Value::link(link_to(dataset, cite).as_deref()),
            ];
        }
    };
    vec![one]
}
