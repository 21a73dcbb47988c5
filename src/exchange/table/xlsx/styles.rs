//! Which of the forms of a workbook show days.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::exchange::table::error::TableError;
use crate::exchange::table::number::{numbered_form_shows_days, shows_days};
use crate::exchange::table::xml::{Xml, attribute};

/// By the number of a style: whether it shows days.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<bool>);

impl Styles {
    pub(super) fn read(mut xml: Xml) -> Result<Self, TableError> {
        let mut forms: BTreeMap<u32, bool> = BTreeMap::new();
        let mut styles = Vec::new();
        let mut inside = false;
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "numFmt" => {
                        let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                        let form = attribute(&element, "formatCode").unwrap_or_default();
                        if let Some(id) = id {
                            forms.insert(id, shows_days(&form));
                        }
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside => {
                        let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                        let id = id.unwrap_or(0);
                        let known = || numbered_form_shows_days(id);
                        styles.push(forms.get(&id).copied().unwrap_or_else(known));
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                    inside = false;
                }
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// Whether the style of that number shows days.
    pub(super) fn shows_days(&self, style: usize) -> bool {
        self.0.get(style).copied().unwrap_or(false)
    }
}
