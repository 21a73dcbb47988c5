//! Pure rules over `&Dataset` and `&Assumptions`: every number of the program is computed here,
//! once, together with its derivation. No I/O, no clock, no words.
//!
//! # The rules
//! R1–R13 stand in product.md's words in `text` (`rule-r1` …) and in the module that applies each:
//! R1 [`total`], R2 [`bounds`], R4 `best`, R6 `gdp`, R7 `convert`, R9 [`fulfilment`],
//! R3, R5, R8, R10, R11 and R13 `parts` (and `best`, which applies them), R12 [`ledger`](mod@ledger).
//! Where a rule leaves two readings, the module's docs name the one chosen, with an example.

#![deny(clippy::float_arithmetic)]

mod best;
mod chosen;
mod convert;
mod gdp;
mod items;
mod parts;
mod scope;

pub mod assumptions;
pub mod bounds;
pub mod check;
pub mod derivation;
pub mod fulfilment;
#[expect(
    clippy::module_inception,
    reason = "the ledger's one struct is called what it is"
)]
pub mod ledger;
pub mod total;

pub use assumptions::{Assumptions, FutureGdp, FxRule, Lumps};
pub use bounds::{Bounds, Ratio};
pub use check::{Problem, Severity, check};
pub use chosen::ChosenSum;
pub use derivation::{
    Basis, Candidate, Conversion, Derivation, Exclusion, GdpStep, Leaf, Rate, RatePeriod, Reason,
    Rule, ShareOf, Span, Step,
};
pub use fulfilment::Fulfilment;
pub use ledger::{FigureOf, GdpOf, Ledger};
pub use total::{
    Allocated, Committed, Delivered, Itemised, Pledged, Query, StageTag, StagedTotal, Total,
    Unclear,
};
