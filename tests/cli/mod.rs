//! The command line, as people and scripts use it: transcripts over the real program, and what its
//! JSON and CSV may be counted on for.

mod chart;
mod check;
mod recover;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use rust_decimal::Decimal;
use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_pledgebook");

#[test]
fn transcripts_are_what_the_program_says() {
    trycmd::TestCases::new()
        .register_bin("pledgebook", std::path::Path::new(PROGRAM))
        .env("PLEDGEBOOK_LANG", "en")
        .env("DISPLAY", "")
        .env("WAYLAND_DISPLAY", "")
        .env("WAYLAND_SOCKET", "")
        .case("tests/cli/*.md")
        .case("README.md");
}

fn command(typed: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(typed).env("PLEDGEBOOK_LANG", "en");
    command
}

fn run(typed: &[&str]) -> Output {
    command(typed).output().unwrap()
}

fn out(typed: &[&str]) -> String {
    let output = run(typed);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{typed:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(typed: &[&str]) -> Value {
    let typed = [typed, &["--format", "json"]].concat();
    serde_json::from_str(&out(&typed)).unwrap()
}

/// Feeds standard input, and gives the exit code and standard output.
fn fed(typed: &[&str], input: &[u8]) -> (Option<i32>, String) {
    let mut command = command(typed);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
    )
}

fn decimal(value: &Value) -> Option<Decimal> {
    value.as_str().map(|text| text.parse().unwrap())
}

/// Low, high (none: open) and the counts of an amount, all added.
type Sum = (Decimal, Option<Decimal>, u64, u64);

fn of(amount: &Value) -> Sum {
    let count = |key: &str| amount[key].as_u64().unwrap();
    let low = decimal(&amount["low"]).unwrap();
    (
        low,
        decimal(&amount["high"]),
        count("about"),
        count("undisclosed"),
    )
}

fn plus(a: Sum, b: Sum) -> Sum {
    let high = a.1.zip(b.1).map(|(a, b)| a + b);
    (a.0 + b.0, high, a.2 + b.2, a.3 + b.3)
}

const NOTHING: Sum = (Decimal::ZERO, Some(Decimal::ZERO), 0, 0);

const STAGES: [&str; 5] = ["pledged", "committed", "allocated", "delivered", "unclear"];

#[test]
fn every_total_by_party_is_the_sum_of_its_leaves_to_the_cent() {
    for stage in STAGES {
        let table = json(&["total", "--stage", stage, "--by", "party"]);
        let rows = table["rows"].as_array().unwrap();
        assert!(rows.len() >= 29, "a row for every party");
        let asked: Vec<String> = rows
            .iter()
            .map(|row| format!("{stage}:{}", row["party"].as_str().unwrap()))
            .collect();
        let mut typed = vec!["explain"];
        typed.extend(asked.iter().map(String::as_str));
        let trees = json(&typed);
        let mut all = NOTHING;
        for (row, tree) in rows.iter().zip(trees.as_array().unwrap()) {
            let leaves = tree["leaves"].as_array().unwrap();
            let sum = leaves
                .iter()
                .map(|leaf| of(&leaf["amount"]))
                .fold(NOTHING, plus);
            assert_eq!(sum, of(&row["amount"]), "{stage} {}", row["party"]);
            assert_eq!(row["amount"]["stage"], stage);
            assert_eq!(row["ids"], tree["ids"], "the ids under both are the same");
            assert_eq!(row["basis"], tree["basis"]);
            all = plus(all, sum);
        }
        assert_eq!(
            all,
            of(&table["total"]["amount"]),
            "{stage}: the parties are all there is"
        );
    }
}

#[test]
fn an_amount_in_json_has_exactly_the_fields_that_are_promised() {
    let table = json(&["total", "--stage", "unclear", "--by", "party"]);
    for row in table["rows"].as_array().unwrap() {
        let keys: Vec<&str> = row["amount"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            keys,
            [
                "low",
                "high",
                "about",
                "undisclosed",
                "unit",
                "stage",
                "estimate"
            ]
        );
        let low = row["amount"]["low"].as_str().unwrap();
        assert!(
            low.bytes().all(|b| b.is_ascii_digit() || b == b'.'),
            "{low} is plain"
        );
    }
}

#[test]
fn the_list_is_an_array_with_an_object_for_each_party_in_the_order_of_the_list() {
    let list = json(&["list"]);
    let rows = list.as_array().unwrap();
    assert_eq!(rows.len(), 29);
    let names: Vec<&str> = rows
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(names, sorted);
    for row in rows {
        let totals = row["totals"].as_object().unwrap();
        assert!(STAGES.iter().all(|stage| totals.contains_key(*stage)));
        assert!(!row["agreements"].as_array().unwrap().is_empty());
    }
}

#[test]
fn what_lithuania_promised_for_2024_and_what_arrived_is_told_in_one_line() {
    let told = json(&["fulfilment", "LT", "--year", "2024"]);
    assert_eq!(told["promised"]["low"], "196032500", "0.25 % of 78.413 bn");
    assert_eq!(told["promised"]["high"], "196032500");
    let arrived: BTreeMap<&str, &Value> = told["arrived"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["stage"].as_str().unwrap(), row))
        .collect();
    assert_eq!(arrived["unclear"]["amount"]["low"], "80000000");
    assert_eq!(arrived["unclear"]["amount"]["about"], 1);
    assert_eq!(arrived["allocated"]["amount"]["low"], "35000000");
    let ratio = decimal(&arrived["unclear"]["ratio"]["low"]).unwrap();
    assert_eq!(ratio.round_dp(3), "0.408".parse().unwrap());
    assert!(
        !arrived.contains_key("pledged"),
        "the promise is not what arrived"
    );
}

#[test]
fn the_tree_goes_down_to_the_phrase_and_the_link() {
    let tree = json(&["explain", "lt-2024-c01"]);
    let year_2024 = tree["children"]
        .as_array()
        .unwrap()
        .iter()
        .find(|leaf| leaf["year"] == 2024);
    let leaf = year_2024.unwrap();
    assert_eq!(leaf["original"]["percent"], "0.25");
    assert_eq!(leaf["conversion"]["gdp"], "78413000000");
    assert_eq!(leaf["conversion"]["vintage"], "IMF WEO October 2025");
    let phrase = leaf["phrase"].as_str().unwrap();
    assert!(phrase.starts_with("will seek annually"));
    let link = leaf["link"].as_str().unwrap();
    assert!(link.contains("#:~:text=will%20seek%20annually"), "{link}");
}

#[test]
fn a_number_can_be_asked_for_in_one_word_or_in_several() {
    let one = json(&["explain", "pledged:LT:2024:military"]);
    let several = json(&["explain", "pledged", "lt", "military", "2024"]);
    assert_eq!(one["amount"], several["amount"]);
    let two = json(&["explain", "lt-a01", "delivered:LT"]);
    assert_eq!(two.as_array().unwrap().len(), 2);
    let promise = json(&["explain", "fulfilment:LT:2024"]);
    assert_eq!(promise["promised"][0]["amount"]["low"], "196032500");
}

#[test]
fn settings_change_what_is_counted_and_stand_beside_the_number() {
    let early = json(&["total", "--stage", "pledged", "--as-of", "2024-01"]);
    assert_eq!(early["assumptions"]["cutoff"], "2024-01-31");
    let late = json(&["total", "--stage", "pledged"]);
    assert!(decimal(&early["total"]["amount"]["low"]) < decimal(&late["total"]["amount"]["low"]));
    let dollars = json(&[
        "total",
        "--stage",
        "pledged",
        "--currency",
        "usd",
        "--fx",
        "fixed:2024",
    ]);
    assert_eq!(dollars["total"]["amount"]["unit"], "USD");
    assert_eq!(dollars["assumptions"]["fx_rule"]["fixed_year"], 2024);
    let carried = json(&["fulfilment", "LT", "--year", "2030", "--carry-gdp"]);
    assert_eq!(carried["promised"]["estimate"], true);
    let shares = json(&[
        "total",
        "--stage",
        "delivered",
        "--by",
        "party",
        "--split-lumps",
    ]);
    assert_eq!(shares["assumptions"]["lumps"], "split_evenly");
}

#[test]
fn a_table_of_every_kind_has_rows() {
    for by in ["party", "type", "year", "month"] {
        let table = json(&["total", "--stage", "committed", "--by", by]);
        let rows = table["rows"].as_array().unwrap();
        assert!(rows.len() > 3, "{by}");
        assert!(
            rows.iter()
                .all(|row| row.get(by).is_some() && row.get("ids").is_some())
        );
    }
}

#[test]
fn csv_has_one_heading_and_as_many_fields_in_every_row() {
    for typed in [
        &["list"][..],
        &["total", "--stage", "pledged", "--by", "year"],
        &["fulfilment", "LT"],
        &["show", "LT"],
        &["show", "lt-a01"],
        &["explain", "pledged:LT:2024"],
        &["matrix"],
        &["matrix", "--compare", "GB,LT"],
        &["check"],
    ] {
        let text = out(&[typed, &["--format", "csv"]].concat());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        assert!(headings.len() > 1, "{typed:?}");
        let rows = reader.records().map(Result::unwrap).count();
        assert!(rows > 0, "{typed:?}");
    }
}

#[test]
fn every_record_can_be_shown_and_its_ron_is_read_again() {
    for id in [
        "LT",
        "lt-2024",
        "lt-2024-c01",
        "lt-a01",
        "lt-s01",
        "gdp-lt-weo-2025-10",
    ] {
        let shown = json(&["show", id]);
        assert_eq!(shown["id"], *id);
        assert!(!out(&["show", id]).is_empty());
        let ron = out(&["show", id, "--format", "ron"]);
        let (code, again) = fed(&["fmt", "-"], ron.as_bytes());
        assert_eq!((code, again.as_str()), (Some(0), ron.as_str()), "{id}");
    }
    assert!(out(&["list", "--format", "ron"]).contains("id: \"LT\""));
}

#[test]
fn the_bundled_dataset_is_canonical_and_has_no_errors() {
    let bundled = std::fs::read("assets/dataset/pledgebook.ron").unwrap();
    assert_eq!(run(&["fmt"]).stdout, bundled);
    assert_eq!(
        run(&["fmt", "--check", "assets/dataset/pledgebook.ron"])
            .status
            .code(),
        Some(0)
    );
    assert_eq!(run(&["check"]).status.code(), Some(0));
    let (code, listed) = fed(&["list", "--file", "-", "--format", "json"], &bundled);
    assert_eq!(code, Some(0));
    assert_eq!(
        listed,
        out(&["list", "--format", "json"]),
        "the same by standard input"
    );
}

#[test]
fn fmt_writes_in_place_but_drops_no_comment_without_consent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    let name = path.to_str().unwrap();
    let before = std::fs::read("tests/cli/files/comments.ron").unwrap();
    std::fs::copy("tests/cli/files/comments.ron", &path).unwrap();
    assert_eq!(run(&["fmt", name, "--check"]).status.code(), Some(1));
    let refused = run(&["fmt", name, "--write"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(std::fs::read(&path).unwrap(), before, "nothing was touched");
    let agreed = run(&["fmt", name, "--write", "--drop-comments"]);
    assert_eq!(agreed.status.code(), Some(0));
    assert_eq!(run(&["fmt", name, "--check"]).status.code(), Some(0));
    let after = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
    assert!(after.contains("Литва") && !after.contains("by hand"));
}

#[test]
fn a_damaged_file_is_never_written_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    std::fs::copy("tests/cli/files/damaged.ron", &path).unwrap();
    let before = std::fs::read(&path).unwrap();
    let output = run(&["fmt", path.to_str().unwrap(), "--write"]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let mut command = command(&["show", "LT", "--format", "json"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_same_is_told_in_ukrainian() {
    let told = out(&["fulfilment", "LT", "--year", "2024", "--lang", "uk"]);
    assert!(told.starts_with("Литва"), "{told}");
    assert!(told.contains("196\u{202f}млн\u{202f}€"), "{told}");
    let tree = out(&["explain", "lt-2024-c01", "--lang", "uk"]);
    assert!(tree.contains("наше прочитання"), "{tree}");
}

#[test]
fn a_party_is_meant_by_its_id_its_code_or_its_name_in_either_language() {
    let by =
        |typed: &str| json(&["total", "--stage", "pledged", "--party", typed])["total"].clone();
    for typed in ["lt", "LTU", "Lithuania", "ЛИТВА"] {
        assert_eq!(by(typed), by("LT"), "{typed}");
    }
    assert_eq!(
        json(&["explain", "pledged", "Литва", "2024"])["amount"],
        json(&["explain", "pledged:LT:2024"])["amount"]
    );
    assert_eq!(
        json(&["explain", "LT-A01"])["ids"],
        json(&["explain", "lt-a01"])["ids"]
    );
}

#[test]
fn no_number_goes_without_the_assumptions_it_was_counted_under() {
    for typed in [
        &["list"][..],
        &["total", "--stage", "pledged", "--by", "type"],
        &["fulfilment", "LT"],
        &["fulfilment", "--year", "2024"],
        &["show", "LT"],
        &["explain", "pledged:LT:2024"],
    ] {
        let under = ["--as-of", "2024-12-31", "--fx", "fixed:2024"];
        let typed = [typed, &under].concat();
        let shown = out(&typed).replace(['\u{202f}', '\u{a0}'], " ");
        let last = shown.lines().last().unwrap();
        assert!(last.contains("31 Dec 2024"), "{typed:?}: {last}");
        let text = out(&[&typed[..], &["--format", "csv"]].concat());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let of = |name: &str| headings.iter().position(|its| its == name).unwrap();
        let (cutoff, rule) = (of("cutoff"), of("fx_rule"));
        for row in reader.records().map(Result::unwrap) {
            assert_eq!(&row[cutoff], "2024-12-31");
            assert_eq!(&row[rule], "fixed_year 2024");
        }
    }
}

#[test]
fn figures_in_csv_add_up_to_the_number_that_they_explain() {
    let number = json(&["explain", "delivered"]);
    let text = out(&["explain", "delivered", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let low = headings
        .iter()
        .position(|its| its == "amount_low (EUR)")
        .unwrap();
    let rows = reader.records().map(|row| row.unwrap()[low].to_owned());
    let sum: Decimal = rows
        .filter(|field| !field.is_empty())
        .map(|field| field.parse::<Decimal>().unwrap())
        .sum();
    assert_eq!(Some(sum), decimal(&number["amount"]["low"]));
    assert!(sum > Decimal::ZERO);
}

#[test]
fn every_party_with_a_promise_stands_in_the_fulfilment_of_a_year() {
    let all = json(&["fulfilment", "--year", "2024"]);
    let rows = all["rows"].as_array().unwrap();
    let lithuania = rows.iter().find(|row| row["party"] == "LT").unwrap();
    let alone = json(&["fulfilment", "LT", "--year", "2024"]);
    for same in ["promised", "arrived", "ratio", "ids"] {
        assert_eq!(lithuania[same], alone[same], "{same}");
    }
    assert!(
        rows.iter().all(|row| row["party"] != "GR"),
        "Greece named no sum"
    );
}

#[test]
fn every_amount_that_is_shown_is_an_object_with_bounds() {
    fn look(value: &Value, seen: &mut usize) {
        match value {
            Value::Object(object) => {
                if let Some(amount) = object.get("amount").filter(|its| !its.is_null()) {
                    for key in [
                        "low",
                        "high",
                        "about",
                        "undisclosed",
                        "unit",
                        "stage",
                        "estimate",
                    ] {
                        assert!(amount.get(key).is_some(), "{key}: {amount}");
                    }
                    *seen += 1;
                }
                object.values().for_each(|its| look(its, seen));
            }
            Value::Array(list) => list.iter().for_each(|its| look(its, seen)),
            _ => {}
        }
    }
    for typed in [
        &["show", "LT"][..],
        &["show", "lt-a01"],
        &["show", "lt-2024-c01"],
        &["explain", "pledged:LT:2024"],
        &["total", "--stage", "unclear", "--by", "party"],
        &["fulfilment", "LT", "--year", "2024"],
    ] {
        let mut seen = 0;
        look(&json(typed), &mut seen);
        assert!(seen > 0, "{typed:?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told_before_any_window() {
    let missing = run(&["no-such-book.ron"]);
    assert_eq!(missing.status.code(), Some(3));
    let meant_a_command = run(&["chek"]);
    assert_eq!(meant_a_command.status.code(), Some(3));
    let said = String::from_utf8_lossy(&meant_a_command.stderr).into_owned();
    assert!(said.contains("chek") && said.contains("--help"), "{said}");
}

#[test]
fn a_currency_without_any_rate_is_told_and_nothing_is_dropped() {
    let output = run(&[
        "total",
        "--stage",
        "pledged",
        "--currency",
        "XAF",
        "--format",
        "json",
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("XAF"));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(told["total"]["not_converted"].as_u64().unwrap() > 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_trouble_and_not_silence() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let output = command(&["list"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(!output.stderr.is_empty());
}
