//! The page of commitments: who promised what how strongly, and what was promised, beside each other.

use std::sync::Arc;

use crate::edit::{Key, Kind as Record};
use crate::exchange::export::table::{Column, Kind, Table, Value};
use crate::ledger::{Ledger, check};
use crate::model::{Area, CommitmentId, PartyId, SourceId};
use crate::text::{Texts, dates, words};
use crate::views::{
    COMPARED, CommitmentRow, Matrix, MatrixRequest, MatrixSettings, ProblemsByRecord, Promise,
};

use super::{Made, ukrainian, word};

/// The page.
pub(super) fn made(ledger: &Arc<Ledger>, settings: &MatrixSettings, texts: Texts) -> Made {
    if COMPARED.contains(&settings.compare.len()) {
        return side_by_side(ledger, settings, texts);
    }
    let request = MatrixRequest {
        order: settings.order,
        areas: settings.areas,
        parties: None,
        ukrainian: ukrainian(texts),
    };
    let matrix = crate::views::matrix(ledger, &request);
    let cells = matrix.rows.iter().flat_map(|row| &row.cells);
    let ids: Vec<&CommitmentId> = cells.flat_map(|cell| &cell.commitments).collect();
    let mut notes = Vec::new();
    if matrix.later > 0
        && let Some(day) = ledger.assumptions().cutoff
    {
        let args = [
            ("count", matrix.later.into()),
            ("shown", matrix.later.to_string().into()),
            ("date", dates::day(day, texts).into()),
        ];
        notes.push(texts.with("matrix-later", &args));
    }
    let records: Vec<Key> = ids
        .iter()
        .map(|id| Key::new(Record::Commitment, id))
        .collect();
    Made {
        sources: super::sources::cited_by(ledger.dataset(), &records),
        tables: vec![matrix_table(ledger, &matrix, texts)],
        records,
        notes,
    }
}

fn matrix_table(ledger: &Ledger, matrix: &Matrix, texts: Texts) -> Table {
    let mut columns = vec![
        Column::new("party", texts.get("matrix-column-party"), Kind::Word),
        Column::new("signed", texts.get("matrix-column-signed"), Kind::Date),
    ];
    columns.extend(matrix.columns.iter().map(|column| {
        Column::new(
            column.area.key(),
            words::area(column.area, texts),
            Kind::Word,
        )
    }));
    columns.extend([
        Column::new("areas", texts.get("matrix-column-areas"), Kind::Count),
        Column::new(
            "commitments",
            texts.get("matrix-column-commitments"),
            Kind::Count,
        ),
    ]);
    let rows = matrix.rows.iter().map(|row| {
        let mut cells = vec![
            super::party(ledger.dataset(), &row.party, texts),
            row.signed.map_or(Value::Nothing, Value::Day),
        ];
        let promises = row.cells.iter().map(|cell| cell.promise);
        cells.extend(promises.map(|of| word(of.key(), texts.get(of.text_id()))));
        cells.extend([Value::count(row.areas()), Value::count(row.commitments())]);
        cells
    });
    Table::of(
        "commitments",
        texts.get("page-commitments"),
        columns,
        rows.collect(),
    )
}

fn side_by_side(ledger: &Arc<Ledger>, settings: &MatrixSettings, texts: Texts) -> Made {
    let problems = ProblemsByRecord::new(&check(ledger));
    let reading = crate::views::reading(ledger, &settings.compare, &problems);
    let shown = reading.rows.iter().filter(|row| match settings.rows {
        crate::views::ReadingRows::Made => row.is_made(),
        crate::views::ReadingRows::Differing => row.differs(),
        crate::views::ReadingRows::All => true,
    });
    let (mut rows, mut all) = (Vec::new(), Vec::new());
    for row in shown {
        for (column, cell) in reading.columns.iter().zip(&row.cells) {
            if cell.rows.is_empty() {
                rows.push(empty_cells(
                    ledger,
                    row.area,
                    &column.party,
                    cell.promise,
                    texts,
                ));
            }
            for of in &cell.rows {
                rows.push(commitment_cells(ledger, &column.party, of, texts));
                all.push(of);
            }
        }
    }
    let table = Table::of(
        "commitments",
        texts.get("page-commitments"),
        commitment_columns(ledger, texts),
        rows,
    );
    Made {
        tables: vec![table],
        records: keys(&all),
        sources: sources(&all),
        notes: Vec::new(),
    }
}

/// The records of commitments.
pub(super) fn keys(rows: &[&CommitmentRow]) -> Vec<Key> {
    let ids = rows.iter().map(|row| &row.commitment.id);
    ids.map(|id| Key::new(Record::Commitment, id)).collect()
}

/// The sources of commitments.
pub(super) fn sources(rows: &[&CommitmentRow]) -> Vec<SourceId> {
    let cites = rows.iter().map(|row| &row.commitment.cite);
    let each = cites.flat_map(|cite| {
        let also = cite.also_in.iter().map(|voice| &voice.source);
        cite.source.iter().chain(also)
    });
    each.cloned().collect()
}

/// The columns of a table of commitments.
pub(super) fn commitment_columns(ledger: &Ledger, texts: Texts) -> Vec<Column> {
    let unit = ledger.assumptions().currency.code().to_owned();
    vec![
        Column::new("group", texts.get("matrix-column-group"), Kind::Text),
        Column::new("area", texts.get("matrix-column-area"), Kind::Word),
        Column::new("party", texts.get("matrix-column-party"), Kind::Word),
        Column::new("id", texts.get("matrix-column-id"), Kind::Text),
        Column::new("wording", texts.get("field-wording"), Kind::Word),
        Column::new("strength", texts.get("export-column-strength"), Kind::Word),
        Column::new("summary", texts.get("field-summary"), Kind::Prose),
        Column::new("status", texts.get("field-status"), Kind::Word),
        Column::new("amount", texts.get("field-amount"), Kind::Amount).of(unit),
        Column::new("period", texts.get("ledger-column-period"), Kind::Text),
        Column::new("locator", texts.get("field-locator"), Kind::Text),
        Column::new("phrase", texts.get("field-phrase"), Kind::Prose),
        Column::new("source", texts.get("ledger-column-source"), Kind::Text),
        Column::new("link", texts.get("cli-column-link"), Kind::Link),
    ]
}

fn place_cells(ledger: &Ledger, area: Area, party: &PartyId, texts: Texts) -> Vec<Value> {
    vec![
        Value::Text(words::area_group(area.group(), texts)),
        word(area.key(), words::area(area, texts)),
        super::party(ledger.dataset(), party, texts),
    ]
}

fn empty_cells(
    ledger: &Ledger,
    area: Area,
    party: &PartyId,
    of: Promise,
    texts: Texts,
) -> Vec<Value> {
    let mut cells = place_cells(ledger, area, party, texts);
    cells.extend([Value::Nothing, Value::Nothing]);
    cells.push(word(of.key(), texts.get(of.text_id())));
    cells
}

/// A commitment under those columns.
pub(super) fn commitment_cells(
    ledger: &Ledger,
    party: &PartyId,
    row: &CommitmentRow,
    texts: Texts,
) -> Vec<Value> {
    let of = &row.commitment;
    let promise = Promise::Of(of.wording.strength());
    let wording = serde_json::json!(of.wording);
    let status = of.status.last().map(|last| {
        let key = serde_json::json!(last.status);
        let told = words::status(last.status, texts);
        word(key.as_str().unwrap_or_default(), told)
    });
    let money = row.money.as_ref();
    let period = of.amount.as_ref().map(|amount| &amount.period);
    let period = period.filter(|period| !period.is_unstated());
    let mut cells = place_cells(ledger, of.area, party, texts);
    cells.extend([
        Value::Text(of.id.to_string()),
        word(
            wording.as_str().unwrap_or_default(),
            words::wording(of.wording, texts),
        ),
        word(promise.key(), texts.get(promise.text_id())),
        Value::text(&of.summary),
        status.unwrap_or_default(),
        money.map_or(Value::Nothing, |total| {
            Value::Amount(*total.bounds(), total.stage())
        }),
        period.map_or(Value::Nothing, |period| {
            Value::Text(dates::period(period, texts))
        }),
        Value::maybe(of.locator.as_deref()),
        Value::maybe(of.cite.phrase.as_ref().map(|phrase| phrase.0.as_str())),
        Value::maybe(of.cite.source.as_ref().map(SourceId::as_str)),
        Value::link(row.link.as_deref()),
    ]);
    cells
}
