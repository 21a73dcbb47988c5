//! Figures: parts and wholes, fulfilment, figures that disagree, rates and GDP that are missing.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{CommitmentId, MoneyId, MoneyRecord, OtherFigure, Year};

use super::super::bounds::Bounds;
use super::super::derivation::{Conversion, Span};
use super::super::items::{Item, Slot};
use super::{Found, Severity};

pub(super) fn look(found: &mut Found<'_>) {
    parts(found);
    fulfilments(found);
    for record in found.dataset.money_records() {
        disagreement(found, &record);
    }
    for item in found.ledger.items() {
        conversions(found, item);
    }
}

/// What an item's tranches come to, those that a later pledge replaces left out.
fn sum_of(item: &Item) -> Bounds {
    Bounds::sum(
        item.tranches
            .iter()
            .filter(|t| t.superseded_by.is_none())
            .map(|t| t.bounds),
    )
}

/// Parts of the whole's stage that together exceed it by more than 2 % (R3): rounding in the
/// sources explains less. Running totals are no parts in a sum.
fn parts(found: &mut Found<'_>) {
    let items = found.ledger.items();
    let mut sums: BTreeMap<usize, (Decimal, Vec<String>)> = BTreeMap::new();
    for item in items {
        let Some(place) = item.links.part_of else {
            continue;
        };
        let counts = item.links.same_as.is_none() && item.is_flow();
        let Some(whole) = items.get(place).filter(|w| counts && w.stage == item.stage) else {
            continue;
        };
        if whole.names_a_sum() && item.party == whole.party {
            let (sum, ids) = sums.entry(place).or_default();
            *sum = sum.saturating_add(sum_of(item).low);
            ids.push(item.id.to_string());
        }
    }
    let tolerance = Decimal::new(102, 2);
    for (place, (sum, ids)) in sums {
        let Some(whole) = items.get(place) else {
            continue;
        };
        let bounds = Bounds::sum(whole.tranches.iter().map(|t| t.bounds));
        let Some(high) = bounds.high.filter(|_| bounds.has_number()) else {
            continue;
        };
        if sum > high.saturating_mul(tolerance) {
            let facts = vec![
                ("parts", sum.normalize().to_string()),
                ("whole", high.normalize().to_string()),
                ("ids", ids.join(", ")),
            ];
            found.tell(
                "parts-exceed-whole",
                Severity::Error,
                whole.id.clone(),
                "amount",
                facts,
            );
        }
    }
}

/// More arrived at one stage than was promised for a year (R9): worth a look, mostly good news.
fn fulfilments(found: &mut Found<'_>) {
    let ledger = found.ledger;
    for commitment in found.dataset.commitments.values() {
        let id = MoneyId::from(&commitment.id);
        let Some(item) = ledger
            .item(id.as_str())
            .filter(|item| item.known && item.names_a_sum())
        else {
            continue;
        };
        for year in years(item) {
            let ids: [CommitmentId; 1] = [commitment.id.clone()];
            let fulfilment = ledger.fulfilment(&item.party, &ids, Span::Year(year));
            for (total, ratio) in &fulfilment.arrived {
                let Some(ratio) = ratio.filter(|r| r.low > Decimal::new(102, 2)) else {
                    continue;
                };
                let percent = (ratio.low * Decimal::ONE_HUNDRED).round_dp(0).to_string();
                let facts = vec![
                    ("percent", percent),
                    ("year", year.to_string()),
                    ("stage", total.stage().key().to_owned()),
                ];
                found.tell("fulfilment-over", Severity::Note, &id, "amount", facts);
            }
        }
    }
}

fn years(item: &Item) -> Vec<Year> {
    let year = |slot| match slot {
        Slot::Year(year) => Some(year),
        _ => None,
    };
    item.tranches.iter().filter_map(|t| year(t.slot)).collect()
}

/// Another source's figure that is over 10 % away from the preferred one (R10).
fn disagreement(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let others: &[OtherFigure] = match record {
        MoneyRecord::Commitment(c, _) => &c.other_figures,
        MoneyRecord::Aid(aid) => &aid.other_figures,
    };
    let Some(own) = record.amount() else { return };
    for other in others {
        let theirs = &other.figure.amount;
        let Some((a, b)) = in_one_currency(own, theirs) else {
            continue;
        };
        let spread = (a - b).abs().checked_div(a.max(b)).unwrap_or_default();
        if spread > Decimal::new(10, 2) {
            let percent = (spread * Decimal::ONE_HUNDRED).round_dp(0).to_string();
            let facts = vec![("percent", percent)];
            found.tell(
                "figures-disagree",
                Severity::Warning,
                record.id(),
                "other_figures",
                facts,
            );
        }
    }
}

/// The greater ends of two amounts for the same kind of time, where they can be compared as written.
fn in_one_currency(
    a: &crate::model::Amount,
    b: &crate::model::Amount,
) -> Option<(Decimal, Decimal)> {
    use crate::model::AmountForm::{About, AtLeast, Exact, GdpShare, Range, Undisclosed, UpTo};
    let size = |form: crate::model::AmountForm| match form {
        Exact(m) | About(m) | UpTo(m) | AtLeast(m) => Some((m.value(), m.currency())),
        Range(r) => Some((r.high().value(), r.high().currency())),
        GdpShare(_) | Undisclosed(_) => None,
    };
    let ((a, of_a), (b, of_b)) = size(a.form).zip(size(b.form))?;
    (of_a == of_b).then_some((a, b))
}

fn conversions(found: &mut Found<'_>, item: &Item) {
    let mut told = false;
    for tranche in &item.tranches {
        match &tranche.conversion {
            Conversion::NoRate { currency, .. } if !told => {
                // A currency without any rate is a gap in the file; a year that has none yet is not.
                let severity = if found.ledger.has_rate(*currency) {
                    Severity::Note
                } else {
                    Severity::Warning
                };
                let facts = vec![("currency", currency.to_string())];
                found.tell("rate-missing", severity, item.id.clone(), "amount", facts);
                told = true;
            }
            Conversion::NoGdp { country, year } if !told => {
                let any = found.ledger.gdp(country, None).is_some();
                let severity = if any {
                    Severity::Note
                } else {
                    Severity::Warning
                };
                let facts = vec![("party", country.to_string()), ("year", year.to_string())];
                found.tell("gdp-missing", severity, item.id.clone(), "amount", facts);
                told = true;
            }
            _ => {}
        }
    }
}
