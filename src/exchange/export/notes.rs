//! What stands beside a table of CSV: in a file of its own, or above the rows as lines that begin with
//! `#`, as is chosen.

use crate::text::Texts;

use super::sheets::About;
use super::table::Total;

/// The notes, a line each: what is shown, under which assumptions, what the rows do not say, the sums,
/// the sources with their numbers.
pub fn lines(about: &About, totals: &[(String, &Total)], texts: Texts) -> Vec<String> {
    let pair = |name: &str, value: &str| {
        let args = [("name", name.into()), ("value", value.into())];
        texts.with("export-fact", &args)
    };
    let facts = about.facts.iter().map(|(name, value)| pair(name, value));
    let mut lines: Vec<String> = facts.collect();
    lines.extend(totals.iter().map(|(told, total)| pair(&total.label, told)));
    lines.extend(about.notes.iter().cloned());
    if !about.sources.is_empty() {
        lines.push(texts.get("export-sources"));
    }
    let sources = about.sources.iter();
    lines.extend(sources.map(|source| format!("[{}] {}", source.number, source.line(texts))));
    // A line break in a title would end the line of a note.
    lines
        .iter()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// As a file of plain text.
pub fn text(lines: &[String]) -> Vec<u8> {
    let mut text = lines.join("\n");
    text.push('\n');
    text.into_bytes()
}

/// As lines above the rows.
pub fn leading(lines: &[String]) -> Vec<u8> {
    let lines = lines.iter().map(|line| format!("# {line}\r\n"));
    lines.collect::<String>().into_bytes()
}
