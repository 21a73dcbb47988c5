//! The tree under a number: rules, inputs, conversions, exclusions with reasons, down to figures.
//! Values, not words: `text` tells them in a language.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{
    AidType, AmountForm, CommitmentId, Currency, GdpStatus, Instrument, MoneyId, PartialDate,
    PartyId, SeriesId, SourceId, Stage, Year,
};

use super::bounds::Bounds;

/// The rules of counting, by the ids under which the derivation, the problem list and the tests name them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(
    missing_docs,
    reason = "each is told in the ledger's docs and in the texts"
)]
pub enum Rule {
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
}

impl Rule {
    /// Its id: `R4`.
    pub fn id(self) -> &'static str {
        match self {
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
            Self::R5 => "R5",
            Self::R6 => "R6",
            Self::R7 => "R7",
            Self::R8 => "R8",
            Self::R9 => "R9",
            Self::R10 => "R10",
            Self::R11 => "R11",
            Self::R12 => "R12",
            Self::R13 => "R13",
        }
    }
}

/// What time a sum is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Span {
    /// All time.
    All,
    /// One calendar year, by the time that the money is *for*.
    Year(Year),
    /// What stands in no single year: lumps over several years, and sums without any time (R5).
    NotSplit,
    /// By the day of announcement, both ends counted: packages only, running totals are points (R4).
    Announced(Date, Date),
}

/// A part of a total: which record, which figure of it, which of its years, and how it was converted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leaf {
    /// The commitment or aid entry.
    pub record: MoneyId,
    /// Whose it is.
    pub party: PartyId,
    /// The yearly tranche of it that counts; none: the whole sum.
    pub year: Option<Year>,
    /// Which of its figures counts: none: the preferred one; else the index among the others (R10, R11).
    pub other_figure: Option<usize>,
    /// The figure as the source reports it.
    pub original: AmountForm,
    /// How it became a sum in the shown currency.
    pub conversion: Conversion,
    /// The source of the figure.
    pub source: Option<SourceId>,
    /// Its words.
    pub phrase: Option<String>,
    /// The share of it that counts, as a part of one, where that is not the whole: a `fulfils`
    /// share (R9), an EU key (R8), an even split (R5).
    pub share: Option<(Decimal, ShareOf)>,
    /// The years named by our reading, not by the text (R6): from–to.
    pub read_as_years: Option<(Year, Year)>,
    /// Where parts of it are recorded (R3): how much of its low bound they leave not itemised.
    pub not_itemised: Option<Decimal>,
}

/// Why only a part of a leaf counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ShareOf {
    /// The entry fulfils the commitment with a share of it (R9).
    Fulfils(CommitmentId),
    /// The EU's money attributed to a member by a key (R8).
    EuKey(SeriesId),
    /// A lump split evenly over so many years (R5).
    EvenSplit(u16),
}

/// How a figure became a sum in the shown currency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// No sum is named: counted, not summed.
    Undisclosed,
    /// It already was in the shown currency.
    None,
    /// At a rate (R7).
    Rate(Rate),
    /// A share of GDP (R6), then at a rate where the currency differs.
    Gdp(GdpStep, Option<Rate>),
    /// There is no rate, so it is listed and not summed (R7).
    NoRate {
        /// The currency that has none.
        currency: Currency,
        /// In which period.
        period: RatePeriod,
    },
    /// There is no GDP for the year, so the share is n/d (R6).
    NoGdp {
        /// Whose.
        country: PartyId,
        /// Of which year.
        year: Year,
    },
}

/// A rate between two currencies, through the euro: `value ÷ from_per_eur × to_per_eur`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rate {
    /// From this currency.
    pub from: Currency,
    /// To this one.
    pub to: Currency,
    /// Units of `from` for one euro.
    pub from_per_eur: Decimal,
    /// Units of `to` for one euro.
    pub to_per_eur: Decimal,
    /// The period that the rates are means of.
    pub period: RatePeriod,
    /// The sources of the two rates (none for the euro itself).
    pub sources: Vec<SourceId>,
}

/// The period that a rate is the mean of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RatePeriod {
    /// A year.
    Year(Year),
    /// A month.
    Month(Year, i8),
    /// Several years, each weighted by its days (running totals, R7).
    Days(Date, Date),
    /// No time is known at all.
    Unknown,
}

/// A share of GDP worked out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GdpStep {
    /// Of the GDP of this year.
    pub year: Year,
    /// The GDP, in whole units of `currency`.
    pub gdp: Decimal,
    /// Its currency.
    pub currency: Currency,
    /// Reported or estimated.
    pub status: GdpStatus,
    /// The series it is from.
    pub series: SeriesId,
    /// The edition.
    pub vintage: String,
    /// The year the GDP is really of, where it was carried on as an assumption.
    pub carried_from: Option<Year>,
}

/// Why a record is not in a sum it could be looked for in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Inside a whole that is in the sum (R3).
    PartOf(MoneyId),
    /// Inside the pledge of a commitment that it fulfils (R3).
    InsideCommitment(MoneyId),
    /// Restates a sum that is in it (R13).
    SameAs(MoneyId),
    /// Its money is carried by another entry (R8).
    CountedIn(MoneyId),
    /// A later pledge replaces it for that year, or altogether (R13).
    SupersededBy(MoneyId),
    /// A package inside the time that the chosen running total covers (R4).
    Covered(MoneyId),
    /// A running total that is not the chosen basis: never added (R4).
    RunningTotal,
    /// Holds the money of several parties together (R8).
    Joint,
    /// Announced after the cut-off (R11).
    AfterCutoff(PartialDate),
    /// A lump that belongs to no single year (R5).
    NotSplit,
    /// The EU's own row, while its money is attributed to its members (R8).
    Attributed,
}

impl Reason {
    /// The rule that it follows.
    pub fn rule(&self) -> Rule {
        match self {
            Self::PartOf(_) | Self::InsideCommitment(_) => Rule::R3,
            Self::SameAs(_) | Self::SupersededBy(_) => Rule::R13,
            Self::CountedIn(_) | Self::Joint | Self::Attributed => Rule::R8,
            Self::Covered(_) | Self::RunningTotal => Rule::R4,
            Self::AfterCutoff(_) => Rule::R11,
            Self::NotSplit => Rule::R5,
        }
    }
}

/// A record that is not in the sum, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exclusion {
    /// Which.
    pub record: MoneyId,
    /// Which of its yearly tranches; none: all of it.
    pub year: Option<Year>,
    /// Why.
    pub reason: Reason,
}

/// What a sum rests on (R4).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Basis {
    /// Nothing is recorded.
    Nothing,
    /// The packages of the span.
    Packages,
    /// A running total and the packages that came after it.
    RunningTotal {
        /// Which.
        record: MoneyId,
        /// Counted on which day.
        as_counted_on: Option<PartialDate>,
        /// How many packages came after.
        packages_after: u32,
    },
    /// A sum over parties, each on its own basis.
    PerParty,
}

/// One of the readings between which R4 chooses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// What it rests on.
    pub basis: Basis,
    /// What it comes to.
    pub bounds: Bounds,
    /// By how much its low bound stays behind the chosen one: “reported, not itemised here”.
    pub behind: Decimal,
}

/// What a node of the tree is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// The sum over parties of one stage (R1, R2).
    AllParties {
        /// Stage.
        stage: Stage,
        /// Aid type; none: all.
        aid_type: Option<AidType>,
        /// Instrument; none: all.
        instrument: Option<Instrument>,
        /// Span.
        span: Span,
    },
    /// The best known sum of one party (R4).
    Party {
        /// Whose.
        party: PartyId,
        /// Stage.
        stage: Stage,
        /// Aid type; none: all.
        aid_type: Option<AidType>,
        /// Instrument; none: all.
        instrument: Option<Instrument>,
        /// Span.
        span: Span,
    },
    /// What was promised by commitments of one party in a year or over all (R6, R9).
    Promised {
        /// Which commitments.
        commitments: Vec<CommitmentId>,
        /// At which stage.
        stage: Stage,
        /// For which span.
        span: Span,
    },
    /// What arrived towards commitments of one party in a year (R9).
    Towards {
        /// Which commitments.
        commitments: Vec<CommitmentId>,
        /// At which stage.
        stage: Stage,
        /// For which span.
        span: Span,
    },
    /// The sum of entries that somebody picked out.
    Chosen {
        /// Stage.
        stage: Stage,
        /// Whose; none: of several parties.
        party: Option<PartyId>,
        /// How many were picked, those that are left out included.
        entries: usize,
    },
    /// One record alone, at its own stage.
    Record {
        /// Which.
        record: MoneyId,
        /// Its stage.
        stage: Stage,
    },
    /// A figure.
    Leaf(Box<Leaf>),
}

/// The tree under a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Derivation {
    /// What this node is.
    pub step: Step,
    /// What it comes to, in `unit`.
    pub bounds: Bounds,
    /// The currency of `bounds`.
    pub unit: Currency,
    /// What it rests on.
    pub basis: Basis,
    /// What it is made of; the bounds of these add up to its own, to the cent (R12).
    pub children: Vec<Self>,
    /// What is not in it, and why.
    pub excluded: Vec<Exclusion>,
    /// Between which readings R4 chose; the chosen one first. Empty where there was no choice.
    pub candidates: Vec<Candidate>,
}

impl Derivation {
    /// Every figure under this node, in order.
    pub fn leaves(&self) -> Vec<(&Leaf, &Bounds)> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<(&'a Leaf, &'a Bounds)>) {
        if let Step::Leaf(leaf) = &self.step {
            found.push((leaf, &self.bounds));
        }
        for child in &self.children {
            child.collect(found);
        }
    }

    /// What each record adds to this sum. Together they come to it, to the cent (R12).
    pub fn by_record(&self) -> BTreeMap<MoneyId, Bounds> {
        let mut found: BTreeMap<MoneyId, Bounds> = BTreeMap::new();
        for (leaf, bounds) in self.leaves() {
            let of = found.entry(leaf.record.clone()).or_insert(Bounds::NOTHING);
            *of = of.plus(*bounds);
        }
        found
    }

    /// Every record that is not in this sum or in one under it, with the reason.
    pub fn exclusions(&self) -> Vec<&Exclusion> {
        let mut found: Vec<&Exclusion> = self.excluded.iter().collect();
        for child in &self.children {
            found.extend(child.exclusions());
        }
        found
    }

    /// The ids of the records under this node, each once, in order of appearance.
    pub fn records(&self) -> Vec<MoneyId> {
        let mut ids: Vec<MoneyId> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for (leaf, _) in self.leaves() {
            if seen.insert(leaf.record.clone()) {
                ids.push(leaf.record.clone());
            }
        }
        ids
    }
}
