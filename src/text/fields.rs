//! The names of fields, of the words that can be chosen in them, and of kinds of records, by the
//! names of the file. What has no name shows as it is written in the file; a test over the shapes
//! of all records sees that there is none.

mod ids;

use serde::de::DeserializeOwned;

use super::numbers::count;
use super::{Texts, dates, words};
use crate::model::{
    AgreementKind, AidType, Area, GdpStatus, Instrument, PartialDate, SourceKind, Stage, Status,
    Vilnius, Wording,
};

/// A field as a label: `Stage`. `kind` is a kind of record as scripts name it; `field` is a field of
/// it, or a path to one: `stage`, `figure.amount`, `fulfils[0].share`.
pub fn name(kind: &str, field: &str, texts: Texts) -> String {
    let (holder, field) = last_two(field);
    ids::name_id(kind, holder, field).map_or_else(|| field.to_owned(), |id| texts.get(id))
}

/// What the name alone does not say, in one sentence; none where it says all.
pub fn tip(kind: &str, field: &str, texts: Texts) -> Option<String> {
    let (holder, field) = last_two(field);
    ids::tip_id(kind, holder, field).map(|id| texts.get(id))
}

/// One item of a list, or one entry of a table, without its place: `Further source` for `also_in`.
pub fn item(kind: &str, field: &str, texts: Texts) -> String {
    let (_, last) = last_two(field);
    ids::item_id(last).map_or_else(|| name(kind, field, texts), |id| texts.get(id))
}

/// A word of the closed list of a field, by the words of the file: `under_way` of `status`.
pub fn choice(field: &str, word: &str, texts: Texts) -> String {
    let (_, field) = last_two(field);
    named_choice(field, word, texts).unwrap_or_else(|| word.to_owned())
}

/// Yes or no.
pub fn flag(of: bool, texts: Texts) -> String {
    texts.get(if of { "field-yes" } else { "field-no" })
}

/// A kind of record, small: `aid entry`.
pub fn kind(kind: &str, texts: Texts) -> String {
    ids::kind_id(kind).map_or_else(|| kind.to_owned(), |id| texts.get(id))
}

/// So many records of a kind: `12 aid entries`; of several kinds where `kind` is none of them.
pub fn kinds(kind: &str, number: usize, texts: Texts) -> String {
    let id = ids::kinds_id(kind);
    let shown = count(u64::try_from(number).unwrap_or(u64::MAX), texts);
    let args = [("count", number.into()), ("shown", shown.into())];
    texts.with(id, &args)
}

/// A place in a record: `fulfils[0].share` is `Fulfils 1 › share`. Groups that say nothing of their
/// own are passed over: `figure.amount` is `Amount`.
pub fn path(kind: &str, path: &str, texts: Texts) -> String {
    let mut shown: Option<String> = None;
    let steps: Vec<&str> = path.split('.').collect();
    for (index, step) in steps.iter().enumerate() {
        let (field, place) = split_place(step);
        let passed_over = matches!(field, "figure" | "record" | "name" | "signatories");
        if passed_over && index + 1 < steps.len() {
            continue;
        }
        let holder = index.checked_sub(1).and_then(|before| steps.get(before));
        let whole = holder.map_or_else(|| field.to_owned(), |holder| format!("{holder}.{field}"));
        let this = match place {
            None => name(kind, &whole, texts),
            Some(place) => placed(kind, field, place, texts),
        };
        shown = Some(match shown {
            None => this,
            Some(outer) => {
                let inner = small(&this);
                texts.with(
                    "field-inside",
                    &[("outer", outer.into()), ("inner", inner.into())],
                )
            }
        });
    }
    shown.unwrap_or_default()
}

/// A name inside a sentence: `Stage` becomes `stage`; `GDP`, `G7` and `URL` stay.
pub fn small(name: &str) -> String {
    let mut letters = name.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let rest = letters.as_str();
    let abbreviation = rest
        .chars()
        .next()
        .is_some_and(|second| second.is_uppercase() || second.is_ascii_digit());
    if abbreviation {
        name.to_owned()
    } else {
        first.to_lowercase().chain(rest.chars()).collect()
    }
}

/// An item or entry at its place.
fn placed(kind: &str, field: &str, place: &str, texts: Texts) -> String {
    if field == "notes" {
        let about = choice(field, place, texts);
        return texts.with("field-note-on", &[("about", about.into())]);
    }
    let name = item(kind, field, texts);
    if let Ok(index) = place.parse::<u64>()
        && field != "years"
    {
        let number = count(index.saturating_add(1), texts);
        return texts.with(
            "field-numbered",
            &[("name", name.into()), ("number", number.into())],
        );
    }
    let month = place.parse::<PartialDate>().ok();
    if let Some(PartialDate::Month(year, month)) = month {
        return dates::month(year, month, texts);
    }
    texts.with(
        "field-keyed",
        &[("name", name.into()), ("key", place.into())],
    )
}

/// `fulfils[0]` as `fulfils` and `0`.
fn split_place(step: &str) -> (&str, Option<&str>) {
    match step.split_once('[') {
        Some((field, rest)) => (field, rest.strip_suffix(']')),
        None => (step, None),
    }
}

/// The innermost field of a path, and the field that it stands in.
fn last_two(path: &str) -> (Option<&str>, &str) {
    let (rest, last) = match path.rsplit_once('.') {
        Some((rest, last)) => (Some(rest), last),
        None => (None, path),
    };
    let holder = rest.map(|rest| rest.rsplit_once('.').map_or(rest, |(_, holder)| holder));
    (holder.map(|h| split_place(h).0), split_place(last).0)
}

/// A word of the file as the value that it stands for.
fn read<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

fn named_choice(field: &str, word: &str, texts: Texts) -> Option<String> {
    let known = match field {
        "stage" => read(word).map(|of: Stage| words::stage(of, texts)),
        "aid_type" => read(word).map(|of: AidType| words::aid_type(of, texts)),
        "area" => read(word).map(|of: Area| words::area(of, texts)),
        "wording" => read(word).map(|of: Wording| words::wording(of, texts)),
        "instrument" => read(word).map(|of: Instrument| words::instrument(of, texts)),
        "vilnius" => read(word).map(|of: Vilnius| words::vilnius(of, texts)),
        "status" => read(word)
            .map(|of: Status| words::status(of, texts))
            .or_else(|| read(word).map(|of: GdpStatus| words::gdp_status(of, texts))),
        "kind" => read(word)
            .map(|of: AgreementKind| words::agreement_kind(of, texts))
            .or_else(|| read(word).map(|of: SourceKind| words::source_kind(of, texts))),
        "notes" => note(word, texts),
        _ => None,
    };
    known.or_else(|| ids::choice_id(field, word).map(|id| texts.get(id)))
}

/// A note is about a field of its record, and is called as that is.
fn note(word: &str, texts: Texts) -> Option<String> {
    let field = ids::general_name_id(word).or_else(|| ids::origin_name_id(word))?;
    Some(small(&texts.get(field)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_place_in_a_record_is_told_from_the_outer_to_the_inner() {
        for (kind, place, en, uk) in [
            ("aid", "stage", "Stage", "Стадія"),
            ("aid", "figure.amount", "Amount", "Сума"),
            (
                "aid",
                "fulfils[0].share",
                "Fulfils 1 › share",
                "Виконує 1 › частка",
            ),
            (
                "aid",
                "other_figures[1].figure.cite.source",
                "Other figure 2 › citation › source",
                "Інший показник 2 › підстава › джерело",
            ),
            ("aid", "figure.date", "Date of the figure", "Дата показника"),
            (
                "aid",
                "record.as_counted_on",
                "As counted on",
                "Пораховано станом на",
            ),
            ("party", "name.uk", "Name in Ukrainian", "Назва українською"),
            (
                "gdp",
                "years[2024].value",
                "Year 2024 › GDP",
                "Рік 2024 › ВВП",
            ),
            (
                "fx",
                "months[2024-06].per_eur",
                "June 2024 › units for one euro",
                "червень 2024 › одиниць за євро",
            ),
            (
                "commitment",
                "status[0].status",
                "Status 1 › how far it got",
                "Стан 1 › як далеко дійшло",
            ),
            (
                "commitment",
                "notes[general]",
                "Note: in general",
                "Нотатка: загалом",
            ),
            ("aid", "notes[stage]", "Note: stage", "Нотатка: стадія"),
        ] {
            let said = |lang| path(kind, place, Texts::new(lang)).replace('\u{202f}', " ");
            assert_eq!(said(Lang::En), en);
            assert_eq!(said(Lang::Uk), uk);
        }
    }

    #[test]
    fn records_are_counted_in_the_grammar_of_the_language() {
        let said = |kind, number, lang| kinds(kind, number, Texts::new(lang));
        assert_eq!(said("aid", 1, Lang::En), "1 aid entry");
        assert_eq!(said("aid", 12, Lang::En), "12 aid entries");
        assert_eq!(said("aid", 2, Lang::Uk), "2 записи про допомогу");
        assert_eq!(said("source", 5, Lang::Uk), "5 джерел");
        assert_eq!(said("aid and more", 3, Lang::Uk), "3 записи");
    }

    #[test]
    fn what_has_no_name_shows_as_it_is_written() {
        let texts = Texts::new(Lang::Uk);
        assert_eq!(name("aid", "no_such", texts), "no_such");
        assert_eq!(choice("stage", "no_such", texts), "no_such");
        assert_eq!(tip("aid", "no_such", texts), None);
        assert_eq!(kind("no_such", texts), "no_such");
    }
}
