//! The settings under which anything is counted. One value, passed in; never global.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{Currency, Dataset, SeriesId, Year};

/// Which exchange rate a sum is converted at (R7).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FxRule {
    /// The mean of the year.
    #[default]
    YearAverage,
    /// The mean of the month of the date.
    MonthAverage,
    /// One fixed year's mean for everything.
    FixedYear(Year),
}

/// What a per-year view does with one sum over several years (R5).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lumps {
    /// Shown whole, in a “not split” column.
    #[default]
    Whole,
    /// Split evenly over its years: an assumption, marked wherever it acts.
    SplitEvenly,
}

/// What a share of GDP is worth in a year that has no GDP yet (R6).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FutureGdp {
    /// Not known: n/d.
    #[default]
    Undisclosed,
    /// The last known year's GDP carried on, marked estimate.
    CarryLast,
}

/// The settings under which anything is counted. Always shown, always exported with the number.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Assumptions {
    /// The currency that sums are shown in.
    pub currency: Currency,
    /// Which edition of GDP shares are worked out of: the `vintage` of a GDP series.
    pub gdp_vintage: String,
    /// Which exchange rate.
    pub fx_rule: FxRule,
    /// What becomes of lumps in views by year.
    pub lumps: Lumps,
    /// What a share of an unknown GDP is worth.
    pub future_gdp: FutureGdp,
    /// Attribute the EU's aid to its members by this key; none: the EU is a party like any other.
    pub eu_attribution: Option<SeriesId>,
    /// “As known on”: what was announced later does not count. None: all that the dataset holds.
    pub cutoff: Option<Date>,
}

impl Assumptions {
    /// What the program starts with on a dataset: euros, the GDP vintage that most series have,
    /// means of years, lumps whole, future GDP n/d, the EU as a party, the dataset's own cut-off.
    pub fn of(dataset: &Dataset) -> Self {
        let mut series: BTreeMap<&str, usize> = BTreeMap::new();
        for gdp in dataset.reference.gdp.values() {
            *series.entry(&gdp.vintage).or_default() += gdp.years.len();
        }
        let vintage = series
            .iter()
            .max_by_key(|(_, count)| **count)
            .map(|(name, _)| *name);
        Self {
            currency: Currency::EUR,
            gdp_vintage: vintage.unwrap_or_default().to_owned(),
            fx_rule: FxRule::default(),
            lumps: Lumps::default(),
            future_gdp: FutureGdp::default(),
            eu_attribution: None,
            cutoff: dataset.header.cutoff,
        }
    }
}
