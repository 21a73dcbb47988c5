//! R3, R5, R8, R10, R11, R13: what stands in a sum and what stands inside something else.
//!
//! A record is made ready once: the figure that is known by the cut-off, its yearly tranches or its
//! lump, each converted. Readings that the rules leave open, with examples from the data:
//! - **R3** A whole without a sum of its own (n/d) holds no parts: the parts are the sum. What R3
//!   says of pledged entries holds for each stage: a *committed* entry that fulfils a *committed*
//!   commitment (Ireland's €128 m) is inside it. A part and its whole are of one party.
//! - **R5** One sum inside a single year is of that year, however it is written; a package without
//!   any time is of the year in which it was announced; a promise without any time is not split.
//! - **R8** An entry that names a carrier in `counted_in` never counts in a total while the carrier
//!   is known, whichever party, stage or type the carrier has. Money of the EU *and* its members
//!   together (`joint`) stands in no party's sum.
//! - **R10, R11** A record counts if the first day that its date can mean is not after the cut-off.
//!   Where the preferred figure was published later, the latest other one that was known counts.
//! - **R13** A later record replaces an earlier one whatever the two stages are (Norway's pledge of
//!   NOK 154.5 bn replaces the committed 75 bn). A year is replaced by a record that states that
//!   year; a lump by a lump that overlaps it or by records for all of its years. A restatement
//!   (`same_as`) is left out wherever the sum it restates is known at the same stage.

use std::collections::HashMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{
    Agreement, Amount, AmountForm, Citation, Dataset, MoneyId, MoneyRecord, OtherFigure,
    PartialDate, PartyId, Period, Record, ShareBound, Year,
};

use super::assumptions::{Assumptions, FxRule, Lumps};
use super::bounds::Bounds;
use super::convert::{Converter, When, at};
use super::derivation::{Conversion, Rate, ShareOf};
use super::gdp::GdpTable;
use super::items::{Item, Kind, Links, Slot, Tranche};

/// The day from which a running total counts whose source does not say (R4): the full-scale invasion.
pub(in crate::ledger) const INVASION: Date = crate::model::DaySpan::UNKNOWN_START;

/// Everything that making items ready needs.
pub(in crate::ledger) struct Maker<'a> {
    pub(in crate::ledger) dataset: &'a Dataset,
    pub(in crate::ledger) assumptions: &'a Assumptions,
    pub(in crate::ledger) converter: &'a Converter,
    pub(in crate::ledger) gdp: &'a GdpTable,
}

/// One of a record's figures.
struct Figure<'a> {
    amount: &'a Amount,
    cite: &'a Citation,
    /// Its index among the others; none: the record's own.
    other: Option<usize>,
}

/// The day of a record's own figure, where that has one beside the record's.
fn figure_date(record: &MoneyRecord<'_>) -> Option<PartialDate> {
    match record {
        MoneyRecord::Aid(aid) => aid.figure.date,
        MoneyRecord::Commitment(..) => None,
    }
}

impl Maker<'_> {
    /// Every record that names an amount, commitments first, linked to each other.
    pub(in crate::ledger) fn items(&self) -> Vec<Item> {
        let records: Vec<MoneyRecord<'_>> = self
            .dataset
            .money_records()
            .filter(|r| r.amount().is_some())
            .collect();
        let mut items: Vec<Item> = records.iter().filter_map(|r| self.item(r)).collect();
        let places: HashMap<MoneyId, usize> = items
            .iter()
            .enumerate()
            .map(|(i, item)| (item.id.clone(), i))
            .collect();
        let mut superseded: Vec<(usize, usize)> = Vec::new();
        for record in &records {
            let Some(&at) = places.get(&record.id()) else {
                continue;
            };
            let place = |id: Option<&MoneyId>| id.and_then(|id| places.get(id).copied());
            let fulfils = match record {
                MoneyRecord::Commitment(..) => Vec::new(),
                MoneyRecord::Aid(aid) => aid
                    .fulfils
                    .iter()
                    .filter_map(|f| {
                        let place = places.get(&MoneyId::from(&f.commitment))?;
                        Some((*place, f.share.get()))
                    })
                    .collect(),
            };
            if let Some(item) = items.get_mut(at) {
                item.links = Links {
                    part_of: place(record.part_of()),
                    same_as: place(record.same_as()),
                    counted_in: place(record.counted_in()),
                    fulfils,
                };
            }
            superseded.extend(
                record
                    .supersedes()
                    .iter()
                    .filter_map(|id| Some((at, *places.get(id)?))),
            );
        }
        for (later, earlier) in superseded {
            supersede(&mut items, later, earlier);
        }
        items
    }

    fn item(&self, record: &MoneyRecord<'_>) -> Option<Item> {
        let preferred = record.amount()?;
        let mut known = self.is_by_cutoff(self.date_of(record));
        let mut figure = Figure {
            amount: preferred,
            cite: record.cite(),
            other: None,
        };
        if known && !self.is_by_cutoff(figure_date(record)) {
            match self
                .figures_known_by_cutoff(record)
                .max_by_key(|(day, _)| *day)
            {
                Some((_, other)) => figure = other,
                None => known = false,
            }
        }
        Some(self.item_by(record, &figure, known))
    }

    /// A record with each of its figures that was known by the cut-off, its own first.
    pub(in crate::ledger) fn figures(&self, record: &MoneyRecord<'_>) -> Vec<Item> {
        let known = self.is_by_cutoff(self.date_of(record));
        let own = record.amount().map(|amount| Figure {
            amount,
            cite: record.cite(),
            other: None,
        });
        let own = own.filter(|_| self.is_by_cutoff(figure_date(record)));
        let others = self.figures_known_by_cutoff(record);
        own.into_iter()
            .chain(others.map(|(_, other)| other))
            .map(|figure| self.item_by(record, &figure, known))
            .collect()
    }

    fn is_by_cutoff(&self, date: Option<PartialDate>) -> bool {
        date.zip(self.assumptions.cutoff)
            .is_none_or(|(date, day)| date.first_day() <= day)
    }

    /// A record with the figure that counts.
    fn item_by(&self, record: &MoneyRecord<'_>, figure: &Figure<'_>, known: bool) -> Item {
        let Figure {
            amount,
            cite,
            other,
        } = figure;
        let date = self.date_of(record);
        let (kind, joint) = match record {
            MoneyRecord::Commitment(..) => (Kind::Flow { commitment: true }, false),
            MoneyRecord::Aid(aid) => match aid.record {
                Record::Package => (Kind::Flow { commitment: false }, aid.joint),
                Record::RunningTotal {
                    since,
                    as_counted_on,
                } => {
                    let counted = as_counted_on.or(aid.date);
                    let since = since.map_or(INVASION, PartialDate::first_day);
                    let until = counted.map(PartialDate::last_day);
                    (
                        Kind::Total {
                            since,
                            until,
                            counted: as_counted_on,
                        },
                        aid.joint,
                    )
                }
            },
        };
        let agreement = self.agreement_of(record);
        let tranches = self.tranches(record.party(), **amount, kind, date, agreement);
        let goes_on = match amount.period {
            Period::Yearly { to: None, .. } => agreement.is_none_or(|a| a.term_years.is_none()),
            Period::Lump { to, .. } => to.is_none(),
            _ => false,
        };
        Item {
            id: record.id(),
            party: record.party().clone(),
            stage: record.stage(),
            aid_type: record.aid_type(),
            instrument: record.instrument(),
            kind,
            date,
            known,
            joint,
            goes_on,
            original: amount.form,
            other_figure: *other,
            source: cite.source.clone(),
            phrase: cite.phrase.as_ref().map(|p| p.0.clone()),
            tranches,
            links: Links::default(),
        }
    }

    /// When a record was announced: its own date, else its figure's, the day of its count, or the
    /// day its source was published.
    fn date_of(&self, record: &MoneyRecord<'_>) -> Option<PartialDate> {
        let counted = match record {
            MoneyRecord::Aid(aid) => {
                let counted = match aid.record {
                    Record::RunningTotal { as_counted_on, .. } => as_counted_on,
                    Record::Package => None,
                };
                aid.figure.date.or(counted)
            }
            MoneyRecord::Commitment(..) => None,
        };
        let published = || {
            let source = record.cite().source.as_ref()?;
            self.dataset.sources.get(source)?.published
        };
        record.date().or(counted).or_else(published)
    }

    /// The other figures that were known by the cut-off, each with its day.
    fn figures_known_by_cutoff<'b>(
        &self,
        record: &MoneyRecord<'b>,
    ) -> impl Iterator<Item = (Option<Date>, Figure<'b>)> {
        let others = match record {
            MoneyRecord::Commitment(c, _) => &c.other_figures,
            MoneyRecord::Aid(aid) => &aid.other_figures,
        };
        let cutoff = self.assumptions.cutoff;
        let day = |other: &OtherFigure| {
            let source = other.figure.cite.source.as_ref();
            let published = source.and_then(|s| self.dataset.sources.get(s)?.published);
            other.figure.date.or(published).map(PartialDate::first_day)
        };
        let dated = others.iter().enumerate().map(move |(index, other)| {
            let figure = Figure {
                amount: &other.figure.amount,
                cite: &other.figure.cite,
                other: Some(index),
            };
            (day(other), figure)
        });
        dated.filter(move |(day, _)| day.zip(cutoff).is_none_or(|(day, end)| day <= end))
    }

    /// The agreement that sets the term: a commitment's own; of an entry that of the commitment it
    /// fulfils, else the party's first.
    fn agreement_of<'b>(&'b self, record: &MoneyRecord<'b>) -> Option<&'b Agreement> {
        match record {
            MoneyRecord::Commitment(_, agreement) => Some(agreement),
            MoneyRecord::Aid(aid) => {
                let fulfilled = aid.fulfils.first().and_then(|f| {
                    let commitment = self.dataset.commitments.get(&f.commitment)?;
                    self.dataset.agreements.get(&commitment.agreement)
                });
                fulfilled.or_else(|| self.dataset.agreements_of(&aid.party).next())
            }
        }
    }

    fn tranches(
        &self,
        party: &PartyId,
        amount: Amount,
        kind: Kind,
        date: Option<PartialDate>,
        agreement: Option<&Agreement>,
    ) -> Vec<Tranche> {
        let one = |slot, read_as| vec![self.tranche(party, amount.form, slot, kind, date, read_as)];
        let share = matches!(amount.form, AmountForm::GdpShare(_));
        let announced = date.map(PartialDate::year);
        let commitment = kind == Kind::Flow { commitment: true };
        match amount.period {
            Period::Year(year) => one(Slot::Year(year), None),
            Period::Unstated => match announced {
                Some(year) if share || !commitment => one(Slot::Year(year), Some((year, year))),
                _ => one(Slot::Undated, None),
            },
            Period::Lump { from, to } => {
                let (from, to) = (from.map(PartialDate::year), to.map(PartialDate::year));
                match from.zip(to) {
                    Some((a, b)) if a == b => one(Slot::Year(a), None),
                    Some((a, b)) if share => {
                        let years = a.through(b);
                        years.flat_map(|y| one(Slot::Year(y), None)).collect()
                    }
                    Some((a, b)) if self.assumptions.lumps == Lumps::SplitEvenly && a < b => {
                        if amount.form.is_undisclosed() {
                            return one(Slot::Years(a, b), None);
                        }
                        self.split(party, amount.form, kind, date, (a, b))
                    }
                    _ => one(Slot::Lump(from, to), None),
                }
            }
            Period::Yearly { from, to } => {
                let Some(first) = from.or(agreement.map(|a| Year::of(a.signed))).or(announced)
                else {
                    return one(Slot::Undated, None);
                };
                let last = to
                    .unwrap_or_else(|| self.last_year(first, agreement))
                    .max(first);
                let read_as = (from.is_none() || to.is_none()).then_some((first, last));
                if amount.form.is_undisclosed() {
                    return one(Slot::Years(first, last), read_as);
                }
                let years = first.through(last);
                years
                    .flat_map(|year| one(Slot::Year(year), read_as))
                    .collect()
            }
        }
    }

    /// The last year of a yearly promise that names none (R6).
    fn last_year(&self, first: Year, agreement: Option<&Agreement>) -> Year {
        let by_term = agreement.and_then(|a| {
            let years = i16::from(a.term_years?);
            Some(Year::of(a.signed).plus((years - 1).max(0)))
        });
        by_term
            .or(self.assumptions.cutoff.map(Year::of))
            .unwrap_or(first)
    }

    /// A lump split evenly over its years (R5, an assumption); the last year takes the cents over.
    fn split(
        &self,
        party: &PartyId,
        form: AmountForm,
        kind: Kind,
        date: Option<PartialDate>,
        (from, to): (Year, Year),
    ) -> Vec<Tranche> {
        let whole = self.tranche(
            party,
            form,
            Slot::Lump(Some(from), Some(to)),
            kind,
            date,
            None,
        );
        let count = from.through(to).count();
        let years = Decimal::from(count);
        let part = |value: Decimal, last: bool| {
            let even = (value / years).round_dp(2);
            if last {
                value - even * (years - Decimal::ONE)
            } else {
                even
            }
        };
        let share = (
            Decimal::ONE / years,
            ShareOf::EvenSplit(u16::try_from(count).unwrap_or(1)),
        );
        from.through(to)
            .map(|year| {
                let last = year == to;
                let bounds = Bounds {
                    low: part(whole.bounds.low, last),
                    high: whole.bounds.high.map(|high| part(high, last)),
                    estimate: true,
                    ..whole.bounds
                };
                Tranche {
                    slot: Slot::Year(year),
                    bounds,
                    split: Some(share.clone()),
                    ..whole.clone()
                }
            })
            .collect()
    }

    fn tranche(
        &self,
        party: &PartyId,
        form: AmountForm,
        slot: Slot,
        kind: Kind,
        date: Option<PartialDate>,
        read_as: Option<(Year, Year)>,
    ) -> Tranche {
        let announced = date.map(|d| (d.year(), d.month()));
        let month = announced.and_then(|(year, month)| Some((year, month?)));
        let when = match (kind, slot) {
            (
                Kind::Total {
                    since,
                    until: Some(until),
                    ..
                },
                _,
            ) if since <= until => When::Days(since, until),
            (_, Slot::Year(year)) => When::Year(year, month),
            (_, Slot::Lump(..) | Slot::Undated | Slot::Years(..)) => {
                let first = match slot {
                    Slot::Lump(from, _) => from,
                    _ => None,
                };
                let year = announced.map(|(year, _)| year).or(first);
                year.map_or(When::Unknown, |year| When::Year(year, month))
            }
        };
        let (bounds, conversion) = match form {
            AmountForm::GdpShare(share) => self.share_of_gdp(party, share, slot),
            _ => self.money(form, when),
        };
        Tranche {
            slot,
            bounds,
            conversion,
            read_as,
            split: None,
            superseded_by: Vec::new(),
        }
    }

    /// A share of the GDP of a year (R6).
    fn share_of_gdp(
        &self,
        party: &PartyId,
        share: crate::model::GdpShare,
        slot: Slot,
    ) -> (Bounds, Conversion) {
        let Slot::Year(year) = slot else {
            return (Bounds::undisclosed(), Conversion::Undisclosed);
        };
        let missing = Conversion::NoGdp {
            country: party.clone(),
            year,
        };
        let Some(step) = self.gdp.get(party, year, self.assumptions.future_gdp) else {
            return (Bounds::undisclosed(), missing);
        };
        let Some(own) = step.gdp.checked_mul(share.percent.factor()) else {
            return (Bounds::undisclosed(), missing);
        };
        let estimate =
            step.status == crate::model::GdpStatus::Estimate || step.carried_from.is_some();
        // The GDP of a year is converted at that year's mean, whatever the rule for other sums (R6).
        let when = When::Year(step.year, None);
        match self.convert(own, step.currency, when, FxRule::YearAverage) {
            Ok((value, rate, part)) => {
                let (low, high, about) = match share.bound {
                    ShareBound::Exact => (value, Some(value), 0),
                    ShareBound::About => (value, Some(value), 1),
                    ShareBound::UpTo => (Decimal::ZERO, Some(value), 0),
                    ShareBound::AtLeast => (value, None, 0),
                };
                let estimate = estimate || part;
                let bounds = Bounds {
                    about,
                    estimate,
                    ..Bounds::number(low, high)
                };
                (bounds, Conversion::Gdp(step, rate))
            }
            Err(no_rate) => (Bounds::not_converted(), *no_rate),
        }
    }

    /// A sum of money in the shown currency (R7).
    fn money(&self, form: AmountForm, when: When) -> (Bounds, Conversion) {
        let (low, high, about) = match form {
            AmountForm::Exact(m) => (Some(m), Some(m), 0),
            AmountForm::About(m) => (Some(m), Some(m), 1),
            AmountForm::UpTo(m) => (None, Some(m), 0),
            AmountForm::AtLeast(m) => (Some(m), None, 0),
            AmountForm::Range(r) => (Some(r.low()), Some(r.high()), 0),
            AmountForm::GdpShare(_) | AmountForm::Undisclosed(_) => {
                return (Bounds::undisclosed(), Conversion::Undisclosed);
            }
        };
        let mut conversion = Conversion::None;
        let mut estimate = false;
        let mut turn = |money: Option<crate::model::Money>| -> Result<_, Box<Conversion>> {
            let Some(money) = money else { return Ok(None) };
            let rule = self.assumptions.fx_rule;
            let (value, rate, part) = self.convert(money.value(), money.currency(), when, rule)?;
            estimate |= part;
            conversion = rate.map_or(Conversion::None, Conversion::Rate);
            Ok(Some(value))
        };
        match turn(low).and_then(|low| Ok((low, turn(high)?))) {
            Ok((low, high)) => {
                let low = low.unwrap_or(Decimal::ZERO);
                (
                    Bounds {
                        about,
                        estimate,
                        ..Bounds::number(low, high)
                    },
                    conversion,
                )
            }
            Err(no_rate) => (Bounds::not_converted(), *no_rate),
        }
    }

    fn convert(
        &self,
        value: Decimal,
        from: crate::model::Currency,
        when: When,
        rule: FxRule,
    ) -> Result<(Decimal, Option<Rate>, bool), Box<Conversion>> {
        let to = self.assumptions.currency;
        if from == to {
            return Ok((value.round_dp(2), None, false));
        }
        let no_rate = |(currency, period)| Box::new(Conversion::NoRate { currency, period });
        let (rate, part) = self.converter.rate(from, to, when, rule).map_err(no_rate)?;
        match at(&rate, value) {
            Some(value) => Ok((value, Some(rate), part)),
            None => Err(no_rate((from, rate.period))),
        }
    }
}

/// Marks the tranches of an earlier item that a later one, known by the cut-off, replaces (R13).
fn supersede(items: &mut [Item], later: usize, earlier: usize) {
    let Some(by) = items.get(later) else { return };
    if !by.known || later == earlier {
        return;
    }
    let by = by.tranches.clone();
    if let Some(item) = items.get_mut(earlier) {
        for tranche in &mut item.tranches {
            if Slot::replaces(&by, tranche.slot) {
                tranche.superseded_by.push(later);
            }
        }
    }
}
