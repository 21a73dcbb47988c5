//! R9: what was promised, and how much of it arrived.
//!
//! Readings that the rule leaves open, with examples from the data:
//! - What replaces a promise (R13) is the promise for the years that the promise had: the United
//!   Kingdom's £3 bn a year stands for 2024, not the £2.5 bn of its agreement.
//! - A promise that names no sum is worth the pledges that fulfil it (R3): the United Kingdom's
//!   yearly support is what it pledged for each year.
//! - What arrived is what got beyond the promise's own stage, and what is *unclear*, each a column of
//!   its own: a pledge is no arrival of what was committed, nor is a restatement of the promise.
//! - An entry counts towards a set of commitments once, with the sum of its shares, 100 % at most.
//! - A lump is asked about over all time: what arrived of Norway's NOK 75 bn is all that fulfils it.
//! - A promise of two stages has no ratio: its parts may not be added (R1).

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::{CommitmentId, PartyId, Stage, Year};

use super::bounds::{Bounds, Ratio};
use super::derivation::{Span, Step};
use super::items::{Item, Kind, Slot};
use super::ledger::Ledger;
use super::scope::{Promise, Scope};
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
        let promised = self.promised_by(party, commitments, &places, span);
        let arrival_span = if span == Span::NotSplit {
            Span::All
        } else {
            span
        };
        let mut arrived = Vec::new();
        for stage in stages_of_arrival(&promised) {
            let query = Query::all(stage).of(party).over(arrival_span);
            let step = Step::Towards {
                commitments: commitments.to_vec(),
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

    /// What these commitments of one party promise for a year (or over all): a total for each stage
    /// that they have, never added to each other (R1).
    pub fn promised(
        &self,
        party: &PartyId,
        commitments: &[CommitmentId],
        span: Span,
    ) -> Vec<StagedTotal> {
        let places: Vec<usize> = commitments
            .iter()
            .filter_map(|id| self.place(id.as_str()))
            .collect();
        self.promised_by(party, commitments, &places, span)
    }

    fn promised_by(
        &self,
        party: &PartyId,
        commitments: &[CommitmentId],
        places: &[usize],
        span: Span,
    ) -> Vec<StagedTotal> {
        let promise = self.promise_of(places);
        let mut promised = Vec::new();
        for &stage in Stage::ALL {
            let of_stage: Promise = promise
                .iter()
                .filter(|(place, _)| self.stage_is(**place, stage))
                .map(|(place, years)| (*place, years.clone()))
                .collect();
            if of_stage.is_empty() {
                continue;
            }
            let query = Query::all(stage).of(party).over(span);
            let step = Step::Promised {
                commitments: commitments.to_vec(),
                stage,
                span,
            };
            let tree = self.best(party, &query, Scope::Only(&of_stage), step);
            if !tree.bounds.is_nothing() {
                promised.push(StagedTotal::of(stage, std::sync::Arc::new(tree)));
            }
        }
        promised
    }

    fn stage_is(&self, place: usize, stage: Stage) -> bool {
        self.items()
            .get(place)
            .is_some_and(|item| item.stage == stage)
    }

    /// The commitments, what replaces them, and the pledges that give an unnamed sum its size.
    fn promise_of(&self, commitments: &[usize]) -> Promise {
        let mut promise: Promise = commitments.iter().map(|place| (*place, None)).collect();
        for &place in commitments {
            let Some(commitment) = self.items().get(place).filter(|c| !c.names_a_sum()) else {
                continue;
            };
            for &pledge in self.fulfilling(place) {
                let fulfils = self.items().get(pledge).is_some_and(|item| {
                    item.kind == Kind::Flow { commitment: false }
                        && item.party == commitment.party
                        && item.stage == commitment.stage
                });
                if fulfils {
                    promise.insert(pledge, None);
                }
            }
        }
        let mut todo: Vec<usize> = promise.keys().copied().collect();
        while let Some(place) = todo.pop() {
            let Some(item) = self.items().get(place) else {
                continue;
            };
            let asked = promise.get(&place).cloned().flatten();
            for tranche in &item.tranches {
                let year = match tranche.slot {
                    Slot::Year(year) => Some(year),
                    _ => None,
                };
                if year
                    .zip(asked.as_ref())
                    .is_some_and(|(year, asked)| !asked.contains(&year))
                {
                    continue;
                }
                for &by in &tranche.superseded_by {
                    if stands_for(&mut promise, by, year) {
                        todo.push(by);
                    }
                }
            }
        }
        promise
    }

    /// The commitments of a party that name money for a span (undisclosed sums included), known by
    /// the cut-off, in the order of ids. Where none names a sum for a year, those that promise
    /// without a sum over several years stand for it: they are worth what was pledged for it (R3).
    pub fn money_commitments(&self, party: &PartyId, span: Span) -> Vec<CommitmentId> {
        let of = |fits: &dyn Fn(&Item, Slot) -> bool| {
            let mut found: Vec<CommitmentId> = Stage::ALL
                .iter()
                .flat_map(|stage| self.places(party, *stage))
                .filter_map(|place| self.items().get(*place))
                .filter(|item| item.known && item.kind == Kind::Flow { commitment: true })
                .filter(|item| item.tranches.iter().any(|t| fits(item, t.slot)))
                .filter_map(|item| CommitmentId::new(item.id.as_str()).ok())
                .collect();
            found.sort();
            found
        };
        let named = of(&|_, slot| slot.is_in(span));
        let sums = named
            .iter()
            .any(|id| self.item(id.as_str()).is_some_and(Item::names_a_sum));
        match span {
            Span::Year(year) if !sums => {
                of(&|item, slot| slot.is_in(span) || !item.names_a_sum() && slot.covers(year))
            }
            _ => named,
        }
    }
}

/// Lets a record stand in a promise for a year (none: for all of its time). Whether that is news.
fn stands_for(promise: &mut Promise, place: usize, year: Option<Year>) -> bool {
    match (promise.get_mut(&place), year) {
        (Some(None), _) => false,
        (Some(Some(years)), Some(year)) => years.insert(year),
        (Some(all), None) => {
            *all = None;
            true
        }
        (None, year) => {
            promise.insert(place, year.map(|year| BTreeSet::from([year])));
            true
        }
    }
}

/// The stages at which a promise can arrive: those beyond its own, and *unclear*. A pledge is no
/// arrival of what was committed.
fn stages_of_arrival(promised: &[StagedTotal]) -> Vec<Stage> {
    let own: Vec<Stage> = promised.iter().map(StagedTotal::stage).collect();
    let beyond = |stage: Stage| own.iter().all(|own| stage > *own);
    Stage::ALL
        .iter()
        .copied()
        .filter(|stage| beyond(*stage))
        .collect()
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
