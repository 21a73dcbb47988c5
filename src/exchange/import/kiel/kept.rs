//! What is kept of a row while a table is read: the cells that the contract knows, and nothing else.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::contract::Role;
use super::fit::Fit;
use super::value::{self, Sum};
use crate::exchange::import::draft::{Doubt, Place, Skip, Skipped, Told};
use crate::exchange::import::when::{self, Order};
use crate::exchange::table::{Cell, Row};
use crate::model::{AidType, DaySpan, Instrument, PartialDate, Stage, Year};

/// A row's known cells.
pub(super) struct Kept {
    /// Its number in the file.
    pub number: u64,
    cells: Box<[Cell]>,
}

/// The rows of a table and how they are to be read.
pub(super) struct Table<'a> {
    /// What contract they are of.
    pub fit: &'a Fit,
    /// The sheet they stand in.
    pub sheet: Option<String>,
    /// The rows.
    pub rows: Vec<Kept>,
    /// What became of rows that can be no entry by themselves.
    pub told: Told,
    order: Order,
    latest: Option<Date>,
    no_results: usize,
}

impl<'a> Table<'a> {
    /// An empty table.
    pub(super) fn new(fit: &'a Fit, sheet: Option<String>) -> Self {
        Self {
            fit,
            sheet,
            rows: Vec::new(),
            told: Told::default(),
            order: Order::default(),
            latest: None,
            no_results: 0,
        }
    }

    /// Takes in a row of the file: headings, blank rows and sums of rows are left out.
    pub(super) fn take(&mut self, row: &Row) {
        if row.number <= self.fit.last_heading {
            return;
        }
        self.told.rows = self.told.rows.saturating_add(1);
        let columns = self.fit.columns.iter();
        let cells: Box<[Cell]> = columns.map(|(_, at)| row.cell(*at).clone()).collect();
        self.no_results = self
            .no_results
            .saturating_add(cells.iter().filter(|c| **c == Cell::NoResult).count());
        let kept = Kept {
            number: row.number,
            cells,
        };
        if kept.cells.iter().all(Cell::is_blank) {
            return self.skip(&kept, Skip::Blank);
        }
        if self.fit.column(Role::Donor).is_some() {
            match value::words(self.cell(&kept, Role::Donor)) {
                None => return self.skip(&kept, Skip::NoParty),
                Some(donor) if is_sum_of_rows(&donor) => return self.skip(&kept, Skip::Total),
                Some(_) => {}
            }
        }
        match self.cell(&kept, Role::Date).clone() {
            Cell::Text(text) => self.order.look(&text),
            Cell::Date(day) if is_of_our_time(day) => self.latest = self.latest.max(Some(day)),
            _ => {}
        }
        self.rows.push(kept);
    }

    /// A row's cell of a role; empty where the file has no such column.
    pub(super) fn cell<'k>(&self, kept: &'k Kept, role: Role) -> &'k Cell {
        const EMPTY: &Cell = &Cell::Empty;
        let at = self
            .fit
            .columns
            .iter()
            .position(|(known, _)| *known == role);
        at.and_then(|at| kept.cells.get(at)).unwrap_or(EMPTY)
    }

    /// The words in it.
    pub(super) fn words(&self, kept: &Kept, role: Role) -> Option<String> {
        value::words(self.cell(kept, role))
    }

    /// The sum in it.
    pub(super) fn sum(&self, kept: &Kept, role: Role) -> Sum {
        value::sum(self.cell(kept, role))
    }

    /// The number in it, where it is one.
    pub(super) fn number(&self, kept: &Kept, role: Role) -> Option<Decimal> {
        self.sum(kept, role).number()
    }

    /// When it was: from a column of dates, or of years and months.
    ///
    /// # Errors
    /// The text that is no date.
    pub(super) fn date(&self, kept: &Kept) -> Result<Option<PartialDate>, String> {
        match self.cell(kept, Role::Date) {
            // A year of another age (`2922`) is a slip of the keyboard.
            Cell::Date(day) if !is_of_our_time(*day) => Err(day.to_string()),
            Cell::Date(day) => Ok(Some(PartialDate::Day(*day))),
            Cell::Empty | Cell::NoResult if self.fit.column(Role::Year).is_some() => {
                self.month(kept)
            }
            cell => {
                let raw = cell.raw();
                match self.words(kept, Role::Date) {
                    None => Ok(None),
                    Some(text) => when::read(&text, self.order.decided()).map_err(|_| raw),
                }
            }
        }
    }

    /// Whether a date lies long after the last exact day of the table: nobody knew of it then.
    pub(super) fn is_too_late(&self, date: PartialDate) -> bool {
        const SLACK: i64 = 100;
        let open = date.last_day() >= Year::MAX.last_day();
        let latest = self.latest.and_then(|latest| {
            let slack = jiff::Span::new().try_days(SLACK).ok()?;
            latest.checked_add(slack).ok()
        });
        latest.is_some_and(|latest| !open && date.last_day() > latest)
    }

    fn month(&self, kept: &Kept) -> Result<Option<PartialDate>, String> {
        let number = |role| self.number(kept, role).and_then(|n| i64::try_from(n).ok());
        let (year, month) = (number(Role::Year), number(Role::Month));
        let raw = || {
            let (year, month) = (self.cell(kept, Role::Year), self.cell(kept, Role::Month));
            format!("{} {}", year.raw(), month.raw())
        };
        let Some(year) = year else {
            return Ok(None);
        };
        let year = Year::new(year).map_err(|_| raw())?;
        let Some(month) = month else {
            return Ok(Some(PartialDate::Year(year)));
        };
        let month = i8::try_from(month).ok().filter(|m| (1..=12).contains(m));
        month
            .map(|month| Some(PartialDate::Month(year, month)))
            .ok_or_else(raw)
    }

    /// The date as it stands there.
    pub(super) fn raw_date(&self, kept: &Kept) -> Option<String> {
        let raw = match self.fit.column(Role::Date) {
            Some(_) => self.cell(kept, Role::Date).raw(),
            None => [Role::Year, Role::Month]
                .map(|role| self.cell(kept, role).raw())
                .join(" "),
        };
        (!raw.trim().is_empty()).then_some(raw)
    }

    /// Where a row stands, with the amount of one of its columns.
    pub(super) fn place(&self, kept: &Kept, amount: Option<Role>) -> Place {
        let raw = amount.map(|role| self.cell(kept, role).raw());
        let link = self.words(kept, Role::Link);
        Place {
            sheet: self.sheet.clone(),
            row: kept.number,
            key: self.words(kept, Role::Id),
            amount: raw.filter(|raw| !raw.is_empty()),
            date: self.raw_date(kept),
            link: link.filter(|link| link.starts_with("http://") || link.starts_with("https://")),
        }
    }

    /// Leaves a row out.
    pub(super) fn skip(&mut self, kept: &Kept, why: Skip) {
        let place = self.place(kept, None);
        self.told.skipped.push(Skipped { place, why });
    }

    /// What kind of aid the row names.
    ///
    /// # Errors
    /// The text that names none.
    pub(super) fn aid_type(&self, kept: &Kept) -> Result<AidType, Skip> {
        let raw = self.cell(kept, Role::General).raw();
        let text = raw.trim().to_lowercase();
        Ok(match text.as_str() {
            "military" | "militær" | "militärisch" => AidType::Military,
            "financial" | "finansiell" | "finanziell" => AidType::Financial,
            "humanitarian" | "humanitær" | "humanitär" => AidType::Humanitarian,
            "mixed" => AidType::Mixed,
            _ => return Err(Skip::UnknownType(raw)),
        })
    }

    /// Whether the row is an allocation or a commitment.
    ///
    /// # Errors
    /// The text that is neither.
    pub(super) fn measure(&self, kept: &Kept) -> Result<Stage, Skip> {
        let raw = self.cell(kept, Role::Measure).raw();
        match raw.trim().to_lowercase().as_str() {
            "allocation" | "allocations" => Ok(Stage::Allocated),
            "commitment" | "commitments" => Ok(Stage::Committed),
            _ => Err(Skip::UnknownStage(raw)),
        }
    }

    /// The shape of the aid, where the file says it in one word.
    pub(super) fn instrument(&self, kept: &Kept) -> Instrument {
        let text = self.words(kept, Role::Specific).unwrap_or_default();
        match text.to_lowercase().as_str() {
            "loan" | "loans" => Instrument::Loan,
            "grant" | "grants" => Instrument::Grant,
            "guarantee" | "guarantees" | "loan guarantee" | "loan guarantees" => {
                Instrument::Guarantee
            }
            _ => Instrument::Unknown,
        }
    }

    /// What was read, with what a person should know of it.
    pub(super) fn finish(self) -> Told {
        let mut told = self.told;
        told.doubts
            .extend(self.order.doubt(self.fit.name(Role::Date)));
        if self.no_results > 0 {
            told.doubts.push(Doubt::NoResults {
                cells: self.no_results,
            });
        }
        told.skipped.sort_by_key(|skipped| skipped.place.row);
        told
    }
}

/// Whether a day lies in the years that dates have here.
fn is_of_our_time(day: Date) -> bool {
    (Year::MIN.first_day()..=Year::MAX.last_day()).contains(&day)
}

/// A row that sums up others: `Total`, `27 Countries total`, `Cumulative`.
fn is_sum_of_rows(donor: &str) -> bool {
    let donor = donor.to_lowercase();
    let words = ["total", "cumulative", "cummulative", "sum", "average"];
    donor
        .split(|c: char| !c.is_alphabetic())
        .any(|word| words.contains(&word))
}

/// From the first day that any of the dates can mean to the last; an end that one of them leaves open is
/// open.
pub(super) fn hull(dates: &[PartialDate]) -> Option<PartialDate> {
    if let [one, rest @ ..] = dates
        && rest.iter().all(|date| date == one)
    {
        return Some(*one);
    }
    let open = |end: fn(DaySpan) -> Option<jiff::civil::Date>| {
        let mut dates = dates.iter();
        dates.any(|date| matches!(date, PartialDate::Between(span) if end(*span).is_none()))
    };
    let first = dates.iter().map(|date| date.first_day()).min();
    let last = dates.iter().map(|date| date.last_day()).max();
    let first = first.filter(|_| !open(DaySpan::from));
    let last = last.filter(|_| !open(DaySpan::to));
    DaySpan::new(first, last).ok().map(PartialDate::Between)
}
