//! What others do to the open file: another program changes or removes it, another window has it
//! open. It is watched off the window's thread, told calmly, and never written over unseen.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use eframe::egui;
use jiff::Timestamp;

use crate::compare::{Sides, sides};
use crate::model::Dataset;
use crate::report::Report;
use crate::session::Session;
use crate::store::disk::Disk;
use crate::store::hash::FileHash;
use crate::store::open::{LIMIT, OpenError, OpenProblem};
use crate::store::presence::{Guard, Other, Presence};
use crate::store::save::Outside;
use crate::store::watch::{Change, Watch};
use crate::task::{Task, TaskState};

use super::app::App;
use super::chooser::Ask;
use super::dialogs::{Dialog, Differences, OutsideChoice, Rows, Theirs};
use super::files::{Over, What};
use super::notices::Notice;
use super::work::wake;

/// How the file on the disk differs from the one that is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Elsewhere {
    /// Another program changed it: it is this one now.
    Changed(FileHash),
    /// It is there no more.
    Gone,
}

impl Elsewhere {
    /// What a save found.
    pub(super) fn of(outside: Outside) -> Self {
        match outside {
            Outside::Changed(hash) | Outside::Appeared(hash) => Self::Changed(hash),
            Outside::Gone => Self::Gone,
        }
    }
}

/// What is known of the open file beside its text.
#[derive(Default)]
pub(super) struct Attached {
    /// Watches it.
    pub(super) watch: Option<Watch>,
    changes: Option<Receiver<Change>>,
    /// How it is told to other windows that it is open here, and by them.
    windows: Windows,
    elsewhere: Option<Elsewhere>,
    /// The user put the banner away.
    pub(super) hidden: bool,
    beginning: Option<Task<Begun>>,
    asking: Option<Task<Windows>>,
    comparing: Option<Task<Result<Compared, Box<Report>>>>,
}

/// What was begun for a file off the window's thread.
struct Begun {
    watch: Option<Watch>,
    windows: Windows,
}

/// The windows that have the file open.
#[derive(Default)]
struct Windows {
    /// Tells the others of this one, as long as it lives.
    #[expect(dead_code, reason = "what it does is done when it goes")]
    guard: Option<Guard>,
    /// Whether this one was the first.
    first: bool,
    /// Another one.
    other: Other,
}

/// Another program's version, compared.
struct Compared {
    theirs: Theirs,
    sides: Sides,
    dataset: Arc<Dataset>,
}

impl App {
    /// How the file on the disk differs from the one that is known; none: not at all.
    pub(super) fn elsewhere(&self) -> Option<Elsewhere> {
        self.attached.elsewhere
    }

    /// The file on the disk is the one that is known.
    pub(super) fn file_is_known(&mut self) {
        self.attached.elsewhere = None;
    }

    /// The file on the disk is another one than is known.
    pub(super) fn found_elsewhere(&mut self, elsewhere: Elsewhere) {
        if self.attached.elsewhere != Some(elsewhere) {
            self.attached.hidden = false;
        }
        self.attached.elsewhere = Some(elsewhere);
    }

    /// Whether something about the file is still being found out.
    pub(super) fn is_attaching(&self) -> bool {
        let Attached {
            beginning,
            asking,
            comparing,
            ..
        } = &self.attached;
        beginning.is_some() || asking.is_some() || comparing.is_some()
    }

    /// Whether another program's version is being compared.
    pub(super) fn is_comparing(&self) -> bool {
        self.attached.comparing.is_some()
    }

    /// Begins to watch the document's file, and tells other windows that it is open here. All of
    /// it may have to wait for a network, so none of it is done on the window's thread.
    pub(super) fn attach(&mut self, ctx: &egui::Context) {
        self.attached = Attached::default();
        let (Some(path), Some(hash)) = (self.session.path(), self.session.file_hash()) else {
            return;
        };
        let (path, now) = (path.to_owned(), self.now().timestamp());
        let state = self.state_folder.clone();
        let (told, changes) = channel();
        let waker = wake(ctx);
        let started = Task::start("attach", wake(ctx), move |_| {
            let tell = move |change| {
                // Nobody listens any more when another document is open.
                let _ = told.send(change);
                waker();
            };
            let watch = Watch::start(&path, hash, tell)
                .inspect_err(|error| tracing::warn!(%error, "the file is not watched"));
            Begun {
                watch: watch.ok(),
                windows: state
                    .map(|state| windows(&path, &state, now))
                    .unwrap_or_default(),
            }
        });
        self.attached.changes = Some(changes);
        self.attached.beginning = started
            .inspect_err(|error| tracing::error!(%error, "no thread"))
            .ok();
    }

    /// Takes in what was found out about the file.
    pub(super) fn take_in_outside(&mut self, ctx: &egui::Context) {
        if let Some(task) = self.attached.beginning.take() {
            match task.poll() {
                TaskState::Running => self.attached.beginning = Some(task),
                TaskState::Done(Begun { watch, windows }) => {
                    self.attached.watch = watch;
                    self.attached.windows = windows;
                }
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            }
        }
        if let Some(task) = self.attached.asking.take() {
            match task.poll() {
                TaskState::Running => self.attached.asking = Some(task),
                TaskState::Done(windows) => self.attached.windows = windows,
                TaskState::Lost => {}
            }
        }
        let told: Vec<Change> = self
            .attached
            .changes
            .iter()
            .flat_map(Receiver::try_iter)
            .collect();
        for change in told {
            match change {
                Change::Gone => self.found_elsewhere(Elsewhere::Gone),
                Change::Changed(hash) | Change::Back(hash) => {
                    if self.session.file_hash() == Some(hash) {
                        self.file_is_known();
                    } else {
                        self.found_elsewhere(Elsewhere::Changed(hash));
                    }
                }
            }
        }
        self.take_in_comparison(ctx);
        self.ask_for_other_window(ctx);
    }

    /// Another window that has the file open.
    pub(super) fn other_window(&self) -> Other {
        self.attached.windows.other
    }

    /// Asks again who has the file open when the user comes back to this window: another one may
    /// have been opened or closed meanwhile.
    fn ask_for_other_window(&mut self, ctx: &egui::Context) {
        let comes_back = ctx.input(|input| {
            let focused = egui::Event::WindowFocused(true);
            input.events.contains(&focused)
        });
        if !comes_back || self.is_attaching() {
            return;
        }
        let (Some(path), Some(state)) = (self.session.path(), self.state_folder.clone()) else {
            return;
        };
        let (path, now) = (path.to_owned(), self.now().timestamp());
        let known = std::mem::take(&mut self.attached.windows);
        // Shown on while it is being asked.
        self.attached.windows.other = known.other;
        let started = Task::start("presence", wake(ctx), move |_| {
            if known.first {
                with_joined(known, &path, &state)
            } else {
                drop(known);
                windows(&path, &state, now)
            }
        });
        self.attached.asking = started.ok();
    }

    /// What the user wants to do about another program's version.
    pub(super) fn answered_outside(&mut self, ctx: &egui::Context, choice: OutsideChoice) {
        match choice {
            OutsideChoice::Look => self.look(ctx),
            OutsideChoice::Reload => self.revert(ctx),
            OutsideChoice::SaveCopy => self.choose(ctx, Ask::SaveCopy),
            OutsideChoice::SaveAs => self.choose(ctx, Ask::SaveAs),
            OutsideChoice::WriteAgain => self.save_over(ctx, Over::Gone),
            OutsideChoice::Replace(hash) => self.save_over(ctx, Over::Theirs(hash)),
            OutsideChoice::Hide => self.attached.hidden = true,
        }
    }

    fn save_over(&mut self, ctx: &egui::Context, over: Over) {
        let Some(path) = self.session.path().map(Path::to_owned) else {
            return;
        };
        self.save_checked(ctx, What::Document, path, over);
    }

    /// Reads the file as it is on the disk, and what differs.
    fn look(&mut self, ctx: &egui::Context) {
        let Some(path) = self.session.path().map(Path::to_owned) else {
            return;
        };
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let base = Arc::clone(self.session.saved_dataset());
        let mine = Arc::clone(self.session.dataset());
        let started = Task::start("compare", wake(ctx), move |_| {
            compare(&path, &base, &mine, disk.as_ref())
                .map_err(|error| Box::new(Report::of_open(&error, texts)))
        });
        match started {
            Ok(task) => self.attached.comparing = Some(task),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
            }
        }
    }

    fn take_in_comparison(&mut self, ctx: &egui::Context) {
        let Some(task) = self.attached.comparing.take() else {
            return;
        };
        match task.poll() {
            TaskState::Running => self.attached.comparing = Some(task),
            TaskState::Done(Ok(compared)) => {
                let Compared {
                    theirs,
                    sides,
                    dataset,
                } = compared;
                let states: [&Dataset; 2] = [self.session.dataset(), &dataset];
                let rows = Rows::of_sides(&sides, &states, self.texts());
                let dialog = Differences {
                    name: self.document_name(),
                    rows,
                    theirs,
                    losing: self.losing(),
                };
                self.dialogs.push(Dialog::Differences(dialog));
                ctx.request_repaint();
            }
            TaskState::Done(Err(report)) => self.trouble("dialog-trouble-look", *report),
            TaskState::Lost => self.notices.say(Notice::WorkLost),
        }
    }
}

/// Their version beside the two that are known. Of one that is no dataset at all it is only told
/// that it is none.
fn compare(
    path: &Path,
    base: &Dataset,
    mine: &Dataset,
    disk: &dyn Disk,
) -> Result<Compared, Box<OpenError>> {
    match Session::open(path, disk) {
        Ok(session) => Ok(Compared {
            theirs: Theirs {
                hash: session.file_hash(),
                unread: session.damage().len(),
                is_dataset: true,
            },
            sides: sides(base, mine, session.dataset()),
            dataset: Arc::clone(session.dataset()),
        }),
        Err(error) => match (&error.why, disk.read(path, LIMIT)) {
            (OpenProblem::Read(_), Ok(bytes)) => Ok(Compared {
                theirs: Theirs {
                    hash: Some(FileHash::of(&bytes)),
                    unread: 0,
                    is_dataset: false,
                },
                sides: Sides::default(),
                dataset: Arc::default(),
            }),
            _ => Err(error),
        },
    }
}

/// Takes a place among the windows that have the file open. Where that cannot be done, nothing is
/// told, which hinders nothing.
fn windows(path: &Path, state: &Path, now: Timestamp) -> Windows {
    let claimed = Presence::claim(path, state, now).and_then(|presence| match presence {
        Presence::Alone(guard) => {
            let first = Windows {
                guard: Some(guard),
                first: true,
                other: Other::Nobody,
            };
            Ok(with_joined(first, path, state))
        }
        Presence::Taken(holder) => Ok(Windows {
            guard: match Presence::join(path, state, now)? {
                Presence::Alone(guard) => Some(guard),
                Presence::Taken(_) => None,
            },
            first: false,
            other: Other::Window(holder),
        }),
    });
    claimed
        .inspect_err(|error| tracing::warn!(%error, "other windows are not told"))
        .unwrap_or_default()
}

/// The same, with whoever has come meanwhile.
fn with_joined(windows: Windows, path: &Path, state: &Path) -> Windows {
    Windows {
        other: Presence::joined(path, state).unwrap_or_default(),
        ..windows
    }
}
