//! Asks for the reason with which problems are accepted.

use eframe::egui::{self, Key, TextEdit, Ui, Widget as _};

use crate::ledger::Problem;
use crate::text::{Texts, problem};
use crate::ui::Theme;
use crate::ui::problems::pairs;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;
use crate::ui::widgets::tell;

use super::{Answer, buttons_ui};

/// How many of the problems are told.
const TOLD: usize = 5;

/// Asks for the reason with which problems are accepted.
#[derive(Debug)]
pub struct AcceptDialog {
    problems: Vec<(String, String)>,
    told: Vec<String>,
    more: usize,
    reason: String,
    was_shown: bool,
}

impl AcceptDialog {
    /// Asks about these problems. A reason that they all have already is there to be changed.
    pub fn new(problems: &[Problem], texts: Texts) -> Self {
        let told = problems.iter().take(TOLD).map(|found| {
            let message = problem::message(found, texts);
            if found.record.is_empty() {
                message
            } else {
                format!("{}: {message}", found.record)
            }
        });
        let first = problems.first().and_then(|found| found.accepted.clone());
        let same = problems.iter().all(|found| found.accepted == first);
        Self {
            problems: pairs(problems),
            told: told.collect(),
            more: problems.len().saturating_sub(TOLD),
            reason: first.filter(|_| same).unwrap_or_default(),
            was_shown: false,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let count = self.problems.len();
        let args = [("count", count.into()), ("shown", count.to_string().into())];
        ui.label(title(texts.with("accept-title", &args)));
        ui.add_space(UNIT);
        for line in &self.told {
            ui.label(theme.weak(line));
        }
        if self.more > 0 {
            let args = [("count", self.more.to_string().into())];
            ui.label(theme.weak(texts.with("accept-more", &args)));
        }
        ui.add_space(UNIT);
        let label = texts.get("accept-reason");
        ui.label(theme.small(&label));
        let response = TextEdit::singleline(&mut self.reason)
            .desired_width(f32::INFINITY)
            .ui(ui);
        tell::typed(&response, egui::Role::TextInput, &label, &self.reason);
        if !self.was_shown {
            response.request_focus();
            self.was_shown = true;
        }
        ui.label(theme.small(texts.get("accept-reason-tip")));
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let ready = !self.reason.trim().is_empty();
        buttons_ui(ui, |ui| {
            let go = ui.add_enabled_ui(ready, |ui| {
                button::primary_ui(ui, theme, texts.get("accept-do"))
                    .on_disabled_hover_text(texts.get("accept-why-not"))
                    .clicked()
            });
            if ready && (go.inner || entered) {
                let problems = std::mem::take(&mut self.problems);
                return Answer::Accept(problems, self.reason.trim().to_owned());
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }
}
