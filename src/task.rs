//! Work that must not hold up painting: a named thread with progress, cancel and a callback that
//! wakes the window when it is done. The only home of threads.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

/// What the work is told, and tells, while it runs.
#[derive(Clone, Debug, Default)]
pub struct TaskLine {
    cancelled: Arc<AtomicBool>,
    percent: Arc<AtomicU8>,
    count: Arc<AtomicU64>,
}

impl TaskLine {
    /// Whether the user no longer wants it. Work that takes long asks now and then.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Says how far it is, in per cent.
    pub fn progress(&self, percent: u8) {
        self.percent.store(percent.min(100), Ordering::Relaxed);
    }

    /// Says how many rows, records or pages are done.
    pub fn count(&self, done: u64) {
        self.count.store(done, Ordering::Relaxed);
    }
}

/// What became of a task.
#[derive(Debug)]
pub enum TaskState<T> {
    /// It still runs.
    Running,
    /// It is done; told once.
    Done(T),
    /// Its thread ended without a result. Told once.
    Lost,
}

/// Work on its own thread.
#[derive(Debug)]
pub struct Task<T> {
    name: &'static str,
    line: TaskLine,
    result: Receiver<T>,
}

impl<T: Send + 'static> Task<T> {
    /// Starts work on a thread of that name; `wake` is called when it has ended, however it ended.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        name: &'static str,
        wake: impl Fn() + Send + 'static,
        work: impl FnOnce(&TaskLine) -> T + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, result) = channel();
        let line = TaskLine::default();
        let its_line = line.clone();
        std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                // Dropped in this order, also when the work breaks down: first the sender, then
                // the wake, so that whoever is woken finds the result or the loss.
                let _wake = OnDrop(wake);
                let sender = sender;
                let span = tracing::info_span!("task", name);
                let done = span.in_scope(|| work(&its_line));
                // Nobody listens any more when the window was closed meanwhile.
                let _ = sender.send(done);
            })?;
        Ok(Self { name, line, result })
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// How far it is, in per cent.
    pub fn percent(&self) -> u8 {
        self.line.percent.load(Ordering::Relaxed)
    }

    /// How many rows, records or pages are done.
    pub fn count(&self) -> u64 {
        self.line.count.load(Ordering::Relaxed)
    }

    /// Asks it to stop.
    pub fn cancel(&self) {
        self.line.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.line.is_cancelled()
    }

    /// What became of it.
    pub fn poll(&self) -> TaskState<T> {
        match self.result.try_recv() {
            Ok(done) => TaskState::Done(done),
            Err(TryRecvError::Empty) => TaskState::Running,
            Err(TryRecvError::Disconnected) => TaskState::Lost,
        }
    }
}

struct OnDrop<F: Fn()>(F);

impl<F: Fn()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits for a future on this thread. For threads of tasks only, never while painting.
pub fn wait_for<F: Future>(future: F) -> F::Output {
    let mut future = std::pin::pin!(future);
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(done) => return done,
            Poll::Pending => std::thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_task_wakes_the_window_and_hands_over_its_result_once() {
        let (wake, woken) = mpsc::channel();
        let task = Task::start(
            "sum",
            move || wake.send(()).unwrap(),
            |line| {
                line.progress(50);
                2 + 2
            },
        )
        .unwrap();
        woken.recv().unwrap();
        assert!(matches!(task.poll(), TaskState::Done(4)));
        assert_eq!(task.percent(), 50);
    }

    #[test]
    fn a_task_that_breaks_down_is_told_and_does_not_hang() {
        let (wake, woken) = mpsc::channel();
        let task: Task<()> = Task::start(
            "broken",
            move || wake.send(()).unwrap(),
            |_| std::panic::resume_unwind(Box::new("broken on purpose")),
        )
        .unwrap();
        woken.recv().unwrap();
        assert!(matches!(task.poll(), TaskState::Lost));
    }

    #[test]
    fn a_cancelled_task_sees_it() {
        let (go, begin) = mpsc::channel::<()>();
        let (wake, woken) = mpsc::channel();
        let task = Task::start(
            "cancelled",
            move || wake.send(()).unwrap(),
            move |line| {
                begin.recv().unwrap();
                line.is_cancelled()
            },
        )
        .unwrap();
        task.cancel();
        go.send(()).unwrap();
        woken.recv().unwrap();
        assert!(matches!(task.poll(), TaskState::Done(true)));
    }

    #[test]
    fn waiting_for_a_future_ends_when_it_is_ready() {
        assert_eq!(wait_for(async { 7 }), 7);
    }
}
