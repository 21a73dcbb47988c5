//! What a layout makes of rows, before it is judged against the book.

use serde::{Deserialize, Serialize};

use crate::exchange::table::TableNote;
use crate::model::{AidType, Amount, Instrument, Notes, PartialDate, Quantity, Record, Stage};

/// Where a draft stood in its file.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Place {
    /// The sheet, where the file has sheets.
    pub sheet: Option<String>,
    /// The row from 1, headings counted.
    pub row: u64,
    /// What the file itself calls the record.
    pub key: Option<String>,
    /// The amount as it stands there.
    pub amount: Option<String>,
    /// The date as it stands there.
    pub date: Option<String>,
    /// The address that the file names as its own source for the row.
    pub link: Option<String>,
}

/// An aid entry as the file tells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Where it stood.
    pub place: Place,
    /// Who gives, as the file spells it.
    pub party: String,
    /// A package or a running total.
    pub record: Record,
    /// How far it got.
    pub stage: Stage,
    /// What kind of aid.
    pub aid_type: AidType,
    /// In what shape.
    pub instrument: Instrument,
    /// In words: what the file says of it.
    pub summary: String,
    /// How much; undisclosed where the file says that it does not say.
    pub amount: Amount,
    /// The source's own verb or status.
    pub as_reported: Option<String>,
    /// The same money as the file tells it otherwise (in the original currency, before a revaluation),
    /// and why that is not the preferred figure.
    pub others: Vec<(Amount, String)>,
    /// When it was announced or reported.
    pub date: Option<PartialDate>,
    /// Goods given.
    pub quantity: Option<Quantity>,
    /// The draft that is its whole (R3), by its index among the drafts of this import.
    pub part_of: Option<usize>,
    /// Remarks.
    pub notes: Notes,
}

/// Why a row becomes no entry.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// Nothing stands in it.
    Blank,
    /// It repeats the headings, or names units.
    Heading,
    /// It sums up other rows.
    Total,
    /// It says of nobody whose it is.
    NoParty,
    /// It is about a party that the person left out: its name.
    PartyLeftOut(String),
    /// Its giver is no state or union that can be told from the text.
    UnknownParty(String),
    /// It is not aid to Ukraine: the recipient.
    OtherRecipient(String),
    /// Its stage cannot be told from this text.
    UnknownStage(String),
    /// Its kind of aid cannot be told from this text.
    UnknownType(String),
    /// This is no amount.
    BadAmount(String),
    /// A sum below zero takes something back: no entry can do that.
    Negative(String),
    /// It has more cells than there are headings: what stands in the first of them.
    Surplus(String),
    /// It stands under headings that repeat the first ones otherwise: in which row.
    OtherHeading(u64),
    /// This is no currency that is known.
    BadCurrency(String),
    /// This is no date that can be read.
    BadDate(String),
    /// No amount, no goods, no words: nothing that could be an entry.
    NothingSaid,
    /// Its money stands in another row already, by the rule of the layout: which row.
    CountedIn(u64),
    /// By the rule of the layout it is told by other rows and does not count.
    NotCounted,
    /// It is not as the format wants it: what is wrong.
    Malformed(String),
    /// It stands in the book already, from this very place of this very file, or word for word: the id.
    AlreadyHere(String),
    /// It is likely the same as an entry of the book, and was left out for that: the id.
    LikelyHere(String),
}

impl Skip {
    /// What kind of reason it is, in a word that stays: for tables and scripts.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Heading => "heading",
            Self::Total => "total",
            Self::NoParty => "no_party",
            Self::PartyLeftOut(_) => "party_left_out",
            Self::UnknownParty(_) => "unknown_party",
            Self::OtherRecipient(_) => "other_recipient",
            Self::UnknownStage(_) => "unknown_stage",
            Self::UnknownType(_) => "unknown_type",
            Self::BadAmount(_) => "bad_amount",
            Self::Negative(_) => "negative",
            Self::Surplus(_) => "surplus",
            Self::OtherHeading(_) => "other_heading",
            Self::BadCurrency(_) => "bad_currency",
            Self::BadDate(_) => "bad_date",
            Self::NothingSaid => "nothing_said",
            Self::CountedIn(_) => "counted_in",
            Self::NotCounted => "not_counted",
            Self::Malformed(_) => "malformed",
            Self::AlreadyHere(_) => "already_here",
            Self::LikelyHere(_) => "likely_here",
        }
    }

    /// What stands in the row, or the id or row that it is about; empty where there is nothing to name.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::PartyLeftOut(text)
            | Self::UnknownParty(text)
            | Self::OtherRecipient(text)
            | Self::UnknownStage(text)
            | Self::UnknownType(text)
            | Self::BadAmount(text)
            | Self::Negative(text)
            | Self::Surplus(text)
            | Self::BadCurrency(text)
            | Self::BadDate(text)
            | Self::Malformed(text)
            | Self::AlreadyHere(text)
            | Self::LikelyHere(text) => text.clone(),
            Self::CountedIn(row) | Self::OtherHeading(row) => row.to_string(),
            Self::Blank
            | Self::Heading
            | Self::Total
            | Self::NoParty
            | Self::NothingSaid
            | Self::NotCounted => String::new(),
        }
    }

    /// Whether something stands there that could not be read: somebody should look at the row. Other
    /// rows are left out because they say nothing that is wanted, or say it a second time.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        matches!(
            self,
            Self::NoParty
                | Self::UnknownParty(_)
                | Self::UnknownStage(_)
                | Self::UnknownType(_)
                | Self::BadAmount(_)
                | Self::Negative(_)
                | Self::Surplus(_)
                | Self::OtherHeading(_)
                | Self::BadCurrency(_)
                | Self::BadDate(_)
                | Self::Malformed(_)
        )
    }
}

/// A row that becomes no entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Skipped {
    /// Where it stood.
    pub place: Place,
    /// Why.
    pub why: Skip,
}

/// Something that a person should look at before the rows are taken in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Doubt {
    /// Day and month could be exchanged; the order was decided by the whole column: how many dates
    /// could only be read this way, how many either way. True: the day stands first.
    DayMonth {
        /// The heading of the column.
        column: String,
        /// Whether the day stands first.
        day_first: bool,
        /// How many dates decide it.
        deciding: usize,
        /// How many could be read either way.
        open: usize,
    },
    /// The scale that a heading or sheet names does not fit the numbers under it: `billion EUR` over
    /// figures in millions.
    Scale {
        /// The heading of the column.
        column: String,
        /// The unit named.
        unit: String,
        /// The greatest number under it, as it stands.
        greatest: String,
    },
    /// A point or comma could part thousands or decimals; which was decided by the whole column.
    Mark {
        /// The heading of the column.
        column: String,
        /// The decimal mark taken.
        mark: char,
        /// How many cells decide it.
        deciding: usize,
        /// How many could be read either way.
        open: usize,
    },
    /// Rows that say the same but stand apart and have no ids: kept, and counted.
    Repeats {
        /// How many rows repeat another.
        rows: usize,
    },
    /// Formulas of which the file keeps no result.
    NoResults {
        /// How many cells.
        cells: usize,
    },
    /// What was seen of the table itself: ragged rows, merged cells, formulas that end in a mistake.
    Table(TableNote),
    /// In words of the layout, in English and Ukrainian by a message of the texts.
    Told {
        /// The message.
        id: &'static str,
        /// What stands in it.
        what: String,
    },
}

/// What a layout makes of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// The entries.
    pub drafts: Vec<Draft>,
    /// The rows that become none.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
    /// How many rows were read, headings not counted.
    pub rows: u64,
}
