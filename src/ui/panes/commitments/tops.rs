//! The heads of the columns, the legend in the corner, and the ticks of the rows.

use std::f32::consts::FRAC_PI_2;

use eframe::egui::epaint::TextShape;
use eframe::egui::{
    self, Align2, Color32, CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::text::words;
use crate::ui::theme::{HALF, small_font};
use crate::ui::widgets::{promise, tell};
use crate::ui::{PaneCtx, icons};
use crate::views::{MatrixColumn, MatrixOrder, MatrixRow, Promise};

use super::frame::{SMALL_LINE, TICK};
use super::grid::{Asked, View, ring_ui};
use super::keys::Spot;
use super::names::short_group;
use super::told;

/// What the signs mean, in the corner that the heads leave free.
pub(super) fn corner_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, view: &View<'_>) {
    let corner = Rect::from_min_max(
        view.room.min - vec2(view.frame.head, view.frame.top),
        view.room.min,
    );
    let lines = Promise::ALL.into_iter().zip(0_u8..);
    for (of, line) in lines {
        let top = corner.top() + f32::from(line) * SMALL_LINE;
        let sign = Rect::from_min_size(pos2(corner.left(), top), vec2(TICK, SMALL_LINE));
        promise::paint(ui.painter(), sign, of, ctx.theme);
        let words = ctx.texts.get(of.text_id());
        let rect = sign
            .with_min_x(sign.right())
            .with_max_x(corner.right() - HALF);
        let label = egui::Label::new(ctx.theme.small(words))
            .truncate()
            .selectable(false);
        let mut place = ui.new_child(UiBuilder::new().id_salt(("legend", line)).max_rect(rect));
        place.add(label);
    }
    let end = pos2(
        corner.right() - HALF - 2.0,
        corner.bottom() - SMALL_LINE / 2.0 - 2.0,
    );
    let (words, color) = (ctx.texts.get("matrix-areas"), ctx.theme.text_faint);
    ui.painter()
        .text(end, Align2::RIGHT_CENTER, words, small_font(), color);
    let end = pos2(corner.left() + TICK, end.y);
    let words = ctx.texts.get("matrix-parties");
    ui.painter()
        .text(end, Align2::LEFT_CENTER, words, small_font(), color);
}

/// The heads of the columns, a row among the rows.
pub(super) fn tops_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, view: &View<'_>) -> Option<Asked> {
    let heads = Rect::from_min_max(
        view.room.min - vec2(0.0, view.frame.top),
        view.room.right_top(),
    );
    let builder = UiBuilder::new()
        .id_salt("tops")
        .max_rect(heads)
        .accessibility_role(Role::Row);
    let mut line = ui.new_child(builder);
    tell::place(&line, heads, |node| node.set_row_index(0));
    // The name of the last group may end a little beyond its column.
    let clip = heads
        .with_max_x(heads.right() + HALF)
        .expand2(vec2(0.0, 1.0));
    line.set_clip_rect(line.clip_rect().intersect(clip));
    paint_groups(&line, ctx, view, heads);
    let mut asked = None;
    for (index, column) in view.page.matrix.columns.iter().enumerate() {
        let place = view
            .column(index)
            .intersect(Rect::everything_above(heads.bottom()));
        if place.right() > heads.left() && place.left() < heads.right() {
            asked = top_ui(&line, ctx, view, index, column, place).or(asked);
        }
    }
    asked
}

/// The groups over their columns, with a line from the first to the last.
fn paint_groups(ui: &Ui, ctx: &PaneCtx<'_>, view: &View<'_>, heads: Rect) {
    let columns = &view.page.matrix.columns;
    let mut first = 0;
    for group in columns.chunk_by(|a, b| a.area.group() == b.area.group()) {
        let (from, to) = (view.column(first), view.column(first + group.len() - 1));
        first += group.len();
        let (left, right) = (from.left() + 1.0, to.right() - 1.0);
        // The name stays in view while its columns are.
        let seen = left.max(heads.left());
        let room = right - seen + HALF;
        let Some(one) = group.first() else { continue };
        let name = words::area_group(one.area.group(), ctx.texts);
        let mut shown = crate::ui::words::fitting(ui, &name, &small_font(), room);
        if shown != name {
            let short = short_group(one.area.group(), ctx.texts);
            shown = crate::ui::words::fitting(ui, &short, &small_font(), room);
        }
        // A letter or two say nothing.
        if shown.chars().count() > 3 {
            let at = pos2(seen, heads.top() + SMALL_LINE / 2.0 - 1.0);
            let color = ctx.theme.text_weak;
            ui.painter()
                .text(at, Align2::LEFT_CENTER, shown, small_font(), color);
        }
        let line = Stroke::new(1.0, ctx.theme.line_strong);
        ui.painter()
            .hline(left..=right, heads.top() + SMALL_LINE, line);
    }
}

fn top_ui(
    line: &Ui,
    ctx: &PaneCtx<'_>,
    view: &View<'_>,
    index: usize,
    column: &MatrixColumn,
    place: Rect,
) -> Option<Asked> {
    let rect = place.with_min_y(place.top() + SMALL_LINE);
    let id = view.id.with(("area", column.area.key()));
    let response = line.interact(rect, id, Sense::CLICK);
    response
        .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, told::column(ctx, column)));
    let sorted = view.page.order == MatrixOrder::Area(column.area);
    line.ctx().accesskit_node_builder(id, |node| {
        node.set_column_index(index + 1);
        if sorted {
            node.set_sort_direction(egui::accesskit::SortDirection::Descending);
        }
    });
    let color = if sorted || response.hovered() {
        ctx.theme.accent
    } else {
        ctx.theme.text
    };
    if let Some(name) = view.frame.names.get(index) {
        // The name stands on its side, read from below.
        let foot = rect.bottom() - SMALL_LINE - HALF;
        let at = pos2(rect.center().x - name.size().y / 2.0, foot);
        let shape = TextShape::new(at, name.clone(), color)
            .with_override_text_color(color)
            .with_angle(-FRAC_PI_2);
        line.painter().add(shape);
    }
    let total = match column.parties() {
        0 => "–".to_owned(),
        parties => parties.to_string(),
    };
    let (foot, weak) = (
        rect.center_bottom() - vec2(0.0, SMALL_LINE / 2.0 + 2.0),
        ctx.theme.text_weak,
    );
    let (text, color) = if sorted {
        (icons::CARET_DOWN.to_owned(), ctx.theme.accent)
    } else {
        (total, weak)
    };
    let upright = sorted || view.frame.is_upright();
    paint_total(line, foot, text, color, upright);
    ring_ui(line, ctx, view, (0, index + 1), rect, id);
    if response.hovered() {
        line.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    let clicked = response.clicked();
    response.on_hover_ui(|ui| told::column_tip_ui(ui, ctx, column, sorted));
    clicked.then_some(Asked::Open(Spot::Area(column.area)))
}

/// A total, upright or on its side, round a middle.
fn paint_total(line: &Ui, middle: Pos2, text: String, color: Color32, upright: bool) {
    let galley = line.painter().layout_no_wrap(text, small_font(), color);
    let half = galley.size() / 2.0;
    let (corner, angle) = if upright {
        (middle - half, 0.0)
    } else {
        (middle + vec2(-half.y, half.x), -FRAC_PI_2)
    };
    let shape = TextShape::new(corner, galley, color).with_angle(angle);
    line.painter().add(shape);
}

/// The tick that chooses a party for reading side by side.
pub(super) fn tick_ui(
    line: &Ui,
    ctx: &PaneCtx<'_>,
    view: &View<'_>,
    place: Rect,
    row: &MatrixRow,
) -> Option<Asked> {
    let theme = ctx.theme;
    let rect = place.with_max_x(place.left() + TICK);
    let id = view.id.with(("tick", row.party.as_str()));
    let response = line.interact(rect, id, Sense::CLICK);
    let chosen = view.page.chosen.contains(&row.party);
    let name = ctx.name(&row.name).to_owned();
    let text = ctx.texts.with("matrix-choose", &[("party", name.into())]);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, &text));
    let square = Rect::from_center_size(rect.center(), vec2(11.0, 11.0));
    let painter = line.painter();
    if chosen {
        painter.rect_filled(square, CornerRadius::same(2), theme.accent);
        let color = theme.on_accent;
        painter.text(
            square.center(),
            Align2::CENTER_CENTER,
            icons::CHECK,
            small_font(),
            color,
        );
    } else {
        let color = if response.hovered() {
            theme.accent
        } else {
            theme.line_strong
        };
        let edge = Stroke::new(1.0, color);
        painter.rect_stroke(square, CornerRadius::same(2), edge, StrokeKind::Inside);
    }
    let clicked = response.clicked();
    response.on_hover_text(text);
    clicked.then(|| Asked::Choose(row.party.clone()))
}
