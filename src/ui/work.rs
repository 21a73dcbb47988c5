//! Files chosen and read, and books counted, off the window's thread. One work at a time: a second
//! one is refused while one runs. What fails leaves the document as it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, DroppedFileHandle};

use crate::exchange::picture::FigureView;
use crate::ledger::{Assumptions, Ledger, Problem, Severity, check};
use crate::report::Report;
use crate::session::Session;
use crate::store::disk::Disk;
use crate::store::journal::Journal;
use crate::store::open::{OpenError, OpenProblem};
use crate::task::{Task, TaskState};
use crate::text::Texts;

use super::app::App;
use super::chooser::{Ask, Choice, Question};
use super::dialogs::{Dialog, PathDialog, Revert, Trouble};
use super::files::What;
use super::leave::{Losing, Then};
use super::notices::Notice;

/// What runs beside the window.
pub(super) enum Work {
    /// The user chooses a file.
    Choosing(Ask, Task<Choice>),
    /// A file is read.
    Opening(Task<Result<Counted, Refused>>, Opened),
    /// The document is counted under other assumptions.
    Counting(Task<Arc<Ledger>>),
    /// A picture is written.
    Drawing(Task<Result<PathBuf, Box<Report>>>),
    /// Data is written; none where it was cancelled.
    Exporting(Task<Result<Option<PathBuf>, Box<Report>>>),
    /// A brief is written.
    Briefing(Task<Result<PathBuf, Box<Report>>>),
    /// A picture is read for its view.
    Reading(Task<Result<Box<FigureView>, Box<Report>>>),
}

/// Why a file is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Opened {
    /// It was asked for.
    Chosen(PathBuf),
    /// It was open when the program ended last.
    Last(PathBuf),
    /// The sample was asked for.
    Sample,
    /// It is open.
    Again,
}

/// Why a file was not read.
pub(super) struct Refused {
    report: Box<Report>,
    /// It is not there.
    missing: bool,
}

impl Refused {
    fn of(error: &OpenError, texts: Texts) -> Self {
        Self {
            report: Box::new(Report::of_open(error, texts)),
            missing: matches!(error.why, OpenProblem::Missing),
        }
    }
}

/// A book made ready.
pub(super) struct Counted {
    session: Session,
    /// Its journal; none: it has none yet.
    journal: Option<Journal>,
    ledger: Arc<Ledger>,
    problems: Arc<Vec<Problem>>,
}

/// Books of more records than this are counted beside the window, smaller ones at once.
pub(super) const COUNTED_AT_ONCE: usize = 5_000;

impl Counted {
    pub(super) fn of(session: Session) -> Self {
        Self::with_journal(session, None)
    }

    pub(super) fn with_journal(session: Session, journal: Option<Journal>) -> Self {
        let assumptions = Assumptions::of(session.dataset());
        let ledger = Arc::new(Ledger::new(Arc::clone(session.dataset()), assumptions));
        Self {
            problems: Arc::new(check(&ledger)),
            session,
            journal,
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
    /// Asks for a file.
    pub(super) fn choose(&mut self, ctx: &egui::Context, ask: Ask) {
        if self.work.is_some() {
            // One question after the other.
            return self.stay();
        }
        let texts = self.texts();
        let title = texts.get(match ask {
            Ask::Open => "dialog-open-title",
            Ask::SaveAs => "dialog-save-title",
            Ask::SaveCopy => "dialog-copy-title",
            Ask::SaveVersion => "dialog-version-title",
            Ask::SaveRecovered => "dialog-recovered-title",
            Ask::SaveFigure(_) => "figure-title",
            Ask::SaveBrief(_) => "brief-dialog-title",
            Ask::OpenFigure => "figure-open-title",
            Ask::SaveData(_) => "exporter-title",
            Ask::Import => "importer-choose",
        });
        let folder = self.path_to_save(ask).and_then(|path| path.parent());
        let question = Question {
            ask,
            title,
            file_kind: texts.get(match ask {
                Ask::SaveFigure(_) | Ask::OpenFigure => "figure-file-kind",
                Ask::SaveData(_) => "exporter-file-kind",
                Ask::Import => "importer-file-kind",
                Ask::SaveBrief(_) => "brief-file-kind",
                _ => "app-file-kind",
            }),
            folder: folder.map(std::borrow::ToOwned::to_owned),
            file_name: self.suggested_name(ask),
        };
        let waiting = self.chooser.ask(question);
        let started = Task::start("choose a file", wake(ctx), waiting);
        self.work = self.started(started.map(|task| Work::Choosing(ask, task)));
    }

    /// The file of what is to be saved.
    fn path_to_save(&self, ask: Ask) -> Option<&Path> {
        match ask {
            Ask::SaveRecovered => self.recovering.path(),
            _ => self.session.path(),
        }
    }

    fn suggested_name(&self, ask: Ask) -> String {
        if let Ask::SaveFigure(format) = ask {
            return self.figures.suggested_name(format);
        }
        if let Ask::SaveData(kind) = ask {
            return self.suggested_export(kind);
        }
        if let Ask::SaveBrief(format) = ask {
            return self.figures.briefs.suggested_name(format);
        }
        let Some(path) = self.path_to_save(ask) else {
            return self.texts().get("app-copy-name");
        };
        let name = |part: Option<&std::ffi::OsStr>| {
            let part = part.unwrap_or_default();
            part.to_string_lossy().into_owned()
        };
        match ask {
            Ask::Open | Ask::SaveAs => name(path.file_name()),
            Ask::SaveFigure(_)
            | Ask::SaveBrief(_)
            | Ask::SaveData(_)
            | Ask::OpenFigure
            | Ask::Import => String::new(),
            Ask::SaveCopy | Ask::SaveVersion | Ask::SaveRecovered => {
                let args = [("name", name(path.file_stem()).into())];
                self.texts().with("app-copy-of", &args)
            }
        }
    }

    /// Opens a file, which takes the document's place.
    pub(super) fn open_path(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.read(ctx, Opened::Chosen(path));
    }

    /// Opens the sample, which takes the document's place.
    pub(super) fn open_sample(&mut self, ctx: &egui::Context) {
        self.read(ctx, Opened::Sample);
    }

    /// Opens the file that was open when the program ended last.
    pub(super) fn open_last(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.read(ctx, Opened::Last(path));
    }

    /// Reads the open file again, or asks first where something would be lost.
    pub(super) fn revert(&mut self, ctx: &egui::Context) {
        self.finish_typing(ctx);
        // What is typed and is no value yet stays where it is, also when the file is read again.
        let losing = self.losing().filter(|losing| losing.changes > 0);
        match losing.map(|losing| Losing {
            drafts: 0,
            ..losing
        }) {
            None => self.read(ctx, Opened::Again),
            Some(losing) => {
                let name = self.document_name();
                self.dialogs.push(Dialog::Revert(Revert { name, losing }));
            }
        }
    }

    /// The user agreed to lose what is not saved, and the open file is read again.
    pub(super) fn answered_revert(&mut self, ctx: &egui::Context) {
        self.agree_to_drop();
        self.read(ctx, Opened::Again);
    }

    fn read(&mut self, ctx: &egui::Context, opened: Opened) {
        let (session, disk, texts) = self.for_task();
        let wanted = opened.clone();
        let journals = self.recovering.journals.clone();
        let started = Task::start("open", wake(ctx), move |_| {
            let read = match wanted {
                Opened::Chosen(path) | Opened::Last(path) => Session::open(&path, disk.as_ref()),
                Opened::Sample => Ok(Session::sample()),
                Opened::Again => session.reload(disk.as_ref()),
            };
            let with_journal = |mut session: Session| {
                let journals = journals.as_ref();
                let journal = journals.map(|journals| session.journal(journals, disk.as_ref()));
                Counted::with_journal(session, journal)
            };
            read.map(with_journal)
                .map_err(|error| Refused::of(&error, texts))
        });
        self.work = self.started(started.map(|task| Work::Opening(task, opened)));
    }

    /// What work on a thread of its own takes with it.
    fn for_task(&self) -> (Session, Arc<dyn Disk>, Texts) {
        (self.session.clone(), Arc::clone(&self.disk), self.texts())
    }

    /// The user chose this path.
    pub(super) fn chosen(&mut self, ctx: &egui::Context, ask: Ask, path: PathBuf) {
        match ask {
            Ask::Open => self.leave(ctx, Then::Open(path)),
            Ask::SaveAs => self.save_chosen(ctx, What::Document, path),
            Ask::SaveCopy => self.save_chosen(ctx, What::Copy, path),
            Ask::SaveVersion => self.save_version(ctx, path),
            Ask::SaveRecovered => self.save_recovered(ctx, path),
            Ask::SaveFigure(format) => self.write_figure(ctx, path, format),
            Ask::SaveBrief(format) => self.write_brief(ctx, path, format),
            Ask::OpenFigure => self.open_figure(ctx, path),
            Ask::SaveData(_) => self.write_export(ctx, path),
            Ask::Import => self.import_file(ctx, path),
        }
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

    pub(super) fn started(&mut self, work: std::io::Result<Work>) -> Option<Work> {
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
                TaskState::Done(choice) => self.choice(ctx, ask, choice),
                TaskState::Lost => self.work_lost(),
            },
            Some(Work::Opening(task, opened)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Opening(task, opened)),
                _ if task.is_cancelled() => {
                    self.stay();
                    self.notices.say(Notice::Cancelled);
                }
                TaskState::Done(Ok(counted)) => self.opened(ctx, opened, counted),
                TaskState::Done(Err(refused)) => self.not_opened(opened, refused),
                TaskState::Lost => self.work_lost(),
            },
            Some(Work::Counting(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Counting(task)),
                TaskState::Done(ledger) => {
                    self.host.set_ledger(&ledger);
                    self.after_counting();
                }
                TaskState::Lost => self.work_lost(),
            },
            Some(Work::Drawing(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Drawing(task)),
                TaskState::Done(Ok(path)) => self.notices.say(Notice::FigureSaved(path)),
                TaskState::Done(Err(report)) => self.trouble("figure-trouble", *report),
                TaskState::Lost => self.work_lost(),
            },
            Some(Work::Exporting(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Exporting(task)),
                _ if task.is_cancelled() => self.notices.say(Notice::Cancelled),
                TaskState::Done(Ok(path)) => {
                    self.notices
                        .say(path.map_or(Notice::Cancelled, Notice::Exported));
                }
                TaskState::Done(Err(report)) => self.trouble("exporter-trouble", *report),
                TaskState::Lost => self.work_lost(),
            },
            Some(Work::Briefing(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Briefing(task)),
                TaskState::Done(Ok(path)) => self.notices.say(Notice::BriefSaved(path)),
                TaskState::Done(Err(_)) if task.is_cancelled() => {
                    self.notices.say(Notice::Cancelled);
                }
                TaskState::Done(Err(report)) => self.trouble("brief-trouble", *report),
                TaskState::Lost => self.work_lost(),
            },
            Some(Work::Reading(task)) => match task.poll() {
                TaskState::Running => self.work = Some(Work::Reading(task)),
                TaskState::Done(Ok(view)) => self.show_figure(ctx, *view),
                TaskState::Done(Err(report)) => self.trouble("figure-open-trouble", *report),
                TaskState::Lost => self.work_lost(),
            },
        }
    }

    fn work_lost(&mut self) {
        self.stay();
        self.notices.say(Notice::WorkLost);
    }

    fn choice(&mut self, ctx: &egui::Context, ask: Ask, choice: Choice) {
        match choice {
            Choice::Chosen(path) => self.chosen(ctx, ask, path),
            Choice::Cancelled => self.stay(),
            Choice::Unasked(path) => {
                let dialog = PathDialog::standing(ask, &path);
                self.dialogs.push(Dialog::Path(dialog));
            }
            Choice::NoDialog => {
                let suggested = if ask.writes() {
                    self.suggested_name(ask)
                } else {
                    String::new()
                };
                let dialog = PathDialog::new(ask, &suggested);
                self.dialogs.push(Dialog::Path(dialog));
            }
        }
    }

    /// A file was read: it takes the document's place, unless something was changed meanwhile that
    /// nobody agreed to lose.
    fn opened(&mut self, ctx: &egui::Context, opened: Opened, counted: Counted) {
        let is_again = opened == Opened::Again && !self.session.is_modified();
        if !is_again && !self.may_be_replaced() {
            return match opened {
                Opened::Chosen(path) | Opened::Last(path) => self.leave(ctx, Then::Open(path)),
                Opened::Sample => self.leave(ctx, Then::OpenSample),
                Opened::Again => self.revert(ctx),
            };
        }
        self.take(ctx, counted);
        if opened == Opened::Again {
            self.notices.say(Notice::Reloaded);
        }
    }

    fn not_opened(&mut self, opened: Opened, refused: Refused) {
        let Refused { report, missing } = refused;
        self.stay();
        match opened {
            Opened::Last(path) if missing => {
                self.notices.say(Notice::LastFileMissing(path));
                self.follow_awaited();
            }
            _ => {
                self.awaited = None;
                self.trouble("dialog-trouble-open", *report);
            }
        }
    }

    /// Another document takes the open one's place.
    pub(super) fn take(&mut self, ctx: &egui::Context, counted: Counted) {
        let Counted {
            session,
            journal,
            ledger,
            problems,
        } = counted;
        self.left();
        self.end_journal();
        self.forget_saving();
        self.show_session(session, &ledger, problems);
        self.begin_journal(ctx, journal);
        self.attach(ctx);
        self.check_recent(ctx);
    }

    /// Says that something went wrong.
    pub(super) fn trouble(&mut self, head: &'static str, report: Report) {
        let head = self.texts().get(head);
        self.dialogs
            .push_front(Dialog::Trouble(Trouble { head, report }));
    }
}

pub(super) fn wake(ctx: &egui::Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
