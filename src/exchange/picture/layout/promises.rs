//! What is promised year by year until the promises end: a row a party, a column a year; the bars
//! are on one scale, the sums stand in the cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::picture::scene::{Anchor, Ink, Line, Rect};
use crate::ledger::Bounds;
use crate::model::Year;
use crate::views::When;
use rust_decimal::Decimal;

use super::axis::column;
use super::lane::{Lane, float, number, reach};
use super::rows::names_width;
use super::sheet::{NAME, Sheet, VALUE};
use super::{Done, Plan};

/// The highest a row is.
const MOST: f32 = 40.0;
/// The lowest.
const LEAST: f32 = 26.0;

pub(super) fn promises(plan: &Plan<'_>, sheet: &mut Sheet, room: Rect) -> Done {
    let marks = &plan.chart.marks;
    let rows = plan.grouped();
    let years: BTreeSet<Year> = marks
        .iter()
        .filter_map(|mark| match mark.when {
            Some(When::Year(year)) => Some(year),
            _ => None,
        })
        .collect();
    let years: Vec<Year> = match (years.first(), years.last()) {
        (Some(first), Some(last)) => (first.get()..=last.get())
            .filter_map(|year| Year::new(i64::from(year)).ok())
            .collect(),
        _ => Vec::new(),
    };
    let not_split = marks.iter().any(|mark| mark.when == Some(When::NotSplit));
    let columns = years.len() + usize::from(not_split);
    let head = 20.0;
    let step = ((room.height - head) / number(rows.len()).max(1.0)).clamp(LEAST, MOST);
    let shown = plan.rows_shown(rows.len(), step, room.height - head);
    let name = NAME.sized(12.0);
    let names: Vec<String> = rows
        .iter()
        .map(|row| plan.words.row_name(&marks[row.start]))
        .collect();
    let left = room.left + names_width(names.iter().map(String::as_str), name, room.width, 0.24);
    let cells = Rect::sides(left, room.top + head, room.right(), room.bottom());
    for (index, year) in years.iter().enumerate() {
        let (middle, wide) = column(cells, index, columns);
        let text = short_year(*year, wide);
        sheet.text((middle, room.top + 13.0), &text, VALUE, Anchor::Middle);
    }
    if not_split {
        let (middle, wide) = column(cells, years.len(), columns);
        let text = VALUE.fitting(&plan.words.texts.get("chart-not-split"), wide);
        sheet.text((middle, room.top + 13.0), &text, VALUE, Anchor::Middle);
    }
    let most = marks
        .iter()
        .map(|mark| reach(&mark.value))
        .max()
        .unwrap_or(Decimal::ONE);
    for (index, (row, own)) in rows.iter().zip(&names).take(shown).enumerate() {
        let top = cells.top + number(index) * step;
        let first = &marks[row.start];
        let ink = if plan.is_chosen(first) {
            Ink::Accent
        } else {
            Ink::Text
        };
        let base = top + step - 8.0;
        sheet.text(
            (left - 8.0, base),
            &name.fitting(own, left - room.left - 10.0),
            name.inked(ink),
            Anchor::End,
        );
        let ground = top + step - 2.0;
        sheet.line(
            (left, ground),
            (room.right(), ground),
            Line::of(Ink::Line, 1.0),
        );
        let filled = cells_of(plan, row.clone(), &years);
        for (place, inside) in &filled {
            let (middle, wide) = column(cells, *place, columns);
            // A sum may stand out over a neighbour that is empty.
            let free = |beside: Option<usize>| {
                let is_free = beside.is_some_and(|at| at < columns && !filled.contains_key(&at));
                if is_free { wide * 0.45 } else { 0.0 }
            };
            let beyond = free(place.checked_sub(1)).min(free(Some(place + 1)));
            let beyond = if inside.len() == 1 { 2.0 * beyond } else { 0.0 };
            // Promises of two stages for one year stand beside each other, never on each other (R1).
            let part = wide / number(inside.len());
            for (nth, at) in inside.iter().enumerate() {
                let left = middle - wide / 2.0 + part * number(nth);
                let whole = Rect::sides(left, top, left + part, top + step);
                let lane = Lane {
                    lies: false,
                    zero: ground,
                    per: (step - 16.0) / float(most).max(f32::EPSILON),
                    middle: left + part / 2.0,
                    half: part * 0.4,
                    fade: 0.4,
                };
                cell(plan, sheet, *at, &lane, (whole, beyond));
            }
        }
    }
    Done {
        bottom: cells.top + number(shown) * step,
        left_out: rows.len() - shown,
    }
}

/// The cells of a row that hold anything: the column, and the marks in it by index.
fn cells_of(
    plan: &Plan<'_>,
    row: std::ops::Range<usize>,
    years: &[Year],
) -> BTreeMap<usize, Vec<usize>> {
    let mut cells: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in row {
        let place = match plan.chart.marks[at].when {
            Some(When::Year(year)) => years.iter().position(|known| *known == year),
            _ => Some(years.len()),
        };
        if let Some(place) = place {
            cells.entry(place).or_default().push(at);
        }
    }
    cells
}

/// A year in four digits, or in two where columns are narrow.
fn short_year(year: Year, wide: f32) -> String {
    let text = year.to_string();
    if VALUE.width(&text) <= wide - 3.0 {
        return text;
    }
    text.get(2..)
        .map_or_else(|| text.clone(), |end| format!("’{end}"))
}

fn cell(plan: &Plan<'_>, sheet: &mut Sheet, at: usize, lane: &Lane, (whole, beyond): (Rect, f32)) {
    let mark = &plan.chart.marks[at];
    sheet.mark = Some(at);
    let end = lane.value(sheet, &mark.value, plan.fill(mark));
    let mut text = plan.words.value(&mark.value);
    if mark.goes_on {
        text += " →";
    }
    let room = whole.width + beyond - 1.0;
    let large = VALUE.sized(9.5);
    let size = if large.width(&text) <= room {
        large
    } else {
        VALUE.sized(9.0)
    };
    let mut text = size.whole_words(&text, room);
    if text.is_empty() && mark.value.estimate {
        // That it is an estimate is seen by its hatching too.
        let value = Bounds {
            estimate: false,
            ..mark.value
        };
        text = size.whole_words(&plan.words.value(&value), room);
    }
    if text.is_empty() && !mark.value.is_nothing() && size.width("…") <= room {
        // There is something, which is told where it is asked for.
        "…".clone_into(&mut text);
    }
    if !text.is_empty() {
        let base = (end - 3.0).min(whole.bottom() - 5.0).max(whole.top + 9.0);
        sheet.text((lane.middle, base), &text, size, Anchor::Middle);
    }
    sheet.mark = None;
    sheet.spot(at, whole);
}
