//! A row as a record again: what stands in its columns is put into a tree by the names of the file, and
//! the model's own types judge the tree.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value as Tree};

use crate::edit::shape::{Leaf, Variant};
use crate::edit::{Part, Path};
use crate::exchange::export::guard::{Home, unguarded};
use crate::exchange::table::Cell;
use crate::model::PartialDate;

use super::amount::{AmountPart, Parts};
use super::place::{Holds, PathColumn};

/// Why what stands in a row is no record.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Wrong {
    /// A number is wanted.
    #[error("{0:?} is no number")]
    Number(String),
    /// A whole number from zero up is wanted.
    #[error("{0:?} is no whole number")]
    Whole(String),
    /// A date is wanted.
    #[error("{0:?} is no date")]
    Date(String),
    /// Yes or no is wanted.
    #[error("{0:?} is neither true nor false")]
    Flag(String),
    /// A formula went wrong.
    #[error("the formula says {0}")]
    Mistake(String),
    /// One of these words is wanted.
    #[error("{0:?} is none of {1}")]
    Word(String, String),
    /// The model refuses it, in its words.
    #[error("{0}")]
    Refused(String),
    /// Another row has the same id.
    #[error("{0:?} stands in another row already")]
    Twice(String),
    /// A value of a series whose record is not in the file.
    #[error("there is no {kind} {id:?}")]
    NoOwner {
        /// The kind of record, as tables name it.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// Something stands where no column is.
    #[error("{0:?} stands beyond the last column")]
    Beyond(String),
}

/// How the texts of a table are to be taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Manner {
    /// Whether texts were guarded against being taken for formulas.
    pub(super) home: Home,
    /// Whether a comma can be a decimal mark: where it parts no columns.
    pub(super) comma: bool,
}

/// What is being put together.
#[derive(Debug, Default)]
pub(super) struct Node {
    value: Option<Tree>,
    which: Option<(String, &'static [Variant])>,
    amount: Option<Parts>,
    fields: Vec<(String, Node)>,
    items: BTreeMap<usize, Node>,
}

impl Node {
    /// Puts what stands in a cell at the place of its column. Nothing stands in a blank cell.
    pub(super) fn put(
        &mut self,
        column: &PathColumn,
        cell: &Cell,
        manner: Manner,
    ) -> Result<(), Wrong> {
        match cell {
            Cell::Empty | Cell::NoResult => return Ok(()),
            Cell::Mistake(what) => return Err(Wrong::Mistake(what.clone())),
            Cell::Text(text) if text.is_empty() => return Ok(()),
            _ => {}
        }
        let steps = column.path.parts().iter().zip(0_u32..);
        let node = steps.fold(self, |node, (part, step)| {
            node.enter(part, column.lists >> step & 1 == 1)
        });
        match column.holds {
            Holds::Leaf(leaf) => node.value = leaf_value(leaf, cell, manner)?,
            Holds::Variant(variants) => {
                let word = cell.raw().trim().to_owned();
                let known = variants.iter().any(|variant| variant.name == word);
                if !known && !word.is_empty() {
                    let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
                    return Err(Wrong::Word(word, names.join(", ")));
                }
                node.which = known.then_some((word, variants));
            }
            Holds::Amount(part) => {
                let parts = node.amount.get_or_insert_default();
                put_part(parts, part, cell, manner)?;
            }
        }
        Ok(())
    }

    fn enter(&mut self, part: &Part, in_list: bool) -> &mut Self {
        let (Part::Field(name) | Part::At(name)) = part;
        if in_list {
            let index: usize = name.parse().unwrap_or_default();
            return self.items.entry(index).or_default();
        }
        let at = self.fields.iter().position(|(known, _)| known == name);
        let at = at.unwrap_or_else(|| {
            self.fields.push((name.clone(), Self::default()));
            self.fields.len() - 1
        });
        &mut self.fields[at].1
    }

    /// The tree; none where nothing was put in.
    pub(super) fn finish(self, path: &Path) -> Result<Option<Tree>, (Path, Wrong)> {
        let Self {
            value,
            which,
            amount,
            fields,
            items,
        } = self;
        if let Some(parts) = amount.filter(|parts| *parts != Parts::default()) {
            let amount = parts
                .amount()
                .map_err(|(part, why)| (path.field(part.key()), Wrong::Refused(why)))?;
            return Ok(serde_json::to_value(amount).ok());
        }
        if value.is_some() {
            return Ok(value);
        }
        let mut map = Map::new();
        for (name, node) in fields {
            if let Some(tree) = node.finish(&path.field(&name))? {
                map.insert(name, tree);
            }
        }
        if let Some((name, variants)) = which {
            let variant = variants.iter().find(|variant| variant.name == name);
            let bare = variant.is_none_or(|variant| variant.fields.is_empty());
            return match map.keys().next() {
                None if bare => Ok(Some(Tree::String(name))),
                Some(other) if bare => {
                    let why = format!("{name} has no {other}");
                    Err((path.field(other), Wrong::Refused(why)))
                }
                _ => Ok(Some(Tree::Object(Map::from_iter([(
                    name,
                    Tree::Object(map),
                )])))),
            };
        }
        let mut list = Vec::new();
        for (index, node) in items {
            list.extend(node.finish(&path.at(index))?);
        }
        Ok(match (map.is_empty(), list.is_empty()) {
            (true, true) => None,
            (_, true) => Some(Tree::Object(map)),
            (_, false) => Some(Tree::Array(list)),
        })
    }
}

fn put_part(parts: &mut Parts, part: AmountPart, cell: &Cell, manner: Manner) -> Result<(), Wrong> {
    let word = || Some(cell.raw().trim().to_owned()).filter(|word| !word.is_empty());
    match part {
        AmountPart::Form => parts.form = word(),
        AmountPart::Currency => parts.currency = word(),
        AmountPart::Period => parts.period = word(),
        AmountPart::Value => parts.value = decimal(cell, manner)?,
        AmountPart::ValueTo => parts.value_to = decimal(cell, manner)?,
        AmountPart::From => parts.from = date(cell)?,
        AmountPart::To => parts.to = date(cell)?,
    }
    Ok(())
}

/// The value of a cell as the file writes it; none: the cell is blank.
pub(super) fn leaf_value(leaf: Leaf, cell: &Cell, manner: Manner) -> Result<Option<Tree>, Wrong> {
    let raw = cell.raw();
    match leaf {
        Leaf::Text | Leaf::LongText | Leaf::Phrase | Leaf::Url => {
            let text = match cell {
                Cell::Text(text) => unguarded(text, manner.home).to_owned(),
                _ => raw,
            };
            return Ok(Some(Tree::String(text)));
        }
        _ if raw.trim().is_empty() => return Ok(None),
        _ => {}
    }
    let text = raw.trim();
    Ok(Some(match leaf {
        Leaf::Flag => Tree::Bool(flag(text)?),
        Leaf::Decimal | Leaf::Percent => {
            decimal(cell, manner)?.map_or(Tree::Null, |value| Tree::String(value.to_string()))
        }
        Leaf::Year | Leaf::Count(_) => Tree::from(whole(text)?),
        Leaf::Date => match date(cell)? {
            Some(date) => Tree::String(date.to_string()),
            None => return Ok(None),
        },
        _ => Tree::String(text.to_owned()),
    }))
}

fn flag(text: &str) -> Result<bool, Wrong> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => Err(Wrong::Flag(text.to_owned())),
    }
}

fn whole(text: &str) -> Result<u64, Wrong> {
    text.parse().map_err(|_| Wrong::Whole(text.to_owned()))
}

fn decimal(cell: &Cell, manner: Manner) -> Result<Option<Decimal>, Wrong> {
    if let Cell::Number(number) = cell {
        return Ok(Some(*number));
    }
    let raw = cell.raw();
    let text = raw.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let plain = Decimal::from_str_exact(text);
    let other = || {
        // As a spreadsheet of a country with the comma writes our numbers again.
        let one_comma = manner.comma && text.matches(',').count() == 1 && !text.contains('.');
        let swapped = text.replace(',', ".");
        one_comma.then(|| Decimal::from_str_exact(&swapped).ok())?
    };
    let found = plain.ok().or_else(other);
    found
        .map(Some)
        .ok_or_else(|| Wrong::Number(text.to_owned()))
}

fn date(cell: &Cell) -> Result<Option<PartialDate>, Wrong> {
    let raw = cell.raw();
    let text = raw.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| Wrong::Date(text.to_owned()))
}
