//! What is behind a cell: its commitments, with wording, words of the source, money and status.

use eframe::egui::{self, Align, Layout, RichText, ScrollArea, Ui};

use crate::edit::{Key, Kind};
use crate::model::{Area, PartyId};
use crate::text::{dates, words};
use crate::ui::theme::{HALF, strong};
use crate::ui::widgets::cite::{original_ui, phrase_ui};
use crate::ui::widgets::number::number_ui;
use crate::ui::widgets::{button, promise};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{CommitmentRow, MatrixCell, MatrixRow, Promise};

use super::told;

/// From this width on the way to the party's page stands beside the title.
const ONE_LINE: f32 = 480.0;

/// What was asked for with the panel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Panel {
    /// To stay.
    Stays,
    /// To be put away.
    Leaves,
}

/// The texts of a cell, under a head that says whose they are.
pub(super) fn texts_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    row: &MatrixRow,
    area: Area,
    cell: &MatrixCell,
) -> Panel {
    let mut panel = Panel::Stays;
    let is_narrow = ui.available_width() < ONE_LINE;
    let page = ctx.texts.get("matrix-to-party");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = HALF + 2.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = ctx.texts.get("matrix-close");
            if button::icon_ui(ui, ctx.theme, icons::CLOSE, &close).clicked() {
                panel = Panel::Leaves;
            }
            if !is_narrow && button::small_link_ui(ui, &page).clicked() {
                ctx.act(to_party(&row.party, cell));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                // As the texts below it.
                ui.spacing_mut().item_spacing.x = HALF;
                promise::sign_ui(ui, ctx.theme, ctx.texts, cell.promise);
                let area = words::area(area, ctx.texts);
                let title = format!("{} · {area}", ctx.name(&row.name));
                ui.add(egui::Label::new(strong(title)).truncate());
            });
        });
    });
    if is_narrow {
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 16.0;
            ui.add_space(promise::SIGN + HALF);
            if button::small_link_ui(ui, &page).clicked() {
                ctx.act(to_party(&row.party, cell));
            }
        });
    }
    ui.add_space(HALF);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let rows = ctx.commitments(&cell.commitments);
        for row in rows.iter() {
            commitment_ui(ui, ctx, row);
            ui.add_space(HALF * 2.0);
        }
        let why = told::why_not_coded(ctx.texts, row.coding);
        if rows.is_empty() {
            let text = why.unwrap_or_else(|| ctx.texts.get("matrix-nothing-there"));
            ui.label(ctx.theme.weak(text));
        } else if let Some(why) = why {
            ui.label(ctx.theme.small(why));
        }
    });
    panel
}

/// The way to the party's page, at the first commitment of a cell.
fn to_party(party: &PartyId, cell: &MatrixCell) -> Action {
    match cell.commitments.first() {
        Some(id) => Action::ShowRecord(party.clone(), id.to_string()),
        None => Action::SelectParty(party.clone()),
    }
}

/// One commitment: what it says, how strongly, where, for how much, and how far it got.
pub(super) fn commitment_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, row: &CommitmentRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let commitment = &row.commitment;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = HALF;
        promise::sign_ui(ui, theme, texts, told::promise_of(row));
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = egui::vec2(HALF + 1.0, 1.0);
            ui.spacing_mut().interact_size.y = 16.0;
            ui.add(egui::Label::new(&commitment.summary).wrap());
            if let Some(total) = &row.money {
                ui.horizontal_wrapped(|ui| {
                    number_ui(ui, ctx, total, commitment.id.as_str());
                    if let Some(amount) = &commitment.amount {
                        original_ui(ui, ctx, amount, total);
                    }
                });
            }
            ui.horizontal_wrapped(|ui| {
                let wording = words::wording(commitment.wording, texts);
                ui.label(theme.small(wording).color(theme.text));
                if let Some(locator) = &commitment.locator {
                    ui.label(theme.small(format!("· {locator}")));
                }
                if let Some(phrase) = &commitment.cite.phrase {
                    phrase_ui(ui, ctx, &phrase.0, row.link.as_deref());
                } else if let Some(link) = &row.link {
                    let source = texts.get("derivation-pane-open-source");
                    if button::small_link_ui(ui, source)
                        .on_hover_text(link)
                        .clicked()
                    {
                        ctx.act(Action::OpenLink(link.clone()));
                    }
                }
                if !commitment.cite.verified {
                    let text = texts.get("detail-unverified");
                    ui.label(RichText::new(text).small().color(theme.warning));
                }
                let id = commitment.id.as_str();
                let open = button::small_link_ui(ui, id);
                if open
                    .on_hover_text(texts.get("matrix-open-record"))
                    .clicked()
                {
                    ctx.act(Action::OpenRecord(Key::new(Kind::Commitment, id), None));
                }
            });
            for status in &commitment.status {
                let told = format!(
                    "{} · {} · {}",
                    words::status(status.status, texts),
                    dates::date(status.date, texts),
                    status.summary
                );
                let told = RichText::new(told).small().color(theme.good);
                ui.add(egui::Label::new(told).wrap());
            }
        });
    });
}

/// That nothing is there, or that nobody says; a cell without commitments side by side.
pub(super) fn empty_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, of: Promise) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = HALF;
        promise::sign_ui(ui, ctx.theme, ctx.texts, of);
        ui.label(ctx.theme.small(ctx.texts.get(of.text_id())));
    });
}
