//! The page of sources: every source of the book with what hangs on it, by publisher, narrowed,
//! ordered and counted.
//!
//! A source published after the cut-off is left out, and records that were not known by then do not
//! count as hanging on one (R11). *Unused* is a source that nothing in the whole book cites.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::ledger::Ledger;
use crate::model::{
    Citation, Dataset, MoneyId, PartialDate, PartyId, Source, SourceId, SourceKind,
};

use super::fold;

/// A record that hangs on a source.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Citing {
    /// The record.
    pub record: String,
    /// Whose it is; none: a reference series of no party.
    pub party: Option<PartyId>,
}

/// A source with what hangs on it.
#[derive(Clone, Debug)]
pub struct SourceEntry {
    /// The source.
    pub source: Arc<Source>,
    /// The records that cite it, known by the cut-off, in the order of ids.
    pub cited_by: Vec<Citing>,
    /// Whether nothing cites it, known or not.
    pub unused: bool,
    /// Whether it is known by the cut-off.
    known: bool,
    haystack: String,
}

impl SourceEntry {
    /// Whether it does not say when it was published. A statistical series has no such day.
    pub fn is_undated(&self) -> bool {
        self.source.published.is_none() && self.source.kind != SourceKind::Statistics
    }

    /// Whether no copy of it is kept.
    pub fn is_unarchived(&self) -> bool {
        self.source.archived.is_none()
    }

    fn has(&self, trait_: SourceTrait) -> bool {
        match trait_ {
            SourceTrait::Unused => self.unused,
            SourceTrait::Undated => self.is_undated(),
            SourceTrait::Unarchived => self.is_unarchived(),
        }
    }
}

/// What may be wanting of a source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SourceTrait {
    /// Nothing cites it.
    Unused,
    /// It does not say when it was published.
    Undated,
    /// No copy is kept.
    Unarchived,
}

impl SourceTrait {
    /// All, in the order shown.
    pub const ALL: &'static [Self] = &[Self::Unused, Self::Undated, Self::Unarchived];

    /// Its name in links and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Undated => "undated",
            Self::Unarchived => "unarchived",
        }
    }
}

/// By what the rows are ordered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum SourceOrder {
    /// In groups by publisher; within one by day, the oldest first.
    #[default]
    Publisher,
    /// By title.
    Title,
    /// By the day of publication; those without come last.
    Published,
    /// By how many records hang on it.
    Cited,
}

/// What the page is narrowed to. Each choice narrows.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct SourceFilter {
    /// Only those that have every word of this in title, publisher, address or id.
    pub search: String,
    /// Only those of which all of this is wanting.
    pub traits: BTreeSet<SourceTrait>,
    /// Only this kind.
    pub kind: Option<SourceKind>,
    /// Only this language (BCP 47).
    pub language: Option<String>,
    /// In which order.
    pub order: SourceOrder,
    /// Whether the order is turned round.
    pub descending: bool,
}

impl SourceFilter {
    /// Whether anything is left out.
    pub fn is_narrowed(&self) -> bool {
        !self.search.trim().is_empty()
            || !self.traits.is_empty()
            || self.kind.is_some()
            || self.language.is_some()
    }
}

/// A row of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceLine {
    /// The head of a publisher's group, by its place in [`SourceList::groups`].
    Group(usize),
    /// A source, by its place in the whole list.
    Source(usize),
}

/// The sources of one publisher.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceGroup {
    /// The publisher; empty: none is named.
    pub publisher: String,
    /// How many sources.
    pub sources: usize,
    /// How many records hang on them, each counted once.
    pub records: usize,
}

/// The rows that are shown, and how many sources there would be under each choice with the other
/// choices as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceList {
    /// The rows, in order: heads of groups where they are ordered by publisher.
    pub lines: Vec<SourceLine>,
    /// The publishers' groups.
    pub groups: Vec<SourceGroup>,
    /// How many sources are shown.
    pub sources: usize,
    /// How many there are in all.
    pub of: usize,
    /// How many were published after the cut-off and are left out.
    pub later: usize,
    /// What is wanting.
    pub traits: Vec<(SourceTrait, usize)>,
    /// Kinds that there are.
    pub kinds: Vec<(SourceKind, usize)>,
    /// Languages that there are, in the order of their codes.
    pub languages: Vec<(String, usize)>,
}

/// All sources of a book, in the order of ids.
#[derive(Clone, Debug, Default)]
pub struct SourceIndex {
    entries: Vec<SourceEntry>,
}

impl SourceIndex {
    /// Finds what hangs on each source.
    pub fn new(ledger: &Ledger) -> Self {
        let dataset = ledger.dataset();
        let cutoff = ledger.assumptions().cutoff;
        let mut cited = Cited::of(ledger, cutoff);
        let entry = |(id, source): (&SourceId, &Source)| {
            let (cited_by, unknown) = cited.by.remove(id.as_str()).unwrap_or_default();
            let published = source.published.map(PartialDate::first_day);
            SourceEntry {
                unused: cited_by.is_empty() && !unknown,
                cited_by: cited_by.into_iter().collect(),
                known: cutoff.zip(published).is_none_or(|(day, date)| date <= day),
                haystack: fold(
                    &[id.as_str(), &source.title, &source.publisher, &source.url].join("\n"),
                ),
                source: Arc::new(source.clone()),
            }
        };
        Self {
            entries: dataset.sources.iter().map(entry).collect(),
        }
    }

    /// The source at that place.
    pub fn at(&self, place: usize) -> Option<&SourceEntry> {
        self.entries.get(place)
    }

    /// The rows that a filter leaves, in its order.
    pub fn list(&self, filter: &SourceFilter) -> SourceList {
        let mut list = SourceList {
            of: self.entries.len(),
            ..SourceList::default()
        };
        let wanted = fold(&filter.search);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let mut traits: BTreeMap<SourceTrait, usize> = BTreeMap::new();
        let mut kinds: BTreeMap<SourceKind, usize> = BTreeMap::new();
        let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rows: Vec<usize> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if !entry.known {
                list.later += 1;
                continue;
            }
            let source = &entry.source;
            let found = words.iter().all(|word| entry.haystack.contains(word));
            let kind = filter.kind.is_none_or(|kind| kind == source.kind);
            let language = filter.language.as_ref();
            let language = language.is_none_or(|language| *language == source.language);
            let has_all = filter.traits.iter().all(|of| entry.has(*of));
            if found && kind && language {
                for of in SourceTrait::ALL.iter().filter(|of| entry.has(**of)) {
                    *traits.entry(*of).or_default() += 1;
                }
            }
            if found && has_all && language {
                *kinds.entry(source.kind).or_default() += 1;
            }
            if found && has_all && kind {
                *languages.entry(&source.language).or_default() += 1;
            }
            if found && has_all && kind && language {
                rows.push(place);
            }
        }
        list.sources = rows.len();
        let count = |of: &SourceTrait| traits.get(of).copied().unwrap_or_default();
        list.traits = SourceTrait::ALL.iter().map(|of| (*of, count(of))).collect();
        list.kinds = kinds.into_iter().collect();
        let languages = languages.into_iter();
        list.languages = languages.map(|(code, n)| (code.to_owned(), n)).collect();
        if filter.order == SourceOrder::Publisher {
            self.group(rows, filter.descending, &mut list);
        } else {
            self.put_in_order(&mut rows, filter);
            list.lines = rows.into_iter().map(SourceLine::Source).collect();
        }
        list
    }

    /// Puts the rows into groups by publisher, in the order of their names; those without one last.
    fn group(&self, rows: Vec<usize>, descending: bool, list: &mut SourceList) {
        let mut groups: BTreeMap<(bool, String, &str), Vec<&SourceEntry>> = BTreeMap::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for place in rows {
            let Some(entry) = self.at(place) else {
                continue;
            };
            let publisher = entry.source.publisher.trim();
            let key = (publisher.is_empty(), fold(publisher), publisher);
            groups.entry(key).or_default().push(entry);
            places.insert(entry.source.id.as_str(), place);
        }
        let mut groups: Vec<(&str, Vec<&SourceEntry>)> = groups
            .into_iter()
            .map(|((_, _, publisher), entries)| (publisher, entries))
            .collect();
        if descending {
            groups.reverse();
        }
        for (publisher, mut entries) in groups {
            entries.sort_by(|a, b| by_day(a.source.published, b.source.published));
            let records: BTreeSet<&Citing> = entries.iter().flat_map(|e| &e.cited_by).collect();
            list.lines.push(SourceLine::Group(list.groups.len()));
            list.groups.push(SourceGroup {
                publisher: publisher.to_owned(),
                sources: entries.len(),
                records: records.len(),
            });
            let places = entries
                .iter()
                .filter_map(|e| places.get(e.source.id.as_str()));
            list.lines
                .extend(places.map(|place| SourceLine::Source(*place)));
        }
    }

    fn put_in_order(&self, rows: &mut [usize], filter: &SourceFilter) {
        let turned = |order: Ordering| {
            if filter.descending {
                order.reverse()
            } else {
                order
            }
        };
        // What has no day comes last, whichever way round.
        let days = |a: Option<PartialDate>, b: Option<PartialDate>| {
            let none = a.is_none().cmp(&b.is_none());
            none.then(turned(by_day(a, b)))
        };
        let by = |a: &usize, b: &usize| -> Ordering {
            let Some((a, b)) = self.at(*a).zip(self.at(*b)) else {
                return Ordering::Equal;
            };
            match filter.order {
                SourceOrder::Publisher | SourceOrder::Title => {
                    turned(fold(&a.source.title).cmp(&fold(&b.source.title)))
                }
                SourceOrder::Published => days(a.source.published, b.source.published),
                SourceOrder::Cited => turned(a.cited_by.len().cmp(&b.cited_by.len())),
            }
        };
        rows.sort_by(by);
    }
}

/// By the first day that each can mean; none comes last.
fn by_day(a: Option<PartialDate>, b: Option<PartialDate>) -> Ordering {
    let day = |date: Option<PartialDate>| (date.is_none(), date.map(PartialDate::first_day));
    let exact = |date: Option<PartialDate>| Reverse(date.map(PartialDate::last_day));
    day(a).cmp(&day(b)).then(exact(a).cmp(&exact(b)).reverse())
}

/// The records that cite each source.
struct Cited<'a> {
    /// By source: the records known by the cut-off, and whether there are others.
    by: HashMap<&'a str, (BTreeSet<Citing>, bool)>,
}

impl<'a> Cited<'a> {
    fn of(ledger: &'a Ledger, cutoff: Option<Date>) -> Self {
        let dataset = ledger.dataset();
        let mut cited = Self { by: HashMap::new() };
        let signed = |day: Date| cutoff.is_none_or(|cutoff| day <= cutoff);
        for agreement in dataset.agreements.values() {
            let of = (agreement.id.as_str(), Some(&agreement.party));
            let known = signed(agreement.signed);
            for source in &agreement.sources {
                cited.note(source, of, known);
            }
            for fact in &agreement.context {
                cited.cite(&fact.cite, of, known);
            }
        }
        for commitment in dataset.commitments.values() {
            let agreement = dataset.agreements.get(&commitment.agreement);
            let of = (commitment.id.as_str(), agreement.map(|a| &a.party));
            let known = agreement.is_none_or(|agreement| signed(agreement.signed));
            cited.cite(&commitment.cite, of, known);
            for status in &commitment.status {
                cited.cite(&status.cite, of, known && signed(status.date.first_day()));
            }
            for other in &commitment.other_figures {
                cited.cite(&other.figure.cite, of, known);
            }
        }
        for entry in dataset.aid.values() {
            let of = (entry.id.as_str(), Some(&entry.party));
            let known = ledger.is_known(&MoneyId::from(&entry.id));
            cited.cite(&entry.figure.cite, of, known);
            for other in &entry.other_figures {
                cited.cite(&other.figure.cite, of, known);
            }
        }
        cited.series(dataset);
        cited
    }

    fn series(&mut self, dataset: &'a Dataset) {
        let reference = &dataset.reference;
        let whose = |id: &PartyId| dataset.parties.get_key_value(id).map(|(id, _)| id);
        for series in reference.gdp.values() {
            let of = (series.id.as_str(), whose(&series.country));
            self.note(&series.source, of, true);
        }
        for series in reference.population.values() {
            let of = (series.id.as_str(), whose(&series.country));
            self.note(&series.source, of, true);
        }
        for series in reference.fx.values() {
            self.note(&series.source, (series.id.as_str(), None), true);
        }
        for key in reference.eu_shares.values() {
            self.note(&key.source, (key.id.as_str(), None), true);
        }
    }

    fn cite(&mut self, cite: &'a Citation, of: (&str, Option<&PartyId>), known: bool) {
        let voices = cite.also_in.iter().map(|voice| &voice.source);
        for source in cite.source.iter().chain(voices) {
            self.note(source, of, known);
        }
    }

    fn note(&mut self, source: &'a SourceId, of: (&str, Option<&PartyId>), known: bool) {
        let (records, unknown) = self.by.entry(source.as_str()).or_default();
        if known {
            records.insert(Citing {
                record: of.0.to_owned(),
                party: of.1.cloned(),
            });
        } else {
            *unknown = true;
        }
    }
}
