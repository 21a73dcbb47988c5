//! Digits with the signs between them, and which sign stands before the decimals.

use std::str::FromStr as _;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::super::draft::Doubt;

/// What stands before the decimals; the other one then groups digits.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// `1,234.56`
    #[default]
    Point,
    /// `1.234,56`
    Comma,
}

impl Mark {
    /// The sign itself.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// Reads a text that is a number and nothing else; with the other mark where it makes sense only so.
/// Brackets around it and a minus before it make it negative.
#[must_use]
pub fn number(text: &str, mark: Mark) -> Option<Decimal> {
    // Twenty-eight digits can be kept; with groups and the long tails of binary numbers, more stand there.
    if text.len() > 80 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = text.trim();
    let (inner, bracketed) = match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let (inner, negative) = match inner.strip_prefix(['-', '−', '–']) {
        Some(inner) => (inner.trim_start(), true),
        None => (inner.strip_prefix('+').unwrap_or(inner), false),
    };
    let value = plain(inner, mark).or_else(|| plain(inner, mark.other()))?;
    Some(if negative || bracketed { -value } else { value })
}

/// Digits with the signs between them, under one mark.
fn plain(text: &str, mark: Mark) -> Option<Decimal> {
    if let Some((digits, exponent)) = text.split_once(['e', 'E']) {
        let digits = digits.replace(',', ".");
        let is_power = !exponent.is_empty() && digits.len() < text.len();
        let text = is_power.then(|| format!("{digits}e{exponent}"))?;
        return Decimal::from_scientific(&text).ok().map(|n| n.normalize());
    }
    let (whole, decimals) = match text.split_once(mark.sign()) {
        Some((whole, decimals)) => (whole, decimals),
        None => (text, ""),
    };
    if text.ends_with(mark.sign()) || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut digits = ungrouped(whole, mark.other().sign())?;
    if digits.is_empty() && decimals.is_empty() {
        return None;
    }
    if !decimals.is_empty() {
        digits.push('.');
        digits.push_str(decimals);
    }
    // More decimals than can be kept are the tail of a binary number: rounded.
    Decimal::from_str(&digits).ok()
}

/// The digits of a whole number without what groups them: threes, and one sign throughout.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    let Some(sign) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    if sign != group && !is_space(sign) && !is_apostrophe(sign) {
        return None;
    }
    let mut groups = whole.split(|c: char| c == sign || (is_space(c) && is_space(sign)));
    let first = groups.next()?;
    let mut digits = first.to_owned();
    let fits = (1..=3).contains(&first.len()) && first != "0" && is_digits(first);
    for group in groups {
        if group.len() != 3 || !is_digits(group) {
            return None;
        }
        digits.push_str(group);
    }
    fits.then_some(digits)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´' | '_')
}

/// The numbers of a text written so that they have one reading: without groups, and with a point
/// before decimals that are never three.
pub(super) fn rewritten(text: &str, mark: Mark) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let end = run(from);
        let (digits, after) = from.split_at(end);
        match number(digits, mark) {
            Some(value) => {
                let value = value.normalize();
                out.push_str(&value.to_string());
                if value.scale() == 3 {
                    out.push('0');
                }
            }
            None => out.push_str(digits),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The first number of a text.
pub(super) fn first(text: &str, mark: Mark) -> Option<Decimal> {
    let from = text.get(text.find(|c: char| c.is_ascii_digit())?..)?;
    number(from.get(..run(from))?, mark)
}

/// How far a number that begins here goes: digits, and single signs between them. Blanks only where
/// three digits and no more follow.
fn run(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            end = at + 1;
            continue;
        }
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let joins = match c {
            '.' | ',' => digits > 0,
            c if is_space(c) || is_apostrophe(c) => digits == 3,
            _ => false,
        };
        if !joins {
            break;
        }
    }
    end
}

/// What the numbers of a column say of the sign before their decimals, gathered text by text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// How many only make sense with a decimal point.
    pub point: usize,
    /// How many only make sense with a decimal comma.
    pub comma: usize,
    /// How many make sense either way.
    pub open: usize,
}

impl Marks {
    /// Looks at the first number of one more cell.
    pub fn look(&mut self, text: &str) {
        let text = super::told_first(text);
        let Some(start) = text.find(|c: char| c.is_ascii_digit()) else {
            return;
        };
        let from = text.get(start..).unwrap_or_default();
        let digits = from.get(..run(from)).unwrap_or_default();
        if !digits.contains(['.', ',']) || digits.len() > 80 {
            return;
        }
        match (plain(digits, Mark::Point), plain(digits, Mark::Comma)) {
            (Some(_), Some(_)) => self.open += 1,
            (Some(_), None) => self.point += 1,
            (None, Some(_)) => self.comma += 1,
            (None, None) => {}
        }
    }

    /// What stands before the decimals: what more numbers can only be read with. Where none decides,
    /// the point.
    #[must_use]
    pub fn decided(self) -> Mark {
        if self.comma > self.point {
            Mark::Comma
        } else {
            Mark::Point
        }
    }

    /// What a person should know of it: where cells could be read either way and no other cell
    /// decides, or cells contradict each other.
    #[must_use]
    pub fn doubt(self, column: &str) -> Option<Doubt> {
        let (deciding, against) = (self.point.max(self.comma), self.point.min(self.comma));
        (self.open > 0 && (deciding == 0 || against > 0)).then(|| Doubt::Mark {
            column: column.to_owned(),
            mark: self.decided().sign(),
            deciding,
            open: self.open,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, mark: Mark) -> Option<String> {
        number(text, mark).map(|n| n.normalize().to_string())
    }

    #[test]
    fn digits_are_read_with_the_mark_of_their_column_or_the_only_one_that_fits() {
        for (text, point, comma) in [
            ("1,500", Some("1500"), Some("1.5")),
            ("1.500", Some("1.5"), Some("1500")),
            ("1.50", Some("1.5"), Some("1.5")),
            ("1,5", Some("1.5"), Some("1.5")),
            ("0.500", Some("0.5"), Some("0.5")),
            ("1,234,567", Some("1234567"), Some("1234567")),
            ("1.234.567,8", Some("1234567.8"), Some("1234567.8")),
            ("1 234 567,8", Some("1234567.8"), Some("1234567.8")),
            ("1\u{2009}234", Some("1234"), Some("1234")),
            ("-0,4", Some("-0.4"), Some("-0.4")),
            ("+3", Some("3"), Some("3")),
            ("(12)", Some("-12"), Some("-12")),
            ("007", Some("7"), Some("7")),
            ("1e6", Some("1000000"), Some("1000000")),
            ("12 34", None, None),
            ("1,00,000", None, None),
            ("1.2.3", None, None),
            ("12.", None, None),
            ("3/4", None, None),
            ("e", None, None),
            ("", None, None),
        ] {
            assert_eq!(read(text, Mark::Point).as_deref(), point, "{text}");
            assert_eq!(read(text, Mark::Comma).as_deref(), comma, "{text}");
        }
        assert_eq!(
            read("0.1000000000000000055511151231257827", Mark::Point).as_deref(),
            Some("0.1000000000000000055511151231")
        );
        assert_eq!(read(&"9".repeat(70), Mark::Point), None);
        assert_eq!(read("1e999999999", Mark::Point), None);
    }

    #[test]
    fn the_column_decides_what_stands_before_the_decimals() {
        let marks = |texts: &[&str]| {
            let mut marks = Marks::default();
            for text in texts {
                marks.look(text);
            }
            marks
        };
        let german = marks(&["1.500", "12,5", "1.234.567", "."]);
        assert_eq!((german.decided(), german.open), (Mark::Comma, 1));
        assert_eq!(german.doubt("Betrag"), None);
        let open = marks(&["1,500", "3,000"]);
        assert_eq!(open.decided(), Mark::Point);
        assert!(open.doubt("Amount").is_some());
        assert!(marks(&["1,500", "3.25", "3,25"]).doubt("Amount").is_some());
        assert_eq!(
            marks(&["15", "", "n/a", "€ 1,234.5"]).decided(),
            Mark::Point
        );
    }
}
