//! A scene as SVG. Text is drawn as the outlines of the bundled fonts: no reader of SVG but browsers
//! heeds an embedded font, and in all others the labels would be set in another one, wider or
//! narrower than their places. What is written stays in the file as words: the title, the
//! description, each mark's own words, and each text beside its outlines.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::envelope;
use super::file::{PictureError, check};
use super::fonts::{Measure, Outline};
use super::palette::{Palette, Rgb};
use super::scene::{Anchor, Fill, HATCH, HATCH_WIDTH, Ink, Item, Line, Rect, Scene, Shape, Weight};
use super::view::{FigureView, Look};

/// The name space of the element that holds the view.
pub const NAMESPACE: &str = "urn:pledgebook:figure";
/// The element that holds the view.
pub const ELEMENT: &str = "figure";

/// The scene as an SVG file. The same scene gives the same text.
pub fn write(scene: &Scene, view: &FigureView) -> Result<String, PictureError> {
    check(scene)?;
    let mut drawing = Drawing::new(Palette::of(view.look));
    drawing.items(scene);
    let mut out = String::with_capacity(drawing.body.len() + 64 * 1024);
    head(&mut out, scene, view)?;
    drawing.definitions(&mut out);
    let ground = color(drawing.palette.ink(Ink::Ground));
    let (width, height) = (number(scene.width), number(scene.height));
    let _ = writeln!(
        out,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>"
    );
    out.push_str(&drawing.body);
    out.push_str("</svg>\n");
    Ok(out)
}

/// The scene as an element of a page of HTML, without the view that a file holds. Its names begin with
/// `prefix`, so that several can stand on one page.
pub fn inline(scene: &Scene, look: Look, prefix: &str) -> Result<String, PictureError> {
    check(scene)?;
    let mut drawing = Drawing::new(Palette::of(look));
    prefix.clone_into(&mut drawing.prefix);
    drawing.items(scene);
    let (width, height) = (number(scene.width), number(scene.height));
    let (title, alt) = (escaped(&scene.title), escaped(&scene.alt));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{prefix}title {prefix}alt\">\n\
         <title id=\"{prefix}title\">{title}</title>\n\
         <desc id=\"{prefix}alt\">{alt}</desc>\n"
    );
    drawing.definitions(&mut out);
    out.push_str(&drawing.body);
    out.push_str("</svg>\n");
    Ok(out)
}

/// Everything before what is drawn.
fn head(out: &mut String, scene: &Scene, view: &FigureView) -> Result<(), PictureError> {
    let (width, height) = (number(scene.width), number(scene.height));
    let lang = view.lang.code();
    let (title, alt) = (escaped(&scene.title), escaped(&scene.alt));
    let metadata = escaped(&envelope::seal(view)?);
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         lang=\"{lang}\" xml:lang=\"{lang}\">\n\
         <title>{title}</title>\n\
         <desc>{alt}</desc>\n\
         <metadata>\n\
         <pledgebook:{ELEMENT} xmlns:pledgebook=\"{NAMESPACE}\">{metadata}</pledgebook:{ELEMENT}>\n\
         </metadata>\n"
    );
    Ok(())
}

/// What is drawn, and what it needs to have been defined.
struct Drawing {
    palette: Palette,
    measure: Measure,
    glyphs: BTreeMap<String, String>,
    hatches: BTreeSet<Rgb>,
    body: String,
    /// What names begin with.
    prefix: String,
}

impl Drawing {
    fn new(palette: Palette) -> Self {
        Self {
            palette,
            measure: Measure::new(),
            glyphs: BTreeMap::new(),
            hatches: BTreeSet::new(),
            body: String::new(),
            prefix: String::new(),
        }
    }

    /// All items; those of one mark that follow each other are one group, with the mark's words.
    fn items(&mut self, scene: &Scene) {
        for group in scene.items.chunk_by(|a, b| a.mark == b.mark) {
            let mark = group.first().and_then(|item| item.mark);
            if let Some(mark) = mark {
                let _ = writeln!(self.body, "<g data-mark=\"{mark}\">");
                if let Some(told) = scene.told.get(mark) {
                    let _ = writeln!(self.body, "<title>{}</title>", escaped(told));
                }
            }
            for Item { shape, mark: _ } in group {
                self.shape(shape);
            }
            if mark.is_some() {
                self.body.push_str("</g>\n");
            }
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, fill, line } => {
                let Rect {
                    left,
                    top,
                    width,
                    height,
                } = *rect;
                let (x, y) = (number(left), number(top));
                let (width, height) = (number(width), number(height));
                let _ = write!(
                    self.body,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""
                );
                self.paint(*fill, *line);
            }
            Shape::Path { points, line } => {
                let _ = write!(self.body, "<path d=\"{}\"", path(points, false));
                self.paint(None, Some(*line));
            }
            Shape::Area { points, fill } => {
                let _ = write!(self.body, "<path d=\"{}\"", path(points, true));
                self.paint(Some(*fill), None);
            }
            Shape::Circle {
                centre: (x, y),
                radius,
                fill,
                line,
            } => {
                let (x, y, radius) = (number(*x), number(*y), number(*radius));
                let _ = write!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
                self.paint(*fill, *line);
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

    /// Fill and line of an element that is begun, and its end.
    fn paint(&mut self, fill: Option<Fill>, line: Option<Line>) {
        match fill {
            None => self.body.push_str(" fill=\"none\""),
            Some(fill) => {
                let rgb = self.palette.mixed(fill.ink, fill.strength);
                if fill.hatched {
                    self.hatches.insert(rgb);
                    let _ = write!(self.body, " fill=\"url(#{}{})\"", self.prefix, hatch(rgb));
                } else {
                    let _ = write!(self.body, " fill=\"{}\"", color(rgb));
                }
            }
        }
        if let Some(line) = line {
            let rgb = color(self.palette.mixed(line.ink, line.strength));
            let width = number(line.width);
            let _ = write!(
                self.body,
                " stroke=\"{rgb}\" stroke-width=\"{width}\" stroke-linejoin=\"round\""
            );
            if line.dashed {
                self.body.push_str(" stroke-dasharray=\"3 3\"");
            }
        }
        self.body.push_str("/>\n");
    }

    fn text(
        &mut self,
        at: (f32, f32),
        text: &str,
        size: f32,
        (weight, ink): (Weight, Ink),
        anchor: Anchor,
    ) {
        let (x, y) = self.measure.begin(at, text, size, weight, anchor);
        let fill = color(self.palette.ink(ink));
        let (x, y) = (number(x), number(y));
        // The outlines stand in thousandths of an em.
        let scale = trimmed(&format!("{:.5}", size / EM));
        let told = escaped(text);
        let _ = write!(
            self.body,
            "<g aria-label=\"{told}\" fill=\"{fill}\" transform=\"translate({x} {y}) scale({scale})\">"
        );
        let mut along = 0.0;
        for glyph in self.measure.glyphs(text, weight) {
            let name = match weight {
                Weight::Regular => format!("{}r{}", self.prefix, glyph.id),
                Weight::SemiBold => format!("{}s{}", self.prefix, glyph.id),
            };
            let known = self.glyphs.contains_key(&name);
            let drawn = known || {
                let mut outline = Outlined::default();
                self.measure.outline(glyph.id, weight, &mut outline);
                let drawn = !outline.0.is_empty();
                if drawn {
                    self.glyphs.insert(name.clone(), outline.0);
                }
                drawn
            };
            if drawn {
                let x = number(along * EM);
                let _ = write!(self.body, "<use xlink:href=\"#{name}\" x=\"{x}\"/>");
            }
            along += glyph.advance;
        }
        self.body.push_str("</g>\n");
    }

    fn definitions(&self, out: &mut String) {
        if self.glyphs.is_empty() && self.hatches.is_empty() {
            return;
        }
        out.push_str("<defs>\n");
        let ground = color(self.palette.ink(Ink::Ground));
        let step = number(HATCH);
        for rgb in &self.hatches {
            let name = format!("{}{}", self.prefix, hatch(*rgb));
            let fill = color(*rgb);
            let width = number(HATCH_WIDTH);
            let (below, above) = (number(-HATCH / 2.0), number(HATCH * 1.5));
            let half = number(HATCH / 2.0);
            let _ = writeln!(
                out,
                "<pattern id=\"{name}\" width=\"{step}\" height=\"{step}\" \
                 patternUnits=\"userSpaceOnUse\"><rect width=\"{step}\" height=\"{step}\" \
                 fill=\"{fill}\"/><path d=\"M{below} {half}L{half} {below}M{below} {above}L{above} {below}\
                 M{half} {above}L{above} {half}\" stroke=\"{ground}\" stroke-width=\"{width}\"/></pattern>"
            );
        }
        for (name, outline) in &self.glyphs {
            let _ = writeln!(out, "<path id=\"{name}\" d=\"{outline}\"/>");
        }
        out.push_str("</defs>\n");
    }
}

/// Units of an em in which outlines are written.
const EM: f32 = 1000.0;

/// A sign's outline as the data of an SVG path, y downwards.
#[derive(Default)]
struct Outlined(String);

impl Outlined {
    fn step(&mut self, command: char, points: &[(f32, f32)]) {
        self.0.push(command);
        for (at, (x, y)) in points.iter().enumerate() {
            let between = if at > 0 { " " } else { "" };
            let (x, y) = (number(x * EM), number(-y * EM));
            let _ = write!(self.0, "{between}{x} {y}");
        }
    }
}

impl Outline for Outlined {
    fn move_to(&mut self, to: (f32, f32)) {
        self.step('M', &[to]);
    }

    fn line_to(&mut self, to: (f32, f32)) {
        self.step('L', &[to]);
    }

    fn quad_to(&mut self, by: (f32, f32), to: (f32, f32)) {
        self.step('Q', &[by, to]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

fn hatch([r, g, b]: Rgb) -> String {
    format!("h{r:02x}{g:02x}{b:02x}")
}

fn color([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn path(points: &[(f32, f32)], closed: bool) -> String {
    let mut data = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let command = if at == 0 { 'M' } else { 'L' };
        let _ = write!(data, "{command}{} {}", number(*x), number(*y));
    }
    if closed && !points.is_empty() {
        data.push('Z');
    }
    data
}

/// A number with at most two decimals; what is no number is 0.
fn number(value: f32) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    trimmed(&format!("{value:.2}"))
}

fn trimmed(text: &str) -> String {
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0" } else { short }.to_owned()
}

/// Text for XML, in elements and in quotes. Signs that XML does not have become “�”.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(sign),
            '\r' => out.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            sign if u32::from(sign) < 0x20 => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_negative_zero() {
        let all = [0.0, -0.001, 12.0, 12.345, -3.5, 100.0, f32::NAN];
        let written: Vec<String> = all.into_iter().map(number).collect();
        assert_eq!(written, ["0", "0", "12", "12.35", "-3.5", "100", "0"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(
            escaped("a<b> & \"c\"\u{1}\u{ffff}\r"),
            "a&lt;b&gt; &amp; &quot;c&quot;��&#13;"
        );
    }
}
