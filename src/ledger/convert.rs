//! R7: conversion between currencies, through the euro, at rates that live in the dataset.
//!
//! The rule is the mean of the year by default. Readings that the rule leaves open:
//! - A sum for one year takes that year's mean. A lump over several years, and a sum without a
//!   time, take the year (or, under the month rule, the month) of the day they were announced:
//!   Norway's NOK 75 bn for 2023–2027, signed in May 2024, is converted at the mean of 2024.
//! - A running total takes the mean of the rates of the years it covers, weighted by days, under
//!   the year and the month rule alike. A year whose mean is not there yet is left out of the mean,
//!   and the result is marked an estimate.
//! - A year without a rate gives no number: the sum is listed as not converted.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Currency, Dataset, SourceId, Year};

use super::assumptions::FxRule;
use super::derivation::{Rate, RatePeriod};

/// The rates of one currency: units for one euro.
#[derive(Debug, Default)]
struct Rates {
    years: BTreeMap<Year, (Decimal, SourceId)>,
    months: BTreeMap<(Year, i8), (Decimal, SourceId)>,
}

/// All rates of a dataset, ready to be asked.
#[derive(Debug, Default)]
pub(in crate::ledger) struct Converter {
    rates: HashMap<Currency, Rates>,
}

/// The time that decides the rate of a sum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::ledger) enum When {
    /// Money for a year, announced (perhaps) in a month.
    Year(Year, Option<(Year, i8)>),
    /// A running total over these days.
    Days(Date, Date),
    /// No time is known.
    Unknown,
}

impl Converter {
    pub(in crate::ledger) fn new(dataset: &Dataset) -> Self {
        let mut rates: HashMap<Currency, Rates> = HashMap::new();
        for series in dataset.reference.fx.values() {
            let of = rates.entry(series.currency).or_default();
            for (year, rate) in &series.years {
                of.years
                    .entry(*year)
                    .or_insert_with(|| (rate.per_eur, series.source.clone()));
            }
            for (month, rate) in &series.months {
                if let Ok(crate::model::PartialDate::Month(year, month)) = month.parse() {
                    of.months
                        .entry((year, month))
                        .or_insert_with(|| (rate.per_eur, series.source.clone()));
                }
            }
        }
        Self { rates }
    }

    /// Whether the currency has any rate to the euro.
    pub(in crate::ledger) fn knows(&self, currency: Currency) -> bool {
        currency == Currency::EUR || self.rates.contains_key(&currency)
    }

    /// Units of `currency` for one euro in a year: its mean, and where that is from.
    fn year(&self, currency: Currency, year: Year) -> Option<(Decimal, Option<SourceId>)> {
        if currency == Currency::EUR {
            return Some((Decimal::ONE, None));
        }
        let (rate, source) = self.rates.get(&currency)?.years.get(&year)?;
        Some((*rate, Some(source.clone())))
    }

    fn month(&self, currency: Currency, month: (Year, i8)) -> Option<(Decimal, Option<SourceId>)> {
        if currency == Currency::EUR {
            return Some((Decimal::ONE, None));
        }
        let (rate, source) = self.rates.get(&currency)?.months.get(&month)?;
        Some((*rate, Some(source.clone())))
    }

    /// The mean over several years, each weighted by its days; whether a year had to be left out.
    fn days(
        &self,
        currency: Currency,
        from: Date,
        to: Date,
    ) -> Option<(Decimal, Option<SourceId>, bool)> {
        let (mut weighted, mut days, mut missing, mut source) =
            (Decimal::ZERO, Decimal::ZERO, false, None);
        for year in Year::of(from).through(Year::of(to)) {
            let begin = from.max(year.first_day());
            let end = to.min(year.last_day());
            let in_year = Decimal::from(end.since(begin).map_or(0, |s| s.get_days()).max(0) + 1);
            match self.year(currency, year) {
                Some((rate, from)) => {
                    weighted = weighted.checked_add(rate.checked_mul(in_year)?)?;
                    days += in_year;
                    source = from;
                }
                None => missing = true,
            }
        }
        Some((weighted.checked_div(days)?, source, missing))
    }

    /// The rate between two currencies by the rule, and whether it is an estimate.
    ///
    /// # Errors
    /// The currency and period that have no rate.
    pub(in crate::ledger) fn rate(
        &self,
        from: Currency,
        to: Currency,
        when: When,
        rule: FxRule,
    ) -> Result<(Rate, bool), (Currency, RatePeriod)> {
        let period = match (rule, when) {
            (FxRule::FixedYear(year), _) | (FxRule::YearAverage, When::Year(year, _)) => {
                RatePeriod::Year(year)
            }
            (FxRule::MonthAverage, When::Year(_, Some((year, month)))) => {
                RatePeriod::Month(year, month)
            }
            // The day of the announcement is not known to the month: its year's mean is nearest.
            (FxRule::MonthAverage, When::Year(year, None)) => RatePeriod::Year(year),
            (_, When::Days(from, to)) => RatePeriod::Days(from, to),
            (_, When::Unknown) => return Err((from, RatePeriod::Unknown)),
        };
        let one = |currency| match period {
            RatePeriod::Year(year) => self.year(currency, year).map(|(r, s)| (r, s, false)),
            RatePeriod::Month(year, month) => self
                .month(currency, (year, month))
                .map(|(r, s)| (r, s, false)),
            RatePeriod::Days(begin, end) => self.days(currency, begin, end),
            RatePeriod::Unknown => None,
        };
        let (from_per_eur, from_source, from_part) =
            one(from).ok_or_else(|| (from, period.clone()))?;
        let (to_per_eur, to_source, to_part) = one(to).ok_or_else(|| (to, period.clone()))?;
        let sources = from_source.into_iter().chain(to_source).collect();
        let rate = Rate {
            from,
            to,
            from_per_eur,
            to_per_eur,
            period,
            sources,
        };
        Ok((rate, from_part || to_part))
    }
}

/// A sum at a rate, rounded to the cent; none where it leaves the range of decimals.
pub(in crate::ledger) fn at(rate: &Rate, value: Decimal) -> Option<Decimal> {
    let euros = value.checked_div(rate.from_per_eur)?;
    Some(euros.checked_mul(rate.to_per_eur)?.round_dp(2))
}
