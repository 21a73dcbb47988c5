//! New records and new items: what must be known before there can be one, and the commands that
//! make them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::model::{AcceptedProblem, Dataset, PartyId};

use super::command::{Change, Command};
use super::field::FieldError;
use super::ids;
use super::label::{Deed, Label};
use super::path::Path;
use super::record::{AnyRecord, Key, Kind};
use super::shape::{self, Leaf, Need, Shape};

/// What must be known of a new record before there can be one: the places and what goes there.
pub fn needed_for(kind: Kind) -> Vec<(Path, Leaf)> {
    let mut needed = needed(Shape::Fields(shape::fields(kind)));
    // The id is made, save a party's, which is its code.
    match kind {
        Kind::Party => {
            for (path, leaf) in &mut needed {
                if path.last_field() == Some("id") {
                    *leaf = Leaf::Country;
                }
            }
        }
        _ => needed.retain(|(_, leaf)| *leaf != Leaf::Id),
    }
    needed
}

/// What must be known of something of this shape before there can be one.
pub fn needed(shape: Shape) -> Vec<(Path, Leaf)> {
    let mut found = Vec::new();
    collect(shape, &Path::default(), &mut found);
    found
}

fn collect(shape: Shape, path: &Path, found: &mut Vec<(Path, Leaf)>) {
    match shape {
        Shape::Leaf(leaf) => found.push((path.clone(), leaf)),
        Shape::Fields(fields) => {
            for field in fields.iter().filter(|field| field.need == Need::Required) {
                collect(field.shape, &path.field(field.name), found);
            }
        }
        // Lists and tables may be empty; of several variants the first is the plain one.
        Shape::List(_) | Shape::Table(..) | Shape::OneOf(_) => {}
    }
}

/// A tree of this shape with these values in it. What must be there and is not given is left out:
/// the model says so when it becomes a record.
pub fn tree(shape: Shape, values: &BTreeMap<Path, Value>) -> Value {
    fill(shape, &Path::default(), values).unwrap_or_default()
}

fn fill(shape: Shape, path: &Path, values: &BTreeMap<Path, Value>) -> Option<Value> {
    match shape {
        Shape::Leaf(_) => values.get(path).cloned(),
        Shape::Fields(fields) => {
            let mut map = Map::new();
            for field in fields {
                let inner = path.field(field.name);
                let required = field.need == Need::Required;
                let given = values.keys().any(|path| path.is_within(&inner));
                if (required || given)
                    && let Some(value) = fill(field.shape, &inner, values)
                {
                    map.insert(field.name.to_owned(), value);
                }
            }
            Some(Value::Object(map))
        }
        Shape::List(_) => Some(Value::Array(Vec::new())),
        Shape::Table(..) => Some(Value::Object(Map::new())),
        Shape::OneOf(variants) => {
            let given = values.get(path).cloned();
            given.or_else(|| Some(Value::String(variants.first()?.name.to_owned())))
        }
    }
}

/// The command that makes a new record of these values, and where it will be. `party` is whose page
/// it is made on.
///
/// # Errors
/// When something that must be known is not, or the model refuses a value.
pub fn add(
    dataset: &Dataset,
    kind: Kind,
    values: &BTreeMap<Path, Value>,
    party: Option<&PartyId>,
) -> Result<(Command, Key), FieldError> {
    for (path, _) in needed_for(kind) {
        if !values.contains_key(&path) {
            return Err(FieldError::Required(path));
        }
    }
    let tree = tree(Shape::Fields(shape::fields(kind)), values);
    from_tree(dataset, kind, tree, party)
}

/// The command that makes a new record of a tree; an id that stands in it is kept where it is new.
///
/// # Errors
/// When the model refuses it, or its id is taken.
pub fn from_tree(
    dataset: &Dataset,
    kind: Kind,
    mut tree: Value,
    party: Option<&PartyId>,
) -> Result<(Command, Key), FieldError> {
    let own = tree.get("id").and_then(Value::as_str);
    if own.is_none_or(str::is_empty) {
        let id = ids::fresh(dataset, kind, &tree, party);
        if let Value::Object(map) = &mut tree {
            map.insert("id".to_owned(), Value::String(id));
        }
    }
    let record = AnyRecord::from_tree(kind, tree).map_err(|why| FieldError::Refused {
        path: Path::default(),
        why,
    })?;
    let key = record.key();
    if AnyRecord::is_in(dataset, &key) {
        return Err(FieldError::KeyTaken {
            path: Path::default(),
            key: key.id,
        });
    }
    let label = Label::new(Deed::Added, key.clone()).telling(&record, dataset);
    let command = Command {
        label,
        changes: vec![Change::put(record)],
        group: None,
    };
    Ok((command, key))
}

/// The command that makes a copy of a record under an id of its own, and where it will be.
///
/// # Errors
/// When there is no such record, or it is a party or the header, of which there is one each.
pub fn duplicate(
    dataset: &Dataset,
    key: &Key,
    party: Option<&PartyId>,
) -> Result<(Command, Key), FieldError> {
    if matches!(key.kind, Kind::Party | Kind::Header) {
        return Err(FieldError::Fixed("id".parse().unwrap_or_default()));
    }
    let record = AnyRecord::of(dataset, key).ok_or_else(|| FieldError::NoRecord(key.clone()))?;
    let mut tree = record.to_tree();
    if let Value::Object(map) = &mut tree {
        map.remove("id");
    }
    let (command, made) = from_tree(dataset, key.kind, tree, party)?;
    let label = Label {
        deed: Deed::Duplicated,
        ..command.label
    };
    Ok((Command { label, ..command }, made))
}

/// The command that accepts a problem of a record, with the reason.
///
/// # Errors
/// When the reason is empty.
pub fn accept(
    dataset: &Dataset,
    check: &str,
    record: &str,
    reason: &str,
) -> Result<Command, FieldError> {
    accept_all(dataset, &[(check, record)], reason)
}

/// The command that accepts several problems, each by its check and record, with one reason.
///
/// # Errors
/// When the reason is empty.
pub fn accept_all(
    dataset: &Dataset,
    problems: &[(&str, &str)],
    reason: &str,
) -> Result<Command, FieldError> {
    if reason.trim().is_empty() {
        let path = Path::default().field("accepted").field("reason");
        return Err(FieldError::Required(path));
    }
    Ok(with_accepted(
        dataset,
        Deed::Accepted,
        problems,
        Some(reason.trim()),
    ))
}

/// The command that no longer accepts a problem of a record.
pub fn unaccept(dataset: &Dataset, check: &str, record: &str) -> Command {
    unaccept_all(dataset, &[(check, record)])
}

/// The command that no longer accepts several problems, each by its check and record.
pub fn unaccept_all(dataset: &Dataset, problems: &[(&str, &str)]) -> Command {
    with_accepted(dataset, Deed::Unaccepted, problems, None)
}

fn with_accepted(
    dataset: &Dataset,
    deed: Deed,
    problems: &[(&str, &str)],
    reason: Option<&str>,
) -> Command {
    let problems: BTreeSet<(&str, &str)> = problems.iter().copied().collect();
    let mut header = dataset.header.clone();
    header
        .accepted
        .retain(|a| !problems.contains(&(a.check.as_str(), a.record.as_str())));
    if let Some(reason) = reason {
        let accepted = problems.iter().map(|(check, record)| AcceptedProblem {
            check: (*check).to_owned(),
            record: (*record).to_owned(),
            reason: reason.to_owned(),
        });
        header.accepted.extend(accepted);
    }
    header
        .accepted
        .sort_by(|a, b| (&a.record, &a.check).cmp(&(&b.record, &b.check)));
    let records: BTreeSet<&str> = problems.iter().map(|(_, record)| *record).collect();
    let first = records
        .first()
        .and_then(|record| Key::find(dataset, record));
    let key = first.unwrap_or_else(Key::header);
    Command {
        label: Label::of(deed, &key, dataset).counting(records.len()),
        changes: vec![Change::put(AnyRecord::Header(header))],
        group: None,
    }
}
