//! `edit`: a document is changed by the lines of a script, each kept in the journal before the next
//! is read, and saved at the end. What goes wrong on the way loses nothing: `recover` has it.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;

use super::{Clock, Done, Outcome};
use crate::edit::script::{Order, order};
use crate::edit::words;
use crate::report::{Exit, Report};
use crate::session::{ChangeError, Session, Unread};
use crate::store::disk::RealDisk;
use crate::store::folders;
use crate::store::journal::{Journal, Journals};
use crate::text::Texts;

/// What is wanted of the changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// To have them in the file.
    Save,
    /// To know whether they can be made.
    Try,
}

impl Wish {
    /// What the option `--dry-run` asks for.
    pub(super) fn of(dry_run: bool) -> Self {
        if dry_run { Self::Try } else { Self::Save }
    }
}

/// Runs `edit`.
pub(super) fn run(
    file: &Path,
    script: Option<&Path>,
    wish: Wish,
    clock: Clock,
    texts: Texts,
) -> Outcome {
    let mut session =
        Session::open(file, &RealDisk).map_err(|error| Box::new(Report::of_open(&error, texts)))?;
    if let Some(why) = session.read_only() {
        return Err(Box::new(Report::of_read_only(why, file, texts)));
    }
    if session.notes().has_comments() && wish == Wish::Save {
        return Err(Box::new(Report::of_comments(file, texts)));
    }
    let journal = match wish {
        Wish::Save => journal_of(&mut session, clock, texts)?,
        Wish::Try => None,
    };
    let mut editing = Editing {
        session,
        journal,
        file,
        wish,
        clock,
        texts,
        words: Vec::new(),
    };
    let followed = lines(script, texts).and_then(|lines| editing.follow(lines));
    if let Err(report) = followed {
        editing.throw_away();
        return Err(report);
    }
    if wish == Wish::Save && editing.session.is_modified() {
        editing.save()?;
    }
    Ok(Done {
        data: String::new(),
        words: editing.words,
        exit: Exit::Fine,
    })
}

/// The journal of the document; none where the system has no place for one. Changes that somebody
/// left unsaved come first.
fn journal_of(
    session: &mut Session,
    clock: Clock,
    texts: Texts,
) -> Result<Option<Journal>, Box<Report>> {
    let Some(folder) = folders::data_folder() else {
        return Ok(None);
    };
    let journals = Journals::new(&folder);
    let path = session.path().unwrap_or(Path::new("")).to_owned();
    refuse_unsaved(&journals, &path, clock, texts)?;
    Ok(Some(session.journal(&journals, &RealDisk)))
}

/// Refuses to change a document of which somebody left changes unsaved.
pub(super) fn refuse_unsaved(
    journals: &Journals,
    path: &Path,
    clock: Clock,
    texts: Texts,
) -> Result<(), Box<Report>> {
    let left = journals.left(clock(), &RealDisk);
    let is_ours = |state: &crate::store::journal::State| {
        state
            .path()
            .is_some_and(|other| folders::document_key(other) == folders::document_key(path))
    };
    if left.is_ok_and(|found| found.left.iter().any(|left| is_ours(left.state()))) {
        return Err(Box::new(Report::of_unsaved(path, texts)));
    }
    Ok(())
}

type Lines = Box<dyn Iterator<Item = std::io::Result<String>>>;

fn lines(script: Option<&Path>, texts: Texts) -> Result<Lines, Box<Report>> {
    match script.filter(|path| *path != Path::new("-")) {
        None => Ok(Box::new(std::io::stdin().lines())),
        Some(path) => {
            let file = std::fs::File::open(path)
                .map_err(|error| Box::new(Report::of_script_file(path, &error, texts)))?;
            Ok(Box::new(BufReader::new(file).lines()))
        }
    }
}

struct Editing<'a> {
    session: Session,
    journal: Option<Journal>,
    file: &'a Path,
    wish: Wish,
    clock: Clock,
    texts: Texts,
    words: Vec<String>,
}

impl Editing<'_> {
    fn follow(&mut self, lines: Lines) -> Result<(), Box<Report>> {
        for (index, line) in lines.enumerate() {
            let number = index + 1;
            let line =
                line.map_err(|error| Box::new(Report::of_script_read(number, &error, self.texts)))?;
            let asked = order(&line, self.session.dataset(), self.texts.lang())
                .map_err(|error| Box::new(Report::of_script(number, &error, self.texts)))?;
            let not_done = |error: &ChangeError, texts: Texts| {
                Box::new(Report::of_change(number, error, texts))
            };
            let told = match asked {
                Order::Nothing => continue,
                Order::Change(command) => {
                    let name = words::named(&command.label, self.session.dataset(), self.texts);
                    self.session
                        .apply(*command)
                        .map_err(|error| not_done(&error, self.texts))?;
                    name
                }
                Order::Undo | Order::Redo => {
                    let moved = match asked {
                        Order::Undo => self.session.undo(),
                        _ => self.session.redo(),
                    };
                    moved.map_err(|error| not_done(&error, self.texts))?;
                    self.texts.get(match asked {
                        Order::Undo => "menu-undo",
                        _ => "menu-redo",
                    })
                }
                Order::Save => {
                    if self.wish == Wish::Save {
                        self.save()?;
                    }
                    self.texts.get("menu-save")
                }
            };
            self.keep();
            tell(number, &told);
        }
        Ok(())
    }

    /// What happened goes to the disk before the next line is read.
    fn keep(&mut self) {
        let events = self.session.take_events();
        let Some(journal) = &mut self.journal else {
            return;
        };
        if let Err(error) = journal.log(events, (self.clock)(), &RealDisk) {
            let cause = error.to_string();
            self.words.push(
                self.texts
                    .with("cli-edit-no-journal", &[("cause", cause.into())]),
            );
        }
    }

    fn save(&mut self) -> Result<(), Box<Report>> {
        let job = self.session.save_job(self.file, Unread::Refuse);
        let written = job
            .run(&RealDisk)
            .map_err(|error| Box::new(Report::of_save(&error, self.texts)))?;
        self.session.written(written);
        self.keep();
        Ok(())
    }

    fn throw_away(&mut self) {
        self.session.throw_away();
        self.keep();
    }
}

/// One line for each that was followed, as soon as it is safe. Whoever closed the pipe does not
/// want them.
fn tell(number: usize, what: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{number}\t{what}");
    let _ = out.flush();
}
