//! The days on which a cut-off can be set, with the agreements signed on them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ledger::Ledger;
use crate::model::{AgreementId, PartialDate};

/// The days of a dataset, for a slider over them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cutoffs {
    /// The days on which agreements were signed, in order, each with its agreements by id.
    pub signed: Vec<(Date, Vec<AgreementId>)>,
    /// The first and the last day of which anything is known: what was signed or announced, and the
    /// day up to which the dataset was gathered. None of an empty dataset.
    pub days: Option<(Date, Date)>,
}

/// The days of a ledger's dataset; they are the same under every cut-off.
pub fn cutoffs(ledger: &Ledger) -> Cutoffs {
    let dataset = ledger.dataset();
    let mut signed: BTreeMap<Date, Vec<AgreementId>> = BTreeMap::new();
    for agreement in dataset.agreements.values() {
        let on_the_day = signed.entry(agreement.signed).or_default();
        on_the_day.push(agreement.id.clone());
    }
    let records = dataset.money_records();
    // A date that is known to the year or month counts from its first day (R11).
    let announced = records
        .filter_map(|record| ledger.announced(&record.id()))
        .map(PartialDate::first_day);
    let days = || signed.keys().copied().chain(dataset.header.cutoff);
    let mut range: Option<(Date, Date)> = None;
    for day in announced.chain(days()) {
        range = Some(range.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }
    Cutoffs {
        signed: signed.into_iter().collect(),
        days: range,
    }
}
