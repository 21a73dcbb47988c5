//! What went wrong, for people: message, place, hints, and with which exit code the command line
//! ends. Window and command line show the same.

pub mod export;
mod iati;
pub mod import;
pub mod picture;
pub mod recovery;
pub mod table;

use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::edit::refusal;
use crate::edit::script::ScriptError;
use crate::session::{ChangeError, ReadOnly, SaveProblem};
use crate::store::backup::{BackupError, BackupStep};
use crate::store::format::{Damage, DamageKind, Place, ReadError, ValueProblem};
use crate::store::journal::{JournalError, JournalStep};
use crate::store::open::{LIMIT, OpenError, OpenProblem};
use crate::store::save::{Outside, SaveError, SaveStep};
use crate::store::trouble::Trouble;
use crate::text::Texts;

/// With what the command line ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// All is well: 0.
    Fine,
    /// Problems were found, or a difference: 1.
    Problems,
    /// Wrong use: 2.
    Usage,
    /// Trouble with a file: 3.
    File,
}

impl Exit {
    /// The code.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Problems => 1,
            Self::Usage => 2,
            Self::File => 3,
        }
    }
}

/// A place in a file, for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FilePlace {
    /// The line, from one.
    pub line: usize,
    /// The column, from one.
    pub column: usize,
    /// The record, where it could be made out.
    pub record: Option<String>,
    /// The line's text.
    pub excerpt: Option<String>,
}

/// What went wrong, for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// How the command line ends.
    pub exit: Exit,
    /// What happened, in a sentence.
    pub message: String,
    /// The file's name, where a file is concerned.
    pub file: Option<String>,
    /// Where in it.
    pub place: Option<FilePlace>,
    /// What the system said, where it said something.
    pub causes: Vec<String>,
    /// What to do about it.
    pub hints: Vec<String>,
}

impl Report {
    fn new(exit: Exit, message: String) -> Self {
        Self {
            exit,
            message,
            file: None,
            place: None,
            causes: Vec::new(),
            hints: Vec::new(),
        }
    }

    fn in_file(self, path: &Path) -> Self {
        Self {
            file: Some(path.display().to_string()),
            ..self
        }
    }

    fn hint(mut self, hint: String) -> Self {
        self.hints.push(hint);
        self
    }

    fn because(mut self, cause: &dyn std::fmt::Display) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    fn at(self, place: Place, record: Option<&str>, text: Option<&str>) -> Self {
        let excerpt = text.and_then(|text| text.lines().nth(place.line.checked_sub(1)?));
        let place = FilePlace {
            line: place.line,
            column: place.column,
            record: record.map(str::to_owned),
            excerpt: excerpt.map(|line| line.chars().take(200).collect()),
        };
        Self {
            place: Some(place),
            ..self
        }
    }

    /// Wrong use of the command line.
    pub fn usage(message: String, hint: Option<String>) -> Self {
        let report = Self::new(Exit::Usage, message);
        hint.into_iter().fold(report, Self::hint)
    }

    /// Something is not done with a file as it is, and what can be done instead.
    pub fn refused(message: String, hint: String) -> Self {
        Self::new(Exit::File, message).hint(hint)
    }

    /// Why a file cannot be opened.
    pub fn of_open(error: &OpenError, texts: Texts) -> Self {
        let file = error.path.display().to_string();
        let told = |id: &str| {
            Self::new(
                Exit::File,
                texts.with(id, &[("file", file.as_str().into())]),
            )
        };
        let report = match &error.why {
            OpenProblem::Missing => told("open-missing").hint(texts.get("open-missing-hint")),
            OpenProblem::Folder => told("open-folder").hint(texts.get("open-folder-hint")),
            OpenProblem::Permission => {
                told("open-permission").hint(texts.get("open-permission-hint"))
            }
            OpenProblem::TooLarge { bytes } => {
                let mib = |bytes: u64| (bytes / (1024 * 1024)).to_string();
                let args = [
                    ("file", file.as_str().into()),
                    ("size", mib(*bytes).into()),
                    ("limit", mib(LIMIT).into()),
                ];
                let message = texts.with("open-too-large", &args);
                Self::new(Exit::File, message).hint(texts.get("open-too-large-hint"))
            }
            OpenProblem::Changing => told("open-changing").hint(texts.get("open-changing-hint")),
            OpenProblem::Io(cause) => told("open-io").because(cause),
            OpenProblem::Read(why) => Self::of_read(why, error.text.as_deref(), texts),
        };
        report.in_file(&error.path)
    }

    fn of_read(error: &ReadError, text: Option<&str>, texts: Texts) -> Self {
        let told = |id: &str| Self::new(Exit::File, texts.get(id));
        match error {
            ReadError::Empty => told("read-empty").hint(texts.get("read-empty-hint")),
            ReadError::NotUtf8 { line } => {
                let place = Place {
                    line: *line,
                    column: 1,
                };
                told("read-not-utf8")
                    .at(place, None, text)
                    .hint(texts.get("read-not-utf8-hint"))
            }
            ReadError::NotRon { place, expected } => {
                let message = texts.with("read-not-ron", &[("expected", (*expected).into())]);
                let report = Self::new(Exit::File, message).at(*place, None, text);
                report.hint(texts.get("read-not-ron-hint"))
            }
            ReadError::SomethingElse { place, first_field } => {
                let report = match first_field {
                    Some(field) => {
                        let message =
                            texts.with("read-something-else-field", &[("field", field.into())]);
                        Self::new(Exit::File, message)
                    }
                    None => told("read-something-else"),
                };
                report
                    .at(*place, None, text)
                    .hint(texts.get("read-something-else-hint"))
            }
            ReadError::UnknownSchema { schema, place } => {
                let message = texts.with(
                    "read-unknown-schema",
                    &[("schema", schema.to_string().into())],
                );
                let report = Self::new(Exit::File, message).at(*place, None, text);
                report.hint(texts.get("read-unknown-schema-hint"))
            }
        }
    }

    /// What is wrong with a part of a file. `text` is the file's, to show the line.
    pub fn of_damage(damage: &Damage, path: &Path, text: Option<&str>, texts: Texts) -> Self {
        let Damage {
            section: _,
            record,
            place,
            kind,
        } = damage;
        let (message, hint) = told_damage(kind, texts);
        let report = Self::new(Exit::File, message).in_file(path);
        report.at(*place, record.as_deref(), text).hint(hint)
    }

    /// Why a document cannot be changed where it is.
    pub fn of_read_only(why: ReadOnly, path: &Path, texts: Texts) -> Self {
        let why = texts.get(match why {
            ReadOnly::Sample => "status-read-only-sample",
            ReadOnly::Damaged => "status-read-only-damaged",
            ReadOnly::NewerSchema(_) => "status-read-only-newer",
            ReadOnly::Permission => "status-read-only-permission",
        });
        let args = [
            ("file", path.display().to_string().into()),
            ("why", why.into()),
        ];
        Self::new(Exit::File, texts.with("edit-read-only", &args))
            .hint(texts.get("edit-read-only-hint"))
    }

    /// A script would drop comments that people wrote.
    pub fn of_comments(path: &Path, texts: Texts) -> Self {
        let args = [("file", path.display().to_string().into())];
        Self::new(Exit::Problems, texts.with("edit-comments", &args))
            .hint(texts.get("edit-comments-hint"))
    }

    /// A document has changes from before that were not saved.
    pub fn of_unsaved(path: &Path, texts: Texts) -> Self {
        let args = [("file", path.display().to_string().into())];
        Self::new(Exit::Problems, texts.with("edit-unsaved", &args))
            .hint(texts.get("edit-unsaved-hint"))
    }

    /// A script that cannot be read.
    pub fn of_script_file(path: &Path, error: &std::io::Error, texts: Texts) -> Self {
        let args = [("file", path.display().to_string().into())];
        Self::new(Exit::File, texts.with("script-not-opened", &args)).because(error)
    }

    /// Why a line of a script cannot be followed.
    pub fn of_script(line: usize, error: &ScriptError, texts: Texts) -> Self {
        let (message, hint) = refusal::of_script(error, texts);
        Self::at_line(line, message, texts).hint(hint)
    }

    /// Why what a line of a script asks for cannot be done.
    pub fn of_change(line: usize, error: &ChangeError, texts: Texts) -> Self {
        let message = match error {
            ChangeError::ReadOnly(_) => error.to_string(),
            ChangeError::Edit(error) => refusal::of_edit(error, texts),
        };
        Self::at_line(line, message, texts).hint(texts.get("script-field-hint"))
    }

    /// A line of a script that cannot be read.
    pub fn of_script_read(line: usize, error: &std::io::Error, texts: Texts) -> Self {
        Self::at_line(line, error.to_string(), texts)
    }

    fn at_line(line: usize, message: String, texts: Texts) -> Self {
        let args = [
            ("line", line.to_string().into()),
            ("message", message.into()),
        ];
        Self::new(Exit::Usage, texts.with("script-at-line", &args))
    }

    /// Why a document was not saved.
    pub fn of_save(error: &SaveProblem, texts: Texts) -> Self {
        match error {
            SaveProblem::Unread(count) => {
                let args = [
                    ("count", (*count).into()),
                    ("shown", count.to_string().into()),
                ];
                let message = texts.with("save-unread", &args);
                Self::new(Exit::File, message).hint(texts.get("save-unread-hint"))
            }
            SaveProblem::Disk(error) => Self::of_disk(error, texts),
        }
    }

    fn of_disk(error: &SaveError, texts: Texts) -> Self {
        let SaveError {
            path,
            step,
            source,
            outside,
            kept,
        } = error;
        let file = path.display().to_string();
        let args = [("file", file.as_str().into())];
        let message = match (step, outside) {
            (SaveStep::SyncFolder, _) => texts.with("save-unsure", &args),
            (_, Some(Outside::Changed(_))) => texts.with("save-changed", &args),
            (_, Some(Outside::Gone)) => texts.with("save-gone", &args),
            (_, Some(Outside::Appeared(_))) => texts.with("save-appeared", &args),
            (_, None) => texts.with("save-failed", &args),
        };
        let mut report = Self::new(Exit::File, message).in_file(path);
        if outside.is_none() {
            report = report.because(source);
        }
        report = report.hint(texts.get(hint_for(*step, Trouble::of(source))));
        if let Some(kept) = kept {
            let kept = kept.display().to_string();
            report = report.hint(texts.with("save-hint-kept", &[("kept", kept.into())]));
        }
        report
    }

    /// Why a backup was not stored, which concerns the document itself not at all, or cannot be read.
    pub fn of_backup(error: &BackupError, texts: Texts) -> Self {
        let (path, message, hint) = match error {
            BackupError::Damaged { path } => (path, "backup-damaged", "backup-hint-another"),
            BackupError::Disk { path, step, .. } => match step {
                BackupStep::Folder | BackupStep::List | BackupStep::Write => {
                    (path, "backup-failed", "backup-hint-room")
                }
                BackupStep::Note => (path, "backup-no-note", "backup-hint-room"),
                BackupStep::Prune => (path, "backup-not-pruned", "backup-hint-remove"),
                BackupStep::Read => (path, "backup-unread", "backup-hint-another"),
            },
        };
        let file = path.display().to_string();
        let message = texts.with(message, &[("file", file.into())]);
        let report = Self::new(Exit::File, message).in_file(path);
        let report = match error {
            BackupError::Disk { source, .. } => report.because(source),
            BackupError::Damaged { .. } => report,
        };
        report.hint(texts.get(hint))
    }

    /// Why a journal is not written, or cannot be read.
    pub fn of_journal(error: &JournalError, texts: Texts) -> Self {
        let told = |id: &str, path: &Path| {
            let file = path.display().to_string();
            Self::new(Exit::File, texts.with(id, &[("file", file.into())])).in_file(path)
        };
        match error {
            JournalError::Disk { path, step, source } => {
                let (id, hint) = match step {
                    JournalStep::Read | JournalStep::List => {
                        ("journal-unread", "journal-hint-later")
                    }
                    JournalStep::Folder
                    | JournalStep::Begin
                    | JournalStep::Append
                    | JournalStep::Remove => ("journal-failed", "journal-hint-save"),
                };
                told(id, path).because(source).hint(texts.get(hint))
            }
            JournalError::Damaged { path } => {
                told("journal-damaged", path).hint(texts.get("journal-hint-discard"))
            }
            JournalError::Newer { path, .. } => {
                told("journal-newer", path).hint(texts.get("journal-hint-newer"))
            }
            JournalError::Diverged(_) | JournalError::NoThread => {
                let report = Self::new(Exit::File, texts.get("journal-lost"));
                report.because(error).hint(texts.get("journal-hint-save"))
            }
        }
    }

    /// Why what was left unsaved is not put onto the file as it is now.
    pub fn of_recovery(error: &ChangeError, texts: Texts) -> Self {
        let report = Self::new(Exit::File, texts.get("recovery-not-applied"));
        report.because(error).hint(texts.get("recovery-hint-copy"))
    }

    /// The report as plain text, with the line that it is about.
    pub fn plain(&self, texts: Texts) -> String {
        let mut out = match (&self.file, &self.place) {
            (Some(file), Some(place)) => self.with_excerpt(file, place, texts),
            (Some(file), None) if !self.message.contains(file.as_str()) => {
                format!("{}: {file}: {}", texts.get("report-error"), self.message)
            }
            _ => format!("{}: {}", texts.get("report-error"), self.message),
        };
        for cause in &self.causes {
            out.push_str("\n  ");
            out.push_str(&texts.with("report-cause", &[("cause", cause.into())]));
        }
        for hint in &self.hints {
            out.push_str("\n  ");
            out.push_str(&texts.with("report-hint", &[("hint", hint.into())]));
        }
        out
    }

    fn with_excerpt(&self, file: &str, place: &FilePlace, texts: Texts) -> String {
        let mut message = self.message.clone();
        if let Some(record) = &place.record {
            message = texts.with(
                "report-in-record",
                &[("message", message.into()), ("record", record.into())],
            );
        }
        let heading = format!(
            "{}: {file}:{}:{}: {message}",
            texts.get("report-error"),
            place.line,
            place.column
        );
        let Some(excerpt) = &place.excerpt else {
            return heading;
        };
        let start = excerpt
            .char_indices()
            .nth(place.column.saturating_sub(1))
            .map_or(excerpt.len(), |(i, _)| i);
        let end = excerpt
            .get(start..)
            .and_then(|rest| rest.chars().next())
            .map_or(start, |c| start + c.len_utf8());
        let snippet = Snippet::source(excerpt.as_str())
            .line_start(place.line)
            .path(file)
            .annotation(AnnotationKind::Primary.span(start..end));
        let group = Level::ERROR
            .primary_title(message.as_str())
            .element(snippet);
        let drawn = Renderer::plain().render(&[group]);
        // The first line is the renderer's own heading, in English; ours names place and record.
        let body: Vec<&str> = drawn.lines().skip(2).collect();
        std::iter::once(heading.as_str())
            .chain(body)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// What to do about a save that failed at this step with this trouble.
fn hint_for(step: SaveStep, trouble: Trouble) -> &'static str {
    match (step, trouble) {
        (SaveStep::Changed, _) => "save-hint-changed",
        (SaveStep::SyncFolder, _) => "save-hint-sync-folder",
        (_, Trouble::Full) => "save-hint-full",
        (_, Trouble::Network) => "save-hint-network",
        (_, Trouble::Locked) => "save-hint-locked",
        (SaveStep::Replace, Trouble::Forbidden | Trouble::OtherDisk) => "save-hint-replace",
        (SaveStep::Write, Trouble::Forbidden) => "save-hint-beside",
        (_, Trouble::Forbidden) => "save-hint-permission",
        (_, Trouble::Folder) => "save-hint-folder",
        (_, Trouble::Special) => "save-hint-special",
        (_, Trouble::Missing) => "save-hint-missing",
        (_, Trouble::Name) => "save-hint-name",
        (_, Trouble::OtherDisk | Trouble::Other) => "save-hint-elsewhere",
    }
}

/// What is wrong with a part of a file, and what to do about it.
fn told_damage(kind: &DamageKind, texts: Texts) -> (String, String) {
    let list = |words: &[&str]| words.join(", ");
    match kind {
        DamageKind::EndsEarly => (
            texts.get("damage-ends-early"),
            texts.get("damage-ends-early-hint"),
        ),
        DamageKind::Expected(what) => (
            texts.with("damage-expected", &[("what", (*what).into())]),
            texts.get("damage-syntax-hint"),
        ),
        DamageKind::Syntax(said) => (
            texts.with("damage-syntax", &[("said", said.into())]),
            texts.get("damage-syntax-hint"),
        ),
        DamageKind::UnknownField { field, known } => (
            texts.with("damage-unknown-field", &[("field", field.into())]),
            texts.with(
                "damage-unknown-field-hint",
                &[("known", list(known).into())],
            ),
        ),
        DamageKind::MissingField(field) => (
            texts.with("damage-missing-field", &[("field", field.into())]),
            texts.get("damage-missing-field-hint"),
        ),
        DamageKind::RepeatedField(field) => (
            texts.with("damage-repeated-field", &[("field", field.into())]),
            texts.get("damage-repeated-field-hint"),
        ),
        DamageKind::UnknownWord { word, known } => (
            texts.with("damage-unknown-word", &[("word", word.into())]),
            texts.with("damage-unknown-word-hint", &[("known", list(known).into())]),
        ),
        DamageKind::RepeatedId { first_line } => (
            texts.with(
                "damage-repeated-id",
                &[("line", first_line.to_string().into())],
            ),
            texts.get("damage-repeated-id-hint"),
        ),
        DamageKind::Value(problem) => told_value(problem, texts),
    }
}

fn told_value(problem: &ValueProblem, texts: Texts) -> (String, String) {
    let (id, hint, value) = match problem {
        ValueProblem::Currency(v) => ("value-currency", "value-currency-hint", v),
        ValueProblem::Negative(v) => ("value-negative", "value-negative-hint", v),
        ValueProblem::TooLarge(v) => ("value-too-large", "value-too-large-hint", v),
        ValueProblem::Sum(v) => ("value-sum", "value-sum-hint", v),
        ValueProblem::Range(v) => ("value-range", "value-range-hint", v),
        ValueProblem::Share(v) => ("value-share", "value-share-hint", v),
        ValueProblem::Year(v) => ("value-year", "value-year-hint", v),
        ValueProblem::Date(v) => ("value-date", "value-date-hint", v),
        ValueProblem::Id(v) => ("value-id", "value-id-hint", v),
        ValueProblem::Other(v) => ("value-other", "damage-syntax-hint", v),
    };
    (texts.with(id, &[("value", value.into())]), texts.get(hint))
}
