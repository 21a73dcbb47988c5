//! What time a sum is for.

use serde::{Deserialize, Serialize};

use super::date::{PartialDate, Year};

/// What time a sum is for. In the file: `year(2024)`, `yearly(from: 2024, to: 2028)`,
/// `lump(from: "2024", to: "2026")`; left out where the source names none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Period {
    /// The source names no time.
    #[default]
    Unstated,
    /// One year.
    Year(Year),
    /// The sum again in each year. An end that is left out is open; a promise that names no years
    /// at all (`yearly()`) runs by R6 from the signing to the end of the agreement's term.
    Yearly {
        /// First year.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Year>,
        /// Last year.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Year>,
    },
    /// One sum over the whole span (a *lump*, R5), or over a part of a year.
    Lump {
        /// First day, to the precision known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<PartialDate>,
        /// Last day, to the precision known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<PartialDate>,
    },
}

impl Period {
    /// Whether the source names no time.
    #[must_use]
    pub fn is_unstated(&self) -> bool {
        *self == Self::Unstated
    }
}
