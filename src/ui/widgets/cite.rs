//! What a source says of a record: its words, and its amount as it writes it.

use eframe::egui::{self, Link, RichText, Ui};

use crate::ledger::StagedTotal;
use crate::model::{Amount, Period};
use crate::text::{dates, numbers};
use crate::ui::PaneCtx;

/// The words of a source between its marks, opening the source at the passage.
pub fn phrase_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    phrase: &str,
    link: Option<&str>,
) -> egui::Response {
    let quoted = format!("«\u{a0}{phrase}\u{a0}»");
    let text = RichText::new(&quoted)
        .italics()
        .small()
        .color(ctx.theme.text_weak);
    let Some(link) = link else {
        return ui.label(text);
    };
    let words = ui.add(Link::new(text));
    let icon = ui.add(Link::new(RichText::new(crate::ui::icons::LINK).small()));
    let name = ctx.texts.get("derivation-pane-open-source");
    icon.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    let clicked = words.clicked() || icon.clicked();
    icon.on_hover_text(link);
    if clicked {
        ctx.act(crate::ui::Action::OpenLink(link.to_owned()));
    }
    words.on_hover_text(link)
}

/// The amount as its source writes it, where that says more than the number beside it.
pub fn original_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    amount: &Amount,
    total: &StagedTotal,
) -> Option<egui::Response> {
    let texts = ctx.texts;
    let form = numbers::form(&amount.form, texts);
    let same = form == numbers::bounds_short(total.bounds(), total.unit(), texts);
    let repeated = matches!(amount.period, Period::Yearly { .. });
    if same && !repeated {
        return None;
    }
    let period = dates::period(&amount.period, texts);
    let told = if repeated {
        format!("{form}, {period}")
    } else {
        form
    };
    let exact = numbers::form_exact(&amount.form, texts);
    let shown = ui.add(egui::Label::new(ctx.theme.small(told)).wrap());
    Some(shown.on_hover_text(format!("{exact} · {period}")))
}
