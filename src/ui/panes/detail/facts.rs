//! Name, agreement and time line.

use eframe::egui::{
    Align, CursorIcon, Label, Layout, RichText, Role, Sense, Stroke, Ui, WidgetInfo,
};

use crate::model::Agreement;

use crate::text::{Lang, dates, words};
use crate::ui::widgets::timeline;
use crate::ui::{Action, PaneCtx};
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
        agreement_ui(ui, ctx, detail, facts);
    }
}

/// The title, which opens the text of the agreement where there is an address.
fn title_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, agreement: &Agreement) {
    let sources = agreement.sources.iter();
    let mut found = sources.filter_map(|id| ctx.ledger.dataset().sources.get(id));
    let address = found.find_map(|source| source.link_to(None));
    let words = Label::new(RichText::new(&agreement.title).small()).truncate();
    let Some(address) = address else {
        ui.add(words).on_hover_text(&agreement.title);
        return;
    };
    let title = ui.add(words.sense(Sense::click()).selectable(false));
    title.widget_info(|| WidgetInfo::labeled(Role::Link, true, &agreement.title));
    if title.hovered() || title.has_focus() {
        let line = Stroke::new(1.0, ctx.theme.accent);
        let below = title.rect.bottom();
        ui.painter().hline(title.rect.x_range(), below, line);
    }
    if title.clicked() {
        ctx.act(Action::OpenLink(address.clone()));
    }
    title
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(format!("{}\n{address}", agreement.title));
}

fn agreement_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail, facts: &AgreementFacts) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let agreement = &facts.agreement;
    let signatories = texts.with(
        "detail-signatories",
        &[
            ("ukraine", agreement.signatories.ukraine.as_str().into()),
            ("partner", agreement.signatories.partner.as_str().into()),
        ],
    );
    title_ui(ui, ctx, agreement);
    if !agreement.signatories.ukraine.is_empty() || !agreement.signatories.partner.is_empty() {
        ui.add(Label::new(theme.small(&signatories)).truncate())
            .on_hover_text(&signatories);
    }
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
    if let Some(vilnius) = detail.party.vilnius {
        told.push(words::vilnius(vilnius, texts));
    }
    let notes: Vec<&str> = agreement.notes.values().map(String::as_str).collect();
    let told = told.join(" · ");
    let line = ui.add(Label::new(theme.small(&told)).truncate());
    if !notes.is_empty() {
        line.on_hover_ui(|ui| {
            ui.set_max_width(460.0);
            ui.label(told);
            for note in notes {
                ui.label(theme.weak(note));
            }
        });
    }
    timeline::timeline_ui(ui, ctx, facts);
}
