//! The detail of one party.

use crate::ui::PaneCtx;
use eframe::egui;

/// The detail of one party.
#[derive(Default)]
pub struct DetailPane;

impl DetailPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &mut PaneCtx<'_>) {
        if let Some(party) = &ctx.place.party {
            ui.heading(party.as_str());
        }
    }
}
