//! What an entry says, without where it stood: by that the same statement is known again in another
//! copy of a file, and rows that repeat each other are found.

use std::hash::{DefaultHasher, Hash, Hasher as _};

use super::draft::Draft;
use crate::model::{
    AidEntry, AidType, Amount, Instrument, PartialDate, PartyId, Quantity, Record, Stage,
};

/// A fingerprint of what an entry says: 128 bits, so that among a million entries no two are taken for
/// the same by chance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Statement(u64, u64);

#[derive(Hash)]
struct Said<'a> {
    party: &'a str,
    record: Record,
    stage: Stage,
    aid_type: AidType,
    instrument: Instrument,
    summary: &'a str,
    amount: Amount,
    as_reported: Option<&'a str>,
    others: Vec<Amount>,
    date: Option<PartialDate>,
    quantity: Option<&'a Quantity>,
    key: Option<&'a str>,
}

impl Said<'_> {
    fn fingerprint(&self) -> Statement {
        let half = |seed: u8| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u8(seed);
            self.hash(&mut hasher);
            hasher.finish()
        };
        Statement(half(1), half(2))
    }
}

/// What a draft of that party says.
pub(super) fn of_draft(draft: &Draft, party: &str) -> Statement {
    let said = Said {
        party,
        record: draft.record,
        stage: draft.stage,
        aid_type: draft.aid_type,
        instrument: draft.instrument,
        summary: &draft.summary,
        amount: draft.amount,
        as_reported: draft.as_reported.as_deref(),
        others: draft.others.iter().map(|(amount, _)| *amount).collect(),
        date: draft.date,
        quantity: draft.quantity.as_ref(),
        key: draft.place.key.as_deref(),
    };
    said.fingerprint()
}

/// What an entry of the book says.
pub(super) fn of_entry(entry: &AidEntry) -> Statement {
    let party: &PartyId = &entry.party;
    let origin = entry.origin.as_deref();
    let others = entry.other_figures.iter();
    let said = Said {
        party: party.as_str(),
        record: entry.record,
        stage: entry.stage,
        aid_type: entry.aid_type,
        instrument: entry.instrument,
        summary: &entry.summary,
        amount: entry.figure.amount,
        as_reported: entry.figure.as_reported.as_deref(),
        others: others.map(|other| other.figure.amount).collect(),
        date: entry.date,
        quantity: entry.quantity.as_ref(),
        key: origin.and_then(|origin| origin.key.as_deref()),
    };
    said.fingerprint()
}
