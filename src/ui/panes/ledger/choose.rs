//! The rows that are chosen, by their places in the index, and what they come to.

use std::sync::Arc;

use eframe::egui::Modifiers;

use crate::views::{LedgerIndex, LedgerList, LedgerSum};

/// The chosen rows.
#[derive(Default)]
pub(super) struct Choice {
    of: Option<(Arc<LedgerIndex>, Arc<LedgerList>)>,
    marks: Vec<bool>,
    count: usize,
    /// The row of the table from which a range is taken.
    anchor: Option<usize>,
    sum: Option<LedgerSum>,
}

impl Choice {
    /// Keeps to the rows that are shown. Where the book is another one now, the same entries stay
    /// chosen.
    pub(super) fn follow(&mut self, index: &Arc<LedgerIndex>, list: &Arc<LedgerList>) {
        let (same_index, same_list) = match &self.of {
            Some((of, rows)) => (Arc::ptr_eq(of, index), Arc::ptr_eq(rows, list)),
            None => (false, false),
        };
        if same_index && same_list {
            return;
        }
        let mut marks = vec![false; index.len()];
        let mut count = 0;
        if self.count > 0 {
            for place in &list.rows {
                let before = if same_index {
                    Some(*place)
                } else {
                    let id = index.row(*place).map(|row| &row.id);
                    let old = self.of.as_ref().map(|(of, _)| of);
                    id.zip(old).and_then(|(id, old)| old.place(id))
                };
                let chosen = before.is_some_and(|before| self.is_chosen(before));
                if let Some(mark) = marks.get_mut(*place).filter(|_| chosen) {
                    *mark = true;
                    count += 1;
                }
            }
        }
        (self.marks, self.count) = (marks, count);
        self.anchor = None;
        self.sum = None;
        self.of = Some((Arc::clone(index), Arc::clone(list)));
    }

    pub(super) fn is_chosen(&self, place: usize) -> bool {
        self.marks.get(place).copied().unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The chosen rows in the order shown, by their places in the index.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let rows = self.of.iter().flat_map(|(_, list)| &list.rows);
        rows.copied()
            .filter(|place| self.is_chosen(*place))
            .collect()
    }

    /// What the chosen rows come to; counted when they change.
    pub(super) fn sum(&mut self) -> Option<LedgerSum> {
        if self.sum.is_none() && !self.is_empty() {
            let rows = self.in_order();
            self.sum = self.of.as_ref().map(|(index, _)| index.sum(&rows));
        }
        self.sum.clone()
    }

    fn mark(&mut self, row: usize, chosen: bool) {
        let place = self.of.as_ref().and_then(|(_, list)| list.rows.get(row));
        let Some(mark) = place.and_then(|place| self.marks.get_mut(*place)) else {
            return;
        };
        match (std::mem::replace(mark, chosen), chosen) {
            (false, true) => self.count += 1,
            (true, false) => self.count -= 1,
            _ => return,
        }
        self.sum = None;
    }

    /// Chooses none.
    pub(super) fn clear(&mut self) {
        self.marks.fill(false);
        self.count = 0;
        self.sum = None;
    }

    /// Chooses all that are shown.
    pub(super) fn all(&mut self) {
        let rows = self.of.as_ref().map_or(0, |(_, list)| list.rows.len());
        for row in 0..rows {
            self.mark(row, true);
        }
    }

    /// Chooses the row alone; with Ctrl it is added or taken out, with Shift all from the last one
    /// clicked to it are chosen, with both they are added.
    pub(super) fn click(&mut self, row: usize, modifiers: Modifiers) {
        if modifiers.shift {
            self.range(row, modifiers.command);
        } else if modifiers.command {
            self.toggle(row);
        } else {
            let place = self.of.as_ref().and_then(|(_, list)| list.rows.get(row));
            let alone = self.count == 1 && place.is_some_and(|place| self.is_chosen(*place));
            self.clear();
            self.mark(row, !alone);
            self.anchor = Some(row);
        }
    }

    /// Adds a row, or takes it out.
    pub(super) fn toggle(&mut self, row: usize) {
        let place = self.of.as_ref().and_then(|(_, list)| list.rows.get(row));
        let chosen = place.is_some_and(|place| self.is_chosen(*place));
        self.mark(row, !chosen);
        self.anchor = Some(row);
    }

    /// Chooses all rows from the last one clicked to this one.
    pub(super) fn range(&mut self, row: usize, and_others: bool) {
        let from = *self.anchor.get_or_insert(row);
        if !and_others {
            self.clear();
        }
        for row in from.min(row)..=from.max(row) {
            self.mark(row, true);
        }
    }

    /// Takes a row as the one from which a range is taken, if there is none.
    pub(super) fn stand(&mut self, row: Option<usize>) {
        self.anchor = row;
    }
}
