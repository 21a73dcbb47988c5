//! Activities of the International Aid Transparency Initiative.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pledgebook::exchange::import::iati::{self, IatiError};
use pledgebook::exchange::import::recipient::Recipient;
use pledgebook::exchange::import::{Doubt, Skip, Told};
use pledgebook::model::{AidType, AmountForm, Instrument, NoteOn, PartialDate, Stage};
use pledgebook::task::TaskLine;
use pledgebook::text::{Lang, Texts};

fn read_bytes(bytes: &[u8]) -> Result<Told, IatiError> {
    let line = TaskLine::default();
    iati::read(bytes, bytes.len() as u64, Recipient::Ukraine, &line)
}

fn read(text: &str) -> Result<Told, IatiError> {
    read_bytes(text.as_bytes())
}

/// A file with one activity of a made-up ministry: its own elements, then its transactions.
fn activity(own: &str, transactions: &[String]) -> String {
    let transactions = transactions.join("\n");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03" xmlns:ex="https://example.org/ns">
<iati-activity default-currency="EUR" xml:lang="en" ex:index="1">
<iati-identifier> NO-GOV-1-A1 </iati-identifier>
<reporting-org ref="NO-GOV-1" type="10"><narrative>Example Ministry</narrative></reporting-org>
<title><narrative xml:lang="uk">Ковдри</narrative><narrative>Blankets &amp; stoves</narrative></title>
<ex:title><narrative>Not this</narrative></ex:title>
{own}
{transactions}
</iati-activity>
</iati-activities>
"#
    )
}

const UKRAINE: &str = r#"<recipient-country code="UA" percentage="100"/>"#;

fn transaction(code: &str, value: &str, more: &str) -> String {
    format!(
        r#"<transaction><transaction-type code="{code}"/><transaction-date iso-date="2023-05-04"/>
<value value-date="2023-05-03">{value}</value>{more}</transaction>"#
    )
}

fn skipped(told: &Told) -> BTreeMap<Skip, usize> {
    let mut reasons = BTreeMap::new();
    for skipped in &told.skipped {
        *reasons.entry(skipped.why.clone()).or_default() += 1;
    }
    reasons
}

fn doubts(told: &Told) -> BTreeMap<&str, &str> {
    let doubts = told.doubts.iter().filter_map(|doubt| match doubt {
        Doubt::Told { id, what } => Some((*id, what.as_str())),
        _ => None,
    });
    doubts.collect()
}

fn exact(text: &str) -> AmountForm {
    AmountForm::Exact(text.parse().unwrap())
}

#[test]
fn a_transaction_is_an_entry() {
    let own = format!(
        "{UKRAINE}<sector vocabulary=\"1\" code=\"72010\"/><default-finance-type code=\"110\"/>"
    );
    let more = "<description><narrative>First part</narrative></description>";
    let told = read(&activity(&own, &[transaction("3", "1500.50", more)])).unwrap();
    assert!(
        told.skipped.is_empty() && told.doubts.is_empty(),
        "{told:?}"
    );
    let draft = &told.drafts[0];
    assert_eq!(draft.party, "NO");
    assert_eq!(draft.stage, Stage::Delivered);
    assert_eq!(draft.as_reported.as_deref(), Some("Disbursement"));
    assert_eq!(draft.aid_type, AidType::Humanitarian);
    assert_eq!(draft.instrument, Instrument::Grant);
    assert_eq!(draft.summary, "Blankets & stoves: First part");
    assert_eq!(draft.amount.form, exact("1500.5 EUR"));
    let day = PartialDate::Day("2023-05-04".parse().unwrap());
    assert_eq!(draft.date, Some(day));
    assert_eq!(draft.place.row, 1);
    assert_eq!(draft.place.key.as_deref(), Some("NO-GOV-1-A1#1"));
    assert_eq!(draft.place.amount.as_deref(), Some("1500.50"));
    assert_eq!(draft.place.date.as_deref(), Some("2023-05-04"));
    assert_eq!(
        draft.notes[&NoteOn::General],
        "reporting-org: Example Ministry"
    );
}

#[test]
fn each_type_of_transaction_has_its_stage_or_is_not_counted() {
    let rows: Vec<String> = (1..=14)
        .map(|code| transaction(&code.to_string(), "1", ""))
        .collect();
    let told = read(&activity(UKRAINE, &rows)).unwrap();
    let by_code: Vec<(u64, Stage)> = told.drafts.iter().map(|d| (d.place.row, d.stage)).collect();
    let expected = [
        (2, Stage::Committed),
        (3, Stage::Delivered),
        (4, Stage::Delivered),
        (7, Stage::Delivered),
        (10, Stage::Committed),
        (12, Stage::Pledged),
        (13, Stage::Pledged),
    ];
    assert_eq!(by_code, expected);
    assert_eq!(told.drafts[4].instrument, Instrument::Guarantee);
    let unknown = Skip::UnknownStage("14".to_owned());
    assert_eq!(
        skipped(&told),
        BTreeMap::from([(Skip::NotCounted, 6), (unknown, 1)])
    );
    let expected = BTreeMap::from([
        ("iati-doubt-other-side", "2"),
        ("iati-doubt-no-aid", "4"),
        ("iati-doubt-incoming-pledge", "1"),
    ]);
    assert_eq!(doubts(&told), expected);
}

#[test]
fn of_an_activity_for_several_countries_only_the_share_of_ukraine_is_taken() {
    let own = r#"<recipient-country code="UA" percentage="12.5"/>
        <recipient-country code="MD" percentage="87.5"/>"#;
    let told = read(&activity(own, &[transaction("2", "1000.01", "")])).unwrap();
    let draft = &told.drafts[0];
    assert_eq!(
        draft.amount.form,
        AmountForm::About("125 EUR".parse().unwrap())
    );
    assert!(draft.notes[&NoteOn::Amount].contains("12.5"));
    assert_eq!(doubts(&told)["iati-doubt-shared"], "1");

    let own = r#"<recipient-country code="UA"/><recipient-region code="89"/>"#;
    let told = read(&activity(own, &[transaction("2", "1000", "")])).unwrap();
    let other = Skip::OtherRecipient("UA, 89".to_owned());
    assert_eq!(skipped(&told), BTreeMap::from([(other, 1)]));
    assert_eq!(doubts(&told)["iati-doubt-unknown-share"], "1");
}

#[test]
fn the_recipient_of_a_transaction_wins_over_the_activitys() {
    let rows = [
        transaction("2", "1", r#"<recipient-country code="UA"/>"#),
        transaction("2", "2", r#"<recipient-country code="MD"/>"#),
        transaction("2", "3", ""),
    ];
    let told = read(&activity("", &rows)).unwrap();
    assert_eq!(told.drafts.len(), 1);
    let other = |whom: &str| (Skip::OtherRecipient(whom.to_owned()), 1);
    assert_eq!(skipped(&told), BTreeMap::from([other("MD"), other("")]));
}

#[test]
fn the_giver_is_the_provider_else_who_reports_else_who_funds() {
    let provider =
        r#"<provider-org ref="XM-DAC-7-PPR"><narrative>Example</narrative></provider-org>"#;
    let rows = [transaction("3", "1", provider), transaction("3", "1", "")];
    let told = read(&activity(UKRAINE, &rows)).unwrap();
    let parties: Vec<&str> = told.drafts.iter().map(|d| d.party.as_str()).collect();
    assert_eq!(parties, ["NL", "NO"]);

    let funder = r#"<participating-org role="1" ref="XI-IATI-EC_NEAR"/>
        <participating-org role="4"><narrative>Another</narrative></participating-org>"#;
    let text = activity(&format!("{funder}{UKRAINE}"), &[transaction("3", "1", "")]);
    let text = text.replace(
        "ref=\"NO-GOV-1\" type=\"10\"",
        "ref=\"XX-EX-1\" type=\"21\"",
    );
    let told = read(&text).unwrap();
    assert_eq!(told.drafts[0].party, "EU");
    assert_eq!(doubts(&told)["iati-doubt-funding"], "1");
}

#[test]
fn currencies_sectors_and_corrections_are_read_as_they_stand() {
    let own = format!(
        "{UKRAINE}<sector code=\"15110\" percentage=\"50\"/><sector code=\"73010\" percentage=\"50\"/>"
    );
    let usd = transaction("3", "1", "").replace("<value ", "<value currency=\"usd\" ");
    let none = usd.replace("\"usd\"", "\"XXQ\"");
    let lent = transaction("2", "7", r#"<finance-type code="421"/>"#);
    let flagged =
        transaction("2", "8", "").replace("<transaction>", "<transaction humanitarian=\"1\">");
    let rows = [usd, none, lent, flagged, transaction("3", "-5", "")];
    let told = read(&activity(&own, &rows)).unwrap();
    assert_eq!(told.drafts[0].amount.form, exact("1 USD"));
    assert_eq!(told.drafts[0].aid_type, AidType::Mixed);
    assert_eq!(told.drafts[1].instrument, Instrument::Loan);
    assert_eq!(told.drafts[2].aid_type, AidType::Humanitarian);
    let expected = BTreeMap::from([
        (Skip::BadCurrency("XXQ".to_owned()), 1),
        (Skip::BadAmount("-5".to_owned()), 1),
    ]);
    assert_eq!(skipped(&told), expected);
    assert_eq!(doubts(&told)["iati-doubt-corrections"], "1");
}

#[test]
fn a_malformed_transaction_is_listed_with_its_activity_and_line() {
    let rows = [
        "<transaction><transaction-type>1</transaction-type>\n\
         <transaction-date iso-date=\"90110\">2020-12-31</transaction-date>\n\
         <value currency=\"EUR\"/></transaction>"
            .to_owned(),
        transaction("3", "12 000", ""),
        transaction("3", "1", ""),
    ];
    let told = read(&activity(UKRAINE, &rows)).unwrap();
    assert_eq!((told.rows, told.drafts.len()), (3, 1));
    let places: Vec<(&str, &Skip)> = told
        .skipped
        .iter()
        .map(|s| (s.place.key.as_deref().unwrap_or_default(), &s.why))
        .collect();
    let first = "9: transaction-type/@code, value, transaction-date/@iso-date “90110”";
    let malformed = |text: &str| Skip::Malformed(text.to_owned());
    assert_eq!(places[0], ("NO-GOV-1-A1#1", &malformed(first)));
    assert_eq!(
        places[1],
        ("NO-GOV-1-A1#2", &malformed("12: value “12 000”"))
    );
}

#[test]
fn an_activity_without_transactions_is_told() {
    let told = read(&activity(UKRAINE, &[])).unwrap();
    assert_eq!((told.rows, told.drafts.len()), (0, 0));
    assert_eq!(doubts(&told)["iati-doubt-silent"], "NO-GOV-1-A1");
}

#[test]
fn any_encoding_that_is_declared_is_read() {
    let text = activity(UKRAINE, &[transaction("3", "1", "")]);
    let text = text
        .replace("Blankets &amp; stoves", "")
        .replace("UTF-8", "windows-1251");
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    let told = read_bytes(&bytes).unwrap();
    assert_eq!(told.drafts[0].summary, "Ковдри");

    let text = text.replace("windows-1251", "UTF-16");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_bytes(&wide).unwrap().drafts[0].summary, "Ковдри");
    let marked = [&[0xFF, 0xFE], wide.as_slice()].concat();
    assert_eq!(read_bytes(&marked).unwrap().drafts[0].summary, "Ковдри");
}

#[test]
fn a_file_that_is_none_is_refused_with_its_place_and_what_to_do() {
    let good = activity(UKRAINE, &[transaction("3", "1", "")]);
    let bomb = "<!DOCTYPE b [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>\n<iati-activities";
    let outside = "<!DOCTYPE b SYSTEM \"file:///etc/hostname\">\n<iati-activities";
    let deep = "<a>".repeat(100);
    let cut = good.split("<value").next().unwrap().to_owned();
    let cases: Vec<(String, &str)> = vec![
        (good.replace("2.03", "1.05"), "1.05"),
        (good.replace("iati-activities", "kml"), "kml"),
        (
            good.replace("iati-activities", "iati-organisations"),
            "IATI",
        ),
        (good.replace("<iati-activities", bomb), "2"),
        (good.replace("<iati-activities", outside), "2"),
        (good.replace("&amp;", "&boom;"), "boom"),
        (good.replace("&amp;", "&"), "6"),
        (good.replace("UTF-8", "klingon-8"), "klingon-8"),
        (good.replace("UTF-8", "UTF-16"), "UTF-16"),
        (good.replace("</title>", "</titel>"), "6"),
        (good.replace(UKRAINE, &deep), "8"),
        (good.replace("Blankets", &"x".repeat(5 << 20)), "6"),
        (cut, "10"),
        ("no XML at all".to_owned(), "XML"),
        (String::new(), "XML"),
    ];
    for (text, names) in cases {
        let error = read(&text).unwrap_err();
        for lang in Lang::ALL {
            let (message, hint) = iati::told(&error, Texts::new(*lang));
            assert!(message.contains(names), "{error:?}: {message} ({names})");
            assert!(!hint.is_empty());
        }
    }
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&good);
    let error = read_bytes(&bytes).unwrap_err();
    assert!(
        matches!(error, IatiError::Encoding { line: 6, .. }),
        "{error:?}"
    );
}

#[test]
fn comments_and_sections_without_end_do_not_eat_memory() {
    let good = activity(UKRAINE, &[transaction("3", "1", "")]);
    let parts = "<![CDATA[xxxxxxxx]]>".repeat(1 << 20);
    let error = read(&good.replace("Blankets", &parts)).unwrap_err();
    assert!(matches!(error, IatiError::TooLong { .. }), "{error:?}");
}

#[test]
fn the_real_activities_are_read_each_transaction_told() {
    let Some(text) = super::fts::real("iati-ua-activities.xml") else {
        return;
    };
    let told = read(&text).unwrap();
    assert_eq!((told.rows, told.drafts.len()), (21, 15));
    let mut by_party: BTreeMap<String, Vec<Stage>> = BTreeMap::new();
    for draft in &told.drafts {
        let stages = by_party.entry(draft.party.clone()).or_default();
        stages.push(draft.stage);
    }
    let mut counted = String::new();
    for (party, stages) in &by_party {
        let committed = stages.iter().filter(|s| **s == Stage::Committed).count();
        let delivered = stages.len() - committed;
        writeln!(counted, "{party}: {committed} + {delivered}").unwrap();
    }
    let expected = "Age International: 0 + 6\nEU: 1 + 1\nHelpAge Canada: 0 + 5\n\
        United Nations Office for the Coordination of Huma: 1 + 1\n";
    assert_eq!(counted, expected);
    let mut reasons = skipped(&told);
    assert_eq!(reasons.remove(&Skip::NotCounted), Some(4));
    let malformed = told
        .skipped
        .iter()
        .filter_map(|skipped| match &skipped.why {
            Skip::Malformed(what) => Some((skipped.place.key.as_deref()?, what.as_str())),
            _ => None,
        });
    let malformed: Vec<(&str, &str)> = malformed.collect();
    let expected = [
        (
            "CZ-ICO-25755277-UKRZ000067#3",
            "118: transaction-type/@code, value, transaction-date/@iso-date “0”",
        ),
        (
            "CZ-ICO-25755277-UKRZ000065#3",
            "169: transaction-type/@code, value, transaction-date/@iso-date “90110”",
        ),
    ];
    assert_eq!(malformed, expected);
    let expected = BTreeMap::from([
        ("iati-doubt-silent", "XM-DAC-41114-PROJECT-00126977"),
        ("iati-doubt-other-side", "4"),
        ("iati-doubt-funding", "2"),
    ]);
    assert_eq!(doubts(&told), expected);
}
