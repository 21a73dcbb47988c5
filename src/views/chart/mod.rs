//! Charts as data: marks with bounds, the same rows as the table beside them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Bounds, Ledger, Query, Span, StagedTotal};
use crate::model::{
    AidEntry, CommitmentId, MoneyId, MoneyRecord, PartialDate, Party, PartyId, PartyKind, Record,
    Year,
};

use super::totals::is_union;

mod mark;
mod request;

pub use mark::{Chart, ChartMark, ChartRow, ChartUnit, FigureMark, Part, Tree, When};
pub use request::{ChartKind, ChartOrder, ChartRequest};

/// The day from which a running total counts whose source does not say (R4).
const INVASION: Date = Date::constant(2022, 2, 24);

/// The chart asked for.
pub fn chart(ledger: &Ledger, request: &ChartRequest) -> Chart {
    let asked = parties_of(ledger, request);
    let query = Query {
        stage: request.stage,
        parties: request.parties.clone(),
        aid_type: request.aid_type,
        span: request.year.map_or(Span::All, Span::Year),
    };
    let mut unit = ChartUnit::Currency(ledger.assumptions().currency);
    let mut total = None;
    let mut without_divisor = 0;
    let marks = match request.kind {
        ChartKind::Ranked => {
            total = Some(ledger.total(&query));
            ranked(
                asked
                    .iter()
                    .filter_map(|party| bar(ledger, &query, party))
                    .collect(),
            )
        }
        ChartKind::PercentOfGdp => {
            unit = ChartUnit::PercentOfGdp;
            let bars = asked.iter().filter_map(|party| bar(ledger, &query, party));
            let (with, without): (Vec<_>, Vec<_>) = bars
                .map(|mark| of_gdp(ledger, request.year, mark))
                .partition(Option::is_some);
            without_divisor = without.len();
            ranked(with.into_iter().flatten().collect())
        }
        ChartKind::PromisedAgainstArrived => ranked(
            asked
                .iter()
                .filter_map(|party| bullet(ledger, request, party))
                .collect(),
        ),
        ChartKind::OverTime => over_time(ledger, &query, &asked),
        _ => Vec::new(),
    };
    let shown: BTreeSet<&PartyId> = marks
        .iter()
        .filter_map(|m| Some(&m.party.as_ref()?.0))
        .collect();
    let nothing_recorded = match request.kind {
        ChartKind::OverTime => 0,
        _ => asked.len() - shown.len() - without_divisor,
    };
    Chart {
        request: request.clone(),
        unit,
        nothing_recorded,
        without_divisor,
        total,
        marks,
        rows: Vec::new(),
        running_totals: 0,
        thinned: 0,
    }
}

/// The parties asked for; the EU is left out where its money is attributed to its members (R8).
fn parties_of<'a>(ledger: &'a Ledger, request: &ChartRequest) -> Vec<&'a Party> {
    let attributed = ledger.assumptions().eu_attribution.is_some();
    let parties = ledger.dataset().parties.values();
    parties
        .filter(|party| match &request.parties {
            Some(asked) => asked.contains(&party.id),
            None => !attributed || party.kind != PartyKind::Union,
        })
        .collect()
}

fn mark(party: &Party, total: &StagedTotal) -> ChartMark {
    ChartMark {
        party: Some((party.id.clone(), party.name.clone())),
        ..ChartMark::new(total)
    }
}

fn bar(ledger: &Ledger, query: &Query, party: &Party) -> Option<ChartMark> {
    let total = ledger.total(&query.clone().of(&party.id));
    (!total.bounds().is_nothing()).then(|| mark(party, &total))
}

/// A bar's value in per cent of the GDP of the year asked for, or of the last reported one.
fn of_gdp(ledger: &Ledger, year: Option<Year>, mut mark: ChartMark) -> Option<ChartMark> {
    let gdp = ledger.gdp(&mark.party.as_ref()?.0, year)?;
    let percent = |value: Decimal| {
        let share = value
            .checked_div(gdp.value)?
            .checked_mul(Decimal::ONE_HUNDRED)?;
        Some(share.round_dp(6))
    };
    mark.value.low = percent(mark.value.low)?;
    mark.value.high = match mark.value.high {
        Some(high) => Some(percent(high)?),
        None => None,
    };
    mark.value.estimate |= gdp.estimate;
    mark.divisor = Some((gdp.value, gdp.year));
    Some(mark)
}

/// What arrived at the stage asked for, against the promises of the type asked for.
fn bullet(ledger: &Ledger, request: &ChartRequest, party: &Party) -> Option<ChartMark> {
    let span = request.year.map_or(Span::All, Span::Year);
    let mut commitments = ledger.money_commitments(&party.id, span);
    if let Some(asked) = request.aid_type {
        let of = |id: &CommitmentId| ledger.dataset().money(id.as_str()).map(|c| c.aid_type());
        commitments.retain(|id| of(id) == Some(asked));
    }
    let fulfilment = ledger.fulfilment(&party.id, &commitments, span);
    let arrived = fulfilment
        .arrived
        .iter()
        .find(|(total, _)| total.stage() == request.stage);
    let promised = fulfilment.promised.first();
    let shown = arrived.map(|(total, _)| total).or(promised)?;
    let mut mark = mark(party, shown);
    if arrived.is_none() {
        // Nothing is recorded at that stage: the promise stands alone, and no bar is drawn in it.
        mark.value = Bounds::NOTHING;
    }
    mark.fulfilment = Some(fulfilment);
    Some(mark)
}

/// Greatest low bound first; then what may be more; then what names no sum; then by name.
fn ranked(mut marks: Vec<ChartMark>) -> Vec<ChartMark> {
    let key = |mark: &ChartMark| {
        let promised = mark.fulfilment.as_ref().and_then(|f| f.promised.first());
        let promise = promised.map(|p| (p.bounds().low, p.bounds().high));
        let Bounds {
            low, high, numbers, ..
        } = mark.value;
        let name = mark.party.as_ref().map(|(_, name)| name.en.clone());
        (Reverse((promise, low, high.is_none(), high, numbers)), name)
    };
    marks.sort_by_cached_key(key);
    marks
}

/// Packages cumulated by the day of announcement, and the running totals as points. With a year,
/// both begin with it: a count from an earlier day would not be of the same time (R4).
fn over_time(ledger: &Ledger, query: &Query, asked: &[&Party]) -> Vec<ChartMark> {
    let in_time = |day: Date| match query.span {
        Span::Year(year) => Year::of(day) == year,
        _ => true,
    };
    // Where the EU's money is attributed to its members, their sums grow on its days (R8).
    let attributed = ledger.assumptions().eu_attribution.is_some();
    let of = |id: &PartyId| asked.iter().find(|party| party.id == *id);
    let fits = |record: &MoneyRecord<'_>| {
        record.stage() == query.stage
            && query
                .aid_type
                .is_none_or(|aid_type| record.aid_type() == aid_type)
            && (of(record.party()).is_some() || attributed && is_union(ledger, record.party()))
            && ledger.is_known(&record.id())
    };
    let mut days: BTreeSet<Date> = BTreeSet::new();
    let mut points = Vec::new();
    for record in ledger.dataset().money_records().filter(fits) {
        match record {
            MoneyRecord::Aid(entry) if entry.record != Record::Package => {
                let point = of(&entry.party).and_then(|party| point(ledger, entry, party));
                points.extend(point.filter(|(begin, mark)| {
                    in_time(*begin) && mark.when.and_then(When::day).is_some_and(in_time)
                }));
            }
            _ => {
                let day = ledger.announced(&record.id()).map(PartialDate::first_day);
                days.extend(day.filter(|day| in_time(*day)));
            }
        }
    }
    let first = match query.span {
        Span::Year(year) => Some(year.first_day()),
        _ => days.first().copied(),
    };
    let one = match asked {
        [party] => Some((party.id.clone(), party.name.clone())),
        _ => None,
    };
    let cumulated = |day: Date| {
        let span = Span::Announced(first.unwrap_or(day), day);
        let total = ledger.total(&query.clone().over(span));
        (!total.bounds().is_nothing()).then(|| ChartMark {
            party: one.clone(),
            when: Some(When::Day(day)),
            ..ChartMark::new(&total)
        })
    };
    let mut marks: Vec<ChartMark> = days.into_iter().filter_map(cumulated).collect();
    let mut points: Vec<ChartMark> = points.into_iter().map(|(_, mark)| mark).collect();
    points.sort_by_key(|point| point.when);
    marks.extend(points);
    marks
}

/// The point of a running total on the day of its count, with the day from which it counts. None
/// for what no sum holds: money of several parties, or carried or told already by another entry.
fn point(ledger: &Ledger, entry: &AidEntry, party: &Party) -> Option<(Date, ChartMark)> {
    let Record::RunningTotal {
        since,
        as_counted_on,
    } = entry.record
    else {
        return None;
    };
    if entry.joint || entry.counted_in.is_some() || entry.same_as.is_some() {
        return None;
    }
    let id = MoneyId::from(&entry.id);
    let total = ledger.record(&id)?;
    let counted = as_counted_on.or_else(|| ledger.announced(&id))?;
    let mark = ChartMark {
        when: Some(When::Day(counted.last_day())),
        running_total: true,
        ..mark(party, &total)
    };
    Some((since.map_or(INVASION, PartialDate::first_day), mark))
}
