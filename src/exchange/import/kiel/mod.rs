//! Files of the Kiel Institute's Ukraine Support Tracker, releases 7 to 29: the main sheet of the workbook,
//! its summaries, and tables that others derive from it.
//!
//! Each layout is a [`Contract`]: columns by the names that releases gave them, and what they mean. A file
//! is found by its headings; one that fits none is refused with what is missing, and can be mapped by
//! hand. What the rows become is told by the module that reads them: `packages`, `months`,
//! `summary`.

mod checks;
pub mod contract;
mod contracts;
mod fit;
mod kept;
mod months;
mod open;
mod packages;
mod summary;
mod told;
mod value;

pub use checks::{Check, against};
pub use contract::Contract;
pub use contracts::CONTRACTS;
pub use fit::{Fit, fits};
pub use open::{Found, check, find, in_sheet, lacks, of_sheet, read, stated};
pub use summary::Stated;
pub use told::{doubt, told};

use self::contract::{Shape, Why};
use self::kept::Table;
use super::draft::Told;
use crate::exchange::table::{Row, TableError};
use crate::model::{AidType, PartialDate, Stage};
use crate::task::TaskLine;

/// What a person wishes of a file that leaves a choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    /// Take the sums of a summary in as running totals (R4). Else they are only held against the rows.
    pub running_totals: bool,
    /// The stage of a file that names none.
    pub stage: Option<Stage>,
    /// The type of a file that names none.
    pub aid_type: Option<AidType>,
    /// The last day that a summary counts, where the person knows it.
    pub counted_on: Option<PartialDate>,
}

/// Why a file of Kiel's is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum KielError {
    /// The file cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It was called off: nothing was changed.
    #[error("called off")]
    Cancelled,
    /// Columns are missing, or there are some that another layout has.
    #[error("the layout {contract} misses the columns {missing:?}")]
    Columns {
        /// The layout that comes nearest.
        contract: &'static str,
        /// The releases that have it.
        releases: (u8, u8),
        /// What is missing.
        missing: Vec<&'static str>,
        /// What stands there against it.
        against: Vec<String>,
        /// Headings of which it knows nothing.
        extra: Vec<String>,
    },
    /// By its kind it holds nothing that could be an entry.
    #[error("{contract} holds no entries")]
    NoEntries {
        /// The layout.
        contract: &'static str,
        /// Why not.
        why: Why,
    },
    /// Sums that should grow with each month do not.
    #[error("sums fall in {falls} of {steps} months")]
    NotCumulated {
        /// In how many steps a sum falls.
        falls: usize,
        /// How many steps there are.
        steps: usize,
    },
}

/// Why a table does not fit: the contract that comes nearest, and what is missing. None where the table has
/// less than half of what any contract needs: it is not of Kiel's.
pub fn nearest(fits: &[Fit]) -> Option<KielError> {
    let fit = fits.iter().find(|fit| !fit.is_whole())?;
    let musts = fit.contract.musts().count();
    let found = musts.saturating_sub(fit.missing.len());
    (found.saturating_mul(2) >= musts && found > 1).then(|| KielError::Columns {
        contract: fit.contract.id,
        releases: fit.contract.releases,
        missing: fit.missing.clone(),
        against: fit.against.clone(),
        extra: fit.extra().into_iter().map(str::to_owned).collect(),
    })
}

/// Reads the rows of a table that fits a contract, headings included.
///
/// # Errors
/// When the contract is not fulfilled, holds no entries, or it was called off; and what the rows
/// themselves fail with.
fn read_rows<E>(
    fit: &Fit,
    sheet: Option<&str>,
    rows: impl Iterator<Item = Result<Row, E>>,
    wish: &Wish,
    line: &TaskLine,
) -> Result<Told, E>
where
    E: From<KielError>,
{
    if !fit.is_whole() {
        let why = nearest(std::slice::from_ref(fit));
        return Err(why.unwrap_or(KielError::Cancelled).into());
    }
    let contract = fit.contract.id;
    if let Shape::NoEntries(why) = fit.contract.shape {
        return Err(KielError::NoEntries { contract, why }.into());
    }
    let table = Table::new(fit, sheet.map(str::to_owned));
    if fit.contract.shape == Shape::Cumulated {
        let mut cumulated = summary::Cumulated::new(table);
        for row in rows {
            if line.is_cancelled() {
                return Err(KielError::Cancelled.into());
            }
            cumulated.take(&row?);
        }
        let told = cumulated.finish(wish);
        return told.map_err(|(falls, steps)| KielError::NotCumulated { falls, steps }.into());
    }
    let table = filled(table, rows, line)?;
    let told = match fit.contract.shape {
        Shape::Main => packages::read(table, line),
        Shape::Months => months::read(table, line),
        Shape::Summary => Some(summary::read(table, wish)),
        Shape::Weapons => Some(summary::weapons(table, wish)),
        Shape::Cumulated | Shape::NoEntries(_) => None,
    };
    told.ok_or_else(|| KielError::Cancelled.into())
}

/// The sums that a summary states, to be held against what the rows become.
///
/// # Errors
/// When it was called off, and what the rows themselves fail with.
fn stated_in<E: From<KielError>>(
    fit: &Fit,
    rows: impl Iterator<Item = Result<Row, E>>,
    line: &TaskLine,
) -> Result<Vec<Stated>, E> {
    let table = filled(Table::new(fit, None), rows, line)?;
    Ok(summary::stated(&table))
}

fn filled<'a, E: From<KielError>>(
    mut table: Table<'a>,
    rows: impl Iterator<Item = Result<Row, E>>,
    line: &TaskLine,
) -> Result<Table<'a>, E> {
    for row in rows {
        if line.is_cancelled() {
            return Err(KielError::Cancelled.into());
        }
        table.take(&row?);
    }
    Ok(table)
}
