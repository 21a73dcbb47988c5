//! A brief as PDF: pages of A4 with text as text in subsets of the bundled fonts, tables that go on
//! over pages under their headings again, page numbers, bookmarks, links that can be followed, and
//! tags that tell a screen reader what is a heading, a table, a list.
//!
//! `lay` puts everything in its place on pages, in points; `paint` writes the pages.

mod lay;
mod lines;
mod paint;
mod table;

use super::{Brief, BriefError};
use crate::task::TaskLine;

/// The brief as the bytes of a PDF file. The same brief gives the same bytes.
///
/// # Errors
/// When it could not be made into pages, or was cancelled.
pub fn write(brief: &Brief, line: &TaskLine) -> Result<Vec<u8>, BriefError> {
    let laid = lay::lay(brief, line)?;
    line.progress(80);
    paint::write(brief, &laid, line)
}

/// How many pages a brief has, and its words in the order of its tags: what a screen reader is told.
/// What stands again on each page is not among them.
///
/// # Errors
/// When it could not be made into pages, or was cancelled.
pub fn told(brief: &Brief) -> Result<(usize, String), BriefError> {
    let laid = lay::lay(brief, &TaskLine::default())?;
    let mut marked = vec![""; laid.marks];
    for item in laid.pages.iter().flat_map(|page| &page.items) {
        let (mark, words) = match item {
            lay::Item::Text(text) => (text.mark, text.words.as_str()),
            lay::Item::Scene { scene, mark, .. } => (Some(*mark), scene.alt.as_str()),
            lay::Item::Fill(..) | lay::Item::Link { .. } => continue,
        };
        if let Some(place) = mark.and_then(|mark| marked.get_mut(mark)) {
            *place = words;
        }
    }
    let mut words = String::new();
    read(&laid, 0, &marked, &mut words);
    Ok((laid.pages.len(), words))
}

/// The words of a part of the document, and of those in it.
fn read(laid: &lay::Laid, at: usize, marked: &[&str], words: &mut String) {
    let children = laid.nodes.get(at).map(|node| &node.children);
    for child in children.into_iter().flatten() {
        match child {
            lay::Child::Node(inner) => read(laid, *inner, marked, words),
            lay::Child::Mark(mark) => {
                words.push_str(marked.get(*mark).copied().unwrap_or_default());
            }
        }
    }
}
