//! R1–R7, each by a table of cases.

use pledgebook::ledger::{Basis, FutureGdp, FxRule, Lumps, Query, Reason, Span};
use pledgebook::model::Stage::{Allocated, Committed, Delivered, Pledged, Unclear};
use pledgebook::model::*;

use super::book::{Book, fulfils, in_year, money_id, party, reason, sum, year};

#[test]
fn r1_a_sum_has_one_stage() {
    let mut book = Book::new();
    book.gives("lt-a01", Pledged, "10 EUR", "2024", "2024-01-01");
    book.gives("lt-a02", Delivered, "4 EUR", "2024", "2024-02-01");
    book.gives("lt-a03", Unclear, "3 EUR", "2024", "2024-02-01");
    for (stage, expected) in [
        (Pledged, "10"),
        (Committed, "–"),
        (Allocated, "–"),
        (Delivered, "4"),
        (Unclear, "3"),
    ] {
        let total = book.total("LT", stage, Span::All);
        assert_eq!(sum(&total), expected, "{stage:?}");
        assert_eq!(total.stage(), stage);
    }
}

#[test]
fn r2_bounds_add_and_blanks_do_not() {
    let table: &[(&[&str], &str)] = &[
        (&[], "–"),
        (&["n/d"], "+1 n/d"),
        (&["35 EUR"], "35"),
        (&["0 EUR"], "0"),
        (&["~80 EUR", "35 EUR"], "≈115"),
        (&["<=3 EUR"], "0…3"),
        (&[">=500 EUR", "<=3 EUR"], "500…"),
        (&["100 – 150 EUR", "10 EUR", "n/d", "n/d"], "110…160 +2 n/d"),
    ];
    for (amounts, expected) in table {
        let mut book = Book::new();
        for (i, amount) in amounts.iter().enumerate() {
            book.gives(
                &format!("lt-a{i:02}"),
                Allocated,
                amount,
                "2024",
                "2024-01-01",
            );
        }
        assert_eq!(
            sum(&book.total("LT", Allocated, Span::All)),
            *expected,
            "{amounts:?}"
        );
    }
}

#[test]
fn r3_a_part_is_inside_its_whole_where_the_whole_is_in_the_sum() {
    let mut book = Book::new();
    book.gives(
        "lt-a01",
        Allocated,
        "100 EUR",
        "lump 2024–2026",
        "2024-01-01",
    );
    book.gives("lt-a02", Allocated, "30 EUR", "2024", "2024-02-01")
        .part_of = Some(money_id("lt-a01"));
    book.gives("lt-a03", Delivered, "20 EUR", "2024", "2024-03-01")
        .part_of = Some(money_id("lt-a01"));
    let all = book.total("LT", Allocated, Span::All);
    assert_eq!(sum(&all), "100");
    assert_eq!(
        reason(&all, "lt-a02"),
        Some(Reason::PartOf(money_id("lt-a01")))
    );
    let (leaf, _) = all.derivation().leaves()[0];
    assert_eq!(leaf.not_itemised, Some(70.into()));
    // In a sum that the whole is not in, the part counts.
    assert_eq!(sum(&book.total("LT", Allocated, in_year(2024))), "30");
    assert_eq!(sum(&book.total("LT", Allocated, Span::NotSplit)), "100");
    // A part of another stage counts in its own.
    assert_eq!(sum(&book.total("LT", Delivered, Span::All)), "20");
}

#[test]
fn r3_a_whole_without_a_sum_holds_no_parts() {
    let mut book = Book::new();
    book.gives("lt-a01", Allocated, "n/d", "2024", "2024-01-01");
    book.gives("lt-a02", Allocated, "30 EUR", "2024", "2024-02-01")
        .part_of = Some(money_id("lt-a01"));
    assert_eq!(sum(&book.total("LT", Allocated, Span::All)), "30 +1 n/d");
}

#[test]
fn r3_a_pledge_that_fulfils_a_commitment_is_inside_it() {
    let table: &[(&str, Stage, &str)] = &[
        ("100 EUR", Pledged, "100"),
        // The commitment names no amount: the entries are the sum.
        ("n/d", Pledged, "40 +1 n/d"),
        // The entry is of another stage than the commitment: it counts in its own.
        ("100 EUR", Committed, "40"),
    ];
    for (promise, stage, expected) in table {
        let mut book = Book::new();
        book.promises("lt-c01", Pledged, promise, "2024");
        fulfils(
            book.gives("lt-a01", *stage, "40 EUR", "2024", "2024-08-01"),
            "lt-c01",
        );
        let total = book.total("LT", *stage, Span::All);
        assert_eq!(sum(&total), *expected, "{promise} {stage:?}");
    }
}

#[test]
fn r4_the_best_known_of_packages_and_running_totals() {
    // (running totals: amount, since, until), (packages: amount, day) → sum
    type Case<'a> = (
        &'a [(&'a str, &'a str, &'a str)],
        &'a [(&'a str, &'a str)],
        &'a str,
    );
    let table: &[Case<'_>] = &[
        (
            &[],
            &[("10 EUR", "2024-01-01"), ("5 EUR", "2024-05-01")],
            "15",
        ),
        (
            &[("100 EUR", "2022-02-24", "2024-03-31")],
            &[("10 EUR", "2024-01-01"), ("5 EUR", "2024-05-01")],
            "105",
        ),
        (
            &[("12 EUR", "2022-02-24", "2024-03-31")],
            &[("10 EUR", "2024-01-01"), ("5 EUR", "2024-05-01")],
            "17",
        ),
        (
            &[("4 EUR", "2022-02-24", "2024-03-31")],
            &[("10 EUR", "2024-01-01"), ("5 EUR", "2024-05-01")],
            "15",
        ),
        // Never added to each other.
        (
            &[
                ("500 EUR", "2022", "2024-06-27"),
                ("605 EUR", "", "2024-04-08"),
            ],
            &[],
            "605",
        ),
        (
            &[
                (">=500 EUR", "2022", "2024-06-27"),
                ("~505 EUR", "", "2024-04-08"),
            ],
            &[],
            "≈505",
        ),
        // The day of a month is its last when a package came after, its first when it is the package's.
        (
            &[("50 EUR", "", "2024-03")],
            &[("5 EUR", "2024-03"), ("7 EUR", "2024-04")],
            "57",
        ),
    ];
    for (totals, packages, expected) in table {
        let mut book = Book::new();
        for (i, (amount, since, until)) in totals.iter().enumerate() {
            book.counts(&format!("lt-t{i:02}"), Delivered, amount, since, until);
        }
        for (i, (amount, day)) in packages.iter().enumerate() {
            book.gives(&format!("lt-a{i:02}"), Delivered, amount, "2024", day);
        }
        assert_eq!(
            sum(&book.total("LT", Delivered, Span::All)),
            *expected,
            "{totals:?} {packages:?}"
        );
    }
}

#[test]
fn r4_the_basis_and_what_is_not_itemised_are_named() {
    let mut book = Book::new();
    book.counts("lt-a01", Delivered, "100 EUR", "2022-02-24", "2024-03-31");
    book.counts("lt-a02", Delivered, "90 EUR", "2022-02-24", "2024-01-31");
    book.gives("lt-a03", Delivered, "10 EUR", "2024", "2024-01-01");
    book.gives("lt-a04", Delivered, "5 EUR", "2024", "2024-05-01");
    let total = book.total("LT", Delivered, Span::All);
    let basis = Basis::RunningTotal {
        record: money_id("lt-a01"),
        as_counted_on: Some("2024-03-31".parse().unwrap()),
        packages_after: 1,
    };
    assert_eq!(total.basis(), &basis);
    let behind: Vec<String> = total
        .derivation()
        .candidates
        .iter()
        .map(|c| c.behind.to_string())
        .collect();
    assert_eq!(behind, ["0", "10", "90"]);
    assert_eq!(
        reason(&total, "lt-a03"),
        Some(Reason::Covered(money_id("lt-a01")))
    );
    assert_eq!(reason(&total, "lt-a02"), Some(Reason::RunningTotal));
}

#[test]
fn r4_a_running_total_stands_in_a_year_only_if_its_days_do() {
    let mut book = Book::new();
    book.counts("lt-a01", Unclear, "~80 EUR", "2024-01-01", "2024-06-27");
    book.counts("lt-a02", Unclear, "900 EUR", "2022-02-24", "2024-06-27");
    assert_eq!(sum(&book.total("LT", Unclear, in_year(2024))), "≈80");
    assert_eq!(sum(&book.total("LT", Unclear, in_year(2023))), "–");
    assert_eq!(sum(&book.total("LT", Unclear, Span::All)), "900");
}

#[test]
fn r4_a_mixed_running_total_stands_only_in_sums_over_all_types() {
    let mut book = Book::new();
    book.counts("lt-a01", Delivered, "100 EUR", "", "2024-03-31")
        .aid_type = AidType::Mixed;
    book.gives("lt-a02", Delivered, "10 EUR", "2024", "2024-01-01")
        .aid_type = AidType::Humanitarian;
    let ledger = book.ledger();
    let of = |aid_type| {
        let query = Query::all(Delivered).of(&party("LT")).typed(aid_type);
        sum(&ledger.total(&query))
    };
    assert_eq!(of(None), "100");
    assert_eq!(of(Some(AidType::Humanitarian)), "10");
    assert_eq!(of(Some(AidType::Mixed)), "–");
}

#[test]
fn r5_lumps_stay_whole_unless_split_by_assumption() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "100 EUR", "lump 2024–2026");
    book.promises("lt-c02", Pledged, "6 EUR", "lump 2024-01-01–2024-06-30");
    assert_eq!(sum(&book.total("LT", Pledged, in_year(2024))), "6");
    assert_eq!(sum(&book.total("LT", Pledged, Span::NotSplit)), "100");
    let mut assumptions = book.assumptions();
    assumptions.lumps = Lumps::SplitEvenly;
    let ledger = book.under(assumptions);
    let of = |span| sum(&ledger.total(&Query::all(Pledged).of(&party("LT")).over(span)));
    assert_eq!(of(in_year(2024)), "39.33 est");
    assert_eq!(of(in_year(2026)), "33.34 est");
    assert_eq!(of(Span::All), "106 est");
    assert_eq!(of(Span::NotSplit), "–");
}

#[test]
fn r6_a_share_of_gdp_is_worth_the_gdp_of_each_year() {
    let table: &[(&str, &str, &str)] = &[
        ("0.25 %", "2024", "200000000"),
        (">=0.25 %", "2024", "200000000…"),
        ("<=0.25 %", "2024", "0…200000000"),
        ("~0.25 %", "2024", "≈200000000"),
        ("0.25 %", "2025", "210000000 est"),
        ("0.25 %", "2026", "+1 n/d"),
        ("0.25 %", "2024–2026", "410000000 +1 n/d est"),
        // No years named: ten years from the signing, the first not cut to months.
        ("0.25 %", "yearly", "410000000 +8 n/d est"),
    ];
    for (share, time, expected) in table {
        let mut book = Book::new();
        book.promises("lt-c01", Pledged, share, time);
        assert_eq!(
            sum(&book.total("LT", Pledged, Span::All)),
            *expected,
            "{share} {time}"
        );
    }
}

#[test]
fn r6_an_unknown_gdp_is_carried_on_only_by_assumption() {
    let mut book = Book::new();
    book.promises("lt-c01", Pledged, "0.25 %", "2026");
    let mut assumptions = book.assumptions();
    assumptions.future_gdp = FutureGdp::CarryLast;
    let total = book
        .under(assumptions)
        .total(&Query::all(Pledged).of(&party("LT")));
    assert_eq!(sum(&total), "210000000 est");
}

#[test]
fn r6_the_gdp_is_of_the_named_vintage_and_turned_at_its_years_mean() {
    let mut book = Book::new();
    book.gdp("NO", "NOK", "A", &[(2024, 4800, GdpStatus::Actual)]);
    book.gdp("NO", "NOK", "B", &[(2024, 6000, GdpStatus::Actual)]);
    book.promises("no-c01", Pledged, "1 %", "2024");
    for (vintage, rule, expected) in [
        ("A", FxRule::YearAverage, "4000000000"),
        ("B", FxRule::YearAverage, "5000000000"),
        ("A", FxRule::MonthAverage, "4000000000"),
        ("C", FxRule::YearAverage, "+1 n/d"),
    ] {
        let mut assumptions = book.assumptions();
        assumptions.gdp_vintage = vintage.to_owned();
        assumptions.fx_rule = rule;
        let total = book
            .under(assumptions)
            .total(&Query::all(Pledged).of(&party("NO")));
        assert_eq!(sum(&total), expected, "{vintage} {rule:?}");
    }
}

#[test]
fn r7_sums_are_converted_by_the_rule_and_never_dropped() {
    let year_2023 = FxRule::FixedYear(year(2023));
    let table: &[(&str, &str, &str, FxRule, &str)] = &[
        ("120 NOK", "2024", "2023-06-01", FxRule::YearAverage, "10"),
        ("120 NOK", "2024", "2023-06-01", FxRule::MonthAverage, "6"),
        ("120 NOK", "2024", "2023-06-01", year_2023, "12"),
        // A lump takes the year of the day it was announced.
        (
            "120 NOK",
            "lump 2023–2027",
            "2024-06-01",
            FxRule::YearAverage,
            "10",
        ),
        // No rate for the year: listed, not summed.
        (
            "120 NOK",
            "2026",
            "2024-06-01",
            FxRule::YearAverage,
            "+1 n/c",
        ),
        (
            "120 NOK",
            "2026",
            "2024-01-01",
            FxRule::MonthAverage,
            "+1 n/c",
        ),
        (
            "120 CHF",
            "2024",
            "2024-06-01",
            FxRule::YearAverage,
            "+1 n/c",
        ),
        ("10 EUR", "2026", "2024-06-01", FxRule::YearAverage, "10"),
    ];
    for (amount, time, day, rule, expected) in table {
        let mut book = Book::new();
        book.gives("no-a01", Allocated, amount, time, day);
        let mut assumptions = book.assumptions();
        assumptions.fx_rule = *rule;
        let total = book
            .under(assumptions)
            .total(&Query::all(Allocated).of(&party("NO")));
        assert_eq!(sum(&total), *expected, "{amount} {time} {rule:?}");
    }
}

#[test]
fn r7_a_running_total_takes_the_mean_of_its_years_weighted_by_days() {
    let mut book = Book::new();
    // 365 days at 10, 366 at 12: 11.00137 NOK for a euro.
    book.counts("no-a01", Delivered, "1100 NOK", "2023-01-01", "2024-12-31");
    assert_eq!(sum(&book.total("NO", Delivered, Span::All)), "99.99");
    // A year without a mean is left out of it, and the sum is an estimate.
    book.counts("no-a01", Delivered, "1100 NOK", "2025-01-01", "2026-06-30");
    assert_eq!(sum(&book.total("NO", Delivered, Span::All)), "100 est");
}

#[test]
fn r7_any_currency_with_a_rate_can_be_shown() {
    let mut book = Book::new();
    book.gives("lt-a01", Allocated, "10 EUR", "2024", "2024-06-01");
    book.gives("lt-a02", Allocated, "24 NOK", "2024", "2024-06-01");
    let mut assumptions = book.assumptions();
    assumptions.currency = "NOK".parse().unwrap();
    let total = book.under(assumptions).total(&Query::all(Allocated));
    assert_eq!(sum(&total), "144");
    assert_eq!(total.unit().code(), "NOK");
}
