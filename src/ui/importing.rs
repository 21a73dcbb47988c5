//! Files of the field come in: a file is looked at beside the window, the dialog shows what would become
//! of its rows, and what was seen is done as one step.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::edit::Command;
use crate::exchange::import::layout::{self, Candidate, ImportError, Setup};
use crate::exchange::import::merge::{self, Differing, Merge};
use crate::exchange::import::{Choices, Plan, Told, command, judge};
use crate::exchange::records;
use crate::exchange::table::{self, Format, Opened, Row};
use crate::model::Dataset;
use crate::report::Report;
use crate::session::Session;
use crate::store::disk::Disk;
use crate::task::{Task, TaskLine, TaskState};
use crate::text::Texts;

use super::app::App;
use super::dialogs::{Dialog, ImportDialog};
use super::notices::Notice;
use super::work::wake;

/// What is wanted of the file that is looked at.
#[derive(Clone, PartialEq, Debug)]
pub enum ImportAsk {
    /// Look at it again as it is set now.
    Again,
    /// Look at another sheet.
    Sheet(usize),
    /// Take in what was seen.
    TakeIn,
    /// Leave it.
    Stop,
}

/// A file that was looked at.
#[derive(Debug)]
pub struct Looked {
    /// The file.
    pub opened: Arc<Opened>,
    /// How it could be read, the surest first.
    pub candidates: Vec<Candidate>,
    /// How it is read.
    pub setup: Setup,
    /// The first rows of the sheet.
    pub rows: Vec<Row>,
    /// What would become of it.
    pub dry: Dry,
}

/// What would become of a file.
#[derive(Debug)]
pub enum Dry {
    /// Rows become entries.
    Plan(Box<Plan>),
    /// Records come in as they are.
    Merge(Box<Merge>),
    /// Nothing, and why.
    Refused(Box<Report>),
}

/// What a look is begun with.
enum Begin {
    File(PathBuf, Arc<dyn Disk>),
    Sheet(Arc<Opened>, Vec<Candidate>, usize),
    Setup {
        opened: Arc<Opened>,
        candidates: Vec<Candidate>,
        setup: Setup,
        rows: Vec<Row>,
        /// What was read under the same setup.
        told: Option<Arc<Told>>,
    },
}

/// The wishes that hold for all looks at a file.
struct Wishes {
    dataset: Arc<Dataset>,
    choices: Choices,
    differing: Differing,
    texts: Texts,
}

type Look = Task<Result<Box<Looked>, Box<Report>>>;
type Making = Task<Option<Command>>;

/// What is under way.
#[derive(Default)]
pub(super) struct Importing {
    look: Option<Look>,
    making: Option<(Making, String, usize)>,
}

impl Importing {
    pub(super) fn is_busy(&self) -> bool {
        self.look.is_some() || self.making.is_some()
    }
}

impl App {
    /// Looks at a file and shows what would become of it.
    pub(super) fn import_file(&mut self, ctx: &egui::Context, path: PathBuf) {
        if self.session.read_only().is_some() {
            self.notices.say(Notice::ReadOnly);
            return;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.dialogs
            .push(Dialog::Import(Box::new(ImportDialog::new(name.into_owned()))));
        let disk = Arc::clone(&self.disk);
        self.look(ctx, Begin::File(path, disk));
    }

    /// What the dialog asks for.
    pub(super) fn on_import(&mut self, ctx: &egui::Context, ask: ImportAsk) {
        match ask {
            ImportAsk::Stop => {
                self.stop_import();
                self.notices.say(Notice::Cancelled);
            }
            ImportAsk::TakeIn => self.take_in_import(ctx),
            ImportAsk::Sheet(sheet) => {
                let begin = self.dialogs.import_mut().and_then(|dialog| {
                    let looked = dialog.looked()?;
                    Some(Begin::Sheet(
                        Arc::clone(&looked.opened),
                        looked.candidates.clone(),
                        sheet,
                    ))
                });
                if let Some(begin) = begin {
                    self.look(ctx, begin);
                }
            }
            ImportAsk::Again => {
                let begin = self.dialogs.import_mut().and_then(|dialog| {
                    let told = dialog.told_before();
                    let looked = dialog.looked()?;
                    Some(Begin::Setup {
                        opened: Arc::clone(&looked.opened),
                        candidates: looked.candidates.clone(),
                        setup: looked.setup.clone(),
                        rows: looked.rows.clone(),
                        told,
                    })
                });
                if let Some(begin) = begin {
                    self.look(ctx, begin);
                }
            }
        }
    }

    /// Ends what is under way; nothing is changed.
    pub(super) fn stop_import(&mut self) {
        if let Some(task) = self.importing.look.take() {
            task.cancel();
        }
        if let Some((task, ..)) = self.importing.making.take() {
            task.cancel();
        }
    }

    fn look(&mut self, ctx: &egui::Context, begin: Begin) {
        if let Some(before) = self.importing.look.take() {
            before.cancel();
        }
        let Some(dialog) = self.dialogs.import_mut() else {
            return;
        };
        let wishes = Wishes {
            dataset: Arc::clone(self.session.dataset()),
            choices: dialog.choices().clone(),
            differing: dialog.differing(),
            texts: self.host.texts,
        };
        dialog.look_begins();
        match Task::start("look at a file", wake(ctx), move |line| {
            looked(begin, &wishes, line)
        }) {
            Ok(task) => self.importing.look = Some(task),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
            }
        }
    }

    /// Makes the command beside the window, as a large file has many rows.
    fn take_in_import(&mut self, ctx: &egui::Context) {
        let Some(dialog) = self.dialogs.import_mut() else {
            return;
        };
        let Some((dry, name)) = dialog.take_dry() else {
            return;
        };
        let dataset = Arc::clone(self.session.dataset());
        let count = match &dry {
            Dry::Plan(plan) => plan.entries(),
            Dry::Merge(merge) => merge.changes(),
            Dry::Refused(_) => 0,
        };
        let its_name = name.clone();
        let started = Task::start("take in a file", wake(ctx), move |_| match dry {
            Dry::Plan(plan) => command(*plan, &dataset),
            Dry::Merge(merge) => merge.command(&its_name),
            Dry::Refused(_) => None,
        });
        match started {
            Ok(task) => self.importing.making = Some((task, name, count)),
            Err(error) => {
                tracing::error!(%error, "no thread");
                self.notices.say(Notice::WorkLost);
            }
        }
    }

    /// Takes in what is finished of an import.
    pub(super) fn take_in_importing(&mut self, ctx: &egui::Context) {
        if let Some(task) = self.importing.look.take() {
            match task.poll() {
                TaskState::Running => {
                    if let Some(dialog) = self.dialogs.import_mut() {
                        dialog.progress(task.percent(), task.count());
                        ctx.request_repaint_after(std::time::Duration::from_millis(100));
                        self.importing.look = Some(task);
                    } else {
                        task.cancel();
                    }
                }
                TaskState::Done(looked) => {
                    if let Some(dialog) = self.dialogs.import_mut() {
                        dialog.take(looked);
                    }
                }
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            }
        }
        if let Some((task, name, count)) = self.importing.making.take() {
            match task.poll() {
                TaskState::Running => {
                    ctx.request_repaint_after(std::time::Duration::from_millis(100));
                    self.importing.making = Some((task, name, count));
                }
                TaskState::Done(made) => {
                    self.dialogs.close_import();
                    if let Some(command) = made
                        && self.change(ctx, command)
                    {
                        self.notices.say(Notice::Imported(name, count));
                    }
                }
                TaskState::Lost => {
                    self.dialogs.close_import();
                    self.notices.say(Notice::WorkLost);
                }
            }
        }
    }
}

fn looked(begin: Begin, wishes: &Wishes, line: &TaskLine) -> Result<Box<Looked>, Box<Report>> {
    let refuse = |error: ImportError| Box::new(Report::of_import(&error, wishes.texts));
    let (opened, candidates, setup, rows, told) = match begin {
        Begin::File(path, _) => {
            let opened = table::open(&path, line).map_err(|error| refuse(error.into()))?;
            let candidates = layout::find(&opened, line).map_err(refuse)?;
            let best = candidates.first().map(|best| best.setup.clone());
            let Some(setup) = best else {
                return Err(refuse(ImportError::NoRow(1)));
            };
            let rows = rows(&opened, setup.sheet, line);
            (Arc::new(opened), candidates, setup, rows, None)
        }
        Begin::Sheet(opened, candidates, sheet) => {
            let rows = layout::sample(&opened, sheet, line);
            let rows = rows.map_err(|error| refuse(error.into()))?;
            let of_sheet = candidates.iter().find(|it| it.setup.sheet == sheet);
            let setup = match of_sheet.filter(|it| it.confidence > 0) {
                Some(candidate) => candidate.setup.clone(),
                None => layout::mapped(&opened, sheet, table::heading(&rows), &rows),
            };
            (opened, candidates, setup, rows, None)
        }
        Begin::Setup {
            opened,
            candidates,
            setup,
            rows,
            told,
        } => (opened, candidates, setup, rows, told),
    };
    let dry = match dry(&opened, &setup, told, wishes, line) {
        Ok(dry) => dry,
        Err(report) => Dry::Refused(report),
    };
    Ok(Box::new(Looked {
        opened,
        candidates,
        setup,
        rows,
        dry,
    }))
}

/// The first rows of a sheet; of what has no rows none.
fn rows(opened: &Opened, sheet: usize, line: &TaskLine) -> Vec<Row> {
    layout::sample(opened, sheet, line).unwrap_or_default()
}

fn dry(
    opened: &Opened,
    setup: &Setup,
    told: Option<Arc<Told>>,
    wishes: &Wishes,
    line: &TaskLine,
) -> Result<Dry, Box<Report>> {
    let texts = wishes.texts;
    if setup.layout == layout::Layout::Own {
        let records = if opened.format() == Format::Ron {
            let book = own_book(opened, line, texts)?;
            merge::records_of(book.dataset())
        } else {
            records::read(opened, line)
                .map_err(|error| Box::new(Report::of_records(&error, texts)))?
        };
        let merge = merge::merge(&wishes.dataset, records, wishes.differing);
        return Ok(Dry::Merge(Box::new(merge)));
    }
    let told = match told {
        Some(told) => told,
        None => {
            let read = layout::read(opened, setup, line);
            Arc::new(read.map_err(|error| Box::new(Report::of_import(&error, texts)))?)
        }
    };
    let facts = layout::facts(opened, setup);
    judge(&wishes.dataset, &facts, told, &wishes.choices, line)
        .map(|plan| Dry::Plan(Box::new(plan)))
        .map_err(|_| Box::new(Report::of_import(&table::TableError::Cancelled.into(), texts)))
}

/// A file of our own.
fn own_book(opened: &Opened, line: &TaskLine, texts: Texts) -> Result<Session, Box<Report>> {
    use std::io::Read as _;
    let raw = opened.path_or_bytes();
    let mut bytes = Vec::new();
    let read = raw.reader(line).map_err(ImportError::from);
    let mut reader = read.map_err(|error| Box::new(Report::of_import(&error, texts)))?;
    if let Err(error) = reader.read_to_end(&mut bytes) {
        let cause = error.to_string();
        let error = ImportError::from(table::TableError::Io { cause });
        return Err(Box::new(Report::of_import(&error, texts)));
    }
    Session::from_bytes(opened.name(), &bytes)
        .map_err(|error| Box::new(Report::of_open(&error, texts)))
}
