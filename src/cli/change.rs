//! `check --fix`, `--accept`, `--unaccept`: changes that the list of problems asks for, written back
//! into the file. All of them or none.

use std::path::Path;

use super::Clock;
use super::args::Common;
use super::context::Context;
use super::edit::refuse_unsaved;
use crate::edit::{Command, fix, make};
use crate::ledger::{Ledger, Problem, check};
use crate::report::{Exit, Report};
use crate::session::{ChangeError, Session, Unread};
use crate::store::disk::RealDisk;
use crate::store::folders;
use crate::store::journal::Journals;
use crate::text::Texts;

/// What is to be changed.
pub(super) struct Changes<'a> {
    /// Do every safe fix.
    pub(super) fix: bool,
    /// Accept problems: check, record, reason, and so on.
    pub(super) accept: &'a [String],
    /// Accept problems no longer: check, record, and so on.
    pub(super) unaccept: &'a [String],
    /// Whether comments in the file may be dropped.
    pub(super) drop_comments: bool,
}

impl Changes<'_> {
    /// Whether nothing is to be changed.
    pub(super) fn is_empty(&self) -> bool {
        !self.fix && self.accept.is_empty() && self.unaccept.is_empty()
    }
}

/// Changes the file, and tells what was done, a line each.
///
/// # Errors
/// When the document cannot be changed or written; the file is then as it was.
pub(super) fn run(
    common: &Common,
    file: Option<&Path>,
    changes: &Changes<'_>,
    clock: Clock,
    texts: Texts,
) -> Result<Vec<String>, Box<Report>> {
    let path = writable(file.or(common.dataset.as_deref()), texts)?;
    let mut context = Context::new(common, Some(path), texts)?;
    refuse(&context.session, path, changes.drop_comments, texts)?;
    if let Some(folder) = folders::data_folder() {
        refuse_unsaved(&Journals::new(&folder), path, clock, texts)?;
    }
    let mut said = Vec::new();
    if changes.fix {
        let problems = check(&context.ledger);
        if let Some((command, fixed)) = fix::fix_all(context.dataset(), &problems) {
            said.extend(fixed.into_iter().map(|problem| of_fix(problem, texts)));
            apply(&mut context, command)?;
        }
    }
    for pair in changes.unaccept.chunks_exact(2) {
        if let [name, record] = pair {
            let accepted = context.dataset().header.accepted.iter();
            let mut accepted = accepted.filter(|a| a.check == *name && a.record == *record);
            if accepted.next().is_none() {
                return Err(no_problem("cli-check-not-accepted", name, record, texts));
            }
            let command = make::unaccept(context.dataset(), name, record);
            apply(&mut context, command)?;
            said.push(told("cli-check-unaccepted", name, record, texts));
        }
    }
    accept(&mut context, changes, &mut said)?;
    if context.session.is_modified() {
        let saved = context.session.save_as(path, Unread::Refuse, &RealDisk);
        saved.map_err(|error| Box::new(Report::of_save(&error, texts)))?;
    } else {
        said.push(texts.get("cli-check-nothing-done"));
    }
    Ok(said)
}

fn accept(
    context: &mut Context,
    changes: &Changes<'_>,
    said: &mut Vec<String>,
) -> Result<(), Box<Report>> {
    let texts = context.texts;
    if changes.accept.is_empty() {
        return Ok(());
    }
    let problems = check(&context.ledger);
    for three in changes.accept.chunks_exact(3) {
        let [name, record, reason] = three else {
            continue;
        };
        let is = |problem: &&Problem| problem.check == name && problem.record == *record;
        if !problems.iter().any(|problem| is(&problem)) {
            return Err(no_problem("cli-check-no-problem", name, record, texts));
        }
        let command = make::accept(context.dataset(), name, record, reason)
            .map_err(|_| Box::new(Report::usage(texts.get("cli-check-no-reason"), None)))?;
        apply(context, command)?;
        said.push(told("cli-check-accepted", name, record, texts));
    }
    Ok(())
}

/// The file that is to be written: the bundled dataset and standard input cannot be.
fn writable(file: Option<&Path>, texts: Texts) -> Result<&Path, Box<Report>> {
    let why = match file {
        Some(path) if path != Path::new("-") => return Ok(path),
        Some(_) => "cli-check-stdin",
        None => "cli-fmt-sample",
    };
    Err(Box::new(Report::usage(texts.get(why), None)))
}

/// Refuses to change a book that cannot be written, would lose comments, or that somebody left changes of.
pub(super) fn writable_book(
    session: &Session,
    path: &Path,
    drop_comments: bool,
    clock: Clock,
    texts: Texts,
) -> Result<(), Box<Report>> {
    writable(Some(path), texts)?;
    refuse(session, path, drop_comments, texts)?;
    match folders::data_folder() {
        Some(folder) => refuse_unsaved(&Journals::new(&folder), path, clock, texts),
        None => Ok(()),
    }
}

/// Refuses what would lose something.
fn refuse(
    session: &Session,
    path: &Path,
    drop_comments: bool,
    texts: Texts,
) -> Result<(), Box<Report>> {
    if let Some(why) = session.read_only() {
        return Err(Box::new(Report::of_read_only(why, path, texts)));
    }
    if session.notes().has_comments() && !drop_comments {
        let file = path.display().to_string();
        let message = texts.with("cli-fmt-comments", &[("file", file.into())]);
        let mut report = Report::usage(message, None);
        report.exit = Exit::Problems;
        return Err(Box::new(report));
    }
    Ok(())
}

fn apply(context: &mut Context, command: Command) -> Result<(), Box<Report>> {
    let done = context.session.apply(command);
    done.map_err(|error: ChangeError| Box::new(Report::usage(error.to_string(), None)))?;
    let dataset = std::sync::Arc::clone(context.session.dataset());
    let ledger = Ledger::new(dataset, context.ledger.assumptions().clone());
    context.ledger = std::sync::Arc::new(ledger);
    Ok(())
}

fn told(id: &str, check: &str, record: &str, texts: Texts) -> String {
    texts.with(id, &[("check", check.into()), ("record", record.into())])
}

fn no_problem(id: &str, check: &str, record: &str, texts: Texts) -> Box<Report> {
    let hint = texts.get("cli-check-no-problem-hint");
    Box::new(Report::usage(told(id, check, record, texts), Some(hint)))
}

fn of_fix(problem: &Problem, texts: Texts) -> String {
    let what = fix::told_safe(problem, texts);
    let check = problem.check;
    if problem.record.is_empty() {
        let args = [("what", what.into()), ("check", check.into())];
        return texts.with("cli-check-fixed-dataset", &args);
    }
    let args = [
        ("record", problem.record.as_str().into()),
        ("what", what.into()),
        ("check", check.into()),
    ];
    texts.with("cli-check-fixed", &args)
}
