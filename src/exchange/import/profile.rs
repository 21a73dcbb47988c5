//! Profiles: how files of one kind are read, kept under a name and found again by their headings.
//!
//! The texts are RON, one profile a file, in a folder beside the settings; where those lie is for window
//! and command line to know, and writing is theirs.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::columns::{Column, Constants, Mapping, Why};
use super::fields::{self, Field};
use super::kiel;
use super::layout::{Candidate, Layout, Setup, mapped, sample};
use super::recipient::Recipient;
use super::sums::unit;
use crate::exchange::table::{Heading, Opened, TableError, heading};
use crate::task::TaskLine;

/// How files of one kind are read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What it is called.
    pub name: String,
    /// How it is read.
    pub layout: Layout,
    /// The sheet, by its name, where that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The headings of the files that it is for, plain and in their order: its fingerprint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// Which heading holds what; of a table without headings, `#1` is the first column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<(String, Field)>,
    /// What holds for every row.
    #[serde(default)]
    pub constants: Constants,
    /// Whether rows for others than Ukraine are taken in too.
    #[serde(default)]
    pub any_recipient: bool,
    /// Whether the sums of a summary come in as running totals.
    #[serde(default)]
    pub running_totals: bool,
}

/// Why a text is no profile.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}, column {column}: {why}")]
pub struct BadProfile {
    /// The line from 1.
    pub line: usize,
    /// The column from 1.
    pub column: usize,
    /// What is wrong, as the reader says it.
    pub why: String,
}

/// The file of a profile of that name in the folder of the settings; none: it is no name, which has
/// letters, digits and hyphens.
#[must_use]
pub fn file_of(settings: &Path, name: &str) -> Option<PathBuf> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let is_name = !name.is_empty() && name.chars().count() <= 60 && name.chars().all(fits);
    is_name.then(|| settings.join("profiles").join(format!("{name}.ron")))
}

/// Every profile in the folder of the settings that can be read, by name. One that cannot is told when
/// it is asked for.
#[must_use]
pub fn kept(settings: &Path) -> Vec<Profile> {
    let entries = std::fs::read_dir(settings.join("profiles"));
    let paths = entries.into_iter().flatten();
    let paths = paths.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| Profile::from_text(&std::fs::read_to_string(path).ok()?).ok();
    paths.into_iter().filter_map(read).collect()
}

impl Profile {
    /// The profile of how a file was read.
    #[must_use]
    pub fn of(name: &str, opened: &Opened, setup: &Setup) -> Self {
        let info = opened.sheets().get(setup.sheet);
        let all = setup.mapping.columns.iter().enumerate();
        let columns = all.filter_map(|(at, column)| {
            let name = match column.name.as_str() {
                "" => format!("#{}", at + 1),
                name => name.to_owned(),
            };
            Some((name, column.field?))
        });
        Self {
            name: name.to_owned(),
            layout: setup.layout.clone(),
            sheet: info
                .and_then(|info| info.name.clone())
                .filter(|_| opened.sheets().len() > 1),
            headings: fingerprint(setup.heading.as_ref()),
            columns: columns.collect(),
            constants: setup.mapping.constants.clone(),
            any_recipient: setup.recipient == Recipient::Any,
            running_totals: setup.running_totals,
        }
    }

    /// As a text, to be kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        let config = ron::ser::PrettyConfig::new().new_line("\n");
        // Texts, numbers and words: nothing that RON cannot hold.
        let text = ron::ser::to_string_pretty(self, config).unwrap_or_default();
        format!("{text}\n")
    }

    /// Out of a text.
    ///
    /// # Errors
    /// When it is none.
    pub fn from_text(text: &str) -> Result<Self, BadProfile> {
        ron::from_str(text).map_err(|error| BadProfile {
            line: error.span.start.line,
            column: error.span.start.col,
            why: error.code.to_string(),
        })
    }

    /// How a file is read by it, and how sure it is that it is meant for that file: 99 where the headings are
    /// the very ones, 90 where every column that is wanted is there, zero where one is missing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn apply(&self, opened: &Opened, line: &TaskLine) -> Result<Candidate, TableError> {
        if opened.sheets().is_empty() {
            return Ok(self.nowhere());
        }
        let wanted = |info: &crate::exchange::table::SheetInfo| {
            self.sheet.is_none() || info.name == self.sheet
        };
        let count = opened.sheets().len();
        let sheets = (0..count).filter(|at| opened.sheets().get(*at).is_some_and(wanted));
        let mut best: Option<Candidate> = None;
        for sheet in sheets {
            let candidate = self.on(opened, sheet, line)?;
            if best
                .as_ref()
                .is_none_or(|best| candidate.confidence > best.confidence)
            {
                best = Some(candidate);
            }
        }
        Ok(best.unwrap_or_else(|| self.nowhere()))
    }

    /// It fits nothing in the file.
    fn nowhere(&self) -> Candidate {
        Candidate {
            setup: self.setup(0, None, Mapping::default()),
            confidence: 0,
            missing: self.sheet.clone().into_iter().collect(),
            profile: Some(self.name.clone()),
        }
    }

    fn setup(&self, sheet: usize, heading: Option<Heading>, mapping: Mapping) -> Setup {
        Setup {
            layout: self.layout.clone(),
            sheet,
            heading,
            mapping,
            recipient: if self.any_recipient {
                Recipient::Any
            } else {
                Recipient::Ukraine
            },
            running_totals: self.running_totals,
        }
    }

    fn on(&self, opened: &Opened, sheet: usize, line: &TaskLine) -> Result<Candidate, TableError> {
        let rows = sample(opened, sheet, line)?;
        let found = if self.headings.is_empty() && self.layout == Layout::Columns {
            None
        } else {
            heading(&rows)
        };
        let same = fingerprint(found.as_ref()) == self.headings;
        let mut mapping = mapped(opened, sheet, found.clone(), &rows).mapping;
        for column in &mut mapping.columns {
            *column = Column {
                field: None,
                confidence: 0,
                why: Why::Nothing,
                unit: column.unit.or(unit(&column.name)),
                ..column.clone()
            };
        }
        mapping.constants = self.constants.clone();
        let mut missing = Vec::new();
        for (name, field) in &self.columns {
            match mapping.called(name) {
                Some(at) => mapping.choose(at, Some(*field)),
                None => missing.push(name.clone()),
            }
        }
        let confidence = match (missing.is_empty(), same) {
            (false, _) => 0,
            (true, true) => 99,
            (true, false) => 90,
        };
        Ok(Candidate {
            setup: self.setup(sheet, found, mapping),
            confidence,
            missing,
            profile: Some(self.name.clone()),
        })
    }
}

fn fingerprint(heading: Option<&Heading>) -> Vec<String> {
    let names = heading.map_or(&[] as &[String], |heading| &heading.names);
    names.iter().map(|name| fields::plain(name)).collect()
}

/// The layouts that the program knows by itself, by the names that can be asked for.
#[must_use]
pub fn built_in() -> Vec<Layout> {
    let kiel = kiel::CONTRACTS.iter();
    let kiel = kiel.map(|contract| Layout::Kiel(contract.id.to_owned()));
    kiel.chain([Layout::Fts, Layout::Iati, Layout::Columns])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::open_bytes;
    use crate::model::Stage;

    fn file(text: &str) -> Opened {
        open_bytes("a.csv", text.as_bytes().to_vec(), &TaskLine::default()).unwrap()
    }

    #[test]
    fn a_profile_is_found_again_by_the_headings_of_its_file() {
        let line = TaskLine::default();
        let opened = file("giver;verdi;dato\nLatvia;5;2031-01-02\nEstonia;7;2031-01-03\n");
        let rows = sample(&opened, 0, &line).unwrap();
        let mut setup = mapped(&opened, 0, heading(&rows), &rows);
        setup.mapping.constants.stage = Some(Stage::Committed);
        let profile = Profile::of("mine", &opened, &setup);
        let again = Profile::from_text(&profile.to_text()).unwrap();
        assert_eq!(again, profile);
        let found = again.apply(&opened, &line).unwrap();
        assert_eq!((found.confidence, found.missing.len()), (99, 0));
        let mapping = &found.setup.mapping;
        assert_eq!(mapping.constants.stage, Some(Stage::Committed));
        assert_eq!(mapping.column(Field::Amount), Some(1));

        let other = file("dato;giver;verdi;more\n2031-01-02;Latvia;5;x\n2031-01-03;Malta;6;y\n");
        assert_eq!(again.apply(&other, &line).unwrap().confidence, 90);
        let none = file("dato;giver\n2031-01-02;Latvia\n");
        let none = again.apply(&none, &line).unwrap();
        assert_eq!(
            (none.confidence, none.missing),
            (0, vec!["verdi".to_owned()])
        );
    }

    #[test]
    fn a_text_that_is_no_profile_is_refused_with_its_place() {
        let bad = Profile::from_text("(\n  name: 5,\n)").unwrap_err();
        assert_eq!(bad.line, 2);
    }
}
