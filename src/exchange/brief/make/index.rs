//! The list of all parties, which leads to the page of each.

use std::collections::BTreeMap;

use super::compare::party_rows;
use super::{Maker, furthest};
use crate::exchange::brief::model::{
    Block, Brief, Cell, Column, Row, Section, Table, Target, Text,
};
use crate::exchange::brief::{BriefError, BriefRequest};
use crate::ledger::{Ledger, Query};
use crate::model::{PartyId, Stage};
use crate::task::TaskLine;
use crate::text::{dates, numbers, words};
use crate::views::PartyRow;

/// The list of all parties as a brief of one table. `pages` gives the page of each.
///
/// # Errors
/// When it was cancelled.
pub fn index(
    ledger: &Ledger,
    request: &BriefRequest,
    pages: &BTreeMap<PartyId, String>,
    line: &TaskLine,
) -> Result<Brief, BriefError> {
    Maker::new(ledger, request, line).all(pages)
}

impl Maker<'_> {
    fn all(mut self, pages: &BTreeMap<PartyId, String>) -> Result<Brief, BriefError> {
        let texts = self.texts;
        let mut columns = vec![
            Column::words(texts.get("cli-column-party"), 1.6),
            Column::words(texts.get("brief-fact-signed"), 1.0),
            Column::words(texts.get("brief-column-ends"), 1.0),
        ];
        let stages = Stage::ALL.iter();
        columns.extend(stages.map(|stage| Column::numbers(words::stage(*stage, texts), 1.2)));
        columns.push(Column::numbers(texts.get("cli-column-fulfilment"), 1.4));
        let mut rows = Vec::new();
        for row in party_rows(self.ledger, texts.lang()) {
            self.ask()?;
            let page = pages.get(&row.id).cloned().unwrap_or_default();
            rows.push(Row::Cells(self.index_row(&row, &page)));
        }
        let section = Section {
            id: "parties",
            title: texts.get("list-name"),
            blocks: vec![
                Block::Note(Text::plain(texts.get("brief-index-note"))),
                Block::Table(Table {
                    caption: texts.get("brief-index-table"),
                    columns,
                    rows,
                    sortable: true,
                }),
            ],
        };
        let title = self.mark.title.clone();
        Ok(self.finished(title.clone(), title, false, vec![section]))
    }

    fn index_row(&mut self, row: &PartyRow, page: &str) -> Vec<Cell> {
        let texts = self.texts;
        let name = words::name(&row.name, texts);
        let lead = |part: &str| Some(Target::Page(format!("{page}{part}")));
        let signed = row.signed.map_or_else(
            || Cell::line(Text::weak("–")).by(""),
            |day| Cell::line(Text::plain(dates::day(day, texts))).by(day.to_string()),
        );
        let cutoff = self.ledger.assumptions().cutoff;
        let agreements = self.dataset().agreements_of(&row.id);
        let known = agreements.filter(|one| cutoff.is_none_or(|day| one.signed <= day));
        let ends = known.filter_map(crate::model::Agreement::expires).max();
        let ends = ends.map_or_else(
            || Cell::line(Text::weak("–")).by(""),
            |day| Cell::line(Text::plain(dates::day(day, texts))).by(day.to_string()),
        );
        let mut cells = vec![
            Cell::line(Text::strong(name).leading(lead(""))),
            signed,
            ends,
        ];
        for stage in Stage::ALL {
            let total = self.ledger.total(&Query::all(*stage).of(&row.id));
            let told = numbers::bounds_short(total.bounds(), total.unit(), texts);
            cells.push(if total.bounds().is_nothing() {
                Cell::line(Text::weak(told)).by("")
            } else {
                let low = total.bounds().low.to_string();
                Cell::line(Text::plain(told).leading(lead("#money"))).by(low)
            });
        }
        cells.push(match row.fulfilment.as_ref().and_then(furthest) {
            Some((total, ratio)) => {
                let span = row
                    .fulfilment
                    .as_ref()
                    .map(|of| dates::span(of.span, texts));
                let stage = words::stage(total.stage(), texts);
                let about = format!("{stage}, {}", span.unwrap_or_default());
                let told = Text::plain(numbers::ratio(ratio, texts)).leading(lead("#money"));
                Cell::of(vec![told, Text::weak(about)]).by(ratio.low.to_string())
            }
            None => Cell::line(Text::weak("–")).by(""),
        });
        cells
    }
}
