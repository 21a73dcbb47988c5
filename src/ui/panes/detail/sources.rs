//! Sources with what cites them; conflicts, other figures and what was looked for in vain.

use eframe::egui::{self, Align, RichText, Ui};

use crate::text::{dates, numbers, words};
use crate::ui::PaneCtx;
use crate::views::PartyDetail;

use super::{heading_ui, indented_ui, line_ui, phrase_ui, record_link_ui};

pub(super) fn sources_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
    reveal: Option<&str>,
) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    for row in &detail.sources {
        let source = &row.source;
        let shown = ui.scope(|ui| {
            let title = egui::Link::new(source.title.as_str());
            if ui.add(title).on_hover_text(&source.url).clicked() {
                ctx.act(crate::ui::Action::OpenLink(source.url.clone()));
            }
            let mut told = vec![source.publisher.clone()];
            told.push(match source.published {
                Some(date) => dates::date(date, texts),
                None => texts.get("detail-undated"),
            });
            told.push(words::source_kind(source.kind, texts));
            told.push(source.language.clone());
            ui.label(theme.small(told.join(" · ")));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                let count = row.cited_by.len();
                let args = [("count", count.into()), ("shown", count.to_string().into())];
                ui.label(theme.small(texts.with("detail-cited-by", &args)));
                for id in row.cited_by.iter().take(12) {
                    record_link_ui(ui, ctx, id);
                }
                if count > 12 {
                    ui.label(theme.small("…"))
                        .on_hover_text(row.cited_by.join(", "));
                }
            });
            for (label, address) in [
                (texts.get("detail-read-from"), source.read_from.as_ref()),
                (texts.get("detail-official"), source.official.as_ref()),
            ] {
                if let Some(address) = address {
                    let link = egui::Link::new(RichText::new(label).small());
                    if ui.add(link).on_hover_text(address).clicked() {
                        ctx.act(crate::ui::Action::OpenLink(address.clone()));
                    }
                }
            }
            for note in source.notes.values() {
                ui.label(theme.small(note));
            }
        });
        if reveal == Some(source.id.as_str()) {
            shown.response.scroll_to_me(Some(Align::TOP));
        }
        line_ui(ui, ctx);
    }
}

pub(super) fn conflicts_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    heading_ui(ui, texts.get("detail-conflicts-heading"));
    if detail.party.conflicts.is_empty() {
        ui.label(theme.weak(texts.get("detail-no-conflicts")));
    }
    for conflict in &detail.party.conflicts {
        ui.label(conflict);
        line_ui(ui, ctx);
    }
    let disputed: Vec<_> = detail
        .aid
        .iter()
        .filter(|row| !row.entry.other_figures.is_empty())
        .collect();
    if !disputed.is_empty() {
        heading_ui(ui, texts.get("detail-other-figures"));
    }
    for row in disputed {
        ui.horizontal_wrapped(|ui| {
            record_link_ui(ui, ctx, row.entry.id.as_str());
            ui.label(numbers::form(&row.entry.figure.amount.form, texts));
            if let Some(why) = &row.entry.preferred_because {
                ui.label(theme.small(
                    texts.with("detail-preferred-because", &[("why", why.as_str().into())]),
                ));
            }
        });
        for other in &row.entry.other_figures {
            indented_ui(ui, 16.0, |ui| {
                ui.label(numbers::form(&other.figure.amount.form, texts));
                if let Some(why) = &other.why_not_preferred {
                    ui.label(theme.small(
                        texts.with("detail-not-preferred", &[("why", why.as_str().into())]),
                    ));
                }
                if let Some(phrase) = &other.figure.cite.phrase {
                    let link = crate::views::link_to(ctx.ledger.dataset(), &other.figure.cite);
                    phrase_ui(ui, ctx, &phrase.0, link.as_deref());
                }
            });
        }
        line_ui(ui, ctx);
    }
    heading_ui(ui, texts.get("detail-not-found-heading"));
    for sought in &detail.party.not_found {
        ui.label(theme.weak(sought));
    }
}
