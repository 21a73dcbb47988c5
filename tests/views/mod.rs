//! What users may count on in list, detail, charts and tables: the same numbers as the ledger's, in
//! the order and under the narrowing that they asked for.

mod attributed;
mod charts;
mod charts_bundled;
mod charts_laws;
mod charts_rows;
mod charts_text;
mod charts_time;
mod dates;
mod detail;
mod kept;
mod layout;
mod layout_words;
mod ledger;
mod list;
mod matrix;
mod problems;
mod sources;
mod totals;

use std::sync::Arc;

use jiff::civil::{Date, date};
use pledgebook::ledger::Ledger;
use pledgebook::model::*;
use pledgebook::views::Views;

use crate::laws::book::{Book, party};

const TODAY: Date = date(2026, 3, 1);

/// The views of a book.
fn views(book: &Book) -> Views {
    Views::new(Arc::new(book.ledger()))
}

/// The views of a book as known on a day.
fn views_on(book: &Book, day: &str) -> Views {
    let mut assumptions = book.assumptions();
    assumptions.cutoff = Some(day.parse().unwrap());
    Views::new(Arc::new(Ledger::new(
        Arc::new(book.data.clone()),
        assumptions,
    )))
}

/// A book whose parties have their names and memberships.
fn named() -> Book {
    let mut book = Book::new();
    let long_ago = Some(date(2004, 5, 1));
    let mut member = |id: &str, en: &str, uk: &str, eu: bool, nato: bool| {
        let of = book.data.parties.get_mut(&party(id)).unwrap();
        of.name = Name {
            en: en.to_owned(),
            uk: uk.to_owned(),
        };
        of.eu_since = eu.then_some(long_ago).flatten();
        of.nato_since = nato.then_some(long_ago).flatten();
    };
    member("LT", "Lithuania", "Литва", true, true);
    member("NO", "Norway", "Норвегія", false, true);
    // Under an English name with diacritics and a Ukrainian one that begins the alphabet.
    member("SE", "Österreich", "Австрія", true, false);
    member("EU", "European Union", "Європейський Союз", false, false);
    book
}
