//! Which charts a brief shows.

use std::sync::Arc;

use super::Maker;
use super::compare::WIDE;
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Block, Section};
use crate::exchange::picture::Size;
use crate::exchange::picture::layout::{self, Frame, Height};
use crate::model::{PartyId, Stage};
use crate::views::{Chart, ChartKind, ChartRequest, PartyDetail, chart};

/// How wide a chart is, in points of its scene: as a page's text, at about its own size.
const WIDTH: f32 = 660.0;
/// The same of a page that lies on its side.
const WIDTH_WIDE: f32 = 980.0;
/// The least height of a chart of rows, which is as high as its rows.
const ROWS: f32 = 90.0;
/// The height of a chart over time.
const TIME: f32 = 360.0;

/// The stages of which a chart may be; of two that have as much to show, the one further on.
const STAGES: [Stage; 5] = [
    Stage::Delivered,
    Stage::Allocated,
    Stage::Committed,
    Stage::Unclear,
    Stage::Pledged,
];

impl Maker<'_> {
    /// Of one party: what it promised for each year, and what came over time, of the stage of which
    /// most is recorded.
    pub(super) fn pictures_of_one(
        &mut self,
        found: &PartyDetail,
    ) -> Result<Option<Section>, BriefError> {
        let parties = [found.party.id.clone()];
        let promises = self.charts(ChartKind::Promises, &parties, &[Stage::Pledged])?;
        let over_time = self.charts(ChartKind::OverTime, &parties, &STAGES)?;
        Ok(self.section(promises.into_iter().chain(over_time), WIDTH))
    }

    /// Of several: what was promised against what arrived, and what that is of each one's GDP.
    pub(super) fn pictures_of_several(
        &mut self,
        parties: &[PartyId],
    ) -> Result<Option<Section>, BriefError> {
        let arrival = &STAGES[..4];
        let promised = self.charts(ChartKind::PromisedAgainstArrived, parties, arrival)?;
        let of_gdp = self.charts(ChartKind::PercentOfGdp, parties, &STAGES)?;
        let width = if parties.len() >= WIDE {
            WIDTH_WIDE
        } else {
            WIDTH
        };
        Ok(self.section(promised.into_iter().chain(of_gdp), width))
    }

    /// The chart of the stage that has most marks; none where no stage has any.
    fn charts(
        &self,
        kind: ChartKind,
        parties: &[PartyId],
        stages: &[Stage],
    ) -> Result<Option<ChartRequest>, BriefError> {
        let mut best: Option<(usize, ChartRequest)> = None;
        for stage in stages {
            self.ask()?;
            let request = ChartRequest {
                kind,
                stage: *stage,
                parties: Some(parties.to_vec()),
                ..ChartRequest::default()
            };
            let marks = weight(&chart(self.ledger, &request));
            if marks > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((marks, request));
            }
        }
        Ok(best.map(|(_, request)| request))
    }

    fn section(&self, requests: impl Iterator<Item = ChartRequest>, width: f32) -> Option<Section> {
        let blocks: Vec<Block> = requests
            .map(|request| {
                let over_time = request.kind.is_over_time() && request.kind != ChartKind::Promises;
                let frame = Frame {
                    width,
                    height: Height::Grows(if over_time { TIME } else { ROWS }),
                    margin: 2.0,
                    ..Frame::of(Size::Page)
                };
                let chart = chart(self.ledger, &request);
                let chart = chart.named_in(self.texts.lang()).unwrap_or(chart);
                let scene = layout::scene(&chart, self.ledger, self.texts, &frame);
                Block::Picture(Arc::new(scene))
            })
            .collect();
        (!blocks.is_empty()).then(|| Section {
            id: "charts",
            title: self.texts.get("brief-charts"),
            blocks,
        })
    }
}

/// How much a chart shows: its marks with a number, and of promises against arrivals those that have both.
fn weight(chart: &Chart) -> usize {
    let numbers = chart.marks.iter().filter(|mark| mark.value.has_number());
    if chart.request.kind == ChartKind::PromisedAgainstArrived {
        let promised = chart.marks.iter().filter(|mark| mark.fulfilment.is_some());
        let both = numbers.filter(|mark| mark.fulfilment.is_some()).count();
        return both * 100 + promised.count();
    }
    numbers.count()
}
