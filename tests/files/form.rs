//! The text form: canonical, whole, small in its changes, and forgiving to people.

use jiff::civil::Date;
use pledgebook::model::{
    Amount, AmountForm, Currency, Dataset, GdpShare, Money, MoneyRange, NoteOn, PartialDate,
    Percent, Period, ShareBound, Year,
};
use pledgebook::store::format::{self, DamageKind};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{BUNDLED, SMALL, read};
use crate::common::generate;

#[test]
fn the_bundled_dataset_saves_to_the_same_bytes() {
    assert!(format::write(&read(BUNDLED)) == BUNDLED);
}

#[test]
fn a_generated_dataset_reads_back_as_it_was_written() {
    let dataset = generate::dataset(2_000);
    let text = format::write(&dataset);
    assert!(read(&text) == dataset);
    assert!(format::write(&read(&text)) == text);
}

#[test]
fn text_laid_out_by_hand_means_the_same() {
    let one_line: String = SMALL.lines().map(str::trim).collect();
    assert_eq!(read(&one_line), read(SMALL));
    let loose = SMALL.replace("    ", "\t").replace(": ", " :\n\n");
    assert_eq!(read(&loose), read(SMALL));
    let with_some = SMALL.replace("term_years: 10", "term_years: Some(10)");
    let enabled = format!("#![enable(implicit_some)]\nDataset{SMALL}");
    assert_eq!(read(&enabled), read(SMALL));
    let mut unsorted = SMALL.replace("lt-a01", "lt-a09");
    unsorted = unsorted.replace("lt-a02", "lt-a01");
    let sorted = format::write(&read(&unsorted));
    assert!(sorted.find("lt-a01").unwrap() < sorted.find("lt-a09").unwrap());
    assert!(format::read(with_some.as_bytes()).is_ok());
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read_and_noted() {
    let bytes = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    let file = format::read(bytes.as_bytes()).unwrap();
    assert_eq!(file.damage, []);
    assert!(file.notes.bom && file.notes.crlf);
    assert_eq!(file.dataset, read(SMALL));
    let plain = format::read(SMALL.as_bytes()).unwrap();
    assert!(!plain.notes.bom && !plain.notes.crlf && !plain.notes.has_comments());
}

#[test]
fn comments_are_read_over_and_noted_before_a_save_drops_them() {
    let text = SMALL
        .replace("    aid: [", "    // as told in June\n    aid: [")
        .replace(
            "stage: allocated,",
            "stage: allocated, /* or /* not */ so */",
        );
    let file = format::read(text.as_bytes()).unwrap();
    assert_eq!(file.damage, []);
    assert_eq!(file.dataset, read(SMALL));
    let comments = file.notes.comments.unwrap();
    let line = SMALL.lines().position(|line| line == "    aid: [").unwrap() + 1;
    assert_eq!((comments.count, comments.first_line), (3, line));
    let text = SMALL.replace("Drones.", "Drones // and /* more");
    assert!(!format::read(text.as_bytes()).unwrap().notes.has_comments());
}

#[test]
fn each_record_is_found_by_its_line() {
    let file = format::read(BUNDLED.as_bytes()).unwrap();
    let lines: Vec<&str> = BUNDLED.lines().collect();
    assert_eq!(file.lines.len(), file.dataset.len());
    for (id, line) in &file.lines {
        assert_eq!(lines[line - 1].trim(), "(", "{id}");
        assert_eq!(lines[*line].trim(), format!("id: {id:?},"));
    }
}

/// How many lines stand in only one of two texts.
fn changed_lines(before: &str, after: &str) -> (usize, usize) {
    let (before, after): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let same_head = before
        .iter()
        .zip(&after)
        .take_while(|(a, b)| a == b)
        .count();
    let (before, after) = (&before[same_head..], &after[same_head..]);
    let tails = before.iter().rev().zip(after.iter().rev());
    let same_tail = tails.take_while(|(a, b)| a == b).count();
    (before.len() - same_tail, after.len() - same_tail)
}

#[test]
fn an_edit_of_one_field_changes_one_line() {
    let before = read(BUNDLED);
    let edited = |edit: &dyn Fn(&mut Dataset)| {
        let mut after = before.clone();
        edit(&mut after);
        changed_lines(BUNDLED, &format::write(&after))
    };
    let entry = |d: &mut Dataset, edit: &dyn Fn(&mut pledgebook::model::AidEntry)| {
        edit(d.aid.get_mut("lt-a02").unwrap());
    };
    let sum: Money = "36 000 000 EUR".parse().unwrap();
    let one_for_one: [&dyn Fn(&mut Dataset); 6] = [
        &|d| d.header.title.push('!'),
        &|d| entry(d, &|a| a.summary.push_str(" “Said” so: it's \"it\".\n")),
        &|d| entry(d, &|a| a.figure.amount.form = AmountForm::Exact(sum)),
        &|d| entry(d, &|a| a.figure.cite.verified = false),
        &|d| d.commitments.get_mut("lt-2024-c01").unwrap().locator = Some("9".to_owned()),
        &|d| {
            let gdp = d.reference.gdp.get_mut("gdp-lt-weo-2025-10").unwrap();
            let year = Year::new(2024).unwrap();
            gdp.years.get_mut(&year).unwrap().value += Decimal::ONE;
        },
    ];
    for (index, edit) in one_for_one.iter().enumerate() {
        assert_eq!(edited(*edit), (1, 1), "edit {index}");
    }
    assert_eq!(edited(&|d| entry(d, &|a| a.date = None)), (1, 0));
    assert_eq!(edited(&|d| entry(d, &|a| a.joint = true)), (0, 1));
    let noted = |d: &mut Dataset| {
        let agreement = d.agreements.get_mut("lt-2024").unwrap();
        agreement
            .notes
            .insert(NoteOn::Title, "So named.".to_owned());
    };
    assert_eq!(edited(&noted), (0, 1));
}

/// The ids of the records that end before a cut.
fn whole_before<'a>(text: &'a str, cut: usize, lines: &[(usize, &'a str)]) -> Vec<&'a str> {
    let kept = text.bytes().take(cut).filter(|b| *b == b'\n').count();
    // A record ends on the line before the next one begins, or earlier.
    lines
        .windows(2)
        .filter(|pair| pair[1].0 <= kept)
        .map(|pair| pair[0].1)
        .collect()
}

/// Cuts a text at every `step`th byte: nothing panics, and what stands whole before the cut is read.
fn cut_everywhere(text: &str, step: usize) {
    let whole = format::read(text.as_bytes()).unwrap();
    let mut lines: Vec<(usize, &str)> = whole
        .lines
        .iter()
        .map(|(id, l)| (*l, id.as_str()))
        .collect();
    lines.sort_unstable();
    for cut in (0..text.len() - 3).step_by(step) {
        let expected = whole_before(text, cut, &lines);
        match format::read(&text.as_bytes()[..cut]) {
            Ok(file) => {
                assert!(!file.damage.is_empty(), "cut at {cut}");
                for id in &expected {
                    assert!(file.lines.contains_key(*id), "cut at {cut}: {id}");
                }
                assert!(file.lines.len() <= expected.len() + 1, "cut at {cut}");
            }
            Err(_) => assert!(
                expected.is_empty() || !text.is_char_boundary(cut),
                "cut at {cut}"
            ),
        }
    }
}

#[test]
fn a_cut_file_gives_all_records_before_the_cut() {
    cut_everywhere(SMALL, 1);
    cut_everywhere(BUNDLED, 6_997);
}

#[test]
fn one_damaged_record_takes_no_other_with_it() {
    let count = read(BUNDLED).len();
    for (good, bad) in [
        ("as_reported: \"allocated", "as_reported: allocated"),
        ("(form: exact(", "(form: exact"),
        (
            "            aid_type: military,\n            summary",
            "            summary",
        ),
        ("figure: (\n", "figure: \n"),
    ] {
        let text = BUNDLED.replacen(good, bad, 1);
        assert_ne!(text, BUNDLED, "{good}");
        let file = format::read(text.as_bytes()).unwrap();
        assert_eq!(file.dataset.len(), count - 1, "{bad}");
        assert_eq!(file.damage.len(), 1, "{bad}: {:?}", file.damage);
        assert!(file.damage[0].record.is_some(), "{bad}");
    }
}

#[test]
fn a_newer_file_is_read_as_far_as_it_is_known() {
    let text = BUNDLED.replace("schema: 1", "schema: 7").replace(
        "            stage: delivered,",
        "            stage: delivered,\n            certainty: (high, [1, \"),\"]),",
    );
    let file = format::read(text.as_bytes()).unwrap();
    assert_eq!(file.newer_schema, Some(7));
    assert_eq!(file.dataset.aid, read(BUNDLED).aid);
    let unknown = |kind: &DamageKind| matches!(kind, DamageKind::UnknownField { field, .. } if field == "certainty");
    assert_eq!(file.damage.len(), 84);
    assert!(file.damage.iter().all(|damage| unknown(&damage.kind)));
}

fn years() -> impl Strategy<Value = Year> {
    (1990..=2100_i64).prop_map(|year| Year::new(year).unwrap())
}

fn dates() -> impl Strategy<Value = PartialDate> {
    let days = (1990..=2100_i16, 1..=12_i8, 1..=28_i8);
    prop_oneof![
        years().prop_map(PartialDate::Year),
        (years(), 1..=12_i8).prop_map(|(year, month)| PartialDate::Month(year, month)),
        days.prop_map(|(y, m, d)| PartialDate::Day(Date::new(y, m, d).unwrap())),
    ]
}

fn periods() -> impl Strategy<Value = Period> {
    let some_year = || proptest::option::of(years());
    let some_date = || proptest::option::of(dates());
    prop_oneof![
        Just(Period::Unstated),
        years().prop_map(Period::Year),
        (some_year(), some_year()).prop_map(|(from, to)| Period::Yearly { from, to }),
        (some_date(), some_date()).prop_map(|(from, to)| Period::Lump { from, to }),
    ]
}

/// A sum to which a range can still add.
#[expect(
    clippy::cast_possible_wrap,
    reason = "a quadrillion is far from the end of the type"
)]
const MOST: i64 = Money::MAX as i64 / 10;

fn sums() -> impl Strategy<Value = Money> {
    let currency = proptest::sample::select(vec!["EUR", "SEK", "JPY", "UAH"]);
    (0..=MOST * 10_000, 0..=4_u32, currency).prop_map(|(value, scale, code)| {
        let value = Decimal::new(value, scale).min(Decimal::from(MOST));
        Money::new(value, Currency::new(code).unwrap()).unwrap()
    })
}

fn amounts() -> impl Strategy<Value = Amount> {
    let bounds = [
        ShareBound::Exact,
        ShareBound::About,
        ShareBound::UpTo,
        ShareBound::AtLeast,
    ];
    let shares = (0..=100_000_i64, proptest::sample::select(bounds.to_vec()));
    let shares = shares.prop_map(|(value, bound)| GdpShare {
        percent: Percent::new(Decimal::new(value, 3)).unwrap(),
        bound,
    });
    let ranges = (sums(), 0..=1_000_000_u32).prop_map(|(low, more)| {
        let high = Money::new(low.value() + Decimal::from(more), low.currency()).unwrap();
        MoneyRange::new(low, high).unwrap()
    });
    let forms = prop_oneof![
        sums().prop_map(AmountForm::Exact),
        sums().prop_map(AmountForm::About),
        sums().prop_map(AmountForm::UpTo),
        sums().prop_map(AmountForm::AtLeast),
        ranges.prop_map(AmountForm::Range),
        shares.prop_map(AmountForm::GdpShare),
        Just(AmountForm::Undisclosed(None)),
        Just(AmountForm::Undisclosed(Some(Currency::USD))),
    ];
    (forms, periods()).prop_map(|(form, period)| Amount { form, period })
}

proptest! {
    #[test]
    fn every_amount_period_date_and_text_reads_back_as_it_was_written(
        amount in amounts(),
        date in proptest::option::of(dates()),
        summary in any::<String>(),
        title in "[\\PC\n\r\t'\"\\\\#/*\u{301}\u{200b}]{0,40}",
    ) {
        let mut dataset = read(SMALL);
        let entry = dataset.aid.get_mut("lt-a01").unwrap();
        entry.figure.amount = amount;
        entry.date = date;
        entry.summary = summary;
        dataset.commitments.get_mut("lt-2024-c01").unwrap().amount = Some(amount);
        dataset.header.title = title;
        let text = format::write(&dataset);
        prop_assert!(!text.contains("Some("));
        let file = format::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&file.damage, &[]);
        prop_assert!(!file.notes.has_comments());
        prop_assert_eq!(&file.dataset, &dataset);
        prop_assert_eq!(format::write(&file.dataset), text);
    }

    #[test]
    fn no_text_makes_reading_panic(at in 0..SMALL.len(), junk in "[\\PC()\\[\\]{}\"'\\\\,:/*\n]{0,6}", cut in 0..4_usize) {
        let at = (at..SMALL.len()).find(|at| SMALL.is_char_boundary(*at)).unwrap();
        let rest: String = SMALL[at..].chars().skip(cut).collect();
        let text = format!("{}{junk}{rest}", &SMALL[..at]);
        if let Ok(file) = format::read(text.as_bytes()) {
            prop_assert!(file.dataset.len() <= 6);
            let lines = text.lines().count();
            prop_assert!(file.damage.iter().all(|damage| damage.place.line <= lines + 1));
        }
    }
}
