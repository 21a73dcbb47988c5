//! Why a change cannot be made, in sentences for people.

use crate::text::{Texts, fields, typed};

use super::command::EditError;
use super::field::FieldError;
use super::path::Path;
use super::record::{Key, Kind};
use super::script::ScriptError;

/// Why a change cannot be done.
pub fn of_edit(error: &EditError, texts: Texts) -> String {
    match error {
        EditError::Missing(key) => no_record(key, texts),
        EditError::Taken { id, by } => texts.with(
            "refusal-taken",
            &[
                ("id", id.into()),
                ("kind", fields::kind(by.key(), texts).into()),
            ],
        ),
        EditError::HeaderStays => texts.get("refusal-header-stays"),
    }
}

/// Why a value cannot be changed so. `kind` is that of the record, whose fields have their names.
pub fn of_field(error: &FieldError, kind: Kind, texts: Texts) -> String {
    let named = |path: &Path| fields::path(kind.key(), &path.to_string(), texts);
    match error {
        FieldError::NoRecord(key) => no_record(key, texts),
        FieldError::NoField { kind, path } => {
            let known = super::shape::fields(*kind).iter().map(|field| field.name);
            texts.with(
                "refusal-no-field",
                &[
                    ("kind", fields::kind(kind.key(), texts).into()),
                    ("path", path.to_string().into()),
                    ("known", known.collect::<Vec<_>>().join(", ").into()),
                ],
            )
        }
        FieldError::Required(path) => {
            texts.with("refusal-required", &[("field", named(path).into())])
        }
        FieldError::Fixed(path) => texts.with("refusal-fixed", &[("field", named(path).into())]),
        FieldError::Refused { path, why } => texts.with(
            "refusal-refused",
            &[("field", named(path).into()), ("why", why.into())],
        ),
        FieldError::KeyTaken { path: _, key } => {
            texts.with("refusal-key-taken", &[("key", key.into())])
        }
        FieldError::Edit(error) => of_edit(error, texts),
    }
}

/// Why a line of a script cannot be followed, and what to do.
pub fn of_script(error: &ScriptError, texts: Texts) -> (String, String) {
    let told = |id: &str, hint: &str, args: &[(&'static str, String)]| {
        let args: Vec<_> = args
            .iter()
            .map(|(name, value)| (*name, value.into()))
            .collect();
        (texts.with(id, &args), texts.get(hint))
    };
    let orders = "script-orders-hint";
    match error {
        ScriptError::Quotes => told("script-quotes", "script-quotes-hint", &[]),
        ScriptError::Order(word) => told("script-order", orders, &[("word", word.clone())]),
        ScriptError::Missing(order, what) => told(
            "script-missing",
            orders,
            &[("order", (*order).into()), ("what", (*what).into())],
        ),
        ScriptError::Record(id) => {
            told("script-record", "script-record-hint", &[("id", id.clone())])
        }
        ScriptError::Kind(kind) => {
            told("script-kind", "script-kind-hint", &[("kind", kind.clone())])
        }
        ScriptError::Pair(word) => {
            told("script-pair", "script-pair-hint", &[("word", word.clone())])
        }
        ScriptError::Path(error) => told(
            "script-path",
            "script-path-hint",
            &[("path", error.0.clone())],
        ),
        ScriptError::Several(path) => told(
            "script-several",
            "script-path-hint",
            &[("path", path.to_string())],
        ),
        ScriptError::NoList(path) => told(
            "script-no-list",
            "script-no-list-hint",
            &[("path", path.to_string())],
        ),
        ScriptError::Ambiguous { text, meanings } => told(
            "script-ambiguous",
            "script-ambiguous-hint",
            &[("text", text.clone()), ("meanings", meanings.join(" · "))],
        ),
        ScriptError::Unread { path, text, why } => {
            let message = texts.with(
                "script-unread",
                &[("path", path.to_string().into()), ("text", text.into())],
            );
            (message, typed::told(why, texts))
        }
        ScriptError::Linked { links, needing } => told(
            "script-linked",
            "script-linked-hint",
            &[
                ("links", links.to_string()),
                ("needing", needing.to_string()),
            ],
        ),
        ScriptError::Field(error) => {
            let message = of_field(error, Kind::Header, texts);
            (message, texts.get("script-field-hint"))
        }
    }
}

fn no_record(key: &Key, texts: Texts) -> String {
    texts.with(
        "refusal-no-record",
        &[
            ("kind", fields::kind(key.kind.key(), texts).into()),
            ("id", key.id.as_str().into()),
        ],
    )
}
