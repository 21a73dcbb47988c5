//! What goes out of one place: its tables, what they rest on, and the records that they show.

use std::sync::Arc;

use serde_json::json;

use crate::edit::Key;
use crate::exchange::picture::DatasetMark;
use crate::ledger::{Assumptions, Ledger};
use crate::model::{Dataset, PartialDate, Source, SourceId};
use crate::text::{Texts, dates, words};

use super::error::ExportError;
use super::table::Table;

/// A source, with its number in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbered {
    /// From one, in the order in which the rows name them.
    pub number: usize,
    /// The source.
    pub source: Source,
}

/// What stands beside the numbers, whatever the format: they do not go without it.
#[derive(Clone, PartialEq, Debug)]
pub struct About {
    /// What is shown.
    pub title: String,
    /// The place as links name it, with all that it is narrowed to: `ledger?stage=delivered`.
    pub place: String,
    /// Of which dataset.
    pub dataset: DatasetMark,
    /// Under which assumptions.
    pub assumptions: Assumptions,
    /// Facts for people: what, of what.
    pub facts: Vec<(String, String)>,
    /// What the rows do not say.
    pub notes: Vec<String>,
    /// The sources of what is shown, numbered.
    pub sources: Vec<Numbered>,
}

/// What goes out of one place.
#[derive(Debug)]
pub struct Sheets {
    /// The tables, at least one.
    pub tables: Vec<Table>,
    /// What they rest on.
    pub about: About,
    /// The records shown, in order of appearance.
    pub records: Vec<Key>,
}

impl Sheets {
    /// The same with one of its tables only; the first where it has but one and none is named.
    ///
    /// # Errors
    /// When it has no table of that name, or several and none is named.
    pub fn only(mut self, name: Option<&str>) -> Result<Self, ExportError> {
        let known = || -> Vec<String> { self.tables.iter().map(|of| of.name.clone()).collect() };
        let Some(name) = name else {
            if self.tables.len() == 1 {
                return Ok(self);
            }
            return Err(ExportError::WhichTable(known()));
        };
        let Some(at) = self.tables.iter().position(|table| table.name == name) else {
            return Err(ExportError::NoTable {
                name: name.to_owned(),
                known: known(),
            });
        };
        self.tables = vec![self.tables.swap_remove(at)];
        Ok(self)
    }
}

impl About {
    /// What stands beside the numbers of a place. `sources` are those that the rows name; those of the
    /// rates and GDP that sums are worked out with follow them.
    pub fn new(
        (title, place): (String, String),
        mark: &DatasetMark,
        ledger: &Ledger,
        sources: impl IntoIterator<Item = SourceId>,
        texts: Texts,
    ) -> Self {
        let assumptions = ledger.assumptions().clone();
        Self {
            facts: facts(&title, &place, mark, &assumptions, texts),
            title,
            place,
            dataset: mark.clone(),
            notes: Vec::new(),
            sources: numbered(ledger.dataset(), sources),
            assumptions,
        }
    }

    /// The assumptions as the file's own words have them.
    pub fn assumptions_json(&self) -> serde_json::Value {
        json!(self.assumptions)
    }
}

fn facts(
    title: &str,
    place: &str,
    mark: &DatasetMark,
    assumptions: &Assumptions,
    texts: Texts,
) -> Vec<(String, String)> {
    let Assumptions {
        currency,
        gdp_vintage,
        fx_rule,
        lumps,
        future_gdp,
        eu_attribution,
        cutoff,
    } = assumptions;
    let cutoff = cutoff.map_or_else(
        || texts.get("export-no-cutoff"),
        |day| dates::day(day, texts),
    );
    let eu = eu_attribution
        .as_ref()
        .map_or_else(|| texts.get("export-eu-party"), ToString::to_string);
    let mut all = vec![
        (texts.get("export-fact-shown"), title.to_owned()),
        (texts.get("export-fact-place"), format!("#{place}")),
        (texts.get("export-fact-dataset"), mark.title.clone()),
        (texts.get("export-fact-licence"), mark.licence.clone()),
        (
            texts.get("export-fact-file"),
            mark.file.clone().unwrap_or_default(),
        ),
        (texts.get("export-fact-hash"), mark.sha256.clone()),
        (texts.get("export-fact-cutoff"), cutoff),
        (texts.get("export-fact-currency"), currency.to_string()),
        (
            texts.get("export-fact-rates"),
            words::fx_rule(*fx_rule, texts),
        ),
        (texts.get("export-fact-gdp"), gdp_vintage.clone()),
        (
            texts.get("export-fact-future-gdp"),
            words::future_gdp(*future_gdp, texts),
        ),
        (texts.get("export-fact-lumps"), words::lumps(*lumps, texts)),
        (texts.get("export-fact-eu"), eu),
        (
            texts.get("export-fact-program"),
            format!("Pledgebook {}", env!("CARGO_PKG_VERSION")),
        ),
    ];
    all.retain(|(_, value)| !value.is_empty());
    all
}

/// Sources, each once, in the order in which they are named.
pub fn numbered(dataset: &Dataset, sources: impl IntoIterator<Item = SourceId>) -> Vec<Numbered> {
    let mut seen = std::collections::HashSet::new();
    let each = sources.into_iter().filter(|id| seen.insert(id.clone()));
    let known = each.filter_map(|id| dataset.sources.get(&id).cloned());
    let numbered = known.zip(1..);
    numbered
        .map(|(source, number)| Numbered { number, source })
        .collect()
}

/// The sources of the rates, and of the GDP of the edition that is counted with.
pub(super) fn reference_sources(ledger: &Arc<Ledger>) -> Vec<SourceId> {
    let dataset = ledger.dataset();
    let vintage = &ledger.assumptions().gdp_vintage;
    let rates = dataset
        .reference
        .fx
        .values()
        .map(|series| series.source.clone());
    let gdp = dataset.reference.gdp.values();
    let gdp = gdp.filter(|series| series.vintage == *vintage);
    rates
        .chain(gdp.map(|series| series.source.clone()))
        .collect()
}

impl Numbered {
    /// The source in a line: title, publisher, when published.
    pub fn line(&self, texts: Texts) -> String {
        let Source {
            title,
            publisher,
            published,
            url,
            ..
        } = &self.source;
        let published = published.map(|date: PartialDate| dates::date(date, texts));
        let parts = [
            Some(title.clone()),
            Some(publisher.clone()),
            published,
            Some(url.clone()),
        ];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}
