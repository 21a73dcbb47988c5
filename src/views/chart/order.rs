//! In which order rows follow each other.

use std::cmp::Reverse;

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;
use rust_decimal::Decimal;

use crate::ledger::Bounds;
use crate::model::{MoneyId, Name, PartyId};
use crate::text::Lang;

use super::mark::{Chart, ChartMark, ChartRow};
use super::request::ChartOrder;

/// A row in the making: the marks that stay beside each other.
pub(super) struct Line {
    /// Whose.
    pub(super) party: (PartyId, Name),
    /// By what it is ranked.
    pub(super) rank: Rank,
    /// Its marks.
    pub(super) marks: Vec<ChartMark>,
    /// Its own total, where it is stacked.
    pub(super) row: Option<ChartRow>,
}

/// By what a row is ranked; the greatest stands first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Rank {
    /// What counts before all else; none: last.
    first: Option<Decimal>,
    /// What is sure.
    low: Decimal,
    /// What may be more.
    open: bool,
    high: Option<Decimal>,
    /// What names a sum.
    numbers: u32,
}

impl Rank {
    /// By value: the greatest low bound; then what may be more; then what names no sum.
    pub(super) fn of(value: &Bounds) -> Self {
        Self {
            first: None,
            low: value.low,
            open: value.high.is_none(),
            high: value.high,
            numbers: value.numbers,
        }
    }

    /// The same behind another measure; what has none stands last.
    pub(super) fn behind(self, first: Option<Decimal>) -> Self {
        Self { first, ..self }
    }
}

/// Sorts rows: by rank and then by name, or by name alone.
pub(super) fn sort(lines: &mut [Line], order: ChartOrder) {
    by_name(lines, Lang::En, |line| Some(&line.party.1));
    if order != ChartOrder::Name {
        lines.sort_by_key(|line| Reverse(line.rank.clone()));
    }
}

/// Sorts by name, as a language orders its letters.
fn by_name<T>(all: &mut [T], lang: Lang, name: impl Fn(&T) -> Option<&Name>) {
    let (language, of): (_, fn(&Name) -> &str) = match lang {
        Lang::En => (locale!("en"), |name| &name.en),
        Lang::Uk => (locale!("uk"), |name| &name.uk),
    };
    let of = |row: &T| name(row).map_or_else(String::new, |name| of(name).to_owned());
    // Without collation data (it is compiled in) names would stand in the order of their letters' codes.
    match Collator::try_new(language.into(), CollatorOptions::default()) {
        Ok(collator) => all.sort_by(|a, b| collator.compare(&of(a), &of(b))),
        Err(_) => all.sort_by_key(of),
    }
}

/// Marks of one row have the same of this.
type RowOf<'a> = (Option<&'a PartyId>, Option<&'a MoneyId>);

fn row_of(mark: &ChartMark) -> RowOf<'_> {
    let party = mark.party.as_ref().map(|(id, _)| id);
    (party, mark.figure.as_ref().map(|figure| &figure.record))
}

impl Chart {
    /// The same with rows that stand by name in the order of a language; none where that changes
    /// nothing, as the order is another one. A chart is made with English names in their order.
    #[must_use]
    pub fn named_in(&self, lang: Lang) -> Option<Self> {
        let kind = self.request.kind;
        let by = self.request.order == ChartOrder::Name
            && kind.orders().contains(&ChartOrder::Name)
            && lang != Lang::En;
        if !by {
            return None;
        }
        let marks = self.marks.chunk_by(|a, b| row_of(a) == row_of(b));
        let mut marks: Vec<&[ChartMark]> = marks.collect();
        by_name(&mut marks, lang, |row| {
            let first = row.first().and_then(|mark| mark.party.as_ref());
            first.map(|(_, name)| name)
        });
        let mut rows = self.rows.clone();
        by_name(&mut rows, lang, |row| {
            row.party.as_ref().map(|(_, name)| name)
        });
        Some(Self {
            marks: marks.concat(),
            rows,
            ..self.clone()
        })
    }
}
