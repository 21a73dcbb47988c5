//! A leaf of the tree in lines: the figure as reported, how it became a sum, its words, what other
//! sources say.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::{LineKind, Teller};
use crate::ledger::{Bounds, Conversion, GdpStep, Leaf, Rate, Rule, ShareOf};
use crate::model::{AmountForm, Citation, Currency, MoneyRecord, OtherFigure, SourceId};
use crate::text::{dates, numbers, words};

impl Teller<'_> {
    pub(super) fn leaf(&mut self, leaf: &Leaf, bounds: &Bounds, depth: usize) {
        let texts = self.texts;
        let record = self.dataset.money(leaf.record.as_str());
        let summary = record.map(|r| r.summary()).unwrap_or_default();
        let mut text = format!("{} · {summary}", leaf.record);
        if let Some(year) = leaf.year {
            let _ = write!(text, " · {year}");
        } else if let Some(amount) = record.and_then(|r| r.amount())
            && !amount.period.is_unstated()
        {
            let _ = write!(text, " · {}", dates::period(&amount.period, texts));
        }
        let value = self.value(bounds);
        let line = self.line(depth, LineKind::Figure, None, text);
        line.value = value;
        line.record = Some(leaf.record.clone());
        let under = depth + 1;
        self.conversion(leaf, bounds, under);
        self.part(leaf, under);
        if let Some((from, to)) = leaf.read_as_years {
            let years = if from == to {
                let args = [("year", from.to_string().into())];
                texts.with("derivation-read-as-year", &args)
            } else {
                let args = [
                    ("from", from.to_string().into()),
                    ("to", to.to_string().into()),
                ];
                texts.with("derivation-read-as-years", &args)
            };
            self.line(under, LineKind::Conversion, Some(Rule::R6), years);
        }
        if let Some(rest) = leaf.not_itemised {
            let text = texts.get("derivation-not-itemised");
            let value = self.money(rest);
            self.line(under, LineKind::Conversion, Some(Rule::R3), text)
                .value = value;
        }
        self.phrase(leaf.source.as_ref(), leaf.phrase.as_deref(), under);
        if let Some(MoneyRecord::Aid(entry)) = record
            && let Some(origin) = entry.origin.as_deref()
        {
            let text = super::origin::told(origin, self.dataset, self.texts);
            self.line(under, LineKind::Phrase, None, text)
                .link
                .clone_from(&origin.link);
        }
        if let Some(record) = record {
            self.figures(leaf, record, under);
        }
    }

    /// How the figure became a sum in the shown currency.
    fn conversion(&mut self, leaf: &Leaf, bounds: &Bounds, depth: usize) {
        let texts = self.texts;
        let original = numbers::form_exact(&leaf.original, texts);
        let converted = LineKind::Conversion;
        match &leaf.conversion {
            Conversion::Undisclosed => {
                let text = texts.get("derivation-undisclosed");
                self.line(depth, converted, Some(Rule::R2), text);
            }
            Conversion::None => {
                let text = texts.get("derivation-as-reported");
                self.line(depth, converted, None, text).value = original;
            }
            Conversion::Rate(rate) => {
                let result = self.whole(leaf, bounds);
                self.rate(rate, &original, result, depth);
            }
            Conversion::Gdp(step, rate) => {
                let sum = gdp_sum(leaf, step);
                let told = sum.map(|sum| numbers::money_exact(sum, step.currency, texts));
                self.gdp(leaf, step, told.clone(), depth);
                if let Some(rate) = rate {
                    let result = self.whole(leaf, bounds);
                    self.rate(rate, &told.unwrap_or(original), result, depth);
                }
            }
            Conversion::NoRate { currency, period } => {
                let when = dates::rate_period(period, texts);
                let text = match when {
                    Some(when) => texts.with(
                        "derivation-no-rate",
                        &[
                            ("currency", currency.code().into()),
                            ("period", when.into()),
                        ],
                    ),
                    None => texts.with(
                        "derivation-no-rate-no-time",
                        &[("currency", currency.code().into())],
                    ),
                };
                self.line(depth, converted, Some(Rule::R7), text).value = original;
            }
            Conversion::NoGdp { country, year } => {
                let text = texts.with(
                    "derivation-no-gdp",
                    &[
                        ("country", self.party(country).into()),
                        ("year", year.to_string().into()),
                    ],
                );
                self.line(depth, converted, Some(Rule::R6), text).value = original;
            }
        }
    }

    /// The leaf's value, where all of it counts: a part is told in a line of its own.
    fn whole(&self, leaf: &Leaf, bounds: &Bounds) -> Option<String> {
        leaf.share.is_none().then(|| self.value(bounds))
    }

    fn gdp(&mut self, leaf: &Leaf, step: &GdpStep, sum: Option<String>, depth: usize) {
        let texts = self.texts;
        let AmountForm::GdpShare(share) = &leaf.original else {
            return;
        };
        let percent = format!(
            "{}{}%",
            numbers::number(share.percent.get(), texts),
            numbers::NARROW
        );
        let gdp = numbers::money_exact(step.gdp, step.currency, texts);
        let year = step.carried_from.unwrap_or(step.year);
        let mut text = texts.with(
            "derivation-gdp",
            &[
                ("percent", percent.into()),
                ("country", self.party(&leaf.party).into()),
                ("year", year.to_string().into()),
                ("gdp", gdp.into()),
                ("vintage", step.vintage.as_str().into()),
                ("status", words::gdp_status(step.status, texts).into()),
            ],
        );
        if step.carried_from.is_some() {
            let year = step.year.to_string();
            let note = texts.with("derivation-gdp-carried", &[("year", year.into())]);
            let _ = write!(text, " ({note})");
        }
        let source = self.dataset.reference.gdp.get(&step.series);
        let source = source.and_then(|series| self.dataset.sources.get(&series.source));
        let address = source.and_then(|source| source.link_to(None));
        let line = self.line(depth, LineKind::Conversion, Some(Rule::R6), text);
        line.value = sum.unwrap_or_default();
        line.link = address;
    }

    fn rate(&mut self, rate: &Rate, original: &str, result: Option<String>, depth: usize) {
        let texts = self.texts;
        let mut rates: Vec<String> = Vec::new();
        for (currency, per_eur) in [(rate.from, rate.from_per_eur), (rate.to, rate.to_per_eur)] {
            if currency != Currency::EUR {
                let per_eur = numbers::number(per_eur, texts);
                rates.push(texts.with(
                    "derivation-rate",
                    &[
                        ("rate", per_eur.into()),
                        ("currency", currency.code().into()),
                    ],
                ));
            }
        }
        let sources = rate
            .sources
            .iter()
            .filter_map(|id| self.dataset.sources.get(id));
        let mut titles: Vec<&str> = sources
            .clone()
            .map(|source| source.title.as_str())
            .collect();
        titles.dedup();
        let address = sources.clone().find_map(|source| source.link_to(None));
        let period = dates::rate_period(&rate.period, texts);
        let text = texts.with(
            "derivation-converted",
            &[
                ("sum", original.into()),
                ("rates", rates.join("; ").into()),
                ("period", period.unwrap_or_default().into()),
                ("source", titles.join("; ").into()),
            ],
        );
        let line = self.line(depth, LineKind::Conversion, Some(Rule::R7), text);
        line.value = result.unwrap_or_default();
        line.link = address;
    }

    /// Why only a part of the leaf counts.
    fn part(&mut self, leaf: &Leaf, depth: usize) {
        let texts = self.texts;
        let Some((part, why)) = &leaf.share else {
            return;
        };
        let percent = numbers::percent(*part * Decimal::ONE_HUNDRED, texts);
        let (rule, text) = match why {
            ShareOf::Fulfils(commitment) => (
                Rule::R9,
                texts.with(
                    "derivation-share-fulfils",
                    &[
                        ("percent", percent.into()),
                        ("commitment", commitment.as_str().into()),
                    ],
                ),
            ),
            ShareOf::EuKey(key) => (
                Rule::R8,
                texts.with(
                    "derivation-share-eu",
                    &[("percent", percent.into()), ("key", key.as_str().into())],
                ),
            ),
            ShareOf::EvenSplit(years) => {
                let number = numbers::count(u64::from(*years), texts);
                (
                    Rule::R5,
                    texts.with(
                        "derivation-share-split",
                        &[
                            ("years", u32::from(*years).into()),
                            ("number", number.into()),
                        ],
                    ),
                )
            }
        };
        self.line(depth, LineKind::Conversion, Some(rule), text);
    }

    /// The words of a source, with its title and the link to the passage.
    fn phrase(&mut self, source: Option<&SourceId>, phrase: Option<&str>, depth: usize) {
        let texts = self.texts;
        let source = source.and_then(|id| self.dataset.sources.get(id));
        let said = source.map(|source| {
            let published = source.published.map(|date| dates::date(date, texts));
            let parts = [
                Some(source.title.clone()),
                Some(source.publisher.clone()),
                published,
            ];
            let parts: Vec<String> = parts
                .into_iter()
                .flatten()
                .filter(|p| !p.is_empty())
                .collect();
            parts.join(", ")
        });
        let text = match (phrase, said) {
            (Some(phrase), Some(said)) => format!("« {phrase} » {said}"),
            (Some(phrase), None) => format!("« {phrase} »"),
            (None, Some(said)) => said,
            (None, None) => return,
        };
        let address = source.and_then(|source| source.link_to(phrase));
        let line = self.line(depth, LineKind::Phrase, None, text);
        line.phrase = phrase.map(str::to_owned);
        line.link = address;
    }

    /// Which of several figures counts and why, and what the others say (R10).
    fn figures(&mut self, leaf: &Leaf, record: MoneyRecord<'_>, depth: usize) {
        let texts = self.texts;
        let (others, because) = match record {
            MoneyRecord::Commitment(c, _) => (&c.other_figures, &c.preferred_because),
            MoneyRecord::Aid(a) => (&a.other_figures, &a.preferred_because),
        };
        let kind = LineKind::Candidate;
        if leaf.other_figure.is_some() {
            let text = texts.get("derivation-preferred-later");
            self.line(depth, kind, Some(Rule::R11), text);
            if let Some(amount) = record.amount() {
                let text = texts.get("derivation-preferred-figure");
                let value = numbers::form_exact(&amount.form, texts);
                self.line(depth, kind, Some(Rule::R10), text).value = value;
                self.cited(record.cite(), depth + 1);
            }
        } else if let Some(because) = because.as_deref().filter(|_| !others.is_empty()) {
            let text = texts.with("derivation-preferred", &[("reason", because.into())]);
            self.line(depth, kind, Some(Rule::R10), text);
        }
        for (index, other) in others.iter().enumerate() {
            if leaf.other_figure != Some(index) {
                self.other_figure(other, depth);
            }
        }
    }

    fn other_figure(&mut self, other: &OtherFigure, depth: usize) {
        let texts = self.texts;
        let text = match &other.why_not_preferred {
            Some(why) => texts.with("derivation-other-figure-why", &[("reason", why.into())]),
            None => texts.get("derivation-other-figure"),
        };
        let value = numbers::form_exact(&other.figure.amount.form, texts);
        let line = self.line(depth, LineKind::Candidate, Some(Rule::R10), text);
        line.value = value;
        self.cited(&other.figure.cite, depth + 1);
    }

    fn cited(&mut self, cite: &Citation, depth: usize) {
        let phrase = cite.phrase.as_ref().map(|phrase| phrase.0.as_str());
        self.phrase(cite.source.as_ref(), phrase, depth);
    }
}

/// The share of GDP in the GDP's own currency.
fn gdp_sum(leaf: &Leaf, step: &GdpStep) -> Option<Decimal> {
    match &leaf.original {
        AmountForm::GdpShare(share) => step.gdp.checked_mul(share.percent.factor()),
        _ => None,
    }
}
