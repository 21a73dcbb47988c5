//! Workbooks: sheets, stored results, days, merged and hidden cells, of Excel and of LibreOffice.
//! The small workbooks are put together here, part by part.

use std::io::{Cursor, Write as _};

use jiff::civil::date;
use pledgebook::exchange::table::{
    Cell, Format, Opened, Row, TableError, TableNote, heading, likely_sheet,
};
use pledgebook::task::TaskLine;
use rust_decimal::Decimal;
use zip::write::SimpleFileOptions;

use super::tables_text::{opened, rows};

/// A zip archive of these parts.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut zip = zip::ZipWriter::new(&mut bytes);
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    bytes.into_inner()
}

/// The XML of a sheet with these rows.
pub(crate) fn sheet(rows: &str) -> String {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    format!(
        "<?xml version='1.0'?><worksheet xmlns='{main}'><dimension ref='A1:XFD1048576'/>\
         <cols><col min='3' max='4' hidden='1'/></cols>\
         <sheetData>{rows}</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>"
    )
}

/// The parts of a workbook with that sheet, called “Data”, and a hidden one.
pub(crate) fn parts(sheet: &str) -> Vec<(&'static str, String)> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let list = |entries: &str| format!("<Relationships>{entries}</Relationships>");
    let one = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{relations}/{kind}' Target='{target}'/>")
    };
    let book = format!(
        "<workbook xmlns:r='{relations}'><workbookPr/><sheets>\
         <sheet name='Aside &amp; hidden' sheetId='2' state='hidden' r:id='rId2'/>\
         <sheet name='Chart' sheetId='3' r:id='rId5'/>\
         <sheet name='Data' sheetId='1' r:id='rId1'/></sheets></workbook>"
    );
    let book_relations = [
        one("rId1", "worksheet", "worksheets/sheet1.xml"),
        one("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
        one("rId3", "sharedStrings", "sharedStrings.xml"),
        one("rId4", "styles", "styles.xml"),
        one("rId5", "chartsheet", "chartsheets/sheet1.xml"),
    ]
    .concat();
    vec![
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", list(&one("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", list(&book_relations)),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>said</t></rPh></si>\
             <si><t xml:space='preserve'> a_x000D_ &lt;b&gt; </t></si><si/></sst>"
                .to_owned(),
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy'/></numFmts>\
             <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
             <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='20'/></cellXfs></styleSheet>"
                .to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
        (
            "xl/worksheets/sheet2.xml",
            "<worksheet><sheetData><row><c t='inlineStr'><is><t>aside</t></is></c></row></sheetData></worksheet>"
                .to_owned(),
        ),
    ]
}

/// A workbook with that sheet.
pub(crate) fn book(sheet: &str) -> Vec<u8> {
    let parts = parts(sheet);
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    zipped(&parts)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(text: &str) -> Cell {
    Cell::Number(text.parse::<Decimal>().unwrap())
}

fn read(opened: &Opened, sheet: usize) -> (Vec<Row>, Vec<TableNote>) {
    let mut source = opened.rows(sheet, &TaskLine::default()).unwrap();
    let rows = source.by_ref().map(Result::unwrap).collect();
    (rows, source.notes())
}

#[test]
fn a_workbook_tells_its_sheets_and_the_one_with_the_data() {
    let opened = opened(
        "book.xlsx",
        book(&sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")),
    )
    .unwrap();
    assert_eq!(opened.format(), Format::Xlsx);
    let names: Vec<&str> = opened
        .sheets()
        .iter()
        .filter_map(|sheet| sheet.name.as_deref())
        .collect();
    assert_eq!(
        names,
        ["Aside & hidden", "Data"],
        "a sheet that is a chart has no rows"
    );
    assert!(opened.sheets()[0].hidden && !opened.sheets()[1].hidden);
    assert_eq!(
        opened.notes(),
        [TableNote::HiddenSheets {
            names: vec!["Aside & hidden".to_owned()]
        }]
    );
    assert_eq!(likely_sheet(&opened, &TaskLine::default()), 1);
    assert_eq!(read(&opened, 0).0[0].cells, [text("aside")]);
    assert_eq!(
        opened.rows(7, &TaskLine::default()).unwrap_err(),
        TableError::NoSuchSheet { number: 7 }
    );
}

#[test]
fn cells_of_a_workbook_are_read_as_they_are_meant() {
    let cells = [
        ("<c r='A3' t='s'><v>1</v></c>", text("rich text")),
        ("<c r='B3' t='s'><v>2</v></c>", text(" a\r <b> ")),
        ("<c r='C3' t='s'><v>3</v></c>", Cell::Empty),
        (
            "<c r='D3' t='inlineStr'><is><t>in&#x20;line</t></is></c>",
            text("in line"),
        ),
        ("<c r='E3'><v>0.30000000000000004</v></c>", number("0.3")),
        (
            "<c r='F3' s='1'><v>44630</v></c>",
            Cell::Date(date(2022, 3, 10)),
        ),
        (
            "<c r='G3' s='2'><v>44630.75</v></c>",
            Cell::Date(date(2022, 3, 10)),
        ),
        ("<c r='H3' s='3'><v>0.75</v></c>", number("0.75")),
        ("<c r='I3' t='b'><v>1</v></c>", Cell::Flag(true)),
        (
            "<c r='J3' t='e'><f>NA()</f><v>#N/A</v></c>",
            Cell::Mistake("#N/A".to_owned()),
        ),
        ("<c r='K3'><f>1+1</f><v>2</v></c>", number("2")),
        ("<c r='L3'><f>1+1</f></c>", Cell::NoResult),
        ("<c r='M3'><f>1+1</f><v></v></c>", Cell::NoResult),
        ("<c r='N3' t='str'><f>\"\"</f><v/></c>", Cell::Empty),
        ("<c r='O3' t='str'><f>\"x\"</f><v>x</v></c>", text("x")),
        (
            "<c r='P3' t='d'><v>2022-03-10T00:00:00</v></c>",
            Cell::Date(date(2022, 3, 10)),
        ),
        ("<c r='Q3' s='1'/>", Cell::Empty),
        ("<c r='R3'><v>1E-3</v></c>", number("0.001")),
    ];
    let (xml, expected): (Vec<&str>, Vec<Cell>) = cells.into_iter().unzip();
    let opened = opened(
        "book.xlsx",
        book(&sheet(&format!(
            "<row/><row r='3' hidden='true'>{}</row>",
            xml.concat()
        ))),
    )
    .unwrap();
    let (rows, notes) = read(&opened, 1);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].number, 3);
    assert_eq!(rows[0].cells, expected);
    assert_eq!(
        notes,
        [
            TableNote::NoResults {
                cells: 2,
                formulas: 6
            },
            TableNote::EmptyResults {
                cells: 1,
                formulas: 6
            },
            TableNote::Mistakes { cells: 1 },
            TableNote::Merged { areas: 1 },
            TableNote::Hidden {
                rows: 1,
                columns: 2
            },
        ]
    );
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let parts = parts(&sheet("<row><c s='1'><v>43168</v></c></row>"));
    let parts: Vec<(&str, String)> = parts
        .into_iter()
        .map(|(name, text)| {
            (
                name,
                text.replace("<workbookPr/>", "<workbookPr date1904='1'/>"),
            )
        })
        .collect();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let opened = opened("book.xlsx", zipped(&parts)).unwrap();
    assert_eq!(read(&opened, 1).0[0].cells, [Cell::Date(date(2022, 3, 10))]);
}

#[test]
fn a_sheet_of_formulas_without_results_says_so() {
    let row = |number: u32| {
        format!(
            "<row r='{number}'><c r='A{number}'><f>X{number}</f></c><c r='B{number}'><f>Y{number}</f></c></row>"
        )
    };
    let all: String = (1..=10).map(row).collect();
    let opened = opened("book.xlsx", book(&sheet(&all))).unwrap();
    let (rows, notes) = read(&opened, 1);
    assert!(
        rows.iter()
            .all(|row| row.cells == [Cell::NoResult, Cell::NoResult])
    );
    assert_eq!(
        notes[0],
        TableNote::NoResults {
            cells: 20,
            formulas: 20
        }
    );
}

#[test]
fn a_table_that_begins_at_b3_below_a_title_is_found() {
    let at = |place: &str, value: &str| format!("<c r='{place}' t='str'><v>{value}</v></c>");
    let value = |place: &str, value: &str| format!("<c r='{place}'><v>{value}</v></c>");
    let rows = [
        format!("<row r='1'>{}</row>", at("B1", "Aid to Exampleland")),
        format!(
            "<row r='3'>{}{}{}</row>",
            at("B3", "Party"),
            at("C3", "Sum"),
            at("D3", "Sum")
        ),
        format!(
            "<row r='4'>{}{}</row>",
            at("C4", "€ billion"),
            at("D4", "% of GDP")
        ),
        format!(
            "<row r='5'>{}{}{}</row>",
            at("B5", "A"),
            value("C5", "1.5"),
            value("D5", "0.2")
        ),
    ];
    let opened = opened("book.xlsx", book(&sheet(&rows.concat()))).unwrap();
    let (rows, _) = read(&opened, 1);
    let found = heading(&rows).unwrap();
    assert_eq!((found.first, found.rows, found.first_column), (1, 2, 1));
    assert_eq!(found.names, ["", "Party", "Sum", "Sum (2)"]);
    assert_eq!(found.units, ["", "", "€ billion", "% of GDP"]);
}

#[test]
fn a_workbook_that_another_library_wrote_is_read_the_same() {
    let mut written = rust_xlsxwriter::Workbook::new();
    let page = written.add_worksheet().set_name("Сторінка").unwrap();
    page.write(0, 0, "сторона")
        .unwrap()
        .write(0, 1, "сума")
        .unwrap();
    page.write(1, 0, "Exampleland").unwrap();
    page.write(1, 1, 0.1 + 0.2).unwrap();
    let form = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2022, 3, 10).unwrap();
    page.write_with_format(1, 2, &day, &form).unwrap();
    page.write(1_048_575, 16_383, true).unwrap();
    let opened = opened("book.xlsx", written.save_to_buffer().unwrap()).unwrap();
    let (rows, notes) = rows(&opened).unwrap();
    assert_eq!(rows[0].cells, [text("сторона"), text("сума")]);
    assert_eq!(
        rows[1].cells,
        [
            text("Exampleland"),
            number("0.3"),
            Cell::Date(date(2022, 3, 10))
        ]
    );
    assert_eq!(rows[2].number, 1_048_576);
    assert_eq!(rows[2].cell(16_383), &Cell::Flag(true));
    assert_eq!(notes, []);
}

/// An ODS workbook with these tables.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let names = "xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:calcext='c'";
    let content = format!(
        "<office:document-content {names}><office:automatic-styles>\
         <style:style style:name='ta1'><style:table-properties table:display='true'/></style:style>\
         <style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<manifest/>"),
    ])
}

#[test]
fn an_ods_workbook_is_read_without_its_filler() {
    let cells = [
        (
            "<table:table-cell office:value-type='string'><text:p>a<text:s text:c='2'/>b</text:p><text:p>c</text:p></table:table-cell>",
            text("a  b\nc"),
        ),
        (
            "<table:table-cell office:value-type='float' office:value='0.30000000000000004'><text:p>0,3</text:p></table:table-cell>",
            number("0.3"),
        ),
        (
            "<table:table-cell office:value-type='currency' office:value='12.5'><text:p>12,50 €</text:p></table:table-cell>",
            number("12.5"),
        ),
        (
            "<table:table-cell office:value-type='date' office:date-value='2022-03-10T12:00:00'><text:p>10.3.</text:p></table:table-cell>",
            Cell::Date(date(2022, 3, 10)),
        ),
        (
            "<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>TRUE</text:p></table:table-cell>",
            Cell::Flag(true),
        ),
        (
            "<table:table-cell table:formula='of:=X' office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>#NAME?</text:p></table:table-cell>",
            Cell::Mistake("#NAME?".to_owned()),
        ),
        (
            "<table:table-cell table:formula='of:=1+1'/>",
            Cell::NoResult,
        ),
        (
            "<table:table-cell table:formula='of:=1+1' office:value-type='float' office:value='2'><text:p>2</text:p></table:table-cell>",
            number("2"),
        ),
        (
            "<table:table-cell table:number-columns-spanned='2' office:value-type='string'><office:annotation><text:p>a remark</text:p></office:annotation><text:p>merged</text:p></table:table-cell>",
            text("merged"),
        ),
        (
            "<table:covered-table-cell office:value-type='string'><text:p>below</text:p></table:covered-table-cell>",
            Cell::Empty,
        ),
        (
            "<table:table-cell office:value-type='float' office:value='7' table:number-columns-repeated='2'/>",
            number("7"),
        ),
    ];
    let (xml, mut expected): (Vec<&str>, Vec<Cell>) = cells.into_iter().unzip();
    expected.push(number("7"));
    let rows = format!(
        "<table:table-column table:visibility='collapse' table:number-columns-repeated='3'/>\
         <table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>\
         <table:table-header-rows><table:table-row>{}<table:table-cell table:number-columns-repeated='16372'/></table:table-row></table:table-header-rows>\
         <table:table-row table:number-rows-repeated='2' table:visibility='filter'><table:table-cell office:value-type='string'><text:p>twice</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated='1048571'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>",
        xml.concat()
    );
    let tables = format!(
        "<table:table table:name='Aside' table:style-name='ta2'><table:table-row><table:table-cell/></table:table-row></table:table>\
         <table:table table:name='Data' table:style-name='ta1'>{rows}</table:table>"
    );
    let opened = opened("book.ods", ods(&tables)).unwrap();
    assert_eq!(opened.format(), Format::Ods);
    assert_eq!(
        opened.notes(),
        [TableNote::HiddenSheets {
            names: vec!["Aside".to_owned()]
        }]
    );
    assert_eq!(read(&opened, 0).0, []);
    let (rows, notes) = read(&opened, 1);
    assert_eq!(rows[0].number, 3);
    assert_eq!(rows[0].cells, expected);
    let others: Vec<(u64, &[Cell])> = rows[1..]
        .iter()
        .map(|row| (row.number, row.cells.as_slice()))
        .collect();
    let twice = [text("twice")];
    assert_eq!(others, [(4, twice.as_slice()), (5, twice.as_slice())]);
    assert_eq!(
        notes,
        [
            TableNote::NoResults {
                cells: 1,
                formulas: 3
            },
            TableNote::Mistakes { cells: 1 },
            TableNote::Merged { areas: 1 },
            TableNote::Hidden {
                rows: 2,
                columns: 3
            },
        ]
    );
}

#[test]
fn filled_cells_that_are_repeated_without_measure_are_refused() {
    let cell = |columns: u32| {
        format!(
            "<table:table-cell table:number-columns-repeated='{columns}' office:value-type='float' office:value='1'/>"
        )
    };
    let row = |rows: u32, columns: u32| {
        format!(
            "<table:table-row table:number-rows-repeated='{rows}'>{}</table:table-row>",
            cell(columns)
        )
    };
    let table = |rows: String| {
        ods(&format!(
            "<table:table table:name='Data'>{rows}</table:table>"
        ))
    };
    let found =
        rows(&opened("b.ods", table(row(1, 1) + &row(1_048_575, 16_384))).unwrap()).unwrap_err();
    assert_eq!(
        found,
        TableError::Repeats {
            sheet: "Data".to_owned(),
            row: 2
        }
    );
    let found = rows(&opened("b.ods", table(row(1, 20_000))).unwrap()).unwrap_err();
    assert_eq!(
        found,
        TableError::TooManyColumns {
            sheet: Some("Data".to_owned()),
            row: 1
        }
    );
    let (rows, _) = rows(&opened("b.ods", table(row(1_000, 20))).unwrap()).unwrap();
    assert_eq!(rows.len(), 1_000);
}

#[test]
fn a_workbook_of_the_old_form_is_read() {
    let bytes = include_bytes!("small.xls").to_vec();
    let opened = opened("small.xls", bytes).unwrap();
    assert_eq!(opened.format(), Format::Xls);
    assert_eq!(
        opened.notes(),
        [TableNote::HiddenSheets {
            names: vec!["Aside".to_owned()]
        }]
    );
    let (rows, notes) = rows(&opened).unwrap();
    assert_eq!(rows[0].number, 3);
    assert_eq!(
        rows[0].cells,
        [Cell::Empty, text("Сторона"), text("Сума"), text("День")]
    );
    assert_eq!(
        rows[1].cells,
        [
            Cell::Empty,
            text("Exampleland"),
            number("0.3"),
            Cell::Date(date(2022, 3, 10)),
            Cell::Flag(true)
        ]
    );
    assert_eq!(notes, []);
}

#[test]
fn tables_in_json_are_sheets() {
    let json = r#"{"unit": "millions", "data": {"flows": [
        {"donor": "A", "amount": 0.30000000000000004, "date": {"on": "2022-03-10", "sure": true}},
        {"donor": "B", "more": null, "amount": 7, "tags": ["x", "y"]}
    ]}, "grid": [["a", "b"], ["1", "2", "3"], []], "empty": [], "list": [1, 2]}"#;
    let opened = opened("data.json", json).unwrap();
    assert_eq!(opened.format(), Format::Json);
    let sheets: Vec<(Option<&str>, Option<u64>)> = opened
        .sheets()
        .iter()
        .map(|sheet| (sheet.name.as_deref(), sheet.rows))
        .collect();
    assert_eq!(
        sheets,
        [(Some("/data/flows"), Some(2)), (Some("/grid"), Some(3))]
    );
    let (rows, _) = read(&opened, 0);
    assert_eq!(rows[0].number, 0, "the names of the fields stand in no row");
    assert_eq!(
        heading(&rows).unwrap().names,
        ["donor", "amount", "date.on", "date.sure", "more", "tags"]
    );
    assert_eq!(
        rows[1].cells,
        [
            text("A"),
            number("0.3"),
            text("2022-03-10"),
            Cell::Flag(true)
        ]
    );
    assert_eq!(
        (rows[2].number, rows[2].cell(5)),
        (2, &text("[\"x\",\"y\"]"))
    );
    let (rows, notes) = read(&opened, 1);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        notes,
        [TableNote::Ragged {
            usual: 2,
            rows: 2,
            first: vec![(2, 3), (3, 0)]
        }]
    );
}

#[test]
fn json_with_a_value_a_line_is_one_table() {
    let opened = opened("data.ndjson", "\u{feff}{\"a\":1}\n{\"a\":2,\"b\":3}\n").unwrap();
    assert_eq!(opened.sheets()[0].name, None);
    let (rows, _) = read(&opened, 0);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[2].cells, [number("2"), number("3")]);
}

#[test]
fn a_data_package_hands_out_its_parts() {
    let bytes = zipped(&[
        ("package/datapackage.json", "{\"resources\":[]}"),
        ("package/data/aid.csv", "a,b\n1,2\n"),
        ("package/README.md", "x"),
    ]);
    let opened = opened("package.zip", bytes).unwrap();
    assert_eq!(opened.format(), Format::Package);
    assert_eq!(
        opened.parts(),
        ["datapackage.json", "data/aid.csv", "README.md"]
    );
    let line = TaskLine::default();
    let part = opened.part("data/aid.csv", &line).unwrap();
    assert_eq!(rows(&part).unwrap().0.len(), 2);
    let missing = opened.part("data/none.csv", &line).unwrap_err();
    assert!(matches!(missing, TableError::NoPart { .. }));
    assert_eq!(opened.rows(0, &line).unwrap_err(), TableError::NoRows);
}

#[test]
fn xml_and_our_own_files_are_told_for_those_who_read_them() {
    let xml = opened(
        "a.xml",
        "<?xml version='1.0'?>\n<!-- <!DOCTYPE --><iati-activities/>",
    );
    // A remark that speaks of a document type is refused as well: better once too often.
    assert!(xml.is_err());
    let xml = opened(
        "a.xml",
        "<?xml version='1.0'?><iati-activities>&lt;!DOCTYPE</iati-activities>",
    )
    .unwrap();
    assert_eq!((xml.format(), xml.sheets().len()), (Format::Xml, 0));
    let ron = opened("book.ron", "// ours\n(\n    schema: 1,\n").unwrap();
    assert_eq!(ron.format(), Format::Ron);
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(opened("t.csv", "abc").unwrap().sha256(), hash);
}
