//! The sign of how strongly something is promised: the larger and fuller, the stronger. It is told
//! apart by size and shape alone, so also in grey.

use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, emath::GuiRounding as _, pos2, vec2,
};

use crate::model::Strength;
use crate::text::Texts;
use crate::ui::Theme;
use crate::views::Promise;

/// Paints the sign into the middle of a rectangle.
pub fn paint(painter: &Painter, rect: Rect, promise: Promise, theme: &Theme) {
    let side = rect.width().min(rect.height());
    let ppp = painter.pixels_per_point();
    let square = |part: f32| {
        let edge = (side * part).round();
        Rect::from_center_size(rect.center(), vec2(edge, edge)).round_to_pixels(ppp)
    };
    let radius = CornerRadius::same(1);
    match promise {
        Promise::Of(Strength::Strong) => {
            painter.rect_filled(square(0.66), radius, theme.text.gamma_multiply(0.86));
        }
        Promise::Of(Strength::Middle) => {
            let half = theme.text.gamma_multiply(0.34);
            painter.rect_filled(square(0.54), radius, half);
            let edge = Stroke::new(1.0, theme.text_weak);
            painter.rect_stroke(square(0.54), radius, edge, StrokeKind::Inside);
        }
        Promise::Of(Strength::Weak) => {
            let edge = Stroke::new(1.2, theme.text_weak);
            painter.rect_stroke(square(0.38), radius, edge, StrokeKind::Inside);
        }
        Promise::Nothing => {
            painter.circle_filled(rect.center(), 1.0, theme.text_faint);
        }
        Promise::NotCoded => paint_hatch(painter, square(0.7), theme.line_strong),
    }
}

/// Three slanting lines: nobody says.
fn paint_hatch(painter: &Painter, rect: Rect, color: Color32) {
    let at = |x: f32, y: f32| -> Pos2 {
        pos2(
            rect.left() + x * rect.width(),
            rect.bottom() - y * rect.height(),
        )
    };
    let stroke = Stroke::new(1.0, color);
    for (from, to) in [
        (at(0.0, 0.5), at(0.5, 1.0)),
        (at(0.0, 0.0), at(1.0, 1.0)),
        (at(0.5, 0.0), at(1.0, 0.5)),
    ] {
        painter.line_segment([from, to], stroke);
    }
}

/// How wide and high the sign among words is.
pub const SIGN: f32 = 16.0;

/// The sign among words, told to a screen reader.
pub fn sign_ui(ui: &mut Ui, theme: &Theme, texts: Texts, promise: Promise) -> Response {
    let (response, painter) = ui.allocate_painter(vec2(SIGN, SIGN), Sense::HOVER);
    paint(&painter, response.rect, promise, theme);
    let told = texts.get(promise.text_id());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    response.on_hover_text(told)
}
