//! The page of aid entries: every entry, narrowed, ordered, counted and summed.

mod index;
mod link;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::ledger::{Bounds, ChosenSum, Ledger};
use crate::model::{AidId, AidType, Instrument, PartyId, Stage};
use crate::text::Lang;
use crate::text::fold::fold;

pub use index::{LedgerIndex, LedgerRow};
pub use link::LedgerViewError;
pub use view::{
    Between, GivenIn, LedgerColumn, LedgerFilter, LedgerSort, LedgerView, RecordKind, SORTS,
};

use index::LAST;

/// What rows are asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LedgerRequest {
    /// What they are narrowed to.
    pub filter: LedgerFilter,
    /// By what they are ordered.
    pub sort: Vec<LedgerSort>,
    /// In whose language the parties stand in order.
    pub lang: Lang,
    /// The parties that the country list shows; none: all. Asked only where the filter follows it.
    pub listed: Option<Arc<[PartyId]>>,
}

/// What picked entries come to, and what of them is not in the sum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LedgerSum {
    /// How many entries were picked.
    pub entries: usize,
    /// What they come to, where they are of one stage (R1).
    pub sum: ChosenSum,
    /// How many of them are running totals, which are never added (R4).
    pub running_totals: usize,
    /// How many others are not added, each for a reason that the derivation tells (R3, R8, R13).
    pub left_out: usize,
}

/// What picked entries come to, under the rules of counting.
pub fn ledger_sum<'a>(
    ledger: &Ledger,
    entries: impl ExactSizeIterator<Item = &'a AidId>,
) -> LedgerSum {
    let count = entries.len();
    let sum = ledger.chosen(entries);
    let (running_totals, left_out) = match &sum {
        ChosenSum::Sum(total) => total.left_out(),
        ChosenSum::Nothing | ChosenSum::SeveralStages(_) => (0, 0),
    };
    LedgerSum {
        entries: count,
        sum,
        running_totals,
        left_out,
    }
}

/// How many rows there would be under each choice, with the other columns as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LedgerCounts {
    /// By party.
    pub parties: BTreeMap<PartyId, usize>,
    /// By stage.
    pub stages: BTreeMap<Stage, usize>,
    /// By type.
    pub types: BTreeMap<AidType, usize>,
    /// By shape.
    pub instruments: BTreeMap<Instrument, usize>,
    /// By kind.
    pub records: BTreeMap<RecordKind, usize>,
    /// By what the amount is given in.
    pub given_in: BTreeMap<GivenIn, usize>,
}

/// The rows that are shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LedgerList {
    /// Their places in the index, in order.
    pub rows: Vec<usize>,
    /// What to choose from.
    pub counts: LedgerCounts,
    /// What they come to.
    pub sum: LedgerSum,
}

/// The columns that are narrowed by chosen values, as bits.
const PARTY: u8 = 1;
const STAGE: u8 = 2;
const TYPE: u8 = 4;
const INSTRUMENT: u8 = 8;
const RECORD: u8 = 16;
const GIVEN_IN: u8 = 32;

impl LedgerIndex {
    /// The rows asked for.
    pub fn list(&self, request: &LedgerRequest) -> LedgerList {
        let narrow = Narrow::new(self, request);
        let mut rows = Vec::new();
        let mut counts = LedgerCounts::default();
        let mut parties = vec![0_usize; self.parties.len()];
        for (place, row) in self.rows.iter().enumerate() {
            if !narrow.words_and_spans(place, row) {
                continue;
            }
            let failed = narrow.failed(row);
            if failed == 0 {
                rows.push(place);
            }
            let counts_for = |bit: u8| failed & !bit == 0;
            if counts_for(PARTY)
                && let Some(count) = parties.get_mut(row.party)
            {
                *count += 1;
            }
            if counts_for(STAGE) {
                *counts.stages.entry(row.stage).or_default() += 1;
            }
            if counts_for(TYPE) {
                *counts.types.entry(row.aid_type).or_default() += 1;
            }
            if counts_for(INSTRUMENT) {
                *counts.instruments.entry(row.instrument).or_default() += 1;
            }
            if counts_for(RECORD) {
                *counts.records.entry(row.record).or_default() += 1;
            }
            if counts_for(GIVEN_IN) {
                *counts.given_in.entry(row.given_in).or_default() += 1;
            }
        }
        let ids = self.parties.iter().cloned();
        counts.parties = ids.zip(parties).filter(|(_, count)| *count > 0).collect();
        self.put_in_order(&mut rows, request);
        let sum = self.sum(&rows);
        LedgerList { rows, counts, sum }
    }

    /// What rows come to, by their places.
    pub fn sum(&self, rows: &[usize]) -> LedgerSum {
        let mut stages: BTreeMap<Stage, usize> = BTreeMap::new();
        for row in rows.iter().filter_map(|place| self.row(*place)) {
            *stages.entry(row.stage).or_default() += 1;
        }
        if stages.len() > 1 {
            // The ledger would refuse as well (R1), after it had looked each entry up.
            return LedgerSum {
                entries: rows.len(),
                sum: ChosenSum::SeveralStages(stages.into_iter().collect()),
                running_totals: 0,
                left_out: 0,
            };
        }
        let ids: Vec<&AidId> = rows
            .iter()
            .filter_map(|place| Some(&self.row(*place)?.id))
            .collect();
        ledger_sum(self.ledger(), ids.into_iter())
    }

    /// Rows come in the order of ids, and keep it among equals.
    fn put_in_order(&self, rows: &mut [usize], request: &LedgerRequest) {
        let sorts: Vec<(&[u32], bool)> = request
            .sort
            .iter()
            .take(SORTS)
            .map(|sort| (self.ranks(sort.column, request.lang), sort.descending))
            .collect();
        if sorts.is_empty() {
            return;
        }
        rows.sort_by_cached_key(|place| {
            let mut key = [0_u32; SORTS];
            for (slot, (ranks, descending)) in key.iter_mut().zip(&sorts) {
                let rank = ranks.get(*place).copied().unwrap_or(LAST);
                *slot = match rank {
                    LAST => LAST,
                    rank if *descending => LAST - 1 - rank,
                    rank => rank,
                };
            }
            key
        });
    }
}

/// A filter made ready.
struct Narrow<'a> {
    filter: &'a LedgerFilter,
    find: Option<(&'a [Box<str>], Vec<String>)>,
    words: Vec<(&'a [Box<str>], Vec<String>)>,
    /// Which parties are chosen, by place; none: all.
    parties: Option<Vec<bool>>,
    listed: Option<Vec<bool>>,
}

fn needles(words: &str) -> Vec<String> {
    let folded = fold(words);
    folded.split_whitespace().map(str::to_owned).collect()
}

impl<'a> Narrow<'a> {
    fn new(index: &'a LedgerIndex, request: &'a LedgerRequest) -> Self {
        let filter = &request.filter;
        let places = |holds: &dyn Fn(&PartyId) -> bool| index.parties.iter().map(holds).collect();
        let find = needles(&filter.find);
        let words = filter.words.iter().map(|(column, words)| {
            let needles = needles(words);
            (*column, needles)
        });
        Self {
            find: (!find.is_empty()).then(|| (index.all_words(), find)),
            words: words
                .filter(|(_, needles)| !needles.is_empty())
                .map(|(column, needles)| (index.words(column), needles))
                .collect(),
            parties: (!filter.parties.is_empty())
                .then(|| places(&|party| filter.parties.contains(party))),
            listed: request
                .listed
                .as_ref()
                .filter(|_| filter.listed)
                .map(|listed| places(&|party| listed.contains(party))),
            filter,
        }
    }

    fn words_and_spans(&self, place: usize, row: &LedgerRow) -> bool {
        let has = |chosen: &Option<Vec<bool>>| {
            let chosen = chosen.as_ref();
            chosen.is_none_or(|chosen| chosen.get(row.party).copied().unwrap_or_default())
        };
        let holds = |(words, needles): &(&[Box<str>], Vec<String>)| {
            let words = words.get(place).map_or("", |words| words);
            needles.iter().all(|needle| words.contains(needle.as_str()))
        };
        has(&self.listed)
            && self.announced(row)
            && may_lie_between(&row.bounds, &self.filter.amount)
            && self.words.iter().all(holds)
            && self.find.iter().all(holds)
    }

    fn announced(&self, row: &LedgerRow) -> bool {
        let Between { from, to } = self.filter.announced;
        if from.is_none() && to.is_none() {
            return true;
        }
        row.announced.is_some_and(|date| {
            let day = date.first_day();
            from.is_none_or(|from| from.first_day() <= day)
                && to.is_none_or(|to| day <= to.last_day())
        })
    }

    /// The columns of chosen values that leave a row out, as bits.
    fn failed(&self, row: &LedgerRow) -> u8 {
        let LedgerFilter {
            stages,
            types,
            instruments,
            records,
            given_in,
            ..
        } = self.filter;
        let party = self.parties.as_ref();
        let party = party.is_none_or(|chosen| chosen.get(row.party).copied().unwrap_or_default());
        [
            (PARTY, party),
            (STAGE, stages.is_empty() || stages.contains(&row.stage)),
            (TYPE, types.is_empty() || types.contains(&row.aid_type)),
            (
                INSTRUMENT,
                instruments.is_empty() || instruments.contains(&row.instrument),
            ),
            (RECORD, records.is_empty() || records.contains(&row.record)),
            (
                GIVEN_IN,
                given_in.is_empty() || given_in.contains(&row.given_in),
            ),
        ]
        .iter()
        .fold(
            0,
            |failed, (bit, passes)| {
                if *passes { failed } else { failed | bit }
            },
        )
    }
}

/// Whether a sum may lie between two others; one that is not known may not.
fn may_lie_between(bounds: &Bounds, between: &Between<Decimal>) -> bool {
    let Between { from, to } = between;
    if from.is_none() && to.is_none() {
        return true;
    }
    bounds.has_number()
        && to.is_none_or(|to| bounds.low <= to)
        && from.is_none_or(|from| bounds.high.is_none_or(|high| from <= high))
}
