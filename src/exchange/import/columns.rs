//! Which column of a table holds what: proposed from headings and contents with a confidence and a reason
//! for each, or said by hand; and what holds for every row.

mod contents;
mod read;
mod row;

use serde::{Deserialize, Serialize};

use self::contents::Contents;
pub use self::read::{Table, read};
use super::fields::{self, Field};
use super::sums::{Mark, Unit, unit};
use super::when::DayMonth;
use crate::exchange::table::Row;
use crate::model::{AidType, Currency, Instrument, Stage};

/// Why a column is thought to hold something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Its heading says so.
    Heading,
    /// That many of its cells can be read so, of so many.
    Cells(usize, usize),
    /// Its heading says so, and so many of its cells of so many.
    Both(usize, usize),
    /// A person or a profile said so.
    Chosen,
    /// Nothing tells.
    Nothing,
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading; empty where it has none.
    pub name: String,
    /// What it holds; none: nothing that is wanted.
    pub field: Option<Field>,
    /// How sure that is, in per cent.
    pub confidence: u8,
    /// Why that is thought.
    pub why: Why,
    /// The unit that its heading, or the row of units under it, names.
    pub unit: Unit,
    /// The currency that its own heading, or the row of units under it, names; a title above the table
    /// does not.
    pub named: Option<Currency>,
    /// Whether the row of headings goes as far as this column.
    pub headed: bool,
}

/// What holds for every row whose own cells do not say.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Constants {
    /// Who gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// How far it got.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Of what type it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aid_type: Option<AidType>,
    /// In what shape it comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// In which currency it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// The power of ten of the amounts: 6 for millions. It goes before what headings say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<u32>,
    /// What stands first in the dates, instead of what the column decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<DayMonth>,
    /// What stands before the decimals, instead of what the column decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// What is said of every row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

/// What the columns of a table hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mapping {
    /// Each column.
    pub columns: Vec<Column>,
    /// What holds for every row.
    pub constants: Constants,
}

/// How sure a proposal must be to be made.
const ENOUGH: u8 = 45;

impl Mapping {
    /// The first column that holds this.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.field == Some(field))
    }

    /// Every column that holds this.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        let all = self.columns.iter().enumerate();
        let holds = move |(_, column): &(usize, &Column)| column.field == Some(field);
        all.filter(holds).map(|(at, _)| at)
    }

    /// Says by hand what a column holds; another column that held it holds nothing then, unless the
    /// field joins several.
    pub fn choose(&mut self, at: usize, field: Option<Field>) {
        if let Some(field) = field.filter(|field| !field.joins()) {
            for column in self
                .columns
                .iter_mut()
                .filter(|column| column.field == Some(field))
            {
                column.field = None;
                column.why = Why::Nothing;
                column.confidence = 0;
            }
        }
        if let Some(column) = self.columns.get_mut(at) {
            column.field = field;
            column.why = Why::Chosen;
            column.confidence = 100;
        }
    }

    /// The column that a person calls so: by its heading in any writing, by its letter (`C`), or by its
    /// number from 1 (`#3`).
    #[must_use]
    pub fn called(&self, text: &str) -> Option<usize> {
        let exact = self.columns.iter().position(|column| column.name == text);
        let name = fields::plain(text);
        let alike = || {
            let fits = |column: &Column| !name.is_empty() && fields::plain(&column.name) == name;
            self.columns.iter().position(fits)
        };
        let number = || {
            text.strip_prefix('#')?
                .parse::<usize>()
                .ok()?
                .checked_sub(1)
        };
        let found = exact
            .or_else(alike)
            .or_else(number)
            .or_else(|| letter(text));
        found.filter(|at| *at < self.columns.len())
    }

    /// The fields that must be known and are told by no column and no constant. The stage and the type
    /// can be left open: *unclear* and *mixed*, which is told.
    #[must_use]
    pub fn missing(&self) -> Vec<Field> {
        let has = |field| self.column(field).is_some();
        let mut missing = Vec::new();
        if !has(Field::Party) && self.constants.party.is_none() {
            missing.push(Field::Party);
        }
        if !has(Field::Amount) && !has(Field::Quantity) && !has(Field::Summary) {
            missing.push(Field::Amount);
        }
        missing
    }

    /// The heading of the amounts.
    fn of_amount(&self) -> Option<&str> {
        let column = self.columns.get(self.column(Field::Amount)?)?;
        Some(&column.name)
    }

    /// The stage that the heading of the amounts names: `Disbursed (EUR million)`.
    #[must_use]
    pub fn stage_of_heading(&self) -> Option<Stage> {
        self.of_amount().and_then(fields::stage)
    }

    /// The type that the heading of the amounts names: `Military aid (EUR)`.
    #[must_use]
    pub fn type_of_heading(&self) -> Option<AidType> {
        self.of_amount().and_then(fields::aid_type)
    }

    /// The columns that look like sums and are not read.
    pub(super) fn other_sums(&self) -> impl Iterator<Item = (usize, &Column)> {
        let all = self.columns.iter().enumerate();
        all.filter(|(_, column)| {
            let name = column.name.as_str();
            let is_sum = column.named.is_some()
                || fields::names(Field::Amount, name) >= ENOUGH
                || fields::stage(name).is_some();
            column.field.is_none() && column.headed && !column.unit.percent && is_sum
        })
    }

    /// How sure the mapping is as a whole: as sure as the least sure of who gives and how much, less where
    /// the date is not known; zero where something is missing.
    #[must_use]
    pub fn confidence(&self) -> u8 {
        if !self.missing().is_empty() {
            return 0;
        }
        let of = |field| {
            let column = self.column(field).and_then(|at| self.columns.get(at));
            column.map(|column| column.confidence)
        };
        let party = of(Field::Party).unwrap_or(100);
        let amount = of(Field::Amount)
            .or_else(|| of(Field::Quantity))
            .unwrap_or(ENOUGH);
        let least = party.min(amount);
        if of(Field::Date).is_some() {
            least
        } else {
            least.saturating_sub(20)
        }
    }
}

/// `A` is the first column, `AA` the twenty-seventh.
fn letter(text: &str) -> Option<usize> {
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let number = text
        .bytes()
        .fold(0_usize, |number, b| number * 26 + usize::from(b - b'A') + 1);
    number.checked_sub(1)
}

/// What the columns likely hold, by their headings, the row of units and the first rows.
#[must_use]
pub fn propose(names: &[String], units: &[String], sample: &[Row]) -> Mapping {
    let width = sample.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut columns = Vec::new();
    let mut contents = Vec::new();
    for at in 0..names.len().max(width) {
        let name = names.get(at).cloned().unwrap_or_default();
        let of_heading = unit(&name);
        let of_units = units.get(at).map(|text| unit(text)).unwrap_or_default();
        contents.push(Contents::of(sample, at));
        let unit = of_units.or(of_heading);
        columns.push(Column {
            name,
            field: None,
            confidence: 0,
            why: Why::Nothing,
            unit,
            named: unit.currency,
            headed: names.is_empty() || at < names.len(),
        });
    }
    let mut bids: Vec<(u8, usize, Field, Why)> = Vec::new();
    for (at, (column, contents)) in columns.iter().zip(&contents).enumerate() {
        // What stands beyond the headings is the rest of a row that was parted wrongly.
        if !column.headed || contents.filled == 0 && !sample.is_empty() {
            continue;
        }
        for field in Field::ALL {
            let (confidence, why) = bid(*field, column, contents);
            if confidence >= ENOUGH {
                bids.push((confidence, at, *field, why));
            }
        }
    }
    // The surest first; of equally sure ones the leftmost column, then the order of the fields.
    bids.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut taken = Vec::new();
    for (confidence, at, field, why) in bids {
        let is_free = field.joins() || !taken.contains(&field);
        if let Some(column) = columns.get_mut(at)
            && column.field.is_none()
            && is_free
        {
            column.field = Some(field);
            column.confidence = confidence;
            column.why = why;
            taken.push(field);
        }
    }
    Mapping {
        columns,
        constants: Constants::default(),
    }
}

/// How sure it is that a column holds a field, and why.
fn bid(field: Field, column: &Column, contents: &Contents) -> (u8, Why) {
    let by_name = fields::names(field, &column.name);
    // A share of something is no amount, whatever else the heading says.
    if field == Field::Amount && column.unit.percent {
        return (0, Why::Nothing);
    }
    let by_unit = match field {
        Field::Amount if column.unit.currency.is_some() => 60,
        _ => 0,
    };
    let by_name = by_name.max(by_unit);
    let filled = contents.filled;
    let Some(fitting) = contents.fitting(field) else {
        // What can be anything is told by its heading alone.
        return (by_name.saturating_sub(5), Why::Heading);
    };
    let share = fitting.saturating_mul(100) / filled.max(1);
    let share = u8::try_from(share).unwrap_or(100);
    let alone = contents.alone(field);
    let (confidence, why) = match (by_name, share) {
        (0, share) if share >= 80 && filled >= 2 => (alone, Why::Cells(fitting, filled)),
        (0, _) => (0, Why::Nothing),
        (name, 0) if filled > 0 => (name / 4, Why::Heading),
        (name, share) if share < 40 => (name / 2, Why::Heading),
        (name, _) => (name.max(alone), Why::Both(fitting, filled)),
    };
    (confidence, if filled == 0 { Why::Heading } else { why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::Cell;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let cells = |line: &str| {
            line.split('|')
                .map(|text| match text {
                    "" => Cell::Empty,
                    text => Cell::Text(text.to_owned()),
                })
                .collect()
        };
        let numbered = (2..).zip(lines);
        numbered
            .map(|(number, line)| Row {
                number,
                cells: cells(line),
            })
            .collect()
    }

    fn proposed(names: &str, lines: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.split('|').map(str::to_owned).collect();
        let mapping = propose(&names, &[], &rows(lines));
        let key = |column: &Column| column.field.map_or("-", Field::key).to_owned();
        mapping.columns.iter().map(key).collect()
    }

    #[test]
    fn columns_are_proposed_by_heading_and_contents() {
        assert_eq!(
            proposed(
                "giver|dato|kategori|maal|verdi_eur|note",
                &[
                    "Lithuania|2031-03-01|Humanitarian|Allocation|1000000.5|x",
                    "Latvia|2031-03-02|Military|Commitment|2000000|y",
                ],
            ),
            ["party", "date", "type", "stage", "amount", "note"]
        );
        assert_eq!(
            proposed(
                "Date Became Law|Type of document|ID number|Total outlays (mil USD)|Outlays 2023 (mil USD)",
                &[
                    "2031-09-30|Resolution|XX1|12051|6268",
                    "2031-05-21|Resolution|XX2|40810|9273"
                ],
            ),
            ["date", "-", "key", "amount", "-"]
        );
    }

    #[test]
    fn columns_without_headings_are_proposed_by_what_stands_in_them() {
        assert_eq!(
            proposed(
                "||||",
                &[
                    "2031-04-01|lt|Truck|5|https://example.org/a",
                    "2031-04-05|ee|Lorry|7|https://example.org/b",
                ],
            ),
            ["date", "party", "-", "amount", "link"]
        );
    }

    #[test]
    fn a_person_can_say_otherwise_by_name_letter_or_number() {
        let names = [
            "Donor".to_owned(),
            "Sum (EUR)".to_owned(),
            "Sum 2".to_owned(),
        ];
        let mut mapping = propose(&names, &[], &rows(&["Latvia|5|6", "Estonia|7|8"]));
        assert_eq!(mapping.column(Field::Amount), Some(1));
        assert_eq!(mapping.called("sum_2"), Some(2));
        assert_eq!(mapping.called("C"), Some(2));
        assert_eq!(mapping.called("#3"), Some(2));
        assert_eq!(mapping.called("D"), None);
        mapping.choose(2, Some(Field::Amount));
        assert_eq!(mapping.column(Field::Amount), Some(2));
        assert_eq!(mapping.columns_of(Field::Amount).count(), 1);
        assert!(mapping.missing().is_empty());
    }

    #[test]
    fn a_share_is_no_amount() {
        assert_eq!(
            proposed("donor|pct_gdp", &["Latvia|0.25", "Estonia|0.3"]),
            ["party", "-"]
        );
    }
}
