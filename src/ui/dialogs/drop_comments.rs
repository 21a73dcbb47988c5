//! Asks before the first save that would drop the comments that people wrote into the file.

use std::path::Path;

use eframe::egui::Ui;

use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;

use super::{Answer, buttons_ui};

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme, path: &Path) -> Answer {
    ui.label(title(texts.get("dialog-comments-title")));
    ui.add_space(UNIT);
    ui.label(texts.get("dialog-comments-text"));
    buttons_ui(ui, |ui| {
        let save = texts.get("dialog-comments-save");
        if button::primary_ui(ui, theme, save).clicked() {
            return Answer::SaveWithoutComments(path.to_owned());
        }
        if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
            return Answer::Close;
        }
        Answer::None
    })
}
