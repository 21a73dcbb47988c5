//! Why a text could not be read, and what to write instead.

use super::super::Texts;
use super::token::LONGEST;

/// Why a typed text means nothing here. Texts are quoted as they were typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Nothing but spaces.
    #[error("nothing is written")]
    Empty,
    /// Longer than anything that is typed on purpose.
    #[error("longer than {LONGEST} characters")]
    TooLong,
    /// No number in it.
    #[error("there is no number")]
    NoNumber,
    /// Digits that are no number: `1.5e9`, `1,00,000`.
    #[error("{0:?} is no number")]
    BadNumber(String),
    /// A sum below zero.
    #[error("a sum is never negative")]
    Negative,
    /// A word that means nothing here.
    #[error("the word {0:?} is not known")]
    UnknownWord(String),
    /// What stands for a currency and is none.
    #[error("{0:?} is no currency")]
    UnknownCurrency(String),
    /// No currency is typed, and the party has none that is known.
    #[error("no currency is written")]
    NoCurrency,
    /// Two currencies that cannot be the same one.
    #[error("two currencies for one sum")]
    TwoCurrencies,
    /// “About up to 3 bn”: an amount is bound in one way.
    #[error("two ways to bind one sum")]
    TwoBounds,
    /// A range or a time that ends before it begins.
    #[error("ends before it begins")]
    UpsideDown,
    /// Beyond what a sum or number may be, in size or in digits.
    #[error("{0:?} is too large or has too many digits")]
    OutOfRange(String),
    /// A percentage outside 0–100.
    #[error("{0:?} lies outside 0–100 %")]
    PercentOutOfRange(String),
    /// A range of shares of GDP.
    #[error("a share of GDP is no range")]
    ShareRange,
    /// A year or time without a sum.
    #[error("a time without a sum")]
    OnlyTime,
    /// Months or days where a sum comes again each year.
    #[error("a yearly sum runs by whole years")]
    YearlyByYears,
    /// Both “each year” and “in total”.
    #[error("each year, or once")]
    EachAndTogether,
    /// This much could not be fitted in.
    #[error("{0:?} does not fit in")]
    LeftOver(String),
    /// No date.
    #[error("{0:?} is no date")]
    NoDate(String),
    /// No day of the calendar: `2024-02-30`.
    #[error("there is no day {0:?}")]
    NoSuchDay(String),
    /// A year of two digits: `27.06.24`.
    #[error("{0:?} has a year of two digits")]
    TwoDigitYear(String),
    /// A day or month without its year.
    #[error("{0:?} lacks the year")]
    NoYear(String),
    /// A year outside 1990–2100.
    #[error("the year {0} lies outside 1990–2100")]
    YearOutOfRange(String),
    /// A year or month where a day is needed.
    #[error("{0:?} is no whole day")]
    NotADay(String),
    /// No year.
    #[error("{0:?} is no year")]
    NotAYear(String),
}

/// How much of a text is quoted.
const QUOTED: usize = 40;

/// A text as it is quoted: its beginning, where it is long.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Why a text could not be read and what to do about it, in one or two sentences.
pub fn told(why: &Unread, texts: Texts) -> String {
    match why {
        Unread::Empty => texts.get("typed-empty"),
        Unread::TooLong => texts.with("typed-too-long", &[("limit", LONGEST.to_string().into())]),
        Unread::NoNumber => texts.get("typed-no-number"),
        Unread::BadNumber(text) => texts.with("typed-bad-number", &[("text", quoted(text).into())]),
        Unread::Negative => texts.get("typed-negative"),
        Unread::UnknownWord(text) => {
            texts.with("typed-unknown-word", &[("text", quoted(text).into())])
        }
        Unread::UnknownCurrency(text) => {
            texts.with("typed-unknown-currency", &[("text", quoted(text).into())])
        }
        Unread::NoCurrency => texts.get("typed-no-currency"),
        Unread::TwoCurrencies => texts.get("typed-two-currencies"),
        Unread::TwoBounds => texts.get("typed-two-bounds"),
        Unread::UpsideDown => texts.get("typed-upside-down"),
        Unread::OutOfRange(text) => {
            texts.with("typed-out-of-range", &[("text", quoted(text).into())])
        }
        Unread::PercentOutOfRange(text) => texts.with(
            "typed-percent-out-of-range",
            &[("text", quoted(text).into())],
        ),
        Unread::ShareRange => texts.get("typed-share-range"),
        Unread::OnlyTime => texts.get("typed-only-time"),
        Unread::YearlyByYears => texts.get("typed-yearly-by-years"),
        Unread::EachAndTogether => texts.get("typed-each-and-together"),
        Unread::LeftOver(text) => texts.with("typed-left-over", &[("text", quoted(text).into())]),
        Unread::NoDate(text) => texts.with("typed-no-date", &[("text", quoted(text).into())]),
        Unread::NoSuchDay(text) => {
            texts.with("typed-no-such-day", &[("text", quoted(text).into())])
        }
        Unread::TwoDigitYear(text) => {
            texts.with("typed-two-digit-year", &[("text", quoted(text).into())])
        }
        Unread::NoYear(text) => texts.with("typed-no-year", &[("text", quoted(text).into())]),
        Unread::YearOutOfRange(text) => {
            texts.with("typed-year-out-of-range", &[("text", quoted(text).into())])
        }
        Unread::NotADay(text) => texts.with("typed-not-a-day", &[("text", quoted(text).into())]),
        Unread::NotAYear(text) => texts.with("typed-not-a-year", &[("text", quoted(text).into())]),
    }
}
