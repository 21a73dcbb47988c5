//! What people do before the window, told as stories.

mod assumptions;
mod chart;
mod derivation;
mod detail;
mod files;
mod history;
mod list;
mod problems;
mod shell;
