//! One value of a record: looked at, and changed by a command. A record is seen as a tree of values
//! by the names of the file; the model's own types judge the tree when it becomes a record again.

use serde_json::{Map, Value};

use crate::model::Dataset;

use super::command::{Change, Command, EditError};
use super::label::{Deed, Label};
use super::path::{Part, Path};
use super::record::{AnyRecord, Key, Kind};
use super::shape::{self, Field, Leaf, Need, Shape};

/// Why a value cannot be changed so. Nothing is changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FieldError {
    /// There is no such record.
    #[error("there is no {} {:?}", .0.kind.key(), .0.id)]
    NoRecord(Key),
    /// There is no such field.
    #[error("a {} has no field {path}", kind.key())]
    NoField {
        /// The kind of record.
        kind: Kind,
        /// The field.
        path: Path,
    },
    /// The field must not be empty.
    #[error("{0} must not be empty")]
    Required(Path),
    /// An id stays what it is.
    #[error("{0} cannot be changed")]
    Fixed(Path),
    /// The model refuses the value, in its words.
    #[error("{path}: {why}")]
    Refused {
        /// The field.
        path: Path,
        /// Why.
        why: String,
    },
    /// Two entries of a table would have one key.
    #[error("{path} has an entry {key} already")]
    KeyTaken {
        /// The table.
        path: Path,
        /// The key.
        key: String,
    },
    /// The change itself cannot be done.
    #[error(transparent)]
    Edit(#[from] EditError),
}

/// The field, item or entry at a path, with whether something must stand there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// What may stand there.
    pub shape: Shape,
    /// Whether something must.
    pub need: Need,
}

/// What may stand at a path of a record of this kind. `tree` is the record's: which fields there are
/// can depend on what stands there.
pub fn slot(kind: Kind, tree: &Value, path: &Path) -> Option<Slot> {
    let mut here = Slot {
        shape: Shape::Fields(shape::fields(kind)),
        need: Need::Required,
    };
    let mut value = Some(tree);
    for part in path.parts() {
        (here, value) = match (here.shape, part) {
            (Shape::Fields(fields), Part::Field(name)) => {
                let field = named(fields, name)?;
                (of_field(field), value.and_then(|v| v.get(name)))
            }
            (Shape::OneOf(variants), Part::Field(name)) => {
                let chosen = value.and_then(variant_of)?;
                let variant = variants.iter().find(|variant| variant.name == chosen)?;
                let inner = value.and_then(|v| v.get(chosen));
                let field = named(variant.fields, name)?;
                (of_field(field), inner.and_then(|v| v.get(name)))
            }
            (Shape::List(of), Part::At(place)) => {
                let index: usize = place.parse().ok()?;
                (required(*of), value.and_then(|v| v.get(index)))
            }
            (Shape::Table(_, of), Part::At(key)) => (required(*of), value.and_then(|v| v.get(key))),
            _ => return None,
        };
    }
    Some(here)
}

fn named(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name == name)
}

fn of_field(field: &Field) -> Slot {
    Slot {
        shape: field.shape,
        need: field.need,
    }
}

fn required(shape: Shape) -> Slot {
    Slot {
        shape,
        need: Need::Required,
    }
}

/// The name of the variant that a value is.
pub fn variant_of(value: &Value) -> Option<&str> {
    match value {
        Value::String(name) => Some(name),
        Value::Object(map) => map.keys().next().map(String::as_str),
        _ => None,
    }
}

/// The value at a path; none where nothing stands.
pub fn value<'a>(tree: &'a Value, path: &Path) -> Option<&'a Value> {
    path.parts().iter().try_fold(tree, step)
}

fn step<'a>(value: &'a Value, part: &Part) -> Option<&'a Value> {
    match (value, part) {
        // A variant with fields stands as its name over them.
        (Value::Object(map), Part::Field(name)) => map.get(name).or_else(|| {
            let only = map.values().next().filter(|_| map.len() == 1);
            only.and_then(|inner| inner.get(name))
        }),
        (Value::Object(map), Part::At(key)) => map.get(key),
        (Value::Array(items), Part::At(place)) => items.get(place.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Puts a value at a path of a tree, or takes it away; groups on the way are made.
///
/// # Errors
/// When there is no such place, or nothing may not stand there.
pub fn put(
    kind: Kind,
    tree: &mut Value,
    path: &Path,
    value: Option<Value>,
) -> Result<(), FieldError> {
    let none = || FieldError::NoField {
        kind,
        path: path.clone(),
    };
    let slot = slot(kind, tree, path).ok_or_else(none)?;
    if slot.shape == Shape::Leaf(Leaf::Id) {
        return Err(FieldError::Fixed(path.clone()));
    }
    let (holder, last) = path.split_last().ok_or_else(none)?;
    let mut here = tree;
    for part in holder.parts() {
        here = enter(here, part).ok_or_else(none)?;
    }
    // Fields of a variant lie inside it.
    if is_variant(kind, path) {
        here = inside(here).ok_or_else(none)?;
    }
    match (here, last, value) {
        (Value::Object(map), Part::Field(name) | Part::At(name), Some(value)) => {
            map.insert(name.clone(), value);
        }
        (Value::Object(_), Part::Field(_), None) if slot.need == Need::Required => {
            return Err(FieldError::Required(path.clone()));
        }
        (Value::Object(map), Part::Field(name) | Part::At(name), None) => {
            map.remove(name);
        }
        (Value::Array(items), Part::At(place), value) => {
            let index: usize = place.parse().map_err(|_| none())?;
            match value {
                Some(value) if index == items.len() => items.push(value),
                Some(value) => *items.get_mut(index).ok_or_else(none)? = value,
                None if index < items.len() => drop(items.remove(index)),
                None => return Err(none()),
            }
        }
        _ => return Err(none()),
    }
    Ok(())
}

fn inside(variant: &mut Value) -> Option<&mut Value> {
    variant.as_object_mut()?.values_mut().next()
}

/// Whether the last field of a path lies in a variant: only an aid entry's record is one.
fn is_variant(kind: Kind, path: &Path) -> bool {
    let parts = path.parts();
    kind == Kind::Aid && parts.len() == 2 && parts[0] == Part::Field("record".to_owned())
}

/// What stands at a step, made where nothing stands yet.
fn enter<'a>(value: &'a mut Value, part: &Part) -> Option<&'a mut Value> {
    match (value, part) {
        (Value::Object(map), Part::Field(name)) => {
            if !map.contains_key(name) {
                map.insert(name.clone(), Value::Null);
            }
            let inner = map.get_mut(name)?;
            if inner.is_null() {
                *inner = Value::Object(Map::new());
            }
            Some(inner)
        }
        (Value::Object(map), Part::At(key)) => map.get_mut(key),
        (Value::Array(items), Part::At(place)) => items.get_mut(place.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The record with a value put at a path, or taken away.
///
/// # Errors
/// When there is no such place or the model refuses the value.
pub fn changed(
    record: &AnyRecord,
    path: &Path,
    value: Option<Value>,
) -> Result<AnyRecord, FieldError> {
    let kind = record.key().kind;
    let mut tree = record.to_tree();
    make_lists(kind, &mut tree, path);
    put(kind, &mut tree, path, value)?;
    tidy(&mut tree);
    AnyRecord::from_tree(kind, tree).map_err(|why| FieldError::Refused {
        path: path.clone(),
        why,
    })
}

/// An item can be put into a list or table that the file leaves out because it is empty.
fn make_lists(kind: Kind, tree: &mut Value, path: &Path) {
    let Some((holder, Part::At(_))) = path.split_last() else {
        return;
    };
    if value(tree, &holder).is_some() {
        return;
    }
    let empty = match slot(kind, tree, &holder).map(|slot| slot.shape) {
        Some(Shape::List(_)) => Value::Array(Vec::new()),
        Some(Shape::Table(..)) => Value::Object(Map::new()),
        _ => return,
    };
    // Where it cannot be made, putting the item in tells so.
    let _ = put(kind, tree, &holder, Some(empty));
}

/// Takes away groups that hold nothing: they say nothing, and some would lack what they must have.
fn tidy(tree: &mut Value) {
    if let Value::Object(map) = tree {
        for value in map.values_mut() {
            tidy(value);
        }
        map.retain(|name, value| {
            let empty = matches!(value, Value::Object(inner) if inner.is_empty());
            !(empty
                && matches!(
                    name.as_str(),
                    "cite" | "signatories" | "quantity" | "archived" | "origin"
                ))
        });
    } else if let Value::Array(items) = tree {
        items.iter_mut().for_each(tidy);
    }
}

/// The command that puts a value at a path of a record, or takes it away.
///
/// # Errors
/// When there is no such record or place, or the model refuses the value.
pub fn set(
    dataset: &Dataset,
    key: &Key,
    path: &Path,
    value: Option<Value>,
) -> Result<Command, FieldError> {
    let record = AnyRecord::of(dataset, key).ok_or_else(|| FieldError::NoRecord(key.clone()))?;
    Ok(Command {
        label: Label::of(Deed::Changed, key, dataset).at(path),
        changes: vec![Change::put(changed(&record, path, value)?)],
        group: None,
    })
}

/// The command that puts the same value at the same path of several records, as one step.
///
/// # Errors
/// When one of them cannot be changed so; none is then.
pub fn set_all(
    dataset: &Dataset,
    keys: &[Key],
    path: &Path,
    value: Option<&Value>,
) -> Result<Command, FieldError> {
    let mut changes = Vec::with_capacity(keys.len());
    for key in keys {
        let record =
            AnyRecord::of(dataset, key).ok_or_else(|| FieldError::NoRecord(key.clone()))?;
        let after = changed(&record, path, value.cloned())?;
        changes.push(Change::put(after));
    }
    let first = keys.first().cloned().unwrap_or_else(Key::header);
    Ok(Command {
        label: Label::of(Deed::Changed, &first, dataset)
            .at(path)
            .counting(keys.len()),
        changes,
        group: None,
    })
}

/// How many items or entries stand at a path.
pub fn len(tree: &Value, path: &Path) -> usize {
    match value(tree, path) {
        Some(Value::Array(items)) => items.len(),
        Some(Value::Object(map)) => map.len(),
        _ => 0,
    }
}

/// The command that moves an item of a list to another place in it.
///
/// # Errors
/// When there is no such item.
pub fn move_item(
    dataset: &Dataset,
    key: &Key,
    list: &Path,
    from: usize,
    to: usize,
) -> Result<Command, FieldError> {
    let record = AnyRecord::of(dataset, key).ok_or_else(|| FieldError::NoRecord(key.clone()))?;
    let none = || FieldError::NoField {
        kind: key.kind,
        path: list.at(from.max(to)),
    };
    let tree = record.to_tree();
    let Some(Value::Array(items)) = value(&tree, list) else {
        return Err(none());
    };
    let mut items = items.clone();
    if from >= items.len() || to >= items.len() {
        return Err(none());
    }
    let item = items.remove(from);
    items.insert(to, item);
    set(dataset, key, list, Some(Value::Array(items)))
}

/// The command that gives an entry of a table another key.
///
/// # Errors
/// When there is no such entry, or the key is taken.
pub fn rename_entry(
    dataset: &Dataset,
    key: &Key,
    table: &Path,
    from: &str,
    to: &str,
) -> Result<Command, FieldError> {
    let record = AnyRecord::of(dataset, key).ok_or_else(|| FieldError::NoRecord(key.clone()))?;
    let tree = record.to_tree();
    let none = || FieldError::NoField {
        kind: key.kind,
        path: table.at(from),
    };
    let Some(Value::Object(map)) = value(&tree, table) else {
        return Err(none());
    };
    let mut map = map.clone();
    if map.contains_key(to) {
        return Err(FieldError::KeyTaken {
            path: table.clone(),
            key: to.to_owned(),
        });
    }
    let entry = map.remove(from).ok_or_else(none)?;
    map.insert(to.to_owned(), entry);
    set(dataset, key, table, Some(Value::Object(map)))
}
