//! A brief, before it is written: of whom, in which language, as which kind of file.

use std::sync::Arc;

use eframe::egui::{ScrollArea, Ui};

use crate::exchange::brief::{BriefFormat, BriefRequest, MOST};
use crate::ledger::Ledger;
use crate::model::{Name, PartyId};
use crate::text::{Lang, Texts, words};
use crate::ui::Theme;
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::{button, chip};
use crate::views::sort_by_words;

use super::{Answer, buttons_ui};

/// The most height that the parties take.
const HIGHEST: f32 = 240.0;

/// A brief, before it is written.
#[derive(Debug)]
pub struct BriefDialog {
    request: BriefRequest,
    format: BriefFormat,
    /// Who can be chosen.
    parties: Vec<(PartyId, Name)>,
}

impl BriefDialog {
    /// A dialog in which the parties of the request are chosen. Those who can be are the ledger's.
    pub fn new(request: BriefRequest, format: BriefFormat, ledger: &Arc<Ledger>) -> Self {
        let parties = ledger.dataset().parties.values();
        let mut parties: Vec<_> = parties
            .map(|party| (party.id.clone(), party.name.clone()))
            .collect();
        let texts = Texts::new(request.lang);
        sort_by_words(&mut parties, request.lang, |(_, name)| {
            words::name(name, texts)
        });
        Self {
            request,
            format,
            parties,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) -> Answer {
        ui.label(title(texts.get("brief-dialog-title")));
        ui.add_space(UNIT);
        self.parties_ui(ui, texts, theme);
        ui.add_space(UNIT);
        ui.label(theme.small(texts.get("brief-dialog-language")));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for lang in Lang::ALL {
                let name = texts.get(match lang {
                    Lang::En => "menu-language-english",
                    Lang::Uk => "menu-language-ukrainian",
                });
                if chip::chip_ui(ui, theme, &name, self.request.lang == *lang).clicked() {
                    self.request.lang = *lang;
                }
            }
        });
        ui.add_space(HALF);
        ui.label(theme.small(texts.get("figure-format")));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            for format in BriefFormat::ALL {
                let name = texts.get(match format {
                    BriefFormat::Pdf => "brief-dialog-pdf",
                    BriefFormat::Html => "brief-dialog-html",
                });
                if chip::chip_ui(ui, theme, &name, self.format == format).clicked() {
                    self.format = format;
                }
            }
        });
        buttons_ui(ui, |ui| {
            let ready = !self.request.parties.is_empty();
            let export = ui.add_enabled_ui(ready, |ui| {
                button::primary_ui(ui, theme, texts.get("figure-export"))
                    .on_disabled_hover_text(texts.get("brief-dialog-nobody"))
            });
            if export.inner.clicked() {
                return Answer::Brief(Box::new(self.request.clone()), self.format);
            }
            if button::button_ui(ui, theme, texts.get("dialog-cancel")).clicked() {
                return Answer::Close;
            }
            Answer::None
        })
    }

    /// Who it is of: a click chooses one more, or no more; the order of choosing is that of the paper.
    fn parties_ui(&mut self, ui: &mut Ui, texts: Texts, theme: &Theme) {
        let most = MOST.to_string();
        let label = texts.with("brief-dialog-parties", &[("most", most.into())]);
        ui.label(theme.small(label));
        let Self {
            request, parties, ..
        } = self;
        let chosen = &mut request.parties;
        ScrollArea::vertical()
            .max_height(HIGHEST)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = HALF;
                    for (id, name) in parties.iter() {
                        let at = chosen.iter().position(|chosen| chosen == id);
                        let name = words::name(name, texts);
                        if chip::chip_ui(ui, theme, name, at.is_some()).clicked() {
                            match at {
                                Some(at) => {
                                    chosen.remove(at);
                                }
                                None if chosen.len() < MOST => chosen.push(id.clone()),
                                // It is told below that no more have room.
                                None => {}
                            }
                        }
                    }
                });
            });
        let names: Vec<&str> = chosen
            .iter()
            .filter_map(|id| parties.iter().find(|(party, _)| party == id))
            .map(|(_, name)| words::name(name, texts))
            .collect();
        ui.add_space(HALF);
        ui.label(match names.len() {
            0 => theme.weak(texts.get("brief-dialog-nobody")),
            MOST => {
                let args = [("parties", names.join(", ").into())];
                theme.weak(texts.with("brief-dialog-full", &args))
            }
            _ => theme.weak(names.join(", ")),
        });
    }
}
