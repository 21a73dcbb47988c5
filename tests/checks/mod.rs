//! What users may count on in the list of problems: each check finds what it is for, and is silent
//! where all is well.

mod fields;
mod figures;
mod fixes;
mod table;

use pledgebook::ledger::{Problem, check};
use pledgebook::model::*;

use crate::laws::book::Book;

/// The problems of a book.
fn problems(book: &Book) -> Vec<Problem> {
    check(&book.ledger())
}

/// The problems of one check with a record.
fn told(book: &Book, check: &str, record: &str) -> Vec<Problem> {
    let of = |p: &Problem| p.check == check && p.record == record;
    problems(book).into_iter().filter(of).collect()
}

fn fact<'a>(problem: &'a Problem, name: &str) -> &'a str {
    let found = problem.facts.iter().find(|(n, _)| *n == name);
    found.map_or("", |(_, value)| value.as_str())
}

fn source(id: &str) -> SourceId {
    SourceId::new(id).unwrap()
}

/// A source that was published in 2024.
fn publish(book: &mut Book, id: &str) -> SourceId {
    book.source(id, "2024-06-27")
}

fn cite(source: &SourceId, phrase: &str) -> Citation {
    Citation {
        source: Some(source.clone()),
        phrase: (!phrase.is_empty()).then(|| Phrase(phrase.to_owned())),
        ..Citation::default()
    }
}

fn accepted(check: &str, record: &str) -> AcceptedProblem {
    AcceptedProblem {
        check: check.to_owned(),
        record: record.to_owned(),
        reason: String::from("the page has none"),
    }
}

/// What another source says of the same thing.
fn other(amount: &str, time: &str) -> OtherFigure {
    use crate::laws::book::{form, period};
    OtherFigure {
        figure: Figure {
            amount: Amount {
                form: form(amount),
                period: period(time),
            },
            as_reported: None,
            cite: cite(&source("lt-s01"), ""),
            date: None,
        },
        why_not_preferred: None,
    }
}
