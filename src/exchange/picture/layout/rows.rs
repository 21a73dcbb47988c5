//! Rows: a bar a party, whole or stacked; promises as outlines round what arrived.

use crate::exchange::picture::scene::{Anchor, Fill, Ink, Line, Rect};
use crate::ledger::Bounds;
use crate::views::{ChartKind, ChartMark, Part};

use super::lane::{Lane, float, number, reach};
use super::sheet::{NAME, Sheet, Style, VALUE};
use super::{Done, Plan};

/// The highest a row is.
const MOST: f32 = 24.0;
/// The lowest a row is in which text is still read.
const LEAST: f32 = 14.0;
/// The lowest a row is that can be scrolled to.
const SCROLLED: f32 = 19.0;
/// Room between a bar's end and its value.
const BESIDE: f32 = 6.0;
/// The least part of the width in which bars are drawn, however long their values are.
const BARS: f32 = 0.3;

/// A row.
pub(super) struct Row {
    /// The marks in it, by index.
    pub(super) marks: std::ops::Range<usize>,
    name: String,
    label: String,
    /// How far it reaches.
    reach: f32,
}

impl Plan<'_> {
    /// The rows: marks of one party, or of one record, that follow each other.
    pub(super) fn grouped(&self) -> Vec<std::ops::Range<usize>> {
        let marks = &self.chart.marks;
        let key = |mark: &ChartMark| {
            let record = mark.figure.as_ref().map(|figure| figure.record.clone());
            (mark.party.as_ref().map(|(id, _)| id.clone()), record)
        };
        let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
        for (at, mark) in marks.iter().enumerate() {
            match rows.last_mut() {
                Some(last) if key(&marks[last.start]) == key(mark) => last.end = at + 1,
                _ => rows.push(at..at + 1),
            }
        }
        rows
    }

    fn row(&self, marks: std::ops::Range<usize>) -> Row {
        let chart = self.chart;
        let first = &chart.marks[marks.start];
        let only = self.frame.only.and_then(|only| {
            let marks = &mut chart.marks[marks.clone()].iter();
            marks.find(|mark| mark.part == Some(only))
        });
        let label = match self.words.row_total(first) {
            Some(total) if first.part.is_some() => self.words.value(total.bounds()),
            _ => self.words.label(first),
        };
        let label = match (self.frame.only, only) {
            (Some(_), Some(mark)) => self.words.value(&mark.value),
            (Some(_), None) => String::new(),
            (None, _) => label,
        };
        let parts = chart.marks[marks.clone()].iter();
        let lows: f32 = parts.clone().map(|mark| float(mark.value.low)).sum();
        let spans = parts.clone().map(|mark| {
            let more = mark
                .value
                .high
                .map_or_else(Default::default, |high| high - mark.value.low);
            float(more)
        });
        let promised = first.fulfilment.iter().flat_map(|f| &f.promised);
        let promised = promised.map(|total| float(reach(total.bounds())));
        let total = self
            .words
            .row_total(first)
            .map_or(0.0, |total| float(reach(total.bounds())));
        let own = lows + spans.sum::<f32>();
        Row {
            name: self.words.row_name(first),
            label,
            reach: promised.fold(own.max(total), f32::max),
            marks,
        }
    }

    /// How high a row is and how large its text, in a room for so many rows.
    pub(super) fn row_step(&self, rows: usize, high: f32) -> (f32, f32) {
        // Where the rows can be scrolled they need not be condensed so far.
        let least = match self.frame.height {
            super::Height::AtLeast(_) => SCROLLED,
            super::Height::Fixed(_) => LEAST,
        };
        let step = (high / number(rows).max(1.0)).clamp(least, MOST);
        (step, (step * 0.62).clamp(9.5, NAME.size))
    }

    /// How many rows there is room for.
    pub(super) fn rows_shown(&self, rows: usize, step: f32, high: f32) -> usize {
        if matches!(self.frame.height, super::Height::AtLeast(_)) {
            return rows;
        }
        let mut fits = 0;
        while fits < rows && number(fits + 1) * step <= high + 0.5 {
            fits += 1;
        }
        fits
    }
}

/// As wide as the longest name needs, but no more than a part of the room.
pub(super) fn names_width<'n>(
    names: impl Iterator<Item = &'n str>,
    style: Style,
    wide: f32,
    part: f32,
) -> f32 {
    let widest = names.map(|name| style.width(name)).fold(0.0, f32::max);
    (widest + 12.0).min(wide * part)
}

pub(super) fn rows(plan: &Plan<'_>, sheet: &mut Sheet, room: Rect) -> Done {
    let rows: Vec<Row> = plan
        .grouped()
        .into_iter()
        .map(|marks| plan.row(marks))
        .collect();
    let (step, size) = plan.row_step(rows.len(), room.height);
    let shown = plan.rows_shown(rows.len(), step, room.height);
    let (name, value) = (NAME.sized(size), VALUE.sized(size.min(VALUE.size)));
    let names = names_width(
        rows.iter().map(|row| row.name.as_str()),
        name,
        room.width,
        0.36,
    );
    let zero = room.left + names;
    let wide = room.right() - zero;
    let per = scale(&rows, value, wide);
    for (index, row) in rows.iter().take(shown).enumerate() {
        let top = room.top + number(index) * step;
        let lane = Lane {
            lies: true,
            zero,
            per,
            middle: top + step / 2.0,
            half: step * 0.31,
            fade: 1.0,
        };
        let first = &plan.chart.marks[row.marks.start];
        let ink = if plan.is_chosen(first) {
            Ink::Accent
        } else {
            Ink::Text
        };
        let base = lane.middle + name.drop();
        let shown_name = name.fitting(&row.name, names - 10.0);
        sheet.mark = Some(row.marks.start);
        sheet.text(
            (zero - 8.0, base),
            &shown_name,
            name.inked(ink),
            Anchor::End,
        );
        let whole = Rect::sides(room.left, top, room.right(), top + step);
        let end = plan.row_marks(sheet, row, &lane, whole);
        let base = lane.middle + value.drop();
        sheet.mark = Some(row.marks.start);
        let label = value.whole_words(&row.label, room.right() - end - BESIDE);
        sheet.text((end + BESIDE, base), &label, value, Anchor::Start);
        sheet.mark = None;
    }
    let bottom = room.top + number(shown) * step;
    sheet.line(
        (zero, room.top),
        (zero, bottom),
        Line::of(Ink::LineStrong, 1.0),
    );
    Done {
        bottom,
        left_out: rows.len() - shown,
    }
}

/// Points for one unit, so that every bar has room for what stands at its end.
fn scale(rows: &[Row], value: Style, wide: f32) -> f32 {
    let per = rows.iter().filter(|row| row.reach > 0.0).map(|row| {
        let room = value.width(&row.label) + 2.0 * BESIDE + 12.0;
        (wide - room).max(wide * BARS) / row.reach
    });
    let per = per.fold(f32::INFINITY, f32::min);
    if per.is_finite() { per } else { 0.0 }
}

impl Plan<'_> {
    /// The marks of one row; gives back where they end.
    fn row_marks(&self, sheet: &mut Sheet, row: &Row, lane: &Lane, whole: Rect) -> f32 {
        let marks = &self.chart.marks;
        let first = &marks[row.marks.start];
        if first.part.is_none() {
            let at = row.marks.start;
            sheet.spot(at, whole);
            sheet.mark = Some(at);
            return self.whole_bar(sheet, first, lane);
        }
        let mut end = lane.zero;
        let mut unsure = Bounds::NOTHING;
        let mut undisclosed = 0;
        for at in row.marks.clone() {
            let mark = &marks[at];
            sheet.mark = Some(at);
            let next = lane.beyond(end, float(mark.value.low) * lane.per);
            let rect = lane.rect(end, next, 1.0);
            sheet.filled(rect, self.fill(mark).hatched_if(mark.value.estimate));
            if mark.part == Some(Part::NotItemised) {
                sheet.outlined(rect, Line::of(Ink::TextWeak, 0.75));
            } else if end > lane.zero && rect.width > 1.0 {
                lane.across(sheet, end, 1.0, Line::of(Ink::Ground, 1.0));
            }
            let spot = Rect::sides(
                rect.left,
                whole.top,
                rect.right().max(rect.left + 3.0),
                whole.bottom(),
            );
            sheet.spot(at, spot);
            end = next;
            undisclosed += mark.value.undisclosed;
            unsure.high = match (unsure.high, mark.value.high) {
                (Some(sum), Some(high)) => Some(sum + (high - mark.value.low)),
                _ => None,
            };
        }
        // The name and the rest of the row stand for its first part.
        if end <= lane.zero && undisclosed > 0 {
            end = lane.undisclosed(sheet, end);
        }
        let unsure_ink = marks
            .get(row.marks.end - 1)
            .map_or(Ink::Mixed, |mark| self.fill(mark).ink);
        let bounds = Bounds {
            low: rust_decimal::Decimal::ZERO,
            ..unsure
        };
        if bounds.high.is_none_or(|high| high > bounds.low) {
            end = lane.unsure(sheet, end, &bounds, unsure_ink);
        }
        self.own_total(sheet, first, lane, end);
        end
    }

    /// A whole bar, with its promise round it where it has one.
    fn whole_bar(&self, sheet: &mut Sheet, mark: &ChartMark, lane: &Lane) -> f32 {
        let mut end = lane.zero;
        for total in mark.fulfilment.iter().flat_map(|f| &f.promised) {
            let bounds = total.bounds();
            let border = Line::of(Ink::TextWeak, 1.0);
            let low = lane.at(float(bounds.low));
            let high = lane.at(float(reach(bounds)));
            sheet.outlined(lane.rect(lane.zero, high, 1.35), border);
            if high > low && low > lane.zero {
                lane.across(
                    sheet,
                    low,
                    1.35,
                    Line {
                        dashed: true,
                        ..border
                    },
                );
            }
            if bounds.has_number() && bounds.high.is_none() {
                end = end.max(lane.open_end(sheet, high, Ink::TextWeak));
            }
            end = end.max(high);
        }
        let bullet = self.chart.request.kind == ChartKind::PromisedAgainstArrived;
        if bullet && !mark.value.has_number() {
            return end;
        }
        let thin = Lane {
            half: if bullet { lane.half * 0.8 } else { lane.half },
            ..*lane
        };
        end.max(thin.value(sheet, &mark.value, self.fill(mark)))
    }

    /// Where the own total of a row or column is not where its parts end: a tick there.
    pub(super) fn own_total(&self, sheet: &mut Sheet, first: &ChartMark, lane: &Lane, end: f32) {
        let Some(total) = self.words.row_total(first) else {
            return;
        };
        let at = lane.at(float(total.bounds().low));
        let beyond = if lane.lies { end - at } else { at - end };
        if beyond > 1.5 && total.bounds().has_number() {
            let part = if lane.lies { 1.5 } else { 1.15 };
            lane.across(sheet, at, part, Line::of(Ink::Text, 1.5));
        }
    }
}

/// A light ground behind something chosen.
pub(super) fn ground(sheet: &mut Sheet, rect: Rect) {
    sheet.filled(
        rect,
        Fill {
            strength: 0.1,
            ..Fill::solid(Ink::Accent)
        },
    );
}
