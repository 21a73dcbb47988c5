//! What is asked about, and what is refused with a reason.

use super::{read_as, told_amount, told_reading};
use crate::text::typed::{Context, Reading, Unread, amount, told};
use crate::text::{Lang, Texts};

#[test]
fn a_number_that_can_be_two_is_asked_about() {
    read_as(
        "",
        &[
            ("1.500 EUR", "1.5 EUR or 1 500 EUR"),
            ("1,500 EUR", "1 500 EUR or 1.5 EUR"),
            ("1.500 bn EUR", "1 500 000 000 EUR or 1 500 000 000 000 EUR"),
            (
                "1.500–2.500 m EUR",
                "1 500 000 EUR .. 2 500 000 EUR or 1 500 000 000 EUR .. 2 500 000 000 EUR",
            ),
            ("0.500 bn EUR", "500 000 000 EUR"),
            ("1234.567 EUR", "1 234.567 EUR"),
            ("35 mil EUR", "35 000 000 EUR or 35 000 EUR"),
            ("2024 EUR 2025", "2 024 EUR, 2025 or 2 025 EUR, 2024"),
            (
                "2000-10 500 EUR",
                "500 EUR, lump 2000-10..2000-10 or 2 000 EUR .. 10 500 EUR",
            ),
        ],
    );
    let ukrainian = Context {
        lang: Lang::Uk,
        ..Context::default()
    };
    let reading = amount("1,500 EUR", &ukrainian);
    assert_eq!(told_reading(&reading, told_amount), "1.5 EUR or 1 500 EUR");
}

#[test]
fn a_sign_that_several_currencies_share_is_the_partys_or_asked_about() {
    read_as(
        "",
        &[
            (
                "5 mkr",
                "5 000 000 SEK or 5 000 000 NOK or 5 000 000 DKK or 5 000 000 ISK",
            ),
            ("5 Norwegian kroner", "5 NOK"),
            ("5 kroner", "5 NOK or 5 DKK"),
            (
                "5 kr (2024)",
                "5 SEK, 2024 or 5 NOK, 2024 or 5 DKK, 2024 or 5 ISK, 2024",
            ),
            ("kr 5 SEK", "5 SEK"),
            ("$5", "5 USD"),
            ("CA$5", "5 CAD"),
            ("US$5", "5 USD"),
            ("$5 CAD", "5 CAD"),
            ("ca. $5", "~ 5 USD"),
            ("¥5", "5 JPY or 5 CNY"),
            ("35", "NoCurrency"),
        ],
    );
    read_as(
        "ISK",
        &[
            ("1,5 mlrd kr", "1 500 000 000 ISK"),
            ("5 крон", "5 ISK"),
            ("5 EUR", "5 EUR"),
        ],
    );
    read_as(
        "EUR",
        &[
            ("5 kroner", "5 NOK or 5 DKK"),
            ("35", "35 EUR"),
            ("35 2024", "35 EUR, 2024"),
        ],
    );
    read_as(
        "CAD",
        &[
            ("$5", "5 CAD or 5 USD"),
            ("5 dollars", "5 CAD or 5 USD"),
            ("US$5", "5 USD"),
        ],
    );
    read_as("USD", &[("$5", "5 USD")]);
    read_as("JPY", &[("¥5", "5 JPY")]);
}

#[test]
fn what_cannot_be_read_says_why() {
    read_as(
        "EUR",
        &[
            ("", "Empty"),
            ("  \u{a0}", "Empty"),
            ("EUR", "NoNumber"),
            ("млн євро", "NoNumber"),
            ("1.5e9", "BadNumber(\"1.5e9\")"),
            ("1,00,000 EUR", "BadNumber(\"1,00,000\")"),
            ("−35 EUR", "Negative"),
            ("(35 EUR)", "LeftOver(\"35 EUR)\")"),
            ("35 apples", "UnknownWord(\"apples\")"),
            ("35 XYZ", "UnknownCurrency(\"XYZ\")"),
            ("35 ₿", "UnknownCurrency(\"₿\")"),
            ("35 EUR USD", "TwoCurrencies"),
            ("2024", "OnlyTime"),
            ("each year 2024–2028", "OnlyTime"),
            ("up to 2026", "OnlyTime"),
            ("27 June 2024", "OnlyTime"),
            ("27 червня 2024", "OnlyTime"),
            ("2 000 000 bn EUR", "OutOfRange(\"2000000000000000\")"),
            ("35 EUR and 20 USD", "LeftOver(\"and 20 USD\")"),
            ("35 EUR for 10 years", "LeftOver(\"for 10 years\")"),
            ("35 EUR from 2024-02-30", "NoSuchDay(\"2024-02-30\")"),
        ],
    );
    let long = "35 EUR ".repeat(40);
    assert_eq!(
        amount(&long, &Context::default()),
        Reading::Not(Unread::TooLong)
    );
}

#[test]
fn spaces_dashes_and_cases_do_not_matter() {
    let plain = amount("1 000.5 – 2 000.5 EUR in 2024", &Context::default());
    assert!(matches!(plain, Reading::Sure(_)));
    for text in [
        "1\u{a0}000.5\u{a0}–\u{a0}2\u{a0}000.5\u{a0}EUR in 2024",
        "1\u{202f}000.5−2\u{2009}000.5 eur IN 2024",
        " 1 000.5-2 000.5 Eur in 2024 ",
        "1 000.5 — 2 000.5\u{200b} EUR   in  2024",
    ] {
        assert_eq!(amount(text, &Context::default()), plain, "{text:?}");
    }
}

#[test]
fn every_reason_is_told_in_both_languages_with_what_was_typed() {
    let text = || "“typed”".to_owned();
    let every = [
        Unread::Empty,
        Unread::TooLong,
        Unread::NoNumber,
        Unread::BadNumber(text()),
        Unread::Negative,
        Unread::UnknownWord(text()),
        Unread::UnknownCurrency(text()),
        Unread::NoCurrency,
        Unread::TwoCurrencies,
        Unread::TwoBounds,
        Unread::UpsideDown,
        Unread::OutOfRange(text()),
        Unread::PercentOutOfRange(text()),
        Unread::ShareRange,
        Unread::OnlyTime,
        Unread::YearlyByYears,
        Unread::EachAndTogether,
        Unread::LeftOver(text()),
        Unread::NoDate(text()),
        Unread::NoSuchDay(text()),
        Unread::TwoDigitYear(text()),
        Unread::NoYear(text()),
        Unread::YearOutOfRange(text()),
        Unread::NotADay(text()),
        Unread::NotAYear(text()),
    ];
    for why in &every {
        let quotes = why.to_string().contains("typed");
        for lang in Lang::ALL {
            let told = told(why, Texts::new(*lang));
            assert!(
                !told.starts_with("typed-"),
                "{why:?} is not told in {lang:?}"
            );
            assert_eq!(told.contains("“typed”"), quotes, "{told}");
            assert!(told.ends_with(['.', '»', '”']), "{told}");
        }
    }
    let long = Unread::LeftOver("x".repeat(150));
    assert!(told(&long, Texts::new(Lang::En)).contains(&format!("{}…", "x".repeat(40))));
}
