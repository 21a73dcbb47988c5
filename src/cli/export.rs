//! `export`: what a place shows, or a whole dataset, as a file for other programs.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::args::{Export, Exported, Headings, Notes, Typed};
use super::context::Context;
use super::{Done, Outcome, counted};
use crate::edit::{AnyRecord, Kind};
use crate::exchange::export::{
    self, ExportError, Format, How, Labels, NotesAt, Reader, Sheets, View, subset, xlsx,
};
use crate::exchange::picture::DatasetMark;
use crate::exchange::records;
use crate::report::Report;
use crate::store::disk::RealDisk;
use crate::store::format;
use crate::store::save::{Expected, save_bytes};
use crate::task::TaskLine;
use crate::text::Texts;
use crate::views::{FileLink, LinkPage};

/// The place that stands for the whole dataset as it is stored.
const RECORDS: &str = "records";

/// Runs `export`.
pub(super) fn run(typed: &Typed, what: &Export, today: fn() -> Date, texts: Texts) -> Outcome {
    let of = match what {
        Export::Csv { of, .. }
        | Export::Xlsx { of, .. }
        | Export::Json { of }
        | Export::Ron { of } => Some(of),
        Export::Package { .. } | Export::Iati(_) => None,
    };
    let place = of.and_then(|of| of.place.as_deref()).unwrap_or_default();
    let (file, place) = parted(place);
    let context = Context::new(
        &typed.common,
        file.as_deref().or(typed.file.as_deref()),
        texts,
    )?;
    counted(&context, |context| {
        let from = of.and_then(|of| of.today).unwrap_or_else(today);
        let asked = Asked {
            context,
            place: &place,
            from,
        };
        match what {
            Export::Csv {
                of,
                labels,
                notes,
                bom,
            } => {
                let how = How {
                    labels: labels_of(*labels),
                    bom: *bom,
                    notes: notes_of(*notes, of.output.is_some()),
                };
                asked.as_table(of, Format::Csv, how)
            }
            Export::Xlsx { of, labels } => {
                let how = How {
                    labels: labels_of(*labels),
                    ..How::default()
                };
                asked.as_table(of, Format::Xlsx, how)
            }
            Export::Json { of } => asked.as_table(of, Format::Json, How::default()),
            Export::Ron { of } => asked.as_book(of),
            Export::Package { output } => asked.as_package(output),
            // It is no place that is shown, and has a file of its own.
            Export::Iati(_) => Ok(Done::fine(String::new())),
        }
    })
}

/// A place with its file, where it is named: `book.ron#ledger`. Without the sign it is a place alone.
fn parted(typed: &str) -> (Option<PathBuf>, String) {
    if !typed.contains('#') {
        let usual = LinkPage::Ledger.key();
        let place = if typed.is_empty() { usual } else { typed };
        return (None, place.to_owned());
    }
    let FileLink { file, place } = FileLink::split(typed, Path::exists);
    (file, place.unwrap_or_default())
}

fn labels_of(typed: Headings) -> Labels {
    match typed {
        Headings::Ids => Labels::Ids,
        Headings::Words => Labels::Words,
    }
}

fn notes_of(typed: Option<Notes>, to_a_file: bool) -> NotesAt {
    match typed {
        Some(Notes::Beside) | None if to_a_file => NotesAt::Beside,
        Some(Notes::Above) => NotesAt::Above,
        Some(Notes::Beside | Notes::None) | None => NotesAt::Nowhere,
    }
}

/// What is asked for, of which dataset.
struct Asked<'a> {
    context: &'a Context,
    place: &'a str,
    from: Date,
}

impl Asked<'_> {
    fn told(&self, error: &ExportError) -> Box<Report> {
        Box::new(Report::of_export(error, self.context.texts))
    }

    fn mark(&self) -> DatasetMark {
        let session = &self.context.session;
        let name = session.path().and_then(Path::file_name);
        DatasetMark::of(
            session.dataset(),
            session.dataset_hash().to_string(),
            name.map(|name| name.to_string_lossy().into_owned()),
        )
    }

    fn sheets(&self, table: Option<&str>) -> Result<Sheets, Box<Report>> {
        let ledger = &self.context.ledger;
        let reader = Reader {
            texts: self.context.texts,
            today: self.from,
        };
        let sheets = View::of_place(self.place, ledger)
            .and_then(|view| view.sheets(ledger, &self.mark(), reader));
        let sheets = sheets.map_err(|error| self.told(&error))?;
        match table {
            None => Ok(sheets),
            table => sheets.only(table).map_err(|error| self.told(&error)),
        }
    }

    fn as_table(&self, of: &Exported, format: Format, how: How) -> Outcome {
        let texts = self.context.texts;
        let line = TaskLine::default();
        if format == Format::Xlsx && of.output.is_none() {
            return Err(Box::new(Report::of_export_to_terminal("xlsx", texts)));
        }
        if self.place == RECORDS || self.place.starts_with("records/") {
            let bytes = self.records(format, how)?;
            return self.written(of.output.as_deref(), &bytes, None);
        }
        let sheets = self.sheets(of.table.as_deref())?;
        let written = export::write(&sheets, format, how, texts, &line);
        let written = written.map_err(|error| self.told(&error))?;
        self.written(
            of.output.as_deref(),
            &written.bytes,
            written.beside.as_deref(),
        )
    }

    /// Records as they are stored: all kinds in a workbook, one kind in CSV.
    fn records(&self, format: Format, how: How) -> Result<Vec<u8>, Box<Report>> {
        let texts = self.context.texts;
        let line = TaskLine::default();
        let dataset = self.context.session.dataset();
        let bad = || self.told(&ExportError::Place(self.place.to_owned()));
        let kind = match self.place.strip_prefix("records/") {
            None => None,
            Some(name) => {
                let mut all = Kind::ALL.iter().copied();
                Some(all.find(|kind| kind.key() == name).ok_or_else(bad)?)
            }
        };
        let layout = match format {
            Format::Csv => records::Layout::Within,
            Format::Xlsx | Format::Json => records::Layout::Apart,
        };
        let tables = match kind {
            Some(kind) => {
                let keys = AnyRecord::keys(dataset, kind);
                vec![records::table(dataset, kind, keys, layout, texts)]
            }
            None => records::tables(dataset, texts, &line).unwrap_or_default(),
        };
        let written = match (format, tables.as_slice()) {
            (Format::Xlsx, tables) => {
                xlsx::write_tables(tables, &dataset.header.title, texts, &line)
            }
            (Format::Csv, [table]) => export::csv::write(table, how.labels, texts, &line),
            (Format::Csv, tables) => {
                let names = tables
                    .iter()
                    .map(|table| format!("{RECORDS}/{}", table.name));
                Err(ExportError::WhichTable(names.collect()))
            }
            (Format::Json, _) => return Err(bad()),
        };
        written.map_err(|error| self.told(&error))
    }

    fn as_book(&self, of: &Exported) -> Outcome {
        let dataset = self.context.session.dataset();
        let text = if self.place == RECORDS {
            format::write(dataset)
        } else {
            let sheets = self.sheets(None)?;
            if sheets.records.is_empty() {
                return Err(self.told(&ExportError::NoRecords(self.place.to_owned())));
            }
            let assumptions = self.context.ledger.assumptions();
            format::write(&subset::book(dataset, &sheets.records, assumptions))
        };
        self.written(of.output.as_deref(), text.as_bytes(), None)
    }

    fn as_package(&self, output: &Path) -> Outcome {
        let texts = self.context.texts;
        let line = TaskLine::default();
        let dataset = self.context.session.dataset();
        let bytes = export::package::write(dataset, &self.mark(), texts, &line);
        let bytes = bytes.map_err(|error| self.told(&error))?;
        self.written(Some(output), &bytes, None)
    }

    /// Writes the file whole or not at all, with its notes beside it; text goes to standard output.
    fn written(&self, output: Option<&Path>, bytes: &[u8], beside: Option<&[u8]>) -> Outcome {
        let texts = self.context.texts;
        let Some(path) = output else {
            return Ok(Done::fine(String::from_utf8_lossy(bytes).into_owned()));
        };
        let save = |path: &Path, bytes: &[u8]| {
            save_bytes(path, bytes, Expected::Anything, &RealDisk)
                .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))
        };
        save(path, bytes)?;
        if let Some(notes) = beside {
            save(&export::notes_beside(path), notes)?;
        }
        Ok(Done::fine(String::new()))
    }
}
