//! What goes out comes back: the tables of a book, read into an empty book, are the same book.

use std::sync::Arc;

use pledgebook::edit::{Change, apply};
use pledgebook::exchange::export::guard::Home;
use pledgebook::exchange::export::{Labels, csv};
use pledgebook::exchange::records::{ReadRecords, read_tables, tables};
use pledgebook::exchange::table::{Cell, Row};
use pledgebook::model::*;
use pledgebook::session::Session;
use pledgebook::task::TaskLine;
use pledgebook::text::Texts;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::properties::{book, draws};
use crate::common::generate;

/// The rows of a file of comma-separated values.
fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let records = reader.records().zip(1..);
    records
        .map(|(record, number)| Row {
            number,
            cells: record
                .unwrap()
                .iter()
                .map(|text| Cell::Text(text.to_owned()))
                .collect(),
        })
        .collect()
}

/// The book of records that were read without trouble.
pub(crate) fn book_of(read: ReadRecords) -> Dataset {
    assert_eq!(read.troubles, []);
    assert_eq!(read.unknown, []);
    let changes = read
        .records
        .into_iter()
        .map(|(record, ..)| Change::put(record));
    let mut data = Dataset::default();
    apply(&changes.collect::<Vec<_>>(), &mut data).unwrap();
    data
}

fn through_csv(data: &Arc<Dataset>) -> Dataset {
    let line = TaskLine::default();
    let texts = Texts::default();
    let all = tables(data, texts, &line).unwrap();
    let written = all.iter().map(|table| {
        let bytes = csv::write(table, Labels::Ids, texts, &line).unwrap();
        (Some(table.name.clone()), rows(&bytes))
    });
    book_of(read_tables(written, Home::Csv).unwrap())
}

#[test]
fn the_bundled_book_comes_back_from_its_tables() {
    let data = Arc::clone(Session::sample().dataset());
    assert_eq!(through_csv(&data), *data);
}

#[test]
fn a_generated_book_comes_back_from_its_tables() {
    let data = Arc::new(generate::dataset(300));
    assert_eq!(through_csv(&data), *data);
}

/// Texts that other programs take for something else.
pub(crate) const TEXTS: [&str; 14] = [
    "=1+2",
    "+49 30 1234",
    "-",
    "@SUM(A1)",
    "'=1+2",
    "'",
    "",
    "a, \"b\"; c",
    "first line\nsecond line",
    "\r\n",
    " spaces around ",
    "\ttab",
    "Їжак — «ґава» ’",
    "2024-06-27",
];

/// A book in which everything stands that a table could lose: every form of amount, spans, open ends,
/// and texts of which a spreadsheet makes something else.
pub(crate) fn crowded() -> Dataset {
    let mut data = generate::dataset(40);
    let money = |text: &str| text.parse::<Money>().unwrap();
    let share = |text: &str| AmountForm::GdpShare(text.parse().unwrap());
    let year = |number| Year::new(number).ok();
    let forms = [
        AmountForm::Exact(money("0 EUR")),
        AmountForm::Exact(money("123 456 789 012.345678 EUR")),
        AmountForm::About(money("0.1 ISK")),
        AmountForm::UpTo(money("3 000 000 000 EUR")),
        AmountForm::AtLeast(money("500 000 000 USD")),
        AmountForm::Range(MoneyRange::new(money("1 JPY"), money("2 JPY")).unwrap()),
        share("0.25 %"),
        share("about 0.3 %"),
        share("up to 1 %"),
        share("at least 0.255 %"),
        AmountForm::Undisclosed(None),
        AmountForm::Undisclosed(Some(Currency::USD)),
    ];
    let day: PartialDate = "2024-06-27".parse().unwrap();
    let span: PartialDate = "../2022-03-10".parse().unwrap();
    let periods = [
        Period::Unstated,
        Period::Year(Year::MIN),
        Period::Yearly {
            from: None,
            to: None,
        },
        Period::Yearly {
            from: year(2024),
            to: None,
        },
        Period::Lump {
            from: None,
            to: None,
        },
        Period::Lump {
            from: Some(day),
            to: Some(span),
        },
    ];
    let dates = [
        "2024",
        "2024-06",
        "2024-06-27",
        "2022-03-04/2022-03-11",
        "../2022-03-10",
        "2022-03-10/..",
    ];
    let mut others = forms.iter().cycle().zip(periods.iter().cycle());
    let mut texts = TEXTS.iter().cycle().map(|text| (*text).to_owned());
    for (at, entry) in data.aid.values_mut().enumerate() {
        let form = forms[at % forms.len()];
        entry.figure.amount = Amount {
            form,
            period: periods[at % periods.len()],
        };
        entry.summary = texts.next().unwrap();
        entry.period_as_written = texts.next();
        entry.preferred_because = texts.next();
        entry.date = dates[at % dates.len()].parse().ok();
        entry.figure.date = dates[(at + 1) % dates.len()].parse().ok();
        entry.notes = [
            (NoteOn::General, texts.next().unwrap()),
            (NoteOn::InForce, texts.next().unwrap()),
        ]
        .into();
        entry.joint = at % 3 == 0;
        for _ in 0..at % 3 {
            let (form, period) = others.next().unwrap();
            let figure = Figure {
                amount: Amount {
                    form: *form,
                    period: *period,
                },
                as_reported: texts.next(),
                cite: Citation {
                    source: None,
                    phrase: texts.next().map(Phrase),
                    verified: at % 2 == 0,
                    also_in: Vec::new(),
                },
                date: None,
            };
            entry.other_figures.push(OtherFigure {
                figure,
                why_not_preferred: texts.next(),
            });
        }
        entry.quantity = (at % 4 == 0).then(|| Quantity {
            value: "12.50".parse().unwrap(),
            unit: texts.next().unwrap(),
            form: QuantityForm::UpTo,
            by: year(2030),
        });
        entry.origin = (at % 2 == 0).then(|| {
            Box::new(Origin {
                file: SourceId::new("gen-s01").unwrap(),
                sheet: texts.next(),
                row: u64::MAX - 1,
                key: texts.next(),
                amount: texts.next(),
                date: texts.next(),
                link: texts.next(),
            })
        });
    }
    for (at, party) in data.parties.values_mut().enumerate() {
        party.conflicts = TEXTS
            .iter()
            .take(at % 4)
            .map(|text| (*text).to_owned())
            .collect();
        party.nato_since = Some(jiff::civil::date(1949, 4, 4));
    }
    for source in data.sources.values_mut() {
        source.title = texts.next().unwrap();
        source.licence = texts.next();
        source.official = texts.next();
    }
    data.header.about = "=cmd|' /C calc'!A0".to_owned();
    data.header.accepted = vec![AcceptedProblem {
        check: "parts-exceed-whole".to_owned(),
        record: "pa-a000001".to_owned(),
        reason: "-".to_owned(),
    }];
    data.reference.eu_shares.insert(
        SeriesId::new("key").unwrap(),
        EuShares {
            id: SeriesId::new("key").unwrap(),
            title: "A key".to_owned(),
            vintage: "2024".to_owned(),
            source: SourceId::new("gen-s01").unwrap(),
            shares: [(PartyId::new("PA").unwrap(), Decimal::new(125, 3))].into(),
        },
    );
    data
}

#[test]
fn nothing_is_lost_of_a_book_with_every_form_and_awkward_texts() {
    let data = Arc::new(crowded());
    assert_eq!(through_csv(&data), *data);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_book_comes_back_from_its_tables(draws in draws(), words in proptest::collection::vec(".{0,24}", 1..6)) {
        let mut data = book(&draws).data;
        let mut words = words.iter().cycle();
        for entry in data.aid.values_mut() {
            entry.summary.clone_from(words.next().unwrap());
            entry.period_as_written = words.next().cloned();
        }
        let data = Arc::new(data);
        prop_assert_eq!(through_csv(&data), (*data).clone());
    }
}
