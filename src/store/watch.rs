//! Watches one file for changes that others make.
//!
//! The system tells of changes in the file's folder (editors and cloud clients replace files rather
//! than change them) and in that of the file behind a link. When it has been quiet for a moment,
//! the file is read, and only when its full hash differs from the last known one is anything told.
//! Every few seconds the file's length and time are looked at as well: network drives tell nothing
//! of what others do, a folder may go and come back, and some systems have no watcher to give.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use unicode_normalization::UnicodeNormalization as _;

use super::disk::{Disk as _, RealDisk, Stamp, behind_links, folder_of};
use super::hash::FileHash;
use super::open::LIMIT;
use crate::task::Task;

/// How long it must be quiet before the file is looked at.
const QUIET: Duration = Duration::from_millis(200);
/// How often quiet is waited for at most: a file that changes all the time is looked at as well.
const PATIENCE: usize = 10;
/// How often length and time are looked at where the system tells of changes.
const BEAT: Duration = Duration::from_secs(5);
/// How often where it does not.
const POLL: Duration = Duration::from_secs(1);

/// What others did to the file, as against what was known or told before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// It is another one now. It may have become again what it once was: the hash says.
    Changed(FileHash),
    /// It is gone.
    Gone,
    /// It was gone and is back, the same or another.
    Back(FileHash),
}

/// Watches a file until it is dropped. A call that is under way then still ends.
#[derive(Debug)]
pub struct Watch {
    state: Shared,
    messages: Sender<Message>,
    // Kept for its thread's name; what it does is done when it is told to stop.
    _task: Task<()>,
}

/// As long as it lives, nothing is told; then the file is looked at again.
#[derive(Debug)]
pub struct Pause {
    state: Shared,
    messages: Sender<Message>,
}

type Shared = Arc<Mutex<State>>;

#[derive(Debug)]
struct State {
    /// What is known or was told last; none: it is gone.
    last: Option<FileHash>,
    /// Which knowledge this is: what was read under an earlier one is not told.
    knowledge: u64,
    /// How many pauses there are.
    pauses: usize,
    stopped: bool,
}

#[derive(Debug)]
enum Message {
    /// Something happened to these files.
    Touched(Vec<PathBuf>),
    /// It is to be looked at.
    Look,
    Stop,
}

impl Watch {
    /// Watches the file at `path`, which is known to have the hash `known`. `told` is called on the
    /// watcher's thread. The file is looked at once at the beginning, so that no change since it was
    /// read is missed.
    ///
    /// # Errors
    /// When the system gives no thread. Where it gives no watcher, length and time of the file are
    /// looked at each second.
    pub fn start(
        path: &Path,
        known: FileHash,
        told: impl Fn(Change) + Send + 'static,
    ) -> io::Result<Self> {
        let (messages, inbox) = channel();
        let sender = messages.clone();
        let native = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if let Some(message) = message_of(event) {
                // Nobody listens any more when the watch was dropped.
                let _ = sender.send(message);
            }
        });
        let native = native
            .inspect_err(|error| tracing::warn!(%error, "no watcher: polling"))
            .ok();
        Self::with(path, known, told, native, messages, inbox)
    }

    /// As [`Watch::start`], without the system's watcher.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn polling(
        path: &Path,
        known: FileHash,
        told: impl Fn(Change) + Send + 'static,
    ) -> io::Result<Self> {
        let (messages, inbox) = channel();
        Self::with(path, known, told, None, messages, inbox)
    }

    fn with(
        path: &Path,
        known: FileHash,
        told: impl Fn(Change) + Send + 'static,
        native: Option<RecommendedWatcher>,
        messages: Sender<Message>,
        inbox: Receiver<Message>,
    ) -> io::Result<Self> {
        let state = Arc::new(Mutex::new(State {
            last: Some(known),
            knowledge: 0,
            pauses: 0,
            stopped: false,
        }));
        let mut watcher = Watcher {
            path: path.to_owned(),
            state: Arc::clone(&state),
            inbox,
            native,
            armed: Vec::new(),
            names: Vec::new(),
            seen: Seen::Unsure,
            told,
        };
        watcher.arm();
        let task = Task::start("watch", || {}, move |_| watcher.run())?;
        let watch = Self {
            state,
            messages,
            _task: task,
        };
        watch.look();
        Ok(watch)
    }

    /// The file is known to have this hash, as it was read or saved just now. For a save, take a
    /// [`Pause`] before it and say it there.
    pub fn know(&self, hash: FileHash) {
        know(&self.state, hash);
        self.look();
    }

    /// Tells nothing until the pause is dropped. Taken before a save of our own and dropped after
    /// it, so that the saved file is never taken for a stranger's, however the threads run.
    pub fn pause(&self) -> Pause {
        let mut state = lock(&self.state);
        state.pauses += 1;
        state.knowledge += 1;
        Pause {
            state: Arc::clone(&self.state),
            messages: self.messages.clone(),
        }
    }

    fn look(&self) {
        // Its thread is there until it is told to stop.
        let _ = self.messages.send(Message::Look);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        lock(&self.state).stopped = true;
        let _ = self.messages.send(Message::Stop);
    }
}

impl Pause {
    /// The file is known to have this hash.
    pub fn know(&self, hash: FileHash) {
        know(&self.state, hash);
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        let mut state = lock(&self.state);
        state.pauses = state.pauses.saturating_sub(1);
        state.knowledge += 1;
        drop(state);
        // The watch may be gone before the save that paused it.
        let _ = self.messages.send(Message::Look);
    }
}

fn know(state: &Shared, hash: FileHash) {
    let mut state = lock(state);
    state.last = Some(hash);
    state.knowledge += 1;
}

/// The state is whole at any time, also where a thread broke down that held it.
fn lock(state: &Shared) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What an event means; none: somebody only read.
fn message_of(event: notify::Result<Event>) -> Option<Message> {
    match event {
        Ok(event) if event.need_rescan() || event.paths.is_empty() => Some(Message::Look),
        Ok(event) => {
            let by_writing = EventKind::Access(AccessKind::Close(AccessMode::Write));
            let told = !event.kind.is_access() || event.kind == by_writing;
            told.then_some(Message::Touched(event.paths))
        }
        Err(_) => Some(Message::Look),
    }
}

/// What was seen of the file by its stamp.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Gone,
    Stamped(Stamp),
    /// It could not be read: it is to be looked at again.
    Unsure,
}

/// The thread's side.
struct Watcher<F> {
    path: PathBuf,
    state: Shared,
    inbox: Receiver<Message>,
    native: Option<RecommendedWatcher>,
    /// The folders that are watched.
    armed: Vec<PathBuf>,
    /// The names in them that count.
    names: Vec<OsString>,
    seen: Seen,
    told: F,
}

impl<F: Fn(Change)> Watcher<F> {
    fn run(mut self) {
        loop {
            let beat = if self.native.is_some() { BEAT } else { POLL };
            match self.inbox.recv_timeout(beat) {
                Ok(Message::Look) => self.look(),
                Ok(Message::Touched(paths)) => {
                    if self.concerns(&paths) {
                        if self.settle() {
                            return;
                        }
                        self.look();
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    let now = self.stamp();
                    if now != self.seen || now == Seen::Unsure {
                        // The folder may have been another one meanwhile.
                        self.armed.clear();
                        self.look();
                    }
                }
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Waits until nothing more happens; says whether to stop.
    fn settle(&self) -> bool {
        for _ in 0..PATIENCE {
            match self.inbox.recv_timeout(QUIET) {
                Ok(Message::Touched(_) | Message::Look) => {}
                Err(RecvTimeoutError::Timeout) => return false,
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return true,
            }
        }
        false
    }

    fn concerns(&self, paths: &[PathBuf]) -> bool {
        paths.iter().any(|path| {
            let of_the_file = path
                .file_name()
                .is_some_and(|name| self.names.iter().any(|ours| is_same_name(ours, name)));
            of_the_file || self.armed.contains(path)
        })
    }

    /// Watches the folders of the file and of what is behind it, if these are not yet watched.
    fn arm(&mut self) {
        let behind = behind_links(&self.path).unwrap_or_else(|_| self.path.clone());
        let mut names = vec![&self.path, &behind];
        names.dedup();
        self.names = names
            .iter()
            .filter_map(|path| path.file_name().map(OsStr::to_owned))
            .collect();
        let mut folders: Vec<PathBuf> = names
            .iter()
            .map(|path| folder_of(path))
            .map(|folder| std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()))
            .collect();
        folders.dedup();
        let Some(native) = &mut self.native else {
            return;
        };
        if self.armed == folders {
            return;
        }
        for folder in self.armed.iter().chain(&folders) {
            // It may not be watched any more, or not yet.
            let _ = native.unwatch(folder);
        }
        for folder in &folders {
            if let Err(error) = native.watch(folder, RecursiveMode::NonRecursive) {
                tracing::debug!(%error, "a folder cannot be watched");
            }
        }
        self.armed = folders;
    }

    fn stamp(&self) -> Seen {
        match RealDisk.stamp(&self.path) {
            Ok(stamp) => Seen::Stamped(stamp),
            Err(error) if is_gone(&error) => Seen::Gone,
            Err(_) => Seen::Unsure,
        }
    }

    /// Reads the file and tells where it differs.
    fn look(&mut self) {
        self.arm();
        let knowledge = lock(&self.state).knowledge;
        self.seen = self.stamp();
        let found = match RealDisk.read(&self.path, LIMIT) {
            Ok(bytes) => Some(FileHash::of(&bytes)),
            Err(error) if is_gone(&error) => None,
            Err(_) => {
                self.seen = Seen::Unsure;
                return;
            }
        };
        let mut state = lock(&self.state);
        // Whoever changed the knowledge, or ends the pause, asks for another look.
        if state.stopped || state.pauses > 0 || state.knowledge != knowledge {
            return;
        }
        let change = match (state.last, found) {
            (last, found) if last == found => return,
            (_, None) => Change::Gone,
            (None, Some(found)) => Change::Back(found),
            (Some(_), Some(found)) => Change::Changed(found),
        };
        state.last = found;
        drop(state);
        (self.told)(change);
    }
}

fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Some systems give back a name with its accents taken apart.
fn is_same_name(a: &OsStr, b: &OsStr) -> bool {
    a == b || {
        let (a, b) = (a.to_string_lossy(), b.to_string_lossy());
        a.nfc().eq(b.nfc())
    }
}
