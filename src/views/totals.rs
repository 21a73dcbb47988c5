//! Totals in a table: one stage, by party, type, year or month.

use crate::ledger::{Ledger, Query, StagedTotal};
use crate::model::{AidType, PartyId, Year};

/// What the rows of a table of totals are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum By {
    /// One row a party.
    Party,
    /// One row an aid type. The sum over all types is its own number (R4), not the sum of the rows.
    Type,
    /// One row a year, then what is not split (R5).
    Year,
    /// One row a month of announcement (packages only, R4).
    Month,
}

/// What one row is for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TotalRow {
    /// A party.
    Party(PartyId),
    /// An aid type.
    Type(AidType),
    /// A year.
    Year(Year),
    /// What stands in no single year.
    NotSplit,
    /// A month (1–12).
    Month(Year, i8),
}

/// A table of totals of one stage.
#[derive(Clone, Debug)]
pub struct TotalsTable {
    /// The whole.
    pub total: StagedTotal,
    /// The rows that it was asked by; empty rows (nothing recorded) are kept for parties, left out
    /// for years and months.
    pub rows: Vec<(TotalRow, StagedTotal)>,
}

/// The table of totals for a query.
pub fn totals(ledger: &Ledger, query: &Query, by: Option<By>) -> TotalsTable {
    let _ = (ledger, query, by);
    todo!()
}
