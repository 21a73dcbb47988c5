//! Horizontal bars: ranked sums, per cent of GDP, and promises with what arrived of them.

use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextStyle, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_plot::{Bar, BarChart, PlotPoint, PlotTransform};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::ledger::Bounds;
use crate::ui::PaneCtx;
use crate::ui::theme::strong;
use crate::ui::widgets::bar::reach;
use crate::ui::widgets::walk::walk;
use crate::ui::words::fitting;
use crate::views::{Chart, ChartKind, ChartMark};

use super::{choose, still, words};

/// Height of one bar with its room.
const STEP: f32 = 21.0;
/// Room between a bar's end and its value.
const BESIDE: f32 = 6.0;
/// The least part of the width in which bars are drawn, however long their values are.
const LEAST: f32 = 0.35;

/// What stands beside each bar, made once for a chart.
pub(super) struct Labels {
    /// Names, then values.
    of: Vec<(String, String)>,
}

impl Labels {
    pub(super) fn new(ctx: &PaneCtx<'_>, chart: &Chart) -> Self {
        let label = |mark: &ChartMark| (words::name(ctx, mark), words::label(ctx, chart, mark));
        Self {
            of: chart.marks.iter().map(label).collect(),
        }
    }
}

fn width(ui: &Ui, text: &str, style: &TextStyle) -> f32 {
    let font = style.resolve(ui.style());
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    galley.size().x
}

/// The value at the right edge, so that every bar has room for what stands at its end.
fn scale(ui: &Ui, chart: &Chart, labels: &Labels, wide: f32) -> f64 {
    let ends = chart
        .marks
        .iter()
        .zip(&labels.of)
        .map(|(mark, (_, label))| {
            let room = width(ui, label, &TextStyle::Small) + 2.0 * BESIDE + 12.0;
            let bar = (wide - room).max(wide * LEAST);
            float(reach(&mark.value).max(promise(mark))) * f64::from(wide / bar.max(1.0))
        });
    ends.fold(1e-9, f64::max)
}

/// Paints the bars into the room that is there; more than fit are scrolled.
pub(super) fn bars_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    chart: &Chart,
    labels: &Labels,
    at: &mut Option<usize>,
) {
    marks_ui(ui, &words::title(ctx, chart), |ui| {
        let walked = walk(ui, ui.unique_id(), chart.marks.len(), at);
        if let Some(mark) = walked.chosen.and_then(|at| chart.marks.get(at)) {
            choose(ctx, mark);
        }
        let names = names_width(ui, labels);
        ScrollArea::vertical()
            .id_salt("bars")
            .auto_shrink(false)
            .show(ui, |ui| {
                let height = STEP * float_of(chart.marks.len()) + 4.0;
                let size = vec2(ui.available_width() - 8.0, height);
                let (rect, _) = ui.allocate_exact_size(size, Sense::HOVER);
                let bars = Rect::from_min_max(pos2(rect.left() + names, rect.top()), rect.max);
                let mut child = ui.new_child(UiBuilder::new().max_rect(bars).id_salt("plot"));
                let most = scale(ui, chart, labels, bars.width());
                let transform = plot_ui(&mut child, ctx, chart, bars.height(), most);
                for (index, (mark, (name, label))) in chart.marks.iter().zip(&labels.of).enumerate()
                {
                    let row = Row {
                        index,
                        rect: Rect::from_min_size(
                            pos2(rect.left(), row_top(rect, index)),
                            vec2(rect.width(), STEP),
                        ),
                        names,
                        name,
                        label,
                        color: color(ctx, chart, mark),
                        focused: walked.focused && *at == Some(index),
                        transform: &transform,
                    };
                    if walked.moved && row.focused {
                        ui.scroll_to_rect(row.rect, None);
                    }
                    row.ui(ui, ctx, chart, mark, at);
                }
            });
    });
}

/// A list of marks in the accessibility tree, which takes the focus as a whole.
pub(super) fn marks_ui(ui: &mut Ui, name: &str, fill: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new()
        .id_salt("marks")
        .sense(Sense::FOCUSABLE)
        .accessibility_role(Role::List)
        .accessibility_label(name);
    ui.scope_builder(builder, fill);
}

/// As wide as the longest name needs, but no more than a third of the chart.
fn names_width(ui: &Ui, labels: &Labels) -> f32 {
    let wide = labels
        .of
        .iter()
        .map(|(name, _)| width(ui, name, &TextStyle::Body));
    let widest = wide.fold(0.0, f32::max);
    (widest + 14.0).min(ui.available_width() * 0.34)
}

/// The party that is shown in the detail has the accent, where colours tell no aid type.
fn color(ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) -> Color32 {
    if chart.request.aid_type.is_none() && is_selected(ctx, mark) {
        return ctx.theme.accent;
    }
    ctx.theme.aid_or_all(chart.request.aid_type)
}

fn is_selected(ctx: &PaneCtx<'_>, mark: &ChartMark) -> bool {
    let party = mark.party.as_ref().map(|(id, _)| id);
    party.is_some() && party == ctx.place.party.as_ref()
}

fn float_of(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn row_top(rect: Rect, index: usize) -> f32 {
    rect.top() + 2.0 + STEP * float_of(index)
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// The greatest promise beside a mark.
fn promise(mark: &ChartMark) -> Decimal {
    let promised = mark.fulfilment.iter().flat_map(|f| &f.promised);
    let reached = promised.map(|total| reach(total.bounds()));
    reached.max().unwrap_or_default()
}

fn plot_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, chart: &Chart, height: f32, most: f64) -> PlotTransform {
    let theme = ctx.theme;
    let (mut solid, mut light, mut outline) = (Vec::new(), Vec::new(), Vec::new());
    for (index, mark) in chart.marks.iter().enumerate() {
        let y = f64::from(u32::try_from(index).unwrap_or(u32::MAX));
        let color = color(ctx, chart, mark);
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
    let bars = |bars: Vec<Bar>| BarChart::new("", bars).horizontal().allow_hover(false);
    let response = still("bars", height, ([0.0, most], [-0.5, rows - 0.5]))
        .show_axes(false)
        // Each bar has its value at its end: the one line that is needed is zero.
        .show_grid(false)
        .show_x(false)
        .show_y(false)
        .sense(Sense::HOVER)
        .invert_y(true)
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
    /// Width of the names.
    names: f32,
    /// Its name and what stands at its end.
    name: &'a str,
    label: &'a str,
    color: Color32,
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
        response.widget_info(|| {
            let told = words::told(ctx, chart, mark).join("; ");
            WidgetInfo::labeled(Role::ListItem, true, told)
        });
        let selected = is_selected(ctx, mark);
        if response.clicked() {
            *at = Some(self.index);
            choose(ctx, mark);
        }
        if !ui.is_rect_visible(self.rect) {
            return;
        }
        let painter = ui.painter();
        if response.hovered() {
            let ground = Rect::from_x_y_ranges(
                self.rect.left()..=self.rect.left() + self.names - 4.0,
                self.rect.y_range(),
            );
            painter.rect_filled(ground, 3, theme.hover);
        }
        if self.focused {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(self.rect, CornerRadius::same(3), ring, StrokeKind::Inside);
        }
        let body = TextStyle::Body.resolve(ui.style());
        let small = TextStyle::Small.resolve(ui.style());
        let name = fitting(ui, self.name, &body, self.names - 12.0);
        let color = if selected { theme.accent } else { theme.text };
        let middle = self.rect.center().y;
        painter.text(
            pos2(self.rect.left() + self.names - 8.0, middle),
            Align2::RIGHT_CENTER,
            name,
            body,
            color,
        );
        self.value_ui(ui, ctx, chart, mark, small);
        hover_ui(response, ctx, chart, mark);
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
        let color = self.color;
        let zero = self.x(0.0).x;
        painter.vline(
            zero,
            self.rect.y_range(),
            Stroke::new(1.0, theme.line_strong),
        );
        let mut end = self.x(float(reach(&mark.value).max(promise(mark))));
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
        painter.text(
            pos2(end.x + BESIDE, end.y),
            Align2::LEFT_CENTER,
            self.label,
            font,
            theme.text_weak,
        );
    }
}

/// What a mark says under the pointer: exact value, what it rests on, figures with rate and source.
pub(super) fn hover_ui(response: Response, ctx: &PaneCtx<'_>, chart: &Chart, mark: &ChartMark) {
    response.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        for (index, line) in words::told(ctx, chart, mark).into_iter().enumerate() {
            ui.label(if index == 0 {
                strong(line)
            } else {
                ctx.theme.weak(line)
            });
        }
    });
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
