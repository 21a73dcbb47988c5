//! `import`: a file of the field, or records of our own, become entries of a book: a new one, or one that
//! is there. First all is read and judged; only then is anything written, and that whole or not at all.

mod out;
mod profiles;
mod setup;

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use self::setup::Asked;
use super::args::{Common, Format, Import};
use super::change::writable_book;
use super::{Clock, Done, Outcome, context};
use crate::edit::AnyRecord;
use crate::exchange::import::{
    self, Differing, ImportError, Plan, Setup, command, facts, judge, records_of, told,
};
use crate::exchange::table::{self, Opened};
use crate::model::Dataset;
use crate::report::{Exit, Report};
use crate::session::{Session, Unread};
use crate::store::disk::RealDisk;
use crate::store::format;
use crate::store::save::{Expected, save_bytes};
use crate::task::TaskLine;
use crate::text::Texts;

/// The name under which standard input is told and kept.
const STDIN: &str = "-";

/// What is imported, and what was found out of it.
struct Found {
    opened: Opened,
    setup: Setup,
    profile: Option<String>,
    plan: Plan,
}

/// Runs `import`.
pub(super) fn run(common: &Common, typed: &Import, clock: Clock, texts: Texts) -> Outcome {
    if common.format == Format::Ron && typed.dry_run {
        return Err(super::no_ron(texts, "import --dry-run"));
    }
    let line = TaskLine::default();
    let asked = Asked::of(common, typed, texts)?;
    let mut book = match &typed.into {
        Some(path) => open_book(path, typed, clock, texts)?,
        None => new_book(&typed.source, texts),
    };
    asked.known_parties(book.dataset(), texts)?;
    let opened = open(typed, texts, &line)?;
    let failed = |error: &import::ImportError| {
        let mut report = Report::of_import(error, &typed.source, texts);
        if let import::ImportError::Unmapped(_) | import::ImportError::Misfit { .. } = error {
            report.hints.push(texts.get("cli-import-by-hand"));
        }
        Box::new(report)
    };
    let chosen = setup::choose(&opened, &asked, &line, &failed, texts)?;
    if chosen.setup.layout == import::Layout::Own {
        return merged(typed, &opened, book, texts);
    }
    let mut words = Vec::new();
    if let Some(name) = &typed.save_profile {
        let profile = import::Profile::of(name, &opened, &chosen.setup);
        words.push(profiles::keep(&profile, texts)?);
    }
    let told = import::read(&opened, &chosen.setup, &line).map_err(|error| failed(&error))?;
    let file = facts(&opened, &chosen.setup);
    let plan = judge(book.dataset(), &file, Arc::new(told), &asked.choices, &line);
    let plan =
        plan.map_err(|_| Box::new(Report::usage(texts.get("cli-import-cancelled"), None)))?;
    let found = Found {
        opened,
        setup: chosen.setup,
        profile: chosen.profile,
        plan,
    };
    if let Some(path) = &typed.report {
        write(path, out::report(&found.plan, texts).as_bytes(), texts)?;
    }
    let summary = found.plan.summary();
    let exit = if summary.has_trouble() {
        Exit::Problems
    } else {
        Exit::Fine
    };
    if typed.dry_run {
        let data = match common.format {
            Format::Json => out::json(&found, &summary, texts),
            Format::Csv => out::csv(&summary),
            Format::Table | Format::Ron => out::table(&found, &summary, book.dataset(), texts),
        };
        return Ok(Done { data, words, exit });
    }
    words.extend(out::words(&found, &summary, typed.report.is_some(), texts));
    let Some(command) = command(found.plan, book.dataset()) else {
        words.push(texts.get("cli-import-nothing"));
        return finished(typed, book, words, exit, texts);
    };
    apply(&mut book, command, typed, texts)?;
    finished(typed, book, words, exit, texts)
}

/// A book that is imported into.
enum Book {
    /// The one of a file.
    Open(Box<Session>),
    /// A new one.
    New(Box<Dataset>),
}

impl Book {
    fn dataset(&self) -> &Dataset {
        match self {
            Self::Open(session) => session.dataset(),
            Self::New(dataset) => dataset,
        }
    }
}

fn open_book(path: &Path, typed: &Import, clock: Clock, texts: Texts) -> Result<Book, Box<Report>> {
    if !path.exists() {
        let file = path.display().to_string();
        let message = texts.with("cli-import-into-missing", &[("file", file.into())]);
        let hint = texts.get("cli-import-into-missing-hint");
        return Err(Box::new(Report::refused(message, hint)));
    }
    let session = context::open(Some(path), texts)?;
    if !typed.dry_run {
        writable_book(&session, path, typed.drop_comments, clock, texts)?;
    }
    Ok(Book::Open(Box::new(session)))
}

fn new_book(source: &Path, texts: Texts) -> Book {
    let name = source.file_name().unwrap_or(source.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let mut dataset = Dataset::default();
    dataset.header.title = texts.with("cli-import-new-book", &[("file", name.into())]);
    Book::New(Box::new(dataset))
}

/// Opens the file that is imported.
fn open(typed: &Import, texts: Texts, line: &TaskLine) -> Result<Opened, Box<Report>> {
    let failed =
        |error: table::TableError| Box::new(Report::of_import(&error.into(), &typed.source, texts));
    let opened = if typed.source == Path::new(STDIN) {
        table::open_bytes(STDIN, context::stdin(texts)?, line)
    } else {
        table::open(&typed.source, line)
    };
    let opened = opened.map_err(failed)?;
    setup::delimited(opened, typed, texts)
}

fn apply(
    book: &mut Book,
    command: crate::edit::Command,
    typed: &Import,
    texts: Texts,
) -> Result<(), Box<Report>> {
    let refused = |why: String| {
        let message = texts.get("cli-import-nothing");
        let mut report = Report::refused(message, String::new());
        report.causes.push(why);
        report.hints.clear();
        report.file = Some(typed.source.display().to_string());
        Box::new(report)
    };
    match book {
        Book::Open(session) => {
            let done = session.apply(command).map(|_| ());
            done.map_err(|error| refused(error.to_string()))
        }
        // Nothing of a new book is to be taken back: one by one, a large file is in memory once.
        Book::New(dataset) => command.changes.into_iter().try_for_each(|change| {
            let done = crate::edit::apply(&[change], dataset).map(|_| ());
            done.map_err(|error| refused(error.to_string()))
        }),
    }
}

/// Writes the book where it belongs.
fn finished(typed: &Import, book: Book, words: Vec<String>, exit: Exit, texts: Texts) -> Outcome {
    let mut data = String::new();
    match book {
        Book::Open(mut session) => {
            let path = session.path().map(Path::to_owned);
            if let Some(path) = path.filter(|_| session.is_modified()) {
                let saved = session.save_as(&path, Unread::Refuse, &RealDisk);
                saved.map_err(|error| Box::new(Report::of_save(&error, texts)))?;
            }
        }
        Book::New(dataset) => {
            let text = format::write(&dataset);
            match &typed.output {
                Some(path) => write_new(path, &text, texts)?,
                None => data = text,
            }
        }
    }
    Ok(Done { data, words, exit })
}

/// Writes a file that is there only when it is whole.
fn write(path: &Path, bytes: &[u8], texts: Texts) -> Result<(), Box<Report>> {
    let saved = save_bytes(path, bytes, Expected::Anything, &RealDisk);
    saved
        .map(|_| ())
        .map_err(|error| Box::new(Report::of_save(&error.into(), texts)))
}

/// A new book never takes the place of another file.
fn write_new(path: &Path, text: &str, texts: Texts) -> Result<(), Box<Report>> {
    if path.exists() {
        let file = path.display().to_string();
        let message = texts.with("cli-import-there", &[("file", file.into())]);
        let hint = texts.get("cli-import-there-hint");
        return Err(Box::new(Report::refused(message, hint)));
    }
    write(path, text.as_bytes(), texts)
}

/// Records of our own are merged, record by record.
fn merged(typed: &Import, opened: &Opened, mut book: Book, texts: Texts) -> Outcome {
    let (records, troubles) = records(typed, opened, texts)?;
    let differing = if typed.replace {
        Differing::Replace
    } else {
        Differing::Keep
    };
    let merge = import::merge(book.dataset(), records, differing);
    let is_whole = troubles.is_empty()
        && merge.taken.is_empty()
        && (merge.differing.is_empty() || typed.replace);
    let exit = if is_whole { Exit::Fine } else { Exit::Problems };
    let mut words = out::merged(&merge, opened.name(), typed.replace, texts);
    words.extend(troubles);
    if typed.dry_run {
        return Ok(Done {
            data: format!("{}\n", words.join("\n")),
            words: Vec::new(),
            exit,
        });
    }
    match merge.command(opened.name()) {
        Some(command) => apply(&mut book, command, typed, texts)?,
        None => words.push(texts.get("cli-import-nothing")),
    }
    finished(typed, book, words, exit, texts)
}

/// The records of a file of ours, and what of it cannot be read.
fn records(
    typed: &Import,
    opened: &Opened,
    texts: Texts,
) -> Result<(Vec<AnyRecord>, Vec<String>), Box<Report>> {
    let line = TaskLine::default();
    let failed = |error: ImportError| Box::new(Report::of_import(&error, &typed.source, texts));
    if opened.format() == table::Format::Ron {
        let session = if typed.source == Path::new(STDIN) {
            let mut bytes = Vec::new();
            let reader = opened.path_or_bytes().reader(&line);
            let mut reader = reader.map_err(|error| failed(error.into()))?;
            // They are in memory already.
            let _ = reader.read_to_end(&mut bytes);
            let read = Session::from_bytes(STDIN, &bytes);
            read.map_err(|error| Box::new(Report::of_open(&error, texts)))?
        } else {
            context::open(Some(&typed.source), texts)?
        };
        let damage = session.damage().iter();
        let damage = damage.map(|damage| {
            Report::of_damage(damage, &typed.source, session.text(), texts).plain(texts)
        });
        return Ok((records_of(session.dataset()), damage.collect()));
    }
    let read = crate::exchange::records::read(opened, &line);
    let read = read.map_err(|error| failed(error.into()))?;
    let read = read.ok_or_else(|| failed(ImportError::Records))?;
    let troubles = read
        .troubles
        .iter()
        .map(|trouble| told::trouble(trouble, texts));
    let mut troubles: Vec<String> = troubles.collect();
    troubles.extend(read.unknown.iter().map(|(sheet, heading)| {
        let args = [
            ("sheet", sheet.as_deref().unwrap_or("none").into()),
            ("heading", heading.into()),
        ];
        texts.with("import-record-unknown", &args)
    }));
    let records = read.records.into_iter().map(|(record, ..)| record);
    Ok((records.collect(), troubles))
}
