//! What can be typed: commands, options, and how their values are read.

mod import;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::exchange::picture::{Scale, Size};
use crate::ledger::FxRule;
use crate::model::{AidType, Currency, PartialDate, SourceKind, Stage, Year};
use crate::views::{By, ChartKind, ChartOrder, DateKind};

pub(super) use import::Import;

/// A ledger of the security agreements signed with Ukraine, and of the aid that followed.
///
/// Without a command the window opens, on FILE or on the last file. With no FILE, the commands
/// read the dataset that comes with the program. Data goes to standard output, words to standard
/// error. Exit codes: 0 fine, 1 problems found or differing, 2 wrong use, 3 trouble with a file.
#[derive(Parser, Debug)]
#[command(name = "pledgebook", version)]
pub(super) struct Typed {
    /// The file that the window opens
    pub(super) file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// What holds for every command.
    #[command(flatten)]
    pub(super) common: Common,
}

/// Options of every command.
#[derive(Args, Debug)]
pub(super) struct Common {
    /// The dataset to read; “-” is standard input; without it the bundled dataset
    #[arg(long = "file", global = true, value_name = "FILE", id = "dataset")]
    pub(super) dataset: Option<PathBuf>,
    /// How the data is written
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    /// Language of the words; it is read by `help::typed_language`, before all else
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<Language>,
    /// Count only what was known on that day: 2024-06-27, 2024-06 or 2024
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
    /// Currency that sums are shown in (ISO 4217)
    #[arg(long, global = true, value_name = "CUR", value_parser = currency)]
    pub(super) currency: Option<Currency>,
    /// Edition of the GDP that shares are worked out of
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) gdp_vintage: Option<String>,
    /// Exchange rates: year, month or fixed:YEAR
    #[arg(long, global = true, value_name = "RULE", value_parser = fx_rule)]
    pub(super) fx: Option<FxRule>,
    /// Split one sum over several years evenly in views by year
    #[arg(long, global = true)]
    pub(super) split_lumps: bool,
    /// Carry the last GDP on to years that have none yet
    #[arg(long, global = true)]
    pub(super) carry_gdp: bool,
    /// Attribute the EU's aid to its members by this key of the dataset
    #[arg(long, global = true, value_name = "KEY")]
    pub(super) attribute_eu: Option<String>,
}

/// What can be done.
#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Tell what is wrong or doubtful in a dataset
    #[command(group(ArgGroup::new("changes").multiple(true)))]
    Check {
        /// The dataset; “-” is standard input
        file: Option<PathBuf>,
        /// End with 1 for warnings too, not only for errors
        #[arg(long)]
        strict: bool,
        /// Do every fix that loses nothing and invents nothing, and write the file
        #[arg(long, group = "changes")]
        fix: bool,
        /// Accept a problem with a reason, and write the file; can be given again
        #[arg(long, group = "changes", num_args = 3, value_names = ["CHECK", "RECORD", "REASON"])]
        accept: Vec<String>,
        /// Accept a problem no longer, and write the file; can be given again
        #[arg(long, group = "changes", num_args = 2, value_names = ["CHECK", "RECORD"])]
        unaccept: Vec<String>,
        /// Agree that comments in the file are dropped when it is written
        #[arg(long, requires = "changes")]
        drop_comments: bool,
    },
    /// List the parties with their agreements and totals
    List,
    /// Show a party with everything about it, or one record
    Show {
        /// A party or the id of a record: LT, lt-2024, lt-2024-c01, lt-a03, lt-s01
        #[arg(value_name = "PARTY|ID")]
        id: String,
    },
    /// Add up what is known of one stage
    Total {
        /// The stage
        #[arg(long, value_parser = stage())]
        stage: Stage,
        /// A row for each party, type, year or month
        #[arg(long, value_enum)]
        by: Option<Rows>,
        /// Only this party; can be given again
        #[arg(long = "party", value_name = "PARTY")]
        parties: Vec<String>,
        /// Only this type of aid
        #[arg(long = "type", value_name = "TYPE", value_parser = aid_type())]
        aid_type: Option<AidType>,
        /// Only for this year
        #[arg(long, value_parser = year)]
        year: Option<Year>,
    },
    /// Show who promised what how strongly, by party and area
    Matrix {
        /// The order of the parties
        #[arg(long, value_enum, default_value_t = Order::Date)]
        order: Order,
        /// Read two to four parties side by side instead: GB,LT
        #[arg(long, value_name = "PARTY", value_delimiter = ',')]
        compare: Vec<String>,
    },
    /// Print the tree under a number, down to the phrase and the link
    ///
    /// A number is the id of a commitment or an aid entry, or a total: `pledged`, `pledged:LT`,
    /// `pledged:LT:2024:military`, `fulfilment:LT:2024`; or the same words apart: `pledged LT 2024`.
    Explain {
        /// Ids or totals
        #[arg(required = true, value_name = "ID|TOTAL")]
        numbers: Vec<String>,
    },
    /// Change a document by a script, a line each, and save it
    ///
    /// `set ID FIELD VALUE`, `clear ID FIELD`, `append ID LIST VALUE`, `add KIND FIELD=VALUE …`,
    /// `duplicate ID`, `remove ID … [cut | to ID]`, `accept CHECK RECORD REASON`, `undo`, `redo`, `save`.
    /// Values are typed as people write them. A line that cannot be followed ends the run, and what was
    /// not saved by a `save` before it is dropped.
    Edit {
        /// The document
        file: PathBuf,
        /// The script; without it, or as “-”, standard input
        script: Option<PathBuf>,
        /// Follow the script without saving anything
        #[arg(long)]
        dry_run: bool,
    },
    /// How much of what was promised has arrived
    Fulfilment {
        /// A party or the id of a commitment; without it every party
        #[arg(value_name = "PARTY|COMMITMENT-ID")]
        id: Option<String>,
        /// For this year; without it over all time
        #[arg(long, value_parser = year)]
        year: Option<Year>,
    },
    /// List reviews, ends and promised years that close, with the days left
    Dates(Dates),
    /// List every source with what hangs on it, by publisher
    Sources(Sources),
    /// The numbers of a chart, or the chart as a picture
    Chart(Box<Chart>),
    /// Write what a place shows, or a whole dataset, for other programs
    Export {
        /// As what
        #[command(subcommand)]
        what: Export,
    },
    /// Write a dataset in its canonical form
    Fmt {
        /// The dataset; “-” is standard input
        file: Option<PathBuf>,
        /// Write it back into the file
        #[arg(long, conflicts_with = "check")]
        write: bool,
        /// Write nothing; end with 1 where it would change
        #[arg(long)]
        check: bool,
        /// With --write: agree that comments in the file are dropped
        #[arg(long, requires = "write")]
        drop_comments: bool,
    },
    /// Take the entries of a file into a new book, or into one that is there
    ///
    /// CSV, Excel, OpenDocument, JSON, releases of the Kiel Institute's tracker, FTS, IATI; a dataset or data
    /// package of our own is merged record by record. The layout is found by the headings; --dry-run shows
    /// what would become of the rows, and nothing comes in twice. Ends with 1 where rows were left out
    /// because something in them could not be read.
    Import(Box<Import>),
    /// Look at what was not saved when the program ended unexpectedly, and bring it back
    ///
    /// Without a document all are listed, and it ends with 1 where there are any.
    Recover(Recover),
}

/// What chart is asked for, and what picture of it.
#[derive(Args, Debug)]
pub(super) struct Chart {
    /// What it shows
    #[arg(value_parser = chart_kind(), required_unless_present = "from")]
    pub(super) kind: Option<ChartKind>,
    /// The stage; allocated unless said
    #[arg(long, value_parser = stage())]
    pub(super) stage: Option<Stage>,
    /// Only this party; can be given again
    #[arg(long = "party", value_name = "PARTY")]
    pub(super) parties: Vec<String>,
    /// Only this type of aid
    #[arg(long = "type", value_name = "TYPE", value_parser = aid_type())]
    pub(super) aid_type: Option<AidType>,
    /// Only for this year
    #[arg(long, value_parser = year)]
    pub(super) year: Option<Year>,
    /// How rows follow each other
    #[arg(long, value_parser = chart_order())]
    pub(super) order: Option<ChartOrder>,
    /// Show again what this picture shows, instead of saying what
    #[arg(
        long,
        value_name = "FIG",
        conflicts_with_all = ["kind", "stage", "parties", "aid_type", "year", "order"]
    )]
    pub(super) from: Option<PathBuf>,
    /// Write a picture to this file: .svg, .png or .pdf
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// How large the picture is: column, page, slide, square, or WxH in points
    #[arg(long, requires = "output", value_parser = size)]
    pub(super) size: Option<Size>,
    /// Pixels to a point of a .png: 1, 2 or 4
    #[arg(long, requires = "output", value_parser = scale())]
    pub(super) scale: Option<Scale>,
    /// A picture on dark ground
    #[arg(long, requires = "output")]
    pub(super) dark: bool,
    /// The picture's title, instead of the one proposed from the data
    #[arg(long, requires = "output", value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// A note under the picture, before the program's own
    #[arg(long, requires = "output", value_name = "TEXT")]
    pub(super) note: Option<String>,
}

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

/// What `dates` is asked for.
#[derive(Args, Debug)]
pub(super) struct Dates {
    /// Only those of this party
    #[arg(long, value_name = "PARTY")]
    pub(super) party: Option<String>,
    /// Only this: review, end, year or last_year
    #[arg(long, value_name = "WHAT", value_parser = date_kind())]
    pub(super) what: Option<DateKind>,
    /// Days gone by too
    #[arg(long)]
    pub(super) past: bool,
    /// Only promises whose day is past and of which less is known to have arrived than was promised
    #[arg(long)]
    pub(super) overdue: bool,
    /// Count the days from that day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Date>,
}

/// What `sources` is asked for.
#[derive(Args, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, as typed"
)]
pub(super) struct Sources {
    /// Only those with these words in title, publisher, address or id
    #[arg(value_name = "WORDS")]
    pub(super) search: Option<String>,
    /// Only those that nothing cites
    #[arg(long)]
    pub(super) unused: bool,
    /// Only those that do not say when they were published
    #[arg(long)]
    pub(super) undated: bool,
    /// Only those of which no copy is kept
    #[arg(long)]
    pub(super) unarchived: bool,
    /// Only this kind: agreement_text, government, press, think_tank or statistics
    #[arg(long, value_name = "KIND", value_parser = source_kind())]
    pub(super) kind: Option<SourceKind>,
    /// Only this language: en, uk, lt
    #[arg(long, value_name = "CODE")]
    pub(super) language: Option<String>,
    /// The oldest first, instead of by publisher
    #[arg(long)]
    pub(super) oldest: bool,
}

/// What `recover` is asked for.
#[derive(Args, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own, as typed"
)]
pub(super) struct Recover {
    /// The document: its key in the list, or its path
    #[arg(value_name = "KEY|PATH")]
    pub(super) document: Option<String>,
    /// List what is not saved of it
    #[arg(long, requires = "document", conflicts_with_all = ["apply", "output", "discard"])]
    pub(super) list: bool,
    /// Write it into the document, where that is as it was
    #[arg(long, requires = "document")]
    pub(super) apply: bool,
    /// Write the document with it to this new file
    #[arg(short, long, requires = "document", value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Never offer it again
    #[arg(long, requires = "document", conflicts_with_all = ["apply", "output"])]
    pub(super) discard: bool,
    /// With --apply: agree that comments in the file are dropped
    #[arg(long = "drop-comments", requires = "apply")]
    pub(super) without_comments: bool,
}

/// How data is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Table,
    /// Comma-separated values, with a row of headings.
    Csv,
    /// JSON, sums as decimals in strings.
    Json,
    /// The records as they stand in the file.
    Ron,
}

/// A language, as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Language {
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

/// In which order the parties of the matrix stand, as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Order {
    /// By day of signing.
    Date,
    /// By name.
    Name,
    /// Those that promise alike beside each other.
    Similarity,
}

/// What the rows of a table of totals are, as typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Rows {
    /// A row a party.
    Party,
    /// A row an aid type.
    Type,
    /// A row a year, then what is not split.
    Year,
    /// A row a month of announcement.
    Month,
}

impl From<Rows> for By {
    fn from(rows: Rows) -> Self {
        match rows {
            Rows::Party => Self::Party,
            Rows::Type => Self::Type,
            Rows::Year => Self::Year,
            Rows::Month => Self::Month,
        }
    }
}

fn stage() -> impl clap::builder::TypedValueParser<Value = Stage> {
    PossibleValuesParser::new(Stage::ALL.iter().map(|stage| stage.key()))
        .try_map(|key| stage_of(&key).ok_or(key))
}

fn date_kind() -> impl clap::builder::TypedValueParser<Value = DateKind> {
    let all = DateKind::ALL.iter();
    PossibleValuesParser::new(all.map(|kind| kind.key())).try_map(|key| {
        let mut all = DateKind::ALL.iter().copied();
        all.find(|kind| kind.key() == key).ok_or(key)
    })
}

fn source_kind() -> impl clap::builder::TypedValueParser<Value = SourceKind> {
    let all = SourceKind::ALL.iter();
    PossibleValuesParser::new(all.map(|kind| kind.key())).try_map(|key| {
        let mut all = SourceKind::ALL.iter().copied();
        all.find(|kind| kind.key() == key).ok_or(key)
    })
}

fn aid_type() -> impl clap::builder::TypedValueParser<Value = AidType> {
    PossibleValuesParser::new(AidType::ALL.iter().map(|aid_type| aid_type.key()))
        .try_map(|key| aid_type_of(&key).ok_or(key))
}

fn chart_kind() -> impl clap::builder::TypedValueParser<Value = ChartKind> {
    PossibleValuesParser::new(ChartKind::ALL.iter().map(|kind| kind.key()))
        .try_map(|key| ChartKind::of_key(&key).ok_or(key))
}

fn chart_order() -> impl clap::builder::TypedValueParser<Value = ChartOrder> {
    PossibleValuesParser::new(ChartOrder::ALL.iter().map(|order| order.key()))
        .try_map(|key| ChartOrder::of_key(&key).ok_or(key))
}

fn size(text: &str) -> Result<Size, String> {
    Size::of_key(text).ok_or_else(|| text.to_owned())
}

fn scale() -> impl clap::builder::TypedValueParser<Value = Scale> {
    PossibleValuesParser::new(Scale::ALL.iter().map(|scale| scale.key()))
        .try_map(|key| Scale::of_key(&key).ok_or(key))
}

/// The stage of that name.
pub(super) fn stage_of(key: &str) -> Option<Stage> {
    Stage::ALL.iter().copied().find(|stage| stage.key() == key)
}

/// The aid type of that name.
pub(super) fn aid_type_of(key: &str) -> Option<AidType> {
    AidType::ALL
        .iter()
        .copied()
        .find(|aid_type| aid_type.key() == key)
}

/// A year as typed.
pub(super) fn year(text: &str) -> Result<Year, String> {
    let number: i64 = text.parse().map_err(|_| format!("{text:?} is no year"))?;
    Year::new(number).map_err(|error| error.to_string())
}

fn day(text: &str) -> Result<Date, String> {
    let date: PartialDate = text
        .parse()
        .map_err(|e: crate::model::DateError| e.to_string())?;
    Ok(date.last_day())
}

fn currency(text: &str) -> Result<Currency, String> {
    Currency::new(&text.to_ascii_uppercase()).map_err(|error| error.to_string())
}

fn fx_rule(text: &str) -> Result<FxRule, String> {
    match text {
        "year" => Ok(FxRule::YearAverage),
        "month" => Ok(FxRule::MonthAverage),
        _ => {
            let fixed = text.strip_prefix("fixed:");
            let fixed = fixed.ok_or_else(|| "write year, month or fixed:2024".to_owned())?;
            Ok(FxRule::FixedYear(year(fixed)?))
        }
    }
}
