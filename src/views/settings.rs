//! What the pages of dates, sources and problems are narrowed to, and in which order they stand, as
//! words of a link: `kinds=review,end&when=coming`. What is as usual is left out; what is not
//! understood is passed over.

use crate::ledger::Severity;
use crate::ledger::check::CHECKS;
use crate::model::{PartyId, SourceKind};

use super::dates::{DateFilter, DateKind, DateOrder, Standing};
use super::link::{YES, pairs, query};
use super::problems::{ProblemFilter, ProblemOrder};
use super::sources::{SourceFilter, SourceOrder, SourceTrait};

const DATE_ORDERS: [(&str, DateOrder); 5] = [
    ("nearest", DateOrder::Nearest),
    ("date", DateOrder::Date),
    ("kind", DateOrder::Kind),
    ("party", DateOrder::Party),
    ("arrived", DateOrder::Arrived),
];
const SOURCE_ORDERS: [(&str, SourceOrder); 4] = [
    ("publisher", SourceOrder::Publisher),
    ("title", SourceOrder::Title),
    ("published", SourceOrder::Published),
    ("cited", SourceOrder::Cited),
];
const PROBLEM_ORDERS: [(&str, ProblemOrder); 3] = [
    ("severity", ProblemOrder::Severity),
    ("record", ProblemOrder::Record),
    ("check", ProblemOrder::Check),
];

/// The name of an order; empty: it is the usual one.
fn order_key<T: PartialEq + Default + Copy>(orders: &[(&str, T)], order: T) -> String {
    let named = orders.iter().find(|(_, of)| *of == order);
    let named = named.filter(|(_, of)| *of != T::default());
    named.map_or_else(String::new, |(name, _)| (*name).to_owned())
}

fn order_of<T: Default + Copy>(orders: &[(&str, T)], key: &str) -> T {
    let named = orders.iter().find(|(name, _)| *name == key);
    named.map(|(_, of)| *of).unwrap_or_default()
}

fn flag(on: bool) -> String {
    if on { YES.to_owned() } else { String::new() }
}

fn party_key(party: Option<&PartyId>) -> String {
    party.map(ToString::to_string).unwrap_or_default()
}

impl DateFilter {
    /// As words of a link.
    pub fn to_text(&self) -> String {
        let Self {
            kinds,
            when,
            party,
            order,
            descending,
            ukrainian: _,
        } = self;
        let kinds: Vec<&str> = kinds.iter().map(|kind| kind.key()).collect();
        let when = when.map(Standing::key).unwrap_or_default();
        query([
            ("kinds", kinds.join(",")),
            ("when", when.to_owned()),
            ("of", party_key(party.as_ref())),
            ("order", order_key(&DATE_ORDERS, *order)),
            ("turned", flag(*descending)),
        ])
    }

    /// The filter of such words.
    pub fn from_text(text: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs(text) {
            match name.as_str() {
                "kinds" => {
                    let wanted: Vec<&str> = value.split(',').collect();
                    let all = DateKind::ALL.iter().copied();
                    filter.kinds = all.filter(|kind| wanted.contains(&kind.key())).collect();
                }
                "when" => {
                    let mut all = Standing::ALL.iter().copied();
                    filter.when = all.find(|when| when.key() == value);
                }
                "of" => filter.party = PartyId::new(&value).ok(),
                "order" => filter.order = order_of(&DATE_ORDERS, &value),
                "turned" => filter.descending = value == YES,
                _ => {}
            }
        }
        filter
    }
}

impl SourceFilter {
    /// As words of a link.
    pub fn to_text(&self) -> String {
        let Self {
            search,
            traits,
            kind,
            language,
            order,
            descending,
        } = self;
        let wanting = SourceTrait::ALL.iter();
        let wanting = wanting.map(|of| (of.key(), flag(traits.contains(of))));
        let kind = kind.map(SourceKind::key).unwrap_or_default();
        let rest = [
            ("kind", kind.to_owned()),
            ("language", language.clone().unwrap_or_default()),
            ("search", search.trim().to_owned()),
            ("order", order_key(&SOURCE_ORDERS, *order)),
            ("turned", flag(*descending)),
        ];
        query(wanting.chain(rest))
    }

    /// The filter of such words.
    pub fn from_text(text: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs(text) {
            match name.as_str() {
                "kind" => {
                    let mut all = SourceKind::ALL.iter().copied();
                    filter.kind = all.find(|kind| kind.key() == value);
                }
                "language" if !value.is_empty() => filter.language = Some(value),
                "search" => filter.search = value,
                "order" => filter.order = order_of(&SOURCE_ORDERS, &value),
                "turned" => filter.descending = value == YES,
                name => {
                    let mut all = SourceTrait::ALL.iter().copied();
                    let wanting = all.find(|of| of.key() == name && value == YES);
                    filter.traits.extend(wanting);
                }
            }
        }
        filter
    }
}

impl ProblemFilter {
    /// As words of a link.
    pub fn to_text(&self) -> String {
        let Self {
            severities,
            party,
            check,
            with_accepted,
            order,
            descending,
        } = self;
        let severities: Vec<&str> = severities.iter().map(|of| of.key()).collect();
        query([
            ("severities", severities.join(",")),
            ("of", party_key(party.as_ref())),
            ("check", check.unwrap_or_default().to_owned()),
            ("accepted", flag(*with_accepted)),
            ("order", order_key(&PROBLEM_ORDERS, *order)),
            ("turned", flag(*descending)),
        ])
    }

    /// The filter of such words.
    pub fn from_text(text: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs(text) {
            match name.as_str() {
                "severities" => {
                    let wanted: Vec<&str> = value.split(',').collect();
                    let all = Severity::ALL.iter().copied();
                    filter.severities = all.filter(|of| wanted.contains(&of.key())).collect();
                }
                "of" => filter.party = PartyId::new(&value).ok(),
                "check" => {
                    let check = CHECKS.iter().find(|(id, _)| *id == value);
                    filter.check = check.map(|(id, _)| *id);
                }
                "accepted" => filter.with_accepted = value == YES,
                "order" => filter.order = order_of(&PROBLEM_ORDERS, &value),
                "turned" => filter.descending = value == YES,
                _ => {}
            }
        }
        filter
    }
}
