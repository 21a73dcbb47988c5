//! The detail of one party: agreement facts, money by year and stage, commitments by area, aid,
//! sources, conflicts.

use jiff::civil::Date;

use crate::ledger::{Fulfilment, Ledger, Problem, StagedTotal};
use crate::model::{
    Agreement, AgreementId, AidType, Area, AreaGroup, Commitment, Name, Party, PartyId, Source,
    Year,
};

use super::aid::AidRow;

/// The facts of one agreement, with its time line.
#[derive(Clone, Debug)]
pub struct AgreementFacts {
    /// The agreement.
    pub agreement: Agreement,
    /// The day it is to be reviewed by.
    pub review: Option<Date>,
    /// The day it ends.
    pub expires: Option<Date>,
    /// Days from the reference day to the end; negative when past.
    pub days_left: Option<i32>,
}

/// A year (or what is not split) of a party's money.
#[derive(Clone, Debug)]
pub struct MoneyRow {
    /// The year; none: the sums that stand in no single year (R5).
    pub year: Option<Year>,
    /// What was promised for it, and how much of that arrived by `fulfils` (R9).
    pub fulfilment: Fulfilment,
    /// The best known total of each stage for that time (R4), in the order of [`crate::model::Stage::ALL`].
    pub stages: Vec<StagedTotal>,
}

/// A type's share of a year, for stacked views.
#[derive(Clone, Debug)]
pub struct AidTypeYear {
    /// The type.
    pub aid_type: AidType,
    /// Its total.
    pub total: StagedTotal,
}

/// One commitment as shown.
#[derive(Clone, Debug)]
pub struct CommitmentRow {
    /// The commitment.
    pub commitment: Commitment,
    /// What its amount comes to over all its years; none where it names no money.
    pub money: Option<StagedTotal>,
    /// The address that opens its source at the phrase.
    pub link: Option<String>,
    /// What is wrong or doubtful with it.
    pub problems: Vec<Problem>,
}

/// The commitments of one area.
#[derive(Clone, Debug)]
pub struct CommitmentGroup {
    /// The group of areas.
    pub group: AreaGroup,
    /// The area.
    pub area: Area,
    /// Its commitments, in the order of ids.
    pub rows: Vec<CommitmentRow>,
}

/// A source with what hangs on it.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// The source.
    pub source: Source,
    /// The records (of this party) that cite it.
    pub cited_by: Vec<String>,
}

/// Everything about one party.
#[derive(Clone, Debug)]
pub struct PartyDetail {
    /// The party.
    pub party: Party,
    /// Its agreements.
    pub agreements: Vec<AgreementFacts>,
    /// Money by year, earliest first, then the row of what is not split, if anything is in it.
    pub money: Vec<MoneyRow>,
    /// Over all time, in the order of [`crate::model::Stage::ALL`].
    pub all_time: Vec<StagedTotal>,
    /// Commitments by area, in the order of [`Area::ALL`].
    pub commitments: Vec<CommitmentGroup>,
    /// Aid entries, latest first.
    pub aid: Vec<AidRow>,
    /// Sources, in the order of ids.
    pub sources: Vec<SourceRow>,
    /// What is wrong or doubtful with its records.
    pub problems: Vec<Problem>,
}

impl PartyDetail {
    /// The party's name.
    pub fn name(&self) -> &Name {
        &self.party.name
    }

    /// The id of its (first) agreement.
    pub fn agreement(&self) -> Option<&AgreementId> {
        self.agreements.first().map(|facts| &facts.agreement.id)
    }
}

/// The detail of one party, seen from `today` (days left are counted from there). None where there
/// is no such party.
pub fn detail(ledger: &Ledger, party: &PartyId, today: Date) -> Option<PartyDetail> {
    let _ = (ledger, party, today);
    todo!()
}
