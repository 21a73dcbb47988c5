//! Files used lately: whether each is still there is found out off the window's thread, a task a
//! file, so that a network folder that is gone holds up neither the start nor the menu.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use crate::store::disk::Stamp;
use crate::task::{Task, TaskState};

use super::app::App;
use super::work::wake;

/// Whether a file can be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// It is there, as far as is known: it may not have been looked for yet.
    Here,
    /// It is gone.
    Missing,
    /// The disk that it lies on does not answer, or it may not be looked at.
    Unreachable,
}

/// A file used lately.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecentFile {
    /// The file.
    pub path: PathBuf,
    /// Whether it can be opened.
    pub found: Found,
}

impl RecentFile {
    /// Its name, and the folder that it lies in.
    pub fn words(&self) -> (String, String) {
        let of = |path: Option<&Path>| path.map(|path| path.display().to_string());
        let name = self.path.file_name().map(Path::new);
        (
            of(name).unwrap_or_else(|| self.path.display().to_string()),
            of(self.path.parent()).unwrap_or_default(),
        )
    }

    /// Why it cannot be opened: the id of a word. None: it can.
    pub fn why_not(&self) -> Option<&'static str> {
        match self.found {
            Found::Here => None,
            Found::Missing => Some("recent-missing"),
            Found::Unreachable => Some("recent-unreachable"),
        }
    }
}

/// What is known of the files used lately.
#[derive(Default)]
pub(super) struct Recent {
    found: BTreeMap<PathBuf, Found>,
    looking: Vec<(PathBuf, Task<Found>)>,
    /// Whether the list was in view in the frame before.
    pub(super) was_shown: bool,
}

impl Recent {
    pub(super) fn is_looking(&self) -> bool {
        !self.looking.is_empty()
    }
}

fn found(stamp: &std::io::Result<Stamp>) -> Found {
    use std::io::ErrorKind;
    match stamp {
        Ok(stamp) if stamp.folder => Found::Missing,
        Ok(_) => Found::Here,
        Err(error) => match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Found::Missing,
            _ => Found::Unreachable,
        },
    }
}

impl App {
    /// The files used lately, without the open one.
    pub fn recent_files(&self) -> Vec<RecentFile> {
        let open = self.session.path();
        let others = self.prefs.recent_files.iter();
        others
            .filter(|path| Some(path.as_path()) != open)
            .map(|path| RecentFile {
                path: path.clone(),
                found: self.recent.found.get(path).copied().unwrap_or(Found::Here),
            })
            .collect()
    }

    /// Looks for the files used lately. One that is still being looked for is not looked for twice.
    pub(super) fn check_recent(&mut self, ctx: &egui::Context) {
        for RecentFile { path, .. } in self.recent_files() {
            if self
                .recent
                .looking
                .iter()
                .any(|(looked, _)| *looked == path)
            {
                continue;
            }
            let (disk, its) = (Arc::clone(&self.disk), path.clone());
            let started = Task::start("look for a file", wake(ctx), move |_| {
                found(&disk.stamp(&its))
            });
            match started {
                Ok(task) => self.recent.looking.push((path, task)),
                Err(error) => tracing::warn!(%error, "no thread"),
            }
        }
    }

    /// Takes in what was found.
    pub(super) fn take_in_recent(&mut self) {
        let Recent { found, looking, .. } = &mut self.recent;
        looking.retain(|(path, task)| match task.poll() {
            TaskState::Running => true,
            TaskState::Done(its) => {
                found.insert(path.clone(), its);
                false
            }
            TaskState::Lost => false,
        });
    }

    /// Forgets the files used lately, but the open one.
    pub(super) fn clear_recent(&mut self) {
        let open = self.session.path().map(Path::to_owned);
        self.prefs
            .recent_files
            .retain(|path| Some(path) == open.as_ref());
        self.recent.found.clear();
        self.keep_prefs();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_file_that_is_gone_and_one_that_does_not_answer_are_told_apart() {
        let of = |kind: io::ErrorKind| found(&Err(kind.into()));
        assert_eq!(of(io::ErrorKind::NotFound), Found::Missing);
        assert_eq!(of(io::ErrorKind::TimedOut), Found::Unreachable);
        assert_eq!(of(io::ErrorKind::PermissionDenied), Found::Unreachable);
        let file = RecentFile {
            path: PathBuf::from("/a/b/book.ron"),
            found: Found::Missing,
        };
        assert_eq!(file.words(), ("book.ron".to_owned(), "/a/b".to_owned()));
        assert_eq!(file.why_not(), Some("recent-missing"));
    }
}
