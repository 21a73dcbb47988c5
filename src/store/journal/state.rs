//! A document as its journal knows it: what the events that were told make of it. The same code
//! follows the open document and reads a journal back, so that the two cannot differ.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::compare::becoming;
use crate::edit::{self, Change, EditError, Event, History, Key, Label, Revision, Step, apply};
use crate::model::Dataset;

use crate::store::hash::FileHash;

/// What is typed into fields and is not a change yet.
pub type Drafts = BTreeMap<(Key, edit::Path), String>;

/// Why an event cannot be followed: it was told of another document, or another state.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EventError {
    /// The change cannot be done.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// There is no step to take back or to do again.
    #[error("there is no such step")]
    NoStep,
}

/// A document as its journal knows it.
#[derive(Clone, Debug)]
pub struct State {
    dataset: Arc<Dataset>,
    history: History,
    path: Option<PathBuf>,
    on_disk: OnDisk,
    drafts: Drafts,
    given_up: bool,
    at: Option<Timestamp>,
}

/// The state that is in the document's file.
#[derive(Clone, Debug, Default)]
struct OnDisk {
    /// The hash of the file; none: it was never saved.
    hash: Option<FileHash>,
    /// What it holds, where that is known.
    dataset: Option<Arc<Dataset>>,
    /// The states that led to it.
    way: Way,
}

/// The states that led to one, by steps of the history.
#[derive(Clone, Debug, Default)]
struct Way {
    first: Option<Revision>,
    then: Vec<(Revision, Label)>,
}

impl Way {
    fn to(done: usize, history: &History) -> Self {
        let mut states = history.states();
        let first = states.next();
        let labels = history.steps().map(|step| step.label.clone());
        Self {
            first,
            then: states.zip(labels).take(done).collect(),
        }
    }

    /// After how many of its steps a state comes.
    fn position(&self, state: Revision) -> Option<usize> {
        if self.first == Some(state) {
            return Some(0);
        }
        let found = self.then.iter().position(|(after, _)| *after == state);
        found.map(|index| index + 1)
    }
}

/// What is not saved.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Unsaved {
    /// The steps that were done since the file was saved, first to last.
    pub done: Vec<Label>,
    /// The steps that are in the file and were taken back, last to first.
    pub taken_back: Vec<Label>,
    /// Whether there were more, before those that are kept.
    pub earlier: bool,
}

impl Unsaved {
    /// How many steps.
    pub fn count(&self) -> usize {
        self.done.len() + self.taken_back.len()
    }
}

/// How a state stands beside its steps, for a journal that begins with it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Standing {
    /// The file; none: the document was never saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) path: Option<PathBuf>,
    /// The hash of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) hash: Option<FileHash>,
    /// How many steps are done.
    pub(super) done: usize,
    /// After how many of the steps the saved state comes; none: it was left behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) saved: Option<usize>,
    /// How many of the first steps led to the saved state, too; none: none that is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) shared: Option<usize>,
    /// What led on from there to the saved state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) on: Vec<Label>,
    /// What leads from the state to the saved one; none: that one is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) away: Option<Vec<Change>>,
    /// What is typed and is not a change yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) drafts: Vec<Draft>,
    /// Whether the user gave up what is not saved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) given_up: bool,
}

/// What is typed into a field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    key: Key,
    path: edit::Path,
    text: String,
}

impl State {
    /// A document that was just opened or begun: with its history, its file (none: it is in no file
    /// yet) and the hash of that.
    pub fn new(
        dataset: Arc<Dataset>,
        history: History,
        path: Option<PathBuf>,
        hash: Option<FileHash>,
    ) -> Self {
        let saved = history.saved_position();
        let known = saved.and_then(|saved| at_step(saved, &dataset, &history));
        let on_disk = OnDisk {
            hash,
            dataset: known,
            way: saved
                .map(|saved| Way::to(saved, &history))
                .unwrap_or_default(),
        };
        Self {
            dataset,
            history,
            path: path.map(absolute),
            on_disk,
            drafts: Drafts::new(),
            given_up: false,
            at: None,
        }
    }

    /// The dataset now.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// What was done and taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What is typed and is not a change yet.
    pub fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    /// The document's file; none: it was never saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The hash of the file as it was read or saved last.
    pub fn hash(&self) -> Option<FileHash> {
        self.on_disk.hash
    }

    /// What the file held as it was read or saved last, where that is known.
    pub fn on_disk(&self) -> Option<&Arc<Dataset>> {
        self.on_disk.dataset.as_ref()
    }

    /// When the last thing happened to it; none: nothing did.
    pub fn at(&self) -> Option<Timestamp> {
        self.at
    }

    /// Whether it holds something that no file does and that the user did not give up.
    pub fn is_unsaved(&self) -> bool {
        self.may_be_unsaved() && (!self.drafts.is_empty() || self.differs())
    }

    /// The same without looking into the datasets: changes that cancel each other count.
    pub(super) fn may_be_unsaved(&self) -> bool {
        !self.given_up && (self.history.is_modified() || !self.drafts.is_empty())
    }

    fn differs(&self) -> bool {
        let on_disk = self.on_disk.dataset.as_ref();
        self.history.is_modified() && on_disk != Some(&self.dataset)
    }

    /// What is not saved, step by step.
    pub fn unsaved(&self) -> Unsaved {
        let done = self.history.done();
        let fork = self.fork();
        let label = |step: &Step| step.label.clone();
        let way = &self.on_disk.way;
        let on = fork.map(|(_, there)| way.then.iter().skip(there).rev());
        Unsaved {
            done: self
                .history
                .steps()
                .take(done)
                .skip(fork.map_or(0, |(here, _)| here))
                .map(label)
                .collect(),
            taken_back: on
                .into_iter()
                .flatten()
                .map(|(_, label)| label.clone())
                .collect(),
            earlier: fork.is_none() && way.first.is_some(),
        }
    }

    /// After how many of the steps here, and after how many there, the last state comes that led
    /// both here and to the saved state.
    fn fork(&self) -> Option<(usize, usize)> {
        let here = self.history.states().take(self.history.done() + 1);
        let shared = here
            .enumerate()
            .filter_map(|(here, state)| Some((here, self.on_disk.way.position(state)?)));
        shared.last()
    }

    /// Follows an event.
    ///
    /// # Errors
    /// When it cannot have happened to this state, which is then as it was.
    pub fn take(&mut self, event: Event, at: Timestamp) -> Result<(), EventError> {
        match event {
            Event::Did(command) => {
                self.history
                    .apply(*command, Arc::make_mut(&mut self.dataset))?;
                self.given_up = false;
            }
            Event::Undid => {
                let undone = self.history.undo(Arc::make_mut(&mut self.dataset))?;
                self.stepped(undone)?;
            }
            Event::Redid => {
                let redone = self.history.redo(Arc::make_mut(&mut self.dataset))?;
                self.stepped(redone)?;
            }
            Event::LeftField => self.history.leave_group(),
            Event::Saved { path, hash, since } => self.saved(path, &hash, since),
            Event::Drafted { key, path, text } => {
                match text {
                    Some(text) => self.drafts.insert((key, path), text),
                    None => self.drafts.remove(&(key, path)),
                };
                self.given_up = false;
            }
            Event::ThrownAway => self.given_up = true,
        }
        self.at = Some(at);
        Ok(())
    }

    fn stepped(&mut self, stepped: bool) -> Result<(), EventError> {
        if !stepped {
            return Err(EventError::NoStep);
        }
        self.given_up = false;
        Ok(())
    }

    fn saved(&mut self, path: PathBuf, hash: &str, since: Option<i64>) {
        let done = i64::try_from(self.history.done()).unwrap_or(i64::MAX);
        let kept = done + i64::try_from(self.history.undone()).unwrap_or(0);
        let after = since
            .map(|since| done.saturating_sub(since))
            .filter(|after| (0..=kept).contains(after))
            .and_then(|after| usize::try_from(after).ok());
        self.history.put_saved(after);
        self.history.leave_group();
        self.on_disk = OnDisk {
            hash: hash.parse().ok(),
            dataset: after.and_then(|after| at_step(after, &self.dataset, &self.history)),
            way: after
                .map(|after| Way::to(after, &self.history))
                .unwrap_or_default(),
        };
        self.path = Some(absolute(path));
        self.given_up = false;
    }

    /// The events that bring it to what its file holds, with what was taken back there to be done
    /// again; none: that state was left behind.
    pub(super) fn back_to_saved(&self) -> Option<Vec<Event>> {
        let saved = self.history.saved_position()?;
        let done = self.history.done();
        let mut events: Vec<Event> = Vec::new();
        events.extend((saved..done).map(|_| Event::Undid));
        events.extend((done..saved).map(|_| Event::Redid));
        Some(events)
    }

    /// The events that forget what is typed and is no change yet.
    pub(super) fn no_drafts(&self) -> impl Iterator<Item = Event> {
        self.drafts.keys().map(|(key, path)| Event::Drafted {
            key: key.clone(),
            path: path.clone(),
            text: None,
        })
    }

    /// The event that says that its file holds what it is now.
    pub(super) fn saved_as(path: &Path, hash: FileHash) -> Event {
        Event::Saved {
            path: path.to_owned(),
            hash: hash.to_string(),
            since: Some(0),
        }
    }

    /// The same document in no file.
    #[must_use]
    pub(super) fn without_file(mut self) -> Self {
        self.history.mark_unsaved();
        self.path = None;
        self.on_disk = OnDisk::default();
        self
    }

    /// How it stands beside the steps from `from` on.
    pub(super) fn standing(&self, from: usize) -> Standing {
        let later = |steps: usize| steps.checked_sub(from);
        let fork = self.fork();
        let on = fork.map(|(_, there)| self.on_disk.way.then.iter().skip(there));
        let drafts = self.drafts.iter().map(|((key, path), text)| Draft {
            key: key.clone(),
            path: path.clone(),
            text: text.clone(),
        });
        let known = self.on_disk.dataset.as_ref();
        Standing {
            path: self.path.clone(),
            hash: self.on_disk.hash,
            done: self.history.done().saturating_sub(from),
            saved: self.history.saved_position().and_then(later),
            shared: fork.and_then(|(here, _)| later(here)),
            on: on
                .into_iter()
                .flatten()
                .map(|(_, label)| label.clone())
                .collect(),
            away: known.map(|known| becoming(&self.dataset, known)),
            drafts: drafts.collect(),
            given_up: self.given_up,
        }
    }

    /// A state as a journal begins with it; `steps` may be fewer than there were, where some cannot
    /// be read.
    pub(super) fn standing_as(
        dataset: Dataset,
        steps: Vec<Step>,
        standing: Standing,
        at: Timestamp,
    ) -> Self {
        let Standing {
            path,
            hash,
            done,
            saved,
            shared,
            on,
            away,
            drafts,
            given_up,
        } = standing;
        let mut history = History::of(steps, done);
        history.put_saved(saved);
        let dataset = Arc::new(dataset);
        let known = away.and_then(|away| {
            let mut known = Dataset::clone(&dataset);
            apply(&away, &mut known).ok().map(|_| Arc::new(known))
        });
        let mut way = match shared {
            Some(shared) => Way::to(shared, &history),
            // Some state that is not kept.
            None => Way {
                first: hash.map(|_| Revision::fresh()),
                then: Vec::new(),
            },
        };
        way.then.extend(
            on.into_iter()
                .enumerate()
                .map(|(index, label)| (Self::undone(&history, index, saved), label)),
        );
        Self {
            dataset,
            history,
            path,
            on_disk: OnDisk {
                hash,
                dataset: known,
                way,
            },
            drafts: drafts
                .into_iter()
                .map(|Draft { key, path, text }| ((key, path), text))
                .collect(),
            given_up,
            at: Some(at),
        }
    }

    /// The state after a step that led on to the saved one: the undone step itself, where it is
    /// still kept.
    fn undone(history: &History, index: usize, saved: Option<usize>) -> Revision {
        let after = history.done() + index + 1;
        saved
            .filter(|saved| after <= *saved)
            .and_then(|_| history.states().nth(after))
            .unwrap_or_else(Revision::fresh)
    }
}

/// The dataset after so many steps of a history that has led to `dataset`.
fn at_step(steps: usize, dataset: &Arc<Dataset>, history: &History) -> Option<Arc<Dataset>> {
    if steps == history.done() {
        return Some(Arc::clone(dataset));
    }
    let (mut dataset, mut history) = (Dataset::clone(dataset), history.clone());
    while history.done() > steps && history.undo(&mut dataset).ok()? {}
    while history.done() < steps && history.redo(&mut dataset).ok()? {}
    Some(Arc::new(dataset))
}

fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}
