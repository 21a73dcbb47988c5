//! Amounts as they stand in cells: numbers in any writing, bounds and ranges, and the words that say
//! that there is none. What is missing stays missing and what is not told is *undisclosed*: neither is
//! ever zero.
//!
//! A column is looked at first: which sign stands before its decimals ([`Marks`]), and whether its
//! numbers fit the unit that its heading names ([`Magnitude`]). Then each cell is read ([`read`]) and
//! made an amount with the unit of its column ([`Unit`]), or the one that it names itself.

mod number;
mod unit;

use rust_decimal::Decimal;

pub use self::number::{Mark, Marks, number};
pub use self::unit::{Unit, currency, unit};
use super::draft::Doubt;
use crate::exchange::table::Cell;
use crate::model::{AmountForm, Currency, Money, MoneyRange};
use crate::text::Lang;
use crate::text::typed::{self, Context, Reading, Unread};

/// What a cell says of how much.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sum {
    /// Nothing stands there: blank, `.`, `-`, `n/a`, a formula without a result.
    Missing,
    /// That it is not told: `Not given`, `undisclosed`, `No price`.
    Undisclosed,
    /// A number as it stands, in the unit of its column.
    Number(Decimal),
    /// With words that bind it, or its own unit: `up to €3 bn`; the scale of the column is still to
    /// be applied unless the cell names its own.
    Form {
        /// As it is read, in the currency named in the cell or handed in.
        form: AmountForm,
        /// Whether the cell names a scale itself.
        scaled: bool,
    },
}

/// Why a cell is no amount.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoSum {
    /// It cannot be read.
    #[error("{0:?} is no amount")]
    Unreadable(String),
    /// Sums are never negative.
    #[error("{0} is below zero")]
    Negative(Decimal),
    /// It is too large to be kept.
    #[error("{0} is too large")]
    TooLarge(String),
    /// No currency is known for it, or several could be meant.
    #[error("the currency of {0:?} cannot be told")]
    NoCurrency(String),
}

/// The most characters that are read as an amount.
const LONGEST: usize = 200;

/// Reads a cell. `mark` stands before the decimals in its column, `own` is the currency of a sum that
/// names none.
///
/// # Errors
/// When something stands there that is no amount.
pub fn read(cell: &Cell, mark: Mark, own: Option<Currency>) -> Result<Sum, NoSum> {
    match cell {
        Cell::Empty | Cell::NoResult => Ok(Sum::Missing),
        Cell::Number(number) => Ok(Sum::Number(*number)),
        Cell::Text(text) => read_text(text, mark, own),
        Cell::Mistake(text) if is_missing(&text.to_lowercase()) => Ok(Sum::Missing),
        Cell::Date(_) | Cell::Flag(_) | Cell::Mistake(_) => Err(NoSum::Unreadable(cell.raw())),
    }
}

/// Reads the text of a cell, see [`read`].
///
/// # Errors
/// When something stands there that is no amount.
pub fn read_text(text: &str, mark: Mark, own: Option<Currency>) -> Result<Sum, NoSum> {
    let text = told_first(text);
    if text.is_empty() {
        return Ok(Sum::Missing);
    }
    if let Some(number) = number(text, mark) {
        return Ok(Sum::Number(number));
    }
    let unreadable = || NoSum::Unreadable(super::shortened(text, LONGEST));
    if text.len() > 4 * LONGEST {
        return Err(unreadable());
    }
    let small = text.to_lowercase();
    if is_missing(&small) {
        return Ok(Sum::Missing);
    }
    if is_undisclosed(&small) {
        return Ok(Sum::Undisclosed);
    }
    let unit = unit(text);
    let context = Context {
        currency: unit.currency.or(own),
        lang: Lang::En,
    };
    let plain = number::rewritten(text, mark);
    let told = |form| Sum::Form {
        form,
        scaled: is_scaled(form, &plain),
    };
    match typed::amount(&plain, &context) {
        // `12 %` in a column of money is a share of nobody knows what, unless its own words say of what.
        Reading::Sure(amount) if matches!(amount.form, AmountForm::GdpShare(_)) => {
            if names_gdp(&small) {
                Ok(told(amount.form))
            } else {
                Err(unreadable())
            }
        }
        Reading::Sure(amount) => Ok(told(amount.form)),
        // Several currencies can be meant, or a word of two scales.
        Reading::Choose(meanings) => {
            let mut forms = meanings.iter().map(|amount| amount.form);
            let first = forms.next().ok_or_else(unreadable)?;
            let currency = first.currency();
            if forms.clone().all(|form| form == first) {
                return Ok(told(first));
            }
            Err(if forms.all(|form| form.currency() == currency) {
                unreadable()
            } else {
                NoSum::NoCurrency(text.to_owned())
            })
        }
        Reading::Not(Unread::NoCurrency | Unread::TwoCurrencies) => {
            Err(NoSum::NoCurrency(text.to_owned()))
        }
        Reading::Not(_) => Err(unreadable()),
    }
}

/// In small letters: whether it is told of what a share is one.
fn names_gdp(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "gdp" | "ввп" | "bip" | "pib" | "bnp"))
}

/// Whether the words of a sum name a scale: then it is not the number that stands there.
fn is_scaled(form: AmountForm, plain: &str) -> bool {
    let low = match form {
        AmountForm::Exact(sum)
        | AmountForm::About(sum)
        | AmountForm::UpTo(sum)
        | AmountForm::AtLeast(sum) => sum.value(),
        AmountForm::Range(range) => range.low().value(),
        AmountForm::GdpShare(_) | AmountForm::Undisclosed(_) => return true,
    };
    number::first(plain, Mark::Point) != Some(low)
}

impl Sum {
    /// The amount that it is in the unit of its column: in `currency` where the cell names none, times
    /// ten to the power of `scale` where it names none. What is missing is undisclosed in an amount:
    /// whether there is an entry at all is for the layout to say.
    ///
    /// # Errors
    /// When it is below zero, too large, or has no currency.
    pub fn form(&self, currency: Option<Currency>, scale: u32) -> Result<AmountForm, NoSum> {
        match self {
            Self::Missing | Self::Undisclosed => Ok(AmountForm::Undisclosed(currency)),
            Self::Number(number) => {
                let currency =
                    currency.ok_or_else(|| NoSum::NoCurrency(number.normalize().to_string()))?;
                money(*number, currency, scale).map(AmountForm::Exact)
            }
            Self::Form { form, scaled: true } => Ok(*form),
            Self::Form {
                form,
                scaled: false,
            } => times(*form, scale),
        }
    }

    /// Whether no number stands there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Missing | Self::Undisclosed)
    }
}

/// A number of a currency, times ten to the power of `scale`.
///
/// # Errors
/// When it is below zero or too large.
pub fn money(number: Decimal, currency: Currency, scale: u32) -> Result<Money, NoSum> {
    let too_large = || NoSum::TooLarge(number.normalize().to_string());
    if number.is_sign_negative() && !number.is_zero() {
        return Err(NoSum::Negative(number));
    }
    let value = scaled(number, scale).ok_or_else(too_large)?;
    Money::new(value, currency).map_err(|_| too_large())
}

/// A number times ten to the power of `scale`, exactly.
#[must_use]
pub fn scaled(number: Decimal, scale: u32) -> Option<Decimal> {
    let factor = Decimal::from(10_u64.checked_pow(scale)?);
    number.normalize().checked_mul(factor)
}

fn times(form: AmountForm, scale: u32) -> Result<AmountForm, NoSum> {
    let times = |sum: Money| money(sum.value(), sum.currency(), scale);
    Ok(match form {
        AmountForm::Exact(sum) => AmountForm::Exact(times(sum)?),
        AmountForm::About(sum) => AmountForm::About(times(sum)?),
        AmountForm::UpTo(sum) => AmountForm::UpTo(times(sum)?),
        AmountForm::AtLeast(sum) => AmountForm::AtLeast(times(sum)?),
        AmountForm::Range(range) => {
            let (low, high) = (times(range.low())?, times(range.high())?);
            let range = MoneyRange::new(low, high);
            range
                .map(AmountForm::Range)
                .map_err(|_| NoSum::TooLarge(high.to_string()))?
        }
        AmountForm::GdpShare(_) | AmountForm::Undisclosed(_) => form,
    })
}

/// What is told before remarks: some tables put an amount, `>>` and prose in HTML into one cell.
fn told_first(text: &str) -> &str {
    let text = text.split(">>").next().unwrap_or_default();
    let text = text.split("<br").next().unwrap_or_default();
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// Whether a cell has a sign or a word for a sum that is not told: `.`, `n/a`. A dash and a blank cell say
/// that there is none.
#[must_use]
pub fn is_untold(text: &str) -> bool {
    const UNTOLD: &[&str] = &[
        ".",
        "..",
        "...",
        "…",
        "n/a",
        "#n/a",
        "na",
        "n.a.",
        "n.a",
        "missing",
        "no data",
        "not available",
        "?",
        "немає даних",
        "k.a.",
        "keine angabe",
        "keine angaben",
    ];
    UNTOLD.contains(&text.trim().to_lowercase().as_str())
}

/// The number of a cell that names its own currency and no scale: `5 000 000 EUR`.
#[must_use]
pub fn bare(text: &str) -> Option<Decimal> {
    let currency = unit(text).currency?;
    match read_text(text, Mark::Point, Some(currency)).ok()? {
        Sum::Form {
            form: AmountForm::Exact(sum) | AmountForm::About(sum) | AmountForm::UpTo(sum),
            scaled: false,
        } => Some(sum.value()),
        _ => None,
    }
}

/// In small letters: that nothing stands there.
fn is_missing(text: &str) -> bool {
    const MISSING: &[&str] = &[
        ".",
        "..",
        "...",
        "…",
        "-",
        "--",
        "–",
        "—",
        "−",
        "/",
        "n/a",
        "#n/a",
        "na",
        "n.a.",
        "n.a",
        "none",
        "null",
        "nil",
        "nan",
        "missing",
        "no data",
        "not available",
        "not applicable",
        "blank",
        "(blank)",
        "x",
        "?",
        "немає",
        "немає даних",
        "відсутнє",
        "відсутня",
        "k.a.",
        "keine",
        "keine angabe",
        "keine angaben",
        "aucun",
        "ingen",
    ];
    MISSING.contains(&text)
}

/// In small letters: that it is not told.
fn is_undisclosed(text: &str) -> bool {
    const UNDISCLOSED: &[&str] = &[
        "not given",
        "undisclosed",
        "not disclosed",
        "no price",
        "no value",
        "unknown",
        "not known",
        "unspecified",
        "not specified",
        "not stated",
        "not public",
        "not published",
        "not named",
        "classified",
        "secret",
        "confidential",
        "tbd",
        "tba",
        "tbc",
        "to be determined",
        "n/d",
        "n.d.",
        "nd",
        "unclear",
        "withheld",
        "value not given",
        "not announced",
        "не розголошено",
        "не розголошується",
        "не вказано",
        "не зазначено",
        "невідомо",
        "таємно",
        "засекречено",
        "н/д",
        "unbekannt",
        "nicht bekannt",
        "geheim",
        "vertraulich",
        "nicht offengelegt",
        "inconnu",
        "non communiqué",
        "confidentiel",
        "ukjent",
        "ikke oppgitt",
        "hemmelig",
    ];
    UNDISCLOSED.contains(&text)
}

/// How great the numbers of a column are, to hold them against the unit that its heading names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Magnitude {
    /// The greatest number, with the text of its cell.
    greatest: Option<(Decimal, String)>,
    /// How many numbers above zero there are.
    numbers: usize,
}

impl Magnitude {
    /// Looks at one more number and how it stands there.
    pub fn look(&mut self, number: Decimal, raw: impl FnOnce() -> String) {
        if number <= Decimal::ZERO {
            return;
        }
        self.numbers += 1;
        if self
            .greatest
            .as_ref()
            .is_none_or(|(most, _)| number > *most)
        {
            self.greatest = Some((number, raw()));
        }
    }

    /// The greatest number.
    #[must_use]
    pub fn greatest(&self) -> Option<Decimal> {
        self.greatest.as_ref().map(|(number, _)| *number)
    }

    /// What a person should look at, where the greatest number does not fit the scale taken:
    ///
    /// - In that scale it is more than 500 billion euros, dollars or pounds: all the aid of all
    ///   givers together did not come to as much by 2026, so `billion EUR` stands over millions, or
    ///   `million EUR` over whole euros. For currencies of which one euro is many the limit is
    ///   500 times as high.
    /// - Or no scale is named and the greatest of at least five numbers is under 10 000: a column of
    ///   whole euros without one that is worth a lorry is likely one of millions or billions.
    #[must_use]
    pub fn doubt(&self, column: &str, unit: &Unit, currency: Option<Currency>) -> Option<Doubt> {
        let (greatest, raw) = self.greatest.as_ref()?;
        let limit = match currency.as_ref().map(Currency::code) {
            None | Some("EUR" | "USD" | "GBP" | "CHF" | "CAD" | "AUD" | "NZD" | "SGD") => 1,
            Some("SEK" | "NOK" | "DKK" | "PLN" | "CZK" | "RON" | "TRY" | "CNY" | "UAH" | "MDL") => {
                50
            }
            Some(_) => 500,
        };
        let limit = Decimal::from(500_000_000_000_u64) * Decimal::from(limit);
        let too_much = scaled(*greatest, unit.scale.unwrap_or(0)).is_none_or(|sum| sum > limit);
        let too_little =
            unit.scale.is_none() && self.numbers >= 5 && *greatest < Decimal::from(10_000);
        (too_much || too_little).then(|| Doubt::Scale {
            column: column.to_owned(),
            unit: unit.named(currency),
            greatest: raw.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, mark: Mark, own: &str, scale: u32) -> String {
        let own = Currency::new(own).ok();
        let cell = Cell::Text(text.to_owned());
        match read(&cell, mark, own) {
            Ok(Sum::Missing) => "missing".to_owned(),
            Ok(Sum::Undisclosed) => "undisclosed".to_owned(),
            Ok(sum) => match sum.form(own, scale) {
                Ok(AmountForm::Exact(sum)) => sum.to_string(),
                Ok(AmountForm::About(sum)) => format!("about {sum}"),
                Ok(AmountForm::UpTo(sum)) => format!("up to {sum}"),
                Ok(AmountForm::AtLeast(sum)) => format!("at least {sum}"),
                Ok(AmountForm::Range(range)) => range.to_string(),
                Ok(AmountForm::GdpShare(share)) => share.to_string(),
                Ok(AmountForm::Undisclosed(_)) => "undisclosed".to_owned(),
                Err(why) => format!("{why}"),
            },
            Err(why) => format!("{why}"),
        }
    }

    #[test]
    fn each_way_in_which_cells_say_how_much_is_read_as_what_it_says() {
        for (text, mark, scale, expected) in [
            ("35000000", Mark::Point, 0, "35 000 000 EUR"),
            ("3,000", Mark::Point, 6, "3 000 000 000 EUR"),
            ("3,000", Mark::Comma, 6, "3 000 000 EUR"),
            ("4.097,4", Mark::Comma, 6, "4 097 400 000 EUR"),
            ("4 097,4", Mark::Comma, 6, "4 097 400 000 EUR"),
            ("4\u{202f}097\u{a0}000", Mark::Point, 0, "4 097 000 EUR"),
            ("4'097'000", Mark::Point, 0, "4 097 000 EUR"),
            (
                "0.023417159978473667",
                Mark::Point,
                9,
                "23 417 159.978473667 EUR",
            ),
            ("2.5E+07", Mark::Point, 0, "25 000 000 EUR"),
            ("€35", Mark::Point, 6, "35 000 000 EUR"),
            ("€35m", Mark::Point, 9, "35 000 000 EUR"),
            ("35 млн євро", Mark::Comma, 0, "35 000 000 EUR"),
            ("1.500 EUR", Mark::Comma, 0, "1 500 EUR"),
            ("1.500 EUR", Mark::Point, 6, "1 500 000 EUR"),
            ("USD 1,234.5", Mark::Point, 3, "1 234 500 USD"),
            ("up to 35", Mark::Point, 6, "up to 35 000 000 EUR"),
            ("nearly 80", Mark::Point, 6, "about 80 000 000 EUR"),
            ("≈ 80", Mark::Point, 6, "about 80 000 000 EUR"),
            ("over 500", Mark::Point, 6, "at least 500 000 000 EUR"),
            ("100–150", Mark::Point, 6, "100 000 000 – 150 000 000 EUR"),
            (
                "2,496.7>><b>9 May: </b>EUR 185 million<br>",
                Mark::Point,
                6,
                "2 496 700 000 EUR",
            ),
            ("0", Mark::Point, 6, "0 EUR"),
            ("-5", Mark::Point, 0, "-5 is below zero"),
            ("(1,234)", Mark::Point, 0, "-1234 is below zero"),
            ("as needed", Mark::Point, 0, "\"as needed\" is no amount"),
            ("12 tanks", Mark::Point, 0, "\"12 tanks\" is no amount"),
            ("12%", Mark::Point, 0, "\"12%\" is no amount"),
            ("12 %", Mark::Point, 6, "\"12 %\" is no amount"),
            (
                "9999999999999999",
                Mark::Point,
                0,
                "9999999999999999 is too large",
            ),
        ] {
            assert_eq!(told(text, mark, "EUR", scale), expected, "{text}");
        }
        assert_eq!(told("5 m kr", Mark::Point, "NOK", 0), "5 000 000 NOK");
        assert!(told("5 m kr", Mark::Point, "EUR", 0).starts_with("the currency of"));
        assert!(told("5", Mark::Point, "", 0).starts_with("the currency of"));
    }

    #[test]
    fn what_is_not_there_is_missing_and_what_is_not_told_undisclosed_and_neither_is_zero() {
        for text in [
            "", " ", "\u{a0}", ".", "-", "–", "n/a", "N/A", "NaN", "null",
        ] {
            assert_eq!(told(text, Mark::Point, "EUR", 0), "missing", "{text:?}");
        }
        for text in [
            "Not given",
            "Not Given ",
            "undisclosed",
            "No price",
            "Unknown",
            "таємно",
        ] {
            assert_eq!(told(text, Mark::Point, "EUR", 0), "undisclosed", "{text}");
        }
        for cell in [
            Cell::Empty,
            Cell::NoResult,
            Cell::Mistake("#N/A".to_owned()),
        ] {
            assert_eq!(read(&cell, Mark::Point, None), Ok(Sum::Missing));
        }
        for cell in [Cell::Flag(true), Cell::Mistake("#NAME?".to_owned())] {
            assert!(read(&cell, Mark::Point, None).is_err());
        }
    }

    #[test]
    fn a_scale_that_does_not_fit_its_numbers_is_a_doubt() {
        let look = |numbers: &[&str]| {
            let mut magnitude = Magnitude::default();
            for text in numbers {
                let number = number(text, Mark::Point).unwrap();
                magnitude.look(number, || (*text).to_owned());
            }
            magnitude
        };
        let doubted = |numbers: &[&str], heading: &str| {
            let unit = unit(heading);
            look(numbers).doubt("Amount", &unit, unit.currency)
        };
        assert_eq!(
            doubted(&["4,097.4", "12.5"], "billion EUR"),
            Some(Doubt::Scale {
                column: "Amount".to_owned(),
                unit: "billion EUR".to_owned(),
                greatest: "4,097.4".to_owned()
            })
        );
        assert_eq!(doubted(&["4,097.4", "12.5"], "million EUR"), None);
        assert_eq!(doubted(&["84.425"], "billion EUR"), None);
        assert!(doubted(&["23,417,159"], "EUR million").is_some());
        assert!(doubted(&["1", "2", "3", "4", "105.5"], "EUR").is_some());
        assert_eq!(doubted(&["1", "105.5"], "EUR"), None);
        assert_eq!(doubted(&["1", "2", "3", "4", "35000000"], "EUR"), None);
        assert_eq!(doubted(&["4,097.4"], "JPY billion"), None);
    }
}
