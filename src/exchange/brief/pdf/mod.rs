//! A brief as PDF: pages of A4 with text as text in subsets of the bundled fonts, tables that go on
//! over pages under their headings again, page numbers, bookmarks, links that can be followed, and
//! tags that tell a screen reader what is a heading, a table, a list.
//!
//! [`lay`] puts everything in its place on pages, in points; [`paint`] writes the pages.

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

/// The words on each page from top to bottom, as they are painted: what a test or a reader of text has
/// of the pages.
///
/// # Errors
/// When it could not be made into pages, or was cancelled.
pub fn words(brief: &Brief) -> Result<Vec<String>, BriefError> {
    let laid = lay::lay(brief, &TaskLine::default())?;
    let page = |page: &lay::Page| -> String {
        let words = page.items.iter().filter_map(|item| match item {
            lay::Item::Text(text) => Some(text.words.as_str()),
            lay::Item::Scene { scene, .. } => Some(scene.alt.as_str()),
            _ => None,
        });
        words.collect::<Vec<_>>().join("\n")
    };
    Ok(laid.pages.iter().map(page).collect())
}
