//! One line of a derivation.

use eframe::egui::{
    Align, Frame, Label, Layout, Link, Margin, Response, RichText, Role, Sense, Ui, UiBuilder,
};

use crate::ledger::Rule;
use crate::text::derivation::{Line, LineKind};
use crate::text::words;
use crate::ui::theme::{SMALL, strong};
use crate::ui::widgets::tell;
use crate::ui::{Action, PaneCtx, icons};

/// A line of the tree at its depth. `fold`: whether what hangs below it is closed; none: nothing
/// does. True: that is to be changed.
pub(super) fn line_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    at: usize,
    line: &Line,
    fold: Option<bool>,
) -> bool {
    let said = match line.value.as_str() {
        "" => line.text.clone(),
        value => format!("{}: {value}", line.text),
    };
    // That the figures add up is no sum of its own: it closes the tree.
    let closes = line.rule == Some(Rule::R12);
    let head = matches!(line.kind, LineKind::Sum | LineKind::Figure) && !closes;
    item_ui(ui, at, line.depth, head, said, |ui| {
        if head {
            return head_ui(ui, ctx, line, fold);
        }
        match line.kind {
            LineKind::Phrase => phrase_ui(ui, ctx, line),
            _ => step_ui(ui, ctx, line),
        }
        false
    })
}

/// How many records are left out, where they are many. True: they are to be shown or hidden.
pub(super) fn left_out_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    at: usize,
    depth: usize,
    count: usize,
    closed: bool,
) -> bool {
    let args = [("count", count.into()), ("shown", count.to_string().into())];
    let text = ctx.texts.with("derivation-pane-left-out", &args);
    item_ui(ui, at, depth, false, text.clone(), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let caret = caret_ui(ui, ctx, closed);
            let words = Label::new(ctx.theme.small(text)).sense(Sense::CLICK);
            caret.clicked() || ui.add(words.selectable(false)).clicked()
        })
        .inner
    })
}

fn item_ui<R>(
    ui: &mut Ui,
    at: usize,
    depth: usize,
    head: bool,
    said: String,
    fill: impl FnOnce(&mut Ui) -> R,
) -> R {
    let margin = Margin {
        left: i8::try_from(depth.min(6) * 9).unwrap_or(54),
        right: 4,
        top: if head && depth > 0 { 7 } else { 1 },
        bottom: 1,
    };
    let builder = UiBuilder::new()
        .id_salt(("line", at))
        .accessibility_role(Role::TreeItem)
        .accessibility_label(said);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().interact_size.y = 16.0;
        ui.spacing_mut().item_spacing.y = 1.0;
        let filled = Frame::new().inner_margin(margin).show(ui, fill).inner;
        tell::place(ui, ui.min_rect(), |node| node.set_level(depth + 1));
        filled
    })
    .inner
}

/// The caret of what can be folded, named for the accessibility tree.
fn caret_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, closed: bool) -> Response {
    let (icon, name) = if closed {
        (icons::CARET_RIGHT, ctx.texts.get("derivation-pane-unfold"))
    } else {
        (icons::CARET_DOWN, ctx.texts.get("derivation-pane-fold"))
    };
    let icon = RichText::new(icon).size(SMALL).color(ctx.theme.text_faint);
    let response = ui.add(Label::new(icon).sense(Sense::click()).selectable(false));
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(Role::Button, true, &name));
    response.on_hover_text(name)
}

/// A sum or a figure: its value at the right, its words below.
fn head_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line, fold: Option<bool>) -> bool {
    let theme = ctx.theme;
    let mut clicked = false;
    let record = line.record.as_ref().map(ToString::to_string);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if let Some(closed) = fold {
            clicked = caret_ui(ui, ctx, closed).clicked();
        }
        rule_ui(ui, ctx, line);
        if let Some(id) = &record {
            record_ui(ui, ctx, id);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(strong(&line.value)).wrap());
        });
    });
    // The id of a figure already stands above its words.
    let words = match record.as_deref().and_then(|id| line.text.strip_prefix(id)) {
        Some(rest) => rest.trim_start_matches([' ', '·']),
        None => line.text.as_str(),
    };
    if !words.is_empty() {
        ui.add(Label::new(RichText::new(words).color(theme.text)).wrap());
    }
    clicked
}

fn rule_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, line: &Line) {
    if let Some(rule) = line.rule {
        let badge = RichText::new(rule.id()).small().color(ctx.theme.text_faint);
        let tip = words::rule(rule, ctx.texts);
        ui.add(Label::new(badge).selectable(false))
            .on_hover_text(tip);
    }
}

fn record_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, id: &str) {
    let dataset = ctx.ledger.dataset();
    let link = ui.add(Link::new(RichText::new(id).small()));
    if link.clicked()
        && let Some(party) = dataset.money(id).map(|record| record.party().clone())
    {
        ctx.act(Action::ShowRecord(party, id.to_owned()));
    }
}

/// A conversion, a basis, a reading not chosen, a record left out.
fn step_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line) {
    let theme = ctx.theme;
    let color = match line.kind {
        LineKind::Excluded | LineKind::Candidate => theme.text_faint,
        _ => theme.text_weak,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        rule_ui(ui, ctx, line);
        ui.label(RichText::new(&line.text).small().color(color));
        if !line.value.is_empty() && line.rule != Some(Rule::R12) {
            let equals = if line.kind == LineKind::Conversion {
                format!("= {}", line.value)
            } else {
                line.value.clone()
            };
            // A number is never broken over two lines.
            let equals = RichText::new(equals).small().color(theme.text);
            ui.add(Label::new(equals).extend());
        }
        if let Some(record) = &line.record {
            let id = record.to_string();
            let arrow = ui.add(Link::new(RichText::new(icons::FORWARD).small()));
            arrow.widget_info(|| eframe::egui::WidgetInfo::labeled(Role::Link, true, &id));
            if arrow.on_hover_text(&id).clicked()
                && let Some(money) = ctx.ledger.dataset().money(&id)
            {
                let party = money.party().clone();
                ctx.act(Action::ShowRecord(party, id));
            }
        }
        if let Some(link) = &line.link {
            link_ui(ui, ctx, link);
        }
    });
}

/// An address, as the icon that opens it.
fn link_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, link: &str) {
    let name = ctx.texts.get("derivation-pane-open-source");
    let icon = ui.add(Link::new(RichText::new(icons::LINK).small()));
    icon.widget_info(|| eframe::egui::WidgetInfo::labeled(Role::Link, true, &name));
    if icon.on_hover_text(format!("{name}\n{link}")).clicked() {
        ctx.act(Action::OpenLink(link.to_owned()));
    }
}

/// The words of the source, then the source; both open it at the passage.
fn phrase_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line) {
    let theme = ctx.theme;
    let end = line.text.find('»').map_or(0, |at| at + '»'.len_utf8());
    let (phrase, source) = line.text.split_at(end);
    let source = source.trim();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if !phrase.is_empty() {
            ui.label(RichText::new(phrase).small().italics().color(theme.text));
        }
        match &line.link {
            Some(address) => {
                let text = if source.is_empty() { address } else { source };
                let text = RichText::new(format!("{text} {}", icons::LINK)).small();
                if ui.add(Link::new(text)).on_hover_text(address).clicked() {
                    ctx.act(Action::OpenLink(address.clone()));
                }
            }
            None => {
                ui.label(theme.small(source));
            }
        }
    });
}
