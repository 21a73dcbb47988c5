//! Which charts a brief shows.

use std::sync::Arc;

use super::Maker;
use crate::exchange::brief::BriefError;
use crate::exchange::brief::model::{Block, Section};
use crate::exchange::picture::file::scene;
use crate::exchange::picture::{FigureView, Size};
use crate::model::{PartyId, Stage};
use crate::views::{Chart, ChartKind, ChartRequest, PartyDetail, chart};

/// How large a chart is, in points of its scene: as wide as a page's text at about its own size.
const SIZE: Size = Size::Free(680, 400);

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
        Ok(self.section(promises.into_iter().chain(over_time)))
    }

    /// Of several: what was promised against what arrived, and what that is of each one's GDP.
    pub(super) fn pictures_of_several(
        &mut self,
        parties: &[PartyId],
    ) -> Result<Option<Section>, BriefError> {
        let arrival = &STAGES[..4];
        let promised = self.charts(ChartKind::PromisedAgainstArrived, parties, arrival)?;
        let of_gdp = self.charts(ChartKind::PercentOfGdp, parties, &STAGES)?;
        Ok(self.section(promised.into_iter().chain(of_gdp)))
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

    fn section(&self, requests: impl Iterator<Item = ChartRequest>) -> Option<Section> {
        let blocks: Vec<Block> = requests
            .map(|request| {
                let assumptions = self.ledger.assumptions().clone();
                let lang = self.texts.lang();
                let mut view = FigureView::new(self.mark.clone(), request, assumptions, lang);
                view.size = SIZE;
                Block::Picture(Arc::new(scene(&view, self.ledger)))
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
