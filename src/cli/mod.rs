//! The command line: what is typed becomes a request to the same functions that the window asks;
//! data goes to standard output, words to standard error. It needs no display.

mod args;
mod change;
mod chart;
mod chart_picture;
mod check;
mod context;
mod dates;
mod edit;
mod explain;
mod export;
mod export_iati;
mod fmt;
mod fulfilment;
mod help;
mod import;
mod list;
mod matrix;
mod output;
mod place;
mod recover;
mod show;
mod sources;
mod total;
mod tree;
mod wrong;

use std::ffi::OsString;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use crate::report::{Exit, Report};
use crate::text::Texts;

use args::{Command, Typed};
use context::Context;

/// What a command has to say.
struct Done {
    /// For standard output.
    data: String,
    /// For standard error, a line each.
    words: Vec<String>,
    /// How it ends.
    exit: Exit,
}

impl Done {
    fn fine(data: String) -> Self {
        Self {
            data,
            words: Vec::new(),
            exit: Exit::Fine,
        }
    }
}

/// Tells what time it is; handed on, so that only one place asks the system.
type Clock = fn() -> jiff::Timestamp;

type Outcome = Result<Done, Box<Report>>;

/// Opens the window on a file; none: on the last one; at the place that stands behind `#` in its link.
pub type Window<'a> =
    dyn Fn(Option<PathBuf>, Option<String>, Texts) -> Result<(), Box<Report>> + 'a;

/// Runs what is typed, and tells how it ended: 0 fine, 1 problems found or differing, 2 wrong use,
/// 3 trouble with a file.
/// Without a command `window` opens the window; it is handed in, so that the command line does not
/// know it.
pub fn run(typed: impl IntoIterator<Item = OsString>, window: &Window<'_>) -> ExitCode {
    let typed: Vec<OsString> = typed.into_iter().collect();
    let texts = Texts::new(context::language(help::typed_language(&typed)));
    let command = help::told(Typed::command(), texts);
    let matched = command.try_get_matches_from(typed);
    let typed = match matched.and_then(|matches| Typed::from_arg_matches(&matches)) {
        Ok(typed) => typed,
        // Help and version are asked for, and fine.
        Err(error) if !error.use_stderr() => {
            let help = Done::fine(error.render().to_string());
            return finish(Ok(help), texts);
        }
        Err(error) => return finish(Err(Box::new(wrong::told(&error, texts))), texts),
    };
    let Some(command) = &typed.command else {
        return open_window(&typed, texts, window);
    };
    finish(run_command(&typed, command, texts), texts)
}

/// Writes what a command has to say, and tells how it ended.
fn finish(outcome: Outcome, texts: Texts) -> ExitCode {
    let exit = match outcome {
        Ok(done) => {
            // Words come last, where they are seen under a long table.
            let written = write_out(&done.data);
            say(&done.words);
            match written {
                Ok(()) => done.exit,
                // Whoever closed the pipe (`| head`) has seen enough.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => done.exit,
                // A full disk is trouble: what was asked for is not all there.
                Err(error) => {
                    let cause = error.to_string();
                    say(&[texts.with("cli-not-written", &[("cause", cause.into())])]);
                    Exit::File
                }
            }
        }
        Err(report) => {
            say(&[report.plain(texts)]);
            report.exit
        }
    };
    ExitCode::from(exit.code())
}

fn write_out(data: &str) -> std::io::Result<()> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(data.as_bytes())?;
    stdout.flush()
}

/// Words on standard error. Whoever closed it does not want them.
fn say(words: &[String]) {
    let mut stderr = std::io::stderr().lock();
    for line in words {
        let _ = writeln!(stderr, "{line}");
    }
}

fn open_window(typed: &Typed, texts: Texts, window: &Window<'_>) -> ExitCode {
    let (file, place) = match typed.file.as_deref().map(|file| place::of(file, texts)) {
        Some(Ok(found)) => found,
        Some(Err(report)) => return finish(Err(report), texts),
        None => (None, None),
    };
    let file = file.or_else(|| typed.common.dataset.clone());
    // Told on the terminal, where it was typed; and who types `pledgebook chek` means a command.
    if let Some(missing) = file.as_ref().filter(|file| !file.exists()) {
        return finish(Err(context::missing(missing, texts)), texts);
    }
    finish(
        window(file, place, texts).map(|()| Done::fine(String::new())),
        texts,
    )
}

fn run_command(typed: &Typed, command: &Command, texts: Texts) -> Outcome {
    let common = &typed.common;
    let top = typed.file.as_deref();
    match command {
        Command::Check {
            file,
            strict,
            fix,
            accept,
            unaccept,
            drop_comments,
        } => {
            let changes = change::Changes {
                fix: *fix,
                accept,
                unaccept,
                drop_comments: *drop_comments,
            };
            checked(common, file.as_deref().or(top), *strict, &changes, texts)
        }
        Command::Fmt {
            file,
            write,
            check,
            drop_comments,
        } => {
            let file = file.as_deref().or(top).or(common.dataset.as_deref());
            let wish = fmt::Wish::of(*write, *check, *drop_comments);
            fmt::run(file, wish, texts)
        }
        Command::Recover(asked) => {
            recover::run(recover::Wish::of(asked), common.format, now(), texts)
        }
        Command::Import(asked) => import::run(common, asked, now, texts),
        Command::Edit {
            file,
            script,
            dry_run,
        } => edit::run(
            file,
            script.as_deref(),
            edit::Wish::of(*dry_run),
            now,
            texts,
        ),
        Command::List => counting(typed, texts, |context| Ok(list::run(context))),
        Command::Show { id } => counting(typed, texts, |context| show::run(context, id)),
        Command::Total {
            stage,
            by,
            parties,
            aid_type,
            year,
        } => {
            let asked = total::Asked {
                stage: *stage,
                by: by.map(Into::into),
                parties,
                aid_type: *aid_type,
                year: *year,
            };
            counting(typed, texts, |context| total::run(context, &asked))
        }
        Command::Matrix { order, compare } => counting(typed, texts, |context| {
            matrix::run(context, *order, compare)
        }),
        Command::Explain { numbers } => {
            counting(typed, texts, |context| explain::run(context, numbers))
        }
        Command::Dates(asked) => {
            let from = asked.today.unwrap_or_else(today);
            counting(typed, texts, |context| {
                dates::run(context, &dates::Asked::of(asked, from))
            })
        }
        Command::Sources(asked) => counting(typed, texts, |context| {
            sources::run(context, &sources::Asked::of(asked))
        }),
        Command::Chart(asked) => {
            let from = chart_picture::asked_from(asked, texts)?;
            let under = from.as_ref().map(|view| view.assumptions.clone());
            let context = Context::under(&typed.common, typed.file.as_deref(), under, texts)?;
            counted(&context, |context| {
                chart::run(context, asked, from.as_ref())
            })
        }
        Command::Export {
            what: args::Export::Iati(asked),
        } => export_iati::run(typed, asked, now, texts),
        Command::Export { what } => export::run(typed, what, today, texts),
        Command::Fulfilment { id, year } => counting(typed, texts, |context| {
            fulfilment::run(context, id.as_deref(), *year)
        }),
    }
}

/// Runs a command on a dataset that is opened for it.
fn counting(typed: &Typed, texts: Texts, run: impl FnOnce(&Context) -> Outcome) -> Outcome {
    let context = Context::new(&typed.common, typed.file.as_deref(), texts)?;
    counted(&context, run)
}

/// Runs a command on what was opened, and says before its words what could not be read.
fn counted(context: &Context, run: impl FnOnce(&Context) -> Outcome) -> Outcome {
    let mut done = run(context)?;
    // Numbers without the parts that could not be read are not all there is to tell.
    if !context.session.damage().is_empty() && done.exit == Exit::Fine {
        done.exit = Exit::Problems;
    }
    done.words.splice(0..0, context.warnings());
    Ok(done)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the system for the time"
)]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// The day it is, where the user is.
fn today() -> jiff::civil::Date {
    now().to_zoned_datetime(jiff::tz::TimeZone::system()).date()
}

/// Tells the problems; of a file that was changed, those that are left.
fn checked(
    common: &args::Common,
    file: Option<&Path>,
    strict: bool,
    changes: &change::Changes<'_>,
    texts: Texts,
) -> Outcome {
    let said = if changes.is_empty() {
        Vec::new()
    } else {
        change::run(common, file, changes, now, texts)?
    };
    let mut done = check::run(&Context::new(common, file, texts)?, strict)?;
    done.words.splice(0..0, said);
    Ok(done)
}

/// Refuses a format that a command has no meaning for.
fn no_ron(texts: Texts, command: &str) -> Box<Report> {
    let message = texts.with("cli-no-ron", &[("command", command.into())]);
    Box::new(Report::usage(message, Some(texts.get("cli-no-ron-hint"))))
}
