//! Totals in a table: one stage, by party, type, year or month.

use std::collections::BTreeSet;

use crate::ledger::{Ledger, Query, Span, StagedTotal};
use crate::model::{AidType, PartialDate, PartyId, PartyKind, Year};

/// What the rows of a table of totals are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum By {
    /// One row a party.
    Party,
    /// One row an aid type. The sum over all types is its own number (R4), not the sum of the rows.
    Type,
    /// One row a year, then what is not split (R5).
    Year,
    /// One row a month of announcement (packages only, R4).
    Month,
}

/// What one row is for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TotalRow {
    /// A party.
    Party(PartyId),
    /// An aid type.
    Type(AidType),
    /// A year.
    Year(Year),
    /// What stands in no single year.
    NotSplit,
    /// A month (1–12).
    Month(Year, i8),
}

/// A table of totals of one stage.
#[derive(Clone, Debug)]
pub struct TotalsTable {
    /// The whole.
    pub total: StagedTotal,
    /// The rows that it was asked by; empty rows (nothing recorded) are kept for parties, left out
    /// for years and months.
    pub rows: Vec<(TotalRow, StagedTotal)>,
}

/// The table of totals for a query. Rows by year keep to the query's year (or to what is not
/// split), rows by month to its year or days; the span of a row replaces the query's.
pub fn totals(ledger: &Ledger, query: &Query, by: Option<By>) -> TotalsTable {
    let total = ledger.total(query);
    let keep = |(row, total): (TotalRow, StagedTotal)| {
        (!total.bounds().is_nothing()).then_some((row, total))
    };
    let rows = match by {
        None => Vec::new(),
        Some(By::Party) => parties_of(ledger, query)
            .into_iter()
            .map(|party| {
                let total = ledger.total(&query.clone().of(&party));
                (TotalRow::Party(party), total)
            })
            .collect(),
        Some(By::Type) => AidType::ALL
            .iter()
            .map(|aid_type| {
                let total = ledger.total(&query.clone().typed(Some(*aid_type)));
                (TotalRow::Type(*aid_type), total)
            })
            .collect(),
        Some(By::Year) => {
            let years: BTreeSet<Year> = parties_of(ledger, query)
                .iter()
                .flat_map(|party| ledger.years_of(party))
                .collect();
            let spans = years
                .into_iter()
                .map(|year| (TotalRow::Year(year), Span::Year(year)));
            // Rows never show what lies outside the span that was asked for.
            let asked = |span: &Span| query.span == Span::All || query.span == *span;
            spans
                .chain([(TotalRow::NotSplit, Span::NotSplit)])
                .filter(|(_, span)| asked(span))
                .map(|(row, span)| (row, ledger.total(&query.clone().over(span))))
                .filter_map(keep)
                .collect()
        }
        Some(By::Month) => months(ledger, query)
            .into_iter()
            .filter_map(|(year, month)| {
                let days = PartialDate::Month(year, month);
                let span = Span::Announced(days.first_day(), days.last_day());
                let total = ledger.total(&query.clone().over(span));
                keep((TotalRow::Month(year, month), total))
            })
            .collect(),
    };
    TotalsTable { total, rows }
}

/// The parties that a query is about, in the order of ids; without the EU where its money is
/// attributed to its members and all parties are asked for (R8).
fn parties_of(ledger: &Ledger, query: &Query) -> Vec<PartyId> {
    let attributed = ledger.assumptions().eu_attribution.is_some();
    match &query.parties {
        Some(parties) => {
            let parties: BTreeSet<&PartyId> = parties.iter().collect();
            parties.into_iter().cloned().collect()
        }
        None => ledger
            .dataset()
            .parties
            .values()
            .filter(|party| !attributed || party.kind != PartyKind::Union)
            .map(|party| party.id.clone())
            .collect(),
    }
}

/// The months in which anything of the stage was announced. What is dated to the year only stands
/// in its January, as it does in every sum by announcement.
pub(super) fn months(ledger: &Ledger, query: &Query) -> BTreeSet<(Year, i8)> {
    let parties: BTreeSet<PartyId> = parties_of(ledger, query).into_iter().collect();
    // The EU's packages stand in its members' rows where they are attributed to them (R8).
    let attributed = ledger.assumptions().eu_attribution.is_some();
    let asked = |party: &PartyId| parties.contains(party) || attributed && is_union(ledger, party);
    let records = ledger.dataset().money_records();
    records
        .filter(|record| record.stage() == query.stage && asked(record.party()))
        .filter_map(|record| ledger.announced(&record.id()))
        .map(PartialDate::first_day)
        .filter(|day| match query.span {
            Span::All | Span::NotSplit => true,
            Span::Year(year) => Year::of(*day) == year,
            Span::Announced(from, to) => (from..=to).contains(day),
        })
        .map(|day| (Year::of(day), day.month()))
        .collect()
}

/// Whether a party is the union whose money can be attributed to its members.
pub(super) fn is_union(ledger: &Ledger, party: &PartyId) -> bool {
    let parties = &ledger.dataset().parties;
    parties
        .get(party)
        .is_some_and(|party| party.kind == PartyKind::Union)
}
