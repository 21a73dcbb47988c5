//! Charts as data.

use pledgebook::ledger::{Basis, Query, Step};
use pledgebook::model::*;
use pledgebook::views::{Chart, ChartKind, ChartRequest, ChartUnit};

use super::{named, views, views_on};
use crate::laws::book::{Book, fulfils, money_id, party, sum, told, year};

const DELIVERED: Stage = Stage::Delivered;
const PLEDGED: Stage = Stage::Pledged;

pub(super) fn of(kind: ChartKind, stage: Stage) -> ChartRequest {
    ChartRequest {
        kind,
        stage,
        aid_type: None,
        year: None,
        parties: None,
        ..ChartRequest::default()
    }
}

/// Party and value of each mark.
pub(super) fn marks(chart: &Chart) -> Vec<(String, String)> {
    let marks = chart.marks.iter();
    marks
        .map(|mark| {
            let party = mark.party.as_ref().map(|(id, _)| id.to_string());
            (party.unwrap_or_default(), told(&mark.value))
        })
        .collect()
}

/// Day, value and whether it is a running total, of each mark.
fn days(chart: &Chart) -> Vec<(String, String, bool)> {
    let marks = chart.marks.iter();
    marks
        .map(|m| {
            (
                m.when
                    .and_then(pledgebook::views::When::day)
                    .unwrap()
                    .to_string(),
                told(&m.value),
                m.running_total,
            )
        })
        .collect()
}

pub(super) fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
    expected.iter().map(pair).collect()
}

fn points(expected: &[(&str, &str, bool)]) -> Vec<(String, String, bool)> {
    let point = |(a, b, c): &(&str, &str, bool)| ((*a).to_owned(), (*b).to_owned(), *c);
    expected.iter().map(point).collect()
}

#[test]
fn bars_are_ranked_by_what_is_sure_and_their_sum_is_the_ledgers_total() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "30 EUR", "2024", "2024-07-01");
    book.gives("no-a01", DELIVERED, "480 NOK", "2024", "2024-07-01");
    book.gives("se-a01", DELIVERED, "<=900 SEK", "2024", "2024-07-01");
    let views = views(&book);
    let chart = views.chart(&of(ChartKind::Ranked, DELIVERED));
    assert_eq!(
        marks(&chart),
        pairs(&[("NO", "40"), ("LT", "30"), ("SE", "0…90")])
    );
    assert_eq!(chart.nothing_recorded, 1);
    assert_eq!(chart.unit, ChartUnit::Currency(Currency::EUR));
    let total = views.ledger().total(&Query::all(DELIVERED));
    assert_eq!(chart.total.as_ref(), Some(&total));
    assert_eq!(sum(&total), "70…160");

    let request = ChartRequest {
        parties: Some(vec![party("LT"), party("EU")]),
        ..of(ChartKind::Ranked, DELIVERED)
    };
    let some = views.chart(&request);
    assert_eq!(marks(&some), pairs(&[("LT", "30")]));
    assert_eq!(some.nothing_recorded, 1);
}

#[test]
fn per_cent_of_gdp_divides_by_the_last_reported_year_and_tells_whose_gdp_is_missing() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "800000000 EUR", "2024", "2024-07-01");
    book.gives("no-a01", DELIVERED, "480 NOK", "2024", "2024-07-01");
    let views = views(&book);
    let mut request = of(ChartKind::PercentOfGdp, DELIVERED);
    let chart = views.chart(&request);
    // Of 80 bn in 2024: 2025 is only estimated.
    assert_eq!(marks(&chart), pairs(&[("LT", "1")]));
    assert_eq!(chart.unit, ChartUnit::PercentOfGdp);
    let (gdp, of_year) = chart.marks[0].divisor.unwrap();
    assert_eq!(gdp.to_string(), "80000000000");
    assert_eq!(of_year, year(2024));
    assert_eq!((chart.without_divisor, chart.nothing_recorded), (1, 2));

    // A year that is asked for is divided by its own GDP, marked as the estimate it is.
    book.gives("lt-a02", DELIVERED, "840000000 EUR", "2025", "2025-07-01");
    request.year = Some(year(2025));
    let chart = super::views(&book).chart(&request);
    assert_eq!(marks(&chart), pairs(&[("LT", "1 est")]));
}

#[test]
fn what_arrived_stands_against_its_promise_by_what_fulfils_it_alone() {
    let mut book = named();
    book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
    let counted = book.gives("lt-a01", DELIVERED, "40 EUR", "2024", "2024-07-01");
    fulfils(counted, "lt-c01");
    book.gives("lt-a02", DELIVERED, "500 EUR", "2024", "2024-07-01");
    book.promises("no-c01", PLEDGED, "2400 NOK", "2024");
    let views = views(&book);
    let request = ChartRequest {
        year: Some(year(2024)),
        ..of(ChartKind::PromisedAgainstArrived, DELIVERED)
    };
    let chart = views.chart(&request);
    // Norway promised more, so it stands first, though nothing of it arrived.
    assert_eq!(marks(&chart), pairs(&[("NO", "–"), ("LT", "40")]));
    assert!(chart.total.is_none(), "promised and arrived are no sum");
    let fulfilment = chart.marks[1].fulfilment.as_ref().unwrap();
    assert_eq!(sum(&fulfilment.promised[0]), "100");
    let ratio = fulfilment.arrived[0].1.unwrap();
    assert_eq!(ratio.low.normalize().to_string(), "0.4");

    let of_type = |aid_type| ChartRequest {
        aid_type: Some(aid_type),
        ..request.clone()
    };
    assert_eq!(views.chart(&of_type(AidType::Military)).marks.len(), 2);
    let financial = views.chart(&of_type(AidType::Financial));
    assert!(financial.marks.is_empty(), "all promises are military");
}

fn growing() -> Book {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "10 EUR", "2023", "2023-05-01");
    book.gives("lt-a02", DELIVERED, "20 EUR", "2024", "2024-02-01");
    book.gives("lt-a03", DELIVERED, "5 EUR", "2024", "2024-02-01");
    book.gives("lt-a04", DELIVERED, "n/d", "2024", "2024-06-15");
    book.gives("lt-a05", PLEDGED, "99 EUR", "2024", "2024-06-15");
    book.counts("lt-a06", DELIVERED, "50 EUR", "", "2024-03-31");
    book
}

fn over_time(of_year: Option<Year>) -> ChartRequest {
    ChartRequest {
        year: of_year,
        parties: Some(vec![party("LT")]),
        ..of(ChartKind::OverTime, DELIVERED)
    }
}

#[test]
fn packages_cumulate_by_the_day_and_running_totals_are_points_over_them() {
    let views = views(&growing());
    let chart = views.chart(&over_time(None));
    let expected = points(&[
        ("2023-05-01", "10", false),
        ("2024-02-01", "35", false),
        ("2024-06-15", "35 +1 n/d", false),
        ("2024-03-31", "50", true),
    ]);
    assert_eq!(days(&chart), expected);
    for mark in &chart.marks {
        let tree = mark.derivation.of(views.ledger());
        let leaves = tree.leaves();
        let low: rust_decimal::Decimal = leaves.iter().map(|(_, b)| b.low).sum();
        assert_eq!(low, mark.value.low, "its tree holds the number");
    }
    assert!(matches!(chart.marks[3].basis, Basis::RunningTotal { .. }));
    assert!(matches!(
        chart.marks[3].derivation.of(views.ledger()).step,
        Step::Record { .. }
    ));
}

#[test]
fn over_one_year_the_count_begins_with_the_year() {
    let mut book = growing();
    let whole = views(&book).chart(&over_time(Some(year(2024))));
    // The running total counts from 2022, so it is no point of 2024.
    let expected = [
        ("2024-02-01", "25", false),
        ("2024-06-15", "25 +1 n/d", false),
    ];
    assert_eq!(days(&whole), points(&expected));
    book.counts("lt-a07", DELIVERED, "30 EUR", "2024-01-01", "2024-05-31");
    let chart = views(&book).chart(&over_time(Some(year(2024))));
    assert_eq!(days(&chart)[2], points(&[("2024-05-31", "30", true)])[0]);
}

#[test]
fn what_no_sum_holds_is_no_point_over_time() {
    let mut book = growing();
    book.counts("lt-a07", DELIVERED, "900 EUR", "", "2024-05-31")
        .joint = true;
    book.counts("lt-a08", DELIVERED, "50 EUR", "", "2024-05-31")
        .same_as = Some(money_id("lt-a06"));
    book.counts("lt-a09", DELIVERED, "70 EUR", "", "2024-05-31")
        .counted_in = Some(money_id("lt-a06"));
    let chart = views(&book).chart(&over_time(None));
    let running: Vec<_> = chart.marks.iter().filter(|m| m.running_total).collect();
    assert_eq!(running.len(), 1);
}

#[test]
fn an_entry_without_a_date_stands_on_the_day_its_source_was_published() {
    let mut book = named();
    let id = book.source("lt-s01", "2024-08-20");
    let entry = book.gives("lt-a01", DELIVERED, "10 EUR", "2024", "");
    entry.figure.cite.source = Some(id);
    let chart = views(&book).chart(&over_time(None));
    assert_eq!(days(&chart), points(&[("2024-08-20", "10", false)]));
}

#[test]
fn what_came_after_the_cut_off_is_not_drawn() {
    let chart = views_on(&growing(), "2024-03-30").chart(&over_time(None));
    let expected = [("2023-05-01", "10", false), ("2024-02-01", "35", false)];
    assert_eq!(days(&chart), points(&expected));
}

#[test]
fn over_all_parties_one_line_grows_by_everybodys_packages() {
    let mut book = growing();
    book.gives("no-a01", DELIVERED, "120 NOK", "2024", "2024-02-01");
    let chart = views(&book).chart(&of(ChartKind::OverTime, DELIVERED));
    assert_eq!(days(&chart)[1], points(&[("2024-02-01", "45", false)])[0]);
    assert!(chart.marks[1].party.is_none());
}
