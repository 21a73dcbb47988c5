//! Our own tables read back into records. A table is ours when its headings are the columns of a kind:
//! all that each record has, and whatever else it can have. What a row says wrong is told with the row
//! and the column, and the row is left out.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Tree};

use crate::edit::shape::{Leaf, Shape};
use crate::edit::{AnyRecord, Kind, Path};
use crate::exchange::export::guard::Home;
use crate::exchange::export::package::DESCRIPTION;
use crate::exchange::table::{Delimited, Format, Opened, Row, Rows, TableError, TextEncoding};
use crate::task::TaskLine;

use super::build::{Manner, Node, Wrong, leaf_value};
use super::columns::of_entries;
use super::place::PathColumn;
use super::sheet::RecordSheet;

/// What is wrong with a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowTrouble {
    /// The sheet or table, where the file has several.
    pub sheet: Option<String>,
    /// The row from 1 as a spreadsheet numbers it.
    pub row: u64,
    /// The column; none: the row as a whole.
    pub column: Option<String>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// The records of a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadRecords {
    /// The records, each with the table and the row it stood in.
    pub records: Vec<(AnyRecord, Option<String>, u64)>,
    /// The rows that are left out, and why.
    pub troubles: Vec<RowTrouble>,
    /// Headings that no record has a place for: what stands under them is passed over.
    pub unknown: Vec<(Option<String>, String)>,
    /// How many rows were read, headings not counted.
    pub rows: u64,
}

/// Which table of ours the headings are of, if any: the one that leaves fewest of them without a place.
pub fn sheet_of(headings: &[String]) -> Option<RecordSheet> {
    let fitting = RecordSheet::all().into_iter().filter_map(|sheet| {
        let columns = Columns::of(sheet, headings)?;
        Some((columns.unknown.len(), sheet))
    });
    let best = fitting.min_by_key(|(unknown, _)| *unknown);
    best.map(|(_, sheet)| sheet)
}

/// What stands under a heading.
#[derive(Clone, Debug)]
enum Under {
    /// Nothing that is known.
    Nothing,
    /// Whose entry it is.
    Owner,
    /// Which entry it is.
    EntryKey,
    /// A place in the record or entry.
    Place(PathColumn),
}

/// The headings of a table of ours.
#[derive(Debug)]
struct Columns {
    under: Vec<Under>,
    unknown: Vec<String>,
}

impl Columns {
    /// None: a heading is wanting that every such table has.
    fn of(sheet: RecordSheet, headings: &[String]) -> Option<Self> {
        let entries = sheet.entries();
        let mut wanting: HashSet<String> = match entries {
            None => required(sheet.kind),
            Some((key, of)) => {
                let own = of_entries(of).into_iter().filter(|column| column.always);
                let own = own.map(|column| column.name());
                let who = [sheet.owner(), RecordSheet::key_column(key)].map(str::to_owned);
                own.chain(who).collect()
            }
        };
        let mut unknown = Vec::new();
        let mut under = Vec::with_capacity(headings.len());
        for heading in headings {
            let name = heading.trim();
            let place = match entries {
                None => PathColumn::named(sheet.kind, name).map(Under::Place),
                Some((key, _)) if name == RecordSheet::key_column(key) => Some(Under::EntryKey),
                Some(_) if name == sheet.owner() => Some(Under::Owner),
                Some((_, of)) => PathColumn::of_entry(of, name).map(Under::Place),
            };
            wanting.remove(name);
            if place.is_none() && !name.is_empty() {
                unknown.push(name.to_owned());
            }
            under.push(place.unwrap_or(Under::Nothing));
        }
        wanting.is_empty().then_some(Self { under, unknown })
    }
}

/// The columns that every table of a kind has.
fn required(kind: Kind) -> HashSet<String> {
    let extent = super::columns::Extent::default();
    let columns = extent.columns(RecordSheet::of(kind), super::Layout::Apart);
    let always = columns.into_iter().filter(|column| column.always);
    always.map(|column| column.name()).collect()
}

/// The text of a heading.
fn headings(row: &Row) -> Vec<String> {
    row.cells
        .iter()
        .map(|cell| cell.raw().trim().to_owned())
        .collect()
}

/// Reads tables, one after the other; then [`Reader::finish`] gives the records.
#[derive(Debug, Default)]
pub(super) struct Reader {
    found: ReadRecords,
    seen: HashSet<(Kind, String)>,
    /// Records that wait for the values of their series.
    waiting: Vec<Waiting>,
    by_id: HashMap<(Kind, String), usize>,
    series: Vec<Series>,
}

#[derive(Debug)]
struct Waiting {
    kind: Kind,
    tree: Tree,
    sheet: Option<String>,
    row: u64,
}

#[derive(Debug)]
struct Series {
    sheet: RecordSheet,
    owner: String,
    key: String,
    entry: Tree,
    name: Option<String>,
    row: u64,
}

/// A table that is being read.
#[derive(Debug)]
pub(super) struct OpenSheet {
    sheet: RecordSheet,
    columns: Columns,
    headings: Vec<String>,
    name: Option<String>,
    manner: Manner,
}

impl OpenSheet {
    /// The table under a row of headings; none: it is none of ours.
    pub(super) fn of(row: &Row, name: Option<&str>, manner: Manner) -> Option<Self> {
        let headings = headings(row);
        // A name says it where headings could be those of two kinds.
        let named = name.and_then(RecordSheet::named);
        let named = named.filter(|sheet| Columns::of(*sheet, &headings).is_some());
        let sheet = named.or_else(|| sheet_of(&headings))?;
        Some(Self {
            sheet,
            columns: Columns::of(sheet, &headings)?,
            headings,
            name: name.map(str::to_owned),
            manner,
        })
    }
}

impl Reader {
    /// Takes in what is to be told of the headings of a table.
    pub(super) fn begin(&mut self, open: &OpenSheet) {
        let unknown = open.columns.unknown.iter();
        let told = unknown.map(|heading| (open.name.clone(), heading.clone()));
        self.found.unknown.extend(told);
    }

    /// Takes in a row.
    pub(super) fn take(&mut self, open: &OpenSheet, row: &Row) {
        if row.cells.iter().all(crate::exchange::table::Cell::is_blank) {
            return;
        }
        self.found.rows += 1;
        if let Err((column, wrong)) = self.taken(open, row) {
            self.trouble(open.name.as_deref(), row.number, column, wrong);
        }
    }

    fn trouble(&mut self, sheet: Option<&str>, row: u64, column: Option<String>, wrong: Wrong) {
        self.found.troubles.push(RowTrouble {
            sheet: sheet.map(str::to_owned),
            row,
            column,
            wrong,
        });
    }

    fn taken(&mut self, open: &OpenSheet, row: &Row) -> Result<(), (Option<String>, Wrong)> {
        let mut node = Node::default();
        let (mut owner, mut key) = (String::new(), String::new());
        for (at, cell) in row.cells.iter().enumerate() {
            let told = |wrong| (open.headings.get(at).cloned(), wrong);
            match open.columns.under.get(at) {
                Some(Under::Place(column)) => node.put(column, cell, open.manner).map_err(told)?,
                Some(Under::Owner) => cell.raw().trim().clone_into(&mut owner),
                Some(Under::EntryKey) => cell.raw().trim().clone_into(&mut key),
                Some(Under::Nothing) => {}
                None if cell.is_blank() => {}
                None => return Err(told(Wrong::Beyond(cell.raw()))),
            }
        }
        let finished = node.finish(&Path::default());
        let tree = finished.map_err(|(path, wrong)| (Some(path.to_string()), wrong))?;
        if let Some((key_leaf, of)) = open.sheet.entries() {
            let key = entry_key(key_leaf, &key, open.manner)
                .map_err(|wrong| (Some(RecordSheet::key_column(key_leaf).to_owned()), wrong))?;
            self.series.push(Series {
                sheet: open.sheet,
                owner,
                key,
                entry: entry_tree(of, tree),
                name: open.name.clone(),
                row: row.number,
            });
            return Ok(());
        }
        let kind = open.sheet.kind;
        let tree = with_series(open.sheet, tree.unwrap_or_else(|| Tree::Object(Map::new())));
        let id = tree
            .get("id")
            .and_then(Tree::as_str)
            .unwrap_or_default()
            .to_owned();
        if !self.seen.insert((kind, id.clone())) {
            return Err((Some("id".to_owned()), Wrong::Twice(id)));
        }
        if has_series(kind) {
            self.by_id.insert((kind, id), self.waiting.len());
            self.waiting.push(Waiting {
                kind,
                tree,
                sheet: open.name.clone(),
                row: row.number,
            });
            return Ok(());
        }
        let tree = with_version(kind, tree);
        let record = AnyRecord::from_tree(kind, tree).map_err(|why| (None, Wrong::Refused(why)))?;
        self.found
            .records
            .push((record, open.name.clone(), row.number));
        Ok(())
    }

    /// The records, those with series last.
    pub(super) fn finish(mut self) -> ReadRecords {
        for series in std::mem::take(&mut self.series) {
            let Series {
                sheet,
                owner,
                key,
                entry,
                name,
                row,
            } = series;
            let at = self.by_id.get(&(sheet.kind, owner.clone())).copied();
            let waiting = at.and_then(|at| self.waiting.get_mut(at));
            let field = sheet.series.unwrap_or_default();
            let map = waiting.and_then(|waiting| {
                let map = waiting.tree.as_object_mut()?;
                let inner = map.entry(field).or_insert_with(|| Tree::Object(Map::new()));
                inner.as_object_mut()
            });
            let wrong = match map {
                None => Wrong::NoOwner {
                    kind: sheet.kind.key(),
                    id: owner,
                },
                Some(map) => match map.insert(key.clone(), entry) {
                    None => continue,
                    Some(_) => Wrong::Twice(key),
                },
            };
            self.trouble(name.as_deref(), row, None, wrong);
        }
        for waiting in std::mem::take(&mut self.waiting) {
            match AnyRecord::from_tree(waiting.kind, waiting.tree) {
                Ok(record) => self
                    .found
                    .records
                    .push((record, waiting.sheet, waiting.row)),
                Err(why) => {
                    let sheet = waiting.sheet.as_deref();
                    self.trouble(sheet, waiting.row, None, Wrong::Refused(why));
                }
            }
        }
        self.found
    }
}

fn has_series(kind: Kind) -> bool {
    let mut all = RecordSheet::all().into_iter();
    all.any(|sheet| sheet.kind == kind && sheet.series.is_some())
}

/// A record whose series stand elsewhere, or are empty, has them empty until they are read.
fn with_series(sheet: RecordSheet, mut tree: Tree) -> Tree {
    if let Some(map) = tree.as_object_mut() {
        for other in RecordSheet::all() {
            let of_kind = other.kind == sheet.kind;
            if let Some(field) = other.series.filter(|_| of_kind)
                && !map.contains_key(field)
            {
                map.insert(field.to_owned(), Tree::Object(Map::new()));
            }
        }
    }
    tree
}

/// What the file says of itself is told apart by the version of its form, which is a number.
fn with_version(kind: Kind, mut tree: Tree) -> Tree {
    if kind == Kind::Header
        && let Some(schema) = tree.get_mut("schema")
        && let Some(number) = schema.as_str().and_then(|text| text.parse::<u32>().ok())
    {
        *schema = Tree::from(number);
    }
    tree
}

/// The key of an entry as the file writes it.
fn entry_key(leaf: Leaf, text: &str, manner: Manner) -> Result<String, Wrong> {
    let cell = crate::exchange::table::Cell::Text(text.to_owned());
    match leaf_value(leaf, &cell, manner)? {
        Some(Tree::String(key)) => Ok(key),
        Some(other) => Ok(other.to_string()),
        None => Err(Wrong::Refused(
            "the row does not say which it is".to_owned(),
        )),
    }
}

/// The entry of a row: a plain number where entries are plain numbers.
fn entry_tree(of: &Shape, tree: Option<Tree>) -> Tree {
    match of {
        Shape::Leaf(_) => tree.unwrap_or_default(),
        _ => tree.unwrap_or_else(|| Tree::Object(Map::new())),
    }
}

/// The records of a file of ours: a data package, a workbook of records, a table of one kind. None: no
/// table of it is one of ours.
///
/// # Errors
/// When the file cannot be read, or it was cancelled.
pub fn read(opened: &Opened, line: &TaskLine) -> Result<Option<ReadRecords>, TableError> {
    let mut reader = Reader::default();
    let mut any = false;
    if opened.format() == Format::Package {
        for (name, path) in resources(opened, line)? {
            let part = comma_separated(opened.part(&path, line)?);
            any |= take_all(&mut reader, &part, 0, Some(&name), line)?;
        }
    } else {
        for (at, sheet) in opened.sheets().iter().enumerate() {
            any |= take_all(&mut reader, opened, at, sheet.name.as_deref(), line)?;
        }
    }
    Ok(any.then(|| reader.finish()))
}

/// Whether a table of the file is one of ours, by the headings alone.
///
/// # Errors
/// When the file cannot be read, or it was cancelled.
pub fn is_ours(opened: &Opened, line: &TaskLine) -> Result<bool, TableError> {
    if opened.format() == Format::Package {
        for (name, path) in resources(opened, line)? {
            let part = comma_separated(opened.part(&path, line)?);
            if begun(&part, 0, Some(&name), line)?.is_some() {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    for (at, sheet) in opened.sheets().iter().enumerate() {
        if begun(opened, at, sheet.name.as_deref(), line)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The table at the head of a sheet, and its rows from there on; none: it is none of ours.
fn begun<'a>(
    opened: &'a Opened,
    sheet: usize,
    name: Option<&str>,
    line: &TaskLine,
) -> Result<Option<(OpenSheet, Rows<'a>)>, TableError> {
    let mut rows = opened.rows(sheet, line)?;
    let Some(first) = rows.next().transpose()? else {
        return Ok(None);
    };
    let found = OpenSheet::of(&first, name, manner_of(opened));
    Ok(found.map(|open| (open, rows)))
}

/// Takes the rows of a sheet in, where it is one of ours; whether it is.
fn take_all(
    reader: &mut Reader,
    opened: &Opened,
    sheet: usize,
    name: Option<&str>,
    line: &TaskLine,
) -> Result<bool, TableError> {
    let Some((open, rows)) = begun(opened, sheet, name, line)? else {
        return Ok(false);
    };
    reader.begin(&open);
    for (at, row) in rows.enumerate() {
        if at.is_multiple_of(256) && line.is_cancelled() {
            return Err(TableError::Cancelled);
        }
        reader.take(&open, &row?);
    }
    Ok(true)
}

fn manner_of(opened: &Opened) -> Manner {
    match opened.delimited() {
        Some(how) => Manner {
            home: Home::Csv,
            comma: how.delimiter != ',',
        },
        None => Manner {
            home: Home::Workbook,
            comma: false,
        },
    }
}

/// A table of a package is parted by commas, whatever its first rows look like.
fn comma_separated(part: Opened) -> Opened {
    match part.delimited() {
        Some(_) => part.with_delimited(Delimited {
            delimiter: ',',
            quote: Some('"'),
            encoding: TextEncoding::UTF_8,
        }),
        None => part,
    }
}

/// The tables of a package by name, with the paths of their files. A package that does not say which it
/// has, or says it otherwise, has none for us.
fn resources(opened: &Opened, line: &TaskLine) -> Result<Vec<(String, String)>, TableError> {
    let bytes = opened.part_bytes(DESCRIPTION, line)?;
    let whole: Tree = serde_json::from_slice(&bytes).unwrap_or_default();
    let parts = opened.parts();
    let all = whole.get("resources").and_then(Tree::as_array);
    let named = all.into_iter().flatten().filter_map(|resource| {
        let text = |name: &str| resource.get(name).and_then(Tree::as_str);
        let path = text("path").filter(|path| parts.contains(path))?;
        Some((text("name")?.to_owned(), path.to_owned()))
    });
    Ok(named.collect())
}
