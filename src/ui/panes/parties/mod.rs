//! The country list: search, properties to narrow by, order, and rows with a small bar of the
//! chosen measure. By keyboard: arrows, Home, End, Page Up, Page Down, and the first letters.

mod facets;
mod keys;
mod measures;
mod rows;

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Sense, TextEdit, Ui, Vec2};

use crate::model::{PartyId, Stage};
use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::theme::{BODY, HALF, UNIT};
use crate::ui::widgets::button;
use crate::ui::widgets::tell;
use crate::ui::{PaneCtx, icons};
use crate::views::{Measure, PartyFilter, PartyList};

/// The country list.
#[derive(Debug)]
pub struct PartiesPane {
    /// What it is narrowed to and how it is ordered.
    pub filter: PartyFilter,
    /// What its bars show.
    pub measure: Measure,
    typed: keys::Typed,
    wants: Wants,
}

/// What the list is to do when it is painted next.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Wants {
    #[default]
    Nothing,
    SearchFocus,
    SelectionInView,
}

impl Default for PartiesPane {
    fn default() -> Self {
        Self {
            filter: PartyFilter::default(),
            measure: Measure {
                stage: Stage::Pledged,
                aid_type: None,
            },
            typed: keys::Typed::default(),
            wants: Wants::default(),
        }
    }
}

impl PartiesPane {
    /// Puts the cursor into the search field when it is painted next.
    pub fn focus_search(&mut self) {
        self.wants = Wants::SearchFocus;
    }

    /// Brings the chosen row into view when it is painted next.
    pub fn reveal_selection(&mut self) {
        self.wants = Wants::SelectionInView;
    }

    /// Whether anything but the order narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.filter.search.trim().is_empty() || !self.filter.facets.is_empty()
    }

    /// Shows every party again.
    pub fn clear(&mut self) {
        self.filter.search.clear();
        self.filter.facets.clear();
    }

    /// The list as narrowed and ordered now.
    pub fn list(&mut self, ctx: &mut PaneCtx<'_>) -> Arc<PartyList> {
        self.filter.ukrainian = ctx.texts.lang() == Lang::Uk;
        ctx.parties(self.measure, &self.filter)
    }

    /// The party so many rows below (or above) another one in the list; its ends hold.
    pub fn neighbour(
        &mut self,
        ctx: &mut PaneCtx<'_>,
        of: Option<&PartyId>,
        step: isize,
    ) -> Option<PartyId> {
        let list = self.list(ctx);
        let end = list.rows.len().checked_sub(1)?;
        let index = match list.rows.iter().position(|row| Some(&row.id) == of) {
            Some(index) => index.saturating_add_signed(step).min(end),
            None if step < 0 => end,
            None => 0,
        };
        Some(list.rows[index].id.clone())
    }

    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        self.search_ui(ui, ctx);
        let list = self.list(ctx);
        facets::facets_ui(ui, ctx, &list, &mut self.filter);
        ui.add_space(HALF);
        measures::header_ui(ui, ctx, &mut self.measure, &mut self.filter.sort);
        // What was clicked above may have changed the list.
        let list = self.list(ctx);
        if list.rows.is_empty() {
            self.empty_ui(ui, ctx, &list);
        } else {
            self.rows_ui(ui, ctx, &list);
        }
    }

    fn search_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        let hint = ctx.texts.get("list-search");
        let id = ui.make_persistent_id("search");
        let mut entered = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = HALF;
            // Room for the button that clears: one sign and its padding. Too little would widen the
            // pane in each frame.
            let clear = if self.filter.search.is_empty() {
                0.0
            } else {
                BODY * 1.5 + 2.0 * ui.spacing().button_padding.x + HALF
            };
            let width = ui.available_width() - clear;
            let field = TextEdit::singleline(&mut self.filter.search)
                .id(id)
                .hint_text(format!("{}  {hint}", icons::SEARCH))
                .desired_width(width);
            let response = ui.add_sized(Vec2::new(width, 26.0), field);
            tell::typed(
                &response,
                egui::Role::SearchInput,
                &hint,
                &self.filter.search,
            );
            if self.wants == Wants::SearchFocus {
                response.request_focus();
                self.wants = Wants::Nothing;
            }
            // Down or Enter leaves the field for the list.
            entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter))
                || response.has_focus()
                    && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowDown));
            let name = ctx.texts.get("list-clear-search");
            if clear > 0.0 && button::icon_ui(ui, ctx.theme, icons::CLOSE, &name).clicked() {
                self.filter.search.clear();
                response.request_focus();
            }
        });
        if entered && let Some(first) = self.list(ctx).rows.first() {
            let id = first.id.clone();
            ctx.act(Action::SelectParty(id));
            ui.memory_mut(|memory| memory.request_focus(rows::list_id()));
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, list: &PartyList) {
        let chosen = ctx.place.party.clone();
        let here = list
            .rows
            .iter()
            .position(|row| Some(&row.id) == chosen.as_ref());
        let page = rows::rows_in(ui.available_height());
        let focused = ui.memory(|memory| memory.has_focus(rows::list_id()));
        let mut reveal = self.wants == Wants::SelectionInView;
        self.wants = Wants::Nothing;
        let mut target = None;
        if focused {
            let names: Vec<&str> = list.rows.iter().map(|row| ctx.name(&row.name)).collect();
            target = self.typed.target(ui, here, page, &names);
        }
        if let Some(row) = target.and_then(|index| list.rows.get(index)) {
            ctx.act(Action::SelectParty(row.id.clone()));
            reveal = true;
        }
        rows::rows_ui(
            ui,
            ctx,
            list,
            self.measure.aid_type,
            target.or(here),
            reveal,
        );
    }

    fn empty_ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>, list: &PartyList) {
        ui.add_space(UNIT * 3.0);
        let text = if list.of == 0 {
            ctx.texts.get("list-no-parties")
        } else if self.filter.search.trim().is_empty() {
            ctx.texts.get("list-nothing-has-all")
        } else {
            ctx.texts.with(
                "list-nothing-matches",
                &[("search", self.filter.search.trim().into())],
            )
        };
        ui.vertical_centered(|ui| {
            ui.label(ctx.theme.weak(text));
            if self.is_narrowed() {
                ui.add_space(UNIT);
                let clear = ctx.texts.get("list-show-all");
                if button::button_ui(ui, ctx.theme, clear).clicked() {
                    self.clear();
                }
            }
        });
        ui.allocate_rect(ui.available_rect_before_wrap(), Sense::empty());
    }
}
