//! The words of a chart: what it is, what it finds, in which unit, what it leaves out, whose numbers
//! they are.

mod finding;
mod mark;

pub use mark::when;

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::ledger::{Bounds, Conversion, Derivation, Ledger, Ratio, StagedTotal};
use crate::model::{Instrument, Name, PartialDate, SourceId};
use crate::text::{Arg, Texts, dates, numbers, words};
use crate::views::{Chart, ChartKind, ChartMark, ChartUnit, Part, When};

/// The words of one chart in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The chart.
    pub chart: &'a Chart,
    /// The ledger that it was counted by.
    pub ledger: &'a Ledger,
    /// The language.
    pub texts: Texts,
}

/// The name of a kind of chart, as it stands in a menu.
pub fn kind(kind: ChartKind, texts: Texts) -> String {
    texts.get(match kind {
        ChartKind::Ranked => "chart-kind-ranked",
        ChartKind::ByType => "chart-kind-type",
        ChartKind::ByInstrument => "chart-kind-instrument",
        ChartKind::PercentOfGdp => "chart-kind-gdp",
        ChartKind::PerHead => "chart-kind-head",
        ChartKind::PromisedAgainstArrived => "chart-kind-bullet",
        ChartKind::OverTime => "chart-kind-time",
        ChartKind::ByYear => "chart-kind-year",
        ChartKind::ByMonth => "chart-kind-month",
        ChartKind::Multiples => "chart-kind-multiples",
        ChartKind::Share => "chart-kind-share",
        ChartKind::Spread => "chart-kind-spread",
        ChartKind::Promises => "chart-kind-promises",
    })
}

/// The name of a part of a stacked row.
pub fn part(part: Part, texts: Texts) -> String {
    match part {
        Part::Type(of) => words::aid_type(of, texts),
        Part::Instrument(of) => words::instrument(of, texts),
        Part::NotItemised => texts.get("chart-not-itemised"),
    }
}

/// The instruments in the order of their inks.
pub(super) const INSTRUMENTS: [Instrument; 6] = [
    Instrument::Grant,
    Instrument::Loan,
    Instrument::Guarantee,
    Instrument::InKindStock,
    Instrument::InKindPurchase,
    Instrument::Unknown,
];

/// A count as messages take it: to choose the plural by, and to show.
pub fn counted(count: usize) -> [(&'static str, Arg<'static>); 2] {
    [("count", count.into()), ("shown", count.to_string().into())]
}

impl<'a> Words<'a> {
    /// The words of a chart.
    pub fn new(chart: &'a Chart, ledger: &'a Ledger, texts: Texts) -> Self {
        Self {
            chart,
            ledger,
            texts,
        }
    }

    fn own_name<'n>(&self, name: &'n Name) -> &'n str {
        words::name(name, self.texts)
    }

    /// Of whom the chart is: all parties, one, or so many.
    pub fn who(&self) -> String {
        let texts = self.texts;
        match self.chart.request.parties.as_deref() {
            Some([party]) => {
                let party = self.ledger.dataset().parties.get(party);
                party.map_or_else(String::new, |party| self.own_name(&party.name).to_owned())
            }
            Some(parties) => texts.with("chart-some-parties", &counted(parties.len())),
            None => texts.get("chart-all-parties"),
        }
    }

    /// What the chart is, in a few words.
    pub fn what(&self) -> String {
        let texts = self.texts;
        let stage = words::stage(self.chart.request.stage, texts);
        let args = [("stage", stage.into()), ("who", self.who().into())];
        match self.chart.request.kind {
            ChartKind::Ranked => texts.with("chart-title-ranked", &args),
            ChartKind::ByType => texts.with("chart-title-type", &args),
            ChartKind::ByInstrument => texts.with("chart-title-instrument", &args),
            ChartKind::PercentOfGdp => texts.with("chart-title-gdp", &args),
            ChartKind::PerHead => texts.with("chart-title-head", &args),
            ChartKind::PromisedAgainstArrived => texts.with("chart-title-bullet", &args),
            ChartKind::OverTime => texts.with("chart-title-time", &args),
            ChartKind::ByYear => texts.with("chart-title-year", &args),
            ChartKind::ByMonth => texts.with("chart-title-month", &args),
            ChartKind::Multiples => texts.with("chart-title-multiples", &args),
            ChartKind::Share => texts.with("chart-title-share", &args),
            ChartKind::Spread => texts.with("chart-title-spread", &args),
            ChartKind::Promises => {
                texts.with("chart-title-promises", &[("who", self.who().into())])
            }
        }
    }

    /// The unit of the values.
    pub fn unit(&self) -> String {
        let texts = self.texts;
        match self.chart.unit {
            ChartUnit::Currency(currency) => currency.to_string(),
            ChartUnit::PercentOfGdp => texts.get("chart-unit-gdp"),
            ChartUnit::PerHead(currency) => texts.with(
                "chart-unit-head",
                &[("currency", currency.to_string().into())],
            ),
            ChartUnit::PercentOfWhole => texts.get("chart-unit-whole"),
        }
    }

    /// What the chart is (where the title does not say so already), its unit, time, type, cut-off,
    /// price base, and the sum where it is one.
    pub fn subtitle(&self, title: &str) -> String {
        let texts = self.texts;
        let chart = self.chart;
        let assumptions = self.ledger.assumptions();
        let mut told = vec![self.what(), self.unit()];
        told.retain(|text| text != title);
        let kind = chart.request.kind;
        if kind.takes_year() {
            told.push(
                chart
                    .request
                    .year
                    .map_or_else(|| texts.get("chart-all-years"), |year| year.to_string()),
            );
        }
        if kind.takes_type() {
            told.push(words::aid_type_or_all(chart.request.aid_type, texts));
        }
        if let Some(day) = assumptions.cutoff {
            told.push(texts.with("chart-as-known", &[("date", dates::day(day, texts).into())]));
        }
        let rates = words::fx_rule(assumptions.fx_rule, texts);
        told.push(texts.with("chart-prices", &[("rates", rates.into())]));
        if let Some(total) = &chart.total {
            let sum = numbers::bounds_short(total.bounds(), total.unit(), texts);
            told.push(texts.with("chart-total", &[("total", sum.into())]));
        }
        told.join(" · ")
    }

    /// What the chart cannot show: entries without a sum, parties without an entry; and what its
    /// signs mean.
    pub fn note(&self) -> String {
        let (texts, chart) = (self.texts, self.chart);
        let mut told = Vec::new();
        let (undisclosed, missing) = self.without_a_sum();
        if undisclosed > 0 {
            told.push(texts.with("chart-note-undisclosed", &counted(undisclosed)));
        }
        if missing > 0 {
            told.push(texts.with("chart-note-not-converted", &counted(missing)));
        }
        let without_day = self.without_a_day();
        if without_day > 0 {
            told.push(texts.with("chart-note-without-day", &counted(without_day)));
        }
        if chart.running_totals > 0 {
            told.push(texts.with("chart-note-running-totals", &counted(chart.running_totals)));
        }
        if chart.thinned > 0 {
            told.push(texts.with("chart-note-thinned", &counted(chart.thinned)));
        }
        if chart.nothing_recorded > 0 {
            told.push(texts.with("chart-note-nothing", &counted(chart.nothing_recorded)));
        }
        if chart.without_divisor > 0 {
            let count = counted(chart.without_divisor);
            told.push(match chart.unit {
                ChartUnit::PerHead(_) => texts.with("chart-note-without-people", &count),
                _ => texts.with("chart-note-without-gdp", &count),
            });
        }
        told.extend(self.divisors());
        if self.ledger.assumptions().eu_attribution.is_some() {
            told.push(texts.get("chart-note-attributed"));
        }
        told.extend(self.signs());
        told.join(" · ")
    }

    /// How many records name no sum, and of how many the sum has no rate: each counted once, however
    /// many marks it stands in.
    fn without_a_sum(&self) -> (usize, usize) {
        let (mut undisclosed, mut missing) = (BTreeSet::new(), BTreeSet::new());
        for tree in self.all_trees() {
            for (leaf, _) in tree.leaves() {
                match leaf.conversion {
                    Conversion::Undisclosed | Conversion::NoGdp { .. } => {
                        undisclosed.insert(leaf.record.clone());
                    }
                    Conversion::NoRate { .. } => {
                        missing.insert(leaf.record.clone());
                    }
                    _ => {}
                }
            }
        }
        (undisclosed.len(), missing.len())
    }

    /// Over time: how many records are dated to a year or a month only, and so stand on its first day.
    fn without_a_day(&self) -> usize {
        let kind = self.chart.request.kind;
        let rough = |date: PartialDate| match kind {
            ChartKind::OverTime | ChartKind::Multiples => !matches!(date, PartialDate::Day(_)),
            ChartKind::ByMonth => date.month().is_none(),
            _ => false,
        };
        let mut found = BTreeSet::new();
        if !matches!(
            kind,
            ChartKind::OverTime | ChartKind::Multiples | ChartKind::ByMonth
        ) {
            return 0;
        }
        for tree in self.chart.trees(self.ledger) {
            let records = tree.records().into_iter();
            found.extend(records.filter(|id| self.ledger.announced(id).is_some_and(rough)));
        }
        found.len()
    }

    /// The trees of all marks, and of the promises beside them.
    fn all_trees(&self) -> Vec<Arc<Derivation>> {
        let mut trees = self.chart.trees(self.ledger);
        let promised = self
            .chart
            .marks
            .iter()
            .filter_map(|mark| mark.fulfilment.as_ref());
        let promised = promised.flat_map(|fulfilment| &fulfilment.promised);
        trees.extend(promised.map(|total| Arc::clone(total.derivation())));
        trees
    }

    /// The edition and the years of the GDP, or the years of the population, that values are divided by.
    fn divisors(&self) -> Option<String> {
        let years = || {
            self.chart
                .marks
                .iter()
                .filter_map(|mark| mark.divisor)
                .map(|(_, year)| year)
        };
        let (first, last) = (years().min()?, years().max()?);
        let years = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };
        if let ChartUnit::PerHead(_) = self.chart.unit {
            return Some(
                self.texts
                    .with("chart-note-people", &[("years", years.into())]),
            );
        }
        let vintage = self.ledger.assumptions().gdp_vintage.clone();
        let args = [("years", years.into()), ("vintage", vintage.into())];
        Some(self.texts.with("chart-note-gdp", &args))
    }

    /// What the signs mean that this chart's marks bear.
    fn signs(&self) -> Vec<String> {
        let (texts, chart) = (self.texts, self.chart);
        let any = |has: fn(&Bounds) -> bool| {
            let mut values = chart.marks.iter().map(|mark| &mark.value);
            values.any(|value| value.has_number() && has(value))
        };
        let marked = |has: fn(&ChartMark) -> bool| chart.marks.iter().any(has);
        let mut told = Vec::new();
        match chart.request.kind {
            ChartKind::PromisedAgainstArrived => told.push(texts.get("chart-sign-promised")),
            ChartKind::OverTime | ChartKind::Multiples => told.push(texts.get("chart-note-time")),
            ChartKind::Spread => told.push(texts.get("chart-sign-preferred")),
            _ => {}
        }
        let time = matches!(
            chart.request.kind,
            ChartKind::OverTime | ChartKind::Multiples
        );
        if !time && any(|value| value.high.is_none()) {
            told.push(texts.get("chart-sign-open"));
        }
        if !time && any(|value| value.estimate) {
            told.push(texts.get("chart-sign-estimate"));
        }
        if !time
            && any(|value| {
                value
                    .high
                    .is_some_and(|high| high > value.low && value.low > Decimal::ZERO)
            })
        {
            told.push(texts.get("chart-sign-range"));
        }
        if !time
            && any(|value| value.high.is_some_and(|high| high > value.low) && value.low.is_zero())
        {
            told.push(texts.get("chart-sign-up-to"));
        }
        if marked(|mark| mark.partial) {
            told.push(texts.get("chart-sign-partial"));
        }
        if marked(|mark| mark.part == Some(Part::NotItemised)) {
            told.push(texts.get("chart-sign-not-itemised"));
        }
        if chart
            .rows
            .iter()
            .any(|row| row.parts_exceed > Decimal::ZERO)
        {
            told.push(texts.get("chart-sign-parts-exceed"));
        }
        if marked(|mark| mark.goes_on) {
            told.push(texts.get("chart-sign-goes-on"));
        }
        if marked(|mark| mark.not_itemised.is_some()) {
            told.push(texts.get("chart-sign-gap"));
        }
        if marked(|mark| mark.when == Some(When::NotSplit)) {
            told.push(texts.get("chart-sign-not-split"));
        }
        told
    }

    /// Whose numbers these are: the dataset with its licence, and the publishers of the documents
    /// actually used, the most used first.
    pub fn source(&self) -> String {
        let texts = self.texts;
        let dataset = self.ledger.dataset();
        let documents = self.documents();
        let mut publishers: Vec<(&str, usize)> = Vec::new();
        for id in &documents {
            let Some(source) = dataset.sources.get(*id) else {
                continue;
            };
            let name = source.publisher.as_str();
            match publishers.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => publishers.push((name, 1)),
            }
        }
        publishers.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
        let header = &dataset.header;
        // What a licence says after its name is told where the dataset is.
        let licence = header.licence.split(';').next().unwrap_or_default();
        let mut all = vec![header.title.clone(), licence.to_owned()];
        all.push(texts.with("chart-source", &counted(documents.len())));
        let first: Vec<&str> = publishers
            .iter()
            .map(|(name, _)| *name)
            .take(NAMED)
            .collect();
        if !first.is_empty() {
            let mut names = first.join(", ");
            let more = publishers.len() - first.len();
            if more > 0 {
                names += " ";
                names += &texts.with("chart-source-more", &counted(more));
            }
            all.push(names);
        }
        all.retain(|text| !text.is_empty());
        all.join(" · ")
    }

    /// The documents that the chart's numbers come from.
    pub fn documents(&self) -> BTreeSet<&'a SourceId> {
        let mut documents: BTreeSet<&SourceId> = BTreeSet::new();
        for derivation in self.all_trees() {
            let leaves = derivation.leaves().into_iter();
            let sources = leaves.filter_map(|(leaf, _)| leaf.source.as_ref());
            let known = sources.filter_map(|id| self.ledger.dataset().sources.get_key_value(id));
            documents.extend(known.map(|(id, _)| id));
        }
        for mark in &self.chart.marks {
            let figure = mark.figure.as_ref();
            documents.extend(figure.and_then(|figure| figure.source.as_ref()));
        }
        documents
    }

    /// The total of the row or column that a mark is a part of, where the chart is stacked.
    pub fn row_total(&self, mark: &ChartMark) -> Option<&'a StagedTotal> {
        self.chart.row_of(mark).map(|row| &row.total)
    }

    /// The day as known on: the cut-off, else the day up to which the dataset was gathered.
    pub fn as_known(&self) -> Option<jiff::civil::Date> {
        let header = &self.ledger.dataset().header;
        self.ledger.assumptions().cutoff.or(header.cutoff)
    }

    /// How much of the promise arrived at the stage asked for.
    pub fn ratio(&self, mark: &'a ChartMark) -> Option<&'a Ratio> {
        let arrived = &mark.fulfilment.as_ref()?.arrived;
        let found = arrived
            .iter()
            .find(|(total, _)| total.stage() == self.chart.request.stage);
        found.and_then(|(_, ratio)| ratio.as_ref())
    }
}

/// How many publishers the source line names.
const NAMED: usize = 3;
