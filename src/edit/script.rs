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
        let leaf = self.leaf(&key, &tree, &path)?;
        let value = read(&path, leaf, &typed.join(" "), &self.about(&key))?;
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
            Shape::Leaf(leaf) => read(&place, leaf, &typed.join(" "), &about)?,
            shape => Some(make::tree(shape, &pairs(shape, typed, &about)?)),
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
        let values = pairs(shape, typed, &about)?;
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

    fn leaf(&self, key: &Key, tree: &Value, path: &Path) -> Result<Leaf, ScriptError> {
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
    about: &About,
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
        // A party's id is its code, and is typed.
        Shape::Leaf(Leaf::Id) => Some(Leaf::Text),
        Shape::Leaf(leaf) => Some(leaf),
        Shape::OneOf(_) => Some(Leaf::Text),
        _ => None,
    }
}

fn read(path: &Path, leaf: Leaf, text: &str, about: &About) -> Result<Option<Value>, ScriptError> {
    match typed::read(leaf, text, about) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Session;

    /// What the lines make of the bundled dataset.
    fn after(lines: &[&str]) -> Dataset {
        let mut data = Dataset::clone(Session::sample().dataset());
        for line in lines {
            match order(line, &data, Lang::En) {
                Ok(Order::Change(command)) => {
                    super::super::apply(&command.changes, &mut data).unwrap();
                }
                Ok(other) => panic!("{line}: {other:?}"),
                Err(error) => panic!("{line}: {error}"),
            }
        }
        data
    }

    fn refused(line: &str) -> String {
        let session = Session::sample();
        match order(line, session.dataset(), Lang::En) {
            Err(error) => error.to_string(),
            Ok(order) => panic!("{line}: {order:?}"),
        }
    }

    #[test]
    fn a_line_changes_any_value() {
        let data = after(&[
            "set lt-a01 summary 'So far in 2024'",
            "set lt-a01 figure.amount nearly €81m in 2024",
            "set LT name.uk Литва",
            "set lt-2024 term_years 12",
            "set header title \"Our book\"",
            "set lt-a01 notes[general] 'as told on the day'",
            "clear lt-2024 review_years",
            "append lt-2024-c01 status status=under_way date='June 2024' summary='First sums.' cite.source=lt-s01",
            "append lt-2024 sources lt-s02",
            "accept source-missing lt-a01 'looked for in vain'",
        ]);
        assert_eq!(data.aid["lt-a01"].summary, "So far in 2024");
        let note = &data.aid["lt-a01"].notes[&crate::model::NoteOn::General];
        assert_eq!(note, "as told on the day");
        let amount = data.aid["lt-a01"].figure.amount;
        assert_eq!(
            crate::text::typed::amount_text(&amount),
            "about 81 mln EUR in 2024"
        );
        assert_eq!(data.parties["LT"].name.uk, "Литва");
        assert_eq!(data.agreements["lt-2024"].term_years, Some(12));
        assert_eq!(data.agreements["lt-2024"].review_years, None);
        assert_eq!(data.header.title, "Our book");
        assert_eq!(data.header.accepted.len(), 1);
        let status = data.commitments["lt-2024-c01"].status.last().unwrap();
        assert_eq!(status.date.to_string(), "2024-06");
        assert_eq!(status.cite.source.as_ref().unwrap().as_str(), "lt-s01");
    }

    #[test]
    fn a_line_makes_copies_and_removes_records() {
        let data = after(&[
            "add aid party=LT stage=delivered aid_type=military summary='Drones.' figure.amount='5m EUR' date=2025-03",
            "duplicate lt-a01",
            "remove lt-a01 cut",
            "remove source:lt-s01 to lt-s02",
        ]);
        let before = Session::sample().dataset().aid.len();
        assert_eq!(data.aid.len(), before + 1);
        assert!(!data.sources.contains_key("lt-s01"));
        let drones = data
            .aid
            .values()
            .find(|entry| entry.summary == "Drones.")
            .unwrap();
        assert!(drones.id.as_str().starts_with("lt-a"));
    }

    #[test]
    fn a_line_that_cannot_be_followed_says_why() {
        for (line, why) in [
            ("sett lt-a01 summary x", "\"sett\" is no order"),
            ("set", "set needs ID"),
            ("set lt-a01", "set needs FIELD"),
            ("set lt-a01 summary", "set needs VALUE"),
            ("set lt-x99 summary x", "there is no record \"lt-x99\""),
            ("set lt-a01 sumary x", "a aid has no field sumary"),
            ("set lt-a01 figure x", "figure holds several values"),
            ("set lt-a01 'summary x", "a quotation mark is not closed"),
            ("set lt-a01 figure.amount 1.500 EUR", "can mean"),
            ("set lt-a01 figure.amount plenty", "figure.amount"),
            ("set lt-a01 id lt-a99", "id"),
            ("clear lt-a01 summary", "summary must not be empty"),
            ("append lt-a01 summary x", "summary is no list"),
            ("add aid party=LT", "must not be empty"),
            ("add header title=x", "\"header\" is no kind"),
            ("remove lt-s01", "links lead to it"),
            ("accept source-missing lt-a01", "reason must not be empty"),
        ] {
            let told = refused(line);
            assert!(told.contains(why), "{line}: {told}");
        }
        let nothing = |line| order(line, &Dataset::default(), Lang::En);
        assert_eq!(nothing("# a word"), Ok(Order::Nothing));
        assert_eq!(nothing("  "), Ok(Order::Nothing));
    }
}
