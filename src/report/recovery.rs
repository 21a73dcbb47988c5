//! What was left unsaved, in words, for window and command line alike.

use jiff::Timestamp;

use crate::compare::{self, Conflict};
use crate::edit::{Label, words};
use crate::model::Dataset;
use crate::store::journal::{DocumentNow, Left, Unsaved};
use crate::text::{Texts, fields};

/// What became of a document's file since the program ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Became {
    /// It was never in a file.
    NeverSaved,
    /// It is as it was.
    AsItWas,
    /// It was changed since.
    Changed,
    /// It is not there.
    Gone,
    /// It cannot be read whole.
    Unreadable,
}

impl Became {
    /// Its name in scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::NeverSaved => "never_saved",
            Self::AsItWas => "as_it_was",
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::Unreadable => "unreadable",
        }
    }
}

impl From<&DocumentNow> for Became {
    fn from(now: &DocumentNow) -> Self {
        match now {
            DocumentNow::NeverSaved => Self::NeverSaved,
            DocumentNow::AsItWas => Self::AsItWas,
            DocumentNow::Changed { .. } => Self::Changed,
            DocumentNow::Gone => Self::Gone,
            DocumentNow::Unreadable => Self::Unreadable,
        }
    }
}

/// A text that was typed into a field and is no value yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypedText {
    /// The record.
    pub record: String,
    /// The field.
    pub field: String,
    /// The text.
    pub text: String,
}

/// What was left unsaved of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftInWords {
    /// The document's name: the file's, else its title.
    pub name: String,
    /// Its file; none: it was in no file yet.
    pub path: Option<String>,
    /// When something happened to it last.
    pub at: Option<Timestamp>,
    /// What became of the file.
    pub became: Became,
    /// What was done and is not saved, first to last.
    pub done: Vec<String>,
    /// What was saved and then taken back, last to first.
    pub taken_back: Vec<String>,
    /// Whether there was more before that, of which only the outcome is known.
    pub earlier: bool,
    /// What was typed and is no value yet.
    pub typed: Vec<TypedText>,
    /// How many lines of the journal cannot be used.
    pub lost: usize,
}

impl LeftInWords {
    /// Tells what was left.
    pub fn of(left: &Left, texts: Texts) -> Self {
        let state = left.state();
        let dataset = state.dataset().as_ref();
        let Unsaved {
            done,
            taken_back,
            earlier,
        } = state.unsaved();
        let steps = |labels: &[Label]| {
            let named = labels.iter().map(|label| step(label, dataset, texts));
            named.collect::<Vec<String>>()
        };
        let typed = state.drafts().iter().map(|((key, path), text)| TypedText {
            record: compare::words::record(key, &[dataset], texts),
            field: fields::path(key.kind.key(), &path.to_string(), texts),
            text: text.clone(),
        });
        let file = state.path().and_then(std::path::Path::file_name);
        Self {
            name: match file {
                Some(name) => name.to_string_lossy().into_owned(),
                None => dataset.header.title.clone(),
            },
            path: state.path().map(|path| path.display().to_string()),
            at: state.at(),
            became: left.document().into(),
            done: steps(&done),
            taken_back: steps(&taken_back),
            earlier,
            typed: typed.collect(),
            lost: left.lost(),
        }
    }

    /// How many changes are told.
    pub fn changes(&self) -> usize {
        self.done.len() + self.taken_back.len()
    }
}

/// A step of the history at the head of a line: `Change of Latvia’s 2025 pledge: amount`.
fn step(label: &Label, dataset: &Dataset, texts: Texts) -> String {
    compare::words::capital(&words::named(label, dataset, texts))
}

/// A record that was changed on both sides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConflictInWords {
    /// The record.
    pub record: String,
    /// What the user did to it.
    pub mine: String,
    /// What became of it in the file.
    pub theirs: String,
}

impl ConflictInWords {
    /// Tells a conflict between the user's state and the file's.
    pub fn of(conflict: &Conflict, mine: &Dataset, theirs: &Dataset, texts: Texts) -> Self {
        let [here, there] = conflict.changes().map(|change| {
            let told = change.map(|change| compare::words::what(&change, texts));
            told.unwrap_or_default()
        });
        Self {
            record: compare::words::record(&conflict.key, &[mine, theirs], texts),
            mine: here,
            theirs: there,
        }
    }
}
