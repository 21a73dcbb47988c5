//! A table: a header that stays, rows of which only those in view are laid out, columns to sort by,
//! arrow keys, and a table with rows and cells in the accessibility tree.
//!
//! `egui_extras` puts its cells into one flat layout, where no row can be told to a screen reader;
//! here each row is a `Ui` of its own.

use eframe::egui::{
    self, Align, CornerRadius, Layout, Rangef, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, accesskit::SortDirection, pos2, vec2,
};

use crate::ui::theme::ROW;
use crate::ui::{Theme, icons};

use super::tell;
use super::walk::{Walk, walk};

/// Room between two columns.
const GAP: f32 = 10.0;
/// How far before its words a row begins: as far as what is scrolled may be seen.
const BEFORE: f32 = 3.0;
/// Room at the right for the scroll bar.
const BAR: f32 = 10.0;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    title: String,
    tip: String,
    share: f32,
    points: f32,
    align: Align,
    sorts: bool,
}

impl Column {
    /// A column of words, with its share of the width.
    pub fn words(title: String, share: f32) -> Self {
        Self {
            title,
            tip: String::new(),
            share,
            points: 0.0,
            align: Align::Min,
            sorts: false,
        }
    }

    /// A column of numbers: they stand at the right, one under the other.
    pub fn numbers(title: String, share: f32) -> Self {
        Self {
            align: Align::Max,
            ..Self::words(title, share)
        }
    }

    /// The same with so many points of the width before the rest is shared.
    #[must_use]
    pub fn points(self, points: f32) -> Self {
        Self { points, ..self }
    }

    /// The same with a sentence under the pointer.
    #[must_use]
    pub fn tip(self, tip: String) -> Self {
        Self { tip, ..self }
    }

    /// The same, to be sorted by.
    #[must_use]
    pub fn sorts(self) -> Self {
        Self {
            sorts: true,
            ..self
        }
    }
}

/// By which column the rows are ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Order {
    /// The column's index.
    pub column: usize,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// What a table keeps between frames.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TableState {
    /// The order asked for; none: as the rows come.
    pub order: Option<Order>,
    /// The row that the arrow keys stand on.
    pub at: Option<usize>,
    /// Whether the table is to take the focus.
    pub wants_focus: bool,
}

/// A table.
pub struct Table<'a> {
    /// What it shows, for a screen reader; also what tells its scroll position from other tables'.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// How many rows.
    pub rows: usize,
    /// The colours.
    pub theme: &'static Theme,
}

impl Table<'_> {
    /// Paints it into the height that is there, a row at a time: `height` tells how high a row is,
    /// `row` fills its cells. While it has the focus, the keys walk over its rows; a click on one gives
    /// it the focus, and the keys go on from there.
    pub fn ui(
        &self,
        ui: &mut Ui,
        state: &mut TableState,
        height: impl Fn(usize) -> f32,
        mut row: impl FnMut(&mut Row<'_>, usize),
    ) -> Walk {
        let builder = UiBuilder::new()
            .id_salt(("table", self.name))
            .sense(Sense::FOCUSABLE)
            .accessibility_role(Role::Table)
            .accessibility_label(self.name);
        let mut hit = None;
        let (walked, id) = ui
            .scope_builder(builder, |ui| {
                let id = ui.unique_id();
                tell::place(ui, ui.max_rect(), |node| {
                    node.set_row_count(self.rows);
                    node.set_column_count(self.columns.len());
                });
                ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
                if std::mem::take(&mut state.wants_focus) {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                let stood = state.at.is_some();
                let walked = walk(ui, id, self.rows, &mut state.at);
                let columns = self.ranges(ui.available_rect_before_wrap().x_range());
                self.header_ui(ui, state, &columns);
                ScrollArea::vertical()
                    .id_salt("rows")
                    .auto_shrink([false, true])
                    .show_viewport(ui, |ui, viewport| {
                        ui.set_width(ui.available_width());
                        let (left, top) = (ui.max_rect().left(), ui.max_rect().top());
                        let mut y = 0.0;
                        for index in 0..self.rows {
                            let high = height(index);
                            let rect = Rect::from_min_size(
                                pos2(left, top + y),
                                vec2(ui.max_rect().width(), high),
                            );
                            y += high;
                            let here = walked.focused && state.at == Some(index);
                            // The focus alone, when it comes, moves nothing.
                            if here && walked.moved && stood {
                                ui.scroll_to_rect(rect, None);
                            }
                            if y < viewport.top() || y - high > viewport.bottom() {
                                continue;
                            }
                            if ui.rect_contains_pointer(rect) && ui.input(clicked) {
                                hit = Some(index);
                            }
                            self.row_ui(ui, &columns, rect, index, here, &mut row);
                        }
                        ui.set_height(y);
                    });
                (walked, id)
            })
            .inner;
        if let Some(row) = hit {
            // After the scope: when that ends it lets go of the focus, as another widget was hit.
            ui.memory_mut(|memory| memory.request_focus(id));
            state.at = Some(row);
        }
        walked
    }

    fn row_ui(
        &self,
        ui: &mut Ui,
        columns: &[Rangef],
        rect: Rect,
        index: usize,
        here: bool,
        row: &mut impl FnMut(&mut Row<'_>, usize),
    ) {
        let builder = UiBuilder::new()
            .id_salt(("row", index))
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let mut line = ui.new_child(builder);
        tell::place(&line, rect, |node| node.set_row_index(index));
        // The words begin at the row's left: its ground and its ring stand a little before them.
        let ground = rect.with_min_x(rect.left() - BEFORE);
        if line.rect_contains_pointer(rect) {
            line.painter()
                .rect_filled(ground, CornerRadius::same(3), self.theme.hover);
        }
        if here {
            let ring = Stroke::new(1.5, self.theme.accent);
            line.painter()
                .rect_stroke(ground, CornerRadius::same(3), ring, StrokeKind::Inside);
        }
        let mut cells = Row {
            ui: &mut line,
            columns,
            all: self.columns,
            at: 0,
            rect,
        };
        row(&mut cells, index);
    }

    /// Shares the width among the columns.
    fn ranges(&self, whole: Rangef) -> Vec<Rangef> {
        let gaps: f32 = self.columns.iter().skip(1).map(|_| GAP).sum();
        let points: f32 = self.columns.iter().map(|column| column.points).sum();
        let room = (whole.span() - gaps - points - BAR).max(0.0);
        let shares: f32 = self.columns.iter().map(|column| column.share).sum();
        let mut left = whole.min;
        let range = |column: &Column| {
            let part = room * column.share / shares.max(f32::EPSILON);
            let range = Rangef::new(left, left + column.points + part);
            left = range.max + GAP;
            range
        };
        self.columns.iter().map(range).collect()
    }

    fn header_ui(&self, ui: &mut Ui, state: &mut TableState, columns: &[Rangef]) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::HOVER);
        let builder = UiBuilder::new()
            .id_salt("header")
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let mut line = ui.new_child(builder);
        tell::place(&line, rect, |_| {});
        for (index, (column, range)) in self.columns.iter().zip(columns).enumerate() {
            let order = state.order.filter(|order| order.column == index);
            let place = Rect::from_x_y_ranges(*range, rect.y_range());
            let builder = UiBuilder::new()
                .id_salt(index)
                .max_rect(place)
                .layout(layout(column.align))
                .accessibility_role(Role::ColumnHeader)
                .accessibility_label(&column.title);
            let mut cell = line.new_child(builder);
            tell::place(&cell, place, |node| {
                node.set_column_index(index);
                match order {
                    Some(Order { descending, .. }) => node.set_sort_direction(if descending {
                        SortDirection::Descending
                    } else {
                        SortDirection::Ascending
                    }),
                    None => node.clear_sort_direction(),
                }
            });
            if let Some(next) = self.title_ui(&mut cell, column, index, order) {
                state.order = Some(next);
                state.at = None;
            }
        }
        let line = self.theme.hairline();
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
    }

    /// A column's title; a click on one that sorts gives the next order.
    fn title_ui(
        &self,
        ui: &mut Ui,
        column: &Column,
        index: usize,
        order: Option<Order>,
    ) -> Option<Order> {
        let mark = match order {
            Some(order) if order.descending => icons::CARET_DOWN,
            Some(_) => icons::UP,
            None => "",
        };
        let text = match (mark, column.align) {
            ("", _) => column.title.clone(),
            (mark, Align::Max) => format!("{mark} {}", column.title),
            (mark, _) => format!("{} {mark}", column.title),
        };
        let sense = if column.sorts {
            Sense::click()
        } else {
            Sense::HOVER
        };
        let mut words = self.theme.small(text);
        if order.is_some() {
            words = words.color(self.theme.accent);
        }
        let label = egui::Label::new(words).truncate().selectable(false);
        let mut response = ui.add(label.sense(sense));
        if column.sorts {
            response.widget_info(|| {
                egui::WidgetInfo::labeled(Role::Button, true, column.title.as_str())
            });
        }
        if response.hovered() && column.sorts {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        if !column.tip.is_empty() {
            response = response.on_hover_text(&column.tip);
        }
        response.clicked().then(|| Order {
            column: index,
            // Numbers are looked at from the greatest, words from the first letter.
            descending: order.map_or(column.align == Align::Max, |order| !order.descending),
        })
    }
}

fn layout(align: Align) -> Layout {
    match align {
        Align::Max => Layout::right_to_left(Align::Center),
        _ => Layout::left_to_right(Align::Center),
    }
}

fn clicked(input: &egui::InputState) -> bool {
    input.pointer.primary_clicked()
}

/// A row that is being filled.
pub struct Row<'a> {
    ui: &'a mut Ui,
    columns: &'a [Rangef],
    all: &'a [Column],
    at: usize,
    rect: Rect,
}

impl Row<'_> {
    /// Fills the next cell, in the middle of the row's height.
    pub fn cell(&mut self, fill: impl FnOnce(&mut Ui)) {
        let align = self.align();
        self.laid_out(layout(align), fill);
    }

    /// Fills the room of the next so many cells, in the middle of the row's height.
    pub fn span(&mut self, cells: usize, fill: impl FnOnce(&mut Ui)) {
        let align = self.align();
        self.laid_out_over(cells, layout(align), fill);
    }

    /// Fills the next cell with lines one under the other, from the top.
    pub fn lines(&mut self, fill: impl FnOnce(&mut Ui)) {
        let align = self.align();
        self.laid_out(Layout::top_down(align), |ui| {
            ui.add_space(2.0);
            fill(ui);
        });
    }

    /// Paints a hairline over the row.
    pub fn overline(&mut self, theme: &Theme) {
        let line = theme.hairline();
        let y = self.rect.top() + 0.5;
        self.ui.painter().hline(self.rect.x_range(), y, line);
    }

    fn align(&self) -> Align {
        self.all
            .get(self.at)
            .map_or(Align::Min, |column| column.align)
    }

    fn laid_out(&mut self, layout: Layout, fill: impl FnOnce(&mut Ui)) {
        self.laid_out_over(1, layout, fill);
    }

    fn laid_out_over(&mut self, cells: usize, layout: Layout, fill: impl FnOnce(&mut Ui)) {
        let over = self.columns.get(self.at..).unwrap_or_default();
        let over = over.get(..cells.max(1)).unwrap_or(over);
        if let Some((first, last)) = over.first().zip(over.last()) {
            let range = Rangef::new(first.min, last.max);
            let rect = Rect::from_x_y_ranges(range, self.rect.y_range());
            self.fill_ui(rect, layout, fill);
            self.at += over.len();
        }
    }

    fn fill_ui(&mut self, rect: Rect, layout: Layout, fill: impl FnOnce(&mut Ui)) {
        let builder = UiBuilder::new()
            .id_salt(("cell", self.at))
            .max_rect(rect)
            .layout(layout)
            .accessibility_role(Role::Cell);
        let mut cell = self.ui.new_child(builder);
        tell::place(&cell, rect, |node| node.set_column_index(self.at));
        let clip = rect.expand2(vec2(GAP / 2.0, 0.0));
        cell.set_clip_rect(cell.clip_rect().intersect(clip));
        fill(&mut cell);
    }
}

/// Rows as tab-separated text, to be pasted into a sheet; a tab or a line's end inside a cell
/// becomes a space.
pub fn tsv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |row: Vec<String>| {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
            .collect();
        cells.join("\t")
    };
    let mut text = rows.into_iter().map(line).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_table_keeps_its_cells_apart() {
        let rows = vec![
            vec!["Party".to_owned(), "Value".to_owned()],
            vec!["a\tb\nc".to_owned(), "1".to_owned()],
        ];
        assert_eq!(tsv(rows), "Party\tValue\na b c\t1\n");
    }
}
