//! A number that walks back to its source: it looks like a figure, and opens its derivation.

use eframe::egui::{self, Label, Response, RichText, Sense, Ui};

use crate::ledger::StagedTotal;
use crate::text::{numbers, words};
use crate::ui::PaneCtx;

/// How large a number stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In a row or a table.
    Body,
    /// In a line of notes.
    Small,
}

/// Whether a number would be cut in the room that is there, and so is written smaller.
fn too_wide(ui: &Ui, text: &str) -> bool {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let layout = |fonts: &mut egui::epaint::FontsView<'_>| {
        fonts
            .layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER)
            .size()
            .x
    };
    ui.fonts_mut(layout) > ui.available_width()
}

/// A total as a number. A click or Enter opens its derivation; `what` names it for a screen reader.
/// Nothing recorded is a dash that opens as well: it tells what was left out and why.
pub fn number_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    total: &StagedTotal,
    what: &str,
    size: Size,
) -> Response {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let bounds = total.bounds();
    let short = numbers::bounds_short(bounds, total.unit(), texts);
    let small = size == Size::Small || too_wide(ui, &short);
    let mut shown = RichText::new(short);
    shown = shown.color(if bounds.is_nothing() {
        theme.text_faint
    } else {
        theme.text
    });
    if small {
        shown = shown.small();
    }
    let response = ui.add(
        Label::new(shown)
            .sense(Sense::CLICK | Sense::FOCUSABLE)
            .selectable(false),
    );
    let name = format!(
        "{what}: {}",
        numbers::bounds_exact(bounds, total.unit(), texts)
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let activated = response.clicked();
    if response.hovered() || response.has_focus() {
        let line = egui::Stroke::new(1.0, theme.accent);
        ui.painter()
            .hline(response.rect.x_range(), response.rect.bottom(), line);
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if activated {
        ctx.explain(total.derivation());
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(RichText::new(numbers::bounds_exact(bounds, total.unit(), texts)).strong());
        ui.label(theme.weak(format!("{what} · {}", words::stage(total.stage(), texts))));
        ui.label(theme.weak(words::basis(total.basis(), texts)));
        ui.label(theme.small(texts.get("detail-open-derivation")));
    })
}
