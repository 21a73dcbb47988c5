//! The country list: found by any spelling, narrowed by facets, ordered as asked.

use pledgebook::ledger::Span;
use pledgebook::model::*;
use pledgebook::views::{Facet, Measure, PartyFilter, PartyList, PartySort, Views, fold};

use super::{named, views, views_on};
use crate::laws::book::{Book, party, sum, year};

const PLEDGED: Stage = Stage::Pledged;
const MEASURE: Measure = Measure {
    stage: PLEDGED,
    aid_type: None,
};

fn ids(list: &PartyList) -> Vec<&str> {
    list.rows.iter().map(|row| row.id.as_str()).collect()
}

fn search(views: &Views, words: &str) -> Vec<String> {
    let filter = PartyFilter {
        search: words.to_owned(),
        ..PartyFilter::default()
    };
    let list = views.parties(MEASURE, &filter);
    ids(&list).into_iter().map(str::to_owned).collect()
}

fn narrowed(facets: &[Facet]) -> PartyFilter {
    PartyFilter {
        facets: facets.iter().copied().collect(),
        ..PartyFilter::default()
    }
}

fn count(list: &PartyList, facet: Facet) -> Option<usize> {
    let found = list.facets.iter().find(|count| count.facet == facet);
    found.map(|count| count.count)
}

#[test]
fn a_party_is_found_by_any_spelling_of_its_names_ids_promises_aid_and_areas() {
    let mut book = named();
    let promise = book.promises("lt-c01", PLEDGED, "1 EUR", "2024");
    promise.area = Area::Demining;
    promise.summary = String::from("Mines at Łódź and København; зобов’язання");
    let package = book.gives("no-a01", PLEDGED, "1 NOK", "2024", "2024-05-01");
    package.summary = String::from("NASAMS launchers");
    book.data.agreements.get_mut("se-2024").unwrap().title = String::from("Accord of Wien");
    let views = views(&book);
    let cases = [
        ("литва", "LT"),
        ("ЛИТВА", "LT"),
        ("LITHUANIA", "LT"),
        ("lithu", "LT"),
        ("ltx", "LT"),
        ("osterreich", "SE"),
        ("ÖSTERREICH", "SE"),
        ("o\u{308}sterreich", "SE"),
        ("lodz", "LT"),
        ("kobenhavn", "LT"),
        ("зобов'язання", "LT"),
        ("зобовязання", "LT"),
        ("nasams", "NO"),
        ("accord wien", "SE"),
        // Areas by their words in either language, whatever the window speaks.
        ("demining", "LT"),
        ("розмінування", "LT"),
        ("  lithuania   demining ", "LT"),
        // Who types и for й still finds it; є is a letter of its own.
        ("європеиськии", "EU"),
    ];
    for (words, expected) in cases {
        assert_eq!(search(&views, words), [expected], "{words}");
    }
    for words in ["lithuania nasams", "европейський"] {
        assert!(search(&views, words).is_empty(), "{words}");
    }
    assert_eq!(search(&views, "").len(), 4);
}

#[test]
fn folding_twice_changes_nothing() {
    for text in [
        "Łódź",
        "ÆØÅ",
        "Straße",
        "Європейський",
        "ґанок",
        "İstanbul",
        "’ʼ'",
    ] {
        let once = fold(text);
        assert_eq!(fold(&once), once, "{text}");
    }
    assert_eq!(fold("Straße"), "strasse");
    assert_eq!(fold("İstanbul"), "istanbul");
    assert_eq!(fold("ґанок"), "ганок");
}

#[test]
fn a_facet_is_counted_as_narrowed_by_the_search_and_the_other_facets() {
    let book = named();
    let views = views(&book);
    let all = views.parties(MEASURE, &PartyFilter::default());
    assert_eq!(all.of, 4);
    assert_eq!(count(&all, Facet::Eu), Some(2));
    assert_eq!(count(&all, Facet::Nato), Some(2));
    assert_eq!(count(&all, Facet::Signed(year(2024))), Some(4));
    assert_eq!(count(&all, Facet::G7), None);

    let nato = views.parties(MEASURE, &narrowed(&[Facet::Nato]));
    assert_eq!(ids(&nato), ["LT", "NO"]);
    assert_eq!(count(&nato, Facet::Nato), Some(2));
    assert_eq!(count(&nato, Facet::Eu), Some(1));

    let both = views.parties(MEASURE, &narrowed(&[Facet::Nato, Facet::Eu]));
    assert_eq!(ids(&both), ["LT"]);
    assert_eq!(count(&both, Facet::Nato), Some(1));

    let filter = PartyFilter {
        search: String::from("норвегія"),
        ..PartyFilter::default()
    };
    let found = views.parties(MEASURE, &filter);
    assert_eq!(count(&found, Facet::Nato), Some(1));
    assert_eq!(
        count(&found, Facet::Eu),
        Some(0),
        "offered, with no one in it"
    );
}

#[test]
fn facets_of_one_kind_widen_and_of_two_kinds_narrow() {
    let mut book = named();
    book.promises("lt-c01", PLEDGED, "1 EUR", "2024").area = Area::Air;
    book.promises("no-c01", PLEDGED, "n/d", "2024").area = Area::Sea;
    book.promises("se-c01", PLEDGED, "n/d", "2024").area = Area::Land;
    let views = views(&book);
    let (air, sea) = (Facet::Area(Area::Air), Facet::Area(Area::Sea));
    let either = views.parties(MEASURE, &narrowed(&[air, sea]));
    assert_eq!(ids(&either), ["LT", "NO"]);
    // One more area would add to the list, so its count is of all parties.
    assert_eq!(count(&either, Facet::Area(Area::Land)), Some(1));
    let with_money = views.parties(MEASURE, &narrowed(&[air, sea, Facet::HasMoney]));
    assert_eq!(ids(&with_money), ["LT"]);
    assert_eq!(count(&with_money, sea), Some(0));
}

fn sorted(book: &Book, sort: PartySort, ukrainian: bool) -> Vec<String> {
    let filter = PartyFilter {
        sort,
        ukrainian,
        ..PartyFilter::default()
    };
    let list = views(book).parties(MEASURE, &filter);
    ids(&list).into_iter().map(str::to_owned).collect()
}

#[test]
fn names_stand_in_the_order_of_the_language() {
    let book = named();
    // European Union, Lithuania, Norway, Österreich: Ö is an O, not a letter after Z.
    assert_eq!(
        sorted(&book, PartySort::Name, false),
        ["EU", "LT", "NO", "SE"]
    );
    // Австрія, Європейський Союз, Литва, Норвегія: Є stands after А, whatever its code.
    assert_eq!(
        sorted(&book, PartySort::Name, true),
        ["SE", "EU", "LT", "NO"]
    );
}

#[test]
fn the_list_is_ordered_by_what_is_asked_and_then_by_name() {
    let mut book = named();
    book.gives("se-a01", PLEDGED, "100 SEK", "2024", "2024-05-01");
    book.gives("lt-a01", PLEDGED, "30 EUR", "2024", "2024-05-01");
    book.gives("no-a01", PLEDGED, "n/d", "2024", "");
    // SE: 10 EUR. NO: n/d, which is more than nothing recorded.
    assert_eq!(
        sorted(&book, PartySort::Measure, false),
        ["LT", "SE", "NO", "EU"]
    );
    book.data.agreements.get_mut("no-2024").unwrap().signed = "2024-05-31".parse().unwrap();
    book.data.agreements.remove("lt-2024");
    assert_eq!(
        sorted(&book, PartySort::Signed, false),
        ["NO", "EU", "SE", "LT"]
    );
    book.source("ref-gdp", "2024-06-27");
    // Each entry lacks a source; Norway's lacks its date as well.
    assert_eq!(
        sorted(&book, PartySort::Problems, false),
        ["NO", "LT", "SE", "EU"]
    );
}

#[test]
fn the_row_shows_the_ledgers_own_total_and_the_fulfilment_of_the_year_at_the_cut_off() {
    let mut book = named();
    book.promises("lt-c01", PLEDGED, "100 EUR", "2024–2030");
    book.gives("lt-a01", Stage::Delivered, "40 EUR", "2026", "2026-01-15");
    let views = views_on(&book, "2026-03-01");
    let list = views.parties(MEASURE, &PartyFilter::default());
    let row = list
        .rows
        .iter()
        .find(|row| row.id.as_str() == "LT")
        .unwrap();
    let total = views
        .ledger()
        .total(&pledgebook::ledger::Query::all(PLEDGED).of(&party("LT")));
    assert_eq!(row.measure, total);
    let fulfilment = row.fulfilment.as_ref().unwrap();
    assert_eq!(fulfilment.span, Span::Year(year(2026)));
    assert_eq!(sum(&fulfilment.promised[0]), "100");
    let other = list
        .rows
        .iter()
        .find(|row| row.id.as_str() == "SE")
        .unwrap();
    assert!(other.fulfilment.is_none(), "it promised nothing");
}

#[test]
fn what_came_after_the_cut_off_is_neither_listed_nor_found() {
    let mut book = named();
    let promise = book.promises("lt-c01", PLEDGED, "100 EUR", "2024");
    promise.area = Area::Air;
    let status = |status, day: &str| StatusEntry {
        status,
        date: day.parse().unwrap(),
        summary: String::new(),
        cite: Citation::default(),
    };
    promise.status = vec![
        status(Status::UnderWay, "2024-08"),
        status(Status::Fulfilled, "2025-08"),
    ];
    let late = book.gives("no-a01", PLEDGED, "1 NOK", "2025", "2025-05-01");
    late.summary = String::from("NASAMS launchers");

    let before = views_on(&book, "2024-06-26");
    let list = before.parties(MEASURE, &PartyFilter::default());
    assert_eq!(list.rows.len(), 4, "parties stay");
    assert!(list.rows.iter().all(|row| row.signed.is_none()));
    assert_eq!(count(&list, Facet::Area(Area::Air)), None);

    let between = views_on(&book, "2024-12-31");
    let list = between.parties(MEASURE, &PartyFilter::default());
    assert_eq!(count(&list, Facet::Status(Status::UnderWay)), Some(1));
    assert_eq!(count(&list, Facet::Status(Status::Fulfilled)), None);
    assert!(search(&between, "nasams").is_empty());

    let after = views_on(&book, "2025-12-31");
    let list = after.parties(MEASURE, &PartyFilter::default());
    assert_eq!(count(&list, Facet::Status(Status::Fulfilled)), Some(1));
    assert_eq!(search(&after, "nasams"), ["NO"]);
}
