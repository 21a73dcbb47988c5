//! Rows: a bar a party, whole or stacked; promises as outlines round what arrived.

use crate::exchange::picture::scene::{Anchor, Fill, Ink, Line, Rect};
use crate::ledger::Bounds;
use crate::views::{ChartKind, ChartMark};

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
        let promised = first.fulfilment.iter().flat_map(|f| &f.promised);
        let promised = promised.map(|total| float(reach(total.bounds())));
        let parts: Vec<usize> = marks.clone().collect();
        let own = float(self.stack_reach(&parts));
        Row {
            name: self.words.row_name(first),
            label,
            reach: promised.fold(own, f32::max),
            marks,
        }
    }

    /// How high a row is and how large its text, in a room for so many rows.
    pub(super) fn row_step(&self, rows: usize, high: f32) -> (f32, f32) {
        // Where the rows can be scrolled they need not be condensed so far.
        let least = match self.frame.height {
            super::Height::AtLeast(_) => SCROLLED,
            super::Height::Fixed(_) | super::Height::Grows(_) => LEAST,
        };
        let step = (high / number(rows).max(1.0)).clamp(least, MOST);
        (step, (step * 0.62).clamp(9.5, NAME.size))
    }

    /// How many rows there is room for.
    pub(super) fn rows_shown(&self, rows: usize, step: f32, high: f32) -> usize {
        if !matches!(self.frame.height, super::Height::Fixed(_)) {
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
        let parts: Vec<usize> = row.marks.clone().collect();
        self.stack(sheet, &parts, lane, whole)
    }

    /// A whole bar, with its promise round it where it has one.
    fn whole_bar(&self, sheet: &mut Sheet, mark: &ChartMark, lane: &Lane) -> f32 {
        let mut end = lane.zero;
        let promised = mark.fulfilment.as_ref().map_or(&[][..], |f| &f.promised);
        // Promises of two stages stand beside each other: neither is a part of the other (R1).
        let half = lane.half * 1.35 / number(promised.len().max(1));
        for (nth, total) in promised.iter().enumerate() {
            let own = Lane {
                middle: lane.middle - lane.half * 1.35 + half * (2.0 * number(nth) + 1.0),
                half,
                ..*lane
            };
            end = end.max(promise(sheet, &own, total.bounds()));
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
}

/// A promise: an outline as far as it goes, with a dashed line where it surely goes to.
fn promise(sheet: &mut Sheet, lane: &Lane, bounds: &Bounds) -> f32 {
    let border = Line::of(Ink::TextWeak, 1.0);
    let low = lane.at(float(bounds.low));
    let high = lane.at(float(reach(bounds)));
    sheet.outlined(lane.rect(lane.zero, high, 1.0), border);
    if high > low && low > lane.zero {
        let dashed = Line {
            dashed: true,
            ..border
        };
        lane.across(sheet, low, 1.0, dashed);
    }
    if bounds.has_number() && bounds.high.is_none() {
        return lane.open_end(sheet, high, Ink::TextWeak);
    }
    high
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
