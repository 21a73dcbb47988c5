//! What a chart is made of: marks with bounds, each with the tree under it.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Basis, Bounds, Derivation, Fulfilment, Ledger, Query, StagedTotal};
use crate::model::{AidType, Currency, Instrument, MoneyId, Name, PartyId, SourceId, Stage, Year};

use super::request::ChartRequest;

/// One bar, bullet, point, or part of a column.
#[derive(Clone, Debug)]
pub struct ChartMark {
    /// Whose; none where the mark is of all parties together.
    pub party: Option<(PartyId, Name)>,
    /// Of which stage its value is. One chart may hold promises of two stages, never their sum (R1).
    pub stage: Stage,
    /// Which part of its row or column it is, where that is stacked; none: all of it.
    pub part: Option<Part>,
    /// When, for marks over time.
    pub when: Option<When>,
    /// The entry or commitment it is of, and which of its figures, where it is one figure (R10).
    pub figure: Option<FigureMark>,
    /// The value that is drawn, in the chart's unit.
    pub value: Bounds,
    /// The tree under it.
    pub derivation: Tree,
    /// What it rests on.
    pub basis: Basis,
    /// For promised against arrived: the promise and its ratio.
    pub fulfilment: Option<Fulfilment>,
    /// Whether it is a running total's point over the cumulated packages.
    pub running_total: bool,
    /// For a running total's point: by how much its low bound is more than the packages of the same
    /// party, type and days come to: “reported, not itemised”. None where that is nothing, or where
    /// the two cannot be compared.
    pub not_itemised: Option<Decimal>,
    /// For per cent of GDP: the GDP divided by, in the shown currency, and its year; per head: the
    /// number of people and its year.
    pub divisor: Option<(Decimal, Year)>,
    /// Whether its year or month was not over on the day as known on which the chart is drawn.
    pub partial: bool,
    /// For the last mark of a promise: whether the text names no end, so that it goes on.
    pub goes_on: bool,
}

impl ChartMark {
    /// A mark of a total, whole and without a time.
    pub(super) fn new(total: &StagedTotal) -> Self {
        Self::with(
            total.stage(),
            Tree::Made(Arc::clone(total.derivation())),
            *total.bounds(),
            total.basis().clone(),
        )
    }

    /// A mark whose tree is made when it is opened: the ledger's for `query`, which comes to `value`.
    pub(super) fn of_query(query: Query, value: Bounds, basis: Basis) -> Self {
        let stage = query.stage;
        Self::with(stage, Tree::Asked(Box::new(query)), value, basis)
    }

    fn with(stage: Stage, derivation: Tree, value: Bounds, basis: Basis) -> Self {
        Self {
            party: None,
            stage,
            part: None,
            when: None,
            figure: None,
            value,
            derivation,
            basis,
            fulfilment: None,
            running_total: false,
            not_itemised: None,
            divisor: None,
            partial: false,
            goes_on: false,
        }
    }

    /// The value in the shown currency, where the chart shows it divided: of GDP, per head, of the
    /// whole. None for days of a line over time, whose value is money already.
    pub fn money(&self) -> Option<&Bounds> {
        match &self.derivation {
            Tree::Made(derivation) => Some(&derivation.bounds),
            Tree::Asked(_) => None,
        }
    }
}

/// The tree under a mark: made with it, or made when it is opened. A line over a large book has
/// hundreds of days, each of which holds all figures before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tree {
    /// It is there.
    Made(Arc<Derivation>),
    /// The ledger gives it for this query; its bounds are the mark's value.
    Asked(Box<Query>),
}

impl Tree {
    /// The tree, asked of the ledger that the chart was made of.
    pub fn of(&self, ledger: &Ledger) -> Arc<Derivation> {
        match self {
            Self::Made(derivation) => Arc::clone(derivation),
            Self::Asked(query) => Arc::clone(ledger.total(query).derivation()),
        }
    }

    /// The tree, if it is made already.
    pub fn made(&self) -> Option<&Arc<Derivation>> {
        match self {
            Self::Made(derivation) => Some(derivation),
            Self::Asked(_) => None,
        }
    }
}

/// Which part of a stacked row or column a mark is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// Of this aid type.
    Type(AidType),
    /// Of this instrument.
    Instrument(Instrument),
    /// In the row's own best known sum (R4), but in none of its parts: reported, not itemised. Its
    /// tree is the row's.
    NotItemised,
}

impl Part {
    /// Its name for machines.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Type(of) => of.key(),
            Self::Instrument(of) => of.key(),
            Self::NotItemised => "not_itemised",
        }
    }
}

/// When a mark over time stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum When {
    /// On a day.
    Day(Date),
    /// In a year.
    Year(Year),
    /// In a month of a year, 1–12.
    Month(Year, i8),
    /// One sum over several years, not split (R5).
    NotSplit,
}

impl When {
    /// Its name for machines: `2024-06-27`, `2024-06`, `not_split`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{year}-{month:02}"),
            Self::NotSplit => "not_split".to_owned(),
        }
    }

    /// The day, where it is one.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            _ => None,
        }
    }
}

/// One figure among several of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureMark {
    /// The record.
    pub record: MoneyId,
    /// What the record is about.
    pub summary: String,
    /// Who reports it.
    pub source: Option<SourceId>,
    /// Whether it is the one that sums use.
    pub preferred: bool,
}

/// The unit of a chart's values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChartUnit {
    /// Whole units of a currency.
    Currency(Currency),
    /// Per cent of GDP.
    PercentOfGdp,
    /// Whole units of a currency per head.
    PerHead(Currency),
    /// Per cent of the whole that the chart shows.
    PercentOfWhole,
}

/// A row or a column of a stacked chart: its own total, which is not always what its parts come to.
#[derive(Clone, Debug)]
pub struct ChartRow {
    /// Whose row; none: of all parties asked for together.
    pub party: Option<(PartyId, Name)>,
    /// Which column; none: it is a row.
    pub when: Option<When>,
    /// Its own best known total (R4).
    pub total: StagedTotal,
    /// By how much the low bounds of its parts together are more than its own: running totals of two
    /// types are never added (R4), and a whole of one type may hold a part of another (R3). Zero: not.
    pub parts_exceed: Decimal,
}

/// A chart as data.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What was asked.
    pub request: ChartRequest,
    /// The unit of the values.
    pub unit: ChartUnit,
    /// The marks. Rows (parties, entries) follow each other in the order asked for, the marks of a
    /// row beside each other: parts in their fixed order, times in theirs. Over time the days of the
    /// line come first, then the running totals.
    pub marks: Vec<ChartMark>,
    /// Of stacked charts: each row or column with its own total, in the order of the marks.
    pub rows: Vec<ChartRow>,
    /// How many of the parties asked for have nothing recorded and so no mark.
    pub nothing_recorded: usize,
    /// How many have something recorded but no mark, since their GDP (or its rate) or their
    /// population is not known.
    pub without_divisor: usize,
    /// By year and by month: how many running totals stand in no column, as they count over more
    /// than one of its periods (R4).
    pub running_totals: usize,
    /// How many days and running totals over time have no mark, so that a line stays quick to draw;
    /// the marks that are there are exact.
    pub thinned: usize,
    /// For parts of the whole: what is 100 %, the sum of the low bounds of all parties asked for. None
    /// where there is no such sum, and so no marks.
    pub whole: Option<Decimal>,
    /// The total over what the chart shows, where it is one sum.
    pub total: Option<StagedTotal>,
}

impl Chart {
    /// The row or column that a mark is a part of, where the chart is stacked.
    pub fn row_of(&self, mark: &ChartMark) -> Option<&ChartRow> {
        let mut rows = self.rows.iter();
        rows.find(|row| row.party == mark.party && row.when == mark.when)
    }

    /// The trees that tell every figure that the chart shows. A line over time tells on its last day
    /// of all the days before it, so only that one is asked for; what was announced before its whole
    /// was stands there among what is left out (R3).
    pub fn trees(&self, ledger: &Ledger) -> Vec<Arc<Derivation>> {
        let mut trees = Vec::new();
        for (at, mark) in self.marks.iter().enumerate() {
            let goes_on = |next: &ChartMark| {
                matches!(next.derivation, Tree::Asked(_)) && next.party == mark.party
            };
            let is_last = !self.marks.get(at + 1).is_some_and(goes_on);
            if is_last || matches!(mark.derivation, Tree::Made(_)) {
                trees.push(mark.derivation.of(ledger));
            }
        }
        trees
    }
}
