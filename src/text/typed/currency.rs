//! Currencies as they are typed: codes, signs and names. A sign or name that several share stands
//! for all of them until the party, or the person, decides.

use std::sync::LazyLock;

use super::lexicon::Phrases;
use super::token::{Dates, Item, Style, clean, items, quote};
use super::{Reading, Unread};
use crate::model::Currency;

/// Currencies whose sign is `$`, the likeliest first.
const DOLLARS: &str = "USD CAD AUD NZD SGD HKD TWD";
/// Currencies of which one unit is a crown, without the Czech one, which is not written “kr”.
const KR: &str = "SEK NOK DKK ISK";
const CROWNS: &str = "SEK NOK DKK ISK CZK";

/// What each sign or name can stand for, as [`Phrases`] are written. Adjectives narrow what they
/// stand with: “шведських крон”.
const NAMES: &[(&str, &str)] = &[
    ("EUR", "€ | euro | euros | євро"),
    (DOLLARS, "$ | dollar | dollars | долар* | дол"),
    (
        "USD",
        "us$ | us | u s | american | united states | сша | американськ*",
    ),
    ("CAD", "c$ | ca$ | can$ | cdn$ | canadian | канадськ*"),
    ("AUD", "a$ | au$ | australian | австралійськ*"),
    ("NZD", "nz$ | new zealand | новозеландськ*"),
    ("SGD", "s$ | singapore"),
    ("HKD", "hk$ | hong kong"),
    ("TWD", "nt$"),
    (KR, "kr"),
    (CROWNS, "crown | crowns | крон | крона | крони | крону"),
    ("SEK", "skr | kronor | swedish | svenska | шведськ*"),
    ("SEK ISK", "krona"),
    ("NOK DKK", "krone | kroner"),
    ("NOK", "nkr | norwegian | norske | норвезьк*"),
    ("DKK", "dkr | danish | danske | данськ* | датськ*"),
    ("ISK", "króna | krónur | kronur | icelandic | ісландськ*"),
    ("CZK", "kč | koruna | koruny | korun | czech | чеськ*"),
    (
        "GBP",
        "£ | pound | pounds | sterling | british | фунт* | стерлінг* | британськ*",
    ),
    (
        "UAH",
        "₴ | hryvnia | hryvnias | hryvnya | hrn | грн | гривень | гривн* | ukrainian | \
         українськ*",
    ),
    (
        "PLN",
        "zł | zl | zloty | zlotys | złoty | złotych | zlotych | polish | злот* | польськ*",
    ),
    ("JPY CNY", "¥ | ￥"),
    (
        "JPY",
        "yen | japanese | єн | єна | єни | ієн | ієна | ієни | японськ*",
    ),
    ("CNY", "yuan | renminbi | rmb | chinese | юан* | китайськ*"),
    ("CHF", "franc | francs | sfr | swiss | франк* | швейцарськ*"),
    ("HUF", "forint | forints | hungarian | форинт* | угорськ*"),
    ("RON MDL", "lei | leu | лей | леї | леїв | лея"),
    ("RON", "romanian | румунськ*"),
    ("MDL", "moldovan | молдовськ* | молдавськ*"),
    (
        "BGN",
        "lev | leva | bulgarian | лев | леви | левів | лева | болгарськ*",
    ),
    (
        "TRY",
        "₺ | lira | liras | turkish | лір | ліра | ліри | турецьк*",
    ),
    ("KRW", "₩ | won | korean | корейськ*"),
    ("ILS", "₪ | shekel | shekels | шекел*"),
    ("GEL", "₾ | lari | ларі"),
    ("KZT", "₸ | tenge | теньге | тенге"),
    ("INR", "₹"),
];

static ALL_NAMES: LazyLock<Phrases<&str>> = LazyLock::new(|| Phrases::new(NAMES));

/// Codes that are words: in small letters they are not taken for currencies.
const WORDS: &[&str] = &[
    "all", "cop", "cup", "gel", "lak", "mad", "mop", "pen", "ron", "sos", "top", "try",
];

/// Scales as they are written in one word with a currency: `MEUR`, `mkr`, `kEUR`.
const SCALES: &[(&str, &[u32])] = &[
    ("bn", &[9]),
    ("md", &[9]),
    ("mn", &[6]),
    ("m", &[6]),
    ("t", &[3]),
    ("k", &[3]),
];

fn of(codes: &str) -> Vec<Currency> {
    codes
        .split(' ')
        .filter_map(|code| Currency::new(code).ok())
        .collect()
}

/// The currencies that a sign or name, in small letters, can stand for.
pub(super) fn named(phrase: &str) -> Option<Vec<Currency>> {
    ALL_NAMES.get(phrase).map(of)
}

/// The currency of a code of ISO 4217, in capital or small letters.
pub(super) fn code(typed: &str) -> Option<Currency> {
    if typed.len() != 3 || WORDS.contains(&typed) {
        return None;
    }
    Currency::new(&typed.to_ascii_uppercase()).ok()
}

/// A scale and a currency in one word of small letters.
pub(super) fn with_scale(word: &str) -> Option<(&'static [u32], Vec<Currency>)> {
    SCALES.iter().find_map(|(prefix, exponents)| {
        let rest = word.strip_prefix(prefix)?;
        let currencies = match rest {
            "kr" => of(KR),
            _ => vec![code(rest)?],
        };
        Some((*exponents, currencies))
    })
}

/// What both can stand for, where they can be the same; none: none is written.
pub(super) fn meet(
    a: Option<Vec<Currency>>,
    b: Option<Vec<Currency>>,
) -> Result<Option<Vec<Currency>>, Unread> {
    let (Some(a), Some(b)) = (&a, &b) else {
        return Ok(a.or(b));
    };
    let both: Vec<Currency> = a.iter().copied().filter(|c| b.contains(c)).collect();
    if both.is_empty() {
        return Err(Unread::TwoCurrencies);
    }
    Ok(Some(both))
}

/// What a sign or name stands for in the records of a party with its `own` currency: its own where
/// that is one of them (beside the US dollar, which everybody may mean by `$`), else the US dollar,
/// else any.
pub(super) fn of_party(all: &[Currency], own: Option<Currency>) -> Vec<Currency> {
    let dollar = all.contains(&Currency::USD).then_some(Currency::USD);
    let own = own.filter(|own| all.contains(own));
    let chosen: Vec<Currency> = own
        .into_iter()
        .chain(dollar.filter(|d| Some(*d) != own))
        .collect();
    if chosen.is_empty() {
        all.to_vec()
    } else {
        chosen
    }
}

/// A currency: `EUR`, `€`, `euros`, `грн`. Choices for `kr`, which four currencies share.
pub fn currency(text: &str) -> Reading<Currency> {
    match read(text) {
        Ok(all) => Reading::of(
            of_party(&all, None),
            Unread::UnknownCurrency(text.trim().to_owned()),
        ),
        Err(why) => Reading::Not(why),
    }
}

fn read(text: &str) -> Result<Vec<Currency>, Unread> {
    let chars = clean(text)?;
    let style = Style {
        mark: None,
        dates: Dates::None,
    };
    let unknown = || Unread::UnknownCurrency(quote(&chars, 0, chars.len()));
    let mut found = None;
    for placed in items(&chars, style).map_err(|_| unknown())? {
        let Item::Currencies(all) = placed.item else {
            return Err(unknown());
        };
        found = meet(found, Some(all))?;
    }
    found.ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::{meaning, phrases};
    use super::*;

    #[test]
    fn every_name_stands_for_currencies_of_the_list_and_for_nothing_else() {
        for (codes, names) in NAMES {
            assert_eq!(of(codes).len(), codes.split(' ').count(), "{codes}");
            for name in phrases(names) {
                let word = name.trim_end_matches('*');
                assert_eq!(named(word), Some(of(codes)), "{name}");
                assert_eq!(meaning(word), None, "{name}");
            }
        }
    }
}
