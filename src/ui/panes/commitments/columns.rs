//! The texts of two to four parties side by side: an area after the other, a column a party, and
//! marked what one has and another lacks.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Label, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, pos2,
    vec2,
};

use crate::model::PartyId;
use crate::text::{Lang, dates, words};
use crate::ui::theme::{HALF, UNIT, strong};
use crate::ui::widgets::{button, tell};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{
    COMPARED, Promise, Reading, ReadingCell, ReadingColumn, ReadingRow, ReadingRows,
};

use super::frame::count;
use super::texts::{commitment_ui, empty_ui};
use super::told;

/// A column is so wide at least.
const COLUMN: f32 = 150.0;
/// Room between two columns.
const GAP: f32 = 16.0;
/// Height of the heads.
const HEADS: f32 = 40.0;

/// What is kept between frames.
#[derive(Default)]
pub(super) struct Side {
    /// How high each area was when it was last laid out.
    heights: Vec<f32>,
    heights_of: Option<Made>,
    /// How far it is scrolled.
    offset: Vec2,
}

/// What heights were measured under.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Made {
    reading: usize,
    rows: ReadingRows,
    lang: Lang,
    width: u32,
}

/// Where the columns are.
#[derive(Clone, Copy)]
struct Columns {
    left: f32,
    width: f32,
    count: usize,
}

impl Columns {
    fn of(room: f32, columns: usize) -> Self {
        let share = (room - UNIT) / count(columns.max(1)) - GAP;
        Self {
            left: 0.0,
            width: share.floor().max(COLUMN),
            count: columns,
        }
    }

    /// The same, beginning at a place.
    fn at(self, left: f32) -> Self {
        Self { left, ..self }
    }

    fn left(self, column: usize) -> f32 {
        self.left + (self.width + GAP) * count(column)
    }

    fn whole(self) -> f32 {
        (self.width + GAP) * count(self.count)
    }
}

impl Side {
    /// Paints the areas; tells who is to be taken out.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        reading: &Arc<Reading>,
        rows: &[&ReadingRow],
        shown: ReadingRows,
    ) -> Option<PartyId> {
        let made = Made {
            reading: Arc::as_ptr(reading) as usize,
            rows: shown,
            lang: ctx.texts.lang(),
            width: ui.available_width().round().to_bits(),
        };
        if self.heights_of != Some(made) {
            self.heights_of = Some(made);
            self.heights = vec![0.0; rows.len()];
        }
        let name = ctx.texts.get("matrix-side");
        let builder = UiBuilder::new()
            .id_salt("side")
            .accessibility_role(Role::Table)
            .accessibility_label(&name);
        ui.scope_builder(builder, |ui| {
            tell::place(ui, ui.max_rect(), |node| {
                node.set_row_count(rows.len() + 1);
                node.set_column_count(reading.columns.len());
            });
            let columns = Columns::of(ui.available_width(), reading.columns.len());
            let out = heads_ui(ui, ctx, reading, columns, self.offset.x);
            let shown = ScrollArea::both()
                .id_salt("areas")
                .auto_shrink(false)
                .show(ui, |ui| self.rows_ui(ui, ctx, reading, rows, columns));
            if shown.state.clamped_offset().x.to_bits() != self.offset.x.to_bits() {
                // The heads go with their columns.
                ui.ctx().request_repaint();
            }
            self.offset = shown.state.clamped_offset();
            out
        })
        .inner
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        reading: &Reading,
        rows: &[&ReadingRow],
        columns: Columns,
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(columns.whole());
        let heard = ui
            .ctx()
            .accesskit_node_builder(ui.unique_id(), |_| ())
            .is_some();
        let mut group = None;
        for (index, row) in rows.iter().enumerate() {
            let begins = group != Some(row.area.group());
            group = Some(row.area.group());
            let height = self.heights.get(index).copied().unwrap_or_default();
            let size = vec2(columns.whole(), height);
            let place = Rect::from_min_size(ui.cursor().min, size);
            if height > 0.0 && !heard && !ui.is_rect_visible(place) {
                ui.allocate_space(size);
                continue;
            }
            let from = ui.cursor().top();
            if begins {
                let name = words::area_group(row.area.group(), ctx.texts);
                ui.add_space(HALF);
                ui.label(ctx.theme.small(name));
            }
            area_ui(ui, ctx, reading, row, columns);
            if let Some(height) = self.heights.get_mut(index) {
                *height = ui.cursor().top() - from;
            }
        }
        ui.add_space(UNIT * 2.0);
    }
}

/// The heads of the columns, which stay: whose, signed when, and a way to take one out.
fn heads_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    reading: &Reading,
    columns: Columns,
    scrolled: f32,
) -> Option<PartyId> {
    let size = vec2(ui.available_width(), HEADS);
    let (heads, _) = ui.allocate_exact_size(size, Sense::HOVER);
    let builder = UiBuilder::new()
        .id_salt("heads")
        .max_rect(heads)
        .accessibility_role(Role::Row);
    let mut line = ui.new_child(builder);
    tell::place(&line, heads, |node| node.set_row_index(0));
    line.set_clip_rect(line.clip_rect().intersect(heads.expand(2.0)));
    let columns = columns.at(heads.left() - scrolled);
    let mut out = None;
    for (index, column) in reading.columns.iter().enumerate() {
        let corner = pos2(columns.left(index), heads.top());
        let rect = Rect::from_min_size(corner, vec2(columns.width, HEADS));
        if head_ui(&mut line, ctx, index, column, rect, columns.count) {
            out = Some(column.party.clone());
        }
    }
    let painter = ui.painter();
    painter.hline(heads.x_range(), heads.bottom() - 0.5, ctx.theme.hairline());
    out
}

/// The head of a column; whether it is to be taken out.
fn head_ui(
    line: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    index: usize,
    column: &ReadingColumn,
    rect: Rect,
    columns: usize,
) -> bool {
    let mut out = false;
    let name = ctx.name(&column.name).to_owned();
    let builder = UiBuilder::new()
        .id_salt(("head", column.party.as_str()))
        .max_rect(rect)
        .layout(Layout::top_down(Align::Min))
        .accessibility_role(Role::ColumnHeader)
        .accessibility_label(&name);
    let mut cell = line.new_child(builder);
    tell::place(&cell, rect, |node| node.set_column_index(index));
    cell.spacing_mut().item_spacing = vec2(HALF, 0.0);
    cell.spacing_mut().interact_size.y = 20.0;
    cell.horizontal(|ui| {
        let whose = egui::Link::new(strong(&name).color(ctx.theme.text));
        if ui.add(whose).clicked() {
            ctx.act(Action::SelectParty(column.party.clone()));
        }
        let take = ctx
            .texts
            .with("matrix-side-take-out", &[("party", name.as_str().into())]);
        out = columns > *COMPARED.start()
            && button::icon_ui(ui, ctx.theme, icons::CLOSE, &take).clicked();
    });
    let signed = column.agreements.iter().map(|(_, kind, day)| {
        let kind = words::agreement_kind(*kind, ctx.texts);
        format!("{kind}, {}", dates::day(*day, ctx.texts))
    });
    let signed: Vec<String> = signed.collect();
    let why = told::why_not_coded(ctx.texts, column.coding);
    let mut told = ctx.theme.small(signed.join("; "));
    if why.is_some() {
        told = told.color(ctx.theme.warning);
    }
    let label = cell.add(Label::new(told).truncate());
    if let Some(why) = why {
        label.on_hover_text(why);
    }
    out
}

/// An area: its name, who lacks it, and what each has.
fn area_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    reading: &Reading,
    row: &ReadingRow,
    columns: Columns,
) {
    let from = ui.cursor().min;
    let builder = UiBuilder::new()
        .id_salt(row.area.key())
        .max_rect(Rect::from_min_size(
            from,
            vec2(columns.whole(), f32::INFINITY),
        ))
        .accessibility_role(Role::Row)
        .accessibility_label(words::area(row.area, ctx.texts));
    let mut line = ui.new_child(builder);
    line.add_space(HALF);
    line.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = UNIT;
        ui.label(strong(words::area(row.area, ctx.texts)));
        if let Some(difference) = difference(ctx, reading, row) {
            ui.label(ctx.theme.small(difference).color(ctx.theme.accent));
        }
    });
    line.add_space(HALF);
    let top = line.cursor().top();
    let mut bottom = top;
    let columns = columns.at(from.x);
    for (index, cell) in row.cells.iter().enumerate() {
        let rect = Rect::from_min_size(
            pos2(columns.left(index), top),
            vec2(columns.width, f32::INFINITY),
        );
        bottom = bottom.max(cell_ui(&mut line, ctx, index, cell, rect, row.differs()));
    }
    let whole = Rect::from_min_max(from, pos2(from.x + columns.whole(), bottom + UNIT));
    tell::place(&line, whole, |_| {});
    ui.painter()
        .hline(whole.x_range(), whole.bottom() - 0.5, ctx.theme.hairline());
    ui.allocate_rect(whole, Sense::empty());
}

/// What one party has in an area; how far down it goes.
fn cell_ui(
    line: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    index: usize,
    cell: &ReadingCell,
    rect: Rect,
    differs: bool,
) -> f32 {
    let marked = differs && cell.promise.is_made();
    let inner = rect.with_min_x(rect.left() + UNIT);
    let builder = UiBuilder::new()
        .id_salt(("cell", index))
        .max_rect(inner)
        .layout(Layout::top_down(Align::Min))
        .accessibility_role(Role::Cell);
    let mut place = line.new_child(builder);
    place.spacing_mut().item_spacing.y = HALF;
    if cell.rows.is_empty() {
        empty_ui(&mut place, ctx, cell.promise);
    }
    for row in &cell.rows {
        commitment_ui(&mut place, ctx, row);
    }
    let bottom = place.min_rect().bottom();
    let seen = inner.with_max_y(bottom);
    tell::place(&place, seen, |node| node.set_column_index(index));
    if marked {
        let bar = Stroke::new(2.0, ctx.theme.accent);
        line.painter().vline(rect.left() + 1.0, seen.y_range(), bar);
    }
    bottom
}

/// In words, where one has what another lacks: who alone has it, or who lacks it.
fn difference(ctx: &PaneCtx<'_>, reading: &Reading, row: &ReadingRow) -> Option<String> {
    if !row.differs() {
        return None;
    }
    let of = |index: usize| reading.columns.get(index).map(|column| &column.party);
    if let Some(party) = row.only().and_then(of) {
        let names = told::names(ctx, &[party]);
        return Some(
            ctx.texts
                .with("matrix-side-only", &[("party", names.into())]),
        );
    }
    let cells = row.cells.iter().enumerate();
    let lack = cells.filter(|(_, cell)| cell.promise == Promise::Nothing);
    let lack: Vec<&PartyId> = lack.filter_map(|(index, _)| of(index)).collect();
    let names = told::names(ctx, &lack);
    Some(
        ctx.texts
            .with("matrix-side-lacking", &[("parties", names.into())]),
    )
}
