//! What a reader needs beside the tables: a read-me, a codebook, the licence, how to cite.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::edit::shape::Leaf;
use crate::exchange::picture::DatasetMark;
use crate::exchange::records::AmountPart;
use crate::exchange::records::{FORMS, Holds, PERIODS, RecordSheet};
use crate::model::{Dataset, Source, SourceId};
use crate::text::{Texts, fields};

use super::Part;
use super::schema::{holds, licence_name, meaning};

/// The sources of GDP, rates, population and keys: to be credited wherever the numbers go.
pub(super) fn credits(dataset: &Dataset) -> Vec<&Source> {
    let reference = &dataset.reference;
    let gdp = reference.gdp.values().map(|of| &of.source);
    let rates = reference.fx.values().map(|of| &of.source);
    let people = reference.population.values().map(|of| &of.source);
    let shares = reference.eu_shares.values().map(|of| &of.source);
    let all: BTreeSet<&SourceId> = gdp.chain(rates).chain(people).chain(shares).collect();
    all.into_iter()
        .filter_map(|id| dataset.sources.get(id))
        .collect()
}

pub(super) struct Papers<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) mark: &'a DatasetMark,
    pub(super) parts: &'a [Part],
    pub(super) texts: Texts,
}

/// Texts as sentences, one after the other.
fn sentences(all: &[String]) -> String {
    let ended = all
        .iter()
        .map(|text| format!("{}.", text.trim_end_matches('.')));
    ended.collect::<Vec<_>>().join(" ")
}

/// A licence as citations name it, where it is one of the Creative Commons: others are told in words.
fn spdx(licence: &str) -> Option<String> {
    let name = licence_name(licence);
    name.starts_with("CC").then_some(name)
}

/// A text that stands in a cell of a table of Markdown.
fn celled(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('|', "\\|")
}

impl Papers<'_> {
    fn title(&self) -> &str {
        &self.dataset.header.title
    }

    pub(super) fn readme(&self) -> String {
        let (texts, header) = (self.texts, &self.dataset.header);
        let mut out = format!("# {}\n\n", self.title());
        if !header.about.is_empty() {
            out.push_str(&header.about);
            out.push_str("\n\n");
        }
        if let Some(day) = header.cutoff {
            let day = crate::text::dates::day(day, texts);
            out.push_str(&texts.with("export-package-cutoff", &[("date", day.into())]));
            out.push_str("\n\n");
        }
        let hash = self.mark.sha256.as_str();
        out.push_str(&texts.with("export-package-hash", &[("hash", hash.into())]));
        out.push_str("\n\n");
        out.push_str(&texts.get("export-package-how"));
        out.push_str("\n\n");
        for part in self.parts {
            let rows = part.table.len().to_string();
            let args = [
                ("path", part.path.as_str().into()),
                ("title", part.table.title.as_str().into()),
                ("rows", rows.into()),
            ];
            // Writing to a string cannot fail.
            let _ = writeln!(out, "- {}", texts.with("export-package-table", &args));
        }
        out
    }

    pub(super) fn codebook(&self) -> String {
        let texts = self.texts;
        let mut out = format!("# {}\n\n", texts.get("export-codebook"));
        out.push_str(&texts.get("export-codebook-about"));
        out.push('\n');
        for part in self.parts {
            let Some(sheet) = RecordSheet::named(&part.table.name) else {
                continue;
            };
            let _ = write!(out, "\n## {} — `{}`\n\n", part.table.title, part.path);
            let heads = [
                texts.get("export-codebook-column"),
                texts.get("export-codebook-meaning"),
                texts.get("export-codebook-values"),
            ];
            let _ = writeln!(out, "| {} |\n|---|---|---|", heads.join(" | "));
            for column in &part.table.columns {
                let Some((held, always)) = holds(sheet, column) else {
                    continue;
                };
                let mut told = vec![column.label.clone()];
                told.extend(meaning(sheet, column, held, texts));
                if always {
                    told.push(texts.get("export-codebook-always"));
                }
                let _ = writeln!(
                    out,
                    "| `{}` | {} | {} |",
                    column.id,
                    celled(&sentences(&told)),
                    celled(&self.values(held))
                );
            }
        }
        out
    }

    /// What can stand in a column.
    fn values(&self, held: Holds) -> String {
        let texts = self.texts;
        let words = |words: &[&str]| words.join(", ");
        match held {
            Holds::Variant(variants) => {
                let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
                words(&names)
            }
            Holds::Amount(AmountPart::Form) => words(&FORMS),
            Holds::Amount(AmountPart::Period) => words(&PERIODS),
            Holds::Amount(AmountPart::Currency) | Holds::Leaf(Leaf::Currency) => {
                "ISO 4217".to_owned()
            }
            Holds::Amount(AmountPart::Value | AmountPart::ValueTo) | Holds::Leaf(Leaf::Decimal) => {
                texts.get("export-values-number")
            }
            Holds::Amount(AmountPart::From | AmountPart::To) | Holds::Leaf(Leaf::Date) => {
                texts.get("export-values-date")
            }
            Holds::Leaf(leaf) => match leaf {
                Leaf::Choice(choices) => words(choices),
                Leaf::Flag => "true, false".to_owned(),
                Leaf::Percent => texts.get("export-values-percent"),
                Leaf::Count(_) => texts.get("export-values-count"),
                Leaf::Year => "1990–2100".to_owned(),
                Leaf::Month => "YYYY-MM".to_owned(),
                Leaf::Day => "YYYY-MM-DD".to_owned(),
                Leaf::Country => "ISO 3166 alpha-2, EU".to_owned(),
                Leaf::Language => "BCP 47".to_owned(),
                Leaf::Url => "URL".to_owned(),
                Leaf::Link(to) => {
                    let kinds = to.kinds().iter();
                    let kinds: Vec<String> =
                        kinds.map(|kind| fields::kind(kind.key(), texts)).collect();
                    texts.with("export-values-link", &[("kinds", kinds.join(", ").into())])
                }
                _ => texts.get("export-values-text"),
            },
        }
    }

    pub(super) fn licence(&self) -> String {
        let texts = self.texts;
        let licence = match self.dataset.header.licence.as_str() {
            "" => texts.get("export-licence-none"),
            licence => texts.with("export-licence", &[("licence", licence.into())]),
        };
        let mut out = format!("# {}\n\n{licence}\n", texts.get("export-fact-licence"));
        let credits = credits(self.dataset);
        if !credits.is_empty() {
            let _ = write!(out, "\n{}\n\n", texts.get("export-licence-credits"));
        }
        for source in credits {
            let Source {
                title,
                publisher,
                url,
                licence,
                ..
            } = source;
            let parts = [Some(title), Some(publisher), Some(url), licence.as_ref()];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            let parts: Vec<&str> = parts.map(String::as_str).collect();
            let _ = writeln!(out, "- {}", celled(&parts.join(" · ")));
        }
        out
    }

    pub(super) fn citation(&self) -> String {
        let header = &self.dataset.header;
        // JSON's strings are YAML's.
        let quoted = |text: &str| serde_json::json!(text).to_string();
        let texts = self.texts;
        let title = self.title();
        let by = texts.with("export-citation-by", &[("title", title.into())]);
        let message = texts.get("export-citation-message");
        let mut out = format!(
            "cff-version: 1.2.0\nmessage: {}\ntype: dataset\ntitle: {}\nauthors:\n  - name: {}\n",
            quoted(&message),
            quoted(title),
            quoted(&by),
        );
        if let Some(day) = header.cutoff {
            let _ = writeln!(out, "date-released: {day}");
        }
        if let Some(licence) = spdx(&header.licence) {
            let _ = writeln!(out, "license: {licence}");
        }
        if !header.about.is_empty() {
            let _ = writeln!(out, "abstract: {}", quoted(&header.about));
        }
        let hash = quoted(&format!("sha256:{}", self.mark.sha256));
        let _ = writeln!(out, "identifiers:\n  - type: other\n    value: {hash}");
        out
    }
}
