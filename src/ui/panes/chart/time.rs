//! Over time: packages cumulated by the day of their announcement, running totals as points.

use eframe::egui::{self, Align2, Painter, Pos2, Rect, Sense, TextStyle, Ui, vec2};
use egui_plot::{AxisHints, GridMark, HoverPosition, MarkerShape, PlotPoint, PlotPoints, Points};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::model::Year;
use crate::text::{Texts, dates, numbers};
use crate::ui::PaneCtx;
use crate::ui::theme::small_font;
use crate::ui::widgets::walk::walk;
use crate::views::{Chart, ChartMark, ChartUnit, When};

use super::bars::{hover_ui, marks_ui};
use super::{choose, still, words};

/// The day from which the axis counts.
const EPOCH: Date = Date::constant(2022, 1, 1);

fn x(day: Date) -> f64 {
    f64::from(day.since(EPOCH).map_or(0, |span| span.get_days()))
}

fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

fn point(mark: &ChartMark) -> [f64; 2] {
    [
        mark.when.and_then(When::day).map_or(0.0, x),
        float(mark.value.low),
    ]
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
    ([from - room, to + room], most * 1.12)
}

/// Ticks of the time axis: years, or quarters where few years are shown.
fn ticks((from, to): (f64, f64)) -> Vec<GridMark> {
    let months: &[i8] = if to - from > 800.0 {
        &[1]
    } else {
        &[1, 4, 7, 10]
    };
    let days = (2014..=2040_i16).flat_map(|year| {
        months
            .iter()
            .map(move |month| x(Date::constant(year, *month, 1)))
    });
    days.filter(|at| (from..=to).contains(at))
        .map(|value| GridMark {
            value,
            step_size: 365.0,
        })
        .collect()
}

/// The year or month that begins at a place of the axis.
fn tick_name(value: f64, texts: Texts) -> String {
    let days = value.round().to_i64().unwrap_or(0);
    let Ok(day) = EPOCH.checked_add(jiff::Span::new().days(days)) else {
        return String::new();
    };
    if day.month() == 1 {
        return day.year().to_string();
    }
    dates::month(Year::of(day), day.month(), texts)
}

pub(super) fn time_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, chart: &Chart, at: &mut Option<usize>) {
    marks_ui(ui, &words::title(ctx, chart), |ui| {
        let walked = walk(ui, ui.unique_id(), chart.marks.len(), at);
        if let Some(mark) = walked.chosen.and_then(|at| chart.marks.get(at)) {
            choose(ctx, mark);
        }
        plot_ui(ui, ctx, chart, at, walked.focused);
    });
}

fn plot_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    chart: &Chart,
    at: &mut Option<usize>,
    focused: bool,
) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let color = theme.aid_or_all(chart.request.aid_type);
    let (points, packages): (Vec<&ChartMark>, Vec<&ChartMark>) =
        chart.marks.iter().partition(|mark| mark.running_total);
    let ([from, to], most) = bounds(&chart.marks);
    let totals: Vec<[f64; 2]> = points.iter().map(|mark| point(mark)).collect();
    let currency = match chart.unit {
        ChartUnit::Currency(currency) => currency,
        _ => ctx.ledger.assumptions().currency,
    };
    let tick = move |value: f64| {
        Decimal::try_from(value).map_or_else(
            |_| String::new(),
            |value| numbers::money_short(value, currency, texts),
        )
    };
    let small = TextStyle::Small.resolve(ui.style());
    ui.style_mut()
        .text_styles
        .insert(TextStyle::Body, small.clone());
    let height = ui.available_height();
    let plot = still("time", height, ([from, to], [0.0, most]))
        .sense(Sense::CLICK)
        .grid_color(theme.line)
        .custom_y_axes(vec![
            AxisHints::new_y()
                .formatter(move |mark, _| tick(mark.value))
                .min_thickness(64.0),
        ])
        .custom_x_axes(vec![
            AxisHints::new_x().formatter(move |mark, _| tick_name(mark.value, texts)),
        ])
        .x_grid_spacer(|input| ticks(input.bounds))
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
    if let Some(last) = packages.last() {
        let value = words::value(chart, &last.value, texts);
        let at = screen(last) - vec2(4.0, 4.0);
        let color = theme.text_weak;
        let told = painter.text(at, Align2::RIGHT_BOTTOM, value, small.clone(), color);
        labels_ui(&painter, ctx, chart, &points, &screen, told);
    }
    for (index, mark) in chart.marks.iter().enumerate() {
        let rect = egui::Rect::from_center_size(screen(mark), vec2(10.0, 10.0));
        let id = ui.scope_id().with(("mark", index));
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| {
            let told = words::told(ctx, chart, mark).join("; ");
            egui::WidgetInfo::labeled(egui::Role::ListItem, true, told)
        });
        if response.clicked() {
            *at = Some(index);
            choose(ctx, mark);
        }
        if response.hovered() || focused && *at == Some(index) {
            ui.painter()
                .circle_stroke(rect.center(), 6.0, egui::Stroke::new(1.5, theme.accent));
        }
        hover_ui(response, ctx, chart, mark);
    }
}

/// The names of the greatest running totals beside their points, as far as there is room.
fn labels_ui(
    painter: &Painter,
    ctx: &PaneCtx<'_>,
    chart: &Chart,
    points: &[&ChartMark],
    screen: &dyn Fn(&ChartMark) -> Pos2,
    taken: Rect,
) {
    let mut taken = vec![taken];
    let mut greatest: Vec<&ChartMark> = points.to_vec();
    greatest.sort_by_key(|mark| std::cmp::Reverse(mark.value.low));
    for mark in greatest.into_iter().take(6) {
        let value = words::value(chart, &mark.value, ctx.texts);
        let text = match &mark.party {
            Some((_, name)) => format!("{} {value}", ctx.name(name)),
            None => value,
        };
        let galley = painter.layout_no_wrap(text, small_font(), ctx.theme.text_weak);
        let at = screen(mark) + vec2(8.0, -galley.size().y / 2.0);
        let room = Rect::from_min_size(at, galley.size());
        let free = taken.iter().all(|other| !other.intersects(room));
        if free && painter.clip_rect().contains_rect(room) {
            painter.galley(at, galley, ctx.theme.text_weak);
            taken.push(room);
        }
    }
}
