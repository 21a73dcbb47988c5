//! The book as activities of IATI 2.03: the published schema and codelists hold, nothing is counted
//! twice, and what is read back is the same money.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use pledgebook::exchange::export::iati::{
    self, IatiExportError, LeftOut, Reporter, ReporterError, Written,
};
use pledgebook::exchange::import::iati::read;
use pledgebook::exchange::import::parties::{Parties, Whose};
use pledgebook::exchange::import::recipient::Recipient;
use pledgebook::ledger::{Assumptions, Ledger, Query, Span};
use pledgebook::model::{AidType, AmountForm, Currency, Dataset, PartyId, Stage};
use pledgebook::task::TaskLine;
use pledgebook::text::{Lang, Texts};
use roxmltree::{Document, Node};
use rust_decimal::Decimal;

use crate::common::generate;

/// Sums by party, stage and currency.
type Sums = BTreeMap<(PartyId, Stage, Currency), Decimal>;

fn ledger(dataset: Dataset) -> Ledger {
    let assumptions = Assumptions::of(&dataset);
    Ledger::new(Arc::new(dataset), assumptions)
}

fn written(ledger: &Ledger) -> Result<Written, IatiExportError> {
    let line = TaskLine::default();
    let texts = Texts::new(Lang::En);
    let noon = "2026-11-27T12:00:00Z".parse().ok();
    iati::iati(ledger, &Reporter::default(), noon, texts, &line)
}

/// The bundled book, and a generated one with every form of amount.
fn books() -> [(&'static str, Ledger); 2] {
    let bundled = super::read(super::BUNDLED);
    let generated = generate::dataset(300);
    [
        ("bundled", ledger(bundled)),
        ("generated", ledger(generated)),
    ]
}

/// What the ledger counts of packages, all time: the lower end of each figure that names a sum.
fn counted(ledger: &Ledger) -> Sums {
    let ever = Span::Announced("1990-01-01".parse().unwrap(), "2100-12-31".parse().unwrap());
    let mut sums = Sums::new();
    for party in ledger.dataset().parties.keys() {
        for stage in [Stage::Pledged, Stage::Committed, Stage::Delivered] {
            let total = ledger.total(&Query::all(stage).of(party).over(ever));
            for (leaf, _) in total.derivation().leaves() {
                let money = match leaf.original {
                    AmountForm::Exact(m) | AmountForm::About(m) | AmountForm::AtLeast(m) => m,
                    AmountForm::Range(range) => range.low(),
                    _ => continue,
                };
                let key = (party.clone(), stage, money.currency());
                *sums.entry(key).or_default() += money.value();
            }
        }
    }
    sums
}

#[test]
fn what_is_read_back_is_the_same_money_by_party_and_stage() {
    for (name, ledger) in books() {
        let written = written(&ledger).unwrap();
        let line = TaskLine::default();
        let told = read(written.xml.as_slice(), 0, Recipient::Ukraine, &line).unwrap();
        assert!(
            told.skipped.is_empty(),
            "{name}: {:?}",
            told.skipped.first()
        );
        assert_eq!(told.drafts.len(), written.transactions, "{name}");
        let parties = Parties::of(ledger.dataset());
        let mut sums = Sums::new();
        for draft in &told.drafts {
            let Whose::Party(party, _) = parties.find(&draft.party) else {
                unreachable!("{name}: nobody is {}", draft.party)
            };
            let AmountForm::Exact(money) = draft.amount.form else {
                unreachable!("{name}: {:?}", draft.amount)
            };
            let key = (party, draft.stage, money.currency());
            *sums.entry(key).or_default() += money.value();
        }
        assert_eq!(sums, counted(&ledger), "{name}");
        assert!(!sums.is_empty(), "{name}");
    }
}

#[test]
fn the_kind_of_aid_and_the_instrument_come_back_where_the_standard_knows_them() {
    for (name, ledger) in books() {
        let written = written(&ledger).unwrap();
        let line = TaskLine::default();
        let told = read(written.xml.as_slice(), 0, Recipient::Ukraine, &line).unwrap();
        let kinds: BTreeSet<AidType> = told.drafts.iter().map(|d| d.aid_type).collect();
        assert!(kinds.contains(&AidType::Military), "{name}: {kinds:?}");
        let text = String::from_utf8(written.xml).unwrap();
        let document = Document::parse(&text).unwrap();
        let transactions = document
            .descendants()
            .filter(|n| n.has_tag_name("transaction"));
        for (node, draft) in transactions.zip(&told.drafts) {
            let id = node.attribute("ref").unwrap();
            let record = ledger.dataset().money(id).unwrap();
            assert_eq!(record.aid_type(), draft.aid_type, "{name}: {id}");
            assert_eq!(record.stage(), draft.stage, "{name}: {id}");
        }
    }
}

#[test]
fn no_record_is_dropped_in_silence() {
    for (name, ledger) in books() {
        let written = written(&ledger).unwrap();
        let text = String::from_utf8(written.xml).unwrap();
        let document = Document::parse(&text).unwrap();
        let nodes = document
            .descendants()
            .filter(|n| n.has_tag_name("transaction"));
        let out: BTreeSet<&str> = nodes.filter_map(|n| n.attribute("ref")).collect();
        let dataset = ledger.dataset();
        let named = dataset
            .money_records()
            .filter(|r| r.amount().is_some())
            .count();
        let left: usize = written.left_out.values().sum();
        assert_eq!(out.len() + left, named, "{name}: {:?}", written.left_out);
        for (why, count) in &written.left_out {
            for lang in Lang::ALL {
                let told = why.told(*count, Texts::new(*lang));
                assert!(told.contains(&count.to_string()), "{told}");
            }
        }
        assert!(written.left_out[&LeftOut::RunningTotal] > 0, "{name}");
    }
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let [(_, ledger), _] = books();
    assert_eq!(written(&ledger).unwrap(), written(&ledger).unwrap());
}

#[test]
fn an_empty_book_gives_no_file_but_the_reason() {
    let error = written(&ledger(Dataset::default())).unwrap_err();
    assert!(matches!(&error, IatiExportError::Nothing { left_out } if left_out.is_empty()));
    for lang in Lang::ALL {
        let (message, hint) = iati::told(&error, Texts::new(*lang));
        assert!(!message.is_empty() && !hint.is_empty());
    }
}

#[test]
fn a_reporter_has_an_identifier_of_the_standards_form() {
    assert!(Reporter::new("GB-COH-1234567", "22", "Example").is_ok());
    for reference in ["", "EX", "EX-", "X-1", "EX 1-2", "EX-1/2", "EX-1?2"] {
        let error = Reporter::new(reference, "22", "Example").unwrap_err();
        assert_eq!(error, ReporterError::Reference(reference.to_owned()));
    }
    let error = Reporter::new("EX-1", "999", "Example").unwrap_err();
    assert_eq!(error, ReporterError::Kind("999".to_owned()));
}

#[test]
fn texts_that_xml_cannot_hold_do_not_break_the_file() {
    let mut dataset = super::read(super::BUNDLED);
    for aid in dataset.aid.values_mut() {
        aid.summary = "a < b & c \u{0} \u{b} \"--\" ]]> \u{FFFF} ї".to_owned();
        aid.figure.as_reported = Some("\u{1}".to_owned());
    }
    let ledger = ledger(dataset);
    let written = written(&ledger).unwrap();
    let text = String::from_utf8(written.xml).unwrap();
    let document = Document::parse(&text).unwrap();
    let titles = document.descendants().filter(|n| n.has_tag_name("title"));
    let titles = titles.filter_map(|n| n.first_element_child()?.text());
    assert!(
        titles
            .into_iter()
            .any(|title| title == "a < b & c \"--\" ]]> ї")
    );
}

/// The order of elements in an activity and in a transaction, as the schema has it.
const ORDER: [(&str, &[&str]); 2] = [
    (
        "iati-activity",
        &[
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "activity-status",
            "activity-date",
            "recipient-country",
            "transaction",
            "document-link",
        ],
    ),
    (
        "transaction",
        &[
            "transaction-type",
            "transaction-date",
            "value",
            "description",
            "provider-org",
            "sector",
            "finance-type",
        ],
    ),
];

#[test]
fn the_elements_stand_in_the_order_of_the_schema_and_the_rules_hold() {
    for (name, ledger) in books() {
        let written = written(&ledger).unwrap();
        let text = String::from_utf8(written.xml).unwrap();
        let document = Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("version"), Some("2.03"));
        assert_eq!(
            root.attribute("generated-datetime"),
            Some("2026-11-27T12:00:00Z")
        );
        for (parent, order) in ORDER {
            for node in document.descendants().filter(|n| n.has_tag_name(parent)) {
                let children = node.children().filter(Node::is_element);
                let names = children.map(|child| child.tag_name().name());
                let places: Option<Vec<usize>> = names
                    .map(|name| order.iter().position(|o| *o == name))
                    .collect();
                let places = places.unwrap_or_default();
                assert!(places.is_sorted() && !places.is_empty(), "{name}: {parent}");
            }
        }
        let mut ids = BTreeSet::new();
        for activity in root.children().filter(Node::is_element) {
            let child = |name: &str| activity.children().find(|n| n.has_tag_name(name));
            let id = child("iati-identifier")
                .and_then(|n| n.text())
                .unwrap_or_default();
            assert!(
                id.starts_with("XX-PLEDGEBOOK-") && ids.insert(id),
                "{name}: {id}"
            );
            let begun = |n: &Node<'_, '_>| matches!(n.attribute("type"), Some("1" | "2"));
            let mut dates = activity
                .children()
                .filter(|n| n.has_tag_name("activity-date"));
            assert!(dates.any(|date| begun(&date)), "{name}: {id}");
        }
        for node in document
            .descendants()
            .filter(|n| n.has_tag_name("narrative"))
        {
            assert!(
                node.text().is_some_and(|text| !text.trim().is_empty()),
                "{name}"
            );
        }
    }
}

/// The folder of the published standard: its schema and codelists, as `.ci/run` lays them there.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn standard() -> Option<PathBuf> {
    let folder = std::env::var_os("PLEDGEBOOK_IATI_STANDARD").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: PLEDGEBOOK_IATI_STANDARD is not set");
    }
    folder
}

#[test]
fn the_published_schema_holds() {
    let Some(standard) = standard() else {
        return;
    };
    if Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("skipped: xmllint is not there");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, ledger) in books() {
        let path = folder.path().join(name).with_extension("xml");
        std::fs::write(&path, written(&ledger).unwrap().xml).unwrap();
        let mut xmllint = Command::new("xmllint");
        let schema = standard.join("iati-activities-schema.xsd");
        let xmllint = xmllint.args(["--noout", "--nonet", "--schema"]).arg(schema);
        let answer = xmllint.arg(&path).output().unwrap();
        let said = String::from_utf8_lossy(&answer.stderr);
        let first: Vec<&str> = said.lines().take(5).collect();
        assert!(answer.status.success(), "{name}: {first:#?}");
    }
}

/// The codes of a list.
fn codes(standard: &Path, list: &str) -> Option<BTreeSet<String>> {
    let path = standard.join("codelists").join(list).with_extension("xml");
    let text = std::fs::read_to_string(path).ok()?;
    let document = Document::parse(&text).ok()?;
    let codes = document.descendants().filter(|n| n.has_tag_name("code"));
    Some(codes.filter_map(|n| n.text().map(str::to_owned)).collect())
}

/// Whether an element stands at a path such as `//iati-activity/transaction/value`.
fn stands_at(node: Node<'_, '_>, path: &str) -> bool {
    let mut here = Some(node);
    let names = path.trim_start_matches('/').rsplit('/');
    for name in names {
        match here {
            Some(node) if node.has_tag_name(name) => here = node.parent(),
            _ => return false,
        }
    }
    true
}

/// Whether a condition of the mapping holds: `@vocabulary = '1' or not(@vocabulary)`.
fn holds(node: Node<'_, '_>, condition: &str) -> bool {
    condition.split(" or ").any(|part| {
        let part = part.trim();
        if let Some(name) = part.strip_prefix("not(@") {
            return node.attribute(name.trim_end_matches(')')).is_none();
        }
        let (name, value) = part.split_once('=').unwrap_or_default();
        let name = name.trim().trim_start_matches('@');
        node.attribute(name) == Some(value.trim().trim_matches('\''))
    })
}

#[test]
fn every_code_is_of_its_published_list() {
    let Some(standard) = standard() else {
        return;
    };
    let mapping = std::fs::read_to_string(standard.join("codelist-mapping.xml")).unwrap();
    let mapping = Document::parse(&mapping).unwrap();
    for (name, ledger) in books() {
        let text = String::from_utf8(written(&ledger).unwrap().xml).unwrap();
        let document = Document::parse(&text).unwrap();
        let mut checked = BTreeSet::new();
        for rule in mapping.descendants().filter(|n| n.has_tag_name("mapping")) {
            let child = |name: &str| rule.children().find(|n| n.has_tag_name(name));
            let path = child("path").and_then(|n| n.text()).unwrap_or_default();
            let list = child("codelist")
                .and_then(|n| n.attribute("ref"))
                .unwrap_or_default();
            let condition = child("condition").and_then(|n| n.text());
            let Some((place, attribute)) = path.rsplit_once("/@") else {
                continue;
            };
            let nodes = document.descendants().filter(|n| stands_at(*n, place));
            let nodes = nodes.filter(|n| condition.is_none_or(|c| holds(*n, c)));
            let told = nodes.filter_map(|n| Some((n.id().get(), n.attribute(attribute)?)));
            let told: Vec<_> = told.collect();
            if told.is_empty() {
                continue;
            }
            let codes = codes(&standard, list).unwrap();
            for (node, code) in told {
                assert!(
                    codes.contains(code),
                    "{name}: {path} {code} is not in {list}"
                );
                checked.insert((node, attribute));
            }
        }
        // Of categories of sectors the mapping says nothing; the vocabulary names their list.
        let categories = codes(&standard, "SectorCategory").unwrap();
        for node in document.descendants().filter(|n| n.has_tag_name("sector")) {
            let code = node.attribute("code").unwrap_or_default();
            if node.attribute("vocabulary") == Some("2") {
                assert!(categories.contains(code), "{name}: {code}");
                checked.insert((node.id().get(), "code"));
            }
        }
        // No coded attribute is of a place that the mapping does not know, but our own words.
        let coded = ["code", "type", "role", "currency", "vocabulary", "format"];
        for node in document.descendants().filter(Node::is_element) {
            for attribute in coded.iter().filter(|name| node.has_attribute(**name)) {
                let own = node.attribute("vocabulary") == Some("99") && *attribute == "code";
                let name = node.tag_name().name();
                assert!(
                    own || checked.contains(&(node.id().get(), *attribute)),
                    "{name}/@{attribute}"
                );
            }
        }
    }
}

#[test]
fn the_command_line_writes_the_file_and_tells_what_is_not_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xml");
    let mut export = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
    let export = export
        .args(["--lang", "en", "export", "iati", "-o"])
        .arg(&path);
    let answer = export.output().unwrap();
    let said = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "{said}");
    assert!(
        said.contains("running totals") && said.contains("--reporting-org"),
        "{said}"
    );
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("<iati-activities version=\"2.03\" generated-datetime="));

    let mut export = Command::new(env!("CARGO_BIN_EXE_pledgebook"));
    let export = export.args(["export", "iati", "--reporting-org", "EX 1"]);
    let answer = export.output().unwrap();
    assert_eq!(answer.status.code(), Some(2));
}
