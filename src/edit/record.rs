//! Any record of a dataset, by kind and id.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{
    Agreement, AidEntry, Commitment, Dataset, EuShares, FxSeries, GdpSeries, Header, Party,
    PopulationSeries, Source,
};

/// Where a record is: its kind and its id. The header is a record without an id.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Its kind.
    pub kind: Kind,
    /// Its id as written; empty for the header.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}

impl Key {
    /// The record of this kind and id.
    pub fn new(kind: Kind, id: impl fmt::Display) -> Self {
        Self {
            kind,
            id: id.to_string(),
        }
    }

    /// What the file says of itself.
    pub fn header() -> Self {
        Self::new(Kind::Header, "")
    }

    /// The record with this id, whatever its kind. Commitments and aid entries share one name
    /// space; between the others the first in the order of [`Kind::ALL`] is meant.
    pub fn find(dataset: &Dataset, id: &str) -> Option<Self> {
        let found = Kind::ALL.iter().find(|kind| {
            **kind != Kind::Header && AnyRecord::is_in(dataset, &Self::new(**kind, id))
        });
        found.map(|kind| Self::new(*kind, id))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind == Kind::Header {
            f.write_str(Kind::Header.key())
        } else {
            f.write_str(&self.id)
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($record:ty): $key:literal, $($map:ident).+;)*) => {
        /// The kinds of records.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
            /// What the file says of itself.
            Header,
        }

        impl Kind {
            /// Every kind, in the order of the file; the header last.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)* Self::Header];

            /// Its name in scripts.
            pub fn key(self) -> &'static str {
                match self { $(Self::$kind => $key,)* Self::Header => "header" }
            }
        }

        /// A record of any kind.
        #[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum AnyRecord {
            $($(#[$doc])* $kind($record),)*
            /// What the file says of itself.
            Header(Header),
        }

        $(impl From<$record> for AnyRecord {
            fn from(record: $record) -> Self {
                Self::$kind(record)
            }
        })*

        impl AnyRecord {
            /// Where it is.
            pub fn key(&self) -> Key {
                match self {
                    $(Self::$kind(record) => Key::new(Kind::$kind, &record.id),)*
                    Self::Header(_) => Key::header(),
                }
            }

            /// Whether the dataset has a record of this kind and id.
            pub fn is_in(dataset: &Dataset, key: &Key) -> bool {
                match key.kind {
                    $(Kind::$kind => dataset.$($map).+.contains_key(key.id.as_str()),)*
                    Kind::Header => true,
                }
            }

            /// The record of this kind and id, if the dataset has it.
            pub fn of(dataset: &Dataset, key: &Key) -> Option<Self> {
                match key.kind {
                    $(Kind::$kind => dataset.$($map).+.get(key.id.as_str()).cloned().map(Self::$kind),)*
                    Kind::Header => Some(Self::Header(dataset.header.clone())),
                }
            }

            /// Puts it into the dataset; what stood there before.
            pub(super) fn put(self, dataset: &mut Dataset) -> Option<Self> {
                match self {
                    $(Self::$kind(record) => {
                        dataset.$($map).+.insert(record.id.clone(), record).map(Self::$kind)
                    })*
                    Self::Header(header) => {
                        Some(Self::Header(std::mem::replace(&mut dataset.header, header)))
                    }
                }
            }

            /// Takes it out of the dataset. The header stays.
            pub(super) fn take(dataset: &mut Dataset, key: &Key) -> Option<Self> {
                match key.kind {
                    $(Kind::$kind => dataset.$($map).+.remove(key.id.as_str()).map(Self::$kind),)*
                    Kind::Header => None,
                }
            }

            /// The record as a tree of values, by the names of the file.
            pub fn to_tree(&self) -> serde_json::Value {
                let tree = match self {
                    $(Self::$kind(record) => serde_json::to_value(record),)*
                    Self::Header(header) => serde_json::to_value(header),
                };
                // Keys are words and values are text, numbers and truths: nothing JSON cannot hold.
                tree.unwrap_or_default()
            }

            /// A record out of a tree of values.
            ///
            /// # Errors
            /// What the model refuses, in its words.
            pub fn from_tree(kind: Kind, tree: serde_json::Value) -> Result<Self, String> {
                let refused = |error: serde_json::Error| error.to_string();
                match kind {
                    $(Kind::$kind => serde_json::from_value(tree).map(Self::$kind).map_err(refused),)*
                    Kind::Header => serde_json::from_value(tree).map(Self::Header).map_err(refused),
                }
            }

            /// The keys of all records of a kind, in the order of ids.
            pub fn keys(dataset: &Dataset, kind: Kind) -> Vec<Key> {
                match kind {
                    $(Kind::$kind => dataset.$($map).+.keys().map(|id| Key::new(kind, id)).collect(),)*
                    Kind::Header => vec![Key::header()],
                }
            }
        }
    };
}

kinds! {
    /// A party.
    Party(Party): "party", parties;
    /// An agreement.
    Agreement(Agreement): "agreement", agreements;
    /// A commitment.
    Commitment(Commitment): "commitment", commitments;
    /// An aid entry.
    Aid(AidEntry): "aid", aid;
    /// A source.
    Source(Source): "source", sources;
    /// A series of GDP.
    Gdp(GdpSeries): "gdp", reference.gdp;
    /// A series of exchange rates.
    Fx(FxSeries): "fx", reference.fx;
    /// A series of population.
    Population(PopulationSeries): "population", reference.population;
    /// A key for the EU's money.
    EuShares(EuShares): "eu_shares", reference.eu_shares;
}

impl Kind {
    /// The kind of that name.
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}
