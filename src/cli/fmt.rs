//! `fmt`: the canonical text of a dataset, printed, compared or written back.

use std::path::Path;

use super::{Done, Outcome, context};
use crate::report::{Exit, Report};
use crate::session::{ReadOnly, Session};
use crate::store::disk::RealDisk;
use crate::store::format;
use crate::store::hash::FileHash;
use crate::store::open;
use crate::store::save::{Expected, save};
use crate::text::Texts;

/// What is wanted of the canonical text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// To see it.
    Print,
    /// To know whether the file has it.
    Check,
    /// To have it in the file.
    Write {
        /// Whether comments may be dropped.
        drop_comments: bool,
    },
}

impl Wish {
    /// What the options `--write`, `--check` and `--drop-comments` ask for.
    pub(super) fn of(write: bool, check: bool, drop_comments: bool) -> Self {
        match (write, check) {
            (true, _) => Self::Write { drop_comments },
            (_, true) => Self::Check,
            _ => Self::Print,
        }
    }
}

/// Runs `fmt`.
pub(super) fn run(file: Option<&Path>, wish: Wish, texts: Texts) -> Outcome {
    let Some(path) = file else {
        return match wish {
            Wish::Write { .. } => {
                let message = texts.get("cli-fmt-sample");
                Err(Box::new(Report::usage(message, None)))
            }
            // A test holds that the bundled dataset is canonical.
            Wish::Check => Ok(Done::fine(String::new())),
            Wish::Print => Ok(Done::fine(format::write(Session::sample().dataset()))),
        };
    };
    let is_stdin = path == Path::new("-");
    if is_stdin && matches!(wish, Wish::Write { .. }) {
        let message = texts.get("cli-fmt-stdin");
        return Err(Box::new(Report::usage(message, None)));
    }
    let bytes = if is_stdin {
        context::stdin(texts)?
    } else {
        let read = open::open(path, &RealDisk);
        read.map_err(|error| Box::new(Report::of_open(&error, texts)))?
            .1
    };
    let session = Session::from_bytes(&path.display().to_string(), &bytes)
        .map_err(|error| Box::new(Report::of_open(&error, texts)))?;
    let canonical = format::write(session.dataset());
    let words = words(&session, path, texts);
    match wish {
        Wish::Print => {
            let exit = if session.damage().is_empty() {
                Exit::Fine
            } else {
                Exit::File
            };
            Ok(Done {
                data: canonical,
                words,
                exit,
            })
        }
        Wish::Check => Ok(compared(path, &bytes, &canonical, words, &session, texts)),
        Wish::Write { drop_comments } => write(
            &session,
            path,
            &bytes,
            &canonical,
            drop_comments,
            words,
            texts,
        ),
    }
}

fn compared(
    path: &Path,
    bytes: &[u8],
    canonical: &str,
    mut words: Vec<String>,
    session: &Session,
    texts: Texts,
) -> Done {
    let exit = if !session.damage().is_empty() {
        Exit::File
    } else if bytes == canonical.as_bytes() {
        Exit::Fine
    } else {
        let file = path.display().to_string();
        words.push(texts.with("cli-fmt-differs", &[("file", file.into())]));
        Exit::Problems
    };
    Done {
        data: String::new(),
        words,
        exit,
    }
}

fn write(
    session: &Session,
    path: &Path,
    bytes: &[u8],
    canonical: &str,
    drop_comments: bool,
    mut words: Vec<String>,
    texts: Texts,
) -> Outcome {
    let refused = |id: &str, exit: Exit, mut words: Vec<String>| {
        let file = path.display().to_string();
        words.push(texts.with(id, &[("file", file.into())]));
        Ok(Done {
            data: String::new(),
            words,
            exit,
        })
    };
    if let Some(ReadOnly::NewerSchema(_)) = session.read_only() {
        return refused("cli-fmt-newer", Exit::File, words);
    }
    if session.notes().has_comments() && !drop_comments {
        return refused("cli-fmt-comments", Exit::Problems, words);
    }
    if !session.damage().is_empty() {
        return refused("cli-fmt-damaged", Exit::File, words);
    }
    if bytes != canonical.as_bytes() {
        // Only over the file that was read: what came into it meanwhile is not ours to drop.
        let read = Expected::Hash(FileHash::of(bytes));
        save(path, canonical, read, &RealDisk)
            .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))?;
        let file = path.display().to_string();
        words.push(texts.with("cli-fmt-written", &[("file", file.into())]));
    }
    Ok(Done {
        data: String::new(),
        words,
        exit: Exit::Fine,
    })
}

/// What is worth knowing of the file: parts that could not be read, comments that are dropped.
fn words(session: &Session, path: &Path, texts: Texts) -> Vec<String> {
    let damage = session.damage().iter();
    let mut words: Vec<String> = damage
        .map(|damage| Report::of_damage(damage, path, session.text(), texts).plain(texts))
        .collect();
    if let Some(comments) = session.notes().comments {
        let line = comments.first_line.to_string();
        words.push(texts.with(
            "cli-comments",
            &[
                ("count", comments.count.into()),
                ("number", comments.count.to_string().into()),
                ("line", line.into()),
            ],
        ));
    }
    words
}
