//! Which columns the table of some records has: every place that a record of the kind always has, and
//! of lists and notes as many as the longest of these records needs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::edit::Path;
use crate::edit::shape::{self, Field, Leaf, Shape};

use super::amount::AmountPart;
use super::place::{PathColumn, VALUE};
use super::sheet::{RecordSheet, is_series};

/// How series stand: beside the records, or in as many columns as they have entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// In tables of their own: for files that hold several tables.
    Apart,
    /// Among the columns: for a file that holds one.
    Within,
}

/// How long the lists of some records are, and which keys their tables have, by place.
#[derive(Default, Debug)]
pub(super) struct Extent {
    lists: BTreeMap<Path, usize>,
    keys: BTreeMap<Path, BTreeSet<String>>,
}

impl Extent {
    /// Takes a record of that table in.
    pub(super) fn take(&mut self, sheet: RecordSheet, tree: &Value) {
        let fields = Shape::Fields(shape::fields(sheet.kind));
        self.enter(fields, tree, &Path::default());
    }

    fn enter(&mut self, shape: Shape, value: &Value, path: &Path) {
        match (shape, value) {
            (Shape::Fields(fields), Value::Object(map)) => {
                for field in fields {
                    if let Some(value) = map.get(field.name) {
                        self.enter(field.shape, value, &path.field(field.name));
                    }
                }
            }
            (Shape::List(of), Value::Array(items)) => {
                let longest = self.lists.entry(path.clone()).or_default();
                *longest = (*longest).max(items.len());
                for (index, item) in items.iter().enumerate() {
                    self.enter(*of, item, &path.at(index));
                }
            }
            (Shape::Table(_, of), Value::Object(map)) => {
                let keys = self.keys.entry(path.clone()).or_default();
                keys.extend(map.keys().cloned());
                for (key, entry) in map {
                    self.enter(*of, entry, &path.at(key));
                }
            }
            _ => {}
        }
    }

    /// The columns of a table of such records.
    pub(super) fn columns(&self, sheet: RecordSheet, layout: Layout) -> Vec<PathColumn> {
        let mut found = Vec::new();
        for field in shape::fields(sheet.kind) {
            if layout == Layout::Within || !is_series(field) {
                self.field(field, &Path::default(), &mut found);
            }
        }
        let columns = found.iter().map(ToString::to_string);
        let columns = columns.filter_map(|name| PathColumn::named(sheet.kind, &name));
        columns.collect()
    }

    fn field(&self, field: &Field, holder: &Path, found: &mut Vec<Path>) {
        self.shape(field.shape, &holder.field(field.name), found);
    }

    fn shape(&self, shape: Shape, path: &Path, found: &mut Vec<Path>) {
        match shape {
            Shape::Leaf(Leaf::Amount) => {
                let parts = AmountPart::ALL.into_iter();
                found.extend(parts.map(|part| path.field(part.key())));
            }
            Shape::Leaf(_) => found.push(path.clone()),
            Shape::Fields(fields) => {
                for field in fields {
                    self.field(field, path, found);
                }
            }
            Shape::List(of) => {
                let longest = self.lists.get(path).copied().unwrap_or_default();
                for index in 0..longest {
                    self.shape(*of, &path.at(index), found);
                }
            }
            Shape::Table(_, of) => {
                for key in self.keys.get(path).into_iter().flatten() {
                    self.shape(*of, &path.at(key), found);
                }
            }
            Shape::OneOf(variants) => {
                found.push(path.clone());
                for field in variants.iter().flat_map(|variant| variant.fields) {
                    self.field(field, path, found);
                }
            }
        }
    }
}

/// The columns of the entries of a series, without those that tell whose and which.
pub(super) fn of_entries(of: &'static Shape) -> Vec<PathColumn> {
    let mut found = Vec::new();
    Extent::default().shape(*of, &Path::default(), &mut found);
    let name = |path: &Path| {
        if path.is_empty() {
            VALUE.to_owned()
        } else {
            path.to_string()
        }
    };
    let columns = found.iter().map(name);
    columns
        .filter_map(|name| PathColumn::of_entry(of, &name))
        .collect()
}
