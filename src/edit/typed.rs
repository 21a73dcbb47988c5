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

/// The text that stands in a field when a person begins to edit it; it reads back as the value.
pub fn text_of(leaf: Leaf, value: &Value) -> String {
    match (leaf, value) {
        (Leaf::Amount, value) => serde_json::from_value::<Amount>(value.clone())
            .map(|amount| typed::amount_text(&amount))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Kind, Shape, field, shape};
    use crate::session::Session;

    /// Every value of the bundled dataset, by record and leaf.
    fn values(see: &mut dyn FnMut(&Key, Leaf, &Value)) {
        fn walk(shape: Shape, value: &Value, key: &Key, see: &mut dyn FnMut(&Key, Leaf, &Value)) {
            match (shape, value) {
                (Shape::Leaf(leaf), value) => see(key, leaf, value),
                (Shape::Fields(fields), Value::Object(map)) => {
                    for field in fields.iter().filter(|field| map.contains_key(field.name)) {
                        walk(field.shape, &map[field.name], key, see);
                    }
                }
                (Shape::OneOf(variants), value) => {
                    let name = field::variant_of(value).unwrap();
                    let variant = variants
                        .iter()
                        .find(|variant| variant.name == name)
                        .unwrap();
                    if let Some(inner) = value.get(name) {
                        walk(Shape::Fields(variant.fields), inner, key, see);
                    }
                }
                (Shape::List(of), Value::Array(items)) => {
                    items.iter().for_each(|item| walk(*of, item, key, see));
                }
                (Shape::Table(leaf, of), Value::Object(map)) => {
                    for (name, entry) in map {
                        let name = match leaf {
                            Leaf::Year => Value::from(name.parse::<i64>().unwrap()),
                            _ => Value::from(name.as_str()),
                        };
                        walk(Shape::Leaf(leaf), &name, key, see);
                        walk(*of, entry, key, see);
                    }
                }
                (shape, value) => panic!("{key}: {shape:?} {value}"),
            }
        }
        let session = Session::sample();
        for kind in Kind::ALL {
            for key in AnyRecord::keys(session.dataset(), *kind) {
                let tree = AnyRecord::of(session.dataset(), &key).unwrap().to_tree();
                walk(Shape::Fields(shape::fields(*kind)), &tree, &key, see);
            }
        }
    }

    #[test]
    fn the_text_to_edit_reads_back_as_the_value_that_stands() {
        let about = [
            About::default(),
            About {
                currency: Some(Currency::EUR),
                lang: Lang::Uk,
            },
        ];
        let mut seen = 0;
        values(&mut |key, leaf, value| {
            seen += 1;
            for about in about.iter().filter(|_| leaf != Leaf::Id) {
                let text = text_of(leaf, value);
                let reading = read(leaf, &text, about);
                assert_eq!(
                    reading,
                    Reading::Sure(Some(value.clone())),
                    "{key} {leaf:?} {text:?}"
                );
            }
        });
        assert!(seen > 10_000, "{seen}");
    }

    #[test]
    fn what_is_typed_becomes_the_value_of_its_field() {
        let about = About {
            currency: Some(Currency::new("SEK").unwrap()),
            lang: Lang::En,
        };
        let sure = |leaf, text| match read(leaf, text, &about) {
            Reading::Sure(Some(value)) => value.to_string(),
            other => panic!("{text}: {other:?}"),
        };
        for (leaf, text, value) in [
            (Leaf::Date, "27 June 2024", "\"2024-06-27\""),
            (Leaf::Day, "27.06.2024", "\"2024-06-27\""),
            (Leaf::Year, " 2024 ", "2024"),
            (Leaf::Month, "June 2024", "\"2024-06\""),
            (Leaf::Count(255), "10", "10"),
            (Leaf::Count(20_000_000_000), "1.500", "1500"),
            (Leaf::Percent, "50 %", "\"50\""),
            (Leaf::Decimal, "0,25", "\"0.25\""),
            (Leaf::Flag, "так", "true"),
            (Leaf::Choice(shape::WORDINGS), "Shall", "\"shall\""),
            (
                Leaf::Choice(shape::AREAS),
                "hybrid threats",
                "\"hybrid_threats\"",
            ),
            (Leaf::Country, "lt", "\"LT\""),
            (Leaf::LongText, "a\r\nb \n", "\"a\\nb\""),
        ] {
            assert_eq!(sure(leaf, text), value, "{text}");
        }
        assert!(sure(Leaf::Amount, "1,5 mlrd kr").contains("1 500 000 000 SEK"));
        let empty = |leaf| read(leaf, "  ", &about) == Reading::Sure(None);
        assert!(empty(Leaf::Amount) && empty(Leaf::Date) && empty(Leaf::Flag));
        for (leaf, text) in [
            (Leaf::Count(255), "300"),
            (Leaf::Count(255), "1.5"),
            (Leaf::Flag, "perhaps"),
            (Leaf::Choice(shape::STAGES), "promised"),
            (Leaf::Month, "2024"),
            (Leaf::Link(crate::edit::LinkTo::Money), "lt a01"),
            (Leaf::Day, "2024"),
        ] {
            assert!(
                matches!(read(leaf, text, &about), Reading::Not(_)),
                "{text}"
            );
        }
        let asked = read(Leaf::Amount, "1.500 EUR", &about);
        assert!(matches!(asked, Reading::Choose(all) if all.len() == 2));
    }
}
