//! Name, agreement and time line.

use eframe::egui::{
    Align, CursorIcon, Label, Layout, Response, RichText, Role, Sense, Stroke, TextStyle, Ui,
    WidgetInfo, vec2,
};

use crate::edit::{Key, Kind};
use crate::model::Agreement;

use crate::text::{Lang, Texts, dates, words};
use crate::ui::theme::UNIT;
use crate::ui::widgets::{in_place, timeline};
use crate::ui::{Action, PaneCtx};
use crate::views::{AgreementFacts, PartyDetail};

use super::{notes_ui, small_value_ui};

pub(super) fn facts_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let other = match texts.lang() {
        Lang::En => &detail.name().uk,
        Lang::Uk => &detail.name().en,
    };
    let signed = detail.agreements.first();
    let signed = signed.map(|facts| signed_in(&facts.agreement, texts));
    let name = ctx.name(detail.name()).to_owned();
    // The day stands beside the names where all three have room, else below them.
    let beside = signed.as_ref().is_some_and(|signed| {
        let wide = |text: &str, style: TextStyle| {
            let font = style.resolve(ui.style());
            let galley = ui
                .painter()
                .layout_no_wrap(text.to_owned(), font, theme.text);
            galley.size().x + UNIT
        };
        let names = wide(&name, TextStyle::Heading) + wide(other, TextStyle::Body);
        names + UNIT + wide(signed, TextStyle::Body) <= ui.available_width()
    });
    ui.horizontal(|ui| {
        ui.add(Label::new(RichText::new(name).heading()).truncate());
        ui.add(Label::new(theme.weak(other)).truncate());
        if let Some(signed) = signed.as_ref().filter(|_| beside) {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(theme.weak(signed));
            });
        }
    });
    if let Some(signed) = signed.filter(|_| !beside) {
        ui.add(Label::new(theme.weak(signed)).truncate());
    }
    if detail.agreements.is_empty() {
        ui.label(theme.weak(texts.get("detail-no-agreement")));
    }
    for facts in &detail.agreements {
        agreement_ui(ui, ctx, detail, facts);
    }
}

/// When an agreement was signed, and where, as far as that is known.
fn signed_in(agreement: &Agreement, texts: Texts) -> String {
    let day = dates::day(agreement.signed, texts);
    if agreement.place.is_empty() {
        return texts.with("detail-signed-on", &[("date", day.into())]);
    }
    let place = agreement.place.as_str().into();
    texts.with("detail-signed", &[("date", day.into()), ("place", place)])
}

/// The title, which opens the text of the agreement where there is an address.
fn title_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, agreement: &Agreement) -> Response {
    let sources = agreement.sources.iter();
    let mut found = sources.filter_map(|id| ctx.ledger.dataset().sources.get(id));
    let address = found.find_map(|source| source.link_to(None));
    let words = Label::new(RichText::new(&agreement.title).small()).truncate();
    let Some(address) = address else {
        return ui.add(words).on_hover_text(&agreement.title);
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
        .on_hover_text(format!("{}\n{address}", agreement.title))
}

fn agreement_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, detail: &PartyDetail, facts: &AgreementFacts) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let agreement = &facts.agreement;
    let key = Key::new(Kind::Agreement, &agreement.id);
    let over = ui.rect_contains_pointer(ui.available_rect_before_wrap());
    in_place::row_ui(ui, ctx, &key, over, |ui, ctx| {
        let title = title_ui(ui, ctx, agreement);
        in_place::value(ui, ctx, &key, "title", &title);
        let signatories = texts.with(
            "detail-signatories",
            &[
                ("ukraine", agreement.signatories.ukraine.as_str().into()),
                ("partner", agreement.signatories.partner.as_str().into()),
            ],
        );
        if !agreement.signatories.ukraine.is_empty() || !agreement.signatories.partner.is_empty() {
            let shown = ui.add(Label::new(theme.small(&signatories)).truncate());
            let shown = shown.on_hover_text(&signatories);
            in_place::value(ui, ctx, &key, "signatories.ukraine", &shown);
            in_place::hidden(ctx, &key, "signatories.partner");
        }
        kinds_ui(ui, ctx, detail, &key, agreement);
        for path in ["signed", "place", "term_years", "review_years"] {
            in_place::hidden(ctx, &key, path);
        }
    });
    timeline::timeline_ui(ui, ctx, facts);
}

/// What kind of document it is, since when it is in force, whether it binds, how it is left.
fn kinds_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    detail: &PartyDetail,
    key: &Key,
    agreement: &Agreement,
) {
    let texts = ctx.texts;
    let in_force = match agreement.in_force {
        Some(date) => texts.with(
            "detail-in-force",
            &[("date", dates::date(date, texts).into())],
        ),
        None => texts.get("detail-in-force-unknown"),
    };
    let binding = texts.get(match agreement.legally_binding {
        Some(true) => "detail-binding-yes",
        Some(false) => "detail-binding-no",
        None => "detail-binding-not-said",
    });
    let notice = agreement.notice_months.map(|months| {
        let args = [
            ("count", u32::from(months).into()),
            ("shown", months.to_string().into()),
        ];
        texts.with("detail-notice", &args)
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let kind = words::agreement_kind(agreement.kind, texts);
        small_value_ui(ui, ctx, key, "kind", &kind);
        small_value_ui(ui, ctx, key, "in_force", &format!("· {in_force}"));
        small_value_ui(ui, ctx, key, "legally_binding", &format!("· {binding}"));
        if let Some(notice) = notice {
            small_value_ui(ui, ctx, key, "notice_months", &format!("· {notice}"));
        }
        if let Some(vilnius) = detail.party.vilnius {
            let party = Key::new(Kind::Party, &detail.party.id);
            let words = format!("· {}", words::vilnius(vilnius, texts));
            small_value_ui(ui, ctx, &party, "vilnius", &words);
        }
        notes_ui(ui, ctx, &agreement.notes);
    });
}
