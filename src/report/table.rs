//! What goes wrong with files of tables, in words, for window and command line alike.

use std::path::Path;

use super::{Exit, Report};
use crate::exchange::table::{TableError, told};
use crate::text::Texts;

impl Report {
    /// Why a file of tables, or a sheet of it, cannot be read.
    pub fn of_table(error: &TableError, path: &Path, texts: Texts) -> Self {
        let (message, remedy) = told(error, texts);
        Self::new(Exit::File, message).in_file(path).hint(remedy)
    }
}
