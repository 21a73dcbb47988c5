//! Where a value stands in a record: `summary`, `figure.amount`, `fulfils[0].share`,
//! `years[2024].value`, `notes[general]`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A step into a record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// A field, by its name in the file.
    Field(String),
    /// An item of a list by its place from zero, or an entry of a table by its key.
    At(String),
}

/// Where a value stands in a record; empty: the record itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Path(Vec<Part>);

/// Why a text is no path.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0:?} is no field: write it like summary, figure.amount or fulfils[0].share")]
pub struct PathError(pub String);

impl Path {
    /// The parts, from the record inward.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Whether it is the record itself.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A field of what stands here.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.then(Part::Field(name.to_owned()))
    }

    /// An item or entry of what stands here.
    #[must_use]
    pub fn at(&self, place: impl fmt::Display) -> Self {
        self.then(Part::At(place.to_string()))
    }

    fn then(&self, part: Part) -> Self {
        let mut parts = self.0.clone();
        parts.push(part);
        Self(parts)
    }

    /// What holds it, and its last step; none for the record itself.
    pub fn split_last(&self) -> Option<(Self, &Part)> {
        let (last, rest) = self.0.split_last()?;
        Some((Self(rest.to_vec()), last))
    }

    /// The name of the innermost field on the way.
    pub fn last_field(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|part| match part {
            Part::Field(name) => Some(name.as_str()),
            Part::At(_) => None,
        })
    }

    /// Whether it stands in what `whole` holds, or is it.
    pub fn is_within(&self, whole: &Self) -> bool {
        self.0.starts_with(&whole.0)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            match part {
                Part::Field(name) if index == 0 => f.write_str(name)?,
                Part::Field(name) => write!(f, ".{name}")?,
                Part::At(place) => write!(f, "[{place}]")?,
            }
        }
        Ok(())
    }
}

impl FromStr for Path {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let bad = || PathError(text.to_owned());
        let mut parts = Vec::new();
        for word in text.split('.') {
            let (name, mut rest) = match word.find('[') {
                Some(at) => word.split_at(at),
                None => (word, ""),
            };
            let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if name.is_empty() || !name.chars().all(is_name) {
                return Err(bad());
            }
            parts.push(Part::Field(name.to_owned()));
            while !rest.is_empty() {
                let inner = rest.strip_prefix('[').ok_or_else(bad)?;
                let (place, after) = inner.split_once(']').ok_or_else(bad)?;
                if place.is_empty() || place.contains('[') {
                    return Err(bad());
                }
                parts.push(Part::At(place.to_owned()));
                rest = after;
            }
        }
        Ok(Self(parts))
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back_as_it_was_written() {
        for text in [
            "summary",
            "figure.amount",
            "fulfils[0].share",
            "years[2024].value",
            "figure.cite.also_in[2].phrase",
            "months[2024-06]",
        ] {
            assert_eq!(text.parse::<Path>().unwrap().to_string(), text);
        }
        for text in [
            "", ".", "a..b", "[0]", "a[", "a[]", "a[0", "A", "a b", "a[0]b",
        ] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }
}
