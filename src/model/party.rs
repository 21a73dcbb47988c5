//! Parties: the states and the union that signed with Ukraine.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cite::{Notes, is_false};
use super::id::PartyId;
use super::money::Currency;

/// A name in the two languages of the program.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// English.
    pub en: String,
    /// Ukrainian.
    pub uk: String,
}

/// A state or a union of states.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// A state: ISO 3166 alpha-2 id.
    #[default]
    State,
    /// A union of states: the European Union.
    Union,
}

/// How the party stands to the Joint Declaration of Vilnius, 12 July 2023.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vilnius {
    /// Signed as a member of the G7.
    G7Signatory,
    /// Joined later.
    Joined,
}

/// A state or union that signed with Ukraine.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// `LT`, `EU`.
    pub id: PartyId,
    /// State or union.
    #[serde(default, skip_serializing_if = "is_state")]
    pub kind: PartyKind,
    /// ISO 3166 alpha-3, or `EUU`.
    pub iso3: String,
    /// Name.
    pub name: Name,
    /// The currency in which its GDP is counted (R6).
    pub currency: Currency,
    /// Member of the EU since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eu_since: Option<Date>,
    /// Member of NATO since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nato_since: Option<Date>,
    /// The euro is its currency since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub euro_since: Option<Date>,
    /// Member of the Group of Seven.
    #[serde(default, skip_serializing_if = "is_false")]
    pub g7: bool,
    /// How it stands to the Vilnius declaration; none where that was not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vilnius: Option<Vilnius>,
    /// In words: where sources disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<String>,
    /// In words: what was looked for in vain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_found: Vec<String>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_state(kind: &PartyKind) -> bool {
    *kind == PartyKind::State
}
