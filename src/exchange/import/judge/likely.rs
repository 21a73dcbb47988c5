//! Entries of the book that are likely the same as a row: same party, stage and type, a sum that is
//! alike, days that are near.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::draft::Draft;
use crate::model::{
    AidEntry, AidId, AidType, Amount, AmountForm, Currency, Dataset, PartialDate, PartyId, Record,
    SourceId, Stage, Year,
};

/// How many days may lie between them.
const DAYS: i64 = 10;

/// By how much the sums may differ: one in so many.
const ONE_IN: i64 = 100;

type Group = (PartyId, Stage, AidType);

/// The entries of a book by what makes them alike.
pub(super) struct Likeness {
    rates: BTreeMap<(Currency, Year), Decimal>,
    /// In each group by their sums in euros.
    groups: BTreeMap<Group, Vec<Like>>,
}

struct Like {
    euros: Decimal,
    amount: Decimal,
    currency: Currency,
    days: Option<(Date, Date)>,
    record: Record,
    /// Used up when a row is found to be the same.
    id: Option<AidId>,
}

impl Likeness {
    /// The entries of a book that are not from `source`: rows of one file stand for themselves.
    pub(super) fn of(dataset: &Dataset, source: Option<&SourceId>) -> Self {
        let mut rates = BTreeMap::new();
        for series in dataset.reference.fx.values() {
            for (year, rate) in &series.years {
                rates.insert((series.currency, *year), rate.per_eur);
            }
        }
        let mut likeness = Self {
            rates,
            groups: BTreeMap::new(),
        };
        for entry in dataset.aid.values() {
            let origin = entry.origin.as_deref();
            let is_of_it = origin.is_some_and(|origin| Some(&origin.file) == source);
            // What restates another sum is found by that one.
            if !is_of_it && entry.same_as.is_none() {
                likeness.add(entry);
            }
        }
        for group in likeness.groups.values_mut() {
            group.sort_by_key(|like| like.euros);
        }
        likeness
    }

    fn add(&mut self, entry: &AidEntry) {
        let Some((amount, currency)) = sum(&entry.figure.amount) else {
            return;
        };
        let Some(euros) = self.euros(amount, currency, entry.date) else {
            return;
        };
        let group = (entry.party.clone(), entry.stage, entry.aid_type);
        self.groups.entry(group).or_default().push(Like {
            euros,
            amount,
            currency,
            days: entry.date.map(days),
            record: entry.record,
            id: Some(entry.id.clone()),
        });
    }

    /// Entries that are found already are not found again.
    pub(super) fn use_up(&mut self, found: &BTreeSet<&AidId>) {
        for like in self.groups.values_mut().flatten() {
            like.id = like.id.take().filter(|id| !found.contains(id));
        }
    }

    /// The entry that is likely the same as a draft of that party; it is not found again.
    pub(super) fn find(&mut self, draft: &Draft, party: &PartyId) -> Option<AidId> {
        if self.groups.is_empty() {
            return None;
        }
        let others = draft.others.iter().map(|(amount, _)| amount);
        let sums: Vec<(Decimal, Currency, Decimal)> = std::iter::once(&draft.amount)
            .chain(others)
            .filter_map(|amount| {
                let (amount, currency) = sum(amount)?;
                let euros = self.euros(amount, currency, draft.date)?;
                Some((amount, currency, euros))
            })
            .collect();
        let group = (party.clone(), draft.stage, draft.aid_type);
        let group = self.groups.get_mut(&group)?;
        for (amount, currency, euros) in sums {
            // Rates differ by more than a hundredth within a year: look wider, then compare.
            let room = euros / Decimal::from(10);
            let from = group.partition_point(|like| like.euros < euros - room);
            let near = group.get_mut(from..).unwrap_or_default();
            let within = near
                .iter_mut()
                .take_while(|like| like.euros <= euros + room);
            for like in within {
                let alike = if like.currency == currency {
                    is_like(like.amount, amount)
                } else {
                    is_like(like.euros, euros)
                };
                let near = match (like.days, draft.date.map(days)) {
                    (Some(theirs), Some(ours)) => are_near(theirs, ours),
                    _ => like.currency == currency && like.amount == amount,
                };
                if alike && near && like.record == draft.record && like.id.is_some() {
                    return like.id.take();
                }
            }
        }
        None
    }

    /// A sum in euros at the mean rate of its year, or of the last year before it that has one: near
    /// enough to be alike.
    fn euros(
        &self,
        amount: Decimal,
        currency: Currency,
        date: Option<PartialDate>,
    ) -> Option<Decimal> {
        if currency == Currency::EUR {
            return Some(amount);
        }
        let year = date.map_or(Year::MAX, PartialDate::year);
        let mut until = self.rates.range((currency, Year::MIN)..=(currency, year));
        let mut all = self
            .rates
            .range((currency, Year::MIN)..=(currency, Year::MAX));
        let (_, rate) = until.next_back().or_else(|| all.next())?;
        amount.checked_div(*rate)
    }
}

/// The sum that an amount names; nothing where it names none, or zero.
fn sum(amount: &Amount) -> Option<(Decimal, Currency)> {
    let sum = match amount.form {
        AmountForm::Exact(sum)
        | AmountForm::About(sum)
        | AmountForm::UpTo(sum)
        | AmountForm::AtLeast(sum) => sum,
        AmountForm::Range(range) => range.high(),
        AmountForm::GdpShare(_) | AmountForm::Undisclosed(_) => return None,
    };
    (!sum.value().is_zero()).then(|| (sum.value(), sum.currency()))
}

fn is_like(a: Decimal, b: Decimal) -> bool {
    let apart = (a - b).abs();
    apart
        .checked_mul(Decimal::from(ONE_IN))
        .is_some_and(|apart| apart <= a.max(b))
}

fn days(date: PartialDate) -> (Date, Date) {
    (date.first_day(), date.last_day())
}

fn are_near((a, b): (Date, Date), (c, d): (Date, Date)) -> bool {
    let later = |day: Date| day.saturating_add(DAYS.days());
    a <= later(d) && c <= later(b)
}
