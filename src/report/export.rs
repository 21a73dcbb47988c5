//! Why nothing is exported, in words, for window and command line alike.

use super::{Exit, Report};
use crate::exchange::export::ExportError;
use crate::text::{Texts, numbers};

impl Report {
    /// Why nothing is exported.
    pub fn of_export(error: &ExportError, texts: Texts) -> Self {
        let count = |count: usize| numbers::count(u64::try_from(count).unwrap_or(u64::MAX), texts);
        match error {
            ExportError::Cancelled => Self::new(Exit::File, texts.get("export-cancelled")),
            ExportError::TooManyRows { table, rows } => {
                let args = [
                    ("table", table.as_str().into()),
                    ("shown", count(*rows).into()),
                ];
                let message = texts.with("export-too-many-rows", &args);
                Self::new(Exit::File, message).hint(texts.get("export-too-large-hint"))
            }
            ExportError::TooManyColumns { table, columns } => {
                let shown = count(*columns);
                let args = [("table", table.as_str().into()), ("shown", shown.into())];
                let message = texts.with("export-too-many-columns", &args);
                Self::new(Exit::File, message).hint(texts.get("export-too-large-hint"))
            }
            ExportError::LongText {
                table,
                row,
                column,
                characters,
            } => {
                let args = [
                    ("table", table.as_str().into()),
                    ("row", count(*row).into()),
                    ("column", column.as_str().into()),
                    ("shown", count(*characters).into()),
                ];
                let message = texts.with("export-long-text", &args);
                Self::new(Exit::File, message).hint(texts.get("export-long-text-hint"))
            }
            ExportError::WhichTable(tables) => {
                let hint = texts.with(
                    "export-which-table-hint",
                    &[("tables", tables.join(", ").into())],
                );
                Self::new(Exit::Usage, texts.get("export-which-table")).hint(hint)
            }
            ExportError::NoTable { name, known } => {
                let message = texts.with("export-no-table", &[("name", name.as_str().into())]);
                let tables = known.join(", ");
                let hint = texts.with("export-no-table-hint", &[("tables", tables.into())]);
                Self::new(Exit::Usage, message).hint(hint)
            }
            ExportError::NoParty(name) => {
                let message = texts.with("export-no-party", &[("name", name.as_str().into())]);
                Self::new(Exit::Usage, message).hint(texts.get("export-no-party-hint"))
            }
            ExportError::Place(place) => {
                let message = texts.with("export-place", &[("place", place.as_str().into())]);
                Self::new(Exit::Usage, message).hint(texts.get("export-place-hint"))
            }
            ExportError::NoRecords(place) => {
                let message = texts.with("export-no-records", &[("place", place.as_str().into())]);
                Self::new(Exit::Usage, message).hint(texts.get("export-place-hint"))
            }
            ExportError::Make(cause) => {
                Self::new(Exit::File, texts.get("export-not-made")).because(cause)
            }
        }
    }

    /// A file that is no text was to go to the terminal.
    pub fn of_export_to_terminal(kind: &str, texts: Texts) -> Self {
        let message = texts.with("export-to-file", &[("kind", kind.into())]);
        Self::new(Exit::Usage, message).hint(texts.get("export-to-file-hint"))
    }
}
