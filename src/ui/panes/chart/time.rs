//! Over time: packages cumulated by the day of their announcement, running totals as points.

use eframe::egui::{self, Sense, Ui, vec2};
use egui_plot::{AxisHints, HoverPosition, MarkerShape, Plot, PlotPoint, PlotPoints, Points};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::text::numbers;
use crate::ui::PaneCtx;
use crate::views::{Chart, ChartMark, ChartUnit};

use super::bars::focus_ui;
use super::words;

/// The day from which the axis counts.
const EPOCH: Date = Date::constant(2022, 1, 1);

fn x(day: Date) -> f64 {
    f64::from(day.since(EPOCH).map_or(0, |span| span.get_days()))
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn point(mark: &ChartMark) -> [f64; 2] {
    [mark.date.map_or(0.0, x), float(mark.value.low)]
}

/// What the marks span, with a little room: days, then values from zero.
fn bounds(marks: &[ChartMark]) -> ([f64; 2], f64) {
    let points = marks.iter().map(point);
    let (mut from, mut to, mut most) = (f64::MAX, f64::MIN, 1.0_f64);
    for [x, y] in points {
        from = from.min(x);
        to = to.max(x);
        most = most.max(y);
    }
    let room = ((to - from) * 0.03).max(10.0);
    ([from - room, to + room], most * 1.08)
}

pub(super) fn time_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart, at: &mut Option<usize>) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let focused = focus_ui(ui, ctx, chart, at).is_some();
    let color = theme.aid_or_all(chart.request.aid_type);
    let (points, packages): (Vec<&ChartMark>, Vec<&ChartMark>) =
        chart.marks.iter().partition(|mark| mark.running_total);
    let ([from, to], most) = bounds(&chart.marks);
    let totals: Vec<[f64; 2]> = points.iter().map(|mark| point(mark)).collect();
    let currency = match chart.unit {
        ChartUnit::Currency(currency) => currency,
        ChartUnit::PercentOfGdp => ctx.ledger.assumptions().currency,
    };
    let tick = move |value: f64| {
        Decimal::try_from(value).map_or_else(
            |_| String::new(),
            |value| numbers::money_short(value, currency, texts),
        )
    };
    let height = ui.available_height();
    let plot = Plot::new("time")
        .height(height)
        .show_background(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_drag(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .sense(Sense::CLICK)
        .show_crosshair(false)
        .set_margin_fraction(vec2(0.0, 0.0))
        .default_x_bounds(from, to)
        .default_y_bounds(0.0, most)
        .reset()
        .grid_color(theme.line)
        .custom_y_axes(vec![
            AxisHints::new_y()
                .formatter(move |mark, _| tick(mark.value))
                .min_thickness(64.0),
        ])
        .custom_x_axes(vec![
            AxisHints::new_x().formatter(|mark, _| year_at(mark.value)),
        ])
        .x_grid_spacer(|input| {
            let (from, to) = input.bounds;
            let years = (2022..=2040_i16).map(|year| x(Date::constant(year, 1, 1)));
            years
                .filter(|at| (from..=to).contains(at))
                .map(|value| egui_plot::GridMark {
                    value,
                    step_size: 365.0,
                })
                .collect()
        })
        .label_formatter(|_: &HoverPosition<'_>| None);
    let shown = plot.show(ui, |plot| {
        let dots = Points::new("", PlotPoints::from(totals))
            .shape(MarkerShape::Diamond)
            .radius(4.5);
        plot.points(dots.color(theme.accent).filled(true).allow_hover(false));
    });
    let screen = |mark: &ChartMark| {
        let [x, y] = point(mark);
        shown.transform.position_from_point(&PlotPoint::new(x, y))
    };
    let stroke = egui::Stroke::new(2.0, color);
    let painter = ui.painter().with_clip_rect(*shown.transform.frame());
    let mut ground = shown
        .transform
        .position_from_point(&PlotPoint::new(from, 0.0));
    for mark in &packages {
        let place = screen(mark);
        painter.hline(ground.x..=place.x, ground.y, stroke);
        painter.vline(place.x, place.y..=ground.y, stroke);
        ground = place;
    }
    let end = shown
        .transform
        .position_from_point(&PlotPoint::new(to, 0.0));
    painter.hline(ground.x..=end.x, ground.y, stroke);
    for (index, mark) in chart.marks.iter().enumerate() {
        let rect = egui::Rect::from_center_size(screen(mark), vec2(10.0, 10.0));
        let id = ui.scope_id().with(("mark", index));
        let response = ui.interact(rect, id, Sense::CLICK);
        let told = words::told(ctx, chart, mark);
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListItem, true, told.join("; ")));
        if response.clicked() {
            *at = Some(index);
            ctx.explain(&mark.derivation);
        }
        if response.hovered() || focused && *at == Some(index) {
            ui.painter()
                .circle_stroke(rect.center(), 6.0, egui::Stroke::new(1.5, theme.accent));
        }
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
}

/// The year that begins at a place of the axis.
fn year_at(value: f64) -> String {
    let days = value.round().to_i64().unwrap_or(0);
    let day = EPOCH.checked_add(jiff::Span::new().days(days));
    day.map_or_else(|_| String::new(), |day| day.year().to_string())
}
