//! Over time: packages cumulated by the day of announcement, and running totals as points over them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Basis, Bounds, Ledger, Query, Span};
use crate::model::{
    AidEntry, AidType, MoneyId, MoneyRecord, PartialDate, Party, PartyId, Record, Stage, Year,
};

use super::super::totals::is_union;
use super::mark::{ChartMark, When};
use super::order::{Line, Rank};

/// The day from which a running total counts whose source does not say (R4).
const INVASION: Date = crate::model::DaySpan::UNKNOWN_START;

/// How many marks a line has at most: more than are told apart.
#[derive(Clone, Copy)]
struct Limits {
    days: usize,
    running_totals: usize,
}

/// On a wide screen.
const WIDE: Limits = Limits {
    days: 600,
    running_totals: 200,
};

/// In a small chart among many.
const SMALL: Limits = Limits {
    days: 60,
    running_totals: 20,
};

/// A running total that stands in some sum.
pub(super) struct Statement<'a> {
    /// Its entry.
    pub(super) entry: &'a AidEntry,
    /// The first day it counts.
    pub(super) since: Date,
    /// The last one.
    pub(super) until: Date,
}

/// The running total of an entry. None for what no sum holds: what is not known by the cut-off, is
/// the money of several parties, or is carried or told already by another entry.
pub(super) fn statement<'a>(ledger: &Ledger, entry: &'a AidEntry) -> Option<Statement<'a>> {
    let Record::RunningTotal {
        since,
        as_counted_on,
    } = entry.record
    else {
        return None;
    };
    let id = MoneyId::from(&entry.id);
    let told_elsewhere = entry.counted_in.is_some() || entry.same_as.is_some();
    if entry.joint || told_elsewhere || !ledger.is_known(&id) {
        return None;
    }
    let until = as_counted_on.or_else(|| ledger.announced(&id))?;
    Some(Statement {
        entry,
        since: since.map_or(INVASION, PartialDate::first_day),
        until: until.last_day(),
    })
}

/// What is known of one party at a stage, by day.
#[derive(Default)]
struct Known<'a> {
    /// The days of its packages.
    days: BTreeSet<Date>,
    statements: Vec<Statement<'a>>,
}

/// Everything of a stage and type by party and day, found in one pass over the book.
struct Days<'a> {
    by_party: BTreeMap<&'a PartyId, Known<'a>>,
    /// The days of the union's packages, where they are attributed to its members: their sums grow
    /// on its days (R8).
    attributed: BTreeSet<Date>,
}

impl<'a> Days<'a> {
    fn new(ledger: &'a Ledger, query: &Query) -> Self {
        let in_time = |day: Date| match query.span {
            Span::Year(year) => Year::of(day) == year,
            _ => true,
        };
        let attributes = ledger.assumptions().eu_attribution.is_some();
        let mut found = Self {
            by_party: BTreeMap::new(),
            attributed: BTreeSet::new(),
        };
        for record in ledger.dataset().money_records() {
            if !fits(&record, query.stage, query.aid_type) {
                continue;
            }
            let of = found.by_party.entry(record.party()).or_default();
            match record {
                MoneyRecord::Aid(entry) if entry.record != Record::Package => {
                    let statement = statement(ledger, entry);
                    of.statements
                        .extend(statement.filter(|of| in_time(of.since) && in_time(of.until)));
                }
                _ => {
                    let id = record.id();
                    let day = ledger.announced(&id).map(PartialDate::first_day);
                    let day = day.filter(|day| in_time(*day) && ledger.is_known(&id));
                    of.days.extend(day);
                    if attributes && is_union(ledger, record.party()) {
                        found.attributed.extend(day);
                    }
                }
            }
        }
        found
    }
}

fn fits(record: &MoneyRecord<'_>, stage: Stage, aid_type: Option<AidType>) -> bool {
    record.stage() == stage && aid_type.is_none_or(|aid_type| record.aid_type() == aid_type)
}

/// Marks, and how many were left out.
pub(super) struct Thinned {
    /// The line's days, then the running totals by day.
    pub(super) marks: Vec<ChartMark>,
    /// How many have no mark.
    pub(super) left_out: usize,
}

/// One line of all the parties asked for. With a year, the count begins with it: one from an earlier
/// day would not be of the same time (R4).
pub(super) fn over_time(ledger: &Ledger, query: &Query, asked: &[&Party]) -> Thinned {
    line(ledger, query, &Days::new(ledger, query), asked, WIDE)
}

/// A line a party, ranked by its last day or its greatest running total, whichever is more.
pub(super) fn multiples(ledger: &Ledger, query: &Query, asked: &[&Party]) -> (Vec<Line>, usize) {
    let days = Days::new(ledger, query);
    let mut left_out = 0;
    let mut lines = Vec::new();
    for party in asked {
        let query = query.clone().of(&party.id);
        let mut thinned = line(ledger, &query, &days, &[party], SMALL);
        left_out += thinned.left_out;
        let name = (party.id.clone(), party.name.clone());
        for mark in &mut thinned.marks {
            mark.party = Some(name.clone());
        }
        let ranks = thinned.marks.iter().map(|mark| Rank::of(&mark.value));
        if let Some(rank) = ranks.max() {
            lines.push(Line {
                party: name,
                rank,
                marks: thinned.marks,
                row: None,
            });
        }
    }
    (lines, left_out)
}

fn line(
    ledger: &Ledger,
    query: &Query,
    known: &Days<'_>,
    asked: &[&Party],
    limits: Limits,
) -> Thinned {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    let mut statements: Vec<(&Party, &Statement<'_>)> = Vec::new();
    for &party in asked {
        if let Some(of) = known.by_party.get(&party.id) {
            days.extend(&of.days);
            statements.extend(of.statements.iter().map(|of| (party, of)));
        }
    }
    days.extend(&known.attributed);
    let all = days.len() + statements.len();
    let mut marks = days_of(ledger, query, asked, &thinned(days, limits.days));
    let days_left = marks.len();
    let points = points(ledger, query, statements, limits.running_totals);
    let shown = days_left + points.len();
    marks.extend(points);
    // A day on which nothing has come together yet has no mark, and is not left out.
    marks.retain(|mark| mark.running_total || !mark.value.is_nothing());
    Thinned {
        left_out: all.saturating_sub(shown),
        marks,
    }
}

/// At most so many days, evenly taken; the first and the last stay.
fn thinned(days: BTreeSet<Date>, limit: usize) -> Vec<Date> {
    let days: Vec<Date> = days.into_iter().collect();
    let last = days.len().saturating_sub(1);
    if days.len() <= limit || limit < 2 {
        return days;
    }
    let taken = (0..limit).filter_map(|at| days.get(at * last / (limit - 1)));
    taken.copied().collect()
}

fn days_of(ledger: &Ledger, query: &Query, asked: &[&Party], days: &[Date]) -> Vec<ChartMark> {
    let first = match query.span {
        Span::Year(year) => Some(year.first_day()),
        _ => days.first().copied(),
    };
    let Some(first) = first else {
        return Vec::new();
    };
    let (party, basis) = match asked {
        [party] => (
            Some((party.id.clone(), party.name.clone())),
            Basis::Packages,
        ),
        _ => (None, Basis::PerParty),
    };
    let sums = ledger.cumulated(query, first, days);
    let of_day = |(day, value): (&Date, Bounds)| {
        let query = query.clone().over(Span::Announced(first, *day));
        ChartMark {
            party: party.clone(),
            when: Some(When::Day(*day)),
            ..ChartMark::of_query(query, value, basis.clone())
        }
    };
    days.iter().zip(sums).map(of_day).collect()
}

/// The points of running totals by day. Where there are too many, the greatest of each stretch of
/// days stays.
fn points(
    ledger: &Ledger,
    query: &Query,
    mut statements: Vec<(&Party, &Statement<'_>)>,
    limit: usize,
) -> Vec<ChartMark> {
    let total = |(_, of): &(&Party, &Statement<'_>)| ledger.record(&MoneyId::from(&of.entry.id));
    statements.sort_by_key(|(_, of)| of.until);
    if statements.len() > limit {
        let low = |of: &(&Party, &Statement<'_>)| total(of).map(|total| total.bounds().low);
        let stretch = statements.len().div_ceil(limit);
        let greatest = statements
            .chunks(stretch)
            .filter_map(|near| near.iter().max_by_key(|of| low(of)));
        statements = greatest.copied().collect();
    }
    let packages = Packages::new(ledger, query, &statements);
    let mark = |of: &(&Party, &Statement<'_>)| {
        let total = total(of)?;
        let (party, statement) = of;
        let rest = packages
            .of(party, statement)
            .map(|packages| total.bounds().low.saturating_sub(packages));
        Some(ChartMark {
            party: Some((party.id.clone(), party.name.clone())),
            when: Some(When::Day(statement.until)),
            running_total: true,
            not_itemised: rest.filter(|rest| *rest > Decimal::ZERO),
            ..ChartMark::new(&total)
        })
    };
    statements.iter().filter_map(mark).collect()
}

/// Of whom, of which type, and since which day packages are added up.
type Since<'a> = (&'a PartyId, Option<AidType>, Date);

/// What packages come to that running totals can be compared with: those of the same party and type,
/// announced on the days that it counts. A mixed one holds all types, and is compared where all are
/// shown. Where the union's money is attributed, a member's packages hold what its own statements do
/// not, so nothing is compared.
struct Packages<'a> {
    lows: BTreeMap<(Since<'a>, Date), Decimal>,
    all_types: bool,
}

impl<'a> Packages<'a> {
    fn new(ledger: &Ledger, query: &Query, of: &[(&'a Party, &Statement<'_>)]) -> Self {
        let mut found = Self {
            lows: BTreeMap::new(),
            all_types: query.aid_type.is_none(),
        };
        if ledger.assumptions().eu_attribution.is_some() {
            return found;
        }
        let mut asked: BTreeMap<Since<'a>, BTreeSet<Date>> = BTreeMap::new();
        for (party, statement) in of {
            if let Some(since) = found.since(party, statement) {
                asked.entry(since).or_default().insert(statement.until);
            }
        }
        for (since, days) in asked {
            let (party, aid_type, first) = since;
            let query = Query::all(query.stage).of(party).typed(aid_type);
            let days: Vec<Date> = days.into_iter().collect();
            let sums = ledger.cumulated(&query, first, &days);
            let lows = days.iter().zip(sums);
            found
                .lows
                .extend(lows.map(|(day, sum)| ((since, *day), sum.low)));
        }
        found
    }

    fn since(&self, party: &'a Party, statement: &Statement<'_>) -> Option<Since<'a>> {
        let aid_type = match statement.entry.aid_type {
            AidType::Mixed if self.all_types => None,
            AidType::Mixed => return None,
            of => Some(of),
        };
        Some((&party.id, aid_type, statement.since))
    }

    /// The low bound of the packages beside a running total; none where they cannot be compared.
    fn of(&self, party: &'a Party, statement: &Statement<'_>) -> Option<Decimal> {
        let since = self.since(party, statement)?;
        self.lows.get(&(since, statement.until)).copied()
    }
}
