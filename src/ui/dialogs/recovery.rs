//! What was left unsaved when the program ended without a word: what it was, and what is to become
//! of it. Nothing is lost by closing the dialog: it comes again at the next start.

use eframe::egui::{RichText, ScrollArea, Ui};

use crate::compare::Side;
use crate::report::recovery::{Became, ConflictInWords, LeftInWords, TypedText};
use crate::text::Texts;
use crate::ui::theme::{HALF, UNIT, strong, title};
use crate::ui::widgets::button;
use crate::ui::{Theme, icons};

use super::leave::counted;
use super::{Answer, buttons_ui, focus_first};

/// How many steps are listed; of more it is said how many there are.
const LISTED: usize = 200;

/// What is to become of what was left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RecoveryChoice {
    /// Put it into its document, with these sides of its conflicts.
    Apply(Vec<Side>),
    /// Write it to another file.
    SaveCopy,
    /// Never offer it again.
    ThrowAway,
    /// Offer it at the next start.
    Later,
}

/// What was left unsaved of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecoveryDialog {
    /// What it is.
    pub left: LeftInWords,
    /// When something happened to it last, where the user is.
    pub when: Option<String>,
    /// The records that were changed in the file, too.
    pub conflicts: Vec<ConflictInWords>,
    /// What the user chose for each.
    pub sides: Vec<Option<Side>>,
    /// How many other documents are asked about after this one.
    pub more: usize,
}

impl RecoveryDialog {
    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let name = [("name", self.left.name.as_str().into())];
        ui.label(title(texts.with("recovery-title", &name)));
        if let Some(path) = &self.left.path {
            ui.label(theme.weak(path));
        }
        ui.add_space(UNIT);
        if let Some(when) = &self.when {
            ui.label(texts.with("recovery-when", &[("when", when.into())]));
        }
        became_ui(ui, texts, theme, self.left.became);
        ui.add_space(UNIT);
        ScrollArea::vertical()
            .max_height(320.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                // What must be answered comes first.
                self.conflicts_ui(ui, texts, theme);
                self.changes_ui(ui, texts, theme);
            });
        if self.more > 0 {
            ui.add_space(UNIT);
            ui.label(theme.weak(texts.with("recovery-more", &counted(self.more, texts))));
        }
        self.buttons_ui(ui, texts, theme)
    }

    fn changes_ui(&self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        let LeftInWords {
            done,
            taken_back,
            earlier,
            typed,
            lost,
            ..
        } = &self.left;
        list_ui(ui, texts, theme, "recovery-done", done);
        list_ui(ui, texts, theme, "recovery-taken-back", taken_back);
        if *earlier {
            ui.label(theme.weak(texts.get("recovery-earlier")));
        }
        if !typed.is_empty() {
            ui.label(strong(texts.get("recovery-typed")));
            for TypedText {
                record,
                field,
                text,
            } in typed
            {
                let args = [
                    ("record", record.into()),
                    ("field", field.into()),
                    ("text", text.into()),
                ];
                ui.label(texts.with("recovery-typed-text", &args));
            }
            ui.add_space(HALF);
        }
        if *lost > 0 {
            warning_ui(
                ui,
                theme,
                texts.with("recovery-lost", &counted(*lost, texts)),
            );
        }
    }

    fn conflicts_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        if self.conflicts.is_empty() {
            return;
        }
        let count = counted(self.conflicts.len(), texts);
        warning_ui(ui, theme, texts.with("recovery-conflicts", &count));
        if self.conflicts.len() > 1 {
            ui.horizontal(|ui| {
                for (id, side) in [
                    ("recovery-all-mine", Side::Mine),
                    ("recovery-all-theirs", Side::Theirs),
                ] {
                    if button::button_ui(ui, theme, texts.get(id)).clicked() {
                        self.sides.fill(Some(side));
                    }
                }
            });
        }
        for (conflict, chosen) in self.conflicts.iter().zip(&mut self.sides) {
            let ConflictInWords {
                record,
                mine,
                theirs,
            } = conflict;
            ui.add_space(HALF);
            ui.label(strong(record));
            let told = |id: &str, what: &str| texts.with(id, &[("what", what.into())]);
            for (text, side) in [
                (told("recovery-mine", mine), Side::Mine),
                (told("recovery-theirs", theirs), Side::Theirs),
            ] {
                if ui.radio(*chosen == Some(side), text).clicked() {
                    *chosen = Some(side);
                }
            }
        }
        ui.add_space(UNIT);
    }

    fn buttons_ui(&self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let sides: Option<Vec<Side>> = self.sides.iter().copied().collect();
        let answer = buttons_ui(ui, |ui| {
            let apply = ui.add_enabled_ui(sides.is_some(), |ui| {
                let apply = button::primary_ui(ui, theme, texts.get("recovery-apply"));
                apply.on_disabled_hover_text(texts.get("recovery-choose-first"))
            });
            if sides.is_some() {
                focus_first(&apply.inner);
            }
            if apply.inner.clicked() {
                return sides.map(RecoveryChoice::Apply);
            }
            if button::button_ui(ui, theme, texts.get("recovery-save-copy")).clicked() {
                return Some(RecoveryChoice::SaveCopy);
            }
            if button::button_ui(ui, theme, texts.get("recovery-later")).clicked() {
                return Some(RecoveryChoice::Later);
            }
            ui.add_space(UNIT * 2.0);
            if button::button_ui(ui, theme, texts.get("recovery-throw-away")).clicked() {
                return Some(RecoveryChoice::ThrowAway);
            }
            None
        });
        answer.map_or(Answer::None, Answer::Recovery)
    }
}

fn became_ui(ui: &mut Ui, texts: Texts, theme: &Theme, became: Became) {
    match became {
        Became::AsItWas => {
            ui.label(texts.get("recovery-as-it-was"));
        }
        Became::NeverSaved => {
            ui.label(texts.get("recovery-never-saved"));
        }
        Became::Changed => warning_ui(ui, theme, texts.get("recovery-changed")),
        Became::Gone => warning_ui(ui, theme, texts.get("recovery-gone")),
        Became::Unreadable => warning_ui(ui, theme, texts.get("recovery-unreadable")),
    }
}

fn list_ui(ui: &mut Ui, texts: Texts, theme: &Theme, head: &'static str, steps: &[String]) {
    if steps.is_empty() {
        return;
    }
    ui.label(strong(texts.with(head, &counted(steps.len(), texts))));
    // The latest are those that people remember.
    let hidden = steps.len().saturating_sub(LISTED);
    if hidden > 0 {
        ui.label(theme.weak(texts.with("recovery-hidden", &counted(hidden, texts))));
    }
    for step in steps.iter().skip(hidden) {
        ui.label(format!("· {step}"));
    }
    ui.add_space(HALF);
}

fn warning_ui(ui: &mut Ui, theme: &Theme, text: String) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = HALF;
        ui.label(RichText::new(icons::WARNING).color(theme.warning));
        ui.label(text);
    });
}
