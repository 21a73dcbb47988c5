//! Charts as pictures: the dialog before one is written, the writing, and views that are had again
//! from a picture.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use crate::exchange::picture::{DatasetMark, FigureView, PictureFormat, figure, read};
use crate::ledger::Ledger;
use crate::report::Report;
use crate::store::save::{Expected, save_bytes};
use crate::task::Task;
use crate::views::ChartRequest;

use super::app::App;
use super::briefs::Briefs;
use super::chooser::Ask;
use super::dialogs::{Dialog, FigureDialog};
use super::notices::Notice;
use super::place::{Page, Pane, Place};
use super::work::{Work, wake};

/// What is remembered of pictures while the window is open.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// The view that is to be written, with the ledger that the dialog showed it by: a document that
    /// is read again meanwhile does not change what was seen.
    view: Option<FigureView>,
    ledger: Option<Arc<Ledger>>,
    /// Format, size and ground of the last one, and the words of one that was opened.
    last: Option<(FigureView, PictureFormat)>,
    /// What is remembered of briefs.
    pub(super) briefs: Briefs,
}

impl Figures {
    /// A name for the file: what the chart is asked for.
    pub(super) fn suggested_name(&self, format: PictureFormat) -> String {
        let Some(view) = &self.view else {
            return format!("chart.{}", format.ending());
        };
        let ChartRequest {
            kind,
            stage,
            aid_type,
            year,
            parties,
            ..
        } = &view.chart;
        let mut parts = vec![kind.key().to_owned(), stage.key().to_owned()];
        parts.extend(aid_type.map(|of| of.key().to_owned()));
        parts.extend(year.map(|year| year.to_string()));
        if let Some(parties) = parties.as_ref().filter(|parties| parties.len() <= 3) {
            parts.extend(parties.iter().map(|id| id.as_str().to_lowercase()));
        }
        format!("{}.{}", parts.join("-"), format.ending())
    }
}

impl App {
    /// Shows the dialog before the chart is written as a picture.
    pub(super) fn export_figure(&mut self) {
        let here = self.trail.here().clone();
        let request = self.panes.chart.request(&self.host.lend(&here));
        let name = self.session.path().and_then(Path::file_name);
        let mark = DatasetMark::of(
            self.session.dataset(),
            self.session.dataset_hash().to_string(),
            name.map(|name| name.to_string_lossy().into_owned()),
        );
        let ledger = Arc::clone(self.host.ledger());
        let assumptions = ledger.assumptions().clone();
        let mut view = FigureView::new(mark, request, assumptions, self.texts().lang());
        let mut format = PictureFormat::Svg;
        if let Some((last, its)) = &self.figures.last {
            format = *its;
            view.size = last.size;
            view.look = last.look;
            // Words that were written for a chart stay with it.
            if last.chart == view.chart {
                view.title.clone_from(&last.title);
                view.note.clone_from(&last.note);
            }
        }
        self.figures.ledger = Some(Arc::clone(&ledger));
        let dialog = FigureDialog::new(view, format, ledger);
        self.dialogs.push(Dialog::Figure(Box::new(dialog)));
    }

    /// The picture is to be written: asks for a file.
    pub(super) fn choose_figure(
        &mut self,
        ctx: &egui::Context,
        mut view: FigureView,
        format: PictureFormat,
    ) {
        if let PictureFormat::Png(scale) = format {
            view.scale = scale;
        }
        self.figures.last = Some((view.clone(), format));
        self.figures.view = Some(view);
        self.choose(ctx, Ask::SaveFigure(format));
    }

    /// Writes the picture beside the window. A name that ends otherwise asks for that format.
    pub(super) fn write_figure(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        format: PictureFormat,
    ) {
        let Some(view) = self.figures.view.take() else {
            return;
        };
        let format = match PictureFormat::of_path(&path) {
            Some(PictureFormat::Png(_)) if matches!(format, PictureFormat::Png(_)) => format,
            Some(named) => named,
            None => format,
        };
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let shown = self.figures.ledger.take();
        let ledger = shown.unwrap_or_else(|| Arc::clone(self.host.ledger()));
        let started = Task::start("draw", wake(ctx), move |_| {
            let bytes = figure(&view, &ledger, format)
                .map_err(|error| Box::new(Report::of_picture(&error, texts)))?;
            save_bytes(&path, &bytes, Expected::Anything, disk.as_ref())
                .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
            Ok(path)
        });
        self.work = self.started(started.map(Work::Drawing));
    }

    /// Reads the view of a picture beside the window.
    pub(super) fn open_figure(&mut self, ctx: &egui::Context, path: PathBuf) {
        let (disk, texts) = (Arc::clone(&self.disk), self.texts());
        let started = Task::start("read a picture", wake(ctx), move |_| {
            let bytes = disk
                .read(&path, read::LARGEST)
                .map_err(|error| Box::new(Report::of_figure_file(&path, &error, texts)))?;
            read::view(&bytes)
                .map(Box::new)
                .map_err(|error| Box::new(Report::of_figure(&error, &path, texts)))
        });
        self.work = self.started(started.map(Work::Reading));
    }

    /// Shows the chart that a picture shows, under its assumptions.
    pub(super) fn show_figure(&mut self, ctx: &egui::Context, view: FigureView) {
        if view.dataset.sha256 != self.session.dataset_hash().to_string() {
            let title = view.dataset.title.clone();
            self.notices.say(Notice::FigureOfAnother(title));
        }
        self.assume(ctx, view.assumptions.clone());
        self.panes.chart.show(&view.chart);
        let here = self.trail.here().clone();
        self.trail.go(Place {
            page: Page::Party,
            pane: Pane::Chart,
            ..here
        });
        let format = self.figures.last.as_ref().map(|(_, format)| *format);
        self.figures.last = Some((view, format.unwrap_or(PictureFormat::Svg)));
    }
}
