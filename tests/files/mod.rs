//! Files: what is bundled, how it is written, what becomes of broken ones, and that a save leaves
//! one of the two files whole.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests make the files that the program then meets"
)]

mod backups;
mod bad;
mod brief;
mod brief_site;
mod dataset;
mod export;
mod form;
mod fts;
mod iati;
mod iati_fts_whole;
mod iati_out;
mod import;
mod import_again;
mod import_columns;
mod journal;
mod kiel;
mod killed;
mod opening;
mod outside;
mod pictures;
mod presence;
mod recovery;
mod saving;
mod strace;
mod tables_bad;
mod tables_books;
mod tables_real;
mod tables_reasons;
mod tables_text;
mod watching;

use std::fs;
use std::io;
use std::path::Path;

use pledgebook::model::Dataset;
use pledgebook::store::disk::{Disk, Step};
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

/// A disk on which something is done, or refused, before each step.
pub(crate) struct Scripted<F>(pub(crate) F);

impl<F: Fn(Step, &Path) -> io::Result<()> + Send + Sync> Disk for Scripted<F> {
    fn before(&self, step: Step, path: &Path) -> io::Result<()> {
        (self.0)(step, path)
    }
}

/// The names in a folder.
pub(crate) fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
