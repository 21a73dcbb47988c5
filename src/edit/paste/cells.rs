//! A cell read as the value of a field: links by names in any spelling, choices by their words in
//! either language, the rest as it is typed into a form.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::edit::path::Path;
use crate::edit::record::Kind;
use crate::edit::shape::{Leaf, LinkTo};
use crate::edit::typed::{self as edit_typed, About};
use crate::model::{Currency, Dataset};
use crate::text::fold::fold;
use crate::text::typed::{self, Context, Reading, Unread};
use crate::text::{Lang, Texts, fields};

use super::columns::{self, Column};

/// Why a cell, or a row, cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// It cannot be read.
    Unread(Unread),
    /// There is no such record.
    NoRecord {
        /// What it should lead to.
        to: LinkTo,
        /// What is written.
        text: String,
    },
    /// Several records are called so.
    Several {
        /// What is written.
        text: String,
        /// Their ids.
        ids: Vec<String>,
    },
    /// The party has no agreement that the commitment could stand in.
    NoAgreement(String),
    /// It is none of the words that can be chosen.
    NoWord {
        /// In which field.
        path: Path,
        /// What is written.
        text: String,
        /// What could be, in the words of the file.
        words: &'static [&'static str],
    },
    /// Something must stand in this field.
    Missing(Path),
    /// The record is none that the book takes, in its words.
    Refused(String),
}

/// What a cell, or what is typed for several records, says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Read {
    /// Nothing.
    Empty,
    /// One thing.
    Sure(Value),
    /// One of several, the likelier first.
    Choose(Vec<Value>),
    /// Nothing that can be taken.
    Wrong(Wrong),
}

/// Whether nothing is meant by a cell.
pub(super) fn is_empty(text: &str) -> bool {
    matches!(text, "" | "-" | "–" | "—")
}

/// Names by what they lead to, made once for many cells.
type Names = BTreeMap<String, Vec<String>>;

/// What can be meant in links and choices.
#[derive(Debug)]
pub struct Choices {
    parties: Names,
    agreements: Names,
    sources: Names,
    money: BTreeMap<String, (Kind, String)>,
    words: BTreeMap<Path, BTreeMap<String, &'static str>>,
}

/// Parties that are called otherwise than in the book.
const ALSO_CALLED: &[(&str, &str)] = &[
    ("GB", "uk"),
    ("GB", "great britain"),
    ("GB", "britain"),
    ("GB", "британія"),
    ("CZ", "czech republic"),
    ("CZ", "чеська республіка"),
    ("NL", "holland"),
    ("NL", "голландія"),
    ("US", "usa"),
    ("US", "united states of america"),
    ("EU", "євросоюз"),
];

fn add(names: &mut Names, name: &str, id: &str) {
    let ids = names.entry(fold(name).trim().to_owned()).or_default();
    if !name.trim().is_empty() && !ids.iter().any(|known| known == id) {
        ids.push(id.to_owned());
    }
}

impl Choices {
    /// What a dataset knows.
    pub fn of(dataset: &Dataset, kind: Kind) -> Self {
        let mut choices = Self {
            parties: Names::new(),
            agreements: Names::new(),
            sources: Names::new(),
            money: BTreeMap::new(),
            words: BTreeMap::new(),
        };
        for party in dataset.parties.values() {
            let id = party.id.as_str();
            for name in [id, &party.iso3, &party.name.en, &party.name.uk] {
                add(&mut choices.parties, name, id);
            }
        }
        for (id, name) in ALSO_CALLED {
            if dataset.parties.contains_key(*id) {
                add(&mut choices.parties, name, id);
            }
        }
        for agreement in dataset.agreements.values() {
            let id = agreement.id.as_str();
            add(&mut choices.agreements, id, id);
            add(&mut choices.agreements, &agreement.title, id);
            // By its party, where that has one.
            add(&mut choices.agreements, agreement.party.as_str(), id);
        }
        for source in dataset.sources.values() {
            let id = source.id.as_str();
            for name in [id, &source.title, source.url.trim_end_matches('/')] {
                add(&mut choices.sources, name, id);
            }
        }
        let commitments = dataset.commitments.keys();
        let commitments = commitments.map(|id| (Kind::Commitment, id.as_str()));
        let aid = dataset.aid.keys().map(|id| (Kind::Aid, id.as_str()));
        for (kind, id) in commitments.chain(aid) {
            choices.money.insert(fold(id), (kind, id.to_owned()));
        }
        for column in columns::offered(kind) {
            let Column::Field(path) = column else {
                continue;
            };
            if let Some(Leaf::Choice(words)) = columns::leaf(kind, &path) {
                let named = named_words(&path, words);
                choices.words.insert(path, named);
            }
        }
        choices
    }

    /// The id of the party of this name, in any spelling.
    pub(super) fn party(&self, text: &str) -> Result<String, Wrong> {
        let name = fold(text.trim());
        let name = name.strip_prefix("the ").unwrap_or(&name);
        one(self.parties.get(name), LinkTo::Party, text)
    }

    fn link(&self, to: LinkTo, text: &str) -> Result<String, Wrong> {
        let name = fold(text.trim().trim_end_matches('/'));
        match to {
            LinkTo::Party => self.party(text),
            LinkTo::Source => one(self.sources.get(&name), to, text),
            LinkTo::Agreement => match self.party(text) {
                Ok(party) => match self.agreements.get(&fold(&party)) {
                    Some(ids) => one(Some(ids), to, text),
                    None => Err(Wrong::NoAgreement(party)),
                },
                Err(_) => one(self.agreements.get(&name), to, text),
            },
            LinkTo::Commitment | LinkTo::Money => match self.money.get(&name) {
                Some((kind, id)) if to.kinds().contains(kind) => Ok(id.clone()),
                _ => Err(no_record(to, text)),
            },
        }
    }

    /// Reads a cell as the value of a field; what is empty is not read.
    pub fn read(&self, kind: Kind, path: &Path, text: &str, about: About) -> Read {
        let Some(leaf) = columns::leaf(kind, path) else {
            return Read::Empty;
        };
        let found = |found: Result<String, Wrong>| match found {
            Ok(id) => Read::Sure(Value::from(id)),
            Err(wrong) => Read::Wrong(wrong),
        };
        match leaf {
            _ if is_empty(text) => Read::Empty,
            Leaf::Link(to) => found(self.link(to, text)),
            Leaf::Choice(words) => found(self.word(path, words, text)),
            leaf => of_reading(edit_typed::read(leaf, text, &about)),
        }
    }

    fn word(
        &self,
        path: &Path,
        words: &'static [&'static str],
        text: &str,
    ) -> Result<String, Wrong> {
        let name = fold(text.trim());
        let word = self.words.get(path).and_then(|named| named.get(&name));
        word.map(|word| (*word).to_owned())
            .ok_or_else(|| Wrong::NoWord {
                path: path.clone(),
                text: text.to_owned(),
                words,
            })
    }

    /// Whether a cell looks like what a column would hold.
    pub(super) fn fits(&self, kind: Kind, column: &Column, text: &str) -> bool {
        let is_year = text.len() == 4 && text.chars().all(|c| c.is_ascii_digit());
        let has_digit = text.contains(|c: char| c.is_ascii_digit());
        let is_address = text.starts_with("http://") || text.starts_with("https://");
        let context = Context {
            currency: Some(Currency::EUR),
            lang: Lang::En,
        };
        let path = match column {
            Column::Nothing => return false,
            Column::Currency => return !matches!(typed::currency(text), Reading::Not(_)),
            Column::Time => return is_year && text.starts_with("20"),
            Column::Field(path) => path,
        };
        match columns::leaf(kind, path) {
            Some(Leaf::Link(LinkTo::Source)) => {
                is_address || self.link(LinkTo::Source, text).is_ok()
            }
            Some(Leaf::Link(to)) => self.link(to, text).is_ok(),
            Some(Leaf::Choice(words)) => self.word(path, words, text).is_ok(),
            Some(Leaf::Amount) => {
                has_digit && !matches!(typed::amount(text, &context), Reading::Not(_))
            }
            Some(Leaf::Date | Leaf::Day) => {
                !is_year && !matches!(typed::date(text, Lang::En), Reading::Not(_))
            }
            Some(Leaf::Url) => is_address,
            Some(Leaf::Language) => text.len() == 2 && text.chars().all(char::is_alphabetic),
            Some(Leaf::Text | Leaf::LongText) => {
                !is_address && text.contains(' ') && text.chars().count() >= 12
            }
            _ => false,
        }
    }
}

/// The one of this name.
fn one(found: Option<&Vec<String>>, to: LinkTo, text: &str) -> Result<String, Wrong> {
    match found.map(Vec::as_slice) {
        Some([id]) => Ok(id.clone()),
        Some([]) | None => Err(no_record(to, text)),
        Some(several) => Err(Wrong::Several {
            text: text.to_owned(),
            ids: several.to_vec(),
        }),
    }
}

fn no_record(to: LinkTo, text: &str) -> Wrong {
    Wrong::NoRecord {
        to,
        text: text.to_owned(),
    }
}

/// The words of a choice by all their names.
fn named_words(path: &Path, words: &'static [&'static str]) -> BTreeMap<String, &'static str> {
    let mut named = BTreeMap::new();
    for word in words {
        let spaced = word.replace('_', " ");
        let mut called = vec![(*word).to_owned(), spaced];
        for lang in Lang::ALL {
            called.push(fields::choice(&path.to_string(), word, Texts::new(*lang)));
        }
        for name in called {
            named.entry(fold(&name)).or_insert(*word);
        }
    }
    named
}

/// What a reading says.
pub(super) fn of_reading(reading: Reading<Option<Value>>) -> Read {
    match reading {
        Reading::Sure(Some(value)) => Read::Sure(value),
        Reading::Sure(None) => Read::Empty,
        Reading::Choose(all) => Read::Choose(all.into_iter().flatten().collect()),
        Reading::Not(why) => Read::Wrong(Wrong::Unread(why)),
    }
}
