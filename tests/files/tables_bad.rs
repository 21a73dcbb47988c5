//! Files that hold no table, are broken, or were made to do harm: each is refused with what is wrong,
//! where, and what to do, in both languages; none eats the memory.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use pledgebook::exchange::table::{
    MOST_CELL, Stranger, TableError, TableNote, noted, open, open_bytes, told,
};
use pledgebook::report::{Exit, Report};
use pledgebook::task::{Task, TaskLine, TaskState};
use pledgebook::text::{Lang, Texts};
use zip::write::SimpleFileOptions;

use super::tables_books::{book, sheet, zipped};
use super::tables_text::opened;

/// What is told of an error stands in both languages, and says more than its name.
fn refused(error: &TableError) -> [String; 2] {
    Lang::ALL
        .iter()
        .map(|lang| {
            let (message, remedy) = told(error, Texts::new(*lang));
            assert!(
                !message.starts_with("table-") && !remedy.starts_with("table-"),
                "{message} {remedy}"
            );
            assert!(
                remedy.ends_with('.') && !message.ends_with('.'),
                "{message} {remedy}"
            );
            message
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

#[track_caller]
fn error(name: &str, bytes: impl Into<Vec<u8>>) -> TableError {
    let line = TaskLine::default();
    let found = opened(name, bytes).and_then(|opened| {
        for sheet in 0..opened.sheets().len() {
            for row in opened.rows(sheet, &line)? {
                row?;
            }
        }
        Ok(())
    });
    let found = found.unwrap_err();
    refused(&found);
    found
}

#[test]
fn what_is_no_table_is_told_by_what_it_is() {
    for (bytes, what) in [
        (b"%PDF-1.7 ...".as_slice(), Stranger::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0", Stranger::Picture),
        (b"<svg xmlns='x'/>", Stranger::Picture),
        (b"<!DOCTYPE html><html>", Stranger::WebPage),
        (b"\n<HTML><table>", Stranger::WebPage),
        (b"{\\rtf1 ", Stranger::Document),
        (b"\x1f\x8b\x08\0", Stranger::Archive),
        (b"SQLite format 3\0", Stranger::Database),
        (b"PAR1....", Stranger::Columns),
        (b"\x7fELF\x02\x01", Stranger::Program),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08", Stranger::Binary),
    ] {
        assert_eq!(error("data.xls", bytes), TableError::NotATable(what));
    }
    let part = |name: &str| zipped(&[("[Content_Types].xml", "<Types/>"), (name, "<x/>")]);
    for (bytes, what) in [
        (part("word/document.xml"), Stranger::Document),
        (part("ppt/presentation.xml"), Stranger::Slides),
        (part("xl/workbook.bin"), Stranger::Xlsb),
        (zipped(&[("table.csv", "a,b")]), Stranger::Archive),
    ] {
        assert_eq!(error("data.xlsx", bytes), TableError::NotATable(what));
    }
}

#[test]
fn nothing_is_told_as_nothing() {
    for text in ["", "\u{feff}", " \n\n", "\r\n"] {
        assert_eq!(error("t.csv", text), TableError::Empty, "{text:?}");
    }
    let line = TaskLine::default();
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(open(folder.path(), &line).unwrap_err(), TableError::Folder);
    let missing = folder.path().join("none.csv");
    let error = open(&missing, &line).unwrap_err();
    assert_eq!(error, TableError::Missing);
    let report = Report::of_table(&error, &missing, Texts::default());
    assert_eq!(report.exit, Exit::File);
    assert_eq!(report.hints.len(), 1);
}

#[test]
fn a_zero_byte_is_told_with_its_place() {
    let bytes = b"a,b\n1,2\n3,\x004\n".to_vec();
    assert_eq!(error("t.csv", bytes), TableError::Nul { line: 3, byte: 10 });
}

#[test]
fn a_quote_that_is_never_closed_names_its_line() {
    let quote = error("t.csv", "a,b\n\"x\ny\",1\nz,\"open\n1,2\n3,4\n");
    assert_eq!(
        quote,
        TableError::OpenQuote {
            line: 4,
            row: 3,
            column: 2
        }
    );
    let [english, ukrainian] = refused(&quote);
    assert_eq!(
        english,
        "row 3, column 2: the quote opened in line 4 is not closed where it should be"
    );
    assert!(ukrainian.contains("рядку файла 4"), "{ukrainian}");
}

#[test]
fn a_quote_that_swallowed_rows_is_not_taken_for_a_cell() {
    let quote = error("t.csv", "a,b\n\"Nemo, 1\nx,\"y, z\"\nv,w\n");
    assert_eq!(
        quote,
        TableError::OpenQuote {
            line: 2,
            row: 2,
            column: 1
        }
    );
}

#[test]
fn an_endless_cell_is_given_up_in_time() {
    let mut text = b"a,b\n1,\"".to_vec();
    text.extend(std::iter::repeat_n(b"filler \n", MOST_CELL / 4).flatten());
    let huge = error("t.csv", text);
    let TableError::HugeCell {
        row: 2,
        column: 2,
        line: Some(2),
        limit: MOST_CELL,
        ..
    } = huge
    else {
        panic!("{huge:?}");
    };
    let mut wide = b"a,b\n".to_vec();
    wide.extend(std::iter::repeat_n(b',', 20_000));
    assert_eq!(
        error("t.csv", wide),
        TableError::TooManyColumns {
            sheet: None,
            row: 2
        }
    );
}

#[test]
fn a_protected_workbook_is_told_as_such() {
    // The container of a protected workbook, as far as it is looked at.
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1_024, 0);
    let wide = |name: &str| {
        name.encode_utf16()
            .chain([0])
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let mut protected = bytes.clone();
    protected.extend(wide("EncryptedPackage"));
    assert_eq!(error("t.xlsx", protected), TableError::Protected);
    let mut document = bytes.clone();
    document.extend(wide("WordDocument"));
    assert_eq!(
        error("t.doc", document),
        TableError::NotATable(Stranger::Document)
    );
    let mut old = bytes;
    old.extend(wide("Workbook"));
    assert!(matches!(error("t.xls", old), TableError::Xls { .. }));
    let ods = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "scrambled"),
        (
            "META-INF/manifest.xml",
            "<m:manifest xmlns:m='x'><m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>",
        ),
    ]);
    assert_eq!(error("t.ods", ods), TableError::Protected);
}

#[test]
fn a_broken_archive_is_told_with_its_part() {
    let whole = book(&sheet("<row r='1'><c r='A1'><v>1</v></c></row>"));
    let mut cut = whole.clone();
    cut.truncate(whole.len() / 2);
    assert!(matches!(
        error("t.xlsx", cut),
        TableError::BrokenArchive { part: None, .. }
    ));
    // One byte of a packed part is another.
    let at = whole
        .windows(25)
        .position(|window| {
            window == b"xl/worksheets/sheet1.xml\x1d"
                || window.starts_with(b"xl/worksheets/sheet1.xml")
        })
        .unwrap();
    let mut spoilt = whole.clone();
    spoilt[at + 40] ^= 0x55;
    let found = error("t.xlsx", spoilt);
    assert!(
        matches!(&found, TableError::BrokenArchive { part: Some(part), .. } | TableError::Xml { part, .. } if part == "xl/worksheets/sheet1.xml"),
        "{found:?}"
    );
}

#[test]
fn a_part_that_swells_without_measure_is_given_up() {
    let mut bytes = Cursor::new(Vec::new());
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut zip = zip::ZipWriter::new(&mut bytes);
    for (name, text) in super::tables_books::parts("") {
        if !name.contains("sheet1") {
            zip.start_file(name, packed).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
    }
    zip.start_file("xl/worksheets/sheet1.xml", packed).unwrap();
    zip.write_all(b"<worksheet><sheetData>").unwrap();
    let filler = format!("<!--{}-->", " ".repeat(1 << 20));
    for _ in 0..80 {
        zip.write_all(filler.as_bytes()).unwrap();
    }
    zip.write_all(b"</sheetData></worksheet>").unwrap();
    zip.finish().unwrap();
    let bytes = bytes.into_inner();
    let found = error("t.xlsx", bytes);
    assert!(
        matches!(&found, TableError::Bomb { part, .. } if part == "xl/worksheets/sheet1.xml"),
        "{found:?}"
    );
}

#[test]
fn document_types_and_entities_are_refused() {
    let doctype = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>";
    let found = error("t.xlsx", book(&format!("{doctype}{}", sheet("<row/>"))));
    let TableError::Doctype {
        part: Some(part),
        byte: 0,
    } = found
    else {
        panic!("{found:?}");
    };
    assert_eq!(part, "xl/worksheets/sheet1.xml");
    let found = error(
        "t.xml",
        format!("<?xml version='1.0'?>\n{doctype}<x>&b;</x>"),
    );
    assert_eq!(
        found,
        TableError::Doctype {
            part: None,
            byte: 22
        }
    );
    let entity = sheet("<row r='1'><c r='A1' t='str'><v>&b;</v></c></row>");
    assert!(matches!(
        error("t.xlsx", book(&entity)),
        TableError::Xml { .. }
    ));
    let deep = sheet(&"<x>".repeat(1_000));
    assert!(matches!(
        error("t.xlsx", book(&deep)),
        TableError::Xml { .. }
    ));
    let cut = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row>";
    assert!(matches!(error("t.xlsx", book(cut)), TableError::Xml { .. }));
}

#[test]
fn cells_where_none_can_stand_are_refused() {
    for row in [
        "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>",
        "<row r='99999999'><c><v>1</v></c></row>",
        "<row r='1'><c r='7'><v>1</v></c></row>",
    ] {
        let found = error("t.xlsx", book(&sheet(row)));
        assert!(matches!(found, TableError::NoSuchCell { .. }), "{found:?}");
    }
    let huge = format!(
        "<row r='3'><c r='B3' t='str'><v>{}</v></c></row>",
        "x".repeat(MOST_CELL + 10)
    );
    let found = error("t.xlsx", book(&sheet(&huge)));
    assert_eq!(
        found,
        TableError::HugeCell {
            sheet: Some("Data".to_owned()),
            row: 3,
            column: 2,
            line: None,
            limit: MOST_CELL
        }
    );
    let [english, _] = refused(&found);
    assert_eq!(
        english,
        "sheet “Data”, row 3, column 2: more than 16 MiB stand in one cell"
    );
}

#[test]
fn json_that_is_none_or_holds_no_table_is_told_with_its_place() {
    let found = error("t.json", "{\n  \"a\": [1, 2\n");
    assert!(
        matches!(found, TableError::Json { line: 3, .. }),
        "{found:?}"
    );
    assert_eq!(error("t.json", "{\"a\": 1}"), TableError::NoTable);
    let deep = "[".repeat(100_000);
    assert!(matches!(error("t.json", deep), TableError::Json { .. }));
}

/// Starts work, lets it run for a moment, cancels it, and tells how long it took to end and how.
fn cancelled(
    work: impl FnOnce(&TaskLine) -> Result<(), TableError> + Send + 'static,
) -> Option<(Duration, Result<(), TableError>)> {
    let task = Task::start("tables", || {}, work).ok()?;
    std::thread::sleep(Duration::from_millis(30));
    task.cancel();
    let since = Instant::now();
    loop {
        match task.poll() {
            TaskState::Done(result) => return Some((since.elapsed(), result)),
            TaskState::Lost => return None,
            TaskState::Running => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

#[test]
fn work_that_is_cancelled_ends_at_once() {
    let text = b"party,amount\nExampleland,1\n".repeat(4 << 20);
    let (elapsed, result) =
        cancelled(move |line| open_bytes("t.csv", text, line).map(drop)).unwrap();
    assert_eq!(
        result,
        Err(TableError::Cancelled),
        "while it is looked through"
    );
    assert!(elapsed < Duration::from_millis(200), "{elapsed:?}");

    let rows = "<row><c><v>1</v></c></row>".repeat(400_000);
    let workbook = opened("t.xlsx", book(&sheet(&rows))).unwrap();
    let all = move |line: &TaskLine| workbook.rows(1, line)?.try_for_each(|row| row.map(drop));
    let (elapsed, result) = cancelled(all).unwrap();
    assert_eq!(result, Err(TableError::Cancelled), "while it is unpacked");
    assert!(elapsed < Duration::from_millis(200), "{elapsed:?}");
}

#[test]
fn a_file_that_changes_between_opening_and_reading_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    let line = TaskLine::default();
    let mut text = "a,b\n1,2\n".repeat(3 << 20);
    std::fs::write(&path, &text).unwrap();
    let opened = open(&path, &line).unwrap();
    text.push_str("3,4\n");
    std::fs::write(&path, &text).unwrap();
    assert_eq!(opened.rows(0, &line).unwrap_err(), TableError::Changed);
}

#[test]
fn every_note_stands_in_both_languages() {
    for note in [
        TableNote::Decoded {
            encoding: "windows-1251",
        },
        TableNote::NotDecoded { encoding: "UTF-8" },
        TableNote::HiddenSheets {
            names: vec!["Aside".to_owned()],
        },
        TableNote::Hidden {
            rows: 1,
            columns: 2,
        },
        TableNote::NoResults {
            cells: 3_279,
            formulas: 18_455,
        },
        TableNote::EmptyResults {
            cells: 2,
            formulas: 5,
        },
        TableNote::Merged { areas: 1 },
        TableNote::Mistakes { cells: 5 },
        TableNote::Ragged {
            usual: 5,
            rows: 2,
            first: vec![(3, 2), (4, 6)],
        },
        TableNote::BareQuotes { cells: 2, line: 2 },
        TableNote::OneColumn { delimiter: '\t' },
    ] {
        for lang in Lang::ALL {
            let said = noted(&note, Texts::new(*lang));
            assert!(!said.contains("table-") && said.ends_with('.'), "{said}");
        }
    }
    let ragged = TableNote::Ragged {
        usual: 5,
        rows: 2,
        first: vec![(3, 2), (4, 6)],
    };
    let said = noted(&ragged, Texts::default());
    assert_eq!(
        said,
        "2 rows have not 5 cells as most have, the first: row 3 has 2, row 4 has 6."
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn a_workbook_with_spoilt_bytes_is_refused_or_read_but_breaks_nothing(
        which in 0usize..3,
        spoilt in proptest::collection::vec((proptest::prelude::any::<u16>(), proptest::prelude::any::<u8>()), 1..8),
        cut in proptest::prelude::any::<u16>(),
    ) {
        let mut bytes = match which {
            0 => book(&sheet("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1'><f>X</f></c></row>")),
            1 => super::tables_books::ods("<table:table table:name='Data'><table:table-row><table:table-cell office:value='1' office:value-type='float'/></table:table-row></table:table>"),
            _ => include_bytes!("small.xls").to_vec(),
        };
        for (at, byte) in spoilt {
            let at = usize::from(at) % bytes.len();
            bytes[at] = byte;
        }
        if cut < 8_192 {
            let length = usize::from(cut) % bytes.len();
            bytes.truncate(length);
        }
        let line = TaskLine::default();
        if let Ok(opened) = opened("book", bytes) {
            for sheet in 0..opened.sheets().len() {
                if let Ok(rows) = opened.rows(sheet, &line) {
                    proptest::prop_assert!(rows.count() < 2_000_000);
                }
            }
        }
    }
}
