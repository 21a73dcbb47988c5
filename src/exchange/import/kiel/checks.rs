//! What was made of the rows, held against the publisher's own sums of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::fit::plain;
use super::summary::Stated;
use crate::exchange::import::draft::Draft;
use crate::exchange::import::parties;
use crate::model::{AidType, AmountForm, Currency, Record, Stage};

/// Under this many euros a difference is rounding.
const ROUNDING: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);

/// A sum of the publisher beside ours.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Check {
    /// What the publisher states.
    pub stated: Stated,
    /// What the rows come to, in euros, whole units.
    pub ours: Decimal,
}

impl Check {
    /// Whether the two agree within rounding.
    pub fn agrees(&self) -> bool {
        (self.stated.value - self.ours).abs() <= ROUNDING
    }
}

/// Holds drafts against sums in euros. The publisher's row of the Union may or may not hold the money
/// of its bank and of its peace facility: where its own rows do not agree, they are added.
pub fn against(drafts: &[Draft], stated: &[Stated]) -> Vec<Check> {
    let mut spelled: BTreeMap<(String, Stage, AidType), Decimal> = BTreeMap::new();
    let mut by_party: BTreeMap<(&str, Stage, AidType), Decimal> = BTreeMap::new();
    for draft in drafts {
        let Some(value) = counted(draft) else {
            continue;
        };
        let state = parties::named(&draft.party).map(|named| named.state.id);
        for aid_type in [draft.aid_type, AidType::Mixed] {
            *spelled
                .entry((plain(&draft.party), draft.stage, aid_type))
                .or_default() += value;
            if let Some(state) = state {
                *by_party.entry((state, draft.stage, aid_type)).or_default() += value;
            }
        }
    }
    stated
        .iter()
        .filter(|stated| stated.currency == Currency::EUR)
        .map(|stated| {
            let key = (plain(&stated.party), stated.stage, stated.aid_type);
            let own = spelled.get(&key).copied().unwrap_or_default();
            let mut check = Check {
                stated: stated.clone(),
                ours: own,
            };
            let state = parties::named(&stated.party).map(|named| named.state.id);
            let together =
                state.and_then(|state| by_party.get(&(state, stated.stage, stated.aid_type)));
            if let Some(together) = together.filter(|_| !check.agrees()) {
                let all = Check {
                    ours: *together,
                    ..check.clone()
                };
                if all.agrees() || own.is_zero() {
                    check = all;
                }
            }
            check
        })
        .collect()
}

/// What a draft adds to a sum: parts are inside their whole, running totals stand alone.
fn counted(draft: &Draft) -> Option<Decimal> {
    let is_flow = draft.record == Record::Package;
    match draft.amount.form {
        AmountForm::Exact(money) if is_flow && money.currency() == Currency::EUR => {
            Some(money.value())
        }
        _ => None,
    }
}
