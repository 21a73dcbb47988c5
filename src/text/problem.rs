//! Words for the problems that the checks find.

use rust_decimal::Decimal;

use crate::ledger::{Problem, Severity};
use crate::model::{Currency, PartialDate, Stage};

use super::{Arg, Texts, dates, numbers, words};

/// The message ids of a check and of its hint. A check that is not in the list shows its own id;
/// a test holds that there is none.
fn ids(check: &'static str) -> (&'static str, &'static str) {
    match check {
        "reference-dangling" => (
            "problem-reference-dangling",
            "problem-reference-dangling-hint",
        ),
        "link-circle" => ("problem-link-circle", "problem-link-circle-hint"),
        "fulfils-other-party" => (
            "problem-fulfils-other-party",
            "problem-fulfils-other-party-hint",
        ),
        "same-as-other-party" => (
            "problem-same-as-other-party",
            "problem-same-as-other-party-hint",
        ),
        "fulfils-shares-over" => (
            "problem-fulfils-shares-over",
            "problem-fulfils-shares-over-hint",
        ),
        "supersedes-later" => ("problem-supersedes-later", "problem-supersedes-later-hint"),
        "supersedes-nothing" => (
            "problem-supersedes-nothing",
            "problem-supersedes-nothing-hint",
        ),
        "supersedes-beyond" => (
            "problem-supersedes-beyond",
            "problem-supersedes-beyond-hint",
        ),
        "parts-exceed-whole" => (
            "problem-parts-exceed-whole",
            "problem-parts-exceed-whole-hint",
        ),
        "source-missing" => ("problem-source-missing", "problem-source-missing-hint"),
        "phrase-missing" => ("problem-phrase-missing", "problem-phrase-missing-hint"),
        "phrase-long" => ("problem-phrase-long", "problem-phrase-long-hint"),
        "date-missing" => ("problem-date-missing", "problem-date-missing-hint"),
        "counted-on-missing" => (
            "problem-counted-on-missing",
            "problem-counted-on-missing-hint",
        ),
        "counted-before-begin" => (
            "problem-counted-before-begin",
            "problem-counted-before-begin-hint",
        ),
        "counted-after-report" => (
            "problem-counted-after-report",
            "problem-counted-after-report-hint",
        ),
        "delivered-before-pledge" => (
            "problem-delivered-before-pledge",
            "problem-delivered-before-pledge-hint",
        ),
        "fulfilment-over" => ("problem-fulfilment-over", "problem-fulfilment-over-hint"),
        "figures-disagree" => ("problem-figures-disagree", "problem-figures-disagree-hint"),
        "duplicate-entry" => ("problem-duplicate-entry", "problem-duplicate-entry-hint"),
        "rate-missing" => ("problem-rate-missing", "problem-rate-missing-hint"),
        "gdp-missing" => ("problem-gdp-missing", "problem-gdp-missing-hint"),
        "term-expired" => ("problem-term-expired", "problem-term-expired-hint"),
        "source-unused" => ("problem-source-unused", "problem-source-unused-hint"),
        "source-undated" => ("problem-source-undated", "problem-source-undated-hint"),
        "party-without-agreement" => (
            "problem-party-without-agreement",
            "problem-party-without-agreement-hint",
        ),
        "cutoff-missing" => ("problem-cutoff-missing", "problem-cutoff-missing-hint"),
        other => (other, other),
    }
}

/// The message of a problem: some are told otherwise where a fact is not there.
fn told_by(problem: &Problem) -> &'static str {
    let lacks = |fact: &str| problem.facts.iter().all(|(name, _)| *name != fact);
    match problem.check {
        "fulfilment-over" if lacks("year") => "problem-fulfilment-over-all",
        "figures-disagree" if lacks("source") => "problem-figures-disagree-unsourced",
        check => ids(check).0,
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
        "date" => {
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

/// What to do about it, in a sentence.
pub fn hint(problem: &Problem, texts: Texts) -> String {
    texts.get(ids(problem.check).1)
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
            "currency", "date", "ids", "parts", "party", "percent", "reason", "source", "stage",
            "target", "whole", "words", "year",
        ];
        let facts = names.map(|name| (name, name.into()));
        for (check, _) in CHECKS {
            for lang in Lang::ALL {
                let texts = Texts::new(*lang);
                let (message, hint) = ids(check);
                assert_ne!(message, *check);
                assert_ne!(texts.with(message, &facts), message);
                assert_ne!(texts.get(hint), hint);
            }
        }
    }
}
