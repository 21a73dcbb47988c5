//! What goes out comes back: the tables of a book, read into an empty book, are the same book.

use std::sync::Arc;

use pledgebook::edit::{AnyRecord, Change, Kind, apply};
use pledgebook::exchange::export::{Labels, csv, package, xlsx};
use pledgebook::exchange::picture::DatasetMark;
use pledgebook::exchange::records::{Layout, ReadRecords, is_ours, read, table, tables};
use pledgebook::exchange::table::open_bytes;
use pledgebook::model::*;
use pledgebook::session::Session;
use pledgebook::task::TaskLine;
use pledgebook::text::Texts;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::properties::{book, draws};
use crate::common::generate;

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

fn opened(name: &str, bytes: Vec<u8>) -> Dataset {
    let line = TaskLine::default();
    let opened = open_bytes(name, bytes, &line).unwrap();
    assert!(is_ours(&opened, &line).unwrap(), "{name}");
    book_of(read(&opened, &line).unwrap().unwrap())
}

fn through_package(data: &Arc<Dataset>) -> Dataset {
    let mark = DatasetMark::of(data, String::new(), None);
    let bytes = package::write(data, &mark, Texts::default(), &TaskLine::default()).unwrap();
    opened("book.zip", bytes)
}

fn through_workbook(data: &Arc<Dataset>) -> Dataset {
    let (line, texts) = (TaskLine::default(), Texts::default());
    let tables = tables(data, texts, &line).unwrap();
    let bytes = xlsx::write_tables(&tables, "A book", texts, &line).unwrap();
    opened("book.xlsx", bytes)
}

/// A file of each kind, read into one book.
fn through_csv(data: &Arc<Dataset>) -> Dataset {
    let (line, texts) = (TaskLine::default(), Texts::default());
    let mut all = ReadRecords::default();
    for kind in Kind::ALL {
        let keys = AnyRecord::keys(data, *kind);
        if keys.is_empty() {
            continue;
        }
        let table = table(data, *kind, keys, Layout::Within, texts);
        let bytes = csv::write(&table, Labels::Ids, texts, &line).unwrap();
        let opened = open_bytes("records.csv", bytes, &line).unwrap();
        let found = read(&opened, &line).unwrap().unwrap();
        all.records.extend(found.records);
        all.troubles.extend(found.troubles);
        all.unknown.extend(found.unknown);
    }
    book_of(all)
}

fn comes_back(data: Dataset) {
    let data = Arc::new(data);
    assert_eq!(through_package(&data), *data, "package");
    assert_eq!(through_workbook(&data), *data, "workbook");
    assert_eq!(through_csv(&data), *data, "csv");
}

#[test]
fn the_bundled_book_comes_back_from_its_files() {
    comes_back(Dataset::clone(Session::sample().dataset()));
}

#[test]
fn a_generated_book_comes_back_from_its_files() {
    comes_back(generate::dataset(300));
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

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// Every form of amount.
fn forms() -> [AmountForm; 12] {
    let share = |text: &str| AmountForm::GdpShare(text.parse().unwrap());
    [
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
    ]
}

/// Every kind of time, with open ends.
fn periods() -> [Period; 6] {
    let yearly = |from| Period::Yearly { from, to: None };
    let lump = |from, to| Period::Lump { from, to };
    [
        Period::Unstated,
        Period::Year(Year::MIN),
        yearly(None),
        yearly(Year::new(2024).ok()),
        lump(None, None),
        lump("2024-06-27".parse().ok(), "../2022-03-10".parse().ok()),
    ]
}

/// Dates to every precision.
const DATES: [&str; 6] = [
    "2024",
    "2024-06",
    "2024-06-27",
    "2022-03-04/2022-03-11",
    "../2022-03-10",
    "2022-03-10/..",
];

/// The next awkward text, over and over.
type Words<'a> = dyn FnMut() -> String + 'a;

fn other_figure(at: usize, next: &mut Words<'_>) -> OtherFigure {
    OtherFigure {
        figure: Figure {
            amount: Amount {
                form: forms()[(at + 5) % 12],
                period: periods()[(at + 2) % 6],
            },
            as_reported: Some(next()),
            cite: Citation {
                phrase: Some(Phrase(next())),
                verified: at.is_multiple_of(2),
                ..Citation::default()
            },
            date: None,
        },
        why_not_preferred: Some(next()),
    }
}

/// Fills an entry with whatever can stand in one.
fn crowd(entry: &mut AidEntry, at: usize, next: &mut Words<'_>) {
    entry.figure.amount = Amount {
        form: forms()[at % 12],
        period: periods()[at % 6],
    };
    entry.summary = next();
    entry.period_as_written = Some(next());
    entry.preferred_because = Some(next());
    entry.date = DATES[at % 6].parse().ok();
    entry.figure.date = DATES[(at + 1) % 6].parse().ok();
    entry.notes = [(NoteOn::General, next()), (NoteOn::InForce, next())].into();
    entry.joint = at.is_multiple_of(3);
    entry.other_figures = (0..at % 3)
        .map(|more| other_figure(at + more, next))
        .collect();
    entry.quantity = at.is_multiple_of(4).then(|| Quantity {
        value: "12.50".parse().unwrap(),
        unit: next(),
        form: QuantityForm::UpTo,
        by: Year::new(2030).ok(),
    });
    let origin = at.is_multiple_of(2).then(|| Origin {
        file: SourceId::new("gen-s01").unwrap(),
        sheet: Some(next()),
        row: u64::MAX - 1,
        key: Some(next()),
        amount: Some(next()),
        date: Some(next()),
        link: Some(next()),
    });
    entry.origin = origin.map(Box::new);
}

/// A book in which everything stands that a table could lose: every form of amount, spans, open ends,
/// and texts of which a spreadsheet makes something else.
pub(crate) fn crowded() -> Dataset {
    let mut data = generate::dataset(40);
    let mut texts = TEXTS.iter().cycle();
    let mut next = || (*texts.next().unwrap()).to_owned();
    for (at, entry) in data.aid.values_mut().enumerate() {
        crowd(entry, at, &mut next);
    }
    for (at, party) in data.parties.values_mut().enumerate() {
        party.conflicts = (0..at % 4).map(|_| next()).collect();
        party.nato_since = Some(jiff::civil::date(1949, 4, 4));
    }
    for source in data.sources.values_mut() {
        source.title = next();
        source.licence = Some(next());
        source.official = Some(next());
    }
    "=cmd|' /C calc'!A0".clone_into(&mut data.header.about);
    data.header.accepted = vec![AcceptedProblem {
        check: "parts-exceed-whole".to_owned(),
        record: "pa-a000001".to_owned(),
        reason: "-".to_owned(),
    }];
    let key = EuShares {
        id: SeriesId::new("key").unwrap(),
        title: "A key".to_owned(),
        vintage: "2024".to_owned(),
        source: SourceId::new("gen-s01").unwrap(),
        shares: [(PartyId::new("PA").unwrap(), Decimal::new(125, 3))].into(),
    };
    data.reference.eu_shares.insert(key.id.clone(), key);
    data
}

#[test]
fn nothing_is_lost_of_a_book_with_every_form_and_awkward_texts() {
    comes_back(crowded());
}

#[test]
fn a_row_that_says_something_impossible_is_told_with_its_place_and_left_out() {
    let text = "id,party,record,stage,aid_type,summary,figure.amount.form,figure.amount.value,\
                figure.amount.currency,date,my own notes\r\n\
                xx-a1,XX,package,pledged,military,Boots,exact,5 EUR,EUR,2024,\r\n\
                xx-a2,XX,package,pledged,military,Boots,exact,5,EUR,27.06.2024,\r\n\
                xx-a3,XX,package,pledged,military,Boots,exact,-5,EUR,2024,\r\n\
                xx-a4,XX,parcel,pledged,military,Boots,exact,5,EUR,2024,\r\n\
                xx-a5,XX,package,pledged,military,Boots,range,5,EUR,2024,\r\n\
                xx-a6,XX,package,pledged,military,Boots,exact,5,EUR,2024,look here\r\n\
                xx-a6,XX,package,pledged,military,Boots,exact,5,EUR,2024,\r\n\
                xx-a7,XX,package,given,military,Boots,exact,5,EUR,2024,\r\n";
    let line = TaskLine::default();
    let opened = open_bytes("aid.csv", text.as_bytes().to_vec(), &line).unwrap();
    let found = read(&opened, &line).unwrap().unwrap();
    let ids: Vec<String> = found.records.iter().map(|(of, ..)| of.key().id).collect();
    assert_eq!(ids, ["xx-a6"]);
    assert_eq!(found.unknown, [(None, "my own notes".to_owned())]);
    let told: Vec<String> = found
        .troubles
        .iter()
        .map(|of| {
            format!(
                "{} {}: {}",
                of.row,
                of.column.as_deref().unwrap_or("-"),
                of.wrong
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "2 figure.amount.value: \"5 EUR\" is no number",
            "3 date: \"27.06.2024\" is no date",
            "4 figure.amount.value: the sum -5 is negative: write what was promised or given as a positive sum",
            "5 record: \"parcel\" is none of package, running_total",
            "6 figure.amount.value_to: value_to is missing",
            "8 id: \"xx-a6\" stands in another row already",
            "9 -: unknown variant `given`, expected one of `pledged`, `committed`, `allocated`, `delivered`, `unclear`",
        ]
    );
}

#[test]
fn a_spreadsheet_with_decimal_commas_may_have_saved_it_again() {
    let text = "id;party;record;stage;aid_type;summary;figure.amount.form;figure.amount.value;\
                figure.amount.currency\r\nxx-a1;XX;package;pledged;military;Boots;exact;1234,5;EUR\r\n";
    let line = TaskLine::default();
    let opened = open_bytes("aid.csv", text.as_bytes().to_vec(), &line).unwrap();
    let data = book_of(read(&opened, &line).unwrap().unwrap());
    let form = &data.aid["xx-a1"].figure.amount.form;
    assert_eq!(*form, AmountForm::Exact("1234.5 EUR".parse().unwrap()));
}

#[test]
fn a_table_of_others_is_none_of_ours() {
    let line = TaskLine::default();
    let text = "id,party,stage,amount\r\n1,Exampleland,pledged,5\r\n";
    let opened = open_bytes("other.csv", text.as_bytes().to_vec(), &line).unwrap();
    assert!(!is_ours(&opened, &line).unwrap());
    assert_eq!(read(&opened, &line).unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_book_comes_back_from_its_files(
        draws in draws(),
        words in proptest::collection::vec("[^\u{0}\u{fffe}\u{ffff}]{0,24}", 1..6),
    ) {
        let mut data = book(&draws).data;
        let mut words = words.iter().cycle();
        for entry in data.aid.values_mut() {
            entry.summary.clone_from(words.next().unwrap());
            entry.period_as_written = words.next().cloned();
        }
        let data = Arc::new(data);
        prop_assert_eq!(through_package(&data), (*data).clone());
        prop_assert_eq!(through_workbook(&data), (*data).clone());
    }
}
