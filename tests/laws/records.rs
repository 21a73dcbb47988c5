//! Records come and go: ids of new ones, links of those that are taken out.

use pledgebook::edit::{AnyRecord, Key, Kind, apply, ids, links};
use pledgebook::model::{Dataset, PartyId};
use pledgebook::session::Session;
use serde_json::{Value, json};

#[test]
fn ids_follow_the_pattern_of_the_book_and_are_new() {
    let session = Session::sample();
    let data = session.dataset();
    let lt = PartyId::new("LT").unwrap();
    let made = |kind, tree: Value| ids::fresh(data, kind, &tree, Some(&lt));
    for (kind, tree, prefix) in [
        (Kind::Aid, json!({"party": "LT"}), "lt-a"),
        (
            Kind::Commitment,
            json!({"agreement": "lt-2024"}),
            "lt-2024-c",
        ),
        (Kind::Source, json!({}), "lt-s"),
    ] {
        let id = made(kind, tree);
        assert!(id.starts_with(prefix), "{id}");
        assert!(!AnyRecord::is_in(data, &Key::new(kind, &id)), "{id}");
    }
    let second = made(
        Kind::Agreement,
        json!({"party": "LT", "signed": "2024-11-01"}),
    );
    assert_eq!(second, "lt-2024b");
    let other = made(
        Kind::Agreement,
        json!({"party": "LT", "signed": "2026-11-01"}),
    );
    assert_eq!(other, "lt-2026");
    let gdp = json!({"country": "LT", "vintage": "IMF WEO April 2026"});
    assert_eq!(made(Kind::Gdp, gdp), "gdp-lt-imf-weo-april-2026");
    assert_eq!(made(Kind::Party, json!({"id": "AU"})), "AU");
}

fn bundled() -> Dataset {
    Dataset::clone(Session::sample().dataset())
}

fn dangling(data: &Dataset) -> Vec<links::Link> {
    let all = Kind::ALL
        .iter()
        .flat_map(|kind| AnyRecord::keys(data, *kind));
    let links = all
        .filter_map(|key| AnyRecord::of(data, &key))
        .flat_map(|r| links::of(&r));
    links
        .filter(|link| {
            let mut kinds = link.to.kinds().iter();
            !kinds.any(|kind| AnyRecord::is_in(data, &Key::new(*kind, &link.id)))
        })
        .collect()
}

#[test]
fn any_record_can_be_taken_out_and_no_link_is_left_behind() {
    let data = bundled();
    let before = dangling(&data).len();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Header) {
        for key in AnyRecord::keys(&data, *kind).into_iter().step_by(29) {
            let removal = links::removal(&data, std::slice::from_ref(&key)).unwrap();
            let command = removal.cut(&data).unwrap_or_else(|e| panic!("{key}: {e}"));
            let mut after = data.clone();
            let back = apply(&command.changes, &mut after).unwrap();
            assert!(!AnyRecord::is_in(&after, &key));
            assert!(dangling(&after).len() <= before, "{key}");
            apply(&back, &mut after).unwrap();
            assert_eq!(after, data, "{key}");
        }
    }
}

#[test]
fn links_can_be_moved_to_another_record() {
    let data = bundled();
    let (from, to) = (
        Key::new(Kind::Source, "lt-s01"),
        Key::new(Kind::Source, "lt-s02"),
    );
    let removal = links::removal(&data, std::slice::from_ref(&from)).unwrap();
    assert!(!removal.is_harmless());
    let command = removal.move_to(&data, &to).unwrap();
    let mut after = data.clone();
    apply(&command.changes, &mut after).unwrap();
    assert!(dangling(&after).iter().all(|link| link.id != "lt-s01"));
    let count = |data: &Dataset, id: &str| {
        let all = AnyRecord::keys(data, Kind::Aid).into_iter();
        let records = all.filter_map(|key| AnyRecord::of(data, &key));
        records
            .flat_map(|r| links::of(&r))
            .filter(|l| l.id == id)
            .count()
    };
    assert_eq!(
        count(&after, "lt-s02"),
        count(&data, "lt-s01") + count(&data, "lt-s02")
    );
    let wrong = Key::new(Kind::Party, "LV");
    assert!(removal.move_to(&data, &wrong).is_err());
}

#[test]
fn an_agreement_takes_its_commitments_with_it() {
    let data = bundled();
    let removal = links::removal(&data, &[Key::new(Kind::Agreement, "lt-2024")]).unwrap();
    let own = data
        .commitments
        .values()
        .filter(|c| c.agreement.as_str() == "lt-2024");
    assert_eq!(removal.also.len(), own.count());
}
