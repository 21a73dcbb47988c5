//! A view of the page of aid entries as a short text that can stand in a link:
//! `stage=delivered&party=LT&sort=-announced,party&columns=id,party,amount`. What is as usual is
//! left out, so the usual view is the empty text.

use std::collections::BTreeSet;
use std::fmt::{Display, Write as _};
use std::str::FromStr;

use crate::model::{AidType, Currency, Instrument, PartyId, Stage};

use super::view::{
    Between, GivenIn, LedgerColumn, LedgerFilter, LedgerSort, LedgerView, RecordKind, SORTS,
};

/// Why a text is no view.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerViewError {
    /// A part without a name before `=`.
    #[error("{0:?} is no part of a view: write it like “stage=delivered”")]
    NoPart(String),
    /// A name that no view has, or one that stands twice.
    #[error("{0:?} is unknown or stands twice")]
    Name(String),
    /// A value that does not fit its name.
    #[error("{name} cannot be {value:?}")]
    Value {
        /// The name before `=`.
        name: String,
        /// What stands after it.
        value: String,
    },
}

const INSTRUMENTS: [(Instrument, &str); 6] = [
    (Instrument::Unknown, "unknown"),
    (Instrument::Grant, "grant"),
    (Instrument::Loan, "loan"),
    (Instrument::Guarantee, "guarantee"),
    (Instrument::InKindStock, "in_kind_stock"),
    (Instrument::InKindPurchase, "in_kind_purchase"),
];

fn instrument_key(of: Instrument) -> &'static str {
    let mut keys = INSTRUMENTS.iter();
    keys.find(|(its, _)| *its == of).map_or("", |(_, key)| key)
}

/// A text in which nothing ends a part of a view or of an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'%' => {
                let (code, after) = rest.split_at_checked(2)?;
                let code = std::str::from_utf8(code).ok()?;
                bytes.push(u8::from_str_radix(code, 16).ok()?);
                rest = after;
            }
            b'+' => bytes.push(b' '),
            other => bytes.push(*other),
        }
    }
    String::from_utf8(bytes).ok()
}

/// The parts of a text in the making.
#[derive(Default)]
struct Parts(Vec<String>);

impl Parts {
    fn put(&mut self, name: &str, value: &str) {
        self.0.push(format!("{name}={value}"));
    }

    fn list<T>(&mut self, name: &str, all: impl IntoIterator<Item = T>, key: impl Fn(T) -> String) {
        let keys: Vec<String> = all.into_iter().map(|one| encoded(&key(one))).collect();
        if !keys.is_empty() {
            self.put(name, &keys.join(","));
        }
    }

    fn between<T: Display>(&mut self, name: &str, of: &Between<T>) {
        if of.is_narrow() {
            let end = |end: &Option<T>| end.as_ref().map(ToString::to_string).unwrap_or_default();
            self.put(name, &format!("{}..{}", end(&of.from), end(&of.to)));
        }
    }
}

impl LedgerView {
    /// The view as a short text; the usual one is empty.
    pub fn to_text(&self) -> String {
        let Self {
            filter,
            sort,
            columns,
            frozen,
        } = self;
        let usual = Self::default();
        let mut parts = Parts::default();
        filter_parts(filter, &mut parts);
        if *sort != usual.sort {
            let keys = sort.iter().map(|sort| {
                let way = if sort.descending { "-" } else { "" };
                format!("{way}{}", sort.column.key())
            });
            parts.put("sort", &keys.collect::<Vec<_>>().join(","));
        }
        if *columns != usual.columns {
            let keys: Vec<&str> = columns.iter().map(|column| column.key()).collect();
            parts.put("columns", &keys.join(","));
        }
        if *frozen != usual.frozen {
            parts.put("freeze", &frozen.to_string());
        }
        parts.0.join("&")
    }

    /// Reads what [`Self::to_text`] writes, its parts in any order.
    ///
    /// # Errors
    /// When a name is unknown or stands twice, or a value does not fit its name.
    pub fn from_text(text: &str) -> Result<Self, LedgerViewError> {
        let mut view = Self::default();
        let mut seen = BTreeSet::new();
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part
                .split_once('=')
                .ok_or_else(|| LedgerViewError::NoPart(part.to_owned()))?;
            if !seen.insert(name) {
                return Err(LedgerViewError::Name(name.to_owned()));
            }
            let bad = || LedgerViewError::Value {
                name: name.to_owned(),
                value: value.to_owned(),
            };
            match name {
                "sort" => view.sort = sorts(value).ok_or_else(bad)?,
                "columns" => view.columns = shown(value).ok_or_else(bad)?,
                "freeze" => view.frozen = value.parse().map_err(|_| bad())?,
                _ => take(&mut view.filter, name, value).map_err(|fault| match fault {
                    Fault::Name => LedgerViewError::Name(name.to_owned()),
                    Fault::Value => bad(),
                })?,
            }
        }
        Ok(view)
    }
}

fn filter_parts(filter: &LedgerFilter, parts: &mut Parts) {
    let LedgerFilter {
        find,
        words,
        parties,
        stages,
        types,
        instruments,
        records,
        given_in,
        announced,
        amount,
        listed,
    } = filter;
    if !find.is_empty() {
        parts.put("find", &encoded(find));
    }
    for (column, words) in words.iter().filter(|(_, words)| !words.is_empty()) {
        parts.put(column.key(), &encoded(words));
    }
    parts.list("stage", stages, |stage| stage.key().to_owned());
    parts.list("party", parties, PartyId::to_string);
    parts.list("type", types, |of| of.key().to_owned());
    parts.list("instrument", instruments, |of| {
        instrument_key(*of).to_owned()
    });
    parts.list("record", records, |of| of.key().to_owned());
    parts.list("currency", given_in, |of| of.key().to_owned());
    parts.between("announced", announced);
    parts.between("amount", amount);
    if *listed {
        parts.put("listed", "yes");
    }
}

/// What is wrong with a part of the filter.
enum Fault {
    /// No part has this name.
    Name,
    /// The value does not fit it.
    Value,
}

/// Takes a part of the filter in.
fn take(filter: &mut LedgerFilter, name: &str, value: &str) -> Result<(), Fault> {
    let stage = |key: &str| Stage::ALL.iter().copied().find(|of| of.key() == key);
    let of_type = |key: &str| AidType::ALL.iter().copied().find(|of| of.key() == key);
    let record = |key: &str| RecordKind::ALL.iter().copied().find(|of| of.key() == key);
    let shape = |key: &str| {
        let mut keys = INSTRUMENTS.iter();
        keys.find(|(_, its)| *its == key).map(|(of, _)| *of)
    };
    let given_in = |key: &str| match key {
        "gdp" => Some(GivenIn::GdpShare),
        "none" => Some(GivenIn::NoSum),
        code => Currency::new(code).ok().map(GivenIn::Currency),
    };
    let party = |key: &str| PartyId::new(key).ok();
    let fits = match name {
        "find" => decoded(value).map(|words| filter.find = words),
        "stage" => set(value, stage).map(|all| filter.stages = all),
        "party" => set(value, party).map(|all| filter.parties = all),
        "type" => set(value, of_type).map(|all| filter.types = all),
        "instrument" => set(value, shape).map(|all| filter.instruments = all),
        "record" => set(value, record).map(|all| filter.records = all),
        "currency" => set(value, given_in).map(|all| filter.given_in = all),
        "announced" => between(value).map(|of| filter.announced = of),
        "amount" => between(value).map(|of| filter.amount = of),
        "listed" => (value == "yes").then(|| filter.listed = true),
        other => {
            let column = LedgerColumn::of_key(other).filter(|column| column.takes_words());
            let column = column.ok_or(Fault::Name)?;
            decoded(value).map(|words| {
                filter.words.insert(column, words);
            })
        }
    };
    fits.ok_or(Fault::Value)
}

fn set<T: Ord>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<BTreeSet<T>> {
    let keys = value.split(',');
    keys.map(|key| read(&decoded(key)?)).collect()
}

fn between<T: FromStr>(value: &str) -> Option<Between<T>> {
    let (from, to) = value.split_once("..")?;
    let end = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    let between = Between {
        from: end(from)?,
        to: end(to)?,
    };
    between.is_narrow().then_some(between)
}

fn sorts(value: &str) -> Option<Vec<LedgerSort>> {
    if value.is_empty() {
        return Some(Vec::new());
    }
    let one = |key: &str| {
        let (descending, key) = key
            .strip_prefix('-')
            .map_or((false, key), |key| (true, key));
        let column = LedgerColumn::of_key(key)?;
        Some(LedgerSort { column, descending })
    };
    let all: Option<Vec<LedgerSort>> = value.split(',').map(one).collect();
    all.filter(|all| {
        let each: BTreeSet<LedgerColumn> = all.iter().map(|sort| sort.column).collect();
        each.len() == all.len() && all.len() <= SORTS
    })
}

fn shown(value: &str) -> Option<Vec<LedgerColumn>> {
    let all: Option<Vec<LedgerColumn>> = value.split(',').map(LedgerColumn::of_key).collect();
    all.filter(|all| all.iter().collect::<BTreeSet<_>>().len() == all.len())
}
