//! The unit that a heading, a sheet's name, a row of units or a cell names: `€ billion`, `in EUR
//! million`, `amountUSD`, `verdi_eur_mrd`, `тис. грн`.

use crate::model::Currency;
use crate::text::typed::{self, Reading};

/// A currency and a scale, as far as they are named.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Unit {
    /// The currency; none where none is named, or several are.
    pub currency: Option<Currency>,
    /// The power of ten: 6 for millions; none where none is named.
    pub scale: Option<u32>,
    /// It is a share: per cent, percentage of GDP.
    pub percent: bool,
}

impl Unit {
    /// What is named here, and where it is silent, there.
    #[must_use]
    pub fn or(self, there: Self) -> Self {
        Self {
            currency: self.currency.or(there.currency),
            scale: self.scale.or(there.scale),
            percent: self.percent || there.percent,
        }
    }

    /// The unit in English words: `billion EUR`, with `currency` where it names none.
    #[must_use]
    pub fn named(&self, currency: Option<Currency>) -> String {
        let scale = match self.scale {
            Some(3) => "thousand",
            Some(6) => "million",
            Some(9) => "billion",
            Some(12) => "trillion",
            _ => "",
        };
        let currency = self.currency.or(currency);
        let currency = currency.map(|currency| currency.to_string());
        format!("{scale} {}", currency.unwrap_or_default())
            .trim()
            .to_owned()
    }
}

/// What a word is in a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Currency(Currency),
    /// A word that is a scale wherever it stands.
    Scale(u32),
    /// Letters that are a scale only beside a currency: `m`, `mil`, `k`.
    BesideCurrency(u32),
    /// `in`: beside it too.
    In,
    Percent,
    Other,
}

/// The unit that a text names.
#[must_use]
pub fn unit(text: &str) -> Unit {
    let parts: Vec<Part> = words(text).iter().flat_map(|word| parts(word)).collect();
    let mut unit = Unit::default();
    let mut several = false;
    for (at, part) in parts.iter().enumerate() {
        let is_currency = |at: usize| matches!(parts.get(at), Some(Part::Currency(_)));
        let before = at.checked_sub(1);
        match *part {
            Part::Currency(currency) => {
                several |= unit.currency.is_some_and(|known| known != currency);
                unit.currency = Some(currency);
            }
            Part::Scale(scale) => unit.scale = unit.scale.or(Some(scale)),
            Part::BesideCurrency(scale) => {
                let after_in = before.is_some_and(|at| parts.get(at) == Some(&Part::In));
                if is_currency(at + 1) || before.is_some_and(is_currency) || after_in {
                    unit.scale = unit.scale.or(Some(scale));
                }
            }
            Part::Percent => unit.percent = true,
            Part::In | Part::Other => {}
        }
    }
    if several {
        unit.currency = None;
    }
    unit
}

/// The currency that the whole text is: a code, a sign or a name, as a cell of its own column has it.
/// A name or sign that several share is `own` where that is one of them.
#[must_use]
pub fn currency(text: &str, own: Option<Currency>) -> Option<Currency> {
    let text = text.trim();
    if text.is_empty() || text.len() > 100 {
        return None;
    }
    let code = text.to_ascii_uppercase();
    if let Ok(currency) = Currency::new(&code) {
        return Some(currency);
    }
    match typed::currency(text) {
        Reading::Sure(currency) => Some(currency),
        Reading::Choose(all) => own.filter(|own| all.contains(own)),
        Reading::Not(_) => None,
    }
}

/// Words parted by blanks, signs and underscores, and where small letters turn to capitals:
/// `amountUSD`. Signs of currencies stand alone.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut before = ' ';
    // Nobody writes a longer heading on purpose.
    for c in text.chars().take(400) {
        let turns = before.is_lowercase() && c.is_uppercase();
        let alone = is_sign(c);
        let counts = before.is_ascii_digit() != c.is_ascii_digit();
        if turns || alone || is_sign(before) || counts {
            words.push(String::new());
        }
        match words.last_mut() {
            Some(word) if c.is_alphanumeric() || alone => word.push(c),
            _ => words.push(String::new()),
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_sign(c: char) -> bool {
    matches!(c, '€' | '$' | '£' | '₴' | '¥' | '₺' | '₩' | '₪' | '%')
}

/// A scale that stands together with a currency: `MEUR`, `EURm`, `mUSD`.
const SHORT: &[(&str, u32)] = &[
    ("bn", 9),
    ("mrd", 9),
    ("md", 9),
    ("mn", 6),
    ("mln", 6),
    ("mio", 6),
    ("mill", 6),
    ("m", 6),
    ("k", 3),
    ("t", 3),
    ("tsd", 3),
];

fn parts(word: &str) -> Vec<Part> {
    if let Some(currency) = named(word) {
        return vec![Part::Currency(currency)];
    }
    let small = word.to_lowercase();
    if let Some(scale) = scale(&small) {
        return vec![scale];
    }
    let together = SHORT.iter().find_map(|(short, exponent)| {
        let front = small.strip_prefix(short).and_then(code);
        let back = small.strip_suffix(short).and_then(code);
        let currency = front.or(back)?;
        Some(vec![Part::Currency(currency), Part::Scale(*exponent)])
    });
    together.unwrap_or_else(|| {
        vec![match small.as_str() {
            "in" | "у" | "в" => Part::In,
            "%" | "percent" | "percentage" | "pct" | "prozent" | "відсотків" | "відсоток" => {
                Part::Percent
            }
            _ => Part::Other,
        }]
    })
}

fn scale(small: &str) -> Option<Part> {
    let begins = |stems: &[&str]| stems.iter().any(|stem| small.starts_with(stem));
    Some(match small {
        "bn" | "bln" | "mrd" | "mlrd" | "mia" | "milliard" | "milliards" | "billion"
        | "billions" | "млрд" => Part::Scale(9),
        "mn" | "mln" | "mio" | "million" | "millions" | "млн" => Part::Scale(6),
        "thousand" | "thousands" | "tsd" | "tausend" | "тис" | "tis" | "tys" => Part::Scale(3),
        "trillion" | "trillions" | "tn" | "трлн" => Part::Scale(12),
        "b" | "md" => Part::BesideCurrency(9),
        "m" | "mil" | "mill" => Part::BesideCurrency(6),
        "k" | "t" => Part::BesideCurrency(3),
        _ if begins(&["мільярд", "milliarde", "milliarder", "miliard", "miljard"]) => {
            Part::Scale(9)
        }
        _ if begins(&["мільйон", "millionen", "millioner", "milion", "miljon"]) => {
            Part::Scale(6)
        }
        _ if begins(&["тисяч"]) => Part::Scale(3),
        _ => return None,
    })
}

/// Codes that stand in headings in small letters too.
const COMMON: &[&str] = &[
    "eur", "usd", "gbp", "uah", "sek", "nok", "dkk", "pln", "czk", "chf", "cad", "aud", "jpy",
    "krw", "huf", "isk", "nzd",
];

/// Codes that are English words: in a heading of capitals they are taken for those.
const WORDS: &[&str] = &[
    "ALL", "TRY", "TOP", "CUP", "PEN", "SOS", "MOP", "MAD", "COP", "GEL", "LAK",
];

fn code(small: &str) -> Option<Currency> {
    let code = COMMON
        .contains(&small)
        .then(|| small.to_ascii_uppercase())?;
    Currency::new(&code).ok()
}

fn named(word: &str) -> Option<Currency> {
    if !WORDS.contains(&word)
        && let Ok(currency) = Currency::new(word)
    {
        return Some(currency);
    }
    let small = word.to_lowercase();
    let by_name = match small.as_str() {
        "€" | "euro" | "euros" | "євро" => "EUR",
        "$" | "dollar" | "dollars" | "долар" | "доларів" | "долари" | "дол" => {
            "USD"
        }
        "£" | "sterling" => "GBP",
        "₴" | "hryvnia" | "hryvnias" | "грн" | "гривень" | "гривня" | "гривні" => {
            "UAH"
        }
        _ => return code(&small),
    };
    Currency::new(by_name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_unit_in_many_ways() {
        for (text, currency, scale) in [
            ("€ billion", "EUR", Some(9)),
            ("(€ million)", "EUR", Some(6)),
            ("in EUR million", "EUR", Some(6)),
            ("USD m", "USD", Some(6)),
            ("Total outlays (mil USD)", "USD", Some(6)),
            ("Mrd. €", "EUR", Some(9)),
            ("in Mio. Euro", "EUR", Some(6)),
            ("тис. грн", "UAH", Some(3)),
            ("млн євро", "EUR", Some(6)),
            ("verdi_eur", "EUR", None),
            ("verdi_eur_mrd", "EUR", Some(9)),
            ("amountUSD", "USD", None),
            ("amountEUR", "EUR", None),
            ("EURm", "EUR", Some(6)),
            ("MEUR", "EUR", Some(6)),
            ("€bn", "EUR", Some(9)),
            ("US$ millions", "USD", Some(6)),
            ("USD thousands", "USD", Some(3)),
            (
                "Estimated ODA pledged to Ukraine (USD millions)",
                "USD",
                Some(6),
            ),
            ("Converted Value in EUR", "EUR", None),
            ("Military aid (EUR)", "EUR", None),
            ("Mil. aid (EUR)", "EUR", None),
            ("in billions", "", Some(9)),
            ("tot_activity_value_EUR", "EUR", None),
            ("ALL DONORS", "", None),
            ("Amount", "", None),
            ("from USD to EUR", "", None),
            ("SEK", "SEK", None),
        ] {
            let unit = unit(text);
            let found = unit.currency.map(|c| c.to_string()).unwrap_or_default();
            assert_eq!((found.as_str(), unit.scale), (currency, scale), "{text}");
        }
        assert!(unit("pct_gdp").percent);
        assert!(unit("% of GDP").percent);
        assert_eq!(unit("€ billion").named(None), "billion EUR");
    }

    #[test]
    fn a_column_of_its_own_names_currencies_by_code_sign_or_name() {
        for (text, expected) in [
            ("EUR", Some("EUR")),
            ("eur ", Some("EUR")),
            ("€", Some("EUR")),
            ("Euro", Some("EUR")),
            ("US dollars", Some("USD")),
            ("грн", Some("UAH")),
            ("TRY", Some("TRY")),
            ("kr", None),
            (".", None),
            ("", None),
        ] {
            let found = currency(text, None).map(|c| c.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
        let nok = Currency::new("NOK").ok();
        assert_eq!(currency("kr", nok), nok);
    }
}
