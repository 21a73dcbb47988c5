//! Records: do they say where they were read, and do two of them say the same.

use std::collections::HashMap;

use crate::model::{
    AidEntry, AidType, Amount, Citation, PartialDate, PartyId, Phrase, Quantity, Record, Stage,
};

use super::{Found, Needs, Severity, each_citation, other_figures};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    each_citation(dataset, |record, at, cite, needs| {
        cited(found, record, at, cite, needs);
    });
    for record in dataset.money_records() {
        undated_figures(found, &record);
    }
    doubles(found);
    for party in dataset.parties.keys() {
        if dataset.agreements_of(party).next().is_none() {
            let check = "party-without-agreement";
            found.tell(check, Severity::Note, party, "", Vec::new());
        }
    }
    if dataset.header.cutoff.is_none() {
        found.tell("cutoff-missing", Severity::Note, "", "cutoff", Vec::new());
    }
}

/// A statement needs a source, unless it is marked unverified; and a phrase, to be found in it. Of
/// the figures of other sources a phrase is not asked.
fn cited(
    found: &mut Found<'_>,
    record: &str,
    at: std::fmt::Arguments<'_>,
    cite: &Citation,
    needs: Needs,
) {
    if cite.source.is_none() && cite.verified {
        let field = format_args!("{at}.source");
        found.tell("source-missing", Severity::Error, record, field, Vec::new());
    } else if cite.phrase.is_none() && cite.verified && needs == Needs::Phrase {
        let field = format_args!("{at}.phrase");
        let severity = Severity::Warning;
        found.tell("phrase-missing", severity, record, field, Vec::new());
    }
    let mut length = |field: std::fmt::Arguments<'_>, phrase: Option<&Phrase>| {
        let words = phrase.map_or(0, Phrase::words);
        if words > Phrase::MAX_WORDS {
            let facts = vec![("words", words.to_string())];
            found.tell("phrase-long", Severity::Warning, record, field, facts);
        }
    };
    length(format_args!("{at}.phrase"), cite.phrase.as_ref());
    for (index, voice) in cite.also_in.iter().enumerate() {
        let field = format_args!("{at}.also_in[{index}].phrase");
        length(field, voice.phrase.as_ref());
    }
}

/// Another source's figure of which nobody can tell since when it is known: under an earlier cut-off
/// it stands as if it always was (R11).
fn undated_figures(found: &mut Found<'_>, record: &crate::model::MoneyRecord<'_>) {
    for (index, other) in other_figures(record).iter().enumerate() {
        let figure = &other.figure;
        let source = figure.cite.source.as_ref();
        let published = source.and_then(|id| found.dataset.sources.get(id)?.published);
        if figure.date.or(published).is_none() {
            let field = format_args!("other_figures[{index}].figure.date");
            let (check, severity) = ("figure-undated", Severity::Note);
            found.tell(check, severity, record.id(), field, Vec::new());
        }
    }
}

/// What makes two entries the same.
type Sameness<'a> = (
    &'a PartyId,
    Record,
    Stage,
    AidType,
    &'a Amount,
    Option<PartialDate>,
    Option<&'a Quantity>,
);

/// Two entries with the same party, record, stage, type, amount and date, neither of which says
/// that it restates or is inside the other.
fn doubles(found: &mut Found<'_>) {
    let mut seen: HashMap<Sameness<'_>, &AidEntry> = HashMap::new();
    for entry in found.dataset.aid.values() {
        let related =
            entry.same_as.is_some() || entry.part_of.is_some() || entry.counted_in.is_some();
        if related || entry.figure.amount.form.is_undisclosed() {
            continue;
        }
        let key = (
            &entry.party,
            entry.record,
            entry.stage,
            entry.aid_type,
            &entry.figure.amount,
            entry.date,
            entry.quantity.as_ref(),
        );
        // Two phrases of one source are two statements, however alike their sums.
        let cite = &entry.figure.cite;
        // Two rows of one file are too: it says nothing twice by mistake that nobody could see there.
        let rows = |entry: &AidEntry| {
            let origin = entry.origin.as_ref();
            origin.map(|origin| (origin.file.clone(), origin.sheet.clone(), origin.row))
        };
        let apart = |first: &AidEntry| match (rows(first), rows(entry)) {
            (Some(a), Some(b)) => a.0 == b.0 && a != b,
            _ => false,
        };
        match seen.get(&key) {
            Some(first) if apart(first) => {}
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
