//! The sum of entries that somebody picked out: the rows of a table, or some of them.
//!
//! It is the sum of their packages under the same rules as every other: of one stage (R1), parts
//! not beside a whole that was picked as well (R3), running totals never added (R4), money that
//! another entry carries and money of several parties left out (R8), what is replaced left out and
//! a restatement counted once (R13). Each entry that is left out stands in the tree with the reason.
//! Nothing is attributed to members of the EU: each entry counts where it stands (R8).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{AidId, PartyId, Stage};

use super::bounds::Bounds;
use super::derivation::{Basis, Derivation, Step};
use super::ledger::Ledger;
use super::scope::Scope;
use super::total::{Query, StagedTotal};

/// What picked entries come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChosenSum {
    /// None was picked.
    Nothing,
    /// They are of several stages, so there is no sum (R1): how many are of which.
    SeveralStages(Vec<(Stage, usize)>),
    /// The sum of one stage.
    Sum(StagedTotal),
}

impl Ledger {
    /// The sum of picked entries, each counted once however often it is named.
    pub fn chosen<'a>(&self, entries: impl IntoIterator<Item = &'a AidId>) -> ChosenSum {
        let mut chosen = vec![false; self.items().len()];
        let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
        let mut parties: BTreeMap<&PartyId, usize> = BTreeMap::new();
        for id in entries {
            let found = self.place(id.as_str());
            let found = found.and_then(|at| Some((self.items().get(at)?, chosen.get_mut(at)?)));
            let Some((item, mark)) = found else { continue };
            if !std::mem::replace(mark, true) {
                *stages.entry(item.stage).or_default() += 1;
                *parties.entry(&item.party).or_default() += 1;
            }
        }
        match stages.iter().collect::<Vec<_>>().as_slice() {
            [] => ChosenSum::Nothing,
            [(stage, _)] => ChosenSum::Sum(self.sum_of(**stage, &chosen, &parties)),
            _ => ChosenSum::SeveralStages(stages.into_iter().collect()),
        }
    }

    fn sum_of(
        &self,
        stage: Stage,
        chosen: &[bool],
        parties: &BTreeMap<&PartyId, usize>,
    ) -> StagedTotal {
        let query = Query::all(stage);
        let of = |(party, entries): (&&PartyId, &usize)| {
            let step = Step::Chosen {
                stage,
                party: Some((*party).clone()),
                entries: *entries,
            };
            self.best(party, &query, Scope::Chosen(chosen), step)
        };
        let mut children: Vec<Derivation> = parties.iter().map(of).collect();
        let derivation = match children.pop() {
            Some(only) if children.is_empty() => only,
            last => {
                children.extend(last);
                let bounds = Bounds::sum(children.iter().map(|child| child.bounds));
                Derivation {
                    step: Step::Chosen {
                        stage,
                        party: None,
                        entries: parties.values().sum(),
                    },
                    bounds,
                    unit: self.assumptions().currency,
                    basis: if bounds.is_nothing() {
                        Basis::Nothing
                    } else {
                        Basis::Packages
                    },
                    children,
                    excluded: Vec::new(),
                    candidates: Vec::new(),
                }
            }
        };
        StagedTotal::of(stage, Arc::new(derivation))
    }
}

impl StagedTotal {
    /// How many running totals are left out (R4), and how many other records, each counted once.
    pub fn left_out(&self) -> (usize, usize) {
        let mut totals = BTreeSet::new();
        let mut others = BTreeSet::new();
        for excluded in self.derivation().exclusions() {
            if excluded.reason == super::derivation::Reason::RunningTotal {
                totals.insert(&excluded.record);
            } else {
                others.insert(&excluded.record);
            }
        }
        (totals.len(), others.len())
    }
}
