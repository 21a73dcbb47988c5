//! What a picture says of itself, so that its view can be had again.

use serde::{Deserialize, Serialize};

use crate::ledger::Assumptions;
use crate::model::{Dataset, Header};
use crate::text::Lang;
use crate::views::ChartRequest;

use super::file::Scale;

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

impl DatasetMark {
    /// The mark of a dataset whose canonical text has this hash, from a file of this name.
    pub fn of(dataset: &Dataset, sha256: String, file: Option<String>) -> Self {
        let Header { title, licence, .. } = &dataset.header;
        Self {
            title: title.clone(),
            licence: licence.clone(),
            sha256,
            file,
        }
    }
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
    /// The sizes that have a name.
    pub const NAMED: [Self; 4] = [Self::Column, Self::Page, Self::Slide, Self::Square];

    /// Its name on the command line: `page`, `800x600`.
    pub fn key(self) -> String {
        match self {
            Self::Column => "column".to_owned(),
            Self::Page => "page".to_owned(),
            Self::Slide => "slide".to_owned(),
            Self::Square => "square".to_owned(),
            Self::Free(width, height) => format!("{width}x{height}"),
        }
    }

    /// The size of a name. A free one lies between what holds a chart and what can be drawn.
    pub fn of_key(key: &str) -> Option<Self> {
        if let Some(named) = Self::NAMED.into_iter().find(|size| size.key() == key) {
            return Some(named);
        }
        let (width, height) = key.split_once(['x', '×'])?;
        let (width, height) = (width.parse().ok()?, height.parse().ok()?);
        let fits = Self::SIDES.contains(&width) && Self::SIDES.contains(&height);
        fits.then_some(Self::Free(width, height))
    }

    /// How long the sides of a free size may be, in points.
    pub const SIDES: std::ops::RangeInclusive<u16> = 300..=4000;

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
    /// Of a picture of pixels: how many to a point.
    #[serde(default)]
    pub scale: Scale,
}

impl FigureView {
    /// The view of a chart as it is first shown: of the usual size, on light ground.
    pub fn new(
        dataset: DatasetMark,
        chart: ChartRequest,
        assumptions: Assumptions,
        lang: Lang,
    ) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            dataset,
            chart,
            assumptions,
            lang,
            title: None,
            note: None,
            size: Size::default(),
            look: Look::default(),
            scale: Scale::default(),
        }
    }
}
