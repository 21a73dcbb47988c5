//! Checks: what is wrong or doubtful in a dataset, by stable ids. Values, not words.

mod figures;
mod links;
mod records;

use crate::model::Dataset;

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

/// A problem with a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The check's id, stable: `source-missing`, `parts-exceed-whole`, …
    pub check: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The record it is about (any id of the dataset).
    pub record: String,
    /// The field it is about, by its name in the file; empty: the record as a whole.
    pub field: &'static str,
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
}

/// Collects problems while the checks look at a dataset.
struct Found<'a> {
    dataset: &'a Dataset,
    ledger: &'a Ledger,
    problems: Vec<Problem>,
}

impl Found<'_> {
    fn tell(
        &mut self,
        check: &'static str,
        severity: Severity,
        record: impl std::fmt::Display,
        field: &'static str,
        facts: Vec<(&'static str, String)>,
    ) {
        let rule = rule_of(check);
        let record = record.to_string();
        let accepted = self.dataset.header.accepted.iter();
        let accepted = accepted
            .filter(|a| a.check == check && a.record == record)
            .map(|a| a.reason.clone())
            .next();
        self.problems.push(Problem {
            check,
            severity,
            record,
            field,
            rule,
            facts,
            accepted,
        });
    }
}

/// Every check: its id and the rule that it guards.
pub const CHECKS: &[(&str, Option<Rule>)] = &[
    ("reference-dangling", None),
    ("link-circle", Some(Rule::R3)),
    ("fulfils-other-party", Some(Rule::R9)),
    ("same-as-other-party", Some(Rule::R13)),
    ("fulfils-shares-over", Some(Rule::R9)),
    ("supersedes-later", Some(Rule::R13)),
    ("supersedes-nothing", Some(Rule::R13)),
    ("supersedes-beyond", Some(Rule::R13)),
    ("parts-exceed-whole", Some(Rule::R3)),
    ("source-missing", None),
    ("phrase-missing", None),
    ("phrase-long", None),
    ("date-missing", Some(Rule::R11)),
    ("counted-on-missing", Some(Rule::R4)),
    ("counted-before-begin", Some(Rule::R4)),
    ("counted-after-report", Some(Rule::R4)),
    ("delivered-before-pledge", None),
    ("fulfilment-over", Some(Rule::R9)),
    ("figures-disagree", Some(Rule::R10)),
    ("duplicate-entry", None),
    ("rate-missing", Some(Rule::R7)),
    ("gdp-missing", Some(Rule::R6)),
    ("term-expired", None),
    ("source-unused", None),
    ("source-undated", None),
    ("party-without-agreement", None),
    ("cutoff-missing", Some(Rule::R11)),
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
    let mut found = Found {
        dataset: ledger.dataset(),
        ledger,
        problems: Vec::new(),
    };
    links::look(&mut found);
    figures::look(&mut found);
    records::look(&mut found);
    let mut problems = found.problems;
    problems
        .sort_by(|a, b| (a.severity, &a.record, a.check).cmp(&(b.severity, &b.record, b.check)));
    problems
}
