//! What can be typed of imports.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::exchange::import::Likely;

/// What is imported, and how.
#[derive(Args, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, as typed"
)]
pub(in crate::cli) struct Import {
    /// The file that is imported; “-” is standard input
    #[arg(value_name = "FILE")]
    pub(in crate::cli) source: PathBuf,
    /// Read it by this profile, or this layout
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) profile: Option<String>,
    /// Show what would become of it, and change nothing
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    /// Import into this book, in one step that can be undone
    #[arg(long, value_name = "BOOK", conflicts_with = "output")]
    pub(in crate::cli) into: Option<PathBuf>,
    /// Write the new book to this file instead of standard output
    #[arg(short, long, value_name = "BOOK")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// The sheet: its name, or its number from 1
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) sheet: Option<String>,
    /// The row with the headings; 0: there are none
    #[arg(long, value_name = "ROW")]
    pub(in crate::cli) header_row: Option<u64>,
    /// Say which column holds what: party=giver, amount=C, date=#1; can be given again
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub(in crate::cli) map: Vec<String>,
    /// Say what holds for every row: stage=committed, scale=million; can be given again
    #[arg(long, value_name = "FIELD=VALUE")]
    pub(in crate::cli) set: Vec<String>,
    /// Say whose a spelling is: Exampleland=LT; can be given again
    #[arg(long = "party", value_name = "SPELLING=ID")]
    pub(in crate::cli) party: Vec<String>,
    /// Leave out the rows of this party; can be given again
    #[arg(long, value_name = "PARTY")]
    pub(in crate::cli) leave_out: Vec<String>,
    /// What becomes of rows that are likely in the book already: voice, leave-out or new
    #[arg(long, value_enum)]
    pub(in crate::cli) likely: Option<LikelyHere>,
    /// Take in rows for others than Ukraine too
    #[arg(long)]
    pub(in crate::cli) any_recipient: bool,
    /// Take in the sums of a summary as running totals
    #[arg(long)]
    pub(in crate::cli) running_totals: bool,
    /// What stands between the cells of a text file: one sign, or tab
    #[arg(long, value_name = "SIGN")]
    pub(in crate::cli) delimiter: Option<String>,
    /// The encoding of a text file: utf-8, windows-1251
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) encoding: Option<String>,
    /// Write what becomes of each row to this CSV file
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) report: Option<PathBuf>,
    /// Keep how it was read under this name
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) save_profile: Option<String>,
    /// Records that have the id of one that says otherwise take its place
    #[arg(long)]
    pub(in crate::cli) replace: bool,
    /// With --into: agree that comments in the book are dropped
    #[arg(long, requires = "into")]
    pub(in crate::cli) drop_comments: bool,
}

/// What becomes of rows that are likely in the book already, as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(in crate::cli) enum LikelyHere {
    /// Another voice of the same sum, counted once.
    Voice,
    /// Left out.
    LeaveOut,
    /// Money of its own.
    New,
}

impl From<LikelyHere> for Likely {
    fn from(likely: LikelyHere) -> Self {
        match likely {
            LikelyHere::Voice => Self::Voice,
            LikelyHere::LeaveOut => Self::LeaveOut,
            LikelyHere::New => Self::New,
        }
    }
}
