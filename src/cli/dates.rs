//! `dates`: reviews, ends and promised years that close, with the days left.

use jiff::civil::Date;
use serde_json::Value;

use super::args::{self, Format};
use super::context::Context;
use super::output::{Cell, Column, Sheet, pretty};
use super::{Done, Outcome, no_ron};
use crate::text::{Texts, dates};
use crate::views::{DateFilter, DateIndex, DateKind, DateOrder, DateRow, Standing};

/// What is asked for.
pub(super) struct Asked<'a> {
    /// Only this party's.
    pub(super) party: Option<&'a str>,
    /// Only this kind; none: all.
    pub(super) kind: Option<DateKind>,
    /// Days gone by too.
    pub(super) past: bool,
    /// Only what is overdue.
    pub(super) overdue: bool,
    /// The day that days are counted from.
    pub(super) from: Date,
}

impl<'a> Asked<'a> {
    /// What was typed.
    pub(super) fn of(typed: &'a args::Dates, from: Date) -> Self {
        Self {
            party: typed.party.as_deref(),
            kind: typed.what,
            past: typed.past,
            overdue: typed.overdue,
            from,
        }
    }
}

/// Runs `dates`.
pub(super) fn run(context: &Context, asked: &Asked<'_>) -> Outcome {
    let party = asked.party.map(|typed| context.known_party(typed));
    let filter = DateFilter {
        kinds: asked.kind.into_iter().collect(),
        when: match (asked.overdue, asked.past) {
            (true, _) => Some(Standing::Overdue),
            (false, true) => None,
            (false, false) => Some(Standing::Coming),
        },
        party: party.transpose()?,
        order: DateOrder::Date,
        descending: false,
        ukrainian: false,
    };
    let index = DateIndex::new(&context.ledger, asked.from);
    let list = index.list(&filter);
    let rows = list.rows.iter().filter_map(|place| index.at(*place));
    let sheet = sheet(context, rows);
    let data = match context.format {
        Format::Table => sheet.table(context.texts) + &context.assumptions_line(),
        Format::Csv => sheet.counted_csv(context.ledger.assumptions()),
        Format::Json => pretty(&Value::Array(sheet.json())),
        Format::Ron => return Err(no_ron(context.texts, "dates")),
    };
    Ok(Done::fine(data))
}

fn sheet<'a>(context: &Context, rows: impl Iterator<Item = &'a DateRow>) -> Sheet {
    let texts = context.texts;
    Sheet {
        columns: vec![
            Column::new("date", texts.get("cli-column-date")),
            Column::new("days", texts.get("cli-column-days")),
            Column::new("when", texts.get("cli-column-stands")),
            Column::new("kind", texts.get("cli-column-what")),
            Column::new("party", texts.get("cli-column-party")),
            Column::new("record", texts.get("cli-column-record")),
            Column::new("promised", texts.get("cli-column-promised")),
            Column::new("arrived", texts.get("cli-column-ratio")),
            Column::new("words", texts.get("cli-column-about")).cut(60),
            Column::data("notice_months"),
        ],
        rows: rows.map(|row| cells(texts, row)).collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn cells(texts: Texts, row: &DateRow) -> Vec<Cell> {
    let name = crate::text::words::name(&row.name, texts);
    // Sums of two stages are not added, so none stands for both (R1).
    let promised = match row.fulfilment.as_ref().map(|of| of.promised.as_slice()) {
        Some([one]) => Cell::Amount(one.clone()),
        _ => Cell::Nothing,
    };
    vec![
        Cell::Told(row.date.to_string(), dates::day(row.date, texts)),
        Cell::Whole(row.days.into()),
        Cell::Word(row.when.key(), row.when.told(texts)),
        Cell::Word(row.kind.key(), row.kind.told(texts)),
        Cell::Told(row.party.to_string(), name.to_owned()),
        Cell::Text(row.record.clone()),
        promised,
        Cell::Ratio(row.arrived()),
        Cell::Text(row.words.clone()),
        row.notice_months
            .map_or(Cell::Nothing, |months| Cell::Count(months.into())),
    ]
}
