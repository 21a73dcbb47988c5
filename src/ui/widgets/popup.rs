//! A popup under the widget that opens it, for choices and small forms.

use eframe::egui::{Align, Layout, Popup, Response};

/// A popup that a click on `opener` opens and closes. Unlike a menu it leaves fields and radio
/// buttons their borders.
pub fn under(opener: &Response) -> Popup<'_> {
    Popup::from_toggle_button_response(opener)
        .layout(Layout::top_down_justified(Align::Min))
        .gap(4.0)
}
