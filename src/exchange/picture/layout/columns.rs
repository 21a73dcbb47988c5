//! Columns: a year or a month each, whole or stacked by type; what is not split by year stands apart.

use crate::exchange::picture::scene::{Anchor, Ink, Line, Rect};
use crate::exchange::picture::words;
use crate::model::Year;
use crate::text::dates;
use crate::views::{ChartMark, When};

use super::axis::{UNDER, Values, column};
use super::lane::Lane;
use super::sheet::{Sheet, VALUE};
use super::{Done, Plan};

/// How far an open end reaches beyond its bar.
const OPEN: f32 = 13.0;

/// The columns in order, each with its marks by index; months without a mark between two with one
/// have a column too.
fn all_columns(marks: &[ChartMark]) -> Vec<(When, Vec<usize>)> {
    let mut found: Vec<(When, Vec<usize>)> = Vec::new();
    for (at, mark) in marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| !mark.running_total)
    {
        let Some(when) = mark.when else { continue };
        match found.iter_mut().find(|(known, _)| *known == when) {
            Some((_, indices)) => indices.push(at),
            None => found.push((when, vec![at])),
        }
    }
    found.sort_by_key(|(when, _)| *when);
    let mut whole: Vec<(When, Vec<usize>)> = Vec::new();
    for column in found {
        while let Some(next) = whole.last().and_then(|(last, _)| after(*last)) {
            if next >= column.0 || column.0 == When::NotSplit || whole.len() > 400 {
                break;
            }
            whole.push((next, Vec::new()));
        }
        whole.push(column);
    }
    whole
}

/// The year or month after one.
fn after(when: When) -> Option<When> {
    match when {
        When::Year(year) => Year::new(i64::from(year.get()) + 1).ok().map(When::Year),
        When::Month(year, 12) => Year::new(i64::from(year.get()) + 1)
            .ok()
            .map(|next| When::Month(next, 1)),
        When::Month(year, month) => Some(When::Month(year, month + 1)),
        When::Day(_) | When::NotSplit => None,
    }
}

pub(super) fn columns(plan: &Plan<'_>, sheet: &mut Sheet, room: Rect) -> Done {
    let marks = &plan.chart.marks;
    let columns = all_columns(marks);
    let reached = columns.iter().map(|(_, indices)| plan.stack_reach(indices));
    let most = reached.max();
    let under = UNDER + 4.0;
    let values = Values::new(&plan.words, most.unwrap_or_default(), room.height - under);
    let is_open = |at: &usize| marks[*at].value.high.is_none();
    let any_open = columns
        .iter()
        .any(|(_, indices)| indices.iter().any(is_open));
    let over = if any_open { 18.0 + OPEN } else { 18.0 };
    let inner = Rect::sides(
        room.left + values.width + 8.0,
        room.top + over,
        room.right(),
        room.bottom() - under,
    );
    values.paint(sheet, inner);
    let mut named_to = f32::NEG_INFINITY;
    let before_rest = before_rest(plan, inner, &columns);
    for (index, (when, indices)) in columns.iter().enumerate() {
        let (middle, wide) = column(inner, index, columns.len());
        let lane = Lane {
            lies: false,
            zero: inner.bottom(),
            per: inner.height / values.most.max(f32::EPSILON),
            middle,
            half: (wide * 0.36).min(34.0),
            fade: 1.0,
        };
        let top = plan.stack(
            sheet,
            indices,
            &lane,
            Rect::sides(
                middle - wide / 2.0,
                inner.top,
                middle + wide / 2.0,
                inner.bottom() + under,
            ),
        );
        let sum = plan.column_label(indices);
        if VALUE.width(&sum) <= wide - 2.0 {
            sheet.mark = indices.first().copied();
            sheet.text((middle, top - 5.0), &sum, VALUE, Anchor::Middle);
            sheet.mark = None;
        }
        let free = match when {
            When::NotSplit => (named_to, f32::INFINITY),
            _ => (named_to, before_rest),
        };
        named_to = name(plan, sheet, *when, (middle, wide), inner, free);
    }
    Done {
        bottom: room.bottom(),
        left_out: 0,
    }
}

/// Where the name of the column of what is not split begins, as that name always stands.
fn before_rest(plan: &Plan<'_>, inner: Rect, columns: &[(When, Vec<usize>)]) -> f32 {
    let Some((When::NotSplit, _)) = columns.last() else {
        return f32::INFINITY;
    };
    let (middle, _) = column(inner, columns.len() - 1, columns.len());
    let half = VALUE.width(&plan.words.texts.get("chart-not-split")) / 2.0;
    middle.min(inner.right() - half) - half
}

/// A column's name under it, where there is room; gives back where it ends.
fn name(
    plan: &Plan<'_>,
    sheet: &mut Sheet,
    when: When,
    (middle, wide): (f32, f32),
    inner: Rect,
    (named_to, before): (f32, f32),
) -> f32 {
    let texts = plan.words.texts;
    let text = match when {
        When::Month(year, 1) => year.to_string(),
        When::Month(year, month) if wide > 60.0 => dates::month(year, month, texts),
        When::Month(_, 4 | 7 | 10) => {
            let at = (middle, inner.bottom());
            sheet.line(at, (at.0, at.1 + 3.0), Line::of(Ink::LineStrong, 1.0));
            return named_to;
        }
        When::Month(..) => return named_to,
        When::NotSplit => texts.get("chart-not-split"),
        other => words::when(other, texts),
    };
    if when == When::NotSplit {
        let x = middle - wide / 2.0;
        let line = Line {
            dashed: true,
            ..Line::of(Ink::LineStrong, 1.0)
        };
        sheet.line((x, inner.top), (x, inner.bottom()), line);
    }
    let half = VALUE.width(&text) / 2.0;
    let x = middle.min(inner.right() - half);
    if x - half < named_to + 4.0 || x + half > before - 4.0 {
        return named_to;
    }
    let base = inner.bottom() + 6.0 + VALUE.step() * 0.75;
    sheet.text((x, base), &text, VALUE, Anchor::Middle);
    x + half
}

impl Plan<'_> {
    /// What stands over a column: its sum, with what its bounds leave open.
    fn column_label(&self, indices: &[usize]) -> String {
        let Some(first) = indices.first().map(|at| &self.chart.marks[*at]) else {
            return String::new();
        };
        let total = self.words.row_total(first);
        let value = total.map_or(&first.value, |total| total.bounds());
        if value.is_nothing() {
            return String::new();
        }
        self.words.value(value)
    }
}
