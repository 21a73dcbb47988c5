//! Numbers and days as workbooks write them, without a binary fraction in between.

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::cell::Cell;

/// So many digits of a number are meant: a program that computes with binary fractions writes
/// `0.30000000000000004` and shows 0.3, as all spreadsheets do.
const MEANT: usize = 15;
/// The most digits that a [`Decimal`] holds for sure.
const HELD: usize = 28;

/// A number as it is written, such as `-12.50`, `1E-3`. Whole numbers written as such keep all their
/// digits, others the first 15. None where it is no number, or one too large to be held.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut all = [whole, fraction].concat();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_whole = fraction.is_empty() && exponent == 0;
    let mut scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    let zeros = all.len() - all.trim_start_matches('0').len();
    all.drain(..zeros);
    let most = if is_whole { HELD } else { MEANT };
    let mut up = false;
    if all.len() > most {
        let cut = all.split_off(most);
        scale -= i32::try_from(cut.len()).ok()?;
        up = cut.starts_with(|digit: char| digit >= '5');
    }
    let mut value: i128 = if all.is_empty() { 0 } else { all.parse().ok()? };
    value += i128::from(up);
    while value != 0 && value % 10 == 0 && scale > 0 {
        value /= 10;
        scale -= 1;
    }
    while scale > 28 {
        value = (value + 5) / 10;
        scale -= 1;
        if value == 0 {
            scale = 0;
        }
    }
    while scale < 0 {
        if value == 0 {
            scale = 0;
            break;
        }
        value = value.checked_mul(10)?;
        scale += 1;
    }
    Decimal::try_from_i128_with_scale(sign * value, scale.unsigned_abs()).ok()
}

/// How a workbook counts days.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Days {
    /// Day 1 is 1 January 1900, and that year has a 29 February, which it had not.
    #[default]
    Since1900,
    /// Day 0 is 1 January 1904.
    Since1904,
}

impl Days {
    /// The day of that number; its time of day is left out.
    pub(super) fn day(self, number: Decimal) -> Option<Date> {
        let days = i64::try_from(number.floor()).ok()?;
        let first = match self {
            Self::Since1904 => date(1904, 1, 1),
            // The day that never was stands for the one before it.
            Self::Since1900 if (1..=59).contains(&days) => date(1899, 12, 31),
            Self::Since1900 => date(1899, 12, 30),
        };
        let counts = match self {
            Self::Since1900 => 1..=2_958_465,
            Self::Since1904 => 0..=2_957_003,
        };
        let days = counts.contains(&days).then_some(days)?;
        first
            .checked_add(jiff::Span::new().try_days(days).ok()?)
            .ok()
    }

    /// A number of a cell in a form that shows days.
    pub(super) fn cell(self, number: Decimal) -> Cell {
        self.day(number).map_or(Cell::Number(number), Cell::Date)
    }
}

/// The day that a text such as `2022-03-10T00:00:00` begins with.
pub(super) fn day_of_iso(text: &str) -> Option<Date> {
    text.trim().get(..10)?.parse().ok()
}

/// Whether a form of numbers shows days: `dd/mm/yyyy`, `mmm yy`. One that shows times only does not.
pub(super) fn shows_days(form: &str) -> bool {
    let mut signs = form.chars().peekable();
    let (mut days, mut months, mut times) = (false, false, false);
    while let Some(sign) = signs.next() {
        match sign {
            '"' => while signs.next().is_some_and(|inner| inner != '"') {},
            '[' => {
                let inner: String = signs.by_ref().take_while(|inner| *inner != ']').collect();
                let inner = inner.to_ascii_lowercase();
                times |= !inner.is_empty()
                    && ["h", "m", "s"]
                        .iter()
                        .any(|unit| inner.replace(unit, "").is_empty());
            }
            '\\' | '_' | '*' => {
                signs.next();
            }
            'A' | 'a'
                if signs
                    .peek()
                    .is_some_and(|next| matches!(next, 'M' | 'm' | '/')) =>
            {
                times = true;
                while signs
                    .peek()
                    .is_some_and(|next| matches!(next, 'M' | 'm' | '/' | 'P' | 'p'))
                {
                    signs.next();
                }
            }
            'd' | 'D' | 'y' | 'Y' => days = true,
            'm' | 'M' => months = true,
            'h' | 'H' | 's' | 'S' => times = true,
            _ => {}
        }
    }
    days || (months && !times)
}

/// Whether a form that workbooks know by its number shows days.
pub(super) fn numbered_form_shows_days(number: u32) -> bool {
    matches!(number, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=58)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_what_is_meant_and_no_tail() {
        for (text, expected) in [
            ("0.30000000000000004", Some("0.3")),
            ("1.1000000000000001", Some("1.1")),
            ("187.556", Some("187.556")),
            ("-12.50", Some("-12.5")),
            ("1E-3", Some("0.001")),
            ("1.5e+9", Some("1500000000")),
            ("0.33333333333333331", Some("0.333333333333333")),
            ("9999999999999999", Some("9999999999999999")),
            ("0.99999999999999999", Some("1")),
            ("1E-40", Some("0")),
            ("0", Some("0")),
            ("-0", Some("0")),
            (" 7 ", Some("7")),
            ("1E+100", None),
            ("", None),
            ("1e999999999999", None),
            ("NaN", None),
            ("0x10", None),
            ("1_000", None),
        ] {
            let expected: Option<Decimal> = expected.map(|text| text.parse().unwrap());
            assert_eq!(decimal(text), expected, "{text}");
        }
    }

    #[test]
    fn days_are_counted_as_the_workbook_counts_them() {
        let day = |days: Days, number: &str| days.day(number.parse().unwrap());
        let (old, mac) = (Days::Since1900, Days::Since1904);
        assert_eq!(day(old, "1"), Some(date(1900, 1, 1)));
        assert_eq!(day(old, "59"), Some(date(1900, 2, 28)));
        assert_eq!(day(old, "61"), Some(date(1900, 3, 1)));
        assert_eq!(day(old, "44630.75"), Some(date(2022, 3, 10)));
        assert_eq!(day(mac, "43168"), Some(date(2022, 3, 10)));
        assert_eq!(day(old, "0.5"), None);
        assert_eq!(day(old, "-1"), None);
        assert_eq!(day(old, "9999999"), None);
    }

    #[test]
    fn forms_of_days_are_told_from_forms_of_times_and_sums() {
        for form in [
            "dd/mm/yyyy",
            "mmm\\-yy",
            "[$-409]d\\ mmm;@",
            "m/d/yy h:mm",
            "mmmm",
            "yyyy",
        ] {
            assert!(shows_days(form), "{form}");
        }
        for form in [
            "General",
            "0.00",
            "#,##0.00\\ \"mld\"",
            "[h]:mm:ss",
            "h:mm AM/PM",
            "mm:ss",
            "_-* #,##0.00\\ [$€-407]_-",
            "[Red]-0.00",
            "0.00E+00",
        ] {
            assert!(!shows_days(form), "{form}");
        }
    }
}
