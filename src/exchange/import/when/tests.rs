//! Each way in which the tables write dates, and what it says.

use super::*;

fn told(text: &str, order: DayMonth) -> String {
    match read(text, order) {
        Ok(Some(date)) => date.to_string(),
        Ok(None) => "none".to_owned(),
        Err(NoDate::Unreadable(_)) => "unreadable".to_owned(),
        Err(NoDate::NoSuchDay(_)) => "no such day".to_owned(),
        Err(NoDate::UpsideDown(_)) => "upside down".to_owned(),
        Err(NoDate::Years(from, to)) => format!("years {from} to {to}"),
    }
}

#[test]
fn each_way_in_which_the_tables_write_dates_is_read_as_what_it_says() {
    for (text, expected) in [
        ("2031-05-10", "2031-05-10"),
        ("10/5/2031", "2031-10-05"),
        ("until 10/5/2031", "../2031-10-05"),
        ("Until  4/4/2031", "../2031-04-04"),
        ("until 09/10/2031", "../2031-09-10"),
        ("until 06.02.2031", "../2031-02-06"),
        ("until 6/2031", "../2031-06-30"),
        ("until 11/2031", "../2031-11-30"),
        ("since 2/24/2031", "2031-02-24/.."),
        ("not specified, 03/31", "2031-03"),
        ("unclear, 04/31", "2031-04"),
        ("unclear, 09/2031", "2031-09"),
        ("unclear 11/2031", "2031-11"),
        ("unclear 3/2031", "2031-03"),
        ("between 3/4/31 & 3/11/31", "2031-03-04/2031-03-11"),
        ("between 3/20/2031 and 7/1/2031", "2031-03-20/2031-07-01"),
        ("from 01/01/2031 until 05/01/2031", "2031-01-01/2031-05-01"),
        ("29/06/2031", "2031-06-29"),
        ("16/02/2031", "2031-02-16"),
        ("10.5.31", "2031-05-10"),
        ("2031/05/10", "2031-05-10"),
        ("20310510", "2031-05-10"),
        ("2031-05-10T12:00:00Z", "2031-05-10"),
        ("2031-05-10T12:00:00.000+02:00", "2031-05-10"),
        ("2031-05-10 00:00:00", "2031-05-10"),
        ("5/10/2031 12:30:00 AM", "2031-05-10"),
        ("2031-05-04/2031-05-11", "2031-05-04/2031-05-11"),
        ("../2031-05-10", "../2031-05-10"),
        ("April 2031", "2031-04"),
        ("Apr-31", "2031-04"),
        ("2031-Apr", "2031-04"),
        ("Apr '31", "2031-04"),
        ("10-Apr-31", "2031-04-10"),
        ("10-Apr-2031", "2031-04-10"),
        ("10 April 31", "2031-04-10"),
        ("Thursday, April 10, 2031", "2031-04-10"),
        ("the 10th of April 2031", "2031-04-10"),
        ("3-5 March 2031", "2031-03-03/2031-03-05"),
        ("3 March – 5 April 2031", "2031-03-03/2031-04-05"),
        ("March-April 2031", "2031-03-01/2031-04-30"),
        ("3/4/31-3/11/31", "2031-03-04/2031-03-11"),
        ("mid-April 2031", "2031-04"),
        ("by the end of 2031", "../2031-12-31"),
        ("before 3/10/2031", "../2031-03-09"),
        ("after March 2031", "2031-04-01/.."),
        ("Q2 2031", "2031-04-01/2031-06-30"),
        ("2031 Q2", "2031-04-01/2031-06-30"),
        ("Q2/2031", "2031-04-01/2031-06-30"),
        ("H2 2031", "2031-07-01/2031-12-31"),
        ("2031", "2031"),
        ("05.2031", "2031-05"),
        ("2031-05", "2031-05"),
        ("10 травня 2031 року", "2031-05-10"),
        ("травень 2031 р.", "2031-05"),
        ("до 10 травня 2031", "../2031-05-10"),
        ("з 3 до 5 травня 2031", "2031-05-03/2031-05-05"),
        ("II квартал 2031 року", "2031-04-01/2031-06-30"),
        ("10. März 2031", "2031-03-10"),
        ("bis 10. Mai 2031", "../2031-05-10"),
        ("Dezember 2031", "2031-12"),
        ("1er août 2031", "2031-08-01"),
        ("du 3 au 5 mars 2031", "2031-03-03/2031-03-05"),
        ("10. desember 2031", "2031-12-10"),
    ] {
        assert_eq!(told(text, DayMonth::MonthFirst), expected, "{text}");
    }
}

#[test]
fn a_text_that_tells_no_date_is_none_and_not_a_guess() {
    for text in [
        "",
        " ",
        "\u{a0}",
        ".",
        "-",
        "–",
        "?",
        "unspecified",
        "Undisclosed",
        "unclear ",
        "Not given",
        "Not Given",
        "n/a",
        "N/A",
        "unknown",
        "TBD",
        "невідомо",
        "н/д",
    ] {
        assert_eq!(told(text, DayMonth::DayFirst), "none", "{text:?}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_a_reason() {
    for (text, expected) in [
        ("2031-2032", "years 2031 to 2032"),
        ("2031/32", "years 2031 to 2032"),
        ("2031 to 2033", "years 2031 to 2033"),
        ("2/30/2031", "no such day"),
        ("31.04.2031", "no such day"),
        ("13/13/2031", "no such day"),
        ("between 3/11/31 and 3/4/31", "upside down"),
        ("1/1/1931", "unreadable"),
        ("3/10", "unreadable"),
        ("10 March", "unreadable"),
        ("soon", "unreadable"),
        ("44630", "unreadable"),
        ("until", "unreadable"),
        ("10/5/2031 and more", "unreadable"),
        ("around 10 April 2031", "unreadable"),
    ] {
        assert_eq!(told(text, DayMonth::MonthFirst), expected, "{text}");
    }
    assert_eq!(told(&"9/".repeat(10_000), DayMonth::DayFirst), "unreadable");
}

#[test]
fn the_column_decides_what_stands_first_and_the_rest_is_told() {
    let column = [
        "until 3/10/2031",
        "5/31/2031",
        "between 3/4/31 & 3/11/31",
        "16/02/2031",
        "6/25/2031",
        "unclear, 04/31",
        ".",
        "4/4/2031",
    ];
    let order = order_of(column);
    assert_eq!(order.decided(), DayMonth::MonthFirst);
    assert_eq!((order.deciding(), order.day_first, order.open), (2, 1, 3));
    assert_eq!(
        order.doubt("Date"),
        Some(Doubt::DayMonth {
            column: "Date".to_owned(),
            day_first: false,
            deciding: 2,
            open: 3
        })
    );
    assert_eq!(told("until 3/10/2031", order.decided()), "../2031-03-10");
    assert_eq!(told("until 3/10/2031", DayMonth::DayFirst), "../2031-10-03");
    assert_eq!(order_of(["2031-03-10", "10.3.2031"]).doubt("Date"), None);
}

#[test]
fn the_numbers_of_a_spreadsheet_are_days_of_either_system() {
    let day = |number: i64, from_1904| serial(Decimal::from(number), from_1904);
    assert_eq!(day(44_630, false).unwrap().to_string(), "2022-03-10");
    assert_eq!(day(43_168, true).unwrap().to_string(), "2022-03-10");
    assert_eq!(day(12, false), None);
    assert_eq!(day(i64::MAX, false), None);
}

#[test]
fn years_are_told_apart_from_days() {
    let years = |text| years(text).map(|(from, to)| (from.get(), to.get()));
    assert_eq!(years("2022-2023"), Some((2022, 2023)));
    assert_eq!(years("2024"), Some((2024, 2024)));
    assert_eq!(years("2024-05"), None);
    assert_eq!(years("."), None);
}
