//! The time line of an agreement: signed, reviewed, expires, and where today is.

use eframe::egui::{self, Align2, Rect, Sense, Stroke, TextStyle, Ui, pos2, vec2};
use jiff::civil::Date;

use crate::text::dates;
use crate::ui::PaneCtx;
use crate::views::AgreementFacts;

/// Days between two dates as a number for drawing.
fn days(from: Date, to: Date) -> f32 {
    let days = to.since(from).map_or(0, |span| span.get_days());
    // A time line spans decades at most; drawn to the pixel, a whole number of days is exact enough.
    f32::from(i16::try_from(days / 2).unwrap_or(i16::MAX)) * 2.0
}

/// Paints the time line over the width that is there.
pub fn timeline_ui(ui: &mut Ui, ctx: &PaneCtx<'_>, facts: &AgreementFacts) {
    let (texts, theme) = (ctx.texts, ctx.theme);
    let Some(end) = facts.expires else {
        ui.label(theme.weak(texts.get("detail-no-term")));
        return;
    };
    let signed = facts.agreement.signed;
    let (response, painter) = ui.allocate_painter(vec2(ui.available_width(), 36.0), Sense::HOVER);
    let rect = response.rect.shrink2(vec2(4.0, 0.0));
    let whole = days(signed, end).max(1.0);
    let x = |day: Date| rect.left() + (days(signed, day) / whole).clamp(0.0, 1.0) * rect.width();
    let y = rect.top() + 10.0;
    let font = TextStyle::Small.resolve(ui.style());
    painter.hline(rect.x_range(), y, Stroke::new(3.0, theme.track));
    painter.hline(rect.left()..=x(ctx.today), y, Stroke::new(3.0, theme.mixed));
    let mark = |day: Date, text: String, align: Align2| {
        painter.circle_filled(pos2(x(day), y), 4.0, theme.text_weak);
        painter.text(
            pos2(x(day), y + 8.0),
            align,
            text,
            font.clone(),
            theme.text_weak,
        )
    };
    let left = mark(
        signed,
        texts.with(
            "detail-signed-on",
            &[("date", dates::day(signed, texts).into())],
        ),
        Align2::LEFT_TOP,
    );
    let mut taken: Vec<Rect> = vec![left];
    let left_words = facts.days_left.map_or_else(String::new, |left| {
        format!(" · {}", dates::days_left(left, texts))
    });
    let ends = texts.with(
        "detail-expires-on",
        &[("date", dates::day(end, texts).into())],
    );
    taken.push(mark(end, format!("{ends}{left_words}"), Align2::RIGHT_TOP));
    if let Some(review) = facts.review {
        painter.circle_filled(pos2(x(review), y), 4.0, theme.accent);
        let text = texts.with(
            "detail-review-by",
            &[("date", dates::day(review, texts).into())],
        );
        let place = pos2(x(review), y + 8.0);
        let galley = painter.layout_no_wrap(text.clone(), font.clone(), theme.accent);
        let room = Align2::CENTER_TOP.anchor_size(place, galley.size());
        if taken
            .iter()
            .all(|other| !other.expand(4.0).intersects(room))
        {
            painter.galley(room.min, galley, theme.accent);
        }
    }
    if (signed..=end).contains(&ctx.today) {
        let today = x(ctx.today);
        painter.vline(today, (y - 8.0)..=(y + 8.0), Stroke::new(1.5, theme.accent));
    }
    let told = texts.with(
        "detail-timeline-told",
        &[
            ("signed", dates::day(signed, texts).into()),
            ("expires", dates::day(end, texts).into()),
            (
                "review",
                facts
                    .review
                    .map_or_else(
                        || texts.get("detail-none-set"),
                        |day| dates::day(day, texts),
                    )
                    .into(),
            ),
            (
                "left",
                facts
                    .days_left
                    .map_or_else(String::new, |left| dates::days_left(left, texts))
                    .into(),
            ),
        ],
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &told));
    response.on_hover_text(told);
}
