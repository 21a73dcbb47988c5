//! Small multiples: a chart over time for each party, all on one scale.

use crate::exchange::picture::scene::{Anchor, Ink, Line, Rect};
use crate::views::ChartMark;

use super::axis::Values;
use super::lane::number;
use super::sheet::{NAME, Sheet, VALUE};
use super::time::{Field, diamond, most, span};
use super::{Done, Plan};

/// The least width of a panel.
const WIDE: f32 = 132.0;
/// The least height of a panel in which a line is still read.
const HIGH: f32 = 66.0;
/// The greatest.
const HIGHEST: f32 = 120.0;
/// Room between two.
const GAP: f32 = 12.0;

pub(super) fn multiples(plan: &Plan<'_>, sheet: &mut Sheet, room: Rect) -> Done {
    let panels = plan.grouped();
    let marks = &plan.chart.marks;
    let reach = most(marks.iter());
    let mut across = 1;
    while number(across + 1) * (WIDE + GAP) - GAP <= room.width && across < panels.len() {
        across += 1;
    }
    let rows = panels.len().div_ceil(across);
    let free = room.height - super::axis::UNDER;
    let high = ((free + GAP) / number(rows).max(1.0) - GAP).clamp(HIGH, HIGHEST);
    let fits = match plan.frame.height {
        super::Height::Grows(_) | super::Height::AtLeast(_) => rows,
        super::Height::Fixed(_) => (1..=rows)
            .rfind(|rows| number(*rows) * (high + GAP) - GAP <= free + 0.5)
            .unwrap_or(0),
    };
    let wide = (room.width + GAP) / number(across) - GAP;
    let days = span(marks, plan.words.as_known());
    let values = Values::new(&plan.words, reach, high);
    let shown = (fits * across).min(panels.len());
    for (index, panel) in panels.iter().take(shown).enumerate() {
        let left = room.left + number(index % across) * (wide + GAP);
        let top = room.top + number(index / across) * (high + GAP);
        let all: Vec<(usize, &ChartMark)> = panel.clone().map(|at| (at, &marks[at])).collect();
        let whole = Rect::sides(left, top, left + wide, top + high);
        panel_of(plan, sheet, &all, whole, &days, values.most);
    }
    let used = shown.div_ceil(across);
    let bottom = room.top + number(used) * (high + GAP) - GAP;
    // One axis of time under the first column tells for all.
    let under = Rect::sides(room.left, bottom, room.left + wide, bottom);
    days.paint(sheet, under, plan.words.texts);
    Done {
        bottom: bottom + super::axis::UNDER,
        left_out: panels.len() - shown,
    }
}

fn panel_of(
    plan: &Plan<'_>,
    sheet: &mut Sheet,
    all: &[(usize, &ChartMark)],
    whole: Rect,
    days: &super::axis::Days,
    most: f32,
) {
    let Some((first, mark)) = all.first().copied() else {
        return;
    };
    let name = NAME.sized(11.5);
    let last = all
        .iter()
        .rfind(|(_, mark)| !mark.running_total)
        .or(all.last());
    // What is best known of a party may be a running total: told with its sign.
    let greatest = all
        .iter()
        .filter(|(_, mark)| mark.running_total)
        .max_by_key(|(_, mark)| mark.value.low)
        .filter(|(_, mark)| last.is_none_or(|(_, line)| mark.value.low > line.value.low));
    let told = greatest.or(last);
    let value = told.map_or_else(String::new, |(_, mark)| plan.words.value(&mark.value));
    let ink = if plan.is_chosen(mark) {
        Ink::Accent
    } else {
        Ink::Text
    };
    sheet.mark = Some(first);
    let base = whole.top + 6.0 + name.drop();
    let beside = VALUE.sized(10.0);
    let value = beside.whole_words(&value, whole.width * 0.55);
    let begin = whole.right() - beside.width(&value);
    let sign = if greatest.is_some() { 12.0 } else { 0.0 };
    let room = begin - whole.left - sign - 8.0;
    let shown = name.fitting(&plan.words.row_name(mark), room);
    sheet.text((whole.left, base), &shown, name.inked(ink), Anchor::Start);
    sheet.text((whole.right(), base), &value, beside, Anchor::End);
    if greatest.is_some() {
        diamond(sheet, (begin - 7.0, base - beside.drop()), 3.0);
    }
    let inner = Rect::sides(whole.left, whole.top + 18.0, whole.right(), whole.bottom());
    let field = Field {
        room: inner,
        days,
        most,
    };
    let ink = plan
        .chart
        .request
        .aid_type
        .map_or(Ink::Mixed, super::ink_of_type);
    field.steps(sheet, all, ink);
    sheet.line(
        (inner.left, inner.bottom()),
        (inner.right(), inner.bottom()),
        Line::of(Ink::LineStrong, 1.0),
    );
    for (at, mark) in all {
        sheet.mark = Some(*at);
        if mark.running_total {
            field.point(sheet, mark, 3.0);
        }
    }
    sheet.mark = None;
    // One mark stands for a panel: the last one of its line, which holds all before it.
    for (at, mark) in all {
        let rect = if Some(*at) == last.map(|(at, _)| *at) {
            whole
        } else {
            field.place(mark).map_or(Rect::default(), |(x, y)| {
                Rect::sides(x - 3.0, y - 3.0, x + 3.0, y + 3.0)
            })
        };
        sheet.spot(*at, rect);
    }
}
