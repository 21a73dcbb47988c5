//! Reading a journal back: the newest generation that is whole, and all of its events up to the
//! first one that is torn or damaged.

use std::io;
use std::iter::Peekable;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::edit::Step;
use crate::model::Dataset;
use crate::store::disk::Disk;
use crate::store::format;
use crate::store::hash::FileHash;

use super::error::{JournalError, JournalStep, failed};
use super::line::{Header, Line, LineError, Mark, last_mark, lines, read as read_line};
use super::state::State;

/// How much of a log's end is read to see whether something is unsaved.
const END: u64 = 64 * 1024;

/// A journal, read.
pub(super) struct Kept {
    /// Which generation it is.
    pub(super) generation: u32,
    /// How many bytes of its log are good.
    pub(super) len: u64,
    /// How many whole lines behind them, or before what happened, cannot be used.
    pub(super) lost: usize,
    /// Whether the log goes on behind the good bytes.
    pub(super) torn: bool,
    /// How many events it has.
    pub(super) told: u64,
    /// What the document became.
    pub(super) state: State,
}

/// The log of a generation.
pub(super) fn log_in(folder: &Path, generation: u32) -> PathBuf {
    folder.join(format!("log-{generation}.jsonl"))
}

/// The text that a generation begins with.
pub(super) fn base_in(folder: &Path, generation: u32) -> PathBuf {
    folder.join(format!("base-{generation}.ron"))
}

/// The generations that there are, newest first.
pub(super) fn generations(folder: &Path, disk: &dyn Disk) -> Result<Vec<u32>, JournalError> {
    let entries = match disk.list(folder) {
        Err(error) if is_missing(&error) => return Ok(Vec::new()),
        listed => listed.map_err(failed(JournalStep::List, folder))?,
    };
    let number = |path: &PathBuf| -> Option<u32> {
        let name = path.file_name()?.to_str()?;
        let number = name.strip_prefix("log-")?.strip_suffix(".jsonl")?;
        number.parse().ok()
    };
    let mut found: Vec<u32> = entries.iter().filter_map(number).collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found)
}

/// How the document was left, by the end of the newest log; none: that does not tell, or there is no
/// log.
pub(super) fn left(folder: &Path, disk: &dyn Disk) -> Result<Option<Mark>, JournalError> {
    let Some(newest) = generations(folder, disk)?.first().copied() else {
        return Ok(None);
    };
    let log = log_in(folder, newest);
    let end = disk
        .read_end(&log, END)
        .map_err(failed(JournalStep::Read, &log))?;
    Ok(last_mark(&end))
}

/// Reads the journal in a folder; none: there is none.
///
/// # Errors
/// When the disk refuses, or when nothing of it can be read.
pub(super) fn read(folder: &Path, disk: &dyn Disk) -> Result<Option<Kept>, JournalError> {
    let mut worst = None;
    for generation in generations(folder, disk)? {
        match read_generation(folder, generation, disk) {
            Ok(kept) => return Ok(Some(kept)),
            // The newest one tells what is wrong.
            Err(error) => worst = worst.or(Some(error)),
        }
    }
    worst.map_or(Ok(None), Err)
}

fn read_generation(folder: &Path, generation: u32, disk: &dyn Disk) -> Result<Kept, JournalError> {
    let (log, base) = (log_in(folder, generation), base_in(folder, generation));
    let bytes = disk
        .read(&log, u64::MAX)
        .map_err(failed(JournalStep::Read, &log))?;
    let damaged = |path: &Path| JournalError::Damaged {
        path: path.to_owned(),
    };
    let mut lines = lines(&bytes);
    let (header, header_end) = match lines.next().map(|(line, end)| (read_line(line), end)) {
        Some((Ok(Line::Journal(header)), end)) => (*header, end),
        Some((Err(LineError::Newer(version)), _)) => {
            return Err(JournalError::Newer { path: log, version });
        }
        _ => return Err(damaged(&log)),
    };
    let text = disk
        .read(&base, u64::MAX)
        .map_err(failed(JournalStep::Read, &base))?;
    if FileHash::of(&text) != header.base {
        return Err(damaged(&base));
    }
    let base = format::read(&text).map_err(|_| damaged(&base))?;
    let whole = base.damage.is_empty() && base.newer_schema.is_none();
    if !whole {
        return Err(damaged(&log));
    }
    let mut lines = lines.map(|(line, end)| (read_line(line), end)).peekable();
    let mut end = header_end;
    let (steps, at) = steps_of(&mut lines, &mut end);
    let mut state = begun(header, base.dataset, steps, at);
    let (mut told, mut lost) = (0, 0);
    for (line, line_end) in lines {
        let followed = match line {
            Ok(Line::Event {
                number, at, event, ..
            }) if lost == 0 && number == told + 1 => state.take(event, at).is_ok(),
            _ => false,
        };
        if followed {
            told += 1;
            end = line_end;
        } else {
            lost += 1;
        }
    }
    let count = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
    Ok(Kept {
        generation,
        len: count(end),
        lost,
        torn: bytes.len() > end,
        told,
        state,
    })
}

/// The steps that a log begins with, up to where something happens. Those that cannot be read are
/// missing. And when something happened last before that.
fn steps_of(
    lines: &mut Peekable<impl Iterator<Item = (Result<Line, LineError>, usize)>>,
    end: &mut usize,
) -> (Vec<Step>, Option<Timestamp>) {
    let (mut steps, mut at) = (Vec::new(), None);
    while let Some((line, line_end)) =
        lines.next_if(|(line, _)| !matches!(line, Ok(Line::Event { .. })))
    {
        match line {
            Ok(Line::Step(step)) => steps.push(*step),
            Ok(Line::Begun(mark)) => {
                at = Some(mark.at);
                *end = line_end;
                break;
            }
            _ => continue,
        }
        *end = line_end;
    }
    (steps, at)
}

/// The document as a log begins with it.
fn begun(header: Header, dataset: Dataset, mut steps: Vec<Step>, at: Option<Timestamp>) -> State {
    let Header {
        started,
        steps: count,
        mut document,
        ..
    } = header;
    if steps.len() != count {
        // Without all of its steps only what it was can be told, not what it was before.
        let there = document.done;
        let is_there = |place: Option<usize>| place.filter(|p| *p == there).map(|_| 0);
        document.saved = is_there(document.saved);
        document.shared = is_there(document.shared);
        document.done = 0;
        steps.clear();
    }
    State::standing_as(dataset, steps, document, at.unwrap_or(started))
}

pub(super) fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
