//! Horizontal bars: ranked sums, per cent of GDP, and promises with what arrived of them.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, EventFilter, FontId, Key, Pos2, Rect, ScrollArea, Sense,
    Stroke, TextStyle, Ui, pos2, vec2,
};
use egui_plot::{Bar, BarChart, GridMark, Plot, PlotPoint, PlotTransform};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::ledger::Bounds;
use crate::ui::widgets::bar::reach;
use crate::ui::words::fitting;
use crate::ui::{Action, PaneCtx};
use crate::views::{Chart, ChartKind, ChartMark};

use super::words;

/// Height of one bar with its room.
const STEP: f32 = 21.0;
/// Width of the names.
const NAMES: f32 = 148.0;
/// Room kept free at the end of the longest bar for its value, as a part of the bar; a promise with
/// what arrived of it is told in more words.
fn room(chart: &Chart) -> f64 {
    if chart.request.kind == ChartKind::PromisedAgainstArrived {
        0.6
    } else {
        0.34
    }
}

/// Paints the bars into the room that is there; more than fit are scrolled.
pub(super) fn bars_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart, at: &mut Option<usize>) {
    let count = chart.marks.len();
    let focus = focus_ui(ui, ctx, chart, at);
    let moved = focus.is_some_and(|moved| moved);
    ScrollArea::vertical()
        .id_salt("bars")
        .auto_shrink(false)
        .show(ui, |ui| {
            let height = STEP * f32::from(u16::try_from(count).unwrap_or(u16::MAX)) + 4.0;
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::HOVER);
            let bars = Rect::from_min_max(pos2(rect.left() + NAMES, rect.top()), rect.max);
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(bars).id_salt("plot"));
            let transform = plot_ui(&mut child, ctx, chart, bars.height());
            for (index, mark) in chart.marks.iter().enumerate() {
                let row = Row {
                    index,
                    rect: Rect::from_min_size(
                        pos2(rect.left(), row_top(rect, index)),
                        vec2(rect.width(), STEP),
                    ),
                    focused: focus.is_some() && *at == Some(index),
                    transform: &transform,
                };
                if moved && row.focused {
                    ui.scroll_to_rect(row.rect, None);
                }
                row.ui(ui, ctx, chart, mark, at);
            }
        });
}

fn row_top(rect: Rect, index: usize) -> f32 {
    rect.top() + 2.0 + STEP * f32::from(u16::try_from(index).unwrap_or(u16::MAX))
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// The greatest value that any mark or promise reaches.
fn full(chart: &Chart) -> f64 {
    let promised = |mark: &ChartMark| {
        let promised = mark.fulfilment.iter().flat_map(|f| &f.promised);
        promised
            .map(|total| reach(total.bounds()))
            .max()
            .unwrap_or_default()
    };
    let most = chart
        .marks
        .iter()
        .map(|mark| reach(&mark.value).max(promised(mark)))
        .max();
    float(most.unwrap_or_default()).max(1e-9)
}

fn plot_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, chart: &Chart, height: f32) -> PlotTransform {
    let theme = ctx.theme;
    let color = theme.aid_or_all(chart.request.aid_type);
    let (mut solid, mut light, mut outline) = (Vec::new(), Vec::new(), Vec::new());
    for (index, mark) in chart.marks.iter().enumerate() {
        let y = f64::from(u32::try_from(index).unwrap_or(u32::MAX));
        for total in mark.fulfilment.iter().flat_map(|f| &f.promised) {
            let line = Stroke::new(1.0, theme.text_weak);
            let bar = Bar::new(y, float(reach(total.bounds()))).width(0.78);
            outline.push(bar.fill(Color32::TRANSPARENT).stroke(line));
        }
        let Bounds { low, high, .. } = mark.value;
        if low > Decimal::ZERO {
            solid.push(
                Bar::new(y, float(low))
                    .width(0.56)
                    .fill(color)
                    .stroke(Stroke::NONE),
            );
        }
        if let Some(high) = high.filter(|high| *high > low) {
            let bar = Bar::new(y, float(high - low))
                .width(0.56)
                .base_offset(float(low));
            light.push(if low.is_zero() {
                bar.fill(Color32::TRANSPARENT)
                    .stroke(Stroke::new(1.0, color))
            } else {
                bar.fill(theme.light_part(color)).stroke(Stroke::NONE)
            });
        }
    }
    let rows = f64::from(u32::try_from(chart.marks.len()).unwrap_or(u32::MAX));
    let most = full(chart);
    let bars = |bars: Vec<Bar>| BarChart::new("", bars).horizontal().allow_hover(false);
    let response = Plot::new("bars")
        .height(height)
        .show_axes(false)
        .show_grid([true, false])
        .grid_color(theme.line)
        .grid_fade(0.0)
        .x_grid_spacer(move |_| {
            let marks = (0..=4_u8).map(|step| f64::from(step) * most / 4.0);
            marks
                .map(|value| GridMark {
                    value,
                    step_size: most / 4.0,
                })
                .collect()
        })
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::HOVER)
        .invert_y(true)
        .set_margin_fraction(vec2(0.0, 0.0))
        .default_x_bounds(0.0, most * (1.0 + room(chart)))
        .default_y_bounds(-0.5, rows - 0.5)
        .reset()
        .show(ui, |plot| {
            plot.bar_chart(bars(solid));
            plot.bar_chart(bars(light));
            plot.bar_chart(bars(outline));
        });
    response.transform
}

/// One bar's row: name, value, hover, click, and its place in the accessibility tree.
struct Row<'a> {
    index: usize,
    rect: Rect,
    focused: bool,
    transform: &'a PlotTransform,
}

impl Row<'_> {
    fn ui(
        &self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        chart: &Chart,
        mark: &ChartMark,
        at: &mut Option<usize>,
    ) {
        let theme = ctx.theme;
        let id = ui.scope_id().with(("mark", self.index));
        let response = ui.interact(self.rect, id, Sense::CLICK);
        let told = words::told(ctx, chart, mark);
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListItem, true, told.join("; ")));
        let selected = mark
            .party
            .as_ref()
            .is_some_and(|(id, _)| ctx.place.party.as_ref() == Some(id));
        if response.clicked() {
            *at = Some(self.index);
            choose(ctx, mark);
        }
        if !ui.is_rect_visible(self.rect) {
            return;
        }
        let painter = ui.painter();
        if response.hovered() {
            let ground = Rect::from_min_max(
                self.rect.min,
                pos2(self.rect.left() + NAMES, self.rect.bottom()),
            );
            painter.rect_filled(ground, 3, theme.hover);
        }
        if self.focused {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(
                self.rect,
                CornerRadius::same(3),
                ring,
                egui::StrokeKind::Inside,
            );
        }
        let body = TextStyle::Body.resolve(ui.style());
        let small = TextStyle::Small.resolve(ui.style());
        let name = fitting(ui, &words::name(ctx, mark), &body, NAMES - 14.0);
        let color = if selected { theme.accent } else { theme.text };
        let middle = self.rect.center().y;
        painter.text(
            pos2(self.rect.left() + NAMES - 8.0, middle),
            Align2::RIGHT_CENTER,
            name,
            body,
            color,
        );
        self.value_ui(ui, ctx, chart, mark, small);
        response.on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            for (index, line) in told.iter().enumerate() {
                ui.label(if index == 0 {
                    egui::RichText::new(line).strong()
                } else {
                    theme.weak(line)
                });
            }
        });
    }

    fn x(&self, value: f64) -> Pos2 {
        let place = PlotPoint::new(
            value,
            f64::from(u32::try_from(self.index).unwrap_or(u32::MAX)),
        );
        pos2(
            self.transform.position_from_point(&place).x,
            self.rect.center().y,
        )
    }

    /// The value at the bar's end; the open end of “at least”; the mark of a sum that is not named;
    /// hatching over an estimate.
    fn value_ui(&self, ui: &Ui, ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark, font: FontId) {
        let theme = ctx.theme;
        let painter = ui.painter();
        let color = theme.aid_or_all(chart.request.aid_type);
        let promised = mark.fulfilment.iter().flat_map(|f| &f.promised);
        let promise = promised
            .map(|total| reach(total.bounds()))
            .max()
            .unwrap_or_default();
        let mut end = self.x(float(reach(&mark.value).max(promise)));
        let low = self.x(float(mark.value.low));
        let half = STEP * 0.28;
        if mark.value.has_number() && mark.value.high.is_none() {
            for (step, strength) in [(3.0, 0.9), (7.0, 0.6), (11.0, 0.3)] {
                let line = Stroke::new(2.0, color.gamma_multiply(strength));
                painter.vline(low.x + step, (low.y - half)..=(low.y + half), line);
            }
            end.x = end.x.max(low.x + 13.0);
        }
        if mark.value.estimate && mark.value.has_number() {
            hatch(
                ui,
                Rect::from_min_max(pos2(self.x(0.0).x, low.y - half), pos2(low.x, low.y + half)),
                theme.surface,
            );
        }
        if !mark.value.has_number()
            && mark.value.undisclosed > 0
            && chart.request.kind != ChartKind::PromisedAgainstArrived
        {
            painter.circle_stroke(
                pos2(self.x(0.0).x + 6.0, low.y),
                4.0,
                Stroke::new(1.2, theme.text_weak),
            );
            end.x = self.x(0.0).x + 12.0;
        }
        let mut text = if mark.value.is_nothing() {
            String::new()
        } else {
            words::value(chart, &mark.value, ctx.texts)
        };
        if let Some(fulfilment) = &mark.fulfilment {
            let ratio = fulfilment
                .arrived
                .iter()
                .find(|(total, _)| total.stage() == chart.request.stage);
            if let Some((_, Some(ratio))) = ratio {
                text = format!("{} · {text}", crate::text::numbers::ratio(ratio, ctx.texts));
            }
            for total in &fulfilment.promised {
                let promise =
                    crate::text::numbers::bounds_short(total.bounds(), total.unit(), ctx.texts);
                let of = ctx
                    .texts
                    .with("chart-of-promise", &[("sum", promise.into())]);
                text = if text.is_empty() {
                    of
                } else {
                    format!("{text} {of}")
                };
            }
        }
        painter.text(
            pos2(end.x + 6.0, end.y),
            Align2::LEFT_CENTER,
            text,
            font,
            theme.text_weak,
        );
    }
}

/// Thin lines over an estimated part.
fn hatch(ui: &Ui, rect: Rect, color: Color32) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment(
            [pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())],
            Stroke::new(1.0, color),
        );
        x += 6.0;
    }
}

/// Shows the tree under a mark, and its party.
fn choose(ctx: &mut PaneCtx<'_>, mark: &ChartMark) {
    if let Some((party, _)) = &mark.party
        && ctx.place.party.as_ref() != Some(party)
    {
        ctx.act(Action::SelectParty(party.clone()));
    }
    ctx.explain(&mark.derivation);
}

/// Lets the chart take the focus, and with it the arrow keys. None: it has no focus; else whether
/// the mark changed.
pub(super) fn focus_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    chart: &Chart,
    at: &mut Option<usize>,
) -> Option<bool> {
    let id = ui.scope_id().with("chart-focus");
    let response = ui.interact(ui.max_rect(), id, Sense::empty() | Sense::FOCUSABLE);
    let name = words::title(ctx, chart);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::List, true, &name));
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    let focused = ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, filter);
        memory.has_focus(id)
    });
    if !focused {
        return None;
    }
    let last = chart.marks.len().checked_sub(1)?;
    let (step, enter) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
        let forward = pressed(Key::ArrowDown) || pressed(Key::ArrowRight);
        let back = pressed(Key::ArrowUp) || pressed(Key::ArrowLeft);
        (i32::from(forward) - i32::from(back), pressed(Key::Enter))
    });
    let before = *at;
    *at = Some(match (*at, step) {
        (None, _) => 0,
        (Some(here), 1) => (here + 1).min(last),
        (Some(here), -1) => here.saturating_sub(1),
        (Some(here), _) => here.min(last),
    });
    if enter && let Some(mark) = at.and_then(|at| chart.marks.get(at)) {
        choose(ctx, mark);
    }
    Some(before != *at)
}
