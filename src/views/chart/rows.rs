//! Charts of a row a party: ranked, stacked, divided, and promises against what arrived of them.

use rust_decimal::Decimal;

use crate::ledger::{Bounds, Fulfilment, Ledger, Query, Span, StagedTotal};
use crate::model::{AidType, CommitmentId, Instrument, Party, Year};

use super::mark::{ChartMark, ChartRow, Part};
use super::order::{Line, Rank};
use super::request::{ChartOrder, ChartRequest};

/// A party's bar; none where nothing is recorded.
pub(super) fn bar(ledger: &Ledger, query: &Query, party: &Party) -> Option<Line> {
    let total = ledger.total(&query.clone().of(&party.id));
    (!total.bounds().is_nothing()).then(|| line(party, ChartMark::new(&total)))
}

/// A row of one mark, ranked by its value.
fn line(party: &Party, mark: ChartMark) -> Line {
    let party = (party.id.clone(), party.name.clone());
    Line {
        rank: Rank::of(&mark.value),
        marks: vec![ChartMark {
            party: Some(party.clone()),
            ..mark
        }],
        party,
        row: None,
    }
}

/// What the parts of a row or column are.
#[derive(Clone, Copy)]
pub(super) enum Stack {
    /// Aid types.
    Types,
    /// Instruments.
    Instruments,
}

impl Stack {
    /// The parts in their fixed order, each with its query.
    fn parts(self, query: &Query) -> Vec<(Part, Query)> {
        let of_type = |of: &AidType| (Part::Type(*of), query.clone().typed(Some(*of)));
        let by = |by: &Instrument| (Part::Instrument(*by), query.clone().by(Some(*by)));
        match self {
            Self::Types => AidType::ALL.iter().map(of_type).collect(),
            Self::Instruments => Instrument::ALL.iter().map(by).collect(),
        }
    }
}

/// A total with the marks of its parts: the best known of each (R4), then what is in the total but
/// in none of them. None where nothing is recorded.
pub(super) fn stacked(
    ledger: &Ledger,
    query: &Query,
    stack: Stack,
) -> Option<(Vec<ChartMark>, ChartRow)> {
    let total = ledger.total(query);
    if total.bounds().is_nothing() {
        return None;
    }
    let (mut marks, mut parts) = (Vec::new(), Vec::new());
    for (part, query) in stack.parts(query) {
        let of_part = ledger.total(&query);
        if !of_part.bounds().is_nothing() {
            marks.push(ChartMark {
                part: Some(part),
                ..ChartMark::new(&of_part)
            });
            parts.push(of_part);
        }
    }
    let itemised = total.itemised(&parts);
    let whole = *total.bounds();
    let rest = Bounds {
        about: whole.about.min(1),
        estimate: whole.estimate,
        ..Bounds::number(itemised.rest, Some(itemised.rest))
    };
    // A running total of all types that names no sum is in no part, and yet recorded.
    let rest = if marks.is_empty() { whole } else { rest };
    if marks.is_empty() || !itemised.rest.is_zero() {
        marks.push(ChartMark {
            part: Some(Part::NotItemised),
            value: rest,
            ..ChartMark::new(&total)
        });
    }
    let row = ChartRow {
        party: None,
        when: None,
        total,
        parts_exceed: itemised.over,
    };
    Some((marks, row))
}

/// A party's stacked bar, ranked by its own total.
pub(super) fn stack(ledger: &Ledger, query: &Query, party: &Party, of: Stack) -> Option<Line> {
    let (mut marks, mut row) = stacked(ledger, &query.clone().of(&party.id), of)?;
    let party = (party.id.clone(), party.name.clone());
    row.party = Some(party.clone());
    for mark in &mut marks {
        mark.party = Some(party.clone());
    }
    Some(Line {
        rank: Rank::of(row.total.bounds()),
        party,
        marks,
        row: Some(row),
    })
}

/// Bounds in another unit: each number divided and rounded to six places.
fn divided(value: &Bounds, by: Decimal, times: Decimal) -> Option<Bounds> {
    let divide = |value: Decimal| {
        let value = value.checked_div(by)?.checked_mul(times)?;
        Some(value.round_dp(6))
    };
    let high = match value.high {
        Some(high) => Some(divide(high)?),
        None => None,
    };
    Some(Bounds {
        low: divide(value.low)?,
        high,
        ..*value
    })
}

/// A bar's value in another unit, and so its rank.
fn scaled(line: Line, by: Decimal, times: Decimal) -> Option<Line> {
    let Line {
        party, mut marks, ..
    } = line;
    for mark in &mut marks {
        mark.value = divided(&mark.value, by, times)?;
    }
    Some(Line {
        rank: Rank::of(&marks.first()?.value),
        party,
        marks,
        row: None,
    })
}

/// A bar in per cent of the GDP of the year asked for, or of the last reported one.
pub(super) fn of_gdp(ledger: &Ledger, year: Option<Year>, line: Line) -> Option<Line> {
    let gdp = ledger.gdp(&line.party.0, year)?;
    let mut line = scaled(line, gdp.value, Decimal::ONE_HUNDRED)?;
    for mark in &mut line.marks {
        mark.value.estimate |= gdp.estimate;
        mark.divisor = Some((gdp.value, gdp.year));
    }
    Some(line)
}

/// A bar per head of the population of the year asked for, or of the last one that is known.
pub(super) fn per_head(ledger: &Ledger, year: Option<Year>, line: Line) -> Option<Line> {
    let (heads, year) = ledger.population(&line.party.0, year)?;
    let heads = Decimal::from(heads);
    let mut line = scaled(line, heads, Decimal::ONE)?;
    for mark in &mut line.marks {
        mark.divisor = Some((heads, year));
    }
    Some(line)
}

/// Bars in per cent of the low bounds of all of them together: the low bound of `total`, which is
/// their sum (R2, of one stage by R1). Where nobody's low bound is more than nothing there is no
/// whole, and no part of it; nor is there one if the total were not what the bars come to.
pub(super) fn share(lines: Vec<Line>, total: &StagedTotal) -> Vec<Line> {
    let whole = total.bounds().low;
    let values = lines.iter().flat_map(|line| &line.marks);
    let sum = values.fold(Decimal::ZERO, |sum, mark| {
        sum.saturating_add(mark.value.low)
    });
    if sum != whole || whole.is_zero() {
        return Vec::new();
    }
    lines
        .into_iter()
        .filter_map(|line| scaled(line, whole, Decimal::ONE_HUNDRED))
        .collect()
}

/// The commitments of a party with money for a span, of the type asked for.
pub(super) fn commitments(
    ledger: &Ledger,
    party: &Party,
    aid_type: Option<AidType>,
    span: Span,
) -> Vec<CommitmentId> {
    let mut commitments = ledger.money_commitments(&party.id, span);
    if let Some(asked) = aid_type {
        let of = |id: &CommitmentId| ledger.dataset().money(id.as_str()).map(|c| c.aid_type());
        commitments.retain(|id| of(id) == Some(asked));
    }
    commitments
}

/// What arrived at the stage asked for, against the promises of the type asked for.
pub(super) fn bullet(ledger: &Ledger, request: &ChartRequest, party: &Party) -> Option<Line> {
    let span = request.year.map_or(Span::All, Span::Year);
    let commitments = commitments(ledger, party, request.aid_type, span);
    let fulfilment = ledger.fulfilment(&party.id, &commitments, span);
    let of_stage = |(total, _): &&(StagedTotal, _)| total.stage() == request.stage;
    let arrived = fulfilment.arrived.iter().find(of_stage);
    let promised = fulfilment.promised.first();
    let shown = arrived.map(|(total, _)| total).or(promised)?;
    let mut mark = ChartMark::new(shown);
    if arrived.is_none() {
        // Nothing is recorded at that stage: the promise stands alone, and no bar is drawn in it.
        mark.value = Bounds::NOTHING;
    }
    let rank = rank_of(&fulfilment, request);
    mark.fulfilment = Some(fulfilment);
    Some(Line {
        rank,
        ..line(party, mark)
    })
}

/// Where a bullet stands. By value: the greatest promise first. By gap: the greatest low bound of
/// what is promised less that of what arrived; what is not recorded as arrived is all gap. By share:
/// the smallest part that arrived first. A promise that has no gap or no ratio (n/d, or of two
/// stages) stands last in each, in the order of the promises.
fn rank_of(fulfilment: &Fulfilment, request: &ChartRequest) -> Rank {
    let of_stage = |(total, _): &&(StagedTotal, _)| total.stage() == request.stage;
    let arrived = fulfilment.arrived.iter().find(of_stage);
    let promised = fulfilment.promised.first().map(|total| *total.bounds());
    let one = match fulfilment.promised.as_slice() {
        [one] if one.bounds().has_number() => Some(one.bounds().low),
        _ => None,
    };
    let arrived_low = arrived.map_or(Some(Decimal::ZERO), |(total, _)| {
        let bounds = total.bounds();
        bounds.has_number().then_some(bounds.low)
    });
    let first = match request.order {
        ChartOrder::Gap => one
            .zip(arrived_low)
            .map(|(promised, arrived)| promised.saturating_sub(arrived)),
        ChartOrder::Share => arrived.and_then(|(_, ratio)| ratio.map(|ratio| -ratio.low)),
        ChartOrder::Value | ChartOrder::Name => None,
    };
    Rank::of(&promised.unwrap_or(Bounds::NOTHING)).behind(first)
}
