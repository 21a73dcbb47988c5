//! Asks before a record goes that others refer to: their links are cut, or lead to another record.

use std::rc::Rc;

use eframe::egui::{Id, Label, RichText, ScrollArea, Ui};

use crate::edit::links::Removal;
use crate::edit::{Key, Kind};
use crate::text::{Texts, fields};
use crate::ui::Theme;
use crate::ui::desk::{RecordIndex, named};
use crate::ui::theme::{UNIT, title};
use crate::ui::widgets::field::offers;
use crate::ui::widgets::pick::{self, Pick, Picked};
use crate::ui::widgets::{button, field};

use super::{Answer, buttons_ui};

/// Asks what becomes of the links to records that are to go.
#[derive(Debug)]
pub struct DeleteDialog {
    removal: Removal,
    records: Rc<RecordIndex>,
    target: Option<Key>,
    pick: Option<(Id, Pick)>,
}

/// So many of the records that refer are named.
const NAMED: usize = 12;

impl DeleteDialog {
    /// Asks about this.
    pub fn new(removal: Removal, records: Rc<RecordIndex>) -> Self {
        Self {
            removal,
            records,
            target: None,
            pick: None,
        }
    }

    /// What is to go, in words.
    fn what(&self, texts: Texts) -> String {
        match self.removal.keys.as_slice() {
            [one] => named(one, texts),
            many => {
                let kind = many.first().map_or(Kind::Header, |key| key.kind);
                fields::kinds(kind.key(), many.len(), texts)
            }
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        let what = self.what(texts);
        ui.label(title(texts.with("delete-title", &[("what", what.into())])));
        ui.add_space(UNIT);
        ScrollArea::vertical()
            .max_height(260.0)
            .show(ui, |ui| self.lists_ui(ui, texts, theme));
        ui.add_space(UNIT);
        self.target_ui(ui, texts, theme);
        buttons_ui(ui, |ui| {
            if let Some(target) = &self.target {
                let id = [("id", target.id.as_str().into())];
                if button::primary_ui(ui, theme, texts.with("delete-move", &id)).clicked() {
                    let removal = Box::new(self.removal.clone());
                    return Answer::Remove(removal, Some(target.clone()));
                }
            }
            let cut = texts.get(if self.removal.also.is_empty() {
                "delete-cut"
            } else {
                "delete-cut-also"
            });
            if button::button_ui(ui, theme, cut).clicked() {
                return Answer::Remove(Box::new(self.removal.clone()), None);
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }

    /// What refers to the records, and what cannot be without them.
    fn lists_ui(&self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        ui.spacing_mut().interact_size.y = 18.0;
        let count = self.removal.links.len();
        if count > 0 {
            let args = [("count", count.into()), ("shown", count.to_string().into())];
            ui.label(texts.with("delete-links", &args));
            for link in self.removal.links.iter().take(NAMED) {
                let path = link.path.to_string();
                let field = fields::path(link.from.kind.key(), &path, texts);
                self.record_ui(ui, texts, theme, &link.from, &field);
            }
            more_ui(ui, texts, theme, count);
        }
        let count = self.removal.also.len();
        if count > 0 {
            ui.add_space(UNIT);
            let args = [("count", count.into()), ("shown", count.to_string().into())];
            ui.label(RichText::new(texts.with("delete-also", &args)).color(theme.warning));
            for key in self.removal.also.iter().take(NAMED) {
                self.record_ui(ui, texts, theme, key, "");
            }
            more_ui(ui, texts, theme, count);
        }
    }

    fn record_ui(&self, ui: &mut Ui, texts: Texts, theme: &Theme, key: &Key, field: &str) {
        let words = self.records.row(key).map(|row| row.words.clone());
        let words = words.unwrap_or_default();
        let head = match field {
            "" => named(key, texts),
            field => format!("{} · {field}", named(key, texts)),
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(theme.small(head));
            ui.add(Label::new(theme.weak(&words)).truncate())
                .on_hover_text(&words);
        });
    }

    /// The record that the links are to lead to.
    fn target_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        let Some(kind) = self.removal.keys.first().map(|key| key.kind) else {
            return;
        };
        let name = texts.get("delete-target");
        ui.label(theme.small(&name));
        let shown = match &self.target {
            Some(key) => {
                let words = self.records.row(key).map(|row| row.words.clone());
                let words = words.unwrap_or_default();
                RichText::new(format!("{} · {words}", key.id)).color(theme.text)
            }
            None => RichText::new(texts.get("delete-target-none")).color(theme.text_faint),
        };
        let width = ui.available_width();
        let opener = pick::opener_ui(ui, theme, &name, shown, width);
        let held = self.target.as_ref().map(|key| key.id.clone());
        let going = &self.removal;
        let stays = |id: &str| {
            let mut all = going.keys.iter().chain(&going.also);
            !all.any(|key| key.id == id)
        };
        let mut ids: Vec<Option<String>> = Vec::new();
        let records = Rc::clone(&self.records);
        let picked = pick::under(&opener, &mut self.pick, field::LIST, |ui, pick| {
            let hint = texts.get("record-find-hint");
            let none = held.is_some().then(|| texts.get("delete-target-none"));
            let all = offers(&records, &[kind], pick, None, held.as_deref(), none);
            let (shown, found): (Vec<_>, Vec<_>) = all
                .0
                .into_iter()
                .zip(all.1)
                .filter(|(_, id)| id.as_deref().is_none_or(stays))
                .unzip();
            ids = found;
            pick.ui(ui, theme, &name, Some(&hint), &shown)
        });
        if let Picked::This(index) = picked {
            let id = ids.get(index).cloned().flatten();
            self.target = id.map(|id| Key::new(kind, id));
        }
    }
}

/// That there are more than are named.
fn more_ui(ui: &mut Ui, texts: Texts, theme: &Theme, count: usize) {
    if let Some(more) = count.checked_sub(NAMED).filter(|more| *more > 0) {
        let args = [("count", more.into()), ("shown", more.to_string().into())];
        ui.label(theme.small(texts.with("delete-more", &args)));
    }
}
