//! The page of dates: what comes and what is past, on a line of time and as a table.

mod axis;
mod head;
mod lanes;
mod paint;
mod rows;
mod words;

use std::sync::Arc;

use eframe::egui::{Panel, Ui};

use crate::edit::Key;
use crate::model::PartyId;
use crate::text::Lang;
use crate::ui::links::Understood;
use crate::ui::theme::HALF;
use crate::ui::widgets::table::{Order, TableState};
use crate::ui::{Action, Linked, PaneCtx};
use crate::views::{DateFilter, DateIndex, DateKind, DateList, DateOrder, DateRow};

/// The page of dates.
#[derive(Default)]
pub struct DatesPane {
    filter: DateFilter,
    table: TableState,
    axis: axis::Axis,
}

/// What both parts of the page are about.
struct Page<'a> {
    index: &'a Arc<DateIndex>,
    list: &'a Arc<DateList>,
}

impl Page<'_> {
    /// The day in a row of the table.
    fn row(&self, row: usize) -> Option<&DateRow> {
        self.index.at(*self.list.rows.get(row)?)
    }
}

impl DatesPane {
    /// Paints it.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &mut PaneCtx<'_>) {
        // A party that is gone narrows to nothing.
        let parties = &ctx.ledger.dataset().parties;
        let gone = |party: &PartyId| !parties.contains_key(party);
        if self.filter.party.as_ref().is_some_and(gone) {
            self.filter.party = None;
        }
        self.filter.ukrainian = ctx.texts.lang() == Lang::Uk;
        let index = ctx.dates();
        let list = ctx.date_list(&self.filter);
        let page = Page {
            index: &index,
            list: &list,
        };
        self.head_ui(ui, ctx, &page);
        ui.add_space(HALF);
        if list.rows.is_empty() {
            self.empty_ui(ui, ctx, &page);
            return;
        }
        let most = (ui.available_height() * 0.6).max(120.0);
        let wanted = self.axis.height(&page, ctx).min(most);
        let share = (ui.available_height() * 0.44).min(wanted);
        Panel::top("dates-axis")
            .resizable(true)
            .default_size(share)
            .size_range(90.0..=most)
            .frame(eframe::egui::Frame::NONE)
            .show(ui, |ui| {
                crate::ui::shell::confined_ui(ui, |ui| self.axis.ui(ui, ctx, &page));
            });
        ui.add_space(HALF);
        self.table.wants_focus = ctx.page_focus;
        let walked = rows::table_ui(ui, ctx, &page, &mut self.table);
        self.follow_order();
        if walked.copy {
            ctx.act(Action::CopyText(words::copied(&page, ctx)));
        }
        if let Some(row) = walked.chosen.and_then(|row| page.row(row)) {
            if walked.followed.is_some() {
                go(ctx, row);
            } else {
                open(ctx, row);
            }
        }
    }

    /// The order that the header of the table was asked for.
    fn follow_order(&mut self) {
        let Some(Order { column, descending }) = self.table.order else {
            return;
        };
        self.filter.order = match column {
            rows::KIND => DateOrder::Kind,
            rows::PARTY => DateOrder::Party,
            rows::ARRIVED => DateOrder::Arrived,
            _ => DateOrder::Date,
        };
        self.filter.descending = descending;
    }
}

/// Shows the form of the record that a day is about, beside the page.
fn open(ctx: &mut PaneCtx<'_>, row: &DateRow) {
    if let Some(key) = Key::find(ctx.ledger.dataset(), &row.record) {
        ctx.act(Action::OpenRecord(key, None));
    }
}

/// Goes to the record on the page of its party.
fn go(ctx: &mut PaneCtx<'_>, row: &DateRow) {
    // An agreement stands at the head of its party's page.
    if matches!(row.kind, DateKind::Review | DateKind::End) {
        ctx.act(Action::SelectParty(row.party.clone()));
    } else {
        ctx.act(Action::ShowRecord(row.party.clone(), row.record.clone()));
    }
}

impl Linked for DatesPane {
    fn query(&self) -> String {
        self.filter.to_text()
    }

    fn set_query(&mut self, query: &str) -> Understood {
        let filter = DateFilter::from_text(query);
        self.table = TableState {
            order: rows::order_of(&filter),
            at: None,
            ..TableState::default()
        };
        self.filter = filter;
        Understood::All
    }
}
