//! Who says so: sources numbered in the order in which a brief first names them, and the passages of
//! each that it rests on.

use std::collections::BTreeMap;

use crate::exchange::brief::model::{Listed, Run, Target, Text, Voice};
use crate::ledger::Derivation;
use crate::model::{Citation, Dataset, SourceId};
use crate::text::{Texts, dates, words};

/// The sources that were named so far.
pub(super) struct Cites<'a> {
    dataset: &'a Dataset,
    order: Vec<SourceId>,
    numbers: BTreeMap<SourceId, usize>,
    /// Of each source: the record that cites it, and the passage.
    passages: BTreeMap<SourceId, Vec<(String, String)>>,
}

impl<'a> Cites<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        Self {
            dataset,
            order: Vec::new(),
            numbers: BTreeMap::new(),
            passages: BTreeMap::new(),
        }
    }

    /// The number of a source; none: the dataset does not hold it.
    pub(super) fn number(&mut self, source: &SourceId) -> Option<usize> {
        if let Some(number) = self.numbers.get(source) {
            return Some(*number);
        }
        self.dataset.sources.get(source)?;
        self.order.push(source.clone());
        self.numbers.insert(source.clone(), self.order.len());
        Some(self.order.len())
    }

    /// Notes where in a source a record was read.
    fn passage(&mut self, source: &SourceId, record: &str, phrase: Option<&str>) {
        let Some(link) = self.dataset.sources.get(source) else {
            return;
        };
        let Some(phrase) = phrase else {
            return;
        };
        let Some(link) = link.link_to(Some(phrase)) else {
            return;
        };
        let passages = self.passages.entry(source.clone()).or_default();
        let passage = (record.to_owned(), link);
        if !passages.contains(&passage) {
            passages.push(passage);
        }
    }

    /// The marks of those who say so: ` [3, 7]`.
    pub(super) fn marks(&mut self, record: &str, cite: &Citation) -> Text {
        let mut numbers = Vec::new();
        if let Some(source) = &cite.source {
            let phrase = cite.phrase.as_ref().map(|phrase| phrase.0.as_str());
            numbers.extend(self.number(source));
            self.passage(source, record, phrase);
        }
        for voice in &cite.also_in {
            let phrase = voice.phrase.as_ref().map(|phrase| phrase.0.as_str());
            numbers.extend(self.number(&voice.source));
            self.passage(&voice.source, record, phrase);
        }
        marks(numbers)
    }

    /// The marks of sources: ` [3, 7]`.
    pub(super) fn sources<'s>(&mut self, sources: impl IntoIterator<Item = &'s SourceId>) -> Text {
        let numbers = sources.into_iter().filter_map(|id| self.number(id));
        marks(numbers.collect())
    }

    /// The marks of the sources of every figure under a number.
    pub(super) fn under(&mut self, tree: &Derivation) -> Text {
        let leaves = tree.leaves();
        let sources = leaves.iter().filter_map(|(leaf, _)| leaf.source.as_ref());
        let numbers = sources.filter_map(|id| self.number(id));
        marks(numbers.collect())
    }

    /// The words of a source between marks, leading to the passage, and who says so: `“…” [3]`.
    pub(super) fn quote(&mut self, record: &str, cite: &Citation, texts: Texts) -> Option<Text> {
        let phrase = cite.phrase.as_ref()?;
        let source = cite.source.as_ref();
        let source = source.and_then(|id| self.dataset.sources.get(id));
        let link = source.and_then(|source| source.link_to(Some(&phrase.0)));
        let run = Run {
            words: texts.with("brief-quoted", &[("words", phrase.0.as_str().into())]),
            voice: Voice::Quote,
            to: link.and_then(|link| Target::web(&link)),
            lang: source.map(|source| source.language.clone()),
        };
        Some(Text(vec![run]).and(self.marks(record, cite)))
    }

    /// The list of all that were named.
    pub(super) fn listed(&self, texts: Texts) -> Vec<Listed> {
        let numbered = self.order.iter().enumerate();
        numbered
            .filter_map(|(at, id)| {
                Some(Listed {
                    number: at + 1,
                    lines: self.source(id, texts)?,
                })
            })
            .collect()
    }

    fn source(&self, id: &SourceId, texts: Texts) -> Option<Vec<Text>> {
        let source = self.dataset.sources.get(id)?;
        let title = if source.title.is_empty() {
            id.as_str()
        } else {
            source.title.as_str()
        };
        let mut title = Text::plain(title).leading(Target::web(&source.url));
        for run in &mut title.0 {
            run.lang = Some(source.language.clone());
        }
        let mut about = Vec::new();
        if !source.publisher.is_empty() {
            about.push(source.publisher.clone());
        }
        about.push(match source.published {
            Some(date) => dates::date(date, texts),
            None => texts.get("detail-undated"),
        });
        if let Some(day) = source.read_on {
            let day = dates::day(day, texts);
            about.push(texts.with("brief-read-on", &[("date", day.into())]));
        }
        about.push(words::source_kind(source.kind, texts));
        about.push(source.language.clone());
        about.push(id.to_string());
        let mut lines = vec![title, Text::weak(about.join(" · "))];
        for (label, address) in [
            (None, Some(&source.url)),
            (Some("detail-official"), source.official.as_ref()),
            (Some("detail-read-from"), source.read_from.as_ref()),
        ] {
            let Some(address) = address.filter(|address| !address.is_empty()) else {
                continue;
            };
            let shown = Text::plain(address.as_str()).leading(Target::web(address));
            let label = label.map(|label| Text::weak(format!("{}: ", texts.get(label))));
            lines.push(label.unwrap_or_default().and(shown));
        }
        lines.extend(self.told_passages(id, texts));
        Some(lines)
    }

    /// The passages of a source, each by the record that rests on it.
    fn told_passages(&self, id: &SourceId, texts: Texts) -> Option<Text> {
        let mut passages = self.passages.get(id)?.clone();
        passages.sort();
        let mut told = Text::weak(format!("{} ", texts.get("brief-passages")));
        for (at, (record, link)) in passages.iter().enumerate() {
            if at > 0 {
                told = told.and(Text::weak(", "));
            }
            told = told.and(Text::plain(record.as_str()).leading(Target::web(link)));
        }
        Some(told)
    }
}

/// Between two of a few marks, which stay together.
const CLOSE: &str = ",\u{202f}";
/// Between two of many, which may go on on the next line.
const LOOSE: &str = ", ";
/// So many are few.
const FEW: usize = 4;

/// Numbers as marks: each once, in order; three and more in a row as a span: ` [1, 4–7]`.
fn marks(mut numbers: Vec<usize>) -> Text {
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        return Text::default();
    }
    let mark = |number: usize| Text::weak(number.to_string()).leading(Some(Target::Source(number)));
    let mut text = Text::weak("\u{a0}[");
    let between = if numbers.len() > FEW { LOOSE } else { CLOSE };
    let rows = numbers.chunk_by(|a, b| a + 1 == *b);
    for (at, row) in rows.enumerate() {
        if at > 0 {
            text = text.and(Text::weak(between));
        }
        match row {
            [first, _, .., last] => {
                text = text.and(mark(*first)).and(Text::weak("–")).and(mark(*last));
            }
            few => {
                for (at, number) in few.iter().enumerate() {
                    if at > 0 {
                        text = text.and(Text::weak(between));
                    }
                    text = text.and(mark(*number));
                }
            }
        }
    }
    text.and(Text::weak("]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_told_as_a_span() {
        let told = |numbers: &[usize]| marks(numbers.to_vec()).words();
        assert_eq!(told(&[]), "");
        assert_eq!(told(&[3]), "\u{a0}[3]");
        assert_eq!(told(&[2, 1]), "\u{a0}[1,\u{202f}2]");
        let many = told(&[7, 4, 5, 1, 6, 4, 9, 10]);
        assert_eq!(many.replace('\u{202f}', " "), "\u{a0}[1, 4–7, 9, 10]");
    }
}
