//! Figures of one entry that disagree: a row an entry, a point a figure; the preferred one is filled.

use crate::exchange::picture::scene::{Anchor, Fill, Ink, Line, Rect, Shape};
use crate::ledger::Bounds;
use rust_decimal::Decimal;

use super::lane::{Lane, float, number, reach};
use super::rows::{ground, names_width};
use super::sheet::{NAME, Sheet, VALUE};
use super::{Done, Plan};

/// The least width in which the figures of a row stand.
const LEAST: f32 = 60.0;

pub(super) fn spread(plan: &Plan<'_>, sheet: &mut Sheet, room: Rect) -> Done {
    let marks = &plan.chart.marks;
    let rows = plan.grouped();
    let (step, size) = plan.row_step(rows.len(), room.height);
    let shown = plan.rows_shown(rows.len(), step, room.height);
    let (name, value) = (NAME.sized(size), VALUE.sized(size.min(VALUE.size)));
    let names: Vec<String> = rows
        .iter()
        .map(|row| plan.words.row_name(&marks[row.start]))
        .collect();
    let labels: Vec<String> = rows.iter().map(|row| range(plan, row.clone())).collect();
    let widest = labels
        .iter()
        .map(|label| value.width(label))
        .fold(0.0, f32::max);
    // Ranges are told in full; in a narrow picture the names are cut for them.
    let own = names_width(names.iter().map(String::as_str), name, room.width, 0.45);
    let zero = room.left + own.min(room.width - widest - 20.0 - LEAST).max(0.0);
    let wide = (room.right() - zero - widest - 20.0).max(0.0);
    for (index, row) in rows.iter().take(shown).enumerate() {
        let top = room.top + number(index) * step;
        let first = &marks[row.start];
        // Each entry has its own scale: what is compared is how far its figures lie apart.
        let most = row
            .clone()
            .map(|at| reach(&marks[at].value))
            .max()
            .unwrap_or_default();
        let lane = Lane {
            lies: true,
            zero,
            per: wide / float(most).max(f32::EPSILON),
            middle: top + step / 2.0,
            half: step * 0.3,
            fade: 1.0,
        };
        if plan.is_chosen(first) {
            ground(sheet, Rect::sides(room.left, top, room.right(), top + step));
        }
        let base = lane.middle + name.drop();
        sheet.mark = Some(row.start);
        sheet.text(
            (zero - 8.0, base),
            &name.fitting(&names[index], zero - room.left - 10.0),
            name,
            Anchor::End,
        );
        sheet.mark = None;
        let lows = row.clone().map(|at| lane.at(float(marks[at].value.low)));
        let (from, to) = lows.fold((f32::MAX, f32::MIN), |(a, b), x| (a.min(x), b.max(x)));
        sheet.line(
            (from, lane.middle),
            (to, lane.middle),
            Line::of(Ink::LineStrong, 2.0),
        );
        for at in row.clone() {
            figure(plan, sheet, at, &lane, step);
        }
        sheet.text(
            (zero + wide + 14.0, lane.middle + value.drop()),
            &labels[index],
            value,
            Anchor::Start,
        );
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

/// The least and the greatest figure of a row.
fn range(plan: &Plan<'_>, row: std::ops::Range<usize>) -> String {
    let values = row.map(|at| plan.chart.marks[at].value);
    let with: Vec<Bounds> = values.filter(Bounds::has_number).collect();
    let low = with.iter().map(|value| value.low).min().unwrap_or_default();
    let high = with.iter().map(reach).max().unwrap_or(Decimal::ZERO);
    plan.words.value(&Bounds {
        low,
        high: Some(high),
        numbers: 1,
        ..Bounds::NOTHING
    })
}

fn figure(plan: &Plan<'_>, sheet: &mut Sheet, at: usize, lane: &Lane, step: f32) {
    let mark = &plan.chart.marks[at];
    sheet.mark = Some(at);
    let x = lane.at(float(mark.value.low));
    lane.unsure(sheet, x, &mark.value, Ink::Mixed);
    let preferred = mark.figure.as_ref().is_some_and(|figure| figure.preferred);
    let ink = if preferred { Ink::Accent } else { Ink::Text };
    sheet.add(Shape::Circle {
        centre: (x, lane.middle),
        radius: 4.0,
        fill: Some(Fill::solid(if preferred {
            Ink::Accent
        } else {
            Ink::Ground
        })),
        line: Some(Line::of(ink, 1.4)),
    });
    sheet.mark = None;
    let half = step / 2.0;
    sheet.spot(
        at,
        Rect::sides(x - 6.0, lane.middle - half, x + 6.0, lane.middle + half),
    );
}
