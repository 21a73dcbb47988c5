//! The one gate to the system's file dialogs. They run on their own thread, so painting goes on;
//! tests script them; where the system has none, the window asks for a path itself.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::exchange::brief::BriefFormat;
use crate::exchange::picture::PictureFormat;
use crate::task::{TaskLine, wait_for};

use super::exporting::ExportKind;

/// What a file is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// A file to open.
    Open,
    /// A file to write to, which is then the open one.
    SaveAs,
    /// A file to write a copy to.
    SaveCopy,
    /// A file to write an earlier version to.
    SaveVersion,
    /// A file to write to what was left unsaved of another document.
    SaveRecovered,
    /// A file to write a picture of this kind to.
    SaveFigure(PictureFormat),
    /// A file to write data of this kind to.
    SaveData(ExportKind),
    /// A file to write a brief of this kind to.
    SaveBrief(BriefFormat),
    /// A picture whose view is to be shown.
    OpenFigure,
    /// A file of the field to take in.
    Import,
}

impl Ask {
    /// Whether the file is written to.
    pub fn writes(self) -> bool {
        !matches!(self, Self::Open | Self::OpenFigure | Self::Import)
    }

    /// How the names of such files end; the first is added where none is typed.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::SaveFigure(PictureFormat::Svg) => &["svg"],
            Self::SaveFigure(PictureFormat::Png(_)) => &["png"],
            Self::SaveData(kind) => kind.endings(),
            Self::Import => IMPORTED,
            Self::SaveFigure(PictureFormat::Pdf) | Self::SaveBrief(BriefFormat::Pdf) => &["pdf"],
            Self::SaveBrief(BriefFormat::Html) => &["html"],
            Self::OpenFigure => &["svg", "png", "pdf"],
            _ => &["ron"],
        }
    }
}

/// How the names of files end that can be taken in.
pub const IMPORTED: &[&str] = &[
    "csv", "tsv", "txt", "xlsx", "xlsm", "ods", "xls", "json", "ndjson", "xml", "zip", "ron",
];

/// What was asked, with the words of the dialog.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// For what.
    pub ask: Ask,
    /// Title of the dialog.
    pub title: String,
    /// What the files are called.
    pub file_kind: String,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
    /// The name to suggest.
    pub file_name: String,
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// This file; where it is written to, the user agreed to replace one that is there.
    Chosen(PathBuf),
    /// This file to write to, which is there, and nobody asked whether it may be replaced.
    Unasked(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// The system has no dialog to show.
    NoDialog,
}

/// Waits, on a task's thread, for the user's choice.
pub type Waiting = Box<dyn FnOnce(&TaskLine) -> Choice + Send>;

/// Asks for files.
pub trait Chooser {
    /// Begins to ask. Called on the window's thread; what it returns is run on a task's thread.
    fn ask(&mut self, question: Question) -> Waiting;
}

/// The system's own dialogs.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemChooser;

/// Nobody closes a dialog as fast as this: such an answer comes from a system without dialogs
/// (on Linux neither a desktop portal nor zenity), which rfd reports like a cancelled one.
const TOO_FAST: Duration = Duration::from_millis(400);

impl Chooser for SystemChooser {
    fn ask(&mut self, question: Question) -> Waiting {
        let Question {
            ask,
            title,
            file_kind,
            folder,
            file_name,
        } = question;
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .add_filter(file_kind, ask.endings());
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        if ask.writes() {
            dialog = dialog.set_file_name(file_name);
        }
        let asked = Instant::now();
        // The dialog is made here: macOS wants that on the window's thread.
        let choosing: Box<dyn Future<Output = Option<rfd::FileHandle>> + Send + Unpin> =
            if ask.writes() {
                Box::new(Box::pin(dialog.save_file()))
            } else {
                Box::new(Box::pin(dialog.pick_file()))
            };
        Box::new(move |_| match wait_for(choosing) {
            Some(file) if ask.writes() => to_write(file.path(), ask),
            Some(file) => Choice::Chosen(file.path().to_owned()),
            None if cfg!(target_os = "linux") && asked.elapsed() < TOO_FAST => Choice::NoDialog,
            None => Choice::Cancelled,
        })
    }
}

/// The dialog asked about the name as it was typed: one that only the added extension made the name
/// of a file that is there was not asked about.
fn to_write(chosen: &Path, ask: Ask) -> Choice {
    let path = with_extension(chosen, ask);
    if path != chosen && path.exists() {
        Choice::Unasked(path)
    } else {
        Choice::Chosen(path)
    }
}

/// A path to write to: where the user gave no extension, that of such files is added.
pub fn with_extension(path: &Path, ask: Ask) -> PathBuf {
    if path.extension().is_some() {
        path.to_owned()
    } else {
        path.with_extension(ask.endings().first().copied().unwrap_or("ron"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_the_added_extension_names_is_asked_about() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let typed = folder.path().join("book");
        assert_eq!(to_write(&typed, Ask::SaveAs), Choice::Chosen(path.clone()));
        std::fs::File::create(&path).unwrap();
        assert_eq!(to_write(&typed, Ask::SaveAs), Choice::Unasked(path.clone()));
        assert_eq!(to_write(&path, Ask::SaveAs), Choice::Chosen(path));
    }

    #[test]
    fn a_name_without_extension_gets_one_and_others_stay() {
        assert_eq!(
            with_extension(Path::new("/a/book"), Ask::SaveAs),
            Path::new("/a/book.ron")
        );
        assert_eq!(
            with_extension(Path::new("/a/book.txt"), Ask::SaveAs),
            Path::new("/a/book.txt")
        );
    }
}
