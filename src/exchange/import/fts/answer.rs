//! Flows as the interface of FTS answers: JSON, `data.flows[]`. Flows are taken in one by one, so an
//! answer of any length needs no more memory than its drafts.

use std::fmt;
use std::io::{BufReader, Read};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::FtsError;
use super::flow::{Flow, Intake};
use crate::exchange::import::Told;
use crate::exchange::import::recipient::Recipient;
use crate::exchange::import::watched::Watched;
use crate::task::TaskLine;

/// An answer is a page of some 200 flows and 400 KB; nothing beyond this many bytes is one.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// Reads an answer. `size` is how many bytes it has, for the progress; zero where it is not known.
///
/// # Errors
/// When it is no JSON, no answer of FTS, an answer that sums flows up, or an error of the service;
/// when it is cancelled or cannot be read.
pub fn read_answer(
    bytes: impl Read,
    size: u64,
    recipient: Recipient,
    line: &TaskLine,
) -> Result<Told, FtsError> {
    let mut seen = Seen {
        intake: Intake::new(recipient),
        flows: false,
        data: None,
        status: None,
        count: 0,
    };
    let reader = BufReader::new(Watched::new(bytes, size, LIMIT, line));
    let mut json = serde_json::Deserializer::from_reader(reader);
    let read = TopSeed(&mut seen).deserialize(&mut json);
    match read.and_then(|()| json.end()) {
        Err(_) if line.is_cancelled() => return Err(FtsError::Cancelled),
        Err(error) if error.is_io() => {
            let error = std::io::Error::from(error);
            if error.kind() == std::io::ErrorKind::FileTooLarge {
                return Err(FtsError::TooLarge);
            }
            return Err(FtsError::Io(error));
        }
        Err(error) if error.is_data() && !seen.flows && seen.data.is_none() => {
            return Err(FtsError::NotAnAnswer);
        }
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let why = error.to_string();
            return Err(FtsError::Json { line, column, why });
        }
        Ok(()) => {}
    }
    let Seen {
        mut intake,
        flows,
        data,
        status,
        count,
    } = seen;
    if flows {
        intake.page(count);
        return Ok(intake.finish());
    }
    match (data, status) {
        (_, Some(status)) if status != "ok" => Err(FtsError::Refused { status }),
        (Some(found), _) => Err(FtsError::Summary { found }),
        (None, _) => Err(FtsError::NotAnAnswer),
    }
}

/// What was seen on the way.
struct Seen {
    intake: Intake,
    /// Whether there is a list of flows.
    flows: bool,
    /// What else stands in `data`.
    data: Option<Vec<String>>,
    status: Option<String>,
    /// How many flows there are on all pages.
    count: u64,
}

struct TopSeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for TopSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Meta {
    count: Loose,
}

impl<'de> Visitor<'de> for TopSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer of FTS")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "data" => map.next_value_seed(DataSeed(self.0))?,
                "status" => self.0.status = Some(map.next_value::<Loose>()?.0),
                "meta" => {
                    let count = map.next_value::<Meta>()?.count.0;
                    self.0.count = count.parse().unwrap_or(0);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

struct DataSeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for DataSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DataSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the data of an answer of FTS")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut others = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == "flows" {
                self.0.flows = true;
                map.next_value_seed(FlowsSeed(&mut self.0.intake))?;
            } else {
                map.next_value::<IgnoredAny>()?;
                others.push(key);
            }
        }
        self.0.data = Some(others);
        Ok(())
    }
}

struct FlowsSeed<'a>(&'a mut Intake);

impl<'de> DeserializeSeed<'de> for FlowsSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for FlowsSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of flows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut row = 0;
        while let Some(answered) = seq.next_element::<Answered>()? {
            row += 1;
            self.0.flow(&answered.into_flow(row));
        }
        Ok(())
    }
}

/// A value that is a text here, a number there, and null elsewhere; lists are joined by commas.
#[derive(Default, Debug)]
struct Loose(String);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Ok(Self(plain(&value)))
    }
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.trim().to_owned(),
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::Bool(flag) => flag.to_string(),
        serde_json::Value::Array(items) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            items.join(", ")
        }
        serde_json::Value::Null | serde_json::Value::Object(_) => String::new(),
    }
}

/// Who or what stands at an end of a flow.
#[derive(Deserialize, Default, Debug)]
#[serde(default)]
struct End {
    #[serde(rename = "type")]
    kind: Loose,
    name: Loose,
}

#[derive(Deserialize, Default, Debug)]
#[serde(default, rename_all = "camelCase")]
struct Answered {
    id: Loose,
    #[serde(rename = "amountUSD")]
    amount_usd: Loose,
    original_amount: Loose,
    original_currency: Loose,
    exchange_rate: Loose,
    status: Loose,
    boundary: Loose,
    on_boundary: Loose,
    flow_type: Loose,
    contribution_type: Loose,
    method: Loose,
    date: Loose,
    decision_date: Loose,
    first_reported_date: Loose,
    description: Loose,
    keywords: Loose,
    new_money: Loose,
    ref_code: Loose,
    source_objects: Vec<End>,
    destination_objects: Vec<End>,
}

impl Answered {
    fn into_flow(self, row: u64) -> Flow {
        let names = |ends: &[End], kind: &str| -> Vec<String> {
            let ends = ends.iter().filter(|end| end.kind.0 == kind);
            ends.map(|end| end.name.0.clone()).collect()
        };
        let at_source = |kind: &str| names(&self.source_objects, kind);
        let there = |kind: &str| names(&self.destination_objects, kind);
        Flow {
            row,
            donors: at_source("Organization"),
            recipients: there("Location"),
            receivers: there("Organization"),
            plan: there("Plan").join("; "),
            clusters: there("GlobalCluster").join("; "),
            usage_years: there("UsageYear"),
            id: self.id.0,
            ref_code: self.ref_code.0,
            status: self.status.0,
            boundary: self.boundary.0,
            on_boundary: self.on_boundary.0,
            kind: self.flow_type.0,
            contribution: self.contribution_type.0,
            method: self.method.0,
            amount_usd: self.amount_usd.0,
            original_amount: self.original_amount.0,
            original_currency: self.original_currency.0,
            exchange_rate: self.exchange_rate.0,
            date: self.date.0,
            decision_date: self.decision_date.0,
            first_reported: self.first_reported_date.0,
            description: self.description.0,
            keywords: self.keywords.0,
            carried_over: self.new_money.0 == "false",
        }
    }
}
