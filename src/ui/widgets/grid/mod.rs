//! A large table: rows of one height of which only those in view are laid out, columns that can be
//! made wider and of which the first stay while the others move, several columns to order by, and a
//! cell that the arrow keys stand on. Rows and cells are in the accessibility tree.
//!
//! Unlike [`Table`](super::table::Table) it asks nothing of rows that are not in view, so that
//! a hundred thousand cost what thirty do; and its cells are texts, laid out without a `Ui` each.

mod cell;
mod header;
mod keys;

use eframe::egui::{
    Align, Id, Modifiers, Rangef, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, pos2,
    vec2,
};

use crate::ui::Theme;
use crate::ui::theme::ROW;

use super::tell;

pub use cell::{Cell, Look};
pub use keys::{GridKeys, Reach};

/// Room at both sides of a cell's text.
const PAD: f32 = 6.0;
/// A column cannot be made narrower than this.
pub const NARROWEST: f32 = 40.0;
/// Nor wider.
pub const WIDEST: f32 = 900.0;
/// How high the header is.
const HEADER: f32 = 28.0;

/// A column.
#[derive(Clone, Debug)]
pub struct GridColumn {
    /// What stands over it.
    pub title: String,
    /// How wide it is, in points.
    pub width: f32,
    /// Where its texts stand.
    pub align: Align,
    /// Its place in the order, from one, and whether the greatest comes first.
    pub sorted: Option<(usize, bool)>,
    /// Whether it narrows the rows.
    pub narrows: bool,
    /// What its button for narrowing is called.
    pub narrow_name: String,
}

/// The cell that the keys stand on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GridState {
    /// Its row; none: the keys were not in the table yet.
    pub at: Option<usize>,
    /// Its column.
    pub column: usize,
    /// Whether it is to be brought into view.
    pub reveal: bool,
    /// Whether the table is to take the focus.
    pub wants_focus: bool,
}

/// A cell that was clicked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GridClick {
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// Whether the words themselves were hit.
    pub on_text: bool,
    /// Whether it was the second of two clicks.
    pub twice: bool,
    /// What was held.
    pub modifiers: Modifiers,
}

/// What was asked for in a frame.
#[derive(Default)]
pub struct GridAsked {
    /// A cell was clicked.
    pub click: Option<GridClick>,
    /// A column is to be ordered by, in place of the others or beside them.
    pub sort: Option<(usize, bool)>,
    /// A column is to be so wide; none: as wide as usual.
    pub width: Option<(usize, Option<f32>)>,
    /// The buttons for narrowing, by column, for what they open.
    pub openers: Vec<(usize, Response)>,
    /// What was pressed.
    pub keys: GridKeys,
}

/// A large table.
pub struct Grid<'a> {
    /// What it shows, for a screen reader; also what tells its scroll position from other tables'.
    pub name: &'a str,
    /// Its columns, in order.
    pub columns: &'a [GridColumn],
    /// How many of them stay while the others move.
    pub frozen: usize,
    /// How many rows.
    pub rows: usize,
    /// The colours.
    pub theme: &'static Theme,
    /// Whether Escape is the table's own now.
    pub holds_escape: bool,
}

/// Where everything stands in a frame.
struct Places {
    /// Left and right of each column, from the left of the first.
    spans: Vec<Rangef>,
    /// How wide the columns that stay are together.
    frozen: f32,
}

impl Places {
    /// Where a column stands on the screen, and the part of the screen that it can be seen in.
    fn column(&self, index: usize, is_frozen: bool, view: Rect, offset: f32) -> (Rangef, Rangef) {
        let span = self.spans.get(index).copied().unwrap_or(Rangef::NOTHING);
        if is_frozen {
            let place = Rangef::new(view.left() + span.min, view.left() + span.max);
            return (place, view.x_range());
        }
        let left = view.left() - offset;
        let place = Rangef::new(left + span.min, left + span.max);
        (place, Rangef::new(view.left() + self.frozen, view.right()))
    }
}

impl Grid<'_> {
    /// Paints it into the room that is there. `chosen` tells which rows are, `cell` what stands in
    /// a row and a column.
    pub fn ui(
        &self,
        ui: &mut Ui,
        state: &mut GridState,
        chosen: impl Fn(usize) -> bool,
        mut cell: impl FnMut(usize, usize) -> Cell,
    ) -> GridAsked {
        let places = self.places();
        let mut asked = GridAsked::default();
        let room = ui.available_rect_before_wrap();
        let builder = UiBuilder::new()
            .id_salt(("grid", self.name))
            .max_rect(room)
            .sense(Sense::FOCUSABLE)
            .accessibility_role(Role::Grid)
            .accessibility_label(self.name);
        let id = ui.scope_builder(builder, |ui| {
            let id = ui.unique_id();
            if std::mem::take(&mut state.wants_focus) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let (top, _) = ui.allocate_exact_size(vec2(room.width(), HEADER), Sense::HOVER);
            let page = ((ui.available_height() / ROW) - 2.0).max(1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a screen has few rows, and at least one"
            )]
            let page = page as usize;
            asked.keys = self.keys(ui, id, page, state);
            let body = ScrollArea::both()
                .id_salt("cells")
                .auto_shrink([false, false])
                .animated(false)
                .show_viewport(ui, |ui, viewport| {
                    let lent = (&chosen, &mut cell);
                    let here = self.rows_ui(ui, viewport, &places, state, lent, &mut asked);
                    (here, viewport.left())
                });
            let (here, offset) = body.inner;
            let view = Rect::from_x_y_ranges(body.inner_rect.x_range(), top.y_range());
            self.header_ui(ui, view, offset, &places, &mut asked);
            self.frozen_edge_ui(ui, body.inner_rect.union(view), offset, &places);
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_row_count(self.rows);
                node.set_column_count(self.columns.len());
                node.set_multiselectable();
                match here {
                    Some(cell) => node.set_active_descendant(cell.accesskit_id()),
                    None => node.clear_active_descendant(),
                }
            });
            tell::place(ui, room, |_| {});
            id
        });
        if let Some(click) = asked.click {
            // After the scope: when that ends it is told of the click, which was not on itself, and
            // lets go of the focus.
            ui.memory_mut(|memory| memory.request_focus(id.inner));
            state.at = Some(click.row);
            state.column = click.column;
        }
        state.reveal = false;
        asked
    }

    fn places(&self) -> Places {
        let mut left = 0.0;
        let spans: Vec<Rangef> = self
            .columns
            .iter()
            .map(|column| {
                let span = Rangef::new(left, left + column.width);
                left = span.max;
                span
            })
            .collect();
        let last = self.frozen.checked_sub(1).and_then(|last| spans.get(last));
        Places {
            frozen: last.map_or(0.0, |span| span.max),
            spans,
        }
    }

    /// The rows in view; the id of the cell that the keys stand on.
    fn rows_ui(
        &self,
        ui: &mut Ui,
        viewport: Rect,
        places: &Places,
        state: &GridState,
        (chosen, cell): (
            &impl Fn(usize) -> bool,
            &mut impl FnMut(usize, usize) -> Cell,
        ),
        asked: &mut GridAsked,
    ) -> Option<Id> {
        let origin = ui.max_rect().min;
        let wide = places.spans.last().map_or(0.0, |span| span.max);
        // Far down a hundred thousand rows a point is less than what a number of this size can
        // tell apart: what is in view is placed from the top of the view.
        let view = Rect::from_min_size(origin + viewport.min.to_vec2(), viewport.size());
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rows are counted in points here, and none stands above the first"
        )]
        let (first, last, high, top) = {
            let first = (viewport.top() / ROW).floor().max(0.0) as usize;
            let last = ((viewport.bottom() / ROW).ceil().max(0.0) as usize).min(self.rows);
            let top = |row: usize| view.top() + (row as f32 * ROW - viewport.top());
            (first, last, self.rows as f32 * ROW, top)
        };
        ui.set_min_size(vec2(wide, high));
        if let Some(row) = state.at.filter(|_| state.reveal) {
            self.reveal(ui, view, viewport.left(), places, top(row), state.column);
        }
        let mut here = None;
        for row in first..last {
            let rect = Rect::from_min_size(pos2(view.left(), top(row)), vec2(view.width(), ROW));
            let is_chosen = chosen(row);
            let line = self.row_ui(ui, rect, row, is_chosen);
            let stands = asked.keys.focused && state.at == Some(row);
            for index in 0..self.columns.len() {
                let is_frozen = index < self.frozen;
                let (x, seen) = places.column(index, is_frozen, view, viewport.left());
                if x.intersection(seen).span() <= 0.0 {
                    continue;
                }
                let place = cell::Place {
                    rect: Rect::from_x_y_ranges(x, rect.y_range()),
                    seen: Rect::from_x_y_ranges(seen, rect.y_range()),
                    row,
                    column: index,
                    stands: stands && state.column == index,
                };
                let (id, click) = self.cell_ui(&line, &place, &cell(row, index));
                asked.click = asked.click.or(click);
                if place.stands {
                    here = Some(id);
                }
            }
        }
        here
    }

    fn row_ui(&self, ui: &mut Ui, rect: Rect, row: usize, is_chosen: bool) -> Ui {
        let builder = UiBuilder::new()
            .id_salt(("row", row))
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let line = ui.new_child(builder);
        tell::place(&line, rect, |node| {
            node.set_row_index(row);
            node.set_selected(is_chosen);
        });
        let under = line.rect_contains_pointer(rect);
        if is_chosen || under {
            let fill = if is_chosen {
                self.theme.chosen.gamma_multiply(0.7)
            } else {
                self.theme.hover.gamma_multiply(0.7)
            };
            line.painter().rect_filled(rect, 0.0, fill);
        }
        let line_at = rect.bottom() - 0.5;
        let hairline = self.theme.hairline();
        line.painter().hline(rect.x_range(), line_at, hairline);
        line
    }

    /// Brings a cell into view; one of a column that stays is in view from side to side.
    fn reveal(&self, ui: &Ui, view: Rect, offset: f32, places: &Places, top: f32, column: usize) {
        let y = Rangef::new(top, top + ROW);
        let x = if column < self.frozen {
            Rangef::point(view.center().x)
        } else {
            let (x, _) = places.column(column, false, view, offset);
            Rangef::new(x.min - places.frozen, x.max)
        };
        ui.scroll_to_rect(Rect::from_x_y_ranges(x, y), None);
    }

    /// A line at the right of the columns that stay, while others are hidden under them.
    fn frozen_edge_ui(&self, ui: &Ui, view: Rect, offset: f32, places: &Places) {
        if self.frozen > 0 && offset > 0.5 {
            let x = view.left() + places.frozen;
            let line = eframe::egui::Stroke::new(1.0, self.theme.line_strong);
            ui.painter().vline(x, view.y_range(), line);
        }
    }
}
