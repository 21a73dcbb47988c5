//! Files: what is bundled, how it is written, what becomes of broken ones, and that a save leaves
//! one of the two files whole.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests make the files that the program then meets"
)]

mod bad;
mod dataset;
mod form;
mod opening;
mod saving;

use pledgebook::model::Dataset;
use pledgebook::store::format;

/// A book with one party, one agreement, one commitment, two entries and one source.
pub(crate) const SMALL: &str = include_str!("small.ron");

/// The text of the bundled dataset.
pub(crate) const BUNDLED: &str = include_str!("../../assets/dataset/pledgebook.ron");

/// A text that must be whole, read.
pub(crate) fn read(text: &str) -> Dataset {
    let file = format::read(text.as_bytes()).unwrap();
    assert_eq!(file.damage, []);
    file.dataset
}
