//! What the cells of a column can be read as.

use super::super::fields::{self, Field};
use super::super::parties;
use super::super::sums::{self, Mark, Sum};
use super::super::when::{self, DayMonth};
use crate::exchange::table::{Cell, Row};

/// How many of the first filled cells of a column can be read as what.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Contents {
    /// How many cells have something in them.
    pub(super) filled: usize,
    parties: usize,
    ukraine: usize,
    dates: usize,
    years: usize,
    numbers: usize,
    /// Numbers that are whole and below 3000, which could be years or counts.
    small: usize,
    currencies: usize,
    scales: usize,
    stages: usize,
    types: usize,
    instruments: usize,
    links: usize,
    prose: usize,
}

/// How many cells are looked at.
const LOOKED_AT: usize = 200;

impl Contents {
    pub(super) fn of(sample: &[Row], column: usize) -> Self {
        let mut contents = Self::default();
        let cells = sample.iter().map(|row| row.cell(column));
        for cell in cells.filter(|cell| !cell.is_blank()).take(LOOKED_AT) {
            contents.look(cell);
        }
        contents
    }

    fn look(&mut self, cell: &Cell) {
        self.filled += 1;
        let count = |what: &mut usize, is_so: bool| *what += usize::from(is_so);
        let number = match cell {
            Cell::Number(number) => Some(*number),
            Cell::Text(text) => sums::number(text, Mark::Point),
            _ => None,
        };
        if let Some(number) = number {
            self.numbers += 1;
            let is_small = number.is_integer() && number < 3000.into();
            count(&mut self.small, is_small);
            let is_year = is_small && number >= 1990.into() && number <= 2100.into();
            count(&mut self.years, is_year);
            return;
        }
        match cell {
            Cell::Date(_) => self.dates += 1,
            Cell::Text(text) => self.text(text),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let count = |what: &mut usize, is_so: bool| *what += usize::from(is_so);
        let text = text.trim();
        let named = parties::named(text);
        count(&mut self.parties, named.is_some());
        let is_ukraine = named.is_some_and(|named| named.state.id == "UA");
        count(&mut self.ukraine, is_ukraine);
        let date = when::read(text, DayMonth::DayFirst);
        count(&mut self.dates, matches!(date, Ok(Some(_))));
        count(&mut self.years, when::years(text).is_some());
        let is_link = text.starts_with("http://") || text.starts_with("https://");
        count(&mut self.links, is_link || text.starts_with("www."));
        let unit = sums::unit(text);
        count(&mut self.scales, unit.scale.is_some() && text.len() < 20);
        let is_code = text.len() <= 12 && sums::currency(text, None).is_some();
        count(&mut self.currencies, is_code);
        count(&mut self.stages, fields::stage(text).is_some());
        count(&mut self.types, fields::aid_type(text).is_some());
        count(&mut self.instruments, fields::instrument(text).is_some());
        let sum = sums::read_text(text, Mark::Point, crate::model::Currency::EUR.into());
        // What says that there is no sum is as good as a number.
        count(&mut self.numbers, sum.is_ok());
        count(
            &mut self.dates,
            matches!(date, Ok(None)) && sum == Ok(Sum::Missing),
        );
        count(
            &mut self.prose,
            text.split_whitespace().count() > 3 && !is_link,
        );
    }

    /// How many cells fit a field; none: any text does.
    pub(super) fn fitting(&self, field: Field) -> Option<usize> {
        Some(match field {
            Field::Party => self.parties - self.ukraine,
            Field::Recipient => self.parties,
            Field::Date => self.dates + self.years,
            Field::Year => self.years,
            Field::Stage => self.stages,
            Field::Type => self.types,
            Field::Instrument => self.instruments,
            Field::Amount | Field::Quantity => self.numbers,
            Field::Currency => self.currencies,
            Field::Scale => self.scales,
            Field::Link => self.links,
            Field::Summary | Field::Key | Field::Item | Field::Note => return None,
        })
    }

    /// How sure it is, in per cent, where the cells alone tell and the heading does not.
    pub(super) fn alone(&self, field: Field) -> u8 {
        match field {
            Field::Party => 70,
            // A column with nothing but Ukraine.
            Field::Recipient if self.ukraine == self.filled => 65,
            Field::Link => 65,
            Field::Date if self.dates > self.years => 65,
            Field::Stage | Field::Type | Field::Currency => 60,
            Field::Amount => 46,
            _ => 0,
        }
    }
}
