//! Plain numbers and percentages: digits, their groups, the decimal mark.

use rust_decimal::Decimal;

use super::super::Lang;
use super::lexicon::Word;
use super::token::{Dates, Item, Placed, Style, clean, items, quote};
use super::{Reading, Unread};
use crate::model::Percent;

/// Which sign stands before the decimals; the other one then groups digits. A text is read whole
/// with the one and whole with the other: `1.500` is a number either way, `1.50` and `1.234.567`
/// are numbers in one way only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

impl Mark {
    /// Both, the one that the language writes first.
    pub(super) fn likelier_first(lang: Lang) -> [Self; 2] {
        match lang {
            Lang::En => [Self::Point, Self::Comma],
            Lang::Uk => [Self::Comma, Self::Point],
        }
    }
}

/// A number as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Number {
    /// What it is worth.
    pub(super) value: Decimal,
    /// How many digits it has, where nothing stands between them.
    pub(super) plain: Option<usize>,
}

/// Reads digits with the signs between them.
pub(super) fn numeral(text: &str, mark: Mark) -> Result<Number, Unread> {
    let bad = || Unread::BadNumber(text.to_owned());
    let (point, comma) = match mark {
        Mark::Point => ('.', ','),
        Mark::Comma => (',', '.'),
    };
    let (whole, decimals) = match text.split_once(point) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if decimals.is_some_and(|decimals| !are_digits(decimals)) {
        return Err(bad());
    }
    let digits = ungrouped(whole, comma).ok_or_else(bad)?;
    let plain = (decimals.is_none() && digits.len() == text.len()).then_some(digits.len());
    let digits = if digits.is_empty() { "0" } else { &digits };
    let value = match decimals {
        Some(decimals) => Decimal::from_str_exact(&format!("{digits}.{decimals}")),
        None => Decimal::from_str_exact(digits),
    };
    let value = value.map_err(|_| Unread::OutOfRange(text.to_owned()))?;
    Ok(Number { value, plain })
}

/// The digits of a whole number without what groups them, in threes and by one sign throughout. A
/// number of several digits does not begin with zero, so that `0.500` has only one reading.
fn ungrouped(whole: &str, comma: char) -> Option<String> {
    let sign = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(sign) = sign else {
        let leads_with_zero = whole.len() > 1 && whole.starts_with('0');
        return (!leads_with_zero).then(|| whole.to_owned());
    };
    if sign != comma && !matches!(sign, ' ' | '\'' | '_') {
        return None;
    }
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let first_fits = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let are_digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let fit = first_fits && are_digits(first) && groups.all(|g| g.len() == 3 && are_digits(g));
    fit.then(|| whole.chars().filter(char::is_ascii_digit).collect())
}

/// A number times a power of ten, exactly; none where it has too many digits.
pub(super) fn times_ten(value: Decimal, exponent: u32) -> Option<Decimal> {
    let mut value = value.normalize();
    let decimals = value.scale();
    if let Some(left) = decimals.checked_sub(exponent) {
        value.set_scale(left).ok()?;
        return Some(value);
    }
    value.set_scale(0).ok()?;
    let factor = 10_u64.checked_pow(exponent - decimals)?;
    value.checked_mul(Decimal::from(factor))
}

/// The readings of a text under either decimal mark; what was wrong, where there is none.
pub(super) fn under_either_mark<T: PartialEq>(
    lang: Lang,
    mut read: impl FnMut(Mark) -> Result<Vec<T>, Unread>,
) -> Reading<T> {
    let mut found = Vec::new();
    let mut why: Option<Unread> = None;
    for mark in Mark::likelier_first(lang) {
        match read(mark) {
            Ok(meanings) => found.extend(meanings),
            // That the digits suit the other mark only is no news beside what else is wrong.
            Err(wrong) if matches!(why, None | Some(Unread::BadNumber(_))) => why = Some(wrong),
            Err(_) => {}
        }
    }
    Reading::of(found, why.unwrap_or(Unread::NoNumber))
}

/// The items of a text that is no more than a number, read with `mark`.
fn number_items(text: &str, mark: Mark) -> Result<(Vec<char>, Vec<Placed>), Unread> {
    let chars = clean(text)?;
    let style = Style {
        mark: Some(mark),
        dates: Dates::None,
    };
    let placed = items(&chars, style)?;
    Ok((chars, placed))
}

/// A plain number, below zero too: `1 234,5`, `2.9 mln`, `−0.4`. No currency, no per cent.
pub fn decimal(text: &str, lang: Lang) -> Reading<Decimal> {
    under_either_mark(lang, |mark| {
        let (chars, placed) = number_items(text, mark)?;
        let mut rest = placed.as_slice();
        let negative = matches!(rest.first(), Some(p) if p.item == Item::Word(Word::Dash));
        if negative {
            rest = rest.get(1..).unwrap_or_default();
        }
        let (values, rest) = scaled(&chars, rest)?;
        nothing_left(&chars, rest)?;
        let signed = |value: Decimal| if negative { -value } else { value };
        Ok(values.into_iter().map(signed).collect())
    })
}

/// A percentage, 0–100, with its sign or without: `0.25`, `0,25 %`, `25 відсотків`.
pub fn percent(text: &str, lang: Lang) -> Reading<Percent> {
    under_either_mark(lang, |mark| {
        let (chars, placed) = number_items(text, mark)?;
        let (values, mut rest) = match placed.as_slice() {
            [first, ..] if first.item == Item::Word(Word::Dash) => {
                return Err(Unread::PercentOutOfRange(text.trim().to_owned()));
            }
            all => scaled(&chars, all)?,
        };
        if matches!(rest.first(), Some(p) if p.item == Item::Word(Word::PerCent)) {
            rest = rest.get(1..).unwrap_or_default();
        }
        nothing_left(&chars, rest)?;
        let percents: Vec<Percent> = values
            .into_iter()
            .filter_map(|value| Percent::new(value).ok())
            .collect();
        if percents.is_empty() {
            return Err(Unread::PercentOutOfRange(text.trim().to_owned()));
        }
        Ok(percents)
    })
}

/// A number and its scale at the front, and what follows.
fn scaled<'a>(
    chars: &[char],
    placed: &'a [Placed],
) -> Result<(Vec<Decimal>, &'a [Placed]), Unread> {
    let Some((first, rest)) = placed.split_first() else {
        return Err(Unread::NoNumber);
    };
    let Item::Number(number) = &first.item else {
        return Err(Unread::NoNumber);
    };
    let scale = rest.split_first().and_then(|(next, rest)| {
        let exponents = next.scale()?;
        Some((exponents, next.end, rest))
    });
    let Some((exponents, end, rest)) = scale else {
        return Ok((vec![number.value], rest));
    };
    let scaled = exponents.iter().filter_map(|e| times_ten(number.value, *e));
    let scaled: Vec<Decimal> = scaled.collect();
    if scaled.is_empty() {
        return Err(Unread::OutOfRange(quote(chars, first.start, end)));
    }
    Ok((scaled, rest))
}

fn nothing_left(chars: &[char], rest: &[Placed]) -> Result<(), Unread> {
    let rest = rest
        .iter()
        .find(|placed| placed.item != Item::Word(Word::Filler));
    match rest {
        None => Ok(()),
        Some(placed) => Err(Unread::LeftOver(quote(chars, placed.start, placed.end))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, mark: Mark) -> Option<String> {
        numeral(text, mark)
            .ok()
            .map(|n| n.value.normalize().to_string())
    }

    #[test]
    fn digits_are_a_number_with_the_one_mark_or_the_other_or_both() {
        for (text, point, comma) in [
            ("35", Some("35"), Some("35")),
            ("80 000 000", Some("80000000"), Some("80000000")),
            ("80'000'000", Some("80000000"), Some("80000000")),
            ("80_000_000", Some("80000000"), Some("80000000")),
            ("1.5", Some("1.5"), None),
            ("1,5", None, Some("1.5")),
            ("1.500", Some("1.5"), Some("1500")),
            ("1,500", Some("1500"), Some("1.5")),
            ("0.500", Some("0.5"), None),
            (".5", Some("0.5"), None),
            ("1.234.567", None, Some("1234567")),
            ("1,234,567", Some("1234567"), None),
            ("1,234.56", Some("1234.56"), None),
            ("1.234,567", None, Some("1234.567")),
            ("1234.567", Some("1234.567"), None),
            ("1 000,500", None, Some("1000.5")),
            ("1,00,000", None, None),
            ("1.2.3", None, None),
            ("12 34", None, None),
            ("1,234'567", None, None),
            ("007", None, None),
            ("0 500", None, None),
        ] {
            assert_eq!(
                value(text, Mark::Point).as_deref(),
                point,
                "{text} with a point"
            );
            assert_eq!(
                value(text, Mark::Comma).as_deref(),
                comma,
                "{text} with a comma"
            );
        }
    }

    #[test]
    fn more_digits_than_can_be_kept_are_refused_not_rounded() {
        let long = "1.23456789012345678901234567890";
        assert!(matches!(
            numeral(long, Mark::Point),
            Err(Unread::OutOfRange(_))
        ));
        let close: Decimal = "1.2345678901234567890123456789".parse().unwrap();
        assert_eq!(
            times_ten(close, 6).unwrap().to_string(),
            "1234567.8901234567890123456789"
        );
        assert_eq!(times_ten(Decimal::MAX, 3), None);
        assert_eq!(
            times_ten(Decimal::new(15, 1), 9),
            Some(Decimal::from(1_500_000_000))
        );
    }
}
