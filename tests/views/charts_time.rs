//! Charts over time: columns of years and months, a line a party, large books.

use std::sync::Arc;
use std::time::{Duration, Instant};

use pledgebook::ledger::{Assumptions, Ledger, Lumps, Query, Span};
use pledgebook::model::*;
use pledgebook::views::{
    By, Chart, ChartKind, ChartOrder, ChartRequest, Part, When, chart, totals,
};
use rust_decimal::Decimal;

use super::charts::of;
use super::{named, views, views_on};
use crate::common::generate;
use crate::laws::book::{Book, party, sum, told, year};

const DELIVERED: Stage = Stage::Delivered;

/// When, which part, how much, and whether it is partial.
type Column = (When, Option<Part>, String, bool);

fn columns(chart: &Chart) -> Vec<Column> {
    let marks = chart.marks.iter();
    marks
        .map(|mark| {
            (
                mark.when.unwrap(),
                mark.part,
                told(&mark.value),
                mark.partial,
            )
        })
        .collect()
}

fn column(when: When, of: AidType, value: &str, partial: bool) -> Column {
    (when, Some(Part::Type(of)), value.to_owned(), partial)
}

fn years() -> Book {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "10 EUR", "2023", "2023-05-01");
    book.gives("lt-a02", DELIVERED, "20 EUR", "2024", "2024-02-01")
        .aid_type = AidType::Financial;
    book.gives("no-a01", DELIVERED, "120 NOK", "2024", "2024-02-10");
    book.gives(
        "lt-a03",
        DELIVERED,
        "30 EUR",
        "lump 2024–2026",
        "2024-04-01",
    );
    // One running total counts within a year, one over several.
    book.counts("lt-a04", DELIVERED, "15 EUR", "2024-01-01", "2024-06-30");
    book.counts("lt-a05", DELIVERED, "90 EUR", "", "2024-06-30");
    book
}

#[test]
fn a_column_a_year_is_stacked_by_type_and_what_is_not_split_stands_apart() {
    let book = years();
    let chart = views_on(&book, "2024-08-01").chart(&of(ChartKind::ByYear, DELIVERED));
    let (first, second) = (When::Year(year(2023)), When::Year(year(2024)));
    let expected = [
        column(first, AidType::Military, "10", false),
        // The running total of 2024 is more than Lithuania's military packages of that year.
        column(second, AidType::Military, "25", true),
        column(second, AidType::Financial, "20", true),
        column(When::NotSplit, AidType::Military, "30", false),
    ];
    assert_eq!(columns(&chart), expected);
    let rows: Vec<_> = chart
        .rows
        .iter()
        .map(|row| (row.when, sum(&row.total)))
        .collect();
    // Lithuania's best known of 2024 over all types is its packages, 20; Norway's 10 stand beside.
    assert_eq!(rows[1], (Some(second), "30".to_owned()));
    assert_eq!(chart.rows[1].parts_exceed, Decimal::from(15));
    assert_eq!(chart.running_totals, 1, "the one over several years");

    let split = Assumptions {
        lumps: Lumps::SplitEvenly,
        ..book.assumptions()
    };
    let request = ChartRequest {
        aid_type: Some(AidType::Military),
        parties: Some(vec![party("LT")]),
        ..of(ChartKind::ByYear, DELIVERED)
    };
    let split = pledgebook::views::chart(&book.under(split), &request);
    let told: Vec<_> = columns(&split)
        .into_iter()
        .map(|c| (c.0, c.1, c.2))
        .collect();
    let plain = |y, value: &str| (When::Year(year(y)), None, value.to_owned());
    let expected = [
        plain(2023, "10"),
        plain(2024, "15"),
        plain(2025, "10 est"),
        plain(2026, "10 est"),
    ];
    assert_eq!(told, expected);
    assert!(split.rows.is_empty());
    assert_eq!(split.marks[0].party.as_ref().unwrap().0, party("LT"));
}

#[test]
fn a_year_column_is_the_table_of_totals_own_row() {
    let ledger = years().ledger();
    let chart = chart(&ledger, &of(ChartKind::ByYear, DELIVERED));
    let table = totals(&ledger, &Query::all(DELIVERED), Some(By::Year));
    let columns: Vec<_> = chart.rows.iter().map(|row| &row.total).collect();
    let rows: Vec<_> = table.rows.iter().map(|(_, total)| total).collect();
    assert_eq!(columns, rows);
}

#[test]
fn a_column_a_month_holds_the_packages_announced_in_it() {
    let chart = views_on(&years(), "2024-04-15").chart(&of(ChartKind::ByMonth, DELIVERED));
    let month = |y, m| When::Month(year(y), m);
    let expected = [
        column(month(2023, 5), AidType::Military, "10", false),
        column(month(2024, 2), AidType::Military, "10", false),
        column(month(2024, 2), AidType::Financial, "20", false),
        column(month(2024, 4), AidType::Military, "30", true),
    ];
    assert_eq!(columns(&chart), expected, "March is empty");
    assert_eq!(chart.running_totals, 0, "none was known");
    let later = views(&years()).chart(&of(ChartKind::ByMonth, DELIVERED));
    assert_eq!(later.running_totals, 2);
    let request = ChartRequest {
        year: Some(year(2023)),
        ..of(ChartKind::ByMonth, DELIVERED)
    };
    let of_2023 = views(&years()).chart(&request);
    assert_eq!(columns(&of_2023), expected[..1]);
    assert_eq!(of_2023.running_totals, 0);
}

#[test]
fn what_a_running_total_holds_beyond_the_packages_is_told() {
    let mut book = years();
    book.counts("lt-a06", DELIVERED, "200 EUR", "", "2024-03-31")
        .aid_type = AidType::Mixed;
    book.counts("lt-a07", DELIVERED, "5 EUR", "", "2024-07-01");
    book.counts("no-a02", DELIVERED, "n/d", "", "2024-07-01");
    book.counts("se-a01", DELIVERED, "70 SEK", "", "2024-07-01");
    let points = |aid_type| {
        let request = ChartRequest {
            aid_type,
            ..of(ChartKind::OverTime, DELIVERED)
        };
        let chart = views(&book).chart(&request);
        let points = chart.marks.iter().filter(|mark| mark.running_total);
        let told = points.map(|mark| {
            let tree = mark.derivation.made().unwrap();
            let rest = mark.not_itemised.map(|rest| rest.normalize().to_string());
            (tree.records()[0].to_string(), rest)
        });
        told.collect::<Vec<_>>()
    };
    let point = |id: &str, rest: Option<&str>| (id.to_owned(), rest.map(str::to_owned));
    let expected = [
        // Mixed: beside Lithuania's packages of all types since the invasion, 30 by then.
        point("lt-a06", Some("170")),
        // Military, and since January only: the 30 announced in April are more.
        point("lt-a04", None),
        point("lt-a05", Some("50")),
        point("lt-a07", None),
        point("no-a02", None),
        point("se-a01", Some("7")),
    ];
    assert_eq!(points(None), expected);
    // Where one type is shown, a mixed one is of another.
    assert_eq!(points(Some(AidType::Military)), expected[1..]);
    let mixed = points(Some(AidType::Mixed));
    assert_eq!(mixed, [point("lt-a06", None)], "not comparable");
}

#[test]
fn multiples_are_each_partys_own_line() {
    let ledger = years().ledger();
    let request = of(ChartKind::Multiples, DELIVERED);
    let all = chart(&ledger, &request);
    let ids: Vec<&str> = all
        .marks
        .iter()
        .map(|m| m.party.as_ref().unwrap().0.as_str())
        .collect();
    assert_eq!(ids, ["LT", "LT", "LT", "LT", "LT", "NO"]);
    assert_eq!(all.nothing_recorded, 2);
    for id in ["LT", "NO"] {
        let one = ChartRequest {
            kind: ChartKind::OverTime,
            parties: Some(vec![party(id)]),
            ..request.clone()
        };
        let one = chart(&ledger, &one);
        let own = all
            .marks
            .iter()
            .filter(|m| m.party.as_ref().unwrap().0 == party(id));
        let own: Vec<_> = own.map(|m| (m.when, m.value, &m.derivation)).collect();
        let line: Vec<_> = one
            .marks
            .iter()
            .map(|m| (m.when, m.value, &m.derivation))
            .collect();
        assert_eq!(own, line);
    }
}

/// What it may take leaves room for a crowded machine and a build without optimisation; without the
/// one pass and the thinning it takes minutes.
#[test]
fn a_large_book_keeps_its_lines_short_and_exact() {
    let data = Arc::new(generate::dataset(20_000));
    let ledger = Ledger::new(Arc::clone(&data), Assumptions::of(&data));
    let begin = Instant::now();
    let line = chart(&ledger, &of(ChartKind::OverTime, DELIVERED));
    let many = chart(&ledger, &of(ChartKind::Multiples, DELIVERED));
    let took = begin.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    let days: Vec<_> = line
        .marks
        .iter()
        .filter(|mark| !mark.running_total)
        .collect();
    assert!(days.len() <= 600 && days.len() > 500, "{}", days.len());
    assert!(line.thinned > 0 && many.thinned > 0);
    assert!(many.marks.len() <= 20 * (60 + 20), "{}", many.marks.len());
    // The marks that are left are exact: the last day holds every package.
    let last = days.last().unwrap();
    let ever = |day: &str| day.parse().unwrap();
    let span = Span::Announced(ever("2000-01-01"), ever("2100-01-01"));
    let whole = ledger.total(&Query::all(DELIVERED).over(span));
    assert_eq!(&last.value, whole.bounds());
    let middle = days[days.len() / 2];
    assert_eq!(middle.value, middle.derivation.of(&ledger).bounds);
}

#[test]
fn a_line_has_no_rows_to_order() {
    let book = years();
    let by = |order| {
        let request = ChartRequest {
            order,
            ..of(ChartKind::OverTime, DELIVERED)
        };
        columns(&views(&book).chart(&request))
    };
    assert_eq!(by(ChartOrder::Name), by(ChartOrder::Value));
    assert!(!ChartKind::OverTime.takes_order());
}
