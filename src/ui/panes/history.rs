//! What was done to the document, newest on top: each row is the state after a step. A click or
//! Enter makes the document as it was then.

use eframe::egui::{
    self, Align2, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use crate::edit::{History, Label, words};
use crate::session::{Revision, Session};
use crate::text::fields;
use crate::ui::theme::{HALF, UNIT, body_font, small_font, strong_font};
use crate::ui::widgets::walk::walk;
use crate::ui::words::fitting;
use crate::ui::{Action, PaneCtx, icons};

/// Height of a row: two lines.
const ROW: f32 = 38.0;
/// Width of the mark at the left.
const MARK: f32 = 18.0;

/// What was done to the document.
#[derive(Default)]
pub struct HistoryPane {
    /// The row that the keys stand on, from the top.
    at: Option<usize>,
    /// The state that was shown last, to bring the row of another one into view.
    shown: Option<Revision>,
}

/// A state of the document as a row.
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
struct State {
    /// After how many steps it comes.
    after: usize,
    /// What the step did, to which record.
    name: String,
    /// Which field, and the record's id.
    detail: String,
    newest: bool,
    now: bool,
    saved: bool,
    undone: bool,
}

impl HistoryPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, session: &Session) {
        let history = session.history();
        let steps = history.done() + history.undone();
        if steps == 0 {
            self.at = None;
            ui.label(ctx.theme.weak(ctx.texts.get("history-empty")));
            return;
        }
        let id = ui.make_persistent_id("history");
        focus_ui(ui, ctx, id);
        // The newest state stands on top, the one before the first step at the bottom.
        let walked = walk(ui, id, steps + 1, &mut self.at);
        let now = steps - history.done();
        let mut reveal = walked.moved.then_some(self.at).flatten();
        if self.shown != Some(session.revision()) {
            self.shown = Some(session.revision());
            self.at = Some(now);
            reveal = Some(now);
        }
        if let Some(row) = walked.chosen {
            ctx.act(Action::Jump(steps.saturating_sub(row)));
        }
        let builder = UiBuilder::new().accessibility_parent(id);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .auto_shrink([false, false])
                .show_viewport(ui, |ui, viewport| {
                    let (area, width) = (ui.max_rect(), ui.available_width());
                    let place = |row: usize| {
                        let top = area.top() + ROW * rows_f32(row);
                        Rect::from_min_size(pos2(area.left(), top), vec2(width, ROW))
                    };
                    ui.set_height(ROW * rows_f32(steps + 1));
                    if let Some(row) = reveal {
                        let still = egui::style::ScrollAnimation::none();
                        ui.scroll_to_rect_animation(place(row), None, still);
                    }
                    for row in (0..=steps).filter(|row| {
                        let top = ROW * rows_f32(*row);
                        top < viewport.max.y && top + ROW > viewport.min.y
                    }) {
                        let state = state(ctx, session, steps - row);
                        let stood_on = walked.focused && self.at == Some(row);
                        if row_ui(ui, ctx, id.with(row), place(row), &state, stood_on) {
                            self.at = Some(row);
                            ui.memory_mut(|memory| memory.request_focus(id));
                            ctx.act(Action::Jump(state.after));
                        }
                    }
                });
        });
    }
}

/// The list itself: takes the focus, and with it the arrow keys.
fn focus_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, id: Id) {
    let area = ui.available_rect_before_wrap();
    let response = ui.interact(area, id, Sense::empty() | Sense::FOCUSABLE);
    let name = ctx.texts.get("history-name");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListBox, true, &name));
}

/// The state after so many steps.
fn state(ctx: &PaneCtx<'_>, session: &Session, after: usize) -> State {
    let (history, texts) = (session.history(), ctx.texts);
    let step = after.checked_sub(1).and_then(|at| history.steps().nth(at));
    let (name, detail) = match step {
        Some(step) => {
            let whole = Label {
                path: None,
                ..step.label.clone()
            };
            let name = words::named(&whole, session.dataset(), texts);
            (sentence(&name), detail(&step.label, ctx))
        }
        None if begins_with_the_file(history) => (texts.get("history-begin-opened"), String::new()),
        None => (texts.get("history-begin"), String::new()),
    };
    State {
        after,
        name,
        detail,
        newest: after == history.done() + history.undone(),
        now: after == history.done(),
        saved: history.saved_position() == Some(after),
        undone: after > history.done(),
    }
}

/// Whether the state before the first step is one that was opened, and not one that earlier steps,
/// no longer kept, had led to.
fn begins_with_the_file(history: &History) -> bool {
    history.done() + history.undone() < History::KEPT
}

/// Which field a step changed, and the id of its record where it is one.
fn detail(label: &Label, ctx: &PaneCtx<'_>) -> String {
    let path = label.path.as_ref().filter(|path| !path.is_empty());
    let field = path.map(|path| fields::path(label.key.kind.key(), &path.to_string(), ctx.texts));
    let id = Some(label.key.id.clone()).filter(|id| label.count == 1 && !id.is_empty());
    let parts: Vec<String> = field.into_iter().chain(id).collect();
    parts.join(" · ")
}

/// A name at the beginning of a line.
fn sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn rows_f32(rows: usize) -> f32 {
    f32::from(u16::try_from(rows).unwrap_or(u16::MAX))
}

/// Paints a row; whether it was clicked.
fn row_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    id: Id,
    rect: Rect,
    state: &State,
    stood_on: bool,
) -> bool {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let response = ui.interact(rect, id, Sense::CLICK);
    let marks: Vec<String> = [
        (state.now, texts.get("history-now")),
        (state.saved, texts.get("history-saved")),
        (state.undone, texts.get("history-undone")),
    ]
    .into_iter()
    .filter_map(|(holds, word)| holds.then_some(word))
    .collect();
    let told = [state.name.clone(), state.detail.clone()].into_iter();
    let told: Vec<String> = told.filter(|part| !part.is_empty()).collect();
    response.widget_info(|| {
        let label = [told.clone(), marks.clone()].concat().join(", ");
        egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, label)
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(state.now));
    let painter = ui.painter();
    let ground = rect.shrink2(vec2(0.0, 0.5));
    if state.now {
        painter.rect_filled(ground, 4, theme.chosen);
    } else if response.hovered() {
        painter.rect_filled(ground, 4, theme.hover);
    }
    if stood_on {
        let ring = Stroke::new(1.5, theme.accent);
        painter.rect_stroke(ground, 4, ring, StrokeKind::Inside);
    }
    paint_mark(ui, ctx, rect, state);
    let color = if state.undone {
        theme.text_faint
    } else {
        theme.text
    };
    let font = if state.now {
        strong_font()
    } else {
        body_font()
    };
    let saved = if state.saved { 20.0 } else { 0.0 };
    let left = rect.left() + MARK + HALF;
    let width = rect.right() - UNIT - saved - left;
    let name = fitting(ui, &state.name, &font, width);
    let detail = fitting(ui, &state.detail, &small_font(), width);
    let painter = ui.painter();
    let lines = if detail.is_empty() { 19.0 } else { 12.0 };
    let at = |y: f32| pos2(left, rect.top() + y);
    painter.text(at(lines), Align2::LEFT_CENTER, name, font, color);
    let weak = if state.undone {
        theme.text_faint
    } else {
        theme.text_weak
    };
    painter.text(at(27.0), Align2::LEFT_CENTER, detail, small_font(), weak);
    if state.saved {
        let at = pos2(rect.right() - UNIT, rect.center().y);
        let icon = icons::SAVE;
        painter.text(at, Align2::RIGHT_CENTER, icon, body_font(), theme.text_weak);
    }
    let clicked = response.clicked();
    response.on_hover_ui(|ui| {
        for line in &told {
            ui.label(line);
        }
        let marks = marks.join(", ");
        if !marks.is_empty() {
            ui.label(theme.weak(marks));
        }
        if !state.now {
            ui.label(theme.weak(texts.get("history-tip")));
        }
    });
    clicked
}

/// The mark at the left of a row: states on a line, the present one filled.
fn paint_mark(ui: &Ui, ctx: &PaneCtx<'_>, rect: Rect, state: &State) {
    let (painter, theme) = (ui.painter(), ctx.theme);
    let centre = pos2(rect.left() + UNIT + 2.0, rect.center().y);
    let line = Stroke::new(1.0, theme.line_strong);
    if !state.newest {
        painter.vline(centre.x, rect.top()..=centre.y - 5.0, line);
    }
    if state.after > 0 {
        painter.vline(centre.x, centre.y + 5.0..=rect.bottom(), line);
    }
    if state.now {
        painter.circle_filled(centre, 4.5, theme.accent);
    } else {
        painter.circle_stroke(centre, 3.5, Stroke::new(1.5, theme.text_faint));
    }
}
