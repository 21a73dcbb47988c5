//! The numbers of charts on the command line.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{decimal, json, out, run};

const KINDS: [&str; 13] = [
    "ranked",
    "by-type",
    "by-instrument",
    "gdp",
    "per-head",
    "fulfilment",
    "over-time",
    "by-year",
    "by-month",
    "multiples",
    "share",
    "spread",
    "promises",
];

fn rows(chart: &Value) -> &Vec<Value> {
    chart["rows"].as_array().unwrap()
}

#[test]
fn every_kind_of_chart_prints_its_numbers_in_every_form() {
    for kind in KINDS {
        let chart = json(&["chart", kind, "--stage", "pledged"]);
        assert_eq!(chart["kind"], kind);
        assert_eq!(chart["chart"], format!("kind={kind}&stage=pledged"));
        let csv = out(&["chart", kind, "--stage", "pledged", "--format", "csv"]);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let of = |name: &str| headings.iter().position(|h| h == name);
        let low = of("amount_low").unwrap();
        let unit = of("amount_unit").unwrap();
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows(&chart).len(), "{kind}");
        for (record, row) in records.iter().zip(rows(&chart)) {
            let amount = &row["amount"];
            assert_eq!(amount["unit"], record[unit]);
            assert_eq!(amount["unit"], chart["unit"]);
            // Nothing known is an empty field, not zero.
            let value = if record[low].is_empty() {
                "0"
            } else {
                &record[low]
            };
            assert_eq!(amount["low"], value, "{kind}");
            assert!(row["ids"].is_array() && row["basis"].is_null() != row["basis"].is_object());
        }
        let table = out(&["chart", kind, "--stage", "pledged", "--lang", "uk"]);
        assert_eq!(table.lines().count(), records.len() + 2, "{kind}");
    }
}

#[test]
fn ranked_bars_come_to_the_total_that_stands_with_them() {
    let chart = json(&["chart", "ranked", "--stage", "delivered"]);
    let low = |row: &Value| decimal(&row["amount"]["low"]).unwrap();
    let sum: Decimal = rows(&chart).iter().map(low).sum();
    assert_eq!(sum, low(&chart["total"]));
    let total = json(&["total", "--stage", "delivered"]);
    assert_eq!(chart["total"], total["total"]);
}

#[test]
fn a_part_names_its_row_and_the_rows_own_total() {
    let chart = json(&["chart", "by-type", "--party", "US"]);
    let parts: Vec<&str> = rows(&chart)
        .iter()
        .map(|row| row["part"].as_str().unwrap())
        .collect();
    assert_eq!(parts.last(), Some(&"not_itemised"));
    let low = |value: &Value| decimal(&value["low"]).unwrap();
    let sum: Decimal = rows(&chart).iter().map(|row| low(&row["amount"])).sum();
    assert_eq!(sum, low(&rows(&chart)[0]["whole"]));
}

#[test]
fn a_chart_is_narrowed_and_ordered_as_asked() {
    let typed = [
        "chart",
        "fulfilment",
        "--stage",
        "allocated",
        "--year",
        "2024",
    ];
    let chart = json(&[&typed[..], &["--type", "military", "--order", "gap"]].concat());
    let asked = "kind=fulfilment&type=military&year=2024&order=gap";
    assert_eq!(chart["chart"], asked);
    let gap = |row: &Value| {
        let promised = decimal(&row["promised"]["low"])?;
        Some(promised - decimal(&row["amount"]["low"])?)
    };
    // What arrived of a promise of two stages has no ratio, and such a row stands last.
    let has_gap = |row: &&Value| {
        let no_ratio = row["ratio"].is_null() && !row["basis"].is_null();
        row["promised"]["low"] != "0" && !no_ratio
    };
    let with: Vec<Decimal> = rows(&chart)
        .iter()
        .filter(has_gap)
        .filter_map(gap)
        .collect();
    assert!(
        with.len() > 3 && with.is_sorted_by(|a, b| a >= b),
        "{with:?}"
    );
    let two = json(&["chart", "ranked", "--party", "Литва", "--party", "lv"]);
    assert_eq!(two["chart"], "kind=ranked&parties=LT,LV");
}

#[test]
fn a_kind_that_there_is_not_is_wrong_use() {
    let output = run(&["chart", "pie"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("pie") && said.contains("KIND"), "{said}");
    let ron = run(&["chart", "ranked", "--format", "ron"]);
    assert_eq!(ron.status.code(), Some(2));
}
