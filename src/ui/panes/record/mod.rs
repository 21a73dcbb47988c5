//! The form of one record: every field of it, to read and to change.

use eframe::egui::Ui;

use crate::ui::PaneCtx;

/// The form of one record.
#[derive(Default)]
pub struct RecordPane;

impl RecordPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ui.label(ctx.theme.weak(ctx.texts.get("record-empty")));
    }
}
