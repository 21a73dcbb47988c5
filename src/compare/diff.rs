//! Record-level differences of two states, and of two states that came from one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::edit::field::variant_of;
use crate::edit::shape::{self, Field};
use crate::edit::{AnyRecord, Change, Key, Kind, Path, Shape};
use crate::model::Dataset;

/// What became of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// These of its values are others now: the innermost ones, in the order of the fields.
    Changed(Vec<Path>),
}

/// A record that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordChange {
    /// Which.
    pub key: Key,
    /// How.
    pub kind: ChangeKind,
}

impl RecordChange {
    /// What became of one record; none: nothing did.
    pub fn of(key: &Key, before: Option<&AnyRecord>, after: Option<&AnyRecord>) -> Option<Self> {
        changed(before, after).map(|kind| Self {
            key: key.clone(),
            kind,
        })
    }
}

/// What two people did to the same state: records that only one of them changed, and those that
/// both did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sides {
    /// Changed here alone.
    pub here: Vec<RecordChange>,
    /// Changed there alone.
    pub there: Vec<RecordChange>,
    /// Changed on both sides.
    pub both: Vec<Difference>,
}

/// A record that was changed on both sides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What became of it here.
    pub here: RecordChange,
    /// What became of it there.
    pub there: RecordChange,
    /// Whether it became the same on both sides.
    pub same: bool,
}

/// The records that differ from `from` to `to`, in the order of the file, the header last.
pub fn diff(from: &Dataset, to: &Dataset) -> Vec<RecordChange> {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        for key in keys(from, to, *kind) {
            let (before, after) = (AnyRecord::of(from, &key), AnyRecord::of(to, &key));
            if let Some(kind) = changed(before.as_ref(), after.as_ref()) {
                all.push(RecordChange { key, kind });
            }
        }
    }
    all
}

fn keys(a: &Dataset, b: &Dataset, kind: Kind) -> BTreeSet<Key> {
    let of = |dataset| AnyRecord::keys(dataset, kind);
    of(a).into_iter().chain(of(b)).collect()
}

fn changed(before: Option<&AnyRecord>, after: Option<&AnyRecord>) -> Option<ChangeKind> {
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(ChangeKind::Added),
        (Some(_), None) => Some(ChangeKind::Removed),
        (Some(before), Some(after)) => (before != after).then(|| {
            let kind = before.key().kind;
            ChangeKind::Changed(paths(kind, &before.to_tree(), &after.to_tree()))
        }),
    }
}

/// What was done to `base` here and there.
pub fn sides(base: &Dataset, here: &Dataset, there: &Dataset) -> Sides {
    let mut theirs: BTreeMap<Key, RecordChange> = diff(base, there)
        .into_iter()
        .map(|change| (change.key.clone(), change))
        .collect();
    let mut sides = Sides::default();
    for mine in diff(base, here) {
        match theirs.remove(&mine.key) {
            None => sides.here.push(mine),
            Some(other) => {
                let same = AnyRecord::of(here, &mine.key) == AnyRecord::of(there, &mine.key);
                sides.both.push(Difference {
                    here: mine,
                    there: other,
                    same,
                });
            }
        }
    }
    sides.there = theirs.into_values().collect();
    sides
}

/// The changes that make `from` equal to `to`; none where they are equal.
pub fn becoming(from: &Dataset, to: &Dataset) -> Vec<Change> {
    let differing = diff(from, to);
    let gone = differing
        .iter()
        .filter(|change| change.kind == ChangeKind::Removed)
        .map(|change| Change::Remove(change.key.clone()));
    let put = differing
        .iter()
        .filter_map(|change| AnyRecord::of(to, &change.key))
        .map(|record| Change::Put(Box::new(record)));
    // An id that went from one kind of record to another is free before it is taken.
    gone.chain(put).collect()
}

/// The innermost values that differ between two trees of a kind of record.
fn paths(kind: Kind, before: &Value, after: &Value) -> Vec<Path> {
    let mut all = Vec::new();
    let here = Path::default();
    fields(shape::fields(kind), &here, before, after, &mut all);
    all
}

fn fields(of: &[Field], here: &Path, before: &Value, after: &Value, all: &mut Vec<Path>) {
    for field in of {
        let (old, new) = (before.get(field.name), after.get(field.name));
        value(field.shape, &here.field(field.name), old, new, all);
    }
}

fn value(
    shape: Shape,
    here: &Path,
    before: Option<&Value>,
    after: Option<&Value>,
    all: &mut Vec<Path>,
) {
    if before == after {
        return;
    }
    match (shape, before, after) {
        (Shape::Fields(of), Some(old), Some(new)) => fields(of, here, old, new, all),
        (Shape::OneOf(variants), Some(old), Some(new)) if variant_of(old) == variant_of(new) => {
            let name = variant_of(old).unwrap_or_default();
            let of = variants.iter().find(|variant| variant.name == name);
            let of = of.map(|variant| variant.fields).unwrap_or_default();
            let inside = |value: &Value| value.get(name).cloned().unwrap_or_default();
            fields(of, here, &inside(old), &inside(new), all);
        }
        (Shape::List(of), Some(Value::Array(old)), Some(Value::Array(new)))
            if old.len() == new.len() =>
        {
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                value(*of, &here.at(index), Some(old), Some(new), all);
            }
        }
        (Shape::Table(_, of), old, new) => {
            let entries = |table: Option<&Value>| -> BTreeMap<String, Value> {
                let table = table.and_then(Value::as_object).cloned();
                table.unwrap_or_default().into_iter().collect()
            };
            let (old, new) = (entries(old), entries(new));
            let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for name in names {
                let (old, new) = (old.get(name), new.get(name));
                value(*of, &here.at(name), old, new, all);
            }
        }
        // One of the two is missing, a list has become longer or shorter, or it is one value.
        _ => all.push(here.clone()),
    }
}
