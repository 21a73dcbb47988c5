//! The journal of the open document, and what others left unsaved: looked for at the start, offered
//! one after the other, opened, copied or thrown away. Nothing is removed before what takes its
//! place is on the disk, so that a second crash loses nothing.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;
use jiff::Timestamp;

use crate::compare::Side;
use crate::report::Report;
use crate::report::recovery::{ConflictInWords, LeftInWords};
use crate::session::Session;
use crate::store::disk::Disk;
use crate::store::format;
use crate::store::journal::{
    DocumentNow, Found, Journal, JournalError, JournalWriter, Journals, Left,
};
use crate::store::save::{Expected, save};
use crate::task::{Task, TaskState};
use crate::text::{Texts, files};

use super::app::{App, First};
use super::chooser::Ask;
use super::dialogs::{Dialog, RecoveryChoice, RecoveryDialog};
use super::leave::Then;
use super::notices::Notice;
use super::work::{Counted, wake};

/// The journal of the open document, and what others left unsaved.
#[derive(Default)]
pub(super) struct Recovering {
    /// Where journals are; none: nowhere.
    pub(super) journals: Option<Journals>,
    writer: Option<JournalWriter>,
    /// Whether the user was told that the journal is behind.
    told: bool,
    /// What is to be offered, the first one next.
    left: VecDeque<Left>,
    looking: Option<(Task<Result<Found, JournalError>>, Wanted)>,
    settling: Option<Task<Settled>>,
}

/// Why it is looked for what was left.
enum Wanted {
    /// The window starts; this file is opened then.
    AtStart(Option<First>),
    /// The user asked for it.
    ByUser,
}

/// What became of something that was left.
enum Settled {
    /// It is a document again.
    Open(Box<Counted>),
    /// It was written to this file.
    Copied(PathBuf),
    /// It is not offered again.
    ThrownAway,
    /// Its file became another one meanwhile: the user is asked anew.
    AskAgain(Box<Left>),
    /// It stays, and why.
    Failed(Option<Box<Left>>, Box<Report>),
}

impl Recovering {
    /// With journals in a data folder.
    pub(super) fn in_folder(data_folder: Option<&Path>) -> Self {
        Self {
            journals: data_folder.map(Journals::new),
            ..Self::default()
        }
    }

    /// Whether something is looked for, opened or written.
    pub(super) fn is_busy(&self) -> bool {
        self.looking.is_some() || self.settling.is_some()
    }

    /// The file of what is offered now.
    pub(super) fn path(&self) -> Option<&Path> {
        self.left.front().and_then(|left| left.state().path())
    }
}

/// What a task takes with it to settle something that was left.
struct Settling {
    left: Left,
    journals: Journals,
    now: Timestamp,
    disk: Arc<dyn Disk>,
    texts: Texts,
}

impl Settling {
    fn failed(self, report: Report) -> Settled {
        Settled::Failed(Some(Box::new(self.left)), Box::new(report))
    }

    fn open_again(mut self, sides: &[Side]) -> Settled {
        if self.left.look(self.disk.as_ref()) {
            return Settled::AskAgain(Box::new(self.left));
        }
        match self.left.document().clone() {
            DocumentNow::AsItWas => self.unchanged(),
            DocumentNow::Changed { hash, .. } => self.onto(sides, hash),
            DocumentNow::NeverSaved => {
                let session = Session::recovered_alone(self.left.state());
                opened(session, self.left.go_on())
            }
            DocumentNow::Gone | DocumentNow::Unreadable => self.alone(),
        }
    }

    fn open(&self) -> Result<Session, Box<Report>> {
        let path = self.left.state().path().unwrap_or(Path::new(""));
        let opened = Session::open(path, self.disk.as_ref());
        opened.map_err(|error| Box::new(Report::of_open(&error, self.texts)))
    }

    fn unchanged(self) -> Settled {
        match self.open() {
            Ok(session) if session.file_hash() == self.left.state().hash() => {
                let session = session.recovered(self.left.state());
                opened(session, self.left.go_on())
            }
            Ok(_) => Settled::AskAgain(Box::new(self.left)),
            Err(report) => self.failed(*report),
        }
    }

    /// Puts what was changed onto the file as it is now, in a journal of its own, which is on the
    /// disk before the old one is settled.
    fn onto(mut self, sides: &[Side], seen: crate::store::hash::FileHash) -> Settled {
        let mut session = match self.open() {
            Ok(session) if session.file_hash() == Some(seen) => session,
            Ok(_) => return Settled::AskAgain(Box::new(self.left)),
            Err(report) => return self.failed(*report),
        };
        let mut journal = session.journal(&self.journals, self.disk.as_ref());
        let command = self
            .left
            .onto()
            .and_then(|onto| onto.command(sides, session.dataset()));
        if let Some(command) = command
            && let Err(error) = session.apply(command)
        {
            let report = Report::of_recovery(&error, self.texts);
            return self.failed(report);
        }
        for ((key, path), text) in self.left.state().drafts() {
            session.draft(key, path, Some(text.clone()));
        }
        let kept = journal
            .log(session.take_events(), self.now, self.disk.as_ref())
            .and_then(|()| self.left.throw_away(self.now, self.disk.as_ref()));
        match kept {
            Ok(()) => opened(session, journal),
            Err(error) => {
                let report = Report::of_journal(&error, self.texts);
                self.failed(report)
            }
        }
    }

    fn alone(mut self) -> Settled {
        let session = Session::recovered_alone(self.left.state());
        let journal = self
            .left
            .go_on_alone(&self.journals, self.now, self.disk.as_ref());
        match journal {
            Ok(journal) => opened(session, journal),
            Err(error) => {
                let report = Report::of_journal(&error, self.texts);
                self.failed(report)
            }
        }
    }

    fn copy(mut self, path: PathBuf) -> Settled {
        let disk = Arc::clone(&self.disk);
        let expected = match disk.stamp(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Expected::Nothing,
            _ => Expected::Anything,
        };
        let text = format::write(self.left.state().dataset());
        match save(&path, &text, expected, disk.as_ref()) {
            Ok(saved) => {
                let settled = self
                    .left
                    .saved_to(&path, saved.hash, self.now, disk.as_ref());
                if let Err(error) = settled {
                    tracing::warn!(%error, "what was copied is offered again");
                }
                Settled::Copied(path)
            }
            Err(error) => {
                let report = Report::of_save(&error.into(), self.texts);
                self.failed(report)
            }
        }
    }

    fn throw_away(mut self) -> Settled {
        match self.left.throw_away(self.now, self.disk.as_ref()) {
            Ok(()) => Settled::ThrownAway,
            Err(error) => {
                let report = Report::of_journal(&error, self.texts);
                self.failed(report)
            }
        }
    }
}

fn opened(session: Session, journal: Journal) -> Settled {
    Settled::Open(Box::new(Counted::with_journal(session, Some(journal))))
}

impl App {
    /// Begins to keep what happens to the document that is shown now.
    pub(super) fn begin_journal(&mut self, ctx: &egui::Context, journal: Option<Journal>) {
        self.recovering.writer = None;
        let Some(journals) = &self.recovering.journals else {
            return;
        };
        let disk = Arc::clone(&self.disk);
        let journal = journal.unwrap_or_else(|| self.session.journal(journals, disk.as_ref()));
        match JournalWriter::start(journal, disk, self.clock(), wake(ctx)) {
            Ok(writer) => self.recovering.writer = Some(writer),
            Err(error) => {
                tracing::error!(%error, "no journal");
                self.not_protected(&error);
            }
        }
    }

    /// Keeps what happened to the document, and says where that fails.
    pub(super) fn keep_journal(&mut self) {
        let events = self.session.take_events();
        let Some(writer) = &self.recovering.writer else {
            return;
        };
        writer.log(events);
        match writer.trouble() {
            Some(error) if !self.recovering.told => {
                self.recovering.told = true;
                self.not_protected(&error);
            }
            None if self.recovering.told => {
                self.recovering.told = false;
                self.notices.say(Notice::ProtectedAgain);
            }
            _ => {}
        }
    }

    fn not_protected(&mut self, error: &JournalError) {
        let Report {
            message, causes, ..
        } = Report::of_journal(error, self.texts());
        let why = std::iter::once(message).chain(causes);
        self.notices
            .say(Notice::NotProtected(why.collect::<Vec<_>>().join(": ")));
    }

    /// Keeps the last that happened to the document, and lets go of its journal.
    pub(super) fn end_journal(&mut self) {
        self.keep_journal();
        self.recovering.writer = None;
        self.recovering.told = false;
    }

    /// Looks for what was left unsaved; then the first file is opened.
    pub(super) fn start_recovering(&mut self, ctx: &egui::Context, first: Option<First>) {
        let journals = self.recovering.journals.as_ref();
        if journals.is_some_and(|journals| self.disk.stamp(journals.folder()).is_ok()) {
            self.look_for(ctx, Wanted::AtStart(first));
        } else {
            self.open_first(ctx, first);
        }
    }

    /// Looks for what was left unsaved, as the user asked for it.
    pub(super) fn look_for_left(&mut self, ctx: &egui::Context) {
        if !self.recovering.is_busy() {
            self.look_for(ctx, Wanted::ByUser);
        }
    }

    fn look_for(&mut self, ctx: &egui::Context, wanted: Wanted) {
        let Some(journals) = self.recovering.journals.clone() else {
            return;
        };
        let (disk, now) = (Arc::clone(&self.disk), self.now().timestamp());
        let started = Task::start("look for unsaved", wake(ctx), move |_| {
            let found = journals.left(now, disk.as_ref());
            journals.prune(now, disk.as_ref());
            found
        });
        match started {
            Ok(task) => self.recovering.looking = Some((task, wanted)),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.looked(ctx, None, wanted);
            }
        }
    }

    fn looked(
        &mut self,
        ctx: &egui::Context,
        found: Option<Result<Found, JournalError>>,
        wanted: Wanted,
    ) {
        let texts = self.texts();
        match found {
            None => self.notices.say(Notice::WorkLost),
            Some(Err(error)) => {
                let report = Report::of_journal(&error, texts);
                self.notices.say(Notice::LeftUnread(report.message));
            }
            Some(Ok(Found { left, unreadable })) => {
                if let Some(first) = unreadable.first() {
                    let report = Report::of_journal(&first.error, texts);
                    self.notices.say(Notice::LeftUnread(report.message));
                } else if left.is_empty() && matches!(wanted, Wanted::ByUser) {
                    self.notices.say(Notice::NothingLeft);
                }
                self.recovering.left.extend(left);
            }
        }
        if let Wanted::AtStart(first) = wanted {
            self.open_first(ctx, first);
        }
    }

    /// Takes in what was found, and what became of what was left.
    pub(super) fn take_in_recovering(&mut self, ctx: &egui::Context) {
        if let Some((task, wanted)) = self.recovering.looking.take() {
            match task.poll() {
                TaskState::Running => self.recovering.looking = Some((task, wanted)),
                TaskState::Done(found) => self.looked(ctx, Some(found), wanted),
                TaskState::Lost => self.looked(ctx, None, wanted),
            }
        }
        if let Some(task) = self.recovering.settling.take() {
            match task.poll() {
                TaskState::Running => self.recovering.settling = Some(task),
                TaskState::Done(settled) => self.settled(ctx, settled),
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            }
        }
    }

    fn settled(&mut self, ctx: &egui::Context, settled: Settled) {
        match settled {
            Settled::Open(counted) if self.may_be_replaced() => self.take(ctx, *counted),
            // Something was changed meanwhile. What was left is still in its journal.
            Settled::Open(counted) => {
                drop(counted);
                self.look_for_left(ctx);
            }
            Settled::Copied(path) => {
                self.prefs.used(&path);
                self.keep_prefs();
                self.check_recent(ctx);
                self.notices.say(Notice::CopySaved(path));
            }
            Settled::ThrownAway => {}
            Settled::AskAgain(left) => self.recovering.left.push_front(*left),
            Settled::Failed(left, report) => {
                if let Some(left) = left {
                    self.recovering.left.push_front(*left);
                }
                self.trouble("dialog-trouble-recover", *report);
            }
        }
    }

    /// Offers the next that was left, where nothing else is asked or done.
    pub(super) fn ask_about_left(&mut self) {
        let is_free = self.work.is_none()
            && !self.recovering.is_busy()
            && !self.is_saving()
            && !self.is_closing()
            && self.leaving.then.is_none()
            && self.palette.is_none()
            && !self.dialogs.is_open();
        let (texts, zone) = (self.texts(), self.now().time_zone().clone());
        let Some(left) = self.recovering.left.front().filter(|_| is_free) else {
            return;
        };
        let when = left.state().at().map(|at| {
            let there = at.to_zoned_datetime(zone);
            files::moment(there.datetime(), texts)
        });
        let conflicts = conflicts(left, texts);
        self.dialogs.push(Dialog::Recovery(Box::new(RecoveryDialog {
            left: LeftInWords::of(left, texts),
            when,
            sides: vec![None; conflicts.len()],
            conflicts,
            more: self.recovering.left.len() - 1,
        })));
    }

    /// What the user wants of what was left.
    pub(super) fn answered_recovery(&mut self, ctx: &egui::Context, choice: RecoveryChoice) {
        match choice {
            RecoveryChoice::Apply(sides) => self.leave(ctx, Then::Recover(sides)),
            RecoveryChoice::SaveCopy => self.choose(ctx, Ask::SaveRecovered),
            RecoveryChoice::ThrowAway => self.settle(ctx, Settling::throw_away),
            RecoveryChoice::Later => {
                self.recovering.left.pop_front();
            }
        }
    }

    /// Opens what was left; it takes the document's place.
    pub(super) fn recover(&mut self, ctx: &egui::Context, sides: Vec<Side>) {
        self.settle(ctx, move |settling| settling.open_again(&sides));
    }

    /// The user chose where to copy what was left to.
    pub(super) fn save_recovered(&mut self, ctx: &egui::Context, path: PathBuf) {
        if self.session.path() == Some(&*path) {
            return self.notices.say(Notice::NotOverItself);
        }
        self.settle(ctx, move |settling| settling.copy(path));
    }

    fn settle(
        &mut self,
        ctx: &egui::Context,
        how: impl FnOnce(Settling) -> Settled + Send + 'static,
    ) {
        let Some(journals) = self.recovering.journals.clone() else {
            return;
        };
        let Some(left) = self.recovering.left.pop_front() else {
            return;
        };
        let settling = Settling {
            left,
            journals,
            now: self.now().timestamp(),
            disk: Arc::clone(&self.disk),
            texts: self.texts(),
        };
        match Task::start("recover", wake(ctx), move |_| how(settling)) {
            Ok(task) => self.recovering.settling = Some(task),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
            }
        }
    }
}

/// The records that were changed in the file, too, in words.
fn conflicts(left: &Left, texts: Texts) -> Vec<ConflictInWords> {
    let (Some(onto), DocumentNow::Changed { dataset, .. }) = (left.onto(), left.document()) else {
        return Vec::new();
    };
    let mine = left.state().dataset();
    let told = onto.conflicts.iter();
    told.map(|conflict| ConflictInWords::of(conflict, mine, dataset, texts))
        .collect()
}
