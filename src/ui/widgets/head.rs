//! The line over a page: its title and what is told beside it, and on the right what can be done
//! with the whole.

use eframe::egui::{Align, Layout, Ui};

/// From this width on both stand on one line.
const ONE_LINE: f32 = 520.0;

/// Paints both; what can be done comes on a line of its own where the page is narrow, so that
/// neither covers the other. `right` is filled from the right.
pub fn head_ui(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let layout = Layout::right_to_left(Align::Center);
    if ui.available_width() >= ONE_LINE {
        ui.horizontal(|ui| {
            left(ui);
            ui.with_layout(layout, right);
        });
    } else {
        ui.horizontal_wrapped(left);
        ui.horizontal(|ui| ui.with_layout(layout, right));
    }
}
