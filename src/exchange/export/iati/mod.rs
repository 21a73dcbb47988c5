//! The book's money as activities of the International Aid Transparency Initiative, version 2.03.
//!
//! # What goes out
//! - **Which money**: the packages that count, by the ledger's own rules: what stands in the sum of
//!   its party and stage. What is part of a whole, restates, is carried by or replaced by another
//!   record does not go out beside it, so nobody who adds the transactions counts twice. Running
//!   totals are statements of a sum, no flows: they never go out.
//! - **An activity** is an aid entry by itself, or an agreement with its promises of money. Its
//!   identifier is the reporting organization's, `-`, and the record's id.
//! - **A transaction** is a figure, in its own currency; of a yearly promise one for each year.
//!   Pledged → outgoing pledge (12); committed → outgoing commitment (2), of a guarantee credit
//!   guarantee (10); delivered → disbursement (3). Allocated and unclear have no code in the
//!   standard: they stay out and are told.
//! - **Amounts**: exact ones and those that are *about* so much; of *at least* and of ranges the
//!   lower bound, said in the transaction's words. *Up to*, shares of GDP and what is not disclosed
//!   name no sum that flows: they stay out and are told.
//! - **Kind of aid**: humanitarian as the OECD's category 720, all else as unspecified (998): the
//!   standard knows no military aid. Beside it stands our own word, as the reporting organization's
//!   own vocabulary (99), by which [`crate::exchange::import::iati`] reads it back.
//! - **Day**: when it was announced; of a month, year or span its first day, with the date as it is
//!   known in words.
//! - **The giver** is named, with no identifier: identifiers of ministries are not in the book.

mod plan;
mod write;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::ledger::Ledger;
use crate::task::TaskLine;
use crate::text::Texts;

/// The codes of types of organizations in the standard.
pub const ORGANISATION_TYPES: &[&str] = &[
    "10", "11", "15", "21", "22", "23", "24", "30", "40", "60", "70", "71", "72", "73", "80", "90",
];

/// Who hands the file on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reporter {
    reference: String,
    kind: String,
    name: String,
}

impl Default for Reporter {
    /// Nobody in particular: `XX` is no agency of the standard's list, so nobody is taken for
    /// somebody else. Fine to look at; to publish, one's own identifier is needed.
    fn default() -> Self {
        Self {
            reference: "XX-PLEDGEBOOK".to_owned(),
            kind: "90".to_owned(),
            name: "Pledgebook".to_owned(),
        }
    }
}

/// Why nobody can report as this.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReporterError {
    /// Not `AGENCY-NUMBER`.
    #[error("{0:?} is no identifier: write AGENCY-NUMBER, without spaces, /, &, | and ?")]
    Reference(String),
    /// Not a code of the list.
    #[error("{0:?} is no type of organization")]
    Kind(String),
}

impl Reporter {
    /// Who hands the file on: its identifier (`GB-COH-1234567`), the code of its type, its name.
    ///
    /// # Errors
    /// When the identifier is not of the form of the standard, or the type is not in its list.
    pub fn new(reference: &str, kind: &str, name: &str) -> Result<Self, ReporterError> {
        let (agency, number) = reference.split_once('-').unwrap_or_default();
        let barred = |c: char| c.is_whitespace() || c.is_control() || "/&|?".contains(c);
        if agency.len() < 2 || number.is_empty() || reference.contains(barred) {
            return Err(ReporterError::Reference(reference.to_owned()));
        }
        if !ORGANISATION_TYPES.contains(&kind) {
            return Err(ReporterError::Kind(kind.to_owned()));
        }
        Ok(Self {
            reference: reference.to_owned(),
            kind: kind.to_owned(),
            name: name.to_owned(),
        })
    }

    /// Its identifier.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }
}

/// Why a record with an amount is not in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LeftOut {
    /// A statement of a sum, no flow.
    RunningTotal,
    /// Allocated or unclear: the standard has no code.
    Stage,
    /// Inside, beside or behind another record that counts.
    CountedElsewhere,
    /// No sum is disclosed.
    Undisclosed,
    /// Only an upper end is named.
    UpTo,
    /// A share of GDP.
    GdpShare,
    /// It holds the money of several parties.
    Joint,
    /// Announced after the cut-off.
    AfterCutoff,
    /// Nobody says when.
    Undated,
}

impl LeftOut {
    /// The message that says so, for `count` records.
    pub fn told(self, count: usize, texts: Texts) -> String {
        let args = [("count", count.into()), ("shown", count.to_string().into())];
        match self {
            Self::RunningTotal => texts.with("iati-out-running-total", &args),
            Self::Stage => texts.with("iati-out-stage", &args),
            Self::CountedElsewhere => texts.with("iati-out-counted-elsewhere", &args),
            Self::Undisclosed => texts.with("iati-out-undisclosed", &args),
            Self::UpTo => texts.with("iati-out-up-to", &args),
            Self::GdpShare => texts.with("iati-out-gdp-share", &args),
            Self::Joint => texts.with("iati-out-joint", &args),
            Self::AfterCutoff => texts.with("iati-out-after-cutoff", &args),
            Self::Undated => texts.with("iati-out-undated", &args),
        }
    }
}

/// The file, and what is not in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The file: XML in UTF-8.
    pub xml: Vec<u8>,
    /// How many activities.
    pub activities: usize,
    /// How many transactions.
    pub transactions: usize,
    /// How many records with an amount are not in it, by reason.
    pub left_out: BTreeMap<LeftOut, usize>,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum IatiExportError {
    /// No money that the standard can tell: a file needs an activity at least.
    #[error("nothing can be told in IATI")]
    Nothing {
        /// What is not in it, by reason.
        left_out: BTreeMap<LeftOut, usize>,
    },
    /// The person no longer wants it.
    #[error("cancelled")]
    Cancelled,
    /// It could not be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// The file: what is known by the ledger's cut-off, as told above. `generated` is when it is made;
/// without it the same book gives the same bytes.
///
/// # Errors
/// When there is nothing to tell, or it is cancelled.
pub fn iati(
    ledger: &Ledger,
    reporter: &Reporter,
    generated: Option<Timestamp>,
    texts: Texts,
    line: &TaskLine,
) -> Result<Written, IatiExportError> {
    let plan = plan::plan(ledger, line)?;
    if plan.activities.is_empty() {
        let left_out = plan.left_out;
        return Err(IatiExportError::Nothing { left_out });
    }
    let xml = write::file(ledger, &plan, reporter, generated, texts, line)?;
    let transactions = plan.activities.iter().map(|a| a.transactions.len());
    Ok(Written {
        xml,
        activities: plan.activities.len(),
        transactions: transactions.sum(),
        left_out: plan.left_out,
    })
}

/// Message and remedy.
pub fn told(error: &IatiExportError, texts: Texts) -> (String, String) {
    match error {
        IatiExportError::Nothing { left_out } => {
            let reasons = left_out.iter();
            let reasons: Vec<String> = reasons.map(|(why, n)| why.told(*n, texts)).collect();
            let hint = if reasons.is_empty() {
                texts.get("iati-out-nothing-hint")
            } else {
                reasons.join(" ")
            };
            (texts.get("iati-out-nothing"), hint)
        }
        IatiExportError::Cancelled => (
            texts.get("iati-out-cancelled"),
            texts.get("iati-out-cancelled-hint"),
        ),
        IatiExportError::Io(why) => (
            texts.with("iati-out-io", &[("why", why.to_string().into())]),
            texts.get("iati-out-cancelled-hint"),
        ),
    }
}
