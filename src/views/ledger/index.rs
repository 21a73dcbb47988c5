//! The aid entries of a book made ready to be narrowed and ordered. What a column is ordered or
//! searched by is worked out when it is first asked for, once: then an order is a comparison of
//! whole numbers, and a search one of folded letters.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;

use crate::ledger::{Bounds, Ledger};
use crate::model::{
    AidEntry, AidId, AidType, Instrument, MoneyId, PartialDate, PartyId, Record, SourceId, Stage,
};
use crate::text::fold::fold;
use crate::text::{Lang, Texts, dates, words};

use super::view::{GivenIn, LedgerColumn, RecordKind};

/// What a column does not say comes after all that others say.
pub(super) const LAST: u32 = u32::MAX;

/// One aid entry, with what it is narrowed and ordered by.
#[derive(Clone, Debug)]
pub struct LedgerRow {
    /// Which entry.
    pub id: AidId,
    /// The place of its party among those of the index.
    pub(super) party: usize,
    /// When it was announced, as the cut-off sees it (R11).
    pub announced: Option<PartialDate>,
    /// How far it got.
    pub stage: Stage,
    /// What kind of aid.
    pub aid_type: AidType,
    /// In what shape.
    pub instrument: Instrument,
    /// Package or running total.
    pub record: RecordKind,
    /// In what its source gives it.
    pub given_in: GivenIn,
    /// What it comes to by itself, in the shown currency.
    pub bounds: Bounds,
}

/// Every aid entry that was announced by the cut-off, in the order of ids.
#[derive(Debug)]
pub struct LedgerIndex {
    ledger: Arc<Ledger>,
    pub(super) rows: Vec<LedgerRow>,
    pub(super) parties: Vec<PartyId>,
    pub(super) beyond: usize,
    columns: BTreeMap<LedgerColumn, Made>,
    names: [OnceLock<Vec<u32>>; 2],
    all_words: OnceLock<Vec<Box<str>>>,
}

/// What was made of a column.
#[derive(Debug, Default)]
struct Made {
    words: OnceLock<Vec<Box<str>>>,
    ranks: OnceLock<Vec<u32>>,
}

impl LedgerIndex {
    /// Reads a book.
    pub fn new(ledger: &Arc<Ledger>) -> Self {
        let dataset = ledger.dataset();
        let mut parties: Vec<PartyId> = Vec::new();
        let mut places: BTreeMap<&PartyId, usize> = BTreeMap::new();
        let mut rows = Vec::with_capacity(dataset.aid.len());
        for entry in dataset.aid.values() {
            let id = MoneyId::from(&entry.id);
            if !ledger.is_known(&id) {
                continue;
            }
            let party = *places.entry(&entry.party).or_insert_with(|| {
                parties.push(entry.party.clone());
                parties.len() - 1
            });
            rows.push(LedgerRow {
                id: entry.id.clone(),
                party,
                announced: ledger.announced(&id),
                stage: entry.stage,
                aid_type: entry.aid_type,
                instrument: entry.instrument,
                record: RecordKind::of(entry.record),
                given_in: GivenIn::of(&entry.figure.amount.form),
                bounds: ledger.record_bounds(&id).unwrap_or(Bounds::NOTHING),
            });
        }
        let columns = LedgerColumn::ALL.iter();
        Self {
            ledger: Arc::clone(ledger),
            beyond: dataset.aid.len() - rows.len(),
            rows,
            parties,
            columns: columns.map(|column| (*column, Made::default())).collect(),
            names: Default::default(),
            all_words: OnceLock::new(),
        }
    }

    /// The ledger that it was read from.
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.ledger
    }

    /// How many entries there are by the cut-off.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many entries were announced after the cut-off, and are not shown (R11).
    pub fn beyond_cutoff(&self) -> usize {
        self.beyond
    }

    /// The row at a place.
    pub fn row(&self, place: usize) -> Option<&LedgerRow> {
        self.rows.get(place)
    }

    /// The entry of a row.
    pub fn entry(&self, place: usize) -> Option<&AidEntry> {
        self.ledger.dataset().aid.get(&self.row(place)?.id)
    }

    /// The place of an entry.
    pub fn place(&self, id: &AidId) -> Option<usize> {
        self.rows.binary_search_by(|row| row.id.cmp(id)).ok()
    }

    fn entries(&self) -> impl Iterator<Item = &AidEntry> {
        let aid = &self.ledger.dataset().aid;
        self.rows.iter().filter_map(|row| aid.get(&row.id))
    }

    /// The folded words of a column, row by row.
    pub(super) fn words(&self, column: LedgerColumn) -> &[Box<str>] {
        let Some(made) = self.columns.get(&column) else {
            return &[];
        };
        made.words.get_or_init(|| {
            let of = |entry| fold(&self.words_of(entry, column)).into_boxed_str();
            self.entries().map(of).collect()
        })
    }

    /// The folded words of all columns, row by row, in both languages. What many rows share is
    /// folded once.
    pub(super) fn all_words(&self) -> &[Box<str>] {
        self.all_words.get_or_init(|| {
            let mut kinds: BTreeMap<(Stage, AidType, Instrument), String> = BTreeMap::new();
            let mut parties: BTreeMap<&PartyId, String> = BTreeMap::new();
            let mut sources: BTreeMap<Option<&SourceId>, String> = BTreeMap::new();
            let of = |entry| {
                let shared = |column| fold(&self.words_of(entry, column));
                let kind = (entry.stage, entry.aid_type, entry.instrument);
                let kind = kinds.entry(kind);
                let source = sources.entry(entry.figure.cite.source.as_ref());
                let mut all = String::new();
                for words in [
                    &*parties
                        .entry(&entry.party)
                        .or_insert_with(|| shared(LedgerColumn::Party)),
                    &*kind.or_insert_with(|| fold(&kind_words(entry))),
                    &*source.or_insert_with(|| shared(LedgerColumn::Source)),
                    &fold(entry.period_as_written.as_deref().unwrap_or_default()),
                    &fold(GivenIn::of(&entry.figure.amount.form).key()),
                ] {
                    all.push_str(words);
                    all.push('\n');
                }
                for column in OWN_WORDS {
                    all.push_str(&fold(&self.words_of(entry, *column)));
                    all.push('\n');
                }
                all.into_boxed_str()
            };
            self.entries().map(of).collect()
        })
    }

    /// What a column says of an entry in words that can be searched; what is chosen from values
    /// has none, except for the party's names.
    fn words_of(&self, entry: &AidEntry, column: LedgerColumn) -> String {
        let dataset = self.ledger.dataset();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let id = |id: &Option<MoneyId>| id.as_ref().map(ToString::to_string).unwrap_or_default();
        match column {
            LedgerColumn::Id => entry.id.to_string(),
            LedgerColumn::Party => {
                let name = dataset.parties.get(&entry.party).map(|party| &party.name);
                let name = name.map(|name| format!("{}\n{}", name.en, name.uk));
                format!("{}\n{}", entry.party, name.unwrap_or_default())
            }
            LedgerColumn::Summary => entry.summary.clone(),
            LedgerColumn::Verb => text(&entry.figure.as_reported),
            LedgerColumn::Period => {
                let period = &entry.figure.amount.period;
                let mut all = vec![text(&entry.period_as_written)];
                if !period.is_unstated() {
                    let told = |lang: &Lang| dates::period(period, Texts::new(*lang));
                    all.extend(Lang::ALL.iter().map(told));
                }
                all.join("\n")
            }
            LedgerColumn::PartOf => id(&entry.part_of),
            LedgerColumn::CountedIn => id(&entry.counted_in),
            LedgerColumn::Fulfils => {
                let ids = entry.fulfils.iter().map(|f| f.commitment.to_string());
                ids.collect::<Vec<_>>().join("\n")
            }
            LedgerColumn::Source => match &entry.figure.cite.source {
                None => String::new(),
                Some(id) => match dataset.sources.get(id) {
                    None => id.to_string(),
                    Some(source) => format!("{}\n{}\n{id}", source.title, source.publisher),
                },
            },
            LedgerColumn::Announced
            | LedgerColumn::Amount
            | LedgerColumn::Stage
            | LedgerColumn::Type
            | LedgerColumn::Record
            | LedgerColumn::Original
            | LedgerColumn::Instrument => String::new(),
        }
    }

    /// The place of each row in the order of a column; equal rows have one place, and what the
    /// column does not say stands [`LAST`].
    pub(super) fn ranks(&self, column: LedgerColumn, lang: Lang) -> &[u32] {
        if column == LedgerColumn::Party {
            let names = &self.names[usize::from(lang == Lang::Uk)];
            return names.get_or_init(|| self.ranks_of_names(lang));
        }
        let Some(made) = self.columns.get(&column) else {
            return &[];
        };
        made.ranks.get_or_init(|| self.ranks_of(column))
    }

    fn ranks_of(&self, column: LedgerColumn) -> Vec<u32> {
        let rows = self.rows.iter();
        match column {
            LedgerColumn::Id => (0..u32::try_from(self.rows.len()).unwrap_or(LAST)).collect(),
            LedgerColumn::Announced => ranked(rows.map(|row| row.announced)),
            LedgerColumn::Amount => ranked(rows.map(|row| {
                let Bounds { low, high, .. } = row.bounds;
                let sum = (low, high.is_none(), high);
                row.bounds.has_number().then_some(sum)
            })),
            LedgerColumn::Stage => ranked(rows.map(|row| Some(row.stage))),
            LedgerColumn::Type => ranked(rows.map(|row| Some(row.aid_type))),
            LedgerColumn::Instrument => ranked(rows.map(|row| {
                let said = row.instrument != Instrument::Unknown;
                said.then_some(row.instrument)
            })),
            LedgerColumn::Record => ranked(self.entries().map(|entry| {
                let counted = match entry.record {
                    Record::Package => None,
                    Record::RunningTotal { as_counted_on, .. } => as_counted_on,
                };
                Some((RecordKind::of(entry.record), counted))
            })),
            LedgerColumn::Original => ranked(self.entries().map(original)),
            words => {
                let words = self.words(words).iter();
                ranked(words.map(|words| Some(words).filter(|words| !words.trim().is_empty())))
            }
        }
    }

    fn ranks_of_names(&self, lang: Lang) -> Vec<u32> {
        let dataset = self.ledger.dataset();
        let texts = Texts::new(lang);
        let mut named: Vec<(&str, usize)> = self
            .parties
            .iter()
            .enumerate()
            .map(|(at, id)| {
                let party = dataset.parties.get(id);
                let name = party.map(|party| words::name(&party.name, texts));
                (name.unwrap_or(id.as_str()), at)
            })
            .collect();
        let language = match lang {
            Lang::En => locale!("en"),
            Lang::Uk => locale!("uk"),
        };
        match Collator::try_new(language.into(), CollatorOptions::default()) {
            Ok(collator) => named.sort_by(|a, b| collator.compare(a.0, b.0)),
            Err(_) => named.sort_unstable(),
        }
        let mut places = vec![LAST; named.len()];
        for (place, (_, at)) in (0..).zip(named) {
            if let Some(of) = places.get_mut(at) {
                *of = place;
            }
        }
        let rows = self.rows.iter();
        rows.map(|row| places.get(row.party).copied().unwrap_or(LAST))
            .collect()
    }
}

/// The columns whose words are each entry's own.
const OWN_WORDS: &[LedgerColumn] = &[
    LedgerColumn::Id,
    LedgerColumn::Summary,
    LedgerColumn::Verb,
    LedgerColumn::PartOf,
    LedgerColumn::CountedIn,
    LedgerColumn::Fulfils,
];

/// The words of stage, type and shape in both languages.
fn kind_words(entry: &AidEntry) -> String {
    let told = |lang: &Lang| {
        let texts = Texts::new(*lang);
        [
            words::stage(entry.stage, texts),
            words::aid_type(entry.aid_type, texts),
            words::instrument(entry.instrument, texts),
        ]
        .join("\n")
    };
    let all: Vec<String> = Lang::ALL.iter().map(told).collect();
    all.join("\n")
}

/// The reported amount to order by: currency by currency, shares of GDP after them.
fn original(entry: &AidEntry) -> Option<(GivenIn, rust_decimal::Decimal)> {
    use crate::model::AmountForm;
    let form = &entry.figure.amount.form;
    let value = match form {
        AmountForm::Exact(m)
        | AmountForm::About(m)
        | AmountForm::UpTo(m)
        | AmountForm::AtLeast(m) => m.value(),
        AmountForm::Range(range) => range.low().value(),
        AmountForm::GdpShare(share) => share.percent.get(),
        AmountForm::Undisclosed(_) => return None,
    };
    Some((GivenIn::of(form), value))
}

/// The places of keys in their order, one for all that are equal.
fn ranked<K: Ord>(keys: impl Iterator<Item = Option<K>>) -> Vec<u32> {
    let keys: Vec<Option<K>> = keys.collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.retain(|at| keys.get(*at).is_some_and(Option::is_some));
    order.sort_by(|a, b| keys.get(*a).cmp(&keys.get(*b)));
    let mut ranks = vec![LAST; keys.len()];
    let mut rank = 0;
    let mut before: Option<usize> = None;
    for at in order {
        if before.is_some_and(|before| keys.get(before) != keys.get(at)) {
            rank += 1;
        }
        before = Some(at);
        if let Some(of) = ranks.get_mut(at) {
            *of = rank;
        }
    }
    ranks
}
