//! Asks for a link, and says where it leads while it is typed.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Key, TextEdit, Ui, Widget as _};

use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::links::is_same;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::{button, tell};
use crate::views::{FileLink, Link};

use super::{Answer, buttons_ui};

/// Asks for a link.
#[derive(Debug)]
pub struct LinkDialog {
    text: String,
    /// The file that is open.
    open: Option<PathBuf>,
    was_shown: bool,
}

impl LinkDialog {
    /// Asks for a link, where this file is open.
    pub fn new(open: Option<PathBuf>) -> Self {
        Self {
            text: String::new(),
            open,
            was_shown: false,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.label(title(texts.get("link-title")));
        ui.add_space(UNIT);
        let label = texts.get("link-field");
        ui.label(theme.small(&label));
        let response = TextEdit::singleline(&mut self.text)
            .hint_text("#party/LT")
            .desired_width(f32::INFINITY)
            .ui(ui);
        tell::typed(&response, egui::Role::TextInput, &label, &self.text);
        if !self.was_shown {
            response.request_focus();
            self.was_shown = true;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        // While it is typed no disk is asked; whether there is such a file is seen when it is opened.
        let link = FileLink::split(&self.text, |_| false);
        let other = link.file.as_deref();
        let other = other.filter(|file| !is_same(file, self.open.as_deref()));
        let amiss = self.amiss(&link, texts);
        ui.add_space(4.0);
        match (&amiss, other) {
            (Some(amiss), _) => ui.colored_label(theme.warning, amiss),
            (None, Some(file)) => {
                let name = name_of(file);
                ui.label(theme.weak(texts.with("link-other-file", &[("name", name.into())])))
            }
            (None, None) => ui.label(theme.weak(texts.get("link-hint"))),
        };
        let verb = if other.is_some() {
            "link-open-file"
        } else {
            "link-go"
        };
        let ready = amiss.is_none() && !self.text.trim().is_empty();
        buttons_ui(ui, |ui| {
            let go = ui.add_enabled_ui(ready, |ui| {
                let text = match verb {
                    "link-open-file" => texts.get("link-open-file"),
                    _ => texts.get("link-go"),
                };
                button::primary_ui(ui, theme, text).clicked()
            });
            if ready && (go.inner || entered) {
                return Answer::Link(FileLink::split(&self.text, Path::exists));
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }

    /// What of the link cannot be understood.
    fn amiss(&self, link: &FileLink, texts: Texts) -> Option<String> {
        let (_, unread) = Link::read(link.place.as_deref()?);
        // A page that is being typed is none yet.
        let first = unread.first()?;
        Some(first.told(texts)).filter(|_| !self.text.trim().is_empty())
    }
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}
