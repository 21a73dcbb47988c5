//! What a page shows goes out as a file: the dialog before it is written, and the writing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;
use jiff::Timestamp;

use crate::exchange::export::iati::{self, Reporter};
use crate::exchange::export::{self, Format, How, Reader, View, notes, package, subset, xlsx};
use crate::exchange::picture::DatasetMark;
use crate::exchange::records;
use crate::ledger::Ledger;
use crate::report::Report;
use crate::store::disk::Disk;
use crate::store::format;
use crate::store::save::{Expected, save_bytes};
use crate::task::{Task, TaskLine};
use crate::text::Texts;
use crate::views::Link;

use super::app::App;
use super::chooser::Ask;
use super::dialogs::{Dialog, ExportDialog};
use super::place::Page;
use super::work::{Work, wake};

/// As what something goes out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportKind {
    /// A table of one of the three formats.
    Table(Format),
    /// A smaller book: the records shown and all that they need.
    Book,
    /// The whole dataset as a data package.
    Package,
    /// Every record as a sheet a kind.
    Records,
    /// The money that counts, as activities of IATI 2.03.
    Iati,
}

impl ExportKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Table(Format::Csv),
        Self::Table(Format::Xlsx),
        Self::Table(Format::Json),
        Self::Book,
        Self::Package,
        Self::Records,
        Self::Iati,
    ];

    /// How names of such files end.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table(Format::Csv) => &["csv"],
            Self::Table(Format::Xlsx) | Self::Records => &["xlsx"],
            Self::Table(Format::Json) => &["json"],
            Self::Book => &["ron"],
            Self::Package => &["zip"],
            Self::Iati => &["xml"],
        }
    }

    /// Whether it is of the whole dataset, whatever is shown.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Package | Self::Records | Self::Iati)
    }
}

/// What is to be written.
#[derive(Clone, PartialEq, Debug)]
pub struct ExportRequest {
    /// What it shows.
    pub view: View,
    /// As what.
    pub kind: ExportKind,
    /// How a table is written.
    pub how: How,
    /// Which table of the view, where CSV holds one of several.
    pub table: Option<String>,
}

/// What is remembered of exports while the window is open.
#[derive(Debug, Default)]
pub(super) struct Exporting {
    asked: Option<(ExportRequest, Arc<Ledger>)>,
    last: Option<(ExportKind, How)>,
}

impl App {
    /// Shows the dialog before what is shown goes out.
    pub(super) fn export_data(&mut self) {
        let here = self.trail.here().clone();
        let lent = self.host.lend(&here);
        let chart = View::Chart(self.panes.chart.request(&lent));
        let parties = &self.panes.parties;
        let list = View::Parties(parties.measure, parties.filter.clone());
        let ledger = Arc::clone(self.host.ledger());
        let link = Link {
            explain: None,
            ..self.link()
        };
        let page = View::of_link(&link, &ledger).ok().map(|view| match view {
            View::Ledger(view, _) => {
                let listed = self.host.listed.as_ref();
                let listed = listed.filter(|_| view.filter.listed).map(Arc::clone);
                View::Ledger(view, listed)
            }
            view => view,
        });
        let mut views: Vec<View> = page.into_iter().collect();
        for view in [list, chart] {
            let twin =
                |other: &View| std::mem::discriminant(other) == std::mem::discriminant(&view);
            let is_beside = here.page == Page::Party || matches!(view, View::Parties(..));
            if is_beside && !views.iter().any(twin) {
                views.push(view);
            }
        }
        let reader = Reader {
            texts: self.texts(),
            today: self.host.today,
        };
        let dialog = ExportDialog::new(views, &ledger, &self.mark(), reader, self.exporting.last);
        self.dialogs.push(Dialog::Export(Box::new(dialog)));
    }

    fn mark(&self) -> DatasetMark {
        let name = self.session.path().and_then(Path::file_name);
        DatasetMark::of(
            self.session.dataset(),
            self.session.dataset_hash().to_string(),
            name.map(|name| name.to_string_lossy().into_owned()),
        )
    }

    /// It is to be written: asks for a file.
    pub(super) fn choose_export(&mut self, ctx: &egui::Context, request: ExportRequest) {
        let kind = request.kind;
        self.exporting.last = Some((kind, request.how));
        self.exporting.asked = Some((request, Arc::clone(self.host.ledger())));
        self.choose(ctx, Ask::SaveData(kind));
    }

    /// A name for the file: what is shown.
    pub(super) fn suggested_export(&self, kind: ExportKind) -> String {
        let asked = self.exporting.asked.as_ref();
        let name = match asked {
            Some((request, _)) if !kind.is_whole() => match &request.table {
                Some(table) if *table != request.view.name() => {
                    format!("{}-{table}", request.view.name())
                }
                _ => request.view.name(),
            },
            _ => "pledgebook".to_owned(),
        };
        let ending = kind.endings().first().copied().unwrap_or_default();
        format!("{name}.{ending}")
    }

    /// Writes the file beside the window.
    pub(super) fn write_export(&mut self, ctx: &egui::Context, path: PathBuf) {
        let Some((request, ledger)) = self.exporting.asked.take() else {
            return;
        };
        let (disk, texts, mark) = (Arc::clone(&self.disk), self.texts(), self.mark());
        let (today, now) = (self.host.today, self.now().timestamp());
        let started = Task::start("export", wake(ctx), move |line| {
            let reader = Reader { texts, today };
            let made = made(&request, &ledger, &mark, reader, now, line)?;
            if line.is_cancelled() {
                return Ok(None);
            }
            save(&path, &made.bytes, disk.as_ref(), texts)?;
            if let Some(notes) = &made.beside {
                save(&export::notes_beside(&path), notes, disk.as_ref(), texts)?;
            }
            Ok(Some(path))
        });
        self.work = self.started(started.map(Work::Exporting));
    }
}

fn save(path: &Path, bytes: &[u8], disk: &dyn Disk, texts: Texts) -> Result<(), Box<Report>> {
    save_bytes(path, bytes, Expected::Anything, disk)
        .map(|_| ())
        .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))
}

/// The bytes of the file.
fn made(
    request: &ExportRequest,
    ledger: &Arc<Ledger>,
    mark: &DatasetMark,
    reader: Reader,
    now: Timestamp,
    line: &TaskLine,
) -> Result<export::Written, Box<Report>> {
    let ExportRequest {
        view,
        kind,
        how,
        table,
    } = request;
    let texts = reader.texts;
    let dataset = ledger.dataset();
    let told = |error| Box::new(Report::of_export(&error, texts));
    let alone = |bytes| export::Written {
        bytes,
        beside: None,
    };
    match kind {
        ExportKind::Package => package::write(dataset, mark, texts, line)
            .map(alone)
            .map_err(told),
        ExportKind::Records => {
            let tables = records::tables(dataset, texts, line).unwrap_or_default();
            xlsx::write_tables(&tables, &dataset.header.title, texts, line)
                .map(alone)
                .map_err(told)
        }
        ExportKind::Iati => {
            let reporter = Reporter::default();
            let written = iati::iati(ledger, &reporter, Some(now), texts, line)
                .map_err(|error| Box::new(Report::of_iati_export(&error, texts)))?;
            // What the standard has no place for is told in a file beside it.
            let mut told = vec![texts.get("iati-out-no-reporter")];
            let left_out = written.left_out.iter();
            told.extend(left_out.map(|(why, count)| why.told(*count, texts)));
            Ok(export::Written {
                bytes: written.xml,
                beside: Some(notes::text(&told)),
            })
        }
        ExportKind::Book => {
            let sheets = view.sheets(ledger, mark, reader).map_err(told)?;
            let book = subset::book(dataset, &sheets.records, ledger.assumptions());
            Ok(alone(format::write(&book).into_bytes()))
        }
        ExportKind::Table(format) => {
            let sheets = view.sheets(ledger, mark, reader).map_err(told)?;
            let sheets = match (format, table) {
                (Format::Csv, Some(table)) => sheets.only(Some(table)).map_err(told)?,
                _ => sheets,
            };
            export::write(&sheets, *format, *how, texts, line).map_err(told)
        }
    }
}
