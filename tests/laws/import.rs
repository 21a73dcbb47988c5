//! What can be counted on for every file: reading never breaks down, an import done twice is one done
//! once, and taking it back gives the exact book.

use std::sync::Arc;

use proptest::prelude::*;

use pledgebook::edit::apply;
use pledgebook::exchange::import::sums::{self, Mark, Marks};
use pledgebook::exchange::import::when::{self, DayMonth, order_of};
use pledgebook::exchange::import::{
    self, Choices, Draft, FileFacts, Likely, Place, Told, command, fields, judge, parties,
};
use pledgebook::exchange::table;
use pledgebook::model::{
    AidType, Amount, AmountForm, Currency, Dataset, Instrument, Money, Notes, Period, Record, Stage,
};
use pledgebook::task::TaskLine;

/// Texts near those that stand in cells, and any others.
fn cell() -> impl Strategy<Value = String> {
    let near = r"(until |до |between |Q|€|~)?[0-9]{0,5}[/.,\- ']?[0-9]{0,4}[/.,\- ]?[0-9]{0,5}( ?(m|bn|млн|EUR|%|року|& 3/11/22))?";
    prop_oneof![near, "\\PC{0,40}", any::<String>()]
}

fn facts(name: &str) -> FileFacts {
    FileFacts {
        name: name.to_owned(),
        sha256: name.to_owned(),
        about: import::About::default(),
    }
}

fn draft(row: u64, party: &str, millions: i64, stage: Stage) -> Option<Draft> {
    let sum = Money::new((millions * 1_000_000).into(), Currency::EUR).ok()?;
    Some(Draft {
        place: Place {
            row,
            ..Place::default()
        },
        party: party.to_owned(),
        record: Record::Package,
        stage,
        aid_type: AidType::Military,
        instrument: Instrument::Unknown,
        summary: "Made up.".to_owned(),
        amount: Amount {
            form: AmountForm::Exact(sum),
            period: Period::Unstated,
        },
        as_reported: None,
        others: Vec::new(),
        date: None,
        quantity: None,
        part_of: None,
        notes: Notes::new(),
    })
}

/// Rows of few parties, sums and stages, so that many are equal.
fn rows() -> impl Strategy<Value = Vec<(usize, i64, usize)>> {
    prop::collection::vec((0..3_usize, 1..4_i64, 0..2_usize), 0..25)
}

fn told(rows: &[(usize, i64, usize)]) -> Told {
    let parties = ["Lithuania", "Estonia", "Exampleland"];
    let stages = [Stage::Allocated, Stage::Delivered];
    let drafts = (2_u64..)
        .zip(rows)
        .filter_map(|(row, (party, sum, stage))| {
            draft(row, parties.get(*party)?, *sum, *stages.get(*stage)?)
        });
    Told {
        drafts: drafts.collect(),
        rows: u64::try_from(rows.len()).unwrap_or(0),
        ..Told::default()
    }
}

/// Takes rows in; how many entries were made.
fn taken_in(book: &mut Dataset, name: &str, rows: &[(usize, i64, usize)]) -> Option<usize> {
    let choices = Choices {
        likely: Likely::New,
        ..Choices::default()
    };
    let line = TaskLine::default();
    let plan = judge(book, &facts(name), Arc::new(told(rows)), &choices, &line).ok()?;
    let made = plan.entries();
    if let Some(command) = command(plan, book) {
        apply(&command.changes, book).ok()?;
    }
    Some(made)
}

fn counts(rows: &[(usize, i64, usize)]) -> std::collections::BTreeMap<(usize, i64, usize), usize> {
    let known = rows.iter().filter(|(party, ..)| *party < 2);
    known.fold(std::collections::BTreeMap::new(), |mut counts, row| {
        *counts.entry(*row).or_default() += 1;
        counts
    })
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in cell(), other in cell()) {
        for order in [DayMonth::DayFirst, DayMonth::MonthFirst] {
            let _ = when::read(&text, order);
        }
        let _ = when::years(&text);
        let _ = order_of([text.as_str(), other.as_str()]).doubt("x");
        let mut marks = Marks::default();
        marks.look(&text);
        for mark in [Mark::Point, Mark::Comma] {
            let read = sums::read_text(&text, mark, Some(Currency::EUR));
            if let Ok(sum) = read {
                let _ = sum.form(Some(Currency::EUR), 6);
            }
        }
        let _ = (sums::unit(&text), sums::currency(&text, None), parties::named(&text));
        let _ = (fields::stage(&text), fields::aid_type(&text), fields::instrument(&text));
        let _ = fields::names(fields::Field::Amount, &text);
    }

    #[test]
    fn a_date_that_is_read_reads_back_from_what_it_is_written_as(text in cell()) {
        if let Ok(Some(date)) = when::read(&text, DayMonth::DayFirst) {
            let again = when::read(&date.to_string(), DayMonth::MonthFirst);
            prop_assert_eq!(again, Ok(Some(date)));
        }
    }

    #[test]
    fn any_table_is_read_or_refused(lines in prop::collection::vec(
        prop::collection::vec(cell(), 1..6), 0..8,
    )) {
        let lines: Vec<String> = lines.iter().map(|cells| cells.join(";")).collect();
        let text = format!("donor;date;amount EUR;type;stage\n{}", lines.join("\n"));
        let line = TaskLine::default();
        if let Ok(opened) = table::open_bytes("any.csv", text.into_bytes(), &line)
            && let Ok(found) = import::find(&opened, &[], &line)
        {
            for candidate in found {
                if let Ok(told) = import::read(&opened, &candidate.setup, &line) {
                    let told = Arc::new(told);
                    let book = Dataset::default();
                    let facts = import::facts(&opened, &candidate.setup);
                    let plan = judge(&book, &facts, told, &Choices::default(), &line);
                    prop_assert!(plan.is_ok());
                }
            }
        }
    }

    #[test]
    fn a_file_imported_twice_is_imported_once(rows in rows()) {
        let mut book = Dataset::default();
        taken_in(&mut book, "a", &rows);
        let once = book.clone();
        prop_assert_eq!(taken_in(&mut book, "a", &rows), Some(0));
        prop_assert_eq!(book, once);
    }

    #[test]
    fn of_two_copies_the_book_holds_each_statement_as_often_as_the_one_that_has_it_most(
        a in rows(), b in rows(),
    ) {
        let mut book = Dataset::default();
        taken_in(&mut book, "a", &a);
        taken_in(&mut book, "b", &b);
        let (a, b) = (counts(&a), counts(&b));
        let all: std::collections::BTreeSet<_> = a.keys().chain(b.keys()).collect();
        let of = |counts: &std::collections::BTreeMap<_, usize>, key| counts.get(key).copied().unwrap_or(0);
        let most: usize = all.into_iter().map(|key| of(&a, key).max(of(&b, key))).sum();
        prop_assert_eq!(book.aid.len(), most);
    }

    #[test]
    fn taking_an_import_back_gives_the_exact_book(first in rows(), rows in rows()) {
        let mut book = Dataset::default();
        taken_in(&mut book, "first", &first);
        let before = book.clone();
        let line = TaskLine::default();
        let plan = judge(&book, &facts("a"), Arc::new(told(&rows)), &Choices::default(), &line);
        if let Some(command) = plan.ok().and_then(|plan| command(plan, &book)) {
            let back = apply(&command.changes, &mut book).map_err(|e| TestCaseError::fail(e.to_string()))?;
            apply(&back, &mut book).map_err(|e| TestCaseError::fail(e.to_string()))?;
        }
        prop_assert_eq!(book, before);
    }
}
