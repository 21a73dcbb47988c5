//! What can be wrong with a file: why it cannot be read at all, or which of its parts cannot.

use crate::model::{Currency, GdpShare, Money, MoneyRange, PartialDate, PartyId, Percent, Year};

pub use super::scan::Place;
use super::section::Section;

/// Why nothing of a file can be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReadError {
    /// The file holds nothing.
    #[error("the file is empty")]
    Empty,
    /// The file is not UTF-8 text.
    #[error("line {line} is not UTF-8 text")]
    NotUtf8 {
        /// The first line that is not.
        line: usize,
    },
    /// The text is not RON.
    #[error("line {}, column {}: this is not RON: expected {expected}", place.line, place.column)]
    NotRon {
        /// Where it stops being RON.
        place: Place,
        /// What should stand there.
        expected: &'static str,
    },
    /// The text is RON, of something other than a dataset.
    #[error("the file holds neither `schema` nor a known section")]
    SomethingElse {
        /// Where its first field stands.
        place: Place,
        /// The name of its first field, if it has one.
        first_field: Option<String>,
    },
    /// A version before the first.
    #[error("there is no schema {schema}")]
    UnknownSchema {
        /// The version that the file claims.
        schema: u32,
        /// Where it does.
        place: Place,
    },
}

/// A value that the model refuses, with its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ValueProblem {
    /// Not a code of ISO 4217.
    Currency(String),
    /// A sum below zero.
    Negative(String),
    /// A sum beyond a quadrillion.
    TooLarge(String),
    /// No sum of money.
    Sum(String),
    /// No range of two sums.
    Range(String),
    /// No share between 0 and 100 %.
    Share(String),
    /// A year outside 1990–2100.
    Year(String),
    /// No day, month or year of the calendar.
    Date(String),
    /// Not made of the characters that ids have.
    Id(String),
    /// Anything else, in the parser's words.
    Other(String),
}

impl ValueProblem {
    /// Tells by the refused literal and the model's message which type refused it.
    pub(super) fn of(literal: &str, message: &str) -> Self {
        let text = literal.trim_matches('"').to_owned();
        let said = |error: Option<String>| error.as_deref() == Some(message);
        let error = |e: &dyn std::fmt::Display| Some(e.to_string());
        if said(Currency::new(&text).err().and_then(|e| error(&e))) {
            return Self::Currency(text);
        }
        if said(text.parse::<Money>().err().and_then(|e| error(&e))) {
            return match text.parse::<Money>() {
                Err(crate::model::MoneyError::Currency(code)) => Self::Currency(code),
                Err(crate::model::MoneyError::Negative(_)) => Self::Negative(text),
                Err(crate::model::MoneyError::TooLarge(_)) => Self::TooLarge(text),
                _ => Self::Sum(text),
            };
        }
        if said(text.parse::<MoneyRange>().err()) {
            return Self::Range(text);
        }
        let percent = text.parse().ok().and_then(|n| Percent::new(n).err());
        if said(text.parse::<GdpShare>().err()) || said(percent) {
            return Self::Share(text);
        }
        let year = text.parse().ok().and_then(|n| Year::new(n).err());
        if said(year.and_then(|e| error(&e))) {
            return Self::Year(text);
        }
        if said(text.parse::<PartialDate>().err().and_then(|e| error(&e))) {
            return match text.parse::<PartialDate>() {
                Err(crate::model::DateError::Year(year)) => Self::Year(year.to_string()),
                _ => Self::Date(text),
            };
        }
        if said(PartyId::new(&text).err().and_then(|e| error(&e))) {
            return Self::Id(text);
        }
        let day = text.parse::<jiff::civil::Date>().err();
        if said(day.and_then(|e| error(&e))) {
            return Self::Date(text);
        }
        Self::Other(message.to_owned())
    }
}

/// What is wrong with a part of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DamageKind {
    /// The file ends in the middle.
    EndsEarly,
    /// A bracket, comma or name is missing: this was expected instead.
    Expected(&'static str),
    /// Not RON, in the parser's words.
    Syntax(String),
    /// A field that this version does not know. The rest of the record was read without it.
    UnknownField {
        /// Its name.
        field: String,
        /// The names that it could have.
        known: Vec<&'static str>,
    },
    /// A field that every record of the kind has is missing.
    MissingField(String),
    /// A field stands twice.
    RepeatedField(String),
    /// A word that is none of those that may stand there.
    UnknownWord {
        /// The word.
        word: String,
        /// The words that it could be.
        known: Vec<&'static str>,
    },
    /// A value that cannot be.
    Value(ValueProblem),
    /// A second record with the same id; the first was kept.
    RepeatedId {
        /// The line of the first.
        first_line: usize,
    },
}

/// A part of a file that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// In which section; none: in the header or between the sections.
    pub section: Option<Section>,
    /// The id of the record, where it could be made out.
    pub record: Option<String>,
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub kind: DamageKind,
}
