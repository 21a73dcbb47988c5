//! Money: what was promised for each year, what arrived by stage, and how much of the promise that is.
//! Stages stand beside each other and are never added (R1).

use super::{Maker, of_stage};
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Block, Cell, Column, Row, Section, Table, Text};
use crate::ledger::{Span, StagedTotal};
use crate::model::Stage;
use crate::text::{numbers, words};
use crate::views::{MoneyRow, PartyDetail};

/// The stages of what arrived, in the order in which they are shown.
const ARRIVED: [Stage; 4] = [
    Stage::Committed,
    Stage::Allocated,
    Stage::Delivered,
    Stage::Unclear,
];

/// So many years without a number are told in one row.
const RUN: usize = 3;

impl Maker<'_> {
    /// The section of the money of one party.
    pub(super) fn money(&mut self, found: &PartyDetail) -> Result<Section, BriefError> {
        let texts = self.texts;
        let mut blocks = Vec::new();
        if found.money.is_empty() {
            blocks.push(Block::Paragraph(Text::plain(texts.get("detail-no-money"))));
        } else {
            blocks.push(Block::Note(Text::plain(texts.get("brief-money-note"))));
            blocks.push(Block::Table(self.years(found)?));
            blocks.push(Block::Table(self.all_time(found)));
            blocks.extend(self.by_promise(found)?.map(Block::Table));
        }
        Ok(Section {
            id: "money",
            title: texts.get("detail-tab-money"),
            blocks,
        })
    }

    /// A row a year, then what is not split.
    fn years(&mut self, found: &PartyDetail) -> Result<Table, BriefError> {
        let texts = self.texts;
        let apart = pledged_apart(found);
        let mut columns = vec![
            Column::words(texts.get("detail-year"), 1.1),
            Column::numbers(texts.get("detail-promised"), 1.5),
        ];
        if apart {
            columns.push(Column::numbers(texts.get("detail-all-pledges"), 1.5));
        }
        columns.extend(ARRIVED.map(|stage| Column::numbers(words::stage(stage, texts), 1.4)));
        let mut rows = Vec::new();
        for group in found
            .money
            .chunk_by(|a, b| has_no_number(a) && has_no_number(b))
        {
            self.ask()?;
            match group {
                [first, .., last] if group.len() >= RUN => {
                    rows.push(self.run(first, last, columns.len()));
                }
                _ => rows.extend(group.iter().map(|row| self.year(row, apart))),
            }
        }
        Ok(Table {
            caption: texts.get("brief-money-years"),
            columns,
            rows,
            sortable: false,
        })
    }

    /// Years in a row for which no sum is named.
    fn run(&mut self, first: &MoneyRow, last: &MoneyRow, columns: usize) -> Row {
        let year = |row: &MoneyRow| row.year.map_or_else(String::new, |year| year.to_string());
        let years = format!("{}–{}", year(first), year(last));
        let promised = first.fulfilment.promised.iter();
        let marks = promised.map(|total| self.cites.under(total.derivation()));
        let marks = marks.fold(Text::default(), Text::and);
        let none = Text::weak(self.texts.get("detail-run")).and(marks);
        let mut cells = vec![Cell::line(Text::strong(years)), Cell::line(none)];
        cells.resize(columns, Cell::default());
        Row::Cells(cells)
    }

    fn year(&mut self, row: &MoneyRow, apart: bool) -> Row {
        let texts = self.texts;
        let year = row
            .year
            .map_or_else(|| texts.get("detail-not-split"), |year| year.to_string());
        let mut cells = vec![Cell::line(Text::strong(year)), self.promised(row)];
        if apart {
            cells.push(self.stage(row, Stage::Pledged));
        }
        cells.extend(ARRIVED.map(|stage| self.stage(row, stage)));
        Row::Cells(cells)
    }

    /// What was promised, a line a stage where it is not *pledged* alone.
    fn promised(&mut self, row: &MoneyRow) -> Cell {
        let promised = &row.fulfilment.promised;
        let by_stage = promised.iter().any(|total| total.stage() != Stage::Pledged);
        let lines = promised.iter().map(|total| {
            let sum = self.sum(total);
            if by_stage {
                let stage = words::stage(total.stage(), self.texts);
                sum.and(Text::weak(format!(" {stage}")))
            } else {
                sum
            }
        });
        let lines: Vec<Text> = lines.collect();
        if lines.is_empty() {
            return Cell::line(Text::weak("–"));
        }
        Cell::of(lines)
    }

    /// The best known sum of a stage, and how much of the promise it is.
    fn stage(&mut self, row: &MoneyRow, stage: Stage) -> Cell {
        let Some(total) = of_stage(&row.stages, stage) else {
            return Cell::default();
        };
        let mut lines = vec![self.sum(total)];
        let mut arrived = row.fulfilment.arrived.iter();
        let towards = arrived.find(|(part, _)| part.stage() == stage);
        if let Some((part, Some(ratio))) = towards {
            // Where only a part of what is known fulfils the promise, that part is told too.
            if part.bounds() != total.bounds() {
                let sum = numbers::bounds_short(part.bounds(), part.unit(), self.texts);
                let args = [("sum", sum.into())];
                lines.push(Text::weak(self.texts.with("brief-of-it", &args)));
            }
            lines.push(self.of_the_promise(ratio));
        }
        Cell::of(lines)
    }

    /// The best known sum of each stage over all time, and what it rests on.
    fn all_time(&mut self, found: &PartyDetail) -> Table {
        let texts = self.texts;
        let rows = found.all_time.iter().map(|total| {
            let basis = words::basis(total.basis(), texts);
            Row::Cells(vec![
                Cell::line(Text::strong(words::stage(total.stage(), texts))),
                Cell::line(self.sum(total)),
                Cell::line(Text::plain(basis)),
            ])
        });
        let rows = rows.collect();
        Table {
            caption: texts.get("brief-money-all-time"),
            columns: vec![
                Column::words(texts.get("cli-column-stage"), 1.0),
                Column::numbers(texts.get("cli-column-amount"), 1.8),
                Column::words(texts.get("cli-column-basis"), 2.4),
            ],
            rows,
            sortable: false,
        }
    }

    /// What became of each promise of money over all its years; none where there is no such promise.
    fn by_promise(&mut self, found: &PartyDetail) -> Result<Option<Table>, BriefError> {
        let texts = self.texts;
        let mut rows = Vec::new();
        for row in found.commitments.iter().flat_map(|group| &group.rows) {
            let commitment = &row.commitment;
            if commitment.amount.is_none() {
                continue;
            }
            self.ask()?;
            let of = [commitment.id.clone()];
            let its = self.ledger.fulfilment(&found.party.id, &of, Span::All);
            if its.promised.is_empty() && its.arrived.is_empty() {
                continue;
            }
            let mut promised: Vec<Text> = Vec::new();
            for total in &its.promised {
                let stage = words::stage(total.stage(), texts);
                promised.push(self.sum(total).and(Text::weak(format!(" {stage}"))));
            }
            let mut arrived: Vec<Text> = Vec::new();
            for (total, ratio) in &its.arrived {
                let stage = words::stage(total.stage(), texts);
                let mut told = self.sum(total).and(Text::weak(format!(" {stage}")));
                if let Some(ratio) = ratio {
                    told = told.and(Text::weak(" · ")).and(self.of_the_promise(ratio));
                }
                arrived.push(told);
            }
            if arrived.is_empty() {
                arrived.push(Text::weak(texts.get("dates-nothing-arrived")));
            }
            let id = Text::weak(format!(" {}", commitment.id));
            let what = Text::plain(commitment.summary.as_str()).and(id);
            let cells = [vec![what], promised, arrived].map(Cell::of);
            rows.push(Row::Cells(cells.to_vec()));
        }
        if rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(Table {
            caption: texts.get("brief-money-promises"),
            columns: vec![
                Column::words(texts.get("cli-column-commitment"), 2.4),
                Column::words(texts.get("dates-column-promised"), 1.4),
                Column::words(texts.get("dates-column-arrived"), 1.8),
            ],
            rows,
            sortable: false,
        }))
    }
}

/// Whether nothing with a number is recorded for the year.
fn has_no_number(row: &MoneyRow) -> bool {
    let mut all = row.stages.iter().chain(&row.fulfilment.promised);
    row.year.is_some() && all.all(|total| !total.bounds().has_number())
}

/// Whether more is pledged than the agreement's commitments, so that both are to be told.
fn pledged_apart(found: &PartyDetail) -> bool {
    found.money.iter().any(|row| {
        let pledged = of_stage(&row.stages, Stage::Pledged).map(StagedTotal::bounds);
        let promised = of_stage(&row.fulfilment.promised, Stage::Pledged).map(StagedTotal::bounds);
        pledged.is_some_and(|pledged| !pledged.is_nothing() && Some(pledged) != promised)
    })
}
