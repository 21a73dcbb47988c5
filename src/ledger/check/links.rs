//! Links between records: do they lead somewhere, and where they may.

use std::collections::BTreeSet;

use crate::model::{AidEntry, Citation, Commitment, MoneyId, MoneyRecord, PartyId, SourceId};
use rust_decimal::Decimal;

use super::super::items::{Slot, Tranche};
use super::super::ledger::Ledger;
use super::{Found, Severity};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    for agreement in dataset.agreements.values() {
        party(found, agreement.id.as_str(), "party", &agreement.party);
        for id in &agreement.sources {
            source(found, agreement.id.as_str(), "sources", id);
        }
        for fact in &agreement.context {
            cite(found, agreement.id.as_str(), &fact.cite);
            for id in &fact.parties {
                party(found, agreement.id.as_str(), "context", id);
            }
        }
    }
    for commitment in dataset.commitments.values() {
        links_of_commitment(found, commitment);
    }
    for entry in dataset.aid.values() {
        links_of_entry(found, entry);
    }
    for record in dataset.money_records() {
        circle(found, &record);
        restated(found, &record);
        replaced(found, &record);
    }
    let gdp = dataset.reference.gdp.values().map(|s| (&s.id, &s.source));
    let fx = dataset.reference.fx.values().map(|s| (&s.id, &s.source));
    let population = dataset
        .reference
        .population
        .values()
        .map(|s| (&s.id, &s.source));
    let shares = dataset
        .reference
        .eu_shares
        .values()
        .map(|s| (&s.id, &s.source));
    for (id, of) in gdp.chain(fx).chain(population).chain(shares) {
        source(found, id.as_str(), "source", of);
    }
}

fn dangling(found: &mut Found<'_>, record: &str, field: &'static str, to: &str) {
    let facts = vec![("target", to.to_owned())];
    found.tell("reference-dangling", Severity::Error, record, field, facts);
}

fn party(found: &mut Found<'_>, record: &str, field: &'static str, id: &PartyId) {
    if !found.dataset.parties.contains_key(id) {
        dangling(found, record, field, id.as_str());
    }
}

fn source(found: &mut Found<'_>, record: &str, field: &'static str, id: &SourceId) {
    if !found.dataset.sources.contains_key(id) {
        dangling(found, record, field, id.as_str());
    }
}

fn money(found: &mut Found<'_>, record: &str, field: &'static str, id: &MoneyId) {
    let there = found.dataset.aid.contains_key(id.as_str())
        || found.dataset.commitments.contains_key(id.as_str());
    if !there {
        dangling(found, record, field, id.as_str());
    }
}

fn cite(found: &mut Found<'_>, record: &str, cite: &Citation) {
    for id in cite
        .source
        .iter()
        .chain(cite.also_in.iter().map(|voice| &voice.source))
    {
        source(found, record, "cite", id);
    }
}

fn links_of_commitment(found: &mut Found<'_>, commitment: &Commitment) {
    let id = commitment.id.as_str();
    if !found.dataset.agreements.contains_key(&commitment.agreement) {
        dangling(found, id, "agreement", commitment.agreement.as_str());
    }
    cite(found, id, &commitment.cite);
    commitment
        .status
        .iter()
        .for_each(|status| cite(found, id, &status.cite));
    commitment
        .other_figures
        .iter()
        .for_each(|other| cite(found, id, &other.figure.cite));
    commitment
        .part_of
        .iter()
        .for_each(|to| money(found, id, "part_of", to));
    commitment
        .same_as
        .iter()
        .for_each(|to| money(found, id, "same_as", to));
    commitment
        .supersedes
        .iter()
        .for_each(|to| money(found, id, "supersedes", to));
}

fn links_of_entry(found: &mut Found<'_>, entry: &AidEntry) {
    let id = entry.id.as_str();
    party(found, id, "party", &entry.party);
    cite(found, id, &entry.figure.cite);
    entry
        .other_figures
        .iter()
        .for_each(|other| cite(found, id, &other.figure.cite));
    entry
        .part_of
        .iter()
        .for_each(|to| money(found, id, "part_of", to));
    entry
        .counted_in
        .iter()
        .for_each(|to| money(found, id, "counted_in", to));
    entry
        .same_as
        .iter()
        .for_each(|to| money(found, id, "same_as", to));
    entry
        .supersedes
        .iter()
        .for_each(|to| money(found, id, "supersedes", to));
    let mut shares = Decimal::ZERO;
    for fulfils in &entry.fulfils {
        let to = &fulfils.commitment;
        shares += fulfils.share.get();
        match found.dataset.money(to.as_str()) {
            Some(MoneyRecord::Commitment(_, agreement)) if agreement.party != entry.party => {
                let facts = vec![
                    ("target", to.to_string()),
                    ("party", agreement.party.to_string()),
                ];
                found.tell("fulfils-other-party", Severity::Error, id, "fulfils", facts);
            }
            Some(MoneyRecord::Commitment(..)) => {}
            _ => dangling(found, id, "fulfils", to.as_str()),
        }
    }
    // Several commitments at 100 % each is how “all of it counts towards both” is written; shares
    // that were set by hand must not add up to more than the entry.
    let set = entry.fulfils.iter().any(|f| !f.share.is_full());
    if set && shares > Decimal::ONE_HUNDRED {
        let facts = vec![("percent", shares.normalize().to_string())];
        found.tell(
            "fulfils-shares-over",
            Severity::Warning,
            id,
            "fulfils",
            facts,
        );
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

/// A record that is carried by itself through `part_of`, `counted_in`, `same_as` or `supersedes`.
fn circle(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let start = record.id();
    let links = links(record);
    let back = links.iter().find(|(_, to)| leads(found, to, &start));
    if let Some((field, to)) = back {
        let facts = vec![("target", to.to_string())];
        found.tell("link-circle", Severity::Error, &start, field, facts);
    }
}

/// Whether the links of a record lead to another (or it is the other).
fn leads(found: &Found<'_>, from: &MoneyId, to: &MoneyId) -> bool {
    let mut seen: BTreeSet<MoneyId> = BTreeSet::new();
    let mut ahead = vec![from.clone()];
    while let Some(id) = ahead.pop() {
        if id == *to {
            return true;
        }
        if seen.insert(id.clone())
            && let Some(record) = found.dataset.money(id.as_str())
        {
            ahead.extend(links(&record).into_iter().map(|(_, to)| to));
        }
    }
    false
}

fn links(record: &MoneyRecord<'_>) -> Vec<(&'static str, MoneyId)> {
    let one = |field: &'static str, to: Option<&MoneyId>| to.map(|to| (field, to.clone()));
    let carried = [
        one("part_of", record.part_of()),
        one("same_as", record.same_as()),
        one("counted_in", record.counted_in()),
    ];
    let replaced = record.supersedes().iter();
    let replaced = replaced.map(|to| ("supersedes", to.clone()));
    carried.into_iter().flatten().chain(replaced).collect()
}

/// What replaces a pledge should not be older than it, and should state the time of it (R13). Both
/// may be of one day: a summit's promise, and its sum with what was promised before.
fn replaced(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let ledger = found.ledger;
    for earlier in record.supersedes() {
        let Some(other) = found.dataset.money(earlier.as_str()) else {
            continue;
        };
        let mut tell = |check, severity| {
            let facts = vec![("target", earlier.to_string())];
            found.tell(check, severity, record.id(), "supersedes", facts);
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
