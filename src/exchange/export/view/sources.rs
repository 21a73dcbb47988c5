//! The page of sources.

use std::sync::Arc;

use crate::edit::shape::LinkTo;
use crate::edit::{AnyRecord, Key, Kind as Record, links};
use crate::exchange::export::table::{Column, Kind, Table, Value};
use crate::ledger::Ledger;
use crate::model::{Dataset, Source, SourceId};
use crate::text::{Texts, words};
use crate::views::{SourceEntry, SourceFilter, SourceIndex, SourceLine};

use super::{Made, word};

/// The page.
pub(super) fn made(ledger: &Arc<Ledger>, filter: &SourceFilter, texts: Texts) -> Made {
    let index = SourceIndex::new(ledger);
    let list = index.list(filter);
    let entries = list.lines.iter().filter_map(|line| match line {
        SourceLine::Source(place) => index.at(*place),
        SourceLine::Group(_) => None,
    });
    let entries: Vec<&SourceEntry> = entries.collect();
    let sources: Vec<SourceId> = entries
        .iter()
        .map(|entry| entry.source.id.clone())
        .collect();
    let mut columns = columns(texts);
    columns.extend([
        Column::new("cited_by", texts.get("sources-column-cited"), Kind::Count),
        Column::new("records", texts.get("sources-column-records"), Kind::Ids),
    ]);
    let rows = entries.iter().map(|entry| {
        let mut row = cells(&entry.source, texts);
        let records = entry.cited_by.iter().map(|by| by.record.clone());
        row.push(Value::count(entry.cited_by.len()));
        row.push(Value::Ids(records.collect()));
        row
    });
    let mut notes = Vec::new();
    if list.later > 0 {
        let args = [
            ("count", list.later.into()),
            ("shown", list.later.to_string().into()),
        ];
        notes.push(texts.with("export-note-later", &args));
    }
    Made {
        tables: vec![Table::of(
            "sources",
            texts.get("page-sources"),
            columns,
            rows.collect(),
        )],
        records: sources
            .iter()
            .map(|id| Key::new(Record::Source, id))
            .collect(),
        sources,
        notes,
    }
}

/// The columns of a table of sources.
pub(super) fn columns(texts: Texts) -> Vec<Column> {
    vec![
        Column::new("id", texts.get("sources-column-id"), Kind::Text),
        Column::new("title", texts.get("sources-column-title"), Kind::Text),
        Column::new(
            "publisher",
            texts.get("sources-column-publisher"),
            Kind::Text,
        ),
        Column::new(
            "published",
            texts.get("sources-column-published"),
            Kind::Date,
        ),
        Column::new("read_on", texts.get("sources-column-read-on"), Kind::Date),
        Column::new("language", texts.get("sources-column-language"), Kind::Text),
        Column::new("kind", texts.get("sources-column-kind"), Kind::Word),
        Column::new("url", texts.get("sources-column-address"), Kind::Link),
        Column::new("archived", texts.get("sources-column-copy"), Kind::Text),
    ]
}

/// A source under those columns.
pub(super) fn cells(source: &Source, texts: Texts) -> Vec<Value> {
    let archived = source.archived.as_ref().map(|copy| copy.path.as_str());
    vec![
        Value::Text(source.id.to_string()),
        Value::text(&source.title),
        Value::text(&source.publisher),
        source.published.map_or(Value::Nothing, Value::Date),
        source.read_on.map_or(Value::Nothing, Value::Day),
        Value::text(&source.language),
        word(source.kind.key(), words::source_kind(source.kind, texts)),
        Value::link(Some(&source.url)),
        Value::maybe(archived),
    ]
}

/// The sources that records cite, in order of appearance.
pub(super) fn cited_by(dataset: &Dataset, records: &[Key]) -> Vec<SourceId> {
    let found = records.iter().filter_map(|key| AnyRecord::of(dataset, key));
    let links = found.flat_map(|record| links::of(&record));
    let sources = links.filter(|link| link.to == LinkTo::Source);
    sources
        .filter_map(|link| SourceId::new(&link.id).ok())
        .collect()
}
