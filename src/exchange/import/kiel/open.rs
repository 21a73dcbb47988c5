//! A file's sheets, held against the contracts; and the one chosen, read and held against the sums that
//! the same file states elsewhere.

use super::checks::{self, Check};
use super::contract::Shape;
use super::fit::{self, Fit, HEAD};
use super::{CONTRACTS, KielError, Wish};
use crate::exchange::import::draft::{Doubt, Told};
use crate::exchange::table::{Opened, Row, TableError};
use crate::task::TaskLine;

/// A sheet that fits a contract, wholly or in part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Which of the file's sheets.
    pub sheet: usize,
    /// How it stands to the contract.
    pub fit: Fit,
}

/// How each sheet stands to the contract that it is nearest to, the best first: what fits wholly, and of
/// that what holds the single rows.
///
/// # Errors
/// When a sheet cannot be read.
pub fn find(opened: &Opened, line: &TaskLine) -> Result<Vec<Found>, TableError> {
    let sheets: Vec<usize> = (0..opened.sheets().len()).collect();
    let mut found = fits_of(opened, &sheets, line)?;
    found.sort_by_key(|found| {
        let fit = &found.fit;
        let name = fit::plain(name_of(opened, found.sheet));
        let by_name = fit.contract.sheet.is_empty() || name.contains(fit.contract.sheet);
        let musts = fit.contract.musts().count().max(1);
        let has = musts.saturating_sub(fit.missing.len());
        let rank = match fit.contract.shape {
            Shape::Main => 0,
            Shape::Months => 1,
            Shape::Cumulated => 2,
            Shape::Summary => 3,
            Shape::Weapons => 4,
            Shape::NoEntries(_) => 5,
        };
        let share = has.saturating_mul(1000) / musts;
        (!fit.is_whole(), !by_name, rank, std::cmp::Reverse(share))
    });
    Ok(found)
}

/// How a sheet stands to the contract of that name; none where it has no column of it.
///
/// # Errors
/// When the sheet cannot be read.
pub fn in_sheet(
    opened: &Opened,
    sheet: usize,
    contract: &str,
    line: &TaskLine,
) -> Result<Option<Found>, TableError> {
    if sheet >= opened.sheets().len() {
        return Ok(None);
    }
    let rows = opened.rows(sheet, line)?;
    let head: Vec<Row> = rows.take(HEAD).collect::<Result<_, _>>()?;
    let fits = fit::fits(name_of(opened, sheet), &head).into_iter();
    let fit = fits.into_iter().find(|fit| fit.contract.id == contract);
    Ok(fit.map(|fit| Found { sheet, fit }))
}

/// What a file lacks for the contract of that name, in the sheet that comes nearest to it: the missing
/// columns, and those that stand against it; empty where it fits, or there is no such contract.
///
/// # Errors
/// When a sheet cannot be read.
pub fn lacks(
    opened: &Opened,
    sheet: Option<usize>,
    contract: &str,
    line: &TaskLine,
) -> Result<Vec<String>, TableError> {
    let mut known = CONTRACTS.iter();
    let Some(known) = known.find(|known| known.id == contract) else {
        return Ok(Vec::new());
    };
    let musts = known.musts().filter_map(|column| column.names.first());
    let mut least: Vec<String> = musts.map(|name| (*name).to_owned()).collect();
    let sheets = sheet.map_or(0..opened.sheets().len(), |at| at..at.saturating_add(1));
    for at in sheets {
        if let Some(Found { fit, .. }) = in_sheet(opened, at, contract, line)? {
            let missing = fit.missing.iter().map(|name| (*name).to_owned());
            let lacks: Vec<String> = missing.chain(fit.against).collect();
            if lacks.len() <= least.len() {
                least = lacks;
            }
        }
    }
    Ok(least)
}

/// Which contract a sheet that was chosen by hand comes nearest to; none where it has a column of none.
///
/// # Errors
/// When the sheet cannot be read.
pub fn of_sheet(
    opened: &Opened,
    sheet: usize,
    line: &TaskLine,
) -> Result<Option<Found>, TableError> {
    Ok(fits_of(opened, &[sheet], line)?.into_iter().next())
}

fn name_of(opened: &Opened, sheet: usize) -> &str {
    let info = opened.sheets().get(sheet);
    info.and_then(|info| info.name.as_deref())
        .unwrap_or_default()
}

/// Whether a sheet goes by the name that a contract's sheet has.
fn is_named(name: &str) -> bool {
    let name = fit::plain(name);
    let mut contracts = CONTRACTS.iter().filter(|c| !c.sheet.is_empty());
    contracts.any(|contract| name.contains(contract.sheet))
}

fn fits_of(opened: &Opened, sheets: &[usize], line: &TaskLine) -> Result<Vec<Found>, TableError> {
    let mut found = Vec::new();
    for sheet in sheets {
        let rows = opened.rows(*sheet, line)?;
        let head: Vec<Row> = rows.take(HEAD).collect::<Result<_, _>>()?;
        let best = fit::fits(name_of(opened, *sheet), &head).into_iter().next();
        found.extend(best.map(|fit| Found { sheet: *sheet, fit }));
    }
    Ok(found)
}

/// What is made of the rows of a sheet; what the file's own summaries state is held against it, and told.
///
/// # Errors
/// When the contract is not fulfilled, nothing of it can be an entry, the file cannot be read, or it was
/// called off.
pub fn read(
    opened: &Opened,
    found: &Found,
    wish: &Wish,
    line: &TaskLine,
) -> Result<Told, KielError> {
    let info = opened.sheets().get(found.sheet);
    let name = info.and_then(|info| info.name.as_deref());
    let rows = opened.rows(found.sheet, line)?;
    let rows = rows.map(|row| row.map_err(KielError::from));
    let mut told = super::read_rows(&found.fit, name, rows, wish, line)?;
    let other = name.is_some_and(|name| !fit::plain(name).contains(found.fit.contract.sheet));
    if other && found.fit.contract.shape == Shape::Main {
        told.doubts.push(Doubt::Told {
            id: "kiel-other-sheet",
            what: name.unwrap_or_default().to_owned(),
        });
    } else if found.fit.contract.shape == Shape::Main {
        let checks = check(opened, &told, line)?;
        told.doubts.extend(doubts(&checks));
    }
    Ok(told)
}

/// The sums that the file's own summaries state, beside what the rows come to.
///
/// # Errors
/// When a sheet cannot be read, or it was called off.
pub fn check(opened: &Opened, told: &Told, line: &TaskLine) -> Result<Vec<Check>, KielError> {
    if opened.sheets().len() < 2 {
        return Ok(Vec::new());
    }
    let named = (0..opened.sheets().len()).filter(|sheet| is_named(name_of(opened, *sheet)));
    let named: Vec<usize> = named.collect();
    let mut checks = Vec::new();
    for found in fits_of(opened, &named, line)? {
        if found.fit.contract.shape == Shape::Summary && found.fit.is_whole() {
            checks.extend(checks::against(
                &told.drafts,
                &stated(opened, &found, line)?,
            ));
        }
    }
    Ok(checks)
}

/// The sums that a summary sheet states.
///
/// # Errors
/// When the sheet cannot be read, or it was called off.
pub fn stated(
    opened: &Opened,
    found: &Found,
    line: &TaskLine,
) -> Result<Vec<super::Stated>, KielError> {
    let rows = opened.rows(found.sheet, line)?;
    super::stated_in(
        &found.fit,
        rows.map(|row| row.map_err(KielError::from)),
        line,
    )
}

fn doubts(checks: &[Check]) -> Vec<Doubt> {
    let agree = checks.iter().filter(|check| check.agrees()).count();
    let differ = checks.iter().filter(|check| !check.agrees());
    let mut doubts: Vec<Doubt> = differ
        .map(|check| Doubt::Told {
            id: "kiel-differs",
            what: format!(
                "{}, {}, {}: {} / {} EUR",
                check.stated.party,
                check.stated.stage.key(),
                check.stated.aid_type.key(),
                check.stated.value.normalize(),
                check.ours.normalize()
            ),
        })
        .collect();
    if agree > 0 {
        doubts.push(Doubt::Told {
            id: "kiel-agrees",
            what: agree.to_string(),
        });
    }
    doubts
}
