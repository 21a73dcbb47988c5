//! The files that people in this field really hand round, where the folder with them is present
//! (`PLEDGEBOOK_REAL_FILES`). Without it these tests say so and pass; small made-up files of the same
//! forms are read by the tests beside this one.

use std::path::PathBuf;

use pledgebook::exchange::table::{
    Cell, Format, Heading, Opened, Row, TableNote, heading, likely_sheet, open,
};
use pledgebook::task::TaskLine;

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

#[test]
fn the_main_sheet_of_a_workbook_is_found_and_read_whole() {
    let Some(found) = read("kiel-r07-workbook.xlsx", None) else {
        return;
    };
    assert_eq!(found.opened.format(), Format::Xlsx);
    assert_eq!(found.opened.sheets().len(), 37);
    assert_eq!(found.rows.len(), 1 + 1_032);
    let days = found.rows.iter().flat_map(|row| &row.cells);
    let days = days.filter(|cell| matches!(cell, Cell::Date(_))).count();
    assert_eq!(days, 850);
    assert_eq!(found.notes, [TableNote::Mistakes { cells: 1 }]);
}

#[test]
fn a_text_file_is_read_with_its_headings() {
    let Some(found) = read("fts-incoming-flows-jor-2020.csv", None) else {
        return;
    };
    assert_eq!(found.shape(), (440, 37));
    assert_eq!(found.notes, []);
}
