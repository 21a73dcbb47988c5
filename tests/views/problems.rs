//! The page of problems.

use std::sync::Arc;

use pledgebook::ledger::{Assumptions, Ledger, Severity, check};
use pledgebook::model::{AcceptedProblem, PartyId};
use pledgebook::session::Session;
use pledgebook::views::{ProblemFilter, ProblemIndex, ProblemOrder};

use crate::laws::book::{Book, money_id, party};

fn index_of(book: &Book) -> ProblemIndex {
    let ledger = book.ledger();
    ProblemIndex::new(&ledger, &Arc::new(check(&ledger)))
}

/// Lithuania has an entry without a date, Norway one that dangles; a source of Norway is undated.
fn book() -> Book {
    use pledgebook::model::Stage::Pledged;
    let mut book = Book::new();
    book.data.header.title = String::from("A book");
    book.gives("lt-a01", Pledged, "1 EUR", "2024", "")
        .figure
        .cite
        .verified = false;
    for reference in ["ref-fx", "ref-gdp"] {
        book.source(reference, "2024-06-27");
    }
    let source = book.source("no-s01", "");
    let entry = book.gives("no-a01", Pledged, "1 NOK", "2024", "2024-05-01");
    entry.part_of = Some(money_id("no-a99"));
    entry.figure.cite.source = Some(source);
    book
}

/// The checks and records of the rows.
fn rows(index: &ProblemIndex, filter: &ProblemFilter) -> Vec<(&'static str, String)> {
    let list = index.list(filter);
    let rows = list.rows.iter().map(|place| index.at(*place).unwrap().0);
    rows.map(|p| (p.check, p.record.clone())).collect()
}

fn of(party: &str) -> ProblemFilter {
    ProblemFilter {
        party: Some(PartyId::new(party).unwrap()),
        ..ProblemFilter::default()
    }
}

#[test]
fn each_problem_is_that_of_the_party_whose_record_or_source_it_is_about() {
    let index = index_of(&book());
    let norway: Vec<_> = rows(&index, &of("NO"));
    let norway: Vec<&str> = norway.iter().map(|(check, _)| *check).collect();
    assert_eq!(
        norway,
        ["reference-dangling", "phrase-missing", "source-undated"]
    );
    let lithuania = rows(&index, &of("LT"));
    assert!(lithuania.contains(&("date-missing", String::from("lt-a01"))));
    assert_eq!(index.open_of(&party("NO")), 2);
    assert_eq!(index.open_of(&party("SE")), 0);
}

#[test]
fn a_choice_says_how_many_there_would_be_with_the_others_as_they_are() {
    let index = index_of(&book());
    let all = index.list(&ProblemFilter::default());
    let warnings = ProblemFilter {
        severities: [Severity::Warning].into(),
        ..of("NO")
    };
    let list = index.list(&warnings);
    assert_eq!(list.rows.len(), 1);
    let count = |severity| {
        let found = list.severities.iter().find(|(s, _)| *s == severity);
        found.unwrap().1
    };
    // Of Norway's, whatever their severity.
    assert_eq!(count(Severity::Error), 1);
    assert_eq!(count(Severity::Note), 1);
    // Warnings, whoever's they are.
    let lithuania = list.parties.iter().find(|(p, _)| *p == Some(party("LT")));
    assert_eq!(lithuania.unwrap().1, 1);
    let sum: usize = all.severities.iter().map(|(_, count)| count).sum();
    assert_eq!(sum, all.rows.len());
    let sum: usize = all.checks.iter().map(|(_, count)| count).sum();
    assert_eq!(sum, all.rows.len());
}

#[test]
fn accepted_problems_are_counted_and_shown_only_when_asked_for() {
    let mut book = book();
    book.data.header.accepted.push(AcceptedProblem {
        check: String::from("date-missing"),
        record: String::from("lt-a01"),
        reason: String::from("none is known"),
    });
    let index = index_of(&book);
    let list = index.list(&of("LT"));
    assert_eq!((list.accepted, list.rows.len()), (1, 0));
    let shown = ProblemFilter {
        with_accepted: true,
        ..of("LT")
    };
    assert_eq!(
        rows(&index, &shown),
        [("date-missing", String::from("lt-a01"))]
    );
}

#[test]
fn rows_come_worst_first_or_by_record_or_by_check_and_turned_round() {
    let index = index_of(&book());
    let ordered = |order, descending| {
        let filter = ProblemFilter {
            order,
            descending,
            ..ProblemFilter::default()
        };
        let list = index.list(&filter);
        let rows = list
            .rows
            .into_iter()
            .map(|place| index.at(place).unwrap().0.clone());
        rows.collect::<Vec<_>>()
    };
    let by_severity = ordered(ProblemOrder::Severity, false);
    assert!(by_severity.is_sorted_by_key(|p| p.severity));
    let worst_last = ordered(ProblemOrder::Severity, true);
    assert!(worst_last.is_sorted_by(|a, b| a.severity >= b.severity));
    assert!(ordered(ProblemOrder::Record, false).is_sorted_by_key(|p| p.record.clone()));
    assert!(ordered(ProblemOrder::Check, true).is_sorted_by(|a, b| a.check >= b.check));
}

#[test]
fn the_list_of_parties_and_the_page_count_the_same() {
    use pledgebook::views::{Measure, PartyFilter, PartyIndex, parties};
    let session = Session::sample();
    let data = session.dataset();
    let ledger = Ledger::new(data.clone(), Assumptions::of(data));
    let index = ProblemIndex::new(&ledger, &Arc::new(check(&ledger)));
    let names = |area: pledgebook::model::Area| area.key().to_owned();
    let measure = Measure {
        stage: pledgebook::model::Stage::Pledged,
        aid_type: None,
    };
    let list = PartyIndex::new(&ledger, &index, &names);
    let list = parties(&ledger, &list, measure, &PartyFilter::default());
    let mut all = 0;
    for row in &list.rows {
        let filter = of(row.id.as_str());
        let page = index.list(&filter);
        let open = page
            .rows
            .iter()
            .filter(|place| index.at(**place).unwrap().0.is_open());
        assert_eq!(open.count(), row.problems, "{}", row.id);
        all += row.problems;
    }
    assert!(all > 0);
}
