//! Tables in JSON: a list of objects, or a list of lists, at the top or deeper inside. Each is a
//! sheet, named by where it stands: `/data/flows`.

use std::io::{BufReader, Read as _};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::cell::{Cell, Row};
use super::error::{TableError, TableNote};
use super::number::decimal;
use super::raw::{PIECE, Raw};
use super::rows::RowSource;
use super::text::TextEncoding;
use super::{MOST_COLUMNS, MOST_JSON, MOST_JSON_TABLES};
use crate::task::TaskLine;

/// So many ragged rows are told one by one.
const TOLD: usize = 20;

/// A JSON file with its tables.
#[derive(Debug)]
pub(super) struct Tables {
    value: Arc<Value>,
    pub(super) sheets: Vec<About>,
}

/// A table.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// Where it stands, as a JSON pointer: empty at the top.
    pub(super) pointer: String,
    /// The columns of a list of objects, in the order in which they first occur; none in a list of
    /// lists.
    columns: Option<Vec<String>>,
    pub(super) rows: usize,
}

impl Tables {
    pub(super) fn open(
        raw: &Raw,
        encoding: TextEncoding,
        line: &TaskLine,
    ) -> Result<Self, TableError> {
        if raw.bytes() > MOST_JSON {
            return Err(TableError::TooLarge {
                bytes: raw.bytes(),
                limit: MOST_JSON,
            });
        }
        let value = Arc::new(read(raw, encoding, line)?);
        let mut sheets = Vec::new();
        find(&value, "", &mut sheets, line)?;
        if sheets.is_empty() {
            return Err(TableError::NoTable);
        }
        Ok(Self { value, sheets })
    }

    pub(super) fn rows(&self, sheet: usize, line: &TaskLine) -> Result<JsonRows, TableError> {
        let about = self.sheets.get(sheet);
        let about = about.ok_or(TableError::NoSuchSheet { number: sheet })?;
        let mut usual = about.columns.as_ref().map_or(0, Vec::len);
        if let Some(Value::Array(items)) = self.value.pointer(&about.pointer)
            && let Some(Value::Array(first)) = items.first()
        {
            usual = first.len();
        }
        Ok(JsonRows {
            value: Arc::clone(&self.value),
            about: about.clone(),
            next: 0,
            usual,
            ragged: 0,
            first_ragged: Vec::new(),
            line: line.clone(),
        })
    }
}

/// All values of a file: of one with a value a line, a list of them.
fn read(raw: &Raw, encoding: TextEncoding, line: &TaskLine) -> Result<Value, TableError> {
    let of_json = |error: &serde_json::Error| TableError::Json {
        line: error.line() as u64,
        column: error.column() as u64,
        cause: error.to_string(),
    };
    let of_io = |error: &std::io::Error| TableError::of_io(error);
    let mut reader = BufReader::with_capacity(PIECE, raw.reader(line)?);
    if encoding != TextEncoding::UTF_8 {
        let mut bytes = Vec::new();
        reader
            .read_to_end(&mut bytes)
            .map_err(|error| of_io(&error))?;
        let text = encoding.decode_head(&bytes);
        return serde_json::from_str(&text).map_err(|error| of_json(&error));
    }
    let marked = raw.head(3, line)?.starts_with(b"\xef\xbb\xbf");
    if marked {
        reader
            .read_exact(&mut [0; 3])
            .map_err(|error| of_io(&error))?;
    }
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_reader(reader).into_iter::<Value>() {
        match value {
            Ok(value) => values.push(value),
            Err(error) if error.is_io() => return Err(of_io(&std::io::Error::from(error))),
            Err(error) => return Err(of_json(&error)),
        }
    }
    Ok(match values.len() {
        1 => values.remove(0),
        _ => Value::Array(values),
    })
}

/// Looks for tables in a value.
fn find(
    value: &Value,
    pointer: &str,
    found: &mut Vec<About>,
    line: &TaskLine,
) -> Result<(), TableError> {
    if found.len() >= MOST_JSON_TABLES {
        return Ok(());
    }
    match value {
        Value::Array(items) if !items.is_empty() => {
            let objects = items.iter().all(Value::is_object);
            if objects || items.iter().all(Value::is_array) {
                let columns = if objects {
                    Some(columns(items, line)?)
                } else {
                    None
                };
                found.push(About {
                    pointer: pointer.to_owned(),
                    columns,
                    rows: items.len(),
                });
            }
            // A list of one is often a mere wrapping.
            if let [Value::Object(only)] = items.as_slice() {
                find_inside(only, &format!("{pointer}/0"), found, line)?;
            }
        }
        Value::Object(fields) => find_inside(fields, pointer, found, line)?,
        _ => {}
    }
    Ok(())
}

fn find_inside(
    fields: &Map<String, Value>,
    pointer: &str,
    found: &mut Vec<About>,
    line: &TaskLine,
) -> Result<(), TableError> {
    for (key, value) in fields {
        let key = key.replace('~', "~0").replace('/', "~1");
        find(value, &format!("{pointer}/{key}"), found, line)?;
    }
    Ok(())
}

/// The columns of a list of objects.
fn columns(items: &[Value], line: &TaskLine) -> Result<Vec<String>, TableError> {
    let mut names = Map::new();
    for (index, item) in items.iter().enumerate() {
        if line.is_cancelled() {
            return Err(TableError::Cancelled);
        }
        if let Value::Object(fields) = item {
            flatten(fields, "", &mut |name, _| {
                if !names.contains_key(&name) {
                    names.insert(name, Value::Null);
                }
            });
        }
        if names.len() > MOST_COLUMNS {
            return Err(TableError::TooManyColumns {
                sheet: None,
                row: index as u64 + 1,
            });
        }
    }
    Ok(names.into_iter().map(|(name, _)| name).collect())
}

/// Hands over every field with its name; those of objects inside as `outer.inner`.
fn flatten(fields: &Map<String, Value>, outer: &str, take: &mut impl FnMut(String, &Value)) {
    for (key, value) in fields {
        let name = if outer.is_empty() {
            key.clone()
        } else {
            format!("{outer}.{key}")
        };
        match value {
            Value::Object(inner) if !inner.is_empty() => flatten(inner, &name, take),
            other => take(name, other),
        }
    }
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::Number(number) => {
            let text = number.to_string();
            decimal(&text).map_or(Cell::Text(text), Cell::Number)
        }
        Value::String(text) if text.is_empty() => Cell::Empty,
        Value::String(text) => Cell::Text(text.clone()),
        Value::Object(inner) if inner.is_empty() => Cell::Empty,
        Value::Array(inner) if inner.is_empty() => Cell::Empty,
        // A list inside of a cell stands there as it is written.
        Value::Array(_) | Value::Object(_) => Cell::Text(value.to_string()),
    }
}

/// The rows of a table. Names of columns come as a first row with the number 0, as they stand in no
/// row of their own.
#[derive(Debug)]
pub(super) struct JsonRows {
    value: Arc<Value>,
    about: About,
    next: usize,
    usual: usize,
    ragged: u64,
    first_ragged: Vec<(u64, usize)>,
    line: TaskLine,
}

impl RowSource for JsonRows {
    fn next_row(&mut self) -> Result<Option<Row>, TableError> {
        if self.line.is_cancelled() {
            return Err(TableError::Cancelled);
        }
        let index = self.next;
        self.next += 1;
        let columns = self.about.columns.as_ref();
        if let (0, Some(columns)) = (index, columns) {
            let cells = columns.iter().map(|name| Cell::Text(name.clone()));
            return Ok(Some(Row {
                number: 0,
                cells: cells.collect(),
            }));
        }
        let index = index - usize::from(columns.is_some());
        let item = self.value.pointer(&self.about.pointer);
        let item = item.and_then(|items| items.get(index));
        let Some(item) = item else {
            return Ok(None);
        };
        let number = index as u64 + 1;
        let cells = match (item, columns) {
            (Value::Object(fields), Some(columns)) => {
                let mut cells = vec![Cell::Empty; columns.len()];
                let mut hint = 0;
                flatten(fields, "", &mut |name, value| {
                    // Objects of a list mostly have the same fields in the same order.
                    let place = match columns.get(hint) {
                        Some(column) if *column == name => Some(hint),
                        _ => columns.iter().position(|column| *column == name),
                    };
                    if let Some(place) = place {
                        hint = place + 1;
                        if let Some(there) = cells.get_mut(place) {
                            *there = cell(value);
                        }
                    }
                });
                cells
            }
            (Value::Array(items), _) => {
                if items.len() > MOST_COLUMNS {
                    return Err(TableError::TooManyColumns {
                        sheet: Some(self.about.pointer.clone()),
                        row: number,
                    });
                }
                if items.len() != self.usual {
                    self.ragged += 1;
                    if self.first_ragged.len() < TOLD {
                        self.first_ragged.push((number, items.len()));
                    }
                }
                items.iter().map(cell).collect()
            }
            _ => Vec::new(),
        };
        Ok(Some(Row { number, cells }))
    }

    fn notes(&self) -> Vec<TableNote> {
        let ragged = (self.ragged > 0).then(|| TableNote::Ragged {
            usual: self.usual,
            rows: self.ragged,
            first: self.first_ragged.clone(),
        });
        ragged.into_iter().collect()
    }
}
