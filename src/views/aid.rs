//! Aid entries as rows.

use std::collections::BTreeMap;

use crate::ledger::{Ledger, Problem, StagedTotal};
use crate::model::{AidEntry, Citation, Dataset, MoneyId, PartyId};

/// One aid entry as shown.
#[derive(Clone, Debug)]
pub struct AidRow {
    /// The entry.
    pub entry: AidEntry,
    /// What its preferred figure comes to over all its years, in the shown currency.
    pub money: Option<StagedTotal>,
    /// The address that opens its source at the phrase.
    pub link: Option<String>,
    /// What is wrong or doubtful with it.
    pub problems: Vec<Problem>,
}

/// The aid entries of a party (none: of all), latest first. An entry announced after the cut-off is
/// left out (R11). `problems` are the problems of the dataset by record.
pub fn aid_rows(
    ledger: &Ledger,
    party: Option<&PartyId>,
    problems: &ProblemsByRecord,
) -> Vec<AidRow> {
    let dataset = ledger.dataset();
    let wanted = |entry: &&AidEntry| party.is_none_or(|party| entry.party == *party);
    let mut rows: Vec<AidRow> = dataset
        .aid
        .values()
        .filter(wanted)
        .filter(|entry| ledger.is_known(&MoneyId::from(&entry.id)))
        .map(|entry| AidRow {
            money: ledger.record(&MoneyId::from(&entry.id)),
            link: link_to(dataset, &entry.figure.cite),
            problems: problems.of(entry.id.as_str()),
            entry: entry.clone(),
        })
        .collect();
    rows.sort_by(|a, b| {
        b.entry
            .date
            .cmp(&a.entry.date)
            .then_with(|| a.entry.id.cmp(&b.entry.id))
    });
    rows
}

/// The address that opens a citation's source at its phrase.
pub fn link_to(dataset: &Dataset, cite: &Citation) -> Option<String> {
    let source = dataset.sources.get(cite.source.as_ref()?)?;
    source.link_to(cite.phrase.as_ref().map(|phrase| phrase.0.as_str()))
}

/// The problems of a dataset, by the record they are about.
#[derive(Clone, Debug, Default)]
pub struct ProblemsByRecord {
    records: BTreeMap<String, Vec<Problem>>,
}

impl ProblemsByRecord {
    /// Sorts problems by record; their order within a record is kept.
    pub fn new(problems: &[Problem]) -> Self {
        let mut records: BTreeMap<String, Vec<Problem>> = BTreeMap::new();
        for problem in problems {
            records
                .entry(problem.record.clone())
                .or_default()
                .push(problem.clone());
        }
        Self { records }
    }

    /// The problems of one record.
    pub fn of(&self, record: &str) -> Vec<Problem> {
        self.records.get(record).cloned().unwrap_or_default()
    }

    /// The problems of one field of a record, and of what stands in it: those with a citation's
    /// phrase are also those with the citation.
    pub fn within(&self, record: &str, field: &str) -> Vec<&Problem> {
        let problems = self.records.get(record).into_iter().flatten();
        problems
            .filter(|problem| problem.is_within(field))
            .collect()
    }
}
