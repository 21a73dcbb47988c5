//! Flows of OCHA's Financial Tracking Service (FTS): tables as HDX serves them, and the answers of its
//! interface (`api.hpc.tools`).
//!
//! # What becomes of a flow
//! - **Stage**, by the words of the FTS glossary: a *pledge* is a non-binding announcement →
//!   pledged; a *commitment* is an obligation signed → committed; *paid* is money or goods handed
//!   over → delivered.
//! - **Giver** is the source organization. A flow of several, or of none, is nobody's.
//! - **Recipient** is the destination location. A flow of which Ukraine is one recipient among
//!   several says nowhere how much is Ukraine's: it is left out.
//! - **Boundary.** *Incoming* money is counted; *internal* money (a pooled fund hands on what it was
//!   given) and *outgoing* money is not: it came in already.
//! - **On boundary.** *Shared* flows are for several countries or years together. FTS itself leaves
//!   them out of a country's total, so that the rows taken in add up to the total it publishes.
//! - **Zero** flows are the emptied parents of flows that stand on their own: they are not counted.
//! - **Figure.** The original amount is preferred, in its currency, as the giver said it; the US
//!   dollars are FTS's own conversion and stand beside it. Where the row's own exchange rate says
//!   that the two are not the same money, the US dollars are preferred and the other is told.
//! - **Date** is the flow's own (the day of its status), else the day of the decision, else of the
//!   first report. **Period**: the years for which the destination may use it.
//! - **Kind** is humanitarian; the instrument is unknown, as FTS says only *financial* or *in kind*.
//! - **Key** is the number of the flow, which every copy keeps; the reference code is shared by
//!   several flows and stands in the note.

pub mod answer;
mod flow;
pub mod table;

pub use answer::read_answer;
pub use table::TableReader;

use crate::text::Texts;

/// Why a file is not read as flows.
#[derive(Debug, thiserror::Error)]
pub enum FtsError {
    /// The table lacks columns that flows need.
    #[error("these columns are missing: {}", columns.join(", "))]
    Missing {
        /// As HDX names them.
        columns: Vec<&'static str>,
    },
    /// It sums up flows by plan, cluster or country: requirements and totals, no flow.
    #[error("it sums flows up and holds none: {}", found.join(", "))]
    Summary {
        /// What stands in it.
        found: Vec<String>,
    },
    /// JSON, but nothing of FTS.
    #[error("it is JSON, but no answer of FTS")]
    NotAnAnswer,
    /// The service answered with an error of its own.
    #[error("the service answered {status:?}")]
    Refused {
        /// The status.
        status: String,
    },
    /// It is no JSON.
    #[error("line {line}, column {column}: {why}")]
    Json {
        /// The line from 1.
        line: usize,
        /// The column from 1.
        column: usize,
        /// What the reader says.
        why: String,
    },
    /// It has more bytes than any answer has.
    #[error("it is longer than an answer can be")]
    TooLarge,
    /// The person no longer wants it.
    #[error("cancelled")]
    Cancelled,
    /// The file cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What a person should look at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Look {
    /// Flows for several countries or years together.
    Shared,
    /// Money handed on inside the boundary, or out of it.
    PassedOn,
    /// Flows of zero.
    Emptied,
    /// Amounts below zero.
    Corrections,
    /// The original amount does not fit the US dollars.
    Misfit,
    /// Money carried over, not new.
    CarriedOver,
    /// The answer is one page of several.
    Page,
}

impl Look {
    fn text_id(self) -> &'static str {
        match self {
            Self::Shared => "fts-doubt-shared",
            Self::PassedOn => "fts-doubt-passed-on",
            Self::Emptied => "fts-doubt-emptied",
            Self::Corrections => "fts-doubt-corrections",
            Self::Misfit => "fts-doubt-misfit",
            Self::CarriedOver => "fts-doubt-carried-over",
            Self::Page => "fts-doubt-page",
        }
    }
}

/// Message and remedy.
pub fn told(error: &FtsError, texts: Texts) -> (String, String) {
    match error {
        FtsError::Missing { columns } => (
            texts.with("fts-missing", &[("columns", columns.join(", ").into())]),
            texts.get("fts-missing-hint"),
        ),
        FtsError::Summary { found } => (
            texts.with("fts-summary", &[("found", found.join(", ").into())]),
            texts.get("fts-summary-hint"),
        ),
        FtsError::NotAnAnswer => (
            texts.get("fts-not-an-answer"),
            texts.get("fts-summary-hint"),
        ),
        FtsError::Refused { status } => (
            texts.with("fts-refused", &[("status", status.into())]),
            texts.get("fts-refused-hint"),
        ),
        FtsError::Json { line, column, why } => {
            let args = [
                ("line", line.to_string().into()),
                ("column", column.to_string().into()),
                ("why", why.into()),
            ];
            (texts.with("fts-json", &args), texts.get("fts-json-hint"))
        }
        FtsError::TooLarge => {
            let limit = (answer::LIMIT / (1024 * 1024)).to_string();
            (
                texts.with("fts-too-large", &[("limit", limit.into())]),
                texts.get("fts-summary-hint"),
            )
        }
        FtsError::Cancelled => (texts.get("fts-cancelled"), texts.get("fts-cancelled-hint")),
        FtsError::Io(why) => (
            texts.with("fts-io", &[("why", why.to_string().into())]),
            texts.get("fts-io-hint"),
        ),
    }
}
