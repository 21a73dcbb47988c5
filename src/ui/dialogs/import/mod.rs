//! A file of the field, before it comes in: how it is read, what its columns hold, what becomes of each
//! row, and what a person should look at. Nothing is changed before the last button.

mod columns;
mod outcome;
mod settings;

use std::sync::Arc;

use eframe::egui::{ProgressBar, Role, TextEdit, Ui, Widget as _};

use crate::exchange::import::layout::{Layout, Setup};
use crate::exchange::import::merge::Differing;
use crate::exchange::import::{Choices, Told};
use crate::model::Dataset;
use crate::report::Report;
use crate::text::{Texts, numbers};
use crate::ui::Theme;
use crate::ui::importing::{Dry, ImportAsk, Looked};
use crate::ui::theme::{HALF, UNIT, strong, title};
use crate::ui::widgets::{button, tell};

use super::{Answer, buttons_ui};

/// A file before it comes in.
#[derive(Debug)]
pub struct ImportDialog {
    name: String,
    choices: Choices,
    differing: Differing,
    looked: Option<Box<Looked>>,
    /// Under which setup that was read.
    read: Option<Setup>,
    refused: Option<Box<Report>>,
    /// How far the look is: per cent, and rows; none: nothing is looked at.
    progress: Option<(u8, u64)>,
    taking: bool,
    shown: outcome::Shown,
    /// The book that it would come into.
    dataset: Arc<Dataset>,
    /// The name under which how it is read is to be kept.
    profile: String,
}

impl ImportDialog {
    /// A dialog for a file that is being looked at.
    pub fn new(name: String, dataset: Arc<Dataset>) -> Self {
        Self {
            name,
            choices: Choices::default(),
            differing: Differing::default(),
            looked: None,
            read: None,
            refused: None,
            progress: Some((0, 0)),
            taking: false,
            shown: outcome::Shown::default(),
            dataset,
            profile: String::new(),
        }
    }

    /// The file as it was looked at last.
    pub fn looked(&self) -> Option<&Looked> {
        self.looked.as_deref()
    }

    /// What a person decided.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// What becomes of records that differ.
    pub fn differing(&self) -> Differing {
        self.differing
    }

    /// What was read, where only choices changed since.
    pub fn told_before(&self) -> Option<Arc<Told>> {
        let looked = self.looked.as_ref()?;
        if self.read.as_ref() != Some(&looked.setup) {
            return None;
        }
        match &looked.dry {
            Dry::Plan(seen) => Some(Arc::clone(seen.plan.told())),
            Dry::Merge(..) | Dry::Refused(_) => None,
        }
    }

    /// The name under which how it is read is to be kept.
    pub fn profile_name(&self) -> &str {
        self.profile.trim()
    }

    /// A look begins.
    pub fn look_begins(&mut self) {
        self.progress = Some((0, 0));
    }

    /// A look is so far.
    pub fn progress(&mut self, percent: u8, rows: u64) {
        self.progress = Some((percent, rows));
    }

    /// A look is done.
    pub fn take(&mut self, looked: Result<Box<Looked>, Box<Report>>) {
        self.progress = None;
        match looked {
            Ok(looked) => {
                self.read = Some(looked.setup.clone());
                self.looked = Some(looked);
                self.refused = None;
                self.shown = outcome::Shown::default();
            }
            Err(report) => self.refused = Some(report),
        }
    }

    /// What was seen, to be done.
    pub fn take_dry(&mut self) -> Option<(Dry, String)> {
        let looked = self.looked.take()?;
        self.taking = true;
        Some((looked.dry, self.name.clone()))
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let name = self.name.as_str().into();
        ui.label(title(texts.with("importer-title", &[("name", name)])));
        ui.add_space(HALF);
        if self.taking {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(texts.get("importer-taking"));
            });
            return Answer::None;
        }
        let mut answer = Answer::None;
        if let Some(report) = &self.refused {
            refused_ui(ui, texts, theme, report);
        }
        if let Some(looked) = &mut self.looked {
            let before = looked.setup.clone();
            let (choices, differing) = (self.choices.clone(), self.differing);
            if let Some(sheet) = settings::settings_ui(ui, texts, theme, looked) {
                answer = Answer::Import(ImportAsk::Sheet(sheet));
            }
            if looked.setup.layout == Layout::Columns {
                columns::columns_ui(ui, texts, theme, looked);
            }
            outcome::choices_ui(
                ui,
                texts,
                theme,
                looked,
                &mut self.choices,
                &mut self.differing,
            );
            let set = before != looked.setup;
            if set || choices != self.choices || differing != self.differing {
                answer = Answer::Import(ImportAsk::Again);
            }
            if let Dry::Refused(report) = &looked.dry {
                refused_ui(ui, texts, theme, report);
            }
            outcome::outcome_ui(ui, texts, theme, looked, &self.dataset, &mut self.shown);
        }
        if let Some(stop) = self.progress_ui(ui, texts, theme) {
            return stop;
        }
        let pressed = buttons_ui(ui, |ui| self.buttons_ui(ui, texts, theme));
        if pressed == Answer::None {
            answer
        } else {
            pressed
        }
    }

    /// How far the look is, with the button that ends it.
    fn progress_ui(&self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Option<Answer> {
        let (percent, rows) = self.progress?;
        ui.add_space(UNIT);
        let stop = ui.horizontal(|ui| {
            let rows = numbers::count(rows, texts);
            let text = texts.with("importer-reading", &[("rows", rows.into())]);
            ProgressBar::new(f32::from(percent) / 100.0)
                .desired_width(280.0)
                .ui(ui);
            ui.label(theme.weak(text));
            button::link_ui(ui, texts.get("importer-stop")).clicked()
        });
        stop.inner.then_some(Answer::Import(ImportAsk::Stop))
    }

    fn buttons_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let count = self.looked.as_ref().map_or(0, |looked| match &looked.dry {
            Dry::Plan(seen) => seen.plan.entries(),
            Dry::Merge(merge, _) => merge.count(),
            Dry::Refused(_) => 0,
        });
        let is_settled = self.progress.is_none() && count > 0;
        let args = [
            ("count", count.into()),
            ("shown", numbers::count(count as u64, texts).into()),
        ];
        let text = if matches!(self.looked.as_ref().map(|it| &it.dry), Some(Dry::Merge(..))) {
            texts.with("importer-take-records", &args)
        } else {
            texts.with("importer-take", &args)
        };
        let take = ui.add_enabled_ui(is_settled, |ui| button::primary_ui(ui, theme, text));
        let take = take
            .inner
            .on_disabled_hover_text(texts.get("importer-nothing"));
        if take.clicked() {
            return Answer::Import(ImportAsk::TakeIn);
        }
        if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
            return Answer::Import(ImportAsk::Stop);
        }
        let layout = self.looked.as_ref().map(|looked| &looked.setup.layout);
        if layout == Some(&Layout::Columns) {
            return self.keep_ui(ui, texts, theme);
        }
        Answer::None
    }

    /// How the file is read, kept for others of its kind.
    fn keep_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.add_space(UNIT);
        let named = !self.profile.trim().is_empty();
        let keep = ui.add_enabled_ui(named, |ui| {
            button::button_ui(ui, theme, texts.get("importer-keep"))
        });
        let keep = keep.inner.on_hover_text(texts.get("importer-keep-tip"));
        let name = texts.get("importer-keep-name");
        let field = TextEdit::singleline(&mut self.profile)
            .desired_width(160.0)
            .hint_text(&name);
        let response = ui.add(field);
        tell::typed(&response, Role::TextInput, &name, &self.profile);
        if keep.clicked() {
            return Answer::Import(ImportAsk::Keep);
        }
        Answer::None
    }
}

/// Why nothing comes of it, and what can be done.
fn refused_ui(ui: &mut Ui, texts: Texts, theme: &Theme, report: &Report) {
    ui.add_space(HALF);
    ui.label(strong(&report.message).color(theme.error));
    for cause in &report.causes {
        ui.label(theme.small(cause));
    }
    for hint in &report.hints {
        ui.label(texts.with("importer-remedy", &[("remedy", hint.as_str().into())]));
    }
}
