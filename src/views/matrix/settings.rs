//! How the page of commitments is looked at, as a value and as a text for links:
//! `order=similarity&compare=GB,LT`.

use serde::{Deserialize, Serialize};

use crate::model::{Area, PartyId};

/// In which order the parties stand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum MatrixOrder {
    /// By day of signing, first first.
    #[default]
    Signed,
    /// By name, in the language's own order.
    Name,
    /// Those that promise alike beside each other.
    Similarity,
    /// By what they promise in an area, strongest first.
    Area(Area),
}

/// In which order the areas of a group stand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum AreaOrder {
    /// In the order of the list of areas.
    #[default]
    List,
    /// Those that are promised alike beside each other.
    Similarity,
}

/// Which areas are shown side by side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum ReadingRows {
    /// Those in which anyone promised anything.
    #[default]
    Made,
    /// Those in which one promised something, and another nothing.
    Differing,
    /// All.
    All,
}

/// How many can be read beside each other.
pub const COMPARED: std::ops::RangeInclusive<usize> = 2..=4;

/// How the page of commitments is looked at.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MatrixSettings {
    /// The order of the parties.
    pub order: MatrixOrder,
    /// The order of the areas.
    pub areas: AreaOrder,
    /// Who is read side by side: two to four; empty: the matrix is shown.
    pub compare: Vec<PartyId>,
    /// Which areas are shown side by side.
    pub rows: ReadingRows,
    /// The cell whose commitments are shown.
    pub cell: Option<(PartyId, Area)>,
}

/// Why a text tells no settings.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MatrixSettingsError {
    /// A part is not `name=value`, or has a name that is not known.
    #[error("{0:?} is no setting of the matrix")]
    Name(String),
    /// A setting cannot have that value.
    #[error("{name} cannot be {value:?}")]
    Value {
        /// The setting.
        name: String,
        /// What is asked of it.
        value: String,
    },
}

impl MatrixSettings {
    /// The settings as a text; what is as usual is left out.
    pub fn to_text(&self) -> String {
        let Self {
            order,
            areas,
            compare,
            rows,
            cell,
        } = self;
        let mut parts = Vec::new();
        match order {
            MatrixOrder::Signed => {}
            MatrixOrder::Name => parts.push("order=name".to_owned()),
            MatrixOrder::Similarity => parts.push("order=similarity".to_owned()),
            MatrixOrder::Area(area) => parts.push(format!("order=area:{}", area.key())),
        }
        if *areas == AreaOrder::Similarity {
            parts.push("areas=similarity".to_owned());
        }
        if !compare.is_empty() {
            let ids: Vec<&str> = compare.iter().map(PartyId::as_str).collect();
            parts.push(format!("compare={}", ids.join(",")));
        }
        match rows {
            ReadingRows::Made => {}
            ReadingRows::Differing => parts.push("rows=differing".to_owned()),
            ReadingRows::All => parts.push("rows=all".to_owned()),
        }
        if let Some((party, area)) = cell {
            parts.push(format!("cell={party}:{}", area.key()));
        }
        parts.join("&")
    }

    /// Reads such a text. What is not named is as usual.
    ///
    /// # Errors
    /// When a setting is not known, or has a value that it cannot have.
    pub fn from_text(text: &str) -> Result<Self, MatrixSettingsError> {
        let mut settings = Self::default();
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part
                .split_once('=')
                .ok_or_else(|| MatrixSettingsError::Name(part.to_owned()))?;
            let wrong = || MatrixSettingsError::Value {
                name: name.to_owned(),
                value: value.to_owned(),
            };
            match name {
                "order" => settings.order = order(value).ok_or_else(wrong)?,
                "areas" => {
                    settings.areas = match value {
                        "list" => AreaOrder::List,
                        "similarity" => AreaOrder::Similarity,
                        _ => return Err(wrong()),
                    };
                }
                "compare" => settings.compare = compared(value).ok_or_else(wrong)?,
                "rows" => {
                    settings.rows = match value {
                        "made" => ReadingRows::Made,
                        "differing" => ReadingRows::Differing,
                        "all" => ReadingRows::All,
                        _ => return Err(wrong()),
                    };
                }
                "cell" => settings.cell = Some(cell(value).ok_or_else(wrong)?),
                _ => return Err(MatrixSettingsError::Name(part.to_owned())),
            }
        }
        Ok(settings)
    }
}

fn area_of(key: &str) -> Option<Area> {
    Area::ALL.iter().copied().find(|area| area.key() == key)
}

fn order(value: &str) -> Option<MatrixOrder> {
    match value {
        "date" => Some(MatrixOrder::Signed),
        "name" => Some(MatrixOrder::Name),
        "similarity" => Some(MatrixOrder::Similarity),
        _ => area_of(value.strip_prefix("area:")?).map(MatrixOrder::Area),
    }
}

/// Two to four parties, each once.
fn compared(value: &str) -> Option<Vec<PartyId>> {
    let ids = value.split(',').map(|id| PartyId::new(id).ok());
    let ids: Vec<PartyId> = ids.collect::<Option<_>>()?;
    let mut sorted = ids.clone();
    sorted.sort();
    sorted.dedup();
    (COMPARED.contains(&ids.len()) && sorted.len() == ids.len()).then_some(ids)
}

fn cell(value: &str) -> Option<(PartyId, Area)> {
    let (party, area) = value.split_once(':')?;
    Some((PartyId::new(party).ok()?, area_of(area)?))
}
