//! Why workbooks are read by a reader of our own: what is lost, or worse, where calamine reads them.
//! Each test holds both against the same small workbook. One that fails because calamine has become
//! better is good news: the reason may go, and with the last of them the reader.

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{DataRef, DataType as _, Reader as _, Xlsx, XlsxError};
use jiff::civil::date;
use pledgebook::exchange::table::{Cell, TableError, TableNote};
use pledgebook::task::TaskLine;
use rust_decimal::Decimal;

use super::tables_books::{book, parts, sheet, zipped};
use super::tables_text::opened;

const ROW: &str = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>44630</v></c></row>";

/// The cells of the sheet “Data”, as we read them, and what is told of them.
fn ours(bytes: &[u8]) -> Result<(Vec<Cell>, Vec<TableNote>), TableError> {
    let opened = opened("t.xlsx", bytes)?;
    let sheet = opened.sheets().len() - 1;
    let mut rows = opened.rows(sheet, &TaskLine::default())?;
    let mut cells = Vec::new();
    for row in rows.by_ref() {
        cells.extend(row?.cells);
    }
    Ok((cells, rows.notes()))
}

/// The same, as calamine reads them.
fn theirs(bytes: &[u8]) -> Result<Vec<String>, XlsxError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut reader = book.worksheet_cells_reader("Data")?;
    let mut cells = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        cells.push(match cell.value {
            DataRef::DateTime(_) => "a day".to_owned(),
            value => value.as_string().unwrap_or_default(),
        });
    }
    Ok(cells)
}

/// A workbook with a day in it, one thing in its parts or in their names said otherwise.
fn said_otherwise(from: &str, to: &str) -> Vec<u8> {
    let parts = parts(&sheet(ROW));
    let parts: Vec<(String, String)> = parts
        .into_iter()
        .map(|(name, text)| (name.replace(from, to), text.replace(from, to)))
        .collect();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    zipped(&parts)
}

/// What stands in the workbook of [`said_otherwise`].
fn plain() -> [Cell; 2] {
    let text = Cell::Text("plain".to_owned());
    [text, Cell::Date(date(2022, 3, 10))]
}

#[test]
fn a_workbook_that_lies_about_its_texts_ends_nothing() {
    // So large a number panics in it; one of a thousandth aborts the process, so it is not tried.
    let claim = format!("<sst uniqueCount='{}'>", i64::MAX);
    let bytes = said_otherwise("<sst>", &claim);
    assert_eq!(ours(&bytes).unwrap().0, plain());
    assert!(catch_unwind(|| theirs(&bytes).is_ok()).is_err());
}

#[test]
fn mistakes_of_newer_excel_and_extensions_do_not_end_a_sheet() {
    for mistake in ["#SPILL!", "#CALC!", "#GETTING_DATA"] {
        let cells = format!("<c t='e'><f>X</f><v>{mistake}</v></c><c><v>1</v></c>");
        let bytes = book(&sheet(&format!("<row>{cells}</row>")));
        let expected = [Cell::Mistake(mistake.to_owned()), Cell::Number(1.into())];
        assert_eq!(ours(&bytes).unwrap().0, expected);
        assert!(theirs(&bytes).is_err(), "{mistake}");
    }
    let bytes = book(&sheet(
        "<row><c><v>1</v><extLst><ext/></extLst></c><c><v>2</v></c></row>",
    ));
    let expected = [1, 2].map(|number| Cell::Number(number.into()));
    assert_eq!(ours(&bytes).unwrap().0, expected);
    assert!(theirs(&bytes).is_err());
}

#[test]
fn a_long_whole_number_stays_what_it_is() {
    for text in ["12345678901234567", "9999999999999999"] {
        let bytes = book(&sheet(&format!("<row><c><v>{text}</v></c></row>")));
        let number: Decimal = text.parse().unwrap();
        assert_eq!(ours(&bytes).unwrap().0, [Cell::Number(number)]);
        assert_ne!(theirs(&bytes).unwrap(), [text]);
    }
}

#[test]
fn texts_and_styles_are_found_where_the_workbook_says() {
    assert_eq!(theirs(&book(&sheet(ROW))).unwrap(), ["plain", "a day"]);
    let bytes = said_otherwise("styles.xml", "forms.xml");
    assert_eq!(ours(&bytes).unwrap().0, plain());
    assert_eq!(theirs(&bytes).unwrap(), ["plain", "44630"], "no day");
    let bytes = said_otherwise("sharedStrings.xml", "texts.xml");
    assert_eq!(ours(&bytes).unwrap().0, plain());
    assert!(theirs(&bytes).is_err());
}

#[test]
fn a_workbook_with_a_macro_sheet_is_read() {
    let bytes = said_otherwise("/chartsheet'", "/xlMacrosheet'");
    assert_eq!(ours(&bytes).unwrap().0, plain());
    assert!(theirs(&bytes).is_err());
}

#[test]
fn hidden_rows_and_columns_are_told_here_only() {
    let bytes = book(&sheet("<row r='1' hidden='1'><c><v>1</v></c></row>"));
    let hidden = TableNote::Hidden {
        rows: 1,
        columns: 2,
    };
    assert!(ours(&bytes).unwrap().1.contains(&hidden));
    // There is nothing to ask it by.
    assert_eq!(theirs(&bytes).unwrap(), ["1"]);
}
