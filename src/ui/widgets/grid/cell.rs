//! A cell: a line of text, told to a screen reader, that can be clicked.

use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    self, Align, Color32, FontId, Galley, Id, PointerButton, Rect, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use crate::ui::theme::{BODY, body_font};

use super::{Grid, GridClick, PAD};

/// How the text of a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Look {
    /// As what is read.
    #[default]
    Plain,
    /// As what may be missed.
    Weak,
    /// As what leads somewhere.
    Link,
    /// As what is read, though it leads somewhere: a number to its derivation.
    Quiet,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its text; empty: nothing is said.
    pub text: Rc<str>,
    /// How it looks.
    pub look: Look,
    /// A dot before the text.
    pub dot: Option<Color32>,
    /// What is told under the pointer; empty: the text, where it is cut.
    pub tip: Rc<str>,
}

/// Where a cell stands.
pub(super) struct Place {
    pub(super) rect: Rect,
    /// The part of the screen that it can be seen in.
    pub(super) seen: Rect,
    pub(super) row: usize,
    pub(super) column: usize,
    /// Whether the keys stand on it.
    pub(super) stands: bool,
}

/// What was held when the button went up: it may be let go by the time the frame is painted.
pub(super) fn held(input: &egui::InputState) -> egui::Modifiers {
    let released = input.events.iter().rev().find_map(|event| match event {
        egui::Event::PointerButton {
            pressed: false,
            modifiers,
            ..
        } => Some(*modifiers),
        _ => None,
    });
    released.unwrap_or(input.modifiers)
}

/// A line of text that ends in an ellipsis where there is too little room.
pub(super) fn line(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: 1,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}

impl Grid<'_> {
    /// Paints a cell; its id, and the click on it.
    pub(super) fn cell_ui(&self, ui: &Ui, place: &Place, cell: &Cell) -> (Id, Option<GridClick>) {
        let theme = self.theme;
        let id = ui.unique_id().with(place.column);
        let response = ui.interact(place.rect.intersect(place.seen), id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &cell.text));
        let (tip, column) = (&cell.tip, place.column);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_column_index(column);
            if !tip.is_empty() {
                node.set_description(tip.as_ref());
            }
        });
        let painter = ui.painter().with_clip_rect(place.seen);
        let mut room = place.rect.shrink2(vec2(PAD, 0.0));
        if let Some(color) = cell.dot {
            painter.circle_filled(pos2(room.left() + 4.0, room.center().y), 3.5, color);
            room.min.x += 14.0;
        }
        let color = match cell.look {
            Look::Plain | Look::Quiet => theme.text,
            Look::Weak => theme.text_weak,
            Look::Link => theme.accent,
        };
        let galley = line(ui, &cell.text, body_font(), color, room.width());
        let align = self.columns.get(place.column).map(|column| column.align);
        let x = match align {
            Some(Align::Max) => (room.right() - galley.size().x).max(room.left()),
            _ => room.left(),
        };
        let at = pos2(x, room.center().y - galley.size().y / 2.0);
        let words = Rect::from_min_size(at, galley.size());
        let is_cut = galley.elided;
        painter.galley(at, galley, color);
        if place.stands {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(place.rect.shrink(1.0), 2.0, ring, StrokeKind::Inside);
        }
        let leads = matches!(cell.look, Look::Link | Look::Quiet) && !cell.text.is_empty();
        let hover = ui.ctx().pointer_latest_pos().filter(|_| response.hovered());
        let on_text = hover.is_some_and(|at| words.contains(at));
        if leads && on_text {
            let line = Stroke::new(1.0, theme.accent);
            painter.hline(words.x_range(), at.y + BODY + 4.0, line);
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        let click = response.clicked().then(|| {
            let modifiers = ui.input(held);
            let from_pointer = ui.input(|input| input.pointer.primary_clicked());
            GridClick {
                row: place.row,
                column: place.column,
                // A screen reader that clicks a cell means what it leads to.
                on_text: leads && (on_text || !from_pointer),
                twice: response.double_clicked_by(PointerButton::Primary),
                modifiers,
            }
        });
        if response.hovered() {
            let tip = if cell.tip.is_empty() {
                &cell.text
            } else {
                &cell.tip
            };
            if is_cut || !cell.tip.is_empty() {
                response.on_hover_text(tip.as_ref());
            }
        }
        (id, click)
    }
}
