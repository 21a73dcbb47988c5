//! Checks of figures: what is a part, what is compared, and what is good news.

use pledgebook::ledger::Severity;
use pledgebook::model::*;
use pledgebook::text::{Lang, Texts, problem};

use super::{fact, other, told};
use crate::laws::book::{Book, fulfils, money_id};

const PLEDGED: Stage = Stage::Pledged;

/// A whole of 100 EUR in 2024 with one part of it.
fn whole_and_part(amount: &str) -> Book {
    let mut book = Book::new();
    book.gives("lt-a01", PLEDGED, "100 EUR", "2024", "2024-05-01");
    book.gives("lt-a02", PLEDGED, amount, "2024", "2024-05-01")
        .part_of = Some(money_id("lt-a01"));
    book
}

fn too_much(book: &Book) -> bool {
    !told(book, "parts-exceed-whole", "lt-a01").is_empty()
}

fn part(book: &mut Book) -> &mut AidEntry {
    book.data.aid.get_mut("lt-a02").unwrap()
}

#[test]
fn parts_that_stand_in_no_sum_beside_the_whole_do_not_exceed_it() {
    assert!(too_much(&whole_and_part("150 EUR")));
    let changes: [fn(&mut Book); 6] = [
        |book| part(book).stage = Stage::Delivered,
        |book| {
            part(book).record = Record::RunningTotal {
                since: None,
                as_counted_on: Some("2024-05-01".parse().unwrap()),
            };
        },
        |book| part(book).same_as = Some(money_id("lt-a01")),
        |book| part(book).joint = true,
        |book| {
            book.gives("lt-a03", PLEDGED, "10 EUR", "2024", "2024-06-01")
                .supersedes
                .push(money_id("lt-a02"));
        },
        |book| {
            let whole = book.data.aid.get_mut("lt-a01").unwrap();
            whole.figure.amount.form = crate::laws::book::form(">=100 EUR");
        },
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut book = whole_and_part("150 EUR");
        change(&mut book);
        assert!(!too_much(&book), "change {at}");
    }
}

#[test]
fn parts_are_compared_as_written_where_they_can_be_and_else_converted_with_more_doubt() {
    // One euro is 12 NOK in 2024: 1 300 NOK are 108 EUR.
    let book = whole_and_part("1300 NOK");
    let found = told(&book, "parts-exceed-whole", "lt-a01");
    assert_eq!(found[0].severity, Severity::Warning);
    assert_eq!(fact(&found[0], "parts"), "108.33");
    assert!(!too_much(&whole_and_part("1200 NOK")));

    // In 2023 it is 10 NOK: the part would be 110 EUR in a whole of 100, but both are krones.
    let mut book = Book::new();
    book.gives(
        "no-a01",
        PLEDGED,
        "1200 NOK",
        "lump 2023–2024",
        "2024-05-01",
    );
    book.gives("no-a02", PLEDGED, "1100 NOK", "2023", "2024-05-01")
        .part_of = Some(money_id("no-a01"));
    assert!(told(&book, "parts-exceed-whole", "no-a01").is_empty());
}

#[test]
fn a_yearly_whole_holds_its_sum_in_every_year() {
    let mut book = Book::new();
    book.gives("lt-a01", PLEDGED, "100 EUR", "2024–2026", "2024-05-01");
    book.gives("lt-a02", PLEDGED, "290 EUR", "lump 2024–2026", "2024-05-01")
        .part_of = Some(money_id("lt-a01"));
    assert!(!too_much(&book));
    part(&mut book).figure.amount.form = crate::laws::book::form("310 EUR");
    assert!(too_much(&book));
}

#[test]
fn parts_over_their_whole_are_told_in_money_people_read() {
    let mut book = whole_and_part("1500000 EUR");
    let whole = book.data.aid.get_mut("lt-a01").unwrap();
    whole.figure.amount.form = crate::laws::book::form("1000000 EUR");
    let found = told(&book, "parts-exceed-whole", "lt-a01");
    let told = |lang| problem::message(&found[0], Texts::new(lang)).replace('\u{202f}', " ");
    assert_eq!(
        told(Lang::En),
        "Its parts (lt-a02) add up to €1.5 m, more than its own €1 m."
    );
    assert!(told(Lang::Uk).contains("1,5 млн"), "{}", told(Lang::Uk));
}

/// Whether a figure of 100 EUR for 2024 and another one disagree.
fn disagree(own: &str, theirs: &str, time: &str) -> bool {
    let mut book = Book::new();
    let entry = book.gives("lt-a01", PLEDGED, own, "2024", "2024-05-01");
    entry.other_figures.push(other(theirs, time));
    !told(&book, "figures-disagree", "lt-a01").is_empty()
}

#[test]
fn figures_disagree_when_nothing_they_can_mean_is_within_a_tenth() {
    let cases = [
        ("100 EUR", "~89 EUR", "2024", true),
        ("100 EUR", "~90 EUR", "2024", false),
        // Bounds that meet do not disagree.
        (">=100 EUR", "180 EUR", "2024", false),
        (">=100 EUR", "80 EUR", "2024", true),
        ("<=100 EUR", "20 EUR", "2024", false),
        ("100–150 EUR", "140–300 EUR", "2024", false),
        ("100–150 EUR", "200 EUR", "2024", true),
        // 1 200 NOK of 2024 are 100 EUR.
        ("100 EUR", "1200 NOK", "2024", false),
        ("100 EUR", "1500 NOK", "2024", true),
        // There is no rate, or nothing to compare.
        ("100 EUR", "1500 JPY", "2024", false),
        ("100 EUR", "n/d", "2024", false),
        ("100 EUR", "300 EUR", "2024–2026", false),
        ("0.25 %", "0.5 %", "2024", true),
        (">=0.25 %", "0.5 %", "2024", false),
    ];
    for (own, theirs, time, expected) in cases {
        assert_eq!(disagree(own, theirs, time), expected, "{own} and {theirs}");
    }
}

#[test]
fn a_promise_that_is_not_split_can_be_met_over_all_time() {
    let mut book = Book::new();
    book.promises("lt-c01", PLEDGED, "100 EUR", "lump 2024–2026");
    for (id, time) in [("lt-a01", "2024"), ("lt-a02", "2025")] {
        let entry = book.gives(id, Stage::Delivered, "60 EUR", time, "2024-07-01");
        fulfils(entry, "lt-c01");
    }
    let found = told(&book, "fulfilment-over", "lt-c01");
    assert_eq!(fact(&found[0], "percent"), "120");
    let english = problem::message(&found[0], Texts::new(Lang::En));
    assert_eq!(
        english,
        "In all, what is delivered comes to 120 % of the promise."
    );
    let ukrainian = problem::message(&found[0], Texts::new(Lang::Uk));
    assert!(ukrainian.contains("надано"), "{ukrainian}");
}

#[test]
fn a_year_that_has_no_rate_yet_is_a_note_and_a_currency_without_any_a_warning() {
    let severity = |amount: &str| {
        let mut book = Book::new();
        book.gives("se-a01", PLEDGED, amount, "2023", "2023-05-01");
        told(&book, "rate-missing", "se-a01")[0].severity
    };
    assert_eq!(severity("50 SEK"), Severity::Note);
    assert_eq!(severity("50 JPY"), Severity::Warning);
}

#[test]
fn the_count_of_words_takes_the_right_plural() {
    let words = |count: usize, lang| {
        let mut book = Book::new();
        let from = super::publish(&mut book, "lt-s01");
        let entry = book.gives("lt-a01", PLEDGED, "50 EUR", "2024", "2024-05-01");
        entry.figure.cite = super::cite(&from, &"w ".repeat(count));
        problem::message(&told(&book, "phrase-long", "lt-a01")[0], Texts::new(lang))
    };
    assert_eq!(words(13, Lang::En), "Its phrase has 13 words.");
    assert_eq!(words(13, Lang::Uk), "Його цитата має 13 слів.");
    assert_eq!(words(21, Lang::Uk), "Його цитата має 21 слово.");
    assert_eq!(words(22, Lang::Uk), "Його цитата має 22 слова.");
}

#[test]
fn a_pledge_that_replaces_nothing_is_told_though_another_replaces_the_same_sum() {
    let mut book = Book::new();
    book.gives("lt-a01", PLEDGED, "50 EUR", "lump 2023–2025", "2024-05-01");
    for (id, time) in [("lt-a02", "lump 2023–2025"), ("lt-a03", "2024")] {
        let later = book.gives(id, PLEDGED, "60 EUR", time, "2024-06-01");
        later.supersedes.push(money_id("lt-a01"));
    }
    assert!(told(&book, "supersedes-nothing", "lt-a02").is_empty());
    let found = told(&book, "supersedes-nothing", "lt-a03");
    assert_eq!(fact(&found[0], "target"), "lt-a01");
}
