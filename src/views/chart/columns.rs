//! Columns of time: a year of what the money is for, or a month in which it was announced.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::ledger::{Ledger, Query, Span};
use crate::model::{AidEntry, PartialDate, Party, PartyKind, Year};

use super::super::totals::months;
use super::mark::{ChartMark, ChartRow, When};
use super::rows::{Stack, stacked};
use super::time::{Statement, statement};

/// Columns of a chart.
#[derive(Default)]
pub(super) struct Columns {
    /// The marks, column by column.
    pub(super) marks: Vec<ChartMark>,
    /// Each column's own total, where it is stacked.
    pub(super) rows: Vec<ChartRow>,
    /// How many running totals stand in no column.
    pub(super) running_totals: usize,
}

/// The day on which the book is as known: the cut-off, else the day up to which it was gathered.
fn as_known(ledger: &Ledger) -> Option<Date> {
    let cutoff = ledger.assumptions().cutoff;
    cutoff.or(ledger.dataset().header.cutoff)
}

/// A column a year of what the money is for, then what is not split (R5). A year's sum is the best
/// known for that year (R4): a running total that counts within it may be its basis, one over
/// several years stands in no column.
pub(super) fn by_year(ledger: &Ledger, query: &Query, asked: &[&Party]) -> Columns {
    let unions = ledger.dataset().parties.values();
    let attributed = ledger.assumptions().eu_attribution.is_some();
    // The union's money stands in its members' years where it is attributed to them (R8).
    let unions = unions.filter(|party| attributed && party.kind == PartyKind::Union);
    let years: BTreeSet<Year> = asked
        .iter()
        .copied()
        .chain(unions)
        .flat_map(|party| ledger.years_of(&party.id))
        .collect();
    let known = as_known(ledger);
    let mut columns = Columns::default();
    for year in years {
        let is_partial = known.is_some_and(|day| day < year.last_day());
        columns.add(
            ledger,
            query,
            Span::Year(year),
            When::Year(year),
            is_partial,
        );
    }
    columns.add(ledger, query, Span::NotSplit, When::NotSplit, false);
    columns.running_totals = statements(ledger, query, asked)
        .filter(|of| Year::of(of.since) != Year::of(of.until))
        .count();
    columns.name(asked)
}

/// A column a month of announcement, of packages: running totals stand in no column (R4). A month in
/// which nothing was announced has no mark. What is dated to the year only stands in its January.
pub(super) fn by_month(ledger: &Ledger, query: &Query, asked: &[&Party]) -> Columns {
    let known = as_known(ledger);
    let mut columns = Columns::default();
    for (year, month) in months(ledger, query) {
        let days = PartialDate::Month(year, month);
        let span = Span::Announced(days.first_day(), days.last_day());
        let is_partial = known.is_some_and(|day| day < days.last_day());
        columns.add(ledger, query, span, When::Month(year, month), is_partial);
    }
    columns.running_totals = statements(ledger, query, asked)
        .filter(|of| match query.span {
            Span::Year(year) => Year::of(of.until) == year,
            _ => true,
        })
        .count();
    columns.name(asked)
}

/// The running totals of the parties, stage and type asked for.
fn statements<'a>(
    ledger: &'a Ledger,
    query: &Query,
    asked: &[&Party],
) -> impl Iterator<Item = Statement<'a>> {
    let parties: BTreeSet<_> = asked.iter().map(|party| party.id.clone()).collect();
    let (stage, aid_type) = (query.stage, query.aid_type);
    let fits = move |entry: &&AidEntry| {
        entry.stage == stage
            && aid_type.is_none_or(|aid_type| entry.aid_type == aid_type)
            && parties.contains(&entry.party)
    };
    let entries = ledger.dataset().aid.values().filter(fits);
    entries.filter_map(|entry| statement(ledger, entry))
}

impl Columns {
    /// A column: of one type its total, of all types one part a type. Nothing where nothing is
    /// recorded for it.
    fn add(&mut self, ledger: &Ledger, query: &Query, span: Span, when: When, partial: bool) {
        let query = query.clone().over(span);
        let marks = if query.aid_type.is_some() {
            let total = ledger.total(&query);
            if total.bounds().is_nothing() {
                return;
            }
            vec![ChartMark::new(&total)]
        } else {
            let Some((marks, row)) = stacked(ledger, &query, Stack::Types) else {
                return;
            };
            self.rows.push(ChartRow {
                when: Some(when),
                ..row
            });
            marks
        };
        self.marks.extend(marks.into_iter().map(|mark| ChartMark {
            when: Some(when),
            partial,
            ..mark
        }));
    }

    /// Tells whose the marks are, where they are one party's.
    fn name(mut self, asked: &[&Party]) -> Self {
        if let [party] = asked {
            let party = (party.id.clone(), party.name.clone());
            for mark in &mut self.marks {
                mark.party = Some(party.clone());
            }
            for row in &mut self.rows {
                row.party = Some(party.clone());
            }
        }
        self
    }
}
