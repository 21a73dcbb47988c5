//! Charts as data: marks with bounds, the same rows as the table beside them.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Basis, Bounds, Derivation, Fulfilment, Ledger, StagedTotal};
use crate::model::{AidType, Name, PartyId, Stage, Year};
use std::sync::Arc;

/// What a chart shows.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Default, serde::Serialize, serde::Deserialize,
)]
pub enum ChartKind {
    /// A bar a party, greatest low bound first.
    #[default]
    Ranked,
    /// The same in per cent of the GDP of the party (last actual year of the chosen vintage).
    PercentOfGdp,
    /// What was promised for a year (outline) against what arrived of it by `fulfils` (solid), a row a party.
    PromisedAgainstArrived,
    /// Cumulated packages by day of announcement, with running totals as points.
    OverTime,
}

/// What a chart is asked for.
#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub struct ChartRequest {
    /// What it shows.
    pub kind: ChartKind,
    /// Of which stage (for promised against arrived: the stage of what arrived).
    pub stage: Stage,
    /// Of which aid type; none: all.
    pub aid_type: Option<AidType>,
    /// For which year; none: over all time.
    pub year: Option<Year>,
    /// Of which parties; none: all.
    pub parties: Option<Vec<PartyId>>,
}

/// One bar, bullet or point.
#[derive(Clone, Debug)]
pub struct ChartMark {
    /// Whose; none where the mark is of all parties together.
    pub party: Option<(PartyId, Name)>,
    /// On which day, for points over time.
    pub date: Option<Date>,
    /// The value that is drawn, in the chart's unit.
    pub value: Bounds,
    /// The tree under it.
    pub derivation: Arc<Derivation>,
    /// What it rests on.
    pub basis: Basis,
    /// For promised against arrived: the promise and its ratio.
    pub fulfilment: Option<Fulfilment>,
    /// Whether it is a running total's point over the cumulated packages.
    pub running_total: bool,
    /// For per cent of GDP: the GDP divided by, in the shown currency, and its year.
    pub gdp: Option<(Decimal, Year)>,
}

/// The unit of a chart's values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChartUnit {
    /// Whole units of a currency.
    Currency(crate::model::Currency),
    /// Per cent of GDP.
    PercentOfGdp,
}

/// A chart as data.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What was asked.
    pub request: ChartRequest,
    /// The unit of the values.
    pub unit: ChartUnit,
    /// The marks: ranked (with something recorded), or by day.
    pub marks: Vec<ChartMark>,
    /// How many of the parties asked for have nothing recorded and so no mark.
    pub nothing_recorded: usize,
    /// The total over what the chart shows, where it is one sum.
    pub total: Option<StagedTotal>,
}

/// The chart asked for.
pub fn chart(ledger: &Ledger, request: &ChartRequest) -> Chart {
    let _ = (ledger, request);
    todo!()
}
