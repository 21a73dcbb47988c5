//! A scene as PNG: its SVG, drawn by one renderer of our own on every machine. Sizes in print, title,
//! description and view stand beside the pixels; no time of making, so that the same stays the same.

use png::text_metadata::ITXtChunk;
use png::{
    BitDepth, ColorType, Compression, Encoder, Info, PixelDimensions, SrgbRenderingIntent, Unit,
};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::file::{MOST_PIXELS, PictureError, Scale, too_large};
use super::scene::Scene;
use super::view::FigureView;
use super::{envelope, svg};

/// The keyword of the text that holds the view.
pub const KEYWORD: &str = "pledgebook-figure";

/// The scene as a PNG file.
pub(super) fn write(
    scene: &Scene,
    view: &FigureView,
    scale: Scale,
) -> Result<Vec<u8>, PictureError> {
    let pixels = pixels(scene, &svg::write(scene, view)?, scale)?;
    let failed = |error: png::EncodingError| PictureError::Pixels(error.to_string());
    let mut bytes = Vec::new();
    let mut info = Info::with_size(pixels.width(), pixels.height());
    info.color_type = ColorType::Rgb;
    info.bit_depth = BitDepth::Eight;
    // 96 pixels to the inch of 2.54 cm.
    let per_metre = u32::from(scale.factor()) * 96 * 10_000;
    let per_metre = (per_metre + 127) / 254;
    info.pixel_dims = Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    });
    info.utf8_text = texts(scene, view)?;
    let mut encoder = Encoder::with_info(&mut bytes, info).map_err(failed)?;
    encoder.set_compression(Compression::High);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    let mut writer = encoder.write_header().map_err(failed)?;
    // The ground fills the picture, so no pixel lets anything through.
    let solid: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    writer.write_image_data(&solid).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

fn pixels(scene: &Scene, svg: &str, scale: Scale) -> Result<Pixmap, PictureError> {
    let factor = f32::from(scale.factor());
    let side = |points: f32| whole((points * factor).ceil());
    let (width, height) = (side(scene.width), side(scene.height));
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(too_large(scene));
    }
    let tree = Tree::from_str(svg, &Options::default())
        .map_err(|error| PictureError::Pixels(error.to_string()))?;
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| too_large(scene))?;
    let transform = Transform::from_scale(factor, factor);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a side lies between 1 and 40,000"
)]
fn whole(side: f32) -> u32 {
    side as u32
}

fn texts(scene: &Scene, view: &FigureView) -> Result<Vec<ITXtChunk>, PictureError> {
    let software = format!("Pledgebook {}", view.version);
    let lang = view.lang.code();
    let mut texts: Vec<ITXtChunk> = [
        ("Title", scene.title.as_str(), lang),
        ("Description", scene.alt.as_str(), lang),
        ("Software", software.as_str(), ""),
    ]
    .into_iter()
    .map(|(keyword, text, lang)| {
        // The text ends at a byte of zero.
        let mut chunk = ITXtChunk::new(keyword, text.replace('\0', "\u{fffd}"));
        chunk.language_tag = lang.to_owned();
        chunk
    })
    .collect();
    let mut sealed = ITXtChunk::new(KEYWORD, envelope::seal(view)?);
    sealed.compressed = true;
    texts.push(sealed);
    Ok(texts)
}
