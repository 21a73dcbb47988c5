//! What differs, in words: `Latvia’s 2025 pledge (lv-a03)`, `changed: amount, date`.

use crate::edit::{AnyRecord, Deed, Key, Kind, Label, words};
use crate::model::Dataset;
use crate::text::{Texts, fields};

use super::diff::{ChangeKind, RecordChange};

/// How many of the fields of a record are named; of more it is said how many there are.
const NAMED: usize = 6;

/// A record as the head of a line, by the first of these states that has it.
pub fn record(key: &Key, states: &[&Dataset], texts: Texts) -> String {
    let label = Label::new(Deed::Changed, key.clone());
    let has = |state: &&&Dataset| AnyRecord::is_in(state, key);
    let Some(dataset) = states.iter().find(has) else {
        return key.to_string();
    };
    let label = match AnyRecord::of(dataset, key) {
        Some(record) => label.telling(&record, dataset),
        None => label,
    };
    let name = words::record_named(&label, dataset, texts);
    let name = capital(&name);
    if key.kind == Kind::Header || name.contains(&key.id) {
        return name;
    }
    let args = [("name", name.into()), ("id", key.id.as_str().into())];
    texts.with("difference-record", &args)
}

/// What became of a record: `added`, `removed`, `changed: amount, date`.
pub fn what(change: &RecordChange, texts: Texts) -> String {
    let paths = match &change.kind {
        ChangeKind::Added => return texts.get("difference-added"),
        ChangeKind::Removed => return texts.get("difference-removed"),
        ChangeKind::Changed(paths) => paths,
    };
    let kind = change.key.kind.key();
    let mut names: Vec<String> = Vec::new();
    for path in paths {
        let name = fields::small(&fields::path(kind, &path.to_string(), texts));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let listed = names.join(", ");
    if more == 0 {
        return texts.with("difference-changed", &[("fields", listed.into())]);
    }
    let args = [
        ("fields", listed.into()),
        ("count", more.into()),
        ("shown", more.to_string().into()),
    ];
    texts.with("difference-changed-more", &args)
}

/// A name as the beginning of a line.
pub fn capital(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
