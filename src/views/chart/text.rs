//! What a chart is asked for as a short text: in links to places, on the command line.

use std::str::FromStr;

use crate::model::{AidType, PartyId, Stage, Year};

use super::request::{ChartKind, ChartOrder, ChartRequest};

/// Why a text asks for no chart.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChartTextError {
    /// Each part is a key and a value.
    #[error("{0:?} is no key with a value, as in kind=ranked")]
    NoPair(String),
    /// A key that charts do not have.
    #[error("a chart is not asked for by {0:?}")]
    Key(String),
    /// A key that stands twice.
    #[error("{0:?} stands twice")]
    Twice(String),
    /// Every text says of which kind the chart is.
    #[error("the kind of the chart is missing")]
    NoKind,
    /// A value that the key does not have.
    #[error("{key} cannot be {value:?}")]
    Value {
        /// The key.
        key: &'static str,
        /// What stands for its value.
        value: String,
    },
}

impl ChartRequest {
    /// As a short text: `kind=ranked&stage=allocated&type=military&year=2024&parties=LT,LV&order=gap`.
    /// What is as usual is left out; the kind always stands first.
    pub fn to_text(&self) -> String {
        let usual = Self::default();
        let Self {
            kind,
            stage,
            aid_type,
            year,
            parties,
            order,
        } = self;
        let mut text = format!("kind={}", kind.key());
        let mut put = |key: &str, value: &str| text += &["&", key, "=", value].concat();
        if *stage != usual.stage {
            put("stage", stage.key());
        }
        if let Some(aid_type) = aid_type {
            put("type", aid_type.key());
        }
        if let Some(year) = year {
            put("year", &year.to_string());
        }
        if let Some(parties) = parties {
            let ids: Vec<&str> = parties.iter().map(PartyId::as_str).collect();
            put("parties", &ids.join(","));
        }
        if *order != usual.order {
            put("order", order.key());
        }
        text
    }

    /// The chart that a text asks for, whatever the order of its parts.
    ///
    /// # Errors
    /// When a part is no pair, a key is unknown or stands twice, a value is none of its key's, or the
    /// kind is missing.
    pub fn from_text(text: &str) -> Result<Self, ChartTextError> {
        let mut request = Self::default();
        let mut seen: Vec<&str> = Vec::new();
        for pair in text.split('&') {
            let no_pair = || ChartTextError::NoPair(pair.to_owned());
            let (key, value) = pair.split_once('=').ok_or_else(no_pair)?;
            if seen.contains(&key) {
                return Err(ChartTextError::Twice(key.to_owned()));
            }
            seen.push(key);
            request.take(key, value)?;
        }
        if seen.contains(&"kind") {
            Ok(request)
        } else {
            Err(ChartTextError::NoKind)
        }
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), ChartTextError> {
        let no = |key| ChartTextError::Value {
            key,
            value: value.to_owned(),
        };
        match key {
            "kind" => self.kind = ChartKind::of_key(value).ok_or_else(|| no("kind"))?,
            "stage" => {
                let mut all = Stage::ALL.iter().copied();
                let stage = all.find(|stage| stage.key() == value);
                self.stage = stage.ok_or_else(|| no("stage"))?;
            }
            "type" => {
                let mut all = AidType::ALL.iter().copied();
                let of = all.find(|of| of.key() == value);
                self.aid_type = Some(of.ok_or_else(|| no("type"))?);
            }
            "year" => {
                let number = i64::from_str(value).map_err(|_| no("year"))?;
                self.year = Some(Year::new(number).map_err(|_| no("year"))?);
            }
            "parties" => {
                let ids = value.split(',').filter(|_| !value.is_empty());
                let ids = ids.map(|id| PartyId::new(id).map_err(|_| no("parties")));
                self.parties = Some(ids.collect::<Result<_, _>>()?);
            }
            "order" => self.order = ChartOrder::of_key(value).ok_or_else(|| no("order"))?,
            _ => return Err(ChartTextError::Key(key.to_owned())),
        }
        Ok(())
    }
}
