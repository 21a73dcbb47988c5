//! How the page of aid entries is looked at: narrowed, ordered, with which columns. Plain values.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::model::{
    AidType, AmountForm, Currency, Instrument, PartialDate, PartyId, Record, Stage,
};

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident: $key:literal;)*) => {
        /// A column of the page of aid entries.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum LedgerColumn { $($(#[$doc])* $name,)* }

        impl LedgerColumn {
            /// Every column, in the usual order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in links and settings.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

columns! {
    /// Whose.
    Party: "party";
    /// The entry's id.
    Id: "id";
    /// When it was announced.
    Announced: "announced";
    /// What it comes to, in the shown currency.
    Amount: "amount";
    /// How far it got.
    Stage: "stage";
    /// What kind of aid.
    Type: "type";
    /// In our own words.
    Summary: "summary";
    /// A package, or a running total and the day of its count.
    Record: "record";
    /// The amount as the source reports it.
    Original: "original";
    /// In what shape it comes.
    Instrument: "instrument";
    /// The source's own verb.
    Verb: "verb";
    /// What time it is for.
    Period: "period";
    /// The whole that it is inside.
    PartOf: "part_of";
    /// The record that carries its money.
    CountedIn: "counted_in";
    /// The commitments that it fulfils.
    Fulfils: "fulfils";
    /// Who says so.
    Source: "source";
}

impl LedgerColumn {
    /// The column of that name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.key() == key)
    }

    /// Whether it is narrowed by words that it has to hold.
    pub fn takes_words(self) -> bool {
        match self {
            Self::Id
            | Self::Summary
            | Self::Verb
            | Self::Period
            | Self::PartOf
            | Self::CountedIn
            | Self::Fulfils
            | Self::Source => true,
            Self::Party
            | Self::Announced
            | Self::Amount
            | Self::Stage
            | Self::Type
            | Self::Record
            | Self::Original
            | Self::Instrument => false,
        }
    }
}

/// A flow or a statement of a sum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A flow.
    Package,
    /// A statement: so much since then.
    RunningTotal,
}

impl RecordKind {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Package, Self::RunningTotal];

    /// The kind of a record.
    pub fn of(record: Record) -> Self {
        match record {
            Record::Package => Self::Package,
            Record::RunningTotal { .. } => Self::RunningTotal,
        }
    }

    /// Its name in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Package => "package",
            Self::RunningTotal => "running_total",
        }
    }
}

/// In what an amount is given by its source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenIn {
    /// A sum in a currency.
    Currency(Currency),
    /// A share of GDP.
    GdpShare,
    /// No sum is named.
    NoSum,
}

impl GivenIn {
    /// In what an amount is given.
    pub fn of(form: &AmountForm) -> Self {
        match form {
            AmountForm::GdpShare(_) => Self::GdpShare,
            AmountForm::Undisclosed(_) => Self::NoSum,
            other => other.currency().map_or(Self::NoSum, Self::Currency),
        }
    }

    /// Its name in links: the currency's code, `gdp` or `none`.
    pub fn key(&self) -> &str {
        match self {
            Self::Currency(currency) => currency.code(),
            Self::GdpShare => "gdp",
            Self::NoSum => "none",
        }
    }
}

/// From one value to another, both counted; none: open.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Between<T> {
    /// At least this.
    pub from: Option<T>,
    /// At most this.
    pub to: Option<T>,
}

impl<T> Default for Between<T> {
    fn default() -> Self {
        Self {
            from: None,
            to: None,
        }
    }
}

impl<T> Between<T> {
    /// Whether it leaves anything out.
    pub fn is_narrow(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// What the page is narrowed to. Values of one column widen (or), all else narrows (and).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LedgerFilter {
    /// Words that any of an entry's columns hold, in any case, with any diacritics.
    pub find: String,
    /// Words that a column holds.
    pub words: BTreeMap<LedgerColumn, String>,
    /// Only of these parties; none chosen: of all. So with the others below.
    pub parties: BTreeSet<PartyId>,
    /// Only of these stages.
    pub stages: BTreeSet<Stage>,
    /// Only of these types.
    pub types: BTreeSet<AidType>,
    /// Only in these shapes.
    pub instruments: BTreeSet<Instrument>,
    /// Only of these kinds.
    pub records: BTreeSet<RecordKind>,
    /// Only given in these.
    pub given_in: BTreeSet<GivenIn>,
    /// By the first day that the announcement can mean (R11).
    pub announced: Between<PartialDate>,
    /// Only what may lie between these, in whole units of the shown currency.
    pub amount: Between<Decimal>,
    /// Only of the parties that the country list shows.
    pub listed: bool,
}

impl LedgerFilter {
    /// Whether anything is left out.
    pub fn is_narrowed(&self) -> bool {
        self.listed
            || !self.find.trim().is_empty()
            || LedgerColumn::ALL.iter().any(|column| self.narrows(*column))
    }

    /// Whether a column narrows the rows.
    pub fn narrows(&self, column: LedgerColumn) -> bool {
        match column {
            LedgerColumn::Party => !self.parties.is_empty(),
            LedgerColumn::Stage => !self.stages.is_empty(),
            LedgerColumn::Type => !self.types.is_empty(),
            LedgerColumn::Instrument => !self.instruments.is_empty(),
            LedgerColumn::Record => !self.records.is_empty(),
            LedgerColumn::Original => !self.given_in.is_empty(),
            LedgerColumn::Announced => self.announced.is_narrow(),
            LedgerColumn::Amount => self.amount.is_narrow(),
            words => {
                let words = self.words.get(&words);
                words.is_some_and(|words| !words.trim().is_empty())
            }
        }
    }

    /// Takes back what a column narrows.
    pub fn widen(&mut self, column: LedgerColumn) {
        match column {
            LedgerColumn::Party => self.parties.clear(),
            LedgerColumn::Stage => self.stages.clear(),
            LedgerColumn::Type => self.types.clear(),
            LedgerColumn::Instrument => self.instruments.clear(),
            LedgerColumn::Record => self.records.clear(),
            LedgerColumn::Original => self.given_in.clear(),
            LedgerColumn::Announced => self.announced = Between::default(),
            LedgerColumn::Amount => self.amount = Between::default(),
            words => {
                self.words.remove(&words);
            }
        }
    }
}

/// A column to order by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct LedgerSort {
    /// Which.
    pub column: LedgerColumn,
    /// Whether the greatest comes first. What a column does not say comes last either way.
    pub descending: bool,
}

/// How many columns the rows are ordered by at most.
pub const SORTS: usize = 3;

/// How the page is looked at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct LedgerView {
    /// What it is narrowed to.
    pub filter: LedgerFilter,
    /// By what it is ordered, the first first; at most [`SORTS`]. None: by id.
    pub sort: Vec<LedgerSort>,
    /// The columns shown, in order; each once, at least one.
    pub columns: Vec<LedgerColumn>,
    /// How many of them stay while the others move.
    pub frozen: usize,
}

impl Default for LedgerView {
    fn default() -> Self {
        Self {
            filter: LedgerFilter::default(),
            sort: vec![LedgerSort {
                column: LedgerColumn::Announced,
                descending: true,
            }],
            columns: LedgerColumn::ALL.to_vec(),
            frozen: 1,
        }
    }
}

impl LedgerView {
    /// Orders by a column alone, or turns its order round.
    pub fn sort_by(&mut self, column: LedgerColumn) {
        let descending = match self.sort.as_slice() {
            [only] if only.column == column => !only.descending,
            _ => looked_at_from_the_greatest(column),
        };
        self.sort = vec![LedgerSort { column, descending }];
    }

    /// Orders by a column where the columns before leave rows equal; turns its order round if it is
    /// one already. Beyond [`SORTS`] columns the last gives way.
    pub fn sort_by_also(&mut self, column: LedgerColumn) {
        if let Some(sort) = self.sort.iter_mut().find(|sort| sort.column == column) {
            sort.descending = !sort.descending;
            return;
        }
        self.sort.truncate(SORTS - 1);
        self.sort.push(LedgerSort {
            column,
            descending: looked_at_from_the_greatest(column),
        });
    }

    /// The column's place in the order, from one, and whether its greatest comes first.
    pub fn rank(&self, column: LedgerColumn) -> Option<(usize, bool)> {
        let mut sorts = self.sort.iter().zip(1..);
        let (sort, rank) = sorts.find(|(sort, _)| sort.column == column)?;
        Some((rank, sort.descending))
    }

    /// Shows a column at the end, or hides it; the last one stays.
    pub fn toggle(&mut self, column: LedgerColumn) {
        match self.columns.iter().position(|shown| *shown == column) {
            None => self.columns.push(column),
            Some(_) if self.columns.len() == 1 => {}
            Some(at) => {
                self.columns.remove(at);
            }
        }
    }

    /// Moves a shown column so many places; the ends hold.
    pub fn shift(&mut self, column: LedgerColumn, by: isize) {
        let Some(at) = self.columns.iter().position(|shown| *shown == column) else {
            return;
        };
        let to = at.saturating_add_signed(by).min(self.columns.len() - 1);
        let column = self.columns.remove(at);
        self.columns.insert(to, column);
    }
}

/// Numbers and days are looked at from the greatest, words from the first letter.
fn looked_at_from_the_greatest(column: LedgerColumn) -> bool {
    matches!(column, LedgerColumn::Amount | LedgerColumn::Announced)
}
