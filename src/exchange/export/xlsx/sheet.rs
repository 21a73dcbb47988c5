//! One table as a sheet.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Formula, Url, Worksheet, XlsxError};

use super::{Formats, large, make, small};
use crate::exchange::export::error::ExportError;
use crate::exchange::export::flat::{self, Flat, FlatColumn, Labels};
use crate::exchange::export::guard::{Home, guarded};
use crate::exchange::export::table::{Adding, Kind, Table, Total};
use crate::task::TaskLine;
use crate::text::Texts;

/// How many digits of a number are kept.
const DIGITS: usize = 15;
/// How many cells of a sheet lead somewhere when they are pressed; further ones are text.
const MOST_LINKS: usize = 60_000;
/// The longest address that a cell can lead to.
const LONGEST_LINK: usize = 2_000;
/// The widest column, in characters.
const WIDEST: usize = 60;
/// So many rows are looked at to see how wide a column is.
const LOOKED_AT: usize = 200;

/// An address that opens where a sheet can hold one.
pub(super) fn link(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    address: &str,
    links: &mut usize,
) -> Result<(), XlsxError> {
    let opens = address.starts_with("https://") || address.starts_with("http://");
    if opens && address.len() <= LONGEST_LINK && *links < MOST_LINKS {
        *links += 1;
        sheet.write_url_with_text(row, column, Url::new(address), address)?;
    } else {
        sheet.write_string(row, column, guarded(address, Home::Workbook))?;
    }
    Ok(())
}

/// How many digits of a number count.
fn digits(number: &Decimal) -> usize {
    let plain = number.normalize().mantissa().unsigned_abs().to_string();
    plain.trim_end_matches('0').len().max(1)
}

pub(super) struct Filling<'a> {
    pub(super) table: &'a Table,
    pub(super) columns: &'a [FlatColumn],
    pub(super) formats: &'a Formats,
    pub(super) labels: Labels,
    pub(super) texts: Texts,
    pub(super) widths: Vec<usize>,
    pub(super) links: usize,
    /// Sums with more digits than are kept.
    pub(super) rounded: usize,
    /// Whether a sum stands as a formula.
    pub(super) formulas: bool,
}

impl Filling<'_> {
    /// Writes the headings, the rows, and the sums below them.
    pub(super) fn fill(
        &mut self,
        sheet: &mut Worksheet,
        line: &TaskLine,
    ) -> Result<(), ExportError> {
        let table = self.table;
        for (at, column) in self.columns.iter().enumerate() {
            let heading = &column.heading;
            sheet
                .write_string_with_format(0, small(at), heading, &self.formats.head)
                .map_err(|error| make(&error))?;
        }
        let totals = table.totals.iter();
        let mut adding: Vec<Adding> = totals.map(|total| Adding::new(table, total)).collect();
        for at in 0..table.len() {
            if at.is_multiple_of(256) {
                super::super::tell(line, at, table.len())?;
            }
            let row = table.row(at);
            for sum in &mut adding {
                sum.take(&row);
            }
            let row = flat::row(table, row, self.labels, self.texts);
            for (column, cell) in row.iter().enumerate() {
                self.cell(sheet, at + 1, column, cell)?;
            }
        }
        for (at, (total, sum)) in table.totals.iter().zip(&adding).enumerate() {
            self.formulas |= sum.holds();
            self.total(sheet, table.len() + 2 + at, (total, sum.holds()))?;
        }
        self.shape(sheet).map_err(|error| make(&error))
    }

    /// Frozen headings, filters, widths.
    fn shape(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_freeze_panes(1, 0)?;
        if !self.columns.is_empty() && !self.table.is_empty() {
            let last = small(self.columns.len() - 1);
            sheet.autofilter(0, 0, large(self.table.len()), last)?;
        }
        for (at, width) in self.widths.iter().enumerate() {
            let width = large((*width).clamp(8, WIDEST) + 2);
            sheet.set_column_width(small(at), width)?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        sheet: &mut Worksheet,
        row: usize,
        at: usize,
        cell: &Flat,
    ) -> Result<(), ExportError> {
        let Some(column) = self.columns.get(at) else {
            return Ok(());
        };
        let place = (large(row), small(at));
        let mut width = 10;
        let written = match cell {
            Flat::Blank => return Ok(()),
            Flat::Text(text) => {
                let text = guarded(text, Home::Workbook);
                width = text.lines().next().unwrap_or_default().chars().count();
                self.text(sheet, place, column, &text)?;
                Ok(())
            }
            Flat::Link(address) => {
                width = 40;
                link(sheet, place, address, &mut self.links)
            }
            Flat::Number(number) => {
                width = digits(number) + 4;
                self.number(sheet, place, column, number)
            }
            Flat::Flag(flag) => sheet.write_boolean(place.0, place.1, *flag).map(|_| ()),
            Flat::Day(day) => self.day(sheet, place, *day),
            Flat::Date(date) => sheet
                .write_string(place.0, place.1, date.to_string())
                .map(|_| ()),
        };
        if row <= LOOKED_AT
            && let Some(widest) = self.widths.get_mut(at)
        {
            *widest = (*widest).max(width);
        }
        written.map_err(|error| make(&error))
    }

    fn text(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        column: &FlatColumn,
        text: &str,
    ) -> Result<(), ExportError> {
        let characters = text.encode_utf16().count();
        if characters > super::MOST_CHARACTERS {
            return Err(ExportError::LongText {
                table: self.table.name.clone(),
                row: usize::try_from(row).unwrap_or_default() + 1,
                column: column.heading.clone(),
                characters,
            });
        }
        let written = if column.kind == Kind::Prose {
            sheet.write_string_with_format(row, at, text, &self.formats.wrap)
        } else {
            sheet.write_string(row, at, text)
        };
        written.map(|_| ()).map_err(|error| make(&error))
    }

    fn number(
        &mut self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        column: &FlatColumn,
        number: &Decimal,
    ) -> Result<(), XlsxError> {
        let long = digits(number) > DIGITS;
        // A sum stays a number; what a record says stays what it says.
        if long && column.unit.is_none() {
            sheet.write_string(row, at, number.to_string())?;
            return Ok(());
        }
        self.rounded += usize::from(long);
        let format = match (column.kind, column.unit.as_deref()) {
            (Kind::Count, _) => Some(&self.formats.count),
            (Kind::Number, Some(_)) => Some(&self.formats.money),
            (Kind::Number, None) if self.is_ratio(at) => Some(&self.formats.ratio),
            _ => None,
        };
        match format {
            Some(format) => sheet.write_with_format(row, at, *number, format)?,
            None => sheet.write(row, at, *number)?,
        };
        Ok(())
    }

    /// Whether a column is one end of a part of one.
    fn is_ratio(&self, at: u16) -> bool {
        let id = self
            .columns
            .get(usize::from(at))
            .map(|column| column.id.as_str());
        let ratios = self
            .table
            .columns
            .iter()
            .filter(|column| column.kind == Kind::Ratio);
        let mut ids = ratios.flat_map(|of| [format!("{}_low", of.id), format!("{}_high", of.id)]);
        ids.any(|known| Some(known.as_str()) == id)
    }

    fn day(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        day: Date,
    ) -> Result<(), XlsxError> {
        let date = u16::try_from(day.year()).ok().filter(|year| *year >= 1901);
        let parts = date.zip(
            u8::try_from(day.month())
                .ok()
                .zip(u8::try_from(day.day()).ok()),
        );
        match parts {
            Some((year, (month, day))) => {
                let date = ExcelDateTime::from_ymd(year, month, day)?;
                sheet.write_datetime_with_format(row, at, &date, &self.formats.day)?;
            }
            // Before the calendar of workbooks begins.
            None => {
                sheet.write_string(row, at, day.to_string())?;
            }
        }
        Ok(())
    }

    /// A sum under the rows: by a formula where the rows come to it, else as a number.
    fn total(
        &mut self,
        sheet: &mut Worksheet,
        row: usize,
        (total, adds_up): (&Total, bool),
    ) -> Result<(), ExportError> {
        let Some(at) = flat::place(self.table, &total.column) else {
            return Ok(());
        };
        let low = (at, Some(total.bounds.low));
        let high = (at + 1, total.bounds.high);
        let made = |sheet: &mut Worksheet| -> Result<(), XlsxError> {
            let label = if at == 0 {
                small(self.columns.len())
            } else {
                0
            };
            sheet.write_string_with_format(
                large(row),
                label,
                &total.label,
                &self.formats.strong,
            )?;
            for (column, sum) in [low, high] {
                let place = (large(row), small(column));
                match sum.filter(|_| total.bounds.has_number()) {
                    None if total.bounds.has_number() => {
                        let open = self.texts.get("export-part-open");
                        sheet.write_string_with_format(
                            place.0,
                            place.1,
                            open,
                            &self.formats.strong,
                        )?;
                    }
                    None => {}
                    Some(sum) if adds_up => {
                        let formula = self.formula(column, total);
                        let formula = Formula::new(formula).set_result(sum.normalize().to_string());
                        sheet.write_formula_with_format(
                            place.0,
                            place.1,
                            formula,
                            &self.formats.strong_money,
                        )?;
                    }
                    Some(sum) => {
                        sheet.write_with_format(
                            place.0,
                            place.1,
                            sum,
                            &self.formats.strong_money,
                        )?;
                    }
                }
            }
            Ok(())
        };
        made(sheet).map_err(|error| make(&error))?;
        self.rounded += usize::from(digits(&total.bounds.low) > DIGITS);
        Ok(())
    }

    /// The rows of a column added up: all of them, or those of the total's stage. Cents are cents.
    fn formula(&self, column: usize, total: &Total) -> String {
        let last = self.table.len() + 1;
        let range = |column: usize| {
            let letters = letters(column);
            format!("{letters}2:{letters}{last}")
        };
        let stage = total
            .only
            .as_deref()
            .and_then(|id| flat::place(self.table, id));
        let sum = match stage {
            None => format!("SUM({})", range(column)),
            Some(at) => {
                let word = match self.labels {
                    Labels::Ids => total.stage.key().to_owned(),
                    Labels::Words => crate::text::words::stage(total.stage, self.texts),
                };
                format!("SUMIF({},\"{word}\",{})", range(at), range(column))
            }
        };
        format!("=ROUND({sum},2)")
    }
}

/// The letters of a column: A, B … Z, AA.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        let letter = u8::try_from(left % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        for (at, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(at), name);
        }
    }

    #[test]
    fn digits_are_those_that_count() {
        for (number, count) in [
            ("0", 1),
            ("100000", 1),
            ("1.50", 2),
            ("123456789012345.6", 16),
        ] {
            assert_eq!(digits(&number.parse().unwrap()), count, "{number}");
        }
    }
}
