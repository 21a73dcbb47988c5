//! Finding a record of any kind by its id, words or party.

use eframe::egui::{self, Align2, Area, Frame, Id, Key as Press, Modifiers, Order, vec2};

use crate::edit::{Key, Kind};
use crate::model::PartyId;
use crate::text::{Texts, fields};

use super::desk::RecordIndex;
use super::theme::Theme;
use super::widgets::pick::{Offer, Pick, Picked};

/// The open finder.
#[derive(Debug, Default)]
pub(super) struct Finder {
    pick: Pick,
    was_shown: bool,
}

/// What came of a frame.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Found {
    /// Nothing yet.
    Nothing,
    /// This record.
    This(Key),
    /// The reader thought better of it.
    Left,
}

impl Finder {
    /// Paints it over the window.
    pub(super) fn ui(
        &mut self,
        ctx: &egui::Context,
        texts: Texts,
        theme: &Theme,
        records: &RecordIndex,
        near: Option<&PartyId>,
    ) -> Found {
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Press::Escape)) {
            return Found::Left;
        }
        let found = records.find(Kind::ALL, &self.pick.search, near);
        let offers: Vec<Offer> = found
            .iter()
            .map(|row| Offer {
                head: row.key.id.clone(),
                words: row.words.clone(),
                tail: fields::kind(row.key.kind.key(), texts),
                chosen: false,
            })
            .collect();
        let name = texts.get("menu-find-record");
        let hint = texts.get("record-find-hint");
        let area = Area::new(Id::unique("finder"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 72.0))
            .show(ctx, |ui| {
                let filled = Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(620.0);
                    if offers.is_empty() {
                        let nothing = texts.get("record-find-nothing");
                        let picked = self.pick.ui(ui, theme, &name, Some(&hint), &offers);
                        ui.label(theme.weak(nothing));
                        return picked;
                    }
                    self.pick.ui(ui, theme, &name, Some(&hint), &offers)
                });
                filled.inner
            });
        let left = area.response.clicked_elsewhere() && self.was_shown;
        self.was_shown = true;
        match area.inner {
            Picked::This(index) => match found.get(index) {
                Some(row) => Found::This(row.key.clone()),
                None => Found::Nothing,
            },
            Picked::Nothing if left => Found::Left,
            Picked::Nothing => Found::Nothing,
        }
    }
}
