//! Briefs: one party, or several beside each other, as a paper to hand on: a page of HTML or a PDF; and
//! all parties as a small web site.
//!
//! - [`make`] reads the views that the window shows into a [`Brief`]: sections of words. It counts
//!   nothing itself: every number comes from a view or the ledger, with the sources under it.
//! - [`html`] and [`pdf`] paint a brief. Neither adds a word but page numbers and labels of links.
//! - [`site`] makes the pages of all parties, and [`folder`] writes them.
//!
//! The same dataset, assumptions and day give the same bytes.

pub mod folder;
pub mod html;
pub mod make;
pub mod model;
pub mod pdf;
pub mod site;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::exchange::picture::{DatasetMark, PictureError};
use crate::ledger::Ledger;
use crate::model::PartyId;
use crate::task::TaskLine;
use crate::text::Lang;

pub use model::Brief;

/// The most parties that can stand beside each other.
pub const MOST: usize = 8;

/// What a brief is asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct BriefRequest {
    /// Whose: one, or up to [`MOST`] beside each other, in this order.
    pub parties: Vec<PartyId>,
    /// In which language.
    pub lang: Lang,
    /// The dataset that the ledger counts.
    pub mark: DatasetMark,
    /// The day that it is: days left are counted from it where no cut-off is set.
    pub today: Date,
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum BriefFormat {
    /// One page for a browser, with nothing outside it.
    Html,
    /// Pages for print.
    #[default]
    Pdf,
}

impl BriefFormat {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Html];

    /// The kind that a file's name asks for; none: no kind that is known.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Self::Html),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }
}

/// Why there is no brief.
#[derive(Debug, thiserror::Error)]
pub enum BriefError {
    /// It was asked of none, or of more than can stand beside each other.
    #[error("a brief is of one to {MOST} parties, not of {0}")]
    HowMany(usize),
    /// There is no such party.
    #[error("there is no party {0}")]
    Unknown(PartyId),
    /// Somebody thought better of it; nothing was written.
    #[error("cancelled")]
    Cancelled,
    /// Its chart cannot be drawn.
    #[error("no chart: {0}")]
    Picture(#[from] PictureError),
    /// It could not be made into pages.
    #[error("no pages: {0}")]
    Pages(String),
    /// The folder of a site holds files that this program did not write there.
    #[error("{folder} holds {file}, which is not of a site")]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// The file that stands in the way.
        file: PathBuf,
    },
    /// The folder of a site cannot be read or written.
    #[error("{path}: {cause}")]
    Folder {
        /// Where.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
}

/// A brief as the bytes of a file: what window and command line both write.
///
/// # Errors
/// When it is asked of no party, of too many or of one that is not there, cannot be drawn, or was
/// cancelled.
pub fn export(
    ledger: &Ledger,
    request: &BriefRequest,
    format: BriefFormat,
    line: &TaskLine,
) -> Result<Vec<u8>, BriefError> {
    line.progress(5);
    let brief = make::brief(ledger, request, line)?;
    line.progress(50);
    write(&brief, format, line)
}

/// A brief as the bytes of a file. The same gives the same bytes.
///
/// # Errors
/// When it cannot be drawn, or was cancelled.
pub fn write(brief: &Brief, format: BriefFormat, line: &TaskLine) -> Result<Vec<u8>, BriefError> {
    match format {
        BriefFormat::Html => html::write(brief, &html::Around::default()).map(String::into_bytes),
        BriefFormat::Pdf => pdf::write(brief, line),
    }
}

/// Makes the site of all parties and writes it into a folder: what window and command line both do.
/// Gives back how many pages it has.
///
/// # Errors
/// When a page cannot be drawn, the folder holds files of others, the disk fails, or it was cancelled.
pub fn write_site(
    ledger: &Ledger,
    request: &BriefRequest,
    folder: &Path,
    line: &TaskLine,
) -> Result<usize, BriefError> {
    let files = site::files(ledger, request, line)?;
    folder::write(folder, &files, line)?;
    Ok(files.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_kind() {
        let of = |name: &str| BriefFormat::of_path(Path::new(name));
        assert_eq!(of("a.b/lt.HTML"), Some(BriefFormat::Html));
        assert_eq!(of("lt.htm"), Some(BriefFormat::Html));
        assert_eq!(of("lt.pdf"), Some(BriefFormat::Pdf));
        assert_eq!(of("lt.docx"), None);
        assert_eq!(of("pdf"), None);
    }
}
