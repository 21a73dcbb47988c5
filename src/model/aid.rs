//! Aid entries: money or goods reported by a source.

use serde::{Deserialize, Serialize};

use super::amount::Percent;
use super::cite::{Figure, Notes, is_false};
use super::commitment::Quantity;
use super::date::PartialDate;
use super::id::{AidId, CommitmentId, MoneyId, PartyId, SourceId};

/// How far money got, by the source's own verb. Stages never mix (R1); *unclear* is one of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Will, plans, promises, announces.
    Pledged,
    /// Commits, agreed, contributes.
    Committed,
    /// Allocates, earmarks, sets aside, approves.
    Allocated,
    /// Provided, gave, sent, paid.
    Delivered,
    /// The source does not say: “has reached”, “amounts to”.
    Unclear,
}

impl Stage {
    /// Every stage, in order; *unclear* last.
    pub const ALL: &'static [Self] = &[
        Self::Pledged,
        Self::Committed,
        Self::Allocated,
        Self::Delivered,
        Self::Unclear,
    ];

    /// Its name in the file and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Pledged => "pledged",
            Self::Committed => "committed",
            Self::Allocated => "allocated",
            Self::Delivered => "delivered",
            Self::Unclear => "unclear",
        }
    }
}

/// What kind of aid.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word itself")]
pub enum AidType {
    Military,
    Financial,
    Humanitarian,
    Mixed,
}

impl AidType {
    /// Every type.
    pub const ALL: &'static [Self] = &[
        Self::Military,
        Self::Financial,
        Self::Humanitarian,
        Self::Mixed,
    ];

    /// Its name in the file and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Military => "military",
            Self::Financial => "financial",
            Self::Humanitarian => "humanitarian",
            Self::Mixed => "mixed",
        }
    }
}

/// In what shape the aid comes.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// The source does not say.
    #[default]
    Unknown,
    /// Given.
    Grant,
    /// Lent.
    Loan,
    /// Guaranteed.
    Guarantee,
    /// Goods from stock.
    InKindStock,
    /// Goods bought for it.
    InKindPurchase,
}

impl Instrument {
    /// Every instrument; *unknown* last.
    pub const ALL: &'static [Self] = &[
        Self::Grant,
        Self::Loan,
        Self::Guarantee,
        Self::InKindStock,
        Self::InKindPurchase,
        Self::Unknown,
    ];

    /// Its name in the file and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Grant => "grant",
            Self::Loan => "loan",
            Self::Guarantee => "guarantee",
            Self::InKindStock => "in_kind_stock",
            Self::InKindPurchase => "in_kind_purchase",
        }
    }
}

/// A flow, or a statement of a sum.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Record {
    /// A flow: this much, then.
    Package,
    /// A statement: so much since then, as counted on that day. Never added to packages of the
    /// time it covers, nor to another running total (R4).
    RunningTotal {
        /// First day counted; none where the source does not say (then 24 February 2022 by R4).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<PartialDate>,
        /// Last day counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        as_counted_on: Option<PartialDate>,
    },
}

/// A commitment that an entry fulfils, and with which share of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fulfils {
    /// The commitment.
    pub commitment: CommitmentId,
    /// The share of the entry that counts towards it, in per cent; 100 % unless said.
    #[serde(default = "full", skip_serializing_if = "Percent::is_full")]
    pub share: Percent,
}

fn full() -> Percent {
    Percent::FULL
}

/// What another source says of the same thing.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherFigure {
    /// Its figure.
    pub figure: Figure,
    /// Why it is not the preferred one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not_preferred: Option<String>,
}

/// Where an imported entry stood in its file. It stays when the entry is corrected later, so that the
/// number can still be walked back to the cell it came from.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The file, as a source: its name and SHA-256 stand there as the archived copy.
    pub file: SourceId,
    /// The sheet of a workbook, or the table of a file that has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row from 1 as a spreadsheet numbers it, headings counted; for files without rows the
    /// number of the item.
    pub row: u64,
    /// What the file itself calls the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The amount as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// The date as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The address that the file names as its own source for the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Money or goods reported by a source.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AidEntry {
    /// `lt-a03`.
    pub id: AidId,
    /// Who gives.
    pub party: PartyId,
    /// A package or a running total.
    pub record: Record,
    /// How far it got, by the source's verb.
    pub stage: Stage,
    /// What kind of aid.
    pub aid_type: AidType,
    /// In what shape.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub instrument: Instrument,
    /// In our own words.
    pub summary: String,
    /// The preferred figure (R10).
    pub figure: Figure,
    /// What other sources say of the same thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_figures: Vec<OtherFigure>,
    /// Why the entry's own figure is preferred to those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_because: Option<String>,
    /// The time as the source writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_as_written: Option<String>,
    /// When it was announced or reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The whole it is inside (R3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<MoneyId>,
    /// The commitments it fulfils (R9).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fulfils: Vec<Fulfils>,
    /// The record that carries this money (R8): it counts there, not here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_in: Option<MoneyId>,
    /// The record of which it restates the sum (R13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<MoneyId>,
    /// Earlier pledges for the same thing that it replaces for the years it states (R13).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<MoneyId>,
    /// Holds the money of several parties together (the EU *and* its member states): it is told,
    /// but stands in no party's sum (R8).
    #[serde(default, skip_serializing_if = "is_false")]
    pub joint: bool,
    /// Goods given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// Where it stood in the file it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Box<Origin>>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_unknown(instrument: &Instrument) -> bool {
    *instrument == Instrument::Unknown
}
