//! What the columns of a sheet hold: what can be chosen, and what is proposed.

use crate::edit::field;
use crate::edit::path::Path;
use crate::edit::record::Kind;
use crate::edit::shape::{self, Field, Leaf, Shape};
use crate::model::{Currency, Dataset};
use crate::text::fold::fold;
use crate::text::typed::{self, Reading};
use crate::text::{Lang, Texts, fields};

use super::cells::Choices;
use super::sheet::Sheet;

/// What a column holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Column {
    /// Nothing that is wanted.
    Nothing,
    /// A field of the new records.
    Field(Path),
    /// The currency of the amount that stands in another column.
    Currency,
    /// The year or years of the amount that stands in another column.
    Time,
}

/// Why a column is thought to hold something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// Its heading says so.
    Heading,
    /// That many of its cells can be read so, of so many.
    Cells(usize, usize),
    /// The user said so, or nobody.
    Chosen,
}

/// A column of a sheet, with what it holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mapped {
    /// What it holds.
    pub column: Column,
    /// Why that is thought.
    pub why: Why,
    /// What is read behind each of its sums: `m EUR`.
    pub unit: String,
}

/// What the columns of a sheet hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mapping {
    /// Whether the first row names the columns.
    pub headings: bool,
    /// Each column.
    pub columns: Vec<Mapped>,
}

impl Mapping {
    /// The first row of data.
    pub fn first_row(&self) -> usize {
        usize::from(self.headings)
    }

    /// The column that holds this, if one does.
    pub fn find(&self, column: &Column) -> Option<usize> {
        self.columns
            .iter()
            .position(|mapped| mapped.column == *column)
    }
}

/// The kinds of records that can be pasted.
pub const KINDS: &[Kind] = &[Kind::Aid, Kind::Commitment, Kind::Source];

/// Everything that a column can hold for a kind of record, in the order of its fields.
pub fn offered(kind: Kind) -> Vec<Column> {
    let mut found = Vec::new();
    let mut paths = Vec::new();
    walk(shape::fields(kind), &Path::default(), &mut paths);
    for path in paths {
        let is_amount = is_amount(kind, &path);
        found.push(Column::Field(path));
        if is_amount {
            found.extend([Column::Currency, Column::Time]);
        }
    }
    found
}

fn walk(fields: &[Field], within: &Path, found: &mut Vec<Path>) {
    for field in fields {
        let path = within.field(field.name);
        match field.shape {
            Shape::Leaf(Leaf::Id) => {}
            Shape::Leaf(_) => found.push(path),
            Shape::Fields(inner) => walk(inner, &path, found),
            Shape::OneOf(variants) => {
                found.push(path.clone());
                for variant in variants {
                    walk(variant.fields, &path, found);
                }
            }
            // Of what can stand several times, a sheet gives one.
            Shape::List(_) if field.name == "fulfils" => {
                found.push(path.at(0).field("commitment"));
            }
            Shape::Table(..) if field.name == "notes" => found.push(path.at("general")),
            Shape::List(_) | Shape::Table(..) => {}
        }
    }
}

/// What can stand in a field that [`offered`] names.
pub fn leaf(kind: Kind, path: &Path) -> Option<Leaf> {
    let text = path.to_string();
    match text.as_str() {
        "record" => Some(Leaf::Choice(&["package", "running_total"])),
        "record.since" | "record.as_counted_on" => Some(Leaf::Date),
        _ => match field::slot(kind, &serde_json::Value::Null, path)?.shape {
            Shape::Leaf(leaf) => Some(leaf),
            _ => None,
        },
    }
}

/// Whether a field holds the amount.
pub(super) fn is_amount(kind: Kind, path: &Path) -> bool {
    leaf(kind, path) == Some(Leaf::Amount)
}

/// The field that holds the amount of a kind of record.
pub(super) fn amount_path(kind: Kind) -> Option<Path> {
    let mut all = offered(kind).into_iter();
    all.find_map(|column| match column {
        Column::Field(path) if is_amount(kind, &path) => Some(path),
        _ => None,
    })
}

/// What a column holds, as a label: `Amount`, `Citation › source`.
pub fn name(kind: Kind, column: &Column, texts: Texts) -> String {
    match column {
        Column::Nothing => texts.get("paste-column-nothing"),
        Column::Field(path) if is_fulfils(path) => fields::name(kind.key(), "fulfils", texts),
        Column::Field(path) => fields::path(kind.key(), &path.to_string(), texts),
        Column::Currency => texts.get("paste-column-currency"),
        Column::Time => texts.get("paste-column-time"),
    }
}

fn is_fulfils(path: &Path) -> bool {
    path.to_string().starts_with("fulfils[")
}

/// A heading or name without what people write differently.
fn key(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Every name under which a heading can mean a column.
fn names(kind: Kind, column: &Column) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for lang in Lang::ALL {
        let texts = Texts::new(*lang);
        all.push(name(kind, column, texts));
        if let Column::Field(path) = column {
            all.push(fields::name(kind.key(), &path.to_string(), texts));
        }
    }
    if let Column::Field(path) = column {
        all.push(path.to_string());
        // “Date” alone is the record's own, not that of its figure.
        let last = path.last_field().unwrap_or_default();
        if path.parts().len() == 1 || !is_field(kind, last) {
            all.push(last.to_owned());
        }
    }
    all.extend(synonyms(kind, column).iter().map(|&name| name.to_owned()));
    all.iter().map(|name| key(name)).collect()
}

fn is_field(kind: Kind, name: &str) -> bool {
    let mut fields = shape::fields(kind).iter();
    fields.any(|field| field.name == name)
}

/// What else people call it in their sheets.
fn synonyms(kind: Kind, column: &Column) -> &'static [&'static str] {
    let path = match column {
        Column::Nothing => return &[],
        Column::Currency => return &["currency", "ccy", "валюта"],
        Column::Time => return &["year", "years", "for year", "рік", "роки", "за рік"],
        Column::Field(path) => path.to_string(),
    };
    match (kind, path.as_str()) {
        (_, "party" | "agreement") => &[
            "party",
            "country",
            "donor",
            "partner",
            "state",
            "country or party",
            "сторона",
            "країна",
            "донор",
            "партнер",
            "держава",
        ],
        (Kind::Aid, "stage") => &["status", "стан"],
        (_, "aid_type") => &[
            "type",
            "aid type",
            "category",
            "тип",
            "вид",
            "категорія",
            "вид допомоги",
        ],
        (Kind::Aid, "record") => &["package", "entry type", "пакет"],
        (Kind::Aid, "record.as_counted_on") => &["as of", "counted on", "станом на"],
        (_, "summary") => &[
            "description",
            "what",
            "item",
            "details",
            "content",
            "commitment",
            "опис",
            "предмет",
            "що",
        ],
        (_, "figure.amount" | "amount") => &[
            "amount",
            "sum",
            "value",
            "total",
            "money",
            "сума",
            "обсяг",
            "вартість",
            "кошти",
        ],
        (Kind::Aid, "figure.as_reported") | (Kind::Commitment, "wording") => &["verb", "дієслово"],
        (Kind::Aid | Kind::Commitment, "figure.cite.source" | "cite.source") => &[
            "source",
            "link",
            "url",
            "source url",
            "reference",
            "джерело",
            "посилання",
            "адреса",
        ],
        (Kind::Aid | Kind::Commitment, "figure.cite.phrase" | "cite.phrase") => {
            &["phrase", "quote", "quotation", "цитата"]
        }
        (Kind::Aid, "date") => &[
            "announced",
            "date announced",
            "announcement date",
            "reported",
            "оголошено",
            "дата оголошення",
        ],
        (Kind::Aid, "period_as_written") => &["period", "time", "період", "час"],
        (Kind::Commitment, "locator") => &["article", "paragraph", "стаття", "пункт"],
        (Kind::Source, "url") => &["link", "source url", "посилання"],
        (Kind::Source, "kind") => &["type", "category", "тип", "вид"],
        (Kind::Source, "published") => &["date", "date published", "дата", "дата публікації"],
        (Kind::Source, "read_on") => &["accessed", "accessed on", "переглянуто"],
        (_, "notes[general]") => &[
            "note",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
            "нотатка",
            "нотатки",
            "примітка",
            "примітки",
            "коментар",
        ],
        _ => &[],
    }
}

/// Knows the headings of a kind of record.
struct Headings {
    names: Vec<(Column, Vec<String>)>,
}

impl Headings {
    fn of(kind: Kind) -> Self {
        let columns = offered(kind).into_iter();
        let names = columns.map(|column| {
            let names = names(kind, &column);
            (column, names)
        });
        Self {
            names: names.collect(),
        }
    }

    /// What a heading names, and the unit behind it: `Sum (EUR m)`.
    fn read(&self, heading: &str) -> Option<(Column, String)> {
        if let Some(column) = self.named(&key(heading)) {
            return Some((column, String::new()));
        }
        // The longest beginning that is a name, with a unit behind it.
        let ends = heading.char_indices().map(|(at, _)| at).rev();
        let parted = ends.filter(|at| {
            let before = heading.get(..*at).unwrap_or_default();
            let after = heading.get(*at..).unwrap_or_default();
            !before.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric)
        });
        parted
            .filter_map(|at| heading.split_at_checked(at))
            .find_map(|(before, after)| {
                let column = self.named(&key(before))?;
                let amount = matches!(&column, Column::Field(path)
                    if path.last_field() == Some("amount"));
                let unit = if amount { unit(after)? } else { String::new() };
                // Behind other names only what stands in brackets is passed over.
                let aside = after.trim_start().starts_with(['(', '[']);
                (amount || aside).then_some((column, unit))
            })
    }

    fn named(&self, key: &str) -> Option<Column> {
        let mut all = self.names.iter();
        let found = all.find(|(_, names)| !key.is_empty() && names.iter().any(|name| name == key));
        found.map(|(column, _)| column.clone())
    }
}

/// What stands behind the name of an amount, so that it can be read behind each sum.
fn unit(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "()[],;:–-".contains(c));
    let text = text
        .strip_prefix("in ")
        .or_else(|| text.strip_prefix("у "))
        .or_else(|| text.strip_prefix("в "))
        .unwrap_or(text);
    let turned: Vec<&str> = text.split_whitespace().rev().collect();
    let context = typed::Context {
        currency: Some(Currency::EUR),
        lang: Lang::En,
    };
    [text.to_owned(), turned.join(" ")]
        .into_iter()
        .find(|unit| {
            !matches!(
                typed::amount(&format!("1 {unit}"), &context),
                Reading::Not(_)
            )
        })
}

/// The kind of record that the headings of a sheet speak of.
pub fn proposed_kind(sheet: &Sheet) -> Kind {
    let named = |kind: Kind| {
        let headings = Headings::of(kind);
        let cells = (0..sheet.width()).map(|column| sheet.cell(0, column));
        cells.filter(|cell| headings.read(cell).is_some()).count()
    };
    let mut best = (0, Kind::Aid);
    for kind in KINDS {
        let count = named(*kind);
        if count > best.0 {
            best = (count, *kind);
        }
    }
    best.1
}

/// What the columns of a sheet seem to hold.
pub fn propose(dataset: &Dataset, sheet: &Sheet, kind: Kind) -> Mapping {
    let known = Headings::of(kind);
    let cells: Vec<&str> = (0..sheet.width())
        .map(|column| sheet.cell(0, column))
        .collect();
    let named = cells
        .iter()
        .filter(|cell| known.read(cell).is_some())
        .count();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let headings = named > 0 && named * 2 >= filled;
    propose_under(dataset, sheet, kind, headings)
}

/// The same, where it is said whether the first row names the columns.
pub fn propose_under(dataset: &Dataset, sheet: &Sheet, kind: Kind, headings: bool) -> Mapping {
    let known = Headings::of(kind);
    let nothing = Mapped {
        column: Column::Nothing,
        why: Why::Chosen,
        unit: String::new(),
    };
    let mut mapping = Mapping {
        headings,
        columns: vec![nothing; sheet.width()],
    };
    if headings {
        for index in 0..sheet.width() {
            let Some((column, unit)) = known.read(sheet.cell(0, index)) else {
                continue;
            };
            if mapping.find(&column).is_none() {
                mapping.columns[index] = Mapped {
                    column,
                    why: Why::Heading,
                    unit,
                };
            }
        }
    }
    by_cells(dataset, sheet, kind, &mut mapping);
    mapping
}

/// How many cells of a column are tried.
const TRIED: usize = 200;

/// Proposes for columns that no heading names what nearly all their cells can be read as.
fn by_cells(dataset: &Dataset, sheet: &Sheet, kind: Kind, mapping: &mut Mapping) {
    let choices = Choices::of(dataset, kind);
    for telling in telling(kind) {
        if mapping.find(&telling).is_some() {
            continue;
        }
        let best = (0..sheet.width())
            .filter(|index| mapping.columns[*index].column == Column::Nothing)
            .filter_map(|index| {
                let cells = sheet.column(index, mapping.first_row());
                let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(TRIED).collect();
                let fits = |cell: &&&str| choices.fits(kind, &telling, cell);
                let read = cells.iter().filter(fits).count();
                (read * 5 >= cells.len() * 4 && read > 0).then_some((index, read, cells.len()))
            })
            .max_by_key(|(index, read, _)| (*read, std::cmp::Reverse(*index)));
        if let Some((index, read, of)) = best {
            mapping.columns[index] = Mapped {
                column: telling,
                why: Why::Cells(read, of),
                unit: String::new(),
            };
        }
    }
}

/// The columns whose cells tell what they are, the clearest first.
fn telling(kind: Kind) -> Vec<Column> {
    let paths: &[&str] = match kind {
        Kind::Aid => &[
            "party",
            "aid_type",
            "stage",
            "instrument",
            "figure.cite.source",
        ],
        Kind::Commitment => &["agreement", "area", "wording", "aid_type", "cite.source"],
        _ => &["url", "kind"],
    };
    let mut all: Vec<Column> = paths
        .iter()
        .filter_map(|path| path.parse().ok())
        .map(Column::Field)
        .collect();
    if amount_path(kind).is_some() {
        all.extend([Column::Currency, Column::Time]);
        all.extend(amount_path(kind).map(Column::Field));
    }
    let more: &[&str] = match kind {
        Kind::Aid => &["date", "summary"],
        Kind::Commitment => &["summary"],
        _ => &["published", "language", "title"],
    };
    all.extend(
        more.iter()
            .filter_map(|path| path.parse().ok())
            .map(Column::Field),
    );
    all
}

/// The fields that are asked for once where no column gives them: what a record cannot be without,
/// and where it is told.
pub(super) fn asked_once(kind: Kind) -> Vec<Path> {
    let needed = crate::edit::make::needed_for(kind).into_iter();
    let mut paths: Vec<Path> = needed.map(|(path, _)| path).collect();
    let source = match kind {
        Kind::Aid => "figure.cite.source",
        Kind::Commitment => "cite.source",
        _ => return paths,
    };
    paths.extend(source.parse::<Path>());
    paths
}
