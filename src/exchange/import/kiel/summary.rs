//! Tables that sum up: a giver's sums over all time, kinds of weapons, a giver in each column.
//!
//! They repeat what the rows of the main sheet say, so nothing of them is an entry by itself: they are
//! held against the rows ([`stated`]), or, where a person asks for it, taken in as running totals, which
//! no sum adds to packages or to each other (R4). Sums of a type stand beside a sum of all types, which
//! is of type *mixed* and counts only where all types are asked for. What holds the share in the Union's
//! money too is never read (R8), and a gross domestic product is no aid.

use rust_decimal::Decimal;

use super::Wish;
use super::contract::Role;
use super::fit::is_name;
use super::kept::{Kept, Table};
use super::value::{self, Sum};
use crate::exchange::import::draft::{Doubt, Draft, Place, Skip, Skipped, Told};
use crate::exchange::table::Row;
use crate::model::{
    AidType, Currency, Instrument, Notes, PartialDate, Quantity, QuantityForm, Record, Stage,
};

/// A sum as the publisher states it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stated {
    /// The row it stands in.
    pub row: u64,
    /// Who gives, as the file spells it.
    pub party: String,
    /// Of which stage.
    pub stage: Stage,
    /// Of which type; *mixed*: of all types together.
    pub aid_type: AidType,
    /// How much, in whole units of the currency.
    pub value: Decimal,
    /// In which currency.
    pub currency: Currency,
}

/// The sums of a column for which a summary contract has a role.
fn sums(table: &Table<'_>) -> Vec<(Role, Stage, AidType)> {
    let roles = table.fit.columns.iter().map(|(role, _)| *role);
    roles
        .filter_map(|role| match role {
            Role::Sum(stage, aid_type) => Some((role, stage, aid_type)),
            _ => None,
        })
        .collect()
}

/// Every sum that a summary states.
pub(super) fn stated(table: &Table<'_>) -> Vec<Stated> {
    let sums = sums(table);
    let mut stated = Vec::new();
    for kept in &table.rows {
        let Some(party) = table.words(kept, Role::Donor) else {
            continue;
        };
        for (role, stage, aid_type) in &sums {
            let Some(column) = table.fit.column(*role) else {
                continue;
            };
            let (currency, scale) = table.fit.unit(column);
            let number = table.number(kept, *role);
            let value = number.and_then(|n| n.checked_mul(Decimal::from(scale.euros())));
            stated.extend(value.map(|value| Stated {
                row: kept.number,
                party: party.clone(),
                stage: *stage,
                aid_type: *aid_type,
                value: value.round_dp(2),
                currency,
            }));
        }
    }
    stated
}

/// Entries of a summary: running totals where they are wished for, else none.
pub(super) fn read(mut table: Table<'_>, wish: &Wish) -> Told {
    let rows = std::mem::take(&mut table.rows);
    if !wish.running_totals {
        return left_out(table, &rows);
    }
    let sums = sums(&table);
    for kept in rows {
        let before = table.told.drafts.len();
        for (role, stage, aid_type) in &sums {
            let column = table.fit.column(*role).unwrap_or_default();
            let (currency, scale) = table.fit.unit(column);
            let number = table.number(&kept, *role).filter(|n| !n.is_zero());
            let money = number.and_then(|n| value::money(n, scale.euros(), currency));
            let Some(money) = money else {
                continue;
            };
            let mut draft = total_of(&table, &kept, *role, wish);
            draft.stage = *stage;
            draft.aid_type = *aid_type;
            draft.amount = value::exact(money);
            table.told.drafts.push(draft);
        }
        if table.told.drafts.len() == before {
            table.skip(&kept, Skip::NothingSaid);
        }
    }
    table.finish()
}

/// Counts and values of weapons: running totals of kinds, or none.
pub(super) fn weapons(mut table: Table<'_>, wish: &Wish) -> Told {
    let rows = std::mem::take(&mut table.rows);
    if !wish.running_totals {
        return left_out(table, &rows);
    }
    let (currency, scale) = table
        .fit
        .unit(table.fit.column(Role::TotalEur).unwrap_or(0));
    for kept in rows {
        let number = table.number(&kept, Role::TotalEur).filter(|n| !n.is_zero());
        let money = number.and_then(|n| value::money(n, scale.euros(), currency));
        let category = table.words(&kept, Role::Category).unwrap_or_default();
        let mut draft = total_of(&table, &kept, Role::TotalEur, wish);
        draft.stage = wish.stage.unwrap_or(Stage::Unclear);
        draft.aid_type = AidType::Military;
        draft.amount = money.map_or_else(|| value::undisclosed(None), value::exact);
        let list = table.words(&kept, Role::Words);
        draft.summary = match list {
            Some(list) => format!("{category}: {list}"),
            None => category.clone(),
        };
        draft.quantity = table.number(&kept, Role::Units).map(|value| Quantity {
            value: value.normalize(),
            unit: category,
            form: QuantityForm::Exact,
            by: None,
        });
        table.told.drafts.push(draft);
    }
    if wish.stage.is_none() {
        table.told.doubts.push(Doubt::Told {
            id: "kiel-no-stage",
            what: table.fit.contract.id.to_owned(),
        });
    }
    table.finish()
}

fn left_out(mut table: Table<'_>, rows: &[Kept]) -> Told {
    for kept in rows {
        table.skip(kept, Skip::NotCounted);
    }
    table.told.doubts.push(Doubt::Told {
        id: "kiel-sums-up",
        what: rows.len().to_string(),
    });
    table.finish()
}

/// A running total without stage, type and amount yet.
fn total_of(table: &Table<'_>, kept: &Kept, role: Role, wish: &Wish) -> Draft {
    Draft {
        place: table.place(kept, Some(role)),
        party: table.words(kept, Role::Donor).unwrap_or_default(),
        record: Record::RunningTotal {
            since: None,
            as_counted_on: wish.counted_on,
        },
        stage: Stage::Unclear,
        aid_type: AidType::Mixed,
        instrument: Instrument::Unknown,
        summary: table.fit.name(role).to_owned(),
        amount: value::undisclosed(None),
        as_reported: None,
        others: Vec::new(),
        date: wish.counted_on,
        quantity: None,
        part_of: None,
        notes: Notes::new(),
    }
}

/// A table with a month in each row and a giver in each column.
pub(super) struct Cumulated<'a> {
    table: Table<'a>,
    /// The columns of givers, with the last sum of each and the row it stands in.
    givers: Vec<(usize, Option<(Decimal, usize)>)>,
    /// The rows: number, month, sums by giver.
    rows: Vec<Place>,
    first: Option<PartialDate>,
    dates: Vec<Option<PartialDate>>,
    /// How often a sum was less than the month before.
    falls: usize,
    steps: usize,
}

impl<'a> Cumulated<'a> {
    /// An empty one.
    pub(super) fn new(table: Table<'a>) -> Self {
        let month = table.fit.column(Role::Date);
        let names = table.fit.names.iter().enumerate();
        let givers = names
            .filter(|(at, name)| Some(*at) != month && is_name(name))
            .map(|(at, _)| (at, None))
            .collect();
        Self {
            table,
            givers,
            rows: Vec::new(),
            first: None,
            dates: Vec::new(),
            falls: 0,
            steps: 0,
        }
    }

    /// Takes in a row of the file.
    pub(super) fn take(&mut self, row: &Row) {
        self.table.take(row);
        let Some(kept) = self.table.rows.pop() else {
            return;
        };
        let date = self.table.date(&kept);
        let Ok(Some(date)) = date else {
            let why = match date {
                Err(raw) => Skip::BadDate(raw),
                Ok(_) => Skip::NothingSaid,
            };
            return self.table.skip(&kept, why);
        };
        let date = as_month(date);
        let at = self.rows.len();
        for (column, last) in &mut self.givers {
            let Sum::Number(number) = value::sum(row.cell(*column)) else {
                continue;
            };
            if let Some((before, _)) = last {
                self.steps = self.steps.saturating_add(1);
                self.falls = self.falls.saturating_add(usize::from(number < *before));
            }
            *last = Some((number, at));
        }
        self.first = self.first.or(Some(date));
        self.dates.push(Some(date));
        self.rows.push(self.table.place(&kept, None));
    }

    /// Running totals, one a giver: the last month holds all before it, which is told of those rows.
    ///
    /// # Errors
    /// In how many of how many steps a sum is less than the month before, where that is more than one in
    /// twenty: then the table does not cumulate.
    pub(super) fn finish(mut self, wish: &Wish) -> Result<Told, (usize, usize)> {
        if self.falls.saturating_mul(20) > self.steps {
            return Err((self.falls, self.steps));
        }
        let mut used = vec![false; self.rows.len()];
        for (column, last) in &self.givers {
            let Some((number, at)) = last else {
                continue;
            };
            let (currency, scale) = self.table.fit.unit(*column);
            let money = value::money(*number, scale.euros(), currency);
            let Some((money, place)) = money.zip(self.rows.get(*at)) else {
                continue;
            };
            if let Some(used) = used.get_mut(*at) {
                *used = true;
            }
            let party = self.table.fit.names.get(*column).cloned();
            let counted = self.dates.get(*at).copied().flatten();
            let mut place = place.clone();
            place.amount = Some(number.normalize().to_string());
            place.key.clone_from(&party);
            self.table.told.drafts.push(Draft {
                place,
                party: party.unwrap_or_default(),
                record: Record::RunningTotal {
                    since: self.first,
                    as_counted_on: counted,
                },
                stage: wish.stage.unwrap_or(Stage::Unclear),
                aid_type: wish.aid_type.unwrap_or(AidType::Mixed),
                instrument: Instrument::Unknown,
                summary: summary_of(self.first, counted),
                amount: value::exact(money),
                as_reported: None,
                others: Vec::new(),
                date: counted,
                quantity: None,
                part_of: None,
                notes: Notes::new(),
            });
        }
        let last = used.iter().rposition(|used| *used).unwrap_or_default();
        let last = self.rows.get(last).map_or(0, |place| place.row);
        for (place, used) in std::mem::take(&mut self.rows).into_iter().zip(used) {
            if !used {
                let why = Skip::CountedIn(last);
                self.table.told.skipped.push(Skipped { place, why });
            }
        }
        if wish.stage.is_none() {
            self.table.told.doubts.push(Doubt::Told {
                id: "kiel-no-stage",
                what: self.table.fit.contract.id.to_owned(),
            });
        }
        Ok(self.table.finish())
    }
}

/// The first day of a month stands for the month in such tables.
fn as_month(date: PartialDate) -> PartialDate {
    match date {
        PartialDate::Day(day) => PartialDate::Month(date.year(), day.month()),
        other => other,
    }
}

fn summary_of(first: Option<PartialDate>, last: Option<PartialDate>) -> String {
    let text = |date: Option<PartialDate>| date.map_or_else(|| "…".to_owned(), |d| d.to_string());
    format!("All aid counted from {} to {}", text(first), text(last))
}
