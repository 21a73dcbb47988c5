//! Dates as they are typed, to the precision given: `2024-06-27`, `27 June 2024`, `червень 2024`.

use jiff::civil::Date;

use super::super::Lang;
use super::lexicon::Word;
use super::parser::Parser;
use super::token::{Dates, Item, Style, clean, items, quote};
use super::{Reading, Unread};
use crate::model::{PartialDate, Year};

const STYLE: Style = Style {
    mark: None,
    dates: Dates::All,
};

/// What may stand beside the parts of a date.
const BESIDE: &[Word] = &[
    Word::Year,
    Word::Ordinal,
    Word::Weekday,
    Word::Pause,
    Word::Filler,
    Word::Dash,
];

/// A date to the precision that is typed. Choices where day and month can be exchanged: `3/4/2024`;
/// with full stops the day stands first. In both languages it stands first among the choices.
pub fn date(text: &str, _lang: Lang) -> Reading<PartialDate> {
    // Spans are typed as they are written: `2022-03-04/2022-03-11`.
    if let Ok(span) = text.trim().parse() {
        return Reading::Sure(PartialDate::Between(span));
    }
    match read(text) {
        Ok(dates) => Reading::of(dates, Unread::NoDate(text.trim().to_owned())),
        Err(why) => Reading::Not(why),
    }
}

fn read(text: &str) -> Result<Vec<PartialDate>, Unread> {
    let chars = clean(text)?;
    let no_date = || Unread::NoDate(quote(&chars, 0, chars.len()));
    let items = items(&chars, STYLE).map_err(|why| match why {
        Unread::UnknownWord(_) | Unread::UnknownCurrency(_) => no_date(),
        other => other,
    })?;
    let mut parser = Parser::new(&chars, items);
    let at = parser.skip(0, &[Word::Weekday, Word::Pause]);
    let found = parser.dates(at);
    let whole = found.into_iter().filter(|(next, _)| parser.is_over(*next));
    let dates: Vec<PartialDate> = whole.map(|(_, date)| date).collect();
    if dates.is_empty() {
        return Err(incomplete(&parser)
            .or_else(|| parser.failed())
            .unwrap_or_else(no_date));
    }
    Ok(dates)
}

/// What a text that has the makings of a date lacks.
fn incomplete(parser: &Parser<'_>) -> Option<Unread> {
    let typed = parser.typed(0, parser.items.len());
    let mut numbers = Vec::new();
    let mut has_month = false;
    for placed in &parser.items {
        match &placed.item {
            Item::Number(number) => numbers.push((number.plain?, placed)),
            Item::Word(Word::Month(_)) => has_month = true,
            Item::Word(word) if BESIDE.contains(word) => {}
            _ => return None,
        }
    }
    let years = numbers.iter().filter(|(digits, _)| *digits >= 3);
    let years: Vec<String> = years
        .map(|(_, p)| quote(parser.chars, p.start, p.end))
        .collect();
    match (years.as_slice(), numbers.len(), has_month) {
        ([], 2, true) => Some(Unread::TwoDigitYear(typed)),
        ([], _, true) => Some(Unread::NoYear(typed)),
        ([year], ..) if !is_a_year(year) => Some(Unread::YearOutOfRange(year.clone())),
        _ => None,
    }
}

fn is_a_year(digits: &str) -> bool {
    digits.parse().is_ok_and(|year| Year::new(year).is_ok())
}

/// The text that stands in a field when a person begins to edit a date: `2024-06-27`.
pub fn date_text(date: PartialDate) -> String {
    date.to_string()
}

/// A date of which the day is needed. As year-month-day it may lie before 1990, as the founding of
/// a union does.
pub fn day(text: &str, lang: Lang) -> Reading<Date> {
    if let Ok(day) = text.trim().parse::<Date>()
        && day.to_string() == text.trim()
    {
        return Reading::Sure(day);
    }
    let why = Unread::NotADay(text.trim().to_owned());
    date(text, lang).and_then(why, |date| match date {
        PartialDate::Day(day) => Some(day),
        _ => None,
    })
}

/// A year of four digits, 1990–2100.
pub fn year(text: &str) -> Reading<Year> {
    let why = Unread::NotAYear(text.trim().to_owned());
    let read = || -> Result<Year, Unread> {
        let chars = clean(text)?;
        let items = items(&chars, STYLE).map_err(|_| why.clone())?;
        let parser = Parser::new(&chars, items);
        let at = parser.skip(0, &[Word::Year]);
        let next = parser.skip(at + 1, &[Word::Year]);
        match parser.item(at) {
            Some(Item::Number(number)) if parser.is_over(next) => {
                let typed = parser.typed(at, at + 1);
                match number.plain {
                    Some(2) => Err(Unread::TwoDigitYear(typed)),
                    _ => parser.year(at).ok_or(Unread::YearOutOfRange(typed)),
                }
            }
            _ => Err(why.clone()),
        }
    };
    match read() {
        Ok(year) => Reading::Sure(year),
        Err(why) => Reading::Not(why),
    }
}
