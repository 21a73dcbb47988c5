//! Buttons: quiet ones that show themselves under the pointer, and the one that a dialog is for.

use eframe::egui;
use egui::{Button, Response, RichText, Stroke, Ui, Widget as _};

use crate::ui::Theme;

/// A button with a hairline, for dialogs and banners.
pub fn button_ui(ui: &mut Ui, theme: &Theme, text: impl Into<String>) -> Response {
    Button::new(RichText::new(text).color(theme.text))
        .stroke(Stroke::new(1.0, theme.line_strong))
        .ui(ui)
}

/// The button that a dialog is for.
pub fn primary_ui(ui: &mut Ui, theme: &Theme, text: impl Into<String>) -> Response {
    Button::new(RichText::new(text).color(theme.on_accent))
        .fill(theme.accent)
        .stroke(Stroke::new(1.0, theme.accent))
        .ui(ui)
}

/// An icon without a frame, named for the accessibility tree and by a tooltip.
pub fn icon_ui(ui: &mut Ui, theme: &Theme, icon: &str, name: &str) -> Response {
    let response = Button::new(RichText::new(icon).color(theme.text_weak))
        .frame_when_inactive(false)
        .ui(ui);
    named(response, name)
}

/// Gives a widget that shows only an icon its name, in the accessibility tree and as a tooltip.
pub fn named(response: Response, name: &str) -> Response {
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, response.enabled(), name));
    response.on_hover_text(name)
}

/// The same, small: what can be done about what stands beside it.
pub fn small_link_ui(ui: &mut Ui, text: impl Into<String>) -> Response {
    egui::Link::new(RichText::new(text).small()).ui(ui)
}

/// Words that open an address or a number: accent, underlined under the pointer.
pub fn link_ui(ui: &mut Ui, text: impl Into<String>) -> Response {
    egui::Link::new(RichText::new(text)).ui(ui)
}
