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
    Frame::new().inner_margin(margin).show(ui, |ui| {
        if line.kind == LineKind::Phrase {
            phrase_ui(ui, ctx, line);
        } else {
            words_ui(ui, ctx, line);
        }
    });
}

fn words_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let is_sum = matches!(line.kind, LineKind::Sum | LineKind::Figure);
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
        let mut told = RichText::new(&line.text).color(color);
        if !is_sum {
            told = told.small();
        }
        match &line.record {
            Some(record) => {
                if ui
                    .add(egui::Link::new(told))
                    .on_hover_text(record.as_str())
                    .clicked()
                {
                    let dataset = ctx.ledger.dataset();
                    if let Some(found) = dataset.money(record.as_str()) {
                        let party = found.party().clone();
                        ctx.act(Action::ShowRecord(party, record.to_string()));
                    }
                }
            }
            None => {
                ui.label(told);
            }
        }
        if !line.value.is_empty() && !is_sum {
            // A number is never broken over two lines.
            let value = RichText::new(&line.value).small().color(color);
            ui.add(Label::new(value).extend());
        }
    });
    if !line.value.is_empty() && is_sum {
        ui.add(Label::new(RichText::new(&line.value).strong()).extend());
    }
}

fn phrase_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, line: &Line) {
    let quoted = RichText::new(&line.text).italics().small();
    match &line.link {
        Some(link) => {
            let quoted = quoted.color(ctx.theme.accent);
            if ui
                .add(egui::Link::new(quoted))
                .on_hover_text(link)
                .clicked()
            {
                ctx.act(Action::OpenLink(link.clone()));
            }
        }
        None => {
            ui.label(quoted.color(ctx.theme.text_weak));
        }
    }
}
