//! Axes: round values upwards, days and years to the right.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::exchange::picture::scene::{Anchor, Ink, Line, Rect};
use crate::exchange::picture::words::Words;
use crate::ledger::Bounds;
use crate::model::Year;
use crate::text::{Texts, dates};

use super::lane::{float, number};
use super::sheet::{Sheet, VALUE};

/// The day from which days are counted.
const EPOCH: Date = Date::constant(2022, 1, 1);

/// A day as a coordinate.
pub(super) fn days(day: Date) -> f32 {
    let days = day.since(EPOCH).map_or(0, |span| span.get_days());
    f32::from(i16::try_from(days).unwrap_or(i16::MAX))
}

/// A round step (1, 2 or 5 times a power of ten) that gives at most `most` of them up to `reach`.
fn round_step(reach: Decimal, most: u32) -> Decimal {
    let least = reach / Decimal::from(most.max(1));
    let mut unit = Decimal::new(1, 6);
    while unit < least {
        for times in [1, 2, 5] {
            let step = unit * Decimal::from(times);
            if step >= least {
                return step;
            }
        }
        unit *= Decimal::TEN;
    }
    unit
}

/// Values upwards, from zero.
pub(super) struct Values {
    /// The values that are named.
    ticks: Vec<(f32, String)>,
    /// The value at the top.
    pub(super) most: f32,
    /// Width of the widest name.
    pub(super) width: f32,
}

impl Values {
    /// An axis up to `reach`, as fine as there is height for.
    pub(super) fn new(words: &Words<'_>, reach: Decimal, high: f32) -> Self {
        let most = if high < 90.0 {
            2
        } else if high < 160.0 {
            3
        } else {
            5
        };
        let reach = reach.max(Decimal::new(1, 6));
        let step = round_step(reach, most);
        let mut ticks = Vec::new();
        let mut at = Decimal::ZERO;
        loop {
            let name = if at.is_zero() {
                "0".to_owned()
            } else {
                words.value(&Bounds::number(at, Some(at)))
            };
            ticks.push((float(at), name));
            if at >= reach || ticks.len() > 8 {
                break;
            }
            at += step;
        }
        let width = ticks.iter().map(|(_, name)| VALUE.width(name));
        Self {
            width: width.fold(0.0, f32::max),
            most: float(at),
            ticks,
        }
    }

    /// Paints grid and names at the left of the room in which the marks stand.
    pub(super) fn paint(&self, sheet: &mut Sheet, room: Rect) {
        for (value, name) in &self.ticks {
            let y = room.bottom() - value / self.most * room.height;
            let zero = *value <= 0.0;
            let ink = if zero { Ink::LineStrong } else { Ink::Line };
            sheet.line((room.left, y), (room.right(), y), Line::of(ink, 1.0));
            sheet.text(
                (room.left - 6.0, y + VALUE.drop()),
                name,
                VALUE,
                Anchor::End,
            );
        }
    }
}

/// Days to the right.
pub(super) struct Days {
    pub(super) from: f32,
    pub(super) to: f32,
    /// The last day of which anything is known: no line goes on beyond it.
    pub(super) until: f32,
}

impl Days {
    /// Where a day is in a room.
    pub(super) fn at(&self, day: Date, room: Rect) -> f32 {
        self.place(days(day), room)
    }

    /// Where the last day is of which anything is known.
    pub(super) fn end(&self, room: Rect) -> f32 {
        self.place(self.until, room)
    }

    fn place(&self, day: f32, room: Rect) -> f32 {
        let part = (day - self.from) / (self.to - self.from).max(1.0);
        room.left + part * room.width
    }

    /// Paints years, or quarters where few years are shown, under the room; as many as there is
    /// width for.
    pub(super) fn paint(&self, sheet: &mut Sheet, room: Rect, texts: Texts) {
        let quarters = self.to - self.from < 800.0;
        let mut end = f32::NEG_INFINITY;
        for year in 2010..=2045_i16 {
            let months: &[i8] = if quarters { &[1, 4, 7, 10] } else { &[1] };
            for month in months {
                let day = Date::constant(year, *month, 1);
                if days(day) < self.from || days(day) > self.to {
                    continue;
                }
                let x = self.at(day, room);
                let name = if *month == 1 {
                    year.to_string()
                } else {
                    dates::month(Year::of(day), *month, texts)
                };
                sheet.line(
                    (x, room.bottom()),
                    (x, room.bottom() + 4.0),
                    Line::of(Ink::LineStrong, 1.0),
                );
                let half = VALUE.width(&name) / 2.0;
                let (least, most) = (room.left + half, room.right() - half);
                let beside = x.clamp(least, most.max(least));
                if beside - half > end + 8.0 && (x - beside).abs() <= half {
                    let x = beside;
                    let at = (x, room.bottom() + 6.0 + VALUE.step() * 0.75);
                    sheet.text(at, &name, VALUE, Anchor::Middle);
                    end = x + half;
                }
            }
        }
    }
}

/// Room for the names under an axis of days or columns.
pub(super) const UNDER: f32 = 22.0;

/// The middle of the n-th of so many equal columns.
pub(super) fn column(room: Rect, index: usize, count: usize) -> (f32, f32) {
    let wide = room.width / number(count).max(1.0);
    (room.left + wide * (number(index) + 0.5), wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        let step = |reach: i64| round_step(Decimal::from(reach), 5).normalize().to_string();
        assert_eq!(step(47_000_000_000), "10000000000");
        assert_eq!(step(12), "5");
        assert_eq!(step(5), "1");
        assert_eq!(step(1), "0.2");
    }

    #[test]
    fn a_day_is_so_many_days_after_the_first() {
        assert!((days(Date::constant(2023, 1, 1)) - 365.0).abs() < 0.5);
        assert!((days(Date::constant(2021, 12, 31)) + 1.0).abs() < 0.5);
    }
}
