//! Short messages in the status line: typed, translated, gone after a while or when dismissed.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{self, Ui};

use crate::text::Texts;

use super::widgets::button;
use super::{Theme, icons};

/// Something worth saying that asks for nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The file that was open last time is not there; the sample is shown instead.
    LastFileMissing(PathBuf),
    /// The document was written to this file, which is open now.
    Saved(PathBuf),
    /// The same; other names of the file (hard links) keep the old text.
    SavedUnderOneName(PathBuf),
    /// A copy was written to this file.
    CopySaved(PathBuf),
    /// No backup could be kept, and why. The document itself is saved.
    NoBackup(String),
    /// What was asked for is done when the document is saved.
    WhenSaved,
    /// The document was made equal to its version of this moment.
    Restored(String),
    /// A version was not saved over the open file.
    NotOverItself,
    /// The file was read again.
    Reloaded,
    /// What is changed is not on the disk before it is saved, and why.
    NotProtected(String),
    /// It is on the disk again.
    ProtectedAgain,
    /// Nothing was left unsaved.
    NothingLeft,
    /// Something may have been left unsaved that cannot be read, and why.
    LeftUnread(String),
    /// Something was put on the clipboard.
    Copied,
    /// The link to the place is on the clipboard.
    LinkCopied,
    /// Not all that a link names is there: what is amiss, in sentences.
    LinkAmiss(String),
    /// Some settings were not understood or could not be read.
    SettingsNotRead(String),
    /// The settings could not be written.
    SettingsNotWritten(String),
    /// What the user began was cancelled.
    Cancelled,
    /// The document cannot be changed where it is.
    ReadOnly,
    /// A record was taken out, or several: which.
    Removed(String),
    /// A change could not be done, and why.
    NotChanged(String),
    /// So many rows became records.
    Pasted(usize),
    /// Data was written to this file.
    Exported(PathBuf),
    /// How files of a kind are read was kept in this file.
    ProfileKept(PathBuf),
    /// That is no name for a profile.
    NoProfileName,
    /// So many records came in from this file.
    Imported(String, usize),
    /// What is on the clipboard is no rows.
    NoRows,
    /// So many problems were fixed.
    Fixed(usize),
    /// A problem cannot be fixed so, or is there no longer.
    NotFixed,
    /// A picture was written to this file.
    FigureSaved(PathBuf),
    /// A brief was written to this file.
    BriefSaved(PathBuf),
    /// A picture shows numbers of another dataset, or of this one as it was: its title.
    FigureOfAnother(String),
    /// Work ended without a result.
    WorkLost,
}

impl Notice {
    fn text(&self, texts: Texts) -> String {
        let path = |id, path: &PathBuf| texts.with(id, &[("path", shown(path).into())]);
        match self {
            Self::LastFileMissing(file) => path("notice-last-file-missing", file),
            Self::Saved(file) => path("notice-saved", file),
            Self::SavedUnderOneName(file) => path("notice-saved-one-name", file),
            Self::CopySaved(file) => path("notice-copy-saved", file),
            Self::NoBackup(why) => texts.with("notice-no-backup", &[("why", why.into())]),
            Self::WhenSaved => texts.get("notice-when-saved"),
            Self::Restored(when) => texts.with("notice-restored", &[("when", when.into())]),
            Self::NotOverItself => texts.get("notice-not-over-itself"),
            Self::Reloaded => texts.get("notice-reloaded"),
            Self::NotProtected(why) => texts.with("notice-not-protected", &[("why", why.into())]),
            Self::ProtectedAgain => texts.get("notice-protected-again"),
            Self::NothingLeft => texts.get("notice-nothing-left"),
            Self::LeftUnread(why) => texts.with("notice-left-unread", &[("why", why.into())]),
            Self::Copied => texts.get("notice-copied"),
            Self::LinkCopied => texts.get("notice-link-copied"),
            Self::LinkAmiss(what) => what.clone(),
            Self::SettingsNotRead(why) => {
                texts.with("notice-settings-not-read", &[("why", why.into())])
            }
            Self::SettingsNotWritten(why) => {
                texts.with("notice-settings-not-written", &[("why", why.into())])
            }
            Self::Cancelled => texts.get("notice-cancelled"),
            Self::Removed(what) => texts.with("notice-removed", &[("what", what.into())]),
            Self::ReadOnly => texts.get("notice-read-only"),
            Self::NotChanged(why) => texts.with("notice-not-changed", &[("why", why.into())]),
            Self::Pasted(count) => texts.with(
                "notice-pasted",
                &[
                    ("count", (*count).into()),
                    ("shown", count.to_string().into()),
                ],
            ),
            Self::Exported(file) => path("notice-exported", file),
            Self::ProfileKept(file) => path("notice-profile-kept", file),
            Self::NoProfileName => texts.get("notice-no-profile-name"),
            Self::Imported(file, count) => texts.with(
                "notice-imported",
                &[
                    ("file", file.into()),
                    ("count", (*count).into()),
                    ("shown", count.to_string().into()),
                ],
            ),
            Self::NoRows => texts.get("notice-no-rows"),
            Self::Fixed(count) => {
                let args = [
                    ("count", (*count).into()),
                    ("shown", count.to_string().into()),
                ];
                texts.with("notice-fixed", &args)
            }
            Self::NotFixed => texts.get("notice-not-fixed"),
            Self::FigureSaved(file) => path("notice-figure-saved", file),
            Self::BriefSaved(file) => path("notice-brief-saved", file),
            Self::FigureOfAnother(title) => {
                texts.with("notice-figure-of-another", &[("title", title.into())])
            }
            Self::WorkLost => texts.get("notice-work-lost"),
        }
    }

    fn is_bad(&self) -> bool {
        match self {
            Self::LastFileMissing(_)
            | Self::LinkAmiss(_)
            | Self::SavedUnderOneName(_)
            | Self::NoBackup(_)
            | Self::NotOverItself
            | Self::NotProtected(_)
            | Self::LeftUnread(_)
            | Self::SettingsNotRead(_)
            | Self::SettingsNotWritten(_)
            | Self::ReadOnly
            | Self::NotChanged(_)
            | Self::NoRows
            | Self::NoProfileName
            | Self::NotFixed
            | Self::FigureOfAnother(_)
            | Self::WorkLost => true,
            Self::Saved(_)
            | Self::FigureSaved(_)
            | Self::BriefSaved(_)
            | Self::CopySaved(_)
            | Self::WhenSaved
            | Self::Restored(_)
            | Self::Reloaded
            | Self::ProtectedAgain
            | Self::NothingLeft
            | Self::Copied
            | Self::LinkCopied
            | Self::Removed(_)
            | Self::Fixed(_)
            | Self::Cancelled
            | Self::Exported(_)
            | Self::ProfileKept(_)
            | Self::Imported(..)
            | Self::Pasted(_) => false,
        }
    }
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

/// How long a good message stays. Bad ones stay until they are dismissed.
const STAYS: Duration = Duration::from_secs(6);

/// The message shown now; a new one takes its place.
#[derive(Debug, Default)]
pub struct Notices {
    now: Option<(Notice, Option<f64>)>,
}

impl Notices {
    /// Says something.
    pub fn say(&mut self, notice: Notice) {
        tracing::info!(?notice, "notice");
        self.now = Some((notice, None));
    }

    /// What is said now.
    pub fn now(&self) -> Option<&Notice> {
        self.now.as_ref().map(|(notice, _)| notice)
    }

    /// Paints it, and takes it away when its time is over.
    pub fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        let Some((notice, since)) = &mut self.now else {
            return;
        };
        let time = ui.input(|input| input.time);
        let since = *since.get_or_insert(time);
        let bad = notice.is_bad();
        if !bad {
            let left = STAYS.as_secs_f64() - (time - since);
            if left <= 0.0 {
                self.now = None;
                return;
            }
            ui.ctx()
                .request_repaint_after(Duration::from_secs_f64(left.max(0.05)));
        }
        let (icon, color) = if bad {
            (icons::WARNING, theme.warning)
        } else {
            (icons::DONE, theme.good)
        };
        ui.label(egui::RichText::new(icon).color(color));
        ui.label(notice.text(texts));
        if button::icon_ui(ui, theme, icons::CLOSE, &texts.get("notice-dismiss")).clicked() {
            self.now = None;
        }
    }
}
