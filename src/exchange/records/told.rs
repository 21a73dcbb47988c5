//! What is wrong with rows of our own tables, in words.

use super::build::Wrong;
use super::read::RowTrouble;
use crate::text::Texts;

/// A row that is left out, where it stands, and why.
#[must_use]
pub fn trouble(trouble: &RowTrouble, texts: Texts) -> String {
    let RowTrouble {
        sheet,
        row,
        column,
        wrong: its,
    } = trouble;
    let args = [
        ("sheet", sheet.as_deref().unwrap_or_default().into()),
        ("row", row.to_string().into()),
        ("column", column.as_deref().unwrap_or_default().into()),
        ("why", wrong(its, texts).into()),
    ];
    match (sheet, column) {
        (Some(_), Some(_)) => texts.with("records-trouble-sheet-column", &args),
        (Some(_), None) => texts.with("records-trouble-sheet", &args),
        (None, Some(_)) => texts.with("records-trouble-column", &args),
        (None, None) => texts.with("records-trouble", &args),
    }
}

fn wrong(wrong: &Wrong, texts: Texts) -> String {
    match wrong {
        Wrong::Number(what) => {
            texts.with("records-wrong-number", &[("text", what.as_str().into())])
        }
        Wrong::Whole(what) => texts.with("records-wrong-whole", &[("text", what.as_str().into())]),
        Wrong::Date(what) => texts.with("records-wrong-date", &[("text", what.as_str().into())]),
        Wrong::Flag(what) => texts.with("records-wrong-flag", &[("text", what.as_str().into())]),
        Wrong::Mistake(what) => {
            texts.with("records-wrong-mistake", &[("text", what.as_str().into())])
        }
        Wrong::Twice(what) => texts.with("records-wrong-twice", &[("text", what.as_str().into())]),
        Wrong::Beyond(what) => {
            texts.with("records-wrong-beyond", &[("text", what.as_str().into())])
        }
        Wrong::Refused(why) => {
            texts.with("records-wrong-refused", &[("text", why.as_str().into())])
        }
        Wrong::Word(what, all) => {
            let args = [("text", what.as_str().into()), ("all", all.as_str().into())];
            texts.with("records-wrong-word", &args)
        }
        Wrong::NoOwner { kind, id } => {
            let args = [("kind", (*kind).into()), ("id", id.as_str().into())];
            texts.with("records-wrong-owner", &args)
        }
    }
}
