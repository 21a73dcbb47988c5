//! Plain rows and series for list, detail, chart, table, export and command line: values, not
//! strings. Each is made from a [`Ledger`](crate::ledger::Ledger) and a request; window and command
//! line take theirs from here, so there is no second path to a number.

pub mod aid;
pub mod cache;
pub mod chart;
pub mod dates;
pub mod detail;
pub mod ledger;
pub mod link;
pub mod matrix;
pub mod number;
pub mod parties;
pub mod problems;
pub mod settings;
pub mod sources;
pub mod totals;

pub use aid::{AidRow, ProblemsByRecord, aid_rows, link_to};
pub use cache::{ViewCache, Views, area_names};
pub use chart::{
    Chart, ChartCell, ChartColumn, ChartKind, ChartMark, ChartOrder, ChartRequest, ChartRow,
    ChartTable, ChartTextError, ChartUnit, Cutoffs, FigureMark, Part, Tree, When, chart,
    chart_table, cutoffs,
};
pub use dates::{DateFilter, DateIndex, DateKind, DateList, DateOrder, DateRow, Standing};
pub use detail::{
    AgreementFacts, CommitmentGroup, CommitmentRow, MoneyRow, PartyDetail, SourceRow, detail,
};
pub use ledger::{
    Between, GivenIn, LedgerColumn, LedgerCounts, LedgerFilter, LedgerIndex, LedgerList,
    LedgerRequest, LedgerRow, LedgerSort, LedgerSum, LedgerView, LedgerViewError, RecordKind,
    ledger_sum,
};
pub use link::{FileLink, Link, LinkDock, LinkPage, Unread, pairs, query};
pub use matrix::{
    AreaOrder, COMPARED, Coding, Matrix, MatrixCell, MatrixColumn, MatrixOrder, MatrixRequest,
    MatrixRow, MatrixSettings, MatrixSettingsError, Promise, Reading, ReadingCell, ReadingColumn,
    ReadingRow, ReadingRows, matrix, reading,
};
pub use number::{number, number_name, number_party};
pub use parties::{
    Facet, FacetCount, Measure, PartyFilter, PartyIndex, PartyList, PartyRow, PartySort, fold,
    parties, sort_by_words,
};
pub use problems::{ProblemFilter, ProblemIndex, ProblemList, ProblemOrder};
pub use sources::{
    Citing, SourceEntry, SourceFilter, SourceGroup, SourceIndex, SourceLine, SourceList,
    SourceOrder, SourceTrait,
};
pub use totals::{By, TotalRow, TotalsTable, totals};
