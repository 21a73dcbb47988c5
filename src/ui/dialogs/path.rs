//! Asks for a path in a text field, where the system has no dialog for files.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Key, TextEdit, Ui, Widget as _};

use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::chooser::{Ask, with_extension};
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;
use crate::ui::widgets::tell;

use super::{Answer, buttons_ui};

/// Asks for a path.
#[derive(Debug)]
pub struct PathDialog {
    ask: Ask,
    text: String,
    /// The path that the user was told stands already, if so.
    stands: Option<PathBuf>,
    was_shown: bool,
}

impl PathDialog {
    /// Asks for a path, with one suggested.
    pub fn new(ask: Ask, suggested: &str) -> Self {
        Self {
            ask,
            text: suggested.to_owned(),
            stands: None,
            was_shown: false,
        }
    }

    /// Asks whether a file that stands may be replaced, or for another path.
    pub fn standing(ask: Ask, path: &Path) -> Self {
        Self {
            stands: Some(path.to_owned()),
            ..Self::new(ask, &path.display().to_string())
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let (head, label, verb) = match self.ask {
            Ask::Open => ("dialog-open-title", "dialog-open-path", "dialog-open"),
            Ask::SaveAs => ("dialog-save-title", "dialog-save-path", "dialog-save"),
            Ask::SaveCopy => ("dialog-copy-title", "dialog-save-path", "dialog-save"),
            Ask::SaveVersion => ("dialog-version-title", "dialog-save-path", "dialog-save"),
            Ask::SaveRecovered => ("dialog-recovered-title", "dialog-save-path", "dialog-save"),
            Ask::SaveFigure(_) => ("figure-title", "dialog-save-path", "dialog-save"),
            Ask::SaveData(_) => ("exporter-title", "dialog-save-path", "dialog-save"),
            Ask::Import => ("importer-choose", "dialog-open-path", "importer-look"),
            Ask::SaveBrief(_) => ("brief-dialog-title", "dialog-save-path", "dialog-save"),
            Ask::OpenFigure => ("figure-open-title", "dialog-open-path", "dialog-open"),
        };
        ui.label(title(texts.get(head)));
        ui.add_space(UNIT);
        let label = texts.get(label);
        ui.label(theme.small(&label));
        let response = TextEdit::singleline(&mut self.text)
            .desired_width(f32::INFINITY)
            .ui(ui);
        tell::typed(&response, egui::Role::TextInput, &label, &self.text);
        if !self.was_shown {
            response.request_focus();
            self.was_shown = true;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let path = self.path();
        let replaces = self.stands.is_some() && self.stands == path;
        if replaces {
            let text = texts.get("dialog-save-stands");
            ui.colored_label(theme.warning, text);
        }
        let verb = if replaces { "dialog-replace" } else { verb };
        buttons_ui(ui, |ui| {
            let ready = path.is_some();
            let go = ui
                .add_enabled_ui(ready, |ui| {
                    button::primary_ui(ui, theme, texts.get(verb)).clicked()
                })
                .inner;
            if (go || entered)
                && let Some(path) = path
            {
                if self.ask.writes() && !replaces && path.exists() {
                    self.stands = Some(path);
                    return Answer::None;
                }
                return Answer::Path(self.ask, path);
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }

    fn path(&self) -> Option<PathBuf> {
        let text = self.text.trim();
        if text.is_empty() {
            return None;
        }
        let path = match (text.strip_prefix("~/"), directories::BaseDirs::new()) {
            (Some(rest), Some(folders)) => folders.home_dir().join(rest),
            _ => PathBuf::from(text),
        };
        Some(if self.ask.writes() {
            with_extension(&path, self.ask)
        } else {
            path
        })
    }
}
