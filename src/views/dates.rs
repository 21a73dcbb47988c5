//! Days that come, and days gone by: reviews, ends of agreements, and the years for which something
//! is promised, each with what is promised and how much of it has arrived.
//!
//! A promised year closes on its last day; one sum over several years on the last day of all. Only
//! what was signed by the cut-off is here (R11), and what arrived is what was known by then. That a
//! review took place stands in no record, so a review that is due is past and never overdue.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::ledger::{Fulfilment, Ledger, Ratio, Span, Step};
use crate::model::{Commitment, MoneyId, Name, PartyId, Period, Quantity, Status, Year};
use crate::text::Texts;

use super::detail::known_statuses;
use super::parties::sort_by_name;

/// What happens on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DateKind {
    /// An agreement is to be reviewed by then.
    Review,
    /// An agreement ends.
    End,
    /// A year closes for which something is promised, and more years follow.
    Year,
    /// The last year closes for which something is promised.
    LastYear,
}

impl DateKind {
    /// Every kind, in the order shown.
    pub const ALL: &'static [Self] = &[Self::Review, Self::End, Self::Year, Self::LastYear];

    /// What happens, in a word or two.
    #[must_use]
    pub fn told(self, texts: Texts) -> String {
        texts.get(match self {
            Self::Review => "dates-kind-review",
            Self::End => "dates-kind-end",
            Self::Year => "dates-kind-year",
            Self::LastYear => "dates-kind-last-year",
        })
    }

    /// Its name in links and data.
    pub fn key(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::End => "end",
            Self::Year => "year",
            Self::LastYear => "last_year",
        }
    }
}

impl Standing {
    /// Where the day stands, in a word or two.
    #[must_use]
    pub fn told(self, texts: Texts) -> String {
        texts.get(match self {
            Self::Coming => "dates-when-coming",
            Self::Past => "dates-when-past",
            Self::Overdue => "dates-when-overdue",
        })
    }
}

/// Where a day stands, seen from today.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// It is today or comes.
    Coming,
    /// It is past.
    Past,
    /// It is past, and less is known to have arrived than was promised, or its status says so.
    Overdue,
}

impl Standing {
    /// All, in the order shown.
    pub const ALL: &'static [Self] = &[Self::Coming, Self::Past, Self::Overdue];

    /// Its name in links and data.
    pub fn key(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Past => "past",
            Self::Overdue => "overdue",
        }
    }

    /// Whether days of that standing are among those that are asked for: what is overdue is past.
    fn holds(self, of: Self) -> bool {
        self == of || self == Self::Past && of == Self::Overdue
    }
}

/// One day.
#[derive(Clone, Debug)]
pub struct DateRow {
    /// The day.
    pub date: Date,
    /// Days until then; less than nothing where it is past.
    pub days: i32,
    /// Where it stands.
    pub when: Standing,
    /// What happens.
    pub kind: DateKind,
    /// Whose agreement or promise.
    pub party: PartyId,
    /// The party's name.
    pub name: Name,
    /// The agreement or commitment.
    pub record: String,
    /// The title of the one, the summary of the other.
    pub words: String,
    /// Months of notice that end an agreement before its time, where its text says so.
    pub notice_months: Option<u8>,
    /// What is promised for the year, and what arrived of it (R9); none for what is no money.
    pub fulfilment: Option<Fulfilment>,
    /// Goods promised by then.
    pub goods: Option<Quantity>,
}

impl DateRow {
    /// How much of what is promised has arrived: of the stage that got furthest, *unclear* last.
    pub fn arrived(&self) -> Option<Ratio> {
        furthest(self.fulfilment.as_ref()?)
    }
}

/// The ratio of the stage that got furthest; *unclear* only where there is no other.
fn furthest(fulfilment: &Fulfilment) -> Option<Ratio> {
    use crate::model::Stage::{Allocated, Committed, Delivered, Unclear};
    let order = [Delivered, Allocated, Committed, Unclear];
    order.into_iter().find_map(|stage| {
        let mut arrived = fulfilment.arrived.iter();
        let of = arrived.find(|(total, ratio)| total.stage() == stage && ratio.is_some());
        of.and_then(|(_, ratio)| *ratio)
    })
}

/// By what the rows are ordered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum DateOrder {
    /// What comes first, the nearest day first; then what is past, the latest day first.
    #[default]
    Nearest,
    /// By day.
    Date,
    /// By what happens.
    Kind,
    /// By the party's id.
    Party,
    /// By how much has arrived; what has no ratio comes first.
    Arrived,
}

/// What the page is narrowed to.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct DateFilter {
    /// Only these kinds; none chosen: all.
    pub kinds: BTreeSet<DateKind>,
    /// Only days that stand so; none: all.
    pub when: Option<Standing>,
    /// Only those of this party.
    pub party: Option<PartyId>,
    /// In which order.
    pub order: DateOrder,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether names stand in the order of their Ukrainian form.
    pub ukrainian: bool,
}

impl DateFilter {
    /// Whether anything is left out.
    pub fn is_narrowed(&self) -> bool {
        !self.kinds.is_empty() || self.when.is_some() || self.party.is_some()
    }
}

/// All days of a book, seen from a day: by date, then party, then record.
#[derive(Clone, Debug, Default)]
pub struct DateIndex {
    rows: Vec<DateRow>,
}

/// The days that are shown, by their places in the whole list, and how many there would be under each
/// choice with the other choices as they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DateList {
    /// The rows, in order.
    pub rows: Vec<usize>,
    /// The same in the order of time, whatever the order of the rows.
    pub by_time: Vec<usize>,
    /// Kinds.
    pub kinds: Vec<(DateKind, usize)>,
    /// Standings.
    pub whens: Vec<(Standing, usize)>,
    /// Parties with any, in the order of ids.
    pub parties: Vec<(PartyId, usize)>,
}

impl DateIndex {
    /// Finds all days, seen from `today`.
    pub fn new(ledger: &Ledger, today: Date) -> Self {
        let mut maker = Maker {
            ledger,
            today,
            rows: Vec::new(),
        };
        maker.agreements();
        maker.commitments();
        let mut rows = maker.rows;
        rows.sort_by(|a, b| {
            let by = |row: &DateRow| (row.date, row.kind);
            let whose = a.party.cmp(&b.party).then_with(|| a.record.cmp(&b.record));
            by(a).cmp(&by(b)).then(whose)
        });
        Self { rows }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The one at that place.
    pub fn at(&self, place: usize) -> Option<&DateRow> {
        self.rows.get(place)
    }

    /// The days that a filter leaves, in its order.
    pub fn list(&self, filter: &DateFilter) -> DateList {
        let mut list = DateList::default();
        let mut kinds: BTreeMap<DateKind, usize> = BTreeMap::new();
        let mut whens: BTreeMap<Standing, usize> = BTreeMap::new();
        let mut parties: BTreeMap<&PartyId, usize> = BTreeMap::new();
        for (place, row) in self.rows.iter().enumerate() {
            let kind = filter.kinds.is_empty() || filter.kinds.contains(&row.kind);
            let when = filter.when.is_none_or(|when| when.holds(row.when));
            let party = filter
                .party
                .as_ref()
                .is_none_or(|party| *party == row.party);
            if when && party {
                *kinds.entry(row.kind).or_default() += 1;
            }
            if kind && party {
                for when in Standing::ALL.iter().filter(|when| when.holds(row.when)) {
                    *whens.entry(*when).or_default() += 1;
                }
            }
            if kind && when {
                *parties.entry(&row.party).or_default() += 1;
            }
            if kind && when && party {
                list.rows.push(place);
            }
        }
        list.by_time.clone_from(&list.rows);
        self.put_in_order(&mut list.rows, filter);
        let count = |kind: &DateKind| kinds.get(kind).copied().unwrap_or_default();
        list.kinds = DateKind::ALL.iter().map(|k| (*k, count(k))).collect();
        let count = |when: &Standing| whens.get(when).copied().unwrap_or_default();
        list.whens = Standing::ALL.iter().map(|w| (*w, count(w))).collect();
        list.parties = parties.into_iter().map(|(p, n)| (p.clone(), n)).collect();
        list
    }

    /// The places of the parties by name, where they are asked for.
    fn in_order_of_names(&self, rows: &[usize], filter: &DateFilter) -> BTreeMap<&PartyId, usize> {
        if filter.order != DateOrder::Party {
            return BTreeMap::new();
        }
        let named = rows.iter().filter_map(|row| self.at(*row));
        let named: BTreeMap<&PartyId, &Name> = named.map(|row| (&row.party, &row.name)).collect();
        let mut named: Vec<_> = named.into_iter().collect();
        sort_by_name(&mut named, filter.ukrainian, |(_, name)| name);
        let places = named.into_iter().enumerate();
        places.map(|(place, (party, _))| (party, place)).collect()
    }

    /// The rows come by date, and keep that order among equals.
    fn put_in_order(&self, rows: &mut [usize], filter: &DateFilter) {
        let far = |row: &DateRow| (row.days < 0, row.days.unsigned_abs());
        let low = |row: &DateRow| row.arrived().map(|ratio| ratio.low);
        let names = self.in_order_of_names(rows, filter);
        let by = |a: &usize, b: &usize| -> Ordering {
            let Some((a, b)) = self.at(*a).zip(self.at(*b)) else {
                return Ordering::Equal;
            };
            match filter.order {
                DateOrder::Nearest => far(a).cmp(&far(b)),
                DateOrder::Date => a.date.cmp(&b.date),
                DateOrder::Kind => a.kind.cmp(&b.kind),
                DateOrder::Party => names.get(&a.party).cmp(&names.get(&b.party)),
                DateOrder::Arrived => low(a).cmp(&low(b)),
            }
        };
        if filter.descending {
            rows.sort_by(|a, b| by(b, a));
        } else if filter.order != DateOrder::Date {
            rows.sort_by(by);
        }
    }
}

/// What a promise is for: one year, or one sum until then.
struct Closing {
    date: Date,
    span: Span,
}

struct Maker<'a> {
    ledger: &'a Ledger,
    today: Date,
    rows: Vec<DateRow>,
}

impl Maker<'_> {
    fn row(
        &self,
        party: &PartyId,
        date: Date,
        kind: DateKind,
        record: &str,
        words: &str,
    ) -> DateRow {
        let days = date.since(self.today).map_or(0, |span| span.get_days());
        let name = self.ledger.dataset().parties.get(party);
        DateRow {
            date,
            days,
            when: if days < 0 {
                Standing::Past
            } else {
                Standing::Coming
            },
            kind,
            party: party.clone(),
            name: name.map_or_else(
                || Name {
                    en: party.to_string(),
                    uk: party.to_string(),
                },
                |party| party.name.clone(),
            ),
            record: record.to_owned(),
            words: words.to_owned(),
            notice_months: None,
            fulfilment: None,
            goods: None,
        }
    }

    fn is_known(&self, signed: Date) -> bool {
        let cutoff = self.ledger.assumptions().cutoff;
        cutoff.is_none_or(|day| signed <= day)
    }

    fn agreements(&mut self) {
        let dataset = Arc::clone(self.ledger.dataset());
        for agreement in dataset.agreements.values() {
            if !self.is_known(agreement.signed) {
                continue;
            }
            let days = [
                (agreement.review(), DateKind::Review),
                (agreement.expires(), DateKind::End),
            ];
            for (date, kind) in days {
                let Some(date) = date else { continue };
                let id = agreement.id.as_str();
                let mut row = self.row(&agreement.party, date, kind, id, &agreement.title);
                row.notice_months = agreement.notice_months.filter(|_| kind == DateKind::End);
                self.rows.push(row);
            }
        }
    }

    fn commitments(&mut self) {
        let dataset = Arc::clone(self.ledger.dataset());
        for commitment in dataset.commitments.values() {
            let Some(agreement) = dataset.agreements.get(&commitment.agreement) else {
                continue;
            };
            // What restates another commitment closes with that.
            let restates = commitment.same_as.as_ref();
            let restates = restates.is_some_and(|of| dataset.commitments.contains_key(of.as_str()));
            if restates || !self.is_known(agreement.signed) {
                continue;
            }
            let closings = self.closings(commitment);
            let last = closings.len().saturating_sub(1);
            for (index, closing) in closings.iter().enumerate() {
                let kind = if index == last {
                    DateKind::LastYear
                } else {
                    DateKind::Year
                };
                self.promise(&agreement.party, commitment, closing, kind);
            }
            if closings.is_empty() {
                self.goods(&agreement.party, commitment);
            }
        }
    }

    /// The years that a commitment of money is for, or the end of its one sum; in order.
    fn closings(&self, commitment: &Commitment) -> Vec<Closing> {
        let record = self.ledger.record(&MoneyId::from(&commitment.id));
        let Some(record) = record else {
            return Vec::new();
        };
        let leaves = record.derivation().children.iter();
        let years: BTreeSet<Year> = leaves
            .filter_map(|child| match &child.step {
                Step::Leaf(leaf) => leaf.year,
                _ => None,
            })
            .collect();
        if !years.is_empty() {
            return years
                .into_iter()
                .map(|year| Closing {
                    date: year.last_day(),
                    span: Span::Year(year),
                })
                .collect();
        }
        let period = commitment.amount.as_ref().map(|amount| amount.period);
        match period {
            Some(Period::Lump { to: Some(to), .. }) => vec![Closing {
                date: to.last_day(),
                span: Span::All,
            }],
            _ => Vec::new(),
        }
    }

    fn promise(
        &mut self,
        party: &PartyId,
        commitment: &Commitment,
        closing: &Closing,
        kind: DateKind,
    ) {
        let id = commitment.id.as_str();
        let mut row = self.row(party, closing.date, kind, id, &commitment.summary);
        let these = std::slice::from_ref(&commitment.id);
        let fulfilment = self.ledger.fulfilment(party, these, closing.span);
        row.goods = goods_by(commitment, closing.date);
        row.when = self.standing(&row, commitment, Some(&fulfilment));
        row.fulfilment = Some(fulfilment);
        self.rows.push(row);
    }

    /// Goods that are promised by a year, of a commitment that names no years of money.
    fn goods(&mut self, party: &PartyId, commitment: &Commitment) {
        let by = commitment.quantity.as_ref().and_then(|goods| goods.by);
        let Some(date) = by.map(Year::last_day) else {
            return;
        };
        let id = commitment.id.as_str();
        let mut row = self.row(party, date, DateKind::LastYear, id, &commitment.summary);
        row.goods = goods_by(commitment, date);
        row.when = self.standing(&row, commitment, None);
        self.rows.push(row);
    }

    /// A promise is overdue where its day is past and less of a named sum arrived than was promised,
    /// or where its last status says so. Where nothing at all is recorded of it, it is past: that
    /// nobody wrote down what arrived is no sign that nothing did.
    fn standing(
        &self,
        row: &DateRow,
        commitment: &Commitment,
        fulfilment: Option<&Fulfilment>,
    ) -> Standing {
        if row.days >= 0 {
            return Standing::Coming;
        }
        let cutoff = self.ledger.assumptions().cutoff;
        match known_statuses(commitment, cutoff)
            .last()
            .map(|entry| entry.status)
        {
            Some(Status::Overdue | Status::Broken) => return Standing::Overdue,
            Some(Status::Fulfilled) => return Standing::Past,
            _ => {}
        }
        // What was known before the day tells nothing of what had arrived by it.
        let known = cutoff.is_none_or(|day| row.date <= day);
        let Some(fulfilment) = fulfilment.filter(|_| known) else {
            return Standing::Past;
        };
        let [promised] = fulfilment.promised.as_slice() else {
            return Standing::Past;
        };
        if !promised.bounds().has_number() {
            // What names no sum cannot be told to have fallen short.
            return Standing::Past;
        }
        match furthest(fulfilment) {
            Some(ratio) if ratio.high.is_some_and(|high| high < Decimal::ONE) => Standing::Overdue,
            _ => Standing::Past,
        }
    }
}

/// The goods of a commitment, where they are promised by that day or by no day.
fn goods_by(commitment: &Commitment, date: Date) -> Option<Quantity> {
    let goods = commitment.quantity.clone()?;
    let fits = goods.by.is_none_or(|by| by == Year::of(date));
    fits.then_some(goods)
}
