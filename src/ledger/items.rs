//! Records made ready for counting: their tranches, and what links them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{
    AidType, AmountForm, Instrument, MoneyId, PartialDate, PartyId, SourceId, Stage, Year,
};

use super::bounds::Bounds;
use super::derivation::{Conversion, Leaf, ShareOf, Span};

/// What time a tranche is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::ledger) enum Slot {
    /// One year.
    Year(Year),
    /// The same undisclosed promise in each of these years: one n/d, whichever of them is asked for.
    Years(Year, Year),
    /// One sum over several years, or with an open end.
    Lump(Option<Year>, Option<Year>),
    /// No time at all.
    Undated,
}

impl Slot {
    /// The single years that it stands in.
    pub(in crate::ledger) fn years(self) -> Vec<Year> {
        match self {
            Self::Year(year) => vec![year],
            Self::Years(from, to) => from.through(to).collect(),
            Self::Lump(..) | Self::Undated => Vec::new(),
        }
    }

    /// Whether it has to do with a year.
    pub(in crate::ledger) fn covers(self, year: Year) -> bool {
        match self {
            Self::Year(y) => y == year,
            Self::Years(from, to) => (from..=to).contains(&year),
            Self::Lump(from, to) => from.is_none_or(|f| f <= year) && to.is_none_or(|t| year <= t),
            Self::Undated => true,
        }
    }

    /// Whether it stands in a span by the time that the money is for.
    pub(in crate::ledger) fn is_in(self, span: Span) -> bool {
        match (span, self) {
            (Span::All | Span::Announced(..), _)
            | (Span::NotSplit, Self::Lump(..) | Self::Undated) => true,
            (Span::Year(year), Self::Year(_) | Self::Years(..)) => self.covers(year),
            (Span::Year(_) | Span::NotSplit, _) => false,
        }
    }

    /// Whether a later record of this time replaces an earlier one of that time (R13).
    pub(in crate::ledger) fn replaces(later: &[Tranche], earlier: Self) -> bool {
        let states = |year| later.iter().any(|t| t.slot.covers(year));
        match earlier {
            Self::Year(year) => states(year),
            Self::Undated => true,
            Self::Years(from, to) => from.through(to).all(states),
            Self::Lump(from, to) => {
                let overlaps = later.iter().any(|t| match t.slot {
                    Self::Lump(f, t) => {
                        t.zip(from).is_none_or(|(t, from)| from <= t)
                            && f.zip(to).is_none_or(|(f, to)| f <= to)
                    }
                    Self::Undated => true,
                    Self::Year(_) | Self::Years(..) => false,
                });
                overlaps || from.zip(to).is_some_and(|(f, t)| f.through(t).all(states))
            }
        }
    }
}

/// A part of a record that can count by itself, converted.
#[derive(Clone, Debug)]
pub(in crate::ledger) struct Tranche {
    pub(in crate::ledger) slot: Slot,
    pub(in crate::ledger) bounds: Bounds,
    pub(in crate::ledger) conversion: Conversion,
    /// The years that we read into it (R6).
    pub(in crate::ledger) read_as: Option<(Year, Year)>,
    pub(in crate::ledger) split: Option<(Decimal, ShareOf)>,
    /// The later records that replace it (R13), each for its own stage.
    pub(in crate::ledger) superseded_by: Vec<usize>,
}

/// What kind of record, with what R4 asks of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::ledger) enum Kind {
    /// A commitment or a package.
    Flow { commitment: bool },
    /// A running total over these days; none where the day of the count is not known.
    Total {
        since: Date,
        until: Option<Date>,
        counted: Option<PartialDate>,
    },
}

/// A record made ready for counting.
#[derive(Clone, Debug)]
pub(in crate::ledger) struct Item {
    pub(in crate::ledger) id: MoneyId,
    pub(in crate::ledger) party: PartyId,
    pub(in crate::ledger) stage: Stage,
    pub(in crate::ledger) aid_type: AidType,
    pub(in crate::ledger) instrument: Instrument,
    pub(in crate::ledger) kind: Kind,
    pub(in crate::ledger) date: Option<PartialDate>,
    /// Whether it was announced by the cut-off (R11).
    pub(in crate::ledger) known: bool,
    pub(in crate::ledger) joint: bool,
    /// Whether its text names no end of it, and nothing else does (R6).
    pub(in crate::ledger) goes_on: bool,
    pub(in crate::ledger) original: AmountForm,
    pub(in crate::ledger) other_figure: Option<usize>,
    pub(in crate::ledger) source: Option<SourceId>,
    pub(in crate::ledger) phrase: Option<String>,
    pub(in crate::ledger) tranches: Vec<Tranche>,
    pub(in crate::ledger) links: Links,
}

/// Links to other items, by their place; links that dangle are none.
#[derive(Clone, Debug, Default)]
pub(in crate::ledger) struct Links {
    pub(in crate::ledger) part_of: Option<usize>,
    pub(in crate::ledger) same_as: Option<usize>,
    pub(in crate::ledger) counted_in: Option<usize>,
    /// Commitments it fulfils, each with its share in per cent.
    pub(in crate::ledger) fulfils: Vec<(usize, Decimal)>,
}

impl Item {
    pub(in crate::ledger) fn is_flow(&self) -> bool {
        matches!(self.kind, Kind::Flow { .. })
    }

    /// Whether it names a sum that could hold parts.
    pub(in crate::ledger) fn names_a_sum(&self) -> bool {
        !self.original.is_undisclosed()
    }

    /// The leaf of one of its tranches.
    pub(in crate::ledger) fn leaf(&self, tranche: &Tranche) -> Leaf {
        Leaf {
            record: self.id.clone(),
            party: self.party.clone(),
            year: match tranche.slot {
                Slot::Year(year) => Some(year),
                _ => None,
            },
            other_figure: self.other_figure,
            original: self.original,
            conversion: tranche.conversion.clone(),
            source: self.source.clone(),
            phrase: self.phrase.clone(),
            share: tranche.split.clone(),
            read_as_years: tranche.read_as,
            not_itemised: None,
        }
    }
}
