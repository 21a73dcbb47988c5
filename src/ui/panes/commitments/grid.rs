//! The matrix itself: heads that stay, cells that scroll under them, one stop of the Tab key.

use eframe::egui::{
    self, Align2, CornerRadius, Id, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, vec2,
};

use crate::model::PartyId;
use crate::text::words;
use crate::ui::PaneCtx;
use crate::ui::theme::{HALF, small_font};
use crate::ui::widgets::{promise, tell};
use crate::views::{Matrix, MatrixCell, MatrixOrder, MatrixRow, Promise};

use super::frame::{Frame, count};
use super::keys::{At, Press, Pressed, Spot, pressed};
use super::{told, tops};

/// What the matrix keeps between frames.
#[derive(Default)]
pub(super) struct Grid {
    /// The head that the keys stand on; none: they stand on the cell that is shown.
    pub(super) head: Option<Spot>,
    /// How far the cells are scrolled.
    offset: Vec2,
    /// Whether what the keys stand on is to be brought into view.
    pub(super) reveal: bool,
}

/// What the matrix is painted with.
pub(super) struct Page<'a> {
    pub(super) matrix: &'a Matrix,
    /// The height that there is without the texts of a cell.
    pub(super) height: f32,
    /// The cell that is shown.
    pub(super) cell: Option<Spot>,
    /// Who is chosen for reading side by side.
    pub(super) chosen: &'a [PartyId],
    pub(super) order: MatrixOrder,
}

/// What was asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Asked {
    /// To stand on something: a cell is shown.
    Stand(Spot),
    /// To open it: the record, the party, the order.
    Open(Spot),
    /// To choose a party for reading side by side, or no longer.
    Choose(PartyId),
    /// To put away what is shown of a cell.
    Close,
    /// To copy the matrix.
    Copy,
}

/// Where things are painted in this frame.
pub(super) struct View<'a> {
    pub(super) frame: &'a Frame,
    pub(super) page: &'a Page<'a>,
    /// Where the cells are seen.
    pub(super) room: Rect,
    /// Where the first cell would begin.
    pub(super) origin: Pos2,
    /// What the pointer is on.
    pub(super) under: Option<At>,
    /// What the keys stand on.
    pub(super) at: Option<At>,
    /// Whether the keys are heard.
    pub(super) focused: bool,
    /// Whether a screen reader listens.
    heard: bool,
    /// The matrix among the widgets.
    pub(super) id: Id,
}

impl View<'_> {
    /// Where a row is seen, over the whole width.
    pub(super) fn row(&self, row: usize) -> Rect {
        let top = self.origin.y + self.frame.line * count(row);
        Rect::from_x_y_ranges(
            self.room.left() - self.frame.head..=self.room.right(),
            top..=top + self.frame.line,
        )
    }

    /// Where a column is seen, over the whole height.
    pub(super) fn column(&self, column: usize) -> Rect {
        let left = self.origin.x + self.frame.left(column);
        Rect::from_x_y_ranges(
            left..=left + self.frame.pitch,
            self.room.top() - self.frame.top..=self.room.bottom(),
        )
    }
}

impl Grid {
    /// Paints it into the room that is there.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, page: &Page<'_>) -> Option<Asked> {
        let frame = Frame::of(ui, ctx, page.matrix, page.height);
        // Not the id of a `Ui`: that changes, and with it the focus goes, when the texts of a cell come
        // to stand before the matrix.
        let id = Id::unique("commitments-matrix");
        let whole = ui.available_rect_before_wrap();
        let response = ui.interact(whole, id, Sense::empty() | Sense::FOCUSABLE);
        if ctx.page_focus {
            response.request_focus();
        }
        let name = ctx.texts.get("matrix-name");
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &name));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(page.matrix.rows.len() + 1);
            node.set_column_count(page.matrix.columns.len() + 1);
        });
        let builder = UiBuilder::new().id_salt("matrix").accessibility_parent(id);
        ui.scope_builder(builder, |ui| self.inner_ui(ui, ctx, page, &frame, id))
            .inner
    }

    fn inner_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &PaneCtx<'_>,
        page: &Page<'_>,
        frame: &Frame,
        id: Id,
    ) -> Option<Asked> {
        let whole = ui.available_rect_before_wrap();
        let spot = self.head.as_ref().or(page.cell.as_ref());
        let at = spot.and_then(|spot| spot.at(page.matrix));
        let keys = pressed(ui, id, page.matrix, at, page.cell.is_some());
        let mut asked = self.follow(page, at, keys);
        let room = self.scroll_ui(ui, frame, whole, keys.to.or(at));
        let view = View {
            frame,
            page,
            room,
            origin: room.min - self.offset,
            under: under(ui, frame, page.matrix, room, room.min - self.offset),
            at,
            focused: keys.focused,
            heard: ui.ctx().accesskit_node_builder(id, |_| ()).is_some(),
            id,
        };
        paint_bands(ui, ctx, &view);
        tops::corner_ui(ui, ctx, &view);
        asked = tops::tops_ui(ui, ctx, &view).or(asked);
        asked = cells_ui(ui, &view).or(asked);
        for (index, row) in page.matrix.rows.iter().enumerate() {
            let place = view.row(index);
            if place.bottom() > room.top() && place.top() < room.bottom() {
                asked = row_ui(ui, ctx, &view, index, row).or(asked);
            }
        }
        paint_edges(ui, ctx, &view);
        ui.allocate_rect(whole, Sense::empty());
        if matches!(asked, Some(Asked::Stand(_) | Asked::Choose(_))) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        asked
    }

    /// What the keys ask for.
    fn follow(&mut self, page: &Page<'_>, at: Option<At>, keys: Pressed) -> Option<Asked> {
        if let Some(to) = keys.to {
            self.reveal = true;
            return Spot::of(page.matrix, to).map(Asked::Stand);
        }
        let here = at.and_then(|at| Spot::of(page.matrix, at));
        match (keys.press?, here) {
            (Press::Copy, _) => Some(Asked::Copy),
            (Press::Escape, _) => Some(Asked::Close),
            (Press::Enter, spot) => spot.map(Asked::Open),
            (Press::Space, Some(Spot::Party(party) | Spot::Cell(party, _))) => {
                Some(Asked::Choose(party))
            }
            (Press::Space, _) => None,
        }
    }

    /// Scrolls, and tells where the cells are seen.
    fn scroll_ui(&mut self, ui: &mut Ui, frame: &Frame, whole: Rect, at: Option<At>) -> Rect {
        let room = Rect::from_min_max(whole.min + vec2(frame.head, frame.top), whole.max);
        let mut inner = ui.new_child(UiBuilder::new().id_salt("cells").max_rect(room));
        let mut area = ScrollArea::both().auto_shrink(false);
        if self.reveal
            && let Some((row, column)) = at
        {
            let seen = Rect::from_min_size(self.offset.to_pos2(), room.size());
            let cell = frame.cell(row.saturating_sub(1), column.saturating_sub(1));
            area = area.scroll_offset(brought_into(seen.shrink(8.0), cell, self.offset));
            self.reveal = false;
        }
        let shown = area.show(&mut inner, |ui| ui.allocate_space(frame.cells));
        self.offset = shown.state.clamped_offset();
        let seen = frame.cells.min(shown.inner_rect.size());
        Rect::from_min_size(room.min, seen)
    }
}

/// The offset at which a cell is in view, as near to `offset` as can be.
fn brought_into(seen: Rect, cell: Rect, offset: Vec2) -> Vec2 {
    let moved = |from: f32, to: f32, low: f32, high: f32| {
        if low < from {
            low - from
        } else {
            (high - to).max(0.0)
        }
    };
    let x = moved(seen.left(), seen.right(), cell.left(), cell.right());
    let y = moved(seen.top(), seen.bottom(), cell.top(), cell.bottom());
    (offset + vec2(x, y)).max(Vec2::ZERO)
}

/// Row and column that the pointer is on, heads included.
fn under(ui: &Ui, frame: &Frame, matrix: &Matrix, room: Rect, origin: Pos2) -> Option<At> {
    let whole = Rect::from_min_max(room.min - vec2(frame.head, frame.top), room.max);
    if !ui.rect_contains_pointer(whole) {
        return None;
    }
    let pointer = ui.ctx().pointer_hover_pos()?;
    let row = (0..matrix.rows.len()).find(|row| {
        let top = origin.y + frame.line * count(*row);
        pointer.y >= room.top() && pointer.y >= top && pointer.y < top + frame.line
    });
    let column = (0..matrix.columns.len()).find(|column| {
        let left = origin.x + frame.left(*column);
        pointer.x >= room.left() && pointer.x >= left && pointer.x < left + frame.pitch
    });
    Some((row.map_or(0, |row| row + 1), column.map_or(0, |at| at + 1)))
}

/// The ground of the row and the column that the pointer is on, and of those of the cell shown.
fn paint_bands(ui: &Ui, ctx: &PaneCtx<'_>, view: &View<'_>) {
    let room = view.room;
    let painter = ui.painter();
    let rows = Rect::everything_above(room.bottom()).intersect(Rect::everything_below(room.top()));
    let columns = Rect::everything_right_of(room.left());
    let columns = columns.intersect(Rect::everything_left_of(room.right()));
    let chosen = ctx.theme.chosen.gamma_multiply(0.6);
    for (at, color) in [(view.under, ctx.theme.hover), (view.at, chosen)] {
        let Some((row, column)) = at else { continue };
        if let Some(row) = row.checked_sub(1) {
            let painter = painter.with_clip_rect(rows.intersect(painter.clip_rect()));
            painter.rect_filled(view.row(row), CornerRadius::same(3), color);
        }
        if let Some(column) = column.checked_sub(1) {
            let painter = painter.with_clip_rect(columns.intersect(painter.clip_rect()));
            painter.rect_filled(view.column(column), CornerRadius::same(3), color);
        }
    }
}

/// The lines between heads and cells.
fn paint_edges(ui: &Ui, ctx: &PaneCtx<'_>, view: &View<'_>) {
    let (room, line) = (view.room, ctx.theme.hairline());
    let painter = ui.painter();
    painter.hline(
        room.left() - view.frame.head..=room.right(),
        room.top() - 0.5,
        line,
    );
    let top = room.top() - view.frame.top;
    painter.vline(room.left() - 0.5, top..=room.bottom(), line);
}

/// All cells as one thing to click: hundreds of widgets in each frame would cost more than all
/// that is painted. Only what a screen reader or the pointer is told has a widget of its own.
fn cells_ui(ui: &Ui, view: &View<'_>) -> Option<Asked> {
    let response = ui.interact(view.room, view.id.with("cells"), Sense::CLICK);
    let spot = view.under.and_then(|at| Spot::of(view.page.matrix, at))?;
    if response.double_clicked() {
        Some(Asked::Open(spot))
    } else {
        response.clicked().then_some(Asked::Stand(spot))
    }
}

fn row_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    view: &View<'_>,
    index: usize,
    row: &MatrixRow,
) -> Option<Asked> {
    let place = view.row(index);
    let builder = UiBuilder::new()
        .id_salt(("row", row.party.as_str()))
        .max_rect(place)
        .accessibility_role(Role::Row);
    let mut line = ui.new_child(builder);
    tell::place(&line, place, |node| node.set_row_index(index + 1));
    let clip = line.clip_rect();
    let heads = Rect::from_x_y_ranges(place.left()..=view.room.left(), view.room.y_range());
    line.set_clip_rect(clip.intersect(heads));
    let mut asked = head_ui(&mut line, ctx, view, index, row);
    line.set_clip_rect(clip.intersect(view.room));
    for (column, cell) in row.cells.iter().enumerate() {
        let rect = view
            .frame
            .cell(index, column)
            .translate(view.origin.to_vec2());
        if rect.right() > view.room.left() && rect.left() < view.room.right() {
            asked = cell_ui(&line, ctx, view, (index, column), rect, (row, cell)).or(asked);
        }
    }
    asked
}

/// A party's name, with the tick that chooses it and the count of its areas.
fn head_ui(
    line: &mut Ui,
    ctx: &PaneCtx<'_>,
    view: &View<'_>,
    index: usize,
    row: &MatrixRow,
) -> Option<Asked> {
    let place = view.row(index);
    let name = ctx.name(&row.name);
    let mut asked = tops::tick_ui(line, ctx, view, place, row);
    let rect = place
        .with_min_x(place.left() + super::frame::TICK)
        .with_max_x(view.room.left());
    let id = view.id.with(("party", row.party.as_str()));
    let response = line.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, told::row(ctx, row)));
    line.ctx()
        .accesskit_node_builder(id, |node| node.set_column_index(0));
    let painter = line.painter();
    let color = if response.hovered() {
        ctx.theme.accent
    } else {
        ctx.theme.text
    };
    let shown = crate::ui::words::fitting(line, name, &view.frame.font, view.frame.name);
    let middle = rect.left_center();
    painter.text(
        middle,
        Align2::LEFT_CENTER,
        shown,
        view.frame.font.clone(),
        color,
    );
    let areas = match row.areas() {
        0 => "–".to_owned(),
        areas => areas.to_string(),
    };
    let end = rect.right_center() - vec2(HALF + 2.0, 0.0);
    painter.text(
        end,
        Align2::RIGHT_CENTER,
        areas,
        small_font(),
        ctx.theme.text_weak,
    );
    ring_ui(line, ctx, view, (index + 1, 0), rect, id);
    if response.hovered() {
        line.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if response.clicked() {
        // As in lists elsewhere, the key that adds to a choice does so here.
        let adds = line.input(|input| input.modifiers.command);
        asked = Some(if adds {
            Asked::Choose(row.party.clone())
        } else {
            Asked::Open(Spot::Party(row.party.clone()))
        });
    }
    response.on_hover_ui(|ui| told::row_tip_ui(ui, ctx, row));
    asked
}

fn cell_ui(
    line: &Ui,
    ctx: &PaneCtx<'_>,
    view: &View<'_>,
    (index, column): (usize, usize),
    rect: Rect,
    (row, cell): (&MatrixRow, &MatrixCell),
) -> Option<Asked> {
    let area = view.page.matrix.columns.get(column)?.area;
    promise::paint(line.painter(), rect, cell.promise, ctx.theme);
    let at = Some((index + 1, column + 1));
    let is_here = view.at == at;
    if !(view.heard || is_here || view.under == at) {
        return None;
    }
    let id = view.id.with((row.party.as_str(), area.key()));
    let response = line.interact(rect, id, Sense::CLICK);
    response.widget_info(|| {
        let label = told::cell(ctx, row, area, cell);
        WidgetInfo::labeled(Role::Cell, true, label)
    });
    line.ctx().accesskit_node_builder(id, |node| {
        node.set_column_index(column + 1);
        node.set_selected(is_here);
    });
    ring_ui(line, ctx, view, (index + 1, column + 1), rect, id);
    if response.hovered() && cell.promise != Promise::Nothing {
        line.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    let clicked = response.clicked();
    let twice = response.double_clicked();
    response.on_hover_ui(|ui| {
        ui.label(crate::ui::theme::strong(format!(
            "{} · {}",
            ctx.name(&row.name),
            words::area(area, ctx.texts)
        )));
        told::cell_tip_ui(ui, ctx, cell);
    });
    let spot = || Spot::Cell(row.party.clone(), area);
    if twice {
        Some(Asked::Open(spot()))
    } else {
        clicked.then(|| Asked::Stand(spot()))
    }
}

/// A ring round what the keys stand on, which is also what a screen reader is told to read.
pub(super) fn ring_ui(ui: &Ui, ctx: &PaneCtx<'_>, view: &View<'_>, at: At, rect: Rect, id: Id) {
    if view.at != Some(at) {
        return;
    }
    let color = if view.focused {
        ctx.theme.accent
    } else {
        ctx.theme.text_faint
    };
    let ring = Stroke::new(1.5, color);
    ui.painter()
        .rect_stroke(rect, CornerRadius::same(3), ring, StrokeKind::Inside);
    ui.ctx().accesskit_node_builder(view.id, |node| {
        node.set_active_descendant(id.accesskit_id());
    });
}
