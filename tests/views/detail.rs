//! The detail of a party and its aid entries.

use pledgebook::ledger::{Query, Span};
use pledgebook::model::*;

use super::{TODAY, named, views, views_on};
use crate::laws::book::{Book, fulfils, party, sum, year};

const PLEDGED: Stage = Stage::Pledged;
const DELIVERED: Stage = Stage::Delivered;

fn lithuania() -> Book {
    let mut book = named();
    book.promises("lt-c01", PLEDGED, "0.25 %", "yearly").area = Area::MilitaryAssistance;
    book.promises("lt-c02", PLEDGED, "30 EUR", "lump 2024–2026")
        .area = Area::Reconstruction;
    let promise = book.promises("lt-c03", PLEDGED, "1 EUR", "2024");
    promise.area = Area::Cyber;
    promise.amount = None;
    let first = book.gives("lt-a01", DELIVERED, "50000000 EUR", "2024", "2024-07-01");
    fulfils(first, "lt-c01");
    book.gives("lt-a02", Stage::Allocated, "n/d", "2025", "2025-02-01");
    book
}

#[test]
fn money_stands_by_year_and_then_what_is_not_split_with_the_ledgers_own_numbers() {
    let views = views(&lithuania());
    let detail = views.detail(&party("LT"), TODAY).unwrap();
    let years: Vec<Option<Year>> = detail.money.iter().map(|row| row.year).collect();
    let promised: Vec<_> = (2024..=2033).map(|y| Some(year(y))).collect();
    assert_eq!(years, [promised, vec![None]].concat());

    let of_2024 = &detail.money[0];
    // 0.25 % of 80 bn.
    assert_eq!(sum(&of_2024.fulfilment.promised[0]), "200000000");
    let (arrived, ratio) = &of_2024.fulfilment.arrived[0];
    assert_eq!(arrived.stage(), DELIVERED);
    assert_eq!(ratio.unwrap().low.to_string(), "0.25");
    let stages: Vec<_> = of_2024.stages.iter().map(|t| (t.stage(), sum(t))).collect();
    let expected = ["200000000", "–", "–", "50000000", "–"].map(str::to_owned);
    let expected: Vec<_> = Stage::ALL.iter().copied().zip(expected).collect();
    assert_eq!(stages, expected);
    for row in &detail.money {
        let span = row.year.map_or(Span::NotSplit, Span::Year);
        for total in &row.stages {
            let query = Query::all(total.stage()).of(&party("LT")).over(span);
            assert_eq!(*total, views.ledger().total(&query));
        }
    }
    assert_eq!(sum(&detail.money[10].stages[0]), "30");
    assert_eq!(sum(&detail.all_time[3]), "50000000");
}

#[test]
fn there_is_no_row_of_what_is_not_split_where_nothing_is_in_it() {
    let mut book = named();
    book.gives("lt-a01", DELIVERED, "50 EUR", "2024", "2024-07-01");
    let detail = views(&book).detail(&party("LT"), TODAY).unwrap();
    let years: Vec<_> = detail.money.iter().map(|row| row.year).collect();
    assert_eq!(years, [Some(year(2024))]);
    let nothing = views(&book).detail(&party("NO"), TODAY).unwrap();
    assert!(nothing.money.is_empty());
    assert!(views(&book).detail(&party("XX"), TODAY).is_none());
}

#[test]
fn facts_tell_review_end_and_days_left_from_today() {
    let mut book = named();
    book.data
        .agreements
        .get_mut("lt-2024")
        .unwrap()
        .review_years = Some(5);
    let views = views(&book);
    let days = |today: &str| {
        let detail = views.detail(&party("LT"), today.parse().unwrap());
        detail.unwrap().agreements[0].days_left.unwrap()
    };
    let detail = views.detail(&party("LT"), TODAY).unwrap();
    let facts = &detail.agreements[0];
    assert_eq!(facts.review.unwrap().to_string(), "2029-06-27");
    assert_eq!(facts.expires.unwrap().to_string(), "2034-06-27");
    assert_eq!(days("2034-06-26"), 1);
    assert_eq!(days("2034-06-28"), -1);
}

#[test]
fn commitments_stand_by_area_and_only_those_with_money_have_a_sum() {
    let detail = views(&lithuania()).detail(&party("LT"), TODAY).unwrap();
    let areas: Vec<Area> = detail.commitments.iter().map(|group| group.area).collect();
    assert_eq!(
        areas,
        [Area::MilitaryAssistance, Area::Cyber, Area::Reconstruction]
    );
    let money: Vec<_> = detail
        .commitments
        .iter()
        .map(|group| group.rows[0].money.as_ref().map(sum))
        .collect();
    assert_eq!(money[1], None);
    assert_eq!(money[2].as_deref(), Some("30"));
}

#[test]
fn a_source_tells_which_records_cite_it_and_opens_at_the_phrase() {
    let mut book = lithuania();
    let from = book.source("lt-s01", "");
    let cite = Citation {
        source: Some(from),
        phrase: Some(Phrase(String::from("per cent"))),
        ..Citation::default()
    };
    book.data.commitments.get_mut("lt-c01").unwrap().cite = cite.clone();
    book.data.aid.get_mut("lt-a01").unwrap().figure.cite = cite;
    let detail = views(&book).detail(&party("LT"), TODAY).unwrap();
    let row = &detail.sources[0];
    assert_eq!(row.cited_by, ["lt-a01", "lt-c01"]);
    let link = detail.commitments[0].rows[0].link.as_deref();
    assert_eq!(link, Some("https://example.org/a#:~:text=per%20cent"));
    let problems: Vec<_> = detail
        .problems
        .iter()
        .map(|p| (p.record.as_str(), p.check))
        .collect();
    assert!(
        problems.contains(&("lt-c02", "source-missing")),
        "{problems:?}"
    );
    assert!(
        problems.contains(&("lt-s01", "source-undated")),
        "{problems:?}"
    );
    assert!(
        !problems.contains(&("lt-c01", "source-missing")),
        "{problems:?}"
    );
}

#[test]
fn aid_stands_latest_first_and_undated_last() {
    let mut book = named();
    for (id, day) in [
        ("lt-a01", "2024-07-01"),
        ("lt-a02", ""),
        ("lt-a03", "2025-02"),
        ("no-a01", "2025-01-01"),
    ] {
        book.gives(id, DELIVERED, "1 EUR", "2024", day);
    }
    let views = views(&book);
    let ids = |of: Option<&PartyId>| -> Vec<String> {
        let rows = views.aid(of);
        rows.iter().map(|row| row.entry.id.to_string()).collect()
    };
    assert_eq!(ids(None), ["lt-a03", "no-a01", "lt-a01", "lt-a02"]);
    assert_eq!(ids(Some(&party("LT"))), ["lt-a03", "lt-a01", "lt-a02"]);
    let rows = views.aid(Some(&party("LT")));
    assert_eq!(sum(rows[0].money.as_ref().unwrap()), "1");
}

#[test]
fn nothing_of_after_the_cut_off_is_in_the_detail() {
    let mut book = lithuania();
    let entry = |status, day: &str| StatusEntry {
        status,
        date: day.parse().unwrap(),
        summary: String::new(),
        cite: Citation::default(),
    };
    let promise = book.data.commitments.get_mut("lt-c01").unwrap();
    promise.status = vec![
        entry(Status::UnderWay, "2024-08-01"),
        entry(Status::Fulfilled, "2025-08-01"),
    ];
    let early = views_on(&book, "2024-12-31");
    let detail = early.detail(&party("LT"), TODAY).unwrap();
    let aid: Vec<_> = detail.aid.iter().map(|row| row.entry.id.as_str()).collect();
    assert_eq!(aid, ["lt-a01"]);
    let status = &detail.commitments[0].rows[0].commitment.status;
    assert_eq!(status.len(), 1);
    assert_eq!(status[0].status, Status::UnderWay);

    let before = views_on(&book, "2024-06-26");
    let detail = before.detail(&party("LT"), TODAY).unwrap();
    assert!(detail.agreements.is_empty() && detail.commitments.is_empty());
    assert!(detail.aid.is_empty() && detail.money.is_empty());
}
