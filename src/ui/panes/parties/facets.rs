//! Properties to narrow the list by: the memberships as chips, the rest in a menu.

use eframe::egui::{self, PopupCloseBehavior, ScrollArea, Ui};

use crate::model::AreaGroup;
use crate::ui::theme::{HALF, strong};
use crate::ui::widgets::{chip, popup};
use crate::ui::{PaneCtx, words};
use crate::views::{Facet, FacetCount, PartyFilter, PartyList};

/// The chips of one row, and the menu of the rest.
pub(super) fn facets_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    list: &PartyList,
    filter: &mut PartyFilter,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(HALF, HALF);
        for FacetCount { facet, count } in &list.facets {
            if is_chip(*facet) {
                let text = format!("{} {count}", words::facet(ctx.texts, *facet));
                let chosen = filter.facets.contains(facet);
                if chip::chip_ui(ui, ctx.theme, &text, chosen).clicked() {
                    toggle(filter, *facet);
                }
            }
        }
        let others = filter.facets.iter().filter(|f| !is_chip(**f)).count();
        let text = if others == 0 {
            ctx.texts.get("list-more")
        } else {
            ctx.texts
                .with("list-more-chosen", &[("count", others.to_string().into())])
        };
        let more = chip::menu_chip_ui(ui, ctx.theme, &text, others > 0);
        popup::under(&more)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(260.0);
                ScrollArea::vertical()
                    .max_height(440.0)
                    .show(ui, |ui| more_ui(ui, ctx, list, filter));
            });
    });
}

/// Whether a property stands in the row of chips.
fn is_chip(facet: Facet) -> bool {
    matches!(facet, Facet::Eu | Facet::Nato | Facet::G7 | Facet::HasMoney)
}

fn toggle(filter: &mut PartyFilter, facet: Facet) {
    if !filter.facets.remove(&facet) {
        filter.facets.insert(facet);
    }
}

fn more_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, list: &PartyList, filter: &mut PartyFilter) {
    let mut group = None;
    for FacetCount { facet, count } in &list.facets {
        if is_chip(*facet) {
            continue;
        }
        let its_group = group_id(*facet);
        if group != Some(its_group) {
            if group.is_some() {
                ui.separator();
            }
            ui.label(strong(ctx.texts.get(its_group)));
            group = Some(its_group);
        }
        let mut chosen = filter.facets.contains(facet);
        let text = format!("{}  {count}", words::facet(ctx.texts, *facet));
        if ui.checkbox(&mut chosen, text).clicked() {
            toggle(filter, *facet);
        }
    }
}

/// The heading that a property stands under.
fn group_id(facet: Facet) -> &'static str {
    match facet {
        Facet::Eu | Facet::Nato | Facet::G7 | Facet::HasMoney => "list-group-party",
        Facet::Signed(_) => "list-group-signed",
        Facet::Status(_) => "list-group-status",
        Facet::Area(area) => match area.group() {
            AreaGroup::Defence => "list-group-defence",
            AreaGroup::Resilience => "list-group-resilience",
            AreaGroup::Path => "list-group-path",
            AreaGroup::JusticeAndRecovery => "list-group-justice",
            AreaGroup::Term => "list-group-term",
        },
    }
}
