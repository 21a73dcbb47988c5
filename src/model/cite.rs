//! Where a statement comes from: source, phrase, further voices; and figures with their citation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::commitment::Wording;
use super::date::PartialDate;
use super::id::SourceId;

/// At most twelve words, verbatim, in the source's language: enough to find the passage.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phrase(pub String);

impl Phrase {
    /// The most words a phrase should have.
    pub const MAX_WORDS: usize = 12;

    /// How many words it has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.0.split_whitespace().count()
    }
}

/// A further source that says the same.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Who says so.
    pub source: SourceId,
    /// In which words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phrase: Option<Phrase>,
    /// With which force, where it differs from the record's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// Who says so, in which words, and whether that was read.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The source; a record without one is a problem unless it is marked unverified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phrase: Option<Phrase>,
    /// Whether the phrase was read in a stored copy of that source. Left out in the file when true.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub verified: bool,
    /// Further sources that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<Voice>,
}

impl Default for Citation {
    fn default() -> Self {
        Self {
            source: None,
            phrase: None,
            verified: true,
            also_in: Vec::new(),
        }
    }
}

pub(super) fn yes() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
pub(super) fn is_true(value: &bool) -> bool {
    *value
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}

/// An amount as one source reports it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// How much, for what time.
    pub amount: Amount,
    /// The source's own verb: “has reached”, “allocated”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_reported: Option<String>,
    /// Who says so.
    #[serde(default)]
    pub cite: Citation,
    /// When the figure was recorded, where that differs from the record's own date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

/// What a note is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field of the same name")]
pub enum NoteOn {
    General,
    Title,
    Stage,
    Amount,
    Wording,
    Period,
    Date,
    Term,
    InForce,
    LegallyBinding,
    Published,
    Url,
}

/// Remarks by the people who coded the record, by what they are about.
pub type Notes = BTreeMap<NoteOn, String>;
