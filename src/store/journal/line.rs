//! The lines of a log: each with a check sum, so that a torn or damaged one is seen.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::edit::{Event, Step};
use crate::store::hash::FileHash;

use super::state::Standing;

/// The version of the form that this program writes.
pub(super) const VERSION: u32 = 1;

/// A line of a log. It begins with [`Line::Journal`], then come the steps that are kept from
/// before, then [`Line::Begun`], then what happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    /// What the log is about.
    Journal(Box<Header>),
    /// A step that was done or taken back before.
    Step(Box<Step>),
    /// The journal is whole up to here.
    Begun(Mark),
    /// Something happened.
    Event {
        /// How many happened since the journal was begun, with this one: that none is missing.
        number: u64,
        /// When.
        at: Timestamp,
        /// Whether something may be unsaved after it.
        unsaved: bool,
        /// What.
        event: Event,
    },
}

/// When a line was written, and how the document is after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Mark {
    /// When.
    pub(super) at: Timestamp,
    /// Whether something may be unsaved.
    pub(super) unsaved: bool,
}

/// What a log is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Header {
    /// The version of the form.
    pub(super) version: u32,
    /// The version of the program that wrote it.
    pub(super) program: String,
    /// When it was begun.
    pub(super) started: Timestamp,
    /// The title of the document.
    pub(super) title: String,
    /// The hash of the text that the journal begins with.
    pub(super) base: FileHash,
    /// How many steps follow.
    pub(super) steps: usize,
    /// How the document stands.
    pub(super) document: Standing,
}

/// The form of a header of any version.
#[derive(Deserialize)]
struct Versioned {
    journal: Version,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// A line as it stands in the file.
pub(super) fn written(line: &Line) -> Vec<u8> {
    // Keys are words and values are text, numbers and truths: nothing JSON cannot hold.
    let json = serde_json::to_vec(line).unwrap_or_default();
    let sum = crc32fast::hash(&json);
    [format!("{sum:08x} ").as_bytes(), &json, b"\n"].concat()
}

/// Why a line is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LineError {
    /// It is torn or damaged.
    Damaged,
    /// It is a header of a newer version.
    Newer(u32),
}

/// A line without its end, read.
pub(super) fn read(line: &[u8]) -> Result<Line, LineError> {
    let json = checked(line).ok_or(LineError::Damaged)?;
    if json.starts_with(b"{\"journal\"")
        && let Ok(Versioned { journal }) = serde_json::from_slice(json)
        && journal.version > VERSION
    {
        return Err(LineError::Newer(journal.version));
    }
    serde_json::from_slice(json).map_err(|error| {
        tracing::warn!(%error, "a line of a journal is not understood");
        LineError::Damaged
    })
}

/// What stands behind the check sum, where that is right.
fn checked(line: &[u8]) -> Option<&[u8]> {
    let (sum, json) = line.split_at_checked(9)?;
    let sum = std::str::from_utf8(sum).ok()?.strip_suffix(' ')?;
    let right = u32::from_str_radix(sum, 16).ok()? == crc32fast::hash(json);
    right.then_some(json)
}

/// The whole lines of a log with the bytes up to the end of each, and whether something torn
/// follows them.
pub(super) fn lines(log: &[u8]) -> impl Iterator<Item = (&[u8], usize)> {
    let mut end = 0;
    log.split_inclusive(|byte| *byte == b'\n')
        .filter_map(move |line| {
            end += line.len();
            line.strip_suffix(b"\n").map(|line| (line, end))
        })
}

/// The mark of the last line of a piece of a log that ends with it; none: it cannot be told.
pub(super) fn last_mark(end: &[u8]) -> Option<Mark> {
    let whole = end.strip_suffix(b"\n")?;
    let begin = whole.iter().rposition(|byte| *byte == b'\n')? + 1;
    match read(whole.get(begin..)?) {
        Ok(Line::Begun(mark)) => Some(mark),
        Ok(Line::Event { at, unsaved, .. }) => Some(Mark { at, unsaved }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line::Event {
            number: 1,
            at: "2026-03-01T10:00:00Z".parse().unwrap(),
            unsaved: true,
            event: Event::Undid,
        }
    }

    #[test]
    fn a_line_reads_back_and_any_other_byte_is_seen() {
        let written = written(&line());
        let whole = written.strip_suffix(b"\n").unwrap();
        assert_eq!(read(whole), Ok(line()));
        for at in 0..whole.len() {
            let mut bent = whole.to_vec();
            bent[at] ^= 1;
            // Only the case of a digit of the sum may differ.
            let read = read(&bent);
            assert!(read.is_err() || read == Ok(line()), "{at}");
        }
        assert_eq!(read(b""), Err(LineError::Damaged));
        assert_eq!(read(&whole[..20]), Err(LineError::Damaged));
    }

    #[test]
    fn the_last_line_tells_whether_something_is_unsaved() {
        let two = [written(&line()), written(&line())].concat();
        assert!(last_mark(&two).unwrap().unsaved);
        assert_eq!(last_mark(&two[..two.len() - 1]), None);
        assert_eq!(last_mark(&written(&line())), None, "perhaps half a line");
    }

    #[test]
    fn a_newer_version_is_told_and_not_taken_for_damage() {
        let json = br#"{"journal":{"version":2,"new":[]}}"#;
        let line = [format!("{:08x} ", crc32fast::hash(json)).as_bytes(), json].concat();
        assert_eq!(read(&line), Err(LineError::Newer(2)));
    }
}
