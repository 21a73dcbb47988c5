//! Currencies as they are typed: codes, signs and names. A sign or name that several share stands
//! for all of them until the party, or the person, decides.

use super::token::{Dates, Item, Style, clean, items, quote};
use super::{Reading, Unread};
use crate::model::Currency;

/// Currencies whose sign is `$`, the likeliest first.
const DOLLARS: &[&str] = &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"];
/// Currencies of which one unit is a crown, without the Czech one, which is not written “kr”.
const KR: &[&str] = &["SEK", "NOK", "DKK", "ISK"];
const CROWNS: &[&str] = &["SEK", "NOK", "DKK", "ISK", "CZK"];

/// What each sign or name can stand for. A star stands for up to four letters, so that every case
/// of a noun is known; adjectives narrow what they stand with: “шведських крон”.
const NAMES: &[(&[&str], &[&str])] = &[
    (&["EUR"], &["€", "euro", "euros", "євро", "еур"]),
    (DOLLARS, &["$", "dollar", "dollars", "долар*", "дол"]),
    (
        &["USD"],
        &[
            "us$",
            "us",
            "u s",
            "american",
            "united states",
            "сша",
            "американськ*",
        ],
    ),
    (
        &["CAD"],
        &["c$", "ca$", "can$", "cdn$", "canadian", "канадськ*"],
    ),
    (&["AUD"], &["a$", "au$", "australian", "австралійськ*"]),
    (&["NZD"], &["nz$", "new zealand", "новозеландськ*"]),
    (&["SGD"], &["s$", "singapore"]),
    (&["HKD"], &["hk$", "hong kong"]),
    (&["TWD"], &["nt$"]),
    (KR, &["kr"]),
    (
        CROWNS,
        &["crown", "crowns", "крон", "крона", "крони", "крону"],
    ),
    (&["SEK"], &["skr", "kronor", "swedish", "шведськ*"]),
    (&["SEK", "ISK"], &["krona"]),
    (&["NOK", "DKK"], &["krone", "kroner"]),
    (&["NOK"], &["nkr", "norwegian", "норвезьк*"]),
    (&["DKK"], &["dkr", "danish", "данськ*", "датськ*"]),
    (
        &["ISK"],
        &["króna", "krónur", "kronur", "icelandic", "ісландськ*"],
    ),
    (
        &["CZK"],
        &["kč", "koruna", "koruny", "korun", "czech", "чеськ*"],
    ),
    (
        &["GBP"],
        &[
            "£",
            "pound",
            "pounds",
            "sterling",
            "british",
            "фунт*",
            "стерлінг*",
            "британськ*",
        ],
    ),
    (
        &["UAH"],
        &[
            "₴",
            "hryvnia",
            "hryvnias",
            "hryvnya",
            "hrn",
            "грн",
            "гривень",
            "гривн*",
            "ukrainian",
            "українськ*",
        ],
    ),
    (
        &["PLN"],
        &[
            "zł",
            "zl",
            "zloty",
            "zlotys",
            "złoty",
            "złotych",
            "zlotych",
            "polish",
            "злот*",
            "польськ*",
        ],
    ),
    (&["JPY", "CNY"], &["¥", "￥"]),
    (
        &["JPY"],
        &[
            "yen",
            "japanese",
            "єн",
            "єна",
            "єни",
            "ієн",
            "ієна",
            "ієни",
            "японськ*",
        ],
    ),
    (
        &["CNY"],
        &["yuan", "renminbi", "rmb", "chinese", "юан*", "китайськ*"],
    ),
    (
        &["CHF"],
        &["franc", "francs", "sfr", "swiss", "франк*", "швейцарськ*"],
    ),
    (
        &["HUF"],
        &["forint", "forints", "hungarian", "форинт*", "угорськ*"],
    ),
    (
        &["RON", "MDL"],
        &["lei", "leu", "лей", "леї", "леїв", "лея"],
    ),
    (&["RON"], &["romanian", "румунськ*"]),
    (&["MDL"], &["moldovan", "молдовськ*", "молдавськ*"]),
    (
        &["BGN"],
        &[
            "lev",
            "leva",
            "bulgarian",
            "лев",
            "леви",
            "левів",
            "лева",
            "болгарськ*",
        ],
    ),
    (
        &["TRY"],
        &[
            "₺",
            "lira",
            "liras",
            "turkish",
            "лір",
            "ліра",
            "ліри",
            "турецьк*",
        ],
    ),
    (
        &["KRW"],
        &["₩", "won", "korean", "вон", "вона", "вони", "корейськ*"],
    ),
    (&["ILS"], &["₪", "shekel", "shekels", "шекел*"]),
    (&["GEL"], &["₾", "lari", "ларі"]),
    (&["KZT"], &["₸", "tenge", "теньге", "тенге"]),
    (&["INR"], &["₹"]),
];

/// Codes that are words: in small letters they are not taken for currencies.
const WORDS: &[&str] = &[
    "all", "cop", "cup", "gel", "ken", "lak", "mad", "mop", "pen", "ron", "sos", "top", "try",
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

fn of(codes: &[&str]) -> Vec<Currency> {
    codes
        .iter()
        .filter_map(|code| Currency::new(code).ok())
        .collect()
}

/// The currencies that a sign or name, in small letters, can stand for.
pub(super) fn named(phrase: &str) -> Option<Vec<Currency>> {
    let found = NAMES
        .iter()
        .find(|(_, names)| names.iter().any(|name| super::lexicon::fits(name, phrase)));
    found.map(|(codes, _)| of(codes))
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

/// What both can stand for; none where they cannot be the same.
pub(super) fn meet(
    a: Option<Vec<Currency>>,
    b: Option<Vec<Currency>>,
) -> Option<Option<Vec<Currency>>> {
    let (Some(a), Some(b)) = (&a, &b) else {
        return Some(a.or(b));
    };
    let both: Vec<Currency> = a.iter().copied().filter(|c| b.contains(c)).collect();
    (!both.is_empty()).then_some(Some(both))
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
        found = meet(found, Some(all)).ok_or(Unread::TwoCurrencies)?;
    }
    found.ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_for_currencies_of_the_list() {
        for (codes, names) in NAMES {
            assert_eq!(of(codes).len(), codes.len(), "{codes:?}");
            for name in *names {
                let word = name.trim_end_matches('*');
                assert_eq!(named(word), Some(of(codes)), "{name}");
            }
        }
    }

    #[test]
    fn no_name_of_a_currency_means_something_else() {
        for (_, names) in NAMES {
            for name in *names {
                let word = name.trim_end_matches('*');
                assert_eq!(super::super::lexicon::meaning(word), None, "{name}");
            }
        }
    }
}
