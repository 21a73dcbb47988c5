//! Reference series: GDP, exchange rates, population, EU shares. They live in the dataset, each
//! value with its vintage and source, so that a figure can be had again years later.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

use super::date::Year;
use super::id::{PartyId, SeriesId, SourceId};
use super::money::Currency;

/// A value of a series within bounds that no true one leaves: what keeps every conversion in range.
fn within<E: serde::de::Error>(value: Decimal, low: Decimal, high: Decimal) -> Result<Decimal, E> {
    if (low..=high).contains(&value) {
        Ok(value)
    } else {
        Err(E::custom(format!("{value} lies outside {low}–{high}")))
    }
}

/// A GDP: more than nothing, and less than a quintillion of any currency.
fn gdp<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let highest = Decimal::from(1_000_000_000_000_000_000_u64);
    within(
        <Decimal as Deserialize>::deserialize(deserializer)?,
        Decimal::ONE,
        highest,
    )
}

fn gdp_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    let highest = Decimal::from(1_000_000_000_000_000_000_u64);
    let value = Option::<Decimal>::deserialize(deserializer)?;
    value
        .map(|value| within(value, Decimal::ONE, highest))
        .transpose()
}

/// A rate: between a millionth and a billion units for one euro.
fn rate<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let highest = Decimal::from(1_000_000_000_u32);
    within(
        <Decimal as Deserialize>::deserialize(deserializer)?,
        Decimal::new(1, 6),
        highest,
    )
}

/// Parts of one.
fn shares<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<PartyId, Decimal>, D::Error> {
    let shares = BTreeMap::<PartyId, Decimal>::deserialize(deserializer)?;
    for share in shares.values() {
        within::<D::Error>(*share, Decimal::ZERO, Decimal::ONE)?;
    }
    Ok(shares)
}

/// Whether a GDP is reported or estimated.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GdpStatus {
    /// Reported by the statistical office.
    #[default]
    Actual,
    /// Estimated by the series' publisher.
    Estimate,
}

impl GdpStatus {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over a reference"
    )]
    fn is_actual(&self) -> bool {
        *self == Self::Actual
    }
}

/// The gross domestic product of one year, in current prices and whole units.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GdpValue {
    /// In the currency of the series.
    #[serde(deserialize_with = "gdp")]
    pub value: Decimal,
    /// In US dollars, where the series has it too.
    #[serde(
        default,
        deserialize_with = "gdp_or_none",
        skip_serializing_if = "Option::is_none"
    )]
    pub usd: Option<Decimal>,
    /// In euros, where the series' makers worked it out (by `eur_method`).
    #[serde(
        default,
        deserialize_with = "gdp_or_none",
        skip_serializing_if = "Option::is_none"
    )]
    pub eur: Option<Decimal>,
    /// Reported or estimated.
    #[serde(default, skip_serializing_if = "GdpStatus::is_actual")]
    pub status: GdpStatus,
}

/// The GDP of one country in one vintage.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GdpSeries {
    /// `gdp-lt-weo-2025-10`.
    pub id: SeriesId,
    /// Whose.
    pub country: PartyId,
    /// Which edition of which database: “IMF WEO October 2025”.
    pub vintage: String,
    /// In which currency.
    pub currency: Currency,
    /// From where.
    pub source: SourceId,
    /// How the values in euros were worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eur_method: Option<String>,
    /// By year.
    pub years: BTreeMap<Year, GdpValue>,
}

/// A mean of daily rates over a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FxRate {
    /// Units of the currency for one euro.
    #[serde(deserialize_with = "rate")]
    pub per_eur: Decimal,
    /// How many days are in the mean; none where the rate is implied by other series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// First day in the mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<Date>,
    /// Last day in the mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
}

/// The exchange rates of one currency to the euro, from one source.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FxSeries {
    /// `fx-sek-ecb`.
    pub id: SeriesId,
    /// Which currency.
    pub currency: Currency,
    /// From where.
    pub source: SourceId,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Means of years.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub years: BTreeMap<Year, FxRate>,
    /// Means of months, by `2024-06`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub months: BTreeMap<String, FxRate>,
}

/// The population of one country at mid-year, in persons.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PopulationSeries {
    /// `pop-lt-wb-2026-03`.
    pub id: SeriesId,
    /// Whose.
    pub country: PartyId,
    /// Which edition of which database.
    pub vintage: String,
    /// From where.
    pub source: SourceId,
    /// By year.
    pub years: BTreeMap<Year, u64>,
}

/// A key by which the EU's money can be attributed to its members (R8): a convention, not a debt.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EuShares {
    /// `eu-budget-2020-r7`.
    pub id: SeriesId,
    /// What the key is made of.
    pub title: String,
    /// Its edition.
    pub vintage: String,
    /// From where.
    pub source: SourceId,
    /// Each member's part of one.
    #[serde(deserialize_with = "shares")]
    pub shares: BTreeMap<PartyId, Decimal>,
}

/// All reference series, each list sorted by id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reference {
    /// Gross domestic product.
    pub gdp: BTreeMap<SeriesId, GdpSeries>,
    /// Exchange rates.
    pub fx: BTreeMap<SeriesId, FxSeries>,
    /// Population.
    pub population: BTreeMap<SeriesId, PopulationSeries>,
    /// Keys for the EU's money.
    pub eu_shares: BTreeMap<SeriesId, EuShares>,
}
