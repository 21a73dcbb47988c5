//! The texts that a workbook keeps aside, so that each is written once.

use quick_xml::events::Event;

use crate::exchange::table::MOST_SHARED;
use crate::exchange::table::error::TableError;
use crate::exchange::table::xml::Xml;

/// The texts, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Strings {
    all: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(mut xml: Xml) -> Result<Self, TableError> {
        let mut read = Self::default();
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "si" => {
                    let text = rich_text(&mut xml)?;
                    read.all.push_str(&text);
                    read.ends.push(read.all.len());
                    let held = read.all.len() + read.ends.len() * size_of::<usize>();
                    if held > MOST_SHARED {
                        return Err(TableError::TooLarge {
                            bytes: held as u64,
                            limit: MOST_SHARED as u64,
                        });
                    }
                }
                Event::Eof => return Ok(read),
                _ => {}
            }
        }
    }

    /// The text of that number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.all.get(start..end)
    }
}

/// The text of the element that began last, in one piece or in several of different looks; how to
/// pronounce it is left out.
pub(super) fn rich_text(xml: &mut Xml) -> Result<String, TableError> {
    let mut text = String::new();
    let mut inside = 1;
    while inside > 0 {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => text.push_str(&xml.text()?),
                "rPh" => xml.skip()?,
                _ => inside += 1,
            },
            Event::End(_) => inside -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(unescaped(text))
}

/// Signs that XML cannot write stand as `_x000D_`.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let digits = rest.get(at + 2..at + 6);
        let ends = rest.get(at + 6..at + 7) == Some("_");
        let sign = digits
            .filter(|digits| ends && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        let taken = if let Some(sign) = sign {
            out.push(sign);
            7
        } else {
            out.push_str("_x");
            2
        };
        rest = &rest[at + taken..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_xml_cannot_write_are_read() {
        for (text, expected) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00", "_x00"),
            ("_xlfn.X", "_xlfn.X"),
            ("є_x", "є_x"),
            ("_xD800_", "_xD800_"),
        ] {
            assert_eq!(unescaped(text.to_owned()), expected);
        }
    }
}
