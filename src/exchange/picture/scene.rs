//! A chart laid out: shapes and texts in points (96 to the inch), y downwards, inks by meaning.

use crate::views::Part;

/// A colour by meaning; palettes give each its value in light and dark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ink {
    /// The ground of the picture.
    Ground,
    /// Text.
    Text,
    /// Text of the second rank.
    TextWeak,
    /// Hairlines and grids.
    Line,
    /// The line of zero; borders.
    LineStrong,
    /// What is chosen.
    Accent,
    /// Military aid.
    Military,
    /// Financial aid.
    Financial,
    /// Humanitarian aid.
    Humanitarian,
    /// Mixed and other aid, and all types together.
    Mixed,
    /// The n-th of colours that mean nothing but “another”: instruments. Counted from 0, below [`OTHERS`].
    Other(u8),
}

/// How many inks there are for “another”.
pub const OTHERS: u8 = 7;

/// How far the lines of hatching stand from each other along x, in points. They run where x + y is a
/// multiple of it.
pub const HATCH: f32 = 6.0;
/// How wide the lines of hatching are, in points.
pub const HATCH_WIDTH: f32 = 1.0;

/// What an area is filled with.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fill {
    /// The ink.
    pub ink: Ink,
    /// How strong it is on the ground: 1 is the ink, 0 the ground. No transparency is used.
    pub strength: f32,
    /// Thin diagonal lines of the ground over it: an estimate.
    pub hatched: bool,
}

impl Fill {
    /// The full ink.
    pub fn solid(ink: Ink) -> Self {
        Self {
            ink,
            strength: 1.0,
            hatched: false,
        }
    }

    /// The ink at part strength: between low and high.
    pub fn light(ink: Ink) -> Self {
        Self {
            strength: 0.35,
            ..Self::solid(ink)
        }
    }

    /// The same, hatched where it rests on an estimate.
    #[must_use]
    pub fn hatched_if(self, estimate: bool) -> Self {
        Self {
            hatched: estimate,
            ..self
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Line {
    /// The ink.
    pub ink: Ink,
    /// How strong it is on the ground, as in [`Fill`].
    pub strength: f32,
    /// Its width in points.
    pub width: f32,
    /// Whether it is dashed (3 points on, 3 off).
    pub dashed: bool,
}

impl Line {
    /// A line of so many points.
    pub fn of(ink: Ink, width: f32) -> Self {
        Self {
            ink,
            strength: 1.0,
            width,
            dashed: false,
        }
    }
}

/// A rectangle: left, top, width, height in points.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[expect(missing_docs, reason = "each is the word itself")]
pub struct Rect {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    /// A rectangle by its sides.
    pub fn sides(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            left,
            top,
            width: (right - left).max(0.0),
            height: (bottom - top).max(0.0),
        }
    }

    /// Its right side.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Its bottom.
    pub fn bottom(&self) -> f32 {
        self.top + self.height
    }

    /// Its middle.
    pub fn middle(&self) -> (f32, f32) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Whether two have a point in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }
}

/// Where a text stands to its point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// How heavy a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// IBM Plex Sans Regular.
    Regular,
    /// IBM Plex Sans SemiBold.
    SemiBold,
}

/// A shape or a text.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Filled with; none: not filled.
        fill: Option<Fill>,
        /// Its border, centred on the sides; none: no border.
        line: Option<Line>,
    },
    /// A line through points.
    Path {
        /// Its points.
        points: Vec<(f32, f32)>,
        /// How it is drawn.
        line: Line,
    },
    /// A closed, filled area round points.
    Area {
        /// Its corners.
        points: Vec<(f32, f32)>,
        /// Filled with.
        fill: Fill,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: (f32, f32),
        /// Its radius in points.
        radius: f32,
        /// Filled with; none: not filled.
        fill: Option<Fill>,
        /// Its border; none: no border.
        line: Option<Line>,
    },
    /// A line of text.
    Text {
        /// The point of its anchor, on the baseline.
        at: (f32, f32),
        /// The text; one line.
        text: String,
        /// Its size in points.
        size: f32,
        /// How heavy it is.
        weight: Weight,
        /// Its ink.
        ink: Ink,
        /// Where it stands to the point.
        anchor: Anchor,
    },
}

/// A shape, and the mark whose it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// What is drawn.
    pub shape: Shape,
    /// The chart's mark that it shows, by index; none: a part of the frame.
    pub mark: Option<usize>,
}

/// Where a mark is met by the pointer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spot {
    /// The chart's mark, by index.
    pub mark: usize,
    /// Where.
    pub rect: Rect,
}

/// A chart laid out.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scene {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What is drawn, the lowest first.
    pub items: Vec<Item>,
    /// Where marks are met, in the order of the marks.
    pub spots: Vec<Spot>,
    /// The legend: each part with its place.
    pub legend: Vec<(Part, Rect)>,
    /// The picture in a few words: its title.
    pub title: String,
    /// The picture in sentences, for those who do not see it.
    pub alt: String,
    /// Each mark in words, as a tooltip says it; by the mark's index.
    pub told: Vec<String>,
}
