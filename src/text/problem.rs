//! Words for the problems that the checks find.

use crate::ledger::{Problem, Severity};

use super::{Arg, Texts};

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

fn told(id: &str, problem: &Problem, texts: Texts) -> String {
    let args: Vec<(&'static str, Arg<'_>)> = problem
        .facts
        .iter()
        .map(|(name, value)| (*name, Arg::from(value.as_str())))
        .collect();
    texts.with(id, &args)
}

/// What is wrong, in a sentence.
pub fn message(problem: &Problem, texts: Texts) -> String {
    told(ids(problem.check).0, problem, texts)
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
            "currency", "date", "ids", "parts", "party", "percent", "reason", "stage", "target",
            "whole", "words", "year",
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
