//! The tree under a number: rules, inputs, conversions, exclusions, down to phrase and link.

use std::sync::Arc;

use eframe::egui::{self, Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui};

use crate::ledger::Derivation;
use crate::text::derivation::{Line, LineKind, lines};
use crate::text::{Lang, numbers, words};
use crate::ui::widgets::button;
use crate::ui::{Action, PaneCtx, Verb, icons};

/// The tree under a number.
#[derive(Default)]
pub struct DerivationPane {
    told: Option<Told>,
}

/// The lines of a tree, made once and kept while it is shown.
struct Told {
    of: Arc<Derivation>,
    lang: Lang,
    lines: Vec<Line>,
}

impl DerivationPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        let Some(derivation) = ctx.place.derivation.clone() else {
            ui.label(RichText::new(texts.get("derivation-pane-title")).strong());
            ui.add_space(8.0);
            ui.label(theme.weak(texts.get("derivation-pane-empty")));
            return;
        };
        ui.horizontal(|ui| {
            ui.label(RichText::new(texts.get("derivation-pane-title")).strong());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = texts.get("derivation-pane-copy");
                if button::icon_ui(ui, theme, icons::COPY, &name).clicked() {
                    ctx.act(Action::Do(Verb::CopyDerivation));
                }
            });
        });
        let number = numbers::bounds_exact(&derivation.bounds, derivation.unit, texts);
        ui.add(Label::new(RichText::new(number).heading()).wrap());
        ui.add_space(4.0);
        let fresh = self
            .told
            .as_ref()
            .is_none_or(|told| !Arc::ptr_eq(&told.of, &derivation) || told.lang != texts.lang());
        if fresh {
            let lines = lines(&derivation, ctx.ledger.dataset(), texts);
            self.told = Some(Told {
                of: Arc::clone(&derivation),
                lang: texts.lang(),
                lines,
            });
        }
        let Some(told) = &self.told else { return };
        ScrollArea::vertical()
            .id_salt(Arc::as_ptr(&derivation) as usize)
            .auto_shrink(false)
            .show(ui, |ui| {
                for (index, line) in told.lines.iter().enumerate() {
                    ui.push_id(index, |ui| line_ui(ui, ctx, line));
                }
            });
    }
}

fn line_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let depth = i8::try_from(line.depth.min(6)).unwrap_or(6);
    let above = if matches!(line.kind, LineKind::Sum | LineKind::Figure) {
        5
    } else {
        0
    };
    let margin = Margin {
        left: depth * 9,
        right: 0,
        top: above,
        bottom: 2,
    };
    Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| match line.kind {
            LineKind::Phrase => phrase_ui(ui, ctx, line),
            _ => {
                let strong = matches!(line.kind, LineKind::Sum | LineKind::Figure);
                let color = match line.kind {
                    LineKind::Sum | LineKind::Figure => theme.text,
                    LineKind::Excluded => theme.text_faint,
                    _ => theme.text_weak,
                };
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 5.0;
                    if let Some(rule) = line.rule {
                        let badge = RichText::new(rule.id()).small().color(theme.accent);
                        ui.label(badge).on_hover_text(words::rule(rule, texts));
                    }
                    let mut text = RichText::new(&line.text).color(color);
                    if !strong {
                        text = text.small();
                    }
                    if let Some(record) = &line.record {
                        let link = ui.add(egui::Link::new(text)).on_hover_text(record.as_str());
                        if link.clicked() {
                            let party = ctx
                                .ledger
                                .dataset()
                                .money(record.as_str())
                                .map(|r| r.party().clone());
                            if let Some(party) = party {
                                ctx.act(Action::ShowRecord(party, record.to_string()));
                            }
                        }
                    } else {
                        ui.label(text);
                    }
                    if !line.value.is_empty() {
                        let value = RichText::new(&line.value).color(color);
                        ui.label(if strong {
                            value.strong()
                        } else {
                            value.small()
                        });
                    }
                });
            }
        });
}

fn phrase_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line) {
    let text = RichText::new(&line.text).italics().small();
    match &line.link {
        Some(link) => {
            let text = text.color(ctx.theme.accent);
            if ui.add(egui::Link::new(text)).on_hover_text(link).clicked() {
                ctx.act(Action::OpenLink(link.clone()));
            }
        }
        None => {
            ui.label(text.color(ctx.theme.text_weak));
        }
    }
}
