//! Charts as data: marks with bounds, the same rows as the table beside them.
//!
//! Every value is one that the ledger gives, with the tree under it; nothing is added here. Where a
//! chart has a choice of reading, the function that makes it says which.

use crate::ledger::{Ledger, Query, Span};
use crate::model::{Party, PartyKind};

mod columns;
mod cutoffs;
mod mark;
mod order;
mod promises;
mod request;
mod rows;
mod spread;
mod table;
mod text;
mod time;

pub use cutoffs::{Cutoffs, cutoffs};
pub use mark::{Chart, ChartMark, ChartRow, ChartUnit, FigureMark, Part, Tree, When};
pub use request::{ChartKind, ChartOrder, ChartRequest};
pub use table::{ChartCell, ChartColumn, ChartTable, chart_table};
pub use text::ChartTextError;

use order::{Line, sort};
use rows::{Stack, bar};

/// The chart asked for.
pub fn chart(ledger: &Ledger, request: &ChartRequest) -> Chart {
    let asked = parties_of(ledger, request);
    let query = Query {
        stage: request.stage,
        parties: request.parties.clone(),
        aid_type: request.aid_type.filter(|_| request.kind.takes_type()),
        instrument: None,
        span: match request.year.filter(|_| request.kind.takes_year()) {
            Some(year) => Span::Year(year),
            None => Span::All,
        },
    };
    let mut chart = Chart {
        request: request.clone(),
        unit: ChartUnit::Currency(ledger.assumptions().currency),
        marks: Vec::new(),
        rows: Vec::new(),
        nothing_recorded: 0,
        without_divisor: 0,
        running_totals: 0,
        thinned: 0,
        whole: None,
        total: None,
    };
    match request.kind {
        ChartKind::OverTime => {
            let line = time::over_time(ledger, &query, &asked);
            (chart.marks, chart.thinned) = (line.marks, line.left_out);
        }
        ChartKind::ByYear => chart.stand(columns::by_year(ledger, &query, &asked)),
        ChartKind::ByMonth => chart.stand(columns::by_month(ledger, &query, &asked)),
        _ => {
            let mut lines = lines(ledger, &query, &asked, &mut chart);
            sort(&mut lines, request.order);
            for line in lines {
                chart.marks.extend(line.marks);
                chart.rows.extend(line.row);
            }
        }
    }
    chart
}

/// The rows of a chart of rows, and what is to be told of them in the chart.
fn lines(ledger: &Ledger, query: &Query, asked: &[&Party], chart: &mut Chart) -> Vec<Line> {
    let year = chart.request.year;
    let each = |of: &dyn Fn(&Party) -> Option<Line>| -> Vec<Line> {
        asked.iter().filter_map(|party| of(party)).collect()
    };
    let bars = || each(&|party| bar(ledger, query, party));
    let lines = match chart.request.kind {
        ChartKind::ByType => each(&|party| rows::stack(ledger, query, party, Stack::Types)),
        ChartKind::ByInstrument => {
            each(&|party| rows::stack(ledger, query, party, Stack::Instruments))
        }
        ChartKind::PromisedAgainstArrived => {
            each(&|party| rows::bullet(ledger, &chart.request, party))
        }
        ChartKind::Promises => each(&|party| promises::promises(ledger, query.aid_type, party)),
        ChartKind::Multiples => {
            let (lines, thinned) = time::multiples(ledger, query, asked);
            chart.thinned = thinned;
            lines
        }
        // Who has no figures that disagree may have others.
        ChartKind::Spread => return spread::spread(ledger, query, asked),
        _ => bars(),
    };
    chart.nothing_recorded = asked.len() - lines.len();
    let recorded = lines.len();
    let lines = match chart.request.kind {
        ChartKind::PercentOfGdp => {
            chart.unit = ChartUnit::PercentOfGdp;
            let of_gdp = |line| rows::of_gdp(ledger, year, line);
            lines.into_iter().filter_map(of_gdp).collect()
        }
        ChartKind::PerHead => {
            chart.unit = ChartUnit::PerHead(ledger.assumptions().currency);
            let per_head = |line| rows::per_head(ledger, year, line);
            lines.into_iter().filter_map(per_head).collect()
        }
        ChartKind::Share => {
            chart.unit = ChartUnit::PercentOfWhole;
            let total = ledger.total(query);
            let shares = rows::share(lines, &total);
            chart.whole = (!shares.is_empty()).then(|| total.bounds().low);
            chart.total = Some(total);
            return shares;
        }
        ChartKind::Ranked | ChartKind::ByType | ChartKind::ByInstrument => {
            chart.total = Some(ledger.total(query));
            lines
        }
        _ => lines,
    };
    chart.without_divisor = recorded - lines.len();
    lines
}

impl Chart {
    fn stand(&mut self, columns: columns::Columns) {
        self.marks = columns.marks;
        self.rows = columns.rows;
        self.running_totals = columns.running_totals;
    }
}

/// The parties asked for. The EU is left out where its money is attributed to its members, unless it
/// alone is asked for (R8): its money stands in their rows.
fn parties_of<'a>(ledger: &'a Ledger, request: &ChartRequest) -> Vec<&'a Party> {
    let attributed = ledger.assumptions().eu_attribution.is_some();
    let parties = ledger.dataset().parties.values();
    let alone = request.parties.as_ref().is_some_and(|of| of.len() == 1);
    parties
        .filter(|party| !attributed || alone || party.kind != PartyKind::Union)
        .filter(|party| {
            let asked = request.parties.as_ref();
            asked.is_none_or(|asked| asked.contains(&party.id))
        })
        .collect()
}
