//! A number that walks back to its source: it looks like a figure, and opens its derivation.

use eframe::egui::{self, Label, Response, RichText, Role, Sense, Stroke, TextStyle, Ui};

use crate::ledger::{Ratio, StagedTotal};
use crate::model::Stage;
use crate::text::{numbers, words};
use crate::ui::PaneCtx;

/// A total as a number. A click or Enter opens its derivation; `what` says for a screen reader what
/// it is a number of. Nothing recorded is a dash that opens as well: it tells what was left out and why.
pub fn number_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, total: &StagedTotal, what: &str) -> Response {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let bounds = total.bounds();
    let shown = numbers::bounds_short(bounds, total.unit(), texts);
    let color = if bounds.has_number() {
        theme.text
    } else {
        theme.text_faint
    };
    let mut text = RichText::new(&shown).color(color);
    let font = TextStyle::Body.resolve(ui.style());
    let size = ui
        .painter()
        .layout_no_wrap(shown.clone(), font, color)
        .size();
    if size.x > ui.available_width() {
        text = text.small();
    }
    let response = opener_ui(ui, ctx, text);
    response.widget_info(|| {
        let args = [("number", shown.as_str().into()), ("what", what.into())];
        egui::WidgetInfo::labeled(Role::Button, true, texts.with("detail-number-name", &args))
    });
    if response.clicked() {
        ctx.explain(total.derivation());
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        let exact = numbers::bounds_exact(bounds, total.unit(), texts);
        ui.label(crate::ui::theme::strong(exact));
        ui.label(theme.weak(format!("{what} · {}", words::stage(total.stage(), texts))));
        ui.label(theme.weak(words::basis(total.basis(), texts)));
        ui.label(theme.small(texts.get("detail-open-derivation")));
    })
}

/// The part of a promise that arrived at one stage, small; opens what fulfils the promise.
pub fn ratio_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    total: &StagedTotal,
    ratio: &Ratio,
    of: &str,
) -> Response {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let shown = numbers::ratio(ratio, texts);
    // Money of which nobody says how far it got is no fulfilment yet.
    let color = if total.stage() == Stage::Unclear {
        theme.text_weak
    } else {
        theme.good
    };
    let response = opener_ui(ui, ctx, RichText::new(&shown).small().color(color));
    let args = [
        ("ratio", shown.as_str().into()),
        ("stage", words::stage(total.stage(), texts).into()),
        ("year", of.into()),
    ];
    let told = texts.with("detail-ratio-what", &args);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &told));
    if response.clicked() {
        ctx.explain(total.derivation());
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(&told);
        let exact = numbers::bounds_exact(total.bounds(), total.unit(), texts);
        ui.label(theme.weak(exact));
        ui.label(theme.small(texts.get("detail-open-derivation")));
    })
}

/// Text that is clicked, underlined while the pointer or the focus is on it. Where it does not fit,
/// its end is left out, never its beginning: a number without its first digit is another number.
fn opener_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, text: RichText) -> Response {
    let label = Label::new(text)
        .sense(Sense::click())
        .selectable(false)
        .truncate();
    let response = ui.add(label);
    if response.hovered() || response.has_focus() {
        let line = Stroke::new(1.0, ctx.theme.accent);
        ui.painter()
            .hline(response.rect.x_range(), response.rect.bottom(), line);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
