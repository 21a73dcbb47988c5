//! Reference series: gaps, and shares that do not make up a whole.

use rust_decimal::Decimal;

use crate::model::Year;

use super::{Found, Severity};

pub(super) fn look(found: &mut Found<'_>) {
    let reference = &found.dataset.reference;
    for series in reference.gdp.values() {
        gaps(found, series.id.as_str(), series.years.keys());
    }
    for series in reference.fx.values() {
        gaps(found, series.id.as_str(), series.years.keys());
    }
    for series in reference.population.values() {
        gaps(found, series.id.as_str(), series.years.keys());
    }
    for key in reference.eu_shares.values() {
        let sum: Decimal = key.shares.values().copied().sum();
        let apart = (sum - Decimal::ONE).abs() > Decimal::new(5, 3);
        if apart && !key.shares.is_empty() {
            let percent = (sum * Decimal::ONE_HUNDRED).round_dp(1).normalize();
            let facts = vec![("percent", percent.to_string())];
            let (check, severity) = ("eu-shares-sum", Severity::Warning);
            found.tell(check, severity, &key.id, "shares", facts);
        }
    }
}

/// Years that are missing between the first and the last of a series.
fn gaps<'a>(found: &mut Found<'_>, id: &str, mut years: impl Iterator<Item = &'a Year>) {
    let Some(mut before) = years.next().copied() else {
        return;
    };
    let mut missing: Vec<String> = Vec::new();
    for year in years {
        let between = before.plus(1).through(*year);
        missing.extend(between.filter(|y| y != year).map(|y| y.to_string()));
        before = *year;
    }
    if !missing.is_empty() {
        let facts = vec![("years", missing.join(", "))];
        found.tell("series-gap", Severity::Warning, id, "years", facts);
    }
}
