//! Commitments by area: force of the wording, status, phrase, place in the text, link, money.

use eframe::egui::{self, Align, Color32, Layout, RichText, Ui};

use crate::edit::Key;
use crate::model::{Commitment, Strength};
use crate::text::{dates, words};
use crate::ui::PaneCtx;
use crate::ui::widgets::in_place;
use crate::ui::widgets::number::number_ui;
use crate::views::{CommitmentRow, PartyDetail};

use super::select::Rows;
use super::{
    heading_ui, indented_ui, line_ui, notes_ui, original_ui, phrase_ui, problems_ui,
    record_link_ui, small_value_ui, summary_ui,
};

/// Where the words of a commitment begin, beside the dots of its strength.
const BESIDE_DOTS: f32 = 34.0;

pub(super) fn commitments_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
    rows: &mut Rows<'_>,
) {
    let mut group = None;
    let mut index = 0;
    for area in &detail.commitments {
        if group != Some(area.group) {
            group = Some(area.group);
            heading_ui(ui, words::area_group(area.group, ctx.texts));
        }
        ui.label(ctx.theme.small(words::area(area.area, ctx.texts)));
        for row in &area.rows {
            rows.row_ui(ui, ctx, index, |ui, ctx, key| row_ui(ui, ctx, key, row));
            index += 1;
        }
    }
    context_ui(ui, ctx, detail);
}

/// What the agreement's sources tell of all agreements.
fn context_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
    let mut facts = detail
        .agreements
        .iter()
        .flat_map(|f| &f.agreement.context)
        .peekable();
    if facts.peek().is_some() {
        heading_ui(ui, ctx.texts.get("detail-context"));
    }
    for fact in facts {
        ui.add(egui::Label::new(&fact.summary).wrap());
        indented_ui(ui, 0.0, |ui| {
            if let Some(date) = fact.date {
                ui.label(ctx.theme.small(dates::date(date, ctx.texts)));
            }
            if let Some(phrase) = &fact.cite.phrase {
                let link = crate::views::link_to(ctx.ledger.dataset(), &fact.cite);
                phrase_ui(ui, ctx, &phrase.0, link.as_deref());
            }
        });
        if !fact.parties.is_empty() {
            let dataset = ctx.ledger.dataset();
            let parties = fact.parties.iter().map(|id| match dataset.parties.get(id) {
                Some(party) => ctx.name(&party.name).to_owned(),
                None => id.to_string(),
            });
            let names: Vec<String> = parties.collect();
            ui.add(egui::Label::new(ctx.theme.small(names.join(", "))).wrap());
        }
        line_ui(ui, ctx);
    }
}

fn strength_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, commitment: &Commitment) {
    let (filled, color): (u8, Color32) = match commitment.wording.strength() {
        Strength::Strong => (3, ctx.theme.text),
        Strength::Middle => (2, ctx.theme.text),
        Strength::Weak => (1, ctx.theme.text_weak),
    };
    let (response, painter) = ui.allocate_painter(egui::vec2(26.0, 14.0), egui::Sense::HOVER);
    for dot in 0..3_u8 {
        let centre = egui::pos2(
            response.rect.left() + 5.0 + f32::from(dot) * 8.0,
            response.rect.center().y,
        );
        if dot < filled {
            painter.circle_filled(centre, 2.8, color);
        } else {
            painter.circle_stroke(centre, 2.3, egui::Stroke::new(1.0, ctx.theme.line_strong));
        }
    }
    let told = format!(
        "{}: {}",
        words::wording(commitment.wording, ctx.texts),
        words::strength(commitment.wording.strength(), ctx.texts)
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &told));
    response.on_hover_text(told);
}

fn row_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, key: &Key, row: &CommitmentRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let commitment = &row.commitment;
    ui.horizontal_top(|ui| {
        strength_ui(ui, ctx, commitment);
        let shown = summary_ui(ui, &commitment.summary, row.money.is_some());
        in_place::value(ui, ctx, key, "summary", &shown);
        if let Some(total) = &row.money {
            ui.with_layout(Layout::top_down(Align::Max), |ui| {
                let number = number_ui(ui, ctx, total, commitment.id.as_str());
                let amount = commitment.amount.as_ref();
                let original = amount.and_then(|amount| original_ui(ui, ctx, amount, total));
                let shown = original.unwrap_or(number);
                in_place::value(ui, ctx, key, "amount", &shown);
            });
        }
    });
    indented_ui(ui, BESIDE_DOTS, |ui| {
        let wording = words::wording(commitment.wording, texts);
        small_value_ui(ui, ctx, key, "wording", &wording);
        if let Some(locator) = &commitment.locator {
            small_value_ui(ui, ctx, key, "locator", &format!("· {locator}"));
        }
        if let Some(phrase) = &commitment.cite.phrase {
            let shown = phrase_ui(ui, ctx, &phrase.0, row.link.as_deref());
            in_place::value(ui, ctx, key, "cite.phrase", &shown);
        }
        for path in ["area", "stage"] {
            in_place::hidden(ctx, key, path);
        }
        for (text, target) in [
            (texts.get("detail-part-of"), commitment.part_of.as_ref()),
            (texts.get("detail-same-as"), commitment.same_as.as_ref()),
        ] {
            if let Some(target) = target {
                ui.label(theme.small(format!("· {text}")));
                record_link_ui(ui, ctx, target.as_str());
            }
        }
        for target in &commitment.supersedes {
            ui.label(theme.small(format!("· {}", texts.get("detail-supersedes"))));
            record_link_ui(ui, ctx, target.as_str());
        }
        if !commitment.cite.verified {
            ui.label(
                RichText::new(texts.get("detail-unverified"))
                    .small()
                    .color(theme.warning),
            );
        }
        notes_ui(ui, ctx, &commitment.notes);
    });
    for (index, status) in commitment.status.iter().enumerate() {
        indented_ui(ui, BESIDE_DOTS, |ui| {
            for (path, words) in [
                ("status", words::status(status.status, texts)),
                ("date", format!("· {}", dates::date(status.date, texts))),
                ("summary", format!("· {}", status.summary)),
            ] {
                let shown = ui.label(RichText::new(words).small().color(theme.good));
                in_place::value(ui, ctx, key, &format!("status[{index}].{path}"), &shown);
            }
            if let Some(phrase) = &status.cite.phrase {
                let link = crate::views::link_to(ctx.ledger.dataset(), &status.cite);
                phrase_ui(ui, ctx, &phrase.0, link.as_deref());
            }
        });
    }
    if !row.problems.is_empty() {
        indented_ui(ui, BESIDE_DOTS, |ui| {
            ui.vertical(|ui| problems_ui(ui, ctx, &row.problems));
        });
    }
}
