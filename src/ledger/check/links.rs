//! Links between records: do they lead somewhere, and where they may.

use std::fmt::{Arguments, Display};

use rust_decimal::Decimal;

use crate::model::{AidEntry, Commitment, MoneyId, MoneyRecord, PartyId, SourceId};

use super::super::items::{Slot, Tranche};
use super::super::ledger::Ledger;
use super::{Found, Severity, each_citation};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    for agreement in dataset.agreements.values() {
        let id = agreement.id.as_str();
        party(found, id, format_args!("party"), &agreement.party);
        for (index, to) in agreement.sources.iter().enumerate() {
            source(found, id, format_args!("sources[{index}]"), to);
        }
        for (index, fact) in agreement.context.iter().enumerate() {
            for (place, to) in fact.parties.iter().enumerate() {
                let at = format_args!("context[{index}].parties[{place}]");
                party(found, id, at, to);
            }
        }
        twice(found, id, "sources", &agreement.sources, |id| id);
    }
    each_citation(dataset, |record, at, cite, _| {
        if let Some(to) = &cite.source {
            source(found, record, format_args!("{at}.source"), to);
        }
        for (index, voice) in cite.also_in.iter().enumerate() {
            let at = format_args!("{at}.also_in[{index}].source");
            source(found, record, at, &voice.source);
        }
        let at = format_args!("{at}.also_in");
        twice(found, record, at, &cite.also_in, |voice| &voice.source);
    });
    for commitment in dataset.commitments.values() {
        links_of_commitment(found, commitment);
    }
    for entry in dataset.aid.values() {
        links_of_entry(found, entry);
    }
    for record in dataset.money_records() {
        restated(found, &record);
        replaced(found, &record);
    }
    series(found);
}

fn series(found: &mut Found<'_>) {
    let reference = &found.dataset.reference;
    let gdp = reference.gdp.values().map(|s| (&s.id, &s.source));
    let fx = reference.fx.values().map(|s| (&s.id, &s.source));
    let population = reference.population.values().map(|s| (&s.id, &s.source));
    let shares = reference.eu_shares.values().map(|s| (&s.id, &s.source));
    for (id, of) in gdp.chain(fx).chain(population).chain(shares) {
        source(found, id.as_str(), format_args!("source"), of);
    }
}

fn dangling(found: &mut Found<'_>, record: &str, field: Arguments<'_>, to: &str) {
    let facts = vec![("target", to.to_owned())];
    found.tell("reference-dangling", Severity::Error, record, field, facts);
}

fn party(found: &mut Found<'_>, record: &str, field: Arguments<'_>, id: &PartyId) {
    if !found.dataset.parties.contains_key(id) {
        dangling(found, record, field, id.as_str());
    }
}

fn source(found: &mut Found<'_>, record: &str, field: Arguments<'_>, id: &SourceId) {
    if !found.dataset.sources.contains_key(id) {
        dangling(found, record, field, id.as_str());
    }
}

fn money(found: &mut Found<'_>, record: &str, field: Arguments<'_>, id: &MoneyId) {
    let there = found.dataset.aid.contains_key(id.as_str())
        || found.dataset.commitments.contains_key(id.as_str());
    if !there {
        dangling(found, record, field, id.as_str());
    }
}

/// The same thing twice in one list: the second says nothing new.
fn twice<T: PartialEq, I: Display>(
    found: &mut Found<'_>,
    record: &str,
    field: impl Display,
    items: &[T],
    name: impl Fn(&T) -> &I,
) {
    for (index, item) in items.iter().enumerate().skip(1) {
        if items.iter().take(index).any(|before| before == item) {
            let facts = vec![("target", name(item).to_string())];
            let at = format_args!("{field}[{index}]");
            found.tell("link-twice", Severity::Note, record, at, facts);
        }
    }
}

fn links_of_commitment(found: &mut Found<'_>, commitment: &Commitment) {
    let id = commitment.id.as_str();
    if !found.dataset.agreements.contains_key(&commitment.agreement) {
        let to = commitment.agreement.as_str();
        dangling(found, id, format_args!("agreement"), to);
    }
    carried(
        found,
        id,
        &[
            ("part_of", commitment.part_of.as_ref()),
            ("same_as", commitment.same_as.as_ref()),
        ],
        &commitment.supersedes,
    );
}

fn links_of_entry(found: &mut Found<'_>, entry: &AidEntry) {
    let id = entry.id.as_str();
    party(found, id, format_args!("party"), &entry.party);
    carried(
        found,
        id,
        &[
            ("part_of", entry.part_of.as_ref()),
            ("counted_in", entry.counted_in.as_ref()),
            ("same_as", entry.same_as.as_ref()),
        ],
        &entry.supersedes,
    );
    fulfilled(found, entry);
    twice(found, id, "fulfils", &entry.fulfils, |f| &f.commitment);
}

/// The links that say where the money of a record stands.
fn carried(
    found: &mut Found<'_>,
    record: &str,
    single: &[(&'static str, Option<&MoneyId>)],
    supersedes: &[MoneyId],
) {
    for (field, to) in single {
        if let Some(to) = to {
            money(found, record, format_args!("{field}"), to);
        }
    }
    for (index, to) in supersedes.iter().enumerate() {
        money(found, record, format_args!("supersedes[{index}]"), to);
    }
    twice(found, record, "supersedes", supersedes, |id| id);
}

fn fulfilled(found: &mut Found<'_>, entry: &AidEntry) {
    let id = entry.id.as_str();
    let mut shares = Decimal::ZERO;
    for (index, fulfils) in entry.fulfils.iter().enumerate() {
        let to = &fulfils.commitment;
        shares += fulfils.share.get();
        let at = format_args!("fulfils[{index}].commitment");
        match found.dataset.money(to.as_str()) {
            Some(MoneyRecord::Commitment(_, agreement)) if agreement.party != entry.party => {
                let facts = vec![
                    ("target", to.to_string()),
                    ("party", agreement.party.to_string()),
                ];
                found.tell("fulfils-other-party", Severity::Error, id, at, facts);
            }
            // A commitment whose agreement is missing is there all the same; that is told of it.
            _ if found.dataset.commitments.contains_key(to) => {}
            _ => dangling(found, id, at, to.as_str()),
        }
    }
    // Several commitments at 100 % each is how “all of it counts towards both” is written; shares
    // that were set by hand must not add up to more than the entry.
    let set = entry.fulfils.iter().any(|f| !f.share.is_full());
    if set && shares > Decimal::ONE_HUNDRED {
        let facts = vec![("percent", shares.normalize().to_string())];
        let severity = Severity::Warning;
        found.tell("fulfils-shares-over", severity, id, "fulfils", facts);
    }
}

/// A record that restates a sum should be of the party whose sum it is.
fn restated(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let Some(same) = record.same_as() else { return };
    if let Some(other) = found.dataset.money(same.as_str())
        && other.party() != record.party()
    {
        let facts = vec![
            ("target", same.to_string()),
            ("party", other.party().to_string()),
        ];
        found.tell(
            "same-as-other-party",
            Severity::Warning,
            record.id(),
            "same_as",
            facts,
        );
    }
}

/// What replaces a pledge should not be older than it, and should state the time of it (R13). Both
/// may be of one day: a summit's promise, and its sum with what was promised before.
fn replaced(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let ledger = found.ledger;
    for (index, earlier) in record.supersedes().iter().enumerate() {
        let Some(other) = found.dataset.money(earlier.as_str()) else {
            continue;
        };
        let mut tell = |check, severity| {
            let facts = vec![("target", earlier.to_string())];
            let at = format_args!("supersedes[{index}]");
            found.tell(check, severity, record.id(), at, facts);
        };
        let dates = record.date().zip(other.date());
        if dates.is_some_and(|(later, first)| later.last_day() < first.first_day()) {
            tell("supersedes-later", Severity::Warning);
        }
        match replaced_time(ledger, record, earlier) {
            Replaced::Well => {}
            Replaced::Nothing => tell("supersedes-nothing", Severity::Warning),
            Replaced::Beyond => tell("supersedes-beyond", Severity::Note),
        }
    }
}

/// What a later record does to the time of an earlier one.
enum Replaced {
    /// It replaces the years that it states, or the whole.
    Well,
    /// It states no year of it, or only some years of a sum that is not split: both count.
    Nothing,
    /// It replaces a sum that is not split, of which it does not state all years.
    Beyond,
}

fn replaced_time(ledger: &Ledger, record: &MoneyRecord<'_>, earlier: &MoneyId) -> Replaced {
    let items = ledger.item(record.id().as_str());
    let Some((later, first)) = items.zip(ledger.item(earlier.as_str())) else {
        return Replaced::Well;
    };
    if !later.known || !first.known || first.tranches.is_empty() {
        return Replaced::Well;
    }
    let place = ledger.place(record.id().as_str());
    let by_it = |tranche: &Tranche| tranche.superseded_by.iter().any(|by| Some(*by) == place);
    if !first.tranches.iter().any(by_it) {
        return Replaced::Nothing;
    }
    let beyond = |slot: Slot, by: Slot| match (slot, by) {
        (Slot::Lump(from, to), Slot::Lump(by_from, by_to)) => {
            from.zip(by_from).is_some_and(|(from, by)| from < by)
                || by_to.is_some_and(|by| to.is_none_or(|to| by < to))
        }
        _ => false,
    };
    match (first.tranches.as_slice(), later.tranches.as_slice()) {
        ([first], [later]) if beyond(first.slot, later.slot) => Replaced::Beyond,
        _ => Replaced::Well,
    }
}
