//! What a page says that has nothing to show: what is missing, why, and what to do about it.

use eframe::egui::{self, Label, Ui};

use crate::ui::theme::{HALF, Theme, UNIT, strong};

/// How far below the head it begins.
const ABOVE: f32 = UNIT * 8.0;
/// How long a line of the hint is at most.
const LINE: f32 = 480.0;

/// What is missing and why; `add` paints the buttons that help, none where nothing does.
pub fn empty_ui(ui: &mut Ui, theme: &Theme, said: &str, hint: &str, add: impl FnOnce(&mut Ui)) {
    ui.add_space(ABOVE);
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width().min(LINE));
        ui.spacing_mut().item_spacing.y = HALF;
        ui.add(Label::new(strong(said)).wrap());
        if !hint.is_empty() {
            ui.add(Label::new(theme.weak(hint)).wrap());
        }
        ui.add_space(UNIT);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = UNIT;
            ui.with_layout(egui::Layout::top_down(egui::Align::Center), add);
        });
    });
}
