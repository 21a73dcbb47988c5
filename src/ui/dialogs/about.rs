//! What the program is, and the licences of what is in it.

use eframe::egui::{ScrollArea, Ui};

use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::theme::{UNIT, strong, title};
use crate::ui::widgets::button;

use super::{Answer, buttons_ui};

const PLEX: &str = include_str!("../../../assets/fonts/IBMPlexSans-OFL.txt");
const PHOSPHOR: &str = include_str!("../../../assets/icons/Phosphor-LICENSE.txt");

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
    ui.label(title(texts.get("app-name")));
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    ui.label(theme.weak(texts.with("about-version", &version)));
    ui.add_space(UNIT);
    ui.label(texts.get("about-what"));
    ui.add_space(UNIT);
    ui.label(texts.get("about-data"));
    ui.add_space(UNIT);
    ui.separator();
    ScrollArea::vertical()
        .max_height(220.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (name, licence) in [("IBM Plex Sans", PLEX), ("Phosphor Icons", PHOSPHOR)] {
                ui.label(strong(name));
                ui.label(theme.small(licence));
                ui.add_space(UNIT);
            }
        });
    let close = buttons_ui(ui, |ui| {
        button::primary_ui(ui, theme, texts.get("dialog-close")).clicked()
    });
    if close { Answer::Close } else { Answer::None }
}
