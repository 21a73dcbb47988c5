//! R8–R13, each by a table of cases.

use pledgebook::ledger::{Query, Reason, Span, Step};
use pledgebook::model::Stage::{Allocated, Committed, Delivered, Pledged, Unclear};
use pledgebook::model::*;

use super::book::{Book, form, fulfils, in_year, money_id, party, reason, sum, told};

#[test]
fn r8_eu_money_counts_once() {
    let mut book = Book::new();
    book.gives("eu-a01", Allocated, "100 EUR", "2024", "2024-01-01");
    book.gives("lt-a01", Allocated, "5 EUR", "2024", "2024-02-01")
        .counted_in = Some(money_id("eu-a01"));
    book.gives("eu-a02", Allocated, "900 EUR", "2024", "2024-02-01")
        .joint = true;
    let all = book.ledger().total(&Query::all(Allocated));
    assert_eq!(sum(&all), "100");
    assert_eq!(
        reason(&all, "lt-a01"),
        Some(Reason::CountedIn(money_id("eu-a01")))
    );
    assert_eq!(reason(&all, "eu-a02"), Some(Reason::Joint));
    assert_eq!(sum(&book.total("LT", Allocated, Span::All)), "–");
}

#[test]
fn r8_attribution_leaves_the_eu_row_out_of_the_total() {
    let mut book = Book::new();
    book.gives("eu-a01", Allocated, "100 EUR", "2024", "2024-01-01");
    book.gives("lt-a01", Allocated, "7 EUR", "2024", "2024-02-01");
    let key = SeriesId::new("key").unwrap();
    let shares = [
        (party("LT"), "0.25".parse().unwrap()),
        (party("SE"), "0.75".parse().unwrap()),
    ];
    book.data.reference.eu_shares.insert(
        key.clone(),
        EuShares {
            id: key.clone(),
            title: String::new(),
            vintage: String::new(),
            source: SourceId::new("ref").unwrap(),
            shares: shares.into_iter().collect(),
        },
    );
    let mut assumptions = book.assumptions();
    assumptions.eu_attribution = Some(key);
    let ledger = book.under(assumptions);
    let of = |id: &str| sum(&ledger.total(&Query::all(Allocated).of(&party(id))));
    assert_eq!(
        (of("LT"), of("SE"), of("EU")),
        ("32".into(), "75".into(), "100".into())
    );
    let all = ledger.total(&Query::all(Allocated));
    assert_eq!(sum(&all), "107");
    assert_eq!(reason(&all, "eu-a01"), Some(Reason::Attributed));
}

#[test]
fn r9_fulfilment_counts_only_what_fulfils() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "0.25 %", "yearly");
    fulfils(
        book.counts(
            "lt-a01",
            Unclear,
            "~80000000 EUR",
            "2024-01-01",
            "2024-06-27",
        ),
        "lt-c01",
    );
    let part = book.gives("lt-a02", Allocated, "35000000 EUR", "2024", "2024-06-27");
    part.part_of = Some(money_id("lt-a01"));
    fulfils(part, "lt-c01");
    // The same donor, the same year, but not said to fulfil it.
    book.gives("lt-a03", Delivered, "50000000 EUR", "2024", "2024-05-01");
    let ledger = book.ledger();
    let commitments = ledger.money_commitments(&party("LT"), in_year(2024));
    let found = ledger.fulfilment(&party("LT"), &commitments, in_year(2024));
    assert_eq!(
        found.promised.iter().map(sum).collect::<Vec<_>>(),
        ["200000000"]
    );
    let arrived: Vec<_> = found
        .arrived
        .iter()
        .map(|(total, ratio)| {
            let low = ratio.unwrap().low.normalize().to_string();
            (total.stage(), sum(total), low)
        })
        .collect();
    let expected = [
        (Allocated, "35000000", "0.175"),
        (Unclear, "≈80000000", "0.4"),
    ];
    assert_eq!(
        arrived,
        expected.map(|(s, a, b)| (s, a.to_owned(), b.to_owned()))
    );
}

#[test]
fn r9_a_bounded_promise_gives_a_bounded_ratio() {
    let table: &[(&str, &str, &str, Option<&str>)] = &[
        ("100 EUR", "50 EUR", "0.5", Some("0.5")),
        ("<=100 EUR", "50 EUR", "0.5", None),
        (">=100 EUR", "50 EUR", "0", Some("0.5")),
        ("100 – 200 EUR", "50 EUR", "0.25", Some("0.5")),
        ("100 EUR", ">=50 EUR", "0.5", None),
        ("100 EUR", "<=50 EUR", "0", Some("0.5")),
    ];
    for (promise, given, low, high) in table {
        let mut book = Book::new();
        book.promises("lt-c01", Pledged, promise, "2024");
        fulfils(
            book.gives("lt-a01", Delivered, given, "2024", "2024-09-01"),
            "lt-c01",
        );
        let commitments = [CommitmentId::new("lt-c01").unwrap()];
        let found = book
            .ledger()
            .fulfilment(&party("LT"), &commitments, in_year(2024));
        let ratio = found.arrived[0].1.unwrap();
        assert_eq!(ratio.low.normalize().to_string(), *low, "{promise} {given}");
        assert_eq!(
            ratio.high.map(|h| h.normalize().to_string()).as_deref(),
            *high,
            "{promise} {given}"
        );
    }
}

#[test]
fn r9_only_the_share_that_fulfils_counts() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "100 EUR", "2024");
    let entry = book.gives("lt-a01", Delivered, "50 EUR", "2024", "2024-09-01");
    fulfils(entry, "lt-c01");
    entry.fulfils[0].share = Percent::new(40.into()).unwrap();
    let commitments = [CommitmentId::new("lt-c01").unwrap()];
    let found = book
        .ledger()
        .fulfilment(&party("LT"), &commitments, in_year(2024));
    assert_eq!(sum(&found.arrived[0].0), "20");
}

#[test]
fn r9_what_replaces_a_promise_is_the_promise() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "100 EUR", "2024");
    book.gives("lt-a01", Pledged, "120 EUR", "2024–2026", "2024-09-01")
        .supersedes = vec![money_id("lt-c01")];
    let commitments = [CommitmentId::new("lt-c01").unwrap()];
    let found = book
        .ledger()
        .fulfilment(&party("LT"), &commitments, in_year(2024));
    assert_eq!(found.promised.iter().map(sum).collect::<Vec<_>>(), ["120"]);
}

#[test]
fn r10_sums_use_the_preferred_figure() {
    let mut book = Book::new();
    let entry = book.gives("lt-a01", Allocated, "10 EUR", "2024", "2024-01-01");
    let mut other = entry.figure.clone();
    other.amount.form = form("14 EUR");
    entry.other_figures.push(OtherFigure {
        figure: other,
        why_not_preferred: None,
    });
    assert_eq!(sum(&book.total("LT", Allocated, Span::All)), "10");
}

#[test]
fn r10_r11_before_the_preferred_figure_was_known_another_counts() {
    let mut book = Book::new();
    let entry = book.gives("lt-a01", Allocated, "10 EUR", "2024", "2024-01-01");
    entry.figure.date = Some("2024-09-01".parse().unwrap());
    let mut other = entry.figure.clone();
    other.amount.form = form("14 EUR");
    other.date = Some("2024-02-01".parse().unwrap());
    entry.other_figures.push(OtherFigure {
        figure: other,
        why_not_preferred: None,
    });
    for (cutoff, expected) in [
        ("2023-12-31", "–"),
        ("2024-01-15", "–"),
        ("2024-06-27", "14"),
        ("2024-09-01", "10"),
    ] {
        let mut assumptions = book.assumptions();
        assumptions.cutoff = Some(cutoff.parse().unwrap());
        let total = book.under(assumptions).total(&Query::all(Allocated));
        assert_eq!(sum(&total), expected, "{cutoff}");
    }
}

#[test]
fn r11_what_was_announced_after_the_cutoff_does_not_count() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "1 EUR", "2024");
    book.gives("lt-a01", Pledged, "10 EUR", "2024", "2024-05");
    book.gives("lt-a02", Pledged, "100 EUR", "2024", "2025");
    for (cutoff, expected) in [
        ("2024-04-30", "–"),
        ("2024-05-01", "10"),
        ("2024-06-26", "10"),
        ("2024-06-27", "11"),
        ("2025-01-01", "111"),
    ] {
        let mut assumptions = book.assumptions();
        assumptions.cutoff = Some(cutoff.parse().unwrap());
        let total = book
            .under(assumptions)
            .total(&Query::all(Pledged).of(&party("LT")));
        assert_eq!(sum(&total), expected, "{cutoff}");
    }
}

#[test]
fn r12_a_total_equals_the_sum_of_its_leaves_to_the_cent() {
    let mut book = Book::new();
    for i in 0..7 {
        book.gives(
            &format!("no-a{i:02}"),
            Allocated,
            "100 NOK",
            "2024",
            "2024-01-01",
        );
    }
    let total = book.ledger().total(&Query::all(Allocated));
    let leaves = total.derivation().leaves();
    assert_eq!(leaves.len(), 7);
    let low: rust_decimal::Decimal = leaves.iter().map(|(_, bounds)| bounds.low).sum();
    assert_eq!(low, total.bounds().low);
    assert_eq!(low.to_string(), "58.31");
}

#[test]
fn r13_later_replaces_earlier_for_the_years_it_states() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "25 EUR", "2024");
    book.gives("lt-a01", Pledged, "30 EUR", "2024–2026", "2024-07-10")
        .supersedes = vec![money_id("lt-c01")];
    book.gives("lt-a02", Pledged, "45 EUR", "2025", "2025-04-11")
        .supersedes = vec![money_id("lt-a01")];
    for (y, expected) in [(2024, "30"), (2025, "45"), (2026, "30")] {
        assert_eq!(sum(&book.total("LT", Pledged, in_year(y))), expected, "{y}");
    }
    let mut assumptions = book.assumptions();
    assumptions.cutoff = Some("2024-07-01".parse().unwrap());
    let ledger = book.under(assumptions);
    let early = ledger.total(&Query::all(Pledged).of(&party("LT")).over(in_year(2024)));
    assert_eq!(sum(&early), "25");
}

#[test]
fn r13_a_later_lump_replaces_an_earlier_one_that_it_overlaps() {
    let mut book = Book::new();
    book.promises("no-c01", Committed, "750 NOK", "lump 2023–2027");
    book.gives(
        "no-a01",
        Pledged,
        "1545 NOK",
        "lump 2023–2030",
        "2024-11-28",
    )
    .supersedes = vec![money_id("no-c01")];
    assert_eq!(sum(&book.total("NO", Committed, Span::All)), "–");
    assert_eq!(sum(&book.total("NO", Pledged, Span::All)), "128.75");
    // One year of it alone does not replace the lump.
    let mut book = Book::new();
    book.promises("no-c01", Pledged, "120 NOK", "lump 2023–2027");
    book.gives("no-a01", Pledged, "12 NOK", "2024", "2024-11-28")
        .supersedes = vec![money_id("no-c01")];
    assert_eq!(sum(&book.total("NO", Pledged, Span::NotSplit)), "10");
}

#[test]
fn r13_a_restatement_counts_once() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "100 EUR", "2024");
    book.gives(
        "lt-a01",
        Pledged,
        ">=97 EUR",
        "lump 2024–2025",
        "2024-01-12",
    )
    .same_as = Some(money_id("lt-c01"));
    let total = book.total("LT", Pledged, Span::All);
    assert_eq!(sum(&total), "100");
    assert_eq!(
        reason(&total, "lt-a01"),
        Some(Reason::SameAs(money_id("lt-c01")))
    );
    // Before the agreement was signed, the announcement stood alone.
    let mut assumptions = book.assumptions();
    assumptions.cutoff = Some("2024-02-01".parse().unwrap());
    let early = book
        .under(assumptions)
        .total(&Query::all(Pledged).of(&party("LT")));
    assert_eq!(sum(&early), "97…");
}

#[test]
fn one_record_tells_its_own_sum_over_all_its_years() {
    let mut book = Book::new();
    book.promises("no-c01", Pledged, ">=12 NOK", "2024–2025");
    let total = book.ledger().record(&money_id("no-c01")).unwrap();
    assert_eq!(told(total.bounds()), "2.09…");
    assert!(matches!(total.derivation().step, Step::Record { .. }));
    assert_eq!(total.derivation().children.len(), 2);
    assert!(book.ledger().record(&money_id("no-c99")).is_none());
}

#[test]
fn r13_a_promise_that_two_stages_replace_is_both_and_they_are_not_added() {
    // Portugal: the committed €126 m for 2024 were replaced by a pledge of at least €220 m and by
    // the committed €221.6 m.
    let mut book = Book::new();
    book.promises("lt-c01", Committed, ">=126 EUR", "2024");
    let pledge = book.gives("lt-a04", Pledged, ">=220 EUR", "2024–2025", "2024-07-10");
    pledge.supersedes = vec![money_id("lt-c01")];
    let commitment = book.gives("lt-a05", Committed, "221.6 EUR", "2024", "2024-10-18");
    commitment.supersedes = vec![money_id("lt-c01")];
    let ids = [CommitmentId::new("lt-c01").unwrap()];
    let found = book.ledger().fulfilment(&party("LT"), &ids, in_year(2024));
    let promised: Vec<_> = found.promised.iter().map(|p| (p.stage(), sum(p))).collect();
    assert_eq!(
        promised,
        [
            (Pledged, "220…".to_owned()),
            (Committed, "221.6".to_owned())
        ]
    );
}

#[test]
fn a_yearly_promise_without_a_sum_stands_in_each_of_its_years() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "n/d", "2024–2026");
    let ledger = book.ledger();
    let years: Vec<_> = ledger
        .years_of(&party("LT"))
        .iter()
        .map(|y| y.get())
        .collect();
    assert_eq!(years, [2024, 2025, 2026]);
    assert_eq!(sum(&book.total("LT", Pledged, in_year(2025))), "+1 n/d");
    assert_eq!(sum(&book.total("LT", Pledged, Span::All)), "+1 n/d");
}

#[test]
fn r9_a_restatement_of_a_promise_is_no_arrival_of_it() {
    // Norway: the committed NOK 75 bn were replaced by a pledge; the entry that restates them is
    // still not what arrived.
    let mut book = Book::new();
    book.promises("no-c01", Committed, "750 NOK", "lump 2023–2027");
    let again = book.gives(
        "no-a02",
        Committed,
        "750 NOK",
        "lump 2023–2027",
        "2024-05-31",
    );
    again.same_as = Some(money_id("no-c01"));
    fulfils(again, "no-c01");
    let pledge = book.gives(
        "no-a10",
        Pledged,
        "1545 NOK",
        "lump 2023–2030",
        "2024-11-28",
    );
    pledge.supersedes = vec![money_id("no-c01")];
    let ids = [CommitmentId::new("no-c01").unwrap()];
    let found = book.ledger().fulfilment(&party("NO"), &ids, Span::All);
    assert_eq!(
        found.promised.iter().map(sum).collect::<Vec<_>>(),
        ["128.75"]
    );
    assert!(found.arrived.is_empty());
}

#[test]
fn r9_a_pledge_is_no_arrival_of_what_was_committed() {
    let mut book = Book::new();
    book.promises("lt-c01", Committed, "100 EUR", "2024");
    fulfils(
        book.gives("lt-a01", Pledged, "90 EUR", "2024", "2024-08-01"),
        "lt-c01",
    );
    fulfils(
        book.gives("lt-a02", Allocated, "30 EUR", "2024", "2024-08-01"),
        "lt-c01",
    );
    let ids = [CommitmentId::new("lt-c01").unwrap()];
    let found = book.ledger().fulfilment(&party("LT"), &ids, in_year(2024));
    let arrived: Vec<_> = found
        .arrived
        .iter()
        .map(|(t, _)| (t.stage(), sum(t)))
        .collect();
    assert_eq!(arrived, [(Allocated, "30".to_owned())]);
}

#[test]
fn r9_what_replaces_a_promise_does_so_for_the_years_that_it_had() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "25 EUR", "2024");
    book.gives("lt-a01", Pledged, "30 EUR", "2024–2030", "2024-07-10")
        .supersedes = vec![money_id("lt-c01")];
    let ids = [CommitmentId::new("lt-c01").unwrap()];
    let found = book.ledger().fulfilment(&party("LT"), &ids, Span::All);
    assert_eq!(found.promised.iter().map(sum).collect::<Vec<_>>(), ["30"]);
}

#[test]
fn r9_a_promise_of_years_without_a_sum_is_worth_what_was_pledged_for_each() {
    // The United Kingdom in 2025: its agreement names a sum for 2024 only, and support until 2034.
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "25 EUR", "2024");
    book.promises("lt-c02", Pledged, "n/d", "lump 2024–2034");
    fulfils(
        book.gives("lt-a01", Pledged, "45 EUR", "2025", "2025-04-11"),
        "lt-c02",
    );
    fulfils(
        book.gives("lt-a02", Delivered, "9 EUR", "2025", "2025-05-11"),
        "lt-c02",
    );
    let ledger = book.ledger();
    let of = |year| {
        let ids = ledger.money_commitments(&party("LT"), in_year(year));
        ledger.fulfilment(&party("LT"), &ids, in_year(year))
    };
    assert_eq!(
        of(2024).promised.iter().map(sum).collect::<Vec<_>>(),
        ["25"]
    );
    let later = of(2025);
    assert_eq!(later.promised.iter().map(sum).collect::<Vec<_>>(), ["45"]);
    assert_eq!(
        later.arrived[0].1.unwrap().low.normalize().to_string(),
        "0.2"
    );
}
