//! A problem names the field where something is to be changed, so that it can be shown beside it.

use pledgebook::edit::{AnyRecord, Key, Path, field, fix};
use pledgebook::ledger::{Assumptions, Ledger, Problem, check};
use pledgebook::model::*;

use super::table::{CASES, Written};
use super::{accepted, problems, told};
use crate::laws::book::Book;

/// The problem's record has such a field, whether or not something stands in it.
fn has_field(data: &Dataset, problem: &Problem) -> bool {
    let Some(path) = fix::path_of(problem) else {
        return problem.field.is_empty();
    };
    let key = fix::key_of(data, problem).unwrap();
    let tree = AnyRecord::of(data, &key).unwrap().to_tree();
    field::slot(key.kind, &tree, &path).is_some()
}

#[test]
fn every_problem_names_a_field_that_its_record_has() {
    for case in CASES {
        let mut book = Book::new();
        (case.write)(&mut book, Written::Wrong);
        for found in problems(&book) {
            let told = format!("{}: {} {:?}", found.check, found.record, found.field);
            assert!(has_field(&book.data, &found), "{told}");
        }
    }
    let session = pledgebook::session::Session::sample();
    let data = session.dataset();
    let found = check(&Ledger::new(data.clone(), Assumptions::of(data)));
    assert!(found.len() > 50);
    for found in found {
        assert!(has_field(data, &found), "{} {}", found.record, found.field);
    }
}

#[test]
fn a_problem_stands_beside_the_very_figure_phrase_or_link_that_it_is_about() {
    let mut book = Book::new();
    let from = super::publish(&mut book, "lt-s01");
    let long = "word ".repeat(13);
    let entry = book.gives("lt-a01", Stage::Pledged, "100 EUR", "2024", "");
    entry.figure.cite = super::cite(&from, "a hundred");
    entry.other_figures.push(super::other("101 EUR", "2024"));
    let mut theirs = super::other("200 EUR", "2024");
    theirs.figure.cite = super::cite(&from, &long);
    entry.other_figures.push(theirs);
    let at = |check| {
        let found = told(&book, check, "lt-a01");
        assert_eq!(found.len(), 1, "{check}");
        found[0].field.clone()
    };
    assert_eq!(at("figures-disagree"), "other_figures[1].figure.amount");
    assert_eq!(at("phrase-long"), "other_figures[1].figure.cite.phrase");
    assert_eq!(at("date-missing"), "date");
    let phrase = &told(&book, "phrase-long", "lt-a01")[0];
    for whole in [
        "other_figures",
        "other_figures[1]",
        "other_figures[1].figure.cite",
    ] {
        assert!(phrase.is_within(whole), "{whole}");
    }
    for other in [
        "other_figures[0]",
        "other",
        "figure",
        "",
        "other_figures[1].figure.amount",
    ] {
        assert!(!phrase.is_within(other), "{other}");
    }
}

#[test]
fn an_acceptance_is_not_called_stale_for_what_other_settings_hide() {
    let mut book = Book::new();
    book.data.header.cutoff = Some("2035-01-01".parse().unwrap());
    book.data
        .header
        .accepted
        .push(accepted("term-expired", "lt-2024"));
    assert!(told(&book, "accepted-stale", "").is_empty());
    // Under an earlier cut-off the term has not expired; the acceptance is still of use.
    let mut earlier = book.assumptions();
    earlier.cutoff = Some("2026-01-01".parse().unwrap());
    let stale = |book: &Book, of| {
        let found = check(&book.under(of));
        found.iter().filter(|p| p.check == "accepted-stale").count()
    };
    assert_eq!(stale(&book, earlier.clone()), 0);
    // What no setting brings back is told under any, and so is what is no check at all.
    book.data
        .header
        .accepted
        .push(accepted("title-missing", "lt-2024"));
    book.data
        .header
        .accepted
        .push(accepted("no-such-check", "lt-2024"));
    assert_eq!(stale(&book, earlier), 2);
    assert_eq!(stale(&book, book.assumptions()), 2);
}

#[test]
fn a_path_of_a_problem_is_a_path_of_the_editor() {
    let mut book = Book::new();
    book.gives("lt-a01", Stage::Pledged, "1 EUR", "2024", "");
    let found = &told(&book, "date-missing", "lt-a01")[0];
    let path: Path = found.field.parse().unwrap();
    let key = fix::key_of(&book.data, found).unwrap();
    assert_eq!(key, Key::new(pledgebook::edit::Kind::Aid, "lt-a01"));
    let day = Some(serde_json::json!("2024-05-01"));
    let command = field::set(&book.data, &key, &path, day).unwrap();
    pledgebook::edit::apply(&command.changes, &mut book.data).unwrap();
    assert!(told(&book, "date-missing", "lt-a01").is_empty());
}
