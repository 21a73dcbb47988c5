//! The panes of the window, one file each.

pub mod assumptions;
pub mod chart;
pub mod commitments;
pub mod dates;
pub mod derivation;
pub mod detail;
pub mod history;
pub mod ledger;
pub mod parties;
pub mod problems;
pub mod record;
pub mod sources;

pub use assumptions::AssumptionsStrip;
pub use chart::{ChartPane, ChartSettings};
pub use commitments::CommitmentsPane;
pub use dates::DatesPane;
pub use derivation::DerivationPane;
pub use detail::DetailPane;
pub use history::HistoryPane;
pub use ledger::{LedgerLayout, LedgerPane};
pub use parties::PartiesPane;
pub use problems::ProblemsPane;
pub use record::RecordPane;
pub use sources::SourcesPane;
