//! A file of the field comes into a book: what it says becomes entries, nothing comes in twice, and
//! what cannot be read is told and left out.

use std::path::PathBuf;
use std::sync::Arc;

use pledgebook::edit::{Command, apply, words};
use pledgebook::exchange::import::fields::Field;
use pledgebook::exchange::import::{
    self, Candidate, Choices, Differing, Doubt, Likely, Plan, Skip, command, facts, find, judge,
    merge, records_of,
};
use pledgebook::exchange::table::{self, Opened};
use pledgebook::ledger::{Assumptions, Ledger, Query};
use pledgebook::model::{AidEntry, AidType, Dataset, Instrument, PartyId, Stage};
use pledgebook::task::TaskLine;
use pledgebook::text::{Lang, Texts};

use super::{SMALL, read};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What a donor's office might send: days first, decimal commas, semicolons, a sum in millions.
const SENT: &str = "Країна;Дата;Вид;Стадія;Сума, млн євро;Опис\r\n\
    Литва;05.03.2031;військова;виділено;1,5;Тягачі\r\n\
    Латвія;17.03.2031;гуманітарна;надано;до 2;Ліки\r\n\
    Exampleland;18.03.2031;гуманітарна;надано;1;Ковдри\r\n\
    Литва;до 20.03.2031;фінансова;обіцяно;.;Підтримка бюджету\r\n\
    Литва;колись;військова;надано;3;Дрони\r\n\
    Усього;;;;4,5;\r\n";

fn file(name: &str, text: &str) -> Result<Opened> {
    let line = TaskLine::default();
    Ok(table::open_bytes(name, text.as_bytes().to_vec(), &line)?)
}

fn likeliest(opened: &Opened) -> Result<Candidate> {
    let all = find(opened, &[], &TaskLine::default())?;
    Ok(all.into_iter().next().ok_or("no layout")?)
}

fn planned(opened: &Opened, book: &Dataset, choices: &Choices) -> Result<Plan> {
    let line = TaskLine::default();
    let setup = likeliest(opened)?.setup;
    let told = import::read(opened, &setup, &line)?;
    Ok(judge(
        book,
        &facts(opened, &setup),
        Arc::new(told),
        choices,
        &line,
    )?)
}

/// Takes a file in as it most likely is.
fn taken_in(
    book: &mut Dataset,
    name: &str,
    text: &str,
    choices: &Choices,
) -> Result<Option<Command>> {
    let plan = planned(&file(name, text)?, book, choices)?;
    let command = command(plan, book);
    if let Some(command) = &command {
        apply(&command.changes, book)?;
    }
    Ok(command)
}

fn reasons(plan: &Plan) -> Vec<(u64, &Skip)> {
    let rows = plan.rows();
    rows.filter_map(|row| match row.outcome {
        import::plan::Outcome::Skipped(why) => Some((row.place.row, why)),
        _ => None,
    })
    .collect()
}

fn entries(book: &Dataset) -> Vec<&AidEntry> {
    let of_file = |entry: &&AidEntry| entry.origin.is_some();
    book.aid.values().filter(of_file).collect()
}

#[test]
fn a_table_from_an_office_comes_in_as_it_says() {
    let mut book = read(SMALL);
    let opened = file("office.csv", SENT).unwrap();
    let plan = planned(&opened, &book, &Choices::default()).unwrap();
    assert_eq!(
        reasons(&plan),
        [
            (4, &Skip::UnknownParty("Exampleland".to_owned())),
            (6, &Skip::BadDate("колись".to_owned())),
            (7, &Skip::Total),
        ]
    );
    assert_eq!((plan.rows_read(), plan.entries()), (6, 3));
    let parties: Vec<&str> = plan.new_parties().iter().map(|state| state.id).collect();
    assert_eq!(parties, ["LV"]);
    let command = command(plan, &book).unwrap();
    apply(&command.changes, &mut book).unwrap();

    let told: Vec<(&str, String, Option<String>)> = entries(&book)
        .into_iter()
        .map(|entry| {
            let amount = serde_json::to_value(entry.figure.amount.form).unwrap();
            let date = entry.date.map(|date| date.to_string());
            (entry.id.as_str(), amount.to_string(), date)
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "lt-a03",
                r#"{"exact":"1 500 000 EUR"}"#.to_owned(),
                Some("2031-03-05".to_owned())
            ),
            (
                "lt-a04",
                r#"{"undisclosed":null}"#.to_owned(),
                Some("../2031-03-20".to_owned())
            ),
            (
                "lv-a01",
                r#"{"up_to":"2 000 000 EUR"}"#.to_owned(),
                Some("2031-03-17".to_owned())
            ),
        ]
    );
    let first = entries(&book)[0];
    assert_eq!(
        (first.stage, first.aid_type),
        (Stage::Allocated, AidType::Military)
    );
    assert_eq!(first.instrument, Instrument::Unknown);
    let origin = first.origin.as_deref().unwrap();
    assert_eq!((origin.row, origin.amount.as_deref()), (2, Some("1,5")));
    assert_eq!(origin.date.as_deref(), Some("05.03.2031"));
    let source = &book.sources[&origin.file];
    let archived = source.archived.as_ref().unwrap();
    assert_eq!(
        (archived.path.as_str(), archived.sha256.len()),
        ("office.csv", 64)
    );
    assert_eq!(first.figure.cite.source.as_ref(), Some(&origin.file));
}

#[test]
fn an_import_is_one_step_that_names_its_file_and_can_be_taken_back() {
    let before = read(SMALL);
    let mut book = before.clone();
    let plan = planned(
        &file("office.csv", SENT).unwrap(),
        &book,
        &Choices::default(),
    )
    .unwrap();
    let command = command(plan, &book).unwrap();
    let back = apply(&command.changes, &mut book).unwrap();
    assert_ne!(book, before);
    let named = |lang| words::named(&command.label, &book, Texts::new(lang));
    assert_eq!(named(Lang::En), "import of office.csv: 3 aid entries");
    assert_eq!(
        named(Lang::Uk),
        "імпорт із office.csv: 3 записи про допомогу"
    );
    apply(&back, &mut book).unwrap();
    assert_eq!(book, before);
}

#[test]
fn nothing_comes_in_twice_and_equal_rows_stand_for_themselves() {
    const TWO: &str = "donor,date,type,stage,amount EUR\n\
        Lithuania,2031-01-02,military,delivered,5000000\n\
        Lithuania,2031-01-02,military,delivered,5000000\n";
    let three = format!("{TWO}Lithuania,2031-01-02,military,delivered,5000000\n");
    let choices = Choices::default();
    let mut book = read(SMALL);
    let plan = planned(&file("two.csv", TWO).unwrap(), &book, &choices).unwrap();
    assert_eq!(plan.doubts(), [Doubt::Repeats { rows: 1 }]);
    assert!(
        taken_in(&mut book, "two.csv", TWO, &choices)
            .unwrap()
            .is_some()
    );
    assert_eq!(entries(&book).len(), 2);

    // The same file again, under another name: its bytes tell.
    assert!(
        taken_in(&mut book, "again.csv", TWO, &choices)
            .unwrap()
            .is_none()
    );
    // A later copy that says it three times: one is new.
    assert!(
        taken_in(&mut book, "three.csv", &three, &choices)
            .unwrap()
            .is_some()
    );
    assert_eq!(entries(&book).len(), 3);
    for (name, text) in [("two.csv", TWO), ("three.csv", three.as_str())] {
        assert!(taken_in(&mut book, name, text, &choices).unwrap().is_none());
    }
    assert_eq!(book.sources.len(), 3);
}

#[test]
fn an_entry_that_was_corrected_is_still_known_by_its_place() {
    const ONE: &str = "donor,date,type,stage,amount EUR\n\
        Lithuania,2031-01-02,military,delivered,5000000\n";
    let choices = Choices::default();
    let mut book = read(SMALL);
    taken_in(&mut book, "one.csv", ONE, &choices).unwrap();
    let entry = book.aid.values_mut().find(|entry| entry.origin.is_some());
    let entry = entry.unwrap();
    entry.stage = Stage::Allocated;
    entry.summary = "Corrected by hand.".to_owned();
    assert!(
        taken_in(&mut book, "one.csv", ONE, &choices)
            .unwrap()
            .is_none()
    );
}

#[test]
fn what_is_likely_here_is_told_and_by_choice_left_out_another_voice_or_new() {
    const LIKE: &str = "donor,date,type,stage,amount EUR\n\
        Lithuania,,military,allocated,35000000\n\
        Lithuania,2024-06-01,military,allocated,36000000\n";
    let allocated = |book: &Dataset| {
        let book = Arc::new(book.clone());
        let assumptions = Assumptions::of(&book);
        let ledger = Ledger::new(book, assumptions);
        let total = ledger.total(&Query::all(Stage::Allocated));
        total.bounds().low.normalize().to_string()
    };
    for (likely, count, sum) in [
        (Likely::Voice, 2, "79000000"),
        (Likely::LeaveOut, 1, "79000000"),
        (Likely::New, 2, "114000000"),
    ] {
        let choices = Choices {
            likely,
            ..Choices::default()
        };
        let mut book = read(SMALL);
        let plan = planned(&file("like.csv", LIKE).unwrap(), &book, &choices).unwrap();
        let found: Vec<(usize, &str)> = plan
            .likely()
            .iter()
            .map(|(at, id)| (*at, id.as_str()))
            .collect();
        assert_eq!(found, [(0, "lt-a01")], "{likely:?}");
        taken_in(&mut book, "like.csv", LIKE, &choices).unwrap();
        assert_eq!(entries(&book).len(), count, "{likely:?}");
        assert_eq!(allocated(&book), sum, "{likely:?}");
        // And again: nothing more.
        assert!(
            taken_in(&mut book, "like.csv", LIKE, &choices)
                .unwrap()
                .is_none()
        );
    }
}

#[test]
fn a_spelling_can_be_said_by_hand_and_a_party_left_out() {
    let book = read(SMALL);
    let mut choices = Choices::default();
    let lithuania = PartyId::new("LT").unwrap();
    choices
        .parties
        .insert("Exampleland".to_owned(), PartyId::new("EE").unwrap());
    choices.left_out.insert(lithuania);
    let plan = planned(&file("office.csv", SENT).unwrap(), &book, &choices).unwrap();
    let parties: Vec<&str> = plan.new_parties().iter().map(|state| state.id).collect();
    assert_eq!(parties, ["EE", "LV"]);
    let left_out = reasons(&plan)
        .into_iter()
        .filter(|(_, why)| matches!(why, Skip::PartyLeftOut(_)));
    assert_eq!(left_out.count(), 2);
}

#[test]
fn a_unit_over_the_wrong_numbers_and_an_open_order_are_doubts() {
    const DOUBTFUL: &str = "donor,date,amount (billion EUR)\n\
        Lithuania,3/4/2031,4097.4\n\
        Latvia,3/25/2031,12.5\n";
    let opened = file("doubtful.csv", DOUBTFUL).unwrap();
    let plan = planned(&opened, &read(SMALL), &Choices::default()).unwrap();
    let texts = Texts::new(Lang::En);
    let told: Vec<String> = plan
        .doubts()
        .iter()
        .map(|d| import::told::doubt(d, texts))
        .collect();
    assert_eq!(
        told,
        [
            "In “date” the month is read first: dates that can only be read so: 1, either way: 1.",
            "“amount (billion EUR)” is read as billion EUR, but its greatest number is 4097.4. Is that the scale?",
            "Nothing says how far the money got: 2 entries are “unclear”. Set a stage if you know it.",
            "Nothing says of what type the aid is: 2 entries are “mixed”. Set a type if you know it.",
        ]
    );
}

#[test]
fn a_table_that_names_no_giver_asks_for_one_and_takes_it_for_all_rows() {
    const LAWS: &str = "Date Became Law,ID number,Total outlays (mil USD),Outlays 2031 (mil USD)\n\
        2031-09-30,XX1,12051,6268\n2031-05-21,XX2,40810,9273\n,,52861,\n,Total,52861,15541\n";
    let line = TaskLine::default();
    let opened = file("laws.csv", LAWS).unwrap();
    let mut setup = likeliest(&opened).unwrap().setup;
    let refused = import::read(&opened, &setup, &line).unwrap_err();
    assert!(matches!(refused, import::ImportError::Unmapped(fields) if fields == [Field::Party]));
    setup.mapping.constants.party = Some("US".to_owned());
    setup.mapping.constants.stage = Some(Stage::Allocated);
    let told = import::read(&opened, &setup, &line).unwrap();
    assert_eq!(told.drafts.len(), 3);
    assert_eq!(told.drafts[0].place.key.as_deref(), Some("XX1"));
    assert_eq!(told.skipped[0].why, Skip::Total);
}

#[test]
fn records_of_another_book_are_added_known_again_or_told() {
    let mut book = read(SMALL);
    let other = read(SMALL);
    let same = merge(&book, records_of(&other), Differing::Keep);
    assert_eq!(
        (same.same, same.added.len(), same.differing.len()),
        (7, 0, 0)
    );
    assert!(same.command("other.ron").is_none());

    let changed = SMALL
        .replace("Drones.", "Boats.")
        .replace("lt-a01", "lt-a09");
    let other = read(&changed);
    let keep = merge(&book, records_of(&other), Differing::Keep);
    let ids =
        |keys: &[pledgebook::edit::Key]| keys.iter().map(|key| key.id.clone()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&keep.added), ids(&keep.differing)),
        (vec!["lt-a09".to_owned()], vec!["lt-a02".to_owned()])
    );
    let command = merge(&book, records_of(&other), Differing::Replace).command("other.ron");
    apply(&command.unwrap().changes, &mut book).unwrap();
    assert_eq!(book.aid["lt-a02"].summary, "Boats.");
    assert_eq!(book.aid.len(), 3);

    let mut empty = Dataset::default();
    let all = merge(&empty, records_of(&book), Differing::Keep).command("book.ron");
    apply(&all.unwrap().changes, &mut empty).unwrap();
    assert_eq!(empty, book);
}

/// Files that people use, where they are at hand.
fn real(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("PLEDGEBOOK_REAL_FILES")?;
    let path = PathBuf::from(folder).join(name);
    path.exists().then_some(path)
}

/// Rows, entries, and the reasons with how many rows.
type Counts = (u64, usize, Vec<(String, usize)>);

/// What a file with these constants becomes; none: it is not at hand.
fn counted(name: &str, set: impl Fn(&mut import::Setup)) -> Result<Option<Counts>> {
    let Some(path) = real(name) else {
        let said = format!("PLEDGEBOOK_REAL_FILES has no {name}: skipped\n");
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes())?;
        return Ok(None);
    };
    let line = TaskLine::default();
    let opened = table::open(&path, &line)?;
    let all = find(&opened, &[], &line)?;
    let columns = all
        .into_iter()
        .find(|c| c.setup.layout == import::Layout::Columns);
    let mut setup = columns.ok_or("no columns")?.setup;
    set(&mut setup);
    let told = import::read(&opened, &setup, &line)?;
    let book = Dataset::default();
    let plan = judge(
        &book,
        &facts(&opened, &setup),
        Arc::new(told),
        &Choices::default(),
        &line,
    )?;
    let summary = plan.summary();
    let reasons = summary
        .reasons
        .iter()
        .map(|(key, reason)| ((*key).to_owned(), reason.rows));
    Ok(Some((summary.rows, summary.entries, reasons.collect())))
}

#[test]
fn real_tables_come_in_by_their_columns() {
    let us = |setup: &mut import::Setup| {
        setup.mapping.constants.party = Some("US".to_owned());
        setup.mapping.constants.stage = Some(Stage::Allocated);
    };
    let nothing: Vec<(String, usize)> = Vec::new();
    if let Some(found) = counted("us-aid-laws.csv", us).unwrap() {
        assert_eq!(found, (4, 4, nothing.clone()));
    }
    if let Some(found) = counted("us-aid-laws.xlsx", us).unwrap() {
        assert!(found.1 == 4, "{found:?}");
    }
    if let Some(found) = counted("deliveries-timeline.xlsx", |_| {}).unwrap() {
        assert_eq!(found, (52, 51, vec![("unknown_stage".to_owned(), 1)]));
    }
    if let Some(found) = counted("one-oda-table.csv", |_| {}).unwrap() {
        assert!(found.0 == 30 && found.1 >= 28, "{found:?}");
    }
    // Without headings, the first row is one of data.
    let pieces = |setup: &mut import::Setup| setup.mapping.choose(4, Some(Field::Quantity));
    if let Some(found) = counted("heavy-weapons-commits.json", pieces).unwrap() {
        assert_eq!((found.0, found.1), (231, 231), "{found:?}");
    }
    // It looks like a table of countries, and is none: no column is taken for the giver.
    let losses = counted("oryx-summary.csv", |_| {});
    assert!(losses.is_err() || matches!(losses, Ok(None)));
}
