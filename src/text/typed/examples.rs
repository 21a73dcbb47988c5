//! What people type, and how it is read: the notation of the module by example.

use std::fmt::Display;

use super::*;
use crate::model::{Amount, AmountForm, PartialDate, Period, ShareBound};
use crate::text::{Lang, Texts};

/// An amount in a notation of these tables: `<= 3 000 000 000 EUR, yearly 2024..2028`.
fn told_amount(amount: &Amount) -> String {
    let form = match &amount.form {
        AmountForm::Exact(money) => money.to_string(),
        AmountForm::About(money) => format!("~ {money}"),
        AmountForm::UpTo(money) => format!("<= {money}"),
        AmountForm::AtLeast(money) => format!(">= {money}"),
        AmountForm::Range(both) => format!("{} .. {}", both.low(), both.high()),
        AmountForm::GdpShare(share) => {
            let sign = match share.bound {
                ShareBound::Exact => "",
                ShareBound::About => "~ ",
                ShareBound::UpTo => "<= ",
                ShareBound::AtLeast => ">= ",
            };
            format!("{sign}{} % GDP", share.percent)
        }
        AmountForm::Undisclosed(None) => "n/d".to_owned(),
        AmountForm::Undisclosed(Some(currency)) => format!("n/d {currency}"),
    };
    let end = |end: Option<String>| end.unwrap_or_default();
    let date = |date: Option<PartialDate>| end(date.map(|date| date.to_string()));
    match amount.period {
        Period::Unstated => form,
        Period::Year(year) => format!("{form}, {year}"),
        Period::Yearly { from, to } => {
            let year = |year: Option<crate::model::Year>| end(year.map(|year| year.to_string()));
            format!("{form}, yearly {}..{}", year(from), year(to))
        }
        Period::Lump { from, to } => format!("{form}, lump {}..{}", date(from), date(to)),
    }
}

/// A reading in the notation of these tables: choices with `or`, what is unread by its name.
fn told_reading<T>(reading: &Reading<T>, told: impl Fn(&T) -> String) -> String {
    match reading {
        Reading::Sure(one) => told(one),
        Reading::Choose(all) => all.iter().map(told).collect::<Vec<_>>().join(" or "),
        Reading::Not(why) => format!("{why:?}"),
    }
}

fn simply<T: Display>(reading: &Reading<T>) -> String {
    told_reading(reading, ToString::to_string)
}

/// Reads each text where a party's currency is known or not (`""`), in both languages; the order of
/// choices is that of English.
fn read_as(own: &str, cases: &[(&str, &str)]) {
    let currency = Currency::new(own).ok();
    for (text, expected) in cases {
        let reading = |lang| amount(text, &Context { currency, lang });
        let english = told_reading(&reading(Lang::En), told_amount);
        assert_eq!(english, *expected, "{text:?} of {own:?}");
        let mut ukrainian: Vec<String> = match reading(Lang::Uk) {
            Reading::Choose(all) => all.iter().map(told_amount).collect(),
            other => vec![told_reading(&other, told_amount)],
        };
        let mut both: Vec<&str> = expected.split(" or ").collect();
        both.sort_unstable();
        ukrainian.sort_unstable();
        assert_eq!(ukrainian, both, "the language decided what {text:?} is");
    }
}

#[test]
fn sums_are_read_as_people_write_them() {
    read_as(
        "",
        &[
            ("€35m", "35 000 000 EUR"),
            ("35 mln EUR", "35 000 000 EUR"),
            ("EUR 35 million", "35 000 000 EUR"),
            ("35M€", "35 000 000 EUR"),
            ("35 MEUR", "35 000 000 EUR"),
            ("35k EUR", "35 000 EUR"),
            ("35 million euros", "35 000 000 EUR"),
            ("$3.02B", "3 020 000 000 USD"),
            ("£2.5bn", "2 500 000 000 GBP"),
            ("a total of 200 million euro", "200 000 000 EUR"),
            ("80000000 EUR", "80 000 000 EUR"),
            ("80 000 000 EUR", "80 000 000 EUR"),
            ("80,000,000 EUR", "80 000 000 EUR"),
            ("80.000.000 EUR", "80 000 000 EUR"),
            ("80'000'000 CHF", "80 000 000 CHF"),
            ("80_000_000 EUR", "80 000 000 EUR"),
            ("1 000,50 EUR", "1 000.5 EUR"),
            ("1,234.56 EUR", "1 234.56 EUR"),
            ("1.234,56 EUR", "1 234.56 EUR"),
            ("1.50 bn EUR", "1 500 000 000 EUR"),
            ("1,5 Mrd. EUR", "1 500 000 000 EUR"),
            ("1,5 mlrd SEK", "1 500 000 000 SEK"),
            ("300 mio. DKK", "300 000 000 DKK"),
            ("2 mia. dkr.", "2 000 000 000 DKK"),
            ("200 mln zł", "200 000 000 PLN"),
            ("500 tys. zł", "500 000 PLN"),
            ("15 miljoner svenska", "UnknownWord(\"svenska\")"),
            ("15 miljoner kronor", "15 000 000 SEK"),
            ("2 thousand million EUR", "2 000 000 000 EUR"),
            ("0 EUR", "0 EUR"),
            (".5 bn EUR", "500 000 000 EUR"),
            ("35 mln euro, 2024.", "35 000 000 EUR, 2024"),
        ],
    );
}

#[test]
fn sums_are_read_in_ukrainian() {
    read_as(
        "",
        &[
            ("35 млн євро", "35 000 000 EUR"),
            ("1,5 млрд грн", "1 500 000 000 UAH"),
            ("1,5 мільярда гривень", "1 500 000 000 UAH"),
            ("500 тис. євро", "500 000 EUR"),
            ("до 3 млрд євро", "<= 3 000 000 000 EUR"),
            ("близько 80 мільйонів євро", "~ 80 000 000 EUR"),
            ("понад 500 млн доларів", ">= 500 000 000 USD"),
            ("щонайменше 500 млн доларів США", ">= 500 000 000 USD"),
            ("не менше ніж 40 млн євро", ">= 40 000 000 EUR"),
            ("не більше 40 млн євро", "<= 40 000 000 EUR"),
            (
                "від 100 до 150 млн дол.",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            (
                "між 100 та 150 млн дол.",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            ("від 100 млн євро", ">= 100 000 000 EUR"),
            ("5 млн канадських доларів", "5 000 000 CAD"),
            ("500 млн шведських крон", "500 000 000 SEK"),
            ("не розголошено", "n/d"),
            ("н/д EUR", "n/d EUR"),
            (
                "0,25 % ВВП щороку 2024–2033",
                "0.25 % GDP, yearly 2024..2033",
            ),
            (
                "щонайменше 0,25 відсотка ВВП на рік",
                ">= 0.25 % GDP, yearly ..",
            ),
            ("35 млн євро на 2024 рік", "35 000 000 EUR, 2024"),
            ("35 млн євро у 2024 році", "35 000 000 EUR, 2024"),
            (
                "4 млрд євро щороку до 2030 р.",
                "4 000 000 000 EUR, yearly ..2030",
            ),
            (
                "15 млн євро у 2024–2026 роках",
                "15 000 000 EUR, lump 2024..2026",
            ),
            (
                "15 млн євро з 2024 по 2026 рік",
                "15 000 000 EUR, lump 2024..2026",
            ),
            (
                "15 млн євро протягом 2024–2026",
                "15 000 000 EUR, lump 2024..2026",
            ),
            (
                "50 млн євро з січня по червень 2024",
                "50 000 000 EUR, lump 2024-01..2024-06",
            ),
            (
                "до 3 млрд євро до 2026",
                "<= 3 000 000 000 EUR, lump ..2026",
            ),
        ],
    );
    read_as("EUR", &[("майже 80 млн", "~ 80 000 000 EUR")]);
}

#[test]
fn what_binds_a_sum_makes_its_form() {
    read_as(
        "",
        &[
            ("up to 3bn EUR", "<= 3 000 000 000 EUR"),
            ("<= 3 bn EUR", "<= 3 000 000 000 EUR"),
            ("≤ €3 bn", "<= 3 000 000 000 EUR"),
            ("at most 3 bn EUR", "<= 3 000 000 000 EUR"),
            ("a maximum of 3 bn EUR", "<= 3 000 000 000 EUR"),
            ("over €500m", ">= 500 000 000 EUR"),
            (">500m EUR", ">= 500 000 000 EUR"),
            (">= 500m EUR", ">= 500 000 000 EUR"),
            ("€500m+", ">= 500 000 000 EUR"),
            ("500m+ EUR", ">= 500 000 000 EUR"),
            ("EUR 500 million or more", ">= 500 000 000 EUR"),
            (
                "a minimum of 4 billion ISK annually",
                ">= 4 000 000 000 ISK, yearly ..",
            ),
            ("~80m EUR", "~ 80 000 000 EUR"),
            ("≈ €80 m", "~ 80 000 000 EUR"),
            ("approximately 112 million EUR", "~ 112 000 000 EUR"),
            ("80m EUR approx.", "~ 80 000 000 EUR"),
            ("about up to 3 bn EUR", "TwoBounds"),
            ("up to 100–150 m EUR", "TwoBounds"),
        ],
    );
    read_as("EUR", &[("nearly 80m", "~ 80 000 000 EUR")]);
}

#[test]
fn a_range_shares_its_scale_unless_that_would_turn_it_around() {
    read_as(
        "",
        &[
            ("100–150m USD", "100 000 000 USD .. 150 000 000 USD"),
            ("100 - 150m USD", "100 000 000 USD .. 150 000 000 USD"),
            ("$100m to $150m", "100 000 000 USD .. 150 000 000 USD"),
            ("€1.2 m … €4.2 m", "1 200 000 EUR .. 4 200 000 EUR"),
            (
                "between 100 and 150 million USD",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            (
                "from 100 to 150 million USD",
                "100 000 000 USD .. 150 000 000 USD",
            ),
            ("500 m – 1.5 bn USD", "500 000 000 USD .. 1 500 000 000 USD"),
            ("500 000 – 1.5 m USD", "500 000 USD .. 1 500 000 USD"),
            ("100m–150 USD", "100 000 000 USD .. 150 000 000 USD"),
            (
                "5k–10000 USD",
                "5 000 USD .. 10 000 USD or 5 000 USD .. 10 000 000 USD",
            ),
            ("100 EUR – 1 m EUR", "100 EUR .. 1 000 000 EUR"),
            (
                "100 EUR – 150 m EUR",
                "100 000 000 EUR .. 150 000 000 EUR or 100 EUR .. 150 000 000 EUR",
            ),
            ("150–100m USD", "UpsideDown"),
            ("35 EUR – 40 USD", "TwoCurrencies"),
            ("1.5–2.500 bn EUR", "1 500 000 000 EUR .. 2 500 000 000 EUR"),
        ],
    );
}

#[test]
fn a_share_of_gdp_is_read_with_its_bound() {
    read_as(
        "",
        &[
            ("0.25% GDP", "0.25 % GDP"),
            ("0.25 %", "0.25 % GDP"),
            (
                "0.25% GDP per year 2024–2033",
                "0.25 % GDP, yearly 2024..2033",
            ),
            (
                "at least 0.25 % of GDP each year",
                ">= 0.25 % GDP, yearly ..",
            ),
            (
                "at least 0.25% of GDP annually from 2024 to 2027",
                ">= 0.25 % GDP, yearly 2024..2027",
            ),
            (
                "0.25 per cent of its gross domestic product annually",
                "0.25 % GDP, yearly ..",
            ),
            ("1.125 % GDP", "1.125 % GDP"),
            ("0.2–0.3 % of GDP", "ShareRange"),
            ("0.2 % – 0.3 % of GDP", "ShareRange"),
            ("120 % of GDP", "PercentOutOfRange(\"120 %\")"),
        ],
    );
}

#[test]
fn a_sum_that_is_not_told_is_undisclosed() {
    read_as(
        "EUR",
        &[
            ("n/d", "n/d"),
            ("N/D", "n/d"),
            ("undisclosed", "n/d"),
            ("not disclosed", "n/d"),
            ("undisclosed amount", "n/d"),
            ("n/d SEK", "n/d SEK"),
            ("SEK n/d", "n/d SEK"),
            ("undisclosed, 2024–2026", "n/d, lump 2024..2026"),
            ("n/a", "UnknownWord(\"n\")"),
        ],
    );
}

#[test]
fn the_time_of_a_sum_says_whether_it_comes_again() {
    read_as(
        "",
        &[
            ("$1.2bn in 2024", "1 200 000 000 USD, 2024"),
            ("2024: €35m", "35 000 000 EUR, 2024"),
            ("€35m (2024)", "35 000 000 EUR, 2024"),
            ("€35m – 2024", "35 000 000 EUR, 2024"),
            (
                "In 2024, up to 3 billion euros",
                "<= 3 000 000 000 EUR, 2024",
            ),
            (
                "4 bn ISK each year 2024-2028",
                "4 000 000 000 ISK, yearly 2024..2028",
            ),
            (
                "each year from 2024: 4 bn ISK",
                "4 000 000 000 ISK, yearly 2024..",
            ),
            (
                "4 bn ISK a year until 2030",
                "4 000 000 000 ISK, yearly ..2030",
            ),
            ("4 bn ISK p.a.", "4 000 000 000 ISK, yearly .."),
            (
                "4 bn ISK/year, 2024 onwards",
                "4 000 000 000 ISK, yearly 2024..",
            ),
            ("4 bn ISK yearly from 2024-06", "YearlyByYears"),
            (
                "4 bn ISK each year 2024",
                "4 000 000 000 ISK, yearly 2024.. or 4 000 000 000 ISK, 2024",
            ),
            (
                "1.5 bn EUR over 2024–2026",
                "1 500 000 000 EUR, lump 2024..2026",
            ),
            ("1.5 bn EUR 2024–26", "1 500 000 000 EUR, lump 2024..2026"),
            (
                "1.5 bn EUR in total for 2024–2026",
                "1 500 000 000 EUR, lump 2024..2026",
            ),
            (
                "1.5 bn EUR between 2024 and 2026",
                "1 500 000 000 EUR, lump 2024..2026",
            ),
            ("1.5 bn EUR in total each year", "EachAndTogether"),
            (
                "€50m from 2024-01 to 2024-06",
                "50 000 000 EUR, lump 2024-01..2024-06",
            ),
            (
                "€50m January to June 2024",
                "50 000 000 EUR, lump 2024-01..2024-06",
            ),
            (
                "€50m from 01.01.2024 to 27.06.2024",
                "50 000 000 EUR, lump 2024-01-01..2024-06-27",
            ),
            ("€50m in June 2024", "50 000 000 EUR, lump 2024-06..2024-06"),
            ("€50m since 2022", "50 000 000 EUR, lump 2022.."),
            ("€50m by 2028", "50 000 000 EUR, lump ..2028"),
            (
                "€50m on 3/4/2024",
                "50 000 000 EUR, lump 2024-04-03..2024-04-03 or 50 000 000 EUR, lump 2024-03-04..2024-03-04",
            ),
            ("€50m in 2026–2024", "UpsideDown"),
        ],
    );
}

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
fn dates_are_read_to_the_precision_typed() {
    for (text, expected) in [
        ("2024-06-27", "2024-06-27"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("27 June 2024", "2024-06-27"),
        ("27th of June 2024", "2024-06-27"),
        ("27 Jun. 2024", "2024-06-27"),
        ("27-Jun-2024", "2024-06-27"),
        ("June 27, 2024", "2024-06-27"),
        ("Thursday, 27 June 2024", "2024-06-27"),
        ("June 2024", "2024-06"),
        ("27.06.2024", "2024-06-27"),
        ("3.4.2024", "2024-04-03"),
        ("27/06/2024", "2024-06-27"),
        ("6/27/2024", "2024-06-27"),
        ("3/4/2024", "2024-04-03 or 2024-03-04"),
        ("03-04-2024", "2024-04-03 or 2024-03-04"),
        ("4/4/2024", "2024-04-04"),
        ("06.2024", "2024-06"),
        ("06/2024", "2024-06"),
        ("2024/06/27", "2024-06-27"),
        ("27 червня 2024", "2024-06-27"),
        ("27 червня 2024 року", "2024-06-27"),
        ("четвер, 27 черв. 2024 р.", "2024-06-27"),
        ("червень 2024", "2024-06"),
        ("лютого 2024", "2024-02"),
        ("2024 рік", "2024"),
        ("", "Empty"),
        ("today", "NoDate(\"today\")"),
        ("27.06.24", "TwoDigitYear(\"27.06.24\")"),
        ("27 June 24", "TwoDigitYear(\"27 June 24\")"),
        ("27.06", "NoYear(\"27.06\")"),
        ("27 червня", "NoYear(\"27 червня\")"),
        ("2024-02-30", "NoSuchDay(\"2024-02-30\")"),
        ("31 June 2024", "NoSuchDay(\"31 June 2024\")"),
        ("31/31/2024", "NoSuchDay(\"31/31/2024\")"),
        ("2024-13", "NoDate(\"2024-13\")"),
        ("1989", "YearOutOfRange(\"1989\")"),
        ("20244", "YearOutOfRange(\"20244\")"),
        ("June 2101", "YearOutOfRange(\"2101\")"),
        ("2024–2026", "NoDate(\"2024–2026\")"),
    ] {
        for lang in Lang::ALL {
            let expected = expected.replace('–', "-");
            assert_eq!(simply(&date(text, *lang)), expected, "{text:?}");
        }
    }
}

#[test]
fn a_day_is_needed_where_a_day_is_asked_for() {
    for (text, expected) in [
        ("27 June 2024", "2024-06-27"),
        ("3/4/2024", "2024-04-03 or 2024-03-04"),
        ("June 2024", "NotADay(\"June 2024\")"),
        ("2024", "NotADay(\"2024\")"),
        ("nonsense", "NoDate(\"nonsense\")"),
    ] {
        assert_eq!(simply(&day(text, Lang::En)), expected, "{text:?}");
    }
}

#[test]
fn a_year_has_four_digits() {
    for (text, expected) in [
        ("2024", "2024"),
        (" 2024 ", "2024"),
        ("2024 р.", "2024"),
        ("24", "TwoDigitYear(\"24\")"),
        ("1989", "YearOutOfRange(\"1989\")"),
        ("20244", "YearOutOfRange(\"20244\")"),
        ("2024-06", "NotAYear(\"2024-06\")"),
        ("soon", "NotAYear(\"soon\")"),
        ("", "Empty"),
    ] {
        assert_eq!(simply(&year(text)), expected, "{text:?}");
    }
}

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
        ("1.2340 EUR", "1.2340 EUR", "1,2340 EUR"),
        ("78.413 bn EUR", "", ""),
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
            assert_eq!(en, "", "{typed:?} is not sure");
            continue;
        };
        assert_eq!(amount_text(&read), en, "{typed:?}");
        assert_eq!(amount_text_in(&read, Lang::Uk), uk, "{typed:?}");
    }
    let day = "2024-06-27".parse().unwrap();
    assert_eq!(date_text(day), "2024-06-27");
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
