//! Values and refusals in words: what a typed text is read as, and why a record does not take it.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::edit::{FieldError, Key, Kind, Leaf, Path};
use crate::model::{Amount, AmountForm, Dataset, PartialDate, PartyId, ShareBound};
use crate::text::{Texts, dates, fields, numbers, words};

fn of<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// A value as people read it: `€35 m`, `27 Jun 2024`, `military`. `path` tells whose choices they are.
pub fn value(leaf: Leaf, path: &Path, value: &Value, book: &Dataset, texts: Texts) -> String {
    let plain = || match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let told = match leaf {
        Leaf::Amount => of::<Amount>(value).map(|amount| {
            let form = numbers::form(&amount.form, texts);
            format!("{form} · {}", dates::period(&amount.period, texts))
        }),
        Leaf::Date | Leaf::Day | Leaf::Month => {
            of::<PartialDate>(value).map(|date| dates::date(date, texts))
        }
        Leaf::Flag => value.as_bool().map(|flag| fields::flag(flag, texts)),
        Leaf::Choice(_) => value
            .as_str()
            .map(|word| fields::choice(&path.to_string(), word, texts)),
        Leaf::Decimal => value
            .as_str()
            .and_then(|text| text.parse().ok())
            .map(|number| numbers::number(number, texts)),
        Leaf::Percent => value
            .as_str()
            .and_then(|text| text.parse().ok())
            .map(|percent| numbers::percent(percent, texts)),
        Leaf::Count(_) => value.as_u64().map(|count| numbers::count(count, texts)),
        Leaf::Country => value.as_str().map(|code| country(code, book, texts)),
        _ => None,
    };
    told.unwrap_or_else(plain)
}

fn country(code: &str, book: &Dataset, texts: Texts) -> String {
    let party = PartyId::new(code).ok();
    match party.and_then(|id| book.parties.get(&id)) {
        Some(party) => format!("{code} · {}", words::name(&party.name, texts)),
        None => code.to_owned(),
    }
}

/// What a typed text is read as, with every digit: `SEK 1 500 000 000 · exact · no time stated`.
/// None where it would only repeat the text.
pub fn reading(
    leaf: Leaf,
    path: &Path,
    read: Option<&Value>,
    book: &Dataset,
    texts: Texts,
) -> Option<String> {
    let Some(read) = read else {
        return Some(texts.get("record-read-as-nothing"));
    };
    match leaf {
        Leaf::Text | Leaf::LongText | Leaf::Phrase | Leaf::Url | Leaf::Language | Leaf::Id => None,
        Leaf::Amount => {
            let amount: Amount = of(read)?;
            let exact = numbers::form_exact(&amount.form, texts);
            let form = form(&amount.form, texts);
            let period = dates::period(&amount.period, texts);
            Some(format!("{exact} · {form} · {period}"))
        }
        _ => Some(value(leaf, path, read, book, texts)),
    }
}

/// How an amount binds, in a word or two.
fn form(form: &AmountForm, texts: Texts) -> String {
    let of_share = |bound: ShareBound| match bound {
        ShareBound::Exact => "record-form-exact",
        ShareBound::About => "record-form-about",
        ShareBound::UpTo => "record-form-up-to",
        ShareBound::AtLeast => "record-form-at-least",
    };
    texts.get(match form {
        AmountForm::Exact(_) => "record-form-exact",
        AmountForm::About(_) => "record-form-about",
        AmountForm::UpTo(_) => "record-form-up-to",
        AmountForm::AtLeast(_) => "record-form-at-least",
        AmountForm::Range(_) => "record-form-range",
        AmountForm::GdpShare(share) => of_share(share.bound),
        AmountForm::Undisclosed(_) => "record-form-undisclosed",
    })
}

/// A record as its kind and id: `aid entry lt-a03`.
pub fn named(key: &Key, texts: Texts) -> String {
    let kind = fields::kind(key.kind.key(), texts);
    match key.kind {
        Kind::Header => kind,
        _ => format!("{kind} {}", key.id),
    }
}

/// Why a record does not take a value, in a sentence.
pub fn error(error: &FieldError, kind: Kind, texts: Texts) -> String {
    let field = |path: &Path| fields::path(kind.key(), &path.to_string(), texts);
    match error {
        FieldError::Required(path) => {
            texts.with("record-required", &[("field", field(path).into())])
        }
        FieldError::KeyTaken { key, .. } => {
            texts.with("record-key-taken", &[("key", key.as_str().into())])
        }
        FieldError::NoRecord(key) => {
            texts.with("record-gone", &[("record", named(key, texts).into())])
        }
        FieldError::Fixed(path) => texts.with("record-fixed", &[("field", field(path).into())]),
        FieldError::NoField { .. } | FieldError::Refused { .. } | FieldError::Edit(_) => {
            texts.with("record-refused", &[("why", error.to_string().into())])
        }
    }
}
