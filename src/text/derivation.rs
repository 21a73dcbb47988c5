//! The tree under a number, told in lines: sums, what they rest on, figures as reported, how each
//! became a sum, its phrase and link, and what was left out and why.

mod figure;
pub mod origin;

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::{Texts, dates, numbers, words};
use crate::ledger::{Basis, Bounds, Candidate, Derivation, Exclusion, Rule, Span, Step};
use crate::model::{AidType, CommitmentId, Currency, Dataset, Instrument, MoneyId, PartyId, Stage};

/// What a line of a derivation tells.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LineKind {
    /// A sum over what stands deeper below it.
    Sum,
    /// A figure of a record: a leaf of the sum.
    Figure,
    /// How a figure became a sum in the shown currency, or why only a part of it counts.
    Conversion,
    /// The words of the source.
    Phrase,
    /// A record that is not in the sum, and why.
    Excluded,
    /// A reading of the sum that was not chosen (R4), or a figure that was not (R10).
    Candidate,
    /// What a sum rests on.
    Basis,
}

/// One line of a derivation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// How deep it stands in the tree.
    pub depth: usize,
    /// The rule that it follows.
    pub rule: Option<Rule>,
    /// What it tells.
    pub text: String,
    /// What it comes to; empty where it only tells.
    pub value: String,
    /// The record it is about.
    pub record: Option<MoneyId>,
    /// The words of the source, for lines of that kind.
    pub phrase: Option<String>,
    /// The address that opens the source at the phrase.
    pub link: Option<String>,
    /// What it tells.
    pub kind: LineKind,
}

/// The tree in lines, from the top.
pub fn lines(derivation: &Derivation, dataset: &Dataset, texts: Texts) -> Vec<Line> {
    let mut teller = Teller {
        dataset,
        texts,
        unit: derivation.unit,
        lines: Vec::new(),
    };
    teller.node(derivation, 0);
    if !matches!(derivation.step, Step::Leaf(_)) {
        teller.adds_up(derivation);
    }
    teller.lines
}

/// The tree as plain text, to copy: a line a step, indented; the link below its phrase.
pub fn plain(derivation: &Derivation, dataset: &Dataset, texts: Texts) -> String {
    let mut out = String::new();
    for line in lines(derivation, dataset, texts) {
        let indent = "  ".repeat(line.depth);
        out.push_str(&indent);
        if let Some(rule) = line.rule {
            let _ = write!(out, "[{}] ", rule.id());
        }
        out.push_str(&line.text);
        if !line.value.is_empty() {
            out.push_str(": ");
            out.push_str(&line.value);
        }
        out.push('\n');
        if let Some(link) = line.link {
            let _ = writeln!(out, "{indent}  {link}");
        }
    }
    out
}

struct Teller<'a> {
    dataset: &'a Dataset,
    texts: Texts,
    unit: Currency,
    lines: Vec<Line>,
}

impl Teller<'_> {
    fn line(
        &mut self,
        depth: usize,
        kind: LineKind,
        rule: Option<Rule>,
        text: String,
    ) -> &mut Line {
        self.lines.push(Line {
            depth,
            rule,
            text,
            value: String::new(),
            record: None,
            phrase: None,
            link: None,
            kind,
        });
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn value(&self, bounds: &Bounds) -> String {
        numbers::bounds_exact(bounds, self.unit, self.texts)
    }

    fn money(&self, value: Decimal) -> String {
        numbers::money_exact(value, self.unit, self.texts)
    }

    fn node(&mut self, node: &Derivation, depth: usize) {
        if let Step::Leaf(leaf) = &node.step {
            self.leaf(leaf, &node.bounds, depth);
            return;
        }
        let value = self.value(&node.bounds);
        let (rule, text, record) = self.step(&node.step);
        let line = self.line(depth, LineKind::Sum, Some(rule), text);
        line.value = value;
        line.record = record;
        if !matches!(node.step, Step::Record { .. }) {
            self.basis(node, depth + 1);
        }
        for child in &node.children {
            self.node(child, depth + 1);
        }
        for excluded in &node.excluded {
            self.excluded(excluded, depth + 1);
        }
    }

    fn party(&self, party: &PartyId) -> String {
        let found = self.dataset.parties.get(party);
        found.map_or_else(
            || party.to_string(),
            |party| words::name(&party.name, self.texts).to_owned(),
        )
    }

    /// Whose sum it is and of what.
    fn sum_of(
        &self,
        who: String,
        stage: Stage,
        aid_type: Option<AidType>,
        instrument: Option<Instrument>,
        span: Span,
    ) -> String {
        let texts = self.texts;
        let mut parts = vec![who, words::stage(stage, texts)];
        parts.push(words::aid_type_or_all(aid_type, texts));
        parts.extend(instrument.map(|instrument| words::instrument(instrument, texts)));
        parts.push(dates::span(span, texts));
        parts.join(" · ")
    }

    /// The rule, the words and the record of a sum.
    fn step(&self, step: &Step) -> (Rule, String, Option<MoneyId>) {
        let texts = self.texts;
        let of = |stage: Stage| words::stage(stage, texts);
        match step {
            Step::AllParties {
                stage,
                aid_type,
                instrument,
                span,
            } => {
                let who = texts.get("derivation-all-parties");
                let told = self.sum_of(who, *stage, *aid_type, *instrument, *span);
                (Rule::R2, told, None)
            }
            Step::Party {
                party,
                stage,
                aid_type,
                instrument,
                span,
            } => {
                let who = self.party(party);
                let told = self.sum_of(who, *stage, *aid_type, *instrument, *span);
                (Rule::R4, told, None)
            }
            Step::Promised {
                commitments,
                stage,
                span,
            } => self.towards("derivation-promised", commitments, *stage, *span),
            Step::Towards {
                commitments,
                stage,
                span,
            } => self.towards("derivation-towards", commitments, *stage, *span),
            Step::Chosen {
                stage,
                party,
                entries,
            } => {
                let args = [
                    ("entries", (*entries).into()),
                    ("number", numbers::count(*entries as u64, texts).into()),
                ];
                let chosen = texts.with("derivation-chosen", &args);
                let whose = party.iter().map(|party| self.party(party));
                let parts: Vec<String> = whose.chain([of(*stage), chosen]).collect();
                (Rule::R2, parts.join(" · "), None)
            }
            Step::Record { record, stage } => {
                let summary = self.dataset.money(record.as_str()).map(|r| r.summary());
                let parts = [record.as_str(), summary.unwrap_or_default(), &of(*stage)];
                (Rule::R1, parts.join(" · "), Some(record.clone()))
            }
            // Told by `leaf`.
            Step::Leaf(leaf) => (
                Rule::R10,
                leaf.record.to_string(),
                Some(leaf.record.clone()),
            ),
        }
    }

    /// What was promised by commitments, or arrived towards them.
    fn towards(
        &self,
        told_id: &str,
        commitments: &[CommitmentId],
        stage: Stage,
        span: Span,
    ) -> (Rule, String, Option<MoneyId>) {
        let ids: Vec<&str> = commitments.iter().map(CommitmentId::as_str).collect();
        let args = [
            ("commitment", ids.join(", ").into()),
            ("stage", words::stage(stage, self.texts).into()),
        ];
        let said = self.texts.with(told_id, &args);
        let text = format!("{said} · {}", dates::span(span, self.texts));
        (Rule::R9, text, commitments.first().map(Into::into))
    }

    /// What a sum rests on, and between which readings R4 chose.
    fn basis(&mut self, node: &Derivation, depth: usize) {
        if node.basis == Basis::Nothing {
            return;
        }
        let texts = self.texts;
        let basis = words::basis(&node.basis, texts);
        let text = texts.with("derivation-basis", &[("basis", basis.into())]);
        let record = match &node.basis {
            Basis::RunningTotal { record, .. } => Some(record.clone()),
            _ => None,
        };
        self.line(depth, LineKind::Basis, Some(Rule::R4), text)
            .record = record;
        for candidate in node.candidates.iter().skip(1) {
            self.candidate(candidate, depth);
        }
    }

    fn candidate(&mut self, candidate: &Candidate, depth: usize) {
        let texts = self.texts;
        let basis = words::basis(&candidate.basis, texts);
        let text = if candidate.behind.is_zero() {
            texts.with("derivation-candidate-same", &[("basis", basis.into())])
        } else {
            let behind = self.money(candidate.behind);
            texts.with(
                "derivation-candidate",
                &[("basis", basis.into()), ("behind", behind.into())],
            )
        };
        let value = self.value(&candidate.bounds);
        let record = match &candidate.basis {
            Basis::RunningTotal { record, .. } => Some(record.clone()),
            _ => None,
        };
        let line = self.line(depth, LineKind::Candidate, Some(Rule::R4), text);
        line.value = value;
        line.record = record;
    }

    fn excluded(&mut self, excluded: &Exclusion, depth: usize) {
        let texts = self.texts;
        let record = self.dataset.money(excluded.record.as_str());
        let summary = record.map(|r| r.summary()).unwrap_or_default();
        let mut what = format!("{} · {summary}", excluded.record);
        if let Some(year) = excluded.year {
            let _ = write!(what, " · {year}");
        }
        let text = texts.with(
            "derivation-excluded",
            &[
                ("record", what.into()),
                ("reason", words::reason(&excluded.reason, texts).into()),
            ],
        );
        let amount = record.and_then(|r| r.amount());
        let value = amount.map(|amount| numbers::form_exact(&amount.form, texts));
        let rule = excluded.reason.rule();
        let line = self.line(depth, LineKind::Excluded, Some(rule), text);
        line.value = value.unwrap_or_default();
        line.record = Some(excluded.record.clone());
    }

    /// R12: the figures above add up to the sum. The line says so only where they do.
    fn adds_up(&mut self, derivation: &Derivation) {
        let leaves = derivation.leaves();
        let low: Decimal = leaves.iter().map(|(_, bounds)| bounds.low).sum();
        let high = leaves
            .iter()
            .map(|(_, bounds)| bounds.high)
            .sum::<Option<Decimal>>();
        if low != derivation.bounds.low || high != derivation.bounds.high || leaves.is_empty() {
            return;
        }
        let text = self.texts.with(
            "derivation-adds-up",
            &[
                ("figures", leaves.len().into()),
                (
                    "number",
                    numbers::count(leaves.len() as u64, self.texts).into(),
                ),
            ],
        );
        let value = self.value(&derivation.bounds);
        self.line(0, LineKind::Sum, Some(Rule::R12), text).value = value;
    }
}
