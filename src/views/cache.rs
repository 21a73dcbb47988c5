//! Views kept: a view is made once for a revision, assumptions and a request, and had again without
//! counting when the reader goes back. For one thread (the window's), so nothing is locked.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::Date;

use crate::ledger::{Assumptions, Ledger, Problem, Query, check};
use crate::model::{Area, CommitmentId, Dataset, PartyId};
use crate::text::{Lang, Texts, words};

use super::aid::{AidRow, ProblemsByRecord, aid_rows};
use super::chart::{Chart, ChartRequest, Cutoffs, chart, cutoffs};
use super::dates::{DateFilter, DateIndex, DateList};
use super::detail::{CommitmentRow, PartyDetail, detail};
use super::ledger::{LedgerIndex, LedgerList, LedgerRequest};
use super::matrix::{Matrix, MatrixRequest, Reading, commitments, matrix, reading};
use super::parties::{Measure, PartyFilter, PartyIndex, PartyList, parties};
use super::problems::{ProblemFilter, ProblemIndex, ProblemList};
use super::sources::{SourceFilter, SourceIndex, SourceList};
use super::totals::{By, TotalsTable, totals};

/// How many books (a revision under assumptions) are kept: going back and forth between two
/// settings, or undoing the last step, finds its numbers again.
const BOOKS: usize = 4;
/// How many answers to each kind of question are kept for a book.
const ANSWERS: usize = 16;
/// The same where an answer can be as long as the book.
const LONG: usize = 4;

/// What was asked last, the newest first; the oldest leaves when there are too many.
#[derive(Debug)]
struct Recent<K, V> {
    kept: RefCell<Vec<(K, V)>>,
    limit: usize,
}

impl<K: PartialEq, V: Clone> Recent<K, V> {
    fn new(limit: usize) -> Self {
        Self {
            kept: RefCell::new(Vec::new()),
            limit,
        }
    }

    fn get(&self, key: &K) -> Option<V> {
        let mut kept = self.kept.borrow_mut();
        let place = kept.iter().position(|(k, _)| k == key)?;
        let found = kept.remove(place);
        let value = found.1.clone();
        kept.insert(0, found);
        Some(value)
    }

    /// The value kept under `key`, or the one that `make` makes. Nothing is borrowed while it is made.
    fn get_or_make(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        if let Some(value) = self.get(&key) {
            return value;
        }
        let value = make(&key);
        let mut kept = self.kept.borrow_mut();
        kept.insert(0, (key, value.clone()));
        kept.truncate(self.limit);
        value
    }
}

/// The books that were looked at last, each with its views. `R` tells the revisions of the document
/// apart: the session's own, or a number.
#[derive(Debug)]
pub struct ViewCache<R = u64> {
    books: Recent<(R, Assumptions), Rc<Views>>,
}

impl<R: PartialEq> Default for ViewCache<R> {
    fn default() -> Self {
        Self {
            books: Recent::new(BOOKS),
        }
    }
}

impl<R: PartialEq> ViewCache<R> {
    /// The views of a revision of the document under assumptions; made ready for counting here if
    /// they were not kept. Revisions are unique in a run, and undo returns to the old one.
    pub fn at(&self, revision: R, dataset: &Arc<Dataset>, assumptions: &Assumptions) -> Rc<Views> {
        self.books
            .get_or_make((revision, assumptions.clone()), |(_, assumptions)| {
                let ledger = Ledger::new(Arc::clone(dataset), assumptions.clone());
                Rc::new(Views::new(Arc::new(ledger)))
            })
    }

    /// The views of a ledger of that revision that was made ready elsewhere, in a thread of its own.
    pub fn of(&self, revision: R, ledger: &Arc<Ledger>) -> Rc<Views> {
        let key = (revision, ledger.assumptions().clone());
        self.books
            .get_or_make(key, |_| Rc::new(Views::new(Arc::clone(ledger))))
    }

    /// The views of a revision under assumptions, if they are kept.
    pub fn kept(&self, revision: R, assumptions: &Assumptions) -> Option<Rc<Views>> {
        self.books.get(&(revision, assumptions.clone()))
    }
}

/// The views of one ledger; each is made when it is first asked for.
#[derive(Debug)]
pub struct Views {
    ledger: Arc<Ledger>,
    problems: OnceCell<Arc<Vec<Problem>>>,
    by_record: OnceCell<Arc<ProblemsByRecord>>,
    problem_index: OnceCell<Arc<ProblemIndex>>,
    problem_lists: Recent<ProblemFilter, Arc<ProblemList>>,
    ledger_index: OnceCell<Arc<LedgerIndex>>,
    ledger_lists: Recent<LedgerRequest, Arc<LedgerList>>,
    index: OnceCell<PartyIndex>,
    parties: Recent<(Measure, PartyFilter), Arc<PartyList>>,
    details: Recent<(PartyId, Date), Option<Arc<PartyDetail>>>,
    cutoffs: OnceCell<Arc<Cutoffs>>,
    charts: Recent<ChartRequest, Arc<Chart>>,
    totals: Recent<(Query, Option<By>), Arc<TotalsTable>>,
    aid: Recent<Option<PartyId>, Arc<Vec<AidRow>>>,
    dates: Recent<Date, Arc<DateIndex>>,
    date_lists: Recent<(Date, DateFilter), Arc<DateList>>,
    sources: OnceCell<Arc<SourceIndex>>,
    source_lists: Recent<SourceFilter, Arc<SourceList>>,
    matrices: Recent<MatrixRequest, Arc<Matrix>>,
    commitments: Recent<Vec<CommitmentId>, Arc<Vec<CommitmentRow>>>,
    readings: Recent<Vec<PartyId>, Arc<Reading>>,
}

impl Views {
    /// The views of a ledger, none of them made yet.
    pub fn new(ledger: Arc<Ledger>) -> Self {
        Self {
            ledger,
            problems: OnceCell::new(),
            by_record: OnceCell::new(),
            problem_index: OnceCell::new(),
            problem_lists: Recent::new(ANSWERS),
            ledger_index: OnceCell::new(),
            ledger_lists: Recent::new(LONG),
            index: OnceCell::new(),
            parties: Recent::new(ANSWERS),
            details: Recent::new(ANSWERS),
            cutoffs: OnceCell::new(),
            charts: Recent::new(ANSWERS),
            totals: Recent::new(ANSWERS),
            aid: Recent::new(ANSWERS),
            dates: Recent::new(1),
            date_lists: Recent::new(ANSWERS),
            sources: OnceCell::new(),
            source_lists: Recent::new(ANSWERS),
            matrices: Recent::new(ANSWERS),
            commitments: Recent::new(ANSWERS),
            readings: Recent::new(ANSWERS),
        }
    }

    /// Takes in the problems that were found elsewhere, in a thread of its own.
    pub fn know_problems(&self, problems: Arc<Vec<Problem>>) {
        // Where they are known already they are the same: both are of one ledger.
        let _ = self.problems.set(problems);
    }

    /// The ledger that they are views of.
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    /// What is wrong or doubtful, errors first.
    pub fn problems(&self) -> &Arc<Vec<Problem>> {
        self.problems.get_or_init(|| Arc::new(check(&self.ledger)))
    }

    /// The same by record.
    pub fn problems_by_record(&self) -> &Arc<ProblemsByRecord> {
        self.by_record
            .get_or_init(|| Arc::new(ProblemsByRecord::new(self.problems())))
    }

    /// The same with the party of each.
    pub fn problem_index(&self) -> &Arc<ProblemIndex> {
        self.problem_index
            .get_or_init(|| Arc::new(ProblemIndex::new(&self.ledger, self.problems())))
    }

    /// The rows of the page of problems.
    pub fn problem_list(&self, filter: &ProblemFilter) -> Arc<ProblemList> {
        self.problem_lists.get_or_make(filter.clone(), |filter| {
            Arc::new(self.problem_index().list(filter))
        })
    }

    /// Every aid entry, made ready to be narrowed and ordered.
    pub fn ledger_index(&self) -> &Arc<LedgerIndex> {
        self.ledger_index
            .get_or_init(|| Arc::new(LedgerIndex::new(&self.ledger)))
    }

    /// The rows of the page of aid entries.
    pub fn ledger_list(&self, request: &LedgerRequest) -> Arc<LedgerList> {
        self.ledger_lists.get_or_make(request.clone(), |request| {
            Arc::new(self.ledger_index().list(request))
        })
    }

    /// The country list. Areas are found by their words in either language.
    pub fn parties(&self, measure: Measure, filter: &PartyFilter) -> Arc<PartyList> {
        let index = self
            .index
            .get_or_init(|| PartyIndex::new(&self.ledger, self.problem_index(), &area_names));
        self.parties
            .get_or_make((measure, filter.clone()), |(measure, filter)| {
                Arc::new(parties(&self.ledger, index, *measure, filter))
            })
    }

    /// Everything about one party, seen from `today`. None where there is no such party.
    pub fn detail(&self, party: &PartyId, today: Date) -> Option<Arc<PartyDetail>> {
        self.details
            .get_or_make((party.clone(), today), |(party, today)| {
                detail(&self.ledger, party, *today, self.problems_by_record()).map(Arc::new)
            })
    }

    /// The days that come and those gone by, seen from `today`.
    pub fn dates(&self, today: Date) -> Arc<DateIndex> {
        self.dates.get_or_make(today, |today| {
            Arc::new(DateIndex::new(&self.ledger, *today))
        })
    }

    /// The rows of the page of dates, seen from `today`.
    pub fn date_list(&self, today: Date, filter: &DateFilter) -> Arc<DateList> {
        self.date_lists
            .get_or_make((today, filter.clone()), |(today, filter)| {
                Arc::new(self.dates(*today).list(filter))
            })
    }

    /// Every source, with what hangs on it.
    pub fn sources(&self) -> &Arc<SourceIndex> {
        self.sources
            .get_or_init(|| Arc::new(SourceIndex::new(&self.ledger)))
    }

    /// The rows of the page of sources.
    pub fn source_list(&self, filter: &SourceFilter) -> Arc<SourceList> {
        self.source_lists.get_or_make(filter.clone(), |filter| {
            Arc::new(self.sources().list(filter))
        })
    }

    /// The days on which a cut-off can be set.
    pub fn cutoffs(&self) -> &Arc<Cutoffs> {
        self.cutoffs.get_or_init(|| Arc::new(cutoffs(&self.ledger)))
    }

    /// A chart.
    pub fn chart(&self, request: &ChartRequest) -> Arc<Chart> {
        self.charts.get_or_make(request.clone(), |request| {
            Arc::new(chart(&self.ledger, request))
        })
    }

    /// A table of totals.
    pub fn totals(&self, query: &Query, by: Option<By>) -> Arc<TotalsTable> {
        self.totals.get_or_make((query.clone(), by), |(query, by)| {
            Arc::new(totals(&self.ledger, query, *by))
        })
    }

    /// The aid entries of a party (none: of all), latest first.
    pub fn aid(&self, party: Option<&PartyId>) -> Arc<Vec<AidRow>> {
        self.aid.get_or_make(party.cloned(), |party| {
            Arc::new(aid_rows(
                &self.ledger,
                party.as_ref(),
                self.problems_by_record(),
            ))
        })
    }

    /// The matrix of commitments.
    pub fn matrix(&self, request: &MatrixRequest) -> Arc<Matrix> {
        self.matrices.get_or_make(request.clone(), |request| {
            Arc::new(matrix(&self.ledger, request))
        })
    }

    /// Commitments as they are shown.
    pub fn commitments(&self, ids: &[CommitmentId]) -> Arc<Vec<CommitmentRow>> {
        self.commitments.get_or_make(ids.to_vec(), |ids| {
            Arc::new(commitments(&self.ledger, ids, self.problems_by_record()))
        })
    }

    /// The commitments of parties beside each other.
    pub fn reading(&self, parties: &[PartyId]) -> Arc<Reading> {
        self.readings.get_or_make(parties.to_vec(), |parties| {
            Arc::new(reading(&self.ledger, parties, self.problems_by_record()))
        })
    }
}

/// The words of an area in every language of the program, so that a search in any of them finds it.
pub fn area_names(area: Area) -> String {
    let names: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| words::area(area, Texts::new(*lang)))
        .collect();
    names.join("\n")
}
