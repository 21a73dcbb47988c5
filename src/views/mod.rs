//! Plain rows and series for list, detail, chart, table, export and command line: values, not
//! strings. Each is made from a [`Ledger`](crate::ledger::Ledger) and a request; window and command
//! line take theirs from here, so there is no second path to a number.

pub mod aid;
pub mod cache;
pub mod chart;
pub mod detail;
pub mod parties;
pub mod problems;
pub mod totals;

pub use aid::{AidRow, ProblemsByRecord, aid_rows, link_to};
pub use cache::{ViewCache, Views, area_names};
pub use chart::{
    Chart, ChartCell, ChartColumn, ChartKind, ChartMark, ChartOrder, ChartRequest, ChartRow,
    ChartTable, ChartTextError, ChartUnit, Cutoffs, FigureMark, Part, Tree, When, chart,
    chart_table, cutoffs,
};
pub use detail::{
    AgreementFacts, CommitmentGroup, CommitmentRow, MoneyRow, PartyDetail, SourceRow, detail,
};
pub use parties::{
    Facet, FacetCount, Measure, PartyFilter, PartyIndex, PartyList, PartyRow, PartySort, fold,
    parties,
};
pub use problems::{ProblemFilter, ProblemIndex, ProblemList, ProblemOrder};
pub use totals::{By, TotalRow, TotalsTable, totals};
