//! Name, agreement and time line.

use eframe::egui::{Align, Layout, RichText, Ui};

use crate::text::{Lang, dates, words};
use crate::ui::PaneCtx;
use crate::ui::widgets::timeline;
use crate::views::{AgreementFacts, PartyDetail};

pub(super) fn facts_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    ui.horizontal(|ui| {
        ui.heading(ctx.name(detail.name()).to_owned());
        let other = match texts.lang() {
            Lang::En => &detail.name().uk,
            Lang::Uk => &detail.name().en,
        };
        ui.label(theme.weak(other));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for facts in detail.agreements.iter().take(1) {
                let place = facts.agreement.place.clone();
                let day = dates::day(facts.agreement.signed, texts);
                let text = texts.with(
                    "detail-signed",
                    &[("date", day.into()), ("place", place.into())],
                );
                ui.label(theme.weak(text));
            }
        });
    });
    if detail.agreements.is_empty() {
        ui.label(theme.weak(texts.get("detail-no-agreement")));
    }
    for facts in &detail.agreements {
        agreement_ui(ui, ctx, facts);
    }
}

fn agreement_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, facts: &AgreementFacts) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let agreement = &facts.agreement;
    let signatories = texts.with(
        "detail-signatories",
        &[
            ("ukraine", agreement.signatories.ukraine.as_str().into()),
            ("partner", agreement.signatories.partner.as_str().into()),
        ],
    );
    ui.add(eframe::egui::Label::new(RichText::new(&agreement.title).small()).truncate())
        .on_hover_text(format!("{}\n{signatories}", agreement.title));
    let mut told = vec![words::agreement_kind(agreement.kind, texts)];
    told.push(match agreement.in_force {
        Some(date) => texts.with(
            "detail-in-force",
            &[("date", dates::date(date, texts).into())],
        ),
        None => texts.get("detail-in-force-unknown"),
    });
    told.push(texts.get(match agreement.legally_binding {
        Some(true) => "detail-binding-yes",
        Some(false) => "detail-binding-no",
        None => "detail-binding-not-said",
    }));
    if let Some(months) = agreement.notice_months {
        let args = [
            ("count", u32::from(months).into()),
            ("shown", months.to_string().into()),
        ];
        told.push(texts.with("detail-notice", &args));
    }
    let notes: Vec<&str> = agreement.notes.values().map(String::as_str).collect();
    let line = ui.label(theme.small(told.join(" · ")));
    if !notes.is_empty() || !signatories.is_empty() {
        line.on_hover_ui(|ui| {
            ui.set_max_width(460.0);
            ui.label(signatories);
            for note in notes {
                ui.label(theme.weak(note));
            }
        });
    }
    timeline::timeline_ui(ui, ctx, facts);
}
