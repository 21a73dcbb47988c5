//! A table that is to go out, in no format yet: columns that say what stands in them, typed values,
//! what the numbers rest on. Rows are made when they are written, so that a large book does not stand
//! in memory twice.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Bounds, Ratio};
use crate::model::{PartialDate, Stage};

/// What stands in one place.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Value {
    /// Nothing is said; it is not zero.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// A word of a closed list: as the file writes it, and as people read it.
    Word(String, String),
    /// A number, in the unit of its column.
    Number(Decimal),
    /// Yes or no.
    Flag(bool),
    /// A date to the precision known.
    Date(PartialDate),
    /// A whole day, also one before 1990.
    Day(Date),
    /// A sum of one stage, in the currency of its column.
    Amount(Bounds, Stage),
    /// A part of one, between bounds.
    Ratio(Ratio),
    /// Ids of records.
    Ids(Vec<String>),
    /// An address.
    Link(String),
}

impl Value {
    /// A text, or nothing where it is empty.
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// The same of a text that may be missing.
    pub fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A count.
    pub fn count(count: impl TryInto<u64>) -> Self {
        Self::Number(count.try_into().unwrap_or(u64::MAX).into())
    }

    /// An address, or nothing.
    pub fn link(link: Option<&str>) -> Self {
        let link = link.filter(|link| !link.is_empty());
        link.map_or(Self::Nothing, |link| Self::Link(link.to_owned()))
    }
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// A text with several lines or sentences, which wants a wide column.
    Prose,
    /// A word of a closed list.
    Word,
    /// A number.
    Number,
    /// A whole number.
    Count,
    /// Yes or no.
    Flag,
    /// A date, also a part of one or a span.
    Date,
    /// A sum between bounds: several columns where a format has no groups.
    Amount,
    /// A part of one between bounds: two columns where a format has no groups.
    Ratio,
    /// Ids.
    Ids,
    /// An address.
    Link,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name for machines: stable, `snake_case`.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// The unit of its numbers: `EUR`, `%`; none where they have none.
    pub unit: Option<String>,
    /// What stands in it.
    pub kind: Kind,
}

impl Column {
    /// A column without a unit.
    pub fn new(id: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            unit: None,
            kind,
        }
    }

    /// The same with a unit.
    #[must_use]
    pub fn of(self, unit: impl Into<String>) -> Self {
        Self {
            unit: Some(unit.into()),
            ..self
        }
    }
}

/// A sum under a table, as the ledger gives it.
#[derive(Clone, PartialEq, Debug)]
pub struct Total {
    /// What it is the sum of, in words.
    pub label: String,
    /// Of which stage.
    pub stage: Stage,
    /// What it comes to, in the unit of the column.
    pub bounds: Bounds,
    /// The column of sums that it stands under, by its id. Its rows add up to the total: see
    /// [`Table::adds_up`].
    pub column: String,
    /// Only rows of this stage are in it, by the column of that id; none: all rows are.
    pub only: Option<String>,
}

type MakeRow = Box<dyn Fn(usize) -> Vec<Value> + Send + Sync>;

/// A table.
pub struct Table {
    /// Its name for machines: `ledger`, `aid`.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The sums under it.
    pub totals: Vec<Total>,
    len: usize,
    row: MakeRow,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table")
            .field("name", &self.name)
            .field("columns", &self.columns)
            .field("len", &self.len)
            .finish_non_exhaustive()
    }
}

impl Table {
    /// A table whose rows are made one by one. Each has a value for each column.
    pub fn lazy(
        name: impl Into<String>,
        title: impl Into<String>,
        columns: Vec<Column>,
        len: usize,
        row: impl Fn(usize) -> Vec<Value> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            title: title.into(),
            columns,
            totals: Vec::new(),
            len,
            row: Box::new(row),
        }
    }

    /// A table of few rows.
    pub fn of(
        name: impl Into<String>,
        title: impl Into<String>,
        columns: Vec<Column>,
        rows: Vec<Vec<Value>>,
    ) -> Self {
        Self::lazy(name, title, columns, rows.len(), move |at| {
            rows.get(at).cloned().unwrap_or_default()
        })
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The row at a place; as many values as there are columns.
    pub fn row(&self, at: usize) -> Vec<Value> {
        let mut row = (self.row)(at);
        row.resize(self.columns.len(), Value::Nothing);
        row
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Value>> {
        (0..self.len).map(|at| self.row(at))
    }

    /// The place of a column.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// Whether the rows add up to a total, to the cent: only then a sheet may say so by a formula.
    /// Where a running total or a whole stands among the rows they need not.
    pub fn adds_up(&self, total: &Total) -> bool {
        let mut adding = Adding::new(self, total);
        for row in self.rows() {
            adding.take(&row);
        }
        adding.holds()
    }
}

/// The rows of a table added up for one of its totals, one by one as they are made.
#[derive(Debug)]
pub struct Adding {
    total: Total,
    /// The column, and the column that tells which rows are in it.
    places: Option<(usize, Option<usize>)>,
    low: Decimal,
    high: Option<Decimal>,
    /// Whether a row is of another stage than the total.
    mixed: bool,
}

impl Adding {
    /// No row yet.
    pub fn new(table: &Table, total: &Total) -> Self {
        let only = total.only.as_deref().map(|id| table.place(id));
        let only = match only {
            None => Some(None),
            Some(place) => place.map(Some),
        };
        Self {
            places: table.place(&total.column).zip(only),
            total: total.clone(),
            low: Decimal::ZERO,
            high: Some(Decimal::ZERO),
            mixed: false,
        }
    }

    /// Takes a row in.
    pub fn take(&mut self, row: &[Value]) {
        let Some((place, only)) = self.places else {
            return;
        };
        if let Some(at) = only {
            let stage = self.total.stage.key();
            let same = matches!(row.get(at), Some(Value::Word(key, _)) if key == stage);
            if !same {
                return;
            }
        }
        match row.get(place) {
            Some(Value::Amount(bounds, stage)) if *stage == self.total.stage => {
                self.low = self.low.saturating_add(bounds.low);
                let both = self.high.zip(bounds.high);
                self.high = both.map(|(a, b)| a.saturating_add(b));
            }
            Some(Value::Amount(bounds, _)) if bounds.has_number() => self.mixed = true,
            _ => {}
        }
    }

    /// Whether the rows taken in come to the total.
    pub fn holds(&self) -> bool {
        let Bounds { low, high, .. } = self.total.bounds;
        self.places.is_some() && !self.mixed && self.low == low && self.high == high
    }
}
