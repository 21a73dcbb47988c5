//! The keys of a large table, while it has the focus.

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use super::{Grid, GridState};
use crate::ui::widgets::walk::taken;

/// What was pressed in a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of its own; several can be pressed in a frame"
)]
pub struct GridKeys {
    /// Whether the keys are heard at all.
    pub focused: bool,
    /// Another row is stood on: whether all between it and the first are chosen.
    pub moved: Option<Reach>,
    /// Enter: the row is to be opened.
    pub open: bool,
    /// Shift+Enter: what the cell leads to is to be shown.
    pub follow: bool,
    /// Space: the row is to be chosen, or not any more.
    pub toggle: bool,
    /// Ctrl+A: all rows are to be chosen.
    pub all: bool,
    /// Escape: none is.
    pub none: bool,
    /// Ctrl+C.
    pub copy: bool,
    /// S: the column is to be ordered by; with Shift beside the others.
    pub sort: Option<bool>,
    /// F: the column is to be narrowed.
    pub narrow: bool,
}

/// How far moving to another row reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// The row is stood on.
    Row,
    /// All rows on the way are chosen.
    Range,
}

impl Grid<'_> {
    /// Moves the cell that is stood on, and tells what else was pressed.
    pub(super) fn keys(&self, ui: &Ui, id: Id, page: usize, state: &mut GridState) -> GridKeys {
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            escape: self.holds_escape,
            ..EventFilter::default()
        };
        let focused = ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(id, filter);
            memory.has_focus(id)
        });
        let (true, Some(last)) = (focused, self.rows.checked_sub(1)) else {
            return GridKeys {
                focused,
                ..GridKeys::default()
            };
        };
        let before = *state;
        let row = before.at.map_or(0, |at| at.min(last));
        let below = before.at.map_or(0, |_| row + 1);
        let widest = self.columns.len().saturating_sub(1);
        let column = before.column.min(widest);
        let (up, down) = (row.saturating_sub(page), row + page);
        let ways = [
            (Key::ArrowDown, below, column),
            (Key::ArrowUp, row.saturating_sub(1), column),
            (Key::ArrowRight, row, column + 1),
            (Key::ArrowLeft, row, column.saturating_sub(1)),
            (Key::PageDown, down, column),
            (Key::PageUp, up, column),
            (Key::Home, 0, column),
            (Key::End, last, column),
        ];
        let mut keys = GridKeys {
            focused,
            ..GridKeys::default()
        };
        let way = ui.input_mut(|input| {
            keys.copy = input.events.contains(&Event::Copy);
            keys.all = input.consume_key(Modifiers::COMMAND, Key::A);
            let mut pressed = |key| taken(input, key);
            let enter = pressed(Key::Enter);
            (keys.open, keys.follow) = (enter == Some(false), enter == Some(true));
            keys.toggle = pressed(Key::Space).is_some();
            keys.sort = pressed(Key::S);
            keys.narrow = pressed(Key::F).is_some();
            keys.none = self.holds_escape && pressed(Key::Escape).is_some();
            ways.into_iter().find_map(|(key, row, column)| {
                let shift = pressed(key)?;
                Some((row.min(last), column.min(widest), shift))
            })
        });
        state.at = Some(row);
        state.column = column;
        if let Some((row, column, shift)) = way {
            (state.at, state.column, state.reveal) = (Some(row), column, true);
            if before.at != state.at {
                keys.moved = Some(if shift { Reach::Range } else { Reach::Row });
            }
        }
        keys
    }
}
