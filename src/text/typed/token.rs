//! From characters to items: numbers, dates and words with their meaning. What has no meaning at
//! all is refused here.

use unicode_normalization::UnicodeNormalization as _;

use super::Unread;
use super::currency;
use super::lexicon::{self, Word};
use super::number::{Mark, Number, numeral};
use crate::model::{Currency, PartialDate, Year};

/// How many characters are read. Nobody types more into one field on purpose.
pub(super) const LONGEST: usize = 200;

/// How a text is cut into items.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// The decimal mark; none: digits alone are a number.
    pub(super) mark: Option<Mark>,
    /// Which digits are dates.
    pub(super) dates: Dates,
}

/// Which digits are dates.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    /// None: `2000-10` is a number, a dash and a number.
    None,
    /// Those that are unlike a sum: `2024-06-27`, `2024-06`, `27.06.2024`, `27/06/2024`.
    AmongSums,
    /// Every way to write one: `06.2024`, `27-06-2024` too.
    All,
}

/// What stands in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Item {
    /// A number.
    Number(Number),
    /// A date in digits; several where day and month can be exchanged.
    Dates(Vec<PartialDate>),
    /// A currency; several where its sign or name can mean several.
    Currencies(Vec<Currency>),
    /// Anything else that has a meaning.
    Word(Word),
}

/// An item and the characters that it was typed with.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) item: Item,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Placed {
    /// The exponents of ten that a scale word can mean.
    pub(super) fn scale(&self) -> Option<&'static [u32]> {
        match self.item {
            Item::Word(Word::Scale(exponents)) => Some(exponents),
            _ => None,
        }
    }
}

/// What was typed from one place to another.
pub(super) fn quote(chars: &[char], start: usize, end: usize) -> String {
    let typed: String = chars.get(start..end).unwrap_or_default().iter().collect();
    typed.trim().to_owned()
}

/// The characters of a text, of usual length and with one sign for each of its lookalikes: spaces
/// of any width, dashes, the true minus, apostrophes.
pub(super) fn clean(text: &str) -> Result<Vec<char>, Unread> {
    let text = text.trim();
    if text.chars().nth(LONGEST).is_some() {
        return Err(Unread::TooLong);
    }
    let mut chars: Vec<char> = Vec::new();
    for c in text.nfc().filter(|c| !is_unseen(*c)).map(usual) {
        if c != ' ' || chars.last() != Some(&' ') {
            chars.push(c);
        }
    }
    if chars.iter().all(|c| *c == ' ') {
        return Err(Unread::Empty);
    }
    Ok(chars)
}

/// What comes along with pasted text and shows nothing.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

fn usual(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' | '﹣' | '－' | '…' => {
            '-'
        }
        '’' | 'ʼ' | '‘' | '`' | '´' => '\'',
        '⩽' => '≤',
        '⩾' => '≥',
        '∼' | '≃' | '≅' => '≈',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// A piece of text before its meaning is looked up.
enum Piece {
    Number(Number),
    Dates(Vec<PartialDate>),
    /// A word in small letters, or a sign.
    Word(String),
}

/// A piece and where it stands.
struct Token {
    piece: Piece,
    start: usize,
    end: usize,
}

/// The items of a text.
pub(super) fn items(chars: &[char], style: Style) -> Result<Vec<Placed>, Unread> {
    let tokens = tokens(chars, style)?;
    let mut found: Vec<Placed> = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some(token) = rest.first() {
        let (start, end) = (token.start, token.end);
        let mut take = |item, end| found.push(Placed { item, start, end });
        let mut taken = 1;
        match &token.piece {
            Piece::Number(number) => take(Item::Number(number.clone()), end),
            Piece::Dates(dates) => take(Item::Dates(dates.clone()), end),
            Piece::Word(word) => {
                if let Some((item, length, end)) = phrase(rest) {
                    taken = length;
                    take(item, end);
                } else if let Some((scale, currencies)) = currency::with_scale(word) {
                    take(Item::Word(Word::Scale(scale)), end);
                    take(Item::Currencies(currencies), end);
                } else if let Some(item) = code(&quote(chars, start, end)) {
                    take(item, end);
                } else {
                    return Err(unknown(quote(chars, start, end)));
                }
            }
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    Ok(found)
}

/// The longest phrase at the front that has a meaning, of how many tokens it is, where it ends.
fn phrase(tokens: &[Token]) -> Option<(Item, usize, usize)> {
    let mut words: Vec<&str> = Vec::new();
    let mut best = None;
    for token in tokens.iter().take(lexicon::LONGEST_PHRASE) {
        let Piece::Word(word) = &token.piece else {
            break;
        };
        words.push(word);
        let phrase = words.join(" ");
        let currencies = || currency::named(&phrase).map(Item::Currencies);
        let item = lexicon::meaning(&phrase)
            .map(Item::Word)
            .or_else(currencies);
        if let Some(item) = item {
            best = Some((item, words.len(), token.end));
        }
    }
    best
}

fn code(typed: &str) -> Option<Item> {
    currency::code(typed).map(|currency| Item::Currencies(vec![currency]))
}

/// Three capital letters, or a sign of the kind, are meant as a currency.
fn unknown(typed: String) -> Unread {
    let is_like_a_code = typed.len() == 3 && typed.bytes().all(|b| b.is_ascii_uppercase());
    let is_sign = |c| matches!(c, '¤' | '¢' | '\u{20a0}'..='\u{20cf}');
    if is_like_a_code || typed.chars().all(is_sign) {
        Unread::UnknownCurrency(typed)
    } else {
        Unread::UnknownWord(typed)
    }
}

fn tokens(chars: &[char], style: Style) -> Result<Vec<Token>, Unread> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(c) = chars.get(start).copied() {
        let before = start.checked_sub(1).and_then(|at| chars.get(at).copied());
        let rest = chars.get(start..).unwrap_or_default();
        let next = rest.get(1).copied();
        let opens_decimals = matches!(c, '.' | ',')
            && style.mark.is_some()
            && next.is_some_and(|c| c.is_ascii_digit())
            && before.is_none_or(|c| !c.is_alphanumeric());
        let (piece, length) = if c == ' ' {
            (None, 1)
        } else if c.is_ascii_digit() || opens_decimals {
            let (piece, length) = digits(rest, style)?;
            (Some(piece), length)
        } else if c.is_alphabetic() {
            let (word, length) = word(rest, before);
            (Some(Piece::Word(word)), length)
        } else if c == '.' && next == Some('.') {
            let dots = rest.iter().take_while(|c| **c == '.').count();
            (Some(Piece::Word("-".to_owned())), dots)
        } else if c == '.' && before.is_some_and(|c| c.is_alphanumeric() || c == ')') {
            // The end of a sentence or of a word cut short.
            (None, 1)
        } else {
            (Some(Piece::Word(c.to_string())), 1)
        };
        let end = start + length;
        found.extend(piece.map(|piece| Token { piece, start, end }));
        start = end;
    }
    Ok(found)
}

/// A word in small letters, with the dollar sign that belongs to it (`CA$`), and its length.
fn word(rest: &[char], before: Option<char>) -> (String, usize) {
    let in_word = |at: usize| {
        rest.get(at).is_some_and(|c| c.is_alphabetic())
            || (rest.get(at) == Some(&'\'') && rest.get(at + 1).is_some_and(|c| c.is_alphabetic()))
    };
    let mut length = 1;
    while in_word(length) {
        length += 1;
    }
    let letters: String = rest.iter().take(length).collect();
    let mut word = letters.to_lowercase();
    let is_scale = before.is_some_and(|c| c.is_ascii_digit());
    if rest.get(length) == Some(&'$') && !is_scale {
        let with_sign = format!("{word}$");
        if currency::named(&with_sign).is_some() {
            word = with_sign;
            length += 1;
        }
    }
    (word, length)
}

/// The number or date at the front, and its length.
fn digits(rest: &[char], style: Style) -> Result<(Piece, usize), Unread> {
    if let Some((dates, length)) = date(rest, style.dates)? {
        return Ok((Piece::Dates(dates), length));
    }
    let is_digit = |at: usize| rest.get(at).is_some_and(char::is_ascii_digit);
    let mut length = 0;
    let mut grouped_by_spaces = style.mark.is_some();
    loop {
        match rest.get(length) {
            Some(c) if c.is_ascii_digit() => length += 1,
            Some('.' | ',' | '\'' | '_') if style.mark.is_some() && is_digit(length + 1) => {
                grouped_by_spaces = false;
                length += 1;
            }
            Some(' ') if grouped_by_spaces && joins(rest, length) => length += 1,
            _ => break,
        }
    }
    let typed: String = rest.iter().take(length).collect();
    // “1.5e9” is a power of ten to a machine and a riddle to a reader.
    if matches!(rest.get(length), Some('e' | 'E')) {
        let sign = usize::from(matches!(rest.get(length + 1), Some('+' | '-')));
        if is_digit(length + 1 + sign) {
            let whole = rest.iter().take_while(|c| **c != ' ').collect();
            return Err(Unread::BadNumber(whole));
        }
    }
    let number = match style.mark {
        Some(mark) => numeral(&typed, mark)?,
        None => plain(&typed)?,
    };
    Ok((Piece::Number(number), length))
}

/// Digits alone, where they may lead with zero: the 05 of a date.
fn plain(typed: &str) -> Result<Number, Unread> {
    let value = rust_decimal::Decimal::from_str_exact(typed);
    Ok(Number {
        value: value.map_err(|_| Unread::OutOfRange(typed.to_owned()))?,
        plain: Some(typed.len()),
    })
}

/// Whether the space at `at` groups digits: one to three stand before it, three and no more after.
fn joins(rest: &[char], at: usize) -> bool {
    let before = rest.get(..at).unwrap_or_default();
    let first = before.iter().take_while(|c| c.is_ascii_digit()).count();
    let after = rest.get(at + 1..).unwrap_or_default();
    let group = after.iter().take_while(|c| c.is_ascii_digit()).count();
    first <= 3 && before.first() != Some(&'0') && group == 3
}

/// The date in digits at the front, and its length; several where day and month can be exchanged.
fn date(rest: &[char], dates: Dates) -> Result<Option<(Vec<PartialDate>, usize)>, Unread> {
    let part = |from: usize| -> String {
        let digits = rest.iter().skip(from).take_while(|c| c.is_ascii_digit());
        digits.take(5).collect()
    };
    let first = part(0);
    let Some(sign) = rest.get(first.len()).copied() else {
        return Ok(None);
    };
    if dates == Dates::None || !matches!(sign, '-' | '.' | '/') {
        return Ok(None);
    }
    let second = part(first.len() + 1);
    let mut length = first.len() + 1 + second.len();
    let third = if rest.get(length) == Some(&sign) {
        part(length + 1)
    } else {
        String::new()
    };
    // “2024-06-2026-06” is two months.
    let third = if first.len() == 4 && third.len() > 2 {
        String::new()
    } else {
        third
    };
    if !third.is_empty() {
        length += 1 + third.len();
    }
    let goes_on = |at: usize| rest.get(at).is_some_and(char::is_ascii_digit);
    let has_decimals = matches!(rest.get(length), Some('.' | ',')) && goes_on(length + 1);
    if goes_on(length) || has_decimals {
        return Ok(None);
    }
    let typed: String = rest.iter().take(length).collect();
    let read = Digits {
        parts: [&first, &second, &third],
        sign,
        typed: &typed,
        all: dates == Dates::All,
    };
    Ok(read.dates()?.map(|dates| (dates, length)))
}

/// Two or three numbers with the same sign between them.
struct Digits<'a> {
    parts: [&'a str; 3],
    sign: char,
    typed: &'a str,
    /// Whether every way to write a date counts.
    all: bool,
}

impl Digits<'_> {
    fn dates(&self) -> Result<Option<Vec<PartialDate>>, Unread> {
        let [a, b, c] = self.parts.map(str::len);
        let [first, second, third] = self.parts;
        let one = |date: PartialDate| Ok(Some(vec![date]));
        match (a, b, c) {
            (4, 1..=2, 1..=2) => one(self.day(first, second, third)?),
            // Beyond twelve it can be a span: “2024–26”.
            (4, 2, 0) if self.sign == '-' && !self.all => {
                Ok(self.month(first, second).ok().map(|month| vec![month]))
            }
            (4, 2, 0) if self.sign == '/' && !self.all => Ok(None),
            (4, 1..=2, 0) if self.all => one(self.month(first, second)?),
            (1..=2, 4, 0) if self.all || self.sign == '/' => one(self.month(second, first)?),
            (1..=2, 1..=2, 4) if self.sign == '.' => one(self.day(third, second, first)?),
            (1..=2, 1..=2, 4) if self.all || self.sign == '/' => {
                let ways = [
                    self.day(third, second, first),
                    self.day(third, first, second),
                ];
                match ways {
                    [Ok(a), Ok(b)] if a != b => Ok(Some(vec![a, b])),
                    [Ok(date), _] | [_, Ok(date)] => one(date),
                    [Err(why), _] => Err(why),
                }
            }
            (1..=2, 1..=2, 2) if self.all || self.sign == '/' => {
                Err(Unread::TwoDigitYear(self.typed.to_owned()))
            }
            (1..=2, 1..=2, 0) if self.all => Err(Unread::NoYear(self.typed.to_owned())),
            _ => Ok(None),
        }
    }

    fn month(&self, year: &str, month: &str) -> Result<PartialDate, Unread> {
        let year = year_of(year)?;
        match month.parse() {
            Ok(month) if (1..=12).contains(&month) => Ok(PartialDate::Month(year, month)),
            _ => Err(Unread::NoDate(self.typed.to_owned())),
        }
    }

    fn day(&self, year: &str, month: &str, day: &str) -> Result<PartialDate, Unread> {
        let none = || Unread::NoSuchDay(self.typed.to_owned());
        let year = year_of(year)?;
        let (month, day) = month.parse().ok().zip(day.parse().ok()).ok_or_else(none)?;
        let date = jiff::civil::Date::new(year.get(), month, day);
        date.map(PartialDate::Day).map_err(|_| none())
    }
}

fn year_of(digits: &str) -> Result<Year, Unread> {
    let year = digits.parse().ok().and_then(|year| Year::new(year).ok());
    year.ok_or_else(|| Unread::YearOutOfRange(digits.to_owned()))
}
