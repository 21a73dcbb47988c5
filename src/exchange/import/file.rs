//! The file that is imported, as a source of the book.

use serde_json::Value;

use crate::edit::ids;
use crate::edit::record::Kind;
use crate::model::{Archived, Dataset, Notes, PartialDate, Source, SourceId, SourceKind};

/// What is known of a file: from itself, and from what its layout knows of its publisher.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileFacts {
    /// Its name without the folder.
    pub name: String,
    /// The SHA-256 of its bytes, in small hex.
    pub sha256: String,
    /// Whose it is and what it is called.
    pub about: About,
}

/// What a layout, or a person, knows of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    /// Its title; empty: the name of the file.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it can be had.
    pub url: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// In which language (BCP 47).
    pub language: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Under which licence it may be used, where that is stated.
    pub licence: Option<String>,
}

impl Default for About {
    fn default() -> Self {
        Self {
            title: String::new(),
            publisher: String::new(),
            url: String::new(),
            published: None,
            language: "en".to_owned(),
            kind: SourceKind::Statistics,
            licence: None,
        }
    }
}

impl FileFacts {
    /// The source of the book that is this very file, by its hash.
    #[must_use]
    pub fn known<'a>(&self, dataset: &'a Dataset) -> Option<&'a SourceId> {
        let is_it = |source: &&Source| {
            let archived = source.archived.as_ref();
            archived.is_some_and(|archived| archived.sha256.eq_ignore_ascii_case(&self.sha256))
        };
        let found = dataset.sources.values().find(is_it);
        found.map(|source| &source.id)
    }

    /// The file as a new source, with an id in the book's manner.
    #[must_use]
    pub fn source(&self, dataset: &Dataset) -> Option<Source> {
        let id = ids::fresh(dataset, Kind::Source, &Value::Null, None);
        let about = self.about.clone();
        Some(Source {
            id: SourceId::new(&id).ok()?,
            title: if about.title.is_empty() {
                self.name.clone()
            } else {
                about.title
            },
            publisher: about.publisher,
            url: about.url,
            published: about.published,
            read_on: None,
            language: about.language,
            kind: about.kind,
            read_from: None,
            official: None,
            licence: about.licence,
            archived: Some(Archived {
                path: self.name.clone(),
                sha256: self.sha256.clone(),
            }),
            notes: Notes::new(),
        })
    }
}
