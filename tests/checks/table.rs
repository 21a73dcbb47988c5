//! One case for each check: a book with the problem, and the same book put right.

use pledgebook::ledger::Severity::{self, Error, Note, Warning};
use pledgebook::ledger::check::CHECKS;
use pledgebook::model::*;
use pledgebook::text::{Lang, Texts, problem};

use super::{accepted, cite, fact, other, problems, publish, source, told};
use crate::laws::book::{Book, fulfils, money_id, party};

/// A check, how bad it is, the record it is about, and the book with and without the problem.
pub(super) struct Case {
    pub(super) check: &'static str,
    severity: Severity,
    pub(super) record: &'static str,
    pub(super) write: fn(&mut Book, Written),
}

/// Whether the book is written with the problem in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    Wrong,
    Right,
}

impl Written {
    fn either<T>(self, wrong: T, right: T) -> T {
        match self {
            Self::Wrong => wrong,
            Self::Right => right,
        }
    }
}

const fn case(
    check: &'static str,
    severity: Severity,
    record: &'static str,
    write: fn(&mut Book, Written),
) -> Case {
    Case {
        check,
        severity,
        record,
        write,
    }
}

const DELIVERED: Stage = Stage::Delivered;
const PLEDGED: Stage = Stage::Pledged;

pub(super) const CASES: &[Case] = &[
    case("reference-dangling", Error, "lt-a01", |book, w| {
        book.gives("lt-a02", PLEDGED, "90 EUR", "2024", "2024-05-01");
        let part = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        part.part_of = Some(money_id(w.either("lt-a99", "lt-a02")));
    }),
    case("link-circle", Error, "lt-a01", |book, w| {
        let one = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        one.part_of = Some(money_id("lt-a02"));
        let two = book.gives("lt-a02", PLEDGED, "90 EUR", "2024", "2024-05-01");
        two.same_as = w.either(Some(money_id("lt-a01")), None);
    }),
    case("link-twice", Note, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        let later = book.gives("lt-a02", PLEDGED, "60 EUR", "2024", "2024-06-01");
        later.supersedes = vec![money_id("lt-a01"); w.either(2, 1)];
    }),
    case("fulfils-before-promise", Warning, "lt-a01", |book, w| {
        book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
        let entry = book.gives(
            "lt-a01",
            DELIVERED,
            "50 EUR",
            w.either("2023", "2024"),
            "2023-05-01",
        );
        fulfils(entry, "lt-c01");
    }),
    case("fulfils-other-party", Error, "lt-a01", |book, w| {
        book.promises("no-c01", PLEDGED, "100 NOK", "2024");
        book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
        let entry = book.gives("lt-a01", DELIVERED, "50 EUR", "2024", "2024-07-01");
        fulfils(entry, w.either("no-c01", "lt-c01"));
    }),
    case("same-as-other-party", Warning, "lt-a01", |book, w| {
        book.gives("no-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        book.gives("lt-a02", PLEDGED, "50 EUR", "2024", "2024-05-01");
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.same_as = Some(money_id(w.either("no-a01", "lt-a02")));
    }),
    case("fulfils-shares-over", Warning, "lt-a01", |book, w| {
        book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
        book.promises("lt-c02", PLEDGED, "100 EUR", "2024");
        let entry = book.gives("lt-a01", DELIVERED, "50 EUR", "2024", "2024-07-01");
        fulfils(entry, "lt-c01");
        fulfils(entry, "lt-c02");
        for part in &mut entry.fulfils {
            part.share = Percent::new(w.either(60, 50).into()).unwrap();
        }
    }),
    case("supersedes-later", Warning, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        let day = w.either("2024-04-30", "2024-05-01");
        let later = book.gives("lt-a02", PLEDGED, "60 EUR", "2024", day);
        later.supersedes.push(money_id("lt-a01"));
    }),
    case("supersedes-nothing", Warning, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "50 EUR", "lump 2023–2025", "2024-05-01");
        let years = w.either("2024", "2023–2025");
        let later = book.gives("lt-a02", PLEDGED, "60 EUR", years, "2024-06-01");
        later.supersedes.push(money_id("lt-a01"));
    }),
    case("supersedes-beyond", Note, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "50 EUR", "lump 2023–2027", "2024-05-01");
        let years = w.either("lump 2025–2030", "lump 2023–2030");
        let later = book.gives("lt-a02", PLEDGED, "60 EUR", years, "2024-06-01");
        later.supersedes.push(money_id("lt-a01"));
    }),
    case("parts-exceed-whole", Error, "lt-a01", |book, w| {
        book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
        book.gives("lt-a02", PLEDGED, "60 EUR", "2024", "2024-05-01")
            .part_of = Some(money_id("lt-a01"));
        let second = w.either("43 EUR", "42 EUR");
        book.gives("lt-a03", PLEDGED, second, "2024", "2024-05-01")
            .part_of = Some(money_id("lt-a01"));
    }),
    case("source-missing", Error, "lt-a01", |book, w| {
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.figure.cite.verified = w.either(true, false);
    }),
    case("phrase-missing", Warning, "lt-a01", |book, w| {
        let from = publish(book, "lt-s01");
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.figure.cite = cite(&from, w.either("", "fifty euros"));
    }),
    case("phrase-long", Warning, "lt-a01", |book, w| {
        let from = publish(book, "lt-s01");
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.figure.cite = cite(&from, &"word ".repeat(w.either(13, 12)));
    }),
    case("date-missing", Warning, "lt-a01", |book, w| {
        let day = w.either("", "2024-05-01");
        book.gives("lt-a01", PLEDGED, "50 EUR", "2024", day);
    }),
    case("counted-on-missing", Warning, "lt-a01", |book, w| {
        let until = w.either("", "2024-05-01");
        book.counts("lt-a01", DELIVERED, "50 EUR", "2022-02-24", until);
    }),
    case("counted-before-begin", Error, "lt-a01", |book, w| {
        let since = w.either("2024-06-01", "2024-04-01");
        book.counts("lt-a01", DELIVERED, "50 EUR", since, "2024-05-01");
    }),
    case("counted-after-report", Warning, "lt-a01", |book, w| {
        let entry = book.counts("lt-a01", DELIVERED, "50 EUR", "2022-02-24", "2024-05-01");
        entry.date = Some(w.either("2024-04-01", "2024-05").parse().unwrap());
    }),
    case("delivered-before-pledge", Warning, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
        let day = w.either("2024-03-01", "2024-06-01");
        let part = book.gives("lt-a02", DELIVERED, "60 EUR", "2024", day);
        part.part_of = Some(money_id("lt-a01"));
    }),
    case("fulfilment-over", Note, "lt-c01", |book, w| {
        book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
        let sum = w.either("150 EUR", "102 EUR");
        let entry = book.gives("lt-a01", DELIVERED, sum, "2024", "2024-07-01");
        fulfils(entry, "lt-c01");
    }),
    case("figures-disagree", Warning, "lt-a01", |book, w| {
        let entry = book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
        let sum = w.either("112 EUR", "111 EUR");
        entry.other_figures.push(other(sum, "2024"));
    }),
    case("preferred-unexplained", Note, "lt-a01", |book, w| {
        let entry = book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
        entry.other_figures.push(other("101 EUR", "2024"));
        entry.preferred_because = w.either(None, Some(String::from("it is the law’s")));
    }),
    case("figure-undated", Note, "lt-a01", |book, w| {
        let entry = book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
        let mut theirs = other("101 EUR", "2024");
        theirs.figure.date = w.either(None, Some("2024-05".parse().unwrap()));
        entry.other_figures.push(theirs);
    }),
    case("period-backwards", Error, "lt-a01", |book, w| {
        let years = w.either("2026–2024", "2024–2026");
        book.gives("lt-a01", PLEDGED, "50 EUR", years, "2024-05-01");
    }),
    case("stages-out-of-order", Warning, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
        let day = w.either("2024-03-01", "2024-06-01");
        let part = book.gives("lt-a02", Stage::Allocated, "60 EUR", "2024", day);
        part.part_of = Some(money_id("lt-a01"));
    }),
    case("status-before-signing", Warning, "lt-c01", |book, w| {
        let commitment = book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
        commitment
            .status
            .push(status(w.either("2024-05", "2024-06")));
    }),
    case("status-order", Note, "lt-c01", |book, w| {
        let commitment = book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
        let dates = w.either(["2025", "2024-08"], ["2024-08", "2025"]);
        commitment.status = dates.map(status).into();
    }),
    case("force-before-signing", Warning, "lt-2024", |book, w| {
        let agreement = book.data.agreements.get_mut("lt-2024").unwrap();
        agreement.in_force = Some(w.either("2024-05", "2024-06").parse().unwrap());
    }),
    case("after-cutoff", Warning, "lt-a01", |book, w| {
        book.data.header.cutoff = Some("2024-12-31".parse().unwrap());
        let day = w.either("2025-01-01", "2024-12-31");
        book.gives("lt-a01", PLEDGED, "50 EUR", "2024", day);
    }),
    case("summary-missing", Warning, "lt-a01", |book, w| {
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.summary = String::from(w.either(" ", "A package"));
    }),
    case("title-missing", Warning, "lt-2024", |book, w| {
        let agreement = book.data.agreements.get_mut("lt-2024").unwrap();
        agreement.title = String::from(w.either("", "Agreement"));
    }),
    case("name-missing", Warning, "LT", |book, w| {
        let party = book.data.parties.get_mut("LT").unwrap();
        party.name.uk = String::from(w.either("", "Литва"));
    }),
    case("text-spaces", Note, "lt-a01", |book, w| {
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.summary = String::from(w.either("A package ", "A package"));
    }),
    case("url-malformed", Warning, "lt-s01", |book, w| {
        publish(book, "lt-s01");
        let page = book.data.sources.get_mut(&source("lt-s01")).unwrap();
        page.url = String::from(w.either("example.org", "https://example.org"));
    }),
    case("source-twice", Note, "lt-s02", |book, w| {
        publish(book, "lt-s01");
        publish(book, "lt-s02");
        let page = book.data.sources.get_mut(&source("lt-s02")).unwrap();
        page.title = String::from(w.either("A page", "Another table of the page"));
    }),
    case("read-before-published", Warning, "lt-s01", |book, w| {
        publish(book, "lt-s01");
        let page = book.data.sources.get_mut(&source("lt-s01")).unwrap();
        page.read_on = Some(w.either("2024-06-26", "2024-06-27").parse().unwrap());
    }),
    case("series-gap", Warning, "fx-NOK", |book, w| {
        book.rate("NOK", w.either(2028, 2026), 10);
    }),
    case("eu-shares-sum", Warning, "eu-key", |book, w| {
        let shares = [("LT", 5), ("SE", w.either(4, 5))];
        let share = |(id, tenths): (&str, i64)| (party(id), rust_decimal::Decimal::new(tenths, 1));
        let key = EuShares {
            id: SeriesId::new("eu-key").unwrap(),
            title: String::from("A key"),
            vintage: String::from("2024"),
            source: source("ref-eu"),
            shares: shares.into_iter().map(share).collect(),
        };
        book.data.reference.eu_shares.insert(key.id.clone(), key);
    }),
    case("accepted-stale", Note, "", |book, w| {
        let day = w.either("2024-05-01", "");
        book.gives("lt-a01", PLEDGED, "50 EUR", "2024", day);
        book.data
            .header
            .accepted
            .push(accepted("date-missing", "lt-a01"));
    }),
    case("duplicate-entry", Warning, "lt-a02", |book, w| {
        book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        let again = book.gives("lt-a02", PLEDGED, "50 EUR", "2024", "2024-05-01");
        again.same_as = w.either(None, Some(money_id("lt-a01")));
    }),
    case("rate-missing", Warning, "lt-a01", |book, w| {
        let sum = w.either("50 JPY", "50 NOK");
        book.gives("lt-a01", PLEDGED, sum, "2024", "2024-05-01");
    }),
    case("gdp-missing", Note, "lt-c01", |book, w| {
        book.promises("lt-c01", PLEDGED, "0.25 %", w.either("2030", "2024"));
    }),
    case("term-expired", Note, "lt-2024", |book, w| {
        let day = w.either("2034-06-28", "2034-06-27");
        book.data.header.cutoff = Some(day.parse().unwrap());
    }),
    case("source-unused", Note, "lt-s01", |book, w| {
        let from = publish(book, "lt-s01");
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.figure.cite.source = w.either(None, Some(from));
    }),
    case("source-undated", Note, "lt-s01", |book, w| {
        publish(book, "lt-s01");
        let page = book.data.sources.get_mut(&source("lt-s01")).unwrap();
        page.published = w.either(None, page.published);
    }),
    case("party-without-agreement", Note, "SE", |book, w| {
        if w == Written::Wrong {
            book.data.agreements.remove("se-2024");
        }
    }),
    case("cutoff-missing", Note, "", |book, w| {
        book.data.header.cutoff = w.either(None, Some("2026-03-01".parse().unwrap()));
    }),
];

/// A status of work under way.
fn status(date: &str) -> StatusEntry {
    StatusEntry {
        status: Status::UnderWay,
        date: date.parse().unwrap(),
        summary: String::from("It began"),
        cite: Citation {
            verified: false,
            ..Citation::default()
        },
    }
}

#[test]
fn every_check_finds_its_problem_and_is_silent_without_it() {
    for case in CASES {
        let (mut wrong, mut right) = (Book::new(), Book::new());
        (case.write)(&mut wrong, Written::Wrong);
        (case.write)(&mut right, Written::Right);
        let found = told(&wrong, case.check, case.record);
        assert_eq!(found.len(), 1, "{} finds its problem", case.check);
        assert_eq!(found[0].severity, case.severity, "{}", case.check);
        let silent = told(&right, case.check, case.record);
        assert!(silent.is_empty(), "{} is silent: {silent:?}", case.check);
    }
}

#[test]
fn no_check_is_without_a_case() {
    let mut checks: Vec<&str> = CHECKS.iter().map(|(check, _)| *check).collect();
    let mut cases: Vec<&str> = CASES.iter().map(|case| case.check).collect();
    checks.sort_unstable();
    cases.sort_unstable();
    assert_eq!(checks, cases);
}

#[test]
fn every_problem_is_told_whole_in_both_languages() {
    for case in CASES {
        let mut book = Book::new();
        (case.write)(&mut book, Written::Wrong);
        for found in told(&book, case.check, case.record) {
            for lang in Lang::ALL {
                let told = problem::message(&found, Texts::new(*lang));
                let whole = !told.contains(['{', '}', '$']) && !told.starts_with("problem-");
                assert!(whole, "{told}");
            }
        }
    }
}

#[test]
fn a_link_that_leads_nowhere_is_told_with_its_field() {
    type Break = (&'static str, &'static str, fn(&mut Book));
    let breaks: [Break; 14] = [
        ("lt-2024", "party", |b| {
            b.data.agreements.get_mut("lt-2024").unwrap().party = party("XX");
        }),
        ("lt-2024", "sources[0]", |b| {
            let agreement = b.data.agreements.get_mut("lt-2024").unwrap();
            agreement.sources.push(source("lt-s99"));
        }),
        ("lt-c01", "agreement", |b| {
            b.promises("lt-c01", PLEDGED, "1 EUR", "2024").agreement =
                AgreementId::new("lt-2099").unwrap();
        }),
        ("lt-c01", "cite.source", |b| {
            let commitment = b.promises("lt-c01", PLEDGED, "1 EUR", "2024");
            commitment.cite = cite(&source("lt-s99"), "one euro");
        }),
        ("lt-c01", "part_of", |b| {
            b.promises("lt-c01", PLEDGED, "1 EUR", "2024").part_of = Some(money_id("lt-c99"));
        }),
        ("lt-c01", "same_as", |b| {
            b.promises("lt-c01", PLEDGED, "1 EUR", "2024").same_as = Some(money_id("lt-c99"));
        }),
        ("lt-c01", "supersedes[0]", |b| {
            let commitment = b.promises("lt-c01", PLEDGED, "1 EUR", "2024");
            commitment.supersedes.push(money_id("lt-c99"));
        }),
        ("lt-a01", "party", |b| {
            b.gives("lt-a01", PLEDGED, "1 EUR", "2024", "2024-05-01")
                .party = party("XX");
        }),
        ("lt-c01", "status[0].cite.also_in[0].source", |b| {
            let mut entry = status("2024-07");
            entry.cite.also_in.push(Voice {
                source: source("lt-s99"),
                phrase: None,
                wording: None,
            });
            b.promises("lt-c01", PLEDGED, "1 EUR", "2024")
                .status
                .push(entry);
        }),
        ("lt-a01", "other_figures[0].figure.cite.source", |b| {
            let entry = b.gives("lt-a01", PLEDGED, "1 EUR", "2024", "2024-05-01");
            entry.other_figures.push(other("1 EUR", "2024"));
        }),
        ("lt-a01", "counted_in", |b| {
            b.gives("lt-a01", PLEDGED, "1 EUR", "2024", "2024-05-01")
                .counted_in = Some(money_id("lt-a99"));
        }),
        ("lt-a01", "same_as", |b| {
            b.gives("lt-a01", PLEDGED, "1 EUR", "2024", "2024-05-01")
                .same_as = Some(money_id("lt-a99"));
        }),
        ("lt-a01", "fulfils[0].commitment", |b| {
            let entry = b.gives("lt-a01", PLEDGED, "1 EUR", "2024", "2024-05-01");
            fulfils(entry, "lt-c99");
        }),
        ("fx-NOK", "source", |b| {
            b.rate("NOK", 2022, 10);
        }),
    ];
    for (record, field, write) in breaks {
        let mut book = Book::new();
        write(&mut book);
        let found = told(&book, "reference-dangling", record);
        let fields: Vec<&str> = found.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, [field], "{record}");
        assert_eq!(found[0].severity, Error);
    }
}

#[test]
fn circles_of_any_link_are_found_at_every_record_in_them_and_counting_still_ends() {
    let mut book = Book::new();
    book.gives("lt-a00", PLEDGED, "5 EUR", "2024", "2024-05-01")
        .part_of = Some(money_id("lt-a01"));
    book.gives("lt-a01", PLEDGED, "10 EUR", "2024", "2024-05-01")
        .part_of = Some(money_id("lt-a02"));
    book.gives("lt-a02", PLEDGED, "20 EUR", "2024", "2024-05-01")
        .counted_in = Some(money_id("lt-a03"));
    book.gives("lt-a03", PLEDGED, "30 EUR", "2024", "2024-05-01")
        .supersedes
        .push(money_id("lt-a01"));
    book.gives("lt-a04", PLEDGED, "40 EUR", "2024", "2024-05-01")
        .part_of = Some(money_id("lt-a04"));
    let found = problems(&book);
    let circles: Vec<_> = found
        .iter()
        .filter(|p| p.check == "link-circle")
        .map(|p| (p.record.as_str(), p.field.as_str(), fact(p, "target")))
        .collect();
    // The part at lt-a00 hangs on the circle but is not in it.
    let expected = [
        ("lt-a01", "part_of", "lt-a02"),
        ("lt-a02", "counted_in", "lt-a03"),
        ("lt-a03", "supersedes[0]", "lt-a01"),
        ("lt-a04", "part_of", "lt-a04"),
    ];
    assert_eq!(circles, expected);
}

#[test]
fn an_accepted_problem_stays_in_the_list_with_its_reason_and_no_longer_counts_as_open() {
    let mut book = Book::new();
    book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "");
    book.gives("lt-a02", PLEDGED, "60 EUR", "2024", "");
    book.data
        .header
        .accepted
        .push(accepted("date-missing", "lt-a01"));
    let accepted = &told(&book, "date-missing", "lt-a01")[0];
    assert_eq!(accepted.accepted.as_deref(), Some("the page has none"));
    assert!(!accepted.is_open());
    assert!(told(&book, "date-missing", "lt-a02")[0].is_open());
}

#[test]
fn errors_stand_before_warnings_before_notes_each_by_record() {
    let mut book = Book::new();
    for case in CASES {
        (case.write)(&mut book, Written::Wrong);
    }
    let found = problems(&book);
    let order: Vec<_> = found
        .iter()
        .map(|p| (p.severity, p.record.as_str()))
        .collect();
    let mut sorted = order.clone();
    sorted.sort();
    assert_eq!(order, sorted);
    assert!(found.iter().any(|p| p.severity == Error));
    assert!(found.iter().any(|p| p.severity == Note));
}
