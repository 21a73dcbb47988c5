//! What a page shows, as tables: the same rows in the same order, the same columns, under the same
//! assumptions, by the functions that the window and the command line take their rows from.

mod chart;
mod dates;
mod ledger;
mod matrix;
mod parties;
mod party;
mod problems;
mod sources;

use std::sync::Arc;

use jiff::civil::Date;

use crate::edit::Key;
use crate::exchange::picture::DatasetMark;
use crate::ledger::Ledger;
use crate::model::{Dataset, PartyId, SourceId};
use crate::text::{Lang, Texts, words};
use crate::views::{
    ChartRequest, DateFilter, LedgerView, Link, LinkPage, MatrixSettings, Measure, PartyFilter,
    ProblemFilter, SourceFilter,
};

use super::error::ExportError;
use super::sheets::{About, Sheets, reference_sources};
use super::table::{Table, Value};

/// The word for the country list, where a page is named: it is no place of a link.
pub const LIST: &str = "list";

/// What is to go out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum View {
    /// The country list.
    Parties(Measure, PartyFilter),
    /// The page of a party.
    Party(PartyId),
    /// The page of commitments: the matrix, or two to four parties side by side.
    Matrix(MatrixSettings),
    /// The page of aid entries; of the parties that the country list shows where its filter follows it.
    Ledger(Box<LedgerView>, Option<Arc<[PartyId]>>),
    /// The page of dates.
    Dates(DateFilter),
    /// The page of sources.
    Sources(SourceFilter),
    /// The page of problems.
    Problems(ProblemFilter),
    /// The numbers of a chart.
    Chart(ChartRequest),
}

/// The tables of a page in the making.
pub(super) struct Made {
    /// The tables.
    tables: Vec<Table>,
    /// The records shown.
    records: Vec<Key>,
    /// The sources that the rows name.
    sources: Vec<SourceId>,
    /// What the rows do not say.
    notes: Vec<String>,
}

/// In whose words, seen from which day.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The words.
    pub texts: Texts,
    /// The day that days are counted from.
    pub today: Date,
}

impl View {
    /// What the place behind a `#` shows: `ledger?stage=delivered`, `party/LT`, `list`.
    ///
    /// # Errors
    /// When the place, its settings or its party are not known.
    pub fn of_place(place: &str, ledger: &Ledger) -> Result<Self, ExportError> {
        let place = place.trim().trim_start_matches('#');
        let (path, query) = place.split_once('?').unwrap_or((place, ""));
        if path == LIST {
            return parties::of_query(query);
        }
        let (link, unread) = Link::read(place);
        if !unread.is_empty() || link.explain.is_some() {
            return Err(ExportError::Place(place.to_owned()));
        }
        Self::of_link(&link, ledger)
    }

    /// What the page of a link shows. A page of a party that names none is the country list.
    ///
    /// # Errors
    /// When its settings or its party are not known.
    pub fn of_link(link: &Link, ledger: &Ledger) -> Result<Self, ExportError> {
        let query = link.query.as_str();
        let bad = || ExportError::Place(query.to_owned());
        let filter = |read: Option<_>| read.ok_or_else(bad);
        match link.page {
            LinkPage::Party => match &link.party {
                None => Ok(Self::Parties(
                    parties::usual_measure(),
                    PartyFilter::default(),
                )),
                Some(party) => known(ledger.dataset(), party).map(Self::Party),
            },
            LinkPage::Chart => {
                let request = match query {
                    "" => ChartRequest::default(),
                    query => ChartRequest::from_text(query).map_err(|_| bad())?,
                };
                Ok(Self::Chart(request))
            }
            LinkPage::Commitments => {
                filter(MatrixSettings::from_text(query).ok()).map(Self::Matrix)
            }
            LinkPage::Ledger => {
                let view = LedgerView::from_text(query).map_err(|_| bad())?;
                Ok(Self::Ledger(Box::new(view), None))
            }
            LinkPage::Dates => Ok(Self::Dates(DateFilter::from_text(query))),
            LinkPage::Sources => Ok(Self::Sources(SourceFilter::from_text(query))),
            LinkPage::Problems => Ok(Self::Problems(ProblemFilter::from_text(query))),
        }
    }

    /// Its name, for files: `ledger`, `lt`, `dates`.
    pub fn name(&self) -> String {
        match self {
            Self::Parties(..) => "parties".to_owned(),
            Self::Party(party) => party.as_str().to_lowercase(),
            Self::Matrix(_) => LinkPage::Commitments.key().to_owned(),
            Self::Ledger(..) => LinkPage::Ledger.key().to_owned(),
            Self::Dates(_) => LinkPage::Dates.key().to_owned(),
            Self::Sources(_) => LinkPage::Sources.key().to_owned(),
            Self::Problems(_) => LinkPage::Problems.key().to_owned(),
            Self::Chart(request) => request.kind.key().to_owned(),
        }
    }

    /// The place as links name it.
    pub fn place(&self) -> String {
        let page = |page: LinkPage, query: String| {
            let link = Link {
                query,
                ..Link::to(page)
            };
            link.to_string()
        };
        match self {
            Self::Parties(measure, filter) => parties::place(*measure, filter),
            Self::Party(party) => {
                let link = Link {
                    party: Some(party.to_string()),
                    ..Link::to(LinkPage::Party)
                };
                link.to_string()
            }
            Self::Matrix(settings) => page(LinkPage::Commitments, settings.to_text()),
            Self::Ledger(view, _) => page(LinkPage::Ledger, view.to_text()),
            Self::Dates(filter) => page(LinkPage::Dates, filter.to_text()),
            Self::Sources(filter) => page(LinkPage::Sources, filter.to_text()),
            Self::Problems(filter) => page(LinkPage::Problems, filter.to_text()),
            Self::Chart(request) => page(LinkPage::Chart, request.to_text()),
        }
    }

    /// What it shows, with what that rests on. `mark` tells of which dataset the ledger is.
    ///
    /// # Errors
    /// When it is of a party that is not in the book.
    pub fn sheets(
        &self,
        ledger: &Arc<Ledger>,
        mark: &DatasetMark,
        reader: Reader,
    ) -> Result<Sheets, ExportError> {
        let texts = reader.texts;
        let (title, made) = match self {
            Self::Parties(measure, filter) => (
                texts.get("export-title-parties"),
                parties::made(ledger, *measure, filter, texts),
            ),
            Self::Party(id) => {
                let party = ledger.dataset().parties.get(id);
                let party = party.ok_or_else(|| ExportError::NoParty(id.to_string()))?;
                let title = words::name(&party.name, texts).to_owned();
                (title, party::made(ledger, id, reader))
            }
            Self::Matrix(settings) => (
                texts.get("page-commitments"),
                matrix::made(ledger, settings, texts),
            ),
            Self::Ledger(view, listed) => (
                texts.get("page-ledger"),
                ledger::made(ledger, view, listed.clone(), texts),
            ),
            Self::Dates(filter) => (texts.get("page-dates"), dates::made(ledger, filter, reader)),
            Self::Sources(filter) => (
                texts.get("page-sources"),
                sources::made(ledger, filter, texts),
            ),
            Self::Problems(filter) => (
                texts.get("page-problems"),
                problems::made(ledger, filter, texts),
            ),
            Self::Chart(request) => chart::made(ledger, request, texts),
        };
        let counted = made.tables.iter().flat_map(|table| &table.columns);
        let counted = counted.into_iter().any(|of| of.kind == super::Kind::Amount);
        let reference = if counted {
            reference_sources(ledger)
        } else {
            Vec::new()
        };
        let sources = made.sources.into_iter().chain(reference);
        let mut about = About::new((title, self.place()), mark, ledger, sources, texts);
        about.notes = made.notes;
        if counted {
            about.notes.push(texts.get("export-note-bounds"));
        }
        Ok(Sheets {
            tables: made.tables,
            about,
            records: made.records,
        })
    }
}

/// A word of a closed list.
fn word(key: &str, told: String) -> Value {
    Value::Word(key.to_owned(), told)
}

/// A party, by its id and its name.
fn party(dataset: &Dataset, id: &PartyId, texts: Texts) -> Value {
    let found = dataset.parties.get(id);
    let name = found.map_or(id.as_str(), |party| words::name(&party.name, texts));
    word(id.as_str(), name.to_owned())
}

/// A party of the book by its id, in small or capital letters.
fn known(dataset: &Dataset, wanted: &str) -> Result<PartyId, ExportError> {
    let mut parties = dataset.parties.keys();
    let found = parties.find(|id| id.as_str().eq_ignore_ascii_case(wanted));
    found
        .cloned()
        .ok_or_else(|| ExportError::NoParty(wanted.to_owned()))
}

/// Whether names are compared in Ukrainian.
fn ukrainian(texts: Texts) -> bool {
    texts.lang() == Lang::Uk
}
