//! Splits a damaged file by its lines, where its brackets no longer tell: a record begins on a line
//! that opens with `(` at the depth of its section's first record.

use super::scan::{Place, Span};
use super::section::Section;

struct Open {
    section: Section,
    depth: Option<usize>,
    record: Option<(usize, Place)>,
}

/// The records that the lines tell of, in the order of the file.
pub(super) fn records(text: &str) -> Vec<(Section, Span)> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let shown = line.trim_start_matches([' ', '\t', '\u{feff}']);
        let depth = line.len() - shown.len();
        // A record may have a field of a section's name: that lies deeper than the records begin.
        let first = open.as_ref().and_then(|state| state.depth);
        let is_inside = first.is_some_and(|first| depth >= first);
        if let Some(heading) = heading(shown).filter(|_| !is_inside) {
            close(text, &mut found, open.as_mut(), at);
            open = match heading {
                Heading::Reference => None,
                Heading::Section(section) => Some(Open {
                    section,
                    depth: None,
                    record: None,
                }),
            };
        } else if let Some(state) = open.as_mut() {
            let at_depth = state.depth.is_none_or(|first| first == depth);
            if shown.starts_with('(') && at_depth {
                close(text, &mut found, Some(state), at);
                state.depth = Some(depth);
                let place = Place {
                    line: index + 1,
                    column: depth + 1,
                };
                state.record = Some((at + depth, place));
            } else if shown.starts_with(']') && state.depth.is_none_or(|first| depth < first) {
                close(text, &mut found, Some(state), at);
                open = None;
            }
        }
        at += line.len();
    }
    close(text, &mut found, open.as_mut(), text.len());
    found
}

/// A line that opens something.
enum Heading {
    Section(Section),
    Reference,
}

fn heading(line: &str) -> Option<Heading> {
    let (name, rest) = line.split_once(':')?;
    match rest.trim() {
        "[" => Section::named(name, false)
            .or_else(|| Section::named(name, true))
            .map(Heading::Section),
        "(" if name == "reference" => Some(Heading::Reference),
        _ => None,
    }
}

fn close(text: &str, found: &mut Vec<(Section, Span)>, open: Option<&mut Open>, end: usize) {
    let Some(state) = open else { return };
    let Some((start, place)) = state.record.take() else {
        return;
    };
    let record = text.get(start..end).unwrap_or_default().trim_end();
    let record = record.strip_suffix(',').unwrap_or(record);
    let span = Span {
        start,
        end: start + record.len(),
        place,
    };
    found.push((state.section, span));
}
