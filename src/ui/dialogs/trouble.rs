//! Something went wrong: what, where, and what can be done about it. The document is as it was.

use eframe::egui::{Frame, ScrollArea, Ui};

use crate::report::{FilePlace, Report};
use crate::text::Texts;
use crate::ui::theme::{HALF, UNIT, strong, title};
use crate::ui::widgets::button;
use crate::ui::{Theme, icons};

use super::{Answer, buttons_ui};

/// Something went wrong.
#[derive(Debug)]
pub struct Trouble {
    /// The head line: what the user wanted.
    pub head: String,
    /// What happened.
    pub report: Report,
}

impl Trouble {
    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.horizontal(|ui| {
            ui.label(title(icons::ERROR).color(theme.error));
            ui.label(title(&self.head));
        });
        ui.add_space(UNIT);
        ScrollArea::vertical()
            .max_height(380.0)
            .show(ui, |ui| report_ui(ui, texts, theme, &self.report));
        ui.add_space(UNIT);
        ui.label(theme.weak(texts.get("dialog-trouble-kept")));
        buttons_ui(ui, |ui| {
            if button::primary_ui(ui, theme, texts.get("dialog-close")).clicked() {
                return Answer::Close;
            }
            if button::button_ui(ui, theme, texts.get("dialog-copy")).clicked() {
                ui.ctx().copy_text(self.report.plain(texts));
            }
            Answer::None
        })
    }
}

fn report_ui(ui: &mut Ui, texts: Texts, theme: &Theme, report: &Report) {
    let Report {
        exit: _,
        message,
        file,
        place,
        causes,
        hints,
    } = report;
    ui.label(strong(sentence(message)));
    if let Some(file) = file
        && !message.contains(file.as_str())
    {
        ui.label(theme.weak(file));
    }
    if let Some(place) = place {
        place_ui(ui, texts, theme, place);
    }
    for cause in causes {
        ui.label(texts.with("report-cause", &[("cause", cause.into())]));
    }
    for hint in hints {
        ui.add_space(HALF);
        ui.label(hint);
    }
}

/// A message as a sentence of its own: it begins with a capital letter. File names keep theirs.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    match letters.next() {
        Some(first) if !message.starts_with(['/', '.']) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => message.to_owned(),
    }
}

fn place_ui(ui: &mut Ui, texts: Texts, theme: &Theme, place: &FilePlace) {
    let args = [
        ("line", place.line.to_string().into()),
        ("column", place.column.to_string().into()),
    ];
    let mut text = texts.with("dialog-trouble-place", &args);
    if let Some(record) = &place.record {
        text = format!("{text}, {record}");
    }
    ui.label(theme.weak(text));
    if let Some(excerpt) = &place.excerpt {
        Frame::new()
            .fill(theme.side)
            .inner_margin(UNIT)
            .corner_radius(4)
            .show(ui, |ui| ui.monospace(excerpt.trim()));
    }
}
