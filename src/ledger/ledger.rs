//! A dataset made ready for counting. Every number of the program is asked here, and comes with the
//! tree under it (R12: a total equals the sum of the leaves of its tree, to the cent, since each
//! leaf is rounded once, when it is converted).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{
    Dataset, GdpStatus, MoneyId, PartialDate, PartyId, SeriesId, SourceId, Stage, Year,
};

use super::assumptions::{Assumptions, FutureGdp, FxRule};
use super::best::{attributed, stretch_is_in};
use super::bounds::Bounds;
use super::convert::{Converter, When, at};
use super::derivation::{Basis, Derivation, Exclusion, Reason, Span, Step};
use super::gdp::GdpTable;
use super::items::{Item, Kind, Tranche};
use super::parts::Maker;
use super::scope::Scope;
use super::total::{Query, StagedTotal};

/// The id of the party whose aid can be attributed to its members (R8).
const EU: &str = "EU";

/// A dataset made ready for counting under given assumptions. Made once per revision and
/// assumptions, then asked many times; it never changes.
#[derive(Debug)]
pub struct Ledger {
    dataset: Arc<Dataset>,
    assumptions: Assumptions,
    converter: Converter,
    gdp: GdpTable,
    items: Vec<Item>,
    places: HashMap<MoneyId, usize>,
    by_party: BTreeMap<PartyId, BTreeMap<Stage, Vec<usize>>>,
    /// By the place of a commitment: the places of what fulfils it (R9), in order.
    fulfilling: HashMap<usize, Vec<usize>>,
}

/// What counts of a record by itself: all its tranches; of a running total its one sum.
fn own_tranches(item: &Item) -> &[Tranche] {
    match item.kind {
        Kind::Flow { .. } => item.tranches.as_slice(),
        Kind::Total { .. } => item.tranches.get(..1).unwrap_or_default(),
    }
}

/// One of the figures of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureOf {
    /// Who reports it.
    pub source: Option<SourceId>,
    /// Whether it is the one that sums use (R10).
    pub preferred: bool,
    /// What the record comes to by it.
    pub total: StagedTotal,
}

/// A gross domestic product in the shown currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GdpOf {
    /// In whole units of the shown currency.
    pub value: Decimal,
    /// Of which year.
    pub year: Year,
    /// Whether it is estimated.
    pub estimate: bool,
}

impl Ledger {
    /// Makes a dataset ready.
    pub fn new(dataset: Arc<Dataset>, assumptions: Assumptions) -> Self {
        let converter = Converter::new(&dataset);
        let gdp = GdpTable::new(&dataset, &assumptions.gdp_vintage);
        let maker = Maker {
            dataset: &dataset,
            assumptions: &assumptions,
            converter: &converter,
            gdp: &gdp,
        };
        let items = maker.items();
        let mut by_party: BTreeMap<PartyId, BTreeMap<Stage, Vec<usize>>> = BTreeMap::new();
        for (place, item) in items.iter().enumerate() {
            let stages = by_party.entry(item.party.clone()).or_default();
            stages.entry(item.stage).or_default().push(place);
        }
        let mut fulfilling: HashMap<usize, Vec<usize>> = HashMap::new();
        for (place, item) in items.iter().enumerate() {
            for (commitment, _) in &item.links.fulfils {
                fulfilling.entry(*commitment).or_default().push(place);
            }
        }
        let places = items
            .iter()
            .enumerate()
            .map(|(i, item)| (item.id.clone(), i))
            .collect();
        Self {
            dataset,
            assumptions,
            converter,
            gdp,
            items,
            places,
            by_party,
            fulfilling,
        }
    }

    /// The dataset that is counted.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// The settings it is counted under.
    pub fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    pub(in crate::ledger) fn items(&self) -> &[Item] {
        &self.items
    }

    pub(in crate::ledger) fn item(&self, id: &str) -> Option<&Item> {
        self.items.get(*self.places.get(id)?)
    }

    pub(in crate::ledger) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The places of a party's items of one stage.
    pub(in crate::ledger) fn places(&self, party: &PartyId, stage: Stage) -> &[usize] {
        let stages = self.by_party.get(party);
        stages
            .and_then(|stages| stages.get(&stage))
            .map_or(&[], Vec::as_slice)
    }

    /// The places that a scope can take, in order: what a promise is made of, or what fulfils it, is
    /// few among all that a party has. None: any.
    pub(in crate::ledger) fn few_in(&self, scope: Scope<'_>) -> Option<BTreeSet<usize>> {
        match scope {
            Scope::All | Scope::Chosen(_) => None,
            Scope::Only(promise) => Some(promise.keys().copied().collect()),
            Scope::Fulfilling(commitments) => {
                let fulfilling = commitments.iter().flat_map(|of| self.fulfilling(*of));
                Some(fulfilling.copied().collect())
            }
        }
    }

    /// The places of what fulfils a commitment, in order.
    pub(in crate::ledger) fn fulfilling(&self, commitment: usize) -> &[usize] {
        let places = self.fulfilling.get(&commitment);
        places.map_or(&[], Vec::as_slice)
    }

    /// The sum asked for. Over several parties it is the sum of theirs, each on its own basis.
    pub fn total(&self, query: &Query) -> StagedTotal {
        let derivation = match query.parties.as_deref() {
            Some([party]) => self.of_party(party, query),
            Some(parties) => self.over(parties.iter(), query),
            None => self.over(self.dataset.parties.keys(), query),
        };
        StagedTotal::of(query.stage, Arc::new(derivation))
    }

    fn of_party(&self, party: &PartyId, query: &Query) -> Derivation {
        let step = Step::Party {
            party: party.clone(),
            stage: query.stage,
            aid_type: query.aid_type,
            instrument: query.instrument,
            span: query.span,
        };
        let mut derivation = self.best(party, query, Scope::All, step.clone());
        if let Some((eu, key, share)) = self.attribution_to(party) {
            let eu = self.best(&eu, query, Scope::All, step);
            let leaves = attributed(&eu, share, &key);
            let added = Bounds::sum(leaves.iter().map(|leaf| leaf.bounds));
            if !added.is_nothing() {
                derivation.bounds = derivation.bounds.plus(added);
                derivation.children.extend(leaves);
                if derivation.basis == Basis::Nothing {
                    derivation.basis = Basis::Packages;
                }
            }
        }
        derivation
    }

    /// The EU, the key and the share by which its aid is attributed to a member (R8).
    pub(in crate::ledger) fn attribution_to(
        &self,
        party: &PartyId,
    ) -> Option<(PartyId, SeriesId, Decimal)> {
        let key = self.assumptions.eu_attribution.as_ref()?;
        let share = self
            .dataset
            .reference
            .eu_shares
            .get(key)?
            .shares
            .get(party)?;
        Some((PartyId::new(EU).ok()?, key.clone(), *share))
    }

    /// The parties whose sums a query adds, in the order of ids. The EU is none of several while its
    /// money is attributed to its members (R8).
    pub(in crate::ledger) fn counted_parties<'a>(&'a self, query: &'a Query) -> Vec<&'a PartyId> {
        let all: BTreeSet<&PartyId> = match query.parties.as_deref() {
            Some([party]) => return vec![party],
            Some(parties) => parties.iter().collect(),
            None => self.dataset.parties.keys().collect(),
        };
        let attributed = self.assumptions.eu_attribution.is_some();
        all.into_iter()
            .filter(|party| !attributed || party.as_str() != EU)
            .collect()
    }

    fn over<'a>(&self, parties: impl Iterator<Item = &'a PartyId>, query: &Query) -> Derivation {
        let mut excluded = Vec::new();
        let mut children = Vec::new();
        for party in parties.collect::<BTreeSet<_>>() {
            if self.assumptions.eu_attribution.is_some() && party.as_str() == EU {
                // Its money stands in its members' rows now: counted here as well, it would count twice.
                let places = self.places(party, query.stage).iter();
                excluded.extend(
                    places
                        .filter_map(|place| self.items.get(*place))
                        .map(|item| Exclusion {
                            record: item.id.clone(),
                            year: None,
                            reason: Reason::Attributed,
                        }),
                );
                continue;
            }
            let child = self.of_party(party, query);
            if !child.bounds.is_nothing() || !child.excluded.is_empty() {
                children.push(child);
            }
        }
        let bounds = Bounds::sum(children.iter().map(|child| child.bounds));
        Derivation {
            step: Step::AllParties {
                stage: query.stage,
                aid_type: query.aid_type,
                instrument: query.instrument,
                span: query.span,
            },
            bounds,
            unit: self.assumptions.currency,
            basis: if bounds.is_nothing() {
                Basis::Nothing
            } else {
                Basis::PerParty
            },
            children,
            excluded,
            candidates: Vec::new(),
        }
    }

    /// What one record comes to by itself, over all its years, at its own stage, whatever else
    /// carries or replaces it. None where there is no such record or it names no amount.
    pub fn record(&self, id: &MoneyId) -> Option<StagedTotal> {
        Some(self.alone(self.item(id.as_str())?))
    }

    /// The figures of a record that were known by the cut-off, its own first, each as what the record
    /// would come to by it (R10). Empty where there is no such record or it names no amount.
    pub fn figures(&self, id: &MoneyId) -> Vec<FigureOf> {
        let Some((record, counts)) = self.dataset.money(id.as_str()).zip(self.item(id.as_str()))
        else {
            return Vec::new();
        };
        let figures = self.maker().figures(&record);
        figures
            .iter()
            .map(|item| FigureOf {
                source: item.source.clone(),
                preferred: item.other_figure == counts.other_figure,
                total: self.alone(item),
            })
            .collect()
    }

    fn maker(&self) -> Maker<'_> {
        Maker {
            dataset: &self.dataset,
            assumptions: &self.assumptions,
            converter: &self.converter,
            gdp: &self.gdp,
        }
    }

    /// A record's tree by itself.
    fn alone(&self, item: &Item) -> StagedTotal {
        let unit = self.assumptions.currency;
        let tranches = own_tranches(item);
        let basis = match item.kind {
            Kind::Flow { .. } => Basis::Packages,
            Kind::Total { counted, .. } => Basis::RunningTotal {
                record: item.id.clone(),
                as_counted_on: counted,
                packages_after: 0,
            },
        };
        let leaf = |tranche| Derivation {
            step: Step::Leaf(Box::new(item.leaf(tranche))),
            bounds: tranche.bounds,
            unit,
            basis: basis.clone(),
            children: Vec::new(),
            excluded: Vec::new(),
            candidates: Vec::new(),
        };
        let children: Vec<Derivation> = tranches.iter().map(leaf).collect();
        let derivation = Derivation {
            step: Step::Record {
                record: item.id.clone(),
                stage: item.stage,
            },
            bounds: Bounds::sum(children.iter().map(|child| child.bounds)),
            unit,
            basis,
            children,
            excluded: Vec::new(),
            candidates: Vec::new(),
        };
        StagedTotal::of(item.stage, Arc::new(derivation))
    }

    /// Whether any of a record's money is for a span: a running total, where its days lie in it.
    pub fn stands_in(&self, id: &MoneyId, span: Span) -> bool {
        self.item(id.as_str()).is_some_and(|item| match item.kind {
            Kind::Flow { .. } => item.tranches.iter().any(|t| t.slot.is_in(span)),
            Kind::Total { .. } => stretch_is_in(item.kind, span),
        })
    }

    /// Whether a promise goes on: its text names no end, and neither does its agreement.
    pub fn goes_on(&self, id: &MoneyId) -> bool {
        self.item(id.as_str()).is_some_and(|item| item.goes_on)
    }

    /// The population of a party in a year; where that is not there, or none is asked for, in the
    /// last year that is. Of several editions the one whose name sorts last counts.
    pub fn population(&self, party: &PartyId, year: Option<Year>) -> Option<(u64, Year)> {
        let series = self.dataset.reference.population.values();
        let series = series
            .filter(|series| series.country == *party)
            .max_by_key(|series| &series.vintage)?;
        let asked = year.and_then(|year| series.years.get_key_value(&year));
        let (year, heads) = asked.or_else(|| series.years.last_key_value())?;
        Some((*heads, *year))
    }

    /// What [`Self::record`] comes to, without its tree: for tables of many.
    pub fn record_bounds(&self, id: &MoneyId) -> Option<Bounds> {
        let tranches = own_tranches(self.item(id.as_str())?).iter();
        Some(Bounds::sum(tranches.map(|tranche| tranche.bounds)))
    }

    /// The years for which anything of a party's money is dated and known, in order.
    pub fn years_of(&self, party: &PartyId) -> Vec<Year> {
        let mut years = BTreeSet::new();
        let stages = self.by_party.get(party);
        for place in stages.iter().flat_map(|stages| stages.values()).flatten() {
            let Some(item) = self.items.get(*place).filter(|item| item.known) else {
                continue;
            };
            match item.kind {
                Kind::Total {
                    since,
                    until: Some(until),
                    ..
                } => {
                    if since.year() == until.year() {
                        years.insert(Year::of(since));
                    }
                }
                Kind::Total { .. } => {}
                Kind::Flow { .. } => {
                    years.extend(item.tranches.iter().flat_map(|t| t.slot.years()));
                }
            }
        }
        years.into_iter().collect()
    }

    /// Whether the record was announced by the cut-off (R11). A record without an amount is not
    /// known here.
    pub fn is_known(&self, id: &MoneyId) -> bool {
        self.item(id.as_str()).is_some_and(|item| item.known)
    }

    /// When a record was announced, as the cut-off and sums by announcement see it: its own date,
    /// else its figure's, the day of its count, or the day its source was published. A date that is
    /// known to the year or month stands on its first day (R11).
    pub fn announced(&self, id: &MoneyId) -> Option<PartialDate> {
        self.item(id.as_str())?.date
    }

    /// Whether a currency has any rate, so that sums in it can be converted at all (R7).
    pub fn has_rate(&self, currency: crate::model::Currency) -> bool {
        self.converter.knows(currency)
    }

    /// The GDP of a party in the shown currency: of a year, or of the last reported (not estimated)
    /// one. None where the vintage or the rate is missing.
    pub fn gdp(&self, party: &PartyId, year: Option<Year>) -> Option<GdpOf> {
        let year = year.or_else(|| self.gdp.last_actual(party))?;
        let step = self.gdp.get(party, year, FutureGdp::Undisclosed)?;
        let to = self.assumptions.currency;
        let value = if step.currency == to {
            step.gdp
        } else {
            let when = When::Year(year, None);
            let rate = self
                .converter
                .rate(step.currency, to, when, FxRule::YearAverage)
                .ok()?
                .0;
            at(&rate, step.gdp)?
        };
        Some(GdpOf {
            value,
            year,
            estimate: step.status == GdpStatus::Estimate,
        })
    }
}
