//! How long opening and reading tables takes: a text of 100,000 rows, a workbook of 20,000.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use pledgebook::exchange::table::open_bytes;
use pledgebook::task::TaskLine;

/// A text with amounts, quotes and Cyrillic.
fn text(rows: u32) -> String {
    let mut text = "id;party;date;amount;note\n".to_owned();
    for row in 0..rows {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        let _ = writeln!(
            text,
            "{row};Exampleland;2024-{month:02}-{day:02};\"{row},50\";\"слова; «{row}»\""
        );
    }
    text
}

fn workbook(rows: u32) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..rows {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, "Exampleland").unwrap();
        sheet.write(row, 2, f64::from(row) * 0.1).unwrap();
        sheet.write(row, 3, format!("note {row}")).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Opening a file and reading all its rows.
pub(super) fn tables(criterion: &mut Criterion) {
    let line = TaskLine::default();
    for (name, rows, bytes) in [
        ("table.csv", 100_000, text(100_000).into_bytes()),
        ("table.xlsx", 20_000, workbook(20_000)),
    ] {
        let mut group = criterion.benchmark_group("read");
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(3))
            .throughput(Throughput::Elements(rows));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let opened = open_bytes(name, black_box(bytes.clone()), &line).unwrap();
                opened.rows(0, &line).unwrap().map(Result::unwrap).count()
            });
        });
        group.finish();
    }
}
