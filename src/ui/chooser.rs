//! The one gate to the system's file dialogs. They run on their own thread, so painting goes on;
//! tests script them; where the system has none, the window asks for a path itself.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::task::{TaskLine, wait_for};

/// What a file is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// A file to open.
    Open,
    /// A file to write to.
    SaveAs,
}

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
    /// This file.
    Chosen(PathBuf),
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
            .add_filter(file_kind, &["ron"]);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        if ask == Ask::SaveAs {
            dialog = dialog.set_file_name(file_name);
        }
        let asked = Instant::now();
        // The dialog is made here: macOS wants that on the window's thread.
        let choosing: Box<dyn Future<Output = Option<rfd::FileHandle>> + Send + Unpin> = match ask {
            Ask::Open => Box::new(Box::pin(dialog.pick_file())),
            Ask::SaveAs => Box::new(Box::pin(dialog.save_file())),
        };
        Box::new(move |_| match wait_for(choosing) {
            Some(file) => Choice::Chosen(match ask {
                Ask::Open => file.path().to_owned(),
                Ask::SaveAs => with_extension(file.path()),
            }),
            None if cfg!(target_os = "linux") && asked.elapsed() < TOO_FAST => Choice::NoDialog,
            None => Choice::Cancelled,
        })
    }
}

/// A path to write to: `.ron` is added where the user gave no extension.
pub fn with_extension(path: &Path) -> PathBuf {
    if path.extension().is_some() {
        path.to_owned()
    } else {
        path.with_extension("ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_extension_gets_one_and_others_stay() {
        assert_eq!(
            with_extension(Path::new("/a/book")),
            Path::new("/a/book.ron")
        );
        assert_eq!(
            with_extension(Path::new("/a/book.txt")),
            Path::new("/a/book.txt")
        );
    }
}
