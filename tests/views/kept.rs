//! Views are made once and had again when the reader goes back.

use std::rc::Rc;
use std::sync::Arc;

use pledgebook::ledger::Ledger;
use pledgebook::model::*;
use pledgebook::views::{ChartKind, ChartRequest, Measure, PartyFilter, ViewCache};

use super::{TODAY, named};
use crate::laws::book::party;

const MEASURE: Measure = Measure {
    stage: Stage::Pledged,
    aid_type: None,
};

fn request(stage: Stage) -> ChartRequest {
    ChartRequest {
        kind: ChartKind::Ranked,
        stage,
        aid_type: None,
        year: None,
        parties: None,
        ..ChartRequest::default()
    }
}

#[test]
fn the_same_question_has_the_same_answer_without_counting_again() {
    let book = named();
    let (cache, data) = (ViewCache::<u64>::default(), Arc::new(book.data.clone()));
    let views = cache.at(1, &data, &book.assumptions());
    let list = views.parties(MEASURE, &PartyFilter::default());
    let chart = views.chart(&request(Stage::Pledged));
    let detail = views.detail(&party("LT"), TODAY).unwrap();
    views.chart(&request(Stage::Delivered));
    views.detail(&party("NO"), TODAY);

    let again = cache.at(1, &data, &book.assumptions());
    assert!(Rc::ptr_eq(&views, &again));
    let filter = PartyFilter::default();
    assert!(Arc::ptr_eq(&list, &again.parties(MEASURE, &filter)));
    assert!(Arc::ptr_eq(&chart, &again.chart(&request(Stage::Pledged))));
    let back = again.detail(&party("LT"), TODAY).unwrap();
    assert!(Arc::ptr_eq(&detail, &back));
}

#[test]
fn another_revision_or_assumption_is_counted_anew_and_the_way_back_is_not() {
    let book = named();
    let (cache, data) = (ViewCache::<u64>::default(), Arc::new(book.data.clone()));
    let first = cache.at(1, &data, &book.assumptions());
    let mut in_dollars = book.assumptions();
    in_dollars.currency = Currency::USD;
    let other = cache.at(1, &data, &in_dollars);
    assert_eq!(other.ledger().assumptions().currency, Currency::USD);
    assert!(!Rc::ptr_eq(
        &first,
        &cache.at(2, &data, &book.assumptions())
    ));
    assert!(Rc::ptr_eq(&first, &cache.at(1, &data, &book.assumptions())));
    assert!(Rc::ptr_eq(&other, &cache.at(1, &data, &in_dollars)));
}

#[test]
fn a_ledger_made_elsewhere_is_taken_in() {
    let book = named();
    let cache = ViewCache::<u64>::default();
    assert!(cache.kept(1, &book.assumptions()).is_none());
    let ledger = Arc::new(Ledger::new(Arc::new(book.data.clone()), book.assumptions()));
    let views = cache.of(1, &ledger);
    assert!(Arc::ptr_eq(views.ledger(), &ledger));
    let kept = cache.kept(1, &book.assumptions()).unwrap();
    assert!(Rc::ptr_eq(&views, &kept));
}

#[test]
fn only_the_last_books_and_answers_are_kept() {
    let book = named();
    let (cache, data) = (ViewCache::<u64>::default(), Arc::new(book.data.clone()));
    let first = cache.at(1, &data, &book.assumptions());
    let chart = first.chart(&request(Stage::Pledged));
    for y in 0..30 {
        let y = Some(Year::new(2000 + y).unwrap());
        let asked = ChartRequest {
            year: y,
            ..request(Stage::Pledged)
        };
        first.chart(&asked);
    }
    let again = first.chart(&request(Stage::Pledged));
    assert!(
        !Arc::ptr_eq(&chart, &again),
        "made anew after thirty others"
    );
    for revision in 2..10 {
        cache.at(revision, &data, &book.assumptions());
    }
    assert!(cache.kept(1, &book.assumptions()).is_none());
    assert!(cache.kept(9, &book.assumptions()).is_some());
}
