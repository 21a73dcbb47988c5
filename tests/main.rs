//! The one test binary.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop there"
)]

mod checks;
mod cli;
mod common;
mod files;
mod laws;
mod stories;
mod tidy;
mod views;
