//! R6: shares of GDP. Share × GDP of that calendar year in the party's currency (of the named
//! vintage) ÷ that year's average rate.
//!
//! Readings that the rule leaves open:
//! - The rate is that year's mean under every exchange rule: R6 names it.
//! - A yearly promise whose text names no years runs from the year of signing for as many years as
//!   the agreement has: Lithuania's 0.25 %, signed in 2024 for ten years, is ten yearly promises,
//!   2024 to 2033. The first year is not cut to months, so no eleventh part-year is added.
//! - One whose text names the first year only ends with the same last year; where the agreement has
//!   no term, it is followed to the year of the cut-off and no further.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::model::{Currency, Dataset, GdpStatus, PartyId, SeriesId, Year};

use super::assumptions::FutureGdp;
use super::derivation::GdpStep;

/// The GDPs of one vintage, by country and year.
#[derive(Debug, Default)]
pub(in crate::ledger) struct GdpTable {
    countries: HashMap<PartyId, Country>,
    vintage: String,
}

#[derive(Debug)]
struct Country {
    series: SeriesId,
    currency: Currency,
    years: std::collections::BTreeMap<Year, (Decimal, GdpStatus)>,
}

impl GdpTable {
    pub(in crate::ledger) fn new(dataset: &Dataset, vintage: &str) -> Self {
        let mut countries = HashMap::new();
        for series in dataset
            .reference
            .gdp
            .values()
            .filter(|s| s.vintage == vintage)
        {
            let years = series
                .years
                .iter()
                .map(|(y, v)| (*y, (v.value, v.status)))
                .collect();
            let country = Country {
                series: series.id.clone(),
                currency: series.currency,
                years,
            };
            countries.entry(series.country.clone()).or_insert(country);
        }
        Self {
            countries,
            vintage: vintage.to_owned(),
        }
    }

    /// The GDP of a country in a year; where it is not there, what the assumption makes of it.
    pub(in crate::ledger) fn get(
        &self,
        party: &PartyId,
        year: Year,
        future: FutureGdp,
    ) -> Option<GdpStep> {
        let country = self.countries.get(party)?;
        let step = |of: Year, value: (Decimal, GdpStatus), carried_from| GdpStep {
            year: of,
            gdp: value.0,
            currency: country.currency,
            status: value.1,
            series: country.series.clone(),
            vintage: self.vintage.clone(),
            carried_from,
        };
        if let Some(value) = country.years.get(&year) {
            return Some(step(year, *value, None));
        }
        let (last, value) = country.years.last_key_value()?;
        (future == FutureGdp::CarryLast && year > *last).then(|| step(year, *value, Some(*last)))
    }

    /// The last year of a country that is reported, not estimated.
    pub(in crate::ledger) fn last_actual(&self, party: &PartyId) -> Option<Year> {
        let years = &self.countries.get(party)?.years;
        years
            .iter()
            .rev()
            .find(|(_, (_, s))| *s == GdpStatus::Actual)
            .map(|(y, _)| *y)
    }
}
