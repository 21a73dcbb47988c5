//! From the characters of a date to its pieces: numbers, months, words.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use super::DayMonth;
use super::words::{self, month, stretch};
use crate::model::{PartialDate, Year};

/// A piece of a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// Written in digits, whole: `3/10/2022`, `04/22`, `2022-03`.
    Date(PartialDate),
    /// Digits of the form of a date that the calendar does not have.
    NoSuchDay,
    /// A pair of years: `2022-2023`.
    Years(Year, Year),
    /// A year of four digits.
    Year(Year),
    /// A year of two, of which it is clear that it is one: `'22`.
    ShortYear(Year),
    /// From a month of a year to another: a quarter, a half.
    Span(i8, i8),
    /// A month by its name.
    Month(i8),
    /// One or two digits.
    Number(i8),
    /// A dash between two dates.
    Dash,
    Until,
    Before,
    After,
    From,
    To,
    Between,
    And,
    /// What says that no date is told, or that it is unclear.
    Vague,
    /// What adds nothing.
    Nothing,
}

/// The pieces of a text; none where something stands in it that no date has.
pub(super) fn pieces(text: &str, order: DayMonth) -> Option<Vec<Piece>> {
    let words = chunks(text);
    let mut found = Vec::new();
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let taken = if let Some((piece, taken)) = longest_phrase(rest) {
            if piece != Piece::Nothing {
                found.push(piece);
            }
            taken
        } else {
            chunk(first, order, &mut found)?;
            1
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    Some(found)
}

/// What a date in digits says of the order of day and month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Says {
    /// It can only be read so.
    Only(DayMonth),
    /// It can be read either way.
    Either,
}

/// What the dates in a text say of their order, those of them that have one.
pub(super) fn orders(text: &str) -> Vec<Says> {
    let all = chunks(text);
    let parts = all.iter().flat_map(|chunk| parts_of(chunk));
    parts.filter_map(order_of).collect()
}

/// What one date in digits says; nothing where its order does not matter.
fn order_of(part: &str) -> Option<Says> {
    let (mark, numbers) = in_digits(part)?;
    let [(a, long_a), (b, _), (_, long_c)] = numbers.as_slice() else {
        return None;
    };
    if mark == '.' || *long_a > 2 || !matches!(long_c, 2 | 4) {
        return None;
    }
    match (*a, *b) {
        (1..=12, 13..=31) => Some(Says::Only(DayMonth::MonthFirst)),
        (13..=31, 1..=12) => Some(Says::Only(DayMonth::DayFirst)),
        (1..=12, 1..=12) if a != b => Some(Says::Either),
        _ => None,
    }
}

fn longest_phrase(words: &[String]) -> Option<(Piece, usize)> {
    let longest = words.len().min(words::LONGEST);
    (1..=longest).rev().find_map(|count| {
        let phrase = words.get(..count)?.join(" ");
        words::phrase(&phrase).map(|piece| (piece, count))
    })
}

/// Words in small letters, parted by blanks, commas, brackets; long dashes and `&` stand alone, times of
/// the day are left out.
fn chunks(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '‐' | '‑' => spaced.push('-'),
            '’' | 'ʼ' | '‘' | '`' | '´' => spaced.push('\''),
            '–' | '—' | '―' | '−' | '…' => spaced.push_str(" – "),
            '&' => spaced.push_str(" & "),
            ',' | ';' | '(' | ')' | '[' | ']' | '"' | ':'
                if c != ':' || !spaced.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                spaced.push(' ');
            }
            _ => spaced.push(c),
        }
    }
    let words = spaced.split_whitespace();
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    let mut timed = false;
    words.retain(|word| {
        let is_time = is_time(word);
        let follows = timed && matches!(word.as_str(), "am" | "pm" | "utc" | "gmt");
        timed |= is_time;
        !is_time && !follows
    });
    words
}

/// `12:30`, `00:00:00`, `12:30:00.000z`, `12:30:00+02:00`.
fn is_time(word: &str) -> bool {
    let word = word
        .strip_suffix("am")
        .or(word.strip_suffix("pm"))
        .unwrap_or(word);
    let Some((hours, rest)) = word.split_once(':') else {
        return false;
    };
    matches!(hours.len(), 1 | 2)
        && hours.bytes().all(|b| b.is_ascii_digit())
        && rest.len() >= 2
        && rest
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'z' | b'+' | b'-'))
}

/// The dates that are written together with a hyphen between them: `3/4/22-3/11/22`.
fn parts_of(chunk: &str) -> impl Iterator<Item = &str> {
    let with_slashes = chunk.contains(['/', '.']) && chunk.contains('-');
    let mark = if with_slashes { '-' } else { '\0' };
    chunk.split(mark)
}

/// Adds the pieces of one chunk; none where it is none of a date.
fn chunk(chunk: &str, order: DayMonth, found: &mut Vec<Piece>) -> Option<()> {
    if chunk == "-" || chunk == "–" {
        // A dash alone in a cell says that nothing stands there.
        found.push(Piece::Dash);
        return Some(());
    }
    if let Some(piece) = simple(chunk, order) {
        if piece != Piece::Nothing {
            found.push(piece);
        }
        return Some(());
    }
    if chunk.contains('-') && named_date(chunk, found).is_some() {
        return Some(());
    }
    if !chunk.contains('-') {
        return None;
    }
    let mut follows = false;
    for part in chunk.split('-') {
        let piece = simple(part, order)?;
        if piece == Piece::Nothing {
            continue;
        }
        if follows {
            found.push(Piece::Dash);
        }
        found.push(piece);
        follows = true;
    }
    Some(())
}

/// `10-mar-22`, `mar-22`, `2022-mar-10`, `10/mar/2022`.
fn named_date(chunk: &str, found: &mut Vec<Piece>) -> Option<()> {
    let parts: Vec<&str> = chunk.split(['-', '/']).collect();
    let year = |text: &str| full_year(text).or_else(|| short_year(text));
    let pieces = match *parts.as_slice() {
        [day, name, y] if full_year(day).is_none() => {
            vec![
                small(day)?,
                Piece::Month(month(name)?),
                Piece::ShortYear(year(y)?),
            ]
        }
        [y, name, day] => vec![
            Piece::Year(full_year(y)?),
            Piece::Month(month(name)?),
            small(day)?,
        ],
        [name, y] => match stretch(name) {
            Some((first, last)) => vec![Piece::Span(first, last), Piece::ShortYear(year(y)?)],
            None => match full_year(name) {
                // `2031-Apr`
                Some(first) => vec![Piece::Year(first), Piece::Month(month(y)?)],
                None => vec![Piece::Month(month(name)?), Piece::ShortYear(year(y)?)],
            },
        },
        _ => return None,
    };
    found.extend(pieces);
    Some(())
}

fn simple(chunk: &str, order: DayMonth) -> Option<Piece> {
    let ordinal = ["st", "nd", "rd", "th", "er", "-го", "го", ".", "-е"]
        .into_iter()
        .find_map(|ending| chunk.strip_suffix(ending));
    let month_or_span = || {
        let named = month(chunk).map(Piece::Month);
        named.or_else(|| stretch(chunk).map(|(first, last)| Piece::Span(first, last)))
    };
    digits(chunk)
        .or_else(|| timestamp(chunk))
        .or_else(|| slashed(chunk, order))
        .or_else(month_or_span)
        .or_else(|| words::phrase(chunk))
        .or_else(|| {
            chunk
                .strip_prefix('\'')
                .and_then(short_year)
                .map(Piece::ShortYear)
        })
        .or_else(|| ordinal.and_then(|rest| digits(rest).or_else(|| slashed(rest, order))))
        .or_else(|| {
            let mut pieces = Vec::new();
            let together = chunk.contains('/') && named_date(chunk, &mut pieces).is_some();
            // A quarter or month with its year is one date by itself.
            together.then(|| joined(&pieces)).flatten()
        })
}

fn joined(pieces: &[Piece]) -> Option<Piece> {
    match *pieces {
        [Piece::Month(month), Piece::ShortYear(year)] => {
            Some(Piece::Date(PartialDate::Month(year, month)))
        }
        [
            Piece::Number(day),
            Piece::Month(month),
            Piece::ShortYear(year),
        ] => Some(day_of(year, i16::from(month), i16::from(day))),
        [Piece::Span(first, last), Piece::ShortYear(year)] => {
            super::months(year, first, last).map(Piece::Date)
        }
        _ => None,
    }
}

/// Digits alone: a year, a number of one or two, a day without marks (`20220310`).
fn digits(chunk: &str) -> Option<Piece> {
    if !chunk.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match chunk.len() {
        1 | 2 => small(chunk),
        4 => full_year(chunk).map(Piece::Year),
        8 => {
            let year = full_year(chunk.get(..4)?)?;
            let rest = (
                chunk.get(4..6)?.parse().ok()?,
                chunk.get(6..)?.parse().ok()?,
            );
            Some(day_of(year, rest.0, rest.1))
        }
        _ => None,
    }
}

/// `2022-03-10t12:00:00z`: the day as it is written there.
fn timestamp(chunk: &str) -> Option<Piece> {
    let (day, time) = chunk.split_once('t')?;
    let day = (is_time(time)).then_some(day)?;
    match slashed(day, DayMonth::DayFirst)? {
        day @ (Piece::Date(PartialDate::Day(_)) | Piece::NoSuchDay) => Some(day),
        _ => None,
    }
}

/// Two or three numbers with the same mark between them.
fn in_digits(chunk: &str) -> Option<(char, Vec<(i16, usize)>)> {
    let mark = chunk.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(mark, '/' | '.' | '-') {
        return None;
    }
    let number = |part: &str| {
        let fits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let value = if fits { part.parse().ok() } else { None };
        value.map(|value| (value, part.len()))
    };
    let numbers: Option<Vec<(i16, usize)>> = chunk.split(mark).map(number).collect();
    Some((mark, numbers?))
}

fn slashed(chunk: &str, order: DayMonth) -> Option<Piece> {
    let (mark, numbers) = in_digits(chunk)?;
    match *numbers.as_slice() {
        [(y, 4), (m, _), (d, _)] => Some(day_of(year_of(y, 4)?, m, d)),
        [(a, 1 | 2), (b, 1 | 2), (y, long @ (2 | 4))] => {
            let year = year_of(y, long)?;
            let day_first = match (a > 12, b > 12) {
                (true, false) => true,
                (false, true) => false,
                _ => mark == '.' || order == DayMonth::DayFirst,
            };
            let (day, month) = if day_first { (a, b) } else { (b, a) };
            Some(day_of(year, month, day))
        }
        // `2022-2023`, `2022/23`; `2022-12` is a month, as ISO 8601 writes it.
        [(a, 4), (b, 4)] => {
            let (from, to) = (year_of(a, 4)?, year_of(b, 4)?);
            (from <= to).then_some(Piece::Years(from, to))
        }
        [(y, 4), (m, 1 | 2)] if (1..=12).contains(&m) => month_of(year_of(y, 4)?, m),
        [(a, 4), (b, 2)] => {
            let (from, to) = (year_of(a, 4)?, year_of(a / 100 * 100 + b, 4)?);
            (from < to).then_some(Piece::Years(from, to))
        }
        [(m, 1 | 2), (y, long @ (2 | 4))] if (1..=12).contains(&m) => {
            // `4-11` is two numbers, `04/22` a month of a year, `4.11` a day without its year.
            let tells = long == 4 || (mark == '/' && y > 12);
            tells.then(|| month_of(year_of(y, long)?, m)).flatten()
        }
        _ => None,
    }
}

fn year_of(number: i16, digits: usize) -> Option<Year> {
    let century = if digits == 2 { 2000 } else { 0 };
    Year::new(i64::from(number) + century).ok()
}

fn month_of(year: Year, month: i16) -> Option<Piece> {
    let month = i8::try_from(month).ok()?;
    Some(Piece::Date(PartialDate::Month(year, month)))
}

fn day_of(year: Year, month: i16, day: i16) -> Piece {
    let date = || {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year.get(), month, day).ok()
    };
    date().map_or(Piece::NoSuchDay, |day| Piece::Date(PartialDate::Day(day)))
}

fn full_year(text: &str) -> Option<Year> {
    let is_one = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    is_one.then(|| Year::new(text.parse().ok()?).ok()).flatten()
}

fn short_year(text: &str) -> Option<Year> {
    let is_one = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    is_one.then(|| year_of(text.parse().ok()?, 2)).flatten()
}

fn small(text: &str) -> Option<Piece> {
    let is_one = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    is_one
        .then(|| text.parse().ok().map(Piece::Number))
        .flatten()
}
