//! The page's title, what it is narrowed to, and what it says when nothing is left.

use eframe::egui::{self, ScrollArea, Ui};

use crate::text::words as names;
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::{button, chip, empty, head, popup};
use crate::ui::{Action, PaneCtx, Verb, icons};
use crate::views::{DateFilter, DateList, Standing, sort_by_words};

use super::{DatesPane, Page, words};

impl DatesPane {
    pub(super) fn head_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let cutoff = ctx.ledger.assumptions().cutoff;
        let left = |ui: &mut Ui| {
            ui.label(title(texts.get("page-dates")));
            if let Some(day) = cutoff {
                let day = crate::text::dates::day(day, texts);
                ui.add_space(HALF);
                ui.label(theme.weak(texts.with("dates-known-on", &[("date", day.into())])));
            }
        };
        head::head_ui(ui, left, |ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            let copy = texts.get("dates-copy");
            if button::icon_ui(ui, theme, icons::COPY, &copy).clicked() {
                ctx.act(Action::CopyText(words::copied(page, ctx)));
            }
            self.axis.buttons_ui(ui, ctx);
        });
        ui.add_space(HALF);
        narrow_ui(ui, ctx, page.list, &mut self.filter);
    }

    pub(super) fn empty_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, page: &Page<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        if page.index.is_empty() {
            let said = texts.get("dates-none");
            let hint = texts.get("dates-none-hint");
            let can = ctx.desk.read_only().is_none();
            empty::empty_ui(ui, theme, &said, &hint, |ui| {
                let new = texts.get(Verb::NewAgreement.text_id());
                if can && button::button_ui(ui, theme, new).clicked() {
                    ctx.act(Verb::NewAgreement);
                }
            });
            return;
        }
        empty::empty_ui(ui, theme, &texts.get("dates-none-here"), "", |ui| {
            if button::button_ui(ui, theme, texts.get("dates-show-all")).clicked() {
                self.filter = DateFilter {
                    order: self.filter.order,
                    descending: self.filter.descending,
                    ..DateFilter::default()
                };
            }
        });
    }
}

/// Kinds and standings as chips, parties in a menu, each with how many there are.
fn narrow_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &DateList, filter: &mut DateFilter) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(HALF, HALF);
        for (when, count) in &list.whens {
            let text = format!("{} {count}", when.told(ctx.texts));
            let chosen = filter.when == Some(*when);
            let response = chip::chip_ui(ui, ctx.theme, &text, chosen);
            let tip = match when {
                Standing::Overdue => "dates-when-overdue-tip",
                Standing::Past => "dates-when-past-tip",
                Standing::Coming => "dates-when-coming-tip",
            };
            if response.on_hover_text(ctx.texts.get(tip)).clicked() {
                filter.when = (!chosen).then_some(*when);
            }
        }
        ui.add_space(UNIT);
        for (kind, count) in &list.kinds {
            let text = format!("{} {count}", kind.told(ctx.texts));
            let chosen = filter.kinds.contains(kind);
            if chip::chip_ui(ui, ctx.theme, &text, chosen).clicked() && !filter.kinds.remove(kind) {
                filter.kinds.insert(*kind);
            }
        }
        parties_ui(ui, ctx, list, filter);
    });
}

fn parties_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &DateList, filter: &mut DateFilter) {
    let dataset = ctx.ledger.dataset();
    let named = |id: &crate::model::PartyId| match dataset.parties.get(id) {
        Some(party) => names::name(&party.name, ctx.texts).to_owned(),
        None => id.to_string(),
    };
    let all = ctx.texts.get("dates-all-parties");
    let name = filter.party.as_ref().map_or_else(|| all.clone(), named);
    let opener = chip::menu_chip_ui(ui, ctx.theme, &name, filter.party.is_some());
    popup::under(&opener).show(|ui| {
        ui.set_width(280.0);
        ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
            if ui.radio(filter.party.is_none(), all).clicked() {
                filter.party = None;
            }
            let parties = list.parties.iter();
            let mut rows: Vec<_> = parties.map(|(id, count)| (named(id), id, *count)).collect();
            sort_by_words(&mut rows, ctx.texts.lang(), |(name, ..)| name);
            for (name, party, count) in rows {
                let chosen = filter.party.as_ref() == Some(party);
                if ui.radio(chosen, format!("{name}  {count}")).clicked() {
                    filter.party = Some(party.clone());
                }
            }
        });
    });
}
