//! Texts that are missing, and spaces around texts.

use std::fmt::Arguments;

use crate::model::{Agreement, AidEntry, Citation, Commitment, Party, Source};

use super::{Found, Severity};

pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    let mut texts = Texts { found };
    let title = &dataset.header.title;
    texts.must("", "title-missing", format_args!("title"), title);
    for party in dataset.parties.values() {
        texts.of_party(party);
    }
    for agreement in dataset.agreements.values() {
        texts.of_agreement(agreement);
    }
    for commitment in dataset.commitments.values() {
        texts.of_commitment(commitment);
    }
    for entry in dataset.aid.values() {
        texts.of_entry(entry);
    }
    for source in dataset.sources.values() {
        texts.of_source(source);
    }
}

struct Texts<'f, 'a> {
    found: &'f mut Found<'a>,
}

impl Texts<'_, '_> {
    /// A text that need not be there; spaces around it are told.
    fn may(&mut self, record: &str, field: Arguments<'_>, text: &str) {
        if !text.is_empty() && text.trim().len() != text.len() {
            let (check, severity) = ("text-spaces", Severity::Note);
            self.found.tell(check, severity, record, field, Vec::new());
        }
    }

    /// A text that must be there.
    fn must(&mut self, record: &str, check: &'static str, field: Arguments<'_>, text: &str) {
        if text.trim().is_empty() {
            let severity = Severity::Warning;
            self.found.tell(check, severity, record, field, Vec::new());
        } else {
            self.may(record, field, text);
        }
    }

    fn cited(&mut self, record: &str, at: Arguments<'_>, cite: &Citation) {
        if let Some(phrase) = &cite.phrase {
            self.may(record, format_args!("{at}.phrase"), &phrase.0);
        }
        for (index, voice) in cite.also_in.iter().enumerate() {
            if let Some(phrase) = &voice.phrase {
                let at = format_args!("{at}.also_in[{index}].phrase");
                self.may(record, at, &phrase.0);
            }
        }
    }

    fn of_party(&mut self, party: &Party) {
        let id = party.id.as_str();
        for (lang, name) in [("en", &party.name.en), ("uk", &party.name.uk)] {
            if name.trim().is_empty() {
                let facts = vec![("language", lang.to_owned())];
                let field = format_args!("name.{lang}");
                let (check, severity) = ("name-missing", Severity::Warning);
                self.found.tell(check, severity, id, field, facts);
            } else {
                self.may(id, format_args!("name.{lang}"), name);
            }
        }
    }

    fn of_agreement(&mut self, agreement: &Agreement) {
        let id = agreement.id.as_str();
        let title = &agreement.title;
        self.must(id, "title-missing", format_args!("title"), title);
        self.may(id, format_args!("place"), &agreement.place);
        let (ours, theirs) = (
            &agreement.signatories.ukraine,
            &agreement.signatories.partner,
        );
        self.may(id, format_args!("signatories.ukraine"), ours);
        self.may(id, format_args!("signatories.partner"), theirs);
        for (index, fact) in agreement.context.iter().enumerate() {
            let at = format_args!("context[{index}].summary");
            self.must(id, "summary-missing", at, &fact.summary);
            self.cited(id, format_args!("context[{index}].cite"), &fact.cite);
        }
    }

    fn of_commitment(&mut self, commitment: &Commitment) {
        let id = commitment.id.as_str();
        let summary = &commitment.summary;
        self.must(id, "summary-missing", format_args!("summary"), summary);
        if let Some(locator) = &commitment.locator {
            self.may(id, format_args!("locator"), locator);
        }
        self.cited(id, format_args!("cite"), &commitment.cite);
        for (index, status) in commitment.status.iter().enumerate() {
            let at = format_args!("status[{index}].summary");
            self.must(id, "summary-missing", at, &status.summary);
            self.cited(id, format_args!("status[{index}].cite"), &status.cite);
        }
    }

    fn of_entry(&mut self, entry: &AidEntry) {
        let id = entry.id.as_str();
        self.must(
            id,
            "summary-missing",
            format_args!("summary"),
            &entry.summary,
        );
        if let Some(verb) = &entry.figure.as_reported {
            self.may(id, format_args!("figure.as_reported"), verb);
        }
        self.cited(id, format_args!("figure.cite"), &entry.figure.cite);
        for (index, other) in entry.other_figures.iter().enumerate() {
            let at = format_args!("other_figures[{index}].figure.cite");
            self.cited(id, at, &other.figure.cite);
        }
    }

    fn of_source(&mut self, source: &Source) {
        let id = source.id.as_str();
        self.must(id, "title-missing", format_args!("title"), &source.title);
        self.may(id, format_args!("publisher"), &source.publisher);
        self.may(id, format_args!("url"), &source.url);
    }
}
