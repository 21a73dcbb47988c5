//! `recover`: what was not saved when the program ended unexpectedly, without a window.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::args::{Format, Recover};
use super::output::{Cell, Column, Sheet, pretty};
use super::{Done, Outcome, no_ron};
use crate::model::Currency;
use crate::report::recovery::{Became, ConflictInWords, LeftInWords, TypedText};
use crate::report::{Exit, Report};
use crate::session::{Session, Unread};
use crate::store::disk::{Disk as _, RealDisk};
use crate::store::folders::{data_folder, document_key};
use crate::store::format;
use crate::store::hash::FileHash;
use crate::store::journal::{DocumentNow, Found, JournalError, Journals, Left};
use crate::store::save::{Expected, save};
use crate::text::{Texts, files};

/// What is wanted.
#[derive(Clone, Copy)]
pub(super) enum Wish<'a> {
    /// A list of all documents.
    All,
    /// What is not saved of this one.
    Changes(&'a str),
    /// To write it into this document; and whether comments in its file may be dropped.
    Apply(&'a str, bool),
    /// To write the document with it to a new file.
    Write(&'a str, &'a Path),
    /// Never to offer it again.
    Discard(&'a str),
}

impl<'a> Wish<'a> {
    /// What is typed.
    pub(super) fn of(typed: &'a Recover) -> Self {
        let Recover {
            document,
            list: _,
            apply,
            output,
            discard,
            without_comments,
        } = typed;
        match (document, output) {
            (None, _) => Self::All,
            (Some(of), Some(file)) => Self::Write(of, file),
            (Some(of), None) if *apply => Self::Apply(of, *without_comments),
            (Some(of), None) if *discard => Self::Discard(of),
            (Some(of), None) => Self::Changes(of),
        }
    }
}

/// What every wish starts from.
struct Desk {
    journals: Journals,
    found: Found,
    format: Format,
    now: Timestamp,
    texts: Texts,
}

/// Runs `recover`.
pub(super) fn run(wish: Wish<'_>, format: Format, now: Timestamp, texts: Texts) -> Outcome {
    if format == Format::Ron {
        return Err(no_ron(texts, "recover"));
    }
    let Some(folder) = data_folder() else {
        let message = texts.get("cli-recover-no-folder");
        return Err(Box::new(Report::usage(message, None)));
    };
    let journals = Journals::new(&folder);
    let found = journals
        .left(now, &RealDisk)
        .map_err(|error| Box::new(Report::of_journal(&error, texts)))?;
    let mut desk = Desk {
        journals,
        found,
        format,
        now,
        texts,
    };
    match wish {
        Wish::All => Ok(desk.all()),
        Wish::Changes(of) => desk.changes(of),
        Wish::Apply(of, drop_comments) => desk.apply(of, drop_comments),
        Wish::Write(of, file) => desk.write(of, file),
        Wish::Discard(of) => desk.discard(of),
    }
}

impl Desk {
    fn all(&self) -> Done {
        let texts = self.texts;
        let sheet = Sheet {
            columns: vec![
                Column::new("key", texts.get("cli-column-key")),
                Column::new("document", texts.get("cli-column-document")),
                Column::new("path", texts.get("cli-column-path")),
                Column::new("changed_at", texts.get("cli-column-changed-at")),
                Column::new("changes", texts.get("cli-column-changes")),
                Column::new("typed", texts.get("cli-column-typed")),
                Column::new("file", texts.get("cli-column-file")),
            ],
            rows: self.found.left.iter().map(|left| self.row(left)).collect(),
            unit: Currency::EUR,
        };
        let mut words: Vec<String> = self
            .found
            .unreadable
            .iter()
            .map(|unreadable| {
                let report = Report::of_journal(&unreadable.error, texts);
                let key = [("key", unreadable.key.as_str().into())];
                let mut report = report;
                if matches!(unreadable.error, JournalError::Damaged { .. }) {
                    report.hints = vec![texts.with("cli-recover-damaged-hint", &key)];
                }
                report.plain(texts)
            })
            .collect();
        let is_empty = self.found.left.is_empty();
        if is_empty && words.is_empty() {
            words.push(texts.get("notice-nothing-left"));
        } else if !is_empty {
            words.push(texts.get("cli-recover-hint"));
        }
        let is_fine = is_empty && self.found.unreadable.is_empty();
        Done {
            data: if is_empty && self.format == Format::Table {
                String::new()
            } else {
                self.told(&sheet)
            },
            words,
            exit: if is_fine { Exit::Fine } else { Exit::Problems },
        }
    }

    fn told(&self, sheet: &Sheet) -> String {
        match self.format {
            Format::Csv => sheet.csv(),
            Format::Json => pretty(&Value::Array(sheet.json())),
            // There is no RON form, which was refused before.
            Format::Table | Format::Ron => sheet.table(self.texts),
        }
    }

    fn row(&self, left: &Left) -> Vec<Cell> {
        let told = LeftInWords::of(left, self.texts);
        let count = |number: usize| Cell::Count(u64::try_from(number).unwrap_or(u64::MAX));
        let at = told.at.map_or(Cell::Nothing, |at| {
            let there = at.to_zoned_datetime(TimeZone::system());
            let shown = files::moment(there.datetime(), self.texts);
            Cell::Told(at.to_string(), shown)
        });
        vec![
            Cell::Text(left.key().to_owned()),
            Cell::Text(told.name.clone()),
            told.path.clone().map_or(Cell::Nothing, Cell::Text),
            at,
            count(told.changes()),
            count(told.typed.len()),
            Cell::Word(told.became.key(), became(told.became, self.texts)),
        ]
    }

    /// The one document that is meant.
    fn one(&mut self, of: &str) -> Result<Left, Box<Report>> {
        let path = Path::new(of);
        let whole = std::path::absolute(path).ok();
        let by_path = format!("{}+", document_key(path));
        let is_meant = |left: &Left| {
            left.key() == of
                || format!("{}+", left.key()).starts_with(&by_path)
                || (left.state().path().is_some() && left.state().path() == whole.as_deref())
        };
        let left = &mut self.found.left;
        let meant: Vec<usize> = (0..left.len()).filter(|at| is_meant(&left[*at])).collect();
        let texts = self.texts;
        let named = [("document", of.into())];
        match meant[..] {
            [one] => Ok(left.swap_remove(one)),
            [] => Err(Box::new(Report::usage(
                texts.with("cli-recover-unknown", &named),
                Some(texts.get("cli-recover-unknown-hint")),
            ))),
            _ => {
                let keys: Vec<&str> = meant.iter().map(|at| left[*at].key()).collect();
                let keys = [("names", keys.join(", ").into())];
                Err(Box::new(Report::usage(
                    texts.with("cli-recover-several", &named),
                    Some(texts.with("cli-one-of", &keys)),
                )))
            }
        }
    }

    fn changes(&mut self, of: &str) -> Outcome {
        let left = self.one(of)?;
        let texts = self.texts;
        let told = LeftInWords::of(&left, texts);
        let row = |key: &'static str, word: String, what: &str| {
            vec![Cell::Word(key, word), Cell::Text(what.to_owned())]
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for step in &told.done {
            rows.push(row("done", texts.get("cli-recover-done"), step));
        }
        for step in &told.taken_back {
            rows.push(row("taken_back", texts.get("cli-recover-taken-back"), step));
        }
        for typed in typed_texts(&told, texts) {
            rows.push(row("typed", texts.get("cli-recover-typed"), &typed));
        }
        for conflict in conflicts(&left, texts) {
            rows.push(row(
                "conflict",
                texts.get("cli-recover-conflict"),
                &conflict,
            ));
        }
        let sheet = Sheet {
            columns: vec![
                Column::new("kind", texts.get("cli-column-kind")),
                Column::new("what", texts.get("cli-column-what")),
            ],
            rows,
            unit: Currency::EUR,
        };
        let mut words = Vec::new();
        if told.earlier {
            words.push(texts.get("recovery-earlier"));
        }
        if told.lost > 0 {
            words.push(lost(&told, texts));
        }
        Ok(Done {
            data: self.told(&sheet),
            words,
            exit: Exit::Fine,
        })
    }

    fn apply(&mut self, of: &str, drop_comments: bool) -> Outcome {
        let texts = self.texts;
        let mut left = self.one(of)?;
        let path = match (left.document(), left.state().path()) {
            (DocumentNow::AsItWas, Some(path)) => path.to_owned(),
            (document, _) => {
                let id = match document {
                    DocumentNow::NeverSaved => "cli-recover-never-saved",
                    DocumentNow::Gone => "cli-recover-gone",
                    DocumentNow::Unreadable => "cli-recover-unreadable",
                    DocumentNow::AsItWas | DocumentNow::Changed { .. } => "cli-recover-changed",
                };
                let name = LeftInWords::of(&left, texts).name;
                let message = texts.with(id, &[("document", name.into())]);
                return Err(Box::new(Report::refused(
                    message,
                    texts.get("cli-recover-output-hint"),
                )));
            }
        };
        let opened = Session::open(&path, &RealDisk)
            .map_err(|error| Box::new(Report::of_open(&error, texts)))?;
        if opened.notes().has_comments() && !drop_comments {
            let name = LeftInWords::of(&left, texts).name;
            let message = texts.with("cli-recover-comments", &[("document", name.into())]);
            let hint = texts.get("cli-recover-comments-hint");
            return Err(Box::new(Report::refused(message, hint)));
        }
        let written = opened
            .recovered(left.state())
            .save_job(&path, Unread::Refuse)
            .run(&RealDisk)
            .map_err(|error| Box::new(Report::of_save(&error, texts)))?;
        Ok(self.settled(&mut left, &path, written.saved.hash))
    }

    fn write(&mut self, of: &str, file: &Path) -> Outcome {
        let mut left = self.one(of)?;
        if RealDisk.stamp(file).is_ok() {
            let shown = [("file", file.display().to_string().into())];
            let message = self.texts.with("cli-recover-stands", &shown);
            let hint = self.texts.get("cli-recover-stands-hint");
            return Err(Box::new(Report::refused(message, hint)));
        }
        let text = format::write(left.state().dataset());
        let saved = save(file, &text, Expected::Nothing, &RealDisk)
            .map_err(|error| Box::new(Report::of_save(&error.into(), self.texts)))?;
        Ok(self.settled(&mut left, file, saved.hash))
    }

    /// All is in this file: it is not offered again.
    fn settled(&self, left: &mut Left, file: &Path, hash: FileHash) -> Done {
        let texts = self.texts;
        let told = LeftInWords::of(left, texts);
        let shown = file.display().to_string();
        let mut words = vec![texts.with("cli-recover-written", &[("file", shown.into())])];
        let typed = typed_texts(&told, texts);
        if !typed.is_empty() {
            words.push(texts.get("cli-recover-typed-left-out"));
            words.extend(typed.into_iter().map(|typed| format!("  {typed}")));
        }
        if told.lost > 0 {
            words.push(lost(&told, texts));
        }
        let noted = left.saved_to(file, hash, self.now, &RealDisk);
        if let Err(error) = noted {
            // What was asked for is done; only the list is longer than it should be.
            words.push(Report::of_journal(&error, texts).plain(texts));
        }
        Done {
            data: String::new(),
            words,
            exit: Exit::Fine,
        }
    }

    fn discard(&mut self, of: &str) -> Outcome {
        let texts = self.texts;
        let unreadable = self.found.unreadable.iter().any(|found| found.key == of);
        let discarded = if unreadable {
            self.journals.remove_unreadable(of, &RealDisk)
        } else {
            self.one(of)?.throw_away(self.now, &RealDisk)
        };
        discarded.map_err(|error| Box::new(Report::of_journal(&error, texts)))?;
        Ok(Done {
            data: String::new(),
            words: vec![texts.with("cli-recover-discarded", &[("document", of.into())])],
            exit: Exit::Fine,
        })
    }
}

fn became(became: Became, texts: Texts) -> String {
    texts.get(match became {
        Became::NeverSaved => "cli-file-never-saved",
        Became::AsItWas => "cli-file-as-it-was",
        Became::Changed => "cli-file-changed",
        Became::Gone => "cli-file-gone",
        Became::Unreadable => "cli-file-unreadable",
    })
}

fn typed_texts(told: &LeftInWords, texts: Texts) -> Vec<String> {
    let typed = told.typed.iter().map(|typed| {
        let TypedText {
            record,
            field,
            text,
        } = typed;
        let args = [
            ("record", record.into()),
            ("field", field.into()),
            ("text", text.into()),
        ];
        texts.with("recovery-typed-text", &args)
    });
    typed.collect()
}

fn conflicts(left: &Left, texts: Texts) -> Vec<String> {
    let (Some(onto), DocumentNow::Changed { dataset, .. }) = (left.onto(), left.document()) else {
        return Vec::new();
    };
    let told = onto.conflicts.iter().map(|conflict| {
        let mine = left.state().dataset();
        let ConflictInWords {
            record,
            mine,
            theirs,
        } = ConflictInWords::of(conflict, mine, dataset, texts);
        let of = |id: &str, what: String| texts.with(id, &[("what", what.into())]);
        let (mine, theirs) = (of("recovery-mine", mine), of("recovery-theirs", theirs));
        format!("{record}: {mine}; {theirs}")
    });
    told.collect()
}

fn lost(told: &LeftInWords, texts: Texts) -> String {
    let shown = told.lost.to_string();
    let args = [("count", told.lost.into()), ("shown", shown.into())];
    texts.with("recovery-lost", &args)
}
