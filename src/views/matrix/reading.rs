//! Two to four parties' commitments beside each other, area by area.

use jiff::civil::Date;

use crate::ledger::Ledger;
use crate::model::{AgreementId, AgreementKind, Area, Name, PartyId};

use super::{Coded, Coding, Promise, commitments};
use crate::views::aid::ProblemsByRecord;
use crate::views::detail::CommitmentRow;

/// Whose commitments stand in a column.
#[derive(Clone, Debug)]
pub struct ReadingColumn {
    /// The party.
    pub party: PartyId,
    /// Its name.
    pub name: Name,
    /// Its agreements as known on the cut-off day: kind, day of signing.
    pub agreements: Vec<(AgreementId, AgreementKind, Date)>,
    /// How far they are in the dataset.
    pub coding: Coding,
}

/// One party in one area.
#[derive(Clone, Debug)]
pub struct ReadingCell {
    /// The strongest wording.
    pub promise: Promise,
    /// The commitments, in the order of ids.
    pub rows: Vec<CommitmentRow>,
}

/// One area.
#[derive(Clone, Debug)]
pub struct ReadingRow {
    /// Which area.
    pub area: Area,
    /// A cell for each column.
    pub cells: Vec<ReadingCell>,
}

impl ReadingRow {
    /// Whether anyone promised anything.
    pub fn is_made(&self) -> bool {
        self.cells.iter().any(|cell| cell.promise.is_made())
    }

    /// Whether one has something and the text of another has nothing.
    pub fn differs(&self) -> bool {
        self.is_made()
            && self
                .cells
                .iter()
                .any(|cell| cell.promise == Promise::Nothing)
    }

    /// The one column that has something, where the texts of all others have nothing.
    pub fn only(&self) -> Option<usize> {
        let mut made = self
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.promise.is_made());
        let (at, _) = made.next()?;
        let others = self.cells.len() - 1;
        let nothing = self
            .cells
            .iter()
            .filter(|cell| cell.promise == Promise::Nothing);
        (others > 0 && nothing.count() == others).then_some(at)
    }
}

/// Commitments beside each other.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Whose.
    pub columns: Vec<ReadingColumn>,
    /// The areas, in the order of [`Area::ALL`].
    pub rows: Vec<ReadingRow>,
}

/// Puts the commitments of parties beside each other. Parties that are not there, or signed after
/// the cut-off (R11), have no column. `problems` are the problems of the dataset by record.
pub fn reading(ledger: &Ledger, parties: &[PartyId], problems: &ProblemsByRecord) -> Reading {
    let dataset = ledger.dataset();
    let book = Coded::of(ledger);
    let found = parties.iter().filter_map(|id| dataset.parties.get(id));
    let rows: Vec<_> = found.filter_map(|party| book.row(party)).collect();
    let columns = rows.iter().map(|row| {
        let agreements = row
            .agreements
            .iter()
            .filter_map(|id| dataset.agreements.get(id));
        ReadingColumn {
            party: row.party.clone(),
            name: row.name.clone(),
            agreements: agreements
                .map(|one| (one.id.clone(), one.kind, one.signed))
                .collect(),
            coding: row.coding,
        }
    });
    let area = |(at, area): (usize, &Area)| {
        let cells = rows.iter().filter_map(|row| row.cells.get(at));
        let cells = cells.map(|cell| ReadingCell {
            promise: cell.promise,
            rows: commitments(ledger, &cell.commitments, problems),
        });
        ReadingRow {
            area: *area,
            cells: cells.collect(),
        }
    };
    Reading {
        columns: columns.collect(),
        rows: Area::ALL.iter().enumerate().map(area).collect(),
    }
}
