//! The document is changed: by a command, by taking steps back or doing them again. Small books are
//! counted again at once, large ones beside the window, which shows the numbers of before until then.

use std::sync::Arc;

use eframe::egui;

use crate::edit::paste::looks_like_rows;
use crate::edit::{Command, Key, refusal};
use crate::ledger::{Ledger, Problem, check};
use crate::session::{ChangeError, Revision};
use crate::task::{Task, TaskState};

use super::app::App;
use super::dialogs::{Dialog, PasteDialog, SeveralDialog};
use super::notices::Notice;
use super::work::{COUNTED_AT_ONCE, wake};

/// A state of the document that is counted beside the window.
pub(super) struct Recount {
    revision: Revision,
    task: Task<(Arc<Ledger>, Arc<Vec<Problem>>)>,
}

impl App {
    /// Changes the document. Whether that could be done.
    pub(super) fn change(&mut self, ctx: &egui::Context, command: Command) -> bool {
        match self.session.apply(command) {
            Ok(_) => self.after_change(ctx),
            Err(error) => {
                self.not_changed(&error);
                return false;
            }
        }
        true
    }

    /// Takes steps back or does them again.
    pub(super) fn jump(&mut self, ctx: &egui::Context, done: usize) {
        match self.session.jump(done) {
            Ok(()) => self.after_change(ctx),
            Err(error) => self.not_changed(&error),
        }
    }

    /// Opens the dialog for rows of a spreadsheet: with these, or to be pasted into.
    pub(super) fn ask_for_rows(&mut self, ctx: &egui::Context, text: Option<&str>) {
        if self.session.read_only().is_some() {
            self.notices.say(Notice::ReadOnly);
            return;
        }
        let dataset = Arc::clone(self.session.dataset());
        let mut dialog = PasteDialog::new(dataset, self.trail.here().party.clone());
        match text {
            Some(text) => dialog.load(text, self.texts()),
            None => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
        }
        self.dialogs.push(Dialog::Paste(Box::new(dialog)));
    }

    /// Opens the dialog that gives a field of several records the same value.
    pub(super) fn ask_for_value(&mut self, keys: Vec<Key>) {
        if self.session.read_only().is_some() {
            self.notices.say(Notice::ReadOnly);
            return;
        }
        let dataset = Arc::clone(self.session.dataset());
        let records = self.host.desk.records();
        let dialog = SeveralDialog::new(dataset, keys, records, self.texts());
        self.dialogs.push(Dialog::Several(Box::new(dialog)));
    }

    /// Takes in rows that were pasted while no field had the focus.
    pub(super) fn take_pasted(&mut self, ctx: &egui::Context) {
        if self.dialogs.is_open() || self.palette.is_some() || ctx.text_edit_focused() {
            return;
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        match pasted {
            Some(text) if looks_like_rows(&text) => self.ask_for_rows(ctx, Some(&text)),
            Some(_) => self.notices.say(Notice::NoRows),
            None => {}
        }
    }

    /// Makes records of rows; what cannot be taken stays in the dialog.
    pub(super) fn paste(&mut self, ctx: &egui::Context, command: Command) {
        let before = self.session.revision();
        self.change(ctx, command);
        if self.session.revision() != before
            && let Some(count) = self.dialogs.pasted(self.session.dataset())
        {
            self.notices.say(Notice::Pasted(count));
        }
    }

    fn not_changed(&mut self, error: &ChangeError) {
        tracing::warn!(%error, "not changed");
        self.notices.say(match error {
            ChangeError::ReadOnly(_) => Notice::ReadOnly,
            ChangeError::Edit(why) => Notice::NotChanged(refusal::of_edit(why, self.texts())),
        });
    }

    /// Shows the document as it is now. Its own assumptions stay those that the reader chose.
    pub(super) fn after_change(&mut self, ctx: &egui::Context) {
        let revision = self.session.revision();
        let assumptions = self.host.ledger().assumptions().clone();
        if self.host.show_state_again(revision, &assumptions) {
            self.recounting = None;
            self.changed_shown();
            return;
        }
        let dataset = Arc::clone(self.session.dataset());
        if dataset.len() <= COUNTED_AT_ONCE {
            let ledger = Arc::new(Ledger::new(dataset, assumptions));
            self.host.show_state(revision, &ledger);
            self.changed_shown();
            return;
        }
        let started = Task::start("count", wake(ctx), move |_| {
            let ledger = Arc::new(Ledger::new(dataset, assumptions));
            let problems = Arc::new(check(&ledger));
            (ledger, problems)
        });
        match started {
            Ok(task) => self.recounting = Some(Recount { revision, task }),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
            }
        }
    }

    fn changed_shown(&mut self) {
        self.recount();
        self.trail.forget_derivations();
        let dataset = self.session.dataset();
        let gone = |id: &crate::model::PartyId| !dataset.parties.contains_key(id);
        if self.trail.here().party.as_ref().is_some_and(gone) {
            self.trail.correct(|here| here.party = None);
        }
    }

    /// Takes in a state that was counted beside the window; one that is no longer shown is dropped.
    pub(super) fn take_in_recount(&mut self) {
        let Some(recount) = self.recounting.take() else {
            return;
        };
        match recount.task.poll() {
            TaskState::Running => self.recounting = Some(recount),
            TaskState::Done((ledger, problems)) => {
                if recount.revision == self.session.revision() {
                    self.host.show(recount.revision, &ledger, problems);
                    self.changed_shown();
                }
            }
            TaskState::Lost => self.notices.say(Notice::WorkLost),
        }
    }
}
