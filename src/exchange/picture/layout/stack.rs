//! Parts of one row or column: on each other where their sum is one, beside each other where it is
//! not.

use rust_decimal::Decimal;

use crate::exchange::picture::scene::{Fill, Ink, Line, Rect};
use crate::views::{ChartMark, Part};

use super::Plan;
use super::lane::{Lane, float, number, reach};
use super::sheet::Sheet;

impl Plan<'_> {
    /// How far the parts of a row or column reach as they are painted.
    pub(super) fn stack_reach(&self, marks: &[usize]) -> Decimal {
        let of = |at: &usize| &self.chart.marks[*at];
        let total = marks.first().and_then(|at| self.words.row_total(of(at)));
        let total = total.map_or(Decimal::ZERO, |total| reach(total.bounds()));
        let parts = marks.iter().map(|at| reach(&of(at).value));
        let parts = if self.overlaps(marks) {
            parts.max().unwrap_or_default()
        } else {
            parts.sum()
        };
        total.max(parts)
    }

    /// Whether the parts come to more than their row: they hold the same money in part, as running
    /// totals of two types may (R4), or a whole of one type with parts of another (R3).
    fn overlaps(&self, marks: &[usize]) -> bool {
        let of = |at: &usize| &self.chart.marks[*at];
        let row = marks.first().and_then(|at| self.chart.row_of(of(at)));
        row.is_some_and(|row| row.parts_exceed > Decimal::ZERO)
    }

    /// The parts of a row or column; `whole` is where all of it is met. Gives back where they end.
    pub(super) fn stack(
        &self,
        sheet: &mut Sheet,
        marks: &[usize],
        lane: &Lane,
        whole: Rect,
    ) -> f32 {
        let end = if self.overlaps(marks) {
            self.beside(sheet, marks, lane, whole)
        } else {
            self.on_each_other(sheet, marks, lane, whole)
        };
        sheet.mark = None;
        end
    }

    fn part_fill(&self, mark: &ChartMark) -> Fill {
        let fill = self.fill(mark).hatched_if(mark.value.estimate);
        if !mark.partial {
            return fill;
        }
        // Not over yet: pale, so that it is not read as a fall.
        Fill {
            strength: fill.strength * 0.45,
            ..fill
        }
    }

    fn on_each_other(&self, sheet: &mut Sheet, marks: &[usize], lane: &Lane, whole: Rect) -> f32 {
        let mut end = lane.zero;
        let mut undisclosed = 0;
        for at in marks {
            let mark = &self.chart.marks[*at];
            sheet.mark = Some(*at);
            let next = lane.beyond(end, float(mark.value.low) * lane.per);
            let rect = lane.rect(end, next, 1.0);
            sheet.filled(rect, self.part_fill(mark));
            if mark.part == Some(Part::NotItemised) {
                sheet.outlined(rect, Line::of(Ink::TextWeak, 0.75));
            } else if (end - lane.zero).abs() > 0.1 && (next - end).abs() > 1.0 {
                lane.across(sheet, end, 1.0, Line::of(Ink::Ground, 1.0));
            }
            sheet.spot(*at, spot(lane, (end, next), whole, marks.len()));
            end = next;
            undisclosed += mark.value.undisclosed;
        }
        // What is not sure of each part stands behind all that is, in the part's own ink.
        for at in marks {
            let mark = &self.chart.marks[*at];
            if mark.value.has_number() {
                sheet.mark = Some(*at);
                end = lane.unsure(sheet, end, &mark.value, self.fill(mark).ink);
            }
        }
        if (end - lane.zero).abs() < 0.1 && undisclosed > 0 {
            end = lane.undisclosed(sheet, end);
        }
        end
    }

    /// Each part from zero on in a lane of its own, inside the outline of the row's own total: they
    /// are not added.
    fn beside(&self, sheet: &mut Sheet, marks: &[usize], lane: &Lane, whole: Rect) -> f32 {
        let mut end = lane.zero;
        let first = marks.first().map(|at| &self.chart.marks[*at]);
        if let Some(total) = first.and_then(|mark| self.words.row_total(mark)) {
            sheet.mark = marks.first().copied();
            end = lane.at(float(reach(total.bounds())));
            let border = Line::of(Ink::TextWeak, 1.0);
            sheet.outlined(lane.rect(lane.zero, end, 1.25), border);
            if total.bounds().high.is_none() {
                end = lane.open_end(sheet, end, Ink::TextWeak);
            }
        }
        let count = number(marks.len()).max(1.0);
        for (nth, at) in marks.iter().enumerate() {
            let mark = &self.chart.marks[*at];
            sheet.mark = Some(*at);
            let half = lane.half / count;
            let own = Lane {
                middle: lane.middle - lane.half + half * (2.0 * number(nth) + 1.0),
                half: half * 0.9,
                fade: lane.fade * 0.5,
                ..*lane
            };
            let to = own.value(sheet, &mark.value, self.part_fill(mark));
            sheet.spot(*at, spot(&own, (own.zero, to), whole, marks.len()));
            end = if lane.lies { end.max(to) } else { end.min(to) };
        }
        end
    }
}

/// Where a part is met: all of the row or column where it is the only one, else its own stretch, with
/// as much across as it has.
fn spot(lane: &Lane, (from, to): (f32, f32), whole: Rect, of: usize) -> Rect {
    if of == 1 {
        return whole;
    }
    let (low, high) = (from.min(to), from.max(to));
    let own = lane.rect(low, high, 1.0);
    if lane.lies {
        Rect::sides(low, own.top, high.max(low + 3.0), own.bottom())
    } else {
        Rect::sides(own.left, low.min(high - 3.0), own.right(), high)
    }
}
