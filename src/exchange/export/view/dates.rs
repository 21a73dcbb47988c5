//! The page of dates.

use std::sync::Arc;

use crate::edit::Key;
use crate::exchange::export::table::{Column, Kind, Table, Value};
use crate::ledger::Ledger;
use crate::model::SourceId;
use crate::text::Texts;
use crate::views::{DateFilter, DateIndex, DateRow};

use super::{Made, Reader, ukrainian, word};

/// The page.
pub(super) fn made(ledger: &Arc<Ledger>, filter: &DateFilter, reader: Reader) -> Made {
    let texts = reader.texts;
    let filter = DateFilter {
        ukrainian: ukrainian(texts),
        ..filter.clone()
    };
    let index = DateIndex::new(ledger, reader.today);
    let list = index.list(&filter);
    let rows = list.rows.iter().filter_map(|place| index.at(*place));
    let rows: Vec<&DateRow> = rows.collect();
    let dataset = ledger.dataset();
    let keys = rows
        .iter()
        .filter_map(|row| Key::find(dataset, &row.record));
    let records: Vec<Key> = keys.collect();
    let sources: Vec<SourceId> = super::sources::cited_by(dataset, &records);
    let cells = rows.iter().map(|row| cells(ledger, row, texts));
    let table = Table::of(
        "dates",
        texts.get("page-dates"),
        columns(ledger, texts),
        cells.collect(),
    );
    let today = crate::text::dates::day(reader.today, texts);
    Made {
        tables: vec![table],
        records,
        sources,
        notes: vec![texts.with("export-note-today", &[("date", today.into())])],
    }
}

fn columns(ledger: &Ledger, texts: Texts) -> Vec<Column> {
    let unit = ledger.assumptions().currency.code().to_owned();
    vec![
        Column::new("date", texts.get("dates-column-date"), Kind::Date),
        Column::new("days", texts.get("dates-column-days"), Kind::Count),
        Column::new("stands", texts.get("dates-column-when"), Kind::Word),
        Column::new("what", texts.get("dates-column-kind"), Kind::Word),
        Column::new("party", texts.get("dates-column-party"), Kind::Word),
        Column::new("record", texts.get("dates-column-record"), Kind::Text),
        Column::new("about", texts.get("dates-column-words"), Kind::Prose),
        Column::new("promised", texts.get("dates-column-promised"), Kind::Amount).of(unit),
        Column::new("arrived", texts.get("dates-column-arrived"), Kind::Ratio),
        Column::new(
            "notice_months",
            texts.get("dates-column-notice"),
            Kind::Count,
        ),
    ]
}

fn cells(ledger: &Ledger, row: &DateRow, texts: Texts) -> Vec<Value> {
    // Sums of two stages are not added, so none stands for both (R1).
    let promised = match row.fulfilment.as_ref().map(|of| of.promised.as_slice()) {
        Some([one]) => Value::Amount(*one.bounds(), one.stage()),
        _ => Value::Nothing,
    };
    vec![
        Value::Day(row.date),
        Value::Number(row.days.into()),
        word(row.when.key(), row.when.told(texts)),
        word(row.kind.key(), row.kind.told(texts)),
        super::party(ledger.dataset(), &row.party, texts),
        Value::text(&row.record),
        Value::text(&row.words),
        promised,
        row.arrived().map_or(Value::Nothing, Value::Ratio),
        row.notice_months.map_or(Value::Nothing, Value::count),
    ]
}
