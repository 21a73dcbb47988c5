//! The history of a document: what was done, what was taken back, which state is on the disk.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use crate::model::Dataset;

use super::command::{Change, Command, EditError, apply};
use super::label::Label;
use super::path::Path;
use super::record::Key;

/// A state of a document. No two states of a run have the same; undoing returns to the old one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Revision(u64);

impl Revision {
    /// One that no other state has.
    pub fn fresh() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// What joins with what came before into one step: the typing into one field of one record, until
/// something else is done or the field is left.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The record.
    pub key: Key,
    /// The field.
    pub path: Path,
    /// Which visit to the field.
    pub visit: u64,
}

/// A step of the history.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is called.
    pub label: Label,
    /// What does it.
    pub forward: Vec<Change>,
    /// What takes it back.
    pub backward: Vec<Change>,
    /// What it joins with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// How a command went into the history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entered {
    /// As a step of its own.
    New,
    /// It joined the last step.
    Joined,
    /// It changes nothing.
    Nothing,
}

#[derive(Clone, Debug)]
struct Done {
    step: Step,
    after: Revision,
}

/// The history of a document.
#[derive(Clone, Debug)]
pub struct History {
    /// The state before the first step that is kept.
    first: Revision,
    done: VecDeque<Done>,
    /// The next to be redone is the last.
    undone: Vec<Done>,
    saved: Option<Revision>,
    /// How many steps were forgotten at the beginning.
    forgotten: usize,
}

impl Default for History {
    fn default() -> Self {
        Self::new()
    }
}

impl History {
    /// How many steps are kept; older ones can no longer be taken back.
    pub const KEPT: usize = 2000;

    /// A history that begins with a state that is on the disk.
    pub fn new() -> Self {
        let first = Revision::fresh();
        Self {
            first,
            done: VecDeque::new(),
            undone: Vec::new(),
            saved: Some(first),
            forgotten: 0,
        }
    }

    /// A history that begins with a state that is in no file.
    pub fn unsaved() -> Self {
        Self {
            saved: None,
            ..Self::new()
        }
    }

    /// A history out of its steps, `done` of them done, on the state that they lead to.
    pub fn of(steps: Vec<Step>, done: usize) -> Self {
        let mut history = Self::unsaved();
        for (index, step) in steps.into_iter().enumerate() {
            let after = Revision::fresh();
            let entry = Done { step, after };
            if index < done {
                history.done.push_back(entry);
            } else {
                history.undone.insert(0, entry);
            }
        }
        history
    }

    /// The state now.
    pub fn now(&self) -> Revision {
        self.done.back().map_or(self.first, |done| done.after)
    }

    /// The state that is on the disk, if any is.
    pub fn saved(&self) -> Option<Revision> {
        self.saved
    }

    /// The state `at` is on the disk now.
    pub fn mark_saved(&mut self, at: Revision) {
        self.saved = Some(at);
        self.leave_group();
    }

    /// The state after so many of [`Self::steps`] is on the disk; none: no state is. Typing into a
    /// field goes on as it was.
    pub fn put_saved(&mut self, after: Option<usize>) {
        self.saved = after.and_then(|steps| self.states().nth(steps));
    }

    /// No state of this history is on the disk.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Whether the state now is not the one on the disk.
    pub fn is_modified(&self) -> bool {
        self.saved != Some(self.now())
    }

    /// By how many steps the state now differs from the one on the disk. Where that one was left
    /// behind all that is done counts, and leaving it behind is one change itself.
    pub fn changes(&self) -> usize {
        match self.position(self.saved) {
            Some(saved) => saved.abs_diff(self.done.len()),
            None => (self.forgotten + self.done.len()).max(1),
        }
    }

    /// After how many steps a state came, undone ones included.
    fn position(&self, state: Option<Revision>) -> Option<usize> {
        let state = state?;
        if state == self.first {
            return Some(0);
        }
        let all = self.done.iter().chain(self.undone.iter().rev());
        all.enumerate()
            .find(|(_, done)| done.after == state)
            .map(|(index, _)| index + 1)
    }

    /// After how many steps the state on the disk comes, if it is among those kept.
    pub fn saved_position(&self) -> Option<usize> {
        self.position(self.saved)
    }

    /// Every step that is kept, first to last; those from [`Self::done`] on are undone.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &Step> {
        let all = self.done.iter().chain(self.undone.iter().rev());
        all.map(|done| &done.step)
    }

    /// The state before the first of [`Self::steps`], then the one after each.
    pub fn states(&self) -> impl Iterator<Item = Revision> {
        let all = self.done.iter().chain(self.undone.iter().rev());
        std::iter::once(self.first).chain(all.map(|done| done.after))
    }

    /// How many of [`Self::steps`] are done.
    pub fn done(&self) -> usize {
        self.done.len()
    }

    /// How many can be redone.
    pub fn undone(&self) -> usize {
        self.undone.len()
    }

    /// The step that undoing takes back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.back().map(|done| &done.step)
    }

    /// The step that redoing does again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last().map(|done| &done.step)
    }

    /// Typing into a field has ended: what comes next is a step of its own.
    pub fn leave_group(&mut self) {
        if let Some(last) = self.done.back_mut() {
            last.step.group = None;
        }
    }

    /// Does a command. What was undone is forgotten.
    ///
    /// # Errors
    /// When it cannot be done; dataset and history are then as they were.
    pub fn apply(&mut self, command: Command, dataset: &mut Dataset) -> Result<Entered, EditError> {
        let Command {
            label,
            changes,
            group,
        } = command;
        let backward = apply(&changes, dataset)?;
        if same(&changes, &backward) {
            return Ok(Entered::Nothing);
        }
        self.undone.clear();
        let after = Revision::fresh();
        let joins = |last: &&mut Done| {
            group.is_some()
                && last.step.group == group
                && self.saved != Some(last.after)
                && last.step.forward.len() == changes.len()
        };
        if let Some(last) = self.done.back_mut().filter(joins) {
            last.step.forward = changes;
            last.after = after;
            return Ok(Entered::Joined);
        }
        let step = Step {
            label,
            forward: changes,
            backward,
            group,
        };
        self.done.push_back(Done { step, after });
        if self.done.len() > Self::KEPT
            && let Some(oldest) = self.done.pop_front()
        {
            self.first = oldest.after;
            self.forgotten += 1;
        }
        Ok(Entered::New)
    }

    /// Takes the last step back. Whether there was one.
    ///
    /// # Errors
    /// Never, on the dataset that the history was made on.
    pub fn undo(&mut self, dataset: &mut Dataset) -> Result<bool, EditError> {
        let Some(mut last) = self.done.pop_back() else {
            return Ok(false);
        };
        if let Err(error) = apply(&last.step.backward, dataset) {
            self.done.push_back(last);
            return Err(error);
        }
        last.step.group = None;
        self.undone.push(last);
        Ok(true)
    }

    /// Does the next step again. Whether there was one.
    ///
    /// # Errors
    /// Never, on the dataset that the history was made on.
    pub fn redo(&mut self, dataset: &mut Dataset) -> Result<bool, EditError> {
        let Some(next) = self.undone.pop() else {
            return Ok(false);
        };
        if let Err(error) = apply(&next.step.forward, dataset) {
            self.undone.push(next);
            return Err(error);
        }
        self.done.push_back(next);
        Ok(true)
    }
}

/// Whether what was done is what was there before.
fn same(forward: &[Change], backward: &[Change]) -> bool {
    forward.len() == backward.len() && forward.iter().eq(backward.iter().rev())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{AnyRecord, Deed};
    use crate::model::Header;

    fn titled(title: &str, group: Option<u64>) -> Command {
        let header = Header {
            title: title.to_owned(),
            ..Header::default()
        };
        Command {
            label: Label::new(Deed::Changed, Key::header()),
            changes: vec![Change::Put(Box::new(AnyRecord::Header(header)))],
            group: group.map(|visit| Group {
                key: Key::header(),
                path: "title".parse().unwrap(),
                visit,
            }),
        }
    }

    #[test]
    fn undo_back_to_the_saved_state_clears_the_modified_mark() {
        let mut data = Dataset::default();
        let mut history = History::new();
        history.apply(titled("a", None), &mut data).unwrap();
        assert!(history.is_modified());
        history.mark_saved(history.now());
        history.apply(titled("b", None), &mut data).unwrap();
        assert_eq!((history.is_modified(), history.changes()), (true, 1));
        history.undo(&mut data).unwrap();
        assert!(!history.is_modified());
        history.undo(&mut data).unwrap();
        assert_eq!((history.is_modified(), history.changes()), (true, 1));
        history.redo(&mut data).unwrap();
        assert!(!history.is_modified());
        assert_eq!(data.header.title, "a");
    }

    #[test]
    fn typing_into_a_field_is_one_step_until_it_is_left_or_saved() {
        let mut data = Dataset::default();
        let mut history = History::new();
        for title in ["a", "ab", "abc"] {
            history.apply(titled(title, Some(1)), &mut data).unwrap();
        }
        assert_eq!(history.done(), 1);
        history.apply(titled("abcd", Some(2)), &mut data).unwrap();
        assert_eq!(history.done(), 2);
        history.mark_saved(history.now());
        history.apply(titled("abcde", Some(2)), &mut data).unwrap();
        assert_eq!(history.done(), 3);
        history.undo(&mut data).unwrap();
        assert!(!history.is_modified());
        history.undo(&mut data).unwrap();
        assert_eq!(data.header.title, "abc");
        history.undo(&mut data).unwrap();
        assert_eq!(data.header.title, "");
    }

    #[test]
    fn a_change_that_changes_nothing_is_no_step() {
        let mut data = Dataset::default();
        let mut history = History::new();
        let entered = history.apply(titled("", None), &mut data).unwrap();
        assert_eq!(entered, Entered::Nothing);
        assert!(!history.is_modified());
    }

    #[test]
    fn a_state_that_was_left_behind_is_never_the_saved_one_again() {
        let mut data = Dataset::default();
        let mut history = History::new();
        history.apply(titled("a", None), &mut data).unwrap();
        history.mark_saved(history.now());
        history.undo(&mut data).unwrap();
        history.apply(titled("b", None), &mut data).unwrap();
        assert!(history.is_modified());
        history.undo(&mut data).unwrap();
        assert!(history.is_modified());
    }
}
