//! The page of commitments: parties by areas, with the strength of the wording.

use eframe::egui::Ui;

use crate::ui::PaneCtx;
use crate::ui::theme::title;

/// The page of commitments: parties by areas, with the strength of the wording.
#[derive(Default)]
pub struct CommitmentsPane;

impl CommitmentsPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ui.label(title(ctx.texts.get("page-commitments")));
    }
}
