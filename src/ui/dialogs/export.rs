//! What a page shows, before it goes out as a file: what of it, as what, and how it is written.

use eframe::egui::Ui;

use crate::exchange::export::{Format, How, Labels, NotesAt, Reader, View};
use crate::exchange::picture::DatasetMark;
use crate::ledger::Ledger;
use crate::text::{Texts, numbers};
use crate::ui::Theme;
use crate::ui::exporting::{ExportKind, ExportRequest};
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::{button, chip};

use std::sync::Arc;

use super::{Answer, buttons_ui};

/// What can go out.
#[derive(Debug)]
struct Offered {
    view: View,
    title: String,
    /// Its tables: name, title, rows.
    tables: Vec<(String, String, usize)>,
    has_records: bool,
}

/// What a page shows, before it goes out.
#[derive(Debug)]
pub struct ExportDialog {
    offered: Vec<Offered>,
    chosen: usize,
    table: usize,
    kind: ExportKind,
    how: How,
}

impl ExportDialog {
    /// A dialog over these views, the first of which is shown.
    pub fn new(
        views: Vec<View>,
        ledger: &Arc<Ledger>,
        mark: &DatasetMark,
        reader: Reader,
        last: Option<(ExportKind, How)>,
    ) -> Self {
        let offered = views.into_iter().filter_map(|view| {
            let sheets = view.sheets(ledger, mark, reader).ok()?;
            let tables = sheets.tables.iter();
            let tables = tables.map(|of| (of.name.clone(), of.title.clone(), of.len()));
            Some(Offered {
                title: sheets.about.title.clone(),
                tables: tables.collect(),
                has_records: !sheets.records.is_empty(),
                view,
            })
        });
        let (kind, how) = last.unwrap_or((
            ExportKind::Table(Format::Xlsx),
            How {
                labels: Labels::Words,
                ..How::default()
            },
        ));
        Self {
            offered: offered.collect(),
            chosen: 0,
            table: 0,
            kind,
            how,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.label(title(texts.get("exporter-title")));
        ui.add_space(UNIT);
        ui.label(theme.small(texts.get("exporter-kind")));
        self.kinds_ui(ui, texts, theme);
        ui.add_space(UNIT);
        if self.kind.is_whole() {
            ui.label(texts.get("exporter-whole"));
        } else {
            self.what_ui(ui, texts, theme);
        }
        if self.kind == ExportKind::Table(Format::Csv) {
            self.csv_ui(ui, texts, theme);
        }
        if matches!(self.kind, ExportKind::Table(Format::Csv | Format::Xlsx)) {
            self.labels_ui(ui, texts, theme);
        }
        ui.add_space(HALF);
        ui.label(theme.small(match self.kind {
            ExportKind::Table(Format::Csv) => texts.get("exporter-csv-tip"),
            ExportKind::Table(Format::Xlsx) => texts.get("exporter-xlsx-tip"),
            ExportKind::Table(Format::Json) => texts.get("exporter-json-tip"),
            ExportKind::Book => texts.get("exporter-book-tip"),
            ExportKind::Package => texts.get("exporter-package-tip"),
            ExportKind::Records => texts.get("exporter-records-tip"),
            ExportKind::Iati => texts.get("exporter-iati-tip"),
        }));
        let request = self.request();
        buttons_ui(ui, |ui| {
            let save = ui.add_enabled_ui(request.is_some(), |ui| {
                button::primary_ui(ui, theme, texts.get("exporter-save"))
            });
            let save = save
                .inner
                .on_disabled_hover_text(texts.get("exporter-no-records"));
            if save.clicked()
                && let Some(request) = request
            {
                return Answer::Export(Box::new(request));
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }

    /// What is asked for; none: there are no records to make a book of.
    fn request(&self) -> Option<ExportRequest> {
        let offered = self.offered.get(self.chosen)?;
        if self.kind == ExportKind::Book && !offered.has_records {
            return None;
        }
        let table = offered.tables.get(self.table).map(|of| of.0.clone());
        Some(ExportRequest {
            view: offered.view.clone(),
            kind: self.kind,
            how: self.how,
            table: table.filter(|_| offered.tables.len() > 1),
        })
    }

    fn kinds_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for kind in ExportKind::ALL {
                let name = match kind {
                    ExportKind::Table(Format::Csv) => "CSV".to_owned(),
                    ExportKind::Table(Format::Xlsx) => texts.get("exporter-xlsx"),
                    ExportKind::Table(Format::Json) => "JSON".to_owned(),
                    ExportKind::Book => texts.get("exporter-book"),
                    ExportKind::Package => texts.get("exporter-package"),
                    ExportKind::Records => texts.get("exporter-records"),
                    ExportKind::Iati => "IATI 2.03".to_owned(),
                };
                if chip::chip_ui(ui, theme, &name, self.kind == kind).clicked() {
                    self.kind = kind;
                }
            }
        });
    }

    /// What of the window, and which of its tables.
    fn what_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        ui.label(theme.small(texts.get("exporter-what")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for (at, offered) in self.offered.iter().enumerate() {
                if chip::chip_ui(ui, theme, &offered.title, self.chosen == at).clicked() {
                    self.chosen = at;
                    self.table = 0;
                }
            }
        });
        let Some(offered) = self.offered.get(self.chosen) else {
            return;
        };
        let rows = |rows: usize| numbers::count(rows as u64, texts);
        let all: usize = offered.tables.iter().map(|table| table.2).sum();
        let one_of = self.kind == ExportKind::Table(Format::Csv) && offered.tables.len() > 1;
        if !one_of {
            let args = [
                ("tables", offered.tables.len().into()),
                ("rows", rows(all).into()),
            ];
            ui.label(theme.weak(texts.with("exporter-rows", &args)));
            return;
        }
        ui.label(theme.small(texts.get("exporter-table")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for (at, (_, title, count)) in offered.tables.iter().enumerate() {
                let args = [
                    ("title", title.as_str().into()),
                    ("rows", rows(*count).into()),
                ];
                let name = texts.with("exporter-table-rows", &args);
                if chip::chip_ui(ui, theme, &name, self.table == at).clicked() {
                    self.table = at;
                }
            }
        });
    }

    fn csv_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        ui.add_space(HALF);
        ui.label(theme.small(texts.get("exporter-notes")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            let ways = [
                (NotesAt::Beside, texts.get("exporter-notes-beside")),
                (NotesAt::Above, texts.get("exporter-notes-above")),
                (NotesAt::Nowhere, texts.get("exporter-notes-none")),
            ];
            for (way, name) in ways {
                if chip::chip_ui(ui, theme, &name, self.how.notes == way).clicked() {
                    self.how.notes = way;
                }
            }
        });
        ui.checkbox(&mut self.how.bom, texts.get("exporter-bom"));
    }

    fn labels_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        ui.add_space(HALF);
        ui.label(theme.small(texts.get("exporter-labels")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            let ways = [
                (Labels::Words, texts.get("exporter-labels-words")),
                (Labels::Ids, texts.get("exporter-labels-ids")),
            ];
            for (way, name) in ways {
                if chip::chip_ui(ui, theme, &name, self.how.labels == way).clicked() {
                    self.how.labels = way;
                }
            }
        });
    }
}
