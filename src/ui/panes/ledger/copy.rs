//! Rows as tab-separated text, to be pasted into a sheet. Sums stand as plain numbers, low and
//! high apart, so that a sheet can go on with them; what no number says stands in a column beside.

use crate::model::{Currency, PartyId};
use crate::text::{Texts, numbers, words};
use crate::ui::widgets::table::tsv;
use crate::views::{LedgerColumn, LedgerIndex};

use super::{cells, columns};

/// Whether the names of the columns stand above the rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Headers {
    With,
    Without,
}

/// Rows, by their places in the index, with the columns shown.
pub(super) fn copied(
    index: &LedgerIndex,
    rows: &[usize],
    shown: &[LedgerColumn],
    headers: Headers,
    texts: Texts,
) -> String {
    let unit = index.ledger().assumptions().currency;
    let header = (headers == Headers::With)
        .then(|| shown.iter().flat_map(|c| titles(*c, unit, texts)).collect());
    let line = |place: &usize| {
        let values = shown.iter().flat_map(|c| values(index, *place, *c, texts));
        values.collect::<Vec<_>>()
    };
    tsv(header.into_iter().chain(rows.iter().map(line)))
}

fn titles(column: LedgerColumn, unit: Currency, texts: Texts) -> Vec<String> {
    let title = columns::title_with_unit(column, unit, texts);
    match column {
        LedgerColumn::Amount => vec![
            texts.with("ledger-copied-low", &[("column", title.as_str().into())]),
            texts.with("ledger-copied-high", &[("column", title.as_str().into())]),
            columns::title(column, texts),
        ],
        _ => vec![title],
    }
}

fn values(index: &LedgerIndex, place: usize, column: LedgerColumn, texts: Texts) -> Vec<String> {
    let Some((row, entry)) = index.row(place).zip(index.entry(place)) else {
        return Vec::new();
    };
    let id = |id: &Option<crate::model::MoneyId>| {
        id.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let one = match column {
        LedgerColumn::Amount => {
            let (bounds, unit) = (&row.bounds, index.ledger().assumptions().currency);
            let number = bounds.has_number();
            let low = number.then(|| bounds.low.normalize().to_string());
            let high = bounds.high.filter(|_| number);
            return vec![
                low.unwrap_or_default(),
                high.map(|high| high.normalize().to_string())
                    .unwrap_or_default(),
                numbers::bounds_exact(bounds, unit, texts),
            ];
        }
        LedgerColumn::Party => party(index, &entry.party, texts),
        LedgerColumn::Id => entry.id.to_string(),
        LedgerColumn::Announced => row.announced.map(|d| d.to_string()).unwrap_or_default(),
        LedgerColumn::Stage => words::stage(entry.stage, texts),
        LedgerColumn::Type => words::aid_type(entry.aid_type, texts),
        LedgerColumn::Summary => entry.summary.clone(),
        LedgerColumn::Record => cells::record(entry.record, texts),
        LedgerColumn::Original => numbers::form_exact(&entry.figure.amount.form, texts),
        LedgerColumn::Instrument => words::instrument(entry.instrument, texts),
        LedgerColumn::Verb => entry.figure.as_reported.clone().unwrap_or_default(),
        LedgerColumn::Period => cells::period(entry, texts),
        LedgerColumn::PartOf => id(&entry.part_of),
        LedgerColumn::CountedIn => id(&entry.counted_in),
        LedgerColumn::Fulfils => cells::fulfils(entry),
        LedgerColumn::Source => {
            let source = entry.figure.cite.source.as_ref();
            let found = source.and_then(|id| index.ledger().dataset().sources.get(id));
            let title = found.map(|source| format!("{} · ", source.title));
            let id = source.map(ToString::to_string).unwrap_or_default();
            format!("{}{id}", title.unwrap_or_default())
        }
    };
    vec![one]
}

fn party(index: &LedgerIndex, party: &PartyId, texts: Texts) -> String {
    let found = index.ledger().dataset().parties.get(party);
    let name = found.map(|party| words::name(&party.name, texts));
    name.unwrap_or(party.as_str()).to_owned()
}
