//! Several records at once: copies of them as one step, and the fields that all of them have.

use serde_json::Value;

use crate::model::{Dataset, PartyId};

use super::command::{Command, apply};
use super::field::{self, FieldError};
use super::label::{Deed, Label};
use super::make;
use super::path::Path;
use super::record::{AnyRecord, Key, Kind};
use super::shape::{self, Field, Leaf, Shape};

/// The command that makes a copy of each of these records under an id of its own, as one step, and
/// where the copies will be.
///
/// # Errors
/// When one of them cannot be copied; none is then.
pub fn duplicate(
    dataset: &Dataset,
    keys: &[Key],
    party: Option<&PartyId>,
) -> Result<(Command, Vec<Key>), FieldError> {
    // Each new id must be new among the new ones too.
    let mut scratch = dataset.clone();
    let mut changes = Vec::new();
    let mut made = Vec::new();
    let mut label = None;
    for key in keys {
        let (command, copy) = make::duplicate(&scratch, key, party)?;
        apply(&command.changes, &mut scratch)?;
        label = label.or(Some(command.label));
        changes.extend(command.changes);
        made.push(copy);
    }
    let label = label.unwrap_or_else(|| Label::new(Deed::Duplicated, Key::header()));
    let command = Command {
        label: label.counting(made.len()),
        changes,
        group: None,
    };
    Ok((command, made))
}

/// The fields of a kind of record that several can be given the same value in: those that hold one
/// value, in the order of the file.
pub fn fields(kind: Kind) -> Vec<(Path, Leaf)> {
    let mut found = Vec::new();
    collect(shape::fields(kind), &Path::default(), &mut found);
    found
}

fn collect(fields: &[Field], within: &Path, found: &mut Vec<(Path, Leaf)>) {
    for field in fields {
        let path = within.field(field.name);
        match field.shape {
            Shape::Leaf(leaf) if leaf != Leaf::Id => found.push((path, leaf)),
            Shape::Fields(inner) => collect(inner, &path, found),
            // An id is one record's own, lists are different in each, and which fields a variant has
            // depends on the record.
            Shape::Leaf(_) | Shape::List(_) | Shape::Table(..) | Shape::OneOf(_) => {}
        }
    }
}

/// What stands in a field of a record.
pub fn value(record: &AnyRecord, path: &Path) -> Option<Value> {
    field::value(&record.to_tree(), path).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_several_records_hold_one_value_each() {
        let paths: Vec<String> = fields(Kind::Aid)
            .into_iter()
            .map(|(path, _)| path.to_string())
            .collect();
        for path in [
            "party",
            "stage",
            "figure.amount",
            "figure.cite.source",
            "joint",
        ] {
            assert!(paths.iter().any(|known| known == path), "{path}");
        }
        for path in ["id", "fulfils", "record", "notes", "other_figures"] {
            assert!(paths.iter().all(|known| known != path), "{path}");
        }
    }
}
