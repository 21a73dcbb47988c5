//! Pledgebook: a desktop ledger of the security agreements that Ukraine has signed with its partners
//! and of the aid that followed.

pub mod cli;
pub mod ledger;
pub mod model;
pub mod report;
pub mod session;
pub mod store;
pub mod task;
pub mod text;
pub mod ui;
pub mod views;
