//! `check --fix`, `--accept`, `--unaccept`: what is asked for is done whole and saved, or not at all.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;

struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Desk {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let mut file = std::fs::File::create(&path).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        Self { folder, path }
    }

    fn book() -> Self {
        Self::with(include_str!("problems.in/book.ron"))
    }

    fn check(&self, typed: &[&str]) -> Output {
        let mut command = super::command(&["check"]);
        command.arg(&self.path).args(typed);
        command.env("PLEDGEBOOK_CONFIG_DIR", self.folder.path());
        command.output().unwrap()
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.path).unwrap()
    }

    fn problems(&self) -> Vec<Value> {
        let output = self.check(&["--format", "json"]);
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn has(&self, check: &str) -> bool {
        self.problems().iter().any(|p| p["id"] == check)
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn fixing_from_the_command_line_saves_what_is_safe_and_leaves_the_rest() {
    let desk = Desk::book();
    let output = desk.check(&["--fix"]);
    let said = said(&output);
    assert!(
        said.contains("lt-a02: fixed: cut the link to lt-a99 [reference-dangling]"),
        "{said}"
    );
    for check in ["reference-dangling", "text-spaces", "accepted-stale"] {
        assert!(!desk.has(check), "{check}");
    }
    assert!(desk.has("date-missing"), "only a person knows the date");
    // The file is canonical, and nothing but the fixed lines changed.
    let before: Vec<String> = Desk::book().text().lines().map(str::to_owned).collect();
    let after = desk.text();
    let gone = before.iter().filter(|line| !after.contains(line.as_str()));
    assert_eq!(gone.count(), 4, "{after}");
    let again = desk.check(&["--fix"]);
    assert!(
        self::said(&again).contains("Nothing was to be done"),
        "{again:?}"
    );
    assert_eq!(desk.text(), after);
}

#[test]
fn a_problem_accepted_on_the_command_line_is_in_the_file_with_its_reason() {
    let desk = Desk::book();
    let output = desk.check(&["--accept", "date-missing", "lt-a01", "the page has none"]);
    assert!(
        said(&output).contains("lt-a01: accepted [date-missing]"),
        "{output:?}"
    );
    let accepted = desk.problems();
    let accepted = accepted.iter().find(|p| p["id"] == "date-missing").unwrap();
    assert_eq!(accepted["accepted"], "the page has none");
    let output = desk.check(&["--unaccept", "date-missing", "lt-a01"]);
    assert!(said(&output).contains("accepted no longer"), "{output:?}");
    assert_eq!(desk.text(), Desk::book().text());
}

#[test]
fn one_wrong_wish_leaves_the_file_as_it_was() {
    let desk = Desk::book();
    let before = desk.text();
    let wrong: [&[&str]; 5] = [
        &["--fix", "--accept", "no-such-check", "lt-a01", "because"],
        &[
            "--fix",
            "--accept",
            "date-missing",
            "lt-a02",
            "it has a date",
        ],
        &["--fix", "--accept", "date-missing", "lt-a01", " "],
        &["--fix", "--unaccept", "date-missing", "lt-a01"],
        &["--accept", "date-missing", "lt-a01"],
    ];
    for typed in wrong {
        let output = desk.check(typed);
        assert_eq!(output.status.code(), Some(2), "{typed:?}");
        assert_eq!(desk.text(), before, "{typed:?}");
    }
}

#[test]
fn what_would_lose_something_or_cannot_be_written_is_refused() {
    let commented =
        include_str!("problems.in/book.ron").replacen("    aid: [", "    // ours\n    aid: [", 1);
    let desk = Desk::with(&commented);
    let output = desk.check(&["--fix"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("--drop-comments"), "{output:?}");
    assert_eq!(desk.text(), commented);
    desk.check(&["--fix", "--drop-comments"]);
    assert!(!desk.has("reference-dangling") && !desk.text().contains("// ours"));

    let newer = include_str!("problems.in/book.ron").replacen("schema: 1", "schema: 2", 1);
    let desk = Desk::with(&newer);
    assert_eq!(desk.check(&["--fix"]).status.code(), Some(3));
    assert_eq!(desk.text(), newer);

    for file in [None, Some("-")] {
        let mut command = super::command(&["check", "--fix"]);
        let output = command.args(file).stdin(std::process::Stdio::null());
        assert_eq!(output.output().unwrap().status.code(), Some(2), "{file:?}");
    }
}
