//! Saving, off the window's thread: what stands on the disk is looked at before it is replaced,
//! earlier versions are kept, and what fails leaves the document modified. A second save waits for
//! the first; meanwhile the document can be changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui;
use jiff::{Timestamp, ZonedDateTime};

use crate::report::Report;
use crate::session::{SaveJob, SaveProblem, Unread, Written};
use crate::store::backup::Backups;
use crate::store::disk::Disk;
use crate::store::hash::FileHash;
use crate::store::open::LIMIT;
use crate::store::save::{Expected, Outside, SaveError, SaveStep, Saved, save};
use crate::store::watch::{Pause, Watch};
use crate::task::{Task, TaskState};
use crate::text::Texts;

use super::app::App;
use super::chooser::Ask;
use super::dialogs::{Dialog, Losses, OutsideDialog};
use super::notices::Notice;
use super::outside::Elsewhere;
use super::work::wake;

/// Something to be saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaveRequest {
    /// To this file.
    pub path: PathBuf,
    /// What.
    pub what: What,
    /// Over which file.
    pub over: Over,
    /// What becomes of the parts that could not be read.
    pub unread: Unread,
}

/// What is saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// The document, which is in that file from then on.
    Document,
    /// A copy of it: the document stays where it is, and as modified as it is.
    Copy,
    /// An earlier version of it, as text.
    Version(Arc<str>),
}

/// Which file may be written over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Over {
    /// The document's own, as it was last read or written.
    Known,
    /// Whichever is there now: the user chose its name and was asked. One that comes later is not.
    Chosen,
    /// This version of another program, which the user looked at.
    Theirs(FileHash),
    /// None: the file is gone, and is written again.
    Gone,
}

/// What is being saved, and what waits.
#[derive(Default)]
pub(super) struct Saving {
    running: Option<(SaveRequest, Task<Result<Done, Failed>>)>,
    next: Option<SaveRequest>,
    /// When the document was last saved in this run.
    at: Option<ZonedDateTime>,
}

/// A save that was done.
struct Done {
    /// Of the document itself.
    written: Option<Written>,
    /// What the disk says.
    saved: Saved,
    /// Why no backup could be kept.
    no_backup: Option<Box<Report>>,
}

/// A save that failed.
struct Failed {
    report: Box<Report>,
    outside: Option<Outside>,
    /// The file is written, and is this one now, though the system does not confirm it.
    unsure: Option<FileHash>,
}

/// Where earlier versions are kept, and when this one is.
struct Keeping {
    backups: Backups,
    at: Timestamp,
}

/// What a save takes to its thread.
struct Writing {
    job: SaveJob,
    request: SaveRequest,
    keeping: Option<Keeping>,
    disk: Arc<dyn Disk>,
    texts: Texts,
    pause: Option<Pause>,
}

impl Writing {
    fn run(self) -> Result<Done, Failed> {
        let before = self.keep_old();
        let expected = self.expected();
        let done = match &self.request.what {
            What::Version(text) => {
                let saved = save(&self.request.path, text, expected, self.disk.as_ref());
                saved.map(|saved| (saved, None)).map_err(SaveProblem::from)
            }
            What::Document | What::Copy => {
                let written = self.job.clone().expecting(expected).run(self.disk.as_ref());
                written.map(|written| (written.saved.clone(), Some(written)))
            }
        };
        let (saved, written) = done.map_err(|error| self.failed(&error))?;
        if self.is_document()
            && let Some(pause) = &self.pause
        {
            pause.know(saved.hash);
        }
        let after = self.is_document().then(|| self.keep_new()).flatten();
        Ok(Done {
            written: written.filter(|_| self.is_document()),
            saved,
            no_backup: before.or(after),
        })
    }

    fn is_document(&self) -> bool {
        self.request.what == What::Document
    }

    fn expected(&self) -> Expected {
        match self.request.over {
            Over::Known => self.job.expected(),
            Over::Theirs(hash) => Expected::Hash(hash),
            Over::Gone => Expected::Nothing,
            Over::Chosen => {
                let there = self.disk.stamp(&self.request.path);
                match there {
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => Expected::Nothing,
                    _ => Expected::Anything,
                }
            }
        }
    }

    fn text(&self) -> String {
        match &self.request.what {
            What::Version(text) => text.to_string(),
            What::Document | What::Copy => self.job.text(),
        }
    }

    fn failed(&self, error: &SaveProblem) -> Failed {
        let (outside, unsure) = match error {
            SaveProblem::Disk(SaveError { outside, step, .. }) => {
                let is_there = *step == SaveStep::SyncFolder && self.is_document();
                let unsure = is_there.then(|| FileHash::of(self.text().as_bytes()));
                (*outside, unsure)
            }
            SaveProblem::Unread(_) => (None, None),
        };
        if let (Some(hash), Some(pause)) = (unsure, &self.pause) {
            pause.know(hash);
        }
        Failed {
            report: Box::new(Report::of_save(error, self.texts)),
            outside,
            unsure,
        }
    }

    /// Keeps what stands in the file now, where there is one.
    fn keep_old(&self) -> Option<Box<Report>> {
        let old = self.disk.read(&self.request.path, LIMIT).ok()?;
        self.keep(&old)
    }

    /// Keeps what was saved.
    fn keep_new(&self) -> Option<Box<Report>> {
        self.keep(self.text().as_bytes())
    }

    fn keep(&self, bytes: &[u8]) -> Option<Box<Report>> {
        let Keeping { backups, at } = self.keeping.as_ref()?;
        let kept = backups.add(&self.request.path, bytes, *at, self.disk.as_ref());
        kept.err()
            .map(|error| Box::new(Report::of_backup(&error, self.texts)))
    }
}

impl App {
    /// Nothing of another document that was open is told any more.
    pub(super) fn forget_saving(&mut self) {
        self.saving.at = None;
    }

    /// Whether something is being saved.
    pub(super) fn is_saving(&self) -> bool {
        self.saving.running.is_some()
    }

    /// Saves the document to its file; one that is in none is asked about.
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        let Some(path) = self.session.path().map(Path::to_owned) else {
            return self.choose(ctx, Ask::SaveAs);
        };
        match self.elsewhere() {
            Some(Elsewhere::Gone) => self.save_checked(ctx, What::Document, path, Over::Gone),
            _ => self.save_checked(ctx, What::Document, path, Over::Known),
        }
    }

    /// The user chose where to save to.
    pub(super) fn save_chosen(&mut self, ctx: &egui::Context, what: What, path: PathBuf) {
        let own = self.session.path() == Some(&*path);
        if own && matches!(what, What::Version(_)) {
            return self.notices.say(Notice::NotOverItself);
        }
        let over = if own { Over::Known } else { Over::Chosen };
        // A copy over the document itself is no copy.
        let what = match what {
            What::Copy if own => What::Document,
            what => what,
        };
        self.save_checked(ctx, what, path, over);
    }

    /// Saves, or asks first where something would be dropped.
    pub(super) fn save_checked(
        &mut self,
        ctx: &egui::Context,
        what: What,
        path: PathBuf,
        over: Over,
    ) {
        let request = SaveRequest {
            path,
            what,
            over,
            unread: Unread::Refuse,
        };
        let losses = Losses {
            comments: self.session.notes().has_comments(),
            unread: self.session.damage().len(),
            request,
        };
        let all_is_kept = matches!(losses.request.what, What::Version(_))
            || (!losses.comments && losses.unread == 0);
        if all_is_kept {
            self.start_saving(ctx, losses.request);
        } else {
            self.dialogs.push(Dialog::Loses(losses));
        }
    }

    /// Saves although something is dropped: the user was told and agreed.
    pub(super) fn save_all_the_same(&mut self, ctx: &egui::Context, request: SaveRequest) {
        let request = SaveRequest {
            unread: Unread::LeaveOut,
            ..request
        };
        self.start_saving(ctx, request);
    }

    /// When the document was last saved in this run, where it was.
    pub(super) fn saved_at(&self) -> Option<&ZonedDateTime> {
        self.saving.at.as_ref()
    }

    /// Saves, or lets it wait until what is being saved is done.
    pub(super) fn start_saving(&mut self, ctx: &egui::Context, request: SaveRequest) {
        if self.is_saving() {
            self.saving.next = Some(request);
            return;
        }
        self.session.leave_field();
        let document = request.what == What::Document;
        let writing = Writing {
            job: self.session.save_job(&request.path, request.unread),
            keeping: self.keeping(&request),
            disk: Arc::clone(&self.disk),
            texts: self.texts(),
            pause: self
                .attached
                .watch
                .as_ref()
                .filter(|_| document)
                .map(Watch::pause),
            request: request.clone(),
        };
        match Task::start("save", wake(ctx), move |_| writing.run()) {
            Ok(task) => self.saving.running = Some((request, task)),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
                self.stay();
            }
        }
    }

    /// Where earlier versions of the file are kept: what is replaced in any case, what was saved
    /// where it is the document itself.
    fn keeping(&self, request: &SaveRequest) -> Option<Keeping> {
        let folder = self.data_folder.as_ref()?;
        Some(Keeping {
            backups: Backups::of(&request.path, folder, self.prefs.keep()),
            at: self.now().timestamp(),
        })
    }

    /// Takes in what was saved, and begins with what waits.
    pub(super) fn take_in_saving(&mut self, ctx: &egui::Context) {
        let Some((request, task)) = self.saving.running.take() else {
            return;
        };
        let done = match task.poll() {
            TaskState::Running => {
                self.saving.running = Some((request, task));
                return;
            }
            TaskState::Done(done) => done,
            TaskState::Lost => {
                self.notices.say(Notice::WorkLost);
                self.saving.next = None;
                return self.stay();
            }
        };
        let next = self.saving.next.take();
        let is_done = done.is_ok();
        match done {
            Ok(done) => self.saved(ctx, &request, done),
            Err(failed) => {
                if let Some(hash) = failed.unsure {
                    self.session.know_file(hash);
                }
                // The one that waits tells for both.
                if next.is_none() {
                    self.not_saved(&request, failed);
                }
            }
        }
        match next {
            // Everything may be saved by now.
            Some(next) if is_done && next == request && !self.session.is_modified() => {
                self.after_saving(ctx);
            }
            Some(next) => self.start_saving(ctx, next),
            None => self.after_saving(ctx),
        }
    }

    /// The program ends: what is just being saved is let through, for a few seconds at most.
    pub(super) fn finish_saving(&mut self) {
        let Some((_, task)) = self.saving.running.take() else {
            return;
        };
        for _ in 0..300 {
            match task.poll() {
                TaskState::Running => std::thread::sleep(Duration::from_millis(10)),
                TaskState::Done(Ok(Done {
                    written: Some(written),
                    ..
                })) => return self.session.written(written),
                TaskState::Done(_) | TaskState::Lost => return,
            }
        }
        tracing::warn!("the program ended before a file was saved");
    }

    fn saved(&mut self, ctx: &egui::Context, request: &SaveRequest, done: Done) {
        let Done {
            written,
            saved,
            no_backup,
        } = done;
        let path = request.path.clone();
        let notice = match (written, saved.other_names) {
            (None, _) => Some(Notice::CopySaved(path.clone())),
            (Some(written), names) => {
                let moved = self.session.path() != Some(&*path);
                self.session.written(written);
                self.saving.at = Some(self.now());
                self.file_is_known();
                if moved {
                    self.attach(ctx);
                }
                self.damage_listed = false;
                if names > 0 {
                    Some(Notice::SavedUnderOneName(path.clone()))
                } else {
                    // Where it stays in its file, the time in the status line says enough.
                    moved.then(|| Notice::Saved(path.clone()))
                }
            }
        };
        if request.what == What::Document {
            self.prefs.opened(&path);
        } else {
            self.prefs.used(&path);
        }
        self.keep_prefs();
        self.check_recent(ctx);
        let warning = no_backup.map(|report| Notice::NoBackup(report.message));
        if let Some(notice) = warning.or(notice) {
            self.notices.say(notice);
        }
    }

    fn not_saved(&mut self, request: &SaveRequest, failed: Failed) {
        let Failed {
            report, outside, ..
        } = failed;
        self.stay();
        let own = request.what == What::Document && self.session.path() == Some(&*request.path);
        match outside.filter(|_| own) {
            Some(outside) => {
                let elsewhere = Elsewhere::of(outside);
                self.found_elsewhere(elsewhere);
                self.dialogs.push(Dialog::Outside(OutsideDialog {
                    name: self.document_name(),
                    elsewhere,
                    losing: self.losing(),
                }));
            }
            None => self.trouble("dialog-trouble-save", *report),
        }
    }
}
