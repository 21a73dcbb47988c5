//! Tables of totals.

use pledgebook::ledger::{Query, Span};
use pledgebook::model::*;
use pledgebook::views::{By, TotalRow, TotalsTable};
use rust_decimal::Decimal;

use super::{named, views};
use crate::laws::book::{Book, party, sum, year};

const DELIVERED: Stage = Stage::Delivered;

fn book() -> Book {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "10 EUR", "2023", "2023-05-01");
    book.gives("lt-a02", DELIVERED, "20 EUR", "2024", "2024-02-01");
    book.gives("lt-a03", DELIVERED, "7 EUR", "lump 2023–2025", "2024-02-20");
    book.gives("no-a01", DELIVERED, "120 NOK", "2024", "2024-12-31")
        .aid_type = AidType::Financial;
    book
}

fn table(query: &Query, by: By) -> TotalsTable {
    (*views(&book()).totals(query, Some(by))).clone()
}

fn rows(table: &TotalsTable) -> Vec<(TotalRow, String)> {
    let rows = table.rows.iter();
    rows.map(|(row, total)| (row.clone(), sum(total))).collect()
}

fn lows(table: &TotalsTable) -> Decimal {
    table.rows.iter().map(|(_, total)| total.bounds().low).sum()
}

#[test]
fn parties_keep_their_rows_where_nothing_is_recorded_and_add_up_to_the_whole() {
    let table = table(&Query::all(DELIVERED), By::Party);
    let found = rows(&table);
    let expected = [("EU", "–"), ("LT", "37"), ("NO", "10"), ("SE", "–")];
    let expected = expected.map(|(id, told)| (TotalRow::Party(party(id)), told.to_owned()));
    assert_eq!(found, expected);
    assert_eq!(lows(&table), table.total.bounds().low);
}

#[test]
fn a_party_that_is_asked_for_twice_has_one_row() {
    let query = Query {
        parties: Some(vec![party("NO"), party("LT"), party("NO")]),
        ..Query::all(DELIVERED)
    };
    let table = table(&query, By::Party);
    assert_eq!(table.rows.len(), 2);
    assert_eq!(lows(&table), table.total.bounds().low);
}

#[test]
fn years_stand_in_order_and_what_is_not_split_last() {
    let told = |query: &Query| {
        let table = table(query, By::Year);
        rows(&table)
    };
    let of = |y, told: &str| (TotalRow::Year(year(y)), told.to_owned());
    let lump = (TotalRow::NotSplit, String::from("7"));
    assert_eq!(
        told(&Query::all(DELIVERED)),
        [of(2023, "10"), of(2024, "30"), lump.clone()]
    );
    let in_2024 = Query::all(DELIVERED).over(Span::Year(year(2024)));
    assert_eq!(told(&in_2024), [of(2024, "30")], "only what was asked for");
    let not_split = Query::all(DELIVERED).over(Span::NotSplit);
    assert_eq!(told(&not_split), [lump]);
}

#[test]
fn months_of_announcement_add_up_to_all_packages() {
    let table_of = |query: &Query| table(query, By::Month);
    let month = |y, m, told: &str| (TotalRow::Month(year(y), m), told.to_owned());
    let all = table_of(&Query::all(DELIVERED));
    let expected = [
        month(2023, 5, "10"),
        month(2024, 2, "27"),
        month(2024, 12, "10"),
    ];
    assert_eq!(rows(&all), expected);
    assert_eq!(lows(&all), all.total.bounds().low);
    let in_2023 = Query::all(DELIVERED).over(Span::Year(year(2023)));
    assert_eq!(rows(&table_of(&in_2023)), [month(2023, 5, "10")]);
}

#[test]
fn types_each_have_a_row_and_keep_to_the_rest_of_the_query() {
    let query = Query::all(DELIVERED).over(Span::Year(year(2024)));
    let found = rows(&table(&query, By::Type));
    let told = ["20", "10", "–", "–"].map(str::to_owned);
    let types = AidType::ALL.iter().map(|t| TotalRow::Type(*t));
    assert_eq!(found, types.zip(told).collect::<Vec<_>>());
}
