//! Checks: what is wrong or doubtful in a dataset, by stable ids. Values, not words.

mod accepted;
mod circles;
mod figures;
mod links;
mod records;
mod series;
mod sources;
mod spelling;
mod times;

use std::collections::HashMap;
use std::fmt::Display;

use crate::model::{Citation, Dataset, MoneyRecord, OtherFigure};

use super::derivation::Rule;
use super::ledger::Ledger;

/// How bad a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The dataset says something impossible.
    Error,
    /// A figure should be looked at.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Every severity, worst first.
    pub const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Note];

    /// Its name in scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A problem with a record.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Problem {
    /// The check's id, stable: `source-missing`, `parts-exceed-whole`, …
    pub check: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The record it is about (any id of the dataset); empty: what the file says of itself.
    pub record: String,
    /// Where in the record, by the names of the file: `figure.amount`, `fulfils[0].share`,
    /// `other_figures[1].figure.cite.phrase`. It is where something is to be changed, also where
    /// nothing stands yet. Empty: the record as a whole.
    pub field: String,
    /// The rule that is touched, if one is.
    pub rule: Option<Rule>,
    /// Facts for the message, by name: `("other", "lt-a01")`.
    pub facts: Vec<(&'static str, String)>,
    /// The reason with which somebody accepted it, if so.
    pub accepted: Option<String>,
}

impl Problem {
    /// Whether it is an error or a warning that nobody accepted.
    pub fn is_open(&self) -> bool {
        self.severity != Severity::Note && self.accepted.is_none()
    }

    /// Whether it can be accepted with a reason. An acceptance that is of no use is forgotten, not
    /// accepted once more.
    pub fn can_be_accepted(&self) -> bool {
        self.check != accepted::CHECK
    }

    /// Whether it is about a field, or about something that stands in it. What is about a record as
    /// a whole is in none of its fields.
    pub fn is_within(&self, field: &str) -> bool {
        let rest = self.field.strip_prefix(field);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// A fact of its message.
    pub fn fact(&self, name: &str) -> Option<&str> {
        let fact = self.facts.iter().find(|(known, _)| *known == name);
        fact.map(|(_, value)| value.as_str())
    }
}

/// Collects problems while the checks look at a dataset.
struct Found<'a> {
    dataset: &'a Dataset,
    ledger: &'a Ledger,
    /// The reasons with which problems were accepted, by check and record.
    accepted: HashMap<(&'a str, &'a str), &'a str>,
    problems: Vec<Problem>,
}

impl<'a> Found<'a> {
    fn of(ledger: &'a Ledger) -> Self {
        let dataset: &Dataset = ledger.dataset();
        let accepted = dataset.header.accepted.iter().rev();
        Self {
            dataset,
            ledger,
            accepted: accepted
                .map(|a| ((a.check.as_str(), a.record.as_str()), a.reason.as_str()))
                .collect(),
            problems: Vec::new(),
        }
    }

    fn tell(
        &mut self,
        check: &'static str,
        severity: Severity,
        record: impl Display,
        field: impl Display,
        facts: Vec<(&'static str, String)>,
    ) {
        let record = record.to_string();
        let accepted = self.accepted.get(&(check, record.as_str()));
        let accepted = accepted.map(|reason| (*reason).to_owned());
        self.problems.push(Problem {
            check,
            severity,
            record,
            field: field.to_string(),
            rule: rule_of(check),
            facts,
            accepted,
        });
    }
}

/// Where the amount of a record that may carry money stands.
fn amount_field(record: &MoneyRecord<'_>) -> &'static str {
    match record {
        MoneyRecord::Commitment(..) => "amount",
        MoneyRecord::Aid(_) => "figure.amount",
    }
}

/// The figures of other sources for a record's sum.
fn other_figures<'a>(record: &MoneyRecord<'a>) -> &'a [OtherFigure] {
    match record {
        MoneyRecord::Commitment(commitment, _) => &commitment.other_figures,
        MoneyRecord::Aid(entry) => &entry.other_figures,
    }
}

/// Every citation of a dataset, with the record it stands in and where; `needs` tells whether it
/// must name a source and a phrase, or (for another source's figure) the source alone.
fn each_citation<'a>(
    dataset: &'a Dataset,
    mut look: impl FnMut(&'a str, std::fmt::Arguments<'_>, &'a Citation, Needs),
) {
    for agreement in dataset.agreements.values() {
        let id = agreement.id.as_str();
        for (index, fact) in agreement.context.iter().enumerate() {
            let at = format_args!("context[{index}].cite");
            look(id, at, &fact.cite, Needs::Phrase);
        }
    }
    for commitment in dataset.commitments.values() {
        let id = commitment.id.as_str();
        look(id, format_args!("cite"), &commitment.cite, Needs::Phrase);
        for (index, status) in commitment.status.iter().enumerate() {
            let at = format_args!("status[{index}].cite");
            look(id, at, &status.cite, Needs::Phrase);
        }
        for (index, other) in commitment.other_figures.iter().enumerate() {
            let at = format_args!("other_figures[{index}].figure.cite");
            look(id, at, &other.figure.cite, Needs::Source);
        }
    }
    for entry in dataset.aid.values() {
        let id = entry.id.as_str();
        let at = format_args!("figure.cite");
        let cite = &entry.figure.cite;
        // What was imported is found again by its row, not by its words.
        let origin = entry.origin.as_deref();
        let by_row = origin.is_some_and(|origin| cite.source.as_ref() == Some(&origin.file));
        look(
            id,
            at,
            cite,
            if by_row { Needs::Source } else { Needs::Phrase },
        );
        for (index, other) in entry.other_figures.iter().enumerate() {
            let at = format_args!("other_figures[{index}].figure.cite");
            look(id, at, &other.figure.cite, Needs::Source);
        }
    }
}

/// What a citation must name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// A source, and a phrase to find the passage by.
    Phrase,
    /// A source.
    Source,
}

/// Every check: its id and the rule that it guards.
///
/// What a file reader refuses is no check, as no loaded record can have it: an area that is not in
/// the list, a status without a date, an unknown field, a negative sum, a share over 100 %, an id
/// that is taken. Such a record is told as damage of the file, with its line (`file-damage`).
pub const CHECKS: &[(&str, Option<Rule>)] = &[
    ("reference-dangling", None),
    ("link-circle", Some(Rule::R3)),
    ("link-twice", None),
    ("fulfils-other-party", Some(Rule::R9)),
    ("fulfils-shares-over", Some(Rule::R9)),
    ("fulfils-before-promise", Some(Rule::R9)),
    ("same-as-other-party", Some(Rule::R13)),
    ("supersedes-later", Some(Rule::R13)),
    ("supersedes-nothing", Some(Rule::R13)),
    ("supersedes-beyond", Some(Rule::R13)),
    ("parts-exceed-whole", Some(Rule::R3)),
    ("fulfilment-over", Some(Rule::R9)),
    ("figures-disagree", Some(Rule::R10)),
    ("preferred-unexplained", Some(Rule::R10)),
    ("duplicate-entry", None),
    ("rate-missing", Some(Rule::R7)),
    ("gdp-missing", Some(Rule::R6)),
    ("source-missing", None),
    ("phrase-missing", None),
    ("phrase-long", None),
    ("date-missing", Some(Rule::R11)),
    ("figure-undated", Some(Rule::R11)),
    ("counted-on-missing", Some(Rule::R4)),
    ("counted-before-begin", Some(Rule::R4)),
    ("counted-after-report", Some(Rule::R4)),
    ("period-backwards", None),
    ("delivered-before-pledge", None),
    ("stages-out-of-order", None),
    ("status-before-signing", None),
    ("status-order", None),
    ("force-before-signing", None),
    ("after-cutoff", Some(Rule::R11)),
    ("cutoff-missing", Some(Rule::R11)),
    ("term-expired", None),
    ("summary-missing", None),
    ("title-missing", None),
    ("name-missing", None),
    ("text-spaces", None),
    ("url-malformed", None),
    ("source-unused", None),
    ("source-undated", None),
    ("source-twice", None),
    ("read-before-published", None),
    ("party-without-agreement", None),
    ("series-gap", Some(Rule::R7)),
    ("eu-shares-sum", Some(Rule::R8)),
    ("accepted-stale", None),
];

fn rule_of(check: &str) -> Option<Rule> {
    CHECKS
        .iter()
        .find(|(id, _)| *id == check)
        .and_then(|(_, rule)| *rule)
}

/// Everything that is wrong or doubtful, errors first, then by record. Sums are compared in the
/// ledger's currency where their own differ; what depends on time is seen from its cut-off.
pub fn check(ledger: &Ledger) -> Vec<Problem> {
    let mut found = Found::of(ledger);
    links::look(&mut found);
    circles::look(&mut found);
    figures::look(&mut found);
    records::look(&mut found);
    times::look(&mut found);
    spelling::look(&mut found);
    sources::look(&mut found);
    series::look(&mut found);
    // What was accepted is looked at last: only then is it known what is there to be accepted.
    accepted::look(&mut found);
    let mut problems = found.problems;
    problems
        .sort_by(|a, b| (a.severity, &a.record, a.check).cmp(&(b.severity, &b.record, b.check)));
    problems
}
