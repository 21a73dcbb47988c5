//! Records as rows of a spreadsheet: what is copied can be pasted again.

use serde_json::Value;

use crate::edit::field;
use crate::edit::record::{AnyRecord, Key, Kind};
use crate::edit::shape::Leaf;
use crate::edit::typed;
use crate::model::Dataset;
use crate::text::{Texts, fields};

use super::columns::{self, Column};

/// Records of one kind as rows, a row of headings first: the ids, and every field that a column can
/// hold and one of them fills. Each cell reads back as the value that stands there.
pub fn copied(dataset: &Dataset, keys: &[Key], texts: Texts) -> Vec<Vec<String>> {
    let Some(kind) = keys.first().map(|key| key.kind) else {
        return Vec::new();
    };
    let records = keys.iter().filter(|key| key.kind == kind);
    let trees: Vec<(String, Value)> = records
        .filter_map(|key| Some((key.id.clone(), AnyRecord::of(dataset, key)?.to_tree())))
        .collect();
    let id = fields::name(kind.key(), "id", texts);
    let mut rows: Vec<Vec<String>> = vec![vec![id]];
    rows.extend(trees.iter().map(|(id, _)| vec![id.clone()]));
    for column in columns::offered(kind) {
        let cells: Vec<String> = trees
            .iter()
            .map(|(_, tree)| cell(kind, tree, &column, texts))
            .collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let heading = columns::name(kind, &column, texts);
        for (row, cell) in rows.iter_mut().zip(std::iter::once(heading).chain(cells)) {
            row.push(cell);
        }
    }
    rows
}

fn cell(kind: Kind, tree: &Value, column: &Column, texts: Texts) -> String {
    let Column::Field(path) = column else {
        return String::new();
    };
    let (Some(leaf), Some(value)) = (columns::leaf(kind, path), field::value(tree, path)) else {
        return String::new();
    };
    match (leaf, value) {
        (Leaf::Choice(_), value) => match field::variant_of(value) {
            Some(word) => fields::choice(&path.to_string(), word, texts),
            None => String::new(),
        },
        (leaf, value) => typed::text_of(leaf, value),
    }
}
