//! The files that people in this field really hand round, where the folder with them is present
//! (`PLEDGEBOOK_REAL_FILES`). Without it these tests say so and pass; small made-up files of the same
//! forms are read by the tests beside this one.

use std::path::PathBuf;

use pledgebook::exchange::table::{
    Cell, Format, Heading, Opened, Row, TableNote, heading, likely_sheet, open,
};
use pledgebook::task::TaskLine;

#[expect(
    clippy::print_stdout,
    reason = "a test that looked at nothing should say so"
)]
/// A file of the folder; none where there is no folder.
fn real(name: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("PLEDGEBOOK_REAL_FILES") else {
        println!("PLEDGEBOOK_REAL_FILES is not set: {name} is not read");
        return None;
    };
    Some(PathBuf::from(folder).join(name))
}

struct Read {
    opened: Opened,
    rows: Vec<Row>,
    heading: Option<Heading>,
    notes: Vec<TableNote>,
}

impl Read {
    /// Rows behind the headings, and columns with a heading.
    fn shape(&self) -> (usize, usize) {
        let heading = self.heading.as_ref();
        let names = heading.map_or(0, |heading| {
            heading.names.iter().filter(|name| !name.is_empty()).count()
        });
        let above = heading.map_or(0, |heading| heading.first + heading.rows);
        (self.rows.len() - above, names)
    }
}

fn read(name: &str, sheet: Option<&str>) -> Option<Read> {
    let line = TaskLine::default();
    let opened = open(&real(name)?, &line).unwrap();
    let index = match sheet {
        None => likely_sheet(&opened, &line),
        Some(sheet) => {
            let mut all = opened.sheets().iter();
            all.position(|one| one.name.as_deref() == Some(sheet))
                .unwrap()
        }
    };
    let mut source = opened.rows(index, &line).unwrap();
    let rows: Vec<Row> = source.by_ref().map(Result::unwrap).collect();
    let notes = source.notes();
    drop(source);
    let heading = heading(&rows);
    Some(Read {
        opened,
        rows,
        heading,
        notes,
    })
}

/// Rows behind the headings and named columns, as the folder's own list gives them.
#[test]
fn every_file_opens_with_the_rows_and_columns_that_it_has() {
    for (name, rows, columns) in [
        ("kiel-r07-workbook.xlsx", 1_032, 42),
        ("kiel-r18-main-data.xlsx", 3_737, 80),
        ("kiel-r21-cumulative-by-donor.xlsx", 36, 43),
        ("kiel-r28-bilateral_activities.csv", 5_565, 10),
        ("kiel-r28-country_summary_eu.csv", 42, 13),
        ("kiel-r29-site-data_explorer.csv", 1_079, 12),
        ("kiel-r29-site-eu_aid_shares.csv", 27, 6),
        ("kiel-r29-site-total_allocations.csv", 52, 6),
        ("kiel-r29-site-procurement_trends.csv", 52, 6),
        ("kiel-r29-site-weapons.csv", 61, 5),
        ("kiel-r29-site-release_info.csv", 1, 4),
        ("us-aid-laws.csv", 4, 7),
        ("us-aid-laws.xlsx", 4, 7),
        ("deliveries-timeline.xlsx", 52, 5),
        ("fts-incoming-flows-jor-2020.csv", 440, 37),
        ("one-oda-table.csv", 30, 4),
        ("oryx-summary.csv", 86, 4),
    ] {
        let Some(found) = read(name, None) else {
            return;
        };
        assert_eq!(found.shape(), (rows, columns), "{name}");
        let heading = found.heading.unwrap();
        assert!(heading.confidence >= 70, "{name}: {}", heading.confidence);
    }
}

#[test]
fn the_main_sheet_of_a_workbook_is_found_and_read_whole() {
    let Some(found) = read("kiel-r07-workbook.xlsx", None) else {
        return;
    };
    assert_eq!(found.opened.format(), Format::Xlsx);
    assert_eq!(found.opened.sheets().len(), 37);
    // One column has no heading, and the last has a blank for one.
    let heading = found.heading.as_ref().unwrap();
    assert_eq!(heading.names.len(), 44);
    assert_eq!(
        (heading.names[8].as_str(), heading.names[43].as_str()),
        ("", "")
    );
    let cells = || found.rows.iter().flat_map(|row| &row.cells);
    let days = cells().filter(|cell| matches!(cell, Cell::Date(_)));
    assert_eq!(days.count(), 850);
    // What reads as “no stored result” elsewhere is `<v/>` of a text here: an empty one.
    let empty = |note: &TableNote| match note {
        TableNote::EmptyResults { cells, formulas } => Some((*cells, *formulas)),
        _ => None,
    };
    assert_eq!(found.notes.iter().find_map(empty), Some((3_279, 18_456)));
    assert!(found.notes.contains(&TableNote::Mistakes { cells: 1 }));
}

#[test]
fn headings_with_units_below_and_hidden_columns_are_told() {
    let Some(found) = read("kiel-r07-workbook.xlsx", Some("Country Summary")) else {
        return;
    };
    let heading = found.heading.unwrap();
    assert_eq!(
        (
            found.rows[heading.first].number,
            heading.rows,
            heading.first_column
        ),
        (4, 2, 1)
    );
    let gdp = heading
        .names
        .iter()
        .position(|name| name.starts_with("GDP"))
        .unwrap();
    assert_eq!(heading.units[gdp], "US$ billion");
    assert_eq!(heading.units[gdp + 1], "€ billion");
    assert!(found.notes.contains(&TableNote::Merged { areas: 3 }));
    assert!(found.notes.contains(&TableNote::Hidden {
        rows: 0,
        columns: 2
    }));
    let Some(readme) = read("kiel-r07-workbook.xlsx", Some("ReadMe")) else {
        return;
    };
    assert!(readme.rows.len() < 20, "it claims 16,219 rows");
}

#[test]
fn a_large_main_sheet_is_read_with_its_empty_results() {
    let Some(found) = read("kiel-r18-main-data.xlsx", None) else {
        return;
    };
    let heading = found.heading.as_ref().unwrap();
    assert!(heading.names.iter().any(|name| name == "Sub-type of item"));
    assert!(
        heading
            .names
            .iter()
            .any(|name| name == "Sub-type of item (2)")
    );
    assert_eq!(found.rows.iter().map(|row| row.cells.len()).max(), Some(92));
    let empty = |note: &TableNote| match note {
        TableNote::EmptyResults { cells, formulas } => Some((*cells, *formulas)),
        _ => None,
    };
    assert_eq!(found.notes.iter().find_map(empty), Some((20_003, 145_918)));
}

#[test]
fn a_table_that_begins_at_b3_is_found() {
    let Some(found) = read("us-aid-laws.xlsx", Some("General")) else {
        return;
    };
    let heading = found.heading.as_ref().unwrap();
    assert_eq!(
        (found.rows[heading.first].number, heading.first_column),
        (3, 1)
    );
    assert_eq!(found.opened.sheets().len(), 2);
}

#[test]
fn quoted_line_breaks_and_windows_line_ends_do_not_disturb() {
    for name in [
        "fts-incoming-flows-jor-2020.csv",
        "kiel-r28-bilateral_activities.csv",
        "one-oda-table.csv",
    ] {
        let Some(found) = read(name, None) else {
            return;
        };
        assert_eq!(found.notes, [], "{name}");
        let last = found.rows.last().unwrap();
        assert_eq!(last.number, found.rows.len() as u64, "{name}");
        let ends = last.cells.last().map(Cell::raw);
        assert!(!ends.unwrap().ends_with('\r'), "{name}");
    }
}

#[test]
fn json_lists_are_read_as_they_are() {
    let Some(money) = read("us-money-pda.json", None) else {
        return;
    };
    assert_eq!(money.rows.len(), 89);
    assert!(matches!(money.notes.as_slice(), [TableNote::Ragged { .. }]));
    let widths = money.rows.iter().map(|row| row.cells.len());
    assert!(widths.max() <= Some(23));
    let Some(weapons) = read("heavy-weapons-commits.json", None) else {
        return;
    };
    assert_eq!((weapons.rows.len(), weapons.rows[0].cells.len()), (231, 6));
    assert_eq!(weapons.heading, None);
    let Some(spending) = read("kiel-r28-spending.json", Some("/byMonth")) else {
        return;
    };
    assert_eq!(spending.shape(), (50, 5));
    let Some(flows) = read("fts-ukr-plan1103-by-location.json", None) else {
        return;
    };
    assert!(flows.opened.sheets().len() > 5);
    let Some(xml) = real("iati-ua-activities.xml") else {
        return;
    };
    let xml = open(&xml, &TaskLine::default()).unwrap();
    assert_eq!((xml.format(), xml.sheets().len()), (Format::Xml, 0));
}
