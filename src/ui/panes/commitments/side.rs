//! Two to four parties side by side: what stands over them, and the way in and out.

use eframe::egui::{Align, Key, Layout, Modifiers, ScrollArea, Ui, vec2};

use crate::model::{Area, PartyId};
use crate::text::Texts;
use crate::ui::theme::{HALF, UNIT, title};
use crate::ui::widgets::{button, chip, popup};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{COMPARED, Reading, ReadingRow, ReadingRows};

use super::{CommitmentsPane, told};

impl ReadingRows {
    const ALL: [Self; 3] = [Self::Made, Self::Differing, Self::All];

    fn has(self, row: &ReadingRow) -> bool {
        match self {
            Self::Made => row.is_made(),
            Self::Differing => row.differs(),
            Self::All => true,
        }
    }

    fn name(self, texts: Texts) -> String {
        match self {
            Self::Made => texts.get("matrix-rows-made"),
            Self::Differing => texts.get("matrix-rows-differing"),
            Self::All => texts.get("matrix-rows-all"),
        }
    }
}

impl CommitmentsPane {
    /// The chosen parties side by side.
    pub(super) fn side_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let reading = ctx.reading(&self.settings.compare);
        let shown = self.settings.rows;
        let rows: Vec<&ReadingRow> = reading.rows.iter().filter(|row| shown.has(row)).collect();
        self.side_head_ui(ui, ctx, &reading, &rows);
        self.rows_ui(ui, ctx, &reading);
        ui.add_space(UNIT);
        if reading.columns.len() < *COMPARED.start() {
            let text = ctx.texts.get("matrix-side-later");
            ui.label(ctx.theme.weak(text));
        } else if rows.is_empty() {
            ui.label(ctx.theme.weak(ctx.texts.get("matrix-side-same")));
        } else {
            let out = self.side.ui(ui, ctx, &reading, &rows, shown);
            self.settings
                .compare
                .retain(|party| Some(party) != out.as_ref());
        }
        let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escape && ui.memory(|memory| memory.focused().is_none()) {
            self.back_to_matrix();
        }
    }

    fn back_to_matrix(&mut self) {
        self.chosen = std::mem::take(&mut self.settings.compare);
    }

    fn side_head_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        reading: &Reading,
        rows: &[&ReadingRow],
    ) {
        ui.horizontal(|ui| {
            ui.label(title(ctx.texts.get("matrix-side")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = HALF * 2.0;
                let copy = ctx.texts.get("matrix-copy-side");
                if button::icon_ui(ui, ctx.theme, icons::COPY, &copy).clicked() {
                    let areas: Vec<Area> = rows.iter().map(|row| row.area).collect();
                    let text = told::reading_tsv(ctx.texts, reading, &areas);
                    ctx.act(Action::CopyText(text));
                }
                if button::button_ui(ui, ctx.theme, ctx.texts.get("matrix-back")).clicked() {
                    self.back_to_matrix();
                }
            });
        });
        ui.add_space(HALF);
    }

    /// Which areas are shown, and who else could be read.
    fn rows_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, reading: &Reading) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(HALF, HALF);
            for rows in ReadingRows::ALL {
                let of = reading.rows.iter().filter(|row| rows.has(row)).count();
                let text = format!("{} {of}", rows.name(ctx.texts));
                let chosen = self.settings.rows == rows;
                if chip::chip_ui(ui, ctx.theme, &text, chosen).clicked() {
                    self.settings.rows = rows;
                }
            }
            if self.settings.compare.len() < *COMPARED.end() {
                ui.add_space(HALF);
                self.add_ui(ui, ctx);
            }
        });
    }

    /// The menu of those who could be read beside the others.
    fn add_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let opener = chip::menu_chip_ui(ui, ctx.theme, &ctx.texts.get("matrix-side-add"), false);
        popup::under(&opener).show(|ui| {
            ui.set_width(220.0);
            ScrollArea::vertical().max_height(440.0).show(ui, |ui| {
                let parties = ctx.ledger.dataset().parties.values();
                let others = parties.filter(|party| !self.settings.compare.contains(&party.id));
                let mut named: Vec<(&str, &PartyId)> = others
                    .map(|party| (ctx.name(&party.name), &party.id))
                    .collect();
                named.sort_unstable();
                for (name, id) in named {
                    if ui.button(name).clicked() {
                        self.settings.compare.push(id.clone());
                        ui.close();
                    }
                }
            });
        });
    }
}
