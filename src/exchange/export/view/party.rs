//! The page of a party: its agreements, its money year by year, its commitments, its aid, its sources.

use std::sync::Arc;

use crate::edit::{Key, Kind as Record};
use crate::exchange::export::table::{Column, Kind, Table, Value};
use crate::ledger::{Ledger, check};
use crate::model::{PartyId, SourceId};
use crate::text::{Texts, words};
use crate::views::{
    AgreementFacts, CommitmentRow, LedgerView, MoneyRow, PartyDetail, ProblemsByRecord, detail,
};

use super::{Made, Reader, matrix, sources, word};

/// The page.
pub(super) fn made(ledger: &Arc<Ledger>, party: &PartyId, reader: Reader) -> Made {
    let texts = reader.texts;
    let problems = ProblemsByRecord::new(&check(ledger));
    let Some(page) = detail(ledger, party, reader.today, &problems) else {
        return Made {
            tables: Vec::new(),
            records: Vec::new(),
            sources: Vec::new(),
            notes: Vec::new(),
        };
    };
    let mut view = LedgerView::default();
    view.filter.parties.insert(party.clone());
    let mut aid = super::ledger::made(ledger, &view, None, texts);
    for table in &mut aid.tables {
        "aid".clone_into(&mut table.name);
        table.title = texts.get("detail-tab-aid");
    }
    let commitments = page.commitments.iter().flat_map(|group| &group.rows);
    let commitments: Vec<&CommitmentRow> = commitments.collect();
    let mut records = vec![Key::new(Record::Party, party)];
    let agreements = page.agreements.iter();
    records.extend(agreements.map(|of| Key::new(Record::Agreement, &of.agreement.id)));
    records.extend(matrix::keys(&commitments));
    records.append(&mut aid.records);
    let own = page.sources.iter().map(|row| row.source.id.clone());
    let named: Vec<SourceId> = own.collect();
    let mut tables = vec![
        agreements_table(&page, texts),
        money_table(ledger, &page, texts),
    ];
    tables.push(commitments_table(ledger, party, &commitments, texts));
    tables.append(&mut aid.tables);
    tables.push(sources_table(&page, texts));
    let today = crate::text::dates::day(reader.today, texts);
    let mut notes = aid.notes;
    notes.push(texts.with("export-note-today", &[("date", today.into())]));
    Made {
        tables,
        records,
        sources: named,
        notes,
    }
}

fn agreements_table(page: &PartyDetail, texts: Texts) -> Table {
    let columns = vec![
        Column::new("id", texts.get("field-id"), Kind::Text),
        Column::new("title", texts.get("field-title"), Kind::Text),
        Column::new("kind", texts.get("field-agreement-kind"), Kind::Word),
        Column::new("signed", texts.get("field-signed"), Kind::Date),
        Column::new("place", texts.get("field-place"), Kind::Text),
        Column::new("in_force", texts.get("field-in-force"), Kind::Date),
        Column::new(
            "legally_binding",
            texts.get("field-legally-binding"),
            Kind::Flag,
        ),
        Column::new("term_years", texts.get("field-term-years"), Kind::Count),
        Column::new("review", texts.get("dates-kind-review"), Kind::Date),
        Column::new("expires", texts.get("dates-kind-end"), Kind::Date),
        Column::new("days_left", texts.get("dates-column-days"), Kind::Count),
        Column::new(
            "notice_months",
            texts.get("field-notice-months"),
            Kind::Count,
        ),
        Column::new("sources", texts.get("page-sources"), Kind::Ids),
    ];
    let rows = page
        .agreements
        .iter()
        .map(|facts| agreement_cells(facts, texts));
    Table::of(
        "agreements",
        texts.get("export-title-agreements"),
        columns,
        rows.collect(),
    )
}

fn agreement_cells(facts: &AgreementFacts, texts: Texts) -> Vec<Value> {
    let of = &facts.agreement;
    let kind = serde_json::json!(of.kind);
    let day = |day: Option<_>| day.map_or(Value::Nothing, Value::Day);
    let count = |count: Option<u8>| count.map_or(Value::Nothing, Value::count);
    vec![
        Value::Text(of.id.to_string()),
        Value::text(&of.title),
        word(
            kind.as_str().unwrap_or_default(),
            words::agreement_kind(of.kind, texts),
        ),
        Value::Day(of.signed),
        Value::text(&of.place),
        of.in_force.map_or(Value::Nothing, Value::Date),
        of.legally_binding.map_or(Value::Nothing, Value::Flag),
        count(of.term_years),
        day(facts.review),
        day(facts.expires),
        facts
            .days_left
            .map_or(Value::Nothing, |days| Value::Number(days.into())),
        count(of.notice_months),
        Value::Ids(of.sources.iter().map(ToString::to_string).collect()),
    ]
}

/// A row for each year and stage: what was promised for the year, what arrived of that, and all that
/// is known of the stage. Stages never stand in one sum (R1).
fn money_table(ledger: &Ledger, page: &PartyDetail, texts: Texts) -> Table {
    let unit = ledger.assumptions().currency.code();
    let columns = vec![
        Column::new("year", texts.get("cli-column-year"), Kind::Count),
        Column::new("stage", texts.get("cli-column-stage"), Kind::Word),
        Column::new("promised", texts.get("cli-column-promised"), Kind::Amount).of(unit),
        Column::new("arrived", texts.get("export-column-arrived"), Kind::Amount).of(unit),
        Column::new("ratio", texts.get("cli-column-ratio"), Kind::Ratio),
        Column::new("known", texts.get("export-column-known"), Kind::Amount).of(unit),
        Column::new("basis", texts.get("cli-column-basis"), Kind::Text),
    ];
    let rows = page.money.iter().flat_map(|row| money_cells(row, texts));
    Table::of(
        "money",
        texts.get("detail-tab-money"),
        columns,
        rows.collect(),
    )
}

fn money_cells(row: &MoneyRow, texts: Texts) -> Vec<Vec<Value>> {
    let year = row
        .year
        .map_or(Value::Nothing, |year| Value::Number(year.get().into()));
    let sum = |total: &crate::ledger::StagedTotal| Value::Amount(*total.bounds(), total.stage());
    let cells = |known: &crate::ledger::StagedTotal| {
        let stage = known.stage();
        let mut promised = row.fulfilment.promised.iter();
        let promised = promised.find(|total| total.stage() == stage);
        let mut arrived = row.fulfilment.arrived.iter();
        let arrived = arrived.find(|(total, _)| total.stage() == stage);
        let silent = known.bounds().is_nothing() && promised.is_none() && arrived.is_none();
        (!silent).then(|| {
            vec![
                year.clone(),
                word(stage.key(), words::stage(stage, texts)),
                promised.map_or(Value::Nothing, sum),
                arrived.map_or(Value::Nothing, |(total, _)| sum(total)),
                arrived
                    .and_then(|(_, ratio)| *ratio)
                    .map_or(Value::Nothing, Value::Ratio),
                sum(known),
                if known.bounds().is_nothing() {
                    Value::Nothing
                } else {
                    Value::Text(words::basis(known.basis(), texts))
                },
            ]
        })
    };
    row.stages.iter().filter_map(cells).collect()
}

fn commitments_table(
    ledger: &Ledger,
    party: &PartyId,
    commitments: &[&CommitmentRow],
    texts: Texts,
) -> Table {
    let rows = commitments.iter();
    let rows = rows.map(|row| matrix::commitment_cells(ledger, party, row, texts));
    let columns = matrix::commitment_columns(ledger, texts);
    Table::of(
        "commitments",
        texts.get("page-commitments"),
        columns,
        rows.collect(),
    )
}

fn sources_table(page: &PartyDetail, texts: Texts) -> Table {
    let mut columns = sources::columns(texts);
    columns.push(Column::new(
        "records",
        texts.get("sources-column-records"),
        Kind::Ids,
    ));
    let rows = page.sources.iter().map(|row| {
        let mut cells = sources::cells(&row.source, texts);
        cells.push(Value::Ids(row.cited_by.clone()));
        cells
    });
    Table::of(
        "sources",
        texts.get("page-sources"),
        columns,
        rows.collect(),
    )
}
