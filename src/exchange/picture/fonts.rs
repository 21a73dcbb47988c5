//! The bundled fonts, and how wide a text is in them. No font of the system is ever asked, so that a
//! text is as wide, and a picture the same, on every machine.

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::scene::{Anchor, Weight};

/// IBM Plex Sans Regular, as a TrueType file.
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
/// IBM Plex Sans SemiBold, as a TrueType file.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf");

/// The width of thin and narrow spaces in spaces. Days and sums hold them; at the fonts' own half a
/// space their parts run together.
pub const THIN_SPACE: f32 = 0.75;

/// The file of a weight.
pub fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR,
        Weight::SemiBold => SEMIBOLD,
    }
}

/// A sign of a text as the font draws it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Glyph {
    /// Where its character begins in the text, in bytes.
    pub at: usize,
    /// Its character.
    pub sign: char,
    /// Its number in the font; 0 where the font has no such sign.
    pub id: u32,
    /// How far the next sign stands from it, in ems.
    pub advance: f32,
}

/// One bundled font, read once and asked often.
struct Face {
    font: FontRef<'static>,
    metrics: GlyphMetrics<'static>,
    em: f32,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let em = f32::from(font.head().ok()?.units_per_em());
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { font, metrics, em })
    }

    fn advance(&self, id: GlyphId) -> f32 {
        self.metrics.advance_width(id).unwrap_or_default() / self.em
    }

    fn glyph(&self, sign: char) -> (GlyphId, f32) {
        let shown = match sign {
            '\u{2009}' | '\u{202f}' | '\u{a0}' => ' ',
            sign if sign.is_control() => ' ',
            sign => sign,
        };
        let id = self.font.charmap().map(shown).unwrap_or_default();
        let part = match sign {
            '\u{2009}' | '\u{202f}' => THIN_SPACE,
            _ => 1.0,
        };
        (id, self.advance(id) * part)
    }
}

/// The widths of texts in the bundled fonts, from the fonts' own advances. Pairs are not kerned,
/// here and wherever a picture is drawn, so what is measured is what is seen.
pub struct Measure {
    regular: Option<Face>,
    semibold: Option<Face>,
}

impl Default for Measure {
    fn default() -> Self {
        Self::new()
    }
}

impl Measure {
    /// Reads the heads of both fonts; cheap.
    pub fn new() -> Self {
        Self {
            regular: Face::read(REGULAR),
            semibold: Face::read(SEMIBOLD),
        }
    }

    fn face(&self, weight: Weight) -> Option<&Face> {
        match weight {
            Weight::Regular => self.regular.as_ref(),
            Weight::SemiBold => self.semibold.as_ref(),
        }
    }

    /// How wide a text is in points, at a size in points.
    pub fn text_width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        self.glyphs(text, weight).map(|g| g.advance).sum::<f32>() * size
    }

    /// Where a text begins on its baseline, which stands to a point by its anchor.
    pub fn begin(
        &self,
        (x, y): (f32, f32),
        text: &str,
        size: f32,
        weight: Weight,
        anchor: Anchor,
    ) -> (f32, f32) {
        let back = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => self.text_width(text, size, weight) / 2.0,
            Anchor::End => self.text_width(text, size, weight),
        };
        (x - back, y)
    }

    /// Hands on the outline of a sign. A space has none.
    pub fn outline(&self, id: u32, weight: Weight, to: &mut dyn Outline) {
        let Some(face) = self.face(weight) else {
            return;
        };
        let unscaled = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if let Some(glyph) = face.font.outline_glyphs().get(GlyphId::new(id)) {
            let mut pen = InEms { to, em: face.em };
            // A bundled font is whole; a sign that cannot be drawn is as one without an outline.
            let _ = glyph.draw(unscaled, &mut pen);
        }
    }

    /// The signs of a text, one after the other. What has no width and no shape is left out.
    pub fn glyphs<'a>(&'a self, text: &'a str, weight: Weight) -> impl Iterator<Item = Glyph> + 'a {
        let face = self.face(weight);
        let shown = text.char_indices().filter(|(_, sign)| !is_invisible(*sign));
        shown.filter_map(move |(at, sign)| {
            let (id, advance) = face?.glyph(sign);
            Some(Glyph {
                at,
                sign,
                id: id.to_u32(),
                advance,
            })
        })
    }
}

/// Takes down the outline of a sign, in ems, y upwards.
pub trait Outline {
    /// A contour begins.
    fn move_to(&mut self, to: (f32, f32));
    /// It goes on straight.
    fn line_to(&mut self, to: (f32, f32));
    /// It goes on in a quadratic curve; the fonts have no other ones.
    fn quad_to(&mut self, by: (f32, f32), to: (f32, f32));
    /// It ends where it began.
    fn close(&mut self);
}

/// An outline in units of the font, handed on in ems.
struct InEms<'a> {
    to: &'a mut dyn Outline,
    em: f32,
}

impl OutlinePen for InEms<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.to.move_to((x / self.em, y / self.em));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.to.line_to((x / self.em, y / self.em));
    }

    fn quad_to(&mut self, by_x: f32, by_y: f32, x: f32, y: f32) {
        let em = self.em;
        self.to.quad_to((by_x / em, by_y / em), (x / em, y / em));
    }

    fn curve_to(&mut self, _: f32, _: f32, by_x: f32, by_y: f32, x: f32, y: f32) {
        // TrueType has quadratic curves alone.
        self.quad_to(by_x, by_y, x, y);
    }

    fn close(&mut self) {
        self.to.close();
    }
}

/// Whether a sign only tells how others are set: soft hyphens, joiners, directions.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_signs_and_grows_with_its_size() {
        let measure = Measure::new();
        // Every digit of Plex Sans is 600 thousandths of an em wide.
        assert!((measure.text_width("1234567890", 10.0, Weight::Regular) - 60.0).abs() < 0.01);
        assert!((measure.text_width("12", 20.0, Weight::SemiBold) - 24.0).abs() < 0.01);
        assert!(measure.text_width("", 20.0, Weight::Regular).abs() < f32::EPSILON);
        let (light, strong) = (Weight::Regular, Weight::SemiBold);
        let of = |weight| measure.text_width("Сполучене Королівство", 12.0, weight);
        assert!(of(strong) > of(light) && of(light) > 100.0);
        let narrow = measure.text_width("\u{202f}", 100.0, light);
        assert!((narrow - measure.text_width(" ", 75.0, light)).abs() < 0.01);
    }

    #[test]
    fn what_cannot_be_seen_takes_no_room_and_nothing_breaks_the_line() {
        let measure = Measure::new();
        let of = |text: &str| measure.text_width(text, 10.0, Weight::Regular);
        assert!((of("a\u{ad}b\u{feff}\u{200b}") - of("ab")).abs() < f32::EPSILON);
        assert!((of("a\nb") - of("a b")).abs() < f32::EPSILON);
        assert!(of("漢") > 0.0);
    }

    #[test]
    fn both_fonts_have_the_letters_of_both_languages() {
        let measure = Measure::new();
        let signs =
            "ABCabcĄČĖŠŽŁÖÅäößñéçîşğ АБВГҐДЕЄЖЗИІЇЙабвгґдеєжзиіїй’ʼ €£¥$₴ –—−≈≤≥±×÷…·•«»“”„";
        for weight in [Weight::Regular, Weight::SemiBold] {
            let mut glyphs = measure.glyphs(signs, weight);
            assert!(glyphs.all(|glyph| glyph.id != 0 && glyph.advance > 0.0));
        }
    }
}
