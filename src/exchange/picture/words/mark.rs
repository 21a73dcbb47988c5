//! A mark in words: its name, what stands beside it, what a tooltip and a screen reader say.

use rust_decimal::Decimal;

use crate::ledger::{Bounds, Conversion, Derivation, Fulfilment, StagedTotal};
use crate::model::Currency;
use crate::text::{Texts, dates, numbers, words};
use crate::views::{ChartMark, ChartUnit, When};

use super::Words;

/// How many figures a tooltip tells.
const FIGURES: usize = 4;

/// What is less is told as less than this.
const LEAST_PERCENT: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
/// The same per head, in units of the currency.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// A time in words.
pub fn when(when: When, texts: Texts) -> String {
    match when {
        When::Day(day) => dates::day(day, texts),
        When::Year(year) => year.to_string(),
        When::Month(year, month) => dates::month(year, month, texts),
        When::NotSplit => texts.get("date-not-split"),
    }
}

impl Words<'_> {
    /// A mark's value as it stands beside it: three significant figures.
    pub fn value(&self, bounds: &Bounds) -> String {
        match self.chart.unit {
            ChartUnit::Currency(currency) => numbers::bounds_short(bounds, currency, self.texts),
            ChartUnit::PerHead(currency) => {
                let rounded = rounded(bounds);
                if bounds.low > rounded.low
                    && rounded.low.is_zero()
                    && rounded.high == Some(Decimal::ZERO)
                {
                    // Something is not nothing.
                    let cent = Bounds::number(CENT, Some(CENT));
                    let cent = numbers::bounds_short(&cent, currency, self.texts);
                    return format!("<\u{202f}{cent}");
                }
                numbers::bounds_short(&rounded, currency, self.texts)
            }
            // The whole is a sum of low bounds, and so is each part of it.
            ChartUnit::PercentOfWhole if bounds.has_number() => {
                self.percent(&Bounds::number(bounds.low, Some(bounds.low)))
            }
            ChartUnit::PercentOfGdp | ChartUnit::PercentOfWhole => self.percent(bounds),
        }
    }

    /// The value in full.
    pub fn value_exact(&self, bounds: &Bounds) -> String {
        match self.chart.unit {
            ChartUnit::Currency(currency) => numbers::bounds_exact(bounds, currency, self.texts),
            _ => self.value(bounds),
        }
    }

    fn percent(&self, bounds: &Bounds) -> String {
        let texts = self.texts;
        let round = |value: Decimal| {
            let rounded = value.round_dp(3);
            if rounded.is_zero() && value > Decimal::ZERO {
                return format!("<\u{202f}{}", numbers::percent(LEAST_PERCENT, texts));
            }
            numbers::percent(rounded, texts)
        };
        let about = if bounds.about > 0 { "≈ " } else { "" };
        let mut told = match bounds.high {
            _ if bounds.is_nothing() => "–".to_owned(),
            _ if !bounds.has_number() => texts.get("chart-undisclosed"),
            None if bounds.low > Decimal::ZERO && bounds.low.round_dp(3).is_zero() => {
                format!("> {}", numbers::percent(Decimal::ZERO, texts))
            }
            None => format!("≥ {}", round(bounds.low)),
            Some(high) if high > bounds.low && bounds.low.is_zero() => format!("≤ {}", round(high)),
            Some(high) if round(high) != round(bounds.low) => {
                format!("{about}{}–{}", round(bounds.low), round(high))
            }
            Some(_) => format!("{about}{}", round(bounds.low)),
        };
        if bounds.has_number() && bounds.undisclosed > 0 {
            let count = numbers::count(u64::from(bounds.undisclosed), texts);
            let undisclosed = texts.get("number-undisclosed");
            told.push_str(&[" (", &count, "\u{202f}", &undisclosed, ")"].concat());
        }
        told
    }

    /// The name of the row, point or column that a mark is in.
    pub fn row_name(&self, mark: &ChartMark) -> String {
        if let Some(figure) = &mark.figure {
            let party = mark.party.as_ref().map(|(_, name)| self.own_name(name));
            let summary = figure.summary.trim_end_matches('.');
            return match party {
                Some(party) => format!("{party}: {summary}"),
                None => summary.to_owned(),
            };
        }
        mark.party
            .as_ref()
            .map_or_else(String::new, |(_, name)| self.own_name(name).to_owned())
    }

    /// A mark's name: its row, its part, its day.
    pub fn name(&self, mark: &ChartMark) -> String {
        let mut told = vec![self.row_name(mark)];
        if let Some(part) = mark.part {
            told.push(super::part(part, self.texts));
        }
        if let Some(when_) = mark.when {
            told.push(when(when_, self.texts));
        }
        if !self.chart.request.kind.takes_stage() {
            told.push(words::stage(mark.stage, self.texts));
        }
        told.retain(|text| !text.is_empty());
        told.join(", ")
    }

    /// What stands at the end of a mark's bar: its value; beside a promise also the ratio and the
    /// promise.
    pub fn label(&self, mark: &ChartMark) -> String {
        let texts = self.texts;
        let mut told = if mark.value.is_nothing() {
            String::new()
        } else {
            self.value(&mark.value)
        };
        let Some(fulfilment) = &mark.fulfilment else {
            return told;
        };
        if told.is_empty() {
            "–".clone_into(&mut told);
        }
        if let Some(ratio) = self.ratio(mark) {
            told = format!("{} · {told}", numbers::ratio(ratio, texts));
        }
        let promised: Vec<String> = fulfilment
            .promised
            .iter()
            .map(|total| self.promise(fulfilment, total, numbers::bounds_short))
            .collect();
        if !promised.is_empty() {
            let sum = promised.join(" · ");
            let of = texts.with("chart-of-promise", &[("sum", sum.into())]);
            told = format!("{told} {of}");
        }
        told
    }

    /// What is promised; where that stands at several stages, with the stage (R1).
    fn promise(
        &self,
        of: &Fulfilment,
        total: &StagedTotal,
        tell: fn(&Bounds, Currency, Texts) -> String,
    ) -> String {
        let sum = tell(total.bounds(), total.unit(), self.texts);
        if of.promised.len() < 2 {
            return sum;
        }
        let stage = words::stage(total.stage(), self.texts);
        format!("{sum} {stage}")
    }

    /// What a value is divided by: the GDP, or the number of people.
    pub fn divisor(&self, mark: &ChartMark) -> Option<String> {
        let (divisor, year) = mark.divisor?;
        let year = year.to_string();
        if let ChartUnit::PerHead(_) = self.chart.unit {
            let people = numbers::number(divisor.round(), self.texts);
            let args = [("people", people.into()), ("year", year.into())];
            return Some(self.texts.with("chart-people-of", &args));
        }
        let currency = self.ledger.assumptions().currency;
        let gdp = numbers::money_short(divisor, currency, self.texts);
        let args = [("gdp", gdp.into()), ("year", year.into())];
        Some(self.texts.with("chart-gdp-of", &args))
    }

    /// A mark in words, as a screen reader says it and a tooltip shows it: exact value, what it
    /// rests on, figures with rate and source.
    pub fn told(&self, mark: &ChartMark) -> Vec<String> {
        let texts = self.texts;
        let mut lines = vec![format!(
            "{}: {}",
            self.name(mark),
            self.value_exact(&mark.value)
        )];
        if let Some(fulfilment) = &mark.fulfilment {
            for promised in &fulfilment.promised {
                let sum = self.promise(fulfilment, promised, numbers::bounds_exact);
                lines.push(texts.with("chart-promised", &[("sum", sum.into())]));
            }
            if let Some(ratio) = self.ratio(mark) {
                let shown = numbers::ratio(ratio, texts);
                lines.push(texts.with("chart-ratio", &[("ratio", shown.into())]));
            }
        }
        lines.extend(self.divisor(mark));
        if mark.partial {
            lines.push(texts.get("chart-partial"));
        }
        if let Some(figure) = &mark.figure {
            lines.push(texts.get(if figure.preferred {
                "chart-preferred"
            } else {
                "chart-not-preferred"
            }));
        } else if !mark.value.is_nothing() {
            lines.push(words::basis(&mark.basis, texts));
        }
        if let Some(beside) = mark.not_itemised {
            let sum = self.value(&Bounds::number(beside, Some(beside)));
            lines.push(texts.with("chart-gap", &[("sum", sum.into())]));
        }
        // Trees that are asked for only when they are opened are not made for a tooltip's sake.
        if let Some(derivation) = mark.derivation.made() {
            self.figures(derivation, &mut lines);
        }
        lines
    }

    fn figures(&self, derivation: &Derivation, lines: &mut Vec<String>) {
        let texts = self.texts;
        let leaves = derivation.leaves();
        for (leaf, _) in leaves.iter().take(FIGURES) {
            let mut line = format!("{} {}", leaf.record, numbers::form(&leaf.original, texts));
            if let Conversion::Rate(rate) = &leaf.conversion {
                line += " ÷ ";
                line += &numbers::number(rate.from_per_eur.round_dp(4), texts);
            }
            let source = leaf.source.as_ref();
            if let Some(source) = source.and_then(|id| self.ledger.dataset().sources.get(id)) {
                line += " · ";
                line += &source.publisher;
            }
            lines.push(line);
        }
        if leaves.len() > FIGURES {
            let more = (leaves.len() - FIGURES).to_string();
            lines.push(texts.with("chart-more", &[("more", more.into())]));
        }
    }
}

/// Per head sums are small: whole units are enough, cents below ten.
fn rounded(bounds: &Bounds) -> Bounds {
    let round = |value: Decimal| {
        let digits = if value.abs() < Decimal::TEN { 2 } else { 0 };
        let rounded = value.round_dp(digits);
        if rounded.is_zero() && !value.is_zero() {
            // Little is not nothing: a cent at least.
            return Decimal::new(1, 2);
        }
        rounded
    };
    Bounds {
        low: round(bounds.low),
        high: bounds.high.map(round),
        ..*bounds
    }
}
