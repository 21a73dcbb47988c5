//! What the page is narrowed to: severities as chips, parties and checks in menus, each with how
//! many there are.

use eframe::egui::{self, ScrollArea, Ui};

use crate::text::problem as told;
use crate::ui::PaneCtx;
use crate::ui::theme::HALF;
use crate::ui::widgets::{chip, popup};
use crate::views::{ProblemFilter, ProblemList, sort_by_words};

use super::party_name;

pub(super) fn narrow_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    list: &ProblemList,
    filter: &mut ProblemFilter,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(HALF, HALF);
        for (severity, count) in &list.severities {
            let text = format!("{} {count}", told::severity(*severity, ctx.texts));
            let chosen = filter.severities.contains(severity);
            if chip::chip_ui(ui, ctx.theme, &text, chosen).clicked()
                && !filter.severities.remove(severity)
            {
                filter.severities.insert(*severity);
            }
        }
        parties_ui(ui, ctx, list, filter);
        checks_ui(ui, ctx, list, filter);
        let accepted = list.accepted.to_string();
        let text = ctx
            .texts
            .with("problems-accepted-chip", &[("count", accepted.into())]);
        if chip::chip_ui(ui, ctx.theme, &text, filter.with_accepted).clicked() {
            filter.with_accepted = !filter.with_accepted;
        }
    });
}

fn parties_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &ProblemList, filter: &mut ProblemFilter) {
    let all = ctx.texts.get("problems-all-parties");
    let name = match &filter.party {
        Some(party) => party_name(party, ctx),
        None => all.clone(),
    };
    let opener = chip::menu_chip_ui(ui, ctx.theme, &name, filter.party.is_some());
    popup::under(&opener).show(|ui| {
        ui.set_width(280.0);
        ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
            if ui.radio(filter.party.is_none(), all).clicked() {
                filter.party = None;
            }
            let mut named: Vec<_> = list
                .parties
                .iter()
                .filter_map(|(party, count)| Some((party.as_ref()?, *count)))
                .map(|(party, count)| (party_name(party, ctx), party, count))
                .collect();
            sort_by_words(&mut named, ctx.texts.lang(), |(name, ..)| name);
            for (name, party, count) in named {
                let chosen = filter.party.as_ref() == Some(party);
                if ui.radio(chosen, format!("{name}  {count}")).clicked() {
                    filter.party = Some(party.clone());
                }
            }
        });
    });
}

fn checks_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &ProblemList, filter: &mut ProblemFilter) {
    let all = ctx.texts.get("problems-all-checks");
    let name = match filter.check {
        Some(check) => told::name(check, ctx.texts),
        None => all.clone(),
    };
    let opener = chip::menu_chip_ui(ui, ctx.theme, &name, filter.check.is_some());
    popup::under(&opener).show(|ui| {
        ui.set_width(320.0);
        ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
            if ui.radio(filter.check.is_none(), all).clicked() {
                filter.check = None;
            }
            for (check, count) in &list.checks {
                let text = format!("{}  {count}", told::name(check, ctx.texts));
                let row = ui.radio(filter.check == Some(*check), text);
                // The id is what the command line and the file call it.
                if row.on_hover_text(*check).clicked() {
                    filter.check = Some(*check);
                }
            }
        });
    });
}
