//! The aid chart.

use crate::ui::PaneCtx;
use eframe::egui;

/// The aid chart.
#[derive(Default)]
pub struct ChartPane;

impl ChartPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>) {
        let _ = ctx.theme;
        ui.heading(ctx.texts.get("app-name"));
    }
}
