//! XML of a part, event by event: without document types, of bounded depth, and never more of it in
//! memory than one cell may hold.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::MOST_CELL;
use super::error::TableError;
use super::raw::PIECE;
use super::zipped::{Archive, Part};
use crate::task::TaskLine;

/// Deeper than any workbook nests its elements.
const DEEPEST: usize = 256;

/// A part that is read.
pub(super) struct Xml {
    reader: Reader<Guard>,
    buffer: Vec<u8>,
    part: Arc<str>,
    depth: usize,
}

impl std::fmt::Debug for Xml {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { part, depth, .. } = self;
        write!(f, "Xml({part} at depth {depth})")
    }
}

impl Xml {
    /// Reads a part of an archive.
    pub(super) fn of_part(
        archive: &Archive,
        name: &str,
        line: &TaskLine,
    ) -> Result<Self, TableError> {
        let part = archive.read(name, line)?;
        let mut reader = Reader::from_reader(Guard {
            inner: BufReader::with_capacity(PIECE, part),
            since: 0,
        });
        // `<c/>` comes as a beginning and an end, as `<c></c>` does.
        reader.config_mut().expand_empty_elements = true;
        Ok(Self {
            reader,
            buffer: Vec::new(),
            part: name.into(),
            depth: 0,
        })
    }

    /// The next event. [`Event::Eof`] comes only where all elements are closed.
    pub(super) fn next(&mut self) -> Result<Event<'_>, TableError> {
        self.buffer.clear();
        // A buffer that one long text blew up is not kept.
        self.buffer.shrink_to(PIECE);
        self.reader.get_mut().since = 0;
        let byte = self.reader.buffer_position();
        let ill = |byte: u64, cause: String| TableError::Xml {
            part: self.part.to_string(),
            byte,
            cause,
        };
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => {
                match event {
                    Event::DocType(_) => {
                        return Err(TableError::Doctype {
                            part: Some(self.part.to_string()),
                            byte,
                        });
                    }
                    Event::Start(_) => self.depth += 1,
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    Event::Eof if self.depth > 0 => {
                        return Err(ill(byte, "it ends too early".to_owned()));
                    }
                    _ => {}
                }
                if self.depth > DEEPEST {
                    return Err(ill(byte, "elements nest too deep".to_owned()));
                }
                Ok(event)
            }
            Err(quick_xml::Error::Io(error)) => Err(match TableError::of_io(&error) {
                TableError::HugePart { limit, .. } => TableError::HugePart {
                    part: self.part.to_string(),
                    byte,
                    limit,
                },
                other => other,
            }),
            Err(error) => Err(ill(byte, error.to_string())),
        }
    }

    /// Passes over the rest of the element that began last.
    pub(super) fn skip(&mut self) -> Result<(), TableError> {
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// An error at the place that is read.
    pub(super) fn ill(&self, cause: &str) -> TableError {
        TableError::Xml {
            part: self.part.to_string(),
            byte: self.reader.buffer_position(),
            cause: cause.to_owned(),
        }
    }

    /// The text of the element that began last, other elements in it left out, up to its end.
    pub(super) fn text(&mut self) -> Result<String, TableError> {
        let inside = self.depth;
        let mut text = String::new();
        while self.depth >= inside {
            let at = self.depth;
            let part = Arc::clone(&self.part);
            let event = self.next()?;
            if at == inside {
                push_text(&mut text, &event, &part)?;
            }
        }
        Ok(text)
    }
}

/// Puts what an event says behind a text, where it is text.
pub(super) fn push_text(
    text: &mut String,
    event: &Event<'_>,
    part: &str,
) -> Result<(), TableError> {
    match event {
        Event::Text(more) => text.push_str(&more.xml10_content()),
        Event::CData(more) => text.push_str(&more.xml10_content()),
        Event::GeneralRef(entity) => {
            let sign = resolved(entity).ok_or_else(|| TableError::Xml {
                part: part.to_owned(),
                byte: 0,
                cause: format!("nothing is known of &{};", &**entity),
            })?;
            text.push_str(&sign);
        }
        _ => {}
    }
    bounded(text, part)
}

/// Refuses a text that is longer than a cell can be.
pub(super) fn bounded(text: &str, part: &str) -> Result<(), TableError> {
    if text.len() > MOST_CELL {
        return Err(TableError::HugePart {
            part: part.to_owned(),
            byte: 0,
            limit: MOST_CELL,
        });
    }
    Ok(())
}

fn resolved(entity: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(sign)) = entity.resolve_char_ref() {
        return Some(sign.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(entity).map(str::to_owned)
}

/// The value of an attribute, whatever stands before its colon.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    all.with_checks(false);
    let found = all
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0);
    Some(value.map_or_else(|_| found.value.into_owned(), std::borrow::Cow::into_owned))
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(
        attribute(element, name).as_deref(),
        Some("1" | "true" | "on")
    )
}

/// Lets no single event be larger than a cell may be.
struct Guard {
    inner: BufReader<Part>,
    since: usize,
}

impl Read for Guard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl BufRead for Guard {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > MOST_CELL {
            let part = String::new();
            let (byte, limit) = (0, MOST_CELL);
            return Err(TableError::HugePart { part, byte, limit }.into_io());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.since += amount;
        self.inner.consume(amount);
    }
}
