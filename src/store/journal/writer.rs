//! The journal on a thread of its own, so that waiting for the disk never holds up the window.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{Timestamp, ZonedDateTime};

use crate::edit::Event;
use crate::store::disk::Disk;
use crate::task::Task;

use super::error::JournalError;
use super::write::Journal;

/// How long what could not be written waits until it is tried again, where nothing happens before.
const TRY_AGAIN: Duration = Duration::from_secs(2);

/// How long the end of the journal is waited for: a disk that does not answer must not keep the
/// program from ending.
const PATIENCE: Duration = Duration::from_secs(5);

/// Tells what time it is.
pub(super) type Clock = fn() -> ZonedDateTime;

enum Message {
    /// This happened.
    Happened(Vec<Event>, Timestamp),
    /// Answer when all before is on the disk, or the disk refused.
    Flush(Sender<()>),
    /// The same, and let go of the journal.
    Close(Sender<()>),
}

/// Why the journal is behind; none: it is not. A reason is told once.
type Trouble = Arc<Mutex<Option<Arc<JournalError>>>>;

/// Writes the journal of a document beside the window. Dropping it waits until all is written.
#[derive(Debug)]
pub struct JournalWriter {
    messages: Sender<Message>,
    trouble: Trouble,
    clock: Clock,
    _task: Task<()>,
}

impl JournalWriter {
    /// Goes on with a journal on a thread of its own. `wake` is called when writing begins to fail
    /// and when it goes well again.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        journal: Journal,
        disk: Arc<dyn Disk>,
        clock: Clock,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, JournalError> {
        let (messages, inbox) = channel();
        let trouble = Trouble::default();
        let its_trouble = Arc::clone(&trouble);
        let task = Task::start(
            "journal",
            || (),
            move |_| {
                let thread = Thread {
                    journal,
                    disk,
                    clock,
                    trouble: its_trouble,
                    wake,
                };
                thread.run(&inbox);
            },
        );
        Ok(Self {
            messages,
            trouble,
            clock,
            _task: task.map_err(|_| JournalError::NoThread)?,
        })
    }

    /// Keeps what happened. It is on the disk within moments.
    pub fn log(&self, events: Vec<Event>) {
        if !events.is_empty() {
            self.send(Message::Happened(events, (self.clock)().timestamp()));
        }
    }

    /// Waits until all is on the disk, or the disk refused, but not for ever. Whether all is.
    pub fn flush(&self) -> bool {
        let (done, wait) = channel();
        self.send(Message::Flush(done));
        wait.recv_timeout(PATIENCE).is_ok() && self.trouble().is_none()
    }

    /// Why what happened is not on the disk; none: it is, or is about to be.
    pub fn trouble(&self) -> Option<Arc<JournalError>> {
        let trouble = self.trouble.lock();
        trouble.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn send(&self, message: Message) {
        if self.messages.send(message).is_err() {
            set(&self.trouble, Some(Arc::new(JournalError::NoThread)));
        }
    }
}

impl Drop for JournalWriter {
    fn drop(&mut self) {
        let (done, wait) = channel();
        self.send(Message::Close(done));
        let _ = wait.recv_timeout(PATIENCE);
    }
}

fn set(trouble: &Trouble, now: Option<Arc<JournalError>>) {
    *trouble.lock().unwrap_or_else(PoisonError::into_inner) = now;
}

struct Thread<W: Fn()> {
    journal: Journal,
    disk: Arc<dyn Disk>,
    clock: Clock,
    trouble: Trouble,
    wake: W,
}

impl<W: Fn()> Thread<W> {
    fn run(mut self, inbox: &Receiver<Message>) {
        loop {
            let message = if self.is_behind() {
                match inbox.recv_timeout(TRY_AGAIN) {
                    Err(RecvTimeoutError::Timeout) => {
                        let tried = self
                            .journal
                            .write((self.clock)().timestamp(), self.disk.as_ref());
                        self.tell(tried);
                        continue;
                    }
                    received => received.ok(),
                }
            } else {
                inbox.recv().ok()
            };
            // Without a word the window is gone, and everything is written.
            let Some(message) = message else { return };
            let Some(go_on) = self.take(message, inbox) else {
                return;
            };
            self = go_on;
        }
    }

    /// Does what a message says; none: it was the last.
    fn take(mut self, message: Message, inbox: &Receiver<Message>) -> Option<Self> {
        match message {
            Message::Happened(mut events, mut at) => {
                // What has come meanwhile is written with it: one wait for the disk for all.
                let mut then = None;
                while let Ok(next) = inbox.try_recv() {
                    match next {
                        Message::Happened(more, later) => {
                            events.extend(more);
                            at = later;
                        }
                        other => {
                            then = Some(other);
                            break;
                        }
                    }
                }
                let logged = self.journal.log(events, at, self.disk.as_ref());
                self.tell(logged);
                match then {
                    Some(message) => self.take(message, inbox),
                    None => Some(self),
                }
            }
            Message::Flush(done) => {
                self.try_again();
                let _ = done.send(());
                Some(self)
            }
            Message::Close(done) => {
                self.try_again();
                // The journal first: whoever waits may take hold of it at once.
                drop(self);
                let _ = done.send(());
                None
            }
        }
    }

    fn is_behind(&self) -> bool {
        self.trouble
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_some()
    }

    fn try_again(&mut self) {
        if self.is_behind() {
            let tried = self
                .journal
                .write((self.clock)().timestamp(), self.disk.as_ref());
            self.tell(tried);
        }
    }

    fn tell(&self, outcome: Result<(), JournalError>) {
        let was_behind = self.is_behind();
        if let Err(error) = &outcome {
            tracing::warn!(%error, "the journal is behind");
        }
        let is_behind = outcome.is_err();
        if was_behind != is_behind {
            set(&self.trouble, outcome.err().map(Arc::new));
            (self.wake)();
        }
    }
}
