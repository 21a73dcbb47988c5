//! A file's sheets, held against the contracts; and the one chosen, read and held against the sums that
//! the same file states elsewhere.

use super::checks::{self, Check};
use super::contract::Shape;
use super::fit::{self, Fit, HEAD};
use super::{KielError, Wish};
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
    let mut found: Vec<Found> = Vec::new();
    for (sheet, info) in opened.sheets().iter().enumerate() {
        let head: Vec<Row> = opened
            .rows(sheet, line)?
            .take(HEAD)
            .collect::<Result<_, _>>()?;
        let name = info.name.as_deref().unwrap_or_default();
        let best = fit::fits(name, &head).into_iter().next();
        found.extend(best.map(|fit| Found { sheet, fit }));
    }
    found.sort_by_key(|found| {
        let fit = &found.fit;
        let name = opened.sheets().get(found.sheet);
        let name = name.and_then(|info| info.name.as_deref()).unwrap_or("");
        let by_name =
            fit.contract.sheet.is_empty() || fit::plain(name).contains(fit.contract.sheet);
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
    if found.fit.contract.shape == Shape::Main {
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
    let mut checks = Vec::new();
    for found in find(opened, line)? {
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
                check.stated.value,
                check.ours
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
