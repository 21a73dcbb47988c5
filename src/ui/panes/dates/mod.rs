//! The page of dates: what comes, and in how many days.

use eframe::egui::Ui;

use crate::ui::PaneCtx;
use crate::ui::theme::title;

/// The page of dates: what comes, and in how many days.
#[derive(Default)]
pub struct DatesPane;

impl DatesPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ui.label(title(ctx.texts.get("page-dates")));
    }
}
