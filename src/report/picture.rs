//! What goes wrong with pictures, in words, for window and command line alike.

use std::path::Path;

use super::{Exit, Report};
use crate::exchange::picture::{FigureError, PictureError};
use crate::text::Texts;

impl Report {
    /// Why a picture is not made.
    pub fn of_picture(error: &PictureError, texts: Texts) -> Self {
        match error {
            PictureError::Size { width, height } => {
                let args = [
                    ("width", width.round().to_string().into()),
                    ("height", height.round().to_string().into()),
                ];
                let message = texts.with("picture-size", &args);
                Self::new(Exit::Usage, message).hint(texts.get("picture-size-hint"))
            }
            PictureError::View(_) | PictureError::Pixels(_) | PictureError::Page(_) => {
                Self::new(Exit::File, texts.get("picture-not-made")).because(error)
            }
        }
    }

    /// Why the view of a picture cannot be had again.
    pub fn of_figure(error: &FigureError, path: &Path, texts: Texts) -> Self {
        let file = path.display().to_string();
        let told = |id: &str, hint: &str| {
            let message = texts.with(id, &[("file", file.as_str().into())]);
            Self::new(Exit::File, message)
                .in_file(path)
                .hint(texts.get(hint))
        };
        match error {
            FigureError::NotAPicture => told("figure-no-picture", "figure-ours-hint"),
            FigureError::NoView => told("figure-no-view", "figure-no-view-hint"),
            FigureError::Damaged(cause) => {
                told("figure-damaged", "figure-damaged-hint").because(cause)
            }
            FigureError::Newer { version } => {
                let args = [
                    ("file", file.as_str().into()),
                    ("version", version.as_str().into()),
                ];
                let report = Self::new(Exit::File, texts.with("figure-newer", &args));
                report.in_file(path).hint(texts.get("figure-newer-hint"))
            }
        }
    }

    /// Why the file of a picture cannot be read at all.
    pub fn of_figure_file(path: &Path, error: &std::io::Error, texts: Texts) -> Self {
        let file = path.display().to_string();
        let message = texts.with("figure-unread", &[("file", file.into())]);
        Self::new(Exit::File, message).in_file(path).because(error)
    }
}
