//! Ids of new records: made for people, by the pattern that the book has already, and never one
//! that is taken.

use serde_json::Value;

use crate::model::{Dataset, PartyId};

use super::record::{AnyRecord, Key, Kind};

/// The id of a new record. `tree` holds what is known of it; `party` is whose book page it is made
/// on, for a source, which belongs to nobody.
///
/// A party's id is its code and is typed, not made: it is the one that stands in the tree.
pub fn fresh(dataset: &Dataset, kind: Kind, tree: &Value, party: Option<&PartyId>) -> String {
    let word = |name: &str| {
        let value = tree.get(name).and_then(Value::as_str).unwrap_or_default();
        value.to_lowercase()
    };
    let series = |prefix: &str, name: &str| {
        let id = format!("{prefix}-{}-{}", word(name), slug(&word("vintage")));
        free(dataset, kind, &id)
    };
    match kind {
        Kind::Party | Kind::Header => tree
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        Kind::Agreement => {
            let year: String = word("signed").chars().take(4).collect();
            free(dataset, kind, &format!("{}-{year}", word("party")))
        }
        Kind::Commitment => numbered(dataset, kind, &format!("{}-c", word("agreement"))),
        Kind::Aid => numbered(dataset, kind, &format!("{}-a", word("party"))),
        Kind::Source => {
            let whose = party.map_or_else(|| "x".to_owned(), |id| id.as_str().to_lowercase());
            numbered(dataset, kind, &format!("{whose}-s"))
        }
        Kind::Gdp => series("gdp", "country"),
        Kind::Population => series("pop", "country"),
        Kind::Fx => numbered(dataset, kind, &format!("fx-{}-", word("currency"))),
        Kind::EuShares => free(dataset, kind, &format!("eu-{}", slug(&word("title")))),
    }
}

/// Ids for many new aid entries: the book is looked through once.
#[derive(Debug)]
pub struct AidIds<'a> {
    dataset: &'a Dataset,
    /// The highest number under each prefix, `lt-a`.
    highest: std::collections::BTreeMap<String, u32>,
}

impl<'a> AidIds<'a> {
    /// The ids that a book has.
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut highest = std::collections::BTreeMap::new();
        for id in dataset.aid.keys() {
            let id = id.as_str();
            let prefix = id.trim_end_matches(|c: char| c.is_ascii_digit());
            let number = id.get(prefix.len()..).and_then(|n| n.parse::<u32>().ok());
            if let Some(number) = number {
                match highest.get_mut(prefix) {
                    Some(known) => *known = number.max(*known),
                    None => {
                        highest.insert(prefix.to_owned(), number);
                    }
                }
            }
        }
        Self { dataset, highest }
    }

    /// The next id of a party, as [`fresh`] would make it after those that were made before.
    pub fn next(&mut self, party: &PartyId) -> String {
        let prefix = format!("{}-a", party.as_str().to_lowercase());
        let highest = self.highest.entry(prefix).or_default();
        loop {
            *highest = highest.saturating_add(1);
            let id = format!("{}-a{highest:02}", party.as_str().to_lowercase());
            if !is_taken(self.dataset, Kind::Aid, &id) {
                return id;
            }
        }
    }
}

/// The words of a text as a part of an id.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(6).collect();
    if words.is_empty() {
        "new".to_owned()
    } else {
        words.join("-")
    }
}

fn is_taken(dataset: &Dataset, kind: Kind, id: &str) -> bool {
    let shared: &[Kind] = match kind {
        Kind::Commitment | Kind::Aid => &[Kind::Commitment, Kind::Aid],
        Kind::Agreement => &[Kind::Agreement],
        Kind::Source => &[Kind::Source],
        _ => &[kind],
    };
    shared
        .iter()
        .any(|kind| AnyRecord::is_in(dataset, &Key::new(*kind, id)))
}

/// The id itself, or with the first letter behind it that makes it new.
fn free(dataset: &Dataset, kind: Kind, id: &str) -> String {
    if !is_taken(dataset, kind, id) {
        return id.to_owned();
    }
    let lettered = ('b'..='z').map(|letter| format!("{id}{letter}"));
    let counted = (2..).map(|n: u32| format!("{id}-{n}"));
    lettered
        .chain(counted)
        .find(|id| !is_taken(dataset, kind, id))
        .unwrap_or_else(|| id.to_owned())
}

/// The id with the number after the highest that the book has under this prefix.
fn numbered(dataset: &Dataset, kind: Kind, prefix: &str) -> String {
    let highest = highest(dataset, kind, prefix);
    let mut next = highest.saturating_add(1);
    loop {
        let id = format!("{prefix}{next:02}");
        if !is_taken(dataset, kind, &id) {
            return id;
        }
        next = next.saturating_add(1);
    }
}

fn highest(dataset: &Dataset, kind: Kind, prefix: &str) -> u32 {
    let number = |id: &str| id.strip_prefix(prefix)?.parse::<u32>().ok();
    let ids: Box<dyn Iterator<Item = &str>> = match kind {
        Kind::Commitment => Box::new(
            dataset
                .commitments
                .keys()
                .map(crate::model::CommitmentId::as_str),
        ),
        Kind::Aid => Box::new(dataset.aid.keys().map(crate::model::AidId::as_str)),
        Kind::Source => Box::new(dataset.sources.keys().map(crate::model::SourceId::as_str)),
        _ => Box::new(
            dataset
                .reference
                .fx
                .keys()
                .map(crate::model::SeriesId::as_str),
        ),
    };
    ids.filter_map(number).max().unwrap_or_default()
}
