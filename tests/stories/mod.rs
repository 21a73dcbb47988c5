//! What people do before the window, told as stories.

mod assumptions;
mod briefs;
mod chart;
mod chart_in_window;
mod commitments;
mod dates;
mod derivation;
mod detail;
mod editing;
mod figures;
mod files;
mod history;
mod leaving;
mod ledger;
mod list;
mod others;
mod paste;
mod places;
mod problems;
mod recovery;
mod saving;
mod several;
mod shell;
mod sources;
mod versions;
