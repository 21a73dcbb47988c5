//! The panes of the window, one file each.

pub mod assumptions;
pub mod chart;
pub mod derivation;
pub mod detail;
pub mod history;
pub mod parties;
pub mod problems;
pub mod record;

pub use assumptions::AssumptionsStrip;
pub use chart::ChartPane;
pub use derivation::DerivationPane;
pub use detail::DetailPane;
pub use history::HistoryPane;
pub use parties::PartiesPane;
pub use problems::ProblemsPane;
pub use record::RecordPane;
