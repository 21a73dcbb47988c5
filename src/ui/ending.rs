//! The end of the desktop session, where the system tells: on Unix by a signal. The window closes
//! at once, since nobody waits for an answer; a second signal ends the program as usual.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the program is to end.
#[derive(Clone, Debug, Default)]
pub struct Ending(Arc<AtomicBool>);

impl Ending {
    /// Whether it is.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// It is.
    pub fn set(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Is told by the signals that end programs, and wakes the window then.
    ///
    /// # Errors
    /// When the system does not let signals be taken.
    #[cfg(unix)]
    pub fn by_signals(&self, wake: impl Fn() + Send + 'static) -> std::io::Result<()> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        self.by(&[SIGTERM, SIGHUP, SIGINT], wake)
    }

    /// Other systems have no signals: closing the window is all that they tell.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(unix))]
    pub fn by_signals(&self, _: impl Fn() + Send + 'static) -> std::io::Result<()> {
        Ok(())
    }

    #[cfg(unix)]
    fn by(&self, signals: &[i32], wake: impl Fn() + Send + 'static) -> std::io::Result<()> {
        use signal_hook::flag::register_conditional_default;
        use signal_hook::iterator::Signals;

        for signal in signals {
            // Before ours is told: so the first one only sets it.
            register_conditional_default(*signal, Arc::clone(&self.0))?;
        }
        let mut told = Signals::new(signals)?;
        let ending = self.clone();
        crate::task::Task::start(
            "signals",
            || {},
            move |_| {
                for _ in &mut told {
                    ending.set();
                    wake();
                }
            },
        )
        .map(drop)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn a_signal_is_told_and_wakes_the_window() {
        let ending = Ending::default();
        let (wake, woken) = mpsc::channel();
        // One that ends no program, so that the tests go on whatever happens.
        let signal = signal_hook::consts::SIGWINCH;
        ending
            .by(&[signal], move || wake.send(()).unwrap())
            .unwrap();
        assert!(!ending.is_set());
        signal_hook::low_level::raise(signal).unwrap();
        woken.recv_timeout(Duration::from_secs(10)).unwrap();
        assert!(ending.is_set());
    }
}
