//! Over time: packages cumulated by the day of their announcement as a line of steps, running totals
//! as points that are never added to it.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::exchange::picture::scene::{Anchor, Fill, Ink, Line, Rect, Shape};
use crate::views::{ChartMark, When};

use super::axis::{Days, UNDER, Values, days};
use super::lane::{float, reach};
use super::sheet::{Sheet, VALUE};
use super::{Done, Plan};

/// How many running totals are named at most.
const NAMED: usize = 8;

/// The days that marks span, up to the day as known on, with a little room.
pub(super) fn span(marks: &[ChartMark], as_known: Option<Date>) -> Days {
    let all = marks
        .iter()
        .filter_map(|mark| mark.when.and_then(When::day))
        .map(days);
    let (from, to) = all.fold((f32::MAX, f32::MIN), |(from, to), day| {
        (from.min(day), to.max(day))
    });
    let to = as_known.map_or(to, |day| to.max(days(day)));
    let room = ((to - from) * 0.03).max(10.0);
    Days {
        from: from - room,
        to: to + room,
        until: to,
    }
}

/// The greatest value of marks.
pub(super) fn most<'m>(marks: impl Iterator<Item = &'m ChartMark>) -> Decimal {
    marks
        .map(|mark| mark.value.low.max(reach(&mark.value)))
        .max()
        .unwrap_or_default()
}

/// A room in which days and values are places.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) room: Rect,
    pub(super) days: &'a Days,
    /// The value at the top.
    pub(super) most: f32,
}

impl Field<'_> {
    pub(super) fn x(&self, day: Date) -> f32 {
        self.days.at(day, self.room)
    }

    pub(super) fn y(&self, value: Decimal) -> f32 {
        self.room.bottom() - float(value) / self.most.max(f32::EPSILON) * self.room.height
    }

    pub(super) fn place(&self, mark: &ChartMark) -> Option<(f32, f32)> {
        let day = mark.when.and_then(When::day)?;
        Some((self.x(day), self.y(mark.value.low)))
    }

    /// The steps of the marks that are packages: a light area with a line over it; between the low
    /// and the high bounds a lighter one. Gives back where the line ends.
    pub(super) fn steps(
        &self,
        sheet: &mut Sheet,
        marks: &[(usize, &ChartMark)],
        ink: Ink,
    ) -> Option<(f32, f32)> {
        let mut packages = marks.iter().filter(|(_, mark)| !mark.running_total);
        let end = self.place(packages.next_back()?.1)?;
        let low = self.outline(marks, |mark| mark.value.low);
        let high = self.outline(marks, |mark| reach(&mark.value).max(mark.value.low));
        let filled = |mut points: Vec<(f32, f32)>| {
            let first = points.first().map_or(self.room.left, |(x, _)| *x);
            points.push((self.days.end(self.room), self.room.bottom()));
            points.push((first, self.room.bottom()));
            points
        };
        if high != low {
            let fill = Fill {
                strength: 0.12,
                ..Fill::solid(ink)
            };
            sheet.add(Shape::Area {
                points: filled(high),
                fill,
            });
        }
        let fill = Fill {
            strength: 0.25,
            ..Fill::solid(ink)
        };
        sheet.add(Shape::Area {
            points: filled(low.clone()),
            fill,
        });
        sheet.add(Shape::Path {
            points: low,
            line: Line::of(ink, 2.0),
        });
        Some(end)
    }

    /// The corners of the steps over the days of packages.
    fn outline(
        &self,
        marks: &[(usize, &ChartMark)],
        value: fn(&ChartMark) -> Decimal,
    ) -> Vec<(f32, f32)> {
        let mut points = Vec::new();
        let mut y = self.room.bottom();
        for (_, mark) in marks.iter().filter(|(_, mark)| !mark.running_total) {
            let Some(day) = mark.when.and_then(When::day) else {
                continue;
            };
            let x = self.x(day);
            points.push((x, y));
            y = self.y(value(mark));
            points.push((x, y));
        }
        points.push((self.days.end(self.room), y));
        points
    }

    /// What names may not stand on: the line of zero, the line of steps, and the lines from running
    /// totals down to it.
    fn lines(&self, marks: &[(usize, &ChartMark)]) -> Vec<Rect> {
        let round = |(x, y): (f32, f32), (to_x, to_y): (f32, f32)| {
            let (left, top) = (x.min(to_x) - 1.5, y.min(to_y) - 1.5);
            Rect::sides(left, top, x.max(to_x) + 1.5, y.max(to_y) + 1.5)
        };
        let (ground, room) = (self.room.bottom(), self.room);
        let mut lines = vec![round((room.left, ground), (room.right(), ground))];
        let steps = self.outline(marks, |mark| mark.value.low);
        lines.extend(steps.windows(2).map(|ends| round(ends[0], ends[1])));
        for (_, mark) in marks {
            if let (Some((x, y)), Some(beside)) = (self.place(mark), mark.not_itemised) {
                lines.push(round((x, y), (x, self.y(mark.value.low - beside))));
            }
        }
        lines
    }

    /// A running total: a diamond, with a dashed line down to what the packages come to.
    pub(super) fn point(
        &self,
        sheet: &mut Sheet,
        mark: &ChartMark,
        size: f32,
    ) -> Option<(f32, f32)> {
        let (x, y) = self.place(mark)?;
        if let Some(beside) = mark.not_itemised {
            let to = self.y(mark.value.low - beside);
            if to - y > 3.0 {
                let line = Line {
                    dashed: true,
                    ..Line::of(Ink::TextWeak, 1.0)
                };
                sheet.line((x, y), (x, to), line);
            }
        }
        diamond(sheet, (x, y), size);
        Some((x, y))
    }
}

/// The sign of running totals.
pub(super) fn diamond(sheet: &mut Sheet, (x, y): (f32, f32), size: f32) {
    sheet.add(Shape::Area {
        points: vec![(x, y - size), (x + size, y), (x, y + size), (x - size, y)],
        fill: Fill::solid(Ink::Accent),
    });
}

pub(super) fn time(plan: &Plan<'_>, sheet: &mut Sheet, room: Rect) -> Done {
    let marks = &plan.chart.marks;
    let values = Values::new(&plan.words, most(marks.iter()), room.height - UNDER);
    let inner = Rect::sides(
        room.left + values.width + 8.0,
        room.top + 8.0,
        room.right(),
        room.bottom() - UNDER,
    );
    let days = span(marks, plan.words.as_known());
    values.paint(sheet, inner);
    days.paint(sheet, inner, plan.words.texts);
    let field = Field {
        room: inner,
        days: &days,
        most: values.most,
    };
    let all: Vec<(usize, &ChartMark)> = marks.iter().enumerate().collect();
    let ink = plan
        .chart
        .request
        .aid_type
        .map_or(Ink::Mixed, super::ink_of_type);
    let end = field.steps(sheet, &all, ink);
    let mut taken = field.lines(&all);
    if let (Some((x, y)), Some(last)) = (end, marks.iter().rfind(|mark| !mark.running_total)) {
        let style = VALUE.bold();
        let over = Rect::sides(inner.left, y - 4.0 - VALUE.size, x - 4.0, y - 2.0);
        // As long as it may be up to the next line on its left.
        let lines = taken.iter().filter(|line| line.meets(&over));
        let from = lines.map(Rect::right).fold(over.left, f32::max);
        let text = style.whole_words(&plan.words.value(&last.value), over.right() - from - 2.0);
        let left = over.right() - style.width(&text);
        sheet.text((left, y - 5.0), &text, style, Anchor::Start);
        taken.push(Rect::sides(left, over.top, over.right(), over.bottom()));
    }
    for (at, mark) in &all {
        sheet.mark = Some(*at);
        let place = if mark.running_total {
            field.point(sheet, mark, 4.5)
        } else {
            field.place(mark)
        };
        sheet.mark = None;
        if let Some((x, y)) = place {
            let half = if mark.running_total { 6.0 } else { 5.0 };
            let rect = Rect::sides(x - half, y - half, x + half, y + half);
            sheet.spot(*at, rect);
            if mark.running_total {
                taken.push(rect);
            }
        }
    }
    names(plan, sheet, &field, &mut taken);
    Done {
        bottom: room.bottom(),
        left_out: 0,
    }
}

/// The names of the greatest running totals beside their points, as far as there is room.
fn names(plan: &Plan<'_>, sheet: &mut Sheet, field: &Field<'_>, taken: &mut Vec<Rect>) {
    let points = plan.chart.marks.iter().enumerate();
    let mut greatest: Vec<(usize, &ChartMark)> =
        points.filter(|(_, mark)| mark.running_total).collect();
    greatest.sort_by_key(|(_, mark)| std::cmp::Reverse(mark.value.low));
    let mut named = 0;
    for (at, mark) in greatest {
        let Some((x, y)) = field.place(mark) else {
            continue;
        };
        let value = plan.words.value(&mark.value);
        let name = plan.words.row_name(mark);
        let one = plan
            .chart
            .request
            .parties
            .as_ref()
            .is_some_and(|of| of.len() == 1);
        let text = if one || name.is_empty() {
            value
        } else {
            format!("{name} {value}")
        };
        let (wide, half) = (VALUE.width(&text), VALUE.size / 2.0 + 1.0);
        let from = |left: f32, top: f32| Rect::sides(left, top, left + wide, top + 2.0 * half);
        let (over, under) = (y - 7.0 - 2.0 * half, y + 7.0);
        let places = [
            from(x + 8.0, y - half),
            from(x - 8.0 - wide, y - half),
            from(x - wide / 2.0, over),
            from(x - 5.0, over),
            from(x + 5.0 - wide, over),
            from(x - wide / 2.0, under),
            from(x - 5.0, under),
            from(x + 5.0 - wide, under),
        ];
        let fits = |rect: &&Rect| {
            rect.left >= field.room.left
                && rect.right() <= field.room.right()
                && rect.top >= field.room.top - 8.0
                && rect.bottom() <= field.room.bottom()
                && !taken.iter().any(|other| other.meets(rect))
        };
        let Some(rect) = places.iter().find(fits).copied() else {
            continue;
        };
        sheet.mark = Some(at);
        let base = rect.top + half + VALUE.drop();
        sheet.text((rect.left, base), &text, VALUE, Anchor::Start);
        sheet.mark = None;
        // So far from each other that they are read apart.
        let apart = Rect::sides(rect.left - 6.0, rect.top, rect.right() + 6.0, rect.bottom());
        taken.push(apart);
        named += 1;
        if named >= NAMED {
            return;
        }
    }
}
