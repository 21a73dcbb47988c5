//! The country list.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::ledger::{Fulfilment, Ledger, StagedTotal};
use crate::model::{AidType, Area, Name, PartyId, Stage, Status, Year};

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
    /// How many problems (errors and warnings, accepted ones left out) its records have.
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

/// The country list. `area_names` gives the words of an area in the language of the search.
pub fn parties(
    ledger: &Ledger,
    measure: Measure,
    filter: &PartyFilter,
    area_names: &dyn Fn(Area) -> String,
) -> PartyList {
    let _ = (ledger, measure, filter, area_names);
    todo!()
}
