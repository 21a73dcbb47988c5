//! What `export` is told.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::args::day;

/// What is exported, and as what. Each writes what a place shows: exactly its rows, columns and order,
/// under the assumptions of the command.
#[derive(Subcommand, Debug)]
pub(super) enum Export {
    /// As comma-separated values, with notes beside or above
    Csv {
        /// What, and where to
        #[command(flatten)]
        of: Exported,
        /// Headings and words as machines name them (ids), or as people read them (words)
        #[arg(long, value_enum, default_value_t = Headings::Ids)]
        labels: Headings,
        /// Where the notes stand: beside (FILE.notes.txt), above the rows, or none
        #[arg(long, value_enum)]
        notes: Option<Notes>,
        /// Begin with the mark by which Excel knows UTF-8
        #[arg(long)]
        bom: bool,
    },
    /// As an Excel workbook, with sheets of notes and sources, and sums as formulas
    Xlsx {
        /// What, and where to
        #[command(flatten)]
        of: Exported,
        /// Headings and words as machines name them (ids), or as people read them (words)
        #[arg(long, value_enum, default_value_t = Headings::Words)]
        labels: Headings,
    },
    /// As JSON
    Json {
        /// What, and where to
        #[command(flatten)]
        of: Exported,
    },
    /// As a smaller dataset: the records that the place shows, and all that they need
    Ron {
        /// What, and where to
        #[command(flatten)]
        of: Exported,
    },
    /// The money that counts, as activities of IATI 2.03
    Iati(super::export_iati::ExportIati),
    /// The whole dataset as a data package (Frictionless): a zip of CSV tables with their schema
    Package {
        /// Write it to this file
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// One party, or several beside each other, as a paper: HTML or PDF
    Brief {
        /// One to eight parties
        #[arg(required = true, value_name = "PARTY")]
        parties: Vec<String>,
        /// The file: .html or .pdf
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// All parties as a small web site in both languages
    Site {
        /// The folder: empty, not there yet, or one that holds such a site
        #[arg(short, long, value_name = "FOLDER")]
        output: PathBuf,
    },
}

/// What is exported, and where to.
#[derive(Args, Debug)]
pub(super) struct Exported {
    /// The place, as links name it: ledger?stage=delivered, party/LT, list, records, records/aid
    #[arg(value_name = "PLACE")]
    pub(super) place: Option<String>,
    /// Write it to this file; without it to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Which table, where the place has several
    #[arg(long, value_name = "NAME")]
    pub(super) table: Option<String>,
    /// Count days from that day; without it from today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Date>,
}

/// How headings and words of closed lists are written, as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Headings {
    /// As machines name them.
    Ids,
    /// As people read them.
    Words,
}

/// Where the notes of comma-separated values stand, as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Notes {
    /// In a file beside it.
    Beside,
    /// Above the rows.
    Above,
    /// Nowhere.
    None,
}
