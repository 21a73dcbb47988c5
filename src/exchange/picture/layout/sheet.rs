//! The sheet that a chart is laid out on: shapes and texts, lines broken to a width, long names cut.

use std::sync::LazyLock;

use crate::exchange::picture::fonts::Measure;
use crate::exchange::picture::scene::{
    Anchor, Fill, Ink, Item, Line, Rect, Scene, Shape, Spot, Weight,
};

/// The widths of signs, read once: the fonts are in the program and never change.
static MEASURE: LazyLock<Measure> = LazyLock::new(Measure::new);

/// A text's size, weight and ink.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) ink: Ink,
}

/// The title.
pub(super) const TITLE: Style = Style {
    size: 17.0,
    weight: Weight::SemiBold,
    ink: Ink::Text,
};
/// What is read first below it.
pub(super) const SUBTITLE: Style = Style {
    size: 11.5,
    weight: Weight::Regular,
    ink: Ink::TextWeak,
};
/// Names of rows.
pub(super) const NAME: Style = Style {
    size: 12.5,
    weight: Weight::Regular,
    ink: Ink::Text,
};
/// Values beside marks, ticks.
pub(super) const VALUE: Style = Style {
    size: 11.0,
    weight: Weight::Regular,
    ink: Ink::TextWeak,
};
/// Notes and the source.
pub(super) const NOTE: Style = Style {
    size: 10.5,
    weight: Weight::Regular,
    ink: Ink::TextWeak,
};

impl Style {
    pub(super) fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }

    pub(super) fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub(super) fn bold(self) -> Self {
        Self {
            weight: Weight::SemiBold,
            ..self
        }
    }

    pub(super) fn width(self, text: &str) -> f32 {
        MEASURE.text_width(text, self.size, self.weight)
    }

    /// From one baseline to the next.
    pub(super) fn step(self) -> f32 {
        self.size * 1.32
    }

    /// From the middle of a line's height to its baseline.
    pub(super) fn drop(self) -> f32 {
        self.size * 0.35
    }

    /// The text, or as much of its beginning as fits, with “…”.
    pub(super) fn fitting(self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept = text.to_owned();
        while kept.pop().is_some() {
            let told = format!("{}…", kept.trim_end());
            if self.width(&told) <= width {
                return told;
            }
        }
        String::new()
    }

    /// The text, or as many of its words as fit, with “…”: a number is whole or not there at all.
    pub(super) fn whole_words(self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept = text;
        while let Some((before, _)) = kept.rsplit_once(' ') {
            kept = before;
            // What is left neither ends with a word that leads to a number nor within brackets.
            let last = kept.rsplit(' ').next().unwrap_or_default();
            let leads_on = !last.contains(|sign: char| sign.is_ascii_digit());
            let is_open = kept.matches('(').count() > kept.matches(')').count();
            let told = format!("{kept} …");
            if !leads_on && !is_open && self.width(&told) <= width {
                return told;
            }
        }
        String::new()
    }

    /// The text in lines no wider than `width`; a word that is wider stands alone and is cut. What
    /// does not fit into `most` lines ends with “…”.
    pub(super) fn wrapped(self, text: &str, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split(' ') {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if line.is_empty() || self.width(&longer) <= width {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            }
        }
        lines.push(line);
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1)).join(" ");
            lines.push(rest);
        }
        lines.iter().map(|line| self.fitting(line, width)).collect()
    }
}

/// The sheet that is being filled.
pub(super) struct Sheet {
    pub(super) scene: Scene,
    /// The mark that what is drawn now belongs to.
    pub(super) mark: Option<usize>,
}

impl Sheet {
    pub(super) fn new(width: f32) -> Self {
        Self {
            scene: Scene {
                width,
                ..Scene::default()
            },
            mark: None,
        }
    }

    pub(super) fn add(&mut self, shape: Shape) {
        self.scene.items.push(Item {
            shape,
            mark: self.mark,
        });
    }

    pub(super) fn filled(&mut self, rect: Rect, fill: Fill) {
        if rect.width > 0.0 && rect.height > 0.0 {
            self.add(Shape::Rect {
                rect,
                fill: Some(fill),
                line: None,
            });
        }
    }

    pub(super) fn outlined(&mut self, rect: Rect, line: Line) {
        self.add(Shape::Rect {
            rect,
            fill: None,
            line: Some(line),
        });
    }

    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), line: Line) {
        self.add(Shape::Path {
            points: vec![from, to],
            line,
        });
    }

    pub(super) fn text(&mut self, at: (f32, f32), text: &str, style: Style, anchor: Anchor) {
        if !text.is_empty() {
            self.add(Shape::Text {
                at,
                text: text.to_owned(),
                size: style.size,
                weight: style.weight,
                ink: style.ink,
                anchor,
            });
        }
    }

    /// Lines one under the other from `top` on; gives back where they end.
    pub(super) fn lines(&mut self, left: f32, top: f32, lines: &[String], style: Style) -> f32 {
        let mut y = top;
        for line in lines {
            let base = y + style.step() / 2.0 + style.drop();
            self.text((left, base), line, style, Anchor::Start);
            y += style.step();
        }
        y
    }

    /// Where a mark is met by the pointer.
    pub(super) fn spot(&mut self, mark: usize, rect: Rect) {
        self.scene.spots.push(Spot { mark, rect });
    }
}
