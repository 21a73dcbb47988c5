//! Typed ids. Stable, readable, made for people: `LT`, `lt-2024`, `lt-2024-c01`, `lt-a03`, `lt-s01`.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// An id has at least one character.
    #[error("an id must not be empty")]
    Empty,
    /// Ids are made of letters, digits, `-`, `_` and `.`.
    #[error("the id {0:?} holds a character other than letters, digits, “-”, “_” and “.”")]
    Character(String),
}

fn checked(text: &str) -> Result<Arc<str>, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if text.chars().all(fits) {
        Ok(Arc::from(text))
    } else {
        Err(IdError::Character(text.to_owned()))
    }
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads an id.
            ///
            /// # Errors
            /// When the text is empty or holds a character that ids do not have.
            pub fn new(text: &str) -> Result<Self, IdError> {
                checked(text).map(Self)
            }

            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::new(&text).map_err(serde::de::Error::custom)
            }
        }
    };
}

id_type! {
    /// A party, or a country that a reference series is about: ISO 3166 alpha-2, or `EU`.
    PartyId
}
id_type! {
    /// An agreement: `lt-2024`.
    AgreementId
}
id_type! {
    /// A commitment: `lt-2024-c01`.
    CommitmentId
}
id_type! {
    /// An aid entry: `lt-a03`.
    AidId
}
id_type! {
    /// A source: `lt-s01`; of a reference series: `ref-imf-weo`.
    SourceId
}
id_type! {
    /// A reference series: `gdp-lt-weo-2025-10`.
    SeriesId
}
id_type! {
    /// A record that may carry money: a commitment or an aid entry. The two share one name space,
    /// so links such as `part_of`, `same_as` and `counted_in` can point at either.
    MoneyId
}

impl From<&CommitmentId> for MoneyId {
    fn from(id: &CommitmentId) -> Self {
        Self(Arc::clone(&id.0))
    }
}

impl From<&AidId> for MoneyId {
    fn from(id: &AidId) -> Self {
        Self(Arc::clone(&id.0))
    }
}
