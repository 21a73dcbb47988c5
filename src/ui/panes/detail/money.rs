//! Money by year: promised, best known by stage, and how much of the promise arrived.

use eframe::egui::{self, Align, Layout, RichText, Ui};
use egui_extras::{Column, TableBuilder};

use crate::ledger::{Ratio, StagedTotal};
use crate::model::Stage;
use crate::text::{numbers, words};
use crate::ui::PaneCtx;
use crate::ui::theme::ROW;
use crate::ui::widgets::number::{Size, number_ui};
use crate::views::{MoneyRow, PartyDetail};

/// The stages in the order in which the table shows them, *pledged* first.
const STAGES: [Stage; 5] = [
    Stage::Pledged,
    Stage::Committed,
    Stage::Allocated,
    Stage::Delivered,
    Stage::Unclear,
];

/// A year that has a number comes before the years that only promise n/d.
fn rows_in_order(detail: &PartyDetail) -> Vec<&MoneyRow> {
    let numbers = |row: &&MoneyRow| {
        row.stages.iter().any(|total| total.bounds().has_number())
            || row
                .fulfilment
                .promised
                .iter()
                .any(|total| total.bounds().has_number())
    };
    let (first, rest): (Vec<_>, Vec<_>) = detail.money.iter().partition(numbers);
    first.into_iter().chain(rest).collect()
}

pub(super) fn money_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
    let texts = ctx.texts;
    if detail.money.is_empty() {
        ui.label(ctx.theme.weak(texts.get("detail-no-money")));
        return;
    }
    let rows = rows_in_order(detail);
    let count = rows.len();
    ui.push_id(("money", detail.party.id.as_str()), |ui| {
        let right = Layout::right_to_left(Align::Center);
        ui.spacing_mut().item_spacing.x = 4.0;
        // Eight columns share what is there, less the scroll bar: promises and what is unclear are
        // told in more signs than the rest.
        let room = ui.available_width() - 8.0 * 4.0 - 10.0;
        let part = |share: f32| Column::exact((room * share).floor()).clip(true);
        let table = TableBuilder::new(ui)
            .column(part(0.095))
            .columns(part(0.155), 2)
            .columns(part(0.118), 3)
            .column(part(0.13))
            .column(part(0.11))
            .auto_shrink([false, true])
            .cell_layout(right);
        let table = table.header(ROW, |mut header| {
            let mut head = |text: String, tip: String| {
                header.col(|ui| {
                    ui.label(ctx.theme.small(text)).on_hover_text(tip);
                });
            };
            head(texts.get("detail-year"), texts.get("detail-year-tip"));
            head(
                texts.get("detail-promised"),
                texts.get("detail-promised-tip"),
            );
            for stage in STAGES {
                head(words::stage(stage, texts), texts.get("detail-stage-tip"));
            }
            head(
                texts.get("detail-fulfilled"),
                texts.get("detail-fulfilled-tip"),
            );
        });
        table.body(|body| {
            body.rows(ROW, count + 1, |mut line| {
                let index = line.index();
                match rows.get(index) {
                    Some(row) => row_ui(&mut line, ctx, row),
                    None => all_time_ui(&mut line, ctx, detail),
                }
            });
        });
    });
}

fn row_name(ctx: &PaneCtx<'_>, row: &MoneyRow) -> String {
    row.year.map_or_else(
        || ctx.texts.get("detail-not-split"),
        |year| year.to_string(),
    )
}

fn row_ui(line: &mut egui_extras::TableRow<'_, '_>, ctx: &mut PaneCtx<'_>, row: &MoneyRow) {
    let name = row_name(ctx, row);
    let texts = ctx.texts;
    line.col(|ui| {
        let label = ui.label(RichText::new(&name).strong());
        if row.year.is_none() {
            label.on_hover_text(texts.get("detail-not-split-tip"));
        }
    });
    line.col(|ui| {
        for total in &row.fulfilment.promised {
            let what = texts.with("detail-promised-what", &[("year", name.as_str().into())]);
            number_ui(ui, ctx, total, &what, Size::Body);
        }
        if row.fulfilment.promised.is_empty() {
            ui.label(RichText::new("–").color(ctx.theme.text_faint));
        }
    });
    for stage in STAGES {
        line.col(|ui| {
            if let Some(total) = row.stages.iter().find(|total| total.stage() == stage) {
                let what = format!("{} {name}", words::stage(stage, texts));
                number_ui(ui, ctx, total, &what, Size::Body);
            }
        });
    }
    line.col(|ui| {
        // The stage at which most arrived; its tooltip and its derivation name it.
        let ratios = row
            .fulfilment
            .arrived
            .iter()
            .filter_map(|(t, r)| Some((t, r.as_ref()?)));
        if let Some((total, ratio)) = ratios.max_by_key(|(_, ratio)| (ratio.low, ratio.high)) {
            ratio_ui(ui, ctx, total, ratio, &name);
        }
    });
}

fn all_time_ui(
    line: &mut egui_extras::TableRow<'_, '_>,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
) {
    let texts = ctx.texts;
    line.set_overline(true);
    line.col(|ui| {
        ui.label(ctx.theme.weak(texts.get("detail-all-time")))
            .on_hover_text(texts.get("detail-all-time-tip"));
    });
    line.col(|_| {});
    for stage in STAGES {
        line.col(|ui| {
            if let Some(total) = detail.all_time.iter().find(|total| total.stage() == stage) {
                let what = format!(
                    "{}, {}",
                    words::stage(stage, texts),
                    texts.get("detail-all-time")
                );
                number_ui(ui, ctx, total, &what, Size::Body);
            }
        });
    }
    line.col(|_| {});
}

/// The part of a promise that arrived at one stage: opens what fulfils it.
fn ratio_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, total: &StagedTotal, ratio: &Ratio, year: &str) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let shown = numbers::ratio(ratio, texts);
    let stage = words::stage(total.stage(), texts);
    let color = if total.stage() == Stage::Unclear {
        theme.text_weak
    } else {
        theme.text
    };
    let label = egui::Label::new(RichText::new(&shown).color(color))
        .sense(egui::Sense::CLICK | egui::Sense::FOCUSABLE)
        .selectable(false);
    let response = ui.add(label);
    let what = texts.with(
        "detail-ratio-what",
        &[
            ("ratio", shown.into()),
            ("stage", stage.into()),
            ("year", year.into()),
        ],
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &what));
    if response.hovered() || response.has_focus() {
        let line = egui::Stroke::new(1.0, theme.accent);
        ui.painter()
            .hline(response.rect.x_range(), response.rect.bottom(), line);
    }
    if response.clicked() {
        ctx.explain(total.derivation());
    }
    response.on_hover_text(what);
}
