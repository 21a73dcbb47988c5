//! `matrix`: parties by areas with the strength of the wording, or two to four parties side by side.

use serde_json::{Value, json};

use super::args::{Format, Order};
use super::context::Context;
use super::output::{Cell, Column, Sheet, pretty};
use super::{Done, Outcome, no_ron};
use crate::ledger::check;
use crate::model::{Area, CommitmentId, PartyId, Strength};
use crate::report::Report;
use crate::text::{Lang, dates, numbers, words};
use crate::views::{
    COMPARED, CommitmentRow, Matrix, MatrixOrder, MatrixRequest, MatrixRow, ProblemsByRecord,
    Promise, Reading, matrix, reading,
};

/// At most so many characters of a summary for people.
const SUMMARY: usize = 72;

/// Runs `matrix`.
pub(super) fn run(context: &Context, order: Order, compare: &[String]) -> Outcome {
    if !compare.is_empty() {
        return side_by_side(context, compare);
    }
    let request = MatrixRequest {
        order: match order {
            Order::Date => MatrixOrder::Signed,
            Order::Name => MatrixOrder::Name,
            Order::Similarity => MatrixOrder::Similarity,
        },
        ukrainian: context.texts.lang() == Lang::Uk,
        ..MatrixRequest::default()
    };
    let found = matrix(&context.ledger, &request);
    let data = match context.format {
        Format::Table => table(context, &found),
        Format::Csv => sheet(context, &found).csv(),
        Format::Json => {
            let rows = found.rows.iter().map(|row| object(&found, row));
            pretty(&Value::Array(rows.collect()))
        }
        Format::Ron => return Err(no_ron(context.texts, "matrix")),
    };
    Ok(Done::fine(data))
}

/// The sign of a promise in a terminal; the fuller, the stronger.
fn sign(promise: Promise) -> &'static str {
    match promise {
        Promise::Of(Strength::Strong) => "●",
        Promise::Of(Strength::Middle) => "◐",
        Promise::Of(Strength::Weak) => "○",
        Promise::Nothing => "·",
        Promise::NotCoded => "?",
    }
}

/// For people: areas down, as their names are long, parties across by their ids.
fn table(context: &Context, matrix: &Matrix) -> String {
    let texts = context.texts;
    let names = matrix.columns.iter().map(|c| words::area(c.area, texts));
    let names: Vec<String> = names.collect();
    let wide = |text: &String| text.chars().count();
    let width = names.iter().map(wide).max().unwrap_or_default();
    let line = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        let blank = " ".repeat(width.saturating_sub(name.chars().count()));
        let cells: Vec<String> = cells.map(|cell| format!("{cell:>3}")).collect();
        format!("{name}{blank}{}\n", cells.concat())
    };
    let ids = matrix.rows.iter().map(|row| row.party.to_string());
    let total = texts.get("matrix-parties");
    let heads = ids.chain([format!("  {total}")]);
    let mut out = line("", &mut heads.into_iter());
    for (at, (column, name)) in matrix.columns.iter().zip(&names).enumerate() {
        let cells = matrix.rows.iter().filter_map(|row| row.cells.get(at));
        let signs = cells.map(|cell| sign(cell.promise).to_owned());
        let total = format!("  {}", column.parties());
        out.push_str(&line(name, &mut signs.chain([total])));
    }
    let areas = matrix.rows.iter().map(|row| row.areas().to_string());
    out.push_str(&line(&texts.get("matrix-areas"), &mut areas.into_iter()));
    let legend = Promise::ALL.map(|of| format!("{} {}", sign(of), texts.get(of.text_id())));
    out.push_str(&legend.join("  "));
    out.push('\n');
    if let Some(day) = context
        .ledger
        .assumptions()
        .cutoff
        .filter(|_| matrix.later > 0)
    {
        let args = [
            ("count", matrix.later.into()),
            ("shown", matrix.later.to_string().into()),
            ("date", dates::day(day, texts).into()),
        ];
        out.push_str(&texts.with("matrix-later", &args));
        out.push('\n');
    }
    out
}

/// A row a party, a column an area.
fn sheet(context: &Context, matrix: &Matrix) -> Sheet {
    let texts = context.texts;
    let mut columns: Vec<Column> = ["id", "name", "name_uk", "signed", "coding"]
        .map(Column::data)
        .into();
    columns.extend(matrix.columns.iter().map(|c| Column::data(c.area.key())));
    columns.extend(["areas", "commitments"].map(Column::data));
    let count = |count: usize| Cell::Count(u64::try_from(count).unwrap_or(u64::MAX));
    let cells = |row: &MatrixRow| {
        let mut cells = vec![
            Cell::Text(row.party.to_string()),
            Cell::Text(row.name.en.clone()),
            Cell::Text(row.name.uk.clone()),
            row.signed
                .map_or(Cell::Nothing, |day| Cell::Text(day.to_string())),
            Cell::Text(row.coding.key().to_owned()),
        ];
        let own = row.cells.iter().map(|cell| cell.promise);
        cells.extend(own.map(|of| Cell::Word(of.key(), texts.get(of.text_id()))));
        cells.extend([count(row.areas()), count(row.commitments())]);
        cells
    };
    Sheet {
        columns,
        rows: matrix.rows.iter().map(cells).collect(),
        unit: context.ledger.assumptions().currency,
    }
}

fn object(matrix: &Matrix, row: &MatrixRow) -> Value {
    let cells = matrix.columns.iter().zip(&row.cells).map(|(column, cell)| {
        let ids: Vec<&str> = cell.commitments.iter().map(CommitmentId::as_str).collect();
        let told = json!({ "strength": cell.promise.key(), "ids": ids });
        (column.area.key().to_owned(), told)
    });
    let agreements: Vec<String> = row.agreements.iter().map(ToString::to_string).collect();
    json!({
        "id": row.party.as_str(),
        "name": row.name.en,
        "name_uk": row.name.uk,
        "signed": row.signed.map(|day| day.to_string()),
        "agreements": agreements,
        "coding": row.coding.key(),
        "areas": Value::Object(cells.collect()),
    })
}

/// The commitments of two to four parties, area by area.
fn side_by_side(context: &Context, compare: &[String]) -> Outcome {
    let mut parties: Vec<PartyId> = Vec::new();
    for typed in compare {
        let party = context.known_party(typed)?;
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    if !COMPARED.contains(&parties.len()) {
        let message = context.texts.get("cli-compare-how-many");
        return Err(Box::new(Report::usage(message, None)));
    }
    let problems = ProblemsByRecord::new(&check(&context.ledger));
    let found = reading(&context.ledger, &parties, &problems);
    let sheet = texts_sheet(context, &found);
    let data = match context.format {
        Format::Table => sheet.table(context.texts),
        Format::Csv => sheet.csv(),
        Format::Json => pretty(&Value::Array(sheet.json())),
        Format::Ron => return Err(no_ron(context.texts, "matrix")),
    };
    Ok(Done::fine(data))
}

/// A row a commitment; one without a commitment where a party has none in an area that others have.
fn texts_sheet(context: &Context, reading: &Reading) -> Sheet {
    let texts = context.texts;
    let columns = vec![
        Column::data("group"),
        Column::new("area", texts.get("matrix-column-area")),
        Column::new("party", texts.get("cli-column-party")),
        Column::new("wording", texts.get("field-wording")),
        Column::data("strength"),
        Column::new("id", texts.get("cli-column-id")),
        Column::new("summary", texts.get("cli-column-summary")).cut(SUMMARY),
        Column::data("locator"),
        Column::data("phrase"),
        Column::data("amount"),
        Column::data("link"),
    ];
    let mut rows = Vec::new();
    for row in reading.rows.iter().filter(|row| row.is_made()) {
        for (column, cell) in reading.columns.iter().zip(&row.cells) {
            let id = &column.party;
            if cell.rows.is_empty() {
                rows.push(none_cells(context, row.area, id, cell.promise));
            }
            let own = cell.rows.iter();
            rows.extend(own.map(|of| text_cells(context, row.area, id, of)));
        }
    }
    Sheet {
        columns,
        rows,
        unit: context.ledger.assumptions().currency,
    }
}

/// Where a row stands: group, area, party.
fn place_cells(context: &Context, area: Area, party: &PartyId) -> Vec<Cell> {
    let texts = context.texts;
    vec![
        Cell::Text(words::area_group(area.group(), texts)),
        Cell::Word(area.key(), words::area(area, texts)),
        Cell::Text(party.to_string()),
    ]
}

fn none_cells(context: &Context, area: Area, party: &PartyId, of: Promise) -> Vec<Cell> {
    let mut cells = place_cells(context, area, party);
    cells.push(Cell::Told(String::new(), context.texts.get(of.text_id())));
    cells.push(Cell::Text(of.key().to_owned()));
    cells.resize_with(11, || Cell::Nothing);
    cells
}

fn text_cells(context: &Context, area: Area, party: &PartyId, row: &CommitmentRow) -> Vec<Cell> {
    let texts = context.texts;
    let of = &row.commitment;
    let optional = |text: Option<String>| text.map_or(Cell::Nothing, Cell::Text);
    let wording = json!(of.wording).as_str().unwrap_or_default().to_owned();
    let amount = of.amount.as_ref().map(|amount| {
        let period = dates::period(&amount.period, texts);
        format!("{}, {period}", numbers::form_exact(&amount.form, texts))
    });
    let mut cells = place_cells(context, area, party);
    cells.extend([
        Cell::Told(wording, words::wording(of.wording, texts)),
        Cell::Text(Promise::Of(of.wording.strength()).key().to_owned()),
        Cell::Text(of.id.to_string()),
        Cell::Text(of.summary.clone()),
        optional(of.locator.clone()),
        optional(of.cite.phrase.as_ref().map(|phrase| phrase.0.clone())),
        optional(amount),
        optional(row.link.clone()),
    ]);
    cells
}
