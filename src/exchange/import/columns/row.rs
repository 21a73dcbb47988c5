//! One row by its columns.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::read::{Decided, Table, blank};
use super::{Mapping, fields};
use crate::exchange::import::draft::{Draft, Place, Skip};
use crate::exchange::import::fields::Field;
use crate::exchange::import::sums::{self, Mark, NoSum, Sum};
use crate::exchange::import::when::{self, NoDate};
use crate::exchange::import::{parties, shortened};
use crate::exchange::table::{Cell, Row};
use crate::model::{
    AidType, Amount, AmountForm, Currency, Instrument, NoteOn, Notes, PartialDate, Period,
    Quantity, QuantityForm, Record, Stage,
};

/// The most characters of a summary; the whole text stands in the file.
const SUMMARY: usize = 500;
/// The most characters of a remark, of a raw text that is kept, and of one that is told.
const NOTE: usize = 1000;
const RAW: usize = 200;

/// Reads rows one by one.
pub(super) struct Reader<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    any_recipient: bool,
    decided: Decided,
    /// What texts that come again and again were found to be.
    stages: BTreeMap<String, Option<Stage>>,
    types: BTreeMap<String, Option<AidType>>,
    instruments: BTreeMap<String, Option<Instrument>>,
    recipients: BTreeMap<String, bool>,
    /// The row that repeats the headings otherwise, as long as they hold.
    other_heading: Option<u64>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        table: &'a Table,
        mapping: &'a Mapping,
        any_recipient: bool,
        decided: Decided,
    ) -> Self {
        Self {
            table,
            mapping,
            any_recipient,
            decided,
            stages: BTreeMap::new(),
            types: BTreeMap::new(),
            instruments: BTreeMap::new(),
            recipients: BTreeMap::new(),
            other_heading: None,
        }
    }

    fn cell<'r>(&self, row: &'r Row, field: Field) -> Option<&'r Cell> {
        self.mapping.column(field).map(|at| row.cell(at))
    }

    /// The text of a cell without blanks round it; empty where nothing stands there.
    fn text(&self, row: &Row, field: Field) -> String {
        let cell = self.cell(row, field);
        cell.map_or_else(String::new, |cell| cell.raw().trim().to_owned())
    }

    /// The draft of a row.
    pub(super) fn row(&mut self, row: &Row) -> Result<Draft, Skip> {
        if let Some(why) = blank(row) {
            return Err(why);
        }
        if self.is_heading(row) {
            self.other_heading = self.differs(row).then_some(row.number);
            return Err(Skip::Heading);
        }
        if let Some(heading) = self.other_heading {
            return Err(Skip::OtherHeading(heading));
        }
        if let Some(surplus) = self.surplus(row) {
            return Err(Skip::Surplus(surplus));
        }
        let party = self.text(row, Field::Party);
        if self.is_total(row, &party) {
            return Err(Skip::Total);
        }
        let constants = &self.mapping.constants;
        let party = match (party.is_empty(), &constants.party) {
            (true, Some(constant)) => constant.clone(),
            (true, None) => return Err(Skip::NoParty),
            (false, _) => shortened(&party, RAW),
        };
        self.recipient(row)?;
        let (stage, as_reported) = self.stage(row)?;
        let aid_type = self.aid_type(row)?;
        let (date, mut period) = self.date(row)?;
        if let Some(told) = self.years(row) {
            period = told;
        }
        let form = self.amount(row, &party)?;
        let quantity = self.quantity(row);
        let summary = self.summary(row, quantity.as_ref());
        // A sign that the sum is not told says so of something; a blank cell says nothing.
        let told_of = |field| !self.text(row, field).is_empty();
        let untold = sums::is_untold(&self.text(row, Field::Amount))
            && [Field::Date, Field::Type, Field::Stage]
                .into_iter()
                .any(told_of);
        let says_how_much = form.is_some() || quantity.is_some() || untold;
        let in_words = || {
            let summary = self.joined(row, Field::Summary, 1);
            !summary.is_empty() || !self.text(row, Field::Item).is_empty()
        };
        if !says_how_much && !in_words() {
            return Err(Skip::NothingSaid);
        }
        Ok(Draft {
            place: self.place(row),
            party,
            record: Record::Package,
            stage,
            aid_type,
            instrument: self.instrument(row),
            summary,
            amount: Amount {
                form: form.unwrap_or(AmountForm::Undisclosed(None)),
                period,
            },
            as_reported,
            others: Vec::new(),
            date,
            quantity,
            part_of: None,
            notes: self.notes(row),
        })
    }

    /// Whether the row repeats the headings, or holds the tags of the humanitarian exchange language.
    fn is_heading(&self, row: &Row) -> bool {
        let filled = row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_blank());
        let (mut all, mut same, mut tags) = (0_usize, 0_usize, 0_usize);
        for (at, cell) in filled {
            let Cell::Text(text) = cell else { return false };
            let name = self.mapping.columns.get(at).map_or("", |c| c.name.as_str());
            all += 1;
            same += usize::from(text.trim() == name);
            tags += usize::from(text.starts_with('#') && text.len() > 1);
        }
        let most = |part: usize| part > 0 && part.saturating_mul(2) >= all;
        all > 1 && (most(same) || tags == all || self.names_sums(row))
    }

    /// Whether a row without any number names sums where the sums stand, and nobody where givers do.
    fn names_sums(&self, row: &Row) -> bool {
        let Some(at) = self.mapping.column(Field::Amount) else {
            return false;
        };
        let headed = self
            .mapping
            .columns
            .get(at)
            .is_some_and(|c| !c.name.is_empty());
        let text = row.cell(at).raw();
        let numbers = row
            .cells
            .iter()
            .any(|cell| cell.raw().contains(|c: char| c.is_ascii_digit()));
        let party = self.text(row, Field::Party);
        let is_name =
            !party.is_empty() && !fields::is_total(&party) && parties::named(&party).is_none();
        headed && is_name && !numbers && fields::names(Field::Amount, &text) >= 60
    }

    /// Whether a row of headings names what is read otherwise than the first one: another unit, another
    /// column.
    fn differs(&self, row: &Row) -> bool {
        let columns = self.mapping.columns.iter().enumerate();
        let mut read = columns.filter(|(_, c)| c.field.is_some() && !c.name.is_empty());
        read.any(|(at, column)| {
            let text = row.cell(at).raw();
            let is_tag = text.starts_with('#');
            let repeats = || fields::plain(&column.name).contains(&fields::plain(&text));
            !text.trim().is_empty() && !is_tag && !repeats()
        })
    }

    /// What stands beyond the last heading of a text file: its row was parted at a sign that belongs to a
    /// cell. Sheets may have remarks beside the table.
    fn surplus(&self, row: &Row) -> Option<String> {
        if self.table.sheet.is_some() {
            return None;
        }
        let columns = &self.mapping.columns;
        let headed = columns.iter().filter(|column| column.headed).count();
        let is_headed = columns.iter().any(|column| !column.name.is_empty());
        let mut beyond = row.cells.get(headed..)?.iter();
        let first = beyond.find(|cell| !cell.is_blank())?;
        is_headed.then(|| shortened(&first.raw(), RAW))
    }

    /// Whether the row sums others up: its giver is called so, or it has none and its first words, or its
    /// key, are. A description further on may be any word.
    fn is_total(&self, row: &Row, party: &str) -> bool {
        if !party.is_empty() {
            return fields::is_total(party) && parties::named(party).is_none();
        }
        let mut texts = row
            .cells
            .iter()
            .enumerate()
            .filter_map(|(at, cell)| match cell {
                Cell::Text(text) if text.contains(char::is_alphabetic) => Some((at, text)),
                _ => None,
            });
        let first = texts.next();
        let described = |at: usize| {
            let column = self.mapping.columns.get(at);
            matches!(
                column.and_then(|c| c.field),
                Some(Field::Summary | Field::Note | Field::Item)
            )
        };
        let is_first = first.is_some_and(|(at, text)| {
            is_total_word(text) && (!described(at) || self.text(row, Field::Date).is_empty())
        });
        is_first || is_total_word(&self.text(row, Field::Key))
    }

    fn recipient(&mut self, row: &Row) -> Result<(), Skip> {
        let text = self.text(row, Field::Recipient);
        if self.any_recipient || text.is_empty() {
            return Ok(());
        }
        let is_ukraine = *self
            .recipients
            .entry(text.clone())
            .or_insert_with(|| parties::named(&text).is_some_and(|named| named.state.id == "UA"));
        if is_ukraine {
            Ok(())
        } else {
            Err(Skip::OtherRecipient(shortened(&text, RAW)))
        }
    }

    /// The stage, and the word for it that stands in the file.
    fn stage(&mut self, row: &Row) -> Result<(Stage, Option<String>), Skip> {
        let text = self.text(row, Field::Stage);
        let constant = self.mapping.constants.stage;
        if text.is_empty() {
            let of_heading = match self.mapping.column(Field::Stage) {
                Some(_) => None,
                None => self.mapping.stage_of_heading(),
            };
            return Ok((constant.or(of_heading).unwrap_or(Stage::Unclear), None));
        }
        let known = *self
            .stages
            .entry(text.clone())
            .or_insert_with(|| fields::stage(&text));
        let text = shortened(&text, RAW);
        match known {
            Some(stage) => Ok((stage, Some(text))),
            None => Err(Skip::UnknownStage(text)),
        }
    }

    fn aid_type(&mut self, row: &Row) -> Result<AidType, Skip> {
        let text = self.text(row, Field::Type);
        if text.is_empty() {
            let of_heading = match self.mapping.column(Field::Type) {
                Some(_) => None,
                None => self.mapping.type_of_heading(),
            };
            let constant = self.mapping.constants.aid_type;
            return Ok(constant.or(of_heading).unwrap_or(AidType::Mixed));
        }
        let known = *self
            .types
            .entry(text.clone())
            .or_insert_with(|| fields::aid_type(&text));
        let constant = self.mapping.constants.aid_type;
        known
            .or(constant)
            .ok_or_else(|| Skip::UnknownType(shortened(&text, RAW)))
    }

    /// The instrument; what it cannot be told from is unknown.
    fn instrument(&mut self, row: &Row) -> Instrument {
        let text = self.text(row, Field::Instrument);
        let constant = self.mapping.constants.instrument.unwrap_or_default();
        if text.is_empty() {
            return constant;
        }
        let known = self.instruments.entry(text.clone());
        let known = *known.or_insert_with(|| fields::instrument(&text));
        known.unwrap_or(constant)
    }

    /// The date; a pair of years is the time that the money is for.
    fn date(&self, row: &Row) -> Result<(Option<PartialDate>, Period), Skip> {
        let nothing = (None, Period::Unstated);
        let Some(cell) = self.cell(row, Field::Date) else {
            return Ok(nothing);
        };
        let bad = || Skip::BadDate(shortened(&cell.raw(), RAW));
        let dated = |date| (Some(date), Period::Unstated);
        let serial = |number: Decimal| {
            let day = self.decided.serials.then(|| when::serial(number, false));
            day.flatten()
        };
        match cell {
            Cell::Empty | Cell::NoResult => Ok(nothing),
            Cell::Date(day) => when::read(&day.to_string(), self.decided.order)
                .map(|date| (date, Period::Unstated))
                .map_err(|_| bad()),
            Cell::Number(number) => {
                let text = number.normalize().to_string();
                let read = when::read(&text, self.decided.order).ok().flatten();
                read.or_else(|| serial(*number)).map(dated).ok_or_else(bad)
            }
            Cell::Text(text) => match when::read(text, self.decided.order) {
                Ok(date) => Ok((date, Period::Unstated)),
                Err(NoDate::Years(from, to)) => {
                    let (from, to) = (PartialDate::Year(from), PartialDate::Year(to));
                    let (from, to) = (Some(from), Some(to));
                    Ok((None, Period::Lump { from, to }))
                }
                Err(_) => {
                    let number = sums::number(text, Mark::Point);
                    number.and_then(serial).map(dated).ok_or_else(bad)
                }
            },
            Cell::Flag(_) | Cell::Mistake(_) => Err(bad()),
        }
    }

    /// The years that the money is for, where a column of its own tells.
    fn years(&self, row: &Row) -> Option<Period> {
        let text = match self.cell(row, Field::Year)? {
            Cell::Date(day) => day.year().to_string(),
            cell => cell.raw(),
        };
        let (from, to) = when::years(&text)?;
        Some(if from == to {
            Period::Year(from)
        } else {
            let (from, to) = (PartialDate::Year(from), PartialDate::Year(to));
            let (from, to) = (Some(from), Some(to));
            Period::Lump { from, to }
        })
    }

    /// How much; none where nothing is said of it.
    fn amount(&self, row: &Row, party: &str) -> Result<Option<AmountForm>, Skip> {
        let Some(at) = self.mapping.column(Field::Amount) else {
            return Ok(None);
        };
        let cell = row.cell(at);
        let unit = self.mapping.columns.get(at).map(|column| column.unit);
        let unit = unit.unwrap_or_default();
        let constants = &self.mapping.constants;
        let own = || parties::named(party).map(|named| named.state.currency);
        // The heading of the sums is nearer to them than a column beside them.
        let named = self.mapping.columns.get(at).and_then(|column| column.named);
        let currency = match named {
            Some(named) => Some(constants.currency.unwrap_or(named)),
            None => match self.currency(row, own)? {
                Some(currency) => Some(currency),
                None => constants.currency.or(unit.currency),
            },
        };
        let scale = self.scale(row).or(constants.scale).or(unit.scale);
        let mark = self.decided.marks.get(&at).copied().unwrap_or_default();
        let raw = || shortened(&cell.raw(), RAW);
        let sum = sums::read(cell, mark, currency).map_err(|why| skip(&why, raw()))?;
        if sum == Sum::Missing {
            return Ok(None);
        }
        let form = sum.form(currency, scale.unwrap_or(0));
        form.map(Some).map_err(|why| skip(&why, raw()))
    }

    /// The currency of the row's own cell.
    fn currency(
        &self,
        row: &Row,
        own: impl Fn() -> Option<Currency>,
    ) -> Result<Option<Currency>, Skip> {
        let text = self.text(row, Field::Currency);
        let nothing =
            || matches!(sums::read_text(&text, Mark::Point, None), Ok(sum) if sum.is_blank());
        if text.is_empty() || nothing() {
            return Ok(None);
        }
        match sums::currency(&text, None).or_else(|| sums::currency(&text, own())) {
            Some(currency) => Ok(Some(currency)),
            None => Err(Skip::BadCurrency(shortened(&text, RAW))),
        }
    }

    /// The power of ten that the row's own cell names: `million`, `1000`.
    fn scale(&self, row: &Row) -> Option<u32> {
        let text = self.text(row, Field::Scale);
        let by_number = || {
            let number = sums::number(&text, Mark::Point)?;
            let mut scales = [0, 3, 6, 9, 12].into_iter();
            scales.find(|scale| sums::scaled(Decimal::ONE, *scale) == Some(number))
        };
        sums::unit(&format!("in {text}")).scale.or_else(by_number)
    }

    fn quantity(&self, row: &Row) -> Option<Quantity> {
        let at = self.mapping.column(Field::Quantity)?;
        let mark = self.decided.marks.get(&at).copied().unwrap_or_default();
        let value = match row.cell(at) {
            Cell::Number(number) => *number,
            Cell::Text(text) => sums::number(text, mark)?,
            _ => return None,
        };
        let item = self.text(row, Field::Item);
        let unit = if item.is_empty() {
            self.mapping.columns.get(at)?.name.clone()
        } else {
            shortened(&item, RAW)
        };
        (value > Decimal::ZERO).then_some(Quantity {
            value,
            unit,
            form: QuantityForm::Exact,
            by: None,
        })
    }

    /// What the file says of it; where no column does, its own words for type, item and stage.
    fn summary(&self, row: &Row, quantity: Option<&Quantity>) -> String {
        let told = self.joined(row, Field::Summary, SUMMARY);
        if !told.is_empty() {
            return told;
        }
        let goods = quantity.map(|goods| {
            let count = goods.value.normalize();
            format!("{count} × {}", goods.unit)
        });
        let item = goods.unwrap_or_else(|| self.text(row, Field::Item));
        let words = [
            item,
            self.text(row, Field::Type),
            self.text(row, Field::Instrument),
            self.text(row, Field::Stage),
        ];
        let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let constant = self.mapping.constants.summary.clone();
        match (words.is_empty(), constant) {
            (_, Some(constant)) => constant,
            (false, None) => shortened(&words.join(" · "), SUMMARY),
            (true, None) => {
                let amount = self.mapping.column(Field::Amount);
                let column = amount.and_then(|at| self.mapping.columns.get(at));
                let name = column.map_or("", |column| column.name.as_str());
                if name.is_empty() {
                    "–".to_owned()
                } else {
                    name.to_owned()
                }
            }
        }
    }

    /// The texts of every column of a field.
    fn joined(&self, row: &Row, field: Field, longest: usize) -> String {
        let texts = self.mapping.columns_of(field).map(|at| row.cell(at).raw());
        let texts: Vec<String> = texts
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty() && text != ".")
            .collect();
        shortened(&texts.join(" · "), longest)
    }

    fn notes(&self, row: &Row) -> Notes {
        let text = self.joined(row, Field::Note, NOTE);
        let mut notes = Notes::new();
        if !text.is_empty() {
            notes.insert(NoteOn::General, text);
        }
        notes
    }

    fn place(&self, row: &Row) -> Place {
        let kept = |field| {
            let text = self.cell(row, field).map(Cell::raw)?;
            (!text.trim().is_empty()).then(|| shortened(&text, RAW))
        };
        let link = kept(Field::Link).map(|link| link.trim().to_owned());
        Place {
            sheet: self.table.sheet.clone(),
            row: row.number,
            key: kept(Field::Key).map(|key| key.trim().to_owned()),
            amount: kept(Field::Amount),
            date: kept(Field::Date),
            link: link.filter(|link| link.starts_with("http")),
        }
    }
}

/// Whether a text of a few words says that its row sums others up.
fn is_total_word(text: &str) -> bool {
    text.len() < 60 && fields::is_total(text)
}

fn skip(why: &NoSum, raw: String) -> Skip {
    match why {
        NoSum::NoCurrency(_) => Skip::BadCurrency(raw),
        NoSum::Negative(_) => Skip::Negative(raw),
        NoSum::Unreadable(_) | NoSum::TooLarge(_) => Skip::BadAmount(raw),
    }
}
