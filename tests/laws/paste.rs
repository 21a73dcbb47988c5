//! Rows from a spreadsheet become records, and what cannot become one says why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use pledgebook::edit::paste::{self, Column, Mapping, Plan, Setup, Sheet, Verdict, Why};
use pledgebook::edit::typed::text_of;
use pledgebook::edit::{AnyRecord, Key, Kind, Leaf, apply, words};
use pledgebook::model::{AidEntry, Dataset, PartyId, Record};
use pledgebook::session::Session;
use pledgebook::text::{Lang, Texts};

fn book() -> Arc<Dataset> {
    Arc::clone(Session::sample().dataset())
}

/// What a sheet of tabs is read as, with these for all rows.
fn setup(text: &str, kind: Kind, party: Option<&str>, for_all: &[(&str, &str)]) -> Setup {
    let sheet = Sheet::read(&text.replace('|', "\t")).unwrap();
    let mapping = paste::propose(&book(), &sheet, kind);
    Setup {
        mapping,
        sheet: Arc::new(sheet),
        kind,
        for_all: for_all
            .iter()
            .map(|(path, text)| (path.parse().unwrap(), (*text).to_owned()))
            .collect(),
        answers: BTreeMap::new(),
        party: party.map(|id| PartyId::new(id).unwrap()),
        lang: Lang::En,
    }
}

/// The columns as a person would name them.
fn columns(mapping: &Mapping) -> Vec<String> {
    let name = |column: &Column| match column {
        Column::Nothing => "-".to_owned(),
        Column::Field(path) => path.to_string(),
        Column::Currency => "currency".to_owned(),
        Column::Time => "time".to_owned(),
    };
    mapping.columns.iter().map(|m| name(&m.column)).collect()
}

fn entry(plan: &Plan, row: usize) -> &AidEntry {
    match plan.rows[row].record.as_ref() {
        Some(AnyRecord::Aid(entry)) => entry,
        other => unreachable!("{other:?} {:?}", plan.rows[row].verdict),
    }
}

fn amount(entry: &AidEntry) -> String {
    let value = serde_json::to_value(entry.figure.amount).unwrap();
    text_of(Leaf::Amount, &value)
}

/// Why a row is not taken, in English.
fn why(plan: &Plan, row: usize) -> String {
    match &plan.rows[row].verdict {
        Verdict::Wrong(all) => {
            let told = all
                .iter()
                .map(|(_, wrong)| paste::told(wrong, Kind::Aid, Texts::new(Lang::En)));
            told.collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn headings_are_known_by_the_names_of_either_language_and_of_the_file() {
    for (heading, expected) in [
        (
            "Party|Stage|Type of aid|Amount|Summary",
            "party stage aid_type figure.amount summary",
        ),
        (
            "Сторона|Стадія|Вид допомоги|Сума|Зміст",
            "party stage aid_type figure.amount summary",
        ),
        (
            "party|stage|aid_type|figure.amount|summary",
            "party stage aid_type figure.amount summary",
        ),
        (
            "Country|Status|Type|Value (EUR m)|Description",
            "party stage aid_type figure.amount summary",
        ),
        (
            "DONOR|year|currency|sum|what|link",
            "party time currency figure.amount summary figure.cite.source",
        ),
        (
            "Країна|Рік|Валюта|Обсяг, млн|Опис|Дата",
            "party time currency figure.amount summary date",
        ),
        (
            "Donor|Amount in € m|as of|Colour|Notes",
            "party figure.amount record.as_counted_on - notes[general]",
        ),
        (
            "Donor|Fulfils|Part of|Phrase|How many|Of what",
            "party fulfils[0].commitment part_of figure.cite.phrase quantity.value quantity.unit",
        ),
    ] {
        let setup = setup(heading, Kind::Aid, None, &[]);
        assert!(setup.mapping.headings, "{heading}");
        assert_eq!(columns(&setup.mapping).join(" "), expected, "{heading}");
    }
}

#[test]
fn units_of_a_heading_are_read_behind_each_sum() {
    for (heading, cell, expected) in [
        ("Amount (EUR m)", "35", "35 mln EUR"),
        ("Amount, m EUR", "1,5", "1.5 mln EUR"),
        ("Sum in USD bn", "0.25", "250 mln USD"),
        ("Сума (млн грн)", "400", "400 mln UAH"),
        ("Amount", "€35 m", "35 mln EUR"),
        ("Amount (EUR m)", "n/d", "n/d"),
        ("Amount (EUR m)", "up to 20", "up to 20 mln EUR"),
        ("Amount (EUR m)", "€35 m", "35 mln EUR"),
    ] {
        let text = format!("Party|{heading}\nLatvia|{cell}");
        let all = [
            ("stage", "pledged"),
            ("aid_type", "military"),
            ("summary", "x"),
        ];
        let plan = paste::plan(&book(), &setup(&text, Kind::Aid, None, &all));
        assert_eq!(amount(entry(&plan, 0)), expected, "{heading} {cell}");
    }
}

#[test]
fn currency_and_year_may_stand_in_columns_of_their_own() {
    let text = "Party|Amount|Currency|Year|Stage|Type|Summary
Norway|75|NOK bn|2025|pledged|mixed|Nansen programme
Sweden|500 m||2024|allocated|military|Ammunition
Latvia|20 m USD|EUR|2024|pledged|military|Contradicts itself";
    let plan = paste::plan(&book(), &setup(text, Kind::Aid, None, &[]));
    assert_eq!(amount(entry(&plan, 0)), "75 bn NOK in 2025");
    // Without a currency the party's own is meant.
    assert_eq!(amount(entry(&plan, 1)), "500 mln SEK in 2024");
    assert!(
        why(&plan, 2).contains("Two currencies"),
        "{}",
        why(&plan, 2)
    );
}

#[test]
fn without_headings_columns_are_known_by_their_cells() {
    let text = "Latvia|military|pledged|€35 m|2024-06-27|Drones for the front, first lot
Литва|financial|виділено|20 mln EUR|27.06.2024|Budget support through the Bank
Great Britain|humanitarian|delivered|£5m|1 May 2024|Generators for hospitals in winter";
    let setup = setup(text, Kind::Aid, None, &[]);
    assert!(!setup.mapping.headings);
    assert_eq!(
        columns(&setup.mapping),
        [
            "party",
            "aid_type",
            "stage",
            "figure.amount",
            "date",
            "summary"
        ]
    );
    assert_eq!(setup.mapping.columns[0].why, Why::Cells(3, 3));
    let plan = paste::plan(&book(), &setup);
    let parties: Vec<&str> = (0..3).map(|row| entry(&plan, row).party.as_str()).collect();
    assert_eq!(parties, ["LV", "LT", "GB"]);
    assert!(plan.rows.iter().all(|row| row.verdict == Verdict::New));
}

#[test]
fn what_cannot_be_read_keeps_its_row_and_its_reason() {
    let text = "Party|Stage|Type|Amount|Date|Summary|Source
Atlantis|pledged|military|€1 m|2024|x|
Latvia|given|military|€1 m|2024|x|
Latvia|pledged||€1 m|2024|x|
Latvia|pledged|military|some|2024|x|
Latvia|pledged|military|€1 m|2024-02-30|x|
Latvia|pledged|military|€1 m|2024||
Latvia|pledged|military|€1 m|2024|x|https://nowhere.example/
Latvia|pledged|military|–|2024|x|
Latvia|pledged|military|€1 m|2024|x|lv-s01";
    let plan = paste::plan(&book(), &setup(text, Kind::Aid, None, &[]));
    for (row, expected) in [
        (0, "There is no party “Atlantis”."),
        (
            1,
            "“given” cannot stand here. It can be: pledged, committed, allocated, delivered, unclear.",
        ),
        (2, "“Type of aid” must not be empty."),
        (3, "There is no number in it."),
        (4, "There is no day “2024-02-30” in the calendar."),
        (5, "“Summary” must not be empty."),
        (6, "There is no source “https://nowhere.example/”."),
        (7, "“Amount” must not be empty."),
    ] {
        assert!(
            why(&plan, row).contains(expected),
            "{row}: {}",
            why(&plan, row)
        );
        assert!(plan.rows[row].record.is_none());
    }
    assert_eq!(plan.rows[8].verdict, Verdict::New);
    assert_eq!(plan.rows[8].number, 10);
}

#[test]
fn the_same_question_is_asked_once_for_a_column() {
    let text = "Party|Stage|Type|Amount|Date|Summary
Latvia|pledged|military|1.500 EUR|2024|a
Latvia|pledged|military|12.750 EUR|3/4/2024|b
Latvia|pledged|military|2 000 EUR|5/6/2024|c
Norway|pledged|military|5 m kr|2024|d";
    let mut setup = setup(text, Kind::Aid, None, &[]);
    let plan = paste::plan(&book(), &setup);
    let asked: Vec<(&str, usize, usize)> = plan
        .questions
        .iter()
        .map(|q| (q.text.as_str(), q.cells, q.meanings.len()))
        .collect();
    assert_eq!(asked, [("1.500 EUR", 2, 2), ("3/4/2024", 2, 2)]);
    let waiting = |plan: &Plan| {
        plan.rows
            .iter()
            .filter(|r| r.verdict == Verdict::Asks)
            .count()
    };
    assert_eq!(waiting(&plan), 3);
    for question in &plan.questions {
        // In English the point stands for decimals, and the day may stand first.
        setup.answers.insert(question.key.clone(), 0);
    }
    let plan = paste::plan(&book(), &setup);
    assert_eq!(waiting(&plan), 0);
    let first = amount(entry(&plan, 0));
    let second = amount(entry(&plan, 1));
    let decimals = first.starts_with("1.5");
    assert_eq!(second.starts_with("12.75"), decimals, "{first} {second}");
    assert_eq!(entry(&plan, 1).date.unwrap().to_string(), "2024-04-03");
    assert_eq!(entry(&plan, 2).date.unwrap().to_string(), "2024-06-05");
    // The other answer.
    for answer in setup.answers.values_mut() {
        *answer = 1;
    }
    let plan = paste::plan(&book(), &setup);
    assert_ne!(amount(entry(&plan, 0)), first);
    assert_eq!(entry(&plan, 1).date.unwrap().to_string(), "2024-03-04");
    // Kronor are those of the party.
    assert_eq!(amount(entry(&plan, 3)), "5 mln NOK");
}

#[test]
fn running_totals_links_and_notes_are_told_by_their_columns() {
    let text = "Party|Stage|Type|Amount|Since|As of|Fulfils|Notes|Summary
LT|delivered|military|€500 m|2022|2024-06|lt-2024-c01|checked twice|a
LT|delivered|military|€500 m|||||b";
    let plan = paste::plan(&book(), &setup(text, Kind::Aid, None, &[]));
    let total = entry(&plan, 0);
    assert!(matches!(
        total.record,
        Record::RunningTotal {
            since: Some(_),
            as_counted_on: Some(_)
        }
    ));
    assert_eq!(total.fulfils[0].commitment.as_str(), "lt-2024-c01");
    assert_eq!(total.notes.values().collect::<Vec<_>>(), ["checked twice"]);
    assert_eq!(entry(&plan, 1).record, Record::Package);
}

#[test]
fn rows_that_say_what_the_book_says_already_are_marked() {
    let data = book();
    let known = &data.aid["lv-a02"];
    let sum = amount(known);
    let day = known.date.unwrap();
    let row = format!("Latvia|pledged|military|{sum}|{day}|Told again");
    let text = format!(
        "Party|Stage|Type|Amount|Date|Summary\n{row}\n{row}, twice\nLatvia|pledged|military|1 EUR|{day}|b\nLatvia|pledged|military|1 EUR|{day}|c"
    );
    let plan = paste::plan(&data, &setup(&text, Kind::Aid, None, &[]));
    let same = Verdict::SameAs(Key::new(Kind::Aid, "lv-a02"));
    assert_eq!(plan.rows[0].verdict, same);
    assert_eq!(plan.rows[1].verdict, same);
    assert_eq!(plan.rows[2].verdict, Verdict::New);
    assert_eq!(plan.rows[3].verdict, Verdict::SameAsRow(4));
}

#[test]
fn the_rows_that_are_fine_become_one_step() {
    let text = "Amount|Summary\n€1 m|First\nnothing|Second\n€3 m|Third";
    let all = [
        ("stage", "pledged"),
        ("aid_type", "military"),
        ("figure.cite.source", "lv-s01"),
    ];
    let setup = setup(text, Kind::Aid, Some("LV"), &all);
    let data = book();
    assert_eq!(paste::for_all(Kind::Aid, &setup.mapping).len(), 4);
    let plan = paste::plan(&data, &setup);
    let fine: BTreeSet<usize> = plan
        .rows
        .iter()
        .filter(|row| row.verdict == Verdict::New)
        .map(|row| row.number)
        .collect();
    assert_eq!(fine, BTreeSet::from([2, 4]));
    let command = paste::command(&data, &plan, &fine, setup.party.as_ref()).unwrap();
    assert_eq!(
        words::named(&command.label, &data, Texts::new(Lang::En)),
        "paste of 2 aid entries"
    );
    let mut after = data.as_ref().clone();
    let back = apply(&command.changes, &mut after).unwrap();
    assert_eq!(after.aid.len(), data.aid.len() + 2);
    let new = after.aid.values().filter(|e| !data.aid.contains_key(&e.id));
    for entry in new {
        assert!(entry.id.as_str().starts_with("lv-a"), "{}", entry.id);
        assert_eq!(
            entry.figure.cite.source.as_ref().unwrap().as_str(),
            "lv-s01"
        );
    }
    apply(&back, &mut after).unwrap();
    assert_eq!(after, *data);
}

#[test]
fn commitments_and_sources_can_be_pasted_too() {
    let data = book();
    let text = "Country|Area|Wording|Stage|Summary|Article
Latvia|Cyber|shall|pledged|Shares what it knows of attacks|II.4
Латвія|Навчання військових|має намір|обіцяно|Навчає піхоту|II.5
Ukraine|Cyber|shall|pledged|x|1";
    let setup = setup(
        text,
        paste::proposed_kind(&Sheet::read(&text.replace('|', "\t")).unwrap()),
        None,
        &[],
    );
    assert_eq!(setup.kind, Kind::Commitment);
    let plan = paste::plan(&data, &setup);
    let made: Vec<bool> = plan.rows.iter().map(|row| row.record.is_some()).collect();
    assert_eq!(made, [true, true, false]);
    let known = data
        .sources
        .values()
        .find(|s| s.url.starts_with("https"))
        .unwrap();
    let text = format!(
        "Title|Publisher|Address|Published|Language|Kind of source\nNews|Agency|https://new.example/a|2024-05-01|en|press\nOld|x|{}|2024|en|government",
        known.url
    );
    let sheet = Sheet::read(&text.replace('|', "\t")).unwrap();
    assert_eq!(paste::proposed_kind(&sheet), Kind::Source);
    let plan = paste::plan(&data, &self::setup(&text, Kind::Source, Some("LV"), &[]));
    assert_eq!(plan.rows[0].verdict, Verdict::New);
    assert!(matches!(plan.rows[1].verdict, Verdict::SameAs(_)));
    let rows = BTreeSet::from([2]);
    let lv = PartyId::new("LV").unwrap();
    let command = paste::command(&data, &plan, &rows, Some(&lv)).unwrap();
    assert!(command.changes[0].key().id.starts_with("lv-s"));
}

#[test]
fn what_is_copied_can_be_pasted_again() {
    let data = book();
    for (lang, step) in [(Lang::En, 7), (Lang::Uk, 11)] {
        let texts = Texts::new(lang);
        let all = AnyRecord::keys(&data, Kind::Aid);
        let keys: Vec<Key> = all.into_iter().step_by(step).collect();
        let rows = paste::copied(&data, &keys, texts);
        assert_eq!(rows.len(), keys.len() + 1);
        let text: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let setup = Setup {
            lang,
            ..setup(&text.join("\n"), Kind::Aid, None, &[])
        };
        let plan = paste::plan(&data, &setup);
        for (row, key) in plan.rows.iter().zip(&keys) {
            let Some(AnyRecord::Aid(read)) = &row.record else {
                panic!("{key}: {:?}", row.verdict);
            };
            let known = &data.aid[key.id.as_str()];
            assert_eq!(read.figure.amount, known.figure.amount, "{key}");
            assert_eq!(read.figure.cite.source, known.figure.cite.source, "{key}");
            assert_eq!(read.record, known.record, "{key}");
            assert_eq!(
                (
                    &read.party,
                    read.stage,
                    read.aid_type,
                    read.instrument,
                    read.date
                ),
                (
                    &known.party,
                    known.stage,
                    known.aid_type,
                    known.instrument,
                    known.date
                ),
                "{key}"
            );
            assert_eq!(read.summary, known.summary, "{key}");
        }
    }
}
