//! What goes wrong with imports, in words, for window and command line alike.

use std::path::Path;

use super::{Exit, Report};
use crate::exchange::import::profile::BadProfile;
use crate::exchange::import::{ImportError, told};
use crate::text::Texts;

impl Report {
    /// Why a file is not imported.
    pub fn of_import(error: &ImportError, path: &Path, texts: Texts) -> Self {
        let (message, remedy) = told::error(error, texts);
        // What only has to be said otherwise is no trouble with the file.
        let exit = match error {
            ImportError::NoSheet(_)
            | ImportError::NoRow(_)
            | ImportError::Unmapped(_)
            | ImportError::Unsure(_) => Exit::Usage,
            _ => Exit::File,
        };
        let report = Self::new(exit, message).in_file(path);
        if remedy.is_empty() {
            report
        } else {
            report.hint(remedy)
        }
    }

    /// Why a profile cannot be read.
    pub fn of_profile(error: &BadProfile, path: &Path, texts: Texts) -> Self {
        let args = [
            ("file", path.display().to_string().into()),
            ("line", error.line.to_string().into()),
            ("column", error.column.to_string().into()),
        ];
        let report = Self::new(Exit::File, texts.with("import-bad-profile", &args));
        report
            .in_file(path)
            .because(&error.why)
            .hint(texts.get("import-bad-profile-hint"))
    }
}
