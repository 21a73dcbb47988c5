//! `sources`: every source with what hangs on it.

use serde_json::Value;

use super::args::{self, Format};
use super::context::Context;
use super::output::{Cell, Column, Sheet, pretty};
use super::{Done, Outcome, no_ron};
use crate::model::SourceKind;
use crate::text::{Texts, dates, words};
use crate::views::{SourceEntry, SourceFilter, SourceIndex, SourceLine, SourceOrder, SourceTrait};

/// What is asked for.
pub(super) struct Asked<'a> {
    /// Only those with these words.
    pub(super) search: Option<&'a str>,
    /// Only those of which all of this is wanting.
    pub(super) wanting: Vec<SourceTrait>,
    /// Only this kind.
    pub(super) kind: Option<SourceKind>,
    /// Only this language.
    pub(super) language: Option<&'a str>,
    /// The oldest first, instead of by publisher.
    pub(super) oldest: bool,
}

impl<'a> Asked<'a> {
    /// What was typed.
    pub(super) fn of(typed: &'a args::Sources) -> Self {
        let wanting = [
            (typed.unused, SourceTrait::Unused),
            (typed.undated, SourceTrait::Undated),
            (typed.unarchived, SourceTrait::Unarchived),
        ];
        let wanting = wanting.into_iter().filter(|(asked, _)| *asked);
        Self {
            search: typed.search.as_deref(),
            wanting: wanting.map(|(_, of)| of).collect(),
            kind: typed.kind,
            language: typed.language.as_deref(),
            oldest: typed.oldest,
        }
    }
}

/// Runs `sources`.
pub(super) fn run(context: &Context, asked: &Asked<'_>) -> Outcome {
    let filter = SourceFilter {
        search: asked.search.unwrap_or_default().to_owned(),
        traits: asked.wanting.iter().copied().collect(),
        kind: asked.kind,
        language: asked.language.map(str::to_owned),
        order: if asked.oldest {
            SourceOrder::Published
        } else {
            SourceOrder::Publisher
        },
        descending: false,
    };
    let index = SourceIndex::new(&context.ledger);
    let list = index.list(&filter);
    let entries = list.lines.iter().filter_map(|line| match line {
        SourceLine::Source(place) => index.at(*place),
        SourceLine::Group(_) => None,
    });
    let sheet = sheet(context, entries);
    let data = match context.format {
        Format::Table => sheet.table(context.texts),
        Format::Csv => sheet.csv(),
        Format::Json => pretty(&Value::Array(sheet.json())),
        Format::Ron => return Err(no_ron(context.texts, "sources")),
    };
    Ok(Done::fine(data))
}

fn sheet<'a>(context: &Context, entries: impl Iterator<Item = &'a SourceEntry>) -> Sheet {
    let texts = context.texts;
    Sheet {
        columns: vec![
            Column::new("id", texts.get("cli-column-id")),
            Column::new("publisher", texts.get("cli-column-publisher")).cut(36),
            Column::new("title", texts.get("cli-column-title")).cut(60),
            Column::new("published", texts.get("cli-column-published")),
            Column::new("read_on", texts.get("cli-column-read-on")),
            Column::new("language", texts.get("cli-column-language")),
            Column::new("kind", texts.get("cli-column-kind")),
            Column::new("cited_by", texts.get("cli-column-cited-by")),
            Column::data("url"),
            Column::data("archived"),
            Column::data("records"),
        ],
        rows: entries.map(|entry| cells(texts, entry)).collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn cells(texts: Texts, entry: &SourceEntry) -> Vec<Cell> {
    let source = &entry.source;
    let text = |text: &str| match text {
        "" => Cell::Nothing,
        text => Cell::Text(text.to_owned()),
    };
    let archived = source.archived.as_ref().map(|copy| copy.path.as_str());
    let records = entry.cited_by.iter().map(|by| by.record.clone());
    vec![
        Cell::Text(source.id.to_string()),
        text(&source.publisher),
        Cell::Text(source.title.clone()),
        source.published.map_or(Cell::Nothing, |day| {
            Cell::Told(day.to_string(), dates::date(day, texts))
        }),
        source.read_on.map_or(Cell::Nothing, |day| {
            Cell::Told(day.to_string(), dates::day(day, texts))
        }),
        Cell::Text(source.language.clone()),
        Cell::Word(source.kind.key(), words::source_kind(source.kind, texts)),
        Cell::Count(u64::try_from(entry.cited_by.len()).unwrap_or(u64::MAX)),
        text(&source.url),
        archived.map_or(Cell::Nothing, text),
        Cell::Ids(records.collect()),
    ]
}
