//! Changes as a script writes them: a line each, by the names of the file.
//!
//! `set ID FIELD VALUE`, `clear ID FIELD`, `append ID LIST VALUE` or `append ID LIST FIELD=VALUE …`,
//! `add KIND FIELD=VALUE …`, `duplicate ID`, `remove ID … [cut | to ID]`, `accept CHECK RECORD REASON`,
//! `undo`, `redo`, `save`. An id can have its kind before it (`source:lt-s01`); `header` is what the
//! file says of itself. What follows a `#` at the beginning of a line is for people.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::{Dataset, PartyId};
use crate::text::Lang;
use crate::text::typed::{Reading, Unread};

use super::command::Command;
use super::field::{self, FieldError};
use super::links;
use super::make;
use super::path::{Path, PathError};
use super::record::{AnyRecord, Key, Kind};
use super::shape::{Leaf, Shape};
use super::typed::{self, About};

/// What a line asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Order {
    /// Change the document.
    Change(Box<Command>),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Write the document to its file now.
    Save,
    /// Nothing: the line is empty, or for people.
    Nothing,
}

/// Why a line cannot be followed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ScriptError {
    /// A quotation mark is not closed.
    #[error("a quotation mark is not closed")]
    Quotes,
    /// No order begins with this word.
    #[error("{0:?} is no order")]
    Order(String),
    /// Something that the order needs is missing.
    #[error("{0} needs {1}")]
    Missing(&'static str, &'static str),
    /// No record has this id.
    #[error("there is no record {0:?}")]
    Record(String),
    /// There is no such kind of record.
    #[error("{0:?} is no kind of record")]
    Kind(String),
    /// Not `FIELD=VALUE`.
    #[error("{0:?} is not FIELD=VALUE")]
    Pair(String),
    /// No path into a record.
    #[error(transparent)]
    Path(#[from] PathError),
    /// A group of fields or a list stands there, not one value.
    #[error("{0} holds several values: name one of them")]
    Several(Path),
    /// No list stands there.
    #[error("{0} is no list")]
    NoList(Path),
    /// The text can be read in several ways: each as it can be typed.
    #[error("{text:?} can mean {}", meanings.join(" or "))]
    Ambiguous {
        /// What was typed.
        text: String,
        /// What it can mean.
        meanings: Vec<String>,
    },
    /// The text means nothing in this field.
    #[error("{path}: {why}")]
    Unread {
        /// The field.
        path: Path,
        /// What was typed.
        text: String,
        /// Why not.
        why: Unread,
    },
    /// Others refer to the record: it says how many links, and how many records need it.
    #[error("{links} links lead to it")]
    Linked {
        /// Links from records that stay.
        links: usize,
        /// Records that cannot be without it.
        needing: usize,
    },
    /// The change cannot be made.
    #[error(transparent)]
    Field(#[from] FieldError),
}

/// What a line asks for, of a dataset as it is now.
///
/// # Errors
/// Why it cannot be followed; nothing is changed then.
pub fn order(line: &str, dataset: &Dataset, lang: Lang) -> Result<Order, ScriptError> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(Order::Nothing);
    }
    let words = shlex::split(line).ok_or(ScriptError::Quotes)?;
    let Some((first, rest)) = words.split_first() else {
        return Ok(Order::Nothing);
    };
    let script = Script { dataset, lang };
    let command = match first.as_str() {
        "set" => script.set(rest)?,
        "clear" => script.clear(rest)?,
        "append" => script.append(rest)?,
        "add" => script.add(rest)?,
        "duplicate" => {
            let key = script.key(rest.first(), "duplicate")?;
            make::duplicate(dataset, &key, None)?.0
        }
        "remove" => script.remove(rest)?,
        "accept" => script.accept(rest)?,
        "undo" => return Ok(Order::Undo),
        "redo" => return Ok(Order::Redo),
        "save" => return Ok(Order::Save),
        other => return Err(ScriptError::Order(other.to_owned())),
    };
    Ok(Order::Change(Box::new(command)))
}

struct Script<'a> {
    dataset: &'a Dataset,
    lang: Lang,
}

impl Script<'_> {
    fn key(&self, word: Option<&String>, order: &'static str) -> Result<Key, ScriptError> {
        let word = word.ok_or(ScriptError::Missing(order, "ID"))?;
        if word == Kind::Header.key() {
            return Ok(Key::header());
        }
        let none = || ScriptError::Record(word.clone());
        let key = match word.split_once(':') {
            Some((kind, id)) => {
                let kind = Kind::named(kind).ok_or_else(|| ScriptError::Kind(kind.to_owned()))?;
                Some(Key::new(kind, id)).filter(|key| AnyRecord::is_in(self.dataset, key))
            }
            None => Key::find(self.dataset, word),
        };
        key.ok_or_else(none)
    }

    fn about(&self, key: &Key) -> About {
        About::of(self.dataset, key, self.lang)
    }

    fn set(&self, words: &[String]) -> Result<Command, ScriptError> {
        let key = self.key(words.first(), "set")?;
        let path: Path = words
            .get(1)
            .ok_or(ScriptError::Missing("set", "FIELD"))?
            .parse()?;
        let typed = words.get(2..).unwrap_or_default();
        if typed.is_empty() {
            return Err(ScriptError::Missing("set", "VALUE"));
        }
        let tree = self.tree(&key)?;
        let leaf = Self::leaf(&key, &tree, &path)?;
        let value = read(&path, leaf, &typed.join(" "), self.about(&key))?;
        Ok(field::set(self.dataset, &key, &path, value)?)
    }

    fn clear(&self, words: &[String]) -> Result<Command, ScriptError> {
        let key = self.key(words.first(), "clear")?;
        let path: Path = words
            .get(1)
            .ok_or(ScriptError::Missing("clear", "FIELD"))?
            .parse()?;
        Ok(field::set(self.dataset, &key, &path, None)?)
    }

    fn append(&self, words: &[String]) -> Result<Command, ScriptError> {
        let key = self.key(words.first(), "append")?;
        let list: Path = words
            .get(1)
            .ok_or(ScriptError::Missing("append", "LIST"))?
            .parse()?;
        let tree = self.tree(&key)?;
        let item = match field::slot(key.kind, &tree, &list).map(|slot| slot.shape) {
            Some(Shape::List(of)) => *of,
            Some(_) => return Err(ScriptError::NoList(list)),
            None => {
                return Err(ScriptError::Field(FieldError::NoField {
                    kind: key.kind,
                    path: list,
                }));
            }
        };
        let typed = words.get(2..).unwrap_or_default();
        if typed.is_empty() {
            return Err(ScriptError::Missing("append", "VALUE"));
        }
        let place = list.at(field::len(&tree, &list));
        let about = self.about(&key);
        let value = match item {
            Shape::Leaf(leaf) => read(&place, leaf, &typed.join(" "), about)?,
            shape => Some(make::tree(shape, &pairs(shape, typed, about)?)),
        };
        Ok(field::set(self.dataset, &key, &place, value)?)
    }

    fn add(&self, words: &[String]) -> Result<Command, ScriptError> {
        let kind = words.first().ok_or(ScriptError::Missing("add", "KIND"))?;
        let kind = Kind::named(kind)
            .filter(|kind| *kind != Kind::Header)
            .ok_or_else(|| ScriptError::Kind(kind.clone()))?;
        let typed = words.get(1..).unwrap_or_default();
        let party = self.party_of(typed);
        let about = About::of_party(self.dataset, party.as_ref(), self.lang);
        let shape = Shape::Fields(super::shape::fields(kind));
        let values = pairs(shape, typed, about)?;
        Ok(make::add(self.dataset, kind, &values, party.as_ref())?.0)
    }

    /// Whose record it will be, by its own party or its agreement's.
    fn party_of(&self, typed: &[String]) -> Option<PartyId> {
        let named = |name: &str| {
            let mut pairs = typed.iter().filter_map(|word| word.split_once('='));
            pairs
                .find(|(field, _)| *field == name)
                .map(|(_, value)| value)
        };
        if let Some(party) = named("party") {
            return PartyId::new(party).ok();
        }
        let agreement = named("agreement")?;
        Some(self.dataset.agreements.get(agreement)?.party.clone())
    }

    fn remove(&self, words: &[String]) -> Result<Command, ScriptError> {
        let at = words.iter().position(|word| word == "cut" || word == "to");
        let (ids, how) = words.split_at(at.unwrap_or(words.len()));
        if ids.is_empty() {
            return Err(ScriptError::Missing("remove", "ID"));
        }
        let keys: Result<Vec<Key>, ScriptError> =
            ids.iter().map(|id| self.key(Some(id), "remove")).collect();
        let removal = links::removal(self.dataset, &keys?)?;
        match how.first().map(String::as_str) {
            Some("to") => {
                let target = self.key(how.get(1), "remove … to")?;
                Ok(removal.move_to(self.dataset, &target)?)
            }
            None if !removal.is_harmless() => Err(ScriptError::Linked {
                links: removal.links.len(),
                needing: removal.also.len(),
            }),
            _ => Ok(removal.cut(self.dataset)?),
        }
    }

    fn accept(&self, words: &[String]) -> Result<Command, ScriptError> {
        let check = words
            .first()
            .ok_or(ScriptError::Missing("accept", "CHECK"))?;
        let key = self.key(words.get(1), "accept")?;
        let reason = words.get(2..).unwrap_or_default().join(" ");
        Ok(make::accept(self.dataset, check, &key.id, &reason)?)
    }

    fn tree(&self, key: &Key) -> Result<Value, ScriptError> {
        let record = AnyRecord::of(self.dataset, key);
        let record = record.ok_or_else(|| FieldError::NoRecord(key.clone()))?;
        Ok(record.to_tree())
    }

    fn leaf(key: &Key, tree: &Value, path: &Path) -> Result<Leaf, ScriptError> {
        match field::slot(key.kind, tree, path).map(|slot| slot.shape) {
            Some(Shape::Leaf(leaf)) => Ok(leaf),
            // A variant without fields is a word.
            Some(Shape::OneOf(_)) => Ok(Leaf::Text),
            Some(_) => Err(ScriptError::Several(path.clone())),
            None => Err(ScriptError::Field(FieldError::NoField {
                kind: key.kind,
                path: path.clone(),
            })),
        }
    }
}

/// The values of `FIELD=VALUE …` in something of a shape.
fn pairs(
    shape: Shape,
    words: &[String],
    about: About,
) -> Result<BTreeMap<Path, Value>, ScriptError> {
    let mut values = BTreeMap::new();
    for word in words {
        let pair = word.split_once('=');
        let (name, text) = pair.ok_or_else(|| ScriptError::Pair(word.clone()))?;
        let path: Path = name.parse()?;
        let leaf = leaf_in(shape, &path).ok_or_else(|| ScriptError::Several(path.clone()))?;
        if let Some(value) = read(&path, leaf, text, about)? {
            values.insert(path, value);
        }
    }
    Ok(values)
}

/// The leaf at a path of fields.
fn leaf_in(shape: Shape, path: &Path) -> Option<Leaf> {
    let mut here = shape;
    for part in path.parts() {
        let (Shape::Fields(fields), super::path::Part::Field(name)) = (here, part) else {
            return None;
        };
        here = fields.iter().find(|field| field.name == name)?.shape;
    }
    match here {
        // A party's id is its code, and is typed; a variant without fields is a word.
        Shape::Leaf(Leaf::Id) | Shape::OneOf(_) => Some(Leaf::Text),
        Shape::Leaf(leaf) => Some(leaf),
        _ => None,
    }
}

fn read(path: &Path, leaf: Leaf, text: &str, about: About) -> Result<Option<Value>, ScriptError> {
    match typed::read(leaf, text, &about) {
        Reading::Sure(value) => Ok(value),
        Reading::Choose(all) => {
            let told = |value: &Option<Value>| {
                value
                    .as_ref()
                    .map(|value| typed::text_of(leaf, value))
                    .unwrap_or_default()
            };
            Err(ScriptError::Ambiguous {
                text: text.to_owned(),
                meanings: all.iter().map(told).collect(),
            })
        }
        Reading::Not(why) => Err(ScriptError::Unread {
            path: path.clone(),
            text: text.to_owned(),
            why,
        }),
    }
}
