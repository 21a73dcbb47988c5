//! Asks before a save that would drop something: comments that people wrote into the file by hand,
//! parts of it that could not be read.

use eframe::egui::Ui;

use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;

use super::{Answer, Losses, buttons_ui};

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme, losses: &Losses) -> Answer {
    ui.label(title(texts.get("dialog-loses-title")));
    ui.add_space(UNIT);
    if losses.comments {
        ui.label(texts.get("dialog-loses-comments"));
    }
    if losses.unread > 0 {
        let args = [
            ("count", losses.unread.into()),
            ("shown", losses.unread.to_string().into()),
        ];
        ui.label(texts.with("dialog-loses-unread", &args));
    }
    buttons_ui(ui, |ui| {
        let save = texts.get("dialog-loses-save");
        if button::primary_ui(ui, theme, save).clicked() {
            return Answer::SaveAllTheSame(losses.request.clone());
        }
        if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
            return Answer::Close;
        }
        Answer::None
    })
}
