//! What stands in the cells, in words. A row's are made when it comes into view, and kept.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::model::{AidEntry, MoneyId, Record};
use crate::text::{Lang, Texts, dates, numbers, words};
use crate::ui::widgets::grid::{Cell, Look};
use crate::ui::{PaneCtx, Theme};
use crate::views::{LedgerColumn, LedgerIndex, LedgerRow};

/// How many rows' cells are kept.
const KEPT: usize = 600;

type Row = Rc<[Cell]>;

/// The cells that were made.
#[derive(Default)]
pub(super) struct Cells {
    of: Option<(Arc<LedgerIndex>, Lang, bool)>,
    rows: HashMap<usize, Row>,
}

impl Cells {
    /// Forgets what was made of another book, or in another language or theme.
    pub(super) fn follow(&mut self, index: &Arc<LedgerIndex>, ctx: &PaneCtx<'_>) {
        let now = (ctx.texts.lang(), ctx.theme.dark);
        let same = self
            .of
            .as_ref()
            .is_some_and(|(of, lang, dark)| Arc::ptr_eq(of, index) && (*lang, *dark) == now);
        if !same || self.rows.len() > KEPT {
            self.rows.clear();
            self.of = Some((Arc::clone(index), now.0, now.1));
        }
    }

    /// The cell of a row, by the row's place in the index.
    pub(super) fn cell(
        &mut self,
        place: usize,
        column: LedgerColumn,
        texts: Texts,
        theme: &Theme,
    ) -> Cell {
        let Some((index, ..)) = &self.of else {
            return Cell::default();
        };
        let row = self
            .rows
            .entry(place)
            .or_insert_with(|| made(index, place, texts, theme));
        row.get(column as usize).cloned().unwrap_or_default()
    }
}

fn made(index: &LedgerIndex, place: usize, texts: Texts, theme: &Theme) -> Row {
    let found = index.row(place).zip(index.entry(place));
    let Some((row, entry)) = found else {
        return Rc::default();
    };
    let maker = Maker {
        index,
        row,
        entry,
        texts,
        theme,
    };
    let columns = LedgerColumn::ALL.iter();
    columns.map(|column| maker.cell(*column)).collect()
}

/// The words of a running total or a package.
pub(super) fn record(record: Record, texts: Texts) -> String {
    match record {
        Record::Package => texts.get("detail-package"),
        Record::RunningTotal {
            as_counted_on: Some(day),
            ..
        } => {
            let args = [("date", dates::date(day, texts).into())];
            texts.with("detail-running-total-to", &args)
        }
        Record::RunningTotal { .. } => texts.get("detail-running-total"),
    }
}

/// The ids of the commitments that an entry fulfils.
pub(super) fn fulfils(entry: &AidEntry) -> String {
    let ids = entry.fulfils.iter().map(|f| f.commitment.as_str());
    ids.collect::<Vec<_>>().join(", ")
}

/// What time an entry is for: as we read it, else as the source writes it.
pub(super) fn period(entry: &AidEntry, texts: Texts) -> String {
    let period = &entry.figure.amount.period;
    if period.is_unstated() {
        return entry.period_as_written.clone().unwrap_or_default();
    }
    dates::period(period, texts)
}

struct Maker<'a> {
    index: &'a LedgerIndex,
    row: &'a LedgerRow,
    entry: &'a AidEntry,
    texts: Texts,
    theme: &'a Theme,
}

fn plain(text: impl Into<Rc<str>>) -> Cell {
    Cell {
        text: text.into(),
        ..Cell::default()
    }
}

fn link(id: Option<&MoneyId>) -> Cell {
    Cell {
        text: id.map(MoneyId::as_str).unwrap_or_default().into(),
        look: Look::Link,
        ..Cell::default()
    }
}

impl Maker<'_> {
    fn cell(&self, column: LedgerColumn) -> Cell {
        let (entry, texts) = (self.entry, self.texts);
        match column {
            LedgerColumn::Party => self.party(),
            LedgerColumn::Id => Cell {
                text: entry.id.as_str().into(),
                look: Look::Link,
                ..Cell::default()
            },
            LedgerColumn::Announced => self.announced(),
            LedgerColumn::Amount => self.amount(),
            LedgerColumn::Stage => plain(words::stage(entry.stage, texts)),
            LedgerColumn::Type => Cell {
                dot: Some(self.theme.aid(entry.aid_type)),
                ..plain(words::aid_type(entry.aid_type, texts))
            },
            LedgerColumn::Summary => plain(entry.summary.as_str()),
            LedgerColumn::Record => plain(record(entry.record, texts)),
            LedgerColumn::Original => self.original(),
            LedgerColumn::Instrument => Cell {
                look: Look::Weak,
                ..match entry.instrument {
                    crate::model::Instrument::Unknown => plain(""),
                    said => plain(words::instrument(said, texts)),
                }
            },
            LedgerColumn::Verb => plain(entry.figure.as_reported.as_deref().unwrap_or_default()),
            LedgerColumn::Period => Cell {
                tip: entry
                    .period_as_written
                    .as_deref()
                    .unwrap_or_default()
                    .into(),
                ..plain(period(entry, texts))
            },
            LedgerColumn::PartOf => link(entry.part_of.as_ref()),
            LedgerColumn::CountedIn => link(entry.counted_in.as_ref()),
            LedgerColumn::Fulfils => Cell {
                look: Look::Link,
                ..plain(fulfils(entry))
            },
            LedgerColumn::Source => self.source(),
        }
    }

    fn party(&self) -> Cell {
        let parties = &self.index.ledger().dataset().parties;
        let party = parties.get(&self.entry.party);
        let name = party.map(|party| words::name(&party.name, self.texts));
        Cell {
            text: name.unwrap_or(self.entry.party.as_str()).into(),
            look: Look::Quiet,
            ..Cell::default()
        }
    }

    fn announced(&self) -> Cell {
        let texts = self.texts;
        let Some(date) = self.row.announced else {
            return Cell {
                look: Look::Weak,
                ..plain(texts.get("detail-undated"))
            };
        };
        let day = plain(dates::date(date, texts));
        if self.entry.date.is_some() {
            return day;
        }
        Cell {
            look: Look::Weak,
            tip: texts.get("ledger-date-not-own").into(),
            ..day
        }
    }

    fn amount(&self) -> Cell {
        let (bounds, texts) = (&self.row.bounds, self.texts);
        let unit = self.index.ledger().assumptions().currency;
        let exact = numbers::bounds_exact(bounds, unit, texts);
        Cell {
            look: Look::Quiet,
            tip: [exact, texts.get("detail-open-derivation")]
                .join("\n")
                .into(),
            ..plain(numbers::bounds_short(bounds, unit, texts))
        }
    }

    fn original(&self) -> Cell {
        let form = &self.entry.figure.amount.form;
        let (short, exact) = (
            numbers::form(form, self.texts),
            numbers::form_exact(form, self.texts),
        );
        Cell {
            look: Look::Weak,
            tip: if short == exact {
                Rc::default()
            } else {
                exact.into()
            },
            ..plain(short)
        }
    }

    fn source(&self) -> Cell {
        let Some(id) = &self.entry.figure.cite.source else {
            return Cell::default();
        };
        let source = self.index.ledger().dataset().sources.get(id);
        let tip = source.map(|source| format!("{}\n{} · {id}", source.title, source.publisher));
        Cell {
            text: source.map_or(id.as_str(), |source| &source.title).into(),
            look: Look::Link,
            dot: None,
            tip: tip.unwrap_or_default().into(),
        }
    }
}
