//! How the line of time is painted: years, today, lanes and the signs of their days.

use eframe::egui::{
    Align2, Color32, CursorIcon, FontId, Painter, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke,
    Ui, WidgetInfo, pos2, vec2,
};
use jiff::civil::Date;

use crate::text::dates;
use crate::ui::theme::{small_font, strong};
use crate::ui::words::fitting;
use crate::ui::{Action, PaneCtx, Theme};
use crate::views::{DateKind, Standing};

use super::axis::{HEAD, LANE};
use super::lanes::{Lane, Mark, days};
use super::{Page, go, words};

/// Days in a year, for drawing.
const YEAR: f32 = 365.25;

/// Paints the sign of a kind around a point.
pub(super) fn glyph(painter: &Painter, theme: &Theme, at: Pos2, kind: DateKind, when: Standing) {
    let color = match when {
        Standing::Coming => theme.accent,
        Standing::Past => theme.text_faint,
        Standing::Overdue => theme.warning,
    };
    let line = Stroke::new(1.4, color);
    match kind {
        DateKind::Review => {
            let r = 4.6;
            let points = [vec2(0.0, -r), vec2(r, 0.0), vec2(0.0, r), vec2(-r, 0.0)];
            let points = points.map(|by| at + by).to_vec();
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        DateKind::End => {
            let rect = Rect::from_center_size(at, vec2(7.0, 7.0));
            painter.rect_filled(rect, 1.0, color);
        }
        DateKind::Year => {
            painter.circle_filled(at, 3.4, theme.surface);
            painter.circle_stroke(at, 3.0, line);
        }
        DateKind::LastYear => {
            painter.circle_filled(at, 4.4, theme.surface);
            painter.circle_stroke(at, 4.0, line);
            painter.circle_filled(at, 1.8, color);
        }
    }
}

/// Where time stands on the screen.
pub(super) struct Scale {
    pub(super) shown: Rangef,
    pub(super) x: Rangef,
}

impl Scale {
    pub(super) fn x(&self, day: f32) -> f32 {
        let part = (day - self.shown.min) / self.shown.span().max(1.0);
        self.x.min + part * self.x.span()
    }

    pub(super) fn day(&self, x: f32) -> f32 {
        let part = (x - self.x.min) / self.x.span().max(1.0);
        self.shown.min + part * self.shown.span()
    }

    pub(super) fn points_a_day(&self) -> f32 {
        self.x.span() / self.shown.span().max(1.0)
    }
}

/// The years over the lanes, with hairlines down to the bottom, and today.
pub(super) fn years_ui(ui: &Ui, ctx: &PaneCtx<'_>, scale: &Scale, room: Rect) {
    let theme = ctx.theme;
    let clip = Rect::from_x_y_ranges(scale.x.expand(12.0), room.y_range());
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let year_wide = scale.points_a_day() * YEAR;
    let each: i16 = match year_wide {
        wide if wide >= 46.0 => 1,
        wide if wide >= 23.0 => 2,
        wide if wide >= 9.2 => 5,
        wide if wide >= 4.6 => 10,
        _ => 50,
    };
    let months = year_wide >= 12.0 * 12.0;
    let named = year_wide >= 12.0 * 104.0;
    let first = ctx.today.year().saturating_sub(120);
    for year in (first..=ctx.today.year().saturating_add(120)).filter(|year| year % each == 0) {
        let Ok(begin) = Date::new(year, 1, 1) else {
            continue;
        };
        let x = scale.x(days(ctx.today, begin));
        if x < scale.x.min - year_wide || x > scale.x.max {
            continue;
        }
        let line = Rangef::new(room.top() + 2.0, room.bottom());
        painter.vline(x, line, theme.hairline());
        if !named {
            text(
                &painter,
                theme,
                pos2(x + 4.0, room.top()),
                Rangef::new(scale.x.min - 4.0, room.right()),
                year.to_string(),
            );
        }
        for month in (1..=12).filter(|_| months) {
            let Ok(begin) = Date::new(year, month, 1) else {
                continue;
            };
            let x = scale.x(days(ctx.today, begin));
            let top = room.top() + if named { 2.0 } else { HEAD - 8.0 };
            painter.vline(x, Rangef::new(top, room.top() + HEAD), theme.hairline());
            if named {
                let name = dates::month(crate::model::Year::of(begin), month, ctx.texts);
                text(
                    &painter,
                    theme,
                    pos2(x + 4.0, room.top()),
                    Rangef::new(scale.x.min - 4.0, room.right()),
                    name,
                );
            }
        }
    }
    today_ui(&painter, ctx, scale, room);
    let bottom = room.top() + HEAD - 0.5;
    ui.painter().hline(room.x_range(), bottom, theme.hairline());
}

/// Words above the lanes, where all of them fit.
fn text(painter: &Painter, theme: &Theme, at: Pos2, room: Rangef, text: String) {
    let galley = painter.layout_no_wrap(text, small_font(), theme.text_weak);
    if room.min <= at.x && at.x + galley.size().x <= room.max {
        painter.galley(at, galley, theme.text_weak);
    }
}

/// Today, in a line of its own below the years, so that it is in nobody's way.
fn today_ui(painter: &Painter, ctx: &PaneCtx<'_>, scale: &Scale, room: Rect) {
    let theme = ctx.theme;
    let x = scale.x(0.0);
    let line = Stroke::new(1.5, theme.accent);
    painter.vline(x, Rangef::new(room.top() + 16.0, room.bottom()), line);
    let day = dates::day(ctx.today, ctx.texts);
    let words = ctx.texts.with("dates-axis-today", &[("date", day.into())]);
    let galley = painter.layout_no_wrap(words, small_font(), theme.accent);
    // At the right edge the words stand before the line.
    let fits = x + 5.0 + galley.size().x <= scale.x.max;
    let left = if fits {
        x + 5.0
    } else {
        x - 5.0 - galley.size().x
    };
    let at = pos2(left, room.top() + 15.0);
    // No line of a year runs through the words.
    let ground = Rect::from_min_size(at, galley.size()).expand2(vec2(2.0, 0.0));
    painter.rect_filled(ground, 0, theme.surface);
    painter.galley(at, galley, theme.accent);
}

/// One lane being painted.
pub(super) struct LaneRow<'a> {
    pub(super) lane: &'a Lane,
    pub(super) index: usize,
    pub(super) rect: Rect,
    pub(super) names: f32,
    /// The mark that the keys stand on.
    pub(super) at: Option<usize>,
}

impl LaneRow<'_> {
    /// Paints it. The mark that was clicked.
    pub(super) fn ui(
        &self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        page: &Page<'_>,
        scale: &Scale,
    ) -> Option<usize> {
        let theme = ctx.theme;
        self.name_ui(ui, ctx, page);
        let field = Rect::from_x_y_ranges(scale.x.expand(8.0), self.rect.y_range());
        let painter = ui.painter().with_clip_rect(field.intersect(ui.clip_rect()));
        let y = self.rect.center().y;
        for (from, to) in &self.lane.spans {
            let begin = scale.x(*from);
            let end = to.map_or(scale.x.max + 8.0, |to| scale.x(to));
            let now = scale.x(0.0).clamp(begin.min(end), end);
            painter.hline(begin..=end, y, Stroke::new(3.0, theme.track));
            painter.hline(begin..=now, y, Stroke::new(3.0, theme.line_strong));
            painter.circle_filled(pos2(begin, y), 2.5, theme.text_faint);
        }
        let mut clicked = None;
        let mut last = f32::MIN;
        for (index, mark) in self.lane.marks.iter().enumerate() {
            let x = scale.x(mark.day);
            let here = self.at == Some(index);
            // What would stand on the mark before it is left to the closer scale.
            if !scale.x.expand(4.0).contains(x) || (x - last < 2.0 && !here) {
                continue;
            }
            last = x;
            let Some(row) = mark.rows.first().and_then(|place| page.index.at(*place)) else {
                continue;
            };
            let center = pos2(x, y);
            glyph(&painter, theme, center, row.kind, row.when);
            let place = Rect::from_center_size(center, vec2(12.0, LANE));
            let id = ui.scope_id().with(("mark", self.index, index));
            let response = ui.interact(place, id, Sense::CLICK);
            response.widget_info(|| {
                let told = words::told(row, ctx).join("; ");
                WidgetInfo::labeled(Role::ListItem, true, told)
            });
            if here || response.hovered() {
                painter.circle_stroke(center, 7.0, Stroke::new(1.5, theme.accent));
            }
            if response.clicked() {
                clicked = Some(index);
                go(ctx, row);
            }
            let response = response.on_hover_cursor(CursorIcon::PointingHand);
            if here {
                response.show_tooltip_ui(|ui| told_ui(ui, ctx, page, mark));
            } else {
                response.on_hover_ui(|ui| told_ui(ui, ctx, page, mark));
            }
        }
        clicked
    }

    fn name_ui(&self, ui: &Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let theme = ctx.theme;
        let place = Rect::from_x_y_ranges(
            self.rect.left()..=self.rect.left() + self.names - 8.0,
            self.rect.y_range(),
        );
        let first = self.lane.marks.first().and_then(|mark| mark.rows.first());
        let party = first
            .and_then(|place| page.index.at(*place))
            .map(|row| row.party.clone());
        let response = ui.interact(
            place,
            ui.scope_id().with(("name", self.index)),
            Sense::CLICK,
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &self.lane.name));
        let color = name_color(theme, response.hovered(), party == ctx.place.party);
        let font: FontId = small_font();
        let shown = fitting(ui, &self.lane.name, &font, place.width());
        let at = pos2(place.left(), place.center().y);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, shown, font, color);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked()
            && let Some(party) = party
        {
            ctx.act(Action::SelectParty(party));
        }
    }
}

fn name_color(theme: &Theme, hovered: bool, chosen: bool) -> Color32 {
    if hovered || chosen {
        theme.accent
    } else {
        theme.text
    }
}

/// What falls on the day of a mark.
fn told_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, page: &Page<'_>, mark: &Mark) {
    /// So many are told in full.
    const MANY: usize = 4;
    ui.set_max_width(420.0);
    for (index, place) in mark.rows.iter().take(MANY).enumerate() {
        let Some(row) = page.index.at(*place) else {
            continue;
        };
        if index > 0 {
            ui.separator();
        }
        for (line, words) in words::told(row, ctx).into_iter().enumerate() {
            ui.label(if line == 0 {
                strong(words)
            } else {
                ctx.theme.weak(words)
            });
        }
    }
    let left = mark.rows.len().saturating_sub(MANY);
    if left > 0 {
        let args = [("count", left.into()), ("shown", left.to_string().into())];
        ui.label(ctx.theme.small(ctx.texts.with("dates-and-more", &args)));
    }
}
