//! Tables over pages: columns as wide as their words need, rows that stay together where they can, and
//! the headings again on each page.

use super::lay::{ABOVE, BESIDE, Item, Sheet, Tag};
use super::lines::{Line, Style, broken, widths};
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Cell, Row, Side, Table, Text};
use crate::exchange::picture::{Ink, Rect, Weight};

const CAPTION: Style = Style::new(9.0, Weight::SemiBold, Ink::Text);
const HEAD: Style = Style::new(8.0, Weight::SemiBold, Ink::TextWeak);
const CELL: Style = Style::new(8.0, Weight::Regular, Ink::Text);
const GROUP: Style = Style::new(8.0, Weight::SemiBold, Ink::Text);

/// Room between columns.
const GAP: f32 = 10.0;
/// Room above and below the words of a row.
const PAD: f32 = 3.0;
/// Room between the paragraphs of a cell.
const BETWEEN: f32 = 1.5;
/// No part that is not broken takes more of the table's width than this.
const WIDEST: f32 = 0.34;

/// A line of a cell, by its paragraph.
struct CellLine {
    paragraph: usize,
    line: Line,
    /// Room above it.
    above: f32,
}

/// A row broken into lines.
struct Broken {
    cells: Vec<Vec<CellLine>>,
}

impl Broken {
    fn of(cells: &[Cell], columns: &[Across], style: Style) -> Self {
        let cells = cells.iter().zip(columns).map(|(cell, across)| {
            let mut lines = Vec::new();
            for (paragraph, text) in cell.lines.iter().enumerate() {
                for (at, line) in broken(text, style, across.width).into_iter().enumerate() {
                    let above = if at == 0 && paragraph > 0 {
                        BETWEEN
                    } else {
                        0.0
                    };
                    lines.push(CellLine {
                        paragraph,
                        line,
                        above,
                    });
                }
            }
            lines
        });
        Self {
            cells: cells.collect(),
        }
    }

    fn height(&self, style: Style) -> f32 {
        let cell = |lines: &Vec<CellLine>| -> f32 {
            lines.iter().map(|line| line.above + style.step()).sum()
        };
        self.cells.iter().map(cell).fold(style.step(), f32::max) + 2.0 * PAD
    }
}

/// Where a column stands.
#[derive(Clone, Copy)]
struct Across {
    left: f32,
    width: f32,
    side: Side,
}

impl Sheet<'_> {
    pub(super) fn table(&mut self, parent: usize, table: &Table) -> Result<(), BriefError> {
        let columns = self.columns(table);
        let titles: Vec<Cell> = table
            .columns
            .iter()
            .map(|column| Cell::line(Text::plain(column.title.as_str())))
            .collect();
        let head = Broken::of(&titles, &columns, HEAD);
        let head_height = head.height(HEAD);
        self.y += 4.0;
        self.room_for(CAPTION.step() + head_height + 60.0);
        let node = self.node(parent, Tag::Table);
        let caption = self.node(node, Tag::Caption);
        let across = (BESIDE, self.width());
        self.lines(
            caption,
            &Text::plain(table.caption.as_str()),
            CAPTION,
            across,
        );
        self.y += 2.0;
        let thead = self.node(node, Tag::Head);
        let row = self.node(thead, Tag::Row);
        self.head(Some(row), &titles, &head, &columns);
        let body = self.node(node, Tag::Rows);
        let mut rows = table.rows.iter().peekable();
        while let Some(row) = rows.next() {
            self.ask()?;
            match row {
                Row::Group(text) => {
                    let next = rows.peek().map_or(0.0, |next| match next {
                        Row::Group(_) => 0.0,
                        Row::Cells(cells) | Row::Total(cells) => {
                            Broken::of(cells, &columns, CELL).height(CELL)
                        }
                    });
                    let own = GROUP.step() + 2.0 * PAD;
                    let together = (own + next).min(self.page_room(head_height) * 0.5);
                    self.go_on(together, &titles, &head, &columns);
                    self.group(body, text, table.columns.len());
                }
                Row::Cells(cells) => {
                    self.row(body, cells, &columns, (&titles, &head), 0.5)?;
                }
                Row::Total(cells) => {
                    self.row(body, cells, &columns, (&titles, &head), 1.0)?;
                }
            }
        }
        self.y += 8.0;
        Ok(())
    }

    /// The height that a page has for rows.
    fn page_room(&self, head: f32) -> f32 {
        self.bottom() - ABOVE - head
    }

    /// How wide each column is: by its share, but not narrower than its widest word where others can
    /// give of theirs.
    fn columns(&self, table: &Table) -> Vec<Across> {
        let many = table.columns.len();
        let gaps = GAP * f32::from(u8::try_from(many.saturating_sub(1)).unwrap_or(u8::MAX));
        let room = (self.width() - gaps).max(1.0);
        let shares: f32 = table.columns.iter().map(|column| column.share).sum();
        let mut wide: Vec<f32> = table
            .columns
            .iter()
            .map(|column| room * column.share / shares.max(f32::EPSILON))
            .collect();
        let least: Vec<f32> = (0..many)
            .map(|at| needed(table, at).min(room * WIDEST))
            .collect();
        for _ in 0..many {
            let lacks: f32 = wide.iter().zip(&least).map(|(w, l)| (l - w).max(0.0)).sum();
            let spare: f32 = wide.iter().zip(&least).map(|(w, l)| (w - l).max(0.0)).sum();
            if lacks <= 0.01 || spare <= 0.01 {
                break;
            }
            let given = lacks.min(spare);
            for (wide, least) in wide.iter_mut().zip(&least) {
                if *wide > *least {
                    *wide -= given * (*wide - *least) / spare;
                } else {
                    *wide += given * (*least - *wide) / lacks;
                }
            }
        }
        let mut left = BESIDE;
        let across = table.columns.iter().zip(wide).map(|(column, width)| {
            let across = Across {
                left,
                width,
                side: column.side,
            };
            left += width + GAP;
            across
        });
        across.collect()
    }

    /// The headings of the columns. `node` is the row that they are; none: they stand again.
    fn head(&mut self, node: Option<usize>, titles: &[Cell], head: &Broken, columns: &[Across]) {
        let top = self.y;
        let height = head.height(HEAD);
        for ((lines, title), across) in head.cells.iter().zip(titles).zip(columns) {
            let cell = node.map(|row| self.node(row, Tag::ColumnHead));
            // Headings stand at the foot of their row.
            let lacking = height - 2.0 * PAD - sum_of(lines, HEAD);
            let mut y = top + PAD + lacking.max(0.0);
            for line in lines {
                y += line.above;
                self.cell_line(cell, title, line, HEAD, *across, y);
                y += HEAD.step();
            }
        }
        self.y = top + height;
        self.rule(Ink::LineStrong, 0.75);
    }

    fn rule(&mut self, ink: Ink, height: f32) {
        let rect = Rect {
            left: BESIDE,
            top: self.y,
            width: self.width(),
            height,
        };
        self.put(Item::Fill(rect, ink, 1.0));
    }

    fn cell_line(
        &mut self,
        node: Option<usize>,
        cell: &Cell,
        line: &CellLine,
        style: Style,
        across: Across,
        y: f32,
    ) {
        let Some(text) = cell.lines.get(line.paragraph) else {
            return;
        };
        let x = match across.side {
            Side::Left => across.left,
            Side::Right => across.left + (across.width - line.line.width).max(0.0),
        };
        self.set(node, text, &line.line, style, (x, y));
    }

    /// Goes on on the next page, under the headings again, where there is no such room on this one.
    fn go_on(&mut self, height: f32, titles: &[Cell], head: &Broken, columns: &[Across]) {
        if self.y + height > self.bottom() {
            self.next_page();
            self.head(None, titles, head, columns);
        }
    }

    fn group(&mut self, body: usize, text: &Text, columns: usize) {
        let height = GROUP.step() + 2.0 * PAD;
        let shade = Rect {
            left: BESIDE,
            top: self.y,
            width: self.width(),
            height,
        };
        self.put(Item::Fill(shade, Ink::Line, 0.5));
        let row = self.node(body, Tag::Row);
        let columns = u32::try_from(columns).unwrap_or(1);
        let node = self.node(row, Tag::RowHead(columns));
        let lines = broken(text, GROUP, self.width() - 8.0);
        if let Some(line) = lines.first() {
            let at = (BESIDE + 4.0, self.y + PAD);
            self.set(Some(node), text, line, GROUP, at);
        }
        self.y += height;
    }

    /// A row. It stays together where it takes no more than half a page, else it goes on on the next.
    fn row(
        &mut self,
        body: usize,
        cells: &[Cell],
        columns: &[Across],
        (titles, head): (&[Cell], &Broken),
        rule: f32,
    ) -> Result<(), BriefError> {
        let broken = Broken::of(cells, columns, CELL);
        let height = broken.height(CELL);
        let page = self.page_room(head.height(HEAD));
        let together = if height <= page * 0.5 {
            height
        } else {
            (CELL.step() * 4.0 + 2.0 * PAD).min(height)
        };
        self.go_on(together, titles, head, columns);
        let row = self.node(body, Tag::Row);
        let nodes: Vec<usize> = (0..cells.len())
            .map(|at| {
                let tag = if at == 0 { Tag::RowHead(1) } else { Tag::Cell };
                self.node(row, tag)
            })
            .collect();
        let mut next = vec![0_usize; broken.cells.len()];
        loop {
            self.ask()?;
            let top = self.y + PAD;
            let mut lowest = top;
            for (at, lines) in broken.cells.iter().enumerate() {
                let (Some(cell), Some(across), Some(node)) =
                    (cells.get(at), columns.get(at), nodes.get(at))
                else {
                    continue;
                };
                let mut y = top;
                let first = next.get(at).copied().unwrap_or_default();
                let mut set = first;
                for line in lines.iter().skip(first) {
                    let above = if set == first { 0.0 } else { line.above };
                    // At least one line stands on each page, so that it comes to an end.
                    if y + above + CELL.step() > self.bottom() - PAD && set > first {
                        break;
                    }
                    y += above;
                    self.cell_line(Some(*node), cell, line, CELL, *across, y);
                    y += CELL.step();
                    set += 1;
                }
                if let Some(next) = next.get_mut(at) {
                    *next = set;
                }
                lowest = lowest.max(y);
            }
            self.y = lowest.max(top + CELL.step()) + PAD;
            let mut all = next.iter().zip(&broken.cells);
            if all.all(|(next, lines)| *next >= lines.len()) {
                break;
            }
            self.next_page();
            self.head(None, titles, head, columns);
        }
        self.rule(Ink::Line, rule);
        Ok(())
    }
}

fn sum_of(lines: &[CellLine], style: Style) -> f32 {
    lines.iter().map(|line| line.above + style.step()).sum()
}

/// The width that a column needs for its widest word.
fn needed(table: &Table, at: usize) -> f32 {
    let title = table.columns.get(at);
    let title = title.map_or(0.0, |column| {
        widths(&Text::plain(column.title.as_str()), HEAD).0
    });
    let cells = table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) | Row::Total(cells) => cells.get(at),
        Row::Group(_) => None,
    });
    let lines = cells.flat_map(|cell| &cell.lines);
    let words = lines.map(|line| widths(line, CELL).0);
    words.fold(title, f32::max) + 0.5
}
