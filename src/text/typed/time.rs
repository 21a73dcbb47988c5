//! Times within an amount: a date, a span with one end or two.

use super::Unread;
use super::lexicon::Word;
use super::parser::{Parser, Ways};
use super::token::Item;
use crate::model::{PartialDate, Period, Year};

/// A time as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Time {
    /// One date, to the precision given.
    In(PartialDate),
    /// From one to another.
    Between(PartialDate, PartialDate),
    /// From then on.
    From(PartialDate),
    /// Up to then.
    Until(PartialDate),
}

/// What may stand within a date.
const WITHIN: &[Word] = &[Word::Filler, Word::Ordinal];
/// What may stand before a month or year within a date.
const BEFORE_YEAR: &[Word] = &[Word::Filler, Word::Ordinal, Word::Pause, Word::Year];

impl Parser<'_> {
    /// The times that begin at `at`.
    pub(super) fn times(&mut self, at: usize) -> Ways<Time> {
        let lead = self.word(at);
        let after = at + 1;
        match lead {
            Some(Word::During | Word::Over) => {
                self.spans(after, &[Word::Dash, Word::To, Word::UpTo])
            }
            Some(Word::Between) => {
                let mut spans = self.spans(after, &[Word::And, Word::Dash]);
                spans.retain(|(_, time)| matches!(time, Time::Between(..)));
                spans
            }
            Some(Word::From) => {
                let seps = [Word::Dash, Word::To, Word::UpTo, Word::Until];
                let spans = self.spans(after, &seps);
                let open = |(next, time)| match time {
                    Time::In(date) => (next, Time::From(date)),
                    other => (next, other),
                };
                spans.into_iter().map(open).collect()
            }
            Some(Word::Until | Word::UpTo | Word::To) => {
                let mut ends = Vec::new();
                let after = self.skip(after, &[Word::Filler]);
                for (next, date) in self.dates(after) {
                    ends.push((next, Time::Until(date)));
                }
                ends
            }
            _ => self.spans(at, &[Word::Dash, Word::To, Word::UpTo]),
        }
    }

    /// One date, with “onwards” or without, or two with one of `seps` between them.
    fn spans(&mut self, at: usize, seps: &[Word]) -> Ways<Time> {
        let at = self.skip(at, &[Word::Filler]);
        let mut found = Vec::new();
        for (next, from) in self.dates(at) {
            let is_sep = self.word(next).is_some_and(|word| seps.contains(&word));
            if matches!(self.word(next), Some(Word::Onwards | Word::Plus)) {
                found.push((next + 1, Time::From(from)));
                continue;
            }
            let ends = if is_sep {
                self.ends(next + 1, from)
            } else {
                Vec::new()
            };
            // Where a second end follows, a date alone would leave it over.
            if ends.is_empty() {
                found.push((next, Time::In(from)));
            }
            for (next, to) in ends {
                self.push_span(&mut found, next, from, to);
            }
        }
        if let Some(Item::Word(Word::Month(month))) = self.item(at).cloned()
            && self.word(at + 1).is_some_and(|word| seps.contains(&word))
        {
            self.months(&mut found, at + 2, month);
        }
        found
    }

    fn push_span(
        &mut self,
        found: &mut Ways<Time>,
        next: usize,
        from: PartialDate,
        to: PartialDate,
    ) {
        if from.first_day() <= to.last_day() {
            found.push((next, Time::Between(from, to)));
        } else {
            self.fail(next, Unread::UpsideDown);
        }
    }

    /// The second ends at `at`; after a year that may be its last two digits: “2024–26”.
    fn ends(&mut self, at: usize, from: PartialDate) -> Ways<PartialDate> {
        let at = self.skip(at, &[Word::Filler]);
        let ends = self.dates(at);
        let short = match (from, self.item(at)) {
            (PartialDate::Year(year), Some(Item::Number(number))) if number.plain == Some(2) => {
                let last = i64::try_from(number.value).unwrap_or(0);
                let century = i64::from(year.get()) / 100 * 100;
                let is_month = last <= 12;
                Year::new(century + last)
                    .ok()
                    .filter(|to| !is_month && *to > year)
            }
            _ => None,
        };
        if let Some(to) = short.filter(|_| ends.is_empty()) {
            let next = self.skip(at + 1, &[Word::Year]);
            return vec![(next, PartialDate::Year(to))];
        }
        ends
    }

    /// “January to June 2024”: the year stands with the second month.
    fn months(&mut self, found: &mut Ways<Time>, at: usize, first: i8) {
        for (next, to) in self.dates(at) {
            if let PartialDate::Month(year, _) = to {
                self.push_span(found, next, PartialDate::Month(year, first), to);
            }
        }
    }

    /// The dates that begin at `at`, each with its year.
    pub(super) fn dates(&mut self, at: usize) -> Ways<PartialDate> {
        let at = self.skip(at, &[Word::Year]);
        let with_year_word = |parser: &Self, next| parser.skip(next, &[Word::Year]);
        match self.item(at) {
            Some(Item::Dates(dates)) => {
                let next = with_year_word(self, at + 1);
                dates.iter().map(|date| (next, *date)).collect()
            }
            Some(Item::Word(Word::Month(month))) => {
                let month = *month;
                self.after_month(at + 1, month)
            }
            Some(Item::Number(_)) => {
                if let Some(year) = self.year(at) {
                    return vec![(with_year_word(self, at + 1), PartialDate::Year(year))];
                }
                let Some(day) = self.day_of_month(at) else {
                    return Vec::new();
                };
                let mut month_at = self.skip(at + 1, WITHIN);
                let dash = self.word(month_at) == Some(Word::Dash);
                month_at += usize::from(dash);
                let Some(Word::Month(month)) = self.word(month_at) else {
                    return Vec::new();
                };
                let year_at = self.skip(month_at + 1, BEFORE_YEAR);
                let dash = dash && self.word(year_at) == Some(Word::Dash);
                self.whole_day(at, year_at + usize::from(dash), month, day)
            }
            _ => Vec::new(),
        }
    }

    /// “June 2024” or “June 27, 2024”.
    fn after_month(&mut self, at: usize, month: i8) -> Ways<PartialDate> {
        let year_at = self.skip(at, BEFORE_YEAR);
        if let Some(year) = self.year(year_at) {
            let next = self.skip(year_at + 1, &[Word::Year]);
            return vec![(next, PartialDate::Month(year, month))];
        }
        match self.day_of_month(at) {
            Some(day) => {
                let year_at = self.skip(at + 1, BEFORE_YEAR);
                self.whole_day(at - 1, year_at, month, day)
            }
            None => Vec::new(),
        }
    }

    fn whole_day(&mut self, from: usize, year_at: usize, month: i8, day: i8) -> Ways<PartialDate> {
        let Some(year) = self.year(year_at) else {
            return Vec::new();
        };
        let next = self.skip(year_at + 1, &[Word::Year]);
        if let Ok(date) = jiff::civil::Date::new(year.get(), month, day) {
            return vec![(next, PartialDate::Day(date))];
        }
        let typed = self.typed(from, next);
        self.fail(next, Unread::NoSuchDay(typed));
        Vec::new()
    }

    /// A year at `at`: four digits, within bounds.
    pub(super) fn year(&self, at: usize) -> Option<Year> {
        match self.item(at) {
            Some(Item::Number(number)) if number.plain == Some(4) => {
                Year::new(i64::try_from(number.value).ok()?).ok()
            }
            _ => None,
        }
    }

    fn day_of_month(&self, at: usize) -> Option<i8> {
        match self.item(at) {
            Some(Item::Number(number)) if matches!(number.plain, Some(1 | 2)) => {
                i8::try_from(number.value).ok().filter(|day| *day > 0)
            }
            _ => None,
        }
    }
}

/// The periods that a time means for a sum that comes again `each` year or does not.
pub(super) fn periods(time: Option<Time>, each: bool) -> Result<Vec<Period>, Unread> {
    if each {
        return yearly(time);
    }
    let lump = |from, to| vec![Period::Lump { from, to }];
    Ok(match time {
        None => vec![Period::Unstated],
        Some(Time::In(PartialDate::Year(year))) => vec![Period::Year(year)],
        Some(Time::In(date)) => lump(Some(date), Some(date)),
        Some(Time::Between(from, to)) => lump(Some(from), Some(to)),
        Some(Time::From(from)) => lump(Some(from), None),
        Some(Time::Until(to)) => lump(None, Some(to)),
    })
}

fn yearly(time: Option<Time>) -> Result<Vec<Period>, Unread> {
    let whole = |date| match date {
        PartialDate::Year(year) => Ok(Some(year)),
        _ => Err(Unread::YearlyByYears),
    };
    let yearly = |from, to| vec![Period::Yearly { from, to }];
    Ok(match time {
        None => yearly(None, None),
        Some(Time::From(from)) => yearly(whole(from)?, None),
        Some(Time::Until(to)) => yearly(None, whole(to)?),
        Some(Time::Between(from, to)) => yearly(whole(from)?, whole(to)?),
        // “Each year 2024”: from then on, or then alone?
        Some(Time::In(date)) => {
            let from = whole(date)?;
            let then = from.map(Period::Year);
            yearly(from, None).into_iter().chain(then).collect()
        }
    })
}
