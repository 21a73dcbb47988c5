//! The page of sources: by publisher, with what hangs on each.

use eframe::egui::Ui;

use crate::ui::PaneCtx;
use crate::ui::theme::title;

/// The page of sources: by publisher, with what hangs on each.
#[derive(Default)]
pub struct SourcesPane;

impl SourcesPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ui.label(title(ctx.texts.get("page-sources")));
    }
}
