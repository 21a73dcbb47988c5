//! The dataset: ordered maps of records by id.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::agreement::Agreement;
use super::aid::{AidEntry, AidType, Instrument, Stage};
use super::amount::Amount;
use super::cite::Citation;
use super::commitment::Commitment;
use super::date::PartialDate;
use super::id::{AgreementId, AidId, CommitmentId, MoneyId, PartyId, SourceId};
use super::party::Party;
use super::reference::Reference;
use super::source::Source;

/// A problem that somebody looked at and accepted, with the reason.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptedProblem {
    /// The check's id: `parts-exceed-whole`.
    pub check: String,
    /// The record it is about.
    pub record: String,
    /// Why it is accepted.
    pub reason: String,
}

/// What the file says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the file's form; see [`Header::SCHEMA`].
    pub schema: u32,
    /// Title.
    pub title: String,
    /// Licence of the dataset itself; reference series keep their sources'.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub licence: String,
    /// What it holds, for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The day up to which facts were gathered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<Date>,
    /// Problems looked at and accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<AcceptedProblem>,
}

impl Header {
    /// The version that this program writes.
    pub const SCHEMA: u32 = 1;
}

impl Default for Header {
    fn default() -> Self {
        Self {
            schema: Self::SCHEMA,
            title: String::new(),
            licence: String::new(),
            about: String::new(),
            cutoff: None,
            accepted: Vec::new(),
        }
    }
}

/// Everything one file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dataset {
    /// What the file says of itself.
    pub header: Header,
    /// Parties by id.
    pub parties: BTreeMap<PartyId, Party>,
    /// Agreements by id.
    pub agreements: BTreeMap<AgreementId, Agreement>,
    /// Commitments by id.
    pub commitments: BTreeMap<CommitmentId, Commitment>,
    /// Aid entries by id.
    pub aid: BTreeMap<AidId, AidEntry>,
    /// Sources by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Reference series.
    pub reference: Reference,
}

/// A record that may carry money, with what the rules ask of either kind.
#[derive(Clone, Copy, Debug)]
pub enum MoneyRecord<'a> {
    /// A commitment, with the agreement it stands in.
    Commitment(&'a Commitment, &'a Agreement),
    /// An aid entry.
    Aid(&'a AidEntry),
}

impl<'a> MoneyRecord<'a> {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> MoneyId {
        match self {
            Self::Commitment(c, _) => MoneyId::from(&c.id),
            Self::Aid(a) => MoneyId::from(&a.id),
        }
    }

    /// Whose money it is.
    #[must_use]
    pub fn party(&self) -> &'a PartyId {
        match self {
            Self::Commitment(_, agreement) => &agreement.party,
            Self::Aid(a) => &a.party,
        }
    }

    /// How far it got.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            Self::Commitment(c, _) => c.stage,
            Self::Aid(a) => a.stage,
        }
    }

    /// What kind of aid; a commitment that does not say is *mixed*.
    #[must_use]
    pub fn aid_type(&self) -> AidType {
        match self {
            Self::Commitment(c, _) => c.aid_type.unwrap_or(AidType::Mixed),
            Self::Aid(a) => a.aid_type,
        }
    }

    /// In what shape the aid comes; a promise does not say.
    #[must_use]
    pub fn instrument(&self) -> Instrument {
        match self {
            Self::Commitment(..) => Instrument::Unknown,
            Self::Aid(a) => a.instrument,
        }
    }

    /// Its own amount, if it names one.
    #[must_use]
    pub fn amount(&self) -> Option<&'a Amount> {
        match self {
            Self::Commitment(c, _) => c.amount.as_ref(),
            Self::Aid(a) => Some(&a.figure.amount),
        }
    }

    /// When it was announced, reported or signed.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Commitment(_, agreement) => Some(PartialDate::Day(agreement.signed)),
            Self::Aid(a) => a.date,
        }
    }

    /// In our own words.
    #[must_use]
    pub fn summary(&self) -> &'a str {
        match self {
            Self::Commitment(c, _) => &c.summary,
            Self::Aid(a) => &a.summary,
        }
    }

    /// Who says so.
    #[must_use]
    pub fn cite(&self) -> &'a Citation {
        match self {
            Self::Commitment(c, _) => &c.cite,
            Self::Aid(a) => &a.figure.cite,
        }
    }

    /// The whole it is inside.
    #[must_use]
    pub fn part_of(&self) -> Option<&'a MoneyId> {
        match self {
            Self::Commitment(c, _) => c.part_of.as_ref(),
            Self::Aid(a) => a.part_of.as_ref(),
        }
    }

    /// The record of which it restates the sum.
    #[must_use]
    pub fn same_as(&self) -> Option<&'a MoneyId> {
        match self {
            Self::Commitment(c, _) => c.same_as.as_ref(),
            Self::Aid(a) => a.same_as.as_ref(),
        }
    }

    /// The record that carries its money.
    #[must_use]
    pub fn counted_in(&self) -> Option<&'a MoneyId> {
        match self {
            Self::Commitment(..) => None,
            Self::Aid(a) => a.counted_in.as_ref(),
        }
    }

    /// Earlier pledges that it replaces.
    #[must_use]
    pub fn supersedes(&self) -> &'a [MoneyId] {
        match self {
            Self::Commitment(c, _) => &c.supersedes,
            Self::Aid(a) => &a.supersedes,
        }
    }
}

impl Dataset {
    /// The commitment or aid entry with this id. None where there is none, or where a commitment's
    /// agreement is missing.
    #[must_use]
    pub fn money(&self, id: &str) -> Option<MoneyRecord<'_>> {
        if let Some(aid) = self.aid.get(id) {
            return Some(MoneyRecord::Aid(aid));
        }
        let commitment = self.commitments.get(id)?;
        Some(MoneyRecord::Commitment(
            commitment,
            self.agreements.get(&commitment.agreement)?,
        ))
    }

    /// Every commitment and aid entry, commitments first, each in the order of ids. Commitments
    /// whose agreement is missing are left out: they belong to no party.
    pub fn money_records(&self) -> impl Iterator<Item = MoneyRecord<'_>> {
        let commitments = self.commitments.values().filter_map(|c| {
            self.agreements
                .get(&c.agreement)
                .map(|agreement| MoneyRecord::Commitment(c, agreement))
        });
        commitments.chain(self.aid.values().map(MoneyRecord::Aid))
    }

    /// The agreements of a party, in the order of ids.
    pub fn agreements_of<'a>(&'a self, party: &'a PartyId) -> impl Iterator<Item = &'a Agreement> {
        self.agreements.values().filter(move |a| a.party == *party)
    }

    /// How many records it holds, reference series included.
    #[must_use]
    pub fn len(&self) -> usize {
        let Self {
            header: _,
            parties,
            agreements,
            commitments,
            aid,
            sources,
            reference,
        } = self;
        let Reference {
            gdp,
            fx,
            population,
            eu_shares,
        } = reference;
        parties.len()
            + agreements.len()
            + commitments.len()
            + aid.len()
            + sources.len()
            + gdp.len()
            + fx.len()
            + population.len()
            + eu_shares.len()
    }

    /// Whether it holds no record at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
