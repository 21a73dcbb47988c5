//! What a chart finds, proposed as its title; and the chart in sentences, for those who do not see it.

use rust_decimal::Decimal;

use crate::text::{numbers, words};
use crate::views::{ChartKind, ChartMark, ChartUnit, When};

use super::{Words, mark};

/// A value without what stands in brackets after it: that is told below the title.
fn without_remarks(value: String) -> String {
    match value.split_once(" (") {
        Some((told, _)) => told.to_owned(),
        None => value,
    }
}

/// How many rows the alternative text tells by name.
const ROWS: usize = 5;

impl Words<'_> {
    /// The title proposed from the data: the finding. Where nothing is found, what the chart is.
    pub fn finding(&self) -> String {
        self.found().unwrap_or_else(|| self.what())
    }

    fn found(&self) -> Option<String> {
        let texts = self.texts;
        let chart = self.chart;
        let stage = words::stage(chart.request.stage, texts);
        let stage = ("stage", stage.into());
        let kind = chart.request.kind;
        if let ChartKind::OverTime = kind {
            let last = chart.marks.iter().rfind(|mark| !mark.running_total)?;
            let day = mark::when(last.when?, texts);
            let value = without_remarks(self.value(&last.value));
            let args = [
                ("who", self.who().into()),
                stage,
                ("value", value.into()),
                ("date", day.into()),
            ];
            return Some(texts.with("chart-found-time", &args));
        }
        if kind == ChartKind::Multiples {
            return None;
        }
        if kind == ChartKind::Spread {
            return self.found_spread();
        }
        if kind == ChartKind::Promises {
            let years = chart.marks.iter().filter_map(|mark| match mark.when {
                Some(When::Year(year)) if !mark.value.is_nothing() => Some(year),
                _ => None,
            });
            let last = years.max()?.to_string();
            let args = [("who", self.who().into()), ("year", last.into())];
            return Some(texts.with("chart-found-promises", &args));
        }
        let first = self.greatest()?;
        let name = match kind {
            ChartKind::ByYear | ChartKind::ByMonth => mark::when(first.when?, texts),
            _ => self.row_name(first),
        };
        let value = without_remarks(self.row_value(first));
        let one = chart
            .request
            .parties
            .as_ref()
            .is_some_and(|parties| parties.len() == 1);
        if let ChartKind::ByYear | ChartKind::ByMonth = kind {
            let args = [
                ("name", name.into()),
                stage,
                ("value", value.into()),
                ("who", self.who().into()),
            ];
            return Some(texts.with("chart-found-when", &args));
        }
        let args = [("name", name.into()), stage, ("value", value.into())];
        Some(match kind {
            ChartKind::PromisedAgainstArrived => self.found_bullet(first)?,
            _ if one => texts.with("chart-found-one", &args),
            ChartKind::PercentOfGdp => texts.with("chart-found-gdp", &args),
            ChartKind::PerHead => texts.with("chart-found-head", &args),
            ChartKind::Share => texts.with("chart-found-share", &args),
            _ => texts.with("chart-found-ranked", &args),
        })
    }

    /// The mark of the greatest row or column, by what is surely known: its low bound is above that
    /// of every other. None where two are equal, or where sums that are not split, or running totals
    /// in no column, could change which time it is.
    fn greatest(&self) -> Option<&ChartMark> {
        let marks = &self.chart.marks;
        let kind = self.chart.request.kind;
        if let ChartKind::ByYear | ChartKind::ByMonth = kind {
            let unsure = marks.iter().any(|mark| mark.when == Some(When::NotSplit));
            if unsure || self.chart.running_totals > 0 {
                return None;
            }
        }
        if kind == ChartKind::PromisedAgainstArrived {
            let with = || {
                marks
                    .iter()
                    .filter_map(|mark| Some((mark, self.ratio(mark)?)))
            };
            let (best, ratio) = with().max_by_key(|(_, ratio)| ratio.low)?;
            let equal = with().filter(|(_, other)| other.low == ratio.low);
            return (equal.count() == 1).then_some(best);
        }
        let row = |mark: &ChartMark| (mark.party.as_ref().map(|(id, _)| id.clone()), mark.when);
        let with = || marks.iter().filter(|mark| mark.value.has_number());
        let best = with().max_by_key(|mark| self.row_low(mark))?;
        let low = self.row_low(best);
        let above = with().all(|mark| row(mark) == row(best) || self.row_low(mark) < low);
        above.then_some(best)
    }

    fn row_low(&self, mark: &ChartMark) -> Decimal {
        self.row_total(mark)
            .map_or(mark.value.low, |total| total.bounds().low)
    }

    /// The value of the whole row or column that a mark stands in.
    fn row_value(&self, mark: &ChartMark) -> String {
        if let Some(total) = self.row_total(mark) {
            return self.value(total.bounds());
        }
        self.value(&mark.value)
    }

    fn found_bullet(&self, first: &ChartMark) -> Option<String> {
        let ratio = numbers::ratio(self.ratio(first)?, self.texts);
        let stage = words::stage(self.chart.request.stage, self.texts);
        let args = [
            ("name", self.row_name(first).into()),
            ("ratio", ratio.into()),
            ("stage", stage.into()),
        ];
        Some(self.texts.with("chart-found-bullet", &args))
    }

    fn found_spread(&self) -> Option<String> {
        let first = self.chart.marks.first()?;
        let same = |mark: &&ChartMark| {
            let record =
                |mark: &ChartMark| mark.figure.as_ref().map(|figure| figure.record.clone());
            record(mark) == record(first)
        };
        let lows: Vec<Decimal> = self
            .chart
            .marks
            .iter()
            .filter(same)
            .map(|mark| mark.value.low)
            .collect();
        let (least, most) = (lows.iter().min()?, lows.iter().max()?);
        let ChartUnit::Currency(currency) = self.chart.unit else {
            return None;
        };
        let args = [
            ("name", self.row_name(first).into()),
            (
                "low",
                numbers::money_short(*least, currency, self.texts).into(),
            ),
            (
                "high",
                numbers::money_short(*most, currency, self.texts).into(),
            ),
        ];
        Some(self.texts.with("chart-found-spread", &args))
    }

    /// The chart in sentences: what it is, how many marks, the first ones and the last with their values.
    pub fn alt(&self, title: &str, note: &str, source: &str) -> String {
        let texts = self.texts;
        let marks = &self.chart.marks;
        let mut told = vec![format!("{title}.")];
        let args = [
            ("kind", super::kind(self.chart.request.kind, texts).into()),
            ("what", self.subtitle(title).into()),
            ("count", marks.len().into()),
            ("shown", marks.len().to_string().into()),
        ];
        told.push(texts.with("chart-alt", &args));
        let tell = |mark: &ChartMark| format!("{}: {}", self.name(mark), self.label(mark));
        let first: Vec<String> = marks.iter().take(ROWS).map(tell).collect();
        if !first.is_empty() {
            told.push(format!("{}.", first.join("; ")));
        }
        if let Some(last) = marks.last().filter(|_| marks.len() > ROWS) {
            told.push(texts.with("chart-alt-last", &[("mark", tell(last).into())]));
        }
        if !note.is_empty() {
            told.push(format!("{note}."));
        }
        told.push(format!("{source}."));
        told.join(" ")
    }
}
