//! Walking over the matrix by the keys: cells, and beyond them the heads of rows and columns.

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use crate::model::{Area, PartyId};
use crate::views::Matrix;

/// What the keys stand on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Spot {
    /// The head of a row.
    Party(PartyId),
    /// The head of a column.
    Area(Area),
    /// A cell.
    Cell(PartyId, Area),
}

/// Row and column of a spot, both counted from one; zero is the head.
pub(super) type At = (usize, usize);

impl Spot {
    /// Where it is; none where it is not shown.
    pub(super) fn at(&self, matrix: &Matrix) -> Option<At> {
        let row = |party: &PartyId| matrix.rows.iter().position(|row| row.party == *party);
        let column = |area: &Area| matrix.columns.iter().position(|c| c.area == *area);
        match self {
            Self::Party(party) => Some((row(party)? + 1, 0)),
            Self::Area(area) => Some((0, column(area)? + 1)),
            Self::Cell(party, area) => Some((row(party)? + 1, column(area)? + 1)),
        }
    }

    /// What is there.
    pub(super) fn of(matrix: &Matrix, (row, column): At) -> Option<Self> {
        let party = row.checked_sub(1).and_then(|row| matrix.rows.get(row));
        let party = party.map(|row| row.party.clone());
        let area = column.checked_sub(1).and_then(|at| matrix.columns.get(at));
        match (party, area.map(|column| column.area)) {
            (Some(party), Some(area)) => Some(Self::Cell(party, area)),
            (Some(party), None) => Some(Self::Party(party)),
            (None, Some(area)) => Some(Self::Area(area)),
            (None, None) => None,
        }
    }
}

/// What was pressed in a frame while the matrix has the focus.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Pressed {
    /// Whether the keys are heard at all.
    pub(super) focused: bool,
    /// Where the keys stand now, if they moved.
    pub(super) to: Option<At>,
    /// What else was pressed.
    pub(super) press: Option<Press>,
}

/// A key that does something where the keys stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Press {
    /// What stands there is asked for.
    Enter,
    /// The party there is chosen, or no longer.
    Space,
    /// What is shown of a cell is put away.
    Escape,
    /// A copy is asked for.
    Copy,
}

/// How far Page Up and Page Down go.
const PAGE: usize = 10;

/// Hears the keys. `shown` tells whether Escape has something to put away.
pub(super) fn pressed(ui: &Ui, id: Id, matrix: &Matrix, at: Option<At>, shown: bool) -> Pressed {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: shown,
        ..EventFilter::default()
    };
    let focused = ui.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, filter);
        memory.has_focus(id)
    });
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    if !focused || rows == 0 || columns == 0 {
        return Pressed::default();
    }
    let (row, column) = at.unwrap_or((1, 1));
    let ways = [
        (Key::ArrowDown, (row + 1, column)),
        (Key::ArrowUp, (row.saturating_sub(1), column)),
        (Key::ArrowRight, (row, column + 1)),
        (Key::ArrowLeft, (row, column.saturating_sub(1))),
        (Key::PageDown, (row + PAGE, column)),
        (Key::PageUp, (row.saturating_sub(PAGE).max(1), column)),
        (Key::Home, (row, 1)),
        (Key::End, (row, columns)),
    ];
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        let way = ways.into_iter().find(|(key, _)| pressed(*key));
        // The first arrow goes to the first cell.
        let to = way.map(|(_, to)| if at.is_some() { to } else { (1, 1) });
        // There is nothing in the corner.
        let to = to.map(|(row, column)| (row.min(rows), column.min(columns)));
        let to = to.filter(|to| *to != (0, 0) && Some(*to) != at);
        let press = if pressed(Key::Enter) {
            Some(Press::Enter)
        } else if pressed(Key::Space) {
            Some(Press::Space)
        } else if shown && pressed(Key::Escape) {
            Some(Press::Escape)
        } else {
            input.events.contains(&Event::Copy).then_some(Press::Copy)
        };
        Pressed { focused, to, press }
    })
}
