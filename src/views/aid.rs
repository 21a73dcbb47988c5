//! Aid entries as rows.

use crate::ledger::{Ledger, Problem, StagedTotal};
use crate::model::{AidEntry, PartyId};

/// One aid entry as shown.
#[derive(Clone, Debug)]
pub struct AidRow {
    /// The entry.
    pub entry: AidEntry,
    /// What its preferred figure comes to over all its years, in the shown currency.
    pub money: Option<StagedTotal>,
    /// The address that opens its source at the phrase.
    pub link: Option<String>,
    /// What is wrong or doubtful with it.
    pub problems: Vec<Problem>,
}

/// The aid entries of a party (none: of all), latest first. An entry announced after the cut-off is
/// left out (R11).
pub fn aid_rows(ledger: &Ledger, party: Option<&PartyId>) -> Vec<AidRow> {
    let _ = (ledger, party);
    todo!()
}
