//! Briefs: the dialog before one is written, and the writing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use crate::exchange::brief::{self, BriefFormat, BriefRequest};
use crate::exchange::picture::DatasetMark;
use crate::ledger::Ledger;
use crate::report::Report;
use crate::store::save::{Expected, save_bytes};
use crate::task::Task;

use super::app::App;
use super::chooser::Ask;
use super::dialogs::{BriefDialog, Dialog};
use super::place::Page;
use super::work::{Work, wake};

/// What is remembered of briefs while the window is open.
#[derive(Debug, Default)]
pub(super) struct Briefs {
    /// What is to be written, counted as it was when it was asked for.
    asked: Option<(BriefRequest, Arc<Ledger>)>,
    /// The kind of the last one.
    format: BriefFormat,
}

impl Briefs {
    /// A name for the file: of whom it is.
    pub(super) fn suggested_name(&self, format: BriefFormat) -> String {
        let parties = self.asked.iter().flat_map(|(request, _)| &request.parties);
        let parties: Vec<String> = parties.map(|id| id.as_str().to_lowercase()).collect();
        format!("{}.{}", parties.join("-"), format.ending())
    }
}

impl App {
    /// Shows the dialog before a brief is written.
    pub(super) fn export_brief(&mut self) {
        let here = self.trail.here().clone();
        let name = self.session.path().and_then(Path::file_name);
        let mark = DatasetMark::of(
            self.session.dataset(),
            self.session.dataset_hash().to_string(),
            name.map(|name| name.to_string_lossy().into_owned()),
        );
        let beside = self.panes.commitments.chosen();
        let parties = if here.page == Page::Commitments && !beside.is_empty() {
            beside.to_vec()
        } else {
            here.party.clone().into_iter().collect()
        };
        let request = BriefRequest {
            parties,
            lang: self.texts().lang(),
            mark,
            today: self.host.today,
        };
        let ledger = self.host.ledger();
        let dialog = BriefDialog::new(request, self.figures.briefs.format, ledger);
        self.dialogs.push(Dialog::Brief(Box::new(dialog)));
    }

    /// The brief is to be written: asks for a file.
    pub(super) fn choose_brief(
        &mut self,
        ctx: &egui::Context,
        request: BriefRequest,
        format: BriefFormat,
    ) {
        self.figures.briefs.format = format;
        self.figures.briefs.asked = Some((request, Arc::clone(self.host.ledger())));
        self.choose(ctx, Ask::SaveBrief(format));
    }

    /// Writes the brief beside the window. A name that ends otherwise asks for that kind.
    pub(super) fn write_brief(&mut self, ctx: &egui::Context, path: PathBuf, format: BriefFormat) {
        let Some((request, ledger)) = self.figures.briefs.asked.take() else {
            return;
        };
        let format = BriefFormat::of_path(&path).unwrap_or(format);
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let started = Task::start("write a brief", wake(ctx), move |line| {
            let bytes = brief::export(&ledger, &request, format, line)
                .map_err(|error| Box::new(Report::of_brief(&error, texts)))?;
            save_bytes(&path, &bytes, Expected::Anything, disk.as_ref())
                .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
            Ok(path)
        });
        self.work = self.started(started.map(Work::Briefing));
    }
}
