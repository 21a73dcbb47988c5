//! R2, R3, R4: the sum of one party, stage, aid type and span: the best known of its candidates.
//!
//! Readings that R4 leaves open, with examples from the data:
//! - Over all types a running total of any type is a candidate, with the packages of all types
//!   dated after it; running totals of two types are not added to each other. So a party's sum over
//!   all types can be less than its types' sums side by side.
//! - A running total of type *mixed* stands in sums over all types only, not in the sum of the
//!   type *mixed*.
//! - A running total whose source names no instrument may hold all of them: it stands in sums over
//!   all instruments only, not in the sum of the instrument *unknown*.
//! - “Dated after that day” compares the first day a package's date can mean with the last day the
//!   count's date can mean; a package without a date never came after.
//! - A running total whose day of count is not known covers all packages (Germany's €5.2 bn “since
//!   February 2022”): it stands alone, and only in sums over all time.
//! - Where two candidates have the same low bound, packages are preferred, then the later count.
//! - What stands in no single year, and sums by day of announcement, know packages only.

mod days;

use rust_decimal::Decimal;

use crate::model::{AidType, Instrument, PartyId};

use super::bounds::Bounds;
use super::derivation::{
    Basis, Candidate, Derivation, Exclusion, Leaf, Reason, ShareOf, Span, Step,
};
use super::items::{Item, Kind, Slot, Tranche};
use super::ledger::Ledger;
use super::scope::Scope;
use super::total::Query;

/// A tranche that counts, with the bounds it counts with.
struct Counted<'a> {
    item: &'a Item,
    leaf: Leaf,
    bounds: Bounds,
}

/// Bounds times a part of one, to the cent.
fn times(bounds: &Bounds, part: Decimal) -> Bounds {
    let cut = |value: Decimal| value.checked_mul(part).unwrap_or(value).round_dp(2);
    Bounds {
        low: cut(bounds.low),
        high: bounds.high.map(cut),
        ..*bounds
    }
}

/// Whether a running total's days lie in a span; only spans of years know running totals.
pub(in crate::ledger) fn stretch_is_in(kind: Kind, span: Span) -> bool {
    let Kind::Total {
        since,
        until,
        counted,
    } = kind
    else {
        return false;
    };
    match span {
        Span::All => true,
        Span::Year(year) => {
            counted.is_some()
                && until.is_some_and(|until| since >= year.first_day() && until <= year.last_day())
        }
        Span::NotSplit | Span::Announced(..) => false,
    }
}

/// Whether an item came after the day of a count.
fn came_after(item: &Item, count: Kind) -> bool {
    let Kind::Total {
        until: Some(until), ..
    } = count
    else {
        return false;
    };
    item.date.is_some_and(|date| date.first_day() > until)
}

/// How many packages came after the day of a count, and their sum, out of [`Best::sums_by_day`].
fn later_than(days: &[(jiff::civil::Date, Bounds)], count: Kind) -> (u32, Bounds) {
    let Kind::Total {
        until: Some(until), ..
    } = count
    else {
        return (0, Bounds::NOTHING);
    };
    let after = days.partition_point(|(day, _)| *day > until);
    let sum = after.checked_sub(1).and_then(|last| days.get(last));
    (
        u32::try_from(after).unwrap_or(u32::MAX),
        sum.map_or(Bounds::NOTHING, |(_, sum)| *sum),
    )
}

/// One of the readings between which R4 chooses.
struct Choice<'a> {
    basis: Basis,
    bounds: Bounds,
    /// The running total it rests on; none: the packages.
    statement: Option<Counted<'a>>,
}

impl Choice<'_> {
    /// By low bound; then what has a number, is recorded, is packages, was counted later.
    fn rank(&self) -> (Decimal, bool, bool, bool, Option<jiff::civil::Date>) {
        let day = self.statement.as_ref().and_then(|s| match s.item.kind {
            Kind::Total { until, .. } => until,
            Kind::Flow { .. } => None,
        });
        let Self {
            basis: _,
            bounds,
            statement,
        } = self;
        (
            bounds.low,
            bounds.has_number(),
            !bounds.is_nothing(),
            statement.is_none(),
            day,
        )
    }
}

/// The place of an item and the item.
type At<'a> = (usize, &'a Item);

/// One party's sum in the making.
struct Best<'a> {
    ledger: &'a Ledger,
    query: &'a Query,
    scope: Scope<'a>,
    counted: Vec<Counted<'a>>,
    excluded: Vec<Exclusion>,
    totals: Vec<At<'a>>,
}

impl Ledger {
    /// The best known sum of one party, as a tree whose root is `step`.
    pub(in crate::ledger) fn best(
        &self,
        party: &PartyId,
        query: &Query,
        scope: Scope<'_>,
        step: Step,
    ) -> Derivation {
        let mut best = Best {
            ledger: self,
            query,
            scope,
            counted: Vec::new(),
            excluded: Vec::new(),
            totals: Vec::new(),
        };
        let own = self.places(party, query.stage);
        let mut look = |place: usize| {
            if let Some(item) = self.items().get(place) {
                best.look_at((place, item));
            }
        };
        match self.few_in(scope) {
            None => own.iter().copied().for_each(&mut look),
            Some(few) => {
                let its = few
                    .into_iter()
                    .filter(|place| own.binary_search(place).is_ok());
                its.for_each(&mut look);
            }
        }
        best.choose(step)
    }
}

impl<'a> Best<'a> {
    /// Whether an item passes the query's type and instrument; a running total that is mixed, or
    /// names no instrument, only where all do (R4).
    fn type_fits(&self, item: &Item) -> bool {
        let flow = item.is_flow();
        let Query {
            aid_type,
            instrument,
            ..
        } = self.query;
        aid_type.is_none_or(|of| item.aid_type == of && (flow || of != AidType::Mixed))
            && instrument
                .is_none_or(|by| item.instrument == by && (flow || by != Instrument::Unknown))
    }

    fn span_fits(&self, item: &Item, tranche: &Tranche) -> bool {
        match self.query.span {
            Span::Announced(from, to) => item.date.is_some_and(|date| {
                let day = date.first_day();
                from <= day && day <= to
            }),
            span => tranche.slot.is_in(span),
        }
    }

    /// Whether an item stands in this sum before anything is left out: what R3 asks of a whole.
    fn holds(&self, place: usize, of: &Item) -> bool {
        let Some(item) = self.ledger.items().get(place) else {
            return false;
        };
        item.known
            && item.is_flow()
            && !item.joint
            && item.names_a_sum()
            && item.party == of.party
            && item.stage == self.query.stage
            && self.type_fits(item)
            && self.scope.share(place, item).is_some()
            && item.tranches.iter().any(|t| self.span_fits(item, t))
    }

    fn leave_out(&mut self, item: &Item, tranche: Option<&Tranche>, reason: Reason) {
        let year = tranche.and_then(|t| match t.slot {
            Slot::Year(year) => Some(year),
            _ => None,
        });
        self.excluded.push(Exclusion {
            record: item.id.clone(),
            year,
            reason,
        });
    }

    fn id(&self, place: usize) -> Option<crate::model::MoneyId> {
        self.ledger.items().get(place).map(|item| item.id.clone())
    }

    /// Sorts an item in: counted, left out with a reason, or a running total to choose from.
    fn look_at(&mut self, (place, item): At<'a>) {
        let Some(share) = self.scope.share(place, item) else {
            return;
        };
        if !self.type_fits(item) {
            return;
        }
        let in_span = if item.is_flow() {
            item.tranches.iter().any(|t| self.span_fits(item, t))
        } else {
            stretch_is_in(item.kind, self.query.span)
        };
        if !in_span {
            self.mention_lump(item);
            return;
        }
        if let Some(reason) = self.reason_against(item) {
            self.leave_out(item, None, reason);
            return;
        }
        if !item.is_flow() {
            if matches!(self.scope, Scope::Chosen(_)) {
                self.leave_out(item, None, Reason::RunningTotal);
            } else {
                self.totals.push((place, item));
            }
            return;
        }
        for tranche in &item.tranches {
            if !self.span_fits(item, tranche) || !self.scope.takes(place, tranche) {
                continue;
            }
            if let Some(by) = tranche.superseded_by.first().and_then(|by| self.id(*by)) {
                self.leave_out(item, Some(tranche), Reason::SupersededBy(by));
            } else {
                let counted = self.counted(item, tranche, share);
                self.counted.push(counted);
            }
        }
    }

    /// A lump over a year that is asked for is told, though it is not split (R5).
    fn mention_lump(&mut self, item: &Item) {
        let Span::Year(year) = self.query.span else {
            return;
        };
        let lump = item.tranches.iter().any(|t| match t.slot {
            Slot::Lump(from, to) => {
                from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)
            }
            _ => false,
        });
        if item.is_flow() && item.known && lump && self.reason_against(item).is_none() {
            self.leave_out(item, None, Reason::NotSplit);
        }
    }

    /// Why an item is not in a sum that it would otherwise stand in.
    fn reason_against(&self, item: &Item) -> Option<Reason> {
        if let Some(reason) = self.reason_of_its_own(item) {
            return Some(reason);
        }
        // Running totals are no parts in a sum.
        if !item.is_flow() {
            return None;
        }
        if let Some(whole) = self.whole_of(item) {
            return self.id(whole).map(Reason::PartOf);
        }
        let mut fulfils = item.links.fulfils.iter().map(|(c, _)| *c);
        let inside = fulfils.find(|c| self.holds(*c, item))?;
        self.id(inside).map(Reason::InsideCommitment)
    }

    /// The same, but for the wholes that it may be inside.
    fn reason_of_its_own(&self, item: &Item) -> Option<Reason> {
        if !item.known {
            return item.date.map(Reason::AfterCutoff);
        }
        if item.joint {
            return Some(Reason::Joint);
        }
        let links = &item.links;
        if let Some(carrier) = links.counted_in
            && let Some(carries) = self.ledger.items().get(carrier).filter(|c| c.known)
            && (matches!(self.scope, Scope::All | Scope::Chosen(_))
                || self.holds(carrier, item)
                // The carrier's whole is here, and with it the carrier.
                || self.whole_of(carries).is_some())
        {
            return self.id(carrier).map(Reason::CountedIn);
        }
        if let Some(same) = links.same_as
            && self
                .ledger
                .items()
                .get(same)
                .is_some_and(|s| s.known && s.stage == item.stage)
            && self.restates_within(same)
        {
            return self.id(same).map(Reason::SameAs);
        }
        None
    }

    /// Whether a restatement of this record stands for what the sum holds already: in a fulfilment
    /// also where the record is the promise itself, which is no arrival of its own (R9, R13).
    fn restates_within(&self, same: usize) -> bool {
        match self.scope {
            Scope::All => true,
            Scope::Fulfilling(commitments) => commitments.contains(&same) || self.in_scope(same),
            Scope::Only(_) | Scope::Chosen(_) => self.in_scope(same),
        }
    }

    fn in_scope(&self, place: usize) -> bool {
        self.ledger
            .items()
            .get(place)
            .is_some_and(|item| self.scope.share(place, item).is_some())
    }

    /// The nearest whole that stands in this sum, up the chain of `part_of`.
    fn whole_of(&self, item: &Item) -> Option<usize> {
        let mut at = item.links.part_of;
        // A circle is a problem that `check` reports; here it must only end.
        for _ in 0..32 {
            let place = at?;
            if self.holds(place, item) {
                return Some(place);
            }
            at = self.ledger.items().get(place)?.links.part_of;
        }
        None
    }

    fn counted(&self, item: &'a Item, tranche: &Tranche, share: Decimal) -> Counted<'a> {
        let mut leaf = item.leaf(tranche);
        let mut bounds = tranche.bounds;
        if share != Decimal::ONE {
            bounds = times(&bounds, share);
            if let Scope::Fulfilling(commitments) = self.scope {
                let towards = item
                    .links
                    .fulfils
                    .iter()
                    .find(|(c, _)| commitments.contains(c));
                let id = towards.and_then(|(c, _)| self.id(*c));
                let id = id.and_then(|id| crate::model::CommitmentId::new(id.as_str()).ok());
                leaf.share = id.map(|id| (share, ShareOf::Fulfils(id)));
            }
        }
        Counted { item, leaf, bounds }
    }

    /// A running total's leaf: its whole sum, whatever the years its amount names.
    fn statement(&self, (place, item): At<'a>) -> Option<Counted<'a>> {
        let share = self.scope.share(place, item)?;
        let mut statement = self.counted(item, item.tranches.first()?, share);
        statement.leaf.year = None;
        Some(statement)
    }

    /// The days of the packages, latest first, each with the sum of all that are not earlier.
    fn sums_by_day(&self) -> Vec<(jiff::civil::Date, Bounds)> {
        let dated = self
            .counted
            .iter()
            .filter_map(|c| Some((c.item.date?.first_day(), c.bounds)));
        let mut days: Vec<_> = dated.collect();
        days.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        let mut sum = Bounds::NOTHING;
        for (_, bounds) in &mut days {
            sum = sum.plus(*bounds);
            *bounds = sum;
        }
        days
    }

    /// Between what R4 chooses, best first: the packages, and each running total with what came after.
    fn options(&mut self) -> Vec<Choice<'a>> {
        let packages = Bounds::sum(self.counted.iter().map(|c| c.bounds));
        let basis = if packages.is_nothing() {
            Basis::Nothing
        } else {
            Basis::Packages
        };
        let mut options = vec![Choice {
            basis,
            bounds: packages,
            statement: None,
        }];
        let days = self.sums_by_day();
        for at in std::mem::take(&mut self.totals) {
            let Some(statement) = self.statement(at) else {
                continue;
            };
            let Kind::Total { counted, .. } = at.1.kind else {
                continue;
            };
            let (packages_after, after) = later_than(&days, at.1.kind);
            let record = at.1.id.clone();
            options.push(Choice {
                basis: Basis::RunningTotal {
                    record,
                    as_counted_on: counted,
                    packages_after,
                },
                bounds: statement.bounds.plus(after),
                statement: Some(statement),
            });
        }
        options.sort_by_key(|option| std::cmp::Reverse(option.rank()));
        options
    }

    /// R4: the candidate with the greatest low bound.
    fn choose(mut self, step: Step) -> Derivation {
        let options = self.options();
        let best_low = options
            .first()
            .map_or(Decimal::ZERO, |best| best.bounds.low);
        let recorded = options.iter().filter(|option| !option.bounds.is_nothing());
        let mut candidates: Vec<Candidate> = recorded
            .map(|option| Candidate {
                basis: option.basis.clone(),
                bounds: option.bounds,
                behind: best_low.saturating_sub(option.bounds.low),
            })
            .collect();
        if candidates.len() == 1 {
            candidates.clear();
        }
        let mut options = options.into_iter();
        let Some(Choice {
            basis,
            bounds,
            statement,
        }) = options.next()
        else {
            return self.finish(
                step,
                Basis::Nothing,
                Bounds::NOTHING,
                candidates,
                Vec::new(),
            );
        };
        for left in options.filter_map(|option| option.statement) {
            self.leave_out(left.item, None, Reason::RunningTotal);
        }
        let mut counted = std::mem::take(&mut self.counted);
        if let Some(statement) = statement {
            let total = statement.item;
            let (after, covered): (Vec<_>, Vec<_>) = counted
                .into_iter()
                .partition(|c| came_after(c.item, total.kind));
            for c in covered {
                let reason = Reason::Covered(total.id.clone());
                self.excluded.push(Exclusion {
                    record: c.leaf.record,
                    year: c.leaf.year,
                    reason,
                });
            }
            counted = after;
            counted.insert(0, statement);
        }
        let children = counted.into_iter().map(|c| self.node(c)).collect();
        self.finish(step, basis, bounds, candidates, children)
    }

    fn finish(
        self,
        step: Step,
        basis: Basis,
        bounds: Bounds,
        candidates: Vec<Candidate>,
        mut children: Vec<Derivation>,
    ) -> Derivation {
        self.itemise(&mut children);
        let unit = self.ledger.assumptions().currency;
        Derivation {
            step,
            bounds,
            unit,
            basis,
            children,
            excluded: self.excluded,
            candidates,
        }
    }

    fn node(&self, counted: Counted<'_>) -> Derivation {
        Derivation {
            step: Step::Leaf(Box::new(counted.leaf)),
            bounds: counted.bounds,
            unit: self.ledger.assumptions().currency,
            basis: Basis::Packages,
            children: Vec::new(),
            excluded: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// Tells of each whole in the sum how much its recorded parts leave not itemised (R3).
    fn itemise(&self, children: &mut [Derivation]) {
        let mut parts: std::collections::BTreeMap<&str, Decimal> =
            std::collections::BTreeMap::new();
        for exclusion in &self.excluded {
            let (Reason::PartOf(whole) | Reason::InsideCommitment(whole)) = &exclusion.reason
            else {
                continue;
            };
            let Some(part) = self.ledger.item(exclusion.record.as_str()) else {
                continue;
            };
            let fitting = part.tranches.iter().filter(|t| self.span_fits(part, t));
            let low = fitting.fold(Decimal::ZERO, |sum, t| sum.saturating_add(t.bounds.low));
            let sum = parts.entry(whole.as_str()).or_default();
            *sum = sum.saturating_add(low);
        }
        let mut lows: std::collections::BTreeMap<String, Decimal> =
            std::collections::BTreeMap::new();
        for child in children.iter() {
            if let Step::Leaf(leaf) = &child.step {
                let low = lows.entry(leaf.record.to_string()).or_default();
                *low = low.saturating_add(child.bounds.low);
            }
        }
        for child in children {
            let Step::Leaf(leaf) = &mut child.step else {
                continue;
            };
            if let Some(sum) = parts.get(leaf.record.as_str()) {
                let whole = lows.get(leaf.record.as_str()).copied().unwrap_or_default();
                leaf.not_itemised = Some(whole.saturating_sub(*sum).max(Decimal::ZERO));
            }
        }
    }
}

/// The leaves of the EU's sum that a key attributes to one of its members (R8).
pub(in crate::ledger) fn attributed(
    of: &Derivation,
    share: Decimal,
    key: &crate::model::SeriesId,
) -> Vec<Derivation> {
    let mut leaves = Vec::new();
    for child in &of.children {
        let Step::Leaf(leaf) = &child.step else {
            continue;
        };
        let mut leaf = leaf.clone();
        leaf.share = Some((share, ShareOf::EuKey(key.clone())));
        let bounds = times(&child.bounds, share);
        leaves.push(Derivation {
            step: Step::Leaf(leaf),
            bounds,
            ..child.clone()
        });
    }
    leaves
}
