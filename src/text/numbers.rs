//! Numbers for people: sums, bounds, ratios and percents by language (product.md, section 7).
//!
//! Millions below a billion, billions above; three significant figures in the short form, every
//! digit in the exact one; U+202F groups digits and stands between a number and its unit; the
//! decimal mark is a point in English and a comma in Ukrainian.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Lang, Texts};
use crate::ledger::{Bounds, Ratio};
use crate::model::{AmountForm, Currency, GdpShare, Money, MoneyRange, ShareBound};

pub use super::dates::period;

/// The narrow space that does not break.
pub const NARROW: char = '\u{202f}';
/// The true minus.
pub const MINUS: char = '−';

/// How many digits of a number count in the short form.
const SHORT_DIGITS: u32 = 3;

fn mark(lang: Lang) -> char {
    match lang {
        Lang::En => '.',
        Lang::Uk => ',',
    }
}

/// A number with its digits grouped, every digit kept.
pub fn number(value: Decimal, texts: Texts) -> String {
    let digits = value.abs().normalize().to_string();
    let (whole, rest) = digits
        .split_once('.')
        .map_or((digits.as_str(), None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        out.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(NARROW);
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push(mark(texts.lang()));
        out.push_str(rest);
    }
    out
}

/// A whole number with its digits grouped.
pub fn count(count: u64, texts: Texts) -> String {
    number(Decimal::from(count), texts)
}

/// Rounded to three significant figures, but never within the whole part: 4 328 stays 4 328.
fn short(value: Decimal) -> Decimal {
    if value.abs() >= Decimal::ONE_HUNDRED {
        return value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    }
    value
        .round_sf_with_strategy(SHORT_DIGITS, RoundingStrategy::MidpointAwayFromZero)
        .unwrap_or(value)
}

/// The unit that a sum is told in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    Units,
    Millions,
    Billions,
}

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
const BILLION: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

impl Scale {
    fn of(value: Decimal) -> Self {
        let size = value.abs();
        if size >= BILLION {
            Self::Billions
        } else if size >= MILLION {
            Self::Millions
        } else {
            Self::Units
        }
    }

    fn unit(self) -> Decimal {
        match self {
            Self::Units => Decimal::ONE,
            Self::Millions => MILLION,
            Self::Billions => BILLION,
        }
    }
}

/// The sign of a currency, as the language's sums need it: `€`; a code stands apart from the number
/// that follows it.
fn sign(currency: Currency, lang: Lang) -> String {
    match (currency.code(), lang) {
        ("EUR", _) => "€".to_owned(),
        ("USD", _) => "$".to_owned(),
        ("GBP", _) => "£".to_owned(),
        ("JPY", _) => "¥".to_owned(),
        ("UAH", _) => "₴".to_owned(),
        (code, Lang::En) => format!("{code}{NARROW}"),
        (code, Lang::Uk) => code.to_owned(),
    }
}

fn scaled(digits: &str, scale: Scale, currency: Currency, texts: Texts) -> String {
    // “−€5 m”, not “€−5 m”.
    let (minus, digits) = digits
        .strip_prefix(MINUS)
        .map_or(("", digits), |digits| ("−", digits));
    let args = &[
        ("sign", sign(currency, texts.lang()).into()),
        ("number", digits.into()),
    ];
    let text = match scale {
        Scale::Units => texts.with("number-units", args),
        Scale::Millions => texts.with("number-millions", args),
        Scale::Billions => texts.with("number-billions", args),
    };
    format!("{minus}{text}")
}

/// A sum in three significant figures: `€196 m`, `€1.2 bn`, `35 млн €`. Whole units of `currency` in.
pub fn money_short(value: Decimal, currency: Currency, texts: Texts) -> String {
    let mut scale = Scale::of(value);
    // 999.9 million rounds to a billion, and is told as one.
    let mut shown = short(value / scale.unit());
    if Scale::of(shown * scale.unit()) != scale {
        scale = Scale::of(shown * scale.unit());
        shown = short(value / scale.unit());
    }
    scaled(&number(shown, texts), scale, currency, texts)
}

/// A sum with every digit: `€78.413 bn` where that is all of it, else `€196 032 567.89`.
pub fn money_exact(value: Decimal, currency: Currency, texts: Texts) -> String {
    let scale = Scale::of(value);
    let in_scale = (value / scale.unit()).normalize();
    if scale != Scale::Units && in_scale.scale() <= 3 {
        return scaled(&number(in_scale, texts), scale, currency, texts);
    }
    // Cents stand with both their digits.
    let mut cents = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let mut digits = number(cents, texts);
    if !cents.fract().is_zero() {
        cents = cents.normalize();
        if cents.scale() == 1 {
            digits.push('0');
        }
    }
    scaled(&digits, Scale::Units, currency, texts)
}

/// A sum as its source writes it, in three significant figures at least and with no digit lost.
pub fn money(money: Money, texts: Texts) -> String {
    money_exact(money.value(), money.currency(), texts)
}

/// A number of per cent in three significant figures: `0.25 %`.
pub fn percent(percent: Decimal, texts: Texts) -> String {
    format!("{}{NARROW}%", number(short(percent), texts))
}

/// How sums are told.
type Tell = fn(Decimal, Currency, Texts) -> String;

/// Bounds in three significant figures: `€1.2 bn … €4.2 bn (3 n/d)`.
pub fn bounds_short(bounds: &Bounds, currency: Currency, texts: Texts) -> String {
    told(bounds, currency, texts, money_short)
}

/// Bounds with every digit.
pub fn bounds_exact(bounds: &Bounds, currency: Currency, texts: Texts) -> String {
    told(bounds, currency, texts, money_exact)
}

fn told(bounds: &Bounds, currency: Currency, texts: Texts, tell: Tell) -> String {
    if bounds.is_nothing() {
        return "–".to_owned();
    }
    let undisclosed = undisclosed(bounds.undisclosed, texts);
    let not_converted = (bounds.not_converted > 0).then(|| {
        let number = count(u64::from(bounds.not_converted), texts);
        texts.with("number-not-converted", &[("number", number.into())])
    });
    if !bounds.has_number() {
        return match (undisclosed, not_converted) {
            (Some(undisclosed), Some(not)) => format!("{undisclosed} ({not})"),
            (Some(undisclosed), None) => undisclosed,
            (None, not) => format!("({})", not.unwrap_or_default()),
        };
    }
    let low = tell(bounds.low, currency, texts);
    let mut out = match bounds.high {
        None => format!("≥{NARROW}{low}"),
        Some(high) if high == bounds.low => low,
        Some(high) if bounds.low.is_zero() => {
            format!("≤{NARROW}{}", tell(high, currency, texts))
        }
        Some(high) => {
            let high = tell(high, currency, texts);
            if high == low {
                low
            } else {
                format!("{low} … {high}")
            }
        }
    };
    if bounds.about > 0 {
        out.insert_str(0, "≈\u{202f}");
    }
    if bounds.estimate {
        out.push(NARROW);
        out.push_str(&texts.get("number-estimate"));
    }
    // Beside a number even one alone is counted, so that the brackets say how many.
    let undisclosed =
        (bounds.undisclosed > 0).then(|| counted_undisclosed(bounds.undisclosed, texts));
    let beside: Vec<String> = undisclosed.into_iter().chain(not_converted).collect();
    if !beside.is_empty() {
        out.push_str(&[" (", &beside.join(", "), ")"].concat());
    }
    out
}

fn undisclosed(how_many: u32, texts: Texts) -> Option<String> {
    match how_many {
        0 => None,
        1 => Some(texts.get("number-undisclosed")),
        _ => Some(counted_undisclosed(how_many, texts)),
    }
}

fn counted_undisclosed(how_many: u32, texts: Texts) -> String {
    format!(
        "{}{NARROW}{}",
        count(u64::from(how_many), texts),
        texts.get("number-undisclosed")
    )
}

/// Whole per cent from ten upwards, two significant figures below.
fn percent_of_part(part: Decimal) -> Decimal {
    let percent = part * Decimal::ONE_HUNDRED;
    let rounding = RoundingStrategy::MidpointAwayFromZero;
    if percent >= Decimal::TEN {
        return percent.round_dp_with_strategy(0, rounding);
    }
    let rounded = percent.round_sf_with_strategy(2, rounding);
    rounded.unwrap_or(percent).normalize()
}

/// A ratio in per cent: `41 %`, `38–41 %`, `≥ 41 %`.
pub fn ratio(ratio: &Ratio, texts: Texts) -> String {
    let low = number(percent_of_part(ratio.low), texts);
    let mut out = match ratio.high.map(percent_of_part) {
        None => format!("≥{NARROW}{low}"),
        Some(high) => {
            let high = number(high, texts);
            if high == low {
                low
            } else if ratio.low.is_zero() {
                format!("≤{NARROW}{high}")
            } else {
                format!("{low}–{high}")
            }
        }
    };
    out.push(NARROW);
    out.push('%');
    if ratio.about {
        out.insert_str(0, "≈\u{202f}");
    }
    if ratio.estimate {
        out.push(NARROW);
        out.push_str(&texts.get("number-estimate"));
    }
    out
}

fn bound_sign(bound: ShareBound) -> &'static str {
    match bound {
        ShareBound::Exact => "",
        ShareBound::About => "≈\u{202f}",
        ShareBound::UpTo => "≤\u{202f}",
        ShareBound::AtLeast => "≥\u{202f}",
    }
}

/// A share of GDP: `≥ 0.25 % of GDP`.
pub fn gdp_share(share: GdpShare, texts: Texts) -> String {
    let percent = format!("{}{NARROW}%", number(share.percent.get(), texts));
    let told = texts.with("number-of-gdp", &[("percent", percent.into())]);
    format!("{}{told}", bound_sign(share.bound))
}

/// An amount as the source reports it, in three significant figures: `≈ €80 m`, `0.25 % of GDP`.
pub fn form(form: &AmountForm, texts: Texts) -> String {
    form_with(form, texts, money_short)
}

/// An amount as the source reports it, with every digit.
pub fn form_exact(form: &AmountForm, texts: Texts) -> String {
    form_with(form, texts, money_exact)
}

fn form_with(form: &AmountForm, texts: Texts, tell: Tell) -> String {
    let sum = |money: &Money| tell(money.value(), money.currency(), texts);
    match form {
        AmountForm::Exact(money) => sum(money),
        AmountForm::About(money) => format!("≈{NARROW}{}", sum(money)),
        AmountForm::UpTo(money) => format!("≤{NARROW}{}", sum(money)),
        AmountForm::AtLeast(money) => format!("≥{NARROW}{}", sum(money)),
        AmountForm::Range(range) => range_with(range, texts, tell),
        AmountForm::GdpShare(share) => gdp_share(*share, texts),
        AmountForm::Undisclosed(_) => texts.get("number-undisclosed"),
    }
}

fn range_with(range: &MoneyRange, texts: Texts, tell: Tell) -> String {
    let currency = range.low().currency();
    let (low, high) = (range.low().value(), range.high().value());
    let scale = Scale::of(low);
    // “€100–150 m” where both ends are told in one unit and few digits, else both in full.
    let whole = |value: Decimal| (value / scale.unit()).normalize();
    if scale == Scale::of(high) && whole(low).scale() <= 1 && whole(high).scale() <= 1 {
        let digits = format!(
            "{}–{}",
            number(whole(low), texts),
            number(whole(high), texts)
        );
        return scaled(&digits, scale, currency, texts);
    }
    format!(
        "{} … {}",
        tell(low, currency, texts),
        tell(high, currency, texts)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Texts = Texts { lang: Lang::En };
    const UK: Texts = Texts { lang: Lang::Uk };

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Narrow spaces as plain ones, to be readable in tables.
    fn plain(text: &str) -> String {
        text.replace(NARROW, " ")
    }

    #[test]
    fn sums_are_told_in_millions_and_billions_with_three_figures() {
        for (value, en, uk) in [
            ("0", "€0", "0 €"),
            ("950", "€950", "950 €"),
            ("35000", "€35 000", "35 000 €"),
            ("80000000", "€80 m", "80 млн €"),
            ("196032567.89", "€196 m", "196 млн €"),
            ("1234000", "€1.23 m", "1,23 млн €"),
            ("999900000", "€1 bn", "1 млрд €"),
            ("1200000000", "€1.2 bn", "1,2 млрд €"),
            ("4328100000000", "€4 328 bn", "4 328 млрд €"),
            ("-5000000", "−€5 m", "−5 млн €"),
        ] {
            let of = |texts| plain(&money_short(decimal(value), Currency::EUR, texts));
            assert_eq!(of(EN), en, "{value}");
            assert_eq!(of(UK), uk, "{value}");
        }
        let crowns = Currency::new("ISK").unwrap();
        let four = decimal("4000000000");
        assert_eq!(plain(&money_short(four, crowns, EN)), "ISK 4 bn");
        assert_eq!(plain(&money_short(four, crowns, UK)), "4 млрд ISK");
    }

    #[test]
    fn an_exact_sum_loses_no_digit() {
        for (value, en, uk) in [
            ("78413000000", "€78.413 bn", "78,413 млрд €"),
            ("35000000", "€35 m", "35 млн €"),
            ("196032567.89", "€196 032 567.89", "196 032 567,89 €"),
            ("196032567.5", "€196 032 567.50", "196 032 567,50 €"),
            ("1234567", "€1 234 567", "1 234 567 €"),
        ] {
            let of = |texts| plain(&money_exact(decimal(value), Currency::EUR, texts));
            assert_eq!(of(EN), en, "{value}");
            assert_eq!(of(UK), uk, "{value}");
        }
    }

    #[test]
    fn bounds_say_what_they_know_and_what_not() {
        let two = |low: &str, high: Option<&str>| Bounds::number(decimal(low), high.map(decimal));
        let cases = [
            (Bounds::NOTHING, "–", "–"),
            (Bounds::undisclosed(), "n/d", "н/д"),
            (
                Bounds {
                    undisclosed: 3,
                    ..Bounds::NOTHING
                },
                "3 n/d",
                "3 н/д",
            ),
            (
                Bounds {
                    not_converted: 2,
                    ..Bounds::NOTHING
                },
                "(2 not converted)",
                "(2 не перераховано)",
            ),
            (
                Bounds {
                    undisclosed: 3,
                    ..two("1200000000", Some("4200000000"))
                },
                "€1.2 bn … €4.2 bn (3 n/d)",
                "1,2 млрд € … 4,2 млрд € (3 н/д)",
            ),
            (two("0", Some("3000000000")), "≤ €3 bn", "≤ 3 млрд €"),
            (two("500000000", None), "≥ €500 m", "≥ 500 млн €"),
            (two("0", Some("0")), "€0", "0 €"),
            (
                Bounds {
                    about: 1,
                    ..two("80000000", Some("80000000"))
                },
                "≈ €80 m",
                "≈ 80 млн €",
            ),
            (
                Bounds {
                    estimate: true,
                    undisclosed: 1,
                    not_converted: 1,
                    ..two("1000000", Some("1000000"))
                },
                "€1 m est. (1 n/d, 1 not converted)",
                "1 млн € оц. (1 н/д, 1 не перераховано)",
            ),
        ];
        for (bounds, en, uk) in cases {
            let of = |texts| plain(&bounds_short(&bounds, Currency::EUR, texts));
            assert_eq!(of(EN), en);
            assert_eq!(of(UK), uk);
        }
    }

    #[test]
    fn a_ratio_is_told_in_per_cent() {
        for (low, high, en, uk) in [
            ("0.408", Some("0.408"), "41 %", "41 %"),
            ("0.378", Some("0.4099"), "38–41 %", "38–41 %"),
            ("0.41", None, "≥ 41 %", "≥ 41 %"),
            ("0", Some("0.5"), "≤ 50 %", "≤ 50 %"),
            ("0.0043", Some("0.0043"), "0.43 %", "0,43 %"),
            ("12.34", Some("12.34"), "1 234 %", "1 234 %"),
            ("0", Some("0"), "0 %", "0 %"),
        ] {
            let value = Ratio {
                low: decimal(low),
                high: high.map(decimal),
                about: false,
                estimate: false,
            };
            assert_eq!(plain(&ratio(&value, EN)), en);
            assert_eq!(plain(&ratio(&value, UK)), uk);
        }
        let unsure = Ratio {
            low: decimal("0.41"),
            high: Some(decimal("0.41")),
            about: true,
            estimate: true,
        };
        assert_eq!(plain(&ratio(&unsure, EN)), "≈ 41 % est.");
        assert_eq!(plain(&ratio(&unsure, UK)), "≈ 41 % оц.");
    }

    #[test]
    fn an_amount_is_told_in_the_form_that_the_source_gives_it() {
        let sum = |text: &str| text.parse::<Money>().unwrap();
        let range = MoneyRange::new(sum("100 000 000 EUR"), sum("150 000 000 EUR")).unwrap();
        let wide = MoneyRange::new(sum("900 000 000 EUR"), sum("1 500 000 000 EUR")).unwrap();
        let share = |text: &str| AmountForm::GdpShare(text.parse().unwrap());
        for (amount, en, uk) in [
            (
                AmountForm::Exact(sum("35 000 000 EUR")),
                "€35 m",
                "35 млн €",
            ),
            (
                AmountForm::About(sum("80 000 000 EUR")),
                "≈ €80 m",
                "≈ 80 млн €",
            ),
            (
                AmountForm::UpTo(sum("3 000 000 000 EUR")),
                "≤ €3 bn",
                "≤ 3 млрд €",
            ),
            (
                AmountForm::AtLeast(sum("500 000 000 USD")),
                "≥ $500 m",
                "≥ 500 млн $",
            ),
            (AmountForm::Range(range), "€100–150 m", "100–150 млн €"),
            (
                AmountForm::Range(wide),
                "€900 m … €1.5 bn",
                "900 млн € … 1,5 млрд €",
            ),
            (share("0.25 %"), "0.25 % of GDP", "0,25 % ВВП"),
            (share("at least 0.25 %"), "≥ 0.25 % of GDP", "≥ 0,25 % ВВП"),
            (AmountForm::Undisclosed(None), "n/d", "н/д"),
        ] {
            assert_eq!(plain(&form(&amount, EN)), en);
            assert_eq!(plain(&form(&amount, UK)), uk);
        }
    }

    #[test]
    fn counts_and_percents_follow_the_language() {
        assert_eq!(plain(&count(1_234_567, EN)), "1 234 567");
        assert_eq!(plain(&percent(decimal("0.2512"), EN)), "0.251 %");
        assert_eq!(plain(&percent(decimal("0.2512"), UK)), "0,251 %");
        assert!(!count(1_234, EN).contains(' '), "a number never breaks");
    }
}
