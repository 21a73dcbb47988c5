//! The numbers of a chart.

use std::sync::Arc;

use crate::edit::{Key, Kind as Record};
use crate::exchange::export::table::{Column, Kind, Table, Total, Value};
use crate::exchange::picture::words::{Words, part, when};
use crate::ledger::{Bounds, Ledger};

use crate::text::{Texts, words};
use crate::views::{
    Chart, ChartCell, ChartColumn, ChartMark, ChartRequest, ChartUnit, chart, chart_table,
};

use super::{Made, word};

/// The page, with its title.
pub(super) fn made(ledger: &Arc<Ledger>, request: &ChartRequest, texts: Texts) -> (String, Made) {
    let chart = chart(ledger, request);
    let chart = chart.named_in(texts.lang()).unwrap_or(chart);
    let told = Words::new(&chart, ledger, texts);
    let title = told.what();
    let mut notes = vec![told.subtitle(&title), told.note(), told.source()];
    notes.retain(|note| !note.is_empty());
    let teller = Teller {
        ledger,
        chart: &chart,
        words: told,
        texts,
    };
    let all = chart_table(&chart);
    let columns: Vec<ChartColumn> = all.columns.clone();
    let heads = columns.iter().filter_map(|column| teller.head(*column));
    let rows = chart.marks.iter().zip(&all.rows).map(|(mark, cells)| {
        let told = columns.iter().zip(cells);
        told.filter_map(|(column, cell)| teller.cell(mark, *column, cell))
            .collect()
    });
    let mut table = Table::of("chart", title.clone(), heads.collect(), rows.collect());
    table.totals = teller.total().into_iter().collect();
    // A sum that the rows do not come to is told in the chart's own words, not under them.
    let sums = std::mem::take(&mut table.totals);
    table.totals = sums
        .into_iter()
        .filter(|total| table.adds_up(total))
        .collect();
    let (mut records, mut sources) = (Vec::new(), Vec::new());
    for mark in &chart.marks {
        let tree = mark.derivation.of(ledger);
        for (leaf, _) in tree.leaves() {
            sources.extend(leaf.source.clone());
            let key = Key::find(ledger.dataset(), leaf.record.as_str());
            records.extend(key.filter(|key| matches!(key.kind, Record::Aid | Record::Commitment)));
        }
    }
    let mut seen = std::collections::HashSet::new();
    records.retain(|key: &Key| seen.insert(key.clone()));
    let made = Made {
        tables: vec![table],
        records,
        sources,
        notes,
    };
    (title, made)
}

struct Teller<'a> {
    ledger: &'a Arc<Ledger>,
    chart: &'a Chart,
    words: Words<'a>,
    texts: Texts,
}

impl Teller<'_> {
    /// The columns, of which some stand in one of ours: low, high and what belongs to them.
    fn head(&self, column: ChartColumn) -> Option<Column> {
        let texts = self.texts;
        let currency = self.ledger.assumptions().currency.code();
        let unit = self.words.unit();
        let stage = words::stage(self.chart.request.stage, texts);
        let money = |id: &str, label: String| Column::new(id, label, Kind::Amount).of(currency);
        Some(match column {
            ChartColumn::Party => Column::new("party", texts.get("cli-column-party"), Kind::Word),
            ChartColumn::Part => Column::new("part", texts.get("cli-column-part"), Kind::Word),
            ChartColumn::When => Column::new("when", texts.get("cli-column-when"), Kind::Word),
            ChartColumn::Record => {
                Column::new("record", texts.get("cli-column-record"), Kind::Text)
            }
            ChartColumn::Source => {
                Column::new("source", texts.get("cli-column-publisher"), Kind::Word)
            }
            ChartColumn::Preferred => Column::new(
                "preferred",
                texts.get("export-column-preferred"),
                Kind::Flag,
            ),
            ChartColumn::Low => Column::new("amount", stage, Kind::Amount).of(unit),
            ChartColumn::WholeLow => {
                Column::new("whole", texts.get("export-column-whole"), Kind::Amount).of(unit)
            }
            ChartColumn::MoneyLow => money("money", texts.get("cli-money")),
            ChartColumn::Divisor => {
                Column::new("divisor", texts.get("export-column-divisor"), Kind::Number)
            }
            ChartColumn::DivisorYear => Column::new(
                "divisor_year",
                texts.get("export-column-divisor-year"),
                Kind::Count,
            ),
            ChartColumn::PromisedLow => money("promised", texts.get("chart-column-promised")),
            ChartColumn::RatioLow => {
                Column::new("ratio", texts.get("chart-column-ratio"), Kind::Ratio)
            }
            ChartColumn::RunningTotal => Column::new(
                "running_total",
                texts.get("detail-running-total"),
                Kind::Flag,
            ),
            ChartColumn::NotItemised => Column::new(
                "not_itemised",
                texts.get("chart-not-itemised"),
                Kind::Number,
            )
            .of(currency),
            ChartColumn::Partial => {
                Column::new("partial", texts.get("export-column-partial"), Kind::Flag)
            }
            ChartColumn::GoesOn => {
                Column::new("goes_on", texts.get("export-column-goes-on"), Kind::Flag)
            }
            ChartColumn::Basis => Column::new("basis", texts.get("chart-column-basis"), Kind::Text),
            ChartColumn::Records => {
                Column::new("records", texts.get("sources-column-records"), Kind::Ids)
            }
            _ => return None,
        })
    }

    /// The value under a column; none: the column stands in another one.
    fn cell(&self, mark: &ChartMark, column: ChartColumn, cell: &ChartCell) -> Option<Value> {
        self.head(column)?;
        let texts = self.texts;
        let amount = |bounds: &Bounds| Value::Amount(*bounds, mark.stage);
        let one = match (column, cell) {
            (ChartColumn::Low, _) => amount(&mark.value),
            (ChartColumn::WholeLow, _) => {
                let row = self.chart.row_of(mark);
                row.map_or(Value::Nothing, |row| amount(row.total.bounds()))
            }
            (ChartColumn::MoneyLow, _) => mark.money().map_or(Value::Nothing, amount),
            (ChartColumn::PromisedLow, _) => {
                let promised = mark.fulfilment.as_ref().and_then(|of| of.promised.first());
                promised.map_or(Value::Nothing, |of| Value::Amount(*of.bounds(), of.stage()))
            }
            (ChartColumn::RatioLow, _) => self
                .words
                .ratio(mark)
                .map_or(Value::Nothing, |ratio| Value::Ratio(*ratio)),
            (_, ChartCell::Party(id, name)) => {
                word(id.as_str(), words::name(name, texts).to_owned())
            }
            (_, ChartCell::Record(id, _)) => Value::Text(id.to_string()),
            (_, ChartCell::Part(of)) => word(of.key(), part(*of, texts)),
            (_, ChartCell::When(of)) => word(&of.key(), when(*of, texts)),
            (_, ChartCell::Source(id)) => {
                let source = self.ledger.dataset().sources.get(id);
                let publisher = source.map(|of| of.publisher.clone());
                word(id.as_str(), publisher.unwrap_or_else(|| id.to_string()))
            }
            (_, ChartCell::Number(number)) => Value::Number(*number),
            (_, ChartCell::Year(year)) => Value::Number(year.get().into()),
            (_, ChartCell::Flag(flag)) => Value::Flag(*flag),
            (_, ChartCell::Basis(basis)) => Value::Text(words::basis(basis, texts)),
            (_, ChartCell::Records(tree)) => {
                let ids = tree.of(self.ledger).records();
                Value::Ids(ids.iter().map(ToString::to_string).collect())
            }
            _ => Value::Nothing,
        };
        Some(one)
    }

    /// The sum of all rows, where the chart has one and its rows are sums of money.
    fn total(&self) -> Option<Total> {
        let total = self.chart.total.as_ref()?;
        matches!(self.chart.unit, ChartUnit::Currency(_)).then(|| Total {
            label: {
                let stage = words::stage(total.stage(), self.texts);
                self.texts.with("export-total", &[("stage", stage.into())])
            },
            stage: total.stage(),
            bounds: *total.bounds(),
            column: "amount".to_owned(),
            only: None,
        })
    }
}
