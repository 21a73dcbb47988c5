//! Figures of one record that disagree (R10), a row a record.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::ledger::{Bounds, Ledger, Query};
use crate::model::{MoneyId, MoneyRecord, Party};

use super::mark::{ChartMark, FigureMark};
use super::order::{Line, Rank};

/// A row for each record of the stage, type, time and parties asked for that has several figures
/// with a number in the shown currency, each a mark: the record's own figure first. Figures that
/// were not known by the cut-off are none (R11). The rows whose figures are farthest apart stand
/// first; a record is looked at even where no sum holds it.
pub(super) fn spread(ledger: &Ledger, query: &Query, asked: &[&Party]) -> Vec<Line> {
    let fits = |record: &MoneyRecord<'_>| {
        record.stage() == query.stage
            && query.aid_type.is_none_or(|of| record.aid_type() == of)
            && has_others(record)
    };
    let mut lines = Vec::new();
    for record in ledger.dataset().money_records().filter(fits) {
        let id = record.id();
        let party = asked.iter().find(|party| party.id == *record.party());
        let Some(party) = party.filter(|_| ledger.is_known(&id)) else {
            continue;
        };
        if ledger.stands_in(&id, query.span) {
            lines.extend(line(ledger, &record, &id, party));
        }
    }
    lines.sort_by_key(|line| Reverse(line.rank.clone()));
    lines
}

fn has_others(record: &MoneyRecord<'_>) -> bool {
    match record {
        MoneyRecord::Commitment(commitment, _) => !commitment.other_figures.is_empty(),
        MoneyRecord::Aid(entry) => !entry.other_figures.is_empty(),
    }
}

fn line(ledger: &Ledger, record: &MoneyRecord<'_>, id: &MoneyId, party: &Party) -> Option<Line> {
    let party = (party.id.clone(), party.name.clone());
    let figures = ledger.figures(id);
    let marks: Vec<ChartMark> = figures
        .into_iter()
        .filter(|figure| figure.total.bounds().has_number())
        .map(|figure| ChartMark {
            party: Some(party.clone()),
            figure: Some(FigureMark {
                record: id.clone(),
                summary: record.summary().to_owned(),
                source: figure.source,
                preferred: figure.preferred,
            }),
            ..ChartMark::new(&figure.total)
        })
        .collect();
    if marks.len() < 2 {
        return None;
    }
    let values: Vec<Bounds> = marks.iter().map(|mark| mark.value).collect();
    let greatest = values.iter().map(|value| value.low).max()?;
    let rank = Rank::of(&Bounds::number(greatest, Some(greatest)));
    Some(Line {
        party,
        rank: rank.behind(Some(apart(&values))),
        marks,
        row: None,
    })
}

/// How far the ends of several bounds are apart, as a part of the greatest end; one that is open
/// above ends nowhere, and adds only its low bound.
fn apart(values: &[Bounds]) -> Decimal {
    let ends = |value: &Bounds| [Some(value.low), value.high].into_iter().flatten();
    let all = values.iter().flat_map(ends);
    let (least, greatest) = (all.clone().min(), all.max());
    let part = least.zip(greatest).and_then(|(least, greatest)| {
        let gap = greatest.saturating_sub(least);
        gap.checked_div(greatest)
    });
    part.unwrap_or_default()
}
