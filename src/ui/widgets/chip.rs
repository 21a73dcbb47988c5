//! Chips: small toggles, and small openers of a menu. A chosen or changed one has the accent.

use eframe::egui::{
    self, Button, CornerRadius, Response, RichText, Stroke, TextStyle, TextWrapMode, Ui,
    Widget as _,
};

use crate::ui::{Theme, icons};

/// A chip that is on or off.
pub fn chip_ui(ui: &mut Ui, theme: &Theme, text: &str, chosen: bool) -> Response {
    let response = painted_ui(ui, theme, text, chosen);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, response.enabled(), chosen, text)
    });
    response
}

/// A chip that opens a menu; marked when what it holds was changed.
pub fn menu_chip_ui(ui: &mut Ui, theme: &Theme, text: &str, marked: bool) -> Response {
    let shown = format!("{text} {}", icons::CARET_DOWN);
    let response = painted_ui(ui, theme, &shown, marked);
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, response.enabled(), text));
    response
}

fn painted_ui(ui: &mut Ui, theme: &Theme, text: &str, marked: bool) -> Response {
    let (color, fill, line) = if marked {
        (theme.accent, theme.chosen, theme.accent)
    } else {
        (theme.text, theme.surface, theme.line_strong)
    };
    let text = RichText::new(text)
        .text_style(TextStyle::Small)
        .color(color);
    // Not in a scope of its own: that would not break on to the next row.
    let before = (ui.spacing().button_padding, ui.spacing().interact_size);
    ui.spacing_mut().button_padding = egui::vec2(7.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    let response = Button::new(text)
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(10))
        .wrap_mode(TextWrapMode::Extend)
        .ui(ui);
    (
        ui.spacing_mut().button_padding,
        ui.spacing_mut().interact_size,
    ) = before;
    response
}
