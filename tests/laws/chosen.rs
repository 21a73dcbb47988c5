//! The sum of entries that somebody picked out of a table, under the rules of counting.

use pledgebook::ledger::{ChosenSum, Query, Reason, StagedTotal};
use pledgebook::model::Stage::{Delivered, Pledged};
use pledgebook::model::*;

use super::book::{Book, fulfils, money_id, party, reason, sum};

fn picked(book: &Book, ids: &[&str]) -> ChosenSum {
    let ids: Vec<AidId> = ids.iter().map(|id| AidId::new(id).unwrap()).collect();
    book.ledger().chosen(&ids)
}

#[track_caller]
fn total(book: &Book, ids: &[&str]) -> StagedTotal {
    let sum = match picked(book, ids) {
        ChosenSum::Sum(total) => Some(total),
        ChosenSum::Nothing | ChosenSum::SeveralStages(_) => None,
    };
    sum.unwrap()
}

/// A whole with a part, a package, a running total, what arrived, and Norway's.
fn book() -> Book {
    let mut book = Book::new();
    book.gives("lt-a01", Pledged, "100 EUR", "2024", "2024-01-01");
    book.gives("lt-a02", Pledged, "30 EUR", "2024", "2024-02-01")
        .part_of = Some(money_id("lt-a01"));
    book.gives("lt-a03", Pledged, ">=5 EUR", "2024", "2024-03-01");
    book.gives("lt-a04", Pledged, "n/d", "2024", "2024-03-02");
    book.counts("lt-a05", Pledged, "500 EUR", "2022-02-24", "2024-06-27");
    book.gives("lt-a06", Delivered, "7 EUR", "2024", "2024-03-01");
    book.gives("no-a01", Pledged, "120 NOK", "2024", "2024-03-01");
    book
}

#[test]
fn entries_of_several_stages_have_no_sum() {
    let several = picked(&book(), &["lt-a01", "lt-a03", "lt-a06"]);
    let expected = ChosenSum::SeveralStages(vec![(Pledged, 2), (Delivered, 1)]);
    assert_eq!(several, expected);
    assert_eq!(picked(&book(), &[]), ChosenSum::Nothing);
    assert_eq!(picked(&book(), &["lt-a99"]), ChosenSum::Nothing);
}

#[test]
fn bounds_add_and_what_names_no_sum_is_counted() {
    let all = total(&book(), &["lt-a01", "lt-a03", "lt-a04"]);
    assert_eq!(sum(&all), "105… +1 n/d");
    // Named twice, it counts once.
    assert_eq!(sum(&total(&book(), &["lt-a06", "lt-a06"])), "7");
}

#[test]
fn a_part_counts_only_where_its_whole_was_not_picked() {
    let book = book();
    assert_eq!(sum(&total(&book, &["lt-a02"])), "30");
    let both = total(&book, &["lt-a01", "lt-a02"]);
    assert_eq!(sum(&both), "100");
    let expected = Reason::PartOf(money_id("lt-a01"));
    assert_eq!(reason(&both, "lt-a02"), Some(expected));
    assert_eq!(both.left_out(), (0, 1));
}

#[test]
fn running_totals_are_never_added_and_said_to_be_left_out() {
    let book = book();
    let mixed = total(&book, &["lt-a03", "lt-a05"]);
    assert_eq!(sum(&mixed), "5…");
    assert_eq!(reason(&mixed, "lt-a05"), Some(Reason::RunningTotal));
    assert_eq!(mixed.left_out(), (1, 0));
    // Nor does one alone become a sum: it is no flow.
    assert_eq!(sum(&total(&book, &["lt-a05"])), "–");
}

#[test]
fn money_that_another_entry_carries_does_not_count_whatever_was_picked() {
    let mut book = book();
    book.gives("eu-a01", Pledged, "60 EUR", "2024", "2024-03-01");
    book.gives("lt-a07", Pledged, "20 EUR", "2024", "2024-03-01")
        .counted_in = Some(money_id("eu-a01"));
    book.gives("lt-a08", Pledged, "9 EUR", "2024", "2024-03-01")
        .joint = true;
    let alone = total(&book, &["lt-a07", "lt-a08"]);
    assert_eq!(sum(&alone), "–");
    assert_eq!(alone.left_out(), (0, 2));
    assert_eq!(sum(&total(&book, &["lt-a07", "eu-a01"])), "60");
}

#[test]
fn a_restatement_counts_where_what_it_restates_was_not_picked() {
    let mut book = book();
    book.gives("lt-a07", Pledged, "100 EUR", "2024", "2024-04-01")
        .same_as = Some(money_id("lt-a01"));
    assert_eq!(sum(&total(&book, &["lt-a07"])), "100");
    assert_eq!(sum(&total(&book, &["lt-a01", "lt-a07"])), "100");
}

#[test]
fn what_was_replaced_does_not_count() {
    let mut book = book();
    book.gives("lt-a07", Pledged, "140 EUR", "2024", "2024-05-01")
        .supersedes = vec![money_id("lt-a01")];
    let both = total(&book, &["lt-a01", "lt-a07"]);
    assert_eq!(sum(&both), "140");
    assert_eq!(sum(&total(&book, &["lt-a01"])), "–");
}

#[test]
fn an_entry_that_fulfils_a_promise_counts_as_the_promise_is_no_entry() {
    let mut book = book();
    book.promises("lt-2024-c01", Pledged, "80 EUR", "2024");
    let entry = book.gives("lt-a07", Pledged, "8 EUR", "2024", "2024-04-01");
    fulfils(entry, "lt-2024-c01");
    assert_eq!(sum(&total(&book, &["lt-a07"])), "8");
}

#[test]
fn the_sum_over_parties_is_that_of_its_figures_to_the_cent() {
    let all = total(&book(), &["lt-a01", "lt-a02", "lt-a03", "lt-a05", "no-a01"]);
    // 120 crowns at twelve to the euro.
    assert_eq!(sum(&all), "115…");
    let leaves = all.derivation().leaves();
    let low: rust_decimal::Decimal = leaves.iter().map(|(_, bounds)| bounds.low).sum();
    assert_eq!(low, all.bounds().low);
    assert_eq!(all.left_out(), (1, 1));
}

#[test]
fn all_packages_of_a_party_come_to_what_the_party_gave() {
    let mut book = book();
    book.data.aid.remove("lt-a05");
    let ledger = book.ledger();
    let of_lithuania = book
        .data
        .aid
        .values()
        .filter(|aid| aid.party == party("LT"));
    let pledged = of_lithuania.filter(|aid| aid.stage == Pledged);
    let ChosenSum::Sum(picked) = ledger.chosen(pledged.map(|aid| &aid.id)) else {
        panic!("there is no sum");
    };
    let whole = ledger.total(&Query::all(Pledged).of(&party("LT")));
    assert_eq!(picked.bounds(), whole.bounds());
}

#[test]
fn a_record_comes_to_the_same_with_its_tree_and_without() {
    let book = book();
    let ledger = book.ledger();
    for id in book.data.aid.keys().map(MoneyId::from) {
        let whole = ledger.record(&id).map(|total| *total.bounds());
        assert_eq!(ledger.record_bounds(&id), whole, "{id}");
    }
}
