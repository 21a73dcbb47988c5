//! Dates as they stand in the tables of the field: `until 3/10/2022`, `unclear, 04/22`, `between 3/4/22
//! & 3/11/22`. What is said becomes a span; what is not said is not guessed. Whether the day or the month
//! stands first is decided by the whole column, once, and told.
//!
//! A date that has one reading only keeps it, whatever the column says: `16/02/2023` is a day of February
//! among months that stand first. With full stops the day stands first (`06.02.2024`), as in all
//! languages that write dates so. Years of two digits are of this century.

mod pieces;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use self::pieces::{Piece, Says, pieces};
use super::draft::Doubt;
use crate::model::{DaySpan, PartialDate, Year};

/// What stands first in `3/4/2022`.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum DayMonth {
    /// The day: 3 April.
    #[default]
    DayFirst,
    /// The month: March 4.
    MonthFirst,
}

/// Why a text is no date.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoDate {
    /// It cannot be read.
    #[error("{0:?} is no date that can be read")]
    Unreadable(String),
    /// The calendar of 1990–2100 has no such day.
    #[error("{0:?} is no day of the calendar between 1990 and 2100")]
    NoSuchDay(String),
    /// It ends before it begins.
    #[error("{0:?} ends before it begins")]
    UpsideDown(String),
    /// It is a pair of years: a time for which money is meant, not a day on which something was said.
    #[error("{0}–{1} is a time of years, not a date")]
    Years(Year, Year),
}

/// The most characters that are read as a date: beyond it stands prose.
const LONGEST: usize = 120;

/// Reads a date; none where the text says that there is none (blank, `.`, `undisclosed`).
///
/// # Errors
/// When it is no date, see [`NoDate`].
pub fn read(text: &str, order: DayMonth) -> Result<Option<PartialDate>, NoDate> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let unreadable = || NoDate::Unreadable(super::shortened(text, LONGEST));
    if text.len() > 4 * LONGEST || text.chars().nth(LONGEST).is_some() {
        return Err(unreadable());
    }
    if let Ok(date) = text.parse::<PartialDate>() {
        return Ok(Some(date));
    }
    let Some(pieces) = pieces(text, order) else {
        return Err(unreadable());
    };
    let mut reader = Reader {
        pieces: &pieces,
        at: 0,
        failed: None,
    };
    match reader.whole() {
        Some(Said::Nothing) => Ok(None),
        Some(Said::Date(date)) => Ok(Some(date)),
        Some(Said::Years(from, to)) => Err(NoDate::Years(from, to)),
        None => Err(match reader.failed {
            Some(Failed::NoSuchDay) => NoDate::NoSuchDay(text.to_owned()),
            Some(Failed::UpsideDown) => NoDate::UpsideDown(text.to_owned()),
            None => unreadable(),
        }),
    }
}

/// The years of `2022-2023`, `2022/23`, `2022 to 2024` or of one year, `2024`: a time for which money
/// is meant.
pub fn years(text: &str) -> Option<(Year, Year)> {
    match read(text, DayMonth::DayFirst) {
        Ok(Some(PartialDate::Year(year))) => Some((year, year)),
        Err(NoDate::Years(from, to)) => Some((from, to)),
        _ => None,
    }
}

/// The day that a spreadsheet's number stands for, as it counts from 1900 (or 1904); none outside
/// 1990–2100. Only where a column holds dates otherwise: alone, a number is a number.
pub fn serial(number: Decimal, from_1904: bool) -> Option<PartialDate> {
    let days = i64::try_from(number.trunc()).ok()?;
    let days = if from_1904 { days + 1462 } else { days };
    // 1 January 1900 is 1, and a 29 February 1900 that never was is counted.
    let first = Date::constant(1899, 12, 30);
    let span = jiff::Span::new().try_days(days).ok()?;
    let day = first.checked_add(span).ok()?;
    (1990..=2100)
        .contains(&day.year())
        .then_some(PartialDate::Day(day))
}

/// What the dates of a column say of their order, gathered text by text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Order {
    /// How many dates only make sense with the day first.
    pub day_first: usize,
    /// How many dates only make sense with the month first.
    pub month_first: usize,
    /// How many could be read either way.
    pub open: usize,
}

impl Order {
    /// Looks at one more cell.
    pub fn look(&mut self, text: &str) {
        if text.len() > 4 * LONGEST {
            return;
        }
        for order in pieces::orders(text) {
            match order {
                Says::Only(DayMonth::DayFirst) => self.day_first += 1,
                Says::Only(DayMonth::MonthFirst) => self.month_first += 1,
                Says::Either => self.open += 1,
            }
        }
    }

    /// What stands first: what more dates can only be read as. Where none decides, the day.
    #[must_use]
    pub fn decided(self) -> DayMonth {
        if self.month_first > self.day_first {
            DayMonth::MonthFirst
        } else {
            DayMonth::DayFirst
        }
    }

    /// How many dates decide it.
    #[must_use]
    pub fn deciding(self) -> usize {
        self.day_first.max(self.month_first)
    }

    /// What a person should know of it: nothing where no date could be read either way.
    #[must_use]
    pub fn doubt(self, column: &str) -> Option<Doubt> {
        (self.open > 0).then(|| Doubt::DayMonth {
            column: column.to_owned(),
            day_first: self.decided() == DayMonth::DayFirst,
            deciding: self.deciding(),
            open: self.open,
        })
    }
}

/// What the texts of a column say of their order.
pub fn order_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Order {
    let mut order = Order::default();
    for text in texts {
        order.look(text);
    }
    order
}

/// What a whole text says.
enum Said {
    Nothing,
    Date(PartialDate),
    Years(Year, Year),
}

/// What was wrong with what could be read.
#[derive(Clone, Copy)]
enum Failed {
    NoSuchDay,
    UpsideDown,
}

/// A date of which the end of the text may have to tell the year.
#[derive(Clone, Copy)]
enum Part {
    Date(PartialDate),
    /// A day of a month that stands later: `3–5 March 2022`.
    Day(i8),
    /// A month of a year that stands later: `March–April 2022`.
    Month(i8),
    /// A day of a year that stands later: `3 March – 5 April 2022`.
    DayOfMonth(i8, i8),
}

struct Reader<'a> {
    pieces: &'a [Piece],
    at: usize,
    failed: Option<Failed>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<Piece> {
        self.pieces.get(self.at).copied()
    }

    fn takes(&mut self, wanted: impl Fn(Piece) -> bool) -> bool {
        let fits = self.peek().is_some_and(wanted);
        self.at += usize::from(fits);
        fits
    }

    fn is_over(&self) -> bool {
        self.at >= self.pieces.len()
    }

    fn day(&mut self, year: Year, month: i8, day: i8) -> Option<PartialDate> {
        let date = Date::new(year.get(), month, day);
        if date.is_err() {
            self.failed = Some(Failed::NoSuchDay);
        }
        date.ok().map(PartialDate::Day)
    }

    fn span(&mut self, from: Option<Date>, to: Option<Date>) -> Option<Said> {
        let upside_down = from.zip(to).is_some_and(|(from, to)| from > to);
        let span = DaySpan::new(from, to);
        if span.is_err() {
            let why = if upside_down {
                Failed::UpsideDown
            } else {
                Failed::NoSuchDay
            };
            self.failed = Some(why);
        }
        span.ok().map(|span| match (from, to) {
            (Some(from), Some(to)) if from == to => Said::Date(PartialDate::Day(from)),
            _ => Said::Date(PartialDate::Between(span)),
        })
    }

    /// The whole text: vague words, then a date or a span.
    fn whole(&mut self) -> Option<Said> {
        if self.pieces.contains(&Piece::NoSuchDay) {
            self.failed = Some(Failed::NoSuchDay);
            return None;
        }
        let says_nothing = |piece: &Piece| matches!(piece, Piece::Vague | Piece::Dash);
        if !self.pieces.is_empty() && self.pieces.iter().all(says_nothing) {
            return Some(Said::Nothing);
        }
        while self.takes(|piece| matches!(piece, Piece::Vague | Piece::Dash)) {}
        let said = self.said()?;
        while self.takes(|piece| piece == Piece::Vague) {}
        self.is_over().then_some(said)
    }

    fn said(&mut self) -> Option<Said> {
        let lead = self.peek()?;
        match lead {
            Piece::Until | Piece::To => {
                self.at += 1;
                let to = self.date()?;
                self.span(None, Some(to.last_day()))
            }
            Piece::Before => {
                self.at += 1;
                let day = self.date()?.first_day().yesterday().ok()?;
                self.span(None, Some(day))
            }
            Piece::After => {
                self.at += 1;
                let day = self.date()?.last_day().tomorrow().ok()?;
                self.span(Some(day), None)
            }
            Piece::Between => {
                self.at += 1;
                let from = self.part()?;
                self.takes(|piece| matches!(piece, Piece::And | Piece::Dash | Piece::To))
                    .then_some(())?;
                let to = self.part()?;
                self.both(from, to)
            }
            Piece::From => {
                self.at += 1;
                let from = self.part()?;
                let has_end = self.takes(|piece| {
                    matches!(piece, Piece::Until | Piece::To | Piece::Dash | Piece::And)
                });
                if has_end && !self.is_over() {
                    let to = self.part()?;
                    return self.both(from, to);
                }
                let from = whole_date(from)?;
                self.span(Some(from.first_day()), None)
            }
            _ => self.one_or_two(),
        }
    }

    fn one_or_two(&mut self) -> Option<Said> {
        if let Some(Piece::Years(from, to)) = self.peek() {
            self.at += 1;
            return Some(Said::Years(from, to));
        }
        let from = self.part()?;
        let joined = self
            .takes(|piece| matches!(piece, Piece::Dash | Piece::To | Piece::Until | Piece::And));
        if joined && !self.is_over() {
            let to = self.part()?;
            return self.both(from, to);
        }
        whole_date(from).map(Said::Date)
    }

    /// A date that stands for itself.
    fn date(&mut self) -> Option<PartialDate> {
        self.part().and_then(whole_date)
    }

    fn both(&mut self, from: Part, to: Part) -> Option<Said> {
        let to = whole_date(to)?;
        let (year, month) = (to.year(), to.month());
        let from = match from {
            Part::Date(date) => date,
            Part::Month(first) => PartialDate::Month(year, first),
            Part::Day(first) => self.day(year, month?, first)?,
            Part::DayOfMonth(month, first) => self.day(year, month, first)?,
        };
        if let (PartialDate::Year(from), PartialDate::Year(to)) = (from, to)
            && from <= to
        {
            return Some(Said::Years(from, to));
        }
        self.span(Some(from.first_day()), Some(to.last_day()))
    }

    /// A date, or the beginning of one that the end completes.
    fn part(&mut self) -> Option<Part> {
        let first = self.peek()?;
        self.at += 1;
        match first {
            Piece::Date(date) => Some(Part::Date(date)),
            Piece::Year(year) => Some(Part::Date(self.after_year(year))),
            Piece::Span(first, last) => self.months(first, last),
            Piece::Month(month) => self.after_month(month),
            Piece::Number(day) => match self.peek() {
                Some(Piece::Month(month)) => {
                    self.at += 1;
                    match self.last_year() {
                        Some(year) => self.day(year, month, day).map(Part::Date),
                        None => Some(Part::DayOfMonth(month, day)),
                    }
                }
                _ => Some(Part::Day(day)),
            },
            _ => None,
        }
    }

    /// What follows a year that stands first: `2022 March`, `2023 Q2`.
    fn after_year(&mut self, year: Year) -> PartialDate {
        let whole = PartialDate::Year(year);
        match self.peek() {
            Some(Piece::Month(month)) => {
                self.at += 1;
                let day = match self.peek() {
                    Some(Piece::Number(day)) => Date::new(year.get(), month, day).ok(),
                    _ => None,
                };
                self.at += usize::from(day.is_some());
                day.map_or(PartialDate::Month(year, month), PartialDate::Day)
            }
            Some(Piece::Span(first, last)) => match months(year, first, last) {
                Some(span) => {
                    self.at += 1;
                    span
                }
                None => whole,
            },
            _ => whole,
        }
    }

    fn months(&mut self, first: i8, last: i8) -> Option<Part> {
        let year = self.year()?;
        months(year, first, last).map(Part::Date)
    }

    /// `March 2022`, `March 10, 2022`, `Mar-22`.
    fn after_month(&mut self, month: i8) -> Option<Part> {
        if let Some(year) = self.year() {
            return Some(Part::Date(PartialDate::Month(year, month)));
        }
        let Some(Piece::Number(day)) = self.peek() else {
            return Some(Part::Month(month));
        };
        self.at += 1;
        match self.year() {
            Some(year) => self.day(year, month, day).map(Part::Date),
            None => Some(Part::DayOfMonth(month, day)),
        }
    }

    /// A year, of two digits too where they are written as one: `'22`, `Mar-22`.
    fn year(&mut self) -> Option<Year> {
        let (Piece::Year(year) | Piece::ShortYear(year)) = self.peek()? else {
            return None;
        };
        self.at += 1;
        Some(year)
    }

    /// A year after a day and a month, where two digits can be nothing else.
    fn last_year(&mut self) -> Option<Year> {
        let short = match self.peek()? {
            Piece::Number(short) => Year::new(2000 + i64::from(short)).ok()?,
            _ => return self.year(),
        };
        self.at += 1;
        Some(short)
    }
}

fn whole_date(part: Part) -> Option<PartialDate> {
    match part {
        Part::Date(date) => Some(date),
        _ => None,
    }
}

fn months(year: Year, first: i8, last: i8) -> Option<PartialDate> {
    let from = Date::new(year.get(), first, 1).ok()?;
    let to = Date::new(year.get(), last, 1).ok()?.last_of_month();
    let span = DaySpan::new(Some(from), Some(to)).ok()?;
    Some(PartialDate::Between(span))
}
