//! What becomes of each row: a new record, a question, or a reason why not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::edit::command::{Command, apply};
use crate::edit::field::FieldError;
use crate::edit::label::{Deed, Label};
use crate::edit::make;
use crate::edit::path::Path;
use crate::edit::record::{AnyRecord, Key, Kind};
use crate::edit::shape::{self, Leaf, LinkTo, Shape};
use crate::edit::typed::About;
use crate::model::{Amount, AmountForm, Dataset, PartyId, Period};
use crate::text::Lang;
use crate::text::typed::{self, Reading, Unread};

use super::cells::{Choices, Read, Wrong, is_empty, of_reading};
use super::columns::{self, Column, Mapping};
use super::sheet::Sheet;

/// What is to be pasted, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setup {
    /// The rows.
    pub sheet: Arc<Sheet>,
    /// What they become.
    pub kind: Kind,
    /// What the columns hold.
    pub mapping: Mapping,
    /// What stands in every record whose row does not say, as it is typed.
    pub for_all: BTreeMap<Path, String>,
    /// Which meaning is chosen where cells of a column have several.
    pub answers: BTreeMap<QuestionKey, usize>,
    /// The party whose page is open.
    pub party: Option<PartyId>,
    /// The language of the window.
    pub lang: Lang,
}

/// The same question for all the cells of a column that ask it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct QuestionKey {
    /// The column; none: what stands in all rows.
    pub column: Option<usize>,
    /// How the meanings differ: `1000` where a point may part thousands or decimals.
    pub kind: String,
}

/// What a person is asked about a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Which it is.
    pub key: QuestionKey,
    /// The first cell that asks it, as it was read.
    pub text: String,
    /// How many cells ask it.
    pub cells: usize,
    /// What stands in it.
    pub leaf: Leaf,
    /// What that cell can mean, the likelier first.
    pub meanings: Vec<Value>,
}

/// What becomes of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// A new record.
    New,
    /// A new record that says what this one says already.
    SameAs(Key),
    /// A new record that says what an earlier row says, by its number.
    SameAsRow(usize),
    /// It waits for an answer.
    Asks,
    /// Nothing, for these reasons; with the column that is to blame.
    Wrong(Vec<(Option<usize>, Wrong)>),
}

/// A row and what becomes of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Its number from 1 as it was copied, headings counted.
    pub number: usize,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The record, but for its id.
    pub record: Option<AnyRecord>,
}

/// What becomes of all rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Each row.
    pub rows: Vec<Planned>,
    /// What a person is asked, answered questions too.
    pub questions: Vec<Question>,
}

/// The fields that are asked for once, because no column gives them.
pub fn for_all(kind: Kind, mapping: &Mapping) -> Vec<Path> {
    let mut asked = columns::asked_once(kind);
    asked.retain(|path| mapping.find(&Column::Field(path.clone())).is_none());
    asked
}

/// Looks at every row. `setup` names the columns; nothing is changed.
pub fn plan(dataset: &Dataset, setup: &Setup) -> Plan {
    let mut reader = Reader {
        dataset,
        setup,
        choices: Choices::of(dataset, setup.kind),
        questions: Vec::new(),
    };
    let mut known = known(dataset, setup.kind);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in setup.mapping.first_row()..setup.sheet.len() {
        let number = setup.sheet.number(row);
        let (verdict, record) = match reader.row(row) {
            Row::Record(record) => {
                let identity = identity(&record);
                let same = identity.as_ref().and_then(|same| known.get_mut(same));
                let earlier = identity.as_ref().and_then(|same| seen.get(same));
                let verdict = match (same, earlier) {
                    (Some(key), _) => Verdict::SameAs(key.clone()),
                    (None, Some(earlier)) => Verdict::SameAsRow(*earlier),
                    (None, None) => Verdict::New,
                };
                if let Some(identity) = identity {
                    seen.entry(identity).or_insert(number);
                }
                (verdict, Some(*record))
            }
            Row::Asks => (Verdict::Asks, None),
            Row::Wrong(wrong) => (Verdict::Wrong(wrong), None),
        };
        rows.push(Planned {
            number,
            verdict,
            record,
        });
    }
    Plan {
        rows,
        questions: reader.questions,
    }
}

/// The command that makes records of these rows, by their numbers, as one step.
///
/// # Errors
/// When a record cannot be made; none is then.
pub fn command(
    dataset: &Dataset,
    plan: &Plan,
    rows: &BTreeSet<usize>,
    party: Option<&PartyId>,
) -> Result<Command, FieldError> {
    // Each new id must be new among the new ones too.
    let mut scratch = dataset.clone();
    let mut changes = Vec::new();
    let mut label = None;
    let wanted = plan.rows.iter().filter(|row| rows.contains(&row.number));
    for record in wanted.filter_map(|row| row.record.as_ref()) {
        let mut tree = record.to_tree();
        if let Value::Object(map) = &mut tree {
            map.remove("id");
        }
        let (made, _) = make::from_tree(&scratch, record.key().kind, tree, party)?;
        apply(&made.changes, &mut scratch)?;
        label = label.or(Some(made.label));
        changes.extend(made.changes);
    }
    let label = label.unwrap_or_else(|| Label::new(Deed::Pasted, Key::header()));
    Ok(Command {
        label: Label {
            deed: Deed::Pasted,
            count: changes.len(),
            ..label
        },
        changes,
        group: None,
    })
}

/// What makes two records say the same.
fn identity(record: &AnyRecord) -> Option<String> {
    let joined = |parts: &[String]| Some(parts.join("\n"));
    let amount = |amount: &Amount| serde_json::to_string(amount).unwrap_or_default();
    match record {
        AnyRecord::Aid(entry) => joined(&[
            entry.party.to_string(),
            format!("{:?}", entry.stage),
            amount(&entry.figure.amount),
            entry.date.map(|date| date.to_string()).unwrap_or_default(),
        ]),
        AnyRecord::Commitment(commitment) => joined(&[
            commitment.agreement.to_string(),
            format!("{:?} {:?}", commitment.area, commitment.wording),
            commitment.amount.as_ref().map(amount).unwrap_or_default(),
            commitment.summary.clone(),
        ]),
        AnyRecord::Source(source) if !source.url.is_empty() => {
            Some(source.url.trim_end_matches('/').to_owned())
        }
        AnyRecord::Source(source) => joined(&[source.title.clone(), source.publisher.clone()]),
        _ => None,
    }
}

fn known(dataset: &Dataset, kind: Kind) -> BTreeMap<String, Key> {
    let keys = AnyRecord::keys(dataset, kind).into_iter();
    let records = keys.filter_map(|key| AnyRecord::of(dataset, &key));
    records
        .filter_map(|record| Some((identity(&record)?, record.key())))
        .collect()
}

/// What a row is read as.
enum Row {
    Record(Box<AnyRecord>),
    Asks,
    Wrong(Vec<(Option<usize>, Wrong)>),
}

/// What is found in the cells of a row.
#[derive(Default)]
struct Found {
    values: BTreeMap<Path, Value>,
    wrong: Vec<(Option<usize>, Wrong)>,
    asks: bool,
}

struct Reader<'a> {
    dataset: &'a Dataset,
    setup: &'a Setup,
    choices: Choices,
    questions: Vec<Question>,
}

impl Reader<'_> {
    fn row(&mut self, row: usize) -> Row {
        let kind = self.setup.kind;
        let mut found = Found::default();
        // Whose it is comes first: it says which kronor are meant.
        let whose = ["party", "agreement"].map(|name| Path::default().field(name));
        for path in &whose {
            self.field(row, path, About::default(), &mut found);
        }
        let party = self.party(&found);
        let about = About::of_party(self.dataset, party.as_ref(), self.setup.lang);
        for column in columns::offered(kind) {
            if let Column::Field(path) = column
                && !whose.contains(&path)
            {
                self.field(row, &path, about, &mut found);
            }
        }
        for (path, leaf) in make::needed_for(kind) {
            let told = found.values.contains_key(&path);
            let text = matches!(leaf, Leaf::Text | Leaf::LongText);
            let empty = text && found.values.get(&path).and_then(Value::as_str) == Some("");
            let column = self.setup.mapping.find(&Column::Field(path.clone()));
            let blamed = found
                .wrong
                .iter()
                .any(|(at, _)| column.is_some() && *at == column);
            if (!told || empty) && !blamed && !found.asks {
                found.wrong.push((column, Wrong::Missing(path)));
            }
        }
        if !found.wrong.is_empty() {
            return Row::Wrong(found.wrong);
        }
        if found.asks {
            return Row::Asks;
        }
        match record(kind, found.values) {
            Ok(record) => Row::Record(Box::new(record)),
            Err(why) => Row::Wrong(vec![(None, Wrong::Refused(why))]),
        }
    }

    /// Reads a field of a row: its cell, or what stands in all rows that do not say.
    fn field(&mut self, row: usize, path: &Path, about: About, found: &mut Found) {
        let (setup, kind) = (self.setup, self.setup.kind);
        let column = setup.mapping.find(&Column::Field(path.clone()));
        let cell = column.map_or("", |column| setup.sheet.cell(row, column));
        let read = if is_empty(cell) {
            match (setup.for_all.get(path), &setup.party) {
                (Some(text), _) => self.choices.read(kind, path, text, about),
                // What is pasted on a party's page is that party's.
                (None, Some(party)) if is_whose(kind, path) => {
                    self.choices.read(kind, path, party.as_str(), about)
                }
                _ => Read::Empty,
            }
        } else if columns::is_amount(kind, path) {
            self.amount(row, column, cell, about)
        } else {
            self.choices.read(kind, path, cell, about)
        };
        match read {
            Read::Empty => {}
            Read::Sure(value) => {
                found.values.insert(path.clone(), value);
            }
            Read::Wrong(wrong) => found.wrong.push((column, wrong)),
            Read::Choose(meanings) => {
                let leaf = columns::leaf(kind, path).unwrap_or(Leaf::Text);
                match self.ask(column, cell, leaf, meanings) {
                    Some(value) => {
                        found.values.insert(path.clone(), value);
                    }
                    None => found.asks = true,
                }
            }
        }
    }

    /// Reads a sum with what other columns and the heading say of it.
    fn amount(&self, row: usize, column: Option<usize>, cell: &str, about: About) -> Read {
        let setup = self.setup;
        let beside = |what: &Column| {
            let at = setup.mapping.find(what);
            let cell = at.map_or("", |at| setup.sheet.cell(row, at));
            if is_empty(cell) { "" } else { cell }
        };
        let unit = column.and_then(|column| setup.mapping.columns.get(column));
        let unit = unit.map_or("", |mapped| mapped.unit.trim());
        let currency = beside(&Column::Currency);
        let time = beside(&Column::Time);
        let read = |parts: &[&str]| {
            let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
            crate::edit::typed::read(Leaf::Amount, &parts.join(" "), &about)
        };
        // A cell that says all of the sum itself, `n/d` among them, needs no unit of its column.
        let alone = read(&[cell, time]);
        let undisclosed = matches!(&alone, Reading::Sure(Some(value)) if is_undisclosed(value));
        if undisclosed || (unit.is_empty() && currency.is_empty()) {
            return of_reading(alone);
        }
        let whole = read(&[cell, unit, currency, time]);
        match whole {
            // `€35 m` under `EUR m`: the cell has its scale; its currency must be the same.
            Reading::Not(Unread::LeftOver(_)) if !unit.is_empty() => {
                let currency_of_unit = currency_in(unit);
                let again = read(&[cell, &currency_of_unit, currency, time]);
                match again {
                    Reading::Not(_) => of_reading(whole),
                    again => of_reading(again),
                }
            }
            whole => of_reading(whole),
        }
    }

    /// Whose record a row tells of.
    fn party(&self, found: &Found) -> Option<PartyId> {
        let of = |name: &str| {
            let value = found.values.get(&Path::default().field(name));
            value.and_then(Value::as_str)
        };
        if let Some(agreement) = of("agreement") {
            let agreement = self.dataset.agreements.get(agreement);
            return agreement.map(|agreement| agreement.party.clone());
        }
        of("party").and_then(|id| PartyId::new(id).ok())
    }

    /// The meaning that was chosen for cells like this one; none: it is asked for.
    fn ask(
        &mut self,
        column: Option<usize>,
        text: &str,
        leaf: Leaf,
        meanings: Vec<Value>,
    ) -> Option<Value> {
        let key = QuestionKey {
            column,
            kind: question(leaf, &meanings),
        };
        let answer = self.setup.answers.get(&key).copied();
        let chosen = answer.and_then(|answer| meanings.get(answer)).cloned();
        match self.questions.iter_mut().find(|known| known.key == key) {
            Some(known) => known.cells += 1,
            None => self.questions.push(Question {
                key,
                text: text.to_owned(),
                cells: 1,
                leaf,
                meanings,
            }),
        }
        chosen
    }
}

/// Whether a field says whose record it is.
fn is_whose(kind: Kind, path: &Path) -> bool {
    matches!(
        columns::leaf(kind, path),
        Some(Leaf::Link(LinkTo::Party | LinkTo::Agreement))
    )
}

/// The currency alone of a unit such as `m EUR`.
fn currency_in(unit: &str) -> String {
    let mut words = unit.split_whitespace();
    let currency = words.find(|word| !matches!(typed::currency(word), Reading::Not(_)));
    currency.unwrap_or_default().to_owned()
}

fn is_undisclosed(amount: &Value) -> bool {
    serde_json::from_value::<Amount>(amount.clone())
        .is_ok_and(|amount| amount.form.is_undisclosed())
}

/// The record that these values make, under an id of no meaning.
fn record(kind: Kind, mut values: BTreeMap<Path, Value>) -> Result<AnyRecord, String> {
    let mut take = |path: &str| {
        path.parse::<Path>()
            .ok()
            .and_then(|path| values.remove(&path))
    };
    let mut more = Map::new();
    if kind == Kind::Aid {
        let total: Map<String, Value> = ["since", "as_counted_on"]
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), take(&format!("record.{name}"))?)))
            .collect();
        let is_total = take("record").is_some_and(|word| word == "running_total");
        if is_total || !total.is_empty() {
            more.insert("record".to_owned(), json!({ "running_total": total }));
        }
        if let Some(commitment) = take("fulfils[0].commitment") {
            more.insert("fulfils".to_owned(), json!([{ "commitment": commitment }]));
        }
    }
    if let Some(note) = take("notes[general]") {
        more.insert("notes".to_owned(), json!({ "general": note }));
    }
    let mut tree = make::tree(Shape::Fields(shape::fields(kind)), &values);
    if let Value::Object(map) = &mut tree {
        map.insert("id".to_owned(), Value::from("new"));
        map.extend(more);
    }
    AnyRecord::from_tree(kind, tree)
}

/// How meanings differ, so that cells that ask the same are asked about once.
fn question(leaf: Leaf, meanings: &[Value]) -> String {
    let told: Vec<String> = match leaf {
        Leaf::Amount => {
            let first = meanings.first().map(describe).unwrap_or_default();
            let tell = |value: &Value| {
                let (words, sum) = describe(value);
                format!("{words} {}", ratio(first.1, sum))
            };
            meanings.iter().map(tell).collect()
        }
        Leaf::Decimal | Leaf::Percent | Leaf::Count(_) => {
            let number = |value: &Value| match value {
                Value::String(text) => text.parse::<Decimal>().ok(),
                other => other.to_string().parse().ok(),
            };
            let first = meanings.first().and_then(number);
            meanings
                .iter()
                .map(|value| ratio(first, number(value)))
                .collect()
        }
        // Of dates the day stands first among the meanings, whatever the date.
        _ => vec![meanings.len().to_string()],
    };
    told.join("|")
}

/// How an amount is bound, in what and when; and its number.
fn describe(amount: &Value) -> (String, Option<Decimal>) {
    let Ok(amount) = serde_json::from_value::<Amount>(amount.clone()) else {
        return (String::new(), None);
    };
    let (form, number) = match amount.form {
        AmountForm::Exact(sum) => ("exact", Some(sum.value())),
        AmountForm::About(sum) => ("about", Some(sum.value())),
        AmountForm::UpTo(sum) => ("up to", Some(sum.value())),
        AmountForm::AtLeast(sum) => ("at least", Some(sum.value())),
        AmountForm::Range(range) => ("range", Some(range.high().value())),
        AmountForm::GdpShare(share) => ("share", Some(share.percent.get())),
        AmountForm::Undisclosed(_) => ("undisclosed", None),
    };
    let period = match amount.period {
        Period::Unstated => "unstated",
        Period::Year(_) => "year",
        Period::Yearly { .. } => "yearly",
        Period::Lump { .. } => "lump",
    };
    let currency = amount.form.currency().map(|c| c.to_string());
    let words = format!("{form} {} {period}", currency.unwrap_or_default());
    (words, number)
}

/// One number over another, where that says something.
fn ratio(first: Option<Decimal>, other: Option<Decimal>) -> String {
    let ratio = first.zip(other);
    let ratio = ratio.and_then(|(first, other)| other.checked_div(first));
    ratio.map_or_else(String::new, |ratio| ratio.normalize().to_string())
}
