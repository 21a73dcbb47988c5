//! Above the table: how many rows, the search, columns and copying; below it what the rows are
//! narrowed to, each with a way to take it back.

use eframe::egui::{self, Id, Key, Modifiers, Role, TextEdit, Ui, Vec2};

use crate::text::{dates, numbers, words};
use crate::ui::theme::{BODY, HALF, UNIT, title};
use crate::ui::widgets::{button, chip, head, popup, tell};
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{LedgerColumn, LedgerIndex, LedgerList};

use super::LedgerPane;
use super::columns::columns_ui;
use super::copy::{Headers, copied};
use super::filters;

/// How wide the search field is at most.
const FIND: f32 = 220.0;

impl LedgerPane {
    pub(super) fn head_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        index: &LedgerIndex,
        list: &LedgerList,
    ) {
        let words = title(ctx.texts.get("page-ledger"));
        let count = ctx.theme.weak(counted(ctx, index.len(), list.rows.len()));
        let left = |ui: &mut Ui| {
            ui.label(words);
            ui.add_space(HALF);
            ui.label(count);
        };
        head::head_ui(ui, left, |ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            self.copy_ui(ui, ctx, index, list);
            columns_ui(ui, ctx, &mut self.view, &mut self.widths);
            self.find_ui(ui, ctx);
        });
        ui.add_space(HALF);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(HALF, HALF);
            self.stages_ui(ui, ctx, list);
            self.listed_ui(ui, ctx);
            self.narrowed_ui(ui, ctx);
            beyond_ui(ui, ctx, index);
        });
        ui.add_space(HALF);
    }

    fn find_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let hint = ctx.texts.get("ledger-find");
        let find = &mut self.view.filter.find;
        let clear = BODY * 1.5 + 2.0 * ui.spacing().button_padding.x + HALF;
        let name = ctx.texts.get("ledger-find-clear");
        if !find.is_empty() && button::icon_ui(ui, ctx.theme, icons::CLOSE, &name).clicked() {
            find.clear();
            self.wants_find = true;
        }
        let room = if find.is_empty() { 0.0 } else { clear };
        let width = (ui.available_width() - UNIT).min(FIND - room).max(60.0);
        let field = TextEdit::singleline(find)
            .id(Id::unique("ledger-find"))
            .hint_text(format!("{}  {hint}", icons::SEARCH))
            .desired_width(width);
        let response = ui.add_sized(Vec2::new(width, 24.0), field);
        tell::typed(&response, Role::SearchInput, &hint, find);
        if std::mem::take(&mut self.wants_find) {
            response.request_focus();
        }
        // Down or Enter leaves the field for the table.
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
            || response.has_focus()
                && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowDown));
        if entered {
            self.grid.wants_focus = true;
        }
    }

    fn copy_ui(&self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, index: &LedgerIndex, list: &LedgerList) {
        let texts = ctx.texts;
        let opener = chip::menu_chip_ui(ui, ctx.theme, &texts.get("ledger-copy"), false);
        let opener = opener.on_hover_text(texts.get("ledger-copy-tip"));
        popup::under(&opener).show(|ui| {
            ui.set_width(200.0);
            for (id, headers) in [
                (texts.get("ledger-copy-with"), Headers::With),
                (texts.get("ledger-copy-without"), Headers::Without),
            ] {
                if ui.button(id).clicked() {
                    self.copy(ctx, index, list, headers);
                    ui.close();
                }
            }
        });
    }

    /// Copies the chosen rows, or all that are shown.
    pub(super) fn copy(
        &self,
        ctx: &mut PaneCtx<'_>,
        index: &LedgerIndex,
        list: &LedgerList,
        headers: Headers,
    ) {
        let chosen = self.choice.in_order();
        let rows = if chosen.is_empty() {
            &list.rows
        } else {
            &chosen
        };
        let text = copied(index, rows, &self.view.columns, headers, ctx.texts);
        ctx.act(Action::CopyText(text));
    }

    /// Stages stand at hand: a sum needs one of them (R1).
    fn stages_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, list: &LedgerList) {
        let chosen = &mut self.view.filter.stages;
        for stage in crate::model::Stage::ALL {
            let count = list.counts.stages.get(stage).copied().unwrap_or_default();
            let is_chosen = chosen.contains(stage);
            if count == 0 && !is_chosen {
                continue;
            }
            let count = numbers::count(count as u64, ctx.texts);
            let text = format!("{} {count}", words::stage(*stage, ctx.texts));
            if chip::chip_ui(ui, ctx.theme, &text, is_chosen).clicked() && !chosen.remove(stage) {
                chosen.insert(*stage);
            }
        }
    }

    /// Whether the table keeps to the parties that the country list shows.
    fn listed_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let all = ctx.ledger.dataset().parties.len();
        let listed = ctx.listed.map_or(all, |listed| listed.len());
        let args = [("count", listed.to_string().into())];
        let text = ctx.texts.with("ledger-listed", &args);
        let filter = &mut self.view.filter;
        let response = chip::chip_ui(ui, ctx.theme, &text, filter.listed);
        if response
            .on_hover_text(ctx.texts.get("ledger-listed-tip"))
            .clicked()
        {
            filter.listed = !filter.listed;
        }
    }

    /// What else the rows are narrowed to.
    fn narrowed_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>) {
        let filter = &mut self.view.filter;
        let columns = LedgerColumn::ALL.iter().copied();
        let columns = columns.filter(|column| *column != LedgerColumn::Stage);
        let narrowing: Vec<LedgerColumn> = columns.filter(|c| filter.narrows(*c)).collect();
        for column in narrowing {
            let told = filters::told(filter, column, ctx);
            let shown = format!("{told} {}", icons::CLOSE);
            let response = chip::chip_ui(ui, ctx.theme, &shown, true);
            let args = [("what", told.as_str().into())];
            let name = ctx.texts.with("ledger-widen", &args);
            if button::named(response, &name).clicked() {
                filter.widen(column);
            }
        }
        if filter.is_narrowed()
            && button::small_link_ui(ui, ctx.texts.get("ledger-show-all")).clicked()
        {
            *filter = crate::views::LedgerFilter::default();
        }
    }
}

/// `48 of 336 entries`.
fn counted(ctx: &PaneCtx<'_>, all: usize, shown: usize) -> String {
    let texts = ctx.texts;
    let number = |count: usize| numbers::count(count as u64, texts);
    if all == shown {
        let args = [("count", all.into()), ("shown", number(all).into())];
        return texts.with("ledger-count", &args);
    }
    let args = [
        ("count", all.into()),
        ("all", number(all).into()),
        ("shown", number(shown).into()),
    ];
    texts.with("ledger-count-of", &args)
}

/// How many entries the cut-off hides (R11).
fn beyond_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, index: &LedgerIndex) {
    let beyond = index.beyond_cutoff();
    let Some(day) = ctx.ledger.assumptions().cutoff.filter(|_| beyond > 0) else {
        return;
    };
    let texts = ctx.texts;
    let args = [
        ("count", beyond.into()),
        ("shown", numbers::count(beyond as u64, texts).into()),
        ("date", dates::day(day, texts).into()),
    ];
    let label = ui.label(ctx.theme.small(texts.with("ledger-beyond", &args)));
    label.on_hover_text(texts.get("ledger-beyond-tip"));
}
