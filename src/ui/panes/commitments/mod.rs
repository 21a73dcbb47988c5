//! The page of commitments: parties by areas with the strength of the wording, the texts behind a
//! cell, and two to four parties read side by side.

mod columns;
mod controls;
mod frame;
mod grid;
mod keys;
mod names;
mod side;
mod texts;
mod told;
mod tops;

use std::sync::Arc;

use eframe::egui::{self, Margin, Panel, Ui};

use crate::edit::{Key, Kind};
use crate::model::{Area, PartyId};
use crate::text::{Lang, dates};
use crate::ui::theme::{HALF, UNIT};
use crate::ui::widgets::{button, empty};
use crate::ui::{Action, PaneCtx, Verb};
use crate::views::{
    COMPARED, Matrix, MatrixCell, MatrixOrder, MatrixRequest, MatrixRow, MatrixSettings,
};

use grid::{Asked, Grid};
use keys::Spot;

/// From this width on the texts stand beside the matrix, not below it.
const BESIDE: f32 = 1_000.0;

/// The page of commitments.
#[derive(Default)]
pub struct CommitmentsPane {
    /// How the page is looked at.
    pub settings: MatrixSettings,
    /// Who is chosen for reading side by side, in the order of choosing.
    chosen: Vec<PartyId>,
    grid: Grid,
    side: columns::Side,
}

impl CommitmentsPane {
    /// Who is chosen, or read side by side, in the order of choosing.
    pub fn chosen(&self) -> &[PartyId] {
        if self.chosen.is_empty() {
            &self.settings.compare
        } else {
            &self.chosen
        }
    }

    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        self.forget_gone(ctx);
        if !self.settings.compare.is_empty() {
            self.side_ui(ui, ctx);
            return;
        }
        let request = MatrixRequest {
            order: self.settings.order,
            areas: self.settings.areas,
            parties: ctx.listed.map(Arc::clone),
            ukrainian: ctx.texts.lang() == Lang::Uk,
        };
        let matrix = ctx.matrix(&request);
        self.head_ui(ui, ctx, &matrix);
        ui.add_space(HALF);
        self.controls_ui(ui, ctx, &matrix);
        ui.add_space(UNIT);
        if matrix.rows.is_empty() {
            empty_ui(ui, ctx, &matrix);
            return;
        }
        // Rows keep their height when the texts come to stand below them.
        let height = ui.available_height();
        self.panel_ui(ui, ctx, &matrix);
        let page = grid::Page {
            matrix: &matrix,
            height,
            cell: self
                .settings
                .cell
                .clone()
                .map(|(party, area)| Spot::Cell(party, area)),
            chosen: &self.chosen,
            order: self.settings.order,
        };
        if let Some(asked) = self.grid.ui(ui, ctx, &page) {
            self.follow(ctx, &matrix, asked);
        }
    }

    /// Lets go of parties that are not in the dataset any more.
    fn forget_gone(&mut self, ctx: &PaneCtx<'_>) {
        let parties = &ctx.ledger.dataset().parties;
        let is_there = |party: &PartyId| parties.contains_key(party);
        self.chosen.retain(is_there);
        let settings = &mut self.settings;
        settings.compare.retain(is_there);
        if !COMPARED.contains(&settings.compare.len()) {
            settings.compare.clear();
        }
        settings.cell.take_if(|(party, _)| !is_there(party));
    }

    /// The texts of the chosen cell: beside the matrix where there is room, else below it. Beside it
    /// they keep their place, so that the columns do not jump.
    fn panel_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, matrix: &Matrix) {
        let beside = ui.available_width() >= BESIDE;
        let cell = shown(matrix, self.settings.cell.as_ref());
        if cell.is_none() && !beside {
            return;
        }
        let frame = egui::Frame::new().fill(ctx.theme.surface);
        let panel = if beside {
            Panel::right("commitment-texts")
                .default_size(340.0)
                .size_range(240.0..=520.0)
                .frame(frame.inner_margin(Margin {
                    left: 12,
                    right: 0,
                    top: 0,
                    bottom: 0,
                }))
        } else {
            let most = (ui.available_height() * 0.6).max(120.0);
            Panel::bottom("commitment-texts-below")
                .default_size(196.0)
                .size_range(96.0..=most)
                .frame(frame.inner_margin(Margin {
                    left: 0,
                    right: 0,
                    top: 6,
                    bottom: 0,
                }))
        };
        let shown = panel.resizable(true).show(ui, |ui| {
            let mut leaves = texts::Panel::Stays;
            crate::ui::shell::confined_ui(ui, |ui| {
                if let Some((row, area, cell)) = cell {
                    leaves = texts::texts_ui(ui, ctx, row, area, cell);
                } else {
                    let hint = ctx.texts.get("matrix-choose-cell");
                    ui.add(egui::Label::new(ctx.theme.weak(hint)).wrap());
                }
            });
            leaves
        });
        if shown.inner == texts::Panel::Leaves {
            self.settings.cell = None;
        }
    }

    /// Does what was asked for in the matrix.
    fn follow(&mut self, ctx: &mut PaneCtx<'_>, matrix: &Matrix, asked: Asked) {
        match asked {
            Asked::Stand(Spot::Cell(party, area)) => {
                self.settings.cell = Some((party, area));
                self.grid.head = None;
                // The panel that opens may cover it.
                self.grid.reveal = true;
            }
            Asked::Stand(head) => self.grid.head = Some(head),
            Asked::Open(Spot::Party(party)) => ctx.act(Action::SelectParty(party)),
            Asked::Open(Spot::Area(area)) => {
                self.settings.order = if self.settings.order == MatrixOrder::Area(area) {
                    MatrixOrder::default()
                } else {
                    MatrixOrder::Area(area)
                };
            }
            Asked::Open(Spot::Cell(party, area)) => {
                let cell = Some((party, area));
                let first = shown(matrix, cell.as_ref());
                if let Some(id) = first.and_then(|(_, _, cell)| cell.commitments.first()) {
                    ctx.act(Action::OpenRecord(Key::new(Kind::Commitment, id), None));
                }
                self.settings.cell = cell;
                self.grid.head = None;
            }
            Asked::Choose(party) => self.choose(party),
            Asked::Close => self.settings.cell = None,
            Asked::Copy => ctx.act(Action::CopyText(told::matrix_tsv(ctx.texts, matrix))),
        }
    }

    /// Chooses a party for reading side by side, or no longer. Beyond four, the first one leaves.
    fn choose(&mut self, party: PartyId) {
        if let Some(at) = self.chosen.iter().position(|chosen| *chosen == party) {
            self.chosen.remove(at);
            return;
        }
        if self.chosen.len() == *COMPARED.end() {
            self.chosen.remove(0);
        }
        self.chosen.push(party);
    }
}

/// Why there is no matrix, and what to do.
fn empty_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, matrix: &Matrix) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    if matrix.of > 0 {
        empty::empty_ui(ui, theme, &texts.get("matrix-empty-narrowed"), "", |ui| {
            if button::button_ui(ui, theme, texts.get("matrix-show-all")).clicked() {
                ctx.act(Verb::ClearFilter);
            }
        });
    } else if let Some(day) = ctx.ledger.assumptions().cutoff.filter(|_| matrix.later > 0) {
        let date = dates::day(day, texts);
        let said = texts.with("matrix-empty-cutoff", &[("date", date.into())]);
        empty::empty_ui(ui, theme, &said, "", |_| {});
    } else {
        let said = texts.get("matrix-empty");
        let hint = texts.get("matrix-empty-hint");
        let can = ctx.desk.read_only().is_none();
        empty::empty_ui(ui, theme, &said, &hint, |ui| {
            if can && button::button_ui(ui, theme, texts.get("menu-new-party")).clicked() {
                ctx.act(Verb::NewParty);
            }
        });
    }
}

/// The row, area and cell of a choice, where they are in the matrix.
fn shown<'m>(
    matrix: &'m Matrix,
    cell: Option<&(PartyId, Area)>,
) -> Option<(&'m MatrixRow, Area, &'m MatrixCell)> {
    let (party, area) = cell?;
    let row = matrix.rows.iter().find(|row| row.party == *party)?;
    let column = matrix
        .columns
        .iter()
        .position(|column| column.area == *area)?;
    Some((row, *area, row.cells.get(column)?))
}
