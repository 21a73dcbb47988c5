//! What holds of every chart of every book.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use pledgebook::ledger::{Assumptions, Bounds, Ledger, Query, Span};
use pledgebook::model::*;
use pledgebook::views::{Chart, ChartKind, ChartOrder, ChartRequest, ChartUnit, Part, chart};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::laws::book::{Book, party, year};
use crate::laws::properties::{Draw, book, draws};

/// The same book with types and instruments of all kinds, populations, and a key of the EU's money.
fn varied(draws: &[Draw]) -> Book {
    let mut book = book(draws);
    for (at, entry) in book.data.aid.values_mut().enumerate() {
        entry.aid_type = AidType::ALL[at % 4];
        entry.instrument = Instrument::ALL[at * 5 % 6];
        if at % 3 == 0 {
            let mut figure = entry.figure.clone();
            let double = |m: Money| Money::new(m.value() * Decimal::TWO, m.currency()).unwrap();
            if let AmountForm::Exact(money) = figure.amount.form {
                figure.amount.form = AmountForm::UpTo(double(money));
            }
            entry.other_figures.push(OtherFigure {
                figure,
                why_not_preferred: None,
            });
        }
    }
    book.data.parties.get_mut("EU").unwrap().kind = PartyKind::Union;
    let id = SeriesId::new("eu-key").unwrap();
    let shares = [("LT", "0.1"), ("SE", "0.37")];
    let shares = shares.map(|(id, share)| (party(id), share.parse().unwrap()));
    let key = EuShares {
        id: id.clone(),
        title: String::from("A key"),
        vintage: String::new(),
        source: SourceId::new("ref-eu").unwrap(),
        shares: BTreeMap::from(shares),
    };
    book.data.reference.eu_shares.insert(id, key);
    for of in ["LT", "NO", "EU"] {
        let id = SeriesId::new(&format!("pop-{of}")).unwrap();
        let series = PopulationSeries {
            id: id.clone(),
            country: party(of),
            vintage: String::from("A"),
            source: SourceId::new("ref-pop").unwrap(),
            years: BTreeMap::from([(year(2023), 2_800_001), (year(2024), 2_900_000)]),
        };
        book.data.reference.population.insert(id, series);
    }
    book
}

fn ledgers(draws: &[Draw]) -> [Ledger; 2] {
    let data = Arc::new(varied(draws).data);
    let usual = Assumptions::of(&data);
    let attributed = Assumptions {
        eu_attribution: SeriesId::new("eu-key").ok(),
        ..usual.clone()
    };
    [usual, attributed].map(|assumptions| Ledger::new(Arc::clone(&data), assumptions))
}

fn requests(stage: Stage) -> Vec<ChartRequest> {
    let mut all = Vec::new();
    for kind in ChartKind::ALL {
        for (aid_type, of_year) in [(None, None), (Some(AidType::Military), Some(year(2024)))] {
            for parties in [None, Some(vec!["LT"]), Some(vec!["LT", "EU", "NO"])] {
                all.push(ChartRequest {
                    kind,
                    stage,
                    aid_type,
                    year: of_year,
                    parties: parties.map(|of| of.into_iter().map(party).collect()),
                    order: ChartOrder::Gap,
                });
            }
        }
    }
    all
}

/// What is divided by to come from money to the chart's unit, and times what.
fn scale(chart: &Chart, divisor: Option<Decimal>) -> (Decimal, Decimal) {
    match chart.unit {
        ChartUnit::Currency(_) => (Decimal::ONE, Decimal::ONE),
        ChartUnit::PercentOfGdp => (divisor.unwrap(), Decimal::ONE_HUNDRED),
        ChartUnit::PerHead(_) => (divisor.unwrap(), Decimal::ONE),
        ChartUnit::PercentOfWhole => (chart.whole.unwrap(), Decimal::ONE_HUNDRED),
    }
}

fn scaled(value: &Bounds, (by, times): (Decimal, Decimal)) -> Bounds {
    let one = by == Decimal::ONE && times == Decimal::ONE;
    let divide = |value: Decimal| {
        if one {
            value
        } else {
            (value / by * times).round_dp(6)
        }
    };
    Bounds {
        low: divide(value.low),
        high: value.high.map(divide),
        ..*value
    }
}

fn each_mark_is_its_tree(ledger: &Ledger, chart: &Chart) -> Result<(), TestCaseError> {
    for mark in &chart.marks {
        let tree = mark.derivation.of(ledger);
        let stages = tree.leaves();
        for (leaf, _) in stages {
            let record = ledger.dataset().money(leaf.record.as_str()).unwrap();
            prop_assert_eq!(record.stage(), mark.stage);
        }
        if mark.value.is_nothing() {
            prop_assert!(mark.fulfilment.is_some(), "only a promise stands alone");
            continue;
        }
        if mark.part == Some(Part::NotItemised) && mark.value != tree.bounds {
            prop_assert!(mark.value.low > Decimal::ZERO && mark.value.low <= tree.bounds.low);
            continue;
        }
        let by = scale(chart, mark.divisor.map(|(by, _)| by));
        let mut expected = scaled(&tree.bounds, by);
        // An estimated GDP makes an estimate of what is divided by it.
        expected.estimate |= chart.unit == ChartUnit::PercentOfGdp && mark.value.estimate;
        prop_assert_eq!(mark.value, expected);
    }
    Ok(())
}

fn parts_come_to_their_rows(chart: &Chart) -> Result<(), TestCaseError> {
    for row in &chart.rows {
        let own = chart.marks.iter().filter(|mark| {
            let of = chart.row_of(mark);
            of.is_some_and(|of| of.party == row.party && of.when == row.when)
        });
        let parts: Decimal = own.map(|mark| mark.value.low).sum();
        prop_assert_eq!(parts, row.total.bounds().low + row.parts_exceed);
    }
    let stacked = !chart.rows.is_empty();
    let all_are_in_a_row = chart.marks.iter().all(|mark| chart.row_of(mark).is_some());
    prop_assert!(!stacked || all_are_in_a_row);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_mark_has_the_value_of_its_tree_and_every_row_that_of_its_parts(draws in draws(), at in 0..5_usize) {
        for ledger in ledgers(&draws) {
            for request in requests(Stage::ALL[at]) {
                let chart = chart(&ledger, &request);
                each_mark_is_its_tree(&ledger, &chart)?;
                parts_come_to_their_rows(&chart)?;
                let drawn = chart.marks.iter().filter(|mark| mark.running_total).count();
                prop_assert!(drawn == 0 || matches!(request.kind, ChartKind::OverTime | ChartKind::Multiples));
            }
        }
    }

    #[test]
    fn a_total_that_a_chart_names_is_the_ledgers_and_what_its_rows_come_to(draws in draws(), at in 0..5_usize) {
        for ledger in ledgers(&draws) {
            for request in requests(Stage::ALL[at]) {
                let chart = chart(&ledger, &request);
                let Some(total) = &chart.total else { continue };
                let lows: Decimal = match request.kind {
                    ChartKind::Ranked => chart.marks.iter().map(|mark| mark.value.low).sum(),
                    ChartKind::Share => {
                        let money = chart.marks.iter().filter_map(|mark| mark.money());
                        money.map(|money| money.low).sum()
                    }
                    _ => chart.rows.iter().map(|row| row.total.bounds().low).sum(),
                };
                prop_assert_eq!(lows, total.bounds().low);
            }
        }
    }

    #[test]
    fn what_grows_by_the_day_is_on_each_day_the_total_up_to_it(draws in draws()) {
        let first: Date = "2022-03-01".parse().unwrap();
        let days: Vec<Date> = (0..48).map(|month| first + jiff::Span::new().months(month)).collect();
        for ledger in ledgers(&draws) {
            for &stage in Stage::ALL {
                for of in [None, Some(vec![party("LT")]), Some(vec![party("EU"), party("SE")])] {
                    let query = Query { parties: of, ..Query::all(stage) };
                    let sums = ledger.cumulated(&query, first, &days);
                    for (day, sum) in days.iter().zip(sums) {
                        let total = ledger.total(&query.clone().over(Span::Announced(first, *day)));
                        prop_assert_eq!(&sum, total.bounds());
                    }
                }
            }
        }
    }

    #[test]
    fn instruments_leave_no_package_out_and_add_none(draws in draws()) {
        let [ledger, _] = ledgers(&draws);
        let day = |text: &str| text.parse().unwrap();
        let packages = Span::Announced(day("2000-01-01"), day("2100-01-01"));
        for &stage in Stage::ALL {
            // Of packages alone, and where no whole holds a part of another instrument, the sums of
            // the instruments come to the sum.
            let whole = ledger.total(&Query::all(stage).over(packages));
            let parts: Vec<_> = Instrument::ALL
                .iter()
                .map(|by| ledger.total(&Query::all(stage).over(packages).by(Some(*by))))
                .collect();
            let itemised = whole.itemised(&parts);
            prop_assert_eq!(itemised.rest, Decimal::ZERO);
            let linked = ledger.dataset().money_records().any(|record| record.part_of().is_some())
                || ledger.dataset().aid.values().any(|entry| !entry.fulfils.is_empty());
            prop_assert!(linked || itemised.over.is_zero());
        }
    }
}
