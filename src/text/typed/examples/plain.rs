//! Numbers, percentages and currencies alone; the text that a person edits.

use super::simply;
use crate::text::Lang;
use crate::text::typed::{
    Context, Reading, amount, amount_text, amount_text_in, currency, date_text, decimal, percent,
};

#[test]
fn numbers_and_percentages_are_read_with_either_mark() {
    for (text, expected) in [
        ("2 886 515", "2886515"),
        ("2,9 mln", "2900000"),
        ("2.9 млн", "2900000"),
        ("1.500", "1.500 or 1500"),
        ("−0.4", "-0.4"),
        ("1.5e9", "BadNumber(\"1.5e9\")"),
        ("35 EUR", "LeftOver(\"EUR\")"),
        ("", "Empty"),
        ("many", "UnknownWord(\"many\")"),
    ] {
        assert_eq!(simply(&decimal(text, Lang::En)), expected, "{text:?}");
    }
    assert_eq!(simply(&decimal("1.500", Lang::Uk)), "1500 or 1.500");
    for (text, expected) in [
        ("0.25", "0.25"),
        ("0,25 %", "0.25"),
        ("25 відсотків", "25"),
        ("100 per cent", "100"),
        ("1.125 %", "1.125"),
        ("101", "PercentOutOfRange(\"101\")"),
        ("-1 %", "PercentOutOfRange(\"-1 %\")"),
        ("half", "UnknownWord(\"half\")"),
    ] {
        for lang in Lang::ALL {
            assert_eq!(simply(&percent(text, *lang)), expected, "{text:?}");
        }
    }
}

#[test]
fn currencies_are_read_by_code_sign_and_name() {
    for (text, expected) in [
        ("EUR", "EUR"),
        ("eur", "EUR"),
        ("€", "EUR"),
        ("$", "USD"),
        ("US dollars", "USD"),
        ("канадських доларів", "CAD"),
        ("£", "GBP"),
        ("грн", "UAH"),
        ("złotych", "PLN"),
        ("Kč", "CZK"),
        ("kr", "SEK or NOK or DKK or ISK"),
        ("крон", "SEK or NOK or DKK or ISK or CZK"),
        ("Danish crowns", "DKK"),
        ("¥", "JPY or CNY"),
        ("lei", "RON or MDL"),
        ("EURO", "EUR"),
        ("XYZ", "UnknownCurrency(\"XYZ\")"),
        ("all", "UnknownCurrency(\"all\")"),
        ("EUR USD", "TwoCurrencies"),
        ("35 EUR", "UnknownCurrency(\"35 EUR\")"),
        ("", "Empty"),
    ] {
        assert_eq!(simply(&currency(text)), expected, "{text:?}");
    }
}

#[test]
fn an_amount_is_edited_in_a_short_and_plain_text() {
    for (typed, en, uk) in [
        ("€35m", "35 mln EUR", "35 млн EUR"),
        ("1.25 bn EUR", "1.25 bn EUR", "1,25 млрд EUR"),
        (
            "196 032 567.89 EUR",
            "196 032 567.89 EUR",
            "196 032 567,89 EUR",
        ),
        ("35k EUR", "35 000 EUR", "35 000 EUR"),
        (
            "78 413 000 000 EUR",
            "78 413 000 000 EUR",
            "78 413 000 000 EUR",
        ),
        ("1.2340 EUR", "1.2340 EUR", "1,2340 EUR"),
        ("1 234.567 EUR", "1 234.567 EUR", "1 234,567 EUR"),
        (
            "nearly 80m EUR in 2024",
            "about 80 mln EUR in 2024",
            "близько 80 млн EUR у 2024",
        ),
        ("100–150m USD", "100–150 mln USD", "100–150 млн USD"),
        (
            "500 m – 1.5 bn USD",
            "500 mln – 1.5 bn USD",
            "500 млн – 1,5 млрд USD",
        ),
        (
            "500–1500000 USD",
            "500 – 1 500 000 USD",
            "500 – 1 500 000 USD",
        ),
        (
            "at least 0.25% GDP per year 2024–2033",
            "at least 0.25 % of GDP each year 2024–2033",
            "щонайменше 0,25 % ВВП щороку 2024–2033",
        ),
        (
            "4 bn ISK each year",
            "4 bn ISK each year",
            "4 млрд ISK щороку",
        ),
        (
            "4 bn ISK yearly to 2030",
            "4 bn ISK each year until 2030",
            "4 млрд ISK щороку до кінця 2030",
        ),
        (
            "n/d EUR until 2026",
            "n/d EUR until 2026",
            "н/д EUR до кінця 2026",
        ),
        (
            "1 bn EUR June 2024",
            "1 bn EUR in 2024-06",
            "1 млрд EUR у 2024-06",
        ),
        (
            "1 bn EUR 2024–2026",
            "1 bn EUR 2024–2026",
            "1 млрд EUR 2024–2026",
        ),
        (
            "1 bn EUR as one sum",
            "1 bn EUR in one sum",
            "1 млрд EUR однією сумою",
        ),
        (
            "1 bn EUR until 2024-06-27",
            "1 bn EUR until 2024-06-27",
            "1 млрд EUR до 2024-06-27",
        ),
    ] {
        let Reading::Sure(read) = amount(typed, &Context::default()) else {
            panic!("{typed:?} is not sure");
        };
        assert_eq!(amount_text(&read), en, "{typed:?}");
        assert_eq!(amount_text_in(&read, Lang::Uk), uk, "{typed:?}");
    }
    let day = "2024-06-27".parse().unwrap();
    assert_eq!(date_text(day), "2024-06-27");
}
