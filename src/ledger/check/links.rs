//! Links between records: do they lead somewhere, and where they may.

use std::collections::BTreeSet;

use crate::model::{AidEntry, Citation, Commitment, MoneyId, MoneyRecord, PartyId, SourceId};
use rust_decimal::Decimal;

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
        replaced_later(found, &record);
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
    if let Some(same) = &entry.same_as
        && let Some(other) = found.dataset.money(same.as_str())
        && *other.party() != entry.party
    {
        let facts = vec![
            ("target", same.to_string()),
            ("party", other.party().to_string()),
        ];
        found.tell(
            "same-as-other-party",
            Severity::Warning,
            id,
            "same_as",
            facts,
        );
    }
}

/// A record that is carried by itself through `part_of`, `counted_in`, `same_as` or `supersedes`.
fn circle(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    let start = record.id();
    let mut seen: BTreeSet<MoneyId> = BTreeSet::new();
    let mut todo: Vec<MoneyId> = next(record);
    while let Some(id) = todo.pop() {
        if id == start {
            let through = seen
                .iter()
                .next_back()
                .map_or_else(|| start.to_string(), ToString::to_string);
            let facts = vec![("target", through)];
            found.tell("link-circle", Severity::Error, &start, "part_of", facts);
            return;
        }
        if seen.insert(id.clone())
            && let Some(further) = found.dataset.money(id.as_str())
        {
            todo.extend(next(&further));
        }
    }
}

fn next(record: &MoneyRecord<'_>) -> Vec<MoneyId> {
    let one = record
        .part_of()
        .into_iter()
        .chain(record.same_as())
        .chain(record.counted_in());
    one.chain(record.supersedes()).cloned().collect()
}

/// What replaces an earlier pledge should not be older than it.
fn replaced_later(found: &mut Found<'_>, record: &MoneyRecord<'_>) {
    for earlier in record.supersedes() {
        let Some(other) = found.dataset.money(earlier.as_str()) else {
            continue;
        };
        if record
            .date()
            .zip(other.date())
            .is_some_and(|(later, first)| later.last_day() < first.first_day())
        {
            let facts = vec![("target", earlier.to_string())];
            found.tell(
                "supersedes-later",
                Severity::Warning,
                record.id(),
                "supersedes",
                facts,
            );
        }
    }
}
