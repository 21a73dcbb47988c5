//! Parses one record, and tells where and why it cannot be.

use std::borrow::Cow;

use ron::error::{Position, SpannedError};
use serde::de::DeserializeOwned;

use super::damage::{DamageKind, Place, ValueProblem};
use super::read::options;
use super::scan;

/// A record has fewer fields than this; so many unknown ones are no record.
const MOST_UNKNOWN_FIELDS: usize = 64;

/// The value, if the text has one, and what is wrong, with places inside the text. Fields that are
/// not known are left out one by one and told.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> (Option<T>, Vec<(Place, DamageKind)>) {
    let mut text = Cow::Borrowed(text);
    let mut faults = Vec::new();
    for _ in 0..MOST_UNKNOWN_FIELDS {
        match options().from_str::<T>(&text) {
            Ok(value) => return (Some(value), faults),
            Err(error) => {
                let (offset, kind) = explain(&text, &error);
                let unknown = matches!(kind, DamageKind::UnknownField { .. });
                faults.push((place_at(&text, offset), kind));
                let without = if unknown {
                    without_field(&text, offset)
                } else {
                    None
                };
                match without {
                    Some(shorter) => text = Cow::Owned(shorter),
                    None => return (None, faults),
                }
            }
        }
    }
    (None, faults)
}

/// The id of a record, as far as it can be made out.
pub(super) fn id(text: &str) -> Option<String> {
    let fields = scan::fields(text);
    let field = fields.iter().find(|field| field.name == "id")?;
    options().from_str::<String>(field.value.of(text)).ok()
}

/// A place inside a record as a place in the file.
pub(super) fn place_in_file(record: Place, inside: Place) -> Place {
    Place {
        line: record.line + inside.line - 1,
        column: if inside.line == 1 {
            record.column + inside.column - 1
        } else {
            inside.column
        },
    }
}

fn offset_of(text: &str, position: Position) -> usize {
    let mut at = 0;
    for _ in 1..position.line {
        match text.get(at..).and_then(|rest| rest.find('\n')) {
            Some(end) => at += end + 1,
            None => return text.len(),
        }
    }
    let rest = text.get(at..).unwrap_or_default();
    let column = position.col.saturating_sub(1);
    at + rest
        .char_indices()
        .nth(column)
        .map_or(rest.len(), |(i, _)| i)
}

fn place_at(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |i| i + 1);
    Place {
        line: 1 + before.matches('\n').count(),
        column: 1 + before[line_start..].chars().count(),
    }
}

/// Where the fault is and of which kind.
fn explain(text: &str, error: &SpannedError) -> (usize, DamageKind) {
    use ron::Error;
    let end = offset_of(text, error.span.end);
    let before = text.get(..end).unwrap_or(text);
    let at_word = |word: &str| before.rfind(word).unwrap_or(end);
    match &error.code {
        Error::Eof | Error::ExpectedStringEnd | Error::UnclosedBlockComment => {
            (end, DamageKind::Syntax(error.code.to_string()))
        }
        Error::NoSuchStructField {
            expected, found, ..
        } => (
            at_word(found),
            DamageKind::UnknownField {
                field: found.clone(),
                known: expected.to_vec(),
            },
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => (
            at_word(found),
            DamageKind::UnknownWord {
                word: found.clone(),
                known: expected.to_vec(),
            },
        ),
        Error::MissingStructField { field, .. } => {
            (end, DamageKind::MissingField((*field).to_owned()))
        }
        Error::DuplicateStructField { field, .. } => (
            at_word(field),
            DamageKind::RepeatedField((*field).to_owned()),
        ),
        Error::Message(message) => {
            let (start, literal) = literal_before(before);
            (start, DamageKind::Value(ValueProblem::of(literal, message)))
        }
        other => {
            let start = offset_of(text, error.span.start);
            (start, DamageKind::Syntax(other.to_string()))
        }
    }
}

/// The last string or number that ends in `before`, and where it begins.
fn literal_before(before: &str) -> (usize, &str) {
    let trimmed = before.trim_end_matches(|c: char| c.is_whitespace() || ",)]}".contains(c));
    if let Some(inner) = trimmed.strip_suffix('"') {
        let start = inner.rfind('"').unwrap_or(0);
        (start, &trimmed[start..])
    } else {
        let word = |c: char| c.is_alphanumeric() || "+-._".contains(c);
        let start = trimmed.trim_end_matches(word).len();
        (start, &trimmed[start..])
    }
}

/// The text with the field that begins at `offset` blanked out, so that every other place stays.
fn without_field(text: &str, offset: usize) -> Option<String> {
    let (before, from) = (text.get(..offset)?, text.get(offset..)?);
    let length = scan::field_length(from)?;
    let blank = from
        .get(..length)?
        .chars()
        .map(|c| if c == '\n' { c } else { ' ' });
    let mut out = String::with_capacity(text.len());
    out.push_str(before);
    out.extend(blank);
    out.push_str(from.get(length..)?);
    Some(out)
}
