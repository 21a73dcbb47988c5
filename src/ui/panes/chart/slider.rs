//! The day as known on, as a slider over the days of the dataset, with the signings marked on it.

use std::sync::Arc;

use eframe::egui::{
    self, Align2, CornerRadius, EventFilter, Key, Modifiers, Rect, Response, Role, Sense, Stroke,
    Ui, accesskit, pos2, vec2,
};
use jiff::civil::Date;

use crate::ledger::Assumptions;
use crate::text::dates;
use crate::ui::theme::small_font;
use crate::ui::{Action, PaneCtx};
use crate::views::Cutoffs;

/// How high the slider is.
pub(super) const HIGH: f32 = 30.0;
/// Room for the day at the right.
const DAY: f32 = 92.0;

/// What it keeps between frames.
#[derive(Default)]
pub(super) struct Slider {
    /// The day that is being dragged to; it is set where the pointer lets go.
    dragged: Option<Date>,
}

fn days_between(from: Date, to: Date) -> f32 {
    let days = to.since(from).map_or(0, |span| span.get_days());
    f32::from(i16::try_from(days).unwrap_or(i16::MAX))
}

/// The track of the slider: days as places.
struct Track {
    rect: Rect,
    first: Date,
    last: Date,
}

impl Track {
    fn x(&self, day: Date) -> f32 {
        let part = days_between(self.first, day) / days_between(self.first, self.last).max(1.0);
        self.rect.left() + part.clamp(0.0, 1.0) * self.rect.width()
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a place on the screen is a whole day"
    )]
    fn day(&self, x: f32) -> Date {
        let part = ((x - self.rect.left()) / self.rect.width().max(1.0)).clamp(0.0, 1.0);
        let days = (part * days_between(self.first, self.last)).round() as i64;
        let span = jiff::Span::new().days(days);
        self.first.checked_add(span).unwrap_or(self.last)
    }
}

impl Slider {
    /// Paints it, and asks for the cut-off that was chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let cutoffs = Arc::clone(ctx.cutoffs());
        let Some((first, last)) = cutoffs.days else {
            return;
        };
        let own = Assumptions::of(ctx.ledger.dataset()).cutoff;
        let now = ctx.ledger.assumptions().cutoff.unwrap_or(last);
        let name = ctx.texts.get("chart-slider");
        let width = ui.available_width();
        ui.horizontal(|ui| {
            let label = ui.label(ctx.theme.small(&name));
            let left = label.rect.width() + 18.0;
            let size = vec2((width - left - DAY - 8.0).max(60.0), HIGH - 8.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
            let track = Track {
                rect: rect.shrink2(vec2(6.0, 0.0)),
                first,
                last,
            };
            let chosen = self.asked(ui, &response, &track, &cutoffs, now);
            let shown = self.dragged.unwrap_or(now);
            paint(ui, ctx, &track, &cutoffs, shown, response.has_focus());
            tell(
                ui,
                &response,
                &track,
                shown,
                (&name, &dates::day(shown, ctx.texts)),
            );
            hover(&response, ctx, &track, &cutoffs);
            let place = pos2(rect.right() + 8.0, rect.center().y);
            let text = dates::day(shown, ctx.texts);
            let painter = ui.painter();
            painter.text(
                place,
                Align2::LEFT_CENTER,
                text,
                small_font(),
                ctx.theme.text,
            );
            if let Some(day) = chosen.filter(|day| *day != now) {
                let mut assumptions = ctx.ledger.assumptions().clone();
                // At its end stands what the dataset itself is known on.
                assumptions.cutoff = if day >= last { own } else { Some(day) };
                ctx.act(Action::Assume(Box::new(assumptions)));
            }
        });
    }

    /// The day that was chosen now by pointer or key.
    fn asked(
        &mut self,
        ui: &Ui,
        response: &Response,
        track: &Track,
        cutoffs: &Cutoffs,
        now: Date,
    ) -> Option<Date> {
        if response.clicked() || response.dragged() {
            response.request_focus();
        }
        if let Some(at) = response.interact_pointer_pos() {
            self.dragged = Some(snapped(track, cutoffs, at.x));
        }
        if response.drag_stopped() || response.clicked() {
            return self.dragged.take();
        }
        if !response.dragged() && !response.is_pointer_button_down_on() {
            self.dragged = None;
        }
        let signed = || cutoffs.signed.iter().map(|(day, _)| *day);
        let later = || signed().find(|day| *day > now).unwrap_or(track.last);
        let earlier = || signed().rfind(|day| *day < now).unwrap_or(track.first);
        let asks =
            |action| ui.input(|input| input.has_accesskit_action_request(response.id, action));
        if asks(accesskit::Action::Increment) {
            return Some(later());
        }
        if asks(accesskit::Action::Decrement) {
            return Some(earlier());
        }
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let month = jiff::Span::new().months(1);
        if pressed(Key::ArrowRight) || pressed(Key::ArrowUp) {
            return Some(later());
        }
        if pressed(Key::ArrowLeft) || pressed(Key::ArrowDown) {
            return Some(earlier());
        }
        if pressed(Key::PageUp) {
            return now.checked_add(month).ok().map(|day| day.min(track.last));
        }
        if pressed(Key::PageDown) {
            return now.checked_sub(month).ok().map(|day| day.max(track.first));
        }
        if pressed(Key::Home) {
            return Some(track.first);
        }
        pressed(Key::End).then_some(track.last)
    }
}

/// The day at a place; near a signing, that one.
fn snapped(track: &Track, cutoffs: &Cutoffs, x: f32) -> Date {
    let day = track.day(x);
    let near = |signed: &Date| (track.x(*signed) - x).abs();
    let signed = cutoffs.signed.iter().map(|(day, _)| *day);
    let nearest = signed.min_by(|a, b| near(a).total_cmp(&near(b)));
    nearest.filter(|signed| near(signed) < 3.0).unwrap_or(day)
}

fn paint(ui: &Ui, ctx: &PaneCtx<'_>, track: &Track, cutoffs: &Cutoffs, shown: Date, focused: bool) {
    let theme = ctx.theme;
    let painter = ui.painter();
    let y = track.rect.center().y + 3.0;
    let thumb = track.x(shown);
    let whole = track.rect.x_range();
    painter.hline(whole, y, Stroke::new(2.0, theme.line_strong));
    painter.hline(whole.min..=thumb, y, Stroke::new(2.0, theme.accent));
    for (day, _) in &cutoffs.signed {
        let x = track.x(*day);
        let color = if *day <= shown {
            theme.accent
        } else {
            theme.text_faint
        };
        painter.vline(x, (y - 8.0)..=(y - 3.0), Stroke::new(1.0, color));
    }
    let rect = Rect::from_center_size(pos2(thumb, y), vec2(10.0, 14.0));
    let line = if focused {
        theme.accent
    } else {
        theme.line_strong
    };
    painter.rect_filled(rect, CornerRadius::same(4), theme.raised);
    let stroke = Stroke::new(if focused { 2.0 } else { 1.0 }, line);
    painter.rect_stroke(
        rect,
        CornerRadius::same(4),
        stroke,
        egui::StrokeKind::Inside,
    );
}

fn tell(ui: &Ui, response: &Response, track: &Track, shown: Date, (name, day): (&str, &str)) {
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Slider, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(day);
        node.set_numeric_value(f64::from(days_between(track.first, shown)));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(f64::from(days_between(track.first, track.last)));
        node.set_orientation(accesskit::Orientation::Horizontal);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
}

/// The signings under the pointer.
fn hover(response: &Response, ctx: &PaneCtx<'_>, track: &Track, cutoffs: &Cutoffs) {
    let Some(at) = response.hover_pos() else {
        return;
    };
    let day = snapped(track, cutoffs, at.x);
    let dataset = ctx.ledger.dataset();
    let signed = cutoffs.signed.iter().find(|(signed, _)| *signed == day);
    let names: Vec<&str> = signed
        .iter()
        .flat_map(|(_, agreements)| agreements)
        .filter_map(|id| dataset.agreements.get(id))
        .filter_map(|agreement| dataset.parties.get(&agreement.party))
        .map(|party| ctx.name(&party.name))
        .collect();
    let mut text = dates::day(day, ctx.texts);
    if !names.is_empty() {
        let args = [("date", text.into()), ("parties", names.join(", ").into())];
        text = ctx.texts.with("chart-slider-signed", &args);
    }
    response.clone().on_hover_text_at_pointer(text);
}
