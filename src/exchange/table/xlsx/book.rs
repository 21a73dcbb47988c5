//! What a workbook consists of: its sheets, and the parts that its cells refer to.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use quick_xml::events::Event;

use super::strings::Strings;
use super::styles::Styles;
use crate::exchange::table::error::TableError;
use crate::exchange::table::number::Days;
use crate::exchange::table::xml::{Xml, attribute, is_set};
use crate::exchange::table::zipped::Archive;
use crate::task::TaskLine;

/// A workbook that was opened.
#[derive(Debug)]
pub(in crate::exchange::table) struct Book {
    pub(super) archive: Archive,
    pub(in crate::exchange::table) sheets: Vec<About>,
    pub(super) days: Days,
    strings: Option<String>,
    styles: Option<String>,
    aside: OnceLock<(Arc<Strings>, Arc<Styles>)>,
}

/// A sheet.
#[derive(Clone, Debug)]
pub(in crate::exchange::table) struct About {
    pub(in crate::exchange::table) name: String,
    pub(in crate::exchange::table) hidden: bool,
    pub(in crate::exchange::table) part: String,
}

/// What a part refers to: by id, the kind and the part.
type References = BTreeMap<String, (String, String)>;

impl Book {
    /// Looks which sheets there are.
    pub(in crate::exchange::table) fn open(
        archive: Archive,
        line: &TaskLine,
    ) -> Result<Self, TableError> {
        let main = main_part(&archive, line)?;
        let references = references(&archive, &main, line)?;
        let of_kind = |kind: &str| {
            let mut all = references.values();
            all.find(|(found, _)| found == kind)
                .map(|(_, part)| part.clone())
                .filter(|part| archive.has(part))
        };
        let (strings, styles) = (of_kind("sharedStrings"), of_kind("styles"));
        let mut sheets = Vec::new();
        let mut days = Days::default();
        let mut xml = Xml::of_part(&archive, &main, line)?;
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "workbookPr" if is_set(&element, "date1904") => days = Days::Since1904,
                    "sheet" => {
                        let id = attribute(&element, "id").unwrap_or_default();
                        let state = attribute(&element, "state");
                        let name = attribute(&element, "name").unwrap_or_default();
                        // Sheets that are only a chart have no rows.
                        let Some((kind, part)) = references.get(&id) else {
                            continue;
                        };
                        if kind == "worksheet" {
                            sheets.push(About {
                                name,
                                hidden: state.is_some_and(|state| state != "visible"),
                                part: part.clone(),
                            });
                        }
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        if sheets.is_empty() {
            return Err(TableError::NoSheets);
        }
        Ok(Self {
            archive,
            sheets,
            days,
            strings,
            styles,
            aside: OnceLock::new(),
        })
    }

    /// The texts and forms that cells refer to, read when the first sheet is.
    pub(super) fn aside(&self, line: &TaskLine) -> Result<(Arc<Strings>, Arc<Styles>), TableError> {
        if let Some(aside) = self.aside.get() {
            return Ok(aside.clone());
        }
        let strings = match &self.strings {
            Some(part) => Strings::read(Xml::of_part(&self.archive, part, line)?)?,
            None => Strings::default(),
        };
        let styles = match &self.styles {
            Some(part) => Styles::read(Xml::of_part(&self.archive, part, line)?)?,
            None => Styles::default(),
        };
        let aside = (Arc::new(strings), Arc::new(styles));
        Ok(self.aside.get_or_init(|| aside).clone())
    }

    /// How many bytes a sheet unpacks to, as the archive says: how much stands in it, roughly.
    pub(in crate::exchange::table) fn bytes(&self, sheet: usize) -> u64 {
        let sheet = self.sheets.get(sheet);
        sheet.map_or(0, |sheet| self.archive.told_bytes(&sheet.part))
    }
}

fn main_part(archive: &Archive, line: &TaskLine) -> Result<String, TableError> {
    let main = match references(archive, "", line) {
        Ok(references) => references
            .into_values()
            .find(|(kind, _)| kind == "officeDocument")
            .map(|(_, part)| part),
        Err(TableError::NoPart { .. }) => None,
        Err(error) => return Err(error),
    };
    Ok(main.unwrap_or_else(|| "xl/workbook.xml".to_owned()))
}

/// What a part refers to; of the archive as a whole where the name is empty.
fn references(archive: &Archive, part: &str, line: &TaskLine) -> Result<References, TableError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = if folder.is_empty() {
        format!("_rels/{name}.rels")
    } else {
        format!("{folder}/_rels/{name}.rels")
    };
    let mut found = References::new();
    let mut xml = Xml::of_part(archive, &list, line)?;
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                // What lies outside of the archive is never looked for.
                let outside = attribute(&element, "TargetMode");
                if outside.is_some_and(|mode| mode.eq_ignore_ascii_case("external")) {
                    continue;
                }
                let id = attribute(&element, "Id").unwrap_or_default();
                let kind = attribute(&element, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = attribute(&element, "Target").unwrap_or_default();
                found.insert(id, (kind, resolved(folder, &target)));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The part that a reference from within a folder means.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        steps.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
