//! `chart`: the numbers of a chart, or the chart as a picture.

use serde_json::{Map, Value, json};

use super::args::{Chart as Asked, Format};
use super::chart_picture::{other_dataset, picture};
use super::context::Context;
use super::output::{Cell, Column, Sheet, ids, pretty, sum};
use super::{Done, Outcome, no_ron};
use crate::exchange::picture::FigureView;
use crate::exchange::picture::words::{Words, counted, part, when};
use crate::ledger::Bounds;
use crate::report::Report;
use crate::text::{numbers, words};
use crate::views::{
    Chart, ChartCell, ChartColumn, ChartMark, ChartRequest, ChartUnit, chart, chart_table,
};

/// Runs `chart`: what is asked for, or what a picture shows.
pub(super) fn run(context: &Context, asked: &Asked, from: Option<&FigureView>) -> Outcome {
    let request = match from {
        Some(view) => view.chart.clone(),
        None => request(context, asked)?,
    };
    let other = from.and_then(|view| other_dataset(context, view));
    let mut words: Vec<String> = other.into_iter().collect();
    let data = if let Some(output) = &asked.output {
        picture(context, asked, (request, from), output)?;
        String::new()
    } else {
        let (data, beside) = table(context, &request)?;
        words.extend(beside);
        data
    };
    Ok(Done {
        words,
        ..Done::fine(data)
    })
}

fn request(context: &Context, asked: &Asked) -> Result<ChartRequest, Box<Report>> {
    let parties = asked.parties.iter().map(|id| context.known_party(id));
    let mut parties = parties.collect::<Result<Vec<_>, _>>()?;
    parties.sort();
    parties.dedup();
    let usual = ChartRequest::default();
    Ok(ChartRequest {
        kind: asked.kind.unwrap_or(usual.kind),
        stage: asked.stage.unwrap_or(usual.stage),
        aid_type: asked.aid_type,
        year: asked.year,
        parties: (!parties.is_empty()).then_some(parties),
        order: asked.order.unwrap_or_default(),
    })
}

/// The numbers of a chart, and what the rows do not hold.
fn table(context: &Context, request: &ChartRequest) -> Result<(String, Vec<String>), Box<Report>> {
    let chart = chart(&context.ledger, request);
    let chart = chart.named_in(context.texts.lang()).unwrap_or(chart);
    let sheet = sheet(context, &chart);
    let data = match context.format {
        Format::Table => sheet.table(context.texts) + &context.assumptions_line(),
        Format::Csv => sheet.counted_csv(context.ledger.assumptions()),
        Format::Ron => return Err(no_ron(context.texts, "chart")),
        Format::Json => pretty(&object(context, &chart, &sheet)),
    };
    Ok((data, beside(context, &chart)))
}

/// The chart for machines: what was asked, the rows, and what is in none of them.
fn object(context: &Context, chart: &Chart, sheet: &Sheet) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    let request = &chart.request;
    put("chart", json!(request.to_text()));
    put("kind", json!(request.kind.key()));
    put("unit", json!(unit_key(chart.unit)));
    put("assumptions", json!(context.ledger.assumptions()));
    let total = chart.total.as_ref();
    put(
        "total",
        total.map_or(Value::Null, |total| json!(sum(total))),
    );
    put("nothing_recorded", json!(chart.nothing_recorded));
    put("without_divisor", json!(chart.without_divisor));
    put("running_totals", json!(chart.running_totals));
    put("thinned", json!(chart.thinned));
    put("rows", Value::Array(sheet.json()));
    Value::Object(object)
}

/// What the rows do not hold, in words.
fn beside(context: &Context, chart: &Chart) -> Vec<String> {
    let texts = context.texts;
    let (nothing, divisor) = (chart.nothing_recorded, chart.without_divisor);
    let mut told = Vec::new();
    if nothing > 0 {
        told.push(texts.with("chart-note-nothing", &counted(nothing)));
    }
    if divisor > 0 {
        told.push(match chart.unit {
            ChartUnit::PerHead(_) => texts.with("chart-note-without-people", &counted(divisor)),
            _ => texts.with("chart-note-without-gdp", &counted(divisor)),
        });
    }
    if chart.running_totals > 0 {
        told.push(texts.with("chart-note-running-totals", &counted(chart.running_totals)));
    }
    if chart.thinned > 0 {
        told.push(texts.with("chart-note-thinned", &counted(chart.thinned)));
    }
    told
}

/// A unit's name for machines.
fn unit_key(unit: ChartUnit) -> String {
    match unit {
        ChartUnit::Currency(currency) => currency.code().to_owned(),
        ChartUnit::PercentOfGdp => "percent_of_gdp".to_owned(),
        ChartUnit::PerHead(currency) => format!("{currency}_per_head"),
        ChartUnit::PercentOfWhole => "percent_of_whole".to_owned(),
    }
}

/// The table of the chart: what belongs together there (low, high, counts, unit) is one column here.
fn sheet(context: &Context, chart: &Chart) -> Sheet {
    let table = chart_table(chart);
    let teller = Teller {
        context,
        chart,
        words: Words::new(chart, &context.ledger, context.texts),
    };
    let row = |(mark, cells): (&ChartMark, &Vec<ChartCell>)| {
        let told = table.columns.iter().zip(cells);
        let told = told.flat_map(|(column, cell)| teller.cells(mark, *column, cell));
        told.collect()
    };
    let columns = table.columns.iter();
    Sheet {
        columns: columns.flat_map(|column| teller.columns(*column)).collect(),
        rows: chart.marks.iter().zip(&table.rows).map(row).collect(),
        unit: context.ledger.assumptions().currency,
    }
}

struct Teller<'a> {
    context: &'a Context,
    chart: &'a Chart,
    words: Words<'a>,
}

impl Teller<'_> {
    fn columns(&self, column: ChartColumn) -> Vec<Column> {
        let texts = self.context.texts;
        let shown = |key, title: String| vec![Column::new(key, title)];
        let data = |key| vec![Column::data(key)];
        match column {
            ChartColumn::Party => vec![
                Column::data("party"),
                Column::new("name", texts.get("cli-column-party")),
            ],
            ChartColumn::Part => shown("part", texts.get("cli-column-part")),
            ChartColumn::When => shown("when", texts.get("cli-column-when")),
            ChartColumn::Record => vec![
                Column::new("record", texts.get("cli-column-id")),
                Column::data("summary"),
            ],
            ChartColumn::Source => shown("source", texts.get("cli-column-publisher")),
            ChartColumn::Preferred => data("preferred"),
            ChartColumn::Low => {
                let stage = words::stage(self.chart.request.stage, texts);
                let title = if self.chart.request.kind.takes_stage() {
                    format!("{stage}, {}", self.words.unit())
                } else {
                    self.words.unit()
                };
                shown("amount", title)
            }
            ChartColumn::WholeLow => data("whole"),
            ChartColumn::MoneyLow => shown("money", texts.get("cli-money")),
            ChartColumn::Divisor => data("divisor"),
            ChartColumn::DivisorYear => data("divisor_year"),
            ChartColumn::PromisedLow => shown("promised", texts.get("chart-column-promised")),
            ChartColumn::RatioLow => shown("ratio", texts.get("cli-column-ratio")),
            ChartColumn::RunningTotal => data("running_total"),
            ChartColumn::NotItemised => shown("not_itemised", texts.get("chart-not-itemised")),
            ChartColumn::Partial => data("partial"),
            ChartColumn::GoesOn => data("goes_on"),
            ChartColumn::Basis => shown("basis", texts.get("cli-column-basis")),
            ChartColumn::Records => data("ids"),
            _ => Vec::new(),
        }
    }

    /// The cells of a column, as many as [`Self::columns`] gives it.
    fn cells(&self, mark: &ChartMark, column: ChartColumn, cell: &ChartCell) -> Vec<Cell> {
        let texts = self.context.texts;
        let dataset = self.context.dataset();
        let one = match (column, cell) {
            (ChartColumn::Low, _) => self.value(&mark.value, mark),
            (ChartColumn::WholeLow, _) => self
                .chart
                .row_of(mark)
                .map_or(Cell::Nothing, |row| self.value(row.total.bounds(), mark)),
            (ChartColumn::MoneyLow, _) => {
                let currency = self.context.ledger.assumptions().currency;
                let money = mark.money();
                money.map_or(Cell::Nothing, |of| Cell::Part(*of, currency, mark.stage))
            }
            (ChartColumn::PromisedLow, _) => {
                let promised = mark.fulfilment.as_ref().and_then(|of| of.promised.first());
                promised.map_or(Cell::Nothing, |total| Cell::Amount(total.clone()))
            }
            (ChartColumn::RatioLow, _) => Cell::Ratio(self.words.ratio(mark).copied()),
            (_, ChartCell::Party(id, name)) => {
                let name = words::name(name, texts).to_owned();
                return vec![Cell::Text(id.to_string()), Cell::Text(name)];
            }
            (_, ChartCell::Record(id, summary)) => {
                return vec![Cell::Text(id.to_string()), Cell::Text(summary.clone())];
            }
            (ChartColumn::Party | ChartColumn::Record, _) => {
                return vec![Cell::Nothing, Cell::Nothing];
            }
            (_, ChartCell::Part(of)) => Cell::Word(of.key(), part(*of, texts)),
            (_, ChartCell::When(of)) => Cell::Told(of.key(), when(*of, texts)),
            (_, ChartCell::Source(id)) => {
                let publisher = dataset.sources.get(id).map(|of| of.publisher.clone());
                Cell::Told(id.to_string(), publisher.unwrap_or_else(|| id.to_string()))
            }
            (ChartColumn::NotItemised, ChartCell::Number(rest)) => {
                let currency = self.context.ledger.assumptions().currency;
                Cell::Number(*rest, numbers::money_short(*rest, currency, texts))
            }
            (ChartColumn::Divisor, ChartCell::Number(by)) => {
                Cell::Number(*by, numbers::number(*by, texts))
            }
            (_, ChartCell::Year(year)) => Cell::Text(year.to_string()),
            (_, ChartCell::Flag(flag)) => Cell::Flag(*flag),
            (_, ChartCell::Basis(basis)) => Cell::Basis(basis.clone()),
            (_, ChartCell::Records(tree)) => Cell::Ids(ids(&tree.of(&self.context.ledger))),
            _ => Cell::Nothing,
        };
        // Columns that are taken together have no cell of their own.
        if self.columns(column).is_empty() {
            Vec::new()
        } else {
            vec![one]
        }
    }

    fn value(&self, bounds: &Bounds, mark: &ChartMark) -> Cell {
        let unit = unit_key(self.chart.unit);
        Cell::Value(*bounds, unit, mark.stage, self.words.value(bounds))
    }
}
