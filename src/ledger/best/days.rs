//! A sum that grows by the day of announcement, in one pass over the packages (R4).
//!
//! A package stands in the sum from its own day on, until the day on which a whole that it is inside
//! is announced too (R3). So the sum of every day comes from the same items as a total over the days
//! up to it, without making that total's tree for each of them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{PartialDate, PartyId};

use super::super::bounds::Bounds;
use super::super::derivation::Span;
use super::super::items::Item;
use super::super::ledger::Ledger;
use super::super::scope::Scope;
use super::super::total::Query;
use super::{Best, times};

/// A package that comes into the sum on a day, or leaves it.
struct Change {
    day: Date,
    bounds: Bounds,
    leaves: bool,
}

/// A sum from which can be taken what was added.
#[derive(Default)]
struct Running {
    low: Decimal,
    high: Decimal,
    open: u32,
    about: u32,
    undisclosed: u32,
    not_converted: u32,
    numbers: u32,
    estimates: u32,
}

impl Running {
    fn change(&mut self, change: &Change) {
        let Bounds {
            low,
            high,
            about,
            undisclosed,
            not_converted,
            numbers,
            estimate,
        } = change.bounds;
        let sum = |sum: &mut Decimal, by: Decimal| {
            *sum = if change.leaves {
                sum.saturating_sub(by)
            } else {
                sum.saturating_add(by)
            };
        };
        let count = |count: &mut u32, by: u32| {
            *count = if change.leaves {
                count.saturating_sub(by)
            } else {
                count.saturating_add(by)
            };
        };
        sum(&mut self.low, low);
        sum(&mut self.high, high.unwrap_or_default());
        count(&mut self.open, u32::from(high.is_none()));
        count(&mut self.about, about);
        count(&mut self.undisclosed, undisclosed);
        count(&mut self.not_converted, not_converted);
        count(&mut self.numbers, numbers);
        count(&mut self.estimates, u32::from(estimate));
    }

    fn bounds(&self) -> Bounds {
        Bounds {
            low: self.low,
            high: (self.open == 0).then_some(self.high),
            about: self.about,
            undisclosed: self.undisclosed,
            not_converted: self.not_converted,
            numbers: self.numbers,
            estimate: self.estimates > 0,
        }
    }
}

impl Ledger {
    /// What the packages announced from `first` to each of these days come to: for each day the
    /// bounds of the total of the same query over [`Span::Announced`]. The query's own span is not
    /// looked at. Days are given, and answered, in order.
    pub fn cumulated(&self, query: &Query, first: Date, days: &[Date]) -> Vec<Bounds> {
        let Some(last) = days.last() else {
            return Vec::new();
        };
        let query = query.clone().over(Span::Announced(first, *last));
        let mut changes = Vec::new();
        for party in self.counted_parties(&query) {
            self.changes_of(party, &query, Decimal::ONE, &mut changes);
            if let Some((eu, _, share)) = self.attribution_to(party) {
                self.changes_of(&eu, &query, share, &mut changes);
            }
        }
        changes.sort_by_key(|change| change.day);
        let mut changes = changes.iter().peekable();
        let mut sum = Running::default();
        let mut sums = Vec::with_capacity(days.len());
        for day in days {
            while let Some(change) = changes.next_if(|change| change.day <= *day) {
                sum.change(change);
            }
            sums.push(sum.bounds());
        }
        sums
    }

    fn changes_of(
        &self,
        party: &PartyId,
        query: &Query,
        share: Decimal,
        changes: &mut Vec<Change>,
    ) {
        let best = Best {
            ledger: self,
            query,
            scope: Scope::All,
            counted: Vec::new(),
            excluded: Vec::new(),
            totals: Vec::new(),
        };
        for &place in self.places(party, query.stage) {
            let Some(item) = self.items().get(place) else {
                continue;
            };
            let Some((day, until)) = best.days_in_sum(item) else {
                continue;
            };
            for tranche in &item.tranches {
                let replaced = tranche.superseded_by.first();
                if replaced.is_some_and(|by| self.items().get(*by).is_some()) {
                    continue;
                }
                let bounds = if share == Decimal::ONE {
                    tranche.bounds
                } else {
                    times(&tranche.bounds, share)
                };
                let mut change = |day, leaves| {
                    changes.push(Change {
                        day,
                        bounds,
                        leaves,
                    });
                };
                change(day, false);
                if let Some(until) = until {
                    change(until, true);
                }
            }
        }
    }
}

impl Best<'_> {
    /// From which day an item stands in a sum by announcement, and from which no longer; none: in
    /// no day's.
    fn days_in_sum(&self, item: &Item) -> Option<(Date, Option<Date>)> {
        let fits = item.is_flow()
            && self.type_fits(item)
            && item.tranches.iter().any(|t| self.span_fits(item, t))
            && self.reason_of_its_own(item).is_none();
        if !fits {
            return None;
        }
        let day = item.date?.first_day();
        let until = self.inside_from(item);
        until
            .is_none_or(|until| until > day)
            .then_some((day, until))
    }

    /// The day on which the first whole of it is announced, if any is in the span.
    fn inside_from(&self, item: &Item) -> Option<Date> {
        let announced = |place: usize| {
            let whole = self.ledger.items().get(place)?;
            let holds = self.holds(place, item);
            whole.date.filter(|_| holds).map(PartialDate::first_day)
        };
        let mut first: Option<Date> = None;
        let mut take = |day: Option<Date>| {
            first = match (first, day) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        };
        for (commitment, _) in &item.links.fulfils {
            take(announced(*commitment));
        }
        let mut at = item.links.part_of;
        // A circle is a problem that `check` reports; here it must only end.
        for _ in 0..32 {
            let Some(place) = at else { break };
            take(announced(place));
            at = self
                .ledger
                .items()
                .get(place)
                .and_then(|whole| whole.links.part_of);
        }
        first
    }
}
