//! Links to places read as they are written, whatever is in them; and numbers are had again by name.

use std::path::{Path, PathBuf};

use pledgebook::ledger::{Query, Span};
use pledgebook::model::{AidType, CommitmentId, MoneyId, Stage};
use pledgebook::views::{
    FileLink, Link, LinkDock, LinkPage, number, number_name, number_party, pairs, query,
};
use proptest::prelude::*;

use super::book::{Book, fulfils, in_year, party};

/// Any text that is not empty, with the signs that part and end links among its letters.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-Zа-яґ0-9 #?&=/%+:.,<>\"\u{1f600}|-]{1,12}"
}

/// Settings of a page: names of letters that are not those of every place.
fn settings() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec(("x[a-z_]{1,8}", text()), 0..4)
}

/// A place as the window makes them: a record has a party, a form and a number have their tab.
fn link() -> impl Strategy<Value = Link> {
    let page = 0..LinkPage::ALL.len();
    let option = || proptest::option::of(text());
    let dock = proptest::option::of(0..LinkDock::ALL.len());
    let all = (
        page,
        option(),
        option(),
        any::<bool>(),
        dock,
        option(),
        option(),
        settings(),
    );
    all.prop_map(
        |(page, party, record, alone, dock, form, explain, settings)| {
            let page = LinkPage::ALL[page];
            let of_party = matches!(page, LinkPage::Party | LinkPage::Chart);
            // In the path only what is no blank part of it can stand.
            let part = |text: Option<String>| text.filter(|_| of_party);
            let party = part(party);
            let settings = settings
                .iter()
                .map(|(name, value)| (name.as_str(), value.clone()));
            Link {
                page,
                record: part(record).filter(|_| party.is_some()),
                party,
                detail_alone: alone,
                dock: match (dock, &form, &explain) {
                    (Some(dock), _, _) => Some(LinkDock::ALL[dock]),
                    (None, Some(_), _) => Some(LinkDock::Record),
                    (None, None, Some(_)) => Some(LinkDock::Derivation),
                    (None, None, None) => None,
                },
                form,
                explain,
                query: query(settings),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_reads_as_it_was_written(link in link()) {
        let written = link.to_string();
        let (read, unread) = Link::read(&written);
        prop_assert_eq!(&unread, &[], "{}", written);
        prop_assert_eq!(&read, &link, "{}", written);
        // Nothing in it ends it early, wherever it is pasted.
        prop_assert!(!written.contains(|sign: char| sign.is_whitespace() || "#\"<>".contains(sign)));
        let whole = FileLink::text(Some(Path::new("my #1 book.ron")), &link);
        let split = FileLink::split(&whole, |_| false);
        prop_assert_eq!(split.file, Some(PathBuf::from("my #1 book.ron")));
        prop_assert_eq!(split.place, Some(written));
    }

    #[test]
    fn any_text_is_read_without_an_end(text in "\\PC{0,40}") {
        let (link, _) = Link::read(&text);
        let (again, unread) = Link::read(&link.to_string());
        prop_assert_eq!(&unread, &[]);
        prop_assert_eq!(again.page, link.page);
        prop_assert_eq!(again.query, link.query);
        FileLink::split(&text, |_| false);
    }

    #[test]
    fn settings_come_out_as_they_went_in(settings in settings()) {
        let given = settings.iter().map(|(name, value)| (name.as_str(), value.clone()));
        prop_assert_eq!(pairs(&query(given)), settings);
    }
}

fn book() -> Book {
    let mut book = Book::new();
    book.promises("lt-c01", Stage::Pledged, "100 EUR", "2024–2026");
    book.promises("no-c01", Stage::Committed, "n/d", "2024");
    for (id, stage, sum) in [
        ("lt-a01", Stage::Allocated, "40 EUR"),
        ("lt-a02", Stage::Unclear, "~80 EUR"),
        ("se-a01", Stage::Pledged, "10 SEK"),
    ] {
        book.gives(id, stage, sum, "2024", "2024-07-01");
    }
    let entry = book.gives("lt-a03", Stage::Delivered, "20 EUR", "2024", "2024-08-01");
    fulfils(entry, "lt-c01");
    book
}

#[test]
fn numbers_are_had_again_by_the_names_that_explain_takes() {
    let ledger = book().ledger();
    let lt = party("LT");
    let total = |query: &Query| ledger.total(query).derivation().clone();
    let pledged = Query::all(Stage::Pledged);
    let c01 = CommitmentId::new("lt-c01").unwrap();
    let found = ledger.fulfilment(&lt, &[c01], in_year(2024));
    let record = ledger.record(&MoneyId::new("lt-a02").unwrap()).unwrap();
    let two = Query {
        parties: Some(vec![lt.clone(), party("SE")]),
        ..pledged.clone()
    };
    let typed = pledged.clone().typed(Some(AidType::Military));
    for (tree, name, whose) in [
        (total(&pledged), "pledged", None),
        (total(&pledged.clone().of(&lt)), "pledged:LT", Some("LT")),
        (
            total(&typed.of(&lt).over(in_year(2025))),
            "pledged:LT:2025:military",
            Some("LT"),
        ),
        // Of the four, these are all that pledged: the sum over all is another number than theirs
        // only where it says so.
        (total(&two.over(in_year(2024))), "pledged:2024", None),
        (record.derivation().clone(), "lt-a02", Some("LT")),
        (
            found.promised[0].derivation().clone(),
            "fulfilment:lt-c01:2024:pledged",
            Some("LT"),
        ),
        (
            found.arrived[0].0.derivation().clone(),
            "fulfilment:lt-c01:2024:delivered",
            Some("LT"),
        ),
    ] {
        assert_eq!(number_name(&ledger, &tree).as_deref(), Some(name));
        assert_eq!(number(&ledger, name).as_ref(), Some(&tree), "{name}");
        let party = number_party(&ledger, &tree);
        assert_eq!(party, whose.map(party_of), "{name}");
    }
    // What stands in no single year has no name; nor has what is not there.
    let apart = total(&pledged.of(&lt).over(Span::NotSplit));
    assert_eq!(number_name(&ledger, &apart), None);
    for name in [
        "",
        ":",
        "pledged:XX",
        "pledged:LT:x",
        "lt-a99",
        "lt-a01:2024",
        "fulfilment",
        "fulfilment:LT:x",
    ] {
        assert_eq!(number(&ledger, name), None, "{name}");
    }
    assert!(number(&ledger, "LT-A02").is_some());
}

fn party_of(id: &str) -> pledgebook::model::PartyId {
    party(id)
}
