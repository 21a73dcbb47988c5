//! The header of a large table: titles to order by, a button for narrowing, borders to drag.

use eframe::egui::{
    self, Align, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    accesskit::SortDirection, pos2, vec2,
};

use crate::ui::icons;
use crate::ui::theme::{SMALL, small_font};
use crate::ui::widgets::tell;

use super::cell::line;
use super::{Grid, GridAsked, GridColumn, NARROWEST, PAD, Places, WIDEST};

/// How wide the button for narrowing is.
const OPENER: f32 = 20.0;
/// How wide the border is for the pointer.
const BORDER: f32 = 7.0;

impl Grid<'_> {
    pub(super) fn header_ui(
        &self,
        ui: &mut Ui,
        view: Rect,
        offset: f32,
        places: &Places,
        asked: &mut GridAsked,
    ) {
        let builder = UiBuilder::new()
            .id_salt("header")
            .max_rect(view)
            .accessibility_role(Role::Row);
        let mut head = ui.new_child(builder);
        tell::place(&head, view, |_| {});
        for (index, column) in self.columns.iter().enumerate() {
            let (x, seen) = places.column(index, index < self.frozen, view, offset);
            if x.intersection(seen).span() > 0.0 {
                let rect = Rect::from_x_y_ranges(x, view.y_range());
                let seen = Rect::from_x_y_ranges(seen, view.y_range());
                self.title_ui(&mut head, index, column, rect, seen, asked);
            }
        }
        let line = Stroke::new(1.0, self.theme.line_strong);
        head.painter()
            .hline(view.x_range(), view.bottom() - 0.5, line);
    }

    fn title_ui(
        &self,
        head: &mut Ui,
        index: usize,
        column: &GridColumn,
        rect: Rect,
        seen: Rect,
        asked: &mut GridAsked,
    ) {
        let builder = UiBuilder::new()
            .id_salt(index)
            .max_rect(rect)
            .accessibility_role(Role::ColumnHeader)
            .accessibility_label(&column.title);
        let mut ui = head.new_child(builder);
        ui.set_clip_rect(seen.intersect(head.clip_rect()));
        tell::place(&ui, rect, |node| {
            node.set_column_index(index);
            match column.sorted {
                Some((_, true)) => node.set_sort_direction(SortDirection::Descending),
                Some((_, false)) => node.set_sort_direction(SortDirection::Ascending),
                None => node.clear_sort_direction(),
            }
        });
        self.sort_ui(&ui, index, column, rect, asked);
        self.opener_ui(&ui, index, column, rect, asked);
        self.border_ui(&ui, index, column, rect, asked);
    }

    /// The title; a click orders by it.
    fn sort_ui(
        &self,
        ui: &Ui,
        index: usize,
        column: &GridColumn,
        rect: Rect,
        asked: &mut GridAsked,
    ) {
        let theme = self.theme;
        let id = ui.unique_id().with("sort");
        let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &column.title));
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect.shrink2(vec2(1.0, 2.0)), 3.0, theme.hover);
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        if response.has_focus() {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(rect.shrink(1.0), 3.0, ring, StrokeKind::Inside);
        }
        if response.clicked() {
            let also = ui.input(super::cell::held).shift;
            asked.sort = Some((index, also));
        }
        let color = if column.sorted.is_some() {
            theme.accent
        } else {
            theme.text_weak
        };
        let mark = self.mark(column);
        let title = if mark.is_empty() {
            column.title.clone()
        } else if column.align == Align::Max {
            format!("{mark} {}", column.title)
        } else {
            format!("{} {mark}", column.title)
        };
        let room = Rangef::new(rect.left() + PAD, rect.right() - OPENER);
        let galley = line(ui, &title, small_font(), color, room.span());
        let x = match column.align {
            Align::Max => (room.max - galley.size().x).max(room.min),
            _ => room.min,
        };
        let is_cut = galley.elided;
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, color);
        if is_cut {
            response.on_hover_text(&column.title);
        }
    }

    /// Which way a column orders, and where it stands among several.
    fn mark(&self, column: &GridColumn) -> String {
        let several = self.columns.iter().filter(|c| c.sorted.is_some()).count() > 1;
        match column.sorted {
            None => String::new(),
            Some((rank, descending)) => {
                let way = if descending {
                    icons::CARET_DOWN
                } else {
                    icons::UP
                };
                if several || rank > 1 {
                    format!("{way}{rank}")
                } else {
                    way.to_owned()
                }
            }
        }
    }

    /// The button that opens what the column is narrowed by.
    fn opener_ui(
        &self,
        ui: &Ui,
        index: usize,
        column: &GridColumn,
        rect: Rect,
        asked: &mut GridAsked,
    ) {
        let theme = self.theme;
        let size = vec2(OPENER - 4.0, rect.height() - 8.0);
        let centre = pos2(rect.right() - OPENER / 2.0 - 1.0, rect.center().y);
        let place = Rect::from_center_size(centre, size);
        let id = ui.unique_id().with("narrow");
        let response = ui.interact(place.intersect(ui.clip_rect()), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &column.narrow_name));
        let painter = ui.painter();
        let lit = response.hovered() || response.has_focus();
        let color = if column.narrows {
            theme.accent
        } else if lit {
            theme.text
        } else {
            theme.line_strong
        };
        if column.narrows {
            painter.rect_filled(place, 3.0, theme.chosen);
        } else if response.hovered() {
            painter.rect_filled(place, 3.0, theme.track);
        }
        if response.has_focus() {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(place, 3.0, ring, StrokeKind::Inside);
        }
        let font = egui::FontId::proportional(SMALL);
        let icon = icons::FILTER;
        painter.text(
            place.center(),
            egui::Align2::CENTER_CENTER,
            icon,
            font,
            color,
        );
        asked
            .openers
            .push((index, response.on_hover_text(&column.narrow_name)));
    }

    /// The right border: dragging makes the column wider, two clicks make it as wide as usual.
    fn border_ui(
        &self,
        ui: &Ui,
        index: usize,
        column: &GridColumn,
        rect: Rect,
        asked: &mut GridAsked,
    ) {
        let x = Rangef::new(rect.right() - BORDER / 2.0, rect.right() + BORDER / 2.0);
        let place = Rect::from_x_y_ranges(x, rect.y_range());
        let id = ui.unique_id().with("border");
        let response = ui.interact(
            place.intersect(ui.clip_rect().expand2(vec2(BORDER / 2.0, 0.0))),
            id,
            Sense::CLICK | Sense::DRAG,
        );
        let color = if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
            self.theme.accent
        } else {
            self.theme.line
        };
        let at = rect.right() - 0.5;
        let y = rect.y_range().shrink(5.0);
        ui.painter().vline(at, y, Stroke::new(1.0, color));
        if response.dragged() {
            let moved = response.drag_delta().x;
            let width = (column.width + moved).clamp(NARROWEST, WIDEST);
            asked.width = Some((index, Some(width)));
        }
        if response.double_clicked() {
            asked.width = Some((index, None));
        }
    }
}
