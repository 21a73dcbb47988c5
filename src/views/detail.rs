//! The detail of one party: agreement facts, money by year and stage, commitments by area, aid,
//! sources, conflicts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ledger::{Fulfilment, Ledger, Problem, Query, Span, StagedTotal};
use crate::model::{
    Agreement, AgreementId, Area, AreaGroup, Citation, Commitment, MoneyId, Name, Party, PartyId,
    Source, SourceId, Stage, StatusEntry, Year,
};

use super::aid::{AidRow, ProblemsByRecord, aid_rows, link_to};

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
/// is no such party. `problems` are the problems of the dataset by record.
pub fn detail(
    ledger: &Ledger,
    party: &PartyId,
    today: Date,
    problems: &ProblemsByRecord,
) -> Option<PartyDetail> {
    let dataset = ledger.dataset();
    let known = |agreement: &&Agreement| {
        ledger
            .assumptions()
            .cutoff
            .is_none_or(|day| agreement.signed <= day)
    };
    let agreements: Vec<&Agreement> = dataset.agreements_of(party).filter(known).collect();
    let own = dataset.parties.get(party)?.clone();
    let aid = aid_rows(ledger, Some(party), problems);
    let all_time = |stage: &Stage| ledger.total(&Query::all(*stage).of(party));
    let commitments = commitment_groups(ledger, &agreements, problems);
    let sources = sources_of(ledger, &agreements, &commitments, &aid);
    let records = std::iter::once(own.id.to_string())
        .chain(agreements.iter().map(|a| a.id.to_string()))
        .chain(
            commitments
                .iter()
                .flat_map(|g| &g.rows)
                .map(|row| row.commitment.id.to_string()),
        )
        .chain(aid.iter().map(|row| row.entry.id.to_string()))
        .chain(sources.iter().map(|row| row.source.id.to_string()));
    Some(PartyDetail {
        problems: records.flat_map(|record| problems.of(&record)).collect(),
        agreements: agreements.into_iter().map(|a| facts(a, today)).collect(),
        money: money_rows(ledger, party),
        all_time: Stage::ALL.iter().map(all_time).collect(),
        party: own,
        commitments,
        aid,
        sources,
    })
}

fn facts(agreement: &Agreement, today: Date) -> AgreementFacts {
    let expires = agreement.expires();
    AgreementFacts {
        agreement: agreement.clone(),
        review: agreement.review(),
        expires,
        days_left: expires.and_then(|end| Some(end.since(today).ok()?.get_days())),
    }
}

fn money_rows(ledger: &Ledger, party: &PartyId) -> Vec<MoneyRow> {
    let row = |year: Option<Year>| {
        let span = year.map_or(Span::NotSplit, Span::Year);
        let commitments = ledger.money_commitments(party, span);
        let total = |stage: &Stage| ledger.total(&Query::all(*stage).of(party).over(span));
        MoneyRow {
            year,
            fulfilment: ledger.fulfilment(party, &commitments, span),
            stages: Stage::ALL.iter().map(total).collect(),
        }
    };
    let years = ledger.years_of(party).into_iter().map(Some);
    let rows = years.chain([None]).map(row);
    rows.filter(|row| {
        !row.fulfilment.promised.is_empty() || row.stages.iter().any(|t| !t.bounds().is_nothing())
    })
    .collect()
}

fn commitment_groups(
    ledger: &Ledger,
    agreements: &[&Agreement],
    problems: &ProblemsByRecord,
) -> Vec<CommitmentGroup> {
    let dataset = ledger.dataset();
    let mut by_area: BTreeMap<Area, Vec<CommitmentRow>> = BTreeMap::new();
    let own = |c: &&Commitment| agreements.iter().any(|a| a.id == c.agreement);
    for commitment in dataset.commitments.values().filter(own) {
        by_area
            .entry(commitment.area)
            .or_default()
            .push(commitment_row(ledger, commitment, problems));
    }
    by_area
        .into_iter()
        .map(|(area, rows)| CommitmentGroup {
            group: area.group(),
            area,
            rows,
        })
        .collect()
}

/// A commitment as it is shown. `problems` are the problems of the dataset by record.
pub(super) fn commitment_row(
    ledger: &Ledger,
    commitment: &Commitment,
    problems: &ProblemsByRecord,
) -> CommitmentRow {
    CommitmentRow {
        money: ledger.record(&MoneyId::from(&commitment.id)),
        link: link_to(ledger.dataset(), &commitment.cite),
        problems: problems.of(commitment.id.as_str()),
        commitment: as_known(commitment, ledger.assumptions().cutoff),
    }
}

/// How far a commitment got, as known by the cut-off (R11).
pub(super) fn known_statuses(
    commitment: &Commitment,
    cutoff: Option<Date>,
) -> impl Iterator<Item = &StatusEntry> {
    let known = move |entry: &&StatusEntry| cutoff.is_none_or(|day| entry.date.first_day() <= day);
    commitment.status.iter().filter(known)
}

/// A commitment without what was learned of it after the cut-off (R11).
fn as_known(commitment: &Commitment, cutoff: Option<Date>) -> Commitment {
    let status = known_statuses(commitment, cutoff).cloned().collect();
    Commitment {
        status,
        ..commitment.clone()
    }
}

fn sources_of(
    ledger: &Ledger,
    agreements: &[&Agreement],
    commitments: &[CommitmentGroup],
    aid: &[AidRow],
) -> Vec<SourceRow> {
    let mut cited: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    let mut note = |record: &str, source: &SourceId| {
        cited
            .entry(source.clone())
            .or_default()
            .push(record.to_owned());
    };
    let in_cite = |cite: &Citation| {
        let voices = cite.also_in.iter().map(|voice| voice.source.clone());
        cite.source
            .iter()
            .cloned()
            .chain(voices)
            .collect::<Vec<_>>()
    };
    for commitment in commitments
        .iter()
        .flat_map(|group| &group.rows)
        .map(|row| &row.commitment)
    {
        let others = commitment
            .other_figures
            .iter()
            .map(|other| &other.figure.cite);
        let statuses = commitment.status.iter().map(|status| &status.cite);
        for cite in std::iter::once(&commitment.cite)
            .chain(others)
            .chain(statuses)
        {
            for source in in_cite(cite) {
                note(commitment.id.as_str(), &source);
            }
        }
    }
    for entry in aid.iter().map(|row| &row.entry) {
        let others = entry.other_figures.iter().map(|other| &other.figure.cite);
        for cite in std::iter::once(&entry.figure.cite).chain(others) {
            for source in in_cite(cite) {
                note(entry.id.as_str(), &source);
            }
        }
    }
    for agreement in agreements {
        let facts = agreement
            .context
            .iter()
            .flat_map(|fact| in_cite(&fact.cite));
        for source in agreement.sources.iter().cloned().chain(facts) {
            note(agreement.id.as_str(), &source);
        }
    }
    let row = |(id, mut cited_by): (SourceId, Vec<String>)| {
        cited_by.sort();
        cited_by.dedup();
        let source = ledger.dataset().sources.get(&id)?.clone();
        Some(SourceRow { source, cited_by })
    };
    cited.into_iter().filter_map(row).collect()
}
