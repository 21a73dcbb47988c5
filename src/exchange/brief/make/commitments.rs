//! What was promised, area by area, and every aid entry: wording, status, passage, source.

use super::Maker;
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Block, Cell, Column, Row, Section, Table, Text};
use crate::model::{AgreementId, Instrument, Quantity, QuantityForm, Record};
use crate::text::{dates, numbers, words};
use crate::views::{AidRow, CommitmentRow, DateFilter, DateIndex, PartyDetail};

impl Maker<'_> {
    /// The section of the commitments, a table a group of areas.
    pub(super) fn commitments(&mut self, found: &PartyDetail) -> Result<Section, BriefError> {
        let texts = self.texts;
        let mut blocks = Vec::new();
        if found.commitments.is_empty() {
            let none = texts.get("brief-no-commitments");
            blocks.push(Block::Paragraph(Text::plain(none)));
        }
        for groups in found.commitments.chunk_by(|a, b| a.group == b.group) {
            let mut rows = Vec::new();
            for area in groups {
                rows.push(Row::Group(Text::plain(words::area(area.area, texts))));
                for row in &area.rows {
                    self.ask()?;
                    rows.push(Row::Cells(self.commitment(row)));
                }
            }
            let group = groups.first().map(|area| area.group);
            let caption = group.map(|group| words::area_group(group, texts));
            blocks.push(Block::Table(Table {
                caption: caption.unwrap_or_default(),
                columns: self.commitment_columns(),
                rows,
                sortable: false,
            }));
        }
        without_empty(&mut blocks);
        blocks.extend(self.context(found));
        Ok(Section {
            id: "commitments",
            title: texts.get("detail-tab-commitments"),
            blocks,
        })
    }

    pub(super) fn commitment_columns(&self) -> Vec<Column> {
        let texts = self.texts;
        vec![
            Column::words(texts.get("cli-column-commitment"), 3.6),
            Column::words(texts.get("brief-column-wording"), 0.9),
            Column::words(texts.get("brief-column-status"), 1.1),
            Column::numbers(texts.get("cli-money"), 1.3),
        ]
    }

    /// The cells of a commitment, as many as [`Self::commitment_columns`].
    pub(super) fn commitment(&mut self, row: &CommitmentRow) -> Vec<Cell> {
        let texts = self.texts;
        let commitment = &row.commitment;
        let id = commitment.id.as_str();
        let mut lines = vec![Text::plain(commitment.summary.as_str())];
        let quoted = self.cites.quote(id, &commitment.cite, texts);
        let cited = quoted.unwrap_or_else(|| self.cites.marks(id, &commitment.cite));
        lines.push(cited);
        let mut about: Vec<String> = vec![id.to_owned()];
        about.extend(commitment.locator.clone());
        about.extend(commitment.quantity.as_ref().map(|goods| self.goods(goods)));
        for (label, target) in [
            ("detail-part-of", commitment.part_of.as_ref()),
            ("detail-same-as", commitment.same_as.as_ref()),
        ] {
            about.extend(target.map(|target| format!("{} {target}", texts.get(label))));
        }
        for target in &commitment.supersedes {
            about.push(format!("{} {target}", texts.get("detail-supersedes")));
        }
        if !commitment.cite.verified {
            about.push(texts.get("detail-unverified"));
        }
        lines.push(Text::weak(about.join(" · ")));
        let mut statuses = Vec::new();
        for status in &commitment.status {
            let date = dates::date(status.date, texts);
            statuses.push(Text::plain(words::status(status.status, texts)));
            statuses.push(Text::weak(date.as_str()));
            let mut evidence = Text::weak(format!("{date}: ")).and(Text::plain(&*status.summary));
            evidence = match self.cites.quote(id, &status.cite, texts) {
                Some(quote) => evidence.and(Text::plain(" ")).and(quote),
                None => evidence.and(self.cites.marks(id, &status.cite)),
            };
            lines.push(evidence);
        }
        lines.retain(|line| !line.is_empty());
        let strength = words::strength(commitment.wording.strength(), texts);
        let wording = vec![
            Text::plain(words::wording(commitment.wording, texts)),
            Text::weak(strength),
        ];
        let mut money = Vec::new();
        if let Some(total) = &row.money {
            money.push(self.sum(total));
            let amount = commitment.amount.as_ref();
            money.extend(amount.and_then(|amount| self.original(amount, total)));
        }
        vec![
            Cell::of(lines),
            Cell::of(wording),
            Cell::of(statuses),
            Cell::of(money),
        ]
    }

    /// Goods counted: `≈ 24 F-16 aircraft`.
    fn goods(&self, goods: &Quantity) -> String {
        let sign = match goods.form {
            QuantityForm::Exact => "",
            QuantityForm::About => "≈ ",
            QuantityForm::UpTo => "≤ ",
            QuantityForm::AtLeast => "≥ ",
        };
        let value = numbers::number(goods.value, self.texts);
        let by = goods.by.map(|year| {
            let args = [("to", year.to_string().into())];
            format!(" {}", self.texts.with("date-to", &args))
        });
        format!("{sign}{value} {}{}", goods.unit, by.unwrap_or_default())
    }

    /// What the agreement's sources tell of all agreements.
    fn context(&mut self, found: &PartyDetail) -> Vec<Block> {
        let texts = self.texts;
        let mut told = Vec::new();
        for facts in &found.agreements {
            let id: &AgreementId = &facts.agreement.id;
            for fact in &facts.agreement.context {
                let mut text = Text::plain(fact.summary.as_str());
                if let Some(date) = fact.date {
                    text = text.and(Text::weak(format!(" {}", dates::date(date, texts))));
                }
                text = match self.cites.quote(id.as_str(), &fact.cite, texts) {
                    Some(quote) => text.and(Text::plain(" ")).and(quote),
                    None => text.and(self.cites.marks(id.as_str(), &fact.cite)),
                };
                told.push(text);
            }
        }
        if told.is_empty() {
            return Vec::new();
        }
        vec![
            Block::Heading(texts.get("detail-context")),
            Block::List(told),
        ]
    }

    /// The section of the aid entries, latest first; none where there is none.
    pub(super) fn aid(&mut self, found: &PartyDetail) -> Result<Option<Section>, BriefError> {
        let texts = self.texts;
        if found.aid.is_empty() {
            return Ok(None);
        }
        let mut rows = Vec::new();
        for row in &found.aid {
            self.ask()?;
            rows.push(Row::Cells(self.entry(row)));
        }
        let table = Table {
            caption: texts.get("brief-aid-table"),
            columns: vec![
                Column::words(texts.get("cli-column-date"), 1.0),
                Column::words(texts.get("detail-tab-aid"), 3.8),
                Column::words(texts.get("cli-column-stage"), 0.95),
                Column::numbers(texts.get("cli-column-amount"), 1.3),
            ],
            rows,
            sortable: false,
        };
        Ok(Some(Section {
            id: "aid",
            title: texts.get("detail-tab-aid"),
            blocks: vec![
                Block::Note(Text::plain(texts.get("brief-aid-note"))),
                Block::Table(table),
            ],
        }))
    }

    fn entry(&mut self, row: &AidRow) -> Vec<Cell> {
        let texts = self.texts;
        let entry = &row.entry;
        let id = entry.id.as_str();
        let date = entry.date.map_or_else(
            || Text::weak(texts.get("detail-undated")),
            |date| Text::plain(dates::date(date, texts)),
        );
        let cite = &entry.figure.cite;
        let quoted = self.cites.quote(id, cite, texts);
        let cited = quoted.unwrap_or_else(|| self.cites.marks(id, cite));
        let mut lines = vec![Text::plain(entry.summary.as_str()), cited];
        // Where the source's own words for the stage are more than its phrase tells, they stand too.
        let verb = entry.figure.as_reported.as_deref().unwrap_or_default();
        let phrase = cite.phrase.as_ref().map_or("", |phrase| phrase.0.as_str());
        if !phrase.contains(verb.trim_matches(['“', '”', '"', '«', '»'])) {
            let args = [("words", verb.into())];
            lines.push(Text::weak(texts.with("brief-as-reported", &args)));
        }
        lines.push(Text::weak(self.kinds(row).join(" · ")));
        lines.retain(|line| !line.is_empty());
        let mut money = Vec::new();
        if let Some(total) = &row.money {
            money.push(self.sum(total));
            money.extend(self.original(&entry.figure.amount, total));
        }
        vec![
            Cell::line(date),
            Cell::of(lines),
            Cell::line(Text::plain(words::stage(entry.stage, texts))),
            Cell::of(money),
        ]
    }

    /// What kind of entry it is, and how it stands to others.
    fn kinds(&self, row: &AidRow) -> Vec<String> {
        let texts = self.texts;
        let entry = &row.entry;
        let mut about = vec![entry.id.to_string(), words::aid_type(entry.aid_type, texts)];
        if entry.instrument != Instrument::Unknown {
            about.push(words::instrument(entry.instrument, texts));
        }
        about.push(match entry.record {
            Record::Package => texts.get("detail-package"),
            Record::RunningTotal {
                as_counted_on: Some(day),
                ..
            } => {
                let date = dates::date(day, texts);
                texts.with("detail-running-total-to", &[("date", date.into())])
            }
            Record::RunningTotal { .. } => texts.get("detail-running-total"),
        });
        about.extend(entry.quantity.as_ref().map(|goods| self.goods(goods)));
        let fulfils = entry.fulfils.iter().map(|of| {
            let share = if of.share.is_full() {
                String::new()
            } else {
                format!(" ({})", numbers::percent(of.share.get(), texts))
            };
            format!("{} {}{share}", texts.get("detail-fulfils"), of.commitment)
        });
        about.extend(fulfils);
        for (label, target) in [
            ("detail-part-of", entry.part_of.as_ref()),
            ("detail-same-as", entry.same_as.as_ref()),
            ("detail-counted-in", entry.counted_in.as_ref()),
        ] {
            about.extend(target.map(|target| format!("{} {target}", texts.get(label))));
        }
        for target in &entry.supersedes {
            about.push(format!("{} {target}", texts.get("detail-supersedes")));
        }
        if entry.joint {
            about.push(texts.get("detail-joint"));
        }
        if !entry.figure.cite.verified {
            about.push(texts.get("detail-unverified"));
        }
        about
    }

    /// The section of days that come and have gone by; none where no day is set.
    pub(super) fn dates(&mut self, found: &PartyDetail) -> Option<Section> {
        let texts = self.texts;
        let index = DateIndex::new(self.ledger, self.day);
        let filter = DateFilter {
            party: Some(found.party.id.clone()),
            ..DateFilter::default()
        };
        let list = index.list(&filter);
        let shown = list.by_time.iter().filter_map(|place| index.at(*place));
        let rows: Vec<Row> = shown
            .map(|row| {
                let kind = row.kind.told(texts);
                let days = row.days.unsigned_abs();
                let args = [
                    ("days", days.into()),
                    ("number", numbers::count(u64::from(days), texts).into()),
                ];
                let away = match row.days {
                    0 => texts.get("brief-that-day"),
                    1.. => texts.with("dates-in-days", &args),
                    _ => texts.with("dates-days-ago", &args),
                };
                let words = Text::plain(row.words.as_str());
                let words = words.and(Text::weak(format!(" {}", row.record)));
                Row::Cells(vec![
                    Cell::line(Text::plain(dates::day(row.date, texts))),
                    Cell::line(Text::plain(away)),
                    Cell::line(Text::plain(kind)),
                    Cell::line(words),
                ])
            })
            .collect();
        if rows.is_empty() {
            return None;
        }
        let day = dates::day(self.day, texts);
        Some(Section {
            id: "dates",
            title: texts.get("page-dates"),
            blocks: vec![Block::Table(Table {
                caption: texts.with("brief-dates-table", &[("date", day.into())]),
                columns: vec![
                    Column::words(texts.get("cli-column-date"), 1.0),
                    Column::words(texts.get("brief-column-away"), 1.1),
                    Column::words(texts.get("cli-column-what"), 1.2),
                    Column::words(texts.get("dates-column-words"), 3.6),
                ],
                rows,
                sortable: false,
            })],
        })
    }
}

/// Takes the columns out of tables of one kind in which no row of any has a word.
pub(super) fn without_empty(blocks: &mut [Block]) {
    let tables = || {
        blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    };
    let many = tables().map(|table| table.columns.len()).max();
    let has_words = |at: usize| {
        tables().any(|table| {
            table.rows.iter().any(|row| match row {
                Row::Cells(cells) | Row::Total(cells) => {
                    cells.get(at).is_some_and(|cell| !cell.lines.is_empty())
                }
                Row::Group(_) => false,
            })
        })
    };
    let empty: Vec<usize> = (0..many.unwrap_or_default())
        .rev()
        .filter(|at| !has_words(*at))
        .collect();
    for block in blocks {
        let Block::Table(table) = block else {
            continue;
        };
        for at in &empty {
            if *at < table.columns.len() {
                table.columns.remove(*at);
            }
            for row in &mut table.rows {
                if let Row::Cells(cells) | Row::Total(cells) = row
                    && *at < cells.len()
                {
                    cells.remove(*at);
                }
            }
        }
    }
}
