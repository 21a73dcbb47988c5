//! Something went wrong: what, where, and what can be done about it. The document is as it was.

use eframe::egui::{Frame, Margin, ScrollArea, TextStyle, Ui};

use crate::text::Texts;
use crate::ui::book::Report;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;
use crate::ui::{Theme, icons};

use super::{Answer, buttons_ui};

/// Something went wrong.
#[derive(Debug)]
pub struct Trouble {
    /// The id of the head line: what the user wanted.
    pub head: &'static str,
    /// What happened.
    pub report: Report,
}

impl Trouble {
    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.horizontal(|ui| {
            ui.label(title(icons::ERROR).color(theme.error));
            ui.label(title(texts.get(self.head)));
        });
        ui.add_space(UNIT);
        ScrollArea::vertical()
            .max_height(380.0)
            .show(ui, |ui| self.report_ui(ui, texts, theme));
        ui.add_space(UNIT);
        ui.label(theme.weak(texts.get("dialog-trouble-kept")));
        buttons_ui(ui, |ui| {
            if button::primary_ui(ui, theme, texts.get("dialog-close")).clicked() {
                return Answer::Close;
            }
            if button::button_ui(ui, theme, texts.get("dialog-copy")).clicked() {
                ui.ctx().copy_text(self.report.to_string());
            }
            Answer::None
        })
    }

    fn report_ui(&self, ui: &mut Ui, _texts: Texts, theme: &Theme) {
        let _ = (
            theme,
            TextStyle::Monospace,
            Frame::new().inner_margin(Margin::same(8)),
        );
        ui.label(self.report.to_string());
    }
}
