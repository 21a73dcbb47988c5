//! The matrix of commitments: parties by areas, with the strongest wording in each; and two to four
//! of them beside each other.
//!
//! That an area holds nothing is said only where the agreement's own text was read: an agreement that
//! is known from reports alone says nothing about what the reports leave out, nor does one of which
//! no commitment is in the dataset.

mod alike;
mod reading;
mod settings;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::ledger::Ledger;
use crate::model::{
    Agreement, AgreementId, Area, Commitment, CommitmentId, Name, Party, PartyId, SourceId,
    SourceKind, Strength,
};

use super::aid::ProblemsByRecord;
use super::detail::{CommitmentRow, commitment_row};
use super::parties::sort_by_name;

pub use alike::apart;
pub use reading::{Reading, ReadingCell, ReadingColumn, ReadingRow, reading};
pub use settings::{
    AreaOrder, COMPARED, MatrixOrder, MatrixSettings, MatrixSettingsError, ReadingRows,
};

/// What a party promised in an area, by the strongest of its wordings. In the order of strength.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Promise {
    /// Nobody says: there is no agreement, or its text was not read for the dataset.
    NotCoded,
    /// The text was read and has nothing in that area.
    Nothing,
    /// So strong.
    Of(Strength),
}

impl Promise {
    /// Every one, strongest first.
    pub const ALL: [Self; 5] = [
        Self::Of(Strength::Strong),
        Self::Of(Strength::Middle),
        Self::Of(Strength::Weak),
        Self::Nothing,
        Self::NotCoded,
    ];

    /// How many steps above nothing it is; none where that is not known.
    pub fn step(self) -> Option<u8> {
        match self {
            Self::NotCoded => None,
            Self::Nothing => Some(0),
            Self::Of(Strength::Weak) => Some(1),
            Self::Of(Strength::Middle) => Some(2),
            Self::Of(Strength::Strong) => Some(3),
        }
    }

    /// Whether there is a commitment.
    pub fn is_made(self) -> bool {
        matches!(self, Self::Of(_))
    }

    /// Its name for machines.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotCoded => "not_coded",
            Self::Nothing => "none",
            Self::Of(Strength::Weak) => "may_reaffirms",
            Self::Of(Strength::Middle) => "seeks_intends",
            Self::Of(Strength::Strong) => "will_shall",
        }
    }

    /// The id of its words.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::NotCoded => "matrix-promise-not-coded",
            Self::Nothing => "matrix-promise-none",
            Self::Of(Strength::Weak) => "matrix-promise-weak",
            Self::Of(Strength::Middle) => "matrix-promise-middle",
            Self::Of(Strength::Strong) => "matrix-promise-strong",
        }
    }
}

/// How far what a party promised is in the dataset.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Coding {
    /// It has no agreement.
    NoAgreement,
    /// None of its agreements has a commitment.
    NoCommitments,
    /// Its commitments are told from reports; the text itself was not read.
    FromReports,
    /// Its commitments are told from the text.
    FromText,
}

impl Coding {
    /// Its name for machines.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoAgreement => "no_agreement",
            Self::NoCommitments => "no_commitments",
            Self::FromReports => "from_reports",
            Self::FromText => "from_text",
        }
    }
}

/// One party in one area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MatrixCell {
    /// The strongest wording.
    pub promise: Promise,
    /// What is behind it, in the order of ids.
    pub commitments: Vec<CommitmentId>,
}

/// One party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MatrixRow {
    /// Whose row.
    pub party: PartyId,
    /// Its name.
    pub name: Name,
    /// Its agreements as known on the cut-off day.
    pub agreements: Vec<AgreementId>,
    /// When the first of them was signed.
    pub signed: Option<Date>,
    /// How far they are in the dataset.
    pub coding: Coding,
    /// A cell for each column of the matrix.
    pub cells: Vec<MatrixCell>,
}

impl MatrixRow {
    /// In how many areas it promised anything.
    pub fn areas(&self) -> usize {
        let made = self.cells.iter().filter(|cell| cell.promise.is_made());
        made.count()
    }

    /// How many commitments it made.
    pub fn commitments(&self) -> usize {
        self.cells.iter().map(|cell| cell.commitments.len()).sum()
    }

    fn steps(&self) -> Vec<Option<u8>> {
        self.cells.iter().map(|cell| cell.promise.step()).collect()
    }
}

/// One area.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MatrixColumn {
    /// Which area.
    pub area: Area,
    /// How many of the parties promised how much, in the order of [`Promise::ALL`].
    pub counts: [usize; 5],
}

impl MatrixColumn {
    /// How many parties promised anything.
    pub fn parties(&self) -> usize {
        let each = Promise::ALL.iter().zip(self.counts);
        each.filter(|(promise, _)| promise.is_made())
            .map(|(_, count)| count)
            .sum()
    }
}

/// What matrix is asked for.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct MatrixRequest {
    /// The order of the parties.
    pub order: MatrixOrder,
    /// The order of the areas inside their groups.
    pub areas: AreaOrder,
    /// Only these; none: all.
    pub parties: Option<Arc<[PartyId]>>,
    /// Whether names are compared in Ukrainian.
    pub ukrainian: bool,
}

/// The matrix.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matrix {
    /// The areas: groups in their own order, one after the other.
    pub columns: Vec<MatrixColumn>,
    /// The parties.
    pub rows: Vec<MatrixRow>,
    /// How many of the parties asked for signed only after the cut-off, and are not here (R11).
    pub later: usize,
    /// How many parties there are at all, those aside.
    pub of: usize,
}

/// Makes the matrix.
pub fn matrix(ledger: &Ledger, request: &MatrixRequest) -> Matrix {
    let book = Coded::of(ledger);
    let parties = ledger.dataset().parties.values();
    let asked: Option<BTreeSet<&PartyId>> =
        request.parties.as_ref().map(|ids| ids.iter().collect());
    let (mut rows, mut later, mut of) = (Vec::new(), 0, 0);
    for party in parties {
        let is_asked = asked.as_ref().is_none_or(|ids| ids.contains(&party.id));
        match book.row(party) {
            Some(row) => {
                of += 1;
                rows.extend(is_asked.then_some(row));
            }
            None => later += usize::from(is_asked),
        }
    }
    sort_by_name(&mut rows, request.ukrainian, |row| &row.name);
    let mut areas = Area::ALL.to_vec();
    if request.areas == AreaOrder::Similarity {
        areas = areas_alike(&rows);
    }
    put_in_order(&mut rows, request.order);
    for row in &mut rows {
        put_areas_in_order(row, &areas);
    }
    let columns = areas.iter().enumerate().map(|(at, area)| MatrixColumn {
        area: *area,
        counts: Promise::ALL.map(|promise| {
            let cells = rows.iter().filter_map(|row| row.cells.get(at));
            cells.filter(|cell| cell.promise == promise).count()
        }),
    });
    Matrix {
        columns: columns.collect(),
        rows,
        later,
        of,
    }
}

/// The rows come ordered by name, and keep that order among equals.
fn put_in_order(rows: &mut Vec<MatrixRow>, order: MatrixOrder) {
    match order {
        MatrixOrder::Name => {}
        MatrixOrder::Signed => rows.sort_by_key(|row| (row.signed.is_none(), row.signed)),
        MatrixOrder::Similarity => {
            let steps: Vec<_> = rows.iter().map(MatrixRow::steps).collect();
            let mut left: Vec<_> = std::mem::take(rows).into_iter().map(Some).collect();
            let order = alike::path(&steps).into_iter();
            rows.extend(order.filter_map(|at| left.get_mut(at).and_then(Option::take)));
        }
        MatrixOrder::Area(area) => {
            let at = Area::ALL.iter().position(|other| *other == area);
            let key = |row: &MatrixRow| {
                let cell = at.and_then(|at| row.cells.get(at));
                Reverse(cell.map(|cell| (cell.promise, cell.commitments.len())))
            };
            rows.sort_by_key(key);
        }
    }
}

/// The areas with those beside each other that are promised alike, group by group. The cells of the
/// rows are in the order of [`Area::ALL`].
fn areas_alike(rows: &[MatrixRow]) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    let groups = Area::ALL.chunk_by(|a, b| a.group() == b.group());
    for group in groups {
        let begin = areas.len();
        let steps: Vec<Vec<Option<u8>>> = (begin..begin + group.len())
            .map(|at| {
                let cells = rows.iter().filter_map(|row| row.cells.get(at));
                cells.map(|cell| cell.promise.step()).collect()
            })
            .collect();
        let order = alike::path(&steps).into_iter();
        areas.extend(order.filter_map(|at| group.get(at)));
    }
    areas
}

/// Puts the cells of a row, which are in the order of [`Area::ALL`], in another one.
fn put_areas_in_order(row: &mut MatrixRow, areas: &[Area]) {
    let cells: BTreeMap<Area, MatrixCell> =
        Area::ALL.iter().copied().zip(row.cells.drain(..)).collect();
    row.cells = areas
        .iter()
        .filter_map(|area| cells.get(area).cloned())
        .collect();
}

/// What is behind a cell: the commitments of these ids as they are shown, in that order.
pub fn commitments(
    ledger: &Ledger,
    ids: &[CommitmentId],
    problems: &ProblemsByRecord,
) -> Vec<CommitmentRow> {
    let found = ids
        .iter()
        .filter_map(|id| ledger.dataset().commitments.get(id));
    found
        .map(|commitment| commitment_row(ledger, commitment, problems))
        .collect()
}

/// A dataset made ready to be asked what a party promised in an area.
struct Coded<'a> {
    ledger: &'a Ledger,
    commitments: BTreeMap<&'a AgreementId, Vec<&'a Commitment>>,
    texts: BTreeSet<&'a SourceId>,
}

impl<'a> Coded<'a> {
    fn of(ledger: &'a Ledger) -> Self {
        let dataset = ledger.dataset();
        let mut commitments: BTreeMap<&AgreementId, Vec<&Commitment>> = BTreeMap::new();
        for commitment in dataset.commitments.values() {
            commitments
                .entry(&commitment.agreement)
                .or_default()
                .push(commitment);
        }
        let texts = dataset.sources.values();
        let texts = texts.filter(|source| source.kind == SourceKind::AgreementText);
        Self {
            ledger,
            commitments,
            texts: texts.map(|source| &source.id).collect(),
        }
    }

    /// The agreements of a party as known on the cut-off day, in the order of signing; none where
    /// it has agreements and signed all of them later (R11).
    fn agreements(&self, party: &'a PartyId) -> Option<Vec<&'a Agreement>> {
        let cutoff = self.ledger.assumptions().cutoff;
        let all: Vec<&Agreement> = self.ledger.dataset().agreements_of(party).collect();
        let known = all
            .iter()
            .filter(|one| cutoff.is_none_or(|day| one.signed <= day));
        let mut known: Vec<&Agreement> = known.copied().collect();
        known.sort_by_key(|agreement| agreement.signed);
        (all.is_empty() || !known.is_empty()).then_some(known)
    }

    /// The commitments of an agreement, in the order of ids.
    fn commitments(&self, agreement: &AgreementId) -> &[&'a Commitment] {
        self.commitments.get(agreement).map_or(&[], Vec::as_slice)
    }

    fn coding(&self, agreement: &Agreement) -> Coding {
        let own = self.commitments(&agreement.id);
        if own.is_empty() {
            return Coding::NoCommitments;
        }
        let cited = own
            .iter()
            .filter_map(|commitment| commitment.cite.source.as_ref());
        let mut sources = cited.chain(&agreement.sources);
        if sources.any(|source| self.texts.contains(source)) {
            Coding::FromText
        } else {
            Coding::FromReports
        }
    }

    /// How far several agreements of a party are in the dataset: as far as the one that is there
    /// least, as an area that it may hold cannot be called empty.
    fn coding_of(&self, agreements: &[&Agreement]) -> Coding {
        let each: Vec<Coding> = agreements.iter().map(|one| self.coding(one)).collect();
        let all = |of: Coding| each.iter().all(|one| *one == of);
        if each.is_empty() {
            Coding::NoAgreement
        } else if all(Coding::NoCommitments) {
            Coding::NoCommitments
        } else if all(Coding::FromText) {
            Coding::FromText
        } else {
            Coding::FromReports
        }
    }

    /// A party's row, with its cells in the order of [`Area::ALL`].
    fn row(&self, party: &'a Party) -> Option<MatrixRow> {
        let agreements = self.agreements(&party.id)?;
        let coding = self.coding_of(&agreements);
        let mut by_area: BTreeMap<Area, Vec<&Commitment>> = BTreeMap::new();
        for commitment in agreements.iter().flat_map(|one| self.commitments(&one.id)) {
            by_area.entry(commitment.area).or_default().push(commitment);
        }
        let cell = |area: &Area| {
            let own = by_area.get(area).map_or(&[][..], Vec::as_slice);
            let strongest = own.iter().map(|one| one.wording.strength()).max();
            let empty = if coding == Coding::FromText {
                Promise::Nothing
            } else {
                Promise::NotCoded
            };
            MatrixCell {
                promise: strongest.map_or(empty, Promise::Of),
                commitments: own.iter().map(|one| one.id.clone()).collect(),
            }
        };
        Some(MatrixRow {
            party: party.id.clone(),
            name: party.name.clone(),
            signed: agreements.first().map(|one| one.signed),
            agreements: agreements.iter().map(|one| one.id.clone()).collect(),
            coding,
            cells: Area::ALL.iter().map(cell).collect(),
        })
    }
}
