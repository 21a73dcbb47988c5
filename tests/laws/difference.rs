//! Differences of two states: all of them, none too many, and enough to make one the other.

use pledgebook::compare::{ChangeKind, RecordChange, becoming, diff, sides};
use pledgebook::edit::{self, Key, Kind, Path, field};
use pledgebook::model::{AidId, Dataset};
use pledgebook::session::Session;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::edit::{act, deeds, small_session};

fn sample() -> Dataset {
    Dataset::clone(Session::sample().dataset())
}

fn set(dataset: &mut Dataset, key: &Key, path: &str, value: Value) {
    let command = field::set(dataset, key, &path.parse().unwrap(), Some(value)).unwrap();
    edit::apply(&command.changes, dataset).unwrap();
}

fn told(changes: &[RecordChange]) -> Vec<String> {
    let of = |change: &RecordChange| match &change.kind {
        ChangeKind::Added => format!("+{}", change.key),
        ChangeKind::Removed => format!("-{}", change.key),
        ChangeKind::Changed(paths) => {
            let paths: Vec<String> = paths.iter().map(Path::to_string).collect();
            format!("{}: {}", change.key, paths.join(", "))
        }
    };
    changes.iter().map(of).collect()
}

#[test]
fn equal_states_do_not_differ() {
    assert_eq!(diff(&sample(), &sample()), []);
    assert_eq!(becoming(&sample(), &sample()), []);
}

#[test]
fn a_change_is_told_by_its_innermost_fields() {
    let (old, mut new) = (sample(), sample());
    let party = Key::new(Kind::Party, "LT");
    set(&mut new, &party, "name.uk", json!("Литва, край дощів"));
    set(&mut new, &party, "notes[general]", json!("A note."));
    set(&mut new, &Key::header(), "title", json!("Another title"));
    let told = told(&diff(&old, &new));
    assert_eq!(told, ["LT: name.uk, notes[general]", "header: title"]);
}

#[test]
fn what_two_people_did_stands_under_who_did_it() {
    let base = sample();
    let (mut here, mut there) = (sample(), sample());
    let key = |id: &str| Key::new(Kind::Party, id);
    set(&mut here, &key("LT"), "name.en", json!("Here"));
    set(&mut there, &key("LV"), "name.en", json!("There"));
    for (state, name) in [(&mut here, "Ours"), (&mut there, "Theirs")] {
        set(state, &key("EE"), "name.en", json!(name));
        set(state, &key("DK"), "name.en", json!("The same"));
    }
    let sides = sides(&base, &here, &there);
    assert_eq!(told(&sides.here), ["LT: name.en"]);
    assert_eq!(told(&sides.there), ["LV: name.en"]);
    let both: Vec<(String, bool)> = sides
        .both
        .iter()
        .map(|both| (both.here.key.to_string(), both.same))
        .collect();
    assert_eq!(both, [("DK".to_owned(), true), ("EE".to_owned(), false)]);
}

#[test]
fn a_state_becomes_the_other_and_back_also_when_an_id_changes_its_kind() {
    let (old, mut new) = (sample(), sample());
    let (id, mut entry) = new.aid.pop_first().unwrap();
    let commitment = new.commitments.pop_first().unwrap().0;
    entry.id = AidId::new(commitment.as_str()).unwrap();
    new.aid.insert(entry.id.clone(), entry);
    set(&mut new, &Key::header(), "title", json!("Another title"));
    let told = told(&diff(&old, &new));
    assert!(told.contains(&format!("-{id}")), "{told:?}");
    assert!(told.contains(&format!("+{commitment}")), "{told:?}");
    for (from, to) in [(&old, &new), (&new, &old)] {
        let mut state = from.clone();
        edit::apply(&becoming(from, to), &mut state).unwrap();
        assert_eq!(&state, to);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_differs_after_any_deeds_makes_the_one_state_the_other(deeds in deeds()) {
        let mut session = small_session();
        let begin = Dataset::clone(session.dataset());
        for deed in &deeds {
            act(&mut session, deed);
        }
        let end = session.dataset();
        for (from, to) in [(&begin, &**end), (&**end, &begin)] {
            let told = diff(from, to);
            prop_assert_eq!(told.is_empty(), from == to);
            for change in &told {
                prop_assert!(change.kind != ChangeKind::Changed(Vec::new()), "{:?}", change);
            }
            let mut state = from.clone();
            edit::apply(&becoming(from, to), &mut state).unwrap();
            prop_assert_eq!(&state, to);
        }
    }
}
