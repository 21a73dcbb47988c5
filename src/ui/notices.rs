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
    /// The file was read again.
    Reloaded,
    /// Something was put on the clipboard.
    Copied,
    /// Some settings were not understood or could not be read.
    SettingsNotRead(String),
    /// The settings could not be written.
    SettingsNotWritten(String),
    /// What the user began was cancelled.
    Cancelled,
    /// The document cannot be changed where it is.
    ReadOnly,
    /// A change could not be done, and why.
    NotChanged(String),
    /// So many problems were fixed.
    Fixed(usize),
    /// A problem cannot be fixed so, or is there no longer.
    NotFixed,
    /// Work ended without a result.
    WorkLost,
}

impl Notice {
    fn text(&self, texts: Texts) -> String {
        let path = |id, path: &PathBuf| texts.with(id, &[("path", shown(path).into())]);
        match self {
            Self::LastFileMissing(file) => path("notice-last-file-missing", file),
            Self::Saved(file) => path("notice-saved", file),
            Self::Reloaded => texts.get("notice-reloaded"),
            Self::Copied => texts.get("notice-copied"),
            Self::SettingsNotRead(why) => {
                texts.with("notice-settings-not-read", &[("why", why.into())])
            }
            Self::SettingsNotWritten(why) => {
                texts.with("notice-settings-not-written", &[("why", why.into())])
            }
            Self::Cancelled => texts.get("notice-cancelled"),
            Self::ReadOnly => texts.get("notice-read-only"),
            Self::NotChanged(why) => texts.with("notice-not-changed", &[("why", why.into())]),
            Self::Fixed(count) => {
                let args = [
                    ("count", (*count).into()),
                    ("shown", count.to_string().into()),
                ];
                texts.with("notice-fixed", &args)
            }
            Self::NotFixed => texts.get("notice-not-fixed"),
            Self::WorkLost => texts.get("notice-work-lost"),
        }
    }

    fn is_bad(&self) -> bool {
        match self {
            Self::LastFileMissing(_)
            | Self::SettingsNotRead(_)
            | Self::SettingsNotWritten(_)
            | Self::ReadOnly
            | Self::NotChanged(_)
            | Self::NotFixed
            | Self::WorkLost => true,
            Self::Saved(_) | Self::Reloaded | Self::Copied | Self::Cancelled | Self::Fixed(_) => {
                false
            }
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
