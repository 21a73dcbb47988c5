//! A lane in which a bar lies or stands: values along it, its thickness across.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::exchange::picture::scene::{Fill, Ink, Line, Rect};
use crate::ledger::Bounds;

use super::sheet::Sheet;

/// A value as a coordinate: only drawing rounds.
#[expect(
    clippy::cast_possible_truncation,
    reason = "coordinates need no more digits than a screen has"
)]
pub(super) fn float(value: Decimal) -> f32 {
    value.to_f64().unwrap_or(0.0) as f32
}

/// A count as a coordinate.
pub(super) fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// How far a value reaches at least: its high bound, or its low one where it is open.
pub(super) fn reach(bounds: &Bounds) -> Decimal {
    bounds.high.unwrap_or(bounds.low)
}

/// A lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lane {
    /// Whether values go to the right; else they go up.
    pub(super) lies: bool,
    /// Where zero is.
    pub(super) zero: f32,
    /// Points for one unit of the value.
    pub(super) per: f32,
    /// The middle of its thickness.
    pub(super) middle: f32,
    /// Half its thickness.
    pub(super) half: f32,
    /// How far apart the lines of an open end are; 1 is 4 points.
    pub(super) fade: f32,
}

impl Lane {
    /// Where a value is.
    pub(super) fn at(&self, value: f32) -> f32 {
        if self.lies {
            self.zero + value * self.per
        } else {
            self.zero - value * self.per
        }
    }

    /// Moved by so many points away from zero.
    pub(super) fn beyond(&self, at: f32, by: f32) -> f32 {
        if self.lies { at + by } else { at - by }
    }

    /// From one place to another, as thick as `part` of the lane.
    pub(super) fn rect(&self, from: f32, to: f32, part: f32) -> Rect {
        let half = self.half * part;
        let (low, high) = (from.min(to), from.max(to));
        if self.lies {
            Rect::sides(low, self.middle - half, high, self.middle + half)
        } else {
            Rect::sides(self.middle - half, low, self.middle + half, high)
        }
    }

    /// A line across the lane.
    pub(super) fn across(&self, sheet: &mut Sheet, at: f32, part: f32, line: Line) {
        let half = self.half * part;
        let (low, high) = (self.middle - half, self.middle + half);
        if self.lies {
            sheet.line((at, low), (at, high), line);
        } else {
            sheet.line((low, at), (high, at), line);
        }
    }

    /// Three lines across that fade out: it goes on, nobody says how far. Gives back where they end.
    pub(super) fn open_end(&self, sheet: &mut Sheet, at: f32, ink: Ink) -> f32 {
        let mut end = at;
        for (step, strength) in [(3.0, 0.9), (7.0, 0.6), (11.0, 0.35)] {
            let line = Line {
                strength,
                ..Line::of(ink, 2.0 * self.fade.max(0.5))
            };
            end = self.beyond(at, step * self.fade);
            self.across(sheet, end, 1.0, line);
        }
        self.beyond(end, 1.0)
    }

    /// The light part or the outline between low and high, or the open end, from `start` on. Gives
    /// back where it ends.
    pub(super) fn unsure(&self, sheet: &mut Sheet, start: f32, bounds: &Bounds, ink: Ink) -> f32 {
        let Some(high) = bounds.high else {
            return self.open_end(sheet, start, ink);
        };
        if high <= bounds.low {
            return start;
        }
        let end = self.beyond(start, float(high - bounds.low) * self.per);
        if bounds.low.is_zero() {
            sheet.outlined(self.rect(start, end, 1.0), Line::of(ink, 1.0));
        } else {
            sheet.filled(self.rect(start, end, 1.0), Fill::light(ink));
        }
        end
    }

    /// A whole value from zero on: solid to its low bound, then what is not sure. Where nothing but
    /// an undisclosed sum is known, a ring. Gives back where it ends.
    pub(super) fn value(&self, sheet: &mut Sheet, bounds: &Bounds, fill: Fill) -> f32 {
        if !bounds.has_number() {
            return if bounds.undisclosed > 0 {
                self.undisclosed(sheet, self.zero)
            } else {
                self.zero
            };
        }
        let low = self.at(float(bounds.low));
        let solid = fill.hatched_if(bounds.estimate);
        sheet.filled(self.rect(self.zero, low, 1.0), solid);
        self.unsure(sheet, low, bounds, fill.ink)
    }

    /// A ring: a sum that is not named. Never zero.
    pub(super) fn undisclosed(&self, sheet: &mut Sheet, at: f32) -> f32 {
        let centre = self.beyond(at, 7.0);
        let centre = if self.lies {
            (centre, self.middle)
        } else {
            (self.middle, centre)
        };
        sheet.add(crate::exchange::picture::scene::Shape::Circle {
            centre,
            radius: 3.5,
            fill: None,
            line: Some(Line::of(Ink::TextWeak, 1.2)),
        });
        self.beyond(at, 12.0)
    }
}
