//! Agreements: one signed document each.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cite::{Citation, Notes};
use super::date::PartialDate;
use super::id::{AgreementId, PartyId, SourceId};

/// What the document is called.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum AgreementKind {
    /// An agreement.
    #[default]
    Agreement,
    /// Joint security commitments.
    JointCommitments,
    /// A memorandum.
    Memorandum,
    /// An accord.
    Accord,
}

/// Who signed.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatories {
    /// For Ukraine: name and office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ukraine: String,
    /// For the partner: name and office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partner: String,
}

/// A fact about all agreements that this one's sources tell.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContextFact {
    /// In our words.
    pub summary: String,
    /// Who says so.
    #[serde(default)]
    pub cite: Citation,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The day of the declaration that the fact refers to (Vilnius, 12 July 2023).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declaration_date: Option<PartialDate>,
    /// The parties it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyId>,
}

/// One signed document.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// `lt-2024`.
    pub id: AgreementId,
    /// Who signed with Ukraine.
    pub party: PartyId,
    /// Title.
    pub title: String,
    /// What the document is called.
    #[serde(default, skip_serializing_if = "is_agreement")]
    pub kind: AgreementKind,
    /// Day of signing.
    pub signed: Date,
    /// Place of signing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Who signed.
    #[serde(default)]
    pub signatories: Signatories,
    /// For how many years it holds from the signing; none where the text sets no term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_years: Option<u8>,
    /// After how many years it is reviewed at the latest; none where the text sets no such time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_years: Option<u8>,
    /// How many months' notice ends it; none where the text does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_months: Option<u8>,
    /// In force since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<PartialDate>,
    /// Whether it binds in law; none where the text is silent and nobody with standing said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legally_binding: Option<bool>,
    /// The texts and reports it is told from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Facts about all agreements that its sources tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<ContextFact>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_agreement(kind: &AgreementKind) -> bool {
    *kind == AgreementKind::Agreement
}

impl Agreement {
    /// The day it ends, where the text sets a term.
    #[must_use]
    pub fn expires(&self) -> Option<Date> {
        self.term_years.map(|years| years_after(self.signed, years))
    }

    /// The day by which it is to be reviewed, where the text sets one.
    #[must_use]
    pub fn review(&self) -> Option<Date> {
        self.review_years
            .map(|years| years_after(self.signed, years))
    }
}

/// The same day `years` later; 29 February becomes 28 February.
fn years_after(day: Date, years: u8) -> Date {
    let span = jiff::Span::new().years(i64::from(years));
    day.checked_add(span).unwrap_or(Date::MAX)
}
