//! Dialogs: one at a time, in the order in which they came.

mod about;
mod accept;
mod keyboard;
mod loses;
mod path;
mod trouble;

use std::collections::VecDeque;
use std::path::PathBuf;

use eframe::egui::{self, Frame, Id, Modal};

use crate::text::Texts;

use super::chooser::Ask;
use super::theme::{Theme, UNIT};

pub use accept::AcceptDialog;
pub use path::PathDialog;
pub use trouble::Trouble;

/// A dialog over the window.
#[derive(Debug)]
pub enum Dialog {
    /// Something went wrong.
    Trouble(Trouble),
    /// Asks for a path, where the system has no dialog for it.
    Path(PathDialog),
    /// Asks whether to write a file although something is lost.
    Loses(Losses),
    /// Asks for the reason with which problems are accepted.
    Accept(AcceptDialog),
    /// All keys.
    Keyboard,
    /// What the program is.
    About,
}

/// What a save would drop.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Losses {
    /// The file to write to.
    pub path: PathBuf,
    /// Comments that people wrote into the file.
    pub comments: bool,
    /// How many parts of the file could not be read.
    pub unread: usize,
}

/// What the user answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Nothing yet.
    None,
    /// The dialog is done with.
    Close,
    /// This path is to be opened or written to.
    Path(Ask, PathBuf),
    /// These problems, by check and record, are accepted with this reason.
    Accept(Vec<(String, String)>, String),
    /// Write to this path although something is lost.
    SaveAllTheSame(PathBuf),
}

/// The dialogs that are to be shown.
#[derive(Debug, Default)]
pub struct Dialogs {
    queue: VecDeque<Dialog>,
}

impl Dialogs {
    /// Shows a dialog after those that wait.
    pub fn push(&mut self, dialog: Dialog) {
        self.queue.push_back(dialog);
    }

    /// Whether one is shown.
    pub fn is_open(&self) -> bool {
        !self.queue.is_empty()
    }

    /// Paints the first one; what the user answered takes it away.
    pub fn ui(&mut self, ctx: &egui::Context, texts: Texts, theme: &Theme) -> Answer {
        let Some(dialog) = self.queue.front_mut() else {
            return Answer::None;
        };
        let frame = Frame::popup(&ctx.global_style()).inner_margin(UNIT * 2.5);
        let modal = Modal::new(Id::unique("dialog")).frame(frame);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(width(dialog));
            match dialog {
                Dialog::Trouble(trouble) => trouble.ui(ui, texts, theme),
                Dialog::Path(path) => path.ui(ui, texts, theme),
                Dialog::Loses(losses) => loses::ui(ui, texts, theme, losses),
                Dialog::Accept(accept) => accept.ui(ui, texts, theme),
                Dialog::Keyboard => keyboard::ui(ui, texts, theme),
                Dialog::About => about::ui(ui, texts, theme),
            }
        });
        let closes = shown.should_close();
        let answer = match shown.inner {
            Answer::None if closes => Answer::Close,
            answer => answer,
        };
        if answer != Answer::None {
            self.queue.pop_front();
        }
        answer
    }
}

fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Trouble(_) => 560.0,
        Dialog::Path(_) | Dialog::Accept(_) => 520.0,
        Dialog::Loses(_) => 440.0,
        Dialog::Keyboard | Dialog::About => 480.0,
    }
}

/// The row of buttons at the bottom of a dialog, the main one on the right.
fn buttons_ui<R>(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    ui.add_space(UNIT);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), add)
        .inner
}
