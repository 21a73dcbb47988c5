//! A scene as the bytes of a file: which kinds there are, and what can go wrong.

use std::path::Path;

use super::layout::{self, Frame};
use super::scene::Scene;
use super::view::FigureView;
use super::{pdf, png, svg};
use crate::ledger::Ledger;
use crate::text::Texts;
use crate::views::chart;

/// The longest side of a picture in points. A page of PDF cannot be much longer.
pub const LONGEST_SIDE: f32 = 10_000.0;
/// The most pixels that a picture of pixels may have.
pub const MOST_PIXELS: u64 = 1 << 26;

/// Pixels to a point.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// 96 pixels to the inch: for the screen.
    One,
    /// 192 pixels to the inch: for slides and sharp screens.
    #[default]
    Two,
    /// 384 pixels to the inch: for print.
    Four,
}

impl Scale {
    /// Every scale.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Four];

    /// How many pixels a point is wide.
    pub fn factor(self) -> u16 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Four => 4,
        }
    }

    /// Its name on the command line: the factor.
    pub fn key(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::Two => "2",
            Self::Four => "4",
        }
    }

    /// The scale of that name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.key() == key)
    }
}

/// A kind of picture file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PictureFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Pixels.
    Png(Scale),
    /// A page of one picture.
    Pdf,
}

impl PictureFormat {
    /// The kind that a file's name asks for; pixels at the usual scale. None: no kind that is known.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png(Scale::default())),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png(_) => "png",
            Self::Pdf => "pdf",
        }
    }
}

/// Why there is no picture.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum PictureError {
    /// It has no extent, or more than can be drawn.
    #[error("a picture of {width} × {height} points cannot be drawn")]
    Size {
        /// Width in points.
        width: f32,
        /// Height in points.
        height: f32,
    },
    /// Its view cannot be written down.
    #[error("the view cannot be written: {0}")]
    View(String),
    /// It could not be made into pixels.
    #[error("no pixels: {0}")]
    Pixels(String),
    /// It could not be made into a page.
    #[error("no page: {0}")]
    Page(String),
}

/// The scene of a view. The ledger must be one under the view's assumptions.
pub fn scene(view: &FigureView, ledger: &Ledger) -> Scene {
    let frame = Frame {
        title: view.title.clone(),
        note: view.note.clone(),
        ..Frame::of(view.size)
    };
    let chart = chart(ledger, &view.chart);
    let chart = chart.named_in(view.lang).unwrap_or(chart);
    layout::scene(&chart, ledger, Texts::new(view.lang), &frame)
}

/// The picture of a view as the bytes of a file: what window and command line both write.
///
/// # Errors
/// When it is of a size that cannot be drawn.
pub fn figure(
    view: &FigureView,
    ledger: &Ledger,
    format: PictureFormat,
) -> Result<Vec<u8>, PictureError> {
    write(&scene(view, ledger), view, format)
}

/// The scene as the bytes of a file that holds the view too. The same gives the same bytes.
///
/// # Errors
/// When it is of a size that cannot be drawn.
pub fn write(
    scene: &Scene,
    view: &FigureView,
    format: PictureFormat,
) -> Result<Vec<u8>, PictureError> {
    match format {
        PictureFormat::Svg => svg::write(scene, view).map(String::into_bytes),
        PictureFormat::Png(scale) => png::write(scene, view, scale),
        PictureFormat::Pdf => pdf::write(scene, view),
    }
}

/// Whether a scene is of a size that can be drawn.
pub(super) fn check(scene: &Scene) -> Result<(), PictureError> {
    let fits = |side: f32| (1.0..=LONGEST_SIDE).contains(&side);
    if fits(scene.width) && fits(scene.height) {
        return Ok(());
    }
    Err(too_large(scene))
}

pub(super) fn too_large(scene: &Scene) -> PictureError {
    PictureError::Size {
        width: scene.width,
        height: scene.height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_kind() {
        let of = |name: &str| PictureFormat::of_path(Path::new(name));
        assert_eq!(of("a.b/c.SVG"), Some(PictureFormat::Svg));
        assert_eq!(of("c.png"), Some(PictureFormat::Png(Scale::Two)));
        assert_eq!(of("c.pdf"), Some(PictureFormat::Pdf));
        assert_eq!(of("c.jpeg"), None);
        assert_eq!(of("svg"), None);
    }
}
