//! Changes of a document: every field can be changed, every change can be taken back.

use std::collections::BTreeMap;

use pledgebook::edit::history::Entered;
use pledgebook::edit::{
    AnyRecord, Command, Field, Group, Key, Kind, Leaf, Need, Path, Shape, field, links, make, shape,
};
use pledgebook::model::Dataset;
use pledgebook::session::{Session, Unread};
use pledgebook::store::disk::RealDisk;
use pledgebook::store::format;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A value that may stand in a leaf, by a number.
fn leaf(leaf: Leaf, draw: usize) -> Value {
    let pick = |words: &[&str]| Value::from(words[draw % words.len()]);
    match leaf {
        Leaf::Id => Value::from("x-1"),
        Leaf::Text | Leaf::LongText | Leaf::Language => pick(&["a", "ü “b”", "c\nd\\", ""]),
        Leaf::Phrase => pick(&["nearly €80 million", "so called"]),
        Leaf::Url => pick(&["https://example.org/a", ""]),
        Leaf::Date => pick(&["2024", "2024-06", "2024-06-27"]),
        Leaf::Day => pick(&["2024-06-27", "2023-07-12"]),
        Leaf::Year => Value::from(2020 + draw % 9),
        Leaf::Month => pick(&["2024-06", "2025-01"]),
        Leaf::Count(most) => Value::from((draw as u64).min(most)),
        Leaf::Decimal => pick(&["1", "1.5", "0.25"]),
        Leaf::Percent => pick(&["50", "100", "0.5"]),
        Leaf::Flag => Value::from(draw.is_multiple_of(2)),
        Leaf::Choice(words) => pick(words),
        Leaf::Currency => pick(&["EUR", "SEK"]),
        Leaf::Country => pick(&["LT", "SE"]),
        Leaf::Link(_) => pick(&["lt-a01", "LT", "lt-2024", "lt-2024-c01", "lt-s01"]),
        Leaf::Amount => match draw % 4 {
            0 => json!({"form": {"exact": "35 000 000 EUR"}, "period": {"year": 2024}}),
            1 => json!({"form": {"undisclosed": null}}),
            2 => {
                json!({"form": {"gdp_share": "at least 0.25 %"}, "period": {"yearly": {"from": 2024}}})
            }
            _ => json!({"form": {"range": "1 – 2 EUR"}, "period": {"lump": {"to": "2026"}}}),
        },
    }
}

/// Something of a shape with everything in it that may be.
fn full(shape: Shape) -> Value {
    match shape {
        Shape::Leaf(what) => leaf(what, 0),
        Shape::Fields(fields) => full_fields(fields),
        Shape::List(of) => Value::Array(vec![full(*of)]),
        Shape::Table(key, of) => {
            let key = match leaf(key, 0) {
                Value::String(text) => text,
                other => other.to_string(),
            };
            Value::Object(Map::from_iter([(key, full(*of))]))
        }
        Shape::OneOf(variants) => {
            let last = variants.last().unwrap();
            Value::Object(Map::from_iter([(
                last.name.to_owned(),
                full_fields(last.fields),
            )]))
        }
    }
}

fn full_fields(fields: &[Field]) -> Value {
    let entries = fields
        .iter()
        .map(|field| (field.name.to_owned(), full(field.shape)));
    Value::Object(entries.collect())
}

fn full_record(kind: Kind) -> Value {
    let mut tree = full_fields(shape::fields(kind));
    if kind == Kind::Header {
        tree["schema"] = Value::from(1);
    }
    tree
}

/// The words between backticks after “expected”, in the order of the model.
fn expected(error: &str) -> Vec<String> {
    let list = error.split_once("expected").map_or("", |(_, list)| list);
    let list = list.split(" at line").next().unwrap_or(list);
    list.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// Visits each place of a record of everything: its path and shape.
fn places(shape: Shape, value: &Value, path: &Path, see: &mut dyn FnMut(&Path, Shape)) {
    see(path, shape);
    match (shape, value) {
        (Shape::Fields(fields), Value::Object(map)) => {
            for field in fields {
                if let Some(value) = map.get(field.name) {
                    places(field.shape, value, &path.field(field.name), see);
                }
            }
        }
        (Shape::OneOf(variants), Value::Object(map)) => {
            let (name, inner) = map.iter().next().unwrap();
            let variant = variants.iter().find(|v| v.name == name).unwrap();
            for field in variant.fields {
                if let Some(value) = inner.get(field.name) {
                    places(field.shape, value, &path.field(field.name), see);
                }
            }
        }
        (Shape::List(of), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                places(*of, item, &path.at(index), see);
            }
        }
        (Shape::Table(_, of), Value::Object(map)) => {
            for (key, entry) in map {
                places(*of, entry, &path.at(key), see);
            }
        }
        _ => {}
    }
}

/// The place in a tree, variants looked through.
fn place<'a>(tree: &'a mut Value, path: &Path) -> &'a mut Value {
    let mut here = tree;
    for part in path.parts() {
        let name = match part {
            pledgebook::edit::Part::Field(name) | pledgebook::edit::Part::At(name) => name,
        };
        let is_here = here.get(name).is_some();
        here = if here.is_array() {
            &mut here[name.parse::<usize>().unwrap()]
        } else if is_here {
            &mut here[name.as_str()]
        } else {
            &mut here.as_object_mut().unwrap().values_mut().next().unwrap()[name.as_str()]
        };
    }
    here
}

#[test]
fn the_shape_of_each_kind_has_exactly_the_models_fields_and_words() {
    for kind in Kind::ALL {
        let tree = full_record(*kind);
        AnyRecord::from_tree(*kind, tree.clone()).unwrap_or_else(|e| panic!("{kind:?}: {e}"));
        let whole = Shape::Fields(shape::fields(*kind));
        let mut found: Vec<(Path, Shape)> = Vec::new();
        places(whole, &tree, &Path::default(), &mut |path, shape| {
            found.push((path.clone(), shape));
        });
        for (path, shape) in found {
            let mut wrong = tree.clone();
            let names: Vec<&str> = match shape {
                Shape::Fields(fields) => {
                    place(&mut wrong, &path)["nothing_such"] = Value::Null;
                    fields.iter().map(|field| field.name).collect()
                }
                Shape::Leaf(Leaf::Choice(words)) => {
                    *place(&mut wrong, &path) = Value::from("nothing_such");
                    words.to_vec()
                }
                Shape::OneOf(variants) => {
                    *place(&mut wrong, &path) = Value::from("nothing_such");
                    variants.iter().map(|variant| variant.name).collect()
                }
                _ => continue,
            };
            let error = AnyRecord::from_tree(*kind, wrong).unwrap_err();
            let mut model = expected(&error);
            let mut ours: Vec<String> = names.iter().map(ToString::to_string).collect();
            model.sort();
            ours.sort();
            assert_eq!(ours, model, "{kind:?} {path}: {error}");
        }
    }
}

#[test]
fn every_value_of_every_kind_can_be_changed_where_it_stands() {
    for kind in Kind::ALL {
        let record = AnyRecord::from_tree(*kind, full_record(*kind)).unwrap();
        let mut leaves = Vec::new();
        let tree = record.to_tree();
        let whole = Shape::Fields(shape::fields(*kind));
        // Groups and lists that hold nothing stand in no tree: the full one has them all.
        places(
            whole,
            &full_record(*kind),
            &Path::default(),
            &mut |path, shape| {
                if let Shape::Leaf(leaf) = shape {
                    leaves.push((path.clone(), leaf));
                }
            },
        );
        for (path, what) in leaves.iter().filter(|(_, what)| *what != Leaf::Id) {
            let changed = (1..4).map(|draw| leaf(*what, draw)).find_map(|value| {
                let after = field::changed(&record, path, Some(value)).ok()?;
                (after != record).then_some(after)
            });
            assert!(changed.is_some(), "{kind:?} {path}");
            let slot = field::slot(*kind, &tree, path).unwrap();
            let emptied = field::changed(&record, path, None);
            let in_list = path
                .parts()
                .iter()
                .any(|part| matches!(part, pledgebook::edit::Part::At(_)));
            assert!(
                emptied.is_ok() == (slot.need != Need::Required || in_list) || in_list,
                "{kind:?} {path}: {emptied:?}"
            );
        }
    }
}

#[test]
fn a_new_record_of_each_kind_needs_only_what_must_be_known() {
    let data = small();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Header) {
        let needed = make::needed_for(*kind);
        let values: BTreeMap<Path, Value> = needed
            .iter()
            .map(|(path, what)| {
                let value = match (kind, what) {
                    (Kind::Party, Leaf::Country) => Value::from("AU"),
                    _ => leaf(*what, 0),
                };
                (path.clone(), value)
            })
            .collect();
        let (command, key) = make::add(&data, *kind, &values, None)
            .unwrap_or_else(|error| panic!("{kind:?}: {error}"));
        let mut after = data.clone();
        pledgebook::edit::apply(&command.changes, &mut after).unwrap();
        assert!(AnyRecord::is_in(&after, &key));
        for path in values.keys() {
            let mut fewer = values.clone();
            fewer.remove(path);
            assert!(
                make::add(&data, *kind, &fewer, None).is_err(),
                "{kind:?} {path}"
            );
        }
    }
}

/// The records of two parties.
fn small() -> Dataset {
    let mut data = Dataset::clone(Session::sample().dataset());
    let kept = |id: &str| id.starts_with("lt-") || id.starts_with("ee-");
    data.parties
        .retain(|id, _| matches!(id.as_str(), "LT" | "EE"));
    data.agreements.retain(|id, _| kept(id.as_str()));
    data.commitments.retain(|id, _| kept(id.as_str()));
    data.aid.retain(|id, _| kept(id.as_str()));
    data.sources.retain(|id, _| kept(id.as_str()));
    data.reference
        .gdp
        .retain(|id, _| id.as_str().contains("-lt-"));
    data.reference
        .fx
        .retain(|id, _| id.as_str().contains("sek"));
    data.reference
        .population
        .retain(|id, _| id.as_str().contains("-lt-"));
    data
}

/// A session over the records of two parties, as if they had been opened.
pub(crate) fn small_session() -> Session {
    let text = format::write(&small());
    Session::from_bytes("book.ron", text.as_bytes()).unwrap()
}

/// One thing that a user does.
#[derive(Clone, Debug)]
pub(crate) enum Do {
    Set {
        record: usize,
        place: usize,
        value: usize,
        typing: Option<u8>,
    },
    Empty {
        record: usize,
        place: usize,
    },
    Duplicate(usize),
    Remove {
        record: usize,
        move_to: Option<usize>,
    },
    Accept(usize),
    Leave,
    Save,
    Undo,
    Redo,
    Jump(usize),
}

pub(crate) fn deeds() -> impl Strategy<Value = Vec<Do>> {
    let n = 0..10_000_usize;
    let typing = proptest::option::of(0..3_u8);
    let deed = prop_oneof![
        6 => (n.clone(), n.clone(), 0..4_usize, typing)
            .prop_map(|(record, place, value, typing)| Do::Set { record, place, value, typing }),
        2 => (n.clone(), n.clone()).prop_map(|(record, place)| Do::Empty { record, place }),
        1 => n.clone().prop_map(Do::Duplicate),
        1 => (n.clone(), proptest::option::of(n.clone()))
            .prop_map(|(record, move_to)| Do::Remove { record, move_to }),
        1 => n.clone().prop_map(Do::Accept),
        1 => Just(Do::Leave),
        1 => Just(Do::Save),
        3 => Just(Do::Undo),
        2 => Just(Do::Redo),
        1 => n.prop_map(Do::Jump),
    ];
    proptest::collection::vec(deed, 0..30)
}

/// Does it, where it can be done; a deed that the model refuses changes nothing.
pub(crate) fn act(session: &mut Session, deed: &Do) {
    let data = std::sync::Arc::clone(session.dataset());
    let keys: Vec<Key> = Kind::ALL
        .iter()
        .flat_map(|kind| AnyRecord::keys(&data, *kind))
        .collect();
    let key = |n: &usize| keys[n % keys.len()].clone();
    let leaves = |key: &Key| {
        let tree = AnyRecord::of(&data, key).unwrap().to_tree();
        let mut leaves = Vec::new();
        let whole = Shape::Fields(shape::fields(key.kind));
        places(whole, &tree, &Path::default(), &mut |path, shape| {
            if let Shape::Leaf(leaf) = shape {
                leaves.push((path.clone(), leaf));
            }
        });
        leaves
    };
    let command: Option<Command> = match deed {
        Do::Set {
            record,
            place,
            value,
            typing,
        } => {
            let key = key(record);
            let leaves = leaves(&key);
            let (path, what) = &leaves[place % leaves.len()];
            let command = field::set(&data, &key, path, Some(leaf(*what, *value))).ok();
            command.map(|command| Command {
                group: typing.map(|visit| Group {
                    key,
                    path: path.clone(),
                    visit: visit.into(),
                }),
                ..command
            })
        }
        Do::Empty { record, place } => {
            let key = key(record);
            let leaves = leaves(&key);
            let (path, _) = &leaves[place % leaves.len()];
            field::set(&data, &key, path, None).ok()
        }
        Do::Duplicate(record) => make::duplicate(&data, &key(record), None)
            .ok()
            .map(|(c, _)| c),
        Do::Remove { record, move_to } => {
            let removal = links::removal(&data, &[key(record)]).unwrap();
            match move_to {
                Some(to) => removal.move_to(&data, &key(to)).ok(),
                None => removal.cut(&data).ok(),
            }
        }
        Do::Accept(record) => make::accept(&data, "source-missing", &key(record).id, "known").ok(),
        Do::Leave => return session.leave_field(),
        Do::Save => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("book.ron");
            return session.save_as(&path, Unread::Refuse, &RealDisk).unwrap();
        }
        Do::Undo => {
            session.undo().unwrap();
            return;
        }
        Do::Redo => {
            session.redo().unwrap();
            return;
        }
        Do::Jump(to) => {
            let all = session.history().steps().count();
            return session.jump(to % (all + 1)).unwrap();
        }
    };
    if let Some(command) = command {
        // The header cannot be taken out: that is refused, and changes nothing.
        let before = session.revision();
        match session.apply(command) {
            Ok(Entered::Nothing) | Err(_) => assert_eq!(session.revision(), before),
            Ok(_) => assert_ne!(session.revision(), before),
        }
    }
}

fn bytes(session: &Session) -> String {
    format::write(session.dataset())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_the_exact_bytes_back_and_redoing_all_those_of_the_end(deeds in deeds()) {
        let mut session = small_session();
        let begin = bytes(&session);
        for deed in &deeds {
            act(&mut session, deed);
        }
        let end = bytes(&session);
        let (done, all) = (session.history().done(), session.history().steps().count());
        session.jump(0).unwrap();
        prop_assert_eq!(&bytes(&session), &begin);
        session.jump(done).unwrap();
        prop_assert_eq!(&bytes(&session), &end);
        session.jump(all).unwrap();
        session.jump(done).unwrap();
        prop_assert_eq!(&bytes(&session), &end);
    }

    #[test]
    fn a_document_is_unmodified_exactly_when_it_is_the_one_on_the_disk(deeds in deeds()) {
        let mut session = small_session();
        let mut disk = bytes(&session);
        for deed in &deeds {
            act(&mut session, deed);
            if matches!(deed, Do::Save) {
                disk = bytes(&session);
            }
            if !session.is_modified() {
                prop_assert_eq!(&bytes(&session), &disk);
            }
            if bytes(&session) != disk {
                prop_assert!(session.is_modified());
                prop_assert!(session.history().changes() > 0);
            }
        }
    }
}
