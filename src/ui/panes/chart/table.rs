//! The same numbers as a table.

use eframe::egui::{Label, RichText, Role, Sense, Ui, WidgetInfo};

use rust_decimal::Decimal;

use crate::exchange::picture::words::Words;
use crate::ledger::Bounds;
use crate::text::{numbers, words as names};
use crate::ui::PaneCtx;
use crate::ui::theme::ROW;
use crate::ui::widgets::table::{Column, Order, Table, TableState, tsv};
use crate::ui::widgets::walk::Walk;
use crate::views::{Chart, ChartKind, ChartMark};

use super::choose;

/// The words of the chart.
fn told<'a>(ctx: &PaneCtx<'a>, chart: &'a Chart) -> Words<'a> {
    Words::new(chart, ctx.ledger, ctx.texts)
}

fn is_bullet(chart: &Chart) -> bool {
    chart.request.kind == ChartKind::PromisedAgainstArrived
}

/// What the values are: their stage and unit.
fn value_title(ctx: &PaneCtx<'_>, chart: &Chart) -> String {
    let unit = told(ctx, chart).unit();
    if !chart.request.kind.takes_stage() {
        return unit;
    }
    let stage = names::stage(chart.request.stage, ctx.texts);
    format!("{stage}, {unit}")
}

fn columns(ctx: &PaneCtx<'_>, chart: &Chart) -> Vec<Column> {
    let texts = ctx.texts;
    let mut columns = vec![
        Column::words(texts.get("chart-column-name"), 1.6).sorts(),
        Column::numbers(value_title(ctx, chart), 1.7).sorts(),
    ];
    if is_bullet(chart) {
        columns.push(Column::numbers(texts.get("chart-column-promised"), 1.4).sorts());
        columns.push(Column::numbers(texts.get("chart-column-ratio"), 0.8).sorts());
    }
    columns.push(Column::words(texts.get("chart-column-basis"), 2.0));
    columns
}

/// What a value is ordered by: what names no sum comes before zero, an open end after a closed one.
fn size(value: &Bounds) -> (bool, Decimal, bool, Option<Decimal>) {
    (
        value.has_number(),
        value.low,
        value.high.is_none(),
        value.high,
    )
}

/// The marks in the order asked for, by their indices.
fn in_order(ctx: &PaneCtx<'_>, chart: &Chart, order: Option<Order>) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..chart.marks.len()).collect();
    let Some(Order { column, descending }) = order else {
        return indices;
    };
    let mark = |index: &usize| chart.marks.get(*index);
    match column {
        0 => indices.sort_by_cached_key(|index| {
            mark(index).map(|mark| {
                let party = mark.party.as_ref();
                let name = party.map(|(_, name)| ctx.name(name).to_lowercase());
                (name, mark.when)
            })
        }),
        2 => indices.sort_by_cached_key(|index| {
            let promised = mark(index).and_then(|mark| mark.fulfilment.as_ref()?.promised.first());
            promised.map(|total| (total.bounds().low, total.bounds().high))
        }),
        3 => indices.sort_by_cached_key(|index| {
            let ratio = mark(index).and_then(|mark| told(ctx, chart).ratio(mark));
            ratio.map(|ratio| (ratio.low, ratio.high))
        }),
        _ => indices.sort_by_cached_key(|index| mark(index).map(|mark| size(&mark.value))),
    }
    if descending {
        indices.reverse();
    }
    indices
}

pub(super) fn table_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    chart: &Chart,
    state: &mut TableState,
) -> Walk {
    let columns = columns(ctx, chart);
    let order = in_order(ctx, chart, state.order);
    let name = told(ctx, chart).what();
    let table = Table {
        name: &name,
        columns: &columns,
        rows: order.len(),
        theme: ctx.theme,
    };
    let of = |index: usize| order.get(index).and_then(|at| chart.marks.get(*at));
    let walked = table.ui(
        ui,
        state,
        |_| ROW,
        |line, index| {
            let Some(mark) = of(index) else { return };
            line.cell(|ui| {
                ui.add(Label::new(told(ctx, chart).name(mark)).truncate());
            });
            line.cell(|ui| value_ui(ui, ctx, chart, mark));
            if is_bullet(chart) {
                line.cell(|ui| {
                    ui.label(promised(ctx, mark));
                });
                line.cell(|ui| {
                    ui.label(ratio(ctx, chart, mark));
                });
            }
            line.cell(|ui| {
                let basis = ctx.theme.small(basis(ctx, chart, mark));
                ui.add(Label::new(basis).truncate());
            });
        },
    );
    if let Some(mark) = walked.chosen.and_then(of) {
        choose(ctx, mark);
    }
    walked
}

fn value_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart, mark: &ChartMark) {
    let shown = told(ctx, chart).value_exact(&mark.value);
    let label = Label::new(RichText::new(&shown))
        .sense(Sense::click())
        .selectable(false);
    let response = ui.add(label);
    response.widget_info(|| {
        let name = format!("{}: {shown}", told(ctx, chart).name(mark));
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.clicked() {
        choose(ctx, mark);
    }
}

fn promised(ctx: &PaneCtx<'_>, mark: &ChartMark) -> String {
    let totals = mark.fulfilment.iter().flat_map(|f| &f.promised);
    let told: Vec<String> = totals
        .map(|total| numbers::bounds_short(total.bounds(), total.unit(), ctx.texts))
        .collect();
    told.join(" · ")
}

fn ratio(ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) -> String {
    told(ctx, chart)
        .ratio(mark)
        .map_or_else(String::new, |ratio| numbers::ratio(ratio, ctx.texts))
}

/// What the value rests on; for per cent of GDP, also the GDP.
fn basis(ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) -> String {
    // Where nothing arrived the mark stands for its promise, and the value rests on nothing.
    let basis = if mark.value.is_nothing() {
        String::new()
    } else {
        names::basis(&mark.basis, ctx.texts)
    };
    match told(ctx, chart).divisor(mark) {
        Some(gdp) => format!("{gdp} · {basis}"),
        None => basis,
    }
}

/// The table as tab-separated text in the order shown: title, unit and time first, then a row of
/// headers. Values stand as plain numbers, low and high apart, with the unit; what no number says
/// stands beside them in words.
pub(super) fn copied(ctx: &PaneCtx<'_>, chart: &Chart, order: Option<Order>) -> String {
    let texts = ctx.texts;
    let words = told(ctx, chart);
    let title = value_title(ctx, chart);
    let bound = |id: &'static str| match id {
        "low" => texts.with("chart-copied-low", &[("column", title.as_str().into())]),
        _ => texts.with("chart-copied-high", &[("column", title.as_str().into())]),
    };
    let mut header = vec![
        texts.get("chart-column-name"),
        bound("low"),
        bound("high"),
        title.clone(),
    ];
    if is_bullet(chart) {
        header.push(texts.get("chart-column-promised"));
        header.push(texts.get("chart-column-ratio"));
    }
    header.push(texts.get("chart-column-basis"));
    let marks = in_order(ctx, chart, order);
    let rows = marks.iter().filter_map(|index| chart.marks.get(*index));
    let rows = rows.map(|mark| {
        let number = mark.value.has_number();
        let plain = |value: Option<Decimal>| {
            let value = value.filter(|_| number);
            value.map_or_else(String::new, |value| value.normalize().to_string())
        };
        let mut row = vec![
            words.name(mark),
            plain(Some(mark.value.low)),
            plain(mark.value.high),
            words.value_exact(&mark.value),
        ];
        if is_bullet(chart) {
            row.push(promised(ctx, mark));
            row.push(ratio(ctx, chart, mark));
        }
        row.push(basis(ctx, chart, mark));
        row
    });
    let mut all = vec![
        vec![words.what()],
        vec![words.subtitle(&words.what())],
        header,
    ];
    all.extend(rows);
    let below = [words.note(), words.source()];
    all.extend(
        below
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| vec![text]),
    );
    tsv(all)
}
