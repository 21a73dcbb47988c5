//! Opening a file: what it is, and which sheets it has.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::delimited::{Delimited, DelimitedRows};
use super::error::{TableError, TableNote};
use super::raw::Raw;
use super::rows::Rows;
use super::sniff::{self, ArchiveKind, Kind, TextKind};
use super::text::{Survey, TextEncoding};
use super::xlsx::{Book, SheetRows};
use super::zipped::Archive;
use super::{dialect, json, ods, xls};
use crate::task::TaskLine;

/// A kind of file in which tables stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// A text whose cells are parted by a sign: CSV, TSV.
    Delimited,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
    /// A workbook of Excel before 2007.
    Xls,
    /// JSON, also with one value a line.
    Json,
    /// XML: its rows are for those to read who know its elements.
    Xml,
    /// A dataset of our own.
    Ron,
    /// A data package: a zip archive with `datapackage.json`.
    Package,
}

/// A sheet of a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SheetInfo {
    /// Its name; none in a text file, which is one sheet.
    pub name: Option<String>,
    /// Whether a spreadsheet does not show it.
    pub hidden: bool,
    /// How many rows it has, headings included, where that is known without reading them.
    pub rows: Option<u64>,
}

/// A file that was opened: what it is, its hash, its sheets. Cheap to keep and to clone.
#[derive(Clone, Debug)]
pub struct Opened {
    name: String,
    sha256: String,
    raw: Raw,
    sheets: Vec<SheetInfo>,
    notes: Vec<TableNote>,
    inner: Inner,
}

#[derive(Clone, Debug)]
enum Inner {
    Delimited(Delimited),
    Xlsx(Arc<Book>),
    Ods(Arc<ods::Book>),
    Xls(Arc<xls::Book>),
    Json(Arc<json::Tables>),
    Package(Arc<Archive>, String),
    Other(Format),
}

/// Opens a file.
///
/// # Errors
/// Where it cannot be read, or is no table: what it is instead.
pub fn open(path: &Path, line: &TaskLine) -> Result<Opened, TableError> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let raw = Raw::of_file(path, line)?;
    Opened::of_raw(name.to_string_lossy().into_owned(), raw, line)
}

/// Opens bytes that are in memory already; the name is what the file is called.
///
/// # Errors
/// Where they are no table: what they are instead.
pub fn open_bytes(name: &str, bytes: Vec<u8>, line: &TaskLine) -> Result<Opened, TableError> {
    Opened::of_raw(name.to_owned(), Raw::Kept(Arc::new(bytes)), line)
}

impl Opened {
    fn of_raw(name: String, raw: Raw, line: &TaskLine) -> Result<Self, TableError> {
        if raw.bytes() == 0 {
            return Err(TableError::Empty);
        }
        let head = raw.head(dialect::SAMPLE, line)?;
        let kind = sniff::kind(&head);
        let mut survey = match kind {
            Kind::Stranger(what) => return Err(TableError::NotATable(what)),
            Kind::Text(None) => Some(Survey::new()),
            _ => None,
        };
        let mut hasher = Sha256::new();
        raw.each_piece(line, |piece| {
            hasher.update(piece);
            survey.as_mut().map_or(Ok(()), |survey| survey.feed(piece))
        })?;
        let sha256 = hasher
            .finalize()
            .iter()
            .fold(String::new(), |mut text, byte| {
                // Writing into a text cannot fail.
                let _ = write!(text, "{byte:02x}");
                text
            });
        let mut opened = Self {
            name,
            sha256,
            raw,
            sheets: Vec::new(),
            notes: Vec::new(),
            inner: Inner::Other(Format::Xml),
        };
        match kind {
            Kind::Zip => opened.look_into_archive(line)?,
            Kind::Compound => opened.look_into_compound(line)?,
            Kind::Text(told) => {
                let encoding = told.or_else(|| survey.map(Survey::encoding));
                opened.look_into_text(encoding.unwrap_or(TextEncoding::UTF_8), line)?;
            }
            Kind::Stranger(_) => {}
        }
        Ok(opened)
    }

    fn look_into_text(
        &mut self,
        encoding: TextEncoding,
        line: &TaskLine,
    ) -> Result<(), TableError> {
        let sample = dialect::sample(&self.raw, encoding, line)?;
        let bare = sample.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{feff}');
        if bare.is_empty() && self.raw.bytes() <= dialect::SAMPLE as u64 {
            return Err(TableError::Empty);
        }
        if encoding != TextEncoding::UTF_8 {
            let encoding = encoding.name();
            self.notes.push(TableNote::Decoded { encoding });
        }
        match sniff::text_kind(&sample, &self.name) {
            TextKind::Stranger(what) => return Err(TableError::NotATable(what)),
            TextKind::Delimited => {
                self.inner = Inner::Delimited(dialect::found(&sample, encoding, &self.name));
                self.sheets = vec![SheetInfo::default()];
            }
            TextKind::Json => {
                let tables = json::Tables::open(&self.raw, encoding, line)?;
                let about = tables.sheets.iter().map(|table| SheetInfo {
                    name: Some(table.pointer.clone()).filter(|name| !name.is_empty()),
                    hidden: false,
                    rows: Some(table.rows as u64),
                });
                self.sheets = about.collect();
                self.inner = Inner::Json(Arc::new(tables));
            }
            TextKind::Ron => self.inner = Inner::Other(Format::Ron),
            TextKind::Xml => self.look_into_xml(&sample)?,
        }
        Ok(())
    }

    /// A document type in the beginning of XML is refused before anybody reads it.
    fn look_into_xml(&mut self, sample: &str) -> Result<(), TableError> {
        let root = sample.match_indices('<').find(|(at, _)| {
            let next = sample.get(at + 1..).and_then(|rest| rest.chars().next());
            next.is_some_and(char::is_alphabetic)
        });
        let before = sample.get(..root.map_or(sample.len(), |(at, _)| at));
        if let Some(at) = before.and_then(|before| before.find("<!DOCTYPE")) {
            return Err(TableError::Doctype {
                part: None,
                byte: at as u64,
            });
        }
        self.inner = Inner::Other(Format::Xml);
        Ok(())
    }

    fn look_into_archive(&mut self, line: &TaskLine) -> Result<(), TableError> {
        let archive = Archive::open(&self.raw, line)?;
        let names = archive.parts().iter().map(|part| part.name.as_str());
        match sniff::archive_kind(names) {
            ArchiveKind::Stranger(what) => return Err(TableError::NotATable(what)),
            ArchiveKind::Package(folder) => {
                self.inner = Inner::Package(Arc::new(archive), folder);
            }
            ArchiveKind::Ods => {
                let book = ods::Book::open(archive, line)?;
                let about = book.sheets.iter().map(|sheet| SheetInfo {
                    name: Some(sheet.name.clone()),
                    hidden: sheet.hidden,
                    rows: None,
                });
                self.sheets = about.collect();
                self.inner = Inner::Ods(Arc::new(book));
            }
            ArchiveKind::Xlsx => {
                let book = Book::open(archive, line)?;
                let about = book.sheets.iter().map(|sheet| SheetInfo {
                    name: Some(sheet.name.clone()),
                    hidden: sheet.hidden,
                    rows: None,
                });
                self.sheets = about.collect();
                self.inner = Inner::Xlsx(Arc::new(book));
            }
        }
        self.tell_hidden();
        Ok(())
    }

    fn look_into_compound(&mut self, line: &TaskLine) -> Result<(), TableError> {
        let book = xls::Book::open(&self.raw, line)?;
        let about = book.sheets.iter().map(|sheet| SheetInfo {
            name: Some(sheet.name.clone()),
            hidden: sheet.hidden,
            rows: Some(sheet.rows()),
        });
        self.sheets = about.collect();
        self.inner = Inner::Xls(Arc::new(book));
        self.tell_hidden();
        Ok(())
    }

    fn tell_hidden(&mut self) {
        let hidden = self.sheets.iter().filter(|sheet| sheet.hidden);
        let names: Vec<String> = hidden.filter_map(|sheet| sheet.name.clone()).collect();
        if !names.is_empty() {
            self.notes.push(TableNote::HiddenSheets { names });
        }
    }

    /// Its name without the folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The SHA-256 of its bytes: 64 hexadecimal digits in lower case.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// What it is.
    pub fn format(&self) -> Format {
        match &self.inner {
            Inner::Delimited(_) => Format::Delimited,
            Inner::Xlsx(_) => Format::Xlsx,
            Inner::Ods(_) => Format::Ods,
            Inner::Xls(_) => Format::Xls,
            Inner::Json(_) => Format::Json,
            Inner::Package(..) => Format::Package,
            Inner::Other(format) => *format,
        }
    }

    /// Its sheets, in their order; none in a format that has no rows.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// What a person should know of the file as a whole. What concerns the rows of a sheet,
    /// [`Rows::notes`] tells.
    pub fn notes(&self) -> &[TableNote] {
        &self.notes
    }

    /// The bytes of the file, for those who read them in their own way.
    pub fn path_or_bytes(&self) -> &Raw {
        &self.raw
    }

    /// The parts of a data package, by their names as `datapackage.json` calls them; none in other
    /// files.
    pub fn parts(&self) -> Vec<&str> {
        let Inner::Package(archive, folder) = &self.inner else {
            return Vec::new();
        };
        let all = archive.parts().iter();
        let inside = all.filter_map(|part| part.name.strip_prefix(folder.as_str()));
        inside
            .filter(|name| !name.is_empty() && !name.ends_with('/'))
            .collect()
    }

    /// The bytes of a part of a data package.
    ///
    /// # Errors
    /// Where there is no such part, it is broken, or it unpacks to more than
    /// [`MOST_PART`](super::MOST_PART).
    pub fn part_bytes(&self, name: &str, line: &TaskLine) -> Result<Vec<u8>, TableError> {
        match &self.inner {
            Inner::Package(archive, folder) => {
                archive.whole(&format!("{folder}{name}"), super::MOST_PART, line)
            }
            _ => Err(TableError::NoPart {
                part: name.to_owned(),
            }),
        }
    }

    /// A part of a data package, opened as a file of its own.
    ///
    /// # Errors
    /// As [`Self::part_bytes`], and where it is no table.
    pub fn part(&self, name: &str, line: &TaskLine) -> Result<Self, TableError> {
        open_bytes(name, self.part_bytes(name, line)?, line)
    }

    /// How the text is taken apart; none in a file that is no such text.
    pub fn delimited(&self) -> Option<Delimited> {
        match &self.inner {
            Inner::Delimited(how) => Some(*how),
            _ => None,
        }
    }

    /// The same file, its text taken apart in another way. Other files are left as they are.
    #[must_use]
    pub fn with_delimited(mut self, how: Delimited) -> Self {
        if let Inner::Delimited(before) = &mut self.inner {
            self.notes
                .retain(|note| !matches!(note, TableNote::Decoded { .. }));
            if how.encoding != TextEncoding::UTF_8 {
                let encoding = how.encoding.name();
                self.notes.push(TableNote::Decoded { encoding });
            }
            *before = how;
        }
        self
    }

    /// The rows of a sheet, by its index.
    ///
    /// # Errors
    /// Where there is no such sheet, the format has no rows, or the file cannot be read any more.
    pub fn rows(&self, sheet: usize, line: &TaskLine) -> Result<Rows<'_>, TableError> {
        if sheet >= self.sheets.len() {
            return Err(if self.sheets.is_empty() {
                TableError::NoRows
            } else {
                TableError::NoSuchSheet { number: sheet }
            });
        }
        Ok(match &self.inner {
            Inner::Delimited(how) => Rows::new(DelimitedRows::new(&self.raw, *how, line)?),
            Inner::Xlsx(book) => Rows::new(SheetRows::new(book, sheet, line)?),
            Inner::Ods(book) => Rows::new(ods::OdsRows::new(book, sheet, line)?),
            Inner::Xls(book) => Rows::new(book.rows(sheet)?),
            Inner::Json(tables) => Rows::new(tables.rows(sheet, line)?),
            Inner::Package(..) | Inner::Other(_) => return Err(TableError::NoRows),
        })
    }

    /// How much stands in a sheet, roughly; to be compared with other sheets of the same file only.
    pub(super) fn weight(&self, sheet: usize) -> u64 {
        match &self.inner {
            Inner::Xlsx(book) => book.bytes(sheet),
            _ => self
                .sheets
                .get(sheet)
                .and_then(|sheet| sheet.rows)
                .unwrap_or(0),
        }
    }
}
