//! Files of the field come in: a file is looked at beside the window, the dialog shows what would become
//! of its rows, and what was seen is done as one step.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use crate::edit::Command;
use crate::exchange::import::layout::{self, Candidate, ImportError, Setup};
use crate::exchange::import::merge::{self, Differing, Merge};
use crate::exchange::import::plan::{Outcome, Summary};
use crate::exchange::import::{
    Choices, Draft, Place, Plan, Profile, Told, command, judge, profile,
};
use crate::exchange::records::{self, RowTrouble};
use crate::exchange::table::{self, Format, Opened, Row};
use crate::model::Dataset;
use crate::report::Report;
use crate::session::Session;
use crate::store::folders;
use crate::store::save::{Expected, save_bytes};
use crate::task::{Task, TaskLine, TaskState};
use crate::text::Texts;

use super::app::App;
use super::chooser::IMPORTED;
use super::dialogs::{Dialog, ImportDialog};
use super::notices::Notice;
use super::work::wake;

/// What is wanted of the file that is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportAsk {
    /// Look at it again as it is set now.
    Again,
    /// Look at another sheet.
    Sheet(usize),
    /// Keep how it is read as a profile under the name that was typed.
    Keep,
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
    Plan(Box<Seen>),
    /// Records come in as they are.
    Merge(Box<Merge>, Vec<RowTrouble>),
    /// Nothing, and why.
    Refused(Box<Report>),
}

/// A sort of rows, by what becomes of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// They become entries.
    New,
    /// They restate an entry of the book.
    Voice,
    /// They are left out for a reason that somebody should look at.
    Trouble,
    /// They are left out as they should be.
    Out,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Self; 4] = [Self::New, Self::Voice, Self::Trouble, Self::Out];

    fn of(outcome: &Outcome<'_>) -> Self {
        match outcome {
            Outcome::New(_) => Self::New,
            Outcome::Voice(..) => Self::Voice,
            Outcome::Skipped(why) if why.is_trouble() => Self::Trouble,
            Outcome::Skipped(_) => Self::Out,
        }
    }
}

/// Where a row of a plan is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// Among the drafts.
    Draft(usize),
    /// Among what the layout left out.
    Skipped(usize),
}

/// A plan, and what of it is shown.
#[derive(Debug)]
pub struct Seen {
    /// The plan.
    pub plan: Plan,
    /// It counted and summed up.
    pub summary: Summary,
    rows: Vec<At>,
    sorted: [Vec<At>; 4],
}

impl Seen {
    fn new(plan: Plan) -> Self {
        let told = plan.told();
        let (drafts, skipped) = (&told.drafts, &told.skipped);
        let mut rows = Vec::with_capacity(drafts.len() + skipped.len());
        let (mut draft, mut left_out) = (0, 0);
        while draft < drafts.len() || left_out < skipped.len() {
            let first = match (drafts.get(draft), skipped.get(left_out)) {
                (Some(a), Some(b)) => a.place.sheet != b.place.sheet || a.place.row <= b.place.row,
                (drafted, _) => drafted.is_some(),
            };
            if first {
                rows.push(At::Draft(draft));
                draft += 1;
            } else {
                rows.push(At::Skipped(left_out));
                left_out += 1;
            }
        }
        let summary = plan.summary();
        let mut seen = Self {
            plan,
            summary,
            rows,
            sorted: Default::default(),
        };
        let sort = |at: &At| seen.at(*at).map(|(_, _, outcome)| Sort::of(&outcome));
        let of = |wanted: Sort| {
            let rows = seen.rows.iter().copied();
            rows.filter(|at| sort(at) == Some(wanted)).collect()
        };
        seen.sorted = Sort::ALL.map(of);
        seen
    }

    /// The rows in order; only those of a sort.
    pub fn rows(&self, only: Option<Sort>) -> &[At] {
        let place = only.and_then(|only| Sort::ALL.iter().position(|sort| *sort == only));
        let sorted = place.and_then(|place| self.sorted.get(place));
        sorted.unwrap_or(&self.rows)
    }

    /// A row: where it stands, what was read there, what becomes of it.
    pub fn at(&self, at: At) -> Option<(&Place, Option<&Draft>, Outcome<'_>)> {
        match at {
            At::Draft(index) => {
                let draft = self.plan.draft(index)?;
                Some((&draft.place, Some(draft), self.plan.outcome(index)?))
            }
            At::Skipped(index) => {
                let skipped = self.plan.told().skipped.get(index)?;
                Some((&skipped.place, None, Outcome::Skipped(&skipped.why)))
            }
        }
    }
}

/// What a look is begun with.
enum Begin {
    File(PathBuf),
    Sheet(Arc<Opened>, Vec<Candidate>, usize),
    Again {
        opened: Arc<Opened>,
        candidates: Vec<Candidate>,
        setup: Box<Setup>,
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
    profiles: Vec<Profile>,
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

/// Whether a file that was dropped is one to take in: not a book of our own, which is opened.
pub(super) fn is_to_import(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|of| of.to_string_lossy().to_lowercase());
    ending.is_some_and(|of| of != "ron" && IMPORTED.contains(&of.as_str()))
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
        self.dialogs.push(Dialog::Import(Box::new(ImportDialog::new(
            name.into_owned(),
            Arc::clone(self.session.dataset()),
        ))));
        self.begin_look(ctx, Begin::File(path));
    }

    /// What the dialog asks for.
    pub(super) fn on_import(&mut self, ctx: &egui::Context, ask: ImportAsk) {
        match ask {
            ImportAsk::Stop => {
                self.stop_import();
                self.notices.say(Notice::Cancelled);
            }
            ImportAsk::Keep => self.keep_profile(),
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
                    self.begin_look(ctx, begin);
                }
            }
            ImportAsk::Again => {
                let begin = self.dialogs.import_mut().and_then(|dialog| {
                    let told = dialog.told_before();
                    let looked = dialog.looked()?;
                    Some(Begin::Again {
                        opened: Arc::clone(&looked.opened),
                        candidates: looked.candidates.clone(),
                        setup: Box::new(looked.setup.clone()),
                        rows: looked.rows.clone(),
                        told,
                    })
                });
                if let Some(begin) = begin {
                    self.begin_look(ctx, begin);
                }
            }
        }
    }

    /// Keeps how the file is read, so that others of its kind are read so by themselves.
    fn keep_profile(&mut self) {
        let folder = self.settings_folder().map(Path::to_owned);
        let Some(dialog) = self.dialogs.import_mut() else {
            return;
        };
        let (Some(looked), name) = (dialog.looked(), dialog.profile_name()) else {
            return;
        };
        let path = folder.and_then(|folder| profile::file_of(&folder, name));
        let Some(path) = path else {
            return self.notices.say(Notice::NoProfileName);
        };
        let text = Profile::of(name, &looked.opened, &looked.setup).to_text();
        let made = path.parent().map_or(Ok(()), folders::private_folder);
        let disk = Arc::clone(&self.disk);
        let saved = made.map_err(|error| error.to_string()).and_then(|()| {
            save_bytes(&path, text.as_bytes(), Expected::Anything, disk.as_ref())
                .map(|_| ())
                .map_err(|error| error.to_string())
        });
        self.notices.say(match saved {
            Ok(()) => Notice::ProfileKept(path),
            Err(why) => Notice::SettingsNotWritten(why),
        });
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

    fn begin_look(&mut self, ctx: &egui::Context, begin: Begin) {
        if let Some(before) = self.importing.look.take() {
            before.cancel();
        }
        let settings = self.settings_folder();
        let profiles = settings.map_or_else(Vec::new, profile::kept);
        let Some(dialog) = self.dialogs.import_mut() else {
            return;
        };
        let wishes = Wishes {
            dataset: Arc::clone(self.session.dataset()),
            choices: dialog.choices().clone(),
            differing: dialog.differing(),
            profiles,
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
            Dry::Plan(seen) => seen.plan.entries(),
            Dry::Merge(merge, _) => merge.count(),
            Dry::Refused(_) => 0,
        };
        let its_name = name.clone();
        let started = Task::start("take in a file", wake(ctx), move |_| match dry {
            Dry::Plan(seen) => command(seen.plan, &dataset),
            Dry::Merge(merge, _) => merge.command(&its_name),
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

/// What is wrong with a file that is open.
fn told(error: &ImportError, opened: &Opened, texts: Texts) -> Box<Report> {
    Box::new(Report::of_import(error, Path::new(opened.name()), texts))
}

fn looked(begin: Begin, wishes: &Wishes, line: &TaskLine) -> Result<Box<Looked>, Box<Report>> {
    let texts = wishes.texts;
    // What comes near a known release is not read some other way before a person says so.
    let mut nearly = None;
    let (opened, candidates, setup, rows, told) = match begin {
        Begin::File(path) => {
            let refuse = |error: ImportError| Box::new(Report::of_import(&error, &path, texts));
            let opened = table::open(&path, line).map_err(|error| refuse(error.into()))?;
            let candidates = layout::find(&opened, &wishes.profiles, line).map_err(refuse)?;
            nearly = layout::nearly(&candidates);
            let best = candidates.first().map(|best| best.setup.clone());
            let Some(setup) = best else {
                return Err(refuse(ImportError::NoRow(1)));
            };
            let rows = rows(&opened, setup.sheet, line);
            (Arc::new(opened), candidates, setup, rows, None)
        }
        Begin::Sheet(opened, candidates, sheet) => {
            let rows = layout::sample(&opened, sheet, line);
            let rows = rows.map_err(|error| told(&error.into(), &opened, texts))?;
            let of_sheet = candidates.iter().find(|it| it.setup.sheet == sheet);
            let setup = match of_sheet.filter(|it| it.confidence > 0) {
                Some(candidate) => candidate.setup.clone(),
                None => layout::mapped(&opened, sheet, table::heading(&rows), &rows),
            };
            (opened, candidates, setup, rows, None)
        }
        Begin::Again {
            opened,
            candidates,
            setup,
            rows,
            told,
        } => (opened, candidates, *setup, rows, told),
    };
    let first = nearly.map(|error| self::told(&error, &opened, texts));
    let dry = match first.map_or_else(|| dry(&opened, &setup, told, wishes, line), Err) {
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
        let mut troubles = Vec::new();
        let records = if opened.format() == Format::Ron {
            let book = own_book(opened, line, texts)?;
            merge::records_of(book.dataset())
        } else {
            let read = records::read(opened, line);
            let read = read.map_err(|error| self::told(&error.into(), opened, texts))?;
            let read = read.unwrap_or_default();
            troubles = read.troubles;
            read.records
                .into_iter()
                .map(|(record, ..)| record)
                .collect()
        };
        let merge = merge::merge(&wishes.dataset, records, wishes.differing);
        return Ok(Dry::Merge(Box::new(merge), troubles));
    }
    let told = if let Some(told) = told {
        told
    } else {
        let read = layout::read(opened, setup, line);
        Arc::new(read.map_err(|error| self::told(&error, opened, texts))?)
    };
    let facts = layout::facts(opened, setup);
    judge(&wishes.dataset, &facts, told, &wishes.choices, line)
        .map(|plan| Dry::Plan(Box::new(Seen::new(plan))))
        .map_err(|_| self::told(&table::TableError::Cancelled.into(), opened, texts))
}

/// A file of our own.
fn own_book(opened: &Opened, line: &TaskLine, texts: Texts) -> Result<Session, Box<Report>> {
    use std::io::Read as _;
    let raw = opened.path_or_bytes();
    let mut bytes = Vec::new();
    let read = raw.reader(line).map_err(ImportError::from);
    let mut reader = read.map_err(|error| told(&error, opened, texts))?;
    if let Err(error) = reader.read_to_end(&mut bytes) {
        let cause = error.to_string();
        let error = ImportError::from(table::TableError::Io { cause });
        return Err(told(&error, opened, texts));
    }
    Session::from_bytes(opened.name(), &bytes)
        .map_err(|error| Box::new(Report::of_open(&error, texts)))
}
