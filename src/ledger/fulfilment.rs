//! R9: what was promised, and how much of it arrived.
//!
//! Readings that the rule leaves open, with examples from the data:
//! - What replaces a promise (R13) is the promise for the years it states: the United Kingdom's
//!   £3 bn a year stands for 2024, not the £2.5 bn of its agreement.
//! - A promise that names no sum is worth the pledges that fulfil it (R3): the United Kingdom's
//!   yearly support is what it pledged for each year.
//! - Entries of a stage that the promise itself has are the promise, not what arrived; every other
//!   stage is a column of its own, *unclear* too.
//! - An entry counts towards a set of commitments once, with the sum of its shares, 100 % at most.
//! - A lump is asked about over all time: what arrived of Norway's NOK 75 bn is all that fulfils it.
//! - A promise of two stages has no ratio: its parts may not be added (R1).

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::{CommitmentId, PartyId, Stage};

use super::best::Scope;
use super::bounds::{Bounds, Ratio};
use super::derivation::{Span, Step};
use super::items::Kind;
use super::ledger::Ledger;
use super::total::{Query, StagedTotal};

/// What was promised, and how much of it arrived (R9).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fulfilment {
    /// Whose promise.
    pub party: PartyId,
    /// Which commitments.
    pub commitments: Vec<CommitmentId>,
    /// For what time.
    pub span: Span,
    /// What they promise: a total for each stage that they have (mostly one, *pledged*); never added
    /// to each other (R1).
    pub promised: Vec<StagedTotal>,
    /// What fulfils them: a total for each stage for which anything is recorded, with the ratio to
    /// the promise where the promise has one stage and a sum.
    pub arrived: Vec<(StagedTotal, Option<Ratio>)>,
}

impl Ledger {
    /// How much of what these commitments of one party promise for a year (or over all) arrived.
    pub fn fulfilment(
        &self,
        party: &PartyId,
        commitments: &[CommitmentId],
        span: Span,
    ) -> Fulfilment {
        let places: Vec<usize> = commitments
            .iter()
            .filter_map(|id| self.place(id.as_str()))
            .collect();
        let promise = self.promise_of(&places);
        let first = commitments.first();
        let mut promised = Vec::new();
        let mut arrived = Vec::new();
        for &stage in Stage::ALL {
            let of_stage: Vec<usize> = promise
                .iter()
                .copied()
                .filter(|place| self.stage_is(*place, stage))
                .collect();
            if of_stage.is_empty() {
                continue;
            }
            let query = Query::all(stage).of(party).over(span);
            let Some(first) = first else { continue };
            let step = Step::Promised {
                commitment: first.clone(),
                stage,
                span,
            };
            let tree = self.best(party, &query, Scope::Only(&of_stage), step);
            if !tree.bounds.is_nothing() {
                promised.push(StagedTotal::of(stage, std::sync::Arc::new(tree)));
            }
        }
        let promised_stages: BTreeSet<Stage> = promised.iter().map(StagedTotal::stage).collect();
        let arrival_span = if span == Span::NotSplit {
            Span::All
        } else {
            span
        };
        for &stage in Stage::ALL {
            if promised_stages.contains(&stage) {
                continue;
            }
            let Some(first) = first else { continue };
            let query = Query::all(stage).of(party).over(arrival_span);
            let step = Step::Towards {
                commitment: first.clone(),
                stage,
                span: arrival_span,
            };
            let tree = self.best(party, &query, Scope::Fulfilling(&places), step);
            if !tree.bounds.is_nothing() {
                let total = StagedTotal::of(stage, std::sync::Arc::new(tree));
                let ratio = match promised.as_slice() {
                    [one] => ratio(total.bounds(), one.bounds()),
                    _ => None,
                };
                arrived.push((total, ratio));
            }
        }
        Fulfilment {
            party: party.clone(),
            commitments: commitments.to_vec(),
            span,
            promised,
            arrived,
        }
    }

    fn stage_is(&self, place: usize, stage: Stage) -> bool {
        self.items()
            .get(place)
            .is_some_and(|item| item.stage == stage)
    }

    /// The commitments, what replaces them, and the pledges that give an unnamed sum its size.
    fn promise_of(&self, commitments: &[usize]) -> BTreeSet<usize> {
        let mut promise: BTreeSet<usize> = commitments.iter().copied().collect();
        for &place in commitments {
            let Some(commitment) = self.items().get(place).filter(|c| !c.names_a_sum()) else {
                continue;
            };
            for &pledge in self.places(&commitment.party, commitment.stage) {
                let fulfils = self.items().get(pledge).is_some_and(|item| {
                    item.kind == Kind::Flow { commitment: false }
                        && item.links.fulfils.iter().any(|(c, _)| *c == place)
                });
                if fulfils {
                    promise.insert(pledge);
                }
            }
        }
        loop {
            let replacing: Vec<usize> = promise
                .iter()
                .filter_map(|place| self.items().get(*place))
                .flat_map(|item| {
                    item.tranches
                        .iter()
                        .flat_map(|t| t.superseded_by.iter().copied())
                })
                .filter(|by| !promise.contains(by))
                .collect();
            if replacing.is_empty() {
                return promise;
            }
            promise.extend(replacing);
        }
    }

    /// The commitments of a party that name money for a span (undisclosed sums included), known by
    /// the cut-off, in the order of ids.
    pub fn money_commitments(&self, party: &PartyId, span: Span) -> Vec<CommitmentId> {
        let commitments = Stage::ALL
            .iter()
            .flat_map(|stage| self.places(party, *stage));
        let mut found: Vec<CommitmentId> = commitments
            .filter_map(|place| self.items().get(*place))
            .filter(|item| item.known && item.kind == Kind::Flow { commitment: true })
            .filter(|item| item.tranches.iter().any(|t| t.slot.is_in(span)))
            .filter_map(|item| CommitmentId::new(item.id.as_str()).ok())
            .collect();
        found.sort();
        found
    }
}

/// `[low ÷ promised high, high ÷ promised low]`; none where nothing with a number is promised or
/// has arrived.
fn ratio(arrived: &Bounds, promised: &Bounds) -> Option<Ratio> {
    if !promised.has_number() || !arrived.has_number() {
        return None;
    }
    let part = |of: Decimal, whole: Decimal| of.checked_div(whole).map(|r| r.round_dp(6));
    let low = match promised.high {
        Some(high) => part(arrived.low, high)?,
        None => Decimal::ZERO,
    };
    Some(Ratio {
        low,
        high: arrived.high.and_then(|high| part(high, promised.low)),
        about: arrived.about > 0 || promised.about > 0,
        estimate: arrived.estimate || promised.estimate,
    })
}
