//! What a step of the history is called: values, from which `text` makes words.

use serde::{Deserialize, Serialize};

use crate::model::{Dataset, MoneyRecord, PartyId, Period, Stage, Year};

use super::path::Path;
use super::record::{AnyRecord, Key, Kind};

/// What was done.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A record was made.
    Added,
    /// A record was made after another.
    Duplicated,
    /// A field was changed, or several.
    Changed,
    /// A record was taken out.
    Removed,
    /// Rows were pasted.
    Pasted,
    /// A problem was accepted.
    Accepted,
    /// A problem is no longer accepted.
    Unaccepted,
    /// A problem was fixed.
    Fixed,
    /// What was left from before was applied.
    Recovered,
    /// An older version was brought back.
    Restored,
    /// Rows of a file, or records of another book, were taken in.
    Imported,
}

/// What a step is called. What it needs of the record is kept with it, since the record may be gone.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// What was done.
    pub deed: Deed,
    /// With which record (the first, where there are several).
    pub key: Key,
    /// Which field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Path>,
    /// With how many records, links that were cut or moved not counted.
    #[serde(default = "one")]
    pub count: usize,
    /// Whose record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// At which stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Of which year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// From which file, by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

fn one() -> usize {
    1
}

impl Label {
    /// A label without what the record tells.
    pub fn new(deed: Deed, key: Key) -> Self {
        Self {
            deed,
            key,
            path: None,
            count: 1,
            party: None,
            stage: None,
            year: None,
            file: None,
        }
    }

    /// A label with what the record in the dataset tells.
    pub fn of(deed: Deed, key: &Key, dataset: &Dataset) -> Self {
        let label = Self::new(deed, key.clone());
        match AnyRecord::of(dataset, key) {
            Some(record) => label.telling(&record, dataset),
            None => label,
        }
    }

    /// The label with what a record tells.
    #[must_use]
    pub fn telling(self, record: &AnyRecord, dataset: &Dataset) -> Self {
        let money = match record {
            AnyRecord::Aid(entry) => Some(MoneyRecord::Aid(entry)),
            AnyRecord::Commitment(commitment) => dataset
                .agreements
                .get(&commitment.agreement)
                .map(|agreement| MoneyRecord::Commitment(commitment, agreement)),
            _ => None,
        };
        let party = match record {
            AnyRecord::Party(party) => Some(party.id.clone()),
            AnyRecord::Agreement(agreement) => Some(agreement.party.clone()),
            AnyRecord::Gdp(series) => Some(series.country.clone()),
            AnyRecord::Population(series) => Some(series.country.clone()),
            _ => money.map(|money| money.party().clone()),
        };
        let year = money.and_then(|money| match money.amount().map(|amount| amount.period) {
            Some(Period::Year(year)) => Some(year),
            _ => money.date().map(crate::model::PartialDate::year),
        });
        // A promise without money is not told by its stage.
        let stage = money.filter(|money| money.amount().is_some());
        Self {
            party,
            stage: stage.map(|money| money.stage()),
            year: if self.key.kind == Kind::Aid {
                year
            } else {
                None
            },
            ..self
        }
    }

    /// The label of a change of one field.
    #[must_use]
    pub fn at(self, path: &Path) -> Self {
        Self {
            path: Some(path.clone()),
            ..self
        }
    }

    /// The label of a change of several records.
    #[must_use]
    pub fn counting(self, count: usize) -> Self {
        Self { count, ..self }
    }
}
