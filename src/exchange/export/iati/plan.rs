//! Which money goes out, and as which activities: the leaves of the ledger's own sums.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::{IatiExportError, LeftOut};
use crate::ledger::{Assumptions, Ledger, Lumps, Query, Reason, Span};
use crate::model::{
    AgreementId, AidId, AmountForm, Dataset, Money, MoneyId, MoneyRecord, PartialDate, PartyId,
    Record, Stage, Year,
};
use crate::task::TaskLine;

/// How a figure stands to the sum that goes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Exactness {
    Exact,
    About,
    AtLeast,
}

/// A transaction.
#[derive(Clone, Debug)]
pub(super) struct Transaction {
    pub record: MoneyId,
    pub stage: Stage,
    pub money: Money,
    pub exactness: Exactness,
    pub date: PartialDate,
    /// For which year, of a yearly promise.
    pub year: Option<Year>,
}

/// What an activity is made of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum About {
    Agreement(AgreementId),
    Aid(AidId),
}

#[derive(Clone, Debug)]
pub(super) struct Activity {
    pub about: About,
    pub party: PartyId,
    pub transactions: Vec<Transaction>,
}

/// What goes out.
pub(super) struct Plan {
    pub activities: Vec<Activity>,
    pub left_out: BTreeMap<LeftOut, usize>,
}

/// The stages that the standard has codes for.
const STAGES: [Stage; 3] = [Stage::Pledged, Stage::Committed, Stage::Delivered];

/// All time, by the day of announcement: packages, and never a running total (R4).
const EVER: Span = Span::Announced(Date::constant(1, 1, 1), Date::MAX);

pub(super) fn plan(ledger: &Ledger, line: &TaskLine) -> Result<Plan, IatiExportError> {
    let dataset = ledger.dataset();
    let ledger = as_it_is(ledger);
    let mut counted: HashMap<MoneyId, Vec<Transaction>> = HashMap::new();
    let mut reasons: HashMap<MoneyId, LeftOut> = HashMap::new();
    let parties = dataset.parties.len().max(1);
    for (done, party) in dataset.parties.keys().enumerate() {
        if line.is_cancelled() {
            return Err(IatiExportError::Cancelled);
        }
        let percent = done * 50 / parties;
        line.progress(u8::try_from(percent).unwrap_or(50));
        for stage in STAGES {
            take(&ledger, party, stage, &mut counted, &mut reasons);
        }
    }
    let mut activities: BTreeMap<About, Activity> = BTreeMap::new();
    let mut left_out: BTreeMap<LeftOut, usize> = BTreeMap::new();
    for record in dataset.money_records() {
        let Some(amount) = record.amount() else {
            continue;
        };
        let id = record.id();
        let transactions = counted.remove(&id).unwrap_or_default();
        if transactions.is_empty() {
            let why = reasons.get(&id).copied();
            let why = why.unwrap_or_else(|| why_not(&ledger, &record, &amount.form));
            *left_out.entry(why).or_default() += 1;
            continue;
        }
        let about = match record {
            MoneyRecord::Commitment(_, agreement) => About::Agreement(agreement.id.clone()),
            MoneyRecord::Aid(aid) => About::Aid(aid.id.clone()),
        };
        let activity = activities.entry(about.clone()).or_insert_with(|| Activity {
            about,
            party: record.party().clone(),
            transactions: Vec::new(),
        });
        activity.transactions.extend(transactions);
    }
    Ok(Plan {
        activities: activities.into_values().collect(),
        left_out,
    })
}

/// The same ledger with lumps whole and the Union's money its own: what was said, not how it is
/// looked at. The cut-off stays.
fn as_it_is(ledger: &Ledger) -> Ledger {
    let assumptions = Assumptions {
        lumps: Lumps::Whole,
        eu_attribution: None,
        ..ledger.assumptions().clone()
    };
    Ledger::new(Arc::clone(ledger.dataset()), assumptions)
}

fn take(
    ledger: &Ledger,
    party: &PartyId,
    stage: Stage,
    counted: &mut HashMap<MoneyId, Vec<Transaction>>,
    reasons: &mut HashMap<MoneyId, LeftOut>,
) {
    let total = ledger.total(&Query::all(stage).of(party).over(EVER));
    let derivation = total.derivation();
    for (leaf, _) in derivation.leaves() {
        let Some(date) = ledger.announced(&leaf.record) else {
            continue;
        };
        let sum = match &leaf.original {
            AmountForm::Exact(money) => Ok((*money, Exactness::Exact)),
            AmountForm::About(money) => Ok((*money, Exactness::About)),
            AmountForm::AtLeast(money) => Ok((*money, Exactness::AtLeast)),
            AmountForm::Range(range) => Ok((range.low(), Exactness::AtLeast)),
            form => Err(no_sum(form)),
        };
        match sum {
            Ok((money, exactness)) => {
                let transactions = counted.entry(leaf.record.clone()).or_default();
                transactions.push(Transaction {
                    record: leaf.record.clone(),
                    stage,
                    money,
                    exactness,
                    date,
                    year: leaf.year,
                });
            }
            Err(why) => {
                reasons.insert(leaf.record.clone(), why);
            }
        }
    }
    for exclusion in derivation.exclusions() {
        let why = match exclusion.reason {
            Reason::AfterCutoff(_) => LeftOut::AfterCutoff,
            Reason::Joint => LeftOut::Joint,
            Reason::RunningTotal => LeftOut::RunningTotal,
            _ => LeftOut::CountedElsewhere,
        };
        reasons.entry(exclusion.record.clone()).or_insert(why);
    }
}

/// Why a form names no sum that flows.
fn no_sum(form: &AmountForm) -> LeftOut {
    match form {
        AmountForm::UpTo(_) => LeftOut::UpTo,
        AmountForm::GdpShare(_) => LeftOut::GdpShare,
        _ => LeftOut::Undisclosed,
    }
}

/// Why a record stands in none of the sums.
fn why_not(ledger: &Ledger, record: &MoneyRecord<'_>, form: &AmountForm) -> LeftOut {
    let (is_total, joint) = match record {
        MoneyRecord::Aid(aid) => (matches!(aid.record, Record::RunningTotal { .. }), aid.joint),
        MoneyRecord::Commitment(..) => (false, false),
    };
    if is_total {
        return LeftOut::RunningTotal;
    }
    if !STAGES.contains(&record.stage()) {
        return LeftOut::Stage;
    }
    if joint {
        return LeftOut::Joint;
    }
    match form {
        AmountForm::Undisclosed(_) | AmountForm::UpTo(_) | AmountForm::GdpShare(_) => no_sum(form),
        _ if ledger.announced(&record.id()).is_none() => LeftOut::Undated,
        _ if !ledger.is_known(&record.id()) => LeftOut::AfterCutoff,
        _ => LeftOut::CountedElsewhere,
    }
}

/// The sources of an activity, each once: the record's own, and an agreement's texts.
pub(super) fn sources<'a>(
    dataset: &'a Dataset,
    activity: &Activity,
) -> Vec<&'a crate::model::Source> {
    let mut ids = Vec::new();
    if let About::Agreement(id) = &activity.about
        && let Some(agreement) = dataset.agreements.get(id)
    {
        ids.extend(&agreement.sources);
    }
    for transaction in &activity.transactions {
        let record = dataset.money(transaction.record.as_str());
        ids.extend(record.and_then(|record| record.cite().source.as_ref()));
    }
    let mut seen = BTreeSet::new();
    let ids = ids.into_iter().filter(|id| seen.insert(id.as_str()));
    ids.filter_map(|id| dataset.sources.get(id)).collect()
}
