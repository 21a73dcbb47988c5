//! Paragraphs broken into lines.

use std::sync::LazyLock;

use crate::exchange::brief::model::{Run, Text, Voice};
use crate::exchange::picture::{Ink, Measure, Weight};

/// The widths of signs, read once: the fonts are in the program and never change.
static MEASURE: LazyLock<Measure> = LazyLock::new(Measure::new);

/// How a paragraph is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Style {
    /// Size in points.
    pub(super) size: f32,
    /// How heavy plain words are.
    pub(super) weight: Weight,
    /// The ink of plain words.
    pub(super) ink: Ink,
}

impl Style {
    pub(super) const fn new(size: f32, weight: Weight, ink: Ink) -> Self {
        Self { size, weight, ink }
    }

    /// From one baseline to the next.
    pub(super) fn step(self) -> f32 {
        self.size * 1.34
    }

    /// From the top of a line to its baseline.
    pub(super) fn base(self) -> f32 {
        self.size * 1.02
    }

    pub(super) fn width(self, words: &str) -> f32 {
        MEASURE.text_width(words, self.size, self.weight)
    }

    /// The style of a run.
    pub(super) fn of(self, run: &Run) -> Self {
        let (weight, ink) = match run.voice {
            Voice::Plain | Voice::Quote => (self.weight, self.ink),
            Voice::Strong => (Weight::SemiBold, self.ink),
            Voice::Weak => (self.weight, Ink::TextWeak),
        };
        let leads = run.to.is_some() && run.voice != Voice::Weak;
        Self {
            size: self.size,
            weight,
            ink: if leads { Ink::Accent } else { ink },
        }
    }
}

/// Words of one run on one line.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Piece {
    /// Which run of the paragraph, by its place.
    pub(super) run: usize,
    pub(super) words: String,
    /// From the beginning of the line, in points.
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) style: Style,
}

/// A line of a paragraph.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) width: f32,
}

/// What is not broken: words between spaces, of one run or several.
#[derive(Default)]
struct Atom {
    parts: Vec<(usize, String)>,
    /// The run of the space before it.
    space: Option<usize>,
}

fn atoms(text: &Text) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = vec![Atom::default()];
    for (run, its) in text.0.iter().enumerate() {
        for (at, word) in its.words.split([' ', '\n', '\t']).enumerate() {
            if at > 0 {
                atoms.push(Atom {
                    parts: Vec::new(),
                    space: Some(run),
                });
            }
            if let Some(atom) = atoms.last_mut().filter(|_| !word.is_empty()) {
                atom.parts.push((run, word.to_owned()));
            }
        }
    }
    atoms.retain(|atom| !atom.parts.is_empty());
    atoms
}

struct Breaker<'a> {
    text: &'a Text,
    style: Style,
    width: f32,
    lines: Vec<Line>,
}

impl Breaker<'_> {
    fn style(&self, run: usize) -> Style {
        self.text
            .0
            .get(run)
            .map_or(self.style, |its| self.style.of(its))
    }

    fn push(&mut self, run: usize, words: &str) {
        let style = self.style(run);
        let width = style.width(words);
        let Some(line) = self.lines.last_mut() else {
            return;
        };
        match line.pieces.last_mut() {
            Some(last) if last.run == run => {
                last.words.push_str(words);
                last.width += width;
            }
            _ => line.pieces.push(Piece {
                run,
                words: words.to_owned(),
                x: line.width,
                width,
                style,
            }),
        }
        line.width += width;
    }

    fn atom(&mut self, atom: &Atom) {
        let parts = atom.parts.iter();
        let wide: f32 = parts
            .map(|(run, words)| self.style(*run).width(words))
            .sum();
        let space = atom.space.map_or(0.0, |run| self.style(run).width(" "));
        let line = self.lines.last();
        let (has, at) = line.map_or((false, 0.0), |line| (!line.pieces.is_empty(), line.width));
        if has && at + space + wide > self.width {
            // The space stays at the end of the line, for those who read words and not places.
            if let Some(piece) = self
                .lines
                .last_mut()
                .and_then(|line| line.pieces.last_mut())
            {
                piece.words.push(' ');
            }
            self.lines.push(Line::default());
        } else if let (true, Some(run)) = (has, atom.space) {
            self.push(run, " ");
        }
        for (run, words) in &atom.parts {
            self.part(*run, words);
        }
    }

    /// A part of what is not broken, which is broken nonetheless where it is wider than a line: after a
    /// sign that parts an address, else anywhere.
    fn part(&mut self, run: usize, words: &str) {
        let style = self.style(run);
        let mut rest = words;
        while !rest.is_empty() {
            let at = self.lines.last().map_or(0.0, |line| line.width);
            let room = self.width - at;
            let fitting = fitting(style, rest, room);
            if fitting == rest.len() {
                self.push(run, rest);
                return;
            }
            let begins = at <= 0.0;
            let wide = style.width(rest) > self.width;
            if !begins && !wide {
                self.lines.push(Line::default());
                continue;
            }
            let parted = rest.get(..fitting).unwrap_or_default();
            let mut cut = parted
                .rfind(['/', '-', '&', '=', '?', '.', '_', ','])
                .map_or(0, |at| at + 1);
            if cut * 2 < fitting {
                cut = fitting;
            }
            if cut == 0 {
                if !begins {
                    self.lines.push(Line::default());
                    continue;
                }
                // Not even one sign has room: it stands there all the same.
                cut = rest.chars().next().map_or(rest.len(), char::len_utf8);
            }
            let (now, later) = rest.split_at(cut);
            self.push(run, now);
            self.lines.push(Line::default());
            rest = later;
        }
    }
}

/// How many bytes of the words have room.
fn fitting(style: Style, words: &str, room: f32) -> usize {
    let mut width = 0.0;
    for (at, sign) in words.char_indices() {
        width += style.width(sign.encode_utf8(&mut [0; 4]));
        // A hair's breadth: sums of parts are not always those of the whole.
        if width > room + 0.01 {
            return at;
        }
    }
    words.len()
}

/// A paragraph in lines no wider than `width` points, where that can be.
pub(super) fn broken(text: &Text, style: Style, width: f32) -> Vec<Line> {
    let mut breaker = Breaker {
        text,
        style,
        width: width.max(1.0),
        lines: vec![Line::default()],
    };
    for atom in atoms(text) {
        breaker.atom(&atom);
    }
    breaker.lines.retain(|line| !line.pieces.is_empty());
    breaker.lines
}

/// The width of the widest part that is not broken, and of the whole on one line.
pub(super) fn widths(text: &Text, style: Style) -> (f32, f32) {
    let style_of = |run: usize| text.0.get(run).map_or(style, |its| style.of(its));
    let (mut widest, mut whole): (f32, f32) = (0.0, 0.0);
    for atom in atoms(text) {
        let parts = atom.parts.iter();
        let wide: f32 = parts.map(|(run, words)| style_of(*run).width(words)).sum();
        widest = widest.max(wide);
        whole += wide + atom.space.map_or(0.0, |run| style_of(run).width(" "));
    }
    (widest, whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::brief::model::Target;

    const STYLE: Style = Style::new(10.0, Weight::Regular, Ink::Text);

    fn words(lines: &[Line]) -> Vec<String> {
        let line = |line: &Line| {
            line.pieces
                .iter()
                .map(|piece| piece.words.as_str())
                .collect()
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn a_line_is_broken_at_spaces_and_a_number_stays_with_its_unit() {
        let text = Text::plain("up to €3\u{202f}bn of it").and(Text::weak("\u{a0}[3]"));
        let lines = broken(&text, STYLE, 45.0);
        assert_eq!(words(&lines), ["up to ", "€3\u{202f}bn of ", "it\u{a0}[3]"]);
        assert!(lines.iter().all(|line| line.width <= 45.0));
    }

    #[test]
    fn what_is_wider_than_a_line_is_broken_in_parts() {
        let text = Text::plain("see https://example.org/a-very-long-address/of-a-page.html");
        let lines = broken(&text, STYLE, 90.0);
        assert!(
            lines.len() > 2 && lines.iter().all(|line| line.width <= 90.1),
            "{lines:?}"
        );
        assert_eq!(
            words(&lines).concat().replace(' ', ""),
            text.words().replace(' ', "")
        );
        assert_eq!(broken(&Text::plain("W"), STYLE, 1.0).len(), 1);
        assert!(broken(&Text::plain("  "), STYLE, 90.0).is_empty());
    }

    #[test]
    fn words_that_lead_somewhere_are_seen_to() {
        let text = Text::plain("there").leading(Target::web("https://example.org"));
        let lines = broken(&text, STYLE, 90.0);
        assert_eq!(lines[0].pieces[0].style.ink, Ink::Accent);
    }
}
