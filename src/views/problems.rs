//! The page of problems: all that the checks found, narrowed, ordered and counted.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::ledger::{Ledger, Problem, Severity};
use crate::model::{Citation, Dataset, PartyId};

/// By what the rows are ordered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ProblemOrder {
    /// By severity, worst first, then by record.
    #[default]
    Severity,
    /// By record.
    Record,
    /// By check.
    Check,
}

/// What the page is narrowed to. Severities widen (or); the rest narrows (and).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct ProblemFilter {
    /// Only these; none chosen: all.
    pub severities: BTreeSet<Severity>,
    /// Only problems of this party's records.
    pub party: Option<PartyId>,
    /// Only what this check found.
    pub check: Option<&'static str>,
    /// Whether problems that somebody accepted are shown too.
    pub with_accepted: bool,
    /// In which order.
    pub order: ProblemOrder,
    /// Whether the order is turned round.
    pub descending: bool,
}

impl ProblemFilter {
    /// Whether anything is left out, accepted problems aside.
    pub fn is_narrowed(&self) -> bool {
        !self.severities.is_empty() || self.party.is_some() || self.check.is_some()
    }
}

/// The problems that are shown, by their places in the whole list, and how many there would be
/// under each choice with the other choices as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ProblemList {
    /// The rows, in order.
    pub rows: Vec<usize>,
    /// Severities, worst first.
    pub severities: Vec<(Severity, usize)>,
    /// Parties with any problem, in the order of ids; none: what belongs to no party.
    pub parties: Vec<(Option<PartyId>, usize)>,
    /// Checks that found something, in the order of ids.
    pub checks: Vec<(&'static str, usize)>,
    /// How many were accepted.
    pub accepted: usize,
}

/// The problems of a dataset, each with the party whose record it is about.
#[derive(Clone, Debug)]
pub struct ProblemIndex {
    problems: Arc<Vec<Problem>>,
    parties: Vec<Option<PartyId>>,
    open: BTreeMap<PartyId, usize>,
}

impl ProblemIndex {
    /// Finds out whose each problem is.
    pub fn new(ledger: &Ledger, problems: &Arc<Vec<Problem>>) -> Self {
        let owners = Owners::of(ledger.dataset());
        let parties: Vec<Option<PartyId>> = problems
            .iter()
            .map(|problem| owners.party(&problem.record).cloned())
            .collect();
        let mut open: BTreeMap<PartyId, usize> = BTreeMap::new();
        for (problem, party) in problems.iter().zip(&parties) {
            if let Some(party) = party.as_ref().filter(|_| problem.is_open()) {
                *open.entry(party.clone()).or_default() += 1;
            }
        }
        Self {
            problems: Arc::clone(problems),
            parties,
            open,
        }
    }

    /// All problems, errors first.
    pub fn problems(&self) -> &Arc<Vec<Problem>> {
        &self.problems
    }

    /// The problem at a place, with the party whose it is; none of it belongs to all.
    pub fn at(&self, place: usize) -> Option<(&Problem, Option<&PartyId>)> {
        let problem = self.problems.get(place)?;
        Some((problem, self.parties.get(place)?.as_ref()))
    }

    /// How many errors and warnings that nobody accepted the records of a party have, its sources
    /// and series included.
    pub fn open_of(&self, party: &PartyId) -> usize {
        self.open.get(party).copied().unwrap_or_default()
    }

    /// The rows of the page.
    pub fn list(&self, filter: &ProblemFilter) -> ProblemList {
        let mut list = ProblemList::default();
        let mut severities: BTreeMap<Severity, usize> = BTreeMap::new();
        let mut parties: BTreeMap<Option<&PartyId>, usize> = BTreeMap::new();
        let mut checks: BTreeMap<&'static str, usize> = BTreeMap::new();
        for (place, problem) in self.problems.iter().enumerate() {
            let party = self.parties.get(place).and_then(Option::as_ref);
            let severity =
                filter.severities.is_empty() || filter.severities.contains(&problem.severity);
            let of_party = filter.party.is_none() || filter.party.as_ref() == party;
            let of_check = filter.check.is_none_or(|check| check == problem.check);
            if problem.accepted.is_some() {
                list.accepted += usize::from(severity && of_party && of_check);
                if !filter.with_accepted {
                    continue;
                }
            }
            if of_party && of_check {
                *severities.entry(problem.severity).or_default() += 1;
            }
            if severity && of_check {
                *parties.entry(party).or_default() += 1;
            }
            if severity && of_party {
                *checks.entry(problem.check).or_default() += 1;
            }
            if severity && of_party && of_check {
                list.rows.push(place);
            }
        }
        self.put_in_order(&mut list.rows, filter);
        let count = |severity: &Severity| severities.get(severity).copied().unwrap_or_default();
        list.severities = Severity::ALL.iter().map(|s| (*s, count(s))).collect();
        let named = parties.into_iter();
        list.parties = named.map(|(party, n)| (party.cloned(), n)).collect();
        list.checks = checks.into_iter().collect();
        list
    }

    /// The problems come worst first and by record, and keep that order among equals.
    fn put_in_order(&self, rows: &mut [usize], filter: &ProblemFilter) {
        let of = |place: &usize| self.problems.get(*place);
        let by = |a: &usize, b: &usize| -> Ordering {
            let Some((a, b)) = of(a).zip(of(b)) else {
                return Ordering::Equal;
            };
            match filter.order {
                ProblemOrder::Severity => a.severity.cmp(&b.severity),
                ProblemOrder::Record => a.record.cmp(&b.record),
                ProblemOrder::Check => a.check.cmp(b.check),
            }
        };
        if filter.descending {
            rows.sort_by(|a, b| by(b, a));
        } else if filter.order != ProblemOrder::Severity {
            rows.sort_by(by);
        }
    }
}

/// Whose each record is.
struct Owners<'a> {
    dataset: &'a Dataset,
    /// The one party whose records cite a source; none: several parties do.
    sources: HashMap<&'a str, Option<&'a PartyId>>,
}

impl<'a> Owners<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        let mut owners = Self {
            dataset,
            sources: HashMap::new(),
        };
        for commitment in dataset.commitments.values() {
            let Some(agreement) = dataset.agreements.get(&commitment.agreement) else {
                continue;
            };
            let status = commitment.status.iter().map(|status| &status.cite);
            let others = commitment.other_figures.iter();
            let others = others.map(|other| &other.figure.cite);
            let own = std::iter::once(&commitment.cite);
            owners.cite(own.chain(status).chain(others), &agreement.party);
        }
        for entry in dataset.aid.values() {
            let others = entry.other_figures.iter();
            let others = others.map(|other| &other.figure.cite);
            let own = std::iter::once(&entry.figure.cite);
            owners.cite(own.chain(others), &entry.party);
        }
        for agreement in dataset.agreements.values() {
            let facts = agreement.context.iter().map(|fact| &fact.cite);
            owners.cite(facts, &agreement.party);
            for source in &agreement.sources {
                owners.source(source.as_str(), &agreement.party);
            }
        }
        owners
    }

    fn cite(&mut self, cites: impl Iterator<Item = &'a Citation>, party: &'a PartyId) {
        for cite in cites {
            let voices = cite.also_in.iter().map(|voice| &voice.source);
            for source in cite.source.iter().chain(voices) {
                self.source(source.as_str(), party);
            }
        }
    }

    fn source(&mut self, source: &'a str, party: &'a PartyId) {
        let whose = self.sources.entry(source).or_insert(Some(party));
        if *whose != Some(party) {
            *whose = None;
        }
    }

    fn party(&self, record: &str) -> Option<&'a PartyId> {
        let data = self.dataset;
        if let Some(money) = data.money(record) {
            return Some(money.party());
        }
        if let Some(agreement) = data.agreements.get(record) {
            return Some(&agreement.party);
        }
        let known = |id: &str| data.parties.get_key_value(id).map(|(id, _)| id);
        if let Some(party) = known(record) {
            return Some(party);
        }
        if data.sources.contains_key(record) {
            return match self.sources.get(record) {
                Some(whose) => *whose,
                // Nobody cites it: it was made on the page of the party that its id begins with.
                None => known(&record.split('-').next()?.to_uppercase()),
            };
        }
        let reference = &data.reference;
        let gdp = reference.gdp.get(record).map(|series| &series.country);
        let series = reference.population.get(record).map(|s| &s.country);
        known(gdp.or(series)?.as_str())
    }
}
