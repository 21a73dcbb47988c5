//! What a page shows goes out as it is shown: the same rows, in a form that other programs can trust.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use jiff::civil::{Date, date};
use pledgebook::edit::{AnyRecord, Kind as Record, links};
use pledgebook::exchange::export::{
    ExportError, Format, How, Labels, NotesAt, Reader, Sheets, View, package, subset, write,
};
use pledgebook::exchange::picture::DatasetMark;
use pledgebook::exchange::table::{Cell, open_bytes};
use pledgebook::ledger::{Assumptions, ChosenSum, Ledger};
use pledgebook::model::{Dataset, MoneyId, Stage};
use pledgebook::session::Session;
use pledgebook::task::{Task, TaskLine, TaskState};
use pledgebook::text::{Lang, Texts};
use pledgebook::views::{LedgerIndex, LedgerRequest, LedgerView};
use rust_decimal::Decimal;

use crate::common::generate;
use crate::laws::round_trip::crowded;

const TODAY: Date = date(2026, 3, 1);

/// A place of each kind.
const PLACES: [&str; 13] = [
    "ledger",
    "ledger?stage=allocated&sort=party,-amount&columns=id,amount,stage,summary",
    "list",
    "list?stage=allocated&type=military&search=li&sort=measure&with=eu,nato",
    "party/LT",
    "commitments",
    "commitments?order=name&compare=GB,LT",
    "dates?kinds=review,end&when=coming",
    "sources?unused=yes&kind=press&order=published&turned=yes",
    "problems?severities=note&accepted=yes",
    "chart?kind=ranked",
    "chart?kind=by-type&stage=pledged",
    "chart?kind=fulfilment&year=2024&order=gap",
];

fn ledger_of(data: Dataset) -> Arc<Ledger> {
    let assumptions = Assumptions::of(&data);
    Arc::new(Ledger::new(Arc::new(data), assumptions))
}

fn bundled() -> Arc<Ledger> {
    ledger_of(Dataset::clone(Session::sample().dataset()))
}

fn sheets(ledger: &Arc<Ledger>, place: &str, lang: Lang) -> Sheets {
    let mark = DatasetMark::of(ledger.dataset(), "00".repeat(32), None);
    let reader = Reader {
        texts: Texts::new(lang),
        today: TODAY,
    };
    let view = View::of_place(place, ledger).unwrap();
    view.sheets(ledger, &mark, reader).unwrap()
}

fn written(sheets: &Sheets, format: Format, how: How) -> Vec<u8> {
    let done = write(sheets, format, how, Texts::default(), &TaskLine::default());
    done.unwrap().bytes
}

fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let all = reader.records().map(|record| record.unwrap());
    all.map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn places_read_as_they_are_written() {
    let ledger = bundled();
    for place in PLACES {
        assert_eq!(View::of_place(place, &ledger).unwrap().place(), place);
    }
    for place in [
        "nowhere",
        "ledger?stage=given",
        "list?sort=size",
        "chart?kind=pie",
        "explain/pledged",
    ] {
        let refused = View::of_place(place, &ledger).unwrap_err();
        assert!(
            matches!(refused, ExportError::Place(_)),
            "{place}: {refused:?}"
        );
    }
    let refused = View::of_place("party/XX", &ledger).unwrap_err();
    assert_eq!(refused, ExportError::NoParty("XX".to_owned()));
}

#[test]
fn the_rows_are_those_of_the_page_in_its_order_and_with_its_columns() {
    let ledger = bundled();
    let view =
        LedgerView::from_text("stage=allocated&party=DE,LT&sort=-amount&columns=id,amount,type")
            .unwrap();
    let index = LedgerIndex::new(&ledger);
    let list = index.list(&LedgerRequest {
        filter: view.filter.clone(),
        sort: view.sort.clone(),
        ..LedgerRequest::default()
    });
    let shown: Vec<String> = list
        .rows
        .iter()
        .map(|at| index.row(*at).unwrap().id.to_string())
        .collect();
    assert!(shown.len() > 3);
    let place = format!("ledger?{}", view.to_text());
    let bytes = written(
        &sheets(&ledger, &place, Lang::En),
        Format::Csv,
        How::default(),
    );
    let rows = records(&bytes);
    let ids: Vec<String> = rows[1..].iter().map(|row| row[0].clone()).collect();
    assert_eq!(ids, shown);
    let columns: Vec<&str> = rows[0].iter().map(String::as_str).collect();
    assert_eq!(
        columns[..3],
        ["id", "amount_low (EUR)", "amount_high (EUR)"]
    );
    assert_eq!(columns[8..11], ["amount_stage", "type", "counts_low (EUR)"]);
}

#[test]
fn blank_is_not_zero_and_what_is_not_disclosed_is_told() {
    let ledger = bundled();
    let bytes = written(
        &sheets(&ledger, "ledger?columns=id,amount,original", Lang::En),
        Format::Csv,
        How::default(),
    );
    let rows = records(&bytes);
    let undisclosed: Vec<&Vec<String>> =
        rows.iter().filter(|row| row[9] == "undisclosed").collect();
    assert!(!undisclosed.is_empty());
    for row in undisclosed {
        // Low and high stay blank; one entry names no sum.
        assert_eq!(
            (row[1].as_str(), row[2].as_str(), row[5].as_str()),
            ("", "", "1"),
            "{row:?}"
        );
    }
    let open = rows.iter().find(|row| row[9] == "at_least").unwrap();
    assert_eq!((open[2].as_str(), open[3].as_str()), ("", "true"));
}

#[test]
fn no_text_in_a_file_of_commas_begins_as_a_formula_does() {
    for ledger in [bundled(), ledger_of(crowded())] {
        for place in PLACES.iter().filter(|place| !place.contains("LT")) {
            for lang in Lang::ALL {
                for labels in [Labels::Ids, Labels::Words] {
                    let how = How {
                        labels,
                        ..How::default()
                    };
                    let bytes = written(&sheets(&ledger, place, *lang), Format::Csv, how);
                    for cell in records(&bytes).concat() {
                        let sign = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                        assert!(!sign || cell.parse::<Decimal>().is_ok(), "{place}: {cell}");
                    }
                }
            }
        }
    }
}

#[test]
fn notes_stand_beside_or_above_and_name_assumptions_and_sources() {
    let ledger = bundled();
    let sheets = sheets(&ledger, "ledger?party=LT&stage=allocated", Lang::En);
    let line = TaskLine::default();
    let beside = write(
        &sheets,
        Format::Csv,
        How::default(),
        Texts::default(),
        &line,
    )
    .unwrap();
    let notes = String::from_utf8(beside.beside.unwrap()).unwrap();
    for said in [
        "Currency: EUR",
        "As known on: 25\u{a0}Nov 2026",
        "yearly average rates",
        "[1] ",
        "Sum of the rows shown that add (allocated)",
        "Place: #ledger?stage=allocated&party=LT",
    ] {
        assert!(
            notes.replace('\u{202f}', "\u{a0}").contains(said)
                || notes.contains(&said.replace('\u{a0}', " ")),
            "{said}: {notes}"
        );
    }
    let how = How {
        notes: NotesAt::Above,
        bom: true,
        ..How::default()
    };
    let above = write(&sheets, Format::Csv, how, Texts::default(), &line).unwrap();
    assert_eq!(above.beside, None);
    let text = String::from_utf8(above.bytes).unwrap();
    assert!(text.starts_with("\u{feff}# Shown: Ledger\r\n"), "{text}");
    assert!(text.contains("\r\nparty,id,announced,"));
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    let ledger = bundled();
    for place in ["ledger?party=LT,GB", "party/LT", "chart?kind=ranked"] {
        for format in [Format::Xlsx, Format::Json] {
            let once = written(&sheets(&ledger, place, Lang::Uk), format, How::default());
            let again = written(&sheets(&ledger, place, Lang::Uk), format, How::default());
            assert!(once == again, "{place} {format:?}");
        }
    }
    let mark = DatasetMark::of(ledger.dataset(), "00".repeat(32), None);
    let pack = || {
        package::write(
            ledger.dataset(),
            &mark,
            Texts::default(),
            &TaskLine::default(),
        )
    };
    assert!(pack().unwrap() == pack().unwrap());
}

#[test]
fn json_tells_amounts_as_the_command_line_does() {
    let ledger = bundled();
    let bytes = written(
        &sheets(&ledger, "ledger?find=lt-a01", Lang::En),
        Format::Json,
        How::default(),
    );
    let whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let row = &whole["tables"][0]["rows"][0];
    assert_eq!(
        row["amount"],
        serde_json::json!({ "low": "80000000", "high": "80000000", "about": 1, "undisclosed": 0, "unit": "EUR", "stage": "unclear", "estimate": false })
    );
    assert_eq!(whole["assumptions"]["currency"], "EUR");
    assert_eq!(whole["place"], "#ledger?find=lt-a01");
}

#[test]
fn a_smaller_book_has_all_that_its_records_need_and_counts_the_same() {
    let ledger = bundled();
    for place in [
        "ledger?party=LT,GB&stage=delivered",
        "party/NO",
        "commitments?compare=FR,DE",
        "chart?kind=over-time",
    ] {
        let sheets = sheets(&ledger, place, Lang::En);
        let book = subset::book(ledger.dataset(), &sheets.records, ledger.assumptions());
        assert!(book.len() < ledger.dataset().len(), "{place}");
        let keys = Record::ALL
            .iter()
            .flat_map(|kind| AnyRecord::keys(&book, *kind));
        for key in keys {
            let record = AnyRecord::of(&book, &key).unwrap();
            assert_eq!(
                AnyRecord::of(ledger.dataset(), &key).filter(|_| key.kind != Record::Header),
                (key.kind != Record::Header).then(|| record.clone())
            );
            for link in links::of(&record) {
                let mut kinds = link.to.kinds().iter();
                let found = kinds.any(|kind| {
                    AnyRecord::is_in(&book, &pledgebook::edit::Key::new(*kind, &link.id))
                });
                assert!(found, "{place}: {} leads to {}", link.from, link.id);
            }
        }
        let smaller = Ledger::new(Arc::new(book), ledger.assumptions().clone());
        for key in &sheets.records {
            let id: MoneyId = key.id.parse().unwrap();
            assert_eq!(
                smaller.record_bounds(&id),
                ledger.record_bounds(&id),
                "{place}: {id}"
            );
        }
    }
}

#[test]
fn a_cancelled_export_makes_nothing() {
    let ledger = ledger_of(generate::dataset(400));
    for format in Format::ALL {
        let ledger = Arc::clone(&ledger);
        let (go, begin) = std::sync::mpsc::channel::<()>();
        let (wake, woken) = std::sync::mpsc::channel();
        let task = Task::start(
            "export",
            move || wake.send(()).unwrap(),
            move |line| {
                begin.recv().unwrap();
                let sheets = sheets(&ledger, "ledger", Lang::En);
                write(&sheets, format, How::default(), Texts::default(), line)
            },
        );
        let task = task.unwrap();
        task.cancel();
        go.send(()).unwrap();
        woken.recv().unwrap();
        let TaskState::Done(done) = task.poll() else {
            unreachable!("the task has ended")
        };
        assert_eq!(done.unwrap_err(), ExportError::Cancelled, "{format:?}");
    }
}

/// The text of a cell as a workbook shows it.
fn raw(cell: &Cell) -> String {
    cell.raw()
}

#[test]
fn a_workbook_has_real_numbers_and_dates_and_texts_that_are_texts() {
    let ledger = ledger_of(crowded());
    let how = How {
        labels: Labels::Ids,
        ..How::default()
    };
    let bytes = written(
        &sheets(
            &ledger,
            "ledger?columns=id,announced,amount,summary&sort=id",
            Lang::En,
        ),
        Format::Xlsx,
        how,
    );
    let line = TaskLine::default();
    let book = open_bytes("ledger.xlsx", bytes, &line).unwrap();
    let names: Vec<_> = book
        .sheets()
        .iter()
        .filter_map(|sheet| sheet.name.clone())
        .collect();
    assert_eq!(names, ["ledger", "Notes", "Sources"]);
    let rows: Vec<_> = book
        .rows(0, &line)
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    let column = |name: &str| {
        rows[0]
            .cells
            .iter()
            .position(|cell| raw(cell) == name)
            .unwrap()
    };
    let (announced, low, summary) = (
        column("announced"),
        column("amount_low (EUR)"),
        column("summary"),
    );
    let cells = |at: usize| rows[1..].iter().map(move |row| row.cell(at).clone());
    assert!(cells(announced).any(|cell| matches!(cell, Cell::Date(_))));
    assert!(cells(announced).any(|cell| cell == Cell::Text("2022-03-04/2022-03-11".to_owned())));
    assert!(cells(low).any(|cell| matches!(cell, Cell::Number(_))));
    assert!(cells(summary).any(|cell| cell == Cell::Text("=1+2".to_owned())));
    assert!(!cells(summary).any(|cell| matches!(cell, Cell::Number(_) | Cell::NoResult)));
}

#[test]
fn a_text_too_long_for_a_cell_is_refused_with_its_place() {
    let mut data = Dataset::clone(Session::sample().dataset());
    let entry = data.aid.get_mut("lt-a01").unwrap();
    entry.summary = "a".repeat(40_000);
    let sheets = sheets(&ledger_of(data), "ledger?find=lt-a01", Lang::En);
    let line = TaskLine::default();
    let refused = write(
        &sheets,
        Format::Xlsx,
        How::default(),
        Texts::default(),
        &line,
    )
    .unwrap_err();
    let ExportError::LongText {
        row,
        column,
        characters,
        ..
    } = refused
    else {
        unreachable!("{refused}")
    };
    assert_eq!((row, column.as_str(), characters), (2, "summary", 40_000));
    assert!(
        write(
            &sheets,
            Format::Csv,
            How::default(),
            Texts::default(),
            &line
        )
        .is_ok()
    );
}

/// The program of that name, where it is on the path.
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// The workbook without the results that it keeps of its formulas: who opens it has to work them out.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let mut removed = 0;
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::copy(&mut part, &mut content).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let mut text = String::from_utf8(content).unwrap();
            while let Some(at) = text.find("</f><v>") {
                let end = text[at..].find("</v>").unwrap() + at + "</v>".len();
                text.replace_range(at + "</f>".len()..end, "");
                removed += 1;
            }
            content = text.into_bytes();
        }
        to.start_file(name, options).unwrap();
        std::io::Write::write_all(&mut to, &content).unwrap();
    }
    assert!(removed > 0);
    to.finish().unwrap().into_inner()
}

/// The first sheet of a workbook, as LibreOffice works it out.
fn recalculated(soffice: &Path, bytes: &[u8]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("book.xlsx"), without_results(bytes)).unwrap();
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let done = Command::new(soffice)
        .args([profile.as_str(), "--headless", "--convert-to"])
        .arg("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1")
        .arg("--outdir")
        .arg(folder.path())
        .arg(folder.path().join("book.xlsx"))
        .output()
        .unwrap();
    let names = super::entries(folder.path());
    let csv = names
        .iter()
        .find(|name| Path::new(name).extension().is_some_and(|of| of == "csv"));
    let csv = csv.unwrap_or_else(|| unreachable!("{done:?} {names:?}"));
    records(&fs::read(folder.path().join(csv)).unwrap())
}

#[test]
fn the_sums_of_a_workbook_come_to_the_ledgers_own_in_libreoffice() {
    let Some(soffice) = program("soffice") else {
        println!("skipped: there is no LibreOffice (soffice) on the path");
        return;
    };
    let ledger = bundled();
    let all = [
        "ledger",
        "ledger?stage=allocated",
        "ledger?party=DE,GB&stage=pledged&currency=EUR,GBP",
        "chart?kind=ranked&stage=delivered",
    ];
    for (place, labels) in all
        .into_iter()
        .zip([Labels::Ids, Labels::Words].into_iter().cycle())
    {
        let sheets = sheets(&ledger, place, Lang::En);
        let totals = &sheets.tables[0].totals;
        assert!(!totals.is_empty(), "{place}");
        let bytes = written(
            &sheets,
            Format::Xlsx,
            How {
                labels,
                ..How::default()
            },
        );
        let rows = recalculated(&soffice, &bytes);
        for total in totals {
            assert!(sheets.tables[0].adds_up(total), "{place}");
            let row = rows.iter().find(|row| row.contains(&total.label)).unwrap();
            let numbers: BTreeSet<Decimal> =
                row.iter().filter_map(|cell| cell.parse().ok()).collect();
            let wanted: BTreeSet<Decimal> = [Some(total.bounds.low), total.bounds.high]
                .into_iter()
                .flatten()
                .collect();
            if total.bounds.has_number() {
                assert_eq!(numbers, wanted, "{place}: {row:?}");
            }
        }
    }
}

#[test]
fn the_totals_of_a_page_are_the_ledgers() {
    let ledger = bundled();
    let sheets = sheets(&ledger, "ledger", Lang::En);
    for total in &sheets.tables[0].totals {
        let ids = ledger
            .dataset()
            .aid
            .values()
            .filter(|entry| entry.stage == total.stage)
            .map(|entry| &entry.id);
        let ChosenSum::Sum(sum) = ledger.chosen(ids) else {
            unreachable!("entries of one stage have a sum")
        };
        assert_eq!(*sum.bounds(), total.bounds);
    }
    let stages: Vec<Stage> = sheets.tables[0]
        .totals
        .iter()
        .map(|total| total.stage)
        .collect();
    assert_eq!(stages, Stage::ALL);
}

/// The validator of data packages, where it is installed.
fn frictionless() -> Option<PathBuf> {
    let named = std::env::var_os("PLEDGEBOOK_FRICTIONLESS").map(PathBuf::from);
    let inside = named
        .map(|folder| folder.join("bin/frictionless"))
        .filter(|file| file.is_file());
    inside.or_else(|| program("frictionless"))
}

#[test]
fn a_data_package_passes_the_validator() {
    let Some(validator) = frictionless() else {
        println!("skipped: there is no frictionless on the path or in PLEDGEBOOK_FRICTIONLESS");
        return;
    };
    for data in [Dataset::clone(Session::sample().dataset()), crowded()] {
        let folder = tempfile::tempdir().unwrap();
        let mark = DatasetMark::of(&data, "00".repeat(32), None);
        let bytes = package::write(
            &Arc::new(data),
            &mark,
            Texts::default(),
            &TaskLine::default(),
        )
        .unwrap();
        fs::write(folder.path().join("book.zip"), bytes).unwrap();
        let done = Command::new(&validator)
            .args(["validate", "--json", "book.zip"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(
            done.status.success() && said.contains("\"valid\": true"),
            "{said}\n{done:?}"
        );
    }
}
