//! Files read and written, and books counted, off the window's thread. One work at a time: a
//! second one is refused while one runs. What fails leaves the document as it was.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, DroppedFileHandle};

use crate::ledger::{Assumptions, Ledger, Problem, Severity, check};
use crate::report::Report;
use crate::session::{Session, Unread, Written};
use crate::store::disk::Disk;
use crate::task::{Task, TaskState};
use crate::text::Texts;

use super::action::Verb;
use super::app::App;
use super::chooser::{Ask, Choice, Question};
use super::dialogs::{Dialog, Losses, PathDialog, Trouble};
use super::notices::Notice;

/// What runs beside the window.
pub(super) enum Work {
    /// The user chooses a file.
    Choosing(Ask, Task<Choice>),
    /// A file is read.
    Opening(Task<Result<Counted, Box<Report>>>, Opened),
    /// The document is written.
    Saving(Task<Result<Written, Box<Report>>>),
    /// The document is counted under other assumptions.
    Counting(Task<Arc<Ledger>>),
}

/// Why a file is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opened {
    /// It was chosen.
    New,
    /// It was open.
    Again,
}

/// A book made ready.
pub(super) struct Counted {
    session: Session,
    ledger: Arc<Ledger>,
    problems: Arc<Vec<Problem>>,
}

/// Books of more records than this are counted beside the window, smaller ones at once.
pub(super) const COUNTED_AT_ONCE: usize = 5_000;

impl Counted {
    fn of(session: Session) -> Self {
        let assumptions = Assumptions::of(session.dataset());
        let ledger = Arc::new(Ledger::new(Arc::clone(session.dataset()), assumptions));
        Self {
            problems: Arc::new(check(&ledger)),
            session,
            ledger,
        }
    }
}

/// How many of the problems are open: errors and warnings, accepted ones left out.
pub(super) fn open_problems(problems: &[Problem]) -> usize {
    problems
        .iter()
        .filter(|problem| problem.accepted.is_none() && problem.severity != Severity::Note)
        .count()
}

/// The path of a dropped file, where it has one.
pub(super) fn dropped_path(file: &DroppedFileHandle) -> Option<PathBuf> {
    let path = file.path();
    (!path.as_os_str().is_empty()).then(|| path.to_owned())
}

impl App {
    pub(super) fn apply_file_verb(&mut self, ctx: &egui::Context, verb: Verb) {
        match verb {
            Verb::Open => self.choose(ctx, Ask::Open),
            Verb::Save => match self.session.path().map(std::path::Path::to_owned) {
                Some(path) => self.chosen(ctx, Ask::SaveAs, path),
                None => self.choose(ctx, Ask::SaveAs),
            },
            Verb::SaveAs => self.choose(ctx, Ask::SaveAs),
            Verb::OpenSample => {
                self.start_opening(ctx, Opened::New, |_| Ok(Counted::of(Session::sample())));
            }
            Verb::Reload => {
                let (session, disk, texts) = self.for_task();
                self.start_opening(ctx, Opened::Again, move |_| {
                    let read = session.reload(disk.as_ref());
                    read.map(Counted::of)
                        .map_err(|error| Box::new(Report::of_open(&error, texts)))
                });
            }
            _ => {}
        }
    }

    fn choose(&mut self, ctx: &egui::Context, ask: Ask) {
        let texts = self.texts();
        let title = texts.get(match ask {
            Ask::Open => "dialog-open-title",
            Ask::SaveAs => "dialog-save-title",
        });
        let folder = self.session.path().and_then(|path| path.parent());
        let question = Question {
            ask,
            title,
            file_kind: texts.get("app-file-kind"),
            folder: folder.map(std::borrow::ToOwned::to_owned),
            file_name: self.suggested_name(),
        };
        let waiting = self.chooser.ask(question);
        let started = Task::start("choose a file", wake(ctx), waiting);
        self.work = self.started(started.map(|task| Work::Choosing(ask, task)));
    }

    fn suggested_name(&self) -> String {
        match self.session.path().and_then(|path| path.file_name()) {
            Some(name) => name.to_string_lossy().into_owned(),
            None => self.texts().get("app-copy-name"),
        }
    }

    pub(super) fn open_path(&mut self, ctx: &egui::Context, path: PathBuf) {
        let (_, disk, texts) = self.for_task();
        self.start_opening(ctx, Opened::New, move |_| {
            let read = Session::open(&path, disk.as_ref());
            read.map(Counted::of)
                .map_err(|error| Box::new(Report::of_open(&error, texts)))
        });
    }

    /// What work on a thread of its own takes with it.
    fn for_task(&self) -> (Session, Arc<dyn Disk>, Texts) {
        (self.session.clone(), Arc::clone(&self.disk), self.texts())
    }

    fn start_opening(
        &mut self,
        ctx: &egui::Context,
        opened: Opened,
        read: impl FnOnce(&crate::task::TaskLine) -> Result<Counted, Box<Report>> + Send + 'static,
    ) {
        let started = Task::start("open", wake(ctx), read);
        self.work = self.started(started.map(|task| Work::Opening(task, opened)));
    }

    /// The user chose this path.
    pub(super) fn chosen(&mut self, ctx: &egui::Context, ask: Ask, path: PathBuf) {
        match ask {
            Ask::Open => self.open_path(ctx, path),
            Ask::SaveAs => {
                let losses = Losses {
                    comments: self.session.notes().has_comments(),
                    unread: self.session.damage().len(),
                    path,
                };
                if losses.comments || losses.unread > 0 {
                    self.dialogs.push(Dialog::Loses(losses));
                } else {
                    self.save_to(ctx, losses.path, Unread::Refuse);
                }
            }
        }
    }

    pub(super) fn save_to(&mut self, ctx: &egui::Context, path: PathBuf, unread: Unread) {
        self.session.leave_field();
        let job = self.session.save_job(&path, unread);
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let started = Task::start("save", wake(ctx), move |_| {
            let written = job.run(disk.as_ref());
            written.map_err(|error| Box::new(Report::of_save(&error, texts)))
        });
        self.work = self.started(started.map(Work::Saving));
    }

    /// Counts under other assumptions.
    pub(super) fn assume(&mut self, ctx: &egui::Context, assumptions: Assumptions) {
        if assumptions == *self.host.ledger().assumptions() {
            return;
        }
        let dataset = Arc::clone(self.session.dataset());
        if self.host.show_again(&assumptions) {
            self.recount();
            self.after_counting();
        } else if dataset.len() <= COUNTED_AT_ONCE {
            self.host
                .set_ledger(&Arc::new(Ledger::new(dataset, assumptions)));
            self.recount();
            self.after_counting();
        } else if self.work.is_none() {
            let started = Task::start("count", wake(ctx), move |_| {
                Arc::new(Ledger::new(dataset, assumptions))
            });
            self.work = self.started(started.map(Work::Counting));
        }
    }

    /// A number that was explained was counted under other assumptions: it is asked for anew.
    fn after_counting(&mut self) {
        self.trail.forget_derivations();
    }

    fn started(&mut self, work: std::io::Result<Work>) -> Option<Work> {
        match work {
            Ok(work) => Some(work),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
                None
            }
        }
    }

    /// Takes in what is finished.
    pub(super) fn take_in_work(&mut self, ctx: &egui::Context) {
        match self.work.take() {
            None => {}
            Some(Work::Choosing(ask, task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Choosing(ask, task)),
                TaskState::Done(Choice::Chosen(path)) => self.chosen(ctx, ask, path),
                TaskState::Done(Choice::Cancelled) => {}
                TaskState::Done(Choice::NoDialog) => {
                    let name = self.suggested_name();
                    let suggested = match ask {
                        Ask::Open => "",
                        Ask::SaveAs => name.as_str(),
                    };
                    let dialog = PathDialog::new(ask, suggested);
                    self.dialogs.push(Dialog::Path(dialog));
                }
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            },
            Some(Work::Opening(task, opened)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Opening(task, opened)),
                _ if task.is_cancelled() => self.notices.say(Notice::Cancelled),
                TaskState::Done(Ok(counted)) => {
                    self.take(counted);
                    if opened == Opened::Again {
                        self.notices.say(Notice::Reloaded);
                    }
                }
                TaskState::Done(Err(report)) => self.trouble("dialog-trouble-open", *report),
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            },
            Some(Work::Saving(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Saving(task)),
                TaskState::Done(Ok(written)) => {
                    let path = written.path.clone();
                    self.session.written(written);
                    self.prefs.opened(&path);
                    self.keep_prefs();
                    self.damage_listed = false;
                    self.notices.say(Notice::Saved(path));
                }
                TaskState::Done(Err(report)) => self.trouble("dialog-trouble-save", *report),
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            },
            Some(Work::Counting(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Counting(task)),
                TaskState::Done(ledger) => {
                    self.host.set_ledger(&ledger);
                    self.after_counting();
                }
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            },
        }
    }

    fn take(&mut self, counted: Counted) {
        let Counted {
            session,
            ledger,
            problems,
        } = counted;
        self.show_session(session, &ledger, problems);
    }

    fn trouble(&mut self, head: &'static str, report: Report) {
        let head = self.texts().get(head);
        self.dialogs.push(Dialog::Trouble(Trouble { head, report }));
    }
}

pub(super) fn wake(ctx: &egui::Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
