//! Charts as pictures: one layout gives the screen, SVG, PNG and PDF.
//!
//! A [`Chart`](crate::views::Chart) and its words are laid out into a [`Scene`]: plain shapes and texts
//! in points, with inks by meaning. The window paints the scene; SVG, PNG and PDF are written from it.

pub mod envelope;
pub mod file;
pub mod fonts;
pub mod layout;
pub mod palette;
pub mod pdf;
pub mod png;
pub mod read;
pub mod scene;
pub mod svg;
pub mod view;
pub mod words;

pub use file::{PictureError, PictureFormat, Scale, figure, write};
pub use fonts::Measure;
pub use palette::{Palette, Vision};
pub use read::FigureError;
pub use scene::{Anchor, Fill, Ink, Item, Line, Rect, Scene, Shape, Spot, Weight};
pub use view::{DatasetMark, FigureView, Look, Size};
