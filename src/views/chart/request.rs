//! What a chart is asked for, and the same as text: in links to places, in the metadata of pictures,
//! on the command line.

use serde::{Deserialize, Serialize};

use crate::model::{AidType, PartyId, Stage, Year};

/// What a chart shows.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// A bar a party, greatest low bound first.
    #[default]
    Ranked,
    /// A bar a party, stacked by aid type.
    ByType,
    /// A bar a party, stacked by instrument. Only of one stage, as every sum is (R1).
    ByInstrument,
    /// A bar a party in per cent of its GDP (last actual year of the chosen vintage).
    PercentOfGdp,
    /// A bar a party per head of its population.
    PerHead,
    /// What was promised for a year (outline) against what arrived of it by `fulfils` (solid), a row a party.
    PromisedAgainstArrived,
    /// Cumulated packages by day of announcement, with running totals as points.
    OverTime,
    /// A column a year of what the money is for; lumps stand in a column of their own (R5).
    ByYear,
    /// A column a month of announcement.
    ByMonth,
    /// Over time, a small chart a party, all on one scale.
    Multiples,
    /// Each party's part of the whole.
    Share,
    /// Figures of one entry that disagree (R10), a row an entry.
    Spread,
    /// What is promised for each year, until the promises end.
    Promises,
}

impl ChartKind {
    /// Every kind, in the order of the menu.
    pub const ALL: [Self; 13] = [
        Self::Ranked,
        Self::ByType,
        Self::ByInstrument,
        Self::PercentOfGdp,
        Self::PerHead,
        Self::PromisedAgainstArrived,
        Self::OverTime,
        Self::ByYear,
        Self::ByMonth,
        Self::Multiples,
        Self::Share,
        Self::Spread,
        Self::Promises,
    ];

    /// Its name on the command line, in links and in metadata.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ranked => "ranked",
            Self::ByType => "by-type",
            Self::ByInstrument => "by-instrument",
            Self::PercentOfGdp => "gdp",
            Self::PerHead => "per-head",
            Self::PromisedAgainstArrived => "fulfilment",
            Self::OverTime => "over-time",
            Self::ByYear => "by-year",
            Self::ByMonth => "by-month",
            Self::Multiples => "multiples",
            Self::Share => "share",
            Self::Spread => "spread",
            Self::Promises => "promises",
        }
    }

    /// The kind of that name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether the stage asked for matters. Promises are shown at the stage that each has.
    pub fn takes_stage(self) -> bool {
        self != Self::Promises
    }

    /// Whether the aid type asked for matters. By type all of them are shown.
    pub fn takes_type(self) -> bool {
        self != Self::ByType
    }

    /// Whether the year asked for matters. By year, and for promises, all years are shown.
    pub fn takes_year(self) -> bool {
        !matches!(self, Self::ByYear | Self::Promises)
    }

    /// Whether the order asked for matters. What stands on one axis of time has no rows to order.
    pub fn takes_order(self) -> bool {
        !self.orders().is_empty()
    }

    /// The orders that its rows can stand in; another one that is asked for is by value.
    pub fn orders(self) -> &'static [ChartOrder] {
        match self {
            Self::PromisedAgainstArrived => &ChartOrder::ALL,
            Self::OverTime | Self::ByYear | Self::ByMonth => &[],
            _ => &[ChartOrder::Value, ChartOrder::Name],
        }
    }

    /// Whether its marks stand on a time axis or in columns of time; else they are rows.
    pub fn is_over_time(self) -> bool {
        matches!(
            self,
            Self::OverTime | Self::ByYear | Self::ByMonth | Self::Multiples | Self::Promises
        )
    }
}

/// How rows follow each other.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ChartOrder {
    /// The greatest value first.
    #[default]
    Value,
    /// By name.
    Name,
    /// The greatest gap between promise and arrival first.
    Gap,
    /// The smallest part of the promise that arrived first.
    Share,
}

impl ChartOrder {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Value, Self::Name, Self::Gap, Self::Share];

    /// Its name on the command line, in links and in metadata.
    pub fn key(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Name => "name",
            Self::Gap => "gap",
            Self::Share => "share",
        }
    }

    /// The order of that name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.key() == key)
    }
}

/// What a chart is asked for.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct ChartRequest {
    /// What it shows.
    pub kind: ChartKind,
    /// Of which stage (for promised against arrived: the stage of what arrived).
    pub stage: Stage,
    /// Of which aid type; none: all. What a kind does not take (see [`ChartKind::takes_type`] and
    /// its like) changes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid_type: Option<AidType>,
    /// For which year; none: over all time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// Of which parties; none: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parties: Option<Vec<PartyId>>,
    /// How rows follow each other.
    #[serde(default)]
    pub order: ChartOrder,
}

impl Default for ChartRequest {
    fn default() -> Self {
        Self {
            kind: ChartKind::default(),
            stage: Stage::Allocated,
            aid_type: None,
            year: None,
            parties: None,
            order: ChartOrder::default(),
        }
    }
}
