//! Several rows at once: chosen with the pointer (Ctrl adds, Shift takes a range) or by the keys
//! (Up and Down, with Shift, Space), and a bar that says what can be done with them.

use std::collections::BTreeSet;

use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{
    Align, Align2, CornerRadius, Event, EventFilter, Id, Key as Press, Layout, Modifiers,
    PointerButton, Popup, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::edit::{Key, paste};
use crate::text::fields;
use crate::ui::edit::Edit;
use crate::ui::theme::{HALF, UNIT, small_font};
use crate::ui::widgets::table::tsv;
use crate::ui::widgets::{button, in_place};
use crate::ui::{Action, PaneCtx, icons};

use super::{culled_ui, line_ui};

/// Height of the bar.
pub(super) const BAR: f32 = 38.0;
/// Where the mark of a row stands in it: under its day or its dots.
const MARK: Rect = Rect::from_min_max(pos2(0.0, 20.0), pos2(18.0, 38.0));

/// Which rows are chosen.
#[derive(Debug, Default)]
pub(super) struct Selection {
    chosen: BTreeSet<Key>,
    /// Where a range begins.
    anchor: Option<Key>,
    /// The row that is to get the focus.
    wanted: Option<Key>,
}

/// The rows of a tab while they are painted.
pub(super) struct Rows<'a> {
    /// Which records they are, in their order.
    pub(super) keys: &'a [Key],
    /// Which are chosen.
    pub(super) selection: &'a mut Selection,
    /// How high they were.
    pub(super) heights: &'a mut Vec<f32>,
    /// The record that is to be brought into view.
    pub(super) reveal: Option<&'a str>,
}

impl Rows<'_> {
    /// Paints the row at this place.
    pub(super) fn row_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        index: usize,
        fill: impl FnOnce(&mut Ui, &mut PaneCtx<'_>, &Key),
    ) {
        let Some(key) = self.keys.get(index) else {
            return;
        };
        let height = self.heights.get(index).copied();
        self.selection.reveal(ui, key, height);
        let wanted = self.reveal == Some(key.id.as_str());
        culled_ui(ui, self.heights, index, wanted, |ui, over| {
            self.selection.row_ui(ui, ctx, self.keys, key, |ui, ctx| {
                in_place::row_ui(ui, ctx, key, over, |ui, ctx| fill(ui, ctx, key));
            });
            line_ui(ui, ctx);
        });
    }
}

impl Selection {
    /// Whether nothing is chosen.
    pub(super) fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Chooses nothing.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The rows are these now: what is gone is not chosen any more.
    pub(super) fn follow(&mut self, keys: &[Key]) {
        self.chosen.retain(|key| keys.contains(key));
    }

    /// The chosen rows, in their order.
    fn in_order(&self, keys: &[Key]) -> Vec<Key> {
        let chosen = keys.iter().filter(|key| self.chosen.contains(key));
        chosen.cloned().collect()
    }

    /// A row was clicked.
    fn click(&mut self, keys: &[Key], key: &Key, modifiers: Modifiers) {
        if modifiers.shift {
            if !modifiers.command {
                self.chosen.clear();
            }
            let range = self.range(keys, key);
            self.chosen.extend(range);
            return;
        }
        self.anchor = Some(key.clone());
        if modifiers.command {
            self.toggle(key);
        } else if self.chosen.len() == 1 && self.chosen.contains(key) {
            self.chosen.clear();
        } else {
            self.chosen = BTreeSet::from([key.clone()]);
        }
    }

    fn toggle(&mut self, key: &Key) {
        if !self.chosen.remove(key) {
            self.chosen.insert(key.clone());
        }
    }

    /// The rows from the anchor to this one.
    fn range(&mut self, keys: &[Key], key: &Key) -> Vec<Key> {
        let at = |key: &Key| keys.iter().position(|known| known == key);
        let anchor = self.anchor.get_or_insert_with(|| key.clone());
        match (at(anchor), at(key)) {
            (Some(a), Some(b)) => keys[a.min(b)..=a.max(b)].to_vec(),
            _ => vec![key.clone()],
        }
    }

    /// The focus goes one row up or down; with Shift the range from the anchor goes with it.
    fn step(&mut self, keys: &[Key], from: &Key, down: bool, shift: bool) {
        let Some(at) = keys.iter().position(|key| key == from) else {
            return;
        };
        let to = if down { at + 1 } else { at.saturating_sub(1) };
        let Some(to) = keys.get(to) else {
            return;
        };
        self.wanted = Some(to.clone());
        if shift {
            self.anchor.get_or_insert_with(|| from.clone());
            self.chosen = self.range(keys, to).into_iter().collect();
        } else {
            self.anchor = Some(to.clone());
        }
    }

    /// The keys that are heard whatever row has the focus: all, none, copy.
    pub(super) fn keys_ui(&mut self, ui: &Ui, ctx: &mut PaneCtx<'_>, keys: &[Key]) {
        let elsewhere = ui.ctx().text_edit_focused()
            || Popup::is_any_open(ui.ctx())
            || ui.memory(|memory| memory.top_modal_layer().is_some());
        if elsewhere {
            return;
        }
        let (all, none, copy) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::COMMAND, Press::A),
                !self.is_empty() && input.consume_key(Modifiers::NONE, Press::Escape),
                input.events.contains(&Event::Copy),
            )
        });
        if all {
            self.chosen = keys.iter().cloned().collect();
        }
        if none {
            self.clear();
        }
        // Words that are marked in the page are what is copied, where there are any.
        let words = ui
            .ctx()
            .with_plugin(|marked: &mut LabelSelectionState| marked.has_selection());
        if copy && words != Some(true) && !self.is_empty() {
            self.copy(ctx, keys);
        }
    }

    /// Brings the row that is to get the focus into view; `height` is that of the row if it is not
    /// laid out.
    pub(super) fn reveal(&self, ui: &mut Ui, key: &Key, height: Option<f32>) {
        if self.wanted.as_ref() == Some(key)
            && let Some(height) = height
        {
            let size = vec2(ui.available_width(), height);
            let place = Rect::from_min_size(ui.cursor().min, size);
            ui.scroll_to_rect(place, None);
        }
    }

    /// Paints a row that can be chosen.
    pub(super) fn row_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        keys: &[Key],
        key: &Key,
        fill: impl FnOnce(&mut Ui, &mut PaneCtx<'_>),
    ) {
        let ground = ui.painter().add(Shape::Noop);
        let rect = ui.scope(|ui| fill(ui, ctx)).response.rect;
        let rect = Rect::from_x_y_ranges(ui.max_rect().x_range(), rect.y_range());
        let chosen = self.chosen.contains(key);
        if chosen {
            let fill = ctx.theme.chosen.gamma_multiply(0.6);
            let ground_rect = rect.expand2(vec2(HALF, 3.0));
            let shape = Shape::rect_filled(ground_rect, CornerRadius::same(4), fill);
            ui.painter().set(ground, shape);
        }
        if let Some(modifiers) = clicked(ui, rect) {
            self.click(keys, key, modifiers);
        }
        self.mark_ui(ui, ctx, keys, key, rect, chosen);
    }

    /// The mark of a row: it takes the focus, and with it the keys.
    fn mark_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        keys: &[Key],
        key: &Key,
        row: Rect,
        chosen: bool,
    ) {
        let theme = ctx.theme;
        let place = MARK.translate(row.min.to_vec2());
        let id = Id::unique(("choose", key));
        let response = ui.interact(place, id, Sense::click());
        let name = ctx
            .texts
            .with("several-choose", &[("id", key.id.as_str().into())]);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, &name));
        if self.wanted.take_if(|wanted| wanted == key).is_some() {
            response.request_focus();
        }
        let focused = response.has_focus();
        if focused {
            ctx.desk.focused_row = Some(key.clone());
            let filter = EventFilter {
                vertical_arrows: true,
                ..EventFilter::default()
            };
            let (down, up, shift) = ui.input_mut(|input| {
                let shift = input.modifiers.shift;
                let down = input.consume_key(Modifiers::NONE, Press::ArrowDown);
                (
                    down,
                    input.consume_key(Modifiers::NONE, Press::ArrowUp),
                    shift,
                )
            });
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            if down || up {
                self.step(keys, key, down, shift);
                ui.ctx().request_repaint();
            }
        }
        if response.clicked() {
            let shift = ui.input(|input| input.modifiers.shift);
            if shift {
                self.click(keys, key, Modifiers::SHIFT | Modifiers::COMMAND);
            } else {
                self.anchor = Some(key.clone());
                self.toggle(key);
            }
        }
        let near = ui.rect_contains_pointer(row);
        if !(chosen || focused || near || !self.is_empty()) {
            return;
        }
        let square = Rect::from_center_size(place.center(), vec2(13.0, 13.0));
        let (fill, line) = if chosen {
            (theme.accent, theme.accent)
        } else {
            (theme.surface, theme.line_strong)
        };
        let radius = CornerRadius::same(3);
        let painter = ui.painter();
        painter.rect_filled(square, radius, fill);
        painter.rect_stroke(square, radius, Stroke::new(1.0, line), StrokeKind::Inside);
        if chosen {
            let centre = square.center();
            let check = icons::CHECK;
            painter.text(
                centre,
                Align2::CENTER_CENTER,
                check,
                small_font(),
                theme.on_accent,
            );
        }
        if focused {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(square.expand(3.0), radius, ring, StrokeKind::Inside);
        }
        response.on_hover_text(ctx.texts.get("several-choose-tip"));
    }

    /// How many rows are chosen, and what can be done with them.
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, keys: &[Key]) {
        let edits = ctx.desk.read_only().is_none();
        let (texts, theme) = (ctx.texts, ctx.theme);
        let chosen = self.in_order(keys);
        let rect = ui.max_rect();
        ui.painter()
            .hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
        ui.add_space(UNIT);
        ui.horizontal(|ui| {
            let kind = chosen.first().map_or("", |key| key.kind.key());
            let count = fields::kinds(kind, chosen.len(), texts);
            ui.label(texts.with("several-chosen", &[("what", count.into())]));
            ui.add_space(UNIT);
            ui.add_enabled_ui(edits, |ui| {
                let verb = |ui: &mut Ui, text: String| {
                    let button = button::button_ui(ui, theme, text);
                    button
                        .on_disabled_hover_text(texts.get("menu-why-read-only"))
                        .clicked()
                };
                if verb(ui, texts.get("several-change")) {
                    ctx.actions.push(Action::ChangeSeveral(chosen.clone()));
                }
                if verb(ui, texts.get("several-duplicate")) {
                    ctx.actions.push(Edit::DuplicateAll(chosen.clone()).into());
                }
                if verb(ui, texts.get("several-delete")) {
                    ctx.actions.push(Edit::Remove(chosen.clone()).into());
                }
            });
            if button::button_ui(ui, theme, texts.get("several-copy")).clicked() {
                self.copy(ctx, keys);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = texts.get("several-clear");
                if button::icon_ui(ui, theme, icons::CLOSE, &name).clicked() {
                    self.clear();
                }
            });
        });
    }

    /// The chosen rows on the clipboard, to be pasted into a sheet.
    fn copy(&self, ctx: &mut PaneCtx<'_>, keys: &[Key]) {
        let rows = paste::copied(ctx.ledger.dataset(), &self.in_order(keys), ctx.texts);
        ctx.act(Action::CopyText(tsv(rows)));
    }
}

/// The keys that were held when a row was clicked, where nothing in it took the click: words do not,
/// links and buttons do.
fn clicked(ui: &Ui, row: Rect) -> Option<Modifiers> {
    let (at, modifiers) = ui.input(|input| {
        let pointer = &input.pointer;
        let once =
            pointer.primary_clicked() && !pointer.button_double_clicked(PointerButton::Primary);
        let at = pointer.interact_pos().filter(|_| once);
        (at, input.modifiers)
    });
    let at = at.filter(|at| row.intersect(ui.clip_rect()).contains(*at))?;
    let here = ui.ctx().layer_id_at(at) == Some(ui.layer_id());
    let taken = ui.ctx().interaction_snapshot(|snapshot| snapshot.clicked);
    let taken = taken.and_then(|id| ui.ctx().read_response(id));
    let by_control = taken.is_some_and(|response| response.sense.contains(Sense::FOCUSABLE));
    (here && !by_control).then_some(modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Kind;

    fn keys() -> Vec<Key> {
        let ids = ["a", "b", "c", "d", "e"];
        ids.iter().map(|id| Key::new(Kind::Aid, id)).collect()
    }

    fn chosen(selection: &Selection) -> String {
        let keys = keys();
        selection
            .in_order(&keys)
            .iter()
            .map(|key| key.id.as_str())
            .collect()
    }

    #[test]
    fn clicks_choose_one_row_add_to_it_or_take_a_range() {
        let (keys, mut selection) = (keys(), Selection::default());
        let both = Modifiers::SHIFT | Modifiers::COMMAND;
        for (row, modifiers, expected) in [
            (1, Modifiers::NONE, "b"),
            (3, Modifiers::NONE, "d"),
            (0, Modifiers::COMMAND, "ad"),
            (2, Modifiers::SHIFT, "abc"),
            (1, Modifiers::SHIFT, "ab"),
            (4, Modifiers::COMMAND, "abe"),
            (3, both, "abde"),
            (4, Modifiers::COMMAND, "abd"),
            (2, Modifiers::NONE, "c"),
            // Once more, and nothing is chosen.
            (2, Modifiers::NONE, ""),
        ] {
            selection.click(&keys, &keys[row], modifiers);
            assert_eq!(chosen(&selection), expected, "{row} {modifiers:?}");
        }
    }

    #[test]
    fn keys_move_the_focus_and_with_shift_the_range() {
        let (keys, mut selection) = (keys(), Selection::default());
        selection.click(&keys, &keys[1], Modifiers::NONE);
        selection.step(&keys, &keys[1], true, true);
        selection.step(&keys, &keys[2], true, true);
        assert_eq!(chosen(&selection), "bcd");
        selection.step(&keys, &keys[3], false, true);
        assert_eq!(chosen(&selection), "bc");
        selection.step(&keys, &keys[2], false, false);
        assert_eq!(
            (chosen(&selection).as_str(), &selection.wanted),
            ("bc", &Some(keys[1].clone()))
        );
        // The ends hold.
        selection.step(&keys, &keys[0], false, false);
        assert_eq!(selection.wanted, Some(keys[0].clone()));
        selection.wanted = None;
        selection.step(&keys, &keys[4], true, false);
        assert_eq!(selection.wanted, None);
        // What is gone is not chosen.
        selection.follow(&keys[2..]);
        assert_eq!(chosen(&selection), "c");
    }
}
