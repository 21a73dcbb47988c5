//! The days as a table: when, how far away, what, whose, and what of it has arrived.

use eframe::egui::{self, Label, RichText, Sense, Ui, Widget as _, vec2};

use crate::text::{dates, numbers};
use crate::ui::widgets::number::number_ui;
use crate::ui::widgets::table::{Column, Order, Table, TableState};
use crate::ui::widgets::walk::Walk;
use crate::ui::{Action, PaneCtx, icons};
use crate::views::{DateFilter, DateOrder, DateRow, Standing};

use super::paint::glyph;
use super::{Page, go, open, words};

/// The columns to sort by.
pub(super) const DATE: usize = 0;
pub(super) const KIND: usize = 1;
pub(super) const PARTY: usize = 2;
pub(super) const ARRIVED: usize = 4;

/// How high a row is: two lines.
const HEIGHT: f32 = 42.0;

/// The order of a filter, as the header shows it.
pub(super) fn order_of(filter: &DateFilter) -> Option<Order> {
    let column = match filter.order {
        DateOrder::Nearest => return None,
        DateOrder::Date => DATE,
        DateOrder::Kind => KIND,
        DateOrder::Party => PARTY,
        DateOrder::Arrived => ARRIVED,
    };
    Some(Order {
        column,
        descending: filter.descending,
    })
}

fn columns(ctx: &PaneCtx<'_>) -> [Column; 5] {
    let texts = ctx.texts;
    [
        Column::words(texts.get("dates-column-date"), 0.0)
            .points(92.0)
            .sorts(),
        Column::words(texts.get("dates-column-kind"), 0.0)
            .points(118.0)
            .sorts(),
        Column::words(texts.get("dates-column-party"), 0.12)
            .points(80.0)
            .sorts(),
        Column::words(texts.get("dates-column-record"), 0.88),
        Column::numbers(texts.get("dates-column-promised"), 0.0)
            .points(112.0)
            .tip(texts.get("dates-column-promised-tip"))
            .sorts(),
    ]
}

pub(super) fn table_ui(
    ui: &mut Ui,
    ctx: &mut PaneCtx<'_>,
    page: &Page<'_>,
    state: &mut TableState,
) -> Walk {
    let columns = columns(ctx);
    let name = ctx.texts.get("page-dates");
    let table = Table {
        name: &name,
        columns: &columns,
        rows: page.list.rows.len(),
        theme: ctx.theme,
    };
    table.ui(
        ui,
        state,
        |_| HEIGHT,
        |line, at| {
            let Some(row) = page.row(at) else {
                return;
            };
            line.overline(ctx.theme);
            line.lines(|ui| date_ui(ui, ctx, row));
            line.lines(|ui| kind_ui(ui, ctx, row));
            line.lines(|ui| party_ui(ui, ctx, row));
            line.lines(|ui| record_ui(ui, ctx, row));
            line.lines(|ui| promise_ui(ui, ctx, row));
        },
    )
}

fn date_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, row: &DateRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let color = if row.when == Standing::Coming {
        theme.text
    } else {
        theme.text_weak
    };
    ui.label(RichText::new(dates::day(row.date, texts)).color(color));
    let distance = words::distance(row.days, texts);
    ui.add(Label::new(theme.small(distance)).truncate());
}

fn kind_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, row: &DateRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    // A line of words, not one of buttons.
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 16.0), Sense::HOVER);
        glyph(ui.painter(), theme, rect.center(), row.kind, row.when);
        ui.add(Label::new(row.kind.told(texts)).truncate());
    });
    if row.when == Standing::Overdue {
        let text = format!("{} {}", icons::WARNING, texts.get("dates-when-overdue"));
        let text = theme.small(text).color(theme.warning);
        ui.label(text)
            .on_hover_text(texts.get("dates-overdue-told"));
    } else if let Some(months) = row.notice_months {
        let notice = words::notice(months, texts);
        let label = Label::new(theme.small(notice.clone())).truncate();
        ui.add(label.show_tooltip_when_elided(false))
            .on_hover_text(notice);
    }
}

fn party_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, row: &DateRow) {
    let name = ctx.name(&row.name).to_owned();
    let link = egui::Link::new(RichText::new(&name));
    // Where it does not fit its end is left out.
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    if link.ui(ui).on_hover_text(name).clicked() {
        ctx.act(Action::SelectParty(row.party.clone()));
    }
}

/// What it is about, which opens the form; the id, which goes to the record.
fn record_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, row: &DateRow) {
    let label = Label::new(row.words.as_str()).truncate().selectable(false);
    let shown = ui.add(label.sense(Sense::CLICK).show_tooltip_when_elided(false));
    let shown = shown.on_hover_cursor(egui::CursorIcon::PointingHand);
    if shown.clicked() {
        open(ctx, row);
    }
    shown.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        for line in words::told(row, ctx) {
            ui.label(line);
        }
    });
    let link = egui::Link::new(RichText::new(row.record.as_str()).small());
    let tip = ctx.texts.get("dates-go-tip");
    if link.ui(ui).on_hover_text(tip).clicked() {
        go(ctx, row);
    }
}

/// What is promised, and how much of it arrived; both open their derivation.
fn promise_ui(ui: &mut Ui, ctx: &mut PaneCtx<'_>, row: &DateRow) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let Some(fulfilment) = &row.fulfilment else {
        let goods = words::promised(row, texts);
        if !goods.is_empty() {
            let label = Label::new(&goods).truncate();
            ui.add(label.show_tooltip_when_elided(false))
                .on_hover_text(goods);
        }
        return;
    };
    let year = dates::span(fulfilment.span, texts);
    for total in &fulfilment.promised {
        number_ui(ui, ctx, total, &year);
    }
    let arrived = words::arrived(row, texts);
    if arrived.is_empty() {
        return;
    }
    let ratio = row.arrived();
    let of = fulfilment
        .arrived
        .iter()
        .find(|(_, of)| of.is_some() && *of == ratio);
    let color = match row.when {
        Standing::Overdue => theme.warning,
        _ if ratio.is_some() => theme.good,
        _ => theme.text_weak,
    };
    let text = match ratio {
        Some(ratio) => {
            let ratio = numbers::ratio(&ratio, texts);
            texts.with("dates-arrived", &[("ratio", ratio.into())])
        }
        None => arrived,
    };
    let words = theme.small(&text).color(color);
    match of {
        Some((total, _)) => {
            let link = ui.add(Label::new(words).truncate().sense(Sense::click()));
            link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &text));
            if link
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                ctx.explain(total.derivation());
            }
        }
        None => {
            ui.add(Label::new(words).truncate());
        }
    }
}
