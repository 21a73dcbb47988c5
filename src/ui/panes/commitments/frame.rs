//! Where the rows and columns of the matrix are: measured from the names and the room there is.

use std::sync::Arc;

use eframe::egui::{FontId, Galley, Rect, Ui, Vec2, pos2, vec2};

use crate::text::words;
use crate::ui::PaneCtx;
use crate::ui::theme::{HALF, body_font, small_font};
use crate::views::{Matrix, Promise};

use super::names::short_area;

/// Room for the tick that chooses a party.
pub(super) const TICK: f32 = 20.0;
/// Room for a party's count of areas.
const COUNT: f32 = 26.0;
/// Most room for the names of parties.
const NAMES: f32 = 124.0;
/// Room between two groups of areas.
const GROUP_GAP: f32 = 6.0;
/// Room that the scroll bars keep.
const SCROLL_BAR: f32 = 6.0;
/// Height of a line of small text: groups, totals.
pub(super) const SMALL_LINE: f32 = 17.0;
/// Columns are so wide at least, and at most.
const PITCH: (f32, f32) = (14.5, 34.0);
/// Rows are so high at least, and at most.
const LINE: (f32, f32) = (16.0, 24.0);
/// From which width on a column's head takes two lines, with the whole name.
const TWO_LINES: f32 = 28.0;
/// From which width on a column's total stands upright under its name.
const UPRIGHT: f32 = 20.0;
/// How long a line of such a head is.
const WRAPPED: f32 = 124.0;

/// Where everything is, beginning at the upper left corner of the matrix.
pub(super) struct Frame {
    /// Width of the heads of rows.
    pub(super) head: f32,
    /// Room for a party's name in it.
    pub(super) name: f32,
    /// Width of a column.
    pub(super) pitch: f32,
    /// Height of a row.
    pub(super) line: f32,
    /// Height of the heads of columns: group, name, total.
    pub(super) top: f32,
    /// Where each column begins, from where the first begins.
    lefts: Vec<f32>,
    /// The names of the columns, as laid out.
    pub(super) names: Vec<Arc<Galley>>,
    /// The font of the heads of rows.
    pub(super) font: FontId,
    /// How large all cells together are.
    pub(super) cells: Vec2,
}

impl Frame {
    /// Measures a matrix for the width there is, and a height.
    pub(super) fn of(ui: &Ui, ctx: &PaneCtx<'_>, matrix: &Matrix, height: f32) -> Self {
        let room = vec2(ui.available_width(), height);
        let font = if room.x > 760.0 {
            body_font()
        } else {
            small_font()
        };
        let wide = |text: &str| {
            let text = text.to_owned();
            ui.painter()
                .layout_no_wrap(text, font.clone(), ctx.theme.text)
                .size()
                .x
        };
        let names = matrix.rows.iter().map(|row| wide(ctx.name(&row.name)));
        let most = if room.x > 760.0 { NAMES * 1.4 } else { NAMES };
        let name = names.fold(0.0, f32::max).min(most);
        // The legend stands over the names and counts, and is not cut off where names are short.
        let legend = Promise::ALL.iter().map(|of| {
            let words = ctx.texts.get(of.text_id());
            let galley = ui
                .painter()
                .layout_no_wrap(words, small_font(), ctx.theme.text);
            galley.size().x
        });
        let name = name.max(legend.fold(0.0, f32::max) - COUNT).ceil();
        let head = TICK + name + COUNT + HALF;
        let groups = matrix.columns.windows(2);
        let groups = groups.filter(|pair| pair[0].area.group() != pair[1].area.group());
        let gaps = GROUP_GAP * count(groups.count());
        let columns = count(matrix.columns.len().max(1));
        // The scroll bar keeps its room, so that the columns do not jump when it comes.
        let free = (room.x - head - gaps - SCROLL_BAR) / columns;
        let pitch = (free * 2.0).floor() / 2.0;
        let pitch = pitch.clamp(PITCH.0, PITCH.1);
        let names = heads(ui, ctx, matrix, pitch);
        let longest = names
            .iter()
            .map(|galley| galley.size().x)
            .fold(0.0, f32::max);
        let top = SMALL_LINE + longest.ceil() + HALF + SMALL_LINE + HALF;
        let rows = count(matrix.rows.len().max(1));
        let line = ((room.y - top - SCROLL_BAR) / rows)
            .floor()
            .clamp(LINE.0, LINE.1);
        let mut lefts = Vec::new();
        let (mut x, mut before) = (0.0, None);
        for column in &matrix.columns {
            let group = column.area.group();
            if before.is_some_and(|before| before != group) {
                x += GROUP_GAP;
            }
            before = Some(group);
            lefts.push(x);
            x += pitch;
        }
        Self {
            head,
            name,
            pitch,
            line,
            top,
            lefts,
            names,
            font,
            cells: vec2(x, line * count(matrix.rows.len())),
        }
    }

    /// Whether the totals of the columns stand upright; else on their side, as the names do.
    pub(super) fn is_upright(&self) -> bool {
        self.pitch >= UPRIGHT
    }

    /// Where a column begins, from where the first begins.
    pub(super) fn left(&self, column: usize) -> f32 {
        self.lefts.get(column).copied().unwrap_or_default()
    }

    /// Where a cell is, from where the first is.
    pub(super) fn cell(&self, row: usize, column: usize) -> Rect {
        let corner = pos2(self.left(column), self.line * count(row));
        Rect::from_min_size(corner, vec2(self.pitch, self.line))
    }
}

/// The names of the columns: on two lines where a column has room for them.
fn heads(ui: &Ui, ctx: &PaneCtx<'_>, matrix: &Matrix, pitch: f32) -> Vec<Arc<Galley>> {
    let color = ctx.theme.text;
    let columns = matrix.columns.iter();
    columns
        .map(|column| {
            if pitch >= TWO_LINES {
                let name = words::area(column.area, ctx.texts);
                ui.painter().layout(name, small_font(), color, WRAPPED)
            } else {
                let name = short_area(column.area, ctx.texts);
                ui.painter().layout_no_wrap(name, small_font(), color)
            }
        })
        .collect()
}

/// A count as a factor of lengths.
pub(super) fn count(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
