//! Which items a sum is made of, beside party, stage, type and span.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::model::Year;

use super::items::{Item, Slot, Tranche};

/// Which items a sum is made of, beside party and stage.
#[derive(Clone, Copy)]
pub(in crate::ledger) enum Scope<'a> {
    /// All that pass the query.
    All,
    /// Only those that fulfil one of these commitments (by place), each with its share (R9).
    Fulfilling(&'a [usize]),
    /// Only these (by place), each for the years it is asked about: a promise with what replaces it
    /// (R9, R13).
    Only(&'a Promise),
    /// Only those that somebody picked out (by place), and only their packages (R4).
    Chosen(&'a [bool]),
}

/// The records that a promise is made of, by place, each with the years for which it stands in it;
/// none: with all of its time.
pub(in crate::ledger) type Promise = BTreeMap<usize, Option<BTreeSet<Year>>>;

impl Scope<'_> {
    /// Whether a tranche stands in the scope: what replaces a promise does so for the years that the
    /// promise had, not for its own others (R13).
    pub(in crate::ledger) fn takes(self, place: usize, tranche: &Tranche) -> bool {
        match (self, tranche.slot) {
            (Self::Only(promise), Slot::Year(year)) => {
                let years = promise.get(&place).and_then(Option::as_ref);
                years.is_none_or(|years| years.contains(&year))
            }
            _ => true,
        }
    }

    /// The part of an item that counts; none: it is not in the scope.
    pub(in crate::ledger) fn share(self, place: usize, item: &Item) -> Option<Decimal> {
        match self {
            Self::All => Some(Decimal::ONE),
            Self::Only(promise) => promise.contains_key(&place).then_some(Decimal::ONE),
            Self::Chosen(picked) => {
                let is_picked = picked.get(place).copied().unwrap_or_default();
                is_picked.then_some(Decimal::ONE)
            }
            Self::Fulfilling(commitments) => {
                let shares = item
                    .links
                    .fulfils
                    .iter()
                    .filter(|(c, _)| commitments.contains(c));
                let percent = shares
                    .map(|(_, share)| *share)
                    .fold(Decimal::ZERO, Decimal::saturating_add);
                let part = (percent / Decimal::ONE_HUNDRED).min(Decimal::ONE);
                (!part.is_zero()).then_some(part)
            }
        }
    }
}
