//! What stands beside the marks of charts.

use pledgebook::exchange::picture::Shape;
use pledgebook::exchange::picture::layout::scene;
use pledgebook::exchange::picture::words::Words;
use pledgebook::model::*;
use pledgebook::text::{Lang, Texts};
use pledgebook::views::{ChartKind, ChartMark, chart};

use super::charts::of;
use super::layout::{bundled, frames};
use crate::common::user::plain;

#[test]
fn a_promise_alone_in_its_year_has_its_sum_written() {
    let ledger = bundled();
    let chart = chart(&ledger, &of(ChartKind::Promises, Stage::Pledged));
    for lang in [Lang::En, Lang::Uk] {
        let frame = &frames()[6].1;
        let scene = scene(&chart, &ledger, Texts::new(lang), frame);
        for (at, mark) in chart.marks.iter().enumerate() {
            let of =
                |other: &ChartMark| (other.party.as_ref().map(|(id, _)| id.clone()), other.when);
            let beside = chart.marks.iter().filter(|other| of(other) == of(mark));
            let mut own = scene.items.iter().filter(|item| item.mark == Some(at));
            let has_text = own.any(|item| matches!(item.shape, Shape::Text { .. }));
            let told = Words::new(&chart, &ledger, Texts::new(lang)).value(&mark.value);
            assert!(has_text || beside.count() > 1, "{told}: {:?}", of(mark));
        }
    }
}

#[test]
fn what_is_little_is_never_told_as_zero() {
    let ledger = bundled();
    for kind in ChartKind::ALL {
        let chart = chart(&ledger, &of(kind, Stage::Allocated));
        for lang in [Lang::En, Lang::Uk] {
            let words = Words::new(&chart, &ledger, Texts::new(lang));
            for mark in chart.marks.iter().filter(|mark| !mark.value.low.is_zero()) {
                let told = words.value(&mark.value);
                let digits = told.chars().filter(char::is_ascii_digit);
                let is_zero = digits.clone().count() > 0 && digits.clone().all(|sign| sign == '0');
                assert!(!is_zero, "{kind:?}: {told} is {}", mark.value.low);
            }
        }
    }
}

#[test]
fn a_promise_of_which_nothing_is_known_to_have_arrived_says_so() {
    let ledger = bundled();
    let mut asked = of(ChartKind::PromisedAgainstArrived, Stage::Allocated);
    asked.year = Year::new(2024).ok();
    let chart = chart(&ledger, &asked);
    let words = Words::new(&chart, &ledger, Texts::new(Lang::En));
    let label = |party: &str| {
        let mut marks = chart.marks.iter();
        let of = |mark: &&ChartMark| {
            mark.party
                .as_ref()
                .is_some_and(|(id, _)| id.as_str() == party)
        };
        plain(&words.label(marks.find(of).unwrap()))
    };
    assert_eq!(label("JP"), "– of €4.16 bn");
    assert_eq!(label("LT"), "18 % · €35 m of €196 m (1 n/d)");
}

#[test]
fn a_title_leaves_to_the_note_what_is_not_in_the_sum() {
    let ledger = bundled();
    let chart = chart(&ledger, &of(ChartKind::OverTime, Stage::Allocated));
    let words = Words::new(&chart, &ledger, Texts::new(Lang::En));
    let title = plain(&words.finding());
    assert!(title.contains("≈ ≥ €") && !title.contains('('), "{title}");
}
