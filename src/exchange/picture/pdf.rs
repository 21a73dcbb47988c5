//! A scene as PDF: one page as large as the picture, with lines as lines and text as text in subsets
//! of the bundled fonts. It is tagged as one figure with its alternative text, and the view is a file
//! within it, so that any reader of PDF can show that too.

use krilla::color::rgb;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Point, Rect as Bounds, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill as Filling, FillRule, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::envelope;
use super::file::{LONGEST_SIDE, PictureError, check};
use super::fonts::{self, Measure};
use super::palette::{Palette, Rgb};
use super::scene::{Anchor, Fill, HATCH, HATCH_WIDTH, Ink, Line, Rect, Scene, Shape, Weight};
use super::view::{FigureView, Look};
use crate::text::Texts;

/// The name of the file within that holds the view.
pub const ATTACHED: &str = "pledgebook-figure.ron";
/// Points of PDF (72 to the inch) in a point of a scene (96 to the inch).
const POINT: f32 = 0.75;
/// How far control points stand from the ends of a quarter of a circle, in radii.
const QUARTER: f32 = 0.552_284_8;

/// The scene as a PDF file.
pub(super) fn write(scene: &Scene, view: &FigureView) -> Result<Vec<u8>, PictureError> {
    check(scene)?;
    let failed = |cause: &str| PictureError::Page(cause.to_owned());
    let mut document = Document::new_with(SerializeSettings::default());
    let settings = PageSettings::from_wh(scene.width * POINT, scene.height * POINT)
        .ok_or_else(|| failed("size"))?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let mut figure = TagGroup::new(Tag::Figure(Some(plain(&scene.alt))));
    figure.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
    Drawing::new(&mut surface, view.look, Fonts::new()?).all(scene);
    surface.end_tagged();
    surface.finish();
    page.finish();
    let lang = view.lang.code().to_owned();
    let mut tags = TagTree::new().with_lang(Some(lang.clone()));
    tags.push(figure);
    document.set_tag_tree(tags);
    let program = format!("Pledgebook {}", view.version);
    document.set_metadata(
        Metadata::new()
            .title(plain(&scene.title))
            .description(plain(&scene.alt))
            .language(lang)
            .creator(program.clone())
            .producer(program),
    );
    let attached = EmbeddedFile {
        path: ATTACHED.to_owned(),
        mime_type: MimeType::new("text/plain"),
        description: Some(Texts::new(view.lang).get("picture-attached")),
        association_kind: AssociationKind::Source,
        data: envelope::seal(view)?.into_bytes().into(),
        modification_date: None,
        compress: Some(false),
        location: None,
    };
    document
        .embed_file(attached)
        .ok_or_else(|| failed("attachment"))?;
    document
        .finish()
        .map_err(|error| failed(&error.to_string()))
}

fn font(weight: Weight) -> Result<Font, PictureError> {
    Font::new(fonts::bytes(weight).into(), 0).ok_or_else(|| PictureError::Page("font".to_owned()))
}

/// The fonts of a document, each in it once.
#[derive(Clone)]
pub(in crate::exchange) struct Fonts {
    regular: Font,
    semibold: Font,
}

impl Fonts {
    /// The bundled fonts.
    pub(in crate::exchange) fn new() -> Result<Self, PictureError> {
        Ok(Self {
            regular: font(Weight::Regular)?,
            semibold: font(Weight::SemiBold)?,
        })
    }
}

/// Text without signs that steer devices.
pub(in crate::exchange) fn plain(text: &str) -> String {
    text.replace(|sign: char| sign.is_control() && sign != '\n', " ")
}

/// Draws on a page, in the inks of a ground.
pub(in crate::exchange) struct Drawing<'a, 'page> {
    surface: &'a mut Surface<'page>,
    palette: Palette,
    measure: Measure,
    fonts: Fonts,
}

impl<'a, 'page> Drawing<'a, 'page> {
    pub(in crate::exchange) fn new(
        surface: &'a mut Surface<'page>,
        look: Look,
        fonts: Fonts,
    ) -> Self {
        Self {
            surface,
            palette: Palette::of(look),
            measure: Measure::new(),
            fonts,
        }
    }

    /// The page.
    pub(in crate::exchange) fn surface(&mut self) -> &mut Surface<'page> {
        self.surface
    }

    /// A whole scene, on its ground.
    pub(in crate::exchange) fn all(&mut self, scene: &Scene) {
        self.surface
            .push_transform(&Transform::from_scale(POINT, POINT));
        let ground = Rect::sides(0.0, 0.0, scene.width, scene.height);
        self.draw(
            rectangle(ground),
            ground,
            Some(Fill::solid(Ink::Ground)),
            None,
        );
        for item in &scene.items {
            self.shape(&item.shape);
        }
        self.surface.pop();
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, fill, line } => self.draw(rectangle(*rect), *rect, *fill, *line),
            Shape::Path { points, line } => {
                self.draw(through(points, false), extent(points), None, Some(*line));
            }
            Shape::Area { points, fill } => {
                self.draw(through(points, true), extent(points), Some(*fill), None);
            }
            Shape::Circle {
                centre,
                radius,
                fill,
                line,
            } => {
                let ((x, y), radius) = (*centre, *radius);
                let round = Rect::sides(x - radius, y - radius, x + radius, y + radius);
                self.draw(circle(*centre, radius), round, *fill, *line);
            }
            Shape::Text {
                at,
                text,
                size,
                weight,
                ink,
                anchor,
            } => self.text(*at, text, *size, (*weight, *ink), *anchor),
        }
    }

    /// A rectangle filled with an ink.
    pub(in crate::exchange) fn filled(&mut self, rect: Rect, fill: Fill) {
        self.draw(rectangle(rect), rect, Some(fill), None);
    }

    /// Draws a path that lies within bounds; one without extent is left out.
    fn draw(&mut self, path: Option<Path>, bounds: Rect, fill: Option<Fill>, line: Option<Line>) {
        let Some(path) = path else {
            return;
        };
        if let Some(fill) = fill {
            let rgb = self.palette.mixed(fill.ink, fill.strength);
            self.surface.set_fill(Some(filling(rgb)));
            self.surface.set_stroke(None);
            self.surface.draw_path(&path);
            if fill.hatched {
                self.hatch(&path, bounds);
            }
        }
        if let Some(line) = line.filter(|line| line.width.is_finite() && line.width > 0.0) {
            let rgb = self.palette.mixed(line.ink, line.strength);
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(stroke(rgb, &line)));
            self.surface.draw_path(&path);
        }
    }

    /// Diagonal lines of the ground, where x + y is a multiple of their distance.
    fn hatch(&mut self, path: &Path, bounds: Rect) {
        let Rect { left, top, .. } = bounds;
        let (right, bottom) = (bounds.right(), bounds.bottom());
        let last = (right + bottom).min(2.0 * LONGEST_SIDE);
        let mut lines = PathBuilder::new();
        let mut sum = ((left + top).max(-LONGEST_SIDE) / HATCH).floor() * HATCH;
        // One more on either side: lines have a width.
        while sum <= last + HATCH {
            lines.move_to(sum - bottom, bottom);
            lines.line_to(sum - top, top);
            sum += HATCH;
        }
        let Some(lines) = lines.finish() else {
            return;
        };
        self.surface.push_clip_path(path, &FillRule::NonZero);
        let ground = self.palette.ink(Ink::Ground);
        self.surface.set_fill(None);
        self.surface
            .set_stroke(Some(stroke(ground, &Line::of(Ink::Ground, HATCH_WIDTH))));
        self.surface.draw_path(&lines);
        self.surface.pop();
    }

    /// A line of text.
    pub(in crate::exchange) fn text(
        &mut self,
        at: (f32, f32),
        text: &str,
        size: f32,
        (weight, ink): (Weight, Ink),
        anchor: Anchor,
    ) {
        let (x, y) = self.measure.begin(at, text, size, weight, anchor);
        let signs = self.measure.glyphs(text, weight);
        let glyphs: Vec<KrillaGlyph> = signs
            .map(|sign| KrillaGlyph {
                glyph_id: GlyphId::new(sign.id),
                text_range: sign.at..sign.at + sign.sign.len_utf8(),
                x_advance: sign.advance,
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            })
            .collect();
        let is_drawn = [x, y, size].iter().all(|n| n.is_finite()) && size > 0.0;
        if glyphs.is_empty() || !is_drawn {
            return;
        }
        let font = match weight {
            Weight::Regular => self.fonts.regular.clone(),
            Weight::SemiBold => self.fonts.semibold.clone(),
        };
        self.surface.set_fill(Some(filling(self.palette.ink(ink))));
        self.surface.set_stroke(None);
        let begin = Point::from_xy(x, y);
        self.surface
            .draw_glyphs(begin, &glyphs, font, text, size, false);
    }
}

fn paint([r, g, b]: Rgb) -> krilla::paint::Paint {
    rgb::Color::new(r, g, b).into()
}

fn filling(rgb: Rgb) -> Filling {
    Filling {
        paint: paint(rgb),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn stroke(rgb: Rgb, line: &Line) -> Stroke {
    Stroke {
        paint: paint(rgb),
        width: line.width,
        line_join: LineJoin::Round,
        dash: line.dashed.then(|| StrokeDash {
            array: vec![3.0, 3.0],
            offset: 0.0,
        }),
        ..Stroke::default()
    }
}

fn rectangle(rect: Rect) -> Option<Path> {
    let bounds = Bounds::from_ltrb(rect.left, rect.top, rect.right(), rect.bottom())?;
    let mut path = PathBuilder::new();
    path.push_rect(bounds);
    path.finish()
}

/// The rectangle round points.
fn extent(points: &[(f32, f32)]) -> Rect {
    let x = || points.iter().map(|(x, _)| *x);
    let y = || points.iter().map(|(_, y)| *y);
    Rect::sides(
        x().fold(f32::INFINITY, f32::min),
        y().fold(f32::INFINITY, f32::min),
        x().fold(f32::NEG_INFINITY, f32::max),
        y().fold(f32::NEG_INFINITY, f32::max),
    )
}

fn through(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 {
            path.move_to(*x, *y);
        } else {
            path.line_to(*x, *y);
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn circle((x, y): (f32, f32), radius: f32) -> Option<Path> {
    let by = radius * QUARTER;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + by, x + by, y + radius, x, y + radius);
    path.cubic_to(x - by, y + radius, x - radius, y + by, x - radius, y);
    path.cubic_to(x - radius, y - by, x - by, y - radius, x, y - radius);
    path.cubic_to(x + by, y - radius, x + radius, y - by, x + radius, y);
    path.close();
    path.finish()
}
