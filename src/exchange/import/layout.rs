//! What a file is, and what is made of it: each layout that it could be is proposed with how sure that is
//! and what it lacks; the one that is chosen is read.

use std::cell::RefCell;
use std::io::Read as _;

use serde::{Deserialize, Serialize};

use super::columns::{self, Mapping, Table};
use super::draft::{Doubt, Told};
use super::fields::Field;
use super::file::{About, FileFacts};
use super::fts::{self, FtsError};
use super::iati::{self, IatiError};
use super::kiel::{self, KielError};
use super::profile::Profile;
use super::recipient::Recipient;
use crate::exchange::records;
use crate::exchange::table::{
    self, Cell, Format, Heading, Opened, Row, Rows, TableError, TableNote,
};
use crate::model::PartialDate;
use crate::task::TaskLine;

/// How a file is read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// By its columns, as they are mapped.
    Columns,
    /// A release of the Kiel Institute's tracker, by the name of its contract: `kiel-main-r07`.
    Kiel(String),
    /// Flows of the Financial Tracking Service.
    Fts,
    /// Activities of the International Aid Transparency Initiative.
    Iati,
    /// Records of our own: a dataset, a data package, the tables of an export. They are not read row by
    /// row but merged, record by record ([`mod@super::merge`]).
    Own,
}

impl Layout {
    /// Its name on the command line and in profiles.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Columns => "columns",
            Self::Kiel(contract) => contract,
            Self::Fts => "fts",
            Self::Iati => "iati",
            Self::Own => "records",
        }
    }
}

/// How a file is read, with everything that a person can choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setup {
    /// The layout.
    pub layout: Layout,
    /// Which of the file's sheets, from 0.
    pub sheet: usize,
    /// Where the headings stand; none: there are none.
    pub heading: Option<Heading>,
    /// What the columns hold, and what holds for every row.
    pub mapping: Mapping,
    /// Whose aid is taken in.
    pub recipient: Recipient,
    /// Whether sums of a summary are taken in as running totals (R4).
    pub running_totals: bool,
}

/// A layout that a file could have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// How the file would be read.
    pub setup: Setup,
    /// How sure that is, in per cent; zero: it cannot be read so.
    pub confidence: u8,
    /// What it lacks for that: headings, or fields.
    pub missing: Vec<String>,
    /// The profile that says so, by its name.
    pub profile: Option<String>,
}

/// Why a file is not imported. Nothing is changed then.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// As a file of Kiel's.
    #[error(transparent)]
    Kiel(#[from] KielError),
    /// As flows of FTS.
    #[error(transparent)]
    Fts(#[from] FtsError),
    /// As activities of IATI.
    #[error(transparent)]
    Iati(#[from] IatiError),
    /// It has no such sheet.
    #[error("there is no sheet {0:?}")]
    NoSheet(String),
    /// It has no such row.
    #[error("there is no row {0}")]
    NoRow(u64),
    /// It is not known which columns hold what must be known.
    #[error("it is not known which column is {0:?}")]
    Unmapped(Vec<Field>),
    /// What its columns hold is guessed, and not surely enough to be taken in unseen: how sure, in per cent.
    #[error("only {0} % sure of the columns")]
    Unsure(u8),
    /// What would hold the figures are formulas of which the file keeps no result.
    #[error("{cells} formulas without a result")]
    NoResults {
        /// How many of them stand in the first rows.
        cells: usize,
    },
    /// It does not fit the layout that was asked for.
    #[error("it does not fit {layout}: {missing:?}")]
    Misfit {
        /// The layout.
        layout: String,
        /// What it lacks.
        missing: Vec<String>,
    },
    /// It is a page of a book that was exported: sums that a ledger made, no records.
    #[error("it is an exported page of a book")]
    View,
    /// It holds records, which are merged and not read by rows.
    #[error("it holds records of our own")]
    Records,
}

impl ImportError {
    /// Whether it is only that the person no longer wants it.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(
            self,
            Self::Table(TableError::Cancelled)
                | Self::Kiel(KielError::Cancelled | KielError::Table(TableError::Cancelled))
                | Self::Fts(FtsError::Cancelled)
                | Self::Iati(IatiError::Cancelled)
        )
    }
}

/// How sure a guess of the columns must be, in per cent, to be taken in without being looked at.
pub const SURE: u8 = 60;

/// How many rows are looked at for headings and contents.
const LOOKED_AT: usize = 250;

/// The layouts that a file could have, the surest first; what it cannot be read as but nearly fits comes
/// last, with what it lacks.
///
/// # Errors
/// When it cannot be read, it is an exported page of a book, or it was cancelled.
pub fn find(
    opened: &Opened,
    profiles: &[Profile],
    line: &TaskLine,
) -> Result<Vec<Candidate>, ImportError> {
    let mut found = Vec::new();
    for profile in profiles {
        let candidate = profile.apply(opened, line)?;
        if candidate.confidence > 0 {
            found.push(candidate);
        }
    }
    match opened.format() {
        Format::Xml => found.push(plain(Layout::Iati, 0, 90)),
        Format::Ron | Format::Package => found.push(plain(Layout::Own, 0, 100)),
        Format::Json if is_answer(opened, line)? => found.push(plain(Layout::Fts, 0, 95)),
        _ => {
            if records::is_ours(opened, line)? {
                found.push(plain(Layout::Own, 0, 100));
            } else if super::view::is_view(opened, line)? {
                return Err(ImportError::View);
            }
            kiel_in(opened, line, &mut found)?;
            let likely = table::likely_sheet(opened, line);
            for sheet in 0..opened.sheets().len() {
                let candidate = by_columns(opened, sheet, line)?;
                let Some(mut candidate) = candidate else {
                    continue;
                };
                let names = candidate.setup.heading.as_ref();
                let names = names.map_or(&[] as &[String], |heading| &heading.names);
                if fts::table::missing(names).is_empty() {
                    let mut flows = candidate.clone();
                    flows.setup.layout = Layout::Fts;
                    flows.confidence = 95;
                    found.push(flows);
                }
                if sheet != likely {
                    candidate.confidence = candidate.confidence.saturating_sub(15);
                }
                found.push(candidate);
            }
        }
    }
    // In the order in which they were found where they are equally sure.
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.confidence));
    Ok(found)
}

/// Why a file that is nearly a release of Kiel's is not read some other way unless a person says so;
/// none: something else fits it surely, or nothing of Kiel's comes near.
#[must_use]
pub fn nearly(candidates: &[Candidate]) -> Option<ImportError> {
    let best = candidates.first();
    if best.is_some_and(|best| best.confidence > 80) {
        return None;
    }
    let near = candidates.iter().find(|candidate| {
        candidate.confidence == 0 && matches!(candidate.setup.layout, Layout::Kiel(_))
    });
    near.map(|near| ImportError::Misfit {
        layout: near.setup.layout.key().to_owned(),
        missing: near.missing.clone(),
    })
}

fn plain(layout: Layout, sheet: usize, confidence: u8) -> Candidate {
    Candidate {
        setup: Setup {
            layout,
            sheet,
            heading: None,
            mapping: Mapping::default(),
            recipient: Recipient::default(),
            running_totals: false,
        },
        confidence,
        missing: Vec::new(),
        profile: None,
    }
}

/// Whether JSON is an answer of FTS's interface, by the names at its beginning.
fn is_answer(opened: &Opened, line: &TaskLine) -> Result<bool, TableError> {
    let mut head = Vec::new();
    let reader = opened.path_or_bytes().reader(line)?;
    let read = reader.take(64 * 1024).read_to_end(&mut head);
    read.map_err(|error| TableError::Io {
        cause: error.to_string(),
    })?;
    let head = String::from_utf8_lossy(&head);
    let has = |name: &str| head.contains(&format!("\"{name}\""));
    let names = [
        "flows",
        "requirements",
        "report1",
        "incoming",
        "fundingTotals",
    ];
    Ok(has("status") && has("data") && names.into_iter().any(has))
}

fn kiel_in(
    opened: &Opened,
    line: &TaskLine,
    found: &mut Vec<Candidate>,
) -> Result<(), ImportError> {
    for kiel in kiel::find(opened, line)? {
        let contract = kiel.fit.contract;
        let layout = Layout::Kiel(contract.id.to_owned());
        if kiel.fit.is_whole() {
            // Of several sheets that fit, the first is the one with the single rows.
            let before = found.iter().filter(|c| c.confidence > 80).count();
            let later = u8::try_from(before.min(9)).unwrap_or(9);
            found.push(plain(layout, kiel.sheet, 98 - later));
            continue;
        }
        // Other tables have a giver, a date and a type too: only what has most of it is of Kiel's.
        let musts = contract.musts().count();
        // With half of it, only where the headings are such that no other table has them.
        let lacks = kiel.fit.missing.len();
        let is_near = lacks * 3 <= musts || (lacks * 2 <= musts && kiel.fit.distinctive() >= 3);
        if !is_near {
            continue;
        }
        let fits = std::slice::from_ref(&kiel.fit);
        if let Some(KielError::Columns {
            missing, against, ..
        }) = kiel::nearest(fits)
        {
            let mut candidate = plain(layout, kiel.sheet, 0);
            candidate.missing = missing.into_iter().map(str::to_owned).collect();
            candidate.missing.extend(against);
            found.push(candidate);
        }
    }
    Ok(())
}

/// The first rows of a sheet.
///
/// # Errors
/// When the sheet cannot be read.
pub fn sample(opened: &Opened, sheet: usize, line: &TaskLine) -> Result<Vec<Row>, TableError> {
    opened.rows(sheet, line)?.take(LOOKED_AT).collect()
}

fn by_columns(
    opened: &Opened,
    sheet: usize,
    line: &TaskLine,
) -> Result<Option<Candidate>, ImportError> {
    let rows = match sample(opened, sheet, line) {
        Ok(rows) => rows,
        Err(TableError::Cancelled) => return Err(TableError::Cancelled.into()),
        // One sheet that cannot be read does not spoil the others; alone it does.
        Err(_) if opened.sheets().len() > 1 => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if rows.is_empty() {
        return Ok(None);
    }
    let heading = table::heading(&rows).filter(|heading| !are_data(&heading.names));
    let setup = mapped(opened, sheet, heading, &rows);
    let missing = setup.mapping.missing();
    let confidence = setup.mapping.confidence().min(80);
    Ok(Some(Candidate {
        setup,
        confidence,
        missing: missing.iter().map(|field| field.key().to_owned()).collect(),
        profile: None,
    }))
}

/// Whether what seems to be headings is the first row of data: a day, an address and the like stand in it.
/// Years and numbers can be headings.
fn are_data(names: &[String]) -> bool {
    let is_value = |name: &&String| {
        let date = super::when::read(name, super::when::DayMonth::DayFirst);
        let is_day = matches!(date, Ok(Some(PartialDate::Day(_))));
        is_day || name.starts_with("http://") || name.starts_with("https://")
    };
    let filled = names.iter().filter(|name| !name.is_empty()).count();
    let values = names.iter().filter(is_value).count();
    // A table with a day for each column has many of them, and a name for what stands in the rows.
    let first = names.iter().find(|name| !name.is_empty());
    values > 0 && (values < filled / 2 || filled < 4) && first.as_ref().is_some_and(is_value)
}

/// A sheet read by columns under these headings, with what is proposed for them. `rows` are its first.
#[must_use]
pub fn mapped(opened: &Opened, sheet: usize, heading: Option<Heading>, rows: &[Row]) -> Setup {
    let before = before(heading.as_ref());
    let data = rows.get(before..).unwrap_or_default();
    let (names, units): (&[String], &[String]) = match &heading {
        Some(heading) => (&heading.names, &heading.units),
        None => (&[], &[]),
    };
    let mut mapping = columns::propose(names, units, data);
    // What no heading names, a title above or the sheet's name may: `EU aid shares (billion EUR)`.
    let name = opened
        .sheets()
        .get(sheet)
        .and_then(|info| info.name.as_deref());
    let mut around = super::sums::unit(name.unwrap_or_default());
    for row in rows.get(..before.saturating_sub(1)).unwrap_or_default() {
        let titles = row.cells.iter().filter(|cell| !cell.is_blank());
        for title in titles.take(20) {
            around = around.or(super::sums::unit(&title.raw()));
        }
    }
    for column in &mut mapping.columns {
        if column.field == Some(Field::Amount) {
            let percent = column.unit.percent;
            column.unit = column.unit.or(around);
            column.unit.percent = percent;
        }
    }
    Setup {
        layout: Layout::Columns,
        sheet,
        heading,
        mapping,
        recipient: Recipient::default(),
        running_totals: false,
    }
}

/// How many rows stand before the data.
fn before(heading: Option<&Heading>) -> usize {
    heading.map_or(0, |heading| heading.first + heading.rows)
}

/// Rows that leave behind what was seen in them.
struct Noting<'a> {
    rows: Rows<'a>,
    notes: &'a RefCell<Vec<TableNote>>,
}

impl Iterator for Noting<'_> {
    type Item = Result<Row, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.rows.next();
        if next.is_none() {
            *self.notes.borrow_mut() = self.rows.notes();
        }
        next
    }
}

/// Reads a file by a layout: drafts, and of each row that becomes none why.
///
/// # Errors
/// When it does not fit, cannot be read, or it was cancelled.
pub fn read(opened: &Opened, setup: &Setup, line: &TaskLine) -> Result<Told, ImportError> {
    let info = opened.sheets().get(setup.sheet);
    match &setup.layout {
        Layout::Columns => {
            let missing = setup.mapping.missing();
            if !missing.is_empty() {
                let rows = sample(opened, setup.sheet, line)?;
                let cells = rows.iter().flat_map(|row| &row.cells);
                let cells = cells.filter(|cell| **cell == Cell::NoResult).count();
                return Err(if cells > 0 {
                    ImportError::NoResults { cells }
                } else {
                    ImportError::Unmapped(missing)
                });
            }
            let table = Table {
                sheet: info.and_then(|info| info.name.clone()),
                before: before(setup.heading.as_ref()),
            };
            let any = setup.recipient == Recipient::Any;
            let notes = RefCell::new(Vec::new());
            let rows = || {
                let rows = opened.rows(setup.sheet, line)?;
                Ok(Noting {
                    rows,
                    notes: &notes,
                })
            };
            let mut told = columns::read(&table, &setup.mapping, any, rows, line)?;
            // What is missing for want of a result is counted by columns already.
            let seen = notes.into_inner().into_iter();
            let seen = seen.filter(|note| !matches!(note, TableNote::NoResults { .. }));
            told.doubts.extend(seen.map(Doubt::Table));
            told.doubts.extend(alike_sheets(opened, setup, line)?);
            Ok(told)
        }
        Layout::Kiel(contract) => {
            let Some(found) = kiel::in_sheet(opened, setup.sheet, contract, line)? else {
                return Err(ImportError::Misfit {
                    layout: contract.clone(),
                    missing: kiel::lacks(opened, Some(setup.sheet), contract, line)?,
                });
            };
            let constants = &setup.mapping.constants;
            let wish = kiel::Wish {
                running_totals: setup.running_totals,
                stage: constants.stage,
                aid_type: constants.aid_type,
                counted_on: None,
            };
            Ok(kiel::read(opened, &found, &wish, line)?)
        }
        Layout::Fts if opened.format() == Format::Json => {
            let raw = opened.path_or_bytes();
            let told = fts::read_answer(raw.reader(line)?, raw.bytes(), setup.recipient, line);
            Ok(told?)
        }
        Layout::Fts => {
            let heading = setup.heading.as_ref();
            let names = heading.map_or(&[] as &[String], |heading| &heading.names);
            let mut reader = fts::TableReader::new(names, setup.recipient)?;
            for row in opened.rows(setup.sheet, line)?.skip(before(heading)) {
                if line.is_cancelled() {
                    return Err(TableError::Cancelled.into());
                }
                reader.row(&row?);
            }
            Ok(reader.finish())
        }
        Layout::Iati => {
            let raw = opened.path_or_bytes();
            Ok(iati::read(
                raw.reader(line)?,
                raw.bytes(),
                setup.recipient,
                line,
            )?)
        }
        Layout::Own => Err(ImportError::Records),
    }
}

/// Other sheets with the headings of the one that is read: a year each, for example.
fn alike_sheets(
    opened: &Opened,
    setup: &Setup,
    line: &TaskLine,
) -> Result<Option<Doubt>, TableError> {
    let Some(heading) = &setup.heading else {
        return Ok(None);
    };
    let plain = |names: &[String]| -> Vec<String> {
        let names = names.iter().map(|name| super::fields::plain(name));
        names.filter(|name| !name.is_empty()).collect()
    };
    let ours = plain(&heading.names);
    let mut alike = Vec::new();
    for (at, info) in opened.sheets().iter().enumerate() {
        if at == setup.sheet {
            continue;
        }
        let rows = match sample(opened, at, line) {
            Err(TableError::Cancelled) => return Err(TableError::Cancelled),
            // A sheet that cannot be read is not missed here.
            Err(_) => continue,
            Ok(rows) => rows,
        };
        let theirs = table::heading(&rows);
        let is_alike =
            |theirs: &Heading| rows.len() > before(Some(theirs)) && plain(&theirs.names) == ours;
        if theirs.as_ref().is_some_and(is_alike) {
            let number = (at + 1).to_string();
            alike.push(info.name.clone().unwrap_or(number));
        }
    }
    Ok((!alike.is_empty()).then(|| Doubt::Told {
        id: "import-doubt-other-sheets",
        what: alike.join(", "),
    }))
}

/// What is known of a file by its layout: its publisher and title.
#[must_use]
pub fn facts(opened: &Opened, setup: &Setup) -> FileFacts {
    let name = opened.name();
    let about = match &setup.layout {
        Layout::Kiel(contract) => {
            let mut all = kiel::CONTRACTS.iter();
            let found = all.find(|known| known.id == contract.as_str());
            found.map_or_else(About::default, |contract| contract.about(name))
        }
        Layout::Fts => About {
            title: format!("Financial Tracking Service: {name}"),
            publisher: "UN OCHA".to_owned(),
            ..About::default()
        },
        Layout::Iati => About {
            title: format!("IATI activities: {name}"),
            ..About::default()
        },
        Layout::Columns | Layout::Own => About::default(),
    };
    FileFacts {
        name: name.to_owned(),
        sha256: opened.sha256().to_owned(),
        about,
    }
}
