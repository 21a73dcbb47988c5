//! The columns of the page: titles, usual widths, and the popup that shows, hides, moves and
//! freezes them.

use std::collections::BTreeMap;

use eframe::egui::{self, Align, Layout, PopupCloseBehavior, ScrollArea, Ui};
use serde::{Deserialize, Serialize};

use crate::model::Currency;
use crate::text::Texts;
use crate::ui::theme::{HALF, UNIT};
use crate::ui::widgets::grid::{GridColumn, NARROWEST, WIDEST};
use crate::ui::widgets::{button, chip, popup};
use crate::ui::{PaneCtx, icons};
use crate::views::{LedgerColumn, LedgerView};

/// What is remembered of the columns between runs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct LedgerLayout {
    /// The columns shown, in order.
    pub columns: Vec<LedgerColumn>,
    /// How many of them stay while the others move.
    pub frozen: usize,
    /// How wide those are that were made wider or narrower, in points.
    pub widths: BTreeMap<LedgerColumn, f32>,
}

impl Default for LedgerLayout {
    fn default() -> Self {
        let LedgerView {
            columns, frozen, ..
        } = LedgerView::default();
        Self {
            columns,
            frozen,
            widths: BTreeMap::new(),
        }
    }
}

impl LedgerLayout {
    /// The same with each column once, at least one, and widths that can be seen.
    #[must_use]
    pub fn sound(&self) -> Self {
        let mut columns: Vec<LedgerColumn> = Vec::new();
        for column in &self.columns {
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        if columns.is_empty() {
            columns = LedgerColumn::ALL.to_vec();
        }
        let widths = self.widths.iter().filter(|(_, width)| width.is_finite());
        Self {
            frozen: self.frozen.min(columns.len()),
            columns,
            widths: widths
                .map(|(column, width)| (*column, width.clamp(NARROWEST, WIDEST)))
                .collect(),
        }
    }
}

/// The id of a column's title.
fn title_id(column: LedgerColumn) -> &'static str {
    match column {
        LedgerColumn::Party => "ledger-column-party",
        LedgerColumn::Id => "ledger-column-id",
        LedgerColumn::Announced => "ledger-column-announced",
        LedgerColumn::Amount => "ledger-column-amount",
        LedgerColumn::Stage => "ledger-column-stage",
        LedgerColumn::Type => "ledger-column-type",
        LedgerColumn::Summary => "ledger-column-summary",
        LedgerColumn::Record => "ledger-column-record",
        LedgerColumn::Original => "ledger-column-original",
        LedgerColumn::Instrument => "ledger-column-instrument",
        LedgerColumn::Verb => "ledger-column-verb",
        LedgerColumn::Period => "ledger-column-period",
        LedgerColumn::PartOf => "ledger-column-part-of",
        LedgerColumn::CountedIn => "ledger-column-counted-in",
        LedgerColumn::Fulfils => "ledger-column-fulfils",
        LedgerColumn::Source => "ledger-column-source",
    }
}

/// A column's title.
pub(super) fn title(column: LedgerColumn, texts: Texts) -> String {
    texts.get(title_id(column))
}

/// The same with the currency, where it is one of sums in the shown one.
pub(super) fn title_with_unit(column: LedgerColumn, unit: Currency, texts: Texts) -> String {
    let title = title(column, texts);
    match column {
        LedgerColumn::Amount => format!("{title}, {unit}"),
        _ => title,
    }
}

/// How wide a column is where nobody made it wider or narrower, in points.
pub(super) fn usual_width(column: LedgerColumn) -> f32 {
    match column {
        LedgerColumn::Id => 76.0,
        LedgerColumn::PartOf | LedgerColumn::CountedIn => 96.0,
        LedgerColumn::Stage => 100.0,
        LedgerColumn::Type | LedgerColumn::Announced => 112.0,
        LedgerColumn::Original | LedgerColumn::Fulfils => 124.0,
        LedgerColumn::Party | LedgerColumn::Instrument => 140.0,
        LedgerColumn::Amount | LedgerColumn::Period => 156.0,
        LedgerColumn::Verb | LedgerColumn::Record => 200.0,
        LedgerColumn::Source => 260.0,
        LedgerColumn::Summary => 300.0,
    }
}

/// Where a column's texts stand.
fn align(column: LedgerColumn) -> Align {
    match column {
        LedgerColumn::Amount | LedgerColumn::Original => Align::Max,
        _ => Align::Min,
    }
}

/// The columns shown, as the table takes them.
pub(super) fn shown(
    view: &LedgerView,
    widths: &BTreeMap<LedgerColumn, f32>,
    ctx: &PaneCtx<'_>,
) -> Vec<GridColumn> {
    let unit = ctx.ledger.assumptions().currency;
    let of = |column: &LedgerColumn| {
        let name = title(*column, ctx.texts);
        GridColumn {
            title: title_with_unit(*column, unit, ctx.texts),
            width: widths
                .get(column)
                .copied()
                .unwrap_or_else(|| usual_width(*column)),
            align: align(*column),
            sorted: view.rank(*column),
            narrows: view.filter.narrows(*column),
            narrow_name: ctx.texts.with("ledger-narrow", &[("column", name.into())]),
        }
    };
    view.columns.iter().map(of).collect()
}

/// How much one step makes a column wider.
const STEP: f32 = 24.0;

/// The chip that opens the columns, and what it opens.
pub(super) fn columns_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    view: &mut LedgerView,
    widths: &mut BTreeMap<LedgerColumn, f32>,
) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let usual = LedgerLayout::default();
    let changed =
        view.columns != usual.columns || view.frozen != usual.frozen || !widths.is_empty();
    let opener = chip::menu_chip_ui(ui, theme, &texts.get("ledger-columns"), false);
    let opener = opener.on_hover_text(texts.get("ledger-columns-tip"));
    popup::under(&opener)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(320.0);
            frozen_ui(ui, ctx, view);
            ui.separator();
            ScrollArea::vertical().max_height(460.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let hidden = LedgerColumn::ALL.iter().copied();
                let hidden = hidden.filter(|column| !view.columns.contains(column));
                let all: Vec<LedgerColumn> = view.columns.iter().copied().chain(hidden).collect();
                for column in all {
                    column_ui(ui, ctx, column, view, widths);
                }
            });
            ui.separator();
            ui.add_enabled_ui(changed, |ui| {
                if button::link_ui(ui, texts.get("ledger-columns-usual")).clicked() {
                    (view.columns, view.frozen) = (usual.columns.clone(), usual.frozen);
                    widths.clear();
                }
            });
        });
}

/// How many columns stay while the others move.
fn frozen_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, view: &mut LedgerView) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    ui.horizontal(|ui| {
        ui.label(texts.with(
            "ledger-frozen",
            &[("count", view.frozen.to_string().into())],
        ));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let more = texts.get("ledger-frozen-more");
            ui.add_enabled_ui(view.frozen < view.columns.len(), |ui| {
                if button::icon_ui(ui, theme, icons::ADD, &more).clicked() {
                    view.frozen += 1;
                }
            });
            let fewer = texts.get("ledger-frozen-fewer");
            ui.add_enabled_ui(view.frozen > 0, |ui| {
                if button::icon_ui(ui, theme, icons::REMOVE, &fewer).clicked() {
                    view.frozen -= 1;
                }
            });
        });
    });
}

fn column_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    column: LedgerColumn,
    view: &mut LedgerView,
    widths: &mut BTreeMap<LedgerColumn, f32>,
) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let name = title(column, texts);
    let mut is_shown = view.columns.contains(&column);
    let only = is_shown && view.columns.len() == 1;
    ui.push_id(column.key(), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            ui.add_enabled_ui(!only, |ui| {
                if ui.checkbox(&mut is_shown, &name).changed() {
                    view.toggle(column);
                }
            });
            if !view.columns.contains(&column) {
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.spacing_mut().button_padding = egui::vec2(HALF, 2.0);
                ui.add_space(UNIT);
                let named = |id: &str| texts.with(id, &[("column", name.as_str().into())]);
                let icon = |ui: &mut Ui, icon: &str, name: String| {
                    button::icon_ui(ui, theme, icon, &name).clicked()
                };
                let width = widths.get(&column).copied();
                let width = width.unwrap_or_else(|| usual_width(column));
                if icon(ui, icons::ADD, named("ledger-column-wider")) {
                    widths.insert(column, (width + STEP).min(WIDEST));
                }
                if icon(ui, icons::REMOVE, named("ledger-column-narrower")) {
                    widths.insert(column, (width - STEP).max(NARROWEST));
                }
                ui.add_space(UNIT);
                if icon(ui, icons::CARET_DOWN, named("ledger-column-down")) {
                    view.shift(column, 1);
                }
                if icon(ui, icons::UP, named("ledger-column-up")) {
                    view.shift(column, -1);
                }
            });
        });
    });
}
