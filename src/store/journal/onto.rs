//! Changes of one document put onto another: what was changed since it was saved, onto the file as
//! it is now. A record is the smallest thing that can be taken or left.

use std::collections::BTreeSet;

use crate::edit::{AnyRecord, Change, Command, Deed, Key, Kind, Label};
use crate::model::Dataset;

/// The changes that lead from one dataset to another: records taken out first, then those put in,
/// so that an id can go over to a record of another kind.
pub fn differences(from: &Dataset, to: &Dataset) -> Vec<Change> {
    let (mut out, mut put) = (Vec::new(), Vec::new());
    for key in keys(&[from, to]) {
        match (AnyRecord::of(from, &key), AnyRecord::of(to, &key)) {
            (Some(_), None) => out.push(Change::Remove(key)),
            (before, Some(after)) if before.as_ref() != Some(&after) => {
                put.push(Change::Put(Box::new(after)));
            }
            _ => {}
        }
    }
    out.append(&mut put);
    out
}

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
