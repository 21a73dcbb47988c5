//! Pure rules over `&Dataset` and `&Assumptions`: every number of the program is computed here,
//! once, together with its derivation. No I/O, no clock, no words.
//!
//! # The rules
//! R1–R13 stand in product.md's words in `text` (`rule-r1` …) and in the module that applies each:
//! R1 [`total`], R2 [`bounds`], R3, R8, R13 [`parts`], R4 [`total`], R5 [`parts`], R6 [`gdp`],
//! R7 [`convert`], R9 [`fulfilment`], R10, R11 [`parts`], R12 [`derivation`].

pub mod assumptions;
pub mod bounds;
pub mod derivation;

pub use assumptions::{Assumptions, FutureGdp, FxRule, Lumps};
pub use bounds::{Bounds, Ratio};
pub use derivation::{
    Basis, Candidate, Conversion, Derivation, Exclusion, GdpStep, Leaf, Rate, RatePeriod, Reason,
    Rule, ShareOf, Span, Step,
};
pub mod total;
pub use total::{
    Allocated, Committed, Delivered, Fulfilment, Ledger, Pledged, Query, StageTag, StagedTotal,
    Total, Unclear,
};
pub mod check;
pub use check::{Problem, Severity, check};
