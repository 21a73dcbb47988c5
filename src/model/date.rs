//! Years and dates to the precision that a source gives: `2024`, `2024-06` or `2024-06-27`.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Why a text or number is no year or date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The year lies outside 1990–2100.
    #[error("the year {0} lies outside 1990–2100")]
    Year(i64),
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or no day of the calendar.
    #[error("{0:?} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")]
    Date(String),
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

/// A date to the precision that the source gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartialDate {
    /// Only the year is known.
    Year(Year),
    /// The year and the month (1–12) are known.
    Month(Year, i8),
    /// The day is known.
    Day(Date),
}

impl PartialDate {
    /// The earliest day it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(y) => y.first_day(),
            Self::Month(y, m) => Date::constant(y.get(), m, 1),
            Self::Day(d) => d,
        }
    }

    /// The latest day it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(y) => y.last_day(),
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Day(d) => d,
        }
    }

    /// The year it lies in.
    #[must_use]
    pub fn year(self) -> Year {
        match self {
            Self::Year(y) | Self::Month(y, _) => y,
            Self::Day(d) => Year::of(d),
        }
    }

    /// The month (1–12), where it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        match self {
            Self::Year(_) => None,
            Self::Month(_, m) => Some(m),
            Self::Day(d) => Some(d.month()),
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
        }
    }
}

impl std::str::FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
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
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
