//! Whatever stands in a table is read back the same from any text that it was written as.

use proptest::prelude::*;

use pledgebook::exchange::table::{Cell, Delimited, Row, TextEncoding, open_bytes};
use pledgebook::task::TaskLine;

/// Texts with everything that could disturb: delimiters, quotes, line breaks, blanks, Cyrillic.
fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-zа-яєіїґ0-9,;|\t\"' .\n\r€№-]{0,12}").unwrap()
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1usize..6).prop_flat_map(|width| {
        let row = proptest::collection::vec(text(), width);
        proptest::collection::vec(row, 1..20)
    })
}

/// Writes a table by the csv crate's writer, all quoted or only where needed.
fn written(table: &[Vec<String>], delimiter: char, always: bool, end: &str) -> Option<String> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(delimiter).ok()?)
        .quote_style(if always {
            csv::QuoteStyle::Always
        } else {
            csv::QuoteStyle::Necessary
        })
        .terminator(match end {
            "\r\n" => csv::Terminator::CRLF,
            _ => csv::Terminator::Any(*end.as_bytes().first()?),
        })
        .from_writer(Vec::new());
    for row in table {
        writer.write_record(row).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

fn encoded(text: &str, encoding: &str, mark: bool) -> Vec<u8> {
    let units = |low: bool| {
        let mark = mark.then_some(0xfeff);
        let all = mark.into_iter().chain(text.encode_utf16());
        all.flat_map(move |unit| {
            if low {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
    };
    match encoding {
        "utf-16le" => units(true),
        "utf-16be" => units(false),
        "windows-1251" => encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
        _ if mark => format!("\u{feff}{text}").into_bytes(),
        _ => text.as_bytes().to_vec(),
    }
}

/// What of the table can be told again: rows in which something stands, up to their last cell.
fn kept(table: &[Vec<String>]) -> Vec<(u64, Vec<String>)> {
    let row = |(index, row): (usize, &Vec<String>)| {
        let last = row.iter().rposition(|cell| !cell.is_empty())?;
        Some((index as u64 + 1, row[..=last].to_vec()))
    };
    table.iter().enumerate().filter_map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_table_is_read_back_from_any_form_it_was_written_in(
        table in table(),
        delimiter in prop::sample::select(vec![',', ';', '\t', '|', '^']),
        always in any::<bool>(),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in prop::sample::select(vec!["utf-8", "utf-16le", "utf-16be", "windows-1251"]),
        mark in any::<bool>(),
    ) {
        let Some(text) = written(&table, delimiter, always, end) else {
            return Err(TestCaseError::fail("not written"));
        };
        prop_assume!(!text.trim().is_empty() && !text.to_lowercase().starts_with("sep="));
        let bytes = encoded(&text, encoding, mark);
        let line = TaskLine::default();
        let Ok(opened) = open_bytes("table.csv", bytes, &line) else {
            // So little stands in it that the encoding cannot be told: a person names it then.
            prop_assume!(false);
            return Ok(());
        };
        let Some(encoding) = TextEncoding::of_name(encoding) else {
            return Err(TestCaseError::fail("no such encoding"));
        };
        let opened = opened.with_delimited(Delimited { delimiter, quote: Some('"'), encoding });
        prop_assume!(opened.delimited().is_some());
        let rows: Result<Vec<Row>, _> = opened.rows(0, &line).and_then(Iterator::collect);
        let rows = rows.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let read: Vec<(u64, Vec<String>)> = rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(Cell::raw).collect()))
            .collect();
        prop_assert_eq!(read, kept(&table));
    }

    #[test]
    fn no_bytes_at_all_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,3}\\.(csv|xlsx|json|xls|ods|xml)") {
        let line = TaskLine::default();
        if let Ok(opened) = open_bytes(&name, bytes, &line) {
            for sheet in 0..opened.sheets().len() {
                if let Ok(rows) = opened.rows(sheet, &line) {
                    prop_assert!(rows.count() < 1_000);
                }
            }
        }
    }
}
