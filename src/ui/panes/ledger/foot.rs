//! Below the table: what the rows come to, and what the chosen ones do, under the same rules.

use eframe::egui::{Align, Label, Layout, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::ledger::{ChosenSum, Rule};
use crate::model::Stage;
use crate::text::{numbers, words};
use crate::ui::theme::{HALF, ROW, UNIT, strong};
use crate::ui::widgets::number::number_ui;
use crate::ui::{PaneCtx, icons};
use crate::views::LedgerSum;

/// How high a line of small words is.
const NOTE: f32 = 17.0;
/// How high it is: two sums, each with a line below of what is not in it.
pub(super) const FOOT: f32 = 2.0 * (ROW + NOTE) + HALF;

/// The sum of all rows, and that of the chosen ones; none: how rows are chosen.
pub(super) fn foot_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    rect: Rect,
    all: &LedgerSum,
    chosen: Option<&LedgerSum>,
) {
    let line = Stroke::new(1.0, ctx.theme.line_strong);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    let mut inner = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(rect));
    inner.add_space(HALF);
    inner.spacing_mut().item_spacing.y = 0.0;
    let args = [
        ("count", all.entries.into()),
        ("shown", count(all.entries, ctx).into()),
    ];
    let name = ctx.texts.with("ledger-sum-all", &args);
    line_ui(&mut inner, ctx, &name, all);
    match chosen {
        Some(chosen) => {
            let args = [
                ("count", chosen.entries.into()),
                ("shown", count(chosen.entries, ctx).into()),
            ];
            let name = ctx.texts.with("ledger-sum-chosen", &args);
            line_ui(&mut inner, ctx, &name, chosen);
        }
        None => {
            inner.allocate_ui_with_layout(
                vec2(rect.width(), ROW),
                Layout::left_to_right(Align::Center),
                |ui| {
                    let hint = ctx.theme.small(ctx.texts.get("ledger-sum-hint"));
                    ui.add(Label::new(hint).truncate())
                },
            );
        }
    }
}

fn count(count: usize, ctx: &PaneCtx<'_>) -> String {
    numbers::count(count as u64, ctx.texts)
}

/// How wide what is summed is told at least, so that the two sums stand one under the other.
const NAME: f32 = 112.0;

/// A sum, and below it what is not in it.
fn line_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, name: &str, sum: &LedgerSum) {
    let layout = Layout::left_to_right(Align::Center);
    let wide = ui.available_width();
    ui.allocate_ui_with_layout(vec2(wide, ROW), layout, |ui| {
        ui.spacing_mut().item_spacing.x = UNIT;
        let from = ui.cursor().left();
        ui.label(strong(name));
        let wide = ui.cursor().left() - from;
        ui.add_space((NAME - wide).max(0.0));
        match &sum.sum {
            ChosenSum::Nothing => {}
            ChosenSum::SeveralStages(stages) => no_sum_ui(ui, ctx, stages),
            ChosenSum::Sum(total) => {
                ui.label(ctx.theme.weak(words::stage(total.stage(), ctx.texts)));
                number_ui(ui, ctx, total, name);
            }
        }
    });
    ui.allocate_ui_with_layout(vec2(wide, NOTE), layout, |ui| {
        ui.set_min_height(NOTE);
        ui.add_space(NAME);
        match &sum.sum {
            ChosenSum::Nothing => {}
            ChosenSum::SeveralStages(stages) => stages_ui(ui, ctx, stages),
            ChosenSum::Sum(_) => left_out_ui(ui, ctx, sum),
        }
    });
}

/// Why there is no sum: the rows are of several stages (R1).
fn no_sum_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, stages: &[(Stage, usize)]) {
    let texts = ctx.texts;
    let args = [
        ("count", stages.len().into()),
        ("shown", count(stages.len(), ctx).into()),
    ];
    let text = texts.with("ledger-sum-several", &args);
    let label = Label::new(ctx.theme.weak(text)).truncate();
    ui.add(label).on_hover_text(words::rule(Rule::R1, texts));
}

/// How many rows are of which stage.
fn stages_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, stages: &[(Stage, usize)]) {
    let told = |(stage, number): &(Stage, usize)| {
        format!(
            "{} {}",
            words::stage(*stage, ctx.texts),
            count(*number, ctx)
        )
    };
    let told: Vec<String> = stages.iter().map(told).collect();
    ui.add(Label::new(ctx.theme.small(told.join(" · "))).truncate());
}

/// What is not in the sum (R3, R4).
fn left_out_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, sum: &LedgerSum) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let mut parts = Vec::new();
    let mut rules = Vec::new();
    if sum.running_totals > 0 {
        let args = [
            ("count", sum.running_totals.into()),
            ("shown", count(sum.running_totals, ctx).into()),
        ];
        parts.push(texts.with("ledger-sum-running", &args));
        rules.push(words::rule(Rule::R4, texts));
    }
    if sum.left_out > 0 {
        let args = [
            ("count", sum.left_out.into()),
            ("shown", count(sum.left_out, ctx).into()),
        ];
        parts.push(texts.with("ledger-sum-left-out", &args));
        rules.extend([Rule::R3, Rule::R8, Rule::R13].map(|rule| words::rule(rule, texts)));
    }
    if parts.is_empty() {
        return;
    }
    rules.push(texts.get("ledger-sum-reasons"));
    let told = texts.with("ledger-sum-not-added", &[("what", parts.join(", ").into())]);
    let told = format!("{} {told}", icons::INFO);
    let label = Label::new(theme.small(told)).truncate();
    ui.add(label).on_hover_text(rules.join("\n"));
}
