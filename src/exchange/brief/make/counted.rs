//! Where sources disagree; and how everything was counted: every assumption, the rules, the dataset.

use super::Maker;
use crate::exchange::brief::model::{Block, Fact, Section, Text};
use crate::ledger::Rule;
use crate::model::{OtherFigure, SourceId};
use crate::text::{dates, numbers, words};
use crate::views::PartyDetail;

const RULES: [Rule; 13] = [
    Rule::R1,
    Rule::R2,
    Rule::R3,
    Rule::R4,
    Rule::R5,
    Rule::R6,
    Rule::R7,
    Rule::R8,
    Rule::R9,
    Rule::R10,
    Rule::R11,
    Rule::R12,
    Rule::R13,
];

impl Maker<'_> {
    /// The section of what sources tell differently and of what was looked for in vain; none where
    /// there is neither.
    pub(super) fn disagreements(&mut self, found: &PartyDetail) -> Option<Section> {
        let texts = self.texts;
        let mut blocks = Vec::new();
        let lines = |all: &[String]| all.iter().map(|line| Text::plain(line.as_str())).collect();
        if !found.party.conflicts.is_empty() {
            blocks.push(Block::List(lines(&found.party.conflicts)));
        }
        let others = self.other_figures(found);
        if !others.is_empty() {
            blocks.push(Block::Heading(texts.get("detail-other-figures")));
            blocks.push(Block::List(others));
        }
        if !found.party.not_found.is_empty() {
            blocks.push(Block::Heading(texts.get("detail-not-found-heading")));
            blocks.push(Block::List(lines(&found.party.not_found)));
        }
        (!blocks.is_empty()).then(|| Section {
            id: "disagreements",
            title: texts.get("detail-conflicts-heading"),
            blocks,
        })
    }

    /// The figures that sums do not use (R10).
    fn other_figures(&mut self, found: &PartyDetail) -> Vec<Text> {
        let of_commitments = found.commitments.iter().flat_map(|group| &group.rows);
        let of_commitments = of_commitments.map(|row| {
            let commitment = &row.commitment;
            let because = commitment.preferred_because.as_deref();
            (commitment.id.as_str(), because, &commitment.other_figures)
        });
        let of_aid = found.aid.iter().map(|row| {
            let entry = &row.entry;
            let because = entry.preferred_because.as_deref();
            (entry.id.as_str(), because, &entry.other_figures)
        });
        let mut told = Vec::new();
        for (id, because, others) in of_commitments.chain(of_aid) {
            for other in others {
                told.push(self.other_figure(id, because, other));
            }
        }
        told
    }

    fn other_figure(&mut self, id: &str, because: Option<&str>, other: &OtherFigure) -> Text {
        let texts = self.texts;
        let form = numbers::form(&other.figure.amount.form, texts);
        let mut text = Text::weak(format!("{id}: "))
            .and(Text::strong(form))
            .and(self.cites.marks(id, &other.figure.cite));
        if let Some(why) = &other.why_not_preferred {
            let why = texts.with("detail-not-preferred", &[("why", why.as_str().into())]);
            text = text.and(Text::plain(format!(" · {why}")));
        }
        if let Some(why) = because {
            let why = texts.with("detail-preferred-because", &[("why", why.into())]);
            text = text.and(Text::plain(format!(" · {why}")));
        }
        text
    }

    /// The section of the assumptions, all of them, the rules, and the dataset.
    pub(super) fn how_counted(&mut self) -> Section {
        let texts = self.texts;
        let mut blocks = vec![Block::Facts(self.assumptions())];
        blocks.push(Block::Heading(texts.get("brief-rules")));
        let rules = RULES.map(|rule| {
            let name = words::rule_name(rule, texts);
            Text::weak(format!("{} ", rule.id()))
                .and(Text::strong(format!("{name}. ")))
                .and(Text::plain(words::rule(rule, texts)))
        });
        blocks.push(Block::List(rules.to_vec()));
        blocks.push(Block::Heading(texts.get("brief-dataset")));
        blocks.push(Block::Facts(self.dataset_facts()));
        Section {
            id: "counted",
            title: texts.get("brief-counted"),
            blocks,
        }
    }

    fn assumptions(&mut self) -> Vec<Fact> {
        let texts = self.texts;
        let assumptions = self.ledger.assumptions().clone();
        let dataset = self.dataset();
        let fact = |label: &str, text: Text| Fact {
            label: texts.get(label),
            lines: vec![text],
        };
        let gdp = dataset.reference.gdp.values();
        let gdp = gdp.filter(|series| series.vintage == assumptions.gdp_vintage);
        let gdp: Vec<&SourceId> = gdp.map(|series| &series.source).collect();
        let vintage = if assumptions.gdp_vintage.is_empty() {
            texts.get("assumptions-gdp-none-chip")
        } else {
            assumptions.gdp_vintage.clone()
        };
        let rates: Vec<&SourceId> = dataset.reference.fx.values().map(|fx| &fx.source).collect();
        let eu = match &assumptions.eu_attribution {
            None => Text::plain(texts.get("assumptions-eu-off")),
            Some(key) => {
                let series = dataset.reference.eu_shares.get(key);
                let title = series.map_or(key.as_str(), |series| series.title.as_str());
                let told = texts.with("brief-eu-by-key", &[("key", title.into())]);
                let source = series.map(|series| &series.source);
                Text::plain(told).and(self.cites.sources(source))
            }
        };
        let cutoff = match assumptions.cutoff {
            Some(day) => {
                let day = dates::day(day, texts);
                texts.with("cli-under-cutoff", &[("date", day.into())])
            }
            None => texts.get("cli-under-no-cutoff"),
        };
        let gdp = Text::plain(vintage).and(self.cites.sources(gdp));
        let rates =
            Text::plain(words::fx_rule(assumptions.fx_rule, texts)).and(self.cites.sources(rates));
        vec![
            fact("brief-assume-cutoff", Text::plain(cutoff)),
            fact(
                "brief-assume-currency",
                Text::plain(assumptions.currency.code()),
            ),
            fact("brief-assume-rates", rates),
            fact("brief-assume-gdp", gdp),
            fact(
                "brief-assume-future",
                Text::plain(words::future_gdp(assumptions.future_gdp, texts)),
            ),
            fact(
                "brief-assume-lumps",
                Text::plain(words::lumps(assumptions.lumps, texts)),
            ),
            fact("brief-assume-eu", eu),
        ]
    }

    fn dataset_facts(&self) -> Vec<Fact> {
        let texts = self.texts;
        let header = &self.dataset().header;
        let mut facts = Vec::new();
        let mut fact = |label: &str, text: String| {
            if !text.is_empty() {
                facts.push(Fact {
                    label: texts.get(label),
                    lines: vec![Text::plain(text)],
                });
            }
        };
        fact("brief-dataset-title", self.mark.title.clone());
        fact("brief-dataset-about", header.about.clone());
        fact("brief-dataset-licence", self.mark.licence.clone());
        let file = self.mark.file.clone();
        fact(
            "brief-dataset-file",
            file.unwrap_or_else(|| texts.get("cli-sample-name")),
        );
        fact("brief-dataset-hash", self.mark.sha256.clone());
        let version = env!("CARGO_PKG_VERSION");
        fact("brief-program", format!("Pledgebook {version}"));
        facts
    }
}
