//! What egui does not tell a screen reader by itself: where a row, a cell or a line of a tree is,
//! and its place among others.

use eframe::egui::{Rect, Response, Role, Ui, WidgetInfo, accesskit};

/// Tells the place of a `Ui` that has a role, and what else `more` adds.
pub fn place(ui: &Ui, rect: Rect, more: impl FnOnce(&mut accesskit::Node)) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_bounds(accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        });
        more(node);
    });
}

/// Tells the name and the text of a field that is typed into; `role` says what kind of field it is.
pub fn typed(response: &Response, role: Role, name: &str, text: &str) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(role, true, name);
        info.current_text_value = Some(text.to_owned());
        info
    });
}
