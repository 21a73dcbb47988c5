//! Every kind of chart of the dataset that comes with the program.

use std::collections::BTreeSet;

use pledgebook::ledger::{Assumptions, Exclusion, Ledger, Query, Reason};
use pledgebook::model::*;
use pledgebook::session::Session;
use pledgebook::views::{Chart, ChartKind, ChartRequest, Part, chart};
use rust_decimal::Decimal;

use super::charts::of;

fn bundled() -> Ledger {
    let session = Session::sample();
    let assumptions = Assumptions::of(session.dataset());
    Ledger::new(std::sync::Arc::clone(session.dataset()), assumptions)
}

fn lows<'a>(marks: impl Iterator<Item = &'a pledgebook::views::ChartMark>) -> Decimal {
    marks.map(|mark| mark.value.low).sum()
}

fn parties(chart: &Chart) -> BTreeSet<&PartyId> {
    let marks = chart.marks.iter().filter_map(|mark| mark.party.as_ref());
    marks.map(|(id, _)| id).collect()
}

#[test]
fn the_bars_of_every_stage_come_to_the_ledgers_total() {
    let ledger = bundled();
    for &stage in Stage::ALL {
        let total = ledger.total(&Query::all(stage));
        let ranked = chart(&ledger, &of(ChartKind::Ranked, stage));
        assert_eq!(lows(ranked.marks.iter()), total.bounds().low);
        for kind in [ChartKind::ByType, ChartKind::ByInstrument] {
            let stacked = chart(&ledger, &of(kind, stage));
            assert_eq!(stacked.total.as_ref(), Some(&total));
            let rows: Decimal = stacked.rows.iter().map(|row| row.total.bounds().low).sum();
            assert_eq!(rows, total.bounds().low);
            let over: Decimal = stacked.rows.iter().map(|row| row.parts_exceed).sum();
            assert_eq!(lows(stacked.marks.iter()), total.bounds().low + over);
        }
    }
}

#[test]
fn all_parties_with_a_row_are_told_beside_those_without() {
    let ledger = bundled();
    let all = ledger.dataset().parties.len();
    for kind in [
        ChartKind::Ranked,
        ChartKind::ByType,
        ChartKind::PercentOfGdp,
        ChartKind::PerHead,
        ChartKind::PromisedAgainstArrived,
        ChartKind::Multiples,
        ChartKind::Share,
        ChartKind::Promises,
    ] {
        let chart = chart(&ledger, &of(kind, Stage::Allocated));
        let shown = parties(&chart).len();
        assert!(shown > 0, "{kind:?}");
        let without = chart.nothing_recorded + chart.without_divisor;
        assert_eq!(shown + without, all, "{kind:?}");
    }
}

#[test]
fn what_the_united_states_reported_and_nobody_itemised_is_told() {
    let ledger = bundled();
    let by_type = chart(&ledger, &of(ChartKind::ByType, Stage::Allocated));
    let first = &by_type.rows[0];
    assert_eq!(first.party.as_ref().unwrap().0.as_str(), "US");
    let rest = by_type
        .marks
        .iter()
        .find(|mark| mark.part == Some(Part::NotItemised));
    let rest = rest.unwrap();
    assert_eq!(rest.party, first.party);
    assert!(rest.value.low * Decimal::TWO > first.total.bounds().low);
}

#[test]
fn shares_are_a_hundred_per_cent_together() {
    let ledger = bundled();
    for &stage in Stage::ALL {
        let shares = chart(&ledger, &of(ChartKind::Share, stage));
        let sum = lows(shares.marks.iter());
        let off = (sum - Decimal::ONE_HUNDRED).abs();
        assert!(off < Decimal::new(1, 4), "{stage:?}: {sum}");
    }
}

#[test]
fn a_line_of_all_ends_at_the_sum_of_the_lines_of_each() {
    let ledger = bundled();
    for &stage in Stage::ALL {
        let line = chart(&ledger, &of(ChartKind::OverTime, stage));
        let many = chart(&ledger, &of(ChartKind::Multiples, stage));
        let last = |marks: &[pledgebook::views::ChartMark]| {
            let packages = marks.iter().rfind(|mark| !mark.running_total);
            packages.map_or(Decimal::ZERO, |mark| mark.value.low)
        };
        let each = many.marks.chunk_by(|a, b| a.party == b.party);
        let ends: Decimal = each.map(last).sum();
        assert_eq!(last(&line.marks), ends, "{stage:?}");
        assert_eq!((line.thinned, many.thinned), (0, 0));
    }
}

#[test]
fn the_trees_of_a_chart_tell_of_every_record_that_its_marks_hold() {
    let ledger = bundled();
    for kind in ChartKind::ALL {
        let chart = chart(&ledger, &of(kind, Stage::Allocated));
        let trees = chart.trees(&ledger);
        let mut told: BTreeSet<MoneyId> = trees.iter().flat_map(|tree| tree.records()).collect();
        let below = trees.iter().flat_map(|tree| &tree.children);
        for tree in trees.iter().map(|tree| &**tree).chain(below) {
            let inside = |of: &&Exclusion| matches!(of.reason, Reason::PartOf(_));
            let left_out = tree.excluded.iter().filter(inside);
            told.extend(left_out.map(|of| of.record.clone()));
        }
        for mark in &chart.marks {
            let tree = mark.derivation.of(&ledger);
            let untold: Vec<_> = tree
                .records()
                .into_iter()
                .filter(|id| !told.contains(id))
                .collect();
            assert!(untold.is_empty(), "{kind:?}: {untold:?}");
        }
    }
}

#[test]
fn nothing_is_charted_of_before_anything_was_known() {
    let session = Session::sample();
    let assumptions = Assumptions {
        cutoff: "2014-01-01".parse().ok(),
        ..Assumptions::of(session.dataset())
    };
    let ledger = Ledger::new(std::sync::Arc::clone(session.dataset()), assumptions);
    for kind in ChartKind::ALL {
        for &stage in Stage::ALL {
            let request = ChartRequest {
                year: Year::new(2024).ok(),
                ..of(kind, stage)
            };
            let chart = chart(&ledger, &request);
            assert!(chart.marks.is_empty() && chart.rows.is_empty(), "{kind:?}");
            assert_eq!((chart.running_totals, chart.thinned), (0, 0));
        }
    }
}
