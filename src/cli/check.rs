//! `check`: what is wrong or doubtful in a dataset, with the line of each record.

use std::path::Path;

use serde_json::{Value, json};

use super::args::Format;
use super::context::Context;
use super::output::pretty;
use super::{Done, Outcome, no_ron};
use crate::ledger::{Problem, Severity, check};
use crate::report::{Exit, Report};
use crate::store::format::Damage;
use crate::text::{numbers, problem};

/// One problem, or one part of the file that could not be read.
struct Found {
    check: &'static str,
    severity: Severity,
    record: String,
    field: String,
    rule: Option<&'static str>,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    hint: String,
    accepted: Option<String>,
}

/// Runs `check`.
pub(super) fn run(context: &Context, strict: bool) -> Outcome {
    let damage = context.session.damage().iter();
    let mut found: Vec<Found> = damage.map(|damage| of_damage(context, damage)).collect();
    let problems = check(&context.ledger);
    found.extend(problems.iter().map(|problem| of_problem(context, problem)));
    let open = |severity| {
        let of = |found: &&Found| found.severity == severity && found.accepted.is_none();
        found.iter().filter(of).count()
    };
    let (errors, warnings, notes) = (
        open(Severity::Error),
        open(Severity::Warning),
        open(Severity::Note),
    );
    let data = match context.format {
        Format::Table => table(context, &found),
        Format::Csv => csv(context, &found),
        Format::Json => pretty(&Value::Array(
            found.iter().map(|f| object(context, f)).collect(),
        )),
        Format::Ron => return Err(no_ron(context.texts, "check")),
    };
    let texts = context.texts;
    let count = |n: usize| numbers::count(u64::try_from(n).unwrap_or(u64::MAX), texts);
    let counts = [
        texts.with(
            "cli-check-errors",
            &[("count", errors.into()), ("number", count(errors).into())],
        ),
        texts.with(
            "cli-check-warnings",
            &[
                ("count", warnings.into()),
                ("number", count(warnings).into()),
            ],
        ),
        texts.with(
            "cli-check-notes",
            &[("count", notes.into()), ("number", count(notes).into())],
        ),
    ];
    let mut words: Vec<String> = context.warnings();
    // The damage stands in the data already.
    words.drain(..context.session.damage().len().min(words.len()));
    words.push(counts.join(", "));
    let failed = errors > 0 || (strict && warnings > 0);
    Ok(Done {
        data,
        words,
        exit: if failed { Exit::Problems } else { Exit::Fine },
    })
}

fn of_damage(context: &Context, damage: &Damage) -> Found {
    let path = context.session.path().unwrap_or(Path::new("-"));
    let report = Report::of_damage(damage, path, None, context.texts);
    Found {
        check: "file-damage",
        severity: Severity::Error,
        record: damage.record.clone().unwrap_or_default(),
        field: String::new(),
        rule: None,
        line: Some(damage.place.line),
        column: Some(damage.place.column),
        message: report.message,
        hint: report.hints.join(" "),
        accepted: None,
    }
}

fn of_problem(context: &Context, problem: &Problem) -> Found {
    let texts = context.texts;
    Found {
        check: problem.check,
        severity: problem.severity,
        record: problem.record.clone(),
        field: problem.field.clone(),
        rule: problem.rule.map(crate::ledger::Rule::id),
        line: context.session.line_of(&problem.record),
        column: None,
        message: problem::message(problem, texts),
        hint: problem::hint(problem, texts),
        accepted: problem.accepted.clone(),
    }
}

/// `file:line: severity: record: message [check]`, then the hint, as compilers do.
fn table(context: &Context, found: &[Found]) -> String {
    let texts = context.texts;
    let file = match context.session.path() {
        Some(path) => path.display().to_string(),
        None => texts.get("cli-sample-name"),
    };
    let mut out = String::new();
    for problem in found {
        let place = match (problem.line, problem.column) {
            (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
            (Some(line), None) => format!("{file}:{line}"),
            _ => file.clone(),
        };
        let severity = problem::severity(problem.severity, texts);
        let record = if problem.record.is_empty() {
            String::new()
        } else {
            format!("{}: ", problem.record)
        };
        let Found {
            check,
            message,
            hint,
            ..
        } = problem;
        out.push_str(
            &[
                &place, ": ", &severity, ": ", &record, message, " [", check, "]\n  ", hint, "\n",
            ]
            .concat(),
        );
        if let Some(reason) = &problem.accepted {
            let said = texts.with("problem-accepted", &[("reason", reason.into())]);
            out.push_str(&["  ", &said, "\n"].concat());
        }
    }
    out
}

fn csv(context: &Context, found: &[Found]) -> String {
    use super::output::{Cell, Column, Sheet};
    let optional = |text: &Option<String>| text.clone().map_or(Cell::Nothing, Cell::Text);
    let keys = [
        "severity", "check", "record", "field", "rule", "line", "message", "hint", "accepted",
    ];
    let sheet = Sheet {
        columns: keys.map(Column::data).into(),
        rows: found
            .iter()
            .map(|found| {
                vec![
                    Cell::Text(found.severity.key().to_owned()),
                    Cell::Text(found.check.to_owned()),
                    Cell::Text(found.record.clone()),
                    Cell::Text(found.field.clone()),
                    optional(&found.rule.map(str::to_owned)),
                    optional(&found.line.map(|line| line.to_string())),
                    Cell::Text(found.message.clone()),
                    Cell::Text(found.hint.clone()),
                    optional(&found.accepted),
                ]
            })
            .collect(),
        unit: context.ledger.assumptions().currency,
    };
    sheet.csv()
}

fn object(_: &Context, found: &Found) -> Value {
    json!({
        "id": found.check,
        "severity": found.severity.key(),
        "record": found.record,
        "field": found.field,
        "rule": found.rule,
        "line": found.line,
        "column": found.column,
        "message": found.message,
        "hint": found.hint,
        "accepted": found.accepted,
        "ids": if found.record.is_empty() { vec![] } else { vec![found.record.as_str()] },
    })
}
