//! Leaving a document: for another one, or for good. Only when something would be lost is anything
//! asked, and what fails or is thought better of leaves the document where it is.

use std::path::PathBuf;

use eframe::egui::{self, ViewportCommand};

use crate::compare::Side;
use crate::session::{Revision, Session};

use super::app::App;
use super::dialogs::{Dialog, Leave, LeaveChoice};
use super::notices::Notice;
use super::outside::Elsewhere;
use super::work::Counted;

/// What is to be done when the document may be left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Then {
    /// The window closes.
    Quit,
    /// A new book is begun.
    New,
    /// This file is opened.
    Open(PathBuf),
    /// The sample is opened.
    OpenSample,
    /// What was left unsaved of another document is opened, with these sides of its conflicts.
    Recover(Vec<Side>),
}

/// What would be lost if the document were left now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Losing {
    /// By how many steps it differs from its file.
    pub changes: usize,
    /// How many fields hold a text that is no value yet.
    pub drafts: usize,
    /// Whether its file is there no more.
    pub gone: bool,
}

/// How far the window is with leaving its document.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    /// What is to be done when the document has been saved.
    pub(super) then: Option<Then>,
    /// The state that the user agreed to lose.
    dropped: Option<Revision>,
    /// The window may close.
    closing: bool,
}

impl App {
    /// What would be lost if the document were left now; none: nothing.
    pub(super) fn losing(&self) -> Option<Losing> {
        let losing = Losing {
            changes: self.session.changes(),
            drafts: self.drafts().len(),
            gone: self.elsewhere() == Some(Elsewhere::Gone),
        };
        let any = losing.changes > 0 || losing.drafts > 0 || losing.gone;
        any.then_some(losing)
    }

    /// Whether there is something that saving would bring into a file. What is typed may become
    /// such before it comes to that.
    pub(super) fn can_be_saved(&self) -> bool {
        self.session.path().is_none() || self.losing().is_some()
    }

    /// Whether the window closes.
    pub fn is_closing(&self) -> bool {
        self.leaving.closing
    }

    /// Leaves the document, or asks first.
    pub(super) fn leave(&mut self, ctx: &egui::Context, then: Then) {
        self.finish_typing(ctx);
        if self.is_saving() && (self.leaving.then.is_none() || self.losing().is_none()) {
            // What is being saved may be all that would be lost. Who asks twice need not wait.
            self.notices.say(Notice::WhenSaved);
            self.leaving.then = Some(then);
            return;
        }
        match self.losing() {
            None => self.go(ctx, then),
            Some(losing) => self.ask_to_leave(ctx, losing, then),
        }
    }

    fn ask_to_leave(&mut self, ctx: &egui::Context, losing: Losing, then: Then) {
        if self.dialogs.asks_to_leave() {
            return;
        }
        // Nobody sees a question in a window that is put away.
        if ctx.input(|input| input.viewport().minimized == Some(true)) {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        }
        ctx.send_viewport_cmd(ViewportCommand::Focus);
        let name = self.document_name();
        let leave = Leave { name, losing, then };
        self.dialogs.push_front(Dialog::Leave(leave));
    }

    /// What the user answered.
    pub(super) fn answered_leave(&mut self, ctx: &egui::Context, choice: LeaveChoice, then: Then) {
        match choice {
            LeaveChoice::Save => {
                self.leaving.then = Some(then);
                self.save(ctx);
            }
            LeaveChoice::Drop => {
                self.agree_to_drop();
                self.go(ctx, then);
            }
        }
    }

    /// The user agreed to lose what is not saved.
    pub(super) fn agree_to_drop(&mut self) {
        self.leaving.dropped = Some(self.session.revision());
    }

    /// Whether the document can be replaced by another one without losing what the user did not
    /// agree to lose.
    pub(super) fn may_be_replaced(&self) -> bool {
        let agreed = self.leaving.dropped == Some(self.session.revision());
        agreed || self.losing().is_none()
    }

    /// The document is about to be replaced, or the window to close.
    pub(super) fn left(&mut self) {
        if self.losing().is_some() && self.leaving.dropped == Some(self.session.revision()) {
            self.session.throw_away();
        }
        self.leaving = Leaving::default();
    }

    /// Does what the document is left for.
    fn go(&mut self, ctx: &egui::Context, then: Then) {
        match then {
            Then::Quit => {
                self.left();
                self.close(ctx);
            }
            Then::New => self.show_new(ctx),
            Then::Open(path) => self.open_path(ctx, path),
            Then::OpenSample => self.open_sample(ctx),
            Then::Recover(sides) => self.recover(ctx, sides),
        }
    }

    fn close(&mut self, ctx: &egui::Context) {
        self.leaving.closing = true;
        self.keep_prefs();
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    fn show_new(&mut self, ctx: &egui::Context) {
        let title = self.texts().get("app-new-title");
        let counted = Counted::of(Session::new_book(&title));
        self.take(ctx, counted);
    }

    /// The document was saved: what waited for it is done, or asked about where something was
    /// changed meanwhile.
    pub(super) fn after_saving(&mut self, ctx: &egui::Context) {
        if let Some(then) = self.leaving.then.take() {
            self.leave(ctx, then);
        }
    }

    /// The user thought better of it, or it failed: the document stays.
    pub(super) fn stay(&mut self) {
        if !self.is_saving() {
            self.leaving.then = None;
        }
    }

    /// Sees whether the system wants the window to close, or the desktop session to end.
    pub(super) fn watch_closing(&mut self, ctx: &egui::Context) {
        if self.ending.is_set() && !self.leaving.closing {
            // There is no time for questions, and none is needed: what is not saved is in the
            // journal, and is offered at the next start.
            tracing::info!("the session ends");
            self.finish_typing(ctx);
            self.close(ctx);
            return;
        }
        if !ctx.input(|input| input.viewport().close_requested()) || self.leaving.closing {
            return;
        }
        self.finish_typing(ctx);
        if self.losing().is_none() && !self.is_saving() {
            self.leaving.closing = true;
            self.keep_prefs();
            return;
        }
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        self.leave(ctx, Then::Quit);
    }
}
