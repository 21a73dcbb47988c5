//! The page of aid: every entry in one table, narrowed, ordered, chosen, summed, copied.

mod cells;
mod choose;
mod columns;
mod copy;
mod filters;
mod foot;
mod head;

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Popup, Rect, Ui, UiBuilder};

use crate::edit::{Key, Kind};
use crate::model::MoneyId;
use crate::ui::theme::ROW;
use crate::ui::widgets::grid::{Cell, Grid, GridAsked, GridState, Reach};
use crate::ui::widgets::{button, empty};
use crate::ui::{Action, PaneCtx, Verb};
use crate::views::{
    LedgerColumn, LedgerFilter, LedgerIndex, LedgerList, LedgerRequest, LedgerView,
};

pub use columns::LedgerLayout;
use copy::Headers;

/// The page of aid: every entry in one table.
#[derive(Default)]
pub struct LedgerPane {
    /// How it is looked at.
    pub view: LedgerView,
    widths: BTreeMap<LedgerColumn, f32>,
    grid: GridState,
    choice: choose::Choice,
    cells: cells::Cells,
    typed: filters::Typed,
    wants_find: bool,
    /// The column whose filter is to be opened.
    wants_filter: Option<usize>,
}

impl LedgerPane {
    /// Takes the columns as they were when the program ended.
    pub fn lay_out(&mut self, layout: &LedgerLayout) {
        let LedgerLayout {
            columns,
            frozen,
            widths,
        } = layout.sound();
        (self.view.columns, self.view.frozen) = (columns, frozen);
        self.widths = widths;
    }

    /// The columns as they are now.
    pub fn layout(&self) -> LedgerLayout {
        LedgerLayout {
            columns: self.view.columns.clone(),
            frozen: self.view.frozen,
            widths: self.widths.clone(),
        }
    }

    /// Puts the cursor into the search field when it is painted next.
    pub fn focus_search(&mut self) {
        self.wants_find = true;
    }

    fn request(&self, ctx: &PaneCtx<'_>) -> LedgerRequest {
        let LedgerView { filter, sort, .. } = &self.view;
        LedgerRequest {
            filter: filter.clone(),
            sort: sort.clone(),
            lang: ctx.texts.lang(),
            listed: ctx.listed.filter(|_| filter.listed).map(Arc::clone),
        }
    }

    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        ctx.desk.focused_row = None;
        let index = Arc::clone(ctx.ledger_index());
        self.view.frozen = self.view.frozen.min(self.view.columns.len());
        let list = ctx.ledger_list(&self.request(ctx));
        self.choice.follow(&index, &list);
        self.head_ui(ui, ctx, &index, &list);
        // What was asked for above may have changed the rows.
        let list = ctx.ledger_list(&self.request(ctx));
        self.choice.follow(&index, &list);
        self.cells.follow(&index, ctx);
        if index.is_empty() {
            empty_ui(ui, ctx, &index);
            return;
        }
        let room = ui.available_rect_before_wrap();
        let foot = (room.bottom() - foot::FOOT).max(room.top());
        let (above, below) = room.split_top_bottom_at_y(foot);
        self.table_ui(ui, ctx, &index, &list, above);
        let chosen = self.choice.sum();
        foot::foot_ui(ui, ctx, below, &list.sum, chosen.as_ref());
    }

    fn table_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut PaneCtx<'_>,
        index: &Arc<LedgerIndex>,
        list: &LedgerList,
        room: Rect,
    ) {
        self.grid.wants_focus |= ctx.page_focus;
        let columns = columns::shown(&self.view, &self.widths, ctx);
        let name = ctx.texts.get("page-ledger");
        let grid = Grid {
            name: &name,
            columns: &columns,
            frozen: self.view.frozen,
            rows: list.rows.len(),
            theme: ctx.theme,
            holds_escape: !self.choice.is_empty(),
        };
        let (cells, choice, shown) = (&mut self.cells, &self.choice, &self.view.columns);
        let place = |row: usize| list.rows.get(row).copied();
        let (texts, theme) = (ctx.texts, ctx.theme);
        let mut inner = ui.new_child(UiBuilder::new().id_salt("table").max_rect(room));
        let asked = grid.ui(
            &mut inner,
            &mut self.grid,
            |row| place(row).is_some_and(|place| choice.is_chosen(place)),
            |row, column| match place(row).zip(shown.get(column)) {
                Some((place, column)) => cells.cell(place, *column, texts, theme),
                None => Cell::default(),
            },
        );
        if list.rows.is_empty() {
            self.none_ui(ui, ctx, room);
        }
        self.answer(ui, ctx, index, list, &asked);
    }

    /// Does what was asked for in the table.
    fn answer(
        &mut self,
        ui: &Ui,
        ctx: &mut PaneCtx<'_>,
        index: &Arc<LedgerIndex>,
        list: &LedgerList,
        asked: &GridAsked,
    ) {
        let column = |at: usize, view: &LedgerView| view.columns.get(at).copied();
        if let Some((at, also)) = asked.sort
            && let Some(column) = column(at, &self.view)
        {
            self.sort(column, also);
            ui.ctx().request_repaint();
        }
        if let Some((at, width)) = asked.width
            && let Some(column) = column(at, &self.view)
        {
            match width {
                Some(width) => self.widths.insert(column, width),
                None => self.widths.remove(&column),
            };
        }
        let before = self.view.filter.clone();
        for (at, opener) in &asked.openers {
            if self.wants_filter.take_if(|wanted| wanted == at).is_some() {
                Popup::open_id(ui.ctx(), Popup::default_response_id(opener));
            }
            if let Some(column) = column(*at, &self.view) {
                let filter = &mut self.view.filter;
                filters::filter_ui(opener, ctx, column, filter, &list.counts, &mut self.typed);
            }
        }
        if before != self.view.filter {
            ui.ctx().request_repaint();
        }
        if let Some(click) = asked.click {
            let place = list.rows.get(click.row).copied();
            let shown = column(click.column, &self.view);
            match place.zip(shown) {
                Some((place, column)) if click.on_text && click.modifiers.is_none() => {
                    follow(ctx, index, place, column);
                }
                Some((place, _)) if click.twice => open(ctx, index, place),
                _ => self.choice.click(click.row, click.modifiers),
            }
        }
        self.keys(ctx, index, list, asked);
    }

    fn sort(&mut self, column: LedgerColumn, also: bool) {
        if also {
            self.view.sort_by_also(column);
        } else {
            self.view.sort_by(column);
        }
    }

    /// What the keys do while the table has the focus.
    fn keys(
        &mut self,
        ctx: &mut PaneCtx<'_>,
        index: &Arc<LedgerIndex>,
        list: &LedgerList,
        asked: &GridAsked,
    ) {
        let keys = asked.keys;
        if !keys.focused {
            return;
        }
        let Some(row) = self.grid.at.filter(|row| *row < list.rows.len()) else {
            return;
        };
        if keys.all {
            self.choice.all();
        }
        if keys.none {
            self.choice.clear();
        }
        if keys.toggle {
            self.choice.toggle(row);
        }
        match keys.moved {
            Some(Reach::Range) => self.choice.range(row, false),
            Some(Reach::Row) if self.choice.is_empty() => self.choice.stand(Some(row)),
            Some(Reach::Row) | None => {}
        }
        if keys.copy {
            self.copy(ctx, index, list, Headers::With);
        }
        let column = self.view.columns.get(self.grid.column).copied();
        if let Some((also, column)) = keys.sort.zip(column) {
            self.sort(column, also);
        }
        if keys.narrow {
            self.wants_filter = Some(self.grid.column);
        }
        let Some(place) = list.rows.get(row).copied() else {
            return;
        };
        ctx.desk.focused_row = index.row(place).map(|row| Key::new(Kind::Aid, &row.id));
        if keys.open {
            open(ctx, index, place);
        }
        if let Some(column) = column.filter(|_| keys.follow) {
            follow(ctx, index, place, column);
        }
    }

    /// No row has all that is asked for.
    fn none_ui(&mut self, ui: &mut Ui, ctx: &PaneCtx<'_>, room: Rect) {
        let mut inner = ui.new_child(UiBuilder::new().id_salt("none").max_rect(room));
        // Below the heads of the columns, which stay.
        inner.add_space(ROW);
        let said = ctx.texts.get("ledger-none-here");
        empty::empty_ui(&mut inner, ctx.theme, &said, "", |ui| {
            let show = ctx.texts.get("ledger-none-show-all");
            if button::button_ui(ui, ctx.theme, show).clicked() {
                self.view.filter = LedgerFilter::default();
            }
        });
    }
}

/// There is no entry at all.
fn empty_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, index: &LedgerIndex) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    if index.beyond_cutoff() > 0 {
        empty::empty_ui(ui, theme, &texts.get("ledger-empty-beyond"), "", |_| {});
        return;
    }
    let said = texts.get("ledger-empty");
    let hint = texts.get("ledger-empty-hint");
    let can = ctx.desk.read_only().is_none();
    empty::empty_ui(ui, theme, &said, &hint, |ui| {
        if can {
            for verb in [Verb::NewAid, Verb::PasteRows] {
                if button::button_ui(ui, theme, texts.get(verb.text_id())).clicked() {
                    ctx.act(verb);
                }
            }
        }
    });
}

/// Shows the form of an entry.
fn open(ctx: &mut PaneCtx<'_>, index: &LedgerIndex, place: usize) {
    if let Some(row) = index.row(place) {
        ctx.act(Action::OpenRecord(Key::new(Kind::Aid, &row.id), None));
    }
}

/// Shows what a cell leads to: the party's page, the tree under the amount, the record that is
/// named; from other cells the entry itself.
fn follow(ctx: &mut PaneCtx<'_>, index: &LedgerIndex, place: usize, column: LedgerColumn) {
    let Some(entry) = index.entry(place) else {
        return;
    };
    let target: Option<Key> = match column {
        LedgerColumn::Party => {
            ctx.act(Action::SelectParty(entry.party.clone()));
            return;
        }
        LedgerColumn::Amount => {
            let total = index.ledger().record(&MoneyId::from(&entry.id));
            if let Some(total) = total {
                ctx.explain(total.derivation());
            }
            return;
        }
        LedgerColumn::PartOf => entry.part_of.as_ref().map(|id| money_key(index, id)),
        LedgerColumn::CountedIn => entry.counted_in.as_ref().map(|id| money_key(index, id)),
        LedgerColumn::Fulfils => {
            let first = entry.fulfils.first();
            first.map(|first| Key::new(Kind::Commitment, &first.commitment))
        }
        LedgerColumn::Source => {
            let source = entry.figure.cite.source.as_ref();
            source.map(|source| Key::new(Kind::Source, source))
        }
        _ => None,
    };
    match target {
        Some(key) => ctx.act(Action::OpenRecord(key, None)),
        None => open(ctx, index, place),
    }
}

/// A commitment or an aid entry.
fn money_key(index: &LedgerIndex, id: &MoneyId) -> Key {
    let is_commitment = index
        .ledger()
        .dataset()
        .commitments
        .contains_key(id.as_str());
    let kind = if is_commitment {
        Kind::Commitment
    } else {
        Kind::Aid
    };
    Key::new(kind, id)
}
