//! Commands: every change of a document, and its inverse.

use serde::{Deserialize, Serialize};

use crate::model::Dataset;

use super::history::Group;
use super::label::Label;
use super::record::{AnyRecord, Key, Kind};

/// The smallest change: a whole record is put in (in the place of one with the same id, or as a new
/// one), or taken out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Put this record in.
    Put(Box<AnyRecord>),
    /// Take this record out.
    Remove(Key),
}

impl Change {
    /// A record put in.
    pub fn put(record: impl Into<AnyRecord>) -> Self {
        Self::Put(Box::new(record.into()))
    }

    /// Which record it is about.
    pub fn key(&self) -> Key {
        match self {
            Self::Put(record) => record.key(),
            Self::Remove(key) => key.clone(),
        }
    }
}

/// One intent of the user: a name, and the changes that it needs, in order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// What it is called in menus and in the history.
    pub label: Label,
    /// What it changes.
    pub changes: Vec<Change>,
    /// Typing into one field is one step of the history: commands of the same group join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// Why a change cannot be done. Nothing is changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such record.
    #[error("there is no {} {:?}", .0.kind.key(), .0.id)]
    Missing(Key),
    /// Commitments and aid entries share one name space.
    #[error("the id {:?} is taken by a {}", id, by.key())]
    Taken {
        /// The id.
        id: String,
        /// Whose it is.
        by: Kind,
    },
    /// The header cannot be taken out.
    #[error("a book has a header")]
    HeaderStays,
}

/// Does the changes in order and gives those that take them back, in the order in which they do.
///
/// # Errors
/// When one of them cannot be done; the dataset is then as it was.
pub fn apply(changes: &[Change], dataset: &mut Dataset) -> Result<Vec<Change>, EditError> {
    let mut inverse = Vec::with_capacity(changes.len());
    for change in changes {
        match apply_one(change, dataset) {
            Ok(back) => inverse.push(back),
            Err(error) => {
                for back in inverse.iter().rev() {
                    // What was just done can be taken back.
                    let _ = apply_one(back, dataset);
                }
                return Err(error);
            }
        }
    }
    inverse.reverse();
    Ok(inverse)
}

fn apply_one(change: &Change, dataset: &mut Dataset) -> Result<Change, EditError> {
    match change {
        Change::Put(record) => {
            let key = record.key();
            if let Some(by) = twin(dataset, &key) {
                return Err(EditError::Taken { id: key.id, by });
            }
            Ok(match record.as_ref().clone().put(dataset) {
                Some(before) => Change::Put(Box::new(before)),
                None => Change::Remove(key),
            })
        }
        Change::Remove(key) if key.kind == Kind::Header => Err(EditError::HeaderStays),
        Change::Remove(key) => match AnyRecord::take(dataset, key) {
            Some(before) => Ok(Change::Put(Box::new(before))),
            None => Err(EditError::Missing(key.clone())),
        },
    }
}

/// The other kind that has this id in a name space that the two share.
fn twin(dataset: &Dataset, key: &Key) -> Option<Kind> {
    let other = match key.kind {
        Kind::Commitment => Kind::Aid,
        Kind::Aid => Kind::Commitment,
        _ => return None,
    };
    AnyRecord::is_in(dataset, &Key::new(other, &key.id)).then_some(other)
}
