//! Problems that were accepted and are there no longer.

use std::collections::HashSet;

use super::super::assumptions::Assumptions;
use super::{CHECKS, Found, Severity};

/// Acceptances of problems that are there no longer. Whether a problem is there can depend on the
/// settings: under others than the dataset's own, only those are told of which it cannot.
pub(super) fn look(found: &mut Found<'_>) {
    let dataset = found.dataset;
    if dataset.header.accepted.is_empty() {
        return;
    }
    let own = *found.ledger.assumptions() == Assumptions::of(dataset);
    let there: HashSet<(&str, &str)> = found
        .problems
        .iter()
        .map(|problem| (problem.check, problem.record.as_str()))
        .collect();
    let gone = |check: &str, record: &str| {
        let known = CHECKS.iter().any(|(id, _)| *id == check);
        let depends = DEPEND_ON_SETTINGS.contains(&check);
        // This check cannot be accepted itself: it would be a note about a note.
        !known || check == CHECK || ((own || !depends) && !there.contains(&(check, record)))
    };
    let accepted = dataset.header.accepted.iter().enumerate();
    let stale: Vec<(usize, String, String)> = accepted
        .filter(|(_, a)| gone(&a.check, &a.record))
        .map(|(index, a)| (index, a.check.clone(), a.record.clone()))
        .collect();
    for (index, check, record) in stale {
        let mut facts = vec![("check", check)];
        // What the file says of itself is a record without an id.
        if !record.is_empty() {
            facts.push(("target", record));
        }
        let field = format_args!("accepted[{index}]");
        found.tell(CHECK, Severity::Note, "", field, facts);
    }
}

pub(super) const CHECK: &str = "accepted-stale";

/// The checks whose problems come and go with currency, rates, vintage or cut-off.
const DEPEND_ON_SETTINGS: &[&str] = &[
    "supersedes-nothing",
    "supersedes-beyond",
    "parts-exceed-whole",
    "fulfilment-over",
    "rate-missing",
    "gdp-missing",
    "term-expired",
];
