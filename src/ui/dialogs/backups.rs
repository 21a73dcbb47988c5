//! Earlier versions of the document: when each was kept, how large it is, how much it differs from
//! now; look at one, bring one back, save one elsewhere. And how many are kept.

use eframe::egui::{DragValue, Grid, Role, ScrollArea, Ui, Widget as _, WidgetInfo};

use crate::store::backup::{Backup, Keep};
use crate::text::Texts;
use crate::ui::Theme;
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::button;

use super::differences::Rows;
use super::leave::counted;
use super::{Answer, buttons_ui};

/// How much a version differs from the document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Differs {
    /// That is still being found out.
    Unknown,
    /// In so many records.
    By(usize),
    /// It cannot be read.
    Unreadable,
}

/// An earlier version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The backup.
    pub backup: Backup,
    /// When it was kept, in words.
    pub when: String,
    /// How large it is, in words.
    pub size: String,
    /// How much it differs.
    pub differs: Differs,
}

/// What is known of the versions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Versions {
    /// They are being looked for.
    Reading,
    /// They cannot be listed, and why.
    Failed(String),
    /// These, newest first.
    Listed(Vec<Version>),
}

/// The versions of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BackupsDialog {
    /// The document's name.
    pub name: String,
    /// Its versions.
    pub versions: Versions,
    /// Whether the document can be changed, and so be made like one of them.
    pub may_restore: bool,
    /// How many are kept.
    pub keep: Keep,
}

/// What is wanted of a version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BackupsChoice {
    /// See what differs.
    Look(Backup),
    /// Make the document like it.
    Restore(Backup),
    /// Save it as a file.
    SaveAs(Backup),
    /// Keep so many from now on.
    Keep(Keep),
}

/// What an earlier version has otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VersionDialog {
    /// When it was kept, in words.
    pub when: String,
    /// What differs.
    pub rows: Rows,
}

/// The most saves that can be kept.
const MOST_SAVES: usize = 200;
/// The most days of which the last version can be kept.
const MOST_DAYS: usize = 3650;

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme, dialog: &BackupsDialog) -> Answer {
    let BackupsDialog {
        name,
        versions,
        may_restore,
        keep,
    } = dialog;
    ui.label(title(texts.with("backups-title", &[("name", name.into())])));
    ui.add_space(UNIT);
    let mut answer = match versions {
        Versions::Reading => {
            ui.label(theme.weak(texts.get("backups-reading")));
            Answer::None
        }
        Versions::Failed(why) => {
            ui.colored_label(theme.error, why);
            Answer::None
        }
        Versions::Listed(versions) if versions.is_empty() => {
            ui.label(theme.weak(texts.get("backups-none")));
            Answer::None
        }
        Versions::Listed(versions) => list_ui(ui, texts, theme, versions, *may_restore),
    };
    ui.add_space(UNIT);
    ui.separator();
    if let Some(keep) = keep_ui(ui, texts, *keep) {
        answer = Answer::Backups(BackupsChoice::Keep(keep));
    }
    let close = buttons_ui(ui, |ui| {
        button::primary_ui(ui, theme, texts.get("dialog-close")).clicked()
    });
    if close { Answer::Close } else { answer }
}

fn list_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    versions: &[Version],
    may_restore: bool,
) -> Answer {
    let mut answer = Answer::None;
    ScrollArea::vertical()
        .max_height(320.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            Grid::new("versions")
                .num_columns(6)
                .spacing([UNIT * 2.0, 4.0])
                .striped(true)
                .show(ui, |ui| {
                    for version in versions {
                        let choice = version_ui(ui, texts, theme, version, may_restore);
                        if let Some(choice) = choice {
                            answer = Answer::Backups(choice);
                        }
                        ui.end_row();
                    }
                });
        });
    answer
}

fn version_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    version: &Version,
    may_restore: bool,
) -> Option<BackupsChoice> {
    let Version {
        backup,
        when,
        size,
        differs,
    } = version;
    ui.label(when);
    ui.label(theme.weak(size));
    ui.label(match differs {
        Differs::Unknown => theme.weak("…"),
        Differs::By(0) => theme.weak(texts.get("backups-same")),
        Differs::By(records) => texts
            .with("backups-differs", &counted(*records, texts))
            .into(),
        Differs::Unreadable => theme.weak(texts.get("backups-unreadable")),
    });
    let when = [("when", when.into())];
    let none_to_see = match differs {
        Differs::By(0) => Some(texts.get("backups-same")),
        Differs::Unreadable => Some(texts.get("backups-unreadable")),
        Differs::Unknown | Differs::By(_) => None,
    };
    let read_only = (!may_restore).then(|| texts.get("notice-read-only"));
    let look = Link {
        text: texts.get("backups-look"),
        name: texts.with("backups-look-name", &when),
        why_not: none_to_see.clone(),
    };
    let restore = Link {
        text: texts.get("backups-restore"),
        name: texts.with("backups-restore-name", &when),
        why_not: none_to_see.or(read_only),
    };
    let save_as = Link {
        text: texts.get("backups-save-as"),
        name: texts.with("backups-save-as-name", &when),
        why_not: None,
    };
    let choices = [
        (look, BackupsChoice::Look(backup.clone())),
        (restore, BackupsChoice::Restore(backup.clone())),
        (save_as, BackupsChoice::SaveAs(backup.clone())),
    ];
    let mut chosen = None;
    for (link, choice) in choices {
        if link.ui(ui) {
            chosen = Some(choice);
        }
    }
    chosen
}

/// Words that do something with one version.
struct Link {
    text: String,
    /// The same with which version, for a screen reader.
    name: String,
    /// Why it cannot be done.
    why_not: Option<String>,
}

impl Link {
    /// Whether it was clicked.
    fn ui(self, ui: &mut Ui) -> bool {
        let Self {
            text,
            name,
            why_not,
        } = self;
        let enabled = why_not.is_none();
        ui.add_enabled_ui(enabled, |ui| {
            let response = button::link_ui(ui, text);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
            let response = match why_not {
                Some(why) => response.on_disabled_hover_text(why),
                None => response,
            };
            response.clicked()
        })
        .inner
    }
}

/// How many are kept, and whether the user changed it.
fn keep_ui(ui: &mut Ui, texts: Texts, keep: Keep) -> Option<Keep> {
    let mut wanted = keep;
    ui.horizontal_wrapped(|ui| {
        number_ui(
            ui,
            &texts.get("backups-keep-saves"),
            &mut wanted.saves,
            1..=MOST_SAVES,
        );
        ui.add_space(UNIT);
        number_ui(
            ui,
            &texts.get("backups-keep-days"),
            &mut wanted.days,
            0..=MOST_DAYS,
        );
    });
    (wanted != keep).then_some(wanted)
}

fn number_ui(ui: &mut Ui, label: &str, number: &mut usize, range: std::ops::RangeInclusive<usize>) {
    ui.label(label);
    let response = DragValue::new(number).range(range).speed(1.0).ui(ui);
    let value = *number;
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::SpinButton, true, label);
        info.value = f64::from(u32::try_from(value).unwrap_or(u32::MAX)).into();
        info
    });
}

pub(super) fn version_rows_ui(
    ui: &mut Ui,
    texts: Texts,
    theme: &Theme,
    dialog: &VersionDialog,
) -> Answer {
    let VersionDialog { when, rows } = dialog;
    ui.label(title(
        texts.with("backups-version-title", &[("when", when.into())]),
    ));
    ui.add_space(UNIT);
    rows.ui(ui, texts, theme);
    let close = buttons_ui(ui, |ui| {
        button::primary_ui(ui, theme, texts.get("dialog-close")).clicked()
    });
    if close { Answer::Close } else { Answer::None }
}
