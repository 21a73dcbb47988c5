//! How a text file is taken apart, found in its first part: the sign by which the rows come out
//! alike, not the one that is most frequent.

use std::collections::BTreeMap;

use super::delimited::{Delimited, Splitter};
use super::error::TableError;
use super::raw::Raw;
use super::text::TextEncoding;
use crate::task::TaskLine;

/// So many bytes decide.
pub(super) const SAMPLE: usize = 256 << 10;
/// So many rows decide.
const ROWS: usize = 500;
/// Below this share of rows that are alike, of a thousand, a sign parts nothing.
const ALIKE: usize = 600;
/// Below this share of rows that a sign parts at all, of a thousand, it parts nothing.
const COVER: usize = 400;
/// What can part cells, by how often it does.
const DELIMITERS: [char; 10] = [',', ';', '\t', '|', ':', '^', '~', '\u{1f}', '¦', '§'];
/// So many of them are usual.
const USUAL: usize = 4;

/// The first part of a file as text, up to its last line end.
pub(super) fn sample(
    raw: &Raw,
    encoding: TextEncoding,
    line: &TaskLine,
) -> Result<String, TableError> {
    let head = raw.head(SAMPLE, line)?;
    let mut text = encoding.decode_head(&head);
    if raw.bytes() > SAMPLE as u64 {
        let end = text.rfind(['\n', '\r']).map_or(text.len(), |at| at + 1);
        text.truncate(end);
    }
    Ok(text)
}

/// The delimiter that a first line `sep=;` names, as Excel writes and reads it.
pub(super) fn named(sample: &str) -> Option<char> {
    let line = sample.split(['\n', '\r']).next()?;
    let line = line.trim_matches('"');
    let sign = line.get(..4).filter(|sep| sep.eq_ignore_ascii_case("sep="));
    let rest = sign.and_then(|sep| line.get(sep.len()..))?;
    let mut signs = rest.chars();
    let sign = signs.next()?;
    // Some programs put the delimiters of the row behind it.
    signs
        .all(|other| other == sign || other == ',')
        .then_some(sign)
}

/// How a text is best taken apart. `name` is the file's.
pub(super) fn found(sample: &str, encoding: TextEncoding, name: &str) -> Delimited {
    let ends_in = |ending: &str| {
        let ending_at = name.len().checked_sub(ending.len());
        let end = ending_at.and_then(|at| name.get(at..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
    };
    let by_name = if ends_in(".tsv") || ends_in(".tab") {
        '\t'
    } else {
        ','
    };
    let best = || {
        let ranked = DELIMITERS.iter().enumerate().filter_map(|(place, sign)| {
            let shape = Shape::of(sample, *sign, Some('"'));
            let rank = shape.rank(place, *sign)?;
            Some((rank, std::cmp::Reverse(place), *sign))
        });
        ranked.max().map(|(_, _, sign)| sign)
    };
    let delimiter = named(sample).or_else(best).unwrap_or(by_name);
    Delimited {
        delimiter,
        quote: Some(quote(sample, delimiter)),
        encoding,
    }
}

/// How many cells most rows have.
pub(super) fn usual_width(sample: &str, how: Delimited) -> usize {
    let skipped = usize::from(named(sample).is_some());
    let mut shape = Shape::of(sample, how.delimiter, how.quote);
    shape.widths.drain(..skipped.min(shape.widths.len()));
    shape.usual().0
}

/// A single quote is one only where it does the work of double ones.
fn quote(sample: &str, delimiter: char) -> char {
    let double = Shape::of(sample, delimiter, Some('"'));
    if double.quoted > 0 || !sample.contains('\'') {
        return '"';
    }
    let single = Shape::of(sample, delimiter, Some('\''));
    let rows = single.widths.len() as u64;
    let works = single.bare == 0 && single.quoted * 2 >= rows.max(1);
    if works && single.usual().1 >= double.usual().1 {
        '\''
    } else {
        '"'
    }
}

/// What becomes of a text when a sign parts its cells.
#[derive(Debug)]
struct Shape {
    widths: Vec<usize>,
    quoted: u64,
    bare: u64,
}

impl Shape {
    fn of(sample: &str, delimiter: char, quote: Option<char>) -> Self {
        let mut splitter = Splitter::new(delimiter, quote);
        let mut widths = Vec::new();
        let mut at = 0;
        while widths.len() < ROWS {
            // A quote that is not closed in the first part may well be closed later.
            let Ok((taken, complete)) = splitter.take(&sample[at..]) else {
                break;
            };
            at += taken;
            if !complete && !splitter.finish().unwrap_or(false) {
                break;
            }
            let (row, width) = splitter.row();
            if row.cells.iter().any(|cell| !cell.is_blank()) {
                widths.push(width);
            }
            if !complete {
                break;
            }
        }
        Self {
            widths,
            quoted: splitter.quoted,
            bare: splitter.bare,
        }
    }

    /// The number of cells that most rows have, and how many of a thousand rows have it.
    fn usual(&self) -> (usize, usize) {
        let (width, count) = self.most(1);
        (width, count * 1_000 / self.widths.len().max(1))
    }

    /// The number of cells that most rows of at least so many have, and how many rows have it.
    fn most(&self, least: usize) -> (usize, usize) {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for width in self.widths.iter().filter(|width| **width >= least) {
            *counts.entry(*width).or_insert(0) += 1;
        }
        let most = counts
            .into_iter()
            .max_by_key(|(width, count)| (*count, *width));
        most.unwrap_or((0, 0))
    }

    /// How well the sign parts; none: it parts nothing.
    fn rank(&self, place: usize, sign: char) -> Option<usize> {
        // Titles above and remarks below a table are lines of one cell: they say nothing of how its
        // rows are alike, only how much of the text the table is.
        let parted = self.widths.iter().filter(|width| **width > 1).count();
        let cover = parted * 1_000 / self.widths.len().max(1);
        let (width, count) = self.most(2);
        let alike = count * 1_000 / parted.max(1);
        if width < 2 || alike < ALIKE || cover < COVER {
            return None;
        }
        let first = self.widths.first() == Some(&width);
        let strict = place < USUAL || (first && alike == 1_000);
        // Clock times and links have colons in every row as well.
        let strict = strict && (sign != ':' || width > 2);
        let alike = if first { alike } else { alike / 2 };
        let weight = match width {
            2 => 10,
            3 => 12,
            4 => 13,
            5..=7 => 14,
            8..=15 => 15,
            _ => 16,
        };
        let usual = if place < USUAL { 10 } else { 6 };
        strict.then_some(alike * alike * cover / 1_000 * weight * usual)
    }
}
