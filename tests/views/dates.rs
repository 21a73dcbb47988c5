//! The page of dates.

use pledgebook::model::{
    Citation, CommitmentId, MoneyId, PartialDate, Quantity, QuantityForm, Stage, Status,
    StatusEntry,
};
use pledgebook::views::{DateFilter, DateKind, DateOrder, Standing};
use rust_decimal::Decimal;

use super::{TODAY, views, views_on};
use crate::laws::book::{Book, fulfils, party, year};

/// Lithuania promises for three years, of which the first has arrived in part; its agreement is to be
/// reviewed. Norway promises a lump, Sweden nothing that is money.
fn book() -> Book {
    let mut book = Book::new();
    book.promises("lt-c01", Stage::Pledged, "100 EUR", "2024–2026");
    book.promises("no-c01", Stage::Pledged, "100 NOK", "lump 2024–2027");
    let entry = book.gives("lt-a01", Stage::Delivered, "40 EUR", "2024", "2024-08-01");
    fulfils(entry, "lt-c01");
    let entry = book.gives("lt-a02", Stage::Delivered, "100 EUR", "2025", "2025-08-01");
    fulfils(entry, "lt-c01");
    let agreement = book.data.agreements.get_mut("lt-2024").unwrap();
    agreement.review_years = Some(1);
    agreement.notice_months = Some(6);
    book
}

/// Date, kind, record and standing of the rows.
fn rows(book: &Book, filter: &DateFilter) -> Vec<(String, DateKind, String, Standing)> {
    let views = views(book);
    let (index, list) = (views.dates(TODAY), views.date_list(TODAY, filter));
    let rows = list.rows.iter().map(|place| index.at(*place).unwrap());
    rows.map(|row| (row.date.to_string(), row.kind, row.record.clone(), row.when))
        .collect()
}

fn of(id: &str) -> DateFilter {
    DateFilter {
        party: Some(party(id)),
        order: DateOrder::Date,
        ..DateFilter::default()
    }
}

#[test]
fn reviews_ends_and_promised_years_stand_in_order_of_time() {
    let found = rows(&book(), &of("LT"));
    let row =
        |date: &str, kind, record: &str, when| (date.to_owned(), kind, record.to_owned(), when);
    assert_eq!(
        found,
        [
            row("2024-12-31", DateKind::Year, "lt-c01", Standing::Overdue),
            row("2025-06-27", DateKind::Review, "lt-2024", Standing::Past),
            row("2025-12-31", DateKind::Year, "lt-c01", Standing::Past),
            row("2026-12-31", DateKind::LastYear, "lt-c01", Standing::Coming),
            row("2034-06-27", DateKind::End, "lt-2024", Standing::Coming),
        ]
    );
}

#[test]
fn days_are_counted_from_today_and_the_end_tells_the_notice() {
    let views = views(&book());
    let (index, list) = (views.dates(TODAY), views.date_list(TODAY, &of("LT")));
    let all: Vec<_> = list
        .rows
        .iter()
        .map(|place| index.at(*place).unwrap())
        .collect();
    assert_eq!(all[3].days, 305);
    assert_eq!(all[0].days, -425);
    let notice: Vec<_> = all.iter().map(|row| row.notice_months).collect();
    assert_eq!(notice, [None, None, None, None, Some(6)]);
    let ratio = all[0].arrived().unwrap();
    assert_eq!(ratio.low, Decimal::new(4, 1));
}

#[test]
fn that_nothing_is_recorded_is_no_sign_that_nothing_arrived() {
    let mut book = book();
    book.data.aid.clear();
    assert_eq!(rows(&book, &of("LT"))[0].3, Standing::Past);
}

#[test]
fn a_sum_over_several_years_closes_once_at_their_end() {
    let found = rows(&book(), &of("NO"));
    let closing = (
        "2027-12-31".to_owned(),
        DateKind::LastYear,
        "no-c01".to_owned(),
        Standing::Coming,
    );
    assert!(found.contains(&closing), "{found:?}");
    assert_eq!(found.iter().filter(|row| row.2 == "no-c01").count(), 1);
}

#[test]
fn a_status_says_more_than_a_sum() {
    let mut book = book();
    let status = |of, date: &str| StatusEntry {
        status: of,
        date: date.parse::<PartialDate>().unwrap(),
        summary: String::new(),
        cite: Citation::default(),
    };
    let promise = book.data.commitments.get_mut("lt-c01").unwrap();
    promise.status.push(status(Status::Fulfilled, "2025-06-01"));
    let first = rows(&book, &of("LT")).remove(0);
    assert_eq!(first.3, Standing::Past);
    let promise = book.data.commitments.get_mut("lt-c01").unwrap();
    promise.status.push(status(Status::Broken, "2026-01-15"));
    let third = rows(&book, &of("LT")).remove(2);
    assert_eq!(third.3, Standing::Overdue);
}

#[test]
fn goods_stand_on_the_last_day_of_their_year_and_no_sum_is_never_overdue() {
    let mut book = book();
    book.promises("se-c01", Stage::Pledged, "n/d", "2024");
    let goods = book.promises("se-c02", Stage::Pledged, "n/d", "");
    goods.amount = None;
    goods.quantity = Some(Quantity {
        value: Decimal::from(14),
        unit: "aircraft".to_owned(),
        form: QuantityForm::Exact,
        by: Some(year(2025)),
    });
    let found = rows(&book, &of("SE"));
    let row = |record: &str| found.iter().find(|row| row.2 == record).unwrap().clone();
    assert_eq!(
        (row("se-c01").0.as_str(), row("se-c01").3),
        ("2024-12-31", Standing::Past)
    );
    assert_eq!(
        (row("se-c02").0.as_str(), row("se-c02").3),
        ("2025-12-31", Standing::Past)
    );
}

#[test]
fn what_restates_another_commitment_closes_with_that() {
    let mut book = book();
    let again = book.promises("lt-c02", Stage::Pledged, "100 EUR", "2024–2026");
    again.same_as = Some(MoneyId::from(&CommitmentId::new("lt-c01").unwrap()));
    assert!(rows(&book, &of("LT")).iter().all(|row| row.2 != "lt-c02"));
}

#[test]
fn what_was_signed_after_the_cut_off_is_not_there() {
    let views = views_on(&book(), "2024-01-01");
    assert!(views.dates(TODAY).is_empty());
    let views = views_on(&book(), "2024-07-01");
    let index = views.dates(TODAY);
    assert!(!index.is_empty());
    // What arrived later is not known yet.
    let list = views.date_list(TODAY, &of("LT"));
    let first = index.at(list.rows[0]).unwrap();
    assert!(first.arrived().is_none());
    let views = views_on(&book(), "2024-09-01");
    let list = views.date_list(TODAY, &of("LT"));
    let index = views.dates(TODAY);
    let first = index.at(list.rows[0]).unwrap();
    // The year had not closed yet: that it fell short nobody could know.
    assert!(first.arrived().is_some());
    assert_eq!(first.when, Standing::Past);
}

#[test]
fn each_choice_tells_how_many_it_would_leave() {
    let views = views(&book());
    let overdue = DateFilter {
        when: Some(Standing::Past),
        ..DateFilter::default()
    };
    let list = views.date_list(TODAY, &overdue);
    let whens: Vec<_> = list.whens.clone();
    // What is overdue is past as well.
    assert_eq!(whens[1], (Standing::Past, list.rows.len()));
    assert_eq!(whens[2], (Standing::Overdue, 1));
    let kinds: usize = list.kinds.iter().map(|(_, count)| count).sum();
    assert_eq!(kinds, list.rows.len());
    let parties: usize = list.parties.iter().map(|(_, count)| count).sum();
    assert_eq!(parties, list.rows.len());
}

#[test]
fn what_comes_stands_first_the_nearest_on_top_and_what_is_past_below() {
    let nearest = DateFilter {
        order: DateOrder::Nearest,
        ..of("LT")
    };
    let dates: Vec<String> = rows(&book(), &nearest)
        .into_iter()
        .map(|row| row.0)
        .collect();
    let wanted = [
        "2026-12-31",
        "2034-06-27",
        "2025-12-31",
        "2025-06-27",
        "2024-12-31",
    ];
    assert_eq!(dates, wanted);
}

#[test]
fn the_order_of_the_rows_leaves_the_order_of_time_as_it_is() {
    let views = views(&book());
    let by_arrived = DateFilter {
        order: DateOrder::Arrived,
        descending: true,
        ..of("LT")
    };
    let (index, list) = (views.dates(TODAY), views.date_list(TODAY, &by_arrived));
    let first = index.at(list.rows[0]).unwrap();
    assert_eq!(first.date.to_string(), "2025-12-31");
    let first = index.at(list.by_time[0]).unwrap();
    assert_eq!(first.date.to_string(), "2024-12-31");
}

#[test]
fn parties_stand_in_the_order_of_the_readers_alphabet() {
    let mut book = book();
    book.promises("se-c01", Stage::Pledged, "100 SEK", "lump 2024–2027");
    for (id, en, uk) in [
        ("SE", "United Kingdom", "Велика Британія"),
        ("LT", "European Union", "Європейський Союз"),
        ("NO", "Norway", "Норвегія"),
    ] {
        let party = book.data.parties.get_mut(id).unwrap();
        (party.name.en, party.name.uk) = (en.to_owned(), uk.to_owned());
    }
    let views = views(&book);
    let order = |ukrainian: bool| {
        let filter = DateFilter {
            order: DateOrder::Party,
            ukrainian,
            ..DateFilter::default()
        };
        let (index, list) = (views.dates(TODAY), views.date_list(TODAY, &filter));
        let rows = list.rows.iter().map(|place| index.at(*place).unwrap());
        let mut parties: Vec<String> = rows.map(|row| row.party.to_string()).collect();
        parties.dedup();
        parties.retain(|id| ["SE", "LT", "NO"].contains(&id.as_str()));
        parties
    };
    assert_eq!(order(false), ["LT", "NO", "SE"]);
    // Є stands behind В, and not before А as its code does.
    assert_eq!(order(true), ["SE", "LT", "NO"]);
}
