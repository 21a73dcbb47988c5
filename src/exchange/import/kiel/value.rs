//! What stands in a cell of Kiel's: a sum, words, or the full stop that says that nothing does.

use rust_decimal::Decimal;

use crate::exchange::table::Cell;
use crate::model::{Amount, AmountForm, Currency, Money, Period};

/// Words that stand where a value is missing. A full stop is the usual one.
const MISSING: &[&str] = &[
    ".",
    "-",
    "–",
    "not given",
    "no value available",
    "no value",
    "no price",
    "undisclosed",
    "unknown",
    "n/a",
    "na",
    "nan",
    "none",
    "not available",
];

/// What stands where a sum should.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sum {
    /// A number.
    Number(Decimal),
    /// Nothing, or a word that says so.
    Missing,
    /// Something else.
    Unreadable,
}

impl Sum {
    /// The number, where it is one.
    pub(super) fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(number),
            Self::Missing | Self::Unreadable => None,
        }
    }
}

/// Whether a text says that nothing is known.
pub(super) fn is_missing(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.is_empty() || MISSING.contains(&text.as_str())
}

/// The words in a cell; none where they say that nothing is known.
pub(super) fn words(cell: &Cell) -> Option<String> {
    let text = match cell {
        Cell::Empty | Cell::NoResult | Cell::Mistake(_) => return None,
        other => other.raw(),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!is_missing(&text)).then_some(text)
}

/// The sum in a cell. A formula without a stored result and a mistake of one are missing, not zero.
pub(super) fn sum(cell: &Cell) -> Sum {
    match cell {
        Cell::Number(number) => Sum::Number(*number),
        Cell::Text(text) if is_missing(text) => Sum::Missing,
        Cell::Text(text) => number(text).map_or(Sum::Unreadable, Sum::Number),
        Cell::Empty | Cell::NoResult | Cell::Mistake(_) => Sum::Missing,
        Cell::Date(_) | Cell::Flag(_) => Sum::Unreadable,
    }
}

/// A number as machines write it (`23417159.978473667`, `6.1e-05`), or with thousands set apart.
fn number(text: &str) -> Option<Decimal> {
    let kept: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'))
        .collect();
    let kept = match (kept.matches(',').count(), kept.contains('.')) {
        (0, _) => kept,
        (1, false) if !is_grouped(&kept) => kept.replace(',', "."),
        _ if is_grouped(&kept) => kept.replace(',', ""),
        _ => return None,
    };
    let plain = Decimal::from_str_exact(&kept).or_else(|_| kept.parse());
    plain.or_else(|_| Decimal::from_scientific(&kept)).ok()
}

/// Whether commas part groups of three: `1,234,567` or `1,234.5`.
fn is_grouped(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or(text);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let first = first.trim_start_matches('-');
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

/// A number of units as a sum of money, to the cent. None where it is negative or out of range.
pub(super) fn money(number: Decimal, unit: u64, currency: Currency) -> Option<Money> {
    let value = number.checked_mul(Decimal::from(unit))?.round_dp(2);
    Money::new(value, currency).ok()
}

/// A sum as an amount for no time named.
pub(super) fn exact(money: Money) -> Amount {
    Amount {
        form: AmountForm::Exact(money),
        period: Period::Unstated,
    }
}

/// No sum named.
pub(super) fn undisclosed(currency: Option<Currency>) -> Amount {
    Amount {
        form: AmountForm::Undisclosed(currency),
        period: Period::Unstated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn what_is_missing_is_missing_and_never_zero() {
        for cell in [
            text("."),
            text("Not Given"),
            text("\u{a0}"),
            text("No value available"),
            Cell::NoResult,
            Cell::Mistake("#NAME?".to_owned()),
            Cell::Empty,
        ] {
            assert_eq!(sum(&cell), Sum::Missing, "{cell:?}");
            assert_eq!(words(&cell), None);
        }
        assert_eq!(sum(&text("0.0")), Sum::Number(Decimal::ZERO));
        assert_eq!(sum(&text("soon")), Sum::Unreadable);
    }

    #[test]
    fn numbers_are_read_as_machines_and_people_write_them() {
        for (written, read) in [
            ("23417159.978473667", "23417159.978473667"),
            ("6.294191981651788e-05", "0.00006294191981651788"),
            ("-51902216.2", "-51902216.2"),
            ("1,234,567", "1234567"),
            ("1,234.5", "1234.5"),
            ("12 500", "12500"),
            ("0,5", "0.5"),
        ] {
            let read: Decimal = read.parse().unwrap();
            assert_eq!(sum(&text(written)), Sum::Number(read), "{written}");
        }
    }
}
