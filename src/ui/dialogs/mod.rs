//! Dialogs: one at a time, in the order in which they came.

mod about;
mod accept;
mod backups;
mod brief;
mod delete;
mod differences;
mod export;
mod figure;
mod import;
mod keyboard;
mod leave;
mod link;
mod loses;
mod outside;
mod paste;
mod path;
mod recovery;
mod several;
mod trouble;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, Frame, Id, Modal, Response};

use crate::edit::Command;
use crate::edit::Key;
use crate::edit::links::Removal;
use crate::exchange::brief::{BriefFormat, BriefRequest};
use crate::exchange::picture::{FigureView, PictureFormat};
use crate::model::Dataset;
use crate::text::Texts;
use crate::views::FileLink;

use super::chooser::Ask;
use super::exporting::ExportRequest;
use super::files::SaveRequest;
use super::importing::ImportAsk;
use super::leave::Then;
use super::theme::{Theme, UNIT};

pub use accept::AcceptDialog;
pub use backups::{BackupsChoice, BackupsDialog, Differs, Version, VersionDialog, Versions};
pub use brief::BriefDialog;
pub use delete::DeleteDialog;
pub use differences::{Differences, Rows, Theirs};
pub use export::ExportDialog;
pub use figure::FigureDialog;
pub use import::ImportDialog;
pub use leave::{Leave, LeaveChoice, Revert};
pub use link::LinkDialog;
pub use outside::{OutsideChoice, OutsideDialog};
pub use paste::PasteDialog;
pub use path::PathDialog;
pub use recovery::{RecoveryChoice, RecoveryDialog};
pub use several::SeveralDialog;
pub use trouble::Trouble;

/// A dialog over the window.
#[derive(Debug)]
pub enum Dialog {
    /// Something went wrong.
    Trouble(Trouble),
    /// Asks for a path, where the system has no dialog for it.
    Path(PathDialog),
    /// Asks for a link to go to.
    Link(LinkDialog),
    /// Asks whether to write a file although something is lost.
    Loses(Losses),
    /// Rows from a spreadsheet, before they become records.
    Paste(Box<PasteDialog>),
    /// A field of several records.
    Several(Box<SeveralDialog>),
    /// The document is to be left with something unsaved.
    Leave(Leave),
    /// The file is to be read again with something unsaved.
    Revert(Revert),
    /// The file was found changed or gone when it was to be saved.
    Outside(OutsideDialog),
    /// What differs from another program's version.
    Differences(Differences),
    /// Earlier versions.
    Backups(BackupsDialog),
    /// What differs from an earlier version.
    Version(VersionDialog),
    /// What was left unsaved of a document.
    Recovery(Box<RecoveryDialog>),
    /// Asks what becomes of the links to records that are to go.
    Delete(Box<DeleteDialog>),
    /// Asks for the reason with which problems are accepted.
    Accept(AcceptDialog),
    /// A picture, before it is written.
    Figure(Box<FigureDialog>),
    /// What a page shows, before it goes out.
    Export(Box<ExportDialog>),
    /// A file of the field, before it comes in.
    Import(Box<ImportDialog>),
    /// A brief, before it is written.
    Brief(Box<BriefDialog>),
    /// All keys.
    Keyboard,
    /// What the program is.
    About,
}

/// What a save would drop.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Losses {
    /// What is to be saved.
    pub request: SaveRequest,
    /// Comments that people wrote into the file.
    pub comments: bool,
    /// How many parts of the file could not be read.
    pub unread: usize,
}

/// What the user answered.
#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// Nothing yet.
    None,
    /// The dialog is done with.
    Close,
    /// This path is to be opened or written to.
    Path(Ask, PathBuf),
    /// This link is to be followed.
    Link(FileLink),
    /// Change the document so.
    Change(Box<Command>),
    /// Change the document so; the dialog stays until it is told what came of it.
    Paste(Box<Command>),
    /// Take records out: links to them lead to this one, or are cut.
    Remove(Box<Removal>, Option<Key>),
    /// These problems, by check and record, are accepted with this reason.
    Accept(Vec<(String, String)>, String),
    /// Save although something is lost.
    SaveAllTheSame(SaveRequest),
    /// What becomes of what is not saved, and for what the document is left.
    Leave(LeaveChoice, Then),
    /// Read the file again although something is lost.
    Revert,
    /// What becomes of another program's version.
    Outside(OutsideChoice),
    /// What is wanted of an earlier version. The list stays.
    Backups(BackupsChoice),
    /// What becomes of what was left unsaved.
    Recovery(RecoveryChoice),
    /// The picture is to be written in this format.
    Figure(Box<FigureView>, PictureFormat),
    /// What is shown is to be written so.
    Export(Box<ExportRequest>),
    /// What is wanted of the file that is looked at.
    Import(ImportAsk),
    /// The brief is to be written as such a file.
    Brief(Box<BriefRequest>, BriefFormat),
    /// This text goes to the clipboard. The dialog stays.
    Copy(String),
}

impl Answer {
    /// Whether the dialog is done with.
    fn ends(&self) -> bool {
        !matches!(
            self,
            Self::None
                | Self::Backups(_)
                | Self::Paste(_)
                | Self::Copy(_)
                | Self::Import(
                    ImportAsk::Again | ImportAsk::Sheet(_) | ImportAsk::Keep | ImportAsk::TakeIn
                )
        )
    }
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

    /// Shows a dialog at once, over those that wait.
    pub fn push_front(&mut self, dialog: Dialog) {
        self.queue.push_front(dialog);
    }

    /// Whether the user is asked what becomes of what is not saved.
    pub fn asks_to_leave(&self) -> bool {
        let asks = |dialog: &Dialog| matches!(dialog, Dialog::Leave(_));
        self.queue.iter().any(asks)
    }

    /// The list of earlier versions, where it is shown.
    pub fn backups_mut(&mut self) -> Option<&mut BackupsDialog> {
        self.queue.iter_mut().find_map(|dialog| match dialog {
            Dialog::Backups(backups) => Some(backups),
            _ => None,
        })
    }

    /// Takes the list of earlier versions away.
    pub fn close_backups(&mut self) {
        self.queue
            .retain(|dialog| !matches!(dialog, Dialog::Backups(_)));
    }

    /// The file that is looked at, where one is.
    pub fn import_mut(&mut self) -> Option<&mut ImportDialog> {
        self.queue.iter_mut().find_map(|dialog| match dialog {
            Dialog::Import(import) => Some(import.as_mut()),
            _ => None,
        })
    }

    /// Takes the file that is looked at away.
    pub fn close_import(&mut self) {
        self.queue
            .retain(|dialog| !matches!(dialog, Dialog::Import(_)));
    }

    /// Whether one is shown.
    pub fn is_open(&self) -> bool {
        !self.queue.is_empty()
    }

    /// The rows that were ticked are records of this dataset now; where others are left the dialog
    /// stays for them. How many rows were pasted, when it is done.
    pub fn pasted(&mut self, dataset: &Arc<Dataset>) -> Option<usize> {
        let Some(Dialog::Paste(paste)) = self.queue.front_mut() else {
            return None;
        };
        if paste.done(dataset) {
            return None;
        }
        let count = paste.pasted();
        self.queue.pop_front();
        Some(count)
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
                Dialog::Link(link) => link.ui(ui, texts, theme),
                Dialog::Loses(losses) => loses::ui(ui, texts, theme, losses),
                Dialog::Paste(paste) => paste.ui(ui, texts, theme),
                Dialog::Several(several) => several.ui(ui, texts, theme),
                Dialog::Leave(leave) => leave::ui(ui, texts, theme, leave),
                Dialog::Revert(revert) => leave::revert_ui(ui, texts, theme, revert),
                Dialog::Outside(outside) => outside::ui(ui, texts, theme, outside),
                Dialog::Differences(dialog) => differences::ui(ui, texts, theme, dialog),
                Dialog::Backups(dialog) => backups::ui(ui, texts, theme, dialog),
                Dialog::Version(dialog) => backups::version_rows_ui(ui, texts, theme, dialog),
                Dialog::Recovery(dialog) => dialog.ui(ui, texts, theme),
                Dialog::Delete(delete) => delete.ui(ui, texts, theme),
                Dialog::Accept(accept) => accept.ui(ui, texts, theme),
                Dialog::Figure(figure) => figure.ui(ui, texts, theme),
                Dialog::Import(import) => import.ui(ui, texts, theme),
                Dialog::Export(export) => export.ui(ui, texts, theme),
                Dialog::Brief(brief) => brief.ui(ui, texts, theme),
                Dialog::Keyboard => keyboard::ui(ui, texts, theme),
                Dialog::About => about::ui(ui, texts, theme),
            }
        });
        // What was typed or pasted is not lost to a click beside it.
        let typed = matches!(
            dialog,
            Dialog::Paste(_) | Dialog::Several(_) | Dialog::Figure(_) | Dialog::Import(_)
        );
        let stays = typed && shown.backdrop_response.clicked();
        let closes = shown.should_close() && !stays;
        let answer = match shown.inner {
            Answer::None if closes => match dialog {
                Dialog::Recovery(_) => Answer::Recovery(RecoveryChoice::Later),
                Dialog::Import(_) => Answer::Import(ImportAsk::Stop),
                _ => Answer::Close,
            },
            answer => answer,
        };
        if answer.ends() {
            self.queue.pop_front();
        }
        answer
    }
}

fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Trouble(_) | Dialog::Outside(_) => 560.0,
        Dialog::Path(_) | Dialog::Link(_) | Dialog::Delete(_) | Dialog::Accept(_) => 520.0,
        Dialog::Loses(_) => 440.0,
        Dialog::Differences(_) | Dialog::Backups(_) | Dialog::Version(_) | Dialog::Recovery(_) => {
            680.0
        }
        Dialog::Leave(_) | Dialog::Revert(_) | Dialog::Keyboard | Dialog::About => 480.0,
        Dialog::Paste(_) | Dialog::Figure(_) | Dialog::Import(_) => 960.0,
        Dialog::Several(_) | Dialog::Export(_) | Dialog::Brief(_) => 640.0,
    }
}

/// Puts the focus on the button that a dialog is for when the dialog comes: Enter presses it.
fn focus_first(response: &Response) {
    let nowhere = response.ctx.memory(|memory| memory.focused().is_none());
    if nowhere {
        response.request_focus();
    }
}

/// The row of buttons at the bottom of a dialog, the main one on the right.
fn buttons_ui<R>(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    ui.add_space(UNIT);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), add)
        .inner
}
