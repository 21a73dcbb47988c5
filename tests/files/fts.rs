//! Flows of OCHA's Financial Tracking Service, as tables and as answers of its interface.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pledgebook::exchange::import::fts::{self, FtsError, TableReader, read_answer};
use pledgebook::exchange::import::recipient::Recipient;
use pledgebook::exchange::import::{Doubt, Skip, Told};
use pledgebook::exchange::table::{Cell, Row};
use pledgebook::model::{AidType, AmountForm, NoteOn, PartialDate, Period, Stage};
use pledgebook::task::{Task, TaskLine, TaskState};
use pledgebook::text::{Lang, Texts};
use rust_decimal::Decimal;

const HEADINGS: &str = "date,budgetYear,description,amountUSD,srcOrganization,srcOrganizationTypes,\
    srcLocations,srcUsageYearStart,srcUsageYearEnd,destPlan,destPlanCode,destPlanId,\
    destOrganization,destOrganizationTypes,destGlobalClusters,destLocations,destProject,\
    destProjectCode,destEmergency,destUsageYearStart,destUsageYearEnd,contributionType,flowType,\
    method,boundary,onBoundary,status,firstReportedDate,decisionDate,keywords,originalAmount,\
    originalCurrency,exchangeRate,id,refCode,createdAt,updatedAt";

const TAGS: &str = "#date,#date+year+budget,#description+notes,#value+funding+total+usd,\
    #org+name+funder,#org+type+funder+list,#country+iso3+funder+list,#date+year+start+funder,\
    #date+year+end+funder,#activity+appeal+name,#activity+appeal+id+external,\
    #activity+appeal+id+fts_internal,#org+name+impl,#org+type+impl+list,\
    #sector+cluster+name+list,#country+iso3+impl+list,#activity+project+name,\
    #activity+project+code,#crisis+name,#date+year+start+impl,#date+year+end+impl,\
    #financial+contribution+type,#financial+contribution+type,#financial+method,\
    #financial+direction,#financial+direction+type,#status+text,#date+reported,#date+decision,\
    #description+keywords,#value+funding+total,#value+funding+total+currency,#financial+fx,\
    #activity+id+fts_internal,#activity+code,#date+created,#date+updated";

/// A flow of a made-up state, of which some columns are told otherwise.
fn flow(told: &[(&str, &str)]) -> String {
    let usual = [
        ("date", "2023-05-04"),
        ("description", "\"Blankets\nand stoves\""),
        ("amountUSD", "1100000"),
        ("srcOrganization", "\"Exampleland, Government of\""),
        ("destOrganization", "Example Relief"),
        ("destLocations", "UKR"),
        ("destUsageYearStart", "2023"),
        ("destUsageYearEnd", "2023"),
        ("contributionType", "financial"),
        ("flowType", "Standard"),
        ("method", "Traditional aid"),
        ("boundary", "incoming"),
        ("onBoundary", "single"),
        ("status", "paid"),
        ("originalAmount", "1000000"),
        ("originalCurrency", "EUR"),
        ("exchangeRate", "0.909"),
        ("id", "900001"),
        ("refCode", "EX-1"),
    ];
    let cell = |name: &str| {
        let told = told.iter().chain(&usual);
        let mut told = told.filter(|(known, _)| *known == name);
        told.next().map_or("", |(_, text)| *text).to_owned()
    };
    let cells: Vec<String> = HEADINGS.split(',').map(|name| cell(name.trim())).collect();
    cells.join(",")
}

fn table(rows: &[String]) -> String {
    let head = HEADINGS.to_owned();
    let lines: Vec<String> = [&[head], rows].concat();
    lines.join("\n")
}

fn read(text: &str, recipient: Recipient) -> Result<Told, FtsError> {
    let mut lines = csv::ReaderBuilder::new();
    let lines = lines.has_headers(false).flexible(true);
    let mut rows = lines.from_reader(text.as_bytes()).into_records();
    let head = rows.next().and_then(Result::ok).unwrap_or_default();
    let names: Vec<String> = head.iter().map(|n| n.trim().to_owned()).collect();
    let mut reader = TableReader::new(&names, recipient)?;
    for (at, row) in rows.filter_map(Result::ok).enumerate() {
        let cells = row.iter().map(|text| match text {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        });
        reader.row(&Row {
            number: at as u64 + 2,
            cells: cells.collect(),
        });
    }
    Ok(reader.finish())
}

fn answer(text: &str, recipient: Recipient) -> Result<Told, FtsError> {
    let line = TaskLine::default();
    read_answer(text.as_bytes(), text.len() as u64, recipient, &line)
}

/// How often each reason is told.
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

#[test]
fn a_flow_is_an_entry_in_the_currency_of_its_giver() {
    let told = read(&table(&[flow(&[])]), Recipient::Ukraine).unwrap();
    assert!(
        told.skipped.is_empty() && told.doubts.is_empty(),
        "{told:?}"
    );
    let draft = &told.drafts[0];
    assert_eq!(draft.party, "Exampleland, Government of");
    assert_eq!(draft.stage, Stage::Delivered);
    assert_eq!(draft.as_reported.as_deref(), Some("paid"));
    assert_eq!(draft.aid_type, AidType::Humanitarian);
    assert_eq!(draft.summary, "Blankets and stoves");
    let eur = AmountForm::Exact("1 000 000 EUR".parse().unwrap());
    assert_eq!(draft.amount.form, eur);
    assert!(matches!(draft.amount.period, Period::Year(year) if year.get() == 2023));
    let usd = AmountForm::Exact("1 100 000 USD".parse().unwrap());
    assert_eq!(draft.others[0].0.form, usd);
    let day = PartialDate::Day("2023-05-04".parse().unwrap());
    assert_eq!(draft.date, Some(day));
    assert_eq!(draft.place.row, 2);
    assert_eq!(draft.place.key.as_deref(), Some("900001"));
    assert_eq!(draft.place.amount.as_deref(), Some("1000000 EUR"));
    let note = &draft.notes[&NoteOn::General];
    assert_eq!(note, "destOrganization: Example Relief; refCode: EX-1");
}

#[test]
fn the_words_of_the_standard_are_stages() {
    let rows = ["pledge", "commitment", "paid", "reserved"];
    let rows: Vec<String> = rows.iter().map(|s| flow(&[("status", s)])).collect();
    let told = read(&table(&rows), Recipient::Ukraine).unwrap();
    let stages: Vec<Stage> = told.drafts.iter().map(|d| d.stage).collect();
    assert_eq!(stages, [Stage::Pledged, Stage::Committed, Stage::Delivered]);
    let unknown = Skip::UnknownStage("reserved".to_owned());
    assert_eq!(skipped(&told), BTreeMap::from([(unknown, 1)]));
}

#[test]
fn the_row_of_tags_is_no_flow() {
    let rows = [TAGS.replace(", ", ","), flow(&[])];
    let told = read(&table(&rows), Recipient::Ukraine).unwrap();
    assert_eq!(told.drafts.len(), 1);
    assert_eq!(skipped(&told), BTreeMap::from([(Skip::Heading, 1)]));
}

#[test]
fn money_for_others_and_for_several_is_left_out_and_named() {
    let rows = [
        flow(&[("destLocations", "JOR")]),
        flow(&[("destLocations", "\"MDA,UKR\"")]),
        flow(&[("destLocations", "")]),
    ];
    let told = read(&table(&rows), Recipient::Ukraine).unwrap();
    assert!(told.drafts.is_empty());
    let other = |whom: &str| (Skip::OtherRecipient(whom.to_owned()), 1);
    let expected = BTreeMap::from([other("JOR"), other("MDA, UKR"), other("")]);
    assert_eq!(skipped(&told), expected);
    let told = read(&table(&rows), Recipient::Any).unwrap();
    assert_eq!(told.drafts.len(), 3);
}

#[test]
fn no_money_is_counted_twice() {
    let rows = [
        flow(&[("boundary", "internal")]),
        flow(&[("boundary", "outgoing")]),
        flow(&[("onBoundary", "shared")]),
        flow(&[
            ("amountUSD", "0"),
            ("originalAmount", "0"),
            ("flowType", "Parked"),
        ]),
        flow(&[("amountUSD", "-500"), ("originalAmount", "-450")]),
    ];
    let told = read(&table(&rows), Recipient::Ukraine).unwrap();
    assert!(told.drafts.is_empty());
    let correction = Skip::BadAmount("-500".to_owned());
    assert_eq!(
        skipped(&told),
        BTreeMap::from([(Skip::NotCounted, 4), (correction, 1)])
    );
    let expected = BTreeMap::from([
        ("fts-doubt-passed-on", "2; 2200000 USD"),
        ("fts-doubt-shared", "1; 1100000 USD"),
        ("fts-doubt-emptied", "1; 0 USD"),
        ("fts-doubt-corrections", "1; -500 USD"),
    ]);
    assert_eq!(doubts(&told), expected);
}

#[test]
fn an_original_amount_that_does_not_fit_the_dollars_is_told_and_not_preferred() {
    let rows = [
        flow(&[("exchangeRate", "1"), ("originalAmount", "15000000")]),
        flow(&[("originalAmount", ""), ("originalCurrency", "EUR")]),
        flow(&[("originalCurrency", "XXQ")]),
        flow(&[("amountUSD", "a lot")]),
    ];
    let told = read(&table(&rows), Recipient::Ukraine).unwrap();
    let usd = AmountForm::Exact("1 100 000 USD".parse().unwrap());
    assert_eq!(told.drafts[0].amount.form, usd);
    assert_eq!(told.drafts[0].others.len(), 1);
    assert_eq!(told.drafts[1].amount.form, usd);
    assert!(told.drafts[1].others.is_empty());
    assert_eq!(doubts(&told)["fts-doubt-misfit"], "1; 1100000 USD");
    let unknown = Skip::BadCurrency("XXQ".to_owned());
    let no_number = Skip::BadAmount("a lot".to_owned());
    assert_eq!(
        skipped(&told),
        BTreeMap::from([(unknown, 1), (no_number, 1)])
    );
}

#[test]
fn a_table_of_requirements_is_refused_with_what_to_get_instead() {
    let text = "countryCode,id,name,code,year,requirements,funding,percentFunded\n\
        XXX,1,Example plan,HEXA20,2020,100,50,50";
    let error = read(text, Recipient::Ukraine).unwrap_err();
    assert!(matches!(&error, FtsError::Summary { found } if found.len() == 3));
    for lang in Lang::ALL {
        let (message, hint) = fts::told(&error, Texts::new(*lang));
        assert!(message.contains("requirements") && hint.contains("fts_incoming"));
    }
    let error = read("a,b\n1,2", Recipient::Ukraine).unwrap_err();
    assert!(matches!(error, FtsError::Missing { columns } if columns.len() == 4));
}

/// An answer with these flows.
fn answered(flows: &str) -> String {
    format!(
        r#"{{"status": "ok", "data": {{"incoming": {{"flowCount": 2}}, "flows": [{flows}]}},
        "meta": {{"count": 2, "language": "en"}}}}"#
    )
}

const ANSWERED: &str = r#"{"id": "900002", "amountUSD": 250000.5, "budgetYear": null,
    "status": "commitment", "boundary": "incoming", "onBoundary": "single",
    "date": "2024-01-31T00:00:00Z", "decisionDate": null, "flowType": "Standard",
    "contributionType": "in kind", "method": "Traditional aid", "newMoney": false,
    "keywords": ["Multiyear", "Example"], "refCode": "EX-2", "description": "Generators",
    "originalAmount": null, "exchangeRate": null,
    "sourceObjects": [
        {"type": "Organization", "id": "1", "name": "Exampleland, Government of"},
        {"type": "Location", "id": "2", "name": "Exampleland"}],
    "destinationObjects": [
        {"type": "Location", "id": "3", "name": "Ukraine", "behavior": "single"},
        {"type": "UsageYear", "name": "2024"}, {"type": "UsageYear", "name": "2025"},
        {"type": "Organization", "name": "Example Relief", "organizationTypes": ["NGO"]}]}"#;

#[test]
fn an_answer_of_the_interface_tells_the_same_as_a_table() {
    let told = answer(&answered(ANSWERED), Recipient::Ukraine).unwrap();
    assert_eq!((told.rows, told.drafts.len()), (1, 1));
    let draft = &told.drafts[0];
    assert_eq!(draft.party, "Exampleland, Government of");
    assert_eq!(draft.stage, Stage::Committed);
    let usd = AmountForm::Exact("250 000.5 USD".parse().unwrap());
    assert_eq!(draft.amount.form, usd);
    assert!(matches!(draft.amount.period, Period::Lump { .. }));
    let note = &draft.notes[&NoteOn::General];
    assert!(note.contains("in kind") && note.contains("Multiyear, Example"));
    let expected = BTreeMap::from([
        ("fts-doubt-page", "1 / 2"),
        ("fts-doubt-carried-over", "1; 250000.5 USD"),
    ]);
    assert_eq!(doubts(&told), expected);
}

#[test]
fn a_flow_of_several_givers_or_none_is_nobodys() {
    let several = ANSWERED.replace(
        r#"{"type": "Location", "id": "2", "name": "Exampleland"}"#,
        r#"{"type": "Organization", "name": "Elsewhere, Government of"}"#,
    );
    let none = ANSWERED.replace(
        r#"{"type": "Organization", "id": "1""#,
        r#"{"type": "Plan""#,
    );
    let told = answer(&answered(&format!("{several}, {none}")), Recipient::Ukraine).unwrap();
    let both = "Exampleland, Government of; Elsewhere, Government of";
    assert_eq!(told.drafts[0].party, both);
    assert_eq!(skipped(&told), BTreeMap::from([(Skip::NoParty, 1)]));
}

#[test]
fn answers_without_flows_are_refused_each_with_its_reason() {
    let summary = r#"{"status": "ok", "data": {"requirements": {"totalRevisedReqs": 100},
        "report1": {"fundingTotals": {"total": 7}}}}"#;
    let cases = [
        (summary, "report1"),
        (r#"{"status": "error", "data": null}"#, "error"),
        (r#"{"code": 4}"#, "data.flows"),
        ("[1, 2]", "data.flows"),
        (r#"{"status": "ok", "data": {"flows": [{"id": "1""#, "1"),
        ("not even JSON", "1"),
    ];
    for (text, names) in cases {
        let error = answer(text, Recipient::Ukraine).unwrap_err();
        for lang in Lang::ALL {
            let (message, hint) = fts::told(&error, Texts::new(*lang));
            assert!(message.contains(names), "{message}");
            assert!(!hint.is_empty());
        }
    }
}

#[test]
fn reading_an_answer_can_be_cancelled() {
    let (go, begin) = std::sync::mpsc::channel::<()>();
    let (wake, woken) = std::sync::mpsc::channel();
    let wake = move || wake.send(()).unwrap();
    let task = Task::start("answer", wake, move |line| {
        begin.recv().unwrap();
        let text = answered(ANSWERED);
        read_answer(text.as_bytes(), 0, Recipient::Any, line)
    });
    let task = task.unwrap();
    task.cancel();
    go.send(()).unwrap();
    woken.recv().unwrap();
    let TaskState::Done(read) = task.poll() else {
        unreachable!("the task was woken")
    };
    assert!(matches!(read, Err(FtsError::Cancelled)));
}

/// The folder of real files, where there is one.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
pub(super) fn real(name: &str) -> Option<String> {
    let folder = std::env::var_os("PLEDGEBOOK_REAL_FILES").map(PathBuf::from);
    let text = folder.and_then(|folder| std::fs::read_to_string(folder.join(name)).ok());
    if text.is_none() {
        eprintln!("skipped: {name} is not in the folder of PLEDGEBOOK_REAL_FILES");
    }
    text
}

#[test]
fn the_flows_of_jordan_add_up_to_the_total_that_the_service_publishes() {
    let Some(text) = real("fts-incoming-flows-jor-2020.csv") else {
        return;
    };
    let told = read(&text, Recipient::Ukraine).unwrap();
    assert_eq!((told.rows, told.drafts.len()), (440, 0));
    let other = |whom: &str| Skip::OtherRecipient(whom.to_owned());
    let expected = BTreeMap::from([
        (other("JOR"), 437),
        (other("JOR, PSE"), 2),
        (other("AFG, JOR"), 1),
    ]);
    assert_eq!(skipped(&told), expected);

    let told = read(&text, Recipient::Any).unwrap();
    assert_eq!((told.rows, told.drafts.len()), (440, 347));
    let expected = BTreeMap::from([(Skip::NotCounted, 92), (Skip::NoParty, 1)]);
    assert_eq!(skipped(&told), expected);
    // The one flow without a giver: FTS counts it too.
    let mut nobodys = told.skipped.iter();
    let nobodys = nobodys.find(|skipped| skipped.why == Skip::NoParty);
    let nobodys = nobodys.and_then(|skipped| skipped.place.amount.as_deref());
    let nobodys: Decimal = nobodys.unwrap().parse().unwrap();
    let usd = |stage: &dyn Fn(Stage) -> bool| -> Decimal {
        let drafts = told.drafts.iter().filter(|draft| stage(draft.stage));
        let figures = drafts.map(|draft| {
            let others = draft.others.iter().map(|(amount, _)| amount);
            let mut figures = std::iter::once(&draft.amount).chain(others);
            figures.find_map(|amount| match amount.form {
                AmountForm::Exact(m) if m.currency().code() == "USD" => Some(m.value()),
                _ => None,
            })
        });
        figures.flatten().sum()
    };
    // FTS answers `fundingTotal` 714 246 261 and `pledgeTotal` 81 128 for Jordan in 2020.
    assert_eq!(
        usd(&|stage| stage != Stage::Pledged) + nobodys,
        714_246_261.into()
    );
    assert_eq!(usd(&|stage| stage == Stage::Pledged), 81_128.into());
    assert_eq!(doubts(&told)["fts-doubt-misfit"], "1; 1554565 USD");
}

#[test]
fn the_summary_by_location_of_plan_1103_is_refused() {
    let Some(text) = real("fts-ukr-plan1103-by-location.json") else {
        return;
    };
    let error = answer(&text, Recipient::Any).unwrap_err();
    assert!(matches!(error, FtsError::Summary { found } if found.contains(&"report1".to_owned())));
}
