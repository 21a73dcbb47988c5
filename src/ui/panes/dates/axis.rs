//! The line of time: a lane a party, with its agreement from signing to end and a mark for each day.
//! By mouse: wheel over the lanes, drag and Ctrl+wheel along the time. By keyboard: arrows walk the
//! marks, `+`, `-` and `0` change the scale, Shift+← → moves along the time, Enter opens.

use eframe::egui::{
    self, Event, EventFilter, Id, Key, Modifiers, Rangef, Rect, Role, ScrollArea, Sense, Stroke,
    Ui, UiBuilder, pos2, vec2,
};

use crate::ui::widgets::button;
use crate::ui::{PaneCtx, icons};
use crate::views::DateRow;

use super::lanes::{Lanes, Mark, float};
use super::paint::{LaneRow, Scale, years_ui};
use super::{Page, open};

/// Height of a lane.
pub(super) const LANE: f32 = 19.0;
/// Height of the years above the lanes.
pub(super) const HEAD: f32 = 32.0;
/// The closest scale: so many days over the whole width.
const CLOSEST: f32 = 60.0;

/// The line of time.
#[derive(Default)]
pub(super) struct Axis {
    lanes: Option<Lanes>,
    /// The time that is shown, in days from today; none: all.
    shown: Option<Rangef>,
    /// The lane and the mark in it that the arrow keys stand on.
    at: Option<(usize, usize)>,
}

impl Axis {
    /// How high all lanes are.
    pub(super) fn height(&mut self, page: &Page<'_>, ctx: &PaneCtx<'_>) -> f32 {
        HEAD + LANE * float(self.lanes(ctx, page).all.len()) + 10.0
    }

    fn lanes(&mut self, ctx: &PaneCtx<'_>, page: &Page<'_>) -> &Lanes {
        let made = self.lanes.take().filter(|lanes| lanes.is_of(ctx, page));
        if made.is_none() {
            self.at = None;
        }
        self.lanes
            .insert(made.unwrap_or_else(|| Lanes::new(ctx, page)))
    }

    /// Larger, smaller, all.
    pub(super) fn buttons_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let Some(whole) = self.lanes.as_ref().map(|lanes| lanes.whole) else {
            return;
        };
        let all = texts.get("dates-axis-all");
        if button::icon_ui(ui, theme, icons::FULL_SIZE, &all).clicked() {
            self.shown = None;
        }
        let out = texts.get("dates-axis-out");
        if button::icon_ui(ui, theme, icons::ZOOM_OUT, &out).clicked() {
            self.zoom(whole, 1.5, None);
        }
        let closer = texts.get("dates-axis-in");
        if button::icon_ui(ui, theme, icons::ZOOM_IN, &closer).clicked() {
            self.zoom(whole, 1.0 / 1.5, None);
        }
    }

    /// Shows so many times as much time, around a day; none: around the middle.
    fn zoom(&mut self, whole: Rangef, by: f32, around: Option<f32>) {
        let shown = self.shown.unwrap_or(whole);
        let around = around.unwrap_or(shown.center());
        let span = (shown.span() * by).clamp(CLOSEST, whole.span());
        let part = (around - shown.min) / shown.span().max(1.0);
        let from = around - part * span;
        self.show(whole, Rangef::new(from, from + span));
    }

    /// Shows a time, held within the whole.
    fn show(&mut self, whole: Rangef, wanted: Rangef) {
        let span = wanted.span().clamp(CLOSEST, whole.span());
        let from = wanted.min.clamp(whole.min, whole.max - span);
        self.shown = (span < whole.span()).then_some(Rangef::new(from, from + span));
    }

    /// Paints it into the room that is there.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        self.lanes(ctx, page);
        let Some(lanes) = self.lanes.take() else {
            return;
        };
        let name = ctx.texts.get("dates-axis-name");
        let builder = UiBuilder::new()
            .id_salt("axis")
            .sense(Sense::FOCUSABLE)
            .accessibility_role(Role::List)
            .accessibility_label(&name);
        ui.scope_builder(builder, |ui| {
            let id = ui.unique_id();
            let room = ui.available_rect_before_wrap();
            let walked = self.keys(ui, ctx, page, &lanes, id);
            let x = Rangef::new(room.left() + lanes.names, room.right() - 14.0);
            let field = Rect::from_x_y_ranges(x, room.y_range());
            self.mouse(ui, &lanes, field, id);
            let scale = Scale {
                shown: self.shown.unwrap_or(lanes.whole),
                x,
            };
            let rooms = Rect::from_min_max(pos2(room.left(), room.top() + HEAD), room.max);
            years_ui(ui, ctx, &scale, room);
            ui.scope_builder(UiBuilder::new().max_rect(rooms), |ui| {
                self.lanes_ui(ui, ctx, page, &lanes, &scale, walked);
            });
            if ui.memory(|memory| memory.has_focus(id)) && self.at.is_none() {
                let ring = Stroke::new(1.5, ctx.theme.accent);
                ui.painter()
                    .rect_stroke(room, 3.0, ring, egui::StrokeKind::Inside);
            }
        });
        self.lanes = Some(lanes);
    }

    fn lanes_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        page: &Page<'_>,
        lanes: &Lanes,
        scale: &Scale,
        walked: Walked,
    ) {
        ScrollArea::vertical()
            .id_salt("lanes")
            .auto_shrink(false)
            .show_viewport(ui, |ui, viewport| {
                ui.set_height(LANE * float(lanes.all.len()));
                let (left, top) = (ui.max_rect().left(), ui.max_rect().top());
                let wide = vec2(ui.max_rect().width(), LANE);
                for (index, lane) in lanes.all.iter().enumerate() {
                    let y = LANE * float(index);
                    let rect = Rect::from_min_size(pos2(left, top + y), wide);
                    let at = self.at.filter(|at| at.0 == index).map(|at| at.1);
                    if walked.moved && at.is_some() {
                        ui.scroll_to_rect(rect, None);
                    }
                    if y + LANE < viewport.top() || y > viewport.bottom() {
                        continue;
                    }
                    let row = LaneRow {
                        lane,
                        index,
                        rect,
                        names: lanes.names,
                        at: at.filter(|_| walked.focused),
                    };
                    if let Some(mark) = row.ui(ui, ctx, page, scale) {
                        self.at = Some((index, mark));
                    }
                }
            });
    }

    /// What the keys do while the line has the focus.
    fn keys(
        &mut self,
        ui: &Ui,
        ctx: &mut PaneCtx<'_>,
        page: &Page<'_>,
        lanes: &Lanes,
        id: Id,
    ) -> Walked {
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
            return Walked::default();
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let shown = self.shown.unwrap_or(lanes.whole);
        let quarter = shown.span() / 4.0;
        for (key, way) in [(Key::ArrowLeft, -quarter), (Key::ArrowRight, quarter)] {
            if pressed(Modifiers::SHIFT, key) {
                let there = Rangef::new(shown.min + way, shown.max + way);
                self.show(lanes.whole, there);
            }
        }
        let around = self.mark(lanes).map(|mark| mark.day);
        for (signs, by) in [(["+", "="], 1.0 / 1.5), (["-", "−"], 1.5)] {
            let typed = |event: &Event| match event {
                Event::Text(text) => signs.contains(&text.as_str()),
                _ => false,
            };
            if ui.input(|input| input.events.iter().any(typed)) {
                self.zoom(lanes.whole, by, around);
            }
        }
        if ui.input(|input| input.events.contains(&Event::Text("0".to_owned()))) {
            self.shown = None;
        }
        let before = self.at;
        let steps = [
            (Key::ArrowRight, Step::Mark(1)),
            (Key::ArrowLeft, Step::Mark(-1)),
            (Key::ArrowDown, Step::Lane(1)),
            (Key::ArrowUp, Step::Lane(-1)),
            (Key::Home, Step::Mark(isize::MIN)),
            (Key::End, Step::Mark(isize::MAX)),
        ];
        for (key, step) in steps {
            if pressed(Modifiers::NONE, key) {
                self.at = next(lanes, self.at, step);
            }
        }
        if pressed(Modifiers::NONE, Key::Enter)
            && let Some(row) = self.row(lanes, page)
        {
            open(ctx, row);
        }
        let moved = self.at != before;
        if moved && let Some(day) = self.mark(lanes).map(|mark| mark.day) {
            let shown = self.shown.unwrap_or(lanes.whole);
            if !shown.contains(day) {
                let half = shown.span() / 2.0;
                self.show(lanes.whole, Rangef::new(day - half, day + half));
            }
        }
        Walked { focused, moved }
    }

    fn mark<'a>(&self, lanes: &'a Lanes) -> Option<&'a Mark> {
        let (lane, mark) = self.at?;
        lanes.all.get(lane)?.marks.get(mark)
    }

    fn row<'a>(&self, lanes: &Lanes, page: &'a Page<'_>) -> Option<&'a DateRow> {
        page.index.at(*self.mark(lanes)?.rows.first()?)
    }

    /// Dragging moves along the time; the wheel with Ctrl, or two fingers, change the scale.
    fn mouse(&mut self, ui: &Ui, lanes: &Lanes, field: Rect, id: Id) {
        let drag = ui.interact(field, id.with("drag"), Sense::DRAG);
        let scale = Scale {
            shown: self.shown.unwrap_or(lanes.whole),
            x: field.x_range(),
        };
        if drag.dragged() {
            let by = -drag.drag_delta().x / scale.points_a_day().max(f32::EPSILON);
            let shown = Rangef::new(scale.shown.min + by, scale.shown.max + by);
            self.show(lanes.whole, shown);
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        let Some(pointer) = ui.ctx().pointer_hover_pos() else {
            return;
        };
        if !field.contains(pointer) || !ui.rect_contains_pointer(field) {
            return;
        }
        let (zoom, aside) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta().x));
        if (zoom - 1.0).abs() > 0.001 {
            self.zoom(lanes.whole, 1.0 / zoom, Some(scale.day(pointer.x)));
        } else if aside.abs() > 0.1 {
            let by = -aside / scale.points_a_day().max(f32::EPSILON);
            let shown = Rangef::new(scale.shown.min + by, scale.shown.max + by);
            self.show(lanes.whole, shown);
        }
    }
}

/// What the keys did.
#[derive(Clone, Copy, Default)]
struct Walked {
    focused: bool,
    moved: bool,
}

/// A step over the marks.
#[derive(Clone, Copy)]
enum Step {
    /// So many marks on in the lane.
    Mark(isize),
    /// So many lanes on, to the mark that is nearest in time.
    Lane(isize),
}

fn next(lanes: &Lanes, at: Option<(usize, usize)>, step: Step) -> Option<(usize, usize)> {
    let end = lanes.all.len().checked_sub(1)?;
    let Some((lane, mark)) = at else {
        // The first step stands on what comes next.
        let marks = &lanes.all.first()?.marks;
        let coming = marks.iter().position(|mark| mark.day >= 0.0);
        return Some((0, coming.unwrap_or(0)));
    };
    match step {
        Step::Mark(by) => {
            let last = lanes.all.get(lane)?.marks.len().checked_sub(1)?;
            Some((lane, mark.saturating_add_signed(by).min(last)))
        }
        Step::Lane(by) => {
            let day = lanes.all.get(lane)?.marks.get(mark)?.day;
            let lane = lane.saturating_add_signed(by).min(end);
            let marks = lanes.all.get(lane)?.marks.iter().enumerate();
            let far = |mark: &Mark| (mark.day - day).abs();
            let nearest = marks.min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
            nearest.map(|(mark, _)| (lane, mark))
        }
    }
}
