//! The country list.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::{Locale, locale};
use jiff::civil::Date;

use crate::ledger::{Fulfilment, Ledger, Query, Span, StagedTotal};
use crate::model::{
    Agreement, AidEntry, AidType, Area, Commitment, MoneyId, Name, Party, PartyId, Stage, Status,
    Year,
};

use crate::text::Lang;
pub use crate::text::fold::fold;

use super::detail::known_statuses;
use super::problems::ProblemIndex;

/// What the mini bar of the list shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize, serde::Deserialize)]
pub struct Measure {
    /// Of which stage.
    pub stage: Stage,
    /// Of which aid type; none: all.
    pub aid_type: Option<AidType>,
}

/// In which order the list stands.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Default, serde::Serialize, serde::Deserialize,
)]
pub enum PartySort {
    /// By name, in the language's own order.
    #[default]
    Name,
    /// By day of signing, first first.
    Signed,
    /// By the measure, greatest low bound first.
    Measure,
    /// By problems, most first.
    Problems,
}

/// A property that the list can be narrowed to. Facets of one kind widen (or), of different kinds narrow (and).
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize,
)]
pub enum Facet {
    /// Member of the EU.
    Eu,
    /// Member of NATO.
    Nato,
    /// Member of the G7.
    G7,
    /// Its agreement names a sum.
    HasMoney,
    /// Signed in that year.
    Signed(Year),
    /// Has a commitment in that area.
    Area(Area),
    /// Has a commitment of that status.
    Status(Status),
}

/// How many parties of the list (as narrowed by the *other* kinds of facets and the search) have a property.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FacetCount {
    /// Which property.
    pub facet: Facet,
    /// How many parties have it.
    pub count: usize,
}

/// What the list is narrowed to and how it is ordered.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct PartyFilter {
    /// Any case, any diacritics, Latin or Cyrillic; matches names, ids, summaries and areas.
    pub search: String,
    /// Properties asked for.
    pub facets: BTreeSet<Facet>,
    /// The order.
    pub sort: PartySort,
    /// Whether names are compared in Ukrainian.
    pub ukrainian: bool,
}

/// One party in the list.
#[derive(Clone, Debug)]
pub struct PartyRow {
    /// Whose row.
    pub id: PartyId,
    /// Its name.
    pub name: Name,
    /// When its (first) agreement was signed.
    pub signed: Option<Date>,
    /// The chosen measure over all time.
    pub measure: StagedTotal,
    /// Fulfilment of what it promised for the year of the last promise that is over or running at
    /// the cut-off; none where it promised no sum.
    pub fulfilment: Option<Fulfilment>,
    /// How many problems (errors and warnings, accepted ones left out) its records have, its sources
    /// and series included.
    pub problems: usize,
    /// Its properties.
    pub facets: BTreeSet<Facet>,
}

/// The list as narrowed and ordered.
#[derive(Clone, Debug)]
pub struct PartyList {
    /// The rows.
    pub rows: Vec<PartyRow>,
    /// The properties to narrow by, with counts.
    pub facets: Vec<FacetCount>,
    /// How many parties there are without any narrowing.
    pub of: usize,
}

/// What the list needs of a dataset and does not change while somebody types: made once per
/// revision and assumptions.
#[derive(Debug)]
pub struct PartyIndex {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    party: Party,
    signed: Option<Date>,
    fulfilment: Option<Fulfilment>,
    problems: usize,
    facets: BTreeSet<Facet>,
    haystack: String,
}

impl PartyIndex {
    /// Reads a dataset for the list. `area_names` gives the words of an area in the languages of
    /// the search.
    pub fn new(
        ledger: &Ledger,
        problems: &ProblemIndex,
        area_names: &dyn Fn(Area) -> String,
    ) -> Self {
        let dataset = ledger.dataset();
        let cutoff = ledger.assumptions().cutoff;
        let entry = |party: &Party| {
            let agreements: Vec<&Agreement> = dataset
                .agreements_of(&party.id)
                .filter(|a| cutoff.is_none_or(|day| a.signed <= day))
                .collect();
            let own = |c: &&Commitment| agreements.iter().any(|a| a.id == c.agreement);
            let commitments: Vec<&Commitment> = dataset.commitments.values().filter(own).collect();
            let aid: Vec<&AidEntry> = dataset
                .aid
                .values()
                .filter(|a| a.party == party.id && ledger.is_known(&MoneyId::from(&a.id)))
                .collect();
            let mut words = vec![
                party.name.en.clone(),
                party.name.uk.clone(),
                party.id.to_string(),
                party.iso3.clone(),
            ];
            words.extend(agreements.iter().map(|a| a.title.clone()));
            words.extend(commitments.iter().map(|c| c.summary.clone()));
            words.extend(aid.iter().map(|a| a.summary.clone()));
            let areas: BTreeSet<Area> = commitments.iter().map(|c| c.area).collect();
            words.extend(areas.into_iter().map(area_names));
            Entry {
                signed: agreements.iter().map(|a| a.signed).min(),
                fulfilment: last_promise(ledger, &party.id),
                problems: problems.open_of(&party.id),
                facets: facets_of(party, &agreements, &commitments, cutoff),
                haystack: fold(&words.join("\n")),
                party: party.clone(),
            }
        };
        Self {
            entries: dataset.parties.values().map(entry).collect(),
        }
    }
}

/// The fulfilment of the last year, not after the cut-off’s, of which anything arrived; else of the
/// last for which a sum was promised.
fn last_promise(ledger: &Ledger, party: &PartyId) -> Option<Fulfilment> {
    let last = ledger.assumptions().cutoff.map_or(Year::MAX, Year::of);
    let years = ledger
        .years_of(party)
        .into_iter()
        .rev()
        .filter(|year| *year <= last);
    let fulfilments = years.map(|year| {
        let commitments = ledger.money_commitments(party, Span::Year(year));
        ledger.fulfilment(party, &commitments, Span::Year(year))
    });
    let mut newest = None;
    for fulfilment in fulfilments {
        if fulfilment.arrived.iter().any(|(_, ratio)| ratio.is_some()) {
            return Some(fulfilment);
        }
        let promised = fulfilment.promised.iter().any(|p| p.bounds().has_number());
        if newest.is_none() && promised {
            newest = Some(fulfilment);
        }
    }
    newest
}

fn facets_of(
    party: &Party,
    agreements: &[&Agreement],
    commitments: &[&Commitment],
    cutoff: Option<Date>,
) -> BTreeSet<Facet> {
    let member = |since: Option<Date>| since.is_some_and(|day| cutoff.is_none_or(|end| day <= end));
    let has_money = |c: &&Commitment| c.amount.is_some_and(|a| !a.form.is_undisclosed());
    let one = |holds: bool, facet: Facet| holds.then_some(facet);
    let fixed = [
        one(member(party.eu_since), Facet::Eu),
        one(member(party.nato_since), Facet::Nato),
        one(party.g7, Facet::G7),
        one(commitments.iter().any(has_money), Facet::HasMoney),
    ];
    let signed = agreements.iter().map(|a| Facet::Signed(Year::of(a.signed)));
    let areas = commitments.iter().map(|c| Facet::Area(c.area));
    let statuses = commitments.iter().filter_map(|c| {
        let latest = known_statuses(c, cutoff).max_by_key(|entry| entry.date)?;
        Some(Facet::Status(latest.status))
    });
    fixed
        .into_iter()
        .flatten()
        .chain(signed)
        .chain(areas)
        .chain(statuses)
        .collect()
}

/// Facets of one kind widen, of different kinds narrow.
fn kind(facet: Facet) -> u8 {
    match facet {
        Facet::Eu => 0,
        Facet::Nato => 1,
        Facet::G7 => 2,
        Facet::HasMoney => 3,
        Facet::Signed(_) => 4,
        Facet::Area(_) => 5,
        Facet::Status(_) => 6,
    }
}

fn passes(has: &BTreeSet<Facet>, asked: &BTreeSet<Facet>, but: Option<u8>) -> bool {
    let kinds: BTreeSet<u8> = asked
        .iter()
        .map(|f| kind(*f))
        .filter(|k| Some(*k) != but)
        .collect();
    kinds
        .into_iter()
        .all(|k| asked.iter().any(|f| kind(*f) == k && has.contains(f)))
}

/// The country list.
pub fn parties(
    ledger: &Ledger,
    index: &PartyIndex,
    measure: Measure,
    filter: &PartyFilter,
) -> PartyList {
    let needles: Vec<String> = fold(&filter.search)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let found: Vec<&Entry> = index
        .entries
        .iter()
        .filter(|entry| {
            needles
                .iter()
                .all(|needle| entry.haystack.contains(needle.as_str()))
        })
        .collect();
    let mut counts: BTreeMap<Facet, usize> = BTreeMap::new();
    for facet in index.entries.iter().flat_map(|entry| &entry.facets) {
        counts.entry(*facet).or_default();
    }
    for entry in &found {
        for facet in &entry.facets {
            if passes(&entry.facets, &filter.facets, Some(kind(*facet))) {
                *counts.entry(*facet).or_default() += 1;
            }
        }
    }
    let shown = found
        .into_iter()
        .filter(|entry| passes(&entry.facets, &filter.facets, None));
    let row = |entry: &Entry| {
        let query = Query::all(measure.stage)
            .of(&entry.party.id)
            .typed(measure.aid_type);
        PartyRow {
            id: entry.party.id.clone(),
            name: entry.party.name.clone(),
            signed: entry.signed,
            measure: ledger.total(&query),
            fulfilment: entry.fulfilment.clone(),
            problems: entry.problems,
            facets: entry.facets.clone(),
        }
    };
    let mut rows: Vec<PartyRow> = shown.map(row).collect();
    order(&mut rows, filter);
    let facets = counts
        .into_iter()
        .map(|(facet, count)| FacetCount { facet, count })
        .collect();
    PartyList {
        rows,
        facets,
        of: index.entries.len(),
    }
}

/// Puts things in the order of their names, in the language's own order.
pub(super) fn sort_by_name<T>(things: &mut [T], ukrainian: bool, name: impl Fn(&T) -> &Name) {
    let (language, of): (_, fn(&Name) -> &str) = if ukrainian {
        (locale!("uk"), |name| &name.uk)
    } else {
        (locale!("en"), |name| &name.en)
    };
    sort_words(things, language, |thing| of(name(thing)));
}

/// Puts things in the order of their words, in the order of the letters of a language.
pub fn sort_by_words<T>(things: &mut [T], lang: Lang, words: impl Fn(&T) -> &str) {
    let language = match lang {
        Lang::En => locale!("en"),
        Lang::Uk => locale!("uk"),
    };
    sort_words(things, language, words);
}

fn sort_words<T>(things: &mut [T], language: Locale, words: impl Fn(&T) -> &str) {
    // Without collation data (it is compiled in) words would stand in the order of their letters' codes.
    match Collator::try_new(language.into(), CollatorOptions::default()) {
        Ok(collator) => things.sort_by(|a, b| collator.compare(words(a), words(b))),
        Err(_) => things.sort_by(|a, b| words(a).cmp(words(b))),
    }
}

fn order(rows: &mut [PartyRow], filter: &PartyFilter) {
    sort_by_name(rows, filter.ukrainian, |row| &row.name);
    match filter.sort {
        PartySort::Name => {}
        PartySort::Signed => rows.sort_by_key(|row| (row.signed.is_none(), row.signed)),
        PartySort::Measure => rows.sort_by_key(|row| {
            let bounds = row.measure.bounds();
            Reverse((
                bounds.low,
                bounds.high.is_none(),
                bounds.high,
                bounds.undisclosed,
            ))
        }),
        PartySort::Problems => rows.sort_by_key(|row| Reverse(row.problems)),
    }
}
