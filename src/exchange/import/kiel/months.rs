//! Sums of a giver in a month: a package of each type in which something was given.
//!
//! What is committed is told without a type, so that entry is of type *mixed*. A sum of all types beside
//! its types is held against them, and never added. What is still to be allocated is no stage: it is the
//! difference of two. A gross domestic product is not read: that of the Union is zero in such tables.

use rust_decimal::Decimal;

use super::contract::Role;
use super::kept::{Kept, Table};
use super::packages::taken_back;
use super::value::{self, Sum};
use crate::exchange::import::draft::{Doubt, Draft, Skip, Told};
use crate::model::{AidType, Instrument, Notes, PartialDate, Record, Stage};
use crate::task::TaskLine;

/// How far the sum of all types may be from the sum of the types: rounding, in units of the table.
const ROUNDING: Decimal = Decimal::from_parts(2, 0, 0, false, 6);

/// Makes entries of the rows. None when it was called off.
pub(super) fn read(mut table: Table<'_>, line: &TaskLine) -> Option<Told> {
    let rows = std::mem::take(&mut table.rows);
    let mut differing: Vec<String> = Vec::new();
    let mut negative: Vec<String> = Vec::new();
    for (at, kept) in rows.iter().enumerate() {
        if at % 256 == 0 && line.is_cancelled() {
            return None;
        }
        let drafts = match of_row(&table, kept) {
            Ok(drafts) => drafts,
            Err(why) => {
                negative.extend(taken_back(&why, kept));
                table.skip(kept, why);
                continue;
            }
        };
        if drafts.is_empty() {
            table.skip(kept, Skip::NothingSaid);
        }
        if differs(&table, kept) {
            differing.push(kept.number.to_string());
        }
        table.told.drafts.extend(drafts);
    }
    for (id, rows) in [
        ("kiel-types-differ", differing),
        ("kiel-negative", negative),
    ] {
        if !rows.is_empty() {
            let what = rows.join(", ");
            table.told.doubts.push(Doubt::Told { id, what });
        }
    }
    Some(table.finish())
}

/// The columns that become entries: sums of types, and a sum of all types where its stage has no others.
fn columns(table: &Table<'_>) -> Vec<(Role, Stage, AidType)> {
    let sums: Vec<(Role, Stage, AidType)> = table
        .fit
        .columns
        .iter()
        .filter_map(|(role, _)| match role {
            Role::Sum(stage, aid_type) => Some((*role, *stage, *aid_type)),
            _ => None,
        })
        .collect();
    let typed = |wanted: Stage| {
        let mut sums = sums.iter();
        sums.any(|(_, stage, aid_type)| *stage == wanted && *aid_type != AidType::Mixed)
    };
    sums.iter()
        .filter(|(_, stage, aid_type)| *aid_type != AidType::Mixed || !typed(*stage))
        .copied()
        .collect()
}

fn of_row(table: &Table<'_>, kept: &Kept) -> Result<Vec<Draft>, Skip> {
    let date = table.date(kept).map_err(Skip::BadDate)?;
    let mut drafts = Vec::new();
    for (role, stage, aid_type) in columns(table) {
        let raw = || table.cell(kept, role).raw();
        let number = match table.sum(kept, role) {
            Sum::Missing => continue,
            Sum::Unreadable => return Err(Skip::BadAmount(raw())),
            // A month in which nothing was given is no entry of nothing.
            Sum::Number(number) if number.is_zero() => continue,
            Sum::Number(number) => number,
        };
        let (currency, scale) = table.fit.unit(table.fit.column(role).unwrap_or_default());
        let Some(money) = value::money(number, scale.euros(), currency) else {
            return Err(Skip::BadAmount(raw()));
        };
        drafts.push(Draft {
            place: table.place(kept, Some(role)),
            party: table.words(kept, Role::Donor).unwrap_or_default(),
            record: Record::Package,
            stage,
            aid_type,
            instrument: Instrument::Unknown,
            summary: summary_of(stage, aid_type, date),
            amount: value::exact(money),
            as_reported: Some(table.fit.name(role).to_owned()),
            others: Vec::new(),
            date,
            quantity: None,
            part_of: None,
            notes: Notes::new(),
        });
    }
    Ok(drafts)
}

fn summary_of(stage: Stage, aid_type: AidType, date: Option<PartialDate>) -> String {
    let kind = match aid_type {
        AidType::Mixed => "Aid",
        AidType::Military => "Military aid",
        AidType::Financial => "Financial aid",
        AidType::Humanitarian => "Humanitarian aid",
    };
    let stage = stage.key();
    let date = date.map_or_else(|| "…".to_owned(), |date| date.to_string());
    format!("{kind} {stage} in {date}")
}

/// Whether the sum of all types is another than the sum of the types beside it.
fn differs(table: &Table<'_>, kept: &Kept) -> bool {
    let number = |aid_type| table.number(kept, Role::Sum(Stage::Allocated, aid_type));
    let types = [AidType::Military, AidType::Financial, AidType::Humanitarian];
    let all = number(AidType::Mixed);
    let sum: Decimal = types.into_iter().filter_map(number).sum();
    let has_types = types.into_iter().any(|t| number(t).is_some());
    all.is_some_and(|all| has_types && (all - sum).abs() > ROUNDING)
}
