//! From what was typed to how the file is read.

use super::super::args::{Common, Import};
use super::profiles;
use crate::exchange::import::fields::{self, Field};
use crate::exchange::import::judge::{Choices, Likely};
use crate::exchange::import::layout::SURE;
use crate::exchange::import::recipient::Recipient;
use crate::exchange::import::sums::Mark;
use crate::exchange::import::when::DayMonth;
use crate::exchange::import::{self, Candidate, ImportError, Layout, parties, profile, sums};
use crate::exchange::table::{self, Heading, Opened};
use crate::model::{Currency, Dataset, PartyId};
use crate::report::Report;
use crate::task::TaskLine;
use crate::text::Texts;

/// What was typed, taken apart.
pub(super) struct Asked {
    pub(super) choices: Choices,
    profile: Option<String>,
    sheet: Option<String>,
    header_row: Option<u64>,
    map: Vec<(Field, String)>,
    set: Vec<(String, String)>,
    currency: Option<Currency>,
    any_recipient: bool,
    running_totals: bool,
    /// Nothing is written: a guess may be looked at.
    dry_run: bool,
}

fn wrong(id: &str, text: &str, texts: Texts) -> Box<Report> {
    Box::new(Report::usage(
        texts.with(id, &[("text", text.into())]),
        None,
    ))
}

impl Asked {
    pub(super) fn of(common: &Common, typed: &Import, texts: Texts) -> Result<Self, Box<Report>> {
        let mut map = Vec::new();
        for text in &typed.map {
            let bad = || wrong("cli-import-bad-map", text, texts);
            let (field, column) = text.split_once('=').ok_or_else(bad)?;
            let field = Field::named(field.trim())
                .ok_or_else(|| wrong("cli-import-bad-field", field, texts))?;
            map.push((field, column.trim().to_owned()));
        }
        let mut set = Vec::new();
        for text in &typed.set {
            let bad = || wrong("cli-import-bad-set", text, texts);
            let (field, value) = text.split_once('=').ok_or_else(bad)?;
            set.push((field.trim().to_owned(), value.trim().to_owned()));
        }
        let mut choices = Choices {
            likely: typed.likely.map_or(Likely::default(), Into::into),
            ..Choices::default()
        };
        for text in &typed.party {
            let bad = || wrong("cli-import-bad-party", text, texts);
            let (spelling, id) = text.rsplit_once('=').ok_or_else(bad)?;
            let id = PartyId::new(id.trim()).map_err(|_| bad())?;
            choices.parties.insert(spelling.trim().to_owned(), id);
        }
        for text in &typed.leave_out {
            let id = parties::named(text).map_or(text.as_str(), |named| named.state.id);
            let id = PartyId::new(id).map_err(|_| wrong("cli-import-bad-party", text, texts))?;
            choices.left_out.insert(id);
        }
        Ok(Self {
            choices,
            profile: typed.profile.clone(),
            sheet: typed.sheet.clone(),
            header_row: typed.header_row,
            map,
            set,
            currency: common.currency,
            any_recipient: typed.any_recipient,
            running_totals: typed.running_totals,
            dry_run: typed.dry_run,
        })
    }

    /// Whether every party that was named is one of the book, or a state or union.
    pub(super) fn known_parties(&self, book: &Dataset, texts: Texts) -> Result<(), Box<Report>> {
        let mut named = self.choices.parties.values().chain(&self.choices.left_out);
        let is_known =
            |id: &PartyId| book.parties.contains_key(id) || parties::state(id.as_str()).is_some();
        match named.find(|id| !is_known(id)) {
            Some(id) => Err(wrong("cli-import-unknown-party", id.as_str(), texts)),
            None => Ok(()),
        }
    }
}

/// The file with the sign between cells and the encoding that were typed.
pub(super) fn delimited(
    opened: Opened,
    typed: &Import,
    texts: Texts,
) -> Result<Opened, Box<Report>> {
    let Some(mut how) = opened.delimited() else {
        return Ok(opened);
    };
    if let Some(text) = &typed.delimiter {
        let mut signs = text.chars();
        how.delimiter = match (text.as_str(), signs.next(), signs.next()) {
            ("tab" | "\\t", ..) => '\t',
            (_, Some(sign), None) => sign,
            _ => return Err(wrong("cli-import-bad-delimiter", text, texts)),
        };
    }
    if let Some(text) = &typed.encoding {
        how.encoding = table::TextEncoding::of_name(text)
            .ok_or_else(|| wrong("cli-import-bad-encoding", text, texts))?;
    }
    Ok(opened.with_delimited(how))
}

/// How the file is read: as asked for, else as it most likely is.
pub(super) fn choose(
    opened: &Opened,
    asked: &Asked,
    line: &TaskLine,
    failed: &dyn Fn(&ImportError) -> Box<Report>,
    texts: Texts,
) -> Result<Candidate, Box<Report>> {
    let sheet = asked.sheet.as_deref();
    let sheet = sheet.map(|name| sheet_of(opened, name).map_err(|error| failed(&error)));
    let sheet = sheet.transpose()?;
    let mut chosen = match &asked.profile {
        Some(name) => by_profile(opened, name, sheet, line, failed, texts)?,
        None => likely(opened, asked, sheet, line, failed)?,
    };
    if asked.header_row.is_some() {
        chosen.setup = with_heading(opened, asked, &chosen.setup, line).map_err(|e| failed(&e))?;
    }
    by_hand(&mut chosen, asked, texts)?;
    chosen.setup.running_totals |= asked.running_totals;
    if asked.any_recipient {
        chosen.setup.recipient = Recipient::Any;
    }
    let is_guessed = chosen.setup.layout == Layout::Columns
        && asked.profile.is_none()
        && asked.map.is_empty()
        && chosen.profile.is_none();
    if chosen.setup.layout == Layout::Columns {
        // What is missing is told by whoever reads it.
        let is_guessed = is_guessed && chosen.setup.mapping.missing().is_empty();
        let confidence = chosen.setup.mapping.confidence();
        if is_guessed && !asked.dry_run && confidence < SURE {
            return Err(failed(&ImportError::Unsure(confidence)));
        }
    }
    Ok(chosen)
}

fn sheet_of(opened: &Opened, name: &str) -> Result<usize, ImportError> {
    let sheets = opened.sheets();
    let by_name = sheets
        .iter()
        .position(|sheet| sheet.name.as_deref() == Some(name));
    let alike = || {
        let is = |text: &Option<String>| {
            let text = text.as_deref().map(fields::plain);
            text == Some(fields::plain(name))
        };
        sheets.iter().position(|sheet| is(&sheet.name))
    };
    let by_number = || name.parse::<usize>().ok()?.checked_sub(1);
    let found = by_name.or_else(alike).or_else(by_number);
    let found = found.filter(|at| *at < sheets.len());
    found.ok_or_else(|| ImportError::NoSheet(name.to_owned()))
}

/// As the user's profile of that name, or the layout of that name, reads it.
fn by_profile(
    opened: &Opened,
    name: &str,
    sheet: Option<usize>,
    line: &TaskLine,
    failed: &dyn Fn(&ImportError) -> Box<Report>,
    texts: Texts,
) -> Result<Candidate, Box<Report>> {
    let misfit = |missing| {
        failed(&ImportError::Misfit {
            layout: name.to_owned(),
            missing,
        })
    };
    if let Some(profile) = profiles::named(name, texts)? {
        let applied = profile.apply(opened, line);
        let candidate = applied.map_err(|error| failed(&error.into()))?;
        if candidate.confidence == 0 {
            return Err(misfit(candidate.missing));
        }
        return Ok(candidate);
    }
    let known = profile::built_in();
    if !known.iter().any(|layout| layout.key() == name) {
        let mut names: Vec<String> = known.iter().map(|l| l.key().to_owned()).collect();
        names.extend(profiles::all().into_iter().map(|profile| profile.name));
        let message = texts.with("cli-import-no-profile", &[("name", name.into())]);
        let hint = texts.with("cli-one-of", &[("names", names.join(", ").into())]);
        return Err(Box::new(Report::usage(message, Some(hint))));
    }
    let all = import::find(opened, &[], line).map_err(|error| failed(&error))?;
    let is_it = |candidate: &Candidate| candidate.setup.layout.key() == name;
    let on_sheet = |candidate: &Candidate| sheet.is_none_or(|at| candidate.setup.sheet == at);
    let mut fitting = all.iter().filter(|c| is_it(c) && on_sheet(c));
    let found = fitting.next();
    match found {
        Some(candidate) if candidate.confidence > 0 || name == Layout::Columns.key() => {
            Ok(candidate.clone())
        }
        Some(candidate) => Err(misfit(candidate.missing.clone())),
        None => {
            let lacks = import::kiel::lacks(opened, sheet, name, line);
            Err(misfit(lacks.map_err(|error| failed(&error.into()))?))
        }
    }
}

/// As it most likely is.
fn likely(
    opened: &Opened,
    asked: &Asked,
    sheet: Option<usize>,
    line: &TaskLine,
    failed: &dyn Fn(&ImportError) -> Box<Report>,
) -> Result<Candidate, Box<Report>> {
    let kept = profiles::all();
    let all = import::find(opened, &kept, line).map_err(|error| failed(&error))?;
    // Who says what the columns hold, or where the headings are, wants them read by columns.
    let by_columns = !asked.map.is_empty() || asked.header_row.is_some();
    let fits = |candidate: &&Candidate| {
        let on_sheet = sheet.is_none_or(|at| candidate.setup.sheet == at);
        on_sheet && (!by_columns || candidate.setup.layout == Layout::Columns)
    };
    let best = all.iter().find(fits).cloned();
    match (best, import::layout::nearly(&all)) {
        (Some(best), None) => Ok(best),
        (Some(best), Some(_)) if best.confidence > 80 || by_columns => Ok(best),
        (_, Some(nearly)) => Err(failed(&nearly)),
        (None, None) => Err(failed(&ImportError::Unmapped(vec![
            Field::Party,
            Field::Amount,
        ]))),
    }
}

/// With the headings in the row that was typed; zero: there are none.
fn with_heading(
    opened: &Opened,
    asked: &Asked,
    setup: &import::Setup,
    line: &TaskLine,
) -> Result<import::Setup, ImportError> {
    let rows = import::sample(opened, setup.sheet, line)?;
    let number = asked.header_row.unwrap_or(0);
    let heading = match number {
        0 => None,
        number => {
            let at = rows.iter().position(|row| row.number == number);
            let at = at.ok_or(ImportError::NoRow(number))?;
            let found = table::heading(&rows).filter(|found| found.first == at);
            let heading = found.or_else(|| Heading::at(&rows, at, 1));
            Some(heading.ok_or(ImportError::NoRow(number))?)
        }
    };
    Ok(import::mapped(opened, setup.sheet, heading, &rows))
}

/// What was said by hand goes before what is proposed.
fn by_hand(chosen: &mut Candidate, asked: &Asked, texts: Texts) -> Result<(), Box<Report>> {
    let mapping = &mut chosen.setup.mapping;
    for (field, column) in &asked.map {
        if column.is_empty() || column == "-" {
            let columns: Vec<usize> = mapping.columns_of(*field).collect();
            for at in columns {
                mapping.choose(at, None);
            }
            continue;
        }
        let at = mapping
            .called(column)
            .ok_or_else(|| wrong("cli-import-no-column", column, texts))?;
        mapping.choose(at, Some(*field));
    }
    let constants = &mut mapping.constants;
    constants.currency = asked.currency.or(constants.currency);
    for (name, value) in &asked.set {
        let bad = || wrong("cli-import-bad-set", &format!("{name}={value}"), texts);
        match name.as_str() {
            "party" => constants.party = Some(value.clone()),
            "stage" => constants.stage = Some(fields::stage(value).ok_or_else(bad)?),
            "type" => constants.aid_type = Some(fields::aid_type(value).ok_or_else(bad)?),
            "instrument" => {
                constants.instrument = Some(fields::instrument(value).ok_or_else(bad)?);
            }
            "currency" => {
                constants.currency = Some(sums::currency(value, None).ok_or_else(bad)?);
            }
            "scale" => constants.scale = Some(scale(value).ok_or_else(bad)?),
            "summary" => constants.summary = Some(value.clone()),
            "dates" => {
                constants.order = Some(match value.as_str() {
                    "day-first" => DayMonth::DayFirst,
                    "month-first" => DayMonth::MonthFirst,
                    _ => return Err(bad()),
                });
            }
            "decimal" => {
                constants.mark = Some(match value.as_str() {
                    "point" | "." => Mark::Point,
                    "comma" | "," => Mark::Comma,
                    _ => return Err(bad()),
                });
            }
            _ => return Err(bad()),
        }
    }
    Ok(())
}

fn scale(value: &str) -> Option<u32> {
    match value {
        "one" | "1" | "units" => Some(0),
        value => sums::unit(&format!("in {value}")).scale,
    }
}
