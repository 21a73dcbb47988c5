//! Asks before a document is left with something that is not saved: what would be lost, and what to
//! do about it.

use eframe::egui::Ui;

use crate::text::{Texts, numbers};
use crate::ui::Theme;
use crate::ui::leave::{Losing, Then};
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;

use super::{Answer, buttons_ui, focus_first};

/// The document is to be left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leave {
    /// The document's name.
    pub name: String,
    /// What would be lost.
    pub losing: Losing,
    /// What it is left for.
    pub then: Then,
}

/// What to do about what is not saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeaveChoice {
    /// Save it first.
    Save,
    /// Lose it.
    Drop,
}

/// The file is to be read again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revert {
    /// The document's name.
    pub name: String,
    /// What would be lost.
    pub losing: Losing,
}

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme, leave: &Leave) -> Answer {
    let Leave { name, losing, then } = leave;
    let can_be_saved = losing.changes > 0 || losing.gone;
    let name = [("name", name.into())];
    ui.label(title(if losing.changes > 0 {
        texts.with("leave-title", &name)
    } else if losing.gone {
        texts.with("leave-title-gone", &name)
    } else {
        texts.with("leave-title-drafts", &name)
    }));
    ui.add_space(UNIT);
    losing_ui(ui, texts, *losing);
    buttons_ui(ui, |ui| {
        let answer = |choice| Answer::Leave(choice, then.clone());
        let (words, choice) = if can_be_saved {
            (texts.get("leave-save"), LeaveChoice::Save)
        } else {
            (texts.get("leave-anyway"), LeaveChoice::Drop)
        };
        let main = button::primary_ui(ui, theme, words);
        focus_first(&main);
        if main.clicked() {
            return answer(choice);
        }
        if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
            return Answer::Close;
        }
        if can_be_saved {
            ui.add_space(UNIT * 2.0);
            if button::button_ui(ui, theme, texts.get("leave-drop")).clicked() {
                return answer(LeaveChoice::Drop);
            }
        }
        Answer::None
    })
}

/// What would be lost, in sentences.
pub(super) fn losing_ui(ui: &mut Ui, texts: Texts, losing: Losing) {
    let Losing {
        changes,
        drafts,
        gone,
    } = losing;
    if changes > 0 {
        ui.label(texts.with("leave-changes", &counted(changes, texts)));
    }
    if drafts > 0 {
        ui.label(texts.with("leave-drafts", &counted(drafts, texts)));
    }
    if gone {
        ui.label(texts.get("leave-gone"));
    }
}

/// A number of things, to choose the plural by and to show.
pub(super) fn counted(
    number: usize,
    texts: Texts,
) -> [(&'static str, crate::text::Arg<'static>); 2] {
    let shown = numbers::count(u64::try_from(number).unwrap_or(u64::MAX), texts);
    [("count", number.into()), ("shown", shown.into())]
}

pub(super) fn revert_ui(ui: &mut Ui, texts: Texts, theme: &Theme, revert: &Revert) -> Answer {
    let Revert { name, losing } = revert;
    ui.label(title(texts.with("revert-title", &[("name", name.into())])));
    ui.add_space(UNIT);
    losing_ui(ui, texts, *losing);
    ui.label(texts.get("revert-lost"));
    buttons_ui(ui, |ui| {
        let stay = button::primary_ui(ui, theme, texts.get("dialog-cancel"));
        focus_first(&stay);
        if stay.clicked() {
            return Answer::Close;
        }
        let drop = if losing.changes > 0 {
            texts.with("revert-drop", &counted(losing.changes, texts))
        } else {
            texts.get("revert-again")
        };
        if button::button_ui(ui, theme, drop).clicked() {
            return Answer::Revert;
        }
        Answer::None
    })
}
