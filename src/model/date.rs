//! Years and dates to the precision that a source gives: `2024`, `2024-06`, `2024-06-27`, or some day
//! of a span, as ISO 8601-2 writes it: `2022-03-04/2022-03-11`, `../2022-03-10`, `2022-03-10/..`.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Why a text or number is no year or date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The year lies outside 1990–2100.
    #[error("the year {0} lies outside 1990–2100")]
    Year(i64),
    /// Not `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a span of days, or no day of the calendar.
    #[error("{0:?} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")]
    Date(String),
    /// A span without any end, upside down, or outside 1990–2100.
    #[error("a span of days needs a first or a last day, in this order, of 1990–2100")]
    Span,
}

/// A calendar year, 1990–2100.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Year(i16);

impl Year {
    /// First year accepted.
    pub const MIN: Self = Self(1990);
    /// Last year accepted.
    pub const MAX: Self = Self(2100);

    /// Reads a year.
    ///
    /// # Errors
    /// When it lies outside 1990–2100 (so `20244` is caught where it is typed).
    pub fn new(year: i64) -> Result<Self, DateError> {
        match i16::try_from(year) {
            Ok(y) if (1990..=2100).contains(&y) => Ok(Self(y)),
            _ => Err(DateError::Year(year)),
        }
    }

    /// The year a date falls in, clamped to the accepted range.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(date.year().clamp(1990, 2100))
    }

    /// The year as a number.
    #[must_use]
    pub fn get(self) -> i16 {
        self.0
    }

    /// This year plus `years`, held at the last accepted year.
    #[must_use]
    pub fn plus(self, years: i16) -> Self {
        Self(self.0.saturating_add(years).clamp(1990, 2100))
    }

    /// 1 January.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::constant(self.0, 1, 1)
    }

    /// 31 December.
    #[must_use]
    pub fn last_day(self) -> Date {
        Date::constant(self.0, 12, 31)
    }

    /// Every year from this one to `last`, both counted.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i16(self.0)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let year = i64::deserialize(deserializer)?;
        Self::new(year).map_err(serde::de::Error::custom)
    }
}

/// From a day to a day, of which one may be unknown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct DaySpan {
    from: Option<Date>,
    to: Option<Date>,
}

impl DaySpan {
    /// 24 February 2022: where a span has no first day, it counts from here, as R4 counts a running
    /// total of which the start is unknown.
    pub const UNKNOWN_START: Date = Date::constant(2022, 2, 24);

    /// A span.
    ///
    /// # Errors
    /// When neither day is known, the last lies before the first, or one lies outside 1990–2100.
    pub fn new(from: Option<Date>, to: Option<Date>) -> Result<Self, DateError> {
        let known = from.or(to).is_some();
        let upright = from.zip(to).is_none_or(|(from, to)| from <= to);
        let mut days = from.into_iter().chain(to);
        if known && upright && days.all(|day| (1990..=2100).contains(&day.year())) {
            Ok(Self { from, to })
        } else {
            Err(DateError::Span)
        }
    }

    /// The first day, where it is known.
    #[must_use]
    pub fn from(self) -> Option<Date> {
        self.from
    }

    /// The last day, where it is known.
    #[must_use]
    pub fn to(self) -> Option<Date> {
        self.to
    }
}

impl fmt::Display for DaySpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |day: Option<Date>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        write!(f, "{}/{}", end(self.from), end(self.to))
    }
}

impl std::str::FromStr for DaySpan {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let bad = || DateError::Date(text.to_owned());
        let (from, to) = text.split_once('/').ok_or_else(bad)?;
        let end = |text: &str| match text {
            ".." => Ok(None),
            day => match day.parse() {
                Ok(PartialDate::Day(day)) => Ok(Some(day)),
                _ => Err(bad()),
            },
        };
        Self::new(end(from)?, end(to)?)
    }
}

/// A date to the precision that the source gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartialDate {
    /// Only the year is known.
    Year(Year),
    /// The year and the month (1–12) are known.
    Month(Year, i8),
    /// The day is known.
    Day(Date),
    /// One of these days: “until 10 March 2022”, “between 4 and 11 March 2022”.
    Between(DaySpan),
}

impl PartialDate {
    /// The earliest day it can mean; of a span without a first day 24 February 2022, or the last
    /// day where that is earlier.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(y) => y.first_day(),
            Self::Month(y, m) => Date::constant(y.get(), m, 1),
            Self::Day(d) | Self::Between(DaySpan { from: Some(d), .. }) => d,
            Self::Between(DaySpan { to, .. }) => {
                to.map_or(DaySpan::UNKNOWN_START, |to| to.min(DaySpan::UNKNOWN_START))
            }
        }
    }

    /// The latest day it can mean; of a span without a last day the end of 2100.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(y) => y.last_day(),
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Day(d) => d,
            Self::Between(span) => span.to.unwrap_or(Year::MAX.last_day()),
        }
    }

    /// The year it lies in; of a span that of its last known day.
    #[must_use]
    pub fn year(self) -> Year {
        match self {
            Self::Year(y) | Self::Month(y, _) => y,
            Self::Day(d) => Year::of(d),
            Self::Between(span) => Year::of(span.to.unwrap_or_else(|| self.first_day())),
        }
    }

    /// The month (1–12), where it is known; of a span where all of it lies in one.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        match self {
            Self::Year(_) => None,
            Self::Month(_, m) => Some(m),
            Self::Day(d) => Some(d.month()),
            Self::Between(span) => {
                let ends = span.from.zip(span.to);
                let ends = ends.map(|(from, to)| (from.first_of_month(), to.first_of_month()));
                ends.filter(|(from, to)| from == to)
                    .map(|(from, _)| from.month())
            }
        }
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By first day, then by last day: `2024` stands before `2024-01-01`'s successors but after nothing
/// that begins earlier.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |d: &Self| (d.first_day(), d.last_day());
        key(self).cmp(&key(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(y) => write!(f, "{y}"),
            Self::Month(y, m) => write!(f, "{y}-{m:02}"),
            Self::Day(d) => write!(f, "{d}"),
            Self::Between(span) => span.fmt(f),
        }
    }
}

impl std::str::FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if text.contains('/') {
            return text.parse().map(Self::Between);
        }
        let bad = || DateError::Date(text.to_owned());
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i64>().ok())
                .flatten()
                .ok_or_else(bad)
        };
        let mut parts = text.split('-');
        let year = Year::new(digits(parts.next().unwrap_or_default(), 4)?)?;
        let month = parts.next().map(|p| digits(p, 2)).transpose()?;
        let day = parts.next().map(|p| digits(p, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(bad());
        }
        let small = |n: i64| i8::try_from(n).map_err(|_| bad());
        match (month, day) {
            (None, _) => Ok(Self::Year(year)),
            (Some(m), None) if (1..=12).contains(&m) => Ok(Self::Month(year, small(m)?)),
            (Some(m), Some(d)) => Date::new(year.get(), small(m)?, small(d)?)
                .map(Self::Day)
                .map_err(|_| bad()),
            _ => Err(bad()),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_the_precision_it_was_given() {
        for text in ["2024", "2024-02", "2024-02-29"] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!(date.to_string(), text);
        }
        let month: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(month.first_day().to_string(), "2024-02-01");
        assert_eq!(month.last_day().to_string(), "2024-02-29");
    }

    #[test]
    fn a_span_keeps_the_days_that_are_known() {
        for (text, first, last, month) in [
            ("2022-03-04/2022-03-11", "2022-03-04", "2022-03-11", Some(3)),
            ("2022-02-27/2022-03-01", "2022-02-27", "2022-03-01", None),
            ("../2022-03-10", "2022-02-24", "2022-03-10", None),
            ("../2022-01-31", "2022-01-31", "2022-01-31", None),
            ("2022-03-10/..", "2022-03-10", "2100-12-31", None),
        ] {
            let date: PartialDate = text.parse().unwrap();
            assert_eq!(date.to_string(), text);
            assert_eq!(date.first_day().to_string(), first, "{text}");
            assert_eq!(date.last_day().to_string(), last, "{text}");
            assert_eq!((date.year().get(), date.month()), (2022, month), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_a_reason() {
        for text in [
            "20244",
            "2024-13",
            "2024-02-30",
            "1989",
            "24",
            "2024-6-27",
            "",
            "2024-06-27-01",
            "../..",
            "2022-03-11/2022-03-04",
            "2022-03/2022-04",
            "/2022-03-04",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
