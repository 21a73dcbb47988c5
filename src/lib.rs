//! Pledgebook: a desktop ledger of the security agreements that Ukraine has signed with its partners
//! and of the aid that followed.
//!
//! # The modules, in reading order
//! What stands above is used by what stands below, never the other way round; a test over the `use`
//! lines fails on anything else.
//!
//! - [`model`]: what a party, an agreement, a commitment, an aid entry, a source *is*. A bad value
//!   never enters: sums are not negative, currencies are of ISO 4217, shares lie in 0–100 %.
//! - [`ledger`]: the rules of counting R1–R13 and the checks. A number and its derivation come from
//!   one call; there is no second path to a number, and no way to add two stages.
//! - [`edit`]: changes. Every change is a command with an inverse; undoing all gives the exact book
//!   back.
//! - [`compare`]: two states of a document beside each other. What differs is told, and can be done.
//! - [`store`]: the file. Reading loses nothing in silence, writing is canonical, a save leaves the
//!   old or the new file whole.
//! - [`session`]: the open document, its file and its revision; its one owner.
//! - [`views`]: rows and series as values, for window and command line alike.
//! - [`exchange`]: files for others. A picture is laid out once, for screen and paper, and tells in
//!   itself where its numbers come from.
//! - [`text`], [`task`]: words in English and Ukrainian; work beside the window.
//! - [`report`]: errors as people read them: message, place, what to do, exit code.
//! - [`cli`], [`ui`]: what is typed, what is shown. Neither knows the other.
//!
//! # Decisions
//! - **A dataset is read record by record.** The file is split by a scanner of our own and each
//!   record is read by `ron`, so that one slip costs one record, and every record knows its line.
//! - **A bad value makes its record unreadable, not zero.** The file then opens read-only: saving it
//!   again would lose what could not be read.
//! - **Sums are rounded once**, to the cent, where a figure is converted. So a total equals the sum
//!   of its leaves (R12), and no rounding depends on the order of adding.
//! - **A ledger is made per revision and assumptions**, and asked many times. Nothing in it changes,
//!   so views can be kept and threads can share it.
//! - **Where a rule leaves two readings**, the module that applies it names the one chosen, with an
//!   example from the data.

pub mod cli;
pub mod compare;
pub mod edit;
pub mod exchange;
pub mod ledger;
pub mod model;
pub mod report;
pub mod session;
pub mod store;
pub mod task;
pub mod text;
pub mod ui;
pub mod views;
