//! Activities of the International Aid Transparency Initiative (IATI), versions 2.01 to 2.03: XML,
//! read as a stream, each transaction an entry.
//!
//! # What becomes of a transaction
//! - **Stage**, by the type of the transaction: outgoing commitments (2) and guarantees (10) →
//!   committed; disbursements (3), expenditure (4) and reimbursements (7) → delivered; pledges (12,
//!   13) → pledged. Incoming funds (1) and commitments (11) are the receiver's account of what the
//!   giver reports as well: not counted. Interest, repayments and equity (5, 6, 8, 9) are no aid.
//! - **Giver**: the provider; else the reporting organization, as the standard has it; where that is
//!   no state, the one that funds the activity, if there is just one (a doubt says how often).
//! - **Recipient**: the transaction's own, else the activity's. Of an activity for several countries
//!   Ukraine's per cent is taken of each transaction, as *about* so much, and told.
//! - **Currency**: the value's, else the activity's default. Values below zero correct others: they
//!   are told and left out.
//! - **Kind**: humanitarian by the flag or the OECD's sectors, else financial: there is no military
//!   aid in IATI. **Instrument** by the finance type.
//! - **Key**: the activity's identifier, `#` and which of its transactions.
//!
//! A document type is refused, and with it all entities but the five of XML: no bombs, no files from
//! elsewhere.

mod codes;
mod decoded;
mod gauge;
mod judge;
mod orgs;
mod read;

use std::io::Read;

use super::Told;
use super::recipient::Recipient;
use super::watched::Watched;
use crate::task::TaskLine;
use crate::text::Texts;

/// Why a file is not read as activities.
#[derive(Debug, thiserror::Error)]
pub enum IatiError {
    /// It begins with another element, or with none at all (empty).
    #[error("it begins with <{root}>")]
    NotIati {
        /// The element.
        root: String,
    },
    /// It is about organizations: budgets, no transactions.
    #[error("it is a file of organizations")]
    Organisations,
    /// Its version is older than 2.01.
    #[error("it is of version {version:?}")]
    Version {
        /// The version, as it stands.
        version: String,
    },
    /// It is no XML.
    #[error("line {line}: {why}")]
    Broken {
        /// The line from 1.
        line: u64,
        /// What the reader says.
        why: String,
    },
    /// It ends in the middle.
    #[error("it ends in the middle, in line {line}")]
    CutShort {
        /// The line from 1.
        line: u64,
    },
    /// It has a document type, with which entities come.
    #[error("line {line}: a document type")]
    DocumentType {
        /// The line from 1.
        line: u64,
    },
    /// An entity that XML itself does not have.
    #[error("line {line}: the entity &{name};")]
    Entity {
        /// Its name.
        name: String,
        /// The line from 1.
        line: u64,
    },
    /// Its bytes are no text of the encoding it declares, or that is unknown.
    #[error("line {line}: no text in {label}")]
    Encoding {
        /// The encoding.
        label: String,
        /// The line from 1.
        line: u64,
    },
    /// A tag or a text that never ends.
    #[error("line {line}: a tag or text is too long")]
    TooLong {
        /// The line from 1.
        line: u64,
    },
    /// Elements within elements without end.
    #[error("line {line}: elements are nested too deep")]
    TooDeep {
        /// The line from 1.
        line: u64,
    },
    /// The person no longer wants it.
    #[error("cancelled")]
    Cancelled,
    /// The file cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl IatiError {
    fn broken(line: u64, why: &dyn std::fmt::Display) -> Self {
        let why = why.to_string();
        Self::Broken { line, why }
    }
}

/// Reads activities. `size` is how many bytes there are, for the progress; zero where that is not
/// known. Memory grows with the drafts alone.
///
/// # Errors
/// When it is no XML of IATI 2.0x, has a document type, or is cancelled: nothing of it is told then.
pub fn read(
    bytes: impl Read,
    size: u64,
    recipient: Recipient,
    line: &TaskLine,
) -> Result<Told, IatiError> {
    let read = || {
        let watched = Watched::new(bytes, size, u64::MAX, line);
        let mut activities = read::Activities::new(watched)?;
        let mut intake = judge::Intake::new(recipient);
        while let Some(activity) = activities.next()? {
            intake.activity(&activity);
        }
        Ok(intake.finish())
    };
    match read() {
        Err(_) if line.is_cancelled() => Err(IatiError::Cancelled),
        read => read,
    }
}

/// What a person should look at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Look {
    /// Activities without a transaction.
    Silent,
    /// Incoming funds and commitments.
    OtherSide,
    /// Interest, repayments, equity.
    NoAid,
    /// The giver was told by who funds the activity.
    Funding,
    /// A per cent of a transaction for several countries.
    Shared,
    /// Several countries, and Ukraine's share is not told.
    UnknownShare,
    /// Pledges as their receiver reports them.
    IncomingPledge,
    /// Values below zero.
    Corrections,
}

impl Look {
    fn text_id(self) -> &'static str {
        match self {
            Self::Silent => "iati-doubt-silent",
            Self::OtherSide => "iati-doubt-other-side",
            Self::NoAid => "iati-doubt-no-aid",
            Self::Funding => "iati-doubt-funding",
            Self::Shared => "iati-doubt-shared",
            Self::UnknownShare => "iati-doubt-unknown-share",
            Self::IncomingPledge => "iati-doubt-incoming-pledge",
            Self::Corrections => "iati-doubt-corrections",
        }
    }
}

/// Message and remedy.
pub fn told(error: &IatiError, texts: Texts) -> (String, String) {
    let line = |line: &u64| line.to_string();
    match error {
        IatiError::NotIati { root } if root.is_empty() => {
            (texts.get("iati-nothing"), texts.get("iati-not-hint"))
        }
        IatiError::NotIati { root } => (
            texts.with("iati-not", &[("root", root.into())]),
            texts.get("iati-not-hint"),
        ),
        IatiError::Organisations => (
            texts.get("iati-organisations"),
            texts.get("iati-organisations-hint"),
        ),
        IatiError::Version { version } => (
            texts.with("iati-version", &[("version", version.into())]),
            texts.get("iati-version-hint"),
        ),
        IatiError::Broken { line: at, why } => (
            texts.with(
                "iati-broken",
                &[("line", line(at).into()), ("why", why.into())],
            ),
            texts.get("iati-broken-hint"),
        ),
        IatiError::CutShort { line: at } => (
            texts.with("iati-cut-short", &[("line", line(at).into())]),
            texts.get("iati-cut-short-hint"),
        ),
        IatiError::DocumentType { line: at } => (
            texts.with("iati-document-type", &[("line", line(at).into())]),
            texts.get("iati-document-type-hint"),
        ),
        IatiError::Entity { name, line: at } => (
            texts.with(
                "iati-entity",
                &[("name", name.into()), ("line", line(at).into())],
            ),
            texts.get("iati-broken-hint"),
        ),
        IatiError::Encoding { label, line: at } => (
            texts.with(
                "iati-encoding",
                &[("encoding", label.into()), ("line", line(at).into())],
            ),
            texts.get("iati-encoding-hint"),
        ),
        IatiError::TooLong { line: at } => (
            texts.with("iati-too-long", &[("line", line(at).into())]),
            texts.get("iati-broken-hint"),
        ),
        IatiError::TooDeep { line: at } => (
            texts.with("iati-too-deep", &[("line", line(at).into())]),
            texts.get("iati-broken-hint"),
        ),
        IatiError::Cancelled => (texts.get("fts-cancelled"), texts.get("fts-cancelled-hint")),
        IatiError::Io(why) => (
            texts.with("fts-io", &[("why", why.to_string().into())]),
            texts.get("fts-io-hint"),
        ),
    }
}
