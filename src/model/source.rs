//! Sources: where a statement was read.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cite::Notes;
use super::date::PartialDate;
use super::id::SourceId;

/// What kind of source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// The agreement's own text.
    AgreementText,
    /// A government or an institution.
    Government,
    /// The press.
    Press,
    /// A think tank.
    ThinkTank,
    /// A statistical series.
    Statistics,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::AgreementText,
        Self::Government,
        Self::Press,
        Self::ThinkTank,
        Self::Statistics,
    ];

    /// Its name in the file, in links and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::AgreementText => "agreement_text",
            Self::Government => "government",
            Self::Press => "press",
            Self::ThinkTank => "think_tank",
            Self::Statistics => "statistics",
        }
    }
}

/// A copy kept of a source.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Archived {
    /// Where the copy lies.
    pub path: String,
    /// Its SHA-256, in hex.
    pub sha256: String,
}

/// Where a statement was read.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// `lt-s01`.
    pub id: SourceId,
    /// Title.
    pub title: String,
    /// Publisher.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// Address; empty where there is none to open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// When it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Date>,
    /// Language (BCP 47).
    pub language: String,
    /// What kind of source.
    pub kind: SourceKind,
    /// Where the copy that was read is another place than the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_from: Option<String>,
    /// A second, official address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<String>,
    /// Under which licence it may be used, where that is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// A copy kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Archived>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    pub notes: Notes,
}

impl Source {
    /// The address that opens the source at a passage, by a URL text fragment (`#:~:text=`).
    /// None where the source has no address.
    #[must_use]
    pub fn link_to(&self, phrase: Option<&str>) -> Option<String> {
        if self.url.is_empty() {
            return None;
        }
        let Some(phrase) = phrase else {
            return Some(self.url.clone());
        };
        let mut link = self.url.clone();
        link.push_str(if link.contains('#') {
            ":~:text="
        } else {
            "#:~:text="
        });
        for byte in phrase.bytes() {
            // “-” and “,” separate the parts of a text fragment, so they are escaped as well.
            if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
                link.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(link, "%{byte:02X}");
            }
        }
        Some(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_the_source_at_the_phrase() {
        let source = Source {
            id: SourceId::new("lt-s01").unwrap(),
            title: String::new(),
            publisher: String::new(),
            url: "https://example.org/a".to_owned(),
            published: None,
            read_on: None,
            language: "en".to_owned(),
            kind: SourceKind::Press,
            read_from: None,
            official: None,
            licence: None,
            archived: None,
            notes: Notes::new(),
        };
        let link = source
            .link_to(Some("nearly €80 million, so-called"))
            .unwrap();
        assert_eq!(
            link,
            "https://example.org/a#:~:text=nearly%20%E2%82%AC80%20million%2C%20so%2Dcalled"
        );
        assert_eq!(source.link_to(None).unwrap(), "https://example.org/a");
    }
}
