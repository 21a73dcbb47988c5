//! The page of aid: every entry in one table.

use eframe::egui::Ui;

use crate::ui::PaneCtx;
use crate::ui::theme::title;

/// The page of aid: every entry in one table.
#[derive(Default)]
pub struct LedgerPane;

impl LedgerPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ui.label(title(ctx.texts.get("page-ledger")));
    }
}
