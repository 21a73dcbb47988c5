//! The open document as the window sees it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::Dataset;
use crate::text::Texts;

pub type Report = String;

/// Why the document cannot be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadOnly {
    /// It came with the program.
    Sample,
    /// Parts of it could not be read, and would be lost.
    Damaged,
    /// A newer version of the program made it.
    NewerVersion,
    /// The system does not let it be written.
    Permission,
}

#[derive(Clone, Debug)]
pub struct Book {
    dataset: Arc<Dataset>,
    path: Option<PathBuf>,
    damage: Vec<String>,
}

impl Book {
    pub fn sample() -> Self {
        Self {
            dataset: Arc::new(
                crate::store::format::read(include_bytes!("../../assets/dataset/pledgebook.ron"))
                    .map(|f| f.dataset)
                    .unwrap_or_default(),
            ),
            path: None,
            damage: vec![],
        }
    }
    pub fn open(path: &Path) -> Result<Self, Report> {
        Err(path.display().to_string())
    }
    pub fn save_as(&self, path: &Path) -> Result<Self, Report> {
        Err(path.display().to_string())
    }
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
    pub fn is_sample(&self) -> bool {
        self.path.is_none()
    }
    pub fn name(&self) -> String {
        self.dataset.header.title.clone()
    }
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.is_sample().then_some(ReadOnly::Sample)
    }
    pub fn has_comments(&self) -> bool {
        false
    }
    pub fn damage(&self) -> &[String] {
        &self.damage
    }
    pub fn damage_words(&self, _: Texts) -> Vec<String> {
        self.damage.clone()
    }
}
