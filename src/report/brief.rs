//! What goes wrong with briefs and sites, in words, for window and command line alike.

use super::{Exit, Report};
use crate::exchange::brief::{BriefError, MOST};
use crate::text::Texts;

impl Report {
    /// Why a brief or a site is not made.
    pub fn of_brief(error: &BriefError, texts: Texts) -> Self {
        let told = |exit: Exit, message: String, hint: &str| {
            Self::new(exit, message).hint(texts.get(hint))
        };
        match error {
            BriefError::HowMany(count) => {
                let most = MOST.to_string();
                let args = [
                    ("most", most.as_str().into()),
                    ("count", count.to_string().into()),
                ];
                let message = texts.with("brief-how-many", &args);
                let hint = texts.with("brief-how-many-hint", &[("most", most.into())]);
                Self::new(Exit::Usage, message).hint(hint)
            }
            BriefError::Unknown(party) => {
                let args = [("party", party.as_str().into())];
                let message = texts.with("brief-unknown", &args);
                told(Exit::Usage, message, "brief-unknown-hint")
            }
            BriefError::Cancelled => {
                let message = texts.get("brief-cancelled");
                told(Exit::File, message, "brief-cancelled-hint")
            }
            BriefError::Picture(_) | BriefError::Pages(_) => {
                let message = texts.get("brief-not-made");
                told(Exit::File, message, "brief-not-made-hint").because(error)
            }
            BriefError::NotOurs { folder, file } => {
                let args = [
                    ("folder", folder.display().to_string().into()),
                    ("file", file.display().to_string().into()),
                ];
                let message = texts.with("brief-not-ours", &args);
                told(Exit::File, message, "brief-not-ours-hint").in_file(folder)
            }
            BriefError::Folder { path, cause } => {
                let args = [("path", path.display().to_string().into())];
                let message = texts.with("brief-folder", &args);
                told(Exit::File, message, "brief-folder-hint")
                    .in_file(path)
                    .because(cause)
            }
        }
    }
}
