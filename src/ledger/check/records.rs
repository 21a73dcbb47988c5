//! Records: sources, phrases, dates, terms, doubles.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    AidEntry, Citation, MoneyRecord, OtherFigure, Phrase, Record, Source, SourceId,
};

use super::{Found, Severity};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    for commitment in dataset.commitments.values() {
        cited(found, commitment.id.as_str(), &commitment.cite);
        for status in &commitment.status {
            cited(found, commitment.id.as_str(), &status.cite);
        }
        other_figures(found, commitment.id.as_str(), &commitment.other_figures);
    }
    for entry in dataset.aid.values() {
        cited(found, entry.id.as_str(), &entry.figure.cite);
        other_figures(found, entry.id.as_str(), &entry.other_figures);
        dates(found, entry);
    }
    for agreement in dataset.agreements.values() {
        for fact in &agreement.context {
            cited(found, agreement.id.as_str(), &fact.cite);
        }
    }
    doubles(found);
    delivered_first(found);
    sources(found);
    agreements(found);
    if dataset.header.cutoff.is_none() {
        found.tell("cutoff-missing", Severity::Note, "", "cutoff", Vec::new());
    }
}

/// The figures of other sources need those; a phrase is not asked of them.
fn other_figures(found: &mut Found<'_>, record: &str, others: &[OtherFigure]) {
    for other in others {
        let cite = &other.figure.cite;
        if cite.source.is_none() && cite.verified {
            let facts = Vec::new();
            found.tell(
                "source-missing",
                Severity::Error,
                record,
                "other_figures",
                facts,
            );
        }
        phrase_length(found, record, cite.phrase.as_ref());
    }
}

/// A statement needs a source, unless it is marked unverified; and a phrase, to be found in it.
fn cited(found: &mut Found<'_>, record: &str, cite: &Citation) {
    if cite.source.is_none() && cite.verified {
        found.tell(
            "source-missing",
            Severity::Error,
            record,
            "cite",
            Vec::new(),
        );
    } else if cite.phrase.is_none() && cite.verified {
        found.tell(
            "phrase-missing",
            Severity::Warning,
            record,
            "cite",
            Vec::new(),
        );
    }
    let voices = cite.also_in.iter().map(|voice| voice.phrase.as_ref());
    for phrase in std::iter::once(cite.phrase.as_ref()).chain(voices) {
        phrase_length(found, record, phrase);
    }
}

fn phrase_length(found: &mut Found<'_>, record: &str, phrase: Option<&Phrase>) {
    let words = phrase.map_or(0, Phrase::words);
    if words > Phrase::MAX_WORDS {
        let facts = vec![("words", words.to_string())];
        found.tell("phrase-long", Severity::Warning, record, "cite", facts);
    }
}

fn dates(found: &mut Found<'_>, entry: &AidEntry) {
    if entry.date.is_none() {
        found.tell(
            "date-missing",
            Severity::Warning,
            &entry.id,
            "date",
            Vec::new(),
        );
    }
    let Record::RunningTotal {
        since,
        as_counted_on,
    } = entry.record
    else {
        return;
    };
    let Some(counted) = as_counted_on else {
        found.tell(
            "counted-on-missing",
            Severity::Warning,
            &entry.id,
            "record",
            Vec::new(),
        );
        return;
    };
    if since.is_some_and(|since| since.first_day() > counted.last_day()) {
        found.tell(
            "counted-before-begin",
            Severity::Error,
            &entry.id,
            "record",
            Vec::new(),
        );
    }
    if entry
        .date
        .is_some_and(|date| counted.first_day() > date.last_day())
    {
        found.tell(
            "counted-after-report",
            Severity::Warning,
            &entry.id,
            "record",
            Vec::new(),
        );
    }
}

/// Two entries with the same party, record, stage, type, amount and date, neither of which says
/// that it restates or is inside the other.
fn doubles(found: &mut Found<'_>) {
    let mut seen: BTreeMap<String, &AidEntry> = BTreeMap::new();
    for entry in found.dataset.aid.values() {
        let related =
            entry.same_as.is_some() || entry.part_of.is_some() || entry.counted_in.is_some();
        if related || entry.figure.amount.form.is_undisclosed() {
            continue;
        }
        let AidEntry {
            party,
            record,
            stage,
            aid_type,
            figure,
            date,
            quantity,
            ..
        } = entry;
        let key = format!(
            "{party} {record:?} {stage:?} {aid_type:?} {:?} {date:?} {quantity:?}",
            figure.amount
        );
        // Two phrases of one source are two statements, however alike their sums.
        let cite = &entry.figure.cite;
        match seen.get(&key) {
            Some(first)
                if first.figure.cite.source == cite.source
                    && first.figure.cite.phrase != cite.phrase => {}
            Some(first) => {
                let facts = vec![("target", first.id.to_string())];
                found.tell("duplicate-entry", Severity::Warning, &entry.id, "", facts);
            }
            None => {
                seen.insert(key, entry);
            }
        }
    }
}

/// A delivered part that is dated before the pledge or allocation it is part of.
fn delivered_first(found: &mut Found<'_>) {
    for entry in found.dataset.aid.values() {
        let Some(whole) = entry
            .part_of
            .as_ref()
            .and_then(|id| found.dataset.money(id.as_str()))
        else {
            continue;
        };
        let flow = |r: &MoneyRecord<'_>| !matches!(r, MoneyRecord::Aid(aid) if matches!(aid.record, Record::RunningTotal { .. }));
        let earlier = entry
            .date
            .zip(whole.date())
            .is_some_and(|(part, whole)| part.last_day() < whole.first_day());
        let delivered =
            entry.stage == crate::model::Stage::Delivered && whole.stage() < entry.stage;
        if delivered && earlier && flow(&whole) && entry.record == Record::Package {
            let facts = vec![("target", whole.id().to_string())];
            found.tell(
                "delivered-before-pledge",
                Severity::Warning,
                &entry.id,
                "date",
                facts,
            );
        }
    }
}

fn sources(found: &mut Found<'_>) {
    let dataset = found.dataset;
    let mut used: BTreeSet<&SourceId> = BTreeSet::new();
    let note = |cite: &Citation| -> Vec<SourceId> {
        cite.source
            .iter()
            .chain(cite.also_in.iter().map(|v| &v.source))
            .cloned()
            .collect()
    };
    let mut cited: BTreeSet<SourceId> = BTreeSet::new();
    for commitment in dataset.commitments.values() {
        cited.extend(note(&commitment.cite));
        commitment
            .status
            .iter()
            .for_each(|status| cited.extend(note(&status.cite)));
        commitment
            .other_figures
            .iter()
            .for_each(|o| cited.extend(note(&o.figure.cite)));
    }
    for entry in dataset.aid.values() {
        cited.extend(note(&entry.figure.cite));
        entry
            .other_figures
            .iter()
            .for_each(|o| cited.extend(note(&o.figure.cite)));
    }
    for agreement in dataset.agreements.values() {
        used.extend(&agreement.sources);
        agreement
            .context
            .iter()
            .for_each(|fact| cited.extend(note(&fact.cite)));
    }
    used.extend(dataset.reference.gdp.values().map(|s| &s.source));
    used.extend(dataset.reference.fx.values().map(|s| &s.source));
    used.extend(dataset.reference.population.values().map(|s| &s.source));
    used.extend(dataset.reference.eu_shares.values().map(|s| &s.source));
    for source in dataset.sources.values() {
        if !cited.contains(&source.id) && !used.contains(&source.id) {
            found.tell("source-unused", Severity::Note, &source.id, "", Vec::new());
        }
        if undated(source) {
            found.tell(
                "source-undated",
                Severity::Note,
                &source.id,
                "published",
                Vec::new(),
            );
        }
    }
}

fn undated(source: &Source) -> bool {
    source.published.is_none() && source.kind != crate::model::SourceKind::Statistics
}

fn agreements(found: &mut Found<'_>) {
    let dataset = found.dataset;
    let cutoff = found.ledger.assumptions().cutoff;
    for agreement in dataset.agreements.values() {
        if let Some((end, day)) = agreement.expires().zip(cutoff)
            && end < day
        {
            let facts = vec![("date", end.to_string())];
            found.tell(
                "term-expired",
                Severity::Note,
                &agreement.id,
                "term_years",
                facts,
            );
        }
    }
    for party in dataset.parties.keys() {
        if dataset.agreements_of(party).next().is_none() {
            found.tell(
                "party-without-agreement",
                Severity::Note,
                party,
                "",
                Vec::new(),
            );
        }
    }
}
