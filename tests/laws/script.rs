//! Changes as a script writes them.

use pledgebook::edit::apply;
use pledgebook::edit::script::{Order, order};
use pledgebook::model::Dataset;
use pledgebook::session::Session;
use pledgebook::text::Lang;

/// What the lines make of the bundled dataset.
fn after(lines: &[&str]) -> Dataset {
    let mut data = Dataset::clone(Session::sample().dataset());
    for line in lines {
        match order(line, &data, Lang::En) {
            Ok(Order::Change(command)) => {
                apply(&command.changes, &mut data).unwrap();
            }
            other => unreachable!("{line}: {other:?}"),
        }
    }
    data
}

fn refused(line: &str) -> String {
    let session = Session::sample();
    match order(line, session.dataset(), Lang::En) {
        Err(error) => error.to_string(),
        Ok(order) => unreachable!("{line}: {order:?}"),
    }
}

#[test]
fn a_line_changes_any_value() {
    let data = after(&[
        "set lt-a01 summary 'So far in 2024'",
        "set lt-a01 figure.amount nearly €81m in 2024",
        "set LT name.uk Литва",
        "set lt-2024 term_years 12",
        "set header title \"Our book\"",
        "set lt-a01 notes[general] 'as told on the day'",
        "clear lt-2024 review_years",
        "append lt-2024-c01 status status=under_way date='June 2024' summary='First sums.' cite.source=lt-s01",
        "append lt-2024 sources lt-s02",
        "accept source-missing lt-a01 'looked for in vain'",
    ]);
    assert_eq!(data.aid["lt-a01"].summary, "So far in 2024");
    let note = &data.aid["lt-a01"].notes[&pledgebook::model::NoteOn::General];
    assert_eq!(note, "as told on the day");
    let amount = data.aid["lt-a01"].figure.amount;
    assert_eq!(
        pledgebook::text::typed::amount_text(&amount),
        "about 81 mln EUR in 2024"
    );
    assert_eq!(data.parties["LT"].name.uk, "Литва");
    assert_eq!(data.agreements["lt-2024"].term_years, Some(12));
    assert_eq!(data.agreements["lt-2024"].review_years, None);
    assert_eq!(data.header.title, "Our book");
    assert_eq!(data.header.accepted.len(), 1);
    let status = data.commitments["lt-2024-c01"].status.last().unwrap();
    assert_eq!(status.date.to_string(), "2024-06");
    assert_eq!(status.cite.source.as_ref().unwrap().as_str(), "lt-s01");
}

#[test]
fn a_line_makes_copies_and_removes_records() {
    let data = after(&[
        "add aid party=LT stage=delivered aid_type=military summary='Drones.' figure.amount='5m EUR' date=2025-03",
        "duplicate lt-a01",
        "remove lt-a01 cut",
        "remove source:lt-s01 to lt-s02",
    ]);
    let before = Session::sample().dataset().aid.len();
    assert_eq!(data.aid.len(), before + 1);
    assert!(!data.sources.contains_key("lt-s01"));
    let drones = data
        .aid
        .values()
        .find(|entry| entry.summary == "Drones.")
        .unwrap();
    assert!(drones.id.as_str().starts_with("lt-a"));
}

#[test]
fn a_line_that_cannot_be_followed_says_why() {
    for (line, why) in [
        ("sett lt-a01 summary x", "\"sett\" is no order"),
        ("set", "set needs ID"),
        ("set lt-a01", "set needs FIELD"),
        ("set lt-a01 summary", "set needs VALUE"),
        ("set lt-x99 summary x", "there is no record \"lt-x99\""),
        ("set lt-a01 sumary x", "a aid has no field sumary"),
        ("set lt-a01 figure x", "figure holds several values"),
        ("set lt-a01 'summary x", "a quotation mark is not closed"),
        ("set lt-a01 figure.amount 1.500 EUR", "can mean"),
        ("set lt-a01 figure.amount plenty", "figure.amount"),
        ("set lt-a01 id lt-a99", "id"),
        ("clear lt-a01 summary", "summary must not be empty"),
        ("append lt-a01 summary x", "summary is no list"),
        ("add aid party=LT", "must not be empty"),
        ("add header title=x", "\"header\" is no kind"),
        ("remove lt-s01", "links lead to it"),
        ("accept source-missing lt-a01", "reason must not be empty"),
    ] {
        let told = refused(line);
        assert!(told.contains(why), "{line}: {told}");
    }
    let nothing = |line| order(line, &Dataset::default(), Lang::En);
    assert_eq!(nothing("# a word"), Ok(Order::Nothing));
    assert_eq!(nothing("  "), Ok(Order::Nothing));
}
