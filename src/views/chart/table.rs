//! The numbers of a chart as a table of values, for the window, for copying, for the command line.

use rust_decimal::Decimal;

use crate::ledger::{Basis, Bounds, Ratio};
use crate::model::{MoneyId, Name, PartyId, SourceId, Stage, Year};

use super::mark::{Chart, ChartMark, ChartUnit, Part, Tree, When};
use super::request::ChartKind;

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChartColumn {
    /// Whose.
    Party,
    /// Which part of the row or column.
    Part,
    /// When.
    When,
    /// Of which record, where a row is a figure.
    Record,
    /// Who reports the figure.
    Source,
    /// Whether the figure is the one that sums use.
    Preferred,
    /// Of which stage.
    Stage,
    /// At least, in the unit.
    Low,
    /// At most, in the unit.
    High,
    /// How many of its numbers are approximate.
    About,
    /// How many entries name no sum.
    Undisclosed,
    /// How many have no rate.
    NotConverted,
    /// Whether an estimate acts in it.
    Estimate,
    /// The unit.
    Unit,
    /// Of the whole row or column that the part is in: its own total, at least, in the unit.
    WholeLow,
    /// At most.
    WholeHigh,
    /// At least, in money, where the unit is another one.
    MoneyLow,
    /// At most, in money.
    MoneyHigh,
    /// The GDP or population divided by.
    Divisor,
    /// Its year.
    DivisorYear,
    /// Promised at least, in money, by the promise of the earliest stage.
    PromisedLow,
    /// Promised at most.
    PromisedHigh,
    /// At least this part of the promise arrived.
    RatioLow,
    /// At most.
    RatioHigh,
    /// Whether it is a running total.
    RunningTotal,
    /// What a running total holds beyond the packages of its time, in money.
    NotItemised,
    /// Whether its time was not over on the day as known.
    Partial,
    /// Whether the promise names no end.
    GoesOn,
    /// What it rests on.
    Basis,
    /// The records it comes from.
    Records,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum ChartCell {
    /// Nothing: not known, or not told of this row. It is not zero.
    Nothing,
    /// A party.
    Party(PartyId, Name),
    /// A part.
    Part(Part),
    /// A time.
    When(When),
    /// A record, with what it is about.
    Record(MoneyId, String),
    /// A source.
    Source(SourceId),
    /// A stage.
    Stage(Stage),
    /// A number.
    Number(Decimal),
    /// No upper end: at least.
    Open,
    /// How many.
    Count(u32),
    /// Whether.
    Flag(bool),
    /// A unit.
    Unit(ChartUnit),
    /// A year.
    Year(Year),
    /// What it rests on.
    Basis(Basis),
    /// The tree that holds the records.
    Records(Tree),
}

/// The numbers of a chart.
#[derive(Clone, Debug)]
pub struct ChartTable {
    /// What the columns hold; those that no row of the chart can fill are left out.
    pub columns: Vec<ChartColumn>,
    /// A row a mark, in the order of the marks.
    pub rows: Vec<Vec<ChartCell>>,
}

/// The numbers of a chart as a table.
pub fn chart_table(chart: &Chart) -> ChartTable {
    let columns = columns(chart);
    let row = |mark: &ChartMark| {
        let cell = |column: &ChartColumn| cell(chart, mark, *column);
        columns.iter().map(cell).collect()
    };
    ChartTable {
        rows: chart.marks.iter().map(row).collect(),
        columns,
    }
}

fn columns(chart: &Chart) -> Vec<ChartColumn> {
    use ChartColumn as Of;
    let any = |has: fn(&ChartMark) -> bool| chart.marks.iter().any(has);
    let kind = chart.request.kind;
    let over_time = matches!(kind, ChartKind::OverTime | ChartKind::Multiples);
    let bullets = kind == ChartKind::PromisedAgainstArrived;
    let divided = matches!(kind, ChartKind::PercentOfGdp | ChartKind::PerHead);
    let spread = kind == ChartKind::Spread;
    let some: [(bool, &[Of]); 13] = [
        (any(|mark| mark.party.is_some()), &[Of::Party]),
        (any(|mark| mark.part.is_some()), &[Of::Part]),
        (any(|mark| mark.when.is_some()), &[Of::When]),
        (spread, &[Of::Record, Of::Source, Of::Preferred]),
        (
            true,
            &[
                Of::Stage,
                Of::Low,
                Of::High,
                Of::About,
                Of::Undisclosed,
                Of::NotConverted,
                Of::Estimate,
                Of::Unit,
            ],
        ),
        (!chart.rows.is_empty(), &[Of::WholeLow, Of::WholeHigh]),
        (
            divided || kind == ChartKind::Share,
            &[Of::MoneyLow, Of::MoneyHigh],
        ),
        (divided, &[Of::Divisor, Of::DivisorYear]),
        (
            bullets,
            &[
                Of::PromisedLow,
                Of::PromisedHigh,
                Of::RatioLow,
                Of::RatioHigh,
            ],
        ),
        (over_time, &[Of::RunningTotal, Of::NotItemised]),
        (any(|mark| mark.partial), &[Of::Partial]),
        (kind == ChartKind::Promises, &[Of::GoesOn]),
        (true, &[Of::Basis, Of::Records]),
    ];
    let shown = some.into_iter().filter(|(shown, _)| *shown);
    shown.flat_map(|(_, columns)| columns).copied().collect()
}

fn some<T>(value: Option<T>, cell: impl FnOnce(T) -> ChartCell) -> ChartCell {
    value.map_or(ChartCell::Nothing, cell)
}

fn low(of: Option<&Bounds>) -> ChartCell {
    let known = of.filter(|bounds| bounds.has_number());
    some(known, |bounds| ChartCell::Number(bounds.low))
}

fn high(of: Option<&Bounds>) -> ChartCell {
    let known = of.filter(|bounds| bounds.has_number());
    some(known, |bounds| {
        bounds.high.map_or(ChartCell::Open, ChartCell::Number)
    })
}

/// How much of the promise arrived at the stage asked for.
fn ratio<'a>(chart: &Chart, mark: &'a ChartMark) -> Option<&'a Ratio> {
    let arrived = &mark.fulfilment.as_ref()?.arrived;
    let stage = chart.request.stage;
    let of_stage = arrived.iter().find(|(total, _)| total.stage() == stage);
    of_stage.and_then(|(_, ratio)| ratio.as_ref())
}

fn cell(chart: &Chart, mark: &ChartMark, column: ChartColumn) -> ChartCell {
    use ChartColumn as Of;
    let value = &mark.value;
    let promised = || {
        let first = mark.fulfilment.as_ref()?.promised.first()?;
        Some(first.bounds())
    };
    match column {
        Of::Party => some(mark.party.clone(), |(id, name)| ChartCell::Party(id, name)),
        Of::Part => some(mark.part, ChartCell::Part),
        Of::When => some(mark.when, ChartCell::When),
        Of::Record => some(mark.figure.as_ref(), |figure| {
            ChartCell::Record(figure.record.clone(), figure.summary.clone())
        }),
        Of::Source => {
            let source = mark.figure.as_ref().and_then(|of| of.source.clone());
            some(source, ChartCell::Source)
        }
        Of::Preferred => some(mark.figure.as_ref(), |of| ChartCell::Flag(of.preferred)),
        Of::Stage => ChartCell::Stage(mark.stage),
        Of::Low => low(Some(value)),
        Of::High => high(Some(value)),
        Of::About => ChartCell::Count(value.about),
        Of::Undisclosed => ChartCell::Count(value.undisclosed),
        Of::NotConverted => ChartCell::Count(value.not_converted),
        Of::Estimate => ChartCell::Flag(value.estimate),
        Of::Unit => ChartCell::Unit(chart.unit),
        Of::WholeLow => low(chart.row_of(mark).map(|row| row.total.bounds())),
        Of::WholeHigh => high(chart.row_of(mark).map(|row| row.total.bounds())),
        Of::MoneyLow => low(mark.money()),
        Of::MoneyHigh => high(mark.money()),
        Of::Divisor => some(mark.divisor, |(by, _)| ChartCell::Number(by)),
        Of::DivisorYear => some(mark.divisor, |(_, year)| ChartCell::Year(year)),
        Of::PromisedLow => low(promised()),
        Of::PromisedHigh => high(promised()),
        Of::RatioLow => some(ratio(chart, mark), |of| ChartCell::Number(of.low)),
        Of::RatioHigh => some(ratio(chart, mark), |of| {
            of.high.map_or(ChartCell::Open, ChartCell::Number)
        }),
        Of::RunningTotal => ChartCell::Flag(mark.running_total),
        Of::NotItemised => some(mark.not_itemised, ChartCell::Number),
        Of::Partial => ChartCell::Flag(mark.partial),
        Of::GoesOn => ChartCell::Flag(mark.goes_on),
        Of::Basis if mark.value.is_nothing() => ChartCell::Nothing,
        Of::Basis => ChartCell::Basis(mark.basis.clone()),
        Of::Records => ChartCell::Records(mark.derivation.clone()),
    }
}
