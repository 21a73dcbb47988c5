//! Words for the problems that the checks find.

use rust_decimal::Decimal;

use crate::ledger::{Problem, Severity};
use crate::model::{Currency, PartialDate, Stage};

use super::problem_ids::ids;
use super::{Arg, Texts, dates, numbers, words};

/// The message of a problem: some are told otherwise where a fact is not there.
fn told_by(problem: &Problem) -> &'static str {
    let lacks = |fact: &str| problem.facts.iter().all(|(name, _)| *name != fact);
    match problem.check {
        "fulfilment-over" if lacks("year") => "problem-fulfilment-over-all",
        "figures-disagree" if lacks("source") => "problem-figures-disagree-unsourced",
        "accepted-stale" if lacks("target") => "problem-accepted-stale-book",
        check => ids(check).message,
    }
}

/// A fact as people read it: sums with their digits grouped, stages and dates in words.
fn fact(problem: &Problem, name: &str, value: &str, texts: Texts) -> Arg<'static> {
    let other = |name: &str| problem.facts.iter().find(|(n, _)| *n == name);
    let told = match name {
        "parts" | "whole" => {
            let currency = other("currency").and_then(|(_, code)| Currency::new(code).ok());
            let value: Option<Decimal> = value.parse().ok();
            let sum = value.zip(currency);
            sum.map(|(value, currency)| numbers::money_exact(value, currency, texts))
        }
        "stage" => {
            let stage = Stage::ALL.iter().find(|stage| stage.key() == value);
            stage.map(|stage| words::stage(*stage, texts))
        }
        "date" | "day" => {
            let date: Option<PartialDate> = value.parse().ok();
            date.map(|date| dates::date(date, texts))
        }
        "words" => match value.parse::<u32>() {
            Ok(count) => return count.into(),
            Err(_) => None,
        },
        _ => None,
    };
    told.unwrap_or_else(|| value.to_owned()).into()
}

/// What is wrong, in a sentence.
pub fn message(problem: &Problem, texts: Texts) -> String {
    let args: Vec<(&'static str, Arg<'_>)> = problem
        .facts
        .iter()
        .map(|(name, value)| (*name, fact(problem, name, value, texts)))
        .collect();
    texts.with(told_by(problem), &args)
}

/// What a check is called: `Figures disagree`.
pub fn name(check: &'static str, texts: Texts) -> String {
    texts.get(ids(check).name)
}

/// What to do about it, in a sentence.
pub fn hint(problem: &Problem, texts: Texts) -> String {
    texts.get(ids(problem.check).hint)
}

/// With which reason somebody accepted it; none: nobody did.
pub fn accepted(problem: &Problem, texts: Texts) -> Option<String> {
    let reason = problem.accepted.as_deref()?;
    Some(texts.with("problem-accepted", &[("reason", reason.into())]))
}

/// How bad it is, in a word.
pub fn severity(severity: Severity, texts: Texts) -> String {
    texts.get(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::check::CHECKS;
    use crate::text::Lang;

    #[test]
    fn every_check_has_words_in_both_languages() {
        let names = [
            "address", "check", "currency", "date", "day", "ids", "language", "parts", "party",
            "percent", "reason", "source", "stage", "target", "whole", "words", "year", "years",
        ];
        let facts = names.map(|name| (name, name.into()));
        for (check, _) in CHECKS {
            for lang in Lang::ALL {
                let texts = Texts::new(*lang);
                let ids = ids(check);
                assert_ne!(ids.message, *check);
                assert_ne!(texts.with(ids.message, &facts), ids.message);
                assert_ne!(texts.get(ids.hint), ids.hint);
                assert_ne!(texts.get(ids.name), ids.name);
            }
        }
    }
}
