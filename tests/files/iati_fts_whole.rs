//! Files of FTS and IATI on their whole way: opened, told apart, read, judged against a book, taken in.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use pledgebook::edit::command::apply;
use pledgebook::exchange::export::iati::{self, Reporter};
use pledgebook::exchange::import::fts::read_answer;
use pledgebook::exchange::import::iati::read as import_iati;
use pledgebook::exchange::import::recipient::Recipient;
use pledgebook::exchange::import::{Choices, Layout, Plan, command, facts, find, judge, read};
use pledgebook::exchange::table::{open, open_bytes};
use pledgebook::ledger::{Assumptions, Ledger};
use pledgebook::model::{Currency, Dataset, PartyId, Stage};
use pledgebook::task::TaskLine;
use pledgebook::text::{Lang, Texts};
use rust_decimal::Decimal;

/// How many entries, and how many rows are left out for each reason.
type Outcome = (usize, BTreeMap<&'static str, usize>);

/// What becomes of a file, by the layout that is proposed first.
fn plan(
    opened: &pledgebook::exchange::table::Opened,
    layout: &Layout,
    recipient: Recipient,
    book: &Dataset,
) -> Plan {
    let line = TaskLine::default();
    let found = find(opened, &[], &line).unwrap();
    assert_eq!(&found[0].setup.layout, layout, "{found:?}");
    let mut setup = found[0].setup.clone();
    setup.recipient = recipient;
    let told = Arc::new(read(opened, &setup, &line).unwrap());
    let file = facts(opened, &setup);
    judge(book, &file, told, &Choices::default(), &line).unwrap()
}

fn outcome(plan: &Plan) -> Outcome {
    let summary = plan.summary();
    let reasons = summary.reasons.iter().map(|(why, r)| (*why, r.rows));
    (summary.entries, reasons.collect())
}

/// A real file, where the folder is there.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn real(name: &str) -> Option<pledgebook::exchange::table::Opened> {
    let folder = std::env::var_os("PLEDGEBOOK_REAL_FILES").map(PathBuf::from);
    let Some(folder) = folder else {
        eprintln!("skipped: PLEDGEBOOK_REAL_FILES is not set");
        return None;
    };
    open(&folder.join(name), &TaskLine::default()).ok()
}

/// The headings of HDX and their tags, and a flow of Norway's.
const FLOWS: &str = "date,description,amountUSD,srcOrganization,destLocations,boundary,onBoundary,\
    status,originalAmount,originalCurrency,exchangeRate,id,refCode\n\
    #date,#description+notes,#value+funding+total+usd,#org+name+funder,#country+iso3+impl+list,\
    #financial+direction,#financial+direction+type,#status+text,#value+funding+total,\
    #value+funding+total+currency,#financial+fx,#activity+id+fts_internal,#activity+code\n\
    2023-05-04,Example,100,\"Norway, Government of\",UKR,incoming,single,paid,1000,NOK,10,9001,EX-1\n\
    2023-05-05,Example,200,Example Relief,UKR,incoming,single,paid,,,,9002,EX-1\n\
    2023-05-06,Example,300,\"Norway, Government of\",MDA,incoming,single,paid,,,,9003,\n";

#[test]
fn a_table_of_flows_is_told_apart_and_taken_in_once() {
    let opened = open_bytes("flows.csv", FLOWS.into(), &TaskLine::default()).unwrap();
    let mut book = Dataset::default();
    let first = plan(&opened, &Layout::Fts, Recipient::Ukraine, &book);
    let (entries, mut reasons) = outcome(&first);
    assert_eq!(entries, 1);
    // The row of tags is part of the headings, or left out as such.
    reasons.remove("heading");
    let expected = BTreeMap::from([("other_recipient", 1), ("unknown_party", 1)]);
    assert_eq!(reasons, expected);
    let done = command(first, &book).unwrap();
    apply(&done.changes, &mut book).unwrap();
    let entry = book.aid.values().next().unwrap();
    assert_eq!(entry.party.as_str(), "NO");
    assert_eq!(
        entry.figure.amount.form,
        pledgebook::model::AmountForm::Exact("1000 NOK".parse().unwrap())
    );
    let origin = entry.origin.as_ref().unwrap();
    assert_eq!((origin.row, origin.key.as_deref()), (3, Some("9001")));
    let again = plan(&opened, &Layout::Fts, Recipient::Ukraine, &book);
    assert!(again.is_empty());
}

/// Sums by party, stage and currency of what a plan makes.
fn sums(plan: &Plan) -> BTreeMap<(PartyId, Stage, Currency), Decimal> {
    let mut sums = BTreeMap::new();
    for (group, counted) in plan.summary().groups {
        if let Some(currency) = group.currency {
            let key = (group.party, group.stage, currency);
            *sums.entry(key).or_insert(Decimal::ZERO) += counted.low;
        }
    }
    sums
}

#[test]
fn what_goes_out_as_iati_comes_into_an_empty_book_whole_and_once() {
    let book = super::read(super::BUNDLED);
    let assumptions = Assumptions::of(&book);
    let ledger = Ledger::new(Arc::new(book), assumptions);
    let line = TaskLine::default();
    let texts = Texts::new(Lang::Uk);
    let written = iati::iati(&ledger, &Reporter::default(), None, texts, &line).unwrap();
    let transactions = written.transactions;
    let opened = open_bytes("book.xml", written.xml, &line).unwrap();
    let mut empty = Dataset::default();
    let into_empty = plan(&opened, &Layout::Iati, Recipient::Ukraine, &empty);
    assert_eq!(outcome(&into_empty), (transactions, BTreeMap::new()));
    let told = sums(&into_empty);
    assert!(told.len() > 20, "{told:?}");
    let done = command(into_empty, &empty).unwrap();
    apply(&done.changes, &mut empty).unwrap();
    assert_eq!(empty.aid.len(), transactions);
    let again = plan(&opened, &Layout::Iati, Recipient::Ukraine, &empty);
    assert!(again.is_empty());
}

/// Every copy of a file in which one byte is another, or after which it is cut.
fn broken(whole: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..whole.len()).flat_map(move |at| {
        let other = |byte: u8| {
            let mut copy = whole.to_vec();
            copy[at] = byte;
            copy
        };
        let cut = whole[..at].to_vec();
        [other(b'<'), other(b'"'), other(b'&'), other(0xFF), cut]
    })
}

#[test]
fn a_broken_copy_gives_a_result_or_a_reason_and_never_a_crash() {
    let line = TaskLine::default();
    let activities = "<iati-activities version=\"2.03\"><iati-activity default-currency=\"EUR\">\
        <recipient-country code=\"UA\"/><transaction><transaction-type code=\"3\"/>\
        <transaction-date iso-date=\"2023-05-04\"/><value>1.5</value></transaction>\
        </iati-activity></iati-activities>";
    let answer = r#"{"status": "ok", "data": {"flows": [{"id": 1, "amountUSD": 5, "status": "paid",
        "date": "2023-05-04T00:00:00Z", "sourceObjects": [{"type": "Organization", "name": "X"}],
        "destinationObjects": [{"type": "Location", "name": "Ukraine"}]}]}}"#;
    let mut read = 0;
    for copy in broken(activities.as_bytes()) {
        read += usize::from(import_iati(copy.as_slice(), 0, Recipient::Any, &line).is_ok());
    }
    for copy in broken(answer.as_bytes()) {
        read += usize::from(read_answer(copy.as_slice(), 0, Recipient::Any, &line).is_ok());
    }
    for copy in broken(FLOWS.as_bytes()).step_by(151) {
        let Ok(opened) = open_bytes("flows.csv", copy, &line) else {
            continue;
        };
        read += usize::from(find(&opened, &[], &line).is_ok());
    }
    assert!(read > 0);
}

#[test]
fn the_real_flows_of_jordan_row_by_row() {
    let Some(opened) = real("fts-incoming-flows-jor-2020.csv") else {
        return;
    };
    let book = super::read(super::BUNDLED);
    let told = plan(&opened, &Layout::Fts, Recipient::Ukraine, &book);
    let expected = BTreeMap::from([("other_recipient", 440)]);
    assert_eq!(outcome(&told), (0, expected));
    let told = plan(&opened, &Layout::Fts, Recipient::Any, &book);
    let expected = BTreeMap::from([("no_party", 1), ("not_counted", 92), ("unknown_party", 67)]);
    assert_eq!(outcome(&told), (280, expected));
}

#[test]
fn the_real_summary_is_refused() {
    let Some(opened) = real("fts-ukr-plan1103-by-location.json") else {
        return;
    };
    let line = TaskLine::default();
    let found = find(&opened, &[], &line).unwrap();
    assert_eq!(found[0].setup.layout, Layout::Fts);
    assert!(read(&opened, &found[0].setup, &line).is_err());
}

#[test]
fn the_real_activities_row_by_row() {
    let Some(opened) = real("iati-ua-activities.xml") else {
        return;
    };
    let book = super::read(super::BUNDLED);
    let told = plan(&opened, &Layout::Iati, Recipient::Ukraine, &book);
    let expected = BTreeMap::from([("malformed", 2), ("not_counted", 4), ("unknown_party", 13)]);
    assert_eq!(outcome(&told), (2, expected));
    let eur = |amount: &str, stage| {
        let key = (PartyId::new("EU").unwrap(), stage, Currency::EUR);
        (key, amount.parse::<Decimal>().unwrap())
    };
    let expected = BTreeMap::from([
        eur("573761.77", Stage::Committed),
        eur("974.22", Stage::Delivered),
    ]);
    assert_eq!(sums(&told), expected);
}
