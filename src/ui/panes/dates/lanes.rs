//! What the line of time is made of: a lane a party, with its agreements and the marks of its days.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::Rangef;
use jiff::civil::Date;

use crate::model::PartyId;
use crate::text::Lang;
use crate::ui::PaneCtx;
use crate::views::{DateIndex, DateKind, DateList, DateRow, Standing};

use super::Page;

/// A mark: all that falls on one day in one lane.
pub(super) struct Mark {
    /// Days from today.
    pub(super) day: f32,
    /// Its rows, by their places in the index; the first is the one that matters most.
    pub(super) rows: Vec<usize>,
}

/// A party's part of the line.
pub(super) struct Lane {
    pub(super) name: String,
    /// From signing to end, in days from today; an end that is not set is open.
    pub(super) spans: Vec<(f32, Option<f32>)>,
    pub(super) marks: Vec<Mark>,
}

/// The lanes of a list, made once for it.
pub(super) struct Lanes {
    of: (Arc<DateIndex>, Arc<DateList>, Lang, Date),
    pub(super) all: Vec<Lane>,
    pub(super) names: f32,
    /// The time that all of it takes, with room at both ends.
    pub(super) whole: Rangef,
}

/// Days from today as a number for drawing; what lies centuries away stands at the edge.
pub(super) fn days(today: Date, day: Date) -> f32 {
    let days = day.since(today).map_or(0, |span| span.get_days());
    let held = i16::try_from(days).unwrap_or(if days < 0 { i16::MIN } else { i16::MAX });
    f32::from(held)
}

pub(super) fn float(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

impl Lanes {
    pub(super) fn new(ctx: &PaneCtx<'_>, page: &Page<'_>) -> Self {
        let today = ctx.today;
        let mut by_party: BTreeMap<&PartyId, BTreeMap<Date, Vec<usize>>> = BTreeMap::new();
        for place in &page.list.by_time {
            if let Some(row) = page.index.at(*place) {
                let days = by_party.entry(&row.party).or_default();
                days.entry(row.date).or_default().push(*place);
            }
        }
        let mut lanes: Vec<Lane> = by_party
            .into_iter()
            .map(|(party, days)| Self::lane(ctx, page, party, days))
            .collect();
        let begin = |lane: &Lane| {
            lane.spans
                .iter()
                .map(|span| span.0)
                .fold(f32::MAX, f32::min)
        };
        lanes.sort_by(|a, b| {
            begin(a)
                .total_cmp(&begin(b))
                .then_with(|| a.name.cmp(&b.name))
        });
        let mut whole = Rangef::new(0.0, 0.0);
        for lane in &lanes {
            let spans = lane.spans.iter().flat_map(|(from, to)| [Some(*from), *to]);
            let marks = lane.marks.iter().map(|mark| mark.day);
            for day in spans.flatten().chain(marks) {
                whole = Rangef::new(whole.min.min(day), whole.max.max(day));
            }
        }
        let room = (whole.span() * 0.03).max(20.0);
        let names = lanes.iter().map(|lane| lane.name.as_str());
        Self {
            names: names_width(names),
            whole: whole.expand(room),
            all: lanes,
            of: (
                Arc::clone(page.index),
                Arc::clone(page.list),
                ctx.texts.lang(),
                today,
            ),
        }
    }

    fn lane(
        ctx: &PaneCtx<'_>,
        page: &Page<'_>,
        party: &PartyId,
        by_day: BTreeMap<Date, Vec<usize>>,
    ) -> Lane {
        let dataset = ctx.ledger.dataset();
        let cutoff = ctx.ledger.assumptions().cutoff;
        let agreements = dataset.agreements_of(party);
        let known = agreements.filter(|a| cutoff.is_none_or(|day| a.signed <= day));
        let spans = known.map(|agreement| {
            let end = agreement.expires().map(|end| days(ctx.today, end));
            (days(ctx.today, agreement.signed), end)
        });
        let name = dataset.parties.get(party);
        let marks = by_day.into_iter().map(|(day, mut rows)| {
            rows.sort_by_key(|place| page.index.at(*place).map(weight));
            Mark {
                day: days(ctx.today, day),
                rows,
            }
        });
        Lane {
            name: name.map_or_else(|| party.to_string(), |p| ctx.name(&p.name).to_owned()),
            spans: spans.collect(),
            marks: marks.collect(),
        }
    }

    pub(super) fn is_of(&self, ctx: &PaneCtx<'_>, page: &Page<'_>) -> bool {
        let (index, list, lang, today) = &self.of;
        Arc::ptr_eq(index, page.index)
            && Arc::ptr_eq(list, page.list)
            && *lang == ctx.texts.lang()
            && *today == ctx.today
    }
}

/// What of several on one day is drawn: what is overdue, then ends, reviews, last years, years.
fn weight(row: &DateRow) -> (bool, u8) {
    let kind = match row.kind {
        DateKind::End => 0,
        DateKind::Review => 1,
        DateKind::LastYear => 2,
        DateKind::Year => 3,
    };
    (row.when != Standing::Overdue, kind)
}

/// Room for the names, by their letters: measured for each frame it would cost more than the lanes.
fn names_width<'a>(names: impl Iterator<Item = &'a str>) -> f32 {
    let longest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    (float(longest) * 6.3 + 14.0).clamp(60.0, 170.0)
}
