//! Tests over the project's own files: that its layers keep their borders, that every text is
//! there in both languages, and that small habits hold. Each failure names file and line.

mod code;
mod layers;
mod papers;
mod rust;
mod texts;

use std::fs;
use std::path::Path as FilePath;

use rust::{Path, Token};

/// A Rust file, read.
pub(crate) struct Source {
    /// From the project's folder on, with `/`: `src/ledger/total.rs`.
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) paths: Vec<Path>,
}

impl Source {
    pub(crate) fn new(file: String, text: String) -> Self {
        let tokens = rust::tokens(&text);
        let paths = rust::paths(&tokens);
        Self {
            file,
            text,
            tokens,
            paths,
        }
    }
}

/// The Rust files of a folder of the project, by name.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let found: Vec<Source> = files(folder)
        .into_iter()
        .filter(|file| has_ending(file, "rs"))
        .map(|file| {
            let text = read(&file);
            Source::new(file, text)
        })
        .collect();
    assert!(!found.is_empty(), "there are Rust files in {folder}");
    found
}

/// The files of a folder of the project (empty: all of it), by name; what is built and what git
/// keeps are left out.
pub(crate) fn files(folder: &str) -> Vec<String> {
    fn walk(root: &FilePath, folder: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let path = if folder.is_empty() {
                name.clone()
            } else {
                format!("{folder}/{name}")
            };
            if entry.file_type().unwrap().is_dir() {
                if !matches!(path.as_str(), "target" | ".git") {
                    walk(root, &path, found);
                }
            } else if name != ".git" {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(
        FilePath::new(env!("CARGO_MANIFEST_DIR")),
        folder,
        &mut found,
    );
    found.sort();
    found
}

/// The text of a file of the project.
pub(crate) fn read(file: &str) -> String {
    let path = FilePath::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(path);
    assert!(text.is_ok(), "{file}: {text:?}");
    text.unwrap().replace("\r\n", "\n")
}

pub(crate) fn has_ending(file: &str, ending: &str) -> bool {
    FilePath::new(file)
        .extension()
        .is_some_and(|its| its == ending)
}

/// Fails with all of the findings, a line each.
pub(crate) fn report(findings: impl IntoIterator<Item = String>) {
    let findings: Vec<String> = findings.into_iter().collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}
