//! What comes a second time is known again: a later copy of a file, another sum of the same rows, an
//! exported page of a book, nearly a release that is known.

use std::sync::Arc;

use pledgebook::edit::apply;
use pledgebook::exchange::import::fields::Field;
use pledgebook::exchange::import::{
    self, Candidate, Choices, Doubt, ImportError, Layout, Plan, Setup, command, facts, find, judge,
};
use pledgebook::exchange::table::{self, Opened};
use pledgebook::model::{AidEntry, Dataset, Stage};
use pledgebook::task::TaskLine;

use super::{SMALL, read};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn file(name: &str, text: &str) -> Result<Opened> {
    let line = TaskLine::default();
    Ok(table::open_bytes(name, text.as_bytes().to_vec(), &line)?)
}

fn likeliest(opened: &Opened) -> Result<Candidate> {
    let all = find(opened, &[], &TaskLine::default())?;
    Ok(all.into_iter().next().ok_or("no layout")?)
}

fn planned(opened: &Opened, setup: &Setup, book: &Dataset) -> Result<Plan> {
    let line = TaskLine::default();
    let told = Arc::new(import::read(opened, setup, &line)?);
    let choices = Choices::default();
    Ok(judge(book, &facts(opened, setup), told, &choices, &line)?)
}

fn taken_in(book: &mut Dataset, opened: &Opened, setup: &Setup) -> Result<()> {
    let plan = planned(opened, setup, book)?;
    if let Some(command) = command(plan, book) {
        apply(&command.changes, book)?;
    }
    Ok(())
}

fn imported(book: &Dataset) -> Vec<&AidEntry> {
    let of_file = |entry: &&AidEntry| entry.origin.is_some();
    book.aid.values().filter(of_file).collect()
}

const FIRST: &str = "ID,Donor,Date,Amount EUR,Type,Stage\n\
    A1,Lithuania,2031-01-02,100,military,committed\n\
    A2,Latvia,2031-01-02,200,military,committed\n";
const LATER: &str = "ID,Donor,Date,Amount EUR,Type,Stage\n\
    A1,Lithuania,2031-03-09,150,military,committed\n\
    A2,Latvia,2031-01-02,200,military,committed\n\
    A3,Latvia,2031-01-02,300,military,committed\n";

#[test]
fn a_later_copy_of_a_file_counts_once_though_a_sum_has_changed() {
    let mut book = read(SMALL);
    let first = file("office.csv", FIRST).unwrap();
    taken_in(&mut book, &first, &likeliest(&first).unwrap().setup).unwrap();
    let later = file("office later.csv", LATER).unwrap();
    let setup = likeliest(&later).unwrap().setup;
    let plan = planned(&later, &setup, &book).unwrap();
    assert_eq!(plan.entries(), 2, "A1 again, and A3; A2 says the same");
    let likely: Vec<usize> = plan.likely().iter().map(|(at, _)| *at).collect();
    assert_eq!(likely, [0], "it is told");
    taken_in(&mut book, &later, &setup).unwrap();
    let again = imported(&book);
    let again = again.iter().filter(|entry| entry.same_as.is_some());
    let named = again.map(|entry| entry.origin.as_deref()?.key.as_deref());
    assert_eq!(named.collect::<Vec<_>>(), [Some("A1")]);
}

#[test]
fn rows_that_are_only_numbered_are_not_the_same_for_that() {
    let of = |day: &str, sum: &str| {
        format!("ID,Donor,Date,Amount EUR,Type,Stage\n1,Lithuania,{day},{sum},military,committed\n")
    };
    let mut book = read(SMALL);
    let first = file("a.csv", &of("2031-01-02", "100")).unwrap();
    taken_in(&mut book, &first, &likeliest(&first).unwrap().setup).unwrap();
    let other = file("b.csv", &of("2031-06-02", "700")).unwrap();
    let plan = planned(&other, &likeliest(&other).unwrap().setup, &book).unwrap();
    assert!(plan.likely().is_empty());
    let changed = file("c.csv", &of("2031-01-02", "700")).unwrap();
    let plan = planned(&changed, &likeliest(&changed).unwrap().setup, &book).unwrap();
    assert_eq!(plan.likely().len(), 1, "the same day and number");
}

const TWO_SUMS: &str = "Donor,Date,Committed (EUR million),Disbursed (EUR million),Type\n\
    Lithuania,2031-01-02,100,50,military\n\
    Latvia,2031-01-02,200,0,military\n\
    Lithuania,2031-02-02,300,300,military\n";

fn with(opened: &Opened, column: &str, stage: Stage) -> Result<Setup> {
    let mut setup = likeliest(opened)?.setup;
    let at = setup.mapping.called(column).ok_or("no column")?;
    setup.mapping.choose(at, Some(Field::Amount));
    setup.mapping.constants.stage = Some(stage);
    Ok(setup)
}

#[test]
fn a_second_sum_of_the_same_rows_can_be_added() {
    let mut book = read(SMALL);
    let opened = file("two.csv", TWO_SUMS).unwrap();
    let committed = with(&opened, "Committed (EUR million)", Stage::Committed).unwrap();
    taken_in(&mut book, &opened, &committed).unwrap();
    assert_eq!(imported(&book).len(), 3);
    let delivered = with(&opened, "Disbursed (EUR million)", Stage::Delivered).unwrap();
    let plan = planned(&opened, &delivered, &book).unwrap();
    assert_eq!(plan.entries(), 3);
    taken_in(&mut book, &opened, &delivered).unwrap();
    for setup in [committed, delivered] {
        let plan = planned(&opened, &setup, &book).unwrap();
        assert_eq!(plan.entries(), 0, "nothing twice");
    }
}

#[test]
fn an_entry_that_was_given_another_stage_is_here_still() {
    let mut book = read(SMALL);
    let opened = file("two.csv", TWO_SUMS).unwrap();
    let setup = with(&opened, "Committed (EUR million)", Stage::Committed).unwrap();
    taken_in(&mut book, &opened, &setup).unwrap();
    let setup = with(&opened, "Committed (EUR million)", Stage::Allocated).unwrap();
    assert_eq!(planned(&opened, &setup, &book).unwrap().entries(), 0);
}

#[test]
fn an_exported_page_is_refused_and_told_how_its_records_come_back() {
    let pages = [
        "party,id,announced,amount_low (EUR),amount_high (EUR),amount_open,amount_about,\
         amount_undisclosed,amount_not_converted,amount_estimate,amount_stage,stage,type,summary\n\
         LT,lt-a01,2031-01-02,5,5,false,0,0,0,false,committed,committed,military,Made up\n",
        "Сторона,Оголошено,Сума: щонайменше (EUR),Сума: щонайбільше (EUR),Сума: без верхньої межі,\
         Сума: приблизних чисел,Сума: не розкрито (н/д)\nЛитва,2031-01-02,5,5,false,0,0\n",
        "Party,Amount: at least (EUR),Amount: at most (EUR),Amount: open above,\
         Amount: approximate numbers,Amount: not disclosed (n/d)\nLithuania,5,5,false,0,0\n",
        "severity,check,record,party,field,message,hint\nwarning,date,lt-a01,LT,date,No date,Add it\n",
        "{ \"title\": \"Ledger\", \"place\": \"#ledger\", \"dataset\": { \"title\": \"Made up\" },\n\
         \"tables\": [{ \"rows\": [{ \"party\": \"LT\", \"summary\": \"a\" }] }] }",
    ];
    for page in pages {
        let name = if page.starts_with('{') {
            "page.json"
        } else {
            "page.csv"
        };
        let found = find(&file(name, page).unwrap(), &[], &TaskLine::default());
        assert!(matches!(found, Err(ImportError::View)), "{page}: {found:?}");
    }
    let plain = "Donor,Low,High,Amount EUR,Date\nLithuania,1,2,2,2031-01-02\n";
    assert!(likeliest(&file("plain.csv", plain).unwrap()).is_ok());
}

#[test]
fn nearly_a_release_is_told_with_what_it_lacks() {
    let half = "ID,countries,Type of Aid General,Type of Aid Specific,Explanation,Original Currency,\
        Monetary Value as Given by Source,Source of Aid 1\n\
        LTM1,Lithuania,Military,Equipment,Made up,EUR,5000000,https://example.org/1\n";
    let opened = file("half.csv", half).unwrap();
    let all = find(&opened, &[], &TaskLine::default()).unwrap();
    let is_near = |one: &&Candidate| one.setup.layout == Layout::Kiel("kiel-main-r07".to_owned());
    let near = all.iter().find(is_near).unwrap();
    assert_eq!(near.confidence, 0);
    assert_eq!(
        near.missing,
        ["Announcement Date", "Converted Value in EUR"]
    );
    let lacks = import::kiel::lacks(&opened, None, "kiel-main-r07", &TaskLine::default());
    assert_eq!(lacks.unwrap(), near.missing);
    let office = file("office.csv", FIRST).unwrap();
    let lacks = import::kiel::lacks(&office, None, "kiel-main-r18", &TaskLine::default()).unwrap();
    assert!(lacks.contains(&"Type of donation".to_owned()), "{lacks:?}");
}

#[test]
fn other_sheets_with_the_same_headings_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, donor) in [("2031", "Lithuania"), ("2032", "Latvia"), ("About", "")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        if donor.is_empty() {
            sheet.write(0, 0, "Made up").unwrap();
            continue;
        }
        for (at, word) in (0..).zip(["Donor", "Date", "Amount EUR", "Type"]) {
            sheet.write(0, at, word).unwrap();
        }
        for row in 1..4_u32 {
            sheet.write(row, 0, donor).unwrap();
            sheet.write(row, 1, format!("{name}-01-0{row}")).unwrap();
            sheet.write(row, 2, row * 100).unwrap();
            sheet.write(row, 3, "military").unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let opened = table::open_bytes("years.xlsx", bytes, &TaskLine::default()).unwrap();
    let setup = likeliest(&opened).unwrap().setup;
    let told = import::read(&opened, &setup, &TaskLine::default()).unwrap();
    let other = told.doubts.iter().find_map(|doubt| match doubt {
        Doubt::Told { id, what } if *id == "import-doubt-other-sheets" => Some(what.as_str()),
        _ => None,
    });
    assert_eq!(other, Some("2032"));
}

#[test]
fn a_second_release_of_a_tracker_is_told_before_it_adds_up() {
    let heads = "ID,Countries,Announcement Date,Type of Aid General,Converted Value in EUR\n";
    let first = format!("{heads}LTM1,Lithuania,2031-01-02,Military,100\n");
    let second = format!("{heads}LTM9,Lithuania,2031-05-02,Military,900\n");
    let mut book = read(SMALL);
    let opened = file("release 90.csv", &first).unwrap();
    let setup = likeliest(&opened).unwrap().setup;
    let is_told = |plan: &Plan| {
        let mut doubts = plan.doubts().iter();
        doubts.any(|doubt| {
            matches!(
                doubt,
                Doubt::Told {
                    id: "import-doubt-other-release",
                    ..
                }
            )
        })
    };
    assert!(!is_told(&planned(&opened, &setup, &book).unwrap()));
    taken_in(&mut book, &opened, &setup).unwrap();
    assert!(
        !is_told(&planned(&opened, &setup, &book).unwrap()),
        "itself is no other"
    );
    let later = file("release 91.csv", &second).unwrap();
    let setup = likeliest(&later).unwrap().setup;
    assert!(is_told(&planned(&later, &setup, &book).unwrap()));
}
