//! A small bar of a bounded sum: solid to the low bound, light on to the high one, an outline where
//! nothing is certain, an open end where the source says “at least”. Zero-based.

use eframe::egui;
use egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::ledger::Bounds;
use crate::ui::Theme;

/// The greatest number that a bar of these bounds reaches.
pub fn reach(bounds: &Bounds) -> Decimal {
    bounds.high.unwrap_or(bounds.low).max(bounds.low)
}

/// Where on a scale from zero to `full` a value lies, as a part of one.
pub fn part(value: Decimal, full: Decimal) -> f32 {
    if full <= Decimal::ZERO {
        return 0.0;
    }
    (value / full).to_f32().unwrap_or(0.0).clamp(0.0, 1.0)
}

/// Paints the bar of `bounds` into `rect`, which stands for zero to `full`. Nothing is painted
/// where there is no number.
pub fn paint_bar(
    painter: &Painter,
    rect: Rect,
    bounds: &Bounds,
    full: Decimal,
    color: Color32,
    theme: &Theme,
) {
    if !bounds.has_number() {
        return;
    }
    let x = |value: Decimal| rect.left() + part(value, full) * rect.width();
    let from_to = |from: f32, to: f32| {
        Rect::from_min_max(
            pos2(from, rect.top()),
            pos2(to.max(from + 1.0), rect.bottom()),
        )
    };
    let radius = CornerRadius::same(1);
    let low = x(bounds.low);
    if bounds.low > Decimal::ZERO {
        painter.rect_filled(from_to(rect.left(), low), radius, color);
    }
    match bounds.high {
        Some(high) if high > bounds.low && bounds.low > Decimal::ZERO => {
            painter.rect_filled(from_to(low, x(high)), radius, theme.light_part(color));
        }
        Some(high) if high > bounds.low => {
            painter.rect_stroke(
                from_to(rect.left(), x(high)),
                radius,
                Stroke::new(1.0, color),
                StrokeKind::Inside,
            );
        }
        Some(_) => {}
        None => {
            // Three ticks that fade out: it goes on, nobody says how far.
            for (step, strength) in [(2.0, 0.8), (5.0, 0.5), (8.0, 0.25)] {
                painter.vline(
                    low + step,
                    rect.y_range(),
                    Stroke::new(1.5, color.gamma_multiply(strength)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_reaches_as_far_as_its_bounds_and_begins_at_zero() {
        let bounds = Bounds::number(Decimal::from(100), Some(Decimal::from(150)));
        assert_eq!(reach(&bounds), Decimal::from(150));
        let open = Bounds::number(Decimal::from(100), None);
        assert_eq!(reach(&open), Decimal::from(100));
        assert!((part(Decimal::from(50), Decimal::from(200)) - 0.25).abs() < 1e-6);
        assert!(part(Decimal::from(50), Decimal::ZERO).abs() < 1e-6);
    }
}
