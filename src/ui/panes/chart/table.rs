//! The same numbers as a table.

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, RichText, Ui};
use egui_extras::{Column, TableBuilder};

use crate::text::{numbers, words as names};
use crate::ui::PaneCtx;
use crate::ui::theme::ROW;
use crate::views::{Chart, ChartKind, ChartMark};

use super::words;

pub(super) fn table_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart) {
    let texts = ctx.texts;
    let bullet = chart.request.kind == ChartKind::PromisedAgainstArrived;
    let mut table = TableBuilder::new(ui)
        .id_salt(("chart-table", bullet))
        .column(Column::initial(170.0).at_least(80.0).clip(true))
        .column(Column::initial(190.0).at_least(80.0).clip(true));
    if bullet {
        table = table.column(Column::initial(150.0).at_least(60.0).clip(true));
    }
    let table = table
        .column(Column::remainder().at_least(80.0).clip(true))
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center));
    let table = table.header(ROW, |mut header| {
        let mut head = |text: String| {
            header.col(|ui| {
                ui.label(ctx.theme.small(text));
            });
        };
        head(texts.get("chart-column-name"));
        head(texts.get("chart-column-value"));
        if bullet {
            head(texts.get("chart-column-promised"));
        }
        head(texts.get("chart-column-basis"));
    });
    table.body(|body| {
        body.rows(ROW, chart.marks.len(), |mut line| {
            let Some(mark) = chart.marks.get(line.index()) else {
                return;
            };
            line.col(|ui| {
                ui.label(words::name(ctx, mark));
            });
            line.col(|ui| value_ui(ui, ctx, chart, mark));
            if bullet {
                line.col(|ui| {
                    ui.label(promised(ctx, chart, mark));
                });
            }
            line.col(|ui| {
                ui.label(ctx.theme.small(names::basis(&mark.basis, texts)));
            });
        });
    });
}

fn value_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart, mark: &ChartMark) {
    let shown = words::value_exact(chart, &mark.value, ctx.texts);
    let label = egui::Label::new(RichText::new(&shown))
        .sense(egui::Sense::CLICK)
        .selectable(false);
    let response = ui.add(label);
    let name = format!("{}: {shown}", words::name(ctx, mark));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.clicked() {
        ctx.explain(&Arc::clone(&mark.derivation));
    }
}

/// The promise beside what arrived of it; empty for other charts.
fn promised(ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) -> String {
    let Some(fulfilment) = &mark.fulfilment else {
        return String::new();
    };
    let totals = fulfilment.promised.iter();
    let mut told: Vec<String> = totals
        .map(|total| numbers::bounds_short(total.bounds(), total.unit(), ctx.texts))
        .collect();
    let ratio = fulfilment
        .arrived
        .iter()
        .find(|(total, _)| total.stage() == chart.request.stage);
    if let Some((_, Some(ratio))) = ratio {
        told.push(numbers::ratio(ratio, ctx.texts));
    }
    told.join(" · ")
}

/// The table as tab-separated text with a row of headers, units in them.
pub(super) fn tsv(ctx: &PaneCtx<'_>, chart: &Chart) -> String {
    let texts = ctx.texts;
    let header = [
        texts.get("chart-column-name"),
        format!(
            "{} ({})",
            texts.get("chart-column-value"),
            words::subtitle(ctx, chart)
        ),
        texts.get("chart-column-promised"),
        texts.get("chart-column-basis"),
    ];
    let rows = chart.marks.iter().map(|mark| {
        [
            words::name(ctx, mark),
            words::value_exact(chart, &mark.value, texts),
            promised(ctx, chart, mark),
            names::basis(&mark.basis, texts),
        ]
    });
    let lines: Vec<String> = std::iter::once(header)
        .chain(rows)
        .map(|row| row.join("\t"))
        .collect();
    lines.join("\n")
}
