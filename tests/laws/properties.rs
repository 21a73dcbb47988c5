//! The rules as properties of random books.

use pledgebook::ledger::{Derivation, Ledger, Query, Span, StagedTotal, Step};
use pledgebook::model::*;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::book::{Book, fulfils, money_id, party, year};

/// What a random record is made of.
#[derive(Clone, Debug)]
pub(crate) struct Draw {
    kind: u8,
    party: usize,
    stage: usize,
    amount: u8,
    value: u32,
    time: usize,
    day: (i64, u8),
    link: Option<(u8, usize)>,
}

const PARTIES: [&str; 4] = ["lt", "no", "se", "eu"];
const TIMES: [&str; 7] = [
    "2023",
    "2024",
    "2025",
    "2024–2026",
    "lump 2024–2026",
    "lump 2025–",
    "",
];

pub(crate) fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let link = proptest::option::of((0..6_u8, 0..12_usize));
    let draw = (
        0..4_u8,
        0..4_usize,
        0..5_usize,
        0..6_u8,
        1..100_000_u32,
        0..7_usize,
        (2022..2026_i64, 1..13_u8),
        link,
    )
        .prop_map(
            |(kind, party, stage, amount, value, time, day, link)| Draw {
                kind,
                party,
                stage,
                amount,
                value,
                time,
                day,
                link,
            },
        );
    proptest::collection::vec(draw, 0..12)
}

/// A book of random records, linked to each other at random.
pub(crate) fn book(draws: &[Draw]) -> Book {
    let mut book = Book::new();
    let id = |i: usize, d: &Draw| {
        let sort = if d.kind == 0 { "c" } else { "a" };
        format!("{}-{sort}{i:02}", PARTIES[d.party])
    };
    let currency = ["EUR", "NOK", "SEK", "EUR"];
    for (i, d) in draws.iter().enumerate() {
        let v = format!("{} {}", d.value, currency[d.party]);
        let amount = match d.amount {
            0 => format!("~{v}"),
            1 => format!("<={v}"),
            2 => format!(">={v}"),
            3 => String::from("n/d"),
            _ => v,
        };
        let stage = Stage::ALL[d.stage];
        let day = format!("{}-{:02}", d.day.0, d.day.1);
        let target = d.link.and_then(|(what, at)| {
            let at = at % draws.len();
            (at < i).then(|| (what, id(at, &draws[at]), draws[at].kind))
        });
        match d.kind {
            0 => {
                let c = book.promises(&id(i, d), stage, &amount, TIMES[d.time]);
                match &target {
                    Some((0, to, _)) => c.part_of = Some(money_id(to)),
                    Some((1, to, _)) => c.same_as = Some(money_id(to)),
                    Some((2, to, _)) => c.supersedes.push(money_id(to)),
                    _ => {}
                }
            }
            kind => {
                let entry = if kind == 1 {
                    book.counts(&id(i, d), stage, &amount, "2022-02-24", &day)
                } else {
                    book.gives(&id(i, d), stage, &amount, TIMES[d.time], &day)
                };
                match &target {
                    Some((0, to, _)) => entry.part_of = Some(money_id(to)),
                    Some((1, to, _)) => entry.same_as = Some(money_id(to)),
                    Some((2, to, _)) => entry.supersedes.push(money_id(to)),
                    Some((3, to, _)) => entry.counted_in = Some(money_id(to)),
                    Some((_, to, 0)) => fulfils(entry, to),
                    _ => {}
                }
            }
        }
    }
    book
}

fn queries() -> Vec<Query> {
    let spans = [
        Span::All,
        Span::NotSplit,
        Span::Year(year(2023)),
        Span::Year(year(2024)),
        Span::Year(year(2025)),
    ];
    let types = [None, Some(AidType::Military)];
    let mut all = Vec::new();
    for &stage in Stage::ALL {
        for span in spans {
            for aid_type in types {
                let query = Query::all(stage).over(span).typed(aid_type);
                all.push(query.clone());
                all.extend(
                    PARTIES
                        .iter()
                        .map(|p| query.clone().of(&party(&p.to_uppercase()))),
                );
            }
        }
    }
    all
}

fn low_of_leaves(total: &StagedTotal) -> Decimal {
    total
        .derivation()
        .leaves()
        .iter()
        .map(|(_, bounds)| bounds.low)
        .sum()
}

fn parties_of(tree: &Derivation) -> Vec<&Derivation> {
    match tree.step {
        Step::AllParties { .. } => tree.children.iter().collect(),
        _ => vec![tree],
    }
}

fn is_total(ledger: &Ledger, id: &MoneyId) -> bool {
    ledger
        .dataset()
        .aid
        .get(id.as_str())
        .is_some_and(|a| matches!(a.record, Record::RunningTotal { .. }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_total_is_the_sum_of_its_leaves_and_of_its_children(draws in draws()) {
        let ledger = book(&draws).ledger();
        for query in queries() {
            let total = ledger.total(&query);
            prop_assert_eq!(low_of_leaves(&total), total.bounds().low);
            let leaves = total.derivation().leaves();
            let high = leaves.iter().try_fold(Decimal::ZERO, |sum, (_, b)| Some(sum + b.high?));
            prop_assert_eq!(high, total.bounds().high);
            let blank: u32 = leaves.iter().map(|(_, b)| b.undisclosed + b.not_converted).sum();
            prop_assert_eq!(blank, total.bounds().undisclosed + total.bounds().not_converted);
        }
    }

    #[test]
    fn no_sum_crosses_stages(draws in draws()) {
        let ledger = book(&draws).ledger();
        for query in queries() {
            let total = ledger.total(&query);
            prop_assert_eq!(total.stage(), query.stage);
            for (leaf, _) in total.derivation().leaves() {
                let record = ledger.dataset().money(leaf.record.as_str()).unwrap();
                prop_assert_eq!(record.stage(), query.stage);
            }
        }
    }

    #[test]
    fn bounds_are_never_upside_down_or_negative(draws in draws()) {
        let ledger = book(&draws).ledger();
        for query in queries() {
            let bounds = *ledger.total(&query).bounds();
            prop_assert!(bounds.low >= Decimal::ZERO);
            prop_assert!(bounds.high.is_none_or(|high| high >= bounds.low));
        }
    }

    #[test]
    fn running_totals_are_never_added_to_each_other_or_to_what_they_cover(draws in draws()) {
        let ledger = book(&draws).ledger();
        for query in queries() {
            let total = ledger.total(&query);
            for of_party in parties_of(total.derivation()) {
                let leaves = of_party.leaves();
                let totals: Vec<_> = leaves.iter().filter(|(l, _)| is_total(&ledger, &l.record)).collect();
                prop_assert!(totals.len() <= 1);
                let Some((total, _)) = totals.first() else { continue };
                let counted = ledger.dataset().aid[total.record.as_str()].date.unwrap().last_day();
                for (leaf, _) in leaves.iter().filter(|(l, _)| l.record != total.record) {
                    let date = ledger.dataset().money(leaf.record.as_str()).unwrap().date().unwrap();
                    prop_assert!(date.first_day() > counted);
                }
            }
        }
    }

    #[test]
    fn the_best_known_is_not_less_than_any_candidate(draws in draws()) {
        let ledger = book(&draws).ledger();
        for query in queries() {
            let total = ledger.total(&query);
            for of_party in parties_of(total.derivation()) {
                for candidate in &of_party.candidates {
                    prop_assert!(candidate.bounds.low <= of_party.bounds.low);
                    prop_assert_eq!(of_party.bounds.low - candidate.bounds.low, candidate.behind);
                }
            }
        }
    }

    #[test]
    fn no_record_is_both_in_a_sum_and_left_out_of_it(draws in draws()) {
        let ledger = book(&draws).ledger();
        for query in queries() {
            let total = ledger.total(&query);
            for of_party in parties_of(total.derivation()) {
                let inside: Vec<_> = of_party.leaves().iter().map(|(l, _)| (l.record.clone(), l.year)).collect();
                for out in &of_party.excluded {
                    prop_assert!(!inside.contains(&(out.record.clone(), out.year)), "{:?}", out);
                }
            }
        }
    }

    #[test]
    fn a_part_added_to_a_whole_in_the_sum_changes_nothing(draws in draws(), at in 0..12_usize) {
        let mut book = book(&draws);
        let wholes: Vec<(MoneyId, Stage, String)> = book
            .data
            .money_records()
            .filter(|r| r.amount().is_some_and(|a| !a.form.is_undisclosed()))
            .filter(|r| !is_total(&book.ledger(), &r.id()))
            .map(|r| (r.id(), r.stage(), r.party().as_str().to_lowercase()))
            .collect();
        prop_assume!(!wholes.is_empty());
        let (whole, stage, of) = wholes[at % wholes.len()].clone();
        let before = book.ledger().total(&Query::all(stage));
        book.gives(&format!("{of}-z99"), stage, "1 EUR", "2024", "2024-01-01").part_of = Some(whole);
        let after = book.ledger().total(&Query::all(stage));
        prop_assert_eq!(before.bounds(), after.bounds());
    }

    #[test]
    fn a_restatement_or_a_carried_sum_added_changes_nothing(draws in draws(), at in 0..12_usize, carried: bool) {
        let mut book = book(&draws);
        let known: Vec<(MoneyId, Stage, String)> = book
            .data
            .money_records()
            .map(|r| (r.id(), r.stage(), r.party().as_str().to_lowercase()))
            .collect();
        prop_assume!(!known.is_empty());
        let (target, stage, of) = known[at % known.len()].clone();
        let before = book.ledger().total(&Query::all(stage));
        let entry = book.gives(&format!("{of}-z99"), stage, "9 EUR", "2024", "2024-01-01");
        if carried { entry.counted_in = Some(target) } else { entry.same_as = Some(target) }
        let after = book.ledger().total(&Query::all(stage));
        prop_assert_eq!(before.bounds(), after.bounds());
    }

    #[test]
    fn nothing_counts_before_anything_was_announced(draws in draws()) {
        let book = book(&draws);
        let mut assumptions = book.assumptions();
        assumptions.cutoff = Some("2021-12-31".parse().unwrap());
        let ledger = book.under(assumptions);
        for query in queries() {
            prop_assert!(ledger.total(&query).bounds().is_nothing());
        }
    }

    #[test]
    fn the_sum_over_parties_is_the_sum_of_the_parties(draws in draws()) {
        let ledger = book(&draws).ledger();
        for &stage in Stage::ALL {
            let all = ledger.total(&Query::all(stage));
            let each: Decimal = PARTIES
                .iter()
                .map(|p| ledger.total(&Query::all(stage).of(&party(&p.to_uppercase()))).bounds().low)
                .sum();
            prop_assert_eq!(all.bounds().low, each);
        }
    }

    #[test]
    fn a_ratio_is_never_upside_down(draws in draws()) {
        let ledger = book(&draws).ledger();
        for of in PARTIES.map(|p| party(&p.to_uppercase())) {
            for span in [Span::All, Span::Year(year(2024)), Span::NotSplit] {
                let commitments = ledger.money_commitments(&of, span);
                let found = ledger.fulfilment(&of, &commitments, span);
                for (total, ratio) in &found.arrived {
                    prop_assert!(found.promised.iter().all(|p| p.stage() != total.stage()));
                    if let Some(ratio) = ratio {
                        prop_assert!(ratio.high.is_none_or(|high| high >= ratio.low));
                    }
                }
            }
        }
    }
}
