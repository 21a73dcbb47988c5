//! The panes of the window, one file each.

pub mod chart;
pub mod derivation;
pub mod detail;

pub use chart::ChartPane;
pub use derivation::DerivationPane;
pub use detail::DetailPane;
