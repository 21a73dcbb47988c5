//! Earlier versions of the document: listed, compared and read off the window's thread, brought back
//! as one step that can be taken back.

use std::path::Path;
use std::sync::Arc;

use eframe::egui;

use crate::compare::{becoming, diff};
use crate::edit::{Command, Deed, Key, Label};
use crate::model::Dataset;
use crate::report::Report;
use crate::session::Session;
use crate::store::backup::{Backup, Backups};
use crate::store::disk::Disk;
use crate::task::{Task, TaskState};
use crate::text::{Texts, files};

use super::app::App;
use super::chooser::Ask;
use super::dialogs::{
    BackupsChoice, BackupsDialog, Dialog, Differs, Rows, Version, VersionDialog, Versions,
};
use super::files::What;
use super::notices::Notice;
use super::work::wake;

/// A version that is being read, for what it is wanted.
type Reading = (BackupsChoice, Task<Result<Read, Box<Report>>>);

/// What is being found out about the versions.
#[derive(Default)]
pub(super) struct BackupsWork {
    listing: Option<Task<Result<Vec<Backup>, Box<Report>>>>,
    comparing: Option<(Backup, Task<Differs>)>,
    reading: Option<Reading>,
    /// The version that is to be saved as a file.
    pub(super) to_save: Option<Arc<str>>,
}

impl BackupsWork {
    pub(super) fn is_busy(&self) -> bool {
        let Self {
            listing,
            comparing,
            reading,
            to_save: _,
        } = self;
        listing.is_some() || comparing.is_some() || reading.is_some()
    }
}

/// A version that was read.
struct Read {
    text: Arc<str>,
    /// What it holds; a version that cannot be read whole can only be saved as it is.
    dataset: Result<Arc<Dataset>, Box<Report>>,
}

fn read(
    backups: &Backups,
    backup: &Backup,
    disk: &dyn Disk,
    texts: Texts,
) -> Result<Read, Box<Report>> {
    let bytes = backups
        .read(backup, disk)
        .map_err(|error| Box::new(Report::of_backup(&error, texts)))?;
    let name = backup.path.display().to_string();
    let dataset = match Session::from_bytes(&name, &bytes) {
        Err(error) => Err(Box::new(Report::of_open(&error, texts))),
        Ok(session) => match session.damage().first() {
            None => Ok(Arc::clone(session.dataset())),
            Some(part) => {
                let report = Report::of_damage(part, &backup.path, session.text(), texts);
                Err(Box::new(report))
            }
        },
    };
    Ok(Read {
        text: String::from_utf8_lossy(&bytes).into(),
        dataset,
    })
}

impl App {
    /// Shows the versions of the document.
    pub(super) fn show_backups(&mut self, ctx: &egui::Context) {
        let Some(path) = self.session.path().map(Path::to_owned) else {
            return;
        };
        let Some(folder) = self.data_folder.clone() else {
            return;
        };
        self.dialogs.push(Dialog::Backups(BackupsDialog {
            name: self.document_name(),
            versions: Versions::Reading,
            may_restore: self.session.read_only().is_none(),
            keep: self.prefs.keep(),
        }));
        let (disk, texts, keep) = (Arc::clone(&self.disk), self.texts(), self.prefs.keep());
        let started = Task::start("list backups", wake(ctx), move |_| {
            // The folder's name asks the disk where links lead, which may take its time.
            let listed = Backups::of(&path, &folder, keep).list(disk.as_ref());
            listed.map_err(|error| Box::new(Report::of_backup(&error, texts)))
        });
        self.backups_work.listing = self.started_task(started);
    }

    fn started_task<T>(&mut self, started: std::io::Result<Task<T>>) -> Option<Task<T>> {
        if let Err(error) = &started {
            tracing::error!(%error, "no thread");
            self.notices.say(Notice::WorkLost);
        }
        started.ok()
    }

    /// What the user wants of a version.
    pub(super) fn answered_backups(&mut self, ctx: &egui::Context, choice: BackupsChoice) {
        let backup = match &choice {
            BackupsChoice::Keep(keep) => {
                (self.prefs.backup_saves, self.prefs.backup_days) = (keep.saves, keep.days);
                if let Some(dialog) = self.dialogs.backups_mut() {
                    dialog.keep = *keep;
                }
                return self.keep_prefs();
            }
            BackupsChoice::Look(backup)
            | BackupsChoice::Restore(backup)
            | BackupsChoice::SaveAs(backup) => backup.clone(),
        };
        let Some(folder) = backup.path.parent().map(Path::to_owned) else {
            return;
        };
        let backups = Backups::in_folder(folder, self.prefs.keep());
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let started = Task::start("read backup", wake(ctx), move |_| {
            read(&backups, &backup, disk.as_ref(), texts)
        });
        self.backups_work.reading = self.started_task(started).map(|task| (choice, task));
    }

    /// Takes in what was found out.
    pub(super) fn take_in_backups(&mut self, ctx: &egui::Context) {
        if let Some(task) = self.backups_work.listing.take() {
            match task.poll() {
                TaskState::Running => self.backups_work.listing = Some(task),
                TaskState::Done(listed) => self.listed(ctx, listed),
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            }
        }
        if let Some((backup, task)) = self.backups_work.comparing.take() {
            match task.poll() {
                TaskState::Running => self.backups_work.comparing = Some((backup, task)),
                TaskState::Done(differs) => self.compared(ctx, &backup, differs),
                TaskState::Lost => self.compared(ctx, &backup, Differs::Unreadable),
            }
        }
        if let Some((choice, task)) = self.backups_work.reading.take() {
            match task.poll() {
                TaskState::Running => self.backups_work.reading = Some((choice, task)),
                TaskState::Done(Ok(version)) => self.version_read(ctx, &choice, version),
                TaskState::Done(Err(report)) => self.trouble("dialog-trouble-version", *report),
                TaskState::Lost => self.notices.say(Notice::WorkLost),
            }
        }
    }

    fn listed(&mut self, ctx: &egui::Context, listed: Result<Vec<Backup>, Box<Report>>) {
        let texts = self.texts();
        let versions = match listed {
            Err(report) => Versions::Failed(report.message),
            Ok(backups) => {
                let version = |backup: Backup| Version {
                    when: self.when(&backup),
                    size: files::size(backup.bytes, texts),
                    differs: Differs::Unknown,
                    backup,
                };
                Versions::Listed(backups.into_iter().map(version).collect())
            }
        };
        if let Some(dialog) = self.dialogs.backups_mut() {
            dialog.versions = versions;
        }
        self.compare_next(ctx);
    }

    /// When a version was kept, in the user's own time.
    fn when(&self, backup: &Backup) -> String {
        let zone = self.now().time_zone().clone();
        let at = backup.at.to_zoned_datetime(zone).datetime();
        files::exact_moment(at, self.texts())
    }

    /// Compares the next version with the document, one after another, so that a long list shows at
    /// once.
    fn compare_next(&mut self, ctx: &egui::Context) {
        let Some(BackupsDialog {
            versions: Versions::Listed(versions),
            ..
        }) = self.dialogs.backups_mut()
        else {
            return;
        };
        let next = versions
            .iter()
            .find(|version| version.differs == Differs::Unknown);
        let Some(backup) = next.map(|version| version.backup.clone()) else {
            return;
        };
        let Some(folder) = backup.path.parent() else {
            return;
        };
        let backups = Backups::in_folder(folder.to_owned(), self.prefs.keep());
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let now = Arc::clone(self.session.dataset());
        let its = backup.clone();
        let started = Task::start("compare backup", wake(ctx), move |_| {
            let version = read(&backups, &its, disk.as_ref(), texts);
            match version.and_then(|version| version.dataset) {
                Ok(dataset) => Differs::By(diff(&now, &dataset).len()),
                Err(_) => Differs::Unreadable,
            }
        });
        self.backups_work.comparing = self.started_task(started).map(|task| (backup, task));
    }

    fn compared(&mut self, ctx: &egui::Context, backup: &Backup, differs: Differs) {
        if let Some(BackupsDialog {
            versions: Versions::Listed(versions),
            ..
        }) = self.dialogs.backups_mut()
        {
            let its = versions
                .iter_mut()
                .find(|version| version.backup == *backup);
            if let Some(version) = its {
                version.differs = differs;
            }
        }
        self.compare_next(ctx);
    }

    fn version_read(&mut self, ctx: &egui::Context, choice: &BackupsChoice, version: Read) {
        let Read { text, dataset } = version;
        match (choice, dataset) {
            (BackupsChoice::SaveAs(_), _) => {
                self.backups_work.to_save = Some(text);
                self.choose(ctx, Ask::SaveVersion);
            }
            (_, Err(report)) => self.trouble("dialog-trouble-version", *report),
            (BackupsChoice::Look(backup), Ok(dataset)) => {
                let now = self.session.dataset();
                let rows = Rows::of_version(&diff(now, &dataset), &[now, &dataset], self.texts());
                let when = self.when(backup);
                let dialog = VersionDialog { when, rows };
                self.dialogs.push_front(Dialog::Version(dialog));
            }
            (BackupsChoice::Restore(backup), Ok(dataset)) => {
                let when = self.when(backup);
                self.restore(ctx, &dataset, when);
            }
            (BackupsChoice::Keep(_), Ok(_)) => {}
        }
    }

    /// Makes the document equal to a version, by one command.
    fn restore(&mut self, ctx: &egui::Context, version: &Dataset, when: String) {
        let changes = becoming(self.session.dataset(), version);
        let command = Command {
            label: Label::new(Deed::Restored, Key::header()).counting(changes.len()),
            changes,
            group: None,
        };
        self.dialogs.close_backups();
        self.notices.say(Notice::Restored(when));
        self.change(ctx, command);
    }

    /// Saves the version that was chosen for it.
    pub(super) fn save_version(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        if let Some(text) = self.backups_work.to_save.take() {
            self.save_chosen(ctx, What::Version(text), path);
        }
    }
}
