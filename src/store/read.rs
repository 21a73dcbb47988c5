//! Reads a dataset from its text: every record that can be read, and where and why the rest cannot.

use std::collections::BTreeMap;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::model::{Dataset, Header};

use super::damage::{Damage, DamageKind, Place, ReadError};
use super::migrate::{self, Version};
use super::record;
use super::salvage;
use super::scan::{self, Fault, Field, Layout, Span, Trouble};
use super::section::Section;

/// Comments that people wrote into a file. The program does not keep them when it saves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Comments {
    /// How many.
    pub count: usize,
    /// The line of the first.
    pub first_line: usize,
}

/// What is worth knowing of a file beside its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FileNotes {
    /// It began with a byte-order mark, which is not written back.
    pub bom: bool,
    /// Its lines end in CR LF, which are written back as LF.
    pub crlf: bool,
    /// Comments, which the next save drops.
    pub comments: Option<Comments>,
}

impl FileNotes {
    /// Whether a save would drop comments.
    pub fn has_comments(&self) -> bool {
        self.comments.is_some()
    }
}

/// A file as read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadFile {
    /// Everything that could be read.
    pub dataset: Dataset,
    /// What could not.
    pub damage: Vec<Damage>,
    /// The line on which each record begins, by its id.
    pub lines: BTreeMap<String, usize>,
    /// What is worth knowing beside.
    pub notes: FileNotes,
    /// The file's version, where it is newer than this program's.
    pub newer_schema: Option<u32>,
}

pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads the bytes of a file.
///
/// # Errors
/// When nothing of it can be read; what is wrong with parts of it stands in [`ReadFile::damage`].
pub fn read(bytes: &[u8]) -> Result<ReadFile, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        ReadError::NotUtf8 {
            line: 1 + String::from_utf8_lossy(good).matches('\n').count(),
        }
    })?;
    let (text, bom) = text
        .strip_prefix('\u{feff}')
        .map_or((text, false), |t| (t, true));
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let layout = scan::layout(text);
    recognise(text, &layout)?;
    let mut reader = Reader {
        text,
        file: ReadFile::default(),
        ends_early: matches!(&layout.trouble, Some(t) if t.fault == Fault::Ends),
        last: 0,
    };
    reader.file.notes = FileNotes {
        bom,
        crlf: text.contains("\r\n"),
        comments: layout
            .comments
            .map(|(count, first_line)| Comments { count, first_line }),
    };
    reader.header(&layout.fields)?;
    reader.all_records(&layout);
    Ok(reader.file)
}

/// Tells what is no dataset at all from a damaged one.
fn recognise(text: &str, layout: &Layout<'_>) -> Result<(), ReadError> {
    let known = !layout.sections.is_empty() || layout.fields.iter().any(|f| f.name == "schema");
    if known {
        return Ok(());
    }
    let first = layout.fields.first();
    let is_ron = || options().from_str::<ron::Value>(text).is_ok();
    match (&layout.trouble, first) {
        (Some(trouble), None) if !is_ron() => Err(ReadError::NotRon {
            place: trouble.place,
            expected: match trouble.fault {
                Fault::Expected(what) => what,
                Fault::Ends => "…)",
            },
        }),
        _ => Err(ReadError::SomethingElse {
            place: first.map_or(Place { line: 1, column: 1 }, |f| f.place),
            first_field: first.map(|f| f.name.to_owned()),
        }),
    }
}

struct Reader<'a> {
    text: &'a str,
    file: ReadFile,
    ends_early: bool,
    /// Where the last record begins, to tell a cut record from a damaged one.
    last: usize,
}

impl Reader<'_> {
    fn header(&mut self, fields: &[Field<'_>]) -> Result<(), ReadError> {
        let mut header = Header::default();
        let mut seen: Vec<&str> = Vec::new();
        for field in fields {
            if seen.contains(&field.name) {
                let kind = DamageKind::RepeatedField(field.name.to_owned());
                self.damaged(None, None, field.place, kind);
                continue;
            }
            seen.push(field.name);
            match field.name {
                "schema" => self.part(field, &mut header.schema),
                "title" => self.part(field, &mut header.title),
                "licence" => self.part(field, &mut header.licence),
                "about" => self.part(field, &mut header.about),
                "cutoff" => self.part(field, &mut header.cutoff),
                "accepted" => self.part(field, &mut header.accepted),
                other => {
                    let kind = DamageKind::UnknownField {
                        field: other.to_owned(),
                        known: known_fields(),
                    };
                    self.damaged(None, None, field.place, kind);
                }
            }
        }
        for name in ["schema", "title"] {
            if !seen.contains(&name) {
                let kind = DamageKind::MissingField(name.to_owned());
                self.damaged(None, None, Place { line: 1, column: 1 }, kind);
            }
        }
        let place = fields
            .iter()
            .find(|f| f.name == "schema")
            .map(|f| f.value.place);
        match migrate::version(header.schema) {
            Version::Current => {}
            Version::Newer(schema) => self.file.newer_schema = Some(schema),
            Version::Unknown(schema) => {
                return Err(ReadError::UnknownSchema {
                    schema,
                    place: place.unwrap_or(Place { line: 1, column: 1 }),
                });
            }
        }
        self.file.dataset.header = header;
        Ok(())
    }

    fn part<T: DeserializeOwned>(&mut self, field: &Field<'_>, into: &mut T) {
        if let Some(value) = self.parse(None, &field.value) {
            *into = value;
        }
    }

    /// The records as the brackets tell them. Where those are damaged, as the lines tell them, if that
    /// gives more: one quotation mark too few makes the brackets of many records unreadable.
    fn all_records(&mut self, layout: &Layout<'_>) {
        let before = self.file.clone();
        self.records(&layout.records);
        if layout.trouble.is_some() || self.file.damage.len() > before.damage.len() {
            let by_brackets = std::mem::replace(&mut self.file, before.clone());
            self.records(&salvage::records(self.text));
            let (lines, brackets) = (self.file.dataset.len(), by_brackets.dataset.len());
            if lines < brackets || lines == brackets && layout.trouble.is_none() {
                self.file = by_brackets;
            }
        }
        if let Some(trouble) = &layout.trouble {
            let explained = self.file.damage.len() > before.damage.len();
            self.trouble(trouble, explained);
        }
    }

    fn records(&mut self, records: &[(Section, Span)]) {
        self.last = records.last().map_or(0, |(_, span)| span.start);
        for (section, span) in records {
            self.record(*section, span);
        }
    }

    /// What is wrong between the records, where no damaged record explains it.
    fn trouble(&mut self, trouble: &Trouble, explained: bool) {
        if explained {
            return;
        }
        match trouble.fault {
            Fault::Ends => {
                let place = Place {
                    line: self.text.lines().count(),
                    column: self.text.lines().last().map_or(0, |l| l.chars().count()) + 1,
                };
                self.damaged(None, None, place, DamageKind::EndsEarly);
            }
            Fault::Expected(what) => {
                self.damaged(None, None, trouble.place, DamageKind::Expected(what));
            }
        }
    }

    fn record(&mut self, section: Section, span: &Span) {
        macro_rules! keep {
            ($($map:ident).+, $twin:expr) => {
                if let Some(record) = self.parse(Some(section), span) {
                    let twin: Option<()> = $twin(&self.file.dataset, &record);
                    if twin.is_some() || self.file.dataset.$($map).+.contains_key(&record.id) {
                        self.repeated(section, record.id.as_str(), span.place);
                    } else {
                        self.file.lines.entry(record.id.to_string()).or_insert(span.place.line);
                        self.file.dataset.$($map).+.insert(record.id.clone(), record);
                    }
                }
            };
        }
        // Commitments and aid entries share one name space: links may point at either.
        match section {
            Section::Parties => keep!(parties, |_, _: &crate::model::Party| None),
            Section::Agreements => keep!(agreements, |_, _: &crate::model::Agreement| None),
            Section::Commitments => {
                keep!(commitments, |d: &Dataset, r: &crate::model::Commitment| {
                    d.aid.get(r.id.as_str()).map(|_| ())
                });
            }
            Section::Aid => keep!(aid, |d: &Dataset, r: &crate::model::AidEntry| {
                d.commitments.get(r.id.as_str()).map(|_| ())
            }),
            Section::Sources => keep!(sources, |_, _: &crate::model::Source| None),
            Section::Gdp => keep!(reference.gdp, |_, _: &crate::model::GdpSeries| None),
            Section::Fx => keep!(reference.fx, |_, _: &crate::model::FxSeries| None),
            Section::Population => {
                keep!(
                    reference.population,
                    |_, _: &crate::model::PopulationSeries| None
                );
            }
            Section::EuShares => keep!(reference.eu_shares, |_, _: &crate::model::EuShares| None),
        }
    }

    fn repeated(&mut self, section: Section, id: &str, place: Place) {
        let first_line = self.file.lines.get(id).copied().unwrap_or_default();
        let kind = DamageKind::RepeatedId { first_line };
        self.damaged(Some(section), Some(id.to_owned()), place, kind);
    }

    /// Parses one record or header value; None when it is damaged.
    fn parse<T: DeserializeOwned>(&mut self, section: Option<Section>, span: &Span) -> Option<T> {
        let text = span.of(self.text);
        let (value, faults) = record::parse(text);
        let id = if faults.is_empty() || section.is_none() {
            None
        } else {
            record::id(text)
        };
        let cut = self.ends_early && span.start == self.last && value.is_none();
        for (place, kind) in faults {
            let place = record::place_in_file(span.place, place);
            let kind = if cut && !matches!(kind, DamageKind::UnknownField { .. }) {
                DamageKind::EndsEarly
            } else {
                kind
            };
            self.damaged(section, id.clone(), place, kind);
        }
        value
    }

    fn damaged(
        &mut self,
        section: Option<Section>,
        record: Option<String>,
        place: Place,
        kind: DamageKind,
    ) {
        self.file.damage.push(Damage {
            section,
            record,
            place,
            kind,
        });
    }
}

fn known_fields() -> Vec<&'static str> {
    let header = ["schema", "title", "licence", "about", "cutoff", "accepted"];
    let sections = Section::ALL
        .iter()
        .filter(|s| !s.is_reference())
        .map(|s| s.key());
    header
        .into_iter()
        .chain(sections)
        .chain(["reference"])
        .collect()
}
