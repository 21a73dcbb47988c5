//! Fixes: a fix removes its problem, adds no error, and is taken back whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use pledgebook::edit::{self, Command, fix};
use pledgebook::ledger::check::CHECKS;
use pledgebook::ledger::{Assumptions, Ledger, Problem, Severity, check};
use pledgebook::model::*;
use pledgebook::session::Session;
use pledgebook::text::{Lang, Texts};

use super::table::{CASES, Written};
use super::{accepted, told};
use crate::laws::book::{Book, fulfils, money_id};

fn found_in(data: &Dataset) -> Vec<Problem> {
    check(&Ledger::new(Arc::new(data.clone()), Assumptions::of(data)))
}

fn errors(found: &[Problem]) -> BTreeSet<(&'static str, String)> {
    let errors = found.iter().filter(|p| p.severity == Severity::Error);
    errors.map(|p| (p.check, p.record.clone())).collect()
}

/// Does a command, looks at what is left, takes it back.
fn keeps_the_law(data: &Dataset, found: &Problem, command: &Command) {
    let before = found_in(data);
    let mut after = data.clone();
    let back = edit::apply(&command.changes, &mut after).unwrap();
    let left = found_in(&after);
    let told = format!("{} of {:?}", found.check, found.record);
    let count = |problems: &[Problem]| {
        let same = |p: &&Problem| p.check == found.check && p.record == found.record;
        problems.iter().filter(same).count()
    };
    assert!(count(&left) < count(&before), "{told} is gone");
    let new: Vec<_> = errors(&left)
        .difference(&errors(&before))
        .cloned()
        .collect();
    assert!(new.is_empty(), "{told}: {new:?}");
    edit::apply(&back, &mut after).unwrap();
    assert_eq!(after, *data, "{told} is back");
}

#[test]
fn every_fix_removes_its_problem_adds_no_error_and_is_taken_back_whole() {
    let mut fixed: BTreeSet<&str> = BTreeSet::new();
    for case in CASES {
        let mut book = Book::new();
        (case.write)(&mut book, Written::Wrong);
        for found in told(&book, case.check, case.record) {
            for (_, command) in fix::fixes(&book.data, &found) {
                keeps_the_law(&book.data, &found, &command);
                fixed.insert(case.check);
            }
        }
    }
    let expected = [
        "accepted-stale",
        "counted-before-begin",
        "duplicate-entry",
        "fulfils-before-promise",
        "fulfils-other-party",
        "link-circle",
        "link-twice",
        "period-backwards",
        "reference-dangling",
        "same-as-other-party",
        "source-missing",
        "source-twice",
        "source-unused",
        "status-order",
        "supersedes-later",
        "supersedes-nothing",
        "text-spaces",
    ];
    assert_eq!(fixed.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn what_can_be_fixed_in_the_bundled_dataset_keeps_the_law() {
    let session = Session::sample();
    let data = session.dataset();
    let mut fixes = 0;
    for found in found_in(data)
        .iter()
        .filter(|p| p.check != "source-undated")
        .step_by(3)
    {
        for (_, command) in fix::fixes(data, found) {
            keeps_the_law(data, found, &command);
            fixes += 1;
        }
    }
    assert!(fixes > 5, "{fixes}");
}

#[test]
fn a_link_that_leads_nowhere_is_cut_only_where_nothing_is_lost_with_it() {
    let mut book = Book::new();
    let from = super::publish(&mut book, "lt-s01");
    book.data.agreements.get_mut("lt-2024").unwrap().party = crate::laws::book::party("XX");
    let entry = book.gives("no-a01", Stage::Pledged, "1 EUR", "2024", "2024-05-01");
    entry.figure.cite = super::cite(&super::source("no-s99"), "one euro");
    let entry = book.gives("no-a02", Stage::Pledged, "2 EUR", "2024", "2024-05-01");
    entry.figure.cite = super::cite(&from, "two euros");
    let voice = |phrase: Option<&str>| Voice {
        source: super::source("no-s99"),
        phrase: phrase.map(|words| Phrase(words.to_owned())),
        wording: None,
    };
    entry.figure.cite.also_in = vec![voice(Some("deux euros")), voice(None)];
    let found = super::problems(&book);
    let found = found.iter().filter(|p| p.check == "reference-dangling");
    let cut = |p: &&Problem| fix::fix(&book.data, p).is_some();
    let (cut, kept): (Vec<&Problem>, Vec<&Problem>) = found
        .filter(|p| p.record.starts_with(['l', 'n']))
        .partition(cut);
    let fields = |of: &[&Problem]| -> Vec<String> { of.iter().map(|p| p.field.clone()).collect() };
    assert_eq!(fields(&cut), ["figure.cite.also_in[1].source"]);
    let kept = fields(&kept);
    for field in [
        "party",
        "figure.cite.source",
        "figure.cite.also_in[0].source",
    ] {
        assert!(kept.iter().any(|f| f == field), "{field}: {kept:?}");
    }
}

/// A book with several safe fixes in one record, whose places in lists would move under each other.
fn crowded() -> Book {
    let mut book = Book::new();
    book.gives("lt-a01", Stage::Pledged, "50 EUR", "2024", "2024-05-01");
    book.promises("lt-c01", Stage::Pledged, "100 EUR", "2024");
    let entry = book.gives("lt-a02", Stage::Pledged, "60 EUR", "2024", "2024-06-01");
    let links = ["lt-a98", "lt-a01", "lt-a99", "lt-a01", "lt-a98"];
    entry.supersedes = links.map(money_id).into();
    for id in ["lt-c99", "lt-c01"] {
        fulfils(entry, id);
    }
    entry.summary = String::from(" A package\n");
    for check in ["date-missing", "phrase-long"] {
        book.data.header.accepted.push(accepted(check, "lt-a01"));
    }
    book
}

#[test]
fn all_safe_fixes_at_once_are_one_step_that_leaves_nothing_safe_to_fix() {
    let book = crowded();
    let found = super::problems(&book);
    let (command, fixed) = fix::fix_all(&book.data, &found).unwrap();
    assert_eq!(fixed.len(), 8, "{fixed:?}");
    let mut after = book.data.clone();
    let back = edit::apply(&command.changes, &mut after).unwrap();
    let entry = &after.aid["lt-a02"];
    assert_eq!(entry.supersedes, [money_id("lt-a01")]);
    assert_eq!(entry.fulfils.len(), 1);
    assert_eq!(entry.fulfils[0].commitment.as_str(), "lt-c01");
    assert_eq!(entry.summary, "A package");
    assert!(after.header.accepted.is_empty());
    assert!(fix::fix_all(&after, &found_in(&after)).is_none());
    edit::apply(&back, &mut after).unwrap();
    assert_eq!(after, book.data);
}

#[test]
fn what_was_accepted_is_left_as_it_is() {
    let mut book = Book::new();
    let entry = book.gives("lt-a01", Stage::Pledged, "1 EUR", "2024", "2024-05-01");
    entry.part_of = Some(money_id("lt-a99"));
    book.data
        .header
        .accepted
        .push(accepted("reference-dangling", "lt-a01"));
    assert!(fix::fix_all(&book.data, &super::problems(&book)).is_none());
}

#[test]
fn a_fix_of_a_problem_that_is_there_no_longer_does_nothing() {
    let mut book = crowded();
    let found = super::problems(&book);
    book.data.aid.remove("lt-a02");
    book.data.header.accepted.clear();
    assert!(fix::fix_all(&book.data, &found).is_none());
    for found in &found {
        assert!(fix::fix(&book.data, found).is_none(), "{found:?}");
    }
    // A link that was mended meanwhile is not cut.
    let mut book = crowded();
    let found = super::problems(&book);
    book.gives("lt-a98", Stage::Pledged, "1 EUR", "2024", "2024-05-01");
    let dangling = found.iter().filter(|p| p.check == "reference-dangling");
    for found in dangling.filter(|p| super::fact(p, "target") == "lt-a98") {
        assert!(fix::fix(&book.data, found).is_none());
    }
}

#[test]
fn every_fix_is_told_in_both_languages() {
    for case in CASES {
        let mut book = Book::new();
        (case.write)(&mut book, Written::Wrong);
        for found in told(&book, case.check, case.record) {
            for name in fix::offered(&book.data, &found) {
                for lang in Lang::ALL {
                    let words = fix::told(name, &found, Texts::new(*lang));
                    assert!(
                        !words.contains(['$', '{']) && !words.starts_with("fix-"),
                        "{words}"
                    );
                }
            }
            let texts = Texts::new(Lang::En);
            assert_eq!(
                fix::told_safe(&found, texts).is_empty(),
                !fix::is_safe(found.check)
            );
        }
    }
    assert!(CHECKS.iter().any(|(check, _)| fix::is_safe(check)));
}
