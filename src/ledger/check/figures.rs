//! Figures: parts and wholes, fulfilment, figures that disagree, rates and GDP that are missing.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use crate::model::{
    Amount, AmountForm, CommitmentId, GdpShare, MoneyId, MoneyRecord, PartialDate, Period,
    ShareBound, Year,
};

use super::super::assumptions::FxRule;
use super::super::bounds::Bounds;
use super::super::convert::{Converter, When, at};
use super::super::derivation::{Conversion, Span};
use super::super::items::{Item, Kind, Slot};
use super::{Found, Severity, other_figures};

pub(super) fn look(found: &mut Found<'_>) {
    parts(found);
    fulfilments(found);
    let rates = Converter::new(found.dataset);
    for record in found.dataset.money_records() {
        disagreement(found, &rates, &record);
        unexplained(found, &record);
    }
    for item in found.ledger.items() {
        conversions(found, item);
    }
}

/// By how much parts may exceed their whole: rounding in the sources explains as much.
const TOLERANCE: Decimal = Decimal::from_parts(102, 0, 0, false, 2);

/// Parts of a whole, as written where all are in its currency, else converted.
#[derive(Default)]
struct Parts {
    written: Option<Decimal>,
    converted: Decimal,
    ids: Vec<String>,
}

/// What an item comes to as written, at least and at most, where it names sums of money: each of its
/// tranches (those that a later pledge replaces left out) has the whole sum, unless it was split.
fn written(item: &Item) -> Option<(Decimal, Option<Decimal>)> {
    let (low, high) = size(item.original)?;
    let counted = item.tranches.iter().filter(|t| t.superseded_by.is_empty());
    let times = if item.tranches.iter().any(|t| t.split.is_some()) {
        Decimal::ONE
    } else {
        Decimal::from(counted.count())
    };
    Some((
        low.saturating_mul(times),
        high.map(|high| high.saturating_mul(times)),
    ))
}

/// Where the amount that counts stands in its record.
fn amount_of(item: &Item) -> String {
    match (item.other_figure, item.kind) {
        (Some(index), _) => format!("other_figures[{index}].figure.amount"),
        (None, Kind::Flow { commitment: true }) => "amount".to_owned(),
        (None, _) => "figure.amount".to_owned(),
    }
}

/// Parts of the whole's stage that together exceed it by more than 2 % (R3). Running totals are no
/// parts in a sum. Where a rate stands between part and whole, it may be the rate that is wrong.
fn parts(found: &mut Found<'_>) {
    let items = found.ledger.items();
    let mut sums: BTreeMap<usize, Parts> = BTreeMap::new();
    for item in items {
        let Some(place) = item.links.part_of else {
            continue;
        };
        let counts = item.is_flow()
            && item.links.same_as.is_none()
            && item.links.counted_in.is_none()
            && !item.joint;
        let Some(whole) = items.get(place).filter(|w| counts && w.stage == item.stage) else {
            continue;
        };
        if !whole.names_a_sum() || item.party != whole.party {
            continue;
        }
        let none_yet = || Parts {
            written: Some(Decimal::ZERO),
            ..Parts::default()
        };
        let sum = sums.entry(place).or_insert_with(none_yet);
        let tranches = item.tranches.iter().filter(|t| t.superseded_by.is_empty());
        let bounds = Bounds::sum(tranches.map(|t| t.bounds));
        sum.converted = sum.converted.saturating_add(bounds.low);
        sum.ids.push(item.id.to_string());
        if item.names_a_sum() {
            let same = item.original.currency() == whole.original.currency();
            sum.written = written(item)
                .filter(|_| same)
                .and_then(|(low, _)| Some(sum.written?.saturating_add(low)));
        }
    }
    for (place, parts) in sums {
        let Some(whole) = items.get(place) else {
            continue;
        };
        let unit = whole.original.currency();
        let (sum, high, unit, severity) =
            if let Some(((sum, (_, high)), unit)) = parts.written.zip(written(whole)).zip(unit) {
                (sum, high, unit, Severity::Error)
            } else {
                let bounds = Bounds::sum(whole.tranches.iter().map(|t| t.bounds));
                let high = bounds.high.filter(|_| bounds.has_number());
                let unit = found.ledger.assumptions().currency;
                (parts.converted, high, unit, Severity::Warning)
            };
        let Some(high) = high.filter(|high| sum > high.saturating_mul(TOLERANCE)) else {
            continue;
        };
        let facts = vec![
            ("parts", sum.normalize().to_string()),
            ("whole", high.normalize().to_string()),
            ("currency", unit.to_string()),
            ("ids", parts.ids.join(", ")),
        ];
        let field = amount_of(whole);
        found.tell("parts-exceed-whole", severity, &whole.id, field, facts);
    }
}

/// More arrived at one stage than was promised (R9): worth a look, mostly good news.
fn fulfilments(found: &mut Found<'_>) {
    let ledger = found.ledger;
    // Nothing arrived of what nobody says to fulfil.
    let fulfilled = found.dataset.aid.values().flat_map(|entry| &entry.fulfils);
    let fulfilled: HashSet<&CommitmentId> = fulfilled.map(|f| &f.commitment).collect();
    for commitment in found.dataset.commitments.values() {
        if !fulfilled.contains(&commitment.id) {
            continue;
        }
        let id = MoneyId::from(&commitment.id);
        let Some(item) = ledger
            .item(id.as_str())
            .filter(|item| item.known && item.names_a_sum())
        else {
            continue;
        };
        for (span, year) in spans(item) {
            let ids: [CommitmentId; 1] = [commitment.id.clone()];
            let fulfilment = ledger.fulfilment(&item.party, &ids, span);
            for (total, ratio) in &fulfilment.arrived {
                let Some(ratio) = ratio.filter(|r| r.low > TOLERANCE) else {
                    continue;
                };
                let percent = (ratio.low * Decimal::ONE_HUNDRED).round_dp(0).to_string();
                let mut facts = vec![
                    ("percent", percent),
                    ("stage", total.stage().key().to_owned()),
                ];
                facts.extend(year.map(|year| ("year", year.to_string())));
                let field = amount_of(item);
                found.tell("fulfilment-over", Severity::Note, &id, field, facts);
            }
        }
    }
}

/// The spans in which a promise can be met: its years, or all time for what is not split.
fn spans(item: &Item) -> Vec<(Span, Option<Year>)> {
    let mut spans: Vec<(Span, Option<Year>)> = Vec::new();
    for tranche in &item.tranches {
        match tranche.slot {
            Slot::Year(year) => spans.push((Span::Year(year), Some(year))),
            Slot::Lump(..) | Slot::Undated => spans.push((Span::All, None)),
            Slot::Years(..) => {}
        }
    }
    spans
}

/// Another source's figure that is over 10 % away from the preferred one (R10). Figures whose
/// bounds meet do not disagree: “over €500 m” holds €580 m.
fn disagreement(found: &mut Found<'_>, rates: &Converter, record: &MoneyRecord<'_>) {
    let Some(own) = record.amount() else { return };
    let date = record.date().map(PartialDate::year);
    for (index, other) in other_figures(record).iter().enumerate() {
        let theirs = &other.figure.amount;
        let Some((own, theirs)) = comparable(rates, own, theirs, date) else {
            continue;
        };
        let gap = gap(own, theirs);
        if gap > Decimal::new(10, 2) {
            let percent = (gap * Decimal::ONE_HUNDRED).round_dp(0).to_string();
            let source = other.figure.cite.source.as_ref();
            let mut facts = vec![("percent", percent)];
            facts.extend(source.map(|source| ("source", source.to_string())));
            let at = format_args!("other_figures[{index}].figure.amount");
            found.tell(
                "figures-disagree",
                Severity::Warning,
                record.id(),
                at,
                facts,
            );
        }
    }
}

/// One figure of several is chosen, and the reason stands with it (R10): why it is preferred, or
/// why the others are not.
fn unexplained(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let because = match record {
        MoneyRecord::Commitment(commitment, _) => &commitment.preferred_because,
        MoneyRecord::Aid(entry) => &entry.preferred_because,
    };
    let told = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let mut others = other_figures(record).iter();
    if told(because) || others.all(|other| told(&other.why_not_preferred)) {
        return;
    }
    found.tell(
        "preferred-unexplained",
        Severity::Note,
        record.id(),
        "preferred_because",
        Vec::new(),
    );
}

/// At least and at most, none: open.
type Ends = (Decimal, Option<Decimal>);

/// How far two pairs of ends are apart, as a part of the greater; zero where they meet.
fn gap(a: Ends, b: Ends) -> Decimal {
    let apart = |high: Option<Decimal>, low: Decimal| {
        let high = high.filter(|high| *high < low)?;
        (low - high).checked_div(low)
    };
    let gap = apart(a.1, b.0).or_else(|| apart(b.1, a.0));
    gap.unwrap_or_default()
}

/// The ends of two amounts for the same kind of time: both shares of GDP, or both sums, the second
/// in the currency of the first.
fn comparable(
    rates: &Converter,
    a: &Amount,
    b: &Amount,
    date: Option<Year>,
) -> Option<(Ends, Ends)> {
    if yearly(a) != yearly(b) {
        return None;
    }
    if let (AmountForm::GdpShare(a), AmountForm::GdpShare(b)) = (a.form, b.form) {
        return Some((share(a), share(b)));
    }
    let ((low, high), of_b) = size(b.form).zip(b.form.currency())?;
    let (own, of_a) = size(a.form).zip(a.form.currency())?;
    if of_a == of_b {
        return Some((own, (low, high)));
    }
    let year = match a.period {
        Period::Year(year) => Some(year),
        _ => date,
    };
    let when = When::Year(year?, None);
    let rate = rates.rate(of_b, of_a, when, FxRule::YearAverage).ok()?.0;
    let turn = |value| at(&rate, value);
    let high = match high {
        Some(high) => Some(turn(high)?),
        None => None,
    };
    Some((own, (turn(low)?, high)))
}

/// Whether a sum comes again in several years, so that it cannot be compared with one that does not.
fn yearly(amount: &Amount) -> bool {
    match amount.period {
        Period::Yearly { from, to } => from.is_none() || from != to,
        _ => false,
    }
}

fn share(share: GdpShare) -> Ends {
    let percent = share.percent.get();
    match share.bound {
        ShareBound::Exact | ShareBound::About => (percent, Some(percent)),
        ShareBound::UpTo => (Decimal::ZERO, Some(percent)),
        ShareBound::AtLeast => (percent, None),
    }
}

/// The ends of a sum as written; none for shares of GDP and for what is not disclosed.
fn size(form: AmountForm) -> Option<Ends> {
    match form {
        AmountForm::Exact(m) | AmountForm::About(m) => Some((m.value(), Some(m.value()))),
        AmountForm::UpTo(m) => Some((Decimal::ZERO, Some(m.value()))),
        AmountForm::AtLeast(m) => Some((m.value(), None)),
        AmountForm::Range(r) => Some((r.low().value(), Some(r.high().value()))),
        AmountForm::GdpShare(_) | AmountForm::Undisclosed(_) => None,
    }
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
                let field = amount_of(item);
                found.tell("rate-missing", severity, &item.id, field, facts);
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
                let field = amount_of(item);
                found.tell("gdp-missing", severity, &item.id, field, facts);
                told = true;
            }
            _ => {}
        }
    }
}
