//! Text tables: what parts the cells, how they are quoted and in which encoding they are written is
//! found by itself, and told where it is doubtful.

use pledgebook::exchange::table::{
    Cell, Delimited, Format, Opened, Row, TableError, TableNote, TextEncoding, heading, open_bytes,
};
use pledgebook::task::TaskLine;

pub(crate) fn opened(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Opened, TableError> {
    open_bytes(name, bytes.into(), &TaskLine::default())
}

/// Rows and notes of the first sheet.
pub(crate) fn rows(opened: &Opened) -> Result<(Vec<Row>, Vec<TableNote>), TableError> {
    let mut source = opened.rows(0, &TaskLine::default())?;
    let rows: Result<Vec<Row>, TableError> = source.by_ref().collect();
    Ok((rows?, source.notes()))
}

/// The raw texts of the cells.
fn texts(opened: &Opened) -> Vec<Vec<String>> {
    let (rows, _) = rows(opened).unwrap();
    let row = |row: &Row| row.cells.iter().map(Cell::raw).collect();
    rows.iter().map(row).collect()
}

#[test]
fn the_delimiter_is_the_one_by_which_rows_come_out_alike() {
    for (text, delimiter) in [
        ("a,b,c\n1,2,3\n", ','),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ';'),
        ("a\tb\n1,5\t2\n3,5\t4\n", '\t'),
        ("party|sum|note\nA|1|x, y\nB|2|x, y, z\n", '|'),
        ("name;note\n\"a;b\";x, y\nc;\"d, e, f\"\n", ';'),
        ("a:b:c\n1:2:3\n4:5:6\n", ':'),
        ("a~b\n1~2\n3~4\n", '~'),
        ("a¦b\n1¦2\n3¦4\n", '¦'),
        // A title above, and colons, commas in the text.
        (
            "Aid by month\n\nmonth;sum;note\n2022-01;1;at 12:30, by train\n2022-02;2;at 13:45\n",
            ';',
        ),
        // Thousands in quotes.
        ("a,b\n\"1,234\",x\n\"5,678\",y\n", ','),
        ("sep=|\na|b\n1|2\n", '|'),
        // One column alone.
        ("party\nLatvia\nKyiv, Ukraine\nOslo\n", ','),
    ] {
        let opened = opened("table.csv", text).unwrap();
        assert_eq!(opened.format(), Format::Delimited, "{text:?}");
        let how = opened.delimited().unwrap();
        assert_eq!(how.delimiter, delimiter, "{text:?}");
    }
    assert_eq!(
        opened("t.tsv", "one\n")
            .unwrap()
            .delimited()
            .unwrap()
            .delimiter,
        '\t'
    );
}

#[test]
fn quotes_hold_delimiters_line_breaks_and_quotes() {
    let text = "a,b\r\n\"x, y\",\"one\r\ntwo\"\r\n\"say \"\"so\"\"\",\r\n, \"spaced\" \r\n";
    let opened = opened("table.csv", text).unwrap();
    let expected: &[&[&str]] = &[
        &["a", "b"],
        &["x, y", "one\r\ntwo"],
        &["say \"so\""],
        &["", "spaced"],
    ];
    assert_eq!(texts(&opened), expected);
    let (rows, notes) = rows(&opened).unwrap();
    let numbers: Vec<u64> = rows.iter().map(|row| row.number).collect();
    assert_eq!(
        numbers,
        [1, 2, 3, 4],
        "a line break inside quotes does not count"
    );
    assert_eq!(notes, []);
}

#[test]
fn single_quotes_are_quotes_only_where_they_do_the_work() {
    let quoted = opened("t.csv", "'a','b'\n'x, y','z'\n'v, w','u'\n").unwrap();
    assert_eq!(quoted.delimited().unwrap().quote, Some('\''));
    assert_eq!(texts(&quoted)[1], ["x, y", "z"]);
    let plain = opened("t.csv", "a,b\nCote d'Ivoire,1\n'twas,2\n").unwrap();
    assert_eq!(plain.delimited().unwrap().quote, Some('"'));
    assert_eq!(texts(&plain)[2], ["'twas", "2"]);
}

#[test]
fn all_line_ends_are_read_and_blank_lines_count_as_rows() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a;b", "", "1;2", ";", "3;4"].join(end);
        let (rows, _) = rows(&opened("t.csv", text.as_str()).unwrap()).unwrap();
        let numbers: Vec<u64> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 3, 5], "{end:?}");
        assert_eq!(rows[2].cell(1), &Cell::Text("4".to_owned()));
    }
}

#[test]
fn every_usual_encoding_is_found() {
    let text = "сторона;сума;примітка\nЛитва;12,5;протиповітряна оборона\nЄспанія;7;п’ять ґав\n";
    let wide = |low_first: bool, mark: bool| {
        let units = text.encode_utf16();
        let each = units.flat_map(|unit| {
            if low_first {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        });
        let mark: &[u8] = match (mark, low_first) {
            (false, _) => b"",
            (true, true) => b"\xff\xfe",
            (true, false) => b"\xfe\xff",
        };
        mark.iter().copied().chain(each).collect::<Vec<u8>>()
    };
    let cyrillic = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let utf8_mark = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for (name, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8", utf8_mark),
        ("UTF-16LE", wide(true, true)),
        ("UTF-16BE", wide(false, true)),
        ("UTF-16LE", wide(true, false)),
        ("UTF-16BE", wide(false, false)),
        ("windows-1251", cyrillic),
    ] {
        let opened = opened("t.csv", bytes).unwrap();
        assert_eq!(opened.delimited().unwrap().encoding.name(), name);
        let read = texts(&opened);
        assert_eq!(read[0], ["сторона", "сума", "примітка"], "{name}");
        assert_eq!(read[2], ["Єспанія", "7", "п’ять ґав"], "{name}");
        let told = opened.notes().contains(&TableNote::Decoded {
            encoding: opened.delimited().unwrap().encoding.name(),
        });
        assert_eq!(told, name != "UTF-8", "{name}");
    }
}

#[test]
fn western_texts_are_not_taken_for_cyrillic() {
    for text in [
        "pays;montant;remarque\nFrance;12,5;équipement militaire livré à Kyïv\nItalie;7;après l’été\n",
        "Land;Betrag;Bemerkung\nÖsterreich;5;Gerät für Flüchtlinge\nDänemark;7;größer\n",
        "land;beløp\nDanmark;5\nFærøyene;7\nÅland;3\n",
    ] {
        let bytes = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let opened = opened("t.csv", bytes).unwrap();
        assert_eq!(
            opened.delimited().unwrap().encoding,
            TextEncoding::WINDOWS_1252,
            "{text}"
        );
    }
}

#[test]
fn a_byte_that_is_no_text_is_told_where_the_encoding_is_chosen_by_hand() {
    let opened = opened("t.csv", b"a,b\n\xd0\xf3,1\n".to_vec()).unwrap();
    let how = Delimited {
        encoding: TextEncoding::UTF_8,
        ..opened.delimited().unwrap()
    };
    let by_hand = opened.with_delimited(how);
    let (_, notes) = rows(&by_hand).unwrap();
    assert_eq!(notes, [TableNote::NotDecoded { encoding: "UTF-8" }]);
}

#[test]
fn ragged_rows_are_kept_and_told_and_empty_columns_behind_are_not() {
    let text = "a;b;c;;\n1;2;3;;\n1;2\n1;2;3;4;5;6\n1;2;3;;\n1;2;3;;\n";
    let (rows, notes) = rows(&opened("t.csv", text).unwrap()).unwrap();
    assert_eq!(
        rows[0].cells.len(),
        3,
        "nothing stands in the columns behind"
    );
    assert_eq!(rows[3].cells.len(), 6);
    let ragged = TableNote::Ragged {
        usual: 5,
        rows: 2,
        first: vec![(3, 2), (4, 6)],
    };
    assert_eq!(notes, [ragged]);
}

#[test]
fn bare_quotes_are_kept_as_they_stand_and_told() {
    let text = "a,b\n5\" gun,1\n\"Nemo\" missiles,2\nx,3\n";
    let (rows, notes) = rows(&opened("t.csv", text).unwrap()).unwrap();
    assert_eq!(rows[1].cell(0).raw(), "5\" gun");
    assert_eq!(rows[2].cell(0).raw(), "\"Nemo\" missiles");
    assert_eq!(notes, [TableNote::BareQuotes { cells: 2, line: 2 }]);
}

#[test]
fn a_wrong_delimiter_chosen_by_hand_is_told() {
    let opened = opened("t.csv", "a;b\n1;2\n").unwrap();
    let how = Delimited {
        delimiter: '|',
        ..opened.delimited().unwrap()
    };
    let (rows, notes) = rows(&opened.with_delimited(how)).unwrap();
    assert_eq!(rows[1].cells.len(), 1);
    assert_eq!(notes, [TableNote::OneColumn { delimiter: '|' }]);
}

#[test]
fn headings_are_found_below_titles_and_beside_units() {
    let found = |text: &str| {
        let (rows, _) = rows(&opened("t.csv", text).unwrap()).unwrap();
        heading(&rows).unwrap()
    };
    let plain = found("Party,Sum, Sum ,,Sum\nA,1,2,3,4\nB,1,2,3,4\n");
    assert_eq!((plain.first, plain.rows), (0, 1));
    assert_eq!(plain.names, ["Party", "Sum", "Sum (2)", "", "Sum (3)"]);
    let below = found(
        "Aid by party;;\nExampleland 2024;;\nParty;Financial;Military\n;€ billion;€ billion\nA;1,5;2\nB;3;4\n",
    );
    assert_eq!((below.first, below.rows), (2, 2));
    assert_eq!(below.names, ["Party", "Financial", "Military"]);
    assert_eq!(below.units, ["", "€ billion", "€ billion"]);
    let only = found("Party;Financial;Military\n");
    assert_eq!(only.names.len(), 3);
    let years = found("party,2022,2023,2024\nA,1,2,3\nB,4,5,6\n");
    assert_eq!(years.names, ["party", "2022", "2023", "2024"]);
}

#[test]
fn a_table_without_headings_has_none() {
    let (rows, _) = rows(&opened("t.csv", "2022-03-10,12\n2022-03-11,13\n").unwrap()).unwrap();
    assert_eq!(heading(&rows), None);
}

#[test]
fn a_title_and_remarks_round_a_table_do_not_hide_what_parts_its_cells() {
    let text = "\n\nMade-up aid\n;;;\n\nDonor;Amount EUR m;Stage\nExampleland;1,5;committed\n\n\
                Neverland;2,5;committed\n;;;\nSource: nobody;;\n";
    let opened = opened("a.csv", text).unwrap();
    assert_eq!(opened.delimited().unwrap().delimiter, ';');
    let (rows, _) = rows(&opened).unwrap();
    let heading = heading(&rows).unwrap();
    assert_eq!(heading.names[..3], ["Donor", "Amount EUR m", "Stage"]);
}
