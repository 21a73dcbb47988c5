//! Several parties beside each other: facts, money, shares of GDP, fulfilment, commitments by area.

use std::sync::Arc;

use super::commitments::without_empty;
use super::facts::FactKind;
use super::{Maker, furthest, of_stage};
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Block, Brief, Cell, Column, Row, Section, Table, Text};
use crate::exchange::picture::words::Words;
use crate::ledger::Fulfilment;
use crate::model::{Area, PartyId, Stage};
use crate::text::{Lang, dates, numbers, words};
use crate::views::{
    ChartKind, ChartRequest, MatrixRequest, Measure, PartyDetail, PartyFilter, PartyIndex,
    PartyRow, ProblemIndex, chart, matrix, parties,
};

/// From so many parties on a page lies on its side.
pub(super) const WIDE: usize = 4;

impl Maker<'_> {
    pub(super) fn of_several(mut self, found: &[PartyDetail]) -> Result<Brief, BriefError> {
        let texts = self.texts;
        let names: Vec<&str> = found.iter().map(|one| self.name(one)).collect();
        let names = names.join(", ");
        let title = texts.with("brief-title-several", &[("parties", names.as_str().into())]);
        let ids: Vec<PartyId> = found.iter().map(|one| one.party.id.clone()).collect();
        let mut sections = vec![self.facts_beside(found), self.money_beside(found)?];
        sections.extend(self.pictures_of_several(&ids)?);
        sections.push(self.matrix(&ids));
        sections.extend(self.by_area(found)?);
        Ok(self.finished(title, names, found.len() >= WIDE, sections))
    }

    /// A column for what a row is of, then one a party.
    fn columns(&self, found: &[PartyDetail], first: String) -> Vec<Column> {
        let parties = found.iter().map(|one| Column::words(self.name(one), 1.0));
        std::iter::once(Column::words(first, 1.0))
            .chain(parties)
            .collect()
    }

    fn facts_beside(&mut self, found: &[PartyDetail]) -> Section {
        let texts = self.texts;
        let mut rows = Vec::new();
        for kind in FactKind::ALL {
            let mut cells = vec![Cell::line(Text::strong(texts.get(kind.label_id())))];
            for one in found {
                let told = one.agreements.iter();
                let told = told.filter_map(|facts| self.fact(kind, facts));
                cells.push(Cell::of(told.collect()));
            }
            if cells.iter().skip(1).any(|cell| !cell.lines.is_empty()) {
                rows.push(Row::Cells(cells));
            }
        }
        let members = found.iter().map(|one| self.memberships(one));
        let vilnius = found.iter().map(|one| {
            let vilnius = one.party.vilnius?;
            Some(Text::plain(words::vilnius(vilnius, texts)))
        });
        for (label, told) in [
            ("brief-fact-member", members.collect::<Vec<_>>()),
            ("brief-fact-vilnius", vilnius.collect()),
        ] {
            let told = told.into_iter();
            let told = told.map(|text| Cell::of(text.into_iter().collect()));
            let first = Cell::line(Text::strong(texts.get(label)));
            rows.push(Row::Cells(std::iter::once(first).chain(told).collect()));
        }
        Section {
            id: "agreement",
            title: texts.get("brief-agreements"),
            blocks: vec![Block::Table(Table {
                caption: texts.get("brief-agreements-table"),
                columns: self.columns(found, texts.get("brief-column-fact")),
                rows,
                sortable: false,
            })],
        }
    }

    fn money_beside(&mut self, found: &[PartyDetail]) -> Result<Section, BriefError> {
        let texts = self.texts;
        let mut rows = vec![Row::Group(Text::plain(texts.get("brief-money-all-time")))];
        for stage in Stage::ALL {
            self.ask()?;
            let label = words::stage(*stage, texts);
            let mut cells = vec![Cell::line(Text::strong(label))];
            for one in found {
                let total = of_stage(&one.all_time, *stage);
                cells.push(total.map_or_else(Cell::default, |total| self.sum_cell(total)));
            }
            rows.push(Row::Cells(cells));
        }
        rows.push(Row::Group(Text::plain(texts.get("chart-kind-gdp"))));
        for stage in Stage::ALL {
            self.ask()?;
            rows.extend(self.of_gdp(found, *stage));
        }
        rows.push(Row::Group(Text::plain(texts.get("brief-last-promise"))));
        rows.extend(self.last_promises(found));
        Ok(Section {
            id: "money",
            title: texts.get("detail-tab-money"),
            blocks: vec![
                Block::Note(Text::plain(texts.get("brief-money-note"))),
                Block::Table(Table {
                    caption: texts.get("brief-money-table"),
                    columns: self.columns(found, texts.get("cli-column-stage")),
                    rows,
                    sortable: false,
                }),
            ],
        })
    }

    /// The sums of a stage in per cent of each one's GDP, as the chart of shares has them; none where
    /// nobody has any.
    fn of_gdp(&mut self, found: &[PartyDetail], stage: Stage) -> Option<Row> {
        let texts = self.texts;
        let request = ChartRequest {
            kind: ChartKind::PercentOfGdp,
            stage,
            parties: Some(found.iter().map(|one| one.party.id.clone()).collect()),
            ..ChartRequest::default()
        };
        let shares = chart(self.ledger, &request);
        if shares.marks.is_empty() {
            return None;
        }
        let told = Words::new(&shares, self.ledger, texts);
        let mut cells = vec![Cell::line(Text::strong(words::stage(stage, texts)))];
        for one in found {
            let mut marks = shares.marks.iter();
            let its = |id: &PartyId| *id == one.party.id;
            let mark = marks.find(|mark| mark.party.as_ref().is_some_and(|(id, _)| its(id)));
            cells.push(mark.map_or_else(
                || Cell::line(Text::weak("–")),
                |mark| {
                    let mut lines = vec![Text::plain(told.value(&mark.value))];
                    lines.extend(mark.divisor.map(|(_, year)| {
                        let args = [("year", year.to_string().into())];
                        Text::weak(texts.with("brief-gdp-of", &args))
                    }));
                    Cell::of(lines)
                },
            ));
        }
        Some(Row::Cells(cells))
    }

    /// What each promised for the last year of a promise, and how much of that arrived.
    fn last_promises(&mut self, found: &[PartyDetail]) -> Vec<Row> {
        let texts = self.texts;
        let rows = party_rows(self.ledger, texts.lang());
        let last: Vec<Option<&Fulfilment>> = found
            .iter()
            .map(|one| {
                let row = rows.iter().find(|row| row.id == one.party.id)?;
                row.fulfilment.as_ref()
            })
            .collect();
        let mut promised = vec![Cell::line(Text::strong(texts.get("dates-column-promised")))];
        let mut arrived = vec![Cell::line(Text::strong(texts.get("dates-column-arrived")))];
        for of in last {
            let Some(of) = of else {
                promised.push(Cell::line(Text::weak("–")));
                arrived.push(Cell::line(Text::weak("–")));
                continue;
            };
            let mut lines = vec![Text::weak(dates::span(of.span, texts))];
            lines.extend(of.promised.iter().map(|total| self.sum(total)));
            promised.push(Cell::of(lines));
            arrived.push(match furthest(of) {
                Some((total, ratio)) => {
                    let stage = words::stage(total.stage(), texts);
                    let sum = self.sum(total).and(Text::weak(format!(" {stage}")));
                    Cell::of(vec![self.of_the_promise(ratio), sum])
                }
                None => Cell::line(Text::weak(texts.get("dates-nothing-arrived"))),
            });
        }
        vec![Row::Cells(promised), Row::Cells(arrived)]
    }

    /// Who promised how strongly in which area.
    fn matrix(&mut self, ids: &[PartyId]) -> Section {
        let texts = self.texts;
        let request = MatrixRequest {
            parties: Some(ids.to_vec().into()),
            ukrainian: texts.lang() == Lang::Uk,
            ..MatrixRequest::default()
        };
        let matrix = matrix(self.ledger, &request);
        // In the order asked for, as everywhere in the brief.
        let rows = ids.iter();
        let rows: Vec<_> = rows
            .filter_map(|id| matrix.rows.iter().find(|row| row.party == *id))
            .collect();
        let mut told = Vec::new();
        let mut group = None;
        for (at, column) in matrix.columns.iter().enumerate() {
            if group != Some(column.area.group()) {
                group = Some(column.area.group());
                let name = words::area_group(column.area.group(), texts);
                told.push(Row::Group(Text::plain(name)));
            }
            let area = Cell::line(Text::plain(words::area(column.area, texts)));
            let cells = rows.iter().filter_map(|row| row.cells.get(at));
            let cells = cells.map(|cell| {
                let words = texts.get(cell.promise.text_id());
                if !cell.promise.is_made() {
                    return Cell::line(Text::weak(words));
                }
                let many = cell.commitments.len();
                let many = numbers::count(u64::try_from(many).unwrap_or(u64::MAX), texts);
                Cell::line(Text::strong(words).and(Text::weak(format!(" ({many})"))))
            });
            told.push(Row::Cells(std::iter::once(area).chain(cells).collect()));
        }
        let parties = rows.iter().map(|row| {
            let name = words::name(&row.name, texts);
            Column::words(name, 1.0)
        });
        let area = Column::words(texts.get("brief-column-area"), 1.3);
        Section {
            id: "matrix",
            title: texts.get("brief-matrix"),
            blocks: vec![
                Block::Note(Text::plain(texts.get("brief-matrix-note"))),
                Block::Table(Table {
                    caption: texts.get("brief-matrix-table"),
                    columns: std::iter::once(area).chain(parties).collect(),
                    rows: told,
                    sortable: false,
                }),
            ],
        }
    }

    /// The commitments themselves, area by area; none where there is none.
    fn by_area(&mut self, found: &[PartyDetail]) -> Result<Option<Section>, BriefError> {
        let texts = self.texts;
        let mut rows = Vec::new();
        for area in Area::ALL {
            let mut of_area = Vec::new();
            for one in found {
                let groups = one.commitments.iter().filter(|group| group.area == *area);
                for row in groups.flat_map(|group| &group.rows) {
                    self.ask()?;
                    let name = Cell::line(Text::strong(self.name(one)));
                    let cells = std::iter::once(name).chain(self.commitment(row));
                    of_area.push(Row::Cells(cells.collect()));
                }
            }
            if !of_area.is_empty() {
                rows.push(Row::Group(Text::plain(words::area(*area, texts))));
                rows.extend(of_area);
            }
        }
        if rows.is_empty() {
            return Ok(None);
        }
        let party = Column::words(texts.get("cli-column-party"), 0.9);
        let columns = std::iter::once(party).chain(self.commitment_columns());
        let mut blocks = vec![Block::Table(Table {
            caption: texts.get("brief-commitments-table"),
            columns: columns.collect(),
            rows,
            sortable: false,
        })];
        without_empty(&mut blocks);
        Ok(Some(Section {
            id: "commitments",
            title: texts.get("detail-tab-commitments"),
            blocks,
        }))
    }
}

/// The rows of the country list, as the window shows them.
pub(super) fn party_rows(ledger: &crate::ledger::Ledger, lang: Lang) -> Vec<PartyRow> {
    let problems = ProblemIndex::new(ledger, &Arc::new(Vec::new()));
    let index = PartyIndex::new(ledger, &problems, &|_| String::new());
    let measure = Measure {
        stage: Stage::Pledged,
        aid_type: None,
    };
    let filter = PartyFilter {
        ukrainian: lang == Lang::Uk,
        ..PartyFilter::default()
    };
    parties(ledger, &index, measure, &filter).rows
}
