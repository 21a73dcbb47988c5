//! Links between records: who refers to a record, and how it is taken out without a link that leads
//! nowhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::model::Dataset;

use super::command::{Change, Command};
use super::field::{self, FieldError};
use super::label::{Deed, Label};
use super::path::Path;
use super::record::{AnyRecord, Key, Kind};
use super::shape::{self, Leaf, LinkTo, Need, Shape};

/// A link of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// In which record it stands.
    pub from: Key,
    /// Where in it.
    pub path: Path,
    /// What kinds it can lead to.
    pub to: LinkTo,
    /// The id it leads to.
    pub id: String,
    /// What is taken away with it: the link alone where nothing need stand there, else the item of
    /// the list that it stands in. None: the record cannot be without it.
    pub cut: Option<Path>,
}

/// Every link of a record, in the order of its fields.
pub fn of(record: &AnyRecord) -> Vec<Link> {
    let key = record.key();
    let mut found = Vec::new();
    let tree = record.to_tree();
    let fields = Shape::Fields(shape::fields(key.kind));
    let mut walk = Walk {
        from: &key,
        found: &mut found,
    };
    walk.enter(fields, &tree, &Path::default(), Need::Required, None);
    found
}

struct Walk<'a> {
    from: &'a Key,
    found: &'a mut Vec<Link>,
}

impl Walk<'_> {
    /// `item`: the innermost item of a list or table that it stands in, which can be taken out whole.
    fn enter(&mut self, shape: Shape, value: &Value, path: &Path, need: Need, item: Option<&Path>) {
        match (shape, value) {
            (Shape::Leaf(Leaf::Link(to)), Value::String(id)) => self.found.push(Link {
                from: self.from.clone(),
                path: path.clone(),
                to,
                id: id.clone(),
                cut: match need {
                    Need::Required => item.cloned(),
                    Need::Optional | Need::Defaults(_) => Some(path.clone()),
                },
            }),
            (Shape::Fields(fields), Value::Object(map)) => {
                for field in fields {
                    if let Some(value) = map.get(field.name) {
                        let path = path.field(field.name);
                        self.enter(field.shape, value, &path, field.need, item);
                    }
                }
            }
            (Shape::List(of), Value::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    let path = path.at(index);
                    self.enter(*of, value, &path, Need::Required, Some(&path));
                }
            }
            (Shape::Table(_, of), Value::Object(map)) => {
                for (key, entry) in map {
                    let path = path.at(key);
                    self.enter(*of, entry, &path, Need::Required, Some(&path));
                }
            }
            _ => {}
        }
    }
}

/// What taking records out would break.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Removal {
    /// The records that are to go.
    pub keys: Vec<Key>,
    /// The links from records that stay, which can be cut or moved.
    pub links: Vec<Link>,
    /// Records that cannot be without one that goes: cutting takes them out too.
    pub also: Vec<Key>,
}

/// What taking these records out would break.
///
/// # Errors
/// When one of them is not there, or is the header.
pub fn removal(dataset: &Dataset, keys: &[Key]) -> Result<Removal, FieldError> {
    for key in keys {
        if !AnyRecord::is_in(dataset, key) {
            return Err(FieldError::NoRecord(key.clone()));
        }
    }
    let links = Kind::ALL
        .iter()
        .flat_map(|kind| AnyRecord::keys(dataset, *kind))
        .filter_map(|key| AnyRecord::of(dataset, &key))
        .flat_map(|record| of(&record));
    let links: Vec<Link> = links.collect();
    let mut going: BTreeSet<Key> = keys.iter().cloned().collect();
    loop {
        let more: Vec<Key> = links
            .iter()
            .filter(|link| {
                link.cut.is_none() && !going.contains(&link.from) && leads_to(link, &going)
            })
            .map(|link| link.from.clone())
            .collect();
        if more.is_empty() {
            break;
        }
        going.extend(more);
    }
    let also: Vec<Key> = going
        .iter()
        .filter(|key| !keys.contains(key))
        .cloned()
        .collect();
    let links = links
        .into_iter()
        .filter(|link| !going.contains(&link.from) && leads_to(link, &going));
    Ok(Removal {
        keys: keys.to_vec(),
        links: links.collect(),
        also,
    })
}

fn leads_to(link: &Link, going: &BTreeSet<Key>) -> bool {
    let mut kinds = link.to.kinds().iter();
    kinds.any(|kind| going.contains(&Key::new(*kind, &link.id)))
}

impl Removal {
    /// Whether nothing else would break.
    pub fn is_harmless(&self) -> bool {
        self.links.is_empty() && self.also.is_empty()
    }

    /// The command that takes the records out and cuts every link to them; what cannot be without
    /// them goes too. Problems of theirs that were accepted are forgotten with them.
    ///
    /// # Errors
    /// When a record without its link is none that the model takes.
    pub fn cut(&self, dataset: &Dataset) -> Result<Command, FieldError> {
        let mut changes = Vec::new();
        for (from, paths) in self.by_record() {
            let mut record = record_of(dataset, from)?;
            // Later items first, so that the places of the others stay.
            for path in paths.iter().rev() {
                record = field::changed(&record, path, None)?;
            }
            changes.push(Change::put(record));
        }
        let going: Vec<Key> = self.keys.iter().chain(&self.also).cloned().collect();
        Ok(self.finish(dataset, changes, &going))
    }

    /// The command that takes the records out and lets every link to them lead to another record.
    ///
    /// # Errors
    /// When a link cannot lead there.
    pub fn move_to(&self, dataset: &Dataset, target: &Key) -> Result<Command, FieldError> {
        let going: BTreeSet<Key> = self.keys.iter().cloned().collect();
        let needed = self
            .also
            .iter()
            .filter_map(|key| AnyRecord::of(dataset, key));
        let needed = needed.flat_map(|record| of(&record));
        let needed: Vec<Link> = needed.filter(|link| leads_to(link, &going)).collect();
        let links = self.links.iter().filter(|link| leads_to(link, &going));
        let mut by_record: BTreeMap<Key, AnyRecord> = BTreeMap::new();
        for link in links.chain(&needed) {
            if !link.to.kinds().contains(&target.kind) {
                return Err(FieldError::Refused {
                    path: link.path.clone(),
                    why: format!("{} is a {}", target.id, target.kind.key()),
                });
            }
            let record = match by_record.remove(&link.from) {
                Some(record) => record,
                None => record_of(dataset, &link.from)?,
            };
            let id = Value::String(target.id.clone());
            let record = field::changed(&record, &link.path, Some(id))?;
            by_record.insert(link.from.clone(), record);
        }
        let changes = by_record.into_values().map(Change::put).collect();
        Ok(self.finish(dataset, changes, &self.keys))
    }

    /// What is taken away from each record that stays, in the order of its fields, each once.
    fn by_record(&self) -> BTreeMap<&Key, Vec<&Path>> {
        let mut by_record: BTreeMap<&Key, Vec<&Path>> = BTreeMap::new();
        for link in &self.links {
            by_record.entry(&link.from).or_default().extend(&link.cut);
        }
        // An item in which two links lead to what goes is taken out once.
        for paths in by_record.values_mut() {
            paths.dedup();
        }
        by_record
    }

    fn finish(&self, dataset: &Dataset, mut changes: Vec<Change>, going: &[Key]) -> Command {
        let gone = |id: &str| going.iter().any(|key| key.id == id);
        let mut header = dataset.header.clone();
        header.accepted.retain(|accepted| !gone(&accepted.record));
        if header != dataset.header {
            changes.push(Change::put(AnyRecord::Header(header)));
        }
        // What refers goes before what it refers to.
        changes.extend(going.iter().rev().cloned().map(Change::Remove));
        let first = self.keys.first().cloned().unwrap_or_else(Key::header);
        Command {
            label: Label::of(Deed::Removed, &first, dataset).counting(self.keys.len()),
            changes,
            group: None,
        }
    }
}

fn record_of(dataset: &Dataset, key: &Key) -> Result<AnyRecord, FieldError> {
    AnyRecord::of(dataset, key).ok_or_else(|| FieldError::NoRecord(key.clone()))
}
