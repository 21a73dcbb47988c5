//! The heads of the list's columns: order by name, day or measure; choose the measure.

use eframe::egui::{self, Align2, Rect, Sense, Ui, pos2, vec2};

use crate::model::{AidType, Stage};
use crate::text;
use crate::ui::theme::small_font;
use crate::ui::widgets::popup;
use crate::ui::{PaneCtx, icons, words};
use crate::views::{Measure, PartySort};

use super::rows::Columns;

/// Room for the sign of a menu behind a head.
const CARET: f32 = 16.0;

const ORDERS: [PartySort; 4] = [
    PartySort::Name,
    PartySort::Signed,
    PartySort::Measure,
    PartySort::Problems,
];

/// The heads of the columns. The first opens the orders, the second the measures.
pub(super) fn header_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    measure: &mut Measure,
    sort: &mut PartySort,
) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let columns = Columns::of(ui, ctx, rect);
    let measure_words = words::measure(ctx.texts, *measure);
    // The measure is told in full also over short bars: there it begins over the names.
    let galley =
        ui.painter()
            .layout_no_wrap(measure_words.clone(), small_font(), ctx.theme.text_weak);
    let wanted = galley.size().x.ceil() + CARET;
    let least = columns.id + (columns.percent - columns.id) * 0.4;
    let from = columns.bar.min((columns.percent - wanted).max(least));
    let sort_words = ctx.texts.get(sort_id(*sort));
    let opener = head_ui(ui, ctx, rect, columns.id..=from, "sort", &sort_words);
    popup::under(&opener).show(|ui| {
        for order in ORDERS {
            if ui
                .selectable_label(*sort == order, ctx.texts.get(sort_id(order)))
                .clicked()
            {
                *sort = order;
                ui.close();
            }
        }
    });
    let opener = head_ui(
        ui,
        ctx,
        rect,
        from..=columns.percent,
        "measure",
        &measure_words,
    );
    popup::under(&opener)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| measure_menu_ui(ui, ctx, measure));
    ui.painter().text(
        pos2(columns.end - 18.0, rect.center().y),
        Align2::RIGHT_CENTER,
        ctx.texts.get("list-fulfilled"),
        small_font(),
        ctx.theme.text_weak,
    );
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), ctx.theme.hairline());
}

fn head_ui(
    ui: &mut Ui,
    ctx: &PaneCtx<'_>,
    row: Rect,
    x: std::ops::RangeInclusive<f32>,
    salt: &str,
    text: &str,
) -> egui::Response {
    let rect = Rect::from_x_y_ranges(x, row.y_range());
    let response = ui.interact(rect, ui.make_persistent_id(salt), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
    let lit = response.hovered() || response.has_focus();
    let color = if lit {
        ctx.theme.accent
    } else {
        ctx.theme.text_weak
    };
    let shown = words::fitting(ui, text, &small_font(), rect.width() - CARET);
    ui.painter().text(
        rect.left_center(),
        Align2::LEFT_CENTER,
        format!("{shown} {}", icons::CARET_DOWN),
        small_font(),
        color,
    );
    response.on_hover_text(text)
}

fn measure_menu_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, measure: &mut Measure) {
    ui.set_width(200.0);
    ui.label(ctx.theme.small(ctx.texts.get("list-measure-stage")));
    for stage in Stage::ALL {
        let text = text::words::stage(*stage, ctx.texts);
        if ui.radio(measure.stage == *stage, text).clicked() {
            measure.stage = *stage;
        }
    }
    ui.separator();
    ui.label(ctx.theme.small(ctx.texts.get("list-measure-type")));
    let types = std::iter::once(None).chain(AidType::ALL.iter().copied().map(Some));
    for aid_type in types {
        let text = text::words::aid_type_or_all(aid_type, ctx.texts);
        if ui.radio(measure.aid_type == aid_type, text).clicked() {
            measure.aid_type = aid_type;
        }
    }
}

fn sort_id(sort: PartySort) -> &'static str {
    match sort {
        PartySort::Name => "list-sort-name",
        PartySort::Signed => "list-sort-signed",
        PartySort::Measure => "list-sort-measure",
        PartySort::Problems => "list-sort-problems",
    }
}
