//! Writing a journal: begun when there is something to keep, then line after line, each on the disk
//! before the next.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::edit::{Event, Revision};
use crate::store::beside;
use crate::store::disk::{Disk, Held, Rights};
use crate::store::folders::document_key;
use crate::store::format;
use crate::store::hash::FileHash;

use super::error::{JournalError, JournalStep, failed};
use super::home::{Journals, clear, remove};
use super::line::{Header, Line, Mark, VERSION, written};
use super::read::{Kept, base_in, is_missing, log_in};
use super::state::State;

/// The most bytes of steps from before with which a log begins, as a share of its limit.
const STEPS_SHARE: u64 = 3;

/// Where a journal is written.
#[derive(Debug)]
pub(super) struct Place {
    folder: PathBuf,
    /// The key of the document that it is named after.
    key: String,
    /// None: the disk knows no locks.
    _held: Option<Held>,
    generation: u32,
    /// How many bytes of the log are good.
    len: u64,
    /// How many it began with.
    begun_len: u64,
    /// How many events were told since, those included that are not on the disk.
    told: u64,
    /// Whether there may be others behind the good ones.
    torn: bool,
    /// Whether its name is not on the disk for sure.
    unsure: bool,
    /// The states between which the steps lie that it has: no undo leads before the first, no redo
    /// behind the last.
    first: Option<Revision>,
    last: Option<Revision>,
}

impl Place {
    /// Where a journal was read from.
    pub(super) fn of(folder: PathBuf, key: String, held: Option<Held>, kept: &Kept) -> Self {
        Self {
            folder,
            key,
            _held: held,
            generation: kept.generation,
            len: kept.len,
            begun_len: 0,
            told: kept.told,
            torn: kept.torn,
            unsure: false,
            first: kept.state.history().states().next(),
            last: None,
        }
    }

    fn log(&self) -> PathBuf {
        log_in(&self.folder, self.generation)
    }

    /// Begins a generation after this one with a state. This one stays when that fails.
    fn begin(
        &mut self,
        state: &State,
        limit: u64,
        now: Timestamp,
        disk: &dyn Disk,
    ) -> Result<(), JournalError> {
        let generation = self.generation.saturating_add(1);
        let base = format::write(state.dataset()).into_bytes();
        let steps = Steps::with_room(state, limit / STEPS_SHARE);
        let log = steps.beginning(state, FileHash::of(&base), now);
        put(&base_in(&self.folder, generation), &base, disk)?;
        put(&log_in(&self.folder, generation), &log, disk)?;
        self.generation = generation;
        self.len = u64::try_from(log.len()).unwrap_or(u64::MAX);
        self.begun_len = self.len;
        self.told = 0;
        self.torn = false;
        self.unsure = true;
        self.first = state.history().states().nth(steps.from);
        self.last = (steps.to < steps.all)
            .then(|| state.history().states().nth(steps.to))
            .flatten();
        self.make_sure(disk)
    }

    /// Whether an event leads to a state that its steps do not lead to.
    fn has_no_step_for(&self, event: &Event, here: Revision) -> bool {
        match event {
            Event::Undid => self.first == Some(here),
            Event::Redid => self.last == Some(here),
            _ => false,
        }
    }

    /// Sees that the names are on the disk, and only then removes what they replace.
    fn make_sure(&mut self, disk: &dyn Disk) -> Result<(), JournalError> {
        if self.unsure {
            let synced = disk.sync_folder(&self.folder);
            synced.map_err(failed(JournalStep::Begin, &self.folder))?;
            self.unsure = false;
            let keep = [self.log(), base_in(&self.folder, self.generation)];
            clear(&self.folder, &keep, disk);
        }
        Ok(())
    }

    /// Adds lines to the log, and waits until they are on the disk.
    fn append(&mut self, lines: &[u8], disk: &dyn Disk) -> Result<(), JournalError> {
        let log = self.log();
        let failed = |error| failed(JournalStep::Append, &log)(error);
        if self.torn {
            disk.truncate(&log, self.len).map_err(failed)?;
        }
        self.torn = true;
        disk.append(&log, lines).map_err(failed)?;
        disk.sync(&log).map_err(failed)?;
        self.torn = false;
        self.len += u64::try_from(lines.len()).unwrap_or(0);
        Ok(())
    }

    fn is_too_long(&self, limit: u64) -> bool {
        self.len > limit && self.len > self.begun_len.saturating_mul(2)
    }
}

/// The journal of a document. What it is told is on the disk when [`Journal::log`] returns well.
#[derive(Debug)]
pub struct Journal {
    journals: Journals,
    state: State,
    place: Option<Place>,
    /// Lines that are not on the disk.
    unwritten: Vec<u8>,
    /// Whether what is not on the disk cannot be told by lines alone.
    anew: bool,
    /// Whether the document has another file than before.
    moved: bool,
    /// Whether it was told of something that cannot have happened.
    diverged: bool,
}

impl Journal {
    /// A new journal for a document. Nothing is written before there is something to keep.
    pub fn new(journals: &Journals, state: State) -> Self {
        Self {
            journals: journals.clone(),
            state,
            place: None,
            unwritten: Vec::new(),
            anew: false,
            moved: false,
            diverged: false,
        }
    }

    /// One that is there already.
    pub(super) fn at(journals: &Journals, state: State, place: Place) -> Self {
        Self {
            place: Some(place),
            ..Self::new(journals, state)
        }
    }

    /// The document as the journal knows it.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Its folder; none: nothing was written yet.
    pub fn folder(&self) -> Option<&Path> {
        self.place.as_ref().map(|place| place.folder.as_path())
    }

    /// Whether there is something that is not on the disk.
    pub fn is_behind(&self) -> bool {
        !self.unwritten.is_empty() || self.place.as_ref().is_some_and(|place| place.unsure)
    }

    /// Keeps what happened: it is on the disk when this returns.
    ///
    /// # Errors
    /// When the disk refuses. What is not written is kept, in order, and written with the next
    /// event or by [`Journal::write`]; what was written before stays readable.
    pub fn log(
        &mut self,
        events: Vec<Event>,
        now: Timestamp,
        disk: &dyn Disk,
    ) -> Result<(), JournalError> {
        let (mut refused, mut wrong) = (None, None);
        for event in without_repeats(events) {
            if self.place.is_none() && self.unwritten.is_empty() {
                if !is_worth_keeping(&event) {
                    self.state.take(event, now)?;
                    continue;
                }
                // With the document as it was before, so that the log tells all that happened.
                refused = self.begin(now, disk).err();
            }
            wrong = self.take(event, now).err().or(wrong);
        }
        let written = match refused {
            Some(error) => Err(error),
            None => self.write(now, disk),
        };
        written.and(wrong.map_or(Ok(()), Err))
    }

    /// Follows events that are to be written with the next that happens.
    pub(super) fn note(&mut self, events: Vec<Event>) -> Result<(), JournalError> {
        let at = self.state.at().unwrap_or_default();
        events
            .into_iter()
            .try_for_each(|event| self.take(event, at))
    }

    fn take(&mut self, event: Event, at: Timestamp) -> Result<(), JournalError> {
        let here = self.state.history().now();
        let place = self.place.as_ref();
        self.anew |= place.is_some_and(|place| place.has_no_step_for(&event, here));
        self.moved |= matches!(event, Event::Saved { .. });
        let followed = self.state.take(event.clone(), at);
        self.diverged |= followed.is_err();
        let number = self.place.as_mut().map_or(0, |place| {
            place.told += 1;
            place.told
        });
        self.unwritten.extend(written(&Line::Event {
            number,
            at,
            unsaved: self.diverged || self.state.may_be_unsaved(),
            event,
        }));
        Ok(followed?)
    }

    /// Writes what could not be written before.
    ///
    /// # Errors
    /// As [`Journal::log`].
    pub fn write(&mut self, now: Timestamp, disk: &dyn Disk) -> Result<(), JournalError> {
        if self.unwritten.is_empty() {
            return match &mut self.place {
                Some(place) => place.make_sure(disk),
                None => Ok(()),
            };
        }
        let Some(place) = &mut self.place else {
            return self.begin(now, disk);
        };
        if self.anew {
            place.begin(&self.state, self.journals.limit(), now, disk)?;
            self.unwritten.clear();
            self.anew = false;
            return Ok(());
        }
        if let Err(error) = place.append(&self.unwritten, disk) {
            // Somebody removed it: a new one is begun, with all that this one had.
            let removed = matches!(&error, JournalError::Disk { source, .. } if is_missing(source));
            if !removed || self.diverged {
                return Err(error);
            }
            self.place = None;
            return self.begin(now, disk);
        }
        self.unwritten.clear();
        place.make_sure(disk)?;
        if let Err(error) = self.tidy(now, disk) {
            // All is on the disk where it was.
            tracing::warn!(%error, "a journal is not begun anew");
        }
        Ok(())
    }

    /// Begins a journal with the document as it is now, if there is none on the disk yet.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn begin(&mut self, now: Timestamp, disk: &dyn Disk) -> Result<(), JournalError> {
        if self.place.is_none() {
            let place = self.place_for(&self.key(now), now, disk)?;
            self.place = Some(place);
            self.unwritten.clear();
            self.anew = false;
        }
        Ok(())
    }

    fn key(&self, now: Timestamp) -> String {
        let untitled = || {
            let time = now.strftime("%Y-%m-%dT%H-%M-%S");
            format!("untitled-{time}-{}", std::process::id())
        };
        self.state.path().map_or_else(untitled, document_key)
    }

    fn place_for(&self, key: &str, now: Timestamp, disk: &dyn Disk) -> Result<Place, JournalError> {
        let (folder, held, generation) = self.journals.claim(key, disk)?;
        let mut place = Place {
            folder,
            key: key.to_owned(),
            _held: held,
            generation,
            len: 0,
            begun_len: 0,
            told: 0,
            torn: false,
            unsure: false,
            first: None,
            last: None,
        };
        match place.begin(&self.state, self.journals.limit(), now, disk) {
            // It is there, and stays until its name is on the disk.
            Err(_) if place.unsure => {}
            begun => begun?,
        }
        Ok(place)
    }

    /// Gives it the place that it belongs to, and a short log.
    fn tidy(&mut self, now: Timestamp, disk: &dyn Disk) -> Result<(), JournalError> {
        let (Some(place), false) = (&mut self.place, self.diverged) else {
            return Ok(());
        };
        if std::mem::take(&mut self.moved) {
            let key = self.state.path().map(document_key);
            if let Some(key) = key.filter(|key| *key != place.key) {
                let new = self.place_for(&key, now, disk)?;
                // All that the old one had is in the new one, and would be offered twice.
                if let Some(old) = self.place.replace(new) {
                    remove(&old.folder, disk);
                }
                return Ok(());
            }
        }
        let limit = self.journals.limit();
        if place.is_too_long(limit) {
            place.begin(&self.state, limit, now, disk)?;
        }
        Ok(())
    }
}

/// Whether there is something to keep once this has happened to a document without a journal.
fn is_worth_keeping(event: &Event) -> bool {
    match event {
        Event::Did(_) | Event::Undid | Event::Redid => true,
        Event::Drafted { text, .. } => text.is_some(),
        Event::LeftField | Event::Saved { .. } | Event::ThrownAway => false,
    }
}

/// The same events without what was typed in between.
fn without_repeats(events: Vec<Event>) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        if let (
            Some(Event::Drafted {
                key: k, path: p, ..
            }),
            Event::Drafted { key, path, .. },
        ) = (kept.last(), &event)
            && (k, p) == (key, path)
        {
            kept.pop();
        }
        kept.push(event);
    }
    kept
}

/// The steps with which a log begins, of all that there are.
struct Steps {
    lines: Vec<u8>,
    from: usize,
    to: usize,
    all: usize,
}

impl Steps {
    /// The latest that have room.
    fn with_room(state: &State, room: u64) -> Self {
        let history = state.history();
        let lines: Vec<Vec<u8>> = history
            .steps()
            .map(|step| written(&Line::Step(Box::new(step.clone()))))
            .collect();
        let mut left = room;
        let fitting = lines.iter().rev().take_while(|line| {
            let bytes = u64::try_from(line.len()).unwrap_or(u64::MAX);
            let fits = bytes <= left;
            left = left.saturating_sub(bytes);
            fits
        });
        let (done, all) = (history.done(), lines.len());
        let from = all - fitting.count();
        // Where the next to be done again has no room, the later ones are of no use.
        let (from, to) = if from > done {
            (done, done)
        } else {
            (from, all)
        };
        Self {
            lines: lines.get(from..to).unwrap_or_default().concat(),
            from,
            to,
            all,
        }
    }

    /// What a log begins with.
    fn beginning(&self, state: &State, base: FileHash, now: Timestamp) -> Vec<u8> {
        let header = Header {
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            started: now,
            title: state.dataset().header.title.clone(),
            base,
            steps: self.to - self.from,
            document: state.standing(self.from),
        };
        let begun = Mark {
            at: state.at().unwrap_or(now),
            unsaved: state.may_be_unsaved(),
        };
        [
            written(&Line::Journal(Box::new(header))).as_slice(),
            &self.lines,
            &written(&Line::Begun(begun)),
        ]
        .concat()
    }
}

/// Writes a file whole or not at all.
fn put(target: &Path, bytes: &[u8], disk: &dyn Disk) -> Result<(), JournalError> {
    let failed = |error| failed(JournalStep::Begin, target)(error);
    let fresh =
        beside::write(target, bytes, Rights::Private, disk).map_err(|(_, error)| failed(error))?;
    match disk.rename(&fresh.path, target) {
        Ok(()) => Ok(()),
        // It may have been done, and only the answer got lost.
        Err(_)
            if disk
                .read(target, u64::MAX)
                .is_ok_and(|found| found == bytes) =>
        {
            Ok(())
        }
        Err(error) => {
            fresh.discard(disk);
            Err(failed(error))
        }
    }
}
