//! Changes of one state put onto another: what was changed since a document was saved, onto the file
//! as it is now. A record is the smallest thing that can be taken or left.

use std::collections::BTreeSet;

use crate::edit::{AnyRecord, Change, Command, Deed, Key, Kind, Label};
use crate::model::Dataset;

use super::diff::RecordChange;

/// The keys of all records of some datasets, by kind and id.
fn keys(datasets: &[&Dataset]) -> BTreeSet<Key> {
    let all = datasets.iter().flat_map(|dataset| {
        Kind::ALL
            .iter()
            .flat_map(|kind| AnyRecord::keys(dataset, *kind))
    });
    all.collect()
}

/// A record that was changed on both sides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The record.
    pub key: Key,
    /// As it was before; none: it was not there, or is not known.
    pub before: Option<AnyRecord>,
    /// As the user left it; none: taken out.
    pub mine: Option<AnyRecord>,
    /// As it stands in the file; none: taken out.
    pub theirs: Option<AnyRecord>,
}

impl Conflict {
    /// What the user did to it, and what became of it in the file. Where nobody knows what it was
    /// before, both are told by how the user's differs from the file's.
    pub fn changes(&self) -> [Option<RecordChange>; 2] {
        let Self {
            key,
            before,
            mine,
            theirs,
        } = self;
        let from = |from: &Option<AnyRecord>, to: &Option<AnyRecord>| {
            RecordChange::of(key, from.as_ref(), to.as_ref())
        };
        match before {
            Some(_) => [from(before, mine), from(before, theirs)],
            None => [from(theirs, mine), from(mine, theirs)],
        }
    }
}

/// Which side of a conflict is taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The user's own.
    Mine,
    /// The file's.
    Theirs,
}

/// What is to be put onto a file that was changed meanwhile.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Onto {
    /// The changes that meet nothing else.
    pub clean: Vec<Change>,
    /// The records that were changed on both sides.
    pub conflicts: Vec<Conflict>,
}

impl Onto {
    /// What leads from `before` to `mine`, to be put onto `theirs`. Where `before` is not known,
    /// each record that differs is a conflict.
    pub fn new(before: Option<&Dataset>, mine: &Dataset, theirs: &Dataset) -> Self {
        let (mut removed, mut put, mut conflicts) = (Vec::new(), Vec::new(), Vec::new());
        for key in keys(&[before.unwrap_or(mine), mine, theirs]) {
            let [mine, theirs] = [mine, theirs].map(|dataset| AnyRecord::of(dataset, &key));
            if mine == theirs {
                continue;
            }
            let was = before.map(|before| AnyRecord::of(before, &key));
            match &was {
                Some(before) if *before == mine => {}
                Some(before) if *before == theirs => match mine {
                    Some(record) => put.push(Change::Put(Box::new(record))),
                    None => removed.push(Change::Remove(key)),
                },
                _ => conflicts.push(Conflict {
                    key,
                    before: was.flatten(),
                    mine,
                    theirs,
                }),
            }
        }
        removed.append(&mut put);
        Self {
            clean: removed,
            conflicts,
        }
    }

    /// One command that does it, with the sides taken, in the order of the conflicts; where there
    /// are fewer, the file's stays. None: there is nothing to do.
    pub fn command(&self, sides: &[Side], dataset: &Dataset) -> Option<Command> {
        let taken = self.conflicts.iter().zip(sides);
        let mine = taken.filter(|(_, side)| **side == Side::Mine);
        let chosen = mine.map(|(conflict, _)| match &conflict.mine {
            Some(record) => Change::Put(Box::new(record.clone())),
            None => Change::Remove(conflict.key.clone()),
        });
        let all = self.clean.iter().cloned().chain(chosen);
        let (mut changes, put): (Vec<Change>, Vec<Change>) =
            all.partition(|change| matches!(change, Change::Remove(_)));
        changes.extend(put);
        let key = changes.first()?.key();
        Some(Command {
            label: Label::of(Deed::Recovered, &key, dataset).counting(changes.len()),
            changes,
            group: None,
        })
    }
}
