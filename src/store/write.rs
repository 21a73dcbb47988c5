//! Writes the canonical text: fixed order, defaults left out, a record a block, so that a change of
//! one field is a change of one line.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::model::{Dataset, Header, Reference};

use super::section::Section;

/// How deep fields stand on lines of their own: a record's fields, and theirs. What lies deeper (an
/// amount, a citation, the value of one year) stays on its line.
const LINES_TO_DEPTH: usize = 2;

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn config(depth: usize) -> PrettyConfig {
    PrettyConfig::new()
        .depth_limit(depth)
        .new_line("\n")
        .extensions(Extensions::IMPLICIT_SOME)
}

/// The text of one value. Serialising these types cannot fail: they hold only what RON can write.
fn value<T: Serialize>(value: &T, depth: usize) -> String {
    let text = options()
        .to_string_pretty(value, config(depth))
        .unwrap_or_default();
    plain(&text)
}

/// RON writes `\'` and combining accents as escapes; both read as well, and look better, as they are.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some(after) = from.strip_prefix("\\'") {
            out.push('\'');
            rest = after;
        } else if let Some((shown, after)) = visible_escape(from) {
            out.push(shown);
            rest = after;
        } else {
            let end = from.char_indices().nth(2).map_or(from.len(), |(i, _)| i);
            out.push_str(&from[..end]);
            rest = &from[end..];
        }
    }
    out.push_str(rest);
    out
}

/// A `\u{…}` escape of a combining mark: the mark and the text after it.
fn visible_escape(text: &str) -> Option<(char, &str)> {
    let (code, after) = text.strip_prefix("\\u{")?.split_once('}')?;
    let shown = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    unicode_normalization::char::is_combining_mark(shown).then_some((shown, after))
}

struct Writer {
    out: String,
}

impl Writer {
    fn line(&mut self, indent: usize, text: &str) {
        for _ in 0..indent {
            self.out.push_str("    ");
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A value with its name before and a comma after, each of its lines indented.
    fn field<T: Serialize>(&mut self, indent: usize, name: &str, content: &T, depth: usize) {
        let text = value(content, depth);
        self.block(indent, &format!("{name}: {text},"));
    }

    fn block(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            self.line(indent, line);
        }
    }

    fn section<'a, T: Serialize + 'a>(
        &mut self,
        section: Section,
        records: impl ExactSizeIterator<Item = &'a T>,
    ) {
        if records.len() == 0 {
            return;
        }
        let indent = if section.is_reference() { 2 } else { 1 };
        self.line(indent, &format!("{}: [", section.key()));
        for record in records {
            let text = value(record, LINES_TO_DEPTH);
            self.block(indent + 1, &format!("{text},"));
        }
        self.line(indent, "],");
    }
}

/// The canonical text of a dataset. Ends with a line break.
pub fn write(dataset: &Dataset) -> String {
    let Dataset {
        header,
        parties,
        agreements,
        commitments,
        aid,
        sources,
        reference,
    } = dataset;
    let mut writer = Writer {
        out: String::with_capacity(dataset.len() * 600 + 4096),
    };
    writer.line(0, "(");
    write_header(&mut writer, header);
    writer.section(Section::Parties, parties.values());
    writer.section(Section::Agreements, agreements.values());
    writer.section(Section::Commitments, commitments.values());
    writer.section(Section::Aid, aid.values());
    writer.section(Section::Sources, sources.values());
    write_reference(&mut writer, reference);
    writer.line(0, ")");
    writer.out
}

fn write_header(writer: &mut Writer, header: &Header) {
    let Header {
        schema,
        title,
        licence,
        about,
        cutoff,
        accepted,
    } = header;
    writer.field(1, "schema", schema, 0);
    writer.field(1, "title", title, 0);
    if !licence.is_empty() {
        writer.field(1, "licence", licence, 0);
    }
    if !about.is_empty() {
        writer.field(1, "about", about, 0);
    }
    if let Some(cutoff) = cutoff {
        writer.field(1, "cutoff", cutoff, 0);
    }
    if !accepted.is_empty() {
        writer.field(1, "accepted", accepted, 1);
    }
}

fn write_reference(writer: &mut Writer, reference: &Reference) {
    let Reference {
        gdp,
        fx,
        population,
        eu_shares,
    } = reference;
    if gdp.is_empty() && fx.is_empty() && population.is_empty() && eu_shares.is_empty() {
        return;
    }
    writer.line(1, "reference: (");
    writer.section(Section::Gdp, gdp.values());
    writer.section(Section::Fx, fx.values());
    writer.section(Section::Population, population.values());
    writer.section(Section::EuShares, eu_shares.values());
    writer.line(1, "),");
}
