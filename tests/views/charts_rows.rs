//! Charts of a row a party: stacked, divided, ordered, and what is promised.

use std::collections::BTreeMap;

use pledgebook::ledger::{Assumptions, FutureGdp, Ledger, Query};
use pledgebook::model::*;
use pledgebook::text::Lang;
use pledgebook::views::{
    Chart, ChartCell, ChartColumn, ChartKind, ChartOrder, ChartRequest, ChartUnit, Part, When,
    chart, chart_table, cutoffs,
};
use rust_decimal::Decimal;

use super::charts::{marks, of, pairs};
use super::{named, views, views_on};
use crate::laws::book::{Book, fulfils, party, sum, told, year};

const DELIVERED: Stage = Stage::Delivered;
const PLEDGED: Stage = Stage::Pledged;

/// Party, part and value of each mark.
fn parts(chart: &Chart) -> Vec<(String, Option<Part>, String)> {
    let marks = chart.marks.iter();
    marks
        .map(|mark| {
            let party = mark.party.as_ref().map(|(id, _)| id.to_string());
            (party.unwrap_or_default(), mark.part, told(&mark.value))
        })
        .collect()
}

fn stacked(expected: &[(&str, Part, &str)]) -> Vec<(String, Option<Part>, String)> {
    let one = |(a, b, c): &(&str, Part, &str)| ((*a).to_owned(), Some(*b), (*c).to_owned());
    expected.iter().map(one).collect()
}

fn typed(entry: &mut AidEntry, of: AidType) {
    entry.aid_type = of;
}

#[test]
fn types_stand_beside_each_other_and_what_is_in_none_of_them_stands_last() {
    let mut book = named();
    let gives = |book: &mut Book, id: &str, amount: &str, of| {
        typed(book.gives(id, DELIVERED, amount, "2024", "2024-07-01"), of);
    };
    gives(&mut book, "no-a01", "480 NOK", AidType::Financial);
    gives(&mut book, "no-a02", "120 NOK", AidType::Military);
    gives(&mut book, "no-a03", "n/d", AidType::Humanitarian);
    gives(&mut book, "lt-a01", "30 EUR", AidType::Military);
    typed(
        book.counts("lt-a02", DELIVERED, "100 EUR", "", "2024-08-01"),
        AidType::Mixed,
    );
    let chart = views(&book).chart(&of(ChartKind::ByType, DELIVERED));
    let expected = stacked(&[
        ("LT", Part::Type(AidType::Military), "30"),
        ("LT", Part::NotItemised, "70"),
        ("NO", Part::Type(AidType::Military), "10"),
        ("NO", Part::Type(AidType::Financial), "40"),
        ("NO", Part::Type(AidType::Humanitarian), "+1 n/d"),
    ]);
    assert_eq!(parts(&chart), expected);
    let rows: Vec<String> = chart.rows.iter().map(|row| sum(&row.total)).collect();
    assert_eq!(rows, ["100", "50 +1 n/d"]);
    assert!(chart.rows.iter().all(|row| row.parts_exceed.is_zero()));
    assert_eq!(sum(chart.total.as_ref().unwrap()), "150 +1 n/d");
    assert_eq!(chart.nothing_recorded, 2);
    let rest = &chart.marks[1];
    assert_eq!(
        rest.derivation.made(),
        Some(chart.rows[0].total.derivation()),
        "what is not itemised is told by the row's own tree"
    );
}

#[test]
fn running_totals_of_two_types_are_more_than_their_row_and_the_row_says_so() {
    let mut book = named();
    book.counts("lt-a01", DELIVERED, "100 EUR", "", "2024-08-01");
    typed(
        book.counts("lt-a02", DELIVERED, "60 EUR", "", "2024-08-01"),
        AidType::Financial,
    );
    let chart = views(&book).chart(&of(ChartKind::ByType, DELIVERED));
    assert_eq!(parts(&chart).len(), 2);
    assert_eq!(sum(&chart.rows[0].total), "100");
    assert_eq!(chart.rows[0].parts_exceed, Decimal::from(60));
}

#[test]
fn a_mixed_running_total_without_a_sum_is_still_a_mark() {
    let mut book = named();
    typed(
        book.counts("lt-a01", DELIVERED, "n/d", "", "2024-08-01"),
        AidType::Mixed,
    );
    let chart = views(&book).chart(&of(ChartKind::ByType, DELIVERED));
    let expected = stacked(&[("LT", Part::NotItemised, "+1 n/d")]);
    assert_eq!(parts(&chart), expected);
}

#[test]
fn by_instrument_a_running_total_that_names_none_is_not_itemised() {
    let mut book = named();
    let by = |entry: &mut AidEntry, by| entry.instrument = by;
    by(
        book.gives("lt-a01", DELIVERED, "20 EUR", "2024", "2024-07-01"),
        Instrument::Loan,
    );
    by(
        book.gives("lt-a02", DELIVERED, "5 EUR", "2024", "2024-07-01"),
        Instrument::Grant,
    );
    book.gives("lt-a03", DELIVERED, "1 EUR", "2024", "2024-07-01");
    book.counts("lt-a04", DELIVERED, "100 EUR", "", "2024-08-01");
    let views = views(&book);
    let chart = views.chart(&of(ChartKind::ByInstrument, DELIVERED));
    let expected = stacked(&[
        ("LT", Part::Instrument(Instrument::Grant), "5"),
        ("LT", Part::Instrument(Instrument::Loan), "20"),
        ("LT", Part::Instrument(Instrument::Unknown), "1"),
        ("LT", Part::NotItemised, "74"),
    ]);
    assert_eq!(parts(&chart), expected);
    // A running total that names its instrument stands in that instrument's sum.
    by(
        book.counts("lt-a05", DELIVERED, "30 EUR", "", "2024-08-01"),
        Instrument::Loan,
    );
    let loans = Query::all(DELIVERED).by(Some(Instrument::Loan));
    assert_eq!(sum(&book.ledger().total(&loans)), "30");
}

fn population(book: &mut Book, of: &str, vintage: &str, years: &[(i64, u64)]) {
    let id = SeriesId::new(&format!("pop-{of}-{vintage}")).unwrap();
    let series = PopulationSeries {
        id: id.clone(),
        country: party(of),
        vintage: vintage.to_owned(),
        source: SourceId::new("ref-pop").unwrap(),
        years: years.iter().map(|(y, heads)| (year(*y), *heads)).collect(),
    };
    book.data.reference.population.insert(id, series);
}

#[test]
fn per_head_divides_by_the_year_asked_for_else_by_the_last_that_is_known() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "300 EUR", "2024", "2024-07-01");
    book.gives("eu-a01", DELIVERED, "90 EUR", "2024", "2024-07-01");
    book.gives("no-a01", DELIVERED, "480 NOK", "2024", "2024-07-01");
    population(&mut book, "LT", "2025", &[(2023, 10), (2024, 20)]);
    population(&mut book, "LT", "2026", &[(2023, 3), (2024, 4), (2025, 5)]);
    population(&mut book, "EU", "2026", &[(2023, 9)]);
    let views = views(&book);
    let mut request = of(ChartKind::PerHead, DELIVERED);
    let chart = views.chart(&request);
    assert_eq!(marks(&chart), pairs(&[("LT", "60"), ("EU", "10")]));
    assert_eq!(chart.unit, ChartUnit::PerHead(Currency::EUR));
    assert_eq!((chart.without_divisor, chart.nothing_recorded), (1, 1));
    assert_eq!(chart.marks[0].divisor, Some((Decimal::from(5), year(2025))));
    let money = chart.marks[0].money().map(told);
    assert_eq!(money.as_deref(), Some("300"));

    request.year = Some(year(2024));
    let chart = views.chart(&request);
    // The union's last population is older: it is used, and its year stands with it.
    assert_eq!(marks(&chart), pairs(&[("LT", "75"), ("EU", "10")]));
    assert_eq!(chart.marks[1].divisor, Some((Decimal::from(9), year(2023))));
}

#[test]
fn shares_are_of_the_low_bounds_that_the_chart_shows() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "75 EUR", "2024", "2024-07-01");
    book.gives("no-a01", DELIVERED, ">=300 NOK", "2024", "2024-07-01");
    book.gives("se-a01", DELIVERED, "n/d", "2024", "2024-07-01");
    let views = views(&book);
    let mut request = of(ChartKind::Share, DELIVERED);
    let chart = views.chart(&request);
    let expected = pairs(&[("LT", "75"), ("NO", "25…"), ("SE", "+1 n/d")]);
    assert_eq!(marks(&chart), expected);
    assert_eq!(chart.unit, ChartUnit::PercentOfWhole);
    assert_eq!(chart.whole, Some(Decimal::from(100)));
    assert_eq!(chart.marks[1].money().map(told).as_deref(), Some("25…"));

    request.parties = Some(vec![party("SE"), party("EU")]);
    let none = views.chart(&request);
    assert!(none.marks.is_empty(), "there is no whole to have a part of");
    assert_eq!((none.whole, none.nothing_recorded), (None, 1));
}

/// Norway promised most and nothing of it arrived; Lithuania's promise arrived by a half, Sweden's
/// all but; the EU's promise names no sum.
fn promised() -> Book {
    let mut book = named();
    book.promises("no-c01", PLEDGED, "1200 NOK", "2024");
    book.promises("lt-c01", PLEDGED, "40 EUR", "2024");
    book.promises("se-c01", PLEDGED, "900 SEK", "2024");
    book.promises("eu-c01", PLEDGED, "n/d", "2024");
    let arrived = [
        ("lt-a01", "20 EUR", "lt-c01"),
        ("se-a01", "600 SEK", "se-c01"),
    ];
    for (id, amount, commitment) in arrived {
        fulfils(
            book.gives(id, DELIVERED, amount, "2024", "2024-07-01"),
            commitment,
        );
    }
    book
}

#[test]
fn bullets_stand_by_promise_by_gap_by_share_or_by_name() {
    let views = views(&promised());
    let order = |order| {
        let request = ChartRequest {
            order,
            ..of(ChartKind::PromisedAgainstArrived, DELIVERED)
        };
        let chart = views.chart(&request);
        let ids = chart.marks.iter().filter_map(|mark| mark.party.as_ref());
        ids.map(|(id, _)| id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(order(ChartOrder::Value), ["NO", "SE", "LT", "EU"]);
    // All of Norway's is missing, 30 of Sweden's, 20 of Lithuania's; the EU's is not known.
    assert_eq!(order(ChartOrder::Gap), ["NO", "SE", "LT", "EU"]);
    assert_eq!(order(ChartOrder::Share), ["LT", "SE", "NO", "EU"]);
    assert_eq!(order(ChartOrder::Name), ["EU", "LT", "NO", "SE"]);
}

#[test]
fn bars_stand_by_name_in_the_order_of_the_language_and_an_order_they_lack_is_by_value() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "30 EUR", "2024", "2024-07-01");
    book.gives("no-a01", DELIVERED, "480 NOK", "2024", "2024-07-01");
    book.gives("se-a01", DELIVERED, "10 SEK", "2024", "2024-07-01");
    let ledger = book.ledger();
    let by = |order| ChartRequest {
        order,
        ..of(ChartKind::Ranked, DELIVERED)
    };
    let ids = |chart: &Chart| {
        let parties = chart.marks.iter().filter_map(|mark| mark.party.as_ref());
        parties.map(|(id, _)| id.to_string()).collect::<Vec<_>>()
    };
    let by_name = chart(&ledger, &by(ChartOrder::Name));
    assert_eq!(ids(&by_name), ["LT", "NO", "SE"]);
    assert!(by_name.named_in(Lang::En).is_none());
    let ukrainian = by_name.named_in(Lang::Uk).unwrap();
    assert_eq!(
        ids(&ukrainian),
        ["SE", "LT", "NO"],
        "Австрія, Литва, Норвегія"
    );
    let by_gap = chart(&ledger, &by(ChartOrder::Gap));
    assert_eq!(ids(&by_gap), ["NO", "LT", "SE"]);
    assert!(by_gap.named_in(Lang::Uk).is_none());
}

fn otherwise(entry: &mut AidEntry, amount: &str, source: Option<SourceId>) {
    let mut figure = entry.figure.clone();
    figure.amount.form = crate::laws::book::form(amount);
    figure.cite.source = source;
    entry.other_figures.push(OtherFigure {
        figure,
        why_not_preferred: None,
    });
}

#[test]
fn figures_that_disagree_stand_in_a_row_a_record_the_farthest_apart_first() {
    let mut book = named();
    let late = book.source("lt-s01", "2025-06-01");
    let entry = book.gives("lt-a01", DELIVERED, "90 EUR", "2024", "2024-07-01");
    otherwise(entry, "100 EUR", None);
    otherwise(entry, "n/d", None);
    let entry = book.gives("no-a01", DELIVERED, "240 NOK", "2024", "2024-07-01");
    otherwise(entry, "60 EUR", None);
    otherwise(entry, "40 EUR", Some(late.clone()));
    // One figure alone, or one with a number, is no spread.
    book.gives("se-a01", DELIVERED, "90 SEK", "2024", "2024-07-01");
    let entry = book.gives("se-a02", DELIVERED, "90 SEK", "2024", "2024-07-01");
    otherwise(entry, "n/d", None);
    let told_by = |chart: &Chart| {
        let marks = chart.marks.iter().map(|mark| {
            let figure = mark.figure.as_ref().unwrap();
            (
                figure.record.to_string(),
                told(&mark.value),
                figure.preferred,
            )
        });
        marks.collect::<Vec<_>>()
    };
    let row = |id: &str, value: &str, preferred| (id.to_owned(), value.to_owned(), preferred);
    let chart = views(&book).chart(&of(ChartKind::Spread, DELIVERED));
    let expected = [
        row("no-a01", "20", true),
        row("no-a01", "60", false),
        row("no-a01", "40", false),
        row("lt-a01", "90", true),
        row("lt-a01", "100", false),
    ];
    assert_eq!(told_by(&chart), expected);
    let figure = chart.marks[2].figure.as_ref().unwrap();
    assert_eq!(figure.source.as_ref(), Some(&late));
    let tree = chart.marks[1].derivation.made().unwrap();
    assert_eq!(tree.leaves()[0].0.other_figure, Some(0));

    // A figure of after the cut-off was not known (R11).
    let early = views_on(&book, "2025-01-01").chart(&of(ChartKind::Spread, DELIVERED));
    assert_eq!(told_by(&early), [&expected[..2], &expected[3..]].concat());
    let request = ChartRequest {
        year: Some(year(2025)),
        ..of(ChartKind::Spread, DELIVERED)
    };
    assert!(views(&book).chart(&request).marks.is_empty());
}

#[test]
fn promises_stand_year_by_year_until_they_end() {
    let mut book = named();
    book.promises("lt-c01", PLEDGED, "0.25 %", "2024–2026");
    book.promises("no-c01", Stage::Committed, "2200 NOK", "lump 2023–2027");
    book.promises("no-c02", PLEDGED, ">=1200 NOK", "2024");
    book.data.agreements.get_mut("se-2024").unwrap().term_years = None;
    book.promises("se-c01", PLEDGED, "100 SEK", "2024–");
    let rows = |ledger: &Ledger| {
        let chart = chart(ledger, &of(ChartKind::Promises, DELIVERED));
        let marks = chart.marks.iter().map(|mark| {
            let id = mark.party.as_ref().unwrap().0.to_string();
            (id, mark.when.unwrap(), told(&mark.value), mark.goes_on)
        });
        marks.collect::<Vec<_>>()
    };
    let row =
        |id: &str, when, value: &str, goes_on| (id.to_owned(), when, value.to_owned(), goes_on);
    let of_year = |y| When::Year(year(y));
    let mut expected = vec![
        row("LT", of_year(2024), "200000000", false),
        row("LT", of_year(2025), "210000000 est", false),
        row("LT", of_year(2026), "+1 n/d", false),
        row("NO", of_year(2024), "100…", false),
        // One sum over five years stands apart, and at the stage that it has.
        row("NO", When::NotSplit, "183.33", false),
        row("SE", of_year(2024), "10", true),
    ];
    let usual = book.assumptions();
    assert_eq!(rows(&book.under(usual.clone())), expected);
    let carried = Assumptions {
        future_gdp: FutureGdp::CarryLast,
        cutoff: "2025-12-31".parse().ok(),
        ..usual
    };
    expected[2] = row("LT", of_year(2026), "210000000 est", false);
    // Without an end it is followed to the year of the cut-off.
    expected[5] = row("SE", of_year(2024), "10", false);
    expected.push(row("SE", of_year(2025), "+1 n/c", true));
    assert_eq!(rows(&book.under(carried)), expected);
}

#[test]
fn the_table_has_the_numbers_of_the_marks_and_only_columns_that_are_told() {
    let views = views(&promised());
    let chart = views.chart(&of(ChartKind::PromisedAgainstArrived, DELIVERED));
    let table = chart_table(&chart);
    let at = |column| table.columns.iter().position(|of| *of == column);
    let cell = |row: usize, column| &table.rows[row][at(column).unwrap()];
    assert_eq!(table.rows.len(), chart.marks.len());
    assert!(at(ChartColumn::Part).is_none() && at(ChartColumn::When).is_none());
    // Norway: nothing arrived, which is not zero.
    assert!(matches!(cell(0, ChartColumn::Low), ChartCell::Nothing));
    assert!(matches!(cell(0, ChartColumn::Basis), ChartCell::Nothing));
    let hundred = Decimal::from(100);
    assert!(matches!(cell(0, ChartColumn::PromisedLow), ChartCell::Number(n) if *n == hundred));
    let half = Decimal::new(5, 1);
    assert!(matches!(cell(2, ChartColumn::RatioLow), ChartCell::Number(n) if *n == half));
    assert!(matches!(cell(2, ChartColumn::Unit), ChartCell::Unit(unit) if *unit == chart.unit));
    assert!(matches!(cell(2, ChartColumn::Party), ChartCell::Party(id, _) if id.as_str() == "LT"));

    let open = views.chart(&of(ChartKind::Ranked, PLEDGED));
    assert_eq!(chart_table(&open).rows.len(), open.marks.len());
}

#[test]
fn the_slider_runs_from_the_first_known_day_to_the_last_with_the_days_of_signing_on_it() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "30 EUR", "2024", "2022-03-05");
    book.gives("lt-a02", DELIVERED, "30 EUR", "2024", "2025-02");
    book.data.agreements.get_mut("no-2024").unwrap().signed = "2024-05-31".parse().unwrap();
    let days = |from: &str, to: &str| Some((from.parse().unwrap(), to.parse().unwrap()));
    let found = cutoffs(&book.ledger());
    let signed: BTreeMap<String, usize> = found
        .signed
        .iter()
        .map(|(day, agreements)| (day.to_string(), agreements.len()))
        .collect();
    let expected = [("2024-05-31", 1), ("2024-06-27", 3)].map(|(day, n)| (day.to_owned(), n));
    assert_eq!(signed, BTreeMap::from(expected));
    assert_eq!(found.days, days("2022-03-05", "2025-02-01"));

    book.data.header.cutoff = "2026-01-31".parse().ok();
    let mut early = book.assumptions();
    early.cutoff = "2023-01-01".parse().ok();
    let found = cutoffs(&book.under(early));
    assert_eq!(
        found.days,
        days("2022-03-05", "2026-01-31"),
        "not cut itself"
    );
    assert_eq!(
        cutoffs(&Ledger::new(
            std::sync::Arc::default(),
            Assumptions::of(&Dataset::default())
        ))
        .days,
        None
    );
}
