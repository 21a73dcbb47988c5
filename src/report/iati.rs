//! Why nothing goes out as IATI, in words.

use super::{Exit, Report};
use crate::exchange::export::iati::{self, IatiExportError, ORGANISATION_TYPES, ReporterError};
use crate::text::Texts;

impl Report {
    /// Why there is no file of IATI.
    pub fn of_iati_export(error: &IatiExportError, texts: Texts) -> Self {
        let (message, hint) = iati::told(error, texts);
        Self::new(Exit::File, message).hint(hint)
    }

    /// Why nobody can report as what was typed.
    pub fn of_reporter(error: &ReporterError, texts: Texts) -> Self {
        let (message, hint) = match error {
            ReporterError::Reference(text) => (
                texts.with("iati-out-bad-reporter", &[("text", text.into())]),
                texts.get("iati-out-bad-reporter-hint"),
            ),
            ReporterError::Kind(text) => (
                texts.with("iati-out-bad-type", &[("text", text.into())]),
                ORGANISATION_TYPES.join(", "),
            ),
        };
        Self::usage(message, Some(hint))
    }
}
