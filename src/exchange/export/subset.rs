//! A smaller book: the records that are shown and all that they need, so that no link of it leads
//! nowhere and its sums can be worked out again.

use std::collections::BTreeSet;

use crate::edit::{AnyRecord, Change, Key, Kind, apply, links};
use crate::ledger::Assumptions;
use crate::model::{Currency, Dataset, PartyId};

/// The book of these records. What the file says of itself comes with it, but for problems that were
/// accepted of other records.
pub fn book(dataset: &Dataset, records: &[Key], assumptions: &Assumptions) -> Dataset {
    let mut taken: BTreeSet<Key> = BTreeSet::new();
    let mut open: Vec<Key> = records
        .iter()
        .filter(|key| key.kind != Kind::Header)
        .cloned()
        .collect();
    close(dataset, &mut open, &mut taken);
    // Sums are shown in one currency, so the series that lead there come too.
    open.extend(series(dataset, &taken, assumptions));
    close(dataset, &mut open, &mut taken);
    let mut header = dataset.header.clone();
    header.accepted.retain(|accepted| {
        accepted.record.is_empty() || taken.iter().any(|key| key.id == accepted.record)
    });
    let mut changes = vec![Change::put(AnyRecord::Header(header))];
    let found = taken.iter().filter_map(|key| AnyRecord::of(dataset, key));
    changes.extend(found.map(Change::put));
    let mut book = Dataset::default();
    // Records of one book do not clash in another.
    let _ = apply(&changes, &mut book);
    book
}

/// Takes the open records, and all that they lead to.
fn close(dataset: &Dataset, open: &mut Vec<Key>, taken: &mut BTreeSet<Key>) {
    while let Some(key) = open.pop() {
        let Some(record) = AnyRecord::of(dataset, &key) else {
            continue;
        };
        if !taken.insert(key) {
            continue;
        }
        for link in links::of(&record) {
            let kinds = link.to.kinds().iter();
            let keys = kinds.map(|kind| Key::new(*kind, &link.id));
            open.extend(keys.filter(|key| AnyRecord::is_in(dataset, key)));
        }
    }
}

/// The series by which the sums of the records are worked out: the rates of their currencies, the GDP
/// and population of their parties, the key by which the EU's money is attributed.
fn series(dataset: &Dataset, taken: &BTreeSet<Key>, assumptions: &Assumptions) -> Vec<Key> {
    let mut currencies: BTreeSet<Currency> = [assumptions.currency].into();
    let mut parties: BTreeSet<&PartyId> = BTreeSet::new();
    for key in taken {
        match key.kind {
            Kind::Party => {
                if let Some(party) = dataset.parties.get(key.id.as_str()) {
                    parties.insert(&party.id);
                    currencies.insert(party.currency);
                }
            }
            Kind::Aid => {
                if let Some(entry) = dataset.aid.get(key.id.as_str()) {
                    currencies.extend(entry.figure.amount.form.currency());
                    let others = entry.other_figures.iter().map(|of| &of.figure.amount);
                    currencies.extend(others.filter_map(|amount| amount.form.currency()));
                }
            }
            Kind::Commitment => {
                if let Some(of) = dataset.commitments.get(key.id.as_str()) {
                    currencies.extend(of.amount.and_then(|amount| amount.form.currency()));
                    let others = of.other_figures.iter().map(|of| &of.figure.amount);
                    currencies.extend(others.filter_map(|amount| amount.form.currency()));
                }
            }
            _ => {}
        }
    }
    let reference = &dataset.reference;
    let gdp = reference
        .gdp
        .values()
        .filter(|of| parties.contains(&of.country));
    let gdp: Vec<_> = gdp.collect();
    currencies.extend(gdp.iter().map(|of| of.currency));
    let mut found: Vec<Key> = gdp.iter().map(|of| Key::new(Kind::Gdp, &of.id)).collect();
    let rates = reference
        .fx
        .values()
        .filter(|of| currencies.contains(&of.currency));
    found.extend(rates.map(|of| Key::new(Kind::Fx, &of.id)));
    let people = reference.population.values();
    let people = people.filter(|of| parties.contains(&of.country));
    found.extend(people.map(|of| Key::new(Kind::Population, &of.id)));
    found.extend(
        assumptions
            .eu_attribution
            .iter()
            .map(|id| Key::new(Kind::EuShares, id)),
    );
    found
}
