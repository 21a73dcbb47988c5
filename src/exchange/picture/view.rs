//! What a picture says of itself, so that its view can be had again.

use serde::{Deserialize, Serialize};

use crate::ledger::Assumptions;
use crate::text::Lang;
use crate::views::ChartRequest;

/// The dataset that a picture was made of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DatasetMark {
    /// Its title.
    pub title: String,
    /// Its licence.
    pub licence: String,
    /// SHA-256 of its canonical text, in hexadecimal.
    pub sha256: String,
    /// The name of its file, without the folder; none: the bundled sample.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// How large a picture is.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// A column of a page: 340 × 440 points (90 mm wide).
    Column,
    /// The width of a page: 680 × 440 points (180 mm wide).
    #[default]
    Page,
    /// A slide, 16 : 9: 960 × 540 points.
    Slide,
    /// A square: 640 × 640 points.
    Square,
    /// As wide and high as asked for, in points.
    Free(u16, u16),
}

impl Size {
    /// Width and height in points.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::Column => (340.0, 440.0),
            Self::Page => (680.0, 440.0),
            Self::Slide => (960.0, 540.0),
            Self::Square => (640.0, 640.0),
            Self::Free(width, height) => (f32::from(width), f32::from(height)),
        }
    }
}

/// Light or dark ground.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// For paper.
    #[default]
    Light,
    /// For dark slides.
    Dark,
}

/// Everything that is needed to make a picture again; it stands as RON in the picture's metadata.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FigureView {
    /// The version of the program that made it.
    pub version: String,
    /// Of which dataset.
    pub dataset: DatasetMark,
    /// The chart.
    pub chart: ChartRequest,
    /// Under which assumptions.
    pub assumptions: Assumptions,
    /// In which language.
    pub lang: Lang,
    /// The title that was typed; none: the one proposed from the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The note that was typed below the program's own; none: no such note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How large.
    pub size: Size,
    /// On which ground.
    pub look: Look,
}
