//! The page of aid entries: narrowed, ordered, counted and summed.

use std::sync::Arc;

use pledgebook::ledger::ChosenSum;
use pledgebook::model::Stage::{Allocated, Delivered, Pledged};
use pledgebook::model::*;
use pledgebook::text::Lang;
use pledgebook::views::{
    Between, GivenIn, LedgerColumn, LedgerFilter, LedgerList, LedgerRequest, LedgerSort,
    RecordKind, Views,
};

use super::{named, views, views_on};
use crate::laws::book::{Book, money_id, party, sum};

fn book() -> Book {
    let mut book = named();
    book.gives("eu-a01", Delivered, "n/d", "2024", "2024-02-01");
    book.gives("lt-a01", Pledged, "100 EUR", "2024", "2024-01-01");
    let drones = book.gives("lt-a02", Pledged, "<=30 EUR", "2024", "2024-02");
    drones.summary = String::from("Dróny för luftvärn");
    drones.figure.as_reported = Some(String::from("will provide"));
    book.counts("lt-a03", Delivered, "500 EUR", "2022-02-24", "2024-06-27");
    book.gives("no-a01", Pledged, "120 NOK", "2024", "2025-03-01")
        .instrument = Instrument::Grant;
    book.gives("se-a01", Allocated, "50 SEK", "2024", "2024-05-01");
    book
}

fn sorts(columns: &[(LedgerColumn, bool)]) -> Vec<LedgerSort> {
    let of = |(column, descending): &(LedgerColumn, bool)| LedgerSort {
        column: *column,
        descending: *descending,
    };
    columns.iter().map(of).collect()
}

fn ids(views: &Views, list: &LedgerList) -> Vec<String> {
    let index = views.ledger_index();
    let rows = list.rows.iter();
    rows.map(|place| index.row(*place).unwrap().id.to_string())
        .collect()
}

#[track_caller]
fn ordered(columns: &[(LedgerColumn, bool)], lang: Lang, expected: &[&str]) {
    let views = views(&book());
    let request = LedgerRequest {
        sort: sorts(columns),
        lang,
        ..LedgerRequest::default()
    };
    let found = ids(&views, &views.ledger_list(&request));
    assert_eq!(found, expected, "{columns:?}");
}

#[test]
fn rows_stand_in_the_order_of_one_column_or_of_several() {
    use LedgerColumn::{Amount, Announced, Instrument, Party, Stage};
    ordered(
        &[],
        Lang::En,
        &["eu-a01", "lt-a01", "lt-a02", "lt-a03", "no-a01", "se-a01"],
    );
    ordered(
        &[(Announced, true)],
        Lang::En,
        &["no-a01", "lt-a03", "se-a01", "lt-a02", "eu-a01", "lt-a01"],
    );
    ordered(
        &[(Stage, true), (Announced, false)],
        Lang::En,
        &["eu-a01", "lt-a03", "se-a01", "lt-a01", "lt-a02", "no-a01"],
    );
    // What names no sum, or no shape, comes last whichever way round.
    ordered(
        &[(Amount, true)],
        Lang::En,
        &["lt-a03", "lt-a01", "no-a01", "se-a01", "lt-a02", "eu-a01"],
    );
    ordered(
        &[(Amount, false)],
        Lang::En,
        &["lt-a02", "se-a01", "no-a01", "lt-a01", "lt-a03", "eu-a01"],
    );
    ordered(
        &[(Instrument, true), (Party, true)],
        Lang::En,
        &["no-a01", "se-a01", "lt-a01", "lt-a02", "lt-a03", "eu-a01"],
    );
}

#[test]
fn parties_stand_in_the_order_of_their_names_in_either_language() {
    let by_name = [(LedgerColumn::Party, false)];
    ordered(
        &by_name,
        Lang::En,
        &["eu-a01", "lt-a01", "lt-a02", "lt-a03", "no-a01", "se-a01"],
    );
    ordered(
        &by_name,
        Lang::Uk,
        &["se-a01", "eu-a01", "lt-a01", "lt-a02", "lt-a03", "no-a01"],
    );
}

#[track_caller]
fn narrowed(filter: LedgerFilter, expected: &[&str]) {
    let views = views(&book());
    let told = format!("{filter:?}");
    let request = LedgerRequest {
        filter,
        ..LedgerRequest::default()
    };
    let found = ids(&views, &views.ledger_list(&request));
    assert_eq!(found, expected, "{told}");
}

fn with(change: impl FnOnce(&mut LedgerFilter)) -> LedgerFilter {
    let mut filter = LedgerFilter::default();
    change(&mut filter);
    filter
}

#[test]
fn columns_are_narrowed_by_words_values_and_spans() {
    narrowed(
        with(|f| f.stages = [Allocated, Delivered].into()),
        &["eu-a01", "lt-a03", "se-a01"],
    );
    narrowed(
        with(|f| {
            f.stages.insert(Pledged);
            f.parties.insert(party("LT"));
        }),
        &["lt-a01", "lt-a02"],
    );
    narrowed(
        with(|f| f.records = [RecordKind::RunningTotal].into()),
        &["lt-a03"],
    );
    let crowns: Currency = "NOK".parse().unwrap();
    narrowed(
        with(|f| f.given_in = [GivenIn::Currency(crowns), GivenIn::NoSum].into()),
        &["eu-a01", "no-a01"],
    );
    let words = |text: &str| {
        with(|f| {
            f.words.insert(LedgerColumn::Summary, text.to_owned());
        })
    };
    narrowed(words("LUFTVARN drony"), &["lt-a02"]);
    let month = "2024-02".parse().ok();
    narrowed(
        with(|f| {
            f.announced = Between {
                from: month,
                to: month,
            }
        }),
        &["eu-a01", "lt-a02"],
    );
    // It may be twenty; what names no sum may be anything, and is not meant.
    let between = Between {
        from: Some(20.into()),
        to: Some(90.into()),
    };
    narrowed(with(|f| f.amount = between), &["lt-a02"]);
}

#[test]
fn the_search_looks_into_every_column_in_both_languages() {
    let find = |words: &str| with(|f| f.find = words.to_owned());
    narrowed(find("will PROVIDE"), &["lt-a02"]);
    narrowed(find("норвег"), &["no-a01"]);
    narrowed(find("osterreich"), &["se-a01"]);
    narrowed(find("lithuania delivered"), &["lt-a03"]);
    narrowed(find("no such words"), &[]);
}

#[test]
fn the_rows_can_keep_to_the_parties_of_the_country_list() {
    let views = views(&book());
    let mut request = LedgerRequest {
        filter: with(|f| f.listed = true),
        listed: Some([party("NO"), party("SE")].into()),
        ..LedgerRequest::default()
    };
    let found = ids(&views, &views.ledger_list(&request));
    assert_eq!(found, ["no-a01", "se-a01"]);
    request.listed = Some([].into());
    assert!(views.ledger_list(&request).rows.is_empty());
    // Where the list shows all, so does the table.
    request.listed = None;
    assert_eq!(views.ledger_list(&request).rows.len(), 6);
}

#[test]
fn a_choice_says_how_many_rows_it_would_leave_with_the_other_columns_as_they_are() {
    let views = views(&book());
    let request = LedgerRequest {
        filter: with(|f| {
            f.stages.insert(Pledged);
            f.parties.insert(party("LT"));
        }),
        ..LedgerRequest::default()
    };
    let counts = views.ledger_list(&request).counts.clone();
    // Of Lithuania; pledged; both.
    let stages: Vec<_> = counts.stages.into_iter().collect();
    assert_eq!(stages, [(Pledged, 2), (Delivered, 1)]);
    let parties: Vec<_> = counts.parties.into_iter().collect();
    assert_eq!(parties, [(party("LT"), 2), (party("NO"), 1)]);
    assert_eq!(counts.records.get(&RecordKind::Package), Some(&2));
}

#[test]
fn what_was_announced_after_the_cut_off_is_not_shown_but_counted_as_hidden() {
    let views = views_on(&book(), "2024-03-01");
    let all = views.ledger_list(&LedgerRequest::default());
    assert_eq!(ids(&views, &all), ["eu-a01", "lt-a01", "lt-a02"]);
    assert_eq!(views.ledger_index().beyond_cutoff(), 3);
}

#[test]
fn the_rows_have_a_sum_where_they_are_of_one_stage() {
    let mut book = book();
    book.gives("lt-a04", Pledged, "10 EUR", "2024", "2024-02-02")
        .part_of = Some(money_id("lt-a01"));
    let views = views(&book);
    let mut request = LedgerRequest::default();
    let all = views.ledger_list(&request).sum.clone();
    let expected = [(Pledged, 4), (Allocated, 1), (Delivered, 2)];
    assert_eq!(all.sum, ChosenSum::SeveralStages(expected.into()));
    request.filter.stages.insert(Pledged);
    let pledged = views.ledger_list(&request).sum.clone();
    let ChosenSum::Sum(total) = &pledged.sum else {
        panic!("{pledged:?}");
    };
    assert_eq!(sum(total), "110…140");
    assert_eq!((pledged.running_totals, pledged.left_out), (0, 1));
    request.filter.stages = [Delivered].into();
    let delivered = views.ledger_list(&request).sum.clone();
    assert_eq!((delivered.entries, delivered.running_totals), (2, 1));
}

#[test]
fn the_same_question_is_answered_once() {
    let views = views(&book());
    let request = LedgerRequest::default();
    let (first, again) = (views.ledger_list(&request), views.ledger_list(&request));
    assert!(Arc::ptr_eq(&first, &again));
}
