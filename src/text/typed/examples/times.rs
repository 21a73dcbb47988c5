//! Times of sums, and dates alone.

use super::{read_as, simply};
use crate::text::Lang;
use crate::text::typed::{date, day, year};

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
