//! Checks: what is wrong or doubtful in a dataset, by stable ids. Values, not words.

use crate::model::Dataset;

use super::assumptions::Assumptions;
use super::derivation::Rule;

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

/// Everything that is wrong or doubtful, errors first, then by record.
pub fn check(dataset: &Dataset, assumptions: &Assumptions) -> Vec<Problem> {
    let _ = (dataset, assumptions);
    todo!()
}
