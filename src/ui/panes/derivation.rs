//! The tree under a number.

use crate::ui::PaneCtx;
use eframe::egui;

/// The tree under a number.
#[derive(Default)]
pub struct DerivationPane;

impl DerivationPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>) {
        if let Some(tree) = &ctx.place.derivation {
            ui.label(tree.bounds.low.to_string());
        }
    }
}
