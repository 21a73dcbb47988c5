//! The rows of the list: id, name, bar of the measure, fulfilment, problem mark.

use eframe::egui::{
    self, Align, Align2, Color32, EventFilter, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, pos2, vec2,
};
use rust_decimal::Decimal;

use crate::model::AidType;
use crate::text::numbers;
use crate::ui::action::Action;
use crate::ui::problems::ProblemAsk;
use crate::ui::theme::{HALF, ROW, UNIT, body_font, small_font, strong_font};
use crate::ui::widgets::bar;
use crate::ui::{Page, PaneCtx, icons, words};
use crate::views::{PartyList, PartyRow};

/// The list as one stop of the Tab key.
pub(super) fn list_id() -> Id {
    Id::unique("parties-list")
}

/// How many rows fit into a height.
pub(super) fn rows_in(height: f32) -> usize {
    // Heights of windows are small and positive.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window's height is a small positive number"
    )]
    let rows = (height / ROW).floor().max(1.0) as usize;
    rows
}

/// Room for the id of a party.
const ID: f32 = 28.0;
/// Room for a share with its signs, and for the mark of problems.
const PERCENT: f32 = 72.0;
/// A bar has so much room at least.
const LEAST_BAR: f32 = 36.0;

/// Where the columns of a row begin.
pub(super) struct Columns {
    pub(super) id: f32,
    pub(super) name: f32,
    pub(super) bar: f32,
    pub(super) percent: f32,
    pub(super) end: f32,
    /// Where a row ends.
    pub(super) right: f32,
}

impl Columns {
    /// The columns of the list in an area, beside its scroll bar. They hold for the heads and for
    /// all rows, whether or not the bar is there. Names have room first, as the bars can be read at
    /// any length.
    pub(super) fn of(ui: &Ui, ctx: &PaneCtx<'_>, area: Rect) -> Self {
        let right = area.right() - ui.spacing().scroll.allocated_width();
        let end = right - HALF;
        let percent = end - PERCENT;
        let name = area.left() + ID;
        let room = percent - name;
        let names = ctx.ledger.dataset().parties.values();
        let names = names.map(|party| {
            let name = ctx.name(&party.name).to_owned();
            // What is chosen is set in semibold.
            let galley = ui
                .painter()
                .layout_no_wrap(name, strong_font(), ctx.theme.text);
            galley.size().x.ceil() + UNIT
        });
        let wanted = names.fold(room * 0.5, f32::max);
        Self {
            id: area.left() + HALF,
            name,
            bar: name + wanted.min((room - LEAST_BAR).max(room * 0.5)),
            percent,
            end,
            right,
        }
    }
}

/// Paints the rows that are in view.
pub(super) fn rows_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    list: &PartyList,
    aid_type: Option<AidType>,
    chosen: Option<usize>,
    reveal: bool,
) {
    let area = ui.available_rect_before_wrap();
    let columns = Columns::of(ui, ctx, area);
    let full = list
        .rows
        .iter()
        .map(|row| bar::reach(row.measure.bounds()))
        .max()
        .unwrap_or(Decimal::ZERO);
    let look = Look {
        full,
        color: ctx.theme.aid_or_all(aid_type),
        focused: list_focus_ui(ui, ctx, area),
        columns,
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    let builder = UiBuilder::new().accessibility_parent(list_id());
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical()
            .auto_shrink([false, false])
            .show_viewport(ui, |ui, viewport| {
                let top = ui.max_rect().top();
                let height = ROW * rows_f32(list.rows.len());
                ui.set_height(height);
                let left = ui.max_rect().left();
                let width = look.columns.right - left;
                let row_rect = |index: usize| {
                    let top_left = pos2(left, top + ROW * rows_f32(index));
                    Rect::from_min_size(top_left, vec2(width, ROW))
                };
                if reveal && let Some(index) = chosen {
                    ui.scroll_to_rect_animation(
                        row_rect(index),
                        None::<Align>,
                        egui::style::ScrollAnimation::none(),
                    );
                }
                let first = rows_in((viewport.min.y + 1.0).max(1.0)).saturating_sub(1);
                let end = (rows_in(viewport.max.y) + 1).min(list.rows.len());
                for (index, row) in list.rows.iter().enumerate().take(end).skip(first) {
                    let is_chosen = chosen == Some(index);
                    row_ui(ui, ctx, row, row_rect(index), is_chosen, &look);
                }
            });
    });
}

/// What all rows share.
struct Look {
    /// The number that the whole width of a bar stands for.
    full: Decimal,
    /// The colour of the bars.
    color: Color32,
    /// Whether the list has the focus.
    focused: bool,
    /// Where everything stands.
    columns: Columns,
}

fn rows_f32(rows: usize) -> f32 {
    f32::from(u16::try_from(rows).unwrap_or(u16::MAX))
}

/// The list itself: takes the focus, and with it the arrow keys.
fn list_focus_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, area: Rect) -> bool {
    let id = list_id();
    let response = ui.interact(area, id, Sense::empty() | Sense::FOCUSABLE);
    let name = ctx.texts.get("list-name");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListBox, true, &name));
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| {
        // On the page of one party the list leads.
        if ctx.page_focus && ctx.place.page == Page::Party {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
        memory.has_focus(id)
    })
}

/// The mark at the end of a row: leads to the party's problems.
fn problems_ui(ui: &Ui, ctx: &mut PaneCtx<'_>, row: &PartyRow, rect: Rect, id: Id) {
    let mark = rect.with_min_x(rect.right() - 26.0);
    let response = ui.interact(mark, id.with("problems"), Sense::CLICK);
    let count = words::problems(ctx.texts, row.problems);
    let name = format!("{}: {count}", ctx.name(&row.name));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    let response =
        response.on_hover_text(format!("{count} · {}", ctx.texts.get("list-problems-tip")));
    if response.clicked() {
        ctx.act(ProblemAsk::List(Some(row.id.clone())));
    }
}

fn row_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    row: &PartyRow,
    rect: Rect,
    is_chosen: bool,
    look: &Look,
) {
    let id = list_id().with(&row.id);
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| {
        let label = words::party_row(ctx.texts, row);
        egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, label)
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(is_chosen));
    if response.clicked() {
        ctx.act(Action::SelectParty(row.id.clone()));
        ui.memory_mut(|memory| memory.request_focus(list_id()));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    if row.problems > 0 {
        problems_ui(ui, ctx, row, rect, id);
    }
    let theme = ctx.theme;
    let painter = ui.painter();
    let ground = rect.shrink2(vec2(0.0, 0.5));
    if is_chosen {
        painter.rect_filled(ground, 4, theme.chosen);
        if look.focused {
            let ring = Stroke::new(1.5, theme.accent);
            painter.rect_stroke(ground, 4, ring, StrokeKind::Inside);
        }
    } else if response.hovered() {
        painter.rect_filled(ground, 4, theme.hover);
    }
    let columns = &look.columns;
    let middle = rect.center().y;
    let text = |x: f32, align: Align2, text: &str, font, color| {
        painter.text(pos2(x, middle), align, text, font, color)
    };
    text(
        columns.id,
        Align2::LEFT_CENTER,
        row.id.as_str(),
        small_font(),
        theme.text_weak,
    );
    let font = if is_chosen {
        strong_font()
    } else {
        body_font()
    };
    let name = words::fitting(
        ui,
        ctx.name(&row.name),
        &font,
        columns.bar - columns.name - HALF,
    );
    text(columns.name, Align2::LEFT_CENTER, &name, font, theme.text);
    let bar = Rect::from_min_max(
        pos2(columns.bar, middle - 4.0),
        pos2(columns.percent - HALF, middle + 4.0),
    );
    let bounds = row.measure.bounds();
    if !bounds.has_number() {
        // Nothing recorded, or no sum named: a mark, which is not zero.
        let mark = numbers::bounds_short(bounds, row.measure.unit(), ctx.texts);
        let faint = theme.text_faint;
        text(columns.bar, Align2::LEFT_CENTER, &mark, small_font(), faint);
    }
    bar::paint_bar(painter, bar, bounds, look.full, look.color, theme);
    let (percent, strength) = words::row_percent(ctx.texts, row);
    let color = if strength {
        theme.text
    } else {
        theme.text_weak
    };
    let mark = if row.problems > 0 { 18.0 } else { 0.0 };
    text(
        columns.end - 18.0,
        Align2::RIGHT_CENTER,
        &percent,
        small_font(),
        color,
    );
    if mark > 0.0 {
        text(
            columns.end,
            Align2::RIGHT_CENTER,
            icons::WARNING,
            small_font(),
            theme.warning,
        );
    }
    response.on_hover_ui(|ui| words::row_tooltip_ui(ui, ctx.texts, theme, row));
}
