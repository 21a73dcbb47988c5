//! What is typed into a field, as the value that goes there, and the text that a person gets to edit.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::model::{Amount, Currency, Dataset, PartialDate, PartyId};
use crate::text::Lang;
use crate::text::typed::{self, Reading, Unread};

use super::label::{Deed, Label};
use super::record::{AnyRecord, Key};
use super::shape::Leaf;

/// What is known where something is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct About {
    /// The currency of the party whose record it is.
    pub currency: Option<Currency>,
    /// The language of the window.
    pub lang: Lang,
}

impl About {
    /// What is known of a record.
    pub fn of(dataset: &Dataset, key: &Key, lang: Lang) -> Self {
        // The name of a change tells whose record it is.
        let party = AnyRecord::of(dataset, key).and_then(|record| {
            Label::new(Deed::Changed, key.clone())
                .telling(&record, dataset)
                .party
        });
        Self::of_party(dataset, party.as_ref(), lang)
    }

    /// What is known of the records of a party.
    pub fn of_party(dataset: &Dataset, party: Option<&PartyId>, lang: Lang) -> Self {
        let party = party.and_then(|id| dataset.parties.get(id));
        Self {
            currency: party.map(|party| party.currency),
            lang,
        }
    }

    fn context(self) -> typed::Context {
        typed::Context {
            currency: self.currency,
            lang: self.lang,
        }
    }
}

/// The value that a text means in a field: none where the field is left empty. Whether it may be is
/// not judged here. A link is read as an id, a choice as its word in the file.
pub fn read(leaf: Leaf, text: &str, about: &About) -> Reading<Option<Value>> {
    let trimmed = text.trim();
    match leaf {
        // Emptied text is empty text: a summary may be written later.
        Leaf::Text | Leaf::LongText => return Reading::Sure(Some(Value::from(clean(text)))),
        _ if trimmed.is_empty() => return Reading::Sure(None),
        _ => {}
    }
    let unknown = || Reading::Not(Unread::UnknownWord(trimmed.to_owned()));
    match leaf {
        Leaf::Text | Leaf::LongText | Leaf::Phrase | Leaf::Url | Leaf::Language => {
            Reading::Sure(Some(Value::from(clean(trimmed))))
        }
        Leaf::Id => unknown(),
        Leaf::Date => told(typed::date(trimmed, about.lang), |date| {
            date.to_string().into()
        }),
        Leaf::Day => told(typed::day(trimmed, about.lang), |day| {
            day.to_string().into()
        }),
        Leaf::Year => told(typed::year(trimmed), |year| year.get().into()),
        Leaf::Month => match typed::date(trimmed, about.lang) {
            Reading::Sure(month @ PartialDate::Month(..)) => {
                Reading::Sure(Some(month.to_string().into()))
            }
            _ => Reading::Not(Unread::NoDate(trimmed.to_owned())),
        },
        Leaf::Count(most) => count(trimmed, most, about.lang),
        Leaf::Decimal => told(typed::decimal(trimmed, about.lang), decimal),
        Leaf::Percent => told(typed::percent(trimmed, about.lang), |percent| {
            decimal(percent.get())
        }),
        Leaf::Flag => match trimmed.to_lowercase().as_str() {
            "yes" | "true" | "так" => Reading::Sure(Some(Value::from(true))),
            "no" | "false" | "ні" => Reading::Sure(Some(Value::from(false))),
            _ => unknown(),
        },
        Leaf::Choice(words) => {
            let typed = trimmed.to_lowercase().replace([' ', '-'], "_");
            match words.iter().find(|word| **word == typed) {
                Some(word) => Reading::Sure(Some(Value::from(*word))),
                None => unknown(),
            }
        }
        Leaf::Currency => told(typed::currency(trimmed), |currency| currency.code().into()),
        Leaf::Country | Leaf::Link(_) => {
            let id = if leaf == Leaf::Country {
                trimmed.to_uppercase()
            } else {
                trimmed.to_owned()
            };
            match PartyId::new(&id) {
                Ok(id) => Reading::Sure(Some(Value::from(id.as_str()))),
                Err(_) => unknown(),
            }
        }
        Leaf::Amount => told(
            typed::amount(trimmed, &about.context()),
            |amount: Amount| serde_json::to_value(amount).unwrap_or_default(),
        ),
    }
}

/// Line ends as the file writes them, and none at the end.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim_end_matches(['\n', ' ']).to_owned()
}

fn decimal(value: Decimal) -> Value {
    Value::from(value.to_string())
}

fn told<T>(reading: Reading<T>, value: impl Fn(T) -> Value) -> Reading<Option<Value>> {
    match reading {
        Reading::Sure(one) => Reading::Sure(Some(value(one))),
        Reading::Choose(all) => {
            Reading::Choose(all.into_iter().map(|one| Some(value(one))).collect())
        }
        Reading::Not(why) => Reading::Not(why),
    }
}

fn count(text: &str, most: u64, lang: Lang) -> Reading<Option<Value>> {
    let whole = |value: Decimal| {
        let whole = u64::try_from(value).ok().filter(|n| *n <= most);
        whole.filter(|_| value.fract().is_zero()).map(Value::from)
    };
    let all = match typed::decimal(text, lang) {
        Reading::Sure(one) => vec![one],
        // Of “1.500” only the whole number can be meant.
        Reading::Choose(all) => all,
        Reading::Not(why) => return Reading::Not(why),
    };
    let mut whole = all.into_iter().filter_map(whole);
    match (whole.next(), whole.next()) {
        (Some(one), None) => Reading::Sure(Some(one)),
        (Some(one), Some(other)) => Reading::Choose(vec![Some(one), Some(other)]),
        (None, _) => Reading::Not(Unread::OutOfRange(text.to_owned())),
    }
}

/// The text by which a script or a table edits a value; it reads back as the value.
pub fn text_of(leaf: Leaf, value: &Value) -> String {
    text_in(leaf, value, Lang::En)
}

/// The text that stands in a field when a person begins to edit it, in the words of a language; it
/// reads back as the value in either.
pub fn text_in(leaf: Leaf, value: &Value, lang: Lang) -> String {
    match (leaf, value) {
        (Leaf::Amount, value) => serde_json::from_value::<Amount>(value.clone())
            .map(|amount| typed::amount_text_in(&amount, lang))
            .unwrap_or_default(),
        (Leaf::Flag, Value::Bool(true)) => "yes".to_owned(),
        (Leaf::Flag, Value::Bool(false)) => "no".to_owned(),
        (Leaf::Decimal | Leaf::Percent, Value::String(text)) => plain_decimal(text),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Null) => String::new(),
        (_, other) => other.to_string(),
    }
}

/// A decimal whose three digits behind the point cannot be taken for thousands: `1.234` is `1.2340`.
fn plain_decimal(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, rest)) if rest.len() == 3 && whole.len() <= 3 => format!("{text}0"),
        _ => text.to_owned(),
    }
}
