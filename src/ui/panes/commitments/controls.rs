//! What stands over the matrix: title and copy, order, what is left out, who is chosen.

use eframe::egui::{self, Ui};

use crate::text::{Texts, dates, words};
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::{button, chip, head};
use crate::ui::{Action, PaneCtx, Verb, icons};
use crate::views::{AreaOrder, COMPARED, Matrix, MatrixOrder};

use super::{CommitmentsPane, told};

/// The orders that have a chip.
const ORDERS: [MatrixOrder; 3] = [
    MatrixOrder::Signed,
    MatrixOrder::Name,
    MatrixOrder::Similarity,
];

fn order_name(order: MatrixOrder, texts: Texts) -> String {
    match order {
        MatrixOrder::Signed => texts.get("matrix-by-date"),
        MatrixOrder::Name => texts.get("matrix-by-name"),
        MatrixOrder::Similarity => texts.get("matrix-by-similarity"),
        MatrixOrder::Area(area) => {
            let area = words::area(area, texts);
            texts.with("matrix-by-area", &[("area", area.into())])
        }
    }
}

impl CommitmentsPane {
    /// The title, and what can be done with the whole.
    pub(super) fn head_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, matrix: &Matrix) {
        let words = title(ctx.texts.get("page-commitments"));
        let left = |ui: &mut Ui| {
            ui.label(words);
        };
        head::head_ui(ui, left, |ui| {
            ui.spacing_mut().item_spacing.x = UNIT;
            let copy = ctx.texts.get("matrix-copy");
            if button::icon_ui(ui, ctx.theme, icons::COPY, &copy).clicked() {
                ctx.act(Action::CopyText(told::matrix_tsv(ctx.texts, matrix)));
            }
            self.read_ui(ui, ctx);
        });
    }

    /// The button that reads the chosen parties side by side.
    fn read_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let texts = ctx.texts;
        let count = self.chosen.len();
        let can = COMPARED.contains(&count);
        let text = match count {
            0 => texts.get("matrix-read"),
            count => texts.with("matrix-read-chosen", &[("count", count.to_string().into())]),
        };
        let chosen: Vec<_> = self.chosen.iter().collect();
        let names = told::names(ctx, &chosen);
        let pressed = ui.add_enabled_ui(can, |ui| {
            button::button_ui(ui, ctx.theme, text)
                .on_hover_text(names)
                .on_disabled_hover_text(texts.get("matrix-read-why"))
                .clicked()
        });
        if pressed.inner {
            self.settings.compare = self.chosen.clone();
        }
        if count > 0 && button::small_link_ui(ui, texts.get("matrix-choose-none")).clicked() {
            self.chosen.clear();
        }
    }

    /// The order, and what is left out.
    pub(super) fn controls_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, matrix: &Matrix) {
        let (texts, theme) = (ctx.texts, ctx.theme);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(HALF, HALF);
            for order in ORDERS {
                let chosen = self.settings.order == order;
                let mut chip = chip::chip_ui(ui, theme, &order_name(order, texts), chosen);
                if order == MatrixOrder::Similarity {
                    chip = chip.on_hover_text(texts.get("matrix-similarity-tip"));
                }
                if chip.clicked() {
                    self.settings.order = order;
                }
            }
            if let order @ MatrixOrder::Area(_) = self.settings.order {
                let text = format!("{} {}", order_name(order, texts), icons::CLOSE);
                let chip = chip::chip_ui(ui, theme, &text, true);
                if chip.on_hover_text(texts.get("matrix-sorted-tip")).clicked() {
                    self.settings.order = MatrixOrder::default();
                }
            }
            ui.add_space(HALF);
            let alike = self.settings.areas == AreaOrder::Similarity;
            let chip = chip::chip_ui(ui, theme, &texts.get("matrix-areas-alike"), alike);
            if chip
                .on_hover_text(texts.get("matrix-areas-alike-tip"))
                .clicked()
            {
                self.settings.areas = if alike {
                    AreaOrder::List
                } else {
                    AreaOrder::Similarity
                };
            }
            if ctx.listed.is_some() {
                ui.add_space(HALF);
                let args = [
                    ("shown", matrix.rows.len().to_string().into()),
                    ("of", matrix.of.to_string().into()),
                ];
                let text = texts.with("matrix-narrowed", &args);
                let text = format!("{text} {}", icons::CLOSE);
                let chip = chip::chip_ui(ui, theme, &text, true);
                if chip.on_hover_text(texts.get("matrix-show-all")).clicked() {
                    ctx.act(Verb::ClearFilter);
                }
            }
            if let Some(day) = ctx.ledger.assumptions().cutoff.filter(|_| matrix.later > 0) {
                let count = matrix.later;
                let args = [
                    ("count", count.into()),
                    ("shown", count.to_string().into()),
                    ("date", dates::day(day, texts).into()),
                ];
                ui.add_space(HALF);
                ui.label(theme.small(texts.with("matrix-later", &args)));
            }
        });
    }
}
