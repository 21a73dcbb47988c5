//! The command line: what is typed becomes a request to the same functions that the window asks;
//! data goes to standard output, words to standard error. It needs no display.

mod args;
mod check;
mod context;
mod explain;
mod fmt;
mod fulfilment;
mod help;
mod list;
mod output;
mod show;
mod total;
mod tree;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
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

type Outcome = Result<Done, Box<Report>>;

/// Opens the window on a file; none: on the last one.
pub type Window<'a> = dyn Fn(Option<PathBuf>, Texts) -> Result<(), Box<Report>> + 'a;

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
        Err(error) => {
            // Help and version are asked for, and fine. A closed pipe is no trouble here either.
            let _ = error.print();
            let exit = if error.use_stderr() {
                Exit::Usage
            } else {
                Exit::Fine
            };
            return ExitCode::from(exit.code());
        }
    };
    let Some(command) = &typed.command else {
        return open_window(&typed, texts, window);
    };
    match run_command(&typed, command, texts) {
        Ok(done) => {
            // Words come last, where they are seen under a long table. Whoever closed the pipe
            // (`| head`) has seen enough.
            let _ = std::io::stdout().lock().write_all(done.data.as_bytes());
            say(&done.words);
            ExitCode::from(done.exit.code())
        }
        Err(report) => {
            say(&[report.plain(texts)]);
            ExitCode::from(report.exit.code())
        }
    }
}

/// Words on standard error. Whoever closed it does not want them.
fn say(words: &[String]) {
    let mut stderr = std::io::stderr().lock();
    for line in words {
        let _ = writeln!(stderr, "{line}");
    }
}

fn open_window(typed: &Typed, texts: Texts, window: &Window<'_>) -> ExitCode {
    let file = typed.file.clone().or_else(|| typed.common.dataset.clone());
    match window(file, texts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            say(&[report.plain(texts)]);
            ExitCode::from(report.exit.code())
        }
    }
}

fn run_command(typed: &Typed, command: &Command, texts: Texts) -> Outcome {
    let common = &typed.common;
    let top = typed.file.as_deref();
    let open = |file| Context::new(common, file, texts);
    let counted = |context: Context, done: Outcome| {
        done.map(|mut done| {
            let warnings = context.warnings();
            // Numbers without the parts that could not be read are not all there is to tell.
            if !context.session.damage().is_empty() && done.exit == Exit::Fine {
                done.exit = Exit::Problems;
            }
            done.words.splice(0..0, warnings);
            done
        })
    };
    match command {
        Command::Check { file, strict } => check::run(&open(file.as_deref().or(top))?, *strict),
        Command::Fmt {
            file,
            write,
            check,
            drop_comments,
        } => {
            let file = file.as_deref().or(top).or(common.dataset.as_deref());
            let wish = match (write, check) {
                (true, _) => fmt::Wish::Write {
                    drop_comments: *drop_comments,
                },
                (_, true) => fmt::Wish::Check,
                _ => fmt::Wish::Print,
            };
            fmt::run(file, wish, texts)
        }
        Command::List => {
            let context = open(top)?;
            let done = Ok(list::run(&context));
            counted(context, done)
        }
        Command::Show { id } => {
            let context = open(top)?;
            let done = show::run(&context, id);
            counted(context, done)
        }
        Command::Total {
            stage,
            by,
            parties,
            aid_type,
            year,
        } => {
            let context = open(top)?;
            let asked = total::Asked {
                stage: *stage,
                by: by.map(Into::into),
                parties,
                aid_type: *aid_type,
                year: *year,
            };
            let done = total::run(&context, &asked);
            counted(context, done)
        }
        Command::Explain { numbers } => {
            let context = open(top)?;
            let done = explain::run(&context, numbers);
            counted(context, done)
        }
        Command::Fulfilment { id, year } => {
            let context = open(top)?;
            let done = fulfilment::run(&context, id, *year);
            counted(context, done)
        }
    }
}

/// Refuses a format that a command has no meaning for.
fn no_ron(context: &Context, command: &str) -> Box<Report> {
    let texts = context.texts;
    let message = texts.with("cli-no-ron", &[("command", command.into())]);
    Box::new(Report::usage(message, Some(texts.get("cli-no-ron-hint"))))
}
