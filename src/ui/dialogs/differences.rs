//! What differs, record by record: between the document and the file that another program changed,
//! or between the document and an earlier version.

use eframe::egui::{Label, RichText, ScrollArea, Ui};

use crate::compare::{RecordChange, Sides, words};
use crate::model::Dataset;
use crate::store::hash::FileHash;
use crate::text::Texts;
use crate::ui::leave::Losing;
use crate::ui::theme::{HALF, ROW, UNIT, strong, title};
use crate::ui::widgets::button;
use crate::ui::{Theme, icons};

use super::leave::counted;
use super::outside::OutsideChoice;
use super::{Answer, buttons_ui};

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Row {
    /// Whose changes follow, and how many.
    Head(String),
    /// A record, and what became of it.
    Record(String, String),
}

/// The list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rows(Vec<Row>);

impl Rows {
    /// What two people did. The states know the records' names.
    pub fn of_sides(sides: &Sides, states: &[&Dataset], texts: Texts) -> Self {
        let Sides { here, there, both } = sides;
        let mut rows = Self::default();
        if !both.is_empty() {
            let head = texts.with("differences-both", &counted(both.len(), texts));
            rows.0.push(Row::Head(head));
            for both in both {
                let name = words::record(&both.here.key, states, texts);
                let what = if both.same {
                    let what = words::what(&both.here, texts);
                    texts.with("differences-same", &[("what", what.into())])
                } else {
                    let here = words::what(&both.here, texts);
                    let there = words::what(&both.there, texts);
                    let args = [("here", here.into()), ("there", there.into())];
                    texts.with("differences-here-and-there", &args)
                };
                rows.0.push(Row::Record(name, what));
            }
        }
        if !there.is_empty() {
            let head = texts.with("differences-there", &counted(there.len(), texts));
            rows.add(head, there, states, texts);
        }
        if !here.is_empty() {
            let head = texts.with("differences-here", &counted(here.len(), texts));
            rows.add(head, here, states, texts);
        }
        rows
    }

    /// What an earlier version has otherwise.
    pub fn of_version(changes: &[RecordChange], states: &[&Dataset], texts: Texts) -> Self {
        let mut rows = Self::default();
        if !changes.is_empty() {
            let head = texts.with("differences-version", &counted(changes.len(), texts));
            rows.add(head, changes, states, texts);
        }
        rows
    }

    fn add(&mut self, head: String, changes: &[RecordChange], states: &[&Dataset], texts: Texts) {
        self.0.push(Row::Head(head));
        let record = |change: &RecordChange| {
            let name = words::record(&change.key, states, texts);
            Row::Record(name, words::what(change, texts))
        };
        self.0.extend(changes.iter().map(record));
    }

    /// Paints the list; only what is in view is laid out, however much differs.
    pub(super) fn ui(&self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        if self.0.is_empty() {
            ui.label(theme.weak(texts.get("differences-none")));
            return;
        }
        ScrollArea::both()
            .max_height(320.0)
            .auto_shrink([false, true])
            .show_rows(ui, ROW, self.0.len(), |ui, range| {
                for row in self.0.get(range).unwrap_or_default() {
                    ui.horizontal(|ui| {
                        ui.set_height(ROW);
                        match row {
                            Row::Head(text) => ui.label(strong(text)),
                            Row::Record(name, what) => {
                                ui.add(Label::new(name).extend());
                                ui.add(Label::new(theme.weak(what)).extend())
                            }
                        };
                    });
                }
            });
    }
}

/// The version of another program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theirs {
    /// Which it is.
    pub hash: Option<FileHash>,
    /// How many parts of it could not be read.
    pub unread: usize,
    /// Whether it is a dataset at all.
    pub is_dataset: bool,
}

/// Two versions of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differences {
    /// The document's name.
    pub name: String,
    /// What differs.
    pub rows: Rows,
    /// Their version.
    pub theirs: Theirs,
    /// What is not saved here.
    pub losing: Option<Losing>,
}

pub(super) fn ui(ui: &mut Ui, texts: Texts, theme: &Theme, dialog: &Differences) -> Answer {
    let Differences {
        name,
        rows,
        theirs,
        losing,
    } = dialog;
    ui.label(title(
        texts.with("differences-title", &[("name", name.into())]),
    ));
    ui.add_space(UNIT);
    if theirs.is_dataset {
        rows.ui(ui, texts, theme);
    } else {
        warning_ui(ui, theme, texts.get("differences-no-dataset"));
    }
    if theirs.unread > 0 {
        let text = texts.with("differences-unread", &counted(theirs.unread, texts));
        warning_ui(ui, theme, text);
    }
    if losing.is_some() && theirs.hash.is_some() {
        ui.add_space(UNIT);
        ui.label(theme.weak(texts.get("differences-replace-kept")));
    }
    buttons_ui(ui, |ui| choices_ui(ui, texts, theme, dialog))
}

fn choices_ui(ui: &mut Ui, texts: Texts, theme: &Theme, dialog: &Differences) -> Answer {
    let Differences { theirs, losing, .. } = dialog;
    if losing.is_none() {
        // Nothing of mine is at stake: theirs is what is wanted.
        if theirs.is_dataset && button::primary_ui(ui, theme, texts.get("outside-reload")).clicked()
        {
            return Answer::Outside(OutsideChoice::Reload);
        }
        if button::button_ui(ui, theme, texts.get("dialog-close")).clicked() {
            return Answer::Close;
        }
        return Answer::None;
    }
    if button::primary_ui(ui, theme, texts.get("outside-save-copy")).clicked() {
        return Answer::Outside(OutsideChoice::SaveCopy);
    }
    if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
        return Answer::Close;
    }
    if theirs.is_dataset && button::button_ui(ui, theme, texts.get("outside-reload")).clicked() {
        return Answer::Outside(OutsideChoice::Reload);
    }
    if let Some(hash) = theirs.hash {
        ui.add_space(UNIT * 2.0);
        if button::button_ui(ui, theme, texts.get("outside-replace")).clicked() {
            return Answer::Outside(OutsideChoice::Replace(hash));
        }
    }
    Answer::None
}

fn warning_ui(ui: &mut Ui, theme: &Theme, text: String) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = HALF;
        ui.label(RichText::new(icons::WARNING).color(theme.warning));
        ui.label(text);
    });
}
